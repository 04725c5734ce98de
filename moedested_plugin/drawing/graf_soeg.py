# SPDX-License-Identifier: GPL-2.0-or-later
"""The shortest way through a network, and other ways that are almost as short.

A search (soegning) grows from one place and remembers how far it came: the next question, a little farther away,
only costs what is new. That is what lets the route follow the mouse.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Union

from .graf import Fod, Graf, Kant

#: A metre across a gap counts as so many along a way: a bridge is only used where it saves.
_HUL_GANGE = 10.0
#: A metre of a way already known counts as so many when another is looked for.
_KENDT_GANGE = 1.4
#: Another way is worth showing up to this many times the length of the shortest.
ANDEN_VEJ_GANGE = 1.10
#: It shares no more than this of its length with those known.
_HOEJST_FAELLES = 0.8
_FORSOEG = 4

#: Along a piece: its number, from mark to mark.
Skridt = tuple[int, float, float]
#: Over a gap: from node to node.
Spring = tuple[int, int]
Led = Union[Skridt, Spring]


@dataclass(frozen=True)
class Fundet:
    """A way: its steps in order, and its length on the ground."""

    skridt: tuple[Led, ...]
    laengde: float

    @property
    def har_hul(self) -> bool:
        """Whether it crosses a gap."""
        return any(len(led) == 2 for led in self.skridt)


class Soegning:
    """Dijkstra's search from one place, which goes on from where it stopped."""

    def __init__(
        self, graf: Graf, fra: Fod, *, over: bool = False, kendte: Collection[int] = ()
    ) -> None:
        """`over`: also across gaps. `kendte`: pieces to keep away from."""
        self._graf, self._fra, self._over, self._kendte = graf, fra, over, kendte
        #: For each node reached: the cost, the node before (-1: the beginning), the piece between.
        self._naaet: dict[int, tuple[float, int, int]] = {}
        #: The lowest cost seen so far of nodes not yet reached.
        self._set: dict[int, float] = {}
        stykke = fra.stykke
        gange = _KENDT_GANGE if stykke in kendte else 1.0
        self._naeste: list[tuple[float, int, int, int]] = []
        heappush(
            self._naeste, ((fra.mark - graf.mark_fra[stykke]) * gange, graf.fra[stykke], -1, stykke)
        )
        heappush(
            self._naeste, ((graf.mark_til[stykke] - fra.mark) * gange, graf.til[stykke], -1, stykke)
        )

    def til(self, maal: Fod, loft: float = math.inf) -> Fundet | None:
        """The cheapest way to a place; None where there is none that costs `loft` or less."""
        graf, stykke = self._graf, maal.stykke
        gange = _KENDT_GANGE if stykke in self._kendte else 1.0
        rest = {graf.til[stykke]: (graf.mark_til[stykke] - maal.mark) * gange}
        foerst = (maal.mark - graf.mark_fra[stykke]) * gange
        rest[graf.fra[stykke]] = min(foerst, rest.get(graf.fra[stykke], math.inf))
        bedst, gennem = math.inf, -1
        if stykke == self._fra.stykke:
            bedst = abs(maal.mark - self._fra.mark) * gange
        for knude, mere in rest.items():
            if knude in self._naaet and self._naaet[knude][0] + mere < bedst:
                bedst, gennem = self._naaet[knude][0] + mere, knude
        naaet, naeste, ud = self._naaet, self._naeste, graf.ud
        while naeste and naeste[0][0] < bedst and naeste[0][0] <= loft:
            pris, knude, foer, via = heappop(naeste)
            if knude in naaet:
                continue
            naaet[knude] = (pris, foer, via)
            if knude in rest and pris + rest[knude] < bedst:
                bedst, gennem = pris + rest[knude], knude
            self._videre(pris, knude, ud[knude])
        if bedst > loft or bedst == math.inf:
            return None
        return self._vejen(maal, gennem)

    def _videre(self, pris: float, knude: int, kanter: Sequence[Kant]) -> None:
        """Look one step on from a node."""
        naaet, naeste, kendte, set_ = self._naaet, self._naeste, self._kendte, self._set
        for anden, langt, nr in kanter:
            if anden not in naaet:
                ny = pris + (langt * _KENDT_GANGE if nr in kendte else langt)
                if ny < set_.get(anden, math.inf):
                    set_[anden] = ny
                    heappush(naeste, (ny, anden, knude, nr))
        if self._over:
            for anden, langt, nr in self._graf.over.get(knude, ()):
                ny = pris + langt * _HUL_GANGE
                if anden not in naaet and ny < set_.get(anden, math.inf):
                    set_[anden] = ny
                    heappush(naeste, (ny, anden, knude, nr))

    def _vejen(self, maal: Fod, gennem: int) -> Fundet:
        graf, fra = self._graf, self._fra
        if gennem < 0:
            skridt: list[Led] = [(fra.stykke, fra.mark, maal.mark)]
            return Fundet(tuple(skridt), abs(maal.mark - fra.mark))
        skridt = [(maal.stykke, self._ved(maal.stykke, gennem, maal.mark), maal.mark)]
        langt = abs(skridt[0][1] - maal.mark)
        knude = gennem
        while True:
            _, foer, nr = self._naaet[knude]
            if foer < 0:
                ende = self._ved(nr, knude, fra.mark)
                skridt.append((nr, fra.mark, ende))
                langt += abs(ende - fra.mark)
                break
            if nr < 0:
                skridt.append((foer, knude))
                langt += math.hypot(
                    graf.knude_x[foer] - graf.knude_x[knude],
                    graf.knude_y[foer] - graf.knude_y[knude],
                )
            else:
                a, b = graf.mark_fra[nr], graf.mark_til[nr]
                skridt.append((nr, a, b) if graf.fra[nr] == foer else (nr, b, a))
                langt += b - a
            knude = foer
        return Fundet(tuple(reversed(skridt)), langt)

    def _ved(self, stykke: int, knude: int, mark: float) -> float:
        """The mark of a piece's end at a node; of a loop the end nearest to `mark`."""
        graf = self._graf
        a, b = graf.mark_fra[stykke], graf.mark_til[stykke]
        if graf.fra[stykke] == graf.til[stykke]:
            return a if abs(mark - a) <= abs(b - mark) else b
        return a if graf.fra[stykke] == knude else b


