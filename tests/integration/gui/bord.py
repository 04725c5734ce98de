# SPDX-License-Identifier: GPL-2.0-or-later
"""A canvas with the project's layers and a hand on the mouse: what the tests of links, closings and photos share."""

from __future__ import annotations

from typing import Any, cast

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMessageBar, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.tegn.linje import TegnLinje
from moedested_plugin.gui.tegn.tegner import Tegner
from moedested_plugin.gui.tegn.tilknyt_kort import Nummer
from moedested_plugin.gui.tegn.vaerktoej import Tegneomgivelser
from moedested_plugin.settings import Settings
from tests.integration.gui.redigering import Redigering, ro

X, Y = 690000.0, 6080000.0


class _Rettelser:
    """QGIS's tool that begins editing."""

    def startEditing(self, layer: QgsVectorLayer) -> bool:  # noqa: N802 - as QGIS names it
        return bool(layer.startEditing())


class Iface:
    """What of QGIS a tool uses, each part a real one."""

    def __init__(self) -> None:
        self.vindue = QMainWindow()
        self.canvas = QgsMapCanvas(self.vindue)
        # Drawing reads the file in threads, which a save in the journal mode of the tests must not meet.
        self.canvas.setRenderFlag(False)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
        self.canvas.setExtent(QgsRectangle(X - 150, Y - 150, X + 150, Y + 150))
        self.vindue.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.vindue)
        self.aktivt: QgsVectorLayer | None = None
        self.slippere: list[Any] = []

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self.canvas

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self.vindue

    def activeLayer(self) -> QgsVectorLayer | None:  # noqa: N802
        return self.aktivt

    def setActiveLayer(self, layer: QgsVectorLayer) -> None:  # noqa: N802
        self.aktivt = layer

    def vectorLayerTools(self) -> _Rettelser:  # noqa: N802
        return _Rettelser()

    def addTabifiedDockWidget(  # noqa: N802
        self, area: Any, dok: QgsDockWidget, _ved: list[str], _forrest: bool
    ) -> None:
        self.vindue.addDockWidget(area, dok)

    def removeDockWidget(self, dok: QgsDockWidget) -> None:  # noqa: N802
        self.vindue.removeDockWidget(dok)

    def registerCustomDropHandler(self, slipper: Any) -> None:  # noqa: N802
        self.slippere.append(slipper)

    def unregisterCustomDropHandler(self, slipper: Any) -> None:  # noqa: N802
        self.slippere.remove(slipper)


class Bord:
    """The drawing board: toolbar, canvas and the layers of one who edits."""

    def __init__(self, bo: Redigering) -> None:
        self.bo = bo
        self.iface = Iface()
        self.iface.vindue.resize(1100, 700)
        self.iface.vindue.show()
        self.canvas = self.iface.canvas
        self.current = CurrentProject(bo.project)
        self.messages = Messages(self.iface.bar)
        self.settings, self.tasks = Settings(), Tasks()
        self.om = Tegneomgivelser(
            cast("Any", self.iface), self.current, self.settings, self.tasks,
            self.messages, lambda: bo.store, lambda: True, lambda: self.tegner,
        )  # fmt: skip
        self.tegner = Tegner(self.om)
        self.linje = TegnLinje(self.om)
        layers = [
            self.bo.lag(r)
            for r in ("moedested", "baenk", "facilitet", "vandrerute", "omraade", "udstyr")
        ]
        self.canvas.setLayers(layers)
        ro()

    def luk(self) -> None:
        self.linje.close()
        self.tegner.close()
        self.tasks.close()
        self.settings.close()
        self.messages.close()
        self.current.close()
        ro()
        assert self.paa_kortet() == 0
        self.iface.vindue.close()
        self.iface.vindue.deleteLater()
        ro()

    def taend(self, klasse: str) -> Any:
        self.linje.handlinger[klasse].trigger()
        ro()
        return self.linje._lavet[klasse]

    def pixel(self, x: float, y: float) -> QPoint:
        sted = self.canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y))
        return QPoint(round(sted.x()), round(sted.y()))

    def klik(self, x: float, y: float) -> None:
        """Left button, metres from the middle of the map."""
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self.pixel(x, y))
        ro()

    def esc(self) -> None:
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)
        ro()

    def paa_kortet(self) -> int:
        """How many marks of ours lie on the canvas."""
        return sum(
            isinstance(ting, Nummer) or (isinstance(ting, QgsRubberBand) and ting.zValue() >= 110)
            for ting in self.canvas.scene().items()
        )

    def linjer(self) -> list[str]:
        from tests.integration.gui.redigering import tekst_i

        return [tekst_i(item) for item in self.iface.bar.items()]
