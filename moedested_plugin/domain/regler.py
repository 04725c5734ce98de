# SPDX-License-Identifier: GPL-2.0-or-later
"""What must hold of a row, as rules with a code and a Danish sentence.

Two kinds, and the difference is the design: the database *refuses* what is never right (a `haard` rule: wrong shape,
unknown code, dates in the wrong order), while what is merely *not finished* (a field that an active moedested needs)
can be saved, is said in the form and the checks, and holds the row back from publication.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from .betingelse import (
    GEOMETRI,
    Alle,
    Betingelse,
    Enten,
    Laengde,
    Ligner,
    Raekke,
    Tom,
    hvis,
    tom_eller,
    udfyldt,
)
from .felt import Fane, Felt, Krav, Tabel, Type
from .genbrug import HTTP_MOENSTRE, er
from .moedesteder import ER_FYSISK, IDE
from .saetning import Saetning
from .skema import DOMAENETABELLER, tabel
from .steder import MTB_TYPER


class Alvor(enum.Enum):
    """How bad: an error holds the row back, a warning wants an answer, a note is advice."""

    FEJL = "fejl"
    ADVARSEL = "advarsel"
    ANBEFALING = "anbefaling"


@dataclass(frozen=True)
class Regel:
    """One requirement of one row of one table."""

    kode: str
    alvor: Alvor
    tabel: str
    felter: tuple[str, ...]
    besked: str
    raad: str
    krav: Betingelse
    haard: bool = False

    @property
    def felt(self) -> str:
        """The field to go to."""
        return self.felter[0]


@dataclass(frozen=True)
class Brud:
    """A rule that a row breaks."""

    regel: Regel

    @property
    def fane(self) -> Fane | None:
        """The tab of the form that holds the field; None when it is not in the form (geometry)."""
        beskrevet = tabel(self.regel.tabel)
        return beskrevet.felt(self.regel.felt).fane if beskrevet.har(self.regel.felt) else None


def _faste_krav(beskrevet: Tabel, felt: Felt) -> Iterator[Regel]:
    """The hard rules that follow from the description of one field."""

    def regel(navn: str, krav: Betingelse, besked: str, raad: str) -> Regel:
        kode = f"{beskrevet.navn}.{felt.navn}.{navn}"
        return Regel(kode, Alvor.FEJL, beskrevet.navn, (felt.navn,), besked, raad, krav, haard=True)

    if felt.obligatorisk:
        yield regel(
            "mangler",
            udfyldt(felt.navn),
            Saetning("{0} mangler.", felt.alias),
            Saetning("Udfyld {0}.", felt.alias),
        )
    if felt.laengde is not None and felt.type is Type.TEKST:
        yield regel(
            "for_lang",
            Enten((Tom(felt.navn), Laengde(felt.navn, 0, felt.laengde))),
            Saetning("{0} må højst være på {1} tegn.", felt.alias, felt.laengde),
            "Forkort teksten.",
        )
    if felt.krav is not None:
        raad = felt.hjaelp or Saetning("Ret {0}.", felt.alias)
        krav = hvis(udfyldt(felt.navn), felt.krav) if felt.obligatorisk else felt.krav
        yield regel("form", krav, felt.krav_tekst, raad)


def _krav_regel(beskrevet: Tabel, krav: Krav) -> Regel:
    felter = tuple(navn for navn in reversed(krav.betingelse.felter()))
    return Regel(
        f"{beskrevet.navn}.{krav.kode}", Alvor.FEJL, beskrevet.navn, felter, krav.tekst, krav.raad, krav.betingelse,
        haard=True,
    )  # fmt: skip


def _hvornaar(felt: Felt) -> str:
    naar = felt.kraevet_naar
    felter = naar.felter() if naar else ()
    if "livscyklus_k" in felter:
        return (
            "når mødestedet er aktivt" if felt.navn != "gyldig_til" else "når mødestedet er opløst"
        )
    return {
        "link": "når mødestedet er digitalt og ikke har en telefon",
        "formaal": "når formålet er Andet, eller mødestedet er viden i spil",
        "ugedag_k": "når aktiviteten gentages på ugedage",
        "opsat_dato": "når udstyret er sat op",
        "alt_tekst": "når billedet må vises",
        "ophav": "når billedet må vises",
        "navn": "når ruten er gældende",
    }[felt.navn]


def _naar_krav(beskrevet: Tabel, felt: Felt) -> Iterator[Regel]:
    """The soft rule of a field that is needed only sometimes."""
    if felt.kraevet_naar is not None:
        yield Regel(
            f"{beskrevet.navn}.{felt.navn}.kraeves",
            Alvor.FEJL,
            beskrevet.navn,
            (felt.navn, *(navn for navn in felt.kraevet_naar.felter() if navn != felt.navn)),
            Saetning("{0} skal udfyldes, {1}.", felt.alias, _hvornaar(felt)),
            Saetning("Udfyld {0}. Indtil da bliver rækken ikke udgivet.", felt.alias),
            hvis(felt.kraevet_naar, udfyldt(felt.navn)),
        )


def _adresse_raad(beskrevet: Tabel, felt: Felt) -> Iterator[Regel]:
    """Web addresses should begin with http(s); GeoFA's data do not always, so it is a warning."""
    if felt.navn in ADRESSEFELTER:
        yield Regel(
            f"{beskrevet.navn}.{felt.navn}.adresse",
            Alvor.ADVARSEL,
            beskrevet.navn,
            (felt.navn,),
            Saetning("{0} ligner ikke en webadresse.", felt.alias),
            "Skriv hele adressen, fx https://www.guldborgsund.dk.",
            tom_eller(felt.navn, Ligner(felt.navn, HTTP_MOENSTRE)),
        )


