# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for the words of a list in running text: whole words, any case, `*` for any ending, `word = suggestion`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TEGN = ".,:;!?()/-\"'»”"


class Ord(NamedTuple):
    """A word of the list as it stands in the text, and what to write instead (may be empty)."""

    fra: int
    fundet: str
    forslag: str


class Soeger:
    """A word list made ready once and asked for every text."""

    def __init__(self, linjer: tuple[str, ...]) -> None:
        self._forslag: dict[str, str] = {}
        stammer = []
        for linje in linjer:
            ord_, _, forslag = (del_.strip() for del_ in linje.partition("="))
            ord_ = " ".join(ord_.casefold().split())
            if ord_.strip("*"):
                self._forslag[ord_] = forslag
                stammer.append(ord_)
        # longest first: `ensomme ældre` before `ensomme`
        stammer.sort(key=len, reverse=True)
        self._stammer = tuple(stammer)
        self._moenster = re.compile(
            rf"\b(?:{'|'.join(map(_moenster, stammer))})" if stammer else r"(?!)"
        )
        kendetegn = {_kendetegn(stamme) for stamme in stammer}
        self._hele = frozenset(ord_ for ord_ in kendetegn if not ord_.endswith("*"))
        self._begyndelser = tuple({ord_.rstrip("*") for ord_ in kendetegn if ord_.endswith("*")})

    def maaske(self, lille: str, ord_: list[str]) -> bool:
        """Cheap: whether the text, in small letters and as its words, can hold any of the list."""
        if not self._hele.isdisjoint(ord_):
            return True
        # A loop, not any(): it is asked for every text of the store.
        for begyndelse in self._begyndelser:  # noqa: SIM110
            if begyndelse in lille:
                return True
        return False

    def fraser(self, lille: str, ord_: list[str]) -> Iterator[str]:
        """What stands in small letters in every text that holds one of the list by these words; for those `maaske` lets pass."""
        for stamme in self._stammer:
            kendetegn = _kendetegn(stamme)
            if kendetegn in ord_ or (kendetegn.endswith("*") and kendetegn.rstrip("*") in lille):
                yield " ".join(et.rstrip("*") for et in stamme.split(" "))

    def find(self, tekst: str) -> Iterator[Ord]:
        """Every word of the list in the text, in order."""
        lille = tekst.casefold() if len(tekst.casefold()) == len(tekst) else tekst.lower()
        if not self.maaske(lille, ordene(lille)):
            return
        for fundet in self._moenster.finditer(lille):
            yield Ord(
                fundet.start(), tekst[fundet.start() : fundet.end()], self._forslag_til(fundet[0])
            )

    def _forslag_til(self, fundet: str) -> str:
        return next(
            self._forslag[stamme]
            for stamme in self._stammer
            if re.fullmatch(_moenster(stamme), fundet)
        )


def ordene(tekst: str) -> list[str]:
    """The words without the signs around them; several times as fast as a regular expression."""
    if " " not in tekst and tekst.isalnum():
        return [tekst]
    for tegn in _TEGN:
        if tegn in tekst:
            tekst = tekst.replace(tegn, " ")
    return tekst.split()


def _kendetegn(stamme: str) -> str:
    """The longest word of a phrase is the rarest."""
    return max(ordene(stamme) or [stamme], key=len)


@lru_cache(maxsize=32)
def soeger(linjer: tuple[str, ...]) -> Soeger:
    """The list made ready; the same list is made ready once."""
    return Soeger(linjer)


def _moenster(stamme: str) -> str:
    led = r"\s+".join(re.escape(ord_.rstrip("*")) for ord_ in stamme.split(" "))
    return led + (r"\w*" if stamme.endswith("*") else r"(?!\w)")
