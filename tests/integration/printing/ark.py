# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet with one of everything a print of ours has, as QGIS itself writes it to PDF."""

from __future__ import annotations

import base64
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutSize,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTableCell,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QRectF

TITEL = "Mødested på Ærø: åben for alle"
I_KORTET = "Blåbærvej"


class Ark:
    """The layout and the project it lives in."""

    def __init__(self, bredde: float = 210, hoejde: float = 297) -> None:
        self.projekt = QgsProject()
        self.layout = QgsPrintLayout(self.projekt)
        self.layout.initializeDefaults()
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(bredde, hoejde))
        self.lag = QgsVectorLayer("Point?crs=EPSG:25832&field=navn:string", "Steder", "memory")
        sted = QgsFeature(self.lag.fields())
        sted.setGeometry(QgsGeometry.fromWkt("POINT(600000 6100000)"))
        sted["navn"] = I_KORTET
        self.lag.dataProvider().addFeatures([sted])
        self.lag.updateExtents()
        etiket = QgsPalLayerSettings()
        etiket.fieldName = "navn"
        self.lag.setLabeling(QgsVectorLayerSimpleLabeling(etiket))
        self.lag.setLabelsEnabled(True)
        self.projekt.addMapLayer(self.lag)

    def ny_side(self, bredde: float, hoejde: float) -> None:
        side = QgsLayoutItemPage(self.layout)
        side.setPageSize(QgsLayoutSize(bredde, hoejde))
        self.layout.pageCollection().addPage(side)

    def laeg(self, ting: QgsLayoutItem, navn: str, x: float, y: float, b: float, h: float, side: int = 0) -> None:  # fmt: skip
        y += self.layout.pageCollection().page(side).pos().y()
        ting.attemptSetSceneRect(QRectF(x, y, b, h))
        ting.setId(navn)
        self.layout.addLayoutItem(ting)

    def tekst(self, tekst: str, navn: str, x: float, y: float, b: float = 90, h: float = 20, side: int = 0) -> None:  # fmt: skip
        ting = QgsLayoutItemLabel(self.layout)
        ting.setText(tekst)
        self.laeg(ting, navn, x, y, b, h, side)

    def svg(self, svg: str, navn: str, x: float, y: float, maal: float, side: int = 0) -> None:
        ting = QgsLayoutItemPicture(self.layout)
        kode = base64.b64encode(svg.encode()).decode("ascii")
        ting.setPicturePath(f"base64:{kode}", Qgis.PictureFormat.SVG)
        self.laeg(ting, navn, x, y, maal, maal, side)

    def moerkt(self, x: float, y: float, b: float, h: float) -> None:
        flade = QgsLayoutItemShape(self.layout)
        flade.setSymbol(QgsFillSymbol.createSimple({"color": "#0b3d2e"}))
        self.laeg(flade, "mørkt", x, y, b, h)

    def kort(self, navn: str, x: float, y: float, drejet: float = 0, side: int = 0) -> None:
        kort = QgsLayoutItemMap(self.layout)
        self.laeg(kort, navn, x, y, 100, 80, side)
        kort.setLayers([self.lag])
        kort.setCrs(self.lag.crs())
        kort.zoomToExtent(QgsRectangle(599000, 6099000, 601000, 6101000))
        kort.setMapRotation(drejet)
        kort.setFrameEnabled(True)
        maalestok = QgsLayoutItemScaleBar(self.layout)
        maalestok.setLinkedMap(kort)
        maalestok.applyDefaultSize()
        self.laeg(maalestok, "målestok", x + 2, y + 65, 60, 12, side)

    def alt_muligt(self) -> None:
        """One of each kind, some drawn in another order than they are read."""
        self.tekst("Kilde: kommunen", "kilde", 10, 270)
        ramme = QgsLayoutItemShape(self.layout)
        self.laeg(ramme, "ramme", 10, 8, 150, 12)
        self.tekst(TITEL, "titel", 10, 8, 150, 12)
        self.kort("kort", 10, 30, drejet=30)
        self.tekst("Oven på kortet", "mærke", 60, 40, 40, 8)
        signatur = QgsLayoutItemLegend(self.layout)
        signatur.setAutoUpdateModel(True)
        self.laeg(signatur, "signatur", 120, 30, 60, 40)
        tabel = QgsLayoutItemManualTable.create(self.layout)
        tabel.setTableContents([[QgsTableCell("mandag"), QgsTableCell("kl. 10–12")]])
        self.layout.addMultiFrame(tabel)
        ramme2 = QgsLayoutFrame(self.layout, tabel)
        self.laeg(ramme2, "tabel", 10, 130, 100, 30)
        tabel.addFrame(ramme2)
        self.tekst("To linjer\nog en streg", "to linjer", 10, 200)
        drejet = QgsLayoutItemLabel(self.layout)
        drejet.setText("På skrå")
        self.laeg(drejet, "skrå", 150, 150, 40, 10)
        drejet.setItemRotation(20)

    def pdf(self, sti: Path, dpi: float = 300) -> Path:
        valg = QgsLayoutExporter.PdfExportSettings()
        valg.dpi = dpi
        valg.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        svar = QgsLayoutExporter(self.layout).exportToPdf(str(sti), valg)
        assert svar == QgsLayoutExporter.ExportResult.Success
        return sti
