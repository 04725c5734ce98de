# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds telephone numbers and mail addresses in running text, and shows them without giving them away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

_MELLEMRUM = r"[ \u00a0\u2009\u202f]"
#: Cheap: eight digits near each other.
MULIGT_NUMMER = re.compile(r"\d(?:[\W_]{0,4}\d){7}")
_NUMMER = re.compile(
    rf"(?=[+02-9])(?<![\w.,/=_-])(?P<land>(?:\+|00){_MELLEMRUM}?45{_MELLEMRUM}?)?(?P<tal>[2-9]\d(?:{_MELLEMRUM}\d\d){{3}}|"
    rf"[2-9]\d{{3}}[{_MELLEMRUM[1:-1]}-]\d{{4}}|[2-9]\d{{7}}|[2-9]\d\.\d\d\.\d\d\.\d\d|[2-9]\d(?:-\d\d){{3}}|"
    rf"[2-9]\d{_MELLEMRUM}\d{{3}}{_MELLEMRUM}\d{{3}}|[2-9]\d(?:/\d\d){{3}}|"
    # grouped so that only the words before tell it from a date or a row of numbers
    rf"(?P<svagt>[2-9]\d\d{_MELLEMRUM}\d{{3}}{_MELLEMRUM}\d\d|[2-9]\d{{3}}(?:{_MELLEMRUM}\d\d){{2}}|[2-9](?:{_MELLEMRUM}\d){{7}}))"
    rf"(?![\w/=-]|[.,:]\d|{_MELLEMRUM}\d\d?\b)"
)
#: From abroad: a plus, a country other than Denmark, seven digits or more. What may not stand before it comes after its
#: first sign, so that Python goes past all that is no such sign.
_UDENLANDSK = re.compile(
    rf"[+0](?<![\w.,/=_-][+0])(?<!\d{_MELLEMRUM}[+0])(?:(?<=\+){_MELLEMRUM}?|(?<=0)0)(?!45)[1-9]\d{{0,2}}(?P<resten>(?:[{_MELLEMRUM[1:-1]}-]?\d){{6,12}})(?![\w/=-]|[.,:]\d)"
)
#: What sends to the number after it.
_FORAN = ("wa.me/", "tel:", "sms:")
_SENDES_TIL = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _FORAN))})\+?(?:45)?(?P<tal>[2-9]\d{{7}})(?!\d)"
)
_TELEFON = re.compile(
    r"(?:tlf|telefon\w*|mobil\w*|tel|ring\w*|sms\w*|kald\w*|☎|📞|📱)\W*(?:\w+\W+){0,3}\W*\Z",
    re.IGNORECASE,
)
_ANDET = re.compile(
    r"(?:\b(?:cvr|se-?nr|p-?n(?:umme)?r|ean|gln|(?:bygge)?sag\w*|zone\w*|journal\w*|j\.? ?nr|isbn|issn|matr\w*|kode|id|varen\w*|ordre\w*|konto\w*|"
    r"faktura\w*|serien\w*|ref\w*|bfe\w*|reg|bus|busser|linje\w*|rute\w*|side|mobilepay|medlemsn\w*|nord|øst|utm|koordinat\w*|"
    r"[ne]|kr|dkk|pris\w*|beløb|årene|kl|nr|nummer|model|stregkode\w*|lån(?:er)?n\w*|dok\w*|box|boks)"
    r"[\s.:#=()-]{0,4}(?:nr|nummer|no|id)?[\s.:#=()-]{0,4}|[#§€$£=/_]\s?|\d\s?)\Z",
    re.IGNORECASE,
)
_ENHED = re.compile(r"\s?(?:[ckm]?m|m2|m²|kr|dkk|år|meter|stk|,-|%|°|ha|børn|besøgende|medlemmer)\b|\s?,-", re.IGNORECASE)  # fmt: skip
_AARSTAL = re.compile(r"(?:19|20)\d\d(?: (?:19|20)\d\d|-\d{4})")
_DATO = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_INDE_I_ADRESSE = re.compile(r"(?:https?://|www\.)\S*\Z")
_PUNKTUM = r"(?:\s?[.,]\s?|\s?[(\[]\s?(?:dot|punktum)\s?[)\]]\s?|\s(?:dot|punktum)\s)"
_MAIL = re.compile(
    r"(?P<navn>[\w.+-]+)\s?(?:@|[(\[]\s?(?:a|at|snabel-?a)\s?[)\]]|\bsnabel-?a\b|\bat\b(?=\s[\w-]+\s(?:dot|punktum)\s))"
    rf"\s?(?P<hos>[\w-]+(?:{_PUNKTUM}[\w-]+)+)",
    re.IGNORECASE,
)
_VED_PUNKTUM = re.compile(_PUNKTUM, re.IGNORECASE)
#: Cheap: a sign or word that stands for @.
_MULIG_MAIL = re.compile(r"[@(\[]|snabel|\bat\b", re.IGNORECASE)
_SKRIVBLOK = 40


