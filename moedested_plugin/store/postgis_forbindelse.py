# SPDX-License-Identifier: GPL-2.0-or-later
"""The way to PostgreSQL: the login from a connection saved in QGIS, one transaction, one sentence for each error.

The login is read out only to connect; what goes into projects and messages keeps `authcfg=` or `service=` and never
holds a password. PostgreSQL's own messages name the user or print the row, so they go no further than this module.
"""

from __future__ import annotations

import json
import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCredentials, QgsDataSourceUri, QgsProviderRegistry

from moedested_plugin.i18n import tr

from . import postgis_sql as sql
from .fejl import Afvist, FindesIkke, Laast, Skrivebeskyttet, StoreFejl

if TYPE_CHECKING:
    from psycopg2 import Error
    from psycopg2.extensions import connection, cursor

logger = logging.getLogger(__name__)

_AFVISNING = re.compile(r"moedested:(?P<kode>\S+) · (?P<besked>.+)")
#: The server starts or stops, or its owner has closed the database: it is there, but not just now.
_IKKE_LIGE_NU = re.compile(r"database system|accepting connections")
_SEKUNDER_TIL_SVAR = 10
#: A server whose power or network is cut says nothing, not even goodbye: it is given up after a minute, not after hours.
_LEVENDE: dict[str, Any] = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 60_000}  # fmt: skip
#: QGIS keeps its list of connections unguarded: two tasks that read it at once crash QGIS.
_EN_AD_GANGEN = threading.Lock()


class LoginAfvist(StoreFejl):
    """The server wants another user or password."""


def kilde_til(forbindelse: str) -> QgsDataSourceUri:
    """The connection as it is saved in QGIS."""
    postgres = QgsProviderRegistry.instance().providerMetadata("postgres")
    with _EN_AD_GANGEN:
        fundet = postgres.connections(False).get(forbindelse)
        adresse = None if fundet is None else str(fundet.uri())
    if adresse is None:
        raise FindesIkke(
            tr(
                "Forbindelsen {} findes ikke i QGIS. Opret den under Lag › Datakildehåndtering › PostgreSQL."
            ).format(forbindelse)
        )
    return QgsDataSourceUri(adresse)


def uden_kodeord(kilde: QgsDataSourceUri) -> QgsDataSourceUri:
    """The connection as it may stand in a project."""
    ren = QgsDataSourceUri(kilde)
    ren.setPassword("")
    return ren


def forbind(kilde: QgsDataSourceUri, navn: str) -> connection:
    """Log in. Every statement is then its own transaction, and times are in UTC."""
    login = kilde.connectionInfo(True)
    if "authcfg=" in login:
        raise StoreFejl(
            tr(
                "Loginet til {} kunne ikke hentes fra QGIS. Skriv hovedadgangskoden, og prøv igen."
            ).format(navn)
        )
    aaben, fejl = _forsoeg(login, navn)
    if (
        aaben is None
        and isinstance(fejl, LoginAfvist)
        and not kilde.authConfigId()
        and not kilde.service()
    ):
        aaben = _forsoeg_med_svar(kilde, navn, str(fejl))
    if aaben is None:
        raise fejl or StoreFejl(navn)
    return aaben


def _fra_json(tekst: str) -> object:
    return {} if tekst == "{}" else json.loads(tekst)  # most of them are empty


def _forsoeg_med_svar(kilde: QgsDataSourceUri, navn: str, besked: str) -> connection | None:
    """A connection without a saved password: QGIS knows it from before in this session, or asks."""
    adgang = QgsCredentials.instance()
    omraade = uden_kodeord(kilde).connectionInfo(False)
    svaret, bruger, kodeord = adgang.get(omraade, kilde.username(), "", besked)
    if not svaret:
        return None
    med_svar = QgsDataSourceUri(kilde)
    med_svar.setUsername(bruger)
    med_svar.setPassword(kodeord)
    aaben, _ = _forsoeg(med_svar.connectionInfo(True), navn)
    if aaben is not None:
        adgang.put(omraade, bruger, kodeord)
    return aaben


def _forsoeg(login: str, navn: str) -> tuple[connection | None, StoreFejl | None]:
    import psycopg2
    from psycopg2.extras import register_default_json, register_default_jsonb

    try:
        aaben = psycopg2.connect(
            login, connect_timeout=_SEKUNDER_TIL_SVAR, application_name="Moedested", **_LEVENDE
        )
    except psycopg2.OperationalError as fejl:
        return None, _forbindelsesfejl(str(fejl), navn)
    aaben.set_client_encoding("UTF8")
    aaben.autocommit = True
    for registrer in (register_default_json, register_default_jsonb):
        registrer(aaben, loads=_fra_json)
    with aaben.cursor() as markoer:
        markoer.execute("set timezone = 'UTC'")
        markoer.execute(
            f"set lock_timeout = '{_SEKUNDER_TIL_SVAR}s'"
        )  # QGIS waits for us on its main thread
        # Every answer is read to its end: PostgreSQL must not look for the way to the first rows, by the key through all.
        markoer.execute("set cursor_tuple_fraction = 1")
    return aaben, None


