# SPDX-License-Identifier: GPL-2.0-or-later
"""Stable views for other servers (GeoServer, GC2 …): the same names for ever, on the data of the version that is shown.

They follow the pointer in a transaction of their own. A view that keeps its columns is replaced in place, so that what
the municipality has granted on it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moedested_plugin.store.oversaet import navn

from .postgis_data import giv_laesere, skema_af
from .raekker import STEMPEL, STEMPEL_FELTER, TABELLER

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

_KOLONNER = """
select array_agg(attname || ' ' || format_type(atttypid, atttypmod) order by attnum) from pg_attribute
where attrelid = to_regclass(%s) and attnum > 0 and not attisdropped"""
_NAVNE = (*(tabel.navn for tabel in TABELLER), STEMPEL)
#: Somebody who reads the views must not hold the publisher up.
_VENT = "2s"


def vist_version(markoer: cursor, live: str) -> str | None:
    """Which version the views show; None when there are none."""
    fuldt = f"{navn(live)}.{navn(STEMPEL)}"
    markoer.execute("select to_regclass(%s) is not null", [fuldt])
    fundet = markoer.fetchone()
    if not fundet or not fundet[0]:
        return None
    markoer.execute(f"select version from {fuldt}")  # nosec B608 - names of our own
    fundet = markoer.fetchone()
    return str(fundet[0]) if fundet else None


def foelg(markoer: cursor, live: str, version: str) -> None:
    """Let the views show this version."""
    markoer.execute(f"set local lock_timeout = '{_VENT}'")
    markoer.execute(f"create schema if not exists {navn(live)}")
    kolonner = {tabel.navn: ("fid", *tabel.kolonner) for tabel in TABELLER}
    kolonner[STEMPEL] = ("fid", *STEMPEL_FELTER)
    for tabel, felter in kolonner.items():
        fra, til = (f"{navn(skema)}.{navn(tabel)}" for skema in (skema_af(version), live))
        if _kolonner(markoer, til) not in (None, _kolonner(markoer, fra)):
            markoer.execute(f"drop view {til}")
        markoer.execute(
            f"create or replace view {til} as select {', '.join(map(navn, felter))} from {fra}"  # nosec B608 - names of our own
        )
    giv_laesere(markoer, live)


def vis_intet(markoer: cursor, live: str) -> None:
    """Take the views away."""
    for tabel in _NAVNE:
        markoer.execute(f"drop view if exists {navn(live)}.{navn(tabel)}")


def _kolonner(markoer: cursor, fuldt: str) -> list[str] | None:
    markoer.execute(_KOLONNER, [fuldt])
    fundet = markoer.fetchone()
    return fundet[0] if fundet else None
