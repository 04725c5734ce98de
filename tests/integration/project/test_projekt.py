# SPDX-License-Identifier: GPL-2.0-or-later
"""The project opens, moves and edits without the plugin, on either store."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsMapThemeCollection,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)

from moedested_plugin import store as stores
from moedested_plugin.project.aabent import ROLLE, TABEL
from moedested_plugin.project.lag import LAG, LAG_AF_ROLLE, Gruppe, Lag
from moedested_plugin.project.temaer import TEMAER
from tests.postgis import KODEORD

REDIGERBARE = [lag for lag in LAG if not lag.kun_laes]
GEOMETRIER = {
    "Point": "Point(685000 6075000)",
    "MultiPoint": "MultiPoint((685000 6075000))",
    "LineString": "LineString(685000 6075000, 686000 6075000)",
    "MultiLineString": "MultiLineString((685000 6075000, 686000 6075000))",
    "MultiPolygon": "MultiPolygon(((685000 6075000, 685010 6075000, 685000 6075010, 685000 6075000)))",
}
#: What a user must fill in by hand before a new row can be saved.
UDFYLDES: dict[str, dict[str, Any]] = {
    "moedested": {"navn": "Ny bænk", "formaal_k": [1, 3]},
    "facilitet": {"facil_ty_k": 1012},
    "omraade": {"facil_ty_k": 1041},
    "andenrute": {"rute_ty_k": 4},
    "aktivitet": {"navn": "Kaffe", "type_k": 4, "dato_fra": "2026-06-01", "moedested_id": "?moedested"},
    "organisation": {"navn": "Ny forening", "type_k": 2},
    "straekning": {"rute_id": "?vandrerute"},
    "tilknytning": {"moedested_id": "?moedested", "facilitet_punkt_id": "?facilitet"},
    "medvirkende": {"moedested_id": "?moedested", "organisation_id": "?organisation", "rolle_k": 4},
    "besoegstal": {"moedested_id": "?moedested", "fra": "2026-01-01", "til": "2026-01-31", "antal": 7},
    "foto": {"objekt_lag": "moedested", "objekt_id": "?moedested", "sti": "billeder/nyt.jpg"},
    "kodeliste": {"liste": "formaal", "kode": 100, "navn": "Vores eget", "visning": "Vores eget"},
}  # fmt: skip


def lag_i(project: QgsProject, rolle: str) -> QgsVectorLayer:
    layer = project.mapLayer(f"moedested_{rolle}")
    assert isinstance(layer, QgsVectorLayer)
    return layer


def ny_raekke(project: QgsProject, lag: Lag) -> QgsFeature:
    """A row as the form makes it, with what the user must fill in."""
    layer = lag_i(project, lag.rolle)
    geometri = QgsGeometry.fromWkt(GEOMETRIER.get(lag.geometri or "", ""))
    feature = QgsVectorLayerUtils.createFeature(
        layer, geometri, {}, layer.createExpressionContext()
    )
    for navn, vaerdi in UDFYLDES.get(lag.rolle, {}).items():
        if isinstance(vaerdi, str) and vaerdi.startswith("?"):
            rolle = vaerdi[1:]
            kandidater = sorted(
                f[LAG_AF_ROLLE[rolle].tabel.noegle] for f in lag_i(project, rolle).getFeatures()
            )
            vaerdi = kandidater[0]  # noqa: PLW2901
        feature.setAttribute(navn, vaerdi)
    return feature


def hovedfil(mappe: Path) -> str:
    with zipfile.ZipFile(mappe / "projekt.qgz") as arkiv:
        return arkiv.read("projekt.qgs").decode("utf-8")


def test_the_moved_project_opens_whole(begge: tuple[QgsProject, str]) -> None:
    project, _ = begge
    layers = project.mapLayers()
    assert set(layers) == {lag.id for lag in LAG} | {
        "moedested_by", "moedested_kommune", "moedested_kyst",
    }  # fmt: skip
    assert [navn for navn, layer in layers.items() if not layer.isValid()] == []
    for lag in LAG:
        layer = lag_i(project, lag.rolle)
        assert layer.customProperty(ROLLE) == lag.rolle
        assert layer.customProperty(TABEL) == lag.tabelnavn
        assert layer.readOnly() is lag.kun_laes
        assert layer.subsetString() == lag.filter
    relationer = project.relationManager()
    assert [navn for navn, r in relationer.relations().items() if not r.isValid()] == []
    assert all(r.isValid() for r in relationer.polymorphicRelations().values())
    assert lag_i(project, "moedested").featureCount() >= 12


def test_all_of_it_lies_in_the_folder(lavet_geopackage: Path) -> None:
    xml = hovedfil(lavet_geopackage)
    assert str(lavet_geopackage) not in xml
    assert "./lager.gpkg|layername=moedested" in xml
    assert "./projekt_baggrund.gpkg|layername=kyst" in xml
    assert sorted(fil.name for fil in lavet_geopackage.iterdir()) == [
        "lager.gpkg", "projekt.qgz", "projekt_baggrund.gpkg",
    ]  # fmt: skip


def test_the_project_on_a_server_holds_no_password(lavet_postgis: tuple[Path, str]) -> None:
    xml = hovedfil(lavet_postgis[0])
    assert "password" not in xml
    assert KODEORD not in xml
    assert KODEORD.replace("'", "&apos;") not in xml


def test_the_project_is_set_up_for_saving_all_or_nothing(laest: QgsProject) -> None:
    assert laest.transactionMode() == Qgis.TransactionMode.BufferedGroups
    assert laest.crs().authid() == "EPSG:25832"
    assert laest.filePathStorage() == Qgis.FilePathType.Relative
    assert laest.title() == "Mødesteder i Guldborgsund"
    assert laest.topologicalEditing()
    variable = laest.customVariables()
    assert (variable["kommunekode"], variable["kommunenavn"]) == ("376", "Guldborgsund")
    assert variable["cvr"] == "29188599"
    snapping = laest.snappingConfig()
    assert snapping.enabled()
    fanger = {
        layer.id() for layer, valg in snapping.individualLayerSettings().items() if valg.enabled()
    }
    assert {lag.id for lag in REDIGERBARE if lag.geometri} <= fanger
    assert "moedested_netvaerk_linje" in fanger
    assert not {"moedested_kyst", "moedested_opslag_rute"} & fanger
    udsnit = laest.viewSettings().defaultViewExtent()
    assert udsnit.contains(QgsGeometry.fromWkt("Point(685000 6075000)").boundingBox())
    assert 30_000 < udsnit.width() < 120_000


def test_the_layer_tree_has_the_groups_in_order(laest: QgsProject) -> None:
    root = laest.layerTreeRoot()
    grupper = [gruppe for gruppe in root.children() if isinstance(gruppe, QgsLayerTreeGroup)]
    assert [gruppe.name() for gruppe in grupper] == [
        "Mødesteder", "Steder", "Ruter", "Områder", "Aktiviteter", "Naturlandet", "Baggrund", "Tabeller",
    ]  # fmt: skip
    steder, tabeller = grupper[1], grupper[-1]
    assert [node.name() for node in steder.findLayers()] == ["Faciliteter", "Bænke"]
    assert not tabeller.isExpanded()
    for rolle in ("opslag_punkt", "opslag_flade", "opslag_rute"):
        assert lag_i(laest, rolle).flags() & QgsVectorLayer.LayerFlag.Private


def test_points_are_drawn_over_lines_over_areas_in_every_theme(laest: QgsProject) -> None:
    assert not laest.layerTreeRoot().hasCustomLayerOrder()  # it would hide what the user adds
    tegnes = [layer.id() for layer in laest.layerTreeRoot().layerOrder()]
    for roller in TEMAER.values():
        for gruppe in ({Gruppe.NATURLANDET}, set(Gruppe) - {Gruppe.NATURLANDET}):
            vist = [lag for lag in LAG if lag.rolle in roller and lag.gruppe in gruppe]
            vist.sort(key=lambda lag: tegnes.index(lag.id))
            slags = [QgsWkbTypes.geometryType(lag_i(laest, lag.rolle).wkbType()) for lag in vist]
            assert slags == sorted(slags), [lag.rolle for lag in vist]


def test_each_map_theme_shows_its_layers_and_the_first_is_shown(laest: QgsProject) -> None:
    temaer: QgsMapThemeCollection = laest.mapThemeCollection()
    assert set(temaer.mapThemes()) == set(TEMAER)
    for navn, roller in TEMAER.items():
        vist = {layer.id() for layer in temaer.mapThemeVisibleLayers(navn)}
        assert {f"moedested_{rolle}" for rolle in roller} <= vist
        assert "moedested_kyst" in vist
    synlige = {layer.id() for layer in laest.layerTreeRoot().checkedLayers() if layer.isSpatial()}
    assert synlige == {layer.id() for layer in temaer.mapThemeVisibleLayers("Redigering")}


def test_every_row_has_a_name_to_be_called_by(begge: tuple[QgsProject, str]) -> None:
    project, _ = begge
    for lag in LAG:
        layer = lag_i(project, lag.rolle)
        udtryk = QgsExpression(layer.displayExpression())
        assert not udtryk.hasParserError(), (lag.rolle, udtryk.parserErrorString())
        context = layer.createExpressionContext()
        for feature in layer.getFeatures():
            context.setFeature(feature)
            navn = udtryk.evaluate(context)
            assert not udtryk.hasEvalError(), (lag.rolle, udtryk.evalErrorString())
            assert isinstance(navn, str), (lag.rolle, feature.attributes())
            assert navn.strip()
            assert "NULL" not in navn


def test_places_without_a_name_are_called_by_their_type(laest: QgsProject) -> None:
    layer = lag_i(laest, "opslag_punkt")
    feature = QgsFeature(layer.fields())
    feature["facil_ty_k"] = 1371
    context = layer.createExpressionContext()
    context.setFeature(feature)
    udtryk = QgsExpression(layer.displayExpression())
    assert udtryk.evaluate(context) == "Bænk"
    assert "represent_value" not in layer.displayExpression()  # evaluated in a thread of its own


def test_a_new_row_of_every_layer_saves_with_what_the_form_gives(
    begge: tuple[QgsProject, str],
) -> None:
    project, adresse = begge
    foer = {lag.rolle: set(noegler(project, lag)) for lag in REDIGERBARE}
    for lag in REDIGERBARE:
        layer = lag_i(project, lag.rolle)
        if not layer.isEditable():
            assert project.startEditing(layer)
        assert layer.addFeature(ny_raekke(project, lag)), lag.rolle
    gemt, besked = project.commitChanges(True)
    assert gemt
    assert [linje for linje in besked if not linje.startswith("SUCCESS")] == []
    nye = {lag.rolle: set(noegler(project, lag)) - foer[lag.rolle] for lag in REDIGERBARE}
    assert {rolle: len(n) for rolle, n in nye.items()} == {lag.rolle: 1 for lag in REDIGERBARE}
    with stores.aabn(adresse) as store:
        (moedested,) = store.raekker("moedested", noegler=[*nye["moedested"]])
        assert moedested["formaal_k"] == [1, 3]
        assert moedested["maalgruppe_k"] == [1]
        assert moedested["oprettet_af"]
        (rute,) = store.raekker("rute", noegler=[*nye["vandrerute"]])
        assert (rute["rute_ty_k"], rute["laengde"], rute["rundtur"]) == (5, 1.0, False)
        assert rute["cvr_kode"] == 29188599
        assert rute["bruger_id"] == "Guldborgsund"


def noegler(project: QgsProject, lag: Lag) -> list[Any]:
    felt = lag.tabel.noegle or "fid"
    return [feature[felt] for feature in lag_i(project, lag.rolle).getFeatures()]


def test_the_town_of_a_new_moedested_is_the_nearest(aabent: QgsProject) -> None:
    layer = lag_i(aabent, "moedested")
    gedser = QgsGeometry.fromWkt("Point(693300 6051900)")
    feature = QgsVectorLayerUtils.createFeature(layer, gedser, {}, layer.createExpressionContext())
    assert (feature["postnr"], feature["by"]) == (4874, "Gedser")


def test_a_moved_route_gets_a_new_length(aabent: QgsProject) -> None:
    layer = lag_i(aabent, "vandrerute")
    assert aabent.startEditing(layer)
    feature = next(layer.getFeatures())
    linje = QgsGeometry.fromWkt("MultiLineString((685000 6075000, 688210 6075000))")
    assert layer.changeGeometry(feature.id(), linje)
    assert layer.getFeature(feature.id())["laengde"] == pytest.approx(3.21)


def test_a_copied_or_split_place_gets_a_key_of_its_own(aabent: QgsProject) -> None:
    layer = lag_i(aabent, "vandrerute")
    index = layer.fields().indexFromName("objekt_id")
    felt = layer.fields().at(index)
    assert felt.splitPolicy() == Qgis.FieldDomainSplitPolicy.DefaultValue
    assert felt.duplicatePolicy() == Qgis.FieldDuplicatePolicy.DefaultValue
    assert aabent.startEditing(layer)
    original = next(layer.getFeatures())
    kopi, _ = QgsVectorLayerUtils.duplicateFeature(layer, original, aabent, 0)
    assert kopi["objekt_id"] != original["objekt_id"]
    assert len(kopi["objekt_id"]) == 36
    assert kopi["navn"] == original["navn"]


def test_a_refused_change_saves_nothing_in_any_layer(
    begge: tuple[QgsProject, str],
) -> None:
    project, adresse = begge
    for rolle in ("moedested", "baenk", "facilitet", "vandrerute", "cykelrute"):
        layer = lag_i(project, rolle)
        if not layer.isEditable():
            assert project.startEditing(layer)
        feature = next(layer.getFeatures())
        felt = layer.fields().indexFromName("navn")
        assert layer.changeAttributeValue(feature.id(), felt, f"Nyt navn på {rolle}")
    cykelrute = lag_i(project, "cykelrute")
    typefelt = cykelrute.fields().indexFromName("rute_ty_k")
    assert cykelrute.changeAttributeValue(next(cykelrute.getFeatures()).id(), typefelt, 98765)
    gemt, _ = project.commitChanges(True)
    assert not gemt
    with stores.aabn(adresse) as store:
        for tabel in ("moedested", "facilitet_punkt", "rute"):
            assert not [
                r for r in store.raekker(tabel, ("navn",)) if str(r["navn"]).startswith("Nyt navn")
            ]
    assert lag_i(project, "cykelrute").isModified()


def test_deleting_a_moedested_takes_its_activities_and_links_but_no_place(
    begge: tuple[QgsProject, str],
) -> None:
    project, adresse = begge
    layer = lag_i(project, "moedested")
    faciliteter = lag_i(project, "opslag_punkt").featureCount()
    aktivitet = next(f for f in lag_i(project, "aktivitet").getFeatures())
    noegle = aktivitet["moedested_id"]
    (moedested,) = (f for f in layer.getFeatures() if f["moedested_id"] == noegle)
    assert project.startEditing(layer)
    context = QgsVectorLayer.DeleteContext(True, project)
    assert layer.deleteFeatures([moedested.id()], context)
    gemt, fejl = project.commitChanges(True)
    assert gemt, fejl
    with stores.aabn(adresse) as store:
        for tabel in ("aktivitet", "tilknytning", "medvirkende", "besoegstal"):
            assert noegle not in {
                r["moedested_id"] for r in store.raekker(tabel, ("moedested_id",))
            }
        assert noegle not in {r["objekt_id"] for r in store.raekker("foto", ("objekt_id",))}
    assert lag_i(project, "opslag_punkt").featureCount() == faciliteter
