# SPDX-License-Identifier: GPL-2.0-or-later
"""The frame of `make bench` says over when it is over."""

from __future__ import annotations

import pytest
from benchmark import Job, Measurement, line, measure


def test_floor_and_job_take_turns_and_the_first_pair_is_not_counted() -> None:
    order: list[str] = []
    answers = iter([9.0, 9.0, 1.0, 2.0, 1.0, 6.0, 1.0, 4.0])

    def note(name: str) -> float:
        order.append(name)
        return next(answers)

    job = Job("j", lambda: note("job"), 4.0, lambda: note("floor"), times=3, measures_itself=True)
    measurement = measure(job)
    assert order == ["floor", "job"] * 4
    assert (measurement.floor_seconds, measurement.seconds) == (1.0, 4.0)
    assert measurement.within


@pytest.mark.parametrize(
    ("seconds", "floor", "budget", "within"),
    [
        (0.05, None, 0.05, True),
        (0.051, None, 0.05, False),
        (3.0, 1.0, 3.0, True),
        (3.1, 1.0, 3.0, False),
    ],
)
def test_the_budget_is_seconds_or_a_ratio(
    seconds: float, floor: float | None, budget: float, within: bool
) -> None:
    measurement = Measurement(Job("j", lambda: None, budget), seconds, floor)
    assert measurement.within is within
    assert line(measurement).endswith("ok" if within else "OVER")


def test_a_job_is_timed_unless_it_measures_itself() -> None:
    assert 0 <= measure(Job("j", lambda: 99.0, 1.0, times=1)).seconds < 1
    with pytest.raises(TypeError, match="expected seconds"):
        measure(Job("j", lambda: None, 1.0, times=1, measures_itself=True))
