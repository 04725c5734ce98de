# SPDX-License-Identifier: GPL-2.0-or-later
"""The moedested (meeting place) itself and what belongs to it: links, equipment, partners, visits.

A *moedested* is a purpose that ties places together; it does not own them.
"""

from __future__ import annotations

from .betingelse import (
    Alle,
    Enten,
    Ikke,
    IkkeFoer,
    Indeholder,
    Laengde,
    Mellem,
    NetopEn,
    Tom,
    tom_eller,
    udfyldt,
)
from .felt import Fane, Felt, Henvisning, Krav, Offentlig, Standard, Tabel, Type, VedSletning
from .genbrug import (
    INTERN_NOTE,
    STEMPLER,
    O,
    adresse,
    er,
    felt,
    kode,
    koder,
    noegle,
    tekst,
    uuid,
)

# form_k
FYSISK, DIGITALT, VIDEN, BEGGE = 1, 2, 3, 4
# livscyklus_k
IDE, UNDER_ETABLERING, AKTIV, PAUSE, OPLOEST = 1, 2, 3, 4, 5
# rolle_k
SELVE_STEDET, FACILITET, RUTE, ADGANGSVEJ = 1, 2, 3, 4
# udstyr.type_k, udstyr_status_k
MARKOER, KIT = 1, 2
OPSAT, KASSERET = 4, 6

ER_FYSISK = er("form_k", FYSISK, BEGGE)
ER_DIGITAL = er("form_k", DIGITALT, BEGGE)
ER_AKTIV = er("livscyklus_k", AKTIV)
AKTIV_OG_FYSISK = Alle((ER_AKTIV, ER_FYSISK))
DIGITAL_UDEN_TELEFON = Alle((ER_DIGITAL, Tom("telefon")))

