# SPDX-License-Identifier: GPL-2.0-or-later
"""Places and tracks as the text of a GPX file; a gap in a route is a gap between two segments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

_NAVNERUM = "http://www.topografix.com/GPX/1/1"
_IKKE_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECIMALER = 7


@dataclass(frozen=True)
class Gpxsted:
    """One waypoint or track: its texts and its parts, each a run of (longitude, latitude)."""

    navn: str
    beskrivelse: str | None
    link: str | None
    type: str | None
    er_spor: bool
    dele: tuple[tuple[tuple[float, float], ...], ...]


def gpx(steder: Iterable[Gpxsted]) -> str:
    """The file, in the order that GPX wants: waypoints, tracks."""
    alle = list(steder)
    linjer = ['<?xml version="1.0" encoding="UTF-8"?>', f'<gpx version="1.1" creator="Mødested" xmlns="{_NAVNERUM}">']  # fmt: skip
    for sted in alle:
        if not sted.er_spor:
            linjer += _waypoints(sted)
    for sted in alle:
        if sted.er_spor:
            linjer += _spor(sted)
    return "\n".join((*linjer, "</gpx>", ""))


def web_adresse(link: object) -> str | None:
    """The address where it is one that can be opened."""
    return link if isinstance(link, str) and link.startswith(("http://", "https://")) else None


def _waypoints(sted: Gpxsted) -> Iterator[str]:
    for nr, del_ in enumerate(sted.dele, 1):
        for punkt in del_:
            yield f"  <wpt {_plads(punkt)}>"
            yield from _tekster(sted, f" ({nr})" if len(sted.dele) > 1 else "")
            yield "  </wpt>"


def _spor(sted: Gpxsted) -> Iterator[str]:
    yield "  <trk>"
    yield from _tekster(sted, "")
    for del_ in sted.dele:
        yield "    <trkseg>"
        yield from (f"      <trkpt {_plads(punkt)}/>" for punkt in del_)
        yield "    </trkseg>"
    yield "  </trk>"


def _plads(punkt: tuple[float, float]) -> str:
    return f'lat="{punkt[1]:.{_DECIMALER}f}" lon="{punkt[0]:.{_DECIMALER}f}"'


def _tekster(sted: Gpxsted, efter: str) -> Iterator[str]:
    yield f"    <name>{_xml(sted.navn + efter)}</name>"
    if sted.beskrivelse:
        yield f"    <desc>{_xml(str(sted.beskrivelse))}</desc>"
    if sted.link:
        yield f'    <link href="{_xml(sted.link)}"/>'
    if sted.type:
        yield f"    <type>{_xml(sted.type)}</type>"


def _xml(tekst: str) -> str:
    """Escaped, and without what XML cannot hold."""
    return escape(_IKKE_XML.sub("", tekst))
