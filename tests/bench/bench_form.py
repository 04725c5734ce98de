# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a form takes to open, against a plain form of QGIS on the same table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmark import Job
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsGui
from qgis.PyQt import sip

from moedested_plugin.project import opret_projekt

ROLLER = ("moedested", "baenk", "facilitet", "omraade", "vandrerute", "aktivitet", "organisation")


def aabn(layer: QgsVectorLayer, feature: QgsFeature) -> None:
    """Open the form, let it draw itself, close it."""
    dialog = QgsAttributeDialog(layer, feature, False, None, True, QgsAttributeEditorContext())
    dialog.show()
    QgsApplication.processEvents()
    dialog.reject()
    sip.delete(dialog)  # at once: there is no event loop that would do it later


def aabn_ny(layer: QgsVectorLayer, geometri: QgsGeometry) -> None:
    """Open the form of a new row, with its default values."""
    aabn(
        layer,
        QgsVectorLayerUtils.createFeature(layer, geometri, {}, layer.createExpressionContext()),
    )


def gulv_for(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The same table in a plain form of QGIS: the same tabs and as many fields, and nothing else of ours."""
    gulv = QgsVectorLayer(layer.source(), "gulv", layer.providerType())
    form = gulv.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.clearTabs()
    for blad in layer.editFormConfig().tabs():
        if not isinstance(blad, QgsAttributeEditorContainer):
            continue
        nyt = QgsAttributeEditorContainer(blad.name(), form.invisibleRootContainer())
        nyt.setType(Qgis.AttributeEditorContainerType.Tab)
        for felt in blad.findElements(Qgis.AttributeEditorType.Field):
            index = layer.fields().indexFromName(felt.name())
            nyt.addChildElement(QgsAttributeEditorField(felt.name(), index, nyt))
        form.addTab(nyt)
    gulv.setEditFormConfig(form)
    QgsProject.instance().addMapLayer(gulv, False)
    return gulv


def laget(project: QgsProject, rolle: str) -> QgsVectorLayer:
    """The layer with this role."""
    layer = project.mapLayer(f"moedested_{rolle}")
    if not isinstance(layer, QgsVectorLayer):
        raise TypeError(rolle)
    return layer


def jobs(folder: Path) -> Iterator[Job]:
    """Give three jobs per kind of form: an existing row as ratio and in seconds, and a new row."""
    QgsGui.editorWidgetRegistry().initEditors()
    opret_projekt(376, str(folder / "lager.gpkg"), folder / "p.qgz", True, None, QgsFeedback())
    project = QgsProject.instance()
    if not project.read(str(folder / "p.qgz")):
        raise RuntimeError(project.error())
    gulve = {rolle: gulv_for(laget(project, rolle)) for rolle in ROLLER}
    project.startEditing(laget(project, "moedested"))
    for rolle, gulv in gulve.items():
        layer = laget(project, rolle)
        feature = next(layer.getFeatures())
        aabn_denne = partial(aabn, layer, feature)
        floor = partial(aabn, gulv, QgsFeature(gulv.fields()))
        yield Job(f"form open, {rolle}: ratio", aabn_denne, budget=2, floor=floor, times=7)
        yield Job(f"form open, {rolle}: wait", aabn_denne, budget=0.5, times=7)
        ny = partial(aabn_ny, layer, feature.geometry())
        yield Job(f"form open, {rolle}, new: wait", ny, budget=0.5, times=7)
    project.clear()