class Oplysning(NamedTuple):
    """Where it stands, and as much of it as may be repeated."""

    fra: int
    til: int
    vist: str


def muligt_telefonnummer(ord_: str) -> bool:
    """Whether a single word looks like one, whatever stands around it."""
    return bool(_NUMMER.search(ord_))


def telefonnumre(tekst: str) -> Iterator[Oplysning]:
    """Danish telephone numbers; not years, dates, prices, CVR numbers and what else has eight digits."""
    if not MULIGT_NUMMER.search(tekst):
        return
    set_: set[int] = set()
    for fundet in _NUMMER.finditer(tekst):
        foer = tekst[max(0, fundet.start() - _SKRIVBLOK) : fundet.start()]
        er_telefon, er_andet = _varslet(foer)
        if (
            fundet["land"]
            or er_telefon
            or not (fundet["svagt"] or er_andet or _er_andet(tekst, fundet))
        ):
            yield Oplysning(fundet.start(), fundet.end(), f"{fundet['tal'][:2]} xx xx xx")
            set_.add(fundet.end())
    for fundet in _UDENLANDSK.finditer(tekst):
        yield Oplysning(fundet.start(), fundet.end(), f"+{fundet[0].lstrip('+0 ')[:2]} xx xx xx")
    if not any(foran in tekst for foran in _FORAN):  # quicker than the search
        return
    for fundet in _SENDES_TIL.finditer(tekst):
        if fundet.end() not in set_:
            yield Oplysning(fundet.start(), fundet.end(), f"{fundet['tal'][:2]} xx xx xx")


@lru_cache(maxsize=4096)
def _varslet(foer: str) -> tuple[bool, bool]:
    """Whether the words before a number say that it is for calling, or that it is something else."""
    return bool(_TELEFON.search(foer)), bool(_ANDET.search(foer))


def _er_andet(tekst: str, fundet: re.Match[str]) -> bool:
    tal = fundet["tal"]
    return bool(
        _ENHED.match(tekst, fundet.end())
        or _AARSTAL.fullmatch(tal)
        or _DATO.fullmatch(tal)
        or _INDE_I_ADRESSE.search(tekst[: fundet.start()])
    )


def private_mails(tekst: str, udbydere: Collection[str]) -> Iterator[Oplysning]:
    """Mail addresses at one of the providers."""
    if not _MULIG_MAIL.search(tekst):
        return
    for fundet in _MAIL.finditer(tekst):
        led = _VED_PUNKTUM.split(fundet["hos"].lower())
        # What comes after a comma or a full stop may be the next words.
        mulige = (".".join(led[:nr]) for nr in range(2, len(led) + 1))
        hos = next((hos for hos in mulige if hos in udbydere), None)
        if hos:
            yield Oplysning(fundet.start(), fundet.end(), f"{fundet['navn'][:1]}…@{hos}")
