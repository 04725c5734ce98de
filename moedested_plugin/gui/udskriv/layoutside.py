# SPDX-License-Identifier: GPL-2.0-or-later
"""The layouts of the project that were made here: open them for hand work, bring them up to date with the data."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import tr


class Layoutside(QWidget):
    """A list by name; what is done is asked for by signals."""

    #: Names of layouts.
    aabn = pyqtSignal(str)
    opdater = pyqtSignal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped(
                tr(
                    "Et layout i projektet kan rettes i hånden. Opdatér fra data henter tekster, billeder og kortudsnit igen; det, du selv har flyttet, skrevet eller fjernet, bliver, som det er."
                )
            )
        )
        self.liste = QListWidget()
        self.liste.setObjectName("layouter")
        self.liste.setAccessibleName(tr("Layouter i projektet"))
        self.liste.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.liste.itemSelectionChanged.connect(self._tilpas)
        self.liste.itemDoubleClicked.connect(lambda item: self.aabn.emit(item.text()))
        layout.addWidget(self.liste, 1)
        self.besked = wrapped("")
        layout.addWidget(self.besked)
        under = QHBoxLayout()
        self.aabn_knap: QPushButton = button(tr("Åbn layoutet"), self._aabn)
        self.opdater_knap: QPushButton = button(
            tr("Opdatér fra data"), lambda: self.opdater.emit(self.valgte())
        )
        under.addWidget(self.aabn_knap)
        under.addWidget(self.opdater_knap)
        under.addStretch(1)
        layout.addLayout(under)
        self._tilpas()

    def vis(self, navne: list[str]) -> None:
        """Show these; what was chosen stays chosen."""
        valgte = set(self.valgte())
        self.liste.clear()
        self.liste.addItems(navne)
        for nr, navn in enumerate(navne):
            self.liste.item(nr).setSelected(navn in valgte)
        if not navne:
            self.sig(tr("Projektet har ingen layouter herfra endnu. Tryk Føj til projektet som layout."))  # fmt: skip
        self._tilpas()

    def sig(self, tekst: str) -> None:
        """Say what came of it."""
        self.besked.setText(tekst)
        self.besked.setVisible(bool(tekst))

    def valgte(self) -> list[str]:
        """The names that are chosen."""
        return [item.text() for item in self.liste.selectedItems()]

    def _aabn(self) -> None:
        for navn in self.valgte()[:1]:
            self.aabn.emit(navn)

    def _tilpas(self) -> None:
        antal = len(self.liste.selectedItems())
        self.aabn_knap.setEnabled(antal == 1)
        self.opdater_knap.setEnabled(antal > 0)
