# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings that are wrong, and the same as they should be. What a database refuses is in test_geometri."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .eksempel import F1, M1, P1, R1, Eksempel

_F: Mapping[str, Any] = {"objekt_id": F1, "facil_ty_k": 5011}
_P: Mapping[str, Any] = {"objekt_id": P1, "facil_ty_k": 1371}
_R: Mapping[str, Any] = {"objekt_id": R1, "rute_ty_k": 5}

_KVADRAT = (
    "Polygon ((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000))"
)
_LINJE = "LineString (685000 6073000, 685100 6073000, 685200 6073050)"


def _flade(kode: str, forkert: str, rigtig: str = _KVADRAT, note: str = "") -> Eksempel:
    return Eksempel(
        f"geometri.{kode}",
        {"facilitet_flade": [{**_F, "geometri": forkert}]},
        {"facilitet_flade": [{**_F, "geometri": rigtig}]},
        note,
    )


def _punkt(
    kode: str, forkert: str, rigtig: str = "Point (685000 6073000)", note: str = ""
) -> Eksempel:
    return Eksempel(
        f"geometri.{kode}",
        {"facilitet_punkt": [{**_P, "geometri": forkert}]},
        {"facilitet_punkt": [{**_P, "geometri": rigtig}]},
        note,
    )


def _rute(kode: str, forkert: str, rigtig: str = _LINJE, note: str = "") -> Eksempel:
    return Eksempel(
        f"geometri.{kode}",
        {"rute": [{**_R, "geometri": forkert}]},
        {"rute": [{**_R, "geometri": rigtig}]},
        note,
    )


#: A little too long to draw by hand.
_MANGE = (
    "LineString (" + ", ".join(f"{685000 + nr} {6073000 + nr % 2}" for nr in range(20_001)) + ")"
)

EKSEMPLER = (
    _rute("tom", "MultiLineString EMPTY"),
    _rute("tom_del", "MultiLineString ((685000 6073000, 685100 6073000), EMPTY)"),
    _rute("ikke_tal", "LineString (685000 6073000, nan 6073000, 685200 6073050)"),
    _rute("mange_punkter", _MANGE),
    _punkt("grader", "Point (11.87 54.77)"),
    _punkt("byttede_akser", "Point (6073000 685000)"),
    _rute("uden_for_danmark", "LineString (685000 6073000, 685100 6700000)"),
    _punkt("langt_fra_land", "Point (725000 6062000)", note="Ude i Østersøen."),
    _punkt("uden_for_kommunen", "Point (575000 6225000)", note="I Aarhus."),
    _flade("selvkrydsning", "Polygon ((685000 6073000, 685010 6073010, 685010 6073000, 685000 6073010, 685000 6073000))"),
    _flade(
        "selvberoering",
        "Polygon ((685000 6073000, 685010 6073000, 685005 6073005, 685010 6073010, 685000 6073010, 685005 6073005, 685000 6073000))",
    ),
    _flade(
        "hul_udenfor",
        "Polygon ((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000),"
        "(685020 6073000, 685022 6073000, 685022 6073002, 685020 6073000))",
        "Polygon ((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000),"
        "(685002 6073002, 685004 6073002, 685004 6073004, 685002 6073002))",
    ),
    _flade(
        "dele_overlapper",
        "MultiPolygon (((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000)),"
        "((685005 6073005, 685015 6073005, 685015 6073015, 685005 6073015, 685005 6073005)))",
    ),
    _flade(
        "ugyldig",
        "Polygon ((685000 6073000, 685010 6073000, 685010 6073010, 685000 6073010, 685000 6073000),"
        "(685005 6073000, 685010 6073005, 685005 6073010, 685000 6073005, 685005 6073000))",
        note="Hullet rører kanten fire steder, så det indre ikke hænger sammen.",
    ),
    _rute(
        "rute_krydser",
        "LineString (685000 6073000, 685100 6073100, 685100 6073000, 685000 6073100)",
        "LineString (685000 6073000, 685100 6073000, 685100 6073100, 685000 6073100, 685000 6073000)",
        "En rundtur, der slutter, hvor den begynder, krydser ikke.",
    ),
    _rute("rute_oveni", "LineString (685000 6073000, 685100 6073000, 685200 6073050, 685100 6073000)"),
    _rute("gentagne_punkter", "LineString (685000 6073000, 685100 6073000, 685100 6073000, 685200 6073050)"),
    _rute("spids", "LineString (685000 6073000, 685100 6073000, 685105 6073000.1, 685100 6073000.2, 685050 6073100)"),
    _rute("uden_udstraekning", "MultiLineString ((685000 6073000, 685100 6073000), (685100 6073000, 685100 6073000))"),
    _rute("for_kort", "LineString (685000 6073000, 685000.5 6073000)"),
    _flade("for_lille", "Polygon ((685000 6073000, 685002 6073000, 685002 6073002, 685000 6073002, 685000 6073000))"),
    _punkt("flere_dele", "MultiPoint ((685000 6073000), (685005 6073000))"),
    Eksempel(
        "geometri.uden_for_kommunen",
        {"moedested": [{"moedested_id": M1, "geometri": "Point (575000 6225000)"}]},
        {"moedested": [{"moedested_id": M1, "geometri": "Point (685000 6073000)"}]},
    ),
)  # fmt: skip
