# SPDX-License-Identifier: GPL-2.0-or-later
"""The map symbols and labels as SLD, one style for each view with geometry, with the pictograms as files beside it.

QGIS writes SLD too, but not of ours: it loses conditions with today's date, widths that follow the scale, and signs in
areas, and it names pictograms by where they lie on this machine.
"""

from __future__ import annotations

from collections.abc import Iterator

from moedested_plugin.domain.farve import HVID
from moedested_plugin.domain.signatur import (
    LINJE_PAA_AFSTAND,
    NAER,
    Flade,
    Linje,
    Punkt,
    Skala,
    Tegn,
)
from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.styles.etiketter import ETIKETTER, LANGS_LINJEN, Etiket
from moedested_plugin.project.styles.regler import LUKKET

from . import sld_sprog as sprog
from .blade import blade, snit
from .mapfil_etiketter import HALVE_TEGN
from .mapfil_tegn import Symboler
from .postgis_visning import ETIKET, LUKKET_NU
from .sld_sprog import element, parametre, pixels
from .tjeneste_lag import TJENESTELAG, Tjenestelag

_SKRAVERING = "skravering"
_SKRAVERING_MM = 2.5
#: A tile of lines at 45 degrees: the corners fit those of the next tile.
_SVG_SKRAVERING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none">'
    '<path d="M-3 3 L3 -3 M-3 27 L27 -3 M21 27 L27 21" stroke="{}" stroke-width="{}"/></svg>\n'
)
_RUDE = 24
_SVG = "image/svg+xml"
_ETIKETTER = {"udstyr": "udstyr_nr", "straekning": "forhindring_tekst"}
#: Points of type (1/72 inch) in pixels.
_PUNKT_MM = 25.4 / 72


def stilarter() -> Iterator[tuple[Tjenestelag, tuple[str, ...]]]:
    """Give each published table with geometry, with the roles that draw it, the undermost first."""
    for lag in TJENESTELAG:
        if lag.wfs and lag.geometri:
            roller = [et.rolle for et in TJENESTELAG if et.wms and et.tabelnavn == lag.navn]
            yield lag, tuple(reversed(roller))


def sld(lag: Tjenestelag, roller: tuple[str, ...], symboler: Symboler) -> str:
    """Give the style of a table; `symboler` learns of the pictograms that it names."""
    tegnet = (
        element("se:FeatureTypeStyle", *_tegn(rolle, symboler), *_etiketter(rolle))
        for rolle in roller
    )
    return sprog.dokument(lag.navn, lag.titel, *tegnet)


# Signs ------------------------------------------------------------------------------------------------


def _tegn(rolle: str, symboler: Symboler) -> Iterator[str]:
    lagets = sprog.lagets(LAG_AF_ROLLE[rolle])
    for nummer, blad in enumerate(blade(SIGNATURER[rolle], sprog, lagets), 1):
        baand = [(blad.skala, 1.0)]
        if not isinstance(blad.tegn, Punkt):  # lines are thinner from afar
            naer, fjern = (snit(blad.skala, s) for s in (NAER, Skala(NAER.til)))
            baand = [(naer, 1.0), (fjern, LINJE_PAA_AFSTAND)]
        for skala, del_ in baand:
            if not skala.til or skala.fra < skala.til:
                navn = f"{rolle}_{nummer}{'' if del_ == 1.0 else '_fjern'}"
                stil = _symbol(blad.tegn, del_, symboler)
                yield sprog.regel(navn, blad.tekst, blad.naar, skala, *stil)


def _symbol(tegn: Tegn, del_: float, symboler: Symboler) -> Iterator[str]:
    if isinstance(tegn, Punkt):
        yield element("se:PointSymbolizer", _grafik(tegn, symboler))
    elif isinstance(tegn, Linje):
        yield from _linje(tegn, del_, symboler)
    else:
        yield from _flade(tegn, del_, symboler)


def _grafik(punkt: Punkt, symboler: Symboler) -> str:
    if punkt.piktogram:
        billede = _fil(symboler.navn(punkt))
    else:
        billede = element(
            "se:Mark", element("se:WellKnownName", "square" if punkt.firkant else "circle"),
            element("se:Fill", parametre(fill=punkt.farve)),
            element("se:Stroke", parametre(stroke=punkt.kant, stroke_width=pixels(punkt.kant_mm))),
        )  # fmt: skip
    x, y = punkt.plads
    plads = (
        element(
            "se:Displacement", element("se:DisplacementX", pixels(x)),
            element("se:DisplacementY", pixels(-y)),  # up, as a map
        )
        if punkt.plads != (0.0, 0.0)
        else ""
    )  # fmt: skip
    return element("se:Graphic", billede, element("se:Size", pixels(punkt.mm)), plads)


def _fil(navn: str) -> str:
    sted = element("se:OnlineResource", xlink__type="simple", xlink__href=f"{navn}.svg")
    return element("se:ExternalGraphic", sted, element("se:Format", _SVG))


