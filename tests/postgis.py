# SPDX-License-Identifier: GPL-2.0-or-later
"""A real PostgreSQL with PostGIS that belongs to the tests: fixtures for a server, a database, a connection in QGIS.

The server lies in a temporary folder, listens on a free port of this machine only, wants passwords, and goes with the
test run (also when that is killed). PostgreSQL refuses to run as root, so root starts it as the user `postgres`.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

if TYPE_CHECKING:
    from psycopg2.extensions import connection

VAERT = "127.0.0.1"
ADMIN = "postgres"
#: Owns the databases and may make roles, as the person in a municipality who sets up the store; not a superuser.
OPRETTER = "gis_opretter"
KODEORD = "prøve'ord"
MINDSTE_VERSION = 15
_SKABELON = "skabelon_postgis"
_MANGLER = "PostgreSQL {} med PostGIS mangler på maskinen. Kør .ci/install test, og prøv igen."


@dataclass(frozen=True)
class Klynge:
    """A running server of our own."""

    port: int

    def dsn(self, database: str, bruger: str = ADMIN, kodeord: str = KODEORD) -> dict[str, Any]:
        """Arguments for `psycopg2.connect`."""
        return {
            "host": VAERT,
            "port": self.port,
            "dbname": database,
            "user": bruger,
            "password": kodeord,
        }

    @contextmanager
    def forbundet(self, database: str, bruger: str = ADMIN) -> Iterator[connection]:
        """A connection where every statement is its own transaction; closed afterwards."""
        forbindelse = psycopg2.connect(**self.dsn(database, bruger))
        forbindelse.autocommit = True
        try:
            yield forbindelse
        finally:
            forbindelse.close()

    def udfoer(self, sql: str, *, database: str = "postgres", bruger: str = ADMIN) -> list[Any]:
        """Run one or more statements; gives the rows of the last, where it has any."""
        with self.forbundet(database, bruger) as forbindelse, forbindelse.cursor() as markoer:
            markoer.execute(sql)
            return markoer.fetchall() if markoer.description else []

    def ny_database(self, skabelon: str = _SKABELON) -> str:
        """Make a database as a copy of another."""
        navn = f"prove_{uuid.uuid4().hex[:12]}"
        self.lav_database(navn, skabelon)
        return navn

    def lav_database(self, navn: str, skabelon: str = _SKABELON) -> None:
        """Make this database as a copy of another."""
        self.udfoer(f'create database "{navn}" template "{skabelon}" owner "{OPRETTER}"')

    def kopi_af(self, navn: str) -> str:
        """Make a database as a copy of one that nobody needs to be connected to any more."""
        self.udfoer(
            f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{navn}'"
        )
        return self.ny_database(navn)

    def slet_database(self, navn: str) -> None:
        """Drop a database, also while QGIS still holds a pooled connection to it."""
        self.udfoer(f'drop database if exists "{navn}" with (force)')

    def ny_bruger(self, *roller: str, egenskaber: str = "") -> str:
        """Make a login that is a member of these roles."""
        navn = f"bruger_{uuid.uuid4().hex[:12]}"
        ord_ = KODEORD.replace("'", "''")
        self.udfoer(f"create role {navn} login password '{ord_}' {egenskaber}")
        for rolle in roller:
            self.udfoer(f"grant {rolle} to {navn}")
        return navn


@dataclass(frozen=True)
class Database:
    """One database of the server, gone after the test."""

    klynge: Klynge
    navn: str

    def udfoer(self, sql: str, *, bruger: str = ADMIN) -> list[Any]:
        """Run statements in this database."""
        return self.klynge.udfoer(sql, database=self.navn, bruger=bruger)

    def forbundet(self, bruger: str = ADMIN) -> Any:
        """A connection to this database, closed afterwards."""
        return self.klynge.forbundet(self.navn, bruger)

    def qgis_forbindelse(self, bruger: str = OPRETTER, *, kodeord: str = KODEORD) -> str:
        """Store a connection in QGIS, with user and password; gives its name."""
        return gem_forbindelse(
            f"dbname='{self.navn}' host={VAERT} port={self.klynge.port} "
            f"user='{bruger}' password='{_citeret(kodeord)}' sslmode=disable"
        )


def _citeret(tekst: str) -> str:
    return tekst.replace("\\", "\\\\").replace("'", "\\'")


def gem_forbindelse(uri: str) -> str:
    """Store a PostgreSQL connection in QGIS as the user would in the browser; gives its name."""
    from qgis.core import QgsProviderRegistry

    navn = f"Mødested prøve {uuid.uuid4().hex[:8]}"
    postgres = QgsProviderRegistry.instance().providerMetadata("postgres")
    opsaetning = {"saveUsername": True, "savePassword": True}
    postgres.saveConnection(postgres.createConnection(uri, opsaetning), navn)
    return navn


def programmer() -> Path:
    """The folder of the newest installed server."""
    mapper = [
        (int(match[1]), mappe)
        for mappe in Path("/usr/lib/postgresql").glob("*/bin")
        if (match := re.fullmatch(r"(\d+)", mappe.parent.name)) and (mappe / "initdb").is_file()
    ]
    if not mapper and (initdb := shutil.which("initdb")):
        mapper = [(MINDSTE_VERSION, Path(initdb).resolve().parent)]
    if not mapper or max(mapper)[0] < MINDSTE_VERSION:
        pytest.fail(_MANGLER.format(MINDSTE_VERSION), pytrace=False)
    return max(mapper)[1]


def _som_postgres() -> list[str]:
    """How to start a program that refuses root, and have it stop with us."""
    doer_med = ["setpriv", "--pdeathsig", "INT"]
    if os.geteuid() == 0:
        doer_med += [f"--reuid={ADMIN}", f"--regid={ADMIN}", "--init-groups"]
    return doer_med


def _ledig_port() -> int:
    with socket.socket() as stik:
        stik.bind((VAERT, 0))
        return int(stik.getsockname()[1])


def _vent(klynge: Klynge, proces: subprocess.Popen[bytes], log: Path) -> None:
    frist = time.monotonic() + 60
    while True:
        try:
            klynge.udfoer("select 1")
        except psycopg2.OperationalError:
            if proces.poll() is not None or time.monotonic() > frist:
                pytest.fail(f"PostgreSQL kunne ikke starte:\n{log.read_text()}", pytrace=False)
            time.sleep(0.05)
        else:
            return


class Maskine:
    """One PostgreSQL with a folder and a port of its own, that may be lost and come back."""

    def __init__(self, mappe: Path, **valg: str) -> None:
        self.mappe, self.data, self.log = mappe, mappe / "data", mappe / "log"
        self.klynge = Klynge(_ledig_port())
        # Nothing here must survive a power cut, so nothing waits for the disk. A test that waits for itself fails in time.
        self._valg = {
            "listen_addresses": VAERT, "port": str(self.klynge.port), "unix_socket_directories": "", "fsync": "off",
            "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB", "max_connections": "60",
            "autovacuum": "off", "timezone": "Europe/Copenhagen", "log_min_messages": "fatal", "jit": "off",
            "lock_timeout": "90s",
        } | valg  # fmt: skip
        self._proces: subprocess.Popen[bytes] | None = None

    def koer(self, program: str, *led: str | Path, **miljoe: str) -> None:
        """Run one of PostgreSQL's own programs to its end, as the user who may."""
        subprocess.run(
            [*_som_postgres(), programmer() / program, *led],
            cwd=self.mappe, env=_miljoe() | miljoe, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        """Run it, until it answers; nothing, when it runs."""
        if self._proces is not None:
            return
        valg = (led for navn, vaerdi in self._valg.items() for led in ("-c", f"{navn}={vaerdi}"))
        with self.log.open("ab") as ud:
            self._proces = subprocess.Popen(
                [*_som_postgres(), programmer() / "postgres", "-D", self.data, *valg],
                cwd=self.mappe, env=_miljoe(), stdout=ud, stderr=ud,
            )  # fmt: skip
        _vent(self.klynge, self._proces, self.log)

    def stop(self, hvordan: signal.Signals = signal.SIGINT) -> None:
        """End it and everybody in it; with SIGQUIT at once, as when the power goes."""
        proces, self._proces = self._proces, None
        if proces is None:
            return
        proces.send_signal(hvordan)
        try:
            proces.wait(30)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()


def _miljoe() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@contextmanager
def maskinmappe(**valg: str) -> Iterator[Maskine]:
    """A server that has no data yet, in a temporary folder; it is stopped and taken away."""
    mappe = Path(tempfile.mkdtemp(prefix="moedested-postgis-"))
    if os.geteuid() == 0:
        shutil.chown(mappe, ADMIN, ADMIN)
    maskine = Maskine(mappe, **valg)
    try:
        yield maskine
    finally:
        maskine.stop()
        shutil.rmtree(mappe, ignore_errors=True)


@contextmanager
def koerende_maskine(**valg: str) -> Iterator[Maskine]:
    """Make a server, run it, and take it away."""
    with maskinmappe(**valg) as maskine:
        kodeordsfil = maskine.mappe / "kodeord"
        kodeordsfil.write_text(KODEORD, encoding="utf-8")
        if os.geteuid() == 0:
            shutil.chown(kodeordsfil, ADMIN, ADMIN)
        maskine.koer("initdb", "-D", maskine.data, "-U", ADMIN, "-A", "scram-sha-256",
                     f"--pwfile={kodeordsfil}", "-E", "UTF8", "--no-locale", "--no-sync")  # fmt: skip
        maskine.start()
        _forbered(maskine.klynge)
        yield maskine


@contextmanager
def koerende_klynge() -> Iterator[Klynge]:
    """The same, for those who only ask it."""
    with koerende_maskine() as maskine:
        yield maskine.klynge


@contextmanager
def koerende_replika(primaer: Maskine, **valg: str) -> Iterator[Maskine]:
    """A copy that follows this server, made as docs/drift-flere-servere.md says."""
    with maskinmappe(**valg) as maskine:
        maskine.koer("pg_basebackup", "-h", VAERT, "-p", str(primaer.klynge.port), "-U", ADMIN, "-D", maskine.data,
                     "-R", "-C", "-S", "replika", "-c", "fast", "--no-sync", PGPASSWORD=KODEORD)  # fmt: skip
        maskine.start()
        yield maskine


def _forbered(klynge: Klynge) -> None:
    ord_ = KODEORD.replace("'", "''")
    klynge.udfoer(f"create role {OPRETTER} login createrole password '{ord_}'")
    klynge.udfoer(f'create database "{_SKABELON}"')
    try:
        klynge.udfoer("create extension postgis", database=_SKABELON)
    except psycopg2.Error:
        pytest.fail(_MANGLER.format(MINDSTE_VERSION), pytrace=False)


@pytest.fixture(scope="session")
def postgis_klynge() -> Iterator[Klynge]:
    """The server of this test run."""
    with koerende_klynge() as klynge:
        yield klynge


@pytest.fixture
def postgis_plads(postgis_klynge: Klynge) -> Iterator[Database]:
    """Where the database of this test is to be; not there yet."""
    navn = f"prove_{uuid.uuid4().hex[:12]}"
    yield Database(postgis_klynge, navn)
    postgis_klynge.slet_database(navn)


@pytest.fixture
def postgis_database(postgis_plads: Database) -> Database:
    """It, with PostGIS and nothing else, or with the store that somebody asked for first."""
    klynge, navn = postgis_plads.klynge, postgis_plads.navn
    if not klynge.udfoer(f"select 1 from pg_database where datname = '{navn}'"):
        klynge.lav_database(navn)
    return postgis_plads


@pytest.fixture(scope="session")
def tom_postgis(postgis_klynge: Klynge) -> str:
    """The name of a database with a new, empty store, made once and then only copied."""
    from moedested_plugin.store import Kommune, opret

    database = Database(postgis_klynge, postgis_klynge.ny_database())
    with opret(database.qgis_forbindelse(), Kommune(376, "Guldborgsund", 29188599)):
        pass
    postgis_klynge.udfoer(
        f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database.navn}'"
    )
    return database.navn


@pytest.fixture
def postgis_store(postgis_plads: Database, tom_postgis: str) -> Iterator[Any]:
    """A new store in it, opened by the one who made it."""
    from moedested_plugin.store import aabn
    from moedested_plugin.store.postgis_saetninger import DATABASENS_RETTIGHEDER

    postgis_plads.klynge.slet_database(postgis_plads.navn)  # somebody may have asked for it first
    postgis_plads.klynge.lav_database(postgis_plads.navn, tom_postgis)
    # What belongs to the database itself does not come with a copy.
    postgis_plads.udfoer(DATABASENS_RETTIGHEDER, bruger=OPRETTER)
    with aabn(postgis_plads.qgis_forbindelse()) as store:
        yield store
