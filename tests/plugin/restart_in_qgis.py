# SPDX-License-Identifier: GPL-2.0-or-later
"""Driven inside QGIS by `test_start_stop.py`: stop, start and reload the plugin, and look at what stays behind."""

from __future__ import annotations

import gc
import logging
import sys
from collections import Counter

from desktop_driver import check, iface, run
from qgis import utils
from qgis.core import (
    QgsApplication,
    QgsLocatorFilter,
    QgsProject,
    QgsSettingsTree,
    QgsVectorLayer,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QTimer, QTranslator
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu, QToolBar

NAME = "moedested_plugin"
ROUNDS = 5
IN_ALL = ("children", "application's children")


def settle() -> None:
    """Let what was told to go really go."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()


def ours(name: str) -> bool:
    return "oedested" in name.lower() or "ødested" in name.lower()


def inventory() -> Counter[str]:
    """Everything in QGIS that a plugin can leave something in."""
    main = iface.mainWindow()
    project = QgsProject.instance()
    found: Counter[str] = Counter()
    for kind in (QAction, QDockWidget, QMenu, QToolBar, QTimer, QgsLocatorFilter, QTranslator):
        found[f"children {kind.__name__}"] = len(main.findChildren(kind))
    found["children"] = len(main.findChildren(QObject))
    found["application's children"] = len(QApplication.instance().findChildren(QObject))
    found["top-level widgets"] = len(
        [w for w in QApplication.topLevelWidgets() if ours(type(w).__module__)]
    )
    for provider in QgsApplication.processingRegistry().providers():
        found[f"provider {provider.id()}"] += 1
    found["shortcuts"] = len(QgsGui.shortcutsManager().listAll())
    for node in QgsSettingsTree.node("plugins").childrenNodes():
        found[f"settings {node.key()}"] += 1
    found["log handlers"] = len(logging.getLogger(NAME).handlers)
    found["log level"] = logging.getLogger(NAME).level
    found["tasks"] = QgsApplication.taskManager().count()
    for signal in ("readProject", "cleared", "layersAdded", "layersRemoved"):
        found[f"project's {signal}"] = project.receivers(getattr(project, signal))
    for layer in project.mapLayers().values():
        for signal in ("layerModified", "editingStarted", "editingStopped", "afterCommitChanges"):
            found[f"{layer.id()}'s {signal}"] = layer.receivers(getattr(layer, signal))
    found["excepthook"] = hash(sys.excepthook)
    found["translation"] = hash(QCoreApplication.translate("moedested", "Nyt projekt …"))
    for line in sorted(
        action.text() for action in main.findChildren(QAction) if ours(action.text())
    ):
        found[f"action {line}"] += 1
    return found


def difference(before: Counter[str], after: Counter[str]) -> dict[str, tuple[int, int]]:
    """What changed. QGIS itself clears away things of its own long after its start: fewer objects in all is no leak."""
    return {
        key: (before[key], after[key])
        for key in sorted(before.keys() | after.keys())
        if before[key] != after[key] and not (key in IN_ALL and after[key] < before[key])
    }


def with_layer() -> None:
    """An open project with a layer of ours, so that the plugin has signals to connect to."""
    layer = QgsVectorLayer("Point?crs=EPSG:25832&field=navn:string", "Mødesteder", "memory")
    layer.setCustomProperty("moedested/rolle", "moedested")
    QgsProject.instance().addMapLayer(layer)


def started() -> None:
    plugin = utils.plugins[NAME]
    check(plugin.shell is not None, "started")
    found = inventory()
    for part in ("provider moedested", f"settings {'moedested'}", "action Mødesteder"):
        check(found[part], "there while it runs:", part)
    check(found["log handlers"] == 1, "one log handler while it runs")


def stopped_and_started() -> None:
    utils.unloadPlugin(NAME)
    settle()
    clean = inventory()
    for name in list(clean):
        check(not ours(name) or not clean[name], "nothing of ours is left:", name, clean[name])
    for number in range(ROUNDS):
        utils.loadPlugin(NAME)
        check(utils.startPlugin(NAME), "start", number)
        settle()
        check(utils.unloadPlugin(NAME), "stop", number)
        settle()
        left = difference(clean, inventory())
        check(not left, "nothing is left behind in round", number, left)
    utils.loadPlugin(NAME)
    utils.startPlugin(NAME)


def reloaded() -> None:
    settle()
    before = inventory()
    for number in range(ROUNDS):
        utils.reloadPlugin(NAME)
        settle()
        left = difference(before, inventory())
        check(not left, "nothing more is there after reload", number, left)


def shortcuts_do_not_clash() -> None:
    """No key of ours is also somebody else's."""
    keys: Counter[str] = Counter()
    for action in set(iface.mainWindow().findChildren(QAction)):
        keys.update({key.toString() for key in action.shortcuts() if not key.isEmpty()})
    for each in QgsGui.shortcutsManager().listShortcuts():
        keys[each.key().toString()] += 1
    menu = next(a.menu() for a in iface.pluginMenu().actions() if a.text() == "Mødested")
    ours_too = {
        action.shortcut().toString(): action.text()
        for action in menu.actions()
        if not action.shortcut().isEmpty()
    }
    check(len(ours_too) >= 3, "shortcuts are set", ours_too)
    check(not [key for key in ours_too if keys[key] != 1], "shortcuts are ours alone", ours_too)


run([with_layer, started, shortcuts_do_not_clash, stopped_and_started, reloaded])
