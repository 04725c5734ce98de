# SPDX-License-Identifier: GPL-2.0-or-later
"""Small networks as they are in the world: drawn by many hands, not joined."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from moedested_plugin.drawing.graf import TOLERANCE_M, Graf, byg
from moedested_plugin.drawing.graf_linjer import Kilde, Linje

Punkter = Sequence[tuple[float, float]]


def linje(punkter: Punkter, fid: int = 1, niveau: int = 0) -> Linje:
    return Linje(np.array(punkter, dtype=float), Kilde("netvaerk_linje", fid), niveau)


def net(*linjer: Punkter, tolerance: float = TOLERANCE_M) -> Graf:
    return byg([linje(punkter, nr) for nr, punkter in enumerate(linjer, 1)], tolerance)


def gitter(antal: int, trin: float = 100.0) -> list[Linje]:
    """Long lines across each other: not one node of the crossings is in the data."""
    langt = (antal - 1) * trin
    vandret = [linje([(0, n * trin), (langt, n * trin)], n) for n in range(antal)]
    return vandret + [linje([(n * trin, 0), (n * trin, langt)], antal + n) for n in range(antal)]
