# SPDX-License-Identifier: GPL-2.0-or-later
"""Calendars that are odd, old or very large: each event comes in, or is refused with a sentence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from moedested_plugin.sources import ics, ics_linjer
from moedested_plugin.sources.fejl import LaeseFejl
from moedested_plugin.sources.ics_gentagelse import udtryk
from moedested_plugin.sources.ics_regel import laes_regel
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde

from .test_ics import TIRSDAG, en, kalender, laest

TID = "SUMMARY:A\nDTSTART:20260901T190000"


@pytest.mark.parametrize(
    ("linjer", "siger"),
    [
        (f"{TID}\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260901T190000", "følgende gange"),
        (f"{TID}\nRECURRENCE-ID:i går", "kan ikke læses"),
        (f"{TID}\nRRULE:FREQ=WEEKLY\nEXRULE:FREQ=MONTHLY", "slutdato"),
        (f"{TID}\nRRULE:FREQ=DAILY;COUNT=9999", "slutdato"),
        (f"{TID}\nRRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=TU;BYMONTHDAY=1", "slutdato"),
    ],
)  # fmt: skip
def test_what_we_have_no_words_for_is_refused_alone(
    tmp_path: Path, linjer: str, siger: str
) -> None:
    raekker, kilde = laest(tmp_path / "a.ics", f"UID:1\n{linjer}", f"UID:2\n{TID}")
    assert [r["uid"] for r in raekker] == ["2"]
    (afvist,) = kilde.afviste
    assert siger in afvist.grund


def test_an_event_without_an_id_is_known_by_what_it_is(tmp_path: Path) -> None:
    foerste, _ = laest(tmp_path / "a.ics", TID, TID.replace(":A", ":B"))
    igen, _ = laest(tmp_path / "b.ics", TID.replace(":A", ":B"), f"LOCATION:Salen\n{TID}")
    numre = {r["navn"]: r["uid"] for r in foerste}
    assert numre == {r["navn"]: r["uid"] for r in igen}
    assert len(set(numre.values())) == 2


def test_a_day_that_was_called_off_is_no_row(tmp_path: Path) -> None:
    raekker, kilde = laest(
        tmp_path / "a.ics", f"UID:1\n{TID}\nEXDATE:20260901T190000", f"UID:2\n{TID}"
    )
    assert ([r["uid"] for r in raekker], kilde.afviste) == (["2"], ())


def test_a_leap_second_and_a_text_that_is_too_long(tmp_path: Path) -> None:
    raekke = en(tmp_path, "DTSTART:20261231T185960", "DTEND:20261231T200000")
    assert raekke["klokken"] == "18:59-20:00"
    (raekke,), kilde = laest(tmp_path / "b.ics", f"UID:1\n{TID}\nLOCATION:{'Å' * 600}")
    assert raekke["sted"].endswith("Å…")
    assert any("1 række havde for lang tekst" in b for b in kilde.bemaerkninger)


def test_old_letters_and_lines_that_are_none(tmp_path: Path) -> None:
    sti = kalender(
        tmp_path / "a.ics", f"UID:1\nDESCRIPTION:Sang på Øen\n=uden navn\nSUMMARY\n{TID}"
    )
    sti.write_bytes(sti.read_bytes().decode().encode("cp1252"))
    with laes(Kilde(str(sti))) as kilde:
        (raa,) = kilde.raekker()
    assert (raa.vaerdier["navn"], raa.vaerdier["beskrivelse"]) == ("A", "Sang på Øen")


@pytest.mark.parametrize(
    ("modul", "graense", "hoejst", "siger"),
    [(ics, "_STOERST", 100, "for stor"), (ics_linjer, "FLEST_AFTALER", 1, "mere end 1 aftaler")],
)
def test_a_calendar_that_is_too_large_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    modul: object,
    graense: str,
    hoejst: int,
    siger: str,
) -> None:
    sti = kalender(tmp_path / "a.ics", f"UID:1\n{TID}", f"UID:2\n{TID}")
    monkeypatch.setattr(modul, graense, hoejst)
    with pytest.raises(LaeseFejl, match=siger):
        laes(Kilde(str(sti)))


@pytest.mark.parametrize(
    ("regel", "sidste"),
    [
        ("FREQ=YEARLY;COUNT=999", dt.date(2201, 9, 1)),  # no activity is planned for longer
        ("FREQ=DAILY;INTERVAL=99999999;COUNT=3", TIRSDAG),  # the next is after the last year there is
    ],
)  # fmt: skip
def test_a_rule_beyond_the_calendar_ends(regel: str, sidste: dt.date) -> None:
    (gang,) = udtryk(laes_regel(regel), TIRSDAG, None) or []
    assert (gang.dato_til or gang.dato_fra) == sidste
