# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QPoint, QRect
from qgis.PyQt.QtWidgets import (
    QApplication,
    QGroupBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.drawing.skabelon import indbyggede
from moedested_plugin.gui.kontrol.tider import klokken
from moedested_plugin.gui.panel import Panel
from moedested_plugin.gui.panel_state import Access, PanelState, Remedy
from moedested_plugin.gui.status import Checked, StoreStatus, read_status
from moedested_plugin.store import HistorikPost, aabn

ROLES = frozenset({"moedested", "baenk", "vandrerute", "aktivitet"})
EMPTY = StoreStatus("Lolland", True, {}, {}, 0, {}, 0)
STATE = PanelState("GeoPackage: data.gpkg", "/data.gpkg", Access(True), (), ROLES, False, EMPTY)


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    shown = Panel()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def seen(widget: QWidget) -> str:
    """Every text that can be seen, without the tags."""
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    buttons = [
        each
        for kind in (QPushButton, QToolButton)
        for each in widget.findChildren(kind)
        if each.isVisible()
    ]
    boxes = [each.title() for each in widget.findChildren(QGroupBox) if each.isVisible()]
    texts = [*boxes, *(each.text() for each in [*labels, *buttons])]
    return "\n".join(re.sub("<[^>]+>", " ", text) for text in texts)


def press(panel: Panel, text: str) -> None:
    for kind in (QPushButton, QToolButton):
        for each in panel.findChildren(kind):
            if each.text() == text and each.isVisible():
                each.click()
                return
    pytest.fail(f"no button {text}: {seen(panel)}")


def test_without_a_project_it_offers_to_make_or_open_one(panel: Panel, qtbot: QtBot) -> None:
    panel.show_empty("")
    assert "Intet Mødested-projekt er åbent." in seen(panel)
    assert "Åbn sidste.qgz" not in seen(panel)
    with qtbot.waitSignal(panel.new_project):
        press(panel, "Nyt projekt …")
    with qtbot.waitSignal(panel.open_project):
        press(panel, "Åbn projekt …")


def test_the_project_used_last_is_one_click_away(panel: Panel, qtbot: QtBot) -> None:
    panel.show_empty("sidste.qgz")
    with qtbot.waitSignal(panel.open_recent):
        press(panel, "Åbn sidste.qgz")


def test_says_whose_data_and_where(panel: Panel) -> None:
    panel.show_project(STATE)
    assert "Lolland Kommune" in seen(panel)
    assert "GeoPackage: data.gpkg" in seen(panel)


def test_a_section_with_nothing_to_offer_is_not_shown(panel: Panel) -> None:
    panel.show_project(replace(STATE, drawable=frozenset()))
    text = seen(panel)
    assert "Data" in text
    for title in ("Tegn", "Kontrol", "Udgiv", "Udskriv"):
        assert title not in text.splitlines()


def test_counts_are_links_and_empty_states_are_left_out(panel: Panel, qtbot: QtBot) -> None:
    status = replace(EMPTY, livscyklus={1: 2, 3: 1200}, facilitet_punkt={1371: 3, 1012: 4})
    panel.show_project(replace(STATE, status=status))
    text = seen(panel)
    assert "Idé" in text
    assert "På pause" not in text
    (counts,) = [label for label in panel.findChildren(QLabel) if "moedested:3" in label.text()]
    assert "1.202" in counts.text() or "1,202" in counts.text()
    with qtbot.waitSignal(panel.show_rows) as got:
        counts.linkActivated.emit("moedested:3")
    assert got.args == ["moedested:3"]


def test_everything_below_is_reached_and_nothing_is_cut_however_narrow(panel: Panel) -> None:
    """1366 x 768 with QGIS's own toolbars leaves 600 pixels."""
    kinds = replace(EMPTY, livscyklus={1: 2, 3: 1200}, facilitet_punkt={1371: 30_000})
    everything = frozenset(skabelon.rolle for skabelon in indbyggede())
    # Whoever puts something there may need more room than the buttons that draw.
    panel.offer_palette.connect(lambda layout: layout.addWidget(QPushButton("Adresse " * 12)))
    panel.show_project(STATE)
    panel.resize(10, 600)
    panel.show_project(replace(STATE, status=kinds, drawable=everything, has_history=True))
    QApplication.processEvents()
    panel.resize(10, 600)
    (area,) = panel.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0, "else nothing is shown by this"
    assert panel.rect().contains(QRect(bar.mapTo(panel, QPoint(0, 0)), bar.size()))
    assert area.viewport().width() >= area.widget().minimumSizeHint().width()
    bar.setValue(bar.maximum())
    lowest = next(each for each in panel.findChildren(QPushButton) if each.text() == "Kortbilag")
    assert (
        area.viewport()
        .rect()
        .contains(QRect(lowest.mapTo(area.viewport(), QPoint(0, 0)), lowest.size()))
    )


def test_what_is_not_saved_is_said_with_a_button(panel: Panel, qtbot: QtBot) -> None:
    panel.show_project(STATE)
    assert "Gem alle" not in seen(panel)
    panel.show_project(replace(STATE, unsaved=(("Bænke", 3), ("Mødesteder", 1))))
    assert "Ikke gemt: Bænke (3), Mødesteder (1)." in seen(panel)
    with qtbot.waitSignal(panel.save_all):
        press(panel, "Gem alle")


def test_read_only_says_why_and_offers_only_what_helps(panel: Panel, qtbot: QtBot) -> None:
    locked = Access(False, "data.gpkg redigeres af Bo.")
    panel.show_project(replace(STATE, access=locked, drawable=frozenset()))
    assert "redigeres af Bo" in seen(panel)
    assert "alligevel" not in seen(panel)
    panel.show_project(replace(STATE, access=replace(locked, remedy=Remedy.OPEN_ANYWAY)))
    with qtbot.waitSignal(panel.remedy):
        press(panel, "Åbn til redigering alligevel")


def test_only_layers_that_can_be_drawn_in_have_a_button(panel: Panel, qtbot: QtBot) -> None:
    panel.show_project(STATE)
    assert "Cykelrute" not in seen(panel).splitlines()
    with qtbot.waitSignal(panel.draw) as got:
        press(panel, "Bænk")
    assert got.args == ["baenk", True]
    with qtbot.waitSignal(panel.draw) as got:
        press(panel, "Uden sted")
    assert got.args == ["moedested", False]


def test_the_last_check_is_told_with_a_way_to_it_and_to_a_new_one(
    panel: Panel, qtbot: QtBot
) -> None:
    panel.show_project(replace(STATE, status=replace(EMPTY, omraader=1)))
    assert "Data er ikke kontrolleret endnu." in seen(panel)
    assert "Vis fund" not in seen(panel)
    with qtbot.waitSignal(panel.check):
        press(panel, "Kontrollér nu")
    when = dt.datetime(2026, 5, 1, 12, tzinfo=dt.timezone.utc)
    counts = dict(zip(Alvor, (1, 20, 300)))
    status = replace(EMPTY, checked=Checked(when, counts), active=2, active_wanted=3)
    panel.show_project(replace(STATE, status=replace(status, ready={"rute": 4}, held={"rute": 1})))
    text = seen(panel)
    assert "Fejl: 1, advarsler: 20, anbefalinger: 300." in text
    assert "Kontrolleret 1. " in text
    assert "Aktive mødesteder på kortet: 2 (mindst 3)." in text
    assert "Holdes tilbage, til fejlene er rettet: 1." in text
    with qtbot.waitSignal(panel.findings):
        press(panel, "Vis fund")


def test_says_when_and_by_whom_it_was_last_changed_but_not_what(panel: Panel) -> None:
    when = dt.datetime(2026, 5, 1, 12, tzinfo=dt.timezone.utc)
    post = HistorikPost(
        1, "moedested", "k", "rettet", when, "abc", None, {"navn": "Hemmelig"}, None
    )
    panel.show_project(replace(STATE, status=replace(EMPTY, latest=post), has_history=True))
    assert klokken(when) in seen(panel)
    assert "abc" in seen(panel)
    assert "Hemmelig" not in seen(panel)
    assert "Historik …" in seen(panel)


def test_the_numbers_of_the_examples(demo_folder: Path) -> None:
    status = read_status(str(demo_folder / "data.gpkg"), QgsFeedback())
    assert status.kommune == "Guldborgsund"
    assert set(status.livscyklus) == {1, 2, 3, 4, 5}
    assert status.can_write
    assert status.aktiviteter > 0
    assert status.held == dict.fromkeys(status.held, 0)
    assert status.latest is not None


def test_a_row_that_lacks_something_is_counted_and_held_back_once_checked(
    demo_folder: Path,
) -> None:
    address = str(demo_folder / "data.gpkg")
    before = read_status(address, QgsFeedback())
    assert before.checked is None
    with aabn(address) as store:
        public = next(
            row
            for row in store.raekker("moedested")
            if row["livscyklus_k"] == 3 and row["off_kode"] == 1
        )
        kontroller(store, Valg(af="abc"))
        clean = read_status(address, QgsFeedback())
        with store.skriv("test", "abc") as writer:
            assert writer.ret("moedested", str(public["moedested_id"]), {"sted": None})
        kontroller(store, Valg(af="abc"))
    after = read_status(address, QgsFeedback())
    assert clean.checked is not None
    assert after.checked is not None
    assert after.checked.counts[Alvor.FEJL] == clean.checked.counts[Alvor.FEJL] + 1
    assert after.held["moedested"] == clean.held["moedested"] + 1
    assert after.ready["moedested"] == clean.ready["moedested"] - 1
    assert after.active == before.active > after.active_wanted == 3


def test_fetches_data_and_takes_them_back_while_that_is_possible(
    panel: Panel, qtbot: QtBot
) -> None:
    panel.show_project(STATE)
    with qtbot.waitSignal(panel.fetch):
        press(panel, "Hent data …")
    assert "Fortryd import" not in seen(panel)
    undoable = replace(EMPTY, can_undo_import=True)
    panel.show_project(replace(STATE, status=undoable, access=Access(False, "Bo har filen åben.")))
    assert "Fortryd import" not in seen(panel)
    panel.show_project(replace(STATE, status=undoable))
    with qtbot.waitSignal(panel.undo_import):
        press(panel, "Fortryd import")
