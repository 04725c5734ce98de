# SPDX-License-Identifier: GPL-2.0-or-later
"""The first window of an import: choose a source, see what it is, choose how its columns fit, compare."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.gui.widgets import grow, wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.sources import hentning
from moedested_plugin.sources.fejl import MaaSpoerges
from moedested_plugin.sources.importer import med_profilens_kilde
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.profil import ProfilFejl
from moedested_plugin.store import StoreFejl, aabn

from .hent_gem import ENDELSE
from .hent_kilde import Kildevalg, Spoergsmaal, sluppet
from .hent_profil import OmKilden
from .hent_vaerdier import Vaerdier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qgis.core import QgsFeedback

    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.hentning import Laesning
    from moedested_plugin.sources.plan import Plan
    from moedested_plugin.sources.profil import Profil

T = TypeVar("T")


class HentDialog(QDialog):
    """Ends with `klar`, or with nothing. What was read is closed with the dialog."""

    #: A `Plan` and the `Vaerdier` to show it with, which who listens owns; and where it was read, if it was now.
    klar = pyqtSignal(object, object, str)

    def __init__(
        self,
        store: str,
        tasks: Tasks,
        settings: Settings,
        saetning: Callable[[Exception], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._tasks, self._settings = store, tasks, settings
        self._saetning = saetning
        self._kilde: Kilde | None = None
        #: The file in a folder or zip whose layers are asked for.
        self._i_fil = ""
        self._laesning: Laesning | None = None
        self._opgave: FunctionTask[Any] | None = None
        self.setWindowTitle(tr("Hent data"))
        self.setObjectName("hent")
        self.setAcceptDrops(True)
        self._valg = Kildevalg(settings)
        self._valg.valgt.connect(self._ny_kilde)
        self._spoergsmaal = Spoergsmaal()
        self._spoergsmaal.svaret.connect(self._besvar)
        self._om = OmKilden()
        self._om.valgt.connect(lambda: self._travl(self._opgave is not None))
        self._om.tilpas.connect(self._tilpas)
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped(
                tr(
                    "Vælg en fil, træk den herind, eller indsæt adressen på en WFS. Intet bliver ændret, før du har set forskellene."
                )
            )
        )
        layout.addWidget(self._valg)
        layout.addWidget(self._spoergsmaal)
        layout.addWidget(self._om)
        self._besked = wrapped("")
        self._besked.setObjectName("besked")
        layout.addWidget(self._besked)
        layout.addStretch(1)
        self._fremdrift = QProgressBar()
        self._fremdrift.setRange(0, 100)
        layout.addWidget(self._fremdrift)
        layout.addWidget(self._knapper())
        self.resize(640, 300)
        self._travl(False)
        tasks.start(
            FunctionTask(
                tr("Henter profiler"),
                partial(hentning.kendte_kilder, store),
                self._tilbyd,
                self._tilbyd_intet,
                quiet=True,
                reads_only=True,
            )
        )

    def _tilbyd(self, profiler: Sequence[Profil]) -> None:
        if not sip.isdeleted(self):
            self._valg.tilbyd(profiler)

    def _tilbyd_intet(self, _fejl: Exception) -> None:
        """The store will say what is wrong when something is read."""

    def _knapper(self) -> QDialogButtonBox:
        knapper = QDialogButtonBox()
        roller = QDialogButtonBox.ButtonRole
        self._gemt = knapper.addButton(tr("Åbn gemt import …"), roller.ResetRole)
        self._gemt.clicked.connect(lambda _: self._aabn_gemt())
        self._sammenlign = knapper.addButton(tr("Sammenlign"), roller.AcceptRole)
        self._sammenlign.setObjectName("sammenlign")
        self._sammenlign.clicked.connect(lambda _: self.sammenlign())
        self._luk = knapper.addButton(tr("Luk"), roller.RejectRole)
        self._luk.clicked.connect(self.reject)
        return knapper

    # -- reading ------------------------------------------------------------------------------------------------------

    def laes(self, sti: str) -> None:
        """Read this file, folder or address."""
        self._valg.saet(sti)

    def _ny_kilde(self) -> None:
        self._spoergsmaal.glem()
        self._i_fil = ""
        profil = self._valg.profil
        kilde = Kilde(self._valg.sti, authcfg=self._valg.authcfg)
        if profil is not None:
            kilde = med_profilens_kilde(kilde, profil)
        self._laes(kilde)

    def _besvar(self, om: str, svar: str) -> None:
        if self._kilde is not None:
            if om == "lag" and self._i_fil:
                svar = f"{self._i_fil}|{svar}"
            # Another layer may lie in another system, or be of another encoding.
            glem = {"crs": None, "tegnsaet": None} if om == "lag" else {}
            self._laes(replace(self._kilde, **{**glem, om: svar}))  # type: ignore[arg-type]  # names of its fields

    def _laes(self, kilde: Kilde) -> None:
        if self._opgave is not None:
            return
        self._slip()
        self._kilde = kilde
        self._start(
            tr("Læser …"),
            FunctionTask(
                tr("Læser kilden"),
                partial(hentning.laes_kilde, self._store, kilde),
                self._er_laest,
                self._gik_galt,
                self._annulleret,
                keep=True,
            ),
        )

    def _er_laest(self, laesning: Laesning) -> None:
        if sip.isdeleted(self):  # the plugin was stopped while it was read
            laesning.laest.luk()
            return
        self._faerdig()
        self._slip()
        self._laesning = laesning
        self._spoergsmaal.er_besvaret()
        self._om.vis(laesning, self._valg.profil)
        self._travl(False)
        self._sammenlign.setFocus()

    def _tilpas(self) -> None:
        """The mapping dialog; what it gives is used at once."""
        if self._laesning is None:
            return
        try:
            with aabn(self._store, opgrader=False) as store:
                modul = import_module("moedested_plugin.gui.hent.kortlaeg_dialog")
                dialog = modul.KortlaegDialog(self._laesning.laest, store, self._om.profil, self)
                if dialog.exec():
                    self._om.vaelg(dialog.profil)
                dialog.deleteLater()
        except (StoreFejl, ProfilFejl) as fejl:
            self._sig(self._saetning(fejl))

    # -- comparing ----------------------------------------------------------------------------------------------------

    def sammenlign(self) -> None:
        """Find the differences, in a task."""
        profil = self._om.profil
        if self._laesning is None or profil is None or self._opgave is not None:
            return
        self._start(
            tr("Sammenligner …"),
            FunctionTask(
                tr("Sammenligner"),
                partial(_sammenlign, self._store, self._laesning, profil),
                self._er_sammenlignet,
                self._gik_galt,
                self._annulleret,
                keep=True,
            ),
        )

    def _aabn_gemt(self) -> None:
        sti, _ = QFileDialog.getOpenFileName(
            self,
            tr("Åbn gemt import"),
            self._settings.kildemappe.value(),
            tr("Gemt import") + f" (*{ENDELSE})",
        )
        if sti:
            self.aabn_gemt(Path(sti))

    def aabn_gemt(self, sti: Path) -> None:
        """Go on with a plan that was kept."""
        self._slip()
        self._start(
            tr("Åbner …"),
            FunctionTask(
                tr("Åbner gemt import"),
                partial(_aabn_gemt, self._store, sti),
                self._er_sammenlignet,
                self._gik_galt,
                self._annulleret,
                keep=True,
            ),
        )

    def _er_sammenlignet(self, svar: tuple[Plan, Vaerdier]) -> None:
        if sip.isdeleted(self):
            svar[0].luk()
            return
        self._faerdig()
        self.klar.emit(*svar, self._laesning.kilde.sti if self._laesning else "")
        self.accept()

    # -- tasks --------------------------------------------------------------------------------------------------------

    def _start(self, hvad: str, opgave: FunctionTask[T]) -> None:
        self._sig(hvad)
        self._travl(True)
        opgave.progressChanged.connect(lambda p: self._fremdrift.setValue(int(p)))
        self._opgave = opgave
        self._tasks.start(opgave)

    def _gik_galt(self, fejl: Exception) -> None:
        if sip.isdeleted(self):
            return
        self._faerdig()
        if isinstance(fejl, MaaSpoerges):
            if fejl.om == "lag" and self._kilde is not None and self._kilde.lag:
                self._i_fil = self._kilde.lag.partition("|")[0]
            self._spoergsmaal.stil(fejl)
        else:
            self._sig(self._saetning(fejl))

    def _annulleret(self) -> None:
        if sip.isdeleted(self):
            return
        self._faerdig()
        self._sig(tr("Afbrudt. Intet er ændret."))

    def _faerdig(self) -> None:
        self._opgave = None
        self._sig("")
        self._travl(False)

    def _travl(self, til: bool) -> None:
        self._fremdrift.setVisible(til)
        self._fremdrift.setValue(0)
        for del_ in (self._valg, self._spoergsmaal, self._om, self._gemt):
            del_.setEnabled(not til)
        kan = self._laesning is not None and self._om.profil is not None
        self._sammenlign.setEnabled(kan and not til)
        self._luk.setText(tr("Afbryd") if til else tr("Luk"))

    def _sig(self, tekst: str) -> None:
        self._besked.setText(tekst)
        self._besked.setVisible(bool(tekst))

    def _slip(self) -> None:
        if self._laesning is not None:
            self._laesning.laest.luk()
            self._laesning = None
            self._om.hide()

    # -- Qt -----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Grow with what there is to say; nothing lies over anything."""
        if event.type() == QEvent.Type.LayoutRequest:
            grow(self)
        return bool(super().event(event))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or an address."""
        if self._opgave is None and sluppet(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self.laes(sluppet(event))
        event.acceptProposedAction()

    def done(self, svar: int) -> None:
        """Let go of what was read."""
        self._slip()
        super().done(svar)

    def reject(self) -> None:
        """Cancel what runs, else close."""
        if self._opgave is not None:
            self._opgave.cancel()
        else:
            super().reject()


def _sammenlign(
    store: str, laesning: Laesning, profil: Profil, feedback: QgsFeedback
) -> tuple[Plan, Vaerdier]:
    plan = hentning.sammenlign(store, laesning, profil, feedback)
    return plan, Vaerdier(store)


def _aabn_gemt(store: str, sti: Path, _feedback: QgsFeedback) -> tuple[Plan, Vaerdier]:
    return hentning.aabn_plan(sti, store), Vaerdier(store)
