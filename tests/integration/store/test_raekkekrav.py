# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked of many rows at once refuses the same as the database; else a bad row would slip in with a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.regler import alle_regler
from moedested_plugin.domain.skema import tabel
from moedested_plugin.sources.arbejde import Arbejde, i_sqlite
from moedested_plugin.store import aabn
from moedested_plugin.store.oversaet import citer
from moedested_plugin.store.raekkekrav import brud_sql, faa_vaerdier, mistaenkt_sql

from .raekker import Raekke, Tilfaelde, gyldig, tilfaelde

TABELLER = ("facilitet_punkt", "facilitet_flade", "rute", "moedested", "aktivitet", "organisation")


def uden_henvisning(navn: str, led: Tilfaelde) -> bool:
    """A reference needs other rows; it is asked where the whole import is tested."""
    return not any(tabel(navn).har(felt) and tabel(navn).felt(felt).henviser for felt in led.fejl)


TILFAELDE = [
    (navn, led)
    for navn in TABELLER
    for led in tilfaelde(navn)
    if not led.kode.endswith(f".{GEOMETRI}.mangler") and uden_henvisning(navn, led)
]


@pytest.fixture(scope="module")
def arbejde(tom_geopackage: Path) -> Iterator[Arbejde]:
    """Beside an empty store, which is only read; the row is put in anew by each test."""
    arbejde = Arbejde()
    with aabn(str(tom_geopackage)) as store, arbejde.ved_siden_af(store):
        yield arbejde
    arbejde.luk()


def afvises(arbejde: Arbejde, navn: str, raekke: Raekke) -> tuple[str | None, bool]:
    """The sentence, and whether the quick look finds the row suspicious."""
    beskrevet = tabel(navn)
    felter = {
        felt: vaerdi
        for felt, vaerdi in raekke.items()
        if beskrevet.har(felt) and not beskrevet.felt(felt).henviser
    }
    kolonner = ", ".join(map(citer, felter))
    arbejde.udfoer("DROP TABLE IF EXISTS proeve")
    arbejde.udfoer(f"CREATE TABLE proeve (_nr, {kolonner})")
    arbejde.udfoer(
        f"INSERT INTO proeve VALUES (1, {', '.join('?' * len(felter))})",
        *(i_sqlite(beskrevet.felt(felt), vaerdi) for felt, vaerdi in felter.items()),
    )
    besked = arbejde.udfoer(brud_sql(navn, felter, "proeve", "_nr")).fetchone()
    faa = faa_vaerdier(navn, felter)
    daarlig = arbejde.udfoer(brud_sql(navn, faa, "proeve", "_nr")).fetchone() if faa else None
    mistaenkt = arbejde.foerste(f"SELECT {mistaenkt_sql(navn, felter)} FROM proeve AS NEW")
    return (besked[1] if besked else None), bool(mistaenkt) or daarlig is not None


@pytest.mark.parametrize(
    ("navn", "led"), TILFAELDE, ids=lambda v: v.kode if isinstance(v, Tilfaelde) else v
)
def test_every_hard_rule_is_asked(arbejde: Arbejde, navn: str, led: Tilfaelde) -> None:
    god = gyldig(navn)
    assert afvises(arbejde, navn, god | led.godt)[0] is None
    besked, mistaenkt = afvises(arbejde, navn, god | led.fejl)
    assert besked == alle_regler()[led.kode].besked
    assert mistaenkt


def test_codes_that_no_list_has_are_asked(arbejde: Arbejde) -> None:
    besked, mistaenkt = afvises(
        arbejde, "facilitet_punkt", gyldig("facilitet_punkt") | {"handicap_k": 77}
    )
    assert besked is not None
    assert "findes ikke i listen" in besked
    assert mistaenkt
