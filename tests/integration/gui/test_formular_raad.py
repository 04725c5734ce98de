# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from typing import Any, cast

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayerTools,
    QgsVectorLayerUtils,
)
from qgis.gui import (
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsDualView,
    QgsEditorWidgetWrapper,
    QgsMapCanvas,
)
from qgis.PyQt.QtCore import QEventLoop, QLocale, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)

from moedested_plugin.domain.moedesteder import AKTIV, IDE, OPLOEST, UNDER_ETABLERING
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.gui.formular_brud import raad_om
from moedested_plugin.gui.formular_felt import form_om, gaa_til, samme, widget_for
from moedested_plugin.gui.formular_raad import LINJER, FormularRaad, RaadPanel, udgaaede_koder
from tests.integration.gui.redigering import (
    Redigering,
    alle,
    bo,
    en,
    ro,
    steder,
    widgets,
)

__all__ = ["bo", "widgets"]


@pytest.fixture
def store(gpkg_store: object) -> object:
    return gpkg_store


@pytest.fixture
def raad(bo: Redigering) -> Iterator[FormularRaad]:
    bo.rediger()
    raad = FormularRaad(bo.project)
    yield raad
    raad.close()
    ro()


def dialog_for(bo: Redigering, rolle: str, feature: QgsFeature | None = None) -> QgsAttributeDialog:
    layer = bo.lag(rolle)
    ny = feature is None
    if feature is None:
        feature = QgsVectorLayerUtils.createFeature(layer)
    dialog = QgsAttributeDialog(layer, feature, False, None, True, QgsAttributeEditorContext())
    tilstand = QgsAttributeEditorContext.Mode
    dialog.setMode(tilstand.AddFeatureMode if ny else tilstand.SingleEditMode)
    dialog.resize(1000, 640)
    dialog.show()
    ro()
    return dialog


def panel_i(form: QWidget) -> RaadPanel | None:
    fundne = [p for p in alle(form, RaadPanel) if samme(form_om(p), form)]
    assert len(fundne) <= 1
    return fundne[0] if fundne else None


def linjer(form: QWidget) -> list[str]:
    panel = panel_i(form)
    return (
        [led.linje for led in panel.raad] if panel is not None and panel.isVisibleTo(form) else []
    )


def panel(form: QWidget) -> RaadPanel:
    fundet = panel_i(form)
    assert fundet is not None
    return fundet


def felt_i(form: QgsAttributeForm, navn: str) -> QWidget:
    fundet = widget_for(form, navn)
    assert fundet is not None
    return fundet


def pause(ms: int) -> None:
    loekke = QEventLoop()
    QTimer.singleShot(ms, loekke.quit)
    loekke.exec()


def vent(form: QWidget) -> None:
    """Until the form has been at rest for as long as the advice waits."""
    pause(250)


def vaelg_formaal(form: QgsAttributeForm) -> None:
    """Tick the first purpose as the user does."""
    felt = felt_i(form, "formaal_k")
    koder = felt if isinstance(felt, QTableWidget) else en(felt, QTableWidget)
    koder.item(0, 0).setCheckState(Qt.CheckState.Checked)