def _streg(hex_: str, mm: float, streg: tuple[float, ...] = (), til_siden: float = 0.0) -> str:
    stregning = parametre(
        stroke=hex_,
        stroke_width=pixels(mm),
        stroke_linejoin="round",
        stroke_linecap="butt" if streg else "round",
        stroke_dasharray=" ".join(pixels(led) for led in streg),
    )
    # to the left in SLD, to the right in QGIS
    forskudt = element("se:PerpendicularOffset", pixels(-til_siden)) if til_siden else ""
    return element("se:LineSymbolizer", element("se:Stroke", stregning), forskudt)


def _linje(linje: Linje, del_: float, symboler: Symboler) -> Iterator[str]:
    if linje.farve:
        yield _streg(linje.farve, linje.mm * del_, linje.streg, linje.til_siden_mm)
    if linje.kerne:
        yield _streg(linje.kerne, linje.kerne_mm * del_, (), linje.til_siden_mm)
    if linje.maerke is None:
        return
    grafik = _grafik(linje.maerke, symboler)
    if linje.afstand_mm:
        mellem = linje.afstand_mm - linje.maerke.mm
        perler = element(
            "se:GraphicStroke", grafik,
            element("se:InitialGap", element("ogc:Literal", pixels(linje.afstand_mm / 2))),
            element("se:Gap", element("ogc:Literal", pixels(mellem))),
        )  # fmt: skip
        # GeoServer reads the distance here
        afstand = parametre(stroke_dasharray=f"{pixels(linje.maerke.mm)} {pixels(mellem)}")
        yield element("se:LineSymbolizer", element("se:Stroke", perler, afstand))
    else:
        yield element("se:PointSymbolizer", grafik)


def _flade(flade: Flade, del_: float, symboler: Symboler) -> Iterator[str]:
    if flade.farve:
        yield element("se:PolygonSymbolizer", element("se:Fill", parametre(fill=flade.farve)))
    if flade.skravering:
        navn = f"{_SKRAVERING}_{flade.skravering[1:]}"
        mm = _SKRAVERING_MM * 2**0.5
        symboler.svg[navn] = _SVG_SKRAVERING.format(flade.skravering, round(0.3 * _RUDE / mm, 2))
        rude = element("se:Graphic", _fil(navn), element("se:Size", pixels(mm)))
        yield element("se:PolygonSymbolizer", element("se:Fill", element("se:GraphicFill", rude)))
    if flade.kant:
        yield _streg(flade.kant, flade.kant_mm * del_, flade.streg)
    if flade.maerke is not None:
        yield element("se:PointSymbolizer", _grafik(flade.maerke, symboler))


# Labels -----------------------------------------------------------------------------------------------


def _etiketter(rolle: str) -> Iterator[str]:
    lagets = sprog.lagets(LAG_AF_ROLLE[rolle])
    for nummer, etiket in enumerate(ETIKETTER.get(rolle, ()), 1):
        egen = sprog.er(LUKKET_NU, int(etiket.naar == LUKKET)) if etiket.naar else ""
        naar = sprog.og((lagets, egen))
        # a rule without a title, and in GeoServer one that stands in no legend
        skjult = element("sld:VendorOption", "mapOnly", name="inclusion")
        yield sprog.regel(
            f"{rolle}_etiket_{nummer}",
            "",
            naar,
            Skala(0, etiket.til),
            _tekst(rolle, etiket),
            skjult,
        )


def _tekst(rolle: str, etiket: Etiket) -> str:
    return element(
        "se:TextSymbolizer",
        element("se:Label", sprog.kolonne(_ETIKETTER.get(rolle, ETIKET))),
        element(
            "se:Font",
            parametre(
                font_family="Open Sans",
                font_size=pixels(etiket.punkt * _PUNKT_MM),
                font_weight="bold" if etiket.fed else "",
            ),
        ),
        _placering(rolle),
        element("se:Halo", element("se:Radius", pixels(0.8)), element("se:Fill", parametre(fill=HVID))),
        element("se:Fill", parametre(fill=etiket.farve)),
        element("se:Priority", str(etiket.plads * 100)),
        *_til_geoserver(rolle),
    )  # fmt: skip


def _placering(rolle: str) -> str:
    if rolle in LANGS_LINJEN:
        afstand = element("se:PerpendicularOffset", pixels(2.4))
        return element("se:LabelPlacement", element("se:LinePlacement", afstand))
    halvt = 2.6 if rolle in ("omraade", "straekning") else HALVE_TEGN.get(rolle, 2.0)
    return element(
        "se:LabelPlacement",
        element(
            "se:PointPlacement",
            element("se:AnchorPoint", element("se:AnchorPointX", "0"), element("se:AnchorPointY", "0.5")),
            element(
                "se:Displacement", element("se:DisplacementX", pixels(halvt + 0.4)),
                element("se:DisplacementY", "0"),
            ),
        ),
    )  # fmt: skip


def _til_geoserver(rolle: str) -> Iterator[str]:
    """Give what only GeoServer reads: lines along routes, and long names on more lines."""
    valg = (
        {"followLine": "true", "repeat": pixels(90), "group": "yes"}
        if rolle in LANGS_LINJEN
        else {"autoWrap": "160"}
    )
    for navn, vaerdi in valg.items():
        yield element("sld:VendorOption", vaerdi, name=navn)
