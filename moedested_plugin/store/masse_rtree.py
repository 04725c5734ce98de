# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of a GeoPackage table, built whole: a quarter of the price of putting in row after row.

An R-tree of SQLite keeps its nodes in ordinary tables, in a form that its documentation fixes. An empty one can be
filled with ready nodes: neighbours together (sort-tile-recursive), with room in each for what comes later.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from moedested_plugin.domain.betingelse import GEOMETRI

from .ogr_sql import SqlFejl
from .oversaet import SQLITE, navn

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from moedested_plugin.domain.felt import Tabel

    from .ogr_sql import Forbindelse

    Raekker = NDArray[np.void]

#: id (of a row, or of a node below), then the box: large end first, four bytes a number.
_CELLE = np.dtype([("id", ">i8"), ("x0", ">f4"), ("x1", ">f4"), ("y0", ">f4"), ("y1", ">f4")])
_HOVED = 4
_ROD = 1
#: Of the 51 that a node holds.
_FYLDES = 48
#: Fewer rows go in one by one.
_NOK = 500
_BOKSE_AD_GANGEN = 10_000
_DELE = ("rowid", "parent", "node")
_KALDT = "noder_"
_X = navn(GEOMETRI)
_FIRE = ", ".join(f"{funktion}({_X})" for funktion in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"))
#: Of a point, alone or the only one of a multi, the bytes of its two numbers; of all else the four of its box.
_BOKS = (
    f"CASE length({_X}) WHEN 29 THEN hex(substr({_X}, 14)) WHEN 38 THEN hex(substr({_X}, 23))"
    f" ELSE printf('%!.17g,%!.17g,%!.17g,%!.17g', {_FIRE}) END"
)
_PUNKT = 32


def fyld(forbindelse: Forbindelse, tabel: Tabel, efter: int, mappe: Path) -> None:
    """Put the rows with a higher fid than `efter` into the index, which knows none of them yet.

    The nodes take the way over a file in `mappe`; it stays attached as long as the transaction lasts.
    """
    indeks = f"rtree_{tabel.navn}_{GEOMETRI}"
    x = navn(GEOMETRI)
    hvor = f"FROM {navn(tabel.navn)} WHERE fid > {efter} AND {x} IS NOT NULL"  # nosec B608 - names of the model
    kendt = f"SELECT EXISTS (SELECT 1 FROM {navn(f'{indeks}_rowid')})"  # nosec B608 - names of the model
    if (
        not forbindelse.foerste(kendt)
        and int(forbindelse.foerste(f"SELECT count(*) FROM (SELECT 1 {hvor} LIMIT {_NOK})")) == _NOK  # nosec B608 - names of the model
    ):
        try:
            _byg(forbindelse, tabel, efter, mappe / f"{_KALDT}{tabel.navn}")
        except SqlFejl:
            # A SQLite that guards these tables (macOS has one) refuses the first statement.
            if forbindelse.foerste(kendt):
                raise
        else:
            return
    forbindelse.udfoer(
        f"INSERT INTO {navn(indeks)} SELECT fid, ST_MinX({x}), ST_MaxX({x}), ST_MinY({x}), ST_MaxY({x}) {hvor}"  # nosec B608 - names of the model
    )


def slip(forbindelse: Forbindelse) -> None:
    """After the transaction: let go of the files."""
    for _, kaldt, _ in forbindelse.raekker("PRAGMA database_list"):
        if kaldt.startswith(_KALDT):
            forbindelse.udfoer(f"DETACH {navn(kaldt)}")


def _byg(forbindelse: Forbindelse, tabel: Tabel, efter: int, sti: Path) -> None:
    indeks = f"rtree_{tabel.navn}_{GEOMETRI}"
    stoerrelse = int(
        forbindelse.foerste(
            f"SELECT length(data) FROM {navn(f'{indeks}_node')} WHERE nodeno = {_ROD}"  # nosec B608 - names of the model
        )
    )
    lag = [_fliser(_bokse(forbindelse, tabel, efter))]
    while len(lag[-1]) > _FYLDES:
        lag.append(_omslag(lag[-1], sum(map(_noder, lag[:-1])) + _ROD + 1))
    sti.unlink(missing_ok=True)
    with closing(sqlite3.connect(sti)) as con:
        con.execute("PRAGMA synchronous = OFF")
        for del_ in _DELE:
            con.execute(f"CREATE TABLE {del_} (a INTEGER PRIMARY KEY, b)")
        con.executemany("INSERT INTO node VALUES (?, ?)", _indhold(lag, stoerrelse))
        for niveau, celler in enumerate(lag):
            par = np.column_stack((celler["id"].astype(np.int64), _under(lag, niveau)))
            par = par[np.argsort(par[:, 0])]  # a table fills fastest in the order of its keys
            hvorhen = "parent" if niveau else "rowid"
            con.executemany(f"INSERT INTO {hvorhen} VALUES (?, ?)", par.tolist())  # nosec B608 - names of ours
        con.commit()
    forbindelse.udfoer(f"ATTACH {SQLITE.tekst(str(sti))} AS {navn(sti.name)}")
    for del_ in _DELE:
        forbindelse.udfoer(
            f"INSERT OR REPLACE INTO {navn(f'{indeks}_{del_}')} SELECT a, b FROM {navn(sti.name)}.{del_}"  # nosec B608 - names of the model
        )


def _bokse(forbindelse: Forbindelse, tabel: Tabel, efter: int) -> Raekker:
    """The boxes, rounded outwards: a cell is never smaller than what lies in it."""
    sidste = int(forbindelse.foerste(f"SELECT max(fid) FROM {navn(tabel.navn)}"))  # nosec B608 - names of the model
    numre, bokse = [], []
    for start in range(efter, sidste, _BOKSE_AD_GANGEN):
        tekst, fider = forbindelse.raekker(
            f"SELECT group_concat({_BOKS}, ' '), group_concat(fid, ' ') FROM {navn(tabel.navn)}"  # nosec B608 - names of the model
            f" WHERE fid > {start} AND fid <= {start + _BOKSE_AD_GANGEN} AND {navn(GEOMETRI)} IS NOT NULL"
        )[0]
        if fider:
            numre.append(np.array(fider.split(" "), np.int64))
            bokse.append(_tal(tekst.split(" ")))
    return _celler(np.concatenate(numre), np.concatenate(bokse))


def _tal(tekster: list[str]) -> NDArray[np.float64]:
    """A row of four numbers for each text; those of points all at once."""
    er_punkt = np.array([len(tekst) == _PUNKT and "," not in tekst for tekst in tekster])
    bokse = np.empty((len(tekster), 4))
    punkter = bytes.fromhex("".join([t for t, punkt in zip(tekster, er_punkt) if punkt]))
    bokse[er_punkt] = np.frombuffer(punkter, "<f8").reshape(-1, 2)[:, [0, 0, 1, 1]]
    andre = ",".join([t for t, punkt in zip(tekster, er_punkt) if not punkt])
    if andre:
        bokse[~er_punkt] = np.array(json.loads(f"[{andre}]"), float).reshape(-1, 4)
    return bokse


def _celler(numre: NDArray[np.int64], bokse: NDArray[np.float64]) -> Raekker:
    celler = np.zeros(len(numre), _CELLE)
    celler["id"] = numre
    for nr, (kolonne, ud) in enumerate(
        (("x0", -np.inf), ("x1", np.inf), ("y0", -np.inf), ("y1", np.inf))
    ):
        kort = bokse[:, nr].astype(np.float32)
        for_kort = kort > bokse[:, nr] if ud < 0 else kort < bokse[:, nr]
        celler[kolonne] = np.where(for_kort, np.nextafter(kort, np.float32(ud)), kort)
    return celler


def _fliser(celler: Raekker) -> Raekker:
    """In strips from west to east, and in each from south to north."""
    x, y = (celler[a].astype(float) + celler[b] for a, b in (("x0", "x1"), ("y0", "y1")))
    i_en_stribe = _FYLDES * math.ceil(math.sqrt(len(celler) / _FYLDES))
    stribe = np.empty(len(celler), np.int64)
    stribe[np.argsort(x, kind="stable")] = np.arange(len(celler)) // i_en_stribe
    ordnet: Raekker = celler[np.lexsort((y, stribe))]
    return ordnet


def _noder(celler: Raekker) -> int:
    return math.ceil(len(celler) / _FYLDES)


def _omslag(under: Raekker, foerste: int) -> Raekker:
    """One cell around each node of the level below; the nodes are numbered from `foerste`."""
    kanter = np.arange(0, len(under), _FYLDES)
    celler = np.zeros(len(kanter), _CELLE)
    celler["id"] = np.arange(foerste, foerste + len(kanter))
    for kolonne in ("x0", "y0"):
        celler[kolonne] = np.minimum.reduceat(under[kolonne].astype(np.float32), kanter)
    for kolonne in ("x1", "y1"):
        celler[kolonne] = np.maximum.reduceat(under[kolonne].astype(np.float32), kanter)
    return celler


def _under(lag: list[Raekker], niveau: int) -> NDArray[np.int64]:
    """The node in which each cell of a level lies."""
    if niveau == len(lag) - 1:
        return np.full(len(lag[niveau]), _ROD, np.int64)
    return np.repeat(lag[niveau + 1]["id"].astype(np.int64), _FYLDES)[: len(lag[niveau])]


def _indhold(lag: list[Raekker], stoerrelse: int) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every node; the root alone says how deep the tree is."""
    for niveau, celler in enumerate(lag):
        numre = _under(lag, niveau)[::_FYLDES].tolist()
        dybde = len(lag) - 1 if niveau == len(lag) - 1 else 0
        for nr, start in zip(numre, range(0, len(celler), _FYLDES)):
            bundt = celler[start : start + _FYLDES]
            hoved = dybde.to_bytes(2, "big") + len(bundt).to_bytes(2, "big")
            yield nr, (hoved + bundt.tobytes()).ljust(stoerrelse, b"\0")
