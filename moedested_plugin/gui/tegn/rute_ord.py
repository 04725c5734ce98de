# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said of a route while it is drawn and when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsPointXY

from moedested_plugin.checks.tal import dansk
from moedested_plugin.drawing.rutegeometri import Maal, maal
from moedested_plugin.drawing.rutevej import Grund
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from moedested_plugin.domain.tempo import Tempo
    from moedested_plugin.drawing.rutevej import Punkt, Vej

#: Shorter than this is said with a decimal.
_KORT_M = 10


def meter(langt: float) -> str:
    """Metres as one says them."""
    return dansk(langt, 1 if langt < _KORT_M else 0)


def hvorfor(grund: Grund) -> str:
    """Why there is no way, and what to do."""
    if grund is Grund.UDENFOR:
        return tr("Der er ikke noget netværk her. Hold Shift nede for at tegne frit.")
    if grund is Grund.FRA_UDENFOR:
        return tr(
            "Det sidste punkt ligger uden for netværket. Hold Shift nede for at tegne derfra."
        )
    return tr("Netværket hænger ikke sammen hertil. Hold Shift nede for at tegne stykket frit.")


def laengde_og_tid(maalt: Maal) -> str:
    """Length, and minutes on foot and by bicycle."""
    return tr("{0} km, {1} til fods, {2} på cykel.").format(
        dansk(maalt.meter / 1000, 2), _tid(maalt.minutter_fods), _tid(maalt.minutter_cykel)
    )


def _tid(minutter: int) -> str:
    timer, rest = divmod(minutter, 60)
    if not timer:
        return tr("{0} min").format(rest)
    return tr("{0} t {1} min").format(timer, rest)


def fortalt(vej: Vej, tempo: Tempo) -> str:
    """Length, times and towns of a finished route."""
    maalt = maal(vej.geometri(), tempo)
    tekst = laengde_og_tid(maalt)
    fra, til = _by(maalt.start), _by(maalt.slut)
    if maalt.rundtur and fra:
        return tr("{0} Rundtur ved {1}.").format(tekst, fra)
    if fra and til and fra != til:
        return tr("{0} Fra {1} til {2}.").format(tekst, fra, til)
    return tr("{0} Ved {1}.").format(tekst, fra) if fra else tekst


def _by(sted: Punkt) -> str:
    from moedested_plugin.project.background import denmark, nearest_town

    by = nearest_town(denmark(), QgsPointXY(*sted))
    return by.navn if by is not None else ""


def raad(*, tegner: bool, kan_traekkes: bool, grund: Grund | None, veje: int, spurgt: bool) -> str:
    """What can be done now. `veje`: ways to choose between; `spurgt`: a question is open."""
    if spurgt:
        return tr("Svar i linjen øverst: slå bro over hullet. Eller klik et andet sted.")
    if not tegner:
        if kan_traekkes:
            return tr(
                "Træk i ruten for at flytte den. Klik for at begynde en ny. Højreklik på en rute giver flere valg."
            )
        return tr(
            "Klik, hvor ruten begynder. Højreklik på en rute for at vende, dele, samle eller lukke den."
        )
    if grund is not None:
        return hvorfor(grund)
    if veje > 1:
        return tr("{0} veje er næsten lige lange. Tab skifter mellem dem.").format(veje)
    return tr(
        "Klik giver et punkt, Shift frihånd, Backspace et skridt tilbage. Enter eller højreklik slutter."
    )
