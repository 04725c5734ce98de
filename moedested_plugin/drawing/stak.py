# SPDX-License-Identifier: GPL-2.0-or-later
"""The undo stack (stak) of one layer, which tells a new command from one that is undone or redone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

_hvor = cast("Callable[[object], int]", sip.unwrapinstance)


class Stak(QObject):
    """Follows the layer until `slip`."""

    #: A command was done for the first time.
    ny = pyqtSignal()
    #: One was undone (True) or redone (False), or all were forgotten (True).
    gaaet = pyqtSignal(bool)

    def __init__(self, layer: QgsVectorLayer, parent: QObject) -> None:
        super().__init__(parent)
        self.layer = layer
        self._kendte = [self.adresse(nr + 1) for nr in range(self._stak.count())]
        self._foer = self.plads
        self._stak.indexChanged.connect(self._skiftet)

    def slip(self) -> None:
        """Let go of the layer."""
        if not sip.isdeleted(self.layer):
            self._stak.indexChanged.disconnect(self._skiftet)
        self.deleteLater()

    @property
    def _stak(self) -> Any:  # noqa: ANN401 - QUndoStack, which is a part of Qt's widgets
        return self.layer.undoStack()

    @property
    def plads(self) -> int:
        """How many commands are done."""
        return int(self._stak.index())

    def adresse(self, plads: int) -> int:
        """What the command at a place is known by: a new one never has the address of the one it takes the place of."""
        kommando = self._stak.command(plads - 1) if 0 < plads <= self._stak.count() else None
        return 0 if kommando is None else _hvor(kommando)

    def seneste(self) -> Led:
        """The latest command that is done."""
        return Led(self, self.plads, self.adresse(self.plads))

    def fortryd(self) -> None:
        """Undo the latest."""
        self._stak.undo()

    def gentag(self) -> None:
        """Redo the next."""
        self._stak.redo()

    def _skiftet(self, plads: int) -> None:
        if sip.isdeleted(self.layer):  # it goes, and empties its stack
            return
        tilbage, self._foer = plads < self._foer, plads
        antal = self._stak.count()
        if not antal:
            self._kendte.clear()
            self.gaaet.emit(True)
        elif plads == antal and self._kendte[plads - 1 : plads] != [self.adresse(plads)]:
            # It also takes the place of those that were undone.
            self._kendte[plads - 1 :] = [self.adresse(plads)]
            self.ny.emit()
        else:
            self.gaaet.emit(tilbage)


@dataclass(frozen=True)
class Led:
    """A command at its place on the stack."""

    stak: Stak
    plads: int
    adresse: int

    @property
    def staar(self) -> bool:
        """It is still there, done or undone."""
        if sip.isdeleted(self.stak) or sip.isdeleted(self.stak.layer):
            return False
        return self.stak.adresse(self.plads) == self.adresse != 0

    @property
    def gjort(self) -> bool:
        """It is done, and not undone."""
        return self.stak.plads >= self.plads

    def skift(self, *, gjort: bool) -> bool:
        """Undo or redo it. False where something else on its stack would go first: that is nobody's to take back silently."""
        if gjort and self.stak.plads == self.plads - 1:
            self.stak.gentag()
            return True
        if not gjort and self.stak.plads == self.plads:
            self.stak.fortryd()
            return True
        return False
