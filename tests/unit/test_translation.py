# SPDX-License-Identifier: GPL-2.0-or-later
"""The English translation is complete, and the tool that keeps it so does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import i18n
import pytest

TS = i18n.TS_FOLDER / "moedested_en.ts"
PLACE = re.compile(r"\{\w*\}|%\d")


def project_with(folder: Path, code: str) -> Path:
    (folder / "moedested_plugin").mkdir()
    (folder / "moedested_plugin" / "panel.py").write_text(code, "utf-8")
    (folder / "resources" / "ui").mkdir(parents=True)
    return folder


def test_every_text_is_translated_and_no_other() -> None:
    assert i18n.problems(TS, i18n.used_texts()) == [], (
        "run `make i18n`, then translate what is listed"
    )


def test_translations_have_the_places_of_their_source() -> None:
    wrong = {
        text: english
        for (_, text), english in i18n.read_ts(TS).items()
        if english and sorted(PLACE.findall(text)) != sorted(PLACE.findall(english))
    }
    assert wrong == {}


def test_joined_literals_are_one_text(tmp_path: Path) -> None:
    root = project_with(tmp_path, "tr('Gem først. '\n   'Prøv så igen.')\nself.i18n.tr('Åbn')")
    assert [text for _, text in i18n.used_texts(root)] == ["Gem først. Prøv så igen.", "Åbn"]


@pytest.mark.parametrize(
    "code", ["tr(f'{n} bænke')", "tr(text)", "tr('a', 'b')", "tr('a' + 'b')", "tr()"]
)
def test_what_cannot_be_translated_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(i18n.BadTextError, match="one literal"):
        i18n.used_texts(project_with(tmp_path, code))


def test_texts_of_a_form_come_under_its_class(tmp_path: Path) -> None:
    root = project_with(tmp_path, "")
    (root / "resources" / "ui" / "wizard.ui").write_text(
        "<ui><class>Wizard</class><widget><property><string>Vælg kommune</string></property>"
        '<property><string notr="true">PATH</string></property></widget></ui>',
        "utf-8",
    )
    assert i18n.used_texts(root) == [("Wizard", "Vælg kommune")]


def test_update_keeps_translations_and_names_what_is_missing_or_left_over(tmp_path: Path) -> None:
    ts = tmp_path / "moedested_en.ts"
    old, kept, new = (("moedested", text) for text in ("Gammel", "Åbn & luk", "Ny"))
    i18n.write_ts(ts, [old, kept], {old: "Old", kept: "Open & close"})
    assert i18n.problems(ts, [kept, new]) == [
        "not in moedested_en.ts: Ny",
        "no longer used: Gammel",
    ]
    i18n.write_ts(ts, [kept, new], i18n.read_ts(ts))
    assert i18n.read_ts(ts) == {kept: "Open & close", new: ""}
    assert i18n.problems(ts, [kept, new]) == ["not translated: Ny"]
