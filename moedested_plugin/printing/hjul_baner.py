# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands where on the annual wheel: activities by type with a code each, arcs in lanes, single days as marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from moedested_plugin.domain.aktiviteter import AARLIG, INGEN
from moedested_plugin.project.kommuner import dansk_orden

if TYPE_CHECKING:
    from .aktivitet import Aktivitet

#: What happens so seldom in the year stands as single days.
_FAA_DAGE = 3
#: What lasts longer than so many days on end is an arc.
_LANGT = 14
_BOGSTAVER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Post:
    """An activity in the year: its code (`A1`), the number of its type, its days."""

    kode: str
    slags: int
    aktivitet: Aktivitet
    dage: tuple[dt.date, ...]

    @property
    def maaneder(self) -> tuple[int, ...]:
        """The months in which it happens."""
        return tuple(sorted({dag.month for dag in self.dage}))

    @property
    def er_dage(self) -> bool:
        """Whether it stands as single days: else it is an arc over its months."""
        det = self.aktivitet.gentagelse
        if det.gentagelse == INGEN:
            return len(self.dage) <= _LANGT
        return det.gentagelse == AARLIG or len(self.dage) <= _FAA_DAGE


@dataclass(frozen=True)
class Slags:
    """A type of activity that there is in the year: its number from 0, its letter, its name, its activities."""

    nummer: int
    bogstav: str
    navn: str
    poster: tuple[Post, ...]


@dataclass(frozen=True)
class Bue:
    """An arc over months (both with): what stands on it when there is room, and when there is little."""

    fra: int
    til: int
    slags: int
    koder: str
    navn: str = ""
    aflyst: bool = False


@dataclass(frozen=True)
class Maerke:
    """A mark on a day: codes and date."""

    dag: dt.date
    slags: int
    tekst: str
    aflyst: bool = False


def ordn(aktiviteter: Iterable[Aktivitet], aar: int) -> list[Slags]:
    """Those that happen in the year, by type, each with its code. Types stand as in their list, names in Danish order."""
    med_dage = [(et, tuple(et.dage(aar))) for et in aktiviteter]
    i_aar = sorted(
        (et for et in med_dage if et[1]),
        key=lambda et: (et[0].type_k, dansk_orden(et[0].navn), et[1][0], et[0].id),
    )
    ud: list[Slags] = []
    for nummer, (_, gruppe) in enumerate(groupby(i_aar, key=lambda et: et[0].type_k)):
        led, bogstav = list(gruppe), _bogstav(nummer)
        poster = tuple(
            Post(f"{bogstav}{nr}", nummer, et, dage) for nr, (et, dage) in enumerate(led, 1)
        )
        ud.append(Slags(nummer, bogstav, led[0][0].type, poster))
    return ud


def _bogstav(nummer: int) -> str:
    omgang, plads = divmod(nummer, len(_BOGSTAVER))
    return (_BOGSTAVER[omgang - 1] if omgang else "") + _BOGSTAVER[plads]


# Arcs -------------------------------------------------------------------------------------------------------


def baner(slags: Sequence[Slags], hoejst: int) -> list[list[Bue]] | None:
    """The arcs in lanes, outermost first, told as closely as so many lanes allow; None where they do not.

    First an arc each; then one for all of a type that happen in the same months; then one lane for each type.
    """
    for maade in (_hver_sin, _samme_maaneder, _en_bane):
        lagt = [bane for en in slags for bane in maade([p for p in en.poster if not p.er_dage])]
        if len(lagt) <= hoejst:
            return lagt
    return None


def _hver_sin(poster: list[Post]) -> list[list[Bue]]:
    return _pak([[post] for post in poster])


def _samme_maaneder(poster: list[Post]) -> list[list[Bue]]:
    samlet: dict[tuple[object, ...], list[Post]] = {}
    for post in poster:
        samlet.setdefault((post.maaneder, post.aktivitet.aflyst), []).append(post)
    return _pak(list(samlet.values()))


