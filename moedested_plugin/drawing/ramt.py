# SPDX-License-Identifier: GPL-2.0-or-later
"""Which object a click hit (ramt): a point before a line, a line before the area that it lies in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer

#: The index of a GeoPackage holds rounded numbers.
RUND = 1.0
_ORDEN = (Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon)
#: Layers of the places that a moedested can be tied to.
STEDROLLER = (
    "facilitet", "baenk", "omraade", "vandrerute", "cykelrute", "koererute", "andenrute",
)  # fmt: skip


def omkring(
    layer: QgsVectorLayer, geometri: QgsGeometry, meter: float, hvor: str = ""
) -> Iterable[tuple[float, QgsFeature]]:
    """The layer's objects, unsaved ones included, no further away than that, with their distance.

    `hvor`: only those; an expression that the database itself can answer, since kilometres hold many objects.
    """
    ramme = geometri.boundingBox()
    ramme.grow(meter + RUND)
    oensket = QgsFeatureRequest().setFilterRect(ramme)
    if hvor:
        oensket.setFilterExpression(hvor)
    for feature in layer.getFeatures(oensket):
        afstand = geometri.distance(feature.geometry())
        if 0 <= afstand <= meter:
            yield afstand, feature


def ramt(
    layers: Iterable[QgsVectorLayer],
    klik: Callable[[QgsVectorLayer], tuple[QgsPointXY, float]],
) -> tuple[QgsVectorLayer, QgsFeature] | None:
    """The object nearest to the click; `klik` says where it is in the layer's coordinates, and how far it reaches."""
    bedst: tuple[int, float] | None = None
    fundet = None
    for layer in layers:
        punkt, meter = klik(layer)
        for afstand, feature in omkring(layer, QgsGeometry.fromPointXY(punkt), meter):
            rang = (_ORDEN.index(layer.geometryType()), afstand)
            if bedst is None or rang < bedst:
                bedst, fundet = rang, (layer, feature)
    return fundet
