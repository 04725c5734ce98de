# SPDX-License-Identifier: GPL-2.0-or-later
"""What has been published at the target, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.gui.kontrol.tider import klokken
from moedested_plugin.gui.panel_text import number
from moedested_plugin.gui.widgets import button, wrapped
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from .arbejde import Historik, Udgivelse

_UDGIVELSE = Qt.ItemDataRole.UserRole


class Historikside(QWidget):
    """Newest first."""

    #: Version to go back to; a plan comes first.
    tilbage = pyqtSignal(str)
    hent = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.liste = QTreeWidget()
        self.liste.setObjectName("udgivelser")
        self.liste.setAccessibleName(tr("Udgivelser, den nyeste først"))
        self.liste.setHeaderLabels(
            [tr("Tid"), tr("Hvem"), tr("Hvad"), tr("Rækker"), tr("Ændringer"), tr("Tilstand")]
        )
        self.liste.setRootIsDecorated(False)
        self.liste.setUniformRowHeights(True)
        self.liste.setAlternatingRowColors(True)
        self.liste.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.liste.itemSelectionChanged.connect(self._valgt_om)
        self.besked = wrapped("")
        self._gaa = button(tr("Gå tilbage til denne udgivelse …"), self._tilbage)
        self._laaste = False
        self._vises = ""
        knapper = QHBoxLayout()
        knapper.addWidget(self._gaa)
        knapper.addWidget(button(tr("Hent igen"), self.hent.emit))
        knapper.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.liste, 1)
        layout.addWidget(self.besked)
        layout.addLayout(knapper)
        self.vis_intet("")

    def vis_intet(self, hvorfor: str) -> None:
        """Nothing to show, and why."""
        self.liste.clear()
        self._sig(hvorfor)
        self._valgt_om()

    def vis(self, historik: Historik) -> None:
        """Show the history; the version before is chosen."""
        self.liste.clear()
        for en in historik.linjer:
            punkt = QTreeWidgetItem(
                [klokken(en.tid), en.af, _art(en), number(en.antal), _tal(en), _tilstand(en)]
            )
            punkt.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            punkt.setData(0, _UDGIVELSE, en)
            punkt.setToolTip(0, en.version)
            if en.grund:
                punkt.setToolTip(2, en.grund)
            self.liste.addTopLevelItem(punkt)
        self._sig(
            tr("De fem seneste versioner bliver gemt.")
            if historik.linjer
            else tr("Der er ikke udgivet noget til målet endnu.")
        )
        self._vises = next((en.version for en in historik.linjer if en.vises), "")
        self.vaelg(historik.forrige)
        self._valgt_om()

    def vaelg(self, version: str) -> None:
        """Choose the newest line of that version."""
        for nr in range(self.liste.topLevelItemCount()):
            punkt = self.liste.topLevelItem(nr)
            if punkt.data(0, _UDGIVELSE).version == version:
                self.liste.setCurrentItem(punkt)
                return

    def laas(self, ja: bool) -> None:
        """Something is under way."""
        self._laaste = ja
        self._valgt_om()

    def _valgt(self) -> Udgivelse | None:
        valgte = self.liste.selectedItems()
        return valgte[0].data(0, _UDGIVELSE) if valgte else None

    def _valgt_om(self) -> None:
        en = self._valgt()
        self._gaa.setEnabled(
            en is not None and en.findes and en.version != self._vises and not self._laaste
        )

    def _tilbage(self) -> None:
        en = self._valgt()
        if en is not None:
            self.tilbage.emit(en.version)

    def _sig(self, tekst: str) -> None:
        self.besked.setText(tekst)
        self.besked.setVisible(bool(tekst))


def _art(en: Udgivelse) -> str:
    kendte = {"udgiv": tr("Udgivet"), "tilbage": tr("Gået tilbage"), "fortrudt": tr("Fortrudt")}
    return kendte.get(en.art, en.art)


def _tal(en: Udgivelse) -> str:
    if en.tilfoejet is None or en.aendret is None or en.fjernet is None:
        return ""
    return tr("{0} tilføjet, {1} ændret, {2} fjernet").format(
        number(en.tilfoejet), number(en.aendret), number(en.fjernet)
    )


def _tilstand(en: Udgivelse) -> str:
    if en.vises:
        return tr("vises nu")
    return tr("kan vises igen") if en.findes else tr("slettet")
