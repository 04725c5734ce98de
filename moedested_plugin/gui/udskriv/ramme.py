# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing what is to be printed: a frame of the map's proportions on the paper. Esc leaves.

At a fixed scale the frame has its size and follows the mouse; a click places it. Else it is drawn from corner to corner.
"""

from __future__ import annotations

from qgis.core import Qgis, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

_STREG, _FLADE = QColor("#d55e00"), QColor(213, 94, 0, 40)
_TYKKELSE, _MINDST_PX = 2, 8


class Rammevaerktoej(QgsMapTool):
    """`bredde` and `hoejde` are those of the map on the paper (mm), `maalestok` the denominator or None."""

    tegnet = pyqtSignal(QgsRectangle)
    forladt = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, bredde: float, hoejde: float, maalestok: float | None
    ) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._forhold = hoejde / bredde
        self._fast = None if maalestok is None else bredde * maalestok / 1000
        self._hjoerne: QgsPointXY | None = None
        self._baand: QgsRubberBand | None = QgsRubberBand(canvas, Qgis.GeometryType.Polygon)
        self._baand.setStrokeColor(_STREG)
        self._baand.setFillColor(_FLADE)
        self._baand.setWidth(_TYKKELSE)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """Let the frame follow."""
        if self._fast is not None or self._hjoerne is not None:
            self._vis(self._ramme(event.mapPoint()))

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """The first corner, where the size is free."""
        if event.button() == Qt.MouseButton.LeftButton and self._fast is None:
            self._hjoerne = event.mapPoint()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """Place it; the right button leaves."""
        if event.button() == Qt.MouseButton.RightButton:
            self.forladt.emit()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._fast is None and self._hjoerne is None:
            return
        ramme = self._ramme(event.mapPoint())
        self._hjoerne = None
        if self._fast is None and ramme.width() < _MINDST_PX * self.canvas().mapUnitsPerPixel():
            self._vis(None)
            return
        self._vis(ramme)
        self.tegnet.emit(ramme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.forladt.emit()

    def fjern(self) -> None:
        """Take the frame from the map."""
        if self._baand is not None:
            self.canvas().scene().removeItem(self._baand)
            self._baand = None

    def _ramme(self, punkt: QgsPointXY) -> QgsRectangle:
        if self._fast is not None or self._hjoerne is None:
            bredde = self._fast or 0.0
            return QgsRectangle.fromCenterAndSize(punkt, bredde, bredde * self._forhold)
        hjoerne = self._hjoerne
        dx, dy = punkt.x() - hjoerne.x(), punkt.y() - hjoerne.y()
        bredde = max(abs(dx), abs(dy) / self._forhold)
        andet = QgsPointXY(
            hjoerne.x() + (bredde if dx >= 0 else -bredde),
            hjoerne.y() + (bredde if dy >= 0 else -bredde) * self._forhold,
        )
        return QgsRectangle(hjoerne, andet)

    def _vis(self, ramme: QgsRectangle | None) -> None:
        if self._baand is None:
            return
        if ramme is None:
            self._baand.reset(Qgis.GeometryType.Polygon)
        else:
            self._baand.setToGeometry(QgsGeometry.fromRect(ramme))
