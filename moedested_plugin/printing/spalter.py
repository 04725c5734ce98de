# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that flows (spalter): pieces that are measured, shared out among columns and pages, and placed.

A piece is one function that writes into a column, so that what is measured is what is placed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .ark import HOEJRE
from .stil import FELT_FARVE, TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark

#: From the rim of a box to what stands in it; between a pictogram and its words (mm on an A4).
_BOKS_LUFT = 2.5
_TEGN_LUFT = 1.8
#: Between two rows of pictograms (mm on an A4).
_RAEKKE_LUFT = 1.2
#: A paragraph longer than this (characters) may be parted between two columns.
_LANGT_AFSNIT = 280
#: What rounding may take, and how exactly columns are made equal (mm).
_HAAR = 0.01
_NOEJE = 0.5
_SAETNING_SLUT = re.compile(r"(?<=[.!?…])\s+")


class Spalte:
    """A column that is written from the top down. With `maaler` nothing is placed; `y` says how far it would come."""

    def __init__(
        self, ark: Ark, x: float, y: float, bredde: float, *, maaler: bool = False
    ) -> None:
        self.ark, self.x, self.y, self.bredde, self.maaler = ark, x, y, bredde, maaler

    def luft(self, mm: float) -> None:
        """Leave room (mm on an A4)."""
        self.y += mm * self.ark.papir.skala

    def tekst(
        self, navn: str, tekst: str, skrift: Skrift = Skrift.BROED, *, farve: str = TEKST
    ) -> None:
        """Write text over the whole width."""
        if not tekst:
            return
        if self.maaler:
            self.y += self.ark.tekst_hoejde(tekst, self.bredde, skrift) + 0.3
        else:
            self.y += self.ark.tekst(navn, tekst, self.x, self.y, self.bredde, skrift, farve=farve)

    def tegn_og_ord(
        self,
        navn: str,
        par: Sequence[tuple[str, str]],
        stoerrelse: float,
        *,
        farve: str,
        skrift: Skrift = Skrift.BROED,
    ) -> None:
        """Write one row of pictograms (files, mm on an A4), each with its words beside it, in cells of equal width."""
        celle = self.bredde / len(par)
        side = stoerrelse * self.ark.papir.skala
        luft = _TEGN_LUFT * self.ark.papir.skala
        rum = celle - side - 2 * luft
        hoejder = [self.ark.tekst_hoejde(ord_, rum, skrift) for _, ord_ in par]
        hoejde = max(side, *hoejder) + 0.3
        if not self.maaler:
            for nummer, ((sti, ord_), egen) in enumerate(zip(par, hoejder)):
                x = self.x + nummer * celle
                self.ark.tegning(
                    f"{navn}: tegn", sti, x, self.y + (hoejde - side) / 2, side, farve=farve
                )
                y = self.y + (hoejde - egen) / 2
                self.ark.tekst(f"{navn}: ord", ord_, x + side + luft, y, rum + luft, skrift)
        self.y += hoejde + _RAEKKE_LUFT * self.ark.papir.skala

    def tegnet(
        self,
        navn: str,
        sti: str,
        titel: str,
        tekst: str,
        stoerrelse: float,
        *,
        farve: str,
        skrift: Skrift = Skrift.FED,
    ) -> None:
        """Write a pictogram (mm on an A4) with a title in bold beside it and text under the title."""
        side = stoerrelse * self.ark.papir.skala
        ryk = side + _TEGN_LUFT * self.ark.papir.skala
        if not self.maaler:
            self.ark.tegning(f"{navn}: tegn", sti, self.x, self.y, side, farve=farve)
        indre = self.del_(ryk, self.bredde - ryk)
        indre.tekst(navn, titel, skrift)
        indre.tekst(f"{navn}: tekst", tekst)
        self.y = max(indre.y, self.y + side)

    def del_(self, ryk: float, bredde: float) -> Spalte:
        """A column beside, that begins where this one has come to."""
        return Spalte(self.ark, self.x + ryk, self.y, bredde, maaler=self.maaler)

    def oplysning(self, titel: str, tekst: str, titel_bredde: float) -> None:
        """Write a title (mm on an A4) in bold with text beside it."""
        ryk = titel_bredde * self.ark.papir.skala
        hoved = self.del_(0, ryk)
        hoved.tekst(f"{titel}: titel", titel, Skrift.FED)
        indre = self.del_(ryk, self.bredde - ryk)
        indre.tekst(titel, tekst)
        self.y = max(hoved.y, indre.y)

    def linje(self, navn: str, venstre: str, hoejre: str, skrift: Skrift = Skrift.BROED) -> None:
        """Write text at the left and something short, a page number, at the right of its last line."""
        ryk = self.ark.tekst_bredde(hoejre, skrift) + _TEGN_LUFT * self.ark.papir.skala
        indre = self.del_(0, self.bredde - ryk)
        indre.tekst(navn, venstre, skrift)
        if not self.maaler:
            en = self.ark.tekst_hoejde(hoejre, self.bredde, skrift) + 0.3
            self.ark.tekst(f"{navn}: tal", hoejre, self.x, indre.y - en, self.bredde, skrift, vandret=HOEJRE)  # fmt: skip
        self.y = indre.y

    def streg(self, navn: str) -> None:
        """Draw a thin line."""
        if not self.maaler:
            self.ark.streg(navn, self.x, self.y, self.bredde)
        self.luft(_RAEKKE_LUFT)

    def boks(
        self, navn: str, indhold: Callable[[Spalte], None], *, farve: str = FELT_FARVE
    ) -> None:
        """Write something on a coloured ground."""
        luft = _BOKS_LUFT * self.ark.papir.skala
        hoejde = _hoejde(self.ark, indhold, self.bredde - 2 * luft) + 2 * luft
        if not self.maaler:
            self.ark.felt(navn, self.x, self.y, self.bredde, hoejde, farve=farve)
            indhold(Spalte(self.ark, self.x + luft, self.y + luft, self.bredde - 2 * luft))
        self.y += hoejde


