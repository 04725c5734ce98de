# SPDX-License-Identifier: GPL-2.0-or-later
"""A drawing as plain numbers: a geometry is asked for its bytes once, and the rest is arithmetic."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from operator import add, mul, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

#: x, y, x, y … of a point, a line or a ring (which ends where it begins).
Kaede = tuple[float, ...]
Sted = tuple[float, float]
#: The parts, each with its chains: one for a point or a line, the shell and the holes for an area.
Dele = list[list[Kaede]]

_PUNKT, _LINJE, _FLADE = 1, 2, 3
_MULTI = 3
_SAMLING = 7
#: What the bytes of a flat and straight drawing begin with, as both stores give them.
_FLADE_HOVEDER = frozenset(struct.pack("<BI", 1, art) for art in range(1, _SAMLING + 1))
#: A ring smaller than this may be a line.
_INTET_M2 = 1e-6
#: Length of the WKB of a point, and of a multipoint with one point in it.
_ET_PUNKT = {21: 5, 30: 14}


def wkb_af(geometri: QgsGeometry) -> bytes:
    """The bytes of the geometry, flat and straight."""
    wkb: bytes = geometri.asWkb().data()
    if len(wkb) >= 5 and 0 < struct.unpack_from("<I", wkb, 1)[0] <= _SAMLING:
        return wkb
    from qgis.core import QgsGeometry as Kopi

    kopi = Kopi(geometri)
    kopi.convertToStraightSegment()
    form = kopi.get()
    form.dropZValue()
    form.dropMValue()
    flad: bytes = kopi.asWkb().data()
    return flad


def flad(wkb: bytes) -> bytes:
    """What has been read, as `wkb_af` would give it: nearly always the same bytes."""
    if wkb[:5] in _FLADE_HOVEDER:
        return wkb
    from qgis.core import QgsGeometry as Laest

    geometri = Laest()
    geometri.fromWkb(wkb)
    return wkb_af(geometri)


def et_punkt(wkb: bytes) -> Sted | None:
    """The place of a point, or of a multipoint of one: what nearly all are, without looking further."""
    start = _ET_PUNKT.get(len(wkb))
    if start is None:
        return None
    x, y = struct.unpack_from("<dd", wkb, start)
    return x, y


def dele(wkb: bytes) -> Dele:
    """The parts of a 2D geometry. An empty part has no chain; an empty point is a chain of NaN."""
    if len(wkb) < 9:
        return []
    ud: Dele = []
    _laes(wkb, 0, ud)
    return ud


def _laes(wkb: bytes, fra: int, ud: Dele) -> int:
    art, antal = struct.unpack_from("<II", wkb, fra + 1)
    if art == _PUNKT:
        ud.append([struct.unpack_from("<dd", wkb, fra + 5)])
        return fra + 21
    fra += 9
    if art > _MULTI:
        for _ in range(antal):
            fra = _laes(wkb, fra, ud)
        return fra
    if art == _LINJE:
        ud.append([struct.unpack_from(f"<{2 * antal}d", wkb, fra)] if antal else [])
        return fra + 16 * int(antal)
    ringe = []
    for _ in range(antal):
        (punkter,) = struct.unpack_from("<I", wkb, fra)
        if punkter:
            ringe.append(struct.unpack_from(f"<{2 * punkter}d", wkb, fra + 4))
        fra += 4 + 16 * punkter
    ud.append(ringe)
    return int(fra)


def kaeder(alle: Dele) -> Iterator[Kaede]:
    """Every chain of every part."""
    for del_ in alle:
        yield from del_


def punkter(kaede: Kaede) -> Iterator[Sted]:
    """The vertices in turn."""
    return zip(kaede[::2], kaede[1::2])


def sted(kaede: Kaede, nr: int) -> Sted:
    """One vertex; negative counts from the end."""
    return kaede[2 * nr], kaede[2 * nr + 1]


def afstand(a: Sted, b: Sted) -> float:
    """Metres between two places."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def laengde(kaede: Kaede) -> float:
    """Metres along the chain."""
    x, y = kaede[::2], kaede[1::2]
    return float(sum(map(math.hypot, map(sub, x[1:], x), map(sub, y[1:], y))))


def ramme(alle: Dele) -> tuple[float, float, float, float]:
    """West, south, east, north of what has at least one vertex."""
    x, y = zip(*((kaede[::2], kaede[1::2]) for kaede in kaeder(alle) if kaede))
    return min(map(min, x)), min(map(min, y)), max(map(max, x)), max(map(max, y))


