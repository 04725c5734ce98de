# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies around the place where somebody is about to draw: the same thing already, a closed place, another municipality, sea.

The layers are asked, and not the store: the provider's own spatial index answers for what is saved, QGIS's edit buffer
for what is not.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry, QgsVectorLayer

from moedested_plugin.checks.omraade import Omraade, land
from moedested_plugin.project.aabent import rolle_af, tabel_af
from moedested_plugin.project.background import COAST_ERROR_M
from moedested_plugin.project.graense import graense_af
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.raekke import domaenevaerdi

from .ramt import STEDROLLER, omkring
from .visenavn import Visenavn

if TYPE_CHECKING:
    from moedested_plugin.store import Store

NOEGLE = "tegning"
#: How near another of the same kind may lie before it is told of; the municipality may say otherwise.
AFSTANDE = {"moedested": 50.0, "baenk": 5.0, "facilitet": 10.0}
#: So far around the place it is still on a closed route or by a closed place.
LUKKET_M = 5.0
#: The search for the nearest widens to these; further away it is no neighbour.
SOEG_M = (50.0, 500.0, 5_000.0, 50_000.0)


@dataclass(frozen=True)
class Nabo:
    """An object near the place."""

    layer: QgsVectorLayer
    fid: int
    navn: str
    meter: float


class Sted(enum.Enum):
    """What is wrong with a place, the worst first."""

    UDEN_FOR = enum.auto()
    HAV = enum.auto()
    LUKKET = enum.auto()


@dataclass(frozen=True)
class Advarsel:
    """One thing to say at once; `hvad` names the closed place."""

    sted: Sted
    hvad: str = ""


def afstande(store: Store | None) -> dict[str, float]:
    """Metres by layer, as the municipality has set them."""
    gemt: Any = store.indstilling(NOEGLE) if store is not None else None
    egne = gemt.get("naboer_m") if isinstance(gemt, dict) else None
    egne = egne if isinstance(egne, dict) else {}
    return {
        rolle: float(egne[rolle]) if isinstance(egne.get(rolle), (int, float)) else meter
        for rolle, meter in AFSTANDE.items()
    }


def gem_afstande(store: Store, meter: dict[str, float]) -> None:
    """Keep them for all colleagues."""
    store.saet_indstilling(NOEGLE, {"naboer_m": meter})


def i_naerheden(
    layer: QgsVectorLayer, geometri: QgsGeometry, meter: float, type_: int | None = None
) -> list[Nabo]:
    """The layer's objects within reach, the nearest first; `type_` leaves only those of that type."""
    lag = LAG_AF_ROLLE[rolle_af(layer)]
    fundet, navne = [], Visenavn(layer)
    for afstand, feature in omkring(layer, geometri, meter):
        if type_ is None or not lag.typefelt or feature[lag.typefelt] == type_:
            fundet.append(Nabo(layer, feature.id(), navne.af(feature), afstand))
    return sorted(fundet, key=lambda nabo: nabo.meter)


def naermeste(
    layer: QgsVectorLayer, geometri: QgsGeometry, undtagen: Iterable[int] = ()
) -> Nabo | None:
    """The nearest object of the layer, but for those named."""
    ikke = frozenset(undtagen)
    for meter in SOEG_M:
        for nabo in i_naerheden(layer, geometri, meter):
            if nabo.fid not in ikke:
                return nabo
    return None


@lru_cache(maxsize=1)
def _kyst() -> Omraade | None:
    """The land, with the squares that it was asked for: the first questions of a square cost a click its 50 ms."""
    kyst = land()
    return None if kyst is None else Omraade(kyst, COAST_ERROR_M)


class Omgivelserne:
    """Border and coast of one open store, made ready once: the question is asked while the mouse moves."""

    def __init__(self, store: Store | None) -> None:
        graense = graense_af(store) if store is not None else None
        self._kommune = None if graense is None else Omraade(graense)
        self._land = _kyst()

    def advarsler(
        self, geometri: QgsGeometry, layers: Iterable[QgsVectorLayer], i_dag: dt.date
    ) -> list[Advarsel]:
        """What is wrong with drawing here, the worst first."""
        sagt = []
        punkter = [(punkt.x(), punkt.y()) for punkt in geometri.vertices()]
        if self._kommune is not None and not all(self._kommune.naar(x, y) for x, y in punkter):
            sagt.append(Advarsel(Sted.UDEN_FOR))
        if self._land is not None and not all(self._land.naar(x, y) for x, y in punkter):
            sagt.append(Advarsel(Sted.HAV))
        for layer in layers:
            if rolle_af(layer) in STEDROLLER:
                sagt += _lukkede(layer, geometri, i_dag)
        return sagt


def _lukkede(layer: QgsVectorLayer, geometri: QgsGeometry, i_dag: dt.date) -> Iterable[Advarsel]:
    tabel, navne = tabel_af(layer), Visenavn(layer)
    for _, feature in omkring(layer, geometri, LUKKET_M):
        fra, til = (
            domaenevaerdi(tabel.felt(navn), feature[navn]) for navn in ("lukket_fra", "lukket_til")
        )
        begyndt = isinstance(fra, dt.date) and fra <= i_dag
        forbi = isinstance(til, dt.date) and til < i_dag
        if begyndt and not forbi:
            yield Advarsel(Sted.LUKKET, navne.af(feature))
