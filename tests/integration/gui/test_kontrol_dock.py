# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of findings as the user works with it: find, go there, mend, accept, save; on both kinds of store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsGeometry
from qgis.gui import QgsAttributeDialog
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QAbstractItemModelTester, QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from moedested_plugin.checks.fund import Fund
from moedested_plugin.checks.kontrol import Valg, kontroller
from moedested_plugin.checks.objekter import Objekt
from moedested_plugin.checks.resultat import Post, Resultat
from moedested_plugin.domain.kontroller import alle_kontroller
from moedested_plugin.gui.formular_felt import widget_for
from moedested_plugin.gui.formular_raad import FormularRaad
from moedested_plugin.gui.kontrol import kontrollant, rapport
from moedested_plugin.gui.kontrol.detaljer import som_tekst
from moedested_plugin.gui.kontrol.fundmodel import FundModel
from moedested_plugin.gui.kontrol.liste import Filter, Fundliste
from moedested_plugin.store import Store, StoreFejl, aabn
from tests.integration.gui.kontrolleret import Rum, rum
from tests.integration.gui.redigering import alle, bo, knap, punkt, ro, widgets
from tests.integration.store.raekker import gyldig

__all__ = ["bo", "rum", "widgets"]

MELLEMRUM, UDEN_STED = "felter.mellemrum", "moedested.sted.kraeves"
#: Names with too many spaces, and an active mødested without an address.
NAVNE = ("  Torvet", "Ved  skoven", "Havnen  ")


