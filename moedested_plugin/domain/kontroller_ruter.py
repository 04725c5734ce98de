# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be wrong with a route as something to walk: gaps, ends, surfaces, length, benches, and the way to a moedested."""

from __future__ import annotations

from .betingelse import GEOMETRI
from .kontrol import Graense, Kontrol, Rettelse, beskriv
from .regler import Alvor

#: Closer than this, two ends are one point.
SAMME_PUNKT_M = 0.1

FORBIND_M = Graense(
    "forbind_m", "Et hul i en rute kan lukkes af sig selv, når det er under", 5.0, 0.1, 100.0, "m"
)
NAESTEN_M = Graense(
    "naesten_m", "En rutes ende når næsten en anden rutes ende inden for", 5.0, 0.1, 100.0, "m"
)
RUNDTUR_M = Graense(
    "rundtur_m", "En rundtur ender, hvor den begynder, inden for", 25.0, 0.1, 500.0, "m"
)
PAA_RUTEN_M = Graense(
    "paa_ruten_m", "Et mødested på en rute ligger højst så langt fra den", 200.0, 1.0, 5000.0, "m"
)
ADGANG_M = Graense("adgang_m", "En adgangsvej når mødestedet inden for", 25.0, 1.0, 1000.0, "m")
DAEKKER_PCT = Graense(
    "daekker_pct", "Underlaget skal være beskrevet på mindst", 95.0, 1.0, 100.0, "%"
)
METER_M = Graense("meter_m", "Fra og til må være forkerte med højst", 1.0, 0.1, 100.0, "m")
FRA_RUTEN_M = Graense(
    "fra_ruten_m", "En strækning ligger højst så langt fra sin rute", 1.0, 0.1, 100.0, "m"
)
LAENGDE_PCT = Graense("laengde_pct", "Længden må være forkert med højst", 2.0, 0.1, 50.0, "%")
BAENK_M = Graense(
    "baenk_m", "Længste strækning uden en bænk på en vandrerute", 1000.0, 50.0, 20_000.0, "m"
)
BAENK_VED_M = Graense("baenk_ved_m", "En bænk står ved ruten inden for", 30.0, 1.0, 500.0, "m")


def _kontrol(
    kode: str, alvor: Alvor, tabel: str, felter: tuple[str, ...], besked: str, hvorfor: str, raad: str, *graenser: Graense,
    rettelse: Rettelse | None = None,
) -> Kontrol:  # fmt: skip
    # The finding is on the first table; a change in the others may bring it about.
    tabeller = {
        "straekning": ("straekning", "rute"),
        "moedested": ("moedested", "rute", "tilknytning"),
    }
    return beskriv(
        f"ruter.{kode}", alvor, tabeller.get(tabel, (tabel,)), felter, besked, hvorfor, raad,
        rettelse=rettelse, graenser=graenser,
    )  # fmt: skip


