# SPDX-License-Identifier: GPL-2.0-or-later
"""A world of a few rows in memory, also such as no database takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from qgis.core import QgsGeometry

from moedested_plugin.checks import naboer
from moedested_plugin.checks.fund import Fund
from moedested_plugin.checks.indstillet import Indstillet
from moedested_plugin.checks.kontrol import FINDERE
from moedested_plugin.checks.udsnit import Kode, Par, Raekke, Udsnit
from moedested_plugin.domain.betingelse import Betingelse, Vaerdi
from moedested_plugin.domain.kontroller import LISTER
from moedested_plugin.domain.skema import tabel as tabel_af_navn


class Verden(Udsnit):
    """Rows per table, each with its business key; geometry as QgsGeometry. `kun`: only these rows are looked at."""

    def __init__(
        self,
        raekker: Mapping[str, Sequence[Mapping[str, Any]]],
        *,
        graense: QgsGeometry | None = None,
        kun: Collection[str] | None = None,
        tal: Mapping[str, float] | None = None,
    ) -> None:
        self.indstillet = Indstillet(graenser=tal or {})
        self.i_dag = dt.date(2026, 6, 1)
        self.graense = graense
        self.feedback = None
        self.alt = kun is None
        self.kun = kun
        self.tabeller: dict[str, dict[str, dict[str, Any]]] = {}
        for navn, egne in raekker.items():
            tomt = dict.fromkeys(felt.navn for felt in tabel_af_navn(navn).felter)
            noegle = tabel_af_navn(navn).noegle
            self.tabeller[navn] = {str(r[noegle]): {**tomt, **r} for r in egne}

    def _set_paa(self, tabel: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for noegle, raekke in self.tabeller.get(tabel, {}).items():
            if self.kun is None or noegle in self.kun:
                yield noegle, raekke

    def raekker(
        self, tabel: str, felter: Sequence[str], hvor: Betingelse | None = None
    ) -> Iterator[Raekke]:
        return (r for _, r in self._set_paa(tabel) if hvor is None or hvor.holder(r))

    def brudte(
        self, tabel: str, krav: Sequence[Betingelse]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        raise NotImplementedError

    def skift(self, tabel: str, felt: str) -> Iterator[tuple[str, Vaerdi, Vaerdi]]:
        raise NotImplementedError

    def af_noegler(
        self, tabel: str, noegler: Collection[str], felter: Sequence[str]
    ) -> Iterator[Raekke]:
        egne = self.tabeller.get(tabel, {})
        return (egne[n] for n in noegler if n in egne)

    def geometrier(self, tabel: str) -> Iterator[tuple[str, QgsGeometry]]:
        return (
            (n, r["geometri"]) for n, r in self._set_paa(tabel) if r.get("geometri") is not None
        )

    def ved(self, tabel: str, felt: str, vaerdi: Vaerdi, felter: Sequence[str]) -> Sequence[Raekke]:
        return [r for r in self.tabeller.get(tabel, {}).values() if r[felt] == vaerdi]

    def geometri(self, tabel: str, noegle: str) -> QgsGeometry | None:
        return self.tabeller.get(tabel, {}).get(noegle, {}).get("geometri")

    def naboer(
        self, tabel: str, andre: str, meter: float, felter: Sequence[str], *,
        kun: Collection[str] | None = None,
    ) -> Iterator[Par]:  # fmt: skip
        ene = {n: bytes(g.asWkb()) for n, g in self.geometrier(tabel) if kun is None or n in kun}
        alle = {
            n: bytes(r["geometri"].asWkb())
            for n, r in self.tabeller.get(andre, {}).items()
            if r.get("geometri")
        }
        for a, b, afstand in naboer.par(ene, alle, meter, samme=tabel == andre):
            yield Par(self.tabeller[tabel][a], self.tabeller[andre][b], afstand)

    def koder(self, liste: str) -> Mapping[int, Kode]:
        return {1371: Kode("Bænk", True), 5: Kode("Vandrerute", True)}

    def find(self, *grupper: str) -> list[Fund]:
        """What all checks of the groups find."""
        ud: list[Fund] = []
        for gruppe in grupper:
            ud += FINDERE[gruppe](self, LISTER[gruppe])
        noegler = [fund.noegle_i_listen for fund in ud]
        assert len(noegler) == len(set(noegler)), "two findings cannot be told apart"
        assert all(fund.tekst and fund.aftryk for fund in ud)
        return ud


def tegning(wkt: str) -> QgsGeometry:
    """A geometry; `{…}` coordinates are metres from a place in Guldborgsund."""
    geometri = QgsGeometry.fromWkt(wkt)
    assert not geometri.isNull(), wkt
    return geometri
