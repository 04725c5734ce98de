# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool, as it is used: carried through and undone from every layer it touched; left in the middle in every way."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt

from moedested_plugin.project.byg import indret_projekt, nyt_lag
from moedested_plugin.project.lag import LAG
from moedested_plugin.store import Store
from tests.integration.gui.redigering import KOMMUNE, Redigering, bo, ro, store, widgets
from tests.integration.gui.tegning import X, Y
from tests.integration.gui.vaerksted import (
    AFBRUDT,
    REDSKABER,
    ROLLER,
    Redskab,
    Vaerksted,
    andet_vores,
    grundlag,
    lag_fjernet,
    projekt_lukket,
    vaerksted,
)

__all__ = ["bo", "store", "widgets"]


def test_every_tool_is_one_step_and_leaves_nothing_when_left(bo: Redigering, store: Store) -> None:
    grundlag(store)
    galt: list[str] = []
    with vaerksted(bo.project, store) as v:
        foer = v.alt()
        for redskab in REDSKABER:
            for afbryd in AFBRUDT:
                redskab.halvt(v)
                afbryd(v, redskab)
                hvor = f"{redskab.navn}, {afbryd.__name__}"
                galt += [f"{hvor}: {rest}" for rest in v.rester()]
                goeres_faerdig = redskab.nok and afbryd is andet_vores
                if (v.alt() != foer) != goeres_faerdig:
                    galt.append(f"{hvor}: objects were changed, or one that waited is lost")
                v.rul()
            galt += _helt_og_tilbage(v, redskab, foer)
            v.rul()
    assert not galt, "\n".join(galt)


def _helt_og_tilbage(v: Vaerksted, redskab: Redskab, foer: dict[str, list[str]]) -> list[str]:
    navn = redskab.navn
    galt: list[str] = []
    redskab.helt(v)
    efter = v.alt()
    galt += [f"{navn}, carried through: {rest}" for rest in v.rester()]
    if efter == foer:
        return [*galt, f"{navn}: nothing was done"]
    roerte = [rolle for rolle in ROLLER if v.lag(rolle).undoStack().index()]
    aktivt = v.canvas.currentLayer()
    if aktivt not in [v.lag(rolle) for rolle in roerte]:
        galt.append(f"{navn}: Ctrl+Z in the active layer finds nothing ({aktivt})")
    for rolle in roerte:
        stak = v.lag(rolle).undoStack()
        stak.undo()
        if v.alt() != foer:
            galt.append(f"{navn}: one undo in {rolle} does not take all back")
        stak.redo()
        if v.alt() != efter:
            galt.append(f"{navn}: one redo in {rolle} does not bring all again")
    return galt


def _byg_igen(bo: Redigering, store: Store) -> None:
    indret_projekt(bo.project, store, KOMMUNE)
    bo.project.addMapLayers(
        [nyt_lag(store, lag, {}) for lag in LAG if lag.rolle in {*ROLLER, "kodeliste"}]
    )
    ro()


@pytest.mark.parametrize("store", ["geopackage"], indirect=True)
def test_a_layer_is_removed_and_the_project_closed_in_the_middle(
    gpkg_store: Store, bo: Redigering
) -> None:
    grundlag(gpkg_store)
    galt: list[str] = []
    with vaerksted(bo.project, gpkg_store) as v:
        for nr, redskab in enumerate(REDSKABER):
            lukkes = next(
                r for r in [*REDSKABER[nr:], *REDSKABER[:nr]] if redskab.rolle not in r.bruger
            )
            for slut, det in ((lag_fjernet, redskab), (projekt_lukket, lukkes)):
                det.halvt(v)
                slut(v, det)
                hvor = f"{det.navn}, {slut.__name__}"
                galt += [f"{hvor}: {rest}" for rest in v.rester()]
            _byg_igen(bo, gpkg_store)
            v.vis_lag()
            v.maal()
    assert not galt, "\n".join(galt)


