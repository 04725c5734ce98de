# SPDX-License-Identifier: GPL-2.0-or-later
"""Files as people have them: every format, old encodings, missing parts, tables without geometry."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr, osr

from moedested_plugin.sources import staging
from moedested_plugin.sources.fejl import LaeseFejl, MaaSpoerges
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import NUMMER, TABEL, Kilde, KildeFelt, Raa
from tests.ows import Server, Svar

UTM = (692009.0, 6049833.0)
NAVN = "Bænk ved søen"


def raekker(sti: Path, **mere: Any) -> tuple[list[Raa], str]:
    """Read; gives the rows, and the remarks as one text."""
    with laes(Kilde(str(sti), **mere)) as laest:
        gives = list(laest.raekker())
        assert len(gives) == laest.antal
        return gives, " ".join(laest.bemaerkninger)


def sted(raa: Raa) -> tuple[float, float]:
    assert raa.geometri is not None
    punkt = ogr.CreateGeometryFromWkb(raa.geometri)
    return round(punkt.GetX()), round(punkt.GetY())


def skriv(
    sti: Path, driver: str, epsg: int | None = 25832, wkt: Iterable[str] = (), *, lag: str = "lag",
    valg: Iterable[str] = (), lagvalg: Iterable[str] = (),
) -> Path:  # fmt: skip
    """Make a file in OGR's own words: a name and a number in each row."""
    srs = None
    if epsg:
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(epsg)
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    datasaet = gdal.GetDriverByName(driver).Create(str(sti), 0, 0, 0, 0, list(valg))
    ud = datasaet.CreateLayer(lag, srs, ogr.wkbUnknown, list(lagvalg))
    ud.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    ud.CreateField(ogr.FieldDefn("antal", ogr.OFTInteger))
    for nr, tekst in enumerate(list(wkt) or [f"POINT ({UTM[0]} {UTM[1]})"]):
        objekt = ogr.Feature(ud.GetLayerDefn())
        objekt["name"], objekt["antal"] = NAVN, nr
        if tekst:
            objekt.SetGeometry(ogr.CreateGeometryFromWkt(tekst))
        ud.CreateFeature(objekt)
    del ud, datasaet
    return sti


@pytest.mark.parametrize(
    ("driver", "endelse", "epsg"),
    [
        ("GPKG", ".gpkg", 25832), ("ESRI Shapefile", ".shp", 25832), ("FlatGeobuf", ".fgb", 25832),
        ("MapInfo File", ".tab", 25832), ("GML", ".gml", 25832), ("SQLite", ".sqlite", 25832),
        ("GeoJSON", ".geojson", 4326), ("GeoJSONSeq", ".geojsonl", 4326), ("LIBKML", ".kml", 4326),
        ("LIBKML", ".kmz", 4326),
    ],
)  # fmt: skip
def test_every_format_gives_the_same_place(
    tmp_path: Path, driver: str, endelse: str, epsg: int
) -> None:
    valg = ["FORMAT=GML3"] if driver == "GML" else []
    wkt = ["POINT (12.0 54.5454)"] if epsg == 4326 else []
    fil = skriv(tmp_path / f"æ ø å{endelse}", driver, epsg, wkt, valg=valg)
    foer = sorted(tmp_path.iterdir())
    (raa,), _ = raekker(fil)
    assert any(vaerdi == NAVN for vaerdi in raa.vaerdier.values())
    x, y = sted(raa)
    assert abs(x - (694222 if epsg == 4326 else UTM[0])) < 3000
    assert abs(y - UTM[1]) < 3000
    assert sorted(tmp_path.iterdir()) == foer, "a file was written beside the user's"


