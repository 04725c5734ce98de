# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the drawing tools in use, on a place with a few roads as they would have come in from a file."""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterator
from pathlib import Path

from desktop_driver import iface
from desktop_hand import HOEJRE, Haand, find_knap, til
from manus import sted
from qgis import utils
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFrame, QScrollArea

shell = utils.plugins["moedested_plugin"].shell
haand = Haand(sted.X, sted.Y)
panel = shell.panel
RAEKKE = "På række (klik, klik, klik)"
#: A second way of nearly the same length, for the alternatives.
OMVEJ = ((800, 0), (820, -40), (1_240, 5), (1_300, 50))


def _se(ramme: tuple[float, float, float, float] = sted.UDSNIT) -> Iterator[object]:
    """Look at the place, with its roads."""
    haand.begynd("billede")
    panel.show()
    panel.raise_()
    # The examples have no border; that it is missing was said before.
    shell.settings.graense_naevnt.setValue(shell.palette._om.store().adresse)
    net = shell.current.layer("netvaerk_linje")
    if not any(
        True for _ in net.getFeatures(QgsRectangle(sted.X, sted.Y - 50, sted.X + 900, sted.Y + 900))
    ):
        kilde = QgsVectorLayer(
            net.source().split("|")[0] + "|layername=netvaerk|geometrytype=LineString"
        )
        veje = []
        for nr, vej in enumerate((*sted.VEJE, OMVEJ)):
            en = QgsFeature(kilde.fields())
            en.setGeometry(
                QgsGeometry.fromPolylineXY([QgsPointXY(sted.X + x, sted.Y + y) for x, y in vej])
            )
            for felt, vaerdi in (
                ("netvaerk_id", f"{nr:08d}-0000-4000-8000-000000000000"),
                ("kilde", "eksempel"),
                ("type", "sti"),
            ):
                en[felt] = vaerdi
            veje.append(en)
        kilde.dataProvider().addFeatures(veje)
        net.dataProvider().dataChanged.emit()
    yield from haand.se(ramme)
    yield haand.rul(panel.findChild(QScrollArea), find_knap("Kopier fra nabo", panel))
    yield 400


def _slut() -> Iterator[object]:
    """Every tool is off."""
    for handling in shell.drawing.handlinger.values():
        if handling.isChecked():
            handling.trigger()
    shell.palette.stands()
    yield 300


def palet() -> Iterator[object]:
    """The palette with templates of one's own, and a bench about to be drawn."""
    from moedested_plugin.drawing.skabelon import Skabelon

    shell.palette.gem_egne([
        Skabelon("Bænk ved sti", "baenk", {"ryglaen_k": 1, "armlaen_k": 1}), Skabelon("Kløversti", "vandrerute", {"rute_uty_k": 2}),
    ])  # fmt: skip
    yield from _se()
    yield haand.knap("Bænk ved sti", panel)
    yield 500
    yield haand.rul(panel.findChild(QScrollArea), find_knap("Stop", panel))
    yield haand.peg((300, 300))
    yield 400
    yield "skaerm"
    shell.palette.gem_egne([])
    yield from _slut()


def formular() -> Iterator[object]:
    """The docked form of a new mødested, filled with what can be known."""
    yield from _se()
    yield haand.knap("Mødested", panel)
    yield haand.kort(sted.MOEDESTED)
    yield 1500
    yield haand.skriv("Kaffe ved søen")
    yield 700
    yield "skaerm"
    yield from _slut()


def raekke() -> Iterator[object]:
    """Benches in a row: click, click, click."""
    yield from _se()
    yield haand.knap(RAEKKE, panel)
    yield haand.knap("Bænk", panel)
    for x in (100, 300, 500, 700):
        yield haand.kort((x, 60))
        yield 250
    yield haand.peg((900, 60))
    yield 900
    yield "skaerm"
    yield haand.knap(RAEKKE, panel)
    yield from _slut()


def advarsel() -> Iterator[object]:
    """Said at the cursor: the same is there already."""
    yield from _se((200, 200, 420, 400))
    yield haand.knap(RAEKKE, panel)
    yield haand.knap("Bænk", panel)
    yield haand.kort((300, 300))
    yield 400
    yield haand.peg((303, 301))
    yield 900
    yield "skaerm"
    yield haand.knap(RAEKKE, panel)
    yield from _slut()


