# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of language: words that say nothing or hurt, texts too long or too hard, and what was left behind by a program."""

from __future__ import annotations

from .kontrol import Graense, Kontrol, Ordliste, Rettelse, beskriv
from .regler import Alvor
from .tekstfelter import TABELLER, prosa

TEGN_I_NAVN = Graense("tegn_i_navn", "Flest tegn i et navn på kortet", 50, 15, 254, "tegn")
TEGN_I_KORT_TEKST = Graense(
    "tegn_i_kort_tekst", "Flest tegn i en kort beskrivelse", 180, 40, 254, "tegn"
)
HOEJESTE_LIX = Graense("hoejeste_lix", "Højeste lixtal", 45, 20, 80)
ORD_I_SAETNING = Graense("ord_i_saetning", "Flest ord i en sætning", 30, 10, 80, "ord")
GENTAGNE_TEKSTER = Graense(
    "gentagne_tekster", "Rækker, der må have samme beskrivelse", 4, 1, 1000, "rækker"
)

TOMME_FRASER = Ordliste(
    "tomme_fraser",
    "Tomme fraser (skriv evt. = og et forslag)",
    ("i hjertet af", "for enhver smag", "noget for alle", "en perle", "en skjult perle", "helt særlig stemning",
     "unik oplevelse", "unikke oplevelser", "uforglemmelig*", "skønne omgivelser", "naturskønne omgivelser",
     "hyggelige rammer", "gode rammer", "trygge rammer", "oplevelser for livet", "et must", "kom og vær med til at skabe",
     "vi glæder os til at se dig", "og meget mere", "og meget, meget mere", "m.m.m.", "på tværs af generationer",
     "sætter fokus på", "i forhold til = om", "med henblik på = for at", "foretage en = gøre", "såfremt = hvis",
     "endvidere = også", "forefindes = er der", "beliggende = ligger", "benyttes = bruges", "påbegyndes = begynder",
     "rettes henvendelse = spørg", "der henvises til = se"),
)  # fmt: skip
ORD_DER_STEMPLER = Ordliste(
    "ord_der_stempler",
    "Ord, der stempler (skriv = og et forslag)",
    ("ensomme = alle, der har lyst til selskab", "ensomme ældre = ældre, der har lyst til selskab",
     "for de ensomme = for alle, der har lyst til selskab", "udsatte = skriv, hvem der er inviteret",
     "socialt udsatte = skriv, hvem der er inviteret", "ressourcesvag* = skriv, hvem der er inviteret",
     "svage ældre = ældre, der har brug for en hånd", "svagelige = med brug for en hånd", "handicappede = mennesker med handicap",
     "handicappet = med handicap", "invalide* = mennesker med handicap", "kørestolsbundne = kørestolsbrugere",
     "kørestolsbunden = kørestolsbruger", "evnesvag* = med udviklingshandicap", "åndssvag* = med udviklingshandicap",
     "retarderet = med udviklingshandicap", "psykisk syge = mennesker med psykisk sygdom", "sindslidende = mennesker med psykisk sygdom",
     "demente = mennesker med demens", "alkoholiker* = mennesker med alkoholproblemer", "narkoman* = mennesker med misbrug",
     "hjemløse = mennesker i hjemløshed", "bistandsklient* = borgere", "kontanthjælpsmodtager* = borgere",
     "klienter = borgere", "andengenerationsindvandrer* = skriv, hvem der er inviteret", "perker*", "neger*", "sigøjner* = roma",
     "eskimo* = grønlændere", "spasser*", "tosse*", "ghetto* = boligområde", "gamle mennesker = ældre", "de gamle = de ældre",
     "ældrebyrde*", "døvstum* = døve", "fejlernærede", "taberne", "pensionistkrybben"),
)  # fmt: skip
PROEVETEKST = Ordliste(
    "proevetekst",
    "Ord, der viser, at teksten er en prøve",
    ("lorem ipsum", "dolor sit amet", "asdf*", "qwerty*", "xxx*", "todo", "tbd", "test", "test test", "testtekst", "testdata",
     "prøvetekst", "dummy", "blabla*", "bla bla", "indsæt tekst", "skriv tekst her", "tekst mangler", "tekst følger",
     "udfyldes senere", "beskrivelse mangler", "mangler beskrivelse", "beskrivelse kommer", "ny facilitet", "nyt mødested",
     "navn her", "aaa", "kopi af"),
)  # fmt: skip

