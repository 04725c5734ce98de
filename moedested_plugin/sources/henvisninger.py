# SPDX-License-Identifier: GPL-2.0-or-later
"""References written as people write them: by the id, or by a name that only one has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moedested_plugin.domain.felt import Felt, Tabel
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import oversat, tr

from . import tekst
from .omregn import KanIkke

if TYPE_CHECKING:
    from moedested_plugin.store import Store

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_VIST = 60


@dataclass(frozen=True)
class Navne:
    """The rows that a field may refer to: their ids by name, as one hears it; and how each is written in a sheet."""

    af_navn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skrevet: Mapping[str, str] = field(default_factory=dict)

    def find(self, felt: Felt, skrevet: str) -> str:
        """The id that is meant. Raises `KanIkke`."""
        fund = _UUID.search(skrevet)
        if fund is not None:
            return fund[0].lower()
        # A calendar writes the address after the name.
        for navn in (skrevet, skrevet.partition(",")[0], skrevet.partition("\n")[0]):
            fundne = self.af_navn.get(ens_navn(navn), ())
            if len(fundne) == 1:
                return fundne[0]
            if fundne:
                raise KanIkke(
                    tr("{}: der er {}, der hedder “{}”. Skriv id i stedet for navn.").format(
                        oversat(felt.alias), len(fundne), navn[:_VIST]
                    )
                )
        raise KanIkke(
            tr("{}: “{}” findes ikke. Opret den først, eller ret navnet.").format(
                oversat(felt.alias), skrevet[:_VIST]
            )
        )


def _hoert(navn: str) -> str:
    """As it is heard once it has been read back, and cleaned."""
    return ens_navn(tekst.rens(navn) or "")


def navne_af(store: Store, tabel: Tabel) -> dict[str, Navne]:
    """For each field of the table that refers to something with a name: what it may refer to."""
    ud: dict[str, Navne] = {}
    for felt in tabel.felter:
        if felt.henviser is not None and tabel_af_navn(felt.henviser.tabel).har("navn"):
            ud[felt.navn] = _navne(store, felt.henviser.tabel, felt.henviser.felt)
    return ud


def _navne(store: Store, tabel: str, noegle: str) -> Navne:
    af_navn: dict[str, list[str]] = {}
    raekker = [
        (str(r[noegle]), str(r["navn"] or "")) for r in store.raekker(tabel, (noegle, "navn"))
    ]
    for id_, navn in raekker:
        af_navn.setdefault(_hoert(navn), []).append(id_)
    skrevet = {
        id_: navn if len(af_navn[_hoert(navn)]) == 1 and _hoert(navn) else f"{navn} ({id_})".strip()
        for id_, navn in raekker
    }
    return Navne({navn: tuple(ider) for navn, ider in af_navn.items() if navn}, skrevet)
