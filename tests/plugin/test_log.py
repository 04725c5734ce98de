# SPDX-License-Identifier: GPL-2.0-or-later
"""What modules log reaches QGIS's log, and stops doing so at unload."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from qgis.core import Qgis, QgsApplication

from moedested_plugin import log

LOGGER = logging.getLogger("moedested_plugin.store.geopackage")


@pytest.fixture
def heard() -> Iterator[list[tuple[str, str, int]]]:
    messages: list[tuple[str, str, int]] = []

    def hear(text: str, tab: str, level: int) -> None:
        messages.append((text, tab, level))

    QgsApplication.messageLog().messageReceived.connect(hear)
    yield messages
    QgsApplication.messageLog().messageReceived.disconnect(hear)


@pytest.mark.parametrize(
    ("level", "rank"),
    [
        (logging.INFO, Qgis.MessageLevel.Info),
        (logging.WARNING, Qgis.MessageLevel.Warning),
        (logging.ERROR, Qgis.MessageLevel.Critical),
    ],
)
def test_a_record_lands_on_the_tab_with_its_rank(
    heard: list[tuple[str, str, int]], level: int, rank: Qgis.MessageLevel
) -> None:
    handler = log.install()
    LOGGER.log(level, "%s rækker", 3)
    log.remove(handler)
    assert heard == [("moedested_plugin.store.geopackage: 3 rækker", "Mødested", rank)]


def test_nothing_is_logged_below_info_or_after_removal(heard: list[tuple[str, str, int]]) -> None:
    handler = log.install()
    LOGGER.debug("detalje")
    log.remove(handler)
    LOGGER.warning("for sent")
    assert heard == []
    assert logging.getLogger("moedested_plugin").handlers == []


def test_a_record_with_wrong_arguments_stops_nothing(
    heard: list[tuple[str, str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    handler = log.install()
    handler.handle(LOGGER.makeRecord(LOGGER.name, logging.INFO, "", 0, "%d rækker", ("tre",), None))
    log.remove(handler)
    assert heard == []
    assert "Logging error" in capsys.readouterr().err
