# SPDX-License-Identifier: GPL-2.0-or-later
"""The source line: who made the data and the background of a map, as their licences demand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsVectorLayer

from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af
from moedested_plugin.project.lag import BAGGRUND

from .bestilling import UdskriftFejl
from .lag import ID

if TYPE_CHECKING:
    from .hus import Hus


def kildelinje(lag: Iterable[QgsMapLayer], hus: Hus) -> str:
    """Name every source of a map once: the municipality for its own data, then what the layers' metadata demand.

    Raises `UdskriftFejl` for a background that does not say whose it is, and for a map of which nothing is known:
    without its sources it must not be printed. A sketch of one's own beside known layers needs none.
    """
    led = [f"Mødesteder, faciliteter og ruter: {hus.kommune}"] if _egne(lag := list(lag)) else []
    for layer in lag:
        led += [ret.strip() for ret in layer.metadata().rights() if ret.strip()]
    fremmede = [layer for layer in lag if not isinstance(layer, QgsVectorLayer)]
    mangler = uden_kilde(fremmede) or (uden_kilde(lag) if not led else [])
    if mangler:
        raise UdskriftFejl(ukendt(mangler[0]))
    return ". ".join(dict.fromkeys(led)) + ("." if led else "")


def ukendt(navn: str) -> str:
    """Say that a layer does not tell where it comes from, and where to write it."""
    return tr(
        "Laget {} siger ikke, hvor det kommer fra. Skriv det under lagets Egenskaber, Metadata, Rettigheder."
    ).format(navn)


def uden_kilde(lag: Iterable[QgsMapLayer]) -> list[str]:
    """Names of the layers that are not ours and say nothing of who made them."""
    return [
        layer.name()
        for layer in lag
        if not rolle_af(layer)
        and not layer.id().startswith(ID)
        and not any(ret.strip() for ret in layer.metadata().rights())
    ]


def _egne(lag: Iterable[QgsMapLayer]) -> bool:
    roller = {rolle_af(layer) for layer in lag if not layer.id().startswith(ID)}
    return any(layer.id().startswith(ID) for layer in lag) or bool(roller - {"", *BAGGRUND})
