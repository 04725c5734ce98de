# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that are not as they should be: height, curves, broken areas, wrong or missing CRS, swapped axes, abroad."""

from __future__ import annotations

import json
import math
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr, osr

from moedested_plugin.sources.fejl import LaeseFejl, MaaSpoerges
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde, Laest

UTM = (692009.0, 6049833.0)
PUNKT = "POINT (692009 6049833)"
IKKE_TAL = {999.0: math.nan, 998.0: math.inf}
GRADER = (11.9773, 54.5551)


def geometri(tekst: str) -> Any:
    """Read WKT; 999 stands for what WKT cannot say."""
    hel = ogr.CreateGeometryFromWkt(tekst)
    assert hel is not None, tekst
    for i in range(hel.GetPointCount() if hel.GetGeometryCount() == 0 else 0):
        if hel.GetX(i) in IKKE_TAL:
            hel.SetPoint_2D(i, IKKE_TAL[hel.GetX(i)], hel.GetY(i))
    return hel


def lag(
    mappe: Path, *wkt: str | None, epsg: int | None = 25832, srs: osr.SpatialReference | None = None
) -> str:
    """A GeoPackage with these geometries, as they are; gives its path."""
    sti = mappe / "a.gpkg"
    sti.unlink(missing_ok=True)
    if epsg and srs is None:
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(epsg)
    datasaet = gdal.GetDriverByName("GPKG").Create(str(sti), 0, 0, 0, 0)
    ud = datasaet.CreateLayer("lag", srs, ogr.wkbUnknown)
    for tekst in wkt:
        objekt = ogr.Feature(ud.GetLayerDefn())
        if tekst is not None:
            objekt.SetGeometry(geometri(tekst))
        ud.CreateFeature(objekt)
    del ud, datasaet
    return str(sti)


def laest(sti: str, **mere: Any) -> tuple[list[str | None], Laest]:
    """Read; gives the geometries as WKT with whole metres."""
    with laes(Kilde(sti, **mere)) as gives:
        ud = []
        for raa in gives.raekker():
            hel = None if raa.geometri is None else ogr.CreateGeometryFromWkb(raa.geometri)
            ud.append(None if hel is None else hel.ExportToWkt())
        return ud, gives


def geojson(mappe: Path, *steder: Any, crs: str | None = None) -> str:
    sti = mappe / "a.geojson"
    indhold: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": sted} for sted in steder],
    }
    if crs:
        indhold["crs"] = {"type": "name", "properties": {"name": crs}}
    sti.write_text(json.dumps(indhold), "utf-8")
    return str(sti)


def punkt(x: float, y: float, *mere: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [x, y, *mere]}


@pytest.mark.parametrize(
    ("wkt", "bliver", "siger"),
    [
        ("POINT Z (692009 6049833 -999)", "POINT (692009 6049833)", "højde (Z)"),
        ("LINESTRING M (692009 6049833 1,692019 6049833 2)", "LINESTRING (692009 6049833,692019 6049833)", "mål (M)"),
        ("MULTIPOINT (692009 6049833)", "MULTIPOINT (692009 6049833)", ""),
        ("GEOMETRYCOLLECTION (POINT (692009 6049833))", "POINT (692009 6049833)", "samling"),
        ("POINT EMPTY", None, ""),
        ("POINT (999 6049833)", None, ""),
        (None, None, ""),
    ],
)  # fmt: skip
def test_what_is_made_of_a_geometry(
    tmp_path: Path, wkt: str | None, bliver: str | None, siger: str
) -> None:
    (foerste, anden), gives = laest(lag(tmp_path, PUNKT, wkt))
    assert foerste == PUNKT
    assert anden == bliver
    assert siger in " ".join(gives.bemaerkninger)
    assert ("ingen geometri" in " ".join(gives.bemaerkninger)) == (bliver is None)


def test_curves_become_lines(tmp_path: Path) -> None:
    (wkt,), gives = laest(
        lag(tmp_path, "CIRCULARSTRING (692009 6049833,692019 6049843,692029 6049833)")
    )
    assert wkt is not None
    assert wkt.startswith("LINESTRING")
    assert "buer" in " ".join(gives.bemaerkninger)


def test_areas_are_repaired_or_rejected(tmp_path: Path) -> None:
    def flade(*punkter: tuple[int, int]) -> str:
        return "POLYGON ((" + ",".join(f"{692000 + x} {6049000 + y}" for x, y in punkter) + "))"

    sloejfe = flade((0, 0), (10, 10), (10, 0), (0, 10), (0, 0))
    streg = flade((0, 0), (10, 10), (0, 0), (0, 0))
    hel = flade((0, 0), (10, 0), (10, 10), (0, 0))
    (foerste, anden), gives = laest(lag(tmp_path, sloejfe, hel, streg))
    assert foerste is not None
    assert foerste.startswith("MULTIPOLYGON")
    assert ogr.CreateGeometryFromWkt(foerste).IsValid()
    assert anden == hel
    assert [(a.nummer, "Tegn omridset igen" in a.grund) for a in gives.afviste] == [(3, True)]
    assert "1 række havde en flade" in " ".join(gives.bemaerkninger)


