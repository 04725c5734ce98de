# SPDX-License-Identifier: GPL-2.0-or-later
"""The doors out, with real dialogs on a project with the examples."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTreeWidget,
)

from moedested_plugin.domain.betingelse import EnAf
from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.ud.doere import UdDoere
from moedested_plugin.gui.ud.gem_som import filer_af, interne_felter
from moedested_plugin.gui.ud.raekkevalg import Omfang
from moedested_plugin.settings import Settings
from moedested_plugin.sources.filer_formater import Format
from moedested_plugin.store import aabn

from .redigering import alle, en, tekst_i

pytestmark = pytest.mark.usefixtures("widgets")


@pytest.fixture(scope="session")
def widgets(qgis_app: object) -> None:
    QgsGui.editorWidgetRegistry().initEditors()


class Ud:
    """The doors, and what the user sees of them."""

    def __init__(
        self, qgis_iface: Any, current: CurrentProject, settings: Settings, qtbot: QtBot
    ) -> None:
        self.current, self.settings, self.qtbot = current, settings, qtbot
        self.bar, self.tasks = QgsMessageBar(), Tasks()
        self.kan_rette = True
        self.iface = qgis_iface
        self.doere = UdDoere(
            qgis_iface, current, settings, self.tasks, Messages(self.bar), lambda: self.kan_rette
        )

    def dialog(self, navn: str) -> Any:
        def fundet() -> list[QDialog]:
            return [d for d in self.doere._dialoger if d.objectName() == navn and d.isVisible()]

        self.qtbot.waitUntil(lambda: bool(fundet()), timeout=20_000)
        return fundet()[-1]

    def udfoer(self, dialog: Any) -> None:
        """Press the button and wait for the work."""
        dialog.accept()
        self.qtbot.waitUntil(lambda: dialog._task is None, timeout=60_000)

    def linjer(self) -> list[str]:
        return [tekst_i(item) for item in self.bar.items()]

    def tryk(self, tekst: str) -> None:
        next(k for i in self.bar.items() for k in alle(i, QPushButton) if k.text() == tekst).click()

    def lag(self, rolle: str) -> QgsVectorLayer:
        layer = self.current.layer(rolle)
        assert layer is not None
        return layer


@pytest.fixture(scope="module")
def laest(made_once: Path) -> Iterator[CurrentProject]:
    """The project, read once, for the tests that only look at its rows."""
    project = QgsProject()
    assert project.read(str(made_once / "projekt.qgz"))
    current = CurrentProject(project)
    yield current
    current.close()
    project.clear()


def doerene(qgis_iface: Any, current: CurrentProject, qtbot: QtBot, tmp_path: Path) -> Iterator[Ud]:
    settings = Settings()
    (tmp_path / "ud").mkdir()
    settings.ud_mappe.setValue(str(tmp_path / "ud"))
    settings.ud_format.setValue("")
    settings.ud_ark.setValue("")
    made = Ud(qgis_iface, current, settings, qtbot)
    yield made
    made.tasks.close()
    made.doere.close()
    settings.close()


@pytest.fixture
def ud(qgis_iface: Any, current: CurrentProject, qtbot: QtBot, tmp_path: Path) -> Iterator[Ud]:
    """On a project of the test's own."""
    yield from doerene(qgis_iface, current, qtbot, tmp_path)


@pytest.fixture
def ser(qgis_iface: Any, laest: CurrentProject, qtbot: QtBot, tmp_path: Path) -> Iterator[Ud]:
    """On the project that all share: nothing may be written to it."""
    yield from doerene(qgis_iface, laest, qtbot, tmp_path)
    for layer in laest.layers():
        layer.removeSelection()


def raekker(fil: Path) -> int:
    return sum(lag.GetFeatureCount() for lag in ogr.Open(str(fil)))


