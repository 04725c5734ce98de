# SPDX-License-Identifier: GPL-2.0-or-later
"""The annual wheel: what is on it, what never is, its list on each paper, and the calendar and the table beside it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimeZone

from moedested_plugin.domain.aktiviteter import AARLIG, HVER_ANDEN_UGE, MAANEDLIG, UGENTLIG
from moedested_plugin.domain.farve import kontrast
from moedested_plugin.domain.gentagelse import Gentagelse, dage, gentagelse_af
from moedested_plugin.printing.aarshjul_filer import skriv_filer
from moedested_plugin.printing.aarshjul_ord import hvornaar, klokken
from moedested_plugin.printing.aktivitet import Aktivitet, aktiviteter, offentlige_raekker
from moedested_plugin.printing.bestilling import SKABELONER, UdskriftFejl
from moedested_plugin.printing.hjul import FARVER, spred, udseende
from moedested_plugin.printing.hjul_baner import baner, koder, maerker, ordn
from moedested_plugin.printing.kalender import kalender
from moedested_plugin.sources.ics import Kalender
from moedested_plugin.sources.ics_regel import dage as regeldage
from moedested_plugin.sources.ics_regel import laes_regel
from tests.integration.store.raekker import gyldig, ny_id

from .conftest import Pdf, Trykkeri, ens_billede

AAR = 2027
NU = dt.datetime(2026, 11, 21, 12, tzinfo=dt.timezone.utc)


def aktivitet(navn: str = "Gåtur", naar: Gentagelse | None = None, **mere: Any) -> Aktivitet:
    felter: dict[str, Any] = {
        "id": ny_id(), "navn": navn, "type_k": 1, "type": "Gåtur", "klokken": "", "maalgrupper": ("Alle",),
        "gentagelse": naar or Gentagelse(dt.date(AAR, 6, 23)), "moedested": "Huset", "sted": "", "by": "Nysted",
        "arrangoer": "",
    }  # fmt: skip
    return Aktivitet(**{**felter, **mere})


def ord_(pdf: Pdf, side: int | None = None) -> str:
    return re.sub(r"\s+", " ", pdf.tekst(side, "-raw"))


# The wheel ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("papir", [et.navn for et in SKABELONER["aarshjul"].papirer])
def test_every_activity_of_the_year_stands_in_the_list(demo: Trykkeri, papir: str) -> None:
    pdf = demo.pdf("aarshjul", papir, aar=str(AAR))
    tekst = ord_(pdf)
    stof = demo.grundlag("aarshjul").stof
    i_aar = [et for et in aktiviteter(stof, offentlige_raekker(stof)) if et.dage(AAR)]
    assert len(i_aar) > 20
    for et in i_aar:
        assert et.navn in tekst, et.navn
    assert "Årshjul 2027" in tekst
    assert pdf.billeder == 0
    assert pdf.sider == {"A3": 2, "A3 liggende": 2}.get(papir, pdf.sider)


def test_a4_tells_it_month_by_month(demo: Trykkeri) -> None:
    tekst = ord_(demo.pdf("aarshjul", "A4", aar=str(AAR)))
    januar = tekst[tekst.index("Januar A5") : tekst.index("Februar D1")]
    assert "A5 Nytårsgåtur til sydspidsen Fredag den 1. kl. 11 til 13.30." in januar
    assert "L1 Ro efter badet: søndag den 10." in januar
    assert "B2 Juleaften for alle Omkring den 24. kl. 16 til 21." in tekst
    assert "Hele året: B3, B4, B5" in tekst


def test_the_list_is_read_aloud_column_by_column(demo: Trykkeri) -> None:
    grundlag = demo.grundlag("aarshjul", "A3 liggende", aar=str(AAR))
    (blad,) = grundlag.bestilling.skabelon.blade(grundlag)
    side, *_ = blad.lav().laest(blad.navn)
    laest_op = [et.tekst for et in side.elementer]
    numre = [et for et in laest_op if re.match(r"[A-Z]\d+ ", et)]
    assert len(numre) > 20
    assert numre == sorted(numre, key=lambda et: (et[0], int(et.split()[0][1:])))
    assert laest_op[0] == "Årshjul 2027"
    assert any(et.startswith("Hjul over året 2027 med ") for et in laest_op)


def test_it_looks_as_it_did(demo: Trykkeri, tmp_path: Path) -> None:
    ens_billede(demo.pdf("aarshjul", "A3 liggende", aar=str(AAR)), "aarshjul", tmp_path)


def test_the_year_is_chosen_or_the_next_that_can_be_planned(demo: Trykkeri) -> None:
    grundlag = demo.grundlag("aarshjul")
    for maaned, aar in ((9, 2026), (10, 2027)):
        grundlag.i_dag = dt.date(2026, maaned, 1)
        (blad,) = grundlag.bestilling.skabelon.blade(grundlag)
        assert blad.navn == f"Årshjul {aar}"
    with pytest.raises(UdskriftFejl, match="Året 27 kan ikke bruges"):
        demo.udskriv("aarshjul", aar="27")


def test_sixty_activities_none_private_none_lost(egen: Trykkeri) -> None:
    aabne = {str(et["moedested_id"]) for et in egen.grundlag("aarshjul").stof.moedesteder}
    alle = [str(et["moedested_id"]) for et in egen.store.raekker("moedested", ["moedested_id"])]
    lukket = next(et for et in alle if et not in aabne)
    aaben = sorted(aabne)
    langt = "Et navn så langt, at det fylder flere linjer " * 4
    nye = [
        {
            **gyldig("aktivitet"), "moedested_id": aaben[nr % len(aaben)], "navn": f"Ny nr. {nr}",
            "type_k": 1 + nr % 22, "dato_fra": dt.date(AAR, 1 + nr % 12, 1 + nr % 28),
            "gentagelse_k": (1, 2)[nr % 2], "ugedag_k": [1 + nr % 7], "aflyst": nr == 7,
        }
        for nr in range(24)
    ]  # fmt: skip
    nye += [
        {**nye[0], "aktivitet_id": ny_id(), "navn": langt.strip()},
        {**nye[0], "aktivitet_id": ny_id(), "navn": "KANARIEKLADDE", "moedested_id": lukket},
        # over before this day: not in the public view, but of the year
        {**nye[0], "aktivitet_id": ny_id(), "navn": "Forbi", "dato_fra": dt.date(2026, 1, 3), "intern_note": "KANARIENOTE"},
        {**nye[0], "aktivitet_id": ny_id(), "navn": "Sårbare", "maalgruppe_k": [15, 2]},
    ]  # fmt: skip
    with egen.store.skriv("test", "test") as skriver:
        skriver.indsaet("aktivitet", nye)
    svar = egen.udskriv("aarshjul", "A3", aar=str(AAR))
    pdf = Pdf(next(fil for fil in svar.filer if fil.suffix == ".pdf"))
    tekst = ord_(pdf)
    assert not svar.fejl
    for nr in range(24):
        assert f"Ny nr. {nr}" in tekst
    assert " ".join(langt.split()) in tekst
    assert re.search(r"AFLYST: Ny nr\. 7", tekst)
    assert "For seniorer." in tekst
    filer = b"".join(fil.read_bytes() for fil in svar.filer if fil.suffix != ".pdf").decode()
    for hemmeligt in ("KANARIE", "psykisk"):
        assert hemmeligt not in tekst + filer
    assert "Forbi" not in tekst
    a4 = egen.udskriv("aarshjul", "A4 liggende", aar="2026")
    assert "Forbi" in ord_(Pdf(a4.filer[0]))
    for_mange = egen.udskriv("aarshjul", "A4 liggende", aar=str(AAR))
    assert "Listen er lavet uden hjul" in for_mange.bemaerkninger[0]
    assert "Ny nr. 23" in ord_(Pdf(for_mange.filer[0]))


def test_one_activity_and_none(demo: Trykkeri) -> None:
    en = demo.udskriv("aarshjul", filter_="\"navn\" = 'Sangstund'", aar=str(AAR))
    tekst = ord_(Pdf(en.filer[0]))
    assert "A1 Sangstund Hver anden uge, torsdag kl. 10 til 11.30 fra 4. februar." in tekst
    foer = demo.udskriv("aarshjul", filter_="\"navn\" = 'Sangstund'", aar="2026")
    assert foer.bemaerkninger[0] == "1 af de valgte aktiviteter sker ikke i 2026."
    ingen = demo.udskriv("aarshjul", aar="2000")
    assert "Der er endnu ingen aktiviteter i 2000." in ord_(Pdf(ingen.filer[0]))
    assert [fil.suffix for fil in ingen.filer] == [".pdf"]
    assert "ingen aktiviteter i 2000" in ingen.bemaerkninger[0]
    with pytest.raises(UdskriftFejl, match="Der er intet at udskrive"):
        demo.udskriv("aarshjul", filter_="\"navn\" = 'Findes ikke'")


def test_lanes_are_told_as_closely_as_there_is_room_for() -> None:
    hver_uge = Gentagelse(dt.date(2026, 1, 5), None, UGENTLIG, (1,))
    sommer = Gentagelse(dt.date(2026, 1, 5), None, UGENTLIG, (1,), maaneder=(6, 7))
    slags = ordn(
        [*(aktivitet(f"Tur {nr}", hver_uge) for nr in range(3)), aktivitet("Sommertur", sommer),
         aktivitet("Mad", hver_uge, type_k=4, aflyst=True)],
        AAR,
    )  # fmt: skip
    hver_sin = baner(slags, 9)
    assert [[bue.koder for bue in bane] for bane in hver_sin or ()] == [["A2"], ["A3"], ["A4"], ["A1"], ["B1"]]  # fmt: skip
    assert [(bue.fra, bue.til) for bue in (hver_sin or [])[3]] == [(6, 7)]
    faelles = baner(slags, 3)
    assert [[bue.koder for bue in bane] for bane in faelles or ()] == [["A2-4"], ["A1"], ["B1"]]
    assert [[bue.koder for bue in bane] for bane in baner(slags, 2) or ()] == [["A2-4", "A1-4", "A2-4"]]  # fmt: skip
    assert baner(ordn([aktivitet("x", hver_uge)], AAR), 0) is None
    assert koder(["B1", "B2", "B3", "B7", "B9"]) == "B1-3, 7, 9"


def test_marks_say_their_date_and_give_way() -> None:
    to = Gentagelse(dt.date(AAR, 6, 30), dt.date(AAR, 7, 1))
    slags = ordn([aktivitet("a"), aktivitet("b"), aktivitet("c", to, aflyst=True)], AAR)
    assert [et.tekst for et in maerker(slags)] == ["A1-2  23.6.", "A3  30.6.-1.7. aflyst"]
    assert spred([0.5, 0.6, 359.9], 3.0) == pytest.approx([1.5, 4.5, 358.5])
    for oensket in ([100.0] * 5 + [101.0, 200.0], [96.0, 100.0, 104.0, *[105.0] * 4, 200.0]):
        plads = spred(oensket, 3.0)
        assert all(b - a >= 2.999 for a, b in zip(plads, plads[1:]))
        assert plads[-1] == 200.0


def test_text_on_every_colour_can_be_read_and_no_two_types_look_alike() -> None:
    alle = [udseende(nr) for nr in range(3 * len(FARVER))]
    assert min(kontrast(et.fyld, et.tekst) for et in alle) >= 4.5
    assert len(set(alle)) == len(alle)


@pytest.mark.parametrize(
    ("naar", "ventet"),
    [
        (Gentagelse(dt.date(AAR, 6, 23)), "Onsdag den 23. juni kl. 9.30 til 12."),
        (Gentagelse(dt.date(2020, 6, 23), None, AARLIG), "Hvert år, omkring den 23. juni kl. 9.30 til 12."),
        (Gentagelse(dt.date(2020, 1, 7), dt.date(AAR, 5, 4), UGENTLIG, (2, 4), undtaget=frozenset({dt.date(AAR, 3, 2)})),
         "Hver tirsdag og torsdag kl. 9.30 til 12 til og med 4. maj. Ikke 2. marts."),
        (Gentagelse(dt.date(2020, 1, 7), None, MAANEDLIG, (2,), (1, 5), (1, 2, 6, 11, 12)),
         "Første og sidste tirsdag i måneden i juni og november til februar kl. 9.30 til 12."),
        (Gentagelse(dt.date(AAR, 2, 1), None, HVER_ANDEN_UGE, (1,)),
         "Hver anden uge, mandag kl. 9.30 til 12 fra 1. februar."),
    ],
)  # fmt: skip
def test_when_is_said_in_plain_words(naar: Gentagelse, ventet: str) -> None:
    assert hvornaar(aktivitet(naar=naar, klokken="09:30-12:00"), AAR) == ventet
    assert (klokken("00:00-00:30"), klokken("19:00-19:00"), klokken("")) == (
        "kl. 00 til 00.30",
        "kl. 19",
        "",
    )


# The calendar -------------------------------------------------------------------------------------------


def laest(sti: Path, *det: Aktivitet) -> list[dict[str, Any]]:
    """Written by us, and read back by the reader of calendars."""
    fil = sti / "hjul.ics"
    fil.write_bytes(kalender("Mødesteder", det, AAR, NU))
    tilbage = Kalender(fil, fil.name, None)
    assert not tilbage.afviste
    return [dict(zip(tilbage.typer, vaerdier)) for _, vaerdier in tilbage.raekker()]


def som_gentagelse(raekke: dict[str, Any]) -> Gentagelse:
    omdoebt = {"gentagelse": "gentagelse_k", "ugedage": "ugedag_k", "uger": "uge_i_maaned_k", "maaneder": "maaned_k"}  # fmt: skip
    felter = {omdoebt.get(navn, navn): vaerdi for navn, vaerdi in raekke.items()}
    for navn in ("dato_fra", "dato_til"):
        felter[navn] = dt.date.fromisoformat(felter[navn]) if felter[navn] else None
    det = gentagelse_af(felter)
    assert det is not None
    return det


@pytest.mark.parametrize("klokken_", ["", "02:30-03:30", "09:00-11:00", "22:00-01:30", "19:00-19:00"])  # fmt: skip
def test_what_we_write_is_read_back_as_the_same_days(tmp_path: Path, klokken_: str) -> None:
    fri = frozenset({dt.date(2026, 3, 29), dt.date(2026, 3, 3), dt.date(2026, 3, 4)})
    slags = [
        Gentagelse(dt.date(2026, 3, 29)),
        Gentagelse(dt.date(2026, 3, 27), dt.date(2026, 3, 31)),
        Gentagelse(dt.date(2026, 3, 1), None, UGENTLIG, (7,), undtaget=fri),
        Gentagelse(dt.date(2026, 2, 25), dt.date(2026, 10, 25), HVER_ANDEN_UGE, (2, 4), undtaget=fri),
        Gentagelse(dt.date(2026, 1, 1), None, HVER_ANDEN_UGE, (1,), maaneder=(3, 4, 10)),
        Gentagelse(dt.date(2026, 1, 31), dt.date(2027, 10, 31), MAANEDLIG, (7,), (1, 5), (3, 10)),
        Gentagelse(dt.date(2026, 3, 18), None, MAANEDLIG, (3,)),
        Gentagelse(dt.date(2026, 3, 29), None, AARLIG),
    ]  # fmt: skip
    skrevet = [aktivitet(f"Nr. {nr}", det, klokken=klokken_) for nr, det in enumerate(slags)]
    raekker = {raekke["navn"]: raekke for raekke in laest(tmp_path, *skrevet)}
    periode = (dt.date(2026, 1, 1), dt.date(2028, 12, 31))
    for det in skrevet:
        raekke = raekker[det.navn]
        assert list(dage(som_gentagelse(raekke), *periode)) == list(dage(det.gentagelse, *periode)), det.navn  # fmt: skip
        assert (raekke["klokken"] or "") == klokken_
        assert raekke["uid"].startswith(det.id)


def test_the_rules_of_the_zone_are_those_of_denmark() -> None:
    """The clock on the wall is written; these rules make 9 o'clock 8 UTC in winter and 7 in summer."""
    linjer = kalender("x", [], AAR, NU).decode().split("\r\n")
    skift = [laes_regel(linje[6:]) for linje in linjer if linje.startswith("RRULE:")]
    starter = [dt.date(1996, 3, 31), dt.date(1996, 10, 27)]
    assert [linje for linje in linjer if linje.startswith("DTSTART")] == ["DTSTART:19960331T020000", "DTSTART:19961027T030000"]  # fmt: skip
    zone = QTimeZone(b"Europe/Copenhagen")
    for regel, start, timer in zip(skift, starter, ((1, 2), (2, 1))):
        dage_ = regeldage(regel, start, dt.date(2036, 12, 31), 99)
        assert [dag.year for dag in dage_] == [*range(1996, 2037)]
        for dag in dage_:
            offset = [
                zone.offsetFromUtc(QDateTime(QDate(d.year, d.month, d.day), QTime(12, 0), zone))
                for d in (dag - dt.timedelta(days=1), dag)
            ]
            assert offset == [time * 3600 for time in timer], dag


