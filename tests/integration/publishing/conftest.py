# SPDX-License-Identifier: GPL-2.0-or-later
"""A store with the example data, and a folder to publish it to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.project import opret_projekt
from moedested_plugin.publishing.maal import Maal, som_maal
from moedested_plugin.store import Store, aabn
from tests.integration.publishing.udsted import udsted
from tests.udgivet_tjeneste import hjemme, laest, udgivet

from .servertjeneste import Kanarietjeneste, kanarietjeneste

__all__ = ["hjemme", "laest", "udgivet", "udsted"]

GULDBORGSUND = 376


@pytest.fixture(scope="session")
def eksempel(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store with the example data, made once."""
    mappe = tmp_path_factory.mktemp("eksempel")
    opret_projekt(
        GULDBORGSUND, str(mappe / "lager.gpkg"), mappe / "projekt.qgz", True, None, QgsFeedback()
    )
    return mappe / "lager.gpkg"


@pytest.fixture
def lager(eksempel: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it, open."""
    sti = tmp_path / "møde sted.gpkg"
    shutil.copyfile(eksempel, sti)
    with aabn(str(sti)) as store:
        yield store


@pytest.fixture
def maal(tmp_path: Path) -> Maal:
    """A folder of its own, with blanks and Danish letters."""
    folder = str(tmp_path / "Ud på nettet")
    return som_maal({"type": "qgisserver-file", "folder": folder, "service": "moedesteder"})


@pytest.fixture(scope="session")
def kanarier(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Kanarietjeneste:
    """A real publication from a store full of what nobody may see, made once; not to be published to again."""
    return kanarietjeneste(tmp_path_factory.mktemp("kanarier på øen"))
