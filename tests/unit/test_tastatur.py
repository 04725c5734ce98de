# SPDX-License-Identifier: GPL-2.0-or-later
"""Habits that keep windows usable without a mouse and on a dark theme, held in the code of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parents[2] / "moedested_plugin" / "gui"
KODE = {str(sti.relative_to(GUI)): sti.read_text("utf-8") for sti in sorted(GUI.rglob("*.py"))}


def _for_faa(lavet: str, *holdt: str) -> list[str]:
    """Modules that make more of something than they hold in check."""
    assert any(re.search(lavet, kode) for kode in KODE.values()), (
        "what to look for is made otherwise"
    )
    return [
        modul
        for modul, kode in KODE.items()
        if len(re.findall(lavet, kode)) > sum(kode.count(led) for led in holdt)
    ]


def test_tab_leaves_every_table() -> None:
    """In a table of Qt's, Tab goes round and round among the cells: whoever has no mouse never gets out."""
    tabel = r"= QTable(?:Widget|View)\(|class \w+\(QTable(?:Widget|View)\)"
    assert _for_faa(tabel, "setTabKeyNavigation(False)", "aabn_ved_klik(") == []


def test_tab_leaves_every_text_of_more_lines() -> None:
    tekst = r"= Q(?:Plain)?TextEdit\("
    assert _for_faa(tekst, "setTabChangesFocus(True)", "setReadOnly(True)") == []


def _faste_farver(kode: str) -> list[str]:
    """Colours that stay as they are whatever the theme."""
    return re.findall(r"setForeground\(Q(?:Color|Brush)\(|darkGray|lightGray|AlternateBase", kode) + [
        stil for stil in re.findall(r"setStyleSheet\((?:\s*)f?\"(.*?)\"", kode)
        if re.search(r"(?<!-)color:(?! *\{readable)", stil) and "background" not in stil
    ]  # fmt: skip


def test_no_text_has_a_colour_that_only_a_light_theme_can_bear() -> None:
    """`gui.widgets.readable` and `shaded` fit a colour to the theme; a ground of one's own goes with a text of one's own."""
    fast = {modul: _faste_farver(kode) for modul, kode in KODE.items()}
    assert {modul: fundet for modul, fundet in fast.items() if fundet} == {}


@pytest.mark.parametrize(
    ("kode", "antal"),
    [
        ('a.setStyleSheet("color: red")', 1),
        ('a.setStyleSheet(\n    f"font-size: 9px; color: {ROED}")', 1),
        ("a.setForeground(QColor(ROED))", 1),
        ("Qt.GlobalColor.darkGray", 1),
        ('a.setStyleSheet(f"color: {readable(ROED)}")', 0),
        ('a.setStyleSheet("color: red; background: white")', 0),
    ],
)
def test_a_fixed_colour_is_found_however_it_is_given(kode: str, antal: int) -> None:
    assert len(_faste_farver(kode)) == antal
