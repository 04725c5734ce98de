# SPDX-License-Identifier: GPL-2.0-or-later
"""What a WFS answered: its capabilities, a page of features, or an excuse."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QXmlStreamAttributes, QXmlStreamReader

from moedested_plugin.i18n import tr

from . import tekst, xml_vagt
from .fejl import LaeseFejl

_LAENGSTE_SVAR = 300
_JSON = re.compile(r"json", re.IGNORECASE)
_METER = 360


class Ufuldstaendigt(Exception):
    """The answer is broken; asking again may help."""


@dataclass(frozen=True)
class WfsLag:
    """One feature type."""

    navn: str
    titel: str
    crs: tuple[str, ...]


@dataclass(frozen=True)
class Tjeneste:
    """What a service says that it can do."""

    version: str
    lag: tuple[WfsLag, ...]
    #: The format to ask for; None leaves it to the service, which gives GML.
    format: str | None
    kan_bladre: bool


@dataclass(frozen=True)
class Side:
    """One page: how many features, how many in all (None: not said), and what tells it from another page."""

    antal: int
    i_alt: int | None
    aftryk: str
    endelse: str
    #: JSON that says no CRS although its numbers are metres.
    meter: bool = False


def tjeneste(data: bytes) -> Tjeneste:
    """Read capabilities. Raises `LaeseFejl` for an excuse, `Ufuldstaendigt` for a broken answer."""
    _undtagelse(data)
    laeser = _laeser(data)
    samler = _Kapabiliteter()
    while not laeser.atEnd():
        slags = laeser.readNext()
        if slags == QXmlStreamReader.TokenType.StartElement:
            samler.start(str(laeser.name()), laeser.attributes())
        elif slags == QXmlStreamReader.TokenType.Characters:
            samler.ord(laeser.text().strip())
        elif slags == QXmlStreamReader.TokenType.EndElement:
            samler.slut()
    if laeser.hasError():
        raise Ufuldstaendigt
    return samler.tjeneste()


class _Kapabiliteter:
    """Collects from the elements of capabilities what we need."""

    def __init__(self) -> None:
        self._version = ""
        self._lag: list[WfsLag] = []
        self._formater: list[str] = []
        self._bladrer = False
        self._sti: list[str] = []
        self._felt: dict[str, list[str]] = {}
        self._regel = ""

    def start(self, navn: str, attributter: QXmlStreamAttributes) -> None:
        if not self._sti:
            if not navn.startswith("WFS_Capabilities"):
                raise LaeseFejl(tr("Adressen svarer, men ikke som en WFS. Se adressen efter."))
            self._version = attributter.value("version")
        elif navn == "FeatureType":
            self._felt = {}
        elif navn == "Constraint":
            self._regel = attributter.value("name")
        self._sti.append(navn)

    def ord(self, tekst_: str) -> None:
        if not tekst_ or not self._sti:
            return
        her = self._sti[-1]
        if "FeatureType" in self._sti:
            self._felt.setdefault(her, []).append(tekst_)
        elif her in {"Value", "DefaultValue"} and self._regel == "ImplementsResultPaging":
            self._bladrer = self._bladrer or tekst_.upper() == "TRUE"
        if her in {"Value", "Format"} and _JSON.search(tekst_) and "script" not in tekst_:
            self._formater.append(tekst_)

    def slut(self) -> None:
        if self._sti.pop() == "FeatureType" and self._felt.get("Name"):
            self._lag.append(_lag(self._felt))

    def tjeneste(self) -> Tjeneste:
        return Tjeneste(
            self._version or "1.1.0",
            tuple(self._lag),
            self._formater[0] if self._formater else None,
            self._bladrer,
        )


def _lag(felt: dict[str, list[str]]) -> WfsLag:
    crs = [
        tegn
        for navn in ("DefaultCRS", "DefaultSRS", "SRS", "OtherCRS", "OtherSRS")
        for tegn in felt.get(navn, ())
    ]
    navn = felt["Name"][0]
    return WfsLag(navn, tekst.rens(felt.get("Title", [navn])[0]) or navn, tuple(crs))


def side(data: bytes) -> Side:
    """Read a page of features. Raises like `tjeneste`."""
    if data.lstrip()[:1] in {b"{", b"["}:
        return _json_side(data)
    _undtagelse(data)
    laeser = _laeser(data)
    dybde, antal, i_alt, foraelder = 0, 0, None, ""
    while not laeser.atEnd():
        slags = laeser.readNext()
        if slags == QXmlStreamReader.TokenType.StartElement:
            dybde += 1
            if dybde == 1:
                if str(laeser.name()) != "FeatureCollection":
                    raise LaeseFejl(
                        tr("Tjenesten svarer med noget andet end kortdata. Prøv et andet lag.")
                    )
                i_alt = _tal(laeser.attributes().value("numberMatched"))
            elif dybde == 2:
                foraelder = str(laeser.name())
            elif dybde == 3 and foraelder in {"member", "featureMember", "featureMembers"}:
                antal += 1
        elif slags == QXmlStreamReader.TokenType.EndElement:
            dybde -= 1
    if laeser.hasError():
        raise Ufuldstaendigt
    foerste = re.search(rb"<(?:\w+:)?(?:member|featureMembers?)\b", data)
    return Side(antal, i_alt, _aftryk(data[foerste.start() :] if foerste else b""), ".gml")


def antal_i_alt(data: bytes) -> int | None:
    """Read the answer to `resultType=hits`; None when it does not say."""
    try:
        _undtagelse(data)
    except (LaeseFejl, Ufuldstaendigt):
        return None
    laeser = _laeser(data)
    if not laeser.readNextStartElement():
        return None
    for navn in ("numberMatched", "numberOfFeatures"):
        fundet = _tal(laeser.attributes().value(navn))
        if fundet is not None:
            return fundet
    return None


def _json_side(data: bytes) -> Side:
    try:
        indhold = json.loads(data)
    except (ValueError, RecursionError):
        raise Ufuldstaendigt from None
    features = indhold.get("features") if isinstance(indhold, dict) else None
    if not isinstance(features, list):
        raise LaeseFejl(tr("Tjenesten svarer med noget andet end kortdata. Prøv et andet lag."))
    i_alt = next(
        (t for n in ("numberMatched", "totalFeatures") if (t := _tal(indhold.get(n))) is not None),
        None,
    )
    aftryk = _aftryk(json.dumps(features, sort_keys=True).encode())
    return Side(len(features), i_alt, aftryk, ".json", "crs" not in indhold and _er_meter(features))


def _er_meter(features: list[Any]) -> bool:
    for et in features:
        sted = (et.get("geometry") or {}).get("coordinates") if isinstance(et, dict) else None
        while isinstance(sted, list) and sted and isinstance(sted[0], list):
            sted = sted[0]
        if isinstance(sted, list) and sted:
            return isinstance(sted[0], (int, float)) and abs(sted[0]) > _METER
    return False


def _laeser(data: bytes) -> QXmlStreamReader:
    xml_vagt.kontroller_data(data, tr("Tjenestens svar"))
    return QXmlStreamReader(data)


def _undtagelse(data: bytes) -> None:
    """Raise when the answer is an exception report (also with HTTP 200), a web page or nothing."""
    start = xml_vagt.rod(data[: 1 << 16])
    if not start.strip():
        raise Ufuldstaendigt
    if re.match(rb"<(?:!doctype\s+)?html", start, re.IGNORECASE):
        raise LaeseFejl(
            tr("Tjenesten svarer med en hjemmeside; måske skal der logges ind. Se adressen efter.")
        )
    rod = re.match(rb"<(?:[\w.-]+:)?([\w.-]+)", start)
    if rod is None:
        raise Ufuldstaendigt
    if rod[1] in {b"ExceptionReport", b"ServiceExceptionReport"}:
        sagt = tekst.rens(data.decode("utf-8", "replace")[:20_000]) or ""
        raise LaeseFejl(
            tr("Tjenesten siger nej: {}").format(" ".join(sagt.split())[:_LAENGSTE_SVAR])
        )


def _tal(vaerdi: object) -> int | None:
    tekst_ = str(vaerdi)
    return int(tekst_) if tekst_.isascii() and tekst_.isdigit() else None


def _aftryk(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
