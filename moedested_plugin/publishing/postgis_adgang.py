# SPDX-License-Identifier: GPL-2.0-or-later
"""The way to the database that is published to: as the publishers' role, one transaction at a time.

What is published names the database by its entry in pg_service.conf alone; the login of the one who publishes stays
at home. Errors of the database come out as one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import QgsDataSourceUri

from moedested_plugin.i18n import tr
from moedested_plugin.store import StoreFejl
from moedested_plugin.store import postgis_saetninger as dml
from moedested_plugin.store.postgis_forbindelse import forbind, kilde_til, saetninger, transaktion
from moedested_plugin.store.postgis_sql import UDGIVER

from .fejl import UdgivelsesFejl

if TYPE_CHECKING:
    from psycopg2.extensions import connection, cursor

    from .maal import Maal

#: A target may name the entry itself, without a connection in QGIS.
_SERVICE = re.compile(r"service\s*=\s*'?([^'\s]+)'?")
#: What one publisher makes the next must be able to take away: all of it belongs to the role that they share, where the
#: database has it. From PostgreSQL 16 on one may be a member without the right to act as it.
_ROLLE = f"""
select coalesce(bool_or(has_database_privilege(oid, current_database(), 'create')), false),
  coalesce(bool_or(pg_has_role(session_user, oid,
    case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)), false)
from pg_roles where rolname = '{UDGIVER}'"""  # nosec B608 - a constant
#: Values are written as text, and summed up as text: the same on every machine.
_SOM_TEKST = "set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set extra_float_digits = 1"

#: The server lets go of what a publisher held whose machine went to sleep.
_LEVENDE = "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set idle_in_transaction_session_timeout = '2min'"

#: A replica has the same number and name as its primary.
_HVILKEN = "select oid, datname from pg_database where datname = current_database()"


class Adgang:
    """One connection, opened when it is needed, and again when the network was away."""

    def __init__(self, maal: Maal) -> None:
        self.navn = maal.connection
        direkte = _SERVICE.fullmatch(maal.connection)
        if direkte is not None:
            self._kilde = _kun_service(direkte[1])
        else:
            with _fejl():
                self._kilde = kilde_til(maal.connection)
        self.service = self._kilde.service()
        if not self.service:
            raise UdgivelsesFejl(
                tr(
                    "Forbindelsen {} bruger ikke pg_service.conf. Det skal den, for at der ikke ligger en adgangskode i tjenesten. "
                    "Skriv en indgang i pg_service.conf, og vælg den under Tjeneste i forbindelsen."
                ).format(self.navn)
            )
        self._aaben: connection | None = None

    def kilde(self) -> QgsDataSourceUri:
        """The database as it may be named to everybody."""
        return _kun_service(self.service)

    @contextmanager
    def transaktion(self) -> Iterator[cursor]:
        """One transaction: all of it, or none of it and one sentence."""
        with _fejl(), transaktion(self._forbundet()) as markoer:
            yield markoer

    @contextmanager
    def ved_siden_af(self) -> Iterator[cursor]:
        """A transaction on a connection of its own: for what takes its time while the other goes on."""
        with _fejl():
            aaben = self._ny()
            try:
                with transaktion(aaben) as markoer:
                    yield markoer
            finally:
                aaben.close()

    def luk(self) -> None:
        """Let the connection go; the next who asks gets a new one."""
        if self._aaben is not None:
            self._aaben.close()
            self._aaben = None

    def som_udgiver(self) -> None:
        """From here on something is made: it must belong to the publishers. Who may take the role takes it."""
        aaben = self._forbundet()
        try:
            with saetninger(), aaben.cursor() as markoer:
                bruges, er_udgiver = _rolle(markoer)
                if bruges and not er_udgiver:
                    markoer.execute(f"grant {UDGIVER} to session_user")
                    markoer.execute(f"set role {UDGIVER}")
        except StoreFejl:
            raise UdgivelsesFejl(
                tr("Din databasebruger må ikke udgive. Bed databasens ejer om rollen {}.").format(
                    UDGIVER
                )
            ) from None

    def efterse_service(self, skema: str) -> None:
        """The entry alone must lead to the same database: the server has nothing else."""
        with self.transaktion() as markoer:
            markoer.execute(_HVILKEN)
            denne = markoer.fetchone()
        with _fejl():
            aaben = forbind(self.kilde(), f"service={self.service}")
            try:
                with saetninger(), aaben.cursor() as markoer:
                    markoer.execute(f"{_HVILKEN} and to_regnamespace(%s) is not null", [skema])
                    fundet = markoer.fetchone()
            finally:
                aaben.close()
        if fundet != denne:
            raise UdgivelsesFejl(
                tr(
                    "Indgangen {} i pg_service.conf fører til en anden database end forbindelsen {}. Ret den ene af dem."
                ).format(self.service, self.navn)
            )

    def _forbundet(self) -> connection:
        import psycopg2

        if self._aaben is not None and not self._aaben.closed:
            if self._aaben.info.transaction_status != psycopg2.extensions.TRANSACTION_STATUS_IDLE:
                raise RuntimeError("a transaction in a transaction")
            try:
                with self._aaben.cursor() as markoer:
                    markoer.execute("select 1")
            except (
                psycopg2.Error
            ):  # the network was away: what is locked is looked after by its token
                self._aaben.close()
            else:
                return self._aaben
        self._aaben = self._ny()
        return self._aaben

    def _ny(self) -> connection:
        aaben = forbind(self._kilde, self.navn)
        with saetninger(), aaben.cursor() as markoer:
            bruges, er_udgiver = _rolle(markoer)
            if bruges and er_udgiver:
                markoer.execute(f"set role {UDGIVER}")
            markoer.execute(_SOM_TEKST)
            markoer.execute(_LEVENDE)
            markoer.execute(dml.POSTGIS_SKEMA)
            fundet = markoer.fetchone()
            if fundet is None:
                raise StoreFejl(
                    tr(
                        "Databasen mangler PostGIS. Bed databasens administrator om at køre: create extension postgis;"
                    )
                )
            markoer.execute(f"set search_path = pg_catalog, {fundet[0]}, pg_temp")
        return aaben


def _rolle(markoer: cursor) -> tuple[bool, bool]:
    """Whether the publishers' role can be used in this database, and whether we are in it."""
    markoer.execute(_ROLLE)
    fundet = markoer.fetchone()
    return (bool(fundet[0]), bool(fundet[1])) if fundet else (False, False)


def _kun_service(service: str) -> QgsDataSourceUri:
    kilde = QgsDataSourceUri()
    kilde.setConnection(service, "", "", "")
    return kilde


@contextmanager
def _fejl() -> Iterator[None]:
    try:
        yield
    except StoreFejl as fejl:
        raise UdgivelsesFejl(str(fejl), siger_uroert=fejl.siger_uroert) from None
