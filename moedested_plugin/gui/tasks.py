# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work: a plain function in QGIS's task manager, its result or its exception handed back on the main thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import Qt

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

#: How long `close` waits for a function that has been told to stop (ms).
PATIENCE = 10_000


class FunctionTask(QgsTask, Generic[T]):
    """Runs `function(feedback)` off the main thread; exactly one of the three answers comes on the main thread."""

    def __init__(
        self,
        title: str,
        function: Callable[[QgsFeedback], T],
        on_result: Callable[[T], object],
        on_error: Callable[[Exception], object],
        on_cancel: Callable[[], object] | None = None,
        *,
        quiet: bool = False,
        keep: bool = False,
    ) -> None:
        """`keep`: a result that was there before the cancel got through is handed over all the same."""
        flags = QgsTask.Flag.CanCancel
        if quiet:
            flags = flags | QgsTask.Flag.Hidden | QgsTask.Flag.Silent  # type: ignore[assignment]  # the stubs say int
        super().__init__(title, flags)
        self.feedback = QgsFeedback()
        # Directly, from the working thread: `setProgress` is made for that.
        self.feedback.progressChanged.connect(  # type: ignore[call-arg]  # the stubs know one argument
            self.setProgress, Qt.ConnectionType.DirectConnection
        )
        self.is_over = False
        self._function = function
        self._answers = (on_result, on_error, on_cancel)
        self._keep = keep
        self._done = False
        self._result: T | None = None
        self._error: Exception | None = None

    def run(self) -> bool:
        """Do the work. Nothing is shown from here: this is not the main thread."""
        try:
            self._result = self._function(self.feedback)
        except Exception as error:  # handed on to the main thread, whatever it is
            self._error = error
            return False
        self._done = True
        return True

    def cancel(self) -> None:
        """Tell the function to stop; it looks at its feedback."""
        self.feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """Answer, on the main thread."""
        self.is_over = True
        on_result, on_error, on_cancel = self._answers
        if self.feedback.isCanceled() and not (self._keep and self._done):
            if on_cancel is not None:
                on_cancel()
        elif result or self._done:
            on_result(self._result)  # type: ignore[arg-type]  # set by `run`; None is a T then
        else:
            on_error(self._error or RuntimeError(self.description()))


class Tasks:
    """The tasks under way: keeps them alive until they have answered, and ends them when the plugin stops."""

    def __init__(self) -> None:
        self._running: list[FunctionTask[object]] = []

    def start(self, task: FunctionTask[T]) -> FunctionTask[T]:
        """Let QGIS run the task when it has a thread free."""
        self._running = [running for running in self._running if not running.is_over]
        self._running.append(task)  # type: ignore[arg-type]  # only kept, never called
        QgsApplication.taskManager().addTask(task)
        return task

    def close(self) -> None:
        """Tell what still runs to stop, and wait for it: its code is about to go."""
        for task in self._running:
            if not task.is_over:
                _LOG.info("Stopper %s", task.description())
                task.cancel()
                task.waitForFinished(PATIENCE)
        self._running.clear()
