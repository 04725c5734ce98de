# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of one route: turned so that the route fills the paper, the route marked out, its ends named."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsTextBackgroundSettings,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QMetaType, QSizeF, Qt
from qgis.PyQt.QtGui import QColor

from moedested_plugin.domain.farve import HVID, SORT
from moedested_plugin.project.styles.etiketter import ret_etiketter

from .kort import paen_maalestok, rummer
from .lag import ID, saet_udtryk
from .stil import Skrift

if TYPE_CHECKING:
    from qgis.core import QgsTextFormat

    from .ark import Ark
    from .rutefakta import Rutefakta

#: A map is turned when the scale gets better by so much.
_VINDING = 1.15
#: Degrees from one turn that is tried to the next, and what a degree must gain.
_TRIN, _UGERNE = 2, 0.0005
#: No closer than this, however short the route.
_TAETTEST = 2_500.0
#: Room round the route: of the frame on each side, and for the signs (mm on an A4).
_LUFT, _TEGN_MM = 0.05, 6.0
#: The marker pen under the route (mm on an A4), and its edge, which is what is seen of it in grey.
_PEN, _PEN_MM, _KANT_MM = "#ffd94d", 3.2, 0.35
_RUTELAG = frozenset(
    f"{ID}{rolle}" for rolle in ("vandrerute", "cykelrute", "koererute", "andenrute")
)
#: Of the layout: the key of its route.
_VARIABEL = "moedested_rute"


@dataclass(frozen=True)
class Stilling:
    """How a map shows a route: the frame in the turned map's own directions, degrees clockwise, the scale."""

    udsnit: QgsRectangle
    drejning: float
    maalestok: float


def stilling(geometri: QgsGeometry, bredde: float, hoejde: float, skala: float) -> Stilling:
    """Fit the route into a map of this size (mm), turned where that makes it clearly larger."""
    rand = 2 * _TEGN_MM * skala
    indre = (max(bredde - rand, bredde / 2), max(hoejde - rand, hoejde / 2))
    form = geometri.convexHull()  # its vertices are not ours to keep
    hylster = [(punkt.x(), punkt.y()) for punkt in form.vertices()]
    rammer = {grader: _rammet(hylster, grader) for grader in range(-90, 91, _TRIN)}
    # of two as good, the one that is turned less
    grader = min(rammer, key=lambda g: rummer(rammer[g], *indre) * (1 + abs(g) * _UGERNE))
    lige, valgt = rammer[0], rammer[grader]
    uden, med = (_maalestok(ramme, *indre) for ramme in (lige, valgt))
    if uden < med * _VINDING:
        valgt, grader, med = lige, 0, uden
    midte = valgt.center()
    vinkel = math.radians(grader)
    x, y = _drejet((midte.x(), midte.y()), -vinkel)
    udsnit = QgsRectangle.fromCenterAndSize(QgsPointXY(x, y), valgt.width(), valgt.height())
    return Stilling(udsnit, float(grader), med)


def _maalestok(ramme: QgsRectangle, bredde: float, hoejde: float) -> float:
    return max(_TAETTEST, paen_maalestok(rummer(ramme, bredde, hoejde) * (1 + 2 * _LUFT)))


def _drejet(punkt: tuple[float, float], vinkel: float) -> tuple[float, float]:
    """Turned clockwise about the origin."""
    x, y = punkt
    return x * math.cos(vinkel) + y * math.sin(vinkel), y * math.cos(vinkel) - x * math.sin(vinkel)


def _rammet(punkter: Sequence[tuple[float, float]], grader: float) -> QgsRectangle:
    """The frame of the places when they are turned clockwise."""
    vinkel = math.radians(grader)
    x, y = zip(*(_drejet(punkt, vinkel) for punkt in punkter))
    return QgsRectangle(min(x), min(y), max(x), max(y))


