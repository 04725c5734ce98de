# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the dialog of printing: its products, its layouts, the frame on the map."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_driver import iface
from qgis import utils
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

shell = utils.plugins["moedested_plugin"].shell
GEDSER = QgsRectangle(688500, 6047500, 697000, 6055000)


def dialog(skabelon: str) -> Iterator[object]:
    """The dialog with a product chosen."""
    yield from _vis(skabelon)
    yield shell.printing.dialog
    shell.printing.dialog.reject()
    yield 300


def ramme() -> Iterator[object]:
    """A frame at a fixed scale follows the mouse."""
    yield from _vis("kortbilag")
    form = shell.printing.dialog.form
    maalestok = form.felter.widgets["maalestok"]
    maalestok.setCurrentIndex(maalestok.findData("25000"))
    yield 1500
    form.tegn_knap.click()
    yield 800
    midte = iface.mapCanvas().viewport().rect().center()
    QTest.mouseMove(iface.mapCanvas().viewport(), midte + QPoint(-40, 10))
    yield 800
    yield iface.mainWindow()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    maalestok.setCurrentIndex(0)
    shell.printing.dialog.reject()
    yield 300


def layouter() -> Iterator[object]:
    """A print has become a layout of the project."""
    yield from _vis("oversigt")
    shell.printing.dialog.foej_knap.click()
    yield 3000
    shell.printing.dialog.faner.setCurrentIndex(1)
    shell.printing.dialog.layouter.liste.setCurrentRow(0)
    shell.printing.dialog.layouter.opdater_knap.click()
    yield 2500
    yield shell.printing.dialog
    shell.printing.dialog.faner.setCurrentIndex(0)
    shell.printing.dialog.reject()
    yield 300


def designer() -> Iterator[object]:
    """The same layout in QGIS's own window for hand work."""
    layout = QgsProject.instance().layoutManager().layouts()[0]
    vindue = iface.openLayoutDesigner(layout)
    yield 2500
    vindue.window().setGeometry(0, 0, 1366, 768)
    yield 1500
    vindue.view().zoomFull()
    yield 3000
    yield vindue.window()
    vindue.close()
    yield 500


def _vis(skabelon: str) -> Iterator[object]:
    canvas = iface.mapCanvas()
    canvas.setExtent(GEDSER)
    canvas.refresh()
    yield 1500
    shell.printing.vis()
    shell.printing.dialog.skabeloner.vaelg(skabelon)
    yield 2500
