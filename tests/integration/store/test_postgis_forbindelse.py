# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening and making a store on a server: every login QGIS knows, and one clear sentence for all that can be wrong."""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsCredentials,
    QgsDataSourceUri,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.domain.skema import SKEMAVERSION
from moedested_plugin.store import Kommune, StoreFejl, aabn, opret
from moedested_plugin.store.fejl import (
    Beskadiget,
    FindesAllerede,
    FindesIkke,
    ForNy,
    IkkeVoresFil,
    Skrivebeskyttet,
)
from moedested_plugin.store.postgis import PostgisStore
from moedested_plugin.store.postgis_forbindelse import forbind, kilde_til
from tests.postgis import KODEORD, OPRETTER, VAERT, Database, gem_forbindelse

GULDBORGSUND = Kommune(376, "Guldborgsund", 29188599)


def sentence(fejl: pytest.ExceptionInfo[StoreFejl]) -> str:
    """What the user reads: one or two whole sentences, and nothing of the login."""
    tekst = str(fejl.value)
    assert tekst.endswith((".", ";")), tekst
    for hemmelighed in (KODEORD, OPRETTER, "FATAL", "Traceback", VAERT):
        assert hemmelighed not in tekst
    assert fejl.value.__cause__ is None
    assert fejl.value.__suppress_context__ or fejl.value.__context__ is None
    return tekst


def er_urort(database: Database) -> bool:
    return not database.udfoer(
        "select 1 from pg_namespace where nspname = 'moedested'"
    ) and not database.udfoer("select 1 from pg_namespace where nspname like 'moedested_kopi%'")


# What can be wrong


def test_unknown_connection(qgis_app: QgsApplication) -> None:
    for handling in (aabn, lambda navn: opret(navn, GULDBORGSUND)):
        with pytest.raises(FindesIkke) as fejl:
            handling("Findes ikke")
        assert "Findes ikke findes ikke i QGIS" in sentence(fejl)


def test_server_that_does_not_answer(qgis_app: QgsApplication) -> None:
    navn = gem_forbindelse(f"dbname='x' host={VAERT} port=1 user='{OPRETTER}' password='x'")
    with pytest.raises(StoreFejl) as fejl:
        aabn(navn)
    assert "svarer ikke" in sentence(fejl)


def test_wrong_password(postgis_database: Database) -> None:
    navn = postgis_database.qgis_forbindelse(kodeord="forkert")
    with pytest.raises(StoreFejl) as fejl:
        opret(navn, GULDBORGSUND)
    assert "afviste login" in sentence(fejl)
    assert er_urort(postgis_database)


def test_database_that_is_not_there(postgis_database: Database) -> None:
    navn = Database(postgis_database.klynge, "findes_ikke").qgis_forbindelse()
    with pytest.raises(FindesIkke) as fejl:
        aabn(navn)
    assert "Databasen" in sentence(fejl)


def test_database_without_our_schema(postgis_database: Database) -> None:
    with pytest.raises(FindesIkke) as fejl:
        aabn(postgis_database.qgis_forbindelse())
    assert "ingen mødesteder" in sentence(fejl)


def test_no_postgis_and_no_right_to_put_it_in(postgis_database: Database) -> None:
    postgis_database.udfoer("drop extension postgis cascade")
    with pytest.raises(StoreFejl) as fejl:
        opret(postgis_database.qgis_forbindelse(), GULDBORGSUND)
    assert "create extension postgis" in sentence(fejl)
    assert er_urort(postgis_database)


def test_postgis_is_put_in_by_one_who_may(postgis_database: Database) -> None:
    postgis_database.udfoer("drop extension postgis cascade")
    with opret(postgis_database.qgis_forbindelse("postgres"), GULDBORGSUND) as store:
        assert store.antal("moedested") == 0


def test_postgis_may_lie_in_a_schema_of_its_own(postgis_database: Database) -> None:
    postgis_database.udfoer(
        'drop extension postgis cascade; create schema "GIS udvidelser";'
        'create extension postgis schema "GIS udvidelser"; grant usage on schema "GIS udvidelser" to public'
    )
    with opret(postgis_database.qgis_forbindelse(), GULDBORGSUND) as store:
        with store.skriv("prøve", "HK") as skriver:
            skriver.indsaet("moedested", [{"navn": "Kaffe", "formaal_k": [1], "geometri": PUNKT}])
        assert next(store.raekker("moedested"))["geometri"] == PUNKT
        assert store.historik("moedested")[0].art == "oprettet"


PUNKT = bytes.fromhex("0101000000000000000CE12441000000009C275741")


