# SPDX-License-Identifier: GPL-2.0-or-later
"""Activities as a calendar (ICS, RFC 5545) that people can put into their own.

Times are those of the clock on the wall in Denmark, with the rules of its zone in the file, so that a meeting at nine
stays at nine when the clocks change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimeZone

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG
from moedested_plugin.domain.gentagelse import SIDSTE_UGE, Gentagelse, dage

from .aarshjul_ord import for_hvem, hvor, undtagelser

if TYPE_CHECKING:
    from .aktivitet import Aktivitet

_ZONE = "Europe/Copenhagen"
_VTIMEZONE = (
    "BEGIN:VTIMEZONE", f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip
_UGEDAGE = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LINJE = 75
#: What has not happened for so many years after its first day does not happen.
_AAR_FREM = 10
#: Editions are counted in minutes from here: larger at every change, and well within 32 bits.
_FOERSTE_UDGAVE = dt.datetime(2020, 1, 1, tzinfo=dt.timezone.utc)
_FEBRUAR, _SKUDDAG = 2, 29


def kalender(navn: str, aktiviteter: Iterable[Aktivitet], aar: int, aendret: dt.datetime) -> bytes:
    """The calendar file. `aendret` is when the data were last changed: the same data give the same file."""
    linjer = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Moedested//Aarshjul//DA", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{_tekst(navn)}", f"X-WR-TIMEZONE:{_ZONE}", *_VTIMEZONE,
    ]  # fmt: skip
    for aktivitet in aktiviteter:
        linjer += _aftale(aktivitet, aar, aendret)
    linjer.append("END:VCALENDAR")
    return b"".join(_fold(linje) for linje in linjer)


def _aftale(aktivitet: Aktivitet, aar: int, aendret: dt.datetime) -> Iterator[str]:
    """The event; nothing where the activity never happens."""
    det = aktivitet.gentagelse
    slut = det.sidste or dt.date(det.dato_fra.year + _AAR_FREM, 12, 31)
    foerste = next(dage(det, det.dato_fra, slut), None)
    if foerste is None:
        return
    utc = aendret.astimezone(dt.timezone.utc)
    yield "BEGIN:VEVENT"
    yield f"UID:{aktivitet.id}"
    yield f"DTSTAMP:{utc:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{max(0, int((utc - _FOERSTE_UDGAVE).total_seconds() // 60))}"
    yield from _tider(aktivitet, foerste)
    yield f"SUMMARY:{_tekst(aktivitet.navn)}"
    yield f"DESCRIPTION:{_tekst(_beskrivelse(aktivitet, aar))}"
    yield f"LOCATION:{_tekst(hvor(aktivitet))}"
    yield f"CATEGORIES:{_tekst(aktivitet.type)}"
    if aktivitet.link.isprintable() and aktivitet.link:
        yield f"URL:{aktivitet.link}"
    yield f"STATUS:{'CANCELLED' if aktivitet.aflyst else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _beskrivelse(aktivitet: Aktivitet, aar: int) -> str:
    aarlig = aktivitet.gentagelse.gentagelse == AARLIG
    led = [
        aktivitet.beskrivelse,
        for_hvem(aktivitet.maalgrupper),
        *(undtagelser(aktivitet, aar) if aktivitet.ferielukket else []),
        "Hvert år. Spørg arrangøren om dagen." if aarlig else "",
        f"Pris: {aktivitet.pris}" if aktivitet.pris else "",
        f"Arrangør: {aktivitet.arrangoer}" if aktivitet.arrangoer else "",
        f"Tilmelding: {aktivitet.tilmelding}" if aktivitet.tilmelding else "",
    ]
    return "\n".join(et for et in led if et)


# When -------------------------------------------------------------------------------------------------------


def _tider(aktivitet: Aktivitet, foerste: dt.date) -> Iterator[str]:
    det = aktivitet.gentagelse
    ur = _ur(aktivitet.klokken)
    flere_dage = det.gentagelse == INGEN and det.sidste is not None and det.sidste > foerste
    if ur is None:
        sidste = det.sidste if flere_dage and det.sidste is not None else foerste
        yield f"DTSTART;VALUE=DATE:{foerste:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{sidste + dt.timedelta(days=1):%Y%m%d}"
    else:
        fra, til = ur
        yield f"DTSTART;TZID={_ZONE}:{foerste:%Y%m%d}T{fra}"
        if til != fra:  # else the end is not known
            slut = foerste + dt.timedelta(days=til < fra)
            yield f"DTEND;TZID={_ZONE}:{slut:%Y%m%d}T{til}"
    regel = _regel(det, flere_dage=flere_dage and ur is not None)
    if regel:
        yield f"RRULE:{regel}{_indtil(det, i_utc=ur is not None)}"
    for dag in _undtaget(det, foerste):
        if ur is None:
            yield f"EXDATE;VALUE=DATE:{dag:%Y%m%d}"
        else:
            yield f"EXDATE;TZID={_ZONE}:{dag:%Y%m%d}T{ur[0]}"


def _ur(klokken: str) -> tuple[str, str] | None:
    """`14:00-16:00` as two times of the format."""
    fra, streg, til = klokken.partition("-")
    tider = tuple(led.strip().replace(":", "") + "00" for led in (fra, til))
    if not streg or not all(len(tid) == len("140000") and tid.isdecimal() for tid in tider):
        return None
    return tider[0], tider[1]


def _regel(det: Gentagelse, *, flere_dage: bool) -> str:
    maaneder = f";BYMONTH={','.join(map(str, det.maaneder))}" if det.maaneder else ""
    hverdage = [_UGEDAGE[nr - 1] for nr in det.hverdage]
    if det.gentagelse == INGEN:
        return "FREQ=DAILY" if flere_dage else ""
    if det.gentagelse == AARLIG:
        if (det.dato_fra.month, det.dato_fra.day) == (_FEBRUAR, _SKUDDAG):
            return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
        return "FREQ=YEARLY"
    if det.gentagelse == MAANEDLIG:
        uger = [-1 if uge == SIDSTE_UGE else uge for uge in det.maanedens_uger]
        led = ",".join(f"{uge}{dag}" for uge in uger for dag in hverdage)
        return f"FREQ=MONTHLY;BYDAY={led}{maaneder}"
    hver = ";INTERVAL=2;WKST=MO" if det.gentagelse == HVER_ANDEN_UGE else ""
    return f"FREQ=WEEKLY{hver};BYDAY={','.join(hverdage)}{maaneder}"


def _indtil(det: Gentagelse, *, i_utc: bool) -> str:
    """The end of the last day; of what has a time in UTC, as the format wants it."""
    if det.dato_til is None:
        return ""
    if not i_utc:
        return f";UNTIL={det.dato_til:%Y%m%d}"
    dag = det.dato_til
    slut = QDateTime(
        QDate(dag.year, dag.month, dag.day), QTime(23, 59, 59), QTimeZone(_ZONE.encode())
    )
    return f";UNTIL={slut.toUTC().toString('yyyyMMddTHHmmss')}Z"


def _undtaget(det: Gentagelse, foerste: dt.date) -> list[dt.date]:
    """Days that the rule holds and the activity does not."""
    hele = replace(det, undtaget=frozenset())
    return [
        dag
        for dag in sorted(det.undtaget)
        if det.gentagelse != INGEN and dag > foerste and dag in dage(hele, dag, dag)
    ]


# Lines ------------------------------------------------------------------------------------------------------


def _tekst(tekst: str) -> str:
    """A value with the format's own signs guarded, and without what cannot be printed."""
    ren = "".join(tegn for tegn in tekst if tegn == "\n" or tegn.isprintable())
    ren = ren.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return ren.replace("\n", "\\n")


def _fold(linje: str) -> bytes:
    """The line in pieces of at most 75 octets; no letter is cut in two."""
    stykker, stykke = [], b""
    for tegn in linje:
        bidder = tegn.encode("utf-8", "replace")
        if len(stykke) + len(bidder) > _LINJE:
            stykker.append(stykke)
            stykke = b" "
        stykke += bidder
    return b"\r\n".join([*stykker, stykke]) + b"\r\n"
