# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields and conditions that several tables share, and short ways to describe a field."""

from __future__ import annotations

from typing import Any

from .betingelse import Alle, Betingelse, EnAf, ErListe, ErObjekt, Ligner, tom_eller, udfyldt
from .felt import Fane, Felt, Offentlig, Standard, Type
from .saetning import Saetning

O = Offentlig.OFFENTLIG  # noqa: E741 - the letter that the model's own table uses
G = Offentlig.GEOFA
I = Offentlig.INTERN  # noqa: E741

HEX = "[0-9a-fA-F]"
UUID_MOENSTER = "-".join(HEX * antal for antal in (8, 4, 4, 4, 12))
HTTP_MOENSTRE = ("http://?*.?*", "https://?*.?*")
MAANED_DAG_MOENSTRE = ("0[1-9]-[0-2][0-9]", "1[0-2]-[0-2][0-9]", "0[13-9]-30", "1[0-2]-30",
                       "0[13578]-31", "1[02]-31")  # fmt: skip
TIME = ("[01][0-9]:[0-5][0-9]", "2[0-3]:[0-5][0-9]")
KLOKKEN_MOENSTRE = tuple(f"{fra}-{til}" for fra in TIME for til in TIME)


def tekst(navn: str, laengde: int, alias: str, hjaelp: str = "", **mere: Any) -> Felt:  # noqa: ANN401
    """A text of at most so many characters."""
    return Felt(navn, Type.TEKST, alias, hjaelp, laengde=laengde, **mere)


def kode(navn: str, kodeliste: str, alias: str, hjaelp: str = "", **mere: Any) -> Felt:  # noqa: ANN401
    """One code of a list."""
    return Felt(navn, Type.HELTAL, alias, hjaelp, kodeliste=kodeliste, **mere)


def koder(navn: str, kodeliste: str, alias: str, hjaelp: str = "", **mere: Any) -> Felt:  # noqa: ANN401
    """Several codes of a list, kept as a JSON array."""
    if mere.get("obligatorisk"):
        krav: Betingelse = Alle((ErListe(navn), udfyldt(navn)))
        besked: str = Saetning("{0}: vælg mindst én.", alias)
    else:
        krav = tom_eller(navn, ErListe(navn))
        besked = Saetning("{0} skal være en liste af koder.", alias)
    return Felt(
        navn, Type.KODER, alias, hjaelp, kodeliste=kodeliste, krav=krav, krav_tekst=besked, **mere
    )


def felt(navn: str, type_: Type, alias: str, hjaelp: str = "", **mere: Any) -> Felt:  # noqa: ANN401
    """A field of another type."""
    return Felt(navn, type_, alias, hjaelp, **mere)


def uuid(navn: str, alias: str, hjaelp: str = "", **mere: Any) -> Felt:  # noqa: ANN401
    """A UUID in text."""
    return Felt(
        navn,
        Type.UUID,
        alias,
        hjaelp,
        laengde=36,
        krav=tom_eller(navn, Ligner(navn, (UUID_MOENSTER,))),
        krav_tekst=Saetning("{0} skal være et id (UUID) på 36 tegn.", alias),
        **mere,
    )


def noegle(
    navn: str,
    alias: str,
    hjaelp: str = "Fast nøgle. Dannes automatisk.",
    **mere: Any,  # noqa: ANN401
) -> Felt:
    """The business key of a table: made by itself, never changed."""
    mere = {"off": O, "fane": Fane.INTERNT} | mere
    return uuid(
        navn,
        alias,
        hjaelp,
        obligatorisk=True,
        standard=Standard.UUID,
        laast=True,
        uaendret=True,
        **mere,
    )


def adresse(navn: str, laengde: int, alias: str, hjaelp: str = "", **mere: Any) -> Felt:  # noqa: ANN401
    """A web address. That it begins with http(s) is a rule of the checks: data from GeoFA may differ."""
    return tekst(navn, laengde, alias, hjaelp or "Begynder med https:// eller http://.", **mere)


def json_objekt(navn: str, alias: str, hjaelp: str, **mere: Any) -> Felt:  # noqa: ANN401
    """A JSON object that only the plugin's own editor writes: QGIS would rewrite numbers and key order."""
    return Felt(
        navn,
        Type.OBJEKT,
        alias,
        hjaelp,
        krav=tom_eller(navn, ErObjekt(navn)),
        krav_tekst=Saetning("{0} skal være et gyldigt JSON-objekt.", alias),
        laast=True,
        **mere,
    )


def maaned_dag(navn: str, alias: str, hjaelp: str, **mere: Any) -> Felt:  # noqa: ANN401
    """A day of any year, MM-DD."""
    return tekst(
        navn,
        5,
        alias,
        hjaelp,
        krav=tom_eller(navn, Ligner(navn, MAANED_DAG_MOENSTRE)),
        krav_tekst=Saetning("{0} skrives som måned og dag, fx 04-01 for 1. april.", alias),
        **mere,
    )


STEMPLER = (
    felt("oprettet", Type.TIDSPUNKT, "Oprettet", "Sættes automatisk.", obligatorisk=True,
         standard=Standard.NU, laast=True, fane=Fane.INTERNT),
    tekst("oprettet_af", 128, "Oprettet af", "Medarbejder. Kommer aldrig ud.", obligatorisk=True,
          standard=Standard.BRUGER, laast=True, fane=Fane.INTERNT),
    felt("rettet", Type.TIDSPUNKT, "Rettet", "Sættes automatisk ved hver ændring.", obligatorisk=True,
         standard=Standard.NU_VED_RETTELSE, laast=True, fane=Fane.INTERNT),
    tekst("rettet_af", 128, "Rettet af", "Medarbejder. Kommer aldrig ud.", obligatorisk=True,
          standard=Standard.BRUGER_VED_RETTELSE, laast=True, fane=Fane.INTERNT),
    felt("raekke_version", Type.HELTAL, "Rækkens version",
         "Tælles op ved hver ændring, så to, der retter samtidig, opdager det.", obligatorisk=True,
         standard=1, laast=True, fane=Fane.INTERNT),
)  # fmt: skip

INTERN_NOTE = tekst(
    "intern_note",
    2000,
    "Intern note",
    "Bliver i kommunen. Kommer aldrig på kort eller i eksport.",
    fane=Fane.INTERNT,
)


def er(felt_navn: str, *vaerdier: int | str) -> Betingelse:
    """The field has one of these values."""
    return EnAf(felt_navn, vaerdier)
