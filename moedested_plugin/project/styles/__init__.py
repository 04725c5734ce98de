# SPDX-License-Identifier: GPL-2.0-or-later
"""How the layers look: renderer, labels, scale bands and map tips, all from `domain.signatur`."""

from __future__ import annotations

from qgis.core import QgsNullSymbolRenderer, QgsVectorLayer

from moedested_plugin.domain.signaturer import SIGNATURER

from .etiketter import labeling
from .korttip import map_tip
from .regler import renderer


def apply_style(layer: QgsVectorLayer, rolle: str, *, offentlig: bool = False) -> None:
    """Give the layer the look of its role.

    `offentlig` leaves out what never stands in a published row, and names only columns that such a row has.
    Layers to look things up in are not drawn; tables, and the background, are left as they are.
    """
    if rolle.startswith("opslag_"):
        layer.setRenderer(QgsNullSymbolRenderer())
        layer.setLabelsEnabled(False)
        return
    if rolle not in SIGNATURER:
        return
    layer.setRenderer(renderer(rolle, offentlig=offentlig))
    _limit_scale(layer, rolle)
    labels = labeling(rolle, offentlig=offentlig)
    layer.setLabelsEnabled(labels is not None)
    if labels is not None:
        layer.setLabeling(labels)
    layer.setMapTipTemplate(map_tip(rolle, offentlig=offentlig))
    layer.setMapTipsEnabled(True)


def _limit_scale(layer: QgsVectorLayer, rolle: str) -> None:
    """Spare QGIS from reading rows that no signature draws at this scale."""
    farthest = [signatur.skala.til for signatur in SIGNATURER[rolle]]
    layer.setScaleBasedVisibility(0 not in farthest)
    if 0 not in farthest:
        layer.setMinimumScale(max(farthest))
        layer.setMaximumScale(0)
