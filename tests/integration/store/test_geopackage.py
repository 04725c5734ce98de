# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackage as others use it: QGIS's editing, ogr2ogr, plain sqlite3, several at once; and its upgrade."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QDateTime

from moedested_plugin.domain import skema
from moedested_plugin.domain.betingelse import GEOMETRI, EnAf
from moedested_plugin.domain.felt import Felt, Tabel
from moedested_plugin.domain.skema import DOMAENETABELLER, SKEMAVERSION, SLAAS_OP
from moedested_plugin.store import Store, aabn, geopackage, geopackage_sql, geopackage_vagter, opret
from moedested_plugin.store.fejl import Laast, StoreFejl
from moedested_plugin.store.ogr_sql import Forbindelse
from tests.samples.foerste_udgave import pak_ud

from .conftest import KOMMUNE
from .raekker import MOEDESTED, fuld, geometri, grundlag, gyldig, punkt

PROEVE_1 = Path(__file__).parents[2] / "samples" / "skema_1.gpkg"


@pytest.fixture
def fyldt(gpkg_store: Store) -> Store:
    with gpkg_store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
    return gpkg_store


@pytest.fixture
def sted_layer(fyldt: Store) -> QgsVectorLayer:
    lag = QgsVectorLayer(fyldt.uri("moedested"), "moedested", "ogr")
    assert lag.isValid()
    return lag


def sqlite(sti: str) -> sqlite3.Connection:
    """Another program: SQLite's own functions, and the few that the R-tree triggers of every GeoPackage ask for."""
    forbindelse = sqlite3.connect(sti, isolation_level=None)
    forbindelse.create_function("ST_IsEmpty", 1, lambda blob: blob is None)
    for navn in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        forbindelse.create_function(navn, 1, lambda blob: 0.0)
    return forbindelse


def en(store: Store, navn: str = "moedested", noegle: str = MOEDESTED) -> dict[str, Any]:
    (raekke,) = store.raekker(navn, noegler=[noegle])
    return raekke


def den_nyeste(store: Store) -> dict[str, Any]:
    return [*store.raekker("moedested")][-1]


def raa(store: Store, sql: str) -> list[tuple[Any, ...]]:
    forbindelse = sqlite3.connect(store.adresse)
    try:
        return forbindelse.execute(sql).fetchall()
    finally:
        forbindelse.close()


def ny_raekke(lag: QgsVectorLayer, **vaerdier: Any) -> QgsFeature:
    numre = {lag.fields().indexOf(felt): vaerdi for felt, vaerdi in vaerdier.items()}
    return QgsVectorLayerUtils.createFeature(
        lag, QgsGeometry.fromWkt("Point (680000 6080000)"), numre
    )


# ---- the file


def test_it_is_a_geopackage_by_the_book(gpkg_store: Store) -> None:
    assert raa(gpkg_store, "PRAGMA application_id") == [(0x47504B47,)]
    assert raa(gpkg_store, "PRAGMA integrity_check") == [("ok",)]
    assert raa(gpkg_store, "PRAGMA foreign_key_check") == []
    indhold = dict(raa(gpkg_store, "SELECT table_name, data_type FROM gpkg_contents"))
    assert indhold["rute"] == "features"
    assert indhold["kodeliste"] == "attributes"
    assert len(indhold) == len(skema.TABELLER)
    assert raa(gpkg_store, "SELECT DISTINCT srs_id, z, m FROM gpkg_geometry_columns") == [
        (25832, 0, 0)
    ]
    indekser = raa(
        gpkg_store, "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"
    )
    assert indekser == [(sum(tabel.geometri is not None for tabel in skema.TABELLER),)]
    alt = subprocess.run(
        ["ogrinfo", "-al", "-so", gpkg_store.adresse], check=True, capture_output=True, text=True
    )
    assert "ERROR" not in alt.stderr
    assert "Warning" not in alt.stderr


