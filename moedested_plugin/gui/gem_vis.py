# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the form of one row at one field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from moedested_plugin.domain.betingelse import GEOMETRI

from .formular_felt import gaa_til

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


def vis_raekke(
    iface: QgisInterface, layer: QgsVectorLayer, fid: int, felter: Sequence[str] = ()
) -> bool:
    """Show the row on the map and its form, the cursor in the first of the fields. False when the row is gone."""
    if sip.isdeleted(layer):
        return False
    feature = layer.getFeature(fid)
    if not feature.isValid():
        return False
    if GEOMETRI in felter and feature.hasGeometry():
        iface.mapCanvas().zoomToFeatureIds(layer, [fid])
        iface.mapCanvas().flashFeatureIds(layer, [fid])
    dialog = iface.getFeatureForm(layer, feature)
    dialog.show()

    def gaa() -> None:
        if not sip.isdeleted(dialog):
            gaa_til(dialog.attributeForm(), felter)

    QTimer.singleShot(0, gaa)
    return True
