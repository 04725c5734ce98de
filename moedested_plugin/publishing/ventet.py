# SPDX-License-Identifier: GPL-2.0-or-later
"""What a right answer of the service looks like: made from the data of the version itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

from moedested_plugin.domain.betingelse import GEOMETRI

from .efterproev import Ventet
from .maal import Maal
from .mapfil import udeladte
from .raekker import STEMPEL, STEMPEL_FELTER
from .tjeneste_lag import TJENESTELAG
from .udgave import MappeUdgave

if TYPE_CHECKING:
    from moedested_plugin.store.base import Ramme

    from .sted import Udgave

#: Half the side of the picture that must show something: close enough for every scale band.
_NAER = 150.0


def ventet(udgave: Udgave, maal: Maal) -> Ventet:
    """What to ask for, and what must come."""
    manifest = udgave.manifest
    uden = (
        udeladte(udgave.data) if maal.maaltype.mapserver and isinstance(udgave, MappeUdgave) else {}
    )
    return Ventet(
        version=manifest.version,
        antal={tabel: n - uden.get(tabel, 0) for tabel, n in manifest.antal.items()} | {STEMPEL: 1},
        felter={
            tabel: tuple(kolonne for kolonne in kolonner if kolonne != GEOMETRI)
            for tabel, kolonner in {**manifest.kolonner, STEMPEL: STEMPEL_FELTER}.items()
        },
        kort=tuple(_steder(udgave)),
    )


def _steder(udgave: Udgave) -> Iterator[tuple[str, Ramme]]:
    """For every layer that draws something: its name, and a frame around one thing in it."""
    for lag in TJENESTELAG:
        if not lag.wms or lag.geometri is None or lag.tabelnavn not in udgave.kolonner:
            continue
        indhold = udgave.et_sted(lag.tabelnavn, lag.filter)
        if indhold is not None:
            geometri = QgsGeometry()
            geometri.fromWkb(indhold)
            hjoerne = geometri.vertexAt(0)  # the middle of a route may lie beside it
            x, y = hjoerne.x(), hjoerne.y()
            yield lag.navn, (x - _NAER, y - _NAER, x + _NAER, y + _NAER)
