# SPDX-License-Identifier: GPL-2.0-or-later
"""Which object a click hit (ramt): a point before a line, a line before the area that it lies in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer

#: The index of a GeoPackage holds rounded numbers.
RUND = 1.0
_ORDEN = (Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon)
#: Layers of the places that a moedested can be tied to.
STEDROLLER = (
    "facilitet", "baenk", "omraade", "vandrerute", "cykelrute", "koererute", "andenrute",
)  # fmt: skip


def omkring(
    layer: QgsVectorLayer,
    geometri: QgsGeometry,
    meter: float,
    hvor: str = "",
    felter: Collection[str] | None = None,
) -> Iterable[tuple[float, QgsFeature]]:
    """The layer's objects, unsaved ones included, no further away than that, with their distance.

    `hvor`: only those; an expression that the database itself can answer, since kilometres hold many objects.
    `felter`: the only fields that are needed; a row of 60 costs a database several times as much.
    """
    ramme = geometri.boundingBox()
    ramme.grow(meter + RUND)
    oensket = QgsFeatureRequest().setFilterRect(ramme)
    if hvor:
        oensket.setFilterExpression(hvor)
    if felter is not None:
        oensket.setSubsetOfAttributes(felter, layer.fields())
    for feature in layer.getFeatures(oensket):
        afstand = geometri.distance(feature.geometry())
        if 0 <= afstand <= meter:
            yield afstand, feature


def ramt(
    layers: Iterable[QgsVectorLayer],
    klik: Callable[[QgsVectorLayer], tuple[QgsPointXY, float]],
) -> tuple[QgsVectorLayer, QgsFeature] | None:
    """The object nearest to the click; `klik` says where it is in the layer's coordinates, and how far it reaches.

    Every layer asked is a question to the database: where a point was hit, no line is asked for.
    """
    kendte = list(layers)
    for art in _ORDEN:
        bedst: tuple[float, QgsVectorLayer, QgsFeature] | None = None
        for layer in kendte:
            if layer.geometryType() != art:
                continue
            punkt, meter = klik(layer)
            for afstand, feature in omkring(layer, QgsGeometry.fromPointXY(punkt), meter):
                if bedst is None or afstand < bedst[0]:
                    bedst = afstand, layer, feature
        if bedst is not None:
            return bedst[1:]
    return None
