# SPDX-License-Identifier: GPL-2.0-or-later
"""An older schema is copied and upgraded when it is opened, in one transaction; a copy holds every row."""

from __future__ import annotations

import pytest

from moedested_plugin.domain.skema import SKEMAVERSION, SLAAS_OP, TABELLER
from moedested_plugin.store import StoreFejl, aabn, postgis_sql
from moedested_plugin.store.fejl import Afvist, Skrivebeskyttet
from moedested_plugin.store.postgis import PostgisStore
from tests.postgis import Database

from .raekker import gyldig

ALDRE = (
    "update moedested.indstilling set vaerdi = '0' where noegle = 'skemaversion';"
    "drop view moedested.off_foto; drop trigger b_foer on moedested.moedested;"
    "drop function moedested.efter_rute cascade;"
    "alter table moedested.moedested drop column lokalomraade cascade;"
    "drop table moedested.netvaerk;"
    "update moedested.kodeliste set navn = 'Gammelt ord' where liste = 'formaal' and kode = 1;"
    "alter table moedested.kodeliste disable trigger all;"
    "update moedested.kodeliste set navn = 'Gammelt ord' where liste = 'd_basis_status' and kode = 1;"
    "delete from moedested.kodeliste where liste = 'formaal' and kode = 2;"
    "alter table moedested.kodeliste enable trigger all"
)


def kopier(database: Database) -> list[str]:
    return [
        navn
        for (navn,) in database.udfoer(
            r"select nspname from pg_namespace where nspname like 'moedested\_kopi\_%' order by 1"
        )
    ]


@pytest.fixture
def aeldre(postgis_database: Database, postgis_store: PostgisStore) -> str:
    """The name of a connection to a store as an older plugin might have left it, with a row in it."""
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | {"navn": "Fra før"}])
    postgis_database.udfoer(ALDRE)
    return postgis_store.adresse


def test_an_older_store_is_copied_and_made_like_a_new_one(
    postgis_database: Database, aeldre: str
) -> None:
    with aabn(aeldre) as store:
        assert store.indstilling("skemaversion") == SKEMAVERSION
        assert [raekke["navn"] for raekke in store.raekker("moedested")] == ["Fra før"]
        with pytest.raises(Afvist), store.skriv("prøve", "HK") as skriver:
            skriver.indsaet("moedested", [gyldig("moedested") | {"navn": "x"}])
        for tabel in TABELLER:
            store.antal(tabel.navn)
        ord_ = {(r["liste"], r["kode"]): r["navn"] for r in store.raekker("kodeliste")}
        assert ord_["d_basis_status", 1] == "Kladde"  # GeoFA's are renewed
        assert ord_["formaal", 1] == "Gammelt ord"  # the municipality's own words stand
        assert ord_["formaal", 2] == "Bevægelse og sundhed"
    (kopi,) = kopier(postgis_database)
    assert postgis_database.udfoer(f"select navn from {kopi}.moedested") == [("Fra før",)]
    assert postgis_database.udfoer(
        f"select vaerdi from {kopi}.indstilling where noegle = 'skemaversion'"
    ) == [(0,)]
    with aabn(aeldre):
        assert kopier(postgis_database) == [kopi]


#: As version 2 was before it was 3.
UDEN_OPSLAG = (
    "update moedested.indstilling set vaerdi = '2' where noegle = 'skemaversion';"
    "drop index moedested.tilknytning_hoejst_en_moedested_id;"
    "create unique index tilknytning_hoejst_en_moedested_id on moedested.tilknytning (moedested_id) where rolle_k = 1;"
    + "".join(
        f"drop index moedested.{tabel.navn}_{SLAAS_OP};"
        for tabel in TABELLER
        if tabel.har(SLAAS_OP)
    )
)


def skema(database: Database) -> list[object]:
    """Every object of the schema and what it does, whatever the order of the columns."""
    vores = "= 'moedested'::regnamespace"
    spoergsmaal = (
        "select indexname, indexdef from pg_indexes where schemaname = 'moedested'",
        "select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default"
        " from information_schema.columns where table_schema = 'moedested'",
        f"select relname, relkind, relowner, relacl::text from pg_class where relnamespace {vores}",
        f"select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace {vores}",
        f"select proname, pg_get_functiondef(oid), proacl::text from pg_proc where pronamespace {vores}",
        "select pg_get_triggerdef(t.oid) from pg_trigger as t join pg_class as c on c.oid = t.tgrelid"
        f" where not tgisinternal and c.relnamespace {vores}",
        "select viewname, definition from pg_views where schemaname = 'moedested'",
    )
    return [sorted(database.udfoer(sql), key=repr) for sql in spoergsmaal]


@pytest.mark.parametrize("aeldes", [ALDRE, UDEN_OPSLAG], ids=["0", "2"])
def test_after_an_upgrade_every_object_is_as_in_a_new_store(
    postgis_database: Database, postgis_store: PostgisStore, aeldes: str
) -> None:
    skal = skema(postgis_database)
    postgis_database.udfoer(aeldes)
    assert skema(postgis_database) != skal
    aabn(postgis_store.adresse).luk()
    assert skema(postgis_database) == skal


def test_after_an_upgrade_the_rights_are_those_of_a_new_store(
    postgis_database: Database, aeldre: str
) -> None:
    aabn(aeldre).luk()
    bruger = postgis_database.klynge.ny_bruger("moedested_laeser")
    assert postgis_database.udfoer("select * from moedested.off_foto", bruger=bruger) == []
    with pytest.raises(Exception, match="permission denied"):
        postgis_database.udfoer("select * from moedested.netvaerk", bruger=bruger)


def test_an_upgrade_that_fails_leaves_the_old_store_and_the_copy(
    postgis_database: Database, aeldre: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    trin = ("alter table moedested.moedested add column ny_kolonne text", "select 1 / 0")
    monkeypatch.setitem(postgis_sql.OPGRADERINGER, 0, trin)
    with pytest.raises(StoreFejl) as fejl:
        aabn(aeldre)
    assert str(fejl.value).endswith(".")
    kolonner = {navn for (navn,) in postgis_database.udfoer(
        "select attname from pg_attribute where attrelid = 'moedested.moedested'::regclass"
    )}  # fmt: skip
    assert not kolonner & {"ny_kolonne", "lokalomraade"}
    assert postgis_database.udfoer(
        "select vaerdi from moedested.indstilling where noegle = 'skemaversion'"
    ) == [(0,)]
    assert len(kopier(postgis_database)) == 1


def test_only_an_owner_upgrades(postgis_database: Database, aeldre: str) -> None:
    bruger = postgis_database.klynge.ny_bruger("moedested_redaktoer")
    with pytest.raises(Skrivebeskyttet, match="moedested_ejer"):
        aabn(postgis_database.qgis_forbindelse(bruger))
    assert kopier(postgis_database) == []


def test_a_copy_holds_every_row_and_only_the_owner_reads_it(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested"), gyldig("moedested")])
    kopi = postgis_store.sikkerhedskopi()
    assert kopier(postgis_database) == [kopi]
    for tabel in TABELLER:
        antal = postgis_database.udfoer(f"select count(*) from {kopi}.{tabel.navn}")[0][0]
        assert antal == postgis_store.antal(tabel.navn), tabel.navn
    bruger = postgis_database.klynge.ny_bruger(
        "moedested_redaktoer", "moedested_udgiver", "moedested_laeser"
    )
    with pytest.raises(Exception, match="permission denied"):
        postgis_database.udfoer(f"select * from {kopi}.moedested", bruger=bruger)
