# SPDX-License-Identifier: GPL-2.0-or-later
"""The poster: map and text side, what is said when there is much to say, and the same on small paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.fliser import del_i_fliser
from moedested_plugin.printing.papir import A4
from tests.integration.store.raekker import gyldig, punkt

from .conftest import Pdf, Trykkeri, ens_billede

TEKST = "# Kom og vær med\nI Guldborgsund mødes vi.\n\nDu behøver ikke kende nogen."


def med_mange(egen: Trykkeri, antal: int) -> None:
    raekker = [
        gyldig("moedested")
        | {"form_k": 1, "livscyklus_k": 3, "off_kode": 1, "by": f"By {nr % 3}", "geometri": punkt()}
        | {"navn": f"Sted {nr:03}", "beskrivels": "Her mødes man. " * 12, "telefon": "54730000"}
        for nr in range(antal)
    ]
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", raekker)


@pytest.mark.parametrize("papir", ["A2", "A2 liggende"])
def test_two_pages_with_map_and_words(demo: Trykkeri, papir: str) -> None:
    pdf = demo.pdf("plakat", papir, tekst=TEKST, undertitel="Velkommen")
    assert pdf.sider == 2
    assert pdf.billeder == 0
    assert "Velkommen" in pdf.tekst(1)
    assert "1:" in pdf.tekst(1)
    bagside = re.sub(r"\s+", " ", pdf.tekst(2, som="-raw"))
    assert "Kom og vær med I Guldborgsund mødes vi. Du behøver ikke kende nogen." in bagside
    for raekke in demo.grundlag("plakat").stof.moedesteder:
        assert raekke["navn"] in bagside


def test_many_are_said_shortly_and_too_many_are_counted(egen: Trykkeri) -> None:
    med_mange(egen, 120)
    kort = egen.pdf("plakat").tekst(2)
    assert {f"Sted {nr:03}" for nr in range(120)} <= set(re.findall(r"Sted \d{3}", kort))
    assert "Her mødes man." not in kort
    med_mange(egen, 600)
    fuldt = egen.pdf("plakat").tekst(2, som="-raw")
    udeladt = re.search(r"… og (\d+) mere", fuldt)
    assert udeladt is not None
    egne = [raekke["navn"] for raekke in egen.grundlag("plakat").stof.moedesteder]
    assert sum(fuldt.count(navn) for navn in set(egne)) + int(udeladt[1]) == len(egne)


def test_tiles_show_all_of_it_once_and_overlap(demo: Trykkeri) -> None:
    hel, delt = demo.pdf("plakat"), demo.pdf("plakat", fliser="A4")
    assert delt.sider == 16
    assert delt.info["Page size"].endswith("(A4)")
    assert delt.billeder == 0
    subprocess.run(["qpdf", "--check", str(delt.sti)], check=True, capture_output=True)
    assert "Bænken mod syd" in hel.tekst()
    assert "Bænken mod syd" in delt.tekst()
    with pytest.raises(UdskriftFejl, match="Fliser kan laves på A4 og A3"):
        demo.udskriv("plakat", fliser="A5")


def test_a_file_that_is_no_pdf_is_not_parted(tmp_path: Path) -> None:
    fil = tmp_path / "x.pdf"
    fil.write_bytes(b"%PDF-1.4 nej")
    with pytest.raises(UdskriftFejl, match="Udskriv den hel"):
        del_i_fliser(fil, A4)
    assert fil.read_bytes() == b"%PDF-1.4 nej"


@pytest.mark.parametrize("side", [1, 2])
def test_it_looks_as_it_did(demo: Trykkeri, tmp_path: Path, side: int) -> None:
    pdf: Pdf = demo.pdf("plakat")
    ens_billede(pdf, f"plakat_{side}", tmp_path, side, 24)
