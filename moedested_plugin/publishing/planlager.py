# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the rows of a plan lie: beside the program, not in its memory, so that a million of them cost no more than their keys.

A file of SQLite's own that has no name, gone with the plan and also when the program is killed.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import RLock
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.store.oversaet import navn
from moedested_plugin.store.vaerdier import HOVED

from .raekker import TABELLER, Raekke, Tabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from moedested_plugin.store.base import OffentligVaerdi

#: The two sides of a plan: rows as they would go out, and as they are out there.
NY, UDE = "ny", "ude"
#: Rows at a time, and the keys that one statement may ask for (SQLite before 3.32 takes 999).
BUNDT = 500
#: As many as are copied from one file to another in some hundredths of a second.
_KOPIERES = 5_000
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
        ):
            self._con.execute(saetning)
        #: The tables there are, and whether they can be asked by key.
        self._findes: dict[str, bool] = {}

    def skriv(self, side: str, tabel: Tabel, raekker: Iterable[Raekke]) -> None:
        """Keep these rows, no two alike; one that is there already is replaced."""
        fuldt, kolonner = _fuldt(side, tabel), ", ".join(map(navn, tabel.kolonner))
        saetning = f"INSERT OR REPLACE INTO {fuldt} ({kolonner}) VALUES ({', '.join('?' * len(tabel.kolonner))})"  # nosec B608 - names of our own
        raekke_for_raekke, begyndt = iter(raekker), False
        while bundt := [*islice(raekke_for_raekke, BUNDT)]:
            if not begyndt and not self._efter_noegle(side, tabel):
                # Columns without a type: what comes out is what went in.
                self._udfoer(f"CREATE TABLE {fuldt} ({kolonner})")
                self._findes[fuldt] = False
            begyndt = True
            with self._transaktion():
                self._con.executemany(saetning, bundt)

    def _efter_noegle(self, side: str, tabel: Tabel) -> bool:
        """Make the table ready to be asked by key; most of those of a first publication never are."""
        fuldt = _fuldt(side, tabel)
        with self._laas:
            if self._findes.get(fuldt) is False:
                indeks, noegle = navn(f"{side}_{tabel.navn}_noegle"), tabel.visning.tabel.noegle
                self._con.execute(f"CREATE UNIQUE INDEX {indeks} ON {fuldt} ({navn(noegle)})")
                self._findes[fuldt] = True
            return fuldt in self._findes

    @contextmanager
    def _transaktion(self) -> Iterator[None]:
        with self._laas, self._con:
            self._con.execute("BEGIN")
            yield

    def hent(
        self, side: str, tabel: Tabel, noegler: Iterable[str], kolonner: Sequence[str] | None = None
    ) -> Iterator[tuple[str, Raekke]]:
        """Key and row of those that are kept, some at a time and in no order; with `kolonner` only these."""
        fuldt, alle = _fuldt(side, tabel), iter(noegler)
        findes = self._efter_noegle(side, tabel)
        valgt = ", ".join(
            map(
                navn,
                (tabel.visning.tabel.noegle, *(tabel.kolonner if kolonner is None else kolonner)),
            )
        )
        while bundt := [*islice(alle, BUNDT)] if findes else []:
            spoerg = (
                f"SELECT {valgt} FROM {fuldt}"  # nosec B608 - names of our own
                f" WHERE {navn(tabel.visning.tabel.noegle)} IN ({', '.join('?' * len(bundt))})"
            )
            yield from ((noegle, tuple(raekke)) for noegle, *raekke in self._udfoer(spoerg, bundt))

    def gennem(self, side: str, tabel: Tabel, geometri: str = navn(GEOMETRI)) -> Iterator[Raekke]:
        """All of the rows, in the order they came; `geometri` is SQL for what to give as such."""
        fuldt, sidst = _fuldt(side, tabel), 0
        kolonner = (geometri if k == GEOMETRI else navn(k) for k in tabel.kolonner)
        valgt = ", ".join(("rowid", *kolonner))
        spoerg = f"SELECT {valgt} FROM {fuldt} WHERE rowid > ? ORDER BY rowid LIMIT {BUNDT}"  # nosec B608 - names of our own
        while bundt := self._udfoer(spoerg, [sidst]) if fuldt in self._findes else []:
            sidst = bundt[-1][0]
            yield from (raekke[1:] for raekke in bundt)

    def kopier(
        self,
        tabel: Tabel,
        til: Path,
        fid_af: Callable[[str], int | None],
        indret: Callable[[sqlite3.Connection], None],
    ) -> None:
        """Put the new rows that have a number into a GeoPackage, which nobody else has yet.

        SQLite does it by itself, some rows at a time: whoever looks at the plan meanwhile does not wait. `indret` gives it
        the functions that the triggers there ask for.
        """
        fra = _fuldt(NY, tabel)
        if fra not in self._findes:
            return
        valgt = [
            f"CAST(x'{HOVED.hex()}' || {navn(k)} AS BLOB)" if k == GEOMETRI else navn(k)
            for k in tabel.kolonner
        ]
        fid = f"fid_af({navn(tabel.visning.tabel.noegle)})"
        saetning = (
            f"INSERT INTO ud.{navn(tabel.navn)} (fid, {', '.join(map(navn, tabel.kolonner))})"  # nosec B608 - names of our own
            f" SELECT {fid}, {', '.join(valgt)} FROM {fra} WHERE rowid > ? AND rowid <= ? AND {fid} IS NOT NULL"
        )
        ((antal,),) = self._udfoer(f"SELECT coalesce(max(rowid), 0) FROM {fra}")  # nosec B608 - names of our own
        with self._laas:
            indret(self._con)
            self._con.create_function("fid_af", 1, fid_af)
        self._udfoer("ATTACH ? AS ud", [str(til)])
        try:
            self._udfoer("PRAGMA ud.journal_mode = OFF")
            self._udfoer("PRAGMA ud.synchronous = OFF")
            for nr in range(0, antal, _KOPIERES):
                with self._transaktion():
                    self._con.execute(saetning, [nr, nr + _KOPIERES])
        finally:
            self._udfoer("DETACH ud")

    def _udfoer(self, saetning: str, vaerdier: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._laas:
            return self._con.execute(saetning, vaerdier).fetchall()


def _fuldt(side: str, tabel: Tabel) -> str:
    return navn(f"{side}_{tabel.navn}")


class Indhold(Mapping[str, Raekke]):
    """New rows of a table, those with these keys: looks like a dictionary, and holds no row."""

    def __init__(self, lager: Planlager, tabel: Tabel, noegler: Collection[str] = ()) -> None:
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

    def numrede(
        self, numre: Mapping[str, tuple[int, str]], geometri: str
    ) -> Iterator[tuple[OffentligVaerdi, ...]]:
        """Number and values of each; `geometri` is SQL for what to give as such."""
        nr, noegler = self._tabel.nr, self._noegler
        for raekke in self._lager.gennem(NY, self._tabel, geometri):
            noegle = raekke[nr]
            if noegle in noegler:
                yield (numre[noegle][0], *raekke)  # type: ignore[index]  # a key is a text

    def gennem(self) -> Iterator[tuple[str, Raekke]]:
        """Key and row of each."""
        for raekke in self._lager.gennem(NY, self._tabel):
            noegle = self._tabel.noegle(raekke)
            if noegle in self._noegler:
                yield noegle, raekke

    def kopier(
        self,
        til: Path,
        numre: Mapping[str, tuple[int, str]],
        indret: Callable[[sqlite3.Connection], None],
    ) -> None:
        """Put them into a GeoPackage."""
        noegler = self._noegler
        if noegler:
            self._lager.kopier(
                self._tabel, til, lambda n: numre[n][0] if n in noegler else None, indret
            )


class _Par(ItemsView[str, Raekke]):
    _mapping: Indhold

    def __iter__(self) -> Iterator[tuple[str, Raekke]]:
        return self._mapping.gennem()


def intet() -> dict[str, Indhold]:
    """No row of any table."""
    lager = Planlager()
    return {tabel.navn: Indhold(lager, tabel) for tabel in TABELLER}
