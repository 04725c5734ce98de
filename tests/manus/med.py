# SPDX-License-Identifier: GPL-2.0-or-later
"""Driven inside QGIS by `test_manus.py`: the ten steps with the plugin, as a hand would do them."""

from __future__ import annotations

import json

from desktop_driver import OUT, check, iface, run, screen
from desktop_hand import HOEJRE, Haand, Scene, find_knap, skridt, til
from manus import sted
from qgis import utils
from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QPushButton,
)

shell = utils.plugins["moedested_plugin"].shell
haand = Haand(sted.X, sted.Y)
panel = shell.panel


def lag(rolle: str) -> QgsVectorLayer:
    return shell.current.layer(rolle)


def dok(navn: str) -> QDockWidget:
    return iface.mainWindow().findChild(QDockWidget, navn)


def form() -> QDockWidget:
    return dok("MoedestedTegnFormular")


def form_aaben() -> bool:
    return form() is not None and form().isVisible()


def ok_knap() -> QPushButton:
    knapper = form().findChild(QDialogButtonBox, "buttonBox")
    return knapper.button(QDialogButtonBox.StandardButton.Ok)


def ro() -> Scene:
    """Nothing moves on the screen any more."""
    canvas = iface.mapCanvas()
    bredde = 0
    while bredde != canvas.width():
        bredde = canvas.width()
        yield 150


def maal() -> str:
    """What the small panel says of the length."""
    return next(
        (
            each.text()
            for each in iface.mapCanvas().findChildren(QLabel, "maal")
            if each.isVisible()
        ),
        "",
    )


def nye(rolle: str) -> list[QgsFeature]:
    layer = lag(rolle)
    return list(layer.editBuffer().addedFeatures().values()) if layer.isEditable() else []


def manus() -> Scene:
    canvas = iface.mapCanvas()
    yield from til(lambda: lag("moedested") is not None and not canvas.isDrawing(), "the project")
    yield from til(lambda: shell.lock.access.can_edit and panel.isVisible(), "the lock")
    yield from haand.se(sted.UDSNIT)

    haand.begynd("Sæt et mødested på kortet")
    yield haand.knap("Mødested", panel)
    yield haand.kort(sted.MOEDESTED)
    yield from til(form_aaben, "the form")
    yield from til(lambda: QApplication.focusWidget() is not canvas, "the form has the keys")

    haand.begynd("Giv det navn og formål")
    yield haand.skriv("Kaffe ved søen")
    yield haand.kryds(form(), "Fællesskab")
    yield from til(lambda: ok_knap().isEnabled(), "nothing is missing")
    yield haand.klik(ok_knap())
    yield from til(lambda: len(nye("moedested")) == 1 and not form_aaben(), "the mødested")
    yield from ro()

    haand.begynd("Sæt den første bænk")
    yield haand.knap("Bænk", panel)
    yield haand.kort(sted.BAENKE[0])
    yield from til(form_aaben, "the form of the bench, where nothing need be written")
    yield from ro()

    haand.begynd("Sæt den anden bænk")
    yield haand.kort(sted.BAENKE[1])
    yield from til(lambda: len(nye("baenk")) == 1 and form_aaben(), "the first lies in its layer")
    yield from ro()
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: len(nye("baenk")) == 2 and not form_aaben(), "the second too")
    yield from ro()

    haand.begynd("Tegn ruten langs vejene")
    yield haand.knap("Vandrerute", panel)
    yield haand.kort(sted.START)
    yield haand.peg(sted.OVER)
    yield from til(lambda: "1,67 km" in maal(), "the way so far")
    yield haand.kort(sted.OVER)
    yield haand.peg(sted.SLUT)
    yield from til(lambda: "2,99 km" in maal(), "all the way")
    yield haand.kort(sted.SLUT)
    screen("5-rute")
    yield haand.kort(sted.SLUT, HOEJRE)
    yield from til(form_aaben, "the route's form")
    yield from til(lambda: QApplication.focusWidget() is not canvas, "the form has the keys")

    haand.begynd("Giv ruten navn")
    yield haand.skriv("Turen rundt om søen")
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: len(nye("vandrerute")) == 1 and not form_aaben(), "the route")

    haand.begynd("Mal det første underlag")
    yield haand.handling(shell.drawing.handlinger["MalUnderlag"])
    yield haand.kort(sted.PAA_RUTEN)
    yield haand.tast(Qt.Key.Key_3)
    yield haand.kort(sted.START)
    yield haand.peg(sted.SKIFTE)
    yield haand.kort(sted.SKIFTE)
    yield from til(lambda: len(nye("straekning")) == 1, "a stretch")

    haand.begynd("Mal det andet underlag")
    yield haand.tast(Qt.Key.Key_7)
    yield haand.kort(sted.SKIFTE)
    yield haand.peg(sted.SLUT)
    yield haand.kort(sted.SLUT)
    yield from til(lambda: len(nye("straekning")) == 2, "two stretches")

    haand.begynd("Tilknyt bænkene og ruten til mødestedet")
    yield haand.handling(shell.drawing.handlinger["Tilknyt"])
    yield haand.kort(sted.MOEDESTED)
    yield from til(lambda: find_knap("Tilknyt alle foreslåede") is not None, "the list")
    yield 300
    yield haand.knap("Tilknyt alle foreslåede")
    yield from til(lambda: len(nye("tilknytning")) == 3, "three links")
    yield 300
    screen("9-tilknyttet")

    # One step back and forth again, which is no part of the ten.
    with haand.uden_regnskab():
        yield haand.tast(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        yield from til(lambda: len(nye("tilknytning")) == 0, "one step takes back the three links")
        check(len(nye("straekning")) == 2, "and nothing else")
        yield haand.handling(iface.mainWindow().findChild(QAction, "mActionRedo"))
        yield from til(lambda: len(nye("tilknytning")) == 3, "and one brings them again")

    haand.begynd("Gem")
    yield haand.handling(iface.actionSaveActiveLayerEdits())
    yield from til(lambda: not any(each.rows for each in shell.current.unsaved()), "all is saved")
    yield 1000
    (OUT / "regnskab.json").write_text(json.dumps(haand.regnskab()), "utf-8")


run(skridt(manus()))
