# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of web addresses: how they are written, and on demand whether anyone answers."""

from __future__ import annotations

from .kontrol import Graense, Kontrol, Rettelse, beskriv
from .regler import Alvor
from .tekstfelter import TABELLER, adresser

SEKUNDER = Graense("link_sekunder", "Sekunder, før et link er for langsomt", 15, 2, 120, "sekunder")
DAGE_MELLEM_SPOERGSMAAL = Graense("link_dage", "Dage, før der spørges igen", 7, 0, 365, "dage")

_MED = tuple(navn for navn in TABELLER if adresser(navn))

MELLEMRUM = beskriv(
    "links.mellemrum", Alvor.ADVARSEL, _MED, (),
    "{felt} har mellemrum i adressen eller flere adresser i samme felt.",
    "Linket bliver skåret over ved mellemrummet, og siden findes ikke.",
    "Behold én adresse uden mellemrum.",
    rettelse=Rettelse.RENSET_ADRESSE,
)  # fmt: skip
FORLED = beskriv(
    "links.forled", Alvor.ADVARSEL, _MED, (),
    "{felt} begynder forkert: {begynder}",
    "Browseren kan ikke åbne linket.",
    "Adressen skal begynde med https:// én gang.",
    rettelse=Rettelse.FORSLAG_TIL_ADRESSE,
)  # fmt: skip
EKSEMPEL = beskriv(
    "links.eksempel", Alvor.ADVARSEL, _MED, (),
    "Adressen i {felt} er kun et eksempel: {vaert}.",
    "Den er aldrig i brug. Borgeren ender på en tom side.",
    "Skriv den rigtige adresse, eller tøm feltet.",
)  # fmt: skip
INTERN = beskriv(
    "links.intern", Alvor.ADVARSEL, _MED, (),
    "{felt} fører til en side, der kræver login eller kun findes på kommunens eget net.",
    "Borgeren kan ikke åbne siden.",
    "Find den offentlige side, og skriv dens adresse.",
)  # fmt: skip
FIL = beskriv(
    "links.fil", Alvor.ADVARSEL, _MED, (),
    "{felt} er en fil på en computer eller et drev.",
    "Ingen andre kan åbne den, og stien kan røbe et brugernavn.",
    "Læg filen på hjemmesiden, og skriv adressen. Et foto kan også ligge i projektets mappe.",
)  # fmt: skip
SPORING = beskriv(
    "links.sporing", Alvor.ANBEFALING, _MED, (),
    "{felt} har sporing i adressen.",
    "Delen efter ? fortæller en annoncør, hvor borgeren kom fra, og adressen bliver for lang til en QR-kode.",
    "Tryk Ret, så fjernes sporingen. Siden er den samme.",
    rettelse=Rettelse.RENSET_ADRESSE,
)  # fmt: skip
FORKORTET = beskriv(
    "links.forkortet", Alvor.ANBEFALING, _MED, (),
    "{felt} er en forkortet adresse: {vaert}.",
    "Borgeren kan ikke se, hvor den fører hen, og den virker kun, så længe tjenesten gør.",
    "Åbn linket, og skriv den adresse, det ender på.",
)  # fmt: skip
SVARER_IKKE = beskriv(
    "links.svarer_ikke", Alvor.ADVARSEL, _MED, (),
    "{felt} svarer ikke: {svar} ({dato}).",
    "Borgeren ender på en fejlside.",
    "Åbn linket. Er siden flyttet, så skriv den nye adresse; er den væk, så tøm feltet.",
    graenser=(SEKUNDER, DAGE_MELLEM_SPOERGSMAAL), paa_opfordring=True,
)  # fmt: skip
CERTIFIKAT = beskriv(
    "links.certifikat", Alvor.ADVARSEL, _MED, (),
    "{felt}: sidens certifikat er ikke i orden ({dato}).",
    "Borgerens browser advarer om, at siden ikke er sikker.",
    "Sig det til den, der har hjemmesiden.",
    paa_opfordring=True,
)  # fmt: skip
OMDIRIGERET = beskriv(
    "links.omdirigeret", Alvor.ANBEFALING, _MED, (),
    "{felt} fører videre til {ny}.",
    "En dag holder den gamle adresse op med at virke.",
    "Åbn linket. Er det den rigtige side, så skriv den nye adresse.",
    rettelse=Rettelse.FOELG_OMDIRIGERING, paa_opfordring=True,
)  # fmt: skip

KONTROLLER: tuple[Kontrol, ...] = (
    FORLED, MELLEMRUM, FIL, INTERN, EKSEMPEL, SPORING, FORKORTET, SVARER_IKKE, CERTIFIKAT, OMDIRIGERET,
)  # fmt: skip
