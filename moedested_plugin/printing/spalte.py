# SPDX-License-Identifier: GPL-2.0-or-later
"""A column (spalte) that is written from the top down; measured by the same code that places, so that they agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .ark import HOEJRE, LINJELUFT, LODRET_MIDT, MIDT
from .stil import FELT_FARVE, TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark

#: From the rim of a box to what stands in it; between a pictogram and its words (mm on an A4).
_BOKS_LUFT = 2.5
_TEGN_LUFT = 1.8
#: Between two rows of pictograms (mm on an A4).
_RAEKKE_LUFT = 1.2
#: The box of a letter before a text, and what it moves the text, in lines.
_MAERKE_HOEJDE, _MAERKE_BREDDE, _MAERKE_RYK = 0.95, 1.35, 1.7


@dataclass(frozen=True)
class Maerke:
    """A letter in a box (maerke): the colour of the box, of the letter and of the edge ('' for none)."""

    tekst: str
    fyld: str
    farve: str
    kant: str = ""


class Spalte:
    """A column. With `maaler` nothing is placed; `y` says how far it would come. `navn` is what items are called that have no other name."""

    def __init__(
        self,
        ark: Ark,
        x: float,
        y: float,
        bredde: float,
        *,
        maaler: bool = False,
        navn: str = "tekst",
    ) -> None:
        self.ark, self.x, self.y, self.bredde, self.maaler = ark, x, y, bredde, maaler
        self.navn = navn

    def luft(self, mm: float) -> None:
        """Leave room (mm on an A4)."""
        self.y += mm * self.ark.papir.skala

    def tekst(
        self,
        navn: str,
        tekst: str,
        skrift: Skrift = Skrift.BROED,
        *,
        farve: str = TEKST,
        stoerrelse: float | None = None,
    ) -> None:
        """Write text over the whole width; `stoerrelse` (points) where it is another than the kind's own."""
        if not tekst:
            return
        if self.maaler:
            self.y += self.ark.tekst_hoejde(tekst, self.bredde, skrift, stoerrelse) + LINJELUFT
        else:
            self.y += self.ark.tekst(
                navn, tekst, self.x, self.y, self.bredde, skrift, farve=farve, stoerrelse=stoerrelse
            )

    def maerket(
        self,
        maerke: Maerke,
        tekst: str,
        skrift: Skrift,
        *,
        farve: str = TEKST,
        stoerrelse: float | None = None,
    ) -> None:
        """Write text with a letter in a box before it."""
        linje = self.ark.tekst_hoejde("X", 100, skrift, stoerrelse)
        if not self.maaler:
            hoejde, bredde = _MAERKE_HOEJDE * linje, _MAERKE_BREDDE * linje
            self.ark.felt(
                f"{self.navn}: felt", self.x, self.y, bredde, hoejde, farve=maerke.fyld, streg=maerke.kant,
                rund=hoejde / 5,
            )  # fmt: skip
            self.ark.tekst(
                f"{self.navn}: bogstav", maerke.tekst, self.x, self.y, bredde, skrift, farve=maerke.farve,
                stoerrelse=stoerrelse, hoejde=hoejde, vandret=MIDT, lodret=LODRET_MIDT,
            )  # fmt: skip
        ryk = _MAERKE_RYK * linje
        indre = self.del_(ryk, self.bredde - ryk)
        indre.tekst(self.navn, tekst, skrift, farve=farve, stoerrelse=stoerrelse)
        self.y = indre.y

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
        hoejde = max(side, *hoejder) + LINJELUFT
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
        return Spalte(self.ark, self.x + ryk, self.y, bredde, maaler=self.maaler, navn=self.navn)

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
            en = self.ark.tekst_hoejde(hoejre, self.bredde, skrift) + LINJELUFT
            # a corner of its own: two texts in one corner cannot be told apart when the PDF is read aloud
            x = self.x + self.bredde - ryk
            self.ark.tekst(f"{navn}: tal", hoejre, x, indre.y - en, ryk, skrift, vandret=HOEJRE)
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
        hoejde = maalt(self.ark, indhold, self.bredde - 2 * luft) + 2 * luft
        if not self.maaler:
            self.ark.felt(navn, self.x, self.y, self.bredde, hoejde, farve=farve)
            indhold(Spalte(self.ark, self.x + luft, self.y + luft, self.bredde - 2 * luft))
        self.y += hoejde


def maalt(ark: Ark, tegn: Callable[[Spalte], None], bredde: float) -> float:
    """How high it becomes in a column of this width."""
    spalte = Spalte(ark, 0, 0, bredde, maaler=True)
    tegn(spalte)
    return spalte.y
