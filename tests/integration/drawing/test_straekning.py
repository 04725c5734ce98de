# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures, painting and re-placing on routes given as WKT."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry

from moedested_plugin.checks.tegning import dele, wkb_af
from moedested_plugin.domain.underlag_langs import Stykke
from moedested_plugin.drawing.afledt import belaegning, felter, oversigt
from moedested_plugin.drawing.maal import Maal
from moedested_plugin.drawing.omlaegning import Udfald, omplacer, plan_af
from moedested_plugin.drawing.overtag_underlag import overtag
from moedested_plugin.drawing.straekning import Lagt, mal

LIGE = "MultiLineString((0 0, 400 0, 1000 0))"
HUL = "MultiLineString((0 0, 400 0), (500 0, 1100 0))"
SAMLET = "MultiLineString((0 0, 400 0), (400 0, 1000 0))"
RUND = "MultiLineString((0 0, 250 0, 250 250, 0 250, 0 0))"
OTTETAL = "MultiLineString((0 0, 100 100, 200 0, 200 100, 100 50, 0 100))"
FREM_OG_TILBAGE = "MultiLineString((0 0, 300 0, 0 0))"


def maal(wkt: str) -> Maal:
    return Maal(QgsGeometry.fromWkt(wkt))


def linje(wkt: str) -> tuple[float, ...]:
    return dele(wkb_af(QgsGeometry.fromWkt(wkt)))[0][0]


def tal(stykker: list[Stykke]) -> list[tuple[float, float, int]]:
    return [(round(et.fra, 1), round(et.til, 1), et.underlag) for et in stykker]


def lagt(*stykker: tuple[float, float, int]) -> list[Lagt]:
    return [Lagt(Stykke(fra, til, kode), nr) for nr, (fra, til, kode) in enumerate(stykker)]


# Measures -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wkt", "punkt", "ventet"),
    [
        (LIGE, (250.0, 7.0), [250.0]),
        (LIGE, (-20.0, 0.0), [0.0]),
        (HUL, (450.0, 1.0), [400.0]),  # as near to both sides of the gap: one mark
        (HUL, (600.0, 0.0), [500.0]),
        (RUND, (0.0, 0.0), [0.0, 1000.0]),
        (FREM_OG_TILBAGE, (100.0, 5.0), [100.0, 500.0]),
        ("MultiLineString((0 0, 0 0), (0 0, 50 0))", (20.0, 0.0), [20.0]),
        ("MultiLineString EMPTY", (0.0, 0.0), []),
        ("MultiLineString((5 5, 5 5))", (5.0, 5.0), []),
    ],
)  # fmt: skip
def test_a_place_gives_its_marks(wkt: str, punkt: tuple[float, float], ventet: list[float]) -> None:
    assert [round(m, 2) for m in maal(wkt).maerker(punkt)] == ventet


def test_where_a_route_crosses_itself_both_passes_are_given() -> None:
    kryds = QgsGeometry.fromWkt("LineString(100 100, 200 0)").intersection(
        QgsGeometry.fromWkt("LineString(200 100, 100 50)")
    )
    m = maal(OTTETAL)
    fundne = m.maerker((kryds.asPoint().x(), kryds.asPoint().y()))
    assert len(fundne) == 2
    for mark in fundne:
        assert m.punkt(mark) == pytest.approx((kryds.asPoint().x(), kryds.asPoint().y()), abs=0.01)


def test_the_way_never_crosses_a_gap() -> None:
    m = maal(HUL)
    assert m.loeb == [(0.0, 400.0), (400.0, 1000.0)]
    assert m.vej(900, 100) == [(100, 400), (400, 900)]
    assert m.linje((100, 400)) == (100, 0, 400, 0)
    assert m.linje((400, 900)) == (500, 0, 1000, 0)
    assert not m.i_loeb(399, 401)


def test_parts_that_meet_are_one_run_and_a_vertex_is_not_doubled() -> None:
    m = maal(SAMLET)
    assert m.loeb == [(0.0, 1000.0)]
    assert m.linje((300, 500)) == (300, 0, 400, 0, 500, 0)
    assert m.knaek == [0, 400, 1000]


def test_a_part_drawn_the_other_way_round_is_a_run_of_its_own() -> None:
    m = maal("MultiLineString((0 0, 400 0), (1000 0, 400 0))")
    assert m.vej(350, 450) == [(350, 400), (400, 450)]
    assert m.linje((400, 450)) == (1000, 0, 950, 0)