def test_plain_sqlite_meets_the_same_rules(fyldt: Store) -> None:
    fyldt.luk()
    forbindelse = sqlite(fyldt.adresse)
    forbindelse.execute("INSERT INTO moedested (navn, formaal_k) VALUES ('Uden QGIS', '[1]')")
    for sql in (
        "INSERT INTO moedested (navn, formaal_k) VALUES ('Uden QGIS', '[9999]')",
        "UPDATE moedested SET form_k = 'to'",
        "INSERT OR REPLACE INTO moedested (fid, navn, formaal_k) VALUES (1, 'Uden QGIS', '[1]')",
        "INSERT OR IGNORE INTO moedested (navn, formaal_k) VALUES ('U', '[1]')",
        f"INSERT OR REPLACE INTO moedested (moedested_id, navn, formaal_k) VALUES ('{MOEDESTED}', 'Væk', '[1]')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="moedested:"):
            forbindelse.execute(sql)
    forbindelse.close()


@pytest.mark.parametrize(
    ("felt", "vaerdi"),
    [
        ("gyldig_fra", "'2026-02-30'"), ("gyldig_fra", "'1. maj'"), ("gyldig_fra", "20260501"),
        ("gyldig_fra", "'2026-5-1'"), ("gyldig_fra", "''"), ("form_k", "'to'"), ("form_k", "1.5"), ("postnr", "x'31'"),
        ("formaal_k", "'[1,'"), ("formaal_k", "''"), ("formaal_k", "'{1}'"), ("maalgruppe_k", "'[\"1\"]'"),
        ("maalgruppe_k", "'[1.5]'"), ("navn", "x'616263'"), ("oprettet", "'i dag'"), ("oprettet", "'2026-05-01 08:00'"),
        ("rettet_af", "''"), ("raekke_version", "'a'"), ("rettet", "'x'"),
    ],
)  # fmt: skip
def test_values_of_the_wrong_kind_are_refused(fyldt: Store, felt: str, vaerdi: str) -> None:
    foer = en(fyldt)
    forbindelse = sqlite(fyldt.adresse)
    with pytest.raises(sqlite3.IntegrityError, match=rf"moedested:moedested\.{felt}\."):
        forbindelse.execute(f"UPDATE moedested SET {felt} = {vaerdi}")
    forbindelse.close()
    assert en(fyldt) == foer


@pytest.mark.parametrize(
    "blob",
    [
        "'tekst'",
        "x'00'",
        "x'47500001E8640000' || x'0101000000'",  # a point, but the table holds multi points
        f"x'47500001E6100000{geometri('MultiPoint').hex()}'",  # WGS 84
        f"x'47500001E864000001EC030000{geometri('MultiPoint').hex()[10:]}'",  # with height
    ],
)
def test_geometries_of_the_wrong_kind_are_refused(fyldt: Store, blob: str) -> None:
    forbindelse = Forbindelse.aabn(fyldt.adresse, skriv=True)
    with pytest.raises(Exception) as fejl:
        forbindelse.udfoer(f"UPDATE facilitet_punkt SET geometri = {blob}")
    assert getattr(fejl.value, "afvist", ("",))[0] == "facilitet_punkt.geometri.type"
    forbindelse.luk()


def test_ogr2ogr_appends_rows_under_the_same_rules(fyldt: Store, tmp_path: Path) -> None:
    def tilfoej(navn: str, egenskaber: dict[str, Any]) -> subprocess.CompletedProcess[str]:
        fil = tmp_path / "ny.geojson"
        geometri = {"type": "MultiPoint", "coordinates": [[680000, 6080000]]}
        objekt = {
            "type": "Feature",
            "properties": {"navn": navn, "bruger_id": "k"} | egenskaber,
            "geometry": geometri,
        }
        fil.write_text(
            json.dumps({"type": "FeatureCollection", "features": [objekt]}), encoding="utf-8"
        )
        return subprocess.run(
            ["ogr2ogr", "-append", "-a_srs", "EPSG:25832",  "-nln", "facilitet_punkt", fyldt.adresse, str(fil)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert tilfoej("God", {"facil_ty_k": 1371}).returncode == 0
    daarlig = tilfoej("Ond", {"facil_ty_k": 1374})
    assert "moedested:facilitet_punkt.facil_ty_k.form" in daarlig.stderr
    assert [r["navn"] for r in fyldt.raekker("facilitet_punkt")] == [None, "God"]
    god = [*fyldt.raekker("facilitet_punkt")][-1]
    assert (god["oprettet_af"], god["statuskode"], god["raekke_version"]) == ("ukendt", 1, 1)


# ---- QGIS


def test_qgis_digitises_with_the_store_s_defaults(fyldt: Store, sted_layer: QgsVectorLayer) -> None:
    sted_layer.startEditing()
    assert sted_layer.addFeature(ny_raekke(sted_layer, navn="Tegnet", formaal_k=[1, 3]))
    assert sted_layer.commitChanges(), sted_layer.commitErrors()
    ny = den_nyeste(fyldt)
    assert (ny["navn"], ny["formaal_k"], ny["form_k"], ny["maalgruppe_k"]) == (
        "Tegnet",
        [1, 3],
        1,
        [1],
    )
    assert len(ny["moedested_id"]) == 36
    assert ny[GEOMETRI] == punkt(680000, 6080000)
    assert abs(ny["oprettet"] - dt.datetime.now(dt.timezone.utc)) < dt.timedelta(minutes=1)
    assert [post.art for post in fyldt.historik("moedested", ny["moedested_id"])] == ["oprettet"]


def test_qgis_pastes_rows_and_the_bad_one_stops_all(
    fyldt: Store, sted_layer: QgsVectorLayer
) -> None:
    sted_layer.startEditing()
    gode = [ny_raekke(sted_layer, navn=f"Sat ind {nr}", formaal_k=[1]) for nr in range(3)]
    assert sted_layer.addFeatures(
        [*gode, ny_raekke(sted_layer, navn="Forkert", formaal_k=[1], form_k=77)]
    )
    assert not sted_layer.commitChanges()
    assert "moedested:moedested.form_k.kodeliste" in " ".join(sted_layer.commitErrors())
    assert fyldt.antal("moedested") == 1
    sted_layer.rollBack()
    sted_layer.startEditing()
    sted_layer.addFeatures(gode)
    assert sted_layer.commitChanges()
    assert fyldt.antal("moedested") == 4


@pytest.mark.parametrize(
    ("felt", "udtryk", "kode"),
    [
        ("form_k", "77", "form_k.kodeliste"),
        ("navn", "'x'", "navn.form"),
        ("navn", "NULL", "navn.mangler"),
        ("moedested_id", "uuid('WithoutBraces')", "moedested_id.uaendret"),
        ("gyldig_til", "to_date('1999-01-01')", "periode"),
        ("formaal_k", "array()", "formaal_k.mangler"),
        ("formaal_k", "array(9999)", "formaal_k.kodeliste"),
        ("organisation_id", "uuid('WithoutBraces')", "organisation_id.henvisning"),
    ],
)
def test_the_field_calculator_meets_the_rules(
    fyldt: Store, sted_layer: QgsVectorLayer, felt: str, udtryk: str, kode: str
) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {"gyldig_fra": dt.date(2026, 1, 1)})
    foer = en(fyldt)
    sted_layer.startEditing()
    kontekst = QgsExpressionContext()
    for objekt in sted_layer.getFeatures():
        kontekst.setFeature(objekt)
        vaerdi = QgsExpression(udtryk).evaluate(kontekst)
        sted_layer.changeAttributeValue(objekt.id(), sted_layer.fields().indexOf(felt), vaerdi)
    assert not sted_layer.commitChanges()
    assert f"moedested:moedested.{kode}" in " ".join(sted_layer.commitErrors())
    assert en(fyldt) == foer


def test_qgis_changes_one_field_and_nothing_else(fyldt: Store, tmp_path: Path) -> None:
    raekke = fuld("rute")
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("rute", [raekke])
    foer = en(fyldt, "rute", raekke["objekt_id"])
    lag = QgsVectorLayer(fyldt.uri("rute"), "rute", "ogr")
    (objekt,) = lag.getFeatures(
        QgsFeatureRequest().setFilterExpression(f"objekt_id = '{raekke['objekt_id']}'")
    )
    lag.startEditing()
    lag.changeAttributeValue(objekt.id(), lag.fields().indexOf("navn"), "Nyt navn")
    assert lag.commitChanges(), lag.commitErrors()
    efter = en(fyldt, "rute", raekke["objekt_id"])
    aendret = {felt for felt in foer if foer[felt] != efter[felt]}
    assert aendret == {"navn", "rettet", "raekke_version"}
    assert [post.art for post in fyldt.historik("rute", raekke["objekt_id"])] == [
        "rettet",
        "oprettet",
    ]


def test_qgis_rewriting_the_same_values_is_no_change(
    fyldt: Store, sted_layer: QgsVectorLayer
) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {"formaal_k": [1, 3], "navn": "Samme"})
    foer, linjer = en(fyldt), len(fyldt.historik())
    for objekt in sted_layer.getFeatures():
        sted_layer.startEditing()
        for felt in ("navn", "formaal_k", "oprettet", "maalgruppe_k"):
            sted_layer.changeAttributeValue(
                objekt.id(), sted_layer.fields().indexOf(felt), objekt[felt]
            )
        assert sted_layer.commitChanges()
    assert en(fyldt) == foer
    assert len(fyldt.historik()) == linjer


def test_several_choices_are_a_list_in_qgis_forms(fyldt: Store, sted_layer: QgsVectorLayer) -> None:
    from qgis.gui import QgsGui
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QTableWidget, QWidget

    kodeliste = QgsVectorLayer(fyldt.uri("kodeliste"), "kodeliste", "ogr")
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(kodeliste)
    nummer = sted_layer.fields().indexOf("formaal_k")
    opsaetning = {
        "Layer": kodeliste.id(), "Key": "kode", "Value": "navn", "AllowMulti": True,
        "FilterExpression": "\"liste\" = 'formaal'",
    }  # fmt: skip
    sted_layer.setEditorWidgetSetup(nummer, QgsEditorWidgetSetup("ValueRelation", opsaetning))
    foraelder = QWidget()
    indpakning = QgsGui.editorWidgetRegistry().create(sted_layer, nummer, None, foraelder)
    (objekt,) = sted_layer.getFeatures()
    indpakning.setFeature(objekt)
    tabel = (
        indpakning.widget()
        if isinstance(indpakning.widget(), QTableWidget)
        else indpakning.widget().findChild(QTableWidget)
    )
    assert indpakning.value() == [1]
    tabel.item(2, 0).setCheckState(Qt.CheckState.Checked)
    sted_layer.startEditing()
    sted_layer.changeAttributeValue(objekt.id(), nummer, indpakning.value())
    assert sted_layer.commitChanges(), sted_layer.commitErrors()
    assert en(fyldt)["formaal_k"] == [1, 3]
    QgsProject.instance().removeMapLayer(kodeliste.id())


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York"])
def test_times_from_qgis_are_utc_wherever_the_machine_is(
    fyldt: Store, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        lag = QgsVectorLayer(fyldt.uri("moedested"), "moedested", "ogr")
        lag.startEditing()
        nu = QDateTime.currentDateTime()
        lag.addFeature(ny_raekke(lag, navn="Lokal tid", formaal_k=[1], oprettet=nu, rettet=nu))
        assert lag.commitChanges()
    finally:
        monkeypatch.undo()
        time.tzset()
    ny = den_nyeste(fyldt)
    for felt in ("oprettet", "rettet"):
        assert abs(ny[felt] - dt.datetime.now(dt.timezone.utc)) < dt.timedelta(minutes=1)


# ---- several at once


def test_the_store_writes_while_qgis_has_the_layer_open(
    fyldt: Store, sted_layer: QgsVectorLayer
) -> None:
    laeser = sted_layer.getFeatures()
    next(laeser)
    sted_layer.startEditing()
    (objekt,) = QgsVectorLayer(fyldt.uri("moedested"), "m", "ogr").getFeatures()
    sted_layer.changeAttributeValue(objekt.id(), sted_layer.fields().indexOf("sted"), "Torvet")
    with fyldt.skriv("import", "AB") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested")])
    del laeser
    assert sted_layer.commitChanges(), sted_layer.commitErrors()
    assert en(fyldt)["sted"] == "Torvet"
    assert fyldt.antal("moedested") == 2


def test_two_stores_on_one_file_see_each_other(fyldt: Store) -> None:
    with aabn(fyldt.adresse) as anden:
        with anden.skriv("prøve", "CD") as skriver:
            skriver.ret("moedested", MOEDESTED, {"navn": "Fra den anden"})
        assert en(fyldt)["navn"] == "Fra den anden"
        with fyldt.skriv("prøve", "AB") as skriver:
            skriver.ret("moedested", MOEDESTED, {"navn": "Fra den første"})
        assert en(anden)["navn"] == "Fra den første"


def test_a_short_lock_is_waited_for_and_a_long_one_is_said(
    fyldt: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    anden = sqlite3.connect(fyldt.adresse, check_same_thread=False, isolation_level=None)
    anden.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.5, lambda: anden.execute("ROLLBACK"))
    timer.start()
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {"navn": "Ventede"})
    timer.join()
    anden.execute("BEGIN IMMEDIATE")
    fyldt._forbindelse.udfoer("PRAGMA busy_timeout = 50")
    with pytest.raises(Laast), fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {"navn": "Nåede det ikke"})
    anden.close()
    assert en(fyldt)["navn"] == "Ventede"


