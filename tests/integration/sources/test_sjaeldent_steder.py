# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that are seldom: collections, spikes, damaged bytes, systems that do not reach here, columns said by hand."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import ogr

from moedested_plugin.sources import geometri_gang, gpkg_blob, ogr_doer, staging
from moedested_plugin.sources.fejl import LaeseFejl, MaaSpoerges
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import NUMMER, TABEL, Kilde

from .test_laes_steder import PUNKT, UTM, laest, lag

HJOERNE = (692000, 6049000)


def flade(*punkter: tuple[int, int]) -> str:
    """The ring of an area, from the corner."""
    ring = ",".join(f"{HJOERNE[0] + x} {HJOERNE[1] + y}" for x, y in (*punkter, punkter[0]))
    return f"(({ring}))"


A, B, C = (flade((x, 0), (x + 9, 0), (x + 9, 9)) for x in (0, 20, 40))


@pytest.mark.parametrize(
    ("wkt", "bliver"),
    [
        (f"GEOMETRYCOLLECTION ({PUNKT},{PUNKT})", "MULTIPOINT (692009 6049833,692009 6049833)"),
        (
            "GEOMETRYCOLLECTION (LINESTRING (692009 6049833,692019 6049833),"
            "MULTILINESTRING ((692029 6049833,692039 6049833),(692049 6049833,692059 6049833)))",
            "MULTILINESTRING ((692009 6049833,692019 6049833),(692029 6049833,692039 6049833),(692049 6049833,692059 6049833))",
        ),
        (f"GEOMETRYCOLLECTION (POLYGON {A},MULTIPOLYGON ({B},{C}),POINT EMPTY)", f"MULTIPOLYGON ({A},{B},{C})"),
    ],
)  # fmt: skip
def test_a_collection_of_one_kind_becomes_one_of_several_parts(
    tmp_path: Path, wkt: str, bliver: str
) -> None:
    (fundet,), gives = laest(lag(tmp_path, wkt))
    assert fundet == bliver
    assert "1 række var en samling" in " ".join(gives.bemaerkninger)


def test_what_sticks_out_of_an_area_goes(tmp_path: Path) -> None:
    pig = flade((0, 0), (10, 0), (10, 10), (10, 20), (10, 10), (0, 10))
    sloejfe_med_pig = flade((0, 0), (10, 10), (10, 0), (0, 10), (-10, 10), (0, 10))
    steder, gives = laest(lag(tmp_path, f"POLYGON {pig}", f"POLYGON {sloejfe_med_pig}"))
    arealer = []
    for wkt in steder:
        hel = ogr.CreateGeometryFromWkt(wkt)
        assert (hel.GetGeometryName(), hel.IsValid()) == ("MULTIPOLYGON", True)
        arealer.append(hel.GetArea())
    assert arealer == [100, 50]
    assert "2 rækker havde en flade" in " ".join(gives.bemaerkninger)


def test_most_lie_abroad_and_fit_nowhere(tmp_path: Path) -> None:
    """What lies here comes in; the others say so themselves."""
    steder, gives = laest(lag(tmp_path, PUNKT, *["POINT (1 2)"] * 3))
    assert steder == [PUNKT]
    assert all("uden for Danmark" in afvist.grund for afvist in gives.afviste)


@pytest.mark.parametrize("epsg", ["EPSG:2299", "EPSG:2218"], ids=["no way", "no numbers"])
def test_a_system_that_cannot_be_reached_from_denmark_is_asked_about(
    tmp_path: Path, epsg: str
) -> None:
    sti = lag(tmp_path, PUNKT, epsg=None)
    with pytest.raises(MaaSpoerges, match=f"passer ikke til {epsg}") as fejl:
        laest(sti, crs=epsg)
    assert fejl.value.valg[0].vaerdi == "EPSG:25832"
    with pytest.raises(LaeseFejl, match="uden for Danmark"):
        laest(lag(tmp_path, "POINT (1 2)", epsg=None), crs=epsg)


