# SPDX-License-Identifier: GPL-2.0-or-later
"""Metres along a route: its parts in order, the gaps between them not counted, and where its loose ends are."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, product, repeat

from moedested_plugin.domain.kontroller_ruter import SAMME_PUNKT_M

from .tegning import Dele, Kaede, Maalt, Sted, afstand, som_kaede, sted

_Ben = tuple[float, float, float, float, float, float]
#: Vertices no further apart are one that was reckoned twice.
_INTET_M = 1e-6
#: Gives the places that may be in a box.
IBoks = Callable[[tuple[float, float, float, float]], Sequence[Sted]]


class Langs:
    """A route that can be measured along."""

    def __init__(self, alle: Dele) -> None:
        self.linjer: list[Kaede] = [del_[0] for del_ in alle if del_ and len(del_[0]) > 2]
        self._ben: list[_Ben] = []
        #: Metres at the end of each part.
        self.delmaal: list[float] = []
        langs = 0.0
        for linje in self.linjer:
            maalt = Maalt(linje)
            foer = accumulate(maalt.ben, initial=langs)
            ben = zip(linje[::2], linje[1::2], maalt.dx, maalt.dy, maalt.ben, foer)
            self._ben += ben if maalt.alle_gaar else (et for et in ben if et[4] > 0)
            langs += maalt.laengde
            self.delmaal.append(langs)
        self.laengde = langs
        self._foer = [et[5] for et in self._ben]

    def ved(self, punkt: Sted, meter: float) -> list[float]:
        """Every metre mark at which the route passes the place no further away than `meter`, the nearest of each pass."""
        ud: list[tuple[float, float]] = []  # (mark, distance)
        for mark, fra in self._naere(punkt, meter):
            if ud and mark - ud[-1][0] <= 4 * meter:
                if fra < ud[-1][1]:
                    ud[-1] = (mark, fra)
            else:
                ud.append((mark, fra))
        return [mark for mark, _ in ud]

    def _naere(self, punkt: Sted, meter: float) -> Iterator[tuple[float, float]]:
        px, py = punkt
        for x, y, dx, dy, ben, foer in self._ben:
            qx, qy = px - x, py - y
            if abs(qx) > ben + meter or abs(qy) > ben + meter:
                continue
            t = min(1.0, max(0.0, (qx * dx + qy * dy) / (ben * ben)))
            fra = math.hypot(qx - t * dx, qy - t * dy)
            if fra <= meter:
                yield foer + t * ben, fra

    def sidste(self, i_boks: IBoks, meter: float, fra: float, til: float) -> float | None:
        """The last mark after `fra` and no later than `til` with one of the places no further away than `meter`."""
        return self._foerste_svar(reversed(self._mellem(fra, til)), i_boks, meter, fra, til, max)

    def foerste(self, i_boks: IBoks, meter: float, fra: float, til: float) -> float | None:
        """The first such mark."""
        return self._foerste_svar(self._mellem(fra, til), i_boks, meter, fra, til, min)

    def _mellem(self, fra: float, til: float) -> list[tuple[float, _Ben]]:
        """The legs between two marks, each with the round it is in; a loop goes on into its second."""
        omgange = (0.0, self.laengde) if til > self.laengde else (0.0,)
        ud: list[tuple[float, _Ben]] = []
        for runde in omgange:
            foerste = max(bisect_left(self._foer, fra - runde) - 1, 0)
            ben = self._ben[foerste : bisect_right(self._foer, til - runde)]
            ud += zip(repeat(runde), ben)
        return ud

    @staticmethod
    def _foerste_svar(
        alle: Iterable[tuple[float, _Ben]], i_boks: IBoks, meter: float, fra: float, til: float,
        valg: Callable[[list[float]], float],
    ) -> float | None:  # fmt: skip
        for runde, (x, y, dx, dy, langt, foer) in alle:
            vest, oest = (x, x + dx) if dx > 0 else (x + dx, x)
            syd, nord = (y, y + dy) if dy > 0 else (y + dy, y)
            vest, syd, oest, nord = vest - meter, syd - meter, oest + meter, nord + meter
            maerker = []
            for px, py in i_boks((vest, syd, oest, nord)):
                if not (syd <= py <= nord and vest <= px <= oest):
                    continue
                qx, qy = px - x, py - y
                t = min(1.0, max(0.0, (qx * dx + qy * dy) / (langt * langt)))
                mark = foer + runde + t * langt
                if math.hypot(qx - t * dx, qy - t * dy) <= meter and fra < mark <= til:
                    maerker.append(mark)
            if maerker:
                return valg(maerker)
        return None

    def fra(self, punkt: Sted) -> float:
        """Metres from the place to the route."""
        ud = math.inf
        for x, y, dx, dy, ben, _ in self._ben:
            qx, qy = punkt[0] - x, punkt[1] - y
            t = min(1.0, max(0.0, (qx * dx + qy * dy) / (ben * ben)))
            ud = min(ud, math.hypot(qx - t * dx, qy - t * dy))
        return ud

    def punkt(self, mark: float) -> Sted:
        """The place at a metre mark; of a loop also in its second round."""
        mark = mark - self.laengde if mark > self.laengde else mark
        valgt = self._ben[0]
        for ben in self._ben:
            if ben[5] > mark:
                break
            valgt = ben
        x, y, dx, dy, laengde, foer = valgt
        t = min(1.0, max(0.0, (mark - foer) / laengde))
        return x + t * dx, y + t * dy

    def stykke(self, fra: float, til: float) -> Kaede:
        """The line between two marks. Over a gap it runs straight: ask for each side of it by itself."""
        ud: list[Sted] = []
        for x, y, dx, dy, langt, foer in self._ben:
            if foer >= til:
                break
            if foer + langt <= fra:
                continue
            a, b = max(0.0, (fra - foer) / langt), min(1.0, (til - foer) / langt)
            for punkt in ((x + a * dx, y + a * dy), (x + b * dx, y + b * dy)):
                if ud and afstand(ud[-1], punkt) <= _INTET_M:
                    ud[-1] = punkt if a == 0.0 else ud[-1]
                else:
                    ud.append(punkt)
        return som_kaede(ud)

    def strakte(self, linje: Kaede, meter: float) -> list[tuple[float, float]]:
        """From and to of a line that follows the route: every reading that its length allows, the best first.

        There are several where the route passes the same place twice.
        """
        langt = Maalt(linje).laengde
        par = [
            (min(a, b), max(a, b))
            for a, b in product(self.ved(sted(linje, 0), meter), self.ved(sted(linje, -1), meter))
        ]
        if self.er_rund:
            # The place where a loop closes is both its beginning and its end.
            par += [(b, self.laengde) for a, b in par if a <= meter]
        par.sort(key=lambda p: (round(abs(p[1] - p[0] - langt), 2), p))
        if not par:
            return []
        bedst = abs(par[0][1] - par[0][0] - langt)
        return [p for p in par if abs(p[1] - p[0] - langt) <= bedst + meter]

    @property
    def er_rund(self) -> bool:
        """One line that ends where it begins."""
        return len(self.linjer) == 1 and (
            afstand(sted(self.linjer[0], 0), sted(self.linjer[0], -1)) <= SAMME_PUNKT_M
        )

    def spring(self) -> list[float]:
        """The metre marks at which the next part begins somewhere else."""
        return [
            maal
            for maal, foer, efter in zip(self.delmaal, self.linjer, self.linjer[1:])
            if afstand(sted(foer, -1), sted(efter, 0)) > SAMME_PUNKT_M
        ]

    def loese_ender(self) -> list[Sted]:
        """Ends that no other end meets: two of a plain route, none of a loop."""
        return loese_ender(self.linjer)


def loese_ender(linjer: Sequence[Kaede]) -> list[Sted]:
    """Ends of lines that meet no other end, in order."""
    ender: dict[tuple[int, int], list[Sted]] = {}
    for linje in linjer:
        for nr in (0, -1):
            punkt = sted(linje, nr)
            i, j = math.floor(punkt[0] / SAMME_PUNKT_M), math.floor(punkt[1] / SAMME_PUNKT_M)
            for celle in product((i, i - 1, i + 1), (j, j - 1, j + 1)):
                moedt = next(
                    (p for p in ender.get(celle, ()) if afstand(p, punkt) <= SAMME_PUNKT_M), None
                )
                if moedt is not None:
                    ender[celle].remove(moedt)
                    break
            else:
                ender.setdefault((i, j), []).append(punkt)
    return [punkt for celle in ender.values() for punkt in celle]
