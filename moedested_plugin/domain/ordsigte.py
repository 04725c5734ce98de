# SPDX-License-Identifier: GPL-2.0-or-later
"""A sieve of single words: which checks of privacy and language can have anything to say of a text that holds them.

Municipalities write the same words over and over. Each is judged once; a text whose words are all innocent need not be
looked at. A word may be judged too harshly, which only costs time, but never too mildly.
"""

from __future__ import annotations

import re
from itertools import filterfalse

from .kontaktoplysninger import MULIGT_NUMMER, telefonnumre
from .ordliste import Soeger, ordene
from .personnavne import muligt_navn
from .personnumre import MULIGT
from .rens import er_forlaest, har_html, ser_pudset_ud

#: Bits of a judgement. `TAL`: a part of a longer number perhaps. `SLUT`: a sentence ends here. `VERSALER`: all capitals.
#: `FRASE`: a word of a phrase, which counts when all of it is there.
PRIVATLIV, SPROG, TAL, SLUT, VERSALER, FRASE = 1, 2, 4, 8, 16, 64
#: Between texts that are judged together; a word of its own, and no blank: what stands before a number is not before it.
SKEL = " \x00 "

_LINJE = " \x1e "
_SKILT = frozenset({SKEL[1:-1], _LINJE[1:-1]})
_HUSKES = 200_000
_ENHED_ELLER_TAG = frozenset("<ÃÂâ")
_MAIL = re.compile(
    r"[@\uff20]|snabel|[(\[](?:at?|snabel-?a)?(?:[)\]]|\Z)|\A(?:dot|punktum)\Z", re.IGNORECASE
)
_CIFFER = re.compile(r"\d")
#: Neither to call nor, with what may follow, a person: that would be ten digits, in groups shorter than these.
_HVERKEN_ELLER = re.compile(r"(?:[01]\d{7}|\d{9})\Z")
_SLUT = re.compile(r"[a-zæøå]{4}[.!?]\Z")
_VERSALER = re.compile(r"[^\W\d_]{3}")
_EFTER_TAL = frozenset(".,:;)")
_JSON = frozenset("{[")  # is read as its parts
_FOERST = frozenset(".,;!?:")


class Ordsigte:
    """The lists of the municipality made ready, and the words that have been judged."""

    def __init__(self, interne: Soeger, sprog: Soeger) -> None:
        self._interne, self._sprog = interne, sprog
        self._uskyldige: set[str] = set(_SKILT)
        self._andre: dict[str, int] = {}
        self._fraser: dict[str, tuple[tuple[str, int], ...]] = {}

    def doem(self, tekst: str) -> int:
        """What is to be looked at in texts joined by `SKEL`."""
        linjer = tekst.replace("\n\n", "\n").replace("\n", _LINJE) if "\n" in tekst else tekst
        fremmede = set(filterfalse(self._uskyldige.__contains__, linjer.split(" ")))
        dom = 0
        for ord_ in fremmede:
            kendt = self._andre.get(ord_)
            dom |= self._doem_ord(ord_) if kendt is None else kendt
        if dom & TAL and (
            MULIGT.search(tekst) or (MULIGT_NUMMER.search(tekst) and any(telefonnumre(tekst)))
        ):
            dom |= PRIVATLIV
        if dom & FRASE:
            lille = tekst.casefold().replace("\n", " ")
            for ord_ in fremmede & self._fraser.keys():
                for frase, hvad in self._fraser[ord_]:
                    if frase in lille:
                        dom |= hvad
        return dom

    def _doem_ord(self, ord_: str) -> int:
        tal = ord_[:-1] if ord_[-1:] in _EFTER_TAL else ord_
        if tal.isdigit():  # seldom comes again: not worth remembering
            return 0 if _HVERKEN_ELLER.match(tal) else TAL
        dom = self._ordet(ord_)
        if _CIFFER.search(ord_):
            dom |= TAL
        if len(self._uskyldige) + len(self._andre) > _HUSKES:
            self._uskyldige = set(_SKILT)
            self._andre.clear()
            self._fraser.clear()
        if dom:
            self._andre[ord_] = dom
        else:
            self._uskyldige.add(ord_)
        return dom

    def _ordet(self, ord_: str) -> int:
        if not ord_ or not ord_.isprintable():
            return PRIVATLIV | SPROG | TAL  # two blanks, or signs that no one sees
        dom = 0
        lille = ord_.casefold()
        dele = ordene(lille)
        html = har_html(ord_)
        if html or ord_[0] in _JSON or _MAIL.search(ord_) or muligt_navn(ordene(ord_)):
            dom |= PRIVATLIV
        if (
            ord_[0] in _FOERST
            or not _ENHED_ELLER_TAG.isdisjoint(ord_)
            or not ser_pudset_ud(ord_)
            or html
            or er_forlaest(ord_)
        ):
            dom |= SPROG
        for liste, hvad in ((self._interne, PRIVATLIV), (self._sprog, SPROG)):
            if liste.maaske(lille, dele):
                fraser = tuple((frase, hvad) for frase in liste.fraser(lille, dele))
                self._fraser[ord_] = (*self._fraser.get(ord_, ()), *fraser)
                dom |= FRASE
        if _SLUT.search(ord_):
            dom |= SLUT
        if ord_.isupper() and _VERSALER.search(ord_):
            dom |= VERSALER
        return dom
