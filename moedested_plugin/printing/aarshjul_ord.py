# SPDX-License-Identifier: GPL-2.0-or-later
"""What the annual wheel says of an activity: when in that year, where, and for whom. The wheel is Danish only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG
from moedested_plugin.domain.hvornaar import opremsning

if TYPE_CHECKING:
    from .aktivitet import Aktivitet

MAANEDER = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
)  # fmt: skip
UGEDAGE = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
UGER = ("første", "anden", "tredje", "fjerde", "sidste")
_ALLE = "Alle"
_HELE_AARET = 12


def dag(dato: dt.date, *, ugedag: bool = False) -> str:
    """`torsdag den 4. februar`; the year stands on the page."""
    kort = f"{dato.day}. {MAANEDER[dato.month - 1]}"
    return f"{UGEDAGE[dato.weekday()]} den {kort}" if ugedag else kort


def klokken(tekst: str) -> str:
    """`14:00-16:00` as `kl. 14 til 16`."""
    tider = [led.strip().replace(":", ".").removesuffix(".00") for led in tekst.split("-") if led]
    tider = [tid.removeprefix("0") if tid[:2] != "00" else tid for tid in tider]
    # what ends when it begins has no end that is known
    return f"kl. {' til '.join(dict.fromkeys(tider))}" if tider else ""


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
        led = [rytme(aktivitet), _maaneder(det.maaneder)]
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
    ud = ["Ikke i skolernes ferier."] if aktivitet.ferielukket else []
    return [*ud, f"Ikke {opremsning(fri)}."] if fri else ud


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
    dage = opremsning([UGEDAGE[nr - 1] for nr in det.hverdage])
    if det.gentagelse == MAANEDLIG:
        uger = opremsning([UGER[nr - 1] for nr in det.maanedens_uger])
        return f"{uger} {dage} i måneden"
    if det.gentagelse == HVER_ANDEN_UGE:
        return f"hver anden uge, {dage}"
    return "hver dag" if len(det.hverdage) == len(UGEDAGE) else f"hver {dage}"


def _maaneder(maaneder: Sequence[int]) -> str:
    """`i juni`, `i marts til juni og august`; a run goes on over the turn of the year."""
    if not maaneder or len(maaneder) == _HELE_AARET:
        return ""
    efter = [nr for nr in maaneder if (nr - 2) % 12 + 1 not in maaneder]
    led = []
    for foerst in efter:
        sidst = foerst
        while sidst % 12 + 1 in maaneder:
            sidst = sidst % 12 + 1
        fra, til = MAANEDER[foerst - 1], MAANEDER[sidst - 1]
        led.append(fra if foerst == sidst else f"{fra} til {til}")
    return f"i {opremsning(led)}"