BEGGE = pytest.mark.parametrize("store", ["geopackage", "postgis"], indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Store:
    """A GeoPackage, where a test does not ask for both kinds."""
    postgis = getattr(request, "param", "") == "postgis"
    fundet: Store = request.getfixturevalue("postgis_store" if postgis else "gpkg_store")
    return fundet


def sted(x: float) -> bytes:
    return bytes(QgsGeometry.fromWkt(punkt(x)).asWkb())


@pytest.fixture(autouse=True)
def data(store: Store) -> None:
    with store.skriv("prøve", "Anne") as skriver:
        for nr, navn in enumerate(NAVNE):
            raekke = gyldig("moedested") | {
                "navn": navn, "livscyklus_k": 1, "geometri": sted(690_000 + 500 * nr),
            }  # fmt: skip
            skriver.indsaet("moedested", [raekke])
        aktiv = gyldig("moedested") | {"navn": "Kaffe", "livscyklus_k": 3, "sted": None}
        skriver.indsaet("moedested", [aktiv])


def rettede_navne(rum: Rum) -> set[str]:
    return {str(f["navn"]) for f in rum.bo.lag("moedested").getFeatures()}


def test_findings_stand_by_severity_with_what_to_do_and_can_be_filtered(rum: Rum) -> None:
    rum.kontrollant.vis()
    rum.vent(lambda: "ikke kontrolleret endnu" in rum.dock._besked.text())
    rum.koer()
    assert rum.dock.model._grene[0].alvor.value == "fejl"
    assert len(rum.poster(MELLEMRUM)) == 3
    assert rum.dock.status.text().startswith(f"Fejl: {rum.dock.model._grene[0].antal}, ")
    linje = rum.dock.model.plads(rum.linjer()[UDEN_STED].noegle)
    hele = rum.dock.model.data(linje, Qt.ItemDataRole.ToolTipRole)
    assert hele == f"{alle_kontroller()[UDEN_STED].besked} · Mødesteder"  # a narrow dock cuts it
    rum.vaelg(UDEN_STED, "Kaffe")
    kontrol = alle_kontroller()[UDEN_STED]
    tekst = rum.dock.tekst.toPlainText()
    for del_ in (kontrol.besked, kontrol.hvorfor, kontrol.raad, "Mødesteder · Kaffe", "Set i dag."):
        assert del_ in tekst

    # search and filters leave out the rest, and say so
    filter_ = rum.dock.filter
    filter_.soeg.setText("skoven mellemrum")
    rum.vent(lambda: len(rum.poster(MELLEMRUM)) == 1)
    assert list(rum.linjer()) == [MELLEMRUM]
    filter_.soeg.setText("findes slet ikke")
    rum.vent(lambda: rum.dock.model.rowCount() == 0)
    assert "Ingen fund passer" in rum.dock._besked.text()
    rum.dock._vis_alle.click()
    assert len(rum.poster(MELLEMRUM)) == 3

    rum.vis(690_500, 6_080_000)
    filter_.udsnit.setChecked(True)
    assert [rum.liste.kaldes(p) for p in rum.poster(MELLEMRUM)] == ["Ved skoven"]
    rum.vis(690_000, 6_080_000)
    rum.vent(lambda: [rum.liste.kaldes(p) for p in rum.poster(MELLEMRUM)] == ["Torvet"])
    filter_.ryd()

    rum.qgis.setActiveLayer(rum.bo.lag("baenk"))
    filter_.lag.setChecked(True)
    assert rum.linjer() == {}
    rum.qgis.setActiveLayer(rum.bo.lag("moedested"))
    assert len(rum.poster(MELLEMRUM)) == 3
    assert "Viser kun: Mødesteder" in filter_._tekst.text()
    filter_.ryd()

    filter_.nye.setChecked(True)
    assert len(rum.poster(MELLEMRUM)) == 3
    rum.koer()
    assert rum.linjer() == {}
    filter_.ryd()
    filter_.vaelg_organisation("Ingen")
    assert rum.linjer() == {}

    filter_.ryd()

    # a click goes to the exact place, and the keys do too
    rum.vis(600_000, 6_000_000, 50_000)
    rum.vaelg(MELLEMRUM, "Ved skoven")
    QTest.keyClick(rum.dock.trae, Qt.Key.Key_Return)
    ro()
    midte = rum.qgis.kort.center()
    assert (round(midte.x()), round(midte.y())) == (690_500, 6_080_000)
    assert rum.qgis.kort.scale() <= 2_600
    with rum.qtbot.waitSignal(rum.dock.aabn) as bedt:
        QTest.keyClick(rum.dock.trae, Qt.Key.Key_F2)
    assert bedt.args[0].fund.felt == "navn"
    (form,) = alle(rum.qgis.vindue, QgsAttributeDialog)
    rum.vent(lambda: QApplication.focusWidget() is widget_for(form.attributeForm(), "navn"))
    form.reject()
    ro()


@BEGGE
def test_all_of_a_kind_are_mended_in_one_step_that_can_be_undone(rum: Rum) -> None:
    rum.koer()
    rum.vaelg(MELLEMRUM, "Torvet")
    assert rum.dock._ret_alle.text().replace("&", "") == "Ret alle 3"
    rum.tryk("_ret_alle")
    assert rettede_navne(rum) == {"Torvet", "Ved skoven", "Havnen", "Kaffe"}
    layer = rum.bo.lag("moedested")
    assert layer.undoStack().count() == 1
    rum.vent(lambda: not rum.poster(MELLEMRUM))
    assert rum.dock.trae.currentIndex().isValid(), "the keys go on working"
    rum.bo.tryk("Fortryd")
    assert set(NAVNE) < rettede_navne(rum)
    rum.vent(lambda: len(rum.poster(MELLEMRUM)) == 3)

    rum.bo.lag("moedested").rollBack()
    rum.bo.lag("moedested").setReadOnly(True)
    rum.vaelg(MELLEMRUM, "Torvet")
    rum.tryk("_ret")
    assert any("Mødesteder kan ikke redigeres lige nu" in linje for linje in rum.bo.linjer())
    assert not rum.bo.lag("moedested").isModified()
    rum.bo.lag("moedested").setReadOnly(False)


@BEGGE
@pytest.mark.parametrize("gem", [True, False])
def test_what_is_not_saved_is_said_no_longer_than_it_is_true(rum: Rum, gem: bool) -> None:
    rum.koer()
    rum.vaelg(MELLEMRUM, "Torvet")
    rum.tryk("_ret")
    assert "Mødested: 1 rettet, men ikke gemt." in rum.bo.linjer()
    if gem:
        assert rum.bo.gem()
    else:
        rum.bo.lag("moedested").rollBack()
    ro()
    assert not [linje for linje in rum.bo.linjer() if "ikke gemt" in linje]


def accepter(rum: Rum, begrundelse: str, knap_: str = "_accepter") -> None:
    def udfyld(dialog: Any) -> None:
        ok = knap(dialog, "Acceptér")
        assert not ok.isEnabled(), "a reason is asked for"
        dialog._begrundelse.setPlainText(begrundelse)
        dialog._initialer.setText("BO")
        ok.click()

    rum.svar(udfyld)
    rum.tryk(knap_)


@BEGGE
def test_an_accepted_finding_is_gone_for_colleagues_and_back_when_its_object_changes(
    rum: Rum,
) -> None:
    rum.koer()
    rum.vaelg(MELLEMRUM, "Torvet")
    accepter(rum, "Aftalt med foreningen")
    assert navne(rum) == ["Havnen", "Ved skoven"]
    assert rum.settings.kontrol_initialer.value() == "BO"

    rum.kontrollant._projekt_skiftet()  # a colleague opens the project
    rum.hent()
    assert navne(rum) == ["Havnen", "Ved skoven"]
    rum.dock.filter.accepterede.setChecked(True)
    rum.vaelg(MELLEMRUM, "Torvet")
    assert "af BO: Aftalt med foreningen" in rum.dock.tekst.toPlainText()
    rum.dock.filter.accepterede.setChecked(False)

    rum.bo.rediger()
    rum.bo.ret("moedested", rum.bo.fid("moedested", "  Torvet"), {"navn": "  Torvet nu"})
    rum.vent(lambda: "Torvet nu" in navne(rum))
    rum.bo.lag("moedested").rollBack()
    rum.vent(lambda: navne(rum) == ["Havnen", "Ved skoven"])

    rum.dock.filter.accepterede.setChecked(True)
    rum.vaelg(MELLEMRUM, "Torvet")
    rum.tryk("_ophaev")
    assert not any(post.accepteret for post in rum.poster(MELLEMRUM))
    assert rum.store.antal("undtagelse") == 0


def navne(rum: Rum) -> list[str]:
    return [rum.liste.kaldes(post) for post in rum.poster(MELLEMRUM)]


def test_what_hits_a_tenth_of_a_layer_is_folded_and_accepted_for_its_source(rum: Rum) -> None:
    with rum.store.skriv("prøve", "Anne") as skriver:
        for nr in range(12):
            raekke = gyldig("moedested") | {"navn": f"Sted  {nr}", "livscyklus_k": 1, "kilde_k": 2}
            skriver.indsaet("moedested", [raekke])
    rum.koer()
    assert rum.linjer()[MELLEMRUM].foldet
    rum.vaelg(MELLEMRUM)
    assert "mere end hver tiende" in rum.dock.tekst.toPlainText()
    accepter(rum, "Sådan hedder de hos kilden", "_kilde")
    assert navne(rum) == ["Havnen", "Torvet", "Ved skoven"]


@BEGGE
def test_edited_rows_are_checked_as_they_change_and_kept_when_saved(rum: Rum) -> None:
    rum.koer()
    rum.bo.rediger()
    ny = rum.bo.ny("moedested", {"navn": "Nyt  sted", "formaal_k": [1]}, punkt())
    rum.vent(lambda: len(rum.poster(MELLEMRUM)) == 4)
    rum.bo.ret("moedested", ny, {"navn": "Nyt sted"})
    rum.bo.ret("moedested", rum.bo.fid("moedested", "  Torvet"), {"navn": "Torvet"})
    rum.vent(lambda: len(rum.poster(MELLEMRUM)) == 2)
    rum.dock.filter.mine.setChecked(True)
    assert MELLEMRUM not in rum.linjer()
    rum.bo.ret("moedested", rum.bo.fid("moedested", "Kaffe"), {"navn": "Kaffe  nu"})
    rum.vent(lambda: [rum.liste.kaldes(p) for p in rum.poster(MELLEMRUM)] == ["Kaffe nu"])
    with rum.qtbot.waitSignal(rum.kontrollant.aendret, timeout=30_000):
        assert rum.bo.gem()
    gemte = [r for r in rum.store.raekker("fund") if r["regel"] == MELLEMRUM]
    assert len(gemte) == 3
    rum.bo.lag("moedested").deleteFeature(rum.bo.fid("moedested", "Kaffe  nu"))
    rum.vent(lambda: MELLEMRUM not in rum.linjer())


@BEGGE
def test_edited_rows_are_checked_before_anybody_has_opened_the_list(rum: Rum) -> None:
    with aabn(rum.store.adresse) as andens:
        kontroller(andens, Valg(af="Anne"))
    ro()  # the project has been seen
    rum.bo.rediger()
    rum.vent(lambda: rum.kontrollant.liste is not None)
    assert rum.kontrollant.dock is None
    rum.bo.ret("moedested", rum.bo.fid("moedested", "  Torvet"), {"navn": "Torvet"})
    rum.vent(lambda: len(navne_med_mellemrum(rum)) == 2)
    with rum.qtbot.waitSignal(rum.kontrollant.aendret):
        assert rum.bo.gem()
    gemte = [r for r in rum.store.raekker("fund") if r["regel"] == MELLEMRUM]
    assert len(gemte) == 2
    assert rum.bo.linjer() == []


def test_findings_that_cannot_be_read_are_no_message_to_who_only_draws(
    rum: Rum, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nede(*_: object) -> None:
        raise StoreFejl("Databasen svarer ikke.")

    monkeypatch.setattr(kontrollant, "hent", nede)
    ro()
    rum.bo.rediger()
    rum.vent(lambda: bool(rum.kontrollant._redigeret) and rum.kontrollant._opgave is None)
    assert rum.bo.linjer() == []
    rum.kontrollant.vis()
    rum.vent(lambda: rum.bo.linjer() != [])


def navne_med_mellemrum(rum: Rum) -> list[str]:
    return [p.fund.noegle for p in rum.liste.resultat.poster if p.fund.kontrol.kode == MELLEMRUM]


def test_a_row_is_checked_as_it_is_written_in_its_form(rum: Rum) -> None:
    rum.koer()
    raad = FormularRaad(rum.bo.project)
    raad.skrevet.connect(rum.kontrollant.skrevet)
    rum.bo.rediger()
    layer = rum.bo.lag("moedested")
    for svar, efter in (("reject", []), ("accept", ["Kaffe nu"])):
        feature = layer.getFeature(rum.bo.fid("moedested", "Kaffe"))
        dialog = rum.qgis.getFeatureForm(layer, feature)
        dialog.show()
        raad.foelg(dialog.attributeForm())
        vagt = rum.kontrollant._vagt
        assert vagt is not None
        assert not vagt._redigerede._venter, "merely opened"
        dialog.attributeForm().changeAttribute("navn", "Kaffe  nu")
        rum.vent(lambda: "Kaffe nu" in navne(rum))
        assert layer.undoStack().count() == 0
        getattr(dialog, svar)()
        ro()
        rum.vent(lambda efter=efter: [n for n in navne(rum) if "Kaffe" in n] == efter)  # type: ignore[misc]
    assert layer.undoStack().count() == 1
    raad.close()


def test_nothing_is_written_while_a_colleague_has_the_file(rum: Rum) -> None:
    rum.maa_rette = False
    rum.koer()
    assert len(rum.poster(MELLEMRUM)) == 3
    rum.vaelg(MELLEMRUM, "Torvet")
    rum.tryk("_accepter")
    assert len(rum.poster(MELLEMRUM)) == 3
    assert any("ikke rette" in linje for linje in rum.bo.linjer())
    assert rum.store.antal("fund") == rum.store.antal("undtagelse") == 0


def test_copies_with_tabs_and_writes_a_report(rum: Rum, tmp_path: Path) -> None:
    rum.koer()
    rum.vaelg(UDEN_STED, "Kaffe")
    QTest.keyClick(rum.dock.trae, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rum.dock.kopier.emit(rum.dock.valgte())
    hoved, linje = QGuiApplication.clipboard().text().splitlines()
    assert len(hoved.split("\t")) == len(linje.split("\t")) == 5
    assert "Mødesteder · Kaffe" in linje
    sti = tmp_path / "rapport æ.html"
    rapport.skriv(rum.kontrollant, sti)
    rum.vent(sti.exists)
    rum.vent(lambda: any("Rapporten er gemt" in en for en in rum.bo.linjer()))
    assert "Kaffe" in sti.read_text("utf-8")


def mange(antal: int) -> Fundliste:
    nu = dt.datetime.now(dt.timezone.utc)
    koder = [kontrol for kontrol in alle_kontroller().values() if not kontrol.haard][:40]
    poster = []
    for nr in range(antal):
        kontrol = koder[nr % len(koder)]
        vaerdier = {"antal": nr, "felt": "Navn", "navn": f"Sted {nr}"}
        fund = Fund(
            kontrol, kontrol.tabeller[0], f"k{nr}", vaerdier, None, (690_000.0 + nr, 6_080_000.0)
        )
        poster.append(Post(fund, str(nr), nu))
    objekter = {
        (p.fund.tabel, p.fund.noegle): Objekt(f"Sted {p.fund_id}", "moedested") for p in poster
    }
    return Fundliste(Resultat(tuple(poster)), objekter)


def test_the_model_asks_nothing_of_rows_that_are_not_seen_and_closing_leaves_nothing(
    rum: Rum,
) -> None:
    model = FundModel()
    proever = QAbstractItemModelTester(model)
    liste = mange(300)
    model.vis(liste, liste.grene(Filter()))
    model.vis(liste, liste.grene(Filter(ord="sted 7")))
    model.vis(None, [])
    assert proever.failureReportingMode() is not None

    rum.kontrollant.vis()
    liste = mange(10_000)
    rum.kontrollant.liste = liste
    spurgt = 0
    rigtig = rum.dock.model._vist

    def talt(index: Any) -> str:
        nonlocal spurgt
        spurgt += 1
        return rigtig(index)

    rum.dock.model._vist = talt  # type: ignore[method-assign]
    rum.kontrollant.tegn()
    rum.dock._husk.fold_alt(aaben=True)
    ro()
    rum.dock.trae.scrollToBottom()
    ro()
    assert 0 < spurgt < 2_000
    assert sum(gren.antal for gren in rum.dock.model._grene) == 10_000
    assert len(som_tekst(liste, liste.resultat.poster).splitlines()) == 10_001

    # closing leaves nothing in QGIS
    assert [d.objectName() for d in rum.qgis.vindue.findChildren(type(rum.dock))] == [
        "MoedestedKontrol"
    ]
    rum.kontrollant.close()
    ro()
    assert rum.qgis.vindue.findChildren(QPushButton) == []
    rum.qgis.setActiveLayer(rum.bo.lag("moedested"))
    rum.vis(690_000, 6_080_000)
    rum.ny()
