# SPDX-License-Identifier: GPL-2.0-or-later
"""What a column of texts really holds: whole numbers, numbers with a Danish comma, dates, or text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from .laest import FeltType

_HELTAL = re.compile(r"-?(?:0|[1-9]\d{0,17})\Z")
_PUNKTUM = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?\Z")
_KOMMA = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,\d+)?\Z")
_DATO = re.compile(r"(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](\d{4}))")
_TID = re.compile(
    _DATO.pattern
    + r"[T ](\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?\Z"
)
_LAENGST_DATO = 40
_WKT = re.compile(r"(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b", re.IGNORECASE)
_HEX = re.compile(r"\s*0[01](?:[0-9A-F]{2}){20,}\s*\Z", re.IGNORECASE)


def heltal(tekst: str) -> int | None:
    """A whole number; a leading zero makes it a code, not a number."""
    return int(tekst) if _HELTAL.match(tekst) else None


def tal_punktum(tekst: str) -> float | None:
    """A number with a decimal point."""
    return float(tekst) if _PUNKTUM.match(tekst) and len(tekst) < _LAENGST_DATO else None


def tal_komma(tekst: str) -> float | None:
    """A number as Danes write it: 1.234,5."""
    if not _KOMMA.match(tekst) or len(tekst) >= _LAENGST_DATO:
        return None
    return float(tekst.replace(".", "").replace(",", "."))


def dato(tekst: str) -> str | None:
    """A date, as ISO text; day before month."""
    fund = _DATO.fullmatch(tekst)
    return _iso(fund.groups()) if fund else None


def regnearksdato(tekst: str) -> str | None:
    """A date in a cell that is not shown as one: days since 1899, of the years 1954 to 2118."""
    dage = heltal(tekst.removesuffix(".0"))
    if dage is None or not 20_000 <= dage <= 80_000:
        return None
    return (dt.date(1899, 12, 30) + dt.timedelta(days=dage)).isoformat()


def tid(tekst: str) -> str | None:
    """A date with a time, as ISO text; in UTC when the zone was written, else as on the wall."""
    fund = _TID.match(tekst) if len(tekst) <= _LAENGST_DATO else None
    if fund is None:
        return None
    dag = _iso(fund.groups()[:6])
    time, minut, sekund, zone = fund.groups()[6:]
    if dag is None:
        return None
    try:
        klokken = dt.datetime.fromisoformat(f"{dag}T{int(time):02}:{minut}:{sekund or '00'}")
        if zone is None:
            return klokken.isoformat()
        if zone != "Z":
            fortegn = 1 if zone[0] == "+" else -1
            forskel = dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
            klokken -= fortegn * forskel
    except (ValueError, OverflowError):
        return None
    return klokken.isoformat() + "Z"


def _iso(led: Sequence[str]) -> str | None:
    aar, maaned, dag = led[:3] if led[0] else (led[5], led[4], led[3])
    try:
        return dt.date(int(aar), int(maaned), int(dag)).isoformat()
    except ValueError:
        return None


_FORSOEG: tuple[tuple[FeltType, Callable[[str], str | int | float | None]], ...] = (
    ("heltal", heltal),
    ("tal", tal_punktum),
    ("tal", tal_komma),
    ("dato", dato),
    ("tid", tid),
)

_TAL_FORSOEG = 3


class Gaet:
    """Watches the cells of one column and settles for the narrowest type that takes them all."""

    def __init__(self) -> None:
        self._mulige = list(_FORSOEG)
        self._set = False
        self.ulaeseligt = False

    def se(self, celle: str) -> None:
        """Look at one cell."""
        if "\ufffd" in celle:
            self.ulaeseligt = True
        tekst = celle.strip()
        if not tekst or not self._mulige:
            return
        self._set = True
        if self._mulige[0][0] == "heltal" and _HELTAL.match(tekst):
            self._mulige = self._mulige[
                :_TAL_FORSOEG
            ]  # a whole number is a number in every way, and no date
            return
        self._mulige = [led for led in self._mulige if led[1](tekst) is not None]

    @property
    def type(self) -> FeltType:
        """The type, now that all cells are seen."""
        return self._mulige[0][0] if self._set and self._mulige else "tekst"

    def vaerdi(self, celle: str) -> str | int | float | None:
        """Give the value of a cell; an empty one has none."""
        tekst = celle.strip()
        if not tekst:
            return None
        return self._mulige[0][1](tekst) if self._set and self._mulige else celle


def ligner_vaerdi(tekst: str) -> bool:
    """Whether a text is rather a value than the name of a column."""
    return bool(_WKT.match(tekst)) or any(laes(tekst) is not None for _, laes in _FORSOEG)


def er_wkt(tekst: str) -> bool:
    """Whether a text is a point, line or area in WKT, or in the hexadecimal that PostGIS writes."""
    return bool(_WKT.match(tekst) or er_hex(tekst))


def er_hex(tekst: str) -> bool:
    """Whether a text is a geometry in hexadecimal."""
    return bool(_HEX.match(tekst))
