# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer of points or lines (or without places) in a GeoPackage into the staging table, by SQLite itself.

OGR makes an object of every row and takes twice the time. Only what reads the same either way goes this way: plain
tables, 2D points and lines, dates in the form of the standard; all else is left to OGR.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.gdal import ogr
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from .fejl import Annulleret, LaeseFejl
from .laest import GEOMETRI, TABEL, KildeFelt
from .ogr_doer import FeltDefinition, navn_af

if TYPE_CHECKING:
    from .staging import Del, Fremdrift

_FIL = "fil"
_SLOER_TRIN = 100_000
#: A cell as OGR would read it, also where it holds another kind of value than its column says.
_UDTRYK = {
    "tekst": "CAST({} AS TEXT)",
    "json": "CAST({} AS TEXT)",
    "heltal": "CAST({} AS INTEGER)",
    "tal": "CAST({} AS REAL)",
    "bool": "CAST({} AS INTEGER) <> 0",
}
#: What SQLite says to JSON that is none.
_STANDS, _STOP = "json('-')", "malformed JSON"
_TO = "[0-9][0-9]"
_DAG = f"{_TO}{_TO}-{_TO}-{_TO}"
#: Dates and times that OGR would write just as they stand.
_FORM = {"dato": _DAG, "tid": f"{_DAG}T{_TO}:{_TO}:{_TO}.{_TO}[0-9]Z"}
#: A header without a box, and then a 2D point; little-endian both, and nothing after it.
_ET_PUNKT = (
    "length({0}) = 29 AND substr({0}, 1, 4) = x'47500001' AND substr({0}, 9, 5) = x'0101000000'"
)
#: A header with a box, and then a 2D line that is as long as it says, alone or the only one of a multi.
_EN_LINJE = (
    "substr({0}, 1, 4) = x'47500003' AND substr({0}, {fra}, 5) = x'0102000000' AND (length({0}) - {fra}) % 16 = 8"
    " AND hex(substr({0}, {fra} + 5, 4)) = printf('%02X%02X%02X00', ((length({0}) - {fra}) / 16) & 255,"
    " ((length({0}) - {fra}) >> 12) & 255, ((length({0}) - {fra}) >> 20) & 255)"
)
_I_MULTI = "substr({0}, 41, 9) = x'010500000001000000'"
_ET_STED = (
    f"typeof({{0}}) = 'blob' AND ({_ET_PUNKT} OR ({_EN_LINJE.replace('{fra}', '41')})"
    f" OR ({_I_MULTI} AND {_EN_LINJE.replace('{fra}', '50')}))"
)
_TYPER = frozenset((ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTDate, ogr.OFTDateTime))  # fmt: skip


def fyld(
    sti: Path, del_: Del, felter: Sequence[KildeFelt], srs_id: int, fremdrift: Fremdrift
) -> bool:
    """Copy all rows of our own copy of a GeoPackage; False (and nothing done) where OGR must do it."""
    if del_.datasaet.GetDriver().ShortName != "GPKG":
        return False
    skema = del_.lag.GetLayerDefn()
    definitioner = [skema.GetFieldDefn(i) for i in range(skema.GetFieldCount())]
    if not all(map(_kendes, definitioner)):
        return False
    par = dict(zip(map(navn_af, definitioner), felter))
    with closing(sqlite3.connect(sti)) as con:
        # Only what stands in the file already is journalled: next to nothing, and a row that OGR must read undoes it all.
        for saetning in ("journal_mode = MEMORY", "synchronous = OFF", "trusted_schema = OFF"):
            con.execute(f"PRAGMA {saetning}")
        con.set_progress_handler(lambda: int(not fremdrift(0.5)), _SLOER_TRIN)
        try:
            con.execute(f"ATTACH ? AS {_FIL}", (del_.datasaet.GetDescription(),))
            lag, geometri = navn_af(del_.lag), del_.lag.GetGeometryColumn()
            if not _er_tabel(con, lag, {*par, *filter(None, (geometri,))}):
                return False
            _kopier(con, lag, geometri, par, srs_id)
            con.commit()
        except sqlite3.Error as fejl:
            if not fremdrift(0):
                raise Annulleret(tr("Læsningen blev afbrudt.")) from None
            if _STOP in str(fejl):
                con.rollback()
                return False
            raise LaeseFejl(
                tr("Filen kan ikke læses til ende. Hent eller gem den igen, og prøv så.")
            ) from fejl
    return True


def _kendes(felt: FeltDefinition) -> bool:
    return felt.GetType() in _TYPER and felt.GetSubType() != ogr.OFSTFloat32


def _er_tabel(con: sqlite3.Connection, tabel: str, navne: set[str]) -> bool:
    """A table that holds these columns and computes none of them."""
    fundet = con.execute(
        f"SELECT 1 FROM {_FIL}.sqlite_master WHERE type = 'table' AND name = ? AND rootpage > 0",  # nosec B608 - name of ours
        (tabel,),
    ).fetchone()
    kolonner = con.execute(f"PRAGMA {_FIL}.table_xinfo({citer(tabel)})")
    return fundet is not None and navne <= {navn for _, navn, *_, skjult in kolonner if not skjult}


def _kopier(
    con: sqlite3.Connection, tabel: str, geometri: str, par: Mapping[str, KildeFelt], srs_id: int
) -> None:
    """Number the rows as OGR does, from 1 in the order of the file; stop at a cell that must be parsed."""
    til = {felt.kolonne: _udtryk(citer(navn), felt.type) for navn, felt in par.items()}
    g, srs = citer(geometri), srs_id.to_bytes(4, "little").hex()
    if geometri:
        til[GEOMETRI] = (
            f"CASE WHEN {g} IS NULL THEN NULL WHEN {_ET_STED.format(g)}"
            f" THEN CAST(substr({g}, 1, 4) || x'{srs}' || substr({g}, 9) AS BLOB) ELSE {_STANDS} END"
        )
    con.execute(
        f"INSERT INTO {TABEL} ({', '.join(map(citer, til or (GEOMETRI,)))}) SELECT {', '.join(til.values()) or 'NULL'}"  # nosec B608 - quoted by citer
        f" FROM {_FIL}.{citer(tabel)} ORDER BY rowid"
    )


def _udtryk(x: str, type_: str) -> str:
    if type_ in _FORM:
        passer = f"{x} IS NULL OR ({x} GLOB '{_FORM[type_]}' AND date({x}, '+0 days') = substr({x}, 1, 10))"
        return f"CASE WHEN {passer} THEN {x} ELSE {_STANDS} END"
    return _UDTRYK[type_].format(x)
