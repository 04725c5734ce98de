# SPDX-License-Identifier: GPL-2.0-or-later
"""A project with the example data, made once on each kind of store, copied elsewhere and opened for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback, QgsProject
from qgis.gui import QgsGui

from moedested_plugin import store as stores
from moedested_plugin.project import opret_projekt
from tests.integration.gui.redigering import en_journal, luk_formularer
from tests.postgis import Database, Klynge

__all__ = ["en_journal"]

GULDBORGSUND = 376


@pytest.fixture(autouse=True)
def samme_journal(en_journal: None) -> None:
    """Forms are opened here all the time, and the plugin is not there to let the map stand still meanwhile."""


@pytest.fixture(scope="session", autouse=True)
def editor_widgets(qgis_app: Any) -> None:
    """Without it attribute forms have no widgets."""
    QgsGui.editorWidgetRegistry().initEditors()


@pytest.fixture(scope="session")
def lavet_geopackage(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("lavet")
    opret_projekt(
        GULDBORGSUND, str(mappe / "lager.gpkg"), mappe / "projekt.qgz", True, None, QgsFeedback()
    )
    return mappe


@pytest.fixture(scope="session")
def lavet_postgis(
    qgis_app: Any, postgis_klynge: Klynge, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The folder of the project, and the name of the database, from which each test's own is copied."""
    mappe = tmp_path_factory.mktemp("lavet_postgis")
    database = Database(postgis_klynge, postgis_klynge.ny_database())
    forbindelse = database.qgis_forbindelse()
    opret_projekt(GULDBORGSUND, forbindelse, mappe / "projekt.qgz", True, None, QgsFeedback())
    return mappe, forbindelse


@pytest.fixture(scope="session")
def laest(lavet_geopackage: Path) -> Iterator[QgsProject]:
    """The project, read once, for tests that only look."""
    project = QgsProject()
    assert project.read(str(lavet_geopackage / "projekt.qgz"))
    yield project
    project.clear()


@pytest.fixture
def flyttet(lavet_geopackage: Path, tmp_path: Path) -> Path:
    """The project's folder, copied to a place with blanks and Danish letters."""
    mappe = tmp_path / "En anden mappe æøå"
    shutil.copytree(lavet_geopackage, mappe)
    return mappe


@pytest.fixture
def aabent(flyttet: Path) -> Iterator[QgsProject]:
    """The project on the GeoPackage, opened as QGIS does."""
    project = QgsProject.instance()
    assert project.read(str(flyttet / "projekt.qgz"))
    yield project
    luk(project)


@pytest.fixture(params=["geopackage", "postgis"])
def begge(request: pytest.FixtureRequest) -> Iterator[tuple[QgsProject, str]]:
    """The project on each kind of store, and the address of the store."""
    project = QgsProject.instance()
    if request.param == "geopackage":
        mappe = request.getfixturevalue("flyttet")
        adresse = str(mappe / "lager.gpkg")
    else:
        mappe, adresse = request.getfixturevalue("lavet_postgis")
    assert project.read(str(mappe / "projekt.qgz"))
    yield project, adresse
    luk(project)


@pytest.fixture
def tomt_lager(tmp_path: Path) -> Iterator[stores.Store]:
    with stores.opret(
        str(tmp_path / "tomt.gpkg"), stores.Kommune(GULDBORGSUND, "Guldborgsund", 29188599)
    ) as store:
        yield store


def luk(project: QgsProject) -> None:
    luk_formularer()
    for layer in project.mapLayers().values():
        if hasattr(layer, "isEditable") and layer.isEditable():
            layer.rollBack()
    project.clear()
