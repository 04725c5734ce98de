# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    Qgis,
    QgsGeometry,
    QgsProject,
    QgsSnappingConfig,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton, QToolButton

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.drawing import skabelon as skabeloner
from moedested_plugin.drawing.kendt import nyt_objekt
from moedested_plugin.drawing.skabelon import Skabelon
from moedested_plugin.gui.options import OptionsFactory, OptionsPage
from moedested_plugin.gui.tegn.adressefelt import Adressefelt
from moedested_plugin.gui.tegn.formular_dok import FormularDok
from moedested_plugin.gui.tegn.palet import Palet
from moedested_plugin.project.graense import gem_graense
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.store import Store
from tests.integration.gui.redigering import (
    Redigering,
    alle,
    bo,
    ro,
    store,
    tekst_i,
    widgets,
)
from tests.integration.gui.tegning import Tegnebord, X, Y, tegnebord

__all__ = ["bo", "store", "widgets"]


@pytest.fixture
def bord(bo: Redigering, store: Store) -> Iterator[Tegnebord]:
    with tegnebord(bo.project, store) as bord:
        yield bord


#: What does not depend on the store is tried on one of them.
paa_fil = pytest.mark.parametrize("store", ["geopackage"], indirect=True)


def vinduer() -> list[str]:
    return [
        each.metaObject().className()
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each.metaObject().className() != "QMainWindow"
    ]


def knapper(bord: Tegnebord) -> list[str]:
    return [tekst_i(item) for item in bord.iface.bar.items()]


def test_click_click_ok_and_one_undo(bord: Tegnebord) -> None:
    bord.tegner.begynd_rolle("baenk", True)
    assert bord.canvas.currentLayer() is bord.lag("baenk")
    bord.klik(X, Y)
    assert bord.nye("baenk") == []  # not before OK
    assert bord.form.isVisible()
    assert "QgsAttributeDialog" not in vinduer()  # docked, nothing pops up
    bord.form.accept()
    ro()
    (ny,) = bord.nye("baenk")
    assert ny["facil_ty_k"] == 1371
    assert ny["cvr_kode"] == 29188599
    assert ny.geometry().distance(QgsGeometry.fromWkt(f"Point({X} {Y})")) < 1
    stak = bord.lag("baenk").undoStack()
    assert stak.count() == 1
    stak.undo()
    assert bord.nye("baenk") == []
    stak.redo()
    assert len(bord.nye("baenk")) == 1
    assert bord.lag("baenk").commitChanges(), bord.lag("baenk").commitErrors()
    assert bord.store.antal("facilitet_punkt") == 1


@paa_fil
def test_rows_and_esc_leave_nothing_behind(bord: Tegnebord) -> None:
    foer = len(bord.canvas.scene().items()), bord.project.snappingConfig()
    bord.tegner.raekke = True
    bord.tegner.begynd_rolle("baenk", True)
    for nummer in range(3):
        bord.klik(X + 30 * nummer, Y)
    assert len(bord.nye("baenk")) == 3
    assert bord.lag("baenk").undoStack().count() == 3
    assert bord.form is None
    bord.canvas.setFocus()
    bord.tast(Qt.Key.Key_Escape)
    assert bord.canvas.mapTool() is bord.pan
    assert bord.tegner.skabelon is None
    assert (len(bord.canvas.scene().items()), bord.project.snappingConfig()) == foer


@paa_fil
def test_a_row_that_lacks_something_gets_its_form_also_in_row_mode(bord: Tegnebord) -> None:
    bord.tegner.raekke = True
    bord.tegner.begynd_rolle("facilitet", True)
    bord.klik(X, Y)
    assert bord.form is not None
    bord.klik(X + 50, Y)  # the first is not finished: it stays, and nothing is lost or added
    assert bord.nye("facilitet") == []
    assert any("mangler" in tekst for tekst in knapper(bord))
    bord.tegner.formular().saet({"facil_ty_k": 1012})
    bord.form.accept()
    ro()
    bord.klik(X + 50, Y)
    assert [ny["facil_ty_k"] for ny in bord.nye("facilitet")] == [1012, 1012]


