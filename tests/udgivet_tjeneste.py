# SPDX-License-Identifier: GPL-2.0-or-later
"""The public data of the demo as a published GeoPackage, with the project that QGIS Server serves beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback, QgsProject

from moedested_plugin import store as stores
from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.project import opret_projekt
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.kopi import skriv_kopi
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.raekker import STEMPEL
from moedested_plugin.publishing.tjeneste import Oplysninger, oplysninger, skriv_projekt

VERSION = "20261121T164500-1a2b3c4d"
UDSNIT = (669000.0, 6049000.0, 701000.0, 6088000.0)


@dataclass(frozen=True)
class Udgivet:
    """The folder of the editors' project, the folder of the service, and how many rows each table has."""

    projekt: Path
    tjeneste: Path
    antal: dict[str, int]
    oplysninger: Oplysninger

    @property
    def data(self) -> Path:
        return self.tjeneste.parent / "data" / VERSION / "data.gpkg"

    def kilde(self, tabel: str) -> str:
        return f"{self.data}|layername={tabel}"

    def skriv(self, sti: Path, **mere: Any) -> None:
        """Write the project once more, with other sources or texts."""
        valg = {"kilde": self.kilde, "oplysninger": self.oplysninger, **mere}
        skriv_projekt(sti, valg["kilde"], "ogr", valg["oplysninger"], VERSION, UDSNIT)


def skriv_data(store: stores.Store, ud: Path) -> dict[str, int]:
    """The public copy as a publication makes it; gives how many rows each table has."""
    plan = planlaeg(store, None, Resultat(()), forbehold(store, "AB"))
    stempel: dict[str, str | int] = {
        "version": VERSION, "tid": "2026-11-21T16:45:00Z", "kommune": "Guldborgsund", "kommunekode": 376,
    }  # fmt: skip
    skriv_kopi(ud, plan, stempel, None)
    return {**plan.antal, STEMPEL: 1}


@pytest.fixture(scope="session")
def udgivet(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Udgivet:
    """The demo, published in a folder with blanks and Danish letters."""
    mappe = tmp_path_factory.mktemp("Udgivet æøå")
    projekt = mappe / "projekt"
    projekt.mkdir()
    opret_projekt(
        376, str(projekt / "lager.gpkg"), projekt / "projekt.qgz", True, None, QgsFeedback()
    )
    tjeneste = mappe / "Tjeneste på drev" / "service.qgz"
    data = tjeneste.parent / "data" / VERSION
    data.mkdir(parents=True)
    with stores.aabn(str(projekt / "lager.gpkg")) as store:
        antal = skriv_data(store, data / "data.gpkg")
        ud = Udgivet(projekt / "projekt.qgz", tjeneste, antal, oplysninger(store))
    ud.skriv(tjeneste)
    return ud


@pytest.fixture(scope="session")
def laest(udgivet: Udgivet) -> Iterator[QgsProject]:
    """The service project as QGIS reads it."""
    project = QgsProject()
    assert project.read(str(udgivet.tjeneste))
    yield project
    project.clear()


@pytest.fixture
def hjemme(udgivet: Udgivet) -> Iterator[QgsProject]:
    """The editors' project, opened as QGIS does: value lists are found in the open project only."""
    project = QgsProject.instance()
    assert project.read(str(udgivet.projekt))
    yield project
    project.clear()
