# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be wrong with the drawing of one object: its shape, and where in the world it lies."""

from __future__ import annotations

from .betingelse import GEOMETRI
from .kontrol import Graense, Kontrol, Rettelse, beskriv
from .regler import Alvor

#: What GeoFA takes: easting and northing in EPSG:25832.
GEOFA_X = (441_000.0, 894_000.0)
GEOFA_Y = (6_049_000.0, 6_403_000.0)

PUNKTER = ("moedested", "facilitet_punkt", "udstyr")
FLADER = ("facilitet_flade",)
LINJER = ("rute", "straekning")
ALLE = (*PUNKTER, *FLADER, *LINJER)

GENTAGET_M = Graense(
    "gentaget_m", "To punkter på en linje er det samme, når de ligger så tæt", 0.01, 0.0, 1.0, "m"
)
SPIDS_GRADER = Graense("spids_grader", "En spids er smallere end", 5.0, 0.1, 45.0, "grader")
SPIDS_M = Graense("spids_m", "En spids er højst så lang", 10.0, 0.1, 500.0, "m")
LINJE_M = Graense("linje_mindst_m", "En linje er mindst", 1.0, 0.0, 100.0, "m")
FLADE_M2 = Graense("flade_mindst_m2", "En flade er mindst", 10.0, 0.0, 1000.0, "m²")
LAND_M = Graense(
    "land_m", "Noget ligger langt fra land, når der er mere end", 500.0, 0.0, 50_000.0, "m"
)
MANGE_PUNKTER = Graense("mange_punkter", "En tegning har mange punkter, når der er flere end", 20_000, 100, 1_000_000)  # fmt: skip


def _kontrol(
    kode: str, alvor: Alvor, tabeller: tuple[str, ...], besked: str, hvorfor: str, raad: str, *graenser: Graense,
    rettelse: Rettelse | None = None,
) -> Kontrol:  # fmt: skip
    return beskriv(
        f"geometri.{kode}", alvor, tabeller, (GEOMETRI,), besked, hvorfor, raad, rettelse=rettelse, graenser=graenser
    )  # fmt: skip