def test_a_copy_is_whole_and_made_while_qgis_works(
    fyldt: Store, sted_layer: QgsVectorLayer
) -> None:
    sted_layer.startEditing()
    kopi = Path(fyldt.sikkerhedskopi())
    assert kopi.parent == Path(fyldt.adresse).parent / "sikkerhedskopier"
    assert not set(kopi.name) & set(':*?"<>|')
    assert kopi != Path(fyldt.sikkerhedskopi())
    with aabn(str(kopi)) as igen:
        assert [*igen.raekker("rute")] == [*fyldt.raekker("rute")]
        assert igen.historik() == fyldt.historik()


def test_a_closed_store_says_so(fyldt: Store) -> None:
    fyldt.luk()
    fyldt.luk()
    with pytest.raises(StoreFejl, match="lukket"):
        fyldt.antal("moedested")


# ---- upgrade


def foerste_udgave(sti: Path) -> None:
    """A store as an imagined version 0 left it: without some tables, fields, triggers and views."""
    opret(str(sti), KOMMUNE).luk()
    with aabn(str(sti)) as store, store.skriv("prøve", "AB") as skriver:
        grundlag(skriver)
    forbindelse = Forbindelse.aabn(str(sti), skriv=True)
    for (navn,) in forbindelse.raekker(geopackage_vagter.VORES_AFLEDTE):
        forbindelse.udfoer(f"DROP {navn}")
    for sql in (
        "CREATE TRIGGER mst_moedested_gammel BEFORE INSERT ON moedested BEGIN SELECT 1; END",
        "CREATE VIEW off_gammel AS SELECT 1 AS a",
        "DROP TABLE udstyr",
        "ALTER TABLE moedested DROP COLUMN foerste_gang",
        "ALTER TABLE moedested DROP COLUMN maalgruppe_k",
        "ALTER TABLE moedested DROP COLUMN raekke_version",
        "ALTER TABLE moedested DROP COLUMN rettet",
        "DELETE FROM kodeliste WHERE liste = 'underlag' OR kode = 1371",
        "UPDATE kodeliste SET navn = 'Gammelt ord' WHERE kode = 1201 AND liste = 'd_5800_facilitet'",
        "UPDATE kodeliste SET navn = 'Vores ord' WHERE liste = 'formaal' AND kode = 1",
        "UPDATE indstilling SET vaerdi = '0' WHERE noegle = 'skemaversion'",
    ):
        forbindelse.udfoer(sql)
    forbindelse.luk()