class _IAndreKoordinater:
    """The same map in another coordinate system, and the hand that still points at metres."""

    def __init__(self, v: Vaerksted, epsg: int) -> None:
        self._v, crs = v, QgsCoordinateReferenceSystem.fromEpsgId(epsg)
        utm = QgsCoordinateReferenceSystem.fromEpsgId(25832)
        self._til = QgsCoordinateTransform(utm, crs, v.project)
        v.canvas.setDestinationCrs(crs)
        udsnit = QgsRectangle(X - 200, Y - 200, X + 200, Y + 200)
        v.canvas.setExtent(self._til.transformBoundingBox(udsnit))
        v.pixel = self.pixel  # type: ignore[method-assign]
        ro()

    def pixel(self, x: float, y: float) -> QPoint:
        sted = self._v.canvas.getCoordinateTransform().transform(self._til.transform(x, y))
        return QPoint(round(sted.x()), round(sted.y()))


def _maalt(v: Vaerksted, foer: dict[str, set[int]]) -> dict[str, list[list[float]]]:
    """What is new or other: where it lies, and metres along."""
    ud = {}
    for rolle in ROLLER:
        nye = [f for f in v.lag(rolle).getFeatures() if f.id() not in foer[rolle]]
        for f in nye:
            boks = f.geometry().boundingBox()
            tal = [boks.xMinimum(), boks.yMinimum(), boks.xMaximum(), boks.yMaximum()]
            if rolle == "straekning":
                tal += [f["fra_m"], f["til_m"]]
            ud.setdefault(rolle, []).append(tal)
    return ud


@pytest.mark.parametrize("store", ["geopackage"], indirect=True)
def test_every_tool_does_the_same_where_the_map_has_other_coordinates(
    bo: Redigering, store: Store
) -> None:
    grundlag(store)
    galt: list[str] = []
    svar: dict[int, dict[str, dict[str, list[list[float]]]]] = {}
    for epsg in (25832, 3857, 4326):
        with vaerksted(bo.project, store) as v:
            _IAndreKoordinater(v, epsg)
            v.maal()
            foer = {rolle: {f.id() for f in v.lag(rolle).getFeatures()} for rolle in ROLLER}
            for redskab in REDSKABER:
                redskab.helt(v)
                svar.setdefault(epsg, {})[redskab.navn] = _maalt(v, foer)
                galt += [f"{epsg}, {redskab.navn}: {rest}" for rest in v.rester()]
                v.rul()
    for epsg in (3857, 4326):
        for redskab in REDSKABER:
            ens = svar[25832][redskab.navn]
            assert redskab.navn in {"luk", "opløs"} or ens
            if svar[epsg][redskab.navn] != {
                rolle: [pytest.approx(tal, abs=2) for tal in alle] for rolle, alle in ens.items()
            }:
                galt.append(f"{epsg}, {redskab.navn}: {svar[epsg][redskab.navn]} and not {ens}")
    assert not galt, "\n".join(galt)


@pytest.mark.parametrize("store", ["geopackage"], indirect=True)
def test_the_plugin_is_taken_away_in_the_middle_of_every_tool(
    bo: Redigering, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    grundlag(store)
    galt: list[str] = []
    for redskab in REDSKABER:
        with vaerksted(bo.project, store) as v:
            ting = v._ting
            redskab.halvt(v)
            dele = ("tegner", "linje", "foelg")  # in the order of the shell
            for del_ in dele:
                getattr(v, del_).close()
            for del_ in dele:
                monkeypatch.setattr(v, del_, SimpleNamespace(close=lambda: None))
            ro()
            v.flyt(X + 10, Y + 10)
            v.klik(X + 12, Y + 12)
            v.tast(Qt.Key.Key_Escape)
            paa = len([t for t in v.canvas.scene().items() if t.isVisible()])
            if paa > ting:
                galt.append(f"{redskab.navn}: {paa - ting} on the canvas")
            if v._fanger() != v._snap:
                galt.append(f"{redskab.navn}: snapping")
            if v.canvas.mapTool() not in (None, v.pan):
                galt.append(f"{redskab.navn}: {v.canvas.mapTool()}")
            v.rul()
    assert not galt, "\n".join(galt)
