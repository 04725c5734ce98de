# SPDX-License-Identifier: GPL-2.0-or-later
"""Both stores behind the same names: every test that asks for `store` runs on a GeoPackage and on PostGIS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg2
import pytest

from moedested_plugin.store import Kommune, Store
from moedested_plugin.store.ogr_sql import Forbindelse, SqlFejl

from .raekker import grundlag

KOMMUNE = Kommune(376, "Guldborgsund", 29188599)


@pytest.fixture(params=["geopackage", "postgis"])
def store(request: pytest.FixtureRequest) -> Store:
    fixture = {"geopackage": "gpkg_store", "postgis": "postgis_store"}[request.param]
    store: Store = request.getfixturevalue(fixture)
    return store


@pytest.fixture
def fyldt(store: Store) -> Store:
    """With the rows that others refer to."""
    with store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
    return store


class Fremmed:
    """Another program on the same data, without the plugin."""

    def __init__(self, udfoer: Callable[[str], list[Any]]) -> None:
        self.udfoer = udfoer

    def afvises(self, sql: str) -> str:
        """The code with which the database refuses the statement."""
        with pytest.raises((SqlFejl, psycopg2.Error)) as fanget:
            self.udfoer(sql)
        fejl: Any = fanget.value
        if isinstance(fejl, SqlFejl):
            return fejl.afvist[0] if fejl.afvist else "uden kode"
        assert fejl.diag.message_detail is None  # PostgreSQL would print the whole row there
        return str(fejl.diag.message_primary).removeprefix("moedested:").split(" · ")[0]


@pytest.fixture
def fremmed(request: pytest.FixtureRequest, store: Store) -> Iterator[Fremmed]:
    if store.provider == "postgres":
        database = request.getfixturevalue("postgis_database")
        yield Fremmed(lambda sql: database.udfoer(f"set search_path = moedested, public; {sql}"))
        return
    forbindelse = Forbindelse.aabn(store.adresse, skriv=True)
    yield Fremmed(forbindelse.raekker)
    forbindelse.luk()