def test_on_a_loop_the_shorter_way_is_taken_or_the_other() -> None:
    m = maal(RUND)
    assert m.er_rund
    assert m.vej(100, 900) == [(900, 1000), (0, 100)]
    assert m.vej(100, 900, anden_vej=True) == [(100, 900)]
    assert not maal(LIGE).er_rund
    assert maal(LIGE).vej(100, 900, anden_vej=True) == [(100, 900)]


def test_a_stretch_is_read_off_its_line_whichever_way_it_was_drawn() -> None:
    assert maal(LIGE).strakt(linje("LineString(600 0, 200 0)")) == (200, 600)
    assert maal(LIGE).strakt(linje("LineString(200 30, 600 30)")) is None
    assert maal(LIGE).strakt(()) is None
    # twice along the same ground: the metres that were kept decide
    tilbage = linje("LineString(100 0, 50 0)")
    assert maal(FREM_OG_TILBAGE).strakt(tilbage, (500, 550)) == (500, 550)
    assert maal(FREM_OG_TILBAGE).strakt(tilbage, (50, 100)) == (50, 100)


# Painting -------------------------------------------------------------------------------------------


def test_painting_over_replaces_what_lies_below_and_keeps_the_rest_of_its_row() -> None:
    plan = mal(maal(LIGE), lagt((0, 1000, 1)), [(300, 500)], Stykke(0, 0, 6))
    assert tal(plan.efter) == [(0, 300, 1), (300, 500, 6), (500, 1000, 1)]
    assert {fid: (s.fra, s.til) for fid, s in plan.rettede.items()} == {0: (0, 300)}
    assert len(plan.nye) == 2
    assert plan.slettede == []


def test_what_is_wholly_painted_over_keeps_one_row() -> None:
    plan = mal(
        maal(LIGE), lagt((0, 300, 1), (300, 400, 4), (400, 600, 1)), [(250, 450)], Stykke(0, 0, 6)
    )
    plan_lagt = lagt((200, 250, 1), (300, 400, 4))
    assert tal(plan.efter) == [(0, 250, 1), (250, 450, 6), (450, 600, 1)]
    assert (plan.rettede[1].underlag, plan.nye, plan.slettede) == (6, [], [])
    plan = mal(maal(LIGE), plan_lagt, [(200, 500)], Stykke(0, 0, 6))
    assert (plan.rettede[1].fra, plan.slettede) == (200, [0]), "the longest of several"


def test_equal_neighbours_become_one_row() -> None:
    plan = mal(maal(LIGE), lagt((0, 300, 1), (500, 700, 1)), [(300, 500)], Stykke(0, 0, 1))
    assert tal(plan.efter) == [(0, 700, 1)]
    assert (list(plan.rettede), plan.slettede, plan.nye) == ([0], [1], [])


def test_others_that_were_two_before_stay_two() -> None:
    plan = mal(maal(LIGE), lagt((0, 100, 1), (100, 200, 1)), [(500, 600)], Stykke(0, 0, 6))
    assert tal(plan.efter) == [(0, 100, 1), (100, 200, 1), (500, 600, 6)]


def test_equal_surface_but_another_width_or_note_is_not_equal() -> None:
    kendte = [Lagt(Stykke(0, 300, 1, 0.8), 0), Lagt(Stykke(500, 700, 1, None, None, "glat"), 1)]
    plan = mal(maal(LIGE), kendte, [(300, 500)], Stykke(0, 0, 1))
    assert tal(plan.efter) == [(0, 300, 1), (300, 500, 1), (500, 700, 1)]


def test_equal_neighbours_on_both_sides_of_a_gap_stay_two() -> None:
    m = maal(HUL)
    plan = mal(m, lagt((300, 400, 1)), m.vej(350, 500), Stykke(0, 0, 1))
    assert tal(plan.efter) == [(300, 400, 1), (400, 500, 1)]


def test_no_slivers_are_left() -> None:
    plan = mal(maal(LIGE), lagt((0, 300, 1), (300, 500, 4)), [(300.4, 499.3)], Stykke(0, 0, 6))
    assert tal(plan.efter) == [(0, 300, 1), (300, 500, 6)]
    plan = mal(maal(LIGE), [], [(0.5, 999.5)], Stykke(0, 0, 6))
    assert tal(plan.efter) == [(0, 1000, 6)]
    # but a short stretch on purpose is one: steps
    plan = mal(maal(LIGE), [], [(500, 500.6)], Stykke(0, 0, 1, None, 1))
    assert tal(plan.efter) == [(500, 500.6, 1)]