@pytest.mark.parametrize(
    ("wkt", "siger"),
    [
        ("LINESTRING (692009 6049833,692009 6049833)", "ingen længde"),
        ("GEOMETRYCOLLECTION (POINT (692009 6049833),LINESTRING (692009 6049833,692019 6049833))", "blander"),
        ("POINT (0 0)", "uden for Danmark"),
        ("LINESTRING (692009 6049833,0 0)", "uden for Danmark"),
        ("LINESTRING (692009 6049833,999 0,692019 6049833)", "ikke tal"),
        ("LINESTRING (692009 6049833,998 6049833)", "ikke tal"),
        ("TIN (((692009 6049833,692019 6049833,692019 6049843,692009 6049833)))", "tin"),
    ],
)  # fmt: skip
def test_rows_that_cannot_come_in_say_why(tmp_path: Path, wkt: str, siger: str) -> None:

    steder, gives = laest(lag(tmp_path, PUNKT, wkt))
    assert steder == [PUNKT]
    assert [a.nummer for a in gives.afviste] == [2]
    assert re.search(siger, gives.afviste[0].grund)
    assert gives.afviste[0].grund.endswith(".")


def test_a_damaged_geometry_is_one_rejected_row(tmp_path: Path) -> None:
    sti = lag(tmp_path, PUNKT, PUNKT, PUNKT)
    with closing(sqlite3.connect(sti)) as con:
        con.execute("PRAGMA writable_schema = ON")
        con.execute("DELETE FROM sqlite_master WHERE type = 'trigger'")
        con.commit()
    with closing(sqlite3.connect(sti)) as con:
        con.execute("UPDATE lag SET geom = x'47500001' WHERE fid = 2")
        con.commit()
    steder, gives = laest(sti)
    assert steder.count(PUNKT) == 2
    assert len(gives.afviste) == 1 or steder[1] is None


@pytest.mark.parametrize("epsg", [25832, 25833, 4326, 4258, 3857, 4093, 4095, 32632, 3044])
def test_every_danish_crs_ends_in_ours(tmp_path: Path, epsg: int) -> None:
    fra, til = osr.SpatialReference(), osr.SpatialReference()
    fra.ImportFromEPSG(25832)
    til.ImportFromEPSG(epsg)
    til.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y, _ = osr.CoordinateTransformation(fra, til).TransformPoint(*UTM)
    (wkt,), gives = laest(lag(tmp_path, f"POINT ({x!r} {y!r})", srs=til))
    assert gives.crs == f"EPSG:{epsg}"
    igen = ogr.CreateGeometryFromWkt(wkt)
    assert abs(igen.GetX() - UTM[0]) < 0.01
    assert abs(igen.GetY() - UTM[1]) < 0.01


@pytest.mark.parametrize("epsg", [25832, 25833, 4326, 3857, 4094])
def test_a_crs_without_its_code_is_recognised(tmp_path: Path, epsg: int) -> None:
    from moedested_plugin.sources import crs

    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    for uden in (srs.ExportToWkt(["FORMAT=WKT1_ESRI"]), srs.ExportToProj4()):
        fra = osr.SpatialReference()
        assert fra.SetFromUserInput(uden) == 0
        assert crs.genkend(fra) == epsg
    assert crs.genkend(None) is None
    sammensat = osr.SpatialReference()
    sammensat.ImportFromEPSG(7416)  # 25832 with Danish heights
    assert crs.genkend(sammensat) == 25832


def test_a_crs_that_nobody_knows_is_asked_for(tmp_path: Path) -> None:
    srs = osr.SpatialReference()
    srs.ImportFromProj4(
        "+proj=tmerc +lat_0=0 +lon_0=10.3 +k=0.99991 +x_0=700000 +y_0=3 +ellps=GRS80 +units=m"
    )
    sti = lag(tmp_path, PUNKT, srs=srs)
    with pytest.raises(MaaSpoerges) as fejl:
        laest(sti)
    assert fejl.value.om == "crs"
    assert laest(sti, crs="EPSG:25832")[0] == [PUNKT]
    for forkert in ("EPSG:99999", "abc", "EPSG:5799"):
        with pytest.raises(LaeseFejl, match="kendes ikke"):
            laest(sti, crs=forkert)


def test_no_crs_asks_with_the_likeliest_first(tmp_path: Path) -> None:
    with pytest.raises(MaaSpoerges) as fejl:
        laest(lag(tmp_path, PUNKT, epsg=None))
    assert fejl.value.valg[0].vaerdi == "EPSG:25832"
    sti = tmp_path / "a.csv"
    sti.write_text(f"X;Y\n{GRADER[0]};{GRADER[1]}\n")
    with pytest.raises(MaaSpoerges) as fejl:
        laest(str(sti))
    assert fejl.value.valg[0].vaerdi == "EPSG:4326"
    assert laest(str(sti), crs="EPSG:4326")[1].antal == 1


