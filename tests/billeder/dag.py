# SPDX-License-Identifier: GPL-2.0-or-later
"""The first day of a newcomer, by hand, as README tells it: from an empty profile and a zip to a map that is out and on paper.

Each way begins where the one before it stopped, and leaves the screen as it is (`GAAR_VIDERE`): they are gone in the order
of the table, all of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from desktop_driver import iface
from desktop_hand import HOEJRE, Haand, find_knap, til
from manus import sted
from qgis import utils
from qgis.core import QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QDockWidget,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
    QWizard,
)

W = TypeVar("W", bound=QWidget)

#: Nothing is closed between one way and the next.
GAAR_VIDERE = True
PLUGIN = "moedested_plugin"
#: The newcomer's own folder, with the zip and what was mailed.
MAPPE = Path(os.environ.get("DESKTOP_MAPPE", ""))
haand = Haand(sted.X, sted.Y)
#: The ten objects, in metres from `sted`.
STEDER = ((35.0, 45.0), (520.0, 300.0), (900.0, 560.0))
BAENKE = ((75.0, 40.0), (200.0, 110.0), (330.0, 190.0))
TOILET = (545.0, 275.0)
PLADS = ((860.0, 600.0), (940.0, 600.0), (940.0, 680.0), (860.0, 680.0))
STI = ((30.0, 40.0), (210.0, 100.0), (520.0, 290.0))
CYKEL = ((530.0, 300.0), (700.0, 380.0), (900.0, 550.0))
#: What all three have in common.
AABENT: dict[str, Any] = {
    "livscyklus_k": 3, "gyldig_fra": "2026-05-01", "formaal_k": [1], "aktivitetsmulighed_k": [1], "maalgruppe_k": [1], "lokalomraade": "Skoven",
    "off_kode": 1, "adgang_k": 1, "betaling_k": 0,
    "tjekket_dato": "2026-11-20", "godkendt_af": "Bestyrelsen", "godkendt_dato": "2026-11-20",
}  # fmt: skip
#: What a place or a route is until someone says so: a draft for the municipality alone.
VISES = {"statuskode": 3, "off_kode": 1}
NAVNE = ("Kaffe ved søen", "Bordet i skoven", "Pladsen ved diget")


def _shell() -> Any:
    return utils.plugins[PLUGIN].shell


def _vindue(art: type[W], hvad: str, er: Callable[[W], bool] = lambda _: True) -> Iterator[int]:
    """Wait for a window of that kind."""
    yield from til(lambda: _find(art, er) is not None, hvad)
    yield 400


def _find(art: type[W], er: Callable[[W], bool] = lambda _: True) -> W | None:
    for vindue in QApplication.topLevelWidgets():
        if isinstance(vindue, art) and vindue.isVisible() and er(vindue):
            return vindue
    return None


def _kaldt(navn: str) -> QWidget:
    """The window of that name."""
    vindue = _find(QWidget, lambda w: w.objectName() == navn)
    assert vindue is not None, navn
    return vindue


def _panelknap(tekst: str) -> Iterator[int]:
    """Press a button of the panel, rolled to if need be."""
    panel = _shell().panel
    panel.raise_()
    yield from til(lambda: find_knap(tekst, panel) is not None, tekst)
    knap = find_knap(tekst, panel)
    rul = next((r for r in panel.findChildren(QScrollArea) if r.isAncestorOf(knap)), None)
    if rul is not None:
        yield haand.rul(rul, knap)
        yield 300
    # What takes a click is the box and its words, not all of the line.
    yield haand.klik(knap, QPoint(10, knap.height() // 2) if isinstance(knap, QCheckBox) else None)
    yield 300


def _skriv_i(felt: QLineEdit, tekst: str) -> Iterator[int]:
    """Write over what stands in a field, and leave it."""
    yield haand.klik(felt)
    yield 150
    felt.selectAll()
    yield haand.skriv(tekst)
    yield 150
    yield haand.tast(Qt.Key.Key_Tab)
    yield 300


# 1 From the zip --------------------------------------------------------------------------------------------


def fra_zip() -> Iterator[object]:
    """Plugins, Manage and install, Install from ZIP."""
    haand.begynd("zip")
    assert PLUGIN not in utils.available_plugins, "the profile is empty"
    QTimer.singleShot(0, iface.actionManagePlugins().trigger)
    yield from _vindue(QWidget, "the plugin manager", _er_manager)
    yield 1500
    manager = _find(QWidget, _er_manager)
    assert manager is not None
    fil = manager.findChild(QgsFileWidget, "mZipFileWidget")
    yield haand.raekke(manager.findChild(QListWidget, "mOptionsListWidget"), "Installér fra ZIP")
    yield 600
    yield from _skriv_i(fil.lineEdit(), str(MAPPE / f"{PLUGIN}.zip"))
    yield manager
    yield haand.klik(manager.findChild(QPushButton, "buttonInstallFromZip"))
    yield from til(
        lambda: PLUGIN in utils.active_plugins or _sporgsmaal() is not None, "the question"
    )
    spoergsmaal = _sporgsmaal()
    if spoergsmaal is not None:  # whether the source is trusted
        yield haand.klik(spoergsmaal.button(QMessageBox.StandardButton.Yes))
    yield from til(lambda: PLUGIN in utils.active_plugins, "the plugin")
    yield 800
    manager.close()
    yield 800


def _er_manager(vindue: QWidget) -> bool:
    return vindue.metaObject().className() == "QgsPluginManager"


def _sporgsmaal() -> QMessageBox | None:
    return _find(QMessageBox)


def installeret() -> Iterator[object]:
    """The plugin is there: a toolbar, and a panel that says how to begin."""
    yield from til(_shell().panel.isVisible, "the panel")
    yield 1200
    yield "skaerm"


# 2 A project -------------------------------------------------------------------------------------------------


def kommune() -> Iterator[object]:
    """The municipality is chosen in a list."""
    haand.begynd("projekt")
    yield from _panelknap("Nyt projekt …")
    yield from _vindue(QWizard, "the wizard")
    yield haand.skriv("guldb")
    yield 500
    yield _guide()


def data() -> Iterator[object]:
    """Where the data are to lie."""
    yield haand.tast(Qt.Key.Key_Return)
    yield 700
    yield _guide()


def projekt() -> Iterator[object]:
    """Where the project is to lie."""
    yield haand.tast(Qt.Key.Key_Return)
    yield 700
    yield _guide()


def tomt() -> Iterator[object]:
    """The project is made and open, with the background of the municipality and no data of its own."""
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: _find(QWizard) is None, "the project")
    yield from til(lambda: _shell().current.layer("moedested") is not None, "its layers")
    yield from til(lambda: _shell().lock.access.can_edit, "the lock")
    yield from til(lambda: find_knap("Hent data …", _shell().panel) is not None, "the counts")
    yield from til(lambda: not iface.mapCanvas().isDrawing(), "the map")
    yield 2500
    yield "skaerm"


def _guide() -> QWidget:
    guide = _find(QWizard)
    assert guide is not None
    return guide


# 3 What exists already -------------------------------------------------------------------------------------


def hent() -> Iterator[object]:
    """A file from Naturlandet, which is known."""
    haand.begynd("hent")
    yield from _panelknap("Hent data …")
    yield from _vindue(QWidget, "the dialog", lambda w: w.objectName() == "hent")
    dialog = _kaldt("hent")
    felt = next(f for f in dialog.findChildren(QLineEdit) if f.isVisible())
    yield haand.klik(felt)
    yield haand.skriv(str(MAPPE / "facilit_service.geojson"))
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: _klar("Sammenlign", dialog), "what was read")
    yield 500
    yield dialog


def forskelle() -> Iterator[object]:
    """What would come in, on the map, before anything is kept."""
    yield haand.knap("Sammenlign", _kaldt("hent"))
    yield from til(lambda: _shell().fetching.skuffe is not None, "the comparison")
    yield from til(lambda: _klar("Anvend", _shell().fetching.skuffe), "the preview")
    yield 2500
    yield "skaerm"


def hentet() -> Iterator[object]:
    """It is in, and can be taken back."""
    yield haand.knap("Anvend", _shell().fetching.skuffe)
    yield from til(lambda: _shell().fetching.skuffe.udfoert, "the import")
    yield 2500
    yield "skaerm"
    _shell().fetching.skuffe.close()
    yield 800


def _klar(tekst: str, i: QWidget) -> bool:
    knap = find_knap(tekst, i)
    return knap is not None and knap.isEnabled()


# 4 Ten objects ---------------------------------------------------------------------------------------------


def _lag(rolle: str) -> QgsVectorLayer:
    layer: QgsVectorLayer = _shell().current.layer(rolle)
    return layer


def _nye() -> int:
    """Objects on the map that are drawn and not saved."""
    roller = ("moedested", "baenk", "facilitet", "omraade", "vandrerute", "cykelrute")
    return sum(len(_lag(r).editBuffer().addedFeatures()) for r in roller if _lag(r).isEditable())


def _form() -> QDockWidget | None:
    dok = iface.mainWindow().findChild(QDockWidget, "MoedestedTegnFormular")
    return dok if isinstance(dok, QDockWidget) and dok.isVisible() else None


def _ok() -> Iterator[int]:
    """Press OK in the form."""
    dok = _form()
    assert dok is not None
    knap = dok.findChild(QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok)
    yield from til(knap.isEnabled, "nothing is missing")
    yield haand.klik(knap)
    yield from til(lambda: _form() is None, "the form is done")
    yield 500


def _udfyld(vaerdier: dict[str, Any]) -> Iterator[int]:
    """What else the newcomer writes and chooses, field by field; the form takes it as from a hand."""
    _shell().palette.formular().saet(vaerdier)
    yield 500


def moedested() -> Iterator[object]:
    """The first mødested, in its form."""
    haand.begynd("tegn")
    yield from haand.se((-150.0, -150.0, 1_450.0, 950.0))
    yield from _panelknap("Organisation")
    yield from til(_form, "the form")
    yield 500
    yield from _udfyld(
        {"navn": "Foreningen ved Søen (eksempel)", "type_k": 3, "kontakt_tlf": "54 00 00 11"}
    )
    yield from _ok()
    yield from _panelknap("Mødested")
    yield haand.kort(STEDER[0])
    yield from til(_form, "the form")
    yield 800
    yield haand.skriv(NAVNE[0])
    dok = _form()
    assert dok is not None
    yield haand.kryds(dok, "Fællesskab")
    yield 900
    yield "skaerm"
    yield from _moedested_resten(0, {"telefon": "54 00 00 11"})


def _moedested_resten(nr: int, eget: dict[str, Any]) -> Iterator[int]:
    forening = next(_lag("organisation").getFeatures())["organisation_id"]
    yield from _udfyld({
        **AABENT, "navn": NAVNE[nr], "organisation_id": str(forening), "beskrivels": "En kop kaffe i det fri. Alle er velkomne.",
        "sted": "Ved vandet", "aabningstid": "Hver tirsdag 10-12", **eget,
    })  # fmt: skip
    yield from _ok()


def baenke() -> Iterator[object]:
    """Benches in a row: click, click, click."""
    yield from _panelknap("På række (klik, klik, klik)")
    yield from _panelknap("Bænk")
    for hvor in BAENKE:
        yield haand.kort(hvor)
        yield 500
    yield from til(lambda: _nye() == 1 + len(BAENKE), "the benches")
    yield 800
    yield "skaerm"
    yield from _panelknap("På række (klik, klik, klik)")
    yield haand.tast(Qt.Key.Key_Escape)
    yield 300


def ti() -> Iterator[object]:
    """Ten objects on the map, not saved yet."""
    for nr, eget in (
        (1, {"link": "www.guldborgsund.dk", "telefon": "54 00 00 12"}),
        (2, {"foerste_gang": "Spørg efter Anna, 010190-1234, hun har nøglen."}),
    ):
        yield from _panelknap("Mødested")
        yield haand.kort(STEDER[nr])
        yield from til(_form, "the form")
        yield 500
        yield from _moedested_resten(nr, eget)
    yield from _panelknap("Facilitet")
    yield haand.kort(TOILET)
    yield from til(_form, "the form")
    yield from _udfyld({"facil_ty_k": 1012, "navn": "Toilettet i skoven", **VISES})
    yield from _ok()
    yield from _panelknap("Område")
    for hvor in PLADS:
        yield haand.kort(hvor)
        yield 250
    yield haand.kort(PLADS[-1], HOEJRE)
    yield from til(_form, "the form")
    yield from _udfyld({"facil_ty_k": 1041, "navn": "Legepladsen ved diget", **VISES})
    yield from _ok()
    for knap, punkter, vaerdier in (
        ("Vandrerute", STI, {"navn": "Stien til søen", "rute_ty_k": 5, **VISES}),
        ("Cykelrute", CYKEL, {"navn": "Vejen til diget", "rute_ty_k": 3, **VISES}),
    ):
        yield from _panelknap(knap)
        yield from _frihaand(punkter)
        yield from til(_form, "the form")
        yield from _udfyld(vaerdier)
        yield from _ok()
        yield haand.tast(Qt.Key.Key_Escape)
        yield 300
    yield from til(lambda: _nye() == 10, f"ten objects, not {_nye()}")
    yield 1500
    yield "skaerm"
    yield from _panelknap("Gem alle")
    yield from til(
        lambda: not any(each.rows for each in _shell().current.unsaved()), "all is saved"
    )
    yield 1500


def _frihaand(punkter: tuple[tuple[float, float], ...]) -> Iterator[int]:
    """Where the network has no way: hold Shift."""
    yield 1500
    canvas = iface.mapCanvas().viewport()
    for punkt in punkter:
        yield haand.peg(punkt)
        QTest.mouseClick(
            canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, haand.pixel(punkt)
        )
        yield 300
    yield haand.kort(punkter[-1], HOEJRE)


# 5 Errors --------------------------------------------------------------------------------------------------


def fund() -> Iterator[object]:
    """What is wrong, by severity; the error is chosen and shown."""
    haand.begynd("kontrol")
    yield from _panelknap("Kontrollér nu")
    yield from til(lambda: _fund("privatliv"), "the findings")
    yield from _vaelg("privatliv")
    yield "skaerm"


def rettes() -> Iterator[object]:
    """The form opens at the field that is wrong."""
    dock = _shell().checks.dock
    yield haand.knap("Åbn formular", dock)
    yield from til(lambda: _attributform() is not None, "the form")
    yield 1800
    yield "skaerm"


def rettet() -> Iterator[object]:
    """No errors are left; one address was mended by a press of a button."""
    form = _attributform()
    assert form is not None
    felt = next(
        f for f in form.findChildren(QPlainTextEdit) if f.isVisible() and "Anna" in f.toPlainText()
    )
    yield haand.klik(felt.viewport())
    felt.selectAll()
    yield haand.skriv("Ring til foreningen, så tager vi imod.")
    yield 500
    yield haand.klik(
        form.findChild(QDialogButtonBox, "buttonBox").button(QDialogButtonBox.StandardButton.Ok)
    )
    yield 1200
    yield from _vaelg("moedested.link.adresse")
    yield haand.knap("Ret", _shell().checks.dock)
    yield 1500
    yield from _panelknap("Gem alle")
    yield from til(
        lambda: not any(each.rows for each in _shell().current.unsaved()), "all is saved"
    )
    yield 1500
    yield from _panelknap("Vis fund")
    yield 600
    yield haand.knap("Kontrollér nu", _shell().checks.dock)
    yield from til(lambda: not _fund("privatliv.cpr"), "nothing of it is left")
    yield 2500
    yield "skaerm"


def _fund(kode: str) -> Any:
    liste = _shell().checks.liste
    if liste is None or liste.resultat is None:
        return None
    return next((p for p in liste.resultat.poster if p.fund.kontrol.kode.startswith(kode)), None)


def _vaelg(kode: str) -> Iterator[int]:
    dock = _shell().checks.dock
    post = _fund(kode)
    index = dock.model.plads((post.fund.kontrol.kode, post.fund.tabel), post.fund_id)
    dock.trae.expand(index.parent().parent())
    dock.trae.expand(index.parent())
    dock.trae.scrollTo(index)
    yield 300
    yield haand.klik(dock.trae.viewport(), dock.trae.visualRect(index).center())
    yield 2500


def _attributform() -> QWidget | None:
    return _find(QWidget, lambda w: w.metaObject().className() == "QgsAttributeDialog")


# 6 Out -----------------------------------------------------------------------------------------------------


def maal() -> Iterator[object]:
    """Where to publish to: a folder that the server reads."""
    haand.begynd("udgiv")
    yield from _panelknap("Udgiv …")
    yield from _vindue(QWidget, "the dialog", lambda w: w.objectName() == "udgiv")
    yield haand.knap("Mål og krav …", _kaldt("udgiv"))
    yield from _vindue(QWidget, "the target", lambda w: w.objectName() == "maal")
    dialog = _kaldt("maal")
    yield haand.knap("Nyt mål", dialog)
    yield 300
    yield haand.skriv("Kommunens kort")
    mappe = next(f for f in dialog.findChildren(QgsFilterLineEdit) if f.isVisible())
    (MAPPE / "server").mkdir(exist_ok=True)
    yield from _skriv_i(mappe, str(MAPPE / "server"))
    yield 400
    yield dialog


def plan() -> Iterator[object]:
    """What would be put out."""
    yield haand.knap("Gem", _kaldt("maal"))
    yield from til(lambda: _klar("Lav plan", _kaldt("udgiv")), "the target is kept")
    yield 400
    yield haand.knap("Lav plan", _kaldt("udgiv"))
    yield from til(lambda: _klar("Udgiv", _kaldt("udgiv")), "the plan")
    yield 2500
    yield _kaldt("udgiv")


def udgivet() -> Iterator[object]:
    """It is out, and was looked at from outside."""
    yield haand.knap("Udgiv", _kaldt("udgiv"))
    peger = MAPPE / "server" / "moedesteder" / "service.qgz"
    for _ in range(8):
        if peger.is_file():
            break
        yield 10_000
    yield from til(lambda: _klar("Lav plan", _kaldt("udgiv")), "the publication")
    yield 1200
    yield _kaldt("udgiv")
    yield haand.knap("Luk", _kaldt("udgiv"))
    yield 500


# 7 On paper ------------------------------------------------------------------------------------------------


def udskriv() -> Iterator[object]:
    """What is to be printed, and how it will look."""
    haand.begynd("udskriv")
    yield from _panelknap("Udskriv …")
    yield from _vindue(QWidget, "the dialog", lambda w: w.objectName() == "MoedestedUdskriv")
    dialog = _kaldt("MoedestedUdskriv")
    liste = next(v for v in dialog.findChildren(QListWidget) if v.isVisible())
    ark = next(
        liste.item(nr)
        for nr in range(liste.count())
        if liste.item(nr).text().startswith("Mødestedsark")
    )
    yield haand.klik(liste.viewport(), liste.visualItemRect(ark).center())
    yield 800
    yield from til(lambda: _klar("Udskriv", dialog), "the page")
    yield 2500
    yield dialog


def udskrevet() -> Iterator[object]:
    """A PDF with a page for each mødested."""
    dialog = _kaldt("MoedestedUdskriv")
    yield haand.knap("Udskriv", dialog)
    yield from til(lambda: list(MAPPE.rglob("*.pdf")), "the file")
    yield from til(lambda: _klar("Udskriv", dialog), "the print is done")
    yield 1500
    yield "skaerm"
    dialog.close()
    yield 300
