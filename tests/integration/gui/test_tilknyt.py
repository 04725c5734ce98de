# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest

from moedested_plugin.gui.tegn.luk_boble import LukBoble
from moedested_plugin.project.raekke import er_null
from tests.integration.gui.bord import Bord, X, Y
from tests.integration.gui.redigering import Redigering, bo, ro, store, widgets
from tests.integration.gui.vaerksted import vent_paa_net

__all__ = ["bo", "store", "widgets"]


def mp(x: float, y: float) -> str:
    return f"MultiPoint(({X + x} {Y + y}))"


@pytest.fixture
def bord(bo: Redigering) -> Iterator[Bord]:
    bo.rediger()
    bo.ny("moedested", {"navn": "Havnen", "formaal_k": [1]}, f"Point({X} {Y})")
    bo.ny("facilitet", {"navn": "Klubhuset", "facil_ty_k": 5061, "bruger_id": "x"}, mp(20, 0))
    bo.ny("facilitet", {"navn": "P-pladsen", "facil_ty_k": 1351, "bruger_id": "x"}, mp(0, 60))
    bo.ny(
        "facilitet",
        {"navn": "Gammelt", "facil_ty_k": 5061, "bruger_id": "x", "statuskode": 4},
        mp(-20, 0),
    )
    bo.ny("baenk", {"navn": "Bænken", "bruger_id": "x"}, mp(0, -130))
    bo.ny("vandrerute", {"navn": "Runden", "bruger_id": "x"},
          f"MultiLineString(({X - 60} {Y - 90}, {X - 60} {Y + 90}))")  # fmt: skip
    assert bo.gem(slut=True)
    made = Bord(bo)
    yield made
    made.luk()


def links(bord: Bord) -> dict[str, int]:
    """Roles of the links in the layer, by what they tie to."""
    navne: dict[Any, str] = {}
    for rolle in ("facilitet", "baenk", "vandrerute"):
        navne |= {f["objekt_id"]: f["navn"] for f in bord.bo.lag(rolle).getFeatures()}
    return {
        navne[f["rute_id"] or f["facilitet_punkt_id"]]: f["rolle_k"]
        for f in bord.bo.lag("tilknytning").getFeatures()
    }


def test_click_by_click_and_undone_from_the_layer_of_moedesteder(bord: Bord) -> None:
    pan = QgsMapToolPan(bord.canvas)
    bord.canvas.setMapTool(pan)
    tool = bord.taend("Tilknyt")
    assert bord.paa_kortet() == 0
    bord.klik(0, 0)
    assert [k.navn for k in tool._kandidater] == ["Klubhuset", "P-pladsen", "Runden"]
    assert [k.rolle_k for k in tool._kandidater] == [1, 4, 3]
    assert bord.paa_kortet() == 1 + 3 + 3
    bord.klik(20, 0)
    assert links(bord) == {"Klubhuset": 1}
    bord.klik(0, -130)  # further away than is suggested
    assert links(bord) == {"Klubhuset": 1, "Bænken": 2}
    bord.klik(0, -130)
    assert bord.linjer() == ["Mødested: Bænken er allerede tilknyttet."]
    assert bord.bo.lag("tilknytning").featureCount() == 2
    stak = bord.bo.lag("moedested").undoStack()
    stak.undo()
    assert links(bord) == {"Klubhuset": 1}
    stak.undo()
    assert links(bord) == {}
    assert not tool._kort.numre[0].knyttet
    stak.redo()
    assert links(bord) == {"Klubhuset": 1}
    assert tool._kort.numre[0].knyttet
    bord.esc()
    assert not bord.linje.handlinger["Tilknyt"].isChecked()
    assert bord.paa_kortet() == 0
    assert bord.canvas.mapTool() is pan
    assert bord.bo.gem()
    assert bord.bo.store.antal("tilknytning") == 1


def test_all_that_is_suggested_is_one_step_in_the_roles_chosen(bord: Bord) -> None:
    bord.bo.lag("moedested").selectAll()
    tool = bord.taend("Tilknyt")
    tool.dok._valg[0].setCurrentIndex(tool.dok._valg[0].findData(2))
    assert tool.dok.ankomst.text() == "Nærmeste parkering: P-pladsen, 60 m i luftlinje."
    QTest.mouseClick(tool.dok.alle, Qt.MouseButton.LeftButton)
    assert links(bord) == {"Klubhuset": 2, "P-pladsen": 4, "Runden": 3}
    assert not tool.dok.alle.isEnabled()
    bord.bo.lag("tilknytning").undoStack().undo()
    assert links(bord) == {}
    assert bord.bo.lag("moedested").undoStack().index() == 0
    assert tool.dok.alle.isEnabled()
    tool.dok.close()
    ro()
    assert not bord.linje.handlinger["Tilknyt"].isChecked()


