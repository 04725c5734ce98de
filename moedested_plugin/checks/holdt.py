# SPDX-License-Identifier: GPL-2.0-or-later
"""Which public rows an error holds back from publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from moedested_plugin.domain.kontroller_parat import HOLDES_TILBAGE
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT, STED_OFFENTLIGT
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import tabel as tabel_af_navn

from .fund import Fund

if TYPE_CHECKING:
    from moedested_plugin.domain.betingelse import Betingelse
    from moedested_plugin.domain.kontrol import Kontrol
    from moedested_plugin.store import Store

    from .resultat import Post

#: Rows that go out when nothing is wrong with them.
UDGIVES: Mapping[str, Betingelse] = {
    "moedested": MOEDESTED_OFFENTLIGT,
    "facilitet_punkt": STED_OFFENTLIGT,
    "facilitet_flade": STED_OFFENTLIGT,
    "rute": STED_OFFENTLIGT,
}


def holdt_tilbage(store: Store, poster: Iterable[Post]) -> dict[str, list[str]]:
    """Keys of public rows with an error that is not accepted, by table; tables without any are left out."""
    fejl: dict[str, set[str]] = {}
    for post in poster:
        if post.fund.alvor is Alvor.FEJL and not post.accepteret:
            fejl.setdefault(post.fund.tabel, set()).add(post.fund.noegle)
    ud = {}
    for tabel, betingelse in UDGIVES.items():
        if fejl.get(tabel):
            noegle = tabel_af_navn(tabel).noegle
            offentlige = (str(r[noegle]) for r in store.raekker(tabel, [noegle], betingelse))
            ud[tabel] = sorted(fejl[tabel].intersection(offentlige))
    return {tabel: noegler for tabel, noegler in ud.items() if noegler}


def som_fund(valgt: Iterable[Kontrol], holdt: Mapping[str, Collection[str]]) -> Iterator[Fund]:
    """One finding per table."""
    for kontrol in valgt:
        if kontrol.kode == HOLDES_TILBAGE:
            for tabel, noegler in holdt.items():
                vaerdier = {"antal": len(noegler), "tabel": tabel_af_navn(tabel).titel}
                yield Fund(kontrol, tabel, "", vaerdier)
