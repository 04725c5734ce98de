# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's data in one file or schema, whatever its version: every text of every table is looked at.

What is taken out is blanked where it stands; the row stays. What a rule of the table refuses, and what stands in a key,
is left and said.
"""

from __future__ import annotations

import abc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from moedested_plugin.domain.eftersoegt import FJERNET, SKILLETEGN, Eftersoegt
from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.skema import TABELLER

from .fejl import Afvist

if TYPE_CHECKING:
    from .base import Skriver
    from .oversaet import Dialekt

#: What a row is told apart by: not to be changed, or something else would refer to nothing.
_NOEGLER = frozenset({"fid", "noegle", "kilde_noegle", "liste"}) | {
    felt.navn
    for tabel in TABELLER
    for felt in tabel.felter
    if felt.type is Type.UUID or felt.navn == tabel.noegle
}
_RAEKKENOEGLER = frozenset(tabel.noegle for tabel in TABELLER if tabel.noegle)
#: The triggers let this kind of run change what another authority owns. A person's data go, whoever owns the place, so the
#: run is called so until it is done; nobody else sees it before.
KOERES_SOM, ART = "import", "persondata"
#: What stands between digits, also as JSON writes it. SQLite takes about 25 calls inside each other, no more.
_IMELLEM = tuple(
    dict.fromkeys(
        stykke for tegn in SKILLETEGN for stykke in (tegn, json.dumps(tegn, ensure_ascii=False)[1:-1])
    )
)  # fmt: skip
#: Whatever is taken out of a row comes into the history, so that is cleaned last.
_SIDST = "historik"


@dataclass(frozen=True)
class Forekomst:
    """Where something was found: never what."""

    sted: str
    tabel: str
    noegle: str
    felt: str


@dataclass(frozen=True)
class Fjernelse:
    """What was found and is gone, and what is left, with the reason where there is one to tell."""

    fjernet: tuple[Forekomst, ...] = ()
    efterladt: tuple[tuple[Forekomst, str], ...] = ()

    def __add__(self, anden: Fjernelse) -> Fjernelse:
        return Fjernelse(self.fjernet + anden.fjernet, self.efterladt + anden.efterladt)


class Tekster(abc.ABC):
    """The texts of one file or schema."""

    #: What it is called to the user.
    sted: str

    @abc.abstractmethod
    def kolonner(self) -> dict[str, list[str]]:
        """The columns that may hold a text, by table."""

    @abc.abstractmethod
    def raekker(
        self, tabel: str, kolonner: list[str], stumper: Iterable[tuple[str, bool]]
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        """The database's own name of each row that may have something, and its texts."""

    @abc.abstractmethod
    def skriv(self, tabel: str, raekke: str, vaerdier: Mapping[str, str | None]) -> None:
        """Change these texts. Raises `Afvist`; then the row is as it was."""


@dataclass(frozen=True)
class _Raekke:
    tabel: str
    nr: str
    noegle: str
    felter: Mapping[str, object]

    def steder(self, sted: str) -> Iterator[Forekomst]:
        return (Forekomst(sted, self.tabel, self.noegle, felt) for felt in self.felter)


def find(tekster: Tekster, eftersoegt: Eftersoegt) -> list[Forekomst]:
    """Every field that has it."""
    return [
        sted
        for raekke in _fundne(tekster, eftersoegt, tekster.kolonner())
        for sted in raekke.steder(tekster.sted)
    ]


def fjern(
    tekster: Tekster, eftersoegt: Eftersoegt, i_stedet: Mapping[str, str] | None = None
) -> Fjernelse:
    """Take it out everywhere. Belongs in one transaction. `i_stedet`: whole values that get another."""
    kolonner = tekster.kolonner()
    fundet: list[Forekomst] = []
    grunde: dict[Forekomst, str] = {}
    for tabel in sorted(kolonner, key=lambda navn: navn == _SIDST):
        for raekke in [*_fundne(tekster, eftersoegt, {tabel: kolonner[tabel]})]:
            fundet += raekke.steder(tekster.sted)
            grunde.update(_blank(tekster, raekke, eftersoegt, i_stedet or {}))
    rest = set(find(tekster, eftersoegt))
    return Fjernelse(
        tuple(sted for sted in fundet if sted not in rest),
        tuple((sted, grunde.get(sted, "")) for sted in sorted(rest, key=str)),
    )


