# SPDX-License-Identifier: GPL-2.0-or-later
"""What *Tilknyt* draws on the map: the object it stands at, numbered places around it, lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPainter, QPen, QTextOption
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from moedested_plugin.drawing.tilknyt import Kandidat

_FARVE, _HVID = QColor("#0072b2"), QColor("#ffffff")
_KNYTTET = QColor("#009e73")
_RADIUS = 11.0


class Nummer(QgsMapCanvasItem):
    """A round label with a number, at a place of the map; a hook when its link is made."""

    def __init__(self, canvas: QgsMapCanvas, hvor: QgsPointXY, tekst: str, skub: int) -> None:
        super().__init__(canvas)
        self.hvor, self.tekst, self.knyttet = hvor, tekst, False
        self._skub = QPointF(skub * 2 * _RADIUS, 0)
        self.setZValue(120)
        self.updatePosition()

    def updatePosition(self) -> None:  # noqa: N802 - QGIS calls it
        """The map was moved."""
        self.setPos(self.toCanvasCoordinates(self.hvor) + self._skub)

    def er_ved(self, punkt: QgsPointXY) -> bool:
        """Whether a click there means this number."""
        fra = self.toCanvasCoordinates(punkt) - self.pos()
        return bool(fra.x() ** 2 + fra.y() ** 2 <= _RADIUS**2)

    def boundingRect(self) -> QRectF:
        """Room for the rim as well."""
        r = _RADIUS + 2
        return QRectF(-r, -r, 2 * r, 2 * r)

    def paint(
        self,
        maler: QPainter,
        _valg: QStyleOptionGraphicsItem | None = None,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw it."""
        maler.setRenderHint(QPainter.RenderHint.Antialiasing)
        maler.setPen(QPen(_HVID, 2))
        maler.setBrush(_KNYTTET if self.knyttet else _FARVE)
        maler.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)
        skrift = QFont(maler.font())
        skrift.setPixelSize(12)
        skrift.setBold(True)
        maler.setFont(skrift)
        maler.drawText(
            self.boundingRect(),
            "✓" if self.knyttet else self.tekst,
            QTextOption(Qt.AlignmentFlag.AlignCenter),
        )


class Tilknytkort:
    """Everything of ours on the canvas; `ryd` takes all of it away."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._ting: list[QgsMapCanvasItem] = []
        self.numre: list[Nummer] = []

    def vis(self, layer: QgsVectorLayer, her: QgsGeometry, kandidater: Sequence[Kandidat]) -> None:
        """Light up the object and what could be tied to it."""
        self.ryd()
        for kandidat in kandidater:
            self._baand(kandidat.linje, layer, _FARVE, 1.5, Qt.PenStyle.DashLine)
        self._baand(her, layer, QColor("#d55e00"), 5, Qt.PenStyle.SolidLine)
        omregn = self._canvas.mapSettings().layerToMapCoordinates
        naer = 2 * _RADIUS * self._canvas.mapUnitsPerPixel()
        for nr, kandidat in enumerate(kandidater, 1):
            punkt = omregn(layer, _maerkes(kandidat))
            # Numbers at one place stand side by side.
            skub = sum(andet.hvor.distance(punkt) < naer for andet in self.numre)
            self.numre.append(Nummer(self._canvas, punkt, str(nr), skub))
        self._ting += self.numre

    def ryd(self) -> None:
        """Nothing of ours is left."""
        for ting in self._ting:
            if not sip.isdeleted(ting):
                self._canvas.scene().removeItem(ting)
        self._ting.clear()
        self.numre.clear()

    def _baand(
        self,
        geometri: QgsGeometry,
        layer: QgsVectorLayer,
        farve: QColor,
        bredde: float,
        streg: Qt.PenStyle,
    ) -> None:
        if geometri.isNull() or geometri.isEmpty():
            return
        baand = QgsRubberBand(self._canvas, geometri.type())
        baand.setColor(farve)
        baand.setFillColor(QColor(0, 0, 0, 0))
        baand.setWidth(bredde)
        baand.setLineStyle(streg)
        baand.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        baand.setIconSize(22)
        baand.setToGeometry(geometri, layer)
        baand.setZValue(110)
        self._ting.append(baand)


def _maerkes(kandidat: Kandidat) -> QgsPointXY:
    """Where its number stands: at the end of the line to it, on the object itself."""
    hjoerner = list(kandidat.linje.vertices())
    return QgsPointXY(hjoerner[-1].x(), hjoerner[-1].y())
