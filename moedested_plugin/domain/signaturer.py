# SPDX-License-Identifier: GPL-2.0-or-later
"""All signatures by layer role, and those of the routes."""

from __future__ import annotations

from collections.abc import Mapping

from .farve import BLAA, BLEG, BRUN, GRAA, GROEN, HIMMEL, HVID, LILLA, ROED, SORT, bland
from .signatur import (
    EGN,
    NAER,
    TAET,
    Flade,
    Linje,
    Punkt,
    Saerlig,
    Signatur,
    Skala,
    Tegn,
    Valg,
    lukket,
    tillaeg,
)
from .signatur_moedesteder import moedested, udstyr
from .signatur_steder import baenk, facilitet, omraade

# Routes and stretches --------------------------------------------------------------------------------


def _rute(*typer: tuple[str, str, tuple[int, ...], Linje]) -> tuple[Signatur, ...]:
    def midt(maerke: Punkt) -> Tegn:
        return Linje(HVID if maerke.piktogram.startswith("status") else "", 0.35, maerke=maerke)

    ruter = tuple(
        Signatur(navn, tekst, linje, (Valg("rute_ty_k", koder),) if koder else (), ellers=not koder)
        for navn, tekst, koder, linje in typer
    )
    spaerret = Linje("", 0.0, maerke=Punkt("lukket", ROED, 2.6), afstand_mm=14.0)
    # "others" are what no sister is: those must not count the signs laid over
    alene = any(rute.ellers for rute in ruter)
    return (
        *((Signatur("typer", "Ruter", under=ruter),) if alene else ruter),
        *tillaeg(4.4, midt, 4.0),
        lukket(spaerret, EGN),
    )


def _straekning() -> tuple[Signatur, ...]:
    underlag = (
        ("asfalt", "Asfalt eller beton", 1, SORT, ()),
        ("fliser", "Fliser eller brosten", 2, SORT, (1.2, 0.6)),
        ("stenmel", "Stenmel eller fast grus", 3, BRUN, (3.6, 0.9)),
        ("grus", "Løst grus eller sand", 4, BRUN, (0.6, 1.2)),
        ("trae", "Træ eller gangbro", 5, LILLA, (0.4, 0.5)),
        ("graes", "Græs", 6, GROEN, (2.2, 1.6)),
        ("skovbund", "Skovbund eller trampet sti", 7, GROEN, (3.0, 0.8, 0.6, 0.8)),
        ("strand", "Strand", 8, HIMMEL, (0.6, 2.2)),
        ("andet", "Andet underlag", 98, GRAA, (5.0, 2.4)),
        ("ukendt", "Ukendt underlag", 99, GRAA, (0.3, 3.4)),
    )
    return (
        Signatur(
            "underlag",
            "Underlag",
            skala=TAET,
            under=tuple(
                Signatur(
                    navn,
                    tekst,
                    Linje(farve, 1.2, streg, kerne=farve, kerne_mm=0.25, til_siden_mm=1.8),
                    (Valg("underlag_k", (kode,)),),
                )
                for navn, tekst, kode, farve, streg in underlag
            ),
        ),
        Signatur(
            "forhindring",
            "Forhindring",
            # beside the line: the routes are drawn above the stretches
            Linje("", 0.0, maerke=Punkt("forhindring", ROED, 3.6, plads=(3.4, -2.0))),
            skala=Skala(0, 15_000),
            saerlig=Saerlig.FORHINDRING,
        ),
    )


# Everything ------------------------------------------------------------------------------------------

