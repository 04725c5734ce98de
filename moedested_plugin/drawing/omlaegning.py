# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the stretches of a route belong after it was drawn anew (omlaegning): by the ground they lie on, not by old metres."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qgis.core import Qgis, QgsGeometry, QgsPoint

from moedested_plugin.checks.tegning import Kaede, laengde, punkter
from moedested_plugin.domain.kontroller_ruter import FRA_RUTEN_M
from moedested_plugin.domain.underlag_langs import Stykke

from .maal import Maal, Strakt
from .straekning import MINDST_M, Lagt, Plan

#: A line that was mended by no more is still the same way, and its surfaces go along.
FOELGER_M = 25.0
#: A shorter piece of a stretch that was broken up is where the new line crosses the old at a slant.
_STUMP_M = 10.0
#: Of several readings those are equally long that differ by no more.
_RUNDING_M = 0.05
_BUE = 8


class Udfald(enum.Enum):
    """What became of a stretch."""

    BEVARET = "bevaret"  # the route runs there as before
    FLYTTET = "flyttet"  # the line was mended a little, the stretch with it
    DELVIS = "delvis"  # the route no longer runs along all of it
    TABT = "tabt"  # the route no longer runs there


@dataclass(frozen=True)
class Flytning:
    """One stretch, what became of it, and where it lies now: in several pieces where the route leaves it midway."""

    foer: Lagt
    linje: Kaede
    udfald: Udfald
    stykker: tuple[Stykke, ...]

    @property
    def tabt_m(self) -> float:
        """Metres of ground that the route no longer runs along."""
        if self.udfald in (Udfald.BEVARET, Udfald.FLYTTET):
            return 0.0
        return max(0.0, laengde(self.linje) - sum(et.laengde for et in self.stykker))


def omplacer(
    maal: Maal, gamle: Iterable[tuple[Lagt, Kaede]], *, hoejst_m: float = FOELGER_M,
    optaget: Iterable[Strakt] = (),
) -> list[Flytning]:  # fmt: skip
    """Find each old stretch, given with its line on the ground, on the route as it is now. None lies upon another.

    A line follows the route when it is no further away than `hoejst_m`. What is `optaget` is not theirs to have.
    """
    taget = list(optaget)
    ud = []
    for lagt, linje in sorted(gamle, key=lambda par: (par[0].fra, par[0].til)):
        udfald, strakte = _find(maal, lagt, linje, taget, hoejst_m)
        frie = [fri for strakt in strakte for fri in _frie(strakt, taget)]
        if strakte and not frie:
            udfald = Udfald.TABT
        taget += frie
        stykker = tuple(replace(lagt.stykke, fra=fra, til=til) for fra, til in frie)
        ud.append(Flytning(lagt, linje, udfald, stykker))
    return ud


def _find(
    maal: Maal, lagt: Lagt, linje: Kaede, taget: Sequence[Strakt], hoejst_m: float
) -> tuple[Udfald, list[Strakt]]:
    for udfald, meter in (
        (Udfald.BEVARET, FRA_RUTEN_M.standard),
        (Udfald.FLYTTET, hoejst_m),
    ):
        strakte = _hele(maal, lagt, linje, meter, taget)
        if strakte:
            return udfald, strakte
    strakte = []
    for del_ in _dele_paa(maal, linje):
        strakte += _hele(maal, lagt, del_, FRA_RUTEN_M.standard, [*taget, *strakte])
    strakte.sort()
    return (Udfald.DELVIS if strakte else Udfald.TABT), strakte


def _hele(
    maal: Maal, lagt: Lagt, linje: Kaede, meter: float, taget: Sequence[Strakt]
) -> list[Strakt]:
    """The line as it lies along the route, where the route follows all of it no further away; else nothing."""
    if len(linje) <= 2 or not maal.loeb:
        return []
    mindst = min(MINDST_M, laengde(linje) / 2)
    bedst: tuple[tuple[float, float], list[Strakt]] | None = None
    for fra, til in maal.langs.strakte(linje, meter):
        delte = maal.delt(fra, til)
        if til - fra < mindst or not _taet(linje, [maal.linje(d) for d in delte], meter):
            continue
        optaget = sum(max(0.0, min(til, b) - max(fra, a)) for a, b in taget)
        vaegt = (round(optaget, 1), abs(fra - lagt.fra) + abs(til - lagt.til))
        if bedst is None or vaegt < bedst[0]:
            bedst = vaegt, delte
    return [] if bedst is None else bedst[1]


def _taet(linje: Kaede, andre: Sequence[Kaede], meter: float) -> bool:
    """Whether each follows the other all the way."""
    en = _geometri(linje)
    flere = QgsGeometry.collectGeometry([_geometri(anden) for anden in andre])
    bred = meter + _RUNDING_M
    return bool(en.buffer(bred, _BUE).contains(flere) and flere.buffer(bred, _BUE).contains(en))


def _dele_paa(maal: Maal, linje: Kaede) -> Iterator[Kaede]:
    """The parts of the line that the route still runs along."""
    rute = QgsGeometry.collectGeometry([_geometri(maal.linje(loeb)) for loeb in maal.loeb])
    if rute.isNull():
        return
    mindst = max(MINDST_M, min(_STUMP_M, laengde(linje) / 2))
    faelles = _geometri(linje).intersection(rute.buffer(FRA_RUTEN_M.standard, _BUE))
    for del_ in faelles.asGeometryCollection():
        if del_.type() == Qgis.GeometryType.Line and del_.length() >= mindst:
            yield tuple(tal for punkt in del_.vertices() for tal in (punkt.x(), punkt.y()))


def _frie(strakt: Strakt, taget: Sequence[Strakt]) -> list[Strakt]:
    """What is left of a stretch when others have had theirs."""
    rest = [strakt]
    for a, b in taget:
        rest = [
            (fra, til)
            for f, t in rest
            for fra, til in ((f, min(t, a)), (max(f, b), t))
            if til > fra
        ]
    mindst = min(MINDST_M, strakt[1] - strakt[0])
    return [(fra, til) for fra, til in rest if til - fra >= mindst]


def _geometri(linje: Kaede) -> QgsGeometry:
    return QgsGeometry.fromPolyline([QgsPoint(x, y) for x, y in punkter(linje)])


def plan_af(flytninger: Sequence[Flytning]) -> Plan:
    """What is to be done to the rows; of several pieces the longest keeps the row."""
    nye: list[Stykke] = []
    rettede: dict[int, Stykke] = {}
    slettede: list[int] = []
    for flytning in flytninger:
        fid = flytning.foer.fid
        stykker = sorted(flytning.stykker, key=lambda et: -et.laengde)
        if fid is not None and not stykker:
            slettede.append(fid)
        if fid is not None and stykker:
            # Also where the metres are the same: the line may not be.
            rettede[fid] = stykker.pop(0)
        nye += stykker
    efter = sorted((et for f in flytninger for et in f.stykker), key=lambda et: et.fra)
    return Plan(nye, rettede, slettede, efter)
