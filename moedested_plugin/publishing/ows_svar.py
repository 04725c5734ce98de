# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads what a WMS or WFS answered: version stamps, counts, fields, pictures. QGIS Server and MapServer alike."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QXmlStreamReader
from qgis.PyQt.QtGui import QImage

from .raekker import STEMPEL, STEMPEL_FELTER, VERSIONSORD

_FEJL = frozenset(("ServiceExceptionReport", "ExceptionReport"))
#: MapServer gives a date as gml:TimeInstantType.
_GEOMETRI = re.compile(r"gml:(?!Time)")
_KODE = re.compile(r"[A-Za-z]{1,40}")


@dataclass(frozen=True)
class Wfs:
    """How the two versions of WFS that matter say the same thing."""

    version: str
    typenavn: str
    antal: str


#: QGIS Server knows nothing newer; MapServer is asked in the newer one.
WFS_11 = Wfs("1.1.0", "TYPENAME", "numberOfFeatures")
WFS_20 = Wfs("2.0.0", "TYPENAMES", "numberMatched")


class IkkeXml(Exception):
    """The answer is no XML of a service."""


@dataclass(frozen=True)
class Element:
    """One element: the names of those around it and its own, its attributes, its text."""

    sti: tuple[str, ...]
    attributter: dict[str, str] = field(default_factory=dict)
    tekst: str = ""

    @property
    def navn(self) -> str:
        return self.sti[-1]


def elementer(data: bytes) -> Iterator[Element]:
    """Give every element when it ends; raises `IkkeXml` at the first fault (also where there is none, or a DOCTYPE, which no answer needs)."""
    laeser = QXmlStreamReader(data)
    aabne: list[tuple[str, dict[str, str], list[str]]] = []
    while not laeser.atEnd():
        laeser.readNext()
        if laeser.isDTD():
            raise IkkeXml
        if laeser.isStartElement():
            aabne.append((laeser.name(), _attributter(laeser), []))
        elif laeser.isCharacters() and aabne:
            aabne[-1][2].append(laeser.text())
        elif laeser.isEndElement():
            sti = tuple(navn for navn, _, _ in aabne)
            _, attributter, tekst = aabne.pop()
            yield Element(sti, attributter, "".join(tekst).strip())
    if laeser.hasError():
        raise IkkeXml


def _attributter(laeser: QXmlStreamReader) -> dict[str, str]:
    alle = laeser.attributes()
    return {alle.at(nr).name(): alle.at(nr).value() for nr in range(alle.size())}


def rod(data: bytes) -> Element:
    """Give the outermost element; the whole answer must be well formed."""
    return deque(elementer(data), maxlen=1)[0]


def fejlkode(data: bytes) -> str | None:
    """Give the code of an exception report, "?" where it has none; None when the answer is no such report.

    Only the code: the text may repeat the address, and paths of the server.
    """
    alle = list(elementer(data))
    if alle[-1].navn not in _FEJL:
        return None
    for element in alle:
        kode = element.attributter.get("code") or element.attributter.get("exceptionCode") or ""
        if _KODE.fullmatch(kode):
            return kode
    return "?"


def wfs_sprog(data: bytes) -> Wfs | None:
    """Give the WFS that the capabilities speak."""
    yderst = rod(data)
    if yderst.navn != "WFS_Capabilities":
        return None
    return WFS_20 if yderst.attributter.get("version", "").startswith("2.") else WFS_11


def kortversioner(data: bytes) -> list[str]:
    """Give the version stamps among the keywords of the WMS itself (not of its layers)."""
    return [
        element.tekst[len(VERSIONSORD) :]
        for element in elementer(data)
        if element.sti[-3:] == ("Service", "KeywordList", "Keyword")
        and element.tekst.startswith(VERSIONSORD)
    ]


def dataversioner(data: bytes) -> list[str]:
    """Give the version of every row of the table `udgivelse`."""
    return [
        element.tekst
        for element in elementer(data)
        if element.sti[-2:] == (STEMPEL, STEMPEL_FELTER[0])
    ]


def antal(data: bytes, wfs: Wfs) -> int | None:
    """Give the number that an answer to RESULTTYPE=hits tells."""
    yderst = rod(data)
    tal = yderst.attributter.get(wfs.antal, "")
    return int(tal) if yderst.navn == "FeatureCollection" and tal.isdecimal() else None


def felter(data: bytes) -> set[str]:
    """Give the fields that DescribeFeatureType tells, without geometry."""
    return {
        element.attributter["name"]
        for element in elementer(data)
        if element.navn == "element"
        and "complexType" in element.sti
        and "name" in element.attributter
        and not _GEOMETRI.match(element.attributter.get("type", ""))
    }


def er_tegnet(data: bytes, bredde: int, hoejde: int) -> bool | None:
    """Whether more than one colour is in the picture; None when it is no picture of that size."""
    billede = QImage.fromData(data)
    if billede.isNull() or (billede.width(), billede.height()) != (bredde, hoejde):
        return None
    # Premultiplied: what is wholly transparent has no colour.
    billede = billede.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    punkter = bytes(billede.constBits().asarray(billede.sizeInBytes()))
    return punkter != punkter[:4] * (bredde * hoejde)