def test_an_older_store_is_copied_and_upgraded(tmp_path: Path, qgis_app: Any) -> None:
    sti = tmp_path / "gammel.gpkg"
    foerste_udgave(sti)
    gammel = sti.read_bytes()
    with aabn(str(sti)) as store:
        assert store.indstilling("skemaversion") == SKEMAVERSION
        sted = en(store)
        assert (sted["navn"], sted["maalgruppe_k"], sted["raekke_version"]) == (
            "Kaffe på torvet",
            [1],
            1,
        )
        assert isinstance(sted["rettet"], dt.datetime)
        koder = {(r["liste"], r["kode"]): r["navn"] for r in store.raekker("kodeliste")}
        assert koder["d_5800_facilitet", 1201] != "Gammelt ord"
        assert koder["formaal", 1] == "Vores ord"
        assert ("underlag", 8) in koder
        with store.skriv("prøve", "AB") as skriver:
            skriver.ret("moedested", MOEDESTED, {"navn": "Efter", "foerste_gang": "Spørg efter os"})
            skriver.indsaet("udstyr", [gyldig("udstyr") | {GEOMETRI: punkt()}])
        with pytest.raises(StoreFejl), store.skriv("prøve", "AB") as skriver:
            skriver.ret("moedested", MOEDESTED, {"form_k": 77})
        assert raa(store, "SELECT count(*) FROM sqlite_master WHERE name LIKE '%gammel'") == [(0,)]
        assert raa(store, "SELECT count(*) FROM rtree_udstyr_geometri") == [(1,)]
        lag = QgsVectorLayer(store.uri("moedested"), "m", "ogr")
        assert lag.fields().field("maalgruppe_k").typeName() == "JSON"
    (kopi,) = (tmp_path / "sikkerhedskopier").iterdir()
    with closing(sqlite3.connect(kopi)) as forbindelse:
        assert forbindelse.execute(
            "SELECT vaerdi FROM indstilling WHERE noegle = 'skemaversion'"
        ).fetchone() == ("0",)
    assert gammel != sti.read_bytes()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, qgis_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sti = tmp_path / "gammel.gpkg"
    foerste_udgave(sti)
    foer = _indhold(sti)
    monkeypatch.setattr(
        geopackage_sql, "OPGRADERINGER", {0: ("DELETE FROM moedested", "DETTE ER IKKE SQL")}
    )
    with pytest.raises(StoreFejl):
        aabn(str(sti))
    assert _indhold(sti) == foer
    monkeypatch.undo()
    with aabn(str(sti)) as store:
        assert store.antal("moedested") == 1


