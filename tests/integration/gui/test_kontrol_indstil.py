# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own rules, numbers and words: chosen in QGIS's options, kept in the store, used by the next run."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.PyQt.QtCore import Qt

from moedested_plugin.checks.indstillet import Indstillet, laes
from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.gui.kontrol.indstil import Indstillinger
from moedested_plugin.gui.options import OptionsFactory, OptionsPage
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store
from tests.integration.gui.redigering import gpkg_store, store, widgets
from tests.integration.store.raekker import gyldig

__all__ = ["gpkg_store", "store", "widgets"]

KODE = "felter.mellemrum"


@pytest.fixture
def side(store: Store, widgets: None, qtbot: QtBot) -> Indstillinger:
    side = Indstillinger(store)
    qtbot.addWidget(side)
    return side


def test_what_is_chosen_is_kept_for_all_and_what_is_standard_is_not(
    side: Indstillinger, store: Store, qtbot: QtBot
) -> None:
    assert not side.gem(), "nothing was changed"
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested") | {"navn": "To  ord"}])
    assert KODE in {post.fund.kode for post in kontroller(store, Valg(gem=False)).poster}
    side.regler.punkt(KODE).setCheckState(0, Qt.CheckState.Unchecked)
    side.graenser.felt("mindst_aktive").setValue(7)
    ordliste = str(side.ordlister.valg.itemData(1))
    side.ordlister.valg.setCurrentIndex(1)
    side.ordlister.tekst.setPlainText("  et  ord \n\net ord\nto*")
    assert side.gem()
    assert laes(store) == Indstillet(
        frozenset({KODE}), {"mindst_aktive": 7.0}, {ordliste: ("et ord", "to*")}
    )
    poster = kontroller(store, Valg(gem=False)).poster
    assert KODE not in {post.fund.kode for post in poster}
    assert any(
        "7" in post.fund.tekst for post in poster if post.fund.kode == "parat.for_faa_aktive"
    )

    igen = Indstillinger(store)
    qtbot.addWidget(igen)
    assert igen.valgt() == laes(store)
    igen.standard.click()
    assert igen.gem()
    assert laes(store) == Indstillet()


def test_rules_are_found_by_what_they_say(side: Indstillinger) -> None:
    side.regler.soeg.setText("overflødige mellemrum")
    viste = {kode for kode in side.regler._punkter if not side.regler.punkt(kode).isHidden()}
    assert KODE in viste
    assert len(viste) < 5
    assert not any(alle_kontroller()[kode].haard for kode in side.regler._punkter)


def test_the_options_page_has_it_only_with_an_open_project(
    gpkg_store: Store, widgets: None, qtbot: QtBot
) -> None:
    settings = Settings()
    try:
        uden: Any = OptionsFactory(settings, pytest.fail).createWidget()
        med: Any = OptionsFactory(settings, pytest.fail, lambda: gpkg_store).createWidget()
        qtbot.addWidget(uden)
        qtbot.addWidget(med)
        assert isinstance(uden, OptionsPage)
        assert uden.checks is None
        uden.apply()
        assert isinstance(med.checks, Indstillinger)
        med.checks.graenser.felt("mindst_aktive").setValue(9)
        med.apply()
        assert laes(gpkg_store).graenser == {"mindst_aktive": 9.0}
    finally:
        settings.close()
