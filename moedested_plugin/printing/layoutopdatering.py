# SPDX-License-Identifier: GPL-2.0-or-later
"""Bringing a layout that somebody works on up to date (layoutopdatering): what was done by hand stays.

Each item remembers how it was last laid out. A text, a picture, a place, a size, a frame that still is as it was laid
follows the data; one that was changed by hand is left alone. What was removed by hand does not come back.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtXml import QDomDocument

#: Custom properties: how an item was last laid out; names of all items that were.
LAGT, NAVNE = "moedested/lagt", "moedested/navne"
#: What is nearer than this is the same (mm, metres): a saved project rounds.
_SAMME = 0.05
_STILARTER = (
    QgsLegendStyle.Style.Group,
    QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)

Stand = dict[str, Any]


@dataclass(frozen=True)
class Aendret:
    """Names of the items that were changed, added, removed, and left as they were made by hand."""

    rettet: tuple[str, ...]
    nye: tuple[str, ...]
    fjernet: tuple[str, ...]
    beholdt: tuple[str, ...]

    @property
    def noget(self) -> bool:
        """Whether the layout looks different now."""
        return bool(self.rettet or self.nye or self.fjernet)


def maerk(layout: QgsPrintLayout) -> None:
    """Let every item remember how it is laid out."""
    for item in _ved_navn(layout).values():
        item.setCustomProperty(LAGT, json.dumps(_stand(item)))
    layout.setCustomProperty(NAVNE, json.dumps(sorted(_ved_navn(layout))))


def opdater(layout: QgsPrintLayout, frisk: QgsPrintLayout) -> Aendret:
    """Let the layout follow the one that was laid out anew."""
    kendte = set(_json(layout.customProperty(NAVNE), []))
    her, nye = _ved_navn(layout), _ved_navn(frisk)
    _flere_sider(layout, frisk)
    rettet: list[str] = []
    beholdt: list[str] = []
    tilfoejet: list[str] = []
    fjernet: list[str] = []
    for navn, ny in nye.items():
        if navn in her:
            har_rettet, har_beholdt = _foelg(her[navn], ny)
            rettet += [navn] if har_rettet else []
            beholdt += [navn] if har_beholdt else []
        elif navn not in kendte and _kopier(ny, layout):
            tilfoejet.append(navn)
    for navn in (kendte & her.keys()) - nye.keys():
        if _uroert(her[navn]):
            layout.removeLayoutItem(her[navn])
            fjernet.append(navn)
        else:
            beholdt.append(navn)
    _faerre_sider(layout, frisk)
    layout.setCustomProperty(NAVNE, json.dumps(sorted(kendte | nye.keys())))
    layout.refresh()
    return Aendret(tuple(rettet), tuple(tilfoejet), tuple(sorted(fjernet)), tuple(sorted(beholdt)))


def _ved_navn(layout: QgsPrintLayout) -> dict[str, QgsLayoutItem]:
    return {
        item.id(): item
        for item in layout.items()
        if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage) and item.id()
    }


# How an item is -----------------------------------------------------------------------------------------


def _stand(item: QgsLayoutItem) -> Stand:
    """Everything of an item that follows the data, by name; plain values that JSON keeps."""
    sted, maal = item.pagePositionWithUnits(), item.sizeWithUnits()
    ud: Stand = {
        "sted": [item.page(), round(sted.x(), 3), round(sted.y(), 3)],
        "maal": [round(maal.width(), 3), round(maal.height(), 3)],
    }
    if isinstance(item, QgsLayoutItemLabel):
        ud["tekst"] = item.text()
        ud["punkter"] = round(item.textFormat().size(), 2)
    elif isinstance(item, QgsLayoutItemPicture):
        ud["billede"] = _aftryk(item.picturePath())
    elif isinstance(item, QgsLayoutItemMap):
        e = item.extent()
        ud["kort"] = [
            round(tal, 2)
            for tal in (e.xMinimum(), e.yMinimum(), e.xMaximum(), e.yMaximum(), item.mapRotation())
        ]
    elif isinstance(item, QgsLayoutItemScaleBar):
        ud["bjaelke"] = [
            QgsUnitTypes.encodeUnit(item.units()),
            item.unitsPerSegment(),
            item.unitLabel(),
        ]
    elif isinstance(item, QgsLayoutItemLegend):
        ud["spalter"] = item.columnCount()
        ud["punkter"] = [round(item.style(art).textFormat().size(), 2) for art in _STILARTER]
        ud["tegn"] = _tegn(item)
    return ud


def _aftryk(sti: str) -> str:
    """A drawing by its content, a photo by its file's name: where the file lies differs between machines."""
    if sti.startswith("base64:"):
        return hashlib.sha256(sti.encode()).hexdigest()[:16]
    return PurePath(sti.replace("\\", "/")).name


def _tegn(legend: QgsLayoutItemLegend) -> list[Any]:
    ud: list[Any] = []
    for node in legend.model().rootGroup().findLayers():
        orden = QgsMapLayerLegendUtils.legendNodeOrder(node)
        tekster = [QgsMapLayerLegendUtils.legendNodeUserLabel(node, nr) for nr in orden]
        ud.append([node.layerId(), orden, tekster])
    return ud