def _forbindelsesfejl(tekst: str, navn: str) -> StoreFejl:
    """PostgreSQL gives no code before one is connected, only a text, which may name user and host: it stays here."""
    if "password" in tekst or "authentication" in tekst or "role" in tekst:
        return LoginAfvist(
            tr(
                "Serveren afviste login med forbindelsen {}. Ret bruger og adgangskode i QGIS."
            ).format(navn)
        )
    if "FATAL" in tekst and "database" in tekst and not _IKKE_LIGE_NU.search(tekst):
        return FindesIkke(
            tr(
                "Databasen, som forbindelsen {} peger på, findes ikke. Ret forbindelsen i QGIS."
            ).format(navn)
        )
    if "FATAL" in tekst:
        return StoreFejl(
            tr(
                "Serveren bag forbindelsen {} tager ikke imod. Prøv igen, eller spørg databasens ejer."
            ).format(navn)
        )
    return StoreFejl(
        tr(
            "Serveren bag forbindelsen {} svarer ikke. Se efter, om netværk og VPN virker, og prøv igen."
        ).format(navn)
    )


def _oversat(fejl: Error) -> StoreFejl:
    """A sentence for an error of the database. Its own text may hold the row, so it is never passed on."""
    kode = fejl.pgcode or ""
    tekst = fejl.diag.message_primary or ""
    match = _AFVISNING.match(tekst)
    if match:
        return Afvist(match["besked"], match["kode"])
    logger.info("PostgreSQL %s", kode or type(fejl).__name__)
    if kode == "23505":
        return _unik(fejl)
    if kode.startswith(("22", "23")) or _om_geometri(tekst):
        return Afvist(tr("En værdi passer ikke til sit felt. Ret den, og prøv igen."))
    if kode == "25006":
        return Skrivebeskyttet(
            tr(
                "Databasen kan kun læses: det er en kopi, eller den er flyttet. Ret forbindelsen til den, der kan skrives i."
            )
        )
    if kode == "42501":
        return Skrivebeskyttet(
            tr("Din databasebruger har ikke lov til det. Spørg databasens ejer om adgang.")
        )
    if kode in ("40001", "40P01", "55P03"):
        return Laast(tr("En kollega er ved at gemme det samme. Prøv igen om lidt."))
    if kode == "53100":
        return StoreFejl(
            tr(
                "Disken på databasens server er fuld. Bed databasens ejer om plads. Intet er ændret."
            ),
            siger_uroert=True,
        )
    if not kode or kode.startswith(("08", "57")):
        return StoreFejl(
            tr("Forbindelsen til databasen blev afbrudt. Intet er gemt. Prøv igen."),
            siger_uroert=True,
        )
    return StoreFejl(
        tr("Databasen kunne ikke udføre det (fejl {}). Intet er ændret.").format(kode),
        siger_uroert=True,
    )


def _om_geometri(tekst: str) -> bool:
    """PostGIS says what is wrong with a drawing as an internal error."""
    return any(led in tekst.lower() for led in ("geometry", "wkb", "srid"))


def _unik(fejl: Error) -> Afvist:
    """Two saved the same at once, so the index had to say it."""
    hvad = sql.unikke_indekser().get(fejl.diag.constraint_name or "")
    if hvad is None:
        return Afvist(tr("Rækken findes allerede. En kollega kan have gemt den samme."))
    return Afvist(hvad.besked, hvad.kode)


@contextmanager
def saetninger() -> Iterator[None]:
    """Turn the database's errors into sentences; the original, which may hold the row, goes no further."""
    import psycopg2

    try:
        yield
    except psycopg2.Error as fejl:
        raise _oversat(fejl) from None
    except ValueError as fejl:  # psycopg2: a text with a NUL character
        if "NUL" not in str(fejl):
            raise
        raise Afvist(tr("En tekst indeholder et ulovligt tegn. Skriv den igen.")) from None


@contextmanager
def transaktion(aaben: connection) -> Iterator[cursor]:
    """One transaction: all of it, or none of it and one sentence."""
    import psycopg2

    with aaben.cursor() as markoer, saetninger():
        markoer.execute("begin")
        try:
            yield markoer
            markoer.execute("commit")
        except BaseException:
            with suppress(psycopg2.Error):  # without a connection there is nothing to undo
                markoer.execute("rollback")
            raise
