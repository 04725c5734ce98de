# SPDX-License-Identifier: GPL-2.0-or-later
"""Routes drawn with mouse and keys on a real map, in the layers of a real project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QPushButton

from moedested_plugin.drawing.rutetegning import Tegning
from moedested_plugin.drawing.skabelon import Skabelon
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.tegn import formular_dok
from moedested_plugin.gui.tegn.linje import TegnLinje
from moedested_plugin.gui.tegn.rute_vaerktoej import RuteVaerktoej
from moedested_plugin.gui.tegn.tegner import Tegner
from moedested_plugin.gui.tegn.vaerktoej import Tegneomgivelser
from moedested_plugin.printing.hus import Hus, gem_hus
from moedested_plugin.project import opret_projekt
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store, aabn
from tests.integration.gui.kontrolleret import Qgis
from tests.integration.gui.redigering import ro
from tests.integration.gui.tegning import uden_cad

#: Where the test's own network lies, away from the examples.
X, Y = 690_000, 6_060_000
VEJE = (
    "LineString (0 0, 1000 0)",
    "LineString (500 -400, 500 400)",  # crosses the first without a node
    "LineString (1003 0, 1800 0)",  # a gap of three metres
    "LineString (0 0, 500 -70, 1000 0)",  # hardly longer
)
VENSTRE, HOEJRE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
INGEN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Bord(Qgis):
    """QGIS's window, with a message bar."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = QgsMessageBar()
        self.cad = QgsAdvancedDigitizingDockWidget(self.kort, self.vindue)

    def messageBar(self) -> QgsMessageBar:  # noqa: N802
        return self.bar

    def cadDockWidget(self) -> QgsAdvancedDigitizingDockWidget:  # noqa: N802
        return self.cad


