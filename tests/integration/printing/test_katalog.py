# SPDX-License-Identifier: GPL-2.0-or-later
"""The booklet: front page, page numbers that are right, towns, and entries that are not parted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moedested_plugin.printing.udskriv import Afbrudt, lav_blade, udskriv
from tests.integration.store.raekker import gyldig, ny_id

from .conftest import Pdf, Trykkeri, ens_billede
from .husets import HEMMELIGT, LANGT_NAVN, paa_en_fast_dag, sted


def indhold(pdf: Pdf, navne: list[str], sider: int = 1) -> dict[str, int]:
    """Where the contents, the pages after the front page, say that each name stands."""
    tekst = " ".join(pdf.tekst(side, "-raw") for side in range(2, 2 + sider))
    tekst = re.sub(r"\s+", " ", tekst)
    fundet = {navn: re.search(rf"{re.escape(navn)} (\d+)\b", tekst) for navn in navne}
    return {navn: int(et[1]) for navn, et in fundet.items() if et}


@pytest.mark.parametrize("papir", ["A4", "A4 liggende"])
def test_the_contents_tell_the_right_pages(demo: Trykkeri, papir: str) -> None:
    pdf = demo.pdf("katalog", papir, titel="Mød os ude", forord="Et forord.")
    assert "Mød os ude" in pdf.tekst(1)
    assert "Et forord." in pdf.tekst(1)
    navne = [et["navn"] for et in demo.grundlag("katalog").stof.moedesteder]
    sider = indhold(pdf, navne)
    for navn in navne:
        side = pdf.tekst(sider[navn])
        assert navn in side
        assert f"Side {sider[navn]} af {pdf.sider}" in side
    hele = pdf.tekst()
    for by in ("Gedser", "Nykøbing F", "Væggerløse"):
        assert by in hele
    for ord_ in ("For hvem", "Det kræver", "Spørg", "Gå med til vandtårnet og hjem"):
        assert ord_ in hele
    assert (pdf.billeder, pdf.info["Tagged"]) == (0, "yes")


def test_eighty_in_one_town_and_one_that_fills_pages(egen: Trykkeri) -> None:
    langt = "Her sidder vi sammen og taler om stort og småt. " * 60 + "Slutordet."
    meget = sted(LANGT_NAVN, beskrivels=None, lang_beskr=langt, by="Langby")
    mindst = {
        **gyldig("aktivitet"),
        "moedested_id": meget["moedested_id"],
        "type_k": 10,
        "gentagelse_k": 2,
        "ugedag_k": [2],
        "beskrivels": langt[:900],
    }
    with egen.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "moedested",
            [*(sted(f"Sted {nr:02}", telefon=f"540010{nr:02}") for nr in range(80)), meget],
        )
        skriver.indsaet("aktivitet", [{**mindst, "aktivitet_id": ny_id(), "navn": f"Aktivitet {nr:02}"} for nr in range(60)])  # fmt: skip
    # a booklet is one file, though it is laid out in several pieces
    pdf = egen.pdf("katalog", en_fil=False)
    assert len(egen.gange[-1].filer) == 1
    blade = lav_blade(egen.grundlag("katalog"))
    assert [blad.navn for blad in blade[1:]] == [
        f"{blade[0].navn}, {nr}. del" for nr in range(2, len(blade) + 1)
    ]
    assert len(blade) >= 3
    assert sum(blad.lav().sider for blad in blade) == pdf.sider
    assert pdf.info["Title"] == blade[0].navn
    for nr in range(2, pdf.sider + 1):
        assert f"Side {nr} af {pdf.sider}" in pdf.tekst(nr)
    sider = indhold(pdf, [f"Sted {nr:02}" for nr in range(80)], 2)
    tekster = {side: pdf.tekst(side, "-raw") for side in set(sider.values())}
    for nr in range(80):
        # name and telephone, the first and the last of an entry, are on one page
        assert f"Sted {nr:02}" in tekster[sider[f"Sted {nr:02}"]]
        assert f"540010{nr:02}" in tekster[sider[f"Sted {nr:02}"]]
    hele = pdf.tekst()
    assert "Slutordet." in hele
    assert "… og 54 mere" in hele
    assert HEMMELIGT not in hele
    assert re.sub(r"\s+", " ", pdf.tekst(som="-raw")).count(LANGT_NAVN) == 2


def test_it_can_be_stopped_while_it_is_laid_out(demo: Trykkeri) -> None:
    grundlag = demo.grundlag("katalog")
    (blad,) = grundlag.bestilling.skabelon.blade(grundlag)
    grundlag.feedback.cancel()
    with pytest.raises(Afbrudt):
        blad.lav()
    with pytest.raises(Afbrudt):
        udskriv(grundlag)


def test_it_looks_as_it_did(demo: Trykkeri, tmp_path: Path) -> None:
    pdf = paa_en_fast_dag(demo, "katalog", filter_="\"by\" = 'Gedser'")
    assert pdf.sider == 3
    ens_billede(pdf, "katalog", tmp_path, side=3)
