# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of the store as the waypoints and tracks of a GPX file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.gpx import Gpxsted, gpx, web_adresse
from moedested_plugin.gdal import ogr, osr

from .filer_formater import midte
from .filer_ogr import reference

_WGS84 = 4326
_FLADE, _LINJE = (ogr.wkbPolygon, ogr.wkbMultiPolygon), (ogr.wkbLineString, ogr.wkbMultiLineString)


class Gpx:
    """Gathers places, then writes them."""

    def __init__(self) -> None:
        self._til_grader = osr.CoordinateTransformation(reference(), reference(_WGS84))
        self._steder: list[Gpxsted] = []

    def tilfoej(self, tabel: Tabel, vaerdier: Mapping[str, Any], wkb: bytes) -> None:
        """Take one row with its public values."""
        geometri = ogr.CreateGeometryFromWkb(wkb)
        flad = ogr.GT_Flatten(geometri.GetGeometryType())
        if flad in _FLADE:
            geometri = midte(geometri)
        geometri.Transform(self._til_grader)
        self._steder.append(
            Gpxsted(
                _navn(tabel, vaerdier),
                vaerdier.get("beskrivels") or vaerdier.get("note"),
                web_adresse(vaerdier.get("link")),
                _type(vaerdier),
                flad in _LINJE,
                tuple(_dele(geometri)),
            )
        )

    def skriv(self, sti: Path) -> None:
        """Write the file."""
        sti.write_bytes(gpx(self._steder).encode())


def _dele(
    geometri: Any,  # noqa: ANN401 - SWIG knows no types
) -> Iterator[tuple[tuple[float, float], ...]]:
    enkelte: Iterable[Any] = geometri if geometri.GetGeometryCount() else (geometri,)
    for del_ in enkelte:
        yield tuple((x, y) for x, y, *_ in del_.GetPoints() or ())


def _type(vaerdier: Mapping[str, Any]) -> str | None:
    fundet = (
        vaerdier.get(navn)
        for navn in (
            "facil_ty_tekst",
            "rute_ty_tekst",
            "form_tekst",
            "underlag_tekst",
            "type_tekst",
        )
    )
    return next((str(tekst) for tekst in fundet if tekst), None)


def _navn(tabel: Tabel, vaerdier: Mapping[str, Any]) -> str:
    """The name; without one the name of the type, as on the map."""
    return str(vaerdier.get("navn") or vaerdier.get("udstyr_nr") or _type(vaerdier) or tabel.titel)
