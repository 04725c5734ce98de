# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS symbols from signatures, with the pictograms inside, so that a project needs no file beside it."""

from __future__ import annotations

import base64
from functools import cache
from typing import TypeVar

from qgis.core import (
    Qgis,
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsProperty,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor

from moedested_plugin import paths
from moedested_plugin.domain.signatur import LINJE_PAA_AFSTAND, NAER, Flade, Linje, Punkt, Tegn

_S = TypeVar("_S", bound=QgsSymbol)

#: Width of a line in the legend.
LEGENDE_MM = 4.0


def symbol(tegn: Tegn, *, offentlig: bool = False) -> QgsSymbol:
    """Give the symbol of a sign; published rows are all in force, so theirs need not look at statuskode."""
    if isinstance(tegn, Punkt):
        return _marker(tegn, offentlig=offentlig)
    if isinstance(tegn, Linje):
        return _line(tegn)
    return _fill(tegn, offentlig=offentlig)


@cache
def pictogram(name: str) -> str:
    """Give the pictogram as QGIS embeds it."""
    svg = paths.resource("icons", "kort", f"{name}.svg").read_bytes()
    return "base64:" + base64.b64encode(svg).decode("ascii")


def _build(empty: _S, layers: list[QgsSymbolLayer]) -> _S:
    """Fill a symbol. A symbol constructed from a list crashes QGIS once it is inside a renderer."""
    empty.changeSymbolLayer(0, layers[0])
    for layer in layers[1:]:
        empty.appendSymbolLayer(layer)
    return empty


def _marker(punkt: Punkt, *, offentlig: bool) -> QgsMarkerSymbol:
    layer: QgsSvgMarkerSymbolLayer | QgsSimpleMarkerSymbolLayer
    if punkt.piktogram:
        layer = QgsSvgMarkerSymbolLayer(pictogram(punkt.piktogram), punkt.mm)
        layer.setFillColor(QColor(punkt.farve))
    else:
        layer = QgsSimpleMarkerSymbolLayer(
            Qgis.MarkerShape.Square if punkt.firkant else Qgis.MarkerShape.Circle, punkt.mm
        )
        layer.setColor(QColor(punkt.farve))
    layer.setStrokeColor(QColor(punkt.kant))
    layer.setStrokeWidth(punkt.kant_mm)
    if any(punkt.plads):
        # The static offset is that of the legend.
        layer.setOffset(QPointF(0, 0))
        _kun_paa_kortet(
            layer, QgsSymbolLayer.Property.Offset, "'{},{}'".format(*punkt.plads), "'0,0'"
        )
    if punkt.hul_ved_status and not offentlig:
        for prop, hollow, filled in (
            (QgsSymbolLayer.Property.FillColor, punkt.kant, punkt.farve),
            (QgsSymbolLayer.Property.StrokeColor, punkt.farve, punkt.kant),
        ):
            # asked this way round, so that the legend, which has no row, shows it filled
            expression = f"if(\"statuskode\" <> 3, '{hollow}', '{filled}')"
            layer.setDataDefinedProperty(prop, QgsProperty.fromExpression(expression))
    return _build(QgsMarkerSymbol(), [layer])


def _kun_paa_kortet(
    layer: QgsSymbolLayer, egenskab: QgsSymbolLayer.Property, vaerdi: str, legende: str
) -> None:
    """A value for the rows of the map; what lies beside its place would be cut in the legend, which has no row."""
    layer.setDataDefinedProperty(
        egenskab, QgsProperty.fromExpression(f"if(@id IS NULL, {legende}, {vaerdi})")
    )


def _stroke(
    colour: str, mm: float, dashes: tuple[float, ...] = (), offset: float = 0.0
) -> QgsSimpleLineSymbolLayer:
    layer = QgsSimpleLineSymbolLayer(QColor(colour), mm)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    if offset:
        _kun_paa_kortet(layer, QgsSymbolLayer.Property.Offset, str(offset), "0")
    layer.setDataDefinedProperty(
        QgsSymbolLayer.Property.StrokeWidth,
        QgsProperty.fromExpression(
            f"if(@map_scale > {NAER.til}, {mm * LINJE_PAA_AFSTAND:.2f}, {mm})"
        ),
    )
    if dashes:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dashes))
        layer.setCustomDashPatternUnit(Qgis.RenderUnit.Millimeters)
    return layer


def _line(linje: Linje) -> QgsLineSymbol:
    layers: list[QgsSymbolLayer] = []
    if linje.farve:
        layers.append(_stroke(linje.farve, linje.mm, linje.streg, linje.til_siden_mm))
    if linje.kerne:
        layers.append(_stroke(linje.kerne, linje.kerne_mm, offset=linje.til_siden_mm))
    if linje.maerke is not None:
        marks = QgsMarkerLineSymbolLayer(rotateMarker=False)
        marks.setSubSymbol(_marker(linje.maerke, offentlig=False))
        if linje.afstand_mm:
            halv = linje.afstand_mm / 2
            egenskab = QgsSymbolLayer.Property
            marks.setInterval(linje.afstand_mm)
            _kun_paa_kortet(marks, egenskab.Interval, str(linje.afstand_mm), str(LEGENDE_MM))
            _kun_paa_kortet(marks, egenskab.OffsetAlongLine, str(halv), str(LEGENDE_MM / 2))
        else:
            marks.setPlacements(Qgis.MarkerLinePlacement.CentralPoint)
        layers.append(marks)
    return _build(QgsLineSymbol(), layers)


def _fill(flade: Flade, *, offentlig: bool) -> QgsFillSymbol:
    layers: list[QgsSymbolLayer] = []
    if flade.farve:
        layers.append(QgsSimpleFillSymbolLayer(QColor(flade.farve), strokeStyle=Qt.PenStyle.NoPen))
    if flade.skravering:
        hatching = QgsLinePatternFillSymbolLayer()
        hatching.setLineAngle(45)
        hatching.setDistance(2.5)
        hatching.setSubSymbol(_build(QgsLineSymbol(), [_stroke(flade.skravering, 0.3)]))
        layers.append(hatching)
    if flade.kant:
        layers.append(_stroke(flade.kant, flade.kant_mm, flade.streg))
    if flade.maerke is not None:
        middle = QgsCentroidFillSymbolLayer()
        middle.setPointOnSurface(True)
        middle.setPointOnAllParts(False)
        middle.setSubSymbol(_marker(flade.maerke, offentlig=offentlig))
        layers.append(middle)
    return _build(QgsFillSymbol(), layers)
