# SPDX-License-Identifier: GPL-2.0-or-later
"""Habits that keep windows usable without a mouse and on a dark theme, held in the code of all of them."""

from __future__ import annotations

import re
from pathlib import Path

GUI = Path(__file__).resolve().parents[2] / "moedested_plugin" / "gui"
KODE = {str(sti.relative_to(GUI)): sti.read_text("utf-8") for sti in sorted(GUI.rglob("*.py"))}


def _for_faa(lavet: str, *holdt: str) -> list[str]:
    """Modules that make more of something than they hold in check."""
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


def test_no_text_has_a_colour_that_only_a_light_theme_can_bear() -> None:
    """`gui.widgets.readable` and `shaded` fit a colour to the theme; a ground of one's own goes with a text of one's own."""
    fast = {
        modul: re.findall(r"setForeground\(Q(?:Color|Brush)\(|darkGray|lightGray|AlternateBase", kode)
        + [stil for stil in re.findall(r"setStyleSheet\((?:\s*)f?\"(.*?)\"", kode)
           if re.search(r"(?<!-)color:(?! *\{readable)", stil) and "background" not in stil]
        for modul, kode in KODE.items()
    }  # fmt: skip
    assert {modul: fundet for modul, fundet in fast.items() if fundet} == {}
