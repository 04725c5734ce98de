# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates as people paste them from a web map: "54.7654, 11.8735" in one cell, or degrees and minutes."""

from __future__ import annotations

import re

from . import typer

_VERDENSHJOERNE = "NSEWØVnsewøv"
_GRADER = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)\s*[°º]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|”|'')\s*)?"
    rf"([{_VERDENSHJOERNE}])?\s*"
)
_TAL = r"\s*([-+]?\d{1,8}%s)"
#: With a point a comma may stand between the numbers; with a comma in them it may not.
_PAR = (
    re.compile(_TAL % r"(?:\.\d+)?" + r"(?:\s*[,;]\s*|\s+)" + _TAL % r"(?:\.\d+)?" + r"\s*\Z"),
    re.compile(_TAL % r"(?:,\d+)?" + r"(?:\s*;\s*|\s+|\s*,\s+)" + _TAL % r"(?:,\d+)?" + r"\s*\Z"),
)
_FLEST_GRADER = 180
_LAENGST = 80


def grader(tekst: str) -> float | None:
    """Degrees as a number, from 54° 45' 30" N or 54°45.5'."""
    fund = _GRADER.fullmatch(tekst.strip()[:_LAENGST])
    return None if fund is None else _af(fund)


def par(tekst: str) -> tuple[float, float] | None:
    """East and north from one text: of degrees north comes first, of metres east, as everybody writes them."""
    tekst = tekst.strip()
    if len(tekst) > _LAENGST:
        return None
    led = list(_GRADER.finditer(tekst))
    if led:
        rest = _GRADER.sub("", tekst).strip(" ,;")
        if len(led) != 2 or rest:
            return None
        nord, oest = led
        if (nord[4] or "").upper() in {"E", "W", "Ø", "V"}:
            nord, oest = oest, nord
        return _af(oest), _af(nord)
    for form in _PAR:
        fund = form.match(tekst)
        if fund:
            a, b = (float(tal.replace(",", ".")) for tal in fund.groups())
            return (b, a) if er_grader(a, b) else (a, b)
    return None


def er_grader(x: float, y: float) -> bool:
    """Whether two numbers are degrees, not metres."""
    return max(abs(x), abs(y)) <= _FLEST_GRADER


def _af(fund: re.Match[str]) -> float:
    hele, minutter, sekunder = (float((tal or "0").replace(",", ".")) for tal in fund.groups()[:3])
    tal = hele + minutter / 60 + sekunder / 3600
    return -tal if (fund[4] or "").upper() in {"S", "W", "V"} else tal


def er_sted(tekst: str) -> bool:
    """Whether a text is a place: WKT, hexadecimal, or a pair of coordinates."""
    return typer.er_wkt(tekst) or par(tekst) is not None
