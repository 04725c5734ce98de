# SPDX-License-Identifier: GPL-2.0-or-later
"""Duplicates and routes: one finding for each pair on the right row, at the right place, whole or while editing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import QgsFeedback

from moedested_plugin.checks.fund import Fund
from tests.kontroller.verden import Verden, tegning

X, Y = 685_000, 6_073_000


def punkt(
    noegle: str, dx: float, oprettet: str | None = "2026-01-01", **mere: object
) -> dict[str, Any]:
    geometri = tegning(f"MultiPoint (({X + dx!r} {Y}))")
    return {
        "objekt_id": noegle,
        "facil_ty_k": 1371,
        "oprettet": oprettet,
        "geometri": geometri,
        **mere,
    }


def rute(noegle: str, wkt: str, **mere: object) -> dict[str, Any]:
    return {
        "objekt_id": noegle,
        "rute_ty_k": 3,
        "oprettet": "2026",
        "geometri": tegning(wkt),
        **mere,
    }


def af(fundet: list[Fund], kode: str) -> list[Fund]:
    return [f for f in fundet if f.kode == kode]


@pytest.mark.parametrize("kun", [None, {"a"}, {"b"}, {"a", "b"}])
def test_a_pair_is_said_once_on_the_row_that_came_last_whichever_is_edited(
    kun: set[str] | None,
) -> None:
    verden = Verden(
        {"facilitet_punkt": [punkt("b", 0, "2025-01-01", navn="Ved søen"), punkt("a", 1.5)]},
        kun=kun,
    )
    (det,) = verden.find("dubletter")
    assert (det.noegle, det.maerke, det.sted) == ("a", "b", (X + 1.5, Y))
    assert (
        det.tekst
        == "Det samme er tegnet to gange: Ved søen ligger 1,5 m herfra og er af samme type."
    )


def test_two_metres_are_two_metres() -> None:
    for afstand, ventet in ((1.999, 1), (2.0, 1), (2.001, 0)):
        verden = Verden({"facilitet_punkt": [punkt("a", 0), punkt("b", afstand)]})
        assert len(verden.find("dubletter")) == ventet, afstand


def test_what_is_not_yet_saved_came_last_and_three_are_three_pairs() -> None:
    raekker = [punkt("z", 0), punkt("y", 0, None), punkt("x", 1)]
    fundet = Verden({"facilitet_punkt": raekker}).find("dubletter")
    assert sorted((f.noegle, f.maerke) for f in fundet) == [("y", "x"), ("y", "z"), ("z", "x")]


@pytest.mark.parametrize("kun", [None, {"p"}, {"f"}])
def test_a_point_and_an_area_are_said_on_the_point(kun: set[str] | None) -> None:
    hus = "MultiPolygon (((684990 6072990, 685010 6072990, 685010 6073010, 684990 6073010, 684990 6072990)))"
    flade = {
        "objekt_id": "f",
        "facil_ty_k": 5011,
        "oprettet": "2026-06-01",
        "geometri": tegning(hus),
    }
    verden = Verden(
        {"facilitet_punkt": [punkt("p", 0, facil_ty_k=5011)], "facilitet_flade": [flade]}, kun=kun
    )
    assert [(f.tabel, f.noegle) for f in verden.find("dubletter")] == [("facilitet_punkt", "p")]


def test_crossing_routes_and_a_route_that_is_longer_are_no_duplicates() -> None:
    fundet = Verden({"rute": [
        rute("a", "MultiLineString ((685000 6073000, 685500 6073000))"),
        rute("b", "MultiLineString ((685000 6073000, 685502 6073000))"),
        rute("c", "MultiLineString ((685000 6073000, 685250 6073002, 685500 6073000))"),
        rute("d", "MultiLineString ((685500 6073000, 685250 6073000.5, 685000 6073000))"),
    ]}).find("dubletter")  # fmt: skip
    assert sorted((f.noegle, f.maerke) for f in fundet) == [("d", "a")]


def test_every_gap_is_said_with_its_place_and_metres_whatever_the_order_of_the_parts() -> None:
    linje = (
        "MultiLineString ((685200 6073000, 685300 6073000), (685000 6073000, 685100 6073000),"
        "(685450 6073000, 685340 6073000))"
    )
    fundet = af(Verden({"rute": [rute("a", linje)]}).find("ruter"), "ruter.hul")
    assert sorted((f.sted, f.vaerdier["meter"]) for f in fundet) == [
        ((685200.0, 6073000.0), "100"), ((685300.0, 6073000.0), "40"),
    ]  # fmt: skip


def test_branches_and_parts_that_meet_are_no_gaps() -> None:
    gren = "MultiLineString ((685000 6073000, 685300 6073000), (685100 6073000, 685100 6073100))"
    assert af(Verden({"rute": [rute("a", gren)]}).find("ruter"), "ruter.hul") == []


@pytest.mark.parametrize("kun", [None, {"a"}, {"b"}])
def test_an_end_that_nearly_meets_another_is_said_once(kun: set[str] | None) -> None:
    raekker = [
        rute("a", "MultiLineString ((685000 6073000, 685500 6073000))", navn="Søstien"),
        rute("b", "MultiLineString ((685503 6073000, 685900 6073000))"),
        rute("c", "MultiLineString ((685900 6073000.05, 685900 6073500))"),
    ]
    fundet = af(Verden({"rute": raekker}, kun=kun).find("ruter"), "ruter.naesten_forbundet")
    assert [(f.noegle, f.sted, f.vaerdier) for f in fundet] == [
        ("b", (685503.0, 6073000.0), {"meter": "3", "anden": "Søstien"})
    ]


def test_a_loop_with_one_bench_is_a_whole_round_without_another() -> None:
    ring = "MultiLineString ((685000 6073000, 685400 6073000, 685400 6073400, 685000 6073400, 685000 6073000))"
    raekker = {"rute": [rute("a", ring, rute_ty_k=5)], "facilitet_punkt": [punkt("p", 200)]}
    (det,) = af(Verden(raekker).find("ruter"), "ruter.langt_til_baenk")
    assert (det.sted, det.vaerdier) == ((685200.0, 6073000.0), {"meter": "1.600"})
    raekker["facilitet_punkt"].append(
        punkt("q", 200, geometri=tegning("MultiPoint ((685200 6073400))"))
    )
    assert af(Verden(raekker).find("ruter"), "ruter.langt_til_baenk") == []
    raekker["facilitet_punkt"][1]["statuskode"] = 4  # taken away
    assert len(af(Verden(raekker).find("ruter"), "ruter.langt_til_baenk")) == 1


def test_surfaces_are_looked_at_again_when_their_route_is_edited() -> None:
    raekker = {
        "rute": [rute("r", "MultiLineString ((685000 6073000, 685500 6073010))")],
        "straekning": [
            {"straekning_id": "s", "rute_id": "r", "fra_m": 0.0, "til_m": 500.0,
             "geometri": tegning("LineString (685000 6073000, 685500 6073000)")},
        ],
    }  # fmt: skip
    for kun in (None, {"r"}, {"s"}):
        (det,) = af(Verden(raekker, kun=kun).find("ruter"), "ruter.straekning_fra_ruten")
        assert (det.noegle, det.sted, det.vaerdier["meter"]) == (
            "s",
            (685500.0, 6073000.0),
            "10",
        ), kun


def test_the_user_may_stop_it() -> None:
    verden = Verden({"facilitet_punkt": [punkt(str(nr), nr / 10) for nr in range(50)]})
    verden.feedback = QgsFeedback()
    verden.feedback.cancel()
    assert verden.find("geometri", "dubletter", "ruter") == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 3000), max_size=12),
    st.booleans(),
)
def test_the_longest_way_without_a_bench_is_that_of_counting_them_all(
    pladser: list[int], rund: bool
) -> None:
    """Along 3 000 m of a straight line, or around a square as long."""

    def her(m: int) -> str:
        if not rund:
            return f"{X + m} {Y}"
        side, rest = divmod(m % 3000, 750)
        return [f"{X + rest} {Y}", f"{X + 750} {Y + rest}", f"{X + 750 - rest} {Y + 750}", f"{X} {Y + 750 - rest}"][side]  # fmt: skip

    linje = "MultiLineString ((" + ", ".join(her(m) for m in range(0, 3001, 50)) + "))"
    baenke = [
        punkt(f"p{nr}", 0, geometri=tegning(f"MultiPoint (({her(m)}))"))
        for nr, m in enumerate(pladser)
    ]
    verden = Verden(
        {"rute": [rute("a", linje, rute_ty_k=5)], "facilitet_punkt": baenke},
        tal={"baenk_ved_m": 1.0},
    )
    maerker = sorted({m % 3000 for m in pladser}) if rund else sorted(set(pladser))
    alle = [*maerker, maerker[0] + 3000] if rund and maerker else [0, *maerker, 3000]
    laengst = max(b - a for a, b in zip(alle, alle[1:]))
    fundet = af(verden.find("ruter"), "ruter.langt_til_baenk")
    # A bench counts from a metre before it to a metre after.
    if laengst > 1002:
        assert abs(int(str(fundet[0].vaerdier["meter"]).replace(".", "")) - laengst) <= 2
    elif laengst <= 1000:
        assert fundet == []
