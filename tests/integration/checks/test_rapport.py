# SPDX-License-Identifier: GPL-2.0-or-later
"""The report in its four forms: complete, safe to open, silent about people, and never half written."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer

from moedested_plugin.checks import undtagelser
from moedested_plugin.checks.fund import Fund
from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.checks.objekter import Opslag
from moedested_plugin.checks.rapport import SUFFIKSER, RapportFejl, skriv_rapport
from moedested_plugin.checks.rapport_html import HOEJST
from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.checks.tal import dansk, koordinat
from moedested_plugin.checks.tekst import faellestekst
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.store import Store
from tests.integration.store.raekker import gyldig, punkt

ONDT = '<script>alert("x")</script>  & æøå'
MELLEMRUM = "felter.mellemrum"


@pytest.fixture
def resultat(gpkg_store: Store) -> Resultat:
    """A name that tries to be a script, and one finding accepted for a reason that nobody else may read."""
    with gpkg_store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | {"navn": ONDT, "geometri": punkt()}])
        skriver.indsaet(
            "moedested", [gyldig("moedested") | {"navn": "To  ord", "geometri": punkt()}]
        )
    foerste = kontroller(gpkg_store, Valg(af="AB"))
    post = next(p for p in foerste.poster if p.fund.kode == MELLEMRUM and p.fund.noegle)
    undtagelser.accepter(gpkg_store, [post.fund], "Hemmelig grund", "Zenobia")
    return kontroller(gpkg_store, Valg(af="AB"))


def html_af(resultat: Resultat, store: Store, mappe: Path) -> str:
    skriv_rapport(mappe / "rapport.html", resultat, store)
    return (mappe / "rapport.html").read_text("utf-8")


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.sete: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.sete.append((tag, dict(attrs)))


def test_html_is_one_accessible_file_without_script(
    resultat: Resultat, gpkg_store: Store, tmp_path: Path
) -> None:
    html = html_af(resultat, gpkg_store, tmp_path)
    tags = Tags(html).sete
    assert tags[0] == ("html", {"lang": "da"})
    assert not [tag for tag, _ in tags if tag in {"script", "img", "link", "iframe"}]
    assert not re.search(r"(src|href)=\"(?!#)|url\(|@import", html)
    hoveder = [attributter.get("scope") for tag, attributter in tags if tag == "th"]
    assert hoveder
    assert None not in hoveder
    niveauer = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    assert niveauer[0] == 1
    assert all(nu - foer <= 1 for foer, nu in zip(niveauer, niveauer[1:]))
    assert len({a["id"] for _, a in tags if "id" in a}) == sum("id" in a for _, a in tags)
    links = {a["href"] for tag, a in tags if tag == "a"}
    assert links
    assert links <= {f"#{a['id']}" for _, a in tags if "id" in a}


@pytest.mark.parametrize("suffiks", SUFFIKSER)
def test_no_report_tells_why_something_was_accepted_or_by_whom(
    resultat: Resultat, gpkg_store: Store, tmp_path: Path, suffiks: str
) -> None:
    sti = tmp_path / f"rap port æ{suffiks}"
    skriv_rapport(sti, resultat, gpkg_store)
    indhold = sti.read_bytes()
    if suffiks == ".pdf":  # its pages are packed
        indhold = subprocess.run(["pdftotext", sti, "-"], check=True, capture_output=True).stdout
    assert b"mellemrum" in indhold
    assert b"Hemmelig" not in indhold
    assert b"Zenobia" not in indhold
    assert [fil.name for fil in tmp_path.iterdir() if fil.name.startswith("~")] == []
    if suffiks == ".json":
        laest = json.loads(indhold)
        assert laest["accepterede"] == 1
        assert laest["antal"]["fejl"] == resultat.antal[Alvor.FEJL]
        assert len(laest["fund"]) == sum(resultat.antal.values())
        assert {"regel", "alvor", "tekst", "raad", "tabel", "noegle"} <= set().union(*laest["fund"])


def test_pdf_has_its_text_as_text_on_a4(
    resultat: Resultat, gpkg_store: Store, tmp_path: Path
) -> None:
    sti = tmp_path / "rapport.pdf"
    mange = replace(resultat, set_paa={"moedested": 100_000}, poster=tuple(
        replace(p, fund_id=f"{nr}") for nr in range(200) for p in resultat.poster if not p.accepteret
    ))  # fmt: skip
    skriv_rapport(sti, mange, gpkg_store)
    tekst = subprocess.run(
        ["pdftotext", sti, "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Kontrol af mødesteder, Guldborgsund Kommune" in " ".join(tekst.split())
    sider = re.search(r"Side 1 af (\d+)", tekst)
    assert sider is not None
    assert int(sider[1]) > 2
    assert f"Side {sider[1]} af {sider[1]}" in tekst


def test_geopackage_has_places_symbols_and_checks(
    resultat: Resultat, gpkg_store: Store, tmp_path: Path
) -> None:
    sti = tmp_path / "rapport.gpkg"
    skriv_rapport(sti, resultat, gpkg_store)
    fund = QgsVectorLayer(f"{sti}|layername=fund", "fund", "ogr")
    regler = QgsVectorLayer(f"{sti}|layername=kontroller", "regler", "ogr")
    steder = [p for p in resultat.poster if p.fund.sted and not p.accepteret]
    assert fund.featureCount() == len(steder) > 0
    assert fund.crs().authid() == "EPSG:25832"
    renderer = fund.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    former = {kategori.symbol().symbolLayer(0).shape() for kategori in renderer.categories()}
    assert len(former) == len(Alvor), "told apart in grey print"
    assert {f["alvor"] for f in fund.getFeatures()} <= {k.value() for k in renderer.categories()}
    assert {f["regel"] for f in fund.getFeatures()} <= {f["regel"] for f in regler.getFeatures()}
    del fund, regler


def test_what_stood_there_stays_when_it_cannot_be_written(
    resultat: Resultat, gpkg_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sti = tmp_path / "rapport.json"
    sti.write_text("gammel", encoding="utf-8")

    def fuld(*_: object, **__: object) -> int:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", fuld)
        with pytest.raises(RapportFejl, match=r"rapport\.json kunne ikke skrives"):
            skriv_rapport(sti, resultat, gpkg_store)
    assert [fil.name for fil in tmp_path.glob("*rapport*")] == ["rapport.json"]
    assert sti.read_text("utf-8") == "gammel"
    for forkert, siger in (
        (tmp_path / "rapport.docx", "skal ende på"),
        (tmp_path / "findes ikke" / "a.html", "findes ikke. Vælg en anden"),
        (Path(gpkg_store.adresse), "selve mødestederne"),
    ):
        with pytest.raises(RapportFejl, match=siger):
            skriv_rapport(forkert, resultat, gpkg_store)
    assert gpkg_store.antal("moedested") == 2


def test_very_many_findings_of_a_check_are_told_by_their_number(
    resultat: Resultat, gpkg_store: Store, tmp_path: Path
) -> None:
    post = next(p for p in resultat.poster if p.fund.kode == MELLEMRUM and not p.accepteret)
    mange = replace(resultat, set_paa={"moedested": 100_000}, poster=tuple(
        replace(post, fund_id=str(nr)) for nr in range(HOEJST + 5)
    ))  # fmt: skip
    html = html_af(mange, gpkg_store, tmp_path)
    assert html.count("<tr><td>") == HOEJST
    assert "… og 5 til." in html
    foldet = html_af(replace(mange, set_paa={"moedested": 300}), gpkg_store, tmp_path)
    assert foldet.count("<tr><td>") == 0
    assert "mere end hver tiende" in foldet
    assert "Der er intet at rette." in html_af(Resultat(()), gpkg_store, tmp_path)


def test_objects_are_called_by_their_name_their_owners_or_their_type(gpkg_store: Store) -> None:
    moedested, baenk = (
        gyldig("moedested") | {"navn": "Torvet"},
        gyldig("facilitet_punkt") | {"navn": None},
    )
    foto = gyldig("foto") | {"objekt_lag": "moedested", "objekt_id": moedested["moedested_id"]}
    with gpkg_store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [moedested])
        skriver.indsaet("facilitet_punkt", [baenk])
        skriver.indsaet("foto", [foto])
    noegler = [
        ("foto", foto["foto_id"]),
        ("facilitet_punkt", baenk["objekt_id"]),
        ("moedested", "væk"),
    ]
    fundet = Opslag(gpkg_store).alle(noegler)
    assert len(fundet) == 2
    assert fundet["foto", foto["foto_id"]].navn == "Torvet"
    typen = next(r for r in gpkg_store.raekker("kodeliste") if r["kode"] == baenk["facil_ty_k"])
    assert fundet["facilitet_punkt", baenk["objekt_id"]].navn == typen["navn"]


@pytest.mark.parametrize(
    ("koder", "tekst"),
    [
        ([("Vær", "Aa")], "Vær er lukket, men ligger på den åbne rute Aa."),
        ([("Vær", "Aa"), ("Ly", "Aa")], "… er lukket, men ligger på den åbne rute Aa."),
        ([("Vær", "Aa"), ("Vær", "Bo")], "Vær er lukket, men ligger på den åbne rute …"),
        ([("Vær", "Aa"), ("Ly", "Aa"), ("Vær", "Bo")], "… er lukket, men ligger på den åbne rute …"),
    ],
)  # fmt: skip
def test_a_heading_says_what_the_findings_have_in_common(
    koder: list[tuple[str, str]], tekst: str
) -> None:
    kontrol = alle_kontroller()["sammenhaeng.lukket_paa_aaben_rute"]
    fund = [
        Fund(kontrol, "facilitet_punkt", str(nr), {"navn": navn, "rute": rute})
        for nr, (navn, rute) in enumerate(koder)
    ]
    assert faellestekst(fund) == tekst


def test_numbers_are_as_a_dane_reads_them() -> None:
    tal = (12.5, 12.0, 323.1, 1231.4, 1234567.8, -0.25)
    assert [dansk(et, 1) for et in tal] == ["12,5", "12", "323", "1.231", "1.234.568", "-0,2"]
    assert (dansk(12.345, 2), dansk(1600, 0)) == ("12,35", "1.600")
    assert (koordinat(655000.4, 0), koordinat(11.87654, 4)) == ("655000", "11,8765")
