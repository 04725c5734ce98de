# SPDX-License-Identifier: GPL-2.0-or-later
"""Routes, their surfaces and their places: wrong, and as they should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .eksempel import F1, F2, M1, P1, R1, R2, Eksempel

S1, S2, T1 = F1, F2, P1
_LIGE = "LineString (685000 6073000, 685500 6073000)"
_RING = "LineString (685000 6073000, 685300 6073000, 685300 6073300, {})"


def _rute(geometri: str = _LIGE, **mere: object) -> Mapping[str, Any]:
    return {"objekt_id": R1, "rute_ty_k": 3, "geometri": geometri, **mere}


def _ruter(
    kode: str, forkert: Mapping[str, Any], rigtig: Mapping[str, Any], note: str = ""
) -> Eksempel:
    return Eksempel(f"ruter.{kode}", {"rute": [forkert]}, {"rute": [rigtig]}, note)


def _straekning(
    fra: float, til: float, geometri: str = "", noegle: str = S1, **mere: object
) -> Mapping[str, Any]:
    linje = geometri or f"LineString ({685000 + fra} 6073000, {685000 + til} 6073000)"
    return {
        "straekning_id": noegle,
        "rute_id": R1,
        "fra_m": fra,
        "til_m": til,
        "geometri": linje,
        **mere,
    }


def _underlag(
    kode: str, forkert: list[Any], rigtig: list[Any], rute: str = _LIGE, note: str = ""
) -> Eksempel:
    return Eksempel(
        f"ruter.{kode}",
        {"rute": [_rute(rute)], "straekning": forkert},
        {"rute": [_rute(rute)], "straekning": rigtig},
        note,
    )


def _link(rolle: int, punkt: str) -> Mapping[str, Any]:
    return {
        "rute": [_rute()],
        "moedested": [{"moedested_id": M1, "geometri": punkt}],
        "tilknytning": [
            {"tilknytning_id": T1, "moedested_id": M1, "rute_id": R1, "rolle_k": rolle}
        ],
    }


_MED_HUL = "MultiLineString ((685000 6073000, 685200 6073000), (685240 6073000, 685500 6073000))"
_LANG = "LineString (685000 6073000, 687200 6073000)"

EKSEMPLER = (
    _ruter("hul", _rute(_MED_HUL), _rute("MultiLineString ((685000 6073000, 685200 6073000), (685200 6073000, 685500 6073000))")),
    Eksempel(
        "ruter.naesten_forbundet",
        {"rute": [_rute(), {"objekt_id": R2, "rute_ty_k": 3, "geometri": "LineString (685503 6073000, 685900 6073000)"}]},
        {"rute": [_rute(), {"objekt_id": R2, "rute_ty_k": 3, "geometri": "LineString (685500 6073000, 685900 6073000)"}]},
    ),
    _ruter("rundtur_aaben", _rute(rundtur=True), _rute(rundtur=False)),
    _ruter("rundtur_naesten", _rute(_RING.format("685003 6073000"), rundtur=True), _rute(_RING.format("685000 6073000"), rundtur=True)),
    _ruter("rundtur_nej", _rute(_RING.format("685000 6073000"), rundtur=False), _rute(_RING.format("685100 6073300"), rundtur=False)),
    _ruter("laengde", _rute(laengde=5.0), _rute(laengde=0.5)),
    Eksempel(
        "ruter.langt_til_baenk",
        {"rute": [_rute(_LANG, rute_ty_k=5)]},
        {
            "rute": [_rute(_LANG, rute_ty_k=5)],
            "facilitet_punkt": [
                {"objekt_id": F1, "facil_ty_k": 1371, "geometri": "Point (685700 6073010)"},
                {"objekt_id": F2, "facil_ty_k": 1201, "geometri": "Point (686500 6072990)"},
            ],
        },
        "Kun vandreruter, og kun bænke inden for 30 m.",
    ),
    _underlag("underlag_daekker_ikke", [_straekning(0, 300)], [_straekning(0, 300), _straekning(300, 500, noegle=S2)]),
    _underlag("underlag_overlapper", [_straekning(0, 300), _straekning(250, 500, noegle=S2)],
              [_straekning(0, 300), _straekning(300, 500, noegle=S2)]),
    _underlag(
        "straekning_over_hul",
        [_straekning(100, 300, "LineString (685100 6073000, 685200 6073000, 685240 6073000, 685340 6073000)")],
        [_straekning(0, 200), _straekning(200, 460, "LineString (685240 6073000, 685500 6073000)", S2)],
        _MED_HUL,
    ),
    _underlag("straekning_fra_ruten", [_straekning(0, 500, "LineString (685000 6073000, 685250 6073003, 685500 6073000)")],
              [_straekning(0, 500, "LineString (685000 6073000, 685250 6073000.5, 685500 6073000)")]),
    _underlag("meter_passer_ikke", [{**_straekning(0, 500), "fra_m": 10, "til_m": None}], [_straekning(0, 500)]),
    Eksempel("ruter.moedested_langt_fra", _link(3, "Point (685100 6073201)"), _link(3, "Point (685100 6073199)")),
    Eksempel("ruter.adgangsvej_naar_ikke", _link(4, "Point (685100 6073026)"), _link(4, "Point (685100 6073024)")),
)  # fmt: skip
