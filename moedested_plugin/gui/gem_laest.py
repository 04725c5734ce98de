# SPDX-License-Identifier: GPL-2.0-or-later
"""Remembers which version of each row the user has read, so that a save can tell what a colleague did meanwhile."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsFeature, QgsVectorLayer

from moedested_plugin.project.aabent import tabel_af, tabelnavn_af
from moedested_plugin.project.raekke import er_null

from .gem_buffer import VERSION, aflaes, gemte_noegler


class Laest:
    """Key and version per row and layer. Only where several can edit at once: in a database."""

    def __init__(self) -> None:
        self._lag: dict[str, dict[int, tuple[str, int]]] = {}

    def glem(self) -> None:
        """Another project, or nothing is edited any more."""
        self._lag.clear()

    def begynd(self, layer: QgsVectorLayer) -> None:
        """The layer is edited from now on: read all versions in one go."""
        if _deles(layer):
            tabel = tabel_af(layer)
            self._lag[layer.id()] = gemte_noegler(layer, tabel, None)

    def form_aabnet(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """A form shows the row as it is now, which is fresher than what was read when editing began."""
        kendte = self._lag.get(layer.id())
        if kendte is None or feature.id() <= 0 or layer.fields().lookupField(VERSION) < 0:
            return
        version = feature[VERSION]
        if feature.id() not in aflaes(layer).rettede and not er_null(version):
            self.roert(layer, feature.id())
            self.saet(layer, feature.id(), int(version))

    def roert(self, layer: QgsVectorLayer, fid: int) -> None:
        """A row is changed that was not there when editing began: read it now."""
        kendte = self._lag.get(layer.id())
        if kendte is not None and fid > 0 and fid not in kendte:
            tabel = tabel_af(layer)
            kendte.update(gemte_noegler(layer, tabel, [fid]))

    def efter_gem(self, layer: QgsVectorLayer, foer: Mapping[tuple[str, int], int]) -> None:
        """My own rows are one version further, and the new ones are known now.

        Those of others are not re-read: what the user has on the screen may be older.
        """
        kendte = self._lag.get(layer.id())
        if kendte is None:
            return
        tabel = tabel_af(layer)
        for fid, raekke in gemte_noegler(layer, tabel, None).items():
            if fid not in kendte:
                kendte[fid] = raekke
        for (layer_id, fid), version in foer.items():
            if layer_id == layer.id():
                self.saet(layer, fid, version + 1)

    def saet(self, layer: QgsVectorLayer, fid: int, version: int) -> None:
        """The user knows this version of the row."""
        kendte = self._lag.setdefault(layer.id(), {})
        kendte[fid] = (kendte[fid][0] if fid in kendte else "", version)

    def kendte(self, layer: QgsVectorLayer) -> Mapping[int, tuple[str, int]]:
        """Key and version of the layer's rows as the user has read them."""
        return self._lag.get(layer.id(), {})


def _deles(layer: QgsVectorLayer) -> bool:
    return layer.providerType() == "postgres" and bool(tabelnavn_af(layer))
