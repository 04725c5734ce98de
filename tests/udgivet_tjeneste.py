# SPDX-License-Identifier: GPL-2.0-or-later
"""The public data of the demo as a published GeoPackage, with the project that QGIS Server serves beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsFeedback, QgsProject

from moedested_plugin import store as stores
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.project import opret_projekt
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


def skriv_data(lager: Path, ud: Path) -> dict[str, int]:
    """Copy the public views into tables of their own; gives how many rows each has."""
    kilde = gdal.OpenEx(str(lager), gdal.OF_VECTOR)
    for visning in VISNINGER:
        gdal.VectorTranslate(
            str(ud), kilde, format="GPKG", accessMode="update" if ud.exists() else None,
            layerName=visning.navn.removeprefix("off_"), SQLStatement=f'SELECT * FROM "{visning.navn}"',
            geometryType=(visning.geometri or "NONE").upper(), layerCreationOptions=["GEOMETRY_NAME=geometri", "FID=fid"],
        )  # fmt: skip
    del kilde
    data = ogr.Open(str(ud), 1)
    lag = data.CreateLayer("udgivelse", None, ogr.wkbNone, ["FID=fid"])
    raekke = {"version": VERSION, "tid": "2026-11-21T16:45:00Z", "kommune": "Guldborgsund"}
    for navn in raekke:
        lag.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
    lag.CreateField(ogr.FieldDefn("kommunekode", ogr.OFTInteger))
    ny = ogr.Feature(lag.GetLayerDefn())
    for navn, vaerdi in {**raekke, "kommunekode": 376}.items():
        ny[navn] = vaerdi
    lag.CreateFeature(ny)
    return {
        lag.GetName(): lag.GetFeatureCount()
        for lag in (data.GetLayer(nummer) for nummer in range(data.GetLayerCount()))
    }


@pytest.fixture(scope="session")
def udgivet(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Udgivet:
    """The demo, published in a folder with blanks and Danish letters."""
    mappe = tmp_path_factory.mktemp("Udgivet æøå")
    projekt = mappe / "projekt"
    projekt.mkdir()
    opret_projekt(
        376, str(projekt / "lager.gpkg"), projekt / "projekt.qgz", True, None, QgsFeedback()
    )
    with stores.aabn(str(projekt / "lager.gpkg")) as store:
        om = oplysninger(store)
    tjeneste = mappe / "Tjeneste på drev" / "service.qgz"
    data = tjeneste.parent / "data" / VERSION
    data.mkdir(parents=True)
    ud = Udgivet(projekt / "projekt.qgz", tjeneste, skriv_data(projekt / "lager.gpkg", data / "data.gpkg"), om)  # fmt: skip
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