@paa_fil
def test_esc_in_the_form_lets_the_object_go(bord: Tegnebord) -> None:
    foer = len(bord.canvas.scene().items())
    bord.tegner.begynd_rolle("andenrute", True)
    assert bord.project.snappingConfig().enabled()
    bord.klik(X, Y)
    bord.klik(X + 100, Y)
    bord.tast(Qt.Key.Key_Escape)  # half drawn: taken back, the tool stays on
    assert bord.canvas.mapTool() is not bord.pan
    bord.klik(X, Y)
    bord.klik(X + 120, Y)
    bord.klik(X + 120, Y, Qt.MouseButton.RightButton)
    assert bord.tegner.formular().raekke["laengde"] == pytest.approx(0.12, abs=0.02)
    bord.form.reject()
    ro()
    assert bord.nye("andenrute") == []
    bord.tegner.stands()
    assert not bord.project.snappingConfig().enabled()
    assert len(bord.canvas.scene().items()) == foer


def test_undo_takes_the_children_along_and_saving_keeps_them(bord: Tegnebord) -> None:
    bord.tegner.begynd_rolle("moedested", True)
    bord.klik(X, Y)
    bord.tegner.formular().saet({"navn": "Havnen", "formaal_k": [1]})
    bord.form.accept()
    ro()
    (moedested,) = bord.nye("moedested")
    bord.tegner.begynd_rolle("baenk", True)
    bord.klik(X + 20, Y)
    bord.form.accept()
    ro()
    bord.klik(X + 21, Y)
    (tilbud,) = (item for item in bord.iface.bar.items() if "Knyt til den" in str(_tekster(item)))
    _tryk(tilbud, "Knyt til den i stedet")
    assert len(bord.nye("baenk")) == 1  # the second bench was let go
    (link,) = bord.nye("tilknytning")
    assert link["moedested_id"] == moedested["moedested_id"]
    stak = bord.lag("moedested").undoStack()
    stak.undo()
    assert bord.nye("moedested") == bord.nye("tilknytning") == []
    stak.redo()
    assert len(bord.nye("moedested")) == len(bord.nye("tilknytning")) == 1
    assert bord.lag("moedested").commitChanges(), bord.lag("moedested").commitErrors()
    ro()
    assert [bord.store.antal(t) for t in ("moedested", "tilknytning")] == [1, 1]


def test_a_new_object_begins_as_qgis_itself_would_begin_it(bord: Tegnebord) -> None:
    """QGIS's own way first reads every key of the table: most of a second among 100 000 rows in PostgreSQL."""
    former = {
        Qgis.GeometryType.Point: f"Point({X} {Y})",
        Qgis.GeometryType.Line: f"LineString({X} {Y},{X + 500} {Y})",
        Qgis.GeometryType.Polygon: f"Polygon(({X} {Y},{X + 500} {Y},{X + 500} {Y + 500},{X} {Y}))",
    }
    for rolle in sorted({skabelon.rolle for skabelon in skabeloner.indbyggede()}):
        layer, lag = bord.lag(rolle), LAG_AF_ROLLE[rolle]
        assert layer.startEditing()
        form = QgsGeometry.fromWkt(former.get(layer.geometryType(), ""))
        if layer.isSpatial() and QgsWkbTypes.isMultiType(layer.wkbType()):
            form.convertToMultiType()
        givet: dict[str, Vaerdi] = {"navn": "Ø", "laengde": 0.5} if lag.tabelnavn == "rute" else {}
        numre = {layer.fields().lookupField(navn): vaerdi for navn, vaerdi in givet.items()}
        deres = QgsVectorLayerUtils.createFeature(
            layer, form, numre, layer.createExpressionContext()
        )
        vores = nyt_objekt(layer, lag, form, givet)
        skifter = {lag.tabel.noegle, "oprettet", "rettet"}
        ens = [felt for felt in layer.fields().names() if felt not in skifter]
        assert [repr(vores[felt]) for felt in ens] == [repr(deres[felt]) for felt in ens], rolle
        assert len(str(vores[lag.tabel.noegle])) == 36, rolle
        assert vores.geometry().equals(deres.geometry()) or not layer.isSpatial()


