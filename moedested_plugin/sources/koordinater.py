# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether coordinates can be right: in Denmark as they are, with the axes swapped, or in another system."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from moedested_plugin.gdal import osr
from moedested_plugin.i18n import tr

from . import crs
from .fejl import LaeseFejl, MaaSpoerges

if TYPE_CHECKING:
    from numpy.typing import NDArray

    #: One row for each geometry: min x, max x, min y, max y.
    Bokse = NDArray[np.float64]
    Maske = NDArray[np.bool_]

#: Denmark with its waters and the nearest abroad, where routes cross the border: lon, lon, lat, lat.
DANMARK = (7.0, 15.8, 54.2, 58.2)
_NOK = 0.5
_STORT_SET = 0.9
_TRIN = 9
_GRADER = 360
_LAESELIGT = 1e10  # a number out of a broken file may have 300 digits
_KANDIDATER = (4326, 25832, 25833, 3857, 4093, 4094, 4095, 4096)


@dataclass(frozen=True)
class Dom:
    """What the coordinates say: which rows lie in Denmark, and which would with the axes swapped."""

    inde: Maske
    byttet: Maske


@lru_cache(maxsize=32)
def ramme(epsg: int) -> tuple[float, float, float, float] | None:
    """Give the box of Denmark in a CRS, or None when it cannot be had there."""
    vej = osr.CreateCoordinateTransformation(crs.af_epsg(4326), crs.af_epsg(epsg))
    if vej is None:
        return None
    lon = np.linspace(DANMARK[0], DANMARK[1], _TRIN)
    lat = np.linspace(DANMARK[2], DANMARK[3], _TRIN)
    punkter = vej.TransformPoints([(float(x), float(y)) for x in lon for y in lat])
    x = np.array([p[0] for p in punkter])
    y = np.array([p[1] for p in punkter])
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        return None
    return float(x.min()), float(x.max()), float(y.min()), float(y.max())


def _inde(bokse: Bokse, epsg: int, *, byt: bool = False) -> Maske:
    """Which boxes (min x, max x, min y, max y) lie in Denmark."""
    graense = ramme(epsg)
    if graense is None:
        return np.zeros(len(bokse), dtype=bool)
    x0, x1, y0, y1 = (2, 3, 0, 1) if byt else (0, 1, 2, 3)
    with np.errstate(invalid="ignore"):
        return (
            (bokse[:, x0] >= graense[0]) & (bokse[:, x1] <= graense[1])
            & (bokse[:, y0] >= graense[2]) & (bokse[:, y1] <= graense[3])
        )  # fmt: skip


def forslag(bokse: Bokse) -> tuple[int, ...]:
    """Give the systems in which nearly all lie in Denmark, likeliest first."""
    return tuple(
        epsg
        for epsg in _KANDIDATER
        if len(bokse)
        and max(_inde(bokse, epsg).mean(), _inde(bokse, epsg, byt=True).mean()) >= _STORT_SET
    )


def bedoem(bokse: Bokse, epsg: int) -> Dom:
    """Judge all boxes at once. Raises when the source as a whole cannot be where it says."""
    inde, byttet = _inde(bokse, epsg), _inde(bokse, epsg, byt=True)
    byttet &= ~inde
    if len(bokse) == 0 or (inde | byttet).mean() >= _NOK:
        return Dom(inde, byttet)
    andre = tuple(e for e in forslag(bokse) if e != epsg)
    if andre:
        raise MaaSpoerges(
            tr(
                "Koordinaterne passer ikke til {}: de er for eksempel {}. De passer til {}. Vælg det rigtige koordinatsystem."
            ).format(crs.navn(epsg), eksempel(bokse), crs.navn(andre[0])),
            "crs",
            crs.valg(andre),
        )
    if (inde | byttet).any():
        return Dom(inde, byttet)
    raise LaeseFejl(
        tr(
            "Alle koordinater ligger uden for Danmark (for eksempel {} i {}). Se efter, om det er den rigtige fil."
        ).format(eksempel(bokse), crs.navn(epsg))
    )


def eksempel(bokse: Bokse) -> str:
    """Show the first place, as a user would write it."""
    x, y = float(bokse[0, 0]), float(bokse[0, 2])
    form = ".4f" if max(abs(x), abs(y)) <= _GRADER else ".0f"
    return " ".join(f"{tal:{form if abs(tal) < _LAESELIGT else '.3g'}}" for tal in (x, y))
