# SPDX-License-Identifier: GPL-2.0-or-later
"""What an export to GeoFA wrote, what it left out and why, for people and for programs."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moedested_plugin.i18n import tr

from . import sprog
from .geofa_koder import Profil


class Grund(enum.Enum):
    """Why a row was left out."""

    ANDEN_MYNDIGHED = "anden_myndighed"
    OPENSTREETMAP = "openstreetmap"
    KLADDE = "kladde"
    AFVISES = "afvises"

    @property
    def tekst(self) -> str:
        """In words."""
        return {
            Grund.ANDEN_MYNDIGHED: tr("En anden myndighed ejer den."),
            Grund.OPENSTREETMAP: tr("Den er fra OpenStreetMap og må ikke sendes til GeoFA."),
            Grund.KLADDE: tr("Den er en kladde. Sæt Status til Forslag eller Gældende."),
            Grund.AFVISES: tr("GeoFA ville afvise den."),
        }[self]


@dataclass(frozen=True)
class Raekkenavn:
    """How to find a row: table, business key and the name that people know."""

    tabel: str
    objekt_id: str
    navn: str | None


@dataclass(frozen=True)
class Udeladt:
    """One row that was not written, with the sentences that say what to do."""

    raekke: Raekkenavn
    grund: Grund
    saetninger: tuple[str, ...]


@dataclass(frozen=True)
class Bemaerkning:
    """Something about a row that was written."""

    raekke: Raekkenavn
    saetning: str


@dataclass(frozen=True)
class Eksport:
    """The outcome of an export."""

    fil: Path
    profil: Profil
    #: Rows written, by layer.
    antal_i_lag: Mapping[str, int]
    udeladte: tuple[Udeladt, ...]
    bemaerkninger: tuple[Bemaerkning, ...]
    #: Fields that this version of GeoFA does not know: in how many rows they held something that was not sent.
    felter_ikke_sendt: Mapping[str, int]
    #: Fields that we do not know, sent as they came.
    ukendte_felter: tuple[str, ...]

    @property
    def antal(self) -> int:
        """Rows written."""
        return sum(self.antal_i_lag.values())

    @property
    def udeladt_pr_grund(self) -> dict[Grund, int]:
        """How many rows were left out for each reason."""
        taelling = Counter(udeladt.grund for udeladt in self.udeladte)
        return {grund: taelling[grund] for grund in Grund if taelling[grund]}

    def linjer(self) -> Iterator[str]:
        """The outcome in sentences, the rows that need a hand by name."""
        yield tr("Skrevet til {fil} (GeoFA {profil}): {antal}.").format(
            antal=self.antal, fil=self.fil.name, profil=self.profil
        )
        for grund, antal in self.udeladt_pr_grund.items():
            yield tr("Udeladt: {antal}. {grund}").format(antal=antal, grund=grund.tekst)
        for udeladt in self.udeladte:
            if udeladt.grund is Grund.AFVISES:
                yield f"{_kaldes(udeladt.raekke)}: {' '.join(udeladt.saetninger)}"
        for felt, antal in self.felter_ikke_sendt.items():
            yield tr("{felt} er ikke sendt for {antal}: GeoFA {profil} har ikke feltet.").format(
                felt=felt, antal=sprog.raekker(antal), profil=self.profil
            )
        if self.ukendte_felter:
            yield tr("Ukendte felter er sendt uændret: {felter}.").format(
                felter=", ".join(self.ukendte_felter)
            )
        for bemaerkning in self.bemaerkninger:
            yield f"{_kaldes(bemaerkning.raekke)}: {bemaerkning.saetning}"

    def som_json(self) -> dict[str, Any]:
        """The outcome for programs."""
        return {
            "fil": str(self.fil),
            "profil": self.profil,
            "antal": self.antal,
            "antal_i_lag": dict(self.antal_i_lag),
            "udeladt": len(self.udeladte),
            "udeladt_pr_grund": {
                grund.value: antal for grund, antal in self.udeladt_pr_grund.items()
            },
            "udeladte": [
                {**vars(u.raekke), "grund": u.grund.value, "saetninger": list(u.saetninger)}
                for u in self.udeladte
            ],
            "bemaerkninger": [
                {**vars(b.raekke), "saetning": b.saetning} for b in self.bemaerkninger
            ],
            "felter_ikke_sendt": dict(self.felter_ikke_sendt),
            "ukendte_felter": list(self.ukendte_felter),
        }


def _kaldes(raekke: Raekkenavn) -> str:
    return f"{raekke.navn or tr('Uden navn')} ({raekke.tabel} {raekke.objekt_id})"
