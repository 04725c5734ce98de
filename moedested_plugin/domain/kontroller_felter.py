# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of what one row says: out of date, missing what people ask for, written so that nobody can use it."""

from __future__ import annotations

from .betingelse import Alle, Enten, Ikke, Ligner, Tom, hvis, tom_eller, udfyldt
from .genbrug import er
from .kontrol import Graense, Kontrol, Rettelse, beskriv
from .moedesteder import ER_AKTIV, FACILITET, OPSAT, RUTE
from .regler import Alvor
from .steder import ER_GAELDENDE

STEDER = ("facilitet_punkt", "facilitet_flade", "rute")
FACILITETER = STEDER[:2]

CIFFER = "[0-9]"
_PAR, _FIRE = CIFFER * 2, CIFFER * 4
_NUMRE = (
    CIFFER * 8,
    " ".join((_PAR,) * 4),
    f"{_FIRE} {_FIRE}",
    f"{_PAR} {CIFFER * 3} {CIFFER * 3}",
)
#: A Danish number as people write it, with or without +45; or a short one such as 1813.
TELEFON_MOENSTRE = (
    *_NUMRE,
    *(f"+45 {nummer}" for nummer in _NUMRE),
    *(f"+45{nummer}" for nummer in _NUMRE[:2]),
    *(CIFFER * antal for antal in (3, 4, 5, 6)),
)
#: Not tidy: a blank at either end, or two in a row.
_UTYDELIGE = (" *", "* ", "\t*", "*\t", "\n*", "*\n", "*  *")
#: Short texts that stand on the map; a blank line in a long description is on purpose.
KORTE_TEKSTER = {
    "moedested": ("navn", "beskrivels", "sted", "by", "lokalomraade", "telefon", "kontakt"),
    "facilitet_punkt": ("navn", "beskrivels", "ansvar_org", "kontak_ved"),
    "facilitet_flade": ("navn", "beskrivels", "ansvar_org", "kontak_ved"),
    "rute": ("navn", "beskrivels", "ansvar_org", "kontak_ved", "straekn_nr"),
    "organisation": ("navn", "kontakt_mail", "kontakt_tlf"),
    "aktivitet": ("navn", "sted"),
}

_KOSTER_INTET = (
    "*[Gg]ratis*",
    "*GRATIS*",
    "*[Ii]nge[nt] *",
    "*[Ii]ntet*",
    "0",
    "0 *",
    "0,*",
    "*[Ff]ri *",
)

DAGE_MELLEM_TJEK = Graense(
    "dage_mellem_tjek", "Dage, før oplysninger skal tjekkes igen", 365, 30, 3650, "dage"
)
AAR_MELLEM_TJEK = Graense(
    "aar_mellem_kvalitetstjek", "År, før en facilitet skal kvalitetstjekkes igen", 2, 1, 20, "år"
)

# d_basis_handicapegnet
_EGNET = er("handicap_k", 1, 2, 4)


def _mellemrum(felt: str) -> Ikke:
    return Ikke(Ligner(felt, _UTYDELIGE))


#: Per table; the check has one code for all of them.
MELLEMRUM_KRAV = {
    tabel: {felt: _mellemrum(felt) for felt in felter} for tabel, felter in KORTE_TEKSTER.items()
}

