# SPDX-License-Identifier: GPL-2.0-or-later
"""Where lines meet themselves and each other: every place, not only the first (qgis/QGIS#45455).

Asked only of what GEOS has found wrong, so it may take its time; it is still a sweep, since a route can have 20 000 points.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .tegning import Kaede, Sted, punkter

#: Finer than this, coordinates of seven digits before the point say nothing.
_TAET = 1e-7
_PARALLEL = 1e-12


class Moede(enum.Enum):
    """How two legs meet."""

    KRYDS = "they cross"
    ROERING = "the end of one lies on the other"
    OVENI = "they run along each other"


@dataclass(frozen=True)
class Moedested:
    """A meeting of two legs: of which chains, where, and (running along each other) to where."""

    art: Moede
    sted: Sted
    kaeder: tuple[int, int]
    ben: tuple[int, int]
    slut: Sted


@dataclass(frozen=True)
class _Ben:
    ax: float
    ay: float
    bx: float
    by: float
    kaede: int
    nr: int
    sidste: bool  # of a closed chain: its neighbour is the first

    def nabo(self, andet: _Ben) -> bool:
        """Whether the two follow each other, and so share a vertex by nature."""
        if self.kaede != andet.kaede:
            return False
        return abs(self.nr - andet.nr) == 1 or (
            (self.sidste and andet.nr == 0) or (andet.sidste and self.nr == 0)
        )


def moeder(kaeder: Sequence[Kaede]) -> list[Moedested]:
    """Every meeting of legs that do not follow each other, and of followers that turn straight back."""
    ud = [m for a, b in _naere(_ben(kaeder)) if (m := _moede(a, b)) is not None]
    ud.sort(key=lambda m: (m.kaeder, m.ben))
    return ud


def _ben(kaeder: Sequence[Kaede]) -> list[_Ben]:
    ud = []
    for kaede, xy in enumerate(kaeder):
        rene: list[Sted] = []
        for punkt in punkter(xy):
            if not rene or math.hypot(punkt[0] - rene[-1][0], punkt[1] - rene[-1][1]) > _TAET:
                rene.append(punkt)
        lukket = len(rene) > 3 and rene[0] == rene[-1]
        ud += [
            _Ben(*a, *b, kaede, nr, lukket and nr == len(rene) - 2)
            for nr, (a, b) in enumerate(zip(rene, rene[1:]))
        ]
    return ud


def _naere(ben: Sequence[_Ben]) -> Iterator[tuple[_Ben, _Ben]]:
    """Pairs whose boxes touch, by a sweep along the longer side of the whole."""
    if not ben:
        return
    x = [b.ax for b in ben]
    y = [b.ay for b in ben]
    langs_x = max(x) - min(x) >= max(y) - min(y)
    poster = []
    for b in ben:
        vandret, lodret = sorted((b.ax, b.bx)), sorted((b.ay, b.by))
        (fra, til), (ned, op) = (vandret, lodret) if langs_x else (lodret, vandret)
        poster.append((fra - _TAET, til + _TAET, ned - _TAET, op + _TAET, b))
    poster.sort(key=lambda p: p[0])
    aabne: list[tuple[float, float, float, float, _Ben]] = []
    for post in poster:
        aabne = [a for a in aabne if a[1] >= post[0]]
        for a in aabne:
            if a[2] <= post[3] and post[2] <= a[3]:
                foerst, sidst = a[4], post[4]
                if (sidst.kaede, sidst.nr) < (foerst.kaede, foerst.nr):
                    foerst, sidst = sidst, foerst
                yield foerst, sidst
        aabne.append(post)


def _moede(a: _Ben, b: _Ben) -> Moedested | None:
    rx, ry, sx, sy = a.bx - a.ax, a.by - a.ay, b.bx - b.ax, b.by - b.ay
    qx, qy = b.ax - a.ax, b.ay - a.ay
    langt_a, langt_b = math.hypot(rx, ry), math.hypot(sx, sy)
    nabo = a.nabo(b)
    kryds = rx * sy - ry * sx
    if abs(kryds) <= _PARALLEL * langt_a * langt_b:
        if abs(qx * ry - qy * rx) > _TAET * langt_a:
            return None
        ender = sorted(((qx * rx + qy * ry) / langt_a, ((qx + sx) * rx + (qy + sy) * ry) / langt_a))
        fra, til = max(0.0, ender[0]), min(langt_a, ender[1])
        if til - fra < -_TAET or (nabo and til - fra <= _TAET):
            return None
        steder = [
            (a.ax + rx * langs / langt_a, a.ay + ry * langs / langt_a) for langs in (fra, til)
        ]
        art = Moede.OVENI if til - fra > _TAET else Moede.ROERING
        return Moedested(art, steder[0], (a.kaede, b.kaede), (a.nr, b.nr), steder[1])
    if nabo:
        return None
    t, u = (qx * sy - qy * sx) / kryds, (qx * ry - qy * rx) / kryds
    e, f = _TAET / langt_a, _TAET / langt_b
    if not (-e <= t <= 1 + e and -f <= u <= 1 + f):
        return None
    sted = (a.ax + t * rx, a.ay + t * ry)
    inde = e < t < 1 - e and f < u < 1 - f
    return Moedested(
        Moede.KRYDS if inde else Moede.ROERING, sted, (a.kaede, b.kaede), (a.nr, b.nr), sted
    )
