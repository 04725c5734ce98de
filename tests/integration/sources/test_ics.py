# SPDX-License-Identifier: GPL-2.0-or-later
"""Events of a calendar as activities: when they happen, in the words of the model, or a reason why not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.domain.gentagelse import Gentagelse
from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.fejl import LaeseFejl
from moedested_plugin.sources.ics_gentagelse import udtryk
from moedested_plugin.sources.ics_regel import KanIkkeUdtrykkes, dage, laes_regel
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde, Laest
from moedested_plugin.sources.profil import profil_af
from moedested_plugin.sources.profiler import find_profil
from moedested_plugin.store import Store

TIRSDAG = dt.date(2026, 9, 1)
HOVED = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Eksempel//DA\r\n"


def kalender(sti: Path, *aftaler: str, hoved: str = HOVED) -> Path:
    """A calendar of these events, each written as lines."""
    krop = "".join(f"BEGIN:VEVENT\r\n{aftale.strip()}\r\nEND:VEVENT\r\n" for aftale in aftaler)
    sti.write_bytes(
        (hoved + krop.replace("\r\n", "\n").replace("\n", "\r\n") + "END:VCALENDAR\r\n").encode()
    )
    return sti


def laest(sti: Path, *aftaler: str) -> tuple[list[dict[str, Any]], Laest]:
    with laes(Kilde(str(kalender(sti, *aftaler)))) as kilde:
        raekker = [
            {n: v for n, v in raa.vaerdier.items() if v not in (None, False)}
            for raa in kilde.raekker()
        ]
        return raekker, kilde


def en(tmp_path: Path, *linjer: str) -> dict[str, Any]:
    """The row of one event."""
    aftale = "\n".join(("UID:1", "SUMMARY:Kor", *linjer))
    (raekke,), _ = laest(tmp_path / "a.ics", aftale)
    return raekke


@pytest.mark.parametrize(
    ("regel", "ventet"),
    [
        ("FREQ=WEEKLY", (2, (2,), (), ())),
        ("FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU", (2, (2, 4), (), ())),
        ("FREQ=WEEKLY;INTERVAL=2", (3, (2,), (), ())),
        ("FREQ=WEEKLY;BYMONTH=9,10", (2, (2,), (), (9, 10))),
        ("FREQ=DAILY", (2, (1, 2, 3, 4, 5, 6, 7), (), ())),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", (2, (1, 2, 3, 4, 5), (), ())),
        ("FREQ=MONTHLY;BYDAY=1TU", (4, (2,), (1,), ())),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", (4, (2,), (1, 3), ())),
        ("FREQ=MONTHLY;BYDAY=-1FR", (4, (5,), (5,), ())),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", (4, (2,), (2,), ())),
        ("FREQ=MONTHLY;BYDAY=TU", (2, (2,), (), ())),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", (4, (2,), (1,), (3, 6, 9, 12))),
        ("FREQ=YEARLY", (5, (), (), ())),
        ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1", (5, (), (), ())),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=2SA", (4, (6,), (2,), (9,))),
        ("FREQ=WEEKLY;INTERVAL=3", None), ("FREQ=MONTHLY", None), ("FREQ=MONTHLY;BYDAY=5TU", None),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", None), ("FREQ=MONTHLY;BYDAY=1MO,2TU", None),
        ("FREQ=YEARLY;INTERVAL=2", None), ("FREQ=DAILY;INTERVAL=2", None),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", None),  # begins a Tuesday: which week is the first?
    ],
)  # fmt: skip
def test_a_rule_in_our_words(regel: str, ventet: Any) -> None:
    fundet = udtryk(laes_regel(regel), TIRSDAG, None)
    if ventet is None:
        assert fundet is None
    else:
        assert fundet is not None
        (gang,) = fundet
        assert (gang.gentagelse, gang.ugedage, gang.uger, gang.maaneder) == ventet
        assert gang.dato_til is None


@pytest.mark.parametrize(
    ("regel", "sidste", "antal"),
    [
        ("FREQ=WEEKLY;COUNT=3", dt.date(2026, 9, 15), 1),
        ("FREQ=MONTHLY;BYDAY=-1MO;COUNT=2", dt.date(2026, 10, 26), 1),
        ("FREQ=MONTHLY;COUNT=3", dt.date(2026, 11, 1), 3),  # the first of the month: as single days
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", dt.date(2027, 1, 31), 3),
        ("FREQ=MONTHLY;BYDAY=5TU;COUNT=2", dt.date(2026, 12, 29), 2),
        ("FREQ=DAILY;INTERVAL=10;COUNT=4", dt.date(2026, 10, 1), 4),
        ("FREQ=WEEKLY;COUNT=1", TIRSDAG, 1), ("FREQ=DAILY;INTERVAL=2;COUNT=999", None, None),
    ],
)  # fmt: skip
def test_a_rule_with_an_end(regel: str, sidste: dt.date | None, antal: int | None) -> None:
    fundet = udtryk(laes_regel(regel), TIRSDAG, None)
    if sidste is None:
        assert fundet is None
        return
    assert fundet is not None
    assert (len(fundet), fundet[-1].dato_til or fundet[-1].dato_fra) == (antal, sidste)


@pytest.mark.parametrize(
    "regel",
    ["", "FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;FREQ=DAILY",
     "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYMONTH=13", "FREQ=WEEKLY;COUNT=x", "BYDAY=MO"],
)  # fmt: skip
def test_a_rule_that_is_none(regel: str) -> None:
    with pytest.raises(KanIkkeUdtrykkes):
        laes_regel(regel)


def test_rules_that_never_happen_or_never_end_take_no_time() -> None:
    assert udtryk(laes_regel("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"), TIRSDAG, None) == []
    assert udtryk(laes_regel("FREQ=WEEKLY;UNTIL=20200101"), TIRSDAG, dt.date(2020, 1, 1)) == []
    assert len(dage(laes_regel("FREQ=DAILY;COUNT=999999999"), TIRSDAG, None, 50)) == 50
    (gang,) = udtryk(laes_regel("FREQ=WEEKLY;UNTIL=99991231"), TIRSDAG, dt.date(9999, 12, 31)) or [
        Gentagelse(TIRSDAG)
    ]
    assert gang.gentagelse == 2


@pytest.mark.parametrize(
    ("start", "slut", "klokken", "dag"),
    [
        ("DTSTART:20260901T190000", "DTEND:20260901T210000", "19:00-21:00", TIRSDAG),
        ("DTSTART;TZID=Europe/Copenhagen:20260901T190000", "DURATION:PT1H30M", "19:00-20:30", TIRSDAG),
        ('DTSTART;TZID="Romance Standard Time":20260901T190000', "DURATION:P0DT2H", "19:00-21:00", TIRSDAG),
        ("DTSTART:20260901T170000Z", "DTEND:20260901T190000Z", "19:00-21:00", TIRSDAG),  # summer time
        ("DTSTART:20261201T170000Z", "DTEND:20261201T190000Z", "18:00-20:00", dt.date(2026, 12, 1)),
        ("DTSTART:20260831T230000Z", "DURATION:PT1H", "01:00-02:00", TIRSDAG),
        ("DTSTART;TZID=America/New_York:20260901T130000", "DURATION:PT1H", "19:00-20:00", TIRSDAG),
        # zones as Windows names them, and one without a place
        ('DTSTART;TZID="GMT Standard Time":20260901T180000', "DURATION:PT1H", "19:00-20:00", TIRSDAG),
        ("DTSTART;TZID=UTC:20260901T170000", "DURATION:PT1H", "19:00-20:00", TIRSDAG),
        ("DTSTART;TZID=Min egen tid:20260901T190000", "DURATION:PT1H", "19:00-20:00", TIRSDAG),
        # the hour that is skipped in spring, here and there
        ("DTSTART;TZID=Europe/Copenhagen:20260329T023000", "DURATION:PT1H", "02:30-03:30", dt.date(2026, 3, 29)),
        ("DTSTART;TZID=America/New_York:20260308T023000", "DURATION:PT1H", "08:30-09:30", dt.date(2026, 3, 8)),
        ("DTSTART:20260901T220000", "DTEND:20260902T020000", "22:00-02:00", TIRSDAG),
        ("DTSTART:20260901T190000", "X-INTET:1", "19:00-19:00", TIRSDAG),
        ("DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20260902", None, TIRSDAG),
        ("DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20260901", None, TIRSDAG),
    ],
)  # fmt: skip
def test_the_clock_is_the_one_in_denmark(
    tmp_path: Path, start: str, slut: str, klokken: str | None, dag: dt.date
) -> None:
    raekke = en(tmp_path, start, slut)
    assert (
        raekke.get("klokken"),
        raekke["dato_fra"],
        raekke.get("dato_til"),
        raekke["gentagelse"],
    ) == (klokken, dag, None, 1)


def test_days_on_end_are_every_day_of_them(tmp_path: Path) -> None:
    raekke = en(tmp_path, "DTSTART;VALUE=DATE:20260904", "DTEND;VALUE=DATE:20260907")
    assert (raekke["dato_fra"], raekke["dato_til"], raekke["gentagelse"], raekke["ugedage"]) == (
        dt.date(2026, 9, 4), dt.date(2026, 9, 6), 2, [5, 6, 7],
    )  # fmt: skip


def test_folds_escapes_and_what_is_private(tmp_path: Path) -> None:
    lang = "Så er der kaffe\\, kage\\; og \\\\ sang\\nNy linje <script>alert(1)</script>"
    data = lang.encode()
    foldet = b"\r\n ".join(
        data[i : i + 5] for i in range(0, len(data), 5)
    )  # in the middle of a letter too
    fil = tmp_path / "a.ics"
    kalender(fil, "UID:1\nSUMMARY:Kor\nDTSTART:20260901T190000\nDESCRIPTION:@\nLOCATION:Café\nURL:javascript:x\n"
                  "ORGANIZER;CN=\"Jens: Hansen\":mailto:jens@example.dk\nATTENDEE:mailto:x@example.dk\nSTATUS:CANCELLED",
             "UID:2\nSUMMARY:Lægetid\nCLASS:PRIVATE\nDTSTART:20260901T190000")  # fmt: skip
    fil.write_bytes(fil.read_bytes().replace(b"DESCRIPTION:@", b"DESCRIPTION:" + foldet))
    with laes(Kilde(str(fil))) as kilde:
        (raa,) = kilde.raekker()
        assert [(a.nummer, "privat" in a.grund) for a in kilde.afviste] == [(2, True)]
        assert "Hansen" not in repr(raa)
        assert "example" not in kilde.staging.read_bytes().decode("latin-1")
    assert raa.vaerdier["beskrivelse"] == "Så er der kaffe, kage; og \\ sang\nNy linje"
    assert (raa.vaerdier["link"], raa.vaerdier["aflyst"]) == (None, True)


def test_days_left_out_moved_and_added(tmp_path: Path) -> None:
    raekker, kilde = laest(
        tmp_path / "a.ics",
        "UID:1\nSUMMARY:Kor\nDTSTART:20260901T190000\nDTEND:20260901T210000\nRRULE:FREQ=WEEKLY;UNTIL=20261231T225959Z\n"
        "EXDATE:20260908T190000,20261222T190000\nRDATE:20270105T190000",
        "UID:1\nRECURRENCE-ID:20260915T190000\nSUMMARY:Kor i haven\nDTSTART:20260916T180000\nDTEND:20260916T200000",
        "UID:2\nSEQUENCE:1\nSUMMARY:Ny\nDTSTART;VALUE=DATE:20260901",
        "UID:2\nSUMMARY:Gammel\nDTSTART;VALUE=DATE:20260901",
        "UID:3\nSUMMARY:Den første\nDTSTART;VALUE=DATE:20260901\nRRULE:FREQ=MONTHLY;COUNT=3\nEXDATE;VALUE=DATE:20261001",
    )  # fmt: skip
    efter = {r["uid"]: r for r in raekker}
    assert set(efter) == {"1", "1/2027-01-05", "1/2026-09-15", "2", "3/2026-09-01", "3/2026-11-01"}
    assert efter["1"]["undtaget"] == ["2026-09-08", "2026-09-15", "2026-12-22"]
    assert efter["1"]["dato_til"] == dt.date(2026, 12, 29)
    assert (efter["1/2026-09-15"]["dato_fra"], efter["1/2026-09-15"]["klokken"]) == (
        dt.date(2026, 9, 16),
        "18:00-20:00",
    )
    assert efter["2"]["navn"] == "Ny"
    assert any("1 aftale gentages" in b for b in kilde.bemaerkninger)


@pytest.mark.parametrize(
    ("linjer", "siger"),
    [
        ("SUMMARY:A", "ingen dato"), ("DTSTART:20260901T190000", "ingen titel"),
        ("SUMMARY:A\nDTSTART:20269901T190000", "kan ikke læses"), ("SUMMARY:A\nDTSTART:i morgen", "kan ikke læses"),
        ("SUMMARY:A\nDTSTART:20260901T190000\nDTEND:20260901T180000", "slutter, før"),
        ("SUMMARY:A\nDTSTART:20260901T190000\nDURATION:længe", "Varigheden"),
        ("SUMMARY:A\nDTSTART:20260901T190000\nRRULE:FREQ=MONTHLY", "slutdato"),
        ("SUMMARY:A\nDTSTART:20260901T190000\nRRULE:FREQ=HOURLY", "slutdato"),
        ("SUMMARY:A\nDTSTART:20260901T230000Z\nRRULE:FREQ=WEEKLY;BYDAY=TU", "slutdato"),
        ("SUMMARY:A\nDTSTART:20260901T190000\nRRULE:FREQ=WEEKLY;UNTIL=20200101", "aldrig"),
        ("SUMMARY:A\nDTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20260910\nRRULE:FREQ=MONTHLY;BYDAY=1TU", "flere dage"),
    ],
)  # fmt: skip
def test_what_cannot_come_in_says_why(tmp_path: Path, linjer: str, siger: str) -> None:
    raekker, kilde = laest(
        tmp_path / "a.ics", f"UID:1\n{linjer}", "UID:2\nSUMMARY:God\nDTSTART:20260901T100000"
    )
    assert [r["uid"] for r in raekker] == ["2"]
    (afvist,) = kilde.afviste
    assert siger in afvist.grund


@pytest.mark.parametrize("klip", [60, 120, -20])
def test_a_broken_calendar_is_one_sentence(tmp_path: Path, klip: int) -> None:
    fil = kalender(tmp_path / "a.ics", "UID:1\nSUMMARY:A\nDTSTART:20260901T190000")
    fil.write_bytes(fil.read_bytes()[:klip])
    with pytest.raises(LaeseFejl, match="afkortet eller ødelagt"):
        laes(Kilde(str(fil)))


def test_a_calendar_becomes_activities_once(store: Store, tmp_path: Path) -> None:
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [{"moedested_id": "11111111-1111-4111-8111-111111111111", "navn": "Biblioteket",
                                       "form_k": 2, "formaal_k": [1], "maalgruppe_k": [1], "link": "https://a.dk"}])  # fmt: skip
    aftaler = [
        "UID:a\nSUMMARY:Kor\nLOCATION:Biblioteket\\, Torvet 1\nDTSTART:20260901T190000\nDTEND:20260901T210000\n"
        "RRULE:FREQ=WEEKLY\nCATEGORIES:Sport,Andet\nEXDATE:20261013T190000",
        "UID:b\nSUMMARY:Andetsteds\nLOCATION:Rådhuset\nDTSTART:20260901T190000",
    ]
    fil = kalender(tmp_path / "kultur.ics", *aftaler)
    with lav_plan(store, Kilde(str(fil))) as plan:
        assert (plan.profil.navn, plan.antal["ny"], plan.antal["afvist"]) == ("kalender_ics", 1, 1)
        assert "Rådhuset" in str(next(plan.raekker(["afvist"])).grund)
        anvend(store, plan, "AB")
    (raekke,) = store.raekker("aktivitet")
    assert (raekke["type_k"], raekke["gentagelse_k"], raekke["ugedag_k"], raekke["klokken"], raekke["undtaget"],
            raekke["kilde_id"], raekke["kilde_k"], raekke["dato_fra"]) == (
        18, 2, [2], "19:00-21:00", ["2026-10-13"], "a", 8, TIRSDAG)  # fmt: skip
    kalender(fil, aftaler[0].replace("210000", "213000"), aftaler[1])
    with lav_plan(store, Kilde(str(fil))) as plan:
        (aendret,) = plan.raekker(["aendret"])
        assert [(f.felt, f.deres) for f in aendret.felter] == [("klokken", "19:00-21:30")]
    profil = profil_af({**find_profil(store, "kalender_ics").som_json(), "standarder": {
        "type_k": 98, "maalgruppe_k": [1], "moedested_id": "11111111-1111-4111-8111-111111111111"}})  # fmt: skip
    with lav_plan(store, Kilde(str(fil)), profil) as plan:
        assert plan.antal["afvist"] == 0  # all of the calendar belongs to one place
