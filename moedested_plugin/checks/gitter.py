# SPDX-License-Identifier: GPL-2.0-or-later
"""A grid of squares with keys in them: the cheapest way to ask what may be near."""

from __future__ import annotations

import math
from collections.abc import Iterator

Boks = tuple[float, float, float, float]
#: What touches more squares than this is drawn wrong, and is said so elsewhere.
_FLEST = 100_000


class Gitter:
    """Squares `meter` wide. Coordinates that are no numbers are in none of them."""

    def __init__(self, meter: float) -> None:
        self._meter = meter
        self._celler: dict[tuple[int, int], list[str]] = {}

    def _celle(self, x: float, y: float) -> tuple[int, int] | None:
        if not (math.isfinite(x) and math.isfinite(y)):
            return None
        return math.floor(x / self._meter), math.floor(y / self._meter)

    def _celler_i(self, boks: Boks) -> Iterator[tuple[int, int]]:
        fra, til = self._celle(boks[0], boks[1]), self._celle(boks[2], boks[3])
        if fra is None or til is None:
            return
        vandret, lodret = range(fra[0], til[0] + 1), range(fra[1], til[1] + 1)
        if len(vandret) * len(lodret) <= _FLEST:
            yield from ((i, j) for i in vandret for j in lodret)

    def laeg(self, x: float, y: float, noegle: str) -> None:
        """Put the key at a place."""
        celle = self._celle(x, y)
        if celle is not None:
            self._celler.setdefault(celle, []).append(noegle)

    def laeg_boks(self, boks: Boks, noegle: str) -> None:
        """Put the key in every square that the box touches."""
        for celle in self._celler_i(boks):
            self._celler.setdefault(celle, []).append(noegle)

    def har(self, x: float, y: float) -> bool:
        """Whether anything is in the square of the place."""
        return self._celle(x, y) in self._celler

    def omkring(self, x: float, y: float) -> Iterator[str]:
        """The keys in the square of the place and the eight around it."""
        celle = self._celle(x, y)
        if celle is not None:
            i, j = celle
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    yield from self._celler.get((i + di, j + dj), ())
