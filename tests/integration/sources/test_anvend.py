# SPDX-License-Identifier: GPL-2.0-or-later
"""Carrying out a plan and taking it back: on both stores, with yes and no, conflicts, and colleagues at work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.sources.anvend import ForaeldetPlan, KanIkkeAnvendes, UgemteRettelser, anvend
from moedested_plugin.sources.fejl import Annulleret
from moedested_plugin.sources.fortryd import fortryd_import, sidste_import
from moedested_plugin.store import Store
from moedested_plugin.store.fejl import Afvist

from .kilder import NETVAERK, UDEN_ID, Import, baenk, linje
from .test_sammenlign import multipunkt


@pytest.fixture
def kilde(store: Store, tmp_path: Path) -> Import:
    return Import(store, tmp_path)


def alt(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Everything that an import may write, without the stamps."""
    stempler = {"rettet", "rettet_af", "raekke_version", "set_senest", "modtaget", "foer"}
    return {
        tabel: [
            {felt: vaerdi for felt, vaerdi in raekke.items() if felt not in stempler}
            for raekke in sorted(
                store.raekker(tabel), key=lambda r: str(sorted(r.items(), key=str))
            )
        ]
        for tabel in ("facilitet_punkt", "kildepost", "netvaerk", "rute")
    }


def test_new_rows_come_in_with_values_defaults_and_history(kilde: Import) -> None:
    resultat = kilde.gem(baenk(1), baenk(2, 40, web="https://a.dk"))
    assert resultat.nye == 2
    raekke = next(r for r in kilde.store.raekker("facilitet_punkt") if r["navn"] == "Bænk 2")
    assert {felt: raekke[felt] for felt in ("facil_ty_k", "antal_pl", "link", "kilde_k", "off_kode", "cvr_kode", "statuskode",
                                            "oprettet_af", "raekke_version")} == {
        "facil_ty_k": 1371, "antal_pl": 3, "link": "https://a.dk", "kilde_k": 98, "off_kode": 1, "cvr_kode": 29188599,
        "statuskode": 1, "oprettet_af": "AB", "raekke_version": 1,
    }  # fmt: skip
    assert raekke["geometri"] == multipunkt(40, 0)
    assert [(post.art, post.koersel_id) for post in kilde.store.historik("facilitet_punkt")] == [
        ("oprettet", resultat.koersel_id)
    ] * 2
    poster = list(kilde.store.raekker("kildepost"))
    assert {(p["kilde"], p["lag"], p["kilde_noegle"], p["type"]) for p in poster} == {
        ("Nabo", "bænke", "1", "Bænk"), ("Nabo", "bænke", "2", "Bænk"),
    }  # fmt: skip
    assert {p["objekt_id"] for p in poster} == set(kilde.vores("objekt_id"))


def test_the_guards_of_the_store_stand_after_an_import(kilde: Import) -> None:
    kilde.gem(baenk(1))
    with pytest.raises(Afvist) as fejl, kilde.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "facilitet_punkt",
            [{"facil_ty_k": 4711, "bruger_id": "x", "geometri": multipunkt(0, 0)}],
        )
    assert fejl.value.kode == "facilitet_punkt.facil_ty_k.kodeliste"


