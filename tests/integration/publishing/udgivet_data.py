# SPDX-License-Identifier: GPL-2.0-or-later
"""A published GeoPackage of the examples for the tests of what is made from it, with a column that nobody may see."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from osgeo import gdal

from moedested_plugin import store as stores
from moedested_plugin.project.eksempel import KOMMUNEKODE, skriv_eksempler
from moedested_plugin.project.kommuner import find_kommune
from tests.udgivet_tjeneste import skriv_data

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
    skriv_data(lager, fil)
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_UPDATE)
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
