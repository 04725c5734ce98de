# SPDX-License-Identifier: GPL-2.0-or-later
"""The refusals that no rule of one row can say: code and Danish sentence of what concerns types, lists and other rows.

Together with the hard rules of `regler` they are all that the database refuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import ejerskab
from .betingelse import GEOMETRI
from .felt import Felt, Tabel, Type
from .kodelister import FOERSTE_EGEN_KODE
from .saetning import Saetning
from .skema import TABELLER, henvisninger_til


@dataclass(frozen=True)
class Afvisning:
    """One thing that the database refuses."""

    kode: str
    besked: str

    @property
    def tekst(self) -> str:
        """What the database itself says, to any program."""
        return f"moedested:{self.kode} · {self.besked}"


_TYPEKRAV = {
    Type.HELTAL: "{0} skal være et helt tal.",
    Type.TAL: "{0} skal være et tal.",
    Type.JA_NEJ: "{0} skal være ja eller nej.",
    Type.TEKST: "{0} skal være en tekst.",
    Type.UUID: "{0} skal være en tekst.",
    Type.DATO: "{0} skal være en dato, der findes, fx 2026-05-01.",
    Type.TIDSPUNKT: "{0} skal være et tidspunkt i UTC, fx 2026-05-01T08:00:00.000Z.",
    Type.BINAER: "{0} skal være binær.",
}
_GEOMETRIER = {
    "Point": "et punkt",
    "MultiPoint": "et eller flere punkter",
    "LineString": "en linje i ét stykke",
    "MultiLineString": "en linje",
    "MultiPolygon": "en flade",
}


def type_(tabel: Tabel, felt: Felt) -> Afvisning:
    """The value is of another kind than the field."""
    krav = _TYPEKRAV.get(felt.type, "{0} skal være gyldig JSON.")
    return Afvisning(f"{tabel.navn}.{felt.navn}.type", Saetning(krav, felt.alias))


def geometritype(tabel: Tabel) -> Afvisning:
    """The drawing is of another kind than the table holds."""
    return Afvisning(
        f"{tabel.navn}.{GEOMETRI}.type",
        Saetning(
            "Tegningen skal være {0} i EPSG:25832 uden højde.", _GEOMETRIER[str(tabel.geometri)]
        ),
    )


def kodeliste(tabel: Tabel, felt: Felt) -> Afvisning:
    """The code is not in the list."""
    return Afvisning(
        f"{tabel.navn}.{felt.navn}.kodeliste",
        Saetning("{0}: koden findes ikke i listen. Vælg en fra listen.", felt.alias),
    )


def henvisning(tabel: Tabel, felt: Felt) -> Afvisning:
    """The row that is referred to is not there."""
    if felt.henviser_en_af:
        return Afvisning(
            f"{tabel.navn}.{felt.navn}.henvisning",
            f"Det, der hører til under {tabel.titel}, findes ikke. Gem det først, og prøv igen.",
        )
    return Afvisning(
        f"{tabel.navn}.{felt.navn}.henvisning",
        Saetning("{0} findes ikke. Vælg en, der er gemt.", felt.alias),
    )


def uaendret(tabel: Tabel, felt: Felt) -> Afvisning:
    """The key was to be changed."""
    return Afvisning(
        f"{tabel.navn}.{felt.navn}.uaendret", Saetning("{0} må ikke ændres.", felt.alias)
    )


def unik(tabel: Tabel, felter: Sequence[str]) -> Afvisning:
    """There is a row with these values already."""
    foerst, *flere = (tabel.felt(felt).alias for felt in felter)
    alias = foerst
    for naeste in flere:
        alias = Saetning("{0} og {1}", alias, naeste)
    return Afvisning(
        f"{tabel.navn}.{felter[-1]}.unik",
        Saetning("{0}: findes allerede. Der må kun være én.", alias),
    )


def fid(tabel: Tabel) -> Afvisning:
    """There is a row with this number already."""
    return Afvisning(f"{tabel.navn}.fid.unik", "fid: findes allerede. Lad feltet stå tomt.")


def hoejst_en(tabel: Tabel, felter: Sequence[str], besked: str) -> Afvisning:
    """There is a row of that kind already."""
    return Afvisning(f"{tabel.navn}.{felter[-1]}.hoejst_en", besked)


def i_brug(kilde: Tabel, felt: str) -> Afvisning:
    """The row cannot go while a row of `kilde` refers to it."""
    return Afvisning(
        f"{kilde.navn}.{felt}.henvisning",
        Saetning(
            "Kan ikke slettes: noget under {0} henviser til den. Fjern først henvisningen.",
            kilde.titel,
        ),
    )


def kode_i_brug(kilde: Tabel) -> Afvisning:
    """The code cannot go while a row has it."""
    return Afvisning(
        "kodeliste.kode.henvisning",
        Saetning(
            "Koden bruges under {0}. Sæt den ud af brug i stedet for at slette den.", kilde.titel
        ),
    )


def andres(tabel: Tabel, *, sletning: bool = False) -> Afvisning:
    """Another authority owns the row."""
    art, besked = (
        ("slettes", ejerskab.SLET_BESKED) if sletning else (ejerskab.KODE, ejerskab.BESKED)
    )
    return Afvisning(f"{tabel.navn}.{ejerskab.EJER}.{art}", besked)


GEOFA_RET = Afvisning("kodeliste.kode.laast", "GeoFA's koder kan ikke ændres.")
GEOFA_SLET = Afvisning("kodeliste.kode.laast", "GeoFA's koder kan ikke slettes.")
EGNE_KODER = Afvisning(
    "kodeliste.kode.laast",
    Saetning("Egne koder tilføjes i de lokale lister og begynder ved {0}.", FOERSTE_EGEN_KODE),
)


@lru_cache(maxsize=1)
def entydige() -> Mapping[tuple[str, ...], Afvisning]:
    """What a unique index refuses, by the columns ('table.field') that SQLite names."""
    ud: dict[tuple[str, ...], Afvisning] = {}
    for tabel in TABELLER:
        for felter, _, besked in tabel.hoejst_en:
            ud[_kolonner(tabel, felter)] = hoejst_en(tabel, felter, besked)
        for felter in noegler(tabel):
            ud[_kolonner(tabel, felter)] = unik(tabel, felter)
        ud[_kolonner(tabel, ("fid",))] = fid(tabel)
    return ud


def _kolonner(tabel: Tabel, felter: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{tabel.navn}.{felt}" for felt in felter)


def noegler(tabel: Tabel) -> tuple[tuple[str, ...], ...]:
    """Every combination of fields that may occur once, the business key first."""
    egen = ((tabel.noegle,),) if tabel.noegle else ()
    return (*egen, *(felter for felter in tabel.unikke if felter not in egen))


def alle() -> Iterator[Afvisning]:
    """Every refusal that a database may answer with."""
    yield from (GEOFA_RET, GEOFA_SLET, EGNE_KODER)
    yield from entydige().values()
    for tabel in TABELLER:
        if tabel.geometri in _GEOMETRIER:
            yield geometritype(tabel)
        yield from (i_brug(kilde, felt) for kilde, felt, _ in henvisninger_til(tabel.navn))
        yield kode_i_brug(tabel)
        for felt in tabel.felter:
            yield from (type_(tabel, felt), uaendret(tabel, felt), kodeliste(tabel, felt))
            yield henvisning(tabel, felt)
