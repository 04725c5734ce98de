# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes broken and hostile files from good ones, always the same for the same seed and number."""

from __future__ import annotations

import json
import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr, osr

from moedested_plugin.sources.ark_xlsx import Ark, ArkKolonne, skriv_xlsx

SEED = 376
ONDT = (
    "=cmd|' /C calc'!A0", "'; DROP TABLE modtaget; --", '"); DELETE FROM modtaget; --', "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "&lt;script&gt;alert(1)&lt;/script&gt;", "\u202egpj.exe", "a\u0000b", "\ud800",
    "../../../etc/passwd", "%s%n%x", "x" * 5_000, "{{7*7}}", "[% eval('1') %]", "𝔐ø\u0301dested", "-1e999", "NaN",
)  # fmt: skip
FORMATER = (
    ("GPKG", ".gpkg", 25832), ("ESRI Shapefile", ".shp", 25832), ("MapInfo File", ".tab", 25832), ("GML", ".gml", 25832),
    ("GeoJSON", ".geojson", 4326), ("LIBKML", ".kml", 4326), ("GPX", ".gpx", 4326), ("FlatGeobuf", ".fgb", 25832),
    ("XLSX", ".xlsx", None), ("ODS", ".ods", None), ("CSV", ".csv", None), ("SQLite", ".sqlite", 25832), ("DXF", ".dxf", None),
)  # fmt: skip
_FELTER = {"GPX": ("name", "desc"), "DXF": (), "LIBKML": ("Name", "description")}


def gode(mappe: Path) -> list[Path]:
    """One good small file of every format, with hostile texts in it."""
    return [
        *(_god(mappe, *format_) for format_ in FORMATER),
        _kalender(mappe),
        _stop(mappe),
        _ark(mappe),
    ]


def _rent(ondt: str) -> str:
    return ondt.replace("\0", "").encode("utf-8", "ignore").decode()


def _kalender(mappe: Path) -> Path:
    """A calendar with every kind of line, and a repetition of every kind."""
    regler = ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20271231T000000Z", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", "FREQ=DAILY", "FREQ=YEARLY",
              "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=40", "FREQ=WEEKLY;INTERVAL=2;BYSETPOS=1")  # fmt: skip
    linjer = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Copenhagen",
        "END:VTIMEZONE",
    ]
    for nr, ondt in enumerate(ONDT):
        tekst = _rent(ondt).replace("\n", "\\n")
        linjer += [
            "BEGIN:VEVENT", f"UID:{nr}", f"SUMMARY:Kor {nr}", f"DESCRIPTION:{tekst}", f"LOCATION;X-A=\"{nr}:;\":{tekst}",
            f"DTSTART;TZID=Europe/Copenhagen:202609{nr + 1:02}T190000", "DURATION:PT2H", f"RRULE:{regler[nr % len(regler)]}",
            "EXDATE:20261001T190000,20261002T190000", "RDATE;VALUE=DATE:20270101", "END:VEVENT",
        ]  # fmt: skip
    sti = mappe / "ics" / "god.ics"
    sti.parent.mkdir()
    sti.write_bytes("\r\n".join((*linjer, "END:VCALENDAR", "")).encode())
    return sti


def _stop(mappe: Path) -> Path:
    sti = mappe / "gtfs" / "stops.txt"
    sti.parent.mkdir()
    raekker = [f'{nr:05},"{_rent(ondt).replace(chr(34), chr(34) * 2)}",54.7{nr},11.8{nr},{nr % 3},{"00001" if nr % 2 else ""}'
               for nr, ondt in enumerate(ONDT)]  # fmt: skip
    hoved = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station"
    sti.write_bytes("\r\n".join((hoved, *raekker, "")).encode())
    return sti


def _ark(mappe: Path) -> Path:
    """A sheet that went out from here, and comes home."""
    sti = mappe / "ark" / "god.xlsx"
    sti.parent.mkdir()
    overskrifter = ("Mødested-id", "Navn *", "Beskrivelse", "Breddegrad", "Længdegrad")
    ider = [f"00000000-0000-4000-8000-{nr:012}" for nr in range(len(ONDT))]
    ark = [
        Ark("Mødesteder", [ArkKolonne(navn, 20) for navn in overskrifter],
            [[id_, f"Bænk {nr}", ondt, 54.7 + nr / 1_000, 11.8] for nr, (id_, ondt) in enumerate(zip(ider, ONDT))], plads=9),
        Ark("_moedested", [ArkKolonne("id", 40), ArkKolonne("raekke", 40)],
            [["tabel", "moedested"], *([id_, json.dumps({"navn": ondt})] for id_, ondt in zip(ider, ONDT))], skjult=True),
    ]  # fmt: skip
    navne = ("id", "navn", "lang_beskr", "breddegrad", "længdegrad")
    skriv_xlsx(
        sti, ark, {f"md_{navn}": f"'Mødesteder'!${chr(65 + nr)}$1" for nr, navn in enumerate(navne)}
    )
    return sti


