# SPDX-License-Identifier: GPL-2.0-or-later
"""The small things that the checks of language and addresses stand on, and the fixes that they offer."""

from __future__ import annotations

import pytest

from moedested_plugin.domain.laesbarhed import laesbarhed
from moedested_plugin.domain.ordliste import Soeger
from moedested_plugin.domain.rens import renset
from moedested_plugin.domain.webadresser import rettet


@pytest.mark.parametrize(
    ("skrevet", "bliver"),
    [
        ("Kaffe  og\u00a0kage ,og kort !", "Kaffe og kage, og kort!"),
        ("Kom forbi.Vi har kaffe på kanden", "Kom forbi. Vi har kaffe på kanden."),
        ("Kom bare forbi. Vi har kaffe", "Kom bare forbi. Vi har kaffe."),
        ("<p>Kaffe&nbsp;&amp; kage</p><br/>Alle er velkomne", "Kaffe & kage\n\nAlle er velkomne"),
        ("<script>ond()</script>Kaffe", "Kaffe"),
        ("BÃ¦nken ved Ã¸en â€“ ny", "Bænken ved øen – ny"),
        ("\u200bKaffe\r\nKage \r\n", "Kaffe\nKage"),
        ("Nu!!", "Nu!"),
    ],
)
def test_texts_are_cleaned(skrevet: str, bliver: str) -> None:
    assert renset(skrevet) == bliver
    assert renset(bliver) == bliver


@pytest.mark.parametrize(
    "tekst",
    [
        "Åbent kl. 9.30-16, fx tirsdag. Pris 1.000,50 kr.", "Se www.guldborgsund.dk/a,b;c", "skriv til a.b@c.dk",
        "A/S, ApS m.fl. Højst 3 < 5 & 4 > 2.", "Stien er 3,5 km. 1. maj.", "Nykøbing F.", "Alle er velkomne...",
        "Første linje\nAnden linje", "Se mere. Find vej på www.havnen.dk", "Bænk", "H.C. Andersens Vej", "Sct. Jørgens Park og Have i Nykøbing",
    ],
)  # fmt: skip
def test_good_texts_are_left_alone(tekst: str) -> None:
    assert renset(tekst) == tekst


@pytest.mark.parametrize(
    ("skrevet", "bliver"),
    [
        ("www.havnen.dk", "https://www.havnen.dk"),
        (" havnen.dk/kaffe ", "https://havnen.dk/kaffe"),
        ("http://https://www.havnen.dk", "https://www.havnen.dk"),
        ("http://http://www.havnen.dk", "http://www.havnen.dk"),
        ("https//www.havnen.dk", "https://www.havnen.dk"),
        ("https:/www.havnen.dk", "https://www.havnen.dk"),
        ("htps://www.havnen.dk", "https://www.havnen.dk"),
        ("http:www.havnen.dk", "http://www.havnen.dk"),
        ("<https://www.havnen.dk>.", "https://www.havnen.dk"),
        ("HTTPS://www.havnen.dk/A", "https://www.havnen.dk/A"),
        ("https://www.havnen.dk/a?utm_source=x&b=1&fbclid=2#c", "https://www.havnen.dk/a?b=1#c"),
        ("https://www.havnen.dk/a?utm_source=x", "https://www.havnen.dk/a"),
    ],
)
def test_addresses_are_mended(skrevet: str, bliver: str) -> None:
    assert rettet(skrevet) == bliver
    assert rettet(bliver) is None


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "  ",
        "ring til os",
        "a@b.dk",
        "P:\\kaffe.docx",
        "https://a.dk https://b.dk",
        "https://www.a.dk og www.b.dk",
        "https://a.dk/en side",
        "kaffe",
        "kun ord",
    ],
)
def test_what_a_person_must_mend_is_left_alone(tekst: str) -> None:
    assert rettet(tekst) is None


def test_a_word_list_knows_whole_words_endings_and_suggestions() -> None:
    soeger = Soeger((
        "ensomme = alle", "ensomme ældre = ældre", "handicap*", "svag* sjæle = folk", "", "*", "  Kun  Internt ",
    ))  # fmt: skip
    assert [et.forslag for et in soeger.find("Ensomme  ÆLDRE og ensomme")] == ["ældre", "alle"]
    assert [et.fundet for et in soeger.find("Handicappede, kun\ninternt")] == [
        "Handicappede",
        "kun\ninternt",
    ]
    fundne = [(et.fundet, et.forslag) for et in soeger.find("Svag sjæle og handicappet")]
    assert fundne == [("Svag sjæle", "folk"), ("handicappet", "")]
    assert not list(soeger.find("De er ikke uensomme, ensommere. Internt kun."))
    assert not list(Soeger(()).find("alt"))


def test_readability_is_counted_as_the_rest_of_denmark_counts_it() -> None:
    maalt = laesbarhed(
        "Vi mødes kl. 10. Der er kaffe, fx. ved bålet. Arrangementsdeltagere er velkomne!"
    )
    assert (maalt.ord_i_alt, maalt.laengste_saetning) == (13, 6)
    assert laesbarhed("") == (0, 0, 0)