def test_columns_of_places_as_the_user_says(tmp_path: Path) -> None:
    sti = tmp_path / "a.csv"
    punkt = ogr.CreateGeometryFromWkt(PUNKT).ExportToWkb(ogr.wkbNDR).hex().upper()
    sti.write_text(f"navn;hvor;gps\nB;{punkt};54° 12° 13°\nC;{punkt};54°45' 12°0'\n", "utf-8")
    for forkert in (("hvor", "findes ikke"), ("navn", "hvor", "gps")):
        with pytest.raises(LaeseFejl, match="med koordinater findes ikke"):
            laes(Kilde(str(sti), koordinater=forkert))
    steder, _ = laest(str(sti), koordinater=("hvor",), crs="EPSG:25832")
    assert steder == [PUNKT, PUNKT]
    (_,), gives = laest(str(sti), koordinater=("gps",), crs="EPSG:4326")
    (afvist,) = gives.afviste
    assert (afvist.nummer, "54° 12° 13°" in afvist.grund) == (1, True)


def omraade(vest: int) -> ogr.Geometry:
    """An area, so many metres west of where it lies in zone 32."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((0, 0), (9, 0), (9, 9), (0, 0)):
        ring.AddPoint_2D(HJOERNE[0] - vest + x, HJOERNE[1] + y)
    hel = ogr.Geometry(ogr.wkbPolygon)
    hel.AddGeometry(ring)
    return hel


def blob(flag: int = 3, krop: int = 20, *, byttet: bool = False) -> Callable[[int], bytes]:
    """An area with its box, of which only so many bytes are left."""

    def lav(vest: int) -> bytes:
        hel = omraade(vest)
        x0, x1, y0, y1 = hel.GetEnvelope()
        kasse = (y0, y1, x0, x1) if byttet else (x0, x1, y0, y1)
        return (
            struct.pack("<2sBBi4d", b"GP", 0, flag, 0, *kasse)
            + bytes(hel.ExportToWkb(ogr.wkbNDR))[:krop]
        )

    return lav


def pas(sti: Path, epsg: int, *blobs: object) -> geometri_gang.Gang:
    """All passes over these places, as a reading makes them."""
    gang = geometri_gang.Gang()
    with ogr_doer.stille():
        staging.opret(sti, (), None)
        with staging.skriv(sti) as con:
            con.executemany(
                f"INSERT INTO {TABEL} ({NUMMER}, geometri) VALUES (?, ?)", enumerate(blobs, 1)
            )
            geometri_gang.flad(con, gang, epsg)
            geometri_gang.efterse(con, gang, epsg, epsg)
        staging.omregn(sti, epsg, 25832)
        if epsg != 25832:
            geometri_gang.tabte(sti, gang)
        with staging.skriv(sti) as con:
            geometri_gang.gyldige(con, gang, 25832)
    return gang


@pytest.mark.parametrize(
    "daarlig",
    [
        lambda _: b"GP", lambda _: b"her er ikke nogen geometri", lambda _: "POINT (1 2)",
        blob(flag=3 | 12), blob(flag=1 | 10), blob(flag=3 | 8, krop=3), blob(krop=3), blob(), blob(byttet=True),
    ],
    ids=["short", "other", "text", "unknown box", "box of six", "box of eight", "no body", "cut", "cut and swapped"],
)  # fmt: skip
@pytest.mark.parametrize(("epsg", "vest"), [(25832, 0), (25833, 387_000)])
def test_damaged_bytes_are_one_refused_row(
    tmp_path: Path, daarlig: Callable[[int], object], epsg: int, vest: int
) -> None:
    god = gpkg_blob.punkt(UTM[0] - vest, UTM[1], epsg)
    gang = pas(tmp_path / "a.gpkg", epsg, god, daarlig(vest), god, god)
    (afvist,) = gang.afviste
    assert afvist.nummer == 2
    assert afvist.grund.endswith("i kilden.")
