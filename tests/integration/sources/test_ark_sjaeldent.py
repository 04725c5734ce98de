# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets that were saved as something else, cut about or filled to the brim; and orders that cannot be carried out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsFeedback

from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.ark import ArkBestilling, skriv_ark
from moedested_plugin.sources.ark_xlsx import Ark, skriv_xlsx
from moedested_plugin.sources.filer_ogr import Afbrudt, UdFejl
from moedested_plugin.sources.filer_ud import Udvalg
from moedested_plugin.sources.fortryd import fortryd_import
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import Store

from .test_ark import BIBLIOTEK, CAFE, DIGITALT, KOR, Bog, Ud, felter, fyldt, har, hjem, ind, ud

__all__ = ["fyldt", "ud"]
HUSKER = "xl/worksheets/sheet4.xml"


@pytest.fixture
def store(gpkg_store: Store) -> Store:
    """One store is enough here: the sheets are the same."""
    return gpkg_store


def husket(bog: Bog, noegle: str, ret: Callable[[str], str]) -> None:
    """Change what the hidden sheet remembers of a row."""
    xml = bog.dele[HUSKER].decode("utf-8")
    fund = re.search(rf"{noegle}</t>.*?<t[^>]*>(.*?)</t>", xml, re.DOTALL)
    assert fund is not None
    ny = escape(ret(unescape(fund[1])), quote=False)
    bog.dele[HUSKER] = (xml[: fund.start(1)] + ny + xml[fund.end(1) :]).encode("utf-8")


def test_a_sheet_saved_in_another_program_is_still_ours(
    fyldt: Store, tmp_path: Path, ud: Ud
) -> None:
    bog = ud()
    bog.saet(bog.finde("Café Fælles"), "Telefon", "99887766")
    bog.gem(tmp_path / "a.xlsx")
    ods = tmp_path / "a.ods"
    gdal.VectorTranslate(str(ods), str(tmp_path / "a.xlsx"), format="ODS")
    (raekke,) = hjem(fyldt, ods)["aendret"]
    assert felter(raekke) == {"telefon": "99887766"}


def test_an_empty_sheet_is_no_rows(tmp_path: Path) -> None:
    skriv_xlsx(tmp_path / "a.xlsx", [Ark("Ark1", [], [])], {})
    with laes(Kilde(str(tmp_path / "a.xlsx"))) as laest:
        assert laest.antal == 0


def test_names_of_columns_that_lead_nowhere(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    bog.saet(bog.finde("Café Fælles"), "Telefon", "99887766")
    navne = bog.dele["xl/workbook.xml"]
    telefon = bog.hoved["Telefon"]
    # a column taken out; what is left is known by its header
    bog.dele["xl/workbook.xml"] = navne.replace(f"${telefon}$1".encode(), b"$ZZ$1")
    (raekke,) = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))["aendret"]
    assert felter(raekke) == {"telefon": "99887766"}
    # a sheet copied into another workbook, whose names point at the first
    bog.dele["xl/workbook.xml"] = re.sub(rb">'?M\xc3\xb8desteder'?!\$", b">'Et andet ark'!$", navne)
    assert bog.dele["xl/workbook.xml"] != navne
    (raekke,) = hjem(fyldt, bog.gem(tmp_path / "b.xlsx"))["aendret"]
    assert felter(raekke) == {"telefon": "99887766"}
    # somebody else's hidden sheet of that name
    bog.dele[HUSKER] = bog.dele[HUSKER].replace(b">moedested<", b">rute<")
    with lav_plan(
        fyldt, Kilde(str(bog.gem(tmp_path / "c.xlsx")), lag="Mødesteder"), "ark_moedested"
    ) as plan:
        assert plan.antal["konflikt"] + plan.antal["aendret"] >= 1


def test_what_the_sheet_remembers_may_be_spoilt(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    for noegle, ret in (
        (CAFE, lambda tekst: tekst.replace('"0101', '"zz01')),
        (BIBLIOTEK, lambda tekst: tekst[:20]),
    ):
        husket(bog, noegle, ret)
    bog.saet(bog.finde("Café Fælles"), "Telefon", "99887766")
    bog.saet(bog.finde("Biblioteket"), "Telefon", "11223344")
    fundet = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))
    assert {
        r.navn: felter(r).get("telefon") for art in ("aendret", "konflikt") for r in fundet.get(art, ())
    } == {"Café Fælles": "99887766", "Biblioteket": "11223344"}  # fmt: skip
    assert not fundet.get("borte")
    ind(fyldt, tmp_path / "a.xlsx")
    assert har(fyldt, "moedested", "telefon")["Café Fælles"] == "99887766"


