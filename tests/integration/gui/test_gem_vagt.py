# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication, QgsFeature, QgsGeometry
from qgis.PyQt.QtWidgets import QMessageBox

from moedested_plugin.gui.gem_buffer import aflaes
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.store import StoreFejl, aabn
from tests.integration.gui.redigering import (
    Redigering,
    Udefra,
    bo,
    punkt,
    ro,
    steder,
    store,
    udefra,
    widgets,
)
from tests.postgis import OPRETTER

__all__ = ["bo", "store", "udefra", "widgets"]


def test_saves_what_is_right(bo: Redigering) -> None:
    bo.rediger()
    bo.ny("moedested", {"navn": "Torvet", "formaal_k": [1]}, punkt())
    bo.ny("organisation", {"navn": "Klubben", "type_k": 2})
    assert bo.gem()
    assert bo.linjer() == []
    assert [r["navn"] for r in bo.store.raekker("moedested")] == ["Torvet"]
    assert [r["navn"] for r in bo.store.raekker("organisation")] == ["Klubben"]


def test_refuses_all_layers_and_keeps_every_edit(bo: Redigering) -> None:
    steder(bo.store, ["Skoven"])
    bo.rediger()
    god = bo.ny("organisation", {"navn": "Klubben", "type_k": 2})
    ond = bo.ny("moedested", {"navn": None, "formaal_k": [1]}, punkt())
    skoven = bo.fid("moedested", "Skoven")
    bo.ret("moedested", skoven, {"sted": "Ved søen"})
    stakke = {r: bo.lag(r).undoStack().count() for r in ("moedested", "organisation")}
    assert not bo.gem()
    assert bo.linjer() == [
        "Mødested: Intet er gemt. Navn mangler i Mødesteder (fanen Det vigtigste)."
    ]
    assert bo.store.antal("organisation") == 0
    assert next(iter(bo.store.raekker("moedested")))["sted"] is None
    assert set(bo.lag("moedested").editBuffer().addedFeatures()) == {ond}
    assert set(bo.lag("organisation").editBuffer().addedFeatures()) == {god}
    assert bo.feature("moedested", skoven)["sted"] == "Ved søen"
    assert stakke == {r: bo.lag(r).undoStack().count() for r in ("moedested", "organisation")}
    bo.tryk("Vis")
    assert bo.vist == [("moedested_moedested", ond, ("navn",))]
    bo.ret("moedested", ond, {"navn": "Torvet"})
    assert bo.gem()
    assert bo.store.antal("organisation") == 1
    assert sorted(str(r["navn"]) for r in bo.store.raekker("moedested")) == ["Skoven", "Torvet"]


def efter_vagten(bo: Redigering, goer: Callable[[], object]) -> None:
    """Do something in the moment between the guard's look and QGIS's save."""
    gjort: list[bool] = []

    def en_gang() -> None:
        if bo.vagt._gang is not None and not gjort:
            gjort.append(True)
            goer()

    for layer in bo.project.editBufferGroup().layers():
        layer.beforeModifiedCheck.connect(en_gang)


ROLLER: dict[str, tuple[dict[str, Any], dict[str, Any], str | None]] = {
    "moedested": ({"navn": "Torvet", "formaal_k": [1]}, {"navn": "X"}, punkt()),
    "udstyr": ({"type_k": 1}, {"pris_kr": -1}, punkt()),
    "baenk": ({"bruger_id": "x"}, {"antal_pl": -1}, "MultiPoint((690000 6080000))"),
    "facilitet": ({"bruger_id": "x", "facil_ty_k": 1012}, {"antal_pl": -1}, "MultiPoint((690000 6080000))"),
    "omraade": ({"bruger_id": "x", "facil_ty_k": 1371}, {"antal_pl": -1},
                "MultiPolygon(((690000 6080000, 690010 6080000, 690000 6080010, 690000 6080000)))"),
    "vandrerute": ({"bruger_id": "x", "navn": "A"}, {"saeson_st": "99"},
                   "MultiLineString((690000 6080000, 691000 6080000))"),
    "organisation": ({"navn": "Klubben", "type_k": 2}, {"cvr": 1}, None),
}  # fmt: skip


