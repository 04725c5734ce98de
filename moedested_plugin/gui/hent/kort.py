# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import would change, drawn over the map: ours, theirs, last received. Nothing of it is in the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined]  # QgsCsException is not in the stubs
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from moedested_plugin.domain.farve import BLAA, GRAA, HIMMEL, HVID, ROED, bland

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from moedested_plugin.sources.plan import Aendring

_CRS = "EPSG:25832"
#: A point is shown at least this near; room around what is larger.
NAER = 2_000.0
_LUFT = 0.3
_FYLD = 40  # of 255: enough to see an area, little enough to see the map


@dataclass(frozen=True)
class Udseende:
    """How one of the three is drawn: told apart by shape and dash as well as by colour."""

    farve: str
    #: What lies over what.
    lag: int
    ikon: QgsRubberBand.IconType
    stoerrelse: int
    bredde: int
    streg: Qt.PenStyle


VORES = Udseende(BLAA, 3, QgsRubberBand.IconType.ICON_BOX, 22, 3, Qt.PenStyle.SolidLine)
DERES = Udseende(ROED, 4, QgsRubberBand.IconType.ICON_FULL_DIAMOND, 16, 3, Qt.PenStyle.DashLine)
SIDST = Udseende(GRAA, 2, QgsRubberBand.IconType.ICON_X, 12, 2, Qt.PenStyle.DotLine)
ALLE = Udseende(
    bland(HIMMEL, HVID, 0.25), 1, QgsRubberBand.IconType.ICON_CIRCLE, 10, 2, Qt.PenStyle.SolidLine
)


class Kort:
    """Draws on one canvas until `luk`."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._alle: list[QgsRubberBand] = []
        self._valgt: list[QgsRubberBand] = []
        self._sidst_vist: tuple[Sequence[bytes], Aendring | None] = ((), None)
        canvas.destinationCrsChanged.connect(self._tegn_igen)

    def luk(self) -> None:
        """Take everything away."""
        if not sip.isdeleted(self._canvas):
            self._canvas.destinationCrsChanged.disconnect(self._tegn_igen)
            self._fjern(self._alle)
            self._fjern(self._valgt)

    def vis_alle(self, steder: Sequence[bytes]) -> None:
        """The rows of the list, lightly."""
        self._fjern(self._alle)
        self._sidst_vist = (steder, self._sidst_vist[1])
        self._alle = [self._baand(wkb, ALLE) for wkb in steder]

    def vis(self, aendring: Aendring | None) -> None:
        """One row: where it was, where we have it, where they have it."""
        self._fjern(self._valgt)
        self._sidst_vist = (self._sidst_vist[0], aendring)
        if aendring is not None:
            self._valgt = [
                self._baand(wkb, udseende)
                for wkb, udseende in (
                    (aendring.geometri_sidst, SIDST),
                    (aendring.geometri_vores, VORES),
                    (aendring.geometri_deres, DERES),
                )
                if wkb is not None
            ]

    def zoom(self, aendring: Aendring) -> None:
        """Go there and flash."""
        steder = [
            _geometri(wkb)
            for wkb in (aendring.geometri_vores, aendring.geometri_deres)
            if wkb is not None
        ] or [_geometri(wkb) for wkb in (aendring.geometri_sidst,) if wkb is not None]
        boks = QgsRectangle()
        for sted in steder:
            boks.combineExtentWith(sted.boundingBox())
        if not steder:
            return
        omregning = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(_CRS),
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        try:
            boks = omregning.transformBoundingBox(boks)
        except QgsCsException:
            return
        canvas = self._canvas
        if boks.width() or boks.height():
            boks.grow(max(boks.width(), boks.height()) * _LUFT)
            canvas.setExtent(boks)
        else:
            canvas.setCenter(boks.center())
        if canvas.scale() < NAER or not (boks.width() or boks.height()):
            canvas.zoomScale(NAER)
        canvas.refresh()
        canvas.flashGeometries(steder, QgsCoordinateReferenceSystem(_CRS))

    def _tegn_igen(self) -> None:
        """Bands keep the coordinates of the map as it was."""
        steder, aendring = self._sidst_vist
        self.vis_alle(steder)
        self.vis(aendring)

    def _baand(self, wkb: bytes, udseende: Udseende) -> QgsRubberBand:
        geometri = _geometri(wkb)
        baand = QgsRubberBand(self._canvas, geometri.type())
        farve = QColor(udseende.farve)
        baand.setStrokeColor(farve)
        baand.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
        fyld = QColor(farve)
        fuldt = udseende is DERES and geometri.type() == Qgis.GeometryType.Point
        fyld.setAlpha(255 if fuldt else _FYLD * (udseende is not SIDST))
        baand.setFillColor(fyld)
        baand.setWidth(udseende.bredde)
        baand.setLineStyle(udseende.streg)
        baand.setZValue(baand.zValue() + udseende.lag)
        baand.setIcon(udseende.ikon)
        baand.setIconSize(udseende.stoerrelse)
        baand.setToGeometry(geometri, QgsCoordinateReferenceSystem(_CRS))
        return baand

    def _fjern(self, baand: list[QgsRubberBand]) -> None:
        for led in baand:
            if not sip.isdeleted(led):
                self._canvas.scene().removeItem(led)
        baand.clear()


def _geometri(wkb: bytes) -> QgsGeometry:
    geometri = QgsGeometry()
    geometri.fromWkb(wkb)
    return geometri
