# SPDX-License-Identifier: GPL-2.0-or-later
"""Painting surfaces along a route: what lies below gives way, equal neighbours become one, and none ever overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from moedested_plugin.domain.underlag_langs import Stykke

from .maal import Maal, Strakt

#: A remnant shorter than this is nobody's intention: what is painted takes it along.
MINDST_M = 1.0
_INTET_M = 1e-6
#: Metres are kept with two decimals.
_SAMME_M = 0.005


@dataclass(frozen=True)
class Lagt:
    """A stretch that lies on the route; `fid` is its row, None for one that is to be made."""

    stykke: Stykke
    fid: int | None = None

    @property
    def fra(self) -> float:
        """Where it begins."""
        return self.stykke.fra

    @property
    def til(self) -> float:
        """Where it ends."""
        return self.stykke.til


@dataclass(frozen=True)
class Plan:
    """What is to be done to the rows."""

    nye: list[Stykke] = field(default_factory=list)
    rettede: dict[int, Stykke] = field(default_factory=dict)
    slettede: list[int] = field(default_factory=list)
    #: All stretches as they will lie.
    efter: list[Stykke] = field(default_factory=list)

    @property
    def er_tom(self) -> bool:
        """Nothing to do."""
        return not (self.nye or self.rettede or self.slettede)


def mal(maal: Maal, lagte: Sequence[Lagt], vej: Iterable[Strakt], maling: Stykke | None) -> Plan:
    """Paint the way. `maling` is how (its own metres do not matter); None takes away what lies there."""
    rest = [(et, False) for et in lagte]
    for strakt in vej:
        fra, til = _ud_til_kanten(maal, [et for et, _ in rest], strakt)
        daekket = [et for et, _ in rest if et.fid is not None and not _uden(et, fra, til)]
        rest = [(stump, ny) for et, ny in rest for stump in _uden(et, fra, til)]
        if maling is not None:
            # Of those that are wholly painted over one keeps its row, which is then corrected.
            laengst = max(daekket, key=lambda et: et.til - et.fra, default=None)
            fid = None if laengst is None else laengst.fid
            rest.append((Lagt(replace(maling, fra=fra, til=til), fid), True))
    return _plan(lagte, _samlet(maal, rest))


def samlet_plan(maal: Maal, lagte: Sequence[Lagt], nye: Iterable[tuple[Lagt, bool]]) -> Plan:
    """Lay new stretches beside those that lie there; they do not touch each other's ground."""
    return _plan(lagte, _samlet(maal, [*((et, False) for et in lagte), *nye]))


def _ud_til_kanten(maal: Maal, lagte: Sequence[Lagt], strakt: Strakt) -> Strakt:
    """Take along what would be left between the way and the nearest edge of a stretch or of the run."""
    fra, til = strakt
    loeb = next(
        ((a, b) for a, b in maal.loeb if a - _INTET_M <= fra and til <= b + _INTET_M), strakt
    )
    kanter = [
        *loeb,
        *(kant for et in lagte for kant in (et.fra, et.til) if loeb[0] <= kant <= loeb[1]),
    ]
    foer = [kant for kant in kanter if abs(kant - fra) < MINDST_M]
    efter = [kant for kant in kanter if abs(kant - til) < MINDST_M]
    ny_fra = min(foer, key=lambda kant: abs(kant - fra), default=fra)
    ny_til = min(efter, key=lambda kant: abs(kant - til), default=til)
    return (ny_fra, ny_til) if ny_til - ny_fra > _INTET_M else strakt


def _uden(et: Lagt, fra: float, til: float) -> list[Lagt]:
    """What is left of a stretch; the first remnant keeps its row."""
    if et.til <= fra + _INTET_M or et.fra >= til - _INTET_M:
        return [et]
    ud = []
    if fra - et.fra > _INTET_M:
        ud.append(Lagt(replace(et.stykke, til=fra), et.fid))
    if et.til - til > _INTET_M:
        ud.append(Lagt(replace(et.stykke, fra=til), None if ud else et.fid))
    return ud


def _samlet(maal: Maal, alle: Iterable[tuple[Lagt, bool]]) -> list[Lagt]:
    """What was painted becomes one with equal neighbours; those that were two before it stay two."""
    ud: list[tuple[Lagt, bool]] = []
    for et, ny in sorted(alle, key=lambda par: (par[0].fra, par[0].til)):
        foer, foer_ny = ud[-1] if ud else (et, False)
        if (
            ud
            and (ny or foer_ny)
            and ens(foer.stykke, et.stykke)
            and et.fra - foer.til < MINDST_M
            and maal.i_loeb(foer.fra, et.til)
        ):
            fid = et.fid if foer.fid is None else foer.fid
            ud[-1] = (Lagt(replace(foer.stykke, til=max(foer.til, et.til)), fid), True)
        else:
            ud.append((et, ny))
    return [et for et, _ in ud]


def ens(a: Stykke, b: Stykke) -> bool:
    """Whether all but their places is the same."""
    return replace(a, fra=0.0, til=0.0) == replace(b, fra=0.0, til=0.0)


def _plan(foer: Iterable[Lagt], efter: Sequence[Lagt]) -> Plan:
    kendte = {et.fid: et.stykke for et in foer if et.fid is not None}
    bliver = {et.fid for et in efter}
    return Plan(
        nye=[et.stykke for et in efter if et.fid is None],
        rettede={
            et.fid: et.stykke
            for et in efter
            if et.fid is not None and not _uaendret(et.stykke, kendte[et.fid])
        },
        slettede=[fid for fid in kendte if fid not in bliver],
        efter=[et.stykke for et in efter],
    )


def _uaendret(a: Stykke, b: Stykke) -> bool:
    return ens(a, b) and abs(a.fra - b.fra) < _SAMME_M and abs(a.til - b.til) < _SAMME_M
