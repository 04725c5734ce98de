# SPDX-License-Identifier: GPL-2.0-or-later
"""What the stretches of a route say together: surface shares, the worst piece, the longest way without something.

All in metres from the beginning of the route. What no stretch covers is unknown, and unknown is never taken for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

UKENDT, ANDET = 99, 98
TRAPPE, LAAGE = 1, 2
#: Narrower than this a wheelchair does not get through.
SMALT_M = 0.9
#: Surfaces from the worst to the best. Others, and the unknown, have no place among them.
VAERST_FOERST = (8, 7, 6, 4, 2, 3, 5, 1)
#: Pieces that are shorter are left by the rounding of metres.
_INTET_M = 1.0
_STOP, _SMALT, _UNDERLAG = 0, 1, 2


@dataclass(frozen=True)
class Stykke:
    """A piece of a route between two metre marks."""

    fra: float
    til: float
    underlag: int = UKENDT
    bredde: float | None = None
    forhindring: int | None = None
    note: str = ""

    @property
    def laengde(self) -> float:
        """Metres."""
        return self.til - self.fra

    @property
    def stopper(self) -> bool:
        """Steps or a gate."""
        return self.forhindring in (TRAPPE, LAAGE)

    @property
    def er_smalt(self) -> bool:
        """Too narrow for a wheelchair."""
        return self.bredde is not None and self.bredde < SMALT_M

    @property
    def rang(self) -> int | None:
        """0 is the worst; None where nobody knows."""
        if self.stopper:
            return _STOP
        if self.er_smalt:
            return _SMALT
        if self.underlag in VAERST_FOERST:
            return _UNDERLAG + VAERST_FOERST.index(self.underlag)
        return None


def daekkende(stykker: Iterable[Stykke], laengde: float) -> list[Stykke]:
    """The pieces in order from 0 to `laengde`, the unknown ones between them put in; none lies on another."""
    ud: list[Stykke] = []
    naaet = 0.0
    for stykke in sorted(stykker, key=lambda s: (s.fra, s.til)):
        fra, til = max(stykke.fra, naaet), min(stykke.til, laengde)
        if til - fra < _INTET_M:
            continue
        if fra - naaet < _INTET_M:
            fra = naaet
        else:
            ud.append(Stykke(naaet, fra))
        ud.append(replace(stykke, fra=fra, til=til))
        naaet = til
    if laengde - naaet >= _INTET_M or not ud:
        ud.append(Stykke(naaet, laengde))
    elif naaet < laengde:
        ud[-1] = replace(ud[-1], til=laengde)
    return ud


def andele(stykker: Sequence[Stykke]) -> dict[int, float]:
    """Metres of each surface, the most first and the unknown last."""
    meter: dict[int, float] = {}
    for stykke in stykker:
        meter[stykke.underlag] = meter.get(stykke.underlag, 0.0) + stykke.laengde
    orden = sorted(meter, key=lambda underlag: (underlag == UKENDT, -meter[underlag], underlag))
    return {underlag: meter[underlag] for underlag in orden}


def daarligste(stykker: Sequence[Stykke]) -> Stykke | None:
    """The worst piece, of several equally bad the longest; None where no surface is known.

    Neighbours that are bad for the same reason are one piece. Its `underlag` is unknown where it is bad for another
    reason and has several; its `bredde` is the narrowest.
    """
    valgt: Stykke | None = None
    for stykke in _samlede(stykker):
        if stykke.rang is None:
            continue
        if (
            valgt is None
            or valgt.rang is None
            or (stykke.rang, -stykke.laengde) < (valgt.rang, -valgt.laengde)
        ):
            valgt = stykke
    return valgt


def _samlede(stykker: Sequence[Stykke]) -> list[Stykke]:
    ud: list[Stykke] = []
    for stykke in stykker:
        foer = ud[-1] if ud else None
        if (
            foer is None
            or foer.rang != stykke.rang
            or stykke.rang is None
            or (stykke.rang == _STOP and foer.forhindring != stykke.forhindring)
        ):
            ud.append(stykke)
            continue
        bredder = [bredde for bredde in (foer.bredde, stykke.bredde) if bredde is not None]
        ud[-1] = replace(
            foer,
            til=stykke.til,
            underlag=foer.underlag if foer.underlag == stykke.underlag else UKENDT,
            bredde=min(bredder, default=None),
            note=foer.note if foer.note == stykke.note else "",
        )
    return ud


def laengste_uden(
    maerker: Iterable[float], laengde: float, *, rund: bool = False
) -> tuple[float, float]:
    """The longest way between two metre marks, or an end and a mark: from and to.

    On a loop the way goes on over its beginning; its end is then a mark beyond `laengde`.
    """
    sat = sorted(maerker)
    if not sat:
        return 0.0, laengde
    kanter = [*sat, sat[0] + laengde] if rund else [0.0, *sat, laengde]
    return max(zip(kanter, kanter[1:]), key=lambda par: (par[1] - par[0], -par[0]))
