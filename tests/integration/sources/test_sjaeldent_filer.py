# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that are broken, dangerous or strange in ways that are seldom: one sentence, or all that there is to read."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeedback

from moedested_plugin.sources import json_raekker, ogr_doer, pakke, staging, tekst, tekst_gang
from moedested_plugin.sources import laes as laesning
from moedested_plugin.sources.fejl import Annulleret, LaeseFejl, MaaSpoerges
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde

from .test_laes_filer import NAVN, UTM, raekker, skriv, sted

CSV = b"navn;lat;lon\nB;54,75;12\n"


def zip_af(sti: Path, *filer: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as ud:
        for navn, indhold in filer:
            ud.writestr(navn, indhold)
    return sti


def laas(sti: Path) -> Path:
    """Mark every file in a zip as encrypted, as the list of contents and each file say it."""
    data = bytearray(sti.read_bytes())
    for maerke, plads in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        fra = -1
        while (fra := data.find(maerke, fra + 1)) >= 0:
            data[fra + plads] |= 1
    sti.write_bytes(data)
    return sti


def genvej(navn: str) -> zipfile.ZipInfo:
    post = zipfile.ZipInfo(navn)
    post.external_attr = (stat.S_IFLNK | 0o777) << 16
    return post


def test_what_does_not_belong_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    sti = zip_af(
        tmp_path / "a.zip", (genvej("genvej.csv"), b"/etc/passwd"), ("__MACOSX/._a.csv", b"\0\5"),
        ("a*.csv", CSV), ("a?.csv", b"det samme navn paa Windows"),
    )  # fmt: skip
    (raa,), _ = raekker(sti)
    assert raa.vaerdier["navn"] == "B"


@pytest.mark.parametrize(
    ("filer", "siger"),
    [
        ([(f"{nr}.csv", b"") for nr in range(pakke.FLEST_FILER + 1)], "mere end 2000 filer"),
        ([("a.csv", bytes(40 << 20))], "40 MB udpakket"),
        ([("../a.csv", CSV)], "uden for mappen"),
        ([("C:/a.csv", CSV)], "uden for mappen"),
    ],
    ids=["many", "bomb", "up", "drive"],
)
def test_a_zip_that_would_do_harm_is_not_unpacked(
    tmp_path: Path, filer: list[tuple[str, bytes]], siger: str
) -> None:
    with pytest.raises(LaeseFejl, match=siger):
        raekker(zip_af(tmp_path / "a.zip", *filer))
    assert [fil.name for fil in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_that_is_locked_or_was_changed_meanwhile(tmp_path: Path) -> None:
    with pytest.raises(LaeseFejl, match="låst med en adgangskode"):
        raekker(laas(zip_af(tmp_path / "a.zip", ("a.csv", CSV))))
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04" + b"x" * 99)
    with pytest.raises(LaeseFejl, match=r"b\.xlsx er ødelagt"):
        pakke.kontroller(tmp_path / "b.xlsx")


@pytest.mark.parametrize("hvordan", ["locked", "larger than all that is taken", "bomb"])
def test_a_timetable_that_cannot_be_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hvordan: str
) -> None:
    stops = b"stop_id,stop_name,stop_lat,stop_lon\n1,Torvet,54.7,11.8\n"
    stops += bytes(40 << 20) if hvordan == "bomb" else b""
    sti = zip_af(tmp_path / "a.zip", ("stops.txt", stops), ("stop_times.txt", b"trip_id\n"))
    if hvordan == "locked":
        laas(sti)
    elif hvordan != "bomb":
        monkeypatch.setattr(pakke, "STOERST", 10)
    with pytest.raises(LaeseFejl, match="ødelagt eller afkortet"):
        raekker(sti)


@pytest.mark.parametrize("hvordan", ["locked", "doctype"])
def test_a_sheet_that_cannot_be_looked_through(tmp_path: Path, hvordan: str) -> None:
    bog = b"<?xml version='1.0'?><workbook/>"
    if hvordan == "doctype":
        bog = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><workbook>&b;</workbook>"
    sti = zip_af(tmp_path / "a.xlsx", ("xl/workbook.xml", bog))
    with pytest.raises(LaeseFejl, match="låst" if hvordan == "locked" else "DOCTYPE"):
        raekker(laas(sti) if hvordan == "locked" else sti)


def test_an_array_that_is_too_large_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_text('[{"a": 1}]', "utf-8")
    monkeypatch.setattr(json_raekker, "_STOERST", 5)
    with pytest.raises(LaeseFejl, match="for stor"):
        raekker(tmp_path / "a.json")


def test_json_with_nothing_in_the_first_places(tmp_path: Path) -> None:
    sti = tmp_path / "a.json"
    hel = {"svar": {}, "liste": [], "data": [{"a": None, "b": 1}, {"a": 2, "b": None}, {"a": None}]}
    sti.write_text(json.dumps(hel), "utf-8")
    assert [raa.vaerdier for raa in raekker(sti)[0]] == [
        {"a": None, "b": 1}, {"a": 2, "b": None}, {"a": None, "b": None}
    ]  # fmt: skip


def test_a_dbf_alone_and_a_folder_that_is_a_database(tmp_path: Path) -> None:
    skriv(tmp_path / "a.shp", "ESRI Shapefile")
    (tmp_path / "alene").mkdir()
    shutil.copyfile(tmp_path / "a.dbf", tmp_path / "alene" / "b.dbf")
    (raa,), _ = raekker(tmp_path / "alene" / "b.dbf")
    assert (raa.vaerdier["name"], raa.geometri) == (NAVN, None)
    ud = gdal.VectorTranslate(
        str(tmp_path / "c.gdb"), str(tmp_path / "a.shp"), format="OpenFileGDB"
    )
    del ud
    (raa,), _ = raekker(tmp_path / "c.gdb")
    assert (raa.vaerdier["name"], sted(raa)) == (NAVN, UTM)


def test_a_layer_without_places_is_called_so_when_it_is_asked_for(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gpkg", "GPKG")
    datasaet = gdal.OpenEx(str(sti), gdal.OF_UPDATE | gdal.OF_VECTOR)
    tabel = datasaet.CreateLayer("liste", None, ogr.wkbNone)
    tabel.CreateFeature(ogr.Feature(tabel.GetLayerDefn()))
    del tabel, datasaet
    with pytest.raises(MaaSpoerges) as fejl:
        raekker(sti)
    assert [valg.tekst for valg in fejl.value.valg] == [
        "lag (1 række, blandet)", "liste (1 række, uden steder)"
    ]  # fmt: skip


def test_mapinfo_whose_letters_are_said_or_that_has_none(tmp_path: Path) -> None:
    sti = tmp_path / "a.mif"
    sti.write_bytes(
        b'Version 300\nCharset "Neutral"\nCoordSys Earth Projection 8, 115, "m", 9, 0, 0.9996, 500000, 0\n'
        b"Columns 1\n  navn Char(30)\nData\n\nPoint 692009 6049833\n"
    )
    (raa,), bemaerk = raekker(sti)  # its texts are gone
    assert (sted(raa), raa.vaerdier["navn"] or None, "tegnsæt" in bemaerk) == (UTM, None, False)
    sti.with_suffix(".mid").write_bytes(f'"{NAVN}"\n'.encode("cp850"))
    (raa,), bemaerk = raekker(sti, tegnsaet="cp850")
    assert (raa.vaerdier["navn"], "tegnsæt" in bemaerk) == (NAVN, False)


def test_a_geopackage_with_cells_and_tables_that_only_ogr_knows(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gpkg", "GPKG", lagvalg=["SPATIAL_INDEX=NO"])
    datasaet = gdal.OpenEx(str(sti), gdal.OF_UPDATE | gdal.OF_VECTOR)
    lag = datasaet.GetLayer(0)
    lag.CreateField(ogr.FieldDefn("raa", ogr.OFTBinary))
    mere = ogr.FieldDefn("mere", ogr.OFTString)
    mere.SetSubType(ogr.OFSTJSON)
    lag.CreateField(mere)
    del lag, datasaet
    with closing(sqlite3.connect(sti)) as con, con:
        con.execute("UPDATE lag SET raa = ?, mere = '{<b>halv</b>'", (b"\x01\xff<b>",))
    (raa,), _ = raekker(sti)
    assert (sted(raa), raa.vaerdier["mere"]) == (UTM, "{halv")
    sti = skriv(tmp_path / "b.gpkg", "GPKG")
    with closing(sqlite3.connect(sti)) as con, con:
        con.execute("ALTER TABLE lag ADD COLUMN dobbelt INTEGER AS (antal + 21)")
    (raa,), _ = raekker(sti)
    assert (sted(raa), raa.vaerdier["dobbelt"]) == (UTM, 21)


def test_a_geopackage_that_is_damaged_in_the_middle(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gpkg", "GPKG", wkt=[f"POINT ({UTM[0]} {UTM[1]})"] * 2_000, lagvalg=["SPATIAL_INDEX=NO"])  # fmt: skip
    with closing(sqlite3.connect(sti)) as con:
        (side,) = con.execute("PRAGMA page_size").fetchone()
    data = bytearray(sti.read_bytes())
    fra = (len(data) // side - 12) * side
    data[fra : fra + 4 * side] = b"\xff" * (4 * side)
    sti.write_bytes(data)
    with pytest.raises(LaeseFejl, match=r"til ende|ødelagt"):
        raekker(sti)


@pytest.mark.parametrize(("driver", "endelse"), [("GPKG", ".gpkg"), ("SQLite", ".sqlite")])
@pytest.mark.parametrize("mangler", [0.5, 0.03, 200])
def test_a_database_that_was_cut_off(
    tmp_path: Path, driver: str, endelse: str, mangler: float
) -> None:
    """Also in the middle of its last page."""
    sti = skriv(tmp_path / f"a{endelse}", driver, wkt=[f"POINT ({UTM[0]} {UTM[1]})"] * 2_000)
    assert len(raekker(sti)[0]) == 2_000
    stoerrelse = sti.stat().st_size
    with sti.open("r+b") as fil:
        fil.truncate(int(stoerrelse - (mangler if mangler > 1 else mangler * stoerrelse)))
    with pytest.raises(LaeseFejl, match="ødelagt eller afkortet"):
        raekker(sti)


def test_a_mif_that_ends_at_a_place(tmp_path: Path) -> None:
    """OGR sees no error in it; its rows tell that there were more."""
    sti = skriv(tmp_path / "a.mif", "MapInfo File", wkt=[f"POINT ({UTM[0]} {UTM[1]})"] * 30)
    linjer = sti.read_bytes().splitlines(keepends=True)
    sti.write_bytes(b"".join(linjer[:-6]))
    with pytest.raises(LaeseFejl, match="ødelagt eller afkortet"):
        raekker(sti)
    sti.with_suffix(".mid").unlink()  # then nobody can know
    assert len(raekker(sti)[0]) == 27


@pytest.mark.parametrize(
    ("driver", "endelse"), [("FlatGeobuf", ".fgb"), ("ESRI Shapefile", ".shp")]
)
def test_rows_that_are_cut_off_are_missed(tmp_path: Path, driver: str, endelse: str) -> None:
    sti = skriv(tmp_path / f"a{endelse}", driver, wkt=[f"POINT ({UTM[0]} {UTM[1]})"] * 300)
    sti.write_bytes(sti.read_bytes()[: sti.stat().st_size * 2 // 3])
    with pytest.raises(LaeseFejl, match=r"til ende|kan ikke læses"):
        raekker(sti)


def test_rows_that_are_lost_in_the_middle_are_missed(tmp_path: Path) -> None:
    """OGR complains, leaves them out and calls it done."""
    sti = skriv(tmp_path / "a.shp", "ESRI Shapefile", wkt=[f"POINT ({UTM[0]} {UTM[1]})"] * 2_000)
    ud = gdal.VectorTranslate(str(tmp_path / "a.gdb"), str(sti), format="OpenFileGDB")
    del ud
    tabel = max((tmp_path / "a.gdb").glob("*.gdbtable"), key=lambda fil: fil.stat().st_size)
    data = bytearray(tabel.read_bytes())
    midt = len(data) // 2
    data[midt : midt + 400] = b"\xff" * 400
    tabel.write_bytes(data)
    with pytest.raises(LaeseFejl, match="til ende"):
        raekker(tmp_path / "a.gdb")


def test_stopped_while_ogr_copies(tmp_path: Path) -> None:
    sti = skriv(
        tmp_path / "a.geojson", "GeoJSON", 4326, wkt=[f"POINT (12 {54 + nr / 1e4})" for nr in range(3_000)]
    )  # fmt: skip
    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda _: feedback.cancel())
    with pytest.raises(Annulleret, match="afbrudt"):
        laes(Kilde(str(sti)), feedback)


@pytest.mark.parametrize("stop", [True, False])
def test_stopped_or_broken_in_the_middle_of_a_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stop: bool
) -> None:
    (tmp_path / "a.csv").write_bytes(CSV)
    feedback, rens = QgsFeedback(), tekst_gang.rens_tekster

    def midt_i(con: sqlite3.Connection, felter: Any) -> list[str]:
        if stop:
            feedback.cancel()
        else:
            con.execute("SELECT * FROM findes_ikke")
        return rens(con, felter)

    monkeypatch.setattr(laesning, "_SLOER_TRIN", 1)
    monkeypatch.setattr(tekst_gang, "rens_tekster", midt_i)
    with pytest.raises(LaeseFejl, match="afbrudt" if stop else "Kilden kan ikke læses") as fejl:
        laes(Kilde(str(tmp_path / "a.csv")), feedback)
    assert isinstance(fejl.value, Annulleret) is stop


def test_a_temporary_folder_that_takes_no_file(tmp_path: Path) -> None:
    with ogr_doer.stille(), pytest.raises(LaeseFejl, match="Ryd op på disken"):
        staging.opret(tmp_path / "findes ikke" / "a.gpkg", (), None)


def test_a_gdal_with_fewer_formats_or_that_raises(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.geojson", "GeoJSON", 4326, wkt=["POINT (12 54.75)"])
    with ogr_doer.stille() as klager:
        assert ogr_doer.aabn(sti, ("Findes ikke", "GeoJSON"), {}, klager) is not None
    (tmp_path / "b.geojson").write_bytes(sti.read_bytes()[:-20])
    foer = gdal.GetUseExceptions()
    gdal.UseExceptions()  # another plugin may have asked for it
    try:
        with pytest.raises(LaeseFejl, match="kan ikke læses"):
            raekker(tmp_path / "b.geojson")
    finally:
        if not foer:
            gdal.DontUseExceptions()


@pytest.mark.parametrize(
    ("raa", "ren"),
    [
        ("<svg><g>tegning</g></svg>Torvet", "Torvet"), ("Torv<script/>et<br/>Nord", "Torvet\nNord"),
        ("<table><tr><td>Åbent</td><td>8-16</td></tr></table>", "Åbent 8-16"), ("Bænk<![ukendt[x", "Bænk"),
        ("Rock &rullende; musik", "Rock &rullende; musik"),
    ],
)  # fmt: skip
def test_texts_with_strange_tags_are_plain(raa: str, ren: str) -> None:
    assert tekst.rens(raa) == ren


def test_values_that_are_nearly_dates(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "dag;naar;tid;utc;starttid;sluttid\n31-02-2026;31-02-2026 10:00;01-02-2026 25:00;2026-02-01T10:00Z;ved;ni\n",
        "utf-8",
    )
    (raa,), bemaerk = raekker(tmp_path / "a.csv")
    assert [str(v) for v in raa.vaerdier.values()] == [
        "31-02-2026", "31-02-2026 10:00", "01-02-2026 25:00", "2026-02-01 10:00:00+00:00", "ved", "ni",
    ]  # fmt: skip
    assert "ét tidspunkt" not in bemaerk
    (tmp_path / "a.csv").write_text("navn;x\nB\ufffdnk;1\n", "utf-8")
    assert "Nogle bogstaver kan ikke læses" in raekker(tmp_path / "a.csv")[1]
