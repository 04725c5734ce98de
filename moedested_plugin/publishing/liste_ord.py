# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates, times, telephone numbers and addresses in the words and links of the list. Everything comes out escaped."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from qgis.PyQt.QtCore import QDate, QLocale

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG

Raekke = Mapping[str, Any]

_DANSK = QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
_MAIL = re.compile(r"[^\s@<>\"'?&%,;:]+@[\w-]+(?:\.[\w-]+)+\Z")
_TELEFON = re.compile(r"(?:(?:\+|00)45)?([2-9]\d{7})\Z")
_UDENLANDSK = re.compile(r"(?:\+|00)(\d{7,15})\Z")
_UDFYLD = re.compile(r"[\s.()-]")


def dato(vaerdi: object) -> QDate:
    """Read a date as GDAL or JSON writes it; invalid where it is none."""
    return QDate.fromString(str(vaerdi or "")[:10].replace("/", "-"), "yyyy-MM-dd")


def dag(vaerdi: QDate, *, ugedag: bool = False) -> str:
    """Say a date in words: `torsdag den 4. februar 2027`."""
    return _DANSK.toString(vaerdi, "dddd 'den' d. MMMM yyyy" if ugedag else "d. MMMM yyyy")


def opremsning(led: Sequence[str]) -> str:
    """Say a list: `tirsdag, onsdag og torsdag`."""
    return " og ".join([*([", ".join(led[:-1])] if led[:-1] else []), *led[-1:]])


def liste(vaerdi: object) -> list[str]:
    """Give the texts of a public list column, in small letters."""
    return [led.strip().lower() for led in str(vaerdi or "").split(";") if led.strip()]


# When ---------------------------------------------------------------------------------------------------


def naeste(raekke: Raekke, i_dag: QDate) -> QDate:
    """Give the day of something that happens once, or the next time of what happens each year."""
    foerste = dato(raekke["dato_fra"])
    if raekke["gentagelse_k"] != AARLIG:
        return foerste
    aar = max(foerste.year(), i_dag.year())
    dagen = foerste.addYears(aar - foerste.year())
    return dagen if dagen >= i_dag else foerste.addYears(aar + 1 - foerste.year())


def hvornaar(raekke: Raekke, i_dag: QDate) -> str:
    """Say when an activity happens, as one sentence."""
    fra, til = dato(raekke["dato_fra"]), dato(raekke["dato_til"])
    gentages = raekke["gentagelse_k"] != INGEN
    if not gentages:
        led = [dag(fra, ugedag=True), f"til {dag(til, ugedag=True)}" if til > fra else ""]
    elif raekke["gentagelse_k"] == AARLIG:
        led = [_hvert_aar(raekke, fra, i_dag)]
    else:
        maaneder = liste(raekke["maaned_tekst"])
        led = [_rytme(raekke), f"i {opremsning(maaneder)}" if 0 < len(maaneder) < 12 else ""]
    led.append(klokken(raekke["klokken"]))
    if gentages and raekke["gentagelse_k"] != AARLIG and fra > i_dag:
        led.append(f"fra {dag(fra)}")
    if gentages and til.isValid():
        led.append(f"til og med {dag(til)}")
    saetning = " ".join(et for et in led if et)
    return escape(f"{saetning[:1].upper()}{saetning[1:]}.{_undtagelser(raekke, i_dag)}")


def _hvert_aar(raekke: Raekke, fra: QDate, i_dag: QDate) -> str:
    """Say the day that is known. Whether a later year keeps the date or the weekday is for the organiser to tell."""
    if fra >= i_dag:
        return f"hvert år, første gang {dag(fra, ugedag=True)}"
    maaneder = liste(raekke["maaned_tekst"]) or [_DANSK.monthName(fra.month())]
    return f"hvert år i {opremsning(maaneder)}, første gang {dag(fra)}"


def _rytme(raekke: Raekke) -> str:
    dage = opremsning(liste(raekke["ugedag_tekst"])) or "uge"
    if raekke["gentagelse_k"] == MAANEDLIG:
        uger = opremsning(liste(raekke["uge_i_maaned_tekst"]))
        return f"{uger} {dage} i måneden" if uger else f"hver måned, {dage}"
    if raekke["gentagelse_k"] == HVER_ANDEN_UGE:
        return f"hver anden uge, {dage}"
    return f"hver {dage}"


def _undtagelser(raekke: Raekke, i_dag: QDate) -> str:
    ud = " Ikke i skolernes ferier." if raekke["ferielukket"] else ""
    try:
        datoer = json.loads(raekke["undtaget"] or "[]")
    except ValueError:
        return ud
    dage = [dato(et) for et in datoer] if isinstance(datoer, list) else []
    kommende = sorted(et for et in dage if et.isValid() and et >= i_dag)
    return f"{ud} Ikke {opremsning([dag(et) for et in kommende])}." if kommende else ud


def klokken(vaerdi: object) -> str:
    """Say `14:00-16:00` as `kl. 14.00 til 16.00`."""
    tider = [led.strip().replace(":", ".") for led in str(vaerdi or "").split("-") if led.strip()]
    return f"kl. {' til '.join(tider)}" if tider else ""


# Links --------------------------------------------------------------------------------------------------


def telefon(vaerdi: object) -> str:
    """Give a number one can press, or the text as it is."""
    tekst = str(vaerdi or "").strip()
    cifre = _UDFYLD.sub("", tekst)
    dansk, udenlandsk = _TELEFON.match(cifre), _UDENLANDSK.match(cifre)
    if dansk:
        return f'<a href="tel:+45{dansk[1]}">{escape(tekst)}</a>'
    if udenlandsk:
        return f'<a href="tel:+{udenlandsk[1]}">{escape(tekst)}</a>'
    return escape(tekst)


def kontakt(vaerdi: object) -> str:
    """Give a mail address or a number one can press, or the text as it is."""
    tekst = str(vaerdi or "").strip()
    if _MAIL.match(tekst):
        return f'<a href="mailto:{quote(tekst, safe="@+._-")}">{escape(tekst)}</a>'
    return telefon(tekst)


def link(vaerdi: object, tekst: str) -> str:
    """Give a link to a page of the web, and nothing for any other kind of address."""
    adresse = str(vaerdi or "").strip()
    try:
        dele = urlsplit(adresse)
    except ValueError:
        return ""
    if dele.scheme.lower() not in ("http", "https") or not dele.hostname:
        return ""
    if not adresse.isprintable() or " " in adresse:
        return ""
    return f'<a href="{escape(adresse)}" rel="noopener noreferrer">{escape(tekst)}</a>'
