# SPDX-License-Identifier: GPL-2.0-or-later
"""What changed since the last print: the row itself, what hangs on it, what it points to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from moedested_plugin.printing.bestilling import find_skabelon
from moedested_plugin.printing.valg import (
    SENEST,
    aendret_siden,
    husk_udskrevet,
    markerede,
    senest_udskrevet,
)
from moedested_plugin.project.aabent import lag_af_rolle

from .conftest import Trykkeri, aabent

ARK, RUTE = find_skabelon("moedestedsark"), find_skabelon("ruteark")


@pytest.fixture(scope="module")
def eget(kopi_af_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trykkeri]:
    """One project for them all: each begins with a print."""
    yield from aabent(kopi_af_demo, tmp_path_factory.mktemp("valg"))


def udskrevet_nu(tryk: Trykkeri) -> None:
    """As if everything was printed just after the last change."""
    for skabelon in (ARK, RUTE):
        seneste = tryk.store.historik(hoejst=1)[0].tid
        husk_udskrevet(tryk.store, skabelon, seneste + dt.timedelta(milliseconds=1))


def test_never_printed_means_all_and_nothing_changed_means_none(eget: Trykkeri) -> None:
    assert aendret_siden(eget.store, ARK) is None
    assert aendret_siden(eget.store, find_skabelon("kortbilag")) is None
    udskrevet_nu(eget)
    assert senest_udskrevet(eget.store, ARK) is not None
    assert aendret_siden(eget.store, ARK) == frozenset()
    eget.store.saet_indstilling(SENEST, {"moedestedsark": "i går"})
    assert aendret_siden(eget.store, ARK) is None, "what cannot be read is as never"


@pytest.mark.parametrize(
    ("tabel", "felt", "vaerdi"),
    [
        ("moedested", "telefon", "54 73 00 11"),
        ("aktivitet", "navn", "Kaffe på bænken"),
        ("tilknytning", "rolle_k", 4),
    ],
)
def test_a_moedested_changes_with_what_hangs_on_it(
    eget: Trykkeri, tabel: str, felt: str, vaerdi: str | int
) -> None:
    synlige = {str(r["moedested_id"]) for r in eget.grundlag("moedestedsark").stof.moedesteder}
    raekke = next(r for r in eget.store.raekker(tabel) if str(r["moedested_id"]) in synlige)
    udskrevet_nu(eget)
    with eget.store.skriv("test", "kollega") as skriver:
        assert skriver.ret(tabel, str(raekke[f"{tabel}_id"]), {felt: vaerdi})
    assert aendret_siden(eget.store, ARK) == frozenset({str(raekke["moedested_id"])})
    assert aendret_siden(eget.store, RUTE) == frozenset()


def test_what_is_deleted_moved_or_shared_counts_for_both(eget: Trykkeri) -> None:
    synlige = [str(r["moedested_id"]) for r in eget.grundlag("moedestedsark").stof.moedesteder]
    aktiviteter = [r for r in eget.store.raekker("aktivitet") if str(r["moedested_id"]) in synlige]
    slettet, flyttet = aktiviteter[0], aktiviteter[-1]
    til = next(n for n in synlige if n not in (slettet["moedested_id"], flyttet["moedested_id"]))
    udskrevet_nu(eget)
    with eget.store.skriv("test", "kollega") as skriver:
        skriver.slet("aktivitet", str(slettet["aktivitet_id"]))
        assert skriver.ret("aktivitet", str(flyttet["aktivitet_id"]), {"moedested_id": til})
    ventet = frozenset({str(slettet["moedested_id"]), str(flyttet["moedested_id"]), til})
    assert aendret_siden(eget.store, ARK) == ventet
    udskrevet_nu(eget)
    raekke = next(r for r in eget.store.raekker("moedested") if r["organisation_id"] and str(r["moedested_id"]) in synlige)  # fmt: skip
    with eget.store.skriv("test", "kollega") as skriver:
        assert skriver.ret("organisation", str(raekke["organisation_id"]), {"navn": "Nyt navn"})
    fundet = aendret_siden(eget.store, ARK)
    assert fundet is not None
    assert raekke["moedested_id"] in fundet


def test_a_draft_that_changed_is_not_printed(eget: Trykkeri) -> None:
    synlige = {str(r["moedested_id"]) for r in eget.grundlag("moedestedsark").stof.moedesteder}
    kladde = next(
        r for r in eget.store.raekker("moedested") if str(r["moedested_id"]) not in synlige
    )
    udskrevet_nu(eget)
    with eget.store.skriv("test", "kollega") as skriver:
        assert skriver.ret("moedested", str(kladde["moedested_id"]), {"telefon": "54 73 00 12"})
    assert aendret_siden(eget.store, ARK) == frozenset()


def test_selected_rows_of_all_the_layers_of_the_table(eget: Trykkeri) -> None:
    ventet = set()
    for rolle in ("vandrerute", "cykelrute"):
        layer = lag_af_rolle(eget.project, rolle)
        assert layer is not None
        feature = next(layer.getFeatures())
        layer.selectByIds([feature.id()])
        ventet.add(feature["objekt_id"])
    assert markerede(eget.project, RUTE) == ventet
    assert markerede(eget.project, find_skabelon("status")) == frozenset()
