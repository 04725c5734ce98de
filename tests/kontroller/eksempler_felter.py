# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of one row by example."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .eksempel import F1, M1, P1, R1, Eksempel, Raekker

STED = "POINT (680000 6080000)"
LINJE = "LINESTRING (680000 6080000, 680900 6080000)"


def _en(tabel: str, kode: str, forkert: dict[str, Any], rigtig: dict[str, Any]) -> Eksempel:
    return Eksempel(kode, {tabel: [forkert]}, {tabel: [rigtig]})


def moedested(kode: str, forkert: dict[str, Any], rigtig: dict[str, Any]) -> Eksempel:
    """Rows that differ in one thing."""
    return _en("moedested", kode, forkert, rigtig)


def _rute(mere: Raekker) -> Raekker:
    return {"rute": [{"objekt_id": R1}], **mere}


_ADRESSER = (
    ("organisation", "link"), ("moedested", "link"), ("facilitet_punkt", "bookinglink"), ("facilitet_punkt", "link"),
    ("facilitet_punkt", "foto_link"), ("facilitet_flade", "bookinglink"), ("facilitet_flade", "link"),
    ("facilitet_flade", "foto_link"), ("rute", "link"), ("rute", "foto_link"),
)  # fmt: skip
_AKTIV = {"livscyklus_k": 3}
_VISES = {"objekt_lag": "moedested", "objekt_id": M1, "sti": "a.jpg", "samtykke_k": 2}
_M = [{"moedested_id": M1}]

