# SPDX-License-Identifier: GPL-2.0-or-later
"""On the map: point out a route, then from and to along it. What would be painted follows the mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from moedested_plugin.checks.tal import dansk
from moedested_plugin.domain.farve import ORANGE, SORT
from moedested_plugin.domain.kontroller_ruter import FRA_RUTEN_M
from moedested_plugin.drawing.maling import langt
from moedested_plugin.drawing.straekning_lag import som_linje
from moedested_plugin.i18n import tr

from .underlag_valg import TASTER

if TYPE_CHECKING:
    from moedested_plugin.drawing.maal import Strakt
    from moedested_plugin.drawing.maling import Maling

_PEGE_PX, _HAEFTE_PX = 12, 10
#: The route that lights up is pale, so that what is painted on it stands out.
_LYS = 0.45
#: A mouse that is moved further has begun on something else than typing metres.
_RYK_PX = 10


class UnderlagKort(QgsMapTool):
    """The mouse and the keys. Who holds it gives the routes, opens the one that is chosen, and paints."""

    #: From and to are given: the way along the route.
    malet = pyqtSignal(object)
    #: A key chose a surface.
    tast = pyqtSignal(int)
    #: Where one has got to.
    hvor = pyqtSignal(str)
    #: A route was chosen, or let go.
    rute_skiftet = pyqtSignal()
    forladt = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, ruter: Callable[[], Sequence[QgsVectorLayer]],
        aabn: Callable[[QgsFeature], Maling | None],
    ) -> None:  # fmt: skip
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._ruter, self._aabn = ruter, aabn
        self.farve = QColor(SORT)
        self.valgt: Maling | None = None
        self.rutelag: QgsVectorLayer | None = None
        self.fid = 0
        self._nr = 0
        self._cifre, self._foer_cifre, self._cifre_ved = "", 0, QPoint()
        self._sidst = QPoint()
        #: The surface that is chosen now: who types metres has not chosen by their first digit.
        self.kode: Callable[[], int] = lambda: 0
        self._lys = self._baand(ORANGE, 12)
        self._lys.setOpacity(_LYS)
        #: What is painted already, by colour: its own signs only show close up.
        self._lagt: dict[str, QgsRubberBand] = {}
        self._vist = self._baand(SORT, 5)
        self._vist.setZValue(self._lys.zValue() + 2)
        self._maerke = QgsVertexMarker(canvas)
        self._maerke.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        self._maerke.setPenWidth(2)
        self._maerke.setColor(QColor(SORT))
        self._maerke.hide()

    def _baand(self, farve: str, bredde: int) -> QgsRubberBand:
        baand = QgsRubberBand(self.canvas(), Qgis.GeometryType.Line)
        baand.setColor(QColor(farve))
        baand.setWidth(bredde)
        return baand

    # Where one has got to ------------------------------------------------------------------------------

    def deactivate(self) -> None:
        """Another tool, or none: what was half done goes."""
        self._slip()
        super().deactivate()

    def fjern(self) -> None:
        """Take what lies on the map away for good."""
        for ting in (self._lys, self._vist, self._maerke, *self._lagt.values()):
            self.canvas().scene().removeItem(ting)

    def vis_lagte(self, lagte: Mapping[str, Sequence[QgsGeometry]]) -> None:
        """Show what is painted on the route, by colour."""
        for baand in self._lagt.values():
            baand.reset(Qgis.GeometryType.Line)
        for farve, linjer in lagte.items():
            if farve not in self._lagt:
                self._lagt[farve] = self._baand(farve, 4)
                self._lagt[farve].setZValue(self._lys.zValue() + 1)
            for linje in linjer:
                if self.rutelag is not None:
                    self._lagt[farve].addGeometry(linje, self.rutelag)

    def efterse(self) -> None:
        """The route may have been drawn anew."""
        if self.valgt is not None and self._er_aendret():
            self._genaabn()

    def tilbage(self) -> None:
        """One step back: the place, then the route."""
        if self._cifre:
            self._saet_cifre("")
        elif self.valgt is not None and self.valgt.fra:
            self.valgt.fra = []
            self._vist.reset(Qgis.GeometryType.Line)
        else:
            self._slip()
        self.fortael()

    def _slip(self) -> None:
        self.valgt, self.rutelag, self._nr, self._cifre = None, None, 0, ""
        self._lys.reset(Qgis.GeometryType.Line)
        self._vist.reset(Qgis.GeometryType.Line)
        self._maerke.hide()
        self.rute_skiftet.emit()

    def fortael(self, hertil: str = "") -> None:
        """Say what to do next."""
        valgt = self.valgt
        if valgt is None:
            self.hvor.emit(tr("Klik på den rute, der skal males."))
        elif self._cifre:
            self.hvor.emit(tr("{0} m: tryk Enter.").format(self._cifre))
        elif not valgt.fra:
            self.hvor.emit(
                " ".join((tr("Klik, hvor underlaget begynder, eller skriv meter."), hertil)).strip()
            )
        else:
            fra = tr("Fra {0} m.").format(dansk(valgt.fra[0], 0))
            self.hvor.emit(f"{fra} {hertil or tr('Klik, hvor underlaget ender.')}")

    # The mouse -----------------------------------------------------------------------------------------

    def canvasMoveEvent(self, e: QgsMapMouseEvent | None) -> None:  # noqa: N802 - QGIS calls it
        """Light up what is under the mouse, and show what a click would paint."""
        if e is None:
            return
        if self.rutelag is not None and sip.isdeleted(self.rutelag):
            self._slip()  # the project went; the tool is about to
        self._sidst = e.pos()
        if self._cifre:
            if (e.pos() - self._cifre_ved).manhattanLength() <= _RYK_PX:
                return
            self._saet_cifre("")
        if self.valgt is None:
            fundet = self._under(e.pos())
            if fundet is None:
                self._lys.reset(Qgis.GeometryType.Line)
            else:
                self._lys.setToGeometry(fundet[1].geometry(), fundet[0])
            return
        self._forhaandsvis(self._maerker(e.pos()))

    def canvasReleaseEvent(self, e: QgsMapMouseEvent | None) -> None:  # noqa: N802 - QGIS calls it
        """Choose the route, then from, then to; the right button takes one step back."""
        if e is None:
            return
        self._saet_cifre("", fortael=False)
        if e.button() == Qt.MouseButton.RightButton:
            self.tilbage()
        elif e.button() == Qt.MouseButton.LeftButton:
            if self.valgt is None:
                self._vaelg(self._under(e.pos()))
            elif self._er_aendret():
                self._genaabn()
            else:
                self._giv(self._maerker(e.pos()))

    def _under(self, hvor: QPoint) -> tuple[QgsVectorLayer, QgsFeature] | None:
        bedst: tuple[float, QgsVectorLayer, QgsFeature] | None = None
        for layer in self._ruter():
            punkt = self.toLayerCoordinates(layer, hvor)
            meter = self._tolerance(layer, hvor, _PEGE_PX)
            boks = QgsRectangle.fromCenterAndSize(punkt, 2 * meter, 2 * meter)
            der = QgsGeometry.fromPointXY(punkt)
            for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(boks)):
                fra = feature.geometry().distance(der)
                if fra <= meter and (bedst is None or fra < bedst[0]):
                    bedst = fra, layer, feature
        return None if bedst is None else (bedst[1], bedst[2])

    def _vaelg(self, fundet: tuple[QgsVectorLayer, QgsFeature] | None) -> None:
        aabnet = None if fundet is None else self._aabn(fundet[1])
        if fundet is None or aabnet is None:
            self.fortael()
            return
        self.valgt, self.rutelag, self.fid = aabnet, fundet[0], fundet[1].id()
        self._lys.setToGeometry(fundet[1].geometry(), fundet[0])
        self.rute_skiftet.emit()
        self.fortael()

    def _er_aendret(self) -> bool:
        """Whether the route was drawn anew, or undone away, meanwhile."""
        feature = self.rutelag.getFeature(self.fid) if self.rutelag is not None else QgsFeature()
        return not feature.isValid() or not self._lys.asGeometry().equals(self._paa_kortet(feature))

    def _genaabn(self) -> None:
        layer, fid = self.rutelag, self.fid
        self._slip()
        feature = layer.getFeature(fid) if layer is not None else QgsFeature()
        self._vaelg((layer, feature) if layer is not None and feature.isValid() else None)

    def _paa_kortet(self, feature: QgsFeature) -> QgsGeometry:
        proeve = QgsRubberBand(self.canvas(), Qgis.GeometryType.Line)
        if self.rutelag is not None:
            proeve.setToGeometry(feature.geometry(), self.rutelag)
        geometri = proeve.asGeometry()
        self.canvas().scene().removeItem(proeve)
        return geometri

    def _tolerance(self, layer: QgsVectorLayer, hvor: QPoint, px: int) -> float:
        her = self.toLayerCoordinates(layer, hvor)
        return float(her.distance(self.toLayerCoordinates(layer, hvor + QPoint(px, 0))))

    def _maerker(self, hvor: QPoint) -> list[float]:
        if self.valgt is None or self.rutelag is None:
            return []
        tolerance = self._tolerance(self.rutelag, hvor, _HAEFTE_PX)
        # Relaxed, as QGIS's own tools ask: to wait for the index of a layer that was just drawn in makes QGIS fall.
        traf = self.canvas().snappingUtils().snapToMap(hvor, None, True)
        if traf.isValid():
            punkt = self.toLayerCoordinates(self.rutelag, traf.point())
            if self.valgt.maal.langs.fra((punkt.x(), punkt.y())) <= FRA_RUTEN_M.standard:
                return self.valgt.maerker((punkt.x(), punkt.y()), FRA_RUTEN_M.standard)
        punkt = self.toLayerCoordinates(self.rutelag, hvor)
        return self.valgt.maerker((punkt.x(), punkt.y()), tolerance)

    # What would be painted -----------------------------------------------------------------------------

    def vis_igen(self) -> None:
        """Show it in another colour, or by another way."""
        if self.valgt is not None:
            self._forhaandsvis(self._maerker(self._sidst))

    def _forhaandsvis(self, maerker: Sequence[float]) -> None:
        valgt, layer = self.valgt, self.rutelag
        if valgt is None or layer is None or not maerker:
            return
        vej = self._vej(maerker)
        mark = maerker[0]
        if vej:
            mark = min(maerker, key=lambda m: min(min(abs(m - a), abs(m - b)) for a, b in vej))
        self._maerke.setCenter(self.toMapCoordinates(layer, QgsPointXY(*valgt.maal.punkt(mark))))
        self._maerke.show()
        self._vist.reset(Qgis.GeometryType.Line)
        hertil = tr("Her: {0} m.").format(dansk(mark, 0))
        if valgt.fra and vej:
            self._vist.setColor(self.farve)
            for strakt in vej:
                self._vist.addGeometry(som_linje(valgt.maal.linje(strakt)), layer)
            hertil = tr("Til {0} m: {1} m.").format(dansk(mark, 0), dansk(langt(vej), 0))
            if len(valgt.veje(maerker)) > 1:
                hertil += " " + tr("V: den anden vej.")
        self.fortael(hertil)

    def _vej(self, maerker: Sequence[float]) -> list[Strakt]:
        veje = self.valgt.veje(maerker) if self.valgt is not None and self.valgt.fra else []
        return veje[self._nr % len(veje)] if veje else []

    def _giv(self, maerker: Sequence[float]) -> None:
        if self.valgt is None or not maerker:
            return
        if not self.valgt.fra:
            self.valgt.fra = list(maerker)
            self._nr = 0
            self._forhaandsvis(maerker)
            return
        vej = self._vej(maerker)
        if not vej:
            self.fortael(tr("Klik længere henne ad ruten."))
            return
        self.valgt.fra = []
        self._vist.reset(Qgis.GeometryType.Line)
        self.malet.emit(vej)
        self.fortael()

    # The keys ------------------------------------------------------------------------------------------

    def keyPressEvent(self, e: QKeyEvent | None) -> None:
        """Choose a surface, type metres, go back, leave."""
        if e is None:
            return
        tast = e.key()
        if tast == Qt.Key.Key_Escape:
            self.forladt.emit()
        elif tast == Qt.Key.Key_Backspace:
            if len(self._cifre) > 1:
                self._saet_cifre(self._cifre[:-1])
            else:
                self.tilbage()
        elif tast in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._meter()
        elif tast == Qt.Key.Key_V:
            self._nr += 1
            self.vis_igen()
        elif e.text().isdigit():
            self._ciffer(e.text())
        else:
            e.ignore()
            return
        e.accept()

    def _ciffer(self, ciffer: str) -> None:
        """One digit chooses a surface; a second makes both of them metres, and the choice is as it was."""
        if not self._cifre:
            self._foer_cifre, self._cifre_ved = self.kode(), self._sidst
            if int(ciffer) in TASTER:
                self.tast.emit(int(ciffer))
        elif len(self._cifre) == 1:
            self.tast.emit(self._foer_cifre)
        if self.valgt is not None:
            self._saet_cifre(self._cifre + ciffer)

    def _saet_cifre(self, cifre: str, *, fortael: bool = True) -> None:
        self._cifre = cifre
        if fortael:
            self.fortael()

    def _meter(self) -> None:
        cifre = self._cifre
        self._saet_cifre("", fortael=False)
        if self.valgt is None or not cifre:
            return
        if float(cifre) > self.valgt.maal.laengde:
            self.hvor.emit(tr("Ruten er kun {0} m lang.").format(dansk(self.valgt.maal.laengde, 0)))
            return
        if len(cifre) == 1:
            self.tast.emit(self._foer_cifre)
        self._giv([float(cifre)])