class Haand:
    """The hand on the mouse. Places are metres from the network's corner."""

    def __init__(
        self, project: QgsProject, current: CurrentProject, store: Store, qtbot: QtBot
    ) -> None:
        self.qtbot, self.current, self.lukket = qtbot, current, False
        self.qgis, self.settings, self.tasks = Bord(), Settings(), Tasks()
        self.canvas = self.qgis.kort
        self.qgis.vindue.show()
        self.canvas.setDestinationCrs(project.crs())
        self.canvas.setExtent(QgsRectangle(X - 100, Y - 700, X + 1900, Y + 700))
        self.veje = QgsVectorLayer("LineString?crs=EPSG:25832", "Veje i byen", "memory")
        for wkt in VEJE:
            geometri = QgsGeometry.fromWkt(wkt)
            geometri.translate(X, Y)
            en = QgsFeature()
            en.setGeometry(geometri)
            self.veje.dataProvider().addFeature(en)
        project.addMapLayer(self.veje)
        self.messages = Messages(self.qgis.bar)
        om = Tegneomgivelser(
            self.qgis, current, self.settings, self.tasks, self.messages,  # type: ignore[arg-type]
            lambda: store, lambda: True, lambda: self.tegner,
        )  # fmt: skip
        self.tegner = Tegner(om)
        self.linje = TegnLinje(om)
        self.tegner.langs_netvaerk.connect(self.linje.langs_netvaerk)
        ro()
        self.ting_foer = len(self.canvas.scene().items())
        self.linje.vis()
        self.linje.begynd("RuteVaerktoej")
        vaerktoej = self.linje._lavet["RuteVaerktoej"]
        assert isinstance(vaerktoej, RuteVaerktoej)
        self.v = vaerktoej
        self.v.bjaelke.veje.setLayer(self.veje)
        qtbot.waitUntil(
            lambda: self.v.netvaerk.graf is not None and not self.v.netvaerk.er_paa_vej,
            timeout=20_000,
        )

    def luk(self) -> None:
        if not self.lukket:
            self.linje.close()
            self.tegner.close()
        self.messages.close()
        self.tasks.close()
        self.settings.close()
        self.qgis.vindue.close()
        self.qgis.vindue.deleteLater()
        ro()

    @property
    def tegning(self) -> Tegning:
        assert self.v.tegning is not None
        return self.v.tegning

    @property
    def layer(self) -> QgsVectorLayer:
        fundet = self.current.layer(self.v.bjaelke.valgt)
        assert fundet is not None
        return fundet

    def pixel(self, x: float, y: float) -> QPoint:
        sted = self.canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y))
        return QPoint(round(sted.x()), round(sted.y()))

    def mus(self, art: QEvent.Type, knap: Any, pixel: QPoint, taster: Any = INGEN) -> None:
        nede = knap if art != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        skaerm = self.canvas.viewport().mapToGlobal(pixel)
        haendelse = QMouseEvent(art, QPointF(pixel), QPointF(skaerm), knap, nede, taster)
        QApplication.sendEvent(self.canvas.viewport(), haendelse)

    def flyt(self, x: float, y: float, taster: Any = INGEN, nede: Any = None) -> None:
        knap = nede or Qt.MouseButton.NoButton
        self.mus(QEvent.Type.MouseMove, knap, self.pixel(x, y), taster)
        self.v.tool._takt.stop()
        self.v.tool._vis()  # what the clock does a moment later

    def klik(self, x: float, y: float, taster: Any = INGEN, knap: Any = VENSTRE) -> None:
        self.mus(QEvent.Type.MouseButtonPress, knap, self.pixel(x, y), taster)
        self.mus(QEvent.Type.MouseButtonRelease, knap, self.pixel(x, y), taster)

    def traek(self, fra: tuple[float, float], til: tuple[float, float]) -> None:
        self.mus(QEvent.Type.MouseButtonPress, VENSTRE, self.pixel(*fra))
        for sted in (((fra[0] + til[0]) / 2, (fra[1] + til[1]) / 2), til):
            self.mus(QEvent.Type.MouseMove, VENSTRE, self.pixel(*sted))
            self.v.tool._vis()
        self.mus(QEvent.Type.MouseButtonRelease, VENSTRE, self.pixel(*til))

    def tast(self, tast: Any) -> None:
        QApplication.sendEvent(self.canvas, QKeyEvent(QEvent.Type.KeyPress, tast, INGEN))

    def vaelg(self, x: float, y: float, valg: str) -> None:
        menu = self.v.lav_menu(QgsPointXY(X + x, Y + y))
        assert menu is not None
        next(a for a in menu.actions() if a.text() == valg).trigger()
        menu.close()

    def sig_ja(self) -> None:
        knap = self.qgis.bar.findChildren(QPushButton, "ja")[-1]
        assert knap.text() == "Slå bro"
        knap.click()

    @property
    def form(self) -> Any:
        """What is in the docked form; None where it is empty."""
        return self.tegner.formular().dialog

    def ok(self) -> None:
        knapper = self.form.findChild(QDialogButtonBox, "buttonBox")
        QTest.mouseClick(knapper.button(QDialogButtonBox.StandardButton.Ok), VENSTRE)
        ro()

    def sagt(self) -> str:
        return self.qgis.bar.currentItem().text()

    def nye(self) -> list[QgsFeature]:
        layer = self.layer
        return list(layer.editBuffer().addedFeatures().values()) if layer.isEditable() else []

    def punkter(self) -> list[tuple[int, int]]:
        (rute,) = self.nye()
        return [(round(p.x() - X), round(p.y() - Y)) for p in rute.geometry().vertices()]


@pytest.fixture
def haand(
    demo: QgsProject, current: CurrentProject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Haand]:
    monkeypatch.setattr(formular_dok, "omgivelser", uden_cad)
    ro()
    store = aabn(current.store_address)
    en = Haand(demo, current, store, qtbot)
    yield en
    for layer in demo.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isEditable():
            demo.rollBack(True, layer)
    en.luk()
    store.luk()