def test_the_whole_round(kilde: Import) -> None:
    """First import; new, changed, gone, in conflict, dirty; apply; the same again; undo; once more."""
    kilde.gem(baenk(1), baenk(2, 40), baenk(3, 80), baenk(4, 120))
    kilde.ret("Bænk 3", beskrivels="Vores ord")
    foer = alt(kilde.store)
    nyt = [
        baenk(1),
        baenk(2, 40, pladser=8),
        baenk(3, 80, tekst="Deres ord"),
        baenk(5, 160),
        baenk(6, 200, slags="Vulkan"),
    ]
    with kilde.plan(*nyt) as plan:
        assert plan.antal == {
            "ny": 1, "aendret": 1, "flyttet": 0, "konflikt": 1, "ligner": 0, "borte": 1, "afvist": 1
        }  # fmt: skip
        plan.afgoer("report")
        resultat = anvend(kilde.store, plan, "AB")
    assert (resultat.nye, resultat.rettede) == (1, 1)
    assert dict(zip(kilde.vores(), kilde.vores("antal_pl"))) == {
        "Bænk 1": 3, "Bænk 2": 8, "Bænk 3": 3, "Bænk 4": 3, "Bænk 5": 3
    }  # fmt: skip
    assert "Vores ord" in kilde.vores("beskrivels")
    assert kilde.antal(*nyt) == {"konflikt": 1, "borte": 1, "afvist": 1}
    fortrudt = fortryd_import(kilde.store, str(resultat.koersel_id), "AB")
    assert (fortrudt.slettede, fortrudt.tilbagefoerte, fortrudt.uroert) == (1, 1, ())
    assert alt(kilde.store) == foer
    kilde.gem(*nyt)
    assert kilde.antal(*nyt) == {"konflikt": 1, "borte": 1, "afvist": 1}


def test_twice_the_same_file_writes_nothing(kilde: Import) -> None:
    kilde.gem(baenk(1))
    foer = alt(kilde.store)
    resultat = kilde.gem(baenk(1))
    assert resultat.koersel_id is None
    assert resultat.sikkerhedskopi is None
    assert alt(kilde.store) == foer


def test_a_backup_of_the_file_is_made_first(kilde: Import) -> None:
    resultat = kilde.gem(baenk(1))
    if kilde.store.provider == "ogr":
        assert Path(str(resultat.sikkerhedskopi)).is_file()
    else:
        assert resultat.sikkerhedskopi is None


# ---- yes and no -----------------------------------------------------------------------------------------------------


def test_a_declined_field_stays_and_is_not_offered_before_it_changes(kilde: Import) -> None:
    kilde.gem(baenk(1))
    nyt = baenk(1, tekst="Ved søen", pladser=9)
    with kilde.plan(nyt) as plan:
        (raekke,) = plan.raekker()
        plan.accepter([raekke.nr], ja=False, felt="beskrivels")
        anvend(kilde.store, plan, "AB")
    assert (kilde.vores("beskrivels"), kilde.vores("antal_pl")) == (["Ved stien"], [9])
    assert kilde.antal(nyt) == {}
    assert kilde.antal(baenk(1, tekst="Ved åen", pladser=9)) == {"aendret": 1}


def test_a_declined_row_is_not_offered_before_it_changes(kilde: Import) -> None:
    with kilde.plan(baenk(1), baenk(2, 40)) as plan:
        plan.accepter([next(plan.raekker()).nr], ja=False)
        anvend(kilde.store, plan, "AB")
    assert kilde.vores() == ["Bænk 2"]
    assert kilde.antal(baenk(1), baenk(2, 40)) == {}
    assert kilde.antal(baenk(1, tekst="Malet"), baenk(2, 40)) == {"ny": 1}


def test_a_declined_move_is_not_offered_before_it_moves_on(kilde: Import) -> None:
    kilde.gem(baenk(1))
    with kilde.plan(baenk(1, 7)) as plan:
        plan.accepter([1], ja=False)
        anvend(kilde.store, plan, "AB")
    assert kilde.vores("geometri") == [multipunkt(0, 0)]
    assert kilde.antal(baenk(1, 7)) == {}
    assert kilde.antal(baenk(1, 9)) == {"aendret": 1}


def test_a_row_left_for_later_is_offered_again(kilde: Import) -> None:
    kilde.gem(baenk(1))
    with kilde.plan(baenk(1, pladser=9), baenk(2, 40)) as plan:
        plan.accepter([r.nr for r in plan.raekker()], ja=None)
        anvend(kilde.store, plan, "AB")
    assert kilde.antal(baenk(1, pladser=9), baenk(2, 40)) == {"aendret": 1, "ny": 1}


