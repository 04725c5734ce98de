# SPDX-License-Identifier: GPL-2.0-or-later
"""Notices that QGIS is about to save all layers of the project.

With buffered transaction groups QGIS 3.40 emits no `beforeCommitChanges` and offers no veto. But the first thing that
a save does is to ask every layer of the group whether it is modified, and each layer says that it is asked. Others ask
single layers, or many in the order of the legend; the group asks in an order of its own, which is learnt by asking it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtBoundSignal


class FoerGem(QObject):
    """Calls `foer` each time the whole group has been asked in one go."""

    def __init__(self, project: QgsProject, foer: Callable[[], None]) -> None:
        super().__init__()
        self._project = project
        self._foer = foer
        self._fulgte: list[tuple[QgsVectorLayer, Callable[[], None]]] = []
        self._orden: list[str] = []
        self._plads = 0
        self._hoert: list[str] | None = None
        for signal in self._projektets():
            signal.connect(self._forny)
        self._forny()

    def close(self) -> None:
        """Let go of the project and its layers."""
        for signal in self._projektets():
            signal.disconnect(self._forny)
        self._slip()

    def _projektets(self) -> tuple[pyqtBoundSignal, ...]:
        project = self._project
        return (project.layersAdded, project.layersRemoved, project.readProject, project.cleared)

    def _forny(self, *_: object) -> None:
        self._slip()
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer):
                spurgt = partial(self._spurgt, layer.id())
                layer.beforeModifiedCheck.connect(spurgt)
                layer.editingStarted.connect(self._glem)
                self._fulgte.append((layer, spurgt))

    def _slip(self) -> None:
        for layer, spurgt in self._fulgte:
            if not sip.isdeleted(layer):
                layer.beforeModifiedCheck.disconnect(spurgt)
                layer.editingStarted.disconnect(self._glem)
        self._fulgte.clear()
        self._glem()

    def _glem(self) -> None:
        self._orden, self._plads = [], 0

    def _spurgt(self, layer_id: str) -> None:
        if self._hoert is not None:
            self._hoert.append(layer_id)
            return
        if {layer.id() for layer in self._project.editBufferGroup().layers()} != set(self._orden):
            self._laer()
        if not self._orden:
            return
        if layer_id == self._orden[self._plads]:
            self._plads += 1
        else:
            self._plads = int(layer_id == self._orden[0])
        if self._plads == len(self._orden):
            self._plads = 0
            self._foer()

    def _laer(self) -> None:
        self._hoert = []
        self._project.editBufferGroup().modifiedLayers()
        self._orden, self._hoert, self._plads = self._hoert, None, 0