def test_click_click_end(haand: Haand) -> None:
    h = haand
    panel = h.v.bjaelke
    assert panel.height() >= panel.layout().minimumSize().height() > 80, "all of it is seen"
    h.klik(0, 0)
    h.flyt(500, 380)
    assert "0,88 km" in h.v.bjaelke.maal.text()
    h.klik(500, 380)
    h.klik(500, 380, knap=HOEJRE)
    assert not h.nye(), "it waits in the form"
    assert h.tegner.formular().isVisible()
    assert not h.tegner.formular().isFloating()
    assert h.tegner.formular().raekke["laengde"] == pytest.approx(0.88, abs=0.02)
    h.ok()
    (rute,) = h.nye()
    assert h.punkter()[1] == (500, 0)
    assert rute["laengde"] == pytest.approx(0.88, abs=0.02)
    assert rute["rundtur"] is False or rute["rundtur"] == 0
    assert rute["rute_ty_k"] == 5
    assert "0,88 km" in h.sagt()
    h.layer.undoStack().undo()
    assert not h.nye(), "one undo takes all of it back"
    assert not h.v.kort._punkter, "and its handles"
    h.layer.undoStack().redo()
    assert len(h.nye()) == 1
    assert h.qgis.activeLayer() is h.layer, "Ctrl+Z is for it"
    # A loop, and another kind.
    h.v.bjaelke.rolle.setCurrentIndex(h.v.bjaelke.rolle.findData("cykelrute"))
    h.klik(0, 0)
    h.flyt(1000, 0)
    h.tast(Qt.Key.Key_Tab)
    h.klik(1000, 0)
    h.klik(0, 0)
    h.tast(Qt.Key.Key_Return)
    h.ok()
    (rute,) = h.nye()
    assert h.layer.name() == "Cykelruter"
    assert rute["rute_ty_k"] == 3
    assert bool(rute["rundtur"])
    assert (500, -70) in h.punkter(), "out by the way that Tab chose"
    assert (500, 0) in h.punkter() or (1000, 0) in h.punkter()


def test_a_gap_asks_and_a_no_leaves_the_route(haand: Haand) -> None:
    h = haand
    h.klik(900, 0)
    h.klik(1500, 0)
    assert "mangler 3 m" in h.sagt()
    h.tast(Qt.Key.Key_Return)
    assert not h.nye(), "a question is open"
    h.tast(Qt.Key.Key_Escape)
    assert not h.tegning.ben
    h.klik(1500, 0)
    h.sig_ja()
    h.tast(Qt.Key.Key_Return)
    h.ok()
    assert h.punkter() == [(900, 0), (1000, 0), (1003, 0), (1500, 0)]
    h.layer.undoStack().undo()
    # Free-hand, Backspace, and off the network.
    h.klik(1600, 300)
    assert "Shift" in h.sagt()
    h.klik(1800, 0)
    h.klik(1600, 300, SHIFT)
    h.klik(1700, 0)
    assert "Det sidste punkt" in h.sagt(), "there is a network here, but not where it was left"
    h.klik(1200, 300, SHIFT)
    h.tast(Qt.Key.Key_Backspace)
    h.klik(1300, 300)
    assert len(h.tegning.ben) == 1, "without Shift there is no way here"
    h.mus(QEvent.Type.MouseButtonDblClick, VENSTRE, h.pixel(1300, 300))
    h.mus(QEvent.Type.MouseButtonRelease, VENSTRE, h.pixel(1300, 300))
    h.ok()
    (a, b) = h.punkter()
    assert a == (1800, 0)
    assert b == pytest.approx((1600, 300), abs=2)