@paa_fil
def test_says_at_once_what_is_wrong_with_the_place(bord: Tegnebord) -> None:
    gem_graense(
        bord.store,
        QgsGeometry.fromWkt(
            f"Polygon(({X - 300} {Y - 300},{X + 300} {Y - 300},{X + 300} {Y + 100},{X - 300} {Y + 100},{X - 300} {Y - 300}))"
        ),
    )
    layer = bord.lag("baenk")
    assert layer.startEditing()
    bord.tegner.raekke = True
    bord.tegner.begynd_rolle("baenk", True)
    bord.klik(X, Y)
    bord.flyt(X + 2 * bord.canvas.mapUnitsPerPixel(), Y)  # the hand rests
    varsel = bord.tegner.varsel
    assert (varsel._ro.isActive(), varsel.tekst) == (False, ""), "drawn just now: no neighbour"
    i_gaar = QDate.currentDate().addDays(-1)
    ny = bord.nye("baenk")[0].id()
    layer.changeAttributeValue(ny, layer.fields().lookupField("lukket_fra"), i_gaar)

    def sagt(x: float, y: float) -> str:
        bord.flyt(x, y)
        bord.tegner.varsel._se()
        return bord.tegner.varsel.tekst

    assert sagt(X + 50, Y) == ""
    assert "Midlertidigt lukket" in sagt(X + 3, Y)
    assert "Kun 2,9 m" in bord.tegner.varsel.tekst
    assert sagt(X, Y + 150) == "Uden for kommunen"
    bord.se(660_000, 6_040_000)
    assert sagt(660_000, 6_040_000) == "Uden for kommunen\nI havet"
    bord.tegner.stands()
    assert alle(bord.canvas, QLabel, "moedested_varsel") == [] or not bord.tegner.varsel.tekst


def test_a_border_that_is_missing_is_said_once_and_given_in_the_options(
    bord: Tegnebord, tmp_path: Path
) -> None:
    def om_graensen() -> list[str]:
        return [t for t in knapper(bord) if "kommunens grænse" in t]

    for _ in range(2):
        bord.tegner.begynd_rolle("baenk", True)
        assert len(om_graensen()) == 1, "quietly, and no more than once"
    assert "Indstillinger" in om_graensen()[0]
    sagt: list[str] = []
    side = OptionsFactory(bord.settings, sagt.append, lambda: bord.store).createWidget()
    assert isinstance(side, OptionsPage)
    assert side.drawing.graense is not None
    for kode, vest, oest, svar in (
        (376, 360_000, 390_000, "dækker ingen"),
        (101, 660_000, X + 60, "ingen flader"),
        (376, 660_000, X + 60, ""),
    ):
        fil = tmp_path / f"grænse på {kode} {vest}.geojson"
        nord, syd = 6_100_000, 6_040_000
        ring = [[vest, syd], [oest, syd], [oest, nord], [vest, nord], [vest, syd]]
        fil.write_text(json.dumps({
            "type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
            "features": [{"type": "Feature", "properties": {"KOMKODE": f"{kode:04}"},
                          "geometry": {"type": "Polygon", "coordinates": [ring]}}],
        }), "utf-8")  # fmt: skip
        side.drawing.graense.fil.setFilePath(str(fil))
        side.apply()
        assert len(sagt) == bool(svar)
        assert svar in "".join(sagt)
        sagt.clear()
    side.deleteLater()
    bord.tegner.begynd_rolle("baenk", True)
    for x, ventet in ((X + 50, ""), (X + 70, "Uden for kommunen")):
        bord.flyt(x, Y)
        bord.tegner.varsel._se()
        assert bord.tegner.varsel.tekst == ventet
    bord.tegner.stands()


@paa_fil
def test_a_tool_lends_its_snapping_to_no_project(bord: Tegnebord, tmp_path: Path) -> None:
    def gemt(fil: Path) -> QgsSnappingConfig:
        laest = QgsProject()
        assert laest.read(str(fil))
        return QgsSnappingConfig(laest.snappingConfig())

    egen = QgsSnappingConfig(bord.project.snappingConfig())
    egen.setEnabled(True)
    egen.setTolerance(7)
    bord.project.setSnappingConfig(egen)
    bord.tegner.begynd_rolle("baenk", True)
    assert not bord.project.snappingConfig().enabled()
    gemt_i = tmp_path / "gemt midt i.qgz"
    assert bord.project.write(str(gemt_i))
    assert (gemt(gemt_i).enabled(), gemt(gemt_i).tolerance()) == (True, 7), "saved in the middle"
    assert not bord.project.snappingConfig().enabled(), "and the tool goes on"
    andet, sin = QgsProject(), QgsSnappingConfig()
    sin.setEnabled(False)
    sin.setTolerance(23)
    andet.setSnappingConfig(sin)
    assert andet.write(str(tmp_path / "et andet.qgz"))
    bord.lag("baenk").rollBack()
    assert bord.project.read(str(tmp_path / "et andet.qgz"))
    ro()
    assert bord.tegner.skabelon is None
    nu = bord.project.snappingConfig()
    assert (nu.enabled(), nu.tolerance()) == (False, 23), "another project keeps its own"


