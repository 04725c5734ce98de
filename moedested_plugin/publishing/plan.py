# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication would change: row by row and field by field against what is out there now.

The plan keeps the new rows beside it (`Planlager`), so that exactly what a person has seen goes out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moedested_plugin.checks.hukommelse import uden_oprydning
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.moedesteder import AKTIV
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import tr

from .aendringer import Aendringer, Art, find_aendringer, navn_paa
from .holdte import Forbehold
from .nye import Aftryk, Nye, Ude
from .raekker import TABEL_AF_NAVN, TABELLER, Raekke, Tabel
from .tjeneste import brud

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.checks.resultat import Resultat
    from moedested_plugin.store import Store

    from .planlager import Indhold

__all__ = ["Aftryk", "Plan", "planlaeg"]

#: A municipality promises at least this many.
MINDST_AKTIVE = 3
#: Checks whose errors never go out once more.
_PRIVAT = "privatliv."


@dataclass(frozen=True)
class Holdt:
    """A row that stays at home; `ude` when an earlier version of it stays out there."""

    tabel: str
    noegle: str
    navn: str
    grunde: tuple[str, ...]
    ude: bool


@dataclass(frozen=True)
class Plan:
    """What would happen. `blokeringer` must be mended first; `advarsler` and `brud` are to be known."""

    fra: str | None
    aendringer: Aendringer
    holdte: tuple[Holdt, ...]
    blokeringer: tuple[str, ...]
    advarsler: tuple[str, ...]
    #: Names that other systems use and that would vanish.
    brud: tuple[str, ...]
    antal: Mapping[str, int]
    aftryk: Aftryk
    #: Every row, when the version out there cannot be built upon; else only those that change.
    fra_bunden: bool
    raekker: Mapping[str, Indhold] = field(repr=False)
    #: Key and fid of rows that go.
    fjernede: Mapping[str, Mapping[str, int]] = field(repr=False)
    #: Said where the municipality would show fewer active mødesteder than it has promised; one of `advarsler`.
    faa_aktive: str = ""
    #: What the texts of all codes were made from; empty when that is more than one thing.
    tekster: str = ""

    @property
    def per_art(self) -> Mapping[Art, int]:
        """How many rows of each kind."""
        return {art: self.aendringer.antal(art) for art in Art}

    @property
    def er_tom(self) -> bool:
        """Nothing would change."""
        return not self.aendringer and self.fra is not None and not self.fra_bunden


def planlaeg(
    store: Store,
    ude: Ude | None,
    fund: Resultat,
    forbehold: Forbehold,
    feedback: QgsFeedback | None = None,
) -> Plan:
    """Compare the store's public rows with what is out there."""
    with uden_oprydning():
        return _planlaeg(store, ude, fund, forbehold, feedback)


def _planlaeg(
    store: Store,
    ude: Ude | None,
    fund: Resultat,
    forbehold: Forbehold,
    feedback: QgsFeedback | None,
) -> Plan:
    nye = Nye(store, ude, feedback)
    if not forbehold.andres_steder:
        _uden_andres(nye, forbehold.cvr)
    grunde = forbehold.grunde(store, fund)
    for tabel, noegle in nye.hemmelige:
        grunde.setdefault((tabel.kilde, noegle), []).append(
            tr("Der står en adgangskode eller nøgle i et link (token=, apikey=). Fjern den.")
        )
    holdte = list(_hold(nye, grunde))
    _foelg_med(nye, alle=nye.nogen_borte or bool(holdte))
    nyt, gamle, fra_bunden = nye.aftryk(), nye.gamle, nye.fra_bunden
    faa_aktive = _faa_aktive(nye)
    return Plan(
        fra=ude.version if ude is not None else None,
        aendringer=find_aendringer(nye.lager, nyt, ude),
        holdte=tuple(sorted(holdte, key=lambda h: (h.tabel, h.navn))),
        blokeringer=tuple(_blokeringer(nye, fund)),
        advarsler=tuple(filter(None, (faa_aktive, *_advarsler(nye, fund)))),
        brud=tuple(brud(_navne(ude))) if ude is not None else (),
        antal={navn: len(raekker) for navn, raekker in nyt.items()},
        aftryk=nyt,
        fra_bunden=fra_bunden,
        raekker=nye.indhold(nyt),
        fjernede={
            navn: {noegle: fid for noegle, (fid, _) in gammel.items() if noegle not in nyt[navn]}
            for navn, gammel in gamle.items()
            if navn in nyt
        },
        faa_aktive=faa_aktive,
        # A row that stays as it was may hold the text that a code had once.
        tekster="" if any(holdt.ude for holdt in holdte) else nye.tekster,
    )


