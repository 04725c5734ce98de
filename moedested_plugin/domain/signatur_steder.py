# SPDX-License-Identifier: GPL-2.0-or-later
"""Signatures of the places: facilities, benches, buildings and areas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .farve import BRUN, GRAA, GROEN, HIMMEL, HVID, LILLA, ROED, SORT, bland
from .signatur import (
    NAER,
    PRIK,
    Flade,
    Punkt,
    Signatur,
    Skala,
    Tegn,
    Valg,
    lukket,
    lukket_maerke,
    tillaeg,
)


@dataclass(frozen=True)
class Emne:
    """A subject group of GeoFA, the first digit of the type, with the types that have a sign of their own."""

    ciffer: int
    noegle: str
    tekst: str
    farve: str
    streg: tuple[float, ...]
    typer: tuple[tuple[str, str, tuple[int, ...]], ...]
    resten: tuple[str, str]

    @property
    def interval(self) -> tuple[int, int]:
        """Codes of the group."""
        return self.ciffer * 1000, self.ciffer * 1000 + 999


EMNER = (
    Emne(
        1,
        "praktisk",
        "Praktisk",
        GRAA,
        (),
        (
            ("wc", "Toilet", (1012,)),
            ("baal", "Bålplads", (1022,)),
            ("gynge", "Legeplads", (1031, 1041, 1211)),
            ("bad", "Badested", (1051, 1061, 1062, 1261, 1331)),
            ("p", "Parkering", (1351,)),
            ("hane", "Drikkevand", (1222,)),
            ("info", "Information", (1152, 1182, 1302)),
            ("cykel", "Til cyklen", (1122, 1162, 1382)),
            ("hund", "Hundeskov", (1191,)),
            ("tag", "Madpakkehus", (1132,)),
            ("krans", "Livredning", (1242, 1252)),
            ("bro", "Bro eller spang", (1311, 1341)),
            ("vejviser", "Motionsmødested", (1112,)),
            ("rampe", "Slæbested", (1102,)),
            ("faerge", "Færge", (1232, 1392)),
        ),
        ("praktisk", "Anden praktisk facilitet"),
    ),
    Emne(
        2,
        "natur",
        "Natur",
        GROEN,
        (4.0, 1.0),
        (
            ("trae", "Park eller grønt område", (2041, 2051, 2141)),
            ("oeje", "Udsigt", (2022,)),
            ("taarn", "Fugletårn eller udsigtstårn", (2012,)),
            ("fisk", "Fiskeri", (2031, 2171)),
            ("naturhus", "Naturcenter, naturskole", (2062, 2072, 2082, 2092, 2102)),
            ("stjerne", "Oplevelsespunkt", (2161, 2242, 2252)),
            ("sloejfe", "Seværdighed i naturen", (2191, 2201, 2211, 2223, 2263)),
        ),
        ("gran", "Andet i naturen"),
    ),
    Emne(
        3,
        "overnatning",
        "Overnatning",
        BRUN,
        (1.5, 1.0),
        (
            ("shelter", "Shelter", (3012,)),
            ("telt", "Teltplads", (3022, 3031, 3071, 3081)),
            ("vogn", "Campingplads", (3041,)),
            ("baalhytte", "Bålhytte", (3091,)),
        ),
        ("seng", "Hytte eller anden overnatning"),
    ),
    Emne(
        4,
        "sport",
        "Sport og bevægelse",
        ROED,
        (3.0, 1.0, 0.6, 1.0),
        (
            ("haandvaegt", "Udendørs motionsplads", (4222,)),
            (
                "bold",
                "Bane eller idrætsanlæg",
                (4011, 4031, 4111, 4132, 4172, 4251, 4281, 4291, 4361, 4381),
            ),
            ("bassin", "Svømning", (4021, 4431, 4451)),
            ("hestesko", "Ridning", (4161, 4342)),
        ),
        ("loeber", "Anden sport"),
    ),
    Emne(
        5,
        "kultur",
        "Kultur",
        LILLA,
        (0.8, 0.8),
        (
            ("hus", "Forsamlingshus eller foreningshus", (5011, 5061)),
            ("dysse", "Fortid og historie", (5072, 5082, 5112, 5122)),
            ("palet", "Kunst", (5102,)),
        ),
        ("tempel", "Museum eller anden kultur"),
    ),
    Emne(
        6,
        "sejlads",
        "Sejlads",
        HIMMEL,
        (2.5, 0.8, 0.6, 0.8, 0.6, 0.8),
        (("kano", "Kano, kajak, robåd", (6021, 6031, 6042, 6052, 6062)),),
        (
            "anker",
            "Bådplads eller anden sejlads",
        ),
    ),
)
ANDET = Emne(9, "andet", "Andet", SORT, (0.4, 1.2), (), ("prik", "Andet eller ukendt"))

BAENKE = (("baenk", "Bænk", (1371,)), ("bordbaenk", "Bord og bænke", (1201,)))
_FAC_MM = 4.0
_BAENK_MM = 3.2


def _emner(
    sidste_ciffer: str, tegn: Callable[[Emne, str], Tegn], baenke: tuple[Signatur, ...] = ()
) -> tuple[Signatur, ...]:
    """The facility types of one geometry by group; the last digit of a code says which geometries it has."""
    ud = []
    for emne in EMNER:
        typer = [
            Signatur(navn, tekst, tegn(emne, f"facilitet_{navn}"), (Valg("facil_ty_k", koder),))
            for navn, tekst, alle in emne.typer
            if (koder := tuple(k for k in alle if str(k)[-1] in sidste_ciffer))
        ]
        navn, tekst = emne.resten
        resten = Signatur(
            f"{emne.noegle}_andet", tekst, tegn(emne, f"facilitet_{navn}"), ellers=True
        )
        egne = baenke if emne.ciffer == 1 else ()
        valg = (Valg("facil_ty_k", interval=emne.interval),)
        ud.append(Signatur(emne.noegle, emne.tekst, valg=valg, under=(*egne, *typer, resten)))
    navn, tekst = ANDET.resten
    return (*ud, Signatur(ANDET.noegle, tekst, tegn(ANDET, f"facilitet_{navn}"), ellers=True))


def _prik(farve: str, tekst: str, *, firkant: bool = False) -> Signatur:
    return Signatur("prik", tekst, Punkt("", farve, 1.6, kant_mm=0.2, firkant=firkant), skala=PRIK)


def facilitet() -> tuple[Signatur, ...]:
    """Facilities by subject group and type."""

    def tegn(emne: Emne, piktogram: str) -> Tegn:
        return Punkt(piktogram, emne.farve, _FAC_MM, hul_ved_status=True)

    return (
        _prik(GRAA, "Facilitet, set på afstand"),
        Signatur("typer", "Faciliteter", skala=NAER, under=_emner("12", tegn)),
        *tillaeg(_FAC_MM, lambda p: p, _FAC_MM),
        lukket(lukket_maerke(_FAC_MM)),
    )


def baenk() -> tuple[Signatur, ...]:
    """Benches, with and without a table."""
    typer = (
        Signatur(
            navn,
            tekst,
            Punkt(navn, BRUN, _BAENK_MM, hul_ved_status=True),
            (Valg("facil_ty_k", koder),),
            NAER,
        )
        for navn, tekst, koder in BAENKE
    )
    return (
        _prik(BRUN, "Bænk, set på afstand", firkant=True),
        *typer,
        *tillaeg(_BAENK_MM, lambda p: p, _BAENK_MM),
        lukket(lukket_maerke(_BAENK_MM)),
    )


def omraade() -> tuple[Signatur, ...]:
    """Buildings and areas by subject group and type."""

    def tegn(emne: Emne, piktogram: str) -> Tegn:
        maerke = Punkt(piktogram, emne.farve, _FAC_MM, hul_ved_status=True)
        return Flade(bland(emne.farve, HVID, 0.78), emne.farve, streg=emne.streg, maerke=maerke)

    def afstand(emne: Emne) -> Signatur:
        flade = Flade(bland(emne.farve, HVID, 0.78), emne.farve, 0.3, emne.streg)
        valg = (Valg("facil_ty_k", interval=emne.interval),)
        return Signatur(f"{emne.noegle}_afstand", emne.tekst, flade, valg, ellers=emne is ANDET)

    def alene(maerke: Punkt) -> Tegn:
        return Flade("", "", maerke=maerke)

    baenke = tuple(
        Signatur(navn, tekst, tegn(EMNER[0], navn), (Valg("facil_ty_k", koder),))
        for navn, tekst, koder in BAENKE
    )
    return (
        Signatur(
            "afstand",
            "Områder, set på afstand",
            skala=Skala(NAER.til, 150_000),
            under=tuple(afstand(emne) for emne in (*EMNER, ANDET)),
        ),
        Signatur("typer", "Bygninger og områder", skala=NAER, under=_emner("13", tegn, baenke)),
        *tillaeg(_FAC_MM, alene, _FAC_MM),
        lukket(Flade("", ROED, 0.5, skravering=ROED, maerke=lukket_maerke(_FAC_MM))),
    )