@pytest.mark.parametrize("rolle", ROLLER)
def test_any_layer_alone_can_be_stopped_and_saved(bo: Redigering, rolle: str) -> None:
    god, ond, wkt = ROLLER[rolle]
    bo.rediger()
    fid = bo.ny(rolle, {**god, **ond}, wkt)
    foer = aflaes(bo.lag(rolle))
    assert not bo.gem(rolle)
    efter = aflaes(bo.lag(rolle))
    assert [len(bo.linjer()), "Intet er gemt." in bo.linjer()[0]] == [1, True]
    assert efter.nye.keys() == foer.nye.keys() == {fid}
    assert bo.lag(rolle).undoStack().count() == 1
    for felt in ond:
        bo.ret(rolle, fid, {felt: god.get(felt)})
    assert bo.gem(rolle), bo.linjer()
    assert bo.store.antal(LAG_AF_ROLLE[rolle].tabelnavn) == 1, (
        bo.lag(rolle).commitErrors(),
        bo.linjer(),
    )


def test_a_stopped_save_can_be_undone_step_by_step(bo: Redigering) -> None:
    steder(bo.store, ["Skoven"])
    bo.rediger()
    fid = bo.fid("moedested", "Skoven")
    bo.ret("moedested", fid, {"sted": "Ved søen"})
    bo.ret("moedested", fid, {"navn": "S"})
    assert not bo.gem()
    stak = bo.lag("moedested").undoStack()
    stak.undo()
    assert [bo.feature("moedested", fid)[x] for x in ("navn", "sted")] == ["Skoven", "Ved søen"]
    stak.redo()
    assert bo.feature("moedested", fid)["navn"] == "S"
    stak.undo()
    stak.undo()
    assert not bo.lag("moedested").isModified()


def test_redo_survives_where_another_layer_can_take_the_veto(bo: Redigering) -> None:
    steder(bo.store, ["Skoven"])
    bo.rediger()
    fid = bo.fid("moedested", "Skoven")
    bo.ret("moedested", fid, {"sted": "Ved søen"})
    bo.ret("moedested", fid, {"by": "Gedser"})
    bo.lag("moedested").undoStack().undo()
    bo.ny("organisation", {"navn": None, "type_k": 2})
    assert not bo.gem()
    bo.lag("moedested").undoStack().redo()
    assert bo.feature("moedested", fid)["by"] == "Gedser"


def test_asking_whether_there_is_something_to_save_leaves_nothing(bo: Redigering) -> None:
    bo.rediger()
    fid = bo.ny("moedested", {"navn": "X", "formaal_k": [1]}, punkt())
    gruppe = bo.project.editBufferGroup()
    assert gruppe.modifiedLayers() == {bo.lag("moedested")}
    assert gruppe.modifiedLayers() == {bo.lag("moedested")}
    bo.lag("moedested").rollBack()
    ro()
    assert not bo.lag("moedested").isEditable()
    bo.rediger()
    assert aflaes(bo.lag("moedested")).er_tom
    fid = bo.ny("moedested", {"navn": "X", "formaal_k": [1]}, punkt())
    gruppe.modifiedLayers()
    spoergsmaal = QMessageBox()
    spoergsmaal.setModal(True)
    spoergsmaal.show()
    ro()
    assert bo.linjer() == []
    assert set(bo.lag("moedested").editBuffer().addedFeatures()) == {fid}
    spoergsmaal.close()


def test_single_layers_may_be_asked_at_any_time(bo: Redigering) -> None:
    bo.rediger()
    bo.ny("moedested", {"navn": "X", "formaal_k": [1]}, punkt())
    for layer in sorted(bo.project.editBufferGroup().layers(), key=lambda layer: layer.name()):
        layer.isModified()
    ro()
    assert bo.linjer() == []


def test_an_unchanged_project_is_saved_without_a_word(bo: Redigering) -> None:
    bo.rediger()
    assert bo.gem(slut=True)
    assert bo.linjer() == []


