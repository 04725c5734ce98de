# SPDX-License-Identifier: GPL-2.0-or-later
"""The strip diagram of a route (strimmel): what one walks on, and what one passes, metre by metre."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.farve import BLAA, BRUN, GRAA, GROEN, ROED, SORT
from moedested_plugin.domain.underlag_langs import andele, daarligste

from . import underlag_svg
from .ark import MIDT
from .rutefakta import BAENK, FORHINDRING, MOEDESTED, TOILET
from .rutetekst import afstand_tekst, tal, underlag_navn
from .stil import Skrift

if TYPE_CHECKING:
    from .ark import Ark
    from .ord import Ord
    from .rutefakta import Rutefakta

# Sizes in mm on an A4.
_RENDE = 23.0
_RAEKKE, _TEGN = 5.0, 4.2
_BAAND, _AKSE, _KLAMME = 7.0, 4.8, 5.2
_PROEVE, _PROEVE_HOEJDE, _LINJE = 9.0, 3.6, 4.8
_LUFT = 1.0
#: Round steps of the axis (m), and how close its marks may stand (mm).
_TRIN = (50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000)
_AKSE_MM = 15.0
_TEGN_AF_SLAGS = {
    BAENK: ("baenk", BRUN),
    TOILET: ("facilitet_wc", GRAA),
    FORHINDRING: ("forhindring", ROED),
}
_FORM_BEGGE = 4


@dataclass(frozen=True)
class _Maerke:
    """A sign of a row with the text right of it."""

    meter: float
    tegn: str
    farve: str
    tekst: str


class Strimmel:
    """One strip, measured first, then placed."""

    def __init__(self, ark: Ark, fakta: Rutefakta, ord_: Ord, bredde: float) -> None:
        self._ark, self._fakta, self._ord = ark, fakta, ord_
        self._skala = ark.papir.skala
        self._rende = _RENDE * self._skala
        self._bredde = bredde
        # the last mark of the axis and the signs at the end need some room
        self._felt = bredde - self._rende - _TEGN * self._skala
        self._svg: list[str] = []
        self._raekker = [(navn, slags) for navn, slags in self._mulige() if self._har(slags)]
        self._daarligst = daarligste(fakta.stykker)
        if self._daarligst and self._daarligst.laengde > fakta.laengde - 1:
            self._daarligst = None  # a bracket under all of it says nothing
        self._proever = self._forklaring()

    def _mulige(self) -> list[tuple[str, str]]:
        ord_ = self._ord
        return [
            (ord_("Mødesteder"), MOEDESTED),
            (ord_("Toilet"), TOILET),
            (ord_("Bænke"), BAENK),
            (ord_("Forhindringer"), FORHINDRING),
        ]

    def _har(self, slags: str) -> bool:
        if slags == FORHINDRING:
            return any(stykke.forhindring for stykke in self._fakta.stykker)
        return bool(self._fakta.ved(slags))

    @property
    def hoejde(self) -> float:
        """What it takes (mm)."""
        linjer = max((linje for _, linje, _, _ in self._proever), default=-1) + 1
        klamme = _KLAMME if self._daarligst else 0.0
        return self._skala * (
            len(self._raekker) * _RAEKKE + _BAAND + _AKSE + klamme + _LUFT + linjer * _LINJE
        )

    def placer(self, x: float, y: float) -> None:
        """Place it on the present page."""
        skala, top = self._skala, 0.0
        for navn, slags in self._raekker:
            self._raekkenavn(navn, x, y + top, _RAEKKE * skala)
            self._raekke(slags, x, y, top)
            top += _RAEKKE * skala
        self._raekkenavn(self._ord("Underlag"), x, y + top, _BAAND * skala)
        self._baand(top)
        top += _BAAND * skala
        self._akse(x, y, top)
        top += _AKSE * skala
        if self._daarligst:
            self._klamme(x, y, top)
            top += _KLAMME * skala
        top += _LUFT * skala
        for kode, linje, fra, tekst in self._proever:
            self._proeve(kode, tekst, x, y, fra, top + linje * _LINJE * skala)
        tegning = underlag_svg.svg(self._svg, self._bredde, self.hoejde)
        self._ark.svg("strimmel", tegning, x, y, self._bredde, self.hoejde, alt=self._alt())

    def _alt(self) -> str:
        """The surfaces one after the other, for those who hear the page."""
        sprog = self._ord.sprog
        return "; ".join(
            f"{underlag_navn(s.underlag, self._fakta, self._ord)} {tal(s.fra / 1000, sprog)}–{tal(s.til / 1000, sprog)} km"
            for s in self._fakta.stykker
        )

    def _ved(self, meter: float) -> float:
        """Where a metre mark is, from the left edge."""
        return self._rende + meter / self._fakta.laengde * self._felt

    def _raekkenavn(self, navn: str, x: float, y: float, hoejde: float) -> None:
        linje = self._ark.tekst_hoejde(navn, self._rende, Skrift.SMAA)
        self._ark.tekst(
            "strimmel: række", navn, x, y + (hoejde - linje) / 2, self._rende - _LUFT, Skrift.SMAA
        )

    # Signs ---------------------------------------------------------------------------------------------

    def _raekke(self, slags: str, x: float, y: float, top: float) -> None:
        skala = self._skala
        side = _TEGN * skala
        midte = top + _RAEKKE * skala / 2
        if slags == FORHINDRING:
            self._svg += [
                f'<path d="M{self._ved(s.fra):.2f} {midte:.2f}H{self._ved(s.til):.2f}" stroke="{ROED}" stroke-width="{0.6 * skala:.2f}" fill="none"/>'
                for s in self._fakta.stykker
                if s.forhindring
            ]
        for maerke in self._samlede(slags):
            venstre = self._ved(maerke.meter) - side / 2
            self._svg.append(
                underlag_svg.tegn(maerke.tegn, maerke.farve, venstre, midte - side / 2, side)
            )
            if maerke.tekst:
                linje = self._ark.tekst_hoejde("8", 50, Skrift.SMAA_FED)
                self._ark.tekst(
                    "strimmel: nummer",
                    maerke.tekst,
                    x + venstre + side + 0.4 * skala,
                    y + midte - linje / 2,
                    self._tekst_bredde(maerke.tekst),
                    Skrift.SMAA_FED,
                )

    def _tekst_bredde(self, tekst: str) -> float:
        return self._ark.tekst_bredde(tekst, Skrift.SMAA_FED) + self._skala if tekst else 0.0

    def _maerker(self, slags: str) -> list[_Maerke]:
        if slags == MOEDESTED:
            return [
                _Maerke(
                    ved.meter,
                    *(
                        ("moedested_begge", GROEN)
                        if ved.raekke["form_k"] == _FORM_BEGGE
                        else ("moedested_fysisk", BLAA)
                    ),
                    str(nr),
                )
                for nr, ved in enumerate(self._fakta.moedesteder, 1)
            ]
        tegn = _TEGN_AF_SLAGS[slags]
        if slags == FORHINDRING:
            return [
                _Maerke((s.fra + s.til) / 2, *tegn, "")
                for s in self._fakta.stykker
                if s.forhindring
            ]
        return [_Maerke(ved.meter, *tegn, "") for ved in self._fakta.ved(slags)]

    def _samlede(self, slags: str) -> list[_Maerke]:
        """Signs that would lie on each other become one: with the numbers from and to, or with how many there are."""
        grupper: list[list[_Maerke]] = []
        for maerke in sorted(self._maerker(slags), key=lambda m: m.meter):
            if grupper:
                foer = self._et(grupper[-1])
                slutter = (
                    self._ved(foer.meter) + _TEGN * self._skala / 2 + self._tekst_bredde(foer.tekst)
                )
                if self._ved(maerke.meter) - _TEGN * self._skala / 2 < slutter:
                    grupper[-1].append(maerke)
                    continue
            grupper.append([maerke])
        return [self._et(gruppe) for gruppe in grupper]

    def _et(self, gruppe: Sequence[_Maerke]) -> _Maerke:
        foerste, sidste = gruppe[0], gruppe[-1]
        if len(gruppe) == 1:
            return foerste
        tekst = f"{foerste.tekst}–{sidste.tekst}" if foerste.tekst else f"×{len(gruppe)}"
        midte = (foerste.meter + sidste.meter) / 2
        return _Maerke(midte, foerste.tegn, foerste.farve, tekst)

    # The strip -----------------------------------------------------------------------------------------

    def _baand(self, top: float) -> None:
        skala = self._skala
        for stykke in self._fakta.stykker:
            fra, til = self._ved(stykke.fra), self._ved(stykke.til)
            # patterns are drawn for an A4
            self._svg.append(
                f'<g transform="translate({fra:.2f} {top:.2f}) scale({skala})">'
                + underlag_svg.underlag(stykke.underlag, 0, 0, (til - fra) / skala, _BAAND)
                + "</g>"
            )
        for mark in self._fakta.langs.spring():
            self._svg.append(
                f'<path d="M{self._ved(mark):.2f} {top - 1:.2f}v{_BAAND * skala + 2:.2f}" stroke="{ROED}" stroke-width="{0.7 * skala:.2f}"'
                ' stroke-dasharray="1.2 0.8" fill="none"/>'
            )

    def _akse(self, x: float, y: float, top: float) -> None:
        laengde, skala = self._fakta.laengde, self._skala
        plads = self._felt / (_AKSE_MM * skala)
        trin = next((t for t in _TRIN if laengde / t <= plads), _TRIN[-1])
        kilometer = laengde >= 1000
        sprog = self._ord.sprog
        for nr in range(math.floor(laengde / trin) + 1):
            meter = nr * trin
            hvor = self._ved(meter)
            self._svg.append(
                f'<path d="M{hvor:.2f} {top:.2f}v{1.1 * skala:.2f}" stroke="{SORT}" stroke-width=".3" fill="none"/>'
            )
            tekst = tal(meter / 1000, sprog, 2) if kilometer else str(meter)
            if not nr:
                tekst = self._ord("Start")
            elif nr == math.floor(laengde / trin):
                tekst += " km" if kilometer else " m"
            bredde = _AKSE_MM * skala
            self._ark.tekst(
                "strimmel: akse", tekst, x + hvor - bredde / 2, y + top + 1.1 * skala, bredde,
                Skrift.NOTE, vandret=MIDT,
            )  # fmt: skip

    def _klamme(self, x: float, y: float, top: float) -> None:
        """A bracket under the worst piece."""
        stykke, skala = self._daarligst, self._skala
        if stykke is None:
            return
        fra, til = self._ved(stykke.fra), self._ved(stykke.til)
        self._svg.append(
            f'<path d="M{fra:.2f} {top:.2f}v{1.0 * skala:.2f}H{til:.2f}v-{1.0 * skala:.2f}" stroke="{ROED}"'
            f' stroke-width="{0.5 * skala:.2f}" fill="none"/>'
        )
        tekst = self._ord("Dårligste stykke")
        bredde = self._ark.tekst_bredde(tekst, Skrift.NOTE) + 2 * skala
        venstre = min(max((fra + til - bredde) / 2, self._rende), self._bredde - bredde)
        self._ark.tekst(
            "strimmel: dårligste", tekst, x + venstre, y + top + 1.3 * skala, bredde,
            Skrift.NOTE, vandret=MIDT,
        )  # fmt: skip

    # Legend --------------------------------------------------------------------------------------------

    def _forklaring(self) -> list[tuple[int, int, float, str]]:
        """Code, line, left edge and text of every surface that there is."""
        ud: list[tuple[int, int, float, str]] = []
        linje, fra = 0, 0.0
        for kode, meter in andele(self._fakta.stykker).items():
            navn = underlag_navn(kode, self._fakta, self._ord)
            tekst = f"{navn}, {afstand_tekst(meter, self._ord.sprog)}"
            bredde = (_PROEVE + 5) * self._skala + self._ark.tekst_bredde(tekst, Skrift.SMAA)
            if fra and fra + bredde > self._bredde:
                linje, fra = linje + 1, 0.0
            ud.append((kode, linje, fra, tekst))
            fra += bredde
        return ud

    def _proeve(self, kode: int, tekst: str, x: float, y: float, fra: float, top: float) -> None:
        skala = self._skala
        self._svg.append(
            f'<g transform="translate({fra:.2f} {top:.2f}) scale({skala})">'
            + underlag_svg.underlag(kode, 0, 0, _PROEVE, _PROEVE_HOEJDE)
            + "</g>"
        )
        self._ark.tekst(
            "strimmel: forklaring", tekst, x + fra + (_PROEVE + 1.2) * skala, y + top,
            self._ark.tekst_bredde(tekst, Skrift.SMAA) + skala, Skrift.SMAA,
        )  # fmt: skip
