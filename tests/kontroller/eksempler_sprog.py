# SPDX-License-Identifier: GPL-2.0-or-later
"""The checks of language by example."""

from __future__ import annotations

from typing import Any

from .eksempel import M1, Eksempel, Raekker
from .eksempler_felter import moedested

_LANG = (
    "Arrangementsdeltagerne opfordres til forudgående tilmelding via kommunens selvbetjeningsløsning, hvorefter "
    "deltagelsesbekræftelsen fremsendes elektronisk, og eventuelle tilgængelighedsmæssige hensyn registreres af "
    "frivilligkoordinatoren, således at personalebemanding, kørselsordning og lokaleindretning kan tilpasses "
    "deltagersammensætningen umiddelbart forinden arrangementets påbegyndelse hver eneste uge og måned og hele året rundt i kommunen."
)
_KORT = (
    "Kom forbi. Der er kaffe på kanden. Vi spiller kort og ser ud over vandet. Alle er velkomne. "
    * 3
)
_SAMME = "Bænken står ved stien og har ryglæn og armlæn."


def _beskrivelse(kode: str, forkert: str, rigtig: str) -> Eksempel:
    return moedested(kode, {"lang_beskr": forkert}, {"lang_beskr": rigtig})


def _foto(alt: str) -> Raekker:
    return {
        "moedested": [{"moedested_id": M1}],
        "foto": [{"objekt_lag": "moedested", "objekt_id": M1, "sti": "a.jpg", "alt_tekst": alt}],
    }


def _baenke(antal: int) -> dict[str, Any]:
    return {"facilitet_punkt": [{"lang_beskr": _SAMME}] * antal}


EKSEMPLER: tuple[Eksempel, ...] = (
    _beskrivelse("sprog.tom_frase", "Et sted i hjertet af byen.", "Et sted ved torvet."),
    moedested("sprog.for_langt_til_kortet", {"beskrivels": "Kaffe og kage. " * 13}, {"beskrivels": "Kaffe og kage."}),
    moedested("sprog.for_langt_til_kortet", {"navn": "Kaffe og kage og kort " * 3}, {"navn": "Kaffe og kort"}),
    _beskrivelse("sprog.ord_der_stempler", "For ensomme ældre.", "For ældre, der har lyst til selskab."),
    moedested("sprog.versaler", {"navn": "KAFFE PÅ TORVET"}, {"navn": "Kaffe på torvet"}),
    _beskrivelse("sprog.tegn", "Kaffe ,kage og  kort", "Kaffe, kage og kort fra kl. 10.30 til 12.00, se www.a.dk"),
    _beskrivelse("sprog.tegn", "Vi mødes ved broen. Husk støvler", "Vi mødes ved broen. Husk støvler."),
    _beskrivelse("sprog.html", "<p>Kaffe &amp; kage</p>", "Kaffe & kage, højst 3 < 5"),
    _beskrivelse("sprog.forlaest", "BÃ¦nken ved Ã¸en", "Bænken ved øen"),
    _beskrivelse("sprog.proevetekst", "Lorem ipsum dolor", "Testamente er noget andet"),
    moedested("sprog.proevetekst", {"navn": "Test"}, {"navn": "Teatergruppen"}),
    moedested("sprog.afkortet", {"adgangsvej": "ord " * 124 + "slut"}, {"adgangsvej": "ord " * 124 + "slu."}),
    Eksempel("sprog.gentaget", _baenke(5), _baenke(4)),
    Eksempel("sprog.alt_tekst", _foto("IMG_0012.jpg"), _foto("To borde under et æbletræ")),
    Eksempel("sprog.alt_tekst", _foto("Billede af et bord"), _foto("Et billede hænger på væggen over bordet")),
    moedested("sprog.engelsk_mangler", {"beskriv_d": "Kaffee am Markt"}, {"beskriv_d": "Kaffee", "beskriv_uk": "Coffee"}),
    moedested("sprog.tysk_mangler", {"beskriv_uk": "Coffee"}, {"beskriv_d": "Kaffee", "beskriv_uk": "Coffee"}),
    moedested(
        "sprog.ikke_oversat",
        {"beskrivels": "Kaffe og kage på det gamle torv", "beskriv_uk": "Kaffe og kage på det gamle torv"},
        {"beskrivels": "Kaffe og kage på det gamle torv", "beskriv_uk": "Coffee and cake in the old square"},
    ),
    _beskrivelse("sprog.svaer_tekst", _LANG, _KORT.strip()),
    _beskrivelse("sprog.lang_saetning", _LANG, _KORT.strip()),
)  # fmt: skip
