# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds Danish personal numbers (CPR) in running text, in every way people write them.

Modulus 11 is no help: numbers given out since 2007 lack it. What counts is a date that exists, the grouping, and the
words around: a number that may as well be a case, a P-number or a date with a clock is only said to be *doubtful*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# what people (and word processors) put between the digits
_MELLEMRUM = r"[\s\u00a0\u00ad\u2000-\u200d\u202f\u2060\ufeff]"
_STREG = r"[-\u2010-\u2015\u2212]"
_TEGN = r"[./_:,;*|~+=]"
_SKILT = rf"(?!\d)[)\]]?(?:{_MELLEMRUM}{{0,2}}(?:{_STREG}{{1,3}}|{_TEGN}){_MELLEMRUM}{{0,2}}|{_MELLEMRUM}{{0,3}})[(\[]?"
_IMELLEM = rf"(?:{_MELLEMRUM}|{_STREG}|{_TEGN}|[()\[\]])"
_MAANED_ORD = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"

#: Cheap: whether a text can hold a personal number at all (its digits, however they are spaced; 1.2.48 has only four).
#: The first digit stands outside the choices: so Python goes past all that is no digit. None of them begins inside a number.
MULIGT = re.compile(
    rf"\d(?<!\d\d)(?:(?:{_IMELLEM}{{0,4}}\d){{9}}|\d?{_IMELLEM}{{1,2}}\d{{1,2}}{_IMELLEM}{{1,2}}\d\d(?:\d\d)?{_IMELLEM}{{1,4}}\d{{4}}"
    rf"|\d?\.?{_MELLEMRUM}?{_MAANED_ORD}[a-z]*\.?{_MELLEMRUM}?\d\d(?:\d\d)?{_IMELLEM}{{1,4}}\d{{4}}"
    r"|\d{5}\W{1,3}(?:\w+\W+){0,3}(?:sidste|løben|kontrol))",
    re.IGNORECASE,
)

