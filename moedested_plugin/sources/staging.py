# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackage in which a source lies while it is looked at: one table, `modtaget`, with what came."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from moedested_plugin.gdal import gdal, ogr, osr
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from . import crs, tekst
from .fejl import Annulleret, LaeseFejl
from .laest import GEOMETRI, NUMMER, TABEL, FeltType, KildeFelt
from .ogr_doer import Datasaet, FeltDefinition, Lag, navn_af

FLEST_FELTER = 500
_NAVN_LAENGDE = 60
_RAEKKER_AD_GANGEN = 2_000
_RESERVERET = frozenset((NUMMER, GEOMETRI, "rowid", "oid", "_rowid_"))
_OGR_TYPER: dict[int, FeltType] = {
    ogr.OFTInteger: "heltal",
    ogr.OFTInteger64: "heltal",
    ogr.OFTReal: "tal",
    ogr.OFTDate: "dato",
    ogr.OFTDateTime: "tid",
    ogr.OFTIntegerList: "json",
    ogr.OFTInteger64List: "json",
    ogr.OFTRealList: "json",
    ogr.OFTStringList: "json",
}
_GPKG_TYPER: dict[FeltType, tuple[int, int]] = {
    "tekst": (ogr.OFTString, ogr.OFSTNone),
    "heltal": (ogr.OFTInteger64, ogr.OFSTNone),
    "tal": (ogr.OFTReal, ogr.OFSTNone),
    "bool": (ogr.OFTInteger, ogr.OFSTBoolean),
    "dato": (ogr.OFTDate, ogr.OFSTNone),
    "tid": (ogr.OFTDateTime, ogr.OFSTNone),
    "json": (ogr.OFTString, ogr.OFSTJSON),
}

Fremdrift = Callable[[float], bool]


@dataclass(frozen=True)
class Del:
    """One opened layer: a source may come in several (the pages of a WFS)."""

    datasaet: Datasaet
    lag: Lag


def felter_af(dele: Sequence[Del]) -> tuple[KildeFelt, ...]:
    """Give the fields of all parts together; where they disagree about a type, it is text."""
    return navngiv(_typer(dele))


def _typer(dele: Sequence[Del]) -> dict[str, FeltType]:
    typer: dict[str, FeltType] = {}
    for del_ in dele:
        skema = del_.lag.GetLayerDefn()
        for i in range(skema.GetFieldCount()):
            felt = skema.GetFieldDefn(i)
            navn, type_ = navn_af(felt), _type_af(felt)
            foer = typer.setdefault(navn, type_)
            if foer != type_:
                typer[navn] = "tal" if {foer, type_} == {"tal", "heltal"} else "tekst"
    return typer


def _type_af(felt: FeltDefinition) -> FeltType:
    if felt.GetSubType() == ogr.OFSTBoolean and felt.GetType() == ogr.OFTInteger:
        return "bool"
    if felt.GetSubType() == ogr.OFSTJSON:
        return "json"
    return _OGR_TYPER.get(felt.GetType(), "tekst")


def navngiv(typer: Mapping[str, FeltType]) -> tuple[KildeFelt, ...]:
    """Give every field a column: as named at the source, as far as a database takes it."""
    if len(typer) > FLEST_FELTER:
        raise LaeseFejl(
            tr("Laget har {} kolonner; der kan læses {}. Fjern dem, der ikke skal bruges.").format(
                len(typer), FLEST_FELTER
            )
        )
    kolonner, navne = set(_RESERVERET), set[str]()
    felter = []
    for navn, type_ in typer.items():
        vist = _entydigt(tekst.rens(navn) or tr("uden navn"), navne)
        rent = re.sub(r"[^\w.\- ]", "_", vist).strip()[:_NAVN_LAENGDE] or "felt"
        felter.append(KildeFelt(vist, _entydigt(rent, kolonner, uanset=True), type_))
    return tuple(felter)


