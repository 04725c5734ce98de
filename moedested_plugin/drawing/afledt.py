# SPDX-License-Identifier: GPL-2.0-or-later
"""What follows from the line of a route and its surfaces (afledt): the fields that are written when it is saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.checks.tegning import afstand
from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.domain.kodelister import BELAEGNING_AF_UNDERLAG
from moedested_plugin.domain.kontroller_ruter import RUNDTUR_M, SAMME_PUNKT_M
from moedested_plugin.domain.underlag_langs import (
    ANDET,
    UKENDT,
    Stykke,
    andele,
    daarligste,
    daekkende,
)

if TYPE_CHECKING:
    from .maal import Maal

#: The lengths that GeoFA takes, km.
_KM = 0.1, 500.99
_UKENDT_BELAEGNING = BELAEGNING_AF_UNDERLAG[UKENDT]


@dataclass(frozen=True)
class Oversigt:
    """A route as its surfaces say it is."""

    #: Metres by surface, the most first, what is unknown last.
    andele: Mapping[int, float]
    daarligste: Stykke | None


def oversigt(maal: Maal, stykker: Iterable[Stykke]) -> Oversigt:
    """Shares and the worst stretch."""
    alle = daekkende(stykker, maal.laengde)
    return Oversigt(andele(alle), daarligste(alle))


def belaegning(laengde: float, stykker: Iterable[Stykke]) -> int | None:
    """GeoFA's code for the surface of most of the route; None while most of it is unknown."""
    meter: dict[int, float] = {}
    for underlag, langt in andele(daekkende(stykker, laengde)).items():
        kode = BELAEGNING_AF_UNDERLAG.get(underlag, BELAEGNING_AF_UNDERLAG[ANDET])
        meter[kode] = meter.get(kode, 0.0) + langt
    if not meter:
        return None
    mest = min(meter, key=lambda kode: (-meter[kode], kode))
    return None if mest == _UKENDT_BELAEGNING else mest


def felter(maal: Maal, stykker: Sequence[Stykke], *, linjen: bool) -> dict[str, Vaerdi]:
    """The fields of the route and their values. `linjen`: what follows from the line too, since it was drawn anew.

    A field that nothing is known of is left out, and keeps what it has.
    """
    ud: dict[str, Vaerdi] = {}
    kode = belaegning(maal.laengde, stykker)
    if kode is not None:
        ud["belaegn_k"] = kode
    if not linjen or not maal.loeb:
        return ud
    km = round(maal.laengde / 1000, 2)
    ud["laengde"] = km if _KM[0] <= km <= _KM[1] else None
    loese = maal.langs.loese_ender()
    if not loese:
        ud["rundtur"] = True
    elif len(loese) == 2 and afstand(*loese) > max(RUNDTUR_M.standard, SAMME_PUNKT_M):
        ud["rundtur"] = False
    return ud
