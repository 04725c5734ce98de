# SPDX-License-Identifier: GPL-2.0-or-later
"""The list beside the map while *Tilknyt* is on: what could be tied, in which role, and how one gets there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.drawing.adgangsvej import Ankomst, Art
from moedested_plugin.drawing.tilknyt import Kandidat
from moedested_plugin.gui.widgets import button, icon, wrapped
from moedested_plugin.i18n import tr

_KM = 1000.0


class TilknytDok(QgsDockWidget):
    """Numbers as on the map. What the user asks for goes out as signals."""

    #: A `Kandidat` in the role that was chosen.
    tilknyt = pyqtSignal(object)
    #: All of the list that is not tied yet.
    tilknyt_alle = pyqtSignal(object)
    lukket = pyqtSignal()

    def __init__(self, roller: Mapping[int, str]) -> None:
        super().__init__(tr("Tilknyt"))
        self.setObjectName("MoedestedTilknyt")
        self.setWindowIcon(icon("tilknyt"))
        self._roller = roller
        self._kandidater: list[Kandidat] = []
        self._valg: list[QComboBox] = []
        self._knapper: list[QPushButton] = []
        indhold = QWidget()
        lodret = QVBoxLayout(indhold)
        self.hvad = wrapped("")
        skrift = self.hvad.font()
        skrift.setBold(True)
        self.hvad.setFont(skrift)
        self.raad = wrapped("")
        self.tabel = QTableWidget(0, 2)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setObjectName("kandidater")
        self.tabel.setAccessibleName(tr("Steder, der kan tilknyttes"))
        self.tabel.setHorizontalHeaderLabels([tr("Sted"), tr("Rolle")])
        self.tabel.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.tabel.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.tabel.setWordWrap(True)
        hoved = self.tabel.horizontalHeader()
        hoved.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        hoved.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.alle = button(tr("Tilknyt alle foreslåede"), self._alle)
        self.ankomst = wrapped("")
        self._veje = QHBoxLayout()
        lodret.addWidget(self.hvad)
        lodret.addWidget(self.raad)
        lodret.addWidget(self.tabel, 1)
        lodret.addWidget(self.alle)
        lodret.addWidget(self.ankomst)
        lodret.addLayout(self._veje)
        lodret.addStretch()  # holds the texts together where there is no table
        self.setWidget(indhold)
        self.vent()

    def vent(self) -> None:
        """Nothing is chosen yet."""
        self.hvad.setText(tr("Intet mødested er valgt."))
        self._vis([], tr("Klik på et mødested eller en rute på kortet. Esc slutter."))
        self.vis_ankomst([])

    def vis(self, navn: str, kandidater: Sequence[Kandidat], *, fra_rute: bool) -> None:
        """Show what could be tied to the one that is chosen."""
        self.hvad.setText(navn)
        if kandidater:
            raad = tr("Klik på et nummer på kortet, eller vælg i listen. Esc slutter.")
        elif fra_rute:
            raad = tr("Ruten kommer ikke forbi flere mødesteder. Esc slutter.")
        else:
            raad = tr(
                "Ingen flere steder inden for 100 m. Klik på et sted eller en rute længere væk. Esc slutter."
            )
        self._vis(kandidater, raad)

    def vis_ankomst(
        self, ankomster: Sequence[Ankomst], kandidater: Sequence[Kandidat] = ()
    ) -> None:
        """Show the nearest stop and car park; `kandidater` are those of them that can be tied."""
        linjer = []
        for fundet in ankomster:
            tekst = (
                tr("Nærmeste stoppested: {navn}, {afstand}.")
                if fundet.art is Art.STOP
                else tr("Nærmeste parkering: {navn}, {afstand}.")
            )
            linjer.append(tekst.format(navn=fundet.navn, afstand=undervejs(fundet)))
        self.ankomst.setText("\n".join(linjer))
        self.ankomst.setVisible(bool(linjer))
        while self._veje.count():
            self._veje.takeAt(0).widget().deleteLater()
        for kandidat in kandidater:
            knap = QPushButton(tr("Tilknyt {0} som adgangsvej").format(kandidat.navn))
            knap.clicked.connect(lambda _=False, hver=kandidat: self.tilknyt.emit(hver))
            self._veje.addWidget(knap)

    def marker(self, nr: int, *, knyttet: bool) -> None:
        """Row `nr` is tied now, or no more."""
        self._valg[nr].setEnabled(not knyttet)
        self._knapper[nr].setEnabled(not knyttet)
        self._knapper[nr].setText(tr("Tilknyttet") if knyttet else tr("Tilknyt"))
        self.alle.setEnabled(any(knap.isEnabled() for knap in self._knapper))

    def kandidat(self, nr: int) -> Kandidat:
        """The row in the role that stands there now."""
        return replace(self._kandidater[nr], rolle_k=int(self._valg[nr].currentData()))

    def closeEvent(self, haendelse: QCloseEvent) -> None:
        """Its cross ends the tool."""
        super().closeEvent(haendelse)
        self.lukket.emit()

    def _vis(self, kandidater: Sequence[Kandidat], raad: str) -> None:
        self.raad.setText(raad)
        self._kandidater = list(kandidater)
        self._valg, self._knapper = [], []
        self.tabel.setRowCount(0)
        self.tabel.setRowCount(len(self._kandidater))
        for nr, kandidat in enumerate(self._kandidater):
            self._raekke(nr, kandidat)
        self.tabel.resizeRowsToContents()
        self.tabel.setVisible(bool(self._kandidater))
        self.alle.setVisible(bool(self._kandidater))
        self.alle.setEnabled(bool(self._kandidater))

    def _raekke(self, nr: int, kandidat: Kandidat) -> None:
        navn = QTableWidgetItem(f"{kandidat.navn}\n{afstand(kandidat.meter)}")
        navn.setFlags(Qt.ItemFlag.ItemIsEnabled)
        navn.setToolTip(kandidat.navn)
        valg = QComboBox()
        for kode, tekst in self._roller.items():
            valg.addItem(tekst, kode)
        valg.setCurrentIndex(max(0, valg.findData(kandidat.rolle_k)))
        valg.setAccessibleName(tr("Rolle for {0}").format(kandidat.navn))
        knap = QPushButton(tr("Tilknyt"))
        knap.clicked.connect(lambda _=False, nr=nr: self.tilknyt.emit(self.kandidat(nr)))
        self.tabel.setItem(nr, 0, navn)
        # Under each other: the dock is narrow.
        hoejre = QWidget()
        lodret = QVBoxLayout(hoejre)
        lodret.setContentsMargins(2, 2, 2, 2)
        lodret.setSpacing(2)
        lodret.addWidget(valg)
        lodret.addWidget(knap)
        self.tabel.setCellWidget(nr, 1, hoejre)
        self._valg.append(valg)
        self._knapper.append(knap)

    def _alle(self) -> None:
        self.tilknyt_alle.emit(
            [self.kandidat(nr) for nr, knap in enumerate(self._knapper) if knap.isEnabled()]
        )


def undervejs(ankomst: Ankomst) -> str:
    """How far it is, and by which way that was measured."""
    ad = tr("{0} ad vej og sti") if ankomst.ad_nettet else tr("{0} i luftlinje")
    return ad.format(afstand(ankomst.meter))


def afstand(meter: float) -> str:
    """As it is read in the language of the user: metres, or kilometres with one decimal."""
    if meter < _KM:
        return tr("{0} m").format(round(meter))
    return tr("{0} km").format(QLocale().toString(meter / _KM, "f", 1))
