# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows that a publication changes, field by field: known by their keys, read when somebody looks at them."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, overload

from moedested_plugin.domain.betingelse import GEOMETRI

from .nye import Aftryk, Ude, bundter, som_nu
from .planlager import BUNDT, NY, UDE, Planlager
from .raekker import TABEL_AF_NAVN, TABELLER, Raekke, Tabel

if TYPE_CHECKING:
    from moedested_plugin.store.base import OffentligVaerdi

_T = TypeVar("_T")
#: Pages that are remembered: whole changes on a few screens, names of as many as one searches in without waiting.
_SIDER, _NAVNESIDER = 4, 200


class Art(enum.Enum):
    """What happens to a row."""

    TILFOEJET = "tilføjet"
    AENDRET = "ændret"
    FJERNET = "fjernet"


@dataclass(frozen=True)
class Feltaendring:
    """One field, before and after."""

    kolonne: str
    alias: str
    gammel: OffentligVaerdi
    ny: OffentligVaerdi


@dataclass(frozen=True)
class Aendring:
    """One row that the publication changes."""

    tabel: str
    noegle: str
    art: Art
    navn: str
    felter: tuple[Feltaendring, ...] = ()
    gammel: Raekke | None = None
    ny: Raekke | None = None

    @property
    def geometri(self) -> bytes | None:
        """Where it is, or was."""
        tabel = TABEL_AF_NAVN[self.tabel]
        raekke = self.ny if self.ny is not None else self.gammel
        if raekke is None or GEOMETRI not in tabel.kolonner:
            return None
        vaerdi = raekke[-1]
        return vaerdi if isinstance(vaerdi, bytes) else None


class Gruppe(NamedTuple):
    """Changes of one kind in one table."""

    tabel: Tabel
    art: Art
    noegler: Sequence[str]

    @property
    def side(self) -> str:
        """Where the row stands that it is named after."""
        return UDE if self.art is Art.FJERNET else NY


class _Sider(Generic[_T]):
    """A long list, a page of which is read when it is asked for; the last pages are remembered."""

    def __init__(self, laes: Callable[[int, int], list[_T]], hoejst: int) -> None:
        self._laes, self._hoejst = laes, hoejst
        self._husket: OrderedDict[int, list[_T]] = OrderedDict()

    def __getitem__(self, nr: int) -> _T:
        side = nr // BUNDT
        laest = self._husket.get(side)
        if laest is None:
            laest = self._laes(side * BUNDT, (side + 1) * BUNDT)
            self._husket[side] = laest
            if len(self._husket) > self._hoejst:
                self._husket.popitem(last=False)
        return laest[nr % BUNDT]


class Aendringer(Sequence[Aendring]):
    """All of them. What can be said by number without reading the row has a way of its own."""

    def __init__(self, lager: Planlager | None = None, grupper: Iterable[Gruppe] = ()) -> None:
        self._lager = lager if lager is not None else Planlager()
        self._grupper = [gruppe for gruppe in grupper if gruppe.noegler]
        self._slut = [*accumulate(len(gruppe.noegler) for gruppe in self._grupper)]
        self._hele = _Sider(self._laes, _SIDER)
        self._navne = _Sider(self._laes_navne, _NAVNESIDER)

    def __repr__(self) -> str:
        return f"Aendringer({len(self)})"

    def __len__(self) -> int:
        return self._slut[-1] if self._slut else 0

    @overload
    def __getitem__(self, nr: int) -> Aendring: ...

    @overload
    def __getitem__(self, nr: slice) -> Sequence[Aendring]: ...

    def __getitem__(self, nr: int | slice) -> Aendring | Sequence[Aendring]:
        if isinstance(nr, slice):
            return [self[et] for et in range(*nr.indices(len(self)))]
        return self._hele[self._talt(nr)]

    def __iter__(self) -> Iterator[Aendring]:
        return self.af(*Art)

    def af(self, *arter: Art) -> Iterator[Aendring]:
        """Those of these kinds, read some at a time."""
        for gruppe in self._grupper:
            if gruppe.art in arter:
                for bundt in bundter(gruppe.noegler):
                    yield from self._som_aendringer(gruppe._replace(noegler=bundt))

    def antal(self, art: Art) -> int:
        """How many of that kind."""
        return sum(len(gruppe.noegler) for gruppe in self._grupper if gruppe.art is art)

    def slags(self, nr: int) -> tuple[str, Art, str]:
        """Table, kind and key."""
        nr = self._talt(nr)
        hvor = bisect_right(self._slut, nr)
        gruppe = self._grupper[hvor]
        noegle = gruppe.noegler[nr - self._slut[hvor]]  # from the end
        return gruppe.tabel.navn, gruppe.art, noegle

    def navn(self, nr: int) -> str:
        """What a person calls the row."""
        return self._navne[self._talt(nr)]

    def _talt(self, nr: int) -> int:
        if not -len(self) <= nr < len(self):
            raise IndexError(nr)
        return nr % len(self)

    def _udsnit(self, fra: int, til: int) -> Iterator[Gruppe]:
        """The groups between two numbers."""
        for gruppe, slut in zip(self._grupper, self._slut):
            start = slut - len(gruppe.noegler)
            noegler = gruppe.noegler[max(fra - start, 0) : max(til - start, 0)]
            if noegler:
                yield gruppe._replace(noegler=noegler)

    def _laes(self, fra: int, til: int) -> list[Aendring]:
        return [en for gruppe in self._udsnit(fra, til) for en in self._som_aendringer(gruppe)]

    def _laes_navne(self, fra: int, til: int) -> list[str]:
        ud = []
        for gruppe in self._udsnit(fra, til):
            tabel = gruppe.tabel
            kolonner = [k for k in KENDETEGN if k in tabel.kolonner]
            laest = dict(self._lager.hent(gruppe.side, tabel, gruppe.noegler, kolonner))
            ud += [_kaldt(tabel, noegle, laest[noegle]) for noegle in gruppe.noegler]
        return ud

    def _som_aendringer(self, gruppe: Gruppe) -> Iterator[Aendring]:
        tabel, art, noegler = gruppe
        ny, gammel = (dict(self._lager.hent(side, tabel, noegler)) for side in (NY, UDE))
        for noegle in noegler:
            nu = ny.get(noegle) if art is not Art.FJERNET else None
            foer = gammel.get(noegle) if art is not Art.TILFOEJET else None
            felter = tuple(_felter(tabel, foer, nu)) if foer is not None and nu is not None else ()
            navn = navn_paa(tabel, nu if nu is not None else foer or ())
            yield Aendring(tabel.navn, noegle, art, navn, felter, foer, nu)


