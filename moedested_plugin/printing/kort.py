# SPDX-License-Identifier: GPL-2.0-or-later
"""A map on paper with what belongs to it: frame, scale bar, numeric scale, north arrow where turned, source line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from moedested_plugin.i18n import tr

from .ark import HOEJRE
from .bestilling import UdskriftFejl
from .stil import SVAG, TEKST, Skrift

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from .ark import Ark
    from .stof import Raekke
    from .udskriv import Grundlag

#: Steps of a scale that a person can count with.
_PAENE = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0)
#: Below a map (mm on an A4): scale bar and sources.
FOD_MM = 9.0
_BAR_MM = 28.0
#: Between a map and what stands below it, and room for the north arrow.
_UNDER_MM, _NORD_MM = 1.2, 6.0
#: Names keep so far from the frame (mm on an A4).
_NAVN_FRA_KANT_MM = 1.5
#: Round the moedesteder where no frame is asked for, and how wide a map is at least (metres).
_LUFT_OM, _MINDST_M = 0.08, 2_000.0
_NORD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 26"><path d="M10 0 17 20 10 16 3 20Z" fill="#1a1a1a"/>'
    '<path d="M10 0 10 16 3 20Z" fill="#ffffff" stroke="#1a1a1a" stroke-width=".8"/></svg>'
)


def paen_maalestok(mindst: float) -> float:
    """The next larger scale denominator that a person can count with."""
    tier = 10.0 ** math.floor(math.log10(max(mindst, 1.0)))
    for trin in _PAENE:
        if trin * tier >= mindst * 0.9999:
            return trin * tier
    return 10.0 * tier


def rummer(udsnit: QgsRectangle, bredde: float, hoejde: float) -> float:
    """The scale denominator at which the frame (metres) just fits into the box (mm)."""
    return max(udsnit.width() / bredde, udsnit.height() / hoejde) * 1000


def skriv_maalestok(maalestok: float) -> str:
    """`1:25.000`."""
    return f"1:{round(maalestok):,}".replace(",", ".")


def kortfod_hoejde(ark: Ark, kilde: str, bredde: float) -> float:
    """What stands below a map of this width (mm): its sources are never cut, however narrow it is."""
    skala = ark.papir.skala
    venstre = _bar_bredde(ark, bredde) + (_NORD_MM + 4) * skala
    venstre += ark.tekst_bredde(skriv_maalestok(100_000), Skrift.SMAA)
    kilder = ark.tekst_hoejde(kilde, bredde - venstre, Skrift.NOTE)
    return max(FOD_MM * skala, kilder + (_UNDER_MM + 1) * skala)


def _bar_bredde(ark: Ark, bredde: float) -> float:
    return min(bredde * 0.42, _BAR_MM * ark.papir.skala * 1.6)


def placer_kort(
    ark: Ark,
    navn: str,
    x: float,
    y: float,
    bredde: float,
    hoejde: float,
    lag: Sequence[QgsMapLayer],
    udsnit: QgsRectangle,
    kilde: str,
    *,
    maalestok: float | None = None,
    drejning: float = 0.0,
    alt: str = "",
) -> QgsLayoutItemMap:
    """Place a map with its foot inside the box (mm).

    Without `maalestok` the frame is shown whole at the next scale that a person can count with. `drejning` turns the
    map (degrees, clockwise); `udsnit` is then the frame that must be seen in the turned map's own directions.
    """
    skala = ark.papir.skala
    fod = kortfod_hoejde(ark, kilde, bredde)
    kort_hoejde = hoejde - fod
    kort = QgsLayoutItemMap(ark.layout)
    ark.tilfoej(kort, navn, x, y, bredde, kort_hoejde)
    kort.setLayers(list(lag))
    kort.setKeepLayerSet(True)
    kort.setKeepLayerStyles(False)
    kort.setFrameEnabled(True)
    kort.setFrameStrokeWidth(QgsLayoutMeasurement(0.2 * skala, Qgis.LayoutUnit.Millimeters))
    kort.setFrameStrokeColor(QColor(TEKST))
    kort.setLabelMargin(
        QgsLayoutMeasurement(_NAVN_FRA_KANT_MM * skala, Qgis.LayoutUnit.Millimeters)
    )
    kort.setBackgroundColor(QColor("#dfeaf2"))
    valgt = maalestok or paen_maalestok(rummer(udsnit, bredde, kort_hoejde))
    midte = udsnit.center()
    kort.zoomToExtent(
        QgsRectangle.fromCenterAndSize(midte, bredde * valgt / 1000, kort_hoejde * valgt / 1000)
    )
    kort.setScale(valgt)
    kort.setMapRotation(drejning)
    ark.beskriv(kort, alt)
    _fod(ark, navn, kort, x, y + kort_hoejde, bredde, fod, kilde, valgt, drejning)
    return kort


def _fod(
    ark: Ark,
    navn: str,
    kort: QgsLayoutItemMap,
    x: float,
    y: float,
    bredde: float,
    hoejde: float,
    kilde: str,
    maalestok: float,
    drejning: float,
) -> None:
    skala = ark.papir.skala
    top = y + _UNDER_MM * skala
    bar = QgsLayoutItemScaleBar(ark.layout)
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(kort)
    laengde = _stykke(_BAR_MM * skala * maalestok / 1000 / 2)
    kilometer = laengde >= 500
    bar.setUnits(Qgis.DistanceUnit.Kilometers if kilometer else Qgis.DistanceUnit.Meters)
    bar.setUnitLabel("km" if kilometer else "m")
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(laengde / 1000 if kilometer else laengde)
    bar.setHeight(1.6 * skala)
    bar.setLabelBarSpace(0.6 * skala)
    bar.setBoxContentSpace(0)
    bar.setTextFormat(ark.format(Skrift.NOTE))
    bar_bredde = _bar_bredde(ark, bredde)
    ark.tilfoej(bar, f"{navn}: målestok", x, top, bar_bredde, hoejde - _UNDER_MM * skala)
    bar.update()
    x_tekst = x + bar_bredde
    if drejning:
        nord = ark.svg(f"{navn}: nord", _NORD, x_tekst, top, 4 * skala, 5.2 * skala)
        nord.setPictureRotation(drejning)
        x_tekst += _NORD_MM * skala
    tal = skriv_maalestok(maalestok)
    tal_bredde = ark.tekst_bredde(tal, Skrift.SMAA) + 2 * skala
    ark.tekst(f"{navn}: målestokstal", tal, x_tekst, top, tal_bredde, Skrift.SMAA)
    x_tekst += tal_bredde + 2 * skala
    if kilde:
        ark.tekst(
            f"{navn}: kilder",
            kilde,
            x_tekst,
            top,
            x + bredde - x_tekst,
            Skrift.NOTE,
            farve=SVAG,
            hoejde=hoejde - _UNDER_MM * skala,
            vandret=HOEJRE,
        )


def _stykke(hoejst: float) -> float:
    """The longest round piece of a scale bar."""
    tier = 10.0 ** math.floor(math.log10(max(hoejst, 1.0)))
    return max((trin * tier for trin in (1.0, 2.0, 5.0) if trin * tier <= hoejst), default=tier)


def omkring(grundlag: Grundlag, valgte: list[Raekke]) -> QgsRectangle:
    """The frame of the order, else what holds all of the moedesteder."""
    if grundlag.bestilling.udsnit is not None:
        return grundlag.bestilling.udsnit
    ramme = QgsRectangle()
    ramme.setNull()
    for raekke in valgte:
        if raekke.get("geometri") is not None:
            ramme.combineExtentWith(raekke["geometri"].boundingBox())
    if ramme.isNull():
        raise UdskriftFejl(
            tr("Ingen af mødestederne har et sted på kortet. Vælg et udsnit, eller tegn stederne.")
        )
    ramme.grow(max(ramme.width(), ramme.height(), _MINDST_M) * _LUFT_OM)
    return ramme
