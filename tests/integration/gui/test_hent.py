# SPDX-License-Identifier: GPL-2.0-or-later
"""An import as a person does it: choose a file, see what differs, answer, carry out, take back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr, osr
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMessageBar, QgsRubberBand
from qgis.PyQt.QtCore import QMimeData, QModelIndex, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QToolButton,
    QTreeView,
    QTreeWidget,
)

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.hent.hent import Hent
from moedested_plugin.gui.hent.hent_dialog import HentDialog
from moedested_plugin.gui.hent.skuffe import Skuffe
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.panel_state import Access
from moedested_plugin.gui.status import read_status
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.project.byg import indret_projekt, nyt_lag
from moedested_plugin.project.lag import LAG
from moedested_plugin.settings import Settings
from moedested_plugin.sources.profil import profil_af
from moedested_plugin.sources.profiler import gem_profil
from moedested_plugin.store import Store, aabn, opret
from tests.integration.gui.redigering import (
    KOMMUNE,
    alle,
    en,
    knap,
    ro,
    store,
    tekst_i,
    widgets,
)
from tests.integration.sources.kilder import BAENKE, Import, X, Y, baenk, geojson

__all__ = ["store", "widgets"]

PROFIL = profil_af(
    {**BAENKE.som_json(), "titel": "Naboens bænke", "genkendes": {"lag": ["bænke"], "felter": ["slags", "pladser"]}}
)  # fmt: skip
ROLLER = ("moedested", "baenk")
NYE = [baenk(nr, nr * 40.0) for nr in range(1, 7)]


class Iface:
    """What of QGIS an import uses: a window, a canvas, a message bar."""

    def __init__(self) -> None:
        self.vindue = QMainWindow()
        self.canvas = QgsMapCanvas(self.vindue)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
        self.canvas.setExtent(QgsRectangle(X, Y, X + 5000, Y + 5000))
        self.vindue.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.vindue)

    def mainWindow(self) -> QMainWindow:  # noqa: N802 - as QGIS names it
        return self.vindue

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802 - as QGIS names it
        return self.canvas

    def addTabifiedDockWidget(self, hvor: Any, dock: Any, *_: Any) -> None:  # noqa: N802 - as QGIS names it
        self.vindue.addDockWidget(hvor, dock)

    def removeDockWidget(self, dock: Any) -> None:  # noqa: N802 - as QGIS names it
        self.vindue.removeDockWidget(dock)


@dataclass
class Vaerksted:
    """One person at one QGIS."""

    store: Store
    iface: Iface
    current: CurrentProject
    tasks: Tasks
    hent: Hent
    qtbot: QtBot
    mappe: Path
    adgang: Access = field(default_factory=lambda: Access(True))

    def fil(self, *raekker: dict[str, Any], navn: str = "bænke.geojson") -> str:
        return str(geojson(self.mappe / navn, raekker))

    def vent(self, paa: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(paa()), timeout=20_000)
        ro()

    @property
    def dialog(self) -> HentDialog:
        dialoger = [d for d in alle(self.iface.vindue, HentDialog) if d.isVisible()]
        return dialoger[-1]

    @property
    def skuffe(self) -> Skuffe:
        assert self.hent.skuffe is not None
        return self.hent.skuffe

    def laes(self, sti: str) -> HentDialog:
        self.hent.vis(sti)
        dialog = self.dialog
        self.rolig(dialog)
        return dialog

    def rolig(self, dialog: HentDialog) -> None:
        self.vent(lambda: any(k.text() == "Luk" for k in alle(dialog, QPushButton)))

    def plan(self, *raekker: dict[str, Any]) -> Skuffe:
        dialog = self.laes(self.fil(*raekker))
        knap(dialog, "Sammenlign").click()
        self.vent(lambda: self.hent.skuffe)
        return self.skuffe

    def anvend(self) -> str:
        en(self.skuffe, QPushButton, "anvend").click()
        self.faerdig()
        return besked(self.skuffe)

    def faerdig(self) -> None:
        self.vent(lambda: self.hent._opgave is None)

    def linjer(self) -> list[str]:
        return [tekst_i(item) for item in self.iface.bar.items()]

    def raekker(self) -> dict[str, dict[str, Any]]:
        with aabn(self.store.adresse) as nu:
            return {str(r["navn"]): r for r in nu.raekker("facilitet_punkt")}

    def ret(self, hvilken: str, /, **vaerdier: Any) -> None:
        noegle = str(self.raekker()[hvilken]["objekt_id"])
        with self.store.skriv("prøve", "Anne") as skriver:
            skriver.ret("facilitet_punkt", noegle, vaerdier)

    def baand(self) -> int:
        scene = self.iface.canvas.scene()
        # QGIS's own flash lies lowest.
        return sum(isinstance(led, QgsRubberBand) and led.zValue() > 0 for led in scene.items())


def besked(skuffe: Skuffe) -> str:
    return en(skuffe, QLabel, "besked").text()


def filtre(skuffe: Skuffe) -> list[str]:
    return [k.text() for k in alle(skuffe, QToolButton) if k.objectName().startswith("filter_")]


def vis(skuffe: Skuffe, art: str) -> QTreeView:
    en(skuffe, QToolButton, f"filter_{art}").click()
    return en(skuffe, QTreeView, "raekker")


def svar(skuffe: Skuffe, hvad: str) -> None:
    en(skuffe, QToolButton, f"svar_{hvad}").click()


def indhold(liste: QTreeView) -> list[tuple[str, str]]:
    model = liste.model()
    return [
        (model.index(nr, 0).data(), model.index(nr, 1).data()) for nr in range(model.rowCount())
    ]


def felter(skuffe: Skuffe) -> list[list[str]]:
    model = en(skuffe, QTableWidget, "felter").model()
    return [
        [model.index(nr, spalte).data() or "" for spalte in range(4)]
        for nr in range(model.rowCount())
    ]


@pytest.fixture
def settings(qgis_app: object) -> Iterator[Settings]:
    made = Settings()
    yield made
    made.kildemappe.remove()
    made.close()


def et_vaerksted(
    store: Store, settings: Settings, qtbot: QtBot, mappe: Path
) -> Iterator[Vaerksted]:
    project = QgsProject.instance()
    indret_projekt(project, store, KOMMUNE)
    project.addMapLayers([nyt_lag(store, lag, {}) for lag in LAG if lag.rolle in ROLLER])
    project.writeEntry("moedested", "/store", store.adresse)
    gem_profil(store, PROFIL)
    iface = Iface()
    iface.vindue.resize(1200, 700)
    iface.vindue.show()
    current, tasks, messages = CurrentProject(project), Tasks(), Messages(iface.bar)
    hent = Hent(iface, current, tasks, messages, settings, lambda: sted.adgang)  # type: ignore[arg-type]
    sted = Vaerksted(store, iface, current, tasks, hent, qtbot, mappe)
    ro()
    yield sted
    tasks.close()
    hent.close()
    current.close()
    messages.close()
    for layer in project.mapLayers().values():
        layer.rollBack() if hasattr(layer, "rollBack") else None
    project.clear()
    ro()
    left = sted.baand()
    iface.vindue.close()
    iface.vindue.deleteLater()
    ro()
    assert left == 0, "nothing is left on the map"


@pytest.fixture(scope="session")
def lavet(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, and one where six benches have come in and Anne has changed two."""
    mappe = tmp_path_factory.mktemp("lavet")
    with opret(str(mappe / "tom.gpkg"), KOMMUNE) as store:
        store.saet_indstilling("prøve", 1)
    shutil.copyfile(mappe / "tom.gpkg", mappe / "hentet.gpkg")
    with aabn(str(mappe / "hentet.gpkg")) as store:
        kilde = Import(store, mappe, PROFIL)
        kilde.gem(*NYE)
        kilde.ret("Bænk 2", antal_pl=5)
        kilde.ret("Bænk 3", beskrivels="Annes ord")
    return mappe


