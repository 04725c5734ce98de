# SPDX-License-Identifier: GPL-2.0-or-later
"""Goes through the texts of a table's rows: all texts of a row as one, so that one look can rule most rows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from moedested_plugin.domain.skema import tabel as beskrevet
from moedested_plugin.domain.tekstfelter import som_tekst

from .udsnit import Raekke, Udsnit


class Raekketekst(NamedTuple):
    """One row: its table and key, its values, and all its texts one after the other."""

    tabel: str
    noegle: str
    vaerdier: Raekke
    samlet: str


def gennemgaa(
    udsnit: Udsnit, navn: str, felter: Sequence[str], *, andre: Sequence[str] = ()
) -> Iterator[Raekketekst]:
    """The rows with any text in these fields; `andre` are fields that are wanted besides."""
    noegle = beskrevet(navn).noegle
    for raekke in udsnit.raekker(navn, (*felter, *andre)):
        if udsnit.afbrudt():
            return
        samlet = "\n".join(
            [v if v.__class__ is str else som_tekst(v) for v in map(raekke.get, felter) if v]
        )
        if samlet:
            yield Raekketekst(navn, str(raekke[noegle]), raekke, samlet)
