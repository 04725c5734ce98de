# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that are right, and the smallest changes that make them wrong, made from the model's own rules."""

from __future__ import annotations

import datetime as dt
import struct
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Tabel, Type
from moedested_plugin.domain.regler import Regel, brud, regler_for
from moedested_plugin.domain.skema import tabel
from moedested_plugin.store import Skriver

Raekke = dict[str, Any]


def ny_id() -> str:
    return str(uuid.uuid4())


ORGANISATION, MOEDESTED, PUNKT, FLADE, RUTE = (
    f"{nr}0000000-0000-4000-8000-000000000000" for nr in range(1, 6)
)

_X, _Y = 680000.25, 6080000.75


def punkt(x: float = _X, y: float = _Y) -> bytes:
    return struct.pack("<BIdd", 1, 1, x, y)


def _linje(x: float = _X) -> bytes:
    return struct.pack("<BIIdddd", 1, 2, 2, x, _Y, x + 100, _Y + 50)


def _flade(x: float = _X) -> bytes:
    ring = (x, _Y, x + 9, _Y, x + 9, _Y + 9, x, _Y)
    return struct.pack("<BIII8d", 1, 3, 1, 4, *ring)


def geometri(art: str, x: float = _X) -> bytes:
    """A geometry of that kind as 2D WKB."""
    tegn: dict[str, Callable[[float], bytes]] = {
        "Point": punkt,
        "LineString": _linje,
        "Polygon": _flade,
    }
    enkelt = tegn[art.removeprefix("Multi")](x)
    if not art.startswith("Multi"):
        return enkelt
    kode = {"MultiPoint": 4, "MultiLineString": 5, "MultiPolygon": 6}[art]
    return struct.pack("<BII", 1, kode, 1) + enkelt


def gyldig(navn: str) -> Raekke:
    """As little as a row of the table can have, with a new key."""
    beskrevet = tabel(navn)
    raekke: Raekke = {} if not beskrevet.noegle else {beskrevet.noegle: ny_id()}
    if beskrevet.geometri_obligatorisk:
        raekke[GEOMETRI] = geometri(str(beskrevet.geometri))
    mindst: dict[str, Raekke] = {
        "kodeliste": {"liste": "formaal", "kode": 100, "navn": "Eget", "visning": "Eget"},
        "organisation": {"navn": f"Foreningen {ny_id()[:8]}", "type_k": 2},
        "moedested": {"navn": "Kaffe på torvet", "formaal_k": [1]},
        "facilitet_punkt": {"facil_ty_k": 1371, "bruger_id": "kommunen"},
        "facilitet_flade": {"facil_ty_k": 1371, "bruger_id": "kommunen"},
        "rute": {"rute_ty_k": 5, "bruger_id": "kommunen"},
        "straekning": {"rute_id": RUTE},
        "tilknytning": {"moedested_id": MOEDESTED, "rute_id": RUTE},
        "udstyr": {},
        "medvirkende": {"moedested_id": MOEDESTED, "organisation_id": ORGANISATION},
        "besoegstal": {
            "moedested_id": MOEDESTED,
            "fra": dt.date(2026, 1, 1),
            "til": dt.date(2026, 1, 31),
            "antal": 12,
        },
        "aktivitet": {
            "moedested_id": MOEDESTED,
            "navn": "Gåtur",
            "type_k": 1,
            "dato_fra": dt.date(2026, 5, 1),
        },
        "foto": {"objekt_lag": "moedested", "objekt_id": MOEDESTED, "sti": "DCIM/1.jpg"},
    }  # fmt: skip
    return raekke | mindst[navn]


#: Values that the shape of a text asks for.
_FORM = {
    "klokken": "14:00-16:30", "saeson_st": "04-01", "saeson_sl": "10-31", "postnr": 4800, "cvr": 29188599,
    "objekt_lag": "moedested", "objekt_id": MOEDESTED, "facil_ty_k": 1371, "laengde": 12.345678901234567,
    "undtaget": ["2026-12-24"], "tilgaeng_opl": {"b": 1.5, "a": [True, None, "æ"]}, "geofa_ekstra": {"x": {"y": 1}},
    "lukket_fra": dt.date(2026, 1, 1), "lukket_til": dt.date(2026, 2, 1), "alder_fra": 1, "alder_til": 99,
    "cvr_kode": 29188599, "til_m": 99.5, "kvalitet_k": 9, "dato_til": dt.date(2026, 5, 2),
    "rute_id": RUTE, "moedested_id": MOEDESTED, "organisation_id": ORGANISATION,
}  # fmt: skip
_AF_TYPE = {
    Type.TEKST: "Æblehøj “prøve” 'a' \n – 🍎", Type.DATO: dt.date(2024, 2, 29), Type.TAL: 1.25, Type.HELTAL: 1,
    Type.JA_NEJ: True, Type.TIDSPUNKT: dt.datetime(2026, 3, 29, 1, 30, 0, 123000, tzinfo=dt.timezone.utc),
    Type.KODER: [1, 2], Type.LISTE: [1], Type.OBJEKT: {"a": 1},
}  # fmt: skip


def fuld(navn: str) -> Raekke:
    """Every field filled, each with something that could go wrong on the way."""
    beskrevet = tabel(navn)
    ud = gyldig(navn)
    if beskrevet.geometri is not None:
        ud[GEOMETRI] = geometri(beskrevet.geometri)
    for felt in beskrevet.felter:
        if (
            felt.navn in ud
            or (navn == "kodeliste" and felt.navn == "geofa")
            or (navn == "tilknytning" and felt.henviser)
        ):
            continue
        vaerdi = ny_id() if felt.type is Type.UUID else _AF_TYPE[felt.type]
        if felt.laengde is not None and felt.type is Type.TEKST:
            vaerdi = str(vaerdi)[: felt.laengde]
        ud[felt.navn] = _FORM.get(felt.navn, vaerdi)
    return ud


