# SPDX-License-Identifier: GPL-2.0-or-later
"""How one gets there (adgangsvej): the nearest stop and the nearest car park of a moedested.

The distance is that along the network where it leads there, else as the crow flies; which of them is said.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsVectorLayer

from moedested_plugin.domain.steder import IKKE_GAELDENDE
from moedested_plugin.project.aabent import rolle_af

from .ramt import omkring
from .rutevej import IngenVej, find
from .visenavn import Visenavn

if TYPE_CHECKING:
    from .graf import Graf

#: Further away it is no way to come.
STOP_M, PARKERING_M = 2_000.0, 5_000.0
#: The search widens: mostly there is one of each near by.
_SKRIDT = (500.0, PARKERING_M)
#: Both ends lie so near the network, or nobody walks along it from there.
_VED_NET_M = 30.0


class Art(enum.Enum):
    """What one comes by."""

    STOP = enum.auto()
    PARKERING = enum.auto()


#: facil_ty_k: holdeplads, parkeringsplads
_ART = {1291: Art.STOP, 1351: Art.PARKERING}
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
    #: `meter` is along the network, with the steps to it and from it.
    ad_nettet: bool = False


def ankomster(layers: Iterable[QgsVectorLayer], her: QgsGeometry) -> list[Ankomst]:
    """The nearest stop and the nearest car park, those that there are; drawn ones and imported ones."""
    if her.isNull() or her.isEmpty():
        return []
    kendte = list(layers)
    bedst: dict[Art, Ankomst] = {}
    for meter in _SKRIDT:
        for layer in kendte:
            navne = Visenavn(layer)
            for afstand, feature in omkring(layer, her, meter, _hvor(layer)):
                art = Art.STOP if _er_stop(layer) else _ART[feature["facil_ty_k"]]
                if afstand <= _GRAENSE[art] and (art not in bedst or afstand < bedst[art].meter):
                    bedst[art] = Ankomst(
                        art, layer, feature.id(), navne.af(feature), afstand,
                        QgsGeometry(feature.geometry()), not _er_stop(layer),
                    )  # fmt: skip
        if len(bedst) == len(Art):
            break
    return [bedst[art] for art in Art if art in bedst]


def ad_nettet(ankomst: Ankomst, her: QgsGeometry, graf: Graf) -> Ankomst:
    """The same with the distance along the network; as it is where that does not lead there."""
    fra, til = _punkt(ankomst.geometri, her), _punkt(her, her)
    try:
        vej = find(graf, [fra, til], hoejst=_VED_NET_M)
    except IngenVej:
        return ankomst
    punkter = vej.punkter or [fra]
    til_og_fra = math.dist(fra, punkter[0]) + math.dist(punkter[-1], til)
    return replace(ankomst, meter=vej.laengde + til_og_fra, ad_nettet=True)


def _punkt(geometri: QgsGeometry, naer: QgsGeometry) -> tuple[float, float]:
    """Where one sets out: of an area, its side that is nearest."""
    punkt = geometri.nearestPoint(naer).asPoint()
    return punkt.x(), punkt.y()


def _hvor(layer: QgsVectorLayer) -> str:
    """Asked of the database: a town has thousands of places and two car parks."""
    if _er_stop(layer):
        return ""
    typer = ", ".join(str(type_) for type_ in _ART)
    return f'"facil_ty_k" IN ({typer}) AND "statuskode" <> {IKKE_GAELDENDE}'


def _er_stop(layer: QgsVectorLayer) -> bool:
    return rolle_af(layer) == "netvaerk_punkt"


#: Layers that stops and car parks lie in.
ROLLER = ("netvaerk_punkt", "facilitet", "omraade")
