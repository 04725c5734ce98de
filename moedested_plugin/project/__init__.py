# SPDX-License-Identifier: GPL-2.0-or-later
"""The QGIS project made from a store: layers, forms, styles, relations, map themes, background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .opret import Resultat

__all__ = ["opret_projekt"]


def opret_projekt(
    kommunekode: int,
    store_adresse: str,
    projektfil: Path,
    demo: bool,
    graense: Path | None,
    feedback: QgsFeedback,
    geofa_bruger: str = "",
    *,
    store_findes: bool = False,
) -> Resultat:
    """Make store, background and project for a municipality: all of it, or nothing and an error with one sentence.

    With `store_findes` the store is there already, and stays as it is.
    """
    from .opret import Bestilling, opret

    return opret(
        Bestilling(
            kommunekode, store_adresse, projektfil, demo, graense, geofa_bruger, store_findes
        ),
        feedback,
    )
