# SPDX-License-Identifier: GPL-2.0-or-later
"""Two people, one row: each with an own layer in QGIS, as two desks have it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsVectorLayer

from moedested_plugin.domain.diff import FeltKonflikt, konflikter
from moedested_plugin.store import aabn
from moedested_plugin.store.postgis import PostgisStore
from tests.postgis import Database

NOEGLE = "11111111-2222-4333-8444-555555555555"
STED = {
    "moedested_id": NOEGLE,
    "navn": "Kaffe på torvet",
    "formaal_k": [1, 10],
    "sted": "Torvet",
    "pris": "Gratis",
}


@pytest.fixture
def ejer(postgis_database: Database, postgis_store: PostgisStore) -> PostgisStore:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [STED])  # type: ignore[list-item]
    return postgis_store


@pytest.fixture
def kollega(postgis_database: Database, ejer: PostgisStore) -> Iterator[PostgisStore]:
    bruger = postgis_database.klynge.ny_bruger("moedested_redaktoer")
    with aabn(postgis_database.qgis_forbindelse(bruger)) as store:
        assert isinstance(store, PostgisStore)
        yield store


def lag(store: PostgisStore, tabel: str = "moedested") -> QgsVectorLayer:
    layer = QgsVectorLayer(store.uri(tabel), tabel, "postgres")
    assert layer.isValid(), layer.error().message()
    return layer


def ret(layer: QgsVectorLayer, **vaerdier: Any) -> None:
    if not layer.isEditable():
        assert layer.startEditing()
    feature = next(layer.getFeatures())
    for navn, vaerdi in vaerdier.items():
        assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField(navn), vaerdi)


def saved(store: PostgisStore) -> dict[str, Any]:
    return next(store.raekker("moedested", noegler=[NOEGLE]))


def test_two_who_change_different_columns_both_keep_theirs(
    ejer: PostgisStore, kollega: PostgisStore
) -> None:
    mit_layer, deres_layer = lag(ejer), lag(kollega)
    ret(mit_layer, sted="Stationen")
    ret(deres_layer, pris="20 kr.")
    assert deres_layer.commitChanges()
    assert mit_layer.commitChanges()
    raekke = saved(ejer)
    assert (raekke["sted"], raekke["pris"], raekke["raekke_version"]) == ("Stationen", "20 kr.", 3)


def test_the_later_save_of_the_same_column_is_seen_before_it_is_made(
    ejer: PostgisStore, kollega: PostgisStore
) -> None:
    laest = saved(ejer)
    deres_layer = lag(kollega)
    ret(deres_layer, sted="Biblioteket", pris="20 kr.")
    assert deres_layer.commitChanges()
    mine = {"sted": "Stationen"}
    assert konflikter(laest, mine, saved(ejer)) == [
        FeltKonflikt("sted", "Torvet", "Stationen", "Biblioteket")
    ]
    assert konflikter(laest, {"pris": "30 kr."}, saved(ejer)) == [
        FeltKonflikt("pris", "Gratis", "30 kr.", "20 kr.")
    ]
    assert konflikter(laest, {"by": "Nykøbing F"}, saved(ejer)) == []


def test_a_save_in_the_window_between_comparing_and_saving_is_refused(
    ejer: PostgisStore, kollega: PostgisStore
) -> None:
    """The plugin writes the version it read + 1. A colleague's one save makes just that number: still refused."""
    mit_layer, deres_layer = lag(ejer), lag(kollega)
    version = saved(ejer)["raekke_version"]
    ret(mit_layer, sted="Stationen", raekke_version=version + 1)
    ret(deres_layer, sted="Biblioteket")
    assert deres_layer.commitChanges()
    assert saved(ejer)["raekke_version"] == version + 1
    assert not mit_layer.commitChanges()
    assert "raekke_version.kollega" in " ".join(mit_layer.commitErrors())
    assert mit_layer.isEditable()
    assert saved(ejer)["sted"] == "Biblioteket"
    mit_layer.rollBack()


def test_a_save_with_the_right_version_goes_through_and_counts_one_up(ejer: PostgisStore) -> None:
    layer = lag(ejer)
    version = saved(ejer)["raekke_version"]
    ret(layer, sted="Stationen", raekke_version=version + 1)
    assert layer.commitChanges(), layer.commitErrors()
    assert saved(ejer)["raekke_version"] == version + 1


