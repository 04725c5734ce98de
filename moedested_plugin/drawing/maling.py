# SPDX-License-Identifier: GPL-2.0-or-later
"""From and to on a route as a person points them out: what is snapped to, and which of several ways is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from moedested_plugin.checks.tegning import Sted
from moedested_plugin.domain.kontroller_ruter import BAENK_VED_M

from .straekning import Lagt

if TYPE_CHECKING:
    from .maal import Maal, Strakt

#: A moedested no further from the route can be snapped to.
STED_VED_M = BAENK_VED_M.standard
_INTET_M = 0.05


@dataclass
class Maling:
    """A route that is painted, and what has been pointed out so far."""

    noegle: str
    navn: str
    maal: Maal
    lagte: Sequence[Lagt]
    #: Marks of moedesteder beside the route.
    steder: Sequence[float] = ()
    #: The marks that the first place may mean; empty until it is given.
    fra: list[float] = field(default_factory=list)

    def haeft(self, mark: float, tolerance: float) -> float:
        """The mark, or what is worth to be hit near it: the edge of a stretch before a moedested before a vertex."""
        ender = (ende for loeb in self.maal.loeb for ende in loeb)
        kanter = [*ender, *(kant for et in self.lagte for kant in (et.fra, et.til))]
        for maerker in (kanter, self.steder, self.maal.knaek):
            naer = min(maerker, key=lambda m: abs(m - mark), default=None)
            if naer is not None and abs(naer - mark) <= tolerance:
                return naer
        return mark

    def maerker(self, punkt: Sted, tolerance: float) -> list[float]:
        """What a place on the map means."""
        return [self.haeft(mark, tolerance) for mark in self.maal.maerker(punkt)]

    def veje(self, til: Iterable[float]) -> list[list[Strakt]]:
        """Every way from the first place to the other, the shortest first: round a loop, by another pass."""
        mulige: list[list[Strakt]] = []
        maader = (False, True) if self.maal.er_rund else (False,)
        for fra, slut, om in product(self.fra, til, maader):
            vej = self.maal.vej(fra, slut, anden_vej=om)
            if langt(vej) > _INTET_M and vej not in mulige:
                mulige.append(vej)
        return sorted(mulige, key=lambda vej: (round(langt(vej), 1), vej))


def langt(vej: Iterable[Strakt]) -> float:
    """Metres of a way."""
    return sum(til - fra for fra, til in vej)


def steder_langs(maal: Maal, steder: Iterable[Sted]) -> list[float]:
    """The marks at which the route passes the places."""
    return sorted(mark for sted in steder for mark in maal.langs.ved(sted, STED_VED_M))
