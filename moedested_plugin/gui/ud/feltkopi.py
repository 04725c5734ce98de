# SPDX-License-Identifier: GPL-2.0-or-later
"""*Tag med i marken*: chosen mødesteder, with all that belongs to them, as a folder for QField."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProviderRegistry
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr

from .opgave import Opgave, OpgaveDialog
from .raekkevalg import Raekkevalg, Ugyldigt

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsReferencedRectangle

    from moedested_plugin.domain.betingelse import Betingelse
    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.feltkopi_ud import Feltbestilling, Taget

ROLLER = (
    "moedested", "facilitet", "baenk", "omraade", "vandrerute", "cykelrute", "koererute", "andenrute",
)  # fmt: skip


class TagMed(OpgaveDialog):
    """Asks for rows, name and place."""

    def __init__(
        self, current: CurrentProject, ramme: QgsReferencedRectangle, settings: Settings, tasks: Tasks,
        messages: Messages, parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Tag med i marken"), tr("Lav mappen"), tasks, messages, parent)
        self.setObjectName("MoedestedTagMed")
        self._current, self._settings = current, settings
        self.indhold.addWidget(
            wrapped(
                tr(
                    "Laver en mappe til QField. Med et mødested følger dets steder, ruter, aktiviteter, udstyr og fotos. "
                    "Bagefter hentes rettelserne hjem med Hent hjem fra marken."
                )
            )
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.raekker = Raekkevalg(current, ROLLER, ramme, hoejde=6)
        form.addRow(tr("Hvad"), self.raekker)
        i_dag = dt.datetime.now().astimezone().date()
        self.navn = QLineEdit(tr("Feltkopi {}").format(f"{i_dag:%Y-%m-%d}"))
        self.navn.setObjectName("navn")
        form.addRow(tr("Mappens navn"), self.navn)
        self.mappe = QgsFileWidget()
        self.mappe.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        mappe = settings.ud_mappe.value()
        self.mappe.setFilePath(mappe if mappe and Path(mappe).is_dir() else str(Path.home()))
        form.addRow(tr("Læg den i"), self.mappe)
        self.indhold.addLayout(form)
        self.indhold.addWidget(
            wrapped(
                tr(
                    "Kopien har også interne noter. Pas på telefonen, og slet mappen, når I er hjemme."
                )
            )
        )
        if current.unsaved():
            self.indhold.addWidget(wrapped(tr("Rettelser, der ikke er gemt, kommer ikke med.")))
        self.setMinimumWidth(520)

    def opgave(self) -> Opgave | None:
        """The work, or None when something is missing."""
        from moedested_plugin.sources.feltkopi_ud import Feltbestilling

        mappe = Path(self.mappe.filePath())
        if not self.navn.text().strip():
            self.sig(tr("Skriv et navn til mappen."))
            return None
        if not self.mappe.filePath() or not mappe.is_dir():
            self.sig(tr("Vælg den mappe, kopien skal ligge i."))
            return None
        try:
            valg = self.raekker.valg()
        except Ugyldigt as fejl:
            self.sig(str(fejl))
            return None
        self._settings.ud_mappe.setValue(str(mappe))
        bestilling = Feltbestilling(
            {v.tabel: v.noegler or () for v in valg},
            mappe,
            self.navn.text().strip(),
            projektmappe(self._current),
            _baggrund(self._current),
        )
        alle = {v.tabel: v.hvor for v in valg if v.noegler is None}
        return partial(
            _tag_med, self._current.store_address, bestilling, alle, self._settings.bruger
        )


def _tag_med(
    adresse: str,
    bestilling: Feltbestilling,
    alle: Mapping[str, Betingelse | None],
    bruger: str,
    feedback: QgsFeedback,
) -> Taget:
    from dataclasses import replace

    from moedested_plugin.domain.skema import tabel as tabel_af_navn
    from moedested_plugin.sources.feltkopi_ud import tag_med
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        valgte = dict(bestilling.valgte)
        for tabel, hvor in alle.items():
            noegle = tabel_af_navn(tabel).noegle
            valgte[tabel] = [str(r[noegle]) for r in store.raekker(tabel, (noegle,), hvor)]
        return tag_med(store, replace(bestilling, valgte=valgte), bruger, feedback)


def projektmappe(current: CurrentProject) -> Path:
    """The folder in which the paths of photos begin."""
    return Path(current.project.absolutePath() or Path.home())


def _baggrund(current: CurrentProject) -> Path | None:
    layer = current.layer("by") or current.layer("kommune")
    if layer is None:
        return None
    sti = str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", ""))
    return Path(sti) if sti else None