@pytest.mark.parametrize(("politik", "tekst", "pladser", "igen"), [
    ("keep", "Vores", 9, {}), ("take", "Deres", 9, {}), ("report", "Vores", 3, {"konflikt": 1}),
])  # fmt: skip
def test_conflicts_without_a_person(
    kilde: Import, politik: Any, tekst: str, pladser: int, igen: dict[str, int]
) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", beskrivels="Vores")
    nyt = baenk(1, tekst="Deres", pladser=9)
    with kilde.plan(nyt) as plan:
        plan.afgoer(politik)
        anvend(kilde.store, plan, "AB")
    assert (kilde.vores("beskrivels"), kilde.vores("antal_pl")) == ([tekst], [pladser])
    assert kilde.antal(nyt) == igen


def test_a_conflict_nobody_decided_is_still_one_after_a_good_import(kilde: Import) -> None:
    kilde.gem(baenk(1))
    kilde.ret("Bænk 1", beskrivels="Vores")
    kilde.gem(baenk(1, tekst="Deres"), baenk(2, 40))
    assert kilde.antal(baenk(1, tekst="Deres"), baenk(2, 40)) == {"konflikt": 1}


def test_gone_can_be_closed_and_is_then_settled(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1)) as plan:
        plan.accepter_alle("borte", ja=True)
        anvend(kilde.store, plan, "AB")
    assert dict(zip(kilde.vores(), kilde.vores("statuskode"))) == {"Bænk 1": 1, "Bænk 2": 4}
    assert kilde.antal(baenk(1)) == {}


def test_what_was_deleted_here_can_come_back_under_its_id(kilde: Import) -> None:
    kilde.gem(baenk(1))
    noegle = kilde.noegle("Bænk 1")
    with kilde.store.skriv("prøve", "CD") as skriver:
        skriver.slet("facilitet_punkt", noegle)
    nyt = baenk(1, tekst="Ved søen")
    with kilde.plan(nyt) as plan:
        plan.afgoer("take")
        anvend(kilde.store, plan, "AB")
    assert kilde.noegle("Bænk 1") == noegle
    assert kilde.antal(nyt) == {}


def test_a_moved_row_keeps_its_id_links_and_history(store: Store, tmp_path: Path) -> None:
    kilde = Import(store, tmp_path, UDEN_ID)
    kilde.gem(baenk(1))
    noegle = kilde.ret("Bænk 1", intern_note="Husk maling")
    kilde.gem(baenk(1, 0, 12, tekst="Ny plads"))
    (raekke,) = store.raekker("facilitet_punkt")
    assert (raekke["objekt_id"], raekke["intern_note"], raekke["beskrivels"]) == (
        noegle,
        "Husk maling",
        "Ny plads",
    )
    assert raekke["geometri"] == multipunkt(0, 12)
    assert [post.art for post in store.historik("facilitet_punkt", noegle)] == [
        "rettet",
        "rettet",
        "oprettet",
    ]
    assert kilde.antal(baenk(1, 0, 12, tekst="Ny plads")) == {}


def test_moved_can_be_taken_as_new_instead(store: Store, tmp_path: Path) -> None:
    kilde = Import(store, tmp_path, UDEN_ID)
    kilde.gem(baenk(1))
    with kilde.plan(baenk(1, 0, 12)) as plan:
        plan.tag_som_ny(1)
        anvend(store, plan, "AB")
    assert store.antal("facilitet_punkt") == 2
    assert kilde.antal(baenk(1, 0, 12)) == {"borte": 1}


