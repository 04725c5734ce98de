# SPDX-License-Identifier: GPL-2.0-or-later
"""Tells inside every attribute form of our layers what is missing, and leads there.

QGIS greys OK while something is missing without saying where it is, and says nothing of soft requirements
(qgis/QGIS#67188). The forms are found when one of their widgets gets the focus: that costs nothing, while an event
filter in Python on the whole program would cost at every move of the mouse.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import cast

from qgis.core import QgsApplication, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QCursor, QIcon, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabel_af, tabelnavn_af
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.raekke import er_null, raekke_af

from .formular_brud import Raad, Udgaaede, raad_om
from .formular_felt import form_om, gaa_til, samme, vist_raekke
from .formular_laas import Laas
from .formular_soegefelt import Soegefelter
from .formular_udseende import Udseende, giv_plads

#: Lines shown; the rest are in a menu, so that the form never grows out of a small screen. A menu of one would take as
#: much room as its line.
LINJER = 3
#: Rests this long after a key before the row is looked at (ms).
RO = 150
_NAVN = "moedested_raad"


class FormularRaad(QObject):
    """Gives every form of our layers its advice, and takes all of it away again at `close`."""

    #: A form of ours has been opened: its layer, and the row as the form shows it.
    aabnet = pyqtSignal(object, object)
    #: A row is being written in a form: layer, id and the row as the form shows it; None when the form is gone.
    skrevet = pyqtSignal(object, object, object)

    def __init__(
        self, project: QgsProject, slaaet_fra: Callable[[], Collection[str]] = tuple
    ) -> None:
        super().__init__()
        self._project, self._slaaet_fra = project, slaaet_fra
        self._formularer: list[_Formular] = []
        QgsApplication.instance().focusChanged.connect(self._fokus_flyttet)

    def close(self) -> None:
        """Leave every form as QGIS made it."""
        QgsApplication.instance().focusChanged.disconnect(self._fokus_flyttet)
        for formular in self._formularer:
            formular.close()
        self._formularer.clear()

    def foelg(self, form: QgsAttributeForm) -> None:
        """Give this form its advice, when it is a form of ours and has none yet."""
        self._formularer = [kendt for kendt in self._formularer if not sip.isdeleted(kendt)]
        kendt = next((kendt for kendt in self._formularer if samme(kendt.form, form)), None)
        if kendt is not None:
            kendt.opdater()
            return
        layer: QgsVectorLayer | None = form.layer()
        if layer is not None and tabelnavn_af(layer):
            giv_plads(form.window())
            ny = _Formular(form, layer, self._project, self._slaaet_fra())
            ny.skrevet.connect(self.skrevet)
            self._formularer.append(ny)
            self.aabnet.emit(layer, form.feature())

    def _fokus_flyttet(self, _fra: QWidget | None, til: QWidget | None) -> None:
        form = form_om(til)
        if form is not None:
            self.foelg(form)


class _Formular(QObject):
    """One form with its advice."""

    skrevet = pyqtSignal(object, object, object)

    def __init__(
        self,
        form: QgsAttributeForm,
        layer: QgsVectorLayer,
        project: QgsProject,
        slaaet_fra: Collection[str],
    ) -> None:
        super().__init__(form)
        self._slaaet_fra = slaaet_fra
        self.form = form
        self._layer = layer
        self._tabel = tabel_af(layer)
        # Once per form: the lists change a few times a year.
        self._udgaaede = udgaaede_koder(project)
        self._laas = Laas(form, self._tabel, project)
        self._soegefelter = Soegefelter(form, layer)
        self._panel: RaadPanel | None = None
        self._udseende: Udseende | None = None
        #: The row that has been told of.
        self._fortalt: int | None = None
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(RO)
        self._ro.timeout.connect(self.opdater)
        form.widgetValueChanged.connect(self._ro.start)
        form.modeChanged.connect(self._ro.start)
        form.destroyed.connect(self._slut)
        self.opdater()

    def close(self) -> None:
        """Take the advice away."""
        if sip.isdeleted(self):
            return
        self.form.widgetValueChanged.disconnect(self._ro.start)
        self.form.modeChanged.disconnect(self._ro.start)
        self._ro.stop()
        self._slut()
        self._laas.slip(self._redigeres())
        self._soegefelter.close()
        if self._udseende is not None and not sip.isdeleted(self._udseende):
            self._udseende.close()
        if self._panel is not None and not sip.isdeleted(self._panel):
            self._panel.hide()
            self._panel.deleteLater()
        self.deleteLater()

    def opdater(self) -> None:
        """Look at the row as it is in the form now."""
        if self._panel is None or sip.isdeleted(
            self._panel
        ):  # QGIS builds the form anew now and then
            self._panel = RaadPanel(self.form)
            if self._udseende is not None:
                self._udseende.close()
            self._udseende = Udseende(self.form)
        redigeres = self._redigeres()
        self._laas.opdater(redigeres)
        if redigeres:
            self._soegefelter.opdater()
        self._panel.vis_raad(self.raad() if redigeres else [])
        self._fortael()

    def _fortael(self) -> None:
        """Tell of the row as it is in the form now; the form view of a table goes from row to row."""
        fid = self.form.feature().id() if self._redigeres() else 0
        if fid != self._fortalt:
            self._slut()
        if fid > 0:
            self._fortalt = fid
            self.skrevet.emit(self._layer, fid, self._nu())

    def _slut(self) -> None:
        """The form has let go of its row, by OK or Annullér or for another row."""
        if self._fortalt is not None and not sip.isdeleted(self):
            fid, self._fortalt = self._fortalt, None
            self.skrevet.emit(self._layer, fid, None)

    def raad(self) -> list[Raad]:
        """The advice on the row in the form, its default values included."""
        return raad_om(
            self._tabel,
            self._nu(),
            raekke_af(self._tabel, self.form.feature()) if self.form.feature().id() > 0 else {},
            self._udgaaede,
            self._slaaet_fra,
        )

    def _nu(self) -> dict[str, Vaerdi]:
        """The row as the form shows it."""
        return vist_raekke(self._tabel, self.form)

    def _redigeres(self) -> bool:
        redigerer = (
            QgsAttributeEditorContext.Mode.SingleEditMode,
            QgsAttributeEditorContext.Mode.AddFeatureMode,
            QgsAttributeEditorContext.Mode.FixAttributeMode,
        )
        # The form itself does not notice that its layer has gone.
        if sip.isdeleted(self._layer):
            return False
        return self._layer.isEditable() and self.form.mode() in redigerer


class RaadPanel(QFrame):
    """A heading and at most three lines above OK; each line is a button that goes to its field."""

    def __init__(self, form: QgsAttributeForm) -> None:
        super().__init__(form)
        self.setObjectName(_NAVN)
        self.setAccessibleName(tr("Det mangler formularen"))
        self._form = form
        self._raad: list[Raad] = []
        self._fold = QToolButton()
        self._fold.setAutoRaise(True)
        self._fold.setArrowType(Qt.ArrowType.DownArrow)
        self._fold.setAccessibleName(tr("Vis eller skjul listen"))
        self._fold.setToolTip(tr("Vis eller skjul listen"))
        self._fold.clicked.connect(self._fold_om)
        self._overskrift = QLabel()
        self._overskrift.setObjectName("overskrift")
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._fold)
        top.addWidget(self._overskrift, 1)
        self._linjer = [_Linje(self) for _ in range(LINJER + 1)]
        self._flere = QToolButton()
        self._flere.setAutoRaise(True)
        self._flere.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._flere.setObjectName("flere")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.setSpacing(0)
        layout.addLayout(top)
        for nummer, linje in enumerate(self._linjer):
            linje.clicked.connect(lambda _=False, nummer=nummer: self._gaa(nummer))
            layout.addWidget(linje)
        layout.addWidget(self._flere)
        self._saet_ind()
        self.hide()

    @property
    def raad(self) -> list[Raad]:
        """What is said now."""
        return list(self._raad)

    def vis_raad(self, raad: list[Raad]) -> None:
        """Say this; nothing to say takes no room."""
        if raad == self._raad and bool(raad) == self.isVisibleTo(self.parentWidget()):
            return
        self._raad = raad
        self._overskrift.setText(overskrift(raad))
        self._fyld()
        self.setVisible(bool(raad))

    def _saet_ind(self) -> None:
        """Between the fields and OK; also where OK is hidden, as in the form view of the table."""
        knapper = cast(
            "QDialogButtonBox | None", self._form.findChild(QDialogButtonBox, "buttonBox")
        )
        gitter = knapper.parentWidget().layout() if knapper is not None else None
        if knapper is None or not isinstance(gitter, QGridLayout):
            self._form.layout().addWidget(self)
            return
        raekke, _, _, spalter = gitter.getItemPosition(gitter.indexOf(knapper))
        # The layout's items are moved and not the widgets: PyQt takes a widget that leaves a layout for its own, and
        # deletes OK under QGIS.
        flyttes = []
        for nummer in reversed(range(gitter.count())):
            plads = gitter.getItemPosition(nummer)
            if plads[0] >= raekke:
                flyttes.append((gitter.takeAt(nummer), plads))
        gitter.addWidget(self, raekke, 0, 1, max(spalter, 1))
        for led, plads in flyttes:
            gitter.addItem(led, plads[0] + 1, *plads[1:])

    def _fyld(self) -> None:
        aaben = self._fold.arrowType() == Qt.ArrowType.DownArrow
        vist = len(self._raad) if len(self._raad) <= LINJER + 1 else LINJER
        for nummer, linje in enumerate(self._linjer):
            linje.setVisible(aaben and nummer < vist)
            if nummer < vist:
                linje.saet(self._raad[nummer])
        resten = self._raad[vist:]
        self._flere.setVisible(aaben and bool(resten))
        self._flere.setText(tr("og {0} mere").format(len(resten)))
        menu = QMenu(self._flere)
        for nummer, raad in enumerate(resten, vist):
            handling = menu.addAction(_ikon(self, raad), raad.linje.replace("&", "&&"))
            handling.triggered.connect(lambda _=False, nummer=nummer: self._gaa(nummer))
        gammel = self._flere.menu()
        self._flere.setMenu(menu)
        if gammel is not None:
            gammel.deleteLater()

    def _fold_om(self) -> None:
        lukket = self._fold.arrowType() == Qt.ArrowType.DownArrow
        self._fold.setArrowType(Qt.ArrowType.RightArrow if lukket else Qt.ArrowType.DownArrow)
        self._fyld()

    def _gaa(self, nummer: int) -> None:
        if nummer < len(self._raad):
            gaa_til(self._form, self._raad[nummer].felter)


class _Linje(QToolButton):
    """One line; the text is cut to the width of the form, the whole of it is in the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tekst = self._sted = ""
        self.setObjectName("linje")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))

    def saet(self, raad: Raad) -> None:
        """Show this advice."""
        self._tekst, self._sted = raad.tekst, f" · {raad.sted}"
        hele = raad.linje if raad.haard else f"{raad.linje} · {_maerke(raad)}"
        self.setIcon(_ikon(self, raad))
        self.setToolTip(f"{hele}\n{raad.raad}")
        self.setAccessibleName(hele)
        self.setAccessibleDescription(raad.raad)
        self._afkort()

    def resizeEvent(self, haendelse: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(haendelse)
        self._afkort()

    def _afkort(self) -> None:
        """What is cut is never the place to go to."""
        maal = self.fontMetrics()
        plads = self.width() - self.iconSize().width() - 20 - maal.horizontalAdvance(self._sted)
        kort = maal.elidedText(self._tekst, Qt.TextElideMode.ElideRight, max(plads, 60))
        self.setText((kort + self._sted).replace("&", "&&"))


def _maerke(raad: Raad) -> str:
    if raad.holder_tilbage:
        return tr("kan gemmes, men bliver ikke udgivet")
    return tr("kan gemmes")


def overskrift(raad: list[Raad]) -> str:
    """How much is missing, in one line."""
    haarde = sum(led.haard for led in raad)
    bloede = sum(led.holder_tilbage and not led.haard for led in raad)
    if haarde:
        tekst = tr("<b>1 felt skal rettes, før der kan gemmes</b>")
        if haarde > 1:
            tekst = tr("<b>{0} felter skal rettes, før der kan gemmes</b>").format(haarde)
        if bloede:
            tekst += tr(" · {0} kan gemmes, men udgives ikke").format(bloede)
        return tekst
    if bloede:
        return tr("<b>Kan gemmes, men bliver ikke udgivet, før det er på plads</b>")
    return tr("<b>Kan gemmes. Se lige efter</b>")


def _ikon(widget: QWidget, raad: Raad) -> QIcon:
    slags = QStyle.StandardPixmap.SP_MessageBoxInformation
    if raad.haard:
        slags = QStyle.StandardPixmap.SP_MessageBoxCritical
    elif raad.holder_tilbage:
        slags = QStyle.StandardPixmap.SP_MessageBoxWarning
    return widget.style().standardIcon(slags)


def udgaaede_koder(project: QgsProject) -> Udgaaede:
    """Codes no longer in use, from the project's own layer of code lists: list, code, text."""
    fundne: dict[str, dict[int, str]] = {}
    layer = project.mapLayer(LAG_AF_ROLLE["kodeliste"].id)
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return fundne
    oensket = QgsFeatureRequest().setFilterExpression('"aktiv" = 0')
    oensket.setSubsetOfAttributes(["liste", "kode", "visning"], layer.fields())
    for feature in layer.getFeatures(oensket):
        if not er_null(feature["kode"]):
            liste = fundne.setdefault(str(feature["liste"]), {})
            liste[int(feature["kode"])] = str(feature["visning"])
    return fundne
