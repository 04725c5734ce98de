# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that flows (flyder) from box to box: lists in columns, over as many pages as they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .stil import TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark


@dataclass(frozen=True)
class Afsnit:
    """A piece of text that is not parted. `foer` is the room above it (mm on an A4), left out at the top of a box.

    One that `hoerer_til` the next never stands last in a box: headings.
    """

    tekst: str
    skrift: Skrift = Skrift.BROED
    farve: str = TEKST
    foer: float = 0.0
    hoerer_til: bool = False


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


def fylder(ark: Ark, afsnit: Sequence[Afsnit], bredde: float) -> float:
    """How high the text becomes in one column (mm)."""
    return sum(
        (et.foer * ark.papir.skala if nr else 0) + ark.tekst_hoejde(et.tekst, bredde, et.skrift)
        for nr, et in enumerate(afsnit)
    )


def flyd(ark: Ark, navn: str, afsnit: Sequence[Afsnit], kasser: Iterable[Kasse]) -> list[Afsnit]:
    """Place as much as the boxes of the present page take, and give the rest.

    A piece that is higher than a whole box is placed there all the same, so that nothing is lost and nothing hangs.
    """
    rest = list(afsnit)
    for kasse in kasser:
        y = kasse.y
        while rest:
            foer = rest[0].foer * ark.papir.skala if y > kasse.y else 0.0
            if y > kasse.y and y + foer + _sammen(ark, rest, kasse.bredde) > kasse.y + kasse.hoejde:
                break
            et = rest.pop(0)
            y += foer
            y += ark.tekst(navn, et.tekst, kasse.x, y, kasse.bredde, et.skrift, farve=et.farve)
    return rest


def _sammen(ark: Ark, afsnit: Sequence[Afsnit], bredde: float) -> float:
    """The height of the first piece and of what must not be parted from it."""
    hoejde = 0.0
    for nr, et in enumerate(afsnit):
        hoejde += (et.foer * ark.papir.skala if nr else 0) + ark.tekst_hoejde(
            et.tekst, bredde, et.skrift
        )
        if not et.hoerer_til:
            break
    return hoejde
