# SPDX-License-Identifier: GPL-2.0-or-later
"""What seldom happens to a publication: files, programs and services that are not what they should be."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from osgeo import gdal
from pytestqt.qtbot import QtBot
from qgis.core import QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QStorageInfo, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy

from moedested_plugin.checks.fund import Fund
from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.domain.eftersoegt import Eftersoegt
from moedested_plugin.domain.kontroller_felter import KONTROLLER
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.signatur import Flade
from moedested_plugin.publishing import (
    efterladte,
    forbered,
    forhaandsvisning,
    kopi,
    liste,
    lokal_mapserver,
    lokal_server,
    mapfil,
    mapfil_tegn,
    netkald,
    nye,
    privat,
    proev_maal,
    sld,
)
from moedested_plugin.publishing.aendringer import _Sider
from moedested_plugin.publishing.bevis import LokalServer
from moedested_plugin.publishing.efterladte import Seddel, mappe_til_sedler, ryd_efterladte
from moedested_plugin.publishing.efterproev import IkkeNaaet, Udfald, efterproev, svar_fejl
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.maal import MAPSERVER, Maal, gem_maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.netkald import Forbindelse
from moedested_plugin.publishing.persondata import Gennemgang
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.planlager import Indhold, Planlager
from moedested_plugin.publishing.proev_maal import Dom, proev
from moedested_plugin.publishing.raekker import TABEL_AF_NAVN
from moedested_plugin.publishing.tilbageplan import planlaeg_tilbage
from moedested_plugin.publishing.tjeneste import projektfejl
from moedested_plugin.publishing.tjenestesvar import Tjeneste
from moedested_plugin.publishing.ude_nu import ude_nu
from moedested_plugin.publishing.udgave import MappeUdgave
from moedested_plugin.publishing.ventet import ventet
from moedested_plugin.store import Store, StoreFejl
from moedested_plugin.store.geopackage import GeopackageStore
from tests.ows import Svar, ledig_port
from tests.udgivet_tjeneste import VERSION, Udgivet

from .falsk import GAMMEL, VENTET, Falsk, Spoergsmaal, fejl
from .test_liste import OPLYSNINGER
from .udsted import et_sted, klar, ret, ud

STED = TABEL_AF_NAVN["facilitet_punkt"]


@pytest.fixture
def falsk(qgis_app: Any) -> Iterator[Falsk]:
    with Falsk().koerer() as tjeneste:
        yield tjeneste


@pytest.fixture
def uden_bevis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a QGIS Server and without reading the project back."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    monkeypatch.setattr("moedested_plugin.publishing.bevis.projektfejl", lambda *_: [])


def program(sti: Path, linje: str) -> str:
    """A program that does this and no more."""
    sti.write_text(f"#!/bin/sh\n{linje}\n", "utf-8")
    sti.chmod(0o755)
    return str(sti)


def vist(maal: Maal) -> MappeUdgave:
    udgave = Mappe(maal).gaeldende()
    assert isinstance(udgave, MappeUdgave)
    return udgave


# The plan ---------------------------------------------------------------------------------------------


def test_a_plan_is_cancelled_whenever_that_is(
    lager: Store, maal: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the checks, after them, and in the middle of a table."""
    foer = list(lager.raekker("udgivelse"))

    def afbrudt_ved(hvor: str) -> str:
        feedback = QgsFeedback()

        def og_afbryd(egen: Callable[..., Any]) -> Callable[..., Any]:
            def goer(*led: Any) -> Any:
                feedback.cancel()
                return egen(*led)

            return goer

        with monkeypatch.context() as patch:
            if hvor == "foer":
                feedback.cancel()
            elif hvor == "efter":
                patch.setattr(forbered, "forbehold", og_afbryd(forbehold))
            else:
                patch.setattr(lager, "offentlige", og_afbryd(lager.offentlige))
            with pytest.raises(UdgivelsesFejl) as fanget:
                forbered.forbered(lager, maal, "AB", feedback)
        assert fanget.value.siger_uroert
        return str(fanget.value)

    assert {afbrudt_ved(hvor) for hvor in ("foer", "efter", "midt i")} == {
        "Planen blev afbrudt. Intet er ændret."
    }
    assert not maal.mappe.exists()
    assert list(lager.raekker("udgivelse")) == foer


