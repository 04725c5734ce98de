# SPDX-License-Identifier: GPL-2.0-or-later
"""Which coordinate reference system it is: by its code, else by being the same as one that Danes use."""

from __future__ import annotations

import re
from functools import lru_cache

from moedested_plugin.gdal import osr
from moedested_plugin.i18n import tr

from .fejl import LaeseFejl, Valg
from .ogr_doer import Srs

EPSG_VORES = 25832
#: Those that Danish data come in, commonest first. 3044 and 3045 are 25832 and 25833 with north first.
DANSKE = (
    25832,
    4326,
    25833,
    3857,
    4258,
    4093,
    4094,
    4095,
    4096,
    32632,
    32633,
    23032,
    2196,
    2197,
    2198,
    3044,
    3045,
)
_SPOERG_OM = (25832, 4326, 25833, 3857, 4093, 4094, 4095, 4096)
_LIGEGYLDIGE = frozenset(("no_defs", "type", "wktext", "nadgrids", "over", "title"))
#: A GeoPackage's way of saying that nobody knows; it comes with the ellipsoid of WGS 84 all the same.
_UDEFINERET = re.compile(r"Undefined", re.IGNORECASE)
_TAET_PAA = 1e-6


def navn(epsg: int) -> str:
    """Give what a user calls it."""
    return {
        25832: tr("ETRS89 / UTM zone 32 (EPSG:25832)"),
        25833: tr("ETRS89 / UTM zone 33 (EPSG:25833)"),
        4326: tr("WGS 84, grader (EPSG:4326)"),
        3857: tr("Web Mercator (EPSG:3857)"),
        4093: tr("DKTM1 (EPSG:4093)"),
        4094: tr("DKTM2 (EPSG:4094)"),
        4095: tr("DKTM3 (EPSG:4095)"),
        4096: tr("DKTM4 (EPSG:4096)"),
    }.get(epsg, f"EPSG:{epsg}")


def valg(foerst: tuple[int, ...] = ()) -> tuple[Valg, ...]:
    """Give the systems that a user can choose between, the likely ones first."""
    rest = [epsg for epsg in _SPOERG_OM if epsg not in foerst]
    return tuple(Valg(f"EPSG:{epsg}", navn(epsg)) for epsg in (*foerst, *rest))


def af_epsg(epsg: int) -> osr.SpatialReference:
    """Make a CRS with east (or longitude) first, as files have it."""
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def angivet(tekst: str) -> int:
    """Read what the user wrote: EPSG:25832 or 25832."""
    fund = re.fullmatch(r"\s*(?:EPSG:)?(\d{4,6})\s*", tekst, re.IGNORECASE)
    srs = osr.SpatialReference()
    if (
        fund is None
        or srs.ImportFromEPSG(int(fund[1])) != 0
        or not (srs.IsProjected() or srs.IsGeographic())
    ):
        raise LaeseFejl(
            tr("Koordinatsystemet “{}” kendes ikke. Skriv for eksempel EPSG:25832.").format(
                tekst[:60]
            )
        )
    return int(fund[1])


def genkend(srs: Srs) -> int | None:
    """Give the EPSG code of a CRS; None when it has none and is none of those that Danes use."""
    if srs is None or srs.IsLocal() or _UDEFINERET.match(srs.GetName() or ""):
        return None
    srs = srs.Clone()
    if srs.IsCompound():
        srs.DemoteTo2D()
        srs.StripVertical()
    kode = srs.GetAuthorityCode(None)
    if kode and (srs.GetAuthorityName(None) or "").upper() == "EPSG" and kode.isdigit():
        return int(kode)
    if not (srs.IsProjected() or srs.IsGeographic()):
        return None
    if "CRS84" in (srs.GetName() or "").replace(" ", "") or kode == "CRS84":
        return 4326
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for epsg in DANSKE:
        if srs.IsSame(
            af_epsg(epsg),
            [
                "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
                "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
            ],
        ):
            return epsg
    maal = _parametre(srs.ExportToProj4())
    if not maal:
        return None
    return next((epsg for epsg in DANSKE if _ens(maal, _dansk(epsg))), None)


@lru_cache(maxsize=len(DANSKE))
def _dansk(epsg: int) -> dict[str, str]:
    return _parametre(af_epsg(epsg).ExportToProj4())


def _parametre(proj4: str) -> dict[str, str]:
    """The parameters that decide where a point lies, with the two names of one thing made one."""
    ud = {}
    for led in proj4.split():
        navn_, _, vaerdi = led.lstrip("+").partition("=")
        ud[navn_] = vaerdi
    if ud.pop("datum", None) == "WGS84":
        ud["ellps"] = "WGS84"
    if not any(float(tal) for tal in ud.get("towgs84", "0").split(",")):
        ud.pop("towgs84", None)
    if ud.get("proj") == "utm" and ud.get("zone", "").isdigit():
        ud = {**ud, "proj": "tmerc", "lat_0": "0", "lon_0": str(int(ud.pop("zone")) * 6 - 183),
              "k": "0.9996", "x_0": "500000", "y_0": "0"}  # fmt: skip
    if "k_0" in ud:
        ud["k"] = ud.pop("k_0")
    return {n: v for n, v in ud.items() if n not in _LIGEGYLDIGE}


def _ens(a: dict[str, str], b: dict[str, str]) -> bool:
    return a.keys() == b.keys() and all(_samme(a[n], b[n]) for n in a)


def _samme(a: str, b: str) -> bool:
    try:
        return abs(float(a) - float(b)) < _TAET_PAA
    except ValueError:
        return a == b