KONTROLLER: tuple[Kontrol, ...] = (
    beskriv(
        "felter.tjekket_gammel", Alvor.ADVARSEL, ("moedested",), ("tjekket_dato", "livscyklus_k"),
        "Oplysninger tjekket: det er mere end {dage} dage siden.",
        "En borger, der kører forgæves efter en gammel åbningstid, kommer ikke igen.",
        "Ring til stedet, ret oplysningerne, og sæt datoen i Oplysninger tjekket.",
        graenser=(DAGE_MELLEM_TJEK,),
    ),
    beskriv(
        "felter.tjekket_mangler", Alvor.ANBEFALING, ("moedested",), ("tjekket_dato", "livscyklus_k"),
        "Oplysninger tjekket er ikke udfyldt.",
        "Uden en dato kan ingen se, om oplysningerne stadig passer.",
        "Gå oplysningerne efter, og sæt datoen.",
        krav=hvis(ER_AKTIV, udfyldt("tjekket_dato")),
    ),
    beskriv(
        "felter.kvalitetstjek_gammelt", Alvor.ANBEFALING, STEDER, ("kvalitetstjekket_k",),
        "Kvalitetstjekket (årstal) er {aar}. Det er for længe siden.",
        "Bænke rådner, og stier gror til. GeoFA viser, hvornår der sidst er set efter.",
        "Se efter på stedet, og vælg det nye årstal.",
        graenser=(AAR_MELLEM_TJEK,),
    ),
    beskriv(
        "felter.telefon_mangler", Alvor.ADVARSEL, ("moedested",), ("telefon", "livscyklus_k"),
        "Telefon er ikke udfyldt på et aktivt mødested.",
        "Mange, der er alene, er ikke på nettet. De skal kunne ringe.",
        "Skriv stedets eller organisationens hovednummer i Telefon, aldrig en privatpersons.",
        krav=hvis(ER_AKTIV, udfyldt("telefon")),
    ),
    beskriv(
        "felter.telefon_form", Alvor.ADVARSEL, ("moedested",), ("telefon",),
        "Telefon ligner ikke et dansk telefonnummer.",
        "Et nummer, der ikke kan ringes op, er værre end intet nummer.",
        "Skriv otte cifre, fx 54 73 10 00.",
        krav=tom_eller("telefon", Ligner("telefon", TELEFON_MOENSTRE)),
    ),
    beskriv(
        "felter.organisation_telefon_form", Alvor.ADVARSEL, ("organisation",), ("kontakt_tlf",),
        "Telefon ligner ikke et dansk telefonnummer.",
        "Nummeret vises ved alle mødesteder, organisationen har ansvar for.",
        "Skriv otte cifre, fx 54 73 10 00.",
        krav=tom_eller("kontakt_tlf", Ligner("kontakt_tlf", TELEFON_MOENSTRE)),
    ),
    beskriv(
        "felter.mail_form", Alvor.ADVARSEL, ("organisation",), ("kontakt_mail",),
        "Mail ligner ikke en mailadresse.",
        "En mail, der ikke når frem, er en borger, der ikke får svar.",
        "Skriv én adresse, fx kontakt@foreningen.dk.",
        krav=tom_eller(
            "kontakt_mail",
            Alle((Ligner("kontakt_mail", ("?*@?*.??*",)), Ikke(Ligner("kontakt_mail", ("*[ ,;]*", "*@*@*"))))),
        ),
    ),
    beskriv(
        "felter.organisation_uden_kontakt", Alvor.ANBEFALING, ("organisation",), ("kontakt_tlf", "kontakt_mail", "link"),
        "Hverken Telefon, Mail eller Hjemmeside er udfyldt.",
        "Borgeren kan ikke komme i kontakt med den, der har ansvaret.",
        "Udfyld mindst ét af felterne Telefon, Mail og Hjemmeside.",
        krav=hvis(er("aktiv", True), Ikke(Alle((Tom("kontakt_tlf"), Tom("kontakt_mail"), Tom("link"))))),
    ),
    beskriv(
        "felter.navn_er_typen", Alvor.ANBEFALING, STEDER, ("navn",),
        "Navn er det samme som typen: {navn}.",
        "Kortet viser typens navn af sig selv. Står det også i Navn, fylder det to gange.",
        "Slet teksten i Navn, eller skriv stedets eget navn.",
    ),
    beskriv(
        "felter.mellemrum", Alvor.ANBEFALING, tuple(KORTE_TEKSTER), ("navn",),
        "{felt} har overflødige mellemrum eller linjeskift.",
        "Søgning og sortering finder ikke navnet, og teksten står skævt på skilte.",
        "Tryk Ret, så ryddes der op.",
        rettelse=Rettelse.SAMME_TEKST_RENSET,
    ),
    beskriv(
        "felter.pris_uden_betaling", Alvor.ANBEFALING, ("moedested",), ("pris", "betaling_k"),
        "Pris er udfyldt, men Betaling siger nej.",
        "Mange bliver væk, hvis de er i tvivl om, hvad det koster.",
        "Ret Betaling, eller slet Pris.",
        krav=hvis(er("betaling_k", 0), Enten((Tom("pris"), Ligner("pris", _KOSTER_INTET)))),
    ),
    beskriv(
        "felter.betaling_uden_pris", Alvor.ANBEFALING, ("moedested",), ("pris", "betaling_k"),
        "Betaling siger ja, men Pris er ikke udfyldt.",
        "Mange bliver væk, hvis de er i tvivl om, hvad det koster.",
        "Skriv prisen, fx 20 kr. for kaffe.",
        krav=hvis(er("betaling_k", 1), udfyldt("pris")),
    ),
    beskriv(
        "felter.booking_uden_link", Alvor.ANBEFALING, FACILITETER, ("bookinglink", "book_k"),
        "Kan bookes siger ja, men Link til booking er ikke udfyldt.",
        "Borgeren ved ikke, hvor stedet bestilles.",
        "Skriv adressen i Link til booking.",
        krav=hvis(er("book_k", 1), udfyldt("bookinglink")),
    ),
    beskriv(
        "felter.saeson_uden_datoer", Alvor.ANBEFALING, STEDER, ("saeson_st", "saeson_sl", "saeson_k"),
        "Sæson siger en del af året, men Sæson fra eller Sæson til er ikke udfyldt.",
        "Borgeren kan ikke se, om der er åbent.",
        "Udfyld både Sæson fra og Sæson til.",
        krav=hvis(er("saeson_k", 2), Enten((Alle((udfyldt("saeson_st"), udfyldt("saeson_sl"))), udfyldt("saeson_bem")))),
    ),
    beskriv(
        "felter.saeson_halv", Alvor.ADVARSEL, STEDER, ("saeson_st", "saeson_sl"),
        "Kun det ene af Sæson fra og Sæson til er udfyldt.",
        "En sæson uden ende kan hverken vises eller sendes til GeoFA.",
        "Udfyld begge, eller lad begge stå tomme.",
        krav=Enten((Alle((Tom("saeson_st"), Tom("saeson_sl"))), Alle((udfyldt("saeson_st"), udfyldt("saeson_sl"))))),
    ),
    beskriv(
        "felter.lukket_uden_fra", Alvor.ADVARSEL, STEDER, ("lukket_fra", "lukket_til"),
        "Midlertidigt lukket til er udfyldt, men ikke Midlertidigt lukket fra.",
        "Uden en begyndelse vises lukningen ikke på kortet.",
        "Udfyld Midlertidigt lukket fra.",
        krav=hvis(udfyldt("lukket_til"), udfyldt("lukket_fra")),
    ),
    beskriv(
        "felter.lukket_uden_aarsag", Alvor.ANBEFALING, STEDER, ("lukket_aarsag", "lukket_fra"),
        "Årsag til lukning er ikke udfyldt.",
        "En grund gør det lettere at finde et andet sted og at komme igen.",
        "Skriv kort, hvorfor der er lukket.",
        krav=hvis(udfyldt("lukket_fra"), udfyldt("lukket_aarsag")),
    ),
    beskriv(
        "felter.egnet_uden_ord", Alvor.ANBEFALING, ("moedested",), ("tilgaeng_beskriv", "handicap_k"),
        "Tilgængelighed, samlet siger egnet, men Tilgængelighed med ord er ikke udfyldt.",
        "Egnet betyder noget forskelligt for den, der går med rollator, og den, der ser dårligt.",
        "Skriv om trin, hældning, toilet og afstand.",
        krav=hvis(_EGNET, udfyldt("tilgaeng_beskriv")),
    ),
    beskriv(
        "felter.rolle_passer", Alvor.ADVARSEL, ("tilknytning",), ("rolle_k", "rute_id"),
        "Rolle passer ikke til det, der er tilknyttet.",
        "En rute, der vises som facilitet, får forkert tegn og ord på kortet.",
        "Vælg Rute eller Adgangsvej for en rute, og Facilitet for en facilitet.",
        krav=Alle((hvis(er("rolle_k", RUTE), udfyldt("rute_id")), hvis(er("rolle_k", FACILITET), Tom("rute_id")))),
    ),
    beskriv(
        "felter.udstyr_dato_uden_status", Alvor.ADVARSEL, ("udstyr",), ("udstyr_status_k", "opsat_dato"),
        "Opsat den er udfyldt, men Status er endnu ikke Opsat.",
        "Skiltet mangler i listen over det, der står ude.",
        "Ret Status, eller slet Opsat den.",
        krav=hvis(udfyldt("opsat_dato"), er("udstyr_status_k", OPSAT, 5, 6)),
    ),
    beskriv(
        "felter.udstyr_dato_i_fremtiden", Alvor.ADVARSEL, ("udstyr",), ("opsat_dato",),
        "Opsat den ligger i fremtiden.",
        "Det, der vises som sat op, skal kunne findes.",
        "Ret datoen, eller sæt Status til Bestilt.",
    ),
    beskriv(
        "felter.udstyr_uden_nummer", Alvor.ANBEFALING, ("udstyr",), ("udstyr_nr", "udstyr_status_k"),
        "Nummer er ikke udfyldt på udstyr, der er sat op.",
        "Nummeret er det, borgeren kan læse op, når noget er galt.",
        "Skriv det nummer, der er trykt på skiltet.",
        krav=hvis(er("udstyr_status_k", OPSAT), udfyldt("udstyr_nr")),
    ),
    beskriv(
        "felter.lille_bredde", Alvor.ANBEFALING, ("straekning",), ("bredde_m",),
        "Bredde (m) er under {bredde_m} m. Det er for smalt til kørestol.",
        "Den, der kører ud ad stien i kørestol, kan ikke vende.",
        "Kontrollér målet. Passer det, så skriv det i rutens Tilgængelighed med ord.",
        graenser=(Graense("bredde_m", "Smalleste bredde til kørestol", 0.9, 0.5, 3, "m"),),
    ),
    beskriv(
        "felter.gaeldende_uden_type_navn", Alvor.ANBEFALING, ("facilitet_flade",), ("navn", "statuskode"),
        "Navn er ikke udfyldt på en bygning eller et område, som kommunen selv har tegnet.",
        "Et område uden navn kan ikke søges frem.",
        "Skriv det navn, folk bruger.",
        krav=hvis(Alle((ER_GAELDENDE, er("kilde_k", 1))), udfyldt("navn")),
    ),
)  # fmt: skip
