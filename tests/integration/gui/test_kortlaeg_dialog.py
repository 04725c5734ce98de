# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QMessageBox

from moedested_plugin.gui.hent.kortlaeg_felter import KOLONNE
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.profil import AFVIS, NETVAERK, Profil, laes_profil
from moedested_plugin.sources.profiler import find_profil, gem_profil
from moedested_plugin.store import Store, opret
from moedested_plugin.store import aabn as aabn_store
from tests.integration.gui.kortlaegning import Kortlaegning
from tests.integration.sources.kilder import BAENKE, baenk, geojson, linje
from tests.integration.store.conftest import KOMMUNE

SLAGS = ["Bænk", "Shelter", "Toiletter", "Vulkan"]
STEDER = [
    {"gid": nr, "stednavn": f"Sted {nr}", "facilitet": SLAGS[nr % 4], "antal_pladser": str(nr), "om": f"Om {nr}",
     "sted": (nr * 90, 0)}
    for nr in range(12)
]  # fmt: skip
Aabn = Callable[..., Kortlaegning]


@pytest.fixture(scope="module")
def tomt_lager(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    fil = tmp_path_factory.mktemp("lager") / "tomt.gpkg"
    opret(str(fil), KOMMUNE).luk()
    return fil


@pytest.fixture
def gpkg_store(tomt_lager: Path, tmp_path: Path) -> Iterator[Store]:
    with aabn_store(str(shutil.copyfile(tomt_lager, tmp_path / "møde sted.gpkg"))) as store:
        yield store


@pytest.fixture
def aabn(gpkg_store: Store) -> Iterator[Aabn]:
    aabne: list[Kortlaegning] = []

    def aabn(fil: Path, profil: Profil | None = None, **kilde: Any) -> Kortlaegning:
        aabne.append(Kortlaegning(gpkg_store, fil, profil, **kilde))
        return aabne[-1]

    yield aabn
    for kortlaegning in aabne:
        kortlaegning.luk()


@pytest.fixture
def nabo(aabn: Aabn, tmp_path: Path) -> Kortlaegning:
    """A neighbour's facilities, that nobody has mapped before."""
    return aabn(geojson(tmp_path / "Naboens steder.geojson", STEDER))


def test_the_guess_is_shown_with_its_reason_in_words(nabo: Kortlaegning) -> None:
    assert nabo.dialog.maal.currentText() == "Faciliteter"
    assert (nabo.kolonne("navn"), nabo.hvordan("navn")) == (
        "stednavn",
        "Sikkert. Kolonnen hedder stednavn.",
    )
    assert nabo.hvordan("facil_ty_k") == "Se efter. 3 af 4 værdier i facilitet er i listen."
    assert nabo.hvordan("link") == ""
    assert nabo.eksempel("Navn") == [f"Sted {nr}" for nr in range(10)]
    assert nabo.eksempel("Type")[:3] == ["Bænk", "Shelter", "Toilet"]
    assert nabo.dialog.profil.noegle == ("gid",)


def test_another_mapping_is_another_preview_and_can_be_undone(nabo: Kortlaegning) -> None:
    nabo.vaelg_kolonne("beskrivels", "om")
    assert nabo.hvordan("beskrivels") == "Valgt."
    assert nabo.eksempel("Kort beskrivelse")[:2] == ["Om 0", "Om 1"]
    nabo.vaelg_kolonne("beskrivels", "stednavn")
    assert nabo.eksempel("Kort beskrivelse")[:2] == ["Sted 0", "Sted 1"]
    nabo.vaelg_kolonne("beskrivels", "findes ikke")
    assert nabo.kolonne("beskrivels") == "stednavn"
    nabo.dialog.fortryd.click()
    assert nabo.kolonne("beskrivels") == "om"
    nabo.vaelg_kolonne("beskrivels", "(ingen)")
    nabo.vaelg_ellers("beskrivels", "Fra naboen")
    assert nabo.eksempel("Kort beskrivelse")[:2] == ["Fra naboen", "Fra naboen"]


def test_a_new_guess_can_be_taken_back(nabo: Kortlaegning) -> None:
    nabo.vaelg_kolonne("navn", "om")
    nabo.dialog.igen.click()
    nabo.vent(lambda: not nabo.dialog.arbejder)
    assert nabo.kolonne("navn") == "stednavn"
    nabo.dialog.fortryd.click()
    assert nabo.kolonne("navn") == "om"


def test_what_cannot_be_understood_says_why_in_its_cell(nabo: Kortlaegning) -> None:
    nabo.vaelg_kolonne("antal_pl", "om")
    assert nabo.eksempel("Antal pladser")[0] == "Antal pladser: “Om 0” er ikke et tal."
    assert nabo.eksempel("Kommer ind")[0] == "Nej. Antal pladser: “Om 0” er ikke et tal."
    assert nabo.dialog.eksempel.model.rowCount() == 10
    assert "10 af de viste afvises." in nabo.dialog.eksempel.tekst.text()


def test_the_store_s_own_rules_are_asked(nabo: Kortlaegning) -> None:
    nabo.vaelg_ellers("facil_ty_k", "Bænk")
    nabo.vaelg_ellers("antal_pl", "-5")
    nabo.vaelg_kolonne("antal_pl", "(ingen)")
    with lav_plan(nabo.store, nabo.kilde, nabo.dialog.profil) as plan:
        grunde = {raekke.raa_nr: raekke.grund for raekke in plan.raekker(["afvist"])}
    assert len(nabo.eksempel("Navn")) == 10
    side = nabo.dialog.eksempel.model.side
    assert {raekke.nr: raekke.grund for raekke in side.raekker if raekke.grund} == {
        nr: grund for nr, grund in grunde.items() if nr in {r.nr for r in side.raekker}
    }
    assert grunde


def test_values_become_codes_and_the_profile_imports_them(nabo: Kortlaegning) -> None:
    assert nabo.vaerdier("facil_ty_k") == {
        "Bænk": ("3", "Bænk"), "Shelter": ("3", "Shelter"), "Toiletter": ("3", "Toilet"), "Vulkan": ("3", "Ikke fundet"),
    }  # fmt: skip
    assert "1 værdi er ikke fundet. Den står i 3 rækker." in nabo.dialog.vaerdier.overskrift.text()
    nabo.vaelg_kode("facil_ty_k", "Vulkan", "Bålplads")
    assert "Alle værdier er fundet" in nabo.dialog.vaerdier.overskrift.text()
    assert nabo.eksempel("Type")[3] == "Bålplads"
    assert nabo.eksempel("Kommer ind") == ["Ja"] * 10
    nabo.vores("navn")
    nabo.dialog.navn.husk.setChecked(False)
    nabo.dialog.accept()
    assert nabo.dialog.result() == 1
    profil = nabo.dialog.profil
    assert "navn" in profil.lokale
    with lav_plan(nabo.store, nabo.kilde, profil) as plan:
        assert (plan.antal["ny"], plan.antal["afvist"]) == (12, 0)
        typer = [
            {f.felt: f.deres for f in raekke.felter}["facil_ty_k"]
            for raekke in plan.raekker(["ny"])
        ]
    baalplads = next(k for k in profil.felter if k.felt == "facil_ty_k").vaerdier["Vulkan"]
    assert typer.count(baalplads) == 3
    assert typer.count(1371) == 3


@pytest.mark.parametrize(("valg", "ellers", "ind"), [
    ("Ikke fundet: afvis rækken", AFVIS, 9),
    ("Ikke fundet: brug Ellers, Shelter", None, 12),
    ("Ikke fundet: Bænk", 1371, 12),
])  # fmt: skip
def test_what_is_not_found_is_refused_or_taken_as_chosen(
    nabo: Kortlaegning, valg: str, ellers: Any, ind: int
) -> None:
    nabo.vaelg_ellers("facil_ty_k", "Shelter")
    nabo.vaerdier("facil_ty_k")
    nabo.vaelg_ellers_kode("Ikke fundet: Bænk")
    nabo.vaelg_ellers_kode(valg)
    valgt = next(k for k in nabo.dialog.profil.felter if k.felt == "facil_ty_k")
    assert valgt.ellers == ellers
    with lav_plan(nabo.store, nabo.kilde, nabo.dialog.profil) as plan:
        assert plan.antal["ny"] == ind


def test_a_value_may_count_as_nothing(nabo: Kortlaegning) -> None:
    nabo.vaelg_kolonne("handicap_k", "facilitet")
    nabo.vaelg_kolonne("facil_ty_k", "(ingen)")
    for slags in SLAGS:
        nabo.vaelg_kode("handicap_k", slags, "(tom)")
    assert {bliver for _, bliver in nabo.vaerdier("handicap_k").values()} == {"(tom)"}
    nabo.vaelg_kode("handicap_k", "Vulkan", "(som kilden siger)")
    assert nabo.vaerdier("handicap_k")["Vulkan"] == ("3", "Ikke fundet")


def test_a_profile_goes_out_as_a_file_and_comes_back(nabo: Kortlaegning, tmp_path: Path) -> None:
    nabo.vaelg_kode("facil_ty_k", "Vulkan", "Bålplads")
    sendt = nabo.dialog.profil
    nabo.dialog.profilknap.gem(tmp_path / "til naboen")
    assert laes_profil(tmp_path / "til naboen.json") == sendt
    assert not nabo.dialog.udkast.er_aendret
    nabo.vaelg_maal("Bænke")
    assert nabo.dialog.profil.standarder["facil_ty_k"] == 1371
    nabo.vaelg_maal("Mødesteder")
    assert nabo.dialog.profil.tabel == "moedested"
    nabo.dialog.profilknap.hent(tmp_path / "til naboen.json")
    assert (nabo.dialog.profil, nabo.dialog.maal.currentText()) == (sendt, "Faciliteter")


def test_a_profile_that_ships_can_be_tried_and_undone(nabo: Kortlaegning) -> None:
    menu = nabo.dialog.profilknap.kendte
    menu.aboutToShow.emit()
    [handling] = [h for h in menu.actions() if h.text() == "Naturlandet: linjer som netværk"]
    handling.trigger()
    nabo.vent(lambda: nabo.dialog.eksempel.fejl != "")
    assert nabo.dialog.maal.currentText() == "Netværk (veje og stier)"
    assert nabo.hvordan("niveau") == "Kilden har ikke niveau."
    nabo.dialog.fortryd.click()
    assert nabo.eksempel("Navn")[0] == "Sted 0"


def test_what_is_wrong_with_a_profile_is_said_and_changes_nothing(
    nabo: Kortlaegning, tmp_path: Path
) -> None:
    foer = nabo.dialog.profil
    fil = tmp_path / "gal.json"
    fil.write_text(json.dumps({**foer.som_json(), "tabel": "foto"}), "utf-8")
    nabo.dialog.profilknap.hent(fil)
    assert nabo.besked().startswith("Profilen vil skrive i “foto”.")
    assert nabo.dialog.profil == foer
    nabo.vaelg_ellers("antal_pl", "mange")
    assert (
        nabo.besked() == "“mange” kan ikke stå i Antal pladser. Skriv det om, eller vælg på listen."
    )
    nabo.dialog.navn.navn.setText("../ud")
    nabo.dialog.navn.navn.editingFinished.emit()
    nabo.dialog.accept()
    assert nabo.besked().startswith("Profilens navn må kun have bogstaver")
    assert nabo.dialog.isVisible()


def test_what_must_be_filled_is_asked_for(nabo: Kortlaegning) -> None:
    nabo.vaelg_maal("Mødesteder")
    assert nabo.hvordan("formaal_k") == "Skal udfyldes. Vælg en kolonne eller en fast værdi."
    nabo.dialog.accept()
    assert nabo.dialog.isVisible()
    assert "Formål" in nabo.besked()
    assert "skal udfyldes" in nabo.besked()
    assert nabo.dialog.felter.tabel.currentIndex().data() == ""
    nabo.vaelg_ellers("formaal_k", "Fællesskab")
    assert nabo.dialog.profil.standarder["formaal_k"] == [1]


def test_the_same_source_is_known_next_time(nabo: Kortlaegning, aabn: Aabn, tmp_path: Path) -> None:
    nabo.vaelg_kode("facil_ty_k", "Vulkan", "Bålplads")
    nabo.dialog.navn.navn.setText("Naboens")
    nabo.dialog.navn.navn.editingFinished.emit()
    nabo.dialog.accept()
    assert find_profil(nabo.store, "naboens") == nabo.dialog.profil
    igen = aabn(geojson(tmp_path / "Naboens steder.geojson", STEDER[:2]))
    assert igen.besked() == "Profilen Naboens kender kilden og er valgt."
    assert igen.dialog.profil.felter == nabo.dialog.profil.felter


def test_another_profile_of_that_name_is_not_replaced(nabo: Kortlaegning) -> None:
    gem_profil(nabo.store, BAENKE)
    nabo.dialog.navn.navn.setText(BAENKE.navn)
    nabo.dialog.navn.navn.editingFinished.emit()
    nabo.dialog.accept()
    assert nabo.besked() == "En anden profil hedder bænke. Skriv et andet navn under Profil."
    assert nabo.dialog.isVisible()
    assert find_profil(nabo.store, "bænke") == BAENKE


def test_a_source_of_which_nothing_is_guessed_asks_for_a_column(aabn: Aabn, tmp_path: Path) -> None:
    kortlaegning = aabn(geojson(tmp_path / "x.geojson", [{"qqq": "7", "sted": (0, 0)}]))
    spoerger = "Ingen af kildens kolonner er valgt. Vælg mindst én under Kolonne."
    kortlaegning.dialog.accept()
    assert (kortlaegning.besked(), kortlaegning.dialog.isVisible()) == (spoerger, True)
    kortlaegning.vaelg_kolonne("navn", "qqq")
    assert kortlaegning.eksempel("Navn") == ["7"]
    assert kortlaegning.besked() == ""


def test_a_profile_made_for_another_layer_learns_this_one(aabn: Aabn, tmp_path: Path) -> None:
    fil = geojson(tmp_path / "Byens bænke.geojson", [baenk(1), baenk(2)])
    kortlaegning = aabn(fil, BAENKE)
    assert kortlaegning.dialog.maal.currentText() == "Faciliteter"
    assert kortlaegning.hvordan("statuskode") == "Kilden har ikke status."
    kortlaegning.dialog.accept()
    assert "Byens bænke" in find_profil(kortlaegning.store, "bænke").genkendes.lag
    assert aabn(fil).dialog.profil.navn == "bænke"


@pytest.mark.parametrize(("svar", "aaben"), [("Kassér", False), ("Bliv her", True)])
def test_changes_are_not_thrown_away_unasked(nabo: Kortlaegning, svar: str, aaben: bool) -> None:
    nabo.vaelg_kolonne("navn", "om")
    spurgt: list[str] = []

    def svar_() -> None:
        boks = QApplication.activeModalWidget()
        assert isinstance(boks, QMessageBox)
        spurgt.append(boks.text())
        next(knap for knap in boks.buttons() if knap.text() == svar).click()

    QTimer.singleShot(0, svar_)
    nabo.dialog.reject()
    assert spurgt == ["Vil du kassere dine ændringer af profilen?"]
    assert nabo.dialog.isVisible() is aaben


def test_it_can_be_used_by_the_keyboard_alone(nabo: Kortlaegning) -> None:
    panel = nabo.dialog.felter
    QTest.keyClick(panel.soeg, Qt.Key.Key_Return)
    assert nabo.dialog.isVisible()
    panel.gaa_til("beskrivels")
    QTest.keyClick(panel.tabel, Qt.Key.Key_Return)
    celle = panel.tabel.indexWidget(panel.tabel.currentIndex())
    assert isinstance(celle, QComboBox)
    for tegn in "om":
        QTest.keyClick(celle, tegn)
    QTest.keyClick(celle, Qt.Key.Key_Return)
    nabo.vent(lambda: nabo.kolonne("beskrivels") == "om")
    assert nabo.dialog.isVisible()
    QTest.keyClick(nabo.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    nabo.vent(lambda: nabo.kolonne("beskrivels") == "")


def test_an_untouched_guess_is_closed_without_a_question(nabo: Kortlaegning) -> None:
    nabo.dialog.reject()
    assert not nabo.dialog.isVisible()


def test_lines_are_network_or_routes_and_may_be_joined(aabn: Aabn, tmp_path: Path) -> None:
    stykker = [linje(f"Rute {nr // 3}", (nr * 9, 0), (nr * 9 + 8, 5)) for nr in range(9)]
    stier = aabn(geojson(tmp_path / "Stier.geojson", stykker))
    assert stier.dialog.profil.tabel == NETVAERK
    assert "udgives aldrig" in stier.dialog.forklaring.text()
    stier.vaelg_maal("Vandreruter")
    assert "kan rettes og udgives" in stier.dialog.forklaring.text()
    saml = stier.dialog.noegle.saml
    [led] = [saml.item(nr) for nr in range(saml.count()) if saml.item(nr).text() == "navn"]
    led.setCheckState(Qt.CheckState.Checked)
    stier.vent(lambda: len(stier.eksempel("Navn")) == 3)
    assert "Her samles kun de ti viste stykker." in stier.dialog.eksempel.tekst.text()
    with lav_plan(stier.store, stier.kilde, stier.dialog.profil) as plan:
        assert plan.antal["ny"] == 3


def test_pages_of_ten(nabo: Kortlaegning) -> None:
    eksempel = nabo.dialog.eksempel
    eksempel.naeste.click()
    assert nabo.eksempel("Navn") == ["Sted 10", "Sted 11"]
    assert not eksempel.naeste.isEnabled()
    eksempel.forrige.click()
    assert nabo.eksempel("Navn")[0] == "Sted 0"
    assert not eksempel.forrige.isEnabled()


def vist(nabo: Kortlaegning) -> list[str]:
    filter_ = nabo.dialog.felter.filter
    return [str(filter_.index(nr, 0).data()) for nr in range(filter_.rowCount())]


def test_search_and_only_those_that_are_filled(nabo: Kortlaegning) -> None:
    dialog = nabo.dialog
    for model in (
        dialog.felter.model,
        dialog.felter.filter,
        dialog.vaerdier.model,
        dialog.eksempel.model,
    ):
        QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Warning, dialog
        )
    nabo.vaelg_kode("facil_ty_k", "Vulkan", "Bålplads")
    panel = nabo.dialog.felter
    assert vist(nabo)[0] == "Det vigtigste"
    panel.soeg.setText("antal_pladser")
    assert vist(nabo) == ["Det vigtigste", "Antal pladser"]
    panel.soeg.clear()
    panel.kun.setChecked(True)
    assert {"Navn", "Type *", "Antal pladser"} <= set(vist(nabo))
    assert "Kort beskrivelse" not in vist(nabo)
    overskrift = panel.filter.index(0, KOLONNE)
    assert not overskrift.flags() & Qt.ItemFlag.ItemIsEditable
    assert panel.filter.index(1, KOLONNE).flags() & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(("navn", "indhold", "viser"), [
    ("tom.csv", "navn;type\n", "Kilden har ingen rækker."),
    ("en.csv", "navn\nTorvet\n", "Sådan kommer række 1 til 1 af 1 ind."),
    ("ens.csv", "navn;NAVN;navn\nTorvet;Skoven;Havnen\n", "Sådan kommer række 1 til 1 af 1 ind."),
])  # fmt: skip
def test_poor_sources_can_be_mapped(
    aabn: Aabn, tmp_path: Path, navn: str, indhold: str, viser: str
) -> None:
    (tmp_path / navn).write_text(indhold, "utf-8")
    kortlaegning = aabn(tmp_path / navn)
    assert kortlaegning.dialog.profil.tabel == "moedested"
    assert viser in kortlaegning.dialog.eksempel.tekst.text()


def test_columns_that_differ_in_case_only_are_two(aabn: Aabn, tmp_path: Path) -> None:
    (tmp_path / "ens.csv").write_text("navn;NAVN\nTorvet;Skoven\n", "utf-8")
    kortlaegning = aabn(tmp_path / "ens.csv")
    for kolonne, ventet in (("NAVN", "Skoven"), ("navn", "Torvet")):
        kortlaegning.vaelg_kolonne("navn", kolonne)
        assert kortlaegning.kolonne("navn") == kolonne
        assert kortlaegning.eksempel("Navn") == [ventet]


def test_many_columns_and_rows_are_no_matter(aabn: Aabn, tmp_path: Path) -> None:
    """The dialog looks at ten rows, however many there are: nothing of the rest is mapped."""
    antal, bredde = 500, 200
    hoved = ";".join(["id", "navn", "type", *(f"kolonne {nr}" for nr in range(bredde - 3))])
    linjer = (f"{nr};Sted {nr};{SLAGS[nr % 2]}{';' * (bredde - 3)}" for nr in range(antal))
    (tmp_path / "stor.csv").write_text("\n".join([hoved, *linjer]), "utf-8")
    kortlaegning = aabn(tmp_path / "stor.csv")
    kortlaegning.vaelg_maal("Faciliteter")
    arbejde = kortlaegning.dialog._proeve._arbejde
    assert len(kortlaegning.eksempel("Kommer ind")) == 10
    assert arbejde.foerste("SELECT count(*) FROM ny") == 10
    assert len(kortlaegning.laest.felter) == bredde
    assert kortlaegning.eksempel("Kommer ind")[0].startswith("Nej.")
    assert kortlaegning.vaerdier("facil_ty_k")["Bænk"][1] == "Bænk"


def test_a_store_with_a_broken_municipality_says_so(
    gpkg_store: Store, aabn: Aabn, tmp_path: Path
) -> None:
    gpkg_store.saet_indstilling("kommune", None)
    kortlaegning = aabn(geojson(tmp_path / "a.geojson", STEDER[:1]))
    assert "hvilken kommune" in kortlaegning.dialog.eksempel.fejl
    kortlaegning.dialog.accept()
    assert "hvilken kommune" in kortlaegning.besked()
    assert kortlaegning.dialog.isVisible()
