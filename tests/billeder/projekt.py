# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the main window: the map at its scales, the legend, the panel in its states, the wizard, options, search."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_driver import iface
from qgis import utils
from qgis.core import QgsLayerTree, QgsLayerTreeNode, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu, QPushButton, QWidget

shell = utils.plugins["moedested_plugin"].shell


def vindue() -> Iterator[object]:
    """The main window as the project opens."""
    yield from _hele_kommunen()
    yield iface.mainWindow()


def kort(maalestok: str, x: str, y: str) -> Iterator[object]:
    """The map alone, around a place."""
    shell.panel.hide()
    canvas = iface.mapCanvas()
    canvas.setCenter(QgsPointXY(float(x), float(y)))
    canvas.zoomScale(float(maalestok))
    yield 2500
    yield canvas
    shell.panel.show()
    yield 300


def kort_kommune() -> Iterator[object]:
    """The whole municipality, without the panel."""
    shell.panel.hide()
    yield 500
    yield from _hele_kommunen()
    yield iface.mapCanvas()
    shell.panel.show()
    yield 300


def signaturer(*grupper: str) -> Iterator[object]:
    """The legend of these groups, unfolded, in a window as tall as it needs; the others are folded."""
    root = QgsProject.instance().layerTreeRoot()
    before = [(node, node.isExpanded()) for node in _noder(root)]
    for group in root.children():
        group.setExpanded(group.name() in grupper)
        for layer in group.children():
            layer.setExpanded(True)
    tree = iface.layerTreeView()
    layers = iface.mainWindow().findChild(QDockWidget, "Layers")
    layers.setFloating(True)
    layers.resize(430, 1500)
    for nr in range(tree.model().rowCount()):
        if tree.model().index(nr, 0).data() in grupper:
            tree.expandRecursively(tree.model().index(nr, 0))
    yield 800
    yield layers
    layers.setFloating(False)
    for node, expanded in before:
        node.setExpanded(expanded)


def _noder(node: QgsLayerTreeNode) -> Iterator[QgsLayerTreeNode]:
    for child in node.children():
        yield child
        if QgsLayerTree.isGroup(child):
            yield from _noder(child)


def _hele_kommunen() -> Iterator[object]:
    canvas = iface.mapCanvas()
    view = QgsProject.instance().viewSettings()
    canvas.setReferencedExtent(view.defaultViewExtent())
    canvas.refresh()
    yield 3000


# The panel ---------------------------------------------------------------------------------------------


def panel() -> Iterator[object]:
    """The panel over the open project."""
    shell.panel.raise_()
    yield 600
    yield shell.panel


def panel_ugemt() -> Iterator[object]:
    """Something is not saved."""
    layer = shell.current.layer("moedested")
    layer.startEditing()
    fid = next(layer.getFeatures()).id()
    layer.changeAttributeValue(fid, layer.fields().indexOf("lokalomraade"), "Havnen")
    yield 900
    yield shell.panel


def panel_nederst() -> Iterator[object]:
    """The lower part of the panel."""
    from qgis.PyQt.QtWidgets import QScrollArea

    shell.panel.raise_()
    yield 400
    for area in shell.panel.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    yield 400
    yield shell.panel
    for area in shell.panel.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)


def panel_menu(knap: str) -> Iterator[object]:
    """A menu of the panel, open."""
    yield from _hele_kommunen()
    button = next(b for b in shell.panel.findChildren(QPushButton) if b.text() == knap)
    QTimer.singleShot(0, button.showMenu)
    yield 900
    yield "skaerm"


def panel_tomt() -> Iterator[object]:
    """No project of ours is open. The last picture of its run."""
    iface.newProject(False)
    yield 1500
    yield iface.mainWindow()


def panel_optaget() -> Iterator[object]:
    """A colleague has the file."""
    import json
    from pathlib import Path

    lock = Path(shell.current.store_address + ".laas")
    project = QgsProject.instance().fileName()
    own = json.loads(lock.read_text("utf-8"))
    iface.newProject(False)
    yield 1200
    lock.write_text(json.dumps(own | {"bruger": "mette", "maskine": "PC-1042"}), "utf-8")
    iface.addProject(project)
    yield 4000
    yield iface.mainWindow()
    iface.newProject(False)
    yield 800
    lock.unlink(missing_ok=True)
    iface.addProject(project)
    yield 3500


# The wizard, options, search, history ------------------------------------------------------------------


def guide(side: str) -> Iterator[object]:
    """A page of the wizard, filled in as it proposes."""
    shell.new_project()
    yield 700
    wizard = next(
        w for w in QApplication.topLevelWidgets()
        if w.objectName() == "MoedestedProjectWizard" and w.isVisible()
    )  # fmt: skip
    wizard.kommune_page.filter.setText("guldb")
    wizard.kommune_page.filter.clear() if side == "1" else None
    yield 300
    for _ in range(int(side) - 1):
        wizard.next()
        yield 400
    yield wizard


def indstillinger(fane: str) -> Iterator[object]:
    """The plugin's page in QGIS's options."""
    from qgis.PyQt.QtWidgets import QTabWidget

    QTimer.singleShot(0, shell.show_options)
    yield 2500
    dialog = QApplication.activeModalWidget()
    page = dialog.findChild(QWidget, "MoedestedOptions")
    page.findChild(QTabWidget).setCurrentIndex(int(fane))
    dialog.resize(1000, 640)
    yield 700
    yield dialog


def soeg(tekst: str) -> Iterator[object]:
    """The locator with its answers."""
    yield from _hele_kommunen()
    iface.locatorSearch(tekst)
    yield 2500
    yield "skaerm"
    for edit in iface.mainWindow().statusBar().findChildren(QLineEdit):
        if edit.text() == tekst:
            edit.clear()
    iface.mapCanvas().setFocus()
    yield 600


def historik() -> Iterator[object]:
    """The history of the store."""
    shell.panel.history.emit()
    yield 1800
    yield next(
        w for w in QApplication.topLevelWidgets()
        if w.isVisible() and "istorik" in w.metaObject().className()
    )  # fmt: skip


def menu() -> Iterator[object]:
    """The plugin's menu under Plugins."""
    yield from _hele_kommunen()
    top: QMenu = iface.pluginMenu()
    ours = next(a for a in top.actions() if a.text().replace("&", "") == "Mødested")
    bar = iface.mainWindow().menuBar()
    QTimer.singleShot(
        0, lambda: top.popup(bar.mapToGlobal(bar.actionGeometry(top.menuAction()).bottomLeft()))
    )
    yield 600
    top.setActiveAction(ours)
    QTimer.singleShot(
        0, lambda: ours.menu().popup(top.mapToGlobal(top.actionGeometry(ours).topRight()))
    )
    yield 600
    yield "skaerm"
