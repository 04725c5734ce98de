# SPDX-License-Identifier: GPL-2.0-or-later
"""The language of styles that most map servers read: SLD 1.1 with Symbology Encoding and OGC filters, as text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from moedested_plugin.domain.signatur import Saerlig, Signatur, Skala, Valg
from moedested_plugin.project.lag import Lag

from .mapfil_sprog import PIXEL_MM, tal
from .postgis_visning import LUKKET_NU

_HOVED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sld:StyledLayerDescriptor version="1.1.0" xmlns:sld="http://www.opengis.net/sld"'
    ' xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink">\n'
)


def element(navn: str, *indhold: str, **egenskaber: str) -> str:
    """Give an element; what is inside is XML already."""
    par = "".join(f' {k.replace("__", ":")}="{escape(v)}"' for k, v in egenskaber.items())
    return f"<{navn}{par}>{''.join(indhold)}</{navn}>" if indhold else f"<{navn}{par}/>"


def dokument(navn: str, titel: str, *stilarter: str) -> str:
    """Give the file of one layer."""
    stil = element("sld:UserStyle", element("se:Name", navn), beskriv(titel), *stilarter)
    return f"{_HOVED}{element('sld:NamedLayer', element('se:Name', navn), stil)}\n</sld:StyledLayerDescriptor>\n"


def beskriv(titel: str) -> str:
    """Give a title for people."""
    return element("se:Description", element("se:Title", escape(titel)))


def regel(navn: str, titel: str, naar: str, skala: Skala, *tegn: str) -> str:
    """Give a rule: what is drawn of the rows it holds for, at these scales."""
    filter_ = element("ogc:Filter", naar) if naar else ""
    fra = element("se:MinScaleDenominator", str(skala.fra)) if skala.fra else ""
    til = element("se:MaxScaleDenominator", str(skala.til)) if skala.til else ""
    om = beskriv(titel) if titel else ""
    return "\n" + element("se:Rule", element("se:Name", navn), om, filter_, fra, til, *tegn)


def pixels(mm: float) -> str:
    """Give a length on the map in pixels of OGC's size."""
    return tal(mm / PIXEL_MM)


def parametre(**vaerdier: str) -> str:
    """Give SVG's own words for how a line, an area or a text looks."""
    return "".join(
        element("se:SvgParameter", escape(vaerdi), name=navn.replace("_", "-"))
        for navn, vaerdi in vaerdier.items()
        if vaerdi
    )


# Conditions -------------------------------------------------------------------------------------------


def er(felt: str, vaerdi: object) -> str:
    """Give the condition that a column has this value."""
    return _sammenlign("PropertyIsEqualTo", felt, vaerdi)


def kolonne(felt: str) -> str:
    """Give the value of a column."""
    return element("ogc:PropertyName", felt)


def lagets(lag: Lag) -> str:
    """Give which rows of its table a layer of the project has."""
    if lag.typer:
        return _en_af(lag.typefelt, lag.typer)
    return _ikke(er(lag.typefelt, type_) for type_ in lag.undtagen)


def betingelse(signatur: Signatur) -> str:
    """Give when a signature holds, apart from its place in the tree; '' for always."""
    if signatur.saerlig is Saerlig.LUKKET:
        return er(LUKKET_NU, 1)
    if signatur.saerlig is Saerlig.FORHINDRING:
        return _sammenlign("PropertyIsGreaterThan", "forhindring_k", 0)
    return og(map(_valg, signatur.valg))


def og(led: Iterable[str]) -> str:
    """Give the condition that all of them hold."""
    return _saml("ogc:And", led)


def ingen_af(soestre: Iterable[Signatur]) -> str:
    """Give the condition that none of these holds. They ask about codes that every row must have."""
    return _ikke(map(betingelse, soestre))


def _ikke(led: Iterable[str]) -> str:
    samlet = _saml("ogc:Or", led)
    return element("ogc:Not", samlet) if samlet else ""


def _valg(valg: Valg) -> str:
    if valg.interval is not None:
        fra, til = (element("ogc:Literal", str(tal_)) for tal_ in valg.interval)
        return element(
            "ogc:PropertyIsBetween", kolonne(valg.felt), element("ogc:LowerBoundary", fra),
            element("ogc:UpperBoundary", til),
        )  # fmt: skip
    return _en_af(valg.felt, valg.koder)


def _en_af(felt: str, koder: Iterable[int]) -> str:
    return _saml("ogc:Or", (er(felt, kode) for kode in koder))


def _sammenlign(hvordan: str, felt: str, vaerdi: object) -> str:
    return element(
        f"ogc:{hvordan}", kolonne(felt), element("ogc:Literal", escape(str(vaerdi), quote=False))
    )


def _saml(ord_: str, led: Iterable[str]) -> str:
    dele = [et for et in led if et]
    return dele[0] if len(dele) == 1 else element(ord_, *dele) if dele else ""
