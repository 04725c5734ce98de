# SPDX-License-Identifier: GPL-2.0-or-later
"""Surfaces as a strip (SVG in plain Python): each with its colour of the map and a pattern, so that it reads in grey.

The patterns are drawn line by line: QGIS's SVG knows neither patterns nor clipping.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from moedested_plugin.domain.farve import GRAA, HVID, SORT, bland
from moedested_plugin.domain.signatur import Linje
from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.domain.underlag_langs import ANDET, UKENDT
from moedested_plugin.paths import resource

#: Lines of the patterns (mm).
_STREG = 0.22
_PARAM = re.compile(r"param\(([\w-]+)\) [^\"]+")


@lru_cache(maxsize=1)
def _farver() -> dict[int, str]:
    """The colours of the map, by the code of the surface."""
    underlag = next(s for s in SIGNATURER["straekning"] if s.noegle == "underlag")
    return {
        et.valg[0].koder[0]: et.tegn.farve
        for et in underlag.under
        if isinstance(et.tegn, Linje) and et.valg
    }


@dataclass(frozen=True)
class _Felt:
    """A box (mm) that a pattern fills."""

    x: float
    y: float
    bredde: float
    hoejde: float

    def prikker(self, trin: float, side: float) -> str:
        """Dots in rows, every second row moved."""
        led = []
        for raekke in range(int(self.hoejde / trin)):
            y = self.y + (raekke + 0.5) * trin - side / 2
            x = self.x + (0.5 + 0.5 * (raekke % 2)) * trin
            while x + side <= self.x + self.bredde:
                led.append(f"M{x:.2f} {y:.2f}h{side}v{side}h-{side}z")
                x += trin
        return "".join(led)

    def lodrette(self, trin: float) -> str:
        """Upright lines."""
        antal = int(self.bredde / trin)
        return "".join(
            f"M{self.x + nr * trin:.2f} {self.y:.2f}v{self.hoejde:.2f}"
            for nr in range(1, antal + 1)
        )

    def skraa(self, trin: float, *, ned: bool = False) -> str:
        """Slanting lines, cut at the box."""
        led = []
        for nr in range(1, math.ceil((self.bredde + self.hoejde) / trin)):
            langs = nr * trin
            fra, til = max(0.0, langs - self.hoejde), min(self.bredde, langs)
            y_fra, y_til = langs - fra, langs - til
            if ned:
                y_fra, y_til = self.hoejde - y_fra, self.hoejde - y_til
            led.append(
                f"M{self.x + fra:.2f} {self.y + y_fra:.2f}L{self.x + til:.2f} {self.y + y_til:.2f}"
            )
        return "".join(led)

    def sten(self, trin: float) -> str:
        """Bricks in three courses."""
        lag = self.hoejde / 3
        led = [f"M{self.x:.2f} {self.y + nr * lag:.2f}h{self.bredde:.2f}" for nr in (1, 2)]
        for nr in range(3):
            x = self.x + (trin if nr % 2 else trin / 2)
            while x < self.x + self.bredde:
                led.append(f"M{x:.2f} {self.y + nr * lag:.2f}v{lag:.2f}")
                x += trin
        return "".join(led)

    def straa(self, trin: float, hoejde: float) -> str:
        """Tufts of grass in rows, every second row moved."""
        led = []
        for raekke in range(int(self.hoejde / (hoejde * 1.6))):
            y = self.y + (raekke + 0.9) * hoejde * 1.6
            x = self.x + (0.5 + 0.5 * (raekke % 2)) * trin
            while x + hoejde / 2 <= self.x + self.bredde:
                led.append(
                    f"M{x - hoejde / 2:.2f} {y - hoejde:.2f}L{x:.2f} {y:.2f}L{x + hoejde / 2:.2f} {y - hoejde:.2f}"
                )
                x += trin
        return "".join(led)

    def boelger(self, trin: float) -> str:
        """Short level dashes in rows, every second row moved."""
        led = []
        raekker = 4
        for raekke in range(raekker):
            y = self.y + (raekke + 0.5) * self.hoejde / raekker
            x = self.x + (0.6 if raekke % 2 else 0.1) * trin
            while x + trin / 2 <= self.x + self.bredde:
                led.append(f"M{x:.2f} {y:.2f}h{trin / 2:.2f}")
                x += trin
        return "".join(led)


#: By code: how pale the ground is, whether the pattern is filled, and the pattern.
_MOENSTRE: dict[int, tuple[float, bool, Callable[[_Felt], str]]] = {
    1: (0.45, False, lambda _: ""),
    2: (0.86, False, lambda felt: felt.sten(2.4)),
    3: (0.62, True, lambda felt: felt.prikker(1.1, 0.3)),
    4: (0.88, True, lambda felt: felt.prikker(1.6, 0.75)),
    5: (0.72, False, lambda felt: felt.lodrette(1.0)),
    6: (0.86, False, lambda felt: felt.straa(1.7, 0.9)),
    7: (0.55, False, lambda felt: felt.skraa(1.6)),
    8: (0.80, False, lambda felt: felt.boelger(2.0)),
    ANDET: (0.80, False, lambda felt: felt.skraa(2.2) + felt.skraa(2.2, ned=True)),
}


def underlag(kode: int, x: float, y: float, bredde: float, hoejde: float) -> str:
    """A piece of the strip. The unknown is an empty box with a broken edge; a code of the municipality's own is as *Andet*."""
    ramme = f'<rect x="{x:.2f}" y="{y:.2f}" width="{bredde:.2f}" height="{hoejde:.2f}"'
    if kode == UKENDT:
        return f'{ramme} fill="{HVID}" stroke="{GRAA}" stroke-width=".25" stroke-dasharray="1 1"/>'
    kode = kode if kode in _MOENSTRE else ANDET
    farve = _farver().get(kode, GRAA)
    bleg, fyldt, moenster = _MOENSTRE[kode]
    sti = moenster(_Felt(x, y, bredde, hoejde))
    hvordan = (
        f'fill="{farve}"' if fyldt else f'fill="none" stroke="{farve}" stroke-width="{_STREG}"'
    )
    return (
        f'{ramme} fill="{bland(farve, HVID, bleg)}"/>'
        + (f'<path d="{sti}" {hvordan}/>' if sti else "")
        + f'{ramme} fill="none" stroke="{SORT}" stroke-width=".25"/>'
    )


@lru_cache(maxsize=64)
def piktogram(navn: str, farve: str) -> str:
    """The drawing of a sign of the map (24 x 24), in its colour."""
    tekst = resource("icons", "kort", f"{navn}.svg").read_text("utf-8")
    indhold = tekst[tekst.index("<path") : tekst.rindex("</svg>")]
    vaerdier = {"fill": farve, "outline": HVID, "outline-width": "1.5"}
    return _PARAM.sub(lambda fundet: vaerdier[fundet[1]], indhold)


def tegn(navn: str, farve: str, x: float, y: float, stoerrelse: float) -> str:
    """A sign of the map, its upper left corner at a place."""
    return (
        f'<g transform="translate({x:.2f} {y:.2f}) scale({stoerrelse / 24:.4f})" fill="none"'
        f' stroke-linecap="round" stroke-linejoin="round">{piktogram(navn, farve)}</g>'
    )


def svg(indhold: Iterable[str], bredde: float, hoejde: float) -> str:
    """The drawing of this size (mm)."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{bredde:.2f}mm" height="{hoejde:.2f}mm"'
        f' viewBox="0 0 {bredde:.2f} {hoejde:.2f}">{"".join(indhold)}</svg>'
    )