def test_mif_and_spreadsheets(tmp_path: Path) -> None:
    (tmp_path / "a.mif").write_bytes(
        'Version 300\nCharset "WindowsLatin1"\nDelimiter ","\nCoordSys Earth Projection 8, 115, "m", 9, 0, 0.9996, 500000, 0\n'
        "Columns 1\n  navn Char(30)\nData\n\nPoint 692009 6049833\n".encode("cp1252")
    )
    (tmp_path / "a.mid").write_bytes(f'"{NAVN}"\n'.encode("cp1252"))
    (raa,), _ = raekker(tmp_path / "a.mif")
    assert (raa.vaerdier["navn"], sted(raa)) == (NAVN, UTM)
    for driver, endelse in (("XLSX", ".xlsx"), ("ODS", ".ods")):
        sti = tmp_path / f"ark{endelse}"
        datasaet = gdal.GetDriverByName(driver).Create(str(sti), 0, 0, 0, 0)
        ark = datasaet.CreateLayer("Ark1", None, ogr.wkbNone)
        for navn in ("navn", "x", "y"):
            ark.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
        objekt = ogr.Feature(ark.GetLayerDefn())
        for navn, vaerdi in zip(
            ("navn", "x", "y"), ('=HYPERLINK("http://x")', "692.009,0", "6049833")
        ):
            objekt[navn] = vaerdi
        ark.CreateFeature(objekt)
        del ark, datasaet
        (raa,), _ = raekker(sti, crs="EPSG:25832")
        assert sted(raa) == UTM
        assert "HYPERLINK" in str(raa.vaerdier["navn"])  # a formula is text, if it is anything


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "cp850", "utf-16"])
def test_csv_in_any_encoding(tmp_path: Path, kode: str) -> None:
    sti = tmp_path / "a.csv"
    sti.write_bytes("navn;lat;lon\nBænk på Øen;55,1;11,9\n".encode(kode))
    (raa,), _ = raekker(sti)
    assert raa.vaerdier == {"navn": "Bænk på Øen", "lat": 55.1, "lon": 11.9}
    assert raa.geometri is not None


