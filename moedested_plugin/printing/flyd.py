# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that flows (flyder) from box to box: lists in columns, over as many pages as they take."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .ark import LINJELUFT
from .stil import TEKST, Skrift

if TYPE_CHECKING:
    from .ark import Ark

#: Heights are added up in different orders.
_AFRUNDING = 0.01


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


def jaevn_hoejde(ark: Ark, afsnit: Sequence[Afsnit], bredde: float, antal: int) -> float:
    """The least height (mm) of so many columns of this width in which all of it stands."""
    led: list[tuple[float, float]] = []  # room above, and height, of what is never parted
    rest = list(afsnit)
    while rest:
        led.append((rest[0].foer * ark.papir.skala, _sammen(ark, rest, bredde)))
        while rest.pop(0).hoerer_til and rest:
            pass

    def raekker(hoejde: float) -> bool:
        brugte, brugt = 1, 0.0
        for foer, egen in led:
            if brugt and brugt + foer + egen > hoejde:
                brugte, brugt = brugte + 1, 0.0
            brugt += egen + (foer if brugt else 0.0)
        return brugte <= antal

    mulige = sorted(
        {
            sum(foer + egen for foer, egen in led[fra:til]) - led[fra][0]
            for fra in range(len(led))
            for til in range(fra + 1, len(led) + 1)
        }
    )
    # no lower than the highest that is not parted
    lav, hoej = bisect_left(mulige, max((egen for _, egen in led), default=0.0)), len(mulige) - 1
    while lav < hoej:
        midt = (lav + hoej) // 2
        lav, hoej = (lav, midt) if raekker(mulige[midt] + _AFRUNDING) else (midt + 1, hoej)
    return mulige[lav] + _AFRUNDING if mulige else 0.0


def flyd(ark: Ark, navn: str, afsnit: Sequence[Afsnit], kasser: Iterable[Kasse]) -> list[Afsnit]:
    """Place as much as the boxes of the present page take, and give the rest."""
    placerede, rest = _fordel(ark, afsnit, kasser)
    for et, kasse, y in placerede:
        ark.tekst(navn, et.tekst, kasse.x, y, kasse.bredde, et.skrift, farve=et.farve)
    return rest


def rest_af(ark: Ark, afsnit: Sequence[Afsnit], kasser: Iterable[Kasse]) -> list[Afsnit]:
    """What the boxes do not take, before anything is placed."""
    return _fordel(ark, afsnit, kasser)[1]


def _fordel(
    ark: Ark, afsnit: Sequence[Afsnit], kasser: Iterable[Kasse]
) -> tuple[list[tuple[Afsnit, Kasse, float]], list[Afsnit]]:
    """Where each piece stands. One that is higher than a whole box stands there all the same: nothing is lost or hangs."""
    placerede: list[tuple[Afsnit, Kasse, float]] = []
    rest = list(afsnit)
    for kasse in kasser:
        y = kasse.y
        while rest:
            foer = rest[0].foer * ark.papir.skala if y > kasse.y else 0.0
            if y > kasse.y and y + foer + _sammen(ark, rest, kasse.bredde) > kasse.y + kasse.hoejde:
                break
            et = rest.pop(0)
            placerede.append((et, kasse, y + foer))
            y += foer + _hoejde(ark, et, kasse.bredde)
    return placerede, rest


def _hoejde(ark: Ark, et: Afsnit, bredde: float) -> float:
    """What it takes when it is placed."""
    return ark.tekst_hoejde(et.tekst, bredde, et.skrift) + LINJELUFT if et.tekst else 0.0


def _sammen(ark: Ark, afsnit: Sequence[Afsnit], bredde: float) -> float:
    """The height of the first piece and of what must not be parted from it."""
    hoejde = 0.0
    for nr, et in enumerate(afsnit):
        hoejde += (et.foer * ark.papir.skala if nr else 0) + _hoejde(ark, et, bredde)
        if not et.hoerer_til:
            break
    return hoejde