def areal(ring: Kaede) -> float:
    """Square metres inside a ring, whichever way round it runs."""
    x0, y0 = ring[0], ring[1]
    x, y = [v - x0 for v in ring[::2]], [v - y0 for v in ring[1::2]]
    return float(abs(sum(map(sub, map(mul, x, y[1:]), map(mul, x[1:], y)))) / 2)


def er_flad(ring: Kaede) -> bool:
    """Whether the ring has no inside: all its vertices are on one line. A figure of eight has two, and may measure nothing."""
    if areal(ring) > _INTET_M2:
        return False
    ax, ay = ring[0], ring[1]
    bx, by = max(punkter(ring), key=lambda p: math.hypot(p[0] - ax, p[1] - ay))
    dx, dy = bx - ax, by - ay
    langt = math.hypot(dx, dy)
    return all(abs((x - ax) * dy - (y - ay) * dx) <= _INTET_M2 * langt for x, y in punkter(ring))


class Maalt:
    """A line or ring measured in one go: what most need to be found without a fault."""

    __slots__ = ("_xy", "ben", "dx", "dy", "laengde")

    def __init__(self, kaede: Kaede) -> None:
        x, y = kaede[::2], kaede[1::2]
        self._xy = kaede
        self.dx, self.dy = list(map(sub, x[1:], x)), list(map(sub, y[1:], y))
        self.ben = list(map(math.hypot, self.dx, self.dy))
        self.laengde = sum(self.ben)

    @property
    def alle_gaar(self) -> bool:
        """No leg stands still, and all are numbers."""
        return not self.ben or (min(self.ben) > 0 and math.isfinite(self.laengde))

    def gentagne(self, meter: float) -> Iterator[tuple[Sted, int]]:
        """Where the line stands still, and how many vertices stand there."""
        if not self.ben or min(self.ben) > meter:
            return
        i = 0
        while i < len(self.ben):
            if self.ben[i] > meter:
                i += 1
                continue
            foerste = i
            while i < len(self.ben) and self.ben[i] <= meter:
                i += 1
            yield sted(self._xy, foerste), i - foerste + 1

    def spidser(
        self, grader: float, hoejst: float, *, lukket: bool
    ) -> Iterator[tuple[Sted, float]]:
        """Where the line goes out and straight back, and how far out."""
        dx, dy = self.dx, self.dy
        vender = len(dx) > 1 and min(map(add, map(mul, dx, dx[1:]), map(mul, dy, dy[1:]))) < 0
        if vender or lukket:
            yield from self._spidser(math.cos(math.radians(grader)), hoejst, lukket)

    def _spidser(self, cosinus: float, hoejst: float, lukket: bool) -> Iterator[tuple[Sted, float]]:
        # Repeated vertices have no direction: they are passed over.
        ben = [i for i, langt in enumerate(self.ben) if langt > 0]
        par = list(zip(ben, ben[1:]))
        if lukket and len(ben) > 2:
            par.append((ben[-1], ben[0]))
        for i, j in par:
            a, b = self.ben[i], self.ben[j]
            if min(a, b) <= hoejst:
                tilbage = -(self.dx[i] * self.dx[j] + self.dy[i] * self.dy[j])
                if tilbage >= cosinus * a * b:
                    yield sted(self._xy, j), min(a, b)


def som_wkb(alle: Dele, som: bytes) -> bytes:
    """The parts as a geometry of the same type as `som`."""
    (art,) = struct.unpack_from("<I", som, 1)
    if art <= _MULTI:
        return _del_wkb(alle[0], art)
    hoved = struct.pack("<BII", 1, art, len(alle))
    return hoved + b"".join(_del_wkb(del_, art - _MULTI) for del_ in alle)


def _del_wkb(del_: list[Kaede], art: int) -> bytes:
    hoved = struct.pack("<BI", 1, art)
    if art == _PUNKT:
        return hoved + struct.pack("<dd", *del_[0])
    if art == _LINJE:
        return hoved + _kaede_wkb(del_[0])
    return hoved + struct.pack("<I", len(del_)) + b"".join(map(_kaede_wkb, del_))


def _kaede_wkb(kaede: Kaede) -> bytes:
    return struct.pack(f"<I{len(kaede)}d", len(kaede) // 2, *kaede)


def som_kaede(steder: Sequence[Sted]) -> Kaede:
    """Places in turn as a chain."""
    return tuple(tal for punkt in steder for tal in punkt)
