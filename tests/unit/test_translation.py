# SPDX-License-Identifier: GPL-2.0-or-later
"""The English translation is complete, and the tool that keeps it so does what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import i18n
import pytest

from moedested_plugin.domain import afvisning
from moedested_plugin.domain import tekster as domain_tekster
from moedested_plugin.domain.moedesteder import MOEDESTED
from moedested_plugin.domain.regler import alle_regler
from moedested_plugin.domain.saetning import Saetning
from moedested_plugin.domain.tekster import genkendt, tekster
from moedested_plugin.project.lag import LAG

TS = i18n.TS_FOLDER / "moedested_en.ts"
PLACE = re.compile(r"\{\w*\}|%\d")


def project_with(folder: Path, code: str) -> Path:
    (folder / "moedested_plugin").mkdir()
    (folder / "moedested_plugin" / "panel.py").write_text(code, "utf-8")
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


def test_the_models_own_texts_are_among_them() -> None:
    """Read from the model, so that a new field, rule or code is missed by `problems` until it is translated."""
    english = {text for (_, text), translated in i18n.read_ts(TS).items() if translated}
    used = {text for _, text in i18n.used_texts()}
    assert used >= set(tekster())
    for sample in (
        "Lokalområde",
        "Det vigtigste",
        "Aktiv",
        "{0} mangler.",
        "når ruten er gældende",
        "en flade",
    ):
        assert sample in set(tekster()) & english
    key = ("moedested", "{0} mangler.")
    rest = [text for text in i18n.used_texts() if text != key]
    assert i18n.problems(TS, rest) == ["no longer used: {0} mangler."]


def test_a_new_text_of_the_model_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    new = replace(MOEDESTED.felter[1], navn="ny", alias="Nyt felt", hjaelp="Skriv noget.")
    monkeypatch.setattr(
        domain_tekster, "TABELLER", (replace(MOEDESTED, felter=(new,), _felt_af_navn={}),)
    )
    asked = [line for line in i18n.problems(TS, i18n.used_texts()) if line.startswith("not in")]
    assert asked == [f"not in {TS.name}: {text}" for text in ("Nyt felt", "Skriv noget.")]


def test_every_layer_that_is_edited_has_an_english_name() -> None:
    texts = {text for _, text in i18n.used_texts()}
    assert {lag.titel for lag in LAG if not lag.kun_laes} <= texts


def test_a_sentence_can_be_taken_apart_and_known_again() -> None:
    sentence = Saetning("{0} skal udfyldes, {1}.", "Navn", "når ruten er gældende")
    assert sentence == "Navn skal udfyldes, når ruten er gældende."
    assert (sentence.moenster, sentence.led) == (
        "{0} skal udfyldes, {1}.",
        ("Navn", "når ruten er gældende"),
    )
    for regel in alle_regler().values():
        known = genkendt(str(regel.besked))
        assert known == regel.besked
        assert isinstance(known, Saetning) == isinstance(regel.besked, Saetning)
    for hvad in afvisning.alle():
        assert isinstance(genkendt("" + hvad.besked), Saetning) == isinstance(hvad.besked, Saetning)
    assert genkendt("Noget helt andet.") == "Noget helt andet."
