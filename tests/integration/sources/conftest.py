# SPDX-License-Identifier: GPL-2.0-or-later
"""Both stores, as the tests of the stores have them, and copies taken to the field."""

from __future__ import annotations

from tests.integration.sources.feltkopier import (
    eksempler,
    filen,
    lager,
    lavet,
    lavet_geopackage,
    lavet_postgis,
    marken,
    projektmappe,
    taget,
)
from tests.integration.store.conftest import store

__all__ = [
    "eksempler", "filen", "lager", "lavet", "lavet_geopackage", "lavet_postgis", "marken", "projektmappe", "store",
    "taget",
]  # fmt: skip
