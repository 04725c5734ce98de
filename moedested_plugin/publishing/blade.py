# SPDX-License-Identifier: GPL-2.0-or-later
"""The tree of map symbols as a flat list, for map servers whose styles have no tree: each leaf with its whole condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from moedested_plugin.domain.signatur import ALTID, Signatur, Skala, Tegn


class Betingelsessprog(Protocol):
    """How a server writes conditions; '' always holds."""

    def betingelse(self, signatur: Signatur) -> str:
        """Give when a signature holds, apart from its place in the tree."""
        ...

    def og(self, led: Iterable[str]) -> str:
        """Give the condition that all of them hold."""
        ...

    def ingen_af(self, soestre: Iterable[Signatur]) -> str:
        """Give the condition that none of these holds."""
        ...


@dataclass(frozen=True)
class Blad:
    """One line of the legend (blad, leaf): its text, when it holds, at which scales, and how it is drawn."""

    tekst: str
    naar: str
    skala: Skala
    tegn: Tegn


def blade(
    soestre: Iterable[Signatur], sprog: Betingelsessprog, over: str = "", skala: Skala = ALTID
) -> Iterator[Blad]:
    """Give what a publication draws of these, in the order it is drawn."""
    offentlige = [signatur for signatur in soestre if signatur.offentlig]
    for signatur in offentlige:
        if signatur.ellers:
            egen = sprog.ingen_af(andet for andet in offentlige if not andet.ellers)
        else:
            egen = sprog.betingelse(signatur)
        naar, band = sprog.og((over, egen)), snit(skala, signatur.skala)
        if signatur.tegn is not None:
            yield Blad(signatur.tekst, naar, band, signatur.tegn)
        yield from blade(signatur.under, sprog, naar, band)


def snit(a: Skala, b: Skala) -> Skala:
    """Give the scales that both have."""
    return Skala(max(a.fra, b.fra), min((s for s in (a.til, b.til) if s), default=0))
