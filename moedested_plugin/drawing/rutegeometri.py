# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done to a route that is drawn: turned round, split, joined, closed. Nothing is moved without a word."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPointXY

from moedested_plugin.domain.tempo import Tempo, minutter

from .graf_linjer import koordinater
from .rutevej import RUNDTUR_M, Punkt, multilinje

#: The length that GeoFA takes (km).
_KM = 0.1, 500.99
#: A cut nearer an end than this is no cut.
_MINDSTE_DEL_M = 0.5


class KanIkke(Exception):
    """It cannot be done; `hul` metres are missing where that is why."""

    def __init__(self, hul: float = 0.0) -> None:
        super().__init__(f"{hul:.1f} m")
        self.hul = hul


@dataclass(frozen=True)
class Maal:
    """What is filled in of itself, and what is told: kilometres (None where GeoFA takes none), loop, minutes."""

    laengde: float | None
    rundtur: bool
    meter: float
    minutter_fods: int
    minutter_cykel: int
    start: Punkt
    slut: Punkt


def dele_af(rute: QgsGeometry) -> list[list[Punkt]]:
    """The parts of a route as points; a part that follows on from the one before is put to it."""
    ud: list[list[Punkt]] = []
    for xy in koordinater(rute):
        punkter = [(float(x), float(y)) for x, y in xy]
        if ud and math.dist(ud[-1][-1], punkter[0]) == 0:
            ud[-1].extend(punkter[1:])
        else:
            ud.append(punkter)
    return ud


def maal(rute: QgsGeometry, tempo: Tempo = Tempo()) -> Maal:  # noqa: B008 - frozen
    """Measure a route, for people who go that fast."""
    dele = dele_af(rute)
    if not dele:
        raise KanIkke
    meter = rute.length()
    km = round(meter / 1000, 2)
    start, slut = dele[0][0], dele[-1][-1]
    return Maal(
        km if _KM[0] <= km <= _KM[1] else None,
        meter > 2 * RUNDTUR_M and math.dist(start, slut) <= RUNDTUR_M,
        meter,
        minutter(meter, tempo.gang_kmt),
        minutter(meter, tempo.cykel_kmt),
        start,
        slut,
    )


def vend(rute: QgsGeometry) -> QgsGeometry:
    """The same route the other way."""
    return multilinje([del_[::-1] for del_ in reversed(dele_af(rute))])


def del_ved(rute: QgsGeometry, punkt: Punkt) -> tuple[QgsGeometry, QgsGeometry]:
    """Two routes, cut at the place nearest to the point. Raises KanIkke at an end."""
    dele = dele_af(rute)
    bedst, hvor = math.inf, (0, 0, punkt)
    for nr, del_ in enumerate(dele):
        linje = QgsGeometry.fromPolylineXY([QgsPointXY(*p) for p in del_])
        kvadrat, naermest, efter, _ = linje.closestSegmentWithContext(QgsPointXY(*punkt))
        if 0 <= kvadrat < bedst:
            bedst, hvor = kvadrat, (nr, efter, (naermest.x(), naermest.y()))
    nr, efter, sted = hvor
    if bedst == math.inf:
        raise KanIkke
    foer = [*dele[:nr], _uden_ens([*dele[nr][:efter], sted])]
    bagefter = [_uden_ens([sted, *dele[nr][efter:]]), *dele[nr + 1 :]]
    if min(_langt(foer), _langt(bagefter)) < _MINDSTE_DEL_M:
        raise KanIkke
    return multilinje(foer), multilinje(bagefter)


def saml(en: QgsGeometry, anden: QgsGeometry, *, bro: bool = False) -> QgsGeometry:
    """Two routes as one, where their nearest ends meet.

    Raises KanIkke with the metres between them where they do not meet and nobody said bro.
    """
    foer, efter = dele_af(en), dele_af(anden)
    if not foer or not efter:
        raise KanIkke
    vendt_foer = [del_[::-1] for del_ in reversed(foer)]
    vendt_efter = [del_[::-1] for del_ in reversed(efter)]
    # The first route keeps its direction where that is as near.
    par = [(foer, efter), (foer, vendt_efter), (vendt_efter, foer), (efter, foer),
           (vendt_foer, efter)]  # fmt: skip
    a, b = min(par, key=lambda p: math.dist(p[0][-1][-1], p[1][0][0]))
    hul = math.dist(a[-1][-1], b[0][0])
    if hul > RUNDTUR_M and not bro:
        raise KanIkke(hul)
    return multilinje([*a[:-1], _uden_ens([*a[-1], *b[0]]), *b[1:]])


def luk(rute: QgsGeometry, *, bro: bool = False) -> QgsGeometry:
    """The route drawn on to where it began. Raises KanIkke with the metres missing where nobody said bro."""
    dele = dele_af(rute)
    if not dele or _langt(dele) <= 2 * RUNDTUR_M:
        raise KanIkke
    hul = math.dist(dele[0][0], dele[-1][-1])
    if hul == 0:
        return rute
    if hul > RUNDTUR_M and not bro:
        raise KanIkke(hul)
    return multilinje([*dele[:-1], [*dele[-1], dele[0][0]]])


def _uden_ens(punkter: list[Punkt]) -> list[Punkt]:
    return [p for nr, p in enumerate(punkter) if nr == 0 or p != punkter[nr - 1]]


def _langt(dele: list[list[Punkt]]) -> float:
    return sum(math.dist(a, b) for del_ in dele for a, b in zip(del_, del_[1:]))
