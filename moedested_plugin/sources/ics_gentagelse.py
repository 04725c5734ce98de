# SPDX-License-Identifier: GPL-2.0-or-later
"""A repetition rule in the words of an aktivitet: weekly, every other week, monthly, yearly; or its single days."""

from __future__ import annotations

import datetime as dt

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, MAANEDLIG, UGENTLIG
from moedested_plugin.domain.gentagelse import SIDSTE_UGE, Gentagelse

from .ics_regel import Regel, dage

#: A rule that we have no words for becomes single days, when they are not more than this.
FLEST_DAGE = 60
_TAELLES = 4_000
_SOENDAG, _MAANEDER = 7, 12


def udtryk(regel: Regel, start: dt.date, indtil: dt.date | None) -> list[Gentagelse] | None:
    """The rule as one repetition, or as single days; None when it is neither. Empty: it never happens."""
    fundne = dage(regel, start, indtil, _TAELLES if regel.har_ende else 1)
    if not fundne:
        return []
    if regel.har_ende and len(fundne) == 1:
        return [Gentagelse(fundne[0])]
    moenster = _moenster(regel, start)
    if moenster is not None:
        slag, ugedage, uger, maaneder = moenster
        slut = None
        if regel.har_ende:
            slut = fundne[-1] if len(fundne) < _TAELLES else indtil
            if slut is None:
                return None
        return [Gentagelse(fundne[0], slut, slag, ugedage, uger, maaneder)]
    if regel.har_ende and len(fundne) <= FLEST_DAGE:
        return [Gentagelse(dag) for dag in fundne]
    return None


_Moenster = tuple[int, tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def _moenster(regel: Regel, start: dt.date) -> _Moenster | None:
    if regel.frekvens == "DAILY":
        return _daglig(regel)
    if regel.frekvens == "WEEKLY":
        return _ugentlig(regel, start)
    return _maanedlig(regel, start) if regel.frekvens == "MONTHLY" else _aarlig(regel, start)


def _hverdage(regel: Regel) -> tuple[int, ...]:
    return tuple(sorted({dag for _, dag in regel.ugedage}))


def _daglig(regel: Regel) -> _Moenster | None:
    if regel.interval != 1 or regel.maanedsdage or regel.pladser:
        return None
    return UGENTLIG, _hverdage(regel) or tuple(range(1, _SOENDAG + 1)), (), regel.maaneder


def _ugentlig(regel: Regel, start: dt.date) -> _Moenster | None:
    ugedage = _hverdage(regel) or (start.isoweekday(),)
    # Which week is the other one is told by the first day; weeks that begin on a Sunday are told otherwise.
    skaev = regel.interval > 1 and regel.ugestart != 1 and len(ugedage) > 1
    if regel.interval > 2 or regel.pladser or regel.maanedsdage or skaev:
        return None
    if regel.interval > 1 and dage(regel, start, None, 1) and _foerste_uge_tom(regel, start):
        return None
    return (
        UGENTLIG if regel.interval == 1 else HVER_ANDEN_UGE, ugedage, (), regel.maaneder,
    )  # fmt: skip


def _foerste_uge_tom(regel: Regel, start: dt.date) -> bool:
    """Whether it happens for the first time in another week than it begins."""
    return dage(regel, start, None, 1)[0].isocalendar()[:2] != start.isocalendar()[:2]


def _ordnede(regel: Regel) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Weekdays and weeks of the month, when every weekday goes with every week; (days, ()) for every week."""
    led = set(regel.ugedage)
    if regel.pladser:
        if len(led) != 1 or next(iter(led))[0]:
            return None
        led = {(plads, dag) for plads in regel.pladser for _, dag in led}
    uger, ugedage = {uge for uge, _ in led}, {dag for _, dag in led}
    if led != {(uge, dag) for uge in uger for dag in ugedage}:
        return None
    if uger == {0}:
        return tuple(sorted(ugedage)), ()
    if not uger <= {1, 2, 3, 4, -1}:
        return None  # the fifth, or the last but one
    return tuple(sorted(ugedage)), tuple(sorted(SIDSTE_UGE if uge < 0 else uge for uge in uger))


def _maanedlig(regel: Regel, start: dt.date) -> _Moenster | None:
    if regel.maanedsdage or not regel.ugedage or _MAANEDER % regel.interval:
        return None
    ordnede = _ordnede(regel)
    if ordnede is None:
        return None
    ugedage, uger = ordnede
    maaneder = tuple(
        sorted((start.month - 1 + nr) % _MAANEDER + 1 for nr in range(0, _MAANEDER, regel.interval))
    )
    if regel.maaneder:
        maaneder = tuple(maaned for maaned in maaneder if maaned in regel.maaneder)
    hele = () if len(maaneder) == _MAANEDER else maaneder
    return (MAANEDLIG if uger else UGENTLIG), ugedage, uger, hele


def _aarlig(regel: Regel, start: dt.date) -> _Moenster | None:
    if regel.interval != 1 or (regel.pladser and not regel.ugedage):
        return None
    if regel.ugedage:
        ordnede = None if regel.maanedsdage else _ordnede(regel)
        if ordnede is None or (regel.pladser and len(regel.maaneder) != 1):
            return None
        ugedage, uger = ordnede
        return (MAANEDLIG if uger else UGENTLIG), ugedage, uger, regel.maaneder
    samme_dag = regel.maanedsdage in ((), (start.day,)) and regel.maaneder in ((), (start.month,))
    return (AARLIG, (), (), ()) if samme_dag else None
