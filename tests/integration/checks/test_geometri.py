# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings: planted faults are all found, each where it is; sound ones give none; a fix takes its fault away."""

from __future__ import annotations

import math
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import QgsGeometry, QgsPoint

from moedested_plugin.checks import rettelser_geometri
from moedested_plugin.checks.fund import Fund
from moedested_plugin.domain.kontrol import Rettelse
from moedested_plugin.domain.kontroller import LISTER
from moedested_plugin.domain.kontroller_ruter import RUNDTUR_M
from moedested_plugin.project.udtryk import RUNDTUR_METER
from tests.kontroller.verden import Verden, tegning

Sted = tuple[float, float]
X, Y = 685_000.0, 6_073_000.0
#: Coordinates with a millimetre and its like, so that nothing falls on round numbers.
MM = st.integers(0, 999_999).map(lambda n: n / 1_000_000)


def linje(punkter: list[Sted]) -> QgsGeometry:
    geometri = QgsGeometry.fromPolyline([QgsPoint(x, y) for x, y in punkter])
    geometri.convertToMultiType()
    return geometri


def flade(*ringe: list[Sted]) -> QgsGeometry:
    tekst = ",".join("(" + ",".join(f"{x!r} {y!r}" for x, y in [*r, r[0]]) + ")" for r in ringe)
    return tegning(f"MultiPolygon (({tekst}))")


def fund(tabel: str, geometri: QgsGeometry, *grupper: str, **mere: object) -> list[Fund]:
    noegle = "straekning_id" if tabel == "straekning" else "objekt_id"
    return Verden({tabel: [{noegle: "1", "geometri": geometri, **mere}]}).find(*grupper)


def steder(fundet: list[Fund], kode: str) -> list[Sted]:
    return sorted(f.sted for f in fundet if f.kode == f"geometri.{kode}" and f.sted)


def samme(fundet: list[Sted], ventet: list[Sted]) -> bool:
    return len(fundet) == len(ventet) and all(
        math.hypot(a[0] - b[0], a[1] - b[1]) <= 1e-6 for a, b in zip(fundet, sorted(ventet))
    )


@st.composite
def sti(tegn: st.DrawFn) -> list[Sted]:
    """A walk that turns less than a right angle and always goes east: sound whatever its vertices."""
    x, y = X + tegn(MM), Y + tegn(MM)
    ud = [(x, y)]
    for _ in range(tegn(st.integers(4, 25))):
        vinkel, ben = tegn(st.floats(-0.75, 0.75)), tegn(st.floats(5, 80))
        x, y = x + ben * math.cos(vinkel), y + ben * math.sin(vinkel)
        ud.append((x, y))
    return ud


@st.composite
def stjerne(tegn: st.DrawFn) -> list[Sted]:
    """A ring around its middle: sound whatever its vertices."""
    antal = tegn(st.integers(8, 30))
    x, y = X + tegn(MM), Y + tegn(MM)
    radier = [tegn(st.floats(60, 90)) for _ in range(antal)]
    vinkler = [math.tau * (nr + tegn(MM) * 0.3) / antal for nr in range(antal)]
    return [(x + r * math.cos(v), y + r * math.sin(v)) for r, v in zip(radier, vinkler)]


@settings(max_examples=300, deadline=None)
@given(sti(), stjerne())
def test_sound_drawings_give_nothing(vej: list[Sted], ring: list[Sted]) -> None:
    assert fund("rute", linje(vej), "geometri") == []
    assert fund("facilitet_flade", flade(ring), "geometri") == []


@settings(max_examples=300, deadline=None)
@given(sti(), st.data())
def test_faults_planted_in_a_line_are_all_found(vej: list[Sted], data: st.DataObject) -> None:
    pladser = sorted(data.draw(st.sets(st.integers(1, len(vej) - 2), min_size=1, max_size=4)))
    gentagne: list[Sted] = []
    spidser: list[Sted] = []
    kryds: list[Sted] = []
    ny: list[Sted] = []
    for nr, (x, y) in enumerate(vej):
        ny.append((x, y))
        if nr not in pladser:
            continue
        art = data.draw(st.sampled_from(["gentaget", "spids", "kryds"]))
        if art == "gentaget":
            ny += [(x, y)] * data.draw(st.integers(1, 3))
            gentagne.append((x, y))
        elif art == "spids":
            # A turn is less than a right angle, so straight up and down is off the way on both sides.
            op = (x, y + data.draw(st.floats(0.5, 3)))
            ny += [op, (x + 1e-3, y)]
            spidser.append(op)
        else:
            # A small knot: back across the way just gone.
            r = 0.5
            ny += [(x + 2 * r, y), (x + 2 * r, y + 2 * r), (x + r, y + 2 * r), (x + r, y - 2 * r), (x + 3 * r, y - 2 * r)]  # fmt: skip
            kryds.append((x + r, y))
    fundet = fund("rute", linje(ny), "geometri")
    assert samme(steder(fundet, "gentagne_punkter"), gentagne)
    assert set(spidser) <= set(steder(fundet, "spids"))
    alle_kryds = steder(fundet, "rute_krydser")
    for ventet in kryds:
        assert any(math.dist(ventet, et) <= 1e-6 for et in alle_kryds), (ventet, alle_kryds)