def find_aendringer(
    lager: Planlager,
    nyt: Aftryk,
    ude: Ude | None,
    hent: Callable[[Tabel, Collection[str]], Mapping[str, Raekke]] | None = None,
) -> Aendringer:
    """What differs between rows, given in short, and what is out there. `hent`: rows that the store of the plan lacks."""
    gamle = ude.aftryk() if ude is not None else {}
    grupper = []
    for tabel in TABELLER:
        ny, gammel = nyt.get(tabel.navn, {}), gamle.get(tabel.navn, {})
        tilfoejede = [n for n in ny if n not in gammel]
        aendrede = [n for n in ny if n in gammel and gammel[n][1] != ny[n][1]]
        fjernede = [n for n in gammel if n not in ny]
        for bundt in bundter([*aendrede, *fjernede]):
            lager.skriv(UDE, tabel, som_nu(ude, tabel, bundt).values())
        if hent is not None:
            for bundt in bundter([*tilfoejede, *aendrede]):
                lager.skriv(NY, tabel, hent(tabel, bundt).values())
        grupper += [
            Gruppe(tabel, Art.TILFOEJET, tilfoejede),
            Gruppe(tabel, Art.AENDRET, [*_andre(lager, tabel, aendrede)]),
            Gruppe(tabel, Art.FJERNET, fjernede),
        ]
    return Aendringer(lager, grupper)


def _andre(lager: Planlager, tabel: Tabel, noegler: Sequence[str]) -> Iterator[str]:
    """Those whose row says something else: columns that came or went may have changed the hash alone."""
    for bundt in bundter(noegler):
        ny, gammel = (dict(lager.hent(side, tabel, bundt)) for side in (NY, UDE))
        yield from (noegle for noegle in bundt if ny[noegle] != gammel[noegle])


def _felter(tabel: Tabel, gammel: Raekke, ny: Raekke) -> Iterator[Feltaendring]:
    for kolonne, foer, nu in zip(tabel.kolonner, gammel, ny):
        if foer != nu:
            yield Feltaendring(kolonne, tabel.alias[kolonne], foer, nu)


#: Columns that tell a person which row it is, the first filled one.
KENDETEGN = (
    "navn",
    "udstyr_nr",
    "tekst",
    "facil_ty_tekst",
    "rute_ty_tekst",
    "type_tekst",
    "rolle_tekst",
    "sti",
)


def navn_paa(tabel: Tabel, raekke: Raekke) -> str:
    """Give what a person calls the row."""
    kendetegn = [tabel.vaerdi(raekke, k) for k in KENDETEGN if k in tabel.kolonner]
    return _kaldt(tabel, tabel.noegle(raekke), kendetegn)


def _kaldt(tabel: Tabel, noegle: str, kendetegn: Sequence[OffentligVaerdi]) -> str:
    for vaerdi in kendetegn:
        if vaerdi:
            return str(vaerdi)
    return f"{tabel.visning.titel} {noegle[:8]}"
