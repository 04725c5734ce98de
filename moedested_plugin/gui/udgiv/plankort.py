# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes on a small map of their own, told apart by shape and line as well as by colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSpatialIndex,
    QgsSymbol,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolPan, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.farve import BLAA, GROEN, HVID, ROED, SORT
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.gui.panel_text import number
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.aendringer import Aendringer, Art

from .plantekst import arttekst, geometri_af, geometrier

if TYPE_CHECKING:
    from moedested_plugin.publishing.aendringer import Aendring

#: A change is shown at least this near, and no point nearer than that (scale).
_NAER = 2_500.0
_LUFT = 1.4
_ROER_PX = 12
#: More changes than these would fill the memory, and be one blot.
KORT_HOEJST = 50_000
_IKON = QSize(16, 16)


@dataclass(frozen=True)
class Udseende:
    """How a kind of change is drawn."""

    farve: str
    form: str
    streg: str


UDSEENDE: Mapping[Art, Udseende] = {
    Art.TILFOEJET: Udseende(GROEN, "cross_fill", "solid"),
    Art.AENDRET: Udseende(BLAA, "diamond", "dash"),
    Art.FJERNET: Udseende(ROED, "triangle", "dot"),
}
_GEOMETRIER = {
    Qgis.GeometryType.Point: "MultiPoint",
    Qgis.GeometryType.Line: "MultiLineString",
    Qgis.GeometryType.Polygon: "MultiPolygon",
}


@lru_cache(maxsize=len(UDSEENDE))
def tegn(art: Art) -> QIcon:
    """The mark of the kind, for table and legend."""
    symbol = _symbol(art, Qgis.GeometryType.Point)
    return QgsSymbolLayerUtils.symbolPreviewIcon(symbol, _IKON)


def _symbol(art: Art, geometritype: Qgis.GeometryType) -> QgsSymbol:
    et = UDSEENDE[art]
    if geometritype == Qgis.GeometryType.Point:
        return QgsMarkerSymbol.createSimple(
            {"name": et.form, "color": et.farve, "outline_color": HVID, "outline_width": "0.3", "size": "4"}
        )  # fmt: skip
    linje = {"line_style": et.streg, "outline_style": et.streg}
    if geometritype == Qgis.GeometryType.Line:
        return QgsLineSymbol.createSimple({**linje, "color": et.farve, "width": "1.1"})
    fyld = QColor(et.farve)
    return QgsFillSymbol.createSimple(
        {**linje, "color": f"{fyld.red()},{fyld.green()},{fyld.blue()},60", "outline_color": et.farve, "outline_width": "0.9"}
    )  # fmt: skip


@dataclass(frozen=True)
class Baggrund:
    """What lies under the changes: layers of the project and the colour under those."""

    lag: Sequence[QgsMapLayer]
    farve: QColor