def test_degrees_in_a_metre_crs_are_caught(tmp_path: Path) -> None:
    with pytest.raises(MaaSpoerges, match="passer ikke") as fejl:
        laest(lag(tmp_path, f"POINT ({GRADER[0]} {GRADER[1]})"))
    assert fejl.value.valg[0].vaerdi == "EPSG:4326"
    with pytest.raises(MaaSpoerges) as fejl:  # GeoJSON without crs is degrees, these are metres
        laest(geojson(tmp_path, punkt(*UTM)))
    assert fejl.value.valg[0].vaerdi == "EPSG:25832"


def test_swapped_axes_are_put_right(tmp_path: Path) -> None:
    steder, gives = laest(lag(tmp_path, f"POINT ({UTM[1]} {UTM[0]})", PUNKT))
    assert steder == [PUNKT, PUNKT]
    assert "byttet om" in " ".join(gives.bemaerkninger)
    steder, gives = laest(geojson(tmp_path, punkt(GRADER[1], GRADER[0])))
    assert gives.antal == 1
    assert "byttet om" in " ".join(gives.bemaerkninger)


@pytest.mark.parametrize("byttet", [False, True])
@pytest.mark.parametrize(
    "navn", ["urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "urn:ogc:def:crs:EPSG::25832"]
)
def test_axes_inside_gml(tmp_path: Path, navn: str, byttet: bool) -> None:
    x, y = UTM if "25832" in navn else GRADER
    a, b = (y, x) if byttet else (x, y)
    sti = tmp_path / "a.gml"
    sti.write_text(
        "<?xml version='1.0' encoding='UTF-8'?><ogr:FeatureCollection xmlns:ogr='http://ogr.maptools.org/' "
        "xmlns:gml='http://www.opengis.net/gml'><gml:featureMember><ogr:a fid='a.0'><ogr:g><gml:Point "
        f"srsName='{navn}'><gml:pos>{a} {b}</gml:pos></gml:Point></ogr:g><ogr:kode>0376</ogr:kode></ogr:a>"
        "</gml:featureMember></ogr:FeatureCollection>",
        "utf-8",
    )
    with laes(Kilde(str(sti))) as gives:
        (raa,) = gives.raekker()
    igen = ogr.CreateGeometryFromWkb(raa.geometri)
    assert abs(igen.GetX() - UTM[0]) < 1500
    assert abs(igen.GetY() - UTM[1]) < 1500
    assert raa.vaerdier["kode"] == "0376"
    assert [fil.name for fil in tmp_path.iterdir()] == ["a.gml"]


def test_all_abroad_is_said_and_nothing_comes_in(tmp_path: Path) -> None:
    with pytest.raises(LaeseFejl, match="uden for Danmark") as fejl:
        laest(geojson(tmp_path, punkt(-0.12, 51.5)))
    assert not isinstance(fejl.value, MaaSpoerges)


def test_a_place_of_zero_is_no_place(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text(f"navn;x;y\nA;{UTM[0]};{UTM[1]}\nB;0;0\nC;;\nD;vest;øst\n", "utf-8")
    steder, gives = laest(str(sti), crs="EPSG:25832")
    assert [sted is None for sted in steder] == [False, True, True]
    assert [a.nummer for a in gives.afviste] == [4]


def test_the_staging_table_is_in_our_crs(tmp_path: Path) -> None:
    with laes(Kilde(geojson(tmp_path, punkt(*GRADER, 12.0)))) as gives:
        datasaet = gdal.OpenEx(str(gives.staging), gdal.OF_VECTOR)
        modtaget = datasaet.GetLayerByName("modtaget")
        assert modtaget.GetSpatialRef().GetAuthorityCode(None) == "25832"
        assert [datasaet.GetLayer(i).GetName() for i in range(datasaet.GetLayerCount())] == [
            "modtaget"
        ]
        assert (
            modtaget.GetNextFeature().GetGeometryRef().GetSpatialReference().GetAuthorityCode(None)
            == "25832"
        )
        del modtaget, datasaet


def test_many_rows_are_given_one_by_one(tmp_path: Path) -> None:
    sti = tmp_path / "mange.csv"
    with sti.open("w", encoding="utf-8") as fil:
        fil.write("id;x;y\n")
        fil.writelines(
            f"{nr};{600000 + nr % 1000};{6100000 + nr // 1000}\n" for nr in range(200_000)
        )
    with laes(Kilde(str(sti), crs="EPSG:25832")) as gives:
        assert gives.antal == 200_000
        assert sum(raa.geometri is not None for raa in gives.raekker()) == 200_000