def test_drag_reverse_split_join_close(haand: Haand) -> None:
    h = haand
    h.klik(500, -380)
    h.klik(500, 380)
    h.tast(Qt.Key.Key_Return)
    h.ok()
    foer = len(h.punkter())
    h.traek((500, 200), (800, 0))
    assert len(h.punkter()) > foer
    assert (800, 0) in [(round(x, -1), y) for x, y in h.punkter()]
    assert h.nye()[0]["laengde"] == pytest.approx(1.36, abs=0.03)
    h.layer.undoStack().undo()
    assert len(h.punkter()) == foer
    forrest = h.punkter()[0]
    h.vaelg(500, 200, "Vend retningen")
    assert h.punkter()[-1] == forrest
    h.vaelg(500, 200, "Del ruten her")
    to = h.nye()
    assert len(to) == 2
    assert len({str(en["objekt_id"]) for en in to}) == 2
    h.vaelg(500, 300, "Saml med …")
    h.klik(500, -100)
    assert len(h.nye()) == 1
    assert h.nye()[0]["laengde"] == pytest.approx(0.76, abs=0.02)
    h.vaelg(500, 300, "Luk rundturen")
    assert bool(h.nye()[0]["rundtur"])
    # An old route can be dragged too.
    h.layer.rollBack()
    h.klik(500, -380)
    h.klik(500, 380)
    h.tast(Qt.Key.Key_Return)
    h.klik(1700, 600, knap=HOEJRE)  # the menu of what is there: the form is finished first
    assert len(h.nye()) == 1
    h.v.efter.giv_slip()
    assert not h.v.kort._punkter
    h.vaelg(500, 200, "Træk i ruten")
    assert len(h.v.kort._punkter) == 2
    h.traek((500, 380), (500, 100))
    assert h.nye()[0]["laengde"] == pytest.approx(0.48, abs=0.02)


@pytest.mark.parametrize("lager", ["geopackage", "postgis"])
def test_what_is_done_to_a_route_is_saved_step_by_step(
    lager: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    qgis_app: object,
) -> None:
    """Each step on a row that lies in the store, where a trigger, a key or a version could refuse it."""
    monkeypatch.setattr(formular_dok, "omgivelser", uden_cad)
    adresse, fil = str(tmp_path / "data.gpkg"), tmp_path / "projekt.qgz"
    if lager == "postgis":
        adresse = request.getfixturevalue("postgis_database").qgis_forbindelse()
    opret_projekt(376, adresse, fil, False, None, QgsFeedback())
    projekt = QgsProject.instance()
    assert projekt.read(str(fil))
    current, store = CurrentProject(projekt), aabn(adresse)
    h = Haand(projekt, current, store, qtbot)

    def gem() -> list[dict[str, Any]]:
        assert h.layer.commitChanges(False), h.layer.commitErrors()
        ro()
        return [dict(rute) for rute in store.raekker("rute")]

    try:
        h.klik(500, -380)
        h.klik(500, 380)
        h.tast(Qt.Key.Key_Return)
        h.tegner.formular().saet({"navn": "Æblestien"})
        h.ok()
        assert [rute["laengde"] for rute in gem()] == [pytest.approx(0.76, abs=0.01)]
        h.v.efter.giv_slip()
        h.vaelg(500, 200, "Træk i ruten")
        h.traek((500, 200), (800, 0))
        assert [rute["laengde"] for rute in gem()] == [pytest.approx(1.36, abs=0.03)]
        h.v.efter.giv_slip()
        h.vaelg(500, 300, "Vend retningen")
        gem()
        forrest = next(h.layer.getFeatures()).geometry().vertexAt(0)
        assert forrest.y() - Y == pytest.approx(380, abs=5), "it began there"
        h.vaelg(500, 200, "Del ruten her")
        to = gem()
        assert sum(rute["laengde"] for rute in to) == pytest.approx(1.36, abs=0.03)
        assert len({rute["objekt_id"] for rute in to}) == len(to) == 2
        h.vaelg(500, 350, "Saml med …")
        h.klik(500, -250)
        assert [rute["laengde"] for rute in gem()] == [pytest.approx(1.36, abs=0.03)]
        h.vaelg(500, 350, "Luk rundturen")
        assert [bool(rute["rundtur"]) for rute in gem()] == [True]
    finally:
        projekt.rollBack(True, h.layer)
        h.luk()
        store.luk()
        current.close()
        projekt.clear()


