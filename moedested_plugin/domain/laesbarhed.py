# SPDX-License-Identifier: GPL-2.0-or-later
"""How hard a text is to read: LIX (Björnsson 1968: words a sentence + percent long words), and its longest sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_SAETNINGSSLUT = re.compile(r"(?<!\bkl)(?<!\bca)(?<!\bfx)(?<!\bbl)(?<!\bnr)(?<!\bst)(?<!\d)[.!?:](?:\s|$)|(?<=\d)[.!?:](?=\s+[A-ZÆØÅ]|$)|\n+")  # fmt: skip
_ORD = re.compile(r"\w+(?:[-’']\w+)*")
_LANGT = 6


class Laesbarhed(NamedTuple):
    """What was counted."""

    ord_i_alt: int
    lix: int
    laengste_saetning: int


def laesbarhed(tekst: str) -> Laesbarhed:
    """Count the text."""
    saetninger = [
        antal for del_ in _SAETNINGSSLUT.split(tekst) if (antal := len(_ORD.findall(del_)))
    ]
    ord_ = _ORD.findall(tekst)
    if not ord_:
        return Laesbarhed(0, 0, 0)
    lange = sum(len(et) > _LANGT for et in ord_)
    lix = len(ord_) / max(1, len(saetninger)) + 100 * lange / len(ord_)
    return Laesbarhed(len(ord_), round(lix), max(saetninger, default=0))
