# SPDX-License-Identifier: GPL-2.0-or-later
"""One editor at a time in a GeoPackage: takes the lock when a project opens, gives it back when it closes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .panel_state import Access, Remedy

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from moedested_plugin.store.laas import Laas

    from .current_project import CurrentProject

_LOG = logging.getLogger(__name__)

#: On a layer that was made read-only because a colleague edits. Saved with the project, and so is read-only.
MARK = "moedested/laast"
#: How often a sign of life is given (ms).
HEARTBEAT = 5 * 60 * 1000


class EditLock(QObject):
    """Follows the open project; `access` says whether its store can be edited."""

    changed = pyqtSignal()
    #: The lock was taken over by somebody; the sentence says by whom.
    lost = pyqtSignal(str)

    def __init__(self, current: CurrentProject, user: Callable[[], str]) -> None:
        super().__init__()
        self.access = Access(can_edit=True)
        self._current = current
        self._user = user
        self._address = ""
        self._lock: Laas | None = None
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(HEARTBEAT)
        self._heartbeat.timeout.connect(self.beat)

    def close(self) -> None:
        """Let go, and leave the layers as the project has them."""
        self._release()
        self._set_editable(True)
        self.deleteLater()

    def follow(self) -> None:
        """The project or its layers are others: hold the lock of the GeoPackage that is open now, and no other."""
        address = self._current.store_address
        if address:
            from moedested_plugin.store import er_geopackage

            if not er_geopackage(address) or not Path(address).is_file():
                address = ""
        if address != self._address or self._lock is None:
            self._release()
            self._address = address
            self.access = self._taken() if address else Access(can_edit=True)
        self._set_editable(self.access.can_edit)
        self.changed.emit()

    def take_over(self) -> None:
        """Break the other's lock, after a person has said so, and take it."""
        from moedested_plugin.store import laas

        if self._address:
            laas.bryd(self._address)
            _LOG.info("Låsen på %s er overtaget", Path(self._address).name)
            self.follow()

    def beat(self) -> None:
        """Give a sign of life, and notice when the lock was taken over."""
        if self._lock is None or self._lock.forny():
            return
        self._lock = None
        self._heartbeat.stop()
        self.access = self._taken()
        self._set_editable(self.access.can_edit)
        if not self.access.can_edit:
            self.lost.emit(self.access.sentence)
        self.changed.emit()

    def _taken(self) -> Access:
        from moedested_plugin.store import laas
        from moedested_plugin.store.fejl import Optaget, Skrivebeskyttet

        try:
            self._lock = laas.tag(self._address, self._user())
        except Optaget as busy:
            owner = laas.ejer(self._address)
            stale = owner is None or owner.er_mig or owner.er_foraeldet
            return Access(False, str(busy), Remedy.OPEN_ANYWAY if stale else Remedy.NONE)
        except Skrivebeskyttet as refused:
            return Access(False, str(refused))
        self._heartbeat.start()
        return Access(can_edit=True)

    def _release(self) -> None:
        self._heartbeat.stop()
        if self._lock is not None:
            try:
                self._lock.slip()
            except OSError:  # the network drive is gone; the lock grows stale by itself
                _LOG.warning("Låsen på %s kunne ikke slippes", Path(self._address).name)
        self._lock = None
        self._address = ""

    def _set_editable(self, editable: bool) -> None:
        """Make our layers read-only, or undo it. What the project itself has made read-only stays so."""
        for layer in self._current.layers():
            if editable:
                _open(layer)
            elif not layer.readOnly() and layer.setReadOnly(True):
                layer.setCustomProperty(MARK, True)


def _open(layer: QgsVectorLayer) -> None:
    if layer.customProperty(MARK):
        layer.setReadOnly(False)
        layer.removeCustomProperty(MARK)