class TestLigner:
    @pytest.fixture
    def egen(self, kilde: Import) -> Import:
        with kilde.store.skriv("prøve", "CD") as skriver:
            skriver.indsaet("facilitet_punkt", [
                {"facil_ty_k": 1371, "bruger_id": "k", "navn": "Bænk 1", "antal_pl": 2, "geometri": multipunkt(0, 3)},
            ])  # fmt: skip
        return kilde

    @pytest.mark.parametrize(("politik", "antal", "pladser", "igen"), [
        ("keep", 1, 2, {}), ("take", 1, 3, {}), ("report", 1, 2, {"ligner": 1}),
    ])  # fmt: skip
    def test_linked_instead_of_new(
        self, egen: Import, politik: Any, antal: int, pladser: int, igen: dict[str, int]
    ) -> None:
        with egen.plan(baenk(1)) as plan:
            plan.afgoer(politik)
            anvend(egen.store, plan, "AB")
        assert egen.store.antal("facilitet_punkt") == antal
        assert egen.vores("antal_pl") == [pladser]
        assert egen.antal(baenk(1)) == igen

    def test_a_link_follows_the_source_from_then_on(self, egen: Import) -> None:
        with egen.plan(baenk(1)) as plan:
            plan.afgoer("keep")
            anvend(egen.store, plan, "AB")
        with egen.plan(baenk(1, web="https://a.dk", pladser=7)) as plan:
            (raekke,) = plan.raekker()
            assert {f.felt: f.konflikt for f in raekke.felter} == {"antal_pl": True, "link": False}

    def test_or_taken_as_new(self, egen: Import) -> None:
        with egen.plan(baenk(1)) as plan:
            plan.tag_som_ny(1)
            anvend(egen.store, plan, "AB")
        assert egen.store.antal("facilitet_punkt") == 2
        assert egen.antal(baenk(1)) == {}


# ---- undo -----------------------------------------------------------------------------------------------------------


def test_rows_edited_since_are_left_and_listed(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    resultat = kilde.gem(baenk(1, pladser=9), baenk(2, 40, pladser=9), baenk(3, 80), baenk(4, 120))
    to, fire = kilde.ret("Bænk 2", intern_note="x"), kilde.ret("Bænk 4", intern_note="x")
    fortrudt = fortryd_import(kilde.store, str(resultat.koersel_id), "AB")
    assert {(u.noegle, u.grund) for u in fortrudt.uroert} == {
        (to, "Er rettet siden importen."), (fire, "Er rettet siden importen."),
    }  # fmt: skip
    assert dict(zip(kilde.vores(), kilde.vores("antal_pl"))) == {
        "Bænk 1": 3,
        "Bænk 2": 9,
        "Bænk 4": 3,
    }
    assert kilde.antal(baenk(1), baenk(2, 40, pladser=9), baenk(4, 120)) == {}


def test_a_row_that_something_was_built_on_is_left(kilde: Import) -> None:
    resultat = kilde.gem(baenk(1))
    with kilde.store.skriv("prøve", "CD") as skriver:
        skriver.indsaet(
            "moedested",
            [
                {
                    "moedested_id": "10000000-0000-4000-8000-000000000000",
                    "navn": "Kaffe",
                    "formaal_k": [1],
                }
            ],
        )
        skriver.indsaet("tilknytning", [
            {"moedested_id": "10000000-0000-4000-8000-000000000000", "facilitet_punkt_id": kilde.noegle("Bænk 1")}
        ])  # fmt: skip
    fortrudt = fortryd_import(kilde.store, str(resultat.koersel_id), "AB")
    assert [u.grund for u in fortrudt.uroert] == ["Andre rækker henviser til den."]
    assert kilde.vores() == ["Bænk 1"]


def test_what_was_declined_is_offered_again(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40), baenk(9, 400))
    kilde.ret("Bænk 2", beskrivels="Vores")
    with kilde.plan(baenk(1), baenk(2, 40), baenk(9, 400), baenk(3, 80)) as plan:
        plan.accepter_alle("ny", ja=False)
        anvend(kilde.store, plan, "AB")
    nyt = (baenk(1, pladser=9), baenk(2, 40, tekst="Deres"), baenk(3, 80), baenk(4, 120))
    ventet = {"ny": 1, "aendret": 1, "konflikt": 1, "borte": 1}
    with kilde.plan(*nyt) as plan:
        for art in ventet:
            plan.accepter_alle(art, ja=False)  # type: ignore[arg-type]  # they are kinds of rows
        resultat = anvend(kilde.store, plan, "AB")
    assert kilde.antal(*nyt) == {}
    fortryd_import(kilde.store, str(resultat.koersel_id), "AB")
    assert kilde.antal(*nyt) == ventet  # bench 3 was declined in the import before it


