# SPDX-License-Identifier: GPL-2.0-or-later
"""The gaps of a route: what must be drawn for its parts to hang together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsPoint

from moedested_plugin.domain.kontroller_ruter import SAMME_PUNKT_M

from .tegning import Kaede, Sted, afstand, punkter, sted

#: With more loose pieces than this only those that follow each other are compared.
_FLEST_STYKKER = 60


@dataclass(frozen=True)
class Hul:
    """The shortest way from one piece of a route to the next."""

    fra: Sted
    til: Sted
    meter: float


def huller(linjer: Sequence[Kaede]) -> list[Hul]:
    """The fewest and shortest ways that would join all parts, in the order of the route."""
    if all(afstand(sted(a, -1), sted(b, 0)) <= SAMME_PUNKT_M for a, b in zip(linjer, linjer[1:])):
        return []
    stykker = [_geometri(linje) for linje in linjer]
    naboer = len(stykker) > _FLEST_STYKKER
    veje = sorted(
        (stykker[i].distance(stykker[j]), i, j)
        for i in range(len(stykker))
        for j in range(i + 1, min(i + 2, len(stykker)) if naboer else len(stykker))
    )
    # Kruskal's tree: the shortest way between two pieces that do not yet hang together.
    gruppe = list(range(len(stykker)))

    def rod(nr: int) -> int:
        while gruppe[nr] != nr:
            nr = gruppe[nr]
        return nr

    ud = []
    for meter, i, j in veje:
        a, b = rod(i), rod(j)
        if a == b:
            continue
        gruppe[max(a, b)] = min(a, b)
        if meter > SAMME_PUNKT_M:
            vej = stykker[i].shortestLine(stykker[j])
            fra, til = vej.vertexAt(0), vej.vertexAt(1)
            ud.append((i, j, Hul((fra.x(), fra.y()), (til.x(), til.y()), meter)))
    return [hul for _, _, hul in sorted(ud, key=lambda h: h[:2])]


def _geometri(linje: Kaede) -> QgsGeometry:
    return QgsGeometry.fromPolyline([QgsPoint(x, y) for x, y in punkter(linje)])
