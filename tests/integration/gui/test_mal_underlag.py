# SPDX-License-Identifier: GPL-2.0-or-later
"""Surfaces painted with mouse and keys on a real canvas, undone, redone, saved; routes drawn anew with surfaces on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayerEditUtils,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QPushButton

from moedested_plugin.drawing.ruteskriv import del_rute
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.tegn.underlag_foelg import UnderlagFoelg
from moedested_plugin.gui.tegn.underlag_vaerktoej import MalUnderlag
from moedested_plugin.gui.tegn.vaerktoej import Tegneomgivelser
from moedested_plugin.store import Store
from tests.integration.gui.redigering import (
    Redigering,
    alle,
    bo,
    en,
    projekt,
    punkt,
    ro,
    store,
    widgets,
)

__all__ = ["bo", "store", "widgets"]

X, Y = 690000, 6080000
RUTE = f"MultiLineString(({X} {Y}, {X + 400} {Y}, {X + 1000} {Y}))"


class Kort:
    """The parts of QGIS's interface that the tool asks for, and a hand on mouse and keys."""

    def __init__(self, bo: Redigering) -> None:
        self.bo = bo
        self.canvas = QgsMapCanvas()
        self.canvas.resize(800, 400)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(25832))
        self.canvas.setLayers([bo.lag("vandrerute"), bo.lag("straekning")])
        self.canvas.setExtent(QgsRectangle(X - 100, Y - 300, X + 1100, Y + 300))
        # With the journal mode of these tests a thread that draws the map would hold the file while it is written.
        self.canvas.setRenderFlag(False)
        self.canvas.show()
        self.aktivt: Any = None
        self.current = CurrentProject(bo.project)
        self.vist: list[QgsGeometry] = []
        self.foelg = UnderlagFoelg(self.current, bo.messages, self.vist.extend)
        om = Tegneomgivelser(
            cast("Any", self), self.current, cast("Any", None), cast("Any", None), bo.messages,
            lambda: None, lambda: True, cast("Any", None),
        )  # fmt: skip
        self.vaerktoej = MalUnderlag(om)
        self.sluttet: list[bool] = []
        self.vaerktoej.sluttet.connect(lambda: self.sluttet.append(True))

    # what the tool asks of iface
    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self.canvas

    def setActiveLayer(self, layer: Any) -> None:  # noqa: N802
        self.aktivt = layer

    def vectorLayerTools(self) -> Any:  # noqa: N802
        return self

    def startEditing(self, layer: Any) -> bool:  # noqa: N802
        return bool(layer.startEditing())

    # the hand
    def px(self, x: float, y: float = 0) -> QPoint:
        p = self.canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y))
        return QPoint(round(p.x()), round(p.y()))

    def flyt(self, x: float, y: float = 0) -> None:
        QTest.mouseMove(self.canvas.viewport(), self.px(x, y))
        ro()

    def klik(self, x: float, y: float = 0, knap: Any = Qt.MouseButton.LeftButton) -> None:
        self.flyt(x, y)
        QTest.mouseClick(self.canvas.viewport(), knap, pos=self.px(x, y))
        ro()

    def tast(self, taster: str | int) -> None:
        if isinstance(taster, str):
            cast("Any", QTest).keyClicks(self.canvas, taster)  # the stubs know another signature
        else:
            QTest.keyClick(self.canvas, cast("Any", taster))

    def tekst(self) -> str:
        return " | ".join(label.text() for label in alle(self.canvas, QLabel))

    def underlag(self) -> list[tuple[int, int, int]]:
        """What stands in the layer: from, to, surface; and the drawing says the same as the metres."""
        ud = []
        for f in self.bo.lag("straekning").getFeatures():
            assert f.geometry().length() == pytest.approx(f["til_m"] - f["fra_m"], abs=0.02)
            ud.append((round(f["fra_m"]), round(f["til_m"]), f["underlag_k"]))
        return sorted(ud)

    def rute(self) -> QgsFeature:
        return list(self.bo.lag("vandrerute").getFeatures())[0]  # noqa: RUF015 - none is left open

    def paa_kortet(self) -> int:
        return len([t for t in self.canvas.scene().items() if t.isVisible()])

    def luk(self) -> None:
        self.vaerktoej.close()
        self.foelg.close()
        self.current.close()
        self.canvas.deleteLater()
        ro()


