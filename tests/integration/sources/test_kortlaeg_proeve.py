# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from moedested_plugin.domain.skema import tabel
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.kildevaerdier import Kildevaerdi, kildevaerdier, oversaet
from moedested_plugin.sources.kortlaeg_proeve import Proeve
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.profil import FeltKort, ProfilFejl
from moedested_plugin.store import Store

from .kilder import BAENKE, baenk, geojson

RAEKKER = [
    baenk(1, 0), baenk(2, 90, slags="Vulkan"), baenk(3, 180, pladser="mange"), baenk(4, 270, navn="x" * 300),
    baenk(5, 360, slags="Bord"), {**baenk(6), "sted": None}, *(baenk(nr, 90 * nr) for nr in range(7, 24)),
]  # fmt: skip


def test_a_page_is_what_the_import_would_make_of_it(store: Store, tmp_path: Path) -> None:
    kilde = Kilde(str(geojson(tmp_path / "bænke.geojson", RAEKKER)))
    with lav_plan(store, kilde, BAENKE) as plan:
        nye = {r.raa_nr: {f.felt: f.deres for f in r.felter} for r in plan.raekker(["ny"])}
        afviste = {r.raa_nr: r.grund for r in plan.raekker(["afvist"])}
    assert len(afviste) == 4
    with laes(kilde) as laest:
        proeve = Proeve(store, laest)
        sider = [proeve.side(BAENKE)]
        while sider[-1].naeste is not None:
            sider.append(proeve.side(BAENKE, sider[-1].naeste))
        proeve.luk()
    assert [len(side.raekker) for side in sider] == [10, 10, 3]
    viste = [raekke for side in sider for raekke in side.raekker]
    assert {raekke.nr: raekke.grund for raekke in viste if raekke.grund} == afviste
    for raekke in viste:
        if raekke.grund is None:
            faste = {felt: raekke.vaerdier[felt] for felt in BAENKE.standarder}
            assert faste == BAENKE.standarder
            fyldte = {f: v for f, v in raekke.vaerdier.items() if v is not None and f not in faste}
            assert fyldte == nye[raekke.nr]


def test_a_value_that_is_not_understood_is_told_by_its_field(store: Store, tmp_path: Path) -> None:
    with laes(Kilde(str(geojson(tmp_path / "bænke.geojson", RAEKKER)))) as laest:
        proeve = Proeve(store, laest)
        raekker = proeve.side(BAENKE).raekker
        assert list(raekker[1].grunde) == ["facil_ty_k"]
        assert raekker[2].grunde == {"antal_pl": "Antal pladser: “mange” er ikke et tal."}
        assert raekker[0].grunde == {}
        with pytest.raises(ProfilFejl, match="passer ikke til kilden"):
            proeve.side(replace(BAENKE, felter=(FeltKort("navn", ("nvan",)),)))
        assert proeve.side(BAENKE, 20).raekker[0].nr == 21
        proeve.luk()


def test_values_of_a_column_and_what_becomes_of_them(tmp_path: Path) -> None:
    raekker = [
        {"slags": s, "sted": (0, 0)}
        for s in ("Bænk", "Bænk", " ", None, "Vulkan", "9", "ukendt", "12")
    ]
    with laes(Kilde(str(geojson(tmp_path / "a.geojson", raekker)))) as laest:
        fundne = kildevaerdier(laest, laest.felter[0])
        assert kildevaerdier(laest, laest.felter[0], 2).alle == 5
    assert fundne.vaerdier[0] == Kildevaerdi("Bænk", 2)
    assert fundne.alle == 5
    felt = tabel("facilitet_punkt").felt("facil_ty_k")
    kort = FeltKort("facil_ty_k", ("slags",), {"VULKAN": 7}, tomme=("Ukendt",))
    bliver = oversaet(
        felt, kort, {"d_5800_facilitet": {"baenk": 5, "ni": 9}}, [v.tekst for v in fundne.vaerdier]
    )
    assert {v.tekst: (o.bliver, o.hvordan) for v, o in zip(fundne.vaerdier, bliver)} == {
        "Bænk": (5, "forstaaet"), "Vulkan": (7, "valgt"), "9": (9, "forstaaet"), "12": (12, "ukendt"), "ukendt": (None, "tom"),
    }  # fmt: skip