KONTROLLER: tuple[Kontrol, ...] = (
    _kontrol(
        "hul", Alvor.ADVARSEL, "rute", (GEOMETRI,),
        "Der er et hul på {meter} m i ruten her.",
        "Borgerne ved ikke, hvor de skal gå videre, og længden bliver forkert.",
        "Tegn det, der mangler. Acceptér det, hvis ruten virkelig er afbrudt, fx af en færge.",
        FORBIND_M, rettelse=Rettelse.FORBIND_DELE,
    ),
    _kontrol(
        "naesten_forbundet", Alvor.ANBEFALING, "rute", (GEOMETRI,),
        "Ruten ender {meter} m fra enden af {anden}.",
        "På kortet ser det ud, som om man ikke kan fortsætte.",
        "Træk enden hen til den anden rute med fangst slået til.",
        NAESTEN_M,
    ),
    _kontrol(
        "rundtur_aaben", Alvor.ADVARSEL, "rute", ("rundtur", GEOMETRI),
        "Rundtur er ja, men ruten ender {meter} m fra, hvor den begynder.",
        "Borgerne regner med at komme tilbage til bilen eller bussen.",
        "Tegn resten af ruten, eller ret Rundtur til nej.",
        RUNDTUR_M,
    ),
    _kontrol(
        "rundtur_naesten", Alvor.ANBEFALING, "rute", (GEOMETRI, "rundtur"),
        "Rundturen mangler {meter} m i at nå sin begyndelse.",
        "En lukket linje gør det let at lægge ruten sammen med andre.",
        "Luk rundturen, eller træk enden hen til begyndelsen.",
        RUNDTUR_M, FORBIND_M, rettelse=Rettelse.LUK_RUNDTUR,
    ),
    _kontrol(
        "rundtur_nej", Alvor.ANBEFALING, "rute", ("rundtur", GEOMETRI),
        "Rundtur er nej, men ruten ender, hvor den begynder.",
        "Borgerne leder efter rundture i kortet.",
        "Ret Rundtur til ja.",
    ),
    _kontrol(
        "laengde", Alvor.ADVARSEL, "rute", ("laengde", GEOMETRI),
        "Længde (km) er {gemt}, men linjen er {maalt} km.",
        "Den, der går dårligt, vælger rute efter længden.",
        "Beregn længden igen, eller tegn det, der mangler af ruten.",
        LAENGDE_PCT, rettelse=Rettelse.BEREGN_LAENGDE,
    ),
    _kontrol(
        "langt_til_baenk", Alvor.ANBEFALING, "rute", (GEOMETRI,),
        "Der er {meter} m uden en bænk, regnet herfra.",
        "Mange ældre tør kun gå en tur, hvor de kan hvile sig.",
        "Sæt en bænk op, eller skriv i Vær opmærksom på, at der er langt mellem bænkene.",
        BAENK_M, BAENK_VED_M,
    ),
    _kontrol(
        "underlag_daekker_ikke", Alvor.ANBEFALING, "rute", (GEOMETRI,),
        "Underlaget er kun beskrevet på {pct} % af ruten.",
        "Den, der går dårligt eller kører i kørestol, må vide, hvad der er på resten.",
        "Tegn underlaget på det, der mangler.",
        DAEKKER_PCT,
    ),
    _kontrol(
        "underlag_overlapper", Alvor.ADVARSEL, "straekning", (GEOMETRI, "fra_m", "til_m"),
        "To strækninger ligger oven i hinanden på {meter} m.",
        "Så siger kortet to forskellige ting om det samme stykke.",
        "Afkort den ene strækning.",
        METER_M,
    ),
    _kontrol(
        "straekning_over_hul", Alvor.ADVARSEL, "straekning", (GEOMETRI,),
        "Strækningen går hen over et hul i ruten.",
        "Underlaget siges at være der, hvor der ingen rute er.",
        "Del strækningen i to, eller luk hullet i ruten.",
        METER_M,
    ),
    _kontrol(
        "straekning_fra_ruten", Alvor.ADVARSEL, "straekning", (GEOMETRI, "rute_id"),
        "Strækningen ligger her {meter} m fra sin rute.",
        "Underlaget vises ved siden af ruten. Det sker, når ruten er rettet og strækningen ikke.",
        "Tegn strækningen igen langs ruten.",
        FRA_RUTEN_M,
    ),
    _kontrol(
        "meter_passer_ikke", Alvor.ADVARSEL, "straekning", ("fra_m", "til_m", GEOMETRI),
        "Fra (m) og Til (m) er {gemt}, men strækningen går fra {maalt}.",
        "Andele af underlag og det dårligste stykke regnes af Fra (m) og Til (m).",
        "Beregn meter langs ruten igen.",
        METER_M, rettelse=Rettelse.BEREGN_METER,
    ),
    _kontrol(
        "moedested_langt_fra", Alvor.ADVARSEL, "moedested", (GEOMETRI,),
        "Mødestedet er knyttet til ruten {anden}, men ligger {meter} m fra den.",
        "Den, der følger ruten, finder ikke mødestedet.",
        "Ret punktet, eller fjern tilknytningen til ruten.",
        PAA_RUTEN_M,
    ),
    _kontrol(
        "adgangsvej_naar_ikke", Alvor.ADVARSEL, "moedested", (GEOMETRI,),
        "Adgangsvejen {anden} slutter {meter} m fra mødestedet.",
        "Den, der ikke kan gå langt, kommer ikke frem.",
        "Tegn adgangsvejen helt hen til mødestedet, eller vælg en anden rolle.",
        ADGANG_M,
    ),
)  # fmt: skip
