# SPDX-License-Identifier: GPL-2.0-or-later
"""An open project with the example data, as the wizard makes it; each test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeedback, QgsProject

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.project import opret_projekt
from tests.integration.gui.redigering import en_journal

__all__ = ["en_journal"]


@pytest.fixture(scope="session")
def made_once(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lavet")
    opret_projekt(376, str(folder / "data.gpkg"), folder / "projekt.qgz", True, None, QgsFeedback())
    return folder


@pytest.fixture
def demo_folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "Mødested projekt"))


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[QgsProject]:
    project = QgsProject.instance()
    assert project.read(str(demo_folder / "projekt.qgz"))
    yield project
    project.clear()


@pytest.fixture
def current(demo: QgsProject) -> Iterator[CurrentProject]:
    following = CurrentProject(demo)
    yield following
    following.close()


@pytest.fixture(autouse=True)
def samme_journal(en_journal: None) -> None:
    """Forms are opened here all the time."""
