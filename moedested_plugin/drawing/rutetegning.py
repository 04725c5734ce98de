# SPDX-License-Identifier: GPL-2.0-or-later
"""A route while it is drawn (tegning): its points, the legs between them, and what each next step would give."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .graf import Graf
from .graf_soeg import Soegning
from .rutevej import Ben, Grund, IngenVej, Punkt, Vej, Via, andre, frit, langs, via

#: A route that lies within this of the shortest way between two points is that way.
_SAMME_VEJ_M = 2.0
_FLEST_VIA = 40


@dataclass(frozen=True)
class Forslag:
    """The next leg, or why there is none."""

    via: Via
    ben: Ben | None
    grund: Grund | None = None

    @property
    def hul(self) -> float:
        """Metres to be bridged before the leg can be used."""
        return sum(led.laengde for led in self.ben.huller) if self.ben else 0.0


class Tegning:
    """Points and legs. Every change is one method; nothing here asks or shows."""

    def __init__(self, graf: Graf, hoejst: float) -> None:
        """`hoejst`: how far from the network a point may be and still be on it."""
        self.graf, self.hoejst = graf, hoejst
        self.via: list[Via] = []
        self.ben: list[Ben] = []
        #: Which legs are drawn by hand.
        self.fri: list[bool] = []
        self._soegninger: dict[bool, Soegning] = {}

    @property
    def vej(self) -> Vej:
        """What is drawn so far."""
        return Vej(tuple(self.ben))

    # Drawing -------------------------------------------------------------------------------------------

    def forslag(self, punkt: Punkt, *, fri: bool = False) -> Forslag:
        """The leg to a point; over gaps only where there is no other way."""
        til = via(self.graf, punkt, self.hoejst)
        if not self.via:
            return Forslag(til, None, Grund.UDENFOR if til.fod is None and not fri else None)
        fra = self.via[-1]
        if fri:
            return Forslag(til, frit(fra, til))
        if til.fod is None:
            return Forslag(til, None, Grund.UDENFOR)
        if fra.fod is None:
            return Forslag(til, None, Grund.FRA_UDENFOR)
        for over in (False, True):
            if over not in self._soegninger:
                self._soegninger[over] = Soegning(self.graf, fra.fod, over=over)
            try:
                return Forslag(til, langs(self.graf, fra, til, soegning=self._soegninger[over]))
            except IngenVej:
                continue
        return Forslag(til, None, Grund.ADSKILT)

    def begynd(self, forslag: Forslag) -> None:
        """Put the first point down."""
        self.via = [forslag.via]
        self._glem()

    def tag(self, forslag: Forslag, *, fri: bool = False) -> None:
        """Make a proposed leg part of the route. Who calls has asked about its gaps."""
        if forslag.ben is None or not forslag.ben.led:
            return
        self.via.append(forslag.via)
        self.ben.append(forslag.ben)
        self.fri.append(fri)
        self._glem()

    def tilbage(self) -> bool:
        """Take the last point back; False where there is none."""
        if not self.via:
            return False
        self.via.pop()
        if self.ben:
            self.ben.pop()
            self.fri.pop()
        self._glem()
        return True

    def andre(self, til: Via) -> list[Ben]:
        """The ways from the last point, the shortest first."""
        return andre(self.graf, self.via[-1], til) if self.via else []

    def andre_for_sidste(self) -> list[Ben]:
        """The ways that the last leg could have gone."""
        if not self.ben or self.fri[-1]:
            return []
        return andre(self.graf, self.via[-2], self.via[-1])

    def skift_sidste(self, ben: Ben) -> None:
        """Let the last leg go another way."""
        self.ben[-1] = ben

    def langs_nyt(self, graf: Graf) -> Tegning:
        """The same drawing, going on along a newer network: what is drawn stays."""
        ny = self._kopi()
        ny.graf = graf
        ny.via = [via(graf, sted.sted, 1.0) for sted in self.via]
        return ny

    # Afterwards ----------------------------------------------------------------------------------------

    def flyttet(self, nr: int, punkt: Punkt, *, over: bool = False) -> Tegning:
        """A drawing with point `nr` moved: only the legs to its neighbours are found anew. Raises IngenVej."""
        ny = self._kopi()
        ny.via[nr] = via(self.graf, punkt, self.hoejst)
        for ben_nr in (nr - 1, nr):
            if 0 <= ben_nr < len(ny.ben):
                ny.find_ben(ben_nr, over=over)
        return ny

    def indsat(self, ben_nr: int, punkt: Punkt, *, over: bool = False) -> Tegning:
        """A drawing with a new point on leg `ben_nr`. Raises IngenVej."""
        ny = self._kopi()
        ny.via.insert(ben_nr + 1, via(self.graf, punkt, self.hoejst))
        ny.ben[ben_nr : ben_nr + 1] = [Ben(()), Ben(())]
        ny.fri[ben_nr : ben_nr + 1] = [self.fri[ben_nr]] * 2
        for nr in (ben_nr, ben_nr + 1):
            ny.find_ben(nr, over=over)
        return ny

    def vendt(self) -> Tegning:
        """The drawing the other way round."""
        ny = self._kopi()
        ny.via.reverse()
        ny.ben = [ben.vendt() for ben in reversed(self.ben)]
        ny.fri.reverse()
        return ny

    def grebet(self, punkt: Punkt, taet: float) -> tuple[int | None, int | None]:
        """What is under a point: the number of a chosen point, else of a leg."""
        afstande = [math.dist(sted.sted, punkt) for sted in self.via]
        if afstande and min(afstande) <= taet:
            return afstande.index(min(afstande)), None
        langt = [_afstand(ben.punkter, punkt) for ben in self.ben]
        if langt and min(langt) <= taet:
            return None, langt.index(min(langt))
        return None, None

    def _kopi(self) -> Tegning:
        ny = Tegning(self.graf, self.hoejst)
        ny.via, ny.ben, ny.fri = list(self.via), list(self.ben), list(self.fri)
        return ny

    def find_ben(self, nr: int, *, over: bool) -> None:
        """Find leg `nr` anew between its points. Raises IngenVej."""
        fra, til = self.via[nr], self.via[nr + 1]
        if self.fri[nr]:
            self.ben[nr] = frit(fra, til)
            return
        try:
            self.ben[nr] = langs(self.graf, fra, til, nr=nr + 1)
        except IngenVej as ingen:
            if ingen.grund is not Grund.ADSKILT or not over:
                raise
            self.ben[nr] = langs(self.graf, fra, til, over=True, nr=nr + 1)

    def _glem(self) -> None:
        self._soegninger.clear()


def genkend(graf: Graf, punkter: Sequence[Punkt], hoejst: float) -> Tegning:
    """A drawing of a route that is there already: as few points as give the same way along the network.

    What does not follow the network is kept as it is, between points of its own.
    """
    from .rutevej import Art, Led

    tegning = Tegning(graf, hoejst)
    tegning.via.append(via(graf, punkter[0], hoejst))
    nr = 0
    while nr < len(punkter) - 1 and len(tegning.via) < _FLEST_VIA:
        lav, hoej, fundet = nr + 1, len(punkter) - 1, None
        proev = hoej
        while lav <= hoej:
            til = via(graf, punkter[proev], hoejst)
            ben = _langs_samme(graf, tegning.via[-1], til, punkter[nr : proev + 1])
            if ben is not None:
                fundet, lav = (proev, til, ben), proev + 1
            else:
                hoej = proev - 1
            proev = (lav + hoej) // 2
        if fundet is None:
            break
        nr = fundet[0]
        tegning.via.append(fundet[1])
        tegning.ben.append(fundet[2])
        tegning.fri.append(False)
    if nr < len(punkter) - 1:
        rest = Ben((Led(Art.FRI, tuple(punkter[nr:])),))
        tegning.via.append(via(graf, punkter[-1], hoejst))
        tegning.ben.append(rest)
        tegning.fri.append(False)
    return tegning


def _langs_samme(graf: Graf, fra: Via, til: Via, punkter: Sequence[Punkt]) -> Ben | None:
    """The shortest way between two points, where it is the one that the points follow."""
    if fra.fod is None or til.fod is None:
        return None
    try:
        ben = langs(graf, fra, til)
    except IngenVej:
        return None
    langt = sum(math.dist(a, b) for a, b in zip(punkter, punkter[1:]))
    if abs(ben.laengde - langt) > 2 * _SAMME_VEJ_M + 0.01 * langt or not ben.led:
        return None
    vej = ben.punkter
    stik = punkter[:: max(1, len(punkter) // 50)]
    return ben if all(_afstand(vej, punkt) <= _SAMME_VEJ_M for punkt in stik) else None


def _afstand(linje: Sequence[Punkt], punkt: Punkt) -> float:
    import numpy as np

    from .graf_celler import projicer

    xy = np.array(linje).reshape(-1, 2)
    if len(xy) < 2:
        return math.inf
    a, b = xy[:-1], xy[1:]
    _, langt = projicer(punkt[0], punkt[1], a[:, 0], a[:, 1], b[:, 0], b[:, 1])
    return float(langt.min())
