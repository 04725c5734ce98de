# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that runs in columns (spalter): headings and lines are measured once, then placed until the room is used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .stil import TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark

# Before a heading, after it, and between lines (mm on an A4).
_FOER, _EFTER, _MELLEM = 2.6, 0.5, 0.9


@dataclass(frozen=True)
class Stykke:
    """A heading with the lines under it."""

    titel: str
    linjer: tuple[str, ...]


@dataclass(frozen=True)
class _Led:
    """A line, or a heading with its first line, which are never parted."""

    titel: str
    tekst: str
    titel_hoejde: float
    hoejde: float


class Spalter:
    """Pieces of text at one width of column (mm)."""

    def __init__(
        self,
        ark: Ark,
        stykker: Iterable[Stykke],
        bredde: float,
        farve: str = TEKST,
        skrift: Skrift = Skrift.BROED,
    ) -> None:
        self._ark, self._bredde, self._farve, self._skrift = ark, bredde, farve, skrift
        self._skala = ark.papir.skala
        self._led: list[_Led] = []
        for stykke in stykker:
            for nr, linje in enumerate(stykke.linjer):
                titel = stykke.titel if not nr else ""
                titel_hoejde = ark.tekst_hoejde(titel, bredde, Skrift.MELLEM)
                tekst_hoejde = ark.tekst_hoejde(linje, bredde, skrift) + 0.3
                over = (_FOER + _EFTER) * self._skala if titel else _MELLEM * self._skala
                self._led.append(
                    _Led(titel, linje, titel_hoejde, over + titel_hoejde + tekst_hoejde)
                )

    def med_bredde(self, bredde: float) -> Spalter:
        """What is not yet placed, at another width."""
        rest = [Stykke(led.titel, (led.tekst,)) for led in self._led]
        return Spalter(self._ark, rest, bredde, self._farve, self._skrift)

    def __bool__(self) -> bool:
        return bool(self._led)

    def hoejde(self, antal: int) -> float:
        """The least height (mm) at which everything stands in so many columns."""
        if antal <= 1 or len(self._led) <= 1:
            return sum(led.hoejde for led in self._led)
        mulige = sorted(
            {
                sum(led.hoejde for led in self._led[fra:til])
                for fra in range(len(self._led))
                for til in range(fra + 1, len(self._led) + 1)
            }
        )
        lav, hoej = 0, len(mulige) - 1
        while lav < hoej:
            midt = (lav + hoej) // 2
            lav, hoej = (midt + 1, hoej) if self._rest(mulige[midt] + 0.01, antal) else (lav, midt)
        return mulige[lav]

    def _rest(self, hoejde: float, antal: int) -> list[_Led]:
        """What is left when so many columns of this height are full."""
        rest = list(self._led)
        for _ in range(antal):
            brugt = 0.0
            while rest and brugt + rest[0].hoejde <= hoejde:
                brugt += rest.pop(0).hoejde
        return rest

    def placer(self, x_spalter: Sequence[float], y: float, hoejde: float) -> bool:
        """Place what there is room for, and tell whether more is left for another page.

        A line that is higher than a whole column is placed all the same: it would never find room.
        """
        for x in x_spalter:
            top = y
            while self._led and (top + self._led[0].hoejde <= y + hoejde + 0.01 or top == y):
                top += self._placer(self._led.pop(0), x, top, foerst=top == y)
        return bool(self._led)

    def _placer(self, led: _Led, x: float, y: float, *, foerst: bool) -> float:
        ark, skala = self._ark, self._skala
        top = y
        if led.titel:
            top += 0.0 if foerst else _FOER * skala
            ark.tekst("overskrift", led.titel, x, top, self._bredde, Skrift.MELLEM, farve=self._farve)
            top += led.titel_hoejde + _EFTER * skala
        elif not foerst:
            top += _MELLEM * skala
        top += ark.tekst("tekst", led.tekst, x, top, self._bredde, self._skrift)
        return top - y
