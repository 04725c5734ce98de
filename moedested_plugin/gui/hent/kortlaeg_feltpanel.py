# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of fields with its search; in it columns and constants are chosen."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.domain.felt import Felt
from moedested_plugin.i18n import tr

from .kortlaeg_delegater import RUM, ValgDelegate, aabn_ved_klik
from .kortlaeg_felter import (
    ELLERS,
    FELT,
    FELT_ROLLE,
    HVORDAN,
    KOLONNE,
    VORES,
    FeltFilter,
    FeltModel,
)
from .kortlaeg_koder import Kodetekster, Valg
from .kortlaeg_udkast import Udkast

#: Widths in characters; the reason of a guess has what is left.
_BREDDER = ((FELT, 24), (KOLONNE, 18), (ELLERS, 14), (VORES, 7))


class FeltPanel(QWidget):
    """Where each field comes from."""

    #: The field in hand, or None.
    valgt = pyqtSignal(object)
    #: A sentence for the user.
    sagt = pyqtSignal(str)

    def __init__(self, udkast: Udkast, koder: Kodetekster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._udkast, self._koder = udkast, koder
        self.model = FeltModel(udkast, koder, self)
        self.model.afvist.connect(self.sagt)
        self.filter = FeltFilter(self.model, udkast)
        self.soeg = QLineEdit()
        self.soeg.setPlaceholderText(tr("Søg i felter og kolonner"))
        self.soeg.setAccessibleName(tr("Søg i felter og kolonner"))
        self.soeg.setClearButtonEnabled(True)
        self.soeg.textChanged.connect(self.filter.soeg)
        self.kun = QCheckBox(tr("Kun de udfyldte"))
        self.kun.toggled.connect(self.filter.kun_udfyldte)
        self.tabel = self._tabel()
        top = QHBoxLayout()
        top.addWidget(self.soeg, 1)
        top.addWidget(self.kun)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.tabel)

    def gaa_til(self, felt: str) -> None:
        """Take a field in hand."""
        nummer = self.model.nummer(felt)
        if nummer < 0:
            return
        self.soeg.clear()
        self.tabel.setCurrentIndex(self.filter.mapFromSource(self.model.index(nummer, KOLONNE)))
        self.tabel.setFocus()
        if nummer <= 1:
            self.tabel.scrollToTop()  # with the heading above it

    def gaa_til_foerste(self) -> None:
        """Take the first field in hand that has a column."""
        fundne = (f.navn for f in self._udkast.felter() if self._udkast.kolonne(f.navn))
        self.gaa_til(next(fundne, ""))

    def _tabel(self) -> QTableView:
        tabel = QTableView()
        tabel.setObjectName("felter")
        tabel.setAccessibleName(tr("Felter og hvor de kommer fra"))
        tabel.setModel(self.filter)
        tabel.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        tabel.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        tabel.setWordWrap(False)
        tabel.verticalHeader().hide()
        tabel.verticalHeader().setMinimumSectionSize(1)
        tabel.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RUM)
        tabel.setItemDelegateForColumn(KOLONNE, ValgDelegate(self._kolonner, tabel))
        tabel.setItemDelegateForColumn(ELLERS, ValgDelegate(self._faste, tabel, fri=True))
        aabn_ved_klik(tabel)
        hoved = tabel.horizontalHeader()
        hoved.setMinimumSectionSize(1)
        hoved.setSectionResizeMode(HVORDAN, QHeaderView.ResizeMode.Stretch)
        for kolonne, tegn in _BREDDER:
            tabel.setColumnWidth(kolonne, tegn * self.fontMetrics().averageCharWidth())
        tabel.selectionModel().currentRowChanged.connect(self._raekke_valgt)
        return tabel

    def _raekke_valgt(self, indeks: QModelIndex, _foer: QModelIndex) -> None:
        raekke = indeks.data(FELT_ROLLE) if indeks.isValid() else None
        self.valgt.emit(raekke if isinstance(raekke, Felt) else None)

    def _kolonner(self, _indeks: QModelIndex) -> Valg:
        return [
            (tr("(ingen)"), None),
            *((felt.navn, felt.navn) for felt in self._udkast.laest.felter),
        ]

    def _faste(self, indeks: QModelIndex) -> Valg | None:
        valg = self._koder.valg(indeks.data(FELT_ROLLE))
        return None if valg is None else [(tr("(ingen)"), None), *valg]