def hav() -> Iterator[object]:
    """Said at the cursor: the place is in the sea."""
    yield from _se((3_000, -6_000, 12_000, 3_000))
    yield haand.knap("Mødested", panel)
    yield haand.peg((10_500, -4_000))
    yield 900
    yield "skaerm"
    yield from _slut()


def udenfor() -> Iterator[object]:
    """Said at the cursor: the place is in the neighbouring municipality. The border is drawn by hand for the picture."""
    from moedested_plugin.project.graense import gem_graense

    store, (vest, syd) = shell.palette._om.store(), (668_000, 6_040_000)
    gem_graense(store, QgsGeometry.fromRect(QgsRectangle(vest, syd, vest + 60_000, syd + 60_000)))
    yield from _se((-36_000, -11_000, -16_000, 3_000))
    yield haand.knap("Mødested", panel)
    yield haand.peg((-29_000, -4_500))
    yield 900
    yield "skaerm"
    yield from _slut()
    gem_graense(store, QgsGeometry())


def lukket() -> Iterator[object]:
    """Said at the cursor, and in the form where it was drawn all the same: the place is closed for a time."""
    haand.begynd("billede")
    layer = shell.current.layer("facilitet")
    layer.startEditing()
    feature = next(layer.getFeatures("$geometry is not null"))
    fra = layer.fields().lookupField("lukket_fra")
    layer.changeAttributeValue(feature.id(), fra, QDate.currentDate().addDays(-3))
    midt = feature.geometry().centroid().asPoint()
    x, y = midt.x() - sted.X, midt.y() - sted.Y
    yield from haand.se((x - 40, y - 40, x + 40, y + 40))
    yield haand.knap("Bænk", panel)
    yield haand.peg((x + 3, y - 2))
    yield 900
    yield "skaerm"
    yield from _slut()


def i_stedet() -> Iterator[object]:
    """A mødested is being made, and the bench that is drawn for it is there already: link to that one instead?"""
    yield from _tegnet()
    x, y = sted.BAENKE[0]
    yield from haand.se((x - 60, y - 50, x + 60, y + 50))
    yield haand.knap("Bænk", panel)
    yield haand.kort((x + 3, y + 1))
    yield 1500
    yield "skaerm"
    yield from _slut()


def _rute(*punkter: tuple[float, float]) -> Iterator[object]:
    yield from _se()
    yield haand.knap("Vandrerute", panel)
    vaerktoej = shell.drawing._lavet["RuteVaerktoej"]
    yield from til(lambda: vaerktoej.netvaerk.graf is not None, "the network")
    for punkt in punkter:
        yield haand.peg(punkt)
        yield 150
        yield haand.kort(punkt)
        yield 150


def rute() -> Iterator[object]:
    """A route that follows the mouse, and the other ways that are nearly as long."""
    yield from _rute(sted.START)
    yield haand.peg((1_330, 260))
    yield 1200
    yield "skaerm"
    yield from _slut()


def frihaand() -> Iterator[object]:
    """Free-hand with Shift, where there is no way."""
    yield from _rute(sted.START, (820, 400))
    canvas = iface.mapCanvas().viewport()
    for punkt in ((930, 430), (1_030, 520), (1_140, 560)):
        QTest.mouseClick(
            canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, haand.pixel(punkt)
        )
        yield 200
    yield haand.peg((1_290, 580))
    yield 700
    yield "skaerm"
    yield from _slut()


def traek() -> Iterator[object]:
    """A route in its form, dragged over another way."""
    yield from _rute(sted.START, (350, 830))
    yield haand.kort((350, 830), HOEJRE)
    yield 1500
    canvas = iface.mapCanvas().viewport()
    ned, op = haand.pixel((-55, 350)), haand.pixel((810, 200))
    venstre, ingen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for art, hvor in (
        (QEvent.Type.MouseButtonPress, ned), (QEvent.Type.MouseMove, (ned + op) / 2), (QEvent.Type.MouseMove, op),
    ):  # fmt: skip
        QApplication.sendEvent(
            canvas,
            QMouseEvent(
                art, QPointF(hvor), QPointF(canvas.mapToGlobal(hvor)), venstre, venstre, ingen
            ),
        )
        yield 300
    yield "skaerm"
    QApplication.sendEvent(
        canvas,
        QMouseEvent(
            QEvent.Type.MouseButtonRelease,
            QPointF(op),
            QPointF(canvas.mapToGlobal(op)),
            venstre,
            Qt.MouseButton.NoButton,
            ingen,
        ),
    )
    yield 300
    yield from _slut()