def test_an_older_version_with_other_columns_keeps_the_row_that_may_not_go_out(
    lager: Store, maal: Maal, uden_bevis: None
) -> None:
    ud(lager, maal)
    sted = et_sted(lager)
    sti = vist(maal).sti
    manifest = json.loads((sti / "manifest.json").read_text("utf-8"))
    manifest["kolonner"]["moedested"].remove("pris")
    (sti / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with closing(sqlite3.connect(sti / "data.gpkg")) as con, con:
        con.execute("ALTER TABLE moedested DROP COLUMN pris")
    ret(lager, sted["moedested_id"], navn="Æblehaven", link="https://a.dk/?token=KANARIEN")
    udgives, plan = klar(lager, maal)
    (holdt,) = plan.holdte
    assert (holdt.navn, holdt.ude, plan.fra_bunden) == ("Æblehaven", True, True)
    udgives.udgiv(plan)
    tabel = TABEL_AF_NAVN["moedested"]
    ude = vist(maal).raekker("moedested", [sted["moedested_id"]])[sted["moedested_id"]]
    assert tabel.vaerdi(ude, "navn") == sted["navn"]
    assert tabel.vaerdi(ude, "pris") is None


def test_what_a_colleague_does_while_the_plan_is_made(
    lager: Store, maal: Maal, uden_bevis: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of codes is changed, and a row that was found to differ goes before it is read."""
    ud(lager, maal)
    sted = et_sted(lager)
    ret(lager, sted["moedested_id"], navn="Nyt navn")
    egentlig = GeopackageStore.offentlige_siden
    gjort: list[str] = []

    def kollega(self: GeopackageStore, visning: Any, *led: Any, **navne: Any) -> Any:
        forskel = egentlig(self, visning, *led, **navne)
        if visning.navn == TABEL_AF_NAVN["moedested"].visning.navn and not gjort:
            gjort.append(visning.navn)
            ret(lager, sted["moedested_id"], off_kode=2)
            with lager.skriv("prøve", "CD") as skriver:
                skriver.indsaet(
                    "kodeliste",
                    [{"liste": "formaal", "kode": 100, "navn": "Eget", "visning": "Eget"}],
                )
        return forskel

    with monkeypatch.context() as imens:
        imens.setattr(GeopackageStore, "offentlige_siden", kollega)
        plan = klar(lager, maal)[1]
    assert gjort
    assert sted["moedested_id"] not in plan.aftryk["moedested"]
    assert plan.tekster == "", "the next plan looks at the text of every code"
    assert klar(lager, maal)[1].tekster != ""


def test_a_version_whose_data_cannot_be_opened_is_compared_row_by_row_and_not_gone_back_to(
    lager: Store, maal: Maal, uden_bevis: None
) -> None:
    ud(lager, maal)
    udgave = vist(maal)
    assert udgave.er_hel
    assert udgave.raekker("moedested", []) == udgave.raekker("findes_ikke", ["x"]) == {}
    udgave.data.write_bytes(b"SQLite format 3\x00" + b"x" * 4000)
    assert klar(lager, maal)[1].er_tom
    with pytest.raises(UdgivelsesFejl, match="beskadiget"):
        planlaeg_tilbage(Mappe(maal), udgave.version)
    udgave.data.unlink()
    assert not udgave.er_hel
    with pytest.raises(UdgivelsesFejl, match="beskadiget"):
        planlaeg_tilbage(Mappe(maal), udgave.version)


def test_an_error_of_the_store_as_a_whole_stops_the_publication(lager: Store, maal: Maal) -> None:
    kontrol = replace(KONTROLLER[0], alvor=Alvor.FEJL)
    fund = Fund(kontrol, "moedested", "", {"dage": 3})
    post: Any = SimpleNamespace(fund=fund, accepteret=False)
    plan = planlaeg(lager, None, Resultat((post,)), forbehold(lager, "AB"))
    assert plan.blokeringer == (fund.tekst,)
    with pytest.raises(UdgivelsesFejl, match=re.escape(fund.tekst)):
        forbered.udgiver(lager, maal, "AB").udgiv(plan)
    assert not maal.mappe.exists()


def test_a_long_list_forgets_the_page_that_was_read_first() -> None:
    laest: list[int] = []

    def laes(fra: int, til: int) -> list[int]:
        laest.append(fra // nye.BUNDT)
        return [*range(fra, til)]

    sider = _Sider(laes, 2)
    numre = [0, nye.BUNDT, 1, 2 * nye.BUNDT, 2 * nye.BUNDT + 1, 2]
    assert [sider[nr] for nr in numre] == numre
    assert laest == [0, 1, 2, 0]


def test_a_plan_without_rows_copies_none_and_knows_none(tmp_path: Path) -> None:
    lager = Planlager()
    lager.kopier(STED, tmp_path / "ny.gpkg", lambda _: 1, lambda _: None)
    assert not [*tmp_path.iterdir()]
    with pytest.raises(KeyError):
        Indhold(lager, STED, ["x"])["x"]


def test_only_rows_of_the_version_that_were_removed_later_are_hidden_in_it() -> None:
    udgave: Any = SimpleNamespace(
        version="2", aftryk=lambda: {"rute": {"a": (1, ""), "b": (2, ""), "c": (3, "")}}
    )
    poster = [privat.Fjernet("rute", *et) for et in (("a", "2"), ("b", "1"), ("d", "3"))]
    assert privat.ramte(poster, udgave) == {"rute": {"a": 1}}


# The folder -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "skrevet",
    ["", "{halv", "[1]", '{"bruger": "AB"}', '{"bruger": "AB", "maskine": "x", "siden": "i går"}'],
)
def test_a_lock_without_a_readable_note_is_still_a_lock(
    lager: Store, maal: Maal, skrevet: str
) -> None:
    mappe = Mappe(maal)
    with mappe.laast("AB"):
        (maal.mappe / "udgiv.json").write_text(skrevet, "utf-8")
        sagt = "En anden er ved at udgive. Prøv igen om lidt."
        with pytest.raises(UdgivelsesFejl) as fanget:
            ud(lager, maal)
        assert str(fanget.value) == sagt
        assert (Dom.ADVARSEL, sagt) in [(linje.dom, linje.tekst) for linje in proev(maal)]


@pytest.mark.parametrize("manifest", ["{}", "[]", '{"kolonner": 3}', '{"kolonner": {"rute": 1}}'])
def test_a_version_whose_manifest_is_not_whole_is_none(
    lager: Store, maal: Maal, uden_bevis: None, manifest: str
) -> None:
    gem_maal(lager, {"Kortet": maal})
    ud(lager, maal)
    foer = ude_nu(lager)
    assert foer is not None
    assert foer.udloebne is not None
    with Mappe(maal).laast("AB"):
        Mappe(maal).log("udgiv", VERSION, "Åse Bo Ørsted", {})
    data = vist(maal).data
    (data.parent / "manifest.json").write_text(manifest, "utf-8")
    assert Mappe(maal).udgaver() == []
    with pytest.raises(UdgivelsesFejl, match="ikke lavet af Mødested") as fanget:
        ud(lager, maal)
    assert (Dom.FEJL, str(fanget.value)) in [(linje.dom, linje.tekst) for linje in proev(maal)]
    assert ude_nu(lager) == replace(foer, udloebne=None)
    (efterladt,) = Gennemgang(lager, Eftersoegt(("Åse Bo Ørsted",)), "GDPR").fjern().efterladt
    assert (efterladt[0].sted, efterladt[1]) == ("Kortet", str(fanget.value))
    assert data.is_file(), "it is what is shown"


def test_who_is_not_in_a_target_is_not_taken_out_of_it(
    lager: Store, maal: Maal, uden_bevis: None
) -> None:
    gem_maal(lager, {"Kortet": maal})
    ud(lager, maal)
    foer = {sti: sti.read_bytes() for sti in maal.mappe.rglob("*") if sti.is_file()}
    assert Gennemgang(lager, Eftersoegt(("Åse Bo Ørsted",)), "GDPR").fjern().efterladt == ()
    assert {sti: sti.read_bytes() for sti in maal.mappe.rglob("*") if sti.is_file()} == foer


def test_lines_of_the_history_that_are_no_publication_are_left_out(maal: Maal) -> None:
    mappe = Mappe(maal)
    with mappe.laast("AB"):
        mappe.log("udgiv", VERSION, "AB", {})
    fremmed = '[]\n{}\n{"version": 3}\n"x"\n{halv\n'
    sti = maal.mappe / "history.jsonl"
    sti.write_text(fremmed + sti.read_text("utf-8"), "utf-8")
    assert [linje["version"] for linje in mappe.historik()] == [VERSION]


def test_targets_that_are_as_they_were_are_not_written_again(lager: Store, maal: Maal) -> None:
    gem_maal(lager, {"Kortet": maal})
    foer = list(lager.historik())
    gem_maal(lager, {"Kortet": maal})
    assert list(lager.historik()) == foer


def test_a_version_of_another_kind_of_target_is_not_shown(maal: Maal) -> None:
    anden: Any = object()
    with pytest.raises(TypeError):
        Mappe(maal).skift(anden)
    assert not maal.mappe.exists()


def test_who_may_only_read_the_store_publishes_all_the_same(
    lager: Store, maal: Maal, uden_bevis: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    udgives, plan = klar(lager, maal)
    monkeypatch.setattr(GeopackageStore, "kan_skrive", False)
    udgivet = udgives.udgiv(plan)
    assert vist(maal).version == udgivet.version
    assert not [linje for linje in udgivet.bemaerkninger if "ikke skrives ned" in linje]
    assert list(lager.raekker("udgivelse")) == []


@pytest.mark.parametrize("slags", ["qgisserver-file", MAPSERVER])
def test_the_very_first_version_is_taken_down_where_the_service_answers_wrongly(
    lager: Store, maal: Maal, uden_bevis: None, falsk: Falsk, slags: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(lokal_mapserver, "program", lambda: None)
    falsk.kort = falsk.data = GAMMEL
    med = replace(maal, type=slags, url=falsk.url, wait=0.5)
    with pytest.raises(UdgivelsesFejl, match="den nye version er taget ned igen: Kortet hos"):
        ud(lager, med)
    mappe = Mappe(med)
    assert mappe.gaeldende() is None
    assert {sti.name for sti in med.mappe.iterdir() if sti.suffix in (".qgz", ".map", ".html")} == (
        set()
    )
    assert [linje["art"] for linje in mappe.historik()] == ["fortrudt"]
    ny = ud(lager, replace(med, url=""))
    assert vist(med).version == ny.version


@pytest.mark.parametrize("til", [True, False])
def test_how_gdal_tells_of_errors_is_as_it_was_afterwards(til: bool) -> None:
    foer = gdal.GetUseExceptions()
    (gdal.UseExceptions if til else gdal.DontUseExceptions)()
    try:
        with kopi._gdal_fejl(), pytest.raises(RuntimeError):
            gdal.OpenEx("/findes/ikke.gpkg")
        assert bool(gdal.GetUseExceptions()) is til
    finally:
        (gdal.UseExceptions if foer else gdal.DontUseExceptions)()


def test_a_preview_that_cannot_be_made_leaves_nothing(
    lager: Store, maal: Maal, uden_bevis: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nej(*_: object) -> None:
        raise StoreFejl("Mødestederne blev flyttet.")

    midlertidig = tmp_path / "midlertidig"
    midlertidig.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(midlertidig))
    sted, plan = forbered.sted(maal), klar(lager, maal)[1]
    monkeypatch.setattr(forhaandsvisning, "skriv_kopi", nej)
    with pytest.raises(StoreFejl, match="blev flyttet"):
        forhaandsvisning.byg_forhaandsvisning(lager, sted, plan)
    assert [*midlertidig.iterdir()] == []
    assert not list(mappe_til_sedler().glob("*.json"))


def test_a_file_of_a_version_is_written_once(tmp_path: Path) -> None:
    for indhold in ("første", "anden"):
        mapfil._skriv_filer(tmp_path / "tegn", {"a.svg": indhold})
    assert (tmp_path / "tegn" / "a.svg").read_text("utf-8") == "første"


def test_an_area_without_an_outline_is_drawn_without_one() -> None:
    uden, med = Flade("#aabbcc", ""), Flade("#aabbcc", "#112233")
    for flade, kant in ((uden, False), (med, True)):
        mapfilens = [*mapfil_tegn._flade(flade, mapfil_tegn.Symboler("tegn"))]
        sldens = [*sld._flade(flade, 1.0, sld.Symboler("tegn"))]
        assert ("OUTLINECOLOR" in str(mapfilens)) is kant
        assert ("Stroke" in str(sldens)) is kant
        assert "170 187 204" in str(mapfilens)


def test_a_list_without_rows_has_no_headings_without_anything_below() -> None:
    def side(**raekker: Any) -> str:
        return liste.liste_side(lambda tabel: raekker.get(tabel, []), OPLYSNINGER, VERSION)

    tom = side()
    assert OPLYSNINGER.titel in tom
    assert "<section" not in tom
    assert tom.count('<li><a href="#') == 0


def test_a_layer_without_anything_in_it_is_not_asked_for_a_map(
    lager: Store, maal: Maal, uden_bevis: None
) -> None:
    ud(lager, maal)
    assert "moedested" in {lag for lag, _ in ventet(vist(maal), maal).kort}
    with closing(sqlite3.connect(vist(maal).data)) as con, con:
        for (udloeser,) in con.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'moedested'"
        ).fetchall():
            con.execute(f'DROP TRIGGER "{udloeser}"')
        con.execute("DELETE FROM moedested")
    assert "moedested" not in {lag for lag, _ in ventet(vist(maal), maal).kort}


def test_a_project_with_a_table_that_nobody_counted_does_not_pass(udgivet: Udgivet) -> None:
    uden = {navn: antal for navn, antal in udgivet.antal.items() if navn != "rute"}
    assert projektfejl(udgivet.tjeneste, udgivet.antal) == []
    assert "Antallet af rækker i rute er ikke talt. Udgiv igen." in projektfejl(
        udgivet.tjeneste, uden
    )


# Programs on this machine -----------------------------------------------------------------------------


@pytest.mark.parametrize("hvordan", ["tavs", "sover", "borte"])
def test_a_mapserver_that_does_not_answer_leaves_the_service_unproven(
    lager: Store, maal: Maal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hvordan: str
) -> None:
    kort = replace(maal, type=MAPSERVER)
    linje = "exit 0" if hvordan == "tavs" else "exec sleep 60"
    fundet = [program(tmp_path / "mapserv", linje), None]
    monkeypatch.setattr(
        lokal_mapserver, "program", lambda: fundet.pop(0) if hvordan == "borte" else fundet[0]
    )
    monkeypatch.setattr(lokal_mapserver, "_VENT_MS", 200)
    monkeypatch.setattr(lokal_mapserver, "_SE_MS", 100)
    bemaerkninger = ud(lager, kort).bemaerkninger
    ventes = (
        "MapServer er ikke installeret her." if hvordan == "borte" else "MapServer svarede ikke."
    )
    assert f"Den private prøve svarede ikke: {ventes}" in bemaerkninger


def test_a_private_server_that_dies_leaves_the_service_unproven(
    lager: Store, maal: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = LokalServer.start

    def doer(self: LokalServer) -> None:
        start(self)
        assert self._proces is not None
        self._proces.kill()
        self._proces.waitForFinished(10_000)

    monkeypatch.setattr(LokalServer, "start", doer)
    udgivet = ud(lager, maal)
    assert vist(maal).version == udgivet.version
    assert any(
        linje.startswith("Den private prøve svarede ikke: 127.0.0.1 ")
        for linje in udgivet.bemaerkninger
    )


@pytest.mark.parametrize("hvordan", ["findes ikke", "siger intet", "ingen plads", "mappen borte"])
def test_a_private_server_that_cannot_start_leaves_nothing(
    qgis_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hvordan: str
) -> None:
    projekt = tmp_path / "service.qgz"
    projekt.touch()
    midlertidig = tmp_path / "midlertidig"
    midlertidig.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(midlertidig))
    monkeypatch.setattr(lokal_server, "_START_MS", 300)
    sover = program(tmp_path / "qgis_mapserver", "exec sleep 60")
    monkeypatch.setattr(lokal_server, "program", lambda: sover)
    server = LokalServer(projekt)
    assert server.log() == ""
    if hvordan == "findes ikke":
        monkeypatch.setattr(lokal_server, "program", lambda: str(tmp_path / "borte"))
    elif hvordan == "ingen plads":
        midlertidig.rmdir()
    elif hvordan == "mappen borte":
        server.begynd()
        (mappe,) = midlertidig.iterdir()
        shutil.rmtree(mappe)
        assert server.log() == ""
    with pytest.raises(UdgivelsesFejl, match="kunne ikke starte"):
        server.start()
    assert not server.koerer
    assert not midlertidig.is_dir() or [*midlertidig.iterdir()] == []
    assert list(mappe_til_sedler().glob("*.json")) == []


@pytest.mark.parametrize(
    ("svar", "stoppet"),
    [
        ('"qgis_mapserver.exe","4711","Console","1","90.000 K"', 1),
        ('"notepad.exe","4711","Console","1","9.000 K"', 0),
        ("INFO: No tasks are running which match the specified criteria.", 0),
    ],
)
def test_windows_is_asked_what_has_the_number_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, svar: str, stoppet: int
) -> None:
    spurgt: list[tuple[str, ...]] = []

    def koer(*led: str) -> str:
        spurgt.append(led)
        return svar

    monkeypatch.setattr(efterladte, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(efterladte, "_koer", koer)
    Seddel.skriv(tmp_path, 4711, "QGIS_mapserver.exe", "127.0.0.1:1").laas.unlock()
    assert ryd_efterladte(tmp_path) == stoppet
    assert [led[0] for led in spurgt] == ["tasklist", "taskkill"][: 1 + stoppet]
    assert all("4711" in " ".join(led) for led in spurgt)


@pytest.mark.parametrize("har", [False, True], ids=["has no ps", "has one that hangs"])
def test_a_machine_that_cannot_say_what_a_number_is_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, har: bool
) -> None:
    sover = shutil.which("sleep")
    if har:
        program(tmp_path / "ps", f"exec {sover} 60")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(efterladte, "_VENT_MS", 200)
    sedler = tmp_path / "sedler"
    Seddel.skriv(sedler, os.getpid(), Path(sys.executable).name, "-").laas.unlock()
    assert ryd_efterladte(sedler) == 0
    assert list(sedler.glob("*.json")) == []


# Test forbindelse -------------------------------------------------------------------------------------


def linjer(maal: Maal, feedback: QgsFeedback | None = None) -> list[tuple[Dom, str]]:
    return [(linje.dom, linje.tekst) for linje in proev(maal, feedback)]


def sagt(maal: Maal, ord_: str, feedback: QgsFeedback | None = None) -> list[Dom]:
    return [dom for dom, tekst in linjer(maal, feedback) if ord_ in tekst]


class NaestenFuld(QStorageInfo):
    """A disk with 5 MB left."""

    def bytesAvailable(self) -> int:  # noqa: N802 - Qt's name
        return 5 << 20


def test_what_a_folder_may_be_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netdrev = Maal("qgisserver-file", "moedesteder", f"/{tmp_path}")
    assert sagt(netdrev, "QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic") == [Dom.ADVARSEL]
    kort = replace(netdrev, type=MAPSERVER)
    assert sagt(kort, "MapServer kan læse den uden videre") == [Dom.ADVARSEL]
    assert sagt(kort, "under 1 GB") == []
    monkeypatch.setattr(proev_maal, "QStorageInfo", NaestenFuld)
    assert sagt(kort, "under 1 GB") == [Dom.ADVARSEL]

    def nej(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    for kald in ("replace", "write_bytes"):
        with monkeypatch.context() as uden_ret:
            uden_ret.setattr(Path, kald, nej)
            assert sagt(kort, "Bed om skriverettigheder") == [Dom.FEJL]
    assert [*tmp_path.iterdir()] == []


def test_what_a_service_may_answer(
    lager: Store, maal: Maal, uden_bevis: None, falsk: Falsk
) -> None:
    ud(lager, maal)

    def naar(ord_: str, svar: Svar) -> Callable[[Spoergsmaal], Svar | None]:
        return lambda spurgt: svar if ord_ in spurgt.dele else None

    afbrudt = Svar(b"<WMS", lov=5_000, headers=(("Connection", "close"),))
    tilfaelde: list[tuple[Callable[[Spoergsmaal], Svar | None], Dom, str]] = [
        (naar("service", Svar(b"Not found", type="text/plain")), Dom.FEJL, "Serveren svarer (200), men ikke som WMS. Se adressen efter."),
        (lambda _: None, Dom.OK, "Tjenesten svarer. Serveren siger ikke, hvilken version den er."),
        (naar("service", Svar(b"<WMS_Capabilities/>")), Dom.ADVARSEL, "Tjenesten er ikke udgivet af Mødested: den har intet versionsstempel."),
        (naar("map", afbrudt), Dom.ADVARSEL, "127.0.0.1 kan ikke nås herfra."),
        (naar("filter", Svar(b"ikke xml")), Dom.OK, "FILTER med <Function> er lukket."),
    ]  # fmt: skip
    for i_stedet, dom, siger in tilfaelde:
        falsk.i_stedet = i_stedet
        assert (dom, siger) in linjer(replace(maal, url=falsk.url))


def test_a_service_before_a_folder_that_somebody_else_has_written_in(
    lager: Store, maal: Maal, uden_bevis: None, falsk: Falsk
) -> None:
    ud(lager, maal)
    Mappe(maal).peger.write_bytes(b"andres")
    svar = linjer(replace(maal, url=falsk.url))
    assert (Dom.FEJL, f"Tjenesten viser {falsk.kort}, men mappen intet.") in [
        (dom, tekst.partition(" Læser")[0]) for dom, tekst in svar
    ]
    assert any(dom is Dom.FEJL and "ikke lavet af Mødested" in tekst for dom, tekst in svar)


def test_the_test_of_a_target_can_be_stopped(maal: Maal, tmp_path: Path, falsk: Falsk) -> None:
    feedback = QgsFeedback()

    def afbryd(_: Spoergsmaal) -> None:
        feedback.cancel()
        falsk.haeng()

    falsk.i_stedet = afbryd
    med = replace(maal, folder=str(tmp_path), url=falsk.url)
    assert linjer(med, feedback)[-1] == (Dom.FEJL, "Testen blev afbrudt.")
    uden_https = replace(med, url="http://findes-ikke.invalid/")
    assert sagt(uden_https, "Adressen er uden https") == [Dom.ADVARSEL]


# The public address -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hvad", "svar", "grund"),
    [
        ("describefeaturetype", fejl("Fejl"), "127.0.0.1 svarer med en fejl om laget moedested (Fejl)."),
        ("hits", Svar(b"<FeatureCollection/>"), "127.0.0.1 kan ikke sige, hvor mange rækker laget moedested har."),
        ("wfs", fejl("Lukket"), "127.0.0.1 svarer med en fejl (Lukket)."),
        ("wfs", Svar(b"<WMS_Capabilities/>"), "127.0.0.1 har ingen WFS."),
    ],
)  # fmt: skip
def test_a_service_of_data_that_answers_wrongly(
    falsk: Falsk, hvad: str, svar: Svar, grund: str
) -> None:
    def i_stedet(spurgt: Spoergsmaal) -> Svar | None:
        wfs = spurgt.hvad == "getcapabilities" and spurgt.dele["service"] == "WFS"
        ramt = {"wfs": wfs, "hits": "resulttype" in spurgt.dele}.get(hvad, spurgt.hvad == hvad)
        return svar if ramt else None

    falsk.i_stedet = i_stedet
    assert svar_fejl(falsk.url, VENTET) == grund
    if hvad == "wfs":  # whichever asks first
        for nr in range(2):
            tjeneste = Tjeneste(QUrl(falsk.url), VENTET)
            samtale = tjeneste.samtale(tjeneste.resten[nr : nr + 1])
            next(samtale)
            with pytest.raises(StopIteration) as slut:
                samtale.send(netkald.Svar(200, svar.krop))
            assert slut.value.value == grund


@pytest.mark.parametrize("proxy", ["127.0.0.1", "proxy.example.invalid"])
@pytest.mark.parametrize(
    ("adresse", "grund"),
    [
        ("http://{}/", "127.0.0.1 sender mere, end en korttjeneste skal. Se adressen efter."),
        ("https://{}/", "Certifikatet hos 127.0.0.1 er ikke i orden."),
        ("http://kort.example.invalid/", "Proxyen svarer ikke. Se netværk under QGIS' indstillinger."),
        ("https://kort.example.invalid/", "Proxyen svarer ikke. Se netværk under QGIS' indstillinger."),
    ],
)  # fmt: skip
def test_what_the_way_to_a_service_may_be_like(
    falsk: Falsk, monkeypatch: pytest.MonkeyPatch, adresse: str, grund: str, proxy: str
) -> None:
    monkeypatch.setattr(netkald, "_STOERST", 100_000)
    falsk.i_stedet = lambda _: Svar(b"<a>" + b" " * 400_000)
    faelles = QgsNetworkAccessManager.instance()
    foer = faelles.fallbackProxy(), faelles.excludeList(), faelles.noProxyList()
    lukket = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, proxy, ledig_port())
    faelles.setFallbackProxyAndExcludes(lukket, [], [])
    try:
        with pytest.raises(IkkeNaaet) as fanget:
            svar_fejl(adresse.format(falsk.url.split("/")[2]), VENTET)
    finally:
        faelles.setFallbackProxyAndExcludes(*foer)
    assert str(fanget.value) == grund


def test_a_login_that_qgis_does_not_give_is_said_once(falsk: Falsk, qtbot: QtBot) -> None:
    """Four connections are refused alike; what they say when it is over, nobody hears."""
    afbrudt = QgsFeedback()
    afbrudt.cancel()
    for feedback, grund in ((None, "Godkendelsen kunne ikke bruges"), (afbrudt, "afbrudt")):
        udfald = efterproev(falsk.url, VENTET, hoejst=0.2, authcfg="findes0", feedback=feedback)
        QCoreApplication.processEvents()
        assert (udfald.udfald, falsk.spurgt) == (Udfald.IKKE_NAAET, [])
        assert grund in udfald.grund
    svar: list[Any] = []
    forbindelse = Forbindelse("127.0.0.1", "findes0", 20)
    forbindelse.spoerg(QUrl(falsk.url), svar.append)
    qtbot.waitUntil(lambda: bool(svar) and not forbindelse._ur.isActive())
    forbindelse.stop()
    assert [str(et) for et in svar] == ["Godkendelsen kunne ikke bruges. Vælg den igen i målet."]
