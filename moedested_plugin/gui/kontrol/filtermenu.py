# SPDX-License-Identifier: GPL-2.0-or-later
"""Search and filters above the list of findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.project.lag import LAG_AF_ROLLE

from .liste import Filter, Ramme

#: Rests this long after a key before it searches (ms).
_RO = 200


@dataclass(frozen=True)
class Omgivelser:
    """What a filter must know of QGIS now."""

    #: Role of the active layer, '' when it is none of ours.
    rolle: Callable[[], str]
    #: What the map shows, EPSG:25832.
    udsnit: Callable[[], Ramme | None]
    #: Who is responsible for something with a finding.
    organisationer: Callable[[], Sequence[str]]


class Filterlinje(QWidget):
    """A search field, a menu of filters, and a line that says what is left out."""

    aendret = pyqtSignal()

    def __init__(self, omgivelser: Omgivelser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._omgivelser = omgivelser
        self._organisation = ""
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(_RO)
        self._ro.timeout.connect(self._skift)
        self.soeg = QgsFilterLineEdit()
        self.soeg.setShowSearchIcon(True)
        self.soeg.setPlaceholderText(tr("Søg: navn, lag, fund …"))
        self.soeg.setAccessibleName(tr("Søg i fundene"))
        self.soeg.textChanged.connect(lambda _: self._ro.start())
        self.knap = QToolButton()
        self.knap.setIcon(QgsApplication.getThemeIcon("/mActionFilter2.svg"))
        self.knap.setToolTip(tr("Vælg, hvilke fund der vises"))
        self.knap.setAccessibleName(tr("Vælg, hvilke fund der vises"))
        self.knap.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.mine = self._valg(menu, tr("Kun det, jeg har rettet"))
        self.lag = self._valg(menu, tr("Kun det aktive lag"))
        self.udsnit = self._valg(menu, tr("Kun det, kortet viser"))
        self.nye = self._valg(menu, tr("Kun nye siden sidste kontrol"))
        self._ejere = menu.addMenu(tr("Kun én ansvarlig"))
        self._ejere.aboutToShow.connect(self._fyld_ejere)
        menu.addSeparator()
        self.accepterede = self._valg(menu, tr("Vis også de accepterede"))
        self.knap.setMenu(menu)
        self._tekst = wrapped("")
        self._ryd = QToolButton()
        self._ryd.setText(tr("Vis alle"))
        self._ryd.setAutoRaise(True)
        self._ryd.clicked.connect(self.ryd)
        oeverst = QHBoxLayout()
        oeverst.addWidget(self.soeg, 1)
        oeverst.addWidget(self.knap)
        nederst = QHBoxLayout()
        nederst.addWidget(self._tekst, 1)
        nederst.addWidget(self._ryd)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(oeverst)
        layout.addLayout(nederst)
        self._sig()

    def _valg(self, menu: QMenu, tekst: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - QAction moves in Qt 6
        handling = menu.addAction(tekst)
        handling.setCheckable(True)
        handling.toggled.connect(lambda _: self._skift())
        return handling

    def filter(self) -> Filter:
        """What to show now."""
        return Filter(
            ord=self.soeg.text().strip(),
            mine=self.mine.isChecked(),
            rolle=self._omgivelser.rolle() if self.lag.isChecked() else "",
            ramme=self._omgivelser.udsnit() if self.udsnit.isChecked() else None,
            nye=self.nye.isChecked(),
            organisation=self._organisation,
            accepterede=self.accepterede.isChecked(),
        )

    def ryd(self) -> None:
        """Show everything again."""
        self._organisation = ""
        for handling in (self.mine, self.lag, self.udsnit, self.nye):
            handling.blockSignals(True)
            handling.setChecked(False)
            handling.blockSignals(False)
        self.soeg.blockSignals(True)
        self.soeg.clear()
        self.soeg.blockSignals(False)
        self._skift()

    def vaelg_organisation(self, navn: str) -> None:
        """Show only what this one is responsible for; '' for all."""
        self._organisation = navn
        self._skift()

    def _fyld_ejere(self) -> None:
        self._ejere.clear()
        for navn in ("", *self._omgivelser.organisationer()):
            handling = self._ejere.addAction(navn.replace("&", "&&") or tr("Alle"))
            handling.setCheckable(True)
            handling.setChecked(navn == self._organisation)
            handling.triggered.connect(lambda _=False, navn=navn: self.vaelg_organisation(navn))

    def _skift(self) -> None:
        self._ro.stop()
        self._sig()
        self.aendret.emit()

    def opdater(self) -> None:
        """The active layer is another one."""
        self._sig()

    def _sig(self) -> None:
        """Say what is left out; nothing takes no room."""
        filter_ = self.filter()
        dele = []
        if filter_.mine:
            dele.append(tr("mine rettelser"))
        if self.lag.isChecked():
            lag = LAG_AF_ROLLE.get(filter_.rolle)
            dele.append(oversat(lag.titel) if lag else tr("intet lag er valgt"))
        if self.udsnit.isChecked():
            dele.append(tr("kortets udsnit"))
        if filter_.nye:
            dele.append(tr("nye siden sidst"))
        if filter_.organisation:
            dele.append(filter_.organisation)
        self._tekst.setText(tr("Viser kun: {0}").format(", ".join(dele)))
        self._tekst.setVisible(bool(dele))
        self._ryd.setVisible(bool(dele))
