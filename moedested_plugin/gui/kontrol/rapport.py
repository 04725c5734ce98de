# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks where a report is to lie, and has it written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.checks.resultat import Resultat

    from .kontrollant import Kontrollant


def gem_rapport(rum: Kontrollant) -> None:
    """Ask where to, and write what the list knows, in a task."""
    if rum.liste is None:
        rum.messages.info(tr("Data er ikke kontrolleret endnu. Tryk Kontrollér nu."))
        return
    typer = ";;".join((
        tr("Webside (*.html)"), tr("PDF (*.pdf)"), tr("GeoPackage (*.gpkg)"), tr("JSON (*.json)"),
    ))  # fmt: skip
    mappe = Path(rum.current.project.homePath() or ".") / tr("kontrol.html")
    valgt, type_ = QFileDialog.getSaveFileName(
        rum.iface.mainWindow(), tr("Gem rapport"), str(mappe), typer
    )
    if valgt:
        skriv(rum, _med_endelse(Path(valgt), type_))


def _med_endelse(sti: Path, type_: str) -> Path:
    """The chosen kind counts where the name has no ending of ours."""
    from moedested_plugin.checks.rapport import SUFFIKSER

    if sti.suffix.lower() in SUFFIKSER:
        return sti
    endelse = next((en for en in SUFFIKSER if f"*{en}" in type_), SUFFIKSER[0])
    return sti.with_name(sti.name + endelse)


def skriv(rum: Kontrollant, sti: Path) -> None:
    """Write the report in a task."""
    if rum.liste is not None:
        rum.start(
            FunctionTask(
                tr("Skriver rapport"),
                partial(_skriv, rum.current.store_address, rum.liste.resultat, sti),
                partial(_skrevet, rum),
                partial(_ikke_skrevet, rum),
            )
        )


def _skriv(adresse: str, resultat: Resultat, sti: Path, _feedback: QgsFeedback) -> Path:
    from moedested_plugin.checks.rapport import skriv_rapport
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        skriv_rapport(sti, resultat, store)
    return sti


def _skrevet(rum: Kontrollant, sti: Path) -> None:
    def aabn() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(sti)))

    if sti.suffix.lower() == ".gpkg":
        rum.messages.success(tr("Rapporten er gemt: {0}").format(sti))
    else:
        rum.messages.success(tr("Rapporten er gemt: {0}").format(sti), (tr("Åbn"), aabn))


def _ikke_skrevet(rum: Kontrollant, fejl: Exception) -> None:
    from moedested_plugin.checks.rapport import RapportFejl

    if isinstance(fejl, RapportFejl):
        rum.messages.error(str(fejl))
    else:
        rum.messages.failed(tr("Rapporten"), fejl)
