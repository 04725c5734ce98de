# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing with 100 k objects present: how long a click and a move of the mouse wait, with every tool."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmark import Job
from qgis.core import QgsFeatureRequest, QgsFeedback, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QApplication

from moedested_plugin.drawing.ramt import STEDROLLER
from moedested_plugin.project import opret_projekt
from moedested_plugin.store import Store, aabn
from tests.integration.gui.redigering import ro
from tests.integration.gui.tegning import X, Y
from tests.integration.gui.vaerksted import REDSKABER, Vaerksted, grundlag, vaerksted
from tests.postgis import Database, koerende_klynge

#: So many places and so many routes, over 20 by 20 km about the place that is drawn at.
STEDER, RUTER, BREDDE = 100_000, 2_000, 20_000.0
#: A click or a move answers within this (seconds).
STRAKS = 0.05


def _spredt(nr: int) -> tuple[float, float]:
    """Even, in no pattern."""
    return (
        X + (nr * 0.7548776662 % 1 - 0.5) * BREDDE,
        Y + (nr * 0.5698402910 % 1 - 0.5) * BREDDE,
    )


def _wkb(wkt: str) -> bytes:
    return bytes(QgsGeometry.fromWkt(wkt).asWkb())


def _fyld(store: Store) -> None:
    ens: dict[str, Any] = {"bruger_id": "x", "cvr_kode": 29188599}

    def steder() -> Iterator[dict[str, Any]]:
        for nr in range(STEDER):
            x, y = _spredt(nr)
            yield {**ens, "facil_ty_k": (1371, 1012, 5061)[nr % 3], "navn": f"Sted {nr}",
                   "geometri": _wkb(f"MultiPoint(({x} {y}))")}  # fmt: skip

    def ruter() -> Iterator[dict[str, Any]]:
        for nr in range(RUTER):
            x, y = _spredt(nr * 7)
            linje = f"MultiLineString(({x} {y}, {x + 300} {y + 150}, {x + 700} {y + 90}))"
            yield {**ens, "navn": f"Rute {nr}", "rute_ty_k": 5, "belaegn_k": 9, "geometri": _wkb(linje)}  # fmt: skip

    with store.skriv("import", "Bo") as skriver:
        skriver.indsaet("facilitet_punkt", steder())
        skriver.indsaet("rute", ruter())


def jobs(folder: Path) -> Iterator[Job]:
    """On both stores, for each tool: the click that its work hangs on, and a move of the mouse."""
    QgsGui.editorWidgetRegistry().initEditors()
    yield from _jobs(str(folder / "lager.gpkg"), folder / "fil.qgz", "GeoPackage")
    with koerende_klynge() as klynge:
        database = Database(klynge, klynge.ny_database())
        yield from _jobs(
            database.qgis_forbindelse(), folder / "database.qgz", "PostGIS",
            lambda: klynge.udfoer("analyze", database=database.navn),
        )  # fmt: skip


def _jobs(
    lager: str, fil: Path, navn: str, fyldt: Callable[[], object] = lambda: None
) -> Iterator[Job]:
    opret_projekt(376, lager, fil, False, None, QgsFeedback())
    with aabn(lager) as store:
        grundlag(store)
        _fyld(store)
        fyldt()
        project = QgsProject.instance()
        if not project.read(str(fil)):
            raise RuntimeError(project.error())
        with vaerksted(project, store) as v:
            for redskab, (begynd, hvor) in VAERKTOEJER.items():
                for hvad, goer in (("click", _klik), ("move", _flyt)):
                    if hvad == "move" or hvor is not None:
                        yield Job(
                            f"drawing with 100 k, {navn}, {redskab}, a {hvad}: wait",
                            partial(_maalt, v, begynd, partial(goer, v, hvor or (3, 40))),
                            budget=STRAKS,
                            times=5,
                            measures_itself=True,
                        )
            begynd, hvor = VAERKTOEJER["links"]
            yield Job(
                f"drawing with 100 k, {navn}, links, a click: ratio to asking its layers once",
                partial(_maalt, v, begynd, partial(_klik, v, hvor or (0, 0))),
                budget=3,
                floor=partial(_spurgt, v),
                times=9,
                measures_itself=True,
            )
        project.clear()


def _spurgt(v: Vaerksted) -> float:
    """The seconds that QGIS takes for whole rows within 100 m, from every layer that a link may lead to."""
    ramme = QgsRectangle(X - 100, Y - 100, X + 100, Y + 100)
    lag = [layer for r in ("moedested", *STEDROLLER) if (layer := v.current.layer(r)) is not None]
    foer = time.perf_counter()
    for layer in lag:
        list(layer.getFeatures(QgsFeatureRequest().setFilterRect(ramme)))
    return time.perf_counter() - foer


def _paa_raekke(v: Vaerksted) -> None:
    v.tegner.raekke = True
    v.tegner.begynd_rolle("baenk", True)


def _halvt(navn: str) -> Callable[[Vaerksted], object]:
    return next(redskab.halvt for redskab in REDSKABER if redskab.navn == navn)


#: Each tool: begun, and the click that its work hangs on; a click that opens a form has its own row ("form open").
VAERKTOEJER: dict[str, tuple[Callable[[Vaerksted], object], tuple[float, float] | None]] = {
    "benches in a row": (_paa_raekke, (-90, -70)),
    "moedested": (lambda v: v.tegner.begynd_rolle("moedested", True), None),
    "route by hand": (lambda v: v.tegner.begynd_rolle("vandrerute", True), (40, 40)),
    "route along the network": (_halvt("rute langs nettet"), (-60, 80)),
    "surface": (_halvt("underlag"), (-60, 50)),
    "links": (lambda v: v.taend("Tilknyt"), (0, 0)),
    "close": (lambda v: v.taend("Luk"), (20, 0)),
    "dissolve": (lambda v: v.taend("Oploes"), (0, 0)),
}


def _maalt(v: Vaerksted, begynd: Callable[[Vaerksted], object], goer: Callable[[], None]) -> float:
    begynd(v)
    ro()
    foer = time.perf_counter()
    goer()
    brugt = time.perf_counter() - foer
    v.tegner.raekke = False
    v.tegner.stands()
    v.linje._sluk()
    v.rul()
    return brugt


def _klik(v: Vaerksted, hvor: tuple[float, float]) -> None:
    pixel = v.pixel(X + hvor[0], Y + hvor[1])
    for art in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        _mus(v, art, pixel, Qt.MouseButton.LeftButton)


def _flyt(v: Vaerksted, hvor: tuple[float, float]) -> None:
    _mus(v, QEvent.Type.MouseMove, v.pixel(X + hvor[0], Y + hvor[1]), Qt.MouseButton.NoButton)
    # What the clocks do a moment later.
    v.tegner.varsel._se()
    if "RuteVaerktoej" in v.linje._lavet:
        v.linje._lavet["RuteVaerktoej"].tool._vis()  # type: ignore[attr-defined]


def _mus(v: Vaerksted, art: QEvent.Type, pixel: QPoint, knap: Qt.MouseButton) -> None:
    port = v.canvas.viewport()
    skaerm = QPointF(port.mapToGlobal(pixel))
    nede = Qt.MouseButton.NoButton if art == QEvent.Type.MouseButtonRelease else knap
    haendelse = QMouseEvent(art, QPointF(pixel), skaerm, knap, nede, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, haendelse)
