# SPDX-License-Identifier: GPL-2.0-or-later
"""Times in a spreadsheet are those of the clock on the wall; OGR calls them UTC, and writes hours as it likes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from .laest import NUMMER, TABEL, KildeFelt, citer

_KLOKKEN = re.compile(r"([01]\d|2[0-3]):([0-5]\d):[0-5]\d(?:\.\d+)?(?:\+00)?\Z")


def ret(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> None:
    """Take the zone away that nobody wrote, and the seconds of a time of the day."""
    for felt in felter:
        k = citer(felt.kolonne)
        if felt.type == "tid":
            con.execute(f"UPDATE {TABEL} SET {k} = rtrim({k}, 'Z') WHERE {k} LIKE '%Z'")  # nosec B608 - quoted by citer
        elif felt.type == "tekst":
            sql = f"SELECT {NUMMER}, {k} FROM {TABEL} WHERE {k} GLOB '[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*'"  # nosec B608 - quoted by citer
            rettes = [
                (f"{m[1]}:{m[2]}", nr)
                for nr, v in con.execute(sql)
                if (m := _KLOKKEN.match(str(v)))
            ]
            con.executemany(f"UPDATE {TABEL} SET {k} = ? WHERE {NUMMER} = ?", rettes)  # nosec B608 - quoted by citer