def test_only_the_last_import_and_only_once(kilde: Import) -> None:
    foerste, anden = kilde.gem(baenk(1)), kilde.gem(baenk(1), baenk(2, 40))
    with pytest.raises(KanIkkeAnvendes):
        fortryd_import(kilde.store, str(foerste.koersel_id), "AB")
    assert sidste_import(kilde.store) == anden.koersel_id
    fortryd_import(kilde.store, str(anden.koersel_id), "AB")
    assert sidste_import(kilde.store) is None
    with pytest.raises(KanIkkeAnvendes):
        fortryd_import(kilde.store, str(anden.koersel_id), "AB")
    assert kilde.vores() == ["Bænk 1"]


# ---- the network ----------------------------------------------------------------------------------------------------


def test_lines_become_a_network_and_no_route(store: Store, tmp_path: Path) -> None:
    kilde = Import(store, tmp_path, NETVAERK)
    foer = alt(store)
    resultat = kilde.gem(
        linje(None, (0, 0), (9, 0)), linje("Sti", (9, 0), (20, 0)), linje(None, (0, 0), (9, 0))
    )
    assert (resultat.nye, store.antal("netvaerk"), store.antal("rute")) == (2, 2, 0)
    assert {(r["kilde"], r["type"]) for r in store.raekker("netvaerk")} == {("Nabo", "Vandrerute")}
    fortryd_import(store, str(resultat.koersel_id), "AB")
    assert alt(store) == foer


def test_a_changed_network_is_taken_back_as_it_was(store: Store, tmp_path: Path) -> None:
    kilde = Import(store, tmp_path, NETVAERK)
    kilde.gem(linje("A", (0, 0), (9, 0)), linje("B", (9, 0), (20, 0)))
    foer = alt(store)
    with kilde.plan(linje("Ny", (0, 0), (9, 0))) as plan:
        plan.accepter_alle("borte", ja=True)
        resultat = anvend(store, plan, "AB")
    assert kilde.vores() == ["Ny"]
    fortryd_import(store, str(resultat.koersel_id), "AB")
    assert alt(store) == foer


# ---- what must not happen -------------------------------------------------------------------------------------------


def test_refused_while_a_layer_has_unsaved_edits(kilde: Import) -> None:
    with kilde.plan(baenk(1)) as plan, pytest.raises(UgemteRettelser, match="Bænke"):
        anvend(kilde.store, plan, "AB", ugemte=["Bænke"])
    assert kilde.vores() == []


def test_a_row_that_a_colleague_changed_meanwhile_stops_it_all(kilde: Import) -> None:
    kilde.gem(baenk(1), baenk(2, 40))
    with kilde.plan(baenk(1, pladser=9), baenk(2, 40), baenk(3, 80)) as plan:
        kilde.ret("Bænk 1", intern_note="x")
        with pytest.raises(ForaeldetPlan):
            anvend(kilde.store, plan, "AB")
    assert kilde.vores("antal_pl") == [3, 3]


def test_a_plan_from_before_another_import_is_out_of_date(kilde: Import) -> None:
    with kilde.plan(baenk(1)) as plan:
        kilde.gem(baenk(2, 40))
        with pytest.raises(ForaeldetPlan):
            anvend(kilde.store, plan, "AB")


class Taalmod(QgsFeedback):
    """Breaks off when it has been told of so much progress."""

    def __init__(self, til: float) -> None:
        super().__init__()
        self.progressChanged.connect(lambda procent: self.cancel() if procent >= til else None)


@pytest.mark.parametrize("til", [0, 30, 40, 60, 75, 95])
def test_broken_off_at_any_moment_nothing_is_changed(kilde: Import, til: float) -> None:
    kilde.gem(baenk(1))
    foer = alt(kilde.store)
    with kilde.plan(baenk(1, pladser=9), baenk(2, 40)) as plan:
        with pytest.raises(Annulleret):
            anvend(kilde.store, plan, "AB", Taalmod(til))
        assert alt(kilde.store) == foer
        anvend(kilde.store, plan, "AB")
    assert kilde.vores("antal_pl") == [9, 3]
