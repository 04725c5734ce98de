# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what one row says of itself: all conditions of a table in one scan, then the values of the rows that were hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.skema import DOMAENETABELLER
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from .fund import Fund, aftryk_af
from .krav import Opgave, opgaver

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of the checks that one row can answer."""
    for beskrevet in DOMAENETABELLER:
        if not beskrevet.noegle:
            continue
        stillede = [
            opgave
            for kontrol in kontroller
            if beskrevet.navn in kontrol.tabeller
            for opgave in opgaver(udsnit, kontrol, beskrevet.navn)
        ]
        if stillede and not udsnit.afbrudt():
            yield from _i_tabel(udsnit, beskrevet.navn, stillede)


def _i_tabel(udsnit: Udsnit, tabel: str, stillede: Sequence[Opgave]) -> Iterator[Fund]:
    ramte = dict(udsnit.brudte(tabel, [opgave.krav for opgave in stillede]))
    if not ramte or udsnit.afbrudt():
        return
    numre = {nr for brudte in ramte.values() for nr in brudte}
    felter = dict.fromkeys(
        felt
        for nr in sorted(numre)
        for felt in (stillede[nr].felt, *stillede[nr].krav.felter())
        if felt != GEOMETRI
    )
    noegle = tabel_af_navn(tabel).noegle
    for raekke in udsnit.af_noegler(tabel, ramte, list(felter)):
        if udsnit.afbrudt():
            return
        for nr in ramte[cast("str", raekke[noegle])]:
            if stillede[nr].ogsaa(raekke):
                yield _fund(stillede[nr], raekke)


def _fund(opgave: Opgave, raekke: Raekke) -> Fund:
    afhaenger_af = [felt for felt in opgave.krav.felter() if felt != GEOMETRI]
    return Fund(
        opgave.kontrol, opgave.tabel, cast("str", raekke[tabel_af_navn(opgave.tabel).noegle]),
        opgave.vaerdier(raekke), opgave.felt, None, opgave.maerke,
        aftryk_af(*(raekke.get(felt) for felt in afhaenger_af)),
    )  # fmt: skip
