# SPDX-License-Identifier: GPL-2.0-or-later
"""Three-way comparison of one row: what I read, what I have now, what the others have saved since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .betingelse import Vaerdi

#: Fields that change with every save and so are never a conflict by themselves.
STEMPELFELTER = frozenset({"oprettet", "oprettet_af", "rettet", "rettet_af", "raekke_version"})


@dataclass(frozen=True)
class FeltKonflikt:
    """A field that both changed since I read it, to different values."""

    felt: str
    laest: Vaerdi
    min: Vaerdi
    deres: Vaerdi


def konflikter(
    laest: Mapping[str, Vaerdi], mine: Mapping[str, Vaerdi], deres: Mapping[str, Vaerdi]
) -> list[FeltKonflikt]:
    """Conflicts among the fields of `mine` (my changed fields only); `laest` holds their values as first read.

    A field that only one side changed, or that both changed to the same value, merges by itself.
    """
    return [
        FeltKonflikt(felt, laest.get(felt), min_vaerdi, deres.get(felt))
        for felt, min_vaerdi in mine.items()
        if felt not in STEMPELFELTER
        and deres.get(felt) != laest.get(felt)
        and deres.get(felt) != min_vaerdi
        and min_vaerdi != laest.get(felt)
    ]
