# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan as a list to look through: chosen by kind and words, a page at a time, without what only one row needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import GEOMETRI

from . import sted

if TYPE_CHECKING:
    from .plan import Art, Plan

_KOLONNER = "nr, art, navn, type, grund, felter, accept, som_ny"


@dataclass(frozen=True)
class Linje:
    """One row of the plan as the list shows it."""

    nr: int
    art: Art
    navn: str | None
    type: str | None
    grund: str | None
    #: The fields that differ; none of a row that is new as a whole.
    felter: tuple[str, ...]
    accept: bool | None
    som_ny: bool
    #: What is answered to each field that is in conflict.
    uenige: tuple[bool | None, ...]


def goer_klar(plan: Plan) -> None:
    """Make looking through it fast. Takes a moment with many rows."""
    for navn, felter in (("art", "art, nr"), ("svar", "art, accept, som_ny")):
        plan.arbejde.udfoer(
            f"CREATE INDEX IF NOT EXISTS aendring_{navn} ON aendring ({felter})"  # nosec B608 - names of ours
        )


class Planliste:
    """The rows of these kinds that hold every word of `soeg`; reads on where it left off."""

    def __init__(self, plan: Plan, arter: Sequence[Art], soeg: str = "") -> None:
        self._plan = plan
        self._arter = list(arter)
        self._soeg = soeg.casefold().split()
        self._efter = 0
        if self._soeg:
            plan.arbejde.con.create_function("har_ord", 4, self._har_ord)

    @property
    def slut(self) -> bool:
        """Nothing more to read."""
        return not self._arter

    def side(self, hoejst: int) -> list[Linje]:
        """The next rows, at most so many."""
        ud: list[Linje] = []
        while self._arter and len(ud) < hoejst:
            mangler = hoejst - len(ud)
            fundne = self._plan.arbejde.udfoer(
                f"SELECT {_KOLONNER} FROM aendring WHERE art = ? AND nr > ? {self._ord()} ORDER BY nr LIMIT ?",  # nosec B608 - names of ours
                self._arter[0], self._efter, mangler,
            ).fetchall()  # fmt: skip
            ud += map(_linje, fundne)
            if len(fundne) < mangler:
                self._arter.pop(0)
                self._efter = 0
            else:
                self._efter = fundne[-1][0]
        return ud

    def steder(self, hoejst: int) -> list[bytes]:
        """Where these rows lie, as one WKB of points, one of lines, one of areas; of so many rows at most."""
        if not self._arter:
            return []
        fundne = self._plan.arbejde.udfoer(
            f"SELECT coalesce(a.geometri_deres, n.{GEOMETRI}, a.geometri_vores) FROM aendring AS a"  # nosec B608 - names of ours
            f" LEFT JOIN ny AS n ON n._nr = a.raa_nr WHERE a.art IN ({', '.join('?' * len(self._arter))})"
            f" AND coalesce(a.geometri_deres, n.{GEOMETRI}, a.geometri_vores) IS NOT NULL {self._ord('a.')} LIMIT ?",
            *self._arter, hoejst,
        )  # fmt: skip
        return sted.samlede(wkb for (wkb,) in fundne)

    def _ord(self, af: str = "") -> str:
        return f"AND har_ord({af}navn, {af}type, {af}noegle, {af}grund)" if self._soeg else ""

    def _har_ord(self, *tekster: str | None) -> bool:
        samlet = " ".join(tekst for tekst in tekster if tekst).casefold()
        return all(led in samlet for led in self._soeg)


def linjer(plan: Plan, numre: Iterable[int]) -> list[Linje]:
    """These rows as they are now."""
    return [
        _linje(
            plan.arbejde.udfoer(f"SELECT {_KOLONNER} FROM aendring WHERE nr = ?", nr).fetchone()  # nosec B608 - names of ours
        )
        for nr in numre
    ]


def svar_antal(plan: Plan) -> dict[tuple[Art, bool | None, bool], int]:
    """How many rows of each kind are answered how: (kind, yes or no or not decided, as a new one) → rows."""
    return {
        (art, None if accept is None else bool(accept), bool(som_ny)): int(antal)
        for art, accept, som_ny, antal in plan.arbejde.udfoer(
            "SELECT art, accept, som_ny, count(*) FROM aendring GROUP BY art, accept, som_ny"
        )
    }


def uafgjorte(plan: Plan) -> int:
    """How many rows somebody has not answered yet, or not every field that is in conflict."""
    return int(
        plan.arbejde.foerste(
            "SELECT count(*) FROM aendring WHERE art <> 'afvist' AND (accept IS NULL"
            " OR (art = 'konflikt' AND felter LIKE '%\"accept\": null%'))"
        )
    )


def _linje(raekke: Sequence[Any]) -> Linje:
    nr, art, navn, type_, grund, felter, accept, som_ny = raekke
    alle = json.loads(felter) if felter else []
    return Linje(
        nr, art, navn, type_, grund, tuple(felt["felt"] for felt in alle),
        None if accept is None else bool(accept), bool(som_ny),
        tuple(felt["accept"] for felt in alle if felt["konflikt"]),
    )  # fmt: skip
