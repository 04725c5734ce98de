# SPDX-License-Identifier: GPL-2.0-or-later
"""Many rows at once into PostGIS: COPY to a temporary table, then one statement; the triggers look at each row."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from . import postgis_saetninger as dml
from .masse import Masseskriver
from .oversaet import navn
from .postgis_sql import SKEMA

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

    from moedested_plugin.domain.betingelse import Vaerdi

    from .base import Skriver

_MIDLERTIDIG = "pg_temp.modtages"
_SAERLIGE = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": ""}
_UNDGAA = str.maketrans(_SAERLIGE)
_STAK = 1 << 20


class PostgisMasse(Masseskriver):
    """Writes in the transaction that `PostgisStore.skriv` has begun."""

    def __init__(self, markoer: cursor, skriver: Skriver, arbejde: Path) -> None:
        super().__init__(skriver)
        self._markoer = markoer
        self._arbejde = arbejde

    def indsaet(
        self, tabel: str, fra: str, felter: Sequence[str], faste: Mapping[str, Vaerdi]
    ) -> int:
        """Copy, then insert."""
        beskrevet = tabel_af_navn(tabel)
        if not self._kopier(beskrevet, fra, felter):
            return 0
        kolonner, udtryk, vaerdier = _kolonner(beskrevet, felter, faste)
        self._markoer.execute(dml.MANGE_RAEKKER)
        self._markoer.execute(
            f"insert into {SKEMA}.{tabel} ({', '.join(kolonner)}) select {', '.join(udtryk)} from {_MIDLERTIDIG} f",  # nosec B608 - names of the model
            vaerdier,
        )
        antal = self._markoer.rowcount
        self._markoer.execute(dml.EFTER_MANGE)
        return antal

    def ret(self, tabel: str, fra: str, felter: Sequence[str], faste: Mapping[str, Vaerdi]) -> int:
        """Copy, then update."""
        beskrevet = tabel_af_navn(tabel)
        har_version = beskrevet.har("raekke_version")
        nye = [felt for felt in felter if felt not in (beskrevet.noegle, "raekke_version")]
        hentes = [beskrevet.noegle, *nye, *(["raekke_version"] if har_version else [])]
        if not self._kopier(beskrevet, fra, hentes):
            return 0
        kolonner, udtryk, vaerdier = _kolonner(beskrevet, nye, faste)
        saet = ", ".join(f"{kolonne} = {vaerdi}" for kolonne, vaerdi in zip(kolonner, udtryk))
        version = " and t.raekke_version = f.raekke_version" if har_version else ""
        noegle = navn(beskrevet.noegle)
        self._markoer.execute(
            f"update {SKEMA}.{tabel} t set {saet} from {_MIDLERTIDIG} f where t.{noegle} = f.{noegle}{version}",  # nosec B608 - names of the model
            vaerdier,
        )
        return self._markoer.rowcount

    def slet(self, tabel: str, fra: str) -> int:
        """Copy the keys, then delete."""
        beskrevet = tabel_af_navn(tabel)
        if not self._kopier(beskrevet, fra, [beskrevet.noegle]):
            return 0
        noegle = navn(beskrevet.noegle)
        self._markoer.execute(
            f"delete from {SKEMA}.{tabel} t using {_MIDLERTIDIG} f where t.{noegle} = f.{noegle}"  # nosec B608 - names of the model
        )
        return self._markoer.rowcount

    def _kopier(self, tabel: Tabel, fra: str, felter: Sequence[str]) -> bool:
        """The rows of `fra` in a temporary table; False when there are none."""
        kolonner = ", ".join(
            "null::bytea as geometri" if felt == GEOMETRI and not tabel.har(felt) else navn(felt)
            for felt in felter
        )
        self._markoer.execute(f"drop table if exists {_MIDLERTIDIG}")
        self._markoer.execute(
            f"create temp table modtages on commit drop as select {kolonner} from {SKEMA}.{tabel.navn} where false"  # nosec B608 - names of the model
        )
        with closing(sqlite3.connect(self._arbejde)) as con:
            valgte = ", ".join(navn(felt) for felt in felter)
            raekker = con.execute(f"SELECT {valgte} FROM {navn(fra)}")  # nosec B608 - names of the model
            for stak in stakke(raekker):
                self._markoer.copy_expert(f"copy {_MIDLERTIDIG} from stdin", io.StringIO(stak))
        self._markoer.execute(f"select exists (select from {_MIDLERTIDIG})")  # nosec B608
        fundet = self._markoer.fetchone()
        return bool(fundet and fundet[0])


def stakke(raekker: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The rows as text for COPY, a piece at a time."""
    linjer: list[str] = []
    fylder = 0
    for raekke in raekker:
        linje = _linje(raekke)
        linjer.append(linje)
        fylder += len(linje)
        if fylder > _STAK:
            yield "".join(linjer)
            linjer, fylder = [], 0
    if linjer:
        yield "".join(linjer)


def _linje(raekke: Sequence[Any]) -> str:
    """Nearly every row is without what must be written otherwise: asked of all its texts at once."""
    tekster = "".join([vaerdi for vaerdi in raekke if type(vaerdi) is str])
    if any(tegn in tekster for tegn in _SAERLIGE):
        felter = ["\\N" if vaerdi is None else _tekst(vaerdi) for vaerdi in raekke]
    else:
        felter = ["\\N" if v is None else v if type(v) is str else _tekst(v) for v in raekke]
    return "\t".join(felter) + "\n"


def _tekst(vaerdi: Any) -> str:  # noqa: ANN401
    if isinstance(vaerdi, bytes):
        return "\\\\x" + vaerdi.hex()
    if isinstance(vaerdi, str):
        return vaerdi.translate(_UNDGAA)
    return repr(vaerdi)


def _kolonner(
    tabel: Tabel, felter: Sequence[str], faste: Mapping[str, Vaerdi]
) -> tuple[list[str], list[str], list[Any]]:
    from psycopg2.extras import Json

    udtryk = {}
    for felt in felter:
        x = f"f.{navn(felt)}"
        if felt == GEOMETRI and not tabel.har(felt):
            x = f"st_geomfromwkb({x}, {EPSG})"
            if str(tabel.geometri).startswith("Multi"):
                x = f"st_multi({x})"
        udtryk[felt] = x
    vaerdier = [
        Json(vaerdi) if tabel.felt(felt).er_json and vaerdi is not None else vaerdi
        for felt, vaerdi in faste.items()
    ]
    udtryk.update(dict.fromkeys(faste, "%s"))
    return [navn(felt) for felt in udtryk], list(udtryk.values()), vaerdier
