# SPDX-License-Identifier: GPL-2.0-or-later
"""Python and PostgreSQL answer alike: every rule of every table on rows made at random.

All rows of a table go into one temporary table and all rules into one SELECT, so thousands of answers cost one question.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import pytest
from psycopg2.extras import Json, execute_values

from moedested_plugin.domain.betingelse import GEOMETRI, Betingelse
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.regler import regler_for
from moedested_plugin.domain.skema import TABELLER, tabel
from moedested_plugin.store.oversaet import POSTGRES, betingelse_sql, navn
from moedested_plugin.store.postgis_saetninger import pladsholder
from moedested_plugin.store.postgis_sql import SKEMA
from tests.postgis import Database, Klynge

from .raekker import geometri

ANTAL = 400
MED_REGLER = [beskrevet.navn for beskrevet in TABELLER if regler_for(beskrevet.navn)]

_NAERVED: tuple[Any, ...] = (
    "", " ", "\t\n", "\u00a0", "x", "abc", "æøå", "🍎🍎", "https://a.b", "https://a", "HTTP://a.b", "http://a.b\n",
    "04-01", "02-30", "11-31", "04-01\n", "14:00-16:00", "24:00-25:00", "14:00-16:00 ", "moedested", "rute",
    "10000000-0000-4000-8000-000000000000", "10000000-0000-4000-8000-000000000000\n",
    "1000000g-0000-4000-8000-000000000000", "oprettet", "tilsidesat", "\\", "'", "%s", "a\\b", "*", "[a]",
)  # fmt: skip
_JSON: tuple[Any, ...] = (
    [], {}, [1], [98], [98.0], ["98"], [1, 98, None], [[98]], {"98": 1}, {"a": []}, 98, 1.5, "abc", True, [True], [""],
)  # fmt: skip
_HELTAL = (-(2**31), -9, -5, -1, 0, 1, 2, 3, 4, 5, 9, 98, 99, 100, 120, 121, 799, 800, 1371, 1372, 1373, 4800, 9999, 10_000,
           1_000_000, 1_000_001, 9_999_999, 10_000_000, 29188599, 100_000_000, 2**31 - 1)  # fmt: skip
_TAL = (
    -0.5,
    0.0,
    0.05,
    0.1,
    0.1 + 0.2,
    1 / 3,
    49.999,
    50.0,
    50.001,
    500.99,
    500.990001,
    1e6,
    1e6 + 0.5,
    1e7,
    1e7 + 1,
    1e300,
)
_DAGE = tuple(dt.date(2025, 1, dag) for dag in (1, 2, 3))
_TIDER = tuple(dt.datetime(2025, 1, dag, tzinfo=dt.timezone.utc) for dag in (1, 2))


def _muligheder(felt: Felt) -> tuple[Any, ...]:
    """Values near every border that a rule may draw."""
    if felt.type in (Type.TEKST, Type.UUID):
        graense = felt.laengde or 10
        return (*_NAERVED, "a" * graense, "æ" * (graense + 1), " " * (graense + 1), "🍎" * graense)
    if felt.type is Type.HELTAL and felt.kodeliste is not None:
        return (-9, 0, 1, 2, 3, 4, 5, 98, 1371, 1372, 1373)
    return {
        Type.HELTAL: _HELTAL, Type.TAL: _TAL, Type.JA_NEJ: (True, False), Type.DATO: _DAGE, Type.TIDSPUNKT: _TIDER,
        Type.BINAER: (b"", b"x"),
    }.get(felt.type, _JSON)  # fmt: skip


def raekker(beskrevet: Tabel) -> Iterator[dict[str, Any]]:
    """Rows at random without end, the same in every run. Each field has its own dice: a new one changes no other."""
    pladser = {felt.navn: (None, *_muligheder(felt)) for felt in beskrevet.felter}
    if beskrevet.geometri is not None:
        pladser[GEOMETRI] = (
            None,
            geometri("Point" if beskrevet.geometri == "Geometry" else beskrevet.geometri),
        )
    terninger = {kolonne: random.Random(f"{beskrevet.navn}.{kolonne}") for kolonne in pladser}
    while True:
        yield {
            kolonne: None if terninger[kolonne].random() < 0.2 else terninger[kolonne].choice(af)
            for kolonne, af in pladser.items()
        }


def med_begge_svar(beskrevet: Tabel, krav: Sequence[Betingelse]) -> list[dict[str, Any]]:
    """So many rows, and for what chance has not broken or kept among them, the first that does."""
    kommer = raekker(beskrevet)
    rows = list(islice(kommer, ANTAL))
    for et in krav:
        for svar in (True, False):
            if not any(et.holder(row) is svar for row in rows):
                rows += islice((row for row in islice(kommer, 20_000) if et.holder(row) is svar), 1)
    return rows


@pytest.fixture(scope="module")
def database(postgis_klynge: Klynge) -> Iterator[Database]:
    from moedested_plugin.store import Kommune, opret

    database = Database(postgis_klynge, postgis_klynge.ny_database())
    opret(database.qgis_forbindelse(), Kommune(376, "Guldborgsund", 29188599)).luk()
    yield database
    postgis_klynge.slet_database(database.navn)


def svar_fra_postgres(
    database: Database, beskrevet: Tabel, rows: list[dict[str, Any]], krav: Sequence[Betingelse]
) -> list[list[bool]]:
    kolonner = [*rows[0]]
    regler = ", ".join(betingelse_sql(et, beskrevet, POSTGRES, "t.") for et in krav)
    typer = ", ".join(navn(kolonne) for kolonne in kolonner)
    moenster = ", ".join(["%s", *(pladsholder(beskrevet, kolonne) for kolonne in kolonner)])
    vaerdier = [
        (nr, *(_adapteret(beskrevet, kolonne, vaerdi) for kolonne, vaerdi in row.items()))
        for nr, row in enumerate(rows)
    ]
    with database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
        markoer.execute(
            f"create temporary table t as select 0 as nr, {typer} from {SKEMA}.{beskrevet.navn} with no data"
        )
        execute_values(
            markoer,
            f"insert into t (nr, {typer}) values %s",
            vaerdier,
            f"({moenster})",
            page_size=ANTAL,
        )
        markoer.execute(f"select array[{regler}] from t order by nr")
        return [svar for (svar,) in markoer.fetchall()]


def _adapteret(beskrevet: Tabel, kolonne: str, vaerdi: Any) -> Any:
    er_json = beskrevet.har(kolonne) and beskrevet.felt(kolonne).er_json
    return Json(vaerdi) if er_json and vaerdi is not None else vaerdi


@pytest.mark.parametrize("tabelnavn", MED_REGLER)
def test_python_and_postgresql_agree_on_every_rule(database: Database, tabelnavn: str) -> None:
    beskrevet, regler = tabel(tabelnavn), regler_for(tabelnavn)
    uenige, set_sand, set_falsk = [], set(), set()
    krav = [regel.krav for regel in regler]
    rows = med_begge_svar(beskrevet, krav)
    for row, svar in zip(rows, svar_fra_postgres(database, beskrevet, rows, krav)):
        for regel, postgres in zip(regler, svar):
            (set_sand if postgres else set_falsk).add(regel.kode)
            if regel.krav.holder(row) is not postgres:
                uenige.append(
                    (regel.kode, {felt: row[felt] for felt in regel.krav.felter()}, postgres)
                )
    assert uenige[:5] == []
    assert (
        {regel.kode for regel in regler} == set_sand == set_falsk
    )  # both answers were asked of each