def test_the_file_keeps_to_the_format(tmp_path: Path) -> None:
    grim = "Sang; leg, og\\snak æøå 👪 " * 12 + "\x07"
    det = aktivitet(
        grim.strip(), klokken="10:00-12:00", beskrivelse="To\nlinjer", aflyst=True, link="https://a.dk/b",
        ferielukket=True, tilmelding="https://a.dk/t",
        gentagelse=Gentagelse(dt.date(AAR, 1, 4), dt.date(AAR, 7, 1), UGENTLIG, (1,)),
    )  # fmt: skip
    data = kalender("x", [det], AAR, NU)
    linjer = data.split(b"\r\n")
    assert linjer[-1] == b""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, linjer)) <= 75
    for linje in linjer:
        linje.decode()  # no letter is cut in two
    assert b"UNTIL=20270701T215959Z" in data  # summer
    assert b"DTSTART;TZID=Europe/Copenhagen:20270104T100000" in data
    (raekke,) = laest(tmp_path, det)
    ren = " ".join(grim.replace("\x07", "").split())
    assert (raekke["navn"][:200], raekke["aflyst"], raekke["link"]) == (ren[:200], 1, "https://a.dk/b")  # fmt: skip
    assert "To\nlinjer" in raekke["beskrivelse"]
    assert "Ikke i skolernes ferier." in raekke["beskrivelse"]
    aldrig = Gentagelse(dt.date(AAR, 1, 4), dt.date(AAR, 1, 5), UGENTLIG, (7,))
    assert laest(tmp_path, aktivitet(gentagelse=aldrig)) == []