@settings(max_examples=300, deadline=None)
@given(stjerne(), st.data())
def test_faults_planted_in_an_area_are_all_found(ring: list[Sted], data: st.DataObject) -> None:
    """Two neighbours swapped make a bow tie: the edge crosses itself once for each, where lines say it does."""
    antal = len(ring)
    pladser = [n for n in range(1, antal - 3, 4) if data.draw(st.booleans())] or [1]
    ventet, ny = [], list(ring)
    for n in pladser:
        ny[n], ny[n + 1] = ring[n + 1], ring[n]
        a, b, c, d = ny[n - 1], ny[n], ny[n + 1], ny[n + 2]
        moede = linje([a, b]).intersection(linje([c, d])) if n + 2 < antal else QgsGeometry()
        if not moede.isEmpty():
            ventet.append((moede.asPoint().x(), moede.asPoint().y()))
    midte = (sum(x for x, _ in ring) / antal, sum(y for _, y in ring) / antal)
    hul = [(midte[0] + 500 + dx, midte[1] + dy) for dx, dy in ((0, 0), (4, 0), (4, 4))]
    fundet = fund("facilitet_flade", flade(ny, hul), "geometri")
    kryds = steder(fundet, "selvkrydsning")
    for et in ventet:
        assert any(math.dist(et, k) <= 1e-6 for k in kryds), (et, kryds)
    assert steder(fundet, "hul_udenfor") == [hul[0]]


def test_what_cannot_be_drawn_is_said() -> None:
    koder = {
        "MultiLineString EMPTY": "tom",
        "MultiLineString ((685000 6073000, 685000 6073000))": "uden_udstraekning",
        "MultiLineString ((11.8 54.7, 11.9 54.8))": "grader",
        "MultiLineString ((6073000 685000, 6073100 685000))": "byttede_akser",
    }
    for wkt, kode in koder.items():
        assert [f.kode for f in fund("rute", tegning(wkt), "geometri")] == [f"geometri.{kode}"], wkt


def test_a_switched_off_check_is_not_run_and_a_number_may_be_another() -> None:
    kort = tegning("MultiLineString ((685000 6073000, 685002 6073000))")
    raekker = {"rute": [{"objekt_id": "1", "geometri": kort}]}
    assert Verden(raekker).find("geometri") == []
    assert [f.kode for f in Verden(raekker, tal={"linje_mindst_m": 3}).find("geometri")] == ["geometri.for_kort"]  # fmt: skip


def test_the_form_and_the_checks_mean_the_same_by_a_round_trip() -> None:
    assert RUNDTUR_M.standard == RUNDTUR_METER


# Fixes ------------------------------------------------------------------------------------------------

KVADRAT = "(685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000)"
RETTES = [
    ("rute", "geometri.gentagne_punkter", "MultiLineString ((685000 6073000, 685100 6073000, 685100 6073000.001, 685100 6073000, 685200 6073050))", {}),
    ("facilitet_flade", "geometri.gentagne_punkter", "MultiPolygon (((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000, 685000 6073000)))", {}),
    ("facilitet_punkt", "geometri.gentagne_punkter", "MultiPoint ((685000 6073000), (685000 6073000))", {}),
    ("rute", "geometri.spids", "MultiLineString ((685000 6073000, 685100 6073000, 685105 6073000.1, 685100 6073000, 685050 6073100))", {}),
    ("facilitet_flade", "geometri.spids", "MultiPolygon (((685000 6073000, 685010 6073000, 685010 6073010, 685005 6073010, 685005.01 6073015, 685004.99 6073010, 685000 6073010, 685000 6073000)))", {}),
    ("facilitet_flade", "geometri.selvkrydsning", "MultiPolygon (((685000 6073000, 685100 6073000, 685100.2 6073100, 685100 6073100.2, 685100.2 6073100.2, 685100 6073100, 685000 6073100, 685000 6073000)))", {}),
    ("rute", "geometri.uden_udstraekning", "MultiLineString ((685000 6073000, 685100 6073000), (685100 6073000, 685100 6073000))", {}),
    ("rute", "ruter.laengde", "MultiLineString ((685000 6073000, 685500 6073000))", {"laengde": 9.0}),
    ("rute", "ruter.rundtur_naesten", "MultiLineString ((685000 6073000, 685300 6073000, 685300 6073300, 685002 6073002))", {"rundtur": True}),
    ("rute", "ruter.hul", "MultiLineString ((685000 6073000, 685100 6073000), (685103 6073000, 685200 6073000), (685200 6073002, 685300 6073002))", {}),
]  # fmt: skip


