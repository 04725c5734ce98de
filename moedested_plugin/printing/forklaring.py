# SPDX-License-Identifier: GPL-2.0-or-later
"""The legend (forklaring): the signs that are seen on a map, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLayerTree,
    QgsLayoutItemLegend,
    QgsLegendStyle,
    QgsMapLayer,
    QgsVectorLayer,
)

from .stil import Skrift

if TYPE_CHECKING:
    from qgis.core import QgsLayoutItemMap

    from .ark import Ark


def placer_forklaring(
    ark: Ark,
    kort: QgsLayoutItemMap,
    lag: Sequence[QgsMapLayer],
    x: float,
    y: float,
    bredde: float,
    hoejde: float,
    *,
    spalter: int = 1,
) -> QgsLayoutItemLegend:
    """Place the legend of the map inside the box; it is made smaller until it fits."""
    skala = ark.papir.skala
    legend = QgsLayoutItemLegend(ark.layout)
    ark.tilfoej(legend, "forklaring", x, y, bredde, hoejde)
    legend.setLinkedMap(kort)
    legend.setAutoUpdateModel(False)
    root: QgsLayerTree = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in lag:
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            root.addLayer(layer)
    legend.setLegendFilterByMapEnabled(True)
    legend.setColumnCount(spalter)
    legend.setSplitLayer(True)
    legend.setEqualColumnWidth(False)
    legend.setResizeToContents(False)
    legend.setBackgroundEnabled(False)
    for krymp in (1.0, 0.9, 0.8, 0.7):
        _udseende(ark, legend, skala * krymp)
        legend.adjustBoxSize()
        if legend.rect().height() <= hoejde and legend.rect().width() <= bredde:
            break
    return legend


def _udseende(ark: Ark, legend: QgsLayoutItemLegend, skala: float) -> None:
    for del_, skrift in (
        (QgsLegendStyle.Style.Title, Skrift.FED),
        (QgsLegendStyle.Style.Group, Skrift.FED),
        (QgsLegendStyle.Style.Subgroup, Skrift.SMAA_FED),
        (QgsLegendStyle.Style.SymbolLabel, Skrift.SMAA),
    ):
        stil = legend.style(del_)
        stil.setTextFormat(ark.format(skrift, stoerrelse=skrift.value[0] * skala))
        stil.setMargin(
            QgsLegendStyle.Side.Top, (1.6 if del_ == QgsLegendStyle.Style.Subgroup else 0.7) * skala
        )
        legend.setStyle(del_, stil)
    legend.setSymbolWidth(6 * skala)
    legend.setSymbolHeight(3.6 * skala)
    legend.setBoxSpace(0)
    legend.setColumnSpace(4 * skala)
    legend.setMaximumSymbolSize(5 * skala)
