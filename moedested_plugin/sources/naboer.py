# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of rows of the same kind that lie near each other: what was moved, and what we may have already."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from moedested_plugin.domain.navne import ligner_navn

from . import sted

#: Further apart, it is another thing.
NAER_M = 25.0
#: So near, two things of the same kind are taken for one though neither has a name.
OVENI_M = 5.0


@dataclass(frozen=True)
class Raekke:
    """What is compared."""

    nr: str
    type: str | None
    navn: str | None
    wkb: bytes


@dataclass(frozen=True)
class Par:
    """One row of each side, and how far apart they are."""

    a: Raekke
    b: Raekke
    afstand: float


def flyttede(borte: Iterable[Raekke], nye: Iterable[Raekke]) -> list[Par]:
    """Gone here, new there: the nearest first, each row once."""
    return _hver_en_gang(_par(borte, nye, lambda _a, _b, _afstand: True))


def lignende(vores: Iterable[Raekke], nye: Iterable[Raekke]) -> list[Par]:
    """New rows that look like one of ours: same kind, near, and the names do not speak against it."""
    return _hver_en_gang(_par(vores, nye, _ligner))


def _ligner(a: Raekke, b: Raekke, afstand: float) -> bool:
    if a.navn and b.navn:
        return ligner_navn(a.navn, b.navn)
    return afstand <= OVENI_M


def _par(
    ene: Iterable[Raekke], andre: Iterable[Raekke], passer: Callable[[Raekke, Raekke, float], bool]
) -> Iterator[Par]:
    """All pairs within reach, by a grid of cells as wide as the reach."""
    gitter: dict[tuple[str | None, int, int], list[Raekke]] = {}
    for a in ene:
        gitter.setdefault((a.type, *_celle(a)), []).append(a)
    if not gitter:
        return
    for b in andre:
        x, y = _celle(b)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for a in gitter.get((b.type, x + dx, y + dy), ()):
                    afstand = sted.afstand(a.wkb, b.wkb)
                    if afstand <= NAER_M and passer(a, b, afstand):
                        yield Par(a, b, afstand)


def _celle(raekke: Raekke) -> tuple[int, int]:
    x, y = sted.midte(raekke.wkb)
    return math.floor(x / NAER_M), math.floor(y / NAER_M)


def _hver_en_gang(par: Iterable[Par]) -> list[Par]:
    brugt_a: set[str] = set()
    brugt_b: set[str] = set()
    ud = []
    for led in sorted(par, key=lambda led: (led.afstand, led.a.nr, led.b.nr)):
        if led.a.nr not in brugt_a and led.b.nr not in brugt_b:
            brugt_a.add(led.a.nr)
            brugt_b.add(led.b.nr)
            ud.append(led)
    return ud
