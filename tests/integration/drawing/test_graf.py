# SPDX-License-Identifier: GPL-2.0-or-later
"""Networks as they are: the way is found where a person would walk it, and nowhere else."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from moedested_plugin.drawing.graf import GrafAfbrudt, byg, dele
from moedested_plugin.drawing.graf_linjer import Lagkilde, laes, uden_gentagne
from moedested_plugin.drawing.rutevej import (
    Art,
    Grund,
    IngenVej,
    andre,
    find,
    via,
)
from tests.integration.drawing.net import gitter, linje, net

UTM = QgsCoordinateReferenceSystem("EPSG:25832")


def test_lines_that_cross_without_a_node_are_joined() -> None:
    graf = net([(0, 0), (100, 0)], [(50, -50), (50, 50)])
    vej = find(graf, [(0, 0), (50, 50)])
    assert vej.punkter == [(0, 0), (50, 0), (50, 50)]
    assert [led.kilde.fid for led in vej.led if led.kilde] == [1, 2]


def test_an_end_that_stops_short_or_runs_over_is_joined_within_the_tolerance() -> None:
    for y in (0.4, 0.0, -0.4):
        graf = net([(0, 0), (100, 0)], [(50, y), (50, 50)])
        assert find(graf, [(0, 0), (50, 50)]).laengde == pytest.approx(100, abs=1)
        assert not find(graf, [(0, 0), (50, 50)]).huller
    with pytest.raises(IngenVej) as ingen:
        find(net([(0, 0), (100, 0)], [(50, 0.6), (50, 50)]), [(0, 0), (50, 50)])
    assert ingen.value.grund is Grund.ADSKILT
    bred = net([(0, 0), (100, 0)], [(50, 0.6), (50, 50)], tolerance=1.0)
    assert find(bred, [(0, 0), (50, 50)]).laengde == pytest.approx(100, abs=1)


def test_a_bridge_is_not_joined_with_what_it_leads_over() -> None:
    vej = linje([(0, 0), (100, 0)], 1)
    bro = linje([(50, -10), (50, 10)], 2, niveau=1)
    op, ned = linje([(50, -60), (50, -10)], 3), linje([(50, 10), (50, 60)], 4)
    graf = byg([vej, bro, op, ned])
    over = find(graf, [(50, -60), (50, 60)])
    assert over.punkter == [(50, -60), (50, -10), (50, 10), (50, 60)]
    with pytest.raises(IngenVej):
        find(graf, [(0, 0), (50, 60)])
    fladt = byg([vej, linje([(50, -10), (50, 10)], 2), op, ned])
    assert find(fladt, [(0, 0), (50, 60)]).laengde == 110


def test_repeated_lines_become_one_also_the_other_way_and_in_part() -> None:
    lang = [(0.0, 0.0), (40.0, 5.0), (100.0, 0.0)]
    assert len(uden_gentagne([linje(lang, 1), linje(lang[::-1], 2), linje(lang, 3)])) == 1
    graf = net(lang, lang[::-1], [(40, 5), (100, 0), (150, 0)], [(0, 0), (40.1, 5.1), (100, 0.2)])
    assert graf.antal == 3
    fra, til = via(graf, (0, 0)), via(graf, (150, 0))
    assert len(andre(graf, fra, til)) == 1, "one road is no choice"
    paa_den_gentagne = graf.naermest(70.1, 2.6, 5)
    assert paa_den_gentagne is not None
    assert paa_den_gentagne.afstand < 0.5
    assert find(graf, [(70, 2.6), (150, 0)]).laengde == pytest.approx(80, abs=1)


def test_a_gap_is_bridged_only_when_asked_and_says_how_long_it_is() -> None:
    graf = net([(0, 0), (100, 0)], [(103, 0), (200, 0)], [(0, 300), (9, 300)])
    with pytest.raises(IngenVej):
        find(graf, [(0, 0), (200, 0)])
    vej = find(graf, [(0, 0), (200, 0)], over=True)
    assert [led.laengde for led in vej.huller] == [3]
    assert [led.art for led in vej.led] == [Art.NET, Art.HUL, Art.NET]
    assert vej.laengde == 200
    with pytest.raises(IngenVej):
        find(graf, [(0, 0), (9, 300)], over=True)


def test_a_dead_end_beside_a_road_is_bridged_into_its_middle() -> None:
    graf = net([(0, 0), (100, 0)], [(40, 3), (40, 80)])
    vej = find(graf, [(100, 0), (40, 80)], over=True)
    assert vej.punkter == [(100, 0), (40, 0), (40, 3), (40, 80)]


def test_dead_ends_loops_and_points_on_one_line() -> None:
    sloejfe = [(0.0, 0.0), (50.0, 0.0), (80.0, 30.0), (80.0, -30.0), (50.0, 0.0)]
    graf = net(sloejfe)
    # The loop of a lollipop is two ways to the same place: the nearer is taken.
    assert find(graf, [(0, 0), (80, 25)]).laengde == pytest.approx(50 + 30 * math.sqrt(2) + 5)
    assert find(graf, [(10, 0), (40, 0)]).punkter == [(10, 0), (40, 0)]
    assert find(graf, [(40, 0), (10, 0)]).punkter == [(40, 0), (10, 0)]
    assert len(set(dele(graf))) == 1


def test_nothing_is_moved() -> None:
    graf = net([(0, 0), (33.3, 0.1), (100, 0)], [(100.3, 0.2), (150, 40), (200, 0)])
    punkter = find(graf, [(0, 0), (200, 0)]).punkter
    assert set(punkter) >= {(33.3, 0.1), (100, 0), (100.3, 0.2), (150, 40)}


def test_two_ways_within_a_tenth_are_both_offered_and_longer_ones_are_not() -> None:
    nord, syd = (
        [(0.0, 0.0), (100.0, 60.0), (200.0, 0.0)],
        [(0.0, 0.0), (100.0, -62.0), (200.0, 0.0)],
    )
    graf = net(nord, syd, [(0, 0), (100, 200), (200, 0)])
    veje = andre(graf, via(graf, (0, 0)), via(graf, (200, 0)))
    assert [[led.kilde.fid for led in vej.led if led.kilde] for vej in veje] == [[1], [2]]
    assert veje[0].laengde < veje[1].laengde < 1.1 * veje[0].laengde
    uden_om = net(nord, [(0, 0), (100, -90), (200, 0)])  # 15 per cent longer
    assert len(andre(uden_om, via(uden_om, (0, 0)), via(uden_om, (200, 0)))) == 1


def test_a_short_gap_is_shown_beside_a_long_way_round() -> None:
    graf = net([(0, 0), (100, 0)], [(103, 0), (200, 0)], [(0, 0), (0, 500), (200, 500), (200, 0)])
    veje = andre(graf, via(graf, (0, 0)), via(graf, (200, 0)))
    assert not veje[0].huller
    assert [led.laengde for led in veje[-1].huller] == [3]


def test_points_off_the_network_and_free_hand() -> None:
    graf = net([(0, 0), (100, 0)])
    with pytest.raises(IngenVej) as ingen:
        find(graf, [(0, 0), (50, 80)])
    assert (ingen.value.grund, ingen.value.nr) == (Grund.UDENFOR, 1)
    vej = find(graf, [(0, 3), (50, 80), (100, 0), (60, 0)], fri={1, 2})
    assert [led.art for led in vej.led] == [Art.FRI, Art.FRI, Art.NET]
    assert vej.punkter == [(0, 0), (50, 80), (100, 0), (60, 0)]
    assert vej.geometri().asWkt(0) == "MultiLineString ((0 0, 50 80, 100 0, 60 0))"


def test_reading_layers_also_what_is_not_saved(tmp_path: Path) -> None:
    memory = QgsVectorLayer(
        "MultiLineString?crs=EPSG:4326&field=bro:string&field=Belaegn_k:integer", "x", "memory"
    )
    for wkt, bro, belaegn in (
        ("MultiLineString ((11.8 54.7, 11.81 54.7), (11.82 54.7, 11.83 54.7))", "ja", 2),
        ("MultiLineString ((11.8 54.7, 11.8 54.7))", None, None),
        (None, None, None),
    ):
        feature = QgsFeature(memory.fields())
        feature.setAttributes([bro, belaegn])
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert memory.dataProvider().addFeature(feature)
    path = str(tmp_path / "veje æøå.gpkg")
    valg = QgsVectorFileWriter.SaveVectorOptions()
    svar = QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, path, QgsCoordinateTransformContext(), valg
    )
    assert svar[0] == QgsVectorFileWriter.WriterError.NoError
    layer = QgsVectorLayer(path, "veje", "ogr")
    layer.startEditing()
    ny = QgsFeature(layer.fields())
    ny.setGeometry(QgsGeometry.fromWkt("MultiLineString ((11.81 54.7, 11.82 54.7))"))
    layer.addFeature(ny)
    linjer = laes([Lagkilde.af(layer, "veje")], UTM, QgsCoordinateTransformContext())
    layer.rollBack()
    assert sorted(en.niveau for en in linjer) == [0, 1, 1]
    assert {en.kilde.underlag for en in linjer} == {("belaegn_k", 2), None}
    x, y = linjer[0].xy[0]
    assert 670_000 < x < 700_000 < 6_000_000 < y
    graf = byg(linjer)
    assert len(set(dele(graf))) == 1


def test_empty_cancelled_and_large() -> None:
    tom = byg([])
    assert tom.naermest(0, 0, 50) is None
    afbrudt = QgsFeedback()
    afbrudt.cancel()
    with pytest.raises(GrafAfbrudt):
        byg(gitter(3), feedback=afbrudt)
    stort = byg(gitter(101))  # 10 201 crossings
    assert len(stort.ud) == 101 * 101
    vej = find(stort, [(10, 0), (9_990, 10_000)])
    assert vej.laengde == pytest.approx(19_980)
