# SPDX-License-Identifier: GPL-2.0-or-later
"""Goes through rows for their texts, each row with the table and key that a finding needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from moedested_plugin.domain.skema import tabel as beskrevet

from .udsnit import Raekke, Udsnit


class Raekketekst(NamedTuple):
    """One row: its table and key, and its values."""

    tabel: str
    noegle: str
    vaerdier: Raekke


def gennemgaa(udsnit: Udsnit, navn: str, felter: Sequence[str]) -> Iterator[Raekketekst]:
    """The rows with these fields, until the user wants no more."""
    noegle = beskrevet(navn).noegle
    for raekke in udsnit.raekker(navn, felter):
        if udsnit.afbrudt():
            return
        yield Raekketekst(navn, str(raekke[noegle]), raekke)