def test_a_save_or_an_undo_in_the_middle(bord: Bord) -> None:
    bo = bord.bo
    bo.rediger()
    bo.ny("moedested", {"navn": "Nyt", "formaal_k": [1]}, f"Point({X + 90} {Y + 90})")
    tool = bord.taend("Tilknyt")
    bord.klik(90, 90)
    assert tool.dok.hvad.text() == "Nyt"
    assert bo.gem(), bo.linjer()
    bord.klik(0, -130)
    assert links(bord) == {"Bænken": 2}, "the saved one has another number"
    # From a route that is taken back while the list stands.
    layer = bo.lag("vandrerute")
    layer.beginEditCommand("Ny rute")
    bo.ny("vandrerute", {"navn": "Ny rute", "bruger_id": "x"},
          f"MultiLineString(({X - 100} {Y - 30}, {X - 100} {Y + 30}))")  # fmt: skip
    layer.endEditCommand()
    bord.esc()
    tool = bord.taend("Tilknyt")
    bord.klik(-100, 0)
    assert tool.dok.hvad.text() == "Ny rute"
    assert [k.navn for k in tool._kandidater] == ["Havnen"]
    layer.undoStack().undo()
    knap = tool.dok._knapper[0]
    QTest.mouseClick(knap, Qt.MouseButton.LeftButton)
    ro()
    assert links(bord) == {"Bænken": 2}, "no link to what is not there"
    assert tool.dok.hvad.text() == "Intet mødested er valgt."
    assert bord.paa_kortet() == 0
    bord.klik(0, 0)
    assert tool.dok.hvad.text() == "Havnen"
    bord.esc()


def test_from_a_route_the_moedesteder_that_it_passes(bord: Bord) -> None:
    tool = bord.taend("Tilknyt")
    bord.klik(-60, 40)
    assert [k.navn for k in tool._kandidater] == ["Havnen"]
    bord.klik(0, 0)
    assert links(bord) == {"Runden": 3}


def boble(bord: Bord, x: float, y: float) -> LukBoble:
    bord.klik(x, y)
    fundet = bord.linje._lavet["Luk"].boble
    assert isinstance(fundet, LukBoble)
    return fundet


def test_closes_in_two_clicks_and_opens_again(bord: Bord) -> None:
    bord.taend("Luk")
    lille = boble(bord, -60, 40)
    lille.aarsag.setText("Skovarbejde")
    lille.til.setDate(QDate(2020, 1, 1))
    QTest.mouseClick(lille._luk_knap, Qt.MouseButton.LeftButton)
    assert lille._fejl.text() == "Til og med må ikke ligge før Lukket fra."
    lille.til.clear()
    QTest.mouseClick(lille._luk_knap, Qt.MouseButton.LeftButton)
    ro()
    rute = next(bord.bo.lag("vandrerute").getFeatures())
    assert rute["lukket_fra"].isValid()
    assert rute["lukket_aarsag"] == "Skovarbejde"
    igen = boble(bord, -60, 40)
    assert igen.aarsag.text() == "Skovarbejde"
    igen._aabn()
    ro()
    assert bord.bo.lag("vandrerute").undoStack().count() == 2
    bord.bo.lag("vandrerute").undoStack().undo()
    assert next(bord.bo.lag("vandrerute").getFeatures())["lukket_aarsag"] == "Skovarbejde"
    boble(bord, -60, 40)
    bord.linje.handlinger["Luk"].trigger()
    ro()
    assert bord.canvas.mapTool() is None
    assert bord.bo.gem(), bord.bo.linjer()


