# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a place lies in or near a large area (the municipality, the land), asked 100 000 times in one run."""

from __future__ import annotations

from functools import lru_cache
from typing import Union

from qgis.core import QgsAbstractGeometry, QgsGeometry, QgsPoint, QgsRectangle

from moedested_plugin.project.background import BackgroundError, denmark_land

#: Most squares lie wholly inside or outside, so that GEOS is asked once a square and not once a place. What is mixed is
#: cut out and looked at in smaller squares: GEOS is quick with a short coast.
BREDDER_M = (16_000.0, 1_000.0)

#: What is cut out is a little larger than what is asked of it.
_RAND_M = 1.0

_Svar = Union[bool, "Omraade"]


class Omraade:
    """An area, and how far outside it still counts. Made for one run: a prepared geometry serves one thread."""

    def __init__(self, geometri: QgsGeometry, meter: float = 0.0, niveau: int = 0) -> None:
        self._geometri = geometri  # the engine does not own it
        self._meter = meter
        self._niveau = niveau
        self._bredde = BREDDER_M[niveau] if niveau < len(BREDDER_M) else 0.0
        self._motor = QgsGeometry.createGeometryEngine(geometri.constGet())
        self._motor.prepareGeometry()
        self._celler: dict[tuple[float, float], _Svar | None] = {}

    def naar(self, x: float, y: float) -> bool:
        """Whether the place is in the area, on its edge, or no further away than `meter`."""
        if not self._bredde:
            return self._ved(QgsPoint(x, y))
        celle = (x // self._bredde, y // self._bredde)
        if celle not in self._celler:
            # The first place of a square is asked for itself: an edited row is alone.
            self._celler[celle] = None
            return self._ved(QgsPoint(x, y))
        svar = self._celler[celle]
        if svar is None:
            svar = self._celler[celle] = self._hele(*celle)
        return svar if isinstance(svar, bool) else svar.naar(x, y)

    def _ved(self, form: QgsAbstractGeometry) -> bool:
        if self._meter > 0:
            return bool(self._motor.distanceWithin(form, self._meter))
        return bool(self._motor.intersects(form))

    def _hele(self, vandret: float, lodret: float) -> _Svar:
        x, y = vandret * self._bredde, lodret * self._bredde
        kvadrat = QgsRectangle(x, y, x + self._bredde, y + self._bredde)
        ejer = QgsGeometry.fromRect(kvadrat)
        form = ejer.constGet()  # lives no longer than its owner
        if self._motor.contains(form):
            return True
        if not self._ved(form):
            return False
        rest = self._geometri.clipped(kvadrat.buffered(self._meter + _RAND_M))
        if rest.isEmpty():  # GEOS could not cut a border that crosses itself
            return Omraade(self._geometri, self._meter, len(BREDDER_M))
        return Omraade(rest, self._meter, self._niveau + 1)


@lru_cache(maxsize=1)
def land() -> QgsGeometry | None:
    """The shipped land; None where the file is gone."""
    try:
        return denmark_land()
    except BackgroundError:
        return None
