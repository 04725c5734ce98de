# SPDX-License-Identifier: GPL-2.0-or-later
"""Which values a column of a source has, how often, and what each becomes in one of our fields."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Literal

from moedested_plugin.domain.felt import Felt
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.store.oversaet import citer

from .laest import TABEL, KildeFelt, Laest
from .omregn import KanIkke, Koder, SqlVaerdi, omregner, som_tekst
from .profil import AFVIS, FeltKort

HOEJST = 500

#: Chosen in the profile, understood as it stands, counted as nothing, or not understood.
Hvordan = Literal["valgt", "forstaaet", "tom", "ukendt"]


@dataclass(frozen=True)
class Kildevaerdi:
    """One value of a column: as text, and in how many rows."""

    tekst: str
    antal: int


@dataclass(frozen=True)
class Oversat:
    """What one value becomes."""

    bliver: SqlVaerdi
    hvordan: Hvordan


@dataclass(frozen=True)
class Kildevaerdier:
    """The values of a column, the most frequent first; `alle` is how many different there are."""

    vaerdier: tuple[Kildevaerdi, ...]
    alle: int


def kildevaerdier(laest: Laest, felt: KildeFelt, hoejst: int = HOEJST) -> Kildevaerdier:
    """The filled values of a column."""
    x = citer(felt.kolonne)
    hvor = f"FROM {TABEL} WHERE {x} IS NOT NULL AND trim({x}) <> ''"
    with closing(sqlite3.connect(laest.staging)) as con:
        raekker: list[tuple[Any, int]] = con.execute(
            f"SELECT {x}, count(*) AS antal {hvor} GROUP BY {x} ORDER BY antal DESC, {x}"  # nosec B608 - quoted by citer
        ).fetchmany(hoejst + 1)
        alle = len(raekker)
        if alle > hoejst:
            alle = con.execute(f"SELECT count(DISTINCT {x}) {hvor}").fetchone()[0]  # nosec B608 - quoted by citer
    samlet: dict[str, int] = {}
    for raa, antal in raekker[:hoejst]:
        tekst = som_tekst(raa)
        samlet[tekst] = samlet.get(tekst, 0) + antal
    return Kildevaerdier(tuple(Kildevaerdi(t, n) for t, n in samlet.items()), alle)


def oversaet(felt: Felt, kort: FeltKort, koder: Koder, tekster: Iterable[str]) -> Iterator[Oversat]:
    """What each value becomes by this mapping; a code that is not in the list is not understood."""
    streng = omregner(felt, FeltKort(kort.felt, kort.fra, kort.vaerdier, AFVIS, kort.tomme), koder)
    valgte = {ens_navn(navn) or navn for navn in kort.vaerdier}
    kendte = set(koder.get(felt.kodeliste or "", {}).values())
    for tekst in tekster:
        if (ens_navn(tekst) or tekst) in valgte and not _er_tom(kort, tekst):
            yield Oversat(streng(tekst), "valgt")
            continue
        try:
            bliver = streng(tekst)
        except KanIkke:
            yield Oversat(None, "ukendt")
            continue
        if bliver is None:
            yield Oversat(None, "tom")
        elif felt.kodeliste is not None and isinstance(bliver, int) and bliver not in kendte:
            yield Oversat(bliver, "ukendt")
        else:
            yield Oversat(bliver, "forstaaet")


def _er_tom(kort: FeltKort, tekst: str) -> bool:
    return tekst.casefold() in {str(tom).strip().casefold() for tom in kort.tomme}
