# SPDX-License-Identifier: GPL-2.0-or-later
"""Stops a save that QGIS has begun, and leaves no trace.

QGIS 3.40 has no veto. But its first step, before anything is sent, is to look at the geometry type of the new rows. A
row with the wrong type, put into a modified layer at the last moment, lets that step fail: nothing is sent, and every
edit stays. The row is taken out again at once, so that undo, buffer and map are as they were.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip


class Veto:
    """At most one row that QGIS cannot save."""

    def __init__(self) -> None:
        self._layer: QgsVectorLayer | None = None

    @property
    def nedlagt(self) -> bool:
        """Whether the save that is under way will fail."""
        return self._layer is not None

    def nedlaeg(self, lagene: Sequence[QgsVectorLayer]) -> None:
        """Let the save fail. `lagene` are modified, so QGIS looks at each.

        One with nothing to redo is best: a new row empties the layer's list of what can be redone.
        """
        if self.nedlagt or not lagene:
            return
        layer = min(lagene, key=lambda lag: lag.undoStack().canRedo())
        forkert = "Point(0 0)"
        if layer.geometryType() in {Qgis.GeometryType.Point, Qgis.GeometryType.Null}:
            forkert = "LineString(0 0, 1 1)"
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(forkert))
        buffer = layer.editBuffer()
        buffer.blockSignals(True)  # no table and no map is to see it
        try:
            buffer.addFeature(feature)
        finally:
            buffer.blockSignals(False)
        self._layer = layer

    def ophaev(self) -> None:
        """Take the row out."""
        layer, self._layer = self._layer, None
        if layer is None or sip.isdeleted(layer) or layer.editBuffer() is None:
            return
        fjern_seneste(layer)


def fjern_seneste(layer: QgsVectorLayer) -> None:
    """Undo the layer's latest command, and forget that it was there."""
    stak = layer.undoStack()
    kommando = stak.command(stak.index() - 1)
    if kommando is None:
        return
    buffer = layer.editBuffer()
    buffer.blockSignals(True)
    try:
        kommando.undo()
        kommando.setObsolete(True)
        stak.undo()
    finally:
        buffer.blockSignals(False)
