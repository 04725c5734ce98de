# SPDX-License-Identifier: GPL-2.0-or-later
"""Which public rows stay at home, and why: errors, and what the municipality itself demands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from moedested_plugin.checks.resultat import Resultat
    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.store import Store


#: Setting of the store: what the municipality demands of a row before it goes out.
INDSTILLING = "udgivelse"
#: Tables of the store whose rows are approved one by one.
_OBJEKTER = ("moedested", "facilitet_punkt", "facilitet_flade", "rute")


@dataclass(frozen=True)
class Forbehold:
    """The municipality's own demands, all off unless it says otherwise."""

    af: str
    cvr: int
    #: A moedested goes out only with the date of its approval.
    kraev_godkendt: bool = False
    #: Somebody else than the last editor publishes.
    kraev_anden: bool = False
    #: Public places of other authorities go out too.
    andres_steder: bool = True

    def grunde(self, store: Store, fund: Resultat) -> dict[tuple[str, str], list[str]]:
        """By (table of the store, business key): why the row stays at home."""
        ud: dict[tuple[str, str], list[str]] = {}
        for post in fund.poster:
            if post.fund.alvor is Alvor.FEJL and not post.accepteret and post.fund.noegle:
                ud.setdefault((post.fund.tabel, post.fund.noegle), []).append(post.fund.tekst)
        for tabel in _OBJEKTER:
            for noegle, grund in self._egne(store, tabel):
                ud.setdefault((tabel, noegle), []).append(grund)
        return ud

    def _egne(self, store: Store, tabel: str) -> Iterator[tuple[str, str]]:
        beskrevet = tabel_af_navn(tabel)
        godkendes = self.kraev_godkendt and beskrevet.har("godkendt_dato")
        if not godkendes and not self.kraev_anden:
            return
        felter: Collection[str] = (
            beskrevet.noegle, "rettet_af", *(("godkendt_dato",) if godkendes else ()),
        )  # fmt: skip
        for raekke in store.raekker(tabel, [*felter]):
            noegle = str(raekke[beskrevet.noegle])
            if godkendes and raekke["godkendt_dato"] is None:
                yield noegle, tr("Mangler dato for godkendelse.")
            if self.kraev_anden and _samme(raekke["rettet_af"], self.af):
                yield noegle, tr("Du har selv rettet den sidst. En anden skal udgive den.")


def _samme(den_ene: Vaerdi, den_anden: str) -> bool:
    return str(den_ene or "").strip().casefold() == den_anden.strip().casefold()


def forbehold(store: Store, af: str) -> Forbehold:
    """Read the municipality's demands."""
    gemt = store.indstilling(INDSTILLING, {})
    valgt = gemt if isinstance(gemt, Mapping) else {}
    return Forbehold(
        af,
        cvr=store.kommune.cvr,
        kraev_godkendt=valgt.get("kraev_godkendt") is True,
        kraev_anden=valgt.get("kraev_anden") is True,
        andres_steder=valgt.get("andres_steder") is not False,
    )
