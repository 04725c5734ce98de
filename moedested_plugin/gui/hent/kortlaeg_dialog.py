# SPDX-License-Identifier: GPL-2.0-or-later
"""The mapping dialog: from what was read to a profile that the import can use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.tasks import FunctionTask, Tasks
from moedested_plugin.gui.widgets import button, room, wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.gaet import Forslag, gaet_profil
from moedested_plugin.sources.kortlaeg_proeve import Proeve
from moedested_plugin.sources.profil import Profil, ProfilFejl
from moedested_plugin.sources.profiler import genkend, profiler
from moedested_plugin.store import StoreFejl

from .kortlaeg_eksempel import EksempelPanel
from .kortlaeg_feltpanel import FeltPanel
from .kortlaeg_filer import ProfilKnap
from .kortlaeg_koder import Kodetekster
from .kortlaeg_maal import Maal, alle_maal, maal_af
from .kortlaeg_noegle import NavnPanel, NoeglePanel
from .kortlaeg_udkast import Udkast
from .kortlaeg_vaerdier import VaerdiPanel

if TYPE_CHECKING:
    from moedested_plugin.sources.laest import Laest
    from moedested_plugin.store import Store

#: Of 1366 × 768 at 125 % this is what is left beside the task bar; larger letters ask for more of the screen.
_BREDDE, _HOEJDE = 1020, 540


class KortlaegDialog(QDialog):
    """Without a profile one that knows the source is used, else a guess. `profil` is the answer once it is accepted.

    The dialog owns neither what was read nor the store.
    """

    def __init__(
        self,
        laest: Laest,
        store: Store,
        profil: Profil | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._laest, self._store = laest, store
        self._opgaver = Tasks()
        self._proeve = Proeve(store, laest)
        self._meldt = ""
        self.setWindowTitle(tr("Kortlæg {}").format(laest.navn))
        self.setObjectName("KortlaegDialog")
        begynd = profil or self._kendt()
        self._begyndt = begynd is not None
        self.udkast = Udkast(laest, self._proeve.koder, begynd or _tom(laest), self)
        self._byg()
        plads = self.screen().availableGeometry()
        bredde, hoejde = map(max, (_BREDDE, _HOEJDE), room(self, _BREDDE, _HOEJDE))
        self.resize(max(bredde, int(plads.width() * 0.8)), max(hoejde, int(plads.height() * 0.85)))
        self.udkast.aendret.connect(self._vis)
        if begynd is not None:
            self.profilknap.begyndt_som(begynd)
        if begynd is None:
            self.gaet_igen()
        elif profil is None:
            self.sig(tr("Profilen {} kender kilden og er valgt.").format(oversat(begynd.titel)))
        self._vis()
        self.eksempel.lav()

    @property
    def profil(self) -> Profil:
        """The mapping as it stands."""
        return self.udkast.profil

    @property
    def arbejder(self) -> bool:
        """Whether a guess is on its way."""
        return not self.felter.isEnabled()

    def sig(self, tekst: str) -> None:
        """One sentence at the foot of the dialog."""
        self.besked.setText(tekst)

    def _sig_fejl(self, fejl: str) -> None:
        """What is wrong with the profile, as long as it is."""
        if fejl or self.besked.text() == self._meldt:
            self.sig(fejl)
        self._meldt = fejl

    # -- the parts ----------------------------------------------------------------------------------------------------

    def _byg(self) -> None:
        koder = Kodetekster(self._store, self._proeve.koder)
        self.felter = FeltPanel(self.udkast, koder)
        self.felter.sagt.connect(self.sig)
        self.eksempel = EksempelPanel(self.udkast, self._proeve, koder)
        self.vaerdier = VaerdiPanel(self.udkast, koder, self._opgaver)
        self.noegle, self.navn = NoeglePanel(self.udkast), NavnPanel(self.udkast)
        self.faner = QTabWidget()
        self.faner.addTab(self.vaerdier, tr("Værdier"))
        self.faner.addTab(_kan_rulle(self.noegle), tr("Nøgle"))
        self.faner.addTab(_kan_rulle(self.navn), tr("Profil"))
        self.felter.valgt.connect(self.vaerdier.vis)
        vandret = QSplitter(Qt.Orientation.Horizontal)
        lodret = QSplitter(Qt.Orientation.Vertical)
        for del_, vaegt in ((self.felter, 5), (self.faner, 2)):
            vandret.addWidget(del_)
            vandret.setStretchFactor(vandret.count() - 1, vaegt)
        for del_, vaegt in ((vandret, 3), (self.eksempel, 2)):
            lodret.addWidget(del_)
            lodret.setStretchFactor(lodret.count() - 1, vaegt)
            lodret.setCollapsible(lodret.count() - 1, False)
        layout = QVBoxLayout(self)
        layout.addLayout(self._top())
        layout.addWidget(self.forklaring)
        layout.addWidget(lodret, 1)
        layout.addLayout(self._bund())
        vandret.setSizes([int(_BREDDE * 0.68), int(_BREDDE * 0.32)])
        lodret.setSizes([int(_HOEJDE * 0.6), int(_HOEJDE * 0.4)])

    def _top(self) -> QHBoxLayout:
        self.maal = QComboBox()
        self.maal.setObjectName("maal")
        for maal in alle_maal():
            self.maal.addItem(maal.titel, maal)
            self.maal.setItemData(
                self.maal.count() - 1, maal.forklaring, Qt.ItemDataRole.ToolTipRole
            )
        self.maal.activated.connect(lambda nr: self._vaelg_maal(self.maal.itemData(nr)))
        tekst = QLabel(tr("&Importér som"))
        tekst.setBuddy(self.maal)
        self.profilknap = ProfilKnap(self.udkast, self._store)
        self.profilknap.sagt.connect(self.sig)
        self.fortryd = button(tr("Fortryd"), self.udkast.fortryd)
        self.fortryd.setToolTip(tr("Ctrl+Z. Tager den sidste ændring tilbage, også et gæt."))
        self.fortryd.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.igen = button(tr("Gæt igen"), self.gaet_igen)
        self.igen.setToolTip(tr("Gætter alle felter forfra ud fra navne, typer og indhold."))
        self.forklaring = wrapped("")
        top = QHBoxLayout()
        top.addWidget(tekst)
        top.addWidget(self.maal)
        top.addStretch(1)
        for knap in (self.igen, self.fortryd):
            knap.setAutoDefault(False)
            top.addWidget(knap)
        top.addWidget(self.profilknap)
        return top

    def _bund(self) -> QHBoxLayout:
        self.besked = wrapped("")
        self.besked.setObjectName("besked")
        self.knapper = QDialogButtonBox()
        self.ok = self.knapper.addButton(
            tr("Brug profilen"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.knapper.addButton(tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole)
        self.knapper.accepted.connect(self.accept)
        self.knapper.rejected.connect(self.reject)
        self.eksempel.lavet.connect(self._sig_fejl)
        bund = QHBoxLayout()
        bund.addWidget(self.besked, 1)
        bund.addWidget(self.knapper)
        return bund

    # -- what happens -------------------------------------------------------------------------------------------------

    def gaet_igen(self) -> None:
        """Guess anew for the same target, off the main thread; the mapping before can be had back."""
        maal = maal_af(self.udkast.profil)
        self._gaet(maal.tabel if self._begyndt else None, maal if self._begyndt else None)

    def accept(self) -> None:
        """Only with a profile that can be used; it is remembered where the user wants that."""
        self.eksempel.lav()
        mangler = self.eksempel.model.side.mangler
        if self.eksempel.fejl:
            self.sig(self.eksempel.fejl)
        elif mangler:
            self.sig(
                tr(
                    "{} skal udfyldes. Vælg en kolonne, eller skriv en fast værdi under Ellers."
                ).format(", ".join(oversat(felt.alias) for felt in mangler))
            )
            self.felter.gaa_til(mangler[0].navn)
        else:
            if self.navn.husk.isChecked():
                self.udkast.goer_kendelig()
                if not self.profilknap.husk():
                    return
            super().accept()

    def reject(self) -> None:
        """Ask before work is thrown away."""
        if self.udkast.er_aendret and not self._maa_kasseres():
            return
        super().reject()

    def keyPressEvent(self, haendelse: QKeyEvent) -> None:
        """Enter belongs to the cell or line that one is in; it must not close the dialog."""
        if haendelse.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(haendelse)

    def done(self, svar: int) -> None:
        """Leave nothing running and no file behind."""
        self._opgaver.close()
        self.eksempel.luk()
        super().done(svar)

    def _maa_kasseres(self) -> bool:
        boks = QMessageBox(
            QMessageBox.Icon.Question,
            self.windowTitle(),
            tr("Vil du kassere dine ændringer af profilen?"),
            parent=self,
        )
        kasser = boks.addButton(tr("Kassér"), QMessageBox.ButtonRole.DestructiveRole)
        bliv: QPushButton = boks.addButton(tr("Bliv her"), QMessageBox.ButtonRole.RejectRole)
        boks.setDefaultButton(bliv)
        boks.exec()
        return boks.clickedButton() is kasser

    def _vaelg_maal(self, maal: Maal) -> None:
        if maal.tabel == self.udkast.profil.tabel:
            self.udkast.saet(standarder=maal.paa(self.udkast.profil).standarder)
        else:
            self._gaet(maal.tabel, maal)

    def _gaet(self, tabel: str | None, maal: Maal | None) -> None:
        laest, koder, foerste = self._laest, self._proeve.koder, not self._begyndt
        self._laas(laast=True)
        self.sig(tr("Gætter, hvilke kolonner der passer …"))

        def gaetter(_feedback: QgsFeedback) -> Forslag:
            return gaet_profil(laest, koder, tabel)

        def svar(forslag: Forslag) -> None:
            self._laas(laast=False)
            profil = self._med_navn(forslag.profil, foerste=foerste)
            profil = maal.paa(profil) if maal else profil
            if foerste:
                self.udkast.begynd_forfra(profil, forslag.gaet)
            else:
                self.udkast.erstat(profil, forslag.gaet)
            self._begyndt = True
            self.sig(
                tr("Gættede felter: {}. Se efter, før du bruger profilen.").format(
                    len(forslag.gaet)
                )
            )
            self.felter.gaa_til_foerste()

        def fejl(_fejl: Exception) -> None:
            self._laas(laast=False)
            self.sig(tr("Der kan ikke gættes på kilden. Vælg kolonnerne selv."))

        self._opgaver.start(
            FunctionTask(tr("Gætter kolonner"), gaetter, svar, fejl, quiet=True, reads_only=True)
        )

    def _laas(self, *, laast: bool) -> None:
        """While a guess is on its way nothing is changed that it would replace."""
        for del_ in (
            self.felter,
            self.faner,
            self.maal,
            self.igen,
            self.profilknap,
            self.ok,
        ):
            del_.setEnabled(not laast)

    def _med_navn(self, gaettet: Profil, *, foerste: bool) -> Profil:
        """A new guess keeps what the user has called things."""
        foer = self.udkast.profil
        if foerste:
            return gaettet
        return replace(
            gaettet, navn=foer.navn, titel=foer.titel, kilde=foer.kilde, lag=foer.lag or gaettet.lag,
            bemaerkning=foer.bemaerkning, laes=foer.laes,
        )  # fmt: skip

    def _kendt(self) -> Profil | None:
        try:
            return genkend(
                profiler(self._store), self._laest.felter, self._laest.navn, self._laest.navn
            )
        except (ProfilFejl, StoreFejl):
            return None

    def _vis(self) -> None:
        maal = maal_af(self.udkast.profil)
        self.maal.setCurrentIndex(self.maal.findText(maal.titel))
        self.forklaring.setText(maal.forklaring)
        self.fortryd.setEnabled(self.udkast.kan_fortrydes)


def _kan_rulle(panel: QWidget) -> QScrollArea:
    """The panel is whole also where the screen is low."""
    ramme = QScrollArea()
    ramme.setWidget(panel)
    ramme.setWidgetResizable(True)
    ramme.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    ramme.setFrameShape(QScrollArea.Shape.NoFrame)
    return ramme


def _tom(laest: Laest) -> Profil:
    """What stands until the guess has come."""
    navn = laest.navn or tr("kilde")
    return Profil(navn, navn, navn, "facilitet_punkt", lag=laest.navn)