_PROSA = tuple(navn for navn in TABELLER if prosa(navn))
_KORTE = ("moedested", "facilitet_punkt", "facilitet_flade", "rute", "aktivitet")
_STEDER = ("facilitet_punkt", "facilitet_flade", "rute")
_BESKREVNE = ("moedested", *_STEDER)

TOM_FRASE = beskriv(
    "sprog.tom_frase", Alvor.ANBEFALING, _PROSA, (),
    '{felt}: "{fundet}" siger ikke noget{forslag}.',
    "På et lille kort er der plads til få ord. De skal fortælle, hvad man kan, hvornår og hvordan.",
    "Slet ordene, eller skriv det, de skulle sige.",
    ordlister=(TOMME_FRASER,),
)  # fmt: skip
FOR_LANGT = beskriv(
    "sprog.for_langt_til_kortet", Alvor.ANBEFALING, _KORTE, ("navn", "beskrivels"),
    "{felt} er på {tegn} tegn. På kortet er der plads til {plads}.",
    "Resten bliver skåret af i kortets boble og på skilte.",
    "Forkort teksten, og læg resten i Beskrivelse.",
    graenser=(TEGN_I_NAVN, TEGN_I_KORT_TEKST),
)  # fmt: skip
STEMPLER = beskriv(
    "sprog.ord_der_stempler", Alvor.ADVARSEL, _PROSA, (),
    '{felt}: "{fundet}" kan stemple dem, der er inviteret{forslag}.',
    "Den, der læser sig selv omtalt som et problem, kommer ikke.",
    "Skriv, hvem der er velkommen, og hvad man laver sammen.",
    ordlister=(ORD_DER_STEMPLER,),
)  # fmt: skip
VERSALER = beskriv(
    "sprog.versaler", Alvor.ANBEFALING, _PROSA, (),
    "{felt} er skrevet med store bogstaver.",
    "STORE BOGSTAVER er svære at læse, og en skærmlæser staver dem.",
    "Skriv med små bogstaver.",
)  # fmt: skip
TEGN = beskriv(
    "sprog.tegn", Alvor.ANBEFALING, _PROSA, (),
    "{felt}: mellemrum eller tegn er ikke på plads.",
    "Teksten ser sjusket ud på skilte og i udskrifter.",
    "Tryk Ret, så ryddes der op.",
    rettelse=Rettelse.SAMME_TEKST_RENSET,
)  # fmt: skip
HTML = beskriv(
    "sprog.html", Alvor.ADVARSEL, _PROSA, (),
    "{felt} indeholder HTML-koder.",
    "Borgeren ser koderne i stedet for en pæn tekst.",
    "Tryk Ret, så fjernes koderne og ikke ordene.",
    rettelse=Rettelse.SAMME_TEKST_RENSET,
)  # fmt: skip
FORLAEST = beskriv(
    "sprog.forlaest", Alvor.ADVARSEL, _PROSA, (),
    "{felt}: æ, ø og å er læst forkert.",
    "Filen er læst med et forkert tegnsæt, og ordene kan ikke læses.",
    "Tryk Ret. Er der mange, så hent filen igen med det rigtige tegnsæt.",
    rettelse=Rettelse.SAMME_TEKST_RENSET,
)  # fmt: skip
PROEVE = beskriv(
    "sprog.proevetekst", Alvor.ADVARSEL, _PROSA, (),
    '{felt}: "{fundet}" ligner en prøvetekst.',
    "En prøve, der bliver glemt, står på kortet for alle.",
    "Skriv den rigtige tekst, eller tøm feltet.",
    ordlister=(PROEVETEKST,),
)  # fmt: skip
AFKORTET = beskriv(
    "sprog.afkortet", Alvor.ADVARSEL, _PROSA, (),
    "{felt} ser ud til at være skåret af.",
    "Feltet er fyldt til sidste tegn og slutter midt i en sætning.",
    "Skriv slutningen, eller forkort teksten.",
)  # fmt: skip
GENTAGET = beskriv(
    "sprog.gentaget", Alvor.ANBEFALING, _BESKREVNE, ("lang_beskr",),
    "Samme {felt} står i {antal} rækker.",
    "Den samme tekst alle vegne fortæller ikke, hvad der er her.",
    "Skriv, hvad der er særligt for stedet, eller slet teksten.",
    graenser=(GENTAGNE_TEKSTER,),
)  # fmt: skip
ALT_TEKST = beskriv(
    "sprog.alt_tekst", Alvor.ANBEFALING, ("foto",), ("alt_tekst",),
    "Alternativ tekst fortæller ikke, hvad man ser.",
    "Den bliver læst op for dem, der ikke kan se billedet. Et filnavn eller en kopi af billedteksten hjælper dem ikke.",
    "Beskriv billedet, som du ville gøre i telefonen. Undlad Billede af.",
)  # fmt: skip
ENGELSK_MANGLER = beskriv(
    "sprog.engelsk_mangler", Alvor.ANBEFALING, _BESKREVNE, ("beskriv_uk", "uk_k_beskr"),
    "{felt} mangler, men {andet} er udfyldt.",
    "Gæster, der skifter til engelsk, får en halv oversættelse.",
    "Skriv teksten på engelsk, eller slet den tyske.",
)  # fmt: skip
TYSK_MANGLER = beskriv(
    "sprog.tysk_mangler", Alvor.ANBEFALING, _BESKREVNE, ("beskriv_d", "d_k_beskr"),
    "{felt} mangler, men {andet} er udfyldt.",
    "Gæster, der skifter til tysk, får en halv oversættelse.",
    "Skriv teksten på tysk, eller slet den engelske.",
)  # fmt: skip
IKKE_OVERSAT = beskriv(
    "sprog.ikke_oversat", Alvor.ANBEFALING, _BESKREVNE, ("beskriv_uk", "beskriv_d"),
    "{felt} er den samme som teksten i {andet}.",
    "Gæsten har bedt om sit eget sprog og får et andet.",
    "Oversæt teksten, eller tøm feltet.",
)  # fmt: skip
SVAER = beskriv(
    "sprog.svaer_tekst", Alvor.ANBEFALING, _PROSA, (),
    "{felt} er svær at læse: lixtal {lix}.",
    "Mange ord er lange, eller sætningerne er det. En god tekst for alle har et lixtal under 35.",
    "Del sætningerne, og vælg korte ord.",
    graenser=(HOEJESTE_LIX,),
)  # fmt: skip
LANG_SAETNING = beskriv(
    "sprog.lang_saetning", Alvor.ANBEFALING, _PROSA, (),
    "{felt} har en sætning på {ord} ord.",
    "Den, der læser langsomt eller hører teksten læst op, taber tråden.",
    "Del sætningen i to.",
    graenser=(ORD_I_SAETNING,),
)  # fmt: skip

KONTROLLER: tuple[Kontrol, ...] = (
    STEMPLER, PROEVE, HTML, FORLAEST, AFKORTET, TOM_FRASE, FOR_LANGT, VERSALER, TEGN, GENTAGET, ALT_TEKST,
    ENGELSK_MANGLER, TYSK_MANGLER, IKKE_OVERSAT, SVAER, LANG_SAETNING,
)  # fmt: skip
