# SPDX-License-Identifier: GPL-2.0-or-later
"""Own photos that the public may see fill the free photo addresses of a place on its way to GeoFA."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from moedested_plugin.domain.betingelse import Alle, Raekke
from moedested_plugin.domain.faelles import HAR_WEBADRESSE, MAA_VISES
from moedested_plugin.domain.offentlig import STED_OFFENTLIGT
from moedested_plugin.store import Store

PLADSER = ("foto_link", "foto_link1", "foto_link2", "foto_link3")
_MAA_UD = Alle((HAR_WEBADRESSE, MAA_VISES))


class Fotos:
    """The addresses of the public photos of each place, the one to be shown first in front."""

    def __init__(self, store: Store) -> None:
        self._adresser: dict[tuple[Any, Any], list[str]] = {}
        fundet = list(store.raekker("foto", ["objekt_lag", "objekt_id", "sti", "primaer"], _MAA_UD))
        for foto in sorted(fundet, key=lambda foto: not foto["primaer"]):
            self._adresser.setdefault((foto["objekt_lag"], foto["objekt_id"]), []).append(
                str(foto["sti"])
            )

    def udfyld(self, tabel: str, vores: Raekke, geofa: dict[str, Any]) -> int:
        """Fill what is free in the GeoFA row, if the public may see the place; gives how many found no room."""
        adresser = self._adresser.get((tabel, vores.get("objekt_id")), [])
        if not adresser or not STED_OFFENTLIGT.holder(vores):
            return 0
        return _udfyld(geofa, dict.fromkeys(adresser))


def _udfyld(geofa: dict[str, Any], adresser: Iterable[str]) -> int:
    brugt = {geofa.get(plads) for plads in PLADSER}
    nye = [adresse for adresse in adresser if adresse not in brugt]
    frie = [plads for plads in PLADSER if geofa.get(plads) is None]
    geofa.update(zip(frie, nye))
    return max(0, len(nye) - len(frie))
