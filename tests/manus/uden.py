# SPDX-License-Identifier: GPL-2.0-or-later
"""Driven inside QGIS by `test_manus.py`: the same ten steps in the same project, without the plugin."""

from __future__ import annotations

import json
from typing import cast

from desktop_driver import OUT, iface, run
from desktop_hand import HOEJRE, Haand, Scene, skridt, til
from manus import sted
from qgis.core import NULL, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvasTracer, QgsRelationReferenceWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
)

haand = Haand(sted.X, sted.Y)


def lag(rolle: str) -> QgsVectorLayer:
    alle = QgsProject.instance().mapLayers().values()
    return next(each for each in alle if each.customProperty("moedested/rolle") == rolle)


def nye(rolle: str) -> list[QgsFeature]:
    layer = lag(rolle)
    return list(layer.editBuffer().addedFeatures().values()) if layer.isEditable() else []


def aaben() -> bool:
    """A form waits."""
    return bool(_forme())


def form() -> QWidget:
    return _forme()[0]


def _forme() -> list[QWidget]:
    return [
        w for w in QApplication.topLevelWidgets()
        if w.isVisible() and w.metaObject().className() == "QgsAttributeDialog"
    ]  # fmt: skip


def manus() -> Scene:
    canvas = iface.mapCanvas()
    yield from til(
        lambda: QgsProject.instance().mapLayers() and not canvas.isDrawing(), "the project"
    )
    yield from haand.se(sted.UDSNIT)
    traee = iface.layerTreeView()
    # Who draws has it: shown once, it comes back every time. Not counted.
    iface.mainWindow().findChild(QToolBar, "mSnappingToolBar").show()
    yield 300

    haand.begynd("Sæt et mødested på kortet")
    yield haand.raekke(traee, "Mødesteder", 1)
    yield haand.handling(iface.actionToggleEditing())
    yield from til(lambda: lag("moedested").isEditable(), "editing")
    yield haand.handling(iface.actionAddFeature())
    yield haand.kort(sted.MOEDESTED)
    yield from til(aaben, "the form")

    haand.begynd("Giv det navn og formål")
    yield haand.klik(felt("navn"))  # the word NULL stands there
    yield haand.skriv("Kaffe ved søen")
    yield haand.kryds(form(), "Fællesskab")
    yield from til(lambda: ok_knap().isEnabled(), "nothing is missing")
    yield haand.klik(ok_knap())
    yield from til(lambda: len(nye("moedested")) == 1 and not aaben(), "the mødested")

    haand.begynd("Sæt den første bænk")
    yield haand.raekke(traee, "Bænke")
    yield haand.kort(sted.BAENKE[0])
    yield from til(aaben, "the form of the bench")
    yield 300
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: len(nye("baenk")) == 1 and not aaben(), "a bench")

    haand.begynd("Sæt den anden bænk")
    yield haand.kort(sted.BAENKE[1])
    yield from til(aaben, "the form of the bench")
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: len(nye("baenk")) == 2 and not aaben(), "two benches")

    haand.begynd("Tegn ruten langs vejene")
    yield haand.raekke(traee, "Vandreruter")
    sporing = QgsMapCanvasTracer.tracerForCanvas(canvas).actionEnableTracing()
    yield haand.handling(sporing)
    yield from til(sporing.isChecked, "tracing")
    yield haand.kort(sted.START)
    yield haand.peg(sted.OVER)
    yield 400
    yield haand.kort(sted.OVER)
    yield haand.peg(sted.SLUT)
    yield 400
    yield haand.kort(sted.SLUT)
    yield haand.kort(sted.SLUT, HOEJRE)
    yield from til(aaben, "the route's form")
    yield 300

    haand.begynd("Giv ruten navn")
    yield haand.klik(felt("navn"))
    yield haand.skriv("Turen rundt om søen")
    yield 200
    yield haand.tast(Qt.Key.Key_Return)
    yield from til(lambda: len(nye("vandrerute")) == 1 and not aaben(), "the route")

    # A stretch can only refer to a route that lies in the store.
    yield haand.handling(iface.actionSaveActiveLayerEdits())
    yield from til(lambda: not nye("vandrerute"), "the route is saved")

    haand.begynd("Mal det første underlag")
    yield haand.raekke(traee, "Underlag på ruter")
    yield from straekning(sted.START, sted.SKIFTE, "Stenmel eller fast grus")
    yield from til(lambda: len(nye("straekning")) == 1 and not aaben(), "a stretch")

    haand.begynd("Mal det andet underlag")
    yield from straekning(sted.SKIFTE, sted.SLUT, "Skovbund eller trampet sti")
    yield from til(lambda: len(nye("straekning")) == 2 and not aaben(), "two stretches")

    haand.begynd("Tilknyt bænkene og ruten til mødestedet")
    yield haand.fold_ud(traee, "Tabeller")
    yield haand.raekke(traee, "Tilknytninger")
    for felt_, hvor, rolle in (
        ("facilitet_punkt_id", sted.BAENKE[0], ""), ("facilitet_punkt_id", sted.BAENKE[1], ""), ("rute_id", sted.PAA_RUTEN, "Rute"),
    ):  # fmt: skip
        foer = len(nye("tilknytning"))
        yield haand.handling(iface.actionAddFeature())
        yield from til(aaben, "the form of the link")
        yield 300
        yield from peg_ud("moedested_id", sted.MOEDESTED)
        if rolle:
            yield from vaelg("rolle_k", rolle)
        yield from peg_ud(felt_, hvor)
        yield from til(lambda: ok_knap().isEnabled(), "nothing is missing")
        yield haand.klik(ok_knap())
        yield from til(
            lambda foer=foer: len(nye("tilknytning")) == foer + 1 and not aaben(), "a link"
        )

    haand.begynd("Gem")
    yield haand.handling(iface.actionSaveActiveLayerEdits())
    yield from til(lambda: not nye("tilknytning"), "all is saved")
    (OUT / "regnskab.json").write_text(json.dumps(haand.regnskab()), "utf-8")


