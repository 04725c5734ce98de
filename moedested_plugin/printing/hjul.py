# SPDX-License-Identifier: GPL-2.0-or-later
"""The annual wheel drawn (hjul): an SVG of months, weeks, single days, arcs and seasons, from plain Python.

January begins at the top and the year goes with the clock. Text follows the circle letter by letter, since QGIS draws
no text on a path; it is turned round on the lower half, so that nothing stands on its head.
"""

from __future__ import annotations

import datetime as dt
import math
from calendar import isleap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from moedested_plugin.domain.farve import (
    BLAA,
    BRUN,
    GRAA,
    GROEN,
    HIMMEL,
    HVID,
    LILLA,
    ORANGE,
    ROED,
    SORT,
    bland,
    kontrast,
)
from moedested_plugin.domain.hvornaar import DANSK

from .hjul_baner import Bue, Maerke

#: Colours of the types; the letter tells them apart where colours cannot, and so does the edge when they come again.
FARVER = (BLAA, ORANGE, GROEN, LILLA, BRUN, HIMMEL, ROED, GRAA)
_BLEG = 0.78
#: Seasons: name, first month, tint.
_AARSTIDER = (
    ("Vinter", 12, "#dce9f2"), ("Forår", 3, "#deeeda"), ("Sommer", 6, "#fbf1cf"), ("Efterår", 9, "#f6e2d3"),
)  # fmt: skip
_LINJE, _SPOR = "#b4b4b4", "#e4e4e4"
_TI = 10.0  # units of the drawing per millimetre: Qt rounds small sizes of type
#: Heights of the rings in sizes of type, and the least height of a lane.
_MAANED, _UGE, _AARSTID, _MIDTE, BANE = 2.4, 1.7, 1.7, 4.6, 1.4
_BANE_STOERST, _LUFT_INDE = 2.6, 0.4
_MAERKE_LUFT, _PRIK = 1.12, 0.62
#: The year in the middle: of the radius there, and at most so many sizes of type.
_AARSTAL, _AARSTAL_HOEJST = 0.5, 7.0
_KVART = 95.0  # degrees of an arc that want a text of their own


@dataclass(frozen=True)
class Udseende:
    """How a type looks: fill, text on it, edge ('' for none)."""

    fyld: str
    tekst: str
    kant: str = ""


def udseende(slags: int) -> Udseende:
    """Of the type with this number: colours are full first, then pale with an edge, then white with an edge."""
    farve, omgang = FARVER[slags % len(FARVER)], slags // len(FARVER)
    if omgang:
        return Udseende(bland(farve, HVID, _BLEG) if omgang == 1 else HVID, SORT, farve)
    return Udseende(farve, max((HVID, SORT), key=lambda tekst: kontrast(tekst, farve)))


@dataclass(frozen=True)
class Maal:
    """Sizes of a wheel (mm): its radius, its type, how long the marks are, and how wide a text is in sizes of type."""

    radius: float
    skrift: float
    bredde: Callable[[str], float]
    familie: str

    def dage_ring(self, maerker: Sequence[Maerke]) -> float:
        """Height of the ring of the single days."""
        if not maerker:
            return self.skrift * 0.5
        return (max(self.bredde(et.tekst) for et in maerker) + 2.6) * self.skrift

    def plads(self, maerker: Sequence[Maerke]) -> float:
        """What is left for the lanes."""
        brugt = (_MAANED + _UGE + _AARSTID + _MIDTE + _LUFT_INDE) * self.skrift + self.dage_ring(
            maerker
        )
        return self.radius - brugt

    def baner(self, maerker: Sequence[Maerke]) -> int:
        """How many lanes there is room for."""
        return max(0, int(self.plads(maerker) / (BANE * self.skrift)))

    def maerker(self, maerker: Sequence[Maerke]) -> int:
        """How many marks there is room for, side by side all the way round."""
        inderst = self.radius - (_MAANED + _UGE) * self.skrift - self.dage_ring(maerker)
        return int(2 * math.pi * max(0.0, inderst) / (self.skrift * _MAERKE_LUFT))


def tegn(aar: int, baner: Sequence[Sequence[Bue]], maerker: Sequence[Maerke], maal: Maal) -> str:
    """The wheel as SVG."""
    return _Tegner(aar, maal).hjul(baner, maerker)


