# SPDX-License-Identifier: GPL-2.0-or-later
"""The new (ny) route, from the last click until it lies in its layer: it waits in the docked form, and can be dragged meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

if TYPE_CHECKING:
    from moedested_plugin.drawing.rutetegning import Tegning

    from .rute_efter import RuteEfter
    from .tegner import Tegner


class RuteNy(QObject):
    """Hands the route to the palette's form, and the handles on it to `RuteEfter`."""

    def __init__(self, tegner: Tegner, efter: RuteEfter) -> None:
        super().__init__()
        self._tegner, self._efter = tegner, efter
        self._layer: QgsVectorLayer | None = None
        self._tegning: Tegning | None = None
        tegner.lagt_ind.connect(self._lagt_ind)
        tegner.form_sluppet.connect(self._opgivet)

    def close(self) -> None:
        """Let go of the palette."""
        self._tegner.lagt_ind.disconnect(self._lagt_ind)
        self._tegner.form_sluppet.disconnect(self._opgivet)
        self.deleteLater()

    def tag(self, rolle: str, layer: QgsVectorLayer, tegning: Tegning) -> None:
        """Show the form of the route."""
        self._layer, self._tegning = layer, tegning
        self._efter.tag_fat(layer, None, tegning, self._flyttet)
        self._tegner.rute_tegnet(rolle, tegning.vej.geometri())

    def glem(self) -> None:
        """The tool is off: the form goes on alone."""
        self._layer = self._tegning = None

    def _flyttet(self, geometri: QgsGeometry) -> None:
        self._tegner.rute_flyttet(geometri)

    def _lagt_ind(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        if layer is not self._layer or self._tegning is None:
            return
        tegning = self._efter.tegning or self._tegning
        self.glem()
        self._efter.tag_fat(layer, feature.id(), tegning)

    def _opgivet(self) -> None:
        """Annullér: nothing of it stays."""
        if self._layer is not None:
            self.glem()
            self._efter.giv_slip()
