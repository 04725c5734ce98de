# SPDX-License-Identifier: GPL-2.0-or-later
"""When an *aktivitet* happens (gentagelse): from the fields of the model to the days themselves.

School holidays are known nowhere in the country's data, so no day is left out because of them: whoever prints or sends
the days says so in words.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG
from .betingelse import Vaerdi, fra_json

#: The code of the last week of the month in `uge_i_maaned_k`.
SIDSTE_UGE = 5
_UGE, _FEBRUAR, _SKUDDAG = 7, 2, 29


@dataclass(frozen=True)
class Gentagelse:
    """When it happens, in the fields of the model. Empty `maaneder` are all; `undtaget` are days it does not happen."""

    dato_fra: dt.date
    dato_til: dt.date | None = None
    gentagelse: int = INGEN
    ugedage: tuple[int, ...] = ()
    uger: tuple[int, ...] = ()
    maaneder: tuple[int, ...] = ()
    undtaget: frozenset[dt.date] = frozenset()

    @property
    def hverdage(self) -> tuple[int, ...]:
        """The weekdays (1-7); where none is chosen that of the first day."""
        return self.ugedage or (self.dato_fra.isoweekday(),)

    @property
    def maanedens_uger(self) -> tuple[int, ...]:
        """The weeks of the month; where none is chosen that of the first day."""
        return self.uger or (min(SIDSTE_UGE, uge_i_maaned(self.dato_fra)),)

    @property
    def sidste(self) -> dt.date | None:
        """The last day it can happen on; None for no end."""
        if self.dato_til is None and self.gentagelse == INGEN:
            return self.dato_fra
        return self.dato_til


def gentagelse_af(raekke: Mapping[str, Vaerdi]) -> Gentagelse | None:
    """Read the fields of an activity; None where it has no first day. What is no code and no date is passed over."""
    fra, til, slags = raekke.get("dato_fra"), raekke.get("dato_til"), raekke.get("gentagelse_k")
    if not isinstance(fra, dt.date):
        return None
    fri = (_dato(et) for et in _liste(raekke.get("undtaget")))
    return Gentagelse(
        fra,
        til if isinstance(til, dt.date) else None,
        slags if isinstance(slags, int) else INGEN,
        _koder(raekke.get("ugedag_k"), 7),
        _koder(raekke.get("uge_i_maaned_k"), SIDSTE_UGE),
        _koder(raekke.get("maaned_k"), 12),
        frozenset(dag for dag in fri if dag is not None),
    )


def dage(det: Gentagelse, fra: dt.date, til: dt.date) -> Iterator[dt.date]:
    """The days from `fra` to `til` (both with) on which it happens, in order.

    Every other week is counted from the week of `dato_fra`, weeks beginning on Monday. What happens once ignores
    months and exceptions, as its form does not show them.
    """
    foerst = max(fra, det.dato_fra)
    sidst = til if det.sidste is None else min(til, det.sidste)
    if det.gentagelse == AARLIG:
        for aar in range(foerst.year, sidst.year + 1):
            dag = aarsdag(det.dato_fra, aar)
            if foerst <= dag <= sidst and dag not in det.undtaget:
                yield dag
        return
    for nummer in range(foerst.toordinal(), sidst.toordinal() + 1):
        dag = dt.date.fromordinal(nummer)
        if det.gentagelse == INGEN or _sker(det, dag):
            yield dag


def aarsdag(dag: dt.date, aar: int) -> dt.date:
    """The same date in another year; the leap day falls on the 28th."""
    if (dag.month, dag.day) == (_FEBRUAR, _SKUDDAG):
        return dt.date(aar, _FEBRUAR, monthrange(aar, _FEBRUAR)[1])
    return dag.replace(year=aar)


def uge_i_maaned(dag: dt.date) -> int:
    """Which of its kind in the month it is, 1 to 5: the second Tuesday."""
    return (dag.day - 1) // _UGE + 1


def _sker(det: Gentagelse, dag: dt.date) -> bool:
    if dag.isoweekday() not in det.hverdage or dag in det.undtaget:
        return False
    if det.maaneder and dag.month not in det.maaneder:
        return False
    if det.gentagelse == HVER_ANDEN_UGE:
        return (_mandag(dag) - _mandag(det.dato_fra)) // _UGE % 2 == 0
    if det.gentagelse == MAANEDLIG:
        sidste = dag.day + _UGE > monthrange(dag.year, dag.month)[1]
        uge = uge_i_maaned(dag)
        return (sidste and SIDSTE_UGE in det.maanedens_uger) or (
            uge < SIDSTE_UGE and uge in det.maanedens_uger
        )
    return True


def _mandag(dag: dt.date) -> int:
    return dag.toordinal() - dag.weekday()


def _liste(vaerdi: Vaerdi) -> list[object]:
    laest = fra_json(vaerdi)
    return list(laest) if isinstance(laest, (list, tuple)) else []


def _koder(vaerdi: Vaerdi, hoejst: int) -> tuple[int, ...]:
    koder = {et for et in _liste(vaerdi) if isinstance(et, int) and 1 <= et <= hoejst}
    return tuple(sorted(koder))


def _dato(vaerdi: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(vaerdi)[:10])
    except ValueError:
        return None
