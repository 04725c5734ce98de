# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QMenu, QPushButton

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.national_maps import NationalMaps
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.project.background_services import national_services


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def bar(qgis_app: object) -> QgsMessageBar:
    return QgsMessageBar()


@pytest.fixture
def maps(qgis_new_project: object, bar: QgsMessageBar, asked: list[str]) -> Iterator[NationalMaps]:
    current = CurrentProject(QgsProject.instance())
    made = NationalMaps(current, Tasks(), Messages(bar), lambda: asked.append("options"))
    yield made
    made.close()
    current.close()


def test_without_a_key_the_menu_leads_to_where_it_is_written(
    maps: NationalMaps, asked: list[str]
) -> None:
    menu = QMenu()
    maps.fill(menu)
    maps.fill(menu)
    assert [action.text() for action in menu.actions()] == ["Skriv din nøgle (den er gratis) …"]
    menu.actions()[0].trigger()
    assert asked == ["options"]


def test_a_service_that_does_not_answer_is_said_with_a_way_on(
    maps: NationalMaps, bar: QgsMessageBar, asked: list[str]
) -> None:
    service = national_services()[0]
    maps._answered(service, QgsRasterLayer("", "intet", "wms"))
    assert service.provider.navn in bar.currentItem().text()
    assert not QgsProject.instance().mapLayers()
    bar.currentItem().findChild(QPushButton).click()
    assert asked == ["options"]
