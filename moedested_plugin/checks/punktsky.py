# SPDX-License-Identifier: GPL-2.0-or-later
"""Very many points at once: which of them can have a neighbour at all, and which squares they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sky = NDArray[np.float64]

#: What the WKB of a point, and of a multipoint of one, begins with.
_HOVEDER = {b"\x01\x01\0\0\0", b"\x01\x04\0\0\0\x01\0\0\0\x01\x01\0\0\0"}
#: No coordinate of a drawing that is worth a search is larger.
_STOERST = 1e9
_MINDSTE_M = 1.0
#: Squares are counted in one number: that of the column times this, and that of the row.
_KOLONNE = 2**32


def sky_af(wkb: Iterable[bytes]) -> Sky | None:
    """The places, one row each; None where a drawing is something else than one point with real coordinates."""
    samlet = bytearray()
    for tegning in wkb:
        if tegning[:-16] not in _HOVEDER:
            return None
        samlet += tegning[-16:]
    sky = np.frombuffer(samlet, "<f8").reshape(-1, 2)
    return sky if _er_tal(sky) else None


def _er_tal(sky: Sky) -> bool:
    return bool((np.abs(sky) < _STOERST).all())


def med_selskab(sky: Sky, meter: float) -> list[bool]:
    """For each point whether another may be within reach: one in its own square or in one of the eight around it."""
    if not _er_tal(sky):
        return [True] * len(sky)
    i, j = np.floor(sky / max(meter, _MINDSTE_M)).astype(np.int64).T
    celler, hvor, antal = np.unique(i * _KOLONNE + j, return_inverse=True, return_counts=True)
    selskab = antal > 1
    for hen in (1, _KOLONNE - 1, _KOLONNE, _KOLONNE + 1):
        nr = np.minimum(np.searchsorted(celler, celler + hen), len(celler) - 1)
        moedt = celler[nr] == celler + hen
        selskab |= moedt
        selskab[nr[moedt]] = True
    svar: list[bool] = selskab[hvor].tolist()
    return svar


def i_celler(sky: Sky, meter: float) -> dict[tuple[int, int], list[tuple[float, float]]]:
    """The points by their squares."""
    if not len(sky):
        return {}
    celler = np.floor(sky / meter).astype(np.int64)
    orden = np.lexsort((celler[:, 1], celler[:, 0]))
    celler = celler[orden]
    skift = (np.flatnonzero((celler[1:] != celler[:-1]).any(axis=1)) + 1).tolist()
    steder = [(x, y) for x, y in sky[orden].tolist()]
    graenser = [0, *skift, len(steder)]
    navne = [(i, j) for i, j in celler[graenser[:-1]].tolist()]
    return {navn: steder[fra:til] for navn, fra, til in zip(navne, graenser, graenser[1:])}
