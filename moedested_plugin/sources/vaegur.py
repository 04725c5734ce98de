# SPDX-License-Identifier: GPL-2.0-or-later
"""Times in a spreadsheet are those of the clock on the wall; OGR adds seconds, and a zone."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from .klokkeslaet import klokken
from .laest import NUMMER, TABEL, KildeFelt

#: Columns that are the two ends of one time of the day, as one hears their names.
_PAR = (("frakl", "tilkl"), ("startkl", "slutkl"), ("starttid", "sluttid"), ("tidfra", "tidtil"))
_KLOKKEN = re.compile(r"([01]\d|2[0-3]):([0-5]\d):[0-5]\d(?:\.\d+)?(?:\+00)?\Z")


def saml(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> list[str]:
    """Where start and end stand in two columns, the first gets both, as 09:30-11:00; gives remarks."""
    hoert = {
        ens_navn(felt.navn): felt for felt in felter if felt.type in ("tekst", "tal", "heltal")
    }
    bemaerk = []
    for fra, til in ((hoert[a], hoert[b]) for a, b in _PAR if a in hoert and b in hoert):
        f, t = citer(fra.kolonne), citer(til.kolonne)
        sql = f"SELECT {NUMMER}, {f}, {t} FROM {TABEL} WHERE {f} IS NOT NULL AND {t} IS NOT NULL"  # nosec B608 - quoted by citer
        rettes = [
            (f"{start}-{slut}", nr)
            for nr, a, b in con.execute(sql)
            if (start := klokken(str(a))) is not None and (slut := klokken(str(b))) is not None
        ]
        con.executemany(f"UPDATE {TABEL} SET {f} = ? WHERE {NUMMER} = ?", rettes)  # nosec B608 - quoted by citer
        if rettes:
            bemaerk.append(tr("{} og {} er læst som ét tidspunkt.").format(fra.navn, til.navn))
    return bemaerk


def ret(con: sqlite3.Connection, felter: Sequence[KildeFelt]) -> None:
    """Take away the seconds and the zone, which nobody wrote, of a time of the day."""
    for felt in felter:
        k = citer(felt.kolonne)
        if felt.type == "tekst":
            sql = f"SELECT {NUMMER}, {k} FROM {TABEL} WHERE {k} GLOB '[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*'"  # nosec B608 - quoted by citer
            rettes = [
                (f"{m[1]}:{m[2]}", nr)
                for nr, v in con.execute(sql)
                if (m := _KLOKKEN.match(str(v)))
            ]
            con.executemany(f"UPDATE {TABEL} SET {k} = ? WHERE {NUMMER} = ?", rettes)  # nosec B608 - quoted by citer