def _tegnet() -> Iterator[object]:
    """A mødested, two benches and a route, not saved."""
    yield from _rute(sted.START, sted.OVER, sted.SLUT)
    yield haand.kort(sted.SLUT, HOEJRE)
    yield 1200
    yield haand.skriv("Turen rundt om søen")
    yield haand.tast(Qt.Key.Key_Return)
    yield 800
    layer = shell.current.layer("moedested")
    yield haand.knap("Mødested", panel)
    yield haand.kort(sted.MOEDESTED)
    yield 1200
    shell.palette.formular().saet({"navn": "Kaffe ved søen", "formaal_k": [1]})
    yield 200
    shell.palette.formular().goer_faerdig()
    yield 300
    shell.palette.raekke = True
    yield haand.knap("Bænk", panel)
    for punkt in sted.BAENKE:
        yield haand.kort(punkt)
        yield 300
    shell.palette.raekke = False
    shell.palette.stands()
    assert layer.isEditable()
    yield 500


def underlag() -> Iterator[object]:
    """Two surfaces, the second about to be given its end."""
    yield from _tegnet()
    shell.drawing.begynd("MalUnderlag")
    yield 300
    for gerning in (
        (sted.PAA_RUTEN, Qt.Key.Key_3),
        (sted.START, None),
        ((800, 0), Qt.Key.Key_7),
        ((800, 0), None),
    ):
        yield haand.kort(gerning[0])
        yield 200
        if gerning[1]:
            yield haand.tast(gerning[1])
            yield 200
    yield haand.peg((1_250, 700))
    yield 900
    yield "skaerm"
    yield from _slut()


def tilknyt() -> Iterator[object]:
    """What lies within 100 m of a mødested, with numbers."""
    yield from _tegnet()
    yield from haand.se((-90, -90, 250, 200))
    yield 900
    shell.drawing.begynd("Tilknyt")
    yield 300
    yield haand.kort(sted.MOEDESTED)
    yield 900
    yield "skaerm"
    yield from _slut()


def _ved(rolle: str, udtryk: str, meter: float) -> Generator[object, None, QgsPointXY]:
    """Look at a place of the examples."""
    feature = next(shell.current.layer(rolle).getFeatures(udtryk))
    midt = feature.geometry().centroid().asPoint()
    canvas = iface.mapCanvas()
    canvas.setExtent(
        QgsRectangle(midt.x() - meter, midt.y() - meter, midt.x() + meter, midt.y() + meter)
    )
    canvas.refresh()
    yield 2500
    return midt


def adgangsvej() -> Iterator[object]:
    """The nearest stop and car park of a mødested of the examples."""
    haand.begynd("billede")
    layer = shell.current.layer("moedested")
    midt = yield from _ved("moedested", "$geometry is not null and livscyklus_k = 3", 250)
    layer.selectByExpression(
        f"intersects($geometry, buffer(make_point({midt.x()}, {midt.y()}), 1))"
    )
    shell.drawing.begynd("Tilknyt")
    yield 1500
    yield "skaerm"
    yield from _slut()
    layer.removeSelection()


def luk() -> Iterator[object]:
    """A place is closed for a time: click, and why."""
    haand.begynd("billede")
    midt = yield from _ved("facilitet", "$geometry is not null", 200)
    shell.drawing.begynd("Luk")
    yield 300
    canvas = iface.mapCanvas()
    hvor = canvas.getCoordinateTransform().transform(midt)
    yield haand.klik(canvas.viewport(), QPoint(round(hvor.x()), round(hvor.y())))
    yield 900
    for boble in QApplication.topLevelWidgets():
        if isinstance(boble, QFrame) and boble.objectName() == "MoedestedLuk" and boble.isVisible():
            boble.aarsag.setText("Ny belægning")
    yield 400
    yield "skaerm"
    for boble in QApplication.topLevelWidgets():
        if boble.objectName() == "MoedestedLuk":
            boble.close()
    yield from _slut()


