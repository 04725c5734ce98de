# SPDX-License-Identifier: GPL-2.0-or-later
"""A mapping dialog on a file that has really been read: what its tests share."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem, QWidget

from moedested_plugin.gui.hent.kortlaeg_dialog import KortlaegDialog
from moedested_plugin.gui.hent.kortlaeg_felter import ELLERS, HVORDAN, KOLONNE, VORES
from moedested_plugin.gui.hent.kortlaeg_vaerdier import BLIVER
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde, Laest
from moedested_plugin.sources.profil import Profil
from moedested_plugin.store import Store

_TAALMODIG = 300


class Kortlaegning:
    """One dialog, used as a person does: by what is on the screen."""

    def __init__(self, store: Store, fil: Path, profil: Profil | None = None, **kilde: Any) -> None:
        self.store, self.kilde = store, Kilde(str(fil), **kilde)
        self.laest: Laest = laes(self.kilde)
        self.dialog = KortlaegDialog(self.laest, store, profil)
        self.dialog.show()
        self.vent(lambda: not self.dialog.arbejder)

    def luk(self) -> None:
        self.dialog.done(0)
        self.laest.luk()

    def vent(self, til: Callable[[], bool]) -> None:
        """Until something is so; what a task answers comes through the event loop."""
        sidst = time.monotonic() + _TAALMODIG
        while not til():
            assert time.monotonic() < sidst, "it never came"
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()

    # -- fields -------------------------------------------------------------------------------------------------------

    def celle(self, felt: str, kolonne: int) -> QModelIndex:
        model = self.dialog.felter.model
        return model.index(model.nummer(felt), kolonne)

    def hvordan(self, felt: str) -> str:
        return str(self.celle(felt, HVORDAN).data())

    def kolonne(self, felt: str) -> str:
        return str(self.celle(felt, KOLONNE).data())

    def vaelg_kolonne(self, felt: str, kolonne: str) -> None:
        self._skriv(felt, KOLONNE, kolonne)

    def vaelg_ellers(self, felt: str, tekst: str) -> None:
        self._skriv(felt, ELLERS, tekst)

    def vores(self, felt: str) -> None:
        self.dialog.felter.model.setData(
            self.celle(felt, VORES), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )

    def _skriv(self, felt: str, kolonne: int, tekst: str) -> None:
        """Through the delegate, as the editor in the cell would."""
        panel = self.dialog.felter
        panel.gaa_til(felt)
        skriv(panel.tabel, panel.filter.mapFromSource(self.celle(felt, kolonne)), tekst)
        QCoreApplication.processEvents()

    # -- values -------------------------------------------------------------------------------------------------------

    def vaerdier(self, felt: str) -> dict[str, tuple[str, str]]:
        """Value at the source → rows, ours."""
        self.dialog.felter.gaa_til(felt)
        model = self.dialog.vaerdier.model
        self.vent(lambda: model.felt is not None and model.felt.navn == felt)
        raekker = [
            [str(model.index(nr, k).data()) for k in range(3)] for nr in range(model.rowCount())
        ]
        return {i_kilden: (antal, bliver) for i_kilden, antal, bliver in raekker}

    def vaelg_kode(self, felt: str, i_kilden: str, kode: str) -> None:
        nummer = list(self.vaerdier(felt)).index(i_kilden)
        panel = self.dialog.vaerdier
        skriv(panel.tabel, panel.model.index(nummer, BLIVER), kode)
        QCoreApplication.processEvents()

    def vaelg_ellers_kode(self, tekst: str) -> None:
        boks = self.dialog.vaerdier.ellers
        boks.setCurrentIndex(boks.findText(tekst))
        assert boks.currentText() == tekst
        boks.activated.emit(boks.currentIndex())
        QCoreApplication.processEvents()

    # -- preview ------------------------------------------------------------------------------------------------------

    def eksempel(self, overskrift: str) -> list[str]:
        """A column of the preview, once it is made anew."""
        self.vent(lambda: not self.dialog.eksempel._snart.isActive())
        model = self.dialog.eksempel.model
        navne = [
            model.headerData(nr, Qt.Orientation.Horizontal) for nr in range(model.columnCount())
        ]
        nummer = navne.index(overskrift)
        return [str(model.index(nr, nummer).data()) for nr in range(model.rowCount())]

    def besked(self) -> str:
        return self.dialog.besked.text()

    def vaelg_maal(self, titel: str) -> None:
        boks = self.dialog.maal
        boks.setCurrentIndex(boks.findText(titel))
        assert boks.currentText() == titel
        boks.activated.emit(boks.currentIndex())
        self.vent(lambda: not self.dialog.arbejder)


def skriv(tabel: Any, indeks: QModelIndex, tekst: str) -> None:
    """Open the editor of a cell, choose or write, and leave it."""
    delegat = tabel.itemDelegateForColumn(indeks.column())
    editor: QWidget = delegat.createEditor(tabel, QStyleOptionViewItem(), indeks)
    delegat.setEditorData(editor, indeks)
    if isinstance(editor, QComboBox):
        editor.setEditText(tekst)
    else:
        assert isinstance(editor, QLineEdit)
        editor.setText(tekst)
    delegat.setModelData(editor, tabel.model(), indeks)
    editor.deleteLater()
