# SPDX-License-Identifier: GPL-2.0-or-later
"""The questions that only one product asks, as widgets."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.gui import QgsDateTimeEdit, QgsFilterLineEdit, QgsSpinBox
from qgis.PyQt.QtCore import QDate, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from moedested_plugin.printing.bestilling import Skabelon
from moedested_plugin.printing.valgfelter import Art, Valgfelt

_LINJER = 5
_AAR = (1999, 2100)


class Felter(QObject):
    """The widgets of one product after the other; values are texts, '' for the product's own."""

    aendret = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.widgets: dict[str, QWidget] = {}
        #: Label and widget, in the order in which they are asked.
        self.raekker: list[tuple[str, QWidget]] = []

    def lav(self, skabelon: Skabelon, valg: Mapping[str, str]) -> None:
        """Make what this product asks; the values are those that were chosen last."""
        for widget in self.widgets.values():
            widget.deleteLater()
        self.widgets, self.raekker = {}, []
        for felt in skabelon.felter:
            widget = self._widget(felt, valg.get(felt.navn, ""))
            widget.setObjectName(f"felt_{felt.navn}")
            self.raekker.append((felt.etiket, widget))
            self.widgets[felt.navn] = widget

    def valg(self) -> dict[str, str]:
        """What is chosen, without what is left to the product."""
        alle = {navn: _vaerdi(widget) for navn, widget in self.widgets.items()}
        return {navn: vaerdi for navn, vaerdi in alle.items() if vaerdi}

    def _widget(self, felt: Valgfelt, vaerdi: str) -> QWidget:
        if felt.art is Art.VALG:
            valg = QComboBox()
            for mulighed, tekst in felt.muligheder:
                valg.addItem(tekst, mulighed)
            valg.setCurrentIndex(max(0, valg.findData(vaerdi)))
            valg.currentIndexChanged.connect(lambda _nr: self.aendret.emit())
            return valg
        if felt.art is Art.LINJER:
            linjer = QPlainTextEdit(vaerdi)
            linjer.setPlaceholderText(felt.hjaelp)
            linjer.setTabChangesFocus(True)
            linjer.setFixedHeight(linjer.fontMetrics().lineSpacing() * (_LINJER + 1))
            linjer.textChanged.connect(self.aendret.emit)
            return linjer
        if felt.art is Art.TAL:
            tal = QgsSpinBox()
            tal.setRange(*_AAR)
            tal.setClearValueMode(QgsSpinBox.ClearValueMode.MinimumValue, felt.hjaelp)
            tal.setValue(int(vaerdi) if vaerdi.isdigit() else _AAR[0])
            tal.valueChanged.connect(lambda _tal: self.aendret.emit())
            return tal
        if felt.art is Art.DATO:
            dato = QgsDateTimeEdit()
            dato.setDisplayFormat("dd-MM-yyyy")
            dato.setCalendarPopup(True)
            dato.setAllowNull(True)
            dato.setNullRepresentation(felt.hjaelp)
            dag = QDate.fromString(vaerdi, Qt.DateFormat.ISODate)
            if dag.isValid():
                dato.setDate(dag)
            else:
                dato.clear()
            dato.valueChanged.connect(lambda _dato: self.aendret.emit())
            return dato
        linje = QgsFilterLineEdit()
        linje.setText(vaerdi)
        linje.setPlaceholderText(felt.hjaelp)
        linje.textChanged.connect(lambda _tekst: self.aendret.emit())
        return linje


def _vaerdi(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip()
    if isinstance(widget, QgsSpinBox):
        return "" if widget.value() == widget.minimum() else str(widget.value())
    if isinstance(widget, QgsDateTimeEdit):
        return "" if widget.isNull() else str(widget.date().toString(Qt.DateFormat.ISODate))
    return widget.text().strip() if isinstance(widget, QgsFilterLineEdit) else ""
