# SPDX-License-Identifier: GPL-2.0-or-later
"""What more than one folder of the integration tests shares: the PostgreSQL server of the run, and patience."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QApplication

from tests.postgis import postgis_database, postgis_klynge, postgis_store

__all__ = ["postgis_database", "postgis_klynge", "postgis_store"]

TAALMODIGHED = 120_000
"""Milliseconds. Only what hangs may reach it: a test says that a thing happens, a bench how soon."""


class TaalmodigBot(QtBot):
    """Waits for what must happen as long as a busy machine needs, whatever the test itself says."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = 0) -> None:  # noqa: N802 (pytest-qt's own name)
        super().waitUntil(callback, timeout=max(timeout, TAALMODIGHED))

    def waitSignal(self, signal: Any, *, timeout: int = 0, **mere: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=max(timeout, TAALMODIGHED), **mere)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> TaalmodigBot:
    """Give pytest-qt's own bot, with patience."""
    return TaalmodigBot(request)