def test_taking_away_leaves_a_hole() -> None:
    plan = mal(maal(LIGE), lagt((0, 1000, 1)), [(300, 500)], None)
    assert tal(plan.efter) == [(0, 300, 1), (500, 1000, 1)]


def test_the_same_again_changes_nothing() -> None:
    assert mal(maal(LIGE), lagt((0, 1000, 1)), [(300, 500)], Stykke(0, 0, 1)).er_tom
    assert mal(maal(LIGE), lagt((0, 400.001, 1)), [(0, 400)], Stykke(0, 0, 1)).er_tom
    assert mal(maal(LIGE), lagt((0, 300, 1)), [(400, 500)], None).er_tom


def test_over_the_beginning_of_a_loop() -> None:
    m = maal(RUND)
    plan = mal(m, lagt((0, 1000, 1)), m.vej(900, 100), Stykke(0, 0, 6))
    assert tal(plan.efter) == [(0, 100, 6), (100, 900, 1), (900, 1000, 6)]


# The route is drawn anew ----------------------------------------------------------------------------


def flyt(
    foer: str, efter: str, *stykker: tuple[float, float, int]
) -> list[tuple[Udfald, list[tuple[float, float, int]]]]:
    gammel = maal(foer)
    gamle = [(et, gammel.linje((et.fra, et.til))) for et in lagt(*stykker)]
    return [(f.udfald, tal(list(f.stykker))) for f in omplacer(maal(efter), gamle)]


def test_metres_change_but_the_ground_does_not() -> None:
    assert flyt(LIGE, "MultiLineString((-100 0, 1000 0))", (200, 300, 1), (300, 500, 6)) == [
        (Udfald.BEVARET, [(300, 400, 1)]), (Udfald.BEVARET, [(400, 600, 6)]),
    ]  # fmt: skip


def test_the_route_is_turned_round() -> None:
    assert flyt(LIGE, "MultiLineString((1000 0, 0 0))", (200, 300, 1)) == [
        (Udfald.BEVARET, [(700, 800, 1)])
    ]


def test_a_mended_line_takes_its_stretches_along_and_neighbours_still_meet() -> None:
    ud = flyt(LIGE, "MultiLineString((0 0, 400 12, 1000 0))", (100, 400, 1), (400, 700, 6))
    assert [u for u, _ in ud] == [Udfald.FLYTTET, Udfald.FLYTTET]
    (_, [(_, a_til, _)]), (_, [(b_fra, _, _)]) = ud
    assert a_til == b_fra == pytest.approx(400, abs=0.5)


def test_a_detour_loses_what_it_goes_round_and_nothing_else() -> None:
    omvej = "MultiLineString((0 0, 400 0, 400 100, 500 100, 500 0, 1000 0))"
    ud = flyt(LIGE, omvej, (100, 700, 1), (700, 900, 6))
    assert ud == [
        (Udfald.DELVIS, [(100, pytest.approx(400, abs=1.1), 1), (pytest.approx(700, abs=1.1), 900, 1)]),
        (Udfald.BEVARET, [(900, 1100, 6)]),
    ]  # fmt: skip
    gammel = maal(LIGE)
    flytning = omplacer(maal(omvej), [(lagt((100, 700, 1))[0], gammel.linje((100, 700)))])[0]
    assert flytning.tabt_m == pytest.approx(100, abs=4)
    plan = plan_af([flytning])
    assert list(plan.rettede) == [0], "the longer piece keeps the row"
    assert plan.rettede[0].fra == 100
    assert len(plan.nye) == 1


def test_a_route_cut_short_and_one_led_elsewhere() -> None:
    assert flyt(LIGE, "MultiLineString((0 0, 500 0))", (400, 700, 1), (700, 900, 6)) == [
        (Udfald.DELVIS, [(400, 500, 1)]), (Udfald.TABT, []),
    ]  # fmt: skip
    assert flyt(LIGE, "MultiLineString((0 300, 1000 300))", (400, 700, 1)) == [(Udfald.TABT, [])]
    assert flyt(LIGE, "MultiLineString EMPTY", (400, 700, 1)) == [(Udfald.TABT, [])]


