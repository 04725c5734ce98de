# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets the map stand still in the moment that editing begins on a GeoPackage.

QGIS opens the file for writing then, and its journal changes kind. A drawing thread that is just opening the same file
opens it in the kind before, reads nothing, and leaves its dead connection among those that QGIS keeps for the next
minute: the next form has empty lists (seen in QGIS 3.40, once in a few thousand times on a busy machine).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QThreadPool, pyqtBoundSignal

from .current_project import role_of
from .forbindelser import Forbindelser

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

#: Drawing that was told to stop does so in a few milliseconds; a service that is waited for must not hold the user (ms).
PATIENCE = 1000


class EditStart(QObject):
    """Follows the layers of a project; `canvas` is the map that may be drawing them."""

    def __init__(self, project: QgsProject, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._project = project
        self._canvas = canvas
        self._layers = Forbindelser()
        for signal in self._signals():
            signal.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """Let go of the project and its layers."""
        for signal in self._signals():
            signal.disconnect(self._follow)
        self._layers.slip()
        self.deleteLater()

    def _signals(self) -> tuple[pyqtBoundSignal, ...]:
        project = self._project
        return (project.layersAdded, project.layersRemoved, project.readProject, project.cleared)

    def _ours(self) -> Iterable[QgsVectorLayer]:
        return (
            layer
            for layer in self._project.mapLayers().values()
            if isinstance(layer, QgsVectorLayer) and role_of(layer)
        )

    def _follow(self, *_: object) -> None:
        from moedested_plugin.store import er_geopackage

        self._layers.slip()
        for layer in self._ours():
            if er_geopackage(layer.source().partition("|")[0]):
                self._layers.lyt(layer, layer.beforeEditingStarted, self._begins)

    def _begins(self) -> None:
        """The first of the layers that QGIS opens together changes the journal; the others find it changed."""
        if any(other.isEditable() for other in self._ours()):
            return
        self._canvas.stopRendering()
        QThreadPool.globalInstance().waitForDone(PATIENCE)
        self._canvas.refresh()
