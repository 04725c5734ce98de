# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a way takes."""

from __future__ import annotations

import pytest

from moedested_plugin.domain.tempo import Tempo, minutter, tempo_af


@pytest.mark.parametrize(
    ("meter", "kmt", "ventet"),
    [
        (0, 4, 0),
        (1, 4, 5),
        (333, 4, 5),
        (334, 4, 10),
        (2000, 4, 30),
        (4001, 4, 65),
        (12_000, 12, 60),
    ],
)
def test_time_is_rounded_up_to_five_minutes(meter: float, kmt: float, ventet: int) -> None:
    assert minutter(meter, kmt) == ventet


@pytest.mark.parametrize(
    ("indstilling", "ventet"),
    [
        (None, Tempo()),
        ("4", Tempo()),
        ({"navn": "x"}, Tempo()),
        ({"gang_kmt": 5, "cykel_kmt": 15.5}, Tempo(5.0, 15.5)),
        ({"gang_kmt": 0, "cykel_kmt": -1}, Tempo()),
        ({"gang_kmt": True, "cykel_kmt": "12"}, Tempo()),
    ],
)
def test_the_municipality_says_how_fast_people_go(indstilling: object, ventet: Tempo) -> None:
    assert tempo_af(indstilling) == ventet
