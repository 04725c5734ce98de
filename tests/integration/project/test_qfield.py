# SPDX-License-Identifier: GPL-2.0-or-later
"""The project uses what QField's documentation lists, field by field; what it does not list stands here with its reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from qgis.core import (
    Qgis,
    QgsAction,
    QgsAttributeEditorAction,
    QgsAttributeEditorRelation,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsProject,
    QgsVectorLayer,
    qgsfunction,
)

from moedested_plugin.project.formularer import BOERN_EDITOR

from .qfield import INDSTILLINGER, LAEST, TAVST, WIDGETS, afvigelser

#: On the desktop's project. The copy for the field has none of the first: see `test_feltkopi.py`.
KENDTE = {
    # QField takes its standard editor where it does not know one (FeatureForm.qml); QGIS does so without the plugin.
    f"relation: {BOERN_EDITOR}": "made when its tab is shown, so that a form opens in half a second",
    # Advice, not a limit: QFieldSync may give layers new ids. The copy for the field keeps them; without the layer
    # the default is empty, which it may be.
    "layer by id: moedested_by": "a name can be changed by the user, and is another in English",
}


def test_only_what_is_listed_with_a_reason_is_not_in_the_documentation(
    begge: tuple[QgsProject, str],
) -> None:
    assert set(afvigelser(begge[0])) == set(KENDTE)


def test_no_row_of_the_tables_is_dead(laest: QgsProject) -> None:
    """A setting that no form has any more needs no reason either."""
    brugt = {
        (setup.type(), navn)
        for layer in laest.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        for setup in (layer.editorWidgetSetup(i) for i in range(layer.fields().count()))
        for navn in setup.config()
    }
    assert not TAVST.keys() - brugt
    assert not TAVST.keys() & {(art, navn) for art, alle in INDSTILLINGER.items() for navn in alle}
    assert INDSTILLINGER.keys() <= WIDGETS.keys()
    assert dt.date(2026, 1, 1) < LAEST


@pytest.mark.parametrize(
    ("widget", "opsaetning", "sagt"),
    [
        ("KeyValue", {}, "widget: KeyValue"),
        ("TextEdit", {"UseHtml": True}, "TextEdit: UseHtml = True"),
        ("ExternalResource", {"RelativeStorage": 0}, "ExternalResource: RelativeStorage = 0"),
        ("Range", {"Style": "Dial"}, "Range: Style = Dial"),
        ("ValueRelation", {"Ny": 1}, "ValueRelation: Ny"),
    ],
)
def test_what_it_does_not_list_is_found_in_a_field(
    qgis_app: Any, widget: str, opsaetning: dict[str, Any], sagt: str
) -> None:
    project, layer = et_lag()
    layer.setEditorWidgetSetup(0, QgsEditorWidgetSetup(widget, opsaetning))
    assert sagt in afvigelser(project)


def test_and_in_an_expression(qgis_app: Any) -> None:
    @qgsfunction(group="prøve", register=True, usesgeometry=False)  # type: ignore[no-untyped-call, untyped-decorator]
    def moedested_proeve(tekst: str) -> str:
        return tekst

    project, layer = et_lag()
    try:
        for udtryk, sagt in (
            ("moedested_proeve('a')", "function: moedested_proeve"),
            (f"aggregate('{layer.id()}', 'max', 1)", f"layer by id: {layer.id()}"),
            ("1 +", "expression: 1 +"),
        ):
            layer.setDefaultValueDefinition(0, QgsDefaultValue(udtryk))
            assert any(sag.startswith(sagt) for sag in afvigelser(project)), udtryk
    finally:
        QgsExpression.unregisterFunction("moedested_proeve")


def test_and_in_the_form(qgis_app: Any) -> None:
    project, layer = et_lag()
    handling = QgsAction(Qgis.AttributeActionType.OpenUrl, "åbn", "https://example.dk")
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    rod = form.invisibleRootContainer()
    relation = QgsAttributeEditorRelation("r", rod)
    relation.setRelationWidgetTypeId("et_andet")
    rod.addChildElement(relation)
    rod.addChildElement(QgsAttributeEditorAction(handling, rod))
    form.setUiForm("form.ui")
    layer.setEditFormConfig(form)
    sagt = " ".join(afvigelser(project))
    for ord_ in ("relation: et_andet", "element: ", "a form file", "data: memory"):
        assert ord_ in sagt


def et_lag() -> tuple[QgsProject, QgsVectorLayer]:
    project = QgsProject()
    layer = QgsVectorLayer("Point?crs=EPSG:25832&field=navn:string", "prøve", "memory")
    project.addMapLayer(layer)
    return project, layer