def _entydigt(navn: str, brugte: set[str], *, uanset: bool = False) -> str:
    """Give a name that is not among those used (`uanset`: whatever the case of its letters), and note it."""
    forslag, nr = navn, 2
    while (forslag.casefold() if uanset else forslag) in brugte:
        forslag, nr = f"{navn}_{nr}", nr + 1
    brugte.add(forslag.casefold() if uanset else forslag)
    return forslag


def opret(sti: Path, felter: Iterable[KildeFelt], srs: osr.SpatialReference | None) -> None:
    """Make the empty table."""
    datasaet = gdal.GetDriverByName("GPKG").Create(
        str(sti), 0, 0, 0, gdal.GDT_Unknown,
        ["ADD_GPKG_OGR_CONTENTS=NO"],  # its triggers count row by row, at the price of the row itself
    )  # fmt: skip
    lag = datasaet and datasaet.CreateLayer(
        TABEL, srs, ogr.wkbUnknown,
        [f"FID={NUMMER}", f"GEOMETRY_NAME={GEOMETRI}", "SPATIAL_INDEX=NO"],
    )  # fmt: skip
    if not lag:
        raise LaeseFejl(
            tr("Der kan ikke skrives i den midlertidige mappe. Ryd op på disken, og prøv igen.")
        )
    for felt in felter:
        type_, undertype = _GPKG_TYPER[felt.type]
        kolonne = ogr.FieldDefn(felt.kolonne, type_)
        kolonne.SetSubType(undertype)
        lag.CreateField(kolonne)
    del lag, datasaet
    with closing(sqlite3.connect(sti)) as con:
        con.execute("PRAGMA page_size = 32768")
        con.execute("VACUUM")