@paa_fil
def test_qgis_s_own_exact_drawing_works_with_our_tools(bord: Tegnebord) -> None:
    cad, tast = bord.iface.cad, QgsAdvancedDigitizingDockWidget.WidgetSetMode.ReturnPressed
    bord.tegner.begynd_rolle("baenk", True)
    cad.enableAction().trigger()
    ro()
    assert cad.cadEnabled()
    cad.setX(str(X + 11.5), tast)
    cad.setY(str(Y + 22.25), tast)
    bord.klik(X - 80, Y - 40)  # wherever the mouse is
    assert bord.tegner._geometri.asWkt(2) == "MultiPoint ((690011.5 6080022.25))"
    bord.tegner.stands()
    bord.tegner.begynd_rolle("andenrute", True)
    ro()
    assert cad.cadEnabled(), "it stays on, as with QGIS's own tools"
    bord.klik(X, Y)
    cad.setDistance("50", tast)
    bord.klik(X + 80, Y + 60)
    bord.klik(X + 80, Y + 60, Qt.MouseButton.RightButton)
    assert bord.tegner._geometri.length() == pytest.approx(50, abs=0.01)
    cad.enableAction().trigger()
    bord.tegner.stands()


@paa_fil
def test_a_layer_that_is_added_beside_ours_takes_nothing_away(bord: Tegnebord) -> None:
    bord.tegner.begynd_rolle("moedested", True)
    bord.klik(X, Y)
    bord.tegner.formular().saet({"navn": "Halvt skrevet"})
    andet = QgsVectorLayer("Point?crs=EPSG:25832", "Luftfoto fra en anden", "memory")
    bord.project.addMapLayer(andet)
    ro()
    bord.project.removeMapLayer(andet.id())
    ro()
    assert bord.form is not None
    assert bord.tegner.formular().raekke["navn"] == "Halvt skrevet"
    assert bord.tegner.skabelon is not None
    bord.tegner.stands()


@paa_fil
def test_another_layer_ends_the_tool_and_leaves_the_form(bord: Tegnebord) -> None:
    bord.tegner.begynd_rolle("baenk", True)
    bord.klik(X, Y)
    bord.iface.setActiveLayer(bord.lag("facilitet"))
    assert bord.canvas.mapTool() is bord.pan
    bord.form.accept()
    ro()
    assert len(bord.nye("baenk")) == 1


@paa_fil
def test_as_the_neighbour(bord: Tegnebord) -> None:
    bord.tegner.begynd_rolle("baenk", True)
    bord.klik(X, Y)
    bord.tegner.formular().saet({"navn": "Havbænken", "handicap_k": 1, "antal_pl": 4})
    bord.form.accept()
    ro()
    bord.klik(X + 60, Y)
    assert bord.tegner.formular().raekke["handicap_k"] != 1  # no habit, but a fact of that bench
    bord.tegner.formular().kopier.click()
    form = bord.tegner.formular().raekke
    assert (form["handicap_k"], form["antal_pl"]) == (1, 4)
    assert form["navn"] != "Havbænken"


@paa_fil
def test_a_type_that_is_written_into_the_form_counts(bord: Tegnebord) -> None:
    """Copied from a neighbour or by a template, not chosen by hand: the list to search in tells QGIS nothing of it."""
    bord.tegner.begynd_rolle("facilitet", True)
    bord.klik(X, Y)
    dok = bord.tegner.formular()
    assert not ok(dok).isEnabled()
    dok.saet({"facil_ty_k": 1012, "navn": "Toilettet"})
    ro()
    assert ok(dok).isEnabled()
    assert dok.goer_faerdig()
    ro()
    bord.klik(X + 60, Y)
    dok.kopier.click()
    ro()
    assert dok.raekke["facil_ty_k"] == 1012
    assert ok(dok).isEnabled()


def ok(dok: FormularDok) -> QPushButton:
    assert dok.dialog is not None
    knapper = alle(dok.dialog, QDialogButtonBox, "buttonBox")[0]
    return knapper.button(QDialogButtonBox.StandardButton.Ok)


