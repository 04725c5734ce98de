# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import pytest

from moedested_plugin.gui.search import folded, score, words


@pytest.mark.parametrize(
    "written",
    ["Væggerløse", "VÆGGERLØSE", "vaeggerloese", "vaggerlose", "væggerlose", "vaeggerløse"],
)
def test_every_spelling_of_a_danish_letter_is_the_same(written: str) -> None:
    assert folded(written) == folded("Væggerløse")


@pytest.mark.parametrize("written", ["Café", "cafe", "CAFÉ", "Cafe\u0301"])
def test_accents_do_not_count(written: str) -> None:
    assert folded(written) == "cafe"


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("gedser", "Gedser Havn", 1.0),
        ("ged", "Gedser Havn", 1.0),
        ("havn ged", "Gedser Havn", 1.0),
        ("edser", "Gedser Havn", 0.8),
        ("gedsre", "Gedser Havn", 0.6),
        ("gesder", "Gedser Havn", 0.6),
        ("gedzer", "Gedser Havn", 0.6),
        ("gdser", "Gedser Havn", 0.6),
        ("gedsser", "Gedser Havn", 0.6),
        ("nyk", "Nykøbing F", 1.0),
        ("nykobing", "Nykøbing F", 1.0),
        ("marielyts", "Strandcafé i Marielyst", 0.6),
        ("aalholm", "Ålholm", 1.0),
        ("gedser nysted", "Gedser Havn", 0.0),
        ("hvn", "Gedser Havn", 0.0),
        ("sakskøbing", "Stubbekøbing", 0.0),
        ("ed", "Gedser", 0.0),
    ],
)
def test_finds_what_people_type_and_nothing_else(asked: str, text: str, expected: float) -> None:
    assert score(words(asked), words(text)) == expected


def test_the_better_hit_scores_higher() -> None:
    assert score(words("havnen"), words("Havnen")) > score(words("havnen"), words("Byhavnen"))