def andre_veje(graf: Graf, fra: Fod, maal: Fod, bedste: Fundet, antal: int = 2) -> list[Fundet]:
    """Other ways no more than a tenth longer than the shortest, and really other."""
    ud: list[Fundet] = []
    kendte = _stykker(bedste)
    hoejst = bedste.laengde * ANDEN_VEJ_GANGE
    for _ in range(_FORSOEG):
        vej = Soegning(graf, fra, kendte=kendte).til(maal, hoejst * _KENDT_GANGE)
        if vej is None:
            break
        if vej.laengde <= hoejst and not any(_ligner(graf, vej, kendt) for kendt in (bedste, *ud)):
            ud.append(vej)
            if len(ud) == antal:
                break
        nye = _stykker(vej)
        if nye <= kendte:
            break
        kendte = kendte | nye
    return sorted(ud, key=lambda vej: vej.laengde)


def _stykker(vej: Fundet) -> frozenset[int]:
    return frozenset(led[0] for led in vej.skridt if len(led) == 3)


def _ligner(graf: Graf, vej: Fundet, kendt: Fundet) -> bool:
    """Whether two ways are mostly the same, also where two lines were drawn along one road."""
    andre = _stykker(kendt)
    faelles = sum(abs(led[2] - led[1]) for led in vej.skridt if len(led) == 3 and led[0] in andre)
    if faelles > _HOEJST_FAELLES * vej.laengde:
        return True
    return _laengst_fra(graf, vej, kendt) < _SAMME_VEJ_M


#: Two ways that never are farther apart are the same road.
_SAMME_VEJ_M = 20.0


def _laengst_fra(graf: Graf, vej: Fundet, kendt: Fundet) -> float:
    """How far the middle of any step of one way lies from the other."""
    import numpy as np

    from .graf_celler import projicer

    linje = np.array([p for led in kendt.skridt for p in punkter_af(graf, led)])
    a, b = linje[:-1], linje[1:]
    langt = 0.0
    for led in vej.skridt:
        punkter = punkter_af(graf, led)
        x, y = punkter[len(punkter) // 2]
        _, afstand = projicer(x, y, a[:, 0], a[:, 1], b[:, 0], b[:, 1])
        langt = max(langt, float(afstand.min()))
    return langt


def punkter_af(graf: Graf, led: Led) -> Sequence[tuple[float, float]]:
    """The coordinates of a step."""
    if len(led) == 2:
        return [(graf.knude_x[knude], graf.knude_y[knude]) for knude in led]
    return graf.net.mellem(graf.linje[led[0]], led[1], led[2])
