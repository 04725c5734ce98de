# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of privacy: what must never leave the municipality, and what someone should think about first."""

from __future__ import annotations

from .kontrol import Gruppe, Kontrol, Ordliste
from .regler import Alvor
from .tekstfelter import TABELLER, offentlige

PRIVATE_POSTKASSER = Ordliste(
    "private_postkasser",
    "Private mailudbydere",
    ("adslhome.dk", "aol.com", "city.dk", "cybercity.dk", "dbmail.dk", "dlgtele.dk", "email.dk", "energimail.dk",
     "fastmail.com", "fibermail.dk", "freenet.de", "get2net.dk", "gmail.com", "gmx.com", "gmx.de", "gmx.net",
     "googlemail.com", "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.dk", "hotmail.no", "hotmail.se",
     "icloud.com", "interia.pl", "jubii.dk", "jubiimail.dk", "kabelmail.dk", "live.co.uk", "live.com", "live.dk",
     "live.no", "live.se", "mac.com", "mail.com", "mail.dk", "mail.ru", "mail.tele.dk", "me.com", "msn.com",
     "o2.pl", "ofir.dk", "oncable.dk", "onet.pl", "outlook.com", "outlook.de", "outlook.dk", "outlook.se", "pc.dk",
     "pm.me", "post.tele.dk", "post12.tele.dk", "privat.dk", "profibermail.dk", "proton.me", "protonmail.com",
     "sol.dk", "stofanet.dk", "t-online.de", "tdcadsl.dk", "tdcspace.dk", "tiscali.dk", "tuta.com", "tutanota.com",
     "ukr.net", "vip.cybercity.dk", "vip.tele.dk", "waoomail.dk", "web.de", "webspeed.dk", "worldonline.dk",
     "wp.pl", "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.dk", "yahoo.no", "yahoo.se", "ymail.com",
     "youmail.dk", "zoho.com"),
)  # fmt: skip
NAVNE_DER_MAA_STAA = Ordliste(
    "navne_der_maa_staa",
    "Navne, der må stå i teksterne",
    ("H.C. Andersen", "Hans Christian Andersen", "Karen Blixen", "Carl Nielsen", "Niels Bohr", "Kaj Munk",
     "Søren Kierkegaard", "Peter Freuchen", "Knud Rasmussen", "Emil Aarestrup", "Marie Grubbe", "Thorkild Bjørnvig",
     "Jens Jensen", "Poul Henningsen", "Jeppe Aakjær", "Otto Mønsted"),
)  # fmt: skip
ORD_DER_BLIVER_INTERNE = Ordliste(
    "ord_der_bliver_interne",
    "Ord, der ikke må komme ud",
    ("adgangskode*", "alarmkode*", "dørkode*", "fortrolig", "fortroligt", "fortrolige", "hemmelig adresse", "hængelåskode*", "koden er", "koden til",
     "kontonummer", "kun til internt brug", "låsekode*", "må ikke offentliggøres", "navnebeskyttet", "navnebeskyttelse",
     "nøgleboks*", "password*", "personfølsom*", "pinkode*"),
)  # fmt: skip

_MED_TEKST = TABELLER
_OFFENTLIGE = tuple(navn for navn in TABELLER if offentlige(navn))
_STEDER = ("facilitet_punkt", "facilitet_flade", "rute")

