# SPDX-License-Identifier: GPL-2.0-or-later
"""One row of the preview, field by field: last received, ours, theirs, and which of them is to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.farve import BRUN, GRAA
from moedested_plugin.gui.widgets import readable
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources import sted
from moedested_plugin.store.vaerdier import fra_sqlite

from .skuffe_tekst import alias, roeres_ikke

if TYPE_CHECKING:
    from moedested_plugin.gui.vaerdi_tekst import VaerdiTekst
    from moedested_plugin.sources.plan import Aendring, FeltAendring, Plan

_FELT, _SIDST, _VORES, _DERES = range(4)
_NAVN = Qt.ItemDataRole.UserRole
_ANDELE = (21, 19, 30, 30)
_LAENGST = 300
_LAVEST = 120
_BLEG = 38  # of 255: a wash behind what must be decided


class Felter(QTableWidget):
    """A click or space on *ours* or *theirs* chooses it."""

    #: The field, and whether theirs is to stand.
    valgt = pyqtSignal(str, bool)

    def __init__(self, plan: Plan, tekst: VaerdiTekst) -> None:
        super().__init__(0, 4)
        self._plan, self._tekst = plan, tekst
        self._tabel = plan.profil.beskrevet
        self._fylder = False
        self.setObjectName("felter")
        self.setAccessibleName(tr("Felter i den valgte række"))
        self.setHorizontalHeaderLabels([tr("Felt"), tr("Sidst"), tr("Vores"), tr("Deres")])
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(_LAVEST)
        self.setTabKeyNavigation(False)
        self.itemChanged.connect(self._maerket)

    def vis(self, aendring: Aendring | None) -> None:
        """Show the row, or nothing."""
        self._fylder = True
        self.setRowCount(0)
        if aendring is not None:
            valgbar = aendring.art not in ("ny", "afvist") and not aendring.som_ny
            for felt in aendring.felter:
                self._raekke(aendring, felt, valgbar=valgbar)
            if aendring.art in ("aendret", "konflikt", "flyttet", "ligner"):
                self._lokale()
            if aendring.art in ("ny", "afvist"):
                self._sted(aendring)
        ny = aendring is not None and aendring.art in ("ny", "afvist")
        for spalte in (_SIDST, _VORES):
            self.setColumnHidden(spalte, ny)
        self._fylder = False
        self._fordel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped text needs other heights."""
        super().resizeEvent(event)
        self._fordel()

    def _fordel(self) -> None:
        """Ours and theirs get the most room: they are what is chosen between."""
        vist = {nr: del_ for nr, del_ in enumerate(_ANDELE) if not self.isColumnHidden(nr)}
        for nr, del_ in vist.items():
            self.setColumnWidth(nr, self.viewport().width() * del_ // sum(vist.values()))
        self.resizeRowsToContents()

    def _raekke(self, aendring: Aendring, felt: FeltAendring, *, valgbar: bool) -> None:
        nr = self.rowCount()
        self.insertRow(nr)
        navn = alias(self._tabel, felt.felt)
        self.setItem(nr, _FELT, _celle(f"⚠ {navn}" if felt.konflikt else navn))
        sidst = _celle(self._vaerdi(aendring, felt.felt, felt.sidst, aendring.geometri_sidst))
        sidst.setForeground(readable(GRAA, self.palette()))
        self.setItem(nr, _SIDST, sidst)
        for spalte, vaerdi, wkb, staar in (
            (_VORES, felt.vores, aendring.geometri_vores, felt.accept is False),
            (_DERES, felt.deres, aendring.geometri_deres, felt.accept is True),
        ):
            celle = _celle(self._vaerdi(aendring, felt.felt, vaerdi, wkb))
            if valgbar:
                celle.setData(_NAVN, felt.felt)
                celle.setFlags(celle.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                celle.setCheckState(Qt.CheckState.Checked if staar else Qt.CheckState.Unchecked)
                skrift = celle.font()
                skrift.setBold(staar)
                celle.setFont(skrift)
                if felt.accept is None:
                    celle.setBackground(_vask())
            self.setItem(nr, spalte, celle)

    def _lokale(self) -> None:
        egne = roeres_ikke(self._tabel, self._plan.profil.lokale)
        for navn in egne:
            nr = self.rowCount()
            self.insertRow(nr)
            for spalte, tekst in ((_FELT, navn), (_VORES, tr("jeres eget, røres ikke"))):
                celle = _celle(tekst)
                celle.setForeground(readable(GRAA, self.palette()))
                self.setItem(nr, spalte, celle)

    def _sted(self, aendring: Aendring) -> None:
        wkb = aendring.geometri_deres
        if wkb is not None:
            nr = self.rowCount()
            self.insertRow(nr)
            self.setItem(nr, _FELT, _celle(alias(self._tabel, GEOMETRI)))
            self.setItem(nr, _DERES, _celle(tr("{}, se kortet").format(oversat(sted.navn(wkb)))))

    def _vaerdi(self, aendring: Aendring, felt: str, vaerdi: Any, wkb: bytes | None) -> str:  # noqa: ANN401 - whatever a field holds
        if felt == GEOMETRI:
            return _sted_tekst(wkb, aendring.geometri_vores)
        if self._tabel.har(felt):
            vaerdi = fra_sqlite(self._tabel.felt(felt), vaerdi)
        tekst = self._tekst.vaerdi(self._tabel, felt, vaerdi)
        return tekst if len(tekst) <= _LAENGST else f"{tekst[:_LAENGST]} …"

    def _maerket(self, celle: QTableWidgetItem) -> None:
        felt = celle.data(_NAVN)
        if self._fylder or not felt:
            return
        # Taking the mark from one gives it to the other: one of them must stand.
        deres = (celle.column() == _DERES) == (celle.checkState() == Qt.CheckState.Checked)
        self.valgt.emit(felt, deres)


def _sted_tekst(wkb: bytes | None, vores: bytes | None) -> str:
    if wkb is None:
        return tr("(tom)")
    if vores is None or wkb == vores:
        return tr("{}, se kortet").format(oversat(sted.navn(wkb)))
    return tr("{} m fra vores").format(f"{sted.afstand(wkb, vores):.1f}".replace(".", ","))


def _celle(tekst: str) -> QTableWidgetItem:
    celle = QTableWidgetItem(tekst)
    celle.setToolTip(tekst)
    return celle


def _vask() -> QBrush:
    farve = QColor(BRUN)
    farve.setAlpha(_BLEG)
    return QBrush(farve)