MOEDESTED = Tabel(
    navn="moedested",
    titel="Mødesteder",
    beskrivelse="Et formål, der binder steder sammen. Det opstår og opløses; bænken bliver stående.",
    noegle="moedested_id",
    geometri="Point",
    felter=(
        noegle("moedested_id", "Mødested-id"),
        tekst("navn", 254, "Navn", "Det navn, folk bruger.", obligatorisk=True, off=O,
              krav=Laengde("navn", 3, 254), krav_tekst="Navn skal være på mindst 3 tegn."),
        kode("form_k", "moedested_form", "Form",
             'Fysisk sted, digitalt fællesskab, begge dele, eller viden i spil (handleplanens "mentale" mødested).',
             obligatorisk=True, standard=FYSISK, off=O),
        kode("livscyklus_k", "livscyklus", "Livscyklus",
             "Et mødested opstår og opløses, når formålet er opfyldt.", obligatorisk=True, standard=IDE,
             off=O | Offentlig.FILTER),
        felt("gyldig_fra", Type.DATO, "Aktivt fra", "Den dag mødestedet begynder.", kraevet_naar=ER_AKTIV, off=O,
             vis_naar=Ikke(er("livscyklus_k", IDE))),
        felt("gyldig_til", Type.DATO, "Opløst den", "Udfyldes, når formålet er opfyldt.",
             kraevet_naar=er("livscyklus_k", OPLOEST), off=O, vis_naar=er("livscyklus_k", OPLOEST)),
        koder("formaal_k", "formaal", "Formål", "Hvorfor mødes man? Vælg gerne flere.", obligatorisk=True, off=O),
        tekst("beskrivels", 254, "Kort beskrivelse", "Vises i kortets boble.", kraevet_naar=ER_AKTIV, off=O),
        tekst("sted", 254, "Adresse eller stedsangivelse",
              "Fysisk: adresse eller stedsangivelse. Digitalt: platform. Viden i spil: hvem viden findes hos "
              "(funktion).", kraevet_naar=ER_AKTIV, off=O),
        adresse("link", 1024, "Hjemmeside", "Også adressen på et digitalt mødested. Begynder med https://.",
                kraevet_naar=DIGITAL_UDEN_TELEFON, off=O),
        uuid("organisation_id", "Ansvarlig",
             "Den forening eller myndighed, der holder mødestedet i live.", kraevet_naar=ER_AKTIV, off=O,
             henviser=Henvisning("organisation", "organisation_id", VedSletning.AFVIS)),

        tekst("formaal", 500, "Formål med egne ord", "Hvad skal mødestedet føre til?", off=O, fane=Fane.FORMAAL,
              kraevet_naar=Enten((er("form_k", VIDEN), Indeholder("formaal_k", (98,))))),
        koder("aktivitetsmulighed_k", "aktivitetstype", "Mulighed for aktiviteter", "Hvad kan man lave her?",
              kraevet_naar=ER_AKTIV, off=O, fane=Fane.FORMAAL),
        koder("maalgruppe_k", "maalgruppe", "Målgruppe", "Hvem er særligt inviteret?", obligatorisk=True,
              standard=(1,), off=O, fane=Fane.FORMAAL),
        felt("alder_fra", Type.HELTAL, "Alder fra", "Fx 65. Tom, når alle aldre er velkomne.", off=O,
             fane=Fane.FORMAAL, krav=tom_eller("alder_fra", Mellem("alder_fra", 0, 120)),
             krav_tekst="Alder fra skal være mellem 0 og 120."),
        felt("alder_til", Type.HELTAL, "Alder til", "Fx 30. Tom, når der ingen øvre grænse er.", off=O,
             fane=Fane.FORMAAL, krav=tom_eller("alder_til", Mellem("alder_til", 0, 120)),
             krav_tekst="Alder til skal være mellem 0 og 120."),

        tekst("lang_beskr", 3000, "Beskrivelse", "Ingen navne på private personer.", off=O, fane=Fane.BESKRIVELSE),
        tekst("foerste_gang", 500, "Første gang", "Hvem tager imod? Kan man blive fulgt eller hentet?", off=O,
              fane=Fane.BESKRIVELSE),
        tekst("navn_uk", 254, "Navn på engelsk", "Tom, når det danske navn bruges.", off=O, fane=Fane.BESKRIVELSE),
        tekst("beskriv_uk", 1000, "Beskrivelse på engelsk", "Vises for engelsksprogede gæster.", off=O,
              fane=Fane.BESKRIVELSE),
        tekst("navn_d", 254, "Navn på tysk", "Tom, når det danske navn bruges.", off=O, fane=Fane.BESKRIVELSE),
        tekst("beskriv_d", 1000, "Beskrivelse på tysk", "Vises for tysksprogede gæster.", off=O,
              fane=Fane.BESKRIVELSE),

        felt("postnr", Type.HELTAL, "Postnr.", "Foreslås af punktet. Kan rettes.", kraevet_naar=AKTIV_OG_FYSISK,
             off=O, fane=Fane.ADGANG, standard=Standard.POSTNR_AF_PUNKTET,
             krav=tom_eller("postnr", Mellem("postnr", 800, 9999)),
             krav_tekst="Postnr. skal være et dansk postnummer, fx 4800."),
        tekst("by", 60, "By", "Foreslås af punktet. Digitale mødesteder kan også høre til en by.",
              kraevet_naar=AKTIV_OG_FYSISK, off=O, fane=Fane.ADGANG, standard=Standard.BY_AF_PUNKTET),
        tekst("lokalomraade", 60, "Lokalområde", "Fx Marielyst eller Østerbro.", kraevet_naar=AKTIV_OG_FYSISK,
              off=O, fane=Fane.ADGANG),
        uuid("adr_id", "Adresse-id (DAR)", "Hentes ved adressesøgning. Kan stå tom.", off=O, fane=Fane.ADGANG),
        kode("adgang_k", "adgang", "Adgang", "Åbent, tilmelding, medlemmer eller efter aftale.", standard=1, off=O,
             fane=Fane.ADGANG),
        tekst("aabningstid", 254, "Åbningstid", 'Fx "Man-fre 9-16. Tirsdage til 21".', off=O, fane=Fane.ADGANG),
        kode("betaling_k", "d_basis_ja_nej", "Betaling", "Koster det noget at være med?", off=O, fane=Fane.ADGANG),
        tekst("pris", 128, "Pris", "Fx 20 kr. for kaffe. Tom = ukendt.", off=O, fane=Fane.ADGANG),
        koder("faciliteter_k", "mst_facilitet", "Faciliteter på stedet",
              "Det, man kan regne med inde og ude. Faciliteter på kortet tilknyttes på fanen Steder.", off=O,
              fane=Fane.ADGANG, vis_naar=ER_FYSISK),
        kode("underlag_k", "underlag", "Underlag", "Det underlag, man møder ved ankomst og ophold.", off=O,
             fane=Fane.ADGANG, vis_naar=ER_FYSISK),
        tekst("adgangsvej", 500, "Adgangsvej",
              "Bus, parkering, sti, indgang. En sti på kortet tilknyttes med rollen Adgangsvej.", off=O,
              fane=Fane.ADGANG, vis_naar=ER_FYSISK),
        kode("handicap_k", "d_basis_handicapegnet", "Tilgængelighed, samlet",
             "Egnet for personer med handicap? Beskriv altid med ord i næste felt.", off=O, fane=Fane.ADGANG),
        tekst("tilgaeng_beskriv", 3000, "Tilgængelighed med ord", "Trin, hældning, toilet, afstand, lyd, lys.",
              off=O, fane=Fane.ADGANG),

        tekst("telefon", 20, "Telefon", "Vigtig for dem, der ikke er på nettet.", off=O, fane=Fane.KONTAKT),
        tekst("kontakt", 128, "Kontakt",
              "Funktionspostkasse eller hovednummer, aldrig en privatperson. Tom = organisationens.", off=O,
              fane=Fane.KONTAKT),

        kode("off_kode", "d_basis_offentlig", "Synlighed", "1 alle, 2 kun kommunen, 3 kun myndigheder.",
             obligatorisk=True, standard=2, off=Offentlig.FILTER, fane=Fane.SYNLIGHED),
        tekst("godkendt_af", 128, "Godkendt af", "Hvem i foreningen eller centret har sagt ja.",
              fane=Fane.SYNLIGHED),
        felt("godkendt_dato", Type.DATO, "Godkendt den", "Den dag, der blev sagt ja.", fane=Fane.SYNLIGHED),
        felt("tjekket_dato", Type.DATO, "Oplysninger tjekket", "Sæt datoen, når oplysningerne er gået efter.", off=O,
             fane=Fane.SYNLIGHED),

        INTERN_NOTE,
        kode("kilde_k", "kilde", "Kilde", "Hvor oplysningen kommer fra.", obligatorisk=True, standard=1,
             fane=Fane.INTERNT),
        tekst("kilde_id", 128, "Kildens id", "Fx Naturlandet-id.", fane=Fane.INTERNT),
        *STEMPLER,
    ),
    krav=(
        Krav("periode", Enten((Tom("gyldig_fra"), Tom("gyldig_til"), IkkeFoer("gyldig_til", "gyldig_fra"))),
             "Opløst den må ikke ligge før Aktivt fra.", "Ret en af de to datoer."),
        Krav("alder", Enten((Tom("alder_fra"), Tom("alder_til"), IkkeFoer("alder_til", "alder_fra"))),
             "Alder til må ikke være mindre end Alder fra.", "Ret en af de to aldre."),
    ),
)  # fmt: skip

