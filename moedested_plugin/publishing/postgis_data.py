# SPDX-License-Identifier: GPL-2.0-or-later
"""The public copy in a database: a schema of its own for every version, filled in one transaction and never changed."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.offentlig import type_af
from moedested_plugin.domain.skema import EPSG
from moedested_plugin.store.masse_postgis import stakke
from moedested_plugin.store.oversaet import navn
from moedested_plugin.store.postgis_sql import LAESER, citeret

from .raekker import STEMPEL, STEMPEL_FELTER, TABELLER, Tabel

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

    from .plan import Plan

_TYPER = {
    Type.HELTAL: "bigint",
    Type.JA_NEJ: "boolean",
    Type.TAL: "double precision",
    Type.DATO: "date",
    Type.TIDSPUNKT: "timestamp with time zone",
}
#: Maps ask by place, by key and by code: the shape of fifty columns of text would take longer to find out than to copy
#: them.
_STATISTIK = 10
#: Begins a hash of rows as bytes. Those of the first release are of rows as text.
_BINAER, _SOM_TEKST = "b:", "convert_to(t::text, 'UTF8')"
#: A flat WKB, least significant byte first, as the hexadecimals that PostGIS reads: the highest byte of its kind says that the
#: number of the coordinate system follows.
_SRID = struct.pack("<I", EPSG).hex()
_WKB = f"hex({navn(GEOMETRI)})"
_EWKB = f"CASE WHEN {navn(GEOMETRI)} IS NOT NULL THEN substr({_WKB}, 1, 8) || '20{_SRID}' || substr({_WKB}, 11) END"


def skema_af(version: str) -> str:
    """Name of the schema of a version."""
    return f"pub_{version.lower().replace('-', '_')}"


def skriv_data(
    markoer: cursor,
    skema: str,
    plan: Plan,
    stempel: Mapping[str, str | int],
    fra: str | None,
) -> str:
    """Make and fill the schema; gives the transaction. `fra` is that of the version which the plan compared with."""
    markoer.execute(f"set local default_statistics_target = {_STATISTIK}")
    markoer.execute(f"create schema {navn(skema)}")
    for tabel in TABELLER:
        _opret(markoer, skema, tabel)
        if fra is not None and not plan.fra_bunden:
            _kopier(markoer, skema, tabel, plan, fra)
        _indsaet(markoer, skema, tabel, plan)
        _faerdig(markoer, skema, tabel)
    _stempl(markoer, skema, stempel)
    giv_laesere(markoer, skema)
    markoer.execute("select (txid_current() % (2::bigint ^ 32)::bigint)::text")
    return str((markoer.fetchone() or ("",))[0])


def giv_laesere(markoer: cursor, skema: str) -> bool:
    """Let the readers' role read what is in the schema; False where there is no such role."""
    markoer.execute("select exists (select from pg_roles where rolname = %s)", [LAESER])
    fundet = markoer.fetchone()
    if not fundet or not fundet[0]:
        return False
    markoer.execute(f"grant usage on schema {navn(skema)} to {LAESER}")
    markoer.execute(f"grant select on all tables in schema {navn(skema)} to {LAESER}")
    return True


def datasum(markoer: cursor, skema: str, som: str = _BINAER) -> str:
    """Hash of every row of every table, taken in the way that the hash `som` was."""
    binaer = som.startswith(_BINAER)
    dele = []
    for tabel in (*(tabel.navn for tabel in TABELLER), STEMPEL):
        fuldt = f"{navn(skema)}.{navn(tabel)}"
        raekke = _som_bytes(kolonner_i(markoer, fuldt)) if binaer else _SOM_TEKST
        dele.append(
            f"(select sha256(coalesce(string_agg(sha256({raekke}), ''::bytea order by fid), '')) from {fuldt} t)"  # nosec B608 - names of our own
        )
    markoer.execute(f"select encode(sha256({' || '.join(dele)}), 'hex')")
    fundet = markoer.fetchone()
    return f"{_BINAER if binaer else ''}{fundet[0]}" if fundet else ""


def _som_bytes(kolonner: Iterable[str]) -> str:
    """A row as PostgreSQL sends it: less than half the work of its text, and the same in every database."""
    # The number of the type geometry is not: it goes as the bytes that it is.
    vaerdier = (f"{navn(k)}::bytea" if k == GEOMETRI else navn(k) for k in kolonner)
    return f"record_send(row({', '.join(vaerdier)}))"


