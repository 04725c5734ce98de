# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the rows of an example into a store, or gives them as unsaved edits, and asks the engine."""

from __future__ import annotations

import datetime as dt
import importlib
import math
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from osgeo import ogr
from qgis.core import QgsGeometry, QgsRectangle

from moedested_plugin.checks.kontrol import Valg, kontroller, kontroller_raekker
from moedested_plugin.domain.felt import Standard, Tabel
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.store import Store
from tests.integration.store.raekker import gyldig

from .eksempel import Eksempel, Raekker

I_DAG = dt.date(2026, 6, 1)
#: No reader of text takes what is no number.
_NAN = 123456789.25
#: A municipality: Falster, say.
_GRAENSE = QgsRectangle(640_000, 6_049_000, 740_000, 6_110_000)
#: Another day for the checks of the few rules whose lists begin in 2026.
_DAGE = {"felter.kvalitetstjek_gammelt": dt.date(2030, 6, 1)}


def alle_eksempler() -> list[Eksempel]:
    """Those of every file `eksempler_*.py`."""
    filer = sorted(Path(__file__).parent.glob("eksempler_*.py"))
    return [
        eksempel
        for fil in filer
        for eksempel in importlib.import_module(f"tests.kontroller.{fil.stem}").EKSEMPLER
    ]


def hele(raekker: Raekker) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """(table, key, row to insert, values to change it to) with what every row must have; referred tables first."""
    for beskrevet in DOMAENETABELLER:
        for given in raekker.get(beskrevet.navn, ()):
            mindst = {
                felt: vaerdi
                for felt, vaerdi in gyldig(beskrevet.navn).items()
                if not beskrevet.har(felt) or beskrevet.felt(felt).henviser is None
            }
            ny = {felt: vaerdi for felt, vaerdi in given.items() if felt != "_foer"}
            if "geometri" in ny:
                ny["geometri"] = geometri(beskrevet.navn, ny["geometri"])
            foer = given.get("_foer", {})
            hel = {**standarder(beskrevet), **mindst, **ny, **foer}
            yield beskrevet.navn, str(hel[beskrevet.noegle]), hel, {f: ny[f] for f in foer}


def standarder(beskrevet: Tabel) -> dict[str, Any]:
    """The defaults that a form has put in before anything is checked."""
    return {
        felt.navn: list(felt.standard) if isinstance(felt.standard, tuple) else felt.standard
        for felt in beskrevet.felter
        if felt.standard is not None and not isinstance(felt.standard, Standard)
    }


def geometri(navn: str, wkt: str | None) -> bytes | None:
    """WKB of the kind that the table holds."""
    if wkt is None:
        return None
    tegning = QgsGeometry()
    # QGIS's own reader throws a drawing with an empty part away.
    wkb = bytes(ogr.CreateGeometryFromWkt(wkt.replace("nan", str(_NAN))).ExportToWkb(ogr.wkbNDR))
    tegning.fromWkb(wkb.replace(struct.pack("<d", _NAN), struct.pack("<d", math.nan)))
    if str(tabel(navn).geometri).startswith("Multi"):
        tegning.convertToMultiType()
    return bytes(tegning.asWkb())


def _graense(kode: str) -> QgsGeometry | None:
    return QgsGeometry.fromRect(_GRAENSE) if kode == "geometri.uden_for_kommunen" else None


def gemt(store: Store, raekker: Raekker, kode: str) -> set[str]:
    """Codes found in the store with these rows, which are taken away again."""
    indsat = []
    try:
        for navn, noegle, hel, rettet in hele(raekker):
            with store.skriv("prøve", "AB") as skriver:
                skriver.indsaet(navn, [hel])
            indsat.append((navn, noegle))
            if rettet:
                with store.skriv("prøve", "AB") as skriver:
                    skriver.ret(navn, noegle, rettet)
        valg = Valg(
            koder=frozenset({kode}), i_dag=_DAGE.get(kode, I_DAG), gem=False, graense=_graense(kode)
        )
        if kode == "parat.holdes_tilbage":
            valg = Valg(i_dag=I_DAG, gem=False)
        return {post.fund.kode for post in kontroller(store, valg).poster}
    finally:
        with store.skriv("prøve", "AB") as skriver:
            for navn, noegle in reversed(indsat):
                skriver.slet(navn, noegle)


def redigeret(store: Store, raekker: Raekker, kode: str) -> set[str]:
    """Codes found when the rows are only being edited; `_foer` of a row is what is saved."""
    indsat, rettede = [], {}
    try:
        for navn, noegle, hel, rettet in hele(raekker):
            if rettet:
                with store.skriv("prøve", "AB") as skriver:
                    skriver.indsaet(navn, [hel])
                indsat.append((navn, noegle))
            rettede.setdefault(navn, {})[noegle] = rettet or hel
        dag = _DAGE.get(kode, I_DAG)
        return {
            post.fund.kode
            for post in kontroller_raekker(store, rettede, i_dag=dag, graense=_graense(kode))
        }
    finally:
        with store.skriv("prøve", "AB") as skriver:
            for navn, noegle in reversed(indsat):
                skriver.slet(navn, noegle)
