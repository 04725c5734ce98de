# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS with the list of findings, on a real project and store: what the tests of the dock share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerTools,
)
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMainWindow

from moedested_plugin.checks.resultat import Post
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.kontrol.dock import KontrolDock
from moedested_plugin.gui.kontrol.kontrollant import Kontrollant
from moedested_plugin.gui.kontrol.liste import Fundliste, Linje
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store
from tests.integration.gui.redigering import Redigering, ro


class Vaerktoej(QgsVectorLayerTools):
    def startEditing(self, layer: Any) -> bool:  # noqa: N802 - QGIS's name
        return bool(layer.startEditing())


class Qgis(QObject):
    """What the list asks of QGIS, with a real window and map."""

    currentLayerChanged = pyqtSignal(object)  # noqa: N815 - QGIS's name

    def __init__(self) -> None:
        super().__init__()
        self.vindue, self.kort, self.vaerktoej = QMainWindow(), QgsMapCanvas(), Vaerktoej()
        self.kort.resize(400, 300)
        self.vindue.setCentralWidget(self.kort)
        self.vindue.resize(1000, 700)
        self.lag: QgsVectorLayer | None = None

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self.vindue

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self.kort

    def vectorLayerTools(self) -> QgsVectorLayerTools:  # noqa: N802
        return self.vaerktoej

    def activeLayer(self) -> QgsVectorLayer | None:  # noqa: N802
        return self.lag

    def setActiveLayer(self, layer: QgsVectorLayer) -> None:  # noqa: N802
        self.lag = layer
        self.currentLayerChanged.emit(layer)

    def getFeatureForm(self, layer: Any, feature: Any) -> QgsAttributeDialog:  # noqa: N802
        dialog = QgsAttributeDialog(
            layer, feature, False, self.vindue, True, QgsAttributeEditorContext()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def addTabifiedDockWidget(self, area: Any, dock: Any, *_: Any) -> None:  # noqa: N802
        self.vindue.addDockWidget(area, dock)

    def removeDockWidget(self, dock: Any) -> None:  # noqa: N802
        self.vindue.removeDockWidget(dock)


class Rum:
    """One person's list, driven as the user drives it."""

    def __init__(self, project: QgsProject, store: Store, qtbot: QtBot, bo: Redigering) -> None:
        self.qtbot, self.bo, self.store = qtbot, bo, store
        self.maa_rette = True
        self.qgis, self.settings, self.tasks = Qgis(), Settings(), Tasks()
        self.qgis.kort.setDestinationCrs(project.crs())
        self.qgis.vindue.show()
        self.current = CurrentProject(project)
        self.ny()

    def ny(self) -> None:
        """The plugin is started."""
        self.kontrollant = Kontrollant(
            self.qgis, self.current, self.tasks, self.bo.messages, self.settings,  # type: ignore[arg-type]  # as much of QGIS as is asked
            lambda: self.bo.vagt.store, lambda: self.maa_rette,
        )  # fmt: skip

    def luk(self) -> None:
        self.kontrollant.close()
        self.tasks.close()
        self.current.close()
        self.settings.kontrol_initialer.remove()
        self.settings.close()
        self.qgis.vindue.close()
        self.qgis.vindue.deleteLater()
        ro()

    def koer(self) -> None:
        self.kontrollant.vis()
        with self.qtbot.waitSignal(self.kontrollant.aendret, timeout=30_000):
            self.kontrollant.koer()

    def hent(self) -> None:
        """Open the list on what is kept of the last run."""
        self.kontrollant.vis()
        self.qtbot.waitUntil(lambda: self.kontrollant.liste is not None, timeout=30_000)

    @property
    def dock(self) -> KontrolDock:
        assert self.kontrollant.dock is not None
        return self.kontrollant.dock

    @property
    def liste(self) -> Fundliste:
        assert self.kontrollant.liste is not None
        return self.kontrollant.liste

    def linjer(self) -> dict[str, Linje]:
        """The checks that are shown, by code."""
        return {linje.kontrol.kode: linje for linje, _, _ in self.dock.model._linjer}

    def poster(self, kode: str) -> list[Post]:
        linje = self.linjer().get(kode)
        return list(linje.poster) if linje is not None else []

    def vaelg(self, kode: str, navn: str = "") -> None:
        """Choose a check, or the finding of it on the object with this name."""
        linje = self.linjer()[kode]
        post = next((p for p in linje.poster if self.liste.kaldes(p) == navn), None)
        assert bool(navn) == (post is not None)
        plads = self.dock.model.plads(linje.noegle, post.fund_id if post else "")
        self.dock.trae.expand(plads.parent())
        self.dock.trae.setCurrentIndex(plads)

    def tryk(self, knap: str) -> None:
        """Press a button of the dock that can be seen."""
        fundet = getattr(self.dock, knap)
        assert fundet.isVisible(), knap
        fundet.click()
        ro()

    def vent(self, hvad: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(hvad, timeout=30_000)

    def svar(self, goer: Callable[[Any], object]) -> None:
        """Do this with the modal dialog that opens next."""

        def moed() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            try:
                goer(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(0, moed)

    def vis(self, x: float, y: float, meter: float = 100) -> None:
        """Let the map show this."""
        midte = QgsGeometry.fromPointXY(QgsPointXY(x, y)).boundingBox()
        self.qgis.kort.setExtent(QgsRectangle(midte.buffered(meter)))


@pytest.fixture
def rum(bo: Redigering, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rum]:
    """The store's address is that of the open project."""
    monkeypatch.setattr(CurrentProject, "store_address", bo.store.adresse)
    made = Rum(bo.project, bo.store, qtbot, bo)
    ro()
    yield made
    made.luk()
