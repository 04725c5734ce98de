# SPDX-License-Identifier: GPL-2.0-or-later
"""What a script that drives QGIS needs: steps one after another, a log, pictures. See `desktop.py`.

    from desktop_driver import iface, log, run, shot

    def window():
        return 1500                      # milliseconds until the next step; nothing means 300

    def picture():
        shot(iface.mainWindow(), "main")

    run([window, picture])               # then QGIS quits

Never block in a step: QGIS only draws between them. `FAIL` in the log is what the tests look for; an exception in a step, in a
slot of the plugin or at its start is written so (by `desktop_watch.py`, which QGIS runs before it loads the plugins).
"""

from __future__ import annotations

import faulthandler
import os
import time
import traceback
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from qgis import utils
from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings, QgsTask, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

Step = Callable[[], "int | None"]

OUT = Path(os.environ["DESKTOP_OUT"])
WHOLE_SCREEN: Any = 0  # the stubs want a voidptr
PATIENCE = 300  # ms between steps that do not say
iface: QgisInterface = vars(utils)["iface"]

_started = time.monotonic()
_log = (OUT / "log.txt").open("a", buffering=1, encoding="utf-8")
# Where Python was when QGIS fell; QGIS's own report tells of C++ only, and takes a minute.
faulthandler.enable(_log)


def log(*words: object) -> None:
    """Write one line to the log, with the seconds since the script started."""
    print(f"{time.monotonic() - _started:7.2f}", *words, file=_log)


def shot(widget: QWidget, name: str) -> None:
    """Take a picture of one widget: main window, dock, dialog."""
    saved = widget.grab().save(str(OUT / f"{name}.png"))
    log("shot" if saved else "FAIL shot", name, f"{widget.width()}x{widget.height()}")


def screen(name: str) -> None:
    """Take a picture of the whole screen, with pop-ups, menus and what lies over the window."""
    saved = QApplication.primaryScreen().grabWindow(WHOLE_SCREEN).save(str(OUT / f"{name}.png"))
    log("screen" if saved else "FAIL screen", name)


def check(condition: object, *words: object) -> None:
    """Log whether something holds; what does not hold fails the run, which goes on."""
    log("ok" if condition else "FAIL", *words)


def on_modal(look: Callable[[QDialog], object], after: int = 900) -> None:
    """Look at the modal dialog that the next statement opens, then close it. Call before opening."""

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            if isinstance(dialog, QDialog):
                look(dialog)
            else:
                log("FAIL no modal dialog opened")
        except Exception:  # a dialog left open would hang the run
            log("FAIL", traceback.format_exc())
        finally:
            still = QApplication.activeModalWidget()
            if isinstance(still, QDialog):
                still.reject()

    QTimer.singleShot(after, meet)


def run(steps: Iterable[Step], *, start: int = 1500) -> None:
    """Run the steps in turn, each after the wait the one before asked for, and quit QGIS.

    A step is asked for when its turn comes: the steps may come from a generator that looks at what the last one left.
    """
    queue = chain((_prepare,), steps)

    def take() -> None:
        step: Step = _quit
        try:
            step = next(queue, _quit)
            wait = step()
        except Exception:  # whatever it is, QGIS must still quit
            log("FAIL", step.__name__, traceback.format_exc())
            step = _quit
            step()
            wait = 0
        if step is not _quit:
            QTimer.singleShot(PATIENCE if wait is None else wait, take)

    QTimer.singleShot(start, take)


def _prepare() -> int:
    """Fill the screen with the main window, without the Browser; see that every enabled plugin runs."""
    window = iface.mainWindow()
    browser = window.findChild(QDockWidget, "Browser")
    if isinstance(browser, QDockWidget):
        browser.close()
    window.setGeometry(QApplication.primaryScreen().geometry())
    for name in _enabled():
        if name not in utils.active_plugins:
            log("FAIL plugin", name, "is not active:", utils.plugin_times.get(name, "not started"))
    log("plugins", sorted(utils.active_plugins))
    QgsApplication.messageLog().messageReceived.connect(_heard)
    return 500


def _enabled() -> list[str]:
    settings = QgsSettings()
    settings.beginGroup("PythonPlugins")
    return [name for name in settings.childKeys() if settings.value(name, False, bool)]


def _heard(message: str, tab: str, level: int) -> None:
    if level in {Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical}:
        log("message", f"[{tab}]", message)


def forget_edits() -> None:
    """Take back what is not saved in any layer."""
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isEditable():
            layer.rollBack()
    QgsProject.instance().setDirty(False)


def _quit(tries: int = 300) -> None:
    """Leave nothing that QGIS would ask about: no edits, and no task that a person would have to give up."""
    forget_edits()
    asks = [
        task.description()
        for task in QgsApplication.taskManager().activeTasks()
        if not task.flags() & QgsTask.Flag.CancelWithoutPrompt
    ]
    if asks and tries:
        QTimer.singleShot(100, lambda: _quit(tries - 1))
        return
    log("FAIL still running:" if asks else "quit", *asks)
    iface.actionExit().trigger()
