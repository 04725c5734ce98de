# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of one moedested (stedskort): the place in the middle of what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)

from moedested_plugin.project.styles.etiketter import ret_etiketter

from .kilder import kildelinje
from .kort import placer_kort
from .lag import saet_udtryk

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from .ark import Ark
    from .sted import Sted
    from .udskriv import Grundlag

#: At least so much is seen to each side of the place (m), and at most.
_MINDST_M = 180.0
_STOERST_M = 800.0
#: Linked facilities farther away do not draw the frame out (m); of routes only what lies near by counts.
_NAER_M = 700.0
_RUTE_NAER_M = 260.0
#: Room round what is seen.
_RAND = 1.12
#: The ring round the place (mm on an A4).
_RING_MM = 11.0
#: Between the ring and the name of the place (mm).
_FRA_RING_MM = 0.6
#: Of the layout: the key of its place, and how far from the middle its name stands.
_VARIABEL, _UD = "moedested_paa_arket", "moedested_navn_ud"
_RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10.4" fill="none"'
    ' stroke="#ffffff" stroke-width="3"/><circle cx="12" cy="12" r="10.4" fill="none" stroke="{}" stroke-width="1.5"/></svg>'
)


def udsnit(grundlag: Grundlag, sted: Sted, punkt: QgsPointXY) -> QgsRectangle:
    """The frame: the place in the middle, its facilities whole, its routes where they are near."""
    stof = grundlag.stof
    midte = QgsGeometry.fromPointXY(punkt)
    naert = midte.buffer(_RUTE_NAER_M, 8)
    vidde = hoejde = _MINDST_M
    for led in stof.tilknytninger.get(sted.id, []):
        rute = led["rute_id"]
        noegle = rute or led["facilitet_punkt_id"] or led["facilitet_flade_id"]
        geometri: QgsGeometry | None = stof.steder.get(str(noegle), {}).get("geometri")
        if geometri is None or geometri.isEmpty() or geometri.distance(midte) > _NAER_M:
            continue
        if rute:
            geometri = geometri.intersection(naert)
        boks = geometri.boundingBox()
        if boks.isNull():
            continue
        vidde = max(vidde, abs(boks.xMinimum() - punkt.x()), abs(boks.xMaximum() - punkt.x()))
        hoejde = max(hoejde, abs(boks.yMinimum() - punkt.y()), abs(boks.yMaximum() - punkt.y()))
    vidde, hoejde = (min(et, _STOERST_M) * 2 * _RAND for et in (vidde, hoejde))
    return QgsRectangle.fromCenterAndSize(punkt, vidde, hoejde)


def placer_stedskort(
    grundlag: Grundlag, ark: Ark, sted: Sted, x: float, y: float, bredde: float, hoejde: float
) -> None:
    """Place the map with a ring round the place, whose name stands clear of it where `navn_uden_om` has seen to the layers.

    Other names that the ring covers give way to it.
    """
    if sted.punkt is None:
        return
    punkt = QgsPointXY(sted.punkt.asPoint())
    lag = grundlag.lag
    side = _RING_MM * ark.papir.skala
    QgsExpressionContextUtils.setLayoutVariable(ark.layout, _VARIABEL, sted.id)
    QgsExpressionContextUtils.setLayoutVariable(ark.layout, _UD, side / 2 + _FRA_RING_MM)
    kort = placer_kort(
        ark, "kort", x, y, bredde, hoejde, lag,
        udsnit(grundlag, sted, punkt), kildelinje(lag, grundlag.hus),
        alt=sted.ord("Kort over {} og det, der ligger tæt på.").format(sted.navn),
    )  # fmt: skip
    midte = kort.mapToItemCoords(punkt.toQPointF())
    ring = ark.svg(
        "kort: her",
        _RING.format(grundlag.hus.farve_paa_hvid),
        x + midte.x() - side / 2,
        y + midte.y() - side / 2,
        side,
        side,
    )
    kort.addLabelBlockingItem(ring)


def navn_uden_om(lag: Sequence[QgsMapLayer]) -> None:
    """Let the name of the place that a sheet is about stand clear of its ring."""

    def ret(valg: QgsPalLayerSettings) -> None:
        valg.distUnits = Qgis.RenderUnit.Millimeters
        saet_udtryk(
            valg,
            QgsPalLayerSettings.Property.LabelDistance,
            f"if(\"moedested_id\" = coalesce(@{_VARIABEL}, ''), @{_UD}, {valg.dist:.2f})",
        )

    for layer in lag:
        if isinstance(layer, QgsVectorLayer) and layer.fields().indexOf("moedested_id") >= 0:
            ret_etiketter(layer, ret)
