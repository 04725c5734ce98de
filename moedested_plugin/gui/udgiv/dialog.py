# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog *Udgiv*: choose the target, see the plan, publish, look back. It asks; `doer` does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import button, icon, wrapped
from moedested_plugin.i18n import tr

from .gangside import Gangside
from .historikside import Historikside
from .planside import Planside

if TYPE_CHECKING:
    from moedested_plugin.publishing.maal import Maal
    from moedested_plugin.publishing.plan import Plan

    from .plankort import Baggrund

PLAN, GANG, HISTORIK = range(3)


class UdgivDialog(QDialog):
    """Not modal: a person may look at the map and mend rows beside it."""

    maal_valgt = pyqtSignal(str)
    ret_maal = pyqtSignal()
    planlaeg = pyqtSignal()
    udgiv = pyqtSignal()
    #: On the map; or off it again.
    forhaandsvis = pyqtSignal()
    afbryd = pyqtSignal()
    gem_alle = pyqtSignal()
    bryd_laas = pyqtSignal()
    historik_vist = pyqtSignal()

    def __init__(
        self, baggrund: Baggrund, parent: QWidget | None = None, *, kan_forhaandsvise: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Udgiv"))
        self.setWindowIcon(icon("udgiv"))
        self.setObjectName("udgiv")
        self._maal: Mapping[str, Maal] = {}
        self._i_gang = self._kan_afbrydes = False
        self._kan_forhaandsvise = kan_forhaandsvise
        self._paa_kortet: tuple[Plan | None] | None = None
        self.valg = QComboBox()
        self.valg.setAccessibleName(tr("Mål"))
        self.valg.setMinimumContentsLength(24)
        self.valg.currentIndexChanged.connect(lambda _: self._maal_skiftet())
        self._hvor = wrapped("")
        self._lav = button(tr("Lav plan"), self.planlaeg.emit)
        self._ret = button(tr("Mål og krav …"), self.ret_maal.emit)
        self.plan = Planside(baggrund)
        self.gang = Gangside()
        self.historik = Historikside()
        self.faner = QTabWidget()
        self.faner.addTab(self.plan, tr("Plan"))
        self.faner.addTab(self.gang, tr("Forløb"))
        self.faner.addTab(self.historik, tr("Historik"))
        self.faner.currentChanged.connect(self._fane)
        self._besked = wrapped("")
        self._besked.setObjectName("besked")
        self._gem = button(tr("Gem alle"), self.gem_alle.emit)
        self._bryd = button(tr("Bryd låsen …"), self.bryd_laas.emit)
        self._fremdrift = QProgressBar()
        self._knapper()
        self._laeg_ud()
        self.sig("")
        self.vis_gang(i_gang=False)

    def _knapper(self) -> None:
        self.knapper = QDialogButtonBox()
        self._udgiv = self.knapper.addButton(tr("Udgiv"), QDialogButtonBox.ButtonRole.ActionRole)
        self._udgiv.clicked.connect(lambda _=False: self.udgiv.emit())
        self._vis = self.knapper.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._vis.clicked.connect(lambda _=False: self.forhaandsvis.emit())
        self._afbryd = self.knapper.addButton(tr("Afbryd"), QDialogButtonBox.ButtonRole.ActionRole)
        self._afbryd.clicked.connect(lambda _=False: self.afbryd.emit())
        self.knapper.addButton(tr("Luk"), QDialogButtonBox.ButtonRole.RejectRole)
        self.knapper.rejected.connect(self.reject)

    def _laeg_ud(self) -> None:
        top = QHBoxLayout()
        etiket = QLabel(tr("Mål"))
        etiket.setBuddy(self.valg)
        for del_ in (etiket, self.valg, self._lav, self._ret):
            top.addWidget(del_)
        top.addWidget(self._hvor, 1)
        besked = QHBoxLayout()
        besked.addWidget(self._besked, 1)
        besked.addWidget(self._gem)
        besked.addWidget(self._bryd)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.faner, 1)
        layout.addLayout(besked)
        layout.addWidget(self._fremdrift)
        layout.addWidget(self.knapper)
        self.resize(1100, 640)

    # What is shown -------------------------------------------------------------------------------------

    def vis_maal(self, maal: Mapping[str, Maal], valgt: str) -> None:
        """Offer these."""
        self._maal = maal
        self.valg.blockSignals(True)
        self.valg.clear()
        self.valg.addItems(list(maal))
        self.valg.setCurrentIndex(max(self.valg.findText(valgt), 0))
        self.valg.blockSignals(False)
        self._maal_skiftet()

    @property
    def navn(self) -> str:
        """Name of the target that is chosen; '' when there is none."""
        return str(self.valg.currentText())

    @property
    def maal(self) -> Maal | None:
        """The target that is chosen."""
        return self._maal.get(self.navn)

    def _maal_skiftet(self) -> None:
        maal = self.maal
        self.historik.vis_intet("")
        if maal is None:
            self._hvor.setText("")
            self.plan.vis_intet(
                tr("Der er intet mål endnu. Tryk Mål og krav …, og sig, hvor der skal udgives til.")
            )
        else:
            hvor = maal.connection if maal.maaltype.database else str(maal.mappe)
            self._hvor.setText(hvor)
            self._hvor.setToolTip(maal.url)
            self.plan.vis_intet(tr("Tryk Lav plan for at se, hvad en udgivelse vil ændre."))
        self._tegn()
        self.maal_valgt.emit(self.navn)
        if self.faner.currentIndex() == HISTORIK:
            self.historik_vist.emit()

    def vis_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self.plan.vis(plan)
        self.faner.setCurrentIndex(PLAN)
        self._tegn()

    def vis_gang(self, *, i_gang: bool, kan_afbrydes: bool = True) -> None:
        """Whether something is under way, and can be stopped."""
        self._i_gang, self._kan_afbrydes = i_gang, kan_afbrydes
        self._tegn()

    def vis_paa_kortet(self, plan: Plan | None, *, vises: bool) -> None:
        """Whether the map shows a preview, and of which plan."""
        self._paa_kortet = (plan,) if vises else None
        self._tegn()

    @property
    def skal_af_kortet(self) -> bool:
        """Whether the button takes the preview away: not when another plan than the one shown could be looked at."""
        plan = self.plan.plan
        return self._paa_kortet is not None and (plan is None or self._paa_kortet[0] is plan)

    def fremskridt(self, procent: float) -> None:
        """Of what is under way."""
        self._fremdrift.setRange(0, 100 if procent > 0 else 0)
        self._fremdrift.setValue(round(procent))

    def sig(self, besked: str, *, kan_gemme: bool = False, laast: bool = False) -> None:
        """Say something, and offer to save all layers, or to break a lock."""
        self._besked.setText(besked)
        self._besked.setVisible(bool(besked))
        self._gem.setVisible(kan_gemme)
        self._bryd.setVisible(laast)

    def _tegn(self) -> None:
        fri = not self._i_gang
        plan = self.plan.plan
        self.valg.setEnabled(fri and bool(self._maal))
        self._lav.setEnabled(fri and self.maal is not None)
        self._ret.setEnabled(fri)
        self._udgiv.setEnabled(fri and plan is not None and not plan.blokeringer)
        self._tegn_vis(fri=fri)
        self._afbryd.setVisible(self._i_gang)
        self._afbryd.setEnabled(self._kan_afbrydes)
        self._fremdrift.setVisible(self._i_gang)
        if fri:
            self.fremskridt(0)
        self.historik.laas(self._i_gang)
        forrest = self._udgiv if self._udgiv.isEnabled() else self._lav
        forrest.setDefault(True)

    def _tegn_vis(self, *, fri: bool) -> None:
        self._vis.setText(tr("Fjern fra kortet") if self.skal_af_kortet else tr("Vis på kortet"))
        if not self._kan_forhaandsvise:
            tip = tr(
                "Kræver QGIS Server på denne maskine (qgis_mapserver). Det gør udgivelsen ikke."
            )
        elif self.skal_af_kortet:
            tip = tr("Fjerner forhåndsvisningen og stopper den lokale server.")
        elif self.plan.plan is not None:
            tip = tr(
                "Viser som WMS, hvordan kortet bliver, når planen er udgivet. Intet lægges ud."
            )
        else:
            tip = tr("Viser som WMS, hvad der er udgivet nu. Lav en plan for at se det nye.")
        self._vis.setToolTip(tip)
        self._vis.setAccessibleDescription(tip)
        self._vis.setEnabled(fri and self._kan_forhaandsvise and self.maal is not None)

    def _fane(self, nr: int) -> None:
        if nr == HISTORIK and not self._i_gang:
            self.historik_vist.emit()

    def reject(self) -> None:
        """Close. What has not been shown to readers yet is broken off; the rest goes on, and is told in QGIS."""
        if self._i_gang and self._kan_afbrydes:
            self.afbryd.emit()
            return
        super().reject()

    def luk(self) -> None:
        """Take it away for good."""
        self.plan.luk()
        self.close()
        self.deleteLater()