def _pak(grupper: list[list[Post]]) -> list[list[Bue]]:
    """One arc for each run of months of each group; groups that never meet share a lane."""
    lagt: list[tuple[set[int], list[Bue]]] = []
    for gruppe in sorted(grupper, key=lambda et: (-len(et[0].maaneder), et[0].kode)):
        maaneder = set(gruppe[0].maaneder)
        bane = next((et for et in lagt if not et[0] & maaneder), None)
        if bane is None:
            bane = (set(), [])
            lagt.append(bane)
        bane[0].update(maaneder)
        navn = gruppe[0].aktivitet.navn if len(gruppe) == 1 else ""
        bane[1].extend(
            Bue(fra, til, gruppe[0].slags, koder([p.kode for p in gruppe]), navn, gruppe[0].aktivitet.aflyst)
            for fra, til in forloeb(gruppe[0].maaneder)
        )  # fmt: skip
    return [buer for _, buer in lagt]


def _en_bane(poster: list[Post]) -> list[list[Bue]]:
    """All in one lane: an arc for as long as the same ones happen. What is cancelled stands in the list only."""
    gaelder = [post for post in poster if not post.aktivitet.aflyst]
    buer: list[Bue] = []
    for maaned in range(1, 13):
        nu = [post.kode for post in gaelder if maaned in post.maaneder]
        if not nu:
            continue
        tekst = koder(nu)
        if buer and buer[-1].til == maaned - 1 and buer[-1].koder == tekst:
            buer[-1] = Bue(buer[-1].fra, maaned, buer[-1].slags, tekst)
        else:
            buer.append(Bue(maaned, maaned, gaelder[0].slags, tekst))
    return [buer] if buer else []


def forloeb(maaneder: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of months on end: (first, last)."""
    ud: list[tuple[int, int]] = []
    for nr in maaneder:
        if ud and ud[-1][1] == nr - 1:
            ud[-1] = (ud[-1][0], nr)
        else:
            ud.append((nr, nr))
    return ud


def koder(alle: Sequence[str]) -> str:
    """Codes of one type said shortly: `A1-3, 5`."""
    bogstav = alle[0].rstrip("0123456789")
    numre = sorted(int(et[len(bogstav) :]) for et in alle)
    led = [f"{a}-{b}" if b > a else f"{a}" for a, b in forloeb(numre)]
    return bogstav + ", ".join(led)


# Marks ------------------------------------------------------------------------------------------------------


def maerker(slags: Sequence[Slags]) -> list[Maerke]:
    """A mark for each single day, in order; of the same day and type one for all."""
    fundet: dict[tuple[dt.date, str, int, bool], list[str]] = {}
    for en in slags:
        for post in en.poster:
            if post.er_dage:
                for fra, til in _paa_rad(post.dage):
                    noegle = (fra, _datoer(fra, til), en.nummer, post.aktivitet.aflyst)
                    fundet.setdefault(noegle, []).append(post.kode)
    return [
        Maerke(fra, nummer, f"{koder(alle)}  {datoer}{' aflyst' if aflyst else ''}", aflyst)
        for (fra, datoer, nummer, aflyst), alle in sorted(fundet.items())
    ]


def _paa_rad(dage: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    ud: list[tuple[dt.date, dt.date]] = []
    for dag in dage:
        if ud and (dag - ud[-1][1]).days == 1:
            ud[-1] = (ud[-1][0], dag)
        else:
            ud.append((dag, dag))
    return ud


def _datoer(fra: dt.date, til: dt.date) -> str:
    """Say days on end as briefly as can be: `23.6.`, `23.-25.6.`, for the wheel."""
    if fra == til:
        return f"{fra.day}.{fra.month}."
    foerst = f"{fra.day}." if fra.month == til.month else f"{fra.day}.{fra.month}."
    return f"{foerst}-{til.day}.{til.month}."
