# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures (maal) along a route that is drawn on: from a place to metres and back, and the way between two of them.

A run (loeb) is as much of a route as hangs together end to end. Nothing that is painted crosses from one into another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from moedested_plugin.checks.langs import Langs
from moedested_plugin.checks.tegning import Kaede, Sted, afstand, dele, punkter, wkb_af
from moedested_plugin.domain.kontroller_ruter import FRA_RUTEN_M, METER_M, SAMME_PUNKT_M

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

#: From and to, in metres from the beginning of the route.
Strakt = tuple[float, float]
#: A place is as near to two passes of a route when they differ by no more.
_LIGE_NAER_M = 1.0
_INTET_M = 1e-6


class Maal:
    """One route, measured."""

    def __init__(self, geometri: QgsGeometry) -> None:
        self.langs = Langs([] if geometri.isNull() else dele(wkb_af(geometri)))

    @property
    def laengde(self) -> float:
        """Metres, the gaps not counted."""
        return self.langs.laengde

    @cached_property
    def loeb(self) -> list[Strakt]:
        """The runs, in order."""
        kanter = [0.0, *self.langs.spring(), self.laengde]
        return [(fra, til) for fra, til in zip(kanter, kanter[1:]) if til - fra > _INTET_M]

    @cached_property
    def er_rund(self) -> bool:
        """One run that ends where it begins."""
        if len(self.loeb) != 1:
            return False
        hele = self.langs.stykke(*self.loeb[0])
        return afstand(hele[:2], hele[-2:]) <= SAMME_PUNKT_M  # type: ignore[arg-type]

    @cached_property
    def knaek(self) -> list[float]:
        """The marks of the vertices, ends included."""
        ud: list[float] = []
        for fra, til in self.loeb:
            langs = fra
            steder = list(punkter(self.langs.stykke(fra, til)))
            ud.append(fra)
            for a, b in zip(steder, steder[1:]):
                langs += afstand(a, b)
                ud.append(langs)
        return ud

    def maerker(self, punkt: Sted) -> list[float]:
        """The mark nearest to the place; several where the route meets itself there."""
        if not self.loeb:
            return []
        return self.langs.ved(punkt, self.langs.fra(punkt) + _LIGE_NAER_M)

    def punkt(self, mark: float) -> Sted:
        """The place at a mark; at a gap the far side of it."""
        return self.langs.punkt(min(max(mark, 0.0), self.laengde))

    def linje(self, strakt: Strakt) -> Kaede:
        """The line between two marks of one run."""
        return self.langs.stykke(*strakt)

    def i_loeb(self, mark_fra: float, mark_til: float) -> bool:
        """Whether both marks are of one run."""
        return any(
            fra - _INTET_M <= mark_fra and mark_til <= til + _INTET_M for fra, til in self.loeb
        )

    def delt(self, fra: float, til: float) -> list[Strakt]:
        """What lies between two marks, run by run."""
        ud = ((max(fra, a), min(til, b)) for a, b in self.loeb)
        return [(a, b) for a, b in ud if b - a > _INTET_M]

    def vej(self, fra: float, til: float, *, anden_vej: bool = False) -> list[Strakt]:
        """The way from one mark to another. On a loop the shorter of the two ways, or the other."""
        foerst, sidst = min(fra, til), max(fra, til)
        lige = self.delt(foerst, sidst)
        if not self.er_rund:
            return lige
        om = [*self.delt(sidst, self.laengde), *self.delt(0.0, foerst)]
        kort_lige = sidst - foerst <= self.laengde / 2
        return lige if kort_lige is not anden_vej else om

    def strakt(
        self, linje: Kaede, gemt: tuple[float | None, float | None] = (None, None)
    ) -> Strakt | None:
        """Where a line that follows the route lies along it; of several readings the one that was kept. None off it."""
        mulige = self._laesninger(linje)
        for fra, til in mulige:
            if all(
                kendt is not None and abs(kendt - nu) <= METER_M.standard
                for kendt, nu in zip(gemt, (fra, til))
            ):
                return fra, til
        return mulige[0] if mulige else None

    def _laesninger(self, linje: Kaede) -> Sequence[Strakt]:
        if not self.loeb or len(linje) <= 2:
            return []
        return [
            (fra, til)
            for fra, til in self.langs.strakte(linje, FRA_RUTEN_M.standard)
            if til - fra > _INTET_M
        ]