CPR = Kontrol(
    "privatliv.cpr", Gruppe.PRIVATLIV, Alvor.FEJL, _MED_TEKST, (),
    "{felt} indeholder et CPR-nummer: {vist}.",
    "Et CPR-nummer er fortroligt. Det må ikke stå i data om steder, heller ikke i interne noter, for de bliver kopieret og delt.",
    "Slet nummeret. Er det allerede sendt ud af kommunen, så sig det til kommunens databeskyttelsesrådgiver.",
    kan_accepteres=False,
)  # fmt: skip
CPR_MAASKE = Kontrol(
    "privatliv.cpr_maaske", Gruppe.PRIVATLIV, Alvor.ADVARSEL, _MED_TEKST, (),
    "{felt} indeholder et tal, der kan være et CPR-nummer: {vist}.",
    "Tallet begynder med en dato og er lige så langt som et CPR-nummer. Det kan også være et sagsnummer, et P-nummer eller en dato med klokkeslæt.",
    "Slet tallet, hvis det er et CPR-nummer. Ellers: skriv det på en anden måde, eller acceptér fundet.",
)  # fmt: skip
FOTO_SAMTYKKE = Kontrol(
    "privatliv.foto_samtykke", Gruppe.PRIVATLIV, Alvor.FEJL, ("foto",), ("samtykke_k", "sti"),
    "Billedet ligger på nettet og hører til et synligt sted, men der er ikke samtykke til at vise det.",
    "Et menneske, der kan kendes på et billede, skal have sagt ja, før andre kan se det.",
    "Indhent samtykke, og ret Personer på billedet. Eller fjern billedet.",
    kan_accepteres=False,
)  # fmt: skip
FOTO_ADRESSE_SAMTYKKE = Kontrol(
    "privatliv.foto_adresse_samtykke", Gruppe.PRIVATLIV, Alvor.FEJL, _STEDER, ("foto_link",),
    "{felt} viser et billede, som der ikke er samtykke til at vise.",
    "Feltet bliver vist på kortet og sendt til GeoFA, selv om billedet er holdt tilbage under Fotos.",
    "Tøm feltet, eller indhent samtykke, og ret Personer på billedet under Fotos.",
    kan_accepteres=False,
)  # fmt: skip
PRIVAT_MAIL = Kontrol(
    "privatliv.privat_mail", Gruppe.PRIVATLIV, Alvor.ADVARSEL, _OFFENTLIGE, (),
    "{felt} indeholder en mailadresse hos en privat udbyder: {vist}.",
    "Adressen er ofte en enkelt persons og bliver stående, når personen er holdt op.",
    "Brug foreningens fælles postkasse. Har den kun denne adresse, og er den frivillige indforstået, så acceptér fundet med den begrundelse.",
    ordlister=(PRIVATE_POSTKASSER,),
)  # fmt: skip
TELEFON_I_TEKST = Kontrol(
    "privatliv.telefon_i_tekst", Gruppe.PRIVATLIV, Alvor.ADVARSEL, _OFFENTLIGE, (),
    "{felt} indeholder et telefonnummer: {vist}.",
    "Numre i løbende tekst bliver ikke rettet, når de skifter, og er ofte en frivilligs eget.",
    "Flyt nummeret til Telefon eller Kontakt, eller slet det.",
)  # fmt: skip
PERSONNAVN = Kontrol(
    "privatliv.personnavn", Gruppe.PRIVATLIV, Alvor.ADVARSEL, _OFFENTLIGE, (),
    "{felt} nævner måske en person: {vist}",
    "Private personer skal ikke stå på et offentligt kort uden at have sagt ja, og navnet er forkert, når personen skifter.",
    "Skriv funktionen i stedet, fx formanden. Er det et sted eller en historisk person, så tilføj navnet til Navne, der må stå i teksterne.",
    ordlister=(NAVNE_DER_MAA_STAA,),
)  # fmt: skip
INTERNT_ORD = Kontrol(
    "privatliv.internt_ord", Gruppe.PRIVATLIV, Alvor.ADVARSEL, _OFFENTLIGE, (),
    "{felt} indeholder noget, der skal blive i kommunen: {vist}.",
    "En dørkode eller en fortrolig oplysning på et offentligt kort kan ikke kaldes tilbage.",
    "Flyt oplysningen til Intern note, eller slet den.",
    ordlister=(ORD_DER_BLIVER_INTERNE,),
)  # fmt: skip

KONTROLLER: tuple[Kontrol, ...] = (
    CPR, CPR_MAASKE, FOTO_SAMTYKKE, FOTO_ADRESSE_SAMTYKKE, PRIVAT_MAIL, TELEFON_I_TEKST, PERSONNAVN, INTERNT_ORD,
)  # fmt: skip
