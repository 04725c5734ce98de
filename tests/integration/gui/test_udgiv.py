# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog of publishing, with real dialogs on a project with the examples and real folders."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.panel_state import Access
from moedested_plugin.gui.panel_text import out_there_text
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.udgiv import plankort
from moedested_plugin.gui.udgiv.dialog import GANG, HISTORIK, UdgivDialog
from moedested_plugin.gui.udgiv.doer import UdgivDoer, UdOmgivelser
from moedested_plugin.gui.udgiv.maaldialog import Maaldialog
from moedested_plugin.gui.udgiv.maalform import Maalform
from moedested_plugin.gui.udgiv.planmodel import ART, PRIVAT
from moedested_plugin.gui.udgiv.plantekst import geometri_af
from moedested_plugin.gui.udgiv.tilbagedialog import Tilbagedialog
from moedested_plugin.project.byg import nyt_lag
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.publishing import privat
from moedested_plugin.publishing.aendringer import Art
from moedested_plugin.publishing.maal import FIL, Maal, gem_maal, navngivne
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.ude_nu import ude_nu, udloebne
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store, aabn
from tests.ows import Server, Svar

from .redigering import alle, tekst_i

MAAL = "Kommunens server"


class Udgiver:
    """A person at the dialog, and what they see."""

    def __init__(self, iface: Any, current: CurrentProject, qtbot: QtBot, folder: Path) -> None:
        self.current, self.qtbot = current, qtbot
        self.store: Store = aabn(current.store_address)
        self.maal = Maal(FIL, "moedesteder", str(folder))
        self.bar, self.tasks, self.settings = QgsMessageBar(), Tasks(), Settings()
        self.settings.udgiv_maal.setValue("")
        self.gemt = 0
        self.fund = 0
        self.doer = UdgivDoer(
            UdOmgivelser(
                iface, current, self.settings, self.tasks, Messages(self.bar), lambda: self.store,
                lambda: Access(True), self.gem_alle, self.vis_fund,
            )
        )  # fmt: skip

    def luk(self) -> None:
        self.tasks.close()
        self.doer.close()
        self.settings.close()
        self.store.luk()

    def gem_alle(self) -> None:
        self.gemt += 1
        for each in self.current.unsaved():
            assert each.layer.commitChanges()

    def vis_fund(self) -> None:
        self.fund += 1

    @property
    def dialog(self) -> UdgivDialog:
        assert self.doer.dialog is not None
        return self.doer.dialog

    @property
    def mappe(self) -> Mappe:
        return Mappe(self.maal)

    def aabn(self) -> None:
        gem_maal(self.store, {MAAL: self.maal})
        self.doer.vis()

    def klar(self) -> None:
        self.qtbot.waitUntil(lambda: not self.doer.gang.koerer, timeout=60_000)

    def tryk(self, i: QWidget, tekst: str) -> None:
        knap = next(k for k in alle(i, QPushButton) if k.text() == tekst)
        assert knap.isEnabled(), tekst
        knap.click()
        self.klar()

    def kan(self, tekst: str) -> bool:
        return any(k.isEnabled() for k in alle(self.dialog, QPushButton) if k.text() == tekst)

    def besked(self) -> str:
        return self.dialog.findChild(QLabel, "besked").text()

    def plan(self) -> None:
        self.tryk(self.dialog, "Lav plan")

    def udgiv(self) -> None:
        self.plan()
        self.tryk(self.dialog, "Udgiv")

    def linjer(self) -> list[str]:
        return [tekst_i(item) for item in self.bar.items()]

    def ret(self, art: str = "test") -> dict[str, str]:
        """A moedested gets another name, one moves, an activity goes."""
        moedesteder = [r for r in self.store.raekker("moedested") if r["off_kode"] == 1]
        paa_kort = [
            r for r in moedesteder if r[GEOMETRI] is not None and r["livscyklus_k"] is not None
        ]
        aktivitet = next(iter(self.store.raekker("aktivitet", ["aktivitet_id", "navn"])))
        navngivet, flyttet = paa_kort[0], paa_kort[1]
        sted = QgsGeometry()
        sted.fromWkb(flyttet[GEOMETRI])  # type: ignore[arg-type]  # a geometry is bytes
        punkt = sted.asPoint()
        nyt = QgsGeometry.fromPointXY(QgsPointXY(punkt.x() + 100, punkt.y()))
        with self.store.skriv(art, "kollega") as skriver:
            skriver.ret("moedested", str(navngivet["moedested_id"]), {"navn": "Ny stue ved åen"})
            skriver.ret("moedested", str(flyttet["moedested_id"]), {GEOMETRI: nyt.asWkb().data()})
            skriver.slet("aktivitet", str(aktivitet["aktivitet_id"]))
        return {
            "navngivet": str(navngivet["moedested_id"]),
            "gammelt": str(navngivet["navn"]),
            "flyttet": str(flyttet["moedested_id"]),
            "aktivitet": str(aktivitet["aktivitet_id"]),
        }


