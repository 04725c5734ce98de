# SPDX-License-Identifier: GPL-2.0-or-later
"""A person with a mouse on a real canvas: what the tests of the drawing tools share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerTools,
)
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsAttributeEditorContext,
    QgsMapCanvas,
    QgsMapToolPan,
    QgsMessageBar,
)
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow

from moedested_plugin.gui import boern_editor
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.tegn import formular_dok
from moedested_plugin.gui.tegn.tegner import Tegner
from moedested_plugin.gui.tegn.vaerktoej import Tegneomgivelser
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store
from tests.integration.gui.redigering import ro

#: A place in the municipality, on land.
X, Y = 690_000.0, 6_080_000.0


class Lagvaerktoej(QgsVectorLayerTools):
    """What QGIS's own does, without its questions."""

    def startEditing(self, layer: QgsVectorLayer) -> bool:  # noqa: N802 - QGIS's name
        return bool(layer.startEditing())

    def stopEditing(self, layer: QgsVectorLayer, allowCancel: bool = True) -> bool:  # noqa: N802, N803 - QGIS's names
        return bool(layer.rollBack())

    def saveEdits(self, layer: QgsVectorLayer) -> bool:  # noqa: N802 - QGIS's name
        return bool(layer.commitChanges(False))


class Iface:
    """The parts of QGIS's window that the tools use, all of them real."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.window)
        self.cad = QgsAdvancedDigitizingDockWidget(self.canvas, self.window)
        self.tools = Lagvaerktoej()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
        self.window.resize(900, 700)
        self.window.show()

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802 - QGIS's name
        return self.canvas

    def mainWindow(self) -> QMainWindow:  # noqa: N802 - QGIS's name
        return self.window

    def messageBar(self) -> QgsMessageBar:  # noqa: N802 - QGIS's name
        return self.bar

    def cadDockWidget(self) -> QgsAdvancedDigitizingDockWidget:  # noqa: N802 - QGIS's name
        return self.cad

    def vectorLayerTools(self) -> QgsVectorLayerTools:  # noqa: N802 - QGIS's name
        return self.tools

    def setActiveLayer(self, layer: QgsVectorLayer) -> None:  # noqa: N802 - QGIS's name
        self.canvas.setCurrentLayer(layer)

    def addTabifiedDockWidget(  # noqa: N802 - QGIS's name
        self, area: Qt.DockWidgetArea, dock: QDockWidget, _beside: list[str], _raise: bool
    ) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:  # noqa: N802 - QGIS's name
        self.window.removeDockWidget(dock)


class Tegnebord:
    """Canvas, mouse and palette on one project."""

    def __init__(self, project: QgsProject, store: Store) -> None:
        self.project, self.store = project, store
        self.iface = cast("Any", Iface())
        self.canvas: QgsMapCanvas = self.iface.canvas
        self.settings = Settings()
        self.tasks = Tasks()
        self.messages = Messages(self.iface.bar)
        self.current = CurrentProject(project)
        ro()
        self.om = Tegneomgivelser(
            self.iface, self.current, self.settings, self.tasks, self.messages,
            lambda: self.store, lambda: True, lambda: self.tegner,
        )  # fmt: skip
        self.pan = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self.pan)
        self.tegner = Tegner(self.om)
        self.se(X, Y)

    def luk(self) -> None:
        self.tegner.close()
        self.tasks.close()
        self.current.close()
        self.messages.close()
        self.settings.close()
        self.canvas.unsetMapTool(self.pan)
        ro()
        self.iface.window.close()
        self.iface.window.deleteLater()
        ro()

    def se(self, x: float, y: float) -> None:
        """Look at 400 m of the map."""
        self.canvas.setExtent(QgsRectangle(x - 200, y - 200, x + 200, y + 200))
        ro()

    def pixel(self, x: float, y: float) -> QPoint:
        sted = self.canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        return QPoint(round(sted.x()), round(sted.y()))

    def flyt(self, x: float, y: float) -> None:
        QTest.mouseMove(self.canvas.viewport(), self.pixel(x, y))
        ro()

    def klik(self, x: float, y: float, knap: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.flyt(x, y)
        QTest.mouseClick(
            self.canvas.viewport(), knap, Qt.KeyboardModifier.NoModifier, self.pixel(x, y)
        )
        ro()

    def tast(self, tast: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget(), tast)
        ro()

    def lag(self, rolle: str) -> QgsVectorLayer:
        layer = self.current.layer(rolle)
        assert layer is not None
        return layer

    def nye(self, rolle: str) -> list[QgsFeature]:
        """Drawn and not saved."""
        layer = self.lag(rolle)
        return list(layer.editBuffer().addedFeatures().values()) if layer.isEditable() else []

    @property
    def form(self) -> Any:
        return self.tegner.formular().dialog


def uden_cad(iface: Any) -> QgsAttributeEditorContext:
    ud = QgsAttributeEditorContext()
    ud.setVectorLayerTools(iface.vectorLayerTools())
    ud.setMapCanvas(iface.mapCanvas())
    return ud


@contextmanager
def tegnebord(project: QgsProject, store: Store) -> Iterator[Tegnebord]:
    """One that leaves nothing behind."""
    boern_editor.tilmeld()
    # Given a dock of advanced digitising, QGIS also wants the canvas that its editors were set up with: here without.
    hel, formular_dok.omgivelser = formular_dok.omgivelser, uden_cad
    bord = Tegnebord(project, store)
    try:
        yield bord
    finally:
        bord.luk()
        boern_editor.frameld()
        formular_dok.omgivelser = hel
