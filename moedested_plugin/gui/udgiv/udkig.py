# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps what the panel says of the published data: looked up quietly, in a task of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.publishing.ude_nu import UdeNu


class Udkig(QObject):
    """`ude` is None until it is known, and where nothing was published."""

    aendret = pyqtSignal()

    def __init__(self, current: CurrentProject, tasks: Tasks) -> None:
        super().__init__()
        self.ude: UdeNu | None = None
        self._current, self._tasks = current, tasks
        self._opgave: FunctionTask[UdeNu | None] | None = None
        current.replaced.connect(self._glem)

    def close(self) -> None:
        """Let go."""
        self._current.replaced.disconnect(self._glem)
        self.deleteLater()

    def _glem(self) -> None:
        self.ude = None

    def se(self) -> None:
        """Look, unless somebody is looking."""
        adresse = self._current.store_address
        if not adresse or (self._opgave is not None and not self._opgave.is_over):
            return
        from .arbejde import se_ude

        self._opgave = self._tasks.start(
            FunctionTask(
                tr("Ser efter det udgivne"),
                partial(se_ude, adresse),
                partial(self._set, adresse),
                lambda _fejl: None,  # the panel has said it already, when it counted
                quiet=True,
                reads_only=True,
            )
        )

    def _set(self, adresse: str, ude: UdeNu | None) -> None:
        if adresse == self._current.store_address and ude != self.ude:
            self.ude = ude
            self.aendret.emit()
