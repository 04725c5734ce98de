# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheet of a moedested: what stands on it and in which order, on every paper, with too much and with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsLayoutItemMap, QgsMapRendererSequentialJob, QgsRectangle
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QImage

from moedested_plugin.printing.bestilling import SKABELONER
from moedested_plugin.printing.udskriv import lav_blade
from tests.integration.store.raekker import gyldig, ny_id

from .conftest import Trykkeri, aabent, ens_billede
from .husets import HEMMELIGT, LANGT_NAVN, MOENSTER, koder, med_adresse, paa_en_fast_dag, sted

BAENKEN = "\"navn\" = 'Bænken mod syd'"


@pytest.fixture(scope="module", name="tryk")
def tryk_fixture(kopi_af_demo: Path) -> Iterator[Trykkeri]:
    """The demo with a permanent address."""
    for tryk in aabent(kopi_af_demo, kopi_af_demo / "ud"):
        yield med_adresse(tryk)


@pytest.mark.parametrize("papir", [et.navn for et in SKABELONER["moedestedsark"].papirer])
def test_what_one_needs_first_stands_first(tryk: Trykkeri, papir: str, tmp_path: Path) -> None:
    pdf = tryk.pdf("moedestedsark", papir, filter_=BAENKEN)
    tekst = re.sub(r"\s+", " ", pdf.tekst(som="-raw"))
    orden = ["Bænken mod syd", "Et læsted i Gedser", "Det kan du her", "Åbningstid", "Det sker her", "Her mødes vi",
             "Første gang", "Godt at vide", "På stedet er der", "Tilgængelighed"]  # fmt: skip
    steder = [tekst.find(et) for et in orden]
    assert -1 not in steder
    assert steder == sorted(steder)
    assert "54 00 00 12" in tekst
    assert "Søndagsværten sidder ved bogskabet" in tekst
    assert re.search(r"1:\d", tekst)
    assert "Kyst: GSHHG" in tekst
    assert pdf.billeder == 0
    assert pdf.sider <= 2
    assert pdf.info["Page size"].startswith("595 x 842" if papir == "A4" else "")
    moedested = next(et for et in tryk.grundlag("moedestedsark", filter_=BAENKEN).stof.moedesteder if et["navn"] == "Bænken mod syd")  # fmt: skip
    assert koder(pdf, tmp_path) == [MOENSTER.format(moedested_id=moedested["moedested_id"])]


def test_what_takes_two_pages_has_its_map_as_large_as_the_back(demo: Trykkeri) -> None:
    rig = "\"navn\" = 'Bænken på promenaden'"
    staar = demo.pdf("moedestedsark", "A4", filter_=rig)
    assert staar.sider == 2
    assert "Tilgængelighed" in staar.tekst(1), "all the text is in front"
    assert "Tilgængelighed" not in staar.tekst(2)
    ligger = demo.pdf("moedestedsark", "A4 liggende", filter_=rig)
    for pdf in (staar, ligger):
        assert "Kyst: GSHHG" not in pdf.tekst(1)
        assert "Kyst: GSHHG" in pdf.tekst(2)


def test_no_name_on_the_map_stands_under_the_ring(demo: Trykkeri) -> None:
    grundlag = demo.grundlag("moedestedsark", filter_="\"navn\" = 'Bænken mod syd'")
    (blad,) = lav_blade(grundlag)
    layout = blad.lav().layout
    kort, ring = layout.itemById("kort"), layout.itemById("kort: her")
    assert isinstance(kort, QgsLayoutItemMap)
    felt = kort.mapFromItem(ring, ring.rect()).boundingRect()
    job = QgsMapRendererSequentialJob(
        kort.mapSettings(
            kort.extent(),
            QSizeF(kort.rect().width() * 4, kort.rect().height() * 4),
            4 * 25.4,
            True,
        )
    )
    job.start()
    job.waitForFinished()
    navne = {et.labelText: et.labelGeometry for et in job.takeLabelingResults().allLabels()}
    assert "Bænken mod syd" in navne
    hjoerner = [kort.extent().xMinimum() + felt.x() / kort.rect().width() * kort.extent().width(),
                kort.extent().yMaximum() - felt.y() / kort.rect().height() * kort.extent().height()]  # fmt: skip
    bred = felt.width() / kort.rect().width() * kort.extent().width()
    under = QgsGeometry.fromRect(
        QgsRectangle(hjoerner[0], hjoerner[1] - bred, hjoerner[0] + bred, hjoerner[1])
    )
    assert [tekst for tekst, hvor in navne.items() if hvor.intersects(under)] == []


def test_what_is_nowhere_has_no_map(tryk: Trykkeri) -> None:
    pdf = tryk.pdf("moedestedsark", filter_="\"navn\" = 'Hverdagens fagfolk'")
    assert "Viden i spil" in pdf.tekst()
    assert not re.search(r"1:\d|GSHHG", pdf.tekst())
    assert pdf.sider == 1


