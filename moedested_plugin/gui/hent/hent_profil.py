# SPDX-License-Identifier: GPL-2.0-or-later
"""What was read, and by which profile its columns become ours: chosen by itself, and why, or by the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGroupBox, QHBoxLayout, QVBoxLayout

from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources import hentning

if TYPE_CHECKING:
    from moedested_plugin.sources.hentning import Laesning
    from moedested_plugin.sources.profil import Profil

_BEMAERK = 6


class OmKilden(QGroupBox):
    """Hidden until something is read."""

    #: Another profile is chosen, or none.
    valgt = pyqtSignal()
    #: The user wants to make or change one.
    tilpas = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(tr("Læst"))
        self._laesning: Laesning | None = None
        self._indhold = wrapped("")
        self._indhold.setObjectName("laest")
        self._profil = QComboBox()
        self._profil.setObjectName("profil")
        self._profil.setAccessibleName(tr("Profil"))
        self._profil.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._profil.currentIndexChanged.connect(lambda _: self._sig_hvorfor())
        linje = QHBoxLayout()
        linje.addWidget(self._profil, 1)
        linje.addWidget(button(tr("Tilpas …"), self.tilpas.emit))
        self._hvorfor = wrapped("")
        self._hvorfor.setObjectName("hvorfor")
        layout = QVBoxLayout(self)
        layout.addWidget(self._indhold)
        layout.addLayout(linje)
        layout.addWidget(self._hvorfor)
        self.hide()

    @property
    def profil(self) -> Profil | None:
        """The profile that is chosen."""
        return self._profil.currentData()  # type: ignore[no-any-return]  # a Profil, put in below

    def vis(self, laesning: Laesning, valgt: Profil | None) -> None:
        """This was read; `valgt` is asked for already, else the one that knows it is chosen."""
        self._laesning = laesning
        bemaerkninger = laesning.laest.bemaerkninger[:_BEMAERK]
        self._indhold.setText("\n".join([hentning.om_laest(laesning.laest), *bemaerkninger]))
        self.vaelg(valgt or laesning.profil, laesning.alle)
        self.show()

    def vaelg(self, valgt: Profil | None, alle: Sequence[Profil] = ()) -> None:
        """Choose a profile among those that there are; it takes the place of one of the same name."""
        kendte = [self._profil.itemData(nr) for nr in range(self._profil.count())]
        navne = []
        self._profil.clear()
        for profil in alle or kendte:
            self._profil.addItem(oversat(profil.titel), profil)
            navne.append(profil.navn)
        if valgt is not None and valgt.navn not in navne:
            self._profil.addItem(oversat(valgt.titel), valgt)
            navne.append(valgt.navn)
        nr = -1 if valgt is None else navne.index(valgt.navn)
        if valgt is not None:
            self._profil.setItemData(nr, valgt)
            self._profil.setItemText(nr, oversat(valgt.titel))
        self._profil.setCurrentIndex(nr)
        self._sig_hvorfor()

    def _sig_hvorfor(self) -> None:
        profil, laesning = self.profil, self._laesning
        if laesning is None:
            return
        genkendt = laesning.profil
        if profil is None:
            tekst = tr("Ingen profil kender laget. Vælg en, eller tryk Tilpas og lav en.")
        elif genkendt is not None and profil.navn == genkendt.navn:
            tekst = hentning.hvorfor(profil, laesning.laest, laesning.kilde.sti)
        else:
            tekst = profil.bemaerkning or tr("Valgt af dig.")
        self._hvorfor.setText(tekst)
        self.valgt.emit()