def _uden_andres(nye: Nye, cvr: int) -> None:
    """Leave out the places of other authorities, when the municipality publishes only its own."""
    for tabel in TABELLER:
        if "cvr_kode" in tabel.kolonner:
            hele = nye.hele(tabel, nye.raekker[tabel.navn])
            andres = [n for n, r in hele if tabel.vaerdi(r, "cvr_kode") not in (None, cvr)]
            nye.fjern(tabel, andres)


def _hold(nye: Nye, grunde: Mapping[tuple[str, str], list[str]]) -> Iterator[Holdt]:
    """Take rows with an error back to what is out there, or home."""
    for tabel in TABELLER:
        hjemme = [noegle for noegle in nye.raekker[tabel.navn] if (tabel.kilde, noegle) in grunde]
        navne = {n: navn_paa(tabel, raekke) for n, raekke in nye.hele(tabel, hjemme)}
        nye.fjern(tabel, hjemme)
        for noegle in hjemme:
            # A moedested that has got a place moves from one table to another.
            steder = [
                anden
                for anden in TABELLER
                if anden.kilde == tabel.kilde and noegle in nye.gamle.get(anden.navn, {})
            ]
            for anden in steder:
                nye.som_ude(anden, noegle)
            tekster = tuple(grunde[tabel.kilde, noegle])
            yield Holdt(tabel.navn, noegle, navne[noegle], tekster, bool(steder))


def _foelg_med(nye: Nye, *, alle: bool) -> None:
    """What belongs to a row that stays at home stays with it. `alle`: also rows that are as they were, for some row went."""
    findes: dict[str, set[str]] = {}
    for tabel in TABELLER:
        findes.setdefault(tabel.kilde, set()).update(nye.raekker[tabel.navn])
    for tabel in TABELLER:
        if not tabel.henvisninger and not tabel.visning.objekt_offentligt:
            continue
        noegler = nye.raekker[tabel.navn] if alle else nye.laeste(tabel)
        mangler = [
            noegle
            for noegle, raekke in nye.hele(tabel, noegler)
            if not _har_sit(tabel, raekke, findes)
        ]
        nye.fjern(tabel, mangler)


def _har_sit(tabel: Tabel, raekke: Raekke, findes: Mapping[str, set[str]]) -> bool:
    """Whether what the row refers to goes out too."""
    if tabel.henvisninger:
        return all(
            raekke[nr] is None or raekke[nr] in findes[til] for nr, til in tabel.henvisninger
        )
    return tabel.vaerdi(raekke, "objekt_id") in findes.get(
        str(tabel.vaerdi(raekke, "objekt_lag")), ()
    )


def _blokeringer(nye: Nye, fund: Resultat) -> Iterator[str]:
    """Stop only for a privacy error in a row that is out there and would stay, or for the store as a whole."""
    for post in fund.poster:
        if post.accepteret or post.fund.alvor is not Alvor.FEJL:
            continue
        if not post.fund.noegle:
            yield post.fund.tekst
        elif post.fund.kode.startswith(_PRIVAT):
            for tabel in TABELLER:
                if tabel.kilde != post.fund.tabel:
                    continue
                ude = {post.fund.noegle}.intersection(nye.gamle.get(tabel.navn, ()))
                for _, raekke in nye.hele(tabel, ude):
                    yield tr("{} er allerede offentlig. Ret den, og udgiv igen: {}").format(
                        navn_paa(tabel, raekke), post.fund.tekst
                    )


def _faa_aktive(nye: Nye) -> str:
    aktive = sum(
        tabel.vaerdi(raekke, "livscyklus_k") == AKTIV
        for tabel in (TABEL_AF_NAVN["moedested"], TABEL_AF_NAVN["moedested_uden_sted"])
        for _, raekke in nye.hele(tabel, nye.raekker[tabel.navn])
    )
    if aktive >= MINDST_AKTIVE:
        return ""
    return tr("Der er kun {} aktive mødesteder i udgivelsen. Der bør være mindst {}.").format(
        aktive, MINDST_AKTIVE
    )


def _advarsler(nye: Nye, fund: Resultat) -> Iterator[str]:
    poster = [
        post.fund
        for post in fund.poster
        if not post.accepteret and post.fund.alvor is Alvor.ADVARSEL
    ]
    navne = {
        (tabel, noegle): navn_paa(tabel, raekke)
        for tabel in TABELLER
        for noegle, raekke in nye.hele(
            tabel, {et.noegle for et in poster if et.tabel == tabel.kilde}
        )
    }
    for et in poster:
        for tabel in TABELLER:
            navn = navne.get((tabel, et.noegle)) if tabel.kilde == et.tabel else None
            if navn is not None:
                yield f"{navn}: {et.tekst}"


def _navne(ude: Ude) -> dict[str, tuple[str, ...]]:
    """The names that clients of the version use; the geometry is no column to them."""
    return {
        tabel: tuple(kolonne for kolonne in kolonner if kolonne != GEOMETRI)
        for tabel, kolonner in ude.kolonner.items()
    }
