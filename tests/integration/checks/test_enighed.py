# SPDX-License-Identifier: GPL-2.0-or-later
"""The row being edited and the full run answer alike: every condition of every check, in Python and in both databases."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from moedested_plugin.checks.krav import opgaver
from moedested_plugin.checks.redigeret import RedigeretUdsnit
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.store import Store
from moedested_plugin.store.oversaet import SQLITE, betingelse_sql, navn
from tests.integration.store.conftest import gpkg_store
from tests.integration.store.test_postgis_enighed import database, raekker, svar_fra_postgres
from tests.postgis import Database

__all__ = ["database", "gpkg_store"]

ANTAL = 2000
#: A year after the days that the rows hold.
I_DAG = dt.date(2026, 1, 2)


def svar_fra_sqlite(
    beskrevet: Tabel, rows: list[dict[str, Any]], krav: list[Any]
) -> list[tuple[Any, ...]]:
    kolonner = ", ".join(map(navn, rows[0]))
    with closing(sqlite3.connect(":memory:")) as forbindelse:
        forbindelse.execute(f"create table t (nr integer primary key, {kolonner})")
        forbindelse.executemany(
            f"insert into t ({kolonner}) values ({', '.join('?' * len(rows[0]))})",
            [[_raa(beskrevet, felt, vaerdi) for felt, vaerdi in row.items()] for row in rows],
        )
        svar: list[list[Any]] = [[] for _ in rows]
        for begynd in range(0, len(krav), 500):
            led = ", ".join(
                betingelse_sql(et, beskrevet, SQLITE) for et in krav[begynd : begynd + 500]
            )
            for del_, fundet in zip(svar, forbindelse.execute(f"select {led} from t order by nr")):
                del_.extend(fundet)
        return [tuple(et) for et in svar]


def _raa(beskrevet: Tabel, felt: str, vaerdi: Any) -> Any:
    if vaerdi is None:
        return None
    if felt == GEOMETRI:
        return b"GP\x00\x01" + bytes(4) + vaerdi
    if beskrevet.felt(felt).er_json:
        return json.dumps(vaerdi)
    return vaerdi.isoformat() if isinstance(vaerdi, dt.date) else vaerdi


@pytest.mark.parametrize("tabelnavn", [t.navn for t in DOMAENETABELLER if t.noegle])
def test_python_and_both_databases_agree(
    gpkg_store: Store, database: Database, tabelnavn: str
) -> None:
    beskrevet = tabel(tabelnavn)
    udsnit = RedigeretUdsnit(gpkg_store, {}, i_dag=I_DAG)
    stillede = [
        opgave
        for kontrol in alle_kontroller().values()
        if tabelnavn in kontrol.tabeller
        for opgave in opgaver(udsnit, kontrol, tabelnavn)
    ]
    assert len(stillede) > 10
    krav = [opgave.krav for opgave in stillede]
    rows = raekker(beskrevet, ANTAL)
    postgres = svar_fra_postgres(database, beskrevet, rows, krav)
    sqlite = svar_fra_sqlite(beskrevet, rows, krav)
    uenige = [
        (opgave.kontrol.kode, {felt: row[felt] for felt in opgave.krav.felter()})
        for row, i_postgres, i_sqlite in zip(rows, postgres, sqlite)
        for opgave, a, b in zip(stillede, i_postgres, i_sqlite)
        if not (opgave.krav.holder(row) is a is bool(b))
    ]
    assert uenige[:5] == []
