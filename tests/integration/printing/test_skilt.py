# SPDX-License-Identifier: GPL-2.0-or-later
"""Signs: codes that are read back, numbers, many on a sheet, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsLayoutItem

from moedested_plugin.printing.bestilling import SKABELONER, UdskriftFejl
from moedested_plugin.printing.udskriv import udskriv

from .conftest import Pdf, Trykkeri, aabent, ens_billede
from .husets import LANGT_NAVN, MOENSTER, koder, med_adresse, paa_en_fast_dag, sted

BAENKEN = "\"navn\" = 'Bænken mod syd'"


@pytest.fixture(scope="module", name="tryk")
def tryk_fixture(kopi_af_demo: Path) -> Iterator[Trykkeri]:
    """The demo with a permanent address."""
    for tryk in aabent(kopi_af_demo, kopi_af_demo / "ud"):
        yield med_adresse(tryk)


@pytest.mark.parametrize("papir", [et.navn for et in SKABELONER["skilt"].papirer])
def test_a_sign_on_every_paper(tryk: Trykkeri, papir: str, tmp_path: Path) -> None:
    svar = tryk.udskriv("skilt", papir, filter_=BAENKEN)
    assert svar.bemaerkninger == ()  # it is read at three metres
    pdf = tryk.pdf("skilt", papir, filter_=BAENKEN)
    tekst = re.sub(r"\s+", " ", pdf.tekst(som="-raw"))
    for et in (
        "Bænken mod syd",
        "GB-005",
        "Ring 54 00 00 12",
        "Guldborgsund Kommune",
        "Scan koden",
    ):
        assert et in tekst
    assert pdf.billeder == 0
    assert len(koder(pdf, tmp_path, dpi=110)) == 1


def test_eight_on_a_sheet_are_eight_codes_of_the_right_places(
    tryk: Trykkeri, tmp_path: Path
) -> None:
    grundlag = tryk.grundlag("skilt", "A4", pr_ark="8")
    pdf = tryk.pdf("skilt", "A4", pr_ark="8")
    # markers and kits have a sign each; a place that has none has one as well, and what is thrown away has none
    skilte = [
        (numre, raekke["moedested_id"])
        for raekke in grundlag.stof.moedesteder
        for numre in [nr for _, nr in grundlag.stof.skiltenumre.get(raekke["moedested_id"], [])]
        or [""]
    ]
    assert pdf.sider == -(-len(skilte) // 8)
    laest = [kode for side in range(pdf.sider) for kode in koder(pdf, tmp_path, side + 1, 300)]
    assert sorted(laest) == sorted(MOENSTER.format(moedested_id=noegle) for _, noegle in skilte)
    tekst = pdf.tekst()
    assert {nr for nr, _ in skilte if nr} == set(re.findall(r"\b(?:GB|KIT)-\d+", tekst))
    assert "KIT-05" not in tekst
    assert any(not nr for nr, _ in skilte)
    kun_kit = tryk.pdf("skilt", "A4", til="kit").tekst()
    assert "KIT-01" in kun_kit
    assert "GB-0" not in kun_kit


def test_cut_marks_are_where_they_are_wanted(tryk: Trykkeri) -> None:
    def maerker(**valg: Any) -> int:
        grundlag = tryk.grundlag("skilt", "A4", **valg)
        ark = next(iter(grundlag.bestilling.skabelon.blade(grundlag))).lav()
        return sum(
            isinstance(et, QgsLayoutItem) and et.id().startswith("skæremærke")
            for et in ark.layout.items()
        )

    assert maerker() == 0
    assert maerker(skaeremaerker="ja") == 8
    assert maerker(pr_ark="4") == 12
    assert maerker(pr_ark="4", skaeremaerker="nej") == 0


def test_a_long_name_is_whole_and_it_is_said_that_it_is_small(egen: Trykkeri) -> None:
    med_adresse(egen)
    langt = "Donaudampfschifffahrtsgesellschaftskapitänsmützen"
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [sted(LANGT_NAVN), sted(langt)])
    svar = egen.udskriv(
        "skilt", "A4", filter_=f"\"navn\" in ('{LANGT_NAVN}', '{langt}')", pr_ark="4"
    )
    assert ["3 meters afstand" in et for et in svar.bemaerkninger] == [True]
    tekst = Pdf(svar.filer[0]).tekst(som="-raw")
    assert LANGT_NAVN in re.sub(r"\s+", " ", tekst)
    assert langt in re.sub(r"-?\s+", "", tekst)
    with pytest.raises(UdskriftFejl, match="for langt et navn"):
        egen.udskriv("skilt", "A5", filter_=f"\"navn\" = '{LANGT_NAVN}'", pr_ark="8")


@pytest.mark.parametrize(
    ("valg", "sagt"),
    [({"pr_ark": "3"}, "Vælg 1, 2, 4, 8"), ({"skaeremaerker": "måske"}, "ja eller nej"), ({"til": "hus"}, "markoer eller kit")],
)  # fmt: skip
def test_what_cannot_be_is_said(tryk: Trykkeri, valg: dict[str, Any], sagt: str) -> None:
    with pytest.raises(UdskriftFejl, match=sagt):
        udskriv(tryk.grundlag("skilt", **valg))


def test_without_an_address_it_is_said_where_to_write_it(demo: Trykkeri) -> None:
    with pytest.raises(UdskriftFejl, match="Indstillinger › Mødested › Udskrift"):
        demo.udskriv("skilt")


def test_it_looks_as_it_did(tryk: Trykkeri, tmp_path: Path) -> None:
    ens_billede(paa_en_fast_dag(tryk, "skilt", filter_=BAENKEN), "skilt", tmp_path)
