# SPDX-License-Identifier: GPL-2.0-or-later
"""The events of a calendar (ICS) as rows: one for each event, with its repetition in the words of an aktivitet.

Organizer and guests are private people and are never read; what is marked private is refused.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from moedested_plugin.domain.aktiviteter import AKTIVITET, INGEN, UGENTLIG
from moedested_plugin.domain.gentagelse import Gentagelse
from moedested_plugin.i18n import tr

from . import sprog, tekst
from .dansk_tid import dansk
from .fejl import LaeseFejl
from .ics_gentagelse import FLEST_DAGE, udtryk
from .ics_linjer import Aftale, Linje, aftaler
from .ics_regel import KanIkkeUdtrykkes, laes_regel
from .laest import Afvist, FeltType

KOLONNER: dict[str, FeltType] = {
    "uid": "tekst", "navn": "tekst", "beskrivelse": "tekst", "sted": "tekst", "link": "tekst",
    "dato_fra": "dato", "dato_til": "dato", "klokken": "tekst", "gentagelse": "heltal", "ugedage": "json",
    "uger": "json", "maaneder": "json", "undtaget": "json", "aflyst": "bool", "kategori": "tekst",
}  # fmt: skip
_STOERST = 50 << 20
_TID = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?\Z")
_VARIGHED = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?\Z")  # fmt: skip
_DOEGN, _UGE = dt.timedelta(days=1), 7


class _Nej(Exception):
    """The event cannot come in; the sentence says why."""


class Kalender:
    """A calendar as a table that is read like any other."""

    def __init__(self, sti: Path, navn: str, tegnsaet: str | None) -> None:
        if sti.stat().st_size > _STOERST:
            raise LaeseFejl(tr("Kalenderen {} er for stor. Hent en kortere periode.").format(navn))
        self.typer = KOLONNER
        self._raekker: dict[int, dict[str, Any]] = {}
        afviste: list[Afvist] = []
        self._forkortet = self._delt = 0
        fundne, self._aflyst = aftaler(sti.read_bytes(), navn, tegnsaet)
        undtaget = _flyttede_dage(fundne)
        naeste = 0
        for aftale in _nyeste(fundne):
            try:
                foerste, *flere = self._laes(aftale, undtaget) or (None,)
                if foerste is not None:
                    self._raekker[aftale.nummer] = foerste
                for raekke in flere:  # numbered after the events themselves
                    naeste = max(naeste, len(fundne)) + 1
                    self._raekker[naeste] = raekke
            except _Nej as hvorfor:
                afviste.append(Afvist(aftale.nummer, str(hvorfor)))
        self.afviste = tuple(afviste)

    @property
    def bemaerkninger(self) -> tuple[str, ...]:
        """What there is to know."""
        ud = []
        if self._delt:
            ud.append(
                tr(
                    "{} gentages på en måde, som Mødested ikke har ord for; hver dag er en aktivitet for sig."
                ).format(sprog.tal(self._delt, tr("1 aftale"), tr("{} aftaler")))
            )
        if self._forkortet:
            ud.append(
                tr("{} havde for lang tekst, som er forkortet.").format(
                    sprog.raekker(self._forkortet)
                )
            )
        return tuple(ud)

    def raekker(self) -> Iterator[tuple[int, list[object]]]:
        """Give (number of the event, values in the order of the columns)."""
        for nummer, raekke in sorted(self._raekker.items()):
            yield nummer, [raekke.get(navn) for navn in KOLONNER]

    def _laes(self, aftale: Aftale, undtaget: dict[str, set[dt.date]]) -> list[dict[str, Any]]:
        if (aftale.tekst("CLASS") or "PUBLIC").upper() in {"PRIVATE", "CONFIDENTIAL"}:
            raise _Nej(tr("Aftalen er mærket som privat i kalenderen."))
        faelles = self._faelles(aftale)
        if not faelles["navn"]:
            raise _Nej(tr("Aftalen har ingen titel. Giv den en i kalenderen."))
        start, slut, hele_dage = _tider(aftale)
        if not hele_dage:
            faelles["klokken"] = f"{start:%H:%M}-{slut:%H:%M}"
        uid = _uid(aftale)
        flyttet = aftale.foerste("RECURRENCE-ID")
        if flyttet is not None:
            if flyttet.parametre.get("RANGE"):
                raise _Nej(tr("Aftalen retter alle følgende gange. Del rækken i to i kalenderen."))
            noegle = f"{uid}/{_dag(flyttet).isoformat()}"
            return [{**faelles, **_felter(Gentagelse(start.date())), "uid": noegle}]
        gange = _gange(aftale, start, slut, hele_dage=hele_dage)
        fri = undtaget.get(uid, set()) | {
            _dag(led) for linje in aftale.alle("EXDATE") for led in _led(linje)
        }
        ekstra = {_dag(led) for linje in aftale.alle("RDATE") for led in _led(linje)} - fri
        delt = len(gange) > 1
        self._delt += delt
        kendt = {gang.dato_fra for gang in gange} if delt else {start.date()}
        gange += [Gentagelse(dag) for dag in sorted(ekstra - kendt)]
        return [
            {
                **faelles,
                **_felter(gang, fri),
                "uid": f"{uid}/{gang.dato_fra.isoformat()}" if delt or nr else uid,
            }
            for nr, gang in enumerate(gange)
            if gang.gentagelse != INGEN or gang.dato_fra not in fri
        ]

    def _faelles(self, aftale: Aftale) -> dict[str, Any]:
        afkortet = False
        ud: dict[str, Any] = {}
        for navn, ord_, felt in (
            ("navn", "SUMMARY", "navn"), ("beskrivelse", "DESCRIPTION", "beskrivels"),
            ("sted", "LOCATION", "sted"), ("link", "URL", "link"), ("kategori", "CATEGORIES", "navn"),
        ):  # fmt: skip
            hel = aftale.tekst(ord_)
            vaerdi = None if hel is None else tekst.rens(hel)
            hoejst = AKTIVITET.felt(felt).laengde or 0
            if vaerdi is not None and len(vaerdi) > hoejst:
                afkortet = True
                vaerdi = vaerdi[: hoejst - 1].rstrip() + "…"
            ud[navn] = vaerdi
        if ud["kategori"]:
            ud["kategori"] = ud["kategori"].split(",")[0].strip()
        if ud["link"] and not ud["link"].lower().startswith(("http://", "https://")):
            ud["link"] = None
        self._forkortet += afkortet
        ud["aflyst"] = int(self._aflyst or (aftale.tekst("STATUS") or "").upper() == "CANCELLED")
        return ud


def _uid(aftale: Aftale) -> str:
    """The key; an event without one is known by what it is."""
    uid = aftale.tekst("UID")
    if uid:
        return (
            uid[:100]
            if len(uid) <= 100
            else hashlib.blake2b(uid.encode(), digest_size=16).hexdigest()
        )
    det = "|".join(linje.vaerdi for navn in ("SUMMARY", "DTSTART") for linje in aftale.alle(navn))
    return "uden-" + hashlib.blake2b(det.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _nyeste(fundne: Sequence[Aftale]) -> list[Aftale]:
    """Of an event that stands there several times the latest edition."""
    sidste: dict[tuple[str, str], tuple[int, Aftale]] = {}
    for aftale in fundne:
        gang = aftale.foerste("RECURRENCE-ID")
        noegle = (_uid(aftale), gang.vaerdi if gang is not None else "")
        cifre = re.match(r"\d{1,9}\Z", aftale.tekst("SEQUENCE") or "0")
        udgave = int(cifre[0]) if cifre else 0
        if noegle not in sidste or udgave >= sidste[noegle][0]:
            sidste[noegle] = (udgave, aftale)
    return sorted((aftale for _, aftale in sidste.values()), key=lambda aftale: aftale.nummer)


def _flyttede_dage(fundne: Sequence[Aftale]) -> dict[str, set[dt.date]]:
    """The days of a series that have an event of their own."""
    ud: dict[str, set[dt.date]] = {}
    for aftale in fundne:
        gang = aftale.foerste("RECURRENCE-ID")
        if gang is not None:
            try:
                ud.setdefault(_uid(aftale), set()).add(_dag(gang))
            except _Nej:
                continue  # the event itself is refused, with this reason
    return ud


def _felter(gang: Gentagelse, fri: set[dt.date] | None = None) -> dict[str, Any]:
    til = gang.dato_til or dt.date.max
    undtaget = sorted(dag.isoformat() for dag in fri or () if gang.dato_fra <= dag <= til)
    return {
        "dato_fra": gang.dato_fra.isoformat(),
        "dato_til": None if gang.dato_til is None else gang.dato_til.isoformat(),
        "gentagelse": gang.gentagelse,
        "ugedage": json.dumps(gang.ugedage) if gang.ugedage else None,
        "uger": json.dumps(gang.uger) if gang.uger else None,
        "maaneder": json.dumps(gang.maaneder) if gang.maaneder else None,
        "undtaget": json.dumps(undtaget) if undtaget and gang.gentagelse != INGEN else None,
    }


# ---- when -----------------------------------------------------------------------------------------------------------


def _led(linje: Linje) -> Iterator[Linje]:
    return (
        replace(linje, vaerdi=led.split("/")[0]) for led in linje.vaerdi.split(",") if led.strip()
    )


def _tidspunkt(linje: Linje) -> tuple[dt.datetime, bool]:
    """The clock on the wall in Denmark, and whether a time was said at all."""
    fund = _TID.match(linje.vaerdi.strip())
    tid = None if fund is None else _laes_tid(fund[1], fund[2] or "000000")
    if fund is None or tid is None:
        raise _Nej(
            tr("Tidspunktet “{}” kan ikke læses. Ret det i kalenderen.").format(linje.vaerdi[:40])
        )
    if not fund[2]:
        return tid, False
    if fund[3]:
        return dansk(tid), True
    zone = linje.parametre.get("TZID", "")
    return (dansk(tid, zone) if zone else tid), True


def _laes_tid(dag: str, klokken: str) -> dt.datetime | None:
    if klokken.endswith("60"):
        klokken = klokken[:4] + "59"  # a leap second
    try:
        return dt.datetime.strptime(f"{dag}{klokken}", "%Y%m%d%H%M%S")  # noqa: DTZ007 - the zone is another matter
    except ValueError:
        return None


def _dag(linje: Linje) -> dt.date:
    return _tidspunkt(linje)[0].date()


def _tider(aftale: Aftale) -> tuple[dt.datetime, dt.datetime, bool]:
    """First and last moment (of whole days: the last day itself), and whether it is whole days."""
    begynder = aftale.foerste("DTSTART")
    if begynder is None:
        raise _Nej(tr("Aftalen har ingen dato. Giv den en i kalenderen."))
    start, har_tid = _tidspunkt(begynder)
    slutter, varer = aftale.foerste("DTEND"), aftale.tekst("DURATION")
    slut = start if har_tid else start + _DOEGN
    if slutter is not None:
        slut = _tidspunkt(slutter)[0]
    elif varer:
        slut = start + _varighed(varer)
    if not har_tid:
        slut -= _DOEGN  # whole days end before the day that is written
    if slut < start:
        if har_tid or slutter is None or _dag(slutter) != start.date():
            raise _Nej(tr("Aftalen slutter, før den begynder. Ret den i kalenderen."))
        slut = start
    return start, slut, not har_tid


def _varighed(tekst_: str) -> dt.timedelta:
    fund = _VARIGHED.match(tekst_.strip().upper())
    if fund is None:
        raise _Nej(tr("Varigheden “{}” kan ikke læses. Ret den i kalenderen.").format(tekst_[:40]))
    uger, dage, timer, minutter, sekunder = (int(led or 0) for led in fund.groups())
    return dt.timedelta(weeks=uger, days=dage, hours=timer, minutes=minutter, seconds=sekunder)


def _gange(
    aftale: Aftale, start: dt.datetime, slut: dt.datetime, *, hele_dage: bool
) -> list[Gentagelse]:
    """When it happens; raises `_Nej` where we have no words for it."""
    flere_dage = (slut.date() - start.date()).days
    over_midnat = not hele_dage and slut - start < _DOEGN
    regler = aftale.alle("RRULE")
    if not regler:
        if not flere_dage or over_midnat:
            return [Gentagelse(start.date())]
        alle = {
            (start.date() + dt.timedelta(days=nr)).isoweekday()
            for nr in range(min(flere_dage, _UGE - 1) + 1)
        }
        return [Gentagelse(start.date(), slut.date(), UGENTLIG, tuple(sorted(alle)))]
    if flere_dage and not over_midnat:
        raise _Nej(
            tr("Aftalen varer flere dage og gentages. Opret hver gang for sig i kalenderen.")
        )
    gange = _af_regel(aftale, regler, start.date())
    if gange is None:
        raise _Nej(
            tr(
                "Gentagelsen ({}) kan ikke skrives i Mødested. Giv den en slutdato inden for {} gange, eller opret aktiviteten selv."
            ).format(regler[0].vaerdi[:80], FLEST_DAGE)
        )
    if not gange:
        raise _Nej(tr("Aftalen gentages, men sker aldrig. Ret den i kalenderen."))
    return gange


def _af_regel(aftale: Aftale, regler: Sequence[Linje], start: dt.date) -> list[Gentagelse] | None:
    begynder = aftale.foerste("DTSTART")
    if len(regler) > 1 or begynder is None or aftale.alle("EXRULE"):
        return None
    try:
        regel = laes_regel(regler[0].vaerdi)
    except KanIkkeUdtrykkes:
        return None
    if regel.ugedage and begynder.vaerdi.strip()[:8] != f"{start:%Y%m%d}":
        return None  # its weekdays are those of another zone
    return udtryk(regel, start, None if regel.indtil is None else _dag(Linje({}, regel.indtil)))
