# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool of the palette: QGIS's own digitising (snapping, tracing, advanced digitising), left with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.gui import QgsMapToolCapture, QgsMapToolDigitizeFeature
from qgis.PyQt.QtCore import Qt, pyqtSignal

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas
    from qgis.PyQt.QtGui import QKeyEvent

_MAADE = {
    Qgis.GeometryType.Point: QgsMapToolCapture.CaptureMode.CapturePoint,
    Qgis.GeometryType.Line: QgsMapToolCapture.CaptureMode.CaptureLine,
    Qgis.GeometryType.Polygon: QgsMapToolCapture.CaptureMode.CapturePolygon,
}


class TegnObjekt(QgsMapToolDigitizeFeature):
    """Draws one object after another in the current layer; `digitizingCompleted` hands each over, in the layer's own geometry."""

    #: Esc, with nothing half drawn.
    forladt = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, cad: QgsAdvancedDigitizingDockWidget, layer: QgsVectorLayer
    ) -> None:
        super().__init__(canvas, cad, _MAADE[layer.geometryType()])
        # Not setLayer(): the tool would give the layer that was current before back, also when that is gone, and QGIS falls.
        self.setToolName("moedested_tegn")

    def keyPressEvent(self, haendelse: QKeyEvent) -> None:
        """Esc first takes back what is half drawn, as QGIS does; then it leaves."""
        if haendelse.key() == Qt.Key.Key_Escape and not self.isCapturing():
            haendelse.accept()
            self.forladt.emit()
            return
        super().keyPressEvent(haendelse)
