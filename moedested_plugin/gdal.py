# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that imports GDAL, so that it never warns the user about a choice that is not ours.

Whether GDAL raises or returns is a switch of the whole process. From GDAL 3.7 it complains once, in the user's log,
where nobody has set it; setting it would change what other plugins get. So what holds already is said aloud.
"""

from __future__ import annotations

from osgeo import gdal, ogr, osr

__all__ = ["gdal", "ogr", "osr"]

if gdal.GetUseExceptions():
    gdal.UseExceptions()
else:
    gdal.DontUseExceptions()
