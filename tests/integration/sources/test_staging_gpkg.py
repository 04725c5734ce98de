# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage is read by SQLite where that gives just what OGR gives, and else by OGR."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr, osr
from qgis.core import QgsFeedback

from moedested_plugin.sources import staging_gpkg
from moedested_plugin.sources.fejl import Annulleret
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde, Laest, Raa

X, Y = 680000, 6080000
FELTER = (
    ("navn", ogr.OFTString, ogr.OFSTNone), ("antal", ogr.OFTInteger, ogr.OFSTNone), ("stort", ogr.OFTInteger64, ogr.OFSTNone),
    ("laengde", ogr.OFTReal, ogr.OFSTNone), ("aaben", ogr.OFTInteger, ogr.OFSTBoolean), ("dag", ogr.OFTDate, ogr.OFSTNone),
    ("naar", ogr.OFTDateTime, ogr.OFSTNone), ("mere", ogr.OFTString, ogr.OFSTJSON),
)  # fmt: skip
HEL: dict[str, Any] = {
    "navn": "Bænk ved søen", "antal": 3, "stort": 2**40, "laengde": 1.25, "aaben": 1, "dag": "2026/05/17",
    "naar": "2026/05/17 10:30:00+00", "mere": '{"a": [1, "b"]}',
}  # fmt: skip


def skriv(sti: Path, steder: Sequence[str | None], epsg: int = 25832) -> Path:
    """One row for each place."""
    datasaet = ogr.GetDriverByName("GPKG").CreateDataSource(str(sti))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    lag = datasaet.CreateLayer("ting", srs, ogr.wkbUnknown)
    for navn, type_, under in FELTER:
        felt = ogr.FieldDefn(navn, type_)
        felt.SetSubType(under)
        lag.CreateField(felt)
    for nr, wkt in enumerate(steder):
        objekt = ogr.Feature(lag.GetLayerDefn())
        for navn, vaerdi in HEL.items() if nr else ():  # the first has nothing but its place
            objekt.SetField(navn, vaerdi)
        objekt.SetFID(nr * 3 + 5)
        objekt.SetGeometry(None if wkt is None else ogr.CreateGeometryFromWkt(wkt))
        lag.CreateFeature(objekt)
    return sti


def ret(sti: Path, sql: str, *vaerdier: object) -> Path:
    """Put into a cell what its column does not say; the last row has it."""
    with closing(sqlite3.connect(sti)) as con:
        for (udloeser,) in con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            con.execute(f'DROP TRIGGER "{udloeser}"')
        con.execute(f"UPDATE ting SET {sql} WHERE fid = (SELECT max(fid) FROM ting)", vaerdier)  # nosec B608 - the test's own
        con.commit()
    return sti


def begge(sti: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, Any, Any]:
    """Whether SQLite read it, what came, and what comes when OGR must."""
    svar: list[bool] = []
    fyld = staging_gpkg.fyld

    def ser(*alt: Any, **mere: Any) -> bool:
        svar.append(fyld(*alt, **mere))
        return svar[-1]

    with monkeypatch.context() as i:
        i.setattr(staging_gpkg, "fyld", ser)
        vores = det_hele(sti)
        i.setattr(staging_gpkg, "fyld", lambda *_: False)
        return svar == [True], vores, det_hele(sti)


def det_hele(sti: Path) -> tuple[list[Raa], Any]:
    """The rows, and all else that a reading says."""
    laest: Laest
    with laes(Kilde(str(sti))) as laest:
        return list(laest.raekker()), (laest.felter, laest.antal, laest.crs, laest.afviste, laest.bemaerkninger)  # fmt: skip


PUNKT, LINJE = f"POINT ({X} {Y})", f"LINESTRING ({X} {Y}, {X + 50} {Y + 20}, {X + 9} {Y + 80})"
MULTI = LINJE.replace("LINESTRING (", "MULTILINESTRING ((") + ")"


@pytest.mark.parametrize(
    "steder",
    [
        [PUNKT, PUNKT, None], [LINJE, LINJE], [MULTI, MULTI], [PUNKT, LINJE, MULTI, None],
        [PUNKT, f"POINT ({Y} {X})", f"POINT ({X} 1)"],
        [PUNKT, f"LINESTRING ({X} {Y}, {X} {Y})"],
        [LINJE, f"LINESTRING ({', '.join(f'{X + nr} {Y}' for nr in range(70_000))})"],
    ],
    ids=["points", "lines", "multi", "mixed", "astray", "no length", "long"],
)  # fmt: skip
def test_sqlite_reads_plain_rows_as_ogr_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steder: list[str | None]
) -> None:
    direkte, vores, ogrs = begge(skriv(tmp_path / "a.gpkg", steder), monkeypatch)
    assert direkte
    assert vores == ogrs


