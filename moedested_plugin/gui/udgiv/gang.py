# SPDX-License-Identifier: GPL-2.0-or-later
"""One task at a time for the dialog: its progress, its steps, the way to stop it while that can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QObject, pyqtSignal

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks

    from .dialog import UdgivDialog

T = TypeVar("T")


class Gang(QObject):
    """`dialog` may go while a task runs: what comes of it is then said in QGIS's message bar."""

    #: From the working thread: the step of the publication that is being taken.
    trin = pyqtSignal(str)

    def __init__(self, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self.dialog: UdgivDialog | None = None
        self._tasks, self._messages = tasks, messages
        self._stands: Callable[[], None] | None = None
        self._kan_afbrydes = True
        self.trin.connect(self._vis_trin)

    @property
    def koerer(self) -> bool:
        """Whether something is under way."""
        return self._stands is not None

    def begynd(
        self,
        titel: str,
        goer: Callable[[QgsFeedback], T],
        faerdig: Callable[[T], None],
        *,
        trinvis: bool = False,
    ) -> None:
        """Let a task run, unless another does; the dialog shows how far it is, by its steps if `trinvis`."""
        if self.koerer:
            return
        opgave = FunctionTask(
            titel,
            goer,
            partial(self._faerdig, faerdig),
            partial(self._fejlet, titel),
            self._afbrudt,
            quiet=True,
            keep=True,
        )
        self._kan_afbrydes = True
        if self.dialog is not None:
            self.dialog.sig("")
            self.dialog.vis_gang(i_gang=True)
        if not trinvis:
            opgave.progressChanged.connect(self._fremskridt)
        self._stands = opgave.cancel
        self._tasks.start(opgave)

    def afbryd(self) -> None:
        """Break it off, before readers see anything of it."""
        if self._stands is not None and self._kan_afbrydes:
            self._stands()

    def sig(self, tekst: str, *, laast: bool = False) -> None:
        """Say it where it is seen."""
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.sig(tekst, laast=laast)
        else:
            self._messages.error(tekst)

    def _vis_trin(self, navn: str) -> None:
        if navn == "skift":
            self._kan_afbrydes = False
        if self.dialog is not None and self.koerer:
            self.dialog.fremskridt(self.dialog.gang.trin(navn))
            self.dialog.vis_gang(i_gang=True, kan_afbrydes=self._kan_afbrydes)

    def _fremskridt(self, procent: float) -> None:
        if self.dialog is not None and self.koerer:
            self.dialog.fremskridt(procent)

    def _faerdig(self, videre: Callable[[T], None], resultat: T) -> None:
        self._slut()
        videre(resultat)

    def _fejlet(self, titel: str, fejl: Exception) -> None:
        self._slut()
        self.sig(self._messages.sentence(titel, fejl))

    def _afbrudt(self) -> None:
        self._slut()
        self.sig(tr("Afbrudt. Intet er ændret."))

    def _slut(self) -> None:
        self._stands = None
        if self.dialog is not None:
            self.dialog.vis_gang(i_gang=False)