def kan_have(x: str, stumper: Iterable[tuple[str, bool]], dialekt: Dialekt) -> str:
    """SQL: the text that `x` gives may have one of the pieces (`Eftersoegt.stumper`), which are plain letters and digits."""
    tekst = cifre = f"lower({x})"
    for tegn in _IMELLEM:
        cifre = f"replace({cifre}, {dialekt.tekst(tegn)}, '')"
    return " OR ".join(
        f"{cifre if er_tal else tekst} LIKE '%{stump}%'" for stump, er_tal in stumper
    )


def efterladt(sted: str, grund: str) -> Fjernelse:
    """A whole place that nothing could be taken out of, and why."""
    return Fjernelse(efterladt=((Forekomst(sted, "", "", ""), grund),))


def noter(skriver: Skriver, udfald: Fjernelse, om: Mapping[str, str] | None = None) -> None:
    """The line of the log: how much, never what."""
    antal = {"fjernet": len(udfald.fjernet), "efterladt": len(udfald.efterladt)}
    skriver.ret("koersel", skriver.koersel_id, {"art": ART, "resultat": {**(om or {}), **antal}})


def _fundne(
    tekster: Tekster, eftersoegt: Eftersoegt, kolonner: Mapping[str, list[str]]
) -> Iterator[_Raekke]:
    for tabel, navne in kolonner.items():
        for nr, vaerdier in tekster.raekker(tabel, navne, eftersoegt.stumper):
            felter = {
                navn: vaerdi
                for navn, vaerdi in vaerdier.items()
                if eftersoegt.staar_i(_laest(vaerdi))
            }
            if felter:
                yield _Raekke(tabel, nr, _noegle(tabel, vaerdier, nr), felter)


def _noegle(tabel: str, vaerdier: Mapping[str, object], nr: str) -> str:
    """The business key; in a published table it comes first of those that refer to something."""
    egen = next((t.noegle for t in TABELLER if t.navn == tabel), "")
    navn = egen or next((navn for navn in vaerdier if navn in _RAEKKENOEGLER), "")
    return str(vaerdier.get(navn) or nr)


def _laest(vaerdi: object) -> object:
    """JSON as what it says: there a letter may be written as a number."""
    if isinstance(vaerdi, str) and vaerdi[:1] in ("{", "["):
        try:
            return json.loads(vaerdi)
        except ValueError:
            return vaerdi
    return vaerdi


def _blank(
    tekster: Tekster, raekke: _Raekke, eftersoegt: Eftersoegt, i_stedet: Mapping[str, str]
) -> Iterator[tuple[Forekomst, str]]:
    """Change the row: all of it at once, else field by field. Gives what was refused, and why."""
    nye = {
        felt: i_stedet.get(str(vaerdi)) or _uden(vaerdi, eftersoegt)
        for felt, vaerdi in raekke.felter.items()
        if felt not in _NOEGLER
    }
    if not nye or _lykkes(partial(tekster.skriv, raekke.tabel, raekke.nr, nye)) is None:
        return
    for felt, ny in nye.items():
        # A rule of the field may want a text, none, or one of another shape.
        grund: str | None = ""
        for vaerdi in dict.fromkeys((ny, None, FJERNET)):
            grund = _lykkes(partial(tekster.skriv, raekke.tabel, raekke.nr, {felt: vaerdi}))
            if grund is None:
                break
        if grund is not None:
            yield Forekomst(tekster.sted, raekke.tabel, raekke.noegle, felt), grund


def _lykkes(skriv: Callable[[], None]) -> str | None:
    """Why it did not; None when it did."""
    try:
        skriv()
    except Afvist as fejl:
        return str(fejl)
    return None


def _uden(vaerdi: object, eftersoegt: Eftersoegt) -> str | None:
    laest = _laest(vaerdi)
    rest = eftersoegt.uden(laest)
    if rest is None or isinstance(rest, str):
        return rest
    return json.dumps(rest, ensure_ascii=False)
