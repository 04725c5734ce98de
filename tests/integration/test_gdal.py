# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin takes GDAL as it is: no switch turned for others, no warning in the user's log."""

from __future__ import annotations

import subprocess
import sys

import pytest

FOER = "from osgeo import gdal; {}; foer = gdal.GetUseExceptions()"
EFTER = (
    "from moedested_plugin.store import vaerdier; from osgeo import ogr, osr; "
    "srs = osr.SpatialReference(); ogr.GetDriverByName('GPKG').CreateDataSource('/vsimem/a.gpkg'); "
    "assert gdal.GetUseExceptions() == foer, foer; print('nr', foer)"
)


@pytest.mark.parametrize("valgt", ["pass", "gdal.UseExceptions()", "gdal.DontUseExceptions()"])
def test_the_switch_of_gdal_stays_as_others_set_it_and_nothing_is_warned(valgt: str) -> None:
    kode = ["-W", "error::FutureWarning", "-c", "\n".join((FOER.format(valgt), EFTER))]
    svar = subprocess.run(
        [sys.executable, *kode], capture_output=True, text=True, check=False, timeout=60
    )
    assert (svar.returncode, svar.stderr) == (0, "")
    assert svar.stdout.strip() == (
        "nr 1" if "UseExceptions" in valgt and "Dont" not in valgt else "nr 0"
    )
