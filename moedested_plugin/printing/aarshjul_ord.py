# SPDX-License-Identifier: GPL-2.0-or-later
"""What the annual wheel says of an activity: when in that year, where, and for whom. The wheel is Danish only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain import hvornaar as naar
from moedested_plugin.domain.aktiviteter import AARLIG, INGEN
from moedested_plugin.domain.hvornaar import DANSK, i_maaneder, opremsning

if TYPE_CHECKING:
    from .aktivitet import Aktivitet

_ALLE = "Alle"


def dag(dato: dt.date, *, ugedag: bool = False) -> str:
    """`torsdag den 4. februar`; the year stands on the page."""
    return naar.dag(dato, ugedag=ugedag, aar=False)


def klokken(tekst: str) -> str:
    """`14:00-16:00` as `kl. 14 til 16`: a wheel has little room."""
    return naar.klokken(tekst, kort=True)


def hvornaar(aktivitet: Aktivitet, aar: int) -> str:
    """When it happens in that year, as sentences."""
    det = aktivitet.gentagelse
    if det.gentagelse == INGEN:
        led = [dag(det.dato_fra, ugedag=True)]
        if det.dato_til is not None and det.dato_til > det.dato_fra:
            led.append(f"til {dag(det.dato_til, ugedag=True)}")
    elif det.gentagelse == AARLIG:
        # whether a later year keeps the date or the weekday is for the organiser to tell
        foerste = det.dato_fra.year == aar
        led = [f"hvert år, {dag(det.dato_fra, ugedag=True) if foerste else 'omkring den ' + dag(det.dato_fra)}"]  # fmt: skip
    else:
        led = [rytme(aktivitet), i_maaneder(det.maaneder)]
    led.append(klokken(aktivitet.klokken))
    if det.gentagelse not in (INGEN, AARLIG):
        if det.dato_fra > dt.date(aar, 1, 1):
            led.append(f"fra {dag(det.dato_fra)}")
        if det.dato_til is not None and det.dato_til.year == aar:
            led.append(f"til og med {dag(det.dato_til)}")
    saetning = " ".join(et for et in led if et)
    return " ".join([f"{saetning[:1].upper()}{saetning[1:]}.", *undtagelser(aktivitet, aar)])


def undtagelser(aktivitet: Aktivitet, aar: int) -> list[str]:
    """When it does not happen though its rhythm says so, as sentences."""
    det = aktivitet.gentagelse
    if det.gentagelse == INGEN:
        return []
    fri = [dag(et) for et in sorted(det.undtaget) if et.year == aar]
    ud = [DANSK.ferie] if aktivitet.ferielukket else []
    return [*ud, DANSK.ikke.format(opremsning(fri))] if fri else ud


def hvor(aktivitet: Aktivitet, *, kort: bool = False) -> str:
    """Where: the moedested, what is told of the place unless it must be short, and the town."""
    ud: list[str] = []
    for et in (aktivitet.moedested, "" if kort else aktivitet.sted, aktivitet.by):
        if et and not any(et.casefold() in kendt.casefold() for kendt in ud):
            ud.append(et)
    return ", ".join(ud)


def er_for_alle(maalgrupper: Sequence[str]) -> bool:
    """Whether nobody in particular is invited."""
    return not maalgrupper or _ALLE in maalgrupper


def for_hvem(maalgrupper: Sequence[str]) -> str:
    """For whom it is: `For seniorer og mænd`, as a sentence."""
    if er_for_alle(maalgrupper):
        return "For alle."
    return f"For {opremsning([et[:1].lower() + et[1:] for et in maalgrupper])}."


def rytme(aktivitet: Aktivitet) -> str:
    """`hver tirsdag`, `første onsdag i måneden`."""
    det = aktivitet.gentagelse
    dage = [DANSK.ugedage[nr - 1] for nr in det.hverdage]
    uger = [DANSK.uger[nr - 1] for nr in det.maanedens_uger]
    return naar.rytme(det.gentagelse, dage, uger)