@pytest.fixture
def begge(
    store: Store,
    widgets: None,
    settings: Settings,
    qtbot: QtBot,
    qgis_new_project: None,
    tmp_path: Path,
) -> Iterator[Vaerksted]:
    """On a GeoPackage and on PostGIS."""
    yield from et_vaerksted(store, settings, qtbot, tmp_path)


@pytest.fixture
def sted(
    lavet: Path,
    widgets: None,
    settings: Settings,
    qtbot: QtBot,
    qgis_new_project: None,
    tmp_path: Path,
) -> Iterator[Vaerksted]:
    """On a GeoPackage that is empty."""
    sti = shutil.copyfile(lavet / "tom.gpkg", tmp_path / "møde sted.gpkg")
    with aabn(str(sti)) as store:
        yield from et_vaerksted(store, settings, qtbot, tmp_path)


@pytest.fixture
def hentet(
    lavet: Path,
    widgets: None,
    settings: Settings,
    qtbot: QtBot,
    qgis_new_project: None,
    tmp_path: Path,
) -> Iterator[Vaerksted]:
    """On a GeoPackage that has been imported into."""
    sti = shutil.copyfile(lavet / "hentet.gpkg", tmp_path / "møde sted.gpkg")
    with aabn(str(sti)) as store:
        yield from et_vaerksted(store, settings, qtbot, tmp_path)


