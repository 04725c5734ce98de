# SPDX-License-Identifier: GPL-2.0-or-later
"""One step (skridt) over several layers: whichever of them is undone or redone, the others follow.

QGIS has one undo stack per layer, in `BufferedGroups` too, and Ctrl+Z works on that of the active layer. A layer that
is only to carry the step gets an empty command, so that Ctrl+Z finds the step there as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from types import TracebackType
from typing import cast

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

_adresse = cast("Callable[[object], int]", sip.unwrapinstance)


class Skridt(QObject):
    """Used by `with`: edits inside are one step; an exception takes them all back. Forgets itself when saved."""

    def __init__(self, layers: Iterable[QgsVectorLayer], tekst: str) -> None:
        self._lag = list(dict.fromkeys(layer for layer in layers if layer.isEditable()))
        # The layer keeps it: it must live as long as the stacks do.
        super().__init__(self._lag[0] if self._lag else None)
        self._tekst = tekst
        self._plads: dict[QgsVectorLayer, tuple[int, int]] = {}
        self._gjort = True
        self._foelger: list[tuple[QgsVectorLayer, Callable[[int], None]]] = []

    def __enter__(self) -> Skridt:
        for layer in self._lag:
            layer.beginEditCommand(self._tekst)
        return self

    def __exit__(
        self,
        slags: type[BaseException] | None,
        fejl: BaseException | None,
        spor: TracebackType | None,
    ) -> None:
        for layer in self._lag:
            if slags is None:
                layer.endEditCommand()
            else:
                layer.destroyEditCommand()
        if slags is None:
            self._foelg()

    def _foelg(self) -> None:
        for layer in self._lag:
            stak = layer.undoStack()
            self._plads[layer] = (stak.index(), _adresse(stak.command(stak.index() - 1)))
            flyttet = partial(self._flyttet, layer)
            stak.indexChanged.connect(flyttet)
            self._foelger.append((layer, flyttet))

    def _flyttet(self, layer: QgsVectorLayer, _nr: int) -> None:
        if not all(self._staar(hver) for hver in self._lag):
            self._glem()
            return
        gjort = layer.undoStack().index() >= self._plads[layer][0]
        if gjort == self._gjort:
            return
        self._gjort = gjort
        for anden in self._lag:
            stak, nr = anden.undoStack(), self._plads[anden][0]
            # What was done in that layer afterwards is not taken back silently.
            if not gjort and stak.index() == nr:
                stak.undo()
            elif gjort and stak.index() == nr - 1:
                stak.redo()

    def _staar(self, layer: QgsVectorLayer) -> bool:
        """Whether the command is still in the layer's stack: saving clears it, a new edit after an undo replaces it."""
        if sip.isdeleted(layer):
            return False
        nr, adresse = self._plads[layer]
        stak = layer.undoStack()
        return stak.count() >= nr and _adresse(stak.command(nr - 1)) == adresse

    def _glem(self) -> None:
        for layer, flyttet in self._foelger:
            if not sip.isdeleted(layer):
                layer.undoStack().indexChanged.disconnect(flyttet)
        self._foelger.clear()
        self.deleteLater()
