# SPDX-License-Identifier: GPL-2.0-or-later
"""A job with a budget, and how it is measured: floor and job in turn, medians, ratio against budget.

A budget is a ratio to a floor measured in the same run (machines differ, and are noisy); seconds only where a person
waits. The jobs lie in `tests/bench/bench_*.py`; each file has `jobs(folder)` that gives them.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """One thing to measure. Without `floor` the budget is seconds."""

    name: str
    run: Callable[[], object]
    budget: float
    floor: Callable[[], object] | None = None
    times: int = 5
    #: `run` and `floor` give the seconds themselves: what is measured happens in another process.
    measures_itself: bool = False


@dataclass(frozen=True)
class Measurement:
    """The medians of a job."""

    job: Job
    seconds: float
    floor_seconds: float | None

    @property
    def value(self) -> float:
        """Give what is held against the budget."""
        return self.seconds / self.floor_seconds if self.floor_seconds else self.seconds

    @property
    def within(self) -> bool:
        """Tell whether the budget holds."""
        return self.value <= self.job.budget


def measure(job: Job) -> Measurement:
    """Run floor and job in turn, so that a busy machine is as hard on one as on the other; the first pair warms up."""
    floors, runs = [], []
    for number in range(job.times + 1):
        floor = _seconds(job, job.floor) if job.floor else 0.0
        run = _seconds(job, job.run)
        if number:
            floors.append(floor)
            runs.append(run)
    return Measurement(
        job, statistics.median(runs), statistics.median(floors) if job.floor else None
    )


def _seconds(job: Job, function: Callable[[], object]) -> float:
    start = time.perf_counter()
    answer = function()
    elapsed = time.perf_counter() - start
    if job.measures_itself:
        if not isinstance(answer, float):
            message = f"{job.name}: expected seconds, got {answer!r}"
            raise TypeError(message)
        return answer
    return elapsed


HEAD = f"{'job':<44} {'floor':>10} {'median':>10} {'value':>9} {'budget':>9}"


def line(measurement: Measurement) -> str:
    """Write one line of the table."""
    ratio = measurement.floor_seconds is not None
    show = "{:8.2f} x" if ratio else "{:8.3f} s"
    floor = f"{measurement.floor_seconds:8.3f} s" if ratio else "-"
    return (
        f"{measurement.job.name:<44} {floor:>10} {measurement.seconds:8.3f} s"
        f" {show.format(measurement.value)[-9:]:>9} {show.format(measurement.job.budget)[-9:]:>9}"
        f"  {'ok' if measurement.within else 'OVER'}"
    )
