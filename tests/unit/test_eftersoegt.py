# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's texts are found however they are written, and nothing else is."""

from __future__ import annotations

import unicodedata

import pytest

from moedested_plugin.domain.eftersoegt import FJERNET, Eftersoegt, ForKort

PERSON = Eftersoegt.af_linjer(
    "Åse Bo Ørsted\n\n åse.bo@eksempel.dk \n54 12 34 56\n010190-1234\nÅse Bo"
)


@pytest.mark.parametrize(
    ("vaerdi", "rest"),
    [
        ("Åse Bo Ørsted", None),
        ("åse  bo ørsted, ", None),
        (unicodedata.normalize("NFD", "Ring til ÅSE BO ØRSTED."), f"Ring til {FJERNET}."),
        ("Skriv til Åse.Bo@eksempel.dk", f"Skriv til {FJERNET}"),
        ("tlf. +45 5412 3456 (kl. 9-12)", f"tlf. {FJERNET} (kl. 9-12)"),
        ("fotos/åse_bo_2026.jpg", f"fotos/{FJERNET}_2026.jpg"),
        ("54\u00a012\u00a034\u00a056", None),
        ("cpr 010190\u20131234", f"cpr {FJERNET}"),
        (54123456, None),
        ("0101901234", None),
        ({"a": ["Åse Bo", 1, None], "Åse Bo": "b"}, {"a": [None, 1, None], FJERNET: "b"}),
    ],
)
def test_what_is_theirs_goes_and_the_rest_stays(vaerdi: object, rest: object) -> None:
    assert PERSON.staar_i(vaerdi)
    assert PERSON.uden(vaerdi) == rest
    assert not PERSON.staar_i(rest)


@pytest.mark.parametrize(
    "vaerdi",
    ["Båse Bo", "Åse Borg", "154123456", "541234567", "01019012345", None, True, 5412345, [], "x.åse.bo2@eksempel.dk"],
)  # fmt: skip
def test_what_only_looks_like_it_is_left(vaerdi: object) -> None:
    assert not PERSON.staar_i(vaerdi)
    assert PERSON.uden(vaerdi) is vaerdi


def test_the_pieces_are_in_every_spelling() -> None:
    assert PERSON.stumper == (
        ("rsted", False), ("eksempel", False), ("54123456", True), ("0101901234", True), ("se", False),
    )  # fmt: skip
    assert Eftersoegt(("Øæå",)).stumper == (("", False),)


@pytest.mark.parametrize("linjer", ["", " \n ", "Åse Bo\nBo"])
def test_nothing_and_too_little_is_refused(linjer: str) -> None:
    with pytest.raises(ForKort):
        Eftersoegt.af_linjer(linjer)
