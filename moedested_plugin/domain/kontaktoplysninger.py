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
    rf"[2-9]\d{_MELLEMRUM}\d{{3}}{_MELLEMRUM}\d{{3}})(?![\w/=-]|[.,:]\d|{_MELLEMRUM}\d\d?\b)"
)
_TELEFON = re.compile(
    r"(?:tlf|telefon\w*|mobil\w*|tel|ring\w*|sms\w*|kald\w*|☎|📞|📱)\W*(?:\w+\W+){0,3}\W*\Z",
    re.IGNORECASE,
)
_ANDET = re.compile(
    r"(?:\b(?:cvr|se-?nr|p-?n(?:umme)?r|ean|gln|sag\w*|journal\w*|j\.? ?nr|isbn|issn|matr\w*|kode|id|varen\w*|ordre\w*|konto\w*|"
    r"faktura\w*|serien\w*|ref\w*|bfe\w*|reg|bus|busser|linje\w*|rute\w*|side|mobilepay|medlemsn\w*|nord|øst|utm|koordinat\w*|"
    r"[ne]|kr|dkk|pris\w*|beløb|årene|kl|nr|nummer|model|stregkode\w*|lån(?:er)?n\w*|dok\w*|box|boks)"
    r"[\s.:#=()-]{0,4}(?:nr|nummer|no|id)?[\s.:#=()-]{0,4}|[#§€$£=/_]\s?|\d\s?)\Z",
    re.IGNORECASE,
)
_ENHED = re.compile(r"\s?(?:m|km|m2|m²|kr|dkk|år|meter|stk|,-|%|°|ha|børn|besøgende|medlemmer)\b|\s?,-", re.IGNORECASE)  # fmt: skip
_AARSTAL = re.compile(r"(?:19|20)\d\d(?: (?:19|20)\d\d|-\d{4})")
_DATO = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_INDE_I_ADRESSE = re.compile(r"(?:https?://|www\.)\S*\Z")
_MAIL = re.compile(
    r"(?P<navn>[\w.+-]+)\s?(?:@|[(\[]\s?(?:a|at|snabel-?a)\s?[)\]]|\bsnabel-?a\b)\s?(?P<hos>[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
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
    for fundet in _NUMMER.finditer(tekst):
        foer = tekst[max(0, fundet.start() - _SKRIVBLOK) : fundet.start()]
        er_telefon, er_andet = _varslet(foer)
        if fundet["land"] or er_telefon or not (er_andet or _er_andet(tekst, fundet)):
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
    if "@" not in tekst and "(" not in tekst and "[" not in tekst and "snabel" not in tekst.lower():
        return
    for fundet in _MAIL.finditer(tekst):
        hos = fundet["hos"].lower()
        if hos in udbydere:
            yield Oplysning(fundet.start(), fundet.end(), f"{fundet['navn'][:1]}…@{hos}")
