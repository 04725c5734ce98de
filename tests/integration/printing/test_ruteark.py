# SPDX-License-Identifier: GPL-2.0-or-later
"""The route sheet: what it says of a route, its turned map, its strip, its track, and routes of all kinds."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsGeometry

from moedested_plugin.checks.indstillet import Indstillet, gem
from moedested_plugin.printing.bestilling import SKABELONER
from moedested_plugin.printing.rutefakta import Rutefakta, Rutekilde
from moedested_plugin.printing.rutekort import stilling
from moedested_plugin.printing.rutetekst import afstand_tekst
from moedested_plugin.printing.strimmel import Strimmel
from tests.integration.store.raekker import gyldig, ny_id

from .conftest import Pdf, Trykkeri, ens_billede

ODDEN = "\"navn\" = 'Ud til Gedser Odde'"
RUTE = {"rute_ty_k": 5, "off_kode": 1, "statuskode": 3}


def ord_(pdf: Pdf, side: int | None = None) -> str:
    """The words in the order in which they are drawn, lines joined."""
    return re.sub(r"\s+", " ", pdf.tekst(side, som="-raw"))


def wkb(wkt: str) -> bytes:
    return bytes(QgsGeometry.fromWkt(wkt).asWkb())


def fakta(trykkeri: Trykkeri, navn: str) -> Rutefakta:
    grundlag = trykkeri.grundlag("ruteark")
    rute = next(r for r in grundlag.stof.raekker("rute") if r["navn"] == navn)
    return Rutekilde(grundlag.stof, grundlag.hus).fakta(rute)


def test_a_sheet_says_what_one_must_know_before_one_sets_out(demo: Trykkeri) -> None:
    pdf = demo.pdf("ruteark", filter_=ODDEN)
    tekst = ord_(pdf)
    for venter in (
        "Vandrerute", "3,1 km", "50 min", "Tiden er regnet med 4 km i timen til fods, uden pauser.", "Svær", "Ja, rød",
        "Vær opmærksom på: Hold afstand til skrænten. Stærk vind.",
        "Det dårligste stykke: 170 m med trappe, 2,9 km fra start. Trappe og sten ved stenmarkeringen.",
        "Længste stykke uden en bænk: 1,4 km, 1,4 km fra start.",
        "Forhindringer: Stejlt mellem 1,9 og 2,5 km; trappe mellem 2,9 og 3,1 km.",
        "Ikke handicapegnet.", "1 Bænken mod syd, lige ved start",
        "Nærmeste parkering: P-plads i Gedser, 55 m fra start i lige linje.",
        "Sig til, hvis noget er galt: lokalraad@example.dk",
        "Asfalt eller beton, 630 m", "Græs, 1,3 km", "Andet, 170 m", "Dårligste stykke", "1:20.000", "Kyst: GSHHG",
    ):  # fmt: skip
        assert venter in tekst, venter
    assert (pdf.sider, pdf.billeder) == (1, 0)
    assert pdf.info["Title"] == "Ud til Gedser Odde"


@pytest.mark.parametrize("papir", [et.navn for et in SKABELONER["ruteark"].papirer])
def test_nothing_is_left_out_on_any_paper(demo: Trykkeri, papir: str) -> None:
    tekst = ord_(demo.pdf("ruteark", papir, filter_="\"navn\" = 'Sundby rundt'"))
    for venter in ("150 m græs med låge eller stente", "620 m af ruten er ikke beskrevet", "sundby-beboerforening@example.dk",
                   "Underlag ukendt, 620 m", "LGPL 3.0"):  # fmt: skip
        assert venter in tekst, (papir, venter)


def test_english_and_german_say_it_too(demo: Trykkeri) -> None:
    engelsk, tysk = (
        ord_(demo.pdf("ruteark", filter_=ODDEN, sprog=sprog)) for sprog in ("en", "de")
    )
    assert "Out to Gedser Odde" in engelsk
    assert "The worst stretch: 170 m with steps, 2.9 km from the start." in engelsk
    assert "Hinaus nach Gedser Odde" in tysk
    assert "Der schlechteste Abschnitt: 170 m mit Treppe, 2,9 km vom Start." in tysk
    for dansk in ("Underlag", "Trappe", "Forhindringer", "Slut", "skrænten"):
        assert dansk not in engelsk + tysk


def test_the_track_lies_beside_the_sheet(demo: Trykkeri) -> None:
    svar = demo.udskriv("ruteark", filter_="\"navn\" in ('Grønsundstien', 'Ud til Gedser Odde')")
    assert [fil.name for fil in svar.filer] == ["ruteark.pdf", "rute_groensundstien.gpx", "rute_ud-til-gedser-odde.gpx"]  # fmt: skip
    (spor,) = _laes(svar.filer[1], "tracks")
    assert spor.GetField("name") == "Grønsundstien"
    assert spor.GetGeometryRef().GetGeometryCount() == 2, "the gap stays a gap"
    punkter = {
        p.GetField("name"): p.GetGeometryRef().GetPoint_2D()
        for p in _laes(svar.filer[2], "waypoints")
    }
    assert punkter["Bænken mod syd"] == pytest.approx((11.93, 54.57), abs=0.01)


def _laes(fil: Path, lag: str) -> list[ogr.Feature]:
    datasaet = ogr.Open(str(fil))
    return [f.Clone() for f in datasaet.GetLayer(lag)]


# The map ---------------------------------------------------------------------------------------------


def test_the_map_is_turned_only_where_the_route_gets_larger() -> None:
    bredt = QgsGeometry.fromWkt("MULTILINESTRING ((690000 6060000, 690900 6060100))")
    skraat = QgsGeometry.fromWkt("MULTILINESTRING ((690000 6060000, 695000 6055000))")
    assert stilling(bredt, 180, 100, 1).drejning == 0
    # south-east is brought level by turning against the clock, or upright by turning with it
    liggende, staaende = stilling(skraat, 180, 60, 1), stilling(skraat, 60, 180, 1)
    assert -50 <= liggende.drejning <= -25
    assert 25 <= staaende.drejning <= 50
    for valgt in (liggende, staaende):
        assert (valgt.udsnit.center().x(), valgt.udsnit.center().y()) == pytest.approx(
            (692500, 6057500), abs=400
        )
        assert valgt.maalestok < math.hypot(5000, 5000) / 100 * 1000
    kort = QgsGeometry.fromWkt("MULTILINESTRING ((690000 6060000, 690010 6060010))")
    assert stilling(kort, 180, 100, 1).maalestok == 2500


# Facts -----------------------------------------------------------------------------------------------


def test_distances_are_as_one_sees_them() -> None:
    assert [afstand_tekst(m, "da") for m in (3, 52, 304, 996, 1249)] == [
        "5 m",
        "50 m",
        "300 m",
        "1 km",
        "1,2 km",
    ]
    assert afstand_tekst(1249, "en") == "1.2 km"


def test_only_public_rows_count_and_only_what_is_near(egen: Trykkeri) -> None:
    baenk = {"facil_ty_k": 1371, "off_kode": 1, "statuskode": 3}
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("rute", [gyldig("rute") | RUTE | {
            "navn": "Prøveruten", "geometri": wkb("MULTILINESTRING ((690000 6060000, 692000 6060000))")}])  # fmt: skip
        skriver.indsaet("facilitet_punkt", [
            gyldig("facilitet_punkt") | baenk | {"geometri": wkb(f"MULTIPOINT (({x} {y}))")} | mere
            for x, y, mere in (
                (690500, 6060025, {}), (691000, 6060000, {"statuskode": 1}), (691200, 6060000, {"off_kode": 2}),
                (691500, 6060060, {}), (690100, 6060010, {"facil_ty_k": 1012}),
                (690000, 6060300, {"facil_ty_k": 1351, "navn": "P ved skoven"}),
            )
        ])  # fmt: skip
        skriver.indsaet("netvaerk", [
            {"netvaerk_id": ny_id(), "kilde": "GTFS", "navn": navn, "geometri": wkb(f"POINT ({x} 6060000)")}
            for navn, x in (("Skovvejen", 689800), ("Langt væk", 686000))
        ])  # fmt: skip
    ruten = fakta(egen, "Prøveruten")
    assert [ved.meter for ved in ruten.ved("baenk")] == pytest.approx([500])
    assert [ved.meter for ved in ruten.ved("toilet")] == pytest.approx([100])
    assert ruten.uden_baenk == pytest.approx((500, 2000))
    assert not ruten.rund
    gem(egen.store, Indstillet(graenser={"baenk_ved_m": 70}))
    assert [ved.meter for ved in fakta(egen, "Prøveruten").ved("baenk")] == pytest.approx(
        [500, 1500]
    )
    assert [ved.meter for ved in fakta(egen, "Prøveruten").ved("toilet")] == pytest.approx([100])
    tekst = ord_(egen.pdf("ruteark", filter_="\"navn\" = 'Prøveruten'"))
    assert "Nærmeste stoppested: Skovvejen, 200 m fra start i lige linje." in tekst
    assert "Nærmeste parkering: P ved skoven, 300 m" in tekst
    assert "Langt væk" not in tekst
    # unknown is never taken for good
    assert "Underlaget er ikke beskrevet." in tekst
    assert "Underlag ukendt, 2 km" in tekst
    assert "dårligste" not in tekst.casefold()


def test_eighty_moedesteder_and_long_names_go_on_to_more_pages(egen: Trykkeri) -> None:
    lang = ("Ruten med det meget lange navn, som ingen kan huske, " * 5)[:200]
    sted = {
        "form_k": 1,
        "livscyklus_k": 3,
        "off_kode": 1,
        "by": "Nykøbing F",
        "gyldig_fra": "2026-01-01",
    }
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("rute", [gyldig("rute") | RUTE | {
            "navn": lang, "geometri": wkb("MULTILINESTRING ((660000 6060000, 668000 6060000))")}])  # fmt: skip
        skriver.indsaet("moedested", [
            gyldig("moedested") | sted
            | {"navn": f"Sted {nr:02} {lang[:150] if nr == 7 else ''}".strip(), "geometri": wkb(f"POINT ({660050 + nr * 90} 6060020)")}
            for nr in range(80)
        ])  # fmt: skip
    pdf = egen.pdf("ruteark", "A5", filter_=f"\"navn\" = '{lang}'")
    tekst = ord_(pdf)
    assert {f"Sted {nr:02}" for nr in range(80)} <= set(re.findall(r"Sted \d\d", tekst))
    assert "80 Sted 79, 7,2 km fra start" in tekst
    assert pdf.sider > 2
    assert f"Side {pdf.sider} af {pdf.sider}" in ord_(pdf, pdf.sider)
    # numbers that would lie on each other are drawn as one
    assert re.search(r"\b1–\d+\b", tekst)


def test_the_strip_is_as_high_as_it_says(demo: Trykkeri) -> None:
    from moedested_plugin.printing.ark import Ark
    from moedested_plugin.printing.ord import Ord
    from moedested_plugin.printing.papir import A5

    ark = Ark(demo.project, "prøve", A5)
    strimmel = Strimmel(ark, fakta(demo, "Sundby rundt"), Ord("da"), A5.indre_bredde)
    strimmel.placer(A5.margen, 20)
    bund = max(
        item.pos().y() + item.rect().height()
        for item in ark.layout.items()
        if hasattr(item, "id") and str(item.id()).startswith("strimmel")
    )
    assert bund <= 20 + strimmel.hoejde + 1


def test_it_looks_as_it_did(demo: Trykkeri, tmp_path_factory: pytest.TempPathFactory) -> None:
    ens_billede(demo.pdf("ruteark", "A4", filter_=ODDEN), "ruteark", tmp_path_factory.mktemp("set"))
