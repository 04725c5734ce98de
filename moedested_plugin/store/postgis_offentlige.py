# SPDX-License-Identifier: GPL-2.0-or-later
"""The public rows of a PostGIS store: all of them, or those that are otherwise than in a schema of the same database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from . import offentlige
from . import postgis_sql as sql
from .base import Store
from .offentlige import Forskel
from .oversaet import POSTGRES, navn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

    from psycopg2.extensions import cursor

    from moedested_plugin.domain.offentlig import Visning

    from .base import OffentligVaerdi

#: For one comparison: so many rows of texts lie in it that they need not be written to the disk and read again.
_I_HUKOMMELSEN = "64MB"


class PostgisOffentlige(Store):
    """The part of `PostgisStore` that reads what is public."""

    def _markoer(self) -> AbstractContextManager[cursor]:
        raise NotImplementedError

    def _sider(
        self, saetning: str, vaerdier: Sequence[object] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        raise NotImplementedError

    def offentlige(
        self, visning: Visning, noegler: Collection[str] | None = None
    ) -> Iterator[tuple[OffentligVaerdi, ...]]:
        """One scan of the view, fetched a page at a time; a few rows in one go."""
        hvor = offentlige.kun_noegler(visning, noegler, POSTGRES)
        saetning = offentlige.postgres_sql(visning, sql.SKEMA, hvor)
        if noegler is None or len(noegler) > offentlige.SIDE:
            raekker = self._sider(saetning)
        else:
            with self._markoer() as markoer:
                markoer.execute(saetning)
                raekker = iter(markoer.fetchall())
        yield from map(offentlige.fra_postgres, raekker)

    def offentlige_siden(
        self,
        visning: Visning,
        kopi: Path | str,
        tabel: str,
        kendte: Collection[str],
        *,
        samme_tekster: bool,
    ) -> Forskel | None:
        """PostgreSQL compares, where the copy lies in the same database: a version is nowhere else by that name."""
        if not isinstance(kopi, str):
            return None
        with self._markoer() as markoer:
            ude = f"{navn(kopi)}.{navn(tabel)}"
            markoer.execute("select to_regclass(%s) is null", [ude])
            fundet = markoer.fetchone()
            if fundet is None or fundet[0]:
                return None
            with _til_sammenligning(markoer):
                markoer.execute(
                    offentlige.forskel_postgres_sql(
                        visning, sql.SKEMA, ude, samme_tekster=samme_tekster
                    )
                )
                noegler = sorted(str(noegle) for (noegle,) in markoer)
                markoer.execute(offentlige.borte_postgres_sql(visning, sql.SKEMA, ude))
                borte = {str(noegle) for (noegle,) in markoer if noegle in kendte}
            return Forskel(noegler, borte)


@contextmanager
def _til_sammenligning(markoer: cursor) -> Iterator[None]:
    """How PostgreSQL is to plan, for as long as the comparison takes."""
    from psycopg2 import extensions

    # Tables that were just filled are nothing to a planner that has not counted them: row for row, then.
    markoer.execute(f"set enable_nestloop = off; set work_mem = '{_I_HUKOMMELSEN}'")
    try:
        yield
    finally:
        # A transaction that failed takes the settings back by itself, and with the connection they are gone; to ask
        # there would be an error of its own, and hide the first.
        if markoer.connection.info.transaction_status in (
            extensions.TRANSACTION_STATUS_IDLE,
            extensions.TRANSACTION_STATUS_INTRANS,
        ):
            markoer.execute("reset enable_nestloop; reset work_mem")
