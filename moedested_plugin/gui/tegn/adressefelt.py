# SPDX-License-Identifier: GPL-2.0-or-later
"""The field (felt) where an address is searched for: lines to choose stand under it while the user writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from moedested_plugin.drawing.adresse import MINDST_TEGN, Adresse, Forslag
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from .adresseopslag import Adresseopslag

#: Rests this long after a key before anybody is asked (ms).
RO = 250
#: Lines that are seen at a time.
LINJER = 6


class Adressefelt(QWidget):
    """Hands over the address that was chosen; what goes wrong is said under the field, and stops nobody."""

    valgt = pyqtSignal(object)

    def __init__(self, opslag: Adresseopslag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opslag = opslag
        self.felt = QLineEdit()
        self.felt.setClearButtonEnabled(True)
        self.felt.setAccessibleName(tr("Søg adresse"))
        self.felt.addAction(
            QgsApplication.getThemeIcon("search.svg"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.felt.textEdited.connect(self._skrevet)
        self.felt.installEventFilter(self)
        self.liste = QListWidget()
        self.liste.setUniformItemSizes(True)
        self.liste.itemActivated.connect(self._vaelg)
        self.liste.itemClicked.connect(self._vaelg)
        self.besked = wrapped("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for del_ in (self.felt, self.liste, self.besked):
            layout.addWidget(del_)
        self._ro = QTimer(self)
        self._ro.setSingleShot(True)
        self._ro.setInterval(RO)
        self._ro.timeout.connect(self._soeg)
        self._vist: list[Forslag] = []
        self.opdater()
        self._luk()

    def opdater(self) -> None:
        """Look again whether anybody would answer."""
        kan = self._opslag.kan()
        self.felt.setEnabled(kan)
        self.felt.setPlaceholderText(
            tr("Søg adresse i kommunen") if kan else tr("Adressesøgning er ikke sat op")
        )
        self.felt.setToolTip(
            ""
            if kan
            else tr(
                "Skriv en nøgle, eller vælg en adressefil under Indstillinger › Mødested › Tegn."
            )
        )

    def eventFilter(self, _widget: QObject, haendelse: QEvent) -> bool:
        """Arrow down goes into the list, Enter takes the first line, Esc closes it."""
        if haendelse.type() != QEvent.Type.KeyPress or not isinstance(haendelse, QKeyEvent):
            return False
        if not self.liste.isVisible():
            return False
        tast = haendelse.key()
        if tast == Qt.Key.Key_Down:
            self.liste.setFocus()
            self.liste.setCurrentRow(0)
        elif tast in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._vaelg(self.liste.item(max(self.liste.currentRow(), 0)))
        elif tast == Qt.Key.Key_Escape:
            self._luk()
        else:
            return False
        return True

    def _skrevet(self, tekst: str) -> None:
        self._opslag.opgiv()
        if len(tekst.strip()) < MINDST_TEGN:
            self._ro.stop()
            self._luk()
        else:
            self._ro.start()

    def _soeg(self) -> None:
        self._opslag.soeg(self.felt.text(), self._svar, self._sig)

    def _svar(self, fundne: list[Forslag]) -> None:
        self._luk()
        self._vist = fundne
        if not fundne:
            self._sig(tr("Ingen adresse i kommunen passer. Skriv den selv i formularen."))
            return
        self.liste.addItems([forslag.tekst for forslag in fundne])
        hoejde = self.liste.sizeHintForRow(0) * min(len(fundne), LINJER)
        self.liste.setFixedHeight(hoejde + 2 * self.liste.frameWidth())
        self.liste.show()

    def _vaelg(self, linje: QListWidgetItem) -> None:
        nummer = self.liste.row(linje)
        if not 0 <= nummer < len(self._vist):
            return
        forslag = self._vist[nummer]
        self.felt.setText(forslag.tekst)
        self._luk()
        if forslag.id:
            self._opslag.opslag(forslag, self._fundet, self._sig)
        else:  # a road: the number is still to be written
            self.felt.setText(f"{forslag.tekst} ")
            self.felt.setFocus()
            self._soeg()

    def _fundet(self, adresse: Adresse) -> None:
        self.valgt.emit(adresse)

    def _sig(self, tekst: str) -> None:
        self._luk()
        self.besked.setText(tekst)
        self.besked.show()

    def _luk(self) -> None:
        self._vist = []
        self.liste.clear()
        self.liste.hide()
        self.besked.hide()
