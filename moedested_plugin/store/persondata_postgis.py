# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of a schema: a store, one of its copies, or a published version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from .oversaet import POSTGRES, citer
from .persondata import Tekster, kan_have
from .postgis_forbindelse import saetninger
from .postgis_sql import SKEMA

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

_KOLONNER = """
select c.relname, array_agg(a.attname::text order by a.attnum)
from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
where c.relnamespace = to_regnamespace(%s) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  and (t.typcategory in ('S', 'N', 'A') or t.typname in ('json', 'jsonb')) and a.attname <> 'fid'
  and exists (select from pg_attribute f where f.attrelid = c.oid and f.attname = 'fid')
group by 1"""
#: The names of our copies are made of digits; whoever can read one is its owner.
_KOPIER = rf"""
select nspname from pg_namespace
where nspname ~ '^{SKEMA}_kopi_[0-9_]+$' order by 1"""  # nosec B608 - a constant


def kopier_af(markoer: cursor) -> list[str]:
    """The copies that the plugin has made of the store."""
    with saetninger():
        markoer.execute(_KOPIER)
        return [skema for (skema,) in markoer.fetchall()]


class PostgisTekster(Tekster):
    """One schema, in the transaction of this cursor."""

    def __init__(self, markoer: cursor, skema: str, sted: str) -> None:
        self.sted = sted
        self._markoer = markoer
        self._skema = skema
        self._typer_af: dict[str, dict[str, str]] = {}

    def kolonner(self) -> dict[str, list[str]]:
        """Texts, numbers, lists and JSON."""
        with saetninger():
            self._markoer.execute(_KOLONNER, [self._skema])
            return dict(self._markoer.fetchall())

    def raekker(
        self, tabel: str, kolonner: list[str], stumper: Iterable[tuple[str, bool]]
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        """By the pieces."""
        if not kolonner:
            return
        valgt = [f"{citer(navn)}::text" for navn in kolonner]
        hvor = kan_have(f"concat_ws(chr(10), {', '.join(valgt)})", stumper, POSTGRES)
        with saetninger():
            self._markoer.execute(
                f"select fid, {', '.join(valgt)} from {self._fuldt(tabel)} where {hvor}"  # nosec B608 - quoted names
            )
            fundne = self._markoer.fetchall()
        for nr, *felter in fundne:
            yield str(nr), dict(zip(kolonner, felter))

    def skriv(self, tabel: str, raekke: str, vaerdier: Mapping[str, str | None]) -> None:
        """By the number of the row; after a refusal the transaction goes on."""
        import psycopg2

        typer = self._typer(tabel)
        nye = ", ".join(f"{citer(navn)} = %s::{typer[navn]}" for navn in vaerdier)
        self._markoer.execute("savepoint persondata")
        with saetninger():
            try:
                self._markoer.execute(
                    f"update {self._fuldt(tabel)} set {nye} where fid = %s",  # nosec B608 - quoted names
                    [*vaerdier.values(), int(raekke)],
                )
            except psycopg2.Error:
                self._markoer.execute("rollback to savepoint persondata")
                raise
        self._markoer.execute("release savepoint persondata")

    def _typer(self, tabel: str) -> dict[str, str]:
        """What the columns are (JSON, list, number), which a text must be made into; asked once."""
        if tabel not in self._typer_af:
            with saetninger():
                self._markoer.execute(
                    "select attname, format_type(atttypid, null) from pg_attribute where attrelid = %s::regclass",
                    [self._fuldt(tabel)],
                )
                self._typer_af[tabel] = dict(self._markoer.fetchall())
        return self._typer_af[tabel]

    def _fuldt(self, tabel: str) -> str:
        return f"{citer(self._skema)}.{citer(tabel)}"
