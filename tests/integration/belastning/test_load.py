# SPDX-License-Identifier: GPL-2.0-or-later
"""A small part of what `make load` does with a whole country, and what it says of a step that grows too much."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.belastning import landet, proces
from tests.belastning.belast import (
    FAST_MB,
    GPKG,
    POSTGIS,
    Belastning,
    Maaling,
    stoerrelser,
    tabel,
    vaekst,
)
from tests.postgis import Klynge

PUNKTER = 500


@pytest.mark.slow
def test_every_step_runs_and_is_measured(
    postgis_klynge: Klynge, qgis_app: Any, tmp_path: Path
) -> None:
    maalinger = Belastning(tmp_path, PUNKTER, postgis_klynge, samlet=True).koer()
    antal = {(m.trin, m.hvor): m.antal for m in maalinger}
    ude = PUNKTER * 1.2 + 98 * landet.MINDST
    for hvor in (GPKG, POSTGIS):
        assert antal["importer", hvor] == PUNKTER * 1.2
        assert antal["udgiv", hvor] == ude
        assert antal["fliser", hvor] > 50, "the tiles are all alike"
    assert antal["kontroller", GPKG] == antal["kontroller", POSTGIS] < PUNKTER
    assert antal["udskriv", GPKG] > 3, "an overview, sheets, and the routes to take along"
    assert all(m.cpu > 0 and m.vaeg > 0 for m in maalinger)
    assert any(m.mb > 10 for m in maalinger)
    assert all(m.server_mb > 1 for m in maalinger if m.hvor == POSTGIS)
    assert tabel(maalinger).count("\n") == len(maalinger) + 2


def test_the_country_is_the_same_every_time_and_nobody_stands_on_another() -> None:
    assert len({by.kode for by in landet.byer()}) == 98
    for antal in (9_800, 1_000_000):
        steder = [landet.punkt(antal, nr) for nr in range(0, antal, antal // 9_800)]
        assert len({(s.GetX() // 99, s.GetY() // 99) for s in steder}) == len(steder)
        ender = landet.linje(antal, 160), landet.linje(antal, 160 + 98)
        assert ender[0].Distance(ender[1]) > 20
    assert stoerrelser(1) == [10_000, 100_000, 1_000_000]
    assert stoerrelser(0.02) == [2_000, 20_000]


@pytest.mark.parametrize(
    ("cpu", "mb", "grunde"),
    [
        (100.0, 60.0, ()),
        (124.0, 60.0, ()),
        (126.0, 60.0, ("tid",)),
        (100.0, FAST_MB + 50.0, ()),
        (100.0, FAST_MB + 60.0, ("hukommelse",)),
    ],
)
def test_what_grows_faster_than_the_data_is_named(
    cpu: float, mb: float, grunde: tuple[str, ...]
) -> None:
    foer = Maaling("importer", GPKG, 10_000, 11.0, 10.0, 50.0, 0.0, 1)
    andet = Maaling("importer", POSTGIS, 10_000, 11.0, 1.0, 5.0, 0.0, 1)
    nu = Maaling("importer", GPKG, 100_000, 110.0, cpu, mb, 0.0, 1)
    (vokset,) = vaekst([foer, andet, nu])
    assert vokset.grunde == grunde
    assert vokset.tid == cpu / 10


def test_a_process_is_measured_with_its_children(tmp_path: Path) -> None:
    stykker: list[bytes] = []

    def goer() -> None:
        stykker.append(b"x" * 50_000_000)
        stykker.clear()

    maalt = proces.maalt(goer)
    assert 45 < maalt["mb"] < 80
    assert proces.sekunder(os.getpid()) > 0
    assert proces.aabne_filer(os.getpid()) > 2
