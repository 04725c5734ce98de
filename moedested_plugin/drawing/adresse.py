# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses to search in (adresser): one small interface, whoever answers. Without anybody the address is typed by hand."""

from __future__ import annotations

import abc
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.felt import Tabel

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

#: So many are offered.
HOEJST = 10
#: Shorter texts are not asked for.
MINDST_TEGN = 3


class AdresseFejl(Exception):
    """Why no address could be had, as a sentence that says what to do."""


@dataclass(frozen=True)
class Forslag:
    """A line to choose. `id` is empty where it is not yet an address: a road, to which a number must be written."""

    tekst: str
    id: str = ""
    slags: str = ""


@dataclass(frozen=True)
class Adresse:
    """A chosen address: the text of street and number, and where it lies (EPSG:25832)."""

    tekst: str
    postnr: int | None = None
    by: str = ""
    adr_id: str = ""
    x: float | None = None
    y: float | None = None
    lokalomraade: str = ""


class Adressekilde(abc.ABC):
    """Answers from a thread that is not the user's; cancelled through the feedback. Raises `AdresseFejl`."""

    @abc.abstractmethod
    def soeg(self, tekst: str, feedback: QgsFeedback) -> list[Forslag]:
        """At most `HOEJST` lines in the municipality, the best first."""

    @abc.abstractmethod
    def opslag(self, forslag: Forslag, feedback: QgsFeedback) -> Adresse:
        """The address that was chosen."""


def vaerdier(adresse: Adresse, tabel: Tabel) -> Mapping[str, Vaerdi]:
    """What an object of the table takes from the address."""
    alle: dict[str, Vaerdi] = {
        "sted": adresse.tekst,
        "postnr": adresse.postnr,
        "by": adresse.by,
        "lokalomraade": adresse.lokalomraade,
        "adr_id": adresse.adr_id,
    }
    return {navn: vaerdi for navn, vaerdi in alle.items() if vaerdi and tabel.har(navn)}


def tager_adresse(tabel: Tabel) -> bool:
    """Whether its objects have an address."""
    return tabel.har("adr_id")
