# SPDX-License-Identifier: GPL-2.0-or-later
"""One step to the user, two layers to QGIS: commands that are undone and redone together (bundet).

QGIS has an undo stack for each layer, and undoes the latest command of the active one. Commands that are bound follow each
other, as long as nothing newer lies on the other's stack.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QUndoStack


class Stak(QObject):
    """The undo stack of a layer, which tells a new command from one that is undone or redone."""

    #: A command was done for the first time.
    ny = pyqtSignal()
    #: One was undone (True) or redone (False), or all were forgotten (True).
    gaaet = pyqtSignal(bool)

    def __init__(self, layer: QgsVectorLayer, parent: QObject) -> None:
        super().__init__(parent)
        self.layer = layer
        self._kendte = self._adresser()
        self._foer = self.plads
        self._stak.indexChanged.connect(self._skiftet)

    def slip(self) -> None:
        """Let go of the layer."""
        if not sip.isdeleted(self.layer):
            self._stak.indexChanged.disconnect(self._skiftet)
        self.deleteLater()

    @property
    def _stak(self) -> QUndoStack:
        return self.layer.undoStack()

    @property
    def plads(self) -> int:
        """How many commands are done."""
        return int(self._stak.index())

    def adresse(self, plads: int) -> int:
        """What the command at a place is known by: a new one never has the address of the one it takes the place of."""
        kommando = self._stak.command(plads - 1) if 0 < plads <= self._stak.count() else None
        return 0 if kommando is None else int(cast("Any", sip).unwrapinstance(kommando))

    def seneste(self) -> Led:
        """The latest command."""
        return Led(self, self.plads, self.adresse(self.plads))

    def fortryd(self) -> None:
        """Undo the latest."""
        self._stak.undo()

    def gentag(self) -> None:
        """Redo the next."""
        self._stak.redo()

    def _adresser(self) -> list[int]:
        return [self.adresse(nr + 1) for nr in range(self._stak.count())]

    def _skiftet(self, plads: int) -> None:
        foer, self._kendte = self._kendte, self._adresser()
        tilbage, self._foer = plads < self._foer, plads
        er_ny = plads == len(self._kendte) > 0 and (
            len(foer) < plads or foer[plads - 1] != self._kendte[-1]
        )
        if er_ny:
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
        return self.stak.adresse(self.plads) == self.adresse != 0

    @property
    def gjort(self) -> bool:
        """It is done, and not undone."""
        return self.stak.plads >= self.plads


class Bundet(QObject):
    """Keeps pairs of commands together."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._par: list[tuple[Led, Led]] = []
        self._i_gang = False
        self._fulgte: list[tuple[Stak, Callable[[bool], None]]] = []

    def foelg(self, stak: Stak) -> None:
        """From now on commands of this layer can be bound."""
        slot = partial(self._gaaet, stak)
        stak.gaaet.connect(slot)
        self._fulgte.append((stak, slot))

    def slip(self) -> None:
        """Forget everything."""
        for stak, slot in self._fulgte:
            stak.gaaet.disconnect(slot)
        self._fulgte.clear()
        self._par.clear()

    def bind(self, a: Led, b: Led) -> None:
        """The two commands are one step."""
        self._ryd()
        self._par.append((a, b))

    def _ryd(self) -> None:
        self._par = [par for par in self._par if par[0].staar and par[1].staar]

    def _gaaet(self, stak: Stak, tilbage: bool) -> None:
        if self._i_gang:
            return
        self._ryd()
        self._i_gang = True
        try:
            self._foelges(stak, tilbage)
        finally:
            self._i_gang = False

    def _foelges(self, stak: Stak, tilbage: bool) -> None:
        """A chain of pairs follows along: what goes with the one takes its own other halves along."""
        venter = [stak]
        # The undo panel may go several steps at once: undone from the latest, redone from the first.
        par = self._par[::-1] if tilbage else self._par
        while venter:
            nu = venter.pop()
            for den, anden in (led for a, b in par for led in ((a, b), (b, a))):
                if den.stak is not nu or den.gjort is tilbage or anden.gjort is not tilbage:
                    continue
                if tilbage and anden.stak.plads == anden.plads:
                    anden.stak.fortryd()
                    venter.append(anden.stak)
                elif not tilbage and anden.stak.plads == anden.plads - 1:
                    anden.stak.gentag()
                    venter.append(anden.stak)
