# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with what the user types, as a plain sentence; empty when nothing is. The project says it itself."""

from __future__ import annotations

from pathlib import Path

from moedested_plugin.i18n import tr
from moedested_plugin.project.byg import ProjektFejl
from moedested_plugin.project.opret import (
    Bestilling,
    mappen_skal_kunne_skrives,
    skal_kunne_laves,
    skal_vaere_ny,
)
from moedested_plugin.store.geopackage_fil import netvaerksraad


def store_problem(text: str) -> str:
    """Why no GeoPackage can be made there."""
    if missing := _path_problem(text):
        return missing
    path = Path(text)
    if path.suffix.lower() != ".gpkg":
        return tr("Filnavnet skal ende på .gpkg.")
    try:
        skal_vaere_ny(path)
        mappen_skal_kunne_skrives(path.parent)
    except ProjektFejl as problem:
        return str(problem)
    return ""


def project_problem(order: Bestilling) -> str:
    """Why the project cannot be made as ordered."""
    if missing := _path_problem(str(order.projektfil) if order.projektfil.name else ""):
        return missing
    if order.graense is not None and not order.graense.is_file():
        return tr("Filen med kommunegrænsen findes ikke. Vælg en anden, eller lad feltet stå tomt.")
    try:
        skal_kunne_laves(order)
    except ProjektFejl as problem:
        return str(problem)
    return ""


def advice(path: str) -> str:
    """What to know about a place that will do."""
    return netvaerksraad(path) or ""


def _path_problem(text: str) -> str:
    if not text:
        return tr("Vælg, hvor filen skal ligge.")
    if not Path(text).is_absolute():
        return tr("Skriv hele stien, eller vælg en mappe med knappen.")
    return ""
