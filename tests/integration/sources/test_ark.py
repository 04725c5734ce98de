# SPDX-License-Identifier: GPL-2.0-or-later
"""Sheets out to those who have no QGIS, and home again: nothing changes by itself, nothing is lost, nothing leaks."""

from __future__ import annotations

import datetime as dt
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from osgeo import gdal, ogr

from moedested_plugin.sources.anvend import Resultat, anvend
from moedested_plugin.sources.ark import ArkBestilling, skriv_ark
from moedested_plugin.sources.ark_xlsx import Ark, ArkKolonne, bogstav, skriv_xlsx
from moedested_plugin.sources.filer_ogr import UdFejl
from moedested_plugin.sources.filer_ud import Udvalg
from moedested_plugin.sources.fortryd import fortryd_import
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.klokkeslaet import klokken
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.plan import Aendring
from moedested_plugin.sources.rapport import som_json
from moedested_plugin.store import Store

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ET.register_namespace("", NS[1:-1])  # as Excel writes it
CAFE, DIGITALT, BIBLIOTEK, VENNER, KOR = (
    f"{nr}{nr}{nr}{nr}{nr}{nr}{nr}{nr}-1111-4111-8111-111111111111" for nr in range(1, 6)
)
STED = struct.pack("<BIdd", 1, 1, 685000.123, 6070000.456)
KANARIE = "KANARIEFUGL"
BESK = '=HYPERLINK("x") & <b>fed</b>\nlinje 2; med "tegn" _x0041_ æøå'


@pytest.fixture
def fyldt(store: Store) -> Store:
    """With rows of all three kinds, full of what a sheet may spoil."""
    with store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("organisation", [
            {"organisation_id": VENNER, "navn": "+Torvets Venner, Nykøbing", "type_k": 2, "kontakt_tlf": "+45 54 74 12 34",
             "cvr": 12345678},
        ])  # fmt: skip
        skriver.indsaet("moedested", [
            {"moedested_id": CAFE, "navn": "Café Fælles", "form_k": 1, "livscyklus_k": 3, "gyldig_fra": dt.date(2026, 5, 1),
             "formaal_k": [2, 1], "maalgruppe_k": [1, 13, 15], "telefon": "00454741", "organisation_id": VENNER,
             "sted": "Nørregade 1", "beskrivels": "Kaffe", "lang_beskr": BESK, "off_kode": 1, "postnr": 4800,
             "intern_note": KANARIE, "godkendt_af": KANARIE, "geometri": STED},
            {"moedested_id": DIGITALT, "navn": "Digitalt torv", "form_k": 2, "formaal_k": [1], "maalgruppe_k": [1],
             "link": "https://a.dk", "off_kode": 2},
            {"moedested_id": BIBLIOTEK, "navn": "Biblioteket", "form_k": 1, "formaal_k": [5], "maalgruppe_k": [1],
             "off_kode": 1},
        ])  # fmt: skip
        skriver.indsaet("aktivitet", [
            {"aktivitet_id": KOR, "moedested_id": CAFE, "navn": "Kor", "type_k": 22, "maalgruppe_k": [2], "gentagelse_k": 2,
             "ugedag_k": [2, 4], "dato_fra": dt.date(2026, 9, 1), "klokken": "19:00-21:00", "undtaget": ["2026-12-24"],
             "aflyst": False, "intern_note": KANARIE},
        ])  # fmt: skip
    return store


