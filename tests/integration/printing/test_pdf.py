# SPDX-License-Identifier: GPL-2.0-or-later
"""A PDF from QGIS, described: read by poppler and qpdf, which know nothing of us."""

from __future__ import annotations

import json
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.printing.pdf import Dokument, PdfFejl, beskriv
from moedested_plugin.printing.pdf_elementer import side_af
from moedested_plugin.printing.pdf_maerker import Element, Side
from tests.integration.printing import ark

ALT = "Kort over Ærø med 1 mødested; nord er drejet 30°"
PRIK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def om(sider: tuple[Side, ...] = ()) -> Dokument:
    return Dokument(
        "Mødesteder på Ærø & <øer>", "da", "Åbne steder", "Ærø Kommune", ("kort", "mødested"), sider
    )


def sagt(*kommando: str | Path) -> str:
    done = subprocess.run(kommando, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def katalog(pdf: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give the catalogue and every object, as qpdf reads them."""
    objekter = json.loads(sagt("qpdf", "--json=2", pdf))["qpdf"][1]
    trailer = objekter["trailer"]["value"]
    return objekter[f"obj:{trailer['/Root']}"]["value"], objekter


@pytest.fixture(scope="module")
def blad(qgis_app: object) -> Any:
    """Two pages, of two sizes."""
    blad = ark.Ark()
    blad.alt_muligt()
    blad.svg(PRIK, "qr", 170, 250, 18)
    blad.svg(PRIK, "pynt", 140, 250, 18)
    blad.ny_side(420, 297)
    blad.tekst("Bagsiden, også på Lolland", "bagtekst", 20, 20, side=1)
    blad.kort("kort 2", 120, 60, side=1)
    return blad


def sider(blad: Any) -> tuple[Side, ...]:
    roller = {"titel": "H1"}
    tekster = {
        "tabel": "Mandag kl. 10–12",
        "kort": ALT,
        "kort 2": "Kort uden drejning",
        "qr": "QR-kode til stedets side",
    }
    foerst = ("titel", "tabel")
    return tuple(
        side_af(blad.layout, nr, titel, roller=roller, tekster=tekster, foerst=foerst)
        for nr, titel in enumerate(["Forside æøå", "Bagside"])
    )


@pytest.fixture(scope="module")
def skrevet(blad: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give the PDF as QGIS wrote it, and the same described."""
    mappe = tmp_path_factory.mktemp("Mødested æøå")
    raa = blad.pdf(mappe / "rå.pdf")
    pdf = mappe / "beskrevet.pdf"
    pdf.write_bytes(raa.read_bytes())
    assert beskriv(pdf, om(sider(blad))) is True
    return raa, pdf


def test_the_document_says_what_it_is(skrevet: tuple[Path, Path]) -> None:
    raa, pdf = skrevet
    info = sagt("pdfinfo", pdf)
    for navn, vaerdi in {
        "Title": "Mødesteder på Ærø & <øer>",
        "Subject": "Åbne steder",
        "Keywords": "kort, mødested",
        "Author": "Ærø Kommune",
        "Creator": "Mødested",
        "Tagged": "yes",
        "Pages": "2",
    }.items():
        assert re.search(rf"^{navn}: +{re.escape(vaerdi)}$", info, re.MULTILINE), navn
    rod, _ = katalog(pdf)
    assert rod["/Lang"] == "u:da"
    assert rod["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    xmp = sagt("pdfinfo", "-meta", pdf)
    assert "Mødesteder på Ærø &amp; &lt;øer&gt;" in xmp
    assert "<rdf:li>da</rdf:li>" in xmp
    assert sagt("pdfinfo", raa) != info
    assert "No syntax or stream encoding errors" in sagt("qpdf", "--check", pdf)


def test_nothing_of_what_was_drawn_is_changed(skrevet: tuple[Path, Path]) -> None:
    raa, pdf = skrevet
    assert pdf.stat().st_size < raa.stat().st_size + 6000  # no page is in it twice
    assert sagt("pdftotext", "-layout", pdf, "-") == sagt("pdftotext", "-layout", raa, "-")
    assert ark.TITEL in sagt("pdftotext", pdf, "-")
    billeder = [
        subprocess.run(["pdftoppm", "-r", "60", sti], capture_output=True, check=True).stdout
        for sti in (raa, pdf)
    ]
    assert billeder[0] == billeder[1]


def test_it_is_read_aloud_in_order_with_texts_for_maps(skrevet: tuple[Path, Path]) -> None:
    _, pdf = skrevet
    struktur = sagt("pdfinfo", "-struct-text", pdf).replace("\t", " ")
    raekke = [
        "H1 (block)", ark.TITEL, "mandag", "Figure", ark.I_KORTET, "Steder", "Oven på kortet",
        "På skrå", "Figure", "Kilde: kommunen", "Sect", "Bagsiden, også på Lolland", "Figure",
    ]  # fmt: skip
    sted = 0
    for ord_ in raekke:
        assert ord_ in struktur[sted:], (ord_, struktur)
        sted = struktur.index(ord_, sted) + len(ord_)
    assert struktur.count(ark.I_KORTET) == 2
    _, objekter = katalog(pdf)
    knuder = [
        en["value"] for en in objekter.values()
        if isinstance(en.get("value"), dict) and en["value"].get("/Type") == "/StructElem"
    ]  # fmt: skip
    figurer = [en for en in knuder if en["/S"] == "/Figure"]
    assert sorted(en["/Alt"] for en in figurer) == sorted(
        [f"u:{ALT}", "u:Kort uden drejning", "u:QR-kode til stedets side"]
    )


def test_words_are_whole_where_lines_break(skrevet: tuple[Path, Path]) -> None:
    _, objekter = katalog(skrevet[1])
    ord_ = {en["value"].get("/ActualText") for en in objekter.values() if isinstance(en.get("value"), dict)}  # fmt: skip
    assert {f"u:{ark.TITEL}", "u:Mandag kl. 10–12", "u:To linjer og en streg"} <= ord_


def test_each_page_has_its_bookmark(skrevet: tuple[Path, Path]) -> None:
    rod, objekter = katalog(skrevet[1])
    titler = []
    top = objekter[f"obj:{rod['/Outlines']}"]["value"]
    naeste = top["/First"]
    while naeste:
        punkt = objekter[f"obj:{naeste}"]["value"]
        titler.append(punkt["/Title"])
        naeste = punkt.get("/Next")
    assert titler == ["u:Forside æøå", "u:Bagside"]


@pytest.mark.parametrize("dpi", [96, 600])
def test_any_resolution_and_a_large_sheet(qgis_app: object, tmp_path: Path, dpi: float) -> None:
    blad = ark.Ark(594, 420)
    blad.kort("kort", 480, 330)
    blad.tekst("Helt nede i hjørnet", "hjørne", 500.3, 412.7, h=7)
    pdf = blad.pdf(tmp_path / "a2.pdf", dpi)
    side = side_af(blad.layout, 0, "Plakat", roller={}, tekster={"kort": "Kort"})
    assert beskriv(pdf, om((side,))) is True
    assert "Helt nede" in sagt("pdfinfo", "-struct-text", pdf).replace("\t", " ")


def test_twice_is_as_good_as_once(blad: Any, skrevet: tuple[Path, Path], tmp_path: Path) -> None:
    igen = tmp_path / "igen.pdf"
    igen.write_bytes(skrevet[1].read_bytes())
    assert beskriv(igen, om(sider(blad))) is True
    assert "No syntax" in sagt("qpdf", "--check", igen)
    assert sagt("pdfinfo", "-struct-text", igen) == sagt("pdfinfo", "-struct-text", skrevet[1])


def test_an_item_that_is_not_drawn_leaves_the_document_untagged(
    skrevet: tuple[Path, Path], blad: Any, tmp_path: Path
) -> None:
    pdf = tmp_path / "uden.pdf"
    pdf.write_bytes(skrevet[0].read_bytes())
    foerste, anden = sider(blad)
    borte = Side("x", (*foerste.elementer, Element("P", (3, 3), (3, 3, 9, 9))))
    assert beskriv(pdf, om((borte, anden))) is False
    info = sagt("pdfinfo", pdf)
    assert re.search(r"Tagged: +no", info)
    assert "Mødesteder på Ærø" in info
    assert "No syntax" in sagt("qpdf", "--check", pdf)


def krypteret(pdf: Path) -> bytes:
    ud = pdf.with_name("krypteret.pdf")
    sagt("qpdf", "--encrypt", "", "ejer", "256", "--", pdf, ud)
    return ud.read_bytes()


def pakket(pdf: Path) -> bytes:
    ud = pdf.with_name("pakket.pdf")
    sagt("qpdf", "--object-streams=generate", pdf, ud)
    return ud.read_bytes()


@pytest.mark.parametrize(
    "oedelagt",
    [
        lambda pdf: b"",
        lambda pdf: b"Dette er ikke en PDF. startxref\n0\n%%EOF\n",
        lambda pdf: pdf.read_bytes()[: pdf.stat().st_size // 2],
        lambda pdf: pdf.read_bytes()[:-40],
        lambda pdf: pdf.read_bytes().replace(b"trailer", b"trailor"),
        lambda pdf: pdf.read_bytes().replace(b"/Root", b"/Toor"),
        lambda pdf: re.sub(rb"startxref\s+\d+", b"startxref 99999999", pdf.read_bytes()),
        lambda pdf: b"%PDF-1.4\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n",
        lambda pdf: b"%PDF-1.4\nxref\n0 0\ntrailer\n" + b"[" * 5000 + b"\nstartxref\n9\n%%EOF\n",
        krypteret,
        pakket,
    ],
)
def test_what_is_not_ours_is_left_alone(
    skrevet: tuple[Path, Path], tmp_path: Path, oedelagt: Callable[[Path], bytes]
) -> None:
    kopi = tmp_path / "kopi.pdf"
    kopi.write_bytes(skrevet[0].read_bytes())
    pdf = tmp_path / "fremmed.pdf"
    foer = oedelagt(kopi)
    pdf.write_bytes(foer)
    with pytest.raises(PdfFejl, match="ladt i fred"):
        beskriv(pdf, om())
    assert pdf.read_bytes() == foer
    assert not list(tmp_path.glob("~*"))


def test_a_damaged_file_is_described_or_refused_and_never_anything_else(
    skrevet: tuple[Path, Path], blad: Any, tmp_path: Path
) -> None:
    hel = skrevet[0].read_bytes()
    tilfaeldig = random.Random(7)
    pdf = tmp_path / "skadet.pdf"
    svar = set()
    for _ in range(200):
        skadet = bytearray(hel)
        sted = len(hel) - tilfaeldig.randrange(1, tilfaeldig.choice([3000, len(hel)]))
        nyt = [b"", b"<<", b"[", b"(", b"4 0 R", b"/Kids [4 0 R]", b"99999999999"]
        skadet[sted : sted + tilfaeldig.randrange(20)] = tilfaeldig.choice(nyt)
        pdf.write_bytes(skadet)
        try:
            beskriv(pdf, om(sider(blad)))
            svar.add("beskrevet")
        except PdfFejl:
            assert pdf.read_bytes() == skadet
            svar.add("afvist")
    assert svar == {"beskrevet", "afvist"}


def test_a_file_that_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    with pytest.raises(PdfFejl, match="kunne ikke skrives"):
        beskriv(tmp_path / "findes ikke.pdf", om())
