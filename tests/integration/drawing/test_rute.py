# SPDX-License-Identifier: GPL-2.0-or-later
"""A route while it is drawn and afterwards: WKT in, WKT out."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry

from moedested_plugin.drawing.graf import Graf, byg
from moedested_plugin.drawing.rutegeometri import KanIkke, del_ved, luk, maal, saml, vend
from moedested_plugin.drawing.rutetegning import Tegning, genkend
from moedested_plugin.drawing.rutevej import Grund, IngenVej, find
from tests.integration.drawing.net import gitter, net

L = "MultiLineString ((0 0, 100 0, 100 100))"


def g(wkt: str) -> QgsGeometry:
    return QgsGeometry.fromWkt(wkt)


@pytest.fixture(scope="module")
def graf() -> Graf:
    return byg(gitter(11))


@pytest.fixture
def tegning(graf: Graf) -> Tegning:
    tegnet = Tegning(graf, 20)
    tegnet.begynd(tegnet.forslag((0, 0)))
    for sted in ((300, 0), (300, 300)):
        tegnet.tag(tegnet.forslag(sted))
    return tegnet


def test_drawing_and_taking_back(tegning: Tegning) -> None:
    assert tegning.vej.laengde == 600
    assert tegning.forslag((300, 500)).ben.laengde == 200  # type: ignore[union-attr]
    assert tegning.forslag((350, 350)).grund is Grund.UDENFOR
    fri = tegning.forslag((350, 350), fri=True)
    tegning.tag(fri, fri=True)
    assert tegning.vej.punkter[-1] == (350, 350)
    assert [tegning.tilbage() for _ in range(5)] == [True] * 4 + [False]
    assert not tegning.ben


def test_a_gap_is_told_before_it_is_taken() -> None:
    tegnet = Tegning(net([(0, 0), (100, 0)], [(103, 0), (200, 0)], [(0, 500), (9, 500)]), 20)
    tegnet.begynd(tegnet.forslag((0, 0)))
    assert tegnet.forslag((200, 0)).hul == 3
    assert tegnet.forslag((0, 500)).grund is Grund.ADSKILT
    assert tegnet.forslag((90, 0)).hul == 0


def test_a_moved_point_only_changes_the_legs_beside_it(tegning: Tegning) -> None:
    tegning.tag(tegning.forslag((900, 300)))
    sidste = tegning.ben[2]
    ny = tegning.flyttet(1, (200, 100))
    assert ny.ben[2] is sidste
    assert (200, 100) in ny.vej.punkter
    assert tegning.vej.laengde == 1200, "the drawing itself stays until it is taken"
    trukket = tegning.indsat(2, (600, 500))
    assert len(trukket.via) == 5
    assert trukket.vej.laengde == 1600
    with pytest.raises(IngenVej):
        tegning.flyttet(0, (50, 50))


def test_turned_round(tegning: Tegning) -> None:
    vendt = tegning.vendt()
    assert vendt.vej.punkter == tegning.vej.punkter[::-1]
    assert [via.sted for via in vendt.via] == [(300, 300), (300, 0), (0, 0)]


def test_the_points_of_an_old_route_are_found_again(graf: Graf) -> None:
    gammel = find(graf, [(0, 0), (500, 0), (500, 500), (200, 500)]).punkter
    tegnet = genkend(graf, gammel, 20)
    assert tegnet.vej.laengde == 1300
    assert len(tegnet.via) <= 4
    # What leaves the network is kept as it was drawn.
    skaev = [*gammel, (150.0, 450.0), (130.0, 350.0)]
    assert genkend(graf, skaev, 20).vej.punkter[-3:] == skaev[-3:]


def test_what_is_under_the_mouse(tegning: Tegning) -> None:
    assert tegning.grebet((301, 1), 5) == (1, None)
    assert tegning.grebet((150, 2), 5) == (None, 0)
    assert tegning.grebet((150, 30), 5) == (None, None)


def test_vend() -> None:
    assert vend(g(L)).asWkt(0) == "MultiLineString ((100 100, 100 0, 0 0))"
    to = g("MultiLineString ((0 0, 1 0), (5 0, 6 0))")
    assert vend(to).asWkt(0) == "MultiLineString ((6 0, 5 0),(1 0, 0 0))"


def test_del_ved() -> None:
    en, anden = del_ved(g(L), (60, 4))
    assert en.asWkt(0) == "MultiLineString ((0 0, 60 0))"
    assert anden.asWkt(0) == "MultiLineString ((60 0, 100 0, 100 100))"
    hjoerne, _ = del_ved(g(L), (101, -1))
    assert hjoerne.asWkt(0) == "MultiLineString ((0 0, 100 0))"
    for ved_enden in ((-5, 0), (0.2, 0), (100, 130)):
        with pytest.raises(KanIkke):
            del_ved(g(L), ved_enden)


@pytest.mark.parametrize(
    ("anden", "samlet"),
    [
        ("LineString (100 100, 0 200)", "0 0, 100 0, 100 100, 0 200"),
        ("LineString (0 200, 100 100)", "0 0, 100 0, 100 100, 0 200"),
        ("LineString (-50 0, 0 0)", "-50 0, 0 0, 100 0, 100 100"),
        ("LineString (0 0, -50 0)", "100 100, 100 0, 0 0, -50 0"),
    ],
)  # fmt: skip
def test_saml_by_the_ends_that_meet(anden: str, samlet: str) -> None:
    hel = saml(g(L), g(anden))
    assert hel.length() == pytest.approx(g(L).length() + g(anden).length())
    assert hel.asWkt(0) in {
        f"MultiLineString (({samlet}))",
        vend(g(f"LineString ({samlet})")).asWkt(0),
    }


def test_saml_and_luk_over_a_gap_only_when_told() -> None:
    with pytest.raises(KanIkke) as nej:
        saml(g(L), g("LineString (100 103, 100 200)"))
    assert nej.value.hul == 3
    hel = saml(g(L), g("LineString (100 103, 100 200)"), bro=True)
    assert hel.asWkt(0) == "MultiLineString ((0 0, 100 0, 100 100, 100 103, 100 200))"
    with pytest.raises(KanIkke) as nej:
        luk(g(L))
    assert round(nej.value.hul) == 141
    lukket = luk(g(L), bro=True)
    assert maal(lukket).rundtur
    assert luk(lukket).equals(lukket)
    with pytest.raises(KanIkke):
        luk(g("LineString (0 0, 1 0)"), bro=True)


def test_maal() -> None:
    maalt = maal(g("MultiLineString ((0 0, 4000 0, 4000 2000))"))
    assert (maalt.laengde, maalt.rundtur) == (6.0, False)
    assert (maalt.minutter_fods, maalt.minutter_cykel) == (90, 30)
    assert maal(g("LineString (0 0, 40 0)")).laengde is None
    with pytest.raises(KanIkke):
        maal(QgsGeometry())
