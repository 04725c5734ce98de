# SPDX-License-Identifier: GPL-2.0-or-later
"""The *aktivitet*: what happens at a moedested, once or again and again. Together they are the annual wheel."""

from __future__ import annotations

from .betingelse import Enten, ErListe, Ikke, IkkeFoer, Ligner, Tom, tom_eller
from .felt import Fane, Henvisning, Krav, Tabel, Type, VedSletning
from .genbrug import (
    INTERN_NOTE,
    KLOKKEN_MOENSTRE,
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

# gentagelse_k
INGEN, UGENTLIG, HVER_ANDEN_UGE, MAANEDLIG, AARLIG = 1, 2, 3, 4, 5
GENTAGES_PAA_UGEDAGE = er("gentagelse_k", UGENTLIG, HVER_ANDEN_UGE, MAANEDLIG)
GENTAGES = Ikke(er("gentagelse_k", INGEN))

AKTIVITET = Tabel(
    navn="aktivitet",
    titel="Aktiviteter",
    beskrivelse="Det, der sker på et mødested. Tilsammen årshjulet.",
    noegle="aktivitet_id",
    felter=(
        noegle("aktivitet_id", "Aktivitets-id"),
        uuid("moedested_id", "Mødested", "Det mødested, aktiviteten hører til.", obligatorisk=True, off=O,
             henviser=Henvisning("moedested", "moedested_id", VedSletning.SLET)),
        tekst("navn", 254, "Aktivitet", "Det, der står på opslaget.", obligatorisk=True, off=O),
        kode("type_k", "aktivitetstype", "Type", "Hvad laver man?", obligatorisk=True, off=O),
        felt("dato_fra", Type.DATO, "Fra", "Første gang.", obligatorisk=True, off=O),
        felt("dato_til", Type.DATO, "Til", "Sidste gang. Tom: kun denne dag, eller indtil videre ved gentagelse.",
             off=O),
        tekst("klokken", 11, "Tidspunkt", "Fx 14:00-16:00.", off=O,
              krav=tom_eller("klokken", Ligner("klokken", KLOKKEN_MOENSTRE)),
              krav_tekst="Tidspunkt skrives som 14:00-16:00."),
        kode("gentagelse_k", "gentagelse", "Gentagelse", "Ingen, ugentlig, hver anden uge, månedlig, årlig.",
             obligatorisk=True, standard=INGEN, off=O),
        koder("ugedag_k", "ugedag", "Ugedage", "De dage, det sker.", off=O,
              kraevet_naar=GENTAGES_PAA_UGEDAGE, vis_naar=GENTAGES_PAA_UGEDAGE),
        koder("maalgruppe_k", "maalgruppe", "Målgruppe", "Mødestedets målgruppe, hvis intet andet vælges.",
              obligatorisk=True, standard=(1,), off=O),

        tekst("beskrivels", 1000, "Beskrivelse", "Hvad sker der, og hvad skal man have med?", off=O,
              fane=Fane.BESKRIVELSE),
        tekst("sted", 254, "Sted", "Tom = mødestedets. Fx bus eller pop-up.", off=O, fane=Fane.BESKRIVELSE),
        tekst("pris", 128, "Pris", "Tom = ukendt.", off=O, fane=Fane.BESKRIVELSE),
        uuid("organisation_id", "Arrangør", "Tom = mødestedets.", off=O, fane=Fane.BESKRIVELSE,
             henviser=Henvisning("organisation", "organisation_id", VedSletning.AFVIS)),
        adresse("link", 1024, "Arrangementets side", "Fx på Vores Guldborgsund eller KultuNaut.", off=O,
                fane=Fane.BESKRIVELSE),
        adresse("tilmelding_link", 1024, "Tilmelding", "Den side, hvor man melder sig til.", off=O,
                fane=Fane.BESKRIVELSE),
        felt("aflyst", Type.JA_NEJ, "Aflyst", "Aktiviteten vises som aflyst.", obligatorisk=True, standard=False,
             off=O, fane=Fane.BESKRIVELSE),

        koder("uge_i_maaned_k", "uge_i_maaned", "Uge i måneden", "Fx første tirsdag i måneden.", off=O,
              fane=Fane.FORMAAL, vis_naar=er("gentagelse_k", MAANEDLIG)),
        koder("maaned_k", "maaned", "Måneder i årshjulet", "De måneder, hvor det sker. Tom = hele året.", off=O,
              fane=Fane.FORMAAL),
        felt("undtaget", Type.LISTE, "Ikke disse datoer", "Datoer som 2026-12-24, hvor det ikke sker.", off=O,
             fane=Fane.FORMAAL, vis_naar=GENTAGES, krav=tom_eller("undtaget", ErListe("undtaget")),
             krav_tekst="Ikke disse datoer skal være en liste af datoer."),
        felt("ferielukket", Type.JA_NEJ, "Lukket i skoleferier", "Sker ikke i skolernes ferier.", off=O,
             fane=Fane.FORMAAL, vis_naar=GENTAGES),

        INTERN_NOTE,
        kode("kilde_k", "kilde", "Kilde", "Hvor oplysningen kommer fra.", fane=Fane.INTERNT),
        tekst("kilde_id", 128, "Kildens id", "Id i arrangementskalenderen.", fane=Fane.INTERNT),
        *STEMPLER,
    ),
    krav=(
        Krav("periode", Enten((Tom("dato_fra"), Tom("dato_til"), IkkeFoer("dato_til", "dato_fra"))),
             "Til må ikke ligge før Fra.", "Ret en af de to datoer."),
    ),
)  # fmt: skip
