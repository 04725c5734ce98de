# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be known (kendt) of a new object before anybody writes: its place, its template, the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsUnsetAttributeValue

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.regler import brud
from moedested_plugin.project.raekke import er_null, qgisvaerdi, raekke_af

from .overtag import vaner

if TYPE_CHECKING:
    from qgis.core import QgsExpressionContext, QgsVectorLayer

    from moedested_plugin.project.lag import Lag

    from .skabelon import Skabelon

#: From here on QGIS marks what the database fills in; before, it wrote the database's own expression as the value.
_UDFYLDES_AF_LAGERET = 3_42_00


class SidstBrugt:
    """The values last used in each layer, for as long as the project is open."""

    def __init__(self) -> None:
        self._af_rolle: dict[str, dict[str, Vaerdi]] = {}

    def husk(self, lag: Lag, feature: QgsFeature) -> None:
        """This one was drawn."""
        self._af_rolle[lag.rolle] = vaner(lag.tabel, raekke_af(lag.tabel, feature))

    def vaerdier(self, skabelon: Skabelon) -> dict[str, Vaerdi]:
        """What the next one begins with: the template goes first."""
        return {**self._af_rolle.get(skabelon.rolle, {}), **skabelon.vaerdier}


def nyt_objekt(
    layer: QgsVectorLayer, lag: Lag, geometri: QgsGeometry, vaerdier: Mapping[str, Vaerdi]
) -> QgsFeature:
    """A feature that is not yet in the layer. What is not given is the layer's default: town, postal code, length, codes."""
    felter = layer.fields()
    givne = {
        felter.lookupField(navn): qgisvaerdi(lag.tabel.felt(navn), vaerdi)
        for navn, vaerdi in vaerdier.items()
        if felter.lookupField(navn) >= 0
    }
    ny = QgsFeature(felter)
    ny.setGeometry(geometri)
    for nr, vaerdi in givne.items():
        ny.setAttribute(nr, vaerdi)
    kontekst = layer.createExpressionContext()
    for nr in range(felter.count()):
        altid = layer.defaultValueDefinition(nr).applyOnUpdate()
        if altid or er_null(givne.get(nr)):
            standard = _standard(layer, nr, ny, kontekst)
            if not er_null(standard):
                ny.setAttribute(nr, standard)
    return ny


def _standard(
    layer: QgsVectorLayer, nr: int, ny: QgsFeature, kontekst: QgsExpressionContext
) -> object:
    """As `QgsVectorLayerUtils.createFeature`, which first reads every key of the table to see that a new uuid is new."""
    if layer.defaultValueDefinition(nr).isValid():
        return layer.defaultValue(nr, ny, kontekst)
    if layer.fields().fieldOrigin(nr) != Qgis.FieldOrigin.Provider:
        return None
    lager, hos = layer.dataProvider(), layer.fields().fieldOriginIndex(nr)
    kendt = lager.defaultValue(hos)
    if not er_null(kendt):
        return kendt
    klausul = lager.defaultValueClause(hos)
    if klausul and Qgis.versionInt() >= _UDFYLDES_AF_LAGERET:
        return QgsUnsetAttributeValue(klausul)
    return klausul or None


def mangler(lag: Lag, feature: QgsFeature) -> bool:
    """Whether the store would refuse the row as it is, so that somebody must write first."""
    raekke = raekke_af(lag.tabel, feature)
    raekke.setdefault(GEOMETRI, None)
    return bool(brud(lag.tabelnavn, raekke, kun_haarde=True))
