# SPDX-License-Identifier: GPL-2.0-or-later
"""Places of findings on the map: the exact spot is shown, not merely the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined]  # QgsCsException is not in the stubs
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)

from moedested_plugin.domain.skema import EPSG

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from .liste import Ramme

#: A place is shown at least this near.
_NAER = 2_500.0


def _vores() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem.fromEpsgId(EPSG)


def kortets_udsnit(canvas: QgsMapCanvas, project: QgsProject) -> Ramme | None:
    """What the map shows, in EPSG:25832; None where that cannot be told."""
    fra = canvas.mapSettings().destinationCrs()
    try:
        boks = QgsCoordinateTransform(fra, _vores(), project).transformBoundingBox(canvas.extent())
    except QgsCsException:
        return None
    return boks.xMinimum(), boks.yMinimum(), boks.xMaximum(), boks.yMaximum()


def vis(canvas: QgsMapCanvas, project: QgsProject, sted: tuple[float, float]) -> bool:
    """Move there, no further out than it can be seen from, and let the spot flash. False when it is off every map."""
    try:
        punkt = QgsCoordinateTransform(
            _vores(), canvas.mapSettings().destinationCrs(), project
        ).transform(QgsPointXY(*sted))
    except QgsCsException:
        return False
    canvas.setCenter(punkt)
    if canvas.scale() > _NAER:
        canvas.zoomScale(_NAER)
    canvas.refresh()
    canvas.flashGeometries([QgsGeometry.fromPointXY(QgsPointXY(*sted))], _vores())
    return True