def _indhold(sti: Path) -> list[Any]:
    """Every object and row of the file."""
    forbindelse = sqlite3.connect(sti)
    objekter = forbindelse.execute(
        "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
    ).fetchall()
    raekker = [
        (navn, forbindelse.execute(f'SELECT * FROM "{navn}"').fetchall())
        for art, navn, sql in objekter
        if art == "table" and "USING rtree" not in (sql or "")
    ]
    forbindelse.close()
    return [objekter, raekker]


def test_a_new_field_of_every_kind_can_be_added(tmp_path: Path, fyldt: Store) -> None:
    for felt in {
        felt.navn: felt for tabel in DOMAENETABELLER for felt in tabel.felter if not felt.uaendret
    }.values():
        ny = Felt(
            f"ny_{felt.navn}",
            felt.type,
            felt.alias,
            laengde=felt.laengde,
            obligatorisk=felt.obligatorisk,
            standard=felt.standard,
        )
        beskrevet = Tabel("besoegstal", "", "", (ny,), "besoegstal_id")
        for sql in geopackage_sql.tilfoej_kolonne_sql(beskrevet, ny, 12345678):
            fyldt._forbindelse.udfoer(sql)


def test_the_first_released_store_still_opens(tmp_path: Path, qgis_app: Any) -> None:
    sti = tmp_path / "skema_1.gpkg"
    shutil.copyfile(PROEVE_1, sti)
    with aabn(str(sti)) as store:
        assert store.indstilling("skemaversion") == SKEMAVERSION
        assert {r["navn"] for r in store.raekker("moedested")} == {
            "Kaffe på torvet (eksempel)",
            "Gåfællesskabet (eksempel)",
        }
        assert store.antal("rute") == 1
        assert len(store.historik()) >= 4
        with store.skriv("prøve", "AB") as skriver:
            for raekke in [*store.raekker("moedested", ("moedested_id",))]:
                assert skriver.ret("moedested", str(raekke["moedested_id"]), {"sted": "Torvet"})


