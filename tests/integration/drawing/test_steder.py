# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies around a place, among 100 000 objects; and which values one object takes over from another."""

from __future__ import annotations

import time

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.drawing.naboer import i_naerheden, naermeste
from moedested_plugin.drawing.overtag import kan_overtages, overtag, vaner
from moedested_plugin.drawing.skabelon import Skabelon, fejl_i, flyttet, indbyggede
from moedested_plugin.drawing.visenavn import Visenavn
from moedested_plugin.project.aabent import ROLLE

BREDDE = 320
SKRIDT = 40.0


@pytest.fixture(scope="module")
def mange(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> QgsVectorLayer:
    """100 000 facilities, 40 m apart, in a GeoPackage."""
    sti = str(tmp_path_factory.mktemp("mange") / "mange.gpkg")
    kilde = QgsVectorLayer(
        "Point?crs=EPSG:25832&field=facil_ty_k:integer&field=navn:string&field=lukket_fra:date&field=lukket_til:date",
        "mange", "memory",
    )  # fmt: skip
    features = []
    for nummer in range(100_000):
        feature = QgsFeature(kilde.fields())
        raekke, spalte = divmod(nummer, BREDDE)
        feature.setGeometry(
            QgsGeometry.fromPointXY(
                QgsPointXY(680_000 + spalte * SKRIDT, 6_070_000 + raekke * SKRIDT)
            )
        )
        feature["facil_ty_k"] = (1371, 1012)[nummer % 2]
        features.append(feature)
    kilde.dataProvider().addFeatures(features)
    QgsVectorFileWriter.writeAsVectorFormatV3(
        kilde, sti, kilde.transformContext(), QgsVectorFileWriter.SaveVectorOptions()
    )
    layer = QgsVectorLayer(sti, "Faciliteter", "ogr")
    layer.setCustomProperty(ROLLE, "facilitet")
    return layer


def test_a_question_costs_next_to_nothing_among_100_000(mange: QgsVectorLayer) -> None:
    alle = time.perf_counter()
    antal = sum(1 for _ in mange.getFeatures(QgsFeatureRequest().setNoAttributes()))
    alle = time.perf_counter() - alle
    assert antal == 100_000
    sted = QgsGeometry.fromPointXY(QgsPointXY(680_000 + 100 * SKRIDT + 3, 6_070_000 + 100 * SKRIDT))
    spurgt = time.perf_counter()
    for _ in range(9):
        naermeste(mange, sted, [i_naerheden(mange, sted, 10)[0].fid])
    naboer = i_naerheden(mange, sted, 10)
    fjern = naermeste(mange, sted, [naboer[0].fid])
    spurgt = time.perf_counter() - spurgt
    assert [round(nabo.meter) for nabo in naboer] == [3]
    assert fjern is not None
    assert round(fjern.meter) == round(SKRIDT - 3)
    # Ten times two questions cost less than reading the layer once: mostly a fiftieth.
    assert spurgt < alle


def test_sees_what_is_not_saved_and_only_the_same_type(mange: QgsVectorLayer) -> None:
    ude = QgsGeometry.fromWkt("Point(600000 6000000)")
    assert naermeste(mange, ude) is None
    assert mange.startEditing()
    ny = QgsFeature(mange.fields())
    ny.setGeometry(QgsGeometry.fromWkt("Point(600004 6000000)"))
    ny["facil_ty_k"], ny["navn"] = 1012, "Ny"
    assert mange.addFeature(ny)
    assert [nabo.meter for nabo in i_naerheden(mange, ude, 10)] == [4.0]
    assert len(i_naerheden(mange, ude, 10, 1012)) == 1
    assert i_naerheden(mange, ude, 10, 1371) == []
    assert i_naerheden(mange, ude, 3.9) == []
    mange.rollBack()


def test_names_of_two_layers_that_are_named_alike_are_not_mixed(qgis_app: QgsApplication) -> None:
    navne = {}
    for titel, kolonner in (("Bænke", ("navn", "type")), ("Ruter", ("andet", "type", "navn"))):
        layer = QgsVectorLayer(
            "Point?" + "&".join(f"field={navn}:string" for navn in kolonner), titel, "memory"
        )
        layer.setDisplayExpression('coalesce("navn", "type")')
        navne[layer.name()] = Visenavn(layer), layer
    for _ in range(2):  # by turns
        for titel, (navn, layer) in navne.items():
            en = QgsFeature(layer.fields())
            en["navn"] = f"En af {titel}"
            assert navn.af(en) == f"En af {titel}"
            en["navn"] = None
            assert navn.af(en) == titel
    assert all(navn.felter == {"navn", "type"} for navn, _ in navne.values())


def test_what_belongs_to_one_object_is_never_taken_over() -> None:
    for et in DOMAENETABELLER:
        for felt in et.felter:
            if kan_overtages(felt):
                assert felt.navn != et.noegle
                assert not felt.navn.startswith(
                    ("navn", "rettet", "oprettet", "geofa_", "godkendt")
                )
    baenk: dict[str, Vaerdi] = {
        "objekt_id": "x", "navn": "Havbænken", "facil_ty_k": 1371, "antal_pl": 3, "handicap_k": 1,
        "beskrivels": "", "lukket_aarsag": "Storm", "findes_ikke": 1,
    }  # fmt: skip
    assert overtag(tabel("facilitet_punkt"), baenk) == {
        "facil_ty_k": 1371, "antal_pl": 3, "handicap_k": 1,
    }  # fmt: skip
    assert vaner(tabel("facilitet_punkt"), baenk) == {"facil_ty_k": 1371, "antal_pl": 3}


@pytest.mark.parametrize(
    ("skabelon", "siger"),
    [
        (Skabelon(" ", "baenk"), "Skriv et navn"),
        (Skabelon("x", "kodeliste"), "findes ikke"),
        (Skabelon("x", "baenk", {"navn": "Den ene"}), "kan ikke stå"),
        (Skabelon("x", "baenk", {"facil_ty_k": 1012}), "hører ikke til"),
        (Skabelon("x", "facilitet", {"facil_ty_k": 1371}), "hører ikke til"),
        (Skabelon("x", "baenk", {"antal_pl": 123456}), "pladser"),
    ],
)
def test_a_template_that_the_model_would_refuse(skabelon: Skabelon, siger: str) -> None:
    assert siger in fejl_i(skabelon)[0]


def test_templates_that_ship_are_good_and_moving_stops_at_the_ends() -> None:
    assert [fejl_i(led) for led in indbyggede()] == [[]] * len(indbyggede())
    a, b, c = (Skabelon(navn, "baenk") for navn in "abc")
    assert flyttet([a, b, c], 0, -1) == [a, b, c]
    assert flyttet([a, b, c], 0, 1) == [b, a, c]
    assert flyttet([a, b, c], 2, 1) == [a, b, c]