def alle_fra(markoer: cursor, skema: str, transaktion: str) -> bool:
    """Whether every row there is was written by this transaction, and the stamp is among them."""
    andre = " or ".join(
        f"exists (select from {navn(skema)}.{navn(tabel)} where xmin::text <> %(af)s)"  # nosec B608 - names of our own
        for tabel in (*(tabel.navn for tabel in TABELLER), STEMPEL)
    )
    markoer.execute(
        f"select not ({andre}) and exists (select from {navn(skema)}.{navn(STEMPEL)})",  # nosec B608 - names of our own
        {"af": transaktion},
    )
    fundet = markoer.fetchone()
    return bool(fundet and fundet[0])


def tal_raekker(markoer: cursor, skema: str) -> dict[str, int]:
    """How many rows each table has."""
    ud = {}
    for tabel in TABELLER:
        markoer.execute(f"select count(*) from {navn(skema)}.{navn(tabel.navn)}")  # nosec B608 - names of our own
        fundet = markoer.fetchone()
        ud[tabel.navn] = int(fundet[0]) if fundet else 0
    return ud


def kolonner_i(markoer: cursor, fuldt: str) -> list[str]:
    """Names of the columns of a table or view; none where there is no such."""
    markoer.execute(
        "select attname from pg_attribute where attrelid = to_regclass(%s) and attnum > 0 and not attisdropped",
        [fuldt],
    )
    return [kolonne for (kolonne,) in markoer.fetchall()]


def _opret(markoer: cursor, skema: str, tabel: Tabel) -> None:
    kolonner = [
        f"{navn(kolonne.navn)} {_TYPER.get(type_af(tabel.visning, kolonne), 'text')}"
        for kolonne in tabel.visning.kolonner
    ]
    if tabel.visning.geometri is not None:
        kolonner.append(f"{navn(GEOMETRI)} geometry({tabel.visning.geometri}, {EPSG})")
    fuldt = f"{navn(skema)}.{navn(tabel.navn)}"
    markoer.execute(f"create table {fuldt} (fid integer not null, {', '.join(kolonner)})")
    markoer.execute(f"comment on table {fuldt} is {citeret(tabel.visning.titel)}")


def _kopier(markoer: cursor, skema: str, tabel: Tabel, plan: Plan, fra: str) -> None:
    """All rows but those that change: the database does it by itself."""
    numre = plan.aftryk[tabel.navn]
    vaek = [
        *plan.fjernede.get(tabel.navn, {}).values(),
        *(numre[noegle][0] for noegle in plan.raekker[tabel.navn]),
    ]
    kolonner = ", ".join(map(navn, ("fid", *tabel.kolonner)))
    markoer.execute(
        f"insert into {navn(skema)}.{navn(tabel.navn)} ({kolonner})"  # nosec B608 - names of our own
        f" select {kolonner} from {navn(fra)}.{navn(tabel.navn)} where fid <> all (%s::bigint[])",
        [vaek],
    )


def _indsaet(markoer: cursor, skema: str, tabel: Tabel, plan: Plan) -> None:
    numre = plan.aftryk[tabel.navn]
    kolonner = ", ".join(map(navn, ("fid", *tabel.kolonner)))
    raekker = plan.raekker[tabel.navn].numrede(numre, _EWKB)
    for stak in stakke(raekker):
        markoer.copy_expert(
            f"copy {navn(skema)}.{navn(tabel.navn)} ({kolonner}) from stdin", io.StringIO(stak)
        )


def _faerdig(markoer: cursor, skema: str, tabel: Tabel) -> None:
    fuldt = f"{navn(skema)}.{navn(tabel.navn)}"
    markoer.execute(f"alter table {fuldt} add primary key (fid)")
    if tabel.visning.geometri is not None:
        markoer.execute(f"create index on {fuldt} using gist ({navn(GEOMETRI)})")
    talte = {"fid", tabel.visning.tabel.noegle} | {
        kolonne.navn
        for kolonne in tabel.visning.kolonner
        if type_af(tabel.visning, kolonne) in _TYPER
    }
    if tabel.visning.geometri is not None:
        talte.add(GEOMETRI)
    markoer.execute(f"analyze {fuldt} ({', '.join(map(navn, sorted(talte)))})")


def _stempl(markoer: cursor, skema: str, stempel: Mapping[str, str | int]) -> None:
    """The one row that says which version the data are."""
    fuldt = f"{navn(skema)}.{navn(STEMPEL)}"
    markoer.execute(
        f"create table {fuldt} (fid integer primary key, version text, tid text, kommune text, kommunekode bigint)"
    )
    markoer.execute(
        f"insert into {fuldt} (fid, {', '.join(STEMPEL_FELTER)}) values (1, %s, %s, %s, %s)",  # nosec B608 - constants
        [stempel[felt] for felt in STEMPEL_FELTER],
    )