def test_only_the_database_knows(bo: Redigering) -> None:
    with bo.store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet("organisation", [{"navn": "Klubben", "type_k": 2}])
    bo.rediger()
    ny = bo.ny("organisation", {"navn": "K", "type_k": 2})
    bo.ret("organisation", ny, {"navn": "Klubben"})
    assert not bo.gem()
    assert bo.linjer() == [
        "Mødested: Intet er gemt. Organisationer · Klubben: Navn: findes allerede. Der må kun være én."
    ]
    assert bo.store.antal("organisation") == 1
    assert bo.store.antal("koersel") == 1


def test_a_code_from_the_field_calculator(bo: Redigering) -> None:
    steder(bo.store, ["Skoven", "Torvet"])
    bo.rediger()
    for feature in list(bo.lag("moedested").getFeatures()):
        bo.ret("moedested", feature.id(), {"livscyklus_k": 77})
    assert not bo.gem()
    assert "koden findes ikke i listen" in bo.linjer()[0]
    assert {r["livscyklus_k"] for r in bo.store.raekker("moedested")} == {1}


def test_the_field_calculator_on_many_rows_counts_them(bo: Redigering) -> None:
    steder(bo.store, ["Skoven", "Torvet", "Havnen"])
    bo.rediger()
    for feature in list(bo.lag("moedested").getFeatures()):
        bo.ret("moedested", feature.id(), {"alder_fra": 500})
    assert not bo.gem()
    assert bo.linjer()[0].endswith("(fanen Formål og aktiviteter). 2 mere.")


def test_a_key_from_the_field_calculator(bo: Redigering) -> None:
    steder(bo.store, ["Skoven"])
    bo.rediger()
    bo.ret("moedested", bo.fid("moedested", "Skoven"), {"moedested_id": str(uuid.uuid4())})
    assert not bo.gem()
    assert "Mødested-id må ikke ændres" in bo.linjer()[0]


def test_a_pasted_row_with_the_key_of_another(bo: Redigering) -> None:
    steder(bo.store, ["Skoven"])
    bo.rediger()
    layer = bo.lag("moedested")
    kopi = QgsFeature(next(layer.getFeatures()))
    kopi.setAttribute("fid", None)
    assert layer.addFeature(kopi)
    assert not bo.gem()
    assert "findes allerede" in bo.linjer()[0]


def test_a_plain_row_without_any_default_is_saved_or_named(bo: Redigering) -> None:
    """As a script adds it: nothing is lost without a word."""
    bo.rediger()
    layer = bo.lag("organisation")
    feature = QgsFeature(layer.fields())
    feature["navn"], feature["type_k"] = "Klubben", 2
    assert layer.addFeature(feature)
    gemt = bo.gem("organisation")
    if gemt and not bo.linjer():
        assert bo.store.antal("organisation") == 1
    else:
        assert bo.store.antal("organisation") == 0
        assert len(aflaes(bo.lag("organisation")).nye) == 1
        assert bo.linjer()


def knyttet(bo: Redigering) -> None:
    with bo.store.skriv("prøve", "Bo") as skriver:
        nye = {"moedested_id": str(uuid.uuid4()), "objekt_id": str(uuid.uuid4())}
        skriver.indsaet(
            "moedested", [{"moedested_id": nye["moedested_id"], "navn": "Torvet", "formaal_k": [1]}]
        )
        wkb = bytes(QgsGeometry.fromWkt("MultiPoint((690000 6080000))").asWkb())
        skriver.indsaet("facilitet_punkt", [
            {"objekt_id": nye["objekt_id"], "facil_ty_k": 1371, "navn": "Bænken", "bruger_id": "x", "geometri": wkb},
        ])  # fmt: skip
        skriver.indsaet("tilknytning", [
            {"moedested_id": nye["moedested_id"], "facilitet_punkt_id": nye["objekt_id"]},
        ])  # fmt: skip


