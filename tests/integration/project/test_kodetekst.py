# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of codes in labels and names: QGIS works them out in threads, where it may not ask the project."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsProject, QgsVectorLayer

from moedested_plugin.domain.skema import tabel
from moedested_plugin.project.aabent import rolle_af
from moedested_plugin.project.kodetekst import forny_kodetekster, med_tekster, udtryk_for
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.styles.etiketter import etikettekster

from .test_projekt import lag_i

STRAEKNING = tabel("straekning")
GRIM = {1: "Trappe (12 trin)", 7: "Møllers 'låge'", 101: 'C:\\bom), to_string("navn")'}


def svar(udtryk: str, vaerdi: object) -> object:
    layer = QgsVectorLayer("NoGeometry?field=forhindring_k:int", "", "memory")
    feature = QgsFeature(layer.fields())
    feature["forhindring_k"] = vaerdi
    context = QgsExpressionContext()
    context.setFeature(feature)
    context.setFields(layer.fields())
    laest = QgsExpression(udtryk)
    assert not laest.hasParserError(), laest.parserErrorString()
    return laest.evaluate(context)


@pytest.mark.usefixtures("qgis_app")
def test_an_expression_says_the_texts_of_today() -> None:
    spurgt = "'! ' || represent_value(\"forhindring_k\")"
    foerst = med_tekster(spurgt, STRAEKNING, {"forhindring": GRIM})
    for kode, navn in GRIM.items():
        assert svar(foerst, kode) == f"! {navn}"
    siden = med_tekster(foerst, STRAEKNING, {"forhindring": {**GRIM, 1: "Stige", 102: "Kædebom"}})
    assert [svar(siden, kode) for kode in (1, 7, 102)] == [
        "! Stige",
        "! Møllers 'låge'",
        "! Kædebom",
    ]
    assert med_tekster(siden, STRAEKNING, {"underlag": {1: "Sand"}}) == siden


@pytest.mark.usefixtures("qgis_app")
def test_what_is_no_code_of_the_table_is_left() -> None:
    for udtryk in (
        'represent_value("rute_id")',
        'represent_value("eget_felt")',
        udtryk_for("eget", {1: "a"}),
    ):
        assert med_tekster(udtryk, STRAEKNING, {"forhindring": GRIM}) == udtryk


def test_no_label_and_no_name_of_a_place_asks_the_project(laest: QgsProject) -> None:
    med_etiketter = 0
    for layer in laest.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and rolle_af(layer):
            tekster = list(etikettekster(layer))
            med_etiketter += bool(tekster)
            assert not any("represent_value" in tekst for tekst in tekster), layer.name()
            if rolle_af(layer) in LAG_AF_ROLLE:
                felter = LAG_AF_ROLLE[rolle_af(layer)].tabel.felter
                koder = [f'represent_value("{felt.navn}")' for felt in felter if felt.kodeliste]
                assert not any(kode in layer.displayExpression() for kode in koder), layer.name()
    assert med_etiketter > 8


def test_a_label_names_the_type(laest: QgsProject) -> None:
    layer = lag_i(laest, "baenk")
    feature = QgsFeature(layer.fields())
    feature["facil_ty_k"] = 1371
    context = layer.createExpressionContext()
    context.setFeature(feature)
    assert {QgsExpression(tekst).evaluate(context) for tekst in list(etikettekster(layer))[1:]} == {
        "Bænk"
    }


@pytest.mark.usefixtures("qgis_app")
def test_a_layer_without_labels_is_left_alone() -> None:
    layer = QgsVectorLayer("NoGeometry?field=navn:string", "", "memory")
    layer.setDisplayExpression('"navn"')
    forny_kodetekster(layer, STRAEKNING, {"forhindring": GRIM})
    assert layer.displayExpression() == '"navn"'
    assert layer.labeling() is None


def test_a_map_is_drawn_while_the_project_changes(lavet_geopackage: Path) -> None:
    """With a label that asks the project, QGIS fell here every time."""
    program = Path(__file__).with_name("tegn_imens.py")
    svar = subprocess.run(
        [sys.executable, program, lavet_geopackage / "projekt.qgz", "20"],
        capture_output=True, text=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert svar.returncode == 0, svar.stderr
    gange, etiketter, aendringer = (int(tal) for tal in re.findall(r"\d+", svar.stdout))
    assert (gange, etiketter > 20, aendringer > 20) == (20, True, True), svar.stdout
