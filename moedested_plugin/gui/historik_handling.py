# SPDX-License-Identifier: GPL-2.0-or-later
"""*Vis historik* where QGIS shows actions on a row: its form, the attribute table, identify, the map's action tool.

It is an action of QGIS and not of the layer, so nothing of it stands in the project file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon

from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabel_af, tabelnavn_af
from moedested_plugin.project.raekke import er_null

if TYPE_CHECKING:
    from qgis.core import QgsFeature


class HistorikHandling(QgsMapLayerAction):
    """`vis(table, key)` opens the history of one row; `sig(sentence)` is for a row that has none."""

    def __init__(
        self, vis: Callable[[str, str], None], sig: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(
            tr("Vis historik"),
            parent,
            Qgis.MapLayerActionTarget.SingleFeature,
            QIcon(":/images/themes/default/mIconHistory.svg"),
        )
        self._vis, self._sig = vis, sig
        self.triggeredForFeatureV2.connect(self.valgt)
        QgsGui.mapLayerActionRegistry().addMapLayerAction(self)

    def close(self) -> None:
        """Take it out of QGIS."""
        QgsGui.mapLayerActionRegistry().removeMapLayerAction(self)
        self.deleteLater()

    def canRunUsingLayer(self, layer: QgsMapLayer | None, *_: object) -> bool:  # noqa: N802 - QGIS's name
        """Whether the layer holds rows that the store keeps the history of."""
        return isinstance(layer, QgsVectorLayer) and bool(noeglefelt(layer))

    def valgt(self, layer: QgsMapLayer, feature: QgsFeature, *_: object) -> None:
        """Open the history of this row."""
        if not isinstance(layer, QgsVectorLayer):
            return
        noegle = feature[noeglefelt(layer)]
        if feature.id() < 0 or er_null(noegle):
            self._sig(tr("Rækken er ikke gemt endnu og har ingen historik."))
            return
        self._vis(tabelnavn_af(layer), str(noegle))


def noeglefelt(layer: QgsVectorLayer) -> str:
    """The field that a row of the layer is known by in the history; empty when there is none."""
    if not tabelnavn_af(layer):
        return ""
    beskrevet = tabel_af(layer)
    return "" if beskrevet.system else beskrevet.noegle