STED_FELTER = ("facilitet_punkt_id", "facilitet_flade_id", "rute_id")


def _sted(navn: str, tabel: str, alias: str, hjaelp: str) -> Felt:
    return uuid(
        navn, alias, hjaelp, off=O, henviser=Henvisning(tabel, "objekt_id", VedSletning.AFVIS)
    )


TILKNYTNING = Tabel(
    navn="tilknytning",
    titel="Tilknytninger",
    beskrivelse="Binder et mødested til en facilitet, en bygning eller et område, eller en rute.",
    noegle="tilknytning_id",
    felter=(
        noegle("tilknytning_id", "Tilknytnings-id"),
        uuid("moedested_id", "Mødested", "Det mødested, stedet hører til.", obligatorisk=True, off=O,
             henviser=Henvisning("moedested", "moedested_id", VedSletning.SLET)),
        kode("rolle_k", "rolle", "Rolle", "1 Selve stedet, 2 Facilitet, 3 Rute, 4 Adgangsvej.", obligatorisk=True,
             standard=FACILITET, off=O),
        _sted("facilitet_punkt_id", "facilitet_punkt", "Tilknyttet facilitet", "Søg, eller peg i kortet."),
        _sted("facilitet_flade_id", "facilitet_flade", "Tilknyttet bygning eller område",
              "Søg, eller peg i kortet."),
        _sted("rute_id", "rute", "Tilknyttet rute", "Søg, eller peg i kortet."),
        *STEMPLER,
    ),
    krav=(
        Krav("et_sted", NetopEn(tuple(udfyldt(navn) for navn in STED_FELTER)),
             "En tilknytning skal pege på netop ét sted: en facilitet, en bygning eller et område, eller en rute.",
             "Udfyld ét af de tre felter, og lad de to andre stå tomme."),
    ),
    unikke=tuple(("moedested_id", navn) for navn in STED_FELTER),
    hoejst_en=((("moedested_id",), er("rolle_k", SELVE_STEDET),
                "Et mødested kan kun have én tilknytning med rollen Selve stedet."),),
)  # fmt: skip

