# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of a GeoPackage, through OGR: a store, one of its copies, or a published version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.i18n import tr

from . import geopackage_sql as sql
from .fejl import StoreFejl
from .geopackage_fil import KOPIMAPPE, som_saetninger
from .ogr_sql import Forbindelse, SqlFejl
from .oversaet import SQLITE, citer
from .persondata import Fjernelse, Forekomst, Tekster, efterladt, find, fjern, kan_have

if TYPE_CHECKING:
    from moedested_plugin.domain.eftersoegt import Eftersoegt

#: GeoPackage's and SQLite's own, and the R-trees, hold nothing that a person wrote.
_IKKE = ("gpkg_", "sqlite_", "rtree_")
_UDLOESERE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


class GeopackageTekster(Tekster):
    """One open file."""

    def __init__(self, forbindelse: Forbindelse, sti: Path, sted: str) -> None:
        self.sted = sted
        self._forbindelse = forbindelse
        self._sti = sti

    def kolonner(self) -> dict[str, list[str]]:
        """Whatever is no drawing and no bytes: SQLite keeps a text in a column of any type."""
        ud = {}
        for (tabel,) in self._spoerg(sql.TABELNAVNE):
            if not tabel.startswith(_IKKE):
                fundet = self._spoerg(
                    f"SELECT name FROM pragma_table_info({SQLITE.tekst(tabel)}) WHERE pk = 0"  # nosec B608 - a literal
                )
                ud[str(tabel)] = [str(navn) for (navn,) in fundet]
        return ud

    def raekker(
        self, tabel: str, kolonner: list[str], stumper: Iterable[tuple[str, bool]]
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        """By the pieces; a blob is not read. Of the column `fid` itself OGR would make something else."""
        som_tekst = {
            navn: f"CASE WHEN typeof({citer(navn)}) = 'blob' THEN NULL ELSE CAST({citer(navn)} AS TEXT) END"
            for navn in kolonner
        }
        if not som_tekst:
            return
        alt = " || char(10) || ".join(f"coalesce({x}, '')" for x in som_tekst.values())
        hvor = kan_have(alt, stumper, SQLITE)
        valgt = ", ".join(f"{x} AS k{nr}" for nr, x in enumerate(som_tekst.values()))
        for nr, *vaerdier in self._spoerg(
            f"SELECT rowid + 0 AS nr, {valgt} FROM {citer(tabel)} WHERE {hvor}"  # nosec B608 - quoted names
        ):
            yield str(nr), dict(zip(kolonner, vaerdier))

    def skriv(self, tabel: str, raekke: str, vaerdier: Mapping[str, str | None]) -> None:
        """By the number of the row."""
        nye = ", ".join(
            f"{citer(navn)} = {'NULL' if vaerdi is None else SQLITE.tekst(vaerdi)}"
            for navn, vaerdi in vaerdier.items()
        )
        with som_saetninger(self._sti):
            self._forbindelse.udfoer(
                f"UPDATE {citer(tabel)} SET {nye} WHERE rowid = {int(raekke)}"  # nosec B608 - quoted names
            )

    def _spoerg(self, saetning: str) -> list[tuple[Any, ...]]:
        with som_saetninger(self._sti):
            return self._forbindelse.raekker(saetning)


def kopier_af(sti: Path) -> list[Path]:
    """The copies that the plugin has made of the store."""
    mappe = sti.parent / KOPIMAPPE
    navne = sorted(mappe.iterdir()) if mappe.is_dir() else []
    return [
        kopi for kopi in navne if kopi.name.startswith(f"{sti.stem} ") and kopi.suffix == sti.suffix
    ]


def find_i_kopier(sti: Path, eftersoegt: Eftersoegt) -> Iterator[Forekomst]:
    """What the copies of the store have."""
    for kopi in kopier_af(sti):
        with aabnet(kopi, f"{KOPIMAPPE}/{kopi.name}", skriv=False) as tekster:
            yield from find(tekster, eftersoegt)


def fjern_udenfor(
    forbindelse: Forbindelse, sti: Path, eftersoegt: Eftersoegt
) -> Iterator[Fjernelse]:
    """Take it out of the copies too, one file at a time, and out of the free space of the store; says what could not be."""
    for kopi in kopier_af(sti):
        sted = f"{KOPIMAPPE}/{kopi.name}"
        try:
            with aabnet(kopi, sted, skriv=False) as tekster:
                fundet = find(tekster, eftersoegt)
            if fundet:
                with aabnet(kopi, sted, skriv=True) as tekster:
                    udfald = fjern(tekster, eftersoegt)
                yield udfald
        except StoreFejl as fejl:
            yield efterladt(sted, str(fejl))
    yield from _pak(forbindelse, sti)


@contextmanager
def aabnet(sti: Path, sted: str, *, skriv: bool) -> Iterator[GeopackageTekster]:
    """A file that nobody works in. To write is one transaction, without the rules and the history of a store."""
    with som_saetninger(sti):
        forbindelse = Forbindelse.aabn(str(sti), skriv=skriv)
        try:
            tekster = GeopackageTekster(forbindelse, sti, sted)
            if not skriv:
                yield tekster
                return
            with forbindelse.transaktion():
                udloesere = forbindelse.raekker(_UDLOESERE)
                for navn, _ in udloesere:
                    forbindelse.udfoer(f"DROP TRIGGER {citer(navn)}")
                yield tekster
                for _, saetning in udloesere:
                    forbindelse.udfoer(saetning)
        finally:
            forbindelse.luk()


def _pak(forbindelse: Forbindelse, sti: Path) -> Iterator[Fjernelse]:
    """Leave nothing of what was in the file's free space and journal; says so where another program has it open."""
    try:
        forbindelse.udfoer("VACUUM")
        forbindelse.udfoer("PRAGMA wal_checkpoint(TRUNCATE)")
    except SqlFejl:
        grund = tr(
            "Filen er åben i et andet program. Luk QGIS, og kør igen, så også ledig plads i filen ryddes."
        )
        yield efterladt(sti.name, grund)
