# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the checks for the user: the dock, the task behind it, the rows being edited, the way to a finding.

Everything is made when it is first asked for; until then this costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsVectorLayer
    from qgis.gui import QgisInterface

    from moedested_plugin.checks.objekter import Objekt
    from moedested_plugin.checks.resultat import Post, Resultat
    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.store import Store

    from .dock import KontrolDock
    from .linkgang import Linkgang
    from .liste import Fundliste, Raekke, Ramme
    from .raekkevagt import Raekkevagt

T = TypeVar("T")

#: The list is at least so wide, in letters, the first time it is shown: what is found is said in whole sentences.
_BOGSTAVER = 72


@dataclass(frozen=True)
class Gang:
    """What a task brings back: a run, or what is kept of the last one."""

    resultat: Resultat | None
    objekter: dict[Raekke, Objekt]


def koer(adresse: str, af: str, gem: bool, feedback: QgsFeedback) -> Gang:
    """Run all checks over the store; `gem` keeps the findings there."""
    from moedested_plugin.checks.kontrol import Valg, kontroller
    from moedested_plugin.checks.objekter import objekter
    from moedested_plugin.store import aabn

    with aabn(adresse, feedback, opgrader=False) as store:
        resultat = kontroller(store, Valg(af=af, gem=gem), feedback)
        return Gang(resultat, objekter(store, (post.fund for post in resultat.poster)))


def hent(adresse: str, _feedback: QgsFeedback) -> Gang:
    """Read what the last run found."""
    from moedested_plugin.checks import gemte
    from moedested_plugin.checks.objekter import objekter
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        resultat = gemte.seneste(store)
        return Gang(
            resultat, objekter(store, (p.fund for p in resultat.poster)) if resultat else {}
        )


