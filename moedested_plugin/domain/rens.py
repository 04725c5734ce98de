# SPDX-License-Identifier: GPL-2.0-or-later
"""Cleans a text without changing what it says: blanks, missing spaces, HTML and wrongly read letters."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

_BLANKE = "\u00a0\u2007\u202f\u2009\t"
_USYNLIGE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_DOBBELT = re.compile(r"(?<=\S) {2,}(?=\S)")
_FOER_TEGN = re.compile(r"(?<=\w) +(?=[,;](?!\d)|[.!?:](?:\s|\Z))")
#: `ord.Ord`, `ord,ord`; not `kl.9`, `www.a.dk`, `1.000,50`, `A/S`
_EFTER_TEGN = re.compile(r"(?<=[a-zæøå]{2})([.!?])(?=[A-ZÆØÅ][a-zæøå])|(?<=[a-zæøå]{2})([,;])(?=[A-Za-zæøåÆØÅ]{2})")  # fmt: skip
_TEGN_FOER_ORD = re.compile(r"[.,;!?](?=[A-Za-zæøåÆØÅ])")
_UTYDELIGE = ("  ", " ,", " .", " ;", " !", " ?", " :", "!!", "??", ",,", ";;")
_GENTAGET_TEGN = re.compile(r"([!?,;])\1+")
_TAG = re.compile(r"</?(?:a|b|i|u|p|br|div|span|ul|ol|li|h[1-6]|strong|em|font|img|table|t[rdh]|tbody|hr|small|sup|sub|iframe|script|style)\b[^<>]*>", re.IGNORECASE)  # fmt: skip
_BRUD = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_SKJULT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ENHED = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_ADRESSE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:dk|com|org|net|eu|de)\b\S*", re.IGNORECASE
)
#: UTF-8 read as Windows-1252.
_FORLAEST = re.compile("Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]|â€[\u0080-\u2122]?|Â[ °´»«]")  # fmt: skip
_SAETNING_INDE = re.compile(r"[a-zæøå]{4}[.!?]\s+[A-ZÆØÅ]")
_BREDE = re.compile(r"[\uff01-\uff5e]")
_KORTESTE_TEKST = 6


def har_html(tekst: str) -> bool:
    """Whether HTML has been left in the text."""
    return ("<" in tekst and bool(_TAG.search(tekst))) or (
        "&" in tekst and bool(_ENHED.search(tekst))
    )


def uden_html(tekst: str) -> str:
    """The words without their HTML; paragraphs become lines."""
    tekst = _TAG.sub("", _BRUD.sub("\n", _SKJULT.sub("", tekst)))
    return re.sub(r"\n{3,}", "\n\n", html.unescape(tekst)).strip()


def som_laest(tekst: str) -> str:
    """What a reader sees, and the addresses behind it: HTML and wide letters must hide nothing from the checks of privacy."""
    if har_html(tekst):
        tekst = html.unescape(
            _TAG.sub(lambda tag: f" {tag[0][1:-1]} " if "=" in tag[0] else "", tekst)
        )
    return unicodedata.normalize("NFKC", tekst) if _BREDE.search(tekst) else tekst


def er_forlaest(tekst: str) -> bool:
    """Whether letters such as æ, ø, å were read in the wrong character set."""
    return bool(_FORLAEST.search(tekst)) if "Ã" in tekst or "â€" in tekst or "Â" in tekst else False


def genlaest(tekst: str) -> str:
    """The text with its letters right again; as it is where that cannot be done."""
    try:
        return tekst.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return tekst


def mangler_slut(tekst: str) -> bool:
    """Several sentences, of which the last has no full stop; names such as H.C. Andersens Vej are none."""
    if not tekst[-1:].isalpha() or not _SAETNING_INDE.search(tekst):
        return False
    ord_ = tekst.split()
    return len(ord_) >= _KORTESTE_TEKST and not _ADRESSE.search(ord_[-1])


def ser_pudset_ud(tekst: str) -> bool:
    """Cheap: nothing to put right; a no may be wrong."""
    if (
        not tekst.isprintable()
        or tekst[0] == " "
        or tekst[-1] == " "
        or _TEGN_FOER_ORD.search(tekst)
    ):
        return False
    for tegn in _UTYDELIGE:
        if tegn in tekst:
            return False
    return not mangler_slut(tekst)


def uden_usynlige(tekst: str) -> str:
    """Without what nobody can see and no search finds."""
    return _USYNLIGE.sub("", tekst)


def pudset(tekst: str) -> str:
    """Blanks and signs put right, nothing else."""
    for blank in _BLANKE:
        if blank in tekst:
            tekst = tekst.replace(blank, " ")
    tekst = uden_usynlige(tekst.replace("\r\n", "\n").replace("\r", "\n"))
    tekst = "\n".join(linje.strip() for linje in tekst.split("\n")).strip()
    tekst = _GENTAGET_TEGN.sub(r"\1", _FOER_TEGN.sub("", _DOBBELT.sub(" ", tekst)))
    tekst = _uden_for_adresser(tekst)
    return tekst + "." if mangler_slut(tekst) else tekst


@lru_cache(maxsize=1024)
def renset(tekst: str) -> str:
    """Everything of this module at once: what the button *Ryd op i mellemrum og tegn* writes."""
    if er_forlaest(tekst):
        tekst = genlaest(tekst)
    if har_html(tekst):
        tekst = uden_html(tekst)
    return pudset(tekst)


def _uden_for_adresser(tekst: str) -> str:
    """Put missing spaces after signs, but not inside addresses."""
    if not _EFTER_TEGN.search(tekst):
        return tekst
    ud, fra = [], 0
    for adresse in _ADRESSE.finditer(tekst):
        ud += [_luftet(tekst[fra : adresse.start()]), adresse[0]]
        fra = adresse.end()
    return "".join([*ud, _luftet(tekst[fra:])])


def _luftet(tekst: str) -> str:
    return _EFTER_TEGN.sub(lambda fundet: f"{fundet[0]} ", tekst)