def test_chosen_rows_go_out_in_the_format_that_was_used_last(
    ser: Ud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ser.lag("baenk").selectByIds([f.id() for f in ser.lag("baenk").getFeatures()][:3])
    ser.doere.gem_som()
    dialog = ser.dialog("MoedestedGemSom")
    assert (dialog.raekker.roller(), dialog.raekker.omfang.currentData()) == (
        ["baenk"],
        Omfang.VALGTE,
    )
    dialog.format.setCurrentIndex(dialog.format.findData(Format.MAPINFO))
    dialog.navn.setText("Bænke")
    en(dialog, QCheckBox, "kun_offentlige").setChecked(False)
    ser.udfoer(dialog)
    tab = tmp_path / "ud" / "Bænke.tab"
    assert raekker(tab) == 3
    assert "WindowsLatin1" in tab.read_text("latin-1")
    assert any("Gemt: 3 rækker i Bænke.tab." in linje for linje in ser.linjer())

    ser.doere.gem_som()
    dialog = ser.dialog("MoedestedGemSom")
    assert (dialog.format.currentData(), dialog.mappe.filePath()) == (
        Format.MAPINFO,
        str(tmp_path / "ud"),
    )
    dialog.navn.setText("Bænke")
    svar = [QMessageBox.StandardButton.No]
    spurgt: list[str] = []

    def spoerg(_hvem: object, _titel: str, tekst: str) -> Any:
        spurgt.append(tekst)
        return svar[0]

    monkeypatch.setattr(QMessageBox, "question", spoerg)
    foer = tab.stat().st_mtime_ns
    ser.udfoer(dialog)
    assert (spurgt, tab.stat().st_mtime_ns, dialog.isVisible()) == (
        ["Bænke.tab findes allerede. Skal den erstattes?"],
        foer,
        True,
    )
    svar[0] = QMessageBox.StandardButton.Yes
    ser.udfoer(dialog)
    assert tab.stat().st_mtime_ns != foer


def test_rows_are_all_those_in_view_or_those_an_expression_finds(ser: Ud, tmp_path: Path) -> None:
    with aabn(ser.current.store_address) as store:
        antal = store.antal("facilitet_punkt")
        baenke = store.antal("facilitet_punkt", EnAf("facil_ty_k", (1371, 1201)))
    en_baenk = next(ser.lag("baenk").getFeatures()).geometry().boundingBox().center()
    ser.iface.mapCanvas().setDestinationCrs(ser.current.project.crs())
    ser.iface.mapCanvas().setExtent(
        QgsRectangle(en_baenk.x() - 5, en_baenk.y() - 5, en_baenk.x() + 5, en_baenk.y() + 5)
    )
    ser.doere.gem_som()
    dialog = ser.dialog("MoedestedGemSom")
    valg = dialog.raekker
    valg.saet(["facilitet", "baenk"])
    assert [(v.tabel, v.noegler, v.hvor) for v in valg.valg()] == [("facilitet_punkt", None, None)]
    valg.saet(["baenk"])
    with aabn(ser.current.store_address) as store:
        assert store.antal("facilitet_punkt", valg.valg()[0].hvor) == baenke < antal
        valg.saet(["facilitet"])
        assert store.antal("facilitet_punkt", valg.valg()[0].hvor) == antal - baenke
    valg.saet(["baenk", "aktivitet"])
    valg.omfang.setCurrentIndex(valg.omfang.findData(Omfang.UDSNIT))
    i_udsnit = valg.valg()
    assert 1 <= len(i_udsnit[0].noegler) < baenke
    valg.omfang.setCurrentIndex(valg.omfang.findData(Omfang.UDTRYK))
    for udtryk, hvad in (
        ("", "kan ikke læses"),
        ("navn ==== 1", "kan ikke læses"),
        ('"findes_ikke" = 1', "findes_ikke"),
    ):
        valg.udtryk.setExpression(udtryk)
        ser.udfoer(dialog)
        assert hvad in dialog._besked.text()
    valg.saet(["baenk"])
    valg.udtryk.setExpression('"fid" > 0')
    assert len(valg.valg()[0].noegler) == baenke
    valg.saet([])
    ser.udfoer(dialog)
    assert "mindst ét flueben" in dialog._besked.text()
    assert list((tmp_path / "ud").iterdir()) == []


def test_internal_fields_are_named_before_they_go(ser: Ud, tmp_path: Path) -> None:
    ser.doere.gem_som()
    dialog = ser.dialog("MoedestedGemSom")
    dialog.raekker.saet(["moedested", "besoegstal"])
    ser.udfoer(dialog)
    assert "Besøgstal er kun til internt brug" in dialog._besked.text()
    advarsel = en(dialog, QLabel, "advarsel")
    assert advarsel.isHidden()
    en(dialog, QRadioButton, "internt").setChecked(True)
    assert "Intern note" in advarsel.text()
    assert not en(dialog, QCheckBox, "kun_offentlige").isEnabled()
    assert {"Godkendt af", "Oprettet af", "Antal"} <= set(
        interne_felter(["moedested", "besoegstal"])
    )
    assert "Navn" not in interne_felter(["moedested"])
    ser.udfoer(dialog)
    assert (tmp_path / "ud" / "Mødesteder.gpkg").is_file()
    assert any("ting at vide om filen" in linje for linje in ser.linjer())
    ser.tryk("Vis bemærkninger")
    liste = ser.dialog("MoedestedResultat")
    assert "Del den ikke uden for kommunen." in liste.tekst()


def test_a_sheet_goes_to_colleagues_empty_or_with_the_selected_rows(
    ser: Ud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ser.doere.ark()
    dialog = ser.dialog("MoedestedArk")
    assert [dialog.tabel.itemText(nr) for nr in range(dialog.tabel.count())] == [
        "Mødesteder", "Aktiviteter", "Organisationer",
    ]  # fmt: skip
    assert [dialog.omfang.itemText(nr) for nr in range(dialog.omfang.count())] == [
        "Ingen: et tomt ark at udfylde",
        "Alle rækker",
    ]
    kun_offentlige = en(dialog, QCheckBox, "kun_offentlige")
    assert not kun_offentlige.isEnabled()  # there are no rows to leave out
    ser.udfoer(dialog)
    tomt = tmp_path / "ud" / "Mødesteder.xlsx"
    assert tomt.is_file(), dialog._besked.text()
    assert any("Et tomt ark er gemt i Mødesteder.xlsx." in linje for linje in ser.linjer())
    assert not any("interne oplysninger" in linje for linje in ser.linjer())

    layer = ser.lag("aktivitet")
    layer.selectByIds([f.id() for f in layer.getFeatures()][:2])
    ser.doere.ark()
    dialog = ser.dialog("MoedestedArk")
    assert (dialog.tabel.currentData(), dialog.omfang.currentText()) == (
        "aktivitet",
        "Kun de valgte rækker (2)",
    )
    advarsel = en(dialog, QLabel, "advarsel")
    assert advarsel.isHidden()
    en(dialog, QRadioButton, "internt").setChecked(True)
    assert "Intern note" in advarsel.text()
    assert "Aktivitets-id" not in advarsel.text()  # that one goes along in any case
    dialog.format.setCurrentIndex(dialog.format.findData(".csv"))
    for navn, mappe, hvad in (
        (" .csv", str(tmp_path / "ud"), "Skriv et navn"),
        ("a", str(tmp_path / "findes ikke"), "Vælg den mappe"),
    ):
        dialog.navn.setText(navn)
        dialog.mappe.setFilePath(mappe)
        ser.udfoer(dialog)
        assert hvad in dialog._besked.text()
    dialog.navn.setText("Til: centret.csv")
    dialog.mappe.setFilePath(str(tmp_path / "ud"))
    fil = tmp_path / "ud" / "Til_ centret.csv"
    fil.write_text("en andens", "utf-8")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    ser.udfoer(dialog)
    assert fil.read_text("utf-8") == "en andens"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    ser.udfoer(dialog)
    assert len(fil.read_text("utf-8-sig").splitlines()) == 3
    assert "Intern note" in fil.read_text("utf-8-sig")
    (linje,) = [linje for linje in ser.linjer() if "2 rækker er gemt i Til_ centret.csv." in linje]
    assert "Del det ikke uden for kommunen." in linje
    aabnet: list[Any] = []
    monkeypatch.setattr("moedested_plugin.gui.ud.opgave.QDesktopServices.openUrl", aabnet.append)
    ser.tryk("Åbn mappen")
    assert aabnet[0].toLocalFile() == str(tmp_path / "ud")

    ser.doere.ark()
    dialog = ser.dialog("MoedestedArk")
    assert dialog.format.currentData() == ".csv"
    dialog.tabel.setCurrentIndex(dialog.tabel.findData("organisation"))
    assert dialog.navn.text() == "Organisationer"
    dialog.omfang.setCurrentIndex(dialog.omfang.findData(Omfang.ALLE))
    ser.udfoer(dialog)
    with aabn(ser.current.store_address) as store:
        antal = store.antal("organisation")
    skrevet = tmp_path / "ud" / "Organisationer.csv"
    assert len(skrevet.read_text("utf-8-sig").splitlines()) == antal + 1


def test_the_result_of_the_geofa_export_leads_to_the_rows(ud: Ud, tmp_path: Path) -> None:
    with aabn(ud.current.store_address) as store, store.skriv("import", "AB") as skriver:
        noegle = str(
            next(store.raekker("facilitet_punkt", hvor=EnAf("facil_ty_k", (1371,))))["objekt_id"]
        )
        skriver.ret("facilitet_punkt", noegle, {"cvr_kode": 33157274, "navn": "Statens"})
    ud.doere.til_geofa()
    dialog = ud.dialog("MoedestedGeofaUd")
    dialog.fil.setFilePath(str(tmp_path / "ud" / "til geofa"))
    dialog.profil.setCurrentIndex(dialog.profil.findData("1.7"))
    ud.udfoer(dialog)
    assert (tmp_path / "ud" / "til geofa.gpkg").is_file()
    liste = ud.dialog("MoedestedResultat")
    assert "Udeladt: En anden myndighed ejer den. (1)" in liste.tekst()
    assert "Faciliteter (t_5800_fac_pkt): " in liste.tekst()
    trae = en(liste, QTreeWidget)
    grene = [trae.topLevelItem(nr) for nr in range(trae.topLevelItemCount())]
    blad = next(
        g.child(n) for g in grene for n in range(g.childCount()) if g.child(n).text(0) == "Statens"
    )
    vist: list[Any] = []
    liste._vis = lambda *hvem: vist.append(hvem)
    trae.itemDoubleClicked.emit(blad, 0)
    assert vist == [("facilitet_punkt", noegle)]


def test_the_core_of_a_moedested_is_sent_and_taken_back(ud: Ud) -> None:
    with aabn(ud.current.store_address) as store:
        fri = next(
            str(r["moedested_id"]) for r in store.raekker("moedested")
            if r["off_kode"] == 1 and r["livscyklus_k"] == 3 and r["geometri"] is not None
        )  # fmt: skip
        foer = {
            str(t["tilknytning_id"])
            for t in store.raekker("tilknytning", hvor=EnAf("moedested_id", (fri,)))
        }
        with store.skriv("prøve", "AB") as skriver:
            for noegle in foer:
                skriver.slet("tilknytning", noegle)
        antal = store.antal("facilitet_punkt")
    ud.doere.send_med()
    assert "Vælg først et eller flere mødesteder" in ud.linjer()[0]
    layer = ud.lag("moedested")
    layer.selectByExpression(f'"moedested_id" = \'{fri}\' OR "form_k" = 2')
    ud.doere.send_med()
    dialog = ud.dialog("MoedestedSendMed")
    tabel = en(dialog, QTableWidget)
    assert tabel.rowCount() == layer.selectedFeatureCount() > 1
    assert len(alle(dialog, QComboBox)) == 1  # the others say why they cannot
    alle(dialog, QComboBox)[0].setCurrentIndex(alle(dialog, QComboBox)[0].findData(5061))
    ud.udfoer(dialog)
    with aabn(ud.current.store_address) as store:
        knyttet = list(store.raekker("tilknytning", hvor=EnAf("moedested_id", (fri,))))
        assert [t["rolle_k"] for t in knyttet] == [1]
        lavet = next(
            store.raekker("facilitet_punkt", noegler=[str(knyttet[0]["facilitet_punkt_id"])])
        )
        assert (lavet["facil_ty_k"], store.antal("facilitet_punkt")) == (5061, antal + 1)
    assert any("Faciliteter lavet: 1" in linje for linje in ud.linjer())
    ud.tryk("Fortryd")
    ud.qtbot.waitUntil(
        lambda: any("fjernet igen" in linje for linje in ud.linjer()), timeout=20_000
    )
    with aabn(ud.current.store_address) as store:
        assert store.antal("facilitet_punkt") == antal
        assert store.antal("tilknytning", EnAf("moedested_id", (fri,))) == 0


def test_the_action_stands_in_menu_and_map_and_goes_with_the_plugin(ser: Ud) -> None:
    register = QgsGui.mapLayerActionRegistry()

    def paa(layer: QgsVectorLayer) -> list[str]:
        return [h.text() for h in register.mapLayerActions(layer) if "GeoFA" in h.text()]

    assert paa(ser.lag("moedested")) == ["Send med til GeoFA …"]
    assert paa(ser.lag("baenk")) == []
    menu = QMenu()
    ser.doere.fyld(menu)
    ser.doere.fyld(menu)
    assert [h.text() for h in menu.actions()] == [
        "Tag med i marken …", "Hent hjem fra marken …", "Gem som fil …", "Ark til kolleger …", "Eksportér til GeoFA …", "Send med til GeoFA …",
    ]  # fmt: skip
    ser.kan_rette = False
    ser.doere.hent_hjem()
    handling = next(
        h for h in register.mapLayerActions(ser.lag("moedested")) if "GeoFA" in h.text()
    )
    handling.triggeredForFeature.emit(
        ser.lag("moedested"), next(ser.lag("moedested").getFeatures())
    )
    assert [linje for linje in ser.linjer() if "ikke rette her" in linje][:1]
    assert not [d for d in ser.doere._dialoger if d.isVisible()]
    layer = ser.lag("moedested")
    ser.doere._fjern_fra_kortet()
    assert paa(layer) == []


def test_out_to_the_field_and_home(ud: Ud, tmp_path: Path) -> None:
    layer = ud.lag("moedested")
    layer.selectByIds([f.id() for f in layer.getFeatures() if f.hasGeometry()][:2])
    ud.doere.tag_med()
    dialog = ud.dialog("MoedestedTagMed")
    dialog.navn.setText("Tur: æøå")
    ud.udfoer(dialog)
    mappe = tmp_path / "ud" / "Tur_ æøå"
    assert mappe.is_dir(), dialog._besked.text()
    assert any("er klar med 2 mødesteder" in linje for linje in ud.linjer())
    with aabn(str(mappe / "moedesteder.gpkg")) as kopi, kopi.skriv("prøve", "AB") as skriver:
        noegle = str(next(kopi.raekker("moedested"))["moedested_id"])
        skriver.ret("moedested", noegle, {"intern_note": "Fra marken"})
    hjem = Path(shutil.move(str(mappe), str(tmp_path / "fra telefonen")))
    ud.doere.hent_hjem()
    dialog = ud.dialog("MoedestedHentHjem")
    dialog.mappe.setFilePath(str(tmp_path / "ud"))
    ud.udfoer(dialog)
    assert "ikke en feltkopi" in dialog._besked.text()
    dialog.mappe.setFilePath(str(hjem))
    ud.udfoer(dialog)
    assert dialog.isVisible()  # first a look
    assert "0 nye og 1 rettede" in dialog.forklaring.text()
    ud.udfoer(dialog)
    assert not dialog.isVisible()
    with aabn(ud.current.store_address) as store:
        assert next(store.raekker("moedested", noegler=[noegle]))["intern_note"] == "Fra marken"
    ud.tryk("Fortryd")
    ud.qtbot.waitUntil(
        lambda: any("Hjemkomsten er fortrudt." in linje for linje in ud.linjer()), timeout=20_000
    )
    with aabn(ud.current.store_address) as store:
        assert next(store.raekker("moedested", noegler=[noegle]))["intern_note"] != "Fra marken"


def test_files_are_named_as_they_will_be(tmp_path: Path) -> None:
    from moedested_plugin.sources.filer_ud import Bestilling, Udvalg

    to = (Udvalg("rute"), Udvalg("moedested"))
    assert [f.name for f in filer_af(Bestilling(to, tmp_path, "a:b", Format.SHAPE))] == [
        "a_b_rute.shp",
        "a_b_moedested.shp",
    ]
    assert [f.name for f in filer_af(Bestilling(to, tmp_path, "a", Format.EXCEL))] == ["a.xlsx"]
    assert [f.name for f in filer_af(Bestilling(to[:1], tmp_path, "a", Format.CSV))] == ["a.csv"]