def _ens(a: Any, b: Any) -> bool:  # noqa: ANN401 - plain values out of JSON
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(_ens(x, y) for x, y in zip(a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-7, abs_tol=_SAMME)
    return bool(a == b)


def _uroert(item: QgsLayoutItem) -> bool:
    lagt, nu = _json(item.customProperty(LAGT), {}), _stand(item)
    return all(_ens(vaerdi, nu.get(navn)) for navn, vaerdi in lagt.items())


def _json(tekst: object, ellers: Any) -> Any:  # noqa: ANN401 - plain values out of JSON
    try:
        laest = json.loads(str(tekst))
    except ValueError:
        return ellers
    return laest if isinstance(laest, type(ellers)) else ellers


# Following ----------------------------------------------------------------------------------------------


def _foelg(item: QgsLayoutItem, ny: QgsLayoutItem) -> tuple[bool, bool]:
    """Take over what was not touched by hand. Gives whether anything was taken over, and whether anything was kept."""
    lagt, nu, frisk = _json(item.customProperty(LAGT), {}), _stand(item), _stand(ny)
    rettet = beholdt = False
    if type(item) is not type(ny):
        return False, True
    for navn, vaerdi in frisk.items():
        if _ens(vaerdi, nu.get(navn)):
            continue
        if _ens(lagt.get(navn), nu.get(navn)):
            _TAG_OVER[navn](item, ny)
            rettet = True
        elif not _ens(vaerdi, lagt.get(navn)):
            beholdt = True
    item.setCustomProperty(LAGT, json.dumps(frisk))
    return rettet, beholdt


def _sted(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    sted = ny.pagePositionWithUnits()
    item.attemptMove(QgsLayoutPoint(sted.x(), sted.y(), sted.units()), True, False, ny.page())


def _maal(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    maal = ny.sizeWithUnits()
    item.attemptResize(QgsLayoutSize(maal.width(), maal.height(), maal.units()))


def _tekst(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemLabel) and isinstance(ny, QgsLayoutItemLabel):
        item.setText(ny.text())


def _punkter(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemLabel) and isinstance(ny, QgsLayoutItemLabel):
        format_ = item.textFormat()
        format_.setSize(ny.textFormat().size())
        item.setTextFormat(format_)
    elif isinstance(item, QgsLayoutItemLegend) and isinstance(ny, QgsLayoutItemLegend):
        for art in _STILARTER:
            stil = item.style(art)
            format_ = stil.textFormat()
            format_.setSize(ny.style(art).textFormat().size())
            stil.setTextFormat(format_)
            item.setStyle(art, stil)


def _billede(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemPicture) and isinstance(ny, QgsLayoutItemPicture):
        item.setPicturePath(ny.picturePath(), ny.mode())


def _kort(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemMap) and isinstance(ny, QgsLayoutItemMap):
        item.setMapRotation(ny.mapRotation())
        item.zoomToExtent(QgsRectangle(ny.extent()))
        item.setScale(ny.scale())


def _bjaelke(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemScaleBar) and isinstance(ny, QgsLayoutItemScaleBar):
        item.setUnits(ny.units())
        item.setUnitLabel(ny.unitLabel())
        item.setUnitsPerSegment(ny.unitsPerSegment())


def _spalter(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemLegend) and isinstance(ny, QgsLayoutItemLegend):
        item.setColumnCount(ny.columnCount())


def _tegn_over(item: QgsLayoutItem, ny: QgsLayoutItem) -> None:
    if isinstance(item, QgsLayoutItemLegend) and isinstance(ny, QgsLayoutItemLegend):
        rod = item.model().rootGroup()
        rod.removeAllChildren()
        for node in ny.model().rootGroup().children():
            rod.addChildNode(node.clone())
        for lag in rod.findLayers():
            item.model().refreshLayerLegend(lag)


_TAG_OVER: dict[str, Callable[[QgsLayoutItem, QgsLayoutItem], None]] = {
    "sted": _sted,
    "maal": _maal,
    "tekst": _tekst,
    "punkter": _punkter,
    "billede": _billede,
    "kort": _kort,
    "bjaelke": _bjaelke,
    "spalter": _spalter,
    "tegn": _tegn_over,
}


# Items and pages that come and go -----------------------------------------------------------------------


def _kopier(ny: QgsLayoutItem, layout: QgsPrintLayout) -> bool:
    """Put a copy of the item into the layout, linked to the layout's own map."""
    dokument, sammenhaeng = QDomDocument(), QgsReadWriteContext()
    rod = dokument.createElement("Layout")
    ny.writeXml(rod, dokument, sammenhaeng)
    kopier = layout.addItemsFromXml(rod, dokument, sammenhaeng)
    for kopi in kopier:
        _sted(kopi, ny)
        if isinstance(kopi, (QgsLayoutItemScaleBar, QgsLayoutItemLegend)) and isinstance(
            ny, (QgsLayoutItemScaleBar, QgsLayoutItemLegend)
        ):
            kort = layout.itemById(ny.linkedMap().id()) if ny.linkedMap() is not None else None
            if isinstance(kort, QgsLayoutItemMap):
                kopi.setLinkedMap(kort)
        kopi.setCustomProperty(LAGT, json.dumps(_stand(ny)))
    return bool(kopier)


def _flere_sider(layout: QgsPrintLayout, frisk: QgsPrintLayout) -> None:
    sider = layout.pageCollection()
    for nr in range(sider.pageCount(), frisk.pageCollection().pageCount()):
        side = QgsLayoutItemPage(layout)
        side.setPageSize(frisk.pageCollection().page(nr).pageSize())
        sider.addPage(side)


def _faerre_sider(layout: QgsPrintLayout, frisk: QgsPrintLayout) -> None:
    """Take away pages at the end that were laid out once and are empty now."""
    sider = layout.pageCollection()
    while sider.pageCount() > frisk.pageCollection().pageCount():
        sidste = sider.pageCount() - 1
        if any(item.page() == sidste for item in _ved_navn(layout).values()):
            return
        sider.deletePage(sidste)
