# SPDX-License-Identifier: GPL-2.0-or-later
"""A label by the cursor (varsel) that says at once what is wrong with a place, and a marker on what is there already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY
from qgis.gui import QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel

from moedested_plugin.drawing.naboer import Advarsel, Nabo, Omgivelserne, Sted, i_naerheden
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.gui import QgsMapCanvas

#: The mouse rests this long before the place is looked at (ms).
RO = 60
#: From the tip of the cursor (px).
_FRA_MARKOEREN = QPoint(16, 18)
#: A hand that rests moves the mouse no further (px).
_HVILER = 3
_ROED = "#d55e00"
#: The look of what is said of a place, on the map and in the form.
VARSEL = f"background: #fff3c4; color: #202020; border: 1px solid {_ROED}; padding: 2px 5px;"


def saetning(advarsel: Advarsel) -> str:
    """What to say of a place."""
    return {
        Sted.UDEN_FOR: tr("Uden for kommunen"),
        Sted.HAV: tr("I havet"),
        Sted.LUKKET: tr("Midlertidigt lukket: {0}").format(advarsel.hvad),
    }[advarsel.sted]


def nabo_saetning(nabo: Nabo) -> str:
    """What to say of what is there already."""
    return tr("Kun {0} m til {1}").format(f"{nabo.meter:.1f}".replace(".", ","), nabo.navn)


class Varsel(QObject):
    """Follows the mouse over the canvas from `begynd` to `stands`."""

    def __init__(
        self, canvas: QgsMapCanvas, steder: Callable[[], Sequence[QgsVectorLayer]]
    ) -> None:
        super().__init__()
        self._canvas, self._steder = canvas, steder
        self._layer: QgsVectorLayer | None = None
        self._naer = 0.0
        self._type: int | None = None
        self._om: Omgivelserne | None = None
        self._punkt: QgsPointXY | None = None
        #: Where the mouse was when the last one was drawn.
        self._her: QgsPointXY | None = None
        self._etiket: QLabel | None = None
        self._maerke: QgsVertexMarker | None = None
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(RO)
        self._ro.timeout.connect(self._se)

    @property
    def tekst(self) -> str:
        """What is said now."""
        return self._etiket.text() if self._etiket is not None else ""

    def begynd(
        self, layer: QgsVectorLayer, om: Omgivelserne, meter: float, type_: int | None
    ) -> None:
        """Follow the mouse, for objects that are drawn in this layer. `meter` 0: neighbours are not told of."""
        self.stands()
        self._layer, self._om, self._type = layer, om, type_
        self._naer, self._her = meter, None
        self._canvas.xyCoordinates.connect(self._flyttet)
        self._canvas.viewport().installEventFilter(self)

    def tegnet(self) -> None:
        """Say no more until the mouse goes on: it rests on what was drawn just now, and that is no neighbour."""
        self._her = self._punkt
        self._ro.stop()
        self._ryd()

    def stands(self) -> None:
        """Leave nothing on the map."""
        if self._layer is not None:
            self._canvas.xyCoordinates.disconnect(self._flyttet)
            self._canvas.viewport().removeEventFilter(self)
        self._layer = None
        self._ro.stop()
        self._ryd()

    def om_stedet(self, geometri: QgsGeometry) -> tuple[list[Nabo], list[Advarsel]]:
        """What there is to say of a drawing in the layer's coordinates."""
        if self._layer is None or self._om is None:
            return [], []
        naboer = (
            i_naerheden(self._layer, geometri, self._naer, self._type) if self._naer > 0 else []
        )
        return naboer, self._om.advarsler(
            geometri,
            self._steder(),
            dt.date.today(),  # noqa: DTZ011 - the day in Denmark
        )

    def eventFilter(self, _kort: QObject, haendelse: QEvent) -> bool:
        """Nobody points at the map any more."""
        if haendelse.type() == QEvent.Type.Leave:
            self._ro.stop()
            self._ryd()
        return False

    def _flyttet(self, punkt: QgsPointXY) -> None:
        self._punkt = punkt
        if self._her is not None:
            if punkt.distance(self._her) <= _HVILER * self._canvas.mapUnitsPerPixel():
                return
            self._her = None
        if not self._ro.isActive():
            self._ro.start()

    def _se(self) -> None:
        if self._layer is None or sip.isdeleted(self._layer) or self._punkt is None:
            return
        kort = self._canvas.mapSettings()
        til_lag = QgsCoordinateTransform(
            kort.destinationCrs(), self._layer.crs(), kort.transformContext()
        )
        geometri = QgsGeometry.fromPointXY(self._punkt)
        geometri.transform(til_lag)
        naboer, advarsler = self.om_stedet(geometri)
        linjer = [saetning(advarsel) for advarsel in advarsler]
        linjer += [nabo_saetning(nabo) for nabo in naboer[:1]]
        self._sig(linjer, self._punkt)
        self._ryd_maerke()
        if naboer:
            self._peg(naboer[0], self._punkt)

    def _sig(self, linjer: list[str], punkt: QgsPointXY) -> None:
        if not linjer:
            if self._etiket is not None:
                self._etiket.hide()
                self._etiket.setText("")
            return
        if self._etiket is None or sip.isdeleted(self._etiket):
            etiket = QLabel(self._canvas.viewport())
            etiket.setObjectName("moedested_varsel")
            etiket.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            etiket.setTextFormat(Qt.TextFormat.PlainText)
            etiket.setStyleSheet(VARSEL)
            self._etiket = etiket
        self._etiket.setText("\n".join(linjer))
        self._etiket.adjustSize()
        sted = self._canvas.getCoordinateTransform().transform(punkt)
        hjoerne = QPoint(int(sted.x()), int(sted.y())) + _FRA_MARKOEREN
        ude = self._canvas.viewport().rect()
        self._etiket.move(
            max(0, min(hjoerne.x(), ude.right() - self._etiket.width())),
            max(0, min(hjoerne.y(), ude.bottom() - self._etiket.height())),
        )
        self._etiket.show()

    def _ryd_maerke(self) -> None:
        if self._maerke is not None:
            self._canvas.scene().removeItem(self._maerke)
            self._maerke = None

    def _peg(self, nabo: Nabo, punkt: QgsPointXY) -> None:
        geometri = QgsGeometry(nabo.layer.getFeature(nabo.fid).geometry())
        kort = self._canvas.mapSettings()
        geometri.transform(
            QgsCoordinateTransform(nabo.layer.crs(), kort.destinationCrs(), kort.transformContext())
        )
        naermest = geometri.nearestPoint(QgsGeometry.fromPointXY(punkt))
        self._maerke = QgsVertexMarker(self._canvas)
        self._maerke.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        self._maerke.setIconSize(22)
        self._maerke.setPenWidth(3)
        self._maerke.setColor(QColor(_ROED))
        self._maerke.setCenter(naermest.asPoint())

    def _ryd(self) -> None:
        self._ryd_maerke()
        if self._etiket is not None and not sip.isdeleted(self._etiket):
            self._etiket.hide()
            self._etiket.deleteLater()
        self._etiket = None
