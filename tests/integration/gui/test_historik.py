# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from qgis.core import Qgis, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsActionMenu, QgsGui, QgsMapLayerActionContext
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTreeWidget,
)

from moedested_plugin.domain.steder import BAENK_TYPER
from moedested_plugin.gui.historik_dialog import GendanDialog, HistorikDialog
from moedested_plugin.gui.historik_handling import HistorikHandling
from moedested_plugin.project.lag import LAG
from moedested_plugin.store import Store, aabn
from tests.integration.gui.redigering import alle, byg_lag, en, knap, ro, store, widgets
from tests.integration.store.raekker import gyldig

__all__ = ["store", "widgets"]


@pytest.fixture
def noegle(store: Store) -> str:
    """Torvet: made, changed twice by two people."""
    with store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet("moedested", [{"navn": "Torvet", "formaal_k": [1], "livscyklus_k": 1}])
        skriver.indsaet("moedested", [{"navn": "Skoven", "formaal_k": [1]}])
    noegle = str(
        next(r for r in store.raekker("moedested") if r["navn"] == "Torvet")["moedested_id"]
    )
    with store.skriv("prøve", "Anne") as skriver:
        skriver.ret("moedested", noegle, {"navn": "Torvet i Nykøbing", "livscyklus_k": 2})
    with store.skriv("prøve", "Bo") as skriver:
        skriver.ret("moedested", noegle, {"sted": "Algade 1"})
    return noegle


Aabn = Callable[..., HistorikDialog]


@pytest.fixture
def aabnet(store: Store, widgets: None) -> Iterator[Aabn]:
    aabne: list[HistorikDialog] = []

    def aabn_dialog(tabel: str = "", noegle: str = "", *, ugemte: bool = False) -> HistorikDialog:
        dialog = HistorikDialog(aabn(store.adresse), "Carl", lambda *_: ugemte, tabel, noegle)
        aabne.append(dialog)
        dialog.show()
        return dialog

    yield aabn_dialog
    for dialog in aabne:
        dialog.close()
    ro()


def synlige(dialog: HistorikDialog) -> list[list[str]]:
    liste = en(dialog, QTreeWidget, "linjer")
    punkter = [liste.topLevelItem(nummer) for nummer in range(liste.topLevelItemCount())]
    return [[p.text(spalte) for spalte in (1, 2, 3)] for p in punkter if not p.isHidden()]


def vaelg(dialog: HistorikDialog, hvad: str) -> None:
    liste = en(dialog, QTreeWidget, "linjer")
    liste.setCurrentItem(liste.findItems(hvad, Qt.MatchFlag.MatchContains, 3)[0])


def gendan(dialog: HistorikDialog, svar: Callable[[GendanDialog], object]) -> None:
    def svar_nu() -> None:
        aktiv = QApplication.activeModalWidget()
        assert isinstance(aktiv, GendanDialog)
        svar(aktiv)

    QTimer.singleShot(0, svar_nu)
    knap(dialog, "Gendan …").click()
    ro()


def nu(store: Store, navn: str = "moedested_id", vaerdi: str = "") -> dict[str, Any]:
    return next(dict(r) for r in store.raekker("moedested") if str(r[navn]) == vaerdi)


def test_says_who_did_what(store: Store, noegle: str, aabnet: Aabn) -> None:
    assert synlige(aabnet("moedested", noegle)) == [
        ["Bo", "Torvet i Nykøbing · Mødesteder", "Adresse eller stedsangivelse: (tom) → Algade 1"],
        ["Anne", "Torvet i Nykøbing · Mødesteder",
         "Navn: Torvet → Torvet i Nykøbing; Livscyklus: Idé → Under etablering"],
        ["Bo", "Torvet · Mødesteder", "Oprettet"],
    ]  # fmt: skip


def test_searches_the_whole_store(store: Store, noegle: str, aabnet: Aabn) -> None:
    dialog = aabnet()
    assert len(synlige(dialog)) == 4
    en(dialog, QLineEdit).setText("anne nykøbing")
    assert [linje[0] for linje in synlige(dialog)] == ["Anne"]


def test_a_row_without_a_name_says_what_it_is(store: Store, aabnet: Aabn) -> None:
    with store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet(
            "facilitet_punkt", [gyldig("facilitet_punkt") | {"facil_ty_k": BAENK_TYPER[0]}]
        )
    assert synlige(aabnet()) == [["Bo", "Bænk · Faciliteter", "Oprettet"]]


def test_brings_a_row_back(store: Store, noegle: str, aabnet: Aabn) -> None:
    dialog = aabnet("moedested", noegle)
    vaelg(dialog, "Navn: Torvet")
    gendan(dialog, lambda d: d.accept())
    raekke = nu(store, vaerdi=noegle)
    assert [raekke["navn"], raekke["livscyklus_k"], raekke["sted"]] == ["Torvet", 1, None]
    assert synlige(dialog)[0][0] == "Carl"
    vaelg(dialog, "Torvet i Nykøbing → Torvet")
    gendan(dialog, lambda d: d.accept())
    raekke = nu(store, vaerdi=noegle)
    assert [raekke["navn"], raekke["livscyklus_k"], raekke["sted"]] == [
        "Torvet i Nykøbing",
        2,
        "Algade 1",
    ]


