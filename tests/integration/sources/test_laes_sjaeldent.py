# SPDX-License-Identifier: GPL-2.0-or-later
"""Files as they seldom are: parts missing, headers that lie, databases cut off in use. Each ends in rows or a sentence."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr, osr

from moedested_plugin.sources import crs, csv_raekker, fil
from moedested_plugin.sources.aabning import aabn_sider
from moedested_plugin.sources.fejl import LaeseFejl, MaaSpoerges

from .test_laes_filer import NAVN, UTM, i_brug, raekker, skriv, sted

UGAETTELIGT = bytes(range(0xB2, 0xBF))
_DB3 = 0x57


@pytest.fixture
def shape(tmp_path: Path) -> Path:
    """A shapefile that says nothing of its encoding; `name` is the first field."""
    gdal.SetConfigOption("SHAPE_ENCODING", None)
    sti = skriv(tmp_path / "a.shp", "ESRI Shapefile", lagvalg=["ENCODING=CP1252"])
    gdal.SetConfigOption("SHAPE_ENCODING", "")
    (tmp_path / "a.cpg").unlink(missing_ok=True)
    _siger(sti, 0)
    return sti


def _siger(shape: Path, ldid: int) -> None:
    with shape.with_suffix(".dbf").open("r+b") as dbf:
        dbf.seek(29)
        dbf.write(bytes([ldid]))


def _skriv_navn(shape: Path, navn: bytes) -> None:
    data = bytearray(shape.with_suffix(".dbf").read_bytes())
    hoved = struct.unpack_from("<H", data, 8)[0]
    bred = data[32 + 16]
    data[hoved + 1 : hoved + 1 + bred] = navn.ljust(bred)
    shape.with_suffix(".dbf").write_bytes(data)


@pytest.mark.parametrize(
    ("navn", "cpg", "ldid", "ventet", "siger"),
    [
        (b"Baenk", "", 0, "Baenk", ""),
        ("Bænk".encode("cp850"), "cp850", 0, "Bænk", ""),
        ("Bænk".encode("cp850"), "850", 0, "Bænk", ""),
        # unknown words in the .cpg: what the header says counts, or what the letters are
        ("Bænk".encode("cp1252"), "Wingdings", _DB3, "Bænk", ""),
        ("Bænk".encode("cp1252"), "æ?", 0, "Bænk", "læst som cp1252"),
        # two old encodings disagree: the files know better than a guess
        ("Bænk".encode("cp852", "replace"), "cp852", 0, "B?nk", ""),
        ("Č ł ő".encode("cp852"), "cp852", 0, "Č ł ő", ""),
        ("Čřž".encode("iso8859-2"), "iso8859-2", 0, "Čřž", ""),
        ("é ø ü".encode("cp1252"), "cp1250", 0, "é ř ü", ""),
    ],
)  # fmt: skip
def test_what_a_shapefile_says_of_its_letters(
    shape: Path, navn: bytes, cpg: str, ldid: int, ventet: str, siger: str
) -> None:
    _skriv_navn(shape, navn)
    _siger(shape, ldid)
    if cpg:
        shape.with_suffix(".cpg").write_text(cpg, "utf-8")
    (raa,), bemaerk = raekker(shape)
    assert raa.vaerdier["name"] == ventet
    assert siger in bemaerk
    assert ("tegnsæt" in bemaerk) == bool(siger)


def test_letters_of_a_shapefile_that_nobody_knows_are_asked_for(shape: Path) -> None:
    _skriv_navn(shape, UGAETTELIGT)
    with pytest.raises(MaaSpoerges, match="Shapefilen siger ikke") as fejl:
        raekker(shape)
    assert fejl.value.om == "tegnsaet"
    (raa,), _ = raekker(shape, tegnsaet="mac_roman")
    assert raa.vaerdier["name"] == UGAETTELIGT.decode("mac_roman")
    _siger(shape, _DB3)  # now the file says so itself
    (raa,), _ = raekker(shape)
    assert raa.vaerdier["name"] == UGAETTELIGT.decode("cp1252")


def test_a_shapefile_with_a_broken_table_or_without_an_index(shape: Path) -> None:
    dbf = shape.with_suffix(".dbf")
    hel = dbf.read_bytes()
    shape.with_suffix(".shx").unlink()
    (raa,), bemaerk = raekker(shape)
    assert (raa.vaerdier["name"], sted(raa)) == (NAVN, UTM)
    assert "ingen .shx" in bemaerk
    # what Visual FoxPro keeps behind the names of the fields
    hoved = struct.unpack_from("<H", hel, 8)[0]
    ekstra = bytearray(hel[:hoved] + b"\0" * 263 + hel[hoved:])
    ekstra[0] = 0x30
    struct.pack_into("<H", ekstra, 8, hoved + 263)
    dbf.write_bytes(ekstra)
    (raa,), _ = raekker(shape)
    assert (raa.vaerdier["name"], sted(raa)) == (NAVN, UTM)
    for oedelagt in (hel[:20], hel[:10] + b"\0\0" + hel[12:]):
        dbf.write_bytes(oedelagt)
        gives, _ = raekker(shape)  # the places are whole
        assert [sted(raa) for raa in gives] == [UTM]


def _skema(sti: Path, sql: str) -> None:
    """Put a table in the schema that nothing here would make."""
    with closing(sqlite3.connect(sti)) as con, con:
        con.execute("PRAGMA writable_schema = ON")
        con.execute("INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, ?)", (sql,))


@pytest.mark.parametrize(
    ("sql", "farlig"),
    [
        ("CREATE TABLE v (virtuel TEXT /* VIRTUAL */)", False),
        ('CREATE VIRTUAL TABLE v USING "rtree"(id, a, b)', False),
        ("CREATE VIRTUAL TABLE v USING VirtualText('/etc/passwd', 'utf-8')", True),
    ],
)
def test_tables_that_point_out_of_their_file_are_refused(
    tmp_path: Path, sql: str, farlig: bool
) -> None:
    sti = skriv(tmp_path / "a.gpkg", "GPKG")
    if sql.startswith("CREATE TABLE"):
        with closing(sqlite3.connect(sti)) as con, con:
            con.execute(sql)
    else:
        _skema(sti, sql)
    if farlig:
        with pytest.raises(LaeseFejl, match="henviser til andre filer"):
            raekker(sti)
    else:
        assert len(raekker(sti)[0]) == 1


def test_a_geopackage_without_layers_and_one_with_a_single_full_one(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gpkg", "GPKG", lag="fuld")
    datasaet = gdal.OpenEx(str(sti), gdal.OF_UPDATE | gdal.OF_VECTOR)
    datasaet.CreateLayer("tom", None, ogr.wkbPoint)
    del datasaet
    assert len(raekker(sti)[0]) == 1
    kun_stile = skriv(tmp_path / "b.gpkg", "GPKG", lag="layer_styles")
    with pytest.raises(LaeseFejl, match="ingen lag"):
        raekker(kun_stile)


@pytest.mark.parametrize("kode", ["utf-8", "cp1252", "cp850"])
def test_xml_that_does_not_say_its_encoding(tmp_path: Path, kode: str) -> None:
    sti = tmp_path / "a.gpx"
    sti.write_bytes(
        f'<gpx version="1.1" creator="x"><wpt lat="54.5" lon="12"><name>{NAVN}</name></wpt></gpx>'.encode(
            kode
        )
    )
    (raa,), _ = raekker(sti)
    assert raa.vaerdier["name"] == NAVN


def test_tables_without_rows_and_with_letters_nobody_can_read(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    for tom in ("\n\r\n\n", ";;\n ;\n", "sep=;\n"):
        sti.write_text(tom, "utf-8")
        with pytest.raises(LaeseFejl, match="Filen er tom"):
            raekker(sti)
    sti.write_bytes("navn;lat;lon\nBænk;54,75;12\n".encode("cp1252"))
    (raa,), bemaerk = raekker(sti, tegnsaet="utf-8")
    assert raa.vaerdier["navn"] == "B\ufffdnk"
    assert "Vælg et andet tegnsæt" in bemaerk
    assert "Vælg et andet tegnsæt" not in raekker(sti, tegnsaet="cp1252")[1]


def test_a_cell_that_no_program_takes_is_a_quote_left_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_raekker, "_LAENGSTE_CELLE", 1_000)
    foer = csv.field_size_limit(1_000)
    try:
        sti = tmp_path / "a.csv"
        sti.write_text('navn;x\n"Bænk;1\n' + "Bord;2\n" * 300, "utf-8")
        with pytest.raises(LaeseFejl, match="citationstegn"):
            raekker(sti)
    finally:
        csv.field_size_limit(foer)


LCC = 'PROJCS["x",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_1SP"],PARAMETER["latitude_of_origin",55],PARAMETER["central_meridian",10],PARAMETER["scale_factor",0.9],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]'
GEOCENTRISK = 'GEOCCS["x",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["metre",1]]'
UTM32 = 'PROJCS["min egen",GEOGCS["x",DATUM["D",SPHEROID["GRS 1980",6378137,298.257222101]{}],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]'
UDEN_PROJ4 = 'PROJCS["x",GEOGCS["x",DATUM["D",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Findes_Ikke"],UNIT["metre",1]]'


@pytest.mark.parametrize(
    ("wkt", "epsg"),
    [
        (LCC, None), (GEOCENTRISK, None), (UDEN_PROJ4, None), (UTM32.format(""), 25832),
        (UTM32.format(",TOWGS84[0,0,0,0,0,0,0]"), 25832), (UTM32.format(",TOWGS84[100,90,80,0,0,0,0]"), None),
        ('GEOGCS["WGS 84 (CRS84)",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', 4326),
    ],
)  # fmt: skip
def test_coordinate_systems_that_have_no_code(wkt: str, epsg: int | None) -> None:
    srs = osr.SpatialReference()
    assert srs.ImportFromWkt(wkt) == 0
    assert crs.genkend(srs) == epsg


def test_a_file_geodatabase_as_a_folder(tmp_path: Path) -> None:
    gpkg, gdb = skriv(tmp_path / "a.gpkg", "GPKG"), tmp_path / "æ ø å.gdb"
    gdal.VectorTranslate(
        str(gdb), str(gpkg), format="OpenFileGDB", layers=["lag"], geometryType="POINT"
    )
    foer = sorted(gdb.iterdir())
    (raa,), _ = raekker(gdb)
    assert (raa.vaerdier["name"], sted(raa)) == (NAVN, UTM)
    assert sorted(gdb.iterdir()) == foer
    zip_ = shutil.make_archive(str(tmp_path / "pakket"), "zip", tmp_path, gdb.name)
    (raa,), _ = raekker(Path(zip_))
    assert (raa.vaerdier["name"], sted(raa)) == (NAVN, UTM)


def test_names_and_sizes_that_no_disk_takes(tmp_path: Path) -> None:
    with pytest.raises(LaeseFejl, match="kan ikke læses"):
        raekker(tmp_path / ("å" * 300 + ".csv"))
    stor = tmp_path / "stor.csv"
    with stor.open("wb") as ud:
        ud.truncate((4 << 30) + 1)  # takes no room: there is nothing in it
    with pytest.raises(LaeseFejl, match="for stor"):
        raekker(stor)


def _i_brug(tmp_path: Path) -> Path:
    """Such a database as it would be found after a power cut."""
    with i_brug(tmp_path) as sti:
        for ende in ("", "-wal"):
            shutil.copyfile(f"{sti}{ende}", f"{sti.with_name('b.gpkg')}{ende}")
    return sti.with_name("b.gpkg")


def test_a_database_that_another_program_keeps_to_itself_is_read(tmp_path: Path) -> None:
    sti = _i_brug(tmp_path)
    with closing(sqlite3.connect(sti)) as kollega:
        kollega.execute("PRAGMA locking_mode = EXCLUSIVE")
        kollega.execute("UPDATE lag SET antal = 100")
        kollega.commit()
        (raa,), _ = raekker(sti)
        assert raa.vaerdier["antal"] == 100
        assert kollega.execute("SELECT antal FROM lag").fetchone() == (100,)


def test_a_database_in_use_that_is_cut_off_or_never_at_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sti = _i_brug(tmp_path)
    with sti.open("r+b") as db:
        db.truncate(5_000)
    with pytest.raises(LaeseFejl, match="ødelagt eller afkortet"):
        raekker(sti)
    kopier = shutil.copyfile

    def mens_der_gemmes(fra: Path, til: Path) -> Any:
        sti.with_name("b.gpkg-wal").unlink(missing_ok=True)
        with sti.open("ab") as db:
            db.write(b"mere")
        return kopier(fra, til)

    monkeypatch.setattr(fil.shutil, "copyfile", mens_der_gemmes)
    with pytest.raises(LaeseFejl, match=r"Der gemmes i b\.gpkg lige nu"):
        raekker(sti)


def test_pages_of_a_service_that_are_no_layer(tmp_path: Path) -> None:
    god, halv = tmp_path / "1.json", tmp_path / "2.json"
    god.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}'
    )
    halv.write_text('{"type":"FeatureColl')
    aabnet = aabn_sider([god, halv], "lag", ["Der mangler noget."], [])
    assert (len(aabnet.dele), aabnet.bemaerkninger) == (1, ("Der mangler noget.",))
    with pytest.raises(LaeseFejl, match="Tjenestens svar for lag kan ikke læses"):
        aabn_sider([halv], "lag", [], [])
