# SPDX-License-Identifier: GPL-2.0-or-later
"""How one gets there (adgangsvej): the nearest stop and the nearest car park of a moedested, as the crow flies."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from moedested_plugin.domain.steder import IKKE_GAELDENDE
from moedested_plugin.project.aabent import rolle_af

from .ramt import omkring
from .tilknyt import vis

#: Further away it is no way to come.
STOP_M, PARKERING_M = 2_000.0, 5_000.0
_HOLDEPLADS, _PARKERING = 1291, 1351  # facil_ty_k
#: The search widens, so that a town with many of them is not read through.
_SKRIDT = (100.0, 500.0, STOP_M, PARKERING_M)


class Art(enum.Enum):
    """What one comes by."""

    STOP = enum.auto()
    PARKERING = enum.auto()


_GRAENSE = {Art.STOP: STOP_M, Art.PARKERING: PARKERING_M}


@dataclass(frozen=True)
class Ankomst:
    """Where one arrives. `kan_knyttes`: it is a place, and no imported stop."""

    art: Art
    layer: QgsVectorLayer
    fid: int
    navn: str
    meter: float
    geometri: QgsGeometry
    kan_knyttes: bool


def ankomster(layers: Iterable[QgsVectorLayer], her: QgsGeometry) -> list[Ankomst]:
    """The nearest stop and the nearest car park, those that there are; drawn ones and imported ones."""
    if her.isNull() or her.isEmpty():
        return []
    kendte = list(layers)
    return [fundet for art in Art if (fundet := _naermeste(kendte, her, art)) is not None]


def _naermeste(layers: list[QgsVectorLayer], her: QgsGeometry, art: Art) -> Ankomst | None:
    for meter in _SKRIDT:
        if meter > _GRAENSE[art]:
            break
        bedst: Ankomst | None = None
        for layer in layers:
            for afstand, feature in omkring(layer, her, meter):
                if _art(layer, feature) is art and (bedst is None or afstand < bedst.meter):
                    bedst = Ankomst(
                        art, layer, feature.id(), vis(layer, feature), afstand,
                        QgsGeometry(feature.geometry()), rolle_af(layer) != "netvaerk_punkt",
                    )  # fmt: skip
        if bedst is not None:
            return bedst
    return None


def _art(layer: QgsVectorLayer, feature: QgsFeature) -> Art | None:
    if rolle_af(layer) == "netvaerk_punkt":
        return Art.STOP
    if feature["statuskode"] == IKKE_GAELDENDE:
        return None
    return {_HOLDEPLADS: Art.STOP, _PARKERING: Art.PARKERING}.get(feature["facil_ty_k"])


#: Layers that stops and car parks lie in.
ROLLER = ("netvaerk_punkt", "facilitet", "omraade")
