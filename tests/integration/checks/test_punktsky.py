# SPDX-License-Identifier: GPL-2.0-or-later
"""Many points at once: what is sifted out has truly no neighbour, and the squares lose none."""

from __future__ import annotations

import math
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moedested_plugin.checks import naboer
from moedested_plugin.checks.punktsky import i_celler, med_selskab, sky_af

STEDER = st.lists(st.tuples(*[st.floats(-40, 40, width=32)] * 2), max_size=30)


def punkt(x: float, y: float) -> bytes:
    return struct.pack("<BIIBIdd", 1, 4, 1, 1, 1, x, y)


@given(STEDER, st.sampled_from([0.5, 2.0, 7.5]))
def test_whoever_has_a_neighbour_within_reach_is_kept(
    steder: list[tuple[float, float]], meter: float
) -> None:
    svar = med_selskab(np.array(steder).reshape(-1, 2), meter)
    for nr, a in enumerate(steder):
        if any(math.dist(a, b) <= meter for n, b in enumerate(steder) if n != nr):
            assert svar[nr]


def test_a_point_alone_is_sifted_out() -> None:
    steder = np.array([(0.0, 0.0), (1.5, 0.0), (500.0, 0.0), (0.0, -500.0)])
    assert med_selskab(steder, 2.0) == [True, True, False, False]


@pytest.mark.parametrize("sx", [-1, 0, 1])
@pytest.mark.parametrize("sy", [-1, 0, 1])
def test_the_neighbour_may_be_in_any_of_the_squares_around(sx: int, sy: int) -> None:
    steder = [(11 + langt * sx, 11 + langt * sy) for langt in (0.9, 1.1)]
    assert med_selskab(np.array(steder), 2.0) == [True, True]


@given(STEDER)
def test_every_point_is_in_its_square(steder: list[tuple[float, float]]) -> None:
    celler = i_celler(np.array(steder).reshape(-1, 2), 10.0)
    assert sorted(p for egne in celler.values() for p in egne) == sorted(steder)
    for (i, j), egne in celler.items():
        assert all((math.floor(x / 10), math.floor(y / 10)) == (i, j) for x, y in egne)


@pytest.mark.parametrize(
    "andet",
    [
        struct.pack("<BIIBIddBIdd", 1, 4, 2, 1, 1, 0, 0, 1, 1, 1, 1),
        struct.pack("<BII", 1, 4, 0),
        struct.pack(">BIdd", 0, 1, 5, 5),
        punkt(math.nan, 5),
        punkt(math.inf, 5),
    ],
)
def test_anything_but_single_points_is_left_to_the_slow_way(andet: bytes) -> None:
    assert sky_af([punkt(1, 2), andet]) is None
    alene = sky_af([punkt(1, 2)])
    assert alene is not None
    assert alene.tolist() == [[1, 2]]


def test_the_sieve_changes_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    lag = {str(nr): punkt(nr % 20 * 3 + nr * 7 % 5 / 2, nr // 20 * 3) for nr in range(400)}
    alle = list(naboer.par(lag, lag, 2.5, samme=True))
    monkeypatch.setattr(naboer, "_MANGE", 1)
    assert alle
    assert list(naboer.par(lag, lag, 2.5, samme=True)) == alle
