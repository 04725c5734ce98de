# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the place in a table without geometry: two columns of coordinates, or one with WKT or with both."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from moedested_plugin.gdal import ogr
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from . import geometri, gpkg_blob, koordinattekst, ogr_doer, typer
from .fejl import LaeseFejl
from .laest import GEOMETRI, NUMMER, TABEL, Afvist, KildeFelt

_GRADER = (
    ("lon", "lat"), ("lng", "lat"), ("long", "lat"), ("longitude", "latitude"),
    ("laengdegrad", "breddegrad"), ("længdegrad", "breddegrad"), ("stop_lon", "stop_lat"),
    ("wgs84_lon", "wgs84_lat"), ("wgs84_laengde", "wgs84_bredde"), ("lon", "latitude"),
)  # fmt: skip
_METER = (
    ("x", "y"), ("xkoordinat", "ykoordinat"), ("x_koordinat", "y_koordinat"), ("xkoord", "ykoord"),
    ("x_koord", "y_koord"), ("x_coord", "y_coord"), ("xcoord", "ycoord"), ("easting", "northing"),
    ("oest", "nord"), ("øst", "nord"), ("e", "n"), ("utm_x", "utm_y"), ("utm_e", "utm_n"),
    ("utm_oest", "utm_nord"), ("utm_øst", "utm_nord"), ("etrs89_x", "etrs89_y"), ("geo_x", "geo_y"),
    ("point_x", "point_y"), ("koordinat_x", "koordinat_y"), ("koord_x", "koord_y"),
)  # fmt: skip
_WKT = ("wkt", "geom", "geometry", "geometri", "the_geom", "wkb_geometry", "geom_wkt", "shape")
#: What a column is called that holds both numbers.
_BEGGE = (
    "koordinater",
    "koordinat",
    "coordinates",
    "position",
    "gps",
    "gps_koordinater",
    "latlon",
    "lat_lon",
    "latlng",
    "lat_lng",
)
_PROVE = 200
_HAR_SRID = 0x20000000
_SRID = re.compile(r"\s*SRID=(\d+);", re.IGNORECASE)


@dataclass(frozen=True)
class Sted:
    """Where the place stands: one column with WKT or both numbers, or x and y; `epsg` when the names say degrees."""

    kolonner: tuple[KildeFelt, ...]
    epsg: int | None


def find(
    con: sqlite3.Connection, felter: Sequence[KildeFelt], angivet: tuple[str, ...] | None
) -> Sted | None:
    """Find the columns, as the user says or by name and content."""
    efter_navn = {re.sub(r"[\s.\-]+", "_", felt.navn.strip().casefold()): felt for felt in felter}
    if angivet:
        valgt = tuple(
            efter_navn.get(re.sub(r"[\s.\-]+", "_", navn.strip().casefold())) for navn in angivet
        )
        kendte = tuple(felt for felt in valgt if felt is not None)
        if len(kendte) != len(angivet) or len(kendte) not in {1, 2}:
            raise LaeseFejl(
                tr("Kolonnerne {} med koordinater findes ikke. Vælg andre.").format(
                    ", ".join(angivet)[:100]
                )
            )
        return Sted(kendte, _epsg(_stedprove(con, kendte[0])) if len(kendte) == 1 else None)
    for navn in _WKT:
        felt = efter_navn.get(navn)
        if felt is not None and (prove := _stedprove(con, felt)):
            return Sted((felt,), _epsg(prove))
    for par, epsg in [*((par, 4326) for par in _GRADER), *((par, None) for par in _METER)]:
        x, y = efter_navn.get(par[0]), efter_navn.get(par[1])
        if x is not None and y is not None:
            return Sted((x, y), epsg)
    for navn in _BEGGE:
        felt = efter_navn.get(navn)
        if felt is not None and (prove := _stedprove(con, felt)):
            return Sted((felt,), _epsg(prove))
    return None


def _stedprove(con: sqlite3.Connection, felt: KildeFelt) -> list[str]:
    """The first values of a column of places; empty when it is none."""
    navn = citer(felt.kolonne)
    sql = f"SELECT {navn} FROM {TABEL} WHERE {navn} IS NOT NULL LIMIT {_PROVE}"  # nosec B608 - quoted by citer
    prove = [str(vaerdi) for (vaerdi,) in con.execute(sql)]
    return prove if sum(map(koordinattekst.er_sted, prove)) * 2 > len(prove) else []


