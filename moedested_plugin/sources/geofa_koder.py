# SPDX-License-Identifier: GPL-2.0-or-later
"""Which codes each version of GeoFA knows, from the national lists that ship with the plugin."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import Literal

from moedested_plugin.paths import resource

Profil = Literal["3.04", "1.7"]
PROFILER: tuple[Profil, ...] = ("3.04", "1.7")

_POSTNUMRE, _VEJE = "d_basis_postnr", "d_vejnavn"


@lru_cache(maxsize=64)
def kendte(kodeliste: str, profil: Profil) -> frozenset[int] | None:
    """The codes of the list that this version knows, inactive ones too; None where only GeoFA has the list."""
    if kodeliste == _VEJE:
        return None
    if kodeliste == _POSTNUMRE:
        return frozenset(int(raekke["postnr"]) for raekke in _raekker("postnumre.csv"))
    return frozenset(
        int(raekke["kode"])
        for raekke in _raekker("kodelister", f"{kodeliste}.csv")
        if profil != "1.7" or raekke["i_openfkg_1_7"] == "1"
    )


@lru_cache(maxsize=64)
def udgaaede(kodeliste: str) -> frozenset[int]:
    """The codes that must not be chosen for a new object."""
    if kodeliste in (_VEJE, _POSTNUMRE):
        return frozenset()
    raekker = _raekker("kodelister", f"{kodeliste}.csv")
    return frozenset(int(raekke["kode"]) for raekke in raekker if raekke["aktiv"] == "0")


def _raekker(*sti: str) -> list[dict[str, str]]:
    with resource("geofa", *sti).open(encoding="utf-8-sig", newline="") as fil:
        return list(csv.DictReader(fil))
