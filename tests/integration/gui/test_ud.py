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
from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QMenu,
    QMessageBox,
    QPushButton,
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


@pytest.fixture
def ud(qgis_iface: Any, current: CurrentProject, qtbot: QtBot, tmp_path: Path) -> Iterator[Ud]:
    settings = Settings()
    (tmp_path / "ud").mkdir()
    settings.ud_mappe.setValue(str(tmp_path / "ud"))
    settings.ud_format.setValue("")
    made = Ud(qgis_iface, current, settings, qtbot)
    yield made
    made.tasks.close()
    made.doere.close()
    settings.close()


def raekker(fil: Path) -> int:
    return sum(lag.GetFeatureCount() for lag in ogr.Open(str(fil)))


def test_chosen_rows_go_out_in_the_format_that_was_used_last(
    ud: Ud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ud.lag("baenk").selectByIds([f.id() for f in ud.lag("baenk").getFeatures()][:3])
    ud.doere.gem_som()
    dialog = ud.dialog("MoedestedGemSom")
    assert (dialog.raekker.roller(), dialog.raekker.omfang.currentData()) == (
        ["baenk"],
        Omfang.VALGTE,
    )
    dialog.format.setCurrentIndex(dialog.format.findData(Format.MAPINFO))
    dialog.navn.setText("Bænke")
    dialog.kun_offentlige.setChecked(False)
    ud.udfoer(dialog)
    tab = tmp_path / "ud" / "Bænke.tab"
    assert raekker(tab) == 3
    assert "WindowsLatin1" in tab.read_text("latin-1")
    assert any("Gemt: 3 rækker i Bænke.tab." in linje for linje in ud.linjer())

    ud.doere.gem_som()
    dialog = ud.dialog("MoedestedGemSom")
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
    ud.udfoer(dialog)
    assert (spurgt, tab.stat().st_mtime_ns, dialog.isVisible()) == (
        ["Bænke.tab findes allerede. Skal den erstattes?"],
        foer,
        True,
    )
    svar[0] = QMessageBox.StandardButton.Yes
    ud.udfoer(dialog)
    assert tab.stat().st_mtime_ns != foer


def test_rows_are_all_those_in_view_or_those_an_expression_finds(ud: Ud, tmp_path: Path) -> None:
    with aabn(ud.current.store_address) as store:
        antal = store.antal("facilitet_punkt")
        baenke = store.antal("facilitet_punkt", EnAf("facil_ty_k", (1371, 1201)))
    en_baenk = next(ud.lag("baenk").getFeatures()).geometry().boundingBox().center()
    ud.iface.mapCanvas().setDestinationCrs(ud.current.project.crs())
    ud.iface.mapCanvas().setExtent(
        QgsRectangle(en_baenk.x() - 5, en_baenk.y() - 5, en_baenk.x() + 5, en_baenk.y() + 5)
    )
    ud.doere.gem_som()
    dialog = ud.dialog("MoedestedGemSom")
    valg = dialog.raekker
    valg.saet(["facilitet", "baenk"])
    assert [(v.tabel, v.noegler, v.hvor) for v in valg.valg()] == [("facilitet_punkt", None, None)]
    valg.saet(["baenk"])
    with aabn(ud.current.store_address) as store:
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
        ud.udfoer(dialog)
        assert hvad in dialog._besked.text()
    valg.saet(["baenk"])
    valg.udtryk.setExpression('"fid" > 0')
    assert len(valg.valg()[0].noegler) == baenke
    valg.saet([])
    ud.udfoer(dialog)
    assert "mindst ét flueben" in dialog._besked.text()
    assert list((tmp_path / "ud").iterdir()) == []


def test_internal_fields_are_named_before_they_go(ud: Ud, tmp_path: Path) -> None:
    ud.doere.gem_som()
    dialog = ud.dialog("MoedestedGemSom")
    dialog.raekker.saet(["moedested", "besoegstal"])
    ud.udfoer(dialog)
    assert "Besøgstal er kun til internt brug" in dialog._besked.text()
    assert dialog.advarsel.isHidden()
    dialog.internt.setChecked(True)
    assert "Intern note" in dialog.advarsel.text()
    assert {"Godkendt af", "Oprettet af", "Antal"} <= set(
        interne_felter(["moedested", "besoegstal"])
    )
    assert "Navn" not in interne_felter(["moedested"])
    ud.udfoer(dialog)
    assert (tmp_path / "ud" / "Mødesteder.gpkg").is_file()
    assert any("ting at vide om filen" in linje for linje in ud.linjer())
    ud.tryk("Vis bemærkninger")
    liste = ud.dialog("MoedestedResultat")
    assert "Del den ikke uden for kommunen." in liste.tekst()


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


def test_the_action_stands_in_menu_and_map_and_goes_with_the_plugin(ud: Ud) -> None:
    register = QgsGui.mapLayerActionRegistry()

    def paa(layer: QgsVectorLayer) -> list[str]:
        return [h.text() for h in register.mapLayerActions(layer) if "GeoFA" in h.text()]

    assert paa(ud.lag("moedested")) == ["Send med til GeoFA …"]
    assert paa(ud.lag("baenk")) == []
    menu = QMenu()
    ud.doere.fyld(menu)
    ud.doere.fyld(menu)
    assert [h.text() for h in menu.actions()] == [
        "Tag med i marken …", "Hent hjem fra marken …", "Gem som fil …", "Eksportér til GeoFA …", "Send med til GeoFA …",
    ]  # fmt: skip
    ud.kan_rette = False
    ud.doere.hent_hjem()
    handling = next(h for h in register.mapLayerActions(ud.lag("moedested")) if "GeoFA" in h.text())
    handling.triggeredForFeature.emit(ud.lag("moedested"), next(ud.lag("moedested").getFeatures()))
    assert [linje for linje in ud.linjer() if "ikke rette her" in linje][:1]
    assert not [d for d in ud.doere._dialoger if d.isVisible()]
    layer = ud.lag("moedested")
    ud.doere._fjern_fra_kortet()
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