def _epsg(prove: Sequence[str]) -> int | None:
    """The CRS that the values name; degrees are those of a web map."""
    steder = [sted for tekst in prove if (sted := koordinattekst.par(tekst))]
    if steder:
        return 4326 if all(koordinattekst.er_grader(*sted) for sted in steder) else None
    koder = {int(fund[1]) for tekst in prove if (fund := _SRID.match(tekst))}
    koder |= {srid for tekst in prove if typer.er_hex(tekst) and (srid := _af_hex(tekst)[1])}
    return koder.pop() if len(koder) == 1 else None


def _af_hex(tekst: str) -> tuple[bytes, int | None]:
    """What PostGIS writes: WKB, in which it may have put the CRS after the kind of geometry."""
    data = bytes.fromhex(tekst)
    orden: Literal["little", "big"] = "little" if data[0] else "big"
    art = int.from_bytes(data[1:5], orden)
    if not art & _HAR_SRID:
        return data, None
    uden = (art & ~_HAR_SRID).to_bytes(4, orden)
    return data[:1] + uden + data[9:], int.from_bytes(data[5:9], orden)


def _laes_geometri(tekst: str) -> ogr_doer.Geometri | None:
    if typer.er_hex(tekst):
        return ogr.CreateGeometryFromWkb(_af_hex(tekst)[0])
    par = koordinattekst.par(tekst)
    if par is not None:
        punkt = ogr.Geometry(ogr.wkbPoint)
        punkt.AddPoint_2D(*par)
        return punkt
    srid = _SRID.match(tekst)
    return ogr.CreateGeometryFromWkt(tekst[srid.end() :].strip() if srid else tekst)


def saet(con: sqlite3.Connection, sted: Sted, srs_id: int) -> list[Afvist]:
    """Write the geometries; gives the rows whose place cannot be read."""
    kolonner = ", ".join(citer(felt.kolonne) for felt in sted.kolonner)
    laes = f"SELECT {NUMMER}, {kolonner} FROM {TABEL}"  # nosec B608 - quoted by citer
    afviste: list[Afvist] = []
    raekker = con.execute(laes)
    rettes = list(
        _punkter(raekker, afviste, srs_id)
        if len(sted.kolonner) > 1
        else _wkt(raekker, afviste, srs_id)
    )
    con.executemany(f"UPDATE {TABEL} SET {GEOMETRI} = ? WHERE {NUMMER} = ?", rettes)  # nosec B608
    con.executemany(f"DELETE FROM {TABEL} WHERE {NUMMER} = ?", [(a.nummer,) for a in afviste])  # nosec B608
    return afviste


def _punkter(
    raekker: sqlite3.Cursor, afviste: list[Afvist], srs_id: int
) -> Iterator[tuple[bytes | None, int]]:
    for nummer, x, y in raekker:
        try:
            oest, nord = _tal(x), _tal(y)
        except ValueError:
            afviste.append(
                Afvist(
                    nummer,
                    tr("Koordinaterne “{}” kan ikke læses. Ret dem i kilden.").format(
                        f"{x} {y}"[:60]
                    ),
                )
            )
            continue
        # Zero and zero is how a system writes that nobody has filled it in.
        uden = oest is None or nord is None or (oest == 0 and nord == 0)
        yield (None if uden else gpkg_blob.punkt(oest or 0.0, nord or 0.0, srs_id)), nummer


def _tal(vaerdi: object) -> float | None:
    if vaerdi is None or isinstance(vaerdi, (int, float)):
        return vaerdi
    tekst = str(vaerdi).replace(" ", "").replace("\xa0", "")  # cleaned texts are never blank
    fundet = typer.tal_punktum(tekst)
    fundet = typer.tal_komma(tekst) if fundet is None else fundet
    fundet = koordinattekst.grader(tekst) if fundet is None else fundet
    if fundet is None:
        raise ValueError
    return fundet


def _wkt(
    raekker: sqlite3.Cursor, afviste: list[Afvist], srs_id: int
) -> Iterator[tuple[bytes | None, int]]:
    for nummer, vaerdi in raekker:
        if vaerdi is None or not str(vaerdi).strip():
            yield None, nummer
            continue
        tekst = str(vaerdi)
        hel = _laes_geometri(tekst.strip())
        if hel is None:
            afviste.append(
                Afvist(
                    nummer,
                    tr("Geometrien “{}” kan ikke læses. Ret den i kilden.").format(tekst[:40]),
                )
            )
            continue
        yield geometri.blob_af(hel, srs_id), nummer