ADRESSEFELTER = frozenset({"link", "foto_link", "bookinglink", "tilmelding_link"})

#: Requirements of several fields that can be saved unfinished.
_SAMMENSATTE = (
    Regel(
        "moedested.geometri.kraeves", Alvor.FEJL, "moedested", (GEOMETRI, "form_k", "livscyklus_k"),
        "Et fysisk mødested skal have en plads på kortet, når det er mere end en idé.",
        "Sæt punktet på kortet, eller ret Form.",
        hvis(Alle((ER_FYSISK, er("livscyklus_k", *range(IDE + 1, 6)))), udfyldt(GEOMETRI)),
    ),
    Regel(
        "rute.svaerhed_k.mtb", Alvor.ADVARSEL, "rute", ("svaerhed_k", "rute_ty_k"),
        "Sværhedsgrad 1 og 5 bruges kun på mountainbikeruter.", "Vælg 2, 3 eller 4.",
        hvis(er("svaerhed_k", 1, 5), er("rute_ty_k", *MTB_TYPER)),
    ),
)  # fmt: skip


def _geometri_mangler(beskrevet: Tabel) -> Iterator[Regel]:
    if beskrevet.geometri_obligatorisk:
        yield Regel(
            f"{beskrevet.navn}.{GEOMETRI}.mangler", Alvor.FEJL, beskrevet.navn, (GEOMETRI,),
            "Der mangler en tegning på kortet.", "Tegn objektet på kortet.", udfyldt(GEOMETRI), haard=True,
        )  # fmt: skip


@cache
def regler_for(navn: str) -> tuple[Regel, ...]:
    """All rules of one row of the table: the hard ones first, each field in the order of the form."""
    beskrevet = tabel(navn)
    haarde = [regel for felt in beskrevet.felter for regel in _faste_krav(beskrevet, felt)]
    haarde += [_krav_regel(beskrevet, krav) for krav in beskrevet.krav]
    haarde += _geometri_mangler(beskrevet)
    bloede = [regel for felt in beskrevet.felter for regel in _naar_krav(beskrevet, felt)]
    bloede += [regel for felt in beskrevet.felter for regel in _adresse_raad(beskrevet, felt)]
    bloede += [regel for regel in _SAMMENSATTE if regel.tabel == navn]
    return tuple(haarde + bloede)


@lru_cache(maxsize=1)
def alle_regler() -> Mapping[str, Regel]:
    """Every rule by its code."""
    return {
        regel.kode: regel for beskrevet in DOMAENETABELLER for regel in regler_for(beskrevet.navn)
    }


def brud(navn: str, raekke: Raekke, *, kun_haarde: bool = False) -> list[Brud]:
    """The rules that this row breaks, the hard ones first.

    A field left to the store's default is not yet there: give the row as it will be saved.
    """
    return [
        Brud(regel)
        for regel in regler_for(navn)
        if (regel.haard or not kun_haarde) and not regel.krav.holder(raekke)
    ]
