# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may what, tried by logging in as each of them."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg2
import pytest

from moedested_plugin.domain.eftersoegt import Eftersoegt
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import TABELLER
from moedested_plugin.store import Kommune, StoreFejl, aabn, opret
from moedested_plugin.store.fejl import Skrivebeskyttet
from moedested_plugin.store.postgis import PostgisStore
from tests.postgis import OPRETTER, Database, Klynge

TABELNAVNE = [tabel.navn for tabel in TABELLER]
VISNINGSNAVNE = [visning.navn for visning in VISNINGER]
EN_ORGANISATION = "insert into moedested.organisation (navn, type_k) values ('Foreningen', 2)"


def maa(database: Database, bruger: str, sql: str) -> bool:
    """Whether the statement is let through; anything but a refusal for lack of rights is a fault of the test."""
    try:
        database.udfoer(sql, bruger=bruger)
    except psycopg2.errors.InsufficientPrivilege:
        return False
    return True


@pytest.fixture(scope="module")
def faelles(postgis_klynge: Klynge) -> Iterator[Database]:
    """One store for the many questions that leave it as it was."""
    database = Database(postgis_klynge, postgis_klynge.ny_database())
    opret(database.qgis_forbindelse(), Kommune(376, "Guldborgsund", 29188599)).luk()
    database.udfoer(EN_ORGANISATION)
    yield database
    postgis_klynge.slet_database(database.navn)


@pytest.fixture(scope="module")
def brugere(faelles: Database) -> dict[str, str]:
    """A login for each role."""
    return {
        rolle: faelles.klynge.ny_bruger(f"moedested_{rolle}")
        for rolle in ("redaktoer", "udgiver", "laeser")
    }


@pytest.fixture
def redaktoer(postgis_database: Database, postgis_store: PostgisStore) -> str:
    return postgis_database.klynge.ny_bruger("moedested_redaktoer")


@pytest.fixture
def laeser(postgis_database: Database, postgis_store: PostgisStore) -> str:
    return postgis_database.klynge.ny_bruger("moedested_laeser")


@pytest.fixture
def udgiver(postgis_database: Database, postgis_store: PostgisStore) -> str:
    return postgis_database.klynge.ny_bruger("moedested_udgiver")