SIGNATURER: dict[str, tuple[Signatur, ...]] = {
    "moedested": moedested(),
    "udstyr": udstyr(),
    "baenk": baenk(),
    "facilitet": facilitet(),
    "omraade": omraade(),
    # Two routes along one way lie in each other: walking within cycling within driving.
    "vandrerute": _rute(
        ("vandre", "Vandrerute", (5,), Linje(ROED, 0.7, (2.4, 1.2))),
        ("loebe", "Løberute", (2,), Linje(ROED, 0.7, (0.8, 0.9))),
        ("motion", "Motionsrute", (6,), Linje(ROED, 0.7, (4.0, 0.9, 0.8, 0.9))),
        ("sti", "Rekreativ sti", (11,), Linje(ROED, 0.5, (6.0, 2.0))),
    ),
    "cykelrute": _rute(
        (
            "cykel",
            "Cykelrute",
            (3,),
            Linje(BLAA, 1.3, kerne=bland("#56b4e9", HVID, 0.72), kerne_mm=0.8),
        ),
    ),
    "koererute": _rute(
        (
            "bil",
            "Bilrute",
            (13,),
            Linje(SORT, 2.2, kerne=bland("#e69f00", HVID, 0.72), kerne_mm=1.7),
        ),
    ),
    "andenrute": _rute(
        ("mtb", "Mountainbikerute", (4,), Linje(LILLA, 0.8, (3.0, 0.8, 0.8, 0.8, 0.8, 0.8))),
        ("ride", "Riderute", (8, 14), Linje(BRUN, 0.9, (1.6, 1.6))),
        ("sejl", "Rute for kano, kajak og båd", (9, 17), Linje(HIMMEL, 0.9, (0.9, 1.3))),
        ("faerge", "Færgerute", (16,), Linje(HIMMEL, 0.5, (5.0, 1.5))),
        (
            "svoem",
            "Svømme- eller undervandsrute",
            (7, 15),
            Linje(HIMMEL, 0.7, (2.0, 0.7, 0.7, 0.7)),
        ),
        ("ski", "Skirute", (1,), Linje(GRAA, 1.2, (7.0, 1.2), kerne=HVID, kerne_mm=0.7)),
        ("adgang", "Adgangsvej", (12,), Linje(GRAA, 0.4, (0.4, 0.4))),
        ("anden", "Anden rute", (), Linje(GRAA, 0.6, (4.0, 2.5))),
    ),
    "straekning": _straekning(),
    "kilde_punkt": (
        Signatur("kilde", "Som modtaget", Punkt("", HVID, 1.8, BLEG, 0.35), skala=EGN),
    ),
    "kilde_linje": (Signatur("kilde", "Som modtaget", Linje(BLEG, 0.35, (0.5, 0.5, 0.5, 2.0))),),
    "kilde_flade": (Signatur("kilde", "Som modtaget", Flade("", BLEG, 0.3, (1.8, 0.6, 0.4, 0.6))),),
    "netvaerk_linje": (
        Signatur("net", "Veje og stier at tegne efter", Linje(BLEG, 0.25), skala=NAER),
    ),
    "netvaerk_punkt": (Signatur("net", "Stoppested", Punkt("", BLEG, 1.2, HVID, 0.2), skala=NAER),),
}

#: Pictogram of an activity type (list aktivitetstype), for the annual wheel and other prints.
AKTIVITETER: dict[str, tuple[int, ...]] = {
    "aktivitet_gaaende": (1, 17),
    "aktivitet_cykel": (2,),
    "aktivitet_loeber": (3, 18, 19),
    "aktivitet_kop": (4,),
    "aktivitet_hammer": (5, 12),
    "aktivitet_trae": (6,),
    "aktivitet_node": (7, 22),
    "aktivitet_tavle": (8, 15),
    "aktivitet_terning": (9,),
    "aktivitet_snak": (10, 14),
    "aktivitet_bad": (11,),
    "aktivitet_bog": (13,),
    "aktivitet_skaerm": (16,),
    "aktivitet_maane": (20,),
    "aktivitet_hjerte": (21,),
    "aktivitet_stjerne": (98,),
}

#: Pictogram of what one can count on at a moedested (list mst_facilitet).
MST_FACILITETER: dict[str, tuple[int, ...]] = {
    "facilitet_wc": (1,),
    "sted_koerestol": (2, 14, 15),
    "sted_gryde": (3,),
    "facilitet_hane": (4,),
    "sted_lyn": (5, 22),
    "sted_wifi": (6,),
    "facilitet_tag": (7,),
    "baenk": (8,),
    "facilitet_baal": (9,),
    "facilitet_p": (10,),
    "facilitet_cykel": (11,),
    "sted_hjertestarter": (12,),
    "sted_oere": (13,),
    "sted_elevator": (16,),
    "sted_kop": (17,),
    "sted_snak": (18,),
    "sted_hammer": (19,),
    "sted_skaerm": (20, 21),
    "facilitet_gynge": (23,),
    "sted_pusle": (24,),
    "facilitet_info": (25,),
    "sted_lampe": (26,),
    "sted_roegfri": (27,),
    "sted_trae": (28,),
}


def piktogram(tegn: Mapping[str, tuple[int, ...]], kode: object, ellers: str) -> str:
    """Name of the drawing of a code; `ellers` for what a municipality has added itself."""
    return next((navn for navn, koder in tegn.items() if kode in koder), ellers)
