# SPDX-License-Identifier: GPL-2.0-or-later
"""Driven inside QGIS by `test_tilgaengelig.py`: looks at each window of the plugin as one without a mouse, or with poor sight."""

from __future__ import annotations

import os
from importlib import import_module

from desktop_driver import log, run
from qgis.PyQt.QtWidgets import QDialog, QMainWindow, QWidget

from moedested_plugin.gui.kontrol.dock import KontrolDock
from tests.tilgaengelig import mangler

#: Where a main window is to be photographed, the dock is what is ours.
_KLIP = os.environ.get("DESKTOP_KLIP") == "1"


def look(widget: QWidget, name: str) -> None:
    """Write what is wrong."""
    ours = widget.findChild(KontrolDock) if isinstance(widget, QMainWindow) else widget
    if not isinstance(ours, QWidget):
        log("FAIL", name, "is not there")
        return
    for fejl in mangler(ours, klip=_KLIP and isinstance(ours, QDialog)):
        log("FAIL", name, fejl)
    log("looked at", name)


run(import_module("billeder.gang").scenes(look))
