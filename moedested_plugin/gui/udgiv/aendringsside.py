# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes as a table, a map and the fields of the one that is chosen; used for a plan and for going back."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.panel_text import number
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.aendringer import Art

from .planfilter import Planfilter
from .plankort import Baggrund, Plankort
from .planmodel import ART, FELTER, LAG, NAVN, PRIVAT, Planmodel
from .plantekst import arttekst, feltlinjer

if TYPE_CHECKING:
    from moedested_plugin.publishing.aendringer import Aendring, Aendringer


#: More lines than these take too long to sort; they can be searched.
_SORTERES = 20_000
#: Over and under the text of a line.
_LUFT_PX = 8


class Aendringsside(QWidget):
    """`privat` lets rows be marked as removed for privacy."""

    def __init__(self, baggrund: Baggrund, *, privat: bool) -> None:
        super().__init__()
        self._model = Planmodel()
        self._filter = Planfilter(self._model)
        self.soeg = QgsFilterLineEdit()
        self.soeg.setShowSearchIcon(True)
        self.soeg.setPlaceholderText(tr("Søg: navn, lag, felt, værdi …"))
        self.soeg.setAccessibleName(self.soeg.placeholderText())
        self.soeg.textChanged.connect(lambda _: self._filtrer())
        self.art = QComboBox()
        self.art.setAccessibleName(tr("Art"))
        self.art.currentIndexChanged.connect(lambda _: self._filtrer())
        self.tabel = self._ny_tabel(privat)
        self.felter = _ny_felttabel()
        self.kort = Plankort(baggrund)
        self.kort.valgt.connect(self.vaelg)
        top = QHBoxLayout()
        top.addWidget(self.soeg, 1)
        top.addWidget(self.art)
        venstre = QWidget()
        liste = QVBoxLayout(venstre)
        liste.setContentsMargins(0, 0, 0, 0)
        liste.addLayout(top)
        liste.addWidget(self.tabel, 1)
        hoejre = QSplitter(Qt.Orientation.Vertical)
        hoejre.addWidget(self.kort)
        hoejre.addWidget(self.felter)
        hoejre.setSizes([300, 150])
        deler = QSplitter(Qt.Orientation.Horizontal)
        deler.addWidget(venstre)
        deler.addWidget(hoejre)
        deler.setSizes([640, 380])
        deler.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(deler, 1)

    def luk(self) -> None:
        """Let go of the map."""
        self.kort.luk()

    def vis(self, aendringer: Aendringer) -> None:
        """Show these."""
        talt = {art: aendringer.antal(art) for art in Art}
        self.art.blockSignals(True)
        self.art.clear()
        self.art.addItem(tr("Alle ({})").format(number(len(aendringer))), None)
        for art, antal in talt.items():
            self.art.addItem(f"{arttekst(art)} ({number(antal)})", art)
        self.art.blockSignals(False)
        self.soeg.clear()
        self.tabel.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.tabel.setSortingEnabled(len(aendringer) <= _SORTERES)
        self._model.vis(aendringer)
        self._filtrer()
        self.kort.vis(aendringer)
        self.felter.clear()

    @property
    def privat(self) -> Collection[tuple[str, str]]:
        """Rows that are marked."""
        return self._model.privat

    def viste(self) -> list[Aendring]:
        """The changes that pass the search, in the order of the table."""
        proxy = self._filter
        return [
            self._model.aendringer[proxy.mapToSource(proxy.index(nr, ART)).row()]
            for nr in range(proxy.rowCount())
        ]

    def vaelg(self, nr: int) -> None:
        """Choose a change by its number; one that the search hides is let in again."""
        indeks = self._filter.mapFromSource(self._model.index(nr, ART))
        if not indeks.isValid():
            self.soeg.clear()
            self.art.setCurrentIndex(0)
            indeks = self._filter.mapFromSource(self._model.index(nr, ART))
        self.tabel.selectRow(indeks.row())
        self.tabel.scrollTo(indeks)

    def _filtrer(self) -> None:
        self._filter.saet(self.soeg.text(), self.art.currentData())

    def _ny_tabel(self, privat: bool) -> QTableView:
        tabel = QTableView()
        tabel.setObjectName("aendringer")
        tabel.setAccessibleName(tr("Ændringer"))
        tabel.setModel(self._filter)
        tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabel.setAlternatingRowColors(True)
        tabel.setWordWrap(False)
        tabel.setTabKeyNavigation(False)
        tabel.verticalHeader().hide()
        tabel.verticalHeader().setDefaultSectionSize(tabel.fontMetrics().height() + _LUFT_PX)
        tabel.horizontalHeader().setHighlightSections(False)
        tabel.setColumnHidden(PRIVAT, not privat)
        bogstav = tabel.fontMetrics().averageCharWidth()
        for spalte, bredde in ((ART, 13), (LAG, 24), (NAVN, 28), (PRIVAT, 8)):
            tabel.setColumnWidth(spalte, bredde * bogstav)
        tabel.horizontalHeader().setSectionResizeMode(FELTER, QHeaderView.ResizeMode.Stretch)
        tabel.selectionModel().currentRowChanged.connect(self._valgt)
        return tabel

    def _valgt(self, indeks: QModelIndex, _foer: QModelIndex) -> None:
        self.felter.clear()
        if not indeks.isValid():
            return
        nr = self._filter.mapToSource(indeks).row()
        for linje in feltlinjer(self._model.aendringer[nr]):
            punkt = QTreeWidgetItem(self.felter, list(linje))
            for spalte, tekst in enumerate(linje):
                punkt.setToolTip(spalte, tekst)
        self.kort.gaa_til(nr)


def _ny_felttabel() -> QTreeWidget:
    felter = QTreeWidget()
    felter.setObjectName("felter")
    felter.setAccessibleName(tr("Felterne i den valgte ændring"))
    felter.setHeaderLabels([tr("Felt"), tr("Før"), tr("Nu")])
    felter.setRootIsDecorated(False)
    felter.setUniformRowHeights(True)
    felter.setAlternatingRowColors(True)
    for spalte in range(3):
        felter.header().setSectionResizeMode(spalte, QHeaderView.ResizeMode.Stretch)
    return felter