#: Changed, in conflict, gone, moved, new, dirty.
RETTET = [
    baenk(1, 40, pladser=9), baenk(2, 80, pladser=7), baenk(3, 120, tekst="Deres ord", pladser=4),
    {**baenk(106, 250), "navn": "Bænk 6"}, baenk(4, 160), baenk(7, 900), baenk(8, 950, slags="Vulkan"),
]  # fmt: skip


def test_the_whole_way_on_both_stores(begge: Vaerksted) -> None:
    dialog = begge.laes(begge.fil(*NYE))
    assert "6 rækker" in en(dialog, QLabel, "laest").text()
    assert en(dialog, QLabel, "hvorfor").text() == (
        "Valgt, fordi laget hedder bænke og har kolonnerne slags, pladser."
    )
    knap(dialog, "Sammenlign").click()
    begge.vent(lambda: begge.hent.skuffe)
    assert filtre(begge.skuffe)[:2] == ["Alle 6", "Ny 6"]
    assert begge.anvend() == "Hentet ind: 6 nye."
    assert sum(layer.featureCount() for layer in begge.current.layers()) >= 6

    begge.ret("Bænk 3", beskrivels="Annes ord")
    skuffe = begge.plan(*RETTET)
    assert filtre(skuffe) == [
        "Alle 7", "Ny 1", "Ændret 2", "Flyttet? 1", "Konflikt 1", "Ligner 0", "Borte 1", "Afvist 1"
    ]  # fmt: skip
    assert felter(skuffe) == [
        ["⚠ Kort beskrivelse", "Ved stien", "Annes ord", "Deres ord"],
        ["Antal pladser", "3", "3", "4"],
        ["Status", "", "jeres eget, røres ikke", ""],
    ]
    svar(skuffe, "nej")
    assert "henter 1 ny, retter 3 og flytter 1" in besked(skuffe)
    assert begge.anvend().startswith("Hentet ind: 1 ny og 4 rettede.")
    assert read_status(begge.store.adresse, QgsFeedback()).can_undo_import
    nu = begge.raekker()
    assert (nu["Bænk 3"]["beskrivels"], nu["Bænk 3"]["antal_pl"]) == ("Annes ord", 4)
    knap(skuffe, "Fortryd import").click()
    begge.vent(lambda: "fortrudt" in besked(skuffe))
    assert begge.raekker()["Bænk 3"]["antal_pl"] == 3
    assert "Bænk 7" not in begge.raekker()
    assert not read_status(begge.store.adresse, QgsFeedback()).can_undo_import


# ---- choosing a source ----------------------------------------------------------------------------------------------