def test_names_what_is_missing_and_where(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    raad.foelg(form)
    assert linjer(form) == [
        "Navn mangler · fanen Det vigtigste",
        "Formål mangler · fanen Det vigtigste",
    ]
    assert (
        en(panel(form), QLabel, "overskrift").text()
        == "<b>2 felter skal rettes, før der kan gemmes</b>"
    )
    form.changeAttribute("navn", "Torvet")
    vaelg_formaal(form)
    vent(form)
    assert linjer(form) == []
    assert (
        en(dialog, QDialogButtonBox, "buttonBox")
        .button(QDialogButtonBox.StandardButton.Ok)
        .isEnabled()
    )
    dialog.reject()


def test_agrees_with_what_qgis_greys(bo: Redigering, raad: FormularRaad) -> None:
    """OK is grey exactly while something hard is said."""
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    raad.foelg(form)
    ok = en(dialog, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok)
    for felt, vaerdi in (
        ("navn", "X"),
        ("navn", "Torvet"),
        ("alder_fra", 70),
        ("alder_til", 30),
        ("alder_til", 80),
    ):
        form.changeAttribute(felt, vaerdi)
        if felt == "alder_fra":
            vaelg_formaal(form)
        vent(form)
        haarde = [led for led in panel(form).raad if led.haard]
        assert ok.isEnabled() is not bool(haarde), (felt, vaerdi, linjer(form))
    dialog.reject()


def test_soft_ones_are_marked(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    raad.foelg(form)
    form.changeAttribute("navn", "Torvet")
    vaelg_formaal(form)
    form.changeAttribute("livscyklus_k", AKTIV)
    vent(form)
    fundet = panel(form)
    assert not any(led.haard for led in fundet.raad)
    assert "Aktivt fra skal udfyldes, når mødestedet er aktivt · fanen Det vigtigste" in linjer(
        form
    )
    assert en(fundet, QLabel, "overskrift").text() == (
        "<b>Kan gemmes, men bliver ikke udgivet, før det er på plads</b>"
    )
    synlige = [k for k in alle(fundet, QToolButton) if k.isVisible() and k.objectName() == "linje"]
    assert len(synlige) == LINJER
    flere = en(fundet, QToolButton, "flere")
    assert flere.text() == f"og {len(fundet.raad) - LINJER} mere"
    assert len(flere.menu().actions()) == len(fundet.raad) - LINJER
    dialog.reject()


def test_a_menu_is_not_made_for_a_single_line(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "aktivitet")
    raad.foelg(dialog.attributeForm())
    fundet = panel(dialog.attributeForm())
    assert len(fundet.raad) == LINJER + 1
    synlige = [k for k in alle(fundet, QToolButton) if k.isVisible() and k.objectName() == "linje"]
    assert len(synlige) == LINJER + 1
    assert not en(fundet, QToolButton, "flere").isVisible()
    dialog.reject()


@pytest.fixture
def dansk() -> Iterator[None]:
    foer = QLocale()
    QLocale.setDefault(QLocale("da_DK"))
    yield
    QLocale.setDefault(foer)


def test_a_number_with_a_comma_is_a_number(bo: Redigering, raad: FormularRaad, dansk: None) -> None:
    """QGIS hands out what stands in the field, as the user's language writes it."""
    fid = bo.ny("vandrerute", {"laengde": 2.41, "navn": "Åstien"}, "MultiLineString((0 0, 9 9))")
    dialog = dialog_for(bo, "vandrerute", bo.feature("vandrerute", fid))
    form = dialog.attributeForm()
    raad.foelg(form)
    assert form.currentFormFeature()["laengde"] == "2,41"
    assert not [linje for linje in linjer(form) if "Længde" in linje]
    form.changeAttribute("laengde", 501.5)
    vent(form)
    assert [linje for linje in linjer(form) if "Længde" in linje]
    dialog.reject()


def test_a_click_goes_to_the_field(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    raad.foelg(form)
    form.changeAttribute("alder_fra", 70)
    form.changeAttribute("alder_til", 30)
    vent(form)
    fundet = panel(form)
    nummer = next(n for n, led in enumerate(fundet.raad) if led.felter[0].startswith("alder"))
    faneblade = en(form, QTabWidget)
    assert faneblade.tabText(faneblade.currentIndex()) == "Det vigtigste"
    knap = [k for k in alle(fundet, QToolButton) if k.objectName() == "linje"][nummer]
    knap.click()
    ro()
    assert faneblade.tabText(faneblade.currentIndex()) == "Formål og aktiviteter"
    felt = felt_i(form, fundet.raad[nummer].felter[0])
    assert felt.isVisible()
    assert felt.graphicsEffect() is not None
    pause(1100)
    assert felt.graphicsEffect() is None
    dialog.reject()


def test_a_click_opens_a_closed_group(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "baenk")
    form = dialog.attributeForm()
    felt = felt_i(form, "bruger_id")
    gruppe = next(
        g
        for g in alle(form, QWidget)
        if g.inherits("QgsCollapsibleGroupBoxBasic") and g.isAncestorOf(felt)
    )
    assert gruppe.property("collapsed")
    assert gaa_til(form, ["bruger_id"])
    ro()
    assert not gruppe.property("collapsed")
    assert felt.isVisible()
    assert QgsApplication.focusWidget() is felt
    dialog.reject()


def test_the_flash_ends_whatever_python_has_forgotten_meanwhile(
    bo: Redigering, raad: FormularRaad
) -> None:
    """QGIS fell (signal 11) when Python collected what held the flash before the flash was over."""
    dialog = dialog_for(bo, "moedested")
    assert gaa_til(dialog.attributeForm(), ["navn"])
    assert felt_i(dialog.attributeForm(), "navn").graphicsEffect() is not None
    gc.collect()
    pause(1100)
    assert felt_i(dialog.attributeForm(), "navn").graphicsEffect() is None
    dialog.reject()


def test_a_form_may_go_while_its_field_flashes(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "moedested")
    assert gaa_til(dialog.attributeForm(), ["navn"])
    dialog.reject()
    dialog.deleteLater()
    del dialog
    ro()
    gc.collect()
    pause(1100)


def test_lines_are_reached_by_the_keyboard(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    raad.foelg(form)
    linje = next(k for k in alle(panel(form), QToolButton) if k.objectName() == "linje")
    assert linje.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert linje.accessibleName() == "Navn mangler · fanen Det vigtigste"
    en(form, QTabWidget).setCurrentIndex(3)
    linje.setFocus()
    cast(Any, QTest).keyClick(linje, Qt.Key.Key_Space)
    ro()
    assert QgsApplication.focusWidget() is felt_i(form, "navn")
    dialog.reject()


def test_found_by_the_focus_alone(bo: Redigering, raad: FormularRaad) -> None:
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    dialog.activateWindow()
    felt_i(form, "navn").setFocus()
    ro()
    assert linjer(form)[0] == "Navn mangler · fanen Det vigtigste"
    dialog.reject()


class Vaerktoej(QgsVectorLayerTools):
    """The table asks for tools; none are used here."""


def test_the_form_view_of_the_table(bo: Redigering, raad: FormularRaad) -> None:
    steder(bo.store, ["Torvet", "Skoven"])
    laerred, vaerktoej = QgsMapCanvas(), Vaerktoej()
    sammenhaeng = QgsAttributeEditorContext()
    sammenhaeng.setMapCanvas(laerred)
    sammenhaeng.setVectorLayerTools(vaerktoej)
    visning = QgsDualView()
    visning.init(bo.lag("moedested"), laerred, QgsFeatureRequest(), sammenhaeng)
    visning.setView(QgsDualView.ViewMode.AttributeEditor)
    visning.resize(1000, 600)
    visning.show()
    pause(200)
    visning.setCurrentEditSelection([bo.fid("moedested", "Torvet")])
    pause(200)
    form = form_om(alle(visning, QWidget, "navn")[0])
    assert form is not None
    raad.foelg(form)
    form.changeAttribute("navn", "T")
    vent(form)
    assert linjer(form)[0] == "Navn skal være på mindst 3 tegn · fanen Det vigtigste"
    visning.close()
    visning.deleteLater()


def test_says_nothing_while_nothing_is_edited(bo: Redigering, raad: FormularRaad) -> None:
    steder(bo.store, ["Torvet"])
    bo.lag("moedested").rollBack()
    dialog = dialog_for(bo, "moedested", next(bo.lag("moedested").getFeatures()))
    raad.foelg(dialog.attributeForm())
    assert linjer(dialog.attributeForm()) == []
    dialog.reject()


def test_an_unusual_step_of_life(bo: Redigering, raad: FormularRaad) -> None:
    steder(bo.store, ["Torvet"])
    dialog = dialog_for(bo, "moedested", next(bo.lag("moedested").getFeatures()))
    form = dialog.attributeForm()
    raad.foelg(form)
    trin = "Livscyklus springer et trin over · fanen Det vigtigste"
    assert trin not in linjer(form)
    form.changeAttribute("livscyklus_k", AKTIV)
    vent(form)
    assert trin in linjer(form)
    form.changeAttribute("livscyklus_k", UNDER_ETABLERING)
    vent(form)
    assert trin not in linjer(form)
    dialog.reject()


@pytest.mark.parametrize(
    ("fra", "til", "siges"),
    [(IDE, AKTIV, True), (IDE, OPLOEST, False), (None, AKTIV, False), (AKTIV, IDE, True)],
)
def test_steps_by_the_rule_of_the_domain(fra: int | None, til: int, siges: bool) -> None:
    fundet = raad_om(tabel("moedested"), {"livscyklus_k": til}, {"livscyklus_k": fra}, {})
    assert any("springer et trin" in led.tekst for led in fundet) is siges


def test_a_code_out_of_use_is_advised_against_only_when_it_is_new(bo: Redigering) -> None:
    udgaaede = udgaaede_koder(bo.project)
    [kode, *_] = udgaaede["d_5800_facilitet"]
    punkt = tabel("facilitet_punkt")
    raekke = {"facil_ty_k": kode}
    ny = [led for led in raad_om(punkt, raekke, {}, udgaaede) if "bruges ikke længere" in led.tekst]
    assert [led.haard for led in ny] == [False]
    assert "(udgået)" not in ny[0].tekst
    assert not [
        led
        for led in raad_om(punkt, raekke, raekke, udgaaede)
        if "bruges ikke længere" in led.tekst
    ]


def test_close_leaves_every_form_as_it_was(bo: Redigering) -> None:
    bo.rediger()
    raad = FormularRaad(bo.project)
    dialog = dialog_for(bo, "moedested")
    form = dialog.attributeForm()
    raad.foelg(form)
    assert panel_i(form) is not None
    raad.close()
    ro()
    assert panel_i(form) is None
    form.changeAttribute("navn", "T")
    vent(form)
    felt_i(form, "sted").setFocus()
    ro()
    assert panel_i(form) is None
    dialog.reject()


def test_a_form_that_goes_takes_its_advice_with_it(bo: Redigering, raad: FormularRaad) -> None:
    for _ in range(3):
        dialog = dialog_for(bo, "moedested")
        raad.foelg(dialog.attributeForm())
        dialog.reject()
        dialog.deleteLater()
        ro()
    dialog = dialog_for(bo, "moedested")
    raad.foelg(dialog.attributeForm())
    assert len(raad._formularer) == 1
    dialog.reject()


def test_qgis_building_the_form_anew_does_not_lose_the_advice(
    bo: Redigering, raad: FormularRaad
) -> None:
    dialog = dialog_for(bo, "organisation")
    form = dialog.attributeForm()
    raad.foelg(form)
    bo.lag("organisation").updatedFields.emit()
    ro()
    raad.foelg(form)
    assert linjer(form)[0] == "Navn mangler · fanen Det vigtigste"
    dialog.reject()


@pytest.mark.parametrize(
    "rolle",
    ["moedested", "baenk", "vandrerute", "aktivitet", "organisation", "foto", "tilknytning"],
)
def test_one_row_takes_less_than_20_ms(bo: Redigering, raad: FormularRaad, rolle: str) -> None:
    dialog = dialog_for(bo, rolle)
    raad.foelg(dialog.attributeForm())
    [formular] = raad._formularer
    tider = []
    for _ in range(5):
        foer = time.perf_counter()
        formular.opdater()
        tider.append(time.perf_counter() - foer)
    assert sorted(tider)[2] < 0.020, tider
    dialog.reject()


@pytest.mark.parametrize("rolle", ["moedested", "baenk", "vandrerute", "aktivitet"])
def test_ok_stays_on_a_small_screen(bo: Redigering, raad: FormularRaad, rolle: str) -> None:
    dialog = dialog_for(bo, rolle)
    form = dialog.attributeForm()
    raad.foelg(form)
    if rolle == "moedested":
        form.changeAttribute("livscyklus_k", AKTIV)
    vent(form)
    dialog.resize(1000, 700)
    ro()
    assert dialog.minimumSizeHint().height() <= 700
    knapper = en(dialog, QDialogButtonBox, "buttonBox")
    assert knapper.mapTo(dialog, knapper.rect().bottomLeft()).y() <= 700
    fundet = panel_i(form)
    assert fundet is not None
    assert fundet.isVisible() or rolle != "moedested"
    if fundet.isVisible():
        assert fundet.height() <= 6 * fundet.fontMetrics().height() + 24
    dialog.reject()


def test_every_field_with_a_rule_has_a_tab() -> None:
    for beskrevet in DOMAENETABELLER:
        for led in raad_om(beskrevet, {}, {}, {}):
            assert led.sted.startswith(("fanen ", "på kortet")), led


@pytest.mark.parametrize("skrevet", ["", "Bord-"])
def test_a_search_field_that_shows_no_code_is_empty_to_qgis_too(
    bo: Redigering, raad: FormularRaad, skrevet: str
) -> None:
    fid = bo.ny("baenk", {"navn": "Bænken", "facil_ty_k": 1201}, "POINT(690000 6080000)")
    dialog = dialog_for(bo, "baenk", bo.feature("baenk", fid))
    form = dialog.attributeForm()
    raad.foelg(form)
    ok = en(form, QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok)
    felt = felt_i(form, "facil_ty_k")
    maerke = QgsEditorWidgetWrapper.fromWidget(felt)
    assert isinstance(felt, QLineEdit)
    foer = felt.text()
    assert foer
    assert maerke.isValidConstraint()
    assert ok.isEnabled()
    felt.setText(skrevet)
    ro()
    assert not maerke.isValidConstraint()  # QGIS alone: valid, OK open, and 1201 saved
    assert not ok.isEnabled()
    form.changeAttribute("placering", "Ved søen")
    vent(form)
    assert linjer(form) == ["Type mangler · fanen Det vigtigste"]
    assert not ok.isEnabled()
    felt.setText(foer)
    vent(form)
    assert maerke.isValidConstraint()
    assert ok.isEnabled()
    assert linjer(form) == []
