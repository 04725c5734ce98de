# SPDX-License-Identifier: GPL-2.0-or-later
"""What QField's documentation lists, and a walk through a project that finds what it does not list.

Read on 21 November 2026 in opengisch/QField-docs as of 20 August 2026 (commit 041d1fc), which is docs.qfield.org:

- FORMULAR: how-to/project-setup/attributes-form (widgets, general settings, value relation, attachment, constraints,
  defaults, conditional visibility, "Working with expressions")
- RELATION: how-to/project-setup/relation-reference-widget (relation editor, gallery, display name)
- DATA: reference/data-format
- UDTRYK: reference/expression_variables
- SIGNATUR: how-to/project-setup/map-styling

A new reading changes the date, the tables, and nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsExpression,
    QgsExpressionFunction,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsGui

LAEST = dt.date(2026, 11, 21)

#: FORMULAR, the first table: QGIS's name of each widget → the name in the documentation.
WIDGETS = {
    "ExternalResource": "Attachment", "Color": "Color", "DateTime": "Date / Time", "CheckBox": "Checkbox",
    "Hidden": "Hidden", "Range": "Range", "RelationReference": "Relation Reference", "TextEdit": "Text Edit",
    "ValueMap": "Value Map", "ValueRelation": "Value Relation", "UuidGenerator": "UUID Generator",
}  # fmt: skip

#: Settings that the documentation speaks of, with the values it allows; None is any.
INDSTILLINGER: dict[str, dict[str, frozenset[Any] | None]] = {
    "ExternalResource": {
        "RelativeStorage": frozenset({1}),  # "The path needs to be set to relative": to the project
        "UseLink": None,  # "hyperlink"
        "StorageMode": frozenset({0}),  # files, not folders
        "DocumentViewer": None,  # what "you have selected as default": 1 is a picture
    },
    "Range": {"Style": frozenset({"SpinBox", "Slider"}), "Min": None, "Max": None, "Step": None},
    "TextEdit": {
        "IsMultiline": None,
        "UseHtml": frozenset({False}),  # "HTML is not supported" until the editions of 2025
    },
    "ValueRelation": {
        "Layer": None, "Key": None, "Value": None, "OrderByKey": None, "OrderByValue": None, "Group": None,
        "DisplayGroupName": None, "AllowNull": None, "UseCompleter": None, "AllowMulti": None,
    },
    "RelationReference": {"Relation": None, "ReferencedLayerId": None, "ReferencedLayerName": None},
}  # fmt: skip

#: Settings that it does not speak of, each with why it does no harm that QField may do as it likes.
TAVST = {
    ("CheckBox", "AllowNullState"): "a tick has no third state: the row gets no instead of empty",
    ("DateTime", "allow_null"): "a mandatory date has a default and NOT NULL",
    ("DateTime", "calendar_popup"): "how the desktop looks",
    ("DateTime", "display_format"): "how the desktop looks",
    ("DateTime", "field_format"): "the field is a date, not a text",
    ("DateTime", "field_format_overwrite"): "the field is a date, not a text",
    ("DateTime", "field_iso_format"): "the field is a date, not a text",
    ("ExternalResource", "DocumentViewerHeight"): "how the desktop looks",
    ("ExternalResource", "DocumentViewerWidth"): "how the desktop looks",
    ("ExternalResource", "FileWidget"): "how the desktop looks",
    ("ExternalResource", "FileWidgetButton"): "how the desktop looks",
    ("ExternalResource", "FileWidgetFilter"): "which files the desktop's dialog shows",
    ("Range", "AllowNull"): "the store refuses what may not be empty",
    ("RelationReference", "AllowAddFeatures"): "a child can be made from its own layer",
    ("RelationReference", "AllowNULL"): "the store refuses what may not be empty",
    ("RelationReference", "ChainFilters"): "off, which is without filters",
    ("RelationReference", "FetchLimitActive"): "how many rows the desktop's list shows at once",
    ("RelationReference", "FetchLimitNumber"): "how many rows the desktop's list shows at once",
    ("RelationReference", "MapIdentification"): "a tool of the desktop's map",
    ("RelationReference", "OrderByValue"): "the order of a list",
    ("RelationReference", "ReadOnly"): "off",
    ("RelationReference", "ShowForm"): "off",
    ("RelationReference", "ShowOpenFormButton"): "a short cut",
    ("ValueRelation", "CompleterMatchFlags"): "how the desktop searches",
    ("ValueRelation", "Description"): "empty",
    ("ValueRelation", "FilterExpression"): "not in the documentation; where it is ignored the whole list is shown, and the store refuses a code of "
    "another list",
    ("ValueRelation", "LayerName"): "only where the id is not found",
    ("ValueRelation", "NofColumns"): "how the desktop looks",
}  # fmt: skip

#: FORMULAR, the second table; a field and a relation editor stand in the first.
ELEMENTER = frozenset({
    Qgis.AttributeEditorType.Container, Qgis.AttributeEditorType.Field, Qgis.AttributeEditorType.Relation,
    Qgis.AttributeEditorType.QmlElement, Qgis.AttributeEditorType.HtmlElement,
    Qgis.AttributeEditorType.TextElement, Qgis.AttributeEditorType.SpacerElement,
})  # fmt: skip

#: RELATION: the standard editor (which becomes a gallery where the child has an attachment) and the ordered one.
RELATIONER = frozenset({"relation_editor", "ordered_relation_editor"})

#: DATA: provider and storage type of QGIS → the name in the documentation.
DATA = {
    ("ogr", "GPKG"): "GeoPackage",
    ("postgres", "PostgreSQL database with PostGIS extension"): "PostGIS",
    ("wms", ""): "WMS",
    ("WFS", ""): "WFS",
}

_EGNE_OG_KENDTE = re.compile(r"'(\w+)'")


def afvigelser(project: QgsProject) -> list[str]:
    """Say what of the project QField's documentation does not list, each once."""
    return sorted({sag for layer in project.mapLayers().values() for sag in _i_lag(layer, project)})


