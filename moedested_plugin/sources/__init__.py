# SPDX-License-Identifier: GPL-2.0-or-later
"""What comes in: reads files, folders, zips and WFS into rows that can be mapped, compared and merged."""

from __future__ import annotations

from .fejl import Annulleret, LaeseFejl, MaaSpoerges, Valg
from .laest import Afvist, Kilde, KildeFelt, Laest, Raa

__all__ = [
    "Afvist",
    "Annulleret",
    "Kilde",
    "KildeFelt",
    "LaeseFejl",
    "Laest",
    "MaaSpoerges",
    "Raa",
    "Valg",
]
