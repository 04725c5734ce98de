# SPDX-License-Identifier: GPL-2.0-or-later
"""The middle of the dialog: paper, rows, language, area, what only this product asks, and where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsExpressionLineEdit, QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from moedested_plugin.gui.widgets import button
from moedested_plugin.i18n import tr

from .felter import Felter
from .oenske import AENDRET, ALLE, HELE, MARKEREDE, RAMME, SYNLIGT, UDTRYK, Oenske, valgt_udsnit

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from moedested_plugin.printing.bestilling import Skabelon


class Bestilform(QWidget):
    """Shows a wish and reads it back. Rows that do not apply to the product are hidden."""

    aendret = pyqtSignal()
    #: Draw the area on the map.
    tegn = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skabelon: Skabelon | None = None
        self.papir, self.raekker, self.sprog, self.udsnit = (QComboBox() for _ in range(4))
        self.papir.setObjectName("papir")
        self.raekker.setObjectName("raekker")
        self.udsnit.setObjectName("udsnit")
        self.sprog.setObjectName("sprog")
        self.udtryk = QgsExpressionLineEdit()
        self.udtryk.setExpressionDialogTitle(tr("Hvad skal med?"))
        self.hver_for_sig = QCheckBox(tr("En fil for hvert sted"))
        self.mappe = QgsFileWidget()
        self.mappe.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.mappe.setDialogTitle(tr("Mappe til udskrifter"))
        self.mappe.lineEdit().textChanged.connect(self.mappe.setToolTip)
        self.felter = Felter(self)
        self.tegn_knap = button(tr("Tegn på kortet"), self.tegn.emit)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        # With large letters a label stands above its field: nothing is cut.
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for valg in (self.papir, self.raekker, self.sprog, self.udsnit):
            valg.currentIndexChanged.connect(lambda _nr: self._rettet())
            valg.setMinimumContentsLength(10)
        self.udtryk.expressionChanged.connect(lambda _tekst: self._rettet())
        self.hver_for_sig.toggled.connect(lambda _til: self._rettet())
        self.felter.aendret.connect(self._rettet)
        self._viser = self._flere = False

    def vis(
        self, skabelon: Skabelon, oenske: Oenske, lag: list[QgsVectorLayer], markerede: int
    ) -> None:
        """Show what can be chosen for this product, and what was chosen last."""
        self._viser = True
        self.skabelon = skabelon
        self.papir.clear()
        for papir in skabelon.papirer:
            self.papir.addItem(papir.navn, papir.navn)
        _vaelg(self.papir, oenske.papir or skabelon.standard.navn)
        self.raekker.clear()
        self.raekker.addItem(tr("Alt, der er synligt for alle"), ALLE)
        self.raekker.addItem(tr("Det markerede på kortet ({})").format(markerede), MARKEREDE)
        self.raekker.addItem(tr("Efter et udtryk"), UDTRYK)
        self.raekker.addItem(tr("Ændret siden sidst"), AENDRET)
        _vaelg(self.raekker, oenske.raekker)
        self.udtryk.setLayer(lag[0] if lag else None)  # type: ignore[arg-type]  # None is no layer
        self.udtryk.setExpression(oenske.udtryk)
        self.sprog.clear()
        for sprog, navn in (("da", tr("Dansk")), ("en", tr("Engelsk")), ("de", tr("Tysk"))):
            if sprog in skabelon.sprog:
                self.sprog.addItem(navn, sprog)
        _vaelg(self.sprog, oenske.sprog)
        self.udsnit.clear()
        if skabelon.tabel:
            self.udsnit.addItem(tr("Alle mødestederne"), HELE)
        self.udsnit.addItem(tr("Det, kortet viser nu"), SYNLIGT)
        self.udsnit.addItem(tr("Tegnet på kortet"), RAMME)
        _vaelg(self.udsnit, valgt_udsnit(skabelon, oenske))
        self._flere = False
        self.hver_for_sig.setChecked(oenske.hver_for_sig)
        self.felter.lav(skabelon, oenske.valg)
        self._viser = False
        self._laeg_ud()

    def oenske(self) -> Oenske:
        """What is chosen now."""
        return Oenske(
            papir=str(self.papir.currentData() or ""),
            raekker=str(self.raekker.currentData() or ALLE),
            udtryk=self.udtryk.expression(),
            sprog=str(self.sprog.currentData() or "da"),
            hver_for_sig=self.hver_for_sig.isChecked(),
            udsnit=str(self.udsnit.currentData() or ""),
            valg=self.felter.valg(),
        )

    def vis_antal(self, blade: int) -> None:
        """One file or many is only a question where there is more than one place."""
        if (blade > 1) != self._flere:
            self._flere = blade > 1
            self._laeg_ud()

    def vis_markerede(self, antal: int) -> None:
        """How many rows are selected on the map now."""
        nr = self.raekker.findData(MARKEREDE)
        self.raekker.setItemText(nr, tr("Det markerede på kortet ({})").format(antal))

    def vis_senest(self, dag: str) -> None:
        """When the product was last printed whole; '' for never."""
        nr = self.raekker.findData(AENDRET)
        tekst = (
            tr("Ændret siden {}").format(dag)
            if dag
            else tr("Ændret siden sidst (aldrig udskrevet)")
        )
        self.raekker.setItemText(nr, tekst)

    def _rettet(self) -> None:
        if not self._viser:
            if self.udtryk.isVisibleTo(self) != self._efter_udtryk:
                self._laeg_ud()
            self.aendret.emit()

    @property
    def _efter_udtryk(self) -> bool:
        skabelon = self.skabelon
        return bool(skabelon and skabelon.tabel) and self.raekker.currentData() == UDTRYK

    def _laeg_ud(self) -> None:
        """Lay the rows out that apply, and no others."""
        skabelon = self.skabelon
        if skabelon is None:
            return
        while self._form.rowCount():
            raekke = self._form.takeRow(0)
            for led in (raekke.labelItem, raekke.fieldItem):
                widget = led.widget() if led is not None else None  # type: ignore[redundant-expr]  # a row may lack either
                if isinstance(widget, QLabel):
                    widget.deleteLater()
                elif widget is not None:
                    widget.hide()
        rulles_ud: list[tuple[str, QWidget, bool]] = [
            (tr("Papir"), self.papir, True),
            (tr("Hvad skal med"), self.raekker, bool(skabelon.tabel)),
            ("", self.udtryk, self._efter_udtryk),
            (tr("Sprog"), self.sprog, len(skabelon.sprog) > 1),
            (tr("Udsnit"), self.udsnit, skabelon.har_udsnit),
            ("", self.tegn_knap, skabelon.har_udsnit),
            *((etiket, widget, True) for etiket, widget in self.felter.raekker),
            ("", self.hver_for_sig, self._flere),
            (tr("Mappe"), self.mappe, True),
        ]
        for etiket, widget, med in rulles_ud:
            if med:
                self._form.addRow(etiket, widget)
                widget.show()


def _vaelg(boks: QComboBox, vaerdi: str) -> None:
    boks.setCurrentIndex(max(0, boks.findData(vaerdi)))