def to_lag(sti: Path) -> str:
    datasaet = ogr.GetDriverByName("GPKG").CreateDataSource(str(sti))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(25832)
    for navn, art, wkt in (
        ("bænke", ogr.wkbPoint, f"POINT ({X} {Y})"),
        ("stier", ogr.wkbLineString, f"LINESTRING ({X} {Y}, {X} {Y + 9})"),
    ):
        lag = datasaet.CreateLayer(navn, srs, art)
        lag.CreateField(ogr.FieldDefn("slags", ogr.OFTString))
        lag.CreateField(ogr.FieldDefn("pladser", ogr.OFTInteger))
        objekt = ogr.Feature(lag.GetLayerDefn())
        objekt.SetField("slags", "Bænk")
        objekt.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        lag.CreateFeature(objekt)
    return str(sti)


def test_asks_for_the_layer_and_lets_it_be_changed(sted: Vaerksted) -> None:
    dialog = sted.laes(to_lag(sted.mappe / "to lag.gpkg"))
    valg = en(dialog, QListWidget, "valg")
    assert [valg.item(nr).text() for nr in range(valg.count())] == [
        "bænke (1 række, punkter)", "stier (1 række, linjer)"
    ]  # fmt: skip
    assert not knap(dialog, "Sammenlign").isEnabled()
    valg.itemActivated.emit(valg.item(1))
    sted.rolig(dialog)
    assert en(dialog, QLabel, "hvorfor").text().startswith("Ingen profil kender laget")
    assert not knap(dialog, "Sammenlign").isEnabled()
    valg.itemActivated.emit(valg.item(0))
    sted.rolig(dialog)
    assert knap(dialog, "Sammenlign").isEnabled()


def test_asks_for_the_file_in_a_folder_and_then_for_its_layer(sted: Vaerksted) -> None:
    mappe = sted.mappe / "fra naboen"
    mappe.mkdir()
    to_lag(mappe / "to lag.gpkg")
    geojson(mappe / "en.geojson", NYE)
    dialog = sted.laes(str(mappe))
    valg = en(dialog, QListWidget, "valg")
    for nr, vaelges in (
        (1, "to lag.gpkg"),
        (0, "bænke (1 række, punkter)"),
        (1, "stier (1 række, linjer)"),
    ):
        assert valg.item(nr).text() == vaelges
        valg.itemClicked.emit(valg.item(nr))
        sted.rolig(dialog)
    assert en(dialog, QLabel, "laest").text().startswith("stier: 1 række")


def test_asks_for_what_the_file_does_not_say(sted: Vaerksted) -> None:
    geo = Path(sted.fil(*NYE))
    uden = json.loads(geo.read_text("utf-8"))
    del uden["crs"]
    geo.write_text(json.dumps(uden), "utf-8")
    dialog = sted.laes(str(geo))
    assert "Vælg det rigtige koordinatsystem" in en(dialog, QLabel, "spoergsmaal").text()
    valg = en(dialog, QListWidget, "valg")
    assert valg.item(0).text() == "ETRS89 / UTM zone 32 (EPSG:25832)"
    valg.itemClicked.emit(valg.item(0))
    sted.rolig(dialog)
    assert "6 rækker" in en(dialog, QLabel, "laest").text()
    assert not valg.isVisible()


def test_offers_the_sources_that_are_known_by_name(sted: Vaerksted) -> None:
    egen = profil_af(
        {
            **PROFIL.som_json(),
            "navn": "egen",
            "titel": "Vores egen",
            "laes": {"sti": sted.fil(*NYE)},
        }
    )
    gem_profil(sted.store, egen)
    sted.hent.vis()
    valg = en(sted.dialog, QComboBox, "kilde")
    sted.vent(lambda: valg.count() == 4)
    assert valg.itemText(0) == "Vores egen"
    assert valg.currentText() == ""
    valg.setCurrentIndex(0)
    valg.activated.emit(0)
    sted.rolig(sted.dialog)
    assert en(sted.dialog, QComboBox, "profil").currentText() == "Vores egen"


def test_says_what_is_wrong_with_a_file_and_goes_on(sted: Vaerksted) -> None:
    daarlig = sted.mappe / "tom.geojson"
    daarlig.write_bytes(b"")
    dialog = sted.laes(str(daarlig))
    assert "tom.geojson er tom" in en(dialog, QLabel, "besked").text()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(sted.fil(*NYE))])
    dialog.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    sted.rolig(dialog)
    assert "6 rækker" in en(dialog, QLabel, "laest").text()
    assert en(dialog, QLabel, "besked").text() == ""