def test_schema_of_another_by_that_name(postgis_database: Database) -> None:
    postgis_database.udfoer("create schema moedested; create table moedested.x (y int)")
    navn = postgis_database.qgis_forbindelse()
    for handling in (aabn, lambda adresse: opret(adresse, GULDBORGSUND)):
        with pytest.raises(IkkeVoresFil) as fejl:
            handling(navn)
        assert "ikke er lavet af Mødested" in sentence(fejl)
    assert postgis_database.udfoer("select * from moedested.x") == []


def test_a_store_is_never_made_on_top_of_another(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    postgis_store.saet_indstilling("mit", 1)
    with pytest.raises(FindesAllerede) as fejl:
        opret(postgis_store.adresse, GULDBORGSUND)
    assert "Datalageret findes" in sentence(fejl)
    assert postgis_store.indstilling("mit") == 1


@pytest.mark.parametrize(
    ("ret", "ventet", "ord_"),
    [
        (
            f"update moedested.indstilling set vaerdi = '{SKEMAVERSION + 1}' where noegle = 'skemaversion'",
            ForNy,
            "nyere udgave",
        ),
        (
            "update moedested.indstilling set vaerdi = '\"x\"' where noegle = 'skemaversion'",
            Beskadiget,
            "ufuldstændigt",
        ),
        (
            "delete from moedested.indstilling where noegle = 'skemaversion'",
            Beskadiget,
            "ufuldstændigt",
        ),
        ("drop table moedested.indstilling", Beskadiget, "ufuldstændigt"),
        ("drop table moedested.foto cascade", Beskadiget, "ufuldstændigt"),
    ],
)
def test_newer_or_damaged_schema(
    postgis_database: Database,
    postgis_store: PostgisStore,
    ret: str,
    ventet: type[StoreFejl],
    ord_: str,
) -> None:
    postgis_database.udfoer(ret)
    foer = postgis_database.udfoer("select oid from pg_class order by 1")
    with pytest.raises(ventet) as fejl:
        aabn(postgis_store.adresse)
    assert ord_ in sentence(fejl)
    assert postgis_database.udfoer("select oid from pg_class order by 1") == foer


@pytest.mark.parametrize("mangler", ["databasen", "roller"])
def test_roles_that_cannot_be_made_or_given_access_leave_nothing_behind(
    postgis_database: Database, mangler: str
) -> None:
    """One may own the database but make no roles, or make roles but not own the database."""
    klynge = postgis_database.klynge
    if mangler == "databasen":
        bruger = klynge.ny_bruger(egenskaber="createrole")
        klynge.udfoer(f'grant create on database "{postgis_database.navn}" to {bruger}')
        roller_findes = bool(
            klynge.udfoer("select 1 from pg_roles where rolname = 'moedested_ejer'")
        )
    else:
        bruger = klynge.ny_bruger()
        klynge.udfoer(f'alter database "{postgis_database.navn}" owner to {bruger}')
        roller_findes = bool(
            klynge.udfoer("select 1 from pg_roles where rolname = 'moedested_ejer'")
        )
    with pytest.raises(Skrivebeskyttet) as fejl:
        opret(postgis_database.qgis_forbindelse(bruger), GULDBORGSUND)
    assert "createrole" in sentence(fejl)
    assert "moedested_laeser" in str(fejl.value)
    assert er_urort(postgis_database)
    nu = bool(klynge.udfoer("select 1 from pg_roles where rolname = 'moedested_ejer'"))
    assert nu == roller_findes


def test_roles_made_beforehand_by_the_administrator_are_used(postgis_database: Database) -> None:
    """Where nobody but the administrator may make roles, he makes them, and we need no createrole."""
    klynge = postgis_database.klynge
    for rolle in ("moedested_ejer", "moedested_redaktoer", "moedested_udgiver", "moedested_laeser"):
        klynge.udfoer(
            f"do $$ begin create role {rolle} nologin; exception when duplicate_object then null; end $$"
        )
    bruger = klynge.ny_bruger("moedested_ejer")
    klynge.udfoer(f'alter database "{postgis_database.navn}" owner to {bruger}')
    with opret(postgis_database.qgis_forbindelse(bruger), GULDBORGSUND) as store:
        assert store.kan_skrive


def test_a_broken_connection_says_so_and_is_made_again(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    assert postgis_store.antal("moedested") == 0
    postgis_database.udfoer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
        " and pid <> pg_backend_pid()"
    )
    with pytest.raises(StoreFejl) as fejl:
        postgis_store.antal("moedested")
    assert "afbrudt" in sentence(fejl)
    assert postgis_store.antal("moedested") == 0


# Every login that QGIS knows


@pytest.fixture
def authcfg(qgis_app: QgsApplication) -> Iterator[str]:
    """A login in QGIS's own keeping."""
    adgang = QgsApplication.authManager()
    assert adgang.setMasterPassword("kun til prøver", True)
    login = QgsAuthMethodConfig("Basic")
    login.setName("Mødested prøve")
    login.setConfig("username", OPRETTER)
    login.setConfig("password", KODEORD)
    assert adgang.storeAuthenticationConfig(login)[0]
    yield login.id()
    adgang.removeAuthenticationConfig(login.id())


def _valid_layer(uri: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(uri, "mødesteder", "postgres")
    assert layer.isValid(), layer.error().message()
    return layer


def _in_project(uri: str, mappe: Path) -> str:
    """Everything that a project with the layer writes to disk."""
    project = QgsProject()
    project.addMapLayer(_valid_layer(uri))
    fil = mappe / "projekt.qgs"
    assert project.write(str(fil))
    return fil.read_text(encoding="utf-8")


def test_login_in_the_authentication_manager(
    postgis_database: Database, authcfg: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    klynge = postgis_database.klynge
    navn = gem_forbindelse(
        f"dbname='{postgis_database.navn}' host={VAERT} port={klynge.port} authcfg={authcfg} sslmode=disable"
    )
    with opret(navn, GULDBORGSUND) as store:
        uri = store.uri("moedested")
        assert QgsDataSourceUri(uri).authConfigId() == authcfg
        skrevet = _in_project(uri, tmp_path)
    assert authcfg in skrevet
    for hemmelighed in (KODEORD, OPRETTER):
        assert hemmelighed not in uri
        assert hemmelighed not in skrevet
        assert hemmelighed not in caplog.text


def test_login_in_a_service_file(
    postgis_database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qgis_app: QgsApplication,
) -> None:
    fil = tmp_path / "pg_service.conf"
    dsn = postgis_database.klynge.dsn(postgis_database.navn, OPRETTER)
    fil.write_text(
        "[moedested]\n" + "".join(f"{noegle}={vaerdi}\n" for noegle, vaerdi in dsn.items()),
        encoding="utf-8",
    )
    monkeypatch.setenv("PGSERVICEFILE", str(fil))
    with opret(gem_forbindelse("service='moedested'"), GULDBORGSUND) as store:
        uri = store.uri("moedested")
        assert QgsDataSourceUri(uri).service() == "moedested"
        assert KODEORD not in _in_project(uri, tmp_path)


def test_saved_password_stays_out_of_the_project_and_the_layer_opens_without_a_question(
    postgis_database: Database, postgis_store: PostgisStore, tmp_path: Path
) -> None:
    uri = postgis_store.uri("moedested")
    assert "password" not in uri
    assert KODEORD.replace("'", "") not in _in_project(uri, tmp_path)


def test_connection_without_saved_password_asks_qgis(postgis_database: Database) -> None:
    klynge = postgis_database.klynge
    kilde = f"dbname='{postgis_database.navn}' host={VAERT} port={klynge.port} user='{OPRETTER}' sslmode=disable"
    navn = gem_forbindelse(kilde)
    with pytest.raises(StoreFejl) as fejl:  # nobody is there to answer
        opret(navn, GULDBORGSUND)
    assert "afviste login" in sentence(fejl)
    QgsCredentials.instance().put(QgsDataSourceUri(kilde).connectionInfo(False), OPRETTER, KODEORD)
    with opret(navn, GULDBORGSUND) as store:
        assert store.antal("moedested") == 0


def test_the_log_and_the_errors_of_a_refused_row_hold_nothing_of_the_row(
    postgis_store: PostgisStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(StoreFejl) as fejl, postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet(
            "moedested",
            [
                {
                    "navn": "Kaffe",
                    "formaal_k": [1],
                    "intern_note": "KANARIE",
                    "postnr": 99_999_999_999,
                }
            ],
        )
    assert "KANARIE" not in sentence(fejl) + caplog.text


def test_many_tasks_may_look_the_connection_up_at_once(qgis_app: object) -> None:
    """QGIS's own list is not made for that; without a lock QGIS is gone."""
    navn = gem_forbindelse("dbname='x' host=y")
    fundne: list[str] = []

    def slaa_op() -> None:
        fundne.extend(kilde_til(navn).database() for _ in range(25))

    traade = [threading.Thread(target=slaa_op) for _ in range(4)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()
    assert fundne == ["x"] * 100


def test_a_server_that_falls_silent_is_given_up(postgis_database: Database) -> None:
    """Its power or network is cut, so nothing comes, not even an end: without this a statement would wait for hours."""
    navn = postgis_database.qgis_forbindelse()
    aaben = forbind(kilde_til(navn), navn)
    try:
        with socket.socket(fileno=os.dup(aaben.fileno())) as stik:
            idle, hver, gange, ubekraeftet = (
                stik.getsockopt(socket.IPPROTO_TCP, valg)
                for valg in (
                    socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT, socket.TCP_USER_TIMEOUT,
                )
            )  # fmt: skip
            assert stik.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    finally:
        aaben.close()
    assert idle + hver * gange <= 60
    assert ubekraeftet == 60_000
