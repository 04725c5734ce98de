# SPDX-License-Identifier: GPL-2.0-or-later
"""One pass over the texts of a table for all checks of words: the rows that one of them must look at.

Most rows hold nothing to find. In a full run they are read once, sifted by their words, and forgotten; privacy,
language and addresses then only see the rows in doubt.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple
from weakref import WeakKeyDictionary

from moedested_plugin.domain import kontroller_privatliv as p
from moedested_plugin.domain import kontroller_sprog as s
from moedested_plugin.domain.betingelse import Vaerdi
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
#: More rows in doubt than this are read again rather than kept in memory.
_HUSKES = 40_000


class _Tabel(NamedTuple):
    """What one pass found."""

    i_tvivl: list[tuple[int, Raekketekst]]
    #: Long description that more rows than one have → their keys.
    beskrivelser: dict[str, list[str]]
    for_mange: bool


class _Gentagne:
    """Texts that come more than once; of the others only Python's hash is kept, and who had it first.

    Two texts of a million have the same 64 bits once in thirty million runs, and then a piece of advice is wrong.
    """

    def __init__(self) -> None:
        self.fundet: dict[str, list[str]] = {}
        self._foerste: dict[int, str] = {}

    def laeg(self, tekst: str, noegle: str) -> None:
        """One more row."""
        foerste = self._foerste.setdefault(hash(tekst), noegle)
        if foerste != noegle:
            self.fundet.setdefault(tekst, [foerste]).append(noegle)


_SET: WeakKeyDictionary[Udsnit, _Gennemgang] = WeakKeyDictionary()


def i_tvivl(udsnit: Udsnit, tabel: str, hvad: int) -> Iterator[Raekketekst]:
    """The rows in which checks of this kind may find something: all of the rows, when they are few."""
    fundet = _gang(udsnit).tabel(udsnit, tabel) if udsnit.alt else None
    if fundet is None or fundet.for_mange:
        yield from gennemgaa(udsnit, tabel, alle(tabel))
        return
    for dom, raekke in fundet.i_tvivl:
        if udsnit.afbrudt():
            return
        if dom & hvad:
            yield raekke


def beskrivelser(udsnit: Udsnit, tabel: str, mindst: int) -> dict[str, list[str]]:
    """Long descriptions of at least so many characters, and the keys of the rows looked at that have each.

    Of a whole store only those that more rows than one have.
    """
    if "lang_beskr" not in prosa(tabel):
        return {}
    if udsnit.alt:
        alle_ = _gang(udsnit).tabel(udsnit, tabel).beskrivelser
        return {tekst: noegler for tekst, noegler in alle_.items() if len(tekst) >= mindst}
    ud: dict[str, list[str]] = {}
    for raekke in gennemgaa(udsnit, tabel, ("lang_beskr",)):
        tekst = raekke.vaerdier.get("lang_beskr")
        if isinstance(tekst, str) and len(tekst) >= mindst:
            ud.setdefault(tekst, []).append(raekke.noegle)
    return ud


def _gang(udsnit: Udsnit) -> _Gennemgang:
    if udsnit not in _SET:
        _SET[udsnit] = _Gennemgang(udsnit)
    return _SET[udsnit]


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


class _Gennemgang:
    """The tables that have been sifted."""

    def __init__(self, udsnit: Udsnit) -> None:
        ord_, tal = udsnit.indstillet.ord, udsnit.indstillet.tal
        lister = (kontrol.ordlister[0] for kontrol in (s.STEMPLER, s.TOM_FRASE, s.PROEVE))
        self._sigte = Ordsigte(
            soeger(ord_(p.ORD_DER_BLIVER_INTERNE)),
            soeger(tuple(linje for liste in lister for linje in ord_(liste))),
        )
        self._plads = {"navn": int(tal(s.TEGN_I_NAVN)), "beskrivels": int(tal(s.TEGN_I_KORT_TEKST))}
        #: Shorter texts are neither too hard nor have a sentence too long.
        self._blanke = min(int(tal(s.ORD_I_SAETNING)), _MINDST_ORD) - 1
        self._tabeller: dict[str, _Tabel] = {}

    def tabel(self, udsnit: Udsnit, navn: str) -> _Tabel:
        """What there is to look at, read once."""
        if navn not in self._tabeller:
            self._tabeller[navn] = self._sigt(udsnit, navn)
        return self._tabeller[navn]

    def _sigt(self, udsnit: Udsnit, navn: str) -> _Tabel:
        i_tvivl: list[tuple[int, Raekketekst]] = []
        gentagne = _Gentagne()
        for_mange = False
        noegle = beskrevet(navn).noegle
        felter = self._felter(navn)
        for raekke in udsnit.raekker(navn, alle(navn)):
            dom = self._doem(raekke, felter)
            tekst = raekke.get("lang_beskr")
            if tekst:
                gentagne.laeg(str(tekst), str(raekke[noegle]))
            if dom & _ALT:
                i_tvivl.append((dom, Raekketekst(navn, str(raekke[noegle]), raekke)))
                if len(i_tvivl) > _HUSKES:
                    i_tvivl.clear()
                    for_mange = True
        return _Tabel(i_tvivl, gentagne.fundet, for_mange)

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
