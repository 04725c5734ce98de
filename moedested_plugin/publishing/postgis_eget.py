# SPDX-License-Identifier: GPL-2.0-or-later
"""The schema of our own in the database that is published to: what is said about the versions, and the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moedested_plugin.store.postgis_sql import LAESER, citeret

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

EGET = "moedested_udgivet"
#: The views of the first service of the database; those of others have its name behind.
LIVE = "pub_live"
#: All of it or nothing, so that the last table tells whether the rest is there. The first is QGIS's own layout.
_TABELLER = f"""
create schema {EGET};
comment on schema {EGET} is {citeret("Mødested: udgivelser")};
create table {EGET}.qgis_projects (name text primary key, metadata jsonb, content bytea);
create table {EGET}.udgave (service text, version text, manifest json, aftryk text, projekt bytea, liste text,
  primary key (service, version));
create table {EGET}.historik (nr bigint generated always as identity primary key, service text, linje json);
create table {EGET}.fjernet (service text, tabel text, noegle text, til text, primary key (service, tabel, noegle, til));
create sequence {EGET}.laas_nr as integer;
create table {EGET}.laas (service text primary key, nr integer not null default nextval('{EGET}.laas_nr'),
  live text not null unique, token text, af text, maskine text, siden timestamptz)"""


def findes(markoer: cursor) -> bool:
    """Whether anything was ever published here."""
    markoer.execute("select exists (select from pg_namespace where nspname = %s)", [EGET])
    fundet = markoer.fetchone()
    return bool(fundet and fundet[0])


def opret(markoer: cursor, tjeneste: str) -> None:
    """Make what is not there yet: the tables, and the row of the service."""
    markoer.execute("select pg_advisory_xact_lock(hashtext(%s))", [EGET])
    if not findes(markoer):
        markoer.execute(_TABELLER)
    markoer.execute("select exists (select from pg_roles where rolname = %s)", [LAESER])
    if (markoer.fetchone() or (False,))[0]:
        markoer.execute(f"grant usage on schema {EGET} to {LAESER}")
        markoer.execute(f"grant select on {EGET}.qgis_projects to {LAESER}")
    markoer.execute(
        f"insert into {EGET}.laas (service, live) select %s, case when to_regnamespace('{LIVE}') is null"  # nosec B608 - a constant
        f" and not exists (select from {EGET}.laas where live = '{LIVE}') then '{LIVE}' else %s end"
        " on conflict (service) do nothing",
        [tjeneste, f"{LIVE}_{tjeneste}"],
    )
