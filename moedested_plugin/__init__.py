# SPDX-License-Identifier: GPL-2.0-or-later
"""Mødested: meeting places of a Danish municipality, drawn, checked, published and printed from QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface  # noqa: TID251 (a type, read by the checker only)

    from .plugin import Plugin


def classFactory(iface: QgisInterface) -> Plugin:
    """Give QGIS the plugin. Imported here, so that reading `metadata.txt` and the package costs nothing."""
    from .plugin import Plugin

    return Plugin(iface)
