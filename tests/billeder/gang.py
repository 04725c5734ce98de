# SPDX-License-Identifier: GPL-2.0-or-later
"""Goes the ways to what a user meets inside QGIS, one after another, and has each looked at: photographed, or examined.

A way is `module.function word …`; the function, in a module beside this one, is a generator. It opens what is to be seen and
yields how long to wait (ms), and at the end the widget to photograph, or `SKAERM` for the whole screen. What it leaves open
is closed, and what it leaves unsaved is taken back, before the next; not in a module that says `GAAR_VIDERE`.
"""

from __future__ import annotations

import json
import os
import shlex
import traceback
from collections.abc import Callable, Generator, Iterator
from importlib import import_module
from typing import Union

from desktop_driver import Step, forget_edits, iface, log, screen
from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMenu, QWidget

PLUGIN = "moedested_plugin"
#: How a scene asks for a picture of everything.
SKAERM = "skaerm"
#: What someone with these initials has changed is what the history tells of.
BRUGER = "anja"

_broken: set[str] = set()

Scene = Generator[Union[int, str, QWidget], None, None]
Look = Callable[[QWidget, str], None]


def begin() -> int:
    """A person with a name, and a project that has come to rest."""
    plugin = utils.plugins[PLUGIN]
    plugin.shell.settings.egne_initialer = BRUGER
    plugin.shell.settings.mappe.setValue(QgsProject.instance().absolutePath())
    # On a person's screen the window is as large as this one when the docks get their first places.
    plugin.shell.settings.panel_placeret.setValue(False)
    plugin.shell._first_place.place()
    return 3500


def scenes(look: Look) -> Iterator[Step]:
    """The steps of every scene that was asked for."""
    if PLUGIN in utils.plugins:
        yield begin
    for name, way in json.loads(os.environ["DESKTOP_BILLEDER"]):
        yield from moments(name, way, look)


def moments(name: str, way: str, look: Look) -> Iterator[Step]:
    """The steps of one scene; what goes wrong in it is the end of those that go on from it, and of no others."""
    where, *words = shlex.split(way)
    module, _, function = where.partition(".")
    if module in _broken:
        return
    try:
        ways = import_module(f"billeder.{module}")
        scene: Scene = getattr(ways, function)(*words)
    except Exception:
        log("FAIL", name, traceback.format_exc())
        return
    leave = getattr(ways, "GAAR_VIDERE", False)
    going = True

    def step() -> int:
        nonlocal going
        try:
            return _seen(next(scene), name, look)
        except StopIteration:
            going = False
            if not leave:
                tidy()
        except Exception:
            log("FAIL", name, traceback.format_exc())
            going = False
            tidy()
            if leave:
                _broken.add(module)
        return 150

    while going:
        yield step


def _seen(moment: int | str | QWidget, name: str, look: Look) -> int:
    """Look at what a scene shows; gives how long to wait."""
    if isinstance(moment, int):
        return moment
    if isinstance(moment, QWidget):
        look(moment, name)
    else:
        screen(name)
    return 150


def tidy() -> None:
    """Close every window, menu and message, and let go of what was edited."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu) and widget.isVisible():
            widget.close()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.done(0)
        if widget.metaObject().className() == "QgsAttributeDialog":
            widget.close()
            widget.deleteLater()
    forget_edits()
    iface.messageBar().clearWidgets()
