# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QThread, QThreadPool

from moedested_plugin.gui.tasks import FunctionTask, Tasks


class Answers:
    """What a task answered, and on which thread."""

    def __init__(self) -> None:
        self.got: list[tuple[str, object]] = []
        self.threads: set[bool] = set()

    def task(self, function: Callable[[QgsFeedback], object]) -> FunctionTask[object]:
        return FunctionTask(
            "prøve",
            function,
            lambda result: self._take("result", result),
            lambda error: self._take("error", error),
            lambda: self._take("cancelled", None),
        )

    def kept(self, function: Callable[[QgsFeedback], object]) -> FunctionTask[object]:
        return FunctionTask(
            "prøve",
            function,
            lambda result: self._take("result", result),
            lambda error: self._take("error", error),
            lambda: self._take("cancelled", None),
            keep=True,
        )

    def _take(self, kind: str, value: object) -> None:
        self.got.append((kind, value))
        self.threads.add(QThread.currentThread() is QgsApplication.instance().thread())


@pytest.fixture
def tasks(qgis_app: object) -> Tasks:
    return Tasks()


def test_the_result_comes_on_the_main_thread(tasks: Tasks, qtbot: object) -> None:
    answers = Answers()
    where: list[bool] = []

    def work(feedback: QgsFeedback) -> int:
        where.append(threading.current_thread() is threading.main_thread())
        feedback.setProgress(50)
        return 42

    task = tasks.start(answers.task(work))
    qtbot.waitUntil(lambda: bool(answers.got))
    assert answers.got == [("result", 42)]
    assert answers.threads == {True}
    assert where == [False]
    assert task.is_over


def test_progress_of_the_feedback_is_the_progress_of_the_task(tasks: Tasks, qtbot: object) -> None:
    answers = Answers()
    go_on = threading.Event()

    def work(feedback: QgsFeedback) -> None:
        feedback.setProgress(50)
        go_on.wait(10)

    task = tasks.start(answers.task(work))
    qtbot.waitUntil(lambda: task.progress() == 50)
    go_on.set()
    qtbot.waitUntil(lambda: task.is_over)


def test_an_exception_is_handed_over_and_nothing_else_is_answered(
    tasks: Tasks, qtbot: object
) -> None:
    answers = Answers()
    problem = ValueError("nej")

    def work(_: QgsFeedback) -> None:
        raise problem

    tasks.start(answers.task(work))
    qtbot.waitUntil(lambda: bool(answers.got))
    assert answers.got == [("error", problem)]
    assert answers.threads == {True}


def test_cancel_reaches_the_function_and_is_answered_as_such(tasks: Tasks, qtbot: object) -> None:
    answers = Answers()
    begun = threading.Event()
    stopped = threading.Event()

    def work(feedback: QgsFeedback) -> str:
        begun.set()
        while not feedback.isCanceled():
            QThread.msleep(5)
        stopped.set()
        return "halvt"

    task = tasks.start(answers.task(work))
    assert begun.wait(10)
    task.cancel()
    qtbot.waitUntil(lambda: bool(answers.got))
    assert stopped.is_set()
    assert answers.got == [("cancelled", None)]


def test_closing_stops_what_runs_and_waits_for_it(tasks: Tasks) -> None:
    answers = Answers()
    begun = threading.Event()
    over: list[bool] = []

    def work(feedback: QgsFeedback) -> None:
        begun.set()
        while not feedback.isCanceled():
            QThread.msleep(5)
        over.append(True)

    tasks.start(answers.task(work))
    assert begun.wait(10)
    tasks.close()
    assert over == [True]


@pytest.fixture
def busy(tasks: Tasks) -> Iterator[None]:
    """Every thread of QGIS is taken: what is started now waits."""
    go_on = threading.Event()
    others = Answers()
    held = [
        tasks.start(others.task(lambda _: go_on.wait(20)))
        for _ in range(QThreadPool.globalInstance().maxThreadCount())
    ]
    yield
    go_on.set()
    for task in held:
        assert task.is_done.wait(20)


def test_what_waits_for_a_thread_is_given_up_without_qgis_deleting_it(
    tasks: Tasks, busy: None, qtbot: object
) -> None:
    """`QgsTask.cancel` would terminate and delete it, also just as a thread takes it up: that crash came once in 40,000."""
    answers = Answers()
    ran: list[bool] = []
    task = tasks.start(answers.task(lambda _: ran.append(True)))
    assert task.status() == task.TaskStatus.Queued
    task.cancel()
    assert answers.got == [("cancelled", None)], "at once"
    assert task.status() == task.TaskStatus.Queued, "QGIS still has it, and takes it away itself"
    task.cancel()
    assert (answers.got, ran) == ([("cancelled", None)], [])


def test_started_and_given_up_in_every_rhythm(tasks: Tasks, qtbot: object) -> None:
    answers = Answers()
    rounds = 1500

    def work(feedback: QgsFeedback) -> int:
        while not feedback.isCanceled():
            QThread.usleep(20)
        return 1

    for number in range(rounds):
        task = tasks.start(answers.task(work))
        until = time.perf_counter() + number % 120 * 1e-6
        while time.perf_counter() < until:
            pass
        task.cancel()
        if number % 5 == 0:
            QgsApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: len(answers.got) >= rounds)
    assert answers.got == [("cancelled", None)] * rounds
    assert answers.threads == {True}


def test_qgis_may_close_without_asking_while_something_is_only_read(
    tasks: Tasks, busy: None
) -> None:
    """What QGIS does as it closes: it asks for each task that is not marked so, and cancels the others itself."""
    answers = Answers()
    read = FunctionTask(
        "læser",
        lambda _: None,
        lambda result: answers.got.append(("result", result)),
        lambda error: answers.got.append(("error", error)),
        lambda: answers.got.append(("cancelled", None)),
        reads_only=True,
    )
    tasks.start(read)
    assert read.flags() & QgsTask.Flag.CancelWithoutPrompt
    assert not answers.task(lambda _: None).flags() & QgsTask.Flag.CancelWithoutPrompt
    read.cancel()
    assert answers.got == [("cancelled", None)]


def test_what_was_done_before_the_cancel_got_through_is_told(tasks: Tasks, qtbot: object) -> None:
    """Else an import would have happened, and QGIS would say that nothing was changed."""
    answers = Answers()

    def done_anyway(feedback: QgsFeedback) -> int:
        feedback.cancel()
        return 42

    def stopped(feedback: QgsFeedback) -> int:
        feedback.cancel()
        raise ValueError

    for function, expected in (
        (done_anyway, [("result", 42)]),
        (stopped, [("result", 42), ("cancelled", None)]),
    ):
        tasks.start(answers.kept(function))
        qtbot.waitUntil(lambda expected=expected: answers.got == expected)


@pytest.mark.parametrize("end", ["result", "cancelled before", "closed"])
def test_no_signal_leads_to_a_task_that_qt_is_about_to_delete(
    tasks: Tasks, qtbot: QtBot, end: str
) -> None:
    """Else Qt asks for the interpreter with a lock in its hand, and QGIS may stand still for ever."""
    left: list[int] = []

    def look(*_: object) -> None:
        left.append(feedback.receivers(feedback.progressChanged))

    task = FunctionTask("prøve", lambda _: None, look, look, look)
    feedback = task.feedback
    look()
    if end == "cancelled before":
        task.cancel()
    else:
        tasks.start(task)
        if end == "closed":
            tasks.close()
            look()
        else:
            qtbot.waitUntil(lambda: len(left) > 1)
    assert left[0] == 1
    assert set(left[1:]) == {0}