@pytest.mark.parametrize(
    ("sql", "vaerdi"),
    [
        ("antal = ?", "fire"), ("antal = ?", 4.7), ("navn = ?", 17), ("navn = ?", " <b>hej</b> "), ("navn = ?", ""),
        ("navn = ?", 'han sagde "hej" '), ("navn = ?", "a\r\nb"), ("navn = ?", '"'), ("laengde = ?", "1,5"), ("aaben = ?", 0),
        ("navn = CAST(? AS TEXT)", b"\xe6ble"), ("mere = ?", "{"), ("navn = ?", b"raa"),
    ],
)  # fmt: skip
def test_dirty_cells_read_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str, vaerdi: object
) -> None:
    sti = ret(skriv(tmp_path / "a.gpkg", [PUNKT, PUNKT]), sql, vaerdi)
    direkte, vores, ogrs = begge(sti, monkeypatch)
    assert direkte
    assert vores == ogrs


@pytest.mark.parametrize(
    ("steder", "sql"),
    [
        ([PUNKT, PUNKT], "dag = '17-05-2026'"),
        ([PUNKT, PUNKT], "dag = '2026-02-31'"),
        ([PUNKT, PUNKT], "naar = '2026-05-17T10:30:00+02:00'"),
        ([PUNKT, f"POINT Z ({X} {Y} 7)"], ""),
        ([PUNKT, f"POLYGON (({X} {Y}, {X + 5} {Y}, {X} {Y + 5}, {X} {Y}))"], ""),
        ([PUNKT, PUNKT], "geom = CAST(substr(geom, 1, 20) AS BLOB)"),
        ([LINJE, LINJE], "geom = CAST(substr(geom, 1, length(geom) - 16) AS BLOB)"),
    ],
)
def test_what_must_be_parsed_is_left_to_ogr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steder: list[str | None], sql: str
) -> None:
    sti = skriv(tmp_path / "a.gpkg", steder)
    direkte, vores, ogrs = begge(ret(sti, sql) if sql else sti, monkeypatch)
    assert not direkte
    assert vores == ogrs


def test_a_box_that_is_not_true_hides_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line lies in Africa, its header says Lolland."""
    ude = LINJE.replace(str(Y), "60000")
    sti = skriv(tmp_path / "a.gpkg", [LINJE, LINJE, ude])
    ret(sti, "geom = (SELECT CAST(substr(t.geom, 1, 40) AS BLOB) FROM ting AS t WHERE t.fid = 5)"
             " || CAST(substr(geom, 41) AS BLOB)")  # fmt: skip
    ret(sti, "geom = CAST(geom AS BLOB)")
    direkte, vores, ogrs = begge(sti, monkeypatch)
    assert direkte
    assert vores == ogrs
    assert "uden for Danmark" in vores[1][3][0].grund


def test_other_systems_are_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sti = skriv(
        tmp_path / "a.gpkg", ["LINESTRING (11.8 54.8, 11.9 54.9)", "POINT (11.9 54.8)"], 4326
    )
    direkte, vores, ogrs = begge(sti, monkeypatch)
    assert direkte
    assert vores == ogrs


class _Stop(QgsFeedback):
    """Cancelled from the n-th time it is asked."""

    def __init__(self, efter: int) -> None:
        super().__init__()
        self.spurgt, self._efter = 0, efter

    def isCanceled(self) -> bool:  # noqa: N802 - QGIS's name
        """Count, too."""
        self.spurgt += 1
        return self.spurgt > self._efter


def test_reading_stops_wherever_it_is(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gpkg", [PUNKT])
    with closing(sqlite3.connect(sti)) as con:
        for (udloeser,) in con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            con.execute(f'DROP TRIGGER "{udloeser}"')
        con.execute("WITH n(i) AS (SELECT 9 UNION ALL SELECT i + 1 FROM n LIMIT 40000) INSERT INTO ting (geom, navn)"
                    " SELECT (SELECT geom FROM ting WHERE fid = 5), 'Bænk ' || i FROM n")  # fmt: skip
        con.commit()
    til_ende = _Stop(1_000_000)
    laes(Kilde(str(sti)), til_ende).luk()
    assert til_ende.spurgt > 15, "it is not asked often enough"
    for efter in range(0, til_ende.spurgt, 4):
        stop = _Stop(efter)
        with pytest.raises(Annulleret):
            laes(Kilde(str(sti)), stop)
        assert stop.spurgt <= efter + 5, "it went on"