class Bog:
    """A workbook as someone edits it. Rows and columns as in the sheet: row 1 is the header."""

    def __init__(self, sti: Path) -> None:
        with zipfile.ZipFile(sti) as pakke:
            self.dele = {navn: pakke.read(navn) for navn in pakke.namelist()}
        self.ark = ET.fromstring(self.dele["xl/worksheets/sheet1.xml"])
        self.data = self.ark.find(f"{NS}sheetData")
        assert self.data is not None

    def raekke(self, nr: int) -> ET.Element:
        assert self.data is not None
        return next(et for et in self.data if et.get("r") == str(nr))

    @property
    def hoved(self) -> dict[str, str]:
        """Header → letter."""
        return {
            "".join(celle.itertext()).rstrip(" *"): str(celle.get("r"))[:-1]
            for celle in self.raekke(1)
        }

    def finde(self, navn: str) -> int:
        """The row of that name."""
        kolonne = self.hoved.get("Navn") or self.hoved["Aktivitet"]
        assert self.data is not None
        return next(int(str(r.get("r"))) for r in self.data for c in r
                    if c.get("r") == f"{kolonne}{r.get('r')}" and "".join(c.itertext()) == navn)  # fmt: skip

    def saet(self, nr: int, overskrift: str, vaerdi: str | float | None) -> None:
        """Write in a cell; None empties it."""
        self._saet(nr, self.hoved[overskrift], vaerdi)

    def _saet(self, nr: int, kolonne: str, vaerdi: str | float | None) -> None:
        raekke, sted = self.raekke(nr), f"{kolonne}{nr}"
        for celle in [et for et in raekke if et.get("r") == sted]:
            raekke.remove(celle)
        if vaerdi is None:
            return
        celle = ET.Element(f"{NS}c", {"r": sted})
        if isinstance(vaerdi, str):
            celle.set("t", "inlineStr")
            ET.SubElement(ET.SubElement(celle, f"{NS}is"), f"{NS}t").text = vaerdi
        else:
            ET.SubElement(celle, f"{NS}v").text = repr(vaerdi)
        raekke.append(celle)
        raekke[:] = sorted(raekke, key=lambda c: (len(str(c.get("r"))), str(c.get("r"))))

    def ny(self, **vaerdier: str | float) -> None:
        """One more row."""
        assert self.data is not None
        nr = max(int(str(et.get("r"))) for et in self.data) + 1
        ET.SubElement(self.data, f"{NS}row", {"r": str(nr)})
        for overskrift, vaerdi in vaerdier.items():
            self.saet(nr, overskrift.replace("_", " "), vaerdi)

    def slet(self, nr: int) -> None:
        assert self.data is not None
        self.data.remove(self.raekke(nr))

    def gem(self, sti: Path) -> Path:
        self.dele["xl/worksheets/sheet1.xml"] = ET.tostring(self.ark)
        with zipfile.ZipFile(sti, "w") as pakke:
            for navn, data in self.dele.items():
                pakke.writestr(navn, data)
        return sti


Ud = Callable[..., Bog]


@pytest.fixture
def ud(fyldt: Store, tmp_path: Path) -> Ud:
    """Write the filled sheet, and open it."""

    def skriv(tabel: str = "moedested", **mere: Any) -> Bog:
        fil = tmp_path / f"{tabel} æøå.xlsx"
        bestilling = ArkBestilling(
            tabel, fil, Udvalg(tabel), overskriv=True, **{"internt": True, **mere}
        )
        return Bog(skriv_ark(fyldt, bestilling).fil)

    return skriv


def hjem(store: Store, fil: Path, **mere: Any) -> dict[str, list[Aendring]]:
    with lav_plan(store, Kilde(str(fil)), **mere) as plan:
        ud: dict[str, list[Aendring]] = {}
        for raekke in plan.raekker():
            ud.setdefault(raekke.art, []).append(raekke)
        return ud


def ind(store: Store, fil: Path) -> Resultat:
    with lav_plan(store, Kilde(str(fil))) as plan:
        return anvend(store, plan, "AB")


def felter(raekke: Aendring) -> dict[str, Any]:
    return {felt.felt: felt.deres for felt in raekke.felter}


def har(store: Store, tabel: str, felt: str) -> dict[str, Any]:
    return {str(r["navn"]): r[felt] for r in store.raekker(tabel)}


@pytest.mark.parametrize("endelse", [".xlsx", ".csv"])
@pytest.mark.parametrize("internt", [True, False])
@pytest.mark.parametrize("tabel", ["moedested", "aktivitet", "organisation"])
def test_an_untouched_sheet_changes_nothing_now_or_later(
    fyldt: Store, tmp_path: Path, tabel: str, internt: bool, endelse: str
) -> None:
    fil = tmp_path / f"ark{endelse}"
    bestilling = ArkBestilling(tabel, fil, Udvalg(tabel), internt=internt, kun_offentlige=False)
    antal = skriv_ark(fyldt, bestilling).antal
    foer = {str(r["navn"]): dict(r) for r in fyldt.raekker(tabel)}
    for _ in range(2):
        with lav_plan(fyldt, Kilde(str(fil))) as plan:
            assert (list(plan.raekker()), plan.uaendrede) == ([], antal)
            tabt = [b for b in plan.maal.bemaerkninger if "bruges ikke" in b or "Uden sted" in b]
            assert tabt == [], f"write the new field in resources/profiler/ark_{tabel}.json"
            anvend(fyldt, plan, "AB")
    assert {str(r["navn"]): dict(r) for r in fyldt.raekker(tabel)} == foer


