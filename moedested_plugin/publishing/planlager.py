# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the rows of a plan lie: beside the program, not in its memory, so that a million of them cost no more than their keys.

A file of SQLite's own that has no name, gone with the plan and also when the program is killed.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from threading import RLock
from typing import TYPE_CHECKING

from moedested_plugin.store.oversaet import navn

from .raekker import TABELLER, Raekke, Tabel

if TYPE_CHECKING:
    from typing import Any

#: The two sides of a plan: rows as they would go out, and as they are out there.
NY, UDE = "ny", "ude"
#: Rows at a time, and the keys that one statement may ask for (SQLite before 3.32 takes 999).
BUNDT = 500
_CACHE_KB = 32_000


class Planlager:
    """Rows by side, table and business key. A plan is made in one thread, and shown and published in others."""

    def __init__(self) -> None:
        self._laas = RLock()
        self._con = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._con.close)
        for saetning in (
            "PRAGMA page_size = 16384",
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            f"PRAGMA cache_size = -{_CACHE_KB}",
            "BEGIN",  # and no end: it is for nobody else
        ):
            self._con.execute(saetning)
        self._findes: set[str] = set()

    def skriv(self, side: str, tabel: Tabel, raekker: Iterable[Raekke]) -> None:
        """Keep these rows; one that is there already is replaced."""
        saetning = ""
        raekke_for_raekke = iter(raekker)
        while bundt := [*islice(raekke_for_raekke, BUNDT)]:
            saetning = saetning or self._indsaet(side, tabel)
            with self._laas:
                self._con.executemany(saetning, bundt)

    def _indsaet(self, side: str, tabel: Tabel) -> str:
        fuldt, kolonner = _fuldt(side, tabel), ", ".join(map(navn, tabel.kolonner))
        if fuldt not in self._findes:
            # Columns without a type: what comes out is what went in.
            noegle = navn(tabel.visning.tabel.noegle)
            with self._laas:
                self._con.execute(f"CREATE TABLE {fuldt} ({kolonner})")
                indeks = navn(f"{side}_{tabel.navn}_noegle")
                self._con.execute(f"CREATE UNIQUE INDEX {indeks} ON {fuldt} ({noegle})")
            self._findes.add(fuldt)
        return f"INSERT OR REPLACE INTO {fuldt} ({kolonner}) VALUES ({', '.join('?' * len(tabel.kolonner))})"  # nosec B608 - names of our own

    def hent(
        self, side: str, tabel: Tabel, noegler: Iterable[str], kolonner: Sequence[str] | None = None
    ) -> Iterator[tuple[str, Raekke]]:
        """Key and row of those that are kept, some at a time and in no order; with `kolonner` only these."""
        fuldt, alle = _fuldt(side, tabel), iter(noegler)
        valgt = ", ".join(
            map(
                navn,
                (tabel.visning.tabel.noegle, *(tabel.kolonner if kolonner is None else kolonner)),
            )
        )
        while bundt := [*islice(alle, BUNDT)] if fuldt in self._findes else []:
            spoerg = (
                f"SELECT {valgt} FROM {fuldt}"  # nosec B608 - names of our own
                f" WHERE {navn(tabel.visning.tabel.noegle)} IN ({', '.join('?' * len(bundt))})"
            )
            yield from ((noegle, tuple(raekke)) for noegle, *raekke in self._udfoer(spoerg, bundt))

    def gennem(self, side: str, tabel: Tabel) -> Iterator[Raekke]:
        """All of the rows, in the order they came."""
        fuldt, sidst = _fuldt(side, tabel), 0
        valgt = ", ".join(map(navn, ("rowid", *tabel.kolonner)))
        spoerg = f"SELECT {valgt} FROM {fuldt} WHERE rowid > ? ORDER BY rowid LIMIT {BUNDT}"  # nosec B608 - names of our own
        while bundt := self._udfoer(spoerg, [sidst]) if fuldt in self._findes else []:
            sidst = bundt[-1][0]
            yield from (raekke[1:] for raekke in bundt)

    def _udfoer(self, saetning: str, vaerdier: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._laas:
            return self._con.execute(saetning, vaerdier).fetchall()


def _fuldt(side: str, tabel: Tabel) -> str:
    return navn(f"{side}_{tabel.navn}")


class Indhold(Mapping[str, Raekke]):
    """New rows of a table, those with these keys: looks like a dictionary, and holds no row."""

    def __init__(self, lager: Planlager, tabel: Tabel, noegler: Collection[str]) -> None:
        self._lager, self._tabel, self._noegler = lager, tabel, noegler

    def __len__(self) -> int:
        return len(self._noegler)

    def __iter__(self) -> Iterator[str]:
        return iter(self._noegler)

    def __contains__(self, noegle: object) -> bool:
        return noegle in self._noegler

    def __getitem__(self, noegle: str) -> Raekke:
        if noegle in self._noegler:
            for _, raekke in self._lager.hent(NY, self._tabel, [noegle]):
                return raekke
        raise KeyError(noegle)

    def items(self) -> ItemsView[str, Raekke]:
        """One scan."""
        return _Par(self)

    def gennem(self) -> Iterator[tuple[str, Raekke]]:
        """Key and row of each."""
        for raekke in self._lager.gennem(NY, self._tabel):
            noegle = self._tabel.noegle(raekke)
            if noegle in self._noegler:
                yield noegle, raekke


class _Par(ItemsView[str, Raekke]):
    _mapping: Indhold

    def __iter__(self) -> Iterator[tuple[str, Raekke]]:
        return self._mapping.gennem()


def intet() -> dict[str, Mapping[str, Raekke]]:
    """No row of any table."""
    return {tabel.navn: {} for tabel in TABELLER}
