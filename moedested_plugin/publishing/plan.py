# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication would change: row by row and field by field against what is out there now.

The plan carries the new rows, so that exactly what a person has seen goes out.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from moedested_plugin.checks.hukommelse import uden_oprydning
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.moedesteder import AKTIV
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import tr

from .hemmeligt import raekker_med
from .holdte import Forbehold
from .nye import Aftryk, Nye, Ude, som_nu
from .raekker import TABEL_AF_NAVN, TABELLER, Raekke, Tabel
from .tjeneste import brud

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.checks.resultat import Resultat
    from moedested_plugin.store import Store
    from moedested_plugin.store.base import OffentligVaerdi

__all__ = ["Aftryk", "Plan", "planlaeg"]

#: A municipality promises at least this many.
MINDST_AKTIVE = 3
#: Checks whose errors never go out once more.
_PRIVAT = "privatliv."


class Art(enum.Enum):
    """What happens to a row."""

    TILFOEJET = "tilføjet"
    AENDRET = "ændret"
    FJERNET = "fjernet"


@dataclass(frozen=True)
class Feltaendring:
    """One field, before and after."""

    kolonne: str
    alias: str
    gammel: OffentligVaerdi
    ny: OffentligVaerdi


@dataclass(frozen=True)
class Aendring:
    """One row that the publication changes."""

    tabel: str
    noegle: str
    art: Art
    navn: str
    felter: tuple[Feltaendring, ...] = ()
    gammel: Raekke | None = None
    ny: Raekke | None = None

    @property
    def geometri(self) -> bytes | None:
        """Where it is, or was."""
        tabel = TABEL_AF_NAVN[self.tabel]
        raekke = self.ny if self.ny is not None else self.gammel
        if raekke is None or GEOMETRI not in tabel.kolonner:
            return None
        vaerdi = raekke[-1]
        return vaerdi if isinstance(vaerdi, bytes) else None


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
    aendringer: tuple[Aendring, ...]
    holdte: tuple[Holdt, ...]
    blokeringer: tuple[str, ...]
    advarsler: tuple[str, ...]
    #: Names that other systems use and that would vanish.
    brud: tuple[str, ...]
    antal: Mapping[str, int]
    aftryk: Aftryk
    #: Every row, when the version out there cannot be built upon; else only those that change.
    fra_bunden: bool
    raekker: Mapping[str, Mapping[str, Raekke]] = field(repr=False)
    #: Key and fid of rows that go.
    fjernede: Mapping[str, Mapping[str, int]] = field(repr=False)
    #: Said where the municipality would show fewer active mødesteder than it has promised; one of `advarsler`.
    faa_aktive: str = ""
    #: What the texts of all codes were made from; empty when that is more than one thing.
    tekster: str = ""

    @cached_property
    def per_art(self) -> Mapping[Art, int]:
        """How many rows of each kind."""
        talt = Counter(aendring.art for aendring in self.aendringer)
        return {art: talt[art] for art in Art}

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
    for tabel in TABELLER:
        for noegle in raekker_med(tabel, nye):
            grunde.setdefault((tabel.kilde, noegle), []).append(
                tr("Der står en adgangskode eller nøgle i et link (token=, apikey=). Fjern den.")
            )
    holdte = list(_hold(nye, grunde))
    _foelg_med(nye, alle=nye.nogen_borte or bool(holdte))
    nyt, gamle, fra_bunden = nye.aftryk(), nye.gamle, nye.fra_bunden
    faa_aktive = _faa_aktive(nye)
    return Plan(
        fra=ude.version if ude is not None else None,
        aendringer=tuple(forskelle(nyt, nye.hele, ude)),
        holdte=tuple(sorted(holdte, key=lambda h: (h.tabel, h.navn))),
        blokeringer=tuple(_blokeringer(nye, fund)),
        advarsler=tuple(filter(None, (faa_aktive, *_advarsler(nye, fund)))),
        brud=tuple(brud(_navne(ude))) if ude is not None else (),
        antal={navn: len(raekker) for navn, raekker in nyt.items()},
        aftryk=nyt,
        fra_bunden=fra_bunden,
        raekker={
            tabel.navn: {
                noegle: raekke
                for noegle, raekke in nye.laeste(tabel)
                if fra_bunden or gamle.get(tabel.navn, {}).get(noegle) != nyt[tabel.navn][noegle]
            }
            for tabel in TABELLER
        },
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
            andres = [n for n, r in hele.items() if tabel.vaerdi(r, "cvr_kode") not in (None, cvr)]
            nye.fjern(tabel, andres)


def _hold(nye: Nye, grunde: Mapping[tuple[str, str], list[str]]) -> Iterator[Holdt]:
    """Take rows with an error back to what is out there, or home."""
    for tabel in TABELLER:
        hjemme = [noegle for noegle in nye.raekker[tabel.navn] if (tabel.kilde, noegle) in grunde]
        navne = {n: navn_paa(tabel, raekke) for n, raekke in nye.hele(tabel, hjemme).items()}
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
        noegler = nye.raekker[tabel.navn] if alle else [n for n, _ in nye.laeste(tabel)]
        mangler = [
            noegle
            for noegle, raekke in nye.hele(tabel, noegler).items()
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


def forskelle(
    nyt: Aftryk, hent: Callable[[Tabel, Collection[str]], Mapping[str, Raekke]], ude: Ude | None
) -> Iterator[Aendring]:
    """What differs between rows, given in short and fetched where needed, and what is out there."""
    gamle = ude.aftryk() if ude is not None else {}
    for tabel in TABELLER:
        ny, gammel = nyt.get(tabel.navn, {}), gamle.get(tabel.navn, {})
        tilfoejede = [n for n in ny if n not in gammel]
        aendrede = [n for n in ny if n in gammel and gammel[n][1] != ny[n][1]]
        fjernede = [n for n in gammel if n not in ny]
        foer = som_nu(ude, tabel, [*aendrede, *fjernede])
        nu = hent(tabel, [*tilfoejede, *aendrede])
        for noegle in tilfoejede:
            navn = navn_paa(tabel, nu[noegle])
            yield Aendring(tabel.navn, noegle, Art.TILFOEJET, navn, ny=nu[noegle])
        for noegle in aendrede:
            felter = tuple(_felter(tabel, foer[noegle], nu[noegle]))
            if felter:
                navn = navn_paa(tabel, nu[noegle])
                yield Aendring(
                    tabel.navn, noegle, Art.AENDRET, navn, felter, foer[noegle], nu[noegle]
                )
        for noegle in fjernede:
            navn = navn_paa(tabel, foer[noegle])
            yield Aendring(tabel.navn, noegle, Art.FJERNET, navn, gammel=foer[noegle])


def _felter(tabel: Tabel, gammel: Raekke, ny: Raekke) -> Iterator[Feltaendring]:
    for kolonne, foer, nu in zip(tabel.kolonner, gammel, ny):
        if foer != nu:
            yield Feltaendring(kolonne, tabel.alias[kolonne], foer, nu)


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
                for raekke in nye.hele(tabel, ude).values():
                    yield tr("{} er allerede offentlig. Ret den, og udgiv igen: {}").format(
                        navn_paa(tabel, raekke), post.fund.tekst
                    )


def _faa_aktive(nye: Nye) -> str:
    aktive = sum(
        tabel.vaerdi(raekke, "livscyklus_k") == AKTIV
        for tabel in (TABEL_AF_NAVN["moedested"], TABEL_AF_NAVN["moedested_uden_sted"])
        for raekke in nye.hele(tabel, nye.raekker[tabel.navn]).values()
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
    raekker = {
        tabel: nye.hele(tabel, {et.noegle for et in poster if et.tabel == tabel.kilde})
        for tabel in TABELLER
    }
    for et in poster:
        for tabel in TABELLER:
            raekke = raekker[tabel].get(et.noegle) if tabel.kilde == et.tabel else None
            if raekke is not None:
                yield f"{navn_paa(tabel, raekke)}: {et.tekst}"


def _navne(ude: Ude) -> dict[str, tuple[str, ...]]:
    """The names that clients of the version use; the geometry is no column to them."""
    return {
        tabel: tuple(kolonne for kolonne in kolonner if kolonne != GEOMETRI)
        for tabel, kolonner in ude.kolonner.items()
    }


#: Columns that tell a person which row it is, the first filled one.
_KENDETEGN = (
    "navn",
    "udstyr_nr",
    "tekst",
    "facil_ty_tekst",
    "rute_ty_tekst",
    "type_tekst",
    "rolle_tekst",
    "sti",
)


def navn_paa(tabel: Tabel, raekke: Raekke) -> str:
    """Give what a person calls the row."""
    for kolonne in _KENDETEGN:
        if kolonne in tabel.kolonner and (vaerdi := tabel.vaerdi(raekke, kolonne)):
            return str(vaerdi)
    return f"{tabel.visning.titel} {tabel.noegle(raekke)[:8]}"
