# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets the map stand still in the moment that editing begins on a GeoPackage.

QGIS opens the file for writing then, and its journal changes kind. A drawing thread that is just opening the same file
opens it in the kind before, reads nothing, and leaves its dead connection among those that QGIS keeps for the next
minute: the next form has empty lists (seen in QGIS 3.40, once in a few thousand times on a busy machine).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QThreadPool

from .forbindelser import Forbindelser

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from .current_project import CurrentProject

#: Drawing that was told to stop does so in a few milliseconds; a service that is waited for must not hold the user (ms).
PATIENCE = 1000


class EditStart(QObject):
    """Follows the layers of the open project; `canvas` is the map that may be drawing them."""

    def __init__(self, current: CurrentProject, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._current = current
        self._canvas = canvas
        self._layers = Forbindelser()
        current.replaced.connect(self._follow)
        self._follow()

    def close(self) -> None:
        """Let go of the project and its layers."""
        self._current.replaced.disconnect(self._follow)
        self._layers.slip()
        self.deleteLater()

    def _follow(self) -> None:
        self._layers.slip()
        for layer in self._current.layers():
            if layer.providerType() == "ogr":
                self._layers.lyt(layer, layer.beforeEditingStarted, self._begins)

    def _begins(self) -> None:
        """The first of the layers that QGIS opens together changes the journal; the others find it changed."""
        if any(other.isEditable() for other in self._current.layers()):
            return
        self._canvas.stopRendering()
        QThreadPool.globalInstance().waitForDone(PATIENCE)
        self._canvas.refresh()
