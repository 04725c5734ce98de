# SPDX-License-Identifier: GPL-2.0-or-later
"""A SQLite file, asked through SQLite alone.

On Linux and macOS the process loses every lock it has on a file when it closes that file anywhere. SQLite knows and waits with
closing; `open()` in Python does not, and another program could then write into the middle of what QGIS is saving.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath
from urllib.parse import quote

#: Readers wait for nobody, but for a program that keeps the file to itself.
_VENT_S = 2


def uri(sti: PurePath, valg: str) -> str:
    """A whole path as SQLite wants it; of a network path the server must not stand where a host would."""
    return f"file:///{quote(sti.as_posix().removeprefix('/'), safe='/:')}?{valg}"


def kendemaerke(sti: Path) -> bytes | None:
    """The four letters that say whose file it is (`GPKG`); None when it is no SQLite at all.

    Takes no lock and repairs nothing. Raises `sqlite3.DatabaseError` when it is cut off or cannot be opened.
    """
    if sti.stat().st_size == 0:  # to SQLite that is a database as good as any
        return None
    with closing(sqlite3.connect(uri(sti, "mode=ro&immutable=1"), uri=True)) as con:
        try:
            (tal,) = con.execute("PRAGMA application_id").fetchone()
        except sqlite3.DatabaseError as fejl:
            if "not a database" in str(fejl):
                return None
            raise
    return int(tal).to_bytes(4, "big", signed=True)


def kan_skrives(sti: Path) -> bool:
    """Whether SQLite gets a GeoPackage for writing; one that is being written just now can be, too."""
    try:
        con = sqlite3.connect(uri(sti, "mode=rw"), uri=True, timeout=0, isolation_level=None)
        with closing(con):
            con.execute("DELETE FROM gpkg_contents WHERE 0")  # BEGIN does not tell
    except sqlite3.DatabaseError as fejl:
        return not any(ord_ in str(fejl) for ord_ in ("readonly", "unable to open"))
    return True


def skal_vaere_hel(con: sqlite3.Connection, sti: Path) -> None:
    """Raise `sqlite3.DatabaseError` for a file that was cut off.

    SQLite itself misses whole pages, but takes half a page as if the rest of it were empty.
    """
    con.execute("SELECT count(*) FROM sqlite_master").fetchone()
    ((side,),) = con.execute("PRAGMA page_size")
    if sti.stat().st_size % side:
        raise sqlite3.DatabaseError(f"{sti} ends in the middle of a page")


def kopier(fra: Path, til: Path) -> None:
    """Copy a database that somebody may be working in, as it stood when they last saved. Raises `sqlite3.DatabaseError`."""
    i_brug = fra.with_name(fra.name + "-wal").is_file()
    valg = "mode=ro" if i_brug else "mode=ro&immutable=1"  # the first would leave files beside it
    kilde = sqlite3.connect(uri(fra, valg), uri=True, timeout=_VENT_S, isolation_level=None)
    kopi = sqlite3.connect(til)
    with closing(kilde), closing(kopi):
        kopi.execute("PRAGMA synchronous = OFF")
        # `backup` waits without end for one who keeps the file to himself; a read does not, and holds on to what it sees.
        kilde.execute("BEGIN")
        skal_vaere_hel(kilde, fra)
        kilde.backup(kopi)
