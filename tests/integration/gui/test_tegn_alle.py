# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool, as it is used: carried through and undone from every layer it touched; left in the middle in every way."""

from __future__ import annotations

import pytest

from moedested_plugin.project.byg import indret_projekt, nyt_lag
from moedested_plugin.project.lag import LAG
from moedested_plugin.store import Store
from tests.integration.gui.redigering import KOMMUNE, Redigering, bo, ro, store, widgets
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
        [nyt_lag(store, lag, []) for lag in LAG if lag.rolle in {*ROLLER, "kodeliste"}]
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
