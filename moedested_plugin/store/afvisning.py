# SPDX-License-Identifier: GPL-2.0-or-later
"""The refusals that no rule of one row can say: code and Danish sentence of what concerns types, lists and other rows.

Together with the hard rules of `domain.regler` they are all that the database refuses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moedested_plugin.domain import ejerskab
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.kodelister import FOERSTE_EGEN_KODE
from moedested_plugin.domain.skema import TABELLER


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
    Type.HELTAL: "{} skal være et helt tal.",
    Type.TAL: "{} skal være et tal.",
    Type.JA_NEJ: "{} skal være ja eller nej.",
    Type.TEKST: "{} skal være en tekst.",
    Type.UUID: "{} skal være en tekst.",
    Type.DATO: "{} skal være en dato, der findes, fx 2026-05-01.",
    Type.TIDSPUNKT: "{} skal være et tidspunkt i UTC, fx 2026-05-01T08:00:00.000Z.",
    Type.BINAER: "{} skal være binær.",
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
    krav = _TYPEKRAV.get(felt.type, "{} skal være gyldig JSON.")
    return Afvisning(f"{tabel.navn}.{felt.navn}.type", krav.format(felt.alias))


def geometritype(tabel: Tabel) -> Afvisning:
    """The drawing is of another kind than the table holds."""
    return Afvisning(
        f"{tabel.navn}.{GEOMETRI}.type",
        f"Tegningen skal være {_GEOMETRIER[str(tabel.geometri)]} i EPSG:25832 uden højde.",
    )


def kodeliste(tabel: Tabel, felt: Felt) -> Afvisning:
    """The code is not in the list."""
    return Afvisning(
        f"{tabel.navn}.{felt.navn}.kodeliste",
        f"{felt.alias}: koden findes ikke i listen. Vælg en fra listen.",
    )


def henvisning(tabel: Tabel, felt: Felt) -> Afvisning:
    """The row that is referred to is not there."""
    return Afvisning(
        f"{tabel.navn}.{felt.navn}.henvisning", f"{felt.alias} findes ikke. Vælg en, der er gemt."
    )


def uaendret(tabel: Tabel, felt: Felt) -> Afvisning:
    """The key was to be changed."""
    return Afvisning(f"{tabel.navn}.{felt.navn}.uaendret", f"{felt.alias} må ikke ændres.")


def unik(tabel: Tabel, felter: Sequence[str]) -> Afvisning:
    """There is a row with these values already."""
    alias = " og ".join(tabel.felt(felt).alias for felt in felter)
    return Afvisning(
        f"{tabel.navn}.{felter[-1]}.unik", f"{alias}: findes allerede. Der må kun være én."
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
        f"Kan ikke slettes: noget under {kilde.titel} henviser til den. Fjern først henvisningen.",
    )


def kode_i_brug(kilde: Tabel) -> Afvisning:
    """The code cannot go while a row has it."""
    return Afvisning(
        "kodeliste.kode.henvisning",
        f"Koden bruges under {kilde.titel}. Sæt den ud af brug i stedet for at slette den.",
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
    f"Egne koder tilføjes i de lokale lister og begynder ved {FOERSTE_EGEN_KODE}.",
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
