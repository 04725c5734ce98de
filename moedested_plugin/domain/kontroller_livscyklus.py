# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of a life: begun too early, over but still shown, closed for longer than said, a step that nobody takes."""

from __future__ import annotations

from .betingelse import Alle, Enten, Ikke, hvis, udfyldt
from .genbrug import er
from .kontrol import Graense, Kontrol, Rettelse, beskriv
from .kontroller_felter import FACILITETER, STEDER
from .moedesteder import IDE
from .offentlig import STED_OFFENTLIGT, SYNLIG_FOR_ALLE
from .regler import Alvor

# tilstand_k
DEFEKT, FARLIG = 3, 4

KONTROLLER: tuple[Kontrol, ...] = (
    beskriv(
        "livscyklus.aktiv_uden_tid", Alvor.ADVARSEL, ("moedested",), ("aabningstid", "livscyklus_k"),
        "Mødestedet er aktivt, men har hverken Åbningstid eller en kommende aktivitet.",
        "Borgeren kan ikke se, hvornår der er nogen.",
        "Udfyld Åbningstid, eller opret en aktivitet.",
    ),
    beskriv(
        "livscyklus.aktiv_foer_start", Alvor.ADVARSEL, ("moedested",), ("gyldig_fra", "livscyklus_k"),
        "Mødestedet er aktivt, men Aktivt fra ligger i fremtiden.",
        "Borgeren møder op til en lukket dør.",
        "Ret Aktivt fra, eller sæt Livscyklus til Under etablering.",
    ),
    beskriv(
        "livscyklus.aktiv_efter_slut", Alvor.ADVARSEL, ("moedested",), ("gyldig_til", "livscyklus_k"),
        "Opløst den er passeret, men mødestedet er ikke opløst.",
        "Borgeren møder op til noget, der ikke er mere.",
        "Sæt Livscyklus til Opløst, eller slet Opløst den.",
    ),
    beskriv(
        "livscyklus.etablering_trukket_ud", Alvor.ANBEFALING, ("moedested",), ("gyldig_fra", "livscyklus_k"),
        "Mødestedet er under etablering, men Aktivt fra er passeret for mere end {dage} dage siden.",
        "Et mødested, der aldrig begynder, skal enten hjælpes på vej eller opgives.",
        "Sæt Livscyklus til Aktiv, eller ret Aktivt fra.",
        graenser=(Graense("dage_under_etablering", "Dage efter Aktivt fra, før der mindes om det", 90, 7, 730, "dage"),),
    ),
    beskriv(
        "livscyklus.ide_vises_ikke", Alvor.ANBEFALING, ("moedested",), ("off_kode", "livscyklus_k"),
        "Synlighed er Synlig for alle, men en idé kommer ikke på kortet.",
        "Den, der satte Synlighed, tror, at stedet kan ses.",
        "Sæt Livscyklus til Under etablering, når I går i gang.",
        krav=Ikke(Alle((SYNLIG_FOR_ALLE, er("livscyklus_k", IDE)))),
    ),
    beskriv(
        "livscyklus.usaedvanligt_skift", Alvor.ADVARSEL, ("moedested",), ("livscyklus_k",),
        "Livscyklus er gået fra {fra} til {til}. Det er et usædvanligt skift.",
        "Et spring er oftest en fejl i listen, fx Opløst i stedet for På pause.",
        "Se historikken, og ret Livscyklus, hvis det var en fejl.",
    ),
    beskriv(
        "livscyklus.oploest_med_aktiviteter", Alvor.ADVARSEL, ("aktivitet",), ("dato_fra", "aflyst"),
        "Aktiviteten ligger i fremtiden, men mødestedet {navn} er opløst.",
        "Aktiviteten vises ikke, og dem, der har noteret den, får intet at vide.",
        "Aflys aktiviteten, eller flyt den til et andet mødested.",
        rettelse=Rettelse.AFLYS,
    ),
    beskriv(
        "livscyklus.aktivitet_overstaaet", Alvor.ANBEFALING, ("aktivitet",), ("dato_til", "dato_fra"),
        "Aktiviteten er overstået for mere end {dage} dage siden.",
        "Gamle aktiviteter skjuler, at årshjulet er tomt.",
        "Sæt nye datoer, eller slet aktiviteten.",
        graenser=(Graense("dage_efter_aktivitet", "Dage efter en aktivitet, før der mindes om den", 30, 0, 730, "dage"),),
    ),
    beskriv(
        "livscyklus.aktivitet_uden_aktivt_sted", Alvor.ANBEFALING, ("aktivitet",), ("moedested_id",),
        "Aktiviteten er i gang, men mødestedet {navn} er ikke aktivt.",
        "Borgeren ser en aktivitet på et sted, der er på pause.",
        "Aflys aktiviteten, eller sæt mødestedet til Aktiv.",
        rettelse=Rettelse.AFLYS,
    ),
    beskriv(
        "livscyklus.lukning_overstaaet", Alvor.ADVARSEL, STEDER, ("lukket_til", "lukket_fra"),
        "Midlertidigt lukket til er passeret.",
        "Er der åbent igen, kan borgeren ikke se det.",
        "Slet datoerne, hvis der er åbent, eller sæt en ny dato.",
    ),
    beskriv(
        "livscyklus.lukket_laenge", Alvor.ANBEFALING, STEDER, ("lukket_fra", "lukket_til"),
        "Midlertidigt lukket fra er mere end {dage} dage siden, og ingen slutdato er sat.",
        "Midlertidigt er blevet til varigt.",
        "Sæt Midlertidigt lukket til, eller sæt Status til Ikke gældende.",
        graenser=(Graense("dage_lukket", "Dage, noget kan være midlertidigt lukket", 180, 14, 3650, "dage"),),
    ),
    beskriv(
        "livscyklus.farlig_aaben", Alvor.FEJL, STEDER, ("tilstand_k", "lukket_fra"),
        "Tilstand er Farlig, spærres, men stedet vises som åbent.",
        "En borger kan komme til skade.",
        "Udfyld Midlertidigt lukket fra og Årsag til lukning, eller sæt Status til Ikke gældende.",
        krav=hvis(Alle((er("tilstand_k", FARLIG), STED_OFFENTLIGT)), udfyldt("lukket_fra")),
    ),
    beskriv(
        "livscyklus.defekt", Alvor.ANBEFALING, FACILITETER, ("tilstand_k",),
        "Tilstand er Defekt.",
        "Den, der har regnet med et toilet eller en bænk, er strandet.",
        "Få det lavet, eller udfyld Midlertidigt lukket fra.",
        krav=hvis(Alle((er("tilstand_k", DEFEKT), STED_OFFENTLIGT)), Enten((udfyldt("lukket_fra"), udfyldt("note")))),
    ),
)  # fmt: skip
