# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what stands in the way of a map worth looking at. What errors hold back the engine counts itself (`holdt`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Alle
from moedested_plugin.domain.kontroller_parat import FOR_FAA
from moedested_plugin.domain.moedesteder import ER_AKTIV, STED_FELTER
from moedested_plugin.domain.offentlig import (
    MOEDESTED_OFFENTLIGT,
    STED_OFFENTLIGT,
    SYNLIG_FOR_ALLE,
)

from .fund import Fund, aftryk_af
from .opslag import Ser, kald, moedested_af, navn_paa, noegle_af, sted_af

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Udsnit


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of these checks."""
    yield from kald(_SER, udsnit, kontroller)


def _for_faa(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    if not udsnit.alt:
        return
    mindst = int(udsnit.indstillet.tal(kontrol.graenser[0]))
    antal = sum(1 for _ in udsnit.raekker("moedested", (), Alle((ER_AKTIV, SYNLIG_FOR_ALLE))))
    if antal < mindst:
        yield Fund(kontrol, "moedested", "", {"antal": antal, "mindst": mindst})


def _ikke_synlig(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke in udsnit.raekker("tilknytning", ("moedested_id", *STED_FELTER)):
        moedested, sted = moedested_af(udsnit, raekke), sted_af(udsnit, raekke)
        if moedested is None or sted is None or not MOEDESTED_OFFENTLIGT.holder(moedested):
            continue
        tabel, det = sted
        if not STED_OFFENTLIGT.holder(det):
            yield Fund(
                kontrol, "tilknytning", noegle_af("tilknytning", raekke),
                {"navn": navn_paa(udsnit, tabel, det)},
                aftryk=aftryk_af(det["statuskode"], det["off_kode"]),
            )  # fmt: skip


_SER: Mapping[str, Ser] = {FOR_FAA: _for_faa, "parat.tilknytning_ikke_synlig": _ikke_synlig}
