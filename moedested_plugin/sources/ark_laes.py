# SPDX-License-Identifier: GPL-2.0-or-later
"""Knows a sheet of ours when it comes home: which sheet, which column is which whatever it is called now, and how the rows were."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.PyQt.QtCore import QXmlStreamReader

from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.domain.skema import tabel as tabel_af
from moedested_plugin.store.oversaet import citer

from . import ogr_doer, staging
from .ark import HUSKER, NAVN_FORAN, VEJLEDNING
from .ark_kolonner import BREDDEGRAD, LAENGDEGRAD, LISTER, TABELLER
from .laest import TABEL, KildeFelt

#: The table of remembered rows in the staging file.
GRUNDLAG = "grundlag"
_HENVISNING = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?\d*\Z")
_STOERST = 4 << 20
#: As they stand in the file, in whatever language Excel shows them.
CELLEFEJL = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")
_FLUGT = "_x005F_"


@dataclass(frozen=True)
class Maerke:
    """What tells that it is a sheet of ours."""

    tabel: Tabel
    #: The sheet with the rows, where the file says it.
    lag: str | None
    #: Number of a column, from 0 → its name in the model.
    kolonner: Mapping[int, str] = field(default_factory=dict)
    #: (id, row as it was), of every row that was sent.
    husket: tuple[tuple[str, str], ...] = ()


def kend(datasaet: ogr_doer.Datasaet, sti: Path) -> Maerke | None:
    """Whether a workbook is ours."""
    husker = datasaet.GetLayerByName(HUSKER)
    if husker is None or husker.GetLayerDefn().GetFieldCount() < 2:
        return None
    raekker = [
        (str(objekt[0] or ""), str(objekt[1] or "").replace(f"{_FLUGT}x", "_x"))
        for objekt in husker
    ]
    navne = dict(raekker)
    if navne.get("tabel") not in TABELLER:
        return None
    tabel = tabel_af(navne["tabel"])
    lag, kolonner = _kolonner(sti, tabel)
    if lag is not None and datasaet.GetLayerByName(lag) is None:
        lag = None
    husket = tuple(
        (id_.strip().lower(), raekke) for id_, raekke in raekker if id_ and id_ != "tabel"
    )
    return Maerke(tabel, lag, kolonner if lag is not None else {}, husket)


def andre_ark(maerke: Maerke, navne: Sequence[str]) -> frozenset[str]:
    """The sheets beside the one with the rows."""
    if maerke.lag is not None:
        return frozenset(navn for navn in navne if navn != maerke.lag)
    return frozenset((HUSKER, VEJLEDNING, LISTER))


def _kolonner(sti: Path, tabel: Tabel) -> tuple[str | None, dict[int, str]]:
    """The columns by the names that are hidden in the workbook; they move with their columns."""
    kendte = {felt.navn: felt.alias for felt in tabel.felter} | {
        "id": tabel.felt(tabel.noegle).alias, BREDDEGRAD.lower(): BREDDEGRAD, LAENGDEGRAD.lower(): LAENGDEGRAD
    }  # fmt: skip
    lag: str | None = None
    ud: dict[int, str] = {}
    for navn, henvisning in _navne(sti):
        fund = _HENVISNING.match(henvisning.strip())
        kendt = kendte.get(navn.removeprefix(NAVN_FORAN)) if navn.startswith(NAVN_FORAN) else None
        if fund is None or kendt is None:
            continue
        lag = lag or (fund[1] or fund[2]).replace("''", "'")
        nr = 0
        for bogstav in fund[3]:
            nr = nr * 26 + ord(bogstav) - 64
        ud[nr - 1] = kendt
    return lag, ud


def _navne(sti: Path) -> Iterator[tuple[str, str]]:
    """The hidden names of an .xlsx; none of another file."""
    try:
        with zipfile.ZipFile(sti) as pakke, pakke.open("xl/workbook.xml") as fil:
            data = fil.read(_STOERST)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return
    laeser = QXmlStreamReader(data)
    while not laeser.atEnd():
        if (
            laeser.readNext() == QXmlStreamReader.TokenType.StartElement
            and str(laeser.name()) == "definedName"
        ):
            navn = laeser.attributes().value("name")
            yield str(navn), laeser.readElementText()


def navngiv(
    maerke: Maerke | None, lag: ogr_doer.Lag, felter: tuple[KildeFelt, ...]
) -> tuple[KildeFelt, ...]:
    """Our names for the columns that are known, also when they have been moved or called something else."""
    if maerke is None:
        return felter
    skema = lag.GetLayerDefn()
    nye: dict[str, str] = {}
    for nr, navn in maerke.kolonner.items():
        if nr < skema.GetFieldCount():
            nye.setdefault(" ".join(ogr_doer.navn_af(skema.GetFieldDefn(nr)).split()), navn)
    rettet = {" ".join(felt.navn.split()): felt for felt in felter}
    taget = {nye[navn] for navn in rettet if navn in nye}
    return tuple(
        replace(felt, navn=nye[navn]) if navn in nye
        else replace(felt, navn=f"{felt.navn} (2)") if felt.navn in taget else felt
        for navn, felt in ((" ".join(felt.navn.split()), felt) for felt in felter)
    )  # fmt: skip


def husk(sti: Path, maerke: Maerke | None) -> None:
    """Keep the remembered rows beside the received ones."""
    if maerke is None:
        return
    with staging.skriv(sti) as con:
        con.execute(f"CREATE TABLE {GRUNDLAG} (objekt_id TEXT PRIMARY KEY, raekke TEXT)")
        con.executemany(f"INSERT OR IGNORE INTO {GRUNDLAG} VALUES (?, ?)", maerke.husket)  # nosec B608 - name of ours


def ryd(con: sqlite3.Connection, felter: Sequence[KildeFelt], maerke: Maerke | None) -> None:
    """Take away what only keeps a sheet from calculating a text, in a sheet that went out from here."""
    ider = {ens_navn(tabel_af(navn).felt(tabel_af(navn).noegle).alias) for navn in TABELLER}
    if maerke is None and ider.isdisjoint(ens_navn(felt.navn) for felt in felter):
        return
    for felt in felter:
        if felt.type == "tekst":
            k = citer(felt.kolonne)
            if maerke is None:
                con.execute(f"UPDATE {TABEL} SET {k} = substr({k}, 2) WHERE {k} GLOB '''[=+@-]*'")  # nosec B608 - quoted by citer
            else:
                con.execute(f"UPDATE {TABEL} SET {k} = replace({k}, ?, '_x')", (f"{_FLUGT}x",))  # nosec B608 - quoted by citer


def uden_fejl(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> None:
    """A formula that went wrong is no value."""
    for felt in felter:
        if felt.type == "tekst":
            k = citer(felt.kolonne)
            con.execute(f"UPDATE {TABEL} SET {k} = NULL WHERE {k} IN {CELLEFEJL}")  # nosec B608 - quoted by citer


def uden_tomme(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> None:
    """Rows of a sheet that are there only because someone has touched them."""
    if felter:
        tomme = " AND ".join(f"coalesce(trim({citer(felt.kolonne)}), '') = ''" for felt in felter)
        con.execute(f"DELETE FROM {TABEL} WHERE {tomme}")  # nosec B608 - quoted by citer
