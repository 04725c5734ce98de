# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions on one row, written once.

A condition (Danish: *betingelse*) is evaluated here in Python; `store` compiles the same tree to SQL and `project` to
a QGIS expression. To let three languages agree there is no third truth value: a leaf on a missing value is False, and
only `Tom` asks whether something is missing.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

Vaerdi = Union[None, bool, int, float, str, dt.date, dt.datetime, list, dict, bytes]  # type: ignore[type-arg]
Raekke = Mapping[str, Vaerdi]

BLANKE = " \t\n\r"
GEOMETRI = "geometri"


@dataclass(frozen=True)
class Betingelse:
    """A yes/no question about one row."""

    def holder(self, raekke: Raekke) -> bool:
        """True when the row satisfies the condition."""
        raise NotImplementedError(type(self).__name__)

    def felter(self) -> tuple[str, ...]:
        """Names of the fields that the answer depends on, in order of first use."""
        raise NotImplementedError(type(self).__name__)


@dataclass(frozen=True)
class _Blad(Betingelse):
    felt: str

    def felter(self) -> tuple[str, ...]:
        return (self.felt,)


@dataclass(frozen=True)
class Tom(_Blad):
    """Nothing there: NULL, blank text, an empty list or object."""

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        if isinstance(vaerdi, str):
            return not vaerdi.strip(BLANKE)
        return vaerdi is None or (isinstance(vaerdi, (list, dict)) and not vaerdi)


@dataclass(frozen=True)
class EnAf(_Blad):
    """The value is one of these."""

    vaerdier: tuple[int | str, ...]

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return vaerdi is not None and vaerdi in self.vaerdier


@dataclass(frozen=True)
class Mellem(_Blad):
    """A number within the bounds, both included."""

    mindst: float
    hoejst: float

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return isinstance(vaerdi, (int, float)) and self.mindst <= vaerdi <= self.hoejst


@dataclass(frozen=True)
class SidsteCiffer(_Blad):
    """The last decimal digit of a positive code is one of these (GeoFA: which geometry a facility type may have)."""

    cifre: tuple[int, ...]

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return isinstance(vaerdi, int) and vaerdi > 0 and vaerdi % 10 in self.cifre


@dataclass(frozen=True)
class IkkeFoer(_Blad):
    """The value (date or number) is not before that of the other field; False when one of them is missing."""

    andet: str

    def holder(self, raekke: Raekke) -> bool:
        vaerdi, andet = raekke.get(self.felt), raekke.get(self.andet)
        if vaerdi is None or andet is None:
            return False
        return bool(vaerdi >= andet)  # type: ignore[operator]

    def felter(self) -> tuple[str, ...]:
        return (self.felt, self.andet)


@dataclass(frozen=True)
class FoerDag(_Blad):
    """The date lies before that day."""

    dag: dt.date

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return (
            isinstance(vaerdi, dt.date)
            and not isinstance(vaerdi, dt.datetime)
            and vaerdi < self.dag
        )


@dataclass(frozen=True)
class Laengde(_Blad):
    """Number of characters, blanks at the ends included."""

    mindst: int
    hoejst: int

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return isinstance(vaerdi, str) and self.mindst <= len(vaerdi) <= self.hoejst


@dataclass(frozen=True)
class Ligner(_Blad):
    """The text looks like one of these patterns: `*` any run, `?` any one, `[abc]`, `[^abc]`, `[0-9]` one of a set.

    That is SQLite's GLOB, the only pattern language which every program that opens a GeoPackage has.
    """

    moenstre: tuple[str, ...]

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return isinstance(vaerdi, str) and any(
            re.match(som_regulaert(moenster), vaerdi) for moenster in self.moenstre
        )


@dataclass(frozen=True)
class Indeholder(_Blad):
    """A list of codes holds at least one of these."""

    koder: tuple[int, ...]

    def holder(self, raekke: Raekke) -> bool:
        vaerdi = raekke.get(self.felt)
        return isinstance(vaerdi, list) and any(kode in vaerdi for kode in self.koder)


@dataclass(frozen=True)
class ErListe(_Blad):
    """The value is a JSON array."""

    def holder(self, raekke: Raekke) -> bool:
        return isinstance(raekke.get(self.felt), list)


@dataclass(frozen=True)
class ErObjekt(_Blad):
    """The value is a JSON object."""

    def holder(self, raekke: Raekke) -> bool:
        return isinstance(raekke.get(self.felt), dict)


@dataclass(frozen=True)
class _Flere(Betingelse):
    led: tuple[Betingelse, ...]

    def felter(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(felt for led in self.led for felt in led.felter()))


@dataclass(frozen=True)
class Alle(_Flere):
    """Every part holds."""

    def holder(self, raekke: Raekke) -> bool:
        return all(led.holder(raekke) for led in self.led)


@dataclass(frozen=True)
class Enten(_Flere):
    """At least one part holds."""

    def holder(self, raekke: Raekke) -> bool:
        return any(led.holder(raekke) for led in self.led)


@dataclass(frozen=True)
class NetopEn(_Flere):
    """Exactly one part holds."""

    def holder(self, raekke: Raekke) -> bool:
        return sum(led.holder(raekke) for led in self.led) == 1


@dataclass(frozen=True)
class Ikke(Betingelse):
    """The part does not hold."""

    led: Betingelse

    def holder(self, raekke: Raekke) -> bool:
        return not self.led.holder(raekke)

    def felter(self) -> tuple[str, ...]:
        return self.led.felter()


def udfyldt(felt: str) -> Betingelse:
    """Something is there."""
    return Ikke(Tom(felt))


def hvis(naar: Betingelse, saa: Betingelse) -> Betingelse:
    """Whenever `naar` holds, `saa` must hold."""
    return Enten((Ikke(naar), saa))


def tom_eller(felt: str, krav: Betingelse) -> Betingelse:
    """The requirement holds, or there is nothing to require it of (NULL; for text also blank)."""
    return Enten((Tom(felt), krav))


def som_regulaert(moenster: str) -> str:
    """The pattern as a regular expression that Python, PostgreSQL and QGIS read alike (anchored)."""
    ud, i = ["^"], 0
    while i < len(moenster):
        tegn = moenster[i]
        if tegn == "*":
            ud.append("(?:.|\\n)*")
        elif tegn == "?":
            ud.append("(?:.|\\n)")
        elif tegn == "[":
            slut = moenster.index("]", i + 2)
            ud.append(moenster[i : slut + 1])
            i = slut
        elif tegn.isalnum() or tegn in "@/_ ":
            ud.append(tegn)
        else:
            ud.append("\\" + tegn)
        i += 1
    # Not $ nor \Z: whether they let a trailing line feed pass differs between the three engines.
    return "".join(ud) + "(?!(?:.|\\n))"


def fra_json(vaerdi: Vaerdi) -> Vaerdi:
    """A JSON text as the list or object it stands for; text that is not JSON comes back as it is."""
    if not isinstance(vaerdi, str):
        return vaerdi
    try:
        laest = json.loads(vaerdi)
    except ValueError:
        return vaerdi
    return laest if isinstance(laest, (list, dict)) else vaerdi
