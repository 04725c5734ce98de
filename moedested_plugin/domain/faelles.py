# SPDX-License-Identifier: GPL-2.0-or-later
"""What all the others refer to: *organisation* (who), *foto* (pictures) and *kodeliste* (the code lists)."""

from __future__ import annotations

from .betingelse import EnAf, Ligner, Mellem, tom_eller
from .felt import Fane, Henvisning, Offentlig, Tabel, Type, VedSletning
from .genbrug import STEMPLER, G, O, adresse, er, felt, kode, noegle, tekst, uuid

# samtykke_k
AFVENTER, INGEN_GENKENDELIGE, SAMTYKKE_GIVET = 1, 2, 3
MAA_VISES = er("samtykke_k", INGEN_GENKENDELIGE, SAMTYKKE_GIVET)
#: What a photo can be of, with the business key; it goes when what it shows goes.
_FOTO_NOEGLER = {
    "moedested": "moedested_id",
    "facilitet_punkt": "objekt_id",
    "facilitet_flade": "objekt_id",
    "rute": "objekt_id",
}
FOTO_OBJEKTER = tuple(_FOTO_NOEGLER)
#: Where the pictures of a project lie, beside it.
FOTOMAPPE = "fotos"

ORGANISATION = Tabel(
    navn="organisation",
    titel="Organisationer",
    beskrivelse="Foreninger, myndigheder og andre, der holder mødesteder i live. Aldrig en privatperson.",
    noegle="organisation_id",
    felter=(
        noegle("organisation_id", "Organisations-id"),
        tekst("navn", 128, "Navn", "Organisationens navn. Det bruges også på ruter.", obligatorisk=True, off=O,
              geofa="ansvar_org"),
        kode("type_k", "organisationstype", "Type", "Kommune, forening, frivilliggruppe …", obligatorisk=True,
             off=O),
        tekst("kontakt_rolle", 128, "Kontaktens funktion",
              "Fx Formand, Friluftskoordinator. Skriv ikke navnet.", off=O),
        tekst("kontakt_mail", 128, "Mail", "Fælles postkasse.", off=O, geofa="kontak_ved"),
        tekst("kontakt_tlf", 20, "Telefon", "Hovednummer.", off=O, geofa="kontak_ved"),
        adresse("link", 1024, "Hjemmeside", off=O),
        kode("ansva_v_k", "d_basis_ansva_v", "Ansvar i GeoFA", "Foreslås på faciliteter.", geofa="ansva_v_k",
             fane=Fane.INTERNT),
        felt("cvr", Type.HELTAL, "CVR-nr.", "8 cifre. Kommer aldrig ud.", fane=Fane.INTERNT,
             krav=tom_eller("cvr", Mellem("cvr", 10_000_000, 99_999_999)),
             krav_tekst="CVR-nr. skal have 8 cifre."),
        felt("aktiv", Type.JA_NEJ, "I brug", "Nej: tilbydes ikke længere i listerne.", obligatorisk=True,
             standard=True, fane=Fane.INTERNT),
        *STEMPLER,
    ),
    unikke=(("navn",),),
)  # fmt: skip

FOTO = Tabel(
    navn="foto",
    titel="Fotos",
    beskrivelse="Billeder af mødesteder og steder, med ophav og samtykke.",
    noegle="foto_id",
    felter=(
        noegle("foto_id", "Foto-id", geofa="foto_lokat", off=O | G),
        tekst("objekt_lag", 20, "Hører til tabellen", "Sættes automatisk.", obligatorisk=True, off=O, laast=True,
              fane=Fane.INTERNT, krav=EnAf("objekt_lag", FOTO_OBJEKTER),
              krav_tekst="Et foto skal høre til et mødested, en facilitet, et område eller en rute."),
        uuid("objekt_id", "Hører til", "Sættes automatisk.", obligatorisk=True, off=O | G, geofa="foto_objek",
             laast=True, fane=Fane.INTERNT, henviser_en_af=tuple(
                 Henvisning(tabel, felt, VedSletning.SLET, EnAf("objekt_lag", (tabel,)))
                 for tabel, felt in _FOTO_NOEGLER.items())),
        tekst("sti", 1024, "Fil eller adresse", "En fil i projektets mappe eller en adresse med https://.",
              obligatorisk=True, off=O | G, geofa="foto_link"),
        tekst("billedtekst", 1000, "Billedtekst", "Ingen navne på private personer.", off=O | G,
              geofa="billedtekst"),
        tekst("alt_tekst", 254, "Alternativ tekst", "Hvad ser man? Læses op for blinde.", off=O | G,
              geofa="alt_tekst", kraevet_naar=MAA_VISES),
        tekst("ophav", 124, "Fotograf eller rettighedshaver", "Fotos i GeoFA bliver frie for alle.", off=O | G,
              geofa="copyright", kraevet_naar=MAA_VISES),
        kode("samtykke_k", "samtykke", "Personer på billedet",
             "Kun Ingen genkendelige og Samtykke givet kommer ud.", obligatorisk=True, standard=AFVENTER,
             off=Offentlig.FILTER),
        felt("primaer", Type.JA_NEJ, "Vises først", "Højst ét billede pr. sted.", obligatorisk=True,
             standard=False, off=O | G, geofa="primaer_kode"),
        felt("viser_tilgaengelighed", Type.JA_NEJ, "Viser tilgængelighed", "Fx en rampe eller et toilet.",
             obligatorisk=True, standard=False, off=O | G, geofa="tilgaeng_kode"),
        *STEMPLER,
    ),
    hoejst_en=((("objekt_lag", "objekt_id"), er("primaer", True),
                "Kun ét foto kan vises først. Fjern fluebenet ved det andet foto."),),
)  # fmt: skip

KODELISTE = Tabel(
    navn="kodeliste",
    titel="Kodelister",
    beskrivelse="Alle lister i én tabel. GeoFA's egne kan ikke ændres; de lokale kan udvides fra kode 100.",
    noegle="",
    felter=(
        tekst("liste", 40, "Liste", "Listens navn.", obligatorisk=True),
        felt("kode", Type.HELTAL, "Kode", "Tal. Kommunens egne fra 100.", obligatorisk=True),
        tekst("navn", 254, "Navn", "Den tekst, folk ser.", obligatorisk=True),
        felt("aktiv", Type.HELTAL, "I brug", "1 tilbydes, 0 er udgået.", obligatorisk=True, standard=1,
             krav=EnAf("aktiv", (0, 1)), krav_tekst="I brug skal være 0 eller 1."),
        tekst("visning", 270, "Vises som", "Navn, og (udgået) efter udgåede koder.", obligatorisk=True),
        felt("offentlig", Type.HELTAL, "Må vises for offentligheden",
             "0: koden står aldrig i en offentlig visning.", obligatorisk=True, standard=1,
             krav=EnAf("offentlig", (0, 1)), krav_tekst="Må vises for offentligheden skal være 0 eller 1."),
        tekst("definition", 2000, "Definition", "Hvad koden dækker."),
        felt("sortering", Type.HELTAL, "Rækkefølge", "Lavt tal først."),
        felt("geofa", Type.JA_NEJ, "GeoFA-kode", "Låst: følger den nationale standard.", obligatorisk=True,
             standard=False),
        tekst("siden", 20, "Siden version", "Den version af GeoFA, koden kom med."),
    ),
    unikke=(("liste", "kode"),),
)  # fmt: skip

# fotos may be lawfully shown only when they have an address that the public can reach
HAR_WEBADRESSE = Ligner("sti", ("http://?*", "https://?*"))