def test_a_single_code_of_our_own_is_not_taken_away(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("kodeliste", [
            {"liste": "adgang", "kode": 9001, "navn": "Nøgle hos Bo", "visning": "Nøgle hos Bo", "offentlig": 0},
        ])  # fmt: skip
        skriver.ret("moedested", CAFE, {"adgang_k": 9001})
        skriver.ret("moedested", DIGITALT, {"adgang_k": None})
    bog = ud(internt=False)
    assert "Nøgle hos Bo".encode() not in b"".join(bog.dele.values())
    nr = bog.finde("Café Fælles")
    bog.saet(nr, "Telefon", "99887766")
    (raekke,) = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))["aendret"]
    assert felter(raekke) == {"telefon": "99887766"}
    ind(fyldt, tmp_path / "a.xlsx")
    assert har(fyldt, "moedested", "adgang_k") == {
        "Café Fælles": 9001, "Digitalt torv": None, "Biblioteket": 1,
    }  # fmt: skip
    bog.saet(nr, "Adgang", "2")  # but what is written there counts
    fundet = hjem(fyldt, bog.gem(tmp_path / "b.xlsx"))
    (raekke,) = [r for raekker in fundet.values() for r in raekker]
    assert felter(raekke) == {"adgang_k": 2}
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", CAFE, {"adgang_k": 2})
    bog = ud(internt=False)
    with fyldt.skriv("prøve", "AB") as skriver:  # while the sheet is out
        skriver.ret("moedested", CAFE, {"adgang_k": 9001})
    assert hjem(fyldt, bog.gem(tmp_path / "c.xlsx")) == {}


def test_more_than_the_sheet_can_remember_comes_home_unchanged(
    fyldt: Store, tmp_path: Path, ud: Ud
) -> None:
    dage = [(dt.date(2027, 1, 1) + dt.timedelta(nr)).isoformat() for nr in range(2_400)]
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("aktivitet", KOR, {"undtaget": dage})
    bog = ud("aktivitet")
    assert hjem(fyldt, bog.gem(tmp_path / "a.xlsx")) == {}
    bog.saet(bog.finde("Kor"), "Pris", "20 kr.")
    (raekke,) = hjem(fyldt, bog.gem(tmp_path / "b.xlsx"))["aendret"]
    assert felter(raekke) == {"pris": "20 kr."}


def test_a_day_that_is_no_date_is_shown_and_refused(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("aktivitet", KOR, {"undtaget": ["jul", "2027-01-01"]})
    bog = ud("aktivitet")
    assert "jul; 01-01-2027" in "".join(bog.raekke(bog.finde("Kor")).itertext())
    (raekke,) = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))["afvist"]
    assert "jul" in str(raekke.grund)


def test_orders_that_cannot_be_carried_out(fyldt: Store, tmp_path: Path) -> None:
    with pytest.raises(UdFejl, match="Rækkerne er ikke fra"):
        skriv_ark(fyldt, ArkBestilling("moedested", tmp_path / "a.xlsx", Udvalg("aktivitet")))
    afbrudt = QgsFeedback()
    afbrudt.cancel()
    with pytest.raises(Afbrudt, match="afbrudt"):
        skriv_ark(
            fyldt, ArkBestilling("moedested", tmp_path / "a.xlsx", Udvalg("moedested")), afbrudt
        )
    for endelse in (".xlsx", ".csv"):  # a name that is too long for the disk when it is written out
        with pytest.raises(UdFejl, match="kunne ikke skrives"):
            skriv_ark(
                fyldt,
                ArkBestilling("moedested", tmp_path / ("🌳" * 100 + endelse), Udvalg("moedested")),
            )
    assert [sti.name for sti in tmp_path.iterdir()] == ["Mødesteder på Lolland"]


def test_what_is_chosen_of_a_change_may_break_a_rule(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", CAFE, {"alder_fra": 10, "alder_til": 20})
    bog = ud()
    nr = bog.finde("Café Fælles")
    bog.saet(nr, "Alder fra", 30)
    bog.saet(nr, "Alder til", 40)
    bog.saet(bog.finde("Biblioteket"), "Telefon", "11223344")
    with lav_plan(fyldt, Kilde(str(bog.gem(tmp_path / "a.xlsx")))) as plan:
        cafe = next(r for r in plan.raekker(["aendret"]) if r.navn == "Café Fælles")
        plan.accepter([cafe.nr], ja=False, felt="alder_til")
        resultat = anvend(fyldt, plan, "AB")
        assert plan.raekke(cafe.nr).art == "afvist"
    assert [grund for _, grund in resultat.afviste] != []
    assert resultat.rettede == 1
    assert har(fyldt, "moedested", "alder_fra")["Café Fælles"] == 10
    assert har(fyldt, "moedested", "telefon")["Biblioteket"] == "11223344"


def test_a_row_without_a_place_is_taken_back_without_one(
    fyldt: Store, tmp_path: Path, ud: Ud
) -> None:
    bog = ud()
    bog.saet(bog.finde("Digitalt torv"), "Telefon", "11223344")
    resultat = ind(fyldt, bog.gem(tmp_path / "a.xlsx"))
    assert har(fyldt, "moedested", "telefon")["Digitalt torv"] == "11223344"
    assert fortryd_import(fyldt, str(resultat.koersel_id), "AB").tilbagefoerte == 1
    assert har(fyldt, "moedested", "telefon")["Digitalt torv"] is None
    assert har(fyldt, "moedested", "geometri")["Digitalt torv"] is None
