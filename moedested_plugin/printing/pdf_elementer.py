# SPDX-License-Identifier: GPL-2.0-or-later
"""What is on a page of a layout, for those who hear it read: texts, maps and pictures with a text, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemPage,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QTextDocumentFragment

from .pdf_maerker import FIGUR, PYNT, Element, Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.core import QgsLayout

_LAESES = (QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutFrame)


def side_af(
    layout: QgsLayout,
    nr: int,
    titel: str,
    *,
    roller: Mapping[str, str],
    tekster: Mapping[str, str],
    foerst: Sequence[str] = (),
) -> Side:
    """Describe page `nr` of a layout as it is now (an atlas stands on its feature).

    `roller`: item id → H1 or H2 (other texts are P). `tekster`: item id → what is read: what a map or a picture shows
    (without, it is passed over), the words of a table or a legend (without, they are read as drawn, cell by cell and
    without spaces). A label has its own words. `foerst`: ids in the order they are read; the others follow from the top.
    """
    papir = layout.pageCollection().page(nr)
    ting = [
        en
        for en in layout.items()
        if isinstance(en, QgsLayoutItem)
        and not isinstance(en, QgsLayoutItemPage)
        and en.page() == nr
        and en.isVisible()
        and not en.excludeFromExports()
    ]
    plads = {navn: nummer for nummer, navn in enumerate(foerst)}
    ting.sort(
        key=lambda en: (plads.get(en.id(), len(plads)), round(en.pagePos().y()), en.pagePos().x())
    )
    elementer = []
    for en in ting:
        hjoerne = en.mapToScene(QPointF(0, 0)) - papir.pos()
        kasse = en.mapRectToScene(en.rect()).translated(-papir.pos())
        elementer.append(
            Element(
                _rolle(en, roller, tekster),
                (hjoerne.x(), hjoerne.y()),
                (kasse.x(), kasse.y(), kasse.width(), kasse.height()),
                " ".join((tekster.get(en.id()) or _ord(en)).split()),
            )
        )
    return Side(titel, tuple(elementer))


def _rolle(en: QgsLayoutItem, roller: Mapping[str, str], tekster: Mapping[str, str]) -> str:
    if not isinstance(en, _LAESES):
        return FIGUR if tekster.get(en.id()) else PYNT
    if isinstance(en, QgsLayoutItemLabel) and not _ord(en).strip():
        return PYNT
    return roller.get(en.id(), "P")


def _ord(en: QgsLayoutItem) -> str:
    if not isinstance(en, QgsLayoutItemLabel):
        return ""
    tekst = en.currentText()
    if en.mode() == QgsLayoutItemLabel.Mode.ModeHtml:
        return QTextDocumentFragment.fromHtml(tekst).toPlainText()
    return tekst
