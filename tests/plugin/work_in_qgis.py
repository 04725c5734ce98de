# SPDX-License-Identifier: GPL-2.0-or-later
"""Driven inside QGIS by `test_shell.py`: a working day in the panel, on a project with the examples."""

from __future__ import annotations

from pathlib import Path

from desktop_driver import check, iface, run, shot
from qgis import utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLabel

shell = utils.plugins["moedested_plugin"].shell
store = Path(shell.current.store_address)
lock = store.with_name(store.name + ".laas")


def text() -> str:
    return " ".join(each.text() for each in shell.panel.findChildren(QLabel) if each.isVisible())


def layer(role: str) -> QgsVectorLayer:
    found = shell.current.layer(role)
    check(found is not None, "layer", role)
    return found


def opened() -> int:
    return 3000


def counted() -> None:
    shot(iface.mainWindow(), "panel")
    check("Guldborgsund Kommune" in text(), "whose data")
    check("Klar til udgivelse" in text(), "ready to publish")
    layers = iface.mainWindow().findChild(QDockWidget, "Layers")
    letters = layers.width() / layers.fontMetrics().averageCharWidth()
    wide = [  # what QGIS itself says of a slow machine may be wider than the map, and takes the room
        item.text()
        for item in iface.messageBar().items()
        if item.sizeHint().width() > iface.mapCanvas().width()
    ]
    if not wide:
        check(letters > 30, "room for the layers in a new profile", letters)
    check(iface.mapCanvas().width() > 600, "and for the map", iface.mapCanvas().width())
    check(lock.exists(), "the lock is taken")
    check(not QgsProject.instance().isDirty(), "opening leaves the project as saved")


def draw_bench() -> None:
    shell.panel.draw.emit("baenk", True)
    check(iface.activeLayer() is layer("baenk"), "the layer is active")
    check(layer("baenk").isEditable(), "the layer is editable")
    tool = iface.mapCanvas().mapTool()
    check(tool is not None and tool.toolName() == "moedested_tegn", "the tool of the palette draws")
    shell.palette.stands()
    check(iface.mapCanvas().mapTool() is not tool, "and lets go")
    layer("baenk").rollBack()


def change() -> int:
    editing = layer("moedested")
    editing.startEditing()
    fid = next(editing.getFeatures()).id()
    editing.changeAttributeValue(fid, editing.fields().indexOf("lokalomraade"), "Havnen")
    return 800


def changed() -> int:
    shot(iface.mainWindow(), "unsaved")
    check("Ikke gemt: Mødesteder (1)." in text(), "what is not saved")
    shell.panel.save_all.emit()
    return 3000


def saved() -> None:
    check(shell.current.unsaved() == [], "all is saved")
    check("Ikke gemt" not in text(), "and the panel knows")
    check("Havnen" not in text(), "without the content")
    for each in shell.current.layers():
        if each.isEditable():
            each.rollBack()


def run_checks() -> int:
    shell.panel.check.emit()
    return 5000


def checked() -> int:
    dock = shell.checks.dock
    check(dock is not None and dock.isVisible(), "the list of findings")
    check(dock.model.rowCount() > 0, "has findings", dock.status.text())
    shot(iface.mainWindow(), "findings")
    first = next(p for p in shell.checks.liste.resultat.poster if p.fund.sted is not None)
    dock.vis_sted.emit(first)
    return 1500


def gone_to() -> int:
    check(iface.mapCanvas().scale() < 2600, "the exact place", iface.mapCanvas().scale())
    shell.panel.raise_()
    return 1000


def counted_again() -> None:
    check("Kontrolleret " in text(), "the panel tells of the check")


def publish() -> int:
    shell.panel.publish.emit()
    return 1200


def publish_shown() -> int:
    dialog = shell.publishing.dialog
    check(dialog is not None and dialog.isVisible(), "the dialog of publishing")
    check("Der er intet mål endnu." in dialog.plan._tom.text(), "says that a target is missing")
    shot(dialog, "publish")
    dialog.reject()
    return 300


def rows() -> int:
    shell.panel.show_rows.emit("moedested:3")
    return 1500


def rows_shown() -> None:
    tables = [
        each
        for each in QApplication.allWidgets()
        if each.metaObject().className() == "QgsAttributeTableDialog" and each.isVisible()
    ]
    check(len(tables) == 1, "one attribute table", tables)
    for each in tables:
        shot(each, "rows")
        each.close()


def search() -> int:
    iface.locatorSearch("mst gedsre")
    return 2500


def found() -> None:
    shot(iface.mainWindow(), "locator")
    iface.locatorSearch("")


def leave() -> int:
    iface.newProject(False)
    return 800


def left() -> None:
    check(not lock.exists(), "the lock is let go")
    check("Intet Mødested-projekt er åbent." in text(), "the empty state")
    check(shell.checks.liste is None, "and no findings of another project")
    check(shell.publishing.dialog is None, "nor a plan of it")
    shot(iface.mainWindow(), "empty")


run(
    [
        opened,
        counted,
        draw_bench,
        change,
        changed,
        saved,
        run_checks,
        checked,
        gone_to,
        counted_again,
        publish,
        publish_shown,
        rows,
        rows_shown,
        search,
        found,
        leave,
        left,
    ]
)
