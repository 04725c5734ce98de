# SPDX-License-Identifier: GPL-2.0-or-later
"""Text on a sheet: measured as it is drawn, broken as QGIS would, in columns of equal height."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsLayoutExporter, QgsProject

from moedested_plugin.printing import ark as ark_modul
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.flyd import Afsnit, Kasse, jaevn_hoejde, rest_af, spalter
from moedested_plugin.printing.papir import A3, A4, A5, Papir
from moedested_plugin.printing.stil import Skrift
from moedested_plugin.printing.udskriv import pdf_indstillinger

_SAETNING = "Her mødes vi om kaffe og snak ved den gamle mølle, og døren er åben hele dagen. "


@pytest.fixture
def project(qgis_app: Any) -> QgsProject:
    """A layout does not keep its project alive."""
    return QgsProject()


@pytest.mark.parametrize("papir", [A5, A4, A3], ids=lambda papir: papir.navn)
def test_no_line_is_wider_in_the_pdf_than_it_was_measured(
    project: QgsProject, papir: Papir, tmp_path: Path
) -> None:
    ark = Ark(project, "prøve", papir)
    maalt: list[float] = []
    for nr, skrift in enumerate(
        (Skrift.NOTE, Skrift.SMAA, Skrift.BROED, Skrift.FED, Skrift.MELLEM)
    ):
        tekst = "Afstandenermåltilængsteluftlinjefrafiskeriet"
        maalt.append(ark.tekst_bredde(tekst, skrift))
        ark.tekst("linje", tekst, 5, 10 + nr * 20, 140, skrift)
    fil = str(tmp_path / "bredde.pdf")
    QgsLayoutExporter(ark.layout).exportToPdf(fil, pdf_indstillinger())
    svar = subprocess.run(["pdftotext", "-bbox", fil, "-"], check=True, capture_output=True, text=True).stdout  # fmt: skip
    fundet = re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>Afstanden', svar)
    bredder = [(float(til) - float(fra)) / 72 * 25.4 for fra, til in fundet]
    assert len(bredder) == len(maalt)
    for bredde, venter in zip(bredder, maalt):
        assert venter * 0.96 <= bredde <= venter * 1.002


def test_a_long_text_is_broken_as_qgis_would(
    project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = (_SAETNING * 8).strip()
    ark, anden = Ark(project, "prøve", A4), Ark(project, "prøve", A4)
    hoejde = ark.tekst_hoejde(tekst, 80, Skrift.BROED)
    brudt = ark.brudt(tekst, 80, Skrift.BROED)
    assert " ".join(brudt.split()) == tekst
    assert max(ark.tekst_bredde(linje, Skrift.BROED) for linje in brudt.split("\n")) <= 80.5
    monkeypatch.setattr(ark_modul, "_LANGT", 10_000)
    assert anden.brudt(tekst, 80, Skrift.BROED) == tekst
    linje = anden.tekst_hoejde("X", 80, Skrift.BROED)
    assert hoejde == pytest.approx(anden.tekst_hoejde(tekst, 80, Skrift.BROED), abs=1.5 * linje)


def test_columns_of_equal_height_are_as_low_as_can_be(project: QgsProject) -> None:
    ark = Ark(project, "prøve", A4)
    afsnit = [
        Afsnit(f"Overskrift {nr}", Skrift.MELLEM, luft=2, foelges=True)
        if nr % 3 == 0
        else Afsnit(_SAETNING * (nr % 4), luft=1)
        for nr in range(12)
    ]
    hoejde = jaevn_hoejde(ark, afsnit, 60, 2)

    def staar(hoejde: float) -> bool:
        return not rest_af(ark, afsnit, spalter(Kasse(0, 0, 126, hoejde), 2, 6))

    assert staar(hoejde)
    assert not staar(hoejde - 1)
    to = [Afsnit("Overskrift", Skrift.MELLEM, foelges=True), Afsnit("Linje"), Afsnit("Mere")]
    assert not rest_af(ark, to, spalter(Kasse(0, 0, 126, jaevn_hoejde(ark, to, 60, 2)), 2, 6))


def test_what_is_higher_than_its_box_does_not_fit_it(project: QgsProject) -> None:
    """Else a town of eighty names would be cut off at the foot of the page."""
    ark = Ark(project, "prøve", A4)
    afsnit = [Afsnit("Kort"), Afsnit(_SAETNING * 40)]
    assert rest_af(ark, afsnit, spalter(Kasse(0, 0, 126, 60), 2, 6)) == afsnit[1:]
    assert rest_af(ark, afsnit[:1], spalter(Kasse(0, 0, 126, 60), 2, 6)) == []
