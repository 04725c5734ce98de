# SPDX-License-Identifier: GPL-2.0-or-later
"""The PostGIS store as QGIS itself uses it: layers, edit buffers, forms, defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg2
import pytest
from qgis.core import (
    NULL,
    Qgis,
    QgsDataSourceUri,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QWidget

from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import EPSG, TABELLER
from moedested_plugin.store.postgis import PostgisStore
from moedested_plugin.store.proeve import Aendring, proev
from tests.postgis import Database

from .raekker import gyldig, ny_id

PUNKT = "Point (690000 6070000)"


def lag(store: PostgisStore, tabel: str, **mere: Any) -> QgsVectorLayer:
    layer = QgsVectorLayer(store.uri(tabel, **mere), tabel, "postgres")
    assert layer.isValid(), layer.error().message()
    return layer


@pytest.fixture
def project() -> Iterator[QgsProject]:
    project = QgsProject()
    assert project.setTransactionMode(Qgis.TransactionMode.BufferedGroups)
    project.setFlag(Qgis.ProjectFlag.EvaluateDefaultValuesOnProviderSide)
    yield project
    project.clear()


def test_every_table_and_view_opens_as_a_layer_with_its_key_and_geometry(
    postgis_store: PostgisStore,
) -> None:
    for tabel in TABELLER:
        layer = lag(postgis_store, tabel.navn)
        assert [layer.fields()[nr].name() for nr in layer.primaryKeyAttributes()] == ["fid"], (
            tabel.navn
        )
        if tabel.geometri in (
            None,
            "Geometry",
        ):  # of any kind: only by kind has it a place on the map
            assert layer.wkbType() == Qgis.WkbType.NoGeometry
        else:
            assert QgsWkbTypes.displayString(layer.wkbType()) == tabel.geometri
            assert layer.crs().postgisSrid() == EPSG
        kilde = QgsDataSourceUri(layer.source())
        assert not kilde.useEstimatedMetadata()
        assert kilde.param("checkPrimaryKeyUnicity") == "0"
    for visning in VISNINGER:
        layer = lag(postgis_store, visning.navn)
        assert layer.primaryKeyAttributes(), visning.navn


@pytest.mark.parametrize(
    ("art", "enkelt", "flere"),
    [
        ("Point", "point(1 1)", "multipoint(1 1, 2 2)"),
        ("LineString", "linestring(1 1, 2 2)", "multilinestring((1 1, 2 2), (3 3, 4 4))"),
        ("Polygon", "polygon((0 0, 1 0, 1 1, 0 0))", "multipolygon(((0 0, 1 0, 1 1, 0 0)))"),
    ],
)
def test_a_table_of_any_geometry_is_split_by_kind(
    postgis_database: Database, postgis_store: PostgisStore, art: str, enkelt: str, flere: str
) -> None:
    for nr, wkt in enumerate(
        ("point(9 9)", "linestring(9 9, 8 8)", "polygon((9 9, 8 9, 8 8, 9 9))", flere)
    ):
        postgis_database.udfoer(
            "insert into moedested.kildepost (kilde, lag, kilde_noegle, kildepost_id, modtaget, set_senest, raekke,"
            f" geometri) values ('x', 'y', '{nr}', gen_random_uuid(), now(), now(), '{{\"a\": 1}}', 'srid=25832;{wkt}')"
        )
    layer = lag(postgis_store, "kildepost", geometritype=art)
    assert sorted(feature["kilde_noegle"] for feature in layer.getFeatures()) == sorted(
        [{"Point": "0", "LineString": "1", "Polygon": "2"}[art], "3"]
    )


def test_the_connection_is_found_in_qgis_by_the_name_the_store_keeps(
    postgis_store: PostgisStore,
) -> None:
    postgres = QgsProviderRegistry.instance().providerMetadata("postgres")
    assert postgis_store.adresse in postgres.connections()
    assert postgis_store.provider == "postgres"


def test_a_new_feature_has_key_number_and_defaults_before_it_is_saved(
    postgis_store: PostgisStore, project: QgsProject
) -> None:
    layer = lag(postgis_store, "moedested")
    project.addMapLayer(layer)
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(PUNKT))
    assert len(feature["moedested_id"]) == 36
    assert isinstance(feature["fid"], int)
    assert feature["form_k"] == 1
    assert feature["maalgruppe_k"] == [1]


def test_the_second_link_of_a_moedested_is_to_the_same_moedested(
    postgis_store: PostgisStore,
) -> None:
    """QGIS takes a unique index over one column as a unique field, also a partial one, and makes `<key>_1` of the second."""
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [moedested := gyldig("moedested")])
        skriver.indsaet("rute", [rute := gyldig("rute")])
        skriver.indsaet(
            "tilknytning",
            [
                {
                    "tilknytning_id": ny_id(),
                    "moedested_id": moedested["moedested_id"],
                    "rute_id": rute["objekt_id"],
                    "rolle_k": 3,
                }
            ],
        )
    layer = lag(postgis_store, "tilknytning")
    felt = layer.fields().lookupField("moedested_id")
    noegle = str(moedested["moedested_id"])
    ny = QgsVectorLayerUtils.createFeature(layer, QgsGeometry(), {felt: noegle})
    assert ny["moedested_id"] == noegle


def test_a_feature_of_plain_nulls_is_saved_with_the_defaults(postgis_store: PostgisStore) -> None:
    """What a paste or a script makes: every column there, and nothing in it."""
    layer = lag(postgis_store, "moedested")
    assert layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["navn"] = "Kaffe på torvet"
    feature["formaal_k"] = [1]
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    raekke = next(postgis_store.raekker("moedested"))
    assert len(str(raekke["moedested_id"])) == 36
    assert (raekke["form_k"], raekke["off_kode"], raekke["maalgruppe_k"]) == (1, 2, [1])
    assert (raekke["raekke_version"], raekke["geometri"]) == (1, None)


def test_lists_of_codes_are_edited_by_value_relation(
    postgis_store: PostgisStore, qgis_new_project: None
) -> None:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | {"formaal_k": [1, 3]}])
    layer, koder_layer = lag(postgis_store, "moedested"), lag(postgis_store, "kodeliste")
    QgsProject.instance().addMapLayers(
        [layer, koder_layer]
    )  # where the widget looks for the other layer
    opsaetning = {
        "Layer": koder_layer.id(), "Key": "kode", "Value": "visning", "AllowMulti": True, "NofColumns": 1,
        "FilterExpression": "\"liste\" = 'formaal'", "OrderByValue": False, "AllowNull": False,
    }  # fmt: skip
    felt = layer.fields().lookupField("formaal_k")
    layer.setEditorWidgetSetup(felt, QgsEditorWidgetSetup("ValueRelation", opsaetning))
    feature = next(layer.getFeatures())
    assert feature["formaal_k"] == [1, 3]
    form = QWidget()
    liste = QgsGui.editorWidgetRegistry().create(layer, felt, None, form)
    assert liste.widget() is not None
    liste.setFeature(feature)
    assert liste.value() == [1, 3]
    liste.setValues([2, 14], [])
    assert layer.startEditing()
    assert layer.changeAttributeValue(feature.id(), felt, liste.value())
    assert layer.commitChanges(), layer.commitErrors()
    assert next(postgis_store.raekker("moedested"))["formaal_k"] == [2, 14]


def test_objects_in_json_survive_an_edit_of_another_field(postgis_store: PostgisStore) -> None:
    ekstra = {"tal": 1.50, "tekst": "æøå", "liste": [1, None, True], "indre": {"b": 1, "a": 2}}
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("facilitet_punkt", [gyldig("facilitet_punkt") | {"geofa_ekstra": ekstra}])
    layer = lag(postgis_store, "facilitet_punkt")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField("navn"), "Bænken")
    assert layer.commitChanges(), layer.commitErrors()
    raekke = next(postgis_store.raekker("facilitet_punkt"))
    assert (raekke["navn"], raekke["geofa_ekstra"]) == ("Bænken", ekstra)


def _change(layer: QgsVectorLayer, **vaerdier: Any) -> None:
    feature = next(layer.getFeatures())
    for navn, vaerdi in vaerdier.items():
        assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField(navn), vaerdi)


def test_layers_of_one_project_save_together_or_not_at_all(
    postgis_store: PostgisStore, project: QgsProject
) -> None:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested")])
        skriver.indsaet("organisation", [gyldig("organisation")])
    organisation_layer, moedested_layer = (
        lag(postgis_store, "organisation"),
        lag(postgis_store, "moedested"),
    )
    project.addMapLayers([organisation_layer, moedested_layer])

    assert project.startEditing(moedested_layer)
    assert organisation_layer.isEditable()
    _change(organisation_layer, link="https://eksempel.dk")
    _change(moedested_layer, form_k=77)
    gik_godt, _ = project.commitChanges(False, moedested_layer)
    assert not gik_godt
    assert next(postgis_store.raekker("organisation"))["link"] is None
    assert next(postgis_store.raekker("moedested"))["form_k"] == 1

    project.rollBack(True, moedested_layer)
    assert project.startEditing(moedested_layer)
    _change(organisation_layer, link="https://eksempel.dk")
    _change(moedested_layer, form_k=4)
    gik_godt, fejl = project.commitChanges(True, moedested_layer)
    assert gik_godt, fejl
    assert next(postgis_store.raekker("organisation"))["link"] == "https://eksempel.dk"
    assert next(postgis_store.raekker("moedested"))["form_k"] == 4


@pytest.mark.xfail(
    reason="QGIS 3.40: QgsVectorLayerEditBufferGroup does not ask whether new features were taken"
)
def test_new_features_of_one_project_save_together_or_not_at_all(
    postgis_store: PostgisStore, project: QgsProject
) -> None:
    organisation_layer, moedested_layer = (
        lag(postgis_store, "organisation"),
        lag(postgis_store, "moedested"),
    )
    project.addMapLayers([organisation_layer, moedested_layer])
    assert project.startEditing(moedested_layer)
    for layer, vaerdier in (
        (organisation_layer, {"navn": "Foreningen", "type_k": 2}),
        (moedested_layer, {"navn": "Kaffe", "formaal_k": [1], "form_k": 77}),
    ):
        feature = QgsVectorLayerUtils.createFeature(layer)
        for navn, vaerdi in vaerdier.items():
            feature[navn] = vaerdi
        assert layer.addFeature(feature)
    gik_godt, _ = project.commitChanges(False, moedested_layer)
    assert not gik_godt
    assert postgis_store.antal("organisation") == 0


def test_the_plugin_hears_what_would_be_refused_before_qgis_saves(
    postgis_store: PostgisStore,
) -> None:
    """Which is why: after a refusal QGIS forgets the edits of the layers that it had already sent."""
    aendringer = [
        Aendring("indsaet", "moedested", "", gyldig("moedested") | {"form_k": 77}),
        Aendring("indsaet", "organisation", "", gyldig("organisation")),
    ]
    refused = proev(postgis_store, aendringer, "HK")
    assert refused is not None
    assert (refused[0], refused[1].kode) == (aendringer[0], "moedested.form_k.kodeliste")
    assert proev(postgis_store, aendringer[1:], "HK") is None
    assert (postgis_store.antal("organisation"), postgis_store.historik()) == (0, [])


@pytest.mark.parametrize(
    ("felt", "vaerdi", "kode"),
    [
        ("navn", "x", "moedested.navn.form"),
        ("navn", NULL, "moedested.navn.mangler"),
        ("form_k", 77, "moedested.form_k.kodeliste"),
        (
            "organisation_id",
            "11111111-2222-4333-8444-555555555555",
            "moedested.organisation_id.henvisning",
        ),
        ("moedested_id", "11111111-2222-4333-8444-555555555555", "moedested.moedested_id.uaendret"),
        ("alder_fra", 130, "moedested.alder_fra.form"),
    ],
)
def test_what_qgis_is_told_when_a_row_is_refused_holds_our_sentence_and_not_the_row(
    postgis_store: PostgisStore, felt: str, vaerdi: object, kode: str
) -> None:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | {"intern_note": "KANARIE"}])
    layer = lag(postgis_store, "moedested")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField(felt), vaerdi)
    assert not layer.commitChanges()
    besked = " ".join(layer.commitErrors())
    assert f"moedested:{kode} · " in besked
    assert "KANARIE" not in besked
    assert "DETAIL" not in besked
    layer.rollBack()


def test_an_unchanged_save_is_no_history(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | {"geometri": None}])
    foer = next(postgis_store.raekker("moedested"))
    postgis_database.udfoer(
        "update moedested.moedested set navn = navn, rettet = now(), rettet_af = 'en anden'"
    )
    assert len(postgis_store.historik("moedested")) == 1
    efter = next(postgis_store.raekker("moedested"))
    assert (efter["rettet"], efter["raekke_version"]) == (foer["rettet"], 1)


def test_an_empty_geometry_is_none_and_a_moved_point_is_a_change(
    postgis_database: Database, postgis_store: PostgisStore
) -> None:
    with postgis_store.skriv("prøve", "HK") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested")])
    for wkt, ventet in (
        ("point(690000 6070000)", False),
        ("point(690000 6070000.001)", False),
        ("point empty", True),
    ):
        postgis_database.udfoer(f"update moedested.moedested set geometri = 'srid=25832;{wkt}'")
        assert (next(postgis_store.raekker("moedested"))["geometri"] is None) is ventet
    assert [post.art for post in postgis_store.historik("moedested")] == ["rettet"] * 3 + [
        "oprettet"
    ]
    with pytest.raises(psycopg2.Error, match="Geometry has Z"):
        postgis_database.udfoer(
            "update moedested.moedested set geometri = 'srid=25832;point z (1 2 3)'"
        )
