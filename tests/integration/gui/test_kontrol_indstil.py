# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own rules, numbers and words: chosen in QGIS's options, kept in the store, used by the next run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeedback, QgsGeometry
from qgis.gui import QgsAttributeEditorContext
from qgis.PyQt.QtCore import Qt

from moedested_plugin.checks.indstillet import Indstillet, laes
from moedested_plugin.checks.kontrol import Valg, kontroller, kontroller_raekker
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.gui.formular_raad import FormularRaad, RaadPanel
from moedested_plugin.gui.kontrol.indstil import Indstillinger
from moedested_plugin.gui.options import OptionsFactory, OptionsPage
from moedested_plugin.gui.status import read_status
from moedested_plugin.project.felter import ret_krav
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.publishing.forbered import forbered
from moedested_plugin.publishing.maal import FIL, Maal
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store
from tests.integration.gui.kontrolleret import Rum, rum
from tests.integration.gui.redigering import alle, bo, punkt, ro, store, widgets
from tests.integration.store.raekker import gyldig

__all__ = ["bo", "rum", "store", "widgets"]

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


KRAEVES = "moedested.sted.kraeves"
BESKED = alle_kontroller()[KRAEVES].besked
ETSTED = bytes(QgsGeometry.fromWkt(punkt()).asWkb())


def test_a_rule_switched_off_is_off_everywhere(rum: Rum, store: Store, tmp_path: Path) -> None:
    """In the open form, QGIS's own mark, the run, the edit buffer and the publication."""
    raekke = gyldig("moedested") | {
        "navn": "Kaffe", "livscyklus_k": 3, "off_kode": 1, "sted": None, "geometri": ETSTED,
    }  # fmt: skip
    with store.skriv("prøve", "Anne") as skriver:
        skriver.indsaet("moedested", [raekke])
    layer = rum.bo.lag("moedested")
    lag = LAG_AF_ROLLE["moedested"]
    raad = FormularRaad(rum.bo.project, lambda: laes(store).slaaet_fra)
    maal = Maal(FIL, "moedesteder", str(tmp_path))

    def siger() -> list[bool]:
        """Form, mark, run, edit buffer, publication."""
        rum.bo.rediger()
        dialog = rum.qgis.getFeatureForm(layer, next(layer.getFeatures()))
        dialog.setMode(QgsAttributeEditorContext.Mode.SingleEditMode)
        dialog.show()
        raad.foelg(dialog.attributeForm())
        (panel,) = alle(dialog, RaadPanel)
        i_formen = any(led.felter[0] == "sted" for led in panel.raad)
        dialog.reject()
        layer.rollBack()
        ro()
        maerker = [layer.constraintExpression(nr) for nr in range(layer.fields().count())]
        noegle = str(raekke["moedested_id"])
        buffer = kontroller_raekker(store, {"moedested": {noegle: {"navn": "Te"}}})
        return [
            i_formen,
            any('"sted"' in udtryk for udtryk in maerker),
            KRAEVES in {p.fund.kode for p in kontroller(store, Valg(gem=False)).poster},
            KRAEVES in {p.fund.kode for p in buffer},
            any(BESKED in h.grunde for h in forbered(store, maal, "AB").plan.holdte),
        ]

    assert siger() == [True] * 5
    for fra, ventet in ((True, False), (False, True)):
        side = Indstillinger(store)
        rum.qtbot.addWidget(side)
        valgt = Qt.CheckState.Unchecked if fra else Qt.CheckState.Checked
        side.regler.punkt(KRAEVES).setCheckState(0, valgt)
        assert side.gem()
        ret_krav(layer, lag, read_status(store.adresse, QgsFeedback()).switched_off)
        assert siger() == [ventet] * 5
    raad.close()