def med_rute(bo: Redigering, cvr: int = 29188599) -> None:
    with bo.store.skriv("import", "Bo") as skriver:
        skriver.indsaet(
            "rute",
            [{"navn": "Skovstien", "rute_ty_k": 5, "belaegn_k": 9, "cvr_kode": cvr,
              "bruger_id": "x", "geometri": bytes(QgsGeometry.fromWkt(RUTE).asWkb())}],
        )  # fmt: skip


@pytest.fixture
def paa_fil(gpkg_store: Store, widgets: None, qgis_new_project: None) -> Iterator[Redigering]:
    yield from projekt(gpkg_store, "Bo", QgsProject.instance())


@pytest.fixture
def kort(paa_fil: Redigering) -> Iterator[Kort]:
    med_rute(paa_fil)
    kort = Kort(paa_fil)
    yield kort
    kort.luk()


@pytest.fixture
def fremmed(paa_fil: Redigering) -> Iterator[Kort]:
    med_rute(paa_fil, cvr=29188955)
    kort = Kort(paa_fil)
    yield kort
    kort.luk()


@pytest.fixture
def begge(bo: Redigering) -> Iterator[Kort]:
    med_rute(bo)
    kort = Kort(bo)
    yield kort
    kort.luk()


def mal_to(kort: Kort) -> None:
    """The first 400 m are grass, the rest is asphalt."""
    kort.bo.rediger()
    kort.vaerktoej.begynd()
    kort.klik(200)
    kort.tast("6")
    kort.klik(0)
    kort.klik(400)
    kort.tast("1")
    kort.klik(400)
    kort.klik(1000)
    assert kort.underlag() == [(0, 400, 6), (400, 1000, 1)]


def paa_hver(kort: Kort) -> dict[str, list[tuple[int, int, int]]]:
    """The stretches of each route."""
    ud: dict[str, list[tuple[int, int, int]]] = {}
    for f in kort.bo.lag("straekning").getFeatures():
        led = (round(f["fra_m"]), round(f["til_m"]), f["underlag_k"])
        ud.setdefault(f["rute_id"], []).append(led)
    return {noegle: sorted(alle) for noegle, alle in ud.items()}


def test_click_from_to_saves_surface_and_what_follows_from_it(begge: Kort) -> None:
    kort = begge
    assert kort.vaerktoej.begynd()
    assert "Klik på den rute" in kort.tekst()
    kort.klik(200, 3)
    assert "Skovstien, 1.000 m: Ukendt 100 %" in kort.tekst()
    kort.tast("6")
    kort.klik(0)
    kort.flyt(390)
    assert "Til 400 m: 400 m." in kort.tekst(), "snapped to the vertex"
    kort.klik(390)
    kort.tast("3")
    kort.klik(403)
    kort.klik(1050)
    assert kort.underlag() == [(0, 400, 6), (400, 1000, 3)]
    assert "Stenmel eller fast grus 60 %, Græs 40 %" in kort.tekst()
    assert kort.rute()["belaegn_k"] == 2, "at once"
    assert kort.bo.gem()
    assert kort.bo.linjer() == []
    gemt = sorted(kort.bo.store.raekker("straekning"), key=lambda r: float(str(r["fra_m"])))
    assert [(r["fra_m"], r["til_m"], r["underlag_k"]) for r in gemt] == [
        (0, 400, 6),
        (400, 1000, 3),
    ]
    assert next(iter(kort.bo.store.raekker("rute")))["belaegn_k"] == 2


