# SPDX-License-Identifier: GPL-2.0-or-later
"""The palette (palet) under *Tegn* in the panel: own templates, row mode, as the neighbour, address, and how to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.drawing.skabelon import Skabelon, flyttet
from moedested_plugin.gui.widgets import pictogram, wrapped
from moedested_plugin.i18n import tr

from .adressefelt import Adressefelt

if TYPE_CHECKING:
    from .tegner import Tegner


class Palet(QWidget):
    """Draws what a `Tegner` knows; it is drawn anew when that changes."""

    def __init__(self, tegner: Tegner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tegner = tegner
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._egne = QVBoxLayout()
        self._egne.setSpacing(2)
        layout.addLayout(self._egne)
        self.raekke = QCheckBox(tr("På række (klik, klik, klik)"))
        self.raekke.setToolTip(tr("Hvert klik tegner en til som den forrige, uden formular"))
        self.raekke.toggled.connect(self._raekke)
        self.som_nabo = QCheckBox(tr("Kopier fra nabo"))
        self.som_nabo.setToolTip(tr("Begynd med værdierne fra det nærmeste af samme slags"))
        self.som_nabo.toggled.connect(self._som_nabo)
        layout.addWidget(self.raekke)
        layout.addWidget(self.som_nabo)
        self.adresse = Adressefelt(tegner.opslag)
        self.adresse.valgt.connect(tegner.ved_adresse)
        layout.addWidget(self.adresse)
        nu = QHBoxLayout()
        self.nu = wrapped("")
        nu.addWidget(self.nu, 1)
        self.stop = QPushButton(tr("Stop"))
        self.stop.clicked.connect(lambda _=False: tegner.stands())
        nu.addWidget(self.stop)
        layout.addLayout(nu)
        tegner.aendret.connect(self.opdater)
        self.opdater()

    def opdater(self) -> None:
        """Show what is drawn now, and the municipality's own templates."""
        skabelon = self._tegner.skabelon
        self.nu.setText(tr("Tegner: {0}. Esc stopper.").format(skabelon.navn) if skabelon else "")
        self.nu.setVisible(skabelon is not None)
        self.stop.setVisible(skabelon is not None)
        self.adresse.opdater()
        while self._egne.count():
            led = self._egne.takeAt(0).widget()
            led.hide()
            led.deleteLater()
        egne = self._tegner.egne()
        for nummer, egen in enumerate(egne):
            self._egne.addWidget(self._knap(egne, nummer, egen))

    def _knap(self, egne: list[Skabelon], nummer: int, egen: Skabelon) -> QToolButton:
        knap = QToolButton()
        knap.setText(egen.navn)
        knap.setIcon(pictogram(egen.tegn, egen.farve))
        knap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        knap.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        knap.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        knap.setToolTip(tr("Egen skabelon. Pilen flytter eller sletter den."))
        knap.clicked.connect(lambda _=False: self._tegner.begynd(egen))
        menu = QMenu(knap)
        op = menu.addAction(tr("Flyt op"), partial(self._flyt, egne, nummer, -1))
        ned = menu.addAction(tr("Flyt ned"), partial(self._flyt, egne, nummer, 1))
        op.setEnabled(nummer > 0)
        ned.setEnabled(nummer < len(egne) - 1)
        menu.addAction(tr("Slet skabelonen"), partial(self._slet, egne, nummer))
        knap.setMenu(menu)
        return knap

    def _flyt(self, egne: list[Skabelon], nummer: int, skridt: int) -> None:
        self._tegner.gem_egne(flyttet(egne, nummer, skridt))

    def _slet(self, egne: list[Skabelon], nummer: int) -> None:
        self._tegner.gem_egne([*egne[:nummer], *egne[nummer + 1 :]])

    def _raekke(self, til: bool) -> None:
        self._tegner.raekke = til

    def _som_nabo(self, til: bool) -> None:
        self._tegner.som_nabo = til
