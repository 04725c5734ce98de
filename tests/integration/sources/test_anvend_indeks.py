# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index after an import of many rows: built whole, and then kept by the file's own triggers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr

from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import Store

from .kilder import BAENKE, RUTER, X, Y, baenk, geojson, linje


def passer(sti: Path, tabel: str) -> int:
    """Hold the index against itself, and against the rows; gives how many there are."""
    with closing(sqlite3.connect(sti)) as con:
        indeks = f"rtree_{tabel}_geometri"
        assert con.execute("SELECT rtreecheck(?)", (indeks,)).fetchone() == ("ok",)
        bokse = {nr: boks for nr, *boks in con.execute(f"SELECT * FROM {indeks}")}  # nosec B608 - the test's own
    rigtige, fundet, rammes = af_ogr(sti, tabel)
    assert rigtige.keys() == bokse.keys()
    for nr, (x0, x1, y0, y1) in rigtige.items():
        ind = bokse[nr]
        assert ind[0] <= x0 <= x1 <= ind[1] <= x1 + 1
        assert ind[2] <= y0 <= y1 <= ind[3] <= y1 + 1
    assert fundet == rammes
    return len(rigtige)


def af_ogr(sti: Path, tabel: str) -> tuple[dict[int, tuple[float, ...]], set[int], set[int]]:
    """The boxes; what the index finds in a square of 400 m; what truly lies there. OGR's own objects stay here."""
    kilde = ogr.Open(str(sti))
    lag = kilde.GetLayerByName(tabel)
    kant = (X - 0.5, Y - 0.5, X + 400.5, Y + 400.5)
    ramme = ogr.CreateGeometryFromWkt(
        "POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))".format(*kant)
    )
    bokse = {objekt.GetFID(): objekt.GetGeometryRef().GetEnvelope() for objekt in lag}
    rammes = {objekt.GetFID() for objekt in lag if objekt.GetGeometryRef().Intersects(ramme)}
    lag.SetSpatialFilterRect(*kant)
    return bokse, {objekt.GetFID() for objekt in lag}, rammes


def objekter(store: Store) -> list[tuple[str, str, str]]:
    """What the file consists of; every index of it holds every row."""
    with closing(sqlite3.connect(store.adresse)) as con:
        assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return con.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()


@pytest.mark.parametrize("antal", [499, 500, 2600])
def test_points(gpkg_store: Store, tmp_path: Path, antal: int) -> None:
    skema = objekter(gpkg_store)
    steder = [(nr % 60 * 40.3, nr // 60 * 40.7) for nr in range(antal)]
    fra = geojson(tmp_path / "a.geojson", [baenk(nr, *sted) for nr, sted in enumerate(steder)])
    with lav_plan(gpkg_store, Kilde(str(fra)), BAENKE) as plan:
        assert anvend(gpkg_store, plan, "abc").nye == antal
    sti = Path(gpkg_store.adresse)
    foer = passer(sti, "facilitet_punkt")
    assert objekter(gpkg_store) == skema
    assert passer(sti, "kildepost") >= antal
    fra = geojson(
        tmp_path / "b.geojson", [baenk(f"ny {nr}", nr * 3.3, 4000 + nr) for nr in range(600)]
    )
    with lav_plan(gpkg_store, Kilde(str(fra)), BAENKE) as plan:
        plan.accepter_alle("borte", ja=False)
        assert anvend(gpkg_store, plan, "abc").nye == 600
    assert passer(sti, "facilitet_punkt") == foer + 600
    assert objekter(gpkg_store) == skema


def test_lines(gpkg_store: Store, tmp_path: Path) -> None:
    raekker = [
        linje(f"Rute {nr}", (nr * 21.1, nr % 7 * 90), (nr * 21.1 + 310, 45.6), (nr * 3, 1000))
        for nr in range(700)
    ]
    fra = geojson(tmp_path / "a.geojson", raekker)
    with lav_plan(gpkg_store, Kilde(str(fra)), RUTER) as plan:
        assert anvend(gpkg_store, plan, "abc").nye == 700
    assert passer(Path(gpkg_store.adresse), "rute") >= 700
