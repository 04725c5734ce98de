# SPDX-License-Identifier: GPL-2.0-or-later
"""No thread draws from a GeoPackage in the moment that editing begins on it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import Qgis, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QThreadPool

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.edit_start import EditStart


def layer_in(project: QgsProject, role: str) -> QgsVectorLayer:
    layer = project.mapLayer(f"moedested_{role}")
    assert isinstance(layer, QgsVectorLayer)
    return layer


def begin(project: QgsProject, role: str) -> bool:
    layer = layer_in(project, role)
    if project.transactionMode() == Qgis.TransactionMode.BufferedGroups:
        return project.startEditing(layer)
    return layer.startEditing()


@pytest.mark.parametrize("grouped", [True, False])
def test_the_map_stands_still_while_editing_begins_and_is_drawn_again(
    demo: QgsProject,
    current: CurrentProject,
    qgis_canvas: QgsMapCanvas,
    qtbot: QtBot,
    grouped: bool,
) -> None:
    if not grouped:
        demo.setTransactionMode(Qgis.TransactionMode.Disabled)
    layers = [layer for layer in demo.mapLayers().values() if layer.isSpatial()]
    qgis_canvas.setLayers(layers)
    qgis_canvas.setExtent(QgsRectangle(655000, 6050000, 715000, 6100000))
    guard = EditStart(current, qgis_canvas)
    seen: list[tuple[bool, int]] = []
    layer_in(demo, "moedested").beforeEditingStarted.connect(
        lambda: seen.append(
            (qgis_canvas.isDrawing(), QThreadPool.globalInstance().activeThreadCount())
        )
    )
    qgis_canvas.refresh()
    qtbot.waitUntil(qgis_canvas.isDrawing)
    with qtbot.waitSignal(qgis_canvas.renderComplete):
        assert begin(demo, "moedested")
        assert seen == [(False, 0)]
    guard.close()
    layer_in(demo, "moedested").rollBack()


def test_lets_go_of_the_layers(
    demo: QgsProject, current: CurrentProject, qgis_canvas: QgsMapCanvas
) -> None:
    layer = layer_in(demo, "moedested")
    before = layer.receivers(layer.beforeEditingStarted)
    guard = EditStart(current, qgis_canvas)
    assert layer.receivers(layer.beforeEditingStarted) == before + 1
    guard.close()
    assert layer.receivers(layer.beforeEditingStarted) == before
