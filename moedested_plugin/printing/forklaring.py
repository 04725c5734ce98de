# SPDX-License-Identifier: GPL-2.0-or-later
"""The legend (forklaring): the signs that are seen on a map, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapHitTest,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSizeF

from moedested_plugin.project.aabent import rolle_af
from moedested_plugin.project.lag import BAGGRUND

from .ord import Ord
from .stil import Skrift

if TYPE_CHECKING:
    from qgis.core import QgsLayoutItemMap

    from .ark import Ark

_KRYMP = (1.0, 0.92, 0.85, 0.78)
_HOEJST_SPALTER = 5
#: Room for a sign, and between columns (mm on an A4).
_TEGN, _MELLEM = 8.5, 4.0
_DPI = 96.0
#: On the screen letters are of whole pixels, and the legend up to so much wider and higher than in print.
_SKAERM_BREDDE, _SKAERM_HOEJDE = 1.05, 1.1
_LINJESKIFT = "\u2028"
_Node = QgsLayerTreeModelLegendNode


def placer_forklaring(
    ark: Ark,
    kort: QgsLayoutItemMap,
    lag: Sequence[QgsMapLayer],
    x: float,
    y: float,
    bredde: float,
    hoejde: float,
    ord_: Ord | None = None,
) -> QgsLayoutItemLegend:
    """Place the legend of the map in the box: as few columns and as large type as let it fit. It ends as high as it is."""
    legend = QgsLayoutItemLegend(ark.layout)
    legend.setResizeToContents(False)
    ark.tilfoej(legend, "forklaring", x, y, bredde, hoejde)
    legend.setLinkedMap(kort)
    legend.setAutoUpdateModel(False)
    legend.model().rootGroup().removeAllChildren()
    legend.setSplitLayer(True)
    legend.setBackgroundEnabled(False)
    legend.setBoxSpace(0)
    legend.setWrapString(_LINJESKIFT)
    tekster = _tekster(legend, kort, lag, ord_ or Ord("da"))
    staar: dict[tuple[QgsLayerTreeLayer, int], str] = {}
    for krymp in _KRYMP:
        skala = ark.papir.skala * krymp
        _udseende(ark, legend, krymp)
        for spalter in range(1, _HOEJST_SPALTER + 1):
            plads = bredde / _SKAERM_BREDDE - (spalter - 1) * _MELLEM * skala
            plads = plads / spalter - _TEGN * skala
            andre: set[QgsLayerTreeLayer] = set()  # to refresh a layer costs more than all the rest
            for (node, nummer), tekst in tekster.items():
                delt = _delt(ark, tekst, plads / krymp)
                if staar.get((node, nummer)) != delt:
                    staar[node, nummer] = delt
                    andre.add(node)
                    QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, nummer, delt)
            for node in andre:
                legend.model().refreshLayerLegend(node)
            legend.setColumnCount(spalter)
            trykt = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(
                ark.maaler
            )
            fylder = QSizeF(trykt.width() * _SKAERM_BREDDE, trykt.height() * _SKAERM_HOEJDE)
            if fylder.width() > bredde:
                break
            if fylder.height() <= hoejde:
                ark.beskriv(legend, ", ".join(dict.fromkeys(tekster.values())))
                legend.attemptResize(QgsLayoutSize(fylder.width(), fylder.height()))
                return legend
    return legend


def _tekster(
    legend: QgsLayoutItemLegend, kort: QgsLayoutItemMap, lag: Sequence[QgsMapLayer], ord_: Ord
) -> dict[tuple[QgsLayerTreeLayer, int], str]:
    """Add the layers whose signs are seen on the map, and give the words of each sign by its number in the layer.

    QGIS's own filter works while the page is drawn; how large the legend becomes must be known before.
    """
    pixels = _DPI / 25.4  # the size decides the scale, and the scale which signs are drawn
    stoerrelse = QSizeF(kort.rect().width() * pixels, kort.rect().height() * pixels)
    settings = kort.mapSettings(kort.extent(), stoerrelse, _DPI, True)
    set_ = QgsMapHitTest(settings)
    set_.run()
    ud: dict[tuple[QgsLayerTreeLayer, int], str] = {}
    for layer in lag:
        if not isinstance(layer, QgsVectorLayer) or rolle_af(layer) in BAGGRUND:
            continue
        node = QgsLayerTreeLayer(layer)
        legend.model().rootGroup().addChildNode(node)
        alle = legend.model().layerOriginalLegendNodes(node)
        ses = [
            nr
            for nr, n in enumerate(alle)
            if set_.legendKeyVisible(_noegle(n), layer) and _tegner(layer, n)
        ]
        if not ses:
            legend.model().rootGroup().removeChildNode(node)
            continue
        over = {_noegle(n): _tekst(n) for n in alle}
        brugt: set[str] = set()
        for nr in ses:
            tekst = ord_(_tekst(alle[nr]))
            if tekst in brugt:  # the heading tells two of the same words apart
                gruppe = ord_(over.get(str(alle[nr].data(_Node.CustomRole.ParentRuleKey)), ""))
                tekst = f"{tekst} ({gruppe[:1].lower()}{gruppe[1:]})" if gruppe else tekst
            brugt.add(tekst)
            ud[node, nr] = tekst
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, ses)
        node.setCustomProperty("legend/title-label", ord_(layer.name()))
    return ud


def _delt(ark: Ark, tekst: str, bredde: float) -> str:
    """Break the words of a sign into lines."""
    linjer = [""]
    for et in tekst.split():
        laengere = f"{linjer[-1]} {et}".strip()
        if linjer[-1] and ark.tekst_bredde(laengere, Skrift.SMAA) > bredde:
            linjer.append(et)
        else:
            linjer[-1] = laengere
    return _LINJESKIFT.join(linjer)


def _noegle(node: QgsLayerTreeModelLegendNode) -> str:
    return str(node.data(_Node.CustomRole.RuleKey))


def _tekst(node: QgsLayerTreeModelLegendNode) -> str:
    return str(node.data(0) or "")


def _tegner(layer: QgsVectorLayer, tegn: QgsLayerTreeModelLegendNode) -> bool:
    """Whether the rule behind it has a sign: headings have none."""
    regel = getattr(layer.renderer(), "rootRule", None)
    fundet = regel().findRuleByKey(_noegle(tegn)) if regel is not None else None
    return fundet is None or fundet.symbol() is not None


def _udseende(ark: Ark, legend: QgsLayoutItemLegend, krymp: float) -> None:
    skala = ark.papir.skala * krymp
    for del_, skrift in (
        (QgsLegendStyle.Style.Subgroup, Skrift.SMAA_FED),
        (QgsLegendStyle.Style.SymbolLabel, Skrift.SMAA),
    ):
        stil = legend.style(del_)
        stil.setTextFormat(ark.format(skrift, stoerrelse=skrift.value[0] * skala))
        luft = 1.8 if del_ == QgsLegendStyle.Style.Subgroup else 0.6
        stil.setMargin(QgsLegendStyle.Side.Top, luft * skala)
        legend.setStyle(del_, stil)
    legend.setSymbolWidth(6 * skala)
    legend.setSymbolHeight(3.4 * skala)
    legend.setColumnSpace(_MELLEM * skala)
    legend.setMaximumSymbolSize(4.2 * skala)