def test_typed_metres_keys_and_steps_back(kort: Kort) -> None:
    kort.bo.rediger()
    kort.vaerktoej.begynd()
    kort.klik(200)
    kort.tast("4")
    kort.flyt(500)
    kort.tast("250")
    assert "250 m: tryk Enter" in kort.tekst()
    kort.tast(Qt.Key.Key_Return)
    assert "Fra 250 m." in kort.tekst()
    kort.tast("7250")
    kort.tast(Qt.Key.Key_Return)
    assert "kun 1.000 m lang" in kort.tekst()
    kort.tast("725")
    kort.tast(Qt.Key.Key_Backspace)
    kort.tast("5")
    kort.tast(Qt.Key.Key_Return)
    assert kort.underlag() == [(250, 725, 4)], "metres did not change the surface"
    kort.tast("99")
    kort.tast(Qt.Key.Key_Return)
    kort.klik(500, 100, Qt.MouseButton.RightButton)
    assert "begynder" in kort.tekst(), "the place is given up"
    kort.klik(500, 100, Qt.MouseButton.RightButton)
    assert "Klik på den rute" in kort.tekst(), "the route is given up"
    assert kort.underlag() == [(250, 725, 4)]


def test_esc_midway_leaves_nothing_behind(kort: Kort) -> None:
    pan = QgsMapToolPan(kort.canvas)
    kort.canvas.setMapTool(pan)
    foer = kort.paa_kortet()
    kort.vaerktoej.begynd()
    kort.klik(200)
    kort.klik(300)
    kort.flyt(600)
    assert kort.paa_kortet() > foer
    kort.tast(Qt.Key.Key_Escape)
    ro()
    assert kort.sluttet == [True]
    assert kort.paa_kortet() == foer
    assert kort.canvas.mapTool() is pan
    assert alle(kort.canvas, QLabel) == []
    assert kort.underlag() == []
    assert not kort.bo.lag("straekning").isModified()
    assert kort.vaerktoej.begynd(), "and again"
    kort.canvas.setMapTool(pan)
    assert kort.sluttet == [True, True]
    assert kort.paa_kortet() == foer


def test_one_undo_takes_painting_and_derived_surface_back(kort: Kort) -> None:
    kort.bo.rediger()
    kort.vaerktoej.begynd()
    kort.klik(200)
    kort.tast("6")
    kort.klik(0)
    kort.klik(1000)
    kort.tast("1")
    kort.klik(300)
    kort.klik(900)
    assert kort.underlag() == [(0, 300, 6), (300, 900, 1), (900, 1000, 6)]
    assert kort.rute()["belaegn_k"] == 1
    stak = kort.aktivt.undoStack()
    assert kort.aktivt is kort.bo.lag("straekning")
    stak.undo()
    assert (kort.underlag(), kort.rute()["belaegn_k"]) == ([(0, 1000, 6)], 3)
    assert "Græs 100 %" in kort.tekst()
    stak.undo()
    assert (kort.underlag(), kort.rute()["belaegn_k"]) == ([], 9)
    assert not kort.bo.lag("vandrerute").isModified()
    stak.redo()
    stak.redo()
    assert kort.underlag() == [(0, 300, 6), (300, 900, 1), (900, 1000, 6)]
    assert kort.rute()["belaegn_k"] == 1
    # and from the route's own stack
    kort.bo.lag("vandrerute").undoStack().undo()
    assert (kort.underlag(), kort.rute()["belaegn_k"]) == ([(0, 1000, 6)], 3)
    # painting goes on from what is there now
    kort.tast("2")
    kort.klik(0)
    kort.klik(400)
    assert kort.underlag() == [(0, 400, 2), (400, 1000, 6)]
    assert not stak.canRedo()


def test_snaps_to_a_moedested_beside_the_route(kort: Kort) -> None:
    kort.bo.rediger()
    kort.bo.ny("moedested", {"navn": "Bålet", "formaal_k": [1]}, punkt(X + 617, Y + 20))
    kort.vaerktoej.begynd()
    kort.klik(200)
    kort.klik(400)
    kort.klik(610)
    assert kort.underlag() == [(400, 617, 1)]


