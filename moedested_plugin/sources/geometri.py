# SPDX-License-Identifier: GPL-2.0-or-later
"""One geometry at a time: flat, straight, valid, of a kind that a map of places can hold. Else a reason."""

from __future__ import annotations

import math
from dataclasses import dataclass

from moedested_plugin.gdal import ogr
from moedested_plugin.i18n import tr

from . import gpkg_blob
from .ogr_doer import Geometri

#: 2D point, line, polygon and their multi forms.
ALMINDELIGE = frozenset(range(1, 7))
_FLADER = frozenset((ogr.wkbPolygon, ogr.wkbMultiPolygon))
_LINJER = frozenset((ogr.wkbLineString, ogr.wkbMultiLineString))
_FAMILIE = {
    ogr.wkbPoint: 0, ogr.wkbMultiPoint: 0, ogr.wkbLineString: 1, ogr.wkbMultiLineString: 1,
    ogr.wkbPolygon: 2, ogr.wkbMultiPolygon: 2,
}  # fmt: skip


@dataclass(frozen=True)
class Rettet:
    """A geometry made usable (None: there is no place), what was done, or why it cannot be."""

    geometri: Geometri = None
    gjort: frozenset[str] = frozenset()
    grund: str | None = None


def af_blob(blob: bytes) -> Geometri | None:
    """Parse a geometry; None when it is damaged."""
    return ogr.CreateGeometryFromWkb(gpkg_blob.wkb(blob))


def blob_af(geometri: Geometri, srs_id: int) -> bytes:
    """Write a geometry with its box."""
    boks = None if geometri.GetGeometryType() == ogr.wkbPoint else geometri.GetEnvelope()
    return gpkg_blob.blob_af(bytes(geometri.ExportToIsoWkb(ogr.wkbNDR)), srs_id, boks)


def ret(geometri: Geometri) -> Rettet:
    """Take height and measure away, make curves straight, dissolve collections of one kind."""
    gjort = set()
    if geometri.Is3D():
        gjort.add("z")
    if geometri.IsMeasured():
        gjort.add("m")
    if geometri.HasCurveGeometry(0):
        geometri = geometri.GetLinearGeometry()
        gjort.add("kurve")
    geometri.FlattenTo2D()
    geometri.SetMeasured(False)
    if geometri.IsEmpty():
        return Rettet(None, frozenset(gjort | {"tom"}))
    if geometri.GetGeometryType() == ogr.wkbGeometryCollection:
        samlet = _samling(geometri)
        if samlet is None:
            return Rettet(
                grund=tr("Rækken blander punkter, linjer og flader. Del den i flere rækker.")
            )
        geometri = samlet
        gjort.add("samling")
    if geometri.GetGeometryType() not in _FAMILIE:
        return Rettet(
            grund=tr(
                "Geometrien er en {}, som ikke bruges. Lav den om til punkt, linje eller flade."
            ).format(geometri.GetGeometryName().lower())
        )
    if not _endelig(geometri):
        return Rettet(grund=tr("Koordinaterne er ikke tal. Ret dem i kilden."))
    return Rettet(geometri, frozenset(gjort))


def _samling(geometri: Geometri) -> Geometri | None:
    dele = [
        d
        for d in (geometri.GetGeometryRef(i) for i in range(geometri.GetGeometryCount()))
        if not d.IsEmpty()
    ]
    familier = {_FAMILIE.get(d.GetGeometryType()) for d in dele}
    if len(familier) != 1 or None in familier:
        return None
    if len(dele) == 1:
        return dele[0].Clone()
    multi = ogr.Geometry(
        (ogr.wkbMultiPoint, ogr.wkbMultiLineString, ogr.wkbMultiPolygon)[familier.pop() or 0]
    )
    for del_ in dele:
        enkle = [del_] if del_.GetGeometryCount() == 0 or del_.GetGeometryType() == ogr.wkbPolygon else [
            del_.GetGeometryRef(i) for i in range(del_.GetGeometryCount())
        ]  # fmt: skip
        for enkel in enkle:
            multi.AddGeometry(enkel)
    return multi


def _endelig(geometri: Geometri) -> bool:
    if geometri.GetGeometryCount():
        return all(_endelig(geometri.GetGeometryRef(i)) for i in range(geometri.GetGeometryCount()))
    return all(math.isfinite(tal) for punkt in geometri.GetPoints() or () for tal in punkt[:2])


def gyldig(geometri: Geometri) -> Rettet | None:
    """None when a line or area is fine; else the repaired one, or why it cannot be repaired."""
    art = geometri.GetGeometryType()
    if art in _LINJER:
        if geometri.Length() > 0:
            return None
        return Rettet(grund=tr("Linjen har ingen længde. Tegn den igen, eller slet den."))
    if art not in _FLADER or geometri.IsValid():
        return None
    hel = geometri.MakeValid()
    if hel is not None and hel.GetGeometryType() == ogr.wkbGeometryCollection:
        hel = _kun_flader(hel)
    if hel is None or hel.IsEmpty() or hel.GetGeometryType() not in _FLADER or not hel.IsValid():
        return Rettet(
            grund=tr("Fladen skærer sig selv og kan ikke repareres. Tegn omridset igen i kilden.")
        )
    return Rettet(hel, frozenset(("repareret",)))


def _kun_flader(samling: Geometri) -> Geometri:
    """A repaired area may leave slivers of line behind; they go."""
    multi = ogr.Geometry(ogr.wkbMultiPolygon)
    for i in range(samling.GetGeometryCount()):
        del_ = samling.GetGeometryRef(i)
        if del_.GetGeometryType() == ogr.wkbPolygon:
            multi.AddGeometry(del_)
        elif del_.GetGeometryType() == ogr.wkbMultiPolygon:
            for k in range(del_.GetGeometryCount()):
                multi.AddGeometry(del_.GetGeometryRef(k))
    return multi