class Plankort(QWidget):
    """A map, its signs, and a way to see all of it. `luk` before it goes."""

    #: Number of the change that was clicked.
    valgt = pyqtSignal(int)

    def __init__(self, baggrund: Baggrund) -> None:
        super().__init__()
        self._underlag = list(baggrund.lag)
        self._lag: list[QgsVectorLayer] = []
        self._baand: list[QgsRubberBand] = []
        self._steder: dict[int, QgsGeometry] = {}
        self._aendringer = Aendringer()
        self._indeks = QgsSpatialIndex()
        self.canvas = QgsMapCanvas()
        self.canvas.setObjectName("plankort")
        self.canvas.setAccessibleName(tr("Ændringerne på kortet"))
        self.canvas.setCanvasColor(baggrund.farve)
        self.canvas.enableAntiAliasing(True)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(EPSG))
        self.canvas.setMinimumSize(240, 180)
        self._peg = _Peg(self.canvas, self._klik)
        self.canvas.setMapTool(self._peg)
        self._flere = wrapped("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(self._signatur())
        layout.addWidget(self._flere)

    @property
    def _baggrund(self) -> list[QgsMapLayer]:
        """What is still there: the project may have gone."""
        return [lag for lag in self._underlag if not sip.isdeleted(lag)]

    def luk(self) -> None:
        """Let go of the layers."""
        self.canvas.stopRendering()
        self.canvas.unsetMapTool(self._peg)
        self._ryd()
        self._underlag.clear()
        self.canvas.setLayers([])

    def vis(self, aendringer: Aendringer) -> None:
        """Draw these, as many as a map can show."""
        self._ryd()
        self._aendringer = aendringer
        self._indeks = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
        grupper: dict[tuple[Art, Qgis.GeometryType], list[QgsFeature]] = {}
        for nr, art, geometri in geometrier(aendringer, KORT_HOEJST):
            self._steder[nr] = geometri
            feature = QgsFeature(nr)
            feature.setGeometry(geometri)
            self._indeks.addFeature(feature)
            grupper.setdefault((art, geometri.type()), []).append(feature)
        self._lag = [_lag(art, slags, features) for (art, slags), features in grupper.items()]
        self._lag.sort(key=lambda lag: int(lag.geometryType()))  # points over lines over areas
        self.canvas.setLayers([*self._lag, *self._baggrund])
        self._flere.setText(
            tr("Kortet viser de første {}. Vælg en ændring i listen for at se den her.").format(
                number(KORT_HOEJST)
            )
        )
        self._flere.setVisible(len(aendringer) > KORT_HOEJST)
        self.vis_alt()

    def vis_alt(self) -> None:
        """Zoom out to every change."""
        boks = QgsRectangle()
        for geometri in self._steder.values():
            boks.combineExtentWith(geometri.boundingBox())
        if self._steder:
            self._vis_boks(boks)

    def gaa_til(self, nr: int) -> None:
        """Show one change, where it is and where it was."""
        self._fjern_baand()
        geometri = self._sted(nr)
        if geometri is None:
            return
        boks = geometri.boundingBox()
        gammel = _gammel(self._aendringer[nr])
        if gammel is not None:
            boks.combineExtentWith(gammel.boundingBox())
            self._fremhaev(gammel, Qt.PenStyle.DotLine)
        self._fremhaev(geometri, Qt.PenStyle.SolidLine)
        self._vis_boks(boks)

    def _sted(self, nr: int) -> QgsGeometry | None:
        if nr < KORT_HOEJST:
            return self._steder.get(nr)
        wkb = self._aendringer[nr].geometri
        return None if wkb is None else geometri_af(wkb)

    def har_sted(self, nr: int) -> bool:
        """Whether the change is on the map."""
        return nr in self._steder

    def _vis_boks(self, boks: QgsRectangle) -> None:
        if boks.width() or boks.height():
            self.canvas.setExtent(boks.scaled(_LUFT))
        else:
            self.canvas.setCenter(boks.center())
        if self.canvas.scale() < _NAER or not (boks.width() or boks.height()):
            self.canvas.zoomScale(_NAER)
        self.canvas.refresh()

    def _fremhaev(self, geometri: QgsGeometry, streg: Qt.PenStyle) -> None:
        baand = QgsRubberBand(self.canvas, geometri.type())
        baand.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        baand.setIconSize(22 if streg == Qt.PenStyle.SolidLine else 14)
        baand.setColor(QColor(SORT))
        baand.setSecondaryStrokeColor(QColor(HVID))
        baand.setFillColor(QColor(0, 0, 0, 0))
        baand.setLineStyle(streg)
        baand.setWidth(2)
        baand.setToGeometry(geometri, QgsCoordinateReferenceSystem.fromEpsgId(EPSG))
        self._baand.append(baand)

    def _klik(self, punkt: QgsPointXY) -> None:
        naer = self.canvas.mapUnitsPerPixel() * _ROER_PX
        fundne = self._indeks.nearestNeighbor(punkt, 1, naer)
        if fundne:
            self.valgt.emit(fundne[0])

    def _fjern_baand(self) -> None:
        for baand in self._baand:
            self.canvas.scene().removeItem(baand)
        self._baand.clear()

    def _ryd(self) -> None:
        self._fjern_baand()
        self.canvas.setLayers(self._baggrund)
        self._lag.clear()
        self._steder.clear()

    def _signatur(self) -> QHBoxLayout:
        linje = QHBoxLayout()
        for art in Art:
            billede = QLabel()
            billede.setPixmap(tegn(art).pixmap(_IKON))
            linje.addWidget(billede)
            linje.addWidget(QLabel(arttekst(art)))
            linje.addSpacing(8)
        linje.addStretch(1)
        alt = QToolButton()
        alt.setText(tr("Vis alle"))
        alt.clicked.connect(lambda _=False: self.vis_alt())
        linje.addWidget(alt)
        return linje


def _gammel(aendring: Aendring) -> QgsGeometry | None:
    """Where it was, when it has moved."""
    for felt in aendring.felter:
        if felt.kolonne == GEOMETRI and isinstance(felt.gammel, bytes):
            return geometri_af(felt.gammel)
    return None


def _lag(art: Art, slags: Qgis.GeometryType, features: list[QgsFeature]) -> QgsVectorLayer:
    lag = QgsVectorLayer(f"{_GEOMETRIER[slags]}?crs=EPSG:{EPSG}", arttekst(art), "memory")
    for feature in features:
        geometri = feature.geometry()
        geometri.convertToMultiType()
        feature.setGeometry(geometri)
    lag.dataProvider().addFeatures(features)
    lag.setRenderer(QgsSingleSymbolRenderer(_symbol(art, slags)))
    return lag


class _Peg(QgsMapToolPan):
    """Drags the map; a click that drags nothing points at a change."""

    def __init__(self, canvas: QgsMapCanvas, klik: Callable[[QgsPointXY], None]) -> None:
        super().__init__(canvas)
        self._klik, self._fra = klik, QPoint()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """Remember where."""
        self._fra = event.pos()
        super().canvasPressEvent(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """Point, or let go of the map."""
        vej = (event.pos() - self._fra).manhattanLength()
        if event.button() == Qt.MouseButton.LeftButton and vej < QApplication.startDragDistance():
            self._klik(event.mapPoint())
        else:
            super().canvasReleaseEvent(event)