def grundlag(skriver: Skriver) -> None:
    """The rows that others refer to."""
    skriver.indsaet("organisation", [gyldig("organisation") | {"organisation_id": ORGANISATION}])
    skriver.indsaet("moedested", [gyldig("moedested") | {"moedested_id": MOEDESTED}])
    for navn, noegle in (("facilitet_punkt", PUNKT), ("facilitet_flade", FLADE), ("rute", RUTE)):
        skriver.indsaet(navn, [gyldig(navn) | {"objekt_id": noegle}])


@dataclass(frozen=True)
class Tilfaelde:
    """Put into a valid row, `fejl` breaks the rule `kode` and `godt` does not."""

    kode: str
    fejl: Raekke
    godt: Raekke


_FLERE: dict[str, tuple[Raekke, Raekke]] = {
    "moedested.periode": (
        {"gyldig_fra": dt.date(2026, 2, 1), "gyldig_til": dt.date(2026, 1, 31)},
        {"gyldig_fra": dt.date(2026, 2, 1), "gyldig_til": dt.date(2026, 2, 1)},
    ),
    "moedested.alder": ({"alder_fra": 30, "alder_til": 29}, {"alder_fra": 30, "alder_til": 30}),
    **{
        f"{navn}.lukket_periode": (
            {"lukket_fra": dt.date(2026, 2, 1), "lukket_til": dt.date(2026, 1, 31)},
            {"lukket_fra": dt.date(2026, 2, 1), "lukket_til": None},
        )
        for navn in ("facilitet_punkt", "facilitet_flade", "rute")
    },
    "straekning.udstraekning": ({"fra_m": 20.5, "til_m": 20.25}, {"fra_m": 20.5, "til_m": 20.5}),
    "tilknytning.et_sted": (
        {"rute_id": RUTE, "facilitet_punkt_id": PUNKT},
        {"rute_id": None, "facilitet_punkt_id": PUNKT},
    ),
    "besoegstal.periode": (
        {"fra": dt.date(2026, 2, 1), "til": dt.date(2026, 1, 31)},
        {"fra": dt.date(2026, 2, 1), "til": dt.date(2026, 2, 1)},
    ),
    "aktivitet.periode": (
        {"dato_fra": dt.date(2026, 2, 1), "dato_til": dt.date(2026, 1, 31)},
        {"dato_fra": dt.date(2026, 2, 1), "dato_til": None},
    ),
}

_FORKERTE: dict[Type, tuple[Any, ...]] = {
    Type.TEKST: ("x", "25:00-26:00", "02-30x"),
    Type.UUID: ("1234", "{10000000-0000-4000-8000-000000000000}"),
    Type.HELTAL: (-1, 1_000_000_000, 1372),
    Type.TAL: (-0.5, 1e9),
    Type.KODER: ({"a": 1}, []),
    Type.LISTE: ({"a": 1},),
    Type.OBJEKT: ([1],),
}


def tilfaelde(navn: str) -> Iterator[Tilfaelde]:
    """A case for every hard rule that a client of the store can break."""
    beskrevet, god = tabel(navn), gyldig(navn)
    for regel in regler_for(navn):
        if regel.haard and not _kan_ikke_brydes(beskrevet, regel):
            yield Tilfaelde(regel.kode, *_par(beskrevet, regel, god))


def _kan_ikke_brydes(beskrevet: Tabel, regel: Regel) -> bool:
    """Mandatory with a default, and of a kind that knows no blank: the default comes instead."""
    if not regel.kode.endswith(".mangler") or regel.felt == GEOMETRI:
        return False
    felt = beskrevet.felt(regel.felt)
    return (
        felt.standard is not None
        and felt.type in (Type.HELTAL, Type.JA_NEJ, Type.TIDSPUNKT)
        and _givet(felt)
    )


def _givet(felt: Felt) -> bool:
    from moedested_plugin.store.geopackage_sql import standard_sql

    return standard_sql(felt, 0) is not None


_STEDER = {
    "facilitet_punkt_id": {"facilitet_punkt_id": PUNKT, "rute_id": None},
    "facilitet_flade_id": {"facilitet_flade_id": FLADE, "rute_id": None},
}


def _par(beskrevet: Tabel, regel: Regel, god: Raekke) -> tuple[Raekke, Raekke]:
    if regel.kode in _FLERE:
        return _FLERE[regel.kode]
    if regel.felt == GEOMETRI:
        return {GEOMETRI: None}, {GEOMETRI: god[GEOMETRI]}
    felt = beskrevet.felt(regel.felt)
    godt = _STEDER.get(felt.navn) if beskrevet.navn == "tilknytning" else None
    godt = godt or {felt.navn: fuld(beskrevet.navn)[felt.navn]}
    if regel.kode.endswith(".mangler"):
        tom: Any = {Type.TEKST: " \n", Type.UUID: "", Type.KODER: []}.get(felt.type)
        return {felt.navn: tom}, godt
    if regel.kode.endswith(".for_lang"):
        return {felt.navn: "æ" * (int(felt.laengde or 0) + 1)}, godt
    for forkert in _FORKERTE[felt.type]:
        if any(
            b.regel.kode == regel.kode
            for b in brud(beskrevet.navn, god | {felt.navn: forkert}, kun_haarde=True)
        ):
            return {felt.navn: forkert}, godt
    raise LookupError(regel.kode)
