# SPDX-License-Identifier: GPL-2.0-or-later
"""How the background looks: pale and grey, so that the signatures of the meeting places stand out, also in grey print.

No opacity anywhere: it would turn a PDF into a picture.
"""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QFont

#: The project's background colour.
SEA = QColor("#dde8ee")
LAND = QColor("#fbfaf6")
SHORE = QColor("#a9b6be")
BOUNDARY = QColor("#7a7a7a")
TOWN_TEXT = QColor("#4d4d4d")
HALO = QColor("#ffffff")


class Band(NamedTuple):
    """Towns of one size: from how many inhabitants, out to which scale they show, and how big the letters are."""

    condition: str
    smallest_scale: int
    points: float
    bold: bool
    dot_mm: float


BANDS = (
    Band('"indbyggere" >= 15000', 3_000_000, 10.5, True, 1.8),
    Band('"indbyggere" >= 2000 AND "indbyggere" < 15000', 800_000, 9.0, False, 1.4),
    Band('"indbyggere" < 2000', 350_000, 8.0, False, 1.1),
)


def style_kyst(layer: QgsVectorLayer) -> None:
    """Pale land with a thin shoreline."""
    symbol = QgsFillSymbol.createSimple(
        {
            "color": LAND.name(),
            "outline_color": SHORE.name(),
            "outline_width": "0.2",
            "joinstyle": "round",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_kommune(layer: QgsVectorLayer) -> None:
    """Show the boundary as a grey dashed line, nothing inside."""
    symbol = QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": BOUNDARY.name(),
            "outline_width": "0.5",
            "outline_style": "dash dot",
            "joinstyle": "round",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_by(layer: QgsVectorLayer) -> None:
    """Small grey dots with the town's name beside them; bigger towns first and from further away."""
    dots = QgsRuleBasedRenderer.Rule(None)  # type: ignore[arg-type]  # the root has no symbol
    names = QgsRuleBasedLabeling.Rule(None)  # type: ignore[arg-type]  # nor a label
    for rank, band in enumerate(BANDS):
        symbol = QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": "#ffffff",
                "outline_color": TOWN_TEXT.name(),
                "outline_width": "0.25",
                "size": str(band.dot_mm),
            }
        )
        dot = QgsRuleBasedRenderer.Rule(symbol, 0, band.smallest_scale, band.condition)
        dots.appendChild(dot)
        name = QgsRuleBasedLabeling.Rule(_label(band, rank), 0, band.smallest_scale, band.condition)
        names.appendChild(name)
    layer.setRenderer(QgsRuleBasedRenderer(dots))
    layer.setLabeling(QgsRuleBasedLabeling(names))
    layer.setLabelsEnabled(True)


def _label(band: Band, rank: int) -> QgsPalLayerSettings:
    font = QFont("Open Sans")
    font.setBold(band.bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(band.points)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(TOWN_TEXT)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(HALO)
    text.setBuffer(halo)

    label = QgsPalLayerSettings()
    label.fieldName = "navn"
    label.setFormat(text)
    label.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    label.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
    label.dist = 2.0  # clear of a mødested in the middle of the town
    label.priority = 7 - 2 * rank
    # Meeting places label themselves first; a town gives way rather than cover one.
    placement = label.placementSettings()
    placement.setOverlapHandling(Qgis.LabelOverlapHandling.PreventOverlap)
    label.setPlacementSettings(placement)
    return label
