# SPDX-License-Identifier: GPL-2.0-or-later
"""Does what the dialog *Udgiv* asks for: tasks, answers, and the sentence in QGIS's message bar.

Everything is made when it is first asked for; until then this costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from moedested_plugin.gui.omgivelser import Omgivelser
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af

from .forhaandsviser import Forhaandsviser
from .gang import Gang

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtWidgets import QWidget

    from moedested_plugin.gui.panel_state import Access
    from moedested_plugin.publishing.plan import Holdt, Plan
    from moedested_plugin.publishing.tilbageplan import Tilbageplan
    from moedested_plugin.store import Store

    from .arbejde import Historik, Slut, Sted
    from .dialog import UdgivDialog
    from .plankort import Baggrund


@dataclass(frozen=True)
class UdOmgivelser(Omgivelser):
    """What publishing and printing work with. `store` raises `StoreFejl`."""

    store: Callable[[], Store]
    adgang: Callable[[], Access]
    gem_alle: Callable[[], None]
    vis_fund: Callable[[], None]


class UdgivDoer(QObject):
    """One dialog, and one thing under way at a time."""

    #: Something was published, or shown again.
    aendret = pyqtSignal()

    def __init__(self, rum: UdOmgivelser) -> None:
        super().__init__()
        self.rum = rum
        self.gang = Gang(rum.tasks, rum.messages)
        self.viser = Forhaandsviser(rum.current.project, self.gang)
        self._undervinduer: list[QWidget] = []
        #: What the dialog is about.
        self._lag: QgsMapLayer | None = None
        rum.current.replaced.connect(self._projekt_skiftet)

    @property
    def dialog(self) -> UdgivDialog | None:
        """The dialog, when there is one."""
        return self.gang.dialog

    def close(self) -> None:
        """Take everything away."""
        self.rum.current.replaced.disconnect(self._projekt_skiftet)
        self._luk_dialog()
        self.viser.close()
        self.deleteLater()

    # The dialog ----------------------------------------------------------------------------------------

    def vis(self, _checked: bool = False) -> None:
        """Open the dialog."""
        from moedested_plugin.publishing.fejl import UdgivelsesFejl
        from moedested_plugin.publishing.maal import navngivne
        from moedested_plugin.store import StoreFejl

        rum = self.rum
        if not rum.current.is_moedested:
            rum.messages.info(tr("Åbn et Mødested-projekt for at udgive."))
            return
        try:
            maal = navngivne(rum.store())
        except (StoreFejl, UdgivelsesFejl) as fejl:
            rum.messages.error(str(fejl), (tr("Mål og krav …"), self.vis_maal))
            return
        if self.dialog is None:
            self._lag = rum.current.layer("moedested")
            self.gang.dialog = self._byg()
            self.gang.dialog.vis_maal(maal, rum.settings.udgiv_maal.value())
            self.viser.tegn()
        dialog = self.gang.dialog
        if dialog is not None:
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _byg(self) -> UdgivDialog:
        from moedested_plugin.publishing.lokal_server import LokalServer

        from .dialog import UdgivDialog

        dialog = UdgivDialog(
            self._baggrund(), self.rum.iface.mainWindow(), kan_forhaandsvise=LokalServer.findes()
        )
        dialog.maal_valgt.connect(self._maal_valgt)
        dialog.ret_maal.connect(self.vis_maal)
        dialog.planlaeg.connect(self.planlaeg)
        dialog.udgiv.connect(self.udgiv)
        dialog.forhaandsvis.connect(self._forhaandsvis)
        dialog.afbryd.connect(self.gang.afbryd)
        dialog.gem_alle.connect(self._gem_alle)
        dialog.bryd_laas.connect(self._bryd)
        dialog.historik_vist.connect(self.hent_historik)
        dialog.historik.hent.connect(self.hent_historik)
        dialog.historik.tilbage.connect(self.planlaeg_tilbage)
        dialog.plan.aabn.connect(self._aabn_holdt)
        dialog.plan.fund.connect(self.rum.vis_fund)
        return dialog

    def _baggrund(self) -> Baggrund:
        """What lies under our own layers on the map."""
        from .plankort import Baggrund

        canvas = self.rum.iface.mapCanvas()
        lag = [lag for lag in canvas.layers() if not _vores(lag)]
        return Baggrund(lag, canvas.canvasColor())

    def _luk_dialog(self) -> None:
        for vindue in self._undervinduer:
            if not sip.isdeleted(vindue):
                vindue.close()
        self._undervinduer.clear()
        if self.dialog is not None:
            self.dialog.luk()
            self.gang.dialog = self._lag = None

    def _projekt_skiftet(self) -> None:
        """A dialog about another project's data would mislead; what is being shown to readers goes on."""
        lag = self.rum.current.layer("moedested")
        if lag is not None and lag is self._lag:
            return  # only other layers beside it
        self.gang.afbryd()
        self._luk_dialog()

    def _maal_valgt(self, navn: str) -> None:
        if navn:
            self.rum.settings.udgiv_maal.setValue(navn)

    def vis_maal(self) -> None:
        """Targets, demands, texts of the service."""
        from moedested_plugin.publishing.fejl import UdgivelsesFejl
        from moedested_plugin.store import StoreFejl

        from .maaldialog import Maaldialog

        rum, dialog = self.rum, self.dialog
        try:
            store = rum.store()
            maaldialog = Maaldialog(
                store,
                rum.tasks,
                store.kan_skrive and rum.adgang().can_edit,
                dialog or rum.iface.mainWindow(),
            )
        except (StoreFejl, UdgivelsesFejl) as fejl:
            rum.messages.error(str(fejl))
            return
        maaldialog.finished.connect(lambda _: self._maal_rettet())
        self._undervinduer.append(maaldialog)
        maaldialog.open()

    def _maal_rettet(self) -> None:
        from moedested_plugin.publishing.maal import navngivne
        from moedested_plugin.store import StoreFejl

        try:
            maal = navngivne(self.rum.store())
        except StoreFejl:
            return
        if self.dialog is not None:
            self.dialog.vis_maal(maal, self.dialog.navn or self.rum.settings.udgiv_maal.value())

    def _aabn_holdt(self, holdt: Holdt) -> None:
        from moedested_plugin.gui.gem_vis import vis_raekke
        from moedested_plugin.gui.kontrol.retning import fid_af
        from moedested_plugin.publishing.raekker import TABEL_AF_NAVN

        rum = self.rum
        fundet = fid_af(rum.current.layer, (TABEL_AF_NAVN[holdt.tabel].kilde, holdt.noegle))
        if fundet is None:
            rum.messages.info(tr("Rækken findes ikke længere. Lav planen igen."))
            return
        rum.iface.setActiveLayer(fundet[0])
        vis_raekke(rum.iface, *fundet)

    def _sted(self) -> Sted | None:
        from .arbejde import Sted

        dialog = self.dialog
        if dialog is None or dialog.maal is None:
            return None
        rum = self.rum
        return Sted(rum.current.store_address, dialog.navn, dialog.maal, rum.settings.bruger)

    # Plan and publish ----------------------------------------------------------------------------------

    def _gemt(self) -> bool:
        """Only what is saved goes out, so nothing may be left unsaved."""
        ugemte = [each.layer.name() for each in self.rum.current.unsaved()]
        if ugemte and self.dialog is not None:
            self.dialog.sig(
                tr("Gem eller fortryd først rettelserne i {}.").format(", ".join(ugemte)),
                kan_gemme=True,
            )
        return not ugemte

    def _gem_alle(self) -> None:
        self.rum.gem_alle()
        if self.dialog is not None and self._gemt():
            self.dialog.sig(tr("Alt er gemt. Lav planen igen, så rettelserne kommer med."))
            self.dialog.plan.vis_intet(tr("Tryk Lav plan for at se, hvad en udgivelse vil ændre."))
            self.dialog.vis_gang(i_gang=False)

    def _bryd(self) -> None:
        from .laasbryd import bryd

        dialog = self.dialog
        if dialog is None or dialog.maal is None:
            return
        fejl = bryd(dialog.maal, dialog)
        if fejl is not None:
            dialog.sig(fejl or tr("Låsen er brudt. Prøv igen."), laast=bool(fejl))

    def planlaeg(self) -> None:
        """Work out what would change."""
        from .arbejde import lav_plan

        sted = self._sted()
        if sted is not None and self._gemt():
            self.gang.begynd(tr("Planen"), partial(lav_plan, sted), self._planlagt)

    def _planlagt(self, plan: Plan) -> None:
        if self.dialog is not None:
            self.dialog.vis_plan(plan)

    def _forhaandsvis(self) -> None:
        sted = self._sted()
        if sted is not None:
            self.viser.skift(sted)

    def udgiv(self) -> None:
        """Publish what the plan shows."""
        from .arbejde import udgiv
        from .dialog import GANG

        sted, dialog = self._sted(), self.dialog
        if sted is None or dialog is None or dialog.plan.plan is None or not self._gemt():
            return
        plan, privat = dialog.plan.plan, dialog.plan.privat
        dialog.faner.setCurrentIndex(GANG)
        dialog.gang.begynd(tr("Udgiver til {}.").format(sted.navn))
        self.gang.begynd(
            tr("Udgivelsen"),
            partial(udgiv, sted, plan, privat, self.gang.trin.emit),
            partial(self._udgivet, sted, plan),
            trinvis=True,
        )

    def _udgivet(self, sted: Sted, plan: Plan, slut: Slut) -> None:
        from .besked import udgivet_tekst

        self._meld(slut, udgivet_tekst(sted, plan), tr("Udgivet til {}.").format(sted.navn))

    def _meld(self, slut: Slut, tekst: str, kort: str) -> None:
        """In the log of the dialog, and in QGIS's message bar, where it is read later too."""
        from .besked import fejltekst, ikke_naaet, ikke_naaet_tekst

        rum, dialog = self.rum, self.dialog
        if slut.udgivet is None:
            tekst = fejltekst(rum.messages, slut)
            if dialog is not None:
                dialog.gang.slut(tekst, gik=False)
            self.gang.sig(tekst, laast=slut.laast)
            return
        naaet = not ikke_naaet(slut.udgivet)
        if dialog is not None:
            dialog.gang.slut(
                *slut.udgivet.bemaerkninger,
                tekst,
                gik=True,
                efterproevet=naaet and slut.udgivet.efterproevning is not None,
            )
            dialog.plan.vis_intet(
                tr("Det, der vises, er skiftet. Tryk Lav plan for at se, hvad der er ændret siden.")
            )
            dialog.sig(tekst if naaet else ikke_naaet_tekst(tekst, slut.udgivet))
            dialog.vis_gang(i_gang=False)
        if naaet:
            rum.messages.success(tekst)
        else:
            rum.messages.warning(
                tr("{} Men tjenesten kan ikke nås herfra.").format(kort),
                (tr("Gå tilbage"), self.vis_historik),
            )
        self.aendret.emit()

    # Back ----------------------------------------------------------------------------------------------

    def vis_historik(self) -> None:
        """Open the history, the version before chosen."""
        from .dialog import HISTORIK

        self.vis()
        if self.dialog is not None:
            self.dialog.faner.setCurrentIndex(HISTORIK)

    def hent_historik(self) -> None:
        """Read the history."""
        from .arbejde import hent_historik

        sted = self._sted()
        if sted is not None:
            self.gang.begynd(tr("Historikken"), partial(hent_historik, sted), self._hentet)

    def _hentet(self, historik: Historik) -> None:
        if self.dialog is not None:
            self.dialog.historik.vis(historik)

    def planlaeg_tilbage(self, version: str) -> None:
        """Show first what would change."""
        from .arbejde import tilbageplan

        sted = self._sted()
        if sted is not None:
            self.gang.begynd(
                tr("Planen"), partial(tilbageplan, sted, version), partial(self._spoerg, sted)
            )

    def _spoerg(self, sted: Sted, plan: Tilbageplan) -> None:
        from .tilbagedialog import Tilbagedialog

        if self.dialog is None:
            return
        spoerg = Tilbagedialog(plan, self._baggrund(), self.dialog)
        spoerg.accepted.connect(partial(self._gaa_tilbage, sted, plan.version))
        self._undervinduer.append(spoerg)
        spoerg.open()

    def _gaa_tilbage(self, sted: Sted, version: str) -> None:
        from .arbejde import tilbage
        from .dialog import GANG

        if self.dialog is None:
            return
        self.dialog.faner.setCurrentIndex(GANG)
        self.dialog.gang.begynd(tr("Går tilbage til {}.").format(version))
        self.gang.begynd(
            tr("At gå tilbage"),
            partial(tilbage, sted, version, self.gang.trin.emit),
            partial(self._tilbage, sted, version),
            trinvis=True,
        )

    def _tilbage(self, sted: Sted, version: str, slut: Slut) -> None:
        self._meld(
            slut,
            tr("{0} viser igen udgivelsen {1}.").format(sted.navn, version),
            tr("Gået tilbage hos {}.").format(sted.navn),
        )


def _vores(lag: QgsMapLayer) -> bool:
    """Rows of the store are drawn by the plan itself; what lies under them helps to see where."""
    from qgis.core import QgsVectorLayer

    from moedested_plugin.project.lag import LAG_AF_ROLLE

    return isinstance(lag, QgsVectorLayer) and rolle_af(lag) in LAG_AF_ROLLE