class Kontrollant(QObject):
    """`store` gives the project's open store; it raises `StoreFejl`.

    `maa_rette` is False while a colleague has the file: then nothing is written to it.
    """

    #: The findings of the store are others now.
    aendret = pyqtSignal()

    def __init__(
        self,
        iface: QgisInterface,
        current: CurrentProject,
        tasks: Tasks,
        messages: Messages,
        settings: Settings,
        store: Callable[[], Store],
        maa_rette: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.iface, self.current, self.messages, self.settings = iface, current, messages, settings
        self.store, self.maa_rette = store, maa_rette
        self.dock: KontrolDock | None = None
        self.liste: Fundliste | None = None
        self._tasks = tasks
        self._opgave: FunctionTask[Gang] | FunctionTask[Linkgang] | None = None
        self._vagt: Raekkevagt | None = None
        self._hent_for = self._redigeret = ""
        current.replaced.connect(self._projekt_skiftet)
        current.edited.connect(self._redigeres)

    def close(self) -> None:
        """Take everything away."""
        self.current.replaced.disconnect(self._projekt_skiftet)
        self.current.edited.disconnect(self._redigeres)
        self._stands()
        if self._vagt is not None:
            self._vagt.close()
        if self.dock is not None:
            self._slip_qgis()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self.deleteLater()

    def store_eller_intet(self) -> Store | None:
        """The open store; None where there is none, or it cannot be opened."""
        from moedested_plugin.store import StoreFejl

        try:
            return self.store() if self.current.is_moedested else None
        except StoreFejl:
            return None

    # The dock ------------------------------------------------------------------------------------------

    def vis(self, _checked: bool = False) -> None:
        """Show the list, with what is known."""
        if self.dock is None:
            self._byg()
        dock = self.dock
        if dock is not None:
            dock.show()
            dock.raise_()
            dock.trae.setFocus()
            self._hent_gemte()

    def _byg(self) -> None:
        from . import handlinger, rapport
        from .dock import KontrolDock
        from .filtermenu import Omgivelser

        omgivelser = Omgivelser(
            self._aktiv_rolle,
            self._udsnit,
            lambda: self.liste.organisationer() if self.liste is not None else [],
        )
        self.dock = dock = KontrolDock(omgivelser, lambda: self.settings.bruger)
        dock.koer.connect(self.koer)
        dock.proev_links.connect(self.proev_links)
        dock.stands.connect(self._stands)
        for signal, goer in (
            (dock.vis_sted, handlinger.vis_sted),
            (dock.aabn, handlinger.aabn_formular),
            (dock.ret, handlinger.ret),
            (dock.accepter, handlinger.accepter),
            (dock.accepter_kilde, handlinger.accepter_kilde),
            (dock.ophaev, handlinger.ophaev),
            (dock.rapport, rapport.gem_rapport),
            (dock.indstil, handlinger.indstil),
            (dock.hjaelp, handlinger.hjaelp),
        ):
            signal.connect(partial(goer, self))
        dock.kopier.connect(self._kopier)
        self.iface.addTabifiedDockWidget(
            Qt.DockWidgetArea.RightDockWidgetArea, dock, ["MoedestedPanel"], True
        )
        letter = dock.fontMetrics().averageCharWidth()
        bredde = max(dock.width(), _BOGSTAVER * letter)
        self.iface.mainWindow().resizeDocks([dock], [bredde], Qt.Orientation.Horizontal)
        self.iface.currentLayerChanged.connect(self._lag_skiftet)
        self.iface.mapCanvas().extentsChanged.connect(self._kort_flyttet)
        self._flyt_ur = QTimer(dock)
        self._flyt_ur.setSingleShot(True)
        self._flyt_ur.setInterval(300)
        self._flyt_ur.timeout.connect(dock.tegn)
        self.tegn()

    def _slip_qgis(self) -> None:
        self.iface.currentLayerChanged.disconnect(self._lag_skiftet)
        self.iface.mapCanvas().extentsChanged.disconnect(self._kort_flyttet)

    def _lag_skiftet(self, _layer: object) -> None:
        dock = self.dock
        if dock is not None and dock.filter.lag.isChecked():
            dock.filter.opdater()
            dock.tegn()

    def _kort_flyttet(self) -> None:
        if self.dock is not None and self.dock.filter.udsnit.isChecked():
            self._flyt_ur.start()

    def _aktiv_rolle(self) -> str:
        from qgis.core import QgsVectorLayer

        from moedested_plugin.project.aabent import rolle_af

        layer = self.iface.activeLayer()
        return rolle_af(layer) if isinstance(layer, QgsVectorLayer) else ""

    def _udsnit(self) -> Ramme | None:
        from .sted import kortets_udsnit

        return kortets_udsnit(self.iface.mapCanvas(), self.current.project)

    def _kopier(self, poster: list[Post]) -> None:
        from .detaljer import som_tekst

        if self.liste is not None and poster:
            QGuiApplication.clipboard().setText(som_tekst(self.liste, poster))
            self.messages.info(tr("Kopieret: {0} fund.").format(len(poster)))

    def opdater(self) -> None:
        """Something has been accepted, or not any more."""
        self.tegn()
        self.aendret.emit()

    def start(self, task: FunctionTask[T]) -> None:
        """Let a task run beside the list."""
        self._tasks.start(task)

    def tegn(self) -> None:
        """Let the dock show what is known now."""
        if self.dock is None:
            return
        from .status_tekst import status, tomt

        i_gang = self._opgave if self._koerer else None
        self.dock.vis_gang(i_gang.progress() if i_gang is not None else None)
        resultat = self.liste.resultat if self.liste is not None else None
        self.dock.vis_liste(self.liste, status(resultat), tomt(resultat, self.current.is_moedested))

    # A run ---------------------------------------------------------------------------------------------

    @property
    def _koerer(self) -> bool:
        return self._opgave is not None and not self._opgave.is_over and not self._hent_for

    def koer(self, _checked: bool = False) -> None:
        """Look through all that is saved, in a task."""
        self._begynd(tr("Kontrollerer mødesteder"), koer, self._koert)

    def proev_links(self) -> None:
        """Ask every web address whether it answers, in a task."""
        from .linkgang import spoerg

        self._begynd(tr("Prøver links"), spoerg, self._proevet)

    def _begynd(
        self,
        titel: str,
        goer: Callable[[str, str, bool, QgsFeedback], T],
        faerdig: Callable[[T], None],
    ) -> None:
        if self._koerer or not self.current.store_address:
            return
        self._stands()
        if self.dock is None or not self.dock.isVisible():
            self.vis()
            self._stands()
        task = FunctionTask(
            titel,
            partial(goer, self.current.store_address, self.settings.bruger, self.maa_rette()),
            faerdig,
            self._fejlede,
            self.tegn,
        )
        task.progressChanged.connect(self._fremskridt)
        self._opgave = self._tasks.start(task)  # type: ignore[assignment]  # one of the two
        self.tegn()

    def _fremskridt(self, procent: float) -> None:
        if self.dock is not None and self._koerer:
            self.dock.vis_gang(procent)

    def _stands(self) -> None:
        if self._opgave is not None and not self._opgave.is_over:
            self._opgave.cancel()
        self._opgave, self._hent_for = None, ""

    def _hent_gemte(self) -> None:
        """Read what is kept of the last run, once for each project."""
        adresse = self.current.store_address
        if not adresse or self.liste is not None or self._opgave is not None:
            return
        self._hent_for = adresse
        self._opgave = self._tasks.start(
            FunctionTask(
                tr("Henter fund"),
                partial(hent, adresse),
                self._hentet,
                self._hent_fejlede,
                quiet=True,
                reads_only=True,
            )
        )

    def _redigeres(self) -> None:
        """From the first edit on rows are checked as they change, whether the list is seen or not."""
        adresse = self.current.store_address
        if adresse and adresse != self._redigeret:
            self._redigeret = adresse
            self._hent_gemte()

    def _koert(self, gang: Gang) -> None:
        self._opgave = None
        self._tag_imod(gang)
        self.aendret.emit()

    def _proevet(self, gang: Linkgang) -> None:
        from .linkgang import tag_imod

        self._opgave = None
        tag_imod(self, gang)

    def _hentet(self, gang: Gang) -> None:
        self._opgave, self._hent_for = None, ""
        self._tag_imod(gang)

    def _tag_imod(self, gang: Gang) -> None:
        from .liste import Fundliste
        from .raekkevagt import Raekkevagt

        if self._vagt is None:
            self._vagt = Raekkevagt(self)
        if gang.resultat is not None:
            self.liste = Fundliste(gang.resultat, gang.objekter, self._vagt.roerte)
            self._vagt.alle()
        self.tegn()

    def _fejlede(self, fejl: Exception) -> None:
        self._opgave, self._hent_for = None, ""
        self.messages.failed(tr("Kontrollen"), fejl)
        self.tegn()

    def _hent_fejlede(self, fejl: Exception) -> None:
        if self.dock is not None and self.dock.isVisible():
            self._fejlede(fejl)
        else:  # nobody asked: the log has it
            self._opgave, self._hent_for = None, ""
            self.messages.sentence(tr("Kontrollen"), fejl)

    def _projekt_skiftet(self) -> None:
        self._stands()
        self.liste, self._redigeret = None, ""
        if self._vagt is not None:
            self._vagt.glem()
        self.tegn()
        if self.dock is not None and self.dock.isVisible():
            self._hent_gemte()

    def skrevet(self, layer: QgsVectorLayer, fid: int, raekke: dict[str, Vaerdi] | None) -> None:
        """A row is being written in a form; None when the form is gone, and what it left behind counts."""
        if self._vagt is not None:
            self._vagt.skrevet(layer, fid, raekke)
