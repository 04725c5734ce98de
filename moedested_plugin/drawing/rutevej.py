# SPDX-License-Identifier: GPL-2.0-or-later
"""A way (vej) through a network from point to point: its legs, length, surfaces, and the gaps to be bridged."""

from __future__ import annotations

import enum
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsLineString, QgsMultiLineString

from .graf import Fod, Graf
from .graf_linjer import Kilde
from .graf_soeg import Fundet, Soegning, andre_veje, punkter_af

Punkt = tuple[float, float]

#: A point farther from the network than this is not on it.
HOEJST_FRA_NET_M = 50.0
#: Two points nearer than this are one.
_SAMME_M = 0.001
#: Two ends of a way nearer than this are one place: a round trip.
RUNDTUR_M = 1.0


class Art(enum.Enum):
    """How a part of the way came about."""

    NET = "net"
    HUL = "hul"
    FRI = "fri"


class Grund(enum.Enum):
    """Why there is no way."""

    UDENFOR = "udenfor"
    #: It is the point before that is off the network.
    FRA_UDENFOR = "fra udenfor"
    ADSKILT = "adskilt"


class IngenVej(Exception):
    """There is no way to point number `nr`, counted from 0."""

    def __init__(self, grund: Grund, nr: int) -> None:
        super().__init__(grund.value)
        self.grund, self.nr = grund, nr


@dataclass(frozen=True)
class Led:
    """A part of a way along one line of the network (`kilde`), over a gap, or drawn by hand."""

    art: Art
    punkter: tuple[Punkt, ...]
    kilde: Kilde | None = None

    @property
    def laengde(self) -> float:
        """Metres."""
        return sum(math.dist(a, b) for a, b in zip(self.punkter, self.punkter[1:]))


@dataclass(frozen=True)
class Ben:
    """From one chosen point to the next."""

    led: tuple[Led, ...]

    @property
    def laengde(self) -> float:
        """Metres."""
        return sum(led.laengde for led in self.led)

    @property
    def huller(self) -> tuple[Led, ...]:
        """What must be bridged."""
        return tuple(led for led in self.led if led.art is Art.HUL)

    @property
    def punkter(self) -> list[Punkt]:
        """All of it as one line."""
        return samlet([led.punkter for led in self.led])

    def vendt(self) -> Ben:
        """The same the other way."""
        return Ben(tuple(Led(led.art, led.punkter[::-1], led.kilde) for led in reversed(self.led)))


@dataclass(frozen=True)
class Vej:
    """The whole way."""

    ben: tuple[Ben, ...]

    @property
    def laengde(self) -> float:
        """Metres, of what is drawn."""
        punkter = self.punkter
        return sum(math.dist(a, b) for a, b in zip(punkter, punkter[1:]))

    @property
    def huller(self) -> tuple[Led, ...]:
        """What must be bridged."""
        return tuple(led for ben in self.ben for led in ben.huller)

    @property
    def led(self) -> tuple[Led, ...]:
        """The parts in order: line by line, with where they come from and their surface."""
        return tuple(led for ben in self.ben for led in ben.led)

    @property
    def punkter(self) -> list[Punkt]:
        """All of it as one line."""
        return samlet([ben.punkter for ben in self.ben])

    def geometri(self) -> QgsGeometry:
        """As a multi line of one part; null where nothing is drawn."""
        return multilinje([self.punkter])


@dataclass(frozen=True)
class Via:
    """A chosen point, and where it stands on the network; without `fod` it is off it."""

    punkt: Punkt
    fod: Fod | None = None

    @property
    def sted(self) -> Punkt:
        """Where the way goes through."""
        return (self.fod.x, self.fod.y) if self.fod is not None else self.punkt


def via(graf: Graf, punkt: Punkt, hoejst: float = HOEJST_FRA_NET_M) -> Via:
    """A point, put onto the network where that is near."""
    return Via(punkt, graf.naermest(punkt[0], punkt[1], hoejst))