def test_only_the_cells_that_were_touched_change(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    with fyldt.skriv("prøve", "CD") as skriver:  # meanwhile, here
        skriver.ret("moedested", CAFE, {"beskrivels": "Kaffe og te", "sted": "Nørregade 3"})
    nr = bog.finde("Café Fælles")
    bog.saet(nr, "Telefon", "54741234")
    bog.saet(
        nr, "Målgruppe", "Alle; mennesker, der har mistet, Unge;Mennesker med psykisk sårbarhed"
    )
    bog.saet(nr, "Kort beskrivelse", "Kaffe hver dag")
    bog.saet(nr, "Længdegrad", 11.88)
    fundet = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))
    (raekke,) = fundet.pop("konflikt")
    assert fundet == {}
    assert {
        f.felt: (f.vores, f.deres, f.konflikt) for f in raekke.felter if f.felt != "geometri"
    } == {
        "telefon": ("00454741", "54741234", False),
        "maalgruppe_k": ([1, 13, 15], [1, 13, 5, 15], False),
        "beskrivels": ("Kaffe og te", "Kaffe hver dag", True),
    }
    assert "geometri" in felter(raekke)


def test_what_a_public_sheet_hides_is_not_taken_away(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud(internt=False)
    nr = bog.finde("Café Fælles")
    bog.saet(nr, "Målgruppe", "Alle; Unge")
    (raekke,) = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))["aendret"]
    assert felter(raekke) == {"maalgruppe_k": [1, 5, 15]}
    ind(fyldt, tmp_path / "a.xlsx")
    assert har(fyldt, "moedested", "maalgruppe_k")["Café Fælles"] == [1, 5, 15]
    assert har(fyldt, "moedested", "intern_note")["Café Fælles"] == KANARIE


