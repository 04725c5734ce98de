# SPDX-License-Identifier: GPL-2.0-or-later
"""What more than one folder of the integration tests shares: empty stores, made once and copied, and patience."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtWidgets import QApplication

from moedested_plugin.gui.tasks import FunctionTask
from moedested_plugin.gui.udgiv.forhaandsserver import Forhaandsserver
from moedested_plugin.store import Kommune, Store, aabn, opret
from tests.postgis import (
    postgis_database,
    postgis_klynge,
    postgis_plads,
    postgis_store,
    tom_postgis,
)

__all__ = ["postgis_database", "postgis_klynge", "postgis_plads", "postgis_store", "tom_postgis"]

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


@pytest.fixture(scope="session", autouse=True)
def maalt_i_qts_traade() -> Iterator[None]:
    """Measure what runs in threads that Qt has made: Python's own tracing, which `make cov` uses, knows nothing of them."""
    with pytest.MonkeyPatch.context() as patch:
        for klasse in (FunctionTask, Forhaandsserver) if threading.gettrace() else ():

            def run(self: Any, egen: Callable[[Any], Any] = klasse.run) -> Any:
                sys.settrace(threading.gettrace())
                return egen(self)

            patch.setattr(klasse, "run", run)
        yield


@pytest.fixture(scope="session")
def tom_geopackage(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new, empty store, made once and then only copied."""
    sti = tmp_path_factory.mktemp("tom") / "tom.gpkg"
    with opret(str(sti), Kommune(376, "Guldborgsund", 29188599)):
        pass
    return sti


@pytest.fixture
def gpkg_store(tom_geopackage: Path, tmp_path: Path) -> Iterator[Store]:
    """A new, empty store, opened."""
    mappe = tmp_path / "Mødesteder på Lolland"
    mappe.mkdir()
    sti = shutil.copyfile(tom_geopackage, mappe / "møde sted.gpkg")
    with aabn(str(sti)) as store:
        yield store
