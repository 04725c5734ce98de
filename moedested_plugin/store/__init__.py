# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the data are kept: a GeoPackage or a PostGIS schema behind one small interface."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .base import HistorikPost, Kommune, Skriver, Store
from .fejl import StoreFejl

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

__all__ = ["HistorikPost", "Kommune", "Skriver", "Store", "StoreFejl", "aabn", "er_geopackage", "fortryd_oprettelse",
           "opret"]  # fmt: skip


def er_geopackage(adresse: str) -> bool:
    """Whether the value of STORE names a file; anything else is the name of a PostGIS connection."""
    return adresse.lower().endswith(".gpkg")


def opret(adresse: str, kommune: Kommune, feedback: QgsFeedback | None = None) -> Store:
    """Make a new, empty store with the code lists and the municipality's settings. Never overwrites."""
    if er_geopackage(adresse):
        from .geopackage_aabn import opret_geopackage

        return opret_geopackage(adresse, kommune, feedback)
    from .postgis_aabn import opret_postgis

    return opret_postgis(adresse, kommune, feedback)


def aabn(adresse: str, feedback: QgsFeedback | None = None, *, opgrader: bool = True) -> Store:
    """Open a store. Raises `StoreFejl`.

    One of an older schema version is backed up and upgraded first, or with `opgrader=False` refused by `ForGammel`.
    """
    if er_geopackage(adresse):
        from .geopackage_aabn import aabn_geopackage

        return aabn_geopackage(adresse, feedback, opgrader=opgrader)
    from .postgis_aabn import aabn_postgis

    return aabn_postgis(adresse, feedback, opgrader=opgrader)


def fortryd_oprettelse(adresse: str) -> None:
    """Take a store away that was made a moment ago, because what belongs with it could not be made."""
    if er_geopackage(adresse):
        for ende in ("", "-wal", "-shm", "-journal"):
            Path(adresse + ende).unlink(missing_ok=True)
        return
    from qgis.core import QgsProviderRegistry

    from .postgis_sql import SKEMA

    forbindelse = (
        QgsProviderRegistry.instance().providerMetadata("postgres").findConnection(adresse)
    )
    forbindelse.dropSchema(SKEMA, True)  # type: ignore[attr-defined]  # the stubs lack it
