# SPDX-License-Identifier: GPL-2.0-or-later
"""A repetition rule of a calendar (RRULE of RFC 5545): read, and worked out into its days."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_DAGE = {"MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7}
_UGEDAG = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)\Z")
_KENDTE = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
)
_FREKVENSER = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
#: So many periods without an end are looked through, no more.
_PERIODER = 6_000
_DECEMBER, _SENESTE_AAR = 12, 2200


class KanIkkeUdtrykkes(Exception):
    """The rule is broken, or of a kind that no public activity has."""


@dataclass(frozen=True)
class Regel:
    """One rule. A weekday is (ordinal in the month or 0, weekday 1-7)."""

    frekvens: str
    interval: int = 1
    antal: int | None = None
    #: As written: a date, or a time in UTC or on the wall.
    indtil: str | None = None
    ugedage: tuple[tuple[int, int], ...] = ()
    maanedsdage: tuple[int, ...] = ()
    maaneder: tuple[int, ...] = ()
    pladser: tuple[int, ...] = ()
    ugestart: int = 1

    @property
    def har_ende(self) -> bool:
        """Whether it stops by itself."""
        return self.antal is not None or self.indtil is not None


def laes_regel(tekst: str) -> Regel:
    """Read a rule. Raises `KanIkkeUdtrykkes`."""
    dele: dict[str, str] = {}
    for led in tekst.strip().strip(";").split(";"):
        navn, lig, vaerdi = led.partition("=")
        if not lig or navn.strip().upper() in dele:
            raise KanIkkeUdtrykkes
        dele[navn.strip().upper()] = vaerdi.strip().upper()
    if not _KENDTE.issuperset(dele) or dele.get("FREQ") not in _FREKVENSER:
        raise KanIkkeUdtrykkes
    try:
        regel = Regel(
            dele["FREQ"],
            int(dele.get("INTERVAL", 1)),
            int(dele["COUNT"]) if "COUNT" in dele else None,
            dele.get("UNTIL"),
            tuple(_ugedag(led) for led in _liste(dele, "BYDAY")),
            tuple(int(led) for led in _liste(dele, "BYMONTHDAY")),
            tuple(sorted({int(led) for led in _liste(dele, "BYMONTH")})),
            tuple(int(led) for led in _liste(dele, "BYSETPOS")),
            _DAGE[dele.get("WKST", "MO")],
        )
    except (ValueError, KeyError):
        raise KanIkkeUdtrykkes from None
    if (
        regel.interval < 1
        or not all(1 <= m <= _DECEMBER for m in regel.maaneder)
        or regel.antal == 0
    ):
        raise KanIkkeUdtrykkes
    if regel.frekvens == "YEARLY" and regel.ugedage and not regel.maaneder:
        raise KanIkkeUdtrykkes  # the twentieth Monday of the year
    return regel


def _liste(dele: dict[str, str], navn: str) -> list[str]:
    return [led.strip() for led in dele[navn].split(",")] if dele.get(navn) else []


def _ugedag(led: str) -> tuple[int, int]:
    fund = _UGEDAG.match(led)
    if fund is None:
        raise ValueError
    return int(fund[1] or 0), _DAGE[fund[2]]


def dage(regel: Regel, start: dt.date, indtil: dt.date | None, hoejst: int) -> list[dt.date]:
    """The first days on which it happens, at most so many."""
    fundne = islice(_dage(regel, start, indtil), min(hoejst, regel.antal or hoejst))
    return list(fundne)


def _dage(regel: Regel, start: dt.date, indtil: dt.date | None) -> Iterator[dt.date]:
    for nr in range(_PERIODER):
        try:
            kandidater = sorted(set(_periode(regel, start, nr * regel.interval)))
        except (ValueError, OverflowError):
            return
        if regel.pladser:
            valgte = {p - 1 if p > 0 else len(kandidater) + p for p in regel.pladser}
            kandidater = [dag for plads, dag in enumerate(kandidater) if plads in valgte]
        for dag in kandidater:
            if indtil is not None and dag > indtil:
                return
            if dag >= start:
                yield dag
        if kandidater and kandidater[-1].year > _SENESTE_AAR:
            return


def _periode(regel: Regel, start: dt.date, frem: int) -> Iterator[dt.date]:
    """The days of the period so many steps after the first."""
    if regel.frekvens == "DAILY":
        alle: Iterator[dt.date] = iter((start + dt.timedelta(days=frem),))
    elif regel.frekvens == "WEEKLY":
        tilbage = (start.isoweekday() - regel.ugestart) % 7
        foerste = start + dt.timedelta(days=7 * frem - tilbage)
        uge = (foerste + dt.timedelta(days=nr) for nr in range(7))
        onskede = {dag for _, dag in regel.ugedage} or {start.isoweekday()}
        alle = (dag for dag in uge if dag.isoweekday() in onskede)
    elif regel.frekvens == "MONTHLY":
        maaned = start.month - 1 + frem
        alle = _maaned(regel, start, start.year + maaned // 12, maaned % 12 + 1)
    else:
        alle = (
            dag
            for maaned in regel.maaneder or (start.month,)
            for dag in _maaned(regel, start, start.year + frem, maaned)
        )
    return (dag for dag in alle if _passer(regel, dag))


def _passer(regel: Regel, dag: dt.date) -> bool:
    if regel.maaneder and dag.month not in regel.maaneder:
        return False
    sidste = monthrange(dag.year, dag.month)[1]
    if regel.maanedsdage and not {dag.day, dag.day - sidste - 1} & set(regel.maanedsdage):
        return False
    return not regel.ugedage or dag.isoweekday() in {ugedag for _, ugedag in regel.ugedage}


def _maaned(regel: Regel, start: dt.date, aar: int, maaned: int) -> Iterator[dt.date]:
    sidste = monthrange(aar, maaned)[1]
    for nr in range(1, sidste + 1):
        dag = dt.date(aar, maaned, nr)
        forfra, bagfra = (nr - 1) // 7 + 1, -((sidste - nr) // 7 + 1)
        if regel.ugedage:
            if any(d == dag.isoweekday() and n in (0, forfra, bagfra) for n, d in regel.ugedage):
                yield dag
        elif regel.maanedsdage or nr == start.day:
            yield dag
