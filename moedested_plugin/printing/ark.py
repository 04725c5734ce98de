# SPDX-License-Identifier: GPL-2.0-or-later
"""A print that is being laid out (ark): one QGIS layout whose items are placed in millimetres and have names."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsPrintLayout,
    QgsTextRenderer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from moedested_plugin.domain.farve import BLAA, HVID

from .beskaaret import beskaaret
from .pdf_elementer import side_af
from .stil import DPI, OVERSKRIFTER, STREG_FARVE, TEKST, Skrift, tekstformat
from .tekstmaal import FORSIGTIG, delbar, linjer
from .tekstmaal import bredde as tekst_bredde

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsProject, QgsRenderContext, QgsTextFormat

    from .papir import Papir
    from .pdf_maerker import Side

#: A hair of room below a text (mm): else rounding lets its last line fall out.
LINJELUFT = 0.3
#: Longer paragraphs are broken into lines here.
_LANGT = 300
#: A line may be wider in the PDF than it was measured.
_BREDERE = 1.02
#: QGIS works out what stands between these in a label: text of the data must never be read as an expression.
_UDTRYK, _UFARLIGT = "[%", "[\u200b%"
#: Rim of a pictogram, in the units of its drawing (24 across).
_RAND = 1.0
VENSTRE = Qt.AlignmentFlag.AlignLeft
MIDT = Qt.AlignmentFlag.AlignHCenter
HOEJRE = Qt.AlignmentFlag.AlignRight
LODRET_MIDT = Qt.AlignmentFlag.AlignVCenter


class Ark:
    """One layout on one kind of paper, with one page or more. Everything is placed on the page that was begun last.

    Item names are `navn`, or `navn 2`, `navn 3` … where one is used again; they stay the same as long as the data do,
    so that a layout in the project can be brought up to date.
    """

    def __init__(self, project: QgsProject, titel: str, papir: Papir) -> None:
        self.papir = papir
        self.layout = QgsPrintLayout(project)
        self.layout.setName(titel)
        self.layout.initializeDefaults()
        self.layout.renderContext().setDpi(DPI)
        self.layout.setUnits(Qgis.LayoutUnit.Millimeters)
        # nobody undoes what is laid out here; to keep each step takes a third of the time
        self.layout.undoStack().blockCommands(True)
        self._side = 0
        self._roller: dict[str, str] = {}
        self._alt: dict[str, str] = {}
        self._brugt: dict[str, int] = {}
        self._orden: list[str] = []
        self._maaler: QgsRenderContext | None = None
        self._formater: dict[tuple[Skrift, str, float | None, float], QgsTextFormat] = {}
        self._linjer: dict[tuple[Skrift, float | None, float], tuple[float, float]] = {}
        self._beholdt: list[object] = []
        self._stoerrelse(self.layout.pageCollection().page(0))

    def behold(self, *ting: object) -> None:
        """Let things live as long as the layout: layers that are made for it alone."""
        self._beholdt += ting

    # Pages ---------------------------------------------------------------------------------------------

    @property
    def sider(self) -> int:
        """Number of pages."""
        return int(self.layout.pageCollection().pageCount())

    def ny_side(self) -> None:
        """Begin another page of the same paper."""
        side = QgsLayoutItemPage(self.layout)
        self._stoerrelse(side)
        self.layout.pageCollection().addPage(side)
        self._side = self.sider - 1

    def gaa_til(self, side: int) -> None:
        """Place what comes on an earlier page (0 is the first): page numbers are known when all pages are made."""
        self._side = side

    def _stoerrelse(self, side: QgsLayoutItemPage) -> None:
        side.setPageSize(QgsLayoutSize(self.papir.bredde, self.papir.hoejde))

    # Text ----------------------------------------------------------------------------------------------

    def format(
        self, skrift: Skrift, farve: str = TEKST, stoerrelse: float | None = None
    ) -> QgsTextFormat:
        """The format of a kind of text on this paper."""
        noegle = (skrift, farve, stoerrelse, self.papir.skala)
        if noegle not in self._formater:
            self._formater[noegle] = tekstformat(skrift, farve, self.papir.skala, stoerrelse)
        return self._formater[noegle]

    @property
    def maaler(self) -> QgsRenderContext:
        """What text is measured in. Without the flag, which QGIS sets when it draws, sizes would be whole points."""
        if self._maaler is None:
            # no painter: only to measure
            self._maaler = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, DPI)  # type: ignore[arg-type]
            self._maaler.setFlag(Qgis.RenderContextFlag.ApplyScalingWorkaroundForTextRendering)
        return self._maaler

    def tekst_hoejde(
        self, tekst: str, bredde: float, skrift: Skrift, stoerrelse: float | None = None
    ) -> float:
        """How high the text becomes when it is wrapped to this width (mm)."""
        if not tekst:
            return 0.0
        punkt = self.format(skrift, stoerrelse=stoerrelse).size()
        fed = skrift.value[1]
        antal = linjer(delbar(tekst, bredde, punkt, fed=fed), bredde, punkt, fed=fed)
        noegle = (skrift, stoerrelse, self.papir.skala)
        if noegle not in self._linjer:
            en, to = (self._linjehoejde(skrift, stoerrelse, antal) for antal in (1, 2))
            self._linjer[noegle] = (en, to - en)
        foerste, naeste = self._linjer[noegle]
        return foerste + (antal - 1) * naeste

    def _linjehoejde(self, skrift: Skrift, stoerrelse: float | None, antal: int) -> float:
        enhed = self.maaler.convertToPainterUnits(1, Qgis.RenderUnit.Millimeters)
        format_ = self.format(skrift, stoerrelse=stoerrelse)
        return float(QgsTextRenderer.textHeight(self.maaler, format_, ["X"] * antal) / enhed)

    def tekst_bredde(self, tekst: str, skrift: Skrift, stoerrelse: float | None = None) -> float:
        """How wide the text is on one line (mm)."""
        punkt = self.format(skrift, stoerrelse=stoerrelse).size()
        return _BREDERE * tekst_bredde(tekst, punkt, fed=skrift.value[1])

    def brudt(
        self, tekst: str, bredde: float, skrift: Skrift, stoerrelse: float | None = None
    ) -> str:
        """The text with its long paragraphs broken into lines of this width (mm).

        QGIS breaks lines itself, but takes seconds over three thousand letters, and twice as many take eight times as long.
        """
        if len(tekst) <= _LANGT:
            return tekst
        mellemrum = self.tekst_bredde(" ", skrift, stoerrelse)
        linjer: list[str] = []
        for afsnit in tekst.split("\n"):
            if len(afsnit) <= _LANGT:
                linjer.append(afsnit)
                continue
            linje, brugt = "", 0.0
            for et in afsnit.split():
                egen = self.tekst_bredde(et, skrift, stoerrelse)
                if linje and brugt + mellemrum + egen > bredde:
                    linjer.append(linje)
                    linje, brugt = et, egen
                else:
                    brugt += egen + (mellemrum if linje else 0.0)
                    linje = f"{linje} {et}" if linje else et
            linjer.append(linje)
        return "\n".join(linjer)

    def tekst(
        self,
        navn: str,
        tekst: str,
        x: float,
        y: float,
        bredde: float,
        skrift: Skrift = Skrift.BROED,
        *,
        farve: str = TEKST,
        stoerrelse: float | None = None,
        hoejde: float | None = None,
        vandret: Qt.AlignmentFlag = VENSTRE,
        lodret: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> float:
        """Place text and give its height (mm): its own where `hoejde` is None. Empty text takes no room."""
        if not tekst:
            return 0.0
        if hoejde is None:
            hoejde = self.tekst_hoejde(tekst, bredde, skrift, stoerrelse) + LINJELUFT
        if vandret == HOEJRE:  # what it may be wider would stand over the margin
            langt = self.tekst_bredde(tekst, skrift, stoerrelse)
            bredde -= min(bredde, langt) * (1 - 1 / _BREDERE)
        label = QgsLayoutItemLabel(self.layout)
        label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
        punkt = self.format(skrift, stoerrelse=stoerrelse).size()
        tekst = delbar(tekst, bredde, punkt, fed=skrift.value[1])
        tekst = self.brudt(tekst, bredde * FORSIGTIG, skrift, stoerrelse)
        label.setText(tekst.replace(_UDTRYK, _UFARLIGT))
        label.setTextFormat(self.format(skrift, farve, stoerrelse))
        label.setMarginX(0)
        label.setMarginY(0)
        label.setHAlign(vandret)
        label.setVAlign(lodret)
        self.tilfoej(label, navn, x, y, bredde, hoejde)
        if skrift in OVERSKRIFTER:
            self._roller[label.id()] = OVERSKRIFTER[skrift]
        return hoejde

    def passende(
        self,
        tekst: str,
        bredde: float,
        hoejde: float,
        skrift: Skrift,
        mindst: float,
        stoerst: float | None = None,
    ) -> float:
        """The largest size (points, the kind's own at most) at which the text fits the box; `mindst` at least.

        No word is broken in two: a long one makes the type smaller as well. `stoerst` is another upper end.
        """
        stoerst = stoerst or skrift.value[0] * self.papir.skala
        ord_ = max(tekst.split(), key=len, default="")
        stoerrelse = stoerst
        while stoerrelse > mindst:
            if (
                self.tekst_hoejde(tekst, bredde, skrift, stoerrelse) <= hoejde
                and self.tekst_bredde(ord_, skrift, stoerrelse) <= bredde
            ):
                return stoerrelse
            stoerrelse -= max(0.5, stoerst / 60)
        return mindst

    # Pictures and shapes -------------------------------------------------------------------------------

    def svg(
        self,
        navn: str,
        svg: str,
        x: float,
        y: float,
        bredde: float,
        hoejde: float,
        *,
        alt: str = "",
    ) -> QgsLayoutItemPicture:
        """Place a drawing; it stays vector in the PDF. `alt` is what it says to those who do not see it."""
        kodet = base64.b64encode(svg.encode()).decode()
        billede = self._billede(
            navn, f"base64:{kodet}", Qgis.PictureFormat.SVG, x, y, bredde, hoejde
        )
        self.beskriv(billede, alt)
        return billede

    def tegning(
        self,
        navn: str,
        sti: str,
        x: float,
        y: float,
        stoerrelse: float,
        *,
        farve: str = BLAA,
        kant: str = HVID,
        alt: str = "",
    ) -> None:
        """Place a square pictogram from a file or a `base64:` path: its plate, and its rim and drawing.

        Beside its own words it needs no `alt`.
        """
        billede = self._billede(navn, sti, Qgis.PictureFormat.SVG, x, y, stoerrelse, stoerrelse)
        billede.setSvgFillColor(QColor(farve))
        billede.setSvgStrokeColor(QColor(kant))
        billede.setSvgStrokeWidth(_RAND)
        self.beskriv(billede, alt)

    def foto(
        self,
        navn: str,
        sti: Path,
        x: float,
        y: float,
        bredde: float,
        hoejde: float,
        *,
        alt: str = "",
    ) -> QgsLayoutItemPicture:
        """Place a photo so that it fills the box; what does not fit is cut evenly.

        It is cut and made small here: QGIS's own way of cutting shows a photo at its natural size.
        """
        kodet = beskaaret(sti, bredde, hoejde)
        kilde = f"base64:{kodet}" if kodet else str(sti)
        billede = self._billede(navn, kilde, Qgis.PictureFormat.Raster, x, y, bredde, hoejde)
        self.beskriv(billede, alt)
        return billede

    def logo(self, sti: str, art: str, x: float, y: float, bredde: float, hoejde: float) -> None:
        """Place the municipality's logo."""
        format_ = Qgis.PictureFormat.SVG if art == "svg" else Qgis.PictureFormat.Raster
        self._billede("logo", sti, format_, x, y, bredde, hoejde)

    def _billede(
        self,
        navn: str,
        sti: str,
        format_: Qgis.PictureFormat,
        x: float,
        y: float,
        bredde: float,
        hoejde: float,
    ) -> QgsLayoutItemPicture:
        billede = QgsLayoutItemPicture(self.layout)
        billede.setPicturePath(sti, format_)
        billede.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        self.tilfoej(billede, navn, x, y, bredde, hoejde)
        return billede

    def felt(
        self,
        navn: str,
        x: float,
        y: float,
        bredde: float,
        hoejde: float,
        *,
        farve: str = "",
        streg: str = "",
        tykkelse: float = 0.25,
        rund: float = 0.0,
    ) -> None:
        """Place a box: filled, outlined or both."""
        form = QgsLayoutItemShape(self.layout)
        form.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        if rund:
            form.setCornerRadius(QgsLayoutMeasurement(rund, Qgis.LayoutUnit.Millimeters))
        udseende = {
            "color": farve or "255,255,255,0",
            "style": "solid" if farve else "no",
            "outline_style": "solid" if streg else "no",
            "outline_color": streg or STREG_FARVE,
            "outline_width": str(tykkelse),
        }
        form.setSymbol(QgsFillSymbol.createSimple(udseende))
        self.tilfoej(form, navn, x, y, bredde, hoejde)

    def streg(self, navn: str, x: float, y: float, bredde: float, farve: str = STREG_FARVE) -> None:
        """Place a thin horizontal line."""
        self.felt(navn, x, y, bredde, 0.25 * self.papir.skala, farve=farve)

    # For those who hear it ----------------------------------------------------------------------------

    def beskriv(self, item: QgsLayoutItem, alt: str) -> None:
        """Say what a map, a picture or a legend shows; what has no words is passed over when the page is read aloud."""
        if alt:
            self._alt[item.id()] = alt

    def laest(self, titel: str) -> list[Side]:
        """The pages as they are read aloud, under this title in the list of contents.

        In the order in which they were placed: read line by line from the top, columns would be mixed.
        """
        return [
            side_af(
                self.layout,
                nr,
                titel if nr == 0 else f"{titel} ({nr + 1})",
                roller=self._roller,
                tekster=self._alt,
                foerst=self._orden,
            )
            for nr in range(self.sider)
        ]

    # Any item ------------------------------------------------------------------------------------------

    def tilfoej(
        self, item: QgsLayoutItem, navn: str, x: float, y: float, bredde: float, hoejde: float
    ) -> None:
        """Place any item on the present page, under a name of its own."""
        gange = self._brugt[navn] = self._brugt.get(navn, 0) + 1
        item.setId(navn if gange == 1 else f"{navn} {gange}")
        self._orden.append(item.id())
        self.layout.addLayoutItem(item)
        item.attemptResize(QgsLayoutSize(bredde, hoejde))
        item.attemptMove(QgsLayoutPoint(x, y), True, False, self._side)