def straekning(fra: tuple[float, float], til_: tuple[float, float], underlag: str) -> Scene:
    """Traced, and its form filled in. What it measures stays empty."""
    if not iface.actionAddFeature().isChecked():  # pointing out a row took its place
        yield haand.handling(iface.actionAddFeature())
    yield haand.kort(fra)
    yield haand.peg(til_)
    yield 600
    yield haand.kort(til_)
    yield haand.kort(til_, HOEJRE)
    yield from til(aaben, "the form of the stretch")
    yield 300
    yield from peg_ud("rute_id", sted.PAA_RUTEN)
    yield from vaelg("underlag_k", underlag)
    yield from til(lambda: ok_knap().isEnabled(), "nothing is missing")
    yield haand.klik(ok_knap())


def peg_ud(felt_: str, hvor: tuple[float, float]) -> Scene:
    """Choose another row by pointing at it on the map: the form steps aside meanwhile."""
    dialog = form()
    henviser = next(w for w in dialog.findChildren(QgsRelationReferenceWidget, felt_))
    # The last of its buttons is the one that points.
    knap = max(
        (k for k in henviser.findChildren(QToolButton) if k.isVisible()), key=lambda k: k.x()
    )
    yield haand.klik(knap)
    yield from til(
        lambda: not aaben() or not knap.isVisible() or iface.mapCanvas().mapTool() is not None,
        "the map",
    )
    yield 300
    yield haand.kort(hvor)
    yield from til(
        lambda: (
            henviser.foreignKeys()
            and henviser.foreignKeys()[0] not in (None, NULL)
            and dialog.isVisible()
        ),
        "the row on the map",
    )


def vaelg(felt_: str, tekst: str) -> Scene:
    """Choose in a list."""
    boks = next(b for b in form().findChildren(QComboBox, felt_))
    yield haand.klik(boks)
    yield from til(boks.view().isVisible, "the list")
    yield 150
    yield haand.raekke(boks.view(), tekst)
    yield from til(lambda: boks.currentText() == tekst, "the choice")


def ok_knap() -> QPushButton:
    knapper = form().findChild(QDialogButtonBox, "buttonBox")
    return knapper.button(QDialogButtonBox.StandardButton.Ok)


def felt(navn: str) -> QWidget:
    """What a field is written in."""
    felter = cast("list[QWidget]", form().findChildren(QLineEdit, navn))
    return next(w for w in felter if w.isVisible())


run(skridt(manus()))