def test_a_reshaped_route_keeps_its_surfaces_on_the_ground(kort: Kort) -> None:
    mal_to(kort)
    lag, fid = kort.bo.lag("vandrerute"), kort.rute().id()

    def form(wkt: str) -> None:
        lag.beginEditCommand("Flyt knæk")
        lag.changeGeometry(fid, QgsGeometry.fromWkt(wkt))
        lag.endEditCommand()

    # longer at the beginning: other metres, the same ground
    form(RUTE.replace(f"(({X} {Y}", f"(({X - 100} {Y}, {X} {Y}"))
    assert kort.underlag() == [(100, 500, 6), (500, 1100, 1)]
    assert kort.bo.linjer() == []
    # a detour: what it goes round is lost, and said
    form(
        f"MultiLineString(({X - 100} {Y}, {X + 600} {Y}, {X + 600} {Y + 200}, {X + 700} {Y + 200},"
        f" {X + 700} {Y}, {X + 1000} {Y}))"
    )
    assert [(til - fra, k) for fra, til, k in kort.underlag()] == [(400, 6), (200, 1), (300, 1)]
    assert "Skovstien: 100 m underlag er taget af" in kort.bo.linjer()[0]
    kort.bo.tryk("Vis")
    assert len(kort.vist) == 1
    assert kort.bo.linjer() == []
    lag.undoStack().undo()
    assert kort.underlag() == [(100, 500, 6), (500, 1100, 1)], "one step"
    lag.undoStack().redo()
    assert len(kort.underlag()) == 3
    lag.undoStack().undo()
    lag.undoStack().undo()
    assert kort.underlag() == [(0, 400, 6), (400, 1000, 1)]
    # cut short, and the way back is in the message
    form(f"MultiLineString(({X} {Y}, {X + 300} {Y}))")
    assert kort.underlag() == [(0, 300, 6)]
    assert kort.rute()["belaegn_k"] == 3
    kort.bo.tryk("Fortryd")
    assert kort.underlag() == [(0, 400, 6), (400, 1000, 1)]
    assert kort.rute()["belaegn_k"] == 1
    form(f"MultiLineString(({X} {Y}, {X + 300} {Y}, {X + 300} {Y + 300}, {X} {Y}))")
    assert kort.bo.gem()
    gemt = next(iter(kort.bo.store.raekker("rute")))
    assert (gemt["laengde"], gemt["rundtur"]) == (1.02, True)


def test_a_split_route_gives_each_half_its_surfaces(begge: Kort) -> None:
    kort = begge
    mal_to(kort)
    foer = kort.underlag()
    layer, foerste = kort.bo.lag("vandrerute"), kort.rute()
    anden = del_rute(layer, foerste.id(), (X + 700, Y), "Del rute")
    ventet = {
        foerste["objekt_id"]: [(0, 400, 6), (400, 700, 1)],
        anden["objekt_id"]: [(0, 300, 1)],
    }
    assert paa_hver(kort) == ventet
    assert not [linje for linje in kort.bo.linjer() if "taget af" in linje], "nothing was lost"
    layer.undoStack().undo()
    assert kort.underlag() == foer
    layer.undoStack().redo()
    assert paa_hver(kort) == ventet
    assert kort.bo.gem("vandrerute"), kort.bo.linjer()
    assert paa_hver(kort) == ventet


@pytest.mark.parametrize("gemt", [False, True], ids=["drawn just now", "saved"])
def test_two_routes_made_one_keep_the_surfaces_of_both(begge: Kort, gemt: bool) -> None:
    kort = begge
    mal_to(kort)
    layer, rute = kort.bo.lag("vandrerute"), kort.rute()
    anden = del_rute(layer, rute.id(), (X + 700, Y), "Del rute")
    to = {
        rute["objekt_id"]: [(0, 400, 6), (400, 700, 1)],
        anden["objekt_id"]: [(0, 300, 1)],
    }
    if gemt:
        assert kort.bo.gem("vandrerute"), kort.bo.linjer()
    fids = {f["objekt_id"]: f.id() for f in layer.getFeatures()}
    foerst, sidst = fids[rute["objekt_id"]], fids[anden["objekt_id"]]
    assert paa_hver(kort) == to
    hel = QgsGeometry.unaryUnion([layer.getFeature(fid).geometry() for fid in (foerst, sidst)])
    hel = hel.mergeLines()
    hel.convertToMultiType()
    # What QGIS's own *Merge Selected Features* does.
    svar = QgsVectorLayerEditUtils(layer).mergeFeatures(
        foerst, [foerst, sidst], layer.getFeature(foerst).attributes(), hel
    )
    assert svar[0], svar
    en = {rute["objekt_id"]: [(0, 400, 6), (400, 700, 1), (700, 1000, 1)]}
    assert paa_hver(kort) == en
    assert not [linje for linje in kort.bo.linjer() if "taget af" in linje], "nothing was lost"
    layer.undoStack().undo()
    assert paa_hver(kort) == to, "one step"
    layer.undoStack().redo()
    assert paa_hver(kort) == en
    assert kort.bo.gem("vandrerute"), kort.bo.linjer()
    assert paa_hver(kort) == en
    assert kort.bo.store.antal("rute") == 1


