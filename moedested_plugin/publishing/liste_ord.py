# SPDX-License-Identifier: GPL-2.0-or-later
"""When, telephone numbers and addresses in the words and links of the list. Everything comes out escaped."""

from __future__ import annotations

import datetime as dt
import re
from html import escape
from urllib.parse import quote, urlsplit

from moedested_plugin.domain.hvornaar import Raekke
from moedested_plugin.domain.hvornaar import hvornaar as sagt

_MAIL = re.compile(r"[^\s@<>\"'?&%,;:]+@[\w-]+(?:\.[\w-]+)+\Z")
_TELEFON = re.compile(r"(?:(?:\+|00)45)?([2-9]\d{7})\Z")
_UDENLANDSK = re.compile(r"(?:\+|00)(\d{7,15})\Z")
_UDFYLD = re.compile(r"[\s.()-]")


def liste(vaerdi: object) -> list[str]:
    """Give the texts of a public list column, in small letters."""
    return [led.strip().lower() for led in str(vaerdi or "").split(";") if led.strip()]


def hvornaar(raekke: Raekke, i_dag: dt.date) -> str:
    """Say when an activity happens."""
    return escape(sagt(raekke, i_dag))


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
