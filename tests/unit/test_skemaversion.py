# SPDX-License-Identifier: GPL-2.0-or-later
"""Whoever changes what the stores are made of is asked for a new schema version: without one, no older store is upgraded."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

import pytest

from moedested_plugin.domain.skema import SKEMAVERSION, TABELLER
from moedested_plugin.store import geopackage_sql, geopackage_vagter, postgis_sql, postgis_vagter

#: What the stores of this version are made of.
VERSION = 3
AFTRYK = {"GeoPackage": "83a184e23eea091d", "PostGIS": "22809299f8c5aca4"}
#: Names and help texts beside the columns are no reason for a new version.
_TEKST = re.compile(r"comment on|insert (or \w+ )?into \"?gpkg_", re.IGNORECASE)

HVAD_NU = """
The tables, triggers or views of {lager} are others than those of schema version {version}.
1. Has version {version} been released (CHANGELOG.md)? Then raise SKEMAVERSION in domain/skema.py by one, and VERSION here.
   New tables, columns, triggers and views then come by themselves into older stores, after a backup.
2. What the model cannot tell by itself (a column with another name, values that mean something else) is a statement in
   OPGRADERINGER, in store/geopackage_sql.py and in store/postgis_sql.py, and a row more in the upgrade tests.
3. Write {nyt!r} as the print of {lager} in tests/unit/test_skemaversion.py.
"""


def _saetninger(lager: str) -> Iterator[str]:
    if lager == "GeoPackage":
        for tabel in TABELLER:
            yield from geopackage_sql.tabel_sql(tabel, 0)
            yield from geopackage_sql.indekser_sql(tabel)
        yield from geopackage_vagter.afledt_sql()
    else:
        yield from postgis_sql.tabeller_sql({})
        yield from postgis_vagter.vagter_sql()
        yield from postgis_sql.visninger_sql()
        yield from postgis_sql.rettigheder_sql()


def _aftryk(saetninger: Iterable[str]) -> str:
    skema = "\n".join(s for s in saetninger if not _TEKST.match(s.strip()))
    return hashlib.sha256(skema.encode()).hexdigest()[:16]


@pytest.mark.parametrize("lager", AFTRYK)
def test_a_change_of_the_schema_asks_for_its_version(lager: str) -> None:
    nyt = _aftryk(_saetninger(lager))
    assert (SKEMAVERSION, nyt) == (VERSION, AFTRYK[lager]), HVAD_NU.format(
        lager=lager, version=VERSION, nyt=nyt
    )
