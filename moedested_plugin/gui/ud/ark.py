# SPDX-License-Identifier: GPL-2.0-or-later
"""*Ark til kolleger*: a sheet to fill in, empty or with rows, for those who have no QGIS."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.ark import ENDELSER, ArkBestilling, ArkResultat, skriv_ark
from moedested_plugin.sources.ark_kolonner import TABELLER, interne
from moedested_plugin.sources.filer_ogr import lovligt_navn
from moedested_plugin.sources.filer_ud import Udvalg

from .kolonnevalg import Kolonnevalg
from .opgave import Opgave, OpgaveDialog, husket_mappe, maa_erstattes
from .raekkevalg import Omfang

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsReferencedRectangle

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings


class ArkUd(OpgaveDialog):
    """Asks for table, rows, columns and place."""

    def __init__(
        self, current: CurrentProject, _ramme: QgsReferencedRectangle, settings: Settings, tasks: Tasks,
        messages: Messages, parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Ark til kolleger"), tr("Gem"), tasks, messages, parent)
        self.setObjectName("MoedestedArk")
        self._current, self._settings = current, settings
        self.indhold.addWidget(
            wrapped(
                tr(
                    "Et regneark, som en kollega uden QGIS kan udfylde. Når det kommer igen, åbner du det med Hent data og ser forskellene."
                )
            )
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.tabel = QComboBox()
        self.tabel.setObjectName("tabel")
        for navn in TABELLER:
            layer = current.layer(navn)
            self.tabel.addItem(
                oversat(tabel_af_navn(navn).titel) if layer is None else layer.name(), navn
            )
        form.addRow(tr("Hvad"), self.tabel)
        self.omfang = QComboBox()
        self.omfang.setObjectName("omfang")
        form.addRow(tr("Rækker"), self.omfang)
        self.kolonner = Kolonnevalg()
        form.addRow(tr("Kolonner"), self.kolonner)
        self.format = QComboBox()
        self.format.setObjectName("format")
        for titel, endelse in zip(
            (tr("Excel, med lister at vælge i"), tr("CSV, uden lister")), ENDELSER
        ):
            self.format.addItem(f"{titel} (*{endelse})", endelse)
        form.addRow(tr("Format"), self.format)
        self.navn = QLineEdit()
        self.navn.setObjectName("navn")
        form.addRow(tr("Filnavn"), self.navn)
        self.mappe = QgsFileWidget()
        self.mappe.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.mappe.setFilePath(husket_mappe(settings, current))
        form.addRow(tr("Mappe"), self.mappe)
        self.indhold.addLayout(form)
        self._ugemt = wrapped(tr("Rettelser, der ikke er gemt, kommer ikke med."))
        self.indhold.addWidget(self._ugemt)
        self.format.setCurrentIndex(max(0, self.format.findData(settings.ud_ark.value())))
        valgte = [navn for navn in TABELLER if self._valgte(navn)]
        self.tabel.setCurrentIndex(self.tabel.findData(valgte[0]) if valgte else 0)
        self.tabel.currentIndexChanged.connect(self._ny_tabel)
        self.omfang.currentIndexChanged.connect(self._vis_kolonner)
        self._ny_tabel()
        self.setMinimumWidth(520)

    def _ny_tabel(self, *_: object) -> None:
        """Rows, name and columns follow the table."""
        tabel = self.tabel.currentData()
        valgte = len(self._valgte(tabel))
        self.omfang.clear()
        self.omfang.addItem(tr("Ingen: et tomt ark at udfylde"), None)
        self.omfang.addItem(tr("Alle rækker"), Omfang.ALLE)
        if valgte:
            self.omfang.addItem(tr("Kun de valgte rækker ({})").format(valgte), Omfang.VALGTE)
            self.omfang.setCurrentIndex(self.omfang.count() - 1)
        if not self.navn.isModified():
            self.navn.setText(self.tabel.currentText())
        self._vis_kolonner()

    def _vis_kolonner(self, *_: object) -> None:
        fyldt = self.omfang.currentData() is not None
        self.kolonner.vis(interne(tabel_af_navn(self.tabel.currentData())), raekker=fyldt)
        self._ugemt.setVisible(fyldt and bool(self._current.unsaved()))

    def _valgte(self, tabel: str) -> list[str]:
        """The keys of the rows that are selected in the table's layer."""
        layer, noegle = self._current.layer(tabel), tabel_af_navn(tabel).noegle
        return [] if layer is None else [str(f[noegle]) for f in layer.selectedFeatures()]

    def opgave(self) -> Opgave | None:
        """The order, or None when something is missing or may not be replaced."""
        tabel, omfang = self.tabel.currentData(), self.omfang.currentData()
        endelse = self.format.currentData()
        mappe, navn = Path(self.mappe.filePath()), self.navn.text().strip()
        if navn.lower().endswith(endelse):
            navn = navn[: -len(endelse)].strip()
        if not navn:
            self.sig(tr("Skriv et navn til filen."))
            return None
        if not self.mappe.filePath() or not mappe.is_dir():
            self.sig(tr("Vælg den mappe, filen skal ligge i."))
            return None
        udvalg = None if omfang is None else Udvalg(tabel)
        if omfang is Omfang.VALGTE:
            udvalg = Udvalg(tabel, self._valgte(tabel))
        fil = mappe / f"{lovligt_navn(navn)}{endelse}"
        erstat = maa_erstattes(self, [fil])
        if erstat is None:
            return None
        self._settings.ud_mappe.setValue(str(mappe))
        self._settings.ud_ark.setValue(endelse)
        bestilling = ArkBestilling(
            tabel, fil, udvalg, self.kolonner.internt, self.kolonner.kun_offentlige, erstat
        )
        return partial(_skriv, self._current.store_address, bestilling)


def _skriv(adresse: str, bestilling: ArkBestilling, feedback: QgsFeedback) -> ArkResultat:
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return skriv_ark(store, bestilling, feedback)
