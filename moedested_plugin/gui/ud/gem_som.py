# SPDX-License-Identifier: GPL-2.0-or-later
"""*Gem som fil*: chosen rows for somebody else, in the format that they use."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from moedested_plugin.domain.felt import Offentlig, Type
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.filer_formater import Format
from moedested_plugin.sources.filer_kolonner import kan_vises
from moedested_plugin.sources.filer_ogr import lovligt_navn
from moedested_plugin.sources.filer_ud import Bestilling, Resultat, Udvalg, skriv_filer

from .kolonnevalg import Kolonnevalg
from .opgave import Opgave, OpgaveDialog, husket_mappe, maa_erstattes
from .raekkevalg import Raekkevalg, Ugyldigt

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsReferencedRectangle

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings

ROLLER = (
    "moedested", "facilitet", "baenk", "omraade", "vandrerute", "cykelrute", "koererute", "andenrute", "straekning",
    "udstyr", "aktivitet", "organisation", "medvirkende", "besoegstal",
)  # fmt: skip


class GemSom(OpgaveDialog):
    """Asks for rows, format, columns and place."""

    def __init__(
        self, current: CurrentProject, ramme: QgsReferencedRectangle, settings: Settings, tasks: Tasks,
        messages: Messages, parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Gem som fil"), tr("Gem"), tasks, messages, parent)
        self.setObjectName("MoedestedGemSom")
        self._current, self._settings = current, settings
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.raekker = Raekkevalg(current, ROLLER, ramme)
        form.addRow(tr("Hvad"), self.raekker)
        self.format = QComboBox()
        self.format.setObjectName("format")
        for format_ in Format:
            self.format.addItem(f"{format_.titel} (*{format_.endelse})", format_)
        form.addRow(tr("Format"), self.format)
        self.kolonner = Kolonnevalg()
        form.addRow(tr("Kolonner"), self.kolonner)
        self.navn = QLineEdit(tr("Mødesteder"))
        self.navn.setObjectName("navn")
        form.addRow(tr("Filnavn"), self.navn)
        self.mappe = QgsFileWidget()
        self.mappe.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        form.addRow(tr("Mappe"), self.mappe)
        self.indhold.addLayout(form)
        if current.unsaved():
            self.indhold.addWidget(wrapped(tr("Rettelser, der ikke er gemt, kommer ikke med.")))
        self._husket()
        self.raekker.aendret.connect(self._vis_internt)
        self._vis_internt()
        self.setMinimumWidth(520)

    def _vis_internt(self, *_: object) -> None:
        self.kolonner.vis(interne_felter(self.raekker.tabeller()))

    def _husket(self) -> None:
        self.mappe.setFilePath(husket_mappe(self._settings, self._current))
        husket = self._settings.ud_format.value()
        self.format.setCurrentIndex(
            max(0, [f.name for f in Format].index(husket) if husket in Format.__members__ else 0)
        )

    def opgave(self) -> Opgave | None:
        """The order, or None when something is missing or may not be replaced."""
        mappe = Path(self.mappe.filePath())
        if not self.navn.text().strip():
            self.sig(tr("Skriv et navn til filen."))
            return None
        if not self.mappe.filePath() or not mappe.is_dir():
            self.sig(tr("Vælg den mappe, filen skal ligge i."))
            return None
        internt = self.kolonner.internt
        try:
            valg = self.raekker.valg()
        except Ugyldigt as fejl:
            self.sig(str(fejl))
            return None
        skjulte = [v.tabel for v in valg if not kan_vises(v.tabel)]
        if skjulte and not internt:
            self.sig(
                tr(
                    "{} er kun til internt brug. Fjern fluebenet, eller vælg interne oplysninger."
                ).format(", ".join(oversat(tabel_af_navn(t).titel) for t in skjulte))
            )
            return None
        format_ = self.format.currentData()
        bestilling = Bestilling(
            tuple(Udvalg(v.tabel, v.noegler, v.hvor) for v in valg),
            mappe, self.navn.text().strip(), format_, internt, self.kolonner.kun_offentlige,
        )  # fmt: skip
        erstat = maa_erstattes(self, filer_af(bestilling))
        if erstat is None:
            return None
        self._settings.ud_mappe.setValue(str(mappe))
        self._settings.ud_format.setValue(format_.name)
        return partial(_skriv, self._current.store_address, _med(bestilling, erstat=erstat))


def _med(bestilling: Bestilling, *, erstat: bool) -> Bestilling:
    from dataclasses import replace

    return replace(bestilling, overskriv=erstat)


def _skriv(adresse: str, bestilling: Bestilling, feedback: QgsFeedback) -> Resultat:
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return skriv_filer(store, bestilling, feedback)


def filer_af(bestilling: Bestilling) -> list[Path]:
    """The files that will be named so."""
    navn, endelse = lovligt_navn(bestilling.navn), bestilling.format.endelse
    if bestilling.format.en_fil or len(bestilling.udvalg) == 1:
        return [bestilling.mappe / f"{navn}{endelse}"]
    return [bestilling.mappe / f"{navn}_{u.tabel}{endelse}" for u in bestilling.udvalg]


def interne_felter(tabeller: list[str]) -> list[str]:
    """What the internal fields of the tables are called, each once."""
    navne = {
        oversat(felt.alias): None
        for tabel in tabeller
        for felt in tabel_af_navn(tabel).felter
        if not felt.off & Offentlig.OFFENTLIG and felt.type is not Type.UUID
    }
    return list(navne)
