# SPDX-License-Identifier: GPL-2.0-or-later
"""The map symbols as MapServer's classes and symbols, with the pictograms as files in their colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from moedested_plugin import paths
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

from . import mapfil_udtryk
from .blade import blade
from .mapfil_sprog import Linjer, blok, citat, farve, pixels

_CIRKEL, _FIRKANT, _SKRAVERING = "cirkel", "firkant", "skravering"
_UDEN_FILER = {
    _CIRKEL: ("TYPE ELLIPSE", "FILLED TRUE", "POINTS 1 1 END"),
    _FIRKANT: ("TYPE VECTOR", "FILLED TRUE", "POINTS 0 0 0 1 1 1 1 0 0 0 END"),
    _SKRAVERING: ("TYPE HATCH",),
}
_TEGNET_PAA = 24  # our pictograms' own grid
_PARAMETER = re.compile(r"param\((fill|outline|outline-width)\) [^\"]+")
#: Longer than any route on any map: MapServer then puts one mark, in the middle.
_KUN_MIDT = 1_000_000.0


@dataclass
class Symboler:
    """The symbols that the classes ask for: name → pictogram in its colours."""

    mappe: str
    svg: dict[str, str] = field(default_factory=dict)

    def navn(self, punkt: Punkt) -> str:
        """Give the name of the symbol of a point."""
        if not punkt.piktogram:
            return _FIRKANT if punkt.firkant else _CIRKEL
        kant = round(punkt.kant_mm * _TEGNET_PAA / punkt.mm, 2)
        navn = f"{punkt.piktogram}_{punkt.farve[1:]}_{punkt.kant[1:]}_{round(kant * 100)}"
        if navn not in self.svg:
            vaerdier = {"fill": punkt.farve, "outline": punkt.kant, "outline-width": str(kant)}
            tegning = paths.resource("icons", "kort", f"{punkt.piktogram}.svg").read_text("utf-8")
            self.svg[navn] = _PARAMETER.sub(lambda fundet: vaerdier[fundet[1]], tegning)
        return navn

    def blokke(self) -> Iterator[Linjer]:
        """Give every symbol as a block."""
        for navn, linjer in _UDEN_FILER.items():
            yield blok("SYMBOL", (f"NAME {citat(navn)}", *linjer))
        for navn in self.svg:
            fil = citat(f"{self.mappe}/{navn}.svg")
            yield blok("SYMBOL", (f"NAME {citat(navn)}", "TYPE SVG", f"IMAGE {fil}"))


def klasser(rolle: str, symboler: Symboler) -> Iterator[Linjer]:
    """Give the classes of a role, in the order they are drawn; each row is drawn by all that it fits."""
    for blad in blade(SIGNATURER[rolle], mapfil_udtryk):
        yield _klasse(blad.tekst, blad.naar, blad.skala, _stile(blad.tegn, symboler))


def _klasse(tekst: str, naar: str, skala: Skala, stile: Iterable[Linjer]) -> Linjer:
    linjer = [f"NAME {citat(tekst)}", *_band(skala)]
    if naar:
        linjer.append(f"EXPRESSION {naar if naar.startswith('(') else f'({naar})'}")
    for stil in stile:
        linjer += stil
    return blok("CLASS", linjer)


def _band(skala: Skala) -> Linjer:
    return [
        *([f"MINSCALEDENOM {skala.fra}"] if skala.fra else ()),
        *([f"MAXSCALEDENOM {skala.til}"] if skala.til else ()),
    ]


# Signs as styles --------------------------------------------------------------------------------------


def _stile(tegn: Tegn, symboler: Symboler) -> Iterator[Linjer]:
    if isinstance(tegn, Punkt):
        yield _maerke(tegn, symboler)
    elif isinstance(tegn, Linje):
        yield from _linje(tegn, symboler)
    else:
        yield from _flade(tegn, symboler)


def _maerke(punkt: Punkt, symboler: Symboler, *ekstra: str) -> Linjer:
    linjer = [f"SYMBOL {citat(symboler.navn(punkt))}", f"SIZE {pixels(punkt.mm)}", *ekstra]
    if not punkt.piktogram:
        linjer += [
            f"COLOR {farve(punkt.farve)}",
            f"OUTLINECOLOR {farve(punkt.kant)}",
            f"WIDTH {pixels(punkt.kant_mm)}",
        ]
    if punkt.plads != (0.0, 0.0):
        linjer.append(f"OFFSET {pixels(punkt.plads[0])} {pixels(punkt.plads[1])}")
    return blok("STYLE", linjer)


def _streg(
    kendeord: str, hex_: str, mm: float, streg: tuple[float, ...] = (), til_siden: float = 0.0
) -> Iterator[Linjer]:
    """Give the stroke twice: as it is near by, and thinner from afar."""
    faelles = [f"{kendeord} {farve(hex_)}", "LINEJOIN ROUND"]
    if streg:
        faelles += [f"PATTERN {' '.join(pixels(led) for led in streg)} END", "LINECAP BUTT"]
    else:
        faelles.append("LINECAP ROUND")
    if til_siden:
        faelles.append(f"OFFSET {pixels(til_siden)} -99")
    for band, del_ in ((Skala(0, NAER.til), 1.0), (Skala(NAER.til, 0), LINJE_PAA_AFSTAND)):
        yield blok("STYLE", (*_band(band), f"WIDTH {pixels(mm * del_)}", *faelles))


def _linje(linje: Linje, symboler: Symboler) -> Iterator[Linjer]:
    if linje.farve:
        yield from _streg("COLOR", linje.farve, linje.mm, linje.streg, linje.til_siden_mm)
    if linje.kerne:
        yield from _streg("COLOR", linje.kerne, linje.kerne_mm, (), linje.til_siden_mm)
    if linje.maerke is not None:
        afstand = pixels(linje.afstand_mm or _KUN_MIDT)
        yield _maerke(linje.maerke, symboler, f"GAP {afstand}")


def _flade(flade: Flade, symboler: Symboler) -> Iterator[Linjer]:
    if flade.farve:
        yield blok("STYLE", (f"COLOR {farve(flade.farve)}",))
    if flade.skravering:
        yield blok(
            "STYLE",
            (
                f"SYMBOL {citat(_SKRAVERING)}",
                f"COLOR {farve(flade.skravering)}",
                "ANGLE 45",
                f"SIZE {pixels(2.5)}",
                f"WIDTH {pixels(0.3)}",
            ),
        )
    if flade.kant:
        yield from _streg("OUTLINECOLOR", flade.kant, flade.kant_mm, flade.streg)
    if flade.maerke is not None:
        yield _maerke(flade.maerke, symboler, 'GEOMTRANSFORM "centroid"')