def test_the_owner_of_everything_is_the_group_not_the_person(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    ejere = postgis_database.udfoer(
        "select distinct pg_get_userbyid(relowner) from pg_class where relnamespace = 'moedested'::regnamespace"
        " union select pg_get_userbyid(proowner) from pg_proc where pronamespace = 'moedested'::regnamespace"
        " union select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'moedested'"
    )
    assert ejere == [("moedested_ejer",)]


def test_no_group_role_can_log_in(postgis_database: Database, postgis_store: PostgisStore) -> None:
    roller = postgis_database.udfoer(
        r"select rolname, rolcanlogin from pg_roles where rolname like 'moedested\_%' order by 1"
    )
    assert roller == [
        ("moedested_ejer", False),
        ("moedested_laeser", False),
        ("moedested_redaktoer", False),
        ("moedested_udgiver", False),
    ]


@pytest.mark.parametrize("tabel", TABELNAVNE)
def test_editor_reads_every_table(faelles: Database, brugere: dict[str, str], tabel: str) -> None:
    assert maa(faelles, brugere["redaktoer"], f"select * from moedested.{tabel} limit 1")


def test_editor_writes_changes_and_deletes_rows(postgis_database: Database, redaktoer: str) -> None:
    for sql in (
        EN_ORGANISATION,
        "update moedested.organisation set link = 'https://x.dk'",
        "insert into moedested.moedested (navn, formaal_k) values ('Kaffe', '[1]')",
        (
            "insert into moedested.facilitet_punkt (facil_ty_k, bruger_id, geometri)"
            " values (1371, 'x', 'srid=25832;multipoint(690000 6070000)')"
        ),
        "delete from moedested.facilitet_punkt",
        "delete from moedested.organisation",
    ):
        assert maa(postgis_database, redaktoer, sql), sql
    arter = postgis_database.udfoer(
        "select tabel, art, af from moedested.historik order by fid", bruger=redaktoer
    )
    assert arter == [
        ("organisation", "oprettet", redaktoer),
        ("organisation", "rettet", redaktoer),
        ("moedested", "oprettet", redaktoer),
        ("facilitet_punkt", "oprettet", redaktoer),
        ("facilitet_punkt", "slettet", redaktoer),
        ("organisation", "slettet", redaktoer),
    ]


@pytest.mark.parametrize(
    "sql",
    [
        "insert into moedested.historik (tabel, noegle, art, tid) values ('moedested', 'x', 'slettet', now())",
        "update moedested.historik set af = 'en anden'",
        "delete from moedested.historik",
        "truncate moedested.historik",
        "truncate moedested.moedested cascade",
        "delete from moedested.objektnoegle",
        "insert into moedested.objektnoegle values ('x')",
        "alter table moedested.moedested disable trigger all",
        "alter table moedested.moedested add column x text",
        "drop table moedested.foto",
        "drop view moedested.off_foto",
        "create table moedested.x (y int)",
        "create view moedested.off_alt as select * from moedested.moedested",
        "create schema mit",
        "create function moedested.afvis() returns int language sql as 'select 1'",
        "drop function moedested.efter_moedested cascade",
        "drop trigger b_foer on moedested.moedested",
        "set role moedested_ejer",
        "grant moedested_ejer to current_user",
        "select moedested.efter_moedested()",
    ],
)
def test_editor_cannot_touch_history_or_schema(
    faelles: Database, brugere: dict[str, str], sql: str
) -> None:
    foer = faelles.udfoer("select * from moedested.historik")
    assert foer
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        faelles.udfoer(sql, bruger=brugere["redaktoer"])
    assert faelles.udfoer("select * from moedested.historik") == foer


def test_editor_cannot_borrow_a_trigger_function_for_a_table_of_his_own(
    postgis_database: Database, redaktoer: str
) -> None:
    """A function that runs as the owner, on a table that says it is another: false history."""
    postgis_database.udfoer(f"create schema eget authorization {redaktoer}")
    postgis_database.udfoer(
        "create table eget.moedested (moedested_id text, rettet_af text)", bruger=redaktoer
    )
    assert not maa(
        postgis_database,
        redaktoer,
        "create trigger t after insert on eget.moedested for each row execute function moedested.efter_moedested()",
    )


def test_editor_changes_settings_but_not_those_of_the_schema(
    postgis_database: Database, redaktoer: str
) -> None:
    assert maa(
        postgis_database,
        redaktoer,
        "insert into moedested.indstilling (noegle, vaerdi) values ('ordliste', '[]');"
        "update moedested.indstilling set vaerdi = '[1]' where noegle = 'ordliste'",
    )
    for sql in (
        "update moedested.indstilling set vaerdi = '9' where noegle = 'skemaversion'",
        "delete from moedested.indstilling where noegle = 'kommune'",
        "update moedested.indstilling set noegle = 'x' where noegle = 'kommune'",
    ):
        with pytest.raises(psycopg2.errors.CheckViolation, match="Kun databasens ejer"):
            postgis_database.udfoer(sql, bruger=redaktoer)


@pytest.mark.parametrize("visning", VISNINGSNAVNE)
def test_reader_and_publisher_read_the_public_views(
    faelles: Database, brugere: dict[str, str], visning: str
) -> None:
    for bruger in (brugere["laeser"], brugere["udgiver"]):
        assert maa(faelles, bruger, f"select * from moedested.{visning}")
        # asked of the rights: a view that joins others cannot be written to by anybody
        for ret in ("insert", "update", "delete", "truncate"):
            har = f"select has_table_privilege('{bruger}', 'moedested.{visning}', '{ret}')"
            assert faelles.udfoer(har) == [(False,)], ret


@pytest.mark.parametrize("tabel", [*TABELNAVNE, "objektnoegle"])
def test_reader_and_publisher_see_no_table(
    faelles: Database, brugere: dict[str, str], tabel: str
) -> None:
    for bruger in (brugere["laeser"], brugere["udgiver"]):
        assert not maa(faelles, bruger, f"select count(*) from moedested.{tabel}")
        assert not maa(faelles, bruger, f"delete from moedested.{tabel}")
        assert not maa(faelles, bruger, f"insert into moedested.{tabel} default values")


def test_reader_gets_through_the_views_what_is_public_and_no_more(
    postgis_database: Database, laeser: str
) -> None:
    postgis_database.udfoer(
        "insert into moedested.moedested (navn, formaal_k, off_kode, livscyklus_k, intern_note, geometri) values"
        " ('Åben', '[1]', 1, 3, 'hemmelig', 'srid=25832;point(690000 6070000)'),"
        " ('Skjult', '[1]', 2, 3, 'hemmelig', 'srid=25832;point(690000 6070000)')"
    )
    raekker = postgis_database.udfoer("select * from moedested.off_moedested", bruger=laeser)
    assert len(raekker) == 1
    assert "Åben" in raekker[0]
    assert "hemmelig" not in str(raekker)


def test_reader_cannot_peep_past_the_condition_of_a_view(
    postgis_database: Database, laeser: str
) -> None:
    """Without security_barrier a cheap function of one's own sees the rows before they are filtered."""
    postgis_database.udfoer(
        "insert into moedested.moedested (navn, formaal_k, livscyklus_k) values ('Ikke for dig', '[1]', 3)"
    )
    with postgis_database.forbundet(laeser) as forbindelse, forbindelse.cursor() as markoer:
        markoer.execute(
            "create function pg_temp.kig(text) returns bool language plpgsql cost 0.0000001 as"
            " $$ begin raise notice 'SET: %', $1; return true; end $$"
        )
        markoer.execute(
            "select navn from moedested.off_moedested_uden_sted where pg_temp.kig(navn)"
        )
        assert "Ikke for dig" not in "".join(forbindelse.notices)


def test_publisher_makes_schemas_and_reader_does_not(
    postgis_database: Database, laeser: str, udgiver: str
) -> None:
    assert maa(
        postgis_database,
        udgiver,
        "create schema pub_1; create table pub_1.moedested as select * from moedested.off_moedested",
    )
    assert not maa(postgis_database, laeser, "create schema pub_2")


@pytest.mark.parametrize("rolle", ["moedested_laeser", "moedested_udgiver"])
def test_opening_without_the_right_to_read_says_which_role_is_missing(
    postgis_database: Database, postgis_store: PostgisStore, rolle: str
) -> None:
    forbindelse = postgis_database.qgis_forbindelse(postgis_database.klynge.ny_bruger(rolle))
    with pytest.raises(Skrivebeskyttet, match="moedested_redaktoer"):
        aabn(forbindelse)


def test_opening_without_any_role_says_so_too(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    with pytest.raises(Skrivebeskyttet, match="moedested_redaktoer"):
        aabn(postgis_database.qgis_forbindelse(postgis_database.klynge.ny_bruger()))


def test_editor_works_through_the_store_and_cannot_prune_the_history(
    postgis_database: Database, redaktoer: str
) -> None:
    with aabn(postgis_database.qgis_forbindelse(redaktoer)) as store:
        assert store.kan_skrive
        with store.skriv("prøve", "HK") as skriver:
            skriver.indsaet("organisation", [{"navn": "Foreningen", "type_k": 2}])
        noegle = store.historik("organisation")[0].noegle
        store.tilsidesaet("organisation", noegle, {"navn": "Den anden"}, None, "HK")
        assert [post.art for post in store.historik("organisation")] == ["tilsidesat", "oprettet"]
        uden_lov = "ikke lov til det. Spørg databasens ejer"
        for forsoeg, siger in (
            (lambda: store.fjern_persondata(Eftersoegt(("Foreningen",)), "HK"), uden_lov),
            (store.sikkerhedskopi, uden_lov),
            (lambda: store.saet_indstilling("skemaversion", 2), "Kun databasens ejer"),
        ):
            with pytest.raises(StoreFejl, match=siger):
                forsoeg()
        assert len(store.historik("organisation")) == 2


def test_a_role_that_only_reads_the_tables_cannot_write(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    bruger = postgis_database.klynge.ny_bruger()
    postgis_database.udfoer(
        f"grant usage on schema moedested to {bruger};"
        f"grant select on all tables in schema moedested to {bruger}"
    )
    with aabn(postgis_database.qgis_forbindelse(bruger)) as store:
        assert not store.kan_skrive
        with pytest.raises(Skrivebeskyttet), store.skriv("prøve", "HK") as skriver:
            skriver.indsaet("organisation", [{"navn": "Foreningen", "type_k": 2}])


def test_new_tables_of_the_owner_are_readable_for_editors_only(
    postgis_database: Database, redaktoer: str, laeser: str
) -> None:
    postgis_database.udfoer(
        "set role moedested_ejer; create table moedested.ny (x int)", bruger=OPRETTER
    )
    assert maa(postgis_database, redaktoer, "select * from moedested.ny")
    assert not maa(postgis_database, laeser, "select * from moedested.ny")


def test_a_second_database_shares_the_roles_of_the_server(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    anden = Database(postgis_database.klynge, postgis_database.klynge.ny_database())
    try:
        with opret(anden.qgis_forbindelse(), Kommune(360, "Lolland", 29188572)) as store:
            assert store.indstilling("kommune") == {"kode": 360, "navn": "Lolland", "cvr": 29188572}
    finally:
        anden.klynge.slet_database(anden.navn)