def _god(mappe: Path, driver: str, endelse: str, epsg: int | None) -> Path:
    undermappe = mappe / endelse[1:]
    undermappe.mkdir(parents=True)
    sti = undermappe / f"god{endelse}"
    srs = None
    if epsg:
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(epsg)
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    datasaet = gdal.GetDriverByName(driver).Create(str(sti), 0, 0, 0, 0)
    lag = datasaet.CreateLayer("waypoints" if driver == "GPX" else "lag", srs, ogr.wkbPoint)
    felter = _FELTER.get(driver, ("navn", "tekst"))
    if driver != "DXF":
        for navn in felter:
            lag.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
    for nr, ondt in enumerate(ONDT):
        objekt = ogr.Feature(lag.GetLayerDefn())
        rent = ondt.replace("\0", "").encode("utf-8", "ignore").decode()
        for navn in felter:
            objekt[navn] = rent if navn == felter[-1] else f"Bænk {nr}"
        x, y = (12.0 + nr / 100, 54.6) if epsg == 4326 else (692_000 + nr, 6_049_000)
        if driver not in {"CSV", "XLSX", "ODS"}:
            objekt.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
        lag.CreateFeature(objekt)
    del lag, datasaet
    return sti


def mutant(nr: int, gode_filer: list[Path], mappe: Path, hemmelig: Path) -> Path:
    """Write case number `nr` into `mappe`; gives the path that a user would point at."""
    terning = random.Random(SEED * 1_000_003 + nr)
    if nr % 4 == 3:
        return terning.choice(_ONDE)(terning, mappe, hemmelig)
    god = terning.choice(gode_filer)
    filer = [fil for fil in sorted(god.parent.iterdir()) if fil.is_file()]
    ramt = terning.choice(filer)
    for fil in filer:
        data = fil.read_bytes()
        (mappe / fil.name).write_bytes(_brud(terning, data) if fil == ramt else data)
    if terning.random() < 0.15:
        (mappe / terning.choice(filer).name).unlink()
        if not (mappe / god.name).exists():
            return next(iter(sorted(mappe.iterdir())), mappe)
    if terning.random() < 0.15:
        return _pak(mappe, terning)
    return mappe / god.name


def _brud(terning: random.Random, data: bytes) -> bytes:
    for _ in range(terning.randint(1, 3)):
        data = terning.choice((_vend, _afkort, _byt, _gentag, _indsaet, _nul))(terning, data)
    return data


def _vend(terning: random.Random, data: bytes) -> bytes:
    ud = bytearray(data)
    for _ in range(terning.choice((1, 4, 32)) if ud else 0):
        ud[terning.randrange(len(ud))] = terning.randrange(256)
    return bytes(ud)


def _afkort(terning: random.Random, data: bytes) -> bytes:
    return data[: terning.randrange(len(data) + 1)]


def _byt(terning: random.Random, data: bytes) -> bytes:
    if len(data) < 64:
        return data
    a, b = sorted(terning.sample(range(len(data)), 2))
    n = terning.randint(1, 32)
    return data[:a] + data[b : b + n] + data[a + n : b] + data[a : a + n] + data[b + n :]


def _gentag(terning: random.Random, data: bytes) -> bytes:
    a = terning.randrange(len(data) + 1)
    return data[:a] + data[a : a + 200] * terning.randint(2, 50) + data[a:]


def _indsaet(terning: random.Random, data: bytes) -> bytes:
    a = terning.randrange(len(data) + 1)
    return data[:a] + terning.choice(ONDT).encode("utf-8", "surrogatepass") + data[a:]


def _nul(terning: random.Random, data: bytes) -> bytes:
    a = terning.randrange(len(data) + 1)
    n = terning.randint(1, 64)
    return data[:a] + bytes([terning.choice((0, 255))]) * n + data[a + n :]


