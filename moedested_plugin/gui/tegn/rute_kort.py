# SPDX-License-Identifier: GPL-2.0-or-later
"""What is seen on the map while a route is drawn: the route, the next leg, other ways, gaps and points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from moedested_plugin.domain.farve import BLAA, GRAA, HVID, ORANGE
from moedested_plugin.drawing.rutevej import Art, Ben, Punkt, multilinje

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.gui import QgsMapCanvas

_LINJE = Qgis.GeometryType.Line


class RuteKort:
    """Draws on one canvas until `luk`. Told apart by dash as well as by colour."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._andre = self._baand(GRAA, 5, Qt.PenStyle.DotLine)
        self._rute = self._baand(BLAA, 4, Qt.PenStyle.SolidLine)
        self._naeste = self._baand(BLAA, 3, Qt.PenStyle.DashLine)
        self._huller = self._baand(ORANGE, 4, Qt.PenStyle.DashLine)
        self._punkter: list[QgsVertexMarker] = []
        self._musen = self._punkt(QgsVertexMarker.IconType.ICON_CIRCLE, ORANGE)
        self._musen.hide()

    def rute(self, ben: Sequence[Ben], layer: QgsVectorLayer) -> None:
        """Show what is drawn."""
        _vis(self._rute, [en.punkter for en in ben], layer)

    def naeste(self, ben: Ben | None, layer: QgsVectorLayer) -> None:
        """Show the leg that a click would give, its gaps apart."""
        led = ben.led if ben is not None else ()
        _vis(self._naeste, [en.punkter for en in led if en.art is not Art.HUL], layer)
        _vis(self._huller, [en.punkter for en in led if en.art is Art.HUL], layer)

    def andre(self, ben: Sequence[Ben], layer: QgsVectorLayer) -> None:
        """Show the other ways."""
        _vis(self._andre, [en.punkter for en in ben], layer)

    def via(self, steder: Sequence[Punkt], layer: QgsVectorLayer) -> None:
        """Show the chosen points."""
        while len(self._punkter) > len(steder):
            self._canvas.scene().removeItem(self._punkter.pop())
        while len(self._punkter) < len(steder):
            self._punkter.append(self._punkt(QgsVertexMarker.IconType.ICON_BOX, BLAA))
        for maerke, (x, y) in zip(self._punkter, steder):
            maerke.setCenter(self._paa_kortet(layer, x, y))

    def musen(self, sted: Punkt | None, layer: QgsVectorLayer) -> None:
        """Show where on the network the mouse stands; None for nowhere."""
        self._musen.setVisible(sted is not None)
        if sted is not None:
            self._musen.setCenter(self._paa_kortet(layer, *sted))

    def ryd(self) -> None:
        """Show nothing."""
        for baand in (self._rute, self._naeste, self._huller, self._andre):
            baand.reset(_LINJE)
        for maerke in self._punkter:
            self._canvas.scene().removeItem(maerke)
        self._punkter.clear()
        self._musen.hide()

    def luk(self) -> None:
        """Take everything off the canvas."""
        self.ryd()
        for ting in (self._rute, self._naeste, self._huller, self._andre, self._musen):
            self._canvas.scene().removeItem(ting)

    def _paa_kortet(self, layer: QgsVectorLayer, x: float, y: float):  # type: ignore[no-untyped-def]  # noqa: ANN202
        from qgis.core import QgsPointXY

        return self._canvas.mapSettings().layerToMapCoordinates(layer, QgsPointXY(x, y))

    def _baand(self, farve: str, bredde: int, streg: Qt.PenStyle) -> QgsRubberBand:
        baand = QgsRubberBand(self._canvas, _LINJE)
        baand.setColor(QColor(farve))
        baand.setSecondaryStrokeColor(QColor(HVID))
        baand.setWidth(bredde)
        baand.setLineStyle(streg)
        return baand

    def _punkt(self, ikon: QgsVertexMarker.IconType, farve: str) -> QgsVertexMarker:
        maerke = QgsVertexMarker(self._canvas)
        maerke.setIconType(ikon)
        maerke.setColor(QColor(farve))
        maerke.setFillColor(QColor(HVID))
        maerke.setIconSize(11)
        maerke.setPenWidth(3)
        return maerke


def _vis(baand: QgsRubberBand, dele: Sequence[Sequence[Punkt]], layer: QgsVectorLayer) -> None:
    geometri = multilinje(dele)
    if geometri.isNull():
        baand.reset(_LINJE)
    else:
        baand.setToGeometry(geometri, layer)