def test_a_place_that_is_linked_cannot_be_deleted(bo: Redigering) -> None:
    knyttet(bo)
    bo.rediger()
    fid = bo.fid("baenk", "Bænken")
    assert bo.lag("baenk").deleteFeature(fid)
    assert not bo.gem()
    assert "Kan ikke slettes: noget under Tilknytninger henviser til den" in bo.linjer()[0]
    assert bo.lag("baenk").editBuffer().deletedFeatureIds() == [fid]
    bo.lag("baenk").undoStack().undo()
    assert bo.gem()
    assert bo.store.antal("facilitet_punkt") == 1


def test_the_history_knows_who_deleted(bo: Redigering) -> None:
    knyttet(bo)
    bo.rediger()
    assert bo.lag("moedested").deleteFeature(bo.fid("moedested", "Torvet"))
    assert bo.gem(), bo.linjer()
    slettet = [post for post in bo.store.historik() if post.art == "slettet"]
    assert {post.tabel for post in slettet} == {"moedested", "tilknytning"}
    ventet = {"Bo"} if bo.store.provider == "ogr" else {OPRETTER}
    assert {post.af for post in slettet} == ventet
    assert bo.store.antal("tilknytning") == 0


def test_what_qgis_says_of_its_own_is_taken_away(bo: Redigering) -> None:
    bo.bar.pushInfo("Andet", "Bliver stående")
    bo.rediger()
    bo.ny("moedested", {"navn": "X", "formaal_k": [1]}, punkt())
    bo.lag("moedested").commitChanges(False)
    bo.bar.pushCritical("Commit errors", "geometry type is not compatible")
    ro()
    assert [linje.split(".")[0] for linje in sorted(bo.linjer())] == [
        "Andet: Bliver stående",
        "Mødested: Intet er gemt",
    ]


# What nobody could foresee -------------------------------------------------------------------------


def tre_rettelser(bo: Redigering) -> tuple[int, int, int]:
    steder(bo.store, ["Skoven", "Havnen"])
    bo.rediger()
    rettet, slettet = bo.fid("moedested", "Skoven"), bo.fid("moedested", "Havnen")
    bo.ret("moedested", rettet, {"sted": "Ved søen"})
    bo.lag("moedested").changeGeometry(rettet, QgsGeometry.fromWkt(punkt()))
    assert bo.lag("moedested").deleteFeature(slettet)
    ny = bo.ny(
        "moedested", {"navn": "Torvet", "formaal_k": [1], "intern_note": "HEMMELIGT"}, punkt()
    )
    bo.ny("organisation", {"navn": "Klubben", "type_k": 2})
    return rettet, slettet, ny


def staar_endnu(bo: Redigering, rettet: int, slettet: int) -> None:
    buffer = aflaes(bo.lag("moedested"))
    assert [f["navn"] for f in buffer.nye.values()] == ["Torvet"]
    assert buffer.slettede == {slettet}
    assert bo.feature("moedested", rettet)["sted"] == "Ved søen"
    assert bo.feature("moedested", rettet).geometry().asPoint().x() == 690000
    assert [f["navn"] for f in aflaes(bo.lag("organisation")).nye.values()] == ["Klubben"]


def test_a_trigger_behind_our_back_on_update(udefra: Udefra, bo: Redigering) -> None:
    rettet, slettet, _ = tre_rettelser(bo)
    efter_vagten(bo, lambda: udefra.afviser("moedested", "UPDATE"))
    assert not bo.gem()
    assert len(bo.linjer()) == 1
    assert "Intet er gemt." in bo.linjer()[0]
    assert bo.store.antal("organisation") == 0
    assert {r["navn"] for r in bo.store.raekker("moedested")} == {"Skoven", "Havnen"}
    staar_endnu(bo, rettet, slettet)
    udefra.afviser_ikke("moedested")
    assert bo.gem(), bo.linjer()
    assert {r["navn"] for r in bo.store.raekker("moedested")} == {"Skoven", "Torvet"}
    assert bo.store.antal("organisation") == 1