def test_a_changed_layer_is_read_again_and_nothing_is_left_behind(haand: Haand) -> None:
    h = haand
    foerste = h.v.netvaerk.graf
    h.veje.startEditing()
    vej = QgsFeature()
    vej.setGeometry(QgsGeometry.fromWkt(f"LineString ({X} {Y}, {X} {Y + 500})"))
    h.veje.addFeature(vej)
    h.qtbot.waitUntil(lambda: h.v.netvaerk.graf is not foerste, timeout=20_000)
    h.klik(0, 0)
    h.klik(0, 450)
    assert h.tegning.vej.laengde == pytest.approx(450, abs=3)
    h.veje.rollBack()
    h.tast(Qt.Key.Key_Escape)
    h.klik(0, 0)
    h.flyt(500, 300)
    h.tast(Qt.Key.Key_Escape)
    assert h.v.tegning is None
    assert h.canvas.mapTool() is h.v.tool
    h.tast(Qt.Key.Key_Escape)
    assert h.canvas.mapTool() is None
    assert not h.linje.handlinger["RuteVaerktoej"].isChecked()
    assert not h.v.bjaelke.isVisible()
    assert not h.layer.isEditable(), "nothing was drawn, so nothing is open"
    h.linje.close()
    h.tegner.close()
    h.lukket = True
    ro()
    assert len(h.canvas.scene().items()) == h.ting_foer


def test_from_the_palette_and_back(haand: Haand) -> None:
    """One click on the palette, then draw: also while the network is read, and with the values of the template."""
    h = haand
    h.tast(Qt.Key.Key_Escape)
    assert not h.linje.handlinger["RuteVaerktoej"].isChecked()
    store = h.tegner._om.store()
    assert store is not None
    gem_hus(store, Hus("Prøve Kommune", gang_kmt=2.0))
    h.tegner.begynd(
        Skabelon("Kløversti", "cykelrute", {"rute_uty_k": 2, "ansvar_org": "Vej og park"})
    )
    assert h.canvas.mapTool() is h.v.tool
    assert h.v.bjaelke.valgt == "cykelrute"
    assert h.tegner.skabelon is not None
    graf, h.v.netvaerk.graf = h.v.netvaerk.graf, None  # as while it is read
    h.klik(0, 0)
    h.klik(1000, 0)
    assert h.v.tegning is None
    h.v.netvaerk.graf = graf
    h.v.netvaerk.klar.emit()
    assert h.tegning.vej.laengde == pytest.approx(1000, abs=1), "the clicks were kept"
    h.klik(1000, 0, knap=HOEJRE)
    assert "30 min til fods" in h.sagt(), "by the municipality's own speed"
    raekke = h.tegner.formular().raekke
    assert (raekke["rute_uty_k"], raekke["ansvar_org"], raekke["rute_ty_k"]) == (
        2,
        "Vej og park",
        3,
    )
    # Dragged while it waits: the form knows, the layer does not.
    h.traek((1000, 0), (500, 400))
    assert h.tegner.formular().raekke["laengde"] == pytest.approx(0.9, abs=0.02)
    assert not h.nye()
    h.ok()
    assert h.punkter()[-1] == pytest.approx((500, 400), abs=2)
    assert h.nye()[0]["laengde"] == pytest.approx(0.9, abs=0.02)
    h.traek((500, 400), (500, 200))
    assert h.punkter()[-1] == pytest.approx((500, 200), abs=2), "and in the layer it is dragged on"
    h.layer.undoStack().undo()
    h.layer.undoStack().undo()
    assert not h.nye(), "form and line are one step"
    # The next begins as this one was; Annullér leaves nothing of it.
    h.klik(0, 0)
    h.klik(500, 0)
    h.tast(Qt.Key.Key_Return)
    assert h.tegner.formular().raekke["ansvar_org"] == "Vej og park"
    h.tegner.formular().opgiv()
    assert not h.nye()
    assert not h.v.kort._punkter
    # Another template ends it, Stop too.
    h.tegner.begynd_rolle("baenk", True)
    assert not h.linje.handlinger["RuteVaerktoej"].isChecked()
    h.tegner.begynd_rolle("vandrerute", True)
    assert h.v.bjaelke.valgt == "vandrerute"
    h.tegner.stands()
    assert h.tegner.skabelon is None
    assert h.canvas.mapTool() is not h.v.tool
