# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog of printing and the button *Kortbilag*, with real widgets on a project with the examples."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsGui, QgsMapCanvas, QgsMapToolPan, QgsMessageBar
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow, QMessageBox, QProgressDialog, QPushButton, QTreeWidget

from moedested_plugin.gui.current_project import CurrentProject
from moedested_plugin.gui.messages import Messages
from moedested_plugin.gui.panel_state import Access
from moedested_plugin.gui.tasks import Tasks
from moedested_plugin.gui.udgiv.doer import UdOmgivelser
from moedested_plugin.gui.udskriv import besked, skabelonliste
from moedested_plugin.gui.udskriv.dialog import UdskrivDialog
from moedested_plugin.gui.udskriv.doer import UdskrivDoer
from moedested_plugin.gui.udskriv.felter import Felter
from moedested_plugin.printing import bestilling as bestillinger
from moedested_plugin.printing.ark import Ark
from moedested_plugin.printing.bestilling import SKABELONER, UdskriftFejl, find_skabelon
from moedested_plugin.printing.proeve import Sted
from moedested_plugin.printing.udskriv import Blad, Grundlag
from moedested_plugin.printing.valg import senest_udskrevet
from moedested_plugin.settings import Settings
from moedested_plugin.store import Store, aabn

from .redigering import alle, tekst_i

pytestmark = pytest.mark.usefixtures("widgets")
GEDSER = QgsRectangle(690000, 6048500, 696000, 6054000)


@pytest.fixture(scope="session")
def widgets(qgis_app: object) -> None:
    QgsGui.editorWidgetRegistry().initEditors()


class Iface:
    """A window with a map, as QGIS has it."""

    def __init__(self, project: QgsProject) -> None:
        self.vindue = QMainWindow()
        self.canvas = QgsMapCanvas(self.vindue)
        self.vindue.setCentralWidget(self.canvas)
        self.vindue.resize(600, 500)
        self.canvas.setDestinationCrs(project.crs())
        self.canvas.setExtent(GEDSER)
        self.aabnet: list[str] = []

    def mainWindow(self) -> QMainWindow:  # noqa: N802 (QGIS's name)
        return self.vindue

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802 (QGIS's name)
        return self.canvas

    def openLayoutDesigner(self, layout: Any) -> None:  # noqa: N802 (QGIS's name)
        self.aabnet.append(layout.name())


class Udskriver:
    """A person at the dialog, and what they see."""

    def __init__(self, current: CurrentProject, qtbot: QtBot, mappe: Path) -> None:
        self.current, self.qtbot, self.mappe = current, qtbot, mappe
        self.iface = Iface(current.project)
        self.store: Store = aabn(current.store_address)
        self.bar, self.settings = QgsMessageBar(), Settings()
        self.settings.udskriv_valg.setValue("")
        self.settings.udskriv_skabelon.setValue("")
        mappe.mkdir()
        self.settings.udskriv_mappe.setValue(str(mappe))
        self.doer = self.ny_doer()
        qtbot.wait(1)  # the project's first news

    def ny_doer(self) -> UdskrivDoer:
        iface: Any = self.iface
        rum = UdOmgivelser(
            iface, self.current, self.settings, Tasks(), Messages(self.bar), lambda: self.store,
            lambda: Access(True), lambda: None, lambda: None,
        )  # fmt: skip
        return UdskrivDoer(rum)

    def luk(self) -> None:
        self.doer.close()
        self.settings.close()
        self.store.luk()
        self.iface.vindue.deleteLater()

    @property
    def dialog(self) -> UdskrivDialog:
        assert self.doer.dialog is not None
        return self.doer.dialog

    def vaelg(self, skabelon: str) -> None:
        if self.doer.dialog is None:
            self.doer.vis()
        self.dialog.skabeloner.vaelg(skabelon)

    def forny(self) -> None:
        """Wait for the preview that a change has asked for."""
        self.dialog._ro.setInterval(1)
        self.dialog._ro.start()
        with self.qtbot.waitSignal(self.dialog.forny, timeout=5_000):
            pass

    def ser(self) -> str:
        """The page's name, or why there is none."""
        forhaandsvisning = self.dialog.forhaandsvisning
        return forhaandsvisning.side.besked or forhaandsvisning.tekst.toolTip()

    def linjer(self) -> list[str]:
        return [tekst_i(item) for item in self.bar.items()]

    def tryk(self, tekst: str) -> None:
        next(k for i in self.bar.items() for k in alle(i, QPushButton) if k.text() == tekst).click()

    def filer(self) -> list[str]:
        return sorted(fil.name for fil in self.mappe.iterdir())


@pytest.fixture
def ud(current: CurrentProject, qtbot: QtBot, tmp_path: Path) -> Iterator[Udskriver]:
    made = Udskriver(current, qtbot, tmp_path / "Mappe æ")
    yield made
    made.luk()


def pdf_tekst(fil: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(fil), "-"], check=True, capture_output=True, text=True
    ).stdout