def test_without_an_address_there_is_no_code(demo: Trykkeri, tmp_path: Path) -> None:
    pdf = demo.pdf("moedestedsark", filter_=BAENKEN)
    assert koder(pdf, tmp_path) == []
    assert "Scan koden" not in pdf.tekst()
    assert "54 00 00 12" in pdf.tekst()


@pytest.mark.parametrize(
    ("sprog", "ord_"),
    [
        ("en", ["The southward bench", "What you can do here", "Every Sunday", "Walking", "Call to hear more", "Printed"]),
        ("de", ["Das können Sie hier machen", "Jeden Sonntag", "Spaziergang", "Stand der Daten"]),
    ],
)  # fmt: skip
def test_the_words_are_those_of_its_language(tryk: Trykkeri, sprog: str, ord_: list[str]) -> None:
    tekst = re.sub(
        r"\s+", " ", tryk.pdf("moedestedsark", filter_=BAENKEN, sprog=sprog).tekst(som="-raw")
    )
    for et in ord_:
        assert et in tekst
    assert "Åbningstid" not in tekst


def test_too_much_goes_on_or_is_said_and_nothing_leaves_no_hole(egen: Trykkeri) -> None:
    langt = (
        "Her sidder vi sammen og taler om stort og småt, mens kaffen løber. " * 43 + "Slutordet."
    )
    adresse = "en.meget.lang.postkasse.uden.mellemrum.overhovedet@kommunens.lange.navn.example.dk"
    meget = sted(
        LANGT_NAVN, lang_beskr=langt, tilgaeng_beskriv=langt, foerste_gang=langt[:480], kontakt=adresse,
        faciliteter_k=list(range(1, 29)), aktivitetsmulighed_k=list(range(1, 23)), telefon="54 00 00 99",
    )  # fmt: skip
    lidt = sted("Tomt [% 1 + 1 %] <b>", livscyklus_k=2, organisation_id=None)
    for felt in (
        "aabningstid",
        "telefon",
        "kontakt",
        "foerste_gang",
        "beskrivels",
        "lang_beskr",
        "formaal",
    ):
        lidt[felt] = None
    mindst = {**gyldig("aktivitet"), "moedested_id": meget["moedested_id"], "type_k": 10,
              "gentagelse_k": 2, "ugedag_k": [2]}  # fmt: skip
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [meget, lidt])
        skriver.indsaet(
            "aktivitet",
            [{**mindst, "aktivitet_id": ny_id(), "navn": f"Aktivitet {nr:02}"} for nr in range(60)],
        )
    for papir in ("A4", "A5 liggende"):
        pdf = egen.pdf("moedestedsark", papir, filter_=f"\"navn\" = '{LANGT_NAVN}'")
        tekst = re.sub(r"\s+", " ", pdf.tekst(som="-raw"))
        assert tekst.count("Slutordet.") == 2
        assert tekst.count("Aktivitet 0") == 8
        assert "… og 52 mere" in tekst
        assert adresse in tekst.replace(" ", "")
        assert "54 00 00 99" in tekst
        assert HEMMELIGT not in tekst
        assert f"Side {pdf.sider} af {pdf.sider}" in pdf.tekst(pdf.sider)
        assert "Her mødes vi" in tekst
    tomt = egen.pdf("moedestedsark", filter_="\"navn\" like 'Tomt%'").tekst()
    assert "1 + 1" in tomt
    assert "Er på vej, men ikke begyndt endnu." in tomt
    for fraset in ("Åbningstid", "Første gang", "Det sker her", "None", "NULL", "Ring"):
        assert fraset not in tomt


def test_a_photo_stands_there_with_its_credit_where_it_may(egen: Trykkeri) -> None:
    billede = QImage(400, 900, QImage.Format.Format_RGB32)
    billede.fill(QColor("#345678"))
    billede.save(str(Path(egen.store.adresse).parent / "foto æ.jpg"))
    bench = next(et for et in egen.store.raekker("moedested") if et["navn"] == "Bænken mod syd")
    foto = {**gyldig("foto"), "objekt_lag": "moedested", "objekt_id": bench["moedested_id"], "sti": "foto æ.jpg",
            "ophav": "Eksempelfotografen", "samtykke_k": 4, "billedtekst": "En bænk."}  # fmt: skip
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("foto", [foto])
    assert egen.pdf("moedestedsark", filter_=BAENKEN).billeder == 0
    with egen.store.skriv("prøve", "AB") as skriver:
        assert skriver.ret("foto", str(foto["foto_id"]), {"samtykke_k": 3})
    for papir in ("A4", "A4 liggende"):
        pdf = egen.pdf("moedestedsark", papir, filter_=BAENKEN)
        assert pdf.billeder == 1
        assert "En bænk. Foto: Eksempelfotografen" in re.sub(r"\s+", " ", pdf.tekst(som="-raw"))


def test_it_looks_as_it_did(tryk: Trykkeri, tmp_path: Path) -> None:
    ens_billede(paa_en_fast_dag(tryk, "moedestedsark", filter_=BAENKEN), "moedestedsark", tmp_path)
