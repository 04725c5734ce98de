# SPDX-License-Identifier: GPL-2.0-or-later
"""Targets, demands and the service's own texts: all of it the municipality's, kept in its store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.maal import INDSTILLING, gem_maal
from moedested_plugin.store import StoreFejl

from .kravside import Kravside
from .maalside import Maalside
from .tjenesteside import Tjenesteside

if TYPE_CHECKING:
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.store import Store


class Maaldialog(QDialog):
    """Three tabs; kept together, or not at all."""

    def __init__(
        self, store: Store, tasks: Tasks, kan_rette: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("maal")
        self.setWindowTitle(tr("Mål og krav"))
        self._store = store
        gemt = store.indstilling(INDSTILLING, {})
        kendte = gemt if isinstance(gemt, dict) else {}
        foer = {str(navn): et for navn, et in kendte.items() if isinstance(et, dict)}
        self.maal = Maalside(foer, tasks)
        self.krav = Kravside(store)
        self.tjeneste = Tjenesteside(store)
        self.faner = QTabWidget()
        self.faner.addTab(self.maal, tr("Mål"))
        self.faner.addTab(self.krav, tr("Krav"))
        self.faner.addTab(self.tjeneste, tr("Tjenesten"))
        self.besked = wrapped("")
        self.besked.setObjectName("besked")
        self.besked.hide()
        knapper = QDialogButtonBox()
        gem = knapper.addButton(tr("Gem"), QDialogButtonBox.ButtonRole.AcceptRole)
        knapper.addButton(tr("Annullér"), QDialogButtonBox.ButtonRole.RejectRole)
        knapper.accepted.connect(self.accept)
        knapper.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.faner, 1)
        layout.addWidget(self.besked)
        layout.addWidget(knapper)
        self.resize(820, 560)
        self.finished.connect(lambda _: self.maal.luk())
        if not kan_rette:
            gem.setEnabled(False)
            self._sig(tr("Du kan se, men ikke rette her. Panelet siger hvorfor."))

    def accept(self) -> None:
        """Keep all of it."""
        try:
            maal = self.maal.valgte()
        except UdgivelsesFejl as fejl:
            self.faner.setCurrentWidget(self.maal)
            self._sig(str(fejl))
            return
        try:
            gem_maal(self._store, maal)
            self.krav.gem(self._store)
            self.tjeneste.gem(self._store)
        except StoreFejl as fejl:
            self._sig(str(fejl))
            return
        super().accept()

    def _sig(self, tekst: str) -> None:
        self.besked.setText(tekst)
        self.besked.show()