def find(
    graf: Graf,
    punkter: Sequence[Punkt],
    *,
    hoejst: float = HOEJST_FRA_NET_M,
    over: bool = False,
    fri: Collection[int] = (),
) -> Vej:
    """The shortest way through the points in order. Raises IngenVej where there is none.

    `over`: also across gaps (`Vej.huller` says which). `fri`: numbers of points that are reached by a straight line.
    """
    steder = [via(graf, punkt, hoejst) for punkt in punkter]
    ben = []
    for nr in range(1, len(steder)):
        if nr in fri:
            ben.append(frit(steder[nr - 1], steder[nr]))
        else:
            ben.append(langs(graf, steder[nr - 1], steder[nr], over=over, nr=nr))
    return Vej(tuple(ben))


def langs(
    graf: Graf, fra: Via, til: Via, *, over: bool = False, nr: int = 1,
    soegning: Soegning | None = None,
) -> Ben:  # fmt: skip
    """The leg along the network between two points. Raises IngenVej."""
    for hvilken, sted in ((nr - 1, fra), (nr, til)):
        if sted.fod is None:
            raise IngenVej(Grund.UDENFOR, hvilken)
    if fra.fod is None or til.fod is None:
        raise IngenVej(Grund.UDENFOR, nr)
    soeg = soegning or Soegning(graf, fra.fod, over=over)
    fundet = soeg.til(til.fod)
    if fundet is None:
        raise IngenVej(Grund.ADSKILT, nr)
    return ben_af(graf, fundet)


def andre(graf: Graf, fra: Via, til: Via) -> list[Ben]:
    """All ways worth showing between two points, the shortest first; the last may cross a gap, where that saves much."""
    if fra.fod is None or til.fod is None:
        return []
    bedste = Soegning(graf, fra.fod).til(til.fod)
    if bedste is None:
        return []
    alle = [bedste, *andre_veje(graf, fra.fod, til.fod, bedste)]
    kort = Soegning(graf, fra.fod, over=True).til(til.fod, bedste.laengde * _GENVEJ)
    if kort is not None and kort.har_hul:
        alle.append(kort)
    return [ben_af(graf, fundet) for fundet in alle]


#: A way over a gap is shown beside one that goes round, when it costs less than this part of it.
_GENVEJ = 0.6


def frit(fra: Via, til: Via) -> Ben:
    """A straight line between two points."""
    return Ben((Led(Art.FRI, (fra.sted, til.sted)),))


def ben_af(graf: Graf, fundet: Fundet) -> Ben:
    """What was found, with steps along the same line put together."""
    led: list[Led] = []
    sidste = (-1, 0.0)
    for skridt in fundet.skridt:
        punkter = samlet([punkter_af(graf, skridt)])
        if len(skridt) == 2:
            led.append(Led(Art.HUL, tuple(punkter)))
            sidste = (-1, 0.0)
            continue
        if len(punkter) < 2:
            continue
        linje = graf.linje[skridt[0]]
        if led and sidste == (linje, skridt[1]):
            led[-1] = Led(Art.NET, tuple(samlet([led[-1].punkter, punkter])), led[-1].kilde)
        else:
            led.append(Led(Art.NET, tuple(punkter), graf.kilde(skridt[0])))
        sidste = (linje, skridt[2])
    return Ben(tuple(led))


def samlet(dele: Sequence[Sequence[Punkt]]) -> list[Punkt]:
    """Parts after one another as one line, without repeated points."""
    ud: list[Punkt] = []
    for del_ in dele:
        for punkt in del_:
            if not ud or math.dist(ud[-1], punkt) > _SAMME_M:
                ud.append(punkt)
    return ud


def multilinje(dele: Sequence[Sequence[Punkt]]) -> QgsGeometry:
    """Lines as the geometry of a route; null where none has two points."""
    multi = QgsMultiLineString()
    for del_ in dele:
        if len(del_) > 1:
            multi.addGeometry(QgsLineString([x for x, _ in del_], [y for _, y in del_]))
    return QgsGeometry(multi) if multi.numGeometries() else QgsGeometry()
