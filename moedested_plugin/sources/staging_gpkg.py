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

from osgeo import ogr

from moedested_plugin.i18n import tr

from .fejl import Annulleret, LaeseFejl
from .laest import GEOMETRI, TABEL, KildeFelt, citer
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
_TO = "[0-9][0-9]"
_DAG = f"{_TO}{_TO}-{_TO}-{_TO}"
#: Dates and times that OGR would write just as they stand.
_FORM = {"dato": _DAG, "tid": f"{_DAG}T{_TO}:{_TO}:{_TO}.{_TO}[0-9]Z"}
#: A header without a box, and then a 2D point; little-endian both, and nothing after it.
_ET_PUNKT = "length({0}) = 29 AND substr({0}, 1, 4) = x'47500001' AND substr({0}, 9, 5) = x'0101000000'"
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
        for saetning in ("journal_mode = OFF", "synchronous = OFF", "trusted_schema = OFF"):
            con.execute(f"PRAGMA {saetning}")
        con.set_progress_handler(lambda: int(not fremdrift(0.5)), _SLOER_TRIN)
        try:
            con.execute(f"ATTACH ? AS {_FIL}", (del_.datasaet.GetDescription(),))
            if not _er_ligetil(con, navn_af(del_.lag), del_.lag.GetGeometryColumn(), par):
                return False
            _kopier(con, navn_af(del_.lag), del_.lag.GetGeometryColumn(), par, srs_id)
            con.commit()
        except sqlite3.Error as fejl:
            if not fremdrift(0):
                raise Annulleret(tr("Læsningen blev annulleret.")) from None
            raise LaeseFejl(
                tr("Filen kan ikke læses til ende. Hent eller gem den igen, og prøv så.")
            ) from fejl
    return True


def _kendes(felt: FeltDefinition) -> bool:
    return felt.GetType() in _TYPER and felt.GetSubType() != ogr.OFSTFloat32


def _er_ligetil(
    con: sqlite3.Connection, tabel: str, geometri: str, par: Mapping[str, KildeFelt]
) -> bool:
    """A table that computes nothing, and no cell that must be parsed."""
    fundet = con.execute(
        f"SELECT 1 FROM {_FIL}.sqlite_master WHERE type = 'table' AND name = ? AND rootpage > 0",  # nosec B608 - name of ours
        (tabel,),
    ).fetchone()
    findes = {
        navn
        for _, navn, *_, skjult in con.execute(f"PRAGMA {_FIL}.table_xinfo({citer(tabel)})")
        if not skjult
    }
    if fundet is None or not {*par, *filter(None, (geometri,))} <= findes:
        return False
    krav = [
        f"({c} IS NULL OR ({c} GLOB '{_FORM[felt.type]}' AND date({c}, '+0 days') = substr({c}, 1, 10)))"
        for c, felt in ((citer(navn), felt) for navn, felt in par.items())
        if felt.type in _FORM
    ]
    if geometri:
        krav.append(f"({citer(geometri)} IS NULL OR ({_ET_STED.format(citer(geometri))}))")
    if not krav:
        return True
    sql = f"SELECT 1 FROM {_FIL}.{citer(tabel)} WHERE NOT ({' AND '.join(krav)}) LIMIT 1"  # nosec B608 - quoted by citer
    return con.execute(sql).fetchone() is None


def _kopier(
    con: sqlite3.Connection, tabel: str, geometri: str, par: Mapping[str, KildeFelt], srs_id: int
) -> None:
    """Number the rows as OGR does: from 1, in the order of the file."""
    g, srs = citer(geometri), srs_id.to_bytes(4, "little").hex()
    til = {GEOMETRI: f"CAST(substr({g}, 1, 4) || x'{srs}' || substr({g}, 9) AS BLOB)"} if geometri else {}
    til.update(
        {felt.kolonne: _UDTRYK.get(felt.type, "{}").format(citer(navn)) for navn, felt in par.items()}
    )
    if not til:
        til[GEOMETRI] = "NULL"
    con.execute(
        f"INSERT INTO {TABEL} ({', '.join(map(citer, til))}) SELECT {', '.join(til.values())}"  # nosec B608 - quoted by citer
        f" FROM {_FIL}.{citer(tabel)} ORDER BY rowid"
    )