Tegn = Callable[[Spalte], None]


@dataclass(frozen=True)
class Stykke:
    """A piece that is not parted. `luft` is above it (mm on an A4), but not at the top of a column.

    With `foelges` it stands in the same column as the next one: a heading never stands alone at the foot.
    """

    tegn: Tegn
    luft: float = 0.0
    foelges: bool = False


def tekststykker(
    navn: str, tekst: str, skrift: Skrift = Skrift.BROED, *, luft: float = 0.0
) -> list[Stykke]:
    """Text as pieces: its paragraphs, and long ones by their sentences."""
    ud: list[Stykke] = []
    for afsnit in (et.strip() for et in tekst.splitlines()):
        for nummer, del_ in enumerate(_dele(afsnit)):
            over = luft if not ud else (1.5 if not nummer else 0.0)
            ud.append(Stykke(_skriver(navn, del_, skrift), over))
    return ud


def samlet(stykker: Sequence[Stykke]) -> list[Stykke]:
    """The same pieces as one that is not parted."""
    return [*(replace(et, foelges=True) for et in stykker[:-1]), *stykker[-1:]]


def skriv(spalte: Spalte, stykker: Sequence[Stykke]) -> None:
    """Write pieces one after the other into one column."""
    for nummer, stykke in enumerate(stykker):
        spalte.luft(stykke.luft if nummer else 0.0)
        stykke.tegn(spalte)


def _skriver(navn: str, tekst: str, skrift: Skrift) -> Tegn:
    return lambda spalte: spalte.tekst(navn, tekst, skrift)


def _dele(afsnit: str) -> list[str]:
    """Parts that are at most as long as a long paragraph: whole sentences, or words where one is too long."""
    if not afsnit:
        return []
    if len(afsnit) <= _LANGT_AFSNIT:
        return [afsnit]
    led = _SAETNING_SLUT.split(afsnit)
    if max(map(len, led)) > _LANGT_AFSNIT:
        led = afsnit.split()
    dele = [led[0]]
    for et in led[1:]:
        if len(dele[-1]) + 1 + len(et) <= _LANGT_AFSNIT:
            dele[-1] += f" {et}"
        else:
            dele.append(et)
    return dele


def _hoejde(ark: Ark, tegn: Tegn, bredde: float) -> float:
    spalte = Spalte(ark, 0, 0, bredde, maaler=True)
    tegn(spalte)
    return spalte.y


class Flow:
    """Pieces that were measured for columns of one width."""

    def __init__(self, ark: Ark, stykker: Sequence[Stykke], bredde: float) -> None:
        self.ark, self.bredde = ark, bredde
        self._stykker = list(stykker)
        self._hoejder = [_hoejde(ark, stykke.tegn, bredde) for stykke in stykker]
        self._luft = [stykke.luft * ark.papir.skala for stykke in stykker]
        self._kaeder: list[list[int]] = []
        foelges = False
        for nummer, stykke in enumerate(stykker):
            if foelges:
                self._kaeder[-1].append(nummer)
            else:
                self._kaeder.append([nummer])
            foelges = stykke.foelges

    def hoejde(self, spalte: Sequence[int]) -> float:
        """How high these pieces become in one column."""
        ialt = sum(self._hoejder[nummer] + self._luft[nummer] for nummer in spalte)
        return ialt - (self._luft[spalte[0]] if spalte else 0.0)

    @property
    def samlet_hoejde(self) -> float:
        """How high all of them become in one column."""
        return self.hoejde(range(len(self._stykker)))

    def fordel(self, rum: Sequence[float]) -> list[list[int]]:
        """Share the pieces out in order among columns; the last height in `rum` is that of all columns after it.

        What is higher than every column there is stands alone in one.
        """
        spalter: list[list[int]] = [[]]
        for kaede in self._kaeder:
            while True:
                resten = rum[min(len(spalter), len(rum)) - 1 :]
                if self.hoejde([*spalter[-1], *kaede]) <= resten[0] + _HAAR:
                    break
                if not spalter[-1] and resten[0] >= max(resten):
                    break
                spalter.append([])
            spalter[-1] += kaede
        return spalter

    def afstemt(self, antal: int, hoejst: float) -> float | None:
        """The least height at which all pieces stand in `antal` columns; None where that is above `hoejst`."""
        if not self._kaeder:
            return 0.0
        if not self._staar(antal, hoejst):
            return None
        lavt, hoejt = 0.0, hoejst
        while hoejt - lavt > _NOEJE:
            midt = (lavt + hoejt) / 2
            lavt, hoejt = (lavt, midt) if self._staar(antal, midt) else (midt, hoejt)
        return hoejt

    def _staar(self, antal: int, hoejde: float) -> bool:
        spalter = self.fordel([hoejde])
        return len(spalter) <= antal and all(self.hoejde(et) <= hoejde + _HAAR for et in spalter)

    def placer(self, spalte: Sequence[int], x: float, y: float) -> float:
        """Place a column on the present page, and give where it ends."""
        skriver = Spalte(self.ark, x, y, self.bredde)
        for plads, nummer in enumerate(spalte):
            skriver.y += self._luft[nummer] if plads else 0.0
            self._stykker[nummer].tegn(skriver)
        return skriver.y

    def rest(self, spalter: Sequence[Sequence[int]]) -> list[Stykke]:
        """The pieces that stand in none of these columns."""
        brugt = {nummer for spalte in spalter for nummer in spalte}
        return [stykke for nummer, stykke in enumerate(self._stykker) if nummer not in brugt]