@pytest.fixture
def et_lag(made_once: Path, tmp_path: Path) -> Iterator[CurrentProject]:
    """A project with the one layer that makes it ours: much sooner read than all of them."""
    data = Path(shutil.copy(made_once / "data.gpkg", tmp_path / "Mødested data.gpkg"))
    project = QgsProject()
    with aabn(str(data)) as store:
        project.addMapLayer(nyt_lag(store, LAG_AF_ROLLE["moedested"], {}))
    following = CurrentProject(project)
    yield following
    following.close()
    project.clear()


@pytest.fixture
def en(qgis_iface: Any, et_lag: CurrentProject, qtbot: QtBot, tmp_path: Path) -> Iterator[Udgiver]:
    ud = tmp_path / "Ud på nettet"
    ud.mkdir()
    made = Udgiver(qgis_iface, et_lag, qtbot, ud)
    yield made
    made.luk()


def test_plan_publish_change_and_back(en: Udgiver) -> None:
    en.aabn()
    assert not en.kan("Udgiv"), "there is no plan yet"
    en.plan()
    side = en.dialog.plan
    assert side.plan is not None
    assert side.plan.fra is None
    assert side.tal.text().startswith("Første udgivelse: ")
    en.tryk(en.dialog, "Udgiv")
    assert en.dialog.faner.currentIndex() == GANG
    assert [t.text() for t in en.dialog.gang.tilstande] == ["✓", "✓", "✓", "–", "✓"]
    assert "Målet har ingen adresse" in en.dialog.gang.log.toPlainText()
    assert f"Udgivet til {MAAL}: 243 tilføjet" in en.linjer()[0]
    assert not en.kan("Udgiv"), "what is published is no longer a plan"
    foerste = en.mappe.gaeldende()
    assert foerste is not None

    rettet = en.ret()
    en.plan()
    assert side.plan is not None
    assert side.tal.text().startswith("0 tilføjes, 2 ændres, 1 fjernes.")
    tekster = {
        a.noegle: side.aendringer._model.felter(nr) for nr, a in enumerate(side.plan.aendringer)
    }
    assert tekster[rettet["navngivet"]] == f"Navn: {rettet['gammelt']} → Ny stue ved åen"
    assert tekster[rettet["flyttet"]] == "Placering: på kortet → flyttet 100 m"
    # The row that goes is marked as removed for somebody's privacy: going back does not bring it again.
    _marker(side.aendringer, rettet["aktivitet"])
    en.tryk(en.dialog, "Udgiv")
    assert {post.noegle for post in privat.laes(en.mappe.rod)} == {rettet["aktivitet"]}

    en.dialog.faner.setCurrentIndex(HISTORIK)
    en.klar()
    historik = en.dialog.historik
    tilstande = [historik.liste.topLevelItem(nr).text(5) for nr in range(2)]
    assert tilstande == ["vises nu", "kan vises igen"]
    assert historik.liste.topLevelItem(0).text(4) == "0 tilføjet, 2 ændret, 1 fjernet"
    en.tryk(historik, "Gå tilbage til denne udgivelse …")
    spoerg = en.dialog.findChild(Tilbagedialog)
    assert spoerg is not None
    assert spoerg.plan.version == foerste.version
    assert [a.art for a in spoerg.plan.aendringer] == [Art.AENDRET, Art.AENDRET]
    assert "1 rækker er udeladt af hensyn til privatliv." in spoerg.tal.text()
    assert en.mappe.gaeldende() != foerste, "nothing happens before the answer"
    spoerg.accept()
    en.klar()
    vist = en.mappe.gaeldende()
    assert vist is not None
    assert rettet["aktivitet"] not in vist.aftryk()["aktivitet"]
    assert vist.aftryk()["moedested"] == foerste.aftryk()["moedested"]


