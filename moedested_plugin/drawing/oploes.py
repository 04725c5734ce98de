# SPDX-License-Identifier: GPL-2.0-or-later
"""Dissolves (oploeser) a moedested: what happens to its markers, its kit and its coming activities. Places stay."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from moedested_plugin.checks.krav import overstaaet
from moedested_plugin.domain.aktiviteter import AKTIVITET, INGEN
from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.moedesteder import KASSERET, MOEDESTED, OPLOEST, UDSTYR
from moedested_plugin.project.raekke import qgisvaerdi, raekke_af

from .visenavn import Visenavn

# udstyr_status_k
_FORESLAAET, _BESTILT, _PAA_LAGER = 1, 2, 3


class KanIkkeOploeses(Exception):
    """A layer refused a change."""


class Valg(enum.Enum):
    """What can be done with what belongs to it."""

    PAA_LAGER = enum.auto()
    KASSERES = enum.auto()
    #: The activity ends on the day.
    STOPPES = enum.auto()
    AFLYSES = enum.auto()
    BLIVER = enum.auto()


@dataclass(frozen=True)
class Post:
    """One thing that belongs to the moedested: what can be done with it, the best first."""

    layer: QgsVectorLayer
    fid: int
    tabel: Tabel
    navn: str
    valg: tuple[Valg, ...]


@dataclass(frozen=True)
class Plan:
    """What dissolving it touches. `tidligst`: it cannot end before it began."""

    moedested: QgsVectorLayer
    fid: int
    navn: str
    tidligst: dt.date | None
    poster: tuple[Post, ...]


def planlaeg(
    moedested: QgsVectorLayer,
    feature: QgsFeature,
    udstyr: QgsVectorLayer | None,
    aktivitet: QgsVectorLayer | None,
    dag: dt.date,
) -> Plan:
    """Look at what belongs to the moedested, saved or not, on the day it is dissolved."""
    noegle = str(feature["moedested_id"])
    poster: list[Post] = []
    for led, navn in _boern(udstyr, noegle):
        if udstyr is not None and led["udstyr_status_k"] != KASSERET:
            til_udstyr = (Valg.PAA_LAGER, Valg.KASSERES, Valg.BLIVER)
            poster.append(Post(udstyr, led.id(), UDSTYR, navn, til_udstyr))
    forbi = overstaaet(dag)
    for led, navn in _boern(aktivitet, noegle):
        raekke = raekke_af(AKTIVITET, led)
        if aktivitet is None or raekke["aflyst"] is True or forbi.holder(raekke):
            continue
        fra = raekke["dato_fra"]
        i_gang = raekke["gentagelse_k"] != INGEN and isinstance(fra, dt.date) and fra <= dag
        valg = (Valg.STOPPES, Valg.AFLYSES) if i_gang else (Valg.AFLYSES,)
        poster.append(Post(aktivitet, led.id(), AKTIVITET, navn, (*valg, Valg.BLIVER)))
    fra = raekke_af(MOEDESTED, feature, ["gyldig_fra"])["gyldig_fra"]
    return Plan(
        moedested, feature.id(), Visenavn(moedested).af(feature),
        fra if isinstance(fra, dt.date) else None, tuple(poster),
    )  # fmt: skip


def oploes(plan: Plan, dag: dt.date, svar: Mapping[Post, Valg]) -> None:
    """Write it all into the edit buffers, inside a `Skridt`: when a layer refuses, that takes all of it back."""
    ret = [_ret(plan.moedested, plan.fid, MOEDESTED, {"livscyklus_k": OPLOEST, "gyldig_til": dag})]
    for post in plan.poster:
        valg = svar.get(post, post.valg[0])
        led = post.layer.getFeature(post.fid)
        vaerdier = _vaerdier(valg, led, dag)
        if vaerdier:
            ret.append(_ret(post.layer, post.fid, post.tabel, vaerdier))
        if valg is Valg.PAA_LAGER and led.hasGeometry():
            # What lies on a shelf stands nowhere on the map.
            ret.append(post.layer.changeGeometry(post.fid, QgsGeometry()))
    if not all(ret):
        raise KanIkkeOploeses


def _vaerdier(valg: Valg, led: QgsFeature, dag: dt.date) -> dict[str, Vaerdi]:
    if valg is Valg.STOPPES:
        return {"dato_til": dag}
    if valg is Valg.AFLYSES:
        return {"aflyst": True}
    if valg is Valg.KASSERES:
        return {"udstyr_status_k": KASSERET}
    if valg is Valg.PAA_LAGER:
        # What is not yet there cannot be on the shelf either.
        status = led["udstyr_status_k"]
        nu = status if status in (_FORESLAAET, _BESTILT) else _PAA_LAGER
        return {"moedested_id": None, "udstyr_status_k": nu, "opsat_dato": None}
    return {}


def _ret(layer: QgsVectorLayer, fid: int, tabel: Tabel, vaerdier: Mapping[str, Vaerdi]) -> bool:
    nye: dict[int, Any] = {
        layer.fields().lookupField(navn): qgisvaerdi(tabel.felt(navn), vaerdi)
        for navn, vaerdi in vaerdier.items()
    }
    return bool(layer.changeAttributeValues(fid, nye))


def _boern(layer: QgsVectorLayer | None, noegle: str) -> Iterator[tuple[QgsFeature, str]]:
    """What belongs to the moedested, and what it is called."""
    if layer is None:
        return
    navne = Visenavn(layer)
    hvor = QgsExpression.createFieldEqualityExpression("moedested_id", noegle)
    for led in layer.getFeatures(QgsFeatureRequest().setFilterExpression(hvor)):
        yield led, navne.af(led)
