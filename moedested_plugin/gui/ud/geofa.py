# SPDX-License-Identifier: GPL-2.0-or-later
"""*Eksportér til GeoFA*: the municipality's own places as GeoFA's layers, and why the others stay at home."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources import sprog
from moedested_plugin.sources.geofa_koder import PROFILER, Profil

from .opgave import Opgave, OpgaveDialog, maa_erstattes
from .resultat import Gruppe, Punkt

if TYPE_CHECKING:
    from qgis.core import QgsFeedback, QgsReferencedRectangle

    from moedested_plugin.gui.current_project import CurrentProject
    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.settings import Settings
    from moedested_plugin.sources.geofa_resultat import Eksport, Raekkenavn


class GeofaUd(OpgaveDialog):
    """Asks for version and file."""

    def __init__(
        self, current: CurrentProject, _ramme: QgsReferencedRectangle, settings: Settings, tasks: Tasks,
        messages: Messages, parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Eksportér til GeoFA"), tr("Eksportér"), tasks, messages, parent)
        self.setObjectName("MoedestedGeofaUd")
        self._current, self._settings = current, settings
        self.indhold.addWidget(
            wrapped(
                tr(
                    "Kommunens egne steder med status Forslag eller højere, og dem, der kom fra GeoFA, bliver skrevet i "
                    "GeoFA's egne lag. Interne felter kommer aldrig med."
                )
            )
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.profil = QComboBox()
        self.profil.setObjectName("profil")
        for profil in PROFILER:
            self.profil.addItem(_titler().get(profil, profil), profil)
        form.addRow(tr("Udgave"), self.profil)
        self.fil = QgsFileWidget()
        self.fil.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.fil.setConfirmOverwrite(False)  # asked once, when the work begins
        self.fil.setFilter(tr("GeoPackage (*.gpkg)"))
        mappe = Path(settings.ud_mappe.value() or current.project.absolutePath() or Path.home())
        i_dag = dt.datetime.now().astimezone().date()
        self.fil.setFilePath(str(mappe / f"GeoFA {i_dag:%Y-%m-%d}.gpkg"))
        form.addRow(tr("Fil"), self.fil)
        self.indhold.addLayout(form)
        if current.unsaved():
            self.indhold.addWidget(wrapped(tr("Rettelser, der ikke er gemt, kommer ikke med.")))
        self.setMinimumWidth(520)

    def opgave(self) -> Opgave | None:
        """The export, or None when there is no place for it."""
        if not self.fil.filePath().strip():
            self.sig(tr("Vælg en fil."))
            return None
        fil = Path(self.fil.filePath())
        if not fil.suffix:
            fil = fil.with_name(fil.name + ".gpkg")
        erstat = maa_erstattes(self, [fil])
        if erstat is None:
            return None
        self._settings.ud_mappe.setValue(str(fil.parent))
        return partial(
            _eksporter, self._current.store_address, fil, self.profil.currentData(), erstat
        )


def _titler() -> dict[str, str]:
    return {"3.04": tr("GeoFA 3.04 (den nye)"), "1.7": tr("GeoFA 1.7 (den gamle)")}


def _eksporter(
    adresse: str, fil: Path, profil: Profil, erstat: bool, feedback: QgsFeedback
) -> Eksport:
    from moedested_plugin.sources.geofa_ud import eksporter_geofa
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return eksporter_geofa(store, fil, profil, overskriv=erstat, feedback=feedback)


def grupper(eksport: Eksport) -> list[Gruppe]:
    """The outcome as a list to read: what was left out and why, then what to know of what was written."""
    ud = [
        Gruppe(tr("Skrevet til {}").format(eksport.fil.name),
               [
                Punkt(_titel_af(lag), str(antal)) for lag, antal in eksport.antal_i_lag.items()
            ], eksport.antal)
    ]  # fmt: skip
    for grund, antal in eksport.udeladt_pr_grund.items():
        punkter = [
            Punkt(_kaldes(u.raekke), " ".join(u.saetninger), u.raekke.tabel, u.raekke.objekt_id)
            for u in eksport.udeladte
            if u.grund is grund
        ]
        ud.append(Gruppe(tr("Udeladt: {}").format(grund.tekst), punkter, antal))
    if eksport.felter_ikke_sendt:
        felter = [
            Punkt(felt, tr("i {}").format(sprog.raekker(antal)))
            for felt, antal in eksport.felter_ikke_sendt.items()
        ]
        ud.append(
            Gruppe(tr("Felter, som GeoFA {} ikke har").format(eksport.profil), felter, len(felter))
        )
    if eksport.bemaerkninger:
        punkter = [
            Punkt(_kaldes(b.raekke), b.saetning, b.raekke.tabel, b.raekke.objekt_id)
            for b in eksport.bemaerkninger
        ]
        ud.append(Gruppe(tr("Værd at vide"), punkter, len(punkter)))
    return ud


def _titel_af(lag: str) -> str:
    from moedested_plugin.sources.geofa_felter import temaer

    titler = {tema.lag: oversat(tema.tabel.titel) for tema in temaer()}
    return f"{titler[lag]} ({lag})"


def _kaldes(raekke: Raekkenavn) -> str:
    return raekke.navn or tr("Uden navn")
