# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import logging

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from moedested_plugin.gui.messages import Messages
from moedested_plugin.store import StoreFejl


@pytest.fixture
def bar(qgis_app: object) -> QgsMessageBar:
    return QgsMessageBar()


def test_one_line_with_the_text_and_its_rank(bar: QgsMessageBar) -> None:
    Messages(bar).success("Gemt.")
    assert bar.currentItem().text() == "Gemt."
    assert bar.currentItem().level() == Qgis.MessageLevel.Success


def test_the_button_does_its_thing_and_takes_the_line_away(bar: QgsMessageBar) -> None:
    pressed: list[bool] = []
    Messages(bar).info("Klar.", ("Åbn", lambda: pressed.append(True)))
    button = bar.currentItem().findChild(QPushButton)
    assert button.text() == "Åbn"
    button.click()
    assert pressed == [True]
    assert bar.currentItem() is None


def test_good_news_goes_away_by_itself_and_bad_news_stays(bar: QgsMessageBar) -> None:
    messages = Messages(bar)
    messages.success("Gemt.")
    assert bar.currentItem().duration() > 0
    messages.error("Filen er låst.")
    assert bar.currentItem().duration() == 0


def test_the_stores_own_sentence_is_shown_as_it_is(bar: QgsMessageBar) -> None:
    Messages(bar).failed("Åbning", StoreFejl("Filen er låst. Luk det andet program."))
    assert bar.currentItem().text() == "Filen er låst. Luk det andet program."


def test_what_a_database_said_comes_neither_to_the_bar_nor_to_the_log(
    bar: QgsMessageBar, caplog: pytest.LogCaptureFixture
) -> None:
    row = "Failing row contains (7, {} note)".format("hemmelig")

    def breaks() -> None:
        raise RuntimeError(row)

    try:
        breaks()
    except RuntimeError as error:
        with caplog.at_level(logging.INFO):
            Messages(bar).failed("Optælling", error)
    assert "hemmelig" not in bar.currentItem().text()
    assert "hemmelig" not in caplog.text
    assert "Optælling lykkedes ikke" in bar.currentItem().text()
    assert "RuntimeError" in caplog.text
    assert "in breaks" in caplog.text


def test_closing_takes_our_lines_and_leaves_others(bar: QgsMessageBar) -> None:
    messages = Messages(bar)
    bar.pushMessage("QGIS", "en andens", Qgis.MessageLevel.Info, 0)
    messages.warning("vores")
    messages.close()
    assert [item.text() for item in bar.items()] == ["en andens"]
