# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads and writes of the PostGIS store as SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import EPSG

from .base import BITS
from .oversaet import POSTGRES, betingelse_sql, masker_sql
from .oversaet import navn as kolonne

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Betingelse


from .postgis_sql import (
    EJER,
    KENDEMAERKE,
    ROLLER,
    SKEMA,
    UDGIVER,
    citeret,
    feltliste,
    noegle_udtryk,
)

#: Schema, its comment, and what the role may: the first question when a store is opened.
TILSTAND = f"""
select obj_description(n.oid, 'pg_namespace'), c.oid is not null,
  c.oid is not null and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select'),
  coalesce((select pg_has_role(r.oid, 'usage') from pg_roles r where r.rolname = '{EJER}'), false)
from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relname = 'indstilling'
where n.nspname = '{SKEMA}'"""  # nosec B608 - only names that domain has
#: One at a time makes or upgrades the store.
LAAS = f"set local lock_timeout = '10s'; select pg_advisory_xact_lock(hashtext('{SKEMA}'))"
ROLLER_DER_FINDES = "select rolname from pg_roles where rolname like 'moedested\\_%'"
ER_EJER = f"select pg_has_role('{EJER}', 'usage')"
BLIV_EJER = f"grant {EJER} to current_user"
SOM_EJER = f"set local role {EJER}"
DATABASENS_RETTIGHEDER = f"""
do $db$ begin
  execute format('grant connect on database %I to {", ".join(ROLLER)}', current_database());
  execute format('grant create on database %I to {EJER}, {UDGIVER}', current_database());
end $db$"""
MAA_LAVE_SKEMAER = f"""
select has_database_privilege('{EJER}', current_database(), 'create')
  and has_database_privilege('{UDGIVER}', current_database(), 'create')"""
KOLONNER = f"""
select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = '{SKEMA}'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped"""  # nosec B608 - only names that domain has
TABELNAVNE = (
    f"select relname from pg_class where relnamespace = '{SKEMA}'::regnamespace and relkind = 'r'"  # nosec B608 - only names that domain has
)
POSTGIS_SKEMA = """
select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
where e.extname = 'postgis'"""
MAA_SKRIVE = f"select has_table_privilege('{SKEMA}.moedested', 'insert, update, delete') and not pg_is_in_recovery()"
INDSTILLING = f"select vaerdi from {SKEMA}.indstilling where noegle = %s"  # nosec B608 - only names that domain has
RET_INDSTILLING = f"update {SKEMA}.indstilling set vaerdi = %s where noegle = %s"  # nosec B608 - only names that domain has
NY_INDSTILLING = f"insert into {SKEMA}.indstilling (vaerdi, noegle) values (%s, %s)"  # nosec B608 - only names that domain has
NY_KOERSEL = (
    f"insert into {SKEMA}.koersel (koersel_id, art, begyndt, af) values (%s, %s, now(), %s)"  # nosec B608 - only names that domain has
)
#: Around every write of a run, so that one refused row can be left out and the run go on.
GEM_PUNKT = "savepoint raekke"
NAESTE_PUNKT = "release savepoint raekke; savepoint raekke"
TIL_PUNKT = "rollback to savepoint raekke"
#: What the guards ask of every row is planned once in a session, from a table that may be empty just then: read from end to
#: end it is as fast as its index, and slower with every row that comes. So they are only offered the index.
MANGE_RAEKKER = "set local enable_seqscan = off"
EFTER_MANGE = "set local enable_seqscan to default"
SLUT_KOERSEL = f"update {SKEMA}.koersel set sluttet = clock_timestamp() where koersel_id = %s"  # nosec B608 - only names that domain has
MAERK_KOERSEL = "select set_config('moedested.koersel', %s, true)"
TILSIDESAET = f"select {SKEMA}.tilsidesaet(%s, %s, %s, %s, %s)"
TAEL_HISTORIK = f"select count(*) from {SKEMA}.historik where tid < %s"  # nosec B608 - only names that domain has
RYD_HISTORIK = f"delete from {SKEMA}.historik where tid < %s"  # nosec B608 - only names that domain has
HISTORIK = f"""
select fid, tabel, noegle, art, tid, af, koersel_id, raekke, {GEOMETRI} from {SKEMA}.historik
where fid > %(siden)s and (%(tabel)s is null or tabel = %(tabel)s) and (%(noegle)s is null or noegle = %(noegle)s)
order by fid desc limit %(hoejst)s"""  # nosec B608 - only names that domain has


def _hvor(beskrevet: Tabel, hvor: Betingelse | None, *, noegler: bool = False) -> str:
    led = []
    if hvor is not None:
        led.append(betingelse_sql(hvor, beskrevet, POSTGRES, "t.").replace("%", "%%"))
    if noegler:
        led.append(f"{noegle_udtryk(beskrevet, 't')} = any(%s)")
    return f" where {' and '.join(led)}" if led else ""


