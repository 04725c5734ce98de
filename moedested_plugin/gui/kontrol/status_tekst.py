# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock says of the last run: in one line below the list, and in full where there is nothing to list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import DOMAENETABELLER
from moedested_plugin.i18n import oversat, tr

from .tider import klokken

if TYPE_CHECKING:
    from moedested_plugin.checks.resultat import Resultat


def status(resultat: Resultat | None) -> str:
    """Counts, and when it was."""
    if resultat is None or resultat.tidspunkt is None:
        return ""
    antal = resultat.antal
    tekst = tr("Fejl: {0}, advarsler: {1}, anbefalinger: {2}.").format(
        *(_tal(antal[alvor]) for alvor in Alvor)
    )
    accepterede = sum(post.accepteret for post in resultat.poster)
    if accepterede:
        tekst = f"{tekst} {tr('{0} accepteret.').format(_tal(accepterede))}"
    return f"{tekst} {tr('Kontrolleret {0}.').format(klokken(resultat.tidspunkt))}"


def tomt(resultat: Resultat | None, er_vores: bool) -> str:
    """Instead of the list."""
    if not er_vores:
        return tr("Intet Mødested-projekt er åbent.")
    if resultat is None or resultat.tidspunkt is None:
        return tr("Data er ikke kontrolleret endnu. Tryk Kontrollér nu.")
    linjer = [
        tr("Der er intet at rette."),
        "",
        tr("{0} kontroller blev kørt {1} på:").format(
            _tal(len(resultat.kontroller)), klokken(resultat.tidspunkt)
        ),
    ]
    for tabel in DOMAENETABELLER:
        antal = resultat.set_paa.get(tabel.navn, 0)
        if antal:
            linjer.append(f"  {oversat(tabel.titel)}: {_tal(antal)}")
    return "\n".join(linjer)


def _tal(antal: int) -> str:
    return QLocale().toString(antal)
