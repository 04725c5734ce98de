# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings that are too many for memory: what lies on the disk is what lay in memory, and a full check finds the same."""

from __future__ import annotations

import struct
import uuid
from dataclasses import replace
from itertools import count

import pytest

from moedested_plugin.checks import tegninger
from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.checks.tegninger import Tegninger
from moedested_plugin.store import Store
from tests.integration.store.raekker import gyldig, punkt

ALLE = [(f"nøgle {nr}", bytes([nr]) * nr) for nr in (3, 1, 2, 200)]


@pytest.mark.parametrize("hoejst", [0, 300, 10**6])
def test_they_are_the_same_wherever_they_lie(monkeypatch: pytest.MonkeyPatch, hoejst: int) -> None:
    monkeypatch.setattr(tegninger, "_HOEJST", hoejst)
    lag = Tegninger(iter(ALLE))
    assert (list(lag), list(lag.items()), list(lag.values())) == (
        [noegle for noegle, _ in ALLE],
        ALLE,
        [wkb for _, wkb in ALLE],
    )
    assert (len(lag), lag["nøgle 2"], lag.get("nøgle 9"), "nøgle 1" in lag) == (4, b"\2\2", None, True)  # fmt: skip
    assert (len(Tegninger(())), list(Tegninger(()).items())) == (0, [])


def _linje(*steder: tuple[float, float]) -> bytes:
    led = [tal for sted in steder for tal in sted]
    return struct.pack(f"<BIIBII{len(led)}d", 1, 5, 1, 1, 2, len(steder), *led)


def _flade(x: float, y: float, side: float) -> bytes:
    hjoerner = ((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))
    led = [tal for sted in hjoerner for tal in sted]
    return struct.pack("<BIIBIII10d", 1, 6, 1, 1, 3, 1, 5, *led)


def _fyld(store: Store) -> None:
    noegler = (str(uuid.UUID(int=nr)) for nr in count(1))
    zigzag = [(681_000.0 + 10 * nr, 6_080_000.0 + 5 * (nr % 2)) for nr in range(200)]
    raekker = {
        "facilitet_punkt": [
            {"geometri": struct.pack("<BIIBIdd", 1, 4, 1, 1, 1, 680_000 + 40 * (nr // 2), 6_080_000 + nr % 2), "navn": "Bænk"}
            for nr in range(12)
        ],
        "facilitet_flade": [{"geometri": _flade(680_000 + 100 * nr, 6_080_000, 20)} for nr in (0, 0, 1)],
        "rute": [
            {"geometri": _linje(*zigzag), "rute_ty_k": 5},
            {"geometri": _linje(*zigzag[::-1]), "rute_ty_k": 5, "laengde": 9.0},
            {"geometri": _linje((682_992, 6_080_005), (684_000, 6_081_000)), "rundtur": True},
        ],
        "moedested": [{"geometri": punkt()}, {"geometri": punkt()}],
    }  # fmt: skip
    with store.skriv("prøve", "AB") as skriver:
        for tabel, egne in raekker.items():
            noegle = "moedested_id" if tabel == "moedested" else "objekt_id"
            skriver.indsaet(
                tabel, ({**gyldig(tabel), noegle: next(noegler), **egen} for egen in egne)
            )


def test_a_check_with_its_drawings_on_the_disk_finds_the_same(
    monkeypatch: pytest.MonkeyPatch, gpkg_store: Store
) -> None:
    _fyld(gpkg_store)

    def fund() -> set[tuple[object, ...]]:
        poster = kontroller(gpkg_store, replace(Valg(), gem=False)).poster
        return {
            (*p.fund.noegle_i_listen, p.fund.sted, p.fund.aftryk, str(p.fund.vaerdier))
            for p in poster
        }

    i_hukommelsen = fund()
    koder = {str(et[0]) for et in i_hukommelsen}
    assert koder >= {
        "dubletter.facilitet", "dubletter.facilitet_navn", "dubletter.flade", "dubletter.rute", "dubletter.punkt_og_flade",
        "ruter.laengde", "ruter.rundtur_aaben", "ruter.naesten_forbundet", "ruter.langt_til_baenk",
    }  # fmt: skip
    monkeypatch.setattr(tegninger, "_HOEJST", 0)
    assert fund() == i_hukommelsen
