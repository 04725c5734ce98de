# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a place lies in or near a large area (the municipality, the land), asked 100 000 times in one run."""

from __future__ import annotations

import enum
from functools import lru_cache

from qgis.core import QgsGeometry, QgsPoint, QgsRectangle

from moedested_plugin.project.background import BackgroundError, denmark_land

#: Most squares lie wholly inside or outside, so that GEOS is asked once a square and not once a place.
CELLE_M = 1000.0


class _Celle(enum.Enum):
    """What is known of a square."""

    SET = "one place was asked for"
    INDE = "wholly inside"
    UDE = "wholly outside"
    BLANDET = "each place must be asked for"


class Omraade:
    """An area, and how far outside it still counts. Made for one run: a prepared geometry serves one thread."""

    def __init__(self, geometri: QgsGeometry, meter: float = 0.0) -> None:
        self._geometri = geometri  # the engine does not own it
        self._meter = meter
        self._motor = QgsGeometry.createGeometryEngine(geometri.constGet())
        self._motor.prepareGeometry()
        self._celler: dict[tuple[float, float], _Celle] = {}

    def naar(self, x: float, y: float) -> bool:
        """Whether the place is in the area, on its edge, or no further away than `meter`."""
        celle = (x // CELLE_M, y // CELLE_M)
        hvad = self._celler.get(celle)
        if hvad is None:
            # The first place of a square is asked for itself: an edited row is alone.
            self._celler[celle] = _Celle.SET
        elif hvad is _Celle.SET:
            hvad = self._celler[celle] = self._hele(*celle)
        if hvad is _Celle.INDE or hvad is _Celle.UDE:
            return hvad is _Celle.INDE
        return self._ved(QgsPoint(x, y))

    def _ved(self, form: QgsPoint) -> bool:
        if self._meter > 0:
            return bool(self._motor.distanceWithin(form, self._meter))
        return bool(self._motor.intersects(form))

    def _hele(self, vandret: float, lodret: float) -> _Celle:
        x, y = vandret * CELLE_M, lodret * CELLE_M
        kvadrat = QgsGeometry.fromRect(QgsRectangle(x, y, x + CELLE_M, y + CELLE_M)).constGet()
        if self._motor.contains(kvadrat):
            return _Celle.INDE
        naer = (
            self._motor.distanceWithin(kvadrat, self._meter)
            if self._meter > 0
            else self._motor.intersects(kvadrat)
        )
        return _Celle.BLANDET if naer else _Celle.UDE


@lru_cache(maxsize=1)
def land() -> QgsGeometry | None:
    """The shipped land; None where the file is gone."""
    try:
        return denmark_land()
    except BackgroundError:
        return None