def test_brings_single_fields_back(store: Store, noegle: str, aabnet: Aabn) -> None:
    dialog = aabnet("moedested", noegle)
    vaelg(dialog, "Navn: Torvet")

    def kun_navnet(spoergsmaal: GendanDialog) -> None:
        liste = en(spoergsmaal, QListWidget, "felter")
        for nummer in range(liste.count()):
            if not liste.item(nummer).text().startswith("Navn"):
                liste.item(nummer).setCheckState(Qt.CheckState.Unchecked)
        spoergsmaal.accept()

    gendan(dialog, kun_navnet)
    raekke = nu(store, vaerdi=noegle)
    assert [raekke["navn"], raekke["livscyklus_k"], raekke["sted"]] == ["Torvet", 2, "Algade 1"]


def test_brings_a_deleted_row_back(store: Store, noegle: str, aabnet: Aabn) -> None:
    with store.skriv("prøve", "Bo") as skriver:
        skriver.slet("moedested", noegle)
    dialog = aabnet("moedested", noegle)
    vaelg(dialog, "Slettet")
    gendan(dialog, lambda d: d.accept())
    raekke = nu(store, vaerdi=noegle)
    assert [raekke["navn"], raekke["sted"]] == ["Torvet i Nykøbing", "Algade 1"]


def test_changes_nothing_when_the_user_says_no(store: Store, noegle: str, aabnet: Aabn) -> None:
    dialog = aabnet("moedested", noegle)
    vaelg(dialog, "Navn: Torvet")
    gendan(dialog, lambda d: d.reject())
    assert nu(store, vaerdi=noegle)["navn"] == "Torvet i Nykøbing"


def test_refuses_while_the_row_has_unsaved_edits(store: Store, noegle: str, aabnet: Aabn) -> None:
    dialog = aabnet("moedested", noegle, ugemte=True)
    vaelg(dialog, "Navn: Torvet")
    knap(dialog, "Gendan …").click()
    assert "har rettelser, der ikke er gemt" in en(dialog, QLabel, "besked").text()
    assert nu(store, vaerdi=noegle)["navn"] == "Torvet i Nykøbing"


def test_what_the_store_refuses_is_said(store: Store, noegle: str, aabnet: Aabn) -> None:
    def organisation(navn: str) -> str:
        return str(
            next(r for r in store.raekker("organisation") if r["navn"] == navn)["organisation_id"]
        )

    with store.skriv("prøve", "Bo") as skriver:
        skriver.indsaet("organisation", [{"navn": "Klubben", "type_k": 2}])
    gammel = organisation("Klubben")
    with store.skriv("prøve", "Bo") as skriver:
        skriver.ret("organisation", gammel, {"navn": "Foreningen"})
        skriver.indsaet("organisation", [{"navn": "Klubben", "type_k": 2}])
    dialog = aabnet("organisation", gammel)
    vaelg(dialog, "Navn: Klubben")
    gendan(dialog, lambda d: d.accept())
    assert "findes allerede" in en(dialog, QLabel, "besked").text()
    assert organisation("Foreningen") == gammel


def test_a_row_shows_its_own_history_and_then_all(aabnet: Aabn, noegle: str) -> None:
    dialog = aabnet("moedested", noegle)
    assert {linje[1] for linje in synlige(dialog)} == {
        "Torvet i Nykøbing · Mødesteder", "Torvet · Mødesteder",
    }  # fmt: skip
    assert dialog.windowTitle() == "Historik for Torvet i Nykøbing"
    knap(dialog, "Vis hele historikken").click()
    assert dialog.windowTitle() == "Historik"
    assert "Skoven · Mødesteder" in {linje[1] for linje in synlige(dialog)}
    assert not knap(dialog, "Vis hele historikken").isEnabled()
    assert "Vis hele historikken" not in [k.text() for k in alle(aabnet(), QPushButton)]


def test_every_layer_of_ours_offers_its_history_and_no_other_layer(
    store: Store, noegle: str, widgets: None, qgis_new_project: None
) -> None:
    project = QgsProject.instance()
    byg_lag(project, store)
    fremmed = QgsVectorLayer("Point?field=a:int", "fremmed", "memory")
    vist: list[tuple[str, str]] = []
    sagt: list[str] = []
    handling = HistorikHandling(lambda *hvad: vist.append(hvad), sagt.append, project)
    tilbudt = QgsGui.mapLayerActionRegistry().mapLayerActions
    maal = Qgis.MapLayerActionTarget.SingleFeature
    for lag in LAG:
        layer = project.mapLayer(lag.id)
        har = handling in tilbudt(layer, maal)
        assert har == (not lag.tabel.system and bool(lag.tabel.noegle)), lag.rolle
    assert handling not in tilbudt(fremmed, maal)
    layer = project.mapLayer("moedested_moedested")
    assert isinstance(layer, QgsVectorLayer)
    menu = QgsActionMenu(layer, next(layer.getFeatures()), "Form")
    assert "Vis historik" in [punkt.text() for punkt in menu.actions()]
    torvet = next(f for f in layer.getFeatures() if f["moedested_id"] == noegle)
    handling.triggerForFeature(layer, torvet, QgsMapLayerActionContext())
    assert vist == [("moedested", noegle)]
    handling.triggerForFeature(layer, QgsFeature(layer.fields()), QgsMapLayerActionContext())
    assert sagt == ["Rækken er ikke gemt endnu og har ingen historik."]
    handling.close()
    assert handling not in tilbudt(layer, maal)
    project.clear()