def test_own_templates_are_shared_moved_and_deleted(bord: Tegnebord) -> None:
    palet = Palet(bord.tegner)
    bord.tegner.begynd_rolle("baenk", True)
    bord.klik(X, Y)
    dok = bord.tegner.formular()
    dok.saet({"antal_pl": 3, "navn": "Kun denne"})
    dok.som_skabelon.click()
    dok.navn.setText("Bænk ved sti")
    dok.navn.returnPressed.emit()
    bord.tegner.stands()
    bord.tegner.gem_egne(
        [*bord.tegner.egne(), Skabelon("Bålplads", "facilitet", {"facil_ty_k": 1012})]
    )

    def vist() -> list[str]:
        return [palet._egne.itemAt(nr).widget().text() for nr in range(palet._egne.count())]

    assert vist() == ["Bænk ved sti", "Bålplads"]
    fra_lageret, fejl = skabeloner.hent(bord.store)
    assert fejl == []
    assert fra_lageret[0].vaerdier["antal_pl"] == 3
    assert "navn" not in fra_lageret[0].vaerdier
    menu = palet._egne.itemAt(1).widget().menu()
    next(a for a in menu.actions() if a.text() == "Flyt op").trigger()
    assert vist() == ["Bålplads", "Bænk ved sti"]
    knap = palet._egne.itemAt(1).widget()
    assert isinstance(knap, QToolButton)
    bord.tegner.raekke = True
    knap.click()
    bord.klik(X + 100, Y)
    assert bord.nye("baenk")[0]["antal_pl"] == 3
    bord.store.saet_indstilling(
        "skabeloner", [{"navn": "x", "rolle": "baenk", "vaerdier": {"findes_ikke": 1}}, 7]
    )
    gode, fejl = skabeloner.hent(bord.store)
    assert (gode, len(fejl)) == ([], 2)
    palet.deleteLater()


@paa_fil
def test_an_address_fills_the_form_and_is_a_place_to_draw(
    bord: Tegnebord, tmp_path: Path, qtbot: QtBot
) -> None:
    egenskaber = {"vejnavn": "Nygade", "husnr": "4", "postnr": 4800, "postnrnavn": "Nykøbing F"}
    fil = tmp_path / "adresser.geojson"
    fil.write_text(
        json.dumps({
            "type": "FeatureCollection",
            "features": [{
                "type": "Feature", "properties": egenskaber,
                "geometry": {"type": "Point", "coordinates": [11.87, 54.77]},
            }],
        }),
        "utf-8",
    )  # fmt: skip
    palet = Palet(bord.tegner)
    assert not palet.adresse.felt.isEnabled()  # nobody to ask: it says so, and nothing fails
    bord.settings.adresse_fil.setValue(str(fil))
    try:
        bord.tegner.begynd_rolle("moedested", True)
        bord.klik(X, Y)
        dok = bord.tegner.formular()
        _find(dok.adresse, "nyg 4", qtbot)
        qtbot.waitUntil(lambda: dok.raekke["sted"] == "Nygade 4")
        assert (dok.raekke["postnr"], dok.raekke["by"]) == (4800, "Nykøbing F")
        dok.opgiv()
        ro()
        palet.show()
        _find(palet.adresse, "nygade", qtbot)
        qtbot.waitUntil(lambda: dok.optaget and dok.raekke["sted"] == "Nygade 4")
        midt = bord.canvas.center()
        dok.saet({"navn": "Nygade", "formaal_k": [1]})
        assert dok.goer_faerdig()
        (ny,) = bord.nye("moedested")
        assert ny.geometry().distance(QgsGeometry.fromPointXY(midt)) < 1
        _find(palet.adresse, "storegade", qtbot, findes=False)
        assert "Skriv den selv" in palet.adresse.besked.text()
    finally:
        bord.settings.adresse_fil.remove()
        palet.deleteLater()


@paa_fil
def test_a_new_project_ends_the_drawing(bord: Tegnebord) -> None:
    bord.tegner.begynd_rolle("baenk", True)
    bord.klik(X, Y)
    for layer in bord.current.layers():
        if layer.isEditable():
            layer.rollBack()
    QgsProject.instance().clear()
    ro()
    assert bord.tegner.skabelon is None
    assert bord.canvas.mapTool() is bord.pan


def _find(felt: Adressefelt, tekst: str, qtbot: QtBot, *, findes: bool = True) -> None:
    """Write, and take the first line that comes."""
    felt.felt.clear()
    QTest.keyClicks(felt.felt, tekst)  # type: ignore[call-arg, arg-type]  # the stubs lack a self
    if findes:
        qtbot.waitUntil(lambda: felt.liste.count() > 0)
        QTest.keyClick(felt.felt, Qt.Key.Key_Return)
    else:
        qtbot.waitUntil(lambda: bool(felt.besked.text()))


def _tekster(item: object) -> list[str]:
    from qgis.PyQt.QtWidgets import QPushButton

    return [knap.text() for knap in alle(item, QPushButton)]  # type: ignore[arg-type]


def _tryk(item: object, tekst: str) -> None:
    from qgis.PyQt.QtWidgets import QPushButton

    next(knap for knap in alle(item, QPushButton) if knap.text() == tekst).click()  # type: ignore[arg-type]
    ro()
