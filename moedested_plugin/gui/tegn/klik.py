# SPDX-License-Identifier: GPL-2.0-or-later
"""A map tool that tells of clicks and of Esc; what they mean is for others to say."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsPointXY, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent


class Klik(QgsMapTool):
    """One click with the left button, or Esc."""

    #: Where on the map, and where on the screen.
    klikket = pyqtSignal(QgsPointXY, QPoint)
    forladt = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._foer: QgsMapTool | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tag(self) -> None:
        """Take the canvas; the tool that had it is remembered."""
        self._foer = self.canvas().mapTool()
        self.canvas().setMapTool(self)

    def slip(self) -> None:
        """Let go of it: without a tool of its own QGIS would not even pan."""
        self.blockSignals(True)
        canvas, foer = self.canvas(), self._foer
        if canvas.mapTool() == self:
            canvas.unsetMapTool(self)
            if foer is not None and not sip.isdeleted(foer) and not isinstance(foer, Klik):
                canvas.setMapTool(foer)
        self.deleteLater()

    def canvasReleaseEvent(self, haendelse: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS calls it
        """Tell of it."""
        if haendelse.button() == Qt.MouseButton.LeftButton:
            paa_skaermen = self.canvas().viewport().mapToGlobal(haendelse.pos())
            self.klikket.emit(haendelse.mapPoint(), paa_skaermen)

    def keyPressEvent(self, haendelse: QKeyEvent) -> None:
        """Esc leaves; QGIS gets every other key."""
        if haendelse.key() == Qt.Key.Key_Escape:
            haendelse.accept()
            self.forladt.emit()
            return
        haendelse.ignore()

    def i_lagene(self, punkt: QgsPointXY) -> Callable[[QgsVectorLayer], tuple[QgsPointXY, float]]:
        """The click in the coordinates of the layer that is asked, and how near it an object must be to be meant."""
        ved = self.searchRadiusMU(self.canvas())

        def i_laget(layer: QgsVectorLayer) -> tuple[QgsPointXY, float]:
            her = self.toLayerCoordinates(layer, punkt)
            ved_siden_af = self.toLayerCoordinates(layer, QgsPointXY(punkt.x() + ved, punkt.y()))
            return her, her.distance(ved_siden_af)

        return i_laget