def med_rute(
    lag: Sequence[QgsMapLayer],
    ark: Ark,
    geometri: QgsGeometry,
    fakta: Rutefakta,
    ord_: tuple[str, str],
) -> list[QgsMapLayer]:
    """The layers of the map with the route marked out among them; `ord_` names its start and its end.

    What is made here belongs to the sheet, and lives as long as it.
    """
    crs = lag[0].crs()
    under = max(
        (nr for nr, layer in enumerate(lag) if layer.id() in _RUTELAG), default=len(lag) - 1
    )
    pen, ender = _pen(ark, crs, geometri), _ender(ark, crs, fakta, ord_)
    ark.behold(pen, ender)
    QgsExpressionContextUtils.setLayoutVariable(ark.layout, _VARIABEL, fakta.noegle)
    return [ender, *lag[: under + 1], pen, *lag[under + 1 :]]


def uden_eget_navn(lag: Sequence[QgsMapLayer]) -> None:
    """Let the routes go without the name of the one that the sheet is about: its title says it."""
    for layer in lag:
        if layer.id() in _RUTELAG and isinstance(layer, QgsVectorLayer):
            ret_etiketter(
                layer,
                lambda valg: saet_udtryk(
                    valg,
                    QgsPalLayerSettings.Property.Show,
                    f"\"objekt_id\" <> coalesce(@{_VARIABEL}, '')",
                ),
            )


def _pen(ark: Ark, crs: QgsCoordinateReferenceSystem, geometri: QgsGeometry) -> QgsVectorLayer:
    layer = _lag("MultiLineString", "Ruten", crs, [(geometri, "")])
    mm = _PEN_MM * ark.papir.skala
    symbol = QgsLineSymbol()
    for nr, (farve, bredde) in enumerate(((SORT, mm + 2 * _KANT_MM), (_PEN, mm))):
        streg = QgsSimpleLineSymbolLayer(QColor(farve), bredde)
        streg.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
        streg.setPenCapStyle(Qt.PenCapStyle.RoundCap)
        streg.setRenderingPass(nr)
        if nr:
            symbol.appendSymbolLayer(streg)
        else:
            symbol.changeSymbolLayer(0, streg)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _ender(
    ark: Ark, crs: QgsCoordinateReferenceSystem, fakta: Rutefakta, ord_: tuple[str, str]
) -> QgsVectorLayer:
    steder = [(fakta.start, ord_[0])]
    if not fakta.rund:
        steder.append((fakta.slut, ord_[1]))
    layer = _lag(
        "Point",
        "Rutens ender",
        crs,
        [(QgsGeometry.fromPointXY(QgsPointXY(*hvor)), tekst) for hvor, tekst in steder],
    )
    skala = ark.papir.skala
    layer.setRenderer(
        QgsSingleSymbolRenderer(
            QgsMarkerSymbol.createSimple(
                {
                    "name": "circle",
                    "color": HVID,
                    "outline_color": SORT,
                    "outline_width": str(0.8 * skala),
                    "size": str(3.0 * skala),
                }
            )
        )
    )
    valg = QgsPalLayerSettings()
    valg.fieldName = "tekst"
    valg.setFormat(_plade(ark))
    valg.dist = 1.2 * skala
    valg.priority = 10
    valg.obstacleSettings().setIsObstacle(True)
    valg.placementSettings().setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(valg))
    layer.setLabelsEnabled(True)
    return layer


def _plade(ark: Ark) -> QgsTextFormat:
    """White on black, so that it is seen on any map."""
    format_ = ark.format(Skrift.SMAA_FED, HVID)
    plade = QgsTextBackgroundSettings()
    plade.setEnabled(True)
    plade.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
    plade.setSizeType(QgsTextBackgroundSettings.SizeType.SizeBuffer)
    plade.setSize(QSizeF(0.9 * ark.papir.skala, 0.5 * ark.papir.skala))
    plade.setFillColor(QColor(SORT))
    plade.setStrokeColor(QColor(HVID))
    plade.setStrokeWidth(0.2)
    format_.setBackground(plade)
    return format_


def _lag(
    art: str,
    navn: str,
    crs: QgsCoordinateReferenceSystem,
    raekker: Sequence[tuple[QgsGeometry, str]],
) -> QgsVectorLayer:
    layer = QgsVectorLayer(art, navn, "memory")
    layer.setCrs(crs)
    layer.dataProvider().addAttributes([QgsField("tekst", QMetaType.Type.QString)])
    layer.updateFields()
    for geometri, tekst in raekker:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometri)
        feature["tekst"] = tekst
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    layer.setId(f"{ID}{layer.id()}")
    return layer