@pytest.mark.parametrize(("tabel", "kode", "wkt", "mere"), RETTES)
def test_a_fix_takes_its_fault_away_and_makes_no_other(
    tabel: str, kode: str, wkt: str, mere: dict[str, object]
) -> None:
    raekke = {"objekt_id": "1", "geometri": tegning(wkt), **mere}
    foer = Verden({tabel: [raekke]})
    fundne = foer.find("geometri", "ruter")
    det = next(f for f in fundne if f.kode == kode)
    nye = rettelser_geometri.ret(foer, det)
    assert nye is not None
    rettet: dict[str, object] = {**raekke, **nye}
    if "geometri" in nye:
        geometri = QgsGeometry()
        geometri.fromWkb(cast("bytes", nye["geometri"]))
        assert geometri.wkbType() == tegning(wkt).wkbType()
        rettet["geometri"] = geometri
    efter = Verden({tabel: [rettet]})
    tilbage = {f.kode for f in efter.find("geometri", "ruter")}
    assert kode not in tilbage
    assert tilbage <= {f.kode for f in fundne}


@pytest.mark.parametrize(
    ("tabel", "kode", "wkt", "mere"),
    [
        ("facilitet_flade", "geometri.selvkrydsning", "MultiPolygon (((685000 6073000, 685010 6073010, 685010 6073000, 685000 6073010, 685000 6073000)))", {}),
        ("rute", "ruter.hul", "MultiLineString ((685000 6073000, 685100 6073000), (685106 6073000, 685200 6073000))", {}),
        ("rute", "ruter.rundtur_naesten", "MultiLineString ((685000 6073000, 685300 6073000, 685300 6073300, 685010 6073000))", {"rundtur": True}),
        ("rute", "geometri.uden_udstraekning", "MultiLineString ((685100 6073000, 685100 6073000))", {}),
    ],
)  # fmt: skip
def test_what_a_person_must_look_at_is_left_alone(
    tabel: str, kode: str, wkt: str, mere: dict[str, object]
) -> None:
    verden = Verden({tabel: [{"objekt_id": "1", "geometri": tegning(wkt), **mere}]})
    det = next(f for f in verden.find("geometri", "ruter") if f.kode == kode)
    assert rettelser_geometri.ret(verden, det) is None


def test_metres_are_worked_out_again_also_where_the_route_passes_twice() -> None:
    """Out and back the same way: the length of the stretch and its direction leave two readings; the first is taken."""
    rute = tegning("MultiLineString ((685000 6073000, 685100 6073000, 685000 6073000))")
    stykke = tegning("LineString (685020 6073000, 685060 6073000)")
    for gemt, fejl in (((20.0, 60.0), 0), ((140.0, 180.0), 0), ((0.0, 40.0), 1)):
        straekning = {"straekning_id": "s", "rute_id": "1", "fra_m": gemt[0], "til_m": gemt[1], "geometri": stykke}  # fmt: skip
        verden = Verden(
            {"rute": [{"objekt_id": "1", "geometri": rute}], "straekning": [straekning]}
        )
        det = [f for f in verden.find("ruter") if f.kode == "ruter.meter_passer_ikke"]
        assert len(det) == fejl, gemt
        if fejl:
            assert rettelser_geometri.ret(verden, det[0]) == {"fra_m": 20.0, "til_m": 60.0}


def test_every_fix_that_is_promised_is_made() -> None:
    lovet = {
        k.rettelse for g in ("geometri", "dubletter", "ruter") for k in LISTER[g] if k.rettelse
    }
    assert lovet == set(rettelser_geometri.RETTELSER)
    assert Rettelse.FORBIND_DELE in lovet
