# SPDX-License-Identifier: GPL-2.0-or-later
"""Many rows at once into a GeoPackage: the work file is attached, SQLite moves the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from . import masse_rtree
from .geopackage_sql import MAERKE, NU
from .masse import Masseskriver
from .oversaet import SQLITE, navn
from .vaerdier import literal

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Vaerdi

    from .base import Skriver
    from .ogr_sql import Forbindelse

PLAN = "plan"
_PLADS_KB = 256_000
_HOVED = "47500001" + EPSG.to_bytes(4, "little").hex()
_MULTI = {"MultiPoint": (1, 4), "MultiLineString": (2, 5), "MultiPolygon": (3, 6)}
#: The triggers that look at a new row; their work is done set-based instead.
_VED_NY = ("foer_ny", "krav_ny", "historik_ny")


@contextmanager
def tilsluttet(forbindelse: Forbindelse, arbejde: Path) -> Iterator[None]:
    """The work file beside the store."""
    forbindelse.udfoer(f"ATTACH {SQLITE.tekst(str(arbejde))} AS {PLAN}")
    plads = int(forbindelse.foerste("PRAGMA cache_size"))
    forbindelse.udfoer(
        f"PRAGMA cache_size = -{_PLADS_KB}"
    )  # indexes of random keys otherwise go to disk and back
    try:
        yield
    finally:
        forbindelse.udfoer(f"PRAGMA cache_size = {plads}")
        masse_rtree.slip(forbindelse)
        forbindelse.udfoer(f"DETACH {PLAN}")


class GeopackageMasse(Masseskriver):
    """Writes in the transaction that `GeopackageStore.skriv` has begun."""

    def __init__(self, forbindelse: Forbindelse, skriver: Skriver, af: str) -> None:
        super().__init__(skriver)
        self._forbindelse = forbindelse
        self._af = af

    def indsaet(
        self, tabel: str, fra: str, felter: Sequence[str], faste: Mapping[str, Vaerdi]
    ) -> int:
        """INSERT … SELECT, with the triggers for new rows set aside until it is done."""
        beskrevet = tabel_af_navn(tabel)
        if not self._forbindelse.foerste(f"SELECT EXISTS (SELECT 1 FROM {_fra(fra)})"):  # nosec B608 - names of ours
            return 0
        kolonner, udtryk = self._kolonner(beskrevet, felter, faste)
        with self._samlet(beskrevet) as efter:
            self._forbindelse.udfoer(
                f"INSERT INTO {navn(tabel)} ({', '.join(kolonner)}) SELECT {', '.join(udtryk)} FROM {_fra(fra)} AS f"  # nosec B608 - names of the model
            )
            antal = int(self._forbindelse.foerste("SELECT changes()"))
        if beskrevet.geometri is not None:
            masse_rtree.fyld(self._forbindelse, beskrevet, efter, self._mappe())
        if not beskrevet.system:
            self._historik(beskrevet, efter)
        return antal

    @contextmanager
    def _samlet(self, tabel: Tabel) -> Iterator[int]:
        """Set aside what is cheaper done once at the end: the triggers for new rows, and the indexes of an empty table.

        Gives the last fid before them.
        """
        sidste = self._forbindelse.foerste(f"SELECT max(fid) FROM {navn(tabel.navn)}")  # nosec B608 - names of the model
        egne = [f"{MAERKE}{tabel.navn}_{art}" for art in _VED_NY]
        navne = ", ".join(
            SQLITE.tekst(navn_) for navn_ in (*egne, f"rtree_{tabel.navn}_{GEOMETRI}_insert")
        )
        fundet = self._forbindelse.raekker(
            "SELECT type, name, sql FROM sqlite_master"  # nosec B608 - names of the model
            f" WHERE tbl_name = {SQLITE.tekst(tabel.navn)} AND (type = 'trigger' AND name IN ({navne})"
            f" OR type = 'index' AND sql IS NOT NULL AND {int(sidste is None)})"
        )
        for art, kaldt, _ in fundet:
            self._forbindelse.udfoer(f"DROP {art} {navn(kaldt)}")
        yield int(sidste or 0)
        for *_, saetning in fundet:
            self._forbindelse.udfoer(saetning)

    def _mappe(self) -> Path:
        """Where the work file lies, and goes away with what stands beside it."""
        filer = self._forbindelse.raekker("PRAGMA database_list")
        return next(Path(sti).parent for _, kaldt, sti in filer if kaldt == PLAN)

    def _historik(self, tabel: Tabel, efter: int) -> None:
        with self._samlet(tabel_af_navn("historik")):
            self._forbindelse.udfoer(
                "INSERT INTO historik (tabel, noegle, art, tid, af, koersel_id)"  # nosec B608 - names of the model
                f" SELECT {SQLITE.tekst(tabel.navn)}, {navn(tabel.noegle)}, 'oprettet', {NU}, {SQLITE.tekst(self._af)},"
                f" {SQLITE.tekst(self.koersel_id)} FROM {navn(tabel.navn)} WHERE fid > {efter}"
            )

    def ret(self, tabel: str, fra: str, felter: Sequence[str], faste: Mapping[str, Vaerdi]) -> int:
        """UPDATE … FROM; the triggers look at each row."""
        beskrevet = tabel_af_navn(tabel)
        noegle = navn(beskrevet.noegle)
        version = (
            " AND t.raekke_version = f.raekke_version" if beskrevet.har("raekke_version") else ""
        )
        hvor = f"f.{noegle} = t.{noegle}{version}"
        antal = int(
            self._forbindelse.foerste(
                f"SELECT count(*) FROM {navn(tabel)} AS t, {_fra(fra)} AS f WHERE {hvor}"  # nosec B608 - only names that domain or `citer` has
            )  # nosec B608
        )
        if antal:
            andre = [felt for felt in felter if felt not in (beskrevet.noegle, "raekke_version")]
            kolonner, udtryk = self._kolonner(beskrevet, andre, faste)
            nye = ", ".join(f"{kolonne} = {vaerdi}" for kolonne, vaerdi in zip(kolonner, udtryk))
            self._forbindelse.udfoer(
                f"UPDATE {navn(tabel)} AS t SET {nye} FROM {_fra(fra)} AS f WHERE {hvor}"  # nosec B608 - only names that domain or `citer` has
            )  # nosec B608
        return antal

    def slet(self, tabel: str, fra: str) -> int:
        """DELETE by key."""
        noegle = navn(tabel_af_navn(tabel).noegle)
        hvor = f"{noegle} IN (SELECT {noegle} FROM {_fra(fra)})"  # nosec B608 - names of the model
        antal = int(self._forbindelse.foerste(f"SELECT count(*) FROM {navn(tabel)} WHERE {hvor}"))  # nosec B608
        if antal:
            self._forbindelse.udfoer(f"DELETE FROM {navn(tabel)} WHERE {hvor}")  # nosec B608
        return antal

    def _kolonner(
        self, tabel: Tabel, felter: Sequence[str], faste: Mapping[str, Vaerdi]
    ) -> tuple[list[str], list[str]]:
        udtryk = {felt: _geometri(tabel) if felt == GEOMETRI and not tabel.har(felt) else f"f.{navn(felt)}"
                  for felt in felter}  # fmt: skip
        udtryk.update({felt: literal(tabel.felt(felt), vaerdi) for felt, vaerdi in faste.items()})
        return [navn(felt) for felt in udtryk], list(udtryk.values())


def _fra(fra: str) -> str:
    return f"{PLAN}.{navn(fra)}"


def _geometri(tabel: Tabel) -> str:
    """WKB in a GeoPackage's form; a single one as the only part of a multi where the table holds those."""
    x = f"f.{navn(GEOMETRI)}"
    bytes_ = f"x'{_HOVED}' || {x}"
    if tabel.geometri in _MULTI:
        enkelt, multi = (f"01{kode:02x}000000" for kode in _MULTI[str(tabel.geometri)])
        bytes_ = f"CASE WHEN substr({x}, 1, 5) = x'{enkelt}' THEN x'{_HOVED}{multi}01000000' || {x} ELSE {bytes_} END"
    return f"CASE WHEN {x} IS NOT NULL THEN CAST({bytes_} AS BLOB) END"
