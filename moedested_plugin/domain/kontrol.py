# SPDX-License-Identifier: GPL-2.0-or-later
"""The vocabulary of the checks: what is looked for, how bad it is, why it matters, what to do.

A rule of one row (`regler`) becomes a check by itself. What needs more than one row (geometry, neighbours, links between
tables, words) is described here in the same way and found by the finder of its group in `checks`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from .betingelse import Betingelse
from .regler import Alvor


class Gruppe(enum.Enum):
    """What a check is about, in the order of the documentation."""

    FELTER = "Felter"
    LIVSCYKLUS = "Livscyklus"
    SAMMENHAENG = "Sammenhæng"
    GEOMETRI = "Tegning"
    DUBLETTER = "Dubletter"
    RUTER = "Ruter"
    LINKS = "Links"
    PRIVATLIV = "Privatliv"
    SPROG = "Sprog"
    GEOFA = "GeoFA"
    PARAT = "Parat til udgivelse"


class Rettelse(enum.Enum):
    """A fix that needs no person to think: what the button says."""

    UDFYLD_STANDARD = "Udfyld med standardværdien"
    SAMME_TEKST_RENSET = "Ryd op i mellemrum og tegn"
    FORSLAG_TIL_ADRESSE = "Sæt https:// foran"
    RENSET_ADRESSE = "Ryd op i adressen"
    FOELG_OMDIRIGERING = "Skriv den nye adresse"
    FJERN_GENTAGNE_PUNKTER = "Fjern gentagne punkter"
    GOER_GYLDIG = "Gør tegningen gyldig"
    FJERN_TOMME_DELE = "Fjern tomme dele"
    FJERN_SPIDSER = "Fjern spidser"
    BEREGN_LAENGDE = "Beregn længden igen"
    BEREGN_METER = "Beregn meter langs ruten igen"
    LUK_RUNDTUR = "Luk rundturen"
    FORBIND_DELE = "Forbind delene"
    SLET_TILKNYTNING = "Fjern tilknytningen"
    AFLYS = "Aflys aktiviteten"


@dataclass(frozen=True)
class Graense:
    """A number that the municipality may set otherwise."""

    navn: str
    titel: str
    standard: float
    mindst: float
    hoejst: float
    enhed: str = ""


@dataclass(frozen=True)
class Ordliste:
    """Words or phrases that the municipality owns; one a line, `*` at the end stands for any ending."""

    navn: str
    titel: str
    standard: tuple[str, ...]


@dataclass(frozen=True)
class Kontrol:
    """One thing that may be wrong.

    `besked` is the sentence of a finding; `{…}` in it are filled by the finder. `krav` is there for a rule of one row.
    """

    kode: str
    gruppe: Gruppe
    alvor: Alvor
    tabeller: tuple[str, ...]
    felter: tuple[str, ...]
    besked: str
    hvorfor: str
    raad: str
    krav: Betingelse | None = None
    haard: bool = False
    rettelse: Rettelse | None = None
    graenser: tuple[Graense, ...] = ()
    ordlister: tuple[Ordliste, ...] = ()
    #: Asks the network, so it runs only when the user says so.
    paa_opfordring: bool = False
    #: May be accepted with a reason. Privacy errors and broken data may not.
    kan_accepteres: bool = True


def beskriv(
    kode: str,
    alvor: Alvor,
    tabeller: tuple[str, ...],
    felter: tuple[str, ...],
    besked: str,
    hvorfor: str,
    raad: str,
    **mere: Any,  # noqa: ANN401
) -> Kontrol:
    """A check whose code says its group: `geometri.selvkrydsning`."""
    gruppe = Gruppe[kode.partition(".")[0].upper()]
    return Kontrol(kode, gruppe, alvor, tabeller, felter, besked, hvorfor, raad, **mere)
