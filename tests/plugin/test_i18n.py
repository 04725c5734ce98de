# SPDX-License-Identifier: GPL-2.0-or-later
"""Danish needs no translation, everyone else gets English, and at unload it is gone."""

from __future__ import annotations

from pathlib import Path

import i18n as tool
import pytest

from moedested_plugin import i18n

TEXT, ENGLISH = "Gem først.", "Save first."


@pytest.fixture(autouse=True)
def compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Compile a translation where the plugin looks, without touching the checkout."""
    ts = tmp_path / "moedested_en.ts"
    tool.write_ts(ts, [(i18n.CONTEXT, TEXT)], {(i18n.CONTEXT, TEXT): ENGLISH})
    tool.compile_ts(ts, tmp_path)
    monkeypatch.setattr(i18n, "resource", lambda *parts: tmp_path / parts[-1])


@pytest.mark.parametrize("locale", ["da", "da_DK", "DA-dk"])
def test_danish_is_the_source(locale: str) -> None:
    assert i18n.install(locale) is None
    assert i18n.tr(TEXT) == TEXT


@pytest.mark.parametrize("locale", ["en_US", "en", "de_DE"])
def test_others_read_english_until_unload(qgis_app: object, locale: str) -> None:
    translator = i18n.install(locale)
    assert i18n.tr(TEXT) == ENGLISH
    i18n.remove(translator)
    assert i18n.tr(TEXT) == TEXT


def test_the_plugin_runs_without_compiled_translations(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(i18n, "resource", lambda *parts: tmp_path / "nothing" / parts[-1])
    assert i18n.install("en_US") is None
    assert i18n.tr(TEXT) == TEXT
