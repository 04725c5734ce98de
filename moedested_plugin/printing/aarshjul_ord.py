# SPDX-License-Identifier: GPL-2.0-or-later
"""What the annual wheel says of an activity: when in that year, where, and for whom. The wheel is Danish only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG

if TYPE_CHECKING:
    from .aktivitet import Aktivitet

MAANEDER = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
)  # fmt: skip
UGEDAGE = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
UGER = ("første", "anden", "tredje", "fjerde", "sidste")
_ALLE = "Alle"
_HELE_AARET, _TRE = 12, 3


def dag(dato: dt.date, *, ugedag: bool = False) -> str:
    """`torsdag den 4. februar`; the year stands on the page."""
    kort = f"{dato.day}. {MAANEDER[dato.month - 1]}"
    return f"{UGEDAGE[dato.weekday()]} den {kort}" if ugedag else kort


def opremsning(led: Sequence[str]) -> str:
    """`tirsdag, onsdag og torsdag`."""
    return " og ".join([*([", ".join(led[:-1])] if led[:-1] else []), *led[-1:]])


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
        led = [_rytme(aktivitet), _maaneder(det.maaneder)]
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


def hvor(aktivitet: Aktivitet) -> str:
    """Where: the moedested, and what is told of the place."""
    led = [aktivitet.moedested, aktivitet.sted, aktivitet.by]
    ud: list[str] = []
    for et in led:
        if et and not any(et.casefold() in kendt.casefold() for kendt in ud):
            ud.append(et)
    return ", ".join(ud)


def for_hvem(maalgrupper: Iterable[str]) -> str:
    """For whom it is: `For seniorer og mænd`, as a sentence."""
    grupper = list(maalgrupper)
    if not grupper or _ALLE in grupper:
        return "For alle."
    return f"For {opremsning([et[:1].lower() + et[1:] for et in grupper])}."


def _rytme(aktivitet: Aktivitet) -> str:
    det = aktivitet.gentagelse
    dage = opremsning([UGEDAGE[nr - 1] for nr in det.hverdage])
    if det.gentagelse == MAANEDLIG:
        uger = opremsning([UGER[nr - 1] for nr in det.maanedens_uger])
        return f"{uger} {dage} i måneden"
    if det.gentagelse == HVER_ANDEN_UGE:
        return f"hver anden uge, {dage}"
    return "hver dag" if len(det.hverdage) == len(UGEDAGE) else f"hver {dage}"


def _maaneder(maaneder: Sequence[int]) -> str:
    """`i juni`, `fra april til september`, also over the turn of the year."""
    if not maaneder or len(maaneder) == _HELE_AARET:
        return ""
    foerst = next((nr for nr in maaneder if (nr - 2) % 12 + 1 not in maaneder), maaneder[0])
    paa_rad = [(foerst - 1 + nr) % 12 + 1 for nr in range(len(maaneder))]
    if len(maaneder) >= _TRE and set(paa_rad) == set(maaneder):
        return f"fra {MAANEDER[paa_rad[0] - 1]} til {MAANEDER[paa_rad[-1] - 1]}"
    return f"i {opremsning([MAANEDER[nr - 1] for nr in maaneder])}"
