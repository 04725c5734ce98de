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
from typing import TYPE_CHECKING, Protocol

from moedested_plugin.checks.hukommelse import uden_oprydning
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.moedesteder import AKTIV
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.i18n import tr

from .holdte import Forbehold
from .raekker import TABEL_AF_NAVN, TABELLER, Raekke, Tabel, aftryk
from .tjeneste import brud

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.checks.resultat import Resultat
    from moedested_plugin.store import Store
    from moedested_plugin.store.base import OffentligVaerdi

#: A municipality promises at least this many.
MINDST_AKTIVE = 3
#: Checks whose errors never go out once more.
_PRIVAT = "privatliv."
#: fid and hash of each row, by table and business key.
Aftryk = dict[str, dict[str, tuple[int, str]]]


class Ude(Protocol):
    """A version that has been published."""

    @property
    def version(self) -> str:
        """Its name."""

    @property
    def kolonner(self) -> Mapping[str, tuple[str, ...]]:
        """The columns of each table."""

    def aftryk(self) -> Aftryk:
        """What its rows look like, in short."""

    def raekker(self, tabel: str, noegler: Collection[str]) -> dict[str, Raekke]:
        """These rows of it, by key, with the version's own columns."""


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
    gamle = ude.aftryk() if ude is not None else {}
    fra_bunden = ude is None or any(
        ude.kolonner.get(tabel.navn) != tabel.kolonner for tabel in TABELLER
    )
    nye = {tabel.navn: _laes(store, tabel, feedback) for tabel in TABELLER}
    if not forbehold.andres_steder:
        _uden_andres(nye, forbehold.cvr)
    holdte = list(_hold(nye, gamle, ude, forbehold.grunde(store, fund)))
    _foelg_med(nye)
    nyt = _nyt_aftryk(nye, gamle)
    return Plan(
        fra=ude.version if ude is not None else None,
        aendringer=tuple(forskelle(nyt, lambda tabel, _: nye[tabel.navn], ude)),
        holdte=tuple(sorted(holdte, key=lambda h: (h.tabel, h.navn))),
        blokeringer=tuple(_blokeringer(nye, gamle, fund)),
        advarsler=tuple(filter(None, (_faa_aktive(nye), *_advarsler(nye, fund)))),
        brud=tuple(brud(_navne(ude))) if ude is not None else (),
        antal={navn: len(raekker) for navn, raekker in nye.items()},
        aftryk=nyt,
        fra_bunden=fra_bunden,
        raekker={
            navn: {
                noegle: raekke
                for noegle, raekke in raekker.items()
                if fra_bunden or gamle.get(navn, {}).get(noegle) != nyt[navn][noegle]
            }
            for navn, raekker in nye.items()
        },
        fjernede={
            navn: {noegle: fid for noegle, (fid, _) in gammel.items() if noegle not in nye[navn]}
            for navn, gammel in gamle.items()
            if navn in nye
        },
        faa_aktive=_faa_aktive(nye),
    )


_Raekker = dict[str, dict[str, Raekke]]


def _laes(store: Store, tabel: Tabel, feedback: QgsFeedback | None) -> dict[str, Raekke]:
    if feedback is not None and feedback.isCanceled():
        return {}
    return {tabel.noegle(raekke): raekke for raekke in store.offentlige(tabel.visning)}


def _uden_andres(nye: _Raekker, cvr: int) -> None:
    """Leave out the places of other authorities, when the municipality publishes only its own."""
    for tabel in TABELLER:
        if "cvr_kode" in tabel.kolonner:
            nye[tabel.navn] = {
                noegle: raekke
                for noegle, raekke in nye[tabel.navn].items()
                if tabel.vaerdi(raekke, "cvr_kode") in (None, cvr)
            }


def _hold(
    nye: _Raekker, gamle: Aftryk, ude: Ude | None, grunde: Mapping[tuple[str, str], list[str]]
) -> Iterator[Holdt]:
    """Take rows with an error back to what is out there, or home."""
    for tabel in TABELLER:
        hjemme = [noegle for noegle in nye[tabel.navn] if (tabel.kilde, noegle) in grunde]
        for noegle in hjemme:
            raekke = nye[tabel.navn].pop(noegle)
            # A moedested that has got a place moves from one table to another.
            steder = [
                anden
                for anden in TABELLER
                if anden.kilde == tabel.kilde and noegle in gamle.get(anden.navn, {})
            ]
            for anden in steder:
                nye[anden.navn].update(som_nu(ude, anden, [noegle]))
            tekster = tuple(grunde[tabel.kilde, noegle])
            yield Holdt(tabel.navn, noegle, navn_paa(tabel, raekke), tekster, bool(steder))


