# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that flows (flyder) from box to box: lists in columns, over as many pages as they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .ark import HAAR, LODRET_MIDT, MIDT
from .stil import TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark


@dataclass(frozen=True)
class Maerke:
    """A letter in a box (maerke): the colour of the box, of the letter and of the edge ('' for none)."""

    tekst: str
    fyld: str
    farve: str
    kant: str = ""


@dataclass(frozen=True)
class Afsnit:
    """A piece of text that is not parted. `foer` is the room above it (mm on an A4), left out at the top of a box.

    One that `hoerer_til` the next never stands last in a box: headings. `stoerrelse` (points) is for a size of its own;
    a `maerke` is a small box with a letter before the text.
    """

    tekst: str
    skrift: Skrift = Skrift.BROED
    farve: str = TEKST
    foer: float = 0.0
    hoerer_til: bool = False
    stoerrelse: float | None = None
    maerke: Maerke | None = None


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
        (et.foer * ark.papir.skala if nr else 0) + _hoejde(ark, et, bredde)
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
            ind = _placer_maerke(ark, navn, et, kasse.x, y)
            y += ark.tekst(
                navn, et.tekst, kasse.x + ind, y, kasse.bredde - ind, et.skrift,
                farve=et.farve, stoerrelse=et.stoerrelse,
            )  # fmt: skip
    return rest


def _linje(ark: Ark, et: Afsnit) -> float:
    return ark.tekst_hoejde("X", 100, et.skrift, et.stoerrelse)


def _indrykning(ark: Ark, et: Afsnit) -> float:
    """Room that the box before the text takes."""
    return 1.7 * _linje(ark, et) if et.maerke is not None else 0.0


def _hoejde(ark: Ark, et: Afsnit, bredde: float) -> float:
    """What `Ark.tekst` will take, so that what belongs together is not parted by a hair."""
    if not et.tekst:
        return 0.0
    bredde -= _indrykning(ark, et)
    return ark.tekst_hoejde(et.tekst, bredde, et.skrift, et.stoerrelse) + HAAR


def _placer_maerke(ark: Ark, navn: str, et: Afsnit, x: float, y: float) -> float:
    """Place the box, and give how far in the text begins."""
    if et.maerke is None:
        return 0.0
    linje = _linje(ark, et)
    ark.felt(
        f"{navn}: felt", x, y, 1.35 * linje, 0.95 * linje, farve=et.maerke.fyld,
        streg=et.maerke.kant, rund=0.2 * linje,
    )  # fmt: skip
    ark.tekst(
        f"{navn}: bogstav", et.maerke.tekst, x, y, 1.35 * linje, et.skrift, farve=et.maerke.farve,
        stoerrelse=et.stoerrelse, hoejde=0.95 * linje, vandret=MIDT, lodret=LODRET_MIDT,
    )  # fmt: skip
    return _indrykning(ark, et)


def _sammen(ark: Ark, afsnit: Sequence[Afsnit], bredde: float) -> float:
    """The height of the first piece and of what must not be parted from it."""
    hoejde = 0.0
    for nr, et in enumerate(afsnit):
        hoejde += (et.foer * ark.papir.skala if nr else 0) + _hoejde(ark, et, bredde)
        if not et.hoerer_til:
            break
    return hoejde
