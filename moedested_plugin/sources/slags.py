# SPDX-License-Identifier: GPL-2.0-or-later
"""Which kind of file it is, by its first bytes before its name, and how OGR is to open that kind."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from moedested_plugin.i18n import tr
from moedested_plugin.store import sqlite_fil

from . import ics_linjer, xml_vagt
from .fejl import LaeseFejl


@dataclass(frozen=True)
class Slags:
    """One kind of file. Without drivers we read it ourselves, or refuse it (`grund`). Of `A|B` GDAL chooses."""

    endelse: str
    drivere: tuple[str, ...] = ()
    valg: Mapping[str, str] = field(default_factory=dict, hash=False)
    foelger: frozenset[str] = frozenset()
    xml: bool = False
    pakket: bool = False
    #: Date and time as written on the wall, without a zone.
    vaegur: bool = False


GPKG = Slags(".gpkg", ("GPKG",))
SQLITE = Slags(".sqlite", ("SQLite",), {"LIST_ALL_TABLES": "NO"})
SHAPE = Slags(".shp", ("ESRI Shapefile",), foelger=frozenset((".shx", ".dbf", ".prj", ".cpg")))
DBF = Slags(".dbf", ("ESRI Shapefile",), foelger=frozenset((".cpg",)))
TAB = Slags(
    ".tab", ("MapInfo File",), foelger=frozenset((".dat", ".map", ".id", ".ind", ".dbf")),
    vaegur=True,
)  # fmt: skip
MIF = Slags(".mif", ("MapInfo File",), foelger=frozenset((".mid",)), vaegur=True)
GML = Slags(
    ".gml", ("GML",),
    {"DOWNLOAD_SCHEMA": "NO", "WRITE_GFS": "NO", "EXPOSE_GML_ID": "YES", "SWAP_COORDINATES": "AUTO"},
    xml=True,
)  # fmt: skip
KML = Slags(".kml", ("LIBKML", "KML"), xml=True)
GPX = Slags(".gpx", ("GPX",), xml=True)
GEORSS = Slags(".xml", ("GeoRSS",), xml=True)
JSON = Slags(
    # GDAL itself must choose between the first two: since 3.8 each of them takes what is the other's, and reads one object.
    ".json", ("GeoJSON|GeoJSONSeq", "TopoJSON", "ESRIJSON"), {"ARRAY_AS_STRING": "YES"}
)  # fmt: skip
FGB = Slags(".fgb", ("FlatGeobuf",), {"VERIFY_BUFFERS": "YES"})
GDB = Slags(".gdb", ("OpenFileGDB",))
DXF = Slags(".dxf", ("DXF",))
DGN = Slags(".dgn", ("DGN",))
XLSX = Slags(".xlsx", ("XLSX",), pakket=True, vaegur=True)
ODS = Slags(".ods", ("ODS",), pakket=True, vaegur=True)
CSV = Slags(".csv", vaegur=True)
ICS = Slags(".ics")
ZIP = Slags(".zip")
#: A part of a shapefile or a MapInfo layer.
DEL = Slags("")

#: What is known and cannot be read; `grund` says why.
GAMMEL_EXCEL, HJEMMESIDE, HENVISER = Slags(".xls"), Slags(".html"), Slags(".vrt")
UKENDT = Slags("?")

_BEGYNDER = (
    (b"fgb\x03", FGB),
    (b"\x00\x00\x27\x0a", SHAPE),
    (b"\xd0\xcf\x11\xe0", GAMMEL_EXCEL),
)
_ENDELSER = {
    ".csv": CSV, ".tsv": CSV, ".txt": CSV, ".dxf": DXF, ".dgn": DGN, ".dbf": DEL, ".shx": DEL,
    ".prj": DEL, ".cpg": DEL, ".qpj": DEL, ".dat": DEL, ".map": DEL, ".id": DEL, ".ind": DEL,
    ".mid": DEL, ".sbn": DEL, ".sbx": DEL, ".mif": MIF, ".shp": SHAPE, ".json": JSON, ".js": JSON,
    ".geojson": JSON, ".topojson": JSON, ".geojsonl": JSON, ".ndjson": JSON,
}  # fmt: skip
_IKKE_TABEL = (b"{", b"[{", b"<?xml")
_OMRAADE = (b"GPKG", b"GP10", b"GP11")
_START = 64 << 10
_ROD = re.compile(rb"<(?:[\w.-]{1,60}:)?([\w.-]{1,80})")
_ROEDDER = {
    b"kml": KML, b"gpx": GPX, b"rss": GEORSS, b"feed": GEORSS, b"html": HJEMMESIDE,
    b"HTML": HJEMMESIDE, b"OGRVRTDataSource": HENVISER, b"VRTDataset": HENVISER,
    b"OGRWFSDataSource": HENVISER, b"GDAL_WMS": HENVISER,
}  # fmt: skip


def grund(art: Slags) -> str | None:
    """Say why a kind is refused, with a place for the file's name; None when it can be read."""
    return {
        GAMMEL_EXCEL: tr("{} er et gammelt regneark (.xls). Gem det som .xlsx i Excel."),
        HJEMMESIDE: tr("{} er en hjemmeside, ikke kortdata. Hent filen igen."),
        HENVISER: tr("{} henviser kun til andre filer. Vælg selve filen med data."),
        UKENDT: tr(
            "{} er en filtype, som ikke kan læses. Gem den som GeoPackage, GeoJSON eller CSV."
        ),
    }.get(art)


