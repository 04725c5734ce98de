# SPDX-License-Identifier: GPL-2.0-or-later
"""What flows (flyder): pieces that are measured, shared out in order among columns and pages, and placed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from .spalte import Spalte, maalt
from .stil import TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark
    from .spalte import Maerke

#: A paragraph longer than this (characters) may be parted between two columns.
_LANGT_AFSNIT = 280
#: What rounding may take, and how exactly columns are made equal (mm).
_HAAR = 0.01
_NOEJE = 0.2
_SAETNING_SLUT = re.compile(r"(?<=[.!?…])\s+")


class Flydende(Protocol):
    """A piece that is not parted. `luft` is above it (mm on an A4), but not at the top of a column.

    With `foelges` it stands in the same column as the next one: a heading never stands alone at the foot.
    """

    @property
    def luft(self) -> float:
        """Room above."""

    @property
    def foelges(self) -> bool:
        """Whether the next one stands with it."""

    def tegn(self, spalte: Spalte) -> None:
        """Write it."""


@dataclass(frozen=True)
class Stykke:
    """A piece that is written by a function."""

    tegn: Callable[[Spalte], None]
    luft: float = 0.0
    foelges: bool = False


@dataclass(frozen=True)
class Afsnit:
    """A piece that is only text, under the name of what it flows in.

    `stoerrelse` (points) is for a size of its own; a `maerke` is a small box with a letter before the text.
    """

    tekst: str
    skrift: Skrift = Skrift.BROED
    farve: str = TEKST
    luft: float = 0.0
    foelges: bool = False
    stoerrelse: float | None = None
    maerke: Maerke | None = None

    def tegn(self, spalte: Spalte) -> None:
        """Write it."""
        if self.maerke is None:
            spalte.tekst(
                spalte.navn, self.tekst, self.skrift, farve=self.farve, stoerrelse=self.stoerrelse
            )
        else:
            spalte.maerket(
                self.maerke, self.tekst, self.skrift, farve=self.farve, stoerrelse=self.stoerrelse
            )


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


def skriv(spalte: Spalte, stykker: Sequence[Flydende]) -> None:
    """Write pieces one after the other into one column."""
    for nummer, stykke in enumerate(stykker):
        spalte.luft(stykke.luft if nummer else 0.0)
        stykke.tegn(spalte)


def _skriver(navn: str, tekst: str, skrift: Skrift) -> Callable[[Spalte], None]:
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


Et = TypeVar("Et", bound=Flydende)


class Flow(Generic[Et]):
    """Pieces that were measured for columns of one width. `navn` is for items that have no other name."""

    def __init__(self, ark: Ark, stykker: Sequence[Et], bredde: float, navn: str = "tekst") -> None:
        self.ark, self.bredde, self._navn = ark, bredde, navn
        self._stykker = list(stykker)
        self._hoejder = [maalt(ark, stykke.tegn, bredde) for stykke in stykker]
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

        What belongs together and is higher than every column there is, is parted; one piece that is, stands in one
        all the same: nothing is lost.
        """
        spalter: list[list[int]] = [[]]
        for kaede in self._kaeder:
            rest = kaede
            while rest:
                resten = rum[min(len(spalter), len(rum)) - 1 :]
                if self.hoejde([*spalter[-1], *rest]) <= resten[0] + _HAAR:
                    spalter[-1] += rest
                    break
                if not spalter[-1] and resten[0] >= max(resten):
                    passer = sum(
                        self.hoejde(rest[: nr + 1]) <= resten[0] + _HAAR for nr in range(len(rest))
                    )
                    spalter[-1] += rest[: max(1, passer)]
                    rest = rest[max(1, passer) :]
                else:
                    spalter.append([])
        return spalter

    def afstemt(self, antal: int, hoejst: float | None = None) -> float | None:
        """The least height at which all pieces stand in `antal` columns; None where that is above `hoejst`."""
        hoejt = self.samlet_hoejde if hoejst is None else hoejst
        lavt = max((self.hoejde(kaede) for kaede in self._kaeder), default=0.0)
        if lavt > hoejt + _HAAR or len(self.fordel([hoejt])) > antal:
            return None
        while hoejt - lavt > _NOEJE:
            midt = (lavt + hoejt) / 2
            lavt, hoejt = (lavt, midt) if len(self.fordel([midt])) <= antal else (midt, hoejt)
        return max(self.hoejde(spalte) for spalte in self.fordel([hoejt])) + _HAAR

    def placer(self, spalte: Sequence[int], x: float, y: float, ark: Ark | None = None) -> float:
        """Place a column on the present page, or on that of another sheet of the same paper; gives where it ends."""
        skriver = Spalte(ark or self.ark, x, y, self.bredde, navn=self._navn)
        for plads, nummer in enumerate(spalte):
            skriver.y += self._luft[nummer] if plads else 0.0
            self._stykker[nummer].tegn(skriver)
        return skriver.y

    def rest(self, spalter: Sequence[Sequence[int]]) -> list[Et]:
        """The pieces that stand in none of these columns."""
        brugt = {nummer for spalte in spalter for nummer in spalte}
        return [stykke for nummer, stykke in enumerate(self._stykker) if nummer not in brugt]


# Boxes --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kasse:
    """A box on the page (mm)."""

    x: float
    y: float
    bredde: float
    hoejde: float


def spalter(kasse: Kasse, antal: int, mellem: float) -> Iterator[Kasse]:
    """Part a box into columns."""
    bredde = (kasse.bredde - (antal - 1) * mellem) / antal
    for nr in range(antal):
        yield Kasse(kasse.x + nr * (bredde + mellem), kasse.y, bredde, kasse.hoejde)


def jaevn_hoejde(ark: Ark, stykker: Sequence[Flydende], bredde: float, antal: int) -> float:
    """The least height (mm) of so many columns of this width in which all of it stands."""
    return Flow(ark, stykker, bredde).afstemt(antal) or 0.0


def flyd(ark: Ark, navn: str, stykker: Sequence[Et], kasser: Iterable[Kasse]) -> list[Et]:
    """Place as much as the boxes of the present page, all of one width, take, and give the rest."""
    flow, egne, fordelt = _fordelt(ark, stykker, kasser, navn)
    for spalte, kasse in zip(fordelt, egne):
        flow.placer(spalte, kasse.x, kasse.y)
    return flow.rest(fordelt)


def rest_af(ark: Ark, stykker: Sequence[Et], kasser: Iterable[Kasse]) -> list[Et]:
    """What the boxes do not take whole, before anything is placed."""
    flow, egne, fordelt = _fordelt(ark, stykker, kasser)
    par = zip(fordelt, egne)
    return flow.rest(
        [spalte for spalte, kasse in par if flow.hoejde(spalte) <= kasse.hoejde + _HAAR]
    )


def _fordelt(
    ark: Ark, stykker: Sequence[Et], kasser: Iterable[Kasse], navn: str = "tekst"
) -> tuple[Flow[Et], list[Kasse], list[list[int]]]:
    egne = list(kasser)
    flow = Flow(ark, stykker, egne[0].bredde, navn)
    return flow, egne, flow.fordel([kasse.hoejde for kasse in egne])[: len(egne)]