def _pak(mappe: Path, terning: random.Random) -> Path:
    ud = mappe / "pakke.zip"
    filer = sorted(mappe.iterdir())
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as pakke:
        for fil in filer:
            pakke.write(fil, fil.name)
    for fil in filer:
        fil.unlink()
    if terning.random() < 0.5:
        ud.write_bytes(_brud(terning, ud.read_bytes()))
    return ud


def _xml_enhed(terning: random.Random, mappe: Path, hemmelig: Path) -> Path:
    enhed = terning.choice(
        (f'<!ENTITY x SYSTEM "{hemmelig.as_uri()}">', "".join(f'<!ENTITY {chr(97 + i)} "{("&" + chr(96 + i) + ";") * 10 if i else "ha"}">' for i in range(10)),
         f'<!ENTITY % p SYSTEM "{hemmelig.as_uri()}"> %p;')
    )  # fmt: skip
    krop = terning.choice(
        ("<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark><name>{}</name><Point><coordinates>12,54.6</coordinates></Point></Placemark></kml>",
         "<gpx version='1.1'><wpt lat='54.6' lon='12'><name>{}</name></wpt></gpx>",
         "<x:FeatureCollection xmlns:x='http://x' xmlns:gml='http://www.opengis.net/gml'><gml:featureMember><x:a><x:t>{}</x:t></x:a></gml:featureMember></x:FeatureCollection>")
    )  # fmt: skip
    foran = terning.choice(("", "<!-- <a> -->", "\n\n", "<?php <x ?>"))
    kode = terning.choice(("utf-8", "utf-16", "utf-16-le"))
    tekst = f'<?xml version="1.0"?>{foran}<!DOCTYPE x [{enhed}]>' + krop.format(
        terning.choice(("&x;", "&j;"))
    )
    sti = mappe / terning.choice(("a.kml", "a.gml", "a.gpx", "a.xml", "a.json"))
    sti.write_bytes(tekst.encode(kode))
    return sti


