# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of a life by example."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .eksempel import M1, Eksempel, Raekker
from .eksempler_felter import moedested

MAJ, JUNI, JULI = dt.date(2026, 5, 1), dt.date(2026, 6, 1), dt.date(2026, 7, 1)
_OFFENTLIGT = {"statuskode": 3, "off_kode": 1}


def _aktivitet(livscyklus: int, **mere: Any) -> Raekker:
    return {
        "moedested": [{"moedested_id": M1, "livscyklus_k": livscyklus}],
        "aktivitet": [{"moedested_id": M1, "dato_fra": JULI, **mere}],
    }


def _punkt(kode: str, forkert: dict[str, Any], rigtig: dict[str, Any]) -> Eksempel:
    return Eksempel(kode, {"facilitet_punkt": [forkert]}, {"facilitet_punkt": [rigtig]})


EKSEMPLER: tuple[Eksempel, ...] = (
    Eksempel("livscyklus.aktiv_uden_tid", _aktivitet(3, dato_fra=MAJ), _aktivitet(3)),
    moedested(
        "livscyklus.aktiv_foer_start", {"livscyklus_k": 3, "gyldig_fra": JULI}, {"livscyklus_k": 3, "gyldig_fra": JUNI}
    ),
    moedested(
        "livscyklus.aktiv_efter_slut", {"livscyklus_k": 3, "gyldig_til": MAJ}, {"livscyklus_k": 5, "gyldig_til": MAJ}
    ),
    moedested(
        "livscyklus.etablering_trukket_ud", {"livscyklus_k": 2, "gyldig_fra": dt.date(2026, 1, 1)},
        {"livscyklus_k": 2, "gyldig_fra": MAJ},
    ),
    moedested("livscyklus.ide_vises_ikke", {"livscyklus_k": 1, "off_kode": 1}, {"livscyklus_k": 2, "off_kode": 1}),
    moedested(
        "livscyklus.usaedvanligt_skift", {"moedested_id": M1, "livscyklus_k": 5, "_foer": {"livscyklus_k": 3}},
        {"moedested_id": M1, "livscyklus_k": 4, "_foer": {"livscyklus_k": 3}},
    ),
    Eksempel("livscyklus.oploest_med_aktiviteter", _aktivitet(5), _aktivitet(5, aflyst=True)),
    Eksempel("livscyklus.aktivitet_overstaaet", _aktivitet(3, dato_fra=MAJ), _aktivitet(3, dato_fra=MAJ, gentagelse_k=5)),
    Eksempel(
        "livscyklus.aktivitet_uden_aktivt_sted", _aktivitet(4, dato_fra=MAJ, gentagelse_k=5), _aktivitet(4)
    ),
    _punkt(
        "livscyklus.lukning_overstaaet", {"lukket_fra": MAJ, "lukket_til": dt.date(2026, 5, 31)},
        {"lukket_fra": MAJ, "lukket_til": JUNI},
    ),
    _punkt("livscyklus.lukket_laenge", {"lukket_fra": dt.date(2025, 11, 1)}, {"lukket_fra": MAJ}),
    _punkt("livscyklus.farlig_aaben", _OFFENTLIGT | {"tilstand_k": 4}, _OFFENTLIGT | {"tilstand_k": 4, "lukket_fra": MAJ}),
    _punkt("livscyklus.defekt", _OFFENTLIGT | {"tilstand_k": 3}, _OFFENTLIGT | {"tilstand_k": 3, "note": "Ryglænet er væk"}),
)  # fmt: skip