class _Tegner:
    def __init__(self, aar: int, maal: Maal) -> None:
        self.aar, self.maal = aar, maal
        self._dage = 366 if isleap(aar) else 365
        self._ud: list[str] = []

    def hjul(self, baner: Sequence[Sequence[Bue]], maerker: Sequence[Maerke]) -> str:
        maal, skrift = self.maal, self.maal.skrift
        uger = maal.radius - _MAANED * skrift
        dage = uger - _UGE * skrift
        bund = dage - maal.dage_ring(maerker)
        # few lanes leave room for a large middle, and not for a hole
        ledig = bund - (len(baner) * _BANE_STOERST + _AARSTID + _LUFT_INDE) * skrift
        midte = max(_MIDTE * skrift, ledig)
        aarstid = midte + _AARSTID * skrift
        self._aarstider(midte, aarstid)
        self._maaneder(uger, (aarstid, bund))
        self._uger(uger, dage)
        self._maerker(maerker, dage, bund)
        rum = bund - aarstid - _LUFT_INDE * skrift
        hoejde = min(_BANE_STOERST * skrift, rum / max(1, len(baner)))
        for nr, bane in enumerate(baner):
            self._bane(bane, bund - nr * hoejde, hoejde)
        self._cirkel(0, midte, HVID, _LINJE)
        self._tekst(
            str(self.aar), 0, 0, 0, min(midte * _AARSTAL, skrift * _AARSTAL_HOEJST), SORT, fed=True
        )
        side = 2 * maal.radius * _TI
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{side:.0f}" height="{side:.0f}" '
            f'viewBox="{-side / 2:.0f} {-side / 2:.0f} {side:.0f} {side:.0f}">{"".join(self._ud)}</svg>'
        )

    # Time ---------------------------------------------------------------------------------------------------

    def _vinkel(self, dag: dt.date) -> float:
        """Degrees from the top, where the day begins."""
        return 360.0 * (dag.timetuple().tm_yday - 1) / self._dage

    def _maaned(self, nr: int) -> tuple[float, float]:
        slut = 360.0 if nr == len(DANSK.maaneder) else self._vinkel(dt.date(self.aar, nr + 1, 1))
        return self._vinkel(dt.date(self.aar, nr, 1)), slut

    def _aarstider(self, inde: float, ude: float) -> None:
        for navn, foerst, farve in _AARSTIDER:
            midte = self._maaned(foerst % 12 + 1)
            for maaned in range(foerst, foerst + 3):
                a, b = self._maaned((maaned - 1) % 12 + 1)
                self._ring(a, b, inde, ude, farve)
                self._ring(a, b, self.maal.radius - _MAANED * self.maal.skrift, self.maal.radius, farve)  # fmt: skip
            self._bue_tekst(navn, sum(midte) / 2, (inde + ude) / 2, self.maal.skrift, SORT, 80.0)

    def _maaneder(self, inde: float, baner: tuple[float, float]) -> None:
        """Names, and the lines between them; none among the single days, whose texts may need the room."""
        skrift = self.maal.skrift
        for nr, navn in enumerate(DANSK.maaneder, 1):
            a, b = self._maaned(nr)
            self._streg(a, inde, self.maal.radius, _LINJE)
            self._streg(a, *baner, _LINJE)
            self._bue_tekst(
                navn.capitalize(), (a + b) / 2, (inde + self.maal.radius) / 2, 1.25 * skrift, SORT, b - a, fed=True,
            )  # fmt: skip
        self._cirkel(0, self.maal.radius, "", _LINJE)
        self._cirkel(0, inde, "", _LINJE)

    def _uger(self, ude: float, inde: float) -> None:
        """A tick at every Monday, and the number of the week after it."""
        self._cirkel(0, inde, "", _LINJE)
        dag = dt.date(self.aar, 1, 1)
        dag += dt.timedelta(days=-dag.weekday() % 7)
        while dag.year == self.aar:
            vinkel = self._vinkel(dag)
            self._streg(vinkel, inde, ude, _LINJE)
            midt = vinkel + 3.5 * 360 / self._dage
            if midt < 360:
                self._bue_tekst(str(dag.isocalendar()[1]), midt, (ude + inde) / 2, self.maal.skrift, "#4a4a4a", 7.0)  # fmt: skip
            dag += dt.timedelta(days=7)

    # What happens -------------------------------------------------------------------------------------------

    def _maerker(self, maerker: Sequence[Maerke], ude: float, inde: float) -> None:
        """A dot at the day, and a text inwards; where days are close, texts give way and a line leads to them."""
        skrift = self.maal.skrift
        prik, start = ude - 0.6 * skrift, ude - 2.1 * skrift
        mindst = math.degrees(skrift * _MAERKE_LUFT / max(inde, 1.0))
        oensket = [self._vinkel(et.dag) + 180 / self._dage for et in maerker]
        for et, vinkel, plads in zip(maerker, oensket, spred(oensket, mindst)):
            farve = FARVER[et.slags % len(FARVER)]
            (x1, y1), (x2, y2) = _punkt(vinkel, prik), _punkt(plads, start + 0.3 * skrift)
            self._ud.append(f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{farve}" stroke-width="{0.35 * _TI:.1f}" fill="none"/>')  # fmt: skip
            fyld = HVID if et.aflyst else udseende(et.slags).fyld
            self._ud.append(f'<circle cx="{x1:.1f}" cy="{y1:.1f}" r="{_PRIK / 2 * skrift * _TI:.1f}" fill="{fyld}" stroke="{farve}" stroke-width="{0.35 * _TI:.1f}"/>')  # fmt: skip
            anker = "end" if plads < 180 else "start"
            drej = plads - 90 if plads < 180 else plads + 90
            x, y = _punkt(plads, start)
            self._ud.append(
                f'<g transform="translate({x:.1f},{y:.1f}) rotate({drej:.2f})">'
                f"{self._ord(et.tekst, 0, 0.35 * skrift, skrift, SORT, anker, fed=not et.aflyst)}</g>"
            )

    def _bane(self, buer: Sequence[Bue], ude: float, hoejde: float) -> None:
        luft = min(0.5, hoejde * 0.1)
        inde, ude = ude - hoejde + luft, ude - luft / 2
        midte = (inde + ude) / 2
        self._ud.append(f'<circle cx="0" cy="0" r="{midte * _TI:.1f}" fill="none" stroke="{_SPOR}" stroke-width="{0.25 * _TI:.1f}"/>')  # fmt: skip
        for bue in buer:
            a, b = self._maaned(bue.fra)[0] + 0.25, self._maaned(bue.til)[1] - 0.25
            ser = udseende(bue.slags)
            farve = FARVER[bue.slags % len(FARVER)]
            if bue.aflyst:
                self._ring(a, b, inde, ude, HVID, farve, stiplet=True)
            else:
                self._ring(a, b, inde, ude, ser.fyld, ser.kant)
            gange = max(1, round((b - a) / _KVART))
            for nr in range(gange):
                del_ = (b - a) / gange
                self._bue_ord(bue, a + (nr + 0.5) * del_, midte, del_, SORT if bue.aflyst else ser.tekst)  # fmt: skip

    def _bue_ord(self, bue: Bue, vinkel: float, radius: float, rum: float, farve: str) -> None:
        """The most that there is room for: code and name, the codes, the letter."""
        aflyst = " aflyst" if bue.aflyst else ""
        bogstav = bue.koder.rstrip("0123456789-, ")
        valg = [f"{bue.koder}  {bue.navn}{aflyst}"] if bue.navn else []
        for tekst in (*valg, f"{bue.koder}{aflyst}", bue.koder, bogstav):
            if self._fylder(tekst, radius, self.maal.skrift, fed=True) <= rum - 1.5:
                self._bue_tekst(tekst, vinkel, radius, self.maal.skrift, farve, rum, fed=True)
                return

    # Shapes -------------------------------------------------------------------------------------------------

    def _ring(self, a: float, b: float, inde: float, ude: float, farve: str, kant: str = "", *, stiplet: bool = False) -> None:  # fmt: skip
        """A piece of a ring between two angles."""
        stor = 1 if b - a > 180 else 0
        (x1, y1), (x2, y2) = _punkt(a, ude), _punkt(b, ude)
        (x3, y3), (x4, y4) = _punkt(b, inde), _punkt(a, inde)
        r, s = ude * _TI, inde * _TI
        stil = f'stroke="{kant}" stroke-width="{0.5 * _TI:.1f}"' if kant else 'stroke="none"'
        if stiplet:
            stil += f' stroke-dasharray="{1.5 * _TI:.0f} {_TI:.0f}"'
        self._ud.append(
            f'<path d="M{x1:.1f} {y1:.1f}A{r:.1f} {r:.1f} 0 {stor} 1 {x2:.1f} {y2:.1f}L{x3:.1f} {y3:.1f}'
            f'A{s:.1f} {s:.1f} 0 {stor} 0 {x4:.1f} {y4:.1f}Z" fill="{farve}" {stil}/>'
        )

    def _cirkel(self, centrum: float, radius: float, farve: str, kant: str) -> None:
        self._ud.append(
            f'<circle cx="{centrum}" cy="{centrum}" r="{radius * _TI:.1f}" fill="{farve or "none"}" '
            f'stroke="{kant}" stroke-width="{0.25 * _TI:.1f}"/>'
        )

    def _streg(self, vinkel: float, inde: float, ude: float, farve: str) -> None:
        (x1, y1), (x2, y2) = _punkt(vinkel, inde), _punkt(vinkel, ude)
        self._ud.append(f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{farve}" stroke-width="{0.25 * _TI:.1f}"/>')  # fmt: skip

    # Text ---------------------------------------------------------------------------------------------------

    def _fylder(self, tekst: str, radius: float, stoerrelse: float, *, fed: bool) -> float:
        """Degrees that a text takes."""
        return math.degrees(self.maal.bredde(tekst) * stoerrelse * (1.0 if fed else 0.95) / radius)

    def _bue_tekst(self, tekst: str, vinkel: float, radius: float, stoerrelse: float, farve: str, rum: float, *, fed: bool = False) -> None:  # fmt: skip
        """Text along the circle, its middle at the angle; smaller where there is no room."""
        fylder = self._fylder(tekst, radius, stoerrelse, fed=fed)
        if fylder > rum:
            stoerrelse *= rum / fylder
            fylder = rum
        nede = 90 < vinkel % 360 < 270
        # the middle of small letters lies a third of the size above the line they stand on
        grund = radius + (0.35 if nede else -0.35) * stoerrelse
        her = vinkel + (fylder / 2 if nede else -fylder / 2)
        for bogstav, bredde in self._led(tekst):
            gaar = fylder * bredde
            midt = her - gaar / 2 if nede else her + gaar / 2
            her += -gaar if nede else gaar
            if bogstav.strip():
                self._tekst(bogstav, midt, grund, midt + (180 if nede else 0), stoerrelse, farve, fed=fed, grund=True)  # fmt: skip

    def _led(self, tekst: str) -> Iterator[tuple[str, float]]:
        """Each letter with its share of the width."""
        hele = self.maal.bredde(tekst) or 1.0
        for nr, bogstav in enumerate(tekst):
            foer, med = self.maal.bredde(tekst[:nr]), self.maal.bredde(tekst[: nr + 1])
            yield bogstav, (med - foer) / hele

    def _tekst(self, tekst: str, vinkel: float, radius: float, drej: float, stoerrelse: float, farve: str, *, fed: bool = False, grund: bool = False) -> None:  # fmt: skip
        x, y = _punkt(vinkel, radius)
        ned = 0.0 if grund else 0.36 * stoerrelse
        self._ud.append(
            f'<g transform="translate({x:.1f},{y:.1f}) rotate({drej:.2f})">'
            f"{self._ord(tekst, 0, ned, stoerrelse, farve, 'middle', fed=fed)}</g>"
        )

    def _ord(self, tekst: str, x: float, y: float, stoerrelse: float, farve: str, anker: str, *, fed: bool) -> str:  # fmt: skip
        return (
            f'<text x="{x * _TI:.1f}" y="{y * _TI:.1f}" font-family="{escape(self.maal.familie)}" '
            f'font-size="{stoerrelse * _TI:.1f}" font-weight="{"bold" if fed else "normal"}" '
            f'text-anchor="{anker}" fill="{farve}">{escape(tekst)}</text>'
        )


def _punkt(vinkel: float, radius: float) -> tuple[float, float]:
    v = math.radians(vinkel)
    return math.sin(v) * radius * _TI, -math.cos(v) * radius * _TI


def spred(oensket: Sequence[float], mindst: float) -> list[float]:
    """Angles in order at least so far from each other, each as near its wish as the others allow.

    Those that meet are moved as one group round their common middle; the ends of the year are kept apart by the edge.
    """
    grupper: list[tuple[float, int]] = []  # (middle of the group, how many)
    for vinkel in oensket:
        midte, antal = max(mindst / 2, min(vinkel, 360 - mindst / 2)), 1
        while grupper and midte - (antal - 1) * mindst / 2 < grupper[-1][0] + (grupper[-1][1] + 1) * mindst / 2:  # fmt: skip
            foer, flere = grupper.pop()
            midte = (foer * flere + midte * antal) / (flere + antal)
            antal += flere
            halvt = (antal - 1) * mindst / 2
            midte = max(halvt + mindst / 2, min(midte, 360 - halvt - mindst / 2))
        grupper.append((midte, antal))
    return [
        midte + (nr - (antal - 1) / 2) * mindst for midte, antal in grupper for nr in range(antal)
    ]