def test_what_another_authority_owns_is_not_written(fremmed: Kort) -> None:
    kort = fremmed
    kort.bo.rediger()
    kort.vaerktoej.begynd()
    kort.klik(200)
    kort.klik(0)
    kort.klik(1000)
    assert kort.underlag() == [(0, 1000, 1)]
    assert kort.rute()["belaegn_k"] == 9
    assert kort.bo.gem()
    assert kort.bo.linjer() == []


def test_the_same_again_and_a_route_that_was_let_go_change_nothing(kort: Kort) -> None:
    kort.bo.rediger()
    kort.vaerktoej.begynd()
    kort.klik(200)
    for _ in range(2):
        kort.klik(0)
        kort.klik(400)
    assert kort.bo.lag("straekning").undoStack().count() == 1
    assert "Sådan er underlaget her allerede" in kort.bo.linjer()[0]
    kort.klik(100)
    kort.bo.lag("vandrerute").deleteFeature(kort.rute().id())
    kort.klik(300)
    assert "Klik på den rute" in kort.tekst()


def test_surfaces_are_taken_over_from_another_route_and_the_network(paa_fil: Redigering) -> None:
    def wkb(wkt: str) -> bytes:
        return bytes(QgsGeometry.fromWkt(wkt).asWkb())

    anden = "11111111-1111-4111-8111-111111111111"
    med_rute(paa_fil)
    with paa_fil.store.skriv("import", "Bo") as skriver:
        skriver.indsaet(
            "rute",
            [{"objekt_id": anden, "navn": "Anden", "rute_ty_k": 3, "cvr_kode": 29188599, "bruger_id": "x",
              "geometri": wkb(f"MultiLineString(({X + 100} {Y + 90}, {X + 100} {Y}, {X + 300} {Y}))")}],
        )  # fmt: skip
        skriver.indsaet(
            "straekning",
            [{"rute_id": anden, "underlag_k": 5, "fra_m": 90, "til_m": 290,
              "geometri": wkb(f"LineString({X + 100} {Y}, {X + 300} {Y})")}],
        )  # fmt: skip
        skriver.indsaet(
            "netvaerk",
            [{"netvaerk_id": str(nr), "kilde": "veje", "type": type_, "geometri": wkb(wkt)}
             for nr, (type_, wkt) in enumerate((
                 ("Grus", f"LineString({X} {Y}, {X + 600} {Y})"),
                 ("Sti", f"LineString({X + 600} {Y}, {X + 800} {Y})"),
                 ("Asfalt", f"LineString({X + 600} {Y + 8}, {X + 800} {Y + 8})"),
             ))],
        )  # fmt: skip
    kort = Kort(paa_fil)
    kort.bo.rediger()
    kort.vaerktoej.begynd()
    kort.klik(700)
    kort.tast("6")
    kort.klik(400)
    kort.klik(1000)
    en(kort.canvas, QPushButton).click()
    ro()
    min_ = str(kort.rute()["objekt_id"])
    mine = {(round(f["fra_m"]), round(f["til_m"]), f["underlag_k"])
            for f in kort.bo.lag("straekning").getFeatures() if f["rute_id"] == min_}  # fmt: skip
    assert mine == {(0, 100, 4), (100, 300, 5), (300, 400, 4), (400, 1000, 6)}
    assert "Overtog underlag på 400 m" in kort.bo.linjer()[-1]
    kort.aktivt.undoStack().undo()
    assert len(list(kort.bo.lag("straekning").getFeatures())) == 2, "one step"
    kort.luk()
