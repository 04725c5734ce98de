# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan as a person looks through it: pages, words, answers, and what the answers mean in a sentence."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsFeedback, QgsGeometry

from moedested_plugin.sources import plantekst, sted
from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.fejl import Annulleret
from moedested_plugin.sources.hentning import samme_lager
from moedested_plugin.sources.plan import ARTER, Plan
from moedested_plugin.sources.planliste import Planliste, goer_klar, linjer, svar_antal, uafgjorte
from moedested_plugin.sources.plansvar import giv, giv_alle, muligheder, svar_af
from moedested_plugin.store import Store

from .kilder import Import, baenk
from .test_sammenlign import multipunkt


@pytest.fixture
def kilde(gpkg_store: Store, tmp_path: Path) -> Import:
    kilde = Import(gpkg_store, tmp_path)
    kilde.gem(baenk(1), baenk(2, 40), baenk(3, 80), baenk(4, 120))
    kilde.ret("Bænk 2", antal_pl=5, geometri=multipunkt(41, 3))
    with gpkg_store.skriv("prøve", "Anne") as skriver:
        skriver.indsaet("facilitet_punkt", [
            {"facil_ty_k": 1371, "navn": "Vores bænk", "bruger_id": "anne", "geometri": multipunkt(300, 2)}
        ])  # fmt: skip
    return kilde


#: In conflict (and with a field that only they changed), moved, gone, like ours, new, dirty.
NYT = [
    baenk(1), baenk(2, 40, pladser=7, tekst="Deres ord"), {**baenk(33, 90), "navn": "Bænk 3"},
    {**baenk(6, 300), "navn": "Vores bænk"}, baenk(5, 500), baenk(7, 900, slags="Vulkan"),
]  # fmt: skip


@pytest.fixture
def plan(kilde: Import) -> Iterator[Plan]:
    with kilde.plan(*NYT) as plan:
        goer_klar(plan)
        yield plan


@pytest.mark.parametrize("indhold", [b"SQLite format 3\0", b'{"plan": 1}', b""])
def test_what_is_no_plan_leaves_nothing_open_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indhold: bytes
) -> None:
    fil, midlertidig = tmp_path / "noget.import", tmp_path / "midlertidig"
    fil.write_bytes(indhold)
    midlertidig.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(midlertidig))
    with pytest.raises((sqlite3.Error, TypeError)):
        Plan.aabn(fil)
    assert list(midlertidig.iterdir()) == []


def nr_af(plan: Plan, art: str) -> int:
    return Planliste(plan, [art]).side(1)[0].nr  # type: ignore[list-item]  # a kind


def test_every_row_once_in_pages_of_any_size(plan: Plan) -> None:
    hele = [linje.nr for linje in Planliste(plan, ARTER).side(100)]
    assert hele == [raekke.nr for raekke in plan.raekker()]
    for stoerrelse in (1, 2, 3):
        liste, numre = Planliste(plan, ARTER), []
        while not liste.slut:
            numre += [linje.nr for linje in liste.side(stoerrelse)]
        assert numre == hele


@pytest.mark.parametrize(
    ("ord_", "navne"),
    [
        ("BÆNK", {"Bænk 2", "Bænk 3", "Bænk 4", "Bænk 5", "Bænk 7", "Vores bænk"}),
        ("vores", {"Vores bænk"}),
        ("bænk 5", {"Bænk 5"}),
        ("vulkan", {"Bænk 7"}),
        ("6", {"Vores bænk"}),
        ("ikke i listen", {"Bænk 7"}),
        ("100%", set()),
        ("' OR 1=1", set()),
    ],
)
def test_finds_words_in_name_type_key_and_reason(plan: Plan, ord_: str, navne: set[str]) -> None:
    assert {linje.navn for linje in Planliste(plan, ARTER, ord_).side(100)} == navne


def test_places_of_the_list_are_as_many_as_its_rows(plan: Plan) -> None:
    (punkter,) = Planliste(plan, ["ny", "borte", "konflikt"]).steder(100)
    assert struct.unpack_from("<II", punkter, 1) == (4, 3)
    assert Planliste(plan, ARTER, "intet af den slags").steder(100) == []
    assert struct.unpack_from("<II", Planliste(plan, ARTER).steder(2)[0], 1) == (4, 2)


def test_many_places_are_one_of_each_kind() -> None:
    dele = [
        "Point (1 2)", "MultiPoint ((3 4),(5 6))", "LineString (0 0, 1 1)", "MultiLineString ((0 0, 2 2),(3 3, 4 4))",
        "Polygon ((0 0, 1 0, 1 1, 0 0))",
    ]  # fmt: skip
    samlet = sted.samlede(bytes(QgsGeometry.fromWkt(wkt).asWkb()) for wkt in dele)
    tekster = []
    for wkb in samlet:
        geometri = QgsGeometry()
        geometri.fromWkb(wkb)
        tekster.append((geometri.asWkt(0).split(" ")[0], len(geometri.asGeometryCollection())))
    assert tekster == [("MultiPoint", 3), ("MultiLineString", 3), ("MultiPolygon", 1)]


# ---- answers --------------------------------------------------------------------------------------------------------