def fyld_fra_ogr(
    sti: Path,
    dele: Sequence[Del],
    fremdrift: Fremdrift,
    klager: Sequence[str],
    *,
    hel: bool,
) -> None:
    """Let OGR copy all rows, by the fastest way it has.

    A file that ends too soon is copied as far as it goes, and OGR calls that done; then only its complaints (`klager`)
    and the number of rows tell. `hel` says that a complaint means a part is missing (XML), not a bad row.
    """
    foer, ventet = len(klager), 0
    plads = {navn: str(i) for i, navn in enumerate(_typer(dele))}  # in the order of the columns
    maal = gdal.OpenEx(str(sti), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    for nr, del_ in enumerate(dele):
        skema = del_.lag.GetLayerDefn()
        kort = ",".join(plads[navn_af(skema.GetFieldDefn(i))] for i in range(skema.GetFieldCount()))

        def videre(
            andel: float, _tekst: str, _data: object, nr: int = nr, antal: int = len(dele)
        ) -> int:
            return int(fremdrift((nr + andel) / antal))

        navn = navn_af(del_.lag)
        valg = ["-append", "-nln", TABEL, "-gt", "500000", "-unsetFid"]
        if kort:
            valg += ["-fieldmap", kort]
        if del_.datasaet.GetLayerCount() > 1:
            valg += (
                [
                    "-sql",
                    'SELECT * FROM "{}"'.format(navn.replace('"', '\\"')),  # nosec B608 - only names that domain or `citer` has
                    "-dialect",
                    "OGRSQL",
                ]
                if navn.startswith("-")
                else [navn]
            )
        kopieret = gdal.VectorTranslate(maal, del_.datasaet, options=valg, callback=videre)
        ventet += max(0, del_.lag.GetFeatureCount()) if len(klager) > foer else 0
        if not kopieret:
            if not fremdrift(0):
                raise Annulleret(tr("Læsningen blev afbrudt."))
            raise LaeseFejl(
                tr("Filen kan ikke læses til ende. Hent eller gem den igen, og prøv så.")
            )
    maal = None
    if len(klager) == foer:
        return
    with closing(sqlite3.connect(sti)) as con:
        if hel or antal(con) < ventet:
            raise LaeseFejl(
                tr("Filen kan ikke læses til ende. Hent eller gem den igen, og prøv så.")
            )


def fulde_tider(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> None:
    """Write every time with its thousandths, as GDAL 3.6 does; later ones leave out .000.

    Else one source would be two to colleagues with two versions, and every row of the last import changed.
    """
    for felt in felter:
        if felt.type == "tid":
            k = citer(felt.kolonne)
            con.execute(
                f"UPDATE {TABEL} SET {k} = substr({k}, 1, 19) || '.000' || substr({k}, 20) "  # nosec B608 - quoted by citer
                f"WHERE {k} GLOB '*T??:??:??*' AND length({k}) >= 19 AND substr({k}, 20, 1) <> '.'"
            )


def fyld_raekker(sti: Path, felter: Sequence[KildeFelt], raekker: Iterable[Sequence[Any]]) -> None:
    """Write rows that we read ourselves: (raa_nr, geometry blob, values in the order of `felter`)."""
    kolonner = [NUMMER, GEOMETRI, *(felt.kolonne for felt in felter)]
    sql = "INSERT INTO {} ({}) VALUES ({})".format(  # nosec B608 - quoted by citer
        TABEL, ", ".join(map(citer, kolonner)), ", ".join("?" * len(kolonner))
    )
    with skriv(sti) as con:
        kilde = iter(raekker)
        while stak := list(islice(kilde, _RAEKKER_AD_GANGEN)):
            con.executemany(sql, stak)


@contextmanager
def skriv(sti: Path) -> Iterator[sqlite3.Connection]:
    """Open the staging file for writing, in one transaction. It has no index that SQLite alone could not keep."""
    with closing(sqlite3.connect(sti)) as con:
        con.execute("PRAGMA journal_mode = OFF")
        con.execute("PRAGMA synchronous = OFF")
        yield con
        con.commit()


def antal(con: sqlite3.Connection) -> int:
    """How many rows there are."""
    return int(con.execute(f"SELECT count(*) FROM {TABEL}").fetchone()[0])  # nosec B608


def behold(sti: Path, filter_: str) -> int:
    """Keep the rows that meet a condition; gives how many went."""
    datasaet = gdal.OpenEx(str(sti), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
    lag = datasaet.GetLayerByName(TABEL)
    forkert = LaeseFejl(
        tr("Filteret kan ikke forstås: {}. Ret det, og prøv igen.").format(filter_[:120])
    )
    if ";" in filter_ or lag.SetAttributeFilter(filter_) != ogr.OGRERR_NONE:
        raise forkert
    lag.SetIgnoredFields([GEOMETRI])
    gdal.ErrorReset()
    valgt = [(objekt.GetFID(),) for objekt in lag]
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise forkert
    del lag, datasaet
    with skriv(sti) as con:
        foer = antal(con)
        con.execute("CREATE TEMP TABLE valgt (nr INTEGER PRIMARY KEY)")
        con.executemany("INSERT INTO valgt VALUES (?)", valgt)
        con.execute(f"DELETE FROM {TABEL} WHERE {NUMMER} NOT IN (SELECT nr FROM valgt)")  # nosec B608
        return foer - antal(con)


def omregn(sti: Path, fra: int, til: int) -> None:
    """Move every geometry from one CRS to another; what cannot be moved becomes NULL."""
    if fra != til:
        datasaet = gdal.OpenEx(str(sti), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
        for epsg in (fra, til):
            # A layer of that CRS puts the CRS on the file's list, where ST_Transform looks it up.
            datasaet.CreateLayer(
                f"crs_{epsg}", crs.af_epsg(epsg), ogr.wkbPoint, ["SPATIAL_INDEX=NO"]
            )
        datasaet.ExecuteSQL(f"UPDATE {TABEL} SET {GEOMETRI} = ST_Transform({GEOMETRI}, {int(til)})")  # nosec B608
        for epsg in (fra, til):
            datasaet.ExecuteSQL(f"DELLAYER:crs_{epsg}")
        del datasaet
    with skriv(sti) as con:
        con.execute("UPDATE gpkg_contents SET srs_id = ? WHERE table_name = ?", (til, TABEL))
        con.execute(
            "UPDATE gpkg_geometry_columns SET srs_id = ? WHERE table_name = ?", (til, TABEL)
        )