def test_letters_that_nobody_knows_are_asked_for(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_bytes(b"navn;x\n" + bytes(range(0xB2, 0xBF)) * 3 + b";1\n")
    with pytest.raises(MaaSpoerges) as fejl:
        raekker(sti)
    assert fejl.value.om == "tegnsaet"
    assert "utf-8" in [valg.vaerdi for valg in fejl.value.valg]
    raekker(sti, tegnsaet="cp1252")
    with pytest.raises(LaeseFejl, match="kendes ikke"):
        raekker(sti, tegnsaet="findes-ikke")


def test_csv_types_are_the_danish_ones(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text(
        "kode;antal;pris;dato;tid;blandet\n0376;12;1.234,5;31-12-2024;01-02-2024 08:30;7\n"
        "0101;-3;0,5;1/2/2023;2024-06-01T10:00:00+02:00;syv\n;;;;;\n",
        "utf-8",
    )
    foerste, anden = raekker(sti)[0]
    assert foerste.vaerdier == {
        "kode": "0376", "antal": 12, "pris": 1234.5, "dato": dt.date(2024, 12, 31),
        "tid": dt.datetime(2024, 2, 1, 8, 30), "blandet": "7",  # noqa: DTZ001 - the clock on the wall
    }  # fmt: skip
    assert anden.vaerdier["dato"] == dt.date(2023, 2, 1)
    assert anden.vaerdier["tid"] == dt.datetime(2024, 6, 1, 8, tzinfo=dt.timezone.utc)


def test_csv_without_header_and_with_crooked_rows(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text("Bænk,692009,6049833\nBord,692010\nSten,1,2,3,4\n", "utf-8")
    with laes(Kilde(str(sti))) as laest:
        assert [felt.navn for felt in laest.felter] == ["kolonne_1", "kolonne_2", "kolonne_3"]
        assert [(afvist.nummer, "5 felter" in afvist.grund) for afvist in laest.afviste] == [
            (3, True)
        ]
        assert [raa.nummer for raa in laest.raekker()] == [1, 2]
        assert any("ingen overskrifter" in b for b in laest.bemaerkninger)
        assert any("kortere" in b for b in laest.bemaerkninger)
    (bord, *_), _ = raekker(sti, koordinater=("kolonne_2", "kolonne_3"), crs="25832")
    assert sted(bord) == UTM


def test_csv_with_wkt_and_an_open_quote(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text("navn;geom\nRute;SRID=25832;\nSti;x\n", "utf-8")
    sti.write_text(
        "navn|geom\nRute|SRID=25832;LINESTRING (692009 6049833, 692100 6049900)\nSti|POINT (\n",
        "utf-8",
    )
    with laes(Kilde(str(sti))) as laest:
        assert (laest.antal, laest.crs, [a.nummer for a in laest.afviste]) == (1, "EPSG:25832", [2])
    sti.write_text('a;b\n1;"' + "x" * 200_000, "utf-8")
    with pytest.raises(LaeseFejl, match="citationstegn"):
        raekker(sti)


def test_shapefile_without_cpg_shx_or_dbf(tmp_path: Path) -> None:
    # QGIS's own file writer leaves this empty, and then no encoding is obeyed when a shapefile is written.
    gdal.SetConfigOption("SHAPE_ENCODING", None)
    sti = skriv(tmp_path / "a.shp", "ESRI Shapefile", lagvalg=["ENCODING=CP1252"])
    gdal.SetConfigOption("SHAPE_ENCODING", "")
    (tmp_path / "a.cpg").unlink(missing_ok=True)
    with (tmp_path / "a.dbf").open("r+b") as dbf:
        dbf.seek(29)
        dbf.write(b"\0")  # no word about the encoding
    (raa,), bemaerk = raekker(sti)
    assert raa.vaerdier["name"] == NAVN
    assert "tegnsæt" in bemaerk
    (tmp_path / "a.cpg").write_text("UTF-8")  # a lie
    (raa,), bemaerk = raekker(sti)
    assert raa.vaerdier["name"] == NAVN
    assert "cp1252" in bemaerk
    assert raekker(tmp_path / "a.dbf")[0][0].vaerdier["name"] == NAVN  # any part will do
    (tmp_path / "a.shx").unlink()
    (tmp_path / "a.dbf").unlink()
    (tmp_path / "a.prj").unlink()
    with pytest.raises(MaaSpoerges) as fejl:
        raekker(sti)
    assert fejl.value.valg[0].vaerdi == "EPSG:25832"  # where it would lie in Denmark
    (raa,), bemaerk = raekker(sti, crs="EPSG:25832")
    assert sted(raa) == UTM
    assert "ingen tekster" in bemaerk


def test_bare_arrays_and_js(tmp_path: Path) -> None:
    feature = {"_id": {"$oid": "1"}, "type": "Feature", "properties": {"navn": NAVN, "kode": "0376"},
               "geometry": {"type": "MultiPoint", "coordinates": [[12.0, 54.5]]}}  # fmt: skip
    sti = tmp_path / "a.json"
    sti.write_text(json.dumps([feature, feature]), "utf-8")
    assert [raa.vaerdier["navn"] for raa in raekker(sti)[0]] == [NAVN, NAVN]
    sti = tmp_path / "a.js"
    sti.write_text(
        "var lag = " + json.dumps({"features": [feature], "type": "FeatureCollection"}) + ";\n",
        "utf-8",
    )
    assert raekker(sti)[0][0].vaerdier["kode"] == "0376"
    sti = tmp_path / "b.json"
    sti.write_bytes(
        json.dumps(
            {
                "result": {
                    "records": [
                        {
                            "navn": NAVN,
                            "sted": {"lat": "55,1"},
                            "lat": "55.1",
                            "lon": "11.9",
                            "tags": ["a"],
                        }
                    ]
                }
            },
            ensure_ascii=False,
        ).encode("cp1252")
    )
    (raa,), _ = raekker(sti)
    assert raa.vaerdier == {"navn": NAVN, "sted.lat": 55.1, "lat": 55.1, "lon": 11.9, "tags": ["a"]}
    assert raa.geometri is not None


def test_json_values_keep_their_form(tmp_path: Path) -> None:
    sti = tmp_path / "a.geojson"
    sti.write_text(
        json.dumps(
            {"type": "FeatureCollection", "features": [
                {"type": "Feature", "geometry": None,
                 "properties": {"liste": ["a", "<b>b</b>"], "ordbog": {"k": [1, {"x": "<script>1</script>y"}]}, "ja": True}}
            ]}
        ),
        "utf-8",
    )  # fmt: skip
    (raa,), _ = raekker(sti)
    assert raa.vaerdier == {"liste": ["a", "b"], "ordbog": {"k": [1, {"x": "y"}]}, "ja": True}


def test_odd_field_names_get_safe_columns(tmp_path: Path) -> None:
    navne = [
        "id.lokalId",
        "Navn",
        "navn ",
        "raa_nr",
        "geometri",
        'a"; DROP TABLE modtaget; --',
        "x" * 90,
    ]
    sti = tmp_path / "a.csv"
    sti.write_text(
        ";".join('"' + navn.replace('"', '""') + '"' for navn in navne)
        + "\n"
        + ";".join("abcdefg")
        + "\n",
        "utf-8",
    )
    with laes(Kilde(str(sti))) as laest:
        assert [felt.navn for felt in laest.felter] == [navn.strip() for navn in navne]
        kolonner = [felt.kolonne for felt in laest.felter]
        assert len({kolonne.casefold() for kolonne in kolonner}) == len(navne)
        assert all(len(kolonne) <= 63 for kolonne in kolonner)
        assert list(next(laest.raekker()).vaerdier.values()) == list("abcdefg")


def test_layers_in_one_file_are_asked_for(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gpkg", "GPKG", lag="første")
    datasaet = gdal.OpenEx(str(sti), gdal.OF_UPDATE | gdal.OF_VECTOR)
    datasaet.CopyLayer(datasaet.GetLayer(0), "andet")
    datasaet.CreateLayer("tom", None, ogr.wkbPoint)
    del datasaet
    with pytest.raises(MaaSpoerges) as fejl:
        raekker(sti)
    assert [valg.vaerdi for valg in fejl.value.valg] == ["første", "andet"]
    assert len(raekker(sti, lag="ANDET")[0]) == 1
    assert raekker(sti, lag="tom") == ([], "Der er ingen rækker.")
    with pytest.raises(LaeseFejl, match="Der er: første"):
        raekker(sti, lag="-overwrite")  # a name is no option of OGR's


def test_folders_and_zips(tmp_path: Path) -> None:
    mappe = tmp_path / "data"
    mappe.mkdir()
    skriv(mappe / "a.shp", "ESRI Shapefile")
    skriv(mappe / "b.gpkg", "GPKG")
    (mappe / "læs mig.pdf").write_bytes(b"%PDF-1.4")
    with zipfile.ZipFile(tmp_path / "alt.zip", "w") as pakke:
        for fil in mappe.iterdir():
            pakke.write(fil, f"under/{fil.name}")
    for kilde, foran in ((mappe, ""), (tmp_path / "alt.zip", "under/")):
        with pytest.raises(MaaSpoerges) as fejl:
            raekker(kilde)
        assert {valg.vaerdi for valg in fejl.value.valg} == {f"{foran}a.shp", f"{foran}b.gpkg"}
        assert len(raekker(kilde, lag=f"{foran}a.shp")[0]) == 1
        assert len(raekker(kilde, lag="b.gpkg|lag")[0]) == 1


@contextmanager
def i_brug(tmp_path: Path) -> Iterator[Path]:
    """A database that a colleague works in; what was saved last stands in the journal."""
    sti = skriv(tmp_path / "a.gpkg", "GPKG", lagvalg=["SPATIAL_INDEX=NO"])
    with closing(sqlite3.connect(sti)) as kollega:
        kollega.execute("PRAGMA journal_mode = WAL")
        kollega.execute("UPDATE lag SET antal = 99")
        kollega.commit()
        yield sti


def test_what_a_colleague_has_just_saved_is_read_and_nothing_is_left_beside(tmp_path: Path) -> None:
    with i_brug(tmp_path) as sti:
        foer = sorted(tmp_path.iterdir())
        (raa,), _ = raekker(sti)
        assert raa.vaerdier["antal"] == 99
        assert sorted(tmp_path.iterdir()) == foer
    stat = sti.stat()
    raekker(sti)
    assert (sti.stat().st_mtime_ns, sti.stat().st_size) == (stat.st_mtime_ns, stat.st_size)


@pytest.mark.parametrize(
    ("navn", "indhold", "siger"),
    [
        ("tom.csv", b"", "tom"),
        ("a.gpkg", b"SQLite format 3\0" + b"x" * 200, "ødelagt"),
        ("a.zip", b"PK\x03\x04" + b"x" * 100, "ødelagt"),
        ("a.shp", b"\x00\x00\x27\x0a" + b"\0" * 20, "kan ikke læses"),
        ("a.geojson", b'{"type":"FeatureCollection","features":[{"type":"Feature"', "kan ikke læses"),
        ("a.json", b'[{"a":1},', "gyldig JSON"),
        ("a.gml", b"<?xml version='1.0'?><gml:FeatureCollection xmlns:gml='http://www.opengis.net/gml'><gml:feat", "ingen lag|læses"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 99, "xlsx"),
        ("a.html", b"<!DOCTYPE html><html>", "hjemmeside"),
        ("a.csv", b"<html><body>404", "hjemmeside"),
        ("a.vrt", b"<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>", "henviser"),
        ("a.pdf", b"%PDF-1.4", "filtype"),
        ("a.prj", b"GEOGCS", "kun en del"),
        ("a.kml", b"<!DOCTYPE kml SYSTEM 'http://127.0.0.1:9/x.dtd'><kml/>", "DOCTYPE"),
        ("a.kml", b"<?xml version='1.0' encoding='utf-7'?><kml/>", "utf-7"),
        ("a.gpkg", b"SQLite format 3\0", "ødelagt"),
        ("a.tab", b"en liste\tover ting\n", "filtype"),
        ("a.tab", b"!table\n!version 300\n\nDefinition Table\n  File \"b.tif\"\n  Type \"RASTER\"\n", "henviser"),
        ("a.tab", b"!table\nDefinition Table\n  Type NATIVE\n  File \"/etc/passwd\"\n", "henviser"),
        ("a.tab", b"!table\nOpen Table \"b\"\nDefinition Table\n  Type NATIVE\n", "henviser"),
        ("a.json", b'{"kode": {"a": {"b": [1]}}, "fejl": "adgang"}', "ingen rækker"),
        ("a.csv", b";".join(b"k%d" % nr for nr in range(501)) + b"\n" + b";" * 500 + b"\n", "501 kolonner"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_do(
    tmp_path: Path, navn: str, indhold: bytes, siger: str
) -> None:
    (tmp_path / navn).write_bytes(indhold)
    with pytest.raises(LaeseFejl, match=siger) as fejl:
        raekker(tmp_path / navn)
    assert str(fejl.value).endswith(".")


def test_no_such_file_and_no_such_folder(tmp_path: Path) -> None:
    for sti in (tmp_path / "findes ikke.gpkg", tmp_path / "\0"):
        with pytest.raises(LaeseFejl):
            raekker(sti)
    with pytest.raises(LaeseFejl, match="ingen kortdata"):
        raekker(tmp_path)


def test_gdals_own_ways_to_the_net_lead_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPL_VSIL_CURL_USE_HEAD", "NO")
    god = Svar(b'{"type":"Feature","geometry":null,"properties":{"navn":"B"}}')
    with Server(lambda _dele, _handler: god) as server:
        assert gdal.OpenEx(f"/vsicurl/{server.adresse}a.geojson") is not None
        assert server.kald
        server.kald.clear()
        with pytest.raises(LaeseFejl):
            laes(Kilde(f"/vsicurl/{server.adresse}b.geojson"))
        assert server.kald == []


def test_a_truncated_file_is_said_or_read_as_far_as_the_format_allows(tmp_path: Path) -> None:
    sti = skriv(
        tmp_path / "a.gml", "GML", wkt=[f"POINT ({UTM[0]} {UTM[1]})"] * 200, valg=["FORMAT=GML3"]
    )
    for del_ in (0.3, 0.6, 0.95):
        kort = tmp_path / "kort.gml"
        kort.write_bytes(sti.read_bytes()[: int(sti.stat().st_size * del_)])
        with pytest.raises(LaeseFejl):
            raekker(kort)


def test_dates_keep_their_zone(tmp_path: Path) -> None:
    sti = tmp_path / "a.geojson"
    sti.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"t":"2001-08-15T22:00:00Z"}}]}',
        "utf-8",
    )
    (raa,), _ = raekker(sti)
    assert raa.vaerdier["t"] == dt.datetime(2001, 8, 15, 22, tzinfo=dt.timezone.utc)


def test_a_time_is_kept_in_one_form_whatever_gdal_writes() -> None:
    felter = (KildeFelt("t", 't"d', "tid"), KildeFelt("s", "s", "tekst"))
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute(f'CREATE TABLE {TABEL} ({NUMMER} INTEGER PRIMARY KEY, "t""d", s)')
        for vaerdi in ("2026-05-01T10:00:00", "2026-05-01T10:00:00.500", "1. maj", None):
            for zone in ("", "Z", "+02:00"):
                con.execute(
                    f'INSERT INTO {TABEL} ("t""d", s) VALUES (?1 || ?2, ?1 || ?2)', (vaerdi, zone)
                )
        staging.fulde_tider(con, felter)
        fundet = con.execute(f'SELECT "t""d", s FROM {TABEL} ORDER BY {NUMMER}').fetchall()
    tider = [tid for tid, _ in fundet]
    assert tider[:3] == [f"2026-05-01T10:00:00.000{zone}" for zone in ("", "Z", "+02:00")]
    assert tider[3:] == [tekst for _, tekst in fundet[3:]]
    assert fundet[0][1] == "2026-05-01T10:00:00"


def test_filter_and_repeated_keys(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text("id;type\n1;Bænk\n1;Bord\n2;Bænk\n", "utf-8")
    gives, bemaerk = raekker(sti, noegle="id")
    assert "1 (1, 2)" in bemaerk
    gives, bemaerk = raekker(sti, filter="type = 'Bænk'")
    assert [raa.nummer for raa in gives] == [1, 3]
    for forkert in ("type = ", "1; DROP TABLE modtaget", "findes_ikke = 1"):
        with pytest.raises(LaeseFejl, match="Filteret"):
            raekker(sti, filter=forkert)
    with pytest.raises(LaeseFejl, match="nøgle"):
        raekker(sti, noegle="x")


def test_the_temporary_folder_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "midlertidig"))
    (tmp_path / "midlertidig").mkdir()
    sti = skriv(tmp_path / "a.gpkg", "GPKG")
    with laes(Kilde(str(sti))) as laest:
        assert laest.staging.is_file()
    with pytest.raises(LaeseFejl):
        laes(Kilde(str(tmp_path / "ingen.gpkg")))
    assert list((tmp_path / "midlertidig").iterdir()) == []
