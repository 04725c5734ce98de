# SPDX-License-Identifier: GPL-2.0-or-later
"""The history in words: who did what to which row, and what became of each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.diff import STEMPELFELTER
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat, tr

from .konflikt import hel_raekke
from .vaerdi_tekst import VaerdiTekst

if TYPE_CHECKING:
    from moedested_plugin.store import HistorikPost, Store

#: Lines read, and fields named in one line.
HOEJST = 500
_FELTER = 3
#: Fields that name a row, and those that say what it is where it has no name.
_NAVNE = ("navn", "billedtekst", "udstyr_nr")
_TYPER = ("facil_ty_k", "rute_ty_k", "rolle_k", "underlag_k")

_Raekke = Mapping[str, Vaerdi]


@dataclass(frozen=True)
class Feltaendring:
    """One field: what it was, and what it became."""

    felt: str
    alias: str
    foer: str
    efter: str

    @property
    def tekst(self) -> str:
        """'Navn: Torvet → Torvet i Nykøbing'."""
        if self.felt == GEOMETRI:
            return tr("Tegningen er flyttet eller ændret")
        return f"{self.alias}: {self.foer} → {self.efter}"


@dataclass(frozen=True)
class Linje:
    """One line of the list."""

    post: HistorikPost
    tabel: Tabel
    navn: str
    hvad: str
    felter: tuple[Feltaendring, ...] = ()

    @property
    def tid(self) -> str:
        """When, in local time."""
        return f"{self.post.tid.astimezone():%d-%m-%Y %H:%M}"

    @property
    def hvem(self) -> str:
        """By whom, as far as it is known."""
        return self.post.af or tr("(ukendt)")

    @property
    def kan_gendannes(self) -> bool:
        """A line that says only that a row was made holds nothing to bring back."""
        return self.post.raekke is not None

    @property
    def titel(self) -> str:
        """What kind of row it is."""
        return oversat(self.tabel.titel)

    def passer(self, soegt: str) -> bool:
        """Whether every word that is searched for stands somewhere in the line."""
        alt = f"{self.tid} {self.hvem} {self.titel} {self.navn} {self.hvad}".casefold()
        return all(ord_ in alt for ord_ in soegt.casefold().split())


def linjer(store: Store, tekst: VaerdiTekst, tabel: str = "", noegle: str = "") -> list[Linje]:
    """The history of one row, or of the whole store, the newest first."""
    poster = [
        post
        for post in store.historik(tabel or None, noegle or None, hoejst=HOEJST)
        if not tabel_af_navn(post.tabel).system
    ]
    return list(_linjer(poster, nuvaerende(store, poster), tekst))


def nuvaerende(store: Store, poster: Sequence[HistorikPost]) -> dict[tuple[str, str], _Raekke]:
    """The rows of these lines as they stand now; those that are gone are left out."""
    fundne: dict[tuple[str, str], _Raekke] = {}
    for navn in dict.fromkeys(post.tabel for post in poster):
        tabel = tabel_af_navn(navn)
        if tabel.noegle:
            noegler = sorted({post.noegle for post in poster if post.tabel == navn})
            for raekke in store.raekker(navn, noegler=noegler):
                fundne[navn, str(raekke[tabel.noegle])] = raekke
    return fundne


def _linjer(
    poster: Sequence[HistorikPost], nu: Mapping[tuple[str, str], _Raekke], tekst: VaerdiTekst
) -> Iterator[Linje]:
    senere = dict(nu)
    for post in poster:
        plads, tabel = (post.tabel, post.noegle), tabel_af_navn(post.tabel)
        foer = hel_raekke(post)
        efter = senere.get(plads, {})
        navn = _navn(tabel, efter, tekst) or _navn(tabel, foer, tekst) or oversat(tabel.titel)
        if post.art == "rettet":
            felter = aendringer(tabel, foer, efter, tekst)
            yield Linje(post, tabel, navn, _kort(felter), felter)
        elif post.art == "slettet":
            yield Linje(post, tabel, navn, tr("Slettet"))
        elif post.art == "oprettet":
            yield Linje(post, tabel, navn, tr("Oprettet"))
        else:
            mine = ", ".join(
                f"{tekst.alias(tabel, felt)}: {tekst.vaerdi(tabel, felt, vaerdi)}"
                for felt, vaerdi in foer.items()
            )
            yield Linje(
                post, tabel, navn, tr("Gav plads for en kollegas rettelse: {0}").format(mine)
            )
        if post.art in {"rettet", "slettet"}:
            senere[plads] = foer


def _navn(tabel: Tabel, raekke: _Raekke, tekst: VaerdiTekst) -> str:
    """What a row is called; most benches have no name, and pictures none at all."""
    for felt in _NAVNE:
        if raekke.get(felt):
            return str(raekke[felt])
    for felt in _TYPER:
        if raekke.get(felt) is not None:
            return tekst.vaerdi(tabel, felt, raekke[felt])
    return ""


def aendringer(
    tabel: Tabel, foer: _Raekke, efter: _Raekke, tekst: VaerdiTekst
) -> tuple[Feltaendring, ...]:
    """The fields in which two states of a row differ, in the order of the form."""
    navne = [*tabel.feltnavne, *([GEOMETRI] if tabel.geometri is not None else [])]
    return tuple(
        Feltaendring(
            felt,
            tekst.alias(tabel, felt),
            tekst.vaerdi(tabel, felt, foer.get(felt)),
            tekst.vaerdi(tabel, felt, efter.get(felt)),
        )
        for felt in navne
        if felt in foer and felt not in STEMPELFELTER and foer.get(felt) != efter.get(felt)
    )


def _kort(felter: Sequence[Feltaendring]) -> str:
    tekst = "; ".join(felt.tekst for felt in felter[:_FELTER])
    flere = len(felter) - _FELTER
    if flere > 0:
        tekst += "; " + tr("og {0} felter mere").format(flere)
    return tekst or tr("Gemt uden ændring")