def test_a_route_that_only_crosses_the_old_ground_does_not_keep_it() -> None:
    assert flyt(LIGE, "MultiLineString((500 -300, 500 300))", (400, 700, 1)) == [(Udfald.TABT, [])]


def test_no_stumps_are_kept_where_the_new_line_crosses_the_old_at_a_slant() -> None:
    skraa = "MultiLineString((0 0, 300 0, 400 80, 700 -80, 800 0, 1000 0))"
    [(udfald, [(fra, til, underlag)])] = flyt(LIGE, skraa, (100, 600, 1))
    assert (udfald, fra, underlag) == (Udfald.DELVIS, 100, 1)
    assert til == pytest.approx(300, abs=2)


def test_a_new_gap_cuts() -> None:
    assert flyt(LIGE, HUL.replace("1100", "1000"), (300, 600, 1)) == [
        (Udfald.DELVIS, [(300, 400, 1), (400, 500, 1)])
    ]


def test_out_and_back_each_keeps_its_own_pass() -> None:
    ud = flyt(
        FREM_OG_TILBAGE, "MultiLineString((-50 0, 300 0, -50 0))", (100, 200, 1), (400, 500, 6)
    )
    assert ud == [(Udfald.BEVARET, [(150, 250, 1)]), (Udfald.BEVARET, [(450, 550, 6)])]


def test_a_loop_that_begins_elsewhere() -> None:
    ny = "MultiLineString((250 250, 0 250, 0 0, 250 0, 250 250))"
    assert flyt(RUND, ny, (900, 1000, 1), (0, 200, 6)) == [
        (Udfald.BEVARET, [(500, 700, 6)]), (Udfald.BEVARET, [(400, 500, 1)]),
    ]  # fmt: skip


# Taken over -----------------------------------------------------------------------------------------


def test_surfaces_are_taken_over_where_nobody_has_painted() -> None:
    kilder = [
        (Stykke(0, 0, 1), linje("LineString(-500 0.4, 300 0.4)")),  # runs along it for 300 m
        (Stykke(0, 0, 7, 0.8), linje("LineString(800 0, 350 0)")),
        (Stykke(0, 0, 4), linje("LineString(500 -200, 500 200)")),  # only crosses it
        (Stykke(0, 0, 8), linje("LineString(0 12, 1000 12)")),  # another way beside it
    ]
    plan = overtag(maal(LIGE), lagt((200, 400, 6)), kilder)
    assert tal(plan.efter) == [(0, 200, 1), (200, 400, 6), (400, 800, 7)]
    assert (plan.rettede, plan.slettede, plan.nye[1].bredde) == ({}, [], 0.8)
    assert overtag(maal(LIGE), lagt((0, 1000, 6)), kilder).er_tom


# What follows ---------------------------------------------------------------------------------------


def test_the_surface_of_most_of_the_route_in_geofas_words() -> None:
    # asphalt and planks are one to GeoFA, and together more than the gravel
    stykker = [Stykke(0, 300, 1), Stykke(300, 500, 5), Stykke(500, 900, 4)]
    assert belaegning(1000, stykker) == 1
    assert belaegning(1000, [Stykke(0, 400, 101)]) is None, "most of it is unknown"
    assert belaegning(1000, [Stykke(0, 700, 101)]) == 8, "the municipality's own is another"
    assert belaegning(1000, []) is None


def test_fields_follow_from_the_line_only_when_it_was_drawn() -> None:
    assert felter(maal(RUND), [Stykke(0, 900, 6)], linjen=False) == {"belaegn_k": 3}
    assert felter(maal(RUND), [], linjen=True) == {"laengde": 1.0, "rundtur": True}
    assert felter(maal(LIGE), [], linjen=True) == {"laengde": 1.0, "rundtur": False}
    naesten = "MultiLineString((0 0, 250 0, 250 250, 0 250, 0 10))"
    assert "rundtur" not in felter(maal(naesten), [], linjen=True), "a person decides"
    assert felter(maal("MultiLineString((0 0, 40 0))"), [], linjen=True)["laengde"] is None


def test_shares_and_the_worst() -> None:
    m = maal(LIGE)
    alt = oversigt(m, [Stykke(0, 600, 1), Stykke(600, 700, 8)])
    assert alt.andele == {1: 600, 8: 100, 99: 300}
    assert alt.daarligste == Stykke(600, 700, 8)
