# SPDX-License-Identifier: GPL-2.0-or-later
"""One pass over the texts of a table for all checks of words: the rows that one of them must look at.

Most rows hold nothing to find. In a full run they are read once, sifted by their words, and forgotten; privacy,
language and addresses then only see the rows in doubt, one at a time.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from moedested_plugin.domain import kontroller_privatliv as p
from moedested_plugin.domain import kontroller_sprog as s
from moedested_plugin.domain.betingelse import Vaerdi, udfyldt
from moedested_plugin.domain.kontaktoplysninger import muligt_telefonnummer
from moedested_plugin.domain.ordliste import soeger
from moedested_plugin.domain.ordsigte import PRIVATLIV, SKEL, SLUT, SPROG, VERSALER, Ordsigte
from moedested_plugin.domain.personnumre import MULIGT
from moedested_plugin.domain.rens import mangler_slut
from moedested_plugin.domain.skema import tabel as beskrevet
from moedested_plugin.domain.tekstfelter import adresser, alle, prosa, som_tekst, sprog_af
from moedested_plugin.domain.webadresser import ser_rigtig_ud

from .tekstgang import Raekketekst, gennemgaa
from .udsnit import Raekke, Udsnit

LINKS = 32
_ALT = PRIVATLIV | SPROG | LINKS
_SIGER_NOGET = PRIVATLIV | SPROG | SLUT | VERSALER
_MINDST_ORD = 40
#: Shorter descriptions may well be the same.
_MINDST_GENTAGET = 40
_GENTAGES = "lang_beskr"


_Hent = Callable[[Raekke], tuple[Vaerdi, ...]]


def _hent(felter: Sequence[str]) -> _Hent:
    """Takes the values of these fields out of a row; it is asked of every row of the store."""
    if len(felter) > 1:
        return itemgetter(*felter)
    return lambda raekke: tuple(raekke[felt] for felt in felter)


class _Felter(NamedTuple):
    """The fields of a table by the way they are judged."""

    prosa: _Hent
    #: The length from which each of these must be looked at.
    hoejst: tuple[int, ...]
    resten: _Hent
    adresser: _Hent


class Sigte:
    """Sifts table after table, with the lists of the municipality."""

    def __init__(self, udsnit: Udsnit) -> None:
        ord_, tal = udsnit.indstillet.ord, udsnit.indstillet.tal
        lister = (kontrol.ordlister[0] for kontrol in (s.STEMPLER, s.TOM_FRASE, s.PROEVE))
        self._udsnit = udsnit
        self._sigte = Ordsigte(
            soeger(ord_(p.ORD_DER_BLIVER_INTERNE)),
            soeger(tuple(linje for liste in lister for linje in ord_(liste))),
        )
        self._plads = {"navn": int(tal(s.TEGN_I_NAVN)), "beskrivels": int(tal(s.TEGN_I_KORT_TEKST))}
        #: Shorter texts are neither too hard nor have a sentence too long.
        self._blanke = min(int(tal(s.ORD_I_SAETNING)), _MINDST_ORD) - 1
        self._hoejst_ens = tal(s.GENTAGNE_TEKSTER)
        #: Table → hashes of the long descriptions seen: eight bytes each, whatever they say.
        self._beskrivelser: dict[str, array[int]] = {}

    def i_tvivl(self, navn: str) -> Iterator[tuple[int, Raekketekst]]:
        """The rows in which something may be found, and by which checks. Rows being edited are few: all of them."""
        if not self._udsnit.alt:
            for raekketekst in gennemgaa(self._udsnit, navn, alle(navn)):
                yield _ALT, raekketekst
            return
        felter, doem, noegle = self._felter(navn), self._doem, beskrevet(navn).noegle
        husk = self._beskrivelser.setdefault(navn, array("q")).append
        for raekke in self._udsnit.raekker(navn, alle(navn)):
            dom = doem(raekke, felter)
            tekst = raekke.get(_GENTAGES)
            if isinstance(tekst, str) and len(tekst) >= _MINDST_GENTAGET:
                husk(hash(tekst))
            if dom & _ALT:
                yield dom, Raekketekst(navn, str(raekke[noegle]), raekke)

    def gentagne(self, navn: str) -> Iterator[tuple[str, list[str], int]]:
        """Long descriptions that too many rows have: the text, the keys of the rows looked at, how many rows in all.

        To be asked when the table has been gone through: only where there are some is it read again.
        """
        if _GENTAGES not in prosa(navn):
            return
        mulige = self._mulige(navn) if self._udsnit.alt else None
        fundet: dict[str, list[str]] = {}
        if mulige != set():
            for raekke in self._udsnit.raekker(navn, (_GENTAGES,), udfyldt(_GENTAGES)):
                tekst = str(raekke[_GENTAGES])
                if len(tekst) >= _MINDST_GENTAGET and (mulige is None or hash(tekst) in mulige):
                    fundet.setdefault(tekst, []).append(str(raekke[beskrevet(navn).noegle]))
        for tekst, noegler in fundet.items():
            antal = (
                len(noegler)
                if self._udsnit.alt
                else len(self._udsnit.ved(navn, _GENTAGES, tekst, ()))
            )
            if antal > self._hoejst_ens:
                yield tekst, noegler, antal

    def _mulige(self, navn: str) -> set[int]:
        """The hashes that come too often."""
        alle_ = np.frombuffer(self._beskrivelser.get(navn) or array("q", [0]), np.int64)
        vaerdier, antal = np.unique(alle_, return_counts=True)
        return set(vaerdier[antal > self._hoejst_ens].tolist())

    def _doem(self, raekke: Raekke, felter: _Felter) -> int:
        dom, blanke, mindst = 0, self._blanke, 2 * self._blanke
        tekster: list[str] = []
        for tekst, hoejst in zip(felter.prosa(raekke), felter.hoejst):
            if tekst and isinstance(tekst, str):
                tekster.append(tekst)
                laengde = len(tekst)
                if laengde >= hoejst or (laengde > mindst and tekst.count(" ") >= blanke):
                    dom = SPROG
        resten = [
            v if isinstance(v, str) and v[0] not in "{[" else som_tekst(v).replace("\n", SKEL)
            for v in felter.resten(raekke)
            if v
        ]
        if tekster or resten:
            dom |= self._doem_ordene(tekster, resten)
        for adresse in felter.adresser(raekke):
            if adresse:
                dom |= _doem_adresse(adresse)
        return dom

    def _doem_ordene(self, tekster: list[str], resten: list[str]) -> int:
        # Nearly always there is nothing in any of them, and once is enough.
        samlet = self._sigte.doem(SKEL.join([*tekster, *resten]))
        if not samlet & _SIGER_NOGET:
            return samlet
        dom = self._sigte.doem(SKEL.join(tekster)) if tekster else 0
        if dom & (SLUT | VERSALER) and any(t.isupper() or mangler_slut(t) for t in tekster):
            dom |= SPROG
        if resten:
            dom |= self._sigte.doem(SKEL.join(resten)) & PRIVATLIV
        return dom

    def _felter(self, navn: str) -> _Felter:
        prosa_, adresser_ = prosa(navn), adresser(navn)
        return _Felter(
            _hent(prosa_),
            tuple(self._hoejst(navn, felt) for felt in prosa_),
            _hent([felt for felt in alle(navn) if felt not in prosa_ and felt not in adresser_]),
            _hent(adresser_),
        )

    def _hoejst(self, navn: str, felt: str) -> int:
        """So long, or for some fields at all, a text must be looked at for its length or its company."""
        if sprog_af(felt) != "da" or felt == "alt_tekst":
            return 1
        plads = self._plads.get(felt, sys.maxsize - 1)
        return min(beskrevet(navn).felt(felt).laengde or sys.maxsize, plads + 1)


def _doem_adresse(tekst: Vaerdi) -> int:
    if not isinstance(tekst, str) or not ser_rigtig_ud(tekst):
        return PRIVATLIV | LINKS
    # An address like most holds nothing but perhaps a number; one to call stands after no sign but these.
    kan_ringes = ("+" in tekst or "~" in tekst or "%" in tekst) and muligt_telefonnummer(tekst)
    return PRIVATLIV if kan_ringes or MULIGT.search(tekst) else 0