def serie(
    monkeypatch: pytest.MonkeyPatch, navne: list[str], ved: Callable[[str], object] = lambda _: None
) -> None:
    """Let every product be made of these pages."""

    def lav(grundlag: Grundlag, navn: str) -> Ark:
        ved(navn)
        ark = Ark(grundlag.project, navn, grundlag.bestilling.papir)
        ark.tekst("tekst", f"Side om {navn}", 20, 20, 100)
        return ark

    def blade(grundlag: Grundlag) -> Iterator[Blad]:
        valgte = grundlag.bestilling.noegler
        for navn in navne if valgte is None else sorted(valgte):
            yield Blad(navn, partial(lav, grundlag, navn))

    monkeypatch.setattr(bestillinger.Skabelon, "blade", property(lambda _: blade))


# The dialog ---------------------------------------------------------------------------------------------


def test_the_page_is_seen_and_printed_and_the_choices_are_there_next_time(
    ud: Udskriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    aabnet: list[Path] = []
    monkeypatch.setattr(besked, "aabn_fil", aabnet.append)
    ud.doer.vis()
    assert ud.dialog.skabeloner.skabelon.id == "kortbilag", "the daily print"
    assert ud.ser() == "Kortbilag"
    foer = ud.dialog.forhaandsvisning.side.billede
    assert foer is not None
    assert len({foer.pixel(x, y) for x in range(0, foer.width(), 7) for y in range(0, foer.height(), 7)}) > 4  # fmt: skip
    felter: Any = ud.dialog.form.felter.widgets
    felter["titel"].setText("Sti ved Gedser")
    felter["sagsnr"].setText("27/1044")
    ud.forny()
    assert ud.ser() == "Sti ved Gedser"
    ud.dialog.udskriv_knap.click()
    assert ud.filer() == ["kortbilag_27-1044_sti-ved-gedser.pdf"]
    tekst = pdf_tekst(ud.mappe / ud.filer()[0])
    assert "Sti ved Gedser" in tekst
    assert "Sag 27/1044" in tekst
    assert "Kortbilag: 1 side udskrevet." in ud.linjer()[0]
    assert "1 side udskrevet" in ud.dialog.besked.text()
    ud.tryk("Åbn")
    assert [fil.name for fil in aabnet] == ud.filer()
    ud.doer.close()
    ud.doer = ud.ny_doer()
    ud.doer.vis()
    assert ud.dialog.form.felter.valg() == {"titel": "Sti ved Gedser", "sagsnr": "27/1044"}
    assert ud.dialog.form.mappe.filePath() == str(ud.mappe)


def test_the_enclosure_is_one_press_and_never_takes_the_place_of_another(ud: Udskriver) -> None:
    ud.doer.kortbilag()
    foerste = (ud.mappe / "kortbilag.pdf").read_bytes()
    ud.doer.kortbilag()
    assert ud.filer() == ["kortbilag.pdf", "kortbilag_2.pdf"]
    assert (ud.mappe / "kortbilag.pdf").read_bytes() == foerste
    assert ud.doer.dialog is None
    assert {k.text() for k in alle(ud.bar.items()[0], QPushButton)} >= {"Åbn", "Åbn mappen"}
    ud.settings.udskriv_valg.setValue('{"kortbilag": {"valg": {"maalestok": "5"}}}')
    ud.doer.kortbilag()
    assert "Målestokken 5 kan ikke bruges" in ud.linjer()[0]


def test_rows_are_chosen_by_expression_selection_or_change(
    ud: Udskriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    serie(monkeypatch, ["a", "b", "c"])
    ud.vaelg("moedestedsark")
    assert ud.ser() == "1 af 3: a"
    ud.dialog.forhaandsvisning.naeste.click()
    assert ud.ser() == "2 af 3: b"
    form = ud.dialog.form

    def raekker(valg: str) -> None:
        form.raekker.setCurrentIndex(form.raekker.findData(valg))
        ud.forny()

    raekker("markerede")
    assert ud.ser() == "Markér først det på kortet eller i tabellen, der skal med."
    assert not ud.dialog.udskriv_knap.isEnabled()
    layer = ud.current.layer("moedested")
    assert layer is not None
    layer.selectByIds([feature.id() for feature in list(layer.getFeatures())[:2]])
    ud.iface.canvas.selectionChanged.emit(layer)
    assert form.raekker.currentText() == "Det markerede på kortet (2)"
    ud.forny()
    assert ud.ser().startswith("1 af 2: ")
    raekker("udtryk")
    assert form.udtryk.isVisible()
    form.udtryk.setExpression('"by" = ')
    ud.forny()
    assert "kan ikke forstås" in ud.ser()
    form.udtryk.setExpression("\"by\" = 'Gedser'")
    ud.forny()
    assert ud.dialog.udskriv_knap.isEnabled()
    raekker("aendret")
    assert "aldrig udskrevet" in form.raekker.currentText()
    assert ud.ser() == "1 af 3: a", "never printed: all"
    ud.dialog.udskriv_knap.click()
    assert ud.filer() == ["moedestedsark.pdf"]
    assert senest_udskrevet(ud.store, find_skabelon("moedestedsark")) is not None
    raekker("alle")
    raekker("aendret")
    assert ud.ser().startswith("Intet er ændret, siden der blev udskrevet ")


def test_a_series_names_what_failed_asks_before_it_replaces_and_can_be_cancelled(
    ud: Udskriver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    afbryd = False

    def ved(navn: str) -> None:
        if navn == "Bænken" and ud.doer._udskriver:
            raise UdskriftFejl("Der mangler et sted.")
        if afbryd and navn == "Cafeen" and ud.doer._udskriver:
            alle(ud.dialog.findChildren(QProgressDialog)[-1], QPushButton)[0].click()

    serie(monkeypatch, ["Åhuset", "Bænken", "Cafeen", "Dammen"], ved)
    ud.vaelg("ruteark")
    assert ud.dialog.form.hver_for_sig.isVisible()
    ud.dialog.form.hver_for_sig.setChecked(True)
    ud.forny()
    ud.dialog.udskriv_knap.click()
    ventet = ["ruteark_aahuset.pdf", "ruteark_cafeen.pdf", "ruteark_dammen.pdf"]
    assert ud.filer() == ventet
    assert "Ikke udskrevet: Bænken." in ud.linjer()[0]
    assert senest_udskrevet(ud.store, find_skabelon("ruteark")) is None, "not whole"
    ud.tryk("Vis hvilke")
    liste = ud.doer.vinduer[-1].findChild(QTreeWidget)
    punkt = liste.topLevelItem(0).child(0)
    assert [punkt.text(0), punkt.text(1)] == ["Bænken", "Der mangler et sted."]
    foer = (ud.mappe / ventet[0]).read_bytes()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    ud.dialog.udskriv_knap.click()
    assert (ud.mappe / ventet[0]).read_bytes() == foer
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    afbryd = True
    ud.dialog.udskriv_knap.click()
    assert ud.dialog.besked.text() == "Afbrudt. Der er intet skrevet."
    assert ud.filer() == ventet
    assert (ud.mappe / ventet[0]).read_bytes() == foer


def test_every_question_of_every_product_is_asked_and_read_back(qtbot: QtBot) -> None:
    felter = Felter()
    proever = {"tekst": "Æblet", "linjer": "# En\n\nTo", "tal": "2031", "dato": "2026-02-03"}
    for skabelon in SKABELONER.values():
        svar = {
            felt.navn: proever.get(felt.art.value) or felt.muligheder[-1][0]
            for felt in skabelon.felter
        }
        felter.lav(skabelon, svar)
        assert felter.valg() == svar
        assert [etiket for etiket, _ in felter.raekker] == [felt.etiket for felt in skabelon.felter]
        felter.lav(skabelon, {})
        assert all(navn == "pr_ark" for navn in felter.valg()), "left to the product"


def test_every_product_is_in_the_list_with_title_pages_and_a_reference_picture() -> None:
    vist = set(skabelonliste._om())
    assert set(SKABELONER) == vist, "pictogram and purpose: gui/udskriv/skabelonliste.py"
    assert all(skabelon.titel for skabelon in SKABELONER.values())
    assert all(callable(skabelon.blade) for skabelon in SKABELONER.values())
    samples = Path(__file__).parents[2] / "samples" / "udskrift"
    billeder = {fil.stem.partition("_")[0] for fil in samples.glob("*.png")}
    assert vist <= billeder, "a test with `ens_billede`, as in tests/integration/printing"
    rod = Path(__file__).parents[3]
    readme = (rod / "README.md").read_text("utf-8").partition("\n## På papir\n")[2]
    naevnt = set(re.findall(r"`(\w+)`", readme.partition("\n\nAlt andet")[0]))
    assert vist == naevnt, "its row in README.md, På papir"
    demo = re.search(r"for skabelon in (.*); do", (rod / ".ci" / "demo").read_text("utf-8"))
    assert demo is not None
    assert vist == set(demo[1].split()), "its name in .ci/demo"


# The area -----------------------------------------------------------------------------------------------


def test_a_frame_is_drawn_at_the_chosen_scale(ud: Udskriver, qtbot: QtBot) -> None:
    canvas = ud.iface.canvas
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    ud.iface.vindue.show()
    ud.vaelg("kortbilag")
    form = ud.dialog.form
    form.udsnit.setCurrentIndex(form.udsnit.findData("ramme"))
    ud.forny()
    assert ud.ser() == "Tryk Tegn på kortet, og tegn det udsnit, der skal med."
    maalestok: Any = form.felter.widgets["maalestok"]
    maalestok.setCurrentIndex(maalestok.findData("10000"))
    form.tegn_knap.click()
    assert not ud.dialog.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert ud.dialog.isVisible()
    assert canvas.mapTool() is pan
    assert ud.doer._ramme is None
    form.tegn_knap.click()
    QTest.mouseMove(canvas.viewport(), QPoint(120, 100))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert ud.dialog.isVisible()
    ramme = ud.doer._ramme
    assert ramme is not None
    proeve = ud.dialog.forhaandsvisning.proeve
    assert proeve is not None
    felt = proeve.kortfelt()
    assert felt is not None
    assert (ramme.width(), ramme.height()) == pytest.approx((felt[0] * 10, felt[1] * 10), rel=1e-6)
    midte = canvas.getCoordinateTransform().toMapCoordinates(200, 150)
    assert (ramme.center().x(), ramme.center().y()) == pytest.approx((midte.x(), midte.y()))
    vist = proeve.udsnit()
    assert vist is not None
    assert vist.center().x() == pytest.approx(ramme.center().x(), abs=1)
    # fitted: from corner to corner
    maalestok.setCurrentIndex(0)
    form.tegn_knap.click()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas.viewport(), QPoint(180, 140))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    fri = ud.doer._ramme
    assert fri is not None
    assert fri.height() / fri.width() == pytest.approx(felt[1] / felt[0], rel=1e-6)
    assert fri.width() == pytest.approx(100 * canvas.mapUnitsPerPixel(), rel=0.05)


# Layouts ------------------------------------------------------------------------------------------------


def test_the_page_becomes_a_layout_of_the_project(ud: Udskriver, qtbot: QtBot) -> None:
    ud.vaelg("oversigt")
    ud.dialog.foej_knap.click()
    qtbot.wait(50)  # news of the new layers must not close the dialog
    assert ud.dialog.isVisible()
    navn = "Oversigtskort: Mødesteder i Guldborgsund Kommune"
    assert f"Layoutet {navn} er føjet til projektet" in ud.dialog.besked.text()
    ud.tryk("Åbn layoutet")
    assert ud.iface.aabnet == [navn]
    ud.dialog.faner.setCurrentIndex(1)
    assert not ud.dialog.udskriv_knap.isEnabled()
    side = ud.dialog.layouter
    assert [side.liste.item(nr).text() for nr in range(side.liste.count())] == [navn]
    side.liste.item(0).setSelected(True)
    side.opdater_knap.click()
    assert side.besked.text() == f"{navn}: Intet er ændret i data."
    sted = next(r for r in ud.store.raekker("moedested", ["moedested_id", "navn"]))
    ud.store.saet_indstilling("udskrift", {"kommune": "Byens Kommune"})
    side.opdater_knap.click()
    assert "rettet" in side.besked.text(), sted


# Round the dialog ---------------------------------------------------------------------------------------


def test_what_is_not_saved_is_said_and_another_project_closes_the_dialog(
    ud: Udskriver, qtbot: QtBot
) -> None:
    layer = ud.current.layer("moedested")
    assert layer is not None
    layer.startEditing()
    layer.changeAttributeValue(
        next(layer.getFeatures()).id(), layer.fields().indexOf("navn"), "Nyt"
    )
    ud.vaelg("oversigt")
    assert "Ugemte rettelser i Mødesteder kommer ikke med" in ud.dialog.note.text()
    ud.vaelg("kortbilag")
    assert ud.dialog.note.text() == "", "the enclosure shows the map as it stands"
    layer.rollBack()
    assert ud.dialog.forhaandsvisning.sted == Sted()
    ud.current.project.clear()
    qtbot.waitUntil(lambda: ud.doer.dialog is None, timeout=5_000)
    ud.doer.vis()
    assert ud.doer.dialog is None
    assert "Åbn et Mødested-projekt" in ud.linjer()[0]


def test_a_page_that_cannot_be_shown_says_why_and_leaves_the_dialog(
    ud: Udskriver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def ved(navn: str) -> None:
        raise ZeroDivisionError if navn == "Én" else UdskriftFejl("Der mangler et navn.")

    serie(monkeypatch, ["Én", "To"], ved)
    ud.vaelg("katalog")
    assert ud.ser() == "Siden kunne ikke laves. Se loggen."
    ud.dialog.forhaandsvisning.naeste.click()
    assert ud.ser() == "Der mangler et navn."
    assert "ZeroDivisionError" in caplog.text
    ud.dialog.udskriv_knap.click()
    assert (
        ud.dialog.besked.text() == "Intet kunne udskrives. Én: Siden kunne ikke laves. Se loggen."
    )
