# SPDX-License-Identifier: GPL-2.0-or-later
"""A new object and its children go together (sammen): one undo takes both back, one redo brings both again.

QGIS has one undo stack per layer, and Ctrl+Z works on that of the active layer. So the children follow their parent.
"""

from __future__ import annotations

from typing import cast

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer, QgsVectorLayerEditBuffer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from moedested_plugin.i18n import tr


class Sammen(QObject):
    """Follows the new objects of a project until they are saved."""

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        #: (layer's id, the object's id) -> the object as it was drawn: its key is what children refer to.
        self._noegler: dict[tuple[str, int], QgsFeature] = {}
        self._taget_med: dict[tuple[str, int], list[QgsVectorLayer]] = {}
        self._lag: list[QgsVectorLayer] = []

    def foelg(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """From now on this new object and its children are one."""
        self._noegler[layer.id(), feature.id()] = QgsFeature(feature)
        if layer not in self._lag:
            self._lag.append(layer)
            layer.featureDeleted.connect(self._vaek)
            layer.featureAdded.connect(self._igen)
            # Saving deletes the temporary ids and adds the lasting ones: nothing is undone then.
            layer.committedFeaturesAdded.connect(self._gemt)
            layer.editingStopped.connect(self._gemt)

    def close(self) -> None:
        """Let go of all of them."""
        for layer in self._lag:
            if not sip.isdeleted(layer):
                layer.featureDeleted.disconnect(self._vaek)
                layer.featureAdded.disconnect(self._igen)
                layer.committedFeaturesAdded.disconnect(self._gemt)
                layer.editingStopped.disconnect(self._gemt)
        self._lag.clear()
        self._noegler.clear()
        self._taget_med.clear()

    def _vaek(self, fid: int) -> None:
        layer = cast("QgsVectorLayer", self.sender())
        feature = self._noegler.get((layer.id(), fid))
        buffer = buffer_i(layer)
        if feature is None or buffer is None or fid in buffer.addedFeatures():
            return
        med = []
        for relation in self._project.relationManager().referencedRelations(layer):
            barn = relation.referencingLayer()
            if barn in med or not barn.isEditable():
                continue
            nye = _nye_boern(barn, relation.fieldPairs(), feature)
            if nye:
                barn.beginEditCommand(tr("Fortryd sammen med {0}").format(layer.name()))
                barn.deleteFeatures(nye)
                barn.endEditCommand()
                med.append(barn)
        self._taget_med[layer.id(), fid] = med

    def _igen(self, fid: int) -> None:
        layer = cast("QgsVectorLayer", self.sender())
        for barn in self._taget_med.pop((layer.id(), fid), []):
            if not sip.isdeleted(barn) and barn.isEditable():
                barn.undoStack().undo()

    def _gemt(self, *_: object) -> None:
        layer = cast("QgsVectorLayer", self.sender())
        for noegle in [noegle for noegle in self._noegler if noegle[0] == layer.id()]:
            del self._noegler[noegle]
            self._taget_med.pop(noegle, None)


def buffer_i(layer: QgsVectorLayer) -> QgsVectorLayerEditBuffer | None:
    """What is not saved in the layer; None while it is not edited, whatever the stubs say."""
    return cast("QgsVectorLayerEditBuffer | None", layer.editBuffer())


def _nye_boern(barn: QgsVectorLayer, par: dict[str, str], feature: QgsFeature) -> list[int]:
    """The unsaved rows that refer to the object."""
    buffer = buffer_i(barn)
    nye = buffer.addedFeatures() if buffer is not None else {}
    return [
        fid
        for fid, raekke in nye.items()
        if all(raekke[her] == feature[der] for her, der in par.items())
    ]
