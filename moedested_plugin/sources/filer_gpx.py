# SPDX-License-Identifier: GPL-2.0-or-later
"""Places as waypoints and routes as tracks in a GPX file; a gap in a route is a gap between two segments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QByteArray, QXmlStreamWriter

from moedested_plugin.domain.felt import Tabel
from moedested_plugin.gdal import ogr, osr

from .filer_formater import midte
from .filer_ogr import reference

_NAVNERUM = "http://www.topografix.com/GPX/1/1"
_IKKE_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WGS84, _DECIMALER = 4326, 7
_FLADE, _LINJE = (ogr.wkbPolygon, ogr.wkbMultiPolygon), (ogr.wkbLineString, ogr.wkbMultiLineString)


@dataclass(frozen=True)
class Gpxsted:
    """One waypoint or track: its texts and its parts, each a run of (longitude, latitude)."""

    navn: str
    beskrivelse: str | None
    link: str | None
    type: str | None
    er_spor: bool
    dele: tuple[tuple[tuple[float, float], ...], ...]


class Gpx:
    """Gathers places, then writes them in the order that GPX wants: waypoints, tracks."""

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
        link = vaerdier.get("link")
        self._steder.append(
            Gpxsted(
                _navn(tabel, vaerdier),
                vaerdier.get("beskrivels") or vaerdier.get("note"),
                link
                if isinstance(link, str) and link.startswith(("http://", "https://"))
                else None,
                _type(vaerdier),
                flad in _LINJE,
                tuple(_dele(geometri)),
            )
        )

    def skriv(self, sti: Path) -> None:
        """Write the file."""
        data = QByteArray()
        xml = QXmlStreamWriter(data)
        xml.setAutoFormatting(True)
        xml.writeStartDocument()
        xml.writeStartElement("gpx")
        xml.writeAttribute("version", "1.1")
        xml.writeAttribute("creator", "Mødested")
        xml.writeAttribute("xmlns", _NAVNERUM)
        for sted in self._steder:
            if not sted.er_spor:
                _waypoints(xml, sted)
        for sted in self._steder:
            if sted.er_spor:
                _spor(xml, sted)
        xml.writeEndElement()
        xml.writeEndDocument()
        sti.write_bytes(bytes(data))


def _dele(
    geometri: Any,  # noqa: ANN401 - SWIG knows no types
) -> Iterator[tuple[tuple[float, float], ...]]:
    enkelte: Iterable[Any] = geometri if geometri.GetGeometryCount() else (geometri,)
    for del_ in enkelte:
        yield tuple((x, y) for x, y, *_ in del_.GetPoints() or ())


def _waypoints(xml: QXmlStreamWriter, sted: Gpxsted) -> None:
    for nr, del_ in enumerate(sted.dele, 1):
        for punkt in del_:
            _punkt(xml, "wpt", punkt)
            _tekster(xml, sted, f" ({nr})" if len(sted.dele) > 1 else "")
            xml.writeEndElement()


def _spor(xml: QXmlStreamWriter, sted: Gpxsted) -> None:
    xml.writeStartElement("trk")
    _tekster(xml, sted, "")
    for del_ in sted.dele:
        xml.writeStartElement("trkseg")
        for punkt in del_:
            _punkt(xml, "trkpt", punkt)
            xml.writeEndElement()
        xml.writeEndElement()
    xml.writeEndElement()


def _punkt(xml: QXmlStreamWriter, navn: str, punkt: tuple[float, float]) -> None:
    xml.writeStartElement(navn)
    xml.writeAttribute("lat", f"{punkt[1]:.{_DECIMALER}f}")
    xml.writeAttribute("lon", f"{punkt[0]:.{_DECIMALER}f}")


def _tekster(xml: QXmlStreamWriter, sted: Gpxsted, efter: str) -> None:
    xml.writeTextElement("name", _xml(sted.navn + efter))
    if sted.beskrivelse:
        xml.writeTextElement("desc", _xml(str(sted.beskrivelse)))
    if sted.link:
        xml.writeStartElement("link")
        xml.writeAttribute("href", _xml(sted.link))
        xml.writeEndElement()
    if sted.type:
        xml.writeTextElement("type", _xml(sted.type))


def _xml(tekst: str) -> str:
    """Without what XML cannot hold."""
    return _IKKE_XML.sub("", tekst)


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
