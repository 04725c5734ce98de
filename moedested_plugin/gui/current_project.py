# SPDX-License-Identifier: GPL-2.0-or-later
"""The open QGIS project, seen as a Mødested project: its layers by role, its store, what is not yet saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal, pyqtSignal

from moedested_plugin.project.aabent import lag_af_rolle, rolle_af, store_adresse

if TYPE_CHECKING:
    from moedested_plugin.drawing.skridt import Skridt


@dataclass(frozen=True)
class Unsaved:
    """What waits to be saved in one layer."""

    layer: QgsVectorLayer
    rows: int


class CurrentProject(QObject):
    """Follows a project that it is given. Signals come once per burst of changes, when control is back in QGIS."""

    #: Another project, or other layers of ours. A layer that the user adds beside them stops nobody from drawing.
    replaced = pyqtSignal()
    #: Something was drawn, changed or undone, and is not saved.
    edited = pyqtSignal()
    #: Something was saved.
    saved = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self.project = project
        self._followed: list[QgsVectorLayer] = []
        self._another = True
        self._replaced = self._burst(self._follow, 0)
        self._edited = self._burst(self.edited.emit, 250)
        self._saved = self._burst(self.saved.emit, 250)
        for signal in self._project_signals():
            signal.connect(self._replaced.start)
        for signal in (project.readProject, project.cleared):
            signal.connect(self._other_project)
        self._replaced.start()

    def close(self) -> None:
        """Let go of the project and its layers."""
        for timer in (self._replaced, self._edited, self._saved):
            timer.stop()
        for signal in self._project_signals():
            signal.disconnect(self._replaced.start)
        for signal in (self.project.readProject, self.project.cleared):
            signal.disconnect(self._other_project)
        self._unfollow()
        if "skridt" in vars(self):
            self.skridt.close()
        self.deleteLater()

    # What is there -------------------------------------------------------------------------------------

    @property
    def is_moedested(self) -> bool:
        """Whether the open project is one of ours, even when its data cannot be found."""
        return lag_af_rolle(self.project, "moedested") is not None

    def layer(self, role: str) -> QgsVectorLayer | None:
        """The usable layer with this role."""
        return next(iter(self.layers_of([role])), None)

    def layers_of(self, roles: Iterable[str]) -> list[QgsVectorLayer]:
        """The usable layers with these roles, in the order of the roles; one look at the project for all of them."""
        wanted = list(roles)
        usable: dict[str, QgsVectorLayer] = {}
        for role, layer in self._by_role():
            if role in wanted and layer.isValid():
                usable.setdefault(role, layer)
        return [usable[role] for role in wanted if role in usable]

    def layers(self) -> list[QgsVectorLayer]:
        """All layers that have a role."""
        return [layer for _, layer in self._by_role()]

    def _by_role(self) -> list[tuple[str, QgsVectorLayer]]:
        """Asked several times in one click: of each layer once."""
        return [
            (role, layer)
            for layer in self.project.mapLayers().values()
            if isinstance(layer, QgsVectorLayer) and (role := rolle_af(layer))
        ]

    @property
    def store_address(self) -> str:
        """What STORE would be: the path of the GeoPackage, or the name of the PostGIS connection; else empty."""
        return store_adresse(self.project)

    def unsaved(self) -> list[Unsaved]:
        """Layers with rows that are not yet saved."""
        found = [Unsaved(layer, rows) for layer in self.layers() if (rows := unsaved_rows(layer))]
        return sorted(found, key=lambda each: each.layer.name())

    @cached_property
    def skridt(self) -> Skridt:
        """What is undone and redone together, across its layers."""
        from moedested_plugin.drawing.skridt import Skridt

        return Skridt(self.project)

    # Following -----------------------------------------------------------------------------------------

    def _burst(self, slot: Callable[[], None], wait: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(slot)
        return timer

    def _project_signals(self) -> tuple[pyqtBoundSignal, ...]:
        project = self.project
        return (project.readProject, project.cleared, project.layersAdded, project.layersRemoved)

    def _layer_signals(self, layer: QgsVectorLayer) -> Iterator[tuple[pyqtBoundSignal, QTimer]]:
        for signal in (
            layer.layerModified,
            layer.editingStarted,
            layer.editingStopped,
            layer.afterRollBack,
            layer.readOnlyChanged,
        ):
            yield signal, self._edited
        yield layer.afterCommitChanges, self._saved

    def _other_project(self, *_: object) -> None:
        self._another = True

    def _follow(self) -> None:
        before, another, self._another = self._followed, self._another, False
        self._unfollow()
        self._followed = self.layers()
        for layer in self._followed:
            for signal, timer in self._layer_signals(layer):
                signal.connect(timer.start)
        # The very objects: a layer that has come again is another one.
        if another or list(map(id, before)) != list(map(id, self._followed)):
            self.replaced.emit()

    def _unfollow(self) -> None:
        for layer in self._followed:
            if not sip.isdeleted(layer):
                for signal, timer in self._layer_signals(layer):
                    signal.disconnect(timer.start)
        self._followed = []


def unsaved_rows(layer: QgsVectorLayer) -> int:
    """How many rows of the layer are added, changed or deleted and not yet saved."""
    buffer = layer.editBuffer()
    if buffer is None:
        return 0
    changed = {*buffer.changedAttributeValues(), *buffer.changedGeometries()}
    known = {fid for fid in changed if fid not in buffer.addedFeatures()}
    return len(buffer.addedFeatures()) + len(buffer.deletedFeatureIds()) + len(known)
