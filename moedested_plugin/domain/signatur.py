# SPDX-License-Identifier: GPL-2.0-or-later
"""The map symbols: what stands for what, once, for styles, legends, prints and other map servers.

A *signatur* (map symbol with its meaning) is a line of the legend. Signatures form a tree per layer role,
as the legend shows it. Of the branches at one level every matching one is drawn, so that a moedested is the
sum of independent signs: its form (the shape), its lifecycle (filled, or hollow with a sign inside) and its
visibility (a lock or a shield in the corner).
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Union

from .farve import GRAA, HVID, ROED, SORT


@dataclass(frozen=True)
class Skala:
    """A scale band by denominators: drawn from 1:`fra` (0: however close) to 1:`til` (0: however far)."""

    fra: int = 0
    til: int = 0


ALTID = Skala()
PRIK = Skala(30_000, 75_000)  # a dot, so that benches side by side do not become a heap
EGN = Skala(0, 75_000)
NAER = Skala(0, 30_000)  # pictograms: 1:25 000 and closer
TAET = Skala(0, 8_000)  # everything: 1:5 000 and closer


#: How much of their width lines keep beyond NAER, so that a bundle of routes does not become a band.
LINJE_PAA_AFSTAND = 0.6


@dataclass(frozen=True)
class Valg:
    """A row has it when `felt` holds one of `koder` or lies in `interval`."""

    felt: str
    koder: tuple[int, ...] = ()
    interval: tuple[int, int] | None = None


class Saerlig(enum.Enum):
    """Conditions that are no single code."""

    LUKKET = "midlertidigt lukket i dag"
    FORHINDRING = "har mindst én forhindring"


@dataclass(frozen=True)
class Punkt:
    """A point: a pictogram of `resources/icons/kort`, or a plain disc (or square) where there is none.

    `farve` is the plate (or the mark), `kant` its rim and drawing (or the halo). `plads` is where the sign
    sits: offset to the right and down in mm. `hul_ved_status` swaps the two colours while statuskode is not 3.
    """

    piktogram: str
    farve: str
    mm: float
    kant: str = HVID
    kant_mm: float = 0.25
    plads: tuple[float, float] = (0.0, 0.0)
    hul_ved_status: bool = False
    firkant: bool = False


@dataclass(frozen=True)
class Linje:
    """A line: colour, width, dash pattern in mm, an unbroken core, an offset to the side in mm.

    A lighter core makes rails of the line, one of its own colour a thread that its dashes hang on.
    `maerke` is a mark that stands on the line: at its middle, or every `afstand_mm`.
    """

    farve: str
    mm: float
    streg: tuple[float, ...] = ()
    kerne: str = ""
    kerne_mm: float = 0.0
    til_siden_mm: float = 0.0
    maerke: Punkt | None = None
    afstand_mm: float = 0.0


@dataclass(frozen=True)
class Flade:
    """An area: pale fill, outline with dash pattern, hatching, and a sign in its middle."""

    farve: str
    kant: str
    kant_mm: float = 0.4
    streg: tuple[float, ...] = ()
    skravering: str = ""
    maerke: Punkt | None = None


Tegn = Union[Punkt, Linje, Flade]


@dataclass(frozen=True)
class Signatur:
    """A line of the legend: its text, when it holds, and how it is drawn.

    A heading has no sign of its own. `ellers` holds where no sister does. `offentlig` is false for what
    never stands in a published row.
    """

    noegle: str
    tekst: str
    tegn: Tegn | None = None
    valg: tuple[Valg, ...] = ()
    skala: Skala = ALTID
    ellers: bool = False
    saerlig: Saerlig | None = None
    offentlig: bool = True
    under: tuple[Signatur, ...] = ()


# What is laid over any symbol ------------------------------------------------------------------------


def tillaeg(mm: float, som: Callable[[Punkt], Tegn], status_mm: float) -> tuple[Signatur, ...]:
    """Status and visibility of a symbol of `mm`; `som` makes a sign of the layer's kind from the mark."""
    side = round(mm * 0.45, 2)
    return (
        Signatur(
            "status",
            "Status",
            skala=NAER,
            offentlig=False,
            under=tuple(
                Signatur(f"status_{navn}", tekst, som(punkt), (Valg("statuskode", (kode,)),))
                for kode, navn, tekst, punkt in (
                    (
                        1,
                        "kladde",
                        "Kladde",
                        Punkt("status_kladde", SORT, mm / 2, plads=(-side, -side)),
                    ),
                    (
                        2,
                        "forslag",
                        "Forslag",
                        Punkt("status_forslag", SORT, mm / 2, plads=(-side, -side)),
                    ),
                    (4, "ophoert", "Ikke gældende", Punkt("status_ophoert", GRAA, status_mm)),
                )
            ),
        ),
        synlighed(mm, som),
    )


def synlighed(mm: float, som: Callable[[Punkt], Tegn]) -> Signatur:
    """Signs laid over any symbol: status, visibility."""
    side = round(mm * 0.45, 2)
    return Signatur(
        "synlighed",
        "Synlighed",
        skala=NAER,
        offentlig=False,
        under=tuple(
            Signatur(
                navn,
                tekst,
                som(Punkt(navn, SORT, mm / 2, plads=(side, side))),
                (Valg("off_kode", (kode,)),),
            )
            for kode, navn, tekst in (
                (2, "synlig_kommune", "Kun for kommunen"),
                (3, "synlig_myndighed", "Kun for myndigheder"),
            )
        ),
    )


def lukket(tegn: Tegn, skala: Skala = NAER) -> Signatur:
    """Signs for what the public may not see."""
    return Signatur("lukket", "Midlertidigt lukket", tegn, skala=skala, saerlig=Saerlig.LUKKET)


def lukket_maerke(mm: float) -> Punkt:
    """The sign of a place that is closed for a time."""
    side = round(mm * 0.45, 2)
    return Punkt("lukket", ROED, round(mm * 0.55, 2), plads=(side, -side))
