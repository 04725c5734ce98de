# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSettingsTree,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QLineEdit

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.options import OptionsFactory, OptionsPage
from moedested_plugin.project.graense import graense_af
from moedested_plugin.project.udtryk import BRUGER
from moedested_plugin.settings import NODE, Settings
from moedested_plugin.store import aabn


@pytest.fixture
def settings(qgis_app: object) -> Iterator[Settings]:
    made = Settings()
    yield made
    made.egne_initialer = ""
    made.geofa_bruger.remove()
    made.close()


@pytest.fixture
def page(settings: Settings, qtbot: QtBot) -> OptionsPage:
    made = OptionsFactory(settings, pytest.fail).createWidget()
    assert isinstance(made, OptionsPage)
    qtbot.addWidget(made)
    return made


def test_settings_can_be_made_again_after_they_were_closed(qgis_app: object) -> None:
    for _ in range(3):
        made = Settings()
        assert NODE in [node.key() for node in QgsSettingsTree.node("plugins").childrenNodes()]
        made.close()
        assert NODE not in [node.key() for node in QgsSettingsTree.node("plugins").childrenNodes()]


def test_initials_name_the_user_in_plugin_and_forms_alike(
    page: OptionsPage, settings: Settings
) -> None:
    def in_a_form() -> object:
        context = QgsExpressionContext()
        context.appendScope(QgsExpressionContextUtils.globalScope())
        return QgsExpression(BRUGER).evaluate(context)

    assert settings.bruger == settings.qgis_bruger == in_a_form()
    page.initials.setText(" abc ")
    page.apply()
    assert settings.bruger == in_a_form() == "abc"
    page.initials.clear()
    page.apply()
    assert settings.bruger == settings.qgis_bruger == in_a_form()


def test_the_geofa_user_is_kept(page: OptionsPage, settings: Settings) -> None:
    page.geofa_user.setText("Lolland Kommune")
    page.apply()
    assert settings.geofa_bruger.value() == "Lolland Kommune"


def test_nothing_is_kept_until_it_is_applied(page: OptionsPage, settings: Settings) -> None:
    page.initials.setText("abc")
    page.geofa_user.setText("Lolland Kommune")
    assert settings.bruger == settings.qgis_bruger
    assert settings.geofa_bruger.value() == ""


def test_keys_are_never_shown(page: OptionsPage) -> None:
    assert page.keys
    for edit in page.keys.values():
        assert edit.text() == ""
        assert edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_border_of_the_municipality_is_kept_and_drawn(
    demo: QgsProject, settings: Settings, tmp_path: Path
) -> None:
    sagt: list[str] = []
    layer = demo.mapLayer("moedested_kommune")
    assert isinstance(layer, QgsVectorLayer)
    tegnet: list[bool] = []
    layer.repaintRequested.connect(lambda: tegnet.append(True))
    with aabn(CurrentProject(demo).store_address) as store:
        side = OptionsFactory(settings, sagt.append, lambda: store).createWidget()
        assert isinstance(side, OptionsPage)
        assert side.drawing.graense is not None
        for vest in (660_000, 650_000):  # once more: the one before is gone
            fil = tmp_path / f"{vest}.gpkg"
            flade = QgsVectorLayer("Polygon?crs=EPSG:25832", "flade", "memory")
            feature = QgsFeature()
            ramme = QgsRectangle(vest, 6_040_000, 720_000, 6_100_000)
            feature.setGeometry(QgsGeometry.fromRect(ramme))
            flade.dataProvider().addFeature(feature)
            valg = QgsVectorFileWriter.SaveVectorOptions()
            QgsVectorFileWriter.writeAsVectorFormatV3(
                flade, str(fil), QgsCoordinateTransformContext(), valg
            )
            side.drawing.graense.fil.setFilePath(str(fil))
            side.apply()
            (paa_kortet,) = layer.getFeatures()
            gemt = graense_af(store)
            assert gemt is not None
            assert (
                paa_kortet.geometry().boundingBox() == gemt.boundingBox() == ramme == layer.extent()
            )
            assert paa_kortet["kommunekode"] == 376
        assert layer.isEditable() is False
        assert layer.readOnly()
        assert (sagt, len(tegnet)) == ([], 2)
        demo.removeMapLayer("moedested_kommune")
        side.apply()
        assert sagt == []
        side.deleteLater()
