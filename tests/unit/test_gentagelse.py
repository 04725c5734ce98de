# SPDX-License-Identifier: GPL-2.0-or-later
"""The days on which an activity happens, by every kind of repetition."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, INGEN, MAANEDLIG, UGENTLIG
from moedested_plugin.domain.gentagelse import Gentagelse, dage, gentagelse_af

AAR = (dt.date(2027, 1, 1), dt.date(2027, 12, 31))
ONSDAG = dt.date(2027, 1, 6)


def d(*dage_: str) -> list[dt.date]:
    return [dt.date.fromisoformat(f"2027-{dag}") for dag in dage_]


@pytest.mark.parametrize(
    ("det", "ventet"),
    [
        (Gentagelse(ONSDAG), d("01-06")),
        (Gentagelse(dt.date(2026, 12, 31), dt.date(2027, 1, 2)), d("01-01", "01-02")),
        (Gentagelse(dt.date(2026, 6, 1)), []),
        # once: months and exceptions are not shown in its form, and do not count
        (Gentagelse(ONSDAG, maaneder=(5,), undtaget=frozenset({ONSDAG})), d("01-06")),
        (Gentagelse(ONSDAG, dt.date(2027, 1, 20), UGENTLIG, (3,)), d("01-06", "01-13", "01-20")),
        # no weekday: that of the first day
        (Gentagelse(ONSDAG, dt.date(2027, 1, 14), UGENTLIG), d("01-06", "01-13")),
        (Gentagelse(ONSDAG, dt.date(2027, 1, 20), UGENTLIG, (3,), undtaget=frozenset(d("01-13"))), d("01-06", "01-20")),
        (Gentagelse(dt.date(2026, 1, 7), None, UGENTLIG, (3,), maaneder=(2,)), d("02-03", "02-10", "02-17", "02-24")),
        # the Tuesday before the first day is over; weeks are counted from the Monday before it
        (Gentagelse(ONSDAG, dt.date(2027, 2, 2), HVER_ANDEN_UGE, (2, 4)), d("01-07", "01-19", "01-21", "02-02")),
        # over the turn of a year with 53 weeks
        (Gentagelse(dt.date(2026, 12, 21), dt.date(2027, 1, 20), HVER_ANDEN_UGE, (1,)), d("01-04", "01-18")),
        (Gentagelse(dt.date(2026, 1, 1), dt.date(2027, 3, 31), MAANEDLIG, (2,), (1, 5)),
         d("01-05", "01-26", "02-02", "02-23", "03-02", "03-30")),
        # no week: that of the first day; the fifth is the last
        (Gentagelse(dt.date(2027, 1, 13), dt.date(2027, 3, 31), MAANEDLIG, (3,)), d("01-13", "02-10", "03-10")),
        (Gentagelse(dt.date(2026, 12, 31), dt.date(2027, 2, 28), MAANEDLIG, (4,)), d("01-28", "02-25")),
        (Gentagelse(dt.date(2020, 6, 23), None, AARLIG), d("06-23")),
        (Gentagelse(dt.date(2024, 2, 29), None, AARLIG), d("02-28")),
        (Gentagelse(dt.date(2020, 6, 23), dt.date(2026, 12, 31), AARLIG), []),
        (Gentagelse(dt.date(2020, 6, 23), None, AARLIG, undtaget=frozenset(d("06-23"))), []),
        (Gentagelse(dt.date(2028, 6, 23), None, AARLIG), []),
    ],
)  # fmt: skip
def test_days_of_the_year(det: Gentagelse, ventet: list[dt.date]) -> None:
    assert list(dage(det, *AAR)) == ventet


def test_what_goes_on_goes_on() -> None:
    alle = list(dage(Gentagelse(dt.date(2026, 1, 5), None, UGENTLIG, (1,)), *AAR))
    assert len(alle) == 52
    assert {dag.weekday() for dag in alle} == {0}


def test_a_row_is_read_and_what_is_wrong_in_it_passed_over() -> None:
    raekke: dict[str, Any] = {
        "dato_fra": ONSDAG, "dato_til": None, "gentagelse_k": MAANEDLIG, "ugedag_k": [3, 3, 9, "x"],
        "uge_i_maaned_k": "[5, 1]", "maaned_k": None, "undtaget": '["2027-02-03", "i morgen"]',
    }  # fmt: skip
    assert gentagelse_af(raekke) == Gentagelse(
        ONSDAG, None, MAANEDLIG, (3,), (1, 5), (), frozenset({dt.date(2027, 2, 3)})
    )
    assert gentagelse_af({**raekke, "dato_fra": None}) is None
    assert gentagelse_af({"dato_fra": ONSDAG}) == Gentagelse(ONSDAG, gentagelse=INGEN)
