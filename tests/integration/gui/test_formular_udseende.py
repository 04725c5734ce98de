# SPDX-License-Identifier: GPL-2.0-or-later
"""Forms look right: inside the screen, lists that can be read, labels in line, empty fields empty."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.formular_felt import widget_for
from moedested_plugin.gui.formular_raad import FormularRaad
from moedested_plugin.gui.formular_tomme import TommeFelter
from moedested_plugin.gui.formular_udseende import (
    BOERN,
    BREDDE,
    FOR_SMAL,
    daekkende,
    giv_plads,
)
from moedested_plugin.project.raekke import er_null
from moedested_plugin.settings import Settings
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

HAARD = (
    "QWidget { background-color: rgba(255, 150, 0, 0.3); } QCalendarWidget QWidget { color: red; }"
)


@pytest.fixture
def store(gpkg_store: object) -> object:
    return gpkg_store


@pytest.fixture
def dialog(bo: Redigering) -> Iterator[QgsAttributeDialog]:
    """The form of a moedested that is open for editing, as the plugin leaves it."""
    steder(bo.store, ["Torvet"])
    bo.rediger()
    feature = bo.feature("moedested", bo.fid("moedested", "Torvet"))
    shown = QgsAttributeDialog(
        bo.lag("moedested"), feature, False, None, True, QgsAttributeEditorContext()
    )
    shown.setMode(QgsAttributeEditorContext.Mode.SingleEditMode)
    raad = FormularRaad(bo.project)
    shown.show()
    raad.foelg(shown.attributeForm())
    ro()
    yield shown
    raad.close()
    shown.close()
    ro()


def test_a_small_window_grows_inside_the_screen(dialog: QgsAttributeDialog) -> None:
    skaerm = dialog.screen().availableGeometry()
    dialog.resize(FOR_SMAL - 100, 300)
    dialog.move(skaerm.right() - 200, skaerm.bottom() - 100)
    giv_plads(dialog)
    assert skaerm.contains(dialog.frameGeometry())
    ok = en(dialog, QDialogButtonBox)
    assert skaerm.contains(ok.mapToGlobal(QPoint(ok.width() - 1, ok.height() - 1)))
    dialog.resize(FOR_SMAL + 1, 300)
    giv_plads(dialog)
    assert dialog.width() == FOR_SMAL + 1  # somebody has chosen that


def test_large_letters_get_a_larger_window(dialog: QgsAttributeDialog) -> None:
    """With letters of twice the size QGIS itself opens a new form wider than FOR_SMAL, and three lines high."""
    skaerm = dialog.screen().availableGeometry()
    skrift = dialog.font()
    skrift.setPointSize(20)
    dialog.setFont(skrift)
    ro()
    dialog.resize(FOR_SMAL + 200, 512)
    bredde, hoejde = dialog.width(), dialog.height()
    giv_plads(dialog)
    assert dialog.width() > min(bredde, skaerm.width() - 100)
    assert dialog.height() > min(hoejde, skaerm.height() - 100)
    assert skaerm.contains(dialog.frameGeometry())


def test_tab_leaves_a_text_of_more_lines(dialog: QgsAttributeDialog) -> None:
    tekster = alle(dialog, QPlainTextEdit)
    assert len(tekster) >= 4
    assert [tekst.objectName() for tekst in tekster if not tekst.tabChangesFocus()] == []


def test_the_columns_of_a_list_are_as_wide_as_their_words(dialog: QgsAttributeDialog) -> None:
    """Narrower would cut them, wider would hide the next column in a dock."""
    lister = [t for t in alle(dialog, QTableWidget) if t.columnCount() > 1]
    dialog.resize(FOR_SMAL, 500)
    ro()
    assert lister
    for tabel in lister:
        maal = tabel.fontMetrics()
        for spalte in range(tabel.columnCount()):
            ord_ = [
                tabel.item(raekke, spalte).text()
                for raekke in range(tabel.rowCount())
                if tabel.model().index(raekke, spalte).data() is not None
            ]
            luft = tabel.columnWidth(spalte) - max(map(maal.horizontalAdvance, ord_))
            assert 16 <= luft <= 3 * maal.lineSpacing(), (ord_[0], luft)


def test_a_list_that_breaks_a_rule_stays_readable(dialog: QgsAttributeDialog) -> None:
    form = dialog.attributeForm()
    liste = widget_for(form, "formaal_k")
    liste = liste if liste is not None else next(t.parentWidget() for t in alle(form, QTableWidget))
    liste.setStyleSheet(HAARD)  # as QGIS does
    ro()
    assert "rgba" not in liste.styleSheet()
    assert liste.styleSheet() == daekkende(HAARD, form.palette().base().color())
    liste.setStyleSheet("")
    ro()
    assert not liste.styleSheet()


def test_the_mark_is_the_colour_that_qgis_means() -> None:
    assert daekkende(HAARD, QColor("#ffffff")) == "QWidget { background-color: #ffe0b2; }"
    assert daekkende("", QColor("#ffffff")) == ""
    assert daekkende("QWidget { color: red; }", QColor("#fff")) == "QWidget { color: red; }"


def test_fields_that_show_sometimes_stand_in_line_with_the_others(
    dialog: QgsAttributeDialog,
) -> None:
    form = dialog.attributeForm()
    form.changeAttribute("livscyklus_k", 3)
    dialog.resize(1000, 700)
    ro()
    kanter = {}
    for etiket in alle(form, QLabel):
        felt: QWidget | None = etiket.buddy()
        if etiket.isVisible() and felt is not None:
            kanter[etiket.text()] = felt.mapTo(form, QPoint(0, 0)).x()
    assert {"Navn", "Aktivt fra"} <= set(kanter)
    assert len(set(kanter.values())) == 1, kanter


def test_a_sentence_among_the_fields_takes_no_room_from_them(
    bo: Redigering,
) -> None:
    """Who owns a place is said in a row of its own, as wide as it likes."""
    bo.rediger()
    fid = bo.ny("baenk", {})
    shown = QgsAttributeDialog(
        bo.lag("baenk"), bo.feature("baenk", fid), False, None, True, QgsAttributeEditorContext()
    )
    raad = FormularRaad(bo.project)
    shown.show()
    raad.foelg(shown.attributeForm())
    ro()
    navn = next(each for each in alle(shown, QLabel) if each.text() == "Kort beskrivelse")
    felt = navn.buddy()
    # The labels of the first tab are shorter than this one and a half times over.
    plads = felt.mapTo(shown, QPoint(0, 0)).x() - navn.mapTo(shown, QPoint(0, 0)).x()
    assert plads < 1.5 * navn.sizeHint().width()
    raad.close()
    shown.close()
    ro()


def test_a_list_takes_no_more_room_than_its_rows(dialog: QgsAttributeDialog) -> None:
    dialog.resize(1000, 900)
    ro()
    liste = next(each for each in alle(dialog, QTableWidget) if each.isVisible())
    for _ in range(2):  # what is free in the tab stays free
        assert liste.height() <= liste.rowCount() * 2.5 * liste.fontMetrics().lineSpacing()
        dialog.resize(1000, 1400)
        ro()


def test_children_made_late_get_room_for_their_names(
    bo: Redigering, dialog: QgsAttributeDialog
) -> None:
    faner = en(dialog, QTabWidget)
    faner.setCurrentIndex(next(nr for nr in range(faner.count()) if faner.tabText(nr) == "Steder"))
    ro()
    deler = next(
        each
        for each in alle(dialog, QSplitter)
        if each.objectName() == "mAttributeEditorViewSplitter" and each.isVisible()
    )
    foerst, resten = deler.sizes()
    assert foerst / (foerst + resten) == pytest.approx(BOERN / BREDDE, abs=0.05)


@pytest.fixture
def indstillinger() -> Iterator[Settings]:
    QgsApplication.setNullRepresentation("NULL")
    settings = Settings()
    yield settings
    settings.nul_lagt_til_side.setValue(False)
    settings.close()
    QgsApplication.setNullRepresentation("NULL")


def test_empty_fields_look_empty_while_a_project_of_ours_is_open(
    current: CurrentProject, indstillinger: Settings
) -> None:
    tomme = TommeFelter(current, indstillinger.nul_lagt_til_side)
    assert QgsApplication.nullRepresentation() == ""
    QgsProject.instance().clear()
    ro()
    assert QgsApplication.nullRepresentation() == "NULL"
    tomme.close()
    assert not indstillinger.nul_lagt_til_side.value()


def test_a_word_of_ones_own_is_left_alone_and_a_crash_is_made_good(
    current: CurrentProject, indstillinger: Settings
) -> None:
    QgsApplication.setNullRepresentation("(tom)")
    TommeFelter(current, indstillinger.nul_lagt_til_side).close()
    assert QgsApplication.nullRepresentation() == "(tom)"
    QgsApplication.setNullRepresentation("")
    indstillinger.nul_lagt_til_side.setValue(True)  # QGIS fell over while ours was open
    TommeFelter(current, indstillinger.nul_lagt_til_side).close()
    assert QgsApplication.nullRepresentation() == "NULL"


def test_a_text_that_is_cleared_is_saved_as_missing(
    indstillinger: Settings, dialog: QgsAttributeDialog
) -> None:
    form = dialog.attributeForm()
    layer = form.layer()
    QgsApplication.setNullRepresentation("")  # as `TommeFelter` does
    sted = widget_for(form, "sted")
    assert isinstance(sted, QLineEdit)
    sted.setText("Algade")
    assert form.save()
    assert next(layer.getFeatures())["sted"] == "Algade"
    sted.setText("")
    assert form.save()
    assert er_null(next(layer.getFeatures())["sted"])
