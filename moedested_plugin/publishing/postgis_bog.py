# SPDX-License-Identifier: GPL-2.0-or-later
"""The book (bog) a database keeps of one service: every publication and roll back, and whom they must protect."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from .postgis_eget import EGET, findes
from .privat import Fjernet

if TYPE_CHECKING:
    from psycopg2.extensions import cursor


def historik(markoer: cursor, tjeneste: str) -> list[dict[str, object]]:
    """Every publication and roll back, oldest first."""
    if not findes(markoer):
        return []
    markoer.execute(
        f"select linje from {EGET}.historik where service = %s order by nr",  # nosec B608 - a constant
        [tjeneste],
    )
    return [linje for (linje,) in markoer]


def skriv(
    markoer: cursor, tjeneste: str, art: str, version: str, af: str, mere: Mapping[str, object]
) -> None:
    """Add a line."""
    markoer.execute("select now()")
    fundet = markoer.fetchone()
    tid = fundet[0].isoformat(timespec="seconds") if fundet else ""
    linje = {"art": art, "version": version, "tid": tid, "af": af, **mere}
    markoer.execute(
        f"insert into {EGET}.historik (service, linje) values (%s, %s)",  # nosec B608 - a constant
        [tjeneste, json.dumps(linje, ensure_ascii=False)],
    )


def ret(markoer: cursor, tjeneste: str, ny: Callable[[dict[str, object]], object]) -> None:
    """Change lines."""
    markoer.execute(
        f"select nr, linje from {EGET}.historik where service = %s",  # nosec B608 - a constant
        [tjeneste],
    )
    for nr, linje in markoer.fetchall():
        if (rettet := ny(linje)) != linje:
            markoer.execute(
                f"update {EGET}.historik set linje = %s where nr = %s",  # nosec B608 - a constant
                [json.dumps(rettet, ensure_ascii=False), nr],
            )


def fjernede(markoer: cursor, tjeneste: str) -> set[Fjernet]:
    """Rows that were taken away to protect somebody."""
    markoer.execute(
        f"select tabel, noegle, til from {EGET}.fjernet where service = %s",  # nosec B608 - a constant
        [tjeneste],
    )
    return {Fjernet(*raekke) for raekke in markoer}


def fjern_ogsaa(markoer: cursor, tjeneste: str, nye: Iterable[Fjernet]) -> None:
    """Add such rows."""
    markoer.executemany(
        f"insert into {EGET}.fjernet (service, tabel, noegle, til)"  # nosec B608 - a constant
        " values (%(service)s, %(tabel)s, %(noegle)s, %(til)s) on conflict do nothing",
        [{"service": tjeneste, **asdict(post)} for post in nye],
    )
