# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of what belongs together by example."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .eksempel import F1, M1, M2, O1, O2, P1, R1, R2, Eksempel, Raekker

STED = "POINT (680000 6080000)"
PUNKT, PUNKT_LANGT_VAEK = "MULTIPOINT ((680010 6080000))", "MULTIPOINT ((680200 6080000))"
LINJE = "MULTILINESTRING ((680000 6080010, 681000 6080010))"
FLADE = "MULTIPOLYGON (((680000 6080000, 680050 6080000, 680050 6080050, 680000 6080000)))"
MAJ = dt.date(2026, 5, 1)


def forbundet(moedested: dict[str, Any], punkt: dict[str, Any], rolle: int = 2) -> Raekker:
    return {
        "moedested": [{"moedested_id": M1, "geometri": STED, **moedested}],
        "facilitet_punkt": [{"objekt_id": P1, "geometri": PUNKT, **punkt}],
        "tilknytning": [{"moedested_id": M1, "rolle_k": rolle, "facilitet_punkt_id": P1}],
    }


def _ansvarlig(aktiv: bool) -> Raekker:
    return {
        "organisation": [{"organisation_id": O1, "navn": "Havnens Venner", "aktiv": aktiv}],
        "moedested": [{"livscyklus_k": 3, "organisation_id": O1}],
    }


def _medvirkende(medvirkende: str) -> Raekker:
    return {
        "organisation": [
            {"organisation_id": O1, "navn": "A"},
            {"organisation_id": O2, "navn": "B"},
        ],
        "moedested": [{"moedested_id": M1, "organisation_id": O1}],
        "medvirkende": [{"moedested_id": M1, "organisation_id": medvirkende}],
    }


def _foto(objekt: str) -> Raekker:
    return {
        "facilitet_punkt": [{"objekt_id": P1}],
        "foto": [{"objekt_lag": "facilitet_punkt", "objekt_id": objekt, "sti": "a.jpg"}],
    }


def _udstyr(livscyklus: int) -> Raekker:
    return {
        "moedested": [{"moedested_id": M1, "livscyklus_k": livscyklus}],
        "udstyr": [{"moedested_id": M1, "udstyr_status_k": 4}],
    }


def _besoeg(fra: dt.date) -> Raekker:
    periode = {"moedested_id": M1, "fra": dt.date(2026, 1, 1), "til": dt.date(2026, 1, 31)}
    return {
        "moedested": [{"moedested_id": M1}],
        "besoegstal": [periode, periode | {"fra": fra, "til": dt.date(2026, 2, 28)}],
    }


def _to_selve(rolle: int) -> Raekker:
    faelles = forbundet({}, {}, 1)
    anden = {"moedested_id": M1, "rolle_k": rolle, "facilitet_flade_id": F1}
    return {
        **faelles,
        "facilitet_flade": [{"objekt_id": F1, "geometri": FLADE}],
        "tilknytning": [*faelles["tilknytning"], anden],
    }


EKSEMPLER: tuple[Eksempel, ...] = (
    Eksempel(
        "sammenhaeng.henvisning", {"udstyr": [{"moedested_id": M2}]},
        {"moedested": [{"moedested_id": M2}], "udstyr": [{"moedested_id": M2}]},
        "Databasen afviser det, så det ses kun, mens der redigeres, eller i en fil, som et andet program har ændret.",
    ),
    Eksempel("sammenhaeng.selve_stedet_to_gange", _to_selve(1), _to_selve(2), "Databasen afviser det."),
    Eksempel(
        "sammenhaeng.aktiv_uden_sted", {"moedested": [{"moedested_id": M1, "livscyklus_k": 3}]},
        forbundet({"livscyklus_k": 3}, {}),
    ),
    Eksempel("sammenhaeng.selve_stedet_langt_vaek", forbundet({}, {"geometri": PUNKT_LANGT_VAEK}, 1), forbundet({}, {}, 1)),
    Eksempel(
        "sammenhaeng.lukket_sted_i_brug", forbundet({"livscyklus_k": 3}, {"lukket_fra": MAJ}),
        forbundet({"livscyklus_k": 3}, {"lukket_fra": MAJ, "lukket_til": dt.date(2026, 5, 31)}),
    ),
    Eksempel(
        "sammenhaeng.lukket_paa_aaben_rute",
        {
            "facilitet_punkt": [{"objekt_id": P1, "geometri": PUNKT, "lukket_fra": MAJ}],
            "rute": [{"objekt_id": R1, "statuskode": 3, "geometri": LINJE}],
        },
        {
            "facilitet_punkt": [{"objekt_id": P1, "geometri": PUNKT, "lukket_fra": MAJ}],
            "rute": [{"objekt_id": R2, "statuskode": 3, "lukket_fra": MAJ, "geometri": LINJE}],
        },
    ),
    Eksempel("sammenhaeng.foto_uden_objekt", _foto(F1), _foto(P1), "Databasen afviser det."),
    Eksempel("sammenhaeng.organisation_ikke_i_brug", _ansvarlig(aktiv=False), _ansvarlig(aktiv=True)),
    Eksempel("sammenhaeng.medvirkende_er_ansvarlig", _medvirkende(O1), _medvirkende(O2)),
    Eksempel("sammenhaeng.udstyr_uden_moedested", {"udstyr": [{"udstyr_status_k": 4}]}, _udstyr(3)),
    Eksempel("sammenhaeng.udstyr_paa_oploest", _udstyr(5), _udstyr(3)),
    Eksempel(
        "sammenhaeng.postnr_og_by", {"moedested": [{"postnr": 4800, "by": "Sakskøbing"}]},
        {"moedested": [{"postnr": 4873, "by": "Marielyst"}]},
    ),
    Eksempel("sammenhaeng.postnr_findes_ikke", {"moedested": [{"postnr": 4801}]}, {"moedested": [{"postnr": 4800}]}),
    Eksempel("sammenhaeng.besoegstal_overlapper", _besoeg(dt.date(2026, 1, 31)), _besoeg(dt.date(2026, 2, 1))),
)  # fmt: skip