def oploes() -> Iterator[object]:
    """What happens to what belongs to a mødested that is dissolved."""
    haand.begynd("billede")
    layer = shell.current.layer("moedested")
    aktiviteter = shell.current.layer("aktivitet")
    taelling: dict[str, int] = {}
    for aktivitet in aktiviteter.getFeatures():
        taelling[str(aktivitet["moedested_id"])] = (
            taelling.get(str(aktivitet["moedested_id"]), 0) + 1
        )
    for udstyr in shell.current.layer("udstyr").getFeatures():
        taelling[str(udstyr["moedested_id"])] = taelling.get(str(udstyr["moedested_id"]), 0) + 5
    levende = {
        str(f["moedested_id"])
        for f in layer.getFeatures("$geometry is not null and livscyklus_k = 3")
    }
    flest = max(levende, key=lambda noegle: taelling.get(noegle, 0))
    yield from _ved("moedested", f"moedested_id = '{flest}'", 300)
    layer.selectByExpression(f"moedested_id = '{flest}'")
    shell.drawing.begynd("Oploes")
    yield 1200
    yield "skaerm"
    yield from _slut()
    layer.removeSelection()


def foto() -> Iterator[object]:
    """A picture dropped on a mødested asks what must be known."""
    haand.begynd("billede")
    midt = yield from _ved("moedested", "$geometry is not null and livscyklus_k = 3", 250)
    sti = Path(QgsProject.instance().absolutePath(), "bænken ved stranden.jpg")
    billede = QImage(1_600, 1_200, QImage.Format.Format_RGB32)
    maler = QPainter(billede)
    maler.fillRect(0, 0, 1_600, 700, QColor("#a9d3ef"))
    maler.fillRect(0, 560, 1_600, 180, QColor("#3f7fae"))
    maler.fillRect(0, 740, 1_600, 460, QColor("#e6d3a3"))
    for top in (800, 860, 960):
        maler.fillRect(420, top, 760, 34, QColor("#7a4a21"))
    for x in (480, 1_080):
        maler.fillRect(x, 800, 36, 300, QColor("#4d2f15"))
    maler.end()
    billede.save(str(sti))
    canvas = iface.mapCanvas()
    hvor = canvas.getCoordinateTransform().transform(midt)
    skaerm = canvas.viewport().mapToGlobal(QPoint(round(hvor.x()), round(hvor.y())))
    shell.photos.sluppet(sti, skaerm)
    yield 1800
    yield "skaerm"
    if shell.photos.dialog is not None:
        shell.photos.dialog.reject()
    sti.unlink()
    yield 300


def adresse() -> Iterator[object]:
    """The search for an address, answered by the municipality's own file."""
    fil = Path(QgsProject.instance().absolutePath(), "adresser.csv")
    raekker = [
        ("Strandvejen", nr, 4800, "Nykøbing F", 376, 683_500 + 20 * nr, 6_073_000 + 9 * nr)
        for nr in range(1, 12)
    ]
    with fil.open("w", newline="", encoding="utf-8") as ud:
        skriver = csv.writer(ud, delimiter=";")
        skriver.writerow(("vejnavn", "husnr", "postnr", "postnrnavn", "kommunekode", "x", "y"))
        skriver.writerows(raekker)
    shell.settings.adresse_fil.setValue(str(fil))
    yield from _se()
    yield haand.knap("Mødested", panel)
    yield haand.rul(panel.findChild(QScrollArea), find_knap("Stop", panel))
    from moedested_plugin.gui.tegn.adressefelt import Adressefelt

    felt = next(each for each in panel.findChildren(Adressefelt) if each.isVisible())
    felt.opdater()
    felt.felt.setFocus()
    yield haand.skriv("strandv 1")
    yield 1800
    yield "skaerm"
    felt.felt.clear()
    shell.settings.adresse_fil.setValue("")
    felt.opdater()
    fil.unlink()
    yield from _slut()
