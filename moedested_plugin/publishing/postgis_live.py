# SPDX-License-Identifier: GPL-2.0-or-later
"""Stable views for other servers (GeoServer, GC2 …): the same names for ever, on the data of the version that is shown.

They follow the pointer in a transaction of their own. A view that keeps its columns is replaced in place; one that
cannot is made anew, with what the municipality has granted on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import navn
from moedested_plugin.store.postgis_sql import citeret

from .fejl import UdgivelsesFejl
from .postgis_data import giv_laesere, kolonner_i, skema_af
from .postgis_visning import FASTE_VISNINGER, Fastvisning
from .raekker import STEMPEL

if TYPE_CHECKING:
    from psycopg2.extensions import cursor

#: What others may do with a view and with single columns of it, as the statements that allow it again.
_RETTIGHEDER = """
select format('grant %%s%%s on %%s to %%s%%s', privilege_type, kolonne, %(visning)s,
  case when grantee = 0 then 'public' else grantee::regrole::text end,
  case when is_grantable then ' with grant option' else '' end), kolonnenavn
from (select '' kolonne, null kolonnenavn, (aclexplode(relacl)).*, relowner from pg_class where oid = to_regclass(%(visning)s)
  union all select format(' (%%I)', attname), attname, (aclexplode(attacl)).*, relowner from pg_attribute a
  join pg_class c on c.oid = attrelid where attrelid = to_regclass(%(visning)s)) r
where grantee <> relowner"""
_BESKREVET = """
select coalesce(a.attname, ''), d.description from pg_description d
left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid and d.objsubid > 0
where d.classoid = 'pg_class'::regclass and d.objoid = to_regclass(%s)"""
_OM_SKEMAET = (
    "Mødested: det, der er udgivet nu. Faste navne til andre korttjenester; kun til at læse."
)
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
    markoer.execute("select to_regnamespace(%s) is null", [navn(live)])
    if (markoer.fetchone() or (False,))[0]:
        markoer.execute(f"create schema {navn(live)}")
        markoer.execute(f"comment on schema {navn(live)} is {citeret(_OM_SKEMAET)}")
    for visning in FASTE_VISNINGER:
        fra, til = (f"{navn(skema)}.{navn(visning.navn)}" for skema in (skema_af(version), live))
        i_tabellen = kolonner_i(markoer, fra)
        if i_tabellen:
            _erstat(markoer, til, visning.sql(i_tabellen, fra))
            _beskriv(markoer, til, visning)
        else:  # an older version had no such table
            _fjern(markoer, til)
    giv_laesere(markoer, live)


def vis_intet(markoer: cursor, live: str) -> None:
    """Take the views away."""
    for visning in FASTE_VISNINGER:
        _fjern(markoer, f"{navn(live)}.{navn(visning.navn)}")


def _erstat(markoer: cursor, til: str, select: str) -> None:
    """In place where PostgreSQL lets us: it only lets columns come at the end."""
    import psycopg2

    markoer.execute("savepoint foer")
    try:
        markoer.execute(f"create or replace view {til} as {select}")
    except psycopg2.errors.InvalidTableDefinition:
        markoer.execute("rollback to foer")
        markoer.execute(_RETTIGHEDER, {"visning": til})
        rettigheder = markoer.fetchall()
        _fjern(markoer, til)
        markoer.execute(f"create view {til} as {select}")
        nu = {*kolonner_i(markoer, til)}
        for saetning, kolonne in rettigheder:
            if kolonne is None or kolonne in nu:
                markoer.execute(saetning)
    markoer.execute("release foer")


def _fjern(markoer: cursor, til: str) -> None:
    import psycopg2

    try:
        markoer.execute(f"drop view if exists {til}")
    except psycopg2.errors.DependentObjectsStillExist:
        raise UdgivelsesFejl(
            tr(
                "Andre har bygget noget oven på visningen {}, og dens kolonner skal ændres. Fjern det, de har bygget."
            ).format(til.replace('"', ""))
        ) from None


def _beskriv(markoer: cursor, til: str, visning: Fastvisning) -> None:
    markoer.execute(_BESKREVET, [til])
    kendte, findes = dict(markoer.fetchall()), {"", *kolonner_i(markoer, til)}
    nye = [
        f"comment on {'column' if kolonne else 'view'} {til}{'.' + navn(kolonne) if kolonne else ''} is {citeret(tekst)}"
        for kolonne, tekst in visning.betydninger()
        if kolonne in findes and kendte.get(kolonne) != tekst
    ]
    if nye:
        markoer.execute(";".join(nye))
