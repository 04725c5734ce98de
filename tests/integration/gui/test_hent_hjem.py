# SPDX-License-Identifier: GPL-2.0-or-later
"""What others send is known when it is chosen in *Hent data*: a filled sheet, a calendar, a timetable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton

from moedested_plugin.sources.ark import ArkBestilling, skriv_ark
from moedested_plugin.sources.filer_ud import Udvalg
from tests.integration.gui.redigering import en, knap, store, widgets
from tests.integration.gui.test_hent import Vaerksted, lavet, settings, sted, vis
from tests.integration.sources.test_ark import Bog
from tests.integration.sources.test_gtfs import gtfs
from tests.integration.sources.test_ics import kalender

__all__ = ["lavet", "settings", "sted", "store", "widgets"]


def ark(vaerksted: Vaerksted, mappe: Path) -> Path:
    """The sheet that the door wrote, filled in by a colleague."""
    fil = mappe / "Mødesteder.xlsx"
    skriv_ark(vaerksted.store, ArkBestilling("moedested", fil, Udvalg("moedested")))
    bog = Bog(fil)
    bog.ny(Navn="Nyt uden sted", Formål="Leg")
    return bog.gem(mappe / "fra centret.xlsx")


def ics(_vaerksted: Vaerksted, mappe: Path) -> Path:
    return kalender(
        mappe / "kor æ.ics",
        "UID:1\nSUMMARY:Kor\nLOCATION:Café Fælles\nDTSTART;VALUE=DATE:20260901",
        "UID:2\nSUMMARY:Ukendt sted\nLOCATION:Rådhuset\nDTSTART;VALUE=DATE:20260902",
    )


def koereplan(_vaerksted: Vaerksted, mappe: Path) -> Path:
    return gtfs(mappe / "GTFS æ.zip")


@pytest.mark.parametrize(("lav", "profil", "hvorfor", "ventet", "besked"), [
    (ark, "ark_moedested", "Valgt, fordi kolonnerne Mødested-id, Navn er der.",
     {("Nyt uden sted", "Fysisk")}, "Uden sted på kortet: 1 (Nyt uden sted)."),
    (ics, "kalender_ics", "Valgt, fordi filen er en kalender.", {("Kor", "Andet")}, ""),
    (koereplan, "gtfs_stop", "Valgt, fordi kolonnerne stop_id, stop_name, stop_lat, stop_lon er der.",
     {("Nykøbing F St., bus", "Station"), ("Torvet", "Stoppested")}, ""),
])  # fmt: skip
def test_what_comes_home_is_known_and_previewed(
    sted: Vaerksted,
    tmp_path: Path,
    lav: Callable[[Vaerksted, Path], Path],
    profil: str,
    hvorfor: str,
    ventet: set[tuple[str, str]],
    besked: str,
) -> None:
    with sted.store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [{"navn": "Café Fælles", "formaal_k": [1]}])
    dialog = sted.laes(str(lav(sted, tmp_path)))
    valgt = en(dialog, QComboBox, "profil").currentData()
    assert valgt is not None, en(dialog, QLabel, "besked").text()
    assert (valgt.navn, en(dialog, QLabel, "hvorfor").text()) == (profil, hvorfor)
    knap(dialog, "Sammenlign").click()
    sted.vent(lambda: sted.hent.skuffe)
    model = vis(sted.skuffe, "ny").model()
    vist = {
        (model.index(nr, 0).data(), model.index(nr, 2).data()) for nr in range(model.rowCount())
    }
    assert ventet <= vist
    bemaerkninger = en(sted.skuffe, QLabel, "bemaerkninger")
    assert besked in bemaerkninger.text()
    assert "bruges ikke" not in bemaerkninger.toolTip()  # the place was read from these columns
    alle = list(sted.skuffe.plan.maal.bemaerkninger)
    assert bemaerkninger.toolTip().splitlines() == alle
    flere = en(sted.skuffe, QPushButton, "flere_bemaerkninger")
    assert flere.isHidden() == (len(alle) <= 3)
    flere.click()  # what the mouse reads in a tooltip, the keyboard asks for
    assert bemaerkninger.text().splitlines() == alle
    assert flere.isHidden()