def _henvisning(terning: random.Random, mappe: Path, hemmelig: Path) -> Path:
    navn, tekst = terning.choice(
        (("a.vrt", f"<OGRVRTDataSource><OGRVRTLayer name='hemmelig'><SrcDataSource>{hemmelig}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"),
         ("a.gml", f"<OGRVRTDataSource><OGRVRTLayer name='hemmelig'><SrcDataSource>{hemmelig}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"),
         ("a.tab", f'!table\n!version 300\nDefinition Table\n  File "{hemmelig}"\n  Type NATIVE Charset "Neutral"\n  Fields 1\n    a Char(9);\n'),
         ("a.tab", f'!table\n!version 100\nOpen Table "{hemmelig}" Hide\nCreate View a As\nSelect * From hemmelig\n'),
         ("a.gml", "<x:FeatureCollection xmlns:x='http://x' xmlns:gml='http://www.opengis.net/gml' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                   f"xsi:schemaLocation='http://x {hemmelig.as_uri()} http://y http://127.0.0.1:9/x.xsd'><gml:featureMember><x:a><x:t>1</x:t></x:a></gml:featureMember></x:FeatureCollection>"),
         ("a.kml", f"<kml xmlns='http://www.opengis.net/kml/2.2'><Document><NetworkLink><Link><href>{hemmelig.as_uri()}</href></Link></NetworkLink><Placemark>"
                   f"<styleUrl>{hemmelig.as_uri()}#x</styleUrl><Point><coordinates>12,54.6</coordinates></Point></Placemark></Document></kml>"),
         ("a.csv", f"{hemmelig}\n/vsicurl/http://127.0.0.1:9/\n"), ("a.json", json.dumps([{"$ref": hemmelig.as_uri(), "lat": "1e400", "lon": []}])),
         ("a.json", "[" * 100_000), ("a.geojson", '{"type":"FeatureCollection","features":' + "[" * 5_000 + "]" * 5_000 + "}"))
    )  # fmt: skip
    sti = mappe / navn
    sti.write_text(tekst, "utf-8")
    return sti


def _zip_sti(terning: random.Random, mappe: Path, _hemmelig: Path) -> Path:
    sti = mappe / terning.choice(("a.zip", "a.kmz"))
    with zipfile.ZipFile(sti, "w") as pakke:
        for navn in terning.sample(
            ["../ude.csv", "/tmp/ude.csv", "C:\\ude.csv", "a/../../ude.csv", "..\\ude.csv", "con.csv", "a\nb.csv", "æ.csv", "x" * 240 + ".csv", "a.csv"], 3
        ):  # fmt: skip
            pakke.writestr(navn, "navn;lat;lon\nBænk;54,6;12\n")
        if terning.random() < 0.3:
            link = zipfile.ZipInfo("link.csv")
            link.external_attr = 0o120777 << 16
            pakke.writestr(link, "/etc/passwd")
    return sti


def _bombe(terning: random.Random, mappe: Path, _hemmelig: Path) -> Path:
    sti = mappe / terning.choice(("a.zip", "a.kmz", "a.xlsx", "a.ods"))
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke:
        navn = {".xlsx": "xl/workbook.xml", ".ods": "content.xml"}.get(sti.suffix, "a.csv")
        if sti.suffix == ".ods":
            pakke.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        if terning.random() < 0.5:
            pakke.writestr(navn, b"0" * (60 << 20))
        else:
            for i in range(3_000):
                pakke.writestr(f"{i}{navn.replace('/', '_')}", b"")
    return sti


def _sql(terning: random.Random, mappe: Path, hemmelig: Path) -> Path:
    sti = mappe / terning.choice(("a.gpkg", "a.sqlite"))
    with closing(sqlite3.connect(sti)) as con:
        con.execute("CREATE TABLE a (fid INTEGER PRIMARY KEY, navn TEXT)")
        con.execute("INSERT INTO a (navn) VALUES ('Bænk')")
        con.execute(
            terning.choice(
                ("CREATE VIEW b AS SELECT load_extension('x') AS navn",
                 "CREATE VIEW b AS WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT i FROM t",
                 "CREATE TRIGGER b AFTER INSERT ON a BEGIN DELETE FROM a; END",
                 "CREATE TABLE b (x TEXT DEFAULT (randomblob(9)), y AS (length(x)))")
            )
        )  # fmt: skip
        con.commit()
        if terning.random() < 0.6:
            con.execute("PRAGMA writable_schema = ON")
            modul = terning.choice(
                (
                    f"VirtualOGR('{hemmelig}')",
                    f"VirtualText('{hemmelig}', 'UTF-8', 0, POINT, DOUBLEQUOTE, ',')",
                    "dbstat",
                    "findes_ikke",
                )
            )
            con.execute(
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('table', 'c', 'c', 0, ?)",
                (f"CREATE VIRTUAL TABLE c USING {modul}",),
            )
            con.commit()
    return sti


def _ark_indefra(terning: random.Random, mappe: Path, hemmelig: Path) -> Path:
    """A sheet of ours of which one part is broken inside, or says what no sheet says."""
    god = _ark(mappe)
    with zipfile.ZipFile(god) as pakke:
        dele = {navn: pakke.read(navn) for navn in pakke.namelist()}
    god.unlink()
    god.parent.rmdir()
    navn = terning.choice(sorted(dele))
    fra, til = terning.choice(
        ((b"$B$1", b"$ZZZ$99999999"), (b"$B$1", b"#REF!"), (b"tabel", b"rute"), (b"{&quot;", b"[" * 5_000), (b"moedested", b"aktivitet"),
         (b"md_navn", b"md_lang_beskr"), (b'state="hidden"', b""), (b'<row r="2"', b'<row r="1048577"'), (b"54.7", b"1e308"),
         (b"<is>", b"<f>1+1</f><is>"), (b"standalone", f'?><!DOCTYPE a [<!ENTITY x SYSTEM "{hemmelig.as_uri()}">]><?a '.encode()))
    )  # fmt: skip
    dele = {del_: data.replace(fra, til) for del_, data in dele.items()}
    if terning.random() < 0.6:
        dele[navn] = _brud(terning, dele[navn])
    if terning.random() < 0.1:
        del dele[navn]
    sti = mappe / "ark.xlsx"
    with zipfile.ZipFile(sti, "w", zipfile.ZIP_DEFLATED) as pakke:
        for del_, data in dele.items():
            pakke.writestr(del_, data)
    return sti


_ONDE: tuple[Callable[[random.Random, Path, Path], Path], ...] = (
    _xml_enhed,
    _henvisning,
    _zip_sti,
    _bombe,
    _sql,
    _ark_indefra,
)
