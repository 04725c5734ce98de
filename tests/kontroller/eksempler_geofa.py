# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks that GeoFA asks for by example."""

from __future__ import annotations

from typing import Any

from .eksempel import P1, Eksempel


def _punkt(kode: str, forkert: dict[str, Any], rigtig: dict[str, Any], note: str = "") -> Eksempel:
    return Eksempel(kode, {"facilitet_punkt": [forkert]}, {"facilitet_punkt": [rigtig]}, note)


EKSEMPLER: tuple[Eksempel, ...] = (
    _punkt(
        "geofa.udgaaet_kode", {"facil_ty_k": 1361}, {"facil_ty_k": 1361, "kilde_k": 3},
        "En udgået kode, der er hentet fra GeoFA, bevares.",
    ),
    _punkt(
        "geofa.adresse_og_vejkode", {"adr_id": P1, "geofa_ekstra": {"vejkode": 3760123}},
        {"geofa_ekstra": {"vejkode": 3760123}},
    ),
    _punkt(
        "geofa.ekstra_adresse", {"geofa_ekstra": {"filmlink": "youtube.com/x"}},
        {"geofa_ekstra": {"filmlink": "https://youtube.com/x"}},
    ),
)  # fmt: skip
