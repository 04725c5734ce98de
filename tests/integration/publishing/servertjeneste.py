# SPDX-License-Identifier: GPL-2.0-or-later
"""A published service to try servers on: a real store full of canaries, its public copy, and a project over the copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr, osr
from qgis.core import QgsProject, QgsVectorLayer

from moedested_plugin.domain.felt import Offentlig, Type
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.project.eksempel import skriv_eksempler
from moedested_plugin.publishing.tjenestesvar import Ventet
from moedested_plugin.store import Kommune, opret
from moedested_plugin.store.visninger import visning_kolonner

#: Stands in internal fields and in rows that are not public; must stand in no answer.
KANARIE = "KANARI"
VERSION = "20261121T164500-1a2b3c4d"
NY_VERSION = "20261121T170000-5e6f7a8b"
RAMME = (640000.0, 6030000.0, 740000.0, 6120000.0)


@dataclass(frozen=True)
class Lager:
    """A store with canaries: where it is, and (table, field) of every field that has them."""

    fil: Path
    felter: tuple[tuple[str, str], ...]


def kanarielager(fil: Path) -> Lager:
    """Make a store with the examples, a canary in every internal text, and drafts that are all canary."""
    with opret(str(fil), Kommune(376, "Guldborgsund", 29188599)) as store:
        skriv_eksempler(store, "AB")
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_UPDATE)
    felter = []
    for tabel, felt in _interne_tekster():
        # Some texts must have a certain form; the rules of the store refuse the canary there.
        if _udfoer(datasaet, f"UPDATE {tabel} SET {felt} = '{KANARIE}'"):
            felter.append((tabel, felt))
    assert len(felter) > 5
    assert _udfoer(
        datasaet,
        f"UPDATE moedested SET navn = '{KANARIE}', off_kode = 2 WHERE fid = (SELECT max(fid) FROM moedested)",
    )
    datasaet = None
    return Lager(fil, tuple(felter))


def _interne_tekster() -> Iterator[tuple[str, str]]:
    for tabel in dict.fromkeys(visning.tabel for visning in VISNINGER):
        for felt in tabel.felter:
            frit = felt.type is Type.TEKST and felt.kodeliste is None and felt.henviser is None
            if frit and Offentlig.OFFENTLIG not in felt.off and felt.navn != tabel.noegle:
                yield tabel.navn, felt.navn


def _udfoer(datasaet: gdal.Dataset, sql: str) -> bool:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        gdal.ErrorReset()
        datasaet.ExecuteSQL(sql)
        return bool(gdal.GetLastErrorType() < gdal.CE_Failure)
    finally:
        gdal.PopErrorHandler()


def udgiv(lager: Path, mappe: Path, version: str = VERSION) -> Path:
    """Write the public copy and the project over it; gives the project, which is the pointer."""
    data = mappe / "data" / version / "data.gpkg"
    data.parent.mkdir(parents=True)
    for visning in VISNINGER:
        navne = ", ".join(visning_kolonner(visning))
        gdal.VectorTranslate(
            str(data), str(lager), format="GPKG", accessMode="update" if data.exists() else None,
            SQLStatement=f"SELECT {navne} FROM {visning.navn}",
            layerName=visning.navn.removeprefix("off_"), layerCreationOptions=["GEOMETRY_NAME=geometri"],
            **({"dstSRS": "EPSG:25832"} if visning.geometri else {}),
        )  # fmt: skip
    _stempel(data, version)
    projekt = mappe / "service.qgz"
    ny = mappe / f".{version}.qgz"
    _skriv_projekt(ny, data, version)
    ny.replace(projekt)
    return projekt


def _stempel(data: Path, version: str) -> None:
    datasaet = gdal.OpenEx(str(data), gdal.OF_VECTOR | gdal.OF_UPDATE)
    lag = datasaet.CreateLayer("udgivelse", osr.SpatialReference(), ogr.wkbNone)
    lag.CreateField(ogr.FieldDefn("version", ogr.OFTString))
    raekke = ogr.Feature(lag.GetLayerDefn())
    raekke["version"] = version
    lag.CreateFeature(raekke)
    raekke = lag = datasaet = None


def _skriv_projekt(fil: Path, data: Path, version: str) -> None:
    projekt = QgsProject()
    for navn in (*(visning.navn.removeprefix("off_") for visning in VISNINGER), "udgivelse"):
        lag = QgsVectorLayer(f"{data}|layername={navn}", navn.capitalize(), "ogr")
        assert lag.isValid(), navn
        lag.setId(f"tjeneste_{navn}_")
        lag.serverProperties().setShortName(navn)
        projekt.addMapLayer(lag)
    projekt.setFileName(str(fil))
    for noegle, vaerdi in (
        ("WMSServiceTitle", "Mødesteder på Ærø"), ("WMSRootName", "moedesteder"),
        ("WMSMaxWidth", 4096), ("WMSMaxHeight", 4096),
    ):  # fmt: skip
        projekt.writeEntry(noegle, "/", vaerdi)
    projekt.writeEntry("WMSServiceCapabilities", "/", True)
    projekt.writeEntry("WMSKeywordList", "/", ["mødesteder", f"version:{version}"])
    projekt.writeEntry("WMSCrsList", "/", ["EPSG:25832", "EPSG:3857", "EPSG:4326"])
    projekt.writeEntry("WFSLayers", "/", list(projekt.mapLayers()))
    projekt.setCrs(next(iter(projekt.mapLayersByName("Moedested"))).crs())
    assert projekt.write(str(fil))
    projekt.clear()


def ventet(projekt: Path, version: str = VERSION) -> Ventet:
    """What a right service of this publication answers."""
    data = projekt.parent / "data" / version / "data.gpkg"
    datasaet = gdal.OpenEx(str(data), gdal.OF_VECTOR)
    antal, felter = {}, {}
    for visning in VISNINGER:
        navn = visning.navn.removeprefix("off_")
        antal[navn] = datasaet.GetLayerByName(navn).GetFeatureCount()
        felter[navn] = visning_kolonner(visning)
    return Ventet(
        version,
        antal,
        felter,
        (("moedested", RAMME), ("rute", RAMME), ("facilitet_punkt", RAMME)),
    )
