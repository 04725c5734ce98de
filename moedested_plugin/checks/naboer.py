# SPDX-License-Identifier: GPL-2.0-or-later
"""Which drawings lie near each other: a grid of raw coordinates for points, a tree for the rest, then the exact distance."""

from __future__ import annotations

import math
import struct
from collections.abc import Collection, Iterator, Mapping
from itertools import compress

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from .punktsky import med_selskab, sky_af

#: (key of the one, key of the other, metres)
Afstand = tuple[str, str, float]
Punkter = list[tuple[float, float]]
_PUNKT, _FLERE_PUNKTER = 1, 4
#: How the WKB of points says so, in both orders of bytes.
_PUNKTARTER = {struct.pack(f"{orden}I", art) for orden in "<>" for art in (_PUNKT, _FLERE_PUNKTER)}
#: No cell is smaller: a grid of centimetres would be all overhead.
_MINDSTE_CELLE = 1.0
#: So many are worth sifting first.
_MANGE = 500


def geometri_af(wkb: bytes) -> QgsGeometry:
    """The drawing."""
    geometri = QgsGeometry()
    geometri.fromWkb(wkb)
    return geometri


def punkter_af(wkb: bytes) -> Punkter | None:
    """The coordinates of one or more points; None where it is something else."""
    orden = "<" if wkb[:1] == b"\x01" else ">"
    art = struct.unpack_from(orden + "I", wkb, 1)[0]
    if art == _PUNKT:
        return [struct.unpack_from(orden + "dd", wkb, 5)]
    if art != _FLERE_PUNKTER:
        return None
    antal = struct.unpack_from(orden + "I", wkb, 5)[0]
    return [struct.unpack_from(orden + "dd", wkb, 14 + nr * 21) for nr in range(antal)]


def par(
    ene: Mapping[str, bytes], andre: Mapping[str, bytes], meter: float, *, samme: bool
) -> Iterator[Afstand]:
    """All pairs within reach. `samme`: both sides are one table, so each pair comes once and none with itself."""
    if not ene or not andre:
        return
    if ene is andre and len(ene) > _MANGE:
        ene = andre = _med_selskab(ene, meter)
    fundet = _alle(ene, andre, meter)
    if not samme:
        yield from fundet
        return
    for a, b, afstand in fundet:
        # Where only some rows of the table stand on the left side, their pair comes only from there.
        if a != b and (a < b or b not in ene):
            yield a, b, afstand


def _med_selskab(lag: Mapping[str, bytes], meter: float) -> Mapping[str, bytes]:
    """Without the points that stand alone: nearly all of them, when the reach is short."""
    sky = sky_af(lag.values())
    if sky is None:
        return lag
    return dict(compress(lag.items(), med_selskab(sky, meter)))


def _alle(ene: Mapping[str, bytes], andre: Mapping[str, bytes], meter: float) -> Iterator[Afstand]:
    """The smaller side stands ready to be asked; the larger goes past it, one drawing at a time."""
    find = _i_gitter if _er_punkter(ene) and _er_punkter(andre) else _i_trae
    if len(andre) <= len(ene):
        yield from find(ene, andre, meter)
    else:
        for b, a, afstand in find(andre, ene, meter):
            yield a, b, afstand


def _steder(wkb: bytes) -> Iterator[tuple[float, float]]:
    """An empty point is nowhere."""
    return ((x, y) for x, y in punkter_af(wkb) or () if math.isfinite(x) and math.isfinite(y))


def _er_punkter(lag: Mapping[str, bytes]) -> bool:
    return all(wkb[1:5] in _PUNKTARTER for wkb in lag.values())


def _i_gitter(
    ene: Mapping[str, bytes], andre: Mapping[str, bytes], meter: float
) -> Iterator[Afstand]:
    """`andre` stand in the grid."""
    bredde = max(meter, _MINDSTE_CELLE)
    celler: dict[tuple[int, int], list[tuple[str, float, float]]] = {}
    for b, wkb in andre.items():
        for x, y in _steder(wkb):
            celle = (math.floor(x / bredde), math.floor(y / bredde))
            celler.setdefault(celle, []).append((b, x, y))
    for a, wkb in ene.items():
        naermest: dict[str, float] = {}
        for x, y in _steder(wkb):
            i, j = math.floor(x / bredde), math.floor(y / bredde)
            for b, bx, by in _omkring(celler, i, j):
                afstand = math.hypot(bx - x, by - y)
                if afstand <= meter and afstand < naermest.get(b, math.inf):
                    naermest[b] = afstand
        for b, afstand in naermest.items():
            yield a, b, afstand


def _omkring(
    celler: Mapping[tuple[int, int], list[tuple[str, float, float]]], i: int, j: int
) -> Iterator[tuple[str, float, float]]:
    for di in (-1, 0, 1):
        for dj in (-1, 0, 1):
            yield from celler.get((i + di, j + dj), ())


def _i_trae(
    ene: Mapping[str, bytes], andre: Mapping[str, bytes], meter: float
) -> Iterator[Afstand]:
    """`andre` stand in the tree; each of `ene` asks it."""
    trae, noegler = QgsSpatialIndex(), []
    for nr, (noegle, wkb) in enumerate(andre.items()):
        objekt = QgsFeature(nr)
        objekt.setGeometry(geometri_af(wkb))
        noegler.append(noegle)
        trae.addFeature(objekt)
    for a, wkb in ene.items():
        geometri = geometri_af(wkb)
        if geometri.isEmpty():
            continue
        kandidater = trae.intersects(geometri.boundingBox().buffered(meter + _MINDSTE_CELLE))
        for nr in sorted(kandidater):
            afstand = geometri.distance(geometri_af(andre[noegler[nr]]))
            if 0 <= afstand <= meter:
                yield a, noegler[nr], afstand


def udvalg(lag: Mapping[str, bytes], kun: Collection[str] | None) -> Mapping[str, bytes]:
    """Those with these keys; all where nothing is asked for."""
    if kun is None:
        return lag
    fundet = ((noegle, lag.get(noegle)) for noegle in kun)
    return {noegle: wkb for noegle, wkb in fundet if wkb is not None}
