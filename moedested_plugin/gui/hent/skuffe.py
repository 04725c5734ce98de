# SPDX-License-Identifier: GPL-2.0-or-later
"""The preview of an import, in a dock: look, choose, carry out. What it asks for goes out as signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import button, icon, wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources import plantekst
from moedested_plugin.sources.planliste import Planliste
from moedested_plugin.sources.plansvar import giv, vaelg_felt

from .kort import Kort
from .kort_tegn import Signatur
from .skuffe_felter import Felter
from .skuffe_filtre import Filtre
from .skuffe_liste import Liste, Planmodel
from .skuffe_svar import Samlet, Svarknapper
from .skuffe_tekst import type_tekst

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
    from moedested_plugin.sources.plan import Plan
    from moedested_plugin.sources.plansvar import Svar

NAVN = "MoedestedImport"
#: Rests so long on a row before the map goes there (ms): the arrows are faster.
_RO = 180
#: So many rows are drawn at most.
MEST_PAA_KORT = 20_000
_FLEST_BEMAERKNINGER = 3


class Skuffe(QgsDockWidget):
    """Shows one plan. `busy` while a task has it."""

    anvend = pyqtSignal()
    annuller = pyqtSignal()
    gem_rapport = pyqtSignal()
    gem_plan = pyqtSignal()
    fortryd = pyqtSignal()
    #: The kind and the answer for every row of it; the policy for conflicts.
    alle = pyqtSignal(str, str)
    politik = pyqtSignal(str)
    #: The user wants it gone; who listens may ask, and then takes it away.
    luk_mig = pyqtSignal()

    def __init__(self, plan: Plan, tekst: VaerdiTekst, canvas: QgsMapCanvas) -> None:
        super().__init__(tr("Hent data: {}").format(oversat(plan.profil.titel)))
        self.setObjectName(NAVN)
        self.setWindowIcon(icon("data"))
        self.plan = plan
        self.kort = Kort(canvas)
        self._model = Planmodel(plan, tekst)
        self._filtre = Filtre()
        self._liste = Liste(self._model)
        self._felter, self._tekst = Felter(plan, tekst), tekst
        self._svar = Svarknapper(netvaerk=plan.profil.er_netvaerk)
        self._samlet = Samlet()
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(_RO)
        self._ro.timeout.connect(self._flyt_kortet)
        self._byg()
        self._forbind()
        self._filtre.vis(plan)
        self._filtre.meld()
        self.opdater()

    def slip(self) -> None:
        """Take the drawing from the map; the plan belongs to whoever made it."""
        self._ro.stop()
        self._model.laast = True
        self.kort.luk()

    # -- building -----------------------------------------------------------------------------------------------------

    def _byg(self) -> None:
        alle = len(self.plan.maal.bemaerkninger)
        self._flere = button(tr("Vis alle {} bemærkninger").format(alle), self._vis_bemaerkninger)
        self._flere.setObjectName("flere_bemaerkninger")
        self._kilde = wrapped("\n".join(self.plan.maal.bemaerkninger[:_FLEST_BEMAERKNINGER]))
        self._kilde.setObjectName("bemaerkninger")
        self._kilde.setToolTip("\n".join(self.plan.maal.bemaerkninger))
        self._titel = wrapped("")
        self._titel.setObjectName("titel")
        skrift = self._titel.font()
        skrift.setBold(True)
        self._titel.setFont(skrift)
        self._grund = wrapped("")
        self._grund.setObjectName("grund")
        self._foelg = QCheckBox(tr("Følg på kortet"))
        self._foelg.setChecked(True)
        self._foelg.toggled.connect(lambda til: self._ro.start() if til else None)
        self._deler = QSplitter(Qt.Orientation.Vertical)
        self._deler.setChildrenCollapsible(False)
        self._deler.addWidget(_stak(self._filtre, self._liste, self._samlet))
        top = QHBoxLayout()
        top.addWidget(self._titel, 1)
        top.addWidget(self._foelg)
        self._deler.addWidget(_stak(top, self._grund, self._svar, self._felter, Signatur()))
        self._deler.setStretchFactor(0, 3)
        self._deler.setStretchFactor(1, 4)
        hele = QWidget()
        layout = QVBoxLayout(hele)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self._kilde)
        layout.addWidget(self._flere)
        # Not before: alone they would be windows.
        self._kilde.setVisible(alle > 0)
        self._flere.setVisible(alle > _FLEST_BEMAERKNINGER)
        # On a low screen the middle scrolls; the window is not pushed out of it.
        rulle = QScrollArea()
        rulle.setFrameShape(QFrame.Shape.NoFrame)
        rulle.setWidgetResizable(True)
        rulle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rulle.setWidget(self._deler)
        rulle.setMinimumWidth(
            self._deler.minimumSizeHint().width() + rulle.verticalScrollBar().sizeHint().width()
        )
        layout.addWidget(rulle, 1)
        layout.addWidget(self._bund())
        self.setWidget(hele)

    def _bund(self) -> QWidget:
        self._besked = wrapped("")
        self._besked.setObjectName("besked")
        self._fremdrift = QProgressBar()
        self._fremdrift.setRange(0, 100)
        self._anvend = button(tr("Anvend"), self.anvend.emit)
        self._anvend.setObjectName("anvend")
        self._stop = button(tr("Afbryd"), self.annuller.emit)
        self._gem = button(tr("Gem til senere …"), self.gem_plan.emit)
        self._rapport = button(tr("Gem rapport …"), self.gem_rapport.emit)
        self._fortryd = button(tr("Fortryd import"), self.fortryd.emit)
        knapper = QHBoxLayout()
        for knap in (self._anvend, self._stop, self._fortryd, self._gem, self._rapport):
            knapper.addWidget(knap)
        knapper.addStretch(1)
        streg = QFrame()
        streg.setFrameShape(QFrame.Shape.HLine)
        bund = _stak(streg, self._besked, self._fremdrift, knapper)
        self._udfoert = False
        self._travl(False)
        return bund

    def _forbind(self) -> None:
        self._filtre.valgt.connect(self._vis)
        self._liste.valgt.connect(self._valgt_om)
        self._liste.activated.connect(lambda _: self._flyt_kortet(altid=True))
        self._model.svaret.connect(self._giv)
        self._svar.svaret.connect(lambda svar: self._giv(self._liste.raekker(), svar))
        self._felter.valgt.connect(self._felt_valgt)
        self._samlet.alle.connect(self.alle)
        self._samlet.politik.connect(self.politik)

    def _vis_bemaerkninger(self) -> None:
        self._kilde.setText("\n".join(self.plan.maal.bemaerkninger))
        self._flere.hide()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def opdater(self) -> None:
        """Say anew what *Anvend* would do."""
        if not self._udfoert:
            self._besked.setText(plantekst.vil_goere(self.plan))
            self._anvend.setEnabled(plantekst.noget_at_goere(self.plan))
        self._samlet.vis(self.plan, self._filtre.art)

    def genopfrisk(self) -> None:
        """Many rows have other answers now."""
        self._filtre.vis(self.plan)
        self._filtre.meld()
        self.opdater()

    def arbejder(self, hvad: str) -> None:
        """A task has the plan."""
        self._besked.setText(hvad)
        self._travl(True)

    def fremdrift(self, procent: float) -> None:
        """How far the task is."""
        self._fremdrift.setValue(int(procent))

    def faerdig(self, fejl: str = "") -> None:
        """The task is over; `fejl` says why it came to nothing."""
        self._travl(False)
        self.genopfrisk()
        if fejl:
            self._besked.setText(fejl)

    def er_anvendt(self, tekst: str, *, kan_fortrydes: bool) -> None:
        """The plan is carried out: it can be looked at, no more."""
        self._udfoert = self._model.afgjort = True
        self._travl(False)
        self.genopfrisk()
        self._besked.setText(tekst)
        self._fortryd.setVisible(kan_fortrydes)

    @property
    def udfoert(self) -> bool:
        """Whether the plan is carried out."""
        return self._udfoert

    def _travl(self, til: bool) -> None:
        self._model.laast = til
        for del_ in (self._deler, self._gem, self._rapport):
            del_.setEnabled(not til)
        for svar in (self._svar, self._samlet, self._felter):
            svar.setEnabled(not til and not self._udfoert)
        self._fremdrift.setValue(0)
        self._fremdrift.setVisible(til)
        self._stop.setVisible(til)
        self._anvend.setVisible(not til and not self._udfoert)
        self._gem.setVisible(not til and not self._udfoert)
        self._rapport.setVisible(not til)
        self._fortryd.setVisible(False)

    def _vis(self, arter: list[str], soeg: str) -> None:
        self._model.vis(arter, soeg)  # type: ignore[arg-type]  # a signal knows only str
        self.kort.vis_alle(Planliste(self.plan, arter, soeg).steder(MEST_PAA_KORT))  # type: ignore[arg-type]
        self._samlet.vis(self.plan, self._filtre.art)

    def _valgt_om(self, raekker: Sequence[int]) -> None:
        linjer = [self._model.linje(self._model.index(raekke, 0)) for raekke in raekker]
        self._svar.vis(linjer)
        if len(linjer) != 1:
            tom = tr("Ingen rækker.") if not linjer else tr("{} rækker valgt.").format(len(linjer))
            self._titel.setText(tom)
            self._grund.hide()
            self._felter.vis(None)
            self.kort.vis(None)
            return
        aendring = self.plan.raekke(linjer[0].nr)
        type_ = type_tekst(self._tekst, self.plan.profil, aendring.type)
        navne = [navn for navn in (aendring.navn, type_) if navn]
        self._titel.setText(" · ".join(navne) or tr("Uden navn"))
        self._grund.setText(aendring.grund or "")
        self._grund.setVisible(bool(aendring.grund))
        self._felter.vis(aendring)
        self.kort.vis(aendring)
        if self._foelg.isChecked():
            self._ro.start()

    def _flyt_kortet(self, *, altid: bool = False) -> None:
        raekker = self._liste.raekker()
        if self._model.laast:
            return
        if len(raekker) == 1 and (altid or self._foelg.isChecked()):
            linje = self._model.linje(self._model.index(raekker[0], 0))
            self.kort.zoom(self.plan.raekke(linje.nr))

    # -- answers ------------------------------------------------------------------------------------------------------

    def _giv(self, raekker: list[int], svar: Svar) -> None:
        for raekke in raekker:
            giv(self.plan, self._model.linje(self._model.index(raekke, 0)).nr, svar)
        self._er_svaret(raekker)

    def _felt_valgt(self, felt: str, deres: bool) -> None:
        raekker = self._liste.raekker()
        numre = [self._model.linje(self._model.index(raekke, 0)).nr for raekke in raekker]
        vaelg_felt(self.plan, numre, felt, deres=deres)
        # Not while the table that told of it is still drawing it.
        QTimer.singleShot(0, lambda: self._er_svaret(raekker))

    def _er_svaret(self, raekker: list[int]) -> None:
        self._model.genlaes(raekker)
        self._valgt_om(self._liste.raekker())
        self._ro.stop()  # the same row: the map stays
        self.opdater()

    # -- Qt -----------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing loses what is not carried out: who made the dock asks."""
        event.ignore()
        self.luk_mig.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where it is wide, under each other where it is tall."""
        super().resizeEvent(event)
        to = (self._deler.widget(nr).minimumSizeHint().width() for nr in range(2))
        bred = self.width() > max(1.4 * self.height(), 1.1 * sum(to))
        self._deler.setOrientation(Qt.Orientation.Horizontal if bred else Qt.Orientation.Vertical)


def _stak(*dele: QWidget | QHBoxLayout) -> QWidget:
    """One above the other."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for del_ in dele:
        if isinstance(del_, QWidget):
            layout.addWidget(del_)
        else:
            layout.addLayout(del_)
    return widget
