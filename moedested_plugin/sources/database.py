# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes our copy of somebody's SQLite database harmless: no views, no triggers, no tables that read other files."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from moedested_plugin.i18n import tr
from moedested_plugin.store import sqlite_fil

from .fejl import LaeseFejl, oedelagt

#: Modules of virtual tables that only index what is in the file itself.
_UFARLIGE = frozenset(
    (
        "rtree",
        "fts3",
        "fts4",
        "fts5",
        "virtualspatialindex",
        "virtualelementary",
        "virtualknn",
        "virtualknn2",
    )
)
_MODUL = re.compile(r"\bUSING\s+[\"'`\[]?(\w+)", re.IGNORECASE)


def uskadeliggoer(sti: Path, navn: str) -> None:
    """Clean the copy at `sti`; `navn` is what the user calls the file."""
    try:
        with closing(sqlite3.connect(sti)) as con:
            con.execute("PRAGMA trusted_schema = OFF")
            sqlite_fil.skal_vaere_hel(con, sti)
            con.execute("PRAGMA journal_mode = DELETE")  # takes in what a colleague saved last
            sql = "SELECT coalesce(sql, '') FROM sqlite_master WHERE sql LIKE '%VIRTUAL%'"
            for (skema,) in con.execute(sql).fetchall():
                if not re.match(r"\s*CREATE\s+VIRTUAL", skema, re.IGNORECASE):
                    continue
                modul = _MODUL.search(skema)
                if modul is None or modul[1].lower() not in _UFARLIGE:
                    raise LaeseFejl(
                        tr(
                            "{} har tabeller, der henviser til andre filer. Gem laget i en ny GeoPackage."
                        ).format(navn)
                    )
            con.execute("PRAGMA writable_schema = ON")
            con.execute("DELETE FROM sqlite_master WHERE type IN ('view', 'trigger')")
            con.commit()
    except (sqlite3.Error, UnicodeError):
        raise oedelagt(navn) from None