def test_new_rows_get_ids_once(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    bog.ny(Navn="Bænken", Form="1", Formål="Fællesskab", Telefon=54741234, Ansvarlig="+torvets venner, nykøbing",
           Aktivt_fra=46143, Breddegrad="54,7653", Længdegrad="11,8744")  # fmt: skip
    bog.ny(Navn="Haven", Form="Fysisk", Formål="Leg;Ro og fordybelse")
    fil = bog.gem(tmp_path / "a.xlsx")
    fundet = hjem(fyldt, fil)
    assert {r.navn for r in fundet["ny"]} == {"Bænken", "Haven"}
    assert set(fundet) == {"ny"}
    assert ind(fyldt, fil).nye == 2
    assert har(fyldt, "moedested", "telefon")["Bænken"] == "54741234"
    assert har(fyldt, "moedested", "organisation_id")["Bænken"] == VENNER
    assert har(fyldt, "moedested", "gyldig_fra")["Bænken"] == dt.date(2026, 5, 1)
    assert har(fyldt, "moedested", "maalgruppe_k")["Haven"] == [1]
    assert har(fyldt, "moedested", "geometri")["Bænken"] is not None
    assert hjem(fyldt, fil) == {}  # the same file again, still without ids
    assert hjem(fyldt, ud().gem(tmp_path / "b.xlsx")) == {}  # a new one, with them
    ind(fyldt, tmp_path / "b.xlsx")
    assert hjem(fyldt, fil) == {}


def test_rows_without_a_place_come_in_and_are_told(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    bog.ny(
        Navn="Haven", Form="Fysisk", Formål="Leg", **{"Adresse eller stedsangivelse": "Skolegade 2"}
    )
    bog.ny(Navn="Skoven", Formål="Leg")
    bog.ny(Navn="På nettet", Form="Digitalt", Formål="Leg", Hjemmeside="https://b.dk")
    with lav_plan(fyldt, Kilde(str(bog.gem(tmp_path / "a.xlsx")))) as plan:
        grunde = {r.navn: som_json(r).get("grund") for r in plan.raekker(["ny"])}
        assert any("Uden sted på kortet: 2 (Haven, Skoven)" in b for b in plan.maal.bemaerkninger)
        assert anvend(fyldt, plan, "AB").nye == 3
    assert "Skolegade 2" in str(grunde["Haven"])
    assert "hverken punkt eller adresse" in str(grunde["Skoven"])
    assert grunde["På nettet"] is None


def test_a_row_taken_out_is_gone_and_stays(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    bog.slet(bog.finde("Café Fælles"))
    fil = bog.gem(tmp_path / "a.xlsx")
    fundet = hjem(fyldt, fil)
    assert [(r.navn, r.accept) for r in fundet.pop("borte")] == [("Café Fælles", None)]
    assert fundet == {}
    with lav_plan(fyldt, Kilde(str(fil))) as plan:
        plan.accepter_alle("borte", ja=True)
        anvend(fyldt, plan, "AB")
    assert "Café Fælles" in har(fyldt, "moedested", "navn")
    assert hjem(fyldt, fil) == {}  # said yes or no to: not offered again


def test_only_the_rows_that_were_sent_can_be_missed(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    ind(fyldt, ud().gem(tmp_path / "alle.xlsx"))
    fil = tmp_path / "en.xlsx"
    skriv_ark(fyldt, ArkBestilling("moedested", fil, Udvalg("moedested", [CAFE])))
    assert hjem(fyldt, fil) == {}


def test_an_id_that_we_do_not_have_is_refused(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    bog = ud()
    with fyldt.skriv("prøve", "CD") as skriver:
        skriver.slet("moedested", DIGITALT)
    bog.saet(bog.finde("Biblioteket"), "Mødested-id", "17")
    fundet = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))
    assert [r.navn for r in fundet["afvist"]] == ["Biblioteket", "Digitalt torv"]
    assert all("kendes ikke" in str(r.grund) for r in fundet["afvist"])
    assert set(fundet) == {"afvist", "borte"}


def test_columns_are_known_where_they_are_moved_and_called_something_else(
    fyldt: Store, tmp_path: Path, ud: Ud
) -> None:
    bog = ud()
    bog.saet(1, "Telefon", "Ring her")
    bog._saet(1, bogstav(len(bog.hoved)), "Telefon")  # their own, of the same name
    bog._saet(bog.finde("Café Fælles"), bogstav(len(bog.hoved) - 1), "deres egen")
    # Excel moves a name with its column: the two first data columns change places.
    fra, til = bog.hoved["Form"], bog.hoved["Livscyklus"]
    assert bog.data is not None
    for raekke in bog.data:
        for celle in raekke:
            kol = str(celle.get("r")).rstrip("0123456789")
            celle.set("r", str(celle.get("r")).replace(kol, {fra: til, til: fra}.get(kol, kol)))
        raekke[:] = sorted(raekke, key=lambda c: (len(str(c.get("r"))), str(c.get("r"))))
    bog_xml = bog.dele["xl/workbook.xml"].replace(f"${fra}$1".encode(), b"$?$1")
    bog_xml = bog_xml.replace(f"${til}$1".encode(), f"${fra}$1".encode()).replace(
        b"$?$1", f"${til}$1".encode()
    )
    bog.dele["xl/workbook.xml"] = bog_xml.replace("Mødesteder".encode(), b"Vores steder")
    bog.saet(bog.finde("Café Fælles"), "Ring her", "99887766")
    (raekke_,) = hjem(fyldt, bog.gem(tmp_path / "a.xlsx"))["aendret"]
    assert felter(raekke_) == {"telefon": "99887766"}


def test_activities_name_their_place(fyldt: Store, tmp_path: Path, ud: Ud) -> None:
    with fyldt.skriv("prøve", "CD") as skriver:
        skriver.indsaet("moedested", [{"navn": "café fælles", "form_k": 2, "formaal_k": [1], "maalgruppe_k": [1],
                                       "link": "https://c.dk"}])  # fmt: skip
    bog = ud("aktivitet")
    assert (
        hjem(fyldt, bog.gem(tmp_path / "0.xlsx")) == {}
    )  # two of one name: the sheet writes the id as well
    faelles = {
        "Type": "Spisning og kaffe",
        "Fra": "24-12-2026",
        "Ugedage": "Mandag; 3",
        "Gentagelse": "Ugentlig",
    }
    bog.ny(Aktivitet="Frokost", Mødested="biblioteket", Tidspunkt="kl. 12.30 - 14", **faelles,
           **{"Ikke disse datoer": "31-12-2026, 1.1.2027"})  # fmt: skip
    bog.ny(Aktivitet="Tvetydig", Mødested="Café Fælles", **faelles)
    bog.ny(Aktivitet="Ukendt", Mødested="Rådhuset", **faelles)
    bog.ny(
        Aktivitet="Med id", Mødested=CAFE.upper(), Arrangør="+Torvets Venner, Nykøbing", **faelles
    )
    bog.ny(Aktivitet="Halv tid", Mødested="Biblioteket", Tidspunkt="14", **faelles)
    fil = bog.gem(tmp_path / "a.xlsx")
    fundet = hjem(fyldt, fil)
    assert {r.navn for r in fundet["ny"]} == {"Frokost", "Med id"}
    assert {r.navn: str(r.grund).split(":")[0] for r in fundet["afvist"]} == {
        "Tvetydig": "Mødested", "Ukendt": "Mødested", "Halv tid": "Tidspunkt",
    }  # fmt: skip
    assert "der er 2, der hedder" in str(
        next(r.grund for r in fundet["afvist"] if r.navn == "Tvetydig")
    )
    koersel = ind(fyldt, fil)
    assert (koersel.nye, hjem(fyldt, fil).get("ny")) == (2, None)
    frokost = next(r for r in fyldt.raekker("aktivitet") if r["navn"] == "Frokost")
    assert (frokost["moedested_id"], frokost["klokken"], frokost["ugedag_k"], frokost["undtaget"]) == (
        BIBLIOTEK, "12:30-14:00", [1, 3], ["2026-12-31", "2027-01-01"],
    )  # fmt: skip
    fortryd_import(fyldt, str(koersel.koersel_id), "AB")
    assert set(har(fyldt, "aktivitet", "navn")) == {"Kor"}


def test_the_sheet_of_the_public_holds_nothing_else(fyldt: Store, tmp_path: Path) -> None:
    for tabel in ("moedested", "aktivitet", "organisation"):
        for endelse in (".xlsx", ".csv"):
            fil = tmp_path / f"{tabel}{endelse}"
            resultat = skriv_ark(fyldt, ArkBestilling(tabel, fil, Udvalg(tabel)))
            alt = fil.read_bytes()
            if endelse == ".xlsx":
                alt = b"".join(Bog(fil).dele.values())
            for hemmeligt in (
                KANARIE,
                "12345678",
                "Digitalt torv",
                "psykisk sårbarhed",
                "oprettet",
            ):
                assert hemmeligt.encode() not in alt, (tabel, hemmeligt)
            assert bool(resultat.udeladt) == (tabel == "moedested")
    resultat = skriv_ark(
        fyldt, ArkBestilling("moedested", tmp_path / "i.xlsx", Udvalg("moedested"), internt=True)
    )
    assert "interne oplysninger" in resultat.advarsler[0]


def test_the_empty_sheet_has_lists_and_says_what_must_be_filled(
    gpkg_store: Store, tmp_path: Path
) -> None:
    with gpkg_store.skriv("prøve", "AB") as skriver:
        skriver.indsaet("organisation", [{"navn": "A & B <i>\x0b", "type_k": 2}])
    bog = Bog(skriv_ark(gpkg_store, ArkBestilling("moedested", tmp_path / "tom.xlsx")).fil)
    for navn, data in bog.dele.items():
        ET.fromstring(data)
        assert b"<f>" not in data, navn
    regler = {
        str(r.get("sqref")).split(":")[0].rstrip("0123456789"): r
        for r in bog.ark.iter(f"{NS}dataValidation")
    }
    assert set(regler) == set(bog.hoved.values())
    assert regler[bog.hoved["Form"]].get("type") == "list"
    assert regler[bog.hoved["Målgruppe"]].get("type") is None
    assert "semikolon" in str(regler[bog.hoved["Målgruppe"]].get("prompt"))
    assert regler["A"].get("type") == "custom"  # the id cannot be typed
    assert [
        r.get("type") for r in (regler[bog.hoved["Aktivt fra"]], regler[bog.hoved["Breddegrad"]])
    ] == ["date", "decimal"]
    assert all(
        len(str(r.get(t) or "")) <= 225 for r in regler.values() for t in ("prompt", "error")
    )
    skal = {"".join(c.itertext()) for c in bog.raekke(1) if "".join(c.itertext()).endswith("*")}
    assert skal == {"Navn *", "Form *", "Livscyklus *", "Formål *", "Målgruppe *", "Synlighed *"}
    lister = ET.fromstring(bog.dele["xl/worksheets/sheet3.xml"])
    vaerdier = ["".join(c.itertext()) for c in lister.iter(f"{NS}c")]
    assert {"Både fysisk og digitalt", "A & B <i>", "Opløst"} <= set(vaerdier)
    assert b'ySplit="1"' in bog.dele["xl/worksheets/sheet1.xml"]
    with laes(Kilde(str(tmp_path / "tom.xlsx"))) as laest:
        assert (laest.antal, laest.navn) == (0, "Mødesteder")


def test_a_sheet_of_their_own_is_read_by_its_headers(fyldt: Store, tmp_path: Path) -> None:
    fil = tmp_path / "deres.xlsx"
    kolonner = [
        ArkKolonne(navn, 10)
        for navn in ("Mødested", "AKTIVITET", "type", "Fra", "tidspunkt", "Pris", "Åbent")
    ]
    kolonner[3] = ArkKolonne("Fra", 10, "dato")
    raekker: list[list[Any]] = [["Biblioteket", "=2+2", "15", dt.date(2026, 3, 29), "9-10.30", "-20 kr", None], [None] * 7,
               ["Biblioteket", "@klub", "Kursus", "1.4.2026", "", "", None]]  # fmt: skip
    skriv_xlsx(fil, [Ark("Ark1", kolonner, raekker)], {})
    fundet = hjem(fyldt, fil, profil="ark_aktivitet")
    assert {(r.navn, felter(r)["dato_fra"], felter(r).get("klokken"), felter(r).get("pris")) for r in fundet["ny"]} == {
        ("=2+2", "2026-03-29", "09:00-10:30", "-20 kr"), ("@klub", "2026-04-01", None, None),
    }  # fmt: skip
    assert set(fundet) == {"ny"}


def test_nothing_is_written_where_it_cannot_be(fyldt: Store, tmp_path: Path) -> None:
    for tabel, navn, siger in (
        ("rute", "a.xlsx", "Tabellen rute kan ikke sendes ud"),
        ("moedested", "a.docx", "som .xlsx eller .csv"),
        ("moedested", "ingen/a.xlsx", "ingen findes ikke"),
    ):
        with pytest.raises(UdFejl, match=siger):
            skriv_ark(fyldt, ArkBestilling(tabel, tmp_path / navn))
    (tmp_path / "a.xlsx").write_text("min")
    with pytest.raises(UdFejl, match="findes allerede"):
        skriv_ark(fyldt, ArkBestilling("moedested", tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").read_text() == "min"
    assert not [fil for fil in tmp_path.iterdir() if fil.name.startswith("~")]


def test_times_in_cells_are_those_of_the_wall(tmp_path: Path) -> None:
    for driver, endelse in (("XLSX", ".xlsx"), ("ODS", ".ods")):
        sti = tmp_path / f"tid{endelse}"
        datasaet = gdal.GetDriverByName(driver).Create(str(sti), 0, 0, 0, 0)
        ark = datasaet.CreateLayer("Ark1", None, ogr.wkbNone)
        for navn, type_ in (
            ("åbner", ogr.OFTTime),
            ("ændret", ogr.OFTDateTime),
            ("navn", ogr.OFTString),
        ):
            ark.CreateField(ogr.FieldDefn(navn, type_))
        objekt = ogr.Feature(ark.GetLayerDefn())
        objekt["åbner"], objekt["ændret"], objekt["navn"] = "09:30:00", "2026/07/01 14:00:00", "A"
        ark.CreateFeature(objekt)
        del objekt, ark, datasaet
        with laes(Kilde(str(sti))) as laest:
            (raa,) = laest.raekker()
        assert raa.vaerdier == {
            "åbner": "09:30",
            "ændret": dt.datetime.fromisoformat("2026-07-01T14:00"),
            "navn": "A",
        }


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [("9.30", "09:30"), ("9:30", "09:30"), ("kl. 9", "09:00"), ("Kl 9.30", "09:30"), ("0,395833333", "09:30"), ("0.75", "18:00"),
     ("PT09H30M00S", "09:30"), ("24:00", "00:00"), ("25", None), ("9:75", None), ("PT", None), ("ni", None), ("", None)],
)  # fmt: skip
def test_one_time_of_the_day(skrevet: str, ventet: str | None) -> None:
    assert klokken(skrevet) == ventet


def test_start_and_end_in_two_columns_are_one_time(fyldt: Store, tmp_path: Path) -> None:
    fil = tmp_path / "deres.csv"
    fil.write_text(
        "Mødested;Aktivitet;Type;Fra;Fra kl.;Til kl.\nBiblioteket;A;1;1-9-2026;9.30;kl. 11\n"
        "Biblioteket;B;1;1-9-2026;;\nBiblioteket;C;1;1-9-2026;sent;11\n", "utf-8",
    )  # fmt: skip
    fundet = hjem(fyldt, fil, profil="ark_aktivitet")
    assert {r.navn: felter(r).get("klokken") for r in fundet["ny"]} == {
        "A": "09:30-11:00",
        "B": None,
    }
    assert [r.navn for r in fundet["afvist"]] == ["C"]
