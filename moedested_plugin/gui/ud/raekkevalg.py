# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows go out: of which layers, and all of them, the selected, those in view, or those an expression finds."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined]  # QgsCsException is not in the stubs
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsFeatureRequest,
    QgsProject,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsFieldExpressionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from moedested_plugin.domain.betingelse import EnAf, Enten, Ikke, Tom
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.i18n import tr
from moedested_plugin.project.lag import LAG_AF_ROLLE, Lag, lag_paa

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Betingelse

_ROLLE = Qt.ItemDataRole.UserRole
_RAEKKEHOEJDE = 24


class Omfang(enum.Enum):
    """Which rows of the chosen layers."""

    ALLE = "alle"
    VALGTE = "valgte"
    UDSNIT = "udsnit"
    UDTRYK = "udtryk"


@dataclass(frozen=True)
class Valg:
    """What was chosen of one table: these keys, those for which the condition holds, or all."""

    tabel: str
    noegler: tuple[str, ...] | None = None
    hvor: Betingelse | None = None


class Ugyldigt(Exception):
    """Nothing can be chosen so; `str(fejl)` is the sentence."""


class Raekkevalg(QWidget):
    """A list of layers to tick, and below it which of their rows."""

    aendret = pyqtSignal()

    def __init__(
        self,
        current: CurrentProject,
        roller: Sequence[str],
        ramme: QgsReferencedRectangle,
        hoejde: int = 7,
    ) -> None:
        super().__init__()
        self._current, self._ramme = current, ramme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.liste = QListWidget()
        self.liste.setObjectName("lag")
        self.liste.setFixedHeight(hoejde * _RAEKKEHOEJDE)
        for rolle in roller:
            layer = current.layer(rolle)
            if layer is not None:
                self.liste.addItem(_punkt(rolle, layer))
        self.omfang = QComboBox()
        self.omfang.setObjectName("omfang")
        valgt = sum(layer.selectedFeatureCount() for layer in self._lag(alle=True))
        for omfang, tekst in (
            (Omfang.ALLE, tr("Alle rækker")),
            (Omfang.VALGTE, tr("Kun de valgte rækker ({})").format(valgt)),
            (Omfang.UDSNIT, tr("Kun det, der ses i kortet")),
            (Omfang.UDTRYK, tr("Kun dem, et udtryk finder")),
        ):
            self.omfang.addItem(tekst, omfang)
        self.udtryk = QgsFieldExpressionWidget()
        self.udtryk.setObjectName("udtryk")
        self.udtryk.hide()
        for del_ in (self.liste, self.omfang, self.udtryk):
            layout.addWidget(del_)
        self.liste.itemChanged.connect(self._aendret)
        self.omfang.currentIndexChanged.connect(self._aendret)
        self.saet([layer for layer in roller if self._har_valgte(layer)] or roller[:1])
        if valgt:
            self.omfang.setCurrentIndex(1)

    def saet(self, roller: Sequence[str]) -> None:
        """Tick these layers and no others."""
        for punkt in self._punkter():
            paa = punkt.data(_ROLLE) in roller
            punkt.setCheckState(Qt.CheckState.Checked if paa else Qt.CheckState.Unchecked)

    def roller(self) -> list[str]:
        """The layers that are ticked."""
        return [
            str(punkt.data(_ROLLE))
            for punkt in self._punkter()
            if punkt.checkState() == Qt.CheckState.Checked
        ]

    def tabeller(self) -> list[str]:
        """Their tables."""
        return list(dict.fromkeys(LAG_AF_ROLLE[rolle].tabelnavn for rolle in self.roller()))

    def valg(self) -> list[Valg]:
        """What is chosen, a table at a time. Raises `Ugyldigt`."""
        roller = self.roller()
        if not roller:
            raise Ugyldigt(tr("Sæt mindst ét flueben ved det, der skal med."))
        omfang = self.omfang.currentData()
        return [self._af_tabel(tabel, roller, omfang) for tabel in self.tabeller()]

    def _af_tabel(self, tabel: str, roller: Sequence[str], omfang: Omfang) -> Valg:
        lag = [led for led in lag_paa(tabel) if led.rolle in roller]
        if omfang is Omfang.ALLE:
            if len(lag) == len(lag_paa(tabel)):
                return Valg(tabel)
            return Valg(tabel, hvor=Enten(tuple(_betingelse(led) for led in lag)))
        if omfang is Omfang.UDSNIT and lag[0].tabel.geometri is None:
            return self._i_udsnit_uden_sted(lag[0])
        noegler: list[str] = []
        for led in lag:
            layer = self._current.layer(led.rolle)
            if layer is not None:
                noegler += self._noegler(layer, led, omfang)
        return Valg(tabel, tuple(noegler))

    def _i_udsnit_uden_sted(self, lag: Lag) -> Valg:
        """What has no place on the map belongs to a mødested that has."""
        layer = self._current.layer("moedested")
        if layer is None or not lag.tabel.har("moedested_id"):
            return Valg(lag.tabelnavn, ())
        noegler = self._noegler(layer, LAG_AF_ROLLE["moedested"], Omfang.UDSNIT)
        return (
            Valg(lag.tabelnavn, hvor=EnAf("moedested_id", tuple(noegler)))
            if noegler
            else Valg(lag.tabelnavn, ())
        )

    def _noegler(self, layer: QgsVectorLayer, lag: Lag, omfang: Omfang) -> list[str]:
        felt = layer.fields().lookupField(lag.tabel.noegle)
        oensket = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        oensket.setSubsetOfAttributes([felt])
        if omfang is Omfang.VALGTE:
            oensket.setFilterFids(layer.selectedFeatureIds())
        elif omfang is Omfang.UDSNIT:
            oensket.setFlags(Qgis.FeatureRequestFlag.ExactIntersect)
            oensket.setFilterRect(i_lagets(self._ramme, layer))
        else:
            tekst = self._udtryk(layer)
            oensket = QgsFeatureRequest().setFilterExpression(tekst)
        return [str(f[felt]) for f in layer.getFeatures(oensket) if f[felt]]

    def _udtryk(self, layer: QgsVectorLayer) -> str:
        tekst = str(self.udtryk.currentText()).strip()
        udtryk = QgsExpression(tekst)
        fremmede = udtryk.referencedColumns() - {
            *layer.fields().names(),
            QgsFeatureRequest.ALL_ATTRIBUTES,
        }
        if not tekst or udtryk.hasParserError():
            raise Ugyldigt(tr("Udtrykket kan ikke læses. Tryk på ε, og ret det."))
        if fremmede:
            raise Ugyldigt(
                tr(
                    "Laget {lag} har ikke feltet {felt}. Ret udtrykket, eller fjern fluebenet."
                ).format(lag=layer.name(), felt=", ".join(sorted(fremmede)))
            )
        return tekst

    def _aendret(self, *_: object) -> None:
        lag = self._lag()
        self.udtryk.setVisible(self.omfang.currentData() is Omfang.UDTRYK)
        if lag and self.udtryk.layer() is not lag[0]:
            self.udtryk.setLayer(lag[0])
        self.aendret.emit()

    def _har_valgte(self, rolle: str) -> bool:
        layer = self._current.layer(rolle)
        return layer is not None and layer.selectedFeatureCount() > 0

    def _punkter(self) -> list[QListWidgetItem]:
        return [self.liste.item(nr) for nr in range(self.liste.count())]

    def _lag(self, *, alle: bool = False) -> list[QgsVectorLayer]:
        roller = [str(p.data(_ROLLE)) for p in self._punkter()] if alle else self.roller()
        return self._current.layers_of(roller)


def _punkt(rolle: str, layer: QgsVectorLayer) -> QListWidgetItem:
    punkt = QListWidgetItem(layer.name())
    punkt.setData(_ROLLE, rolle)
    punkt.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)  # type: ignore[arg-type]  # the stubs say int
    punkt.setCheckState(Qt.CheckState.Unchecked)
    return punkt


def _betingelse(lag: Lag) -> Betingelse:
    """The filter of the layer, as the store reads it."""
    if lag.typer:
        return EnAf(lag.typefelt, lag.typer)
    return Enten((Tom(lag.typefelt), Ikke(EnAf(lag.typefelt, lag.undtagen))))


def i_lagets(ramme: QgsReferencedRectangle, layer: QgsVectorLayer) -> QgsReferencedRectangle:
    """The rectangle in the layer's own system. Raises `Ugyldigt`."""
    om = QgsCoordinateTransform(ramme.crs(), layer.crs(), QgsProject.instance())
    try:
        return QgsReferencedRectangle(om.transformBoundingBox(ramme), layer.crs())
    except QgsCsException:
        raise Ugyldigt(tr("Kortet viser ikke Danmark. Zoom til kommunen, og prøv igen.")) from None
