# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that are the same thing twice, and rows that only look like it."""

from __future__ import annotations

from .eksempel import F1, F2, M1, M2, P1, P2, R1, R2, Eksempel

_FLADE = (
    "Polygon ((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000))"
)
_NAESTEN = "Polygon ((685000.3 6073000, 685010 6073000.3, 685010 6073010, 685000 6073010, 685000.3 6073000))"

EKSEMPLER = (
    Eksempel(
        "dubletter.facilitet",
        {"facilitet_punkt": [
            {"objekt_id": P1, "facil_ty_k": 1371, "geometri": "Point (685000 6073000)"},
            {"objekt_id": P2, "facil_ty_k": 1201, "geometri": "Point (685001 6073000)"},
        ]},
        {"facilitet_punkt": [
            {"objekt_id": P1, "facil_ty_k": 1371, "geometri": "Point (685000 6073000)"},
            {"objekt_id": P2, "facil_ty_k": 1371, "geometri": "Point (685002.1 6073000)"},
        ]},
        "En bænk er en bænk, med eller uden bord.",
    ),
    Eksempel(
        "dubletter.facilitet_navn",
        {"facilitet_punkt": [
            {"objekt_id": P1, "facil_ty_k": 5011, "navn": "Hasselø Forsamlingshus", "geometri": "Point (685000 6073000)"},
            {"objekt_id": P2, "facil_ty_k": 5011, "navn": "Hasselø forsamlingshus ", "geometri": "Point (685040 6073000)"},
        ]},
        {"facilitet_punkt": [
            {"objekt_id": P1, "facil_ty_k": 5011, "navn": "Hasselø Forsamlingshus", "geometri": "Point (685000 6073000)"},
            {"objekt_id": P2, "facil_ty_k": 5011, "navn": "Hasselø Forsamlingshus", "geometri": "Point (685060 6073000)"},
        ]},
    ),
    Eksempel(
        "dubletter.moedested",
        {"moedested": [
            {"moedested_id": M1, "navn": "Motionscafé Ø", "geometri": "Point (685000 6073000)"},
            {"moedested_id": M2, "navn": "Motionscafe Ø.", "geometri": "Point (685010 6073000)"},
        ]},
        {"moedested": [
            {"moedested_id": M1, "navn": "Motionscafé Ø", "geometri": "Point (685000 6073000)"},
            {"moedested_id": M2, "navn": "Bogklubben", "geometri": "Point (685000 6073000)"},
        ]},
        "To fællesskaber må gerne bo i samme hus.",
    ),
    Eksempel(
        "dubletter.rute",
        {"rute": [
            {"objekt_id": R1, "rute_ty_k": 5, "geometri": "LineString (685000 6073000, 685500 6073000)"},
            {"objekt_id": R2, "rute_ty_k": 5, "geometri": "LineString (685500 6073000.4, 685000 6073000.4)"},
        ]},
        {"rute": [
            {"objekt_id": R1, "rute_ty_k": 5, "geometri": "LineString (685000 6073000, 685500 6073000)"},
            {"objekt_id": R2, "rute_ty_k": 3, "geometri": "LineString (685000 6073000, 685500 6073000)"},
        ]},
        "En vandrerute og en cykelrute må gerne gå samme vej.",
    ),
    Eksempel(
        "dubletter.flade",
        {"facilitet_flade": [
            {"objekt_id": F1, "facil_ty_k": 5011, "geometri": _FLADE},
            {"objekt_id": F2, "facil_ty_k": 5011, "geometri": _NAESTEN},
        ]},
        {"facilitet_flade": [
            {"objekt_id": F1, "facil_ty_k": 5011, "statuskode": 4, "geometri": _FLADE},
            {"objekt_id": F2, "facil_ty_k": 5011, "statuskode": 3, "geometri": _NAESTEN},
        ]},
        "Det nye må ligge oven på det, der ikke gælder mere.",
    ),
    Eksempel(
        "dubletter.punkt_og_flade",
        {
            "facilitet_punkt": [{"objekt_id": P1, "facil_ty_k": 5011, "geometri": "Point (685005 6073005)"}],
            "facilitet_flade": [{"objekt_id": F1, "facil_ty_k": 5011, "geometri": _FLADE}],
        },
        {
            "facilitet_punkt": [{"objekt_id": P1, "facil_ty_k": 1371, "geometri": "Point (685005 6073005)"}],
            "facilitet_flade": [{"objekt_id": F1, "facil_ty_k": 5011, "geometri": _FLADE}],
        },
    ),
)  # fmt: skip
