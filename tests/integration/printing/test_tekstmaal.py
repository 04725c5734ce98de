# SPDX-License-Identifier: GPL-2.0-or-later
"""Text takes the room that was measured for it, and columns lose nothing."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsLayoutExporter, QgsProject

from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.flyd import Flow, Stykke, samlet, tekststykker
from moedested_plugin.printing.papir import A4
from moedested_plugin.printing.spalte import Spalte
from moedested_plugin.printing.stil import Skrift
from moedested_plugin.printing.udskriv import pdf_indstillinger

from .conftest import Pdf

TEKST = (
    "Fælleshuset midt i Sundby, indgang fra gården. Første torsdag i måneden i marts, april, maj, juni, august, "
    "september og oktober kl. 14.00 til 15.30. Kaffeholdet på Havnen, Regionens Sundhedshus."
)


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize("skrift", [Skrift.BROED, Skrift.FED])
def test_no_line_is_drawn_that_was_not_measured(skrift: Skrift, tmp_path: Path) -> None:
    project = QgsProject()
    ark = Ark(project, "Prøve", A4)
    maal: list[tuple[str, int, int]] = []
    for nummer in range(36):
        bredde, punkt = 30 + 1.37 * nummer, 7 + 0.19 * (nummer % 18)
        en = ark.tekst_hoejde("X", 99, skrift, punkt)
        to = ark.tekst_hoejde("X\nX", 99, skrift, punkt)
        hoejde = ark.tekst_hoejde(TEKST, bredde, skrift, punkt)
        mindst = ark.tekst_hoejde(TEKST, bredde * 1.03, skrift, punkt)
        maal.append((str(nummer), round((hoejde - en) / (to - en)), round((mindst - en) / (to - en))))  # fmt: skip
        if nummer:
            ark.ny_side()
        ark.tekst("prøve", TEKST, 10, 10, bredde, skrift, stoerrelse=punkt, hoejde=250)
    QgsLayoutExporter(ark.layout).exportToPdf(str(tmp_path / "x.pdf"), pdf_indstillinger())
    sider = Pdf(tmp_path / "x.pdf").tekst(som="-raw").split("\f")
    assert len(sider) >= len(maal)
    for (navn, hoejst, mindst), side in zip(maal, sider):
        assert mindst <= side.strip().count("\n") <= hoejst, navn


@pytest.mark.usefixtures("qgis_app")
def test_a_word_that_is_too_long_breaks() -> None:
    project = QgsProject()
    ark = Ark(project, "Prøve", A4)
    adresse = "en.meget.lang.postkasse@kommunens.lange.navn.example.dk"
    for tekst in (adresse, "Donaudampfschifffahrtsgesellschaftskapitänsmützen", "æ" * 300):
        ark.tekst("ord", tekst, 0, 0, 20)
        linjer = ark.layout.itemById("ord" if tekst == adresse else f"ord {2 if 'D' in tekst else 3}").text().split("\n")  # fmt: skip
        assert len(linjer) > 1
        assert re.sub(r"-?\n", "", "\n".join(linjer)) == tekst
        assert max(ark.tekst_bredde(linje, Skrift.BROED) for linje in linjer) <= 20


@pytest.mark.usefixtures("qgis_app")
def test_columns_lose_nothing_and_no_heading_stands_alone() -> None:
    project = QgsProject()
    ark = Ark(project, "Prøve", A4)

    def skriver(tekst: str, spalte: Spalte) -> None:
        spalte.tekst("prøve", tekst)

    stykker: list[Stykke] = []
    for nummer in range(30):
        stykker.append(Stykke(partial(skriver, f"Overskrift {nummer}"), 4, foelges=True))
        stykker += tekststykker("prøve", TEKST * (1 + nummer % 4))
    flow = Flow(ark, stykker, 60)
    for rum in ([80.0], [40.0, 40.0, 120.0], [5.0, 300.0]):
        spalter = flow.fordel(rum)
        assert [nr for spalte in spalter for nr in spalte] == list(range(len(stykker)))
        assert not any(spalte and stykker[spalte[-1]].foelges for spalte in spalter)
        for plads, spalte in enumerate(spalter):
            assert flow.hoejde(spalte) <= rum[min(plads, len(rum) - 1)] + 0.1 or len(spalte) <= 2
    hoejde = flow.afstemt(3, 1000)
    assert hoejde is not None
    assert len(flow.fordel([hoejde])) == 3
    assert len(flow.fordel([hoejde - 12])) > 3
    assert flow.afstemt(3, hoejde - 12) is None
    assert flow.rest([[0, 1]]) == stykker[2:]


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(
    ("hoejder", "ventet"),
    [
        ([10, 10, 10, 10], [2, 2]),
        ([10, 40, 10, 10, 10], [2, 3]),
        ([60, 60, 60], [1, 1]),
        ([500, 10], [1, 1]),
        ([], [0]),
    ],
)
def test_columns_are_parted_evenly_and_none_is_lost(
    hoejder: list[float], ventet: list[int]
) -> None:
    """In two columns of 100 mm; what is higher stands alone, what is too much is left for another page."""
    project = QgsProject()

    def hoej(hoejde: float, spalte: Spalte) -> None:
        spalte.y += hoejde

    flow = Flow(Ark(project, "Prøve", A4), [Stykke(partial(hoej, et)) for et in hoejder], 60)
    fordelt = flow.fordel([flow.afstemt(2, 100) or 100])[:2]
    assert [len(spalte) for spalte in fordelt] == ventet
    assert len(flow.rest(fordelt)) == len(hoejder) - sum(ventet)


@pytest.mark.usefixtures("qgis_app")
def test_what_belongs_together_is_parted_where_no_column_takes_it() -> None:
    project = QgsProject()

    def hoej(spalte: Spalte) -> None:
        spalte.y += 40

    flow = Flow(Ark(project, "Prøve", A4), samlet([Stykke(hoej)] * 5), 60)
    assert flow.fordel([100]) == [[0, 1], [2, 3], [4]]
    assert flow.fordel([30, 210]) == [[], [0, 1, 2, 3, 4]]
    assert flow.afstemt(3, 100) is None