def test_dissolves_with_all_that_belongs_to_it_as_one_step(bord: Bord) -> None:
    bo = bord.bo
    noegle = bo.feature("moedested", bo.fid("moedested", "Havnen"))["moedested_id"]
    med = {"moedested_id": noegle}
    i_aar, om_lidt = QDate.currentDate().addDays(-40), QDate.currentDate().addDays(9)
    bo.rediger()
    bo.ny(
        "udstyr",
        {**med, "udstyr_nr": "7", "udstyr_status_k": 4, "opsat_dato": i_aar},
        f"Point({X} {Y})",
    )
    bo.ny("udstyr", {**med, "type_k": 2, "udstyr_nr": "8", "udstyr_status_k": 2})
    sker = {**med, "type_k": 1, "dato_fra": i_aar, "maalgruppe_k": [1]}
    bo.ny("aktivitet", {**sker, "navn": "Kaffe", "gentagelse_k": 2, "ugedag_k": [2]})
    bo.ny("aktivitet", {**sker, "navn": "Fest", "dato_fra": om_lidt})
    bo.ny("aktivitet", {**sker, "navn": "Forbi"})
    assert bo.gem(), bo.linjer()
    bord.taend("Oploes")
    bord.esc()
    assert bord.canvas.mapTool() is None
    tool = bord.taend("Oploes")
    bord.klik(0, 0)
    plan = tool.dialog._plan
    assert sorted(post.valg[0].name for post in plan.poster) == [
        "AFLYSES",
        "PAA_LAGER",
        "PAA_LAGER",
        "STOPPES",
    ]
    QTest.mouseClick(tool.dialog.knap, Qt.MouseButton.LeftButton)
    ro()
    assert not bord.linje.handlinger["Oploes"].isChecked()

    def nu() -> tuple[Any, ...]:
        udstyr = {f["udstyr_nr"]: (f["moedested_id"], f["udstyr_status_k"], f.hasGeometry())
                  for f in bo.lag("udstyr").getFeatures()}  # fmt: skip
        sker = {f["navn"]: (f["aflyst"], f["dato_til"]) for f in bo.lag("aktivitet").getFeatures()}
        moedested = next(bo.lag("moedested").getFeatures())
        return moedested["livscyklus_k"], moedested["gyldig_til"], udstyr, sker

    i_dag = QDate.currentDate()
    efter = nu()
    assert efter == (
        5, i_dag, {"7": (None, 3, False), "8": (None, 2, False)},
        {"Kaffe": (False, i_dag), "Fest": (True, None), "Forbi": (False, None)},
    )  # fmt: skip
    bo.lag("moedested").undoStack().undo()
    assert nu()[:2] == (1, None)
    assert nu()[2]["7"] == (noegle, 4, True)
    assert nu()[3]["Fest"] == (False, None)
    bo.lag("aktivitet").undoStack().redo()
    assert nu() == efter
    assert bo.gem(), bo.linjer()
    assert next(bo.store.raekker("moedested"))["livscyklus_k"] == 5
    assert (
        bo.feature(
            "udstyr", next(f.id() for f in bo.lag("udstyr").getFeatures() if f["udstyr_nr"] == "7")
        )
        .geometry()
        .isNull()
    )


def test_the_way_from_the_car_park_along_the_network_is_measured_and_written(bord: Bord) -> None:
    bo = bord.bo
    bo.rediger()
    bo.ny("facilitet", {"navn": "Skov-P", "facil_ty_k": 1351, "bruger_id": "x"}, mp(5, 100))
    bo.ny("facilitet", {"navn": "Stoppet", "facil_ty_k": 1291, "bruger_id": "x"}, mp(400, 400))
    # Round a pond, and past both: 60 + 100 + 60 m, and a few steps at each end.
    bo.ny("vandrerute", {"navn": "Rundt om søen", "bruger_id": "x"},
          f"MultiLineString(({X + 5} {Y + 95}, {X + 65} {Y + 95}, {X + 65} {Y - 5}, {X + 5} {Y - 5}))")  # fmt: skip
    p_plads = bo.fid("facilitet", "P-pladsen")
    bo.lag("facilitet").deleteFeature(p_plads)
    assert bo.gem(), bo.linjer()
    tool = bord.taend("Tilknyt")
    vent_paa_net(bord.om.netvaerk)
    bord.klik(0, 0)
    sagt = tool.dok.ankomst.text().split("\n")
    assert sagt == [
        "Nærmeste stoppested: Stoppet, 566 m i luftlinje.",  # no way leads there
        "Nærmeste parkering: Skov-P, 232 m ad vej og sti.",
    ]
    moedested = bo.lag("moedested")
    bord.klik(5, 100)
    assert links(bord) == {"Skov-P": 4}
    assert next(moedested.getFeatures())["adgangsvej"] == "Skov-P: 232 m ad vej og sti."
    bo.lag("tilknytning").undoStack().undo()
    assert links(bord) == {}
    assert er_null(next(moedested.getFeatures())["adgangsvej"])
    moedested.undoStack().redo()
    # What a person wrote stays.
    knap = tool.dok._veje
    assert knap.count() == 1, "the stop, which is too far away for the list"
    knap.itemAt(0).widget().click()
    assert next(moedested.getFeatures())["adgangsvej"] == "Skov-P: 232 m ad vej og sti."
    assert links(bord) == {"Skov-P": 4, "Stoppet": 4}