def _kolonner(beskrevet: Tabel, felter: Sequence[str]) -> str:
    return ", ".join(
        f"st_asbinary(t.{GEOMETRI}, 'NDR')"
        if felt == GEOMETRI and beskrevet.geometri
        else f"t.{kolonne(felt)}"
        for felt in felter
    )


def vaelg(
    beskrevet: Tabel, felter: Sequence[str], hvor: Betingelse | None, *, noegler: bool
) -> str:
    """Rows in the order of `fid`; with `noegler` a list of business keys is the parameter."""
    return (
        f"select {_kolonner(beskrevet, felter)} from {SKEMA}.{beskrevet.navn} t"
        f"{_hvor(beskrevet, hvor, noegler=noegler)} order by t.fid"  # nosec B608 - only names that domain has
    )


def antal(beskrevet: Tabel, hvor: Betingelse | None) -> str:
    """How many rows."""
    return f"select count(*) from {SKEMA}.{beskrevet.navn} t{_hvor(beskrevet, hvor)}"  # nosec B608 - only names that domain has


def optaelling(beskrevet: Tabel, felt: str, hvor: Betingelse | None) -> str:
    """How many rows per value."""
    navn = kolonne(beskrevet.felt(felt).navn)
    return f"select t.{navn}, count(*) from {SKEMA}.{beskrevet.navn} t{_hvor(beskrevet, hvor)} group by 1 order by 1"  # nosec B608 - only names that domain has


def pladsholder(beskrevet: Tabel, felt: str) -> str:
    """The parameter for a value of the field; the geometry comes as WKB."""
    if felt != GEOMETRI or beskrevet.geometri is None:
        return "%s"
    geometri = f"st_force2d(st_geomfromwkb(%s, {EPSG}))"
    return f"st_multi({geometri})" if beskrevet.geometri.startswith("Multi") else geometri


def indsaet(beskrevet: Tabel, felter: Sequence[str]) -> tuple[str, str]:
    """INSERT of many rows, and the pattern of one."""
    moenster = ", ".join(pladsholder(beskrevet, felt) for felt in felter)
    return f"insert into {SKEMA}.{beskrevet.navn} ({feltliste(felter)}) values %s", f"({moenster})"  # nosec B608 - only names that domain has


def ret(beskrevet: Tabel, felter: Sequence[str]) -> str:
    """UPDATE of one row by its business key, the last parameter."""
    nye = ", ".join(f"{kolonne(felt)} = {pladsholder(beskrevet, felt)}" for felt in felter)
    return f"update {SKEMA}.{beskrevet.navn} t set {nye} where {noegle_udtryk(beskrevet, 't')} = %s"  # nosec B608 - only names that domain has


def slet(beskrevet: Tabel) -> str:
    """DELETE of one row by its business key."""
    return f"delete from {SKEMA}.{beskrevet.navn} t where {noegle_udtryk(beskrevet, 't')} = %s"  # nosec B608 - only names that domain has


def slet_mange(beskrevet: Tabel) -> str:
    """DELETE of rows by a list of business keys."""
    return f"delete from {SKEMA}.{beskrevet.navn} t where {noegle_udtryk(beskrevet, 't')} = any(%s)"  # nosec B608 - only names that domain has


def inden_for(beskrevet: Tabel, felter: Sequence[str]) -> str:
    """Rows whose box touches the frame of four numbers."""
    return (
        f"select {_kolonner(beskrevet, felter)} from {SKEMA}.{beskrevet.navn} t"  # nosec B608 - only names that domain has
        f" where t.{GEOMETRI} && st_makeenvelope(%s, %s, %s, %s, {EPSG}) order by t.fid"
    )


def brudte(beskrevet: Tabel, krav: Sequence[Betingelse]) -> str:
    """Business key and masks of each row that breaks something. OFFSET 0: each is worked out once."""
    navne, kolonner, hvor = masker_sql(krav, beskrevet, POSTGRES, BITS, "t.")
    return (
        f"select noegle, {navne} from (select {noegle_udtryk(beskrevet, 't')} as noegle, {kolonner}"  # nosec B608 - only names that domain has
        f" from {SKEMA}.{beskrevet.navn} t offset 0) as proevet where {hvor}"
    )


def opdater_kodeliste(felter: Sequence[str]) -> str:
    """Put in codes; those of GeoFA that are there already are renewed."""
    nye = ", ".join(f"{kolonne(felt)} = excluded.{kolonne(felt)}" for felt in felter)
    return (
        f"insert into {SKEMA}.kodeliste ({feltliste(felter)}) values %s"
        f" on conflict (liste, kode) do update set {nye} where excluded.geofa"  # nosec B608 - only names that domain has
    )


def kopi_sql(kopi: str, tabelnavne: Sequence[str]) -> Iterator[str]:
    """A copy of all rows in a schema of its own, which only the owner can read."""
    yield f"create schema {kopi} authorization {EJER}"
    yield f"comment on schema {kopi} is {citeret(KENDEMAERKE + ' (sikkerhedskopi)')}"
    for tabelnavn in tabelnavne:
        yield f"create table {kopi}.{tabelnavn} as table {SKEMA}.{tabelnavn}"
