# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of readiness by example."""

from __future__ import annotations

import datetime as dt

from .eksempel import Eksempel, Raekker
from .eksempler_felter import moedested
from .eksempler_sammenhaeng import forbundet

STED = "POINT (680000 6080000)"
_SYNLIGT = {"livscyklus_k": 3, "off_kode": 1}
_OFFENTLIGT = {"statuskode": 3, "off_kode": 1}


def _punkt(**mere: object) -> Raekker:
    return {"facilitet_punkt": [{"off_kode": 1, **mere}]}


EKSEMPLER: tuple[Eksempel, ...] = (
    Eksempel("parat.for_faa_aktive", {"moedested": [_SYNLIGT] * 2}, {"moedested": [_SYNLIGT] * 3}),
    Eksempel(
        "parat.holdes_tilbage", _punkt(statuskode=3, tilstand_k=4), _punkt(statuskode=1, tilstand_k=4),
        "Fejlen er, at tilstanden er Farlig, og der ikke er lukket. En kladde skulle alligevel ikke ud.",
    ),
    moedested("parat.aktiv_ikke_synlig", {"livscyklus_k": 3, "off_kode": 2}, _SYNLIGT),
    moedested(
        "parat.ikke_godkendt", _SYNLIGT,
        _SYNLIGT | {"godkendt_af": "Bestyrelsen", "godkendt_dato": dt.date(2026, 5, 1)},
    ),
    Eksempel("parat.synlig_kladde", _punkt(statuskode=1), _punkt(statuskode=3)),
    Eksempel("parat.tilknytning_ikke_synlig", forbundet(_SYNLIGT, {"off_kode": 2}), forbundet(_SYNLIGT, _OFFENTLIGT)),
)  # fmt: skip
