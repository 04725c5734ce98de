# SPDX-License-Identifier: GPL-2.0-or-later
"""A published GeoPackage of the examples for the tests of what is made from it, with a column that nobody may see."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from osgeo import gdal, ogr

from moedested_plugin import store as stores
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.project.eksempel import KOMMUNEKODE, skriv_eksempler
from moedested_plugin.project.kommuner import find_kommune
from moedested_plugin.store.visninger import visning_kolonner

VERSION = "20261121T164500-1a2b3c4d"
UDSNIT = (655000.0, 6048000.0, 705000.0, 6100000.0)
SKJULT = "skjult_note"
HEMMELIGT = "HEMMELIGKANARIE"
FJENDTLIGT = "<script>alert('æøå')</script> \"citat\" & [navn] %version%"


def lav_udgivet(mappe: Path) -> Path:
    """Make data.gpkg: the public views as tables, the version's stamp, and rows that try to do harm."""
    lager = mappe / "lager.gpkg"
    kommune = find_kommune(str(KOMMUNEKODE))
    assert kommune
    with stores.opret(str(lager), kommune) as store:
        skriv_eksempler(store, "test")
    fil = mappe / "data.gpkg"
    for nummer, visning in enumerate(VISNINGER):
        kolonner = ", ".join(f'"{navn}"' for navn in visning_kolonner(visning))
        gdal.VectorTranslate(
            str(fil), str(lager), format="GPKG", accessMode="append" if nummer else None,
            SQLStatement=f'SELECT {kolonner} FROM "{visning.navn}"',
            layerName=visning.navn.removeprefix("off_"),
            geometryType=(visning.geometri or "none").upper(), srcSRS="EPSG:25832",
            dstSRS="EPSG:25832", layerCreationOptions=["GEOMETRY_NAME=geometri", "FID=fid"],
        )  # fmt: skip
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_UPDATE)
    stempel = datasaet.CreateLayer("udgivelse", None, ogr.wkbNone)
    for navn in ("version", "tid", "kommune"):
        stempel.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
    stempel.CreateField(ogr.FieldDefn("kommunekode", ogr.OFTInteger))
    raekke = ogr.Feature(stempel.GetLayerDefn())
    for navn, vaerdi in zip(
        ("version", "tid", "kommune", "kommunekode"),
        (VERSION, "2026-11-21T16:45:00Z", "Guldborgsund", 376),
    ):
        raekke.SetField(navn, vaerdi)
    stempel.CreateFeature(raekke)
    i_dag = dt.date.today()  # noqa: DTZ011 - what is closed is so on the machine's own day
    lukket = (i_dag - dt.timedelta(5), i_dag + dt.timedelta(5))
    for sql in (
        f"ALTER TABLE moedested ADD COLUMN {SKJULT} TEXT",
        f"UPDATE moedested SET {SKJULT} = '{HEMMELIGT}'",
        f"UPDATE facilitet_punkt SET lukket_fra = '{lukket[0]}', lukket_til = '{lukket[1]}'"
        " WHERE lukket_fra IS NOT NULL",
    ):
        datasaet.ExecuteSQL(sql)
    return fil
