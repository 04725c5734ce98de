# SPDX-License-Identifier: GPL-2.0-or-later
"""What the locator reads: snapshots of the layers, searched outside the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from moedested_plugin.domain.kodelister import LOKALE_LISTER
from moedested_plugin.i18n import oversat
from moedested_plugin.project.lag import LAG_AF_ROLLE, lag_paa, opslag_for

from .search import score, words

if TYPE_CHECKING:
    from .current_project import CurrentProject

_TABLES = ("moedested", "facilitet_punkt", "facilitet_flade", "rute")
#: Fields whose text is searched and shown; codes are read as their names.
_ALSO = {"moedested": ("by", "form_k", "livscyklus_k")}
_LISTS = {"form_k": "moedested_form", "livscyklus_k": "livscyklus"}


@dataclass(frozen=True)
class Source:
    """What may be read of one layer outside the main thread."""

    role: str
    title: str
    rows: QgsVectorLayerFeatureSource
    also: tuple[str, ...]
    rank: int


@dataclass(frozen=True)
class Match:
    """A row that was found: what to show of it, and how well it fits."""

    source: Source
    fid: int
    name: str
    beside: str
    score: float


def sources(current: CurrentProject) -> list[Source]:
    """Snapshots of the open project's layers, unsaved rows included; on the main thread."""
    found = []
    for rank, lag in enumerate(map(opslag_for, _TABLES)):
        layer = current.layer(lag.rolle)
        if layer is not None:
            rows = QgsVectorLayerFeatureSource(layer)
            found.append(
                Source(
                    lag.rolle, oversat(lag.tabel.titel), rows, _ALSO.get(lag.tabelnavn, ()), rank
                )
            )
    return found


def matches(source: Source, text: str, feedback: QgsFeedback) -> list[Match]:
    """The rows that fit the text, best first; a hit in the name is better than one beside it."""
    asked = words(text)
    request = QgsFeatureRequest()
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(["navn", *source.also], source.rows.fields())
    request.setFilterExpression('"navn" IS NOT NULL')
    request.setFeedback(feedback)
    best: list[tuple[float, Match]] = []
    for feature in source.rows.getFeatures(request):
        if feedback.isCanceled():
            break
        name = str(feature["navn"])
        beside = " · ".join(text for field in source.also if (text := _text(field, feature[field])))
        value = score(asked, words(f"{name} {beside}"))
        if value:
            hit = Match(source, feature.id(), name, beside, value)
            best.append((value + score(asked, words(name)), hit))
    best.sort(key=lambda each: (-each[0], each[1].name))
    return [hit for _, hit in best]


def found_row(
    current: CurrentProject, role: str, fid: int
) -> tuple[QgsVectorLayer | None, QgsFeature]:
    """The row in the layer where it is edited; layers on one table share its rows by type."""
    for lag in lag_paa(LAG_AF_ROLLE[role].tabelnavn):
        layer = current.layer(lag.rolle)
        if layer is not None:
            feature = layer.getFeature(fid)
            if feature.isValid():
                return layer, feature
    return None, QgsFeature()


def _text(field: str, value: object) -> str:
    if field in _LISTS:
        names = (code.navn for code in LOKALE_LISTER[_LISTS[field]] if code.kode == value)
        return oversat(next(names, ""))
    return value if isinstance(value, str) else ""