_MOENSTER = re.compile(
    rf"""(?<!\d)(?:
      (?P<samlet>\d{{10}})
    | (?P<d1>\d{{6}})(?P<t1>{_SKILT})(?P<l1>\d{{4}})
    | (?P<d2>\d\d(?P<s2>{_MELLEMRUM}|{_STREG}|[./]|\.{_MELLEMRUM})\d\d(?:(?P=s2)|{_STREG}|{_MELLEMRUM}|/)(?:\d{{4}}|\d\d))
      (?P<t2>{_SKILT})(?P<l2>\d{{4}})
    | (?P<d4>\d{{1,2}}(?P<s4>[./]|\.{_MELLEMRUM}|{_STREG})\d{{1,2}}(?:(?P=s4)|{_STREG}|{_MELLEMRUM}|/)(?:\d{{4}}|\d\d))
      (?P<t4>{_SKILT})(?P<l4>\d{{4}})
    | (?P<d5>\d{{1,2}}\.?{_MELLEMRUM}?{_MAANED_ORD}[a-z]*\.?{_MELLEMRUM}?(?:\d{{4}}|\d\d))(?P<t5>{_SKILT})(?P<l5>\d{{4}})
    | (?P<d6>\d{{6}})(?P<t6>{_STREG})(?P<l6>\d\d{_MELLEMRUM}\d\d)(?!{_MELLEMRUM}?\d)
    | (?P<d3>\d{{8}})(?P<t3>{_STREG}|{_MELLEMRUM}{_STREG}{_MELLEMRUM}|{_MELLEMRUM})(?P<l3>\d{{4}})
    | (?P<tal>\d(?:{_MELLEMRUM}{{1,2}}\d){{5}}(?:{_MELLEMRUM}|{_STREG}){{1,3}}\d(?:{_MELLEMRUM}{{1,2}}\d){{3}})
    | (?P<grupper>\d\d{_MELLEMRUM}\d\d{_MELLEMRUM}\d\d(?:{_MELLEMRUM}|{_STREG}){{1,3}}\d\d{_MELLEMRUM}\d\d
        | \d{{4}}{_MELLEMRUM}\d\d(?:{_MELLEMRUM}|{_STREG})\d{{4}} | \d{{4}}{_MELLEMRUM}\d{{6}}
        | \d\d{_MELLEMRUM}\d{{4}}(?:{_MELLEMRUM}|{_STREG})\d{{4}})
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
#: After the word CPR ten digits in any grouping are one.
_EFTER_ORDET = re.compile(
    rf"(?:cpr|personnummer|person-?nr|pers\.?{_MELLEMRUM}?nr|fødselsnummer|p(?:ersonal)? ?id(?=\W))"
    r"[^\d\n]{0,30}"
    rf"(?P<alt>\d(?:{_IMELLEM}{{0,4}}\d){{9}}|\d{{1,2}}{_IMELLEM}{{1,2}}\d{{1,2}}{_IMELLEM}{{1,2}}\d\d(?:\d\d)?{_IMELLEM}{{1,4}}\d{{4}})(?!\d)",
    re.IGNORECASE,
)
#: Written apart: 020148, de sidste fire cifre er 0815.
_DELT = re.compile(
    r"(?<!\d)(?P<dato>\d{6})\W{1,3}(?:\w+\W+){0,3}(?:sidste|løben\w*|kontrol\w*)\W+(?:\w+\W+){0,4}?(?P<sidst>\d{4})(?!\d)",
    re.IGNORECASE,
)
#: Words before a number that say it is another kind of number.
_ANDET = re.compile(
    r"(?:\b(?:p-?n(?:umme)?r|produktionsenhed\w*|isbn|issn|sag(?:s?n(?:umme)?r|en)?|sags-?id|j\.? ?nr|journal\w*|ean|gln|cvr\w*|"
    r"ordre\w*|faktura\w*|bilag\w*|konto\w*|reg|iban|matr\w*|tlf|telefon\w*|mobil\w*|ring|sms|fax|bfe\w*|id|lokal-?id|"
    r"objekt-?id|varen(?:umme)?r|serie\w*|stregkode\w*|medlems?n(?:umme)?r|lånern(?:umme)?r|dok\w*|esdh|kle|ref\w*|nummerplade)"
    r"[\s.:#=()-]{0,4}(?:nr|nummer|no|id)?[\s.:#=()-]{0,4}|[#§€$£]\s?|\d[.,]|[=/_]|\+\d{0,3}\s?)\Z",
    re.IGNORECASE,
)
#: Numbers with ten digits that have a name of their own.
_ANDET_TICIFRET = re.compile(
    r"\b(?:p-?n(?:umme)?r|produktionsenhed\w*|isbn(?:-10)?|ean|gln|cvr)[\s.:#-]{0,4}(?:nr|nummer)?[\s.:#-]{0,4}\Z",
    re.IGNORECASE,
)
_KLOKKEN_TIL = re.compile(r"\s?[-\u2013]\s?(?:[01]\d|2[0-4])[.:]?[0-5][05]\b")
_ADRESSE = re.compile(r"(?:https?://|www\.|[\w-]+\.(?:dk|com|org|net|eu|jpe?g|png|pdf|gpx)\b)\S*", re.IGNORECASE)  # fmt: skip
_KLOKKEN = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]")
_NUTID = re.compile(r"(?:20|\D)(?:1[5-9]|[23]\d)\Z")
_SJAELDENT = re.compile(r"[=()\[\]]")
_AARSTAL = re.compile(r"(?:1[89]|20)\d\d\Z")
_SIDSTE_AAR = "2100"
_POSTNUMMER = re.compile(r"\s+[A-ZÆØÅ][a-zæøå]")
_SKJULTE = re.compile(r"\D+")
_SKRIVBLOK = 24
_FOERST_OVER = 60
_TI = 10
_TAL = re.compile(r"\d+")
_MAANEDEN = re.compile(r"[^\W\d_]+")
_MAANEDER = _MAANED_ORD.strip("(?:)").split("|")
_MAANED = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Personnummer(NamedTuple):
    """One number: where it stands, how it may be shown, and whether it may be something else."""

    fra: int
    til: int
    vist: str
    tvivlsomt: bool


def skjult(cifre: str) -> str:
    """The number as it may be shown: the birthday, never the rest."""
    return f"{cifre[:6]}-xxxx"


def er_dato(cifre: str, *, ogsaa_erstatning: bool = False) -> bool:
    """Whether the first six digits are a day of some century; replacement numbers have 60 added to the day."""
    dag, maaned, aar = int(cifre[:2]), int(cifre[2:4]), int(cifre[4:6])
    if ogsaa_erstatning and dag > _FOERST_OVER:
        dag -= _FOERST_OVER
    if not 1 <= maaned <= len(_MAANED) or not 1 <= dag <= _MAANED[maaned - 1]:
        return False
    return not (maaned == 2 and dag == _MAANED[1] and aar % 4)


def personnumre(tekst: str) -> Iterator[Personnummer]:
    """Every personal number of the text, in order, each once."""
    if not MULIGT.search(tekst):
        return
    set_: list[Personnummer] = []
    for nummer in _EFTER_ORDET.finditer(tekst):
        cifre = _SKJULTE.sub("", nummer["alt"])
        if len(cifre) != _TI:  # 1.2.48 0815
            cifre = _dag_maaned_aar(nummer["alt"][: -len("1234")]) + cifre[-4:]
        if er_dato(cifre, ogsaa_erstatning=True):
            set_.append(
                Personnummer(nummer.start("alt"), nummer.end("alt"), skjult(cifre), tvivlsomt=False)
            )
    for delt in _DELT.finditer(tekst):
        if er_dato(delt["dato"]):
            vist = skjult(delt["dato"])
            set_.append(Personnummer(delt.start(), delt.end(), vist, tvivlsomt=False))
    adresser = [m.span() for m in _ADRESSE.finditer(tekst)]
    fra = 0
    while (fundet := _MOENSTER.search(tekst, fra)) is not None:
        nyt = _laest(tekst, fundet, adresser)
        # What is no number may hide the beginning of one: look on from its next digit group.
        fra = fundet.end() if nyt else fundet.start() + len(_foerste_gruppe(fundet[0]))
        if nyt and not any(nyt.fra < et.til and et.fra < nyt.til for et in set_):
            set_.append(nyt)
    yield from sorted(set_)


def _foerste_gruppe(tekst: str) -> str:
    return re.split(r"\D", tekst, maxsplit=1)[0]


def _del(fundet: re.Match[str], art: str) -> str:
    """The date (d) or what stands after it (t), whichever way the number is written."""
    return next((fundet[f"{art}{nr}"] for nr in range(1, 7) if fundet[f"{art}{nr}"]), "")


def _dag_maaned_aar(dato: str) -> str:
    """1.2.48 and 1. februar 48 as 010248; the year as it is written."""
    ord_ = _MAANEDEN.search(dato)
    if ord_:
        dato = f"{dato[: ord_.start()]} {_MAANEDER.index(ord_[0][:3].lower()) + 1} {dato[ord_.end() :]}"
    dag, maaned, aar = _TAL.findall(dato)
    return f"{dag:0>2}{maaned:0>2}{aar}"


def _laest(
    tekst: str, fundet: re.Match[str], adresser: list[tuple[int, int]]
) -> Personnummer | None:
    dato = _del(fundet, "d")
    cifre = _SKJULTE.sub("", fundet[0])
    if dato:
        hele = _dag_maaned_aar(dato) if fundet["d4"] or fundet["d5"] else _SKJULTE.sub("", dato)
        if len(hele) == len("ddmmåååå"):
            if hele[4:6] not in {"18", "19", "20"}:
                return None
            hele = hele[:4] + hele[6:]
        cifre = hele + cifre[-4:]
    if not er_dato(cifre) or _er_andet(tekst, fundet):
        return None
    return Personnummer(
        fundet.start(), fundet.end(), skjult(cifre), _tvivl(tekst, fundet, adresser)
    )


def _er_andet(tekst: str, fundet: re.Match[str]) -> bool:
    """Digits inside a word, an amount or a coordinate; a number with a name of its own; a day and its hours."""
    foer, efter = tekst[max(0, fundet.start() - _SKRIVBLOK) : fundet.start()], tekst[fundet.end() :]
    if fundet["samlet"]:
        return bool(
            re.search(r"\d[.,]\Z|[^\W\d_]\Z", foer)
            or re.match(r"[^\W\d_]|[.,]\d", efter)
            or _ANDET_TICIFRET.search(foer)
        )
    if fundet["grupper"]:
        par = [int(et) for et in re.findall(r"\d+", fundet[0])]
        return len({b - a for a, b in zip(par, par[1:])}) == 1
    dag = fundet["d2"] or fundet["d4"] or fundet["d5"]
    if dag and _KLOKKEN.fullmatch(_del(fundet, "l")) and _KLOKKEN_TIL.match(efter):
        return True
    # 8-4-4-4-12 hexadecimal digits
    return bool(fundet["d3"] and re.match(r"-\w", efter)) or bool(
        "." not in fundet[0] and re.match(r"[.,]\d", efter)
    )


def _tvivl(tekst: str, fundet: re.Match[str], adresser: list[tuple[int, int]]) -> bool:
    foer, efter = tekst[max(0, fundet.start() - _SKRIVBLOK) : fundet.start()], tekst[fundet.end() :]
    skilt = _del(fundet, "t")
    med_streg = bool(re.fullmatch(rf"{_STREG}+", skilt))
    if (fundet["d1"] or fundet["d6"]) and med_streg:
        return False  # 010190-1234 looks like nothing else
    if _SJAELDENT.search(skilt):
        return True
    aar = _AARSTAL.search(fundet["d4"] or fundet["d5"] or "")
    if aar and aar[0] < _del(fundet, "l") < _SIDSTE_AAR:
        return True  # 3.5.2026-2028 is a while, 1. maj 1945-1970 also
    if any(fra <= fundet.start() < til for fra, til in adresser) or _ANDET.search(foer):
        return True
    if fundet["grupper"]:
        return bool(
            re.search(r"\d\s?\Z|\d\d[:.]\d\d\s*\Z", foer)
            or re.match(r"\s?[-\u2013:.,]?\s?\d", efter)
            or (
                fundet[0].count(" ") > len("d m")
                and re.search(
                    r"\b(?:bus|linje|rute|kl|nr|side|km|år)\w*[.:]?\s*\Z", foer, re.IGNORECASE
                )
            )
        )
    if skilt.strip() or not skilt:
        return bool(fundet["d2"] and re.match(r"\s?[-\u2013]\s?\d", efter))
    # 24.12.26 1400, 1.6.26 4800 Nykøbing: only a day of our own time is an appointment
    dag = fundet["d2"] or fundet["d4"] or fundet["d5"]
    aftale = bool(dag and _NUTID.search(dag))
    return (
        aftale and bool(_KLOKKEN.fullmatch(_del(fundet, "l")) or _POSTNUMMER.match(efter))
    ) or bool(re.match(r"\s?[-\u2013]\s?\d|\s\d", efter))