def test_remembers_the_folder_and_leaves_no_file_behind(
    sted: Vaerksted, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    dialog = sted.laes(sted.fil(*NYE))
    assert settings.kildemappe.value() == str(sted.mappe)
    assert list(temp.iterdir())
    dialog.reject()
    assert list(temp.iterdir()) == []
    sted.plan(*NYE)
    assert [mappe.name[:16] for mappe in temp.iterdir()] == ["moedested-import"]
    sted.anvend()
    sted.hent.luk()
    assert list(temp.iterdir()) == []


def test_stopping_the_plugin_while_it_reads_leaves_nothing(
    sted: Vaerksted, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    tasks, messages = Tasks(), Messages(sted.iface.bar)
    for gang in range(2):
        hent = Hent(sted.iface, sted.current, tasks, messages, settings, lambda: sted.adgang)  # type: ignore[arg-type]
        hent.vis(sted.fil(*NYE))
        if gang:
            sted.rolig(sted.dialog)
            knap(sted.dialog, "Sammenlign").click()
        tasks.close()
        hent.close()
        ro()
        assert [d for d in alle(sted.iface.vindue, HentDialog) if d.isVisible()] == []
        assert hent.skuffe is None
        assert list(temp.iterdir()) == []


# ---- answering ------------------------------------------------------------------------------------------------------


def test_answers_by_button_and_by_key(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    liste = vis(skuffe, "borte")
    assert indhold(liste) == [("Bænk 5", "Borte")]
    svar(skuffe, "ja")
    liste = vis(skuffe, "flyttet")
    svar(skuffe, "ny")
    liste = vis(skuffe, "ny")
    QTest.keyClick(liste, Qt.Key.Key_Space)
    assert liste.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    liste = vis(skuffe, "konflikt")
    liste.selectAll()
    svar(skuffe, "ja")
    gammel = hentet.raekker()["Bænk 6"]["objekt_id"]
    assert hentet.anvend() == "Hentet ind: 1 ny, 3 rettede og 1 sat til ikke gældende."
    with aabn(hentet.store.adresse) as igen:
        alle_nu = list(igen.raekker("facilitet_punkt"))
    assert {r["objekt_id"] for r in alle_nu if r["navn"] == "Bænk 6"} > {gammel}
    nu = hentet.raekker()
    assert (nu["Bænk 2"]["antal_pl"], nu["Bænk 3"]["beskrivels"]) == (7, "Deres ord")
    assert nu["Bænk 5"]["statuskode"] == 4
    assert "Bænk 7" not in nu
    assert filtre(hentet.plan(*RETTET))[1] == "Ny 0", "a no is remembered"


def test_one_field_ours_the_other_theirs(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    liste = vis(skuffe, "konflikt")
    liste.setCurrentIndex(liste.model().index(1, 0))
    tabel = en(skuffe, QTableWidget, "felter")
    tabel.item(0, 2).setCheckState(Qt.CheckState.Checked)
    ro()
    tabel.item(1, 3).setCheckState(Qt.CheckState.Unchecked)
    ro()
    assert [tabel.item(nr, 2).checkState() for nr in (0, 1)] == [Qt.CheckState.Checked] * 2
    tabel.item(1, 3).setCheckState(Qt.CheckState.Checked)
    ro()
    assert "retter 2" in besked(skuffe)
    hentet.anvend()
    baenk_3 = hentet.raekker()["Bænk 3"]
    assert (baenk_3["beskrivels"], baenk_3["antal_pl"]) == ("Annes ord", 4)


def test_answers_for_all_of_a_kind_and_by_policy(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    vis(skuffe, "borte")
    menu = en(skuffe, QToolButton, "alle").menu()
    assert [a.text() for a in menu.actions()] == [
        "Sæt alle 1, der er borte, til ikke gældende", "Behold alle 1, der er borte", "Afgør ikke nu: 1 række"
    ]  # fmt: skip
    menu.actions()[1].trigger()
    hentet.faerdig()
    skuffe.politik.emit("take")
    hentet.faerdig()
    assert "ikke afgjort" not in besked(skuffe)
    hentet.anvend()
    assert hentet.raekker()["Bænk 3"]["beskrivels"] == "Deres ord"


def test_says_why_a_row_cannot_come_in(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    liste = vis(skuffe, "afvist")
    assert "Vulkan" in indhold(liste)[0][1]
    assert "Vulkan" in en(skuffe, QLabel, "grund").text()
    assert not any(
        k.isVisible() for k in alle(skuffe, QToolButton) if k.objectName()[:5] == "svar_"
    )
    QTest.keyClick(liste, Qt.Key.Key_Space)
    assert liste.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None


def test_reads_a_page_at_a_time_and_searches(sted: Vaerksted) -> None:
    skuffe = sted.plan(*(baenk(nr, nr * 3.0) for nr in range(1, 451)))
    model = vis(skuffe, "ny").model()
    assert model.rowCount() < 450
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 450
    en(skuffe, QLineEdit, "soeg").setText("BÆNK 44")
    sted.vent(lambda: model.rowCount() == 14)
    assert {navn for navn, _ in indhold(vis(skuffe, "ny"))} == {
        f"Bænk {nr}" for nr in (44, 144, 244, 344, *range(440, 450))
    }


# ---- on the map -----------------------------------------------------------------------------------------------------


def test_draws_the_row_on_the_map_in_its_own_system(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    vis(skuffe, "flyttet")
    assert hentet.baand() == 4, "the list, last received, ours, theirs"
    canvas = hentet.iface.canvas
    hentet.vent(lambda: canvas.extent().contains(QgsRectangle(X + 240, Y - 1, X + 250, Y + 1)))
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    ro()
    boks = QgsRectangle()
    for led in canvas.scene().items():
        if isinstance(led, QgsRubberBand):
            boks.combineExtentWith(led.asGeometry().boundingBox())
    assert 11 < boks.xMinimum() < 12
    assert 54 < boks.yMinimum() < 55
    assert hentet.baand() == 4
    vis(skuffe, "konflikt").clearSelection()
    assert hentet.baand() == 1
    hentet.anvend()
    hentet.hent.luk()
    assert hentet.baand() == 0
    assert all(
        layer.providerType() != "memory" for layer in QgsProject.instance().mapLayers().values()
    )


# ---- refusing -------------------------------------------------------------------------------------------------------


def test_refuses_while_edits_are_unsaved_and_while_a_colleague_has_it(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    layer = hentet.current.layer("baenk")
    assert layer is not None
    assert layer.startEditing()
    fid = next(layer.getFeatures()).id()
    layer.changeAttributeValue(fid, layer.fields().lookupField("antal_pl"), 99)
    assert hentet.anvend().startswith("Der er rettelser, som ikke er gemt, i Bænke.")
    layer.rollBack()
    hentet.adgang = Access(False, "Bo har filen åben.")
    assert hentet.anvend() == "Bo har filen åben."
    assert not skuffe.udfoert
    hentet.adgang = Access(True)
    hentet.ret("Bænk 1", antal_pl=2)
    assert "siden forhåndsvisningen" in hentet.anvend()
    (igen,) = (
        k
        for item in hentet.iface.bar.items()
        for k in alle(item, QPushButton)
        if k.text() == "Hent igen"
    )
    igen.click()
    hentet.rolig(hentet.dialog)
    assert "7 rækker" in en(hentet.dialog, QLabel, "laest").text()
    pladser = {navn: raekke["antal_pl"] for navn, raekke in hentet.raekker().items()}
    assert pladser == {**{f"Bænk {nr}": 3 for nr in range(1, 7)}, "Bænk 1": 2, "Bænk 2": 5}


def test_a_cancelled_import_changes_nothing(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    en(skuffe, QPushButton, "anvend").click()
    knap(skuffe, "Afbryd").click()
    hentet.faerdig()
    assert besked(skuffe) == "Importen blev afbrudt. Intet er ændret."
    assert "Bænk 7" not in hentet.raekker()
    assert hentet.anvend().startswith("Hentet ind:")


def test_a_second_import_waits_for_the_first(hentet: Vaerksted) -> None:
    skuffe = hentet.plan(*RETTET)
    hentet.hent.vis()
    assert hentet.skuffe is skuffe
    assert any("En import venter" in linje for linje in hentet.linjer())


def test_nothing_opens_without_a_project(sted: Vaerksted) -> None:
    QgsProject.instance().clear()
    ro()
    sted.hent.vis()
    assert any("Åbn et Mødested-projekt først" in linje for linje in sted.linjer())


# ---- keeping, taking back -------------------------------------------------------------------------------------------


def test_closing_asks_keeps_and_goes_on_later(
    hentet: Vaerksted, monkeypatch: pytest.MonkeyPatch
) -> None:
    skuffe = hentet.plan(*RETTET)
    vis(skuffe, "konflikt")
    svar(skuffe, "nej")
    gemt = hentet.mappe / "senere.import"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gemt.with_suffix("")), ""))
    spurgt: list[str] = []

    def tryk(tekst: str) -> None:
        boks = QApplication.activeModalWidget()
        assert isinstance(boks, QMessageBox)
        spurgt.append(boks.text())
        knap(boks, tekst).click()

    QTimer.singleShot(0, lambda: tryk("Bliv"))
    skuffe.close()
    assert hentet.hent.skuffe is skuffe
    assert skuffe.isVisible()
    assert "rækker er ikke afgjort" in spurgt[0]
    QTimer.singleShot(0, lambda: tryk("Gem til senere …"))
    skuffe.close()
    assert hentet.hent.skuffe is None
    assert gemt.is_file()

    hentet.hent.vis()
    dialog = hentet.dialog
    dialog.aabn_gemt(gemt)
    hentet.vent(lambda: hentet.hent.skuffe)
    hentet.anvend()
    assert hentet.raekker()["Bænk 2"]["antal_pl"] == 5
    assert "Bænk 7" in hentet.raekker()


@pytest.mark.parametrize("indhold_", [b"", b"SQLite format 3\0", b'{"plan": 1}'])
def test_another_file_is_no_kept_import(sted: Vaerksted, indhold_: bytes) -> None:
    fil = sted.mappe / "noget.import"
    fil.write_bytes(indhold_)
    sted.hent.vis()
    dialog = sted.dialog
    dialog.aabn_gemt(fil)
    sted.rolig(dialog)
    assert (
        en(dialog, QLabel, "besked").text()
        == "noget.import er ikke en gemt import. Vælg en anden fil."
    )


def test_the_report_is_written_or_it_is_said(
    hentet: Vaerksted, monkeypatch: pytest.MonkeyPatch
) -> None:
    skuffe = hentet.plan(*RETTET)
    rapport = hentet.mappe / "rapport.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(rapport), ""))
    knap(skuffe, "Gem rapport …").click()
    hentet.faerdig()
    assert json.loads(rapport.read_text("utf-8"))["antal"]["NEW"] == 1
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *_: (str(hentet.mappe / "findes ikke" / "r.json"), ""),
    )
    knap(skuffe, "Gem rapport …").click()
    hentet.faerdig()
    assert any("Der kan ikke skrives i" in linje for linje in hentet.linjer())


def test_undo_lists_the_rows_that_it_left_alone(hentet: Vaerksted) -> None:
    hentet.hent.fortryd()
    hentet.vent(lambda: any("fortrudt" in linje for linje in hentet.linjer()))
    assert any("2 rækker er rettet siden og er ladt i fred" in linje for linje in hentet.linjer())
    vis_dem = [
        k
        for item in hentet.iface.bar.items()
        for k in alle(item, QPushButton)
        if k.text() == "Vis dem"
    ]
    vis_dem[0].click()
    liste = alle(hentet.iface.vindue, QTreeWidget, "uroert")[0]
    assert sorted(liste.topLevelItem(nr).text(0) for nr in range(2)) == ["Bænk 2", "Bænk 3"]
    assert set(hentet.raekker()) == {"Bænk 2", "Bænk 3"}
    hentet.hent.fortryd()
    hentet.vent(lambda: any("Kun den seneste import" in linje for linje in hentet.linjer()))
