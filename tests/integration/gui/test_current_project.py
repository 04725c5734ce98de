# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsVectorLayer

from moedested_plugin.gui.current_project import CurrentProject


def change_name(layer: QgsVectorLayer, name: str, fid: int | None = None) -> None:
    layer.startEditing()
    row = next(layer.getFeatures()).id() if fid is None else fid
    assert layer.changeAttributeValue(row, layer.fields().indexOf("navn"), name)


def test_knows_layers_by_role_and_the_store(current: CurrentProject, demo_folder: Path) -> None:
    assert current.is_moedested
    baenk = current.layer("baenk")
    assert baenk is not None
    assert baenk.name() == "Bænke"
    assert current.layer("findes_ikke") is None
    assert Path(current.store_address) == demo_folder / "data.gpkg"


def test_another_project_is_not_ours(qgis_new_project: object) -> None:
    project = QgsProject.instance()
    project.addMapLayer(QgsVectorLayer("Point?field=navn:string", "Mødesteder", "memory"))
    following = CurrentProject(project)
    assert not following.is_moedested
    assert following.store_address == ""
    following.close()


def test_a_project_without_its_data_is_still_ours(demo_folder: Path) -> None:
    (demo_folder / "data.gpkg").unlink()
    project = QgsProject.instance()
    project.read(str(demo_folder / "projekt.qgz"))
    following = CurrentProject(project)
    assert following.is_moedested
    assert Path(following.store_address).name == "data.gpkg"
    assert following.layer("moedested") is None
    following.close()
    project.clear()


def test_says_how_many_rows_wait_in_which_layer(current: CurrentProject) -> None:
    moedested, baenk = current.layer("moedested"), current.layer("baenk")
    assert moedested is not None
    assert baenk is not None
    assert current.unsaved() == []
    change_name(moedested, "Nyt navn")
    change_name(moedested, "Endnu nyere navn")
    first, second, *_ = (feature.id() for feature in baenk.getFeatures())
    baenk.startEditing()
    baenk.deleteFeature(first)
    change_name(baenk, "Ny bænk", second)
    found = {each.layer.name(): each.rows for each in current.unsaved()}
    assert found == {"Mødesteder": 1, "Bænke": 2}
    moedested.rollBack()
    baenk.rollBack()
    assert current.unsaved() == []


def test_a_burst_of_edits_is_told_once(current: CurrentProject, qtbot: QtBot) -> None:
    moedested = current.layer("moedested")
    assert moedested is not None
    qtbot.wait(1)
    told: list[bool] = []
    current.edited.connect(lambda: told.append(True))
    for number in range(20):
        change_name(moedested, f"Navn {number}")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(400)
    assert len(told) == 1
    moedested.rollBack()


def test_saving_is_told(current: CurrentProject, qtbot: QtBot) -> None:
    moedested = current.layer("moedested")
    assert moedested is not None
    qtbot.wait(1)
    change_name(moedested, "Gemt navn")
    with qtbot.waitSignal(current.saved, timeout=5000):
        saved, problems = QgsProject.instance().commitChanges(True, moedested)
    assert saved, problems


def test_closing_leaves_no_connection(demo: QgsProject) -> None:
    layer = demo.mapLayer("moedested_moedested")
    assert isinstance(layer, QgsVectorLayer)
    signals = [layer.layerModified, layer.editingStarted, layer.afterCommitChanges]
    before = [layer.receivers(signal) for signal in signals], demo.receivers(demo.readProject)
    following = CurrentProject(demo)
    following._follow()
    during = [layer.receivers(signal) for signal in signals], demo.receivers(demo.readProject)
    following.close()
    after = [layer.receivers(signal) for signal in signals], demo.receivers(demo.readProject)
    assert during != before
    assert after == before