EKSEMPLER: tuple[Eksempel, ...] = (
    *(_en(t, f"{t}.{f}.adresse", {f: "www.havnen.dk"}, {f: "https://www.havnen.dk"}) for t, f in _ADRESSER),
    *(
        Eksempel(
            f"aktivitet.{f}.adresse",
            {"moedested": _M, "aktivitet": [{"moedested_id": M1, f: "kultunaut.dk/1"}]},
            {"moedested": _M, "aktivitet": [{"moedested_id": M1, f: "https://kultunaut.dk/1"}]},
        )
        for f in ("link", "tilmelding_link")
    ),
    *(
        moedested(f"moedested.{felt}.kraeves", _AKTIV | {felt: None}, _AKTIV | {felt: vaerdi})
        for felt, vaerdi in (
            ("gyldig_fra", dt.date(2026, 1, 1)), ("beskrivels", "Kaffe hver tirsdag"), ("sted", "Torvet 1"),
            ("aktivitetsmulighed_k", [4]), ("postnr", 4800), ("by", "Nykøbing F"), ("lokalomraade", "Østerbro"),
        )
    ),
    Eksempel(
        "moedested.organisation_id.kraeves", {"moedested": [_AKTIV]},
        {"organisation": [{"organisation_id": P1}], "moedested": [_AKTIV | {"organisation_id": P1}]},
    ),
    moedested("moedested.gyldig_til.kraeves", {"livscyklus_k": 5}, {"livscyklus_k": 5, "gyldig_til": dt.date(2026, 5, 1)}),
    moedested("moedested.link.kraeves", {"form_k": 2}, {"form_k": 2, "telefon": "54731000"}),
    moedested("moedested.formaal.kraeves", {"form_k": 3}, {"form_k": 3, "formaal": "At vide, hvem der kan hjælpe"}),
    moedested("moedested.geometri.kraeves", {"livscyklus_k": 2}, {"livscyklus_k": 2, "geometri": STED}),
    _en("rute", "rute.navn.kraeves", {"statuskode": 3}, {"statuskode": 3, "navn": "Havnerunden"}),
    _en("rute", "rute.svaerhed_k.mtb", {"svaerhed_k": 5}, {"svaerhed_k": 5, "rute_ty_k": 4}),
    _en("udstyr", "udstyr.opsat_dato.kraeves", {"udstyr_status_k": 4}, {"udstyr_status_k": 4, "opsat_dato": dt.date(2026, 5, 1)}),
    Eksempel(
        "aktivitet.ugedag_k.kraeves",
        {"moedested": _M, "aktivitet": [{"moedested_id": M1, "gentagelse_k": 2}]},
        {"moedested": _M, "aktivitet": [{"moedested_id": M1, "gentagelse_k": 2, "ugedag_k": [2]}]},
    ),
    *(
        Eksempel(
            f"foto.{felt}.kraeves", {"moedested": _M, "foto": [_VISES]},
            {"moedested": _M, "foto": [_VISES | {felt: "En bænk ved vandet"}]},
        )
        for felt in ("alt_tekst", "ophav")
    ),
    moedested(
        "felter.tjekket_gammel", _AKTIV | {"tjekket_dato": dt.date(2025, 5, 31)},
        _AKTIV | {"tjekket_dato": dt.date(2025, 6, 1)},
    ),
    moedested("felter.tjekket_mangler", _AKTIV, _AKTIV | {"tjekket_dato": dt.date(2026, 5, 1)}),
    Eksempel(
        "felter.kvalitetstjek_gammelt", {"facilitet_punkt": [{"kvalitetstjekket_k": 1}]},
        {"facilitet_punkt": [{"kvalitetstjekket_k": 5}]}, "Kontrolleret i 2030.",
    ),
    moedested("felter.telefon_mangler", _AKTIV, _AKTIV | {"telefon": "54 73 10 00"}),
    moedested("felter.telefon_form", {"telefon": "ring til Jens"}, {"telefon": "+45 54 73 10 00"}),
    _en("organisation", "felter.organisation_telefon_form", {"kontakt_tlf": "547310"+"0"}, {"kontakt_tlf": "5473 1000"}),
    _en("organisation", "felter.mail_form", {"kontakt_mail": "kontakt(a)havnen.dk"}, {"kontakt_mail": "kontakt@havnen.dk"}),
    _en("organisation", "felter.organisation_uden_kontakt", {}, {"kontakt_mail": "kontakt@havnen.dk"}),
    _en("facilitet_punkt", "felter.navn_er_typen", {"navn": "bænk"}, {"navn": "Bænken ved møllen"}),
    moedested("felter.mellemrum", {"navn": "Kaffe  på torvet"}, {"navn": "Kaffe på torvet"}),
    moedested("felter.pris_uden_betaling", {"betaling_k": 0, "pris": "20 kr."}, {"betaling_k": 0, "pris": "Gratis"}),
    moedested("felter.betaling_uden_pris", {"betaling_k": 1}, {"betaling_k": 1, "pris": "20 kr."}),
    _en("facilitet_punkt", "felter.booking_uden_link", {"book_k": 1}, {"book_k": 1, "bookinglink": "https://book.dk/1"}),
    _en("rute", "felter.saeson_uden_datoer", {"saeson_k": 2}, {"saeson_k": 2, "saeson_st": "04-01", "saeson_sl": "10-31"}),
    _en("rute", "felter.saeson_halv", {"saeson_st": "04-01"}, {"saeson_st": "04-01", "saeson_sl": "10-31"}),
    _en(
        "rute", "felter.lukket_uden_fra", {"lukket_til": dt.date(2026, 7, 1)},
        {"lukket_fra": dt.date(2026, 5, 1), "lukket_til": dt.date(2026, 7, 1)},
    ),
    _en(
        "rute", "felter.lukket_uden_aarsag", {"lukket_fra": dt.date(2026, 5, 1)},
        {"lukket_fra": dt.date(2026, 5, 1), "lukket_aarsag": "Broen er væk"},
    ),
    moedested("felter.egnet_uden_ord", {"handicap_k": 1}, {"handicap_k": 1, "tilgaeng_beskriv": "Ingen trin."}),
    Eksempel(
        "felter.rolle_passer",
        _rute({"moedested": _M, "tilknytning": [{"moedested_id": M1, "rolle_k": 2, "rute_id": R1}]}),
        _rute({"moedested": _M, "tilknytning": [{"moedested_id": M1, "rolle_k": 3, "rute_id": R1}]}),
    ),
    _en(
        "udstyr", "felter.udstyr_dato_uden_status", {"udstyr_status_k": 2, "opsat_dato": dt.date(2026, 5, 1)},
        {"udstyr_status_k": 4, "opsat_dato": dt.date(2026, 5, 1)},
    ),
    _en(
        "udstyr", "felter.udstyr_dato_i_fremtiden", {"opsat_dato": dt.date(2026, 6, 2)},
        {"opsat_dato": dt.date(2026, 6, 1)},
    ),
    _en("udstyr", "felter.udstyr_uden_nummer", {"udstyr_status_k": 4}, {"udstyr_status_k": 4, "udstyr_nr": "M 7"}),
    Eksempel(
        "felter.lille_bredde", _rute({"straekning": [{"rute_id": R1, "bredde_m": 0.8, "geometri": LINJE}]}),
        _rute({"straekning": [{"rute_id": R1, "bredde_m": 0.9, "geometri": LINJE}]}),
    ),
    _en(
        "facilitet_flade", "felter.gaeldende_uden_type_navn", {"objekt_id": F1, "statuskode": 3},
        {"objekt_id": F1, "statuskode": 3, "navn": "Byparken"},
    ),
)  # fmt: skip
