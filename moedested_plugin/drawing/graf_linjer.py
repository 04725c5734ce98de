# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines that a network is made of, read from layers: coordinates, level, surface and where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from .graf_celler import Tal

#: Where the data say which level a line lies on: our own network, GeoDanmark's words, OpenStreetMap's.
NIVEAUFELTER = ("niveau", "level", "layer", "vejniveau", "z_order")
#: Yes in one of these lifts the line one level where no level is given.
BROFELTER = ("bro", "bridge")
UNDERLAGSFELTER = ("underlag_k", "belaegn_k")
_JA = frozenset(("1", "ja", "yes", "true", "t", "viaduct"))


@dataclass(frozen=True)
class Kilde:
    """Where a line comes from, and what is known of its surface (underlag): the field and its code."""

    rolle: str
    fid: int
    underlag: tuple[str, int] | None = None


@dataclass(frozen=True)
class Linje:
    """One line of the network. `xy` is n × 2, at least two different points; `niveau` 0 is the ground."""

    xy: Tal
    kilde: Kilde
    niveau: int = 0


@dataclass(frozen=True)
class Lagkilde:
    """A layer as it is now, also what is not saved yet; made on the main thread, read on any."""

    rolle: str
    kilde: QgsVectorLayerFeatureSource
    felter: tuple[str, ...]
    crs: QgsCoordinateReferenceSystem

    @classmethod
    def af(cls, layer: QgsVectorLayer, rolle: str) -> Lagkilde:
        """Take hold of the layer."""
        return cls(
            rolle,
            QgsVectorLayerFeatureSource(layer),
            tuple(layer.fields().names()),
            layer.crs(),
        )


def laes(
    lag: Sequence[Lagkilde],
    crs: QgsCoordinateReferenceSystem,
    transform: QgsCoordinateTransformContext,
    feedback: QgsFeedback | None = None,
) -> list[Linje]:
    """Every line of the layers, in `crs`. Rows without a line that can be used are left out."""
    linjer: list[Linje] = []
    for en in lag:
        brugte = [f for f in en.felter if f.lower() in _BRUGTE]
        request = QgsFeatureRequest().setSubsetOfAttributes([en.felter.index(f) for f in brugte])
        request.setDestinationCrs(crs, transform)
        request.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
        for feature in en.kilde.getFeatures(request):
            if feedback is not None and feedback.isCanceled():
                return []
            linjer.extend(_linjer(feature, en.rolle, brugte))
    return linjer


_BRUGTE = frozenset((*NIVEAUFELTER, *BROFELTER, *UNDERLAGSFELTER))


def _linjer(feature: QgsFeature, rolle: str, felter: Sequence[str]) -> Iterator[Linje]:
    sagt = {felt.lower(): feature.attribute(felt) for felt in felter}
    kilde = Kilde(rolle, feature.id(), _underlag(sagt))
    for xy in koordinater(feature.geometry()):
        yield Linje(xy, kilde, _niveau(sagt))


def koordinater(geometri: QgsGeometry) -> Iterator[Tal]:
    """The parts of a line as n × 2, without repeated points; curves as straight steps."""
    if geometri.isNull() or geometri.type() != Qgis.GeometryType.Line:
        return
    ren = QgsGeometry(geometri)
    if QgsWkbTypes.isCurvedType(ren.wkbType()):
        ren = QgsGeometry(ren.constGet().segmentize())
    ren.get().dropZValue()
    ren.get().dropMValue()
    for del_ in ren.constParts():
        xy = np.frombuffer(del_.asWkb().data(), dtype="<f8", offset=9).reshape(-1, 2)
        if not np.isfinite(xy).all():
            continue
        blev = np.r_[True, (np.diff(xy, axis=0) != 0).any(axis=1)] if len(xy) else []
        xy = xy[blev] if len(xy) else xy
        if len(xy) > 1:
            yield xy


def _niveau(sagt: dict[str, Any]) -> int:
    for felt in NIVEAUFELTER:
        tal = _heltal(sagt.get(felt))
        if tal is not None:
            return tal
    bro = any(str(sagt.get(felt)).strip().lower() in _JA for felt in BROFELTER)
    return 1 if bro else 0


def _underlag(sagt: dict[str, Any]) -> tuple[str, int] | None:
    for felt in UNDERLAGSFELTER:
        kode = _heltal(sagt.get(felt))
        if kode is not None:
            return felt, kode
    return None


def _heltal(vaerdi: Any) -> int | None:  # noqa: ANN401 - a value of any layer
    try:
        return int(vaerdi)
    except (TypeError, ValueError):
        return None


def uden_gentagne(linjer: Iterable[Linje]) -> list[Linje]:
    """The lines without those that lie exactly on one before (to the centimetre), also drawn the other way."""
    kendt: set[tuple[int, bytes]] = set()
    ud = []
    for linje in linjer:
        cm = np.round(linje.xy * 100).astype(np.int64)
        frem, tilbage = cm.tobytes(), cm[::-1].tobytes()
        noegle = (linje.niveau, min(frem, tilbage))
        if noegle not in kendt:
            kendt.add(noegle)
            ud.append(linje)
    return ud
