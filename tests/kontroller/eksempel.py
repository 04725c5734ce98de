# SPDX-License-Identifier: GPL-2.0-or-later
"""A check by example: rows that it must find, and rows that it must leave alone. Also its documentation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Raekker = Mapping[str, Sequence[Mapping[str, Any]]]

#: Keys that rows refer to each other by.
M1, M2, P1, P2, F1, F2, R1, R2, O1, O2 = (
    f"{nr:08d}-0000-4000-8000-000000000000" for nr in range(1, 11)
)


@dataclass(frozen=True)
class Eksempel:
    """Rows per table, with what matters to the check alone; geometry as WKT under `geometri`.

    `_foer` in a row: it was saved with these values first.
    """

    kode: str
    forkert: Raekker
    rigtig: Raekker
    note: str = ""
