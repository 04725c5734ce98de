# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter of a source, as a WFS understands it, so that it sends only the rows that are asked for.

Only what every service means the same by is said to it; the filter is applied here as well, whatever it answered.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

_LAENGST, _DYBEST = 1_800, 20
_ORD = re.compile(
    r"""\s*(?:(?P<tekst>'(?:[^']|'')*')|(?P<tal>-?\d+(?:\.\d+)?(?![\w.]))|"(?P<citeret>[^"]+)"|(?P<navn>[^\W\d]\w*)"""
    r"|(?P<tegn><=|>=|<>|!=|=|<|>|\(|\)|,))"
)
_OPERATORER = {
    "=": "PropertyIsEqualTo", "<>": "PropertyIsNotEqualTo", "!=": "PropertyIsNotEqualTo", "<": "PropertyIsLessThan",
    ">": "PropertyIsGreaterThan", "<=": "PropertyIsLessThanOrEqualTo", ">=": "PropertyIsGreaterThanOrEqualTo",
}  # fmt: skip
_NOEGLEORD = frozenset(
    ("AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "BETWEEN", "CASE", "CAST", "TRUE", "FALSE")
)


class _Ord(NamedTuple):
    art: str
    vaerdi: str


class _KanIkke(Exception):
    """The condition is more than services agree on."""


def filter_xml(betingelse: str, version: str) -> str | None:
    """The condition as the parameter FILTER of that version of WFS; None when only we can apply it."""
    ny = version.startswith("2")
    try:
        krop = _Laeser(
            _ordene(betingelse), "fes" if ny else "ogc", "ValueReference" if ny else "PropertyName"
        ).alt()
    except _KanIkke:
        return None
    navnerum = (
        'fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"'
        if ny
        else 'ogc:Filter xmlns:ogc="http://www.opengis.net/ogc"'
    )
    hel = f"<{navnerum}>{krop}</{'fes' if ny else 'ogc'}:Filter>"
    return hel if len(hel) <= _LAENGST else None


def _ordene(tekst: str) -> list[_Ord]:
    ud, plads = [], 0
    while tekst[plads:].strip():
        fund = _ORD.match(tekst, plads)
        if fund is None:
            raise _KanIkke
        art = str(fund.lastgroup)
        vaerdi = fund[art]
        if art == "navn" and vaerdi.upper() in _NOEGLEORD:
            art, vaerdi = "noegleord", vaerdi.upper()
        ud.append(_Ord("navn" if art == "citeret" else art, vaerdi))
        plads = fund.end()
    return ud


class _Laeser:
    """Reads the words from left to right: OR of AND of comparisons."""

    def __init__(self, ord_: list[_Ord], foran: str, egenskab: str) -> None:
        self._ord, self._nr, self._foran, self._egenskab = ord_, 0, foran, egenskab
        self._dybde = 0

    def alt(self) -> str:
        """The whole condition."""
        ud = self._eller()
        if self._nr != len(self._ord):
            raise _KanIkke
        return ud

    def _naeste(self, *arter: str) -> str:
        if self._nr >= len(self._ord) or self._ord[self._nr].art not in arter:
            raise _KanIkke
        self._nr += 1
        return self._ord[self._nr - 1].vaerdi

    def _er(self, vaerdi: str) -> bool:
        """Take the word if it stands here."""
        her = self._ord[self._nr] if self._nr < len(self._ord) else None
        taget = her is not None and her.vaerdi == vaerdi and her.art in ("noegleord", "tegn")
        self._nr += taget
        return taget

    def _skal(self, vaerdi: str) -> None:
        if not self._er(vaerdi):
            raise _KanIkke

    def _eller(self) -> str:
        return self._raekke("OR", "Or", self._og)

    def _og(self) -> str:
        return self._raekke("AND", "And", self._led)

    def _raekke(self, ord_: str, navn: str, del_: Callable[[], str]) -> str:
        dele = [del_()]
        while self._er(ord_):
            dele.append(del_())
        return self._element(navn, *dele) if len(dele) > 1 else dele[0]

    def _led(self) -> str:
        if self._er("("):
            self._dybde += 1
            if self._dybde > _DYBEST:
                raise _KanIkke
            ud = self._eller()
            self._skal(")")
            self._dybde -= 1
            return ud
        egenskab = self._element(self._egenskab, html.escape(self._naeste("navn")))
        if self._er("IS"):
            er_ikke = self._er("NOT")
            self._skal("NULL")
            tom = self._element("PropertyIsNull", egenskab)
            return self._element("Not", tom) if er_ikke else tom
        if self._er("IN"):
            self._skal("(")
            dele = [self._sammenlignet("=", egenskab)]
            while self._er(","):
                dele.append(self._sammenlignet("=", egenskab))
            self._skal(")")
            return self._element("Or", *dele) if len(dele) > 1 else dele[0]
        return self._sammenlignet(self._naeste("tegn"), egenskab)

    def _sammenlignet(self, operator: str, egenskab: str) -> str:
        if operator not in _OPERATORER:
            raise _KanIkke
        vaerdi = self._naeste("tekst", "tal")
        if vaerdi.startswith("'"):
            vaerdi = vaerdi[1:-1].replace("''", "'")
        return self._element(
            _OPERATORER[operator], egenskab, self._element("Literal", html.escape(vaerdi))
        )

    def _element(self, navn: str, *indhold: str) -> str:
        return f"<{self._foran}:{navn}>{''.join(indhold)}</{self._foran}:{navn}>"