def som_nu(ude: Ude | None, tabel: Tabel, noegler: Collection[str]) -> dict[str, Raekke]:
    """Rows of a published version with today's columns."""
    if ude is None:
        return {}
    kolonner = ude.kolonner.get(tabel.navn, ())
    raekker = ude.raekker(tabel.navn, noegler)
    if kolonner == tabel.kolonner:
        return raekker
    return {
        noegle: tuple(dict(zip(kolonner, raekke)).get(kolonne) for kolonne in tabel.kolonner)
        for noegle, raekke in raekker.items()
    }


def _foelg_med(nye: _Raekker) -> None:
    """What belongs to a row that stays at home stays with it."""
    findes: dict[str, set[str]] = {}
    for tabel in TABELLER:
        findes.setdefault(tabel.kilde, set()).update(nye[tabel.navn])
    for tabel in TABELLER:
        if tabel.henvisninger:
            nye[tabel.navn] = {
                noegle: raekke
                for noegle, raekke in nye[tabel.navn].items()
                if all(
                    raekke[nr] is None or raekke[nr] in findes[til]
                    for nr, til in tabel.henvisninger
                )
            }
        elif tabel.visning.objekt_offentligt:
            nye[tabel.navn] = {
                noegle: raekke
                for noegle, raekke in nye[tabel.navn].items()
                if tabel.vaerdi(raekke, "objekt_id")
                in findes.get(str(tabel.vaerdi(raekke, "objekt_lag")), ())
            }


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


def _nyt_aftryk(nye: _Raekker, gamle: Aftryk) -> Aftryk:
    """The same row keeps its number from version to version; new rows never take one that was used."""
    ud: Aftryk = {}
    for navn, raekker in nye.items():
        gammel = gamle.get(navn, {})
        naeste = max((fid for fid, _ in gammel.values()), default=0)
        ud[navn] = {}
        for noegle, raekke in raekker.items():
            if noegle in gammel:
                fid = gammel[noegle][0]
            else:
                fid = naeste = naeste + 1
            ud[navn][noegle] = (fid, aftryk(raekke))
    return ud


def _blokeringer(nye: _Raekker, gamle: Aftryk, fund: Resultat) -> Iterator[str]:
    """Stop only for a privacy error in a row that is out there and would stay, or for the store as a whole."""
    for post in fund.poster:
        if post.accepteret or post.fund.alvor is not Alvor.FEJL:
            continue
        if not post.fund.noegle:
            yield post.fund.tekst
        elif post.fund.kode.startswith(_PRIVAT):
            for tabel in TABELLER:
                noegle = post.fund.noegle
                if (
                    tabel.kilde == post.fund.tabel
                    and noegle in nye[tabel.navn]
                    and noegle in gamle.get(tabel.navn, ())
                ):
                    navn = navn_paa(tabel, nye[tabel.navn][noegle])
                    yield tr("{} er allerede offentlig. Ret den, og udgiv igen: {}").format(
                        navn, post.fund.tekst
                    )


def _faa_aktive(nye: _Raekker) -> str:
    moedested = TABEL_AF_NAVN["moedested"]
    aktive = sum(
        moedested.vaerdi(raekke, "livscyklus_k") == AKTIV
        for navn in ("moedested", "moedested_uden_sted")
        for raekke in nye[navn].values()
    )
    if aktive >= MINDST_AKTIVE:
        return ""
    return tr("Der er kun {} aktive mødesteder i udgivelsen. Der bør være mindst {}.").format(
        aktive, MINDST_AKTIVE
    )


def _advarsler(nye: _Raekker, fund: Resultat) -> Iterator[str]:
    for post in fund.poster:
        if post.accepteret or post.fund.alvor is not Alvor.ADVARSEL:
            continue
        for tabel in TABELLER:
            raekke = (
                nye[tabel.navn].get(post.fund.noegle) if tabel.kilde == post.fund.tabel else None
            )
            if raekke is not None:
                yield f"{navn_paa(tabel, raekke)}: {post.fund.tekst}"


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
