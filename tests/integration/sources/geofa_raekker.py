# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoFA rows with every field filled, made from the facts in `resources/geofa`."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from osgeo import ogr

from moedested_plugin.domain.betingelse import BLANKE, GEOMETRI
from moedested_plugin.sources.geofa_felter import (
    EKSTRA,
    KVALITET,
    KVALITET_UKENDT,
    SAESON,
    VERSION,
    VERSIONS_ID,
    GeofaFelt,
    tema,
)
from moedested_plugin.sources.geofa_koder import kendte, udgaaede
from tests.geofa_database import VEJKODE

EGEN_CVR, FREMMED_CVR = 29188599, 29188572
GEOMETRIER = {
    5800: "MULTIPOINT ((680000.25 6080000.75),(680010.5 6080001.125))",
    5801: "MULTIPOLYGON (((680000 6080000,680100 6080000,680100 6080100,680000 6080000),"
    "(680020 6080010,680060 6080010,680060 6080050,680020 6080010)),"
    "((681000.125 6081000,681010 6081000,681010 6081010,681000.125 6081000)))",
    5802: "MULTILINESTRING ((680000.4 6080000.6,680500 6080100),(680700 6080100,681000.4 6081000.5))",
}
_FASTE: dict[str, Any] = {
    "temakode": None, "cvr_kode": EGEN_CVR, "vejkode": VEJKODE, "husnr": "12Bæ", "cvf_vejkode": "3760128",
    "antal_pl": 9999, "laengde": 12.345678901234567, "saeson_st": "04-01", "saeson_sl": "10-31", "statuskode": 1,
    "startpkt_x": 441001, "startpkt_y": 6049001, "slutpkt_x": 441002, "slutpkt_y": 6049002,
    "tilgaeng_opl": {"æ ukendt": [1, 2.5, None, {"b": True}], "er_niveaufri": False, "tekst": "ø \"x\" \\"},
}  # fmt: skip
#: Inactive codes, which must survive.
_UDGAAEDE = {(5800, "facil_ty_k"): 1162, (5801, "facil_ty_k"): 1361, (5802, "rute_ty_k"): 11}


def wkb(wkt: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToIsoWkb(ogr.wkbNDR))


def fuld(nummer: int, profil: str = "3.04") -> dict[str, Any]:
    """Every field that a client may fill, texts as long as they may be."""
    t = tema(nummer)
    ud = {f.navn: _vaerdi(nummer, f, profil) for f in t.sendte if f.i_1_7 or profil != "1.7"}
    return {**ud, "temakode": nummer, "geometri": wkb(GEOMETRIER[nummer])}


def _vaerdi(nummer: int, felt: GeofaFelt, profil: str) -> Any:
    if (nummer, felt.navn) in _UDGAAEDE:
        kode = _UDGAAEDE[nummer, felt.navn]
        assert kode in udgaaede(str(felt.kodeliste))
        return kode
    if felt.navn in _FASTE:
        vaerdi = _FASTE[felt.navn]
        return f"0001-{vaerdi}" if felt.type == "dato" else vaerdi
    if felt.kodeliste is not None:
        return max(kendte(felt.kodeliste, "1.7" if profil == "1.7" else "3.04") or ())
    if felt.type == "tekst":
        return f"{felt.navn} – “Æ” 'b' ".ljust(int(felt.laengde or 0), "å")[: felt.laengde]
    return {"uuid": str(uuid.uuid4()), "bool": True}[felt.type]


def mindst(nummer: int, **mere: Any) -> dict[str, Any]:
    """As little as GeoFA takes of a row that is in force."""
    type_ = {5800: {"facil_ty_k": 1371}, 5801: {"facil_ty_k": 1031}, 5802: {"rute_ty_k": 5}}[nummer]
    return {
        "temakode": nummer, "objekt_id": str(uuid.uuid4()), "cvr_kode": EGEN_CVR, "bruger_id": "kommunen",
        "oprindkode": 1, "statuskode": 3, "off_kode": 1, "kvalitet_k": 9, **type_,
        "geometri": wkb(GEOMETRIER[nummer]), **mere,
    }  # fmt: skip


def fra_geofa(nummer: int, raekke: Mapping[str, Any]) -> dict[str, Any]:
    """What an import is to make of a GeoFA row whose values have GeoFA's types; who owns it is for the caller to say."""
    t = tema(nummer)
    ud: dict[str, Any] = {}
    ekstra: dict[str, Any] = {}
    for navn, raa in raekke.items():
        vaerdi = None if isinstance(raa, str) and not raa.strip(BLANKE) else raa
        if isinstance(vaerdi, str) and navn in t.felter and t.felter[navn].type == "json":
            vaerdi = json.loads(vaerdi)
        if navn == GEOMETRI:
            ud[GEOMETRI] = raa
        elif navn == VERSIONS_ID:
            ud[VERSION] = vaerdi
        elif navn in t.egne:
            ud[t.egne[navn].navn] = vaerdi[-5:] if navn in SAESON and vaerdi else vaerdi
        elif t.gemmes(navn) and vaerdi is not None:
            ekstra[navn] = vaerdi
    if KVALITET in ud and ud[KVALITET] is None:
        ud[KVALITET] = KVALITET_UKENDT
    return {**ud, EKSTRA: ekstra or None}


def vores(nummer: int, raekke: Mapping[str, Any], **mere: Any) -> dict[str, Any]:
    """The row as the store takes it."""
    return {**fra_geofa(nummer, raekke), **mere}
