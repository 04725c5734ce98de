# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts a drawn route into the edit buffer of its layer. Each function is one step of the layer's undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from moedested_plugin.domain.skema import tabel

from .rutegeometri import KanIkke, del_ved, maal, saml
from .rutevej import Punkt

#: What belongs to one row only and is not copied to the other half of a split route.
_EGNE = frozenset(
    (
        "fid", tabel("rute").noegle, "noegle", "geofa_version", "geofa_ekstra", "raekke_version",
        "oprettet", "oprettet_af", "rettet", "rettet_af", "laengde", "rundtur",
    )
)  # fmt: skip


def ret(layer: QgsVectorLayer, fid: int, geometri: QgsGeometry, tekst: str) -> None:
    """Give a route another line, and measure it anew."""
    with et_skridt(layer, tekst):
        _ret(layer, fid, geometri)


def del_rute(layer: QgsVectorLayer, fid: int, punkt: Punkt, tekst: str) -> QgsFeature:
    """Cut a route: the row keeps the first half, a new row with the same words has the second. Raises KanIkke."""
    rute = layer.getFeature(fid)
    foerste, anden = del_ved(rute.geometry(), punkt)
    ens = {
        nr: rute.attribute(nr)
        for nr, felt in enumerate(layer.fields().names())
        if felt not in _EGNE
    }
    with et_skridt(layer, tekst):
        _ret(layer, fid, foerste)
        return _ny(layer, anden, ens)


def saml_ruter(
    layer: QgsVectorLayer, fid: int, anden: int, tekst: str, *, bro: bool = False
) -> None:
    """Put another route onto a route and take its row away. Raises KanIkke."""
    hel = saml(layer.getFeature(fid).geometry(), layer.getFeature(anden).geometry(), bro=bro)
    with et_skridt(layer, tekst):
        _ret(layer, fid, hel)
        if not layer.deleteFeature(anden):
            raise KanIkke


def antal_boern(boern: Sequence[QgsVectorLayer], felt: str, objekt_id: str) -> int:
    """How many rows of the layers point to a route, saved or not."""
    udtryk = QgsExpression.createFieldEqualityExpression(felt, objekt_id)
    request = QgsFeatureRequest().setFilterExpression(udtryk)
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    return sum(1 for layer in boern for _ in layer.getFeatures(request))


@contextmanager
def et_skridt(layer: QgsVectorLayer, tekst: str) -> Iterator[None]:
    """All or nothing, and one step of undo."""
    layer.beginEditCommand(tekst)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()
    layer.triggerRepaint()


def _ny(layer: QgsVectorLayer, geometri: QgsGeometry, felter: dict[int, Any]) -> QgsFeature:
    felter = {**felter, **_maalt(layer, geometri)}
    rute = QgsVectorLayerUtils.createFeature(
        layer, geometri, felter, layer.createExpressionContext()
    )
    if not layer.addFeature(rute):
        raise KanIkke
    return rute


def _ret(layer: QgsVectorLayer, fid: int, geometri: QgsGeometry) -> None:
    if not layer.changeGeometry(fid, geometri):
        raise KanIkke
    foer = layer.getFeature(fid)
    for nr, vaerdi in _maalt(layer, geometri).items():
        if foer.attribute(nr) != vaerdi and not layer.changeAttributeValue(fid, nr, vaerdi):
            raise KanIkke


def maalt(geometri: QgsGeometry) -> dict[str, Any]:
    """The fields that a route's line says by itself."""
    paa_linjen = maal(geometri)
    return {"laengde": paa_linjen.laengde, "rundtur": paa_linjen.rundtur}


def _maalt(layer: QgsVectorLayer, geometri: QgsGeometry) -> dict[int, Any]:
    numre = {layer.fields().lookupField(navn): vaerdi for navn, vaerdi in maalt(geometri).items()}
    return {nr: vaerdi for nr, vaerdi in numre.items() if nr >= 0}
