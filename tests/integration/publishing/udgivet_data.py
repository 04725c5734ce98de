# SPDX-License-Identifier: GPL-2.0-or-later
"""The published data of the demo, with a column that nobody may see and places that are closed today."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from osgeo import gdal

SKJULT = "skjult_note"
HEMMELIGT = "HEMMELIGKANARIE"
FJENDTLIGT = "<script>alert('æøå')</script> \"citat\" & [navn] %version%"


def med_hemmelighed(data: Path, fil: Path) -> Path:
    """Copy the published GeoPackage and put the column in."""
    shutil.copy(data, fil)
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
