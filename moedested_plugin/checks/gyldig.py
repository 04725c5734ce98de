# SPDX-License-Identifier: GPL-2.0-or-later
"""Every fault of an area that GEOS calls invalid, and every place where a route meets itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .kryds import Moede, Moedested, moeder
from .tegning import Dele, Kaede, Sted, kaeder, punkter, sted

#: A fault: the end of its check's code, and where.
Fejl = tuple[str, Sted]
_Ring = tuple[int, int]
_Fri = Callable[[_Ring, _Ring], bool]


def fejl_i_flade(alle: Dele) -> list[Fejl]:
    """Crossings, touches, holes outside and parts upon each other. Empty where only GEOS can say what is wrong."""
    ringe = [(d, r) for d, del_ in enumerate(alle) for r in range(len(del_))]
    ud: list[Fejl] = []
    skaerer: set[tuple[int, int]] = set()
    for m in _samlede(moeder(list(kaeder(alle)))):
        (del_a, ring_a), (del_b, ring_b) = ringe[m.kaeder[0]], ringe[m.kaeder[1]]
        if m.art is Moede.ROERING:
            if del_a == del_b and ring_a == ring_b:
                ud.append(("selvberoering", m.sted))
            continue
        skaerer.add(m.kaeder)
        ud.append(("selvkrydsning" if del_a == del_b else "dele_overlapper", m.sted))
    nummer = {ring: nr for nr, ring in enumerate(ringe)}

    def fri(a: _Ring, b: _Ring) -> bool:
        return tuple(sorted((nummer[a], nummer[b]))) not in skaerer

    for d, del_ in enumerate(alle):
        ud += _huller(d, del_, fri)
    ud += _dele(alle, fri)
    return list(dict.fromkeys(ud))


def _huller(d: int, del_: list[Kaede], fri: _Fri) -> Iterator[Fejl]:
    for h in range(1, len(del_)):
        ude = fri((d, h), (d, 0)) and _inde(del_[h], del_[0]) is False
        i_hul = any(
            h != k and fri((d, h), (d, k)) and _inde(del_[h], del_[k]) for k in range(1, len(del_))
        )
        if ude or i_hul:
            yield "hul_udenfor", sted(del_[h], 0)


def _dele(alle: Dele, fri: _Fri) -> Iterator[Fejl]:
    for i, ydre in enumerate(alle):
        for j, indre in enumerate(alle):
            if i != j and ydre and indre and fri((i, 0), (j, 0)) and _inde(indre[0], ydre[0]):
                i_hul = any(_inde(indre[0], hul) is not False for hul in ydre[1:])
                if not i_hul:
                    yield "dele_overlapper", sted(indre[0], 0)


def _inde(kaede: Kaede, ring: Kaede) -> bool | None:
    """Whether a chain that does not cross the ring lies inside it; None when it only follows its edge."""
    for punkt in punkter(kaede):
        hvor = _i_ring(punkt, ring)
        if hvor is not None:
            return hvor
    return None


def _i_ring(punkt: Sted, ring: Kaede) -> bool | None:
    """Inside, outside, or (None) on the edge: a ray to the east."""
    px, py = punkt
    inde = False
    ax, ay = ring[0] - px, ring[1] - py
    for x, y in punkter(ring[2:]):
        bx, by = x - px, y - py
        kryds = ax * by - bx * ay
        if abs(kryds) <= 1e-7 * (abs(bx - ax) + abs(by - ay)) and ax * bx + ay * by <= 1e-9:
            return None
        if (ay > 0) != (by > 0) and (kryds > 0) == (by > ay):
            inde = not inde
        ax, ay = bx, by
    return inde


def hvor_ruten_moeder_sig_selv(alle: Dele) -> list[Fejl]:
    """Crossings, and where the same way is gone twice. A part that ends on another (a P, a Y) is as it should be."""
    alle_kaeder = list(kaeder(alle))
    ender = {_rund(sted(kaede, nr)) for kaede in alle_kaeder for nr in (0, -1)}
    return list(
        dict.fromkeys(
            ("rute_oveni" if m.art is Moede.OVENI else "rute_krydser", m.sted)
            for m in _samlede(moeder(alle_kaeder))
            if m.art is not Moede.ROERING or _rund(m.sted) not in ender
        )
    )


def _rund(punkt: Sted) -> Sted:
    return round(punkt[0], 6), round(punkt[1], 6)


def _samlede(alle: Iterable[Moedested]) -> Iterator[Moedested]:
    """One of each: of the legs that run along each other in a row the first, without the touches at their ends."""
    alle = list(alle)
    oveni = [m for m in alle if m.art is Moede.OVENI]
    set_foer = {_rund(p) for m in oveni for p in (m.sted, m.slut)}
    for nr, m in enumerate(oveni):
        foer = oveni[nr - 1] if nr else None
        if foer is None or foer.kaeder != m.kaeder or m.ben[0] - foer.ben[0] > 1:
            yield m
    for m in alle:
        if m.art is not Moede.OVENI and _rund(m.sted) not in set_foer:
            set_foer.add(_rund(m.sted))
            yield m
