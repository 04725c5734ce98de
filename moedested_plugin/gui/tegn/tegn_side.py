# SPDX-License-Identifier: GPL-2.0-or-later
"""The page (side) *Tegn* in the options: who answers a search for an address, how near is too near, and the border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.drawing.adresse_tjeneste import ADRESSE, ADRESSEVAELGER
from moedested_plugin.drawing.naboer import AFSTANDE, afstande, gem_afstande
from moedested_plugin.gui.widgets import note
from moedested_plugin.i18n import tr
from moedested_plugin.project.background_services import keep_key, kept_key

from .graense import Graenseboks

if TYPE_CHECKING:
    from moedested_plugin.settings import Settings
    from moedested_plugin.store import Store

#: Further away nothing is the same (m).
LAENGST = 1_000


class TegnSide(QWidget):
    """The address is the user's own; the distances are the municipality's, and need an open project."""

    def __init__(self, settings: Settings, store: Store | None) -> None:
        super().__init__()
        self._settings, self._store = settings, store
        self.noegle = QLineEdit()
        self.noegle.setEchoMode(QLineEdit.EchoMode.Password)
        kendt = kept_key(ADRESSEVAELGER) is not None
        self.noegle.setPlaceholderText(
            tr("Gemt. Skriv her for at skifte den.") if kendt else tr("Ingen nøgle endnu")
        )
        self.url = QLineEdit(settings.adresse_url.value())
        self.url.setPlaceholderText(ADRESSE)
        self.fil = QgsFileWidget()
        self.fil.setFilePath(settings.adresse_fil.value())
        self.fil.setFilter(
            tr("Adressefiler (*.gpkg *.csv *.shp *.geojson *.parquet);;Alle filer (*)")
        )
        layout = QVBoxLayout(self)
        layout.addWidget(self._adresse())
        self.meter: dict[str, QDoubleSpinBox] = {}
        self.graense: Graenseboks | None = None
        if store is not None:
            layout.addWidget(self._naboer(store))
            self.graense = Graenseboks(store)
            layout.addWidget(self.graense)
        layout.addStretch(1)

    def gem(self) -> None:
        """Keep what was written, but for the border; an empty key leaves the earlier one alone. Raises `KeyNotKept`."""
        self._settings.adresse_url.setValue(self.url.text().strip())
        self._settings.adresse_fil.setValue(self.fil.filePath().strip())
        if self._store is not None:
            meter = {rolle: felt.value() for rolle, felt in self.meter.items()}
            if meter != afstande(self._store):
                gem_afstande(self._store, meter)
        if self.noegle.text().strip():
            keep_key(ADRESSEVAELGER, self.noegle.text())

    def _adresse(self) -> QGroupBox:
        boks = QGroupBox(tr("Adressesøgning"))
        form = QFormLayout(boks)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Nøgle til Adressevælger"), self.noegle)
        form.addRow(
            note(tr("Din egen nøgle (token) fra Klimadatastyrelsen. Den gemmes krypteret."))
        )
        form.addRow(tr("Tjenestens adresse"), self.url)
        form.addRow(tr("Egen adressefil"), self.fil)
        form.addRow(
            note(
                tr(
                    "Filen går forud for tjenesten. Uden nøgle og fil skrives adressen i formularen."
                )
            )
        )
        return boks

    def _naboer(self, store: Store) -> QGroupBox:
        boks = QGroupBox(tr("Sig til, når der tegnes tæt på et andet"))
        form = QFormLayout(boks)
        nu = afstande(store)
        titler = {
            "moedested": tr("Mødested"),
            "baenk": tr("Bænk"),
            "facilitet": tr("Facilitet af samme type"),
        }
        for rolle in AFSTANDE:
            felt = QDoubleSpinBox()
            felt.setRange(0, LAENGST)
            felt.setDecimals(0)
            felt.setSuffix(" m")
            felt.setSpecialValueText(tr("Sig ikke til"))
            felt.setValue(nu[rolle])
            self.meter[rolle] = felt
            form.addRow(titler[rolle], felt)
        return boks