def test_an_edition_is_the_same_until_the_data_change() -> None:
    det = aktivitet()
    en = kalender("x", [det], AAR, NU)
    assert kalender("x", [det], AAR, NU) == en
    senere = kalender("x", [det], AAR, NU + dt.timedelta(minutes=1))
    udgaver = [int(re.search(rb"SEQUENCE:(\d+)", fil)[1]) for fil in (en, senere)]  # type: ignore[index]
    assert udgaver[1] == udgaver[0] + 1
    uid = [re.findall(rb"UID:(\S+)", fil) for fil in (en, senere)]
    assert uid[0] == uid[1] == [det.id.encode()]


def test_the_files_of_the_demo_have_the_same_activities(demo: Trykkeri) -> None:
    svar = demo.udskriv("aarshjul", aar=str(AAR))
    ics, ark = (next(fil for fil in svar.filer if fil.suffix == slut) for slut in (".ics", ".csv"))
    tilbage = Kalender(ics, ics.name, None)
    navne = sorted(str(vaerdier[1]) for _, vaerdier in tilbage.raekker())
    assert ark.read_bytes().startswith(b"\xef\xbb\xbf")
    raekker = list(csv.DictReader(io.StringIO(ark.read_text("utf-8-sig")), delimiter=";"))
    assert sorted(raekke["Aktivitet"] for raekke in raekker) == navne
    sang = next(raekke for raekke in raekker if raekke["Aktivitet"] == "Sangstund")
    assert (sang["Første gang i 2027"], sang["Tidspunkt"]) == ("04-02-2027", "10:00-11:30")


def test_no_cell_is_a_formula(demo: Trykkeri, tmp_path: Path) -> None:
    ondt = [aktivitet(f"{tegn}1+1", pris=f" {tegn}SUM(A1)") for tegn in "=+-@"]
    _, ark = skriv_filer(demo.grundlag("aarshjul"), AAR, ordn(ondt, AAR), tmp_path)
    raekker = list(csv.reader(io.StringIO(ark.read_text("utf-8-sig")), delimiter=";"))
    assert len(raekker) == 5
    assert not [celle for raekke in raekker for celle in raekke if celle[:1] in set("=+-@\t\r")]
    assert json.dumps(raekker).count("'=1+1") == 1