UDSTYR = Tabel(
    navn="udstyr",
    titel="Markører og kit",
    beskrivelse="Skilte, markører og mødestedskit med status og økonomi.",
    noegle="udstyr_id",
    geometri="Point",
    felter=(
        noegle("udstyr_id", "Udstyrs-id"),
        tekst("udstyr_nr", 20, "Nummer", "Trykt på skiltet.", off=O),
        kode("type_k", "udstyr_type", "Type", "1 Markør, 2 Mødestedskit.", obligatorisk=True, standard=MARKOER,
             off=O),
        kode("udstyr_status_k", "udstyr_status", "Status", "Hvor langt er det?", obligatorisk=True, standard=1,
             off=O),
        uuid("moedested_id", "Mødested", "Tom, når udstyret er på lager.", off=O,
             henviser=Henvisning("moedested", "moedested_id", VedSletning.NULSTIL)),
        felt("opsat_dato", Type.DATO, "Opsat den", "Den dag, det blev sat op.", off=O,
             kraevet_naar=er("udstyr_status_k", OPSAT)),
        tekst("indhold", 500, "Indhold", "Hvad er der i kittet?", off=O, vis_naar=er("type_k", KIT)),
        kode("finansiering_k", "finansiering", "Finansiering", "Hvem betaler?", fane=Fane.INTERNT),
        felt("pris_kr", Type.TAL, "Pris (kr.)", "Beløb i kroner.", fane=Fane.INTERNT,
             krav=tom_eller("pris_kr", Mellem("pris_kr", 0, 10_000_000)),
             krav_tekst="Pris skal være et beløb mellem 0 og 10 mio. kr."),
        INTERN_NOTE,
        *STEMPLER,
    ),
    unikke=(("udstyr_nr",),),
)  # fmt: skip

MEDVIRKENDE = Tabel(
    navn="medvirkende",
    titel="Medvirkende",
    beskrivelse="Organisationer, der er med: partnere, lokaler, frivillige, støtter.",
    noegle="medvirkende_id",
    felter=(
        noegle("medvirkende_id", "Medvirkende-id"),
        uuid("moedested_id", "Mødested", "Det mødested, de er med i.", obligatorisk=True, off=O,
             henviser=Henvisning("moedested", "moedested_id", VedSletning.SLET)),
        uuid("organisation_id", "Organisation", "Vælg i listen, eller opret en ny.", obligatorisk=True, off=O,
             henviser=Henvisning("organisation", "organisation_id", VedSletning.AFVIS)),
        kode("rolle_k", "medvirkende_rolle", "Rolle", "Samarbejdspartner, lokaler, frivillige eller støtte.",
             obligatorisk=True, standard=1, off=O),
        *STEMPLER,
    ),
    unikke=(("moedested_id", "organisation_id", "rolle_k"),),
)  # fmt: skip

BESOEGSTAL = Tabel(
    navn="besoegstal",
    titel="Besøgstal",
    beskrivelse="Hvor mange kom? Kun internt, og kun som summer i statusrapporten.",
    noegle="besoegstal_id",
    felter=(
        noegle("besoegstal_id", "Besøgstal-id", off=Offentlig.INTERN),
        uuid("moedested_id", "Mødested", "Det mødested, der er talt.", obligatorisk=True,
             henviser=Henvisning("moedested", "moedested_id", VedSletning.SLET)),
        felt("fra", Type.DATO, "Fra", "Første dag i perioden.", obligatorisk=True),
        felt("til", Type.DATO, "Til", "Sidste dag i perioden.", obligatorisk=True),
        felt("antal", Type.HELTAL, "Antal", "Antal besøg i perioden.", obligatorisk=True,
             krav=Mellem("antal", 0, 1_000_000), krav_tekst="Antal skal være mellem 0 og 1.000.000."),
        tekst("metode", 128, "Metode", "Fx talt i døren eller skønnet."),
        tekst("note", 500, "Note", "Skriv ikke navne på personer."),
        *STEMPLER,
    ),
    krav=(
        Krav("periode", IkkeFoer("til", "fra"), "Til må ikke ligge før Fra.", "Ret en af de to datoer."),
    ),
)  # fmt: skip

#: Steps of the life cycle that need no remark. Others are allowed too, with a warning: history must be restorable.
TRIN = frozenset(
    {
        (IDE, UNDER_ETABLERING),
        (UNDER_ETABLERING, AKTIV),
        (AKTIV, PAUSE),
        (PAUSE, AKTIV),
        (PAUSE, OPLOEST),
        (IDE, OPLOEST),
        (UNDER_ETABLERING, OPLOEST),
        (OPLOEST, UNDER_ETABLERING),
    }
)


def er_saedvanligt_trin(fra: int | None, til: int) -> bool:
    """Whether a moedested usually goes from the one stage of life to the other (staying is no step)."""
    return fra is None or fra == til or (fra, til) in TRIN