def kend(sti: Path) -> Slags:
    """Tell the kind of a file."""
    endelse = sti.suffix.lower()
    if sti.is_dir():
        return GDB if endelse == ".gdb" else UKENDT
    database = _database(sti)
    if database is not None:
        return database
    with sti.open("rb") as fil:
        start = fil.read(_START)
    if endelse == ".dbf" and not any(
        sti.with_suffix(shp).is_file() for shp in (".shp", ".SHP", ".tab", ".TAB")
    ):
        return DBF
    if _ENDELSER.get(endelse) is DEL:  # an index begins like its shapefile
        return DEL
    return _af_indhold(sti, start) or _ENDELSER.get(endelse, UKENDT)


def _database(sti: Path) -> Slags | None:
    """By what it says of itself: somebody may have it open in QGIS, and then nobody else may open and close it."""
    try:
        maerke = sqlite_fil.kendemaerke(sti)
    except sqlite3.DatabaseError:
        return None
    if maerke is None:
        return None
    return GPKG if maerke in _OMRAADE or sti.suffix.lower() == ".gpkg" else SQLITE


def _af_indhold(sti: Path, start: bytes) -> Slags | None:
    if start.startswith(b"SQLite format 3\0"):
        er_gpkg = start[68:72] in _OMRAADE or sti.suffix.lower() == ".gpkg"
        return GPKG if er_gpkg else SQLITE
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _pakket(sti)
    if ics_linjer.er_kalender(start):
        return ICS
    kendt = next((art for begynder, art in _BEGYNDER if start.startswith(begynder)), None)
    if kendt is not None:
        return kendt
    if sti.suffix.lower() in {".csv", ".tsv", ".txt"}:
        tekst = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        if tekst.startswith(_IKKE_TABEL):  # a browser saves anything as .txt
            return _tekst(sti, start)
        return HJEMMESIDE if tekst[:15].lower().startswith((b"<!doctype html", b"<html")) else CSV
    return _tekst(sti, start)


def _tekst(sti: Path, start: bytes) -> Slags | None:
    tekst = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if tekst.startswith(b"<"):
        return _xml(start)
    if tekst.startswith((b"{", b"[")):
        return JSON
    if tekst[:7].lower().startswith(b"!table"):
        return TAB
    if sti.suffix.lower() == ".tab":
        return UKENDT
    return None


def _xml(start: bytes) -> Slags:
    rest = xml_vagt.rod(start)
    if rest[:15].lower().startswith(b"<!doctype html"):
        return HJEMMESIDE
    fund = _ROD.match(rest)
    return GML if fund is None else _ROEDDER.get(fund[1], GML)


def _pakket(sti: Path) -> Slags:
    try:
        with zipfile.ZipFile(sti) as pakke:
            navne = set(pakke.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, IndexError):
        return ZIP  # unpacking says what is wrong
    if "xl/workbook.xml" in navne:
        return XLSX
    if "content.xml" in navne and "mimetype" in navne:
        return ODS
    return ZIP


def kontroller_tab(sti: Path) -> None:
    """Refuse a .tab that is only a view of other files, which OGR would go and open."""
    tekst = sti.read_bytes()[:_START].decode("latin-1").lower()
    typer = re.findall(r"^\s*type\s+\"?(\w+)", tekst, re.MULTILINE)
    if not typer or typer[0] not in {"native", "dbf", "linked"} or "open table" in tekst:
        raise LaeseFejl((grund(HENVISER) or "{}").format(sti.name))
    if re.search(r"^\s*file\s", tekst, re.MULTILINE) or "seamless" in tekst:
        raise LaeseFejl((grund(HENVISER) or "{}").format(sti.name))