def _skema(sti: Path) -> dict[str, Any]:
    """Every object of the file as it works: a column that came later stands last, and that is no difference."""
    with closing(sqlite3.connect(sti)) as forbindelse:

        def alt(sql: str) -> list[Any]:
            return sorted(forbindelse.execute(sql).fetchall(), key=repr)

        uden = "name NOT LIKE 'sqlite_%'"
        ud: dict[str, Any] = {
            f"{art} {navn}": None if art == "table" else " ".join(sql.split())
            for art, navn, sql in alt(f"SELECT type, name, sql FROM sqlite_master WHERE {uden}")
        }
        for navn in [navn for art, _, navn in (led.partition(" ") for led in ud) if art == "table"]:
            felter = 'name, type, "notnull", dflt_value, pk, hidden'
            ud[f"table {navn}"] = alt(f"SELECT {felter} FROM pragma_table_xinfo('{navn}')")
        ud["gpkg_contents"] = alt(
            "SELECT table_name, data_type, identifier, description, srs_id FROM gpkg_contents"
        )
        for navn in ("gpkg_data_columns", "gpkg_extensions", "gpkg_geometry_columns"):
            ud[navn] = alt(f"SELECT * FROM {navn}")
        return ud


@pytest.mark.parametrize("fra", ["skema_1", "foerste_udgave"])
def test_after_the_upgrade_the_first_released_store_is_like_a_new_one(
    tmp_path: Path, qgis_app: Any, fra: str
) -> None:
    sti, ny = tmp_path / "skema_1.gpkg", tmp_path / "ny.gpkg"
    if fra == "foerste_udgave":
        pak_ud(tmp_path / fra)
        shutil.copyfile(tmp_path / fra / "projekt" / "lager.gpkg", sti)
    else:
        shutil.copyfile(PROEVE_1, sti)
    opret(str(ny), KOMMUNE).luk()
    foer, skal = _skema(sti), _skema(ny)
    assert not [navn for navn in foer if navn.endswith(f"_{SLAAS_OP}")]
    assert [navn for navn in skal if navn.endswith(f"_{SLAAS_OP}")]
    aabn(str(sti)).luk()
    assert _skema(sti) == skal


def test_rows_are_the_same_whether_by_the_page_or_one_by_one(
    fyldt: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for beskrevet in DOMAENETABELLER:
        alle = list(fyldt.raekker(beskrevet.navn))
        alle_felter = [*beskrevet.feltnavne, *([GEOMETRI] if beskrevet.geometri else [])]
        uden = [felt for felt in alle_felter if geopackage_sql.i_json_array(beskrevet, felt)]
        assert (GEOMETRI in uden) == bool(beskrevet.geometri)
        for side in (1, 2, 5000):
            monkeypatch.setattr(geopackage, "_SIDE", side)
            monkeypatch.setattr(geopackage, "_SIDE_MED_BYTES", side)
            laest = list(fyldt.raekker(beskrevet.navn, uden))
            assert laest == [{felt: raekke[felt] for felt in uden} for raekke in alle]
            assert list(fyldt.raekker(beskrevet.navn)) == alle
    ingen = EnAf("moedested_id", ("findes ikke",))
    assert list(fyldt.raekker("moedested", ["navn"], ingen)) == []
