# SPDX-License-Identifier: GPL-2.0-or-later
"""The activities of the public moedesteder over a whole year, those that are over as well.

The public view leaves out what is past, and the annual wheel must not. So the table itself is read: only its public
columns, only of public moedesteder, and of codes only the words that may be shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.aktiviteter import AKTIVITET
from moedested_plugin.domain.felt import Offentlig
from moedested_plugin.domain.gentagelse import Gentagelse, dage, gentagelse_af

if TYPE_CHECKING:
    from .stof import Raekke, Stof

_ANDET = 98
_UDEN_TYPE = "Andet"
_OFFENTLIGE = [felt.navn for felt in AKTIVITET.felter if Offentlig.OFFENTLIG in felt.off]


@dataclass(frozen=True)
class Aktivitet:
    """One public activity. What is not told is empty; `sted` and `arrangoer` are the moedested's where it has no own."""

    id: str
    navn: str
    type_k: int
    type: str
    gentagelse: Gentagelse
    klokken: str
    maalgrupper: tuple[str, ...]
    moedested: str
    sted: str
    by: str
    arrangoer: str
    beskrivelse: str = ""
    pris: str = ""
    link: str = ""
    tilmelding: str = ""
    aflyst: bool = False
    ferielukket: bool = False

    def dage(self, aar: int) -> list[dt.date]:
        """The days of the year on which it happens, school holidays or not."""
        return list(dage(self.gentagelse, dt.date(aar, 1, 1), dt.date(aar, 12, 31)))


def offentlige_raekker(stof: Stof) -> list[Raekke]:
    """The public columns of every activity at a public moedested."""
    synlige = {str(raekke["moedested_id"]) for raekke in stof.moedesteder}
    return [
        raekke
        for raekke in stof.store.raekker(AKTIVITET.navn, _OFFENTLIGE)
        if str(raekke["moedested_id"]) in synlige
    ]


def aktiviteter(stof: Stof, raekker: list[Raekke]) -> list[Aktivitet]:
    """The rows as activities; one without a first day is none."""
    opslag = _Opslag(stof)
    lavet = ((raekke, gentagelse_af(raekke)) for raekke in raekker)
    return [opslag.aktivitet(raekke, naar) for raekke, naar in lavet if naar is not None]


class _Opslag:
    """What the rows refer to."""

    def __init__(self, stof: Stof) -> None:
        self._stof = stof
        self._moedesteder = {str(raekke["moedested_id"]): raekke for raekke in stof.moedesteder}

    @cached_property
    def _ord(self) -> Mapping[tuple[str, int], str]:
        return {
            (str(raekke["liste"]), int(raekke["kode"])): str(raekke["navn"])  # type: ignore[arg-type]  # a number by the model
            for raekke in self._stof.store.raekker(
                "kodeliste", ["liste", "kode", "navn", "offentlig"]
            )
            if raekke["offentlig"]
        }

    @cached_property
    def _organisationer(self) -> Mapping[str, str]:
        raekker = self._stof.store.raekker("organisation", ["organisation_id", "navn"])
        return {str(raekke["organisation_id"]): str(raekke["navn"]) for raekke in raekker}

    def aktivitet(self, raekke: Raekke, naar: Gentagelse) -> Aktivitet:
        stedet = self._moedesteder[str(raekke["moedested_id"])]
        type_k = raekke["type_k"] if ("aktivitetstype", raekke["type_k"]) in self._ord else _ANDET
        return Aktivitet(
            id=_tekst(raekke, "aktivitet_id"),
            navn=_tekst(raekke, "navn"),
            type_k=type_k,
            type=self._ord.get(("aktivitetstype", type_k), _UDEN_TYPE),
            gentagelse=naar,
            klokken=_tekst(raekke, "klokken"),
            maalgrupper=tuple(
                self._ord["maalgruppe", kode]
                for kode in raekke["maalgruppe_k"] or ()
                if ("maalgruppe", kode) in self._ord
            ),
            moedested=_tekst(stedet, "navn"),
            sted=_tekst(raekke, "sted") or _tekst(stedet, "sted"),
            by=_tekst(stedet, "by"),
            arrangoer=self._organisationer.get(_tekst(raekke, "organisation_id"), "")
            or _tekst(stedet, "organisation"),
            beskrivelse=_tekst(raekke, "beskrivels"),
            pris=_tekst(raekke, "pris"),
            link=_tekst(raekke, "link"),
            tilmelding=_tekst(raekke, "tilmelding_link"),
            aflyst=bool(raekke["aflyst"]),
            ferielukket=bool(raekke["ferielukket"]),
        )


def _tekst(raekke: Mapping[str, Any], felt: str) -> str:
    """The text on one line, without blanks at its ends; a description keeps its lines."""
    tekst = str(raekke[felt] or "").strip()
    return tekst if felt == "beskrivels" else " ".join(tekst.split())
