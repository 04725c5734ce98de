# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks that GeoFA asks for."""

from __future__ import annotations

from .kontrol import Kontrol, beskriv
from .kontroller_felter import STEDER
from .regler import Alvor

KONTROLLER: tuple[Kontrol, ...] = (
    beskriv(
        "geofa.udgaaet_kode", Alvor.ADVARSEL, STEDER, ("kilde_k",),
        "{felt}: koden {kode} er udgået og må ikke vælges på nye objekter.",
        "GeoFA afviser den før eller siden, og ingen andre kender den.",
        "Vælg en kode, der er i brug.",
    ),
    beskriv(
        "geofa.adresse_og_vejkode", Alvor.ADVARSEL, STEDER, ("adr_id", "geofa_ekstra"),
        "Både Adresse-id (DAR) og GeoFA's vejkode er udfyldt.",
        "De kan modsige hinanden. GeoFA finder selv vejen af adressen.",
        "Behold Adresse-id, og slet vejkoden i Øvrige GeoFA-felter.",
    ),
    beskriv(
        "geofa.ekstra_adresse", Alvor.ADVARSEL, STEDER, ("geofa_ekstra",),
        "Øvrige GeoFA-felter: {felt} ligner ikke en webadresse.",
        "Linket virker ikke for den, der henter data fra GeoFA.",
        "Skriv hele adressen med https:// foran.",
    ),
)  # fmt: skip
