# SPDX-License-Identifier: GPL-2.0-or-later
"""How much room text takes (tekstmaal): lines as QGIS breaks them, from the widths of words that are measured once.

QGIS can tell too, but takes 2 ms for each text, and a sheet is measured in several sizes before one of them fits.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from .stil import skrifttype

_MM_PR_PUNKT = 25.4 / 72
#: Words are measured at this size (pixels), where hinting does not count.
_PIXEL = 1000
#: Text is measured in a little less than its width: drawn, a line may become a hair longer and break.
FORSIGTIG = 0.982
#: After these a long address may go on on the next line.
_BRUD = re.compile(r"[@./_?&=-]+")


@lru_cache(maxsize=2)
def _maaler(fed: bool) -> QFontMetricsF:
    font = QFont(skrifttype())
    font.setBold(fed)
    font.setPixelSize(_PIXEL)
    return QFontMetricsF(font)


@lru_cache(maxsize=20_000)
def _bredde(tekst: str, fed: bool) -> float:
    return float(_maaler(fed).horizontalAdvance(tekst)) / _PIXEL * _MM_PR_PUNKT


def bredde(tekst: str, punkt: float, *, fed: bool) -> float:
    """How wide the text is on its lines (mm)."""
    return punkt * max((_bredde(linje, fed) for linje in tekst.split("\n")), default=0.0)


def linjer(tekst: str, rum: float, punkt: float, *, fed: bool) -> int:
    """How many lines the text takes in a column of this width (mm)."""
    rum = rum * FORSIGTIG / punkt
    mellemrum = _bredde(" ", fed)
    antal = 0
    for afsnit in tekst.split("\n"):
        antal += 1
        brugt = 0.0
        ord_ = afsnit.split(" ")
        for nummer, et in enumerate(ord_):
            # QGIS counts the space after a word as well, but for the last
            fylder = _bredde(et, fed) + (mellemrum if nummer < len(ord_) - 1 else 0.0)
            if brugt and brugt + fylder > rum:
                antal += 1
                brugt = fylder
            else:
                brugt += fylder
    return antal


def delbar(tekst: str, rum: float, punkt: float, *, fed: bool) -> str:
    """The text with line breaks in words that are wider than the column: QGIS would let them run on."""
    smalt = rum * FORSIGTIG / punkt
    for ord_ in set(tekst.split()):
        if _bredde(ord_, fed) > smalt:
            tekst = tekst.replace(ord_, "\n".join(_brudt(ord_, smalt, fed=fed)))
    return tekst


def _brudt(ord_: str, smalt: float, *, fed: bool) -> list[str]:
    """The word in lines: a mail address after its signs, others anywhere with a hyphen."""
    linjer_: list[str] = []
    while len(ord_) > 1 and _bredde(ord_, fed) > smalt:
        laengde = 1
        while _bredde(f"{ord_[: laengde + 1]}-", fed) <= smalt:
            laengde += 1
        tegn = [fundet.end() for fundet in _BRUD.finditer(ord_, 0, laengde)]
        brud = tegn[-1] if tegn else laengde
        linjer_.append(ord_[:brud] + ("" if tegn else "-"))
        ord_ = ord_[brud:]
    return [*linjer_, ord_]
