# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsSettingsTree,
)
from qgis.PyQt.QtWidgets import QLineEdit

from moedested_plugin.gui.options import OptionsFactory, OptionsPage
from moedested_plugin.project.udtryk import BRUGER
from moedested_plugin.settings import NODE, Settings


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