KONTROLLER: tuple[Kontrol, ...] = (
    _kontrol(
        "tom", Alvor.FEJL, ALLE,
        "Tegningen er tom.",
        "Det kan ikke ses på kortet, og GeoFA tager det ikke.",
        "Tegn objektet på kortet.",
    ),
    _kontrol(
        "tom_del", Alvor.ADVARSEL, ALLE,
        "Tegningen har en del uden punkter (del {del_nr} af {dele}).",
        "Nogle programmer kan ikke vise en tegning med en tom del.",
        "Fjern den tomme del.",
        rettelse=Rettelse.FJERN_TOMME_DELE,
    ),
    _kontrol(
        "ikke_tal", Alvor.FEJL, ALLE,
        "Tegningen har en koordinat, der ikke er et tal.",
        "Objektet kan ikke vises.",
        "Tegn objektet igen.",
    ),
    _kontrol(
        "grader", Alvor.FEJL, ALLE,
        "Koordinaterne ligner længde- og breddegrader ({x}, {y}) og ikke meter.",
        "Objektet ligger ud for Afrika, hvor ingen finder det.",
        "Hent data igen med det rigtige koordinatsystem (EPSG:4326), eller tegn objektet på kortet.",
    ),
    _kontrol(
        "byttede_akser", Alvor.FEJL, ALLE,
        "Øst og nord er byttet om ({x}, {y}).",
        "Objektet ligger langt uden for Danmark, hvor ingen finder det.",
        "Hent data igen med akserne byttet, eller tegn objektet på kortet.",
    ),
    _kontrol(
        "uden_for_danmark", Alvor.FEJL, ALLE,
        "Tegningen når uden for Danmark ({x}, {y}).",
        "Objektet vises det forkerte sted, og GeoFA tager det ikke.",
        "Flyt punktet på plads.",
    ),
    _kontrol(
        "uden_for_kommunen", Alvor.ADVARSEL, ALLE,
        "Det ligger uden for kommunen.",
        "GeoFA tager kun imod det, der ligger i egen kommune, og borgerne kan blive sendt det forkerte sted hen.",
        "Flyt det på plads, eller lad nabokommunen have det.",
    ),
    _kontrol(
        "langt_fra_land", Alvor.ADVARSEL, ALLE,
        "Det ligger mere end {meter} m fra land.",
        "Et sted midt i vandet er næsten altid tegnet forkert.",
        "Flyt det på plads. Kystlinjen er grov, så acceptér det, hvis det passer.",
        LAND_M,
    ),
    _kontrol(
        "selvkrydsning", Alvor.FEJL, FLADER,
        "Kanten krydser sig selv her.",
        "Arealet kan ikke beregnes, udfyldningen bliver forkert, og GeoFA tager det ikke.",
        "Flyt punkterne, så kanten ikke krydser.",
        rettelse=Rettelse.GOER_GYLDIG,
    ),
    _kontrol(
        "selvberoering", Alvor.ADVARSEL, FLADER,
        "Kanten rører sig selv her.",
        "Fladen hænger kun sammen i et punkt. GeoFA og flere programmer tager det ikke.",
        "Flyt det ene punkt lidt, eller tegn hullet som et hul.",
        rettelse=Rettelse.GOER_GYLDIG,
    ),
    _kontrol(
        "hul_udenfor", Alvor.FEJL, FLADER,
        "Et hul ligger uden for sin flade eller inde i et andet hul.",
        "Udfyldningen bliver forkert, og GeoFA tager det ikke.",
        "Slet hullet, eller tegn det inden for kanten.",
        rettelse=Rettelse.GOER_GYLDIG,
    ),
    _kontrol(
        "dele_overlapper", Alvor.FEJL, FLADER,
        "To dele af fladen ligger oven i hinanden her.",
        "Arealet tælles to gange, og GeoFA tager det ikke.",
        "Saml delene til én, eller slet den ene.",
        rettelse=Rettelse.GOER_GYLDIG,
    ),
    _kontrol(
        "ugyldig", Alvor.FEJL, FLADER,
        "Fladen er ikke gyldig her ({fejl}).",
        "Arealet kan ikke beregnes, og GeoFA tager det ikke.",
        "Ret kanten her, eller tegn fladen igen.",
        rettelse=Rettelse.GOER_GYLDIG,
    ),
    _kontrol(
        "rute_krydser", Alvor.ADVARSEL, ("rute",),
        "Ruten krydser sig selv her.",
        "GeoFA siger, at en rute ikke må krydse sig selv, men tager imod den. En rundtur må gerne krydse.",
        "Se efter, om ruten skal krydse her. Acceptér det, hvis den skal.",
    ),
    _kontrol(
        "rute_oveni", Alvor.ANBEFALING, ("rute",),
        "Ruten går to gange samme vej herfra.",
        "Længden tælles dobbelt.",
        "Slet den ene vej, hvis man kun går der én gang.",
    ),
    _kontrol(
        "gentagne_punkter", Alvor.ANBEFALING, ALLE,
        "Det samme punkt står {gange} gange efter hinanden.",
        "Gentagne punkter forstyrrer, når man retter tegningen.",
        "Fjern de gentagne punkter.",
        GENTAGET_M,
        rettelse=Rettelse.FJERN_GENTAGNE_PUNKTER,
    ),
    _kontrol(
        "spids", Alvor.ADVARSEL, (*FLADER, *LINJER),
        "Der er en spids på {meter} m.",
        "En spids er næsten altid et fejlklik. Den gør ruten for lang og ser forkert ud på kortet.",
        "Fjern punktet.",
        SPIDS_GRADER, SPIDS_M,
        rettelse=Rettelse.FJERN_SPIDSER,
    ),
    _kontrol(
        "uden_udstraekning", Alvor.FEJL, (*FLADER, *LINJER),
        "En del af tegningen har ingen længde eller intet areal.",
        "Den kan ikke ses på kortet, og GeoFA tager den ikke.",
        "Tegn den igen, eller slet den.",
        rettelse=Rettelse.FJERN_TOMME_DELE,
    ),
    _kontrol(
        "for_kort", Alvor.ADVARSEL, LINJER,
        "Linjen er kun {meter} m lang.",
        "GeoFA tager kun ruter på mindst 1 m.",
        "Tegn resten af linjen, eller slet den.",
        LINJE_M,
    ),
    _kontrol(
        "for_lille", Alvor.ADVARSEL, FLADER,
        "Fladen er kun {areal} m².",
        "GeoFA tager kun flader på mindst 10 m².",
        "Tegn den som et punkt, eller tegn hele fladen.",
        FLADE_M2,
    ),
    _kontrol(
        "flere_dele", Alvor.ANBEFALING, ("facilitet_punkt", "facilitet_flade"),
        "Tegningen har {dele} dele.",
        "Hver del bør være sit eget objekt, så den kan have sin egen tilstand og sit eget billede.",
        "Del objektet i flere.",
    ),
    _kontrol(
        "mange_punkter", Alvor.ANBEFALING, (*FLADER, *LINJER),
        "Tegningen har {antal} punkter.",
        "Kortet bliver langsomt for alle, der åbner det.",
        "Forenkl tegningen med Forenkl objekt på 0,5 m.",
        MANGE_PUNKTER,
    ),
)  # fmt: skip
