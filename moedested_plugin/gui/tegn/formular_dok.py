# SPDX-License-Identifier: GPL-2.0-or-later
"""The docked form (formular): QGIS's own, of the one object that is being drawn. The next drawing takes its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from qgis.core import QgsFeature, QgsGeometry
from qgis.gui import (
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsDockWidget,
    QgsEditorWidgetWrapper,
    QgsRubberBand,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QColor
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QDockWidget,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.felt import Type
from moedested_plugin.drawing.adresse import Adresse, tager_adresse, vaerdier
from moedested_plugin.drawing.overtag import overtag
from moedested_plugin.drawing.skabelon import NAVN_LAENGDE
from moedested_plugin.gui.formular_felt import gaa_til, vist_raekke, widget_for
from moedested_plugin.gui.widgets import icon, wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.project.lag import LAG_AF_ROLLE, Lag
from moedested_plugin.project.raekke import qgisvaerdi

from .adressefelt import Adressefelt
from .varsel import VARSEL

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer
    from qgis.gui import QgisInterface

    from .adresseopslag import Adresseopslag

NAVN = "MoedestedTegnFormular"
#: As wide as a form can be read in, beside a map on a small screen; one with lists of boxes to tick needs more (px).
MINDST, MED_LISTER = 440, 640
#: The panel whose place it takes.
PANEL = "MoedestedPanel"
_FARVE = QColor(213, 94, 0, 160)


def omgivelser(iface: QgisInterface) -> QgsAttributeEditorContext:
    """What QGIS gives its own forms."""
    ud = QgsAttributeEditorContext()
    ud.setVectorLayerTools(iface.vectorLayerTools())
    ud.setMapCanvas(iface.mapCanvas())
    ud.setCadDockWidget(iface.cadDockWidget())
    ud.setMainMessageBar(iface.messageBar())
    return ud


class FormularDok(QgsDockWidget):
    """One form at a time. OK puts the object into the layer in one step; Annullér or Esc leaves the layer as it was."""

    #: The new object as it now stands in the layer.
    lagt_ind = pyqtSignal(object, object)
    #: The form has let go, either way.
    sluppet = pyqtSignal()
    #: Name and values of a template to keep: the form's layer, the name and the row.
    skabelon = pyqtSignal(str, str, object)

    def __init__(
        self, iface: QgisInterface, opslag: Adresseopslag, nabo: Callable[[], Mapping[str, Vaerdi]]
    ) -> None:
        super().__init__(tr("Nyt objekt"))
        self.setObjectName(NAVN)
        self.setWindowIcon(icon("moedested"))
        self._iface, self._nabo = iface, nabo
        self._lag: Lag | None = None
        self._layer: QgsVectorLayer | None = None
        self._kladde: QgsRubberBand | None = None
        self.dialog: QgsAttributeDialog | None = None
        #: Width of the panel before a form took its place.
        self._foer = 0
        indhold = QWidget()
        self._layout = QVBoxLayout(indhold)
        self._layout.setContentsMargins(4, 4, 4, 4)
        self.adresse = Adressefelt(opslag)
        self.adresse.valgt.connect(self._adresse_valgt)
        self.kopier = QPushButton(tr("Kopier fra nabo"))
        self.kopier.setToolTip(tr("Tag værdierne fra det nærmeste objekt af samme slags"))
        self.kopier.clicked.connect(self._kopier)
        self.som_skabelon = QPushButton(tr("Gem som skabelon …"))
        self.som_skabelon.setToolTip(
            tr("Kommunens skabeloner deles af alle, der bruger de samme data")
        )
        self.som_skabelon.clicked.connect(self._spoerg_navn)
        self.navn = QLineEdit()
        self.navn.setMaxLength(NAVN_LAENGDE)
        self.navn.setPlaceholderText(tr("Skabelonens navn, fx Bænk ved sti. Tryk Enter."))
        self.navn.returnPressed.connect(self._gem_skabelon)
        raekke = QHBoxLayout()
        raekke.addWidget(self.kopier)
        raekke.addWidget(self.som_skabelon)
        self.varsel = wrapped("")
        self.varsel.setStyleSheet(VARSEL)
        self._layout.addWidget(self.varsel)
        self._layout.addWidget(self.adresse)
        self._layout.addLayout(raekke)
        self._layout.addWidget(self.navn)
        self.setWidget(indhold)

    @property
    def optaget(self) -> bool:
        """Whether an object waits in it."""
        return self.dialog is not None

    @property
    def raekke(self) -> dict[str, Vaerdi]:
        """The row as the form shows it."""
        if self.dialog is None or self._lag is None:
            return {}
        return vist_raekke(self._lag.tabel, self.dialog.attributeForm())

    def vis(
        self,
        layer: QgsVectorLayer,
        feature: QgsFeature,
        titel: str,
        kommando: str,
        varsler: Sequence[str] = (),
    ) -> None:
        """Show a new object, which is not yet in the layer (id below or at 0), or one that is."""
        self.slip()
        ny = not layer.getFeature(feature.id()).isValid()
        tilstand = QgsAttributeEditorContext.Mode
        dialog = QgsAttributeDialog(layer, feature, False, None, True, omgivelser(self._iface))
        dialog.setWindowFlags(Qt.WindowType.Widget)
        dialog.setMode(tilstand.AddFeatureMode if ny else tilstand.SingleEditMode)
        dialog.setEditCommandMessage(kommando)
        if ny:
            dialog.attributeForm().featureSaved.connect(self._gemt)
        dialog.finished.connect(lambda _svar: self.slip())
        self.dialog, self._layer = dialog, layer
        self._lag = LAG_AF_ROLLE[str(layer.customProperty("moedested/rolle"))]
        self._layout.addWidget(dialog, 1)
        lister = any(felt.type is Type.KODER for felt in self._lag.tabel.felter)
        self._giv_bredde(MED_LISTER if lister else MINDST)
        self.setWindowTitle(titel)
        self.adresse.felt.clear()
        self.adresse.opdater()
        self.adresse.setVisible(tager_adresse(self._lag.tabel) and self.adresse.felt.isEnabled())
        self.varsel.setText("\n".join(varsler))
        self.varsel.setVisible(bool(varsler))
        self.kopier.setVisible(ny and layer.isSpatial())
        self.navn.hide()
        self._tegn_kladde(feature.geometry())
        dialog.show()
        self.show()
        self.raise_()
        gaa_til(dialog.attributeForm(), (self._lag.typefelt, "navn", *self._lag.tabel.feltnavne)
                if feature.attribute(self._lag.typefelt or 0) is None else ("navn",))  # fmt: skip

    def flyt(self, geometri: QgsGeometry, maalt: Mapping[str, Vaerdi]) -> None:
        """The new object goes another way now; `maalt` is what that changes."""
        if self.dialog is None or self._layer is None:
            return
        self.dialog.attributeForm().changeGeometry(geometri)
        self.saet(maalt)
        if self._kladde is not None:
            self._kladde.setToGeometry(geometri, self._layer)

    def goer_faerdig(self) -> bool:
        """Put what waits into the layer; False where something is still to be filled in."""
        if self.dialog is not None:
            # QGIS greys OK where a hard requirement is broken, but does what it is told all the same.
            knapper = cast("QDialogButtonBox", self.dialog.findChild(QDialogButtonBox, "buttonBox"))
            if knapper.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
                self.dialog.accept()
        return self.dialog is None

    def opgiv(self) -> None:
        """Let what waits go, with its children."""
        if self.dialog is not None:
            self.dialog.reject()

    def slip(self) -> None:
        """Be empty."""
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        self._layout.removeWidget(dialog)
        dialog.hide()
        dialog.deleteLater()
        self._layer = None
        if self._kladde is not None:
            self._iface.mapCanvas().scene().removeItem(self._kladde)
            self._kladde = None
        self.hide()
        self._giv_bredde(0)
        self.sluppet.emit()

    def _giv_bredde(self, bredde: int) -> None:
        """Room for the form while it is there, and the map's own again afterwards."""
        self.widget().setMinimumWidth(bredde)
        vindue = self._iface.mainWindow()
        panel = vindue.findChild(QDockWidget, PANEL)
        if bredde:
            if not self._foer and isinstance(panel, QDockWidget):
                self._foer = panel.width()
        elif self._foer and isinstance(panel, QDockWidget) and isinstance(vindue, QMainWindow):
            vindue.resizeDocks([panel], [self._foer], Qt.Orientation.Horizontal)
            self._foer = 0

    def saet(self, nye: Mapping[str, Vaerdi]) -> None:
        """Write values into the form, as the user would."""
        if self.dialog is None or self._lag is None:
            return
        form = self.dialog.attributeForm()
        for navn, vaerdi in nye.items():
            felt = self._lag.tabel.felt(navn)
            form.changeAttribute(navn, qgisvaerdi(felt, vaerdi))
            # QGIS ticks the boxes of a list, writes into one to search in, and tells nobody: OK would stay grey, and rules
            # see the old value.
            if felt.kodeliste and (widget := widget_for(form, navn)) is not None:
                QgsEditorWidgetWrapper.fromWidget(widget).emitValueChanged()

    def closeEvent(self, haendelse: QCloseEvent) -> None:
        """The cross is Annullér."""
        self.opgiv()
        super().closeEvent(haendelse)

    def _gemt(self, feature: QgsFeature) -> None:
        if self._layer is not None:
            self.lagt_ind.emit(self._layer, feature)

    def _tegn_kladde(self, geometri: QgsGeometry) -> None:
        """The object stands on the map before it is in the layer."""
        if geometri.isNull() or self._layer is None:
            return
        self._kladde = QgsRubberBand(self._iface.mapCanvas(), geometri.type())
        self._kladde.setColor(_FARVE)
        self._kladde.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._kladde.setIconSize(14)
        self._kladde.setWidth(3)
        self._kladde.setToGeometry(geometri, self._layer)

    def _kopier(self) -> None:
        self.saet(self._nabo())

    def _adresse_valgt(self, adresse: Adresse) -> None:
        if self._lag is not None:
            self.saet(vaerdier(adresse, self._lag.tabel))

    def _spoerg_navn(self) -> None:
        self.navn.clear()
        self.navn.show()
        self.navn.setFocus()

    def _gem_skabelon(self) -> None:
        if self._lag is not None and self.navn.text().strip():
            raekke = overtag(self._lag.tabel, self.raekke)
            self.skabelon.emit(self._lag.rolle, self.navn.text().strip(), raekke)
            self.navn.hide()