def test_a_trigger_behind_our_back_on_insert(udefra: Udefra, bo: Redigering) -> None:
    """QGIS reports success and loses the row: it is put back, and said."""
    tre_rettelser(bo)
    efter_vagten(bo, lambda: udefra.afviser("moedested", "INSERT"))
    bo.gem(slut=True)
    assert len(bo.linjer()) == 1
    assert "kunne ikke gemmes" in bo.linjer()[0]
    assert "HEMMELIGT" not in " ".join(bo.linjer())
    assert [f["navn"] for f in aflaes(bo.lag("moedested")).nye.values()] == ["Torvet"]
    udefra.afviser_ikke("moedested")
    assert bo.gem(slut=True), bo.linjer()
    assert {r["navn"] for r in bo.store.raekker("moedested")} == {"Skoven", "Torvet"}


@pytest.mark.parametrize(
    ("fejl", "sagt"),
    [
        (StoreFejl("Disken er fuld. Intet er ændret.", siger_uroert=True), "Disken er fuld. Intet er ændret."),
        (StoreFejl("Intet er så skidt."), "Intet er gemt. Intet er så skidt."),
    ],
)  # fmt: skip
def test_what_hinders_a_save_says_once_that_nothing_was_saved(
    bo: Redigering, monkeypatch: pytest.MonkeyPatch, fejl: StoreFejl, sagt: str
) -> None:
    def afviser(*_: object) -> None:
        raise fejl

    monkeypatch.setattr("moedested_plugin.gui.gem_vagt.efter_databasen", afviser)
    tre_rettelser(bo)
    assert not bo.gem()
    assert bo.linjer() == [f"Mødested: {sagt}"]


def test_someone_holds_the_lock_while_it_is_tried(udefra: Udefra, bo: Redigering) -> None:
    rettet, slettet, _ = tre_rettelser(bo)
    with udefra.laas():
        assert not bo.gem()
    assert "Intet er" in bo.linjer()[0]
    staar_endnu(bo, rettet, slettet)
    assert bo.gem(), bo.linjer()
    assert bo.store.antal("organisation") == 1


@pytest.mark.parametrize("store", ["postgis"], indirect=True)
def test_the_connection_is_lost_while_qgis_saves(udefra: Udefra, bo: Redigering) -> None:
    rettet, slettet, _ = tre_rettelser(bo)
    # Deleted rows are sent first; the rest never arrives.
    bo.lag("moedested").committedFeaturesRemoved.connect(udefra.afbryd)
    assert not bo.gem()
    assert len(bo.linjer()) == 1
    assert "HEMMELIGT" not in bo.linjer()[0]
    bo.lag("moedested").committedFeaturesRemoved.disconnect(udefra.afbryd)
    staar_endnu(bo, rettet, slettet)
    # QGIS connects anew and saves the rest without a transaction: that is taken back.
    assert i_databasen(bo) == [0, ("Skoven", None), ("Havnen", None)]
    assert bo.gem(), bo.linjer()
    assert i_databasen(bo) == [1, ("Skoven", "Ved søen"), ("Torvet", None)]


def i_databasen(bo: Redigering) -> list[object]:
    with aabn(bo.store.adresse) as store:
        steder = [(r["navn"], r["sted"]) for r in store.raekker("moedested")]
        return [store.antal("organisation"), *steder]


def test_nothing_of_the_row_reaches_the_log(udefra: Udefra, bo: Redigering) -> None:
    hoert: list[str] = []
    log = QgsApplication.messageLog()
    log.messageReceived[str, str, Qgis.MessageLevel].connect(lambda tekst, *_: hoert.append(tekst))
    tre_rettelser(bo)
    efter_vagten(bo, lambda: udefra.afviser("moedested", "UPDATE"))
    assert not bo.gem()
    assert not any("HEMMELIGT" in tekst or "Ved søen" in tekst for tekst in hoert)
    log.logMessage("loggen lever", "prøve")
    assert hoert[-1] == "loggen lever"


def test_close_leaves_nothing(bo: Redigering) -> None:
    bo.rediger()
    fid = bo.ny("moedested", {"navn": "X", "formaal_k": [1]}, punkt())
    bo.project.editBufferGroup().modifiedLayers()
    bo.vagt.close()
    ro()
    assert set(aflaes(bo.lag("moedested")).nye) == {fid}
    bo.lag("moedested").commitChanges(False)
    ro()
    assert bo.linjer() == []
