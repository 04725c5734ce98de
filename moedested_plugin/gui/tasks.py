# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work: a plain function in QGIS's task manager, its result or its exception handed back on the main thread."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QThreadPool

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

#: How long `close` waits for the functions that have been told to stop (seconds).
PATIENCE = 10.0
#: And for threads that others may still use (milliseconds).
_OTHERS = 1000


class FunctionTask(QgsTask, Generic[T]):
    """Runs `function(feedback)` off the main thread; exactly one of the three answers comes on the main thread.

    It is never cancelled by `QgsTask.cancel`: of a task that waits for a thread that deletes the task at once, also when a
    thread is just taking it up, and QGIS crashes. A task that was given up runs and does nothing.
    """

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
        reads_only: bool = False,
    ) -> None:
        """`keep`: a result that was there before the cancel got through is handed over all the same.

        `reads_only`: nothing is lost when it is given up, so QGIS closes without asking whether it may.
        """
        flags = QgsTask.Flag.CanCancel
        if quiet:
            flags = flags | QgsTask.Flag.Hidden | QgsTask.Flag.Silent  # type: ignore[assignment]  # the stubs say int
        if reads_only:
            flags = flags | QgsTask.Flag.CancelWithoutPrompt  # type: ignore[assignment]  # the stubs say int
        super().__init__(title, flags)
        self.feedback = QgsFeedback()
        # Directly, from the working thread: `setProgress` is made for that.
        self.feedback.progressChanged.connect(  # type: ignore[call-arg]  # the stubs know one argument
            self.setProgress, Qt.ConnectionType.DirectConnection
        )
        self.is_over = False
        #: The function is not running, and never will be again.
        self.is_done = threading.Event()
        self._function = function
        self._answers = (on_result, on_error, on_cancel)
        self._keep = keep
        self._turn = threading.Lock()
        self._begun = self._done = False
        self._result: T | None = None
        self._error: Exception | None = None

    def run(self) -> bool:
        """Do the work. Nothing is shown from here: this is not the main thread."""
        with self._turn:
            if self.is_done.is_set():
                return False
            self._begun = True
        try:
            self._result = self._function(self.feedback)
        except Exception as error:  # handed on to the main thread, whatever it is
            self._error = error
            return False
        finally:
            self.is_done.set()
        self._done = True
        return True

    def cancel(self) -> None:
        """Tell the function to stop, by its feedback; one that has not begun never does, and that is answered at once."""
        self.feedback.cancel()
        with self._turn:
            if not self._begun:
                self.is_done.set()
        if not self._begun:
            self.finished(False)

    def finished(self, result: bool) -> None:
        """Answer, on the main thread."""
        if self.is_over:
            return
        self.is_over = True
        self.let_go()
        on_result, on_error, on_cancel = self._answers
        if self.feedback.isCanceled() and not (self._keep and self._done):
            if on_cancel is not None:
                on_cancel()
        elif result or self._done:
            on_result(self._result)  # type: ignore[arg-type]  # set by `run`; None is a T then
        else:
            on_error(self._error or RuntimeError(self.description()))

    def let_go(self) -> None:
        """End what Qt would end when it deletes the task.

        Then Qt holds one of its locks while it tells the feedback, which is Python's and wants the interpreter; a thread that
        has the interpreter and connects anything may want that very lock: QGIS stands still for ever.
        """
        self.feedback.progressChanged.disconnect(self.setProgress)


class Tasks:
    """The tasks under way: keeps them alive as long as QGIS does, and ends them when the plugin stops."""

    def __init__(self) -> None:
        self._running: list[FunctionTask[object]] = []

    def start(self, task: FunctionTask[T]) -> FunctionTask[T]:
        """Let QGIS run the task when it has a thread free."""
        self._running = [running for running in self._running if not sip.isdeleted(running)]
        self._running.append(task)  # type: ignore[arg-type]  # only kept, never called
        QgsApplication.taskManager().addTask(task)
        return task

    def close(self) -> None:
        """Tell what still runs to stop, and wait for it: its code is about to go."""
        running = [task for task in self._running if not sip.isdeleted(task)]
        for task in running:
            if not task.is_over:
                _LOG.info("Stopper %s", task.description())
                task.cancel()
        until = time.monotonic() + PATIENCE
        for task in running:
            task.is_done.wait(max(0.0, until - time.monotonic()))
            if not task.is_over:
                task.is_over = True  # nobody is left to be answered
                task.let_go()
        _end_idle_threads()


def _end_idle_threads() -> None:
    """Let threads that wait for more work end now.

    They live for 30 seconds after their last work. One that has read a login ends by closing its connection to QGIS's
    authentication database, and QGIS takes that apart before the threads as it closes: signal 11.
    """
    for pool in (QgsApplication.taskManager().threadPool(), QThreadPool.globalInstance()):
        if pool is not None:
            pool.waitForDone(_OTHERS)
