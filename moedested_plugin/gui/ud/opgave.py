# SPDX-License-Identifier: GPL-2.0-or-later
"""A dialog that asks, works in a task with progress and cancel, and says in itself what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QEvent, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.gui.widgets import grow, wrapped
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings

#: Takes the feedback, gives the result.
Opgave = Callable[["QgsFeedback"], Any]


class OpgaveDialog(QDialog):
    """What to ask goes into `indhold`; `opgave` gives the work to do, or None when it has said what is missing."""

    #: The result of the work; the dialog is closed by then, unless `bliver` is set.
    faerdig = pyqtSignal(object)

    def __init__(
        self, titel: str, udfoer: str, tasks: Tasks, messages: Messages, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titel)
        self._tasks, self._messages = tasks, messages
        self._task: FunctionTask[Any] | None = None
        rod = QVBoxLayout(self)
        self.felter = QWidget()
        self.indhold = QVBoxLayout(self.felter)
        self.indhold.setContentsMargins(0, 0, 0, 0)
        rod.addWidget(self.felter, 1)
        self._besked = wrapped("")
        self._besked.setObjectName("besked")
        self._besked.hide()
        rod.addWidget(self._besked)
        self._fremdrift = QProgressBar()
        self._fremdrift.hide()
        rod.addWidget(self._fremdrift)
        self.knapper = QDialogButtonBox()
        self._udfoer = self.knapper.addButton(udfoer, QDialogButtonBox.ButtonRole.AcceptRole)
        self._udfoer.setDefault(True)
        self._annuller = self.knapper.addButton(
            tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.knapper.accepted.connect(self.accept)
        self.knapper.rejected.connect(self.reject)
        rod.addWidget(self.knapper)

    def opgave(self) -> Opgave | None:
        """The work, as asked for now."""
        raise NotImplementedError

    def slut(self, resultat: Any) -> None:  # noqa: ANN401 - whatever the work gives
        """Close, and hand the result on."""
        super().accept()
        self.faerdig.emit(resultat)

    def sig(self, besked: str) -> None:
        """Say what stands in the way; '' for nothing."""
        self._besked.setText(besked)
        self._besked.setVisible(bool(besked))

    def accept(self) -> None:
        """Begin the work."""
        if self._task is not None:
            return
        self.sig("")
        opgave = self.opgave()
        if opgave is None:
            return
        self._task = FunctionTask(
            self.windowTitle(), opgave, self._lavet, self._fejlet, self._afbrudt, quiet=True
        )
        self._task.progressChanged.connect(lambda procent: self._fremdrift.setValue(round(procent)))
        self._arbejder(True)
        self._tasks.start(self._task)

    def event(self, event: QEvent) -> bool:
        """Grow with what there is to say."""
        if event.type() == QEvent.Type.LayoutRequest:
            grow(self)
        return bool(super().event(event))

    def reject(self) -> None:
        """Break the work off, or close."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def _lavet(self, resultat: Any) -> None:  # noqa: ANN401 - whatever the work gives
        self._arbejder(False)
        self.slut(resultat)

    def _fejlet(self, fejl: Exception) -> None:
        self._arbejder(False)
        self.sig(saetning(self._messages, self.windowTitle(), fejl))

    def _afbrudt(self) -> None:
        self._arbejder(False)
        self.sig(tr("Afbrudt. Der er ikke lavet noget."))

    def _arbejder(self, ja: bool) -> None:
        if not ja:
            self._task = None
        self._fremdrift.setValue(0)
        self._fremdrift.setVisible(ja)
        self.felter.setEnabled(not ja)
        self._udfoer.setEnabled(not ja)
        if not ja:  # while it was grey, the other button became the default
            self._udfoer.setDefault(True)
            self._udfoer.setFocus()


def saetning(messages: Messages, opgave: str, fejl: Exception) -> str:
    """The sentence that the error itself has for the user, else where to read more."""
    from moedested_plugin.sources.anvend import KanIkkeAnvendes
    from moedested_plugin.sources.fejl import LaeseFejl
    from moedested_plugin.sources.filer_ogr import UdFejl
    from moedested_plugin.sources.profil import ProfilFejl
    from moedested_plugin.sources.send_med import KanIkkeSendes

    if isinstance(fejl, (UdFejl, ProfilFejl, LaeseFejl, KanIkkeAnvendes, KanIkkeSendes)):
        return str(fejl)
    return messages.sentence(opgave, fejl)


def maa_erstattes(dialog: QWidget, filer: list[Path]) -> bool | None:
    """Whether files that are there already may be replaced; None when the user says no."""
    findes = [fil.name for fil in filer if fil.exists()]
    if not findes:
        return False
    svar = QMessageBox.question(
        dialog,
        tr("Filen findes"),
        tr("{} findes allerede. Skal den erstattes?").format(", ".join(findes)),
    )
    return True if svar == QMessageBox.StandardButton.Yes else None


def husket_mappe(settings: Settings, current: CurrentProject) -> str:
    """The folder that was used last, else that of the project."""
    mappe = settings.ud_mappe.value()
    if mappe and Path(mappe).is_dir():
        return str(mappe)
    return str(Path(current.project.absolutePath() or Path.home()))


def aabn_mappe(sti: Path) -> None:
    """Show the folder in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(sti if sti.is_dir() else sti.parent)))
