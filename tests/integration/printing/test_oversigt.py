# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview: index, squares, legend, languages, and a town with eighty moedesteder."""

from __future__ import annotations

import re

import pytest
from qgis.core import (
    QgsGeometry,
    QgsLayoutItemLegend,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsPointXY,
    QgsRectangle,
)

from moedested_plugin.printing.bestilling import SKABELONER, UdskriftFejl
from moedested_plugin.printing.gitter import Gitter
from moedested_plugin.printing.udskriv import lav_blade
from tests.integration.store.raekker import gyldig

from .conftest import Trykkeri, ens_billede

AKTIVT = {
    "form_k": 1,
    "livscyklus_k": 3,
    "off_kode": 1,
    "by": "Nykøbing F",
    "gyldig_fra": "2026-01-01",
}


def test_squares_are_found_as_they_are_drawn() -> None:
    gitter = Gitter(QgsRectangle(0, 0, 100, 50), 4, 2)
    assert gitter.rude(QgsPointXY(1, 49)) == "A1"
    assert gitter.rude(QgsPointXY(99.9, 0.1)) == "D2"
    assert gitter.rude(QgsPointXY(100, 0)) == "D2"
    assert gitter.rude(QgsPointXY(101, 0)) == ""


@pytest.mark.parametrize("papir", [et.navn for et in SKABELONER["oversigt"].papirer])
def test_all_names_stand_on_it_with_the_sources(demo: Trykkeri, papir: str) -> None:
    pdf = demo.pdf("oversigt", papir)
    tekst = re.sub(r"\s+", " ", pdf.tekst(som="-raw"))
    for raekke in demo.grundlag("oversigt").stof.raekker("moedested"):
        assert re.search(re.escape(raekke["navn"]) + r", [A-P]\d\b", tekst), raekke["navn"]
    assert "Kyst: GSHHG" in tekst
    assert "Vandrerute" in tekst
    assert pdf.billeder == 0


def test_a_part_of_the_municipality_has_the_names_that_lie_there(demo: Trykkeri) -> None:
    tekst = demo.pdf("oversigt", udsnit=QgsRectangle(686000, 6047000, 700000, 6056000)).tekst()
    assert "Bænken mod syd" in tekst
    assert "Madpakken ved broen" not in tekst


def test_the_words_are_those_of_its_language(demo: Trykkeri) -> None:
    engelsk, tysk = (demo.pdf("oversigt", sprog=sprog).tekst() for sprog in ("en", "de"))
    assert "Walking route" in engelsk
    assert "Wanderweg" in tysk
    assert "Vandrerute" not in engelsk + tysk


def test_eighty_in_one_town_and_long_names_are_all_there(egen: Trykkeri) -> None:
    lang = "Et meget langt navn på et mødested, som ingen kan huske " * 4
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "moedested",
            [
                gyldig("moedested")
                | AKTIVT
                | {"navn": f"Sted {nr:02} {lang if nr == 40 else ''}".strip()}
                | {"geometri": _punkt(nr)}
                for nr in range(80)
            ],
        )
    pdf = egen.pdf("oversigt", "A4")
    tekst = pdf.tekst()
    assert {f"Sted {nr:02}" for nr in range(80)} <= set(re.findall(r"Sted \d\d", tekst))
    assert "som ingen kan huske" in tekst
    assert pdf.sider == 2
    assert "Side 2 af 2" in pdf.tekst(2)


def _punkt(nr: int) -> bytes:
    return bytes(
        QgsGeometry.fromPointXY(QgsPointXY(685000 + nr * 90, 6070000 + nr % 9 * 400)).asWkb()
    )


def test_nothing_to_show_is_one_sentence(egen: Trykkeri) -> None:
    with pytest.raises(UdskriftFejl, match="Der er intet at udskrive"):
        egen.udskriv("oversigt", filter_="\"navn\" = 'findes ikke'")


def test_it_looks_as_it_did(demo: Trykkeri, tmp_path_factory: pytest.TempPathFactory) -> None:
    ens_billede(demo.pdf("oversigt", "A4"), "oversigt", tmp_path_factory.mktemp("set"))


@pytest.mark.parametrize("papir", ["A3 liggende", "A4"])
def test_the_legend_is_not_cut_on_the_screen(demo: Trykkeri, papir: str) -> None:
    """In the layout designer letters are whole pixels wide, at every zoom other ones."""
    (blad,) = lav_blade(demo.grundlag("oversigt", papir))
    ark = blad.lav()
    legend = ark.layout.itemById("forklaring")
    assert isinstance(legend, QgsLayoutItemLegend)
    for dpi in (30, 40, 46, 60, 80, 96, 150):
        skaerm = QgsLayoutUtils.createRenderContextForLayout(
            ark.layout,
            None,  # type: ignore[arg-type]  # no painter: QGIS measures
            dpi,
        )
        fylder = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(skaerm)
        assert fylder.width() <= legend.rect().width(), dpi
        assert fylder.height() <= legend.rect().height(), dpi
