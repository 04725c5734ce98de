# SPDX-License-Identifier: GPL-2.0-or-later
"""The row being edited and the full run answer alike: every condition of every check, in Python and in both databases."""

from __future__ import annotations

import datetime as dt
import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Any

import pytest
from qgis.core import QgsExpression, QgsFeature

from moedested_plugin.checks.krav import Opgave, opgaver
from moedested_plugin.checks.redigeret import RedigeretUdsnit
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.project.raekke import feature_af
from moedested_plugin.project.udtryk import udtryk
from moedested_plugin.store import Store
from moedested_plugin.store.oversaet import SQLITE, betingelse_sql, navn
from tests.integration.project.test_udtryk import felter_af, kontekst
from tests.integration.store.test_postgis_enighed import database, raekker, svar_fra_postgres
from tests.postgis import Database

__all__ = ["database"]

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


def svar_fra_qgis(
    beskrevet: Tabel, rows: list[dict[str, Any]], krav: list[Any]
) -> list[tuple[Any, ...]]:
    """As the constraints of the form are asked."""
    fields = felter_af(beskrevet)
    context = kontekst(fields)
    alle = QgsExpression(f"array({', '.join(f'({udtryk(et, beskrevet)})' for et in krav)})")
    assert alle.prepare(context), alle.parserErrorString()
    feature, svar = QgsFeature(fields), []
    for row in rows:
        context.setFeature(feature_af(beskrevet, row, feature))
        svar.append(tuple(map(bool, alle.evaluate(context))))
    return svar


def _som_i_formen(beskrevet: Tabel, row: dict[str, Any]) -> dict[str, Any]:
    """A form holds lists of codes and objects, never a text that should have been one."""

    def kan(felt: str, v: Any) -> bool:
        if felt == GEOMETRI or not beskrevet.felt(felt).er_json:
            return True
        return not isinstance(v, str) and not (
            isinstance(v, list) and any(isinstance(led, str) for led in v)
        )

    return {felt: v if kan(felt, v) else None for felt, v in row.items()}


def _raa(beskrevet: Tabel, felt: str, vaerdi: Any) -> Any:
    if vaerdi is None:
        return None
    if felt == GEOMETRI:
        return b"GP\x00\x01" + bytes(4) + vaerdi
    if beskrevet.felt(felt).er_json:
        return json.dumps(vaerdi)
    return vaerdi.isoformat() if isinstance(vaerdi, dt.date) else vaerdi


def _blade(krav: Any) -> Iterator[Any]:
    """The conditions that a condition is made of."""
    led = getattr(krav, "led", None)
    if led is None:
        yield krav
        return
    for en in led if isinstance(led, tuple) else (led,):
        yield from _blade(en)


def _naer(blad: Any) -> list[Any]:
    """Values on both sides of what one condition asks."""
    if hasattr(blad, "vaerdier"):
        return list(blad.vaerdier)
    if hasattr(blad, "dag"):
        return [blad.dag, blad.dag - dt.timedelta(days=1)]
    return []


def _maalrettede(opgaver_: list[Opgave], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For every condition that chance has not broken a row that breaks it."""
    valg, ud = random.Random(376), []
    for opgave in opgaver_:
        krav = opgave.krav
        if not all(krav.holder(row) for row in rows):
            continue
        naere: dict[str, list[Any]] = {}
        for blad in _blade(krav):
            naere.setdefault(blad.felt, [None]).extend(_naer(blad))
        forsoeg = (
            {**row, **{felt: valg.choice([*v, row[felt]]) for felt, v in naere.items()}}
            for row in valg.choices(rows, k=2_000)
        )
        brudt = next((row for row in forsoeg if not krav.holder(row)), None)
        assert brudt is not None, f"{opgave.kontrol.kode} is never broken: nothing is proved of it"
        ud.append(brudt)
    return ud


@pytest.mark.parametrize("tabelnavn", [t.navn for t in DOMAENETABELLER if t.noegle])
def test_python_both_databases_and_the_form_agree(
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
    rows = list(islice(raekker(beskrevet), ANTAL))
    rows += _maalrettede(stillede, rows)
    assert all(any(et.holder(row) for row in rows) for et in krav)
    postgres = svar_fra_postgres(database, beskrevet, rows, krav)
    sqlite = svar_fra_sqlite(beskrevet, rows, krav)
    i_formen = [_som_i_formen(beskrevet, row) for row in rows]
    qgis = svar_fra_qgis(beskrevet, i_formen, krav)
    uenige = [
        (opgave.kontrol.kode, {felt: row[felt] for felt in opgave.krav.felter()})
        for row, i_postgres, i_sqlite in zip(rows, postgres, sqlite)
        for opgave, a, b in zip(stillede, i_postgres, i_sqlite)
        if not (opgave.krav.holder(row) is a is bool(b))
    ]
    uenige += [
        (opgave.kontrol.kode, {felt: row[felt] for felt in opgave.krav.felter()})
        for row, svar in zip(i_formen, qgis)
        for opgave, a in zip(stillede, svar)
        if opgave.krav.holder(row) is not a
    ]
    assert uenige[:5] == []
