# SPDX-License-Identifier: GPL-2.0-or-later
"""The public copy: a GeoPackage with only approved rows and only public columns, a new one for every version.

It is made from the version out there where that is possible, so that ten changes cost ten changes; what is taken out
is overwritten in the file, not only forgotten.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.offentlig import type_af
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.gdal import gdal, ogr, osr
from moedested_plugin.store import sqlite_fil
from moedested_plugin.store.oversaet import navn
from moedested_plugin.store.vaerdier import wkb

from .raekker import STEMPEL, STEMPEL_FELTER, TABELLER, Raekke, Tabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from .plan import Plan

#: From so many changed rows in a table its spatial index is made anew rather than kept up row by row.
MANGE = 2_000
_OGR_TYPE = {
    Type.HELTAL: ogr.OFTInteger64,
    Type.JA_NEJ: ogr.OFTInteger,
    Type.TAL: ogr.OFTReal,
    Type.DATO: ogr.OFTDate,
    Type.TIDSPUNKT: ogr.OFTDateTime,
}
_GEOMETRI = {
    "Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "MultiPoint": ogr.wkbMultiPoint,
    "MultiLineString": ogr.wkbMultiLineString, "MultiPolygon": ogr.wkbMultiPolygon, None: ogr.wkbNone,
}  # fmt: skip


def skriv_kopi(sti: Path, plan: Plan, stempel: Mapping[str, str | int], fra: Path | None) -> None:
    """Write the data of the new version. `fra` is the data file of the one that the plan compared with."""
    if plan.fra_bunden or fra is None:
        _opret(sti)
    else:
        shutil.copyfile(fra, sti)
    mange = {
        tabel.navn
        for tabel in TABELLER
        if tabel.visning.geometri is not None
        and len(plan.raekker[tabel.navn]) + len(plan.fjernede.get(tabel.navn, ())) > MANGE
    }
    if not plan.fra_bunden:
        _indeks(sti, "DisableSpatialIndex", mange)
    with _aabn_til_skrivning(sti) as con:
        if not plan.fra_bunden:
            for tabel in TABELLER:
                _fjern(con, tabel, plan)
        con.execute(f"DELETE FROM {navn(STEMPEL)}")  # nosec B608 - a constant
        con.execute(
            f"INSERT INTO {navn(STEMPEL)} ({', '.join(STEMPEL_FELTER)}) VALUES (?, ?, ?, ?)",  # nosec B608 - constants
            [stempel[felt] for felt in STEMPEL_FELTER],
        )
    for tabel in TABELLER:
        plan.raekker[tabel.navn].kopier(sti, plan.aftryk[tabel.navn], _geometrifunktioner)
    alle = {tabel.navn for tabel in TABELLER if tabel.visning.geometri is not None}
    _indeks(sti, "CreateSpatialIndex", alle if plan.fra_bunden else mange)
    with _aabn_til_skrivning(sti) as con:
        for navnet in alle:
            _saet_ramme(con, navnet)
        for tabel in TABELLER:
            con.execute(
                f"UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM {navn(tabel.navn)}) WHERE table_name = ?",  # nosec B608 - names of our own
                [tabel.navn],
            )
            # By their keys the next plan compares the rows, in a version from before they had none.
            noegle = tabel.visning.tabel.noegle
            con.execute(
                f"CREATE UNIQUE INDEX IF NOT EXISTS {navn(f'{tabel.navn}_{noegle}')} ON {navn(tabel.navn)} ({navn(noegle)})"
            )
        con.execute("UPDATE gpkg_contents SET last_change = ?", [str(stempel["tid"])])


def laeser(sti: Path) -> closing[sqlite3.Connection]:
    """A reader of the data of a version, which never change: no lock, and no file beside them."""
    return closing(sqlite3.connect(sqlite_fil.uri(sti.absolute(), "mode=ro&immutable=1"), uri=True))


def laes_kopi(
    sti: Path, tabel: str, noeglefelt: str, noegler: Iterable[str], kolonner: tuple[str, ...]
) -> dict[str, Raekke]:
    """Rows of a version, by business key."""
    soegte = [*noegler]
    ud: dict[str, Raekke] = {}
    with laeser(sti) as con:
        valgt = ", ".join(map(navn, kolonner))
        for nr in range(0, len(soegte), 500):
            bundt = soegte[nr : nr + 500]
            spoerg = f"SELECT {valgt} FROM {navn(tabel)} WHERE {navn(noeglefelt)} IN ({', '.join('?' * len(bundt))})"  # nosec B608 - names of our own
            for raekke in con.execute(spoerg, bundt):
                vaerdier = [*raekke]
                if kolonner[-1] == GEOMETRI:
                    vaerdier[-1] = wkb(vaerdier[-1] or b"")
                ud[str(vaerdier[kolonner.index(noeglefelt)])] = tuple(vaerdier)
    return ud


def taelling(sti: Path) -> dict[str, int]:
    """How many rows each table of the file has."""
    with laeser(sti) as con:
        return {
            tabel.navn: con.execute(f"SELECT count(*) FROM {navn(tabel.navn)}").fetchone()[0]  # nosec B608 - names of our own
            for tabel in TABELLER
        }


def ramme(sti: Path) -> tuple[float, float, float, float] | None:
    """The frame around everything in the file; None when nothing has a place."""
    with laeser(sti) as con:
        fundet = con.execute(
            "SELECT min(min_x), min(min_y), max(max_x), max(max_y) FROM gpkg_contents WHERE min_x IS NOT NULL"
        ).fetchone()
    return None if fundet[0] is None else tuple(fundet)


def _opret(sti: Path) -> None:
    with _gdal_fejl():
        datasaet = ogr.GetDriverByName("GPKG").CreateDataSource(str(sti))
        plads = osr.SpatialReference()
        plads.ImportFromEPSG(EPSG)
        for tabel in TABELLER:
            lag = datasaet.CreateLayer(
                tabel.navn,
                plads if tabel.visning.geometri is not None else None,
                _GEOMETRI[tabel.visning.geometri],
                [
                    f"GEOMETRY_NAME={GEOMETRI}",
                    "FID=fid",
                    "SPATIAL_INDEX=NO",
                    f"IDENTIFIER={tabel.visning.titel}",
                ],
            )
            for kolonne in tabel.visning.kolonner:
                type_ = type_af(tabel.visning, kolonne)
                felt = ogr.FieldDefn(kolonne.navn, _OGR_TYPE.get(type_, ogr.OFTString))
                if type_ is Type.JA_NEJ:
                    felt.SetSubType(ogr.OFSTBoolean)
                lag.CreateField(felt)
        stempel = datasaet.CreateLayer(
            STEMPEL, None, ogr.wkbNone, ["FID=fid", "IDENTIFIER=Udgivelse"]
        )
        for felt in STEMPEL_FELTER:
            art = ogr.OFTInteger64 if felt == "kommunekode" else ogr.OFTString
            stempel.CreateField(ogr.FieldDefn(felt, art))
        stempel = lag = datasaet = None


@contextmanager
def _gdal_fejl() -> Iterator[None]:
    """Raise what GDAL only notes."""
    foer = gdal.GetUseExceptions()
    gdal.UseExceptions()
    try:
        yield
    finally:
        if not foer:
            gdal.DontUseExceptions()


def _indeks(sti: Path, funktion: str, tabeller: Iterable[str]) -> None:
    valgte = sorted(tabeller)
    if not valgte:
        return
    with _gdal_fejl():
        datasaet = gdal.OpenEx(str(sti), gdal.OF_VECTOR | gdal.OF_UPDATE, ["GPKG"])
        for tabel in valgte:
            svar = datasaet.ExecuteSQL(f"SELECT {funktion}('{tabel}', '{GEOMETRI}')")
            datasaet.ReleaseResultSet(svar)
        svar = datasaet = None


@contextmanager
def _aabn_til_skrivning(sti: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(sti)) as con:
        con.execute("PRAGMA secure_delete = ON")
        _geometrifunktioner(con)
        with con:
            yield con


def _geometrifunktioner(con: sqlite3.Connection) -> None:
    """What the triggers of the spatial index ask of a geometry."""
    for funktion, nr in (("ST_MinX", 0), ("ST_MaxX", 1), ("ST_MinY", 2), ("ST_MaxY", 3)):
        con.create_function(funktion, 1, _hjoerne(nr), deterministic=True)
    con.create_function(
        "ST_IsEmpty", 1, lambda blob: int(wkb(blob or b"") is None), deterministic=True
    )


def _hjoerne(nr: int) -> Callable[[bytes], float | None]:

    def hjoerne(blob: bytes) -> float | None:
        indhold = wkb(blob or b"")
        return (
            None if indhold is None else float(ogr.CreateGeometryFromWkb(indhold).GetEnvelope()[nr])
        )

    return hjoerne


def _fjern(con: sqlite3.Connection, tabel: Tabel, plan: Plan) -> None:
    """Take out what goes, and what is written anew."""
    numre = plan.aftryk[tabel.navn]
    vaek = [
        *plan.fjernede.get(tabel.navn, {}).values(),
        *(numre[noegle][0] for noegle in plan.raekker[tabel.navn]),
    ]
    con.executemany(f"DELETE FROM {navn(tabel.navn)} WHERE fid = ?", ((fid,) for fid in vaek))  # nosec B608 - names of our own


def _saet_ramme(con: sqlite3.Connection, tabel: str) -> None:
    con.execute(
        "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) ="
        f' (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM "rtree_{tabel}_{GEOMETRI}")'  # nosec B608 - names of our own
        " WHERE table_name = ?",
        [tabel],
    )
