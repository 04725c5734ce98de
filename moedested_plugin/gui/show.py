# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes the user to a row: on the map, in its form, in the attribute table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined]  # QgsCsException is not in the stubs
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
)

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsMapCanvas

#: A point is shown at least this near.
NEAR = 5_000.0
#: Room around a route or an area.
ROOM = 1.3


def show_feature(canvas: QgsMapCanvas, layer: QgsVectorLayer, feature: QgsFeature) -> bool:
    """Fly to the row and flash it; False when it has no place on the map."""
    if not feature.hasGeometry():
        return False
    box = feature.geometry().boundingBox()
    to_map = QgsCoordinateTransform(
        layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    try:
        box = to_map.transformBoundingBox(box)
    except QgsCsException:
        return False
    if box.width() or box.height():
        box.scale(ROOM)
        canvas.setExtent(box)
    else:
        canvas.setCenter(box.center())
        if canvas.scale() > NEAR:
            canvas.zoomScale(NEAR)
    canvas.refresh()
    canvas.flashFeatureIds(layer, [feature.id()])
    return True


def open_form(iface: QgisInterface, layer: QgsVectorLayer, feature: QgsFeature) -> None:
    """Open the row's form beside the map."""
    iface.setActiveLayer(layer)
    iface.openFeatureForm(layer, feature, False, False)


def show_rows(iface: QgisInterface, layers: list[QgsVectorLayer], expression: str) -> bool:
    """Open the attribute table on the rows of each layer that has any; False when none has."""
    shown = False
    for layer in layers:
        request = QgsFeatureRequest().setLimit(1)
        if expression:
            request.setFilterExpression(expression)
        if not expression or any(True for _ in layer.getFeatures(request)):
            iface.setActiveLayer(layer)
            iface.showAttributeTable(layer, expression)
            shown = True
    return shown
