# SPDX-License-Identifier: GPL-2.0-or-later
"""When an activity happens, in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from moedested_plugin.domain.hvornaar import dag, dato, hvornaar, klokken, naeste

I_DAG = dt.date(2026, 11, 21)
TOM = dict.fromkeys(
    (
        "dato_til",
        "klokken",
        "ugedag_tekst",
        "uge_i_maaned_tekst",
        "maaned_tekst",
        "undtaget",
        "ferielukket",
    )
)


@pytest.mark.parametrize(
    ("raekke", "sagt"),
    [
        (
            {"gentagelse_k": 1, "dato_fra": "2028/10/14", "klokken": "10:00-15:00"},
            "Lørdag den 14. oktober 2028 kl. 10.00 til 15.00.",
        ),
        (
            {"gentagelse_k": 1, "dato_fra": "2026-12-04", "dato_til": "2026-12-06"},
            "Fredag den 4. december 2026 til søndag den 6. december 2026.",
        ),
        (
            {"gentagelse_k": 2, "dato_fra": "2024-02-06", "ugedag_tekst": "Tirsdag; Torsdag", "klokken": "13:00"},
            "Hver tirsdag og torsdag kl. 13.00.",
        ),
        (
            {"gentagelse_k": 2, "dato_fra": "2024-02-06", "dato_til": "2027-06-01", "ugedag_tekst": "Tirsdag",
             "ferielukket": 1, "undtaget": '["2026-12-29", "2020-01-01", "i morgen"]'},
            "Hver tirsdag til og med 1. juni 2027. Ikke i skolernes ferier. Ikke 29. december 2026.",
        ),
        (
            {"gentagelse_k": 3, "dato_fra": "2027-02-04", "ugedag_tekst": "Torsdag"},
            "Hver anden uge, torsdag fra 4. februar 2027.",
        ),
        (
            {"gentagelse_k": 4, "dato_fra": "2025-03-06", "ugedag_tekst": "Torsdag", "uge_i_maaned_tekst": "Første",
             "maaned_tekst": "Marts; April; Maj"},
            "Første torsdag i måneden i marts til maj.",
        ),
        (
            {"gentagelse_k": 2, "dato_fra": "2025-03-06", "ugedag_tekst": "Mandag; Tirsdag; Onsdag; Torsdag; Fredag; Lørdag; Søndag",
             "maaned_tekst": "Januar; Juni; Juli; November; December", "klokken": "19:00-19:00"},
            "Hver dag i juni, juli og november til januar kl. 19.00.",
        ),
        (
            {"gentagelse_k": 5, "dato_fra": "2027-07-08", "maaned_tekst": "Juli"},
            "Hvert år, første gang torsdag den 8. juli 2027.",
        ),
        (
            {"gentagelse_k": 5, "dato_fra": "2025-12-24", "maaned_tekst": "December", "klokken": "16:00-21:00"},
            "Hvert år i december, første gang 24. december 2025 kl. 16.00 til 21.00.",
        ),
    ],
    ids=["once", "some days", "weekly", "but not", "fortnightly", "monthly", "every day", "next year", "each year"],
)  # fmt: skip
def test_when_is_said_in_words(raekke: dict[str, Any], sagt: str) -> None:
    assert hvornaar({**TOM, **raekke}, I_DAG) == sagt


def test_what_happens_each_year_is_sorted_by_its_next_time() -> None:
    assert naeste({"gentagelse_k": 5, "dato_fra": "2025-12-24"}, I_DAG) == dt.date(2026, 12, 24)
    assert naeste({"gentagelse_k": 5, "dato_fra": "2025-02-15"}, I_DAG) == dt.date(2027, 2, 15)
    assert naeste({"gentagelse_k": 1, "dato_fra": "2028-10-14"}, I_DAG) == dt.date(2028, 10, 14)
    assert naeste({"gentagelse_k": 5, "dato_fra": "2024-02-29"}, I_DAG) == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("sprog", "raekke", "sagt"),
    [
        ("en", {"gentagelse_k": 2, "ugedag_tekst": "Tirsdag; Torsdag", "klokken": "14:00-16:00", "ferielukket": 1},
         "Every Tuesday and Thursday from 14:00 to 16:00. Not in the school holidays."),
        ("de", {"gentagelse_k": 4, "ugedag_tekst": "Onsdag", "uge_i_maaned_tekst": "Sidste", "klokken": "14:00"},
         "Jeden letzten Mittwoch im Monat um 14.00 Uhr."),
        ("de", {"gentagelse_k": 1, "dato_fra": "2027-03-05"}, "Freitag, 5. März 2027."),
        ("en", {"gentagelse_k": 5, "dato_fra": "2025-12-24"}, "Every year in December, first time 24 December 2025."),
    ],
)  # fmt: skip
def test_it_is_said_in_english_and_german(sprog: str, raekke: dict[str, Any], sagt: str) -> None:
    assert hvornaar({**TOM, "dato_fra": "2024-02-06", **raekke}, I_DAG, sprog) == sagt


@pytest.mark.parametrize(
    ("raekke", "sagt"),
    [
        ({"gentagelse_k": 1, "dato_fra": "i morgen", "klokken": "10:00"}, "Kl. 10.00."),
        ({"gentagelse_k": 1, "dato_fra": None}, ""),
        ({"gentagelse_k": 2, "dato_fra": None, "undtaget": "{"}, "Hver uge."),
        ({"gentagelse_k": 3, "dato_fra": "2024-02-06"}, "Hver anden uge."),
        ({"gentagelse_k": 4, "dato_fra": "2024-02-06", "uge_i_maaned_tekst": "Første"}, "Hver måned."),
        ({"gentagelse_k": 2, "dato_fra": "2024-02-06", "undtaget": '{"a": 1}', "maaned_tekst": "Vinter"},
         "Hver uge i vinter."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_left_out(raekke: dict[str, Any], sagt: str) -> None:
    assert hvornaar({**TOM, **raekke}, I_DAG) == sagt


def test_dates_and_hours() -> None:
    assert dato("2026/11/21 00:00:00") == I_DAG
    assert dato("21-11-2026") is None
    assert dag(I_DAG, "en") == "21 November 2026"
    assert klokken("") == ""
    assert klokken("00:00-09:30", kort=True) == "kl. 00 til 9.30"