def _i_lag(layer: QgsMapLayer, project: QgsProject) -> Iterator[str]:
    lager = layer.storageType() if isinstance(layer, QgsVectorLayer) else ""
    if (layer.providerType(), lager) not in DATA:
        yield f"data: {layer.providerType()} {lager}"
    if not isinstance(layer, QgsVectorLayer):
        return
    form = layer.editFormConfig()
    if form.uiForm() or form.initFunction() or layer.actions().actions():
        yield f"{layer.name()}: a form file, Python or an action"
    for index, felt in enumerate(layer.fields().toList()):
        setup = layer.editorWidgetSetup(index)
        if not setup.type():  # QGIS, and QField by the same code, chooses one
            setup = QgsGui.editorWidgetRegistry().findBest(layer, felt.name())
        yield from _i_widget(setup.type(), setup.config())
    yield from _i_element(form.invisibleRootContainer())
    for udtryk in _udtryk(layer):
        yield from _i_udtryk(udtryk, project)


def _i_widget(art: str, opsaetning: dict[str, Any]) -> Iterator[str]:
    if art not in WIDGETS:
        yield f"widget: {art}"
        return
    for navn, vaerdi in opsaetning.items():
        naevnt = INDSTILLINGER.get(art, {})
        if navn in naevnt:
            tilladt = naevnt[navn]
            if tilladt is not None and vaerdi not in tilladt:
                yield f"{art}: {navn} = {vaerdi}"
        elif (art, navn) not in TAVST:
            yield f"{art}: {navn}"


def _i_element(element: QgsAttributeEditorElement) -> Iterator[str]:
    if element.type() not in ELEMENTER:
        yield f"element: {element.type()}"
    if isinstance(element, QgsAttributeEditorRelation):
        if element.relationWidgetTypeId() not in RELATIONER:
            yield f"relation: {element.relationWidgetTypeId()}"
        if element.nmRelationId() or element.relationEditorConfiguration().get("filter_expression"):
            yield f"relation: {element.name()} is many to many, or has a filter"
    if isinstance(element, QgsAttributeEditorContainer):
        for barn in element.children():
            yield from _i_element(barn)


def _udtryk(layer: QgsVectorLayer) -> Iterator[str]:
    """Every expression that QField works out: defaults, constraints, visibility, names, filters, texts."""
    yield layer.displayExpression()
    for index in range(layer.fields().count()):
        yield layer.defaultValueDefinition(index).expression()
        yield layer.constraintExpression(index)
        yield str(layer.editorWidgetSetup(index).config().get("FilterExpression") or "")
        yield layer.expressionField(index)
    yield from _synlighed(layer.editFormConfig().invisibleRootContainer())


def _synlighed(element: QgsAttributeEditorElement) -> Iterator[str]:
    if isinstance(element, QgsAttributeEditorContainer):
        if element.visibilityExpression().enabled():
            yield element.visibilityExpression().data().expression()
        for barn in element.children():
            yield from _synlighed(barn)
    elif not isinstance(element, (QgsAttributeEditorField, QgsAttributeEditorRelation)):
        tekst = getattr(element, "text", str)()
        yield from re.findall(r"\[%(.*?)%\]", tekst, re.DOTALL)


def _i_udtryk(udtryk: str, project: QgsProject) -> Iterator[str]:
    """UDTRYK and FORMULAR: expressions as QGIS has them; QField has no Python. Layers are to be named by name."""
    if not udtryk:
        return
    laest = QgsExpression(udtryk)
    if laest.hasParserError():
        yield f"expression: {udtryk}: {laest.parserErrorString()}"
    for navn in laest.referencedFunctions():
        if navn not in QGIS_EGNE:
            yield f"function: {navn}"
    for navn in _EGNE_OG_KENDTE.findall(udtryk):
        if navn in project.mapLayers():
            yield f"layer by id: {navn}"


def _er_qgis_egen(funktion: QgsExpressionFunction) -> bool:
    """Python functions, a plugin's or a user's, are of a class of their own."""
    return type(funktion) is QgsExpressionFunction


#: By every name they have; asked when QGIS has started without any plugin.
QGIS_EGNE = frozenset(
    navn
    for funktion in QgsExpression.Functions()
    if _er_qgis_egen(funktion)
    for navn in (funktion.name(), *funktion.aliases())
)
