# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a form takes to open, against a plain form of QGIS on the same table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
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

from moedested_plugin.gui import boern_editor
from moedested_plugin.project import opret_projekt

#: Rows of a table that is large for a municipality.
STOR = 100_000
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
    """Give four jobs per kind of form: a filled, a new and an empty row as ratio, and a new row in seconds."""
    QgsGui.editorWidgetRegistry().initEditors()
    boern_editor.tilmeld()  # as the plugin does while one of its projects is open
    opret_projekt(376, str(folder / "lager.gpkg"), folder / "p.qgz", True, None, QgsFeedback())
    project = QgsProject.instance()
    if not project.read(str(folder / "p.qgz")):
        raise RuntimeError(project.error())
    gulve = {rolle: gulv_for(laget(project, rolle)) for rolle in ROLLER}
    project.startEditing(laget(project, "moedested"))
    for rolle, gulv in gulve.items():
        layer = laget(project, rolle)
        feature = next(layer.getFeatures())
        floor = partial(aabn, gulv, QgsFeature(gulv.fields()))
        ny = partial(aabn_ny, layer, feature.geometry())
        fyldt = partial(aabn, layer, feature)
        tom = partial(aabn, layer, QgsFeature(layer.fields()))
        yield Job(f"form open, {rolle}: ratio", fyldt, budget=2, floor=floor, times=9)
        yield Job(f"form open, {rolle}, new: ratio", ny, budget=2, floor=floor, times=9)
        yield Job(f"form open, {rolle}, empty: ratio", tom, budget=2, floor=floor, times=9)
        yield Job(f"form open, {rolle}, new: wait", ny, budget=0.5, times=5)
    layer = laget(project, "baenk")
    project.rollBack(True, layer)
    fyld_op(folder / "lager.gpkg", "facilitet_punkt")
    project.startEditing(layer)
    ny = partial(aabn_ny, layer, QgsGeometry.fromWkt("Point(685000 6075000)"))
    yield Job(f"form open, baenk, new, {STOR} rows: wait", ny, budget=0.5, times=5)
    project.clear()
    boern_editor.frameld()


def fyld_op(lager: Path, tabel: str) -> None:
    """Copy the first row until the table is large; without the triggers, since only reading is measured."""
    with closing(sqlite3.connect(lager)) as forbindelse, forbindelse:
        for (navn,) in forbindelse.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (tabel,)
        ).fetchall():
            forbindelse.execute(f'DROP TRIGGER "{navn}"')
        felter = [felt for _, felt, *_ in forbindelse.execute(f'PRAGMA table_info("{tabel}")')]
        # The key in the way of GeoFA: one value per row.
        valg = [
            {"fid": "NULL", "objekt_id": "lower(hex(randomblob(16)))"}.get(f, f'"{f}"')
            for f in felter
        ]
        forbindelse.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {STOR})"  # nosec B608 - our own
            f' INSERT INTO "{tabel}" SELECT {", ".join(valg)} FROM n,'
            f' (SELECT * FROM "{tabel}" ORDER BY fid LIMIT 1)'
        )