def test_each_kind_takes_the_answers_that_it_offers(plan: Plan) -> None:
    assert {art: antal for art, antal in plan.antal.items() if antal} == {
        "ny": 1, "flyttet": 1, "konflikt": 1, "ligner": 1, "borte": 1, "afvist": 1
    }  # fmt: skip
    for linje in Planliste(plan, ARTER).side(100):
        for svar in muligheder(linje.art):
            giv(plan, linje.nr, svar)
            assert svar_af(linjer(plan, [linje.nr])[0]) == svar, (linje.art, svar)
    giv(plan, nr_af(plan, "afvist"), "ja")
    assert svar_af(linjer(plan, [nr_af(plan, "afvist")])[0]) == "nej"


def test_ours_in_a_conflict_lets_in_what_only_they_changed(plan: Plan, kilde: Import) -> None:
    giv_alle(plan, "konflikt", "nej")
    anvend(kilde.store, plan, "AB")
    raekke = next(r for r in kilde.store.raekker("facilitet_punkt") if r["navn"] == "Bænk 2")
    assert (raekke["antal_pl"], raekke["beskrivels"]) == (5, "Deres ord")


def test_a_conflict_is_answered_when_every_field_of_it_is(kilde: Import) -> None:
    kilde.ret("Bænk 2", beskrivels="Annes ord")
    with kilde.plan(*NYT) as plan:
        nr = nr_af(plan, "konflikt")
        for felt, deres, svar, venter in (
            ("antal_pl", True, "senere", 3),
            ("beskrivels", False, None, 2),
        ):
            plan.accepter([nr], ja=deres, felt=felt)
            assert svar_af(linjer(plan, [nr])[0]) == svar
            assert uafgjorte(plan) == venter


def test_linking_keeps_our_values_but_for_the_fields_that_are_taken(
    plan: Plan, kilde: Import
) -> None:
    nr = nr_af(plan, "ligner")
    giv(plan, nr, "ja")
    plan.accepter([nr], ja=False, felt="geometri")
    assert svar_af(linjer(plan, [nr])[0]) == "ja", "the link does not hang on a field"
    plan.accepter([nr], ja=True, felt="antal_pl")
    assert anvend(kilde.store, plan, "AB").linket == 1
    raekke = next(r for r in kilde.store.raekker("facilitet_punkt") if r["navn"] == "Vores bænk")
    assert (raekke["antal_pl"], raekke["beskrivels"]) == (3, None)
    assert raekke["geometri"] == multipunkt(300, 2)


def test_another_answer_takes_the_first_back(plan: Plan, kilde: Import) -> None:
    for art in ("ligner", "flyttet"):
        giv(plan, nr_af(plan, art), "ny")
        giv(plan, nr_af(plan, art), "nej")
    assert anvend(kilde.store, plan, "AB").nye == 1
    assert sum(1 for _ in kilde.store.raekker("facilitet_punkt")) == 6


def test_answering_for_many_can_be_stopped(plan: Plan) -> None:
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Annulleret):
        giv_alle(plan, "borte", "ja", feedback)
    assert svar_af(linjer(plan, [nr_af(plan, "borte")])[0]) == "senere"


# ---- in words -------------------------------------------------------------------------------------------------------


def test_says_what_will_be_done_and_what_was(plan: Plan, kilde: Import) -> None:
    assert plantekst.vil_goere(plan) == (
        "Anvend henter 1 ny og flytter 1. 3 rækker er ikke afgjort og bliver tilbudt igen næste gang."
    )
    giv_alle(plan, "konflikt", "ja")
    giv_alle(plan, "borte", "ja")
    giv_alle(plan, "ligner", "ny")
    giv_alle(plan, "ny", "nej")
    assert plantekst.vil_goere(plan) == (
        "Anvend henter 1 ny, retter 1, flytter 1 og sætter 1 til ikke gældende. Nej til 1 række."
    )
    assert plantekst.er_gjort(anvend(kilde.store, plan, "AB")) == (
        "Hentet ind: 1 ny, 2 rettede og 1 sat til ikke gældende."
    )


def test_nothing_said_is_nothing_to_do(plan: Plan) -> None:
    for art in ARTER:
        giv_alle(plan, art, "senere")
    assert not plantekst.noget_at_goere(plan)
    assert plantekst.vil_goere(plan).startswith("Der er ikke sagt ja til noget endnu. 5 rækker")
    giv_alle(plan, "ny", "nej")
    assert plantekst.noget_at_goere(plan)
    assert svar_antal(plan)["ny", False, False] == 1


def test_the_same_store_by_another_path(tmp_path: Path) -> None:
    fil = tmp_path / "a.gpkg"
    fil.touch()
    assert samme_lager(str(fil), str(tmp_path / "x" / ".." / "a.gpkg"))
    (tmp_path / "også.gpkg").hardlink_to(fil)
    assert samme_lager(str(fil), str(tmp_path / "også.gpkg"))
    assert not samme_lager(str(fil), str(tmp_path / "b.gpkg"))
    assert samme_lager("forbindelse", "forbindelse")
    assert not samme_lager("forbindelse", str(fil))
