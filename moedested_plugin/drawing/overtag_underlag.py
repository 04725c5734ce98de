# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes surfaces over (overtager) from others that run on the same ground: stretches of other routes, lines of the network.

Only what nobody has painted is filled; a person's word goes before another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsGeometry

from moedested_plugin.checks.tegning import Kaede, dele, kaeder, wkb_af
from moedested_plugin.domain.kontroller_ruter import FRA_RUTEN_M
from moedested_plugin.domain.underlag_langs import UKENDT, Stykke
from moedested_plugin.domain.underlag_ord import underlag_af
from moedested_plugin.project.raekke import er_null

from .maal import Maal
from .omlaegning import omplacer
from .straekning import MINDST_M, Lagt, Plan, samlet_plan
from .straekning_lag import linje_af, stykke_af

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

#: A line with the surface that it has.
Kilde = tuple[Stykke, Kaede]


def overtag(maal: Maal, lagte: Iterable[Lagt], kilder: Iterable[Kilde]) -> Plan:
    """Fill what is unknown by the sources that run where the route does, the first of several."""
    kendte = list(lagte)
    flytninger = omplacer(
        maal,
        ((Lagt(replace(stykke, fra=0.0, til=0.0)), linje) for stykke, linje in kilder),
        hoejst_m=FRA_RUTEN_M.standard,
        optaget=[(et.fra, et.til) for et in kendte],
    )
    nye = [
        (Lagt(stykke), True)
        for flytning in flytninger
        for stykke in flytning.stykker
        if stykke.laengde >= MINDST_M
    ]
    return samlet_plan(maal, kendte, nye)


def fra_andre_ruter(layer: QgsVectorLayer, rute: QgsGeometry, rute_id: str) -> Iterator[Kilde]:
    """Stretches of other routes on the same ground."""
    ved = _Ved(rute)
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(ved.boks)):
        if str(feature["rute_id"]) == rute_id:
            continue
        stykke = stykke_af(feature)
        if stykke.underlag != UKENDT and ved.foelger(feature.geometry()):
            yield stykke, linje_af(feature.geometry())


def fra_netvaerket(
    layer: QgsVectorLayer,
    rute: QgsGeometry,
    ord_: Mapping[str, int] | None = None,
    felt: str = "type",
) -> Iterator[Kilde]:
    """Lines of the network whose attribute names a surface. `ord_`: the source's own words, before the common ones."""
    egne = {tekst.lower(): kode for tekst, kode in (ord_ or {}).items()}
    ved = _Ved(rute)
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(ved.boks)):
        tekst = "" if er_null(feature[felt]) else str(feature[felt])
        underlag = egne.get(tekst.lower(), underlag_af(tekst))
        if underlag is not None and ved.foelger(feature.geometry()):
            for kaede in kaeder(dele(wkb_af(feature.geometry()))):
                yield Stykke(0.0, 0.0, underlag), kaede


class _Ved:
    """Sifts out what has no ground in common with the route, before anything is measured."""

    def __init__(self, rute: QgsGeometry) -> None:
        self._bred = rute.buffer(FRA_RUTEN_M.standard, 4)
        self.boks = self._bred.boundingBox()
        self._motor = QgsGeometry.createGeometryEngine(self._bred.constGet())
        self._motor.prepareGeometry()

    def foelger(self, linje: QgsGeometry) -> bool:
        """Whether some of the line runs where the route does, and does not only cross it."""
        if linje.isNull() or not self._motor.intersects(linje.constGet()):
            return False
        return bool(linje.intersection(self._bred).length() >= MINDST_M)