def test_two_who_save_at_the_very_same_time_are_told_apart(
    postgis_database: Database, ejer: PostgisStore
) -> None:
    """The second waits for the first's row lock, and then meets the new version."""
    sql = "update moedested.moedested set sted = %s, raekke_version = 2 where moedested_id = %s"
    udfald: list[str] = []

    def anden() -> None:
        with postgis_database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
            try:
                markoer.execute(sql, ("B", NOEGLE))
            except psycopg2.errors.CheckViolation as fejl:
                udfald.append(str(fejl.diag.message_primary))

    with postgis_database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
        forbindelse.autocommit = False
        markoer.execute(sql, ("A", NOEGLE))
        traad = threading.Thread(target=anden)
        traad.start()
        vent_paa_laas(postgis_database)
        forbindelse.commit()
        traad.join(10)
    assert len(udfald) == 1
    assert udfald[0].startswith("moedested:raekke_version.kollega · En kollega har rettet rækken")
    assert saved(ejer)["sted"] == "A"


def vent_paa_laas(database: Database) -> None:
    for _ in range(200):
        if database.udfoer("select 1 from pg_locks where not granted"):
            return
        threading.Event().wait(0.02)
    pytest.fail("ingen venter på låsen")


def test_what_lost_is_in_the_history_and_comes_back(
    ejer: PostgisStore, kollega: PostgisStore
) -> None:
    deres_layer = lag(kollega)
    ret(deres_layer, sted="Biblioteket")
    assert deres_layer.commitChanges()
    kollega.tilsidesaet("moedested", NOEGLE, {"sted": "Stationen"}, None, "MIG")
    tabt = ejer.historik("moedested", NOEGLE)[0]
    assert (tabt.art, tabt.af, tabt.raekke) == ("tilsidesat", "MIG", {"sted": "Stationen"})
    ejer.gendan(tabt, "HK")
    assert saved(ejer)["sted"] == "Stationen"
    assert saved(ejer)["pris"] == "Gratis"
    assert [post.art for post in ejer.historik("moedested", NOEGLE)] == [
        "rettet",
        "tilsidesat",
        "rettet",
        "oprettet",
    ]
    overskrevet = ejer.historik("moedested", NOEGLE)[0]
    assert overskrevet.raekke is not None
    assert overskrevet.raekke["sted"] == "Biblioteket"


@pytest.mark.parametrize(
    ("foerste", "anden"),
    [
        (
            "insert into moedested.organisation (navn, type_k) values ('Samme navn', 2)",
            "insert into moedested.organisation (navn, type_k) values ('Samme navn', 3)",
        ),
        (
            (
                "insert into moedested.facilitet_punkt (objekt_id, facil_ty_k, bruger_id, geometri) values"
                f" ('{NOEGLE}', 1371, 'x', 'srid=25832;multipoint(690000 6070000)')"
            ),
            (
                "insert into moedested.rute (objekt_id, rute_ty_k, bruger_id, geometri) values"
                f" ('{NOEGLE}', 5, 'x', 'srid=25832;multilinestring((690000 6070000, 690001 6070001))')"
            ),
        ),
        (
            "delete from moedested.moedested",
            f"insert into moedested.udstyr (moedested_id) values ('{NOEGLE}')",
        ),
    ],
    ids=["unik", "objekt_id på tværs", "henvisning"],
)
def test_rules_over_several_rows_hold_when_two_save_at_once(
    postgis_database: Database, ejer: PostgisStore, foerste: str, anden: str
) -> None:
    fejl: list[psycopg2.Error] = []

    def koer_anden() -> None:
        try:
            postgis_database.udfoer(anden)
        except psycopg2.Error as refused:
            fejl.append(refused)

    with postgis_database.forbundet() as forbindelse, forbindelse.cursor() as markoer:
        forbindelse.autocommit = False
        markoer.execute(foerste)
        traad = threading.Thread(target=koer_anden)
        traad.start()
        vent_paa_laas(postgis_database)
        forbindelse.commit()
        traad.join(10)
    assert len(fejl) == 1


def test_the_one_who_is_refused_by_an_index_reads_the_same_sentence(
    postgis_database: Database, ejer: PostgisStore, kollega: PostgisStore
) -> None:
    from moedested_plugin.store.fejl import Afvist

    udfald: list[Afvist] = []

    def anden() -> None:
        try:
            with kollega.skriv("prøve", "B") as skriver:
                skriver.indsaet("organisation", [{"navn": "Samme navn", "type_k": 2}])
        except Afvist as fejl:
            udfald.append(fejl)

    with ejer.skriv("prøve", "A") as skriver:
        skriver.indsaet("organisation", [{"navn": "Samme navn", "type_k": 2}])
        traad = threading.Thread(target=anden)
        traad.start()
        vent_paa_laas(postgis_database)
    traad.join(10)
    assert [(fejl.kode, str(fejl)) for fejl in udfald] == [
        ("organisation.navn.unik", "Navn: findes allerede. Der må kun være én.")
    ]
