# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what GeoFA would refuse or regret: two addresses, links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import udfyldt

from .fund import Fund, aftryk_af
from .opslag import Ser, kald, noegle_af

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

#: Fields of GeoFA with an address of the web that we have no form for.
_ADRESSEFELT = re.compile(r"(foto_?|film|folde_?)?link\w*", re.IGNORECASE)
_HTTP = re.compile(r"https?://\S+", re.IGNORECASE)


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of these checks."""
    yield from kald(_SER, udsnit, kontroller)


def _ekstra(udsnit: Udsnit, tabel: str) -> Iterator[tuple[Raekke, Mapping[str, object]]]:
    for raekke in udsnit.raekker(tabel, ("adr_id", "geofa_ekstra"), udfyldt("geofa_ekstra")):
        ekstra = raekke["geofa_ekstra"]
        if isinstance(ekstra, dict):
            yield raekke, ekstra


def _vejkode(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for tabel in kontrol.tabeller:
        for raekke, ekstra in _ekstra(udsnit, tabel):
            if raekke["adr_id"] and ekstra.get("vejkode"):
                yield Fund(
                    kontrol, tabel, noegle_af(tabel, raekke), felt="adr_id",
                    aftryk=aftryk_af(raekke["adr_id"], ekstra["vejkode"]),
                )  # fmt: skip


def _adresser(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for tabel in kontrol.tabeller:
        for raekke, ekstra in _ekstra(udsnit, tabel):
            for felt, vaerdi in ekstra.items():
                adresse = vaerdi.strip() if isinstance(vaerdi, str) else ""
                if adresse and _ADRESSEFELT.fullmatch(felt) and not _HTTP.match(adresse):
                    yield Fund(
                        kontrol, tabel, noegle_af(tabel, raekke), {"felt": felt}, "geofa_ekstra",
                        maerke=felt, aftryk=aftryk_af(adresse),
                    )  # fmt: skip


_SER: Mapping[str, Ser] = {
    "geofa.adresse_og_vejkode": _vejkode,
    "geofa.ekstra_adresse": _adresser,
}
