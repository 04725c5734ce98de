# SPDX-License-Identifier: GPL-2.0-or-later
"""When an activity happens, in words: `Hver tirsdag kl. 14.00 til 16.00.` and what else belongs to it.

For the list on the web, and for paper in the three languages of a print. Rows are those of the public view `off_aktivitet`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG

Raekke = Mapping[str, Any]

_FEBRUAR, _SKUDDAG = 2, 29
_AARETS_MAANEDER = 12


@dataclass(frozen=True)
class _Sprog:
    """The words of one language. `{}` is what is said of; patterns of a day have names."""

    ugedage: tuple[str, ...]
    maaneder: tuple[str, ...]
    uger: tuple[str, ...]
    dag: str
    dag_med_ugedag: str
    til: str
    og: str
    hver: str
    hver_dag: str
    hver_uge: str
    hver_anden_uge: str
    i_maaneden: str
    hver_maaned: str
    hvert_aar_foerste: str
    hvert_aar: str
    i_maaneder: str
    klokken: str
    fra_til: str
    fra: str
    til_og_med: str
    ferie: str
    ikke: str


DANSK = _Sprog(
    ugedage=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    maaneder=("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
              "oktober", "november", "december"),
    uger=("første", "anden", "tredje", "fjerde", "sidste"),
    dag="{dag}. {maaned} {aar}", dag_med_ugedag="{ugedag} den {dag}. {maaned} {aar}",
    til="{} til {}", og=" og ",
    hver="hver {}", hver_dag="hver dag", hver_uge="hver uge", hver_anden_uge="hver anden uge, {}",
    i_maaneden="{} {} i måneden", hver_maaned="hver måned, {}",
    hvert_aar_foerste="hvert år, første gang {}", hvert_aar="hvert år i {}, første gang {}",
    i_maaneder="i {}", klokken="kl. {}", fra_til="kl. {} til {}", fra="fra {}", til_og_med="til og med {}",
    ferie="Ikke i skolernes ferier.", ikke="Ikke {}.",
)  # fmt: skip
_SPROG = {
    "da": DANSK,
    "en": _Sprog(
        ugedage=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        maaneder=("January", "February", "March", "April", "May", "June", "July", "August", "September",
                  "October", "November", "December"),
        uger=("first", "second", "third", "fourth", "last"),
        dag="{dag} {maaned} {aar}", dag_med_ugedag="{ugedag} {dag} {maaned} {aar}",
        til="{} to {}", og=" and ",
        hver="every {}", hver_dag="every day", hver_uge="every week", hver_anden_uge="every other week, {}",
        i_maaneden="{} {} of the month", hver_maaned="every month, {}",
        hvert_aar_foerste="every year, first time {}", hvert_aar="every year in {}, first time {}",
        i_maaneder="in {}", klokken="at {}", fra_til="from {} to {}", fra="from {}", til_og_med="until {}",
        ferie="Not in the school holidays.", ikke="Not {}.",
    ),
    "de": _Sprog(
        ugedage=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        maaneder=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                  "Oktober", "November", "Dezember"),
        uger=("ersten", "zweiten", "dritten", "vierten", "letzten"),
        dag="{dag}. {maaned} {aar}", dag_med_ugedag="{ugedag}, {dag}. {maaned} {aar}",
        til="{} bis {}", og=" und ",
        hver="jeden {}", hver_dag="jeden Tag", hver_uge="jede Woche", hver_anden_uge="alle zwei Wochen, {}",
        i_maaneden="jeden {} {} im Monat", hver_maaned="jeden Monat, {}",
        hvert_aar_foerste="jedes Jahr, zum ersten Mal am {}", hvert_aar="jedes Jahr im {}, zum ersten Mal am {}",
        i_maaneder="im {}", klokken="um {} Uhr", fra_til="von {} bis {} Uhr", fra="ab {}", til_og_med="bis {}",
        ferie="Nicht in den Schulferien.", ikke="Nicht am {}.",
    ),
}  # fmt: skip


def dato(vaerdi: object) -> dt.date | None:
    """Read a date as the stores, GDAL or JSON write it; None where it is none."""
    try:
        return dt.date.fromisoformat(str(vaerdi or "")[:10].replace("/", "-"))
    except ValueError:
        return None


def dag(vaerdi: dt.date, sprog: str = "da", *, ugedag: bool = False, aar: bool = True) -> str:
    """Say a date in words: `torsdag den 4. februar 2027`; without `aar` where the page says which year."""
    ord_ = _SPROG[sprog]
    moenster = ord_.dag_med_ugedag if ugedag else ord_.dag
    return moenster.format(
        ugedag=ord_.ugedage[vaerdi.weekday()],
        dag=vaerdi.day,
        maaned=ord_.maaneder[vaerdi.month - 1],
        aar=vaerdi.year if aar else "",
    ).rstrip()


def maaned_og_dag(tekst: object, sprog: str = "da") -> str:
    """Say the day of any year, `04-01` as `1. april`; '' where it is no day."""
    dagen = dato(f"2000-{str(tekst or '')[-5:]}")
    return dag(dagen, sprog, aar=False) if dagen else ""


def opremsning(led: Sequence[str], sprog: str = "da") -> str:
    """Say a list: `tirsdag, onsdag og torsdag`."""
    return _SPROG[sprog].og.join([*([", ".join(led[:-1])] if led[:-1] else []), *led[-1:]])


def klokken(vaerdi: object, sprog: str = "da", *, kort: bool = False) -> str:
    """Say `14:00-16:00` as `kl. 14.00 til 16.00`, or `kort` as `kl. 14 til 16`."""
    skille = ":" if sprog == "en" else "."
    tider = [led.strip() for led in str(vaerdi or "").split("-") if led.strip()]
    if kort:
        tider = [tid.removesuffix(":00") for tid in tider]
        tider = [tid.removeprefix("0") if tid[:2] != "00" else tid for tid in tider]
    # what ends when it begins has no end that is known
    tider = [tid.replace(":", skille) for tid in dict.fromkeys(tider)]
    if len(tider) == 2:  # from and to
        return _SPROG[sprog].fra_til.format(*tider)
    return _SPROG[sprog].klokken.format(" ".join(tider)) if tider else ""


def rytme(slags: int, dage: Sequence[str], uger: Sequence[str], sprog: str = "da") -> str:
    """Say how often, of the names of weekdays and of weeks of the month: `første onsdag i måneden`."""
    ord_ = _SPROG[sprog]
    dagene = opremsning(dage, sprog)
    if slags == MAANEDLIG:
        if uger and dage:
            return ord_.i_maaneden.format(opremsning(uger, sprog), dagene)
        return ord_.hver_maaned.format(dagene).rstrip(" ,")
    if slags == HVER_ANDEN_UGE:
        return ord_.hver_anden_uge.format(dagene).rstrip(" ,")
    if len(dage) == len(ord_.ugedage):
        return ord_.hver_dag
    return ord_.hver.format(dagene) if dage else ord_.hver_uge


def i_maaneder(maaneder: Sequence[int], sprog: str = "da") -> str:
    """Say months: `i marts til juni og august`; '' for all of them. Three or more in a row are a run, over the turn of the year as well."""
    ord_ = _SPROG[sprog]
    if len(set(maaneder)) in (0, _AARETS_MAANEDER):
        return ""
    led: list[str] = []
    for foerst in sorted(nr for nr in set(maaneder) if (nr - 2) % 12 + 1 not in maaneder):
        raekke = [foerst]
        while raekke[-1] % 12 + 1 in maaneder:
            raekke.append(raekke[-1] % 12 + 1)
        navne = [ord_.maaneder[nr - 1] for nr in raekke]
        led += [ord_.til.format(navne[0], navne[-1])] if len(navne) > 2 else navne
    return ord_.i_maaneder.format(opremsning(led, sprog))


def naeste(raekke: Raekke, i_dag: dt.date) -> dt.date:
    """Give the day of something that happens once, or the next time of what happens each year."""
    foerste = dato(raekke["dato_fra"]) or dt.date.max
    if raekke["gentagelse_k"] != AARLIG or foerste >= i_dag:
        return foerste
    dagen = _i_aar(foerste, i_dag.year)
    return dagen if dagen >= i_dag else _i_aar(foerste, i_dag.year + 1)


def _i_aar(dagen: dt.date, aar: int) -> dt.date:
    """The same day of another year; the 29th of February is the 28th where there is none."""
    try:
        return dagen.replace(year=aar)
    except ValueError:
        return dagen.replace(year=aar, month=_FEBRUAR, day=_SKUDDAG - 1)


def hvornaar(raekke: Raekke, i_dag: dt.date, sprog: str = "da") -> str:
    """Say when an activity happens, as one sentence; what has no day that can be read is said by its hours alone."""
    ord_ = _SPROG[sprog]
    fra, til = dato(raekke["dato_fra"]), dato(raekke["dato_til"])
    gentages = raekke["gentagelse_k"] not in (INGEN, AARLIG)
    if gentages:
        led = [_rytme(raekke, sprog), _maaneder(raekke, sprog)]
    elif raekke["gentagelse_k"] == AARLIG:
        led = [_hvert_aar(raekke, fra, i_dag, sprog)] if fra else []
    elif fra and til and til > fra:
        led = [ord_.til.format(*(dag(et, sprog, ugedag=True) for et in (fra, til)))]
    else:
        led = [dag(fra, sprog, ugedag=True)] if fra else []
    led.append(klokken(raekke["klokken"], sprog))
    if gentages and fra and fra > i_dag:
        led.append(ord_.fra.format(dag(fra, sprog)))
    if til and raekke["gentagelse_k"] != INGEN:
        led.append(ord_.til_og_med.format(dag(til, sprog)))
    saetning = " ".join(et for et in led if et)
    hele = f"{saetning[:1].upper()}{saetning[1:]}." if saetning else ""
    return " ".join(et for et in (hele, *_undtagelser(raekke, i_dag, sprog)) if et)


def _hvert_aar(raekke: Raekke, fra: dt.date, i_dag: dt.date, sprog: str) -> str:
    """Say the day that is known. Whether a later year keeps the date or the weekday is for the organiser to tell."""
    ord_ = _SPROG[sprog]
    if fra >= i_dag:
        return ord_.hvert_aar_foerste.format(dag(fra, sprog, ugedag=True))
    maaneder = _navne(raekke["maaned_tekst"], DANSK.maaneder, ord_.maaneder)
    return ord_.hvert_aar.format(
        opremsning(maaneder or [ord_.maaneder[fra.month - 1]], sprog), dag(fra, sprog)
    )


def _rytme(raekke: Raekke, sprog: str) -> str:
    ord_ = _SPROG[sprog]
    dage = _navne(raekke["ugedag_tekst"], DANSK.ugedage, ord_.ugedage)
    uger = _navne(raekke["uge_i_maaned_tekst"], DANSK.uger, ord_.uger)
    return rytme(raekke["gentagelse_k"], dage, uger, sprog)


def _maaneder(raekke: Raekke, sprog: str) -> str:
    ord_ = _SPROG[sprog]
    navne = _navne(raekke["maaned_tekst"], DANSK.maaneder, ord_.maaneder)
    if not set(navne) <= set(ord_.maaneder):
        return ord_.i_maaneder.format(opremsning(navne, sprog))
    return i_maaneder([ord_.maaneder.index(et) + 1 for et in navne], sprog)


def _navne(vaerdi: object, danske: Sequence[str], egne: Sequence[str]) -> list[str]:
    """The texts of a public list column in the language; what a municipality calls otherwise stays as it is."""
    oversat = dict(zip(danske, egne))
    led = (led.strip().lower() for led in str(vaerdi or "").split(";"))
    return [oversat.get(et, et) for et in led if et]


def _undtagelser(raekke: Raekke, i_dag: dt.date, sprog: str) -> list[str]:
    ord_ = _SPROG[sprog]
    ud = [ord_.ferie] if raekke["ferielukket"] else []
    try:
        datoer = json.loads(raekke["undtaget"] or "[]")
    except ValueError:
        return ud
    dage = [dato(et) for et in datoer] if isinstance(datoer, list) else []
    kommende = sorted(et for et in dage if et and et >= i_dag)
    if kommende:
        ud.append(ord_.ikke.format(opremsning([dag(et, sprog) for et in kommende], sprog)))
    return ud
