# SPDX-License-Identifier: GPL-2.0-or-later
"""What is seen as new, changed, gone, moved, in conflict, like one of ours; and what is no change at all."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.sources.plan import Plan
from moedested_plugin.sources.profil import profil_af
from moedested_plugin.store import Store

from .kilder import BAENKE, NETVAERK, RUTER, UDEN_ID, Import, X, Y, baenk, linje


def multipunkt(x: float, y: float) -> bytes:
    return struct.pack("<BIIBIdd", 1, 4, 1, 1, 1, X + x, Y + y)


@pytest.fixture
def kilde(store: Store, tmp_path: Path) -> Import:
    return Import(store, tmp_path)


def felter(plan: Plan, art: Any) -> dict[str, tuple[Any, Any, Any]]:
    (raekke,) = plan.raekker([art])
    return {f.felt: (f.sidst, f.vores, f.deres) for f in raekke.felter}


def test_a_row_never_seen_is_new_with_all_its_fields(kilde: Import) -> None:
    with kilde.plan(baenk(1)) as plan:
        (raekke,) = plan.raekker()
        assert (raekke.art, raekke.noegle, raekke.navn, raekke.type, raekke.accept) == (
            "ny",
            "1",
            "Bænk 1",
            "Bænk",
            True,
        )
        assert {f.felt: f.deres for f in raekke.felter} == {
            "facil_ty_k": 1371, "navn": "Bænk 1", "beskrivels": "Ved stien", "antal_pl": 3,
        }  # fmt: skip
        assert raekke.geometri_deres == struct.pack("<BIdd", 1, 1, X, Y)
    assert kilde.vores() == []


def test_the_same_file_again_changes_nothing(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1), baenk(2, 40)) as plan:
        assert list(plan.raekker()) == []
        assert plan.uaendrede == 2


def test_a_change_at_the_source_is_shown_field_by_field(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1, tekst="Ved søen", pladser=4), baenk(2, 40)) as plan:
        assert felter(plan, "aendret") == {
            "beskrivels": ("Ved stien", "Ved stien", "Ved søen"),
            "antal_pl": (3, 3, 4),
        }
        assert plan.uaendrede == 1


def test_a_change_of_ours_stays_when_the_source_is_as_it_was(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", beskrivels="Ved vores sti")
    assert kilde.antal(baenk(1)) == {}


def test_different_fields_changed_on_both_sides_merge(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", beskrivels="Ved vores sti")
    with kilde.plan(baenk(1, pladser=5)) as plan:
        assert felter(plan, "aendret") == {"antal_pl": (3, 3, 5)}


def test_one_field_changed_on_both_sides_is_a_conflict(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", beskrivels="Ved vores sti")
    with kilde.plan(baenk(1, tekst="Ved søen", pladser=5)) as plan:
        assert felter(plan, "konflikt") == {
            "beskrivels": ("Ved stien", "Ved vores sti", "Ved søen"), "antal_pl": (3, 3, 5),
        }  # fmt: skip
        (raekke,) = plan.raekker()
        assert {f.felt: (f.konflikt, f.accept) for f in raekke.felter} == {
            "beskrivels": (True, None),
            "antal_pl": (False, True),
        }


def test_both_sides_changed_to_the_same_is_no_change(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", beskrivels="Ved søen")
    assert kilde.antal(baenk(1, tekst="Ved søen")) == {}


def test_local_fields_are_set_once_and_never_touched(kilde: Import) -> None:
    kilde.gem(baenk(1, status=2))
    kilde.ret("Bænk 1", statuskode=3)
    assert kilde.antal(baenk(1, status=4)) == {}


def test_a_column_that_the_file_lacks_clears_nothing(kilde: Import) -> None:
    kilde.gem(baenk(1))
    uden = {navn: vaerdi for navn, vaerdi in baenk(1).items() if navn != "tekst"}
    assert kilde.antal(uden) == {}


def test_what_is_gone_at_the_source_is_said_and_not_decided(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1)) as plan:
        (raekke,) = plan.raekker()
        assert (raekke.art, raekke.navn, raekke.accept) == ("borte", "Bænk 2", None)
        assert raekke.geometri_vores is not None


def test_deleted_here_and_changed_there_is_a_conflict(kilde: Import) -> None:
    kilde.gem(baenk(1))
    with kilde.store.skriv("prøve", "CD") as skriver:
        skriver.slet("facilitet_punkt", kilde.noegle("Bænk 1"))
    assert kilde.antal(baenk(1)) == {}
    assert kilde.antal(baenk(1, tekst="Ved søen")) == {"konflikt": 1}


@pytest.mark.parametrize("samme", [
    {"tekst": "  Ved stien "}, {"slags": "bænk"}, {"slags": "1371"}, {"pladser": "3"}, {"pladser": 3.0}, {"web": ""},
])  # fmt: skip
def test_another_spelling_is_no_change(kilde: Import, samme: dict[str, Any]) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    assert kilde.antal(baenk(1, **samme), baenk(2, 40)) == {}


@pytest.mark.parametrize(("meter", "ventet"), [(0.09, {}), (0.2, {"aendret": 1})])
def test_a_move_of_less_than_a_decimetre_is_none(
    kilde: Import, meter: float, ventet: dict[str, int]
) -> None:
    kilde.gem(baenk(1))
    assert kilde.antal(baenk(1, meter)) == ventet


def test_small_moves_do_not_add_up(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.gem(baenk(1, 0.08))
    assert kilde.antal(baenk(1, 0.16)) == {"aendret": 1}


def test_moved_here_and_there_is_a_conflict_of_the_place(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", geometri=multipunkt(3, 0))
    with kilde.plan(baenk(1, 0, 5)) as plan:
        (raekke,) = plan.raekker()
        assert (raekke.art, [f.felt for f in raekke.felter]) == ("konflikt", ["geometri"])
        assert len({raekke.geometri_sidst, raekke.geometri_vores, raekke.geometri_deres}) == 3


@pytest.mark.parametrize(("punkter", "ventet"), [
    ([(0, 0), (50, 0.05), (100, 0)], {}), ([(100, 0), (0, 0)], {}), ([(0, 0), (50, 0.2), (100, 0)], {"aendret": 1}),
])  # fmt: skip
def test_lines_are_compared_by_how_far_they_stray(
    store: Store, tmp_path: Path, punkter: list[tuple[float, float]], ventet: dict[str, int]
) -> None:
    kilde = Import(store, tmp_path, profil_af({**NETVAERK.som_json(), "noegle": ["navn"]}))
    kilde.gem(linje("A", (0, 0), (100, 0)))
    assert kilde.antal(linje("A", *punkter)) == ventet


class TestUdenId:
    @pytest.fixture
    def kilde(self, store: Store, tmp_path: Path) -> Import:
        return Import(store, tmp_path, UDEN_ID)

    def test_kind_and_place_are_the_key(self, kilde: Import) -> None:
        kilde.gem(baenk(1), baenk(2, 60), baenk(3, 60, slags="Bord"))
        assert kilde.antal(baenk(1), baenk(2, 60), baenk(3, 60, slags="Bord")) == {}
        with kilde.plan(baenk(1, pladser=9), baenk(2, 60), baenk(3, 60, slags="Bord")) as plan:
            assert felter(plan, "aendret") == {"antal_pl": (3, 3, 9)}

    def test_across_a_decimetre_of_the_key_it_is_the_same(self, kilde: Import) -> None:
        kilde.gem(baenk(1, 0.04))
        assert kilde.antal(baenk(1, 0.06)) == {}

    def test_the_same_kind_at_the_same_place_twice_is_reported(self, kilde: Import) -> None:
        with kilde.plan(baenk(1), baenk(2), baenk(3, 60)) as plan:
            assert plan.antal["ny"] == 2
            (raekke,) = plan.raekker(["afvist"])
            assert raekke.grund == "Står også i række 1: samme nøgle eller samme type og sted."

    def test_gone_and_new_near_by_is_offered_as_moved(self, kilde: Import) -> None:
        kilde.gem(baenk(1), baenk(2, 400))
        with kilde.plan(baenk(1, 0, 12), baenk(2, 400)) as plan:
            (raekke,) = plan.raekker()
            assert (raekke.art, raekke.objekt_id) == ("flyttet", kilde.noegle("Bænk 1"))
            assert raekke.afstand == pytest.approx(12)
            assert raekke.accept is True

    @pytest.mark.parametrize("ny", [{"y": 26}, {"y": 12, "slags": "Bord"}])
    def test_too_far_or_of_another_kind_it_is_not_moved(
        self, kilde: Import, ny: dict[str, Any]
    ) -> None:
        kilde.gem(baenk(1))
        assert kilde.antal(baenk(1, **ny)) == {"ny": 1, "borte": 1}


class TestLigner:
    @pytest.fixture
    def egen(self, kilde: Import) -> Import:
        with kilde.store.skriv("prøve", "CD") as skriver:
            skriver.indsaet("facilitet_punkt", [
                {"facil_ty_k": 1371, "bruger_id": "k", "navn": "Bænken ved Sundet", "geometri": multipunkt(0, 0)},
                {"facil_ty_k": 1371, "bruger_id": "k", "geometri": multipunkt(500, 0)},
            ])  # fmt: skip
        return kilde

    @pytest.mark.parametrize(("ny", "ventet"), [
        ({"navn": "bænken ved sundet", "y": 20}, {"ligner": 1}),
        ({"navn": "Ved Sundet", "y": 20}, {"ligner": 1}),
        ({"navn": "Æblehaven", "y": 1}, {"ny": 1}),
        ({"navn": None, "y": 4}, {"ligner": 1}),
        ({"navn": None, "y": 20}, {"ny": 1}),
        ({"navn": "bænken ved sundet", "y": 26}, {"ny": 1}),
        ({"navn": "bænken ved sundet", "slags": "Bord"}, {"ny": 1}),
        ({"navn": "Navngivet hos kilden", "x": 502}, {"ligner": 1}),
    ])  # fmt: skip
    def test_by_kind_distance_and_name(
        self, egen: Import, ny: dict[str, Any], ventet: dict[str, int]
    ) -> None:
        assert egen.antal(baenk(1, **ny)) == ventet

    def test_what_would_change_is_shown_and_off(self, egen: Import) -> None:
        with egen.plan(baenk(1, 0, 2, navn="bænken ved sundet")) as plan:
            (raekke,) = plan.raekker()
            assert raekke.objekt_id == egen.noegle("Bænken ved Sundet")
            assert {f.felt: f.accept for f in raekke.felter} == dict.fromkeys(
                ["navn", "beskrivels", "antal_pl", "geometri"], False
            )


@pytest.mark.parametrize(("fejl", "grund"), [
    ({"slags": "Vulkan"}, "Type: “Vulkan” findes ikke i listen. Skriv i profilen, hvilken kode den svarer til."),
    ({"slags": "4711"}, "Type: koden findes ikke i listen. Vælg en fra listen."),
    ({"slags": "2041"}, None),
    ({"slags": "4001"}, "Type: koden findes ikke i listen. Vælg en fra listen."),
    ({"slags": "2183"}, "Typen kan kun tegnes som flade. Vælg en anden type, eller tegn i et andet lag."),
    ({"slags": None}, "Type mangler."),
    ({"pladser": "mange"}, "Antal pladser: “mange” er ikke et tal."),
    ({"pladser": 10000}, "Antal pladser skal være mellem 0 og 9999."),
    ({"navn": "x" * 255}, "Navn må højst være på 254 tegn."),
    ({"sted": None}, "Der mangler en tegning på kortet."),
    ({"sted": [(0, 0), (9, 9)]}, "Tegningen er en linje, men Faciliteter tegnes anderledes."),
])  # fmt: skip
def test_a_row_that_the_store_would_refuse_is_refused_with_the_rule_s_words(
    kilde: Import, fejl: dict[str, Any], grund: str | None
) -> None:
    with kilde.plan(baenk(1, 40), baenk(2, **fejl)) as plan:
        assert plan.antal["ny"] == (1 if grund else 2)
        assert [raekke.grund for raekke in plan.raekker(["afvist"])] == ([grund] if grund else [])


def test_a_change_that_the_store_would_refuse_is_refused(kilde: Import) -> None:
    kilde.gem(baenk(1))
    with kilde.plan(baenk(1, pladser=10000, tekst="Nyt")) as plan:
        (raekke,) = plan.raekker()
        assert (raekke.art, raekke.grund) == ("afvist", "Antal pladser skal være mellem 0 og 9999.")


def test_the_same_key_twice_is_reported(kilde: Import) -> None:
    with kilde.plan(baenk(1), baenk(1, 80)) as plan:
        assert plan.antal["ny"] == plan.antal["afvist"] == 1


def test_segments_of_a_route_are_joined(store: Store, tmp_path: Path) -> None:
    kilde = Import(store, tmp_path, RUTER)
    stykker = [
        linje("Sundruten", (0, 0), (500, 0)), linje("Sundruten", (500, 0), (1000, 0)),
        linje("Sundruten", (2000, 0), (3000, 0)), linje(None, (0, 50), (300, 50)), linje(None, (0, 90), (400, 90)),
    ]  # fmt: skip
    with kilde.plan(*stykker) as plan:
        assert plan.antal["ny"] == 3
    kilde.gem(*stykker)
    assert sorted(kilde.vores("laengde")) == [0.3, 0.4, 2.0]
    assert kilde.vores("belaegn_k") == [9, 9, 9]
    assert kilde.antal(*stykker) == {}


def test_a_plan_can_be_kept_and_opened(kilde: Import, tmp_path: Path) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1, pladser=4), baenk(3, 90)) as plan:
        plan.gem(tmp_path / "plan.sqlite")
        foer = list(plan.raekker())
    with Plan.aabn(tmp_path / "plan.sqlite") as igen:
        assert list(igen.raekker()) == foer
        assert igen.maal.lag == BAENKE.lag
        assert {art for art, antal in igen.antal.items() if antal} == {"ny", "aendret", "borte"}
