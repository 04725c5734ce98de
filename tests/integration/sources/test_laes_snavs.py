# SPDX-License-Identifier: GPL-2.0-or-later
"""More dirt that files come with: what Excel, browsers, services and MapInfo leave in them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from moedested_plugin.sources.fejl import LaeseFejl
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde

from .test_laes_filer import NAVN, UTM, raekker, skriv, sted


def feature(nr: int) -> dict[str, object]:
    sted_ = {"type": "Point", "coordinates": [12 + nr / 100, 54.75]}
    return {"type": "Feature", "properties": {"navn": f"B{nr}"}, "geometry": sted_}


def samling(**mere: object) -> str:
    return json.dumps({"type": "FeatureCollection", **mere, "features": [feature(1), feature(2)]})


def regneark(sti: Path, driver: str, raekker_: list[list[str]]) -> Path:
    """A sheet whose first row is as given, with nothing for the cells that are empty."""
    datasaet = gdal.GetDriverByName(driver).Create(str(sti), 0, 0, 0, 0)
    ark = datasaet.CreateLayer("Ark1", None, ogr.wkbNone)
    for navn in raekker_[0]:
        ark.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
    for celler in raekker_[1:]:
        objekt = ogr.Feature(ark.GetLayerDefn())
        for nr, celle in enumerate(celler):
            if celle:
                objekt[nr] = celle
        ark.CreateFeature(objekt)
    del ark, datasaet
    return sti


@pytest.mark.parametrize("endelse", [".json", ".geojson", ".geojsonl", ".ndjson"])
@pytest.mark.parametrize("foran", ["", "\x1e"])
def test_every_object_of_a_sequence_comes_in(tmp_path: Path, foran: str, endelse: str) -> None:
    sti = tmp_path / f"a{endelse}"
    sti.write_text("".join(f"{foran}{json.dumps(feature(nr))}\n" for nr in range(3)), "utf-8")
    assert [raa.vaerdier["navn"] for raa in raekker(sti)[0]] == ["B0", "B1", "B2"]


@pytest.mark.parametrize(
    "foerste", ["sep=;\r\n", '"sep=;"\r\n', "", "Bænke 2026;;;\r\n\r\nUdtrukket 1-2-2026;;;\r\n"]
)
@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_above_the_header_of_a_table(tmp_path: Path, foerste: str, kode: str) -> None:
    sti = tmp_path / "a.csv"
    sti.write_bytes((foerste + "navn;lat;lon;note\r\nBænk;54,75;12,0;\r\n").encode(kode))
    (raa,), bemaerk = raekker(sti)
    assert raa.vaerdier == {"navn": "Bænk", "lat": 54.75, "lon": 12.0, "note": None}
    assert raa.nummer == 1
    assert ("2 rækker over overskrifterne" in bemaerk) == foerste.startswith("Bænke")


def test_a_first_row_with_little_in_it_is_a_row(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text("Bænk;;\nBord;12;x\nSkur;13;y\n", "utf-8")
    assert len(raekker(sti)[0]) + 1 == 3  # the first has the names, as ever
    sti.write_text("navn;;\nBord;12;x\n", "utf-8")
    assert [raa.vaerdier["navn"] for raa in raekker(sti)[0]] == ["Bord"]


@pytest.mark.parametrize(("driver", "endelse"), [("XLSX", ".xlsx"), ("ODS", ".ods")])
def test_a_sheet_with_a_title_and_a_formula_that_went_wrong(
    tmp_path: Path, driver: str, endelse: str
) -> None:
    ark = [
        ["Mødesteder 2026", "Field2", "Field3", "Field4"], ["Udtrukket i dag"], [],
        ["Navn", "Breddegrad", "Længdegrad", "Dato"], ["Bænk", "54,75", "12", "1-2-2026"], ["#N/A", "54.76", "12.1"],
    ]  # fmt: skip
    sti = regneark(tmp_path / f"a{endelse}", driver, ark)
    gives, bemaerk = raekker(sti)
    assert [raa.vaerdier["Navn"] for raa in gives] == ["Bænk", None]
    assert all(raa.geometri is not None for raa in gives)
    assert "2 rækker over overskrifterne" in bemaerk
    uden = regneark(tmp_path / f"b{endelse}", driver, ark[3:])
    assert [raa.vaerdier["Navn"] for raa in raekker(uden)[0]] == ["Bænk", None]


def test_a_long_route_in_wkt_and_what_postgis_writes(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    punkter = ", ".join(f"{UTM[0] + nr / 10:.2f} {UTM[1]:.2f}" for nr in range(9_000))
    sti.write_text(f"navn|wkt\nLang|SRID=25832;LINESTRING ({punkter})\n", "utf-8")
    assert sti.stat().st_size > 150_000
    (raa,), _ = raekker(sti)
    assert ogr.CreateGeometryFromWkb(raa.geometri).GetPointCount() == 9_000
    punkt = ogr.CreateGeometryFromWkt(f"POINT ({UTM[0]} {UTM[1]})")
    for orden, srid in ((ogr.wkbNDR, "E8640000"), (ogr.wkbXDR, "000064E8")):
        hex_ = punkt.ExportToWkb(orden).hex()
        art = "01000020" if orden == ogr.wkbNDR else "20000001"
        god = f"{hex_[:2]}{art}{srid}{hex_[10:]}"
        sti.write_text(f"navn;geom\nA;{god}\nB;{hex_[:30]}\nC;{god}\n", "utf-8")
        with laes(Kilde(str(sti))) as laest:
            assert (laest.crs, [a.nummer for a in laest.afviste]) == ("EPSG:25832", [2])
            assert [sted(raa) for raa in laest.raekker()] == [UTM, UTM]


@pytest.mark.parametrize("navn", ["a.txt", "a.csv", "a.tsv"])
def test_what_a_browser_saved_under_another_name(tmp_path: Path, navn: str) -> None:
    sti = tmp_path / navn
    sti.write_text(samling(), "utf-8")
    assert len(raekker(sti)[0]) == 2
    sti.write_text(json.dumps([feature(1)]), "utf-8")
    assert len(raekker(sti)[0]) == 1
    skriv(tmp_path / "b.gml", "GML", valg=["FORMAT=GML3"]).rename(sti)
    assert len(raekker(sti)[0]) == 1


@pytest.mark.parametrize(
    ("mere", "siger"),
    [
        ({"numberMatched": 500, "numberReturned": 2}, "2 af 500 rækker"), ({"totalFeatures": 3}, "2 af 3 rækker"),
        ({"exceededTransferLimit": True}, "stoppede ved 2 rækker"), ({"totalFeatures": "unknown"}, ""),
        ({"numberMatched": 2}, ""), ({}, ""),
    ],
)  # fmt: skip
def test_one_page_of_many_says_so(tmp_path: Path, mere: dict[str, object], siger: str) -> None:
    sti = tmp_path / "a.json"
    sti.write_text(samling(**mere), "utf-8")
    assert siger in raekker(sti)[1]
    assert ("kun en del" in raekker(sti)[1]) == bool(siger)
    bagi = json.loads(samling())
    sti.write_text(json.dumps({**bagi, **mere}), "utf-8")
    assert ("kun en del" in raekker(sti)[1]) == bool(siger)


def test_a_page_of_gml_says_so(tmp_path: Path) -> None:
    sti = skriv(tmp_path / "a.gml", "GML", valg=["FORMAT=GML3"])
    assert "kun en del" not in raekker(sti)[1]
    tekst = sti.read_text("utf-8")
    sti.write_text(
        tekst.replace("FeatureCollection", 'FeatureCollection numberMatched="9"', 1), "utf-8"
    )
    assert "1 af 9 rækker" in raekker(sti)[1]


@pytest.mark.parametrize("kode", ["cp1252", "utf-8"])
def test_mapinfo_that_does_not_name_its_letters(tmp_path: Path, kode: str) -> None:
    (tmp_path / "a.mif").write_bytes(
        b'Version 300\nCharset "Neutral"\nCoordSys Earth Projection 8, 115, "m", 9, 0, 0.9996, 500000, 0\n'
        b"Columns 1\n  navn Char(30)\nData\n\nPoint 692009 6049833\n"
    )
    (tmp_path / "a.mid").write_bytes(f'"{NAVN}"\n'.encode(kode))
    skriv(tmp_path / "b.tab", "MapInfo File")
    data = (tmp_path / "b.dat").read_bytes().replace(NAVN.encode(), NAVN.encode(kode).ljust(15))
    (tmp_path / "b.dat").write_bytes(data)
    assert b"neutral" in (tmp_path / "b.tab").read_bytes().lower()
    for navn in ("a.mif", "b.tab"):
        (raa,), bemaerk = raekker(tmp_path / navn)
        assert NAVN in raa.vaerdier.values()
        assert ("cp1252" in bemaerk) == (kode == "cp1252")


def test_a_zip_with_what_tells_of_the_data_beside_them(tmp_path: Path) -> None:
    skriv(tmp_path / "a.shp", "ESRI Shapefile")
    (tmp_path / "a.shp.xml").write_text("<?xml version='1.0'?><metadata/>", "utf-8")
    (tmp_path / "læs mig.txt").write_text("Bænke i kommunen\nHilsen os\n", "utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pakke:
        for fil in tmp_path.glob("*.*"):
            if fil.suffix != ".zip":
                pakke.write(fil, fil.name)
    assert len(raekker(tmp_path / "a.zip")[0]) == 1
    for med in ((), ("læs mig.txt",)):
        with zipfile.ZipFile(tmp_path / "ydre.zip", "w") as pakke:
            for navn in ("a.zip", *med):
                pakke.write(tmp_path / navn, navn)
        with pytest.raises(LaeseFejl, match="zip-fil inde i"):
            raekker(tmp_path / "ydre.zip")


def test_a_number_that_nobody_can_read_is_not_written_out(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text("navn;lat;lon\nBænk;1e300;12\n", "utf-8")
    with pytest.raises(LaeseFejl, match=r"12 1e\+300 i") as fejl:
        raekker(sti)
    assert len(str(fejl.value)) < 200


@pytest.mark.parametrize(
    "sted_",
    [
        "54.75, 12.0", "54,75; 12,0", "54,75 12,0", "54.75 12.0", "54°45'00\" N 12°0'0\" E", "54.75° N, 12° Ø",
        "54°45.0'N 12°00.0'E", "12° 0' 0\" Ø, 54° 45' 0\" N",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kolonne", ["Koordinater", "GPS-koordinater", "lat lon"])
def test_a_place_pasted_from_a_web_map(tmp_path: Path, sted_: str, kolonne: str) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text(f"navn|{kolonne}\nBænk|{sted_}\nSkur|\n", "utf-8")
    gives, bemaerk = raekker(sti)
    assert kolonne in bemaerk
    assert sted(gives[0]) == (693068, 6071102)
    assert gives[1].geometri is None


def test_columns_of_degrees_and_minutes_and_a_pair_of_metres(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    sti.write_text("navn|lat|lon\nBænk|54° 45' 0\" N|12° 0' 0\" E\nA|54° x|12°\n", "utf-8")
    with laes(Kilde(str(sti))) as laest:
        assert [sted(raa) for raa in laest.raekker()] == [(693068, 6071102)]
        assert [a.nummer for a in laest.afviste] == [2]
    sti.write_text("navn|koordinater\nBænk|692009 6049833\n", "utf-8")
    assert sted(raekker(sti, crs="EPSG:25832")[0][0]) == UTM
    sti.write_text("navn|position\nAnna|Formand\nBo|Kasserer, 12\n", "utf-8")
    assert [raa.geometri for raa in raekker(sti)[0]] == [None, None]