def _marker(side: Any, noegle: str) -> None:
    model = side._model
    nr = next(nr for nr, a in enumerate(model.aendringer) if a.noegle == noegle)
    indeks = model.index(nr, PRIVAT)
    assert model.flags(indeks) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.setData(indeks, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_table_search_and_map_lead_to_each_other(en: Udgiver, qtbot: QtBot) -> None:
    en.aabn()
    en.udgiv()
    rettet = en.ret()
    en.plan()
    side = en.dialog.plan.aendringer
    side.soeg.setText("ÅEN navn")
    assert [a.noegle for a in side.viste()] == [rettet["navngivet"]]
    side.soeg.setText("")
    side.art.setCurrentIndex(side.art.findData(Art.FJERNET))
    assert [a.noegle for a in side.viste()] == [rettet["aktivitet"]]
    # The map shows the change that the search hides: a click on it brings it back and chooses it.
    numre = {a.noegle: nr for nr, a in enumerate(side._model.aendringer)}
    nr = numre[rettet["flyttet"]]
    assert not side.kort.har_sted(numre[rettet["aktivitet"]])
    side.kort.gaa_til(nr)
    side.kort.canvas.waitWhileRendering()
    punkt = side.kort.canvas.getCoordinateTransform().transform(side.kort._steder[nr].asPoint())
    qtbot.mouseClick(  # type: ignore[no-untyped-call]  # pytest-qt has no types here
        side.kort.canvas.viewport(), Qt.MouseButton.LeftButton,
        pos=QPoint(round(punkt.x()), round(punkt.y())),
    )  # fmt: skip
    valgt = side._filter.mapToSource(side.tabel.currentIndex()).row()
    assert valgt == nr
    assert side.felter.topLevelItem(0).text(2) == "flyttet 100 m"
    # And the other way round: a line of the table flies there.
    side.vaelg(numre[rettet["navngivet"]])
    midt = side.kort.canvas.center()
    sted = side.kort._steder[numre[rettet["navngivet"]]].asPoint()
    assert midt.distance(sted) < 1


def test_map_shows_the_first_and_any_that_is_chosen(
    en: Udgiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plankort, "KORT_HOEJST", 5)
    en.aabn()
    en.plan()
    side = en.dialog.plan.aendringer
    model, kort = side._model, side.kort
    assert kort._flere.text().startswith("Kortet viser de første 5.")
    assert not kort._flere.isHidden()
    assert {*kort._steder} <= {*range(5)}
    nr = next(nr for nr in range(len(model.aendringer) - 1, 5, -1) if model.aendringer[nr].geometri)
    side.vaelg(nr)
    sted = geometri_af(model.aendringer[nr].geometri or b"").boundingBox()
    assert kort.canvas.extent().contains(sted)
    assert not kort.har_sted(nr)
    en.udgiv()
    en.ret()
    en.plan()
    assert kort._flere.isHidden(), "there is room for three"


def test_nothing_goes_out_while_edits_are_unsaved(en: Udgiver) -> None:
    en.aabn()
    en.plan()
    layer = en.current.layer("moedested")
    assert layer is not None
    assert layer.startEditing()
    fid = next(layer.getFeatures()).id()
    assert layer.changeAttributeValue(fid, layer.fields().indexOf("lokalomraade"), "Havnen")
    en.tryk(en.dialog, "Udgiv")
    assert en.besked() == "Gem eller fortryd først rettelserne i Mødesteder."
    assert en.mappe.gaeldende() is None
    en.tryk(en.dialog, "Gem alle")
    assert en.gemt == 1
    assert not en.current.unsaved()
    assert not en.kan("Udgiv"), "the old plan lacks what was saved"


def test_held_rows_are_listed_and_opened(
    en: Udgiver, qgis_iface: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    en.store.saet_indstilling("udgivelse", {"kraev_godkendt": True})
    raekke = next(r for r in en.store.raekker("moedested") if r["off_kode"] == 1)
    for r in en.store.raekker("moedested", ["moedested_id"]):
        if r["moedested_id"] == raekke["moedested_id"]:
            continue
        with en.store.skriv("test", "kollega") as skriver:
            skriver.ret("moedested", str(r["moedested_id"]), {"godkendt_dato": dt.date(2026, 1, 1)})
    with en.store.skriv("test", "kollega") as skriver:
        skriver.ret("moedested", str(raekke["moedested_id"]), {"godkendt_dato": None})
    en.aabn()
    en.plan()
    holdte = en.dialog.plan.holdte
    fundne = [holdte.topLevelItem(nr) for nr in range(holdte.topLevelItemCount())]
    assert [p.text(1) for p in fundne] == [raekke["navn"]]
    assert "Mangler dato for godkendelse." in fundne[0].text(2)
    assert fundne[0].text(3) == "nej"
    aabnet: list[str] = []
    monkeypatch.setattr(
        "moedested_plugin.gui.gem_vis.vis_raekke",
        lambda _iface, layer, fid: aabnet.append(str(layer.getFeature(fid)["moedested_id"])),
    )
    en.dialog.plan.faner.setCurrentIndex(1)
    holdte.setCurrentItem(fundne[0])
    en.tryk(en.dialog.plan, "Åbn formularen")
    assert aabnet == [raekke["moedested_id"]]
    en.tryk(en.dialog.plan, "Vis fund")
    assert en.fund == 1
    assert en.kan("Udgiv"), "the rest may go out without it"


@pytest.fixture
def laas() -> Iterator[ExitStack]:
    """Locks that are held until the end."""
    with ExitStack() as stak:
        yield stak


def test_what_stands_in_the_way_is_said(
    en: Udgiver, laas: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    en.aabn()
    en.plan()
    laas.enter_context(en.mappe.laast("Karen"))
    en.tryk(en.dialog, "Udgiv")
    assert en.besked().startswith("Karen er ved at udgive fra ")
    assert en.besked().endswith("Intet er ændret.")
    assert en.mappe.gaeldende() is None
    assert [t.text() for t in en.dialog.gang.tilstande] == ["○"] * 5
    # The lock was forgotten: it can be taken away, after a question.
    spurgt: list[str] = []

    def ja(_hvem: QWidget, _titel: str, tekst: str) -> QMessageBox.StandardButton:
        spurgt.append(tekst)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", ja)
    en.tryk(en.dialog, "Bryd låsen …")
    assert "Karen" in spurgt[0]
    assert en.mappe.laest_af() is None
    en.tryk(en.dialog, "Udgiv")
    assert en.mappe.gaeldende() is not None


def test_few_active_is_said(en: Udgiver) -> None:
    aktive = [r for r in en.store.raekker("moedested") if r["livscyklus_k"] == 3]
    with en.store.skriv("test", "kollega") as skriver:
        for r in aktive:
            skriver.ret("moedested", str(r["moedested_id"]), {"off_kode": 2})
    en.aabn()
    en.plan()
    assert en.dialog.plan.obs.text().startswith("Der er kun 0 aktive mødesteder i udgivelsen.")


def test_every_kind_of_target_is_offered_by_its_name(qtbot: QtBot) -> None:
    form = Maalform()
    tilbudt = {form.type.itemData(nr): form.type.itemText(nr) for nr in range(form.type.count())}
    assert tilbudt == {
        "qgisserver-file": "QGIS Server, data i en mappe",
        "qgisserver-postgis": "QGIS Server, data i PostGIS",
        "mapserver": "MapServer, data i en mappe",
    }


def test_an_address_out_of_reach_keeps_the_new_version_and_offers_the_way_back(en: Udgiver) -> None:
    en.aabn()
    en.udgiv()
    en.ret()
    en.maal = Maal(FIL, "moedesteder", en.maal.folder, url="http://127.0.0.1:9/", wait=1)
    gem_maal(en.store, {MAAL: en.maal})
    en.doer._maal_rettet()
    en.udgiv()
    (item,) = [i for i in en.bar.items() if "Men tjenesten kan ikke nås herfra." in tekst_i(i)]
    assert "Men tjenesten kan ikke nås herfra: 127.0.0.1" in en.besked()
    assert en.dialog.gang.tilstande[3].text() == "–"
    en.tryk(item, "Gå tilbage")
    assert en.dialog.faner.currentIndex() == HISTORIK
    valgt = en.dialog.historik.liste.selectedItems()
    assert [p.text(5) for p in valgt] == ["kan vises igen"]


def test_a_wrong_answer_shows_the_earlier_version_again(en: Udgiver) -> None:
    en.aabn()
    en.udgiv()
    foerste = en.mappe.gaeldende()
    en.ret()
    with Server(lambda _dele, _handler: Svar(b"<html/>", type="text/html")) as anden:
        en.maal = replace(en.maal, url=anden.adresse, wait=1.0)
        gem_maal(en.store, {MAAL: en.maal})
        en.doer._maal_rettet()
        en.udgiv()
    assert en.besked().startswith("Tjenesten svarede forkert, så den forrige version vises igen: ")
    assert en.dialog.gang.tilstande[3].text() == "✗"
    assert en.mappe.gaeldende() == foerste
    en.dialog.faner.setCurrentIndex(HISTORIK)
    en.klar()
    liste = en.dialog.historik.liste
    assert [liste.topLevelItem(nr).text(2) for nr in range(2)] == ["Fortrudt", "Udgivet"]


def test_breaking_off_before_the_swap_changes_nothing(en: Udgiver) -> None:
    en.aabn()
    en.plan()
    gang = en.doer.gang
    # In the working thread, at the very step: no matter how busy the machine is.
    gang.trin.connect(  # type: ignore[call-arg]  # the stubs know one argument
        lambda navn: gang.afbryd() if navn == "byg" else None, Qt.ConnectionType.DirectConnection
    )
    en.tryk(en.dialog, "Udgiv")
    assert en.besked() == "Udgivelsen blev afbrudt. Intet er ændret."
    assert en.mappe.gaeldende() is None


def test_targets_are_made_tried_and_kept(
    en: Udgiver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, laas: ExitStack
) -> None:
    en.doer.vis()
    assert "Der er intet mål endnu." in en.dialog.plan._tom.text()
    assert not en.kan("Lav plan")
    en.doer.vis_maal()
    maaldialog = en.dialog.findChild(Maaldialog)
    assert maaldialog is not None
    side = maaldialog.maal

    def testet() -> list[str]:
        en.tryk(side, "Test forbindelse")
        qtbot.waitUntil(side.test.isEnabled, timeout=20_000)
        return [side.resultat.item(nr).text() for nr in range(side.resultat.count())]

    en.tryk(side, "Nyt mål")
    side.form.navn.setText(MAAL)
    side.form.service.setText("Møde steder")
    side.form.folder.setFilePath(en.maal.folder)
    assert testet()[0].startswith("✗  Tjenestens navn må kun have små bogstaver")
    maaldialog.accept()
    assert maaldialog.isVisible()
    assert "Tjenestens navn" in maaldialog.besked.text()
    side.form.service.setText("moedesteder")
    before = sorted(Path(en.maal.folder).iterdir())
    svar = testet()
    assert svar[0].startswith("✓  Der kan skrives, erstattes og slettes i ")
    assert sorted(Path(en.maal.folder).iterdir()) == before, "the test leaves nothing behind"
    side.form.folder.setFilePath(str(Path(en.maal.folder) / "findes ikke"))
    assert testet()[0].startswith("✗  Mappen ")
    side.form.folder.setFilePath(en.maal.folder)

    # A forgotten lock: who and since when, and taken away only after a yes.
    laas.enter_context(en.mappe.laast("Karen"))
    assert any("Karen er ved at udgive" in linje for linje in testet())
    svarer = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    spurgt: list[str] = []

    def question(_hvem: QWidget, _titel: str, tekst: str) -> QMessageBox.StandardButton:
        spurgt.append(tekst)
        return svarer.pop(0)

    monkeypatch.setattr(QMessageBox, "question", question)
    en.tryk(side, "Bryd låsen …")
    assert en.mappe.laest_af() is not None
    en.tryk(side, "Bryd låsen …")
    qtbot.waitUntil(side.test.isEnabled, timeout=20_000)
    assert en.mappe.laest_af() is None
    assert "Karen" in spurgt[0]

    maaldialog.krav.felter["kraev_anden"][0].setChecked(True)
    maaldialog.tjeneste.felter["telefon"].setText("54 73 10 00")
    maaldialog.accept()
    assert navngivne(en.store) == {MAAL: en.maal}
    assert en.store.indstilling("udgivelse") == {
        "kraev_godkendt": False, "kraev_anden": True, "andres_steder": True
    }  # fmt: skip
    assert en.store.indstilling("tjeneste") == {"telefon": "54 73 10 00"}
    assert en.dialog.navn == MAAL
    assert en.kan("Lav plan")


def test_the_panel_is_told_how_old_the_published_data_are(en: Udgiver) -> None:
    assert out_there_text(ude_nu(en.store)) == ""
    raekke = next(r for r in en.store.raekker("aktivitet") if r["dato_til"] is None)
    i_dag = dt.datetime.now(dt.timezone.utc).astimezone().date()
    with en.store.skriv("test", "kollega") as skriver:
        skriver.ret(
            "aktivitet", str(raekke["aktivitet_id"]),
            {"dato_fra": i_dag - dt.timedelta(days=9), "dato_til": i_dag},
        )  # fmt: skip
    en.aabn()
    en.udgiv()
    ude = ude_nu(en.store)
    assert ude is not None
    assert ude.udloebne == 0
    assert out_there_text(ude) == "Udgivet i dag."
    udgave = en.mappe.gaeldende()
    assert udgave is not None
    assert udloebne(udgave, i_dag + dt.timedelta(days=1)) == 1
    for_lidt_siden = replace(ude, tid=ude.tid - dt.timedelta(days=3), udloebne=4)
    assert out_there_text(for_lidt_siden) == (
        "Udgivet for 3 dage siden.\nUdgivne aktiviteter, der er overstået: 4. Udgiv igen."
    )


def test_model_says_what_each_column_is(en: Udgiver) -> None:
    en.aabn()
    en.plan()
    model = en.dialog.plan.aendringer._model
    hoved = [model.headerData(nr, Qt.Orientation.Horizontal) for nr in range(model.columnCount())]
    assert hoved == ["Art", "Lag", "Navn", "Ændring", "Privat"]
    indeks = model.index(0, PRIVAT)
    assert not model.flags(indeks) & Qt.ItemFlag.ItemIsUserCheckable, "nothing of it was out before"
    assert model.data(model.index(0, ART)) == "Tilføjet"
