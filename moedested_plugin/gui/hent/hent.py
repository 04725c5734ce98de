# SPDX-License-Identifier: GPL-2.0-or-later
"""An import from the first window to the last word: opens dialog and dock, runs the tasks, tells how it went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from moedested_plugin.gui.panel import NAME as PANEL
from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

from .hent_gem import ENDELSE, gem_foerst, kan_ikke_skrives, sti_til

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qgis.gui import QgisInterface

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.panel_state import Access
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.anvend import Resultat
    from moedested_plugin.sources.hentning import Tilbage
    from moedested_plugin.sources.plan import Art, Plan
    from moedested_plugin.sources.plansvar import Svar
    from moedested_plugin.sources.politik import Politik

    from .hent_dialog import HentDialog
    from .hent_vaerdier import Vaerdier
    from .skuffe import Skuffe

#: The preview gets one part of the window of so many.
_DEL = 3


class Hent(QObject):
    """One import at a time."""

    #: Something came in or was taken back.
    aendret = pyqtSignal()

    def __init__(
        self,
        iface: QgisInterface,
        current: CurrentProject,
        tasks: Tasks,
        messages: Messages,
        settings: Settings,
        access: Callable[[], Access],
    ) -> None:
        super().__init__()
        self._iface, self._current, self._tasks = iface, current, tasks
        self._messages, self._settings, self._access = messages, settings, access
        self._dialog: HentDialog | None = None
        self.skuffe: Skuffe | None = None
        self._opgave: FunctionTask[Resultat] | FunctionTask[None] | None = None
        self._resultat: Resultat | None = None
        self._sti = ""
        self._fortryder = False
        self._lukket = False

    def close(self) -> None:
        """Take everything away, without asking: QGIS or the plugin is going. The tasks are over by then."""
        self._lukket = True
        if self._dialog is not None and not sip.isdeleted(self._dialog):
            self._dialog.done(0)
        self._fjern()
        self.deleteLater()

    # -- choosing -----------------------------------------------------------------------------------------------------

    def vis(self, sti: str = "") -> None:
        """Open the first window, or the preview that waits."""
        if not self._current.store_address:
            self._messages.warning(tr("Åbn et Mødested-projekt først. Det er der, data skal hen."))
            return
        if self.skuffe is not None and not self.skuffe.udfoert:
            self.skuffe.show()
            self.skuffe.raise_()
            self._messages.info(
                tr("En import venter i panelet. Anvend den, eller luk den, før du henter mere.")
            )
            return
        if self._opgave is not None:
            return
        self._fjern()
        if self._dialog is None:
            self._dialog = self._ny_dialog()
        self._dialog.open()
        if sti:
            self._dialog.laes(sti)

    def _ny_dialog(self) -> HentDialog:
        from .hent_dialog import HentDialog

        dialog = HentDialog(
            self._current.store_address,
            self._tasks,
            self._settings,
            partial(self._messages.sentence, tr("Import")),
            self._iface.mainWindow(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.klar.connect(self.vis_plan)
        dialog.finished.connect(self._dialog_lukket)
        return dialog

    def _dialog_lukket(self, _svar: int) -> None:
        """It deletes itself, a little later."""
        self._dialog = None

    def vis_plan(self, plan: Plan, tekst: Vaerdier, sti: str = "") -> None:
        """Open the preview."""
        from .skuffe import Skuffe

        self._fjern()
        self._resultat, self._sti = None, sti
        self.skuffe = skuffe = Skuffe(plan, tekst, self._iface.mapCanvas())
        skuffe.anvend.connect(self.anvend)
        skuffe.annuller.connect(self._annuller)
        skuffe.alle.connect(self._svar_alle)
        skuffe.politik.connect(self._afgoer)
        skuffe.gem_plan.connect(self._gem_plan)  # type: ignore[arg-type]  # what it gives is not asked for
        skuffe.gem_rapport.connect(self._gem_rapport)
        skuffe.fortryd.connect(self.fortryd)
        skuffe.luk_mig.connect(self.luk)
        self._iface.addTabifiedDockWidget(
            Qt.DockWidgetArea.RightDockWidgetArea, skuffe, [PANEL], True
        )
        skuffe.show()
        skuffe.raise_()
        vindue = self._iface.mainWindow()
        vindue.resizeDocks([skuffe], [vindue.width() // _DEL], Qt.Orientation.Horizontal)

    def luk(self) -> None:
        """The user closes the preview: ask where something would be lost."""
        from moedested_plugin.sources.planliste import uafgjorte

        skuffe = self.skuffe
        if skuffe is None or self._opgave is not None:
            return
        if not skuffe.udfoert and sum(skuffe.plan.antal.values()) > skuffe.plan.antal["afvist"]:
            venter = uafgjorte(skuffe.plan)
            tekst = tr(
                "Intet er hentet ind endnu. Gem importen, hvis du vil arbejde videre senere."
            )
            if venter:
                tekst = tr("{0} rækker er ikke afgjort. {1}").format(venter, tekst)
            svar = gem_foerst(tekst, self._iface.mainWindow())
            if svar is None or (svar and not self._gem_plan()):
                return
        self._fjern()

    def _fjern(self) -> None:
        skuffe, self.skuffe = self.skuffe, None
        if skuffe is None:
            return
        if self._opgave is not None:
            self._opgave.cancel()
        skuffe.slip()
        self._iface.removeDockWidget(skuffe)
        skuffe.plan.luk()
        skuffe.deleteLater()

    # -- answers for many ---------------------------------------------------------------------------------------------

    def _svar_alle(self, art: Art, svar: Svar) -> None:
        from moedested_plugin.sources.plansvar import giv_alle

        if self.skuffe is not None:
            self._lad_task(tr("Svarer for alle …"), partial(giv_alle, self.skuffe.plan, art, svar))

    def _afgoer(self, politik: Politik) -> None:
        if self.skuffe is not None:
            plan = self.skuffe.plan
            self._lad_task(tr("Afgør konflikter …"), lambda _: plan.afgoer(politik))

    def _lad_task(self, hvad: str, funktion: Callable[..., None]) -> None:
        skuffe = self.skuffe
        if skuffe is None or self._opgave is not None:
            return
        self._opgave = FunctionTask(
            hvad,
            funktion,
            lambda _: self._faerdig(),
            lambda fejl: self._faerdig(self._messages.sentence(hvad, fejl)),
            lambda: self._faerdig(tr("Afbrudt. De svar, der er givet, bliver stående.")),
            keep=True,
        )
        skuffe.arbejder(hvad)
        self._opgave.progressChanged.connect(skuffe.fremdrift)
        self._tasks.start(self._opgave)

    def _faerdig(self, fejl: str = "") -> None:
        self._opgave = None
        if self.skuffe is not None:
            self.skuffe.faerdig(fejl)

    def _annuller(self) -> None:
        if self._opgave is not None:
            self._opgave.cancel()

    # -- carrying out -------------------------------------------------------------------------------------------------

    def anvend(self) -> None:
        """Write what is accepted, in a task."""
        from moedested_plugin.sources import hentning

        skuffe = self.skuffe
        if skuffe is None or self._opgave is not None:
            return
        adresse = self._current.store_address
        if not hentning.samme_lager(skuffe.plan.maal.store, adresse):
            skuffe.faerdig(
                tr("Importen hører til et andet projekt end det, der er åbent. Åbn det igen.")
            )
            return
        adgang = self._access()
        if not adgang.can_edit:
            skuffe.faerdig(adgang.sentence)
            return
        self._opgave = FunctionTask(
            tr("Henter data ind"),
            partial(hentning.udfoer, adresse, skuffe.plan, self._settings.bruger, self._ugemte()),
            self._er_anvendt,
            self._ikke_anvendt,
            lambda: self._faerdig(tr("Importen blev afbrudt. Intet er ændret.")),
            keep=True,
        )
        skuffe.arbejder(tr("Henter data ind. Du kan afbryde, til det er færdigt."))
        self._opgave.progressChanged.connect(skuffe.fremdrift)
        self._tasks.start(self._opgave)

    def _ugemte(self) -> list[str]:
        return [each.layer.name() for each in self._current.unsaved()]

    def _er_anvendt(self, resultat: Resultat) -> None:
        from moedested_plugin.sources import plantekst

        self._opgave, self._resultat = None, resultat
        if self._lukket:
            return
        tekst = plantekst.er_gjort(resultat)
        if self.skuffe is not None:
            self.skuffe.er_anvendt(tekst, kan_fortrydes=resultat.koersel_id is not None)
        self._messages.success(tekst)
        self._vis_nyt()

    def _ikke_anvendt(self, fejl: Exception) -> None:
        from moedested_plugin.sources.anvend import ForaeldetPlan

        self._faerdig(self._messages.sentence(tr("Importen"), fejl))
        if isinstance(fejl, ForaeldetPlan):
            self._messages.warning(str(fejl), (tr("Hent igen"), self._forfra))

    def _forfra(self) -> None:
        """The plan is of no use any more: start over with the same source."""
        if self._opgave is None:
            self._fjern()
            self.vis(self._sti)

    def _vis_nyt(self) -> None:
        for layer in self._current.layers():
            if not layer.isModified():
                layer.reload()
                layer.triggerRepaint()
        self.aendret.emit()

    # -- taking back --------------------------------------------------------------------------------------------------

    def fortryd(self) -> None:
        """Undo the last import, in a task."""
        from moedested_plugin.sources import hentning

        adgang = self._access()
        if not adgang.can_edit:
            self._messages.warning(adgang.sentence)
            return
        if self._fortryder or not self._current.store_address:
            return
        self._fortryder = True
        self._tasks.start(
            FunctionTask(
                tr("Fortryder importen"),
                partial(
                    hentning.tag_tilbage,
                    self._current.store_address,
                    self._settings.bruger,
                    self._ugemte(),
                ),
                self._er_fortrudt,
                self._ikke_fortrudt,
                lambda: self._ikke_fortrudt(None),
                keep=True,
            )
        )

    def _er_fortrudt(self, tilbage: Tilbage) -> None:
        from moedested_plugin.sources import plantekst

        self._fortryder = False
        if self._lukket:
            return
        tekst = plantekst.er_fortrudt(tilbage.fortrudt)
        if self.skuffe is not None and self.skuffe.udfoert:
            self.skuffe.er_anvendt(tekst, kan_fortrydes=False)
        if tilbage.uroert:
            self._messages.warning(tekst, (tr("Vis dem"), partial(self._vis_uroert, tilbage)))
        else:
            self._messages.success(tekst)
        self._vis_nyt()

    def _ikke_fortrudt(self, fejl: Exception | None) -> None:
        self._fortryder = False
        if fejl is not None and not self._lukket:
            self._messages.failed(tr("At fortryde importen"), fejl)

    def _vis_uroert(self, tilbage: Tilbage) -> None:
        from .hent_uroert import UroertDialog

        UroertDialog(tilbage.uroert, self._iface.mainWindow()).open()

    # -- keeping ------------------------------------------------------------------------------------------------------

    def _gem_plan(self) -> bool:
        sti = self._sti_til(tr("Gem til senere"), ENDELSE, tr("Gemt import"))
        if sti is None or self.skuffe is None:
            return False
        try:
            self.skuffe.plan.gem(sti)
        except OSError:
            self.skuffe.faerdig(kan_ikke_skrives(sti))
            return False
        self._messages.success(
            tr("Importen er gemt i {}. Åbn den igen under Hent data.").format(sti.name)
        )
        return True

    def _gem_rapport(self) -> None:
        from moedested_plugin.sources.rapport import skriv_rapport, taellinger

        sti = self._sti_til(tr("Gem rapport"), ".json", tr("JSON"))
        skuffe = self.skuffe
        if sti is None or skuffe is None or self._opgave is not None:
            return
        plan, resultat = skuffe.plan, self._resultat
        self._opgave = FunctionTask(
            tr("Gemmer rapport"),
            lambda _: skriv_rapport(sti, plan, resultat, taellinger(plan)),
            lambda _: self._rapport_gemt(sti),
            lambda _: self._rapport_gemt(sti, fejl=kan_ikke_skrives(sti)),
            self._faerdig,
            keep=True,
        )
        skuffe.arbejder(tr("Gemmer rapport …"))
        self._tasks.start(self._opgave)

    def _rapport_gemt(self, sti: Path, fejl: str = "") -> None:
        self._faerdig()
        if fejl:
            self._messages.error(fejl)
        else:
            self._messages.success(tr("Rapporten er gemt i {}.").format(sti.name))

    def _sti_til(self, titel: str, endelse: str, hvad: str) -> Path | None:
        mappe = self._settings.kildemappe.value()
        return sti_til(titel, endelse, hvad, mappe, self._iface.mainWindow())
