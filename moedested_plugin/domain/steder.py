# SPDX-License-Identifier: GPL-2.0-or-later
"""The places: *facilitet* (a point or an area), *rute* (a route) and *straekning* (a stretch of a route).

The three place tables use GeoFA's own field names and codes, so that export and import are the identity.
"""

from __future__ import annotations

from .betingelse import (
    Alle,
    Enten,
    IkkeFoer,
    Mellem,
    SidsteCiffer,
    Tom,
    tom_eller,
)
from .felt import Fane, Felt, Henvisning, Krav, Offentlig, Standard, Tabel, Type, VedSletning
from .genbrug import (
    INTERN_NOTE,
    STEMPLER,
    G,
    O,
    adresse,
    er,
    felt,
    json_objekt,
    kode,
    maaned_dag,
    noegle,
    tekst,
    uuid,
)
from .saetning import Saetning

OG = O | G
BAENK_TYPER = (1371, 1201)
ER_BAENK = er("facil_ty_k", *BAENK_TYPER)
# statuskode
KLADDE, FORSLAG, GAELDENDE, IKKE_GAELDENDE = 1, 2, 3, 4
# kilde_k
KILDE_KOMMUNEN = 1
# rute_ty_k
VANDRE_TYPER, CYKEL_TYPER, KOERE_TYPER, MTB_TYPER = (5, 2, 6, 11), (3,), (13,), (4,)
ER_GAELDENDE = er("statuskode", GAELDENDE)
EGEN_GAELDENDE = Alle((ER_GAELDENDE, er("kilde_k", KILDE_KOMMUNEN)))


def _felles_felter(
    tema: int, foerste: tuple[Felt, ...], egne: tuple[Felt, ...]
) -> tuple[Felt, ...]:
    """Fields of a place table: `foerste` open the first tab, `egne` are those that only this theme has."""
    er_rute = tema == 5802
    kort = 128 if er_rute else 254
    navn_naar = EGEN_GAELDENDE if er_rute else None
    return (
        noegle("objekt_id", "Objekt-id", "GeoFA's nøgle. Må ikke ændres.", off=OG, geofa="objekt_id"),
        *foerste,
        tekst("navn", 254, "Navn", "Tom = typens navn vises.", off=OG, geofa="navn", kraevet_naar=navn_naar),
        tekst("beskrivels", 254, "Kort beskrivelse", "Vises i kortets boble.", off=OG, geofa="beskrivels"),
        *egne,
        kode("statuskode", "d_basis_status", "Status", "1 Kladde, 2 Forslag, 3 Gældende, 4 Ikke gældende.",
             obligatorisk=True, standard=KLADDE, off=OG | Offentlig.FILTER, geofa="statuskode"),
        kode("off_kode", "d_basis_offentlig", "Synlighed", "Kun 1 vises for offentligheden.", obligatorisk=True,
             standard=2, off=G | Offentlig.FILTER, geofa="off_kode"),

        tekst("lang_beskr", 3000, "Beskrivelse", "Ingen navne på private personer.", off=OG, geofa="lang_beskr",
              fane=Fane.BESKRIVELSE),
        tekst("note", 254, "Offentlig bemærkning", "Kan læses af alle. Brug Intern note til resten.", off=OG,
              geofa="note", fane=Fane.BESKRIVELSE),
        adresse("link", 1024, "Hjemmeside", off=OG, geofa="link", fane=Fane.BESKRIVELSE),
        adresse("foto_link", 1024, "Foto-adresse", off=OG, geofa="foto_link", fane=Fane.BESKRIVELSE),
        tekst("navn_uk", 255, "Navn på engelsk", "Tom, når det danske navn bruges.", off=OG, geofa="navn_uk",
              fane=Fane.BESKRIVELSE),
        tekst("uk_k_beskr", 254, "Kort beskrivelse på engelsk", "Vises for engelsksprogede gæster.", off=OG,
              geofa="uk_k_beskr", fane=Fane.BESKRIVELSE),
        tekst("navn_d", 255, "Navn på tysk", "Tom, når det danske navn bruges.", off=OG, geofa="navn_d",
              fane=Fane.BESKRIVELSE),
        tekst("d_k_beskr", 254, "Kort beskrivelse på tysk", "Vises for tysksprogede gæster.", off=OG,
              geofa="d_k_beskr", fane=Fane.BESKRIVELSE),

        kode("handicap_k", "d_basis_handicapegnet", "Tilgængelighed, samlet",
             "Egnet for personer med handicap? GeoFA anbefaler at beskrive med ord i næste felt.", off=OG,
             geofa="handicap_k", fane=Fane.ADGANG),
        tekst("tilgaeng_beskriv", 3000, "Tilgængelighed med ord", "Trin, hældning, toilet, afstand, lyd, lys.",
              off=OG, geofa="tilgaeng_beskriv", fane=Fane.ADGANG),
        json_objekt("tilgaeng_opl", "Tilgængelighed, skema", "Udfyldes i formularen for typen.", off=OG,
                    geofa="tilgaeng_opl", fane=Fane.ADGANG),
        kode("betaling_k", "d_basis_ja_nej", "Betaling", "Koster det noget?", off=OG, geofa="betaling_k",
             fane=Fane.ADGANG),
        kode("saeson_k", "d_5800_saeson", "Sæson", "Hele året eller en del af det.", off=OG, geofa="saeson_k",
             fane=Fane.ADGANG),
        maaned_dag("saeson_st", "Sæson fra", "Måned og dag, fx 04-01 for 1. april.", off=OG, geofa="saeson_st",
                   fane=Fane.ADGANG),
        maaned_dag("saeson_sl", "Sæson til", "Måned og dag, fx 10-31 for 31. oktober.", off=OG,
                   geofa="saeson_sl", fane=Fane.ADGANG),
        tekst("saeson_bem", 254, "Åbningstid", "Åbningstid og undtagelser.", off=OG, geofa="saeson_bem",
              fane=Fane.ADGANG),
        uuid("adr_id", "Adresse-id (DAR)", "GeoFA finder selv vej og postnummer.", off=OG, geofa="adr_id",
             fane=Fane.ADGANG),

        tekst("ansvar_org", kort, "Vedligeholdes af", "Organisation, ikke person.", off=OG, geofa="ansvar_org",
              fane=Fane.KONTAKT),
        kode("ansva_v_k", "d_basis_ansva_v", "Ansvar for vedligehold", "Hvilken slags organisation er det?",
             off=OG, geofa="ansva_v_k", fane=Fane.KONTAKT),
        tekst("kontak_ved", kort, "Kontakt", "Funktionspostkasse eller hovednummer.", off=OG, geofa="kontak_ved",
              fane=Fane.KONTAKT),

        felt("lukket_fra", Type.DATO, "Midlertidigt lukket fra", "Vises på kortet med dato.", off=O,
             fane=Fane.SYNLIGHED),
        felt("lukket_til", Type.DATO, "Midlertidigt lukket til", "Tom, når det er uvist.", off=O,
             fane=Fane.SYNLIGHED),
        tekst("lukket_aarsag", 254, "Årsag til lukning", "Vises for borgerne.", off=O, fane=Fane.SYNLIGHED),
        kode("kvalitetstjekket_k", "d_5800_kvalitetstjekket", "Kvalitetstjekket (årstal)",
             "Sæt årstal, når data er gået efter.", off=OG, geofa="kvalitetstjekket_k", fane=Fane.SYNLIGHED),

        kode("tilstand_k", "tilstand", "Tilstand", "Til drift og vedligehold.", fane=Fane.INTERNT),
        INTERN_NOTE,
        kode("kilde_k", "kilde", "Kilde", "Hvor oplysningen kommer fra.", obligatorisk=True,
             standard=KILDE_KOMMUNEN, fane=Fane.INTERNT),
        *STEMPLER,

        kode("oprindkode", "d_basis_oprindelse", "Tegnet efter", "Hvad punktet eller linjen er tegnet efter.",
             obligatorisk=True, standard=1, off=OG, geofa="oprindkode", fane=Fane.GEOFA),
        kode("kvalitet_k", "d_5800_kvalitet", "Kvalitet", "Hvor nøjagtigt er det tegnet?", obligatorisk=True,
             standard=9, off=OG, geofa="kvalitet_k", fane=Fane.GEOFA),
        kode("cvr_kode", "d_basis_ansvarlig_myndighed", "Myndighed", "Den myndighed, der ejer oplysningen.",
             obligatorisk=True, standard=Standard.KOMMUNENS_CVR, off=OG, geofa="cvr_kode", fane=Fane.GEOFA),
        tekst("bruger_id", 128, "GeoFA-bruger", "Projektets GeoFA-bruger, ikke en person.", obligatorisk=True,
              standard=Standard.GEOFA_BRUGER, off=G, geofa="bruger_id", fane=Fane.GEOFA),
        tekst("noegle", 128, "Kildens id", "Naturlandet-id. Er feltet fyldt af andre, røres det ikke.", off=G,
              geofa="noegle", fane=Fane.GEOFA),
        json_objekt("geofa_ekstra", "Øvrige GeoFA-felter", "Bevares og sendes uændret tilbage.", off=G,
                    fane=Fane.GEOFA),
        tekst("geofa_version", 36, "GeoFA-version", "Bruges til at opdage, at andre har rettet.", laast=True,
              fane=Fane.GEOFA),
    )  # fmt: skip


LUKKET_PERIODE = Krav(
    "lukket_periode",
    Enten((Tom("lukket_fra"), Tom("lukket_til"), IkkeFoer("lukket_til", "lukket_fra"))),
    "Midlertidigt lukket til må ikke ligge før Midlertidigt lukket fra.",
    "Ret en af de to datoer.",
)


def _facilitet(
    tema: int, navn: str, titel: str, beskrivelse: str, geometri: str, cifre: tuple[int, ...]
) -> Tabel:
    kun = "flade" if tema == 5800 else "punkt"
    foerste = (
        kode("facil_ty_k", "d_5800_facilitet", "Type", "Hvad er det? Søg i listen.", obligatorisk=True, off=OG,
             geofa="facil_ty_k", standard=Standard.LAGETS_TYPE, krav=SidsteCiffer("facil_ty_k", cifre),
             krav_tekst=Saetning("Typen kan kun tegnes som {0}. Vælg en anden type, eller tegn i et andet lag.", kun)),
    )  # fmt: skip
    egne = (
        kode("ryglaen_k", "d_basis_ja_nej", "Ryglæn", "Har betydning for dem, der har svært ved at rejse sig.",
             off=O, vis_naar=ER_BAENK),
        kode("armlaen_k", "d_basis_ja_nej", "Armlæn", "Har betydning for dem, der har svært ved at rejse sig.",
             off=O, vis_naar=ER_BAENK),
        kode("underlag_k", "underlag", "Underlag", "Underlaget ved og omkring faciliteten.", off=O),
        felt("antal_pl", Type.HELTAL, "Antal pladser", "Siddepladser, overnatningspladser …", off=OG,
             geofa="antal_pl", krav=tom_eller("antal_pl", Mellem("antal_pl", 0, 9999)),
             krav_tekst="Antal pladser skal være mellem 0 og 9999."),
        kode("doegnaab_k", "d_basis_ja_nej", "Døgnåben", "Kan man komme der hele døgnet?", off=OG,
             geofa="doegnaab_k", fane=Fane.ADGANG),
        kode("vandhane_k", "d_basis_ja_nej", "Vandhane", "Er der vand?", off=OG, geofa="vandhane_k",
             fane=Fane.ADGANG),
        kode("bemand_k", "d_basis_ja_nej", "Bemandet", "Er der nogen til stede?", off=OG, geofa="bemand_k",
             fane=Fane.ADGANG),
        kode("book_k", "d_basis_ja_nej", "Kan bookes", "Kan stedet reserveres?", off=OG, geofa="book_k",
             fane=Fane.ADGANG),
        adresse("bookinglink", 500, "Link til booking", off=OG, geofa="bookinglink", fane=Fane.ADGANG,
                vis_naar=er("book_k", 1)),
    )  # fmt: skip
    return Tabel(
        navn=navn,
        titel=titel,
        beskrivelse=beskrivelse,
        noegle="objekt_id",
        geometri=geometri,
        geometri_obligatorisk=True,
        felter=_felles_felter(tema, foerste, egne),
        krav=(LUKKET_PERIODE,),
    )


FACILITET_PUNKT = _facilitet(
    5800,
    "facilitet_punkt",
    "Faciliteter",
    "Bænke, toiletter, bålpladser og alt andet, der er et punkt (GeoFA 5800).",
    "MultiPoint",
    (1, 2),
)
FACILITET_FLADE = _facilitet(
    5801,
    "facilitet_flade",
    "Bygninger og områder",
    "Legepladser, haver, huse og andre flader (GeoFA 5801).",
    "MultiPolygon",
    (1, 3),
)

_RUTE_FOERSTE = (
    kode("rute_ty_k", "d_5802_rutetype", "Rutetype",
         "Går en cykel- og en vandrerute samme vej, tegnes to ruter.", obligatorisk=True,
         standard=Standard.LAGETS_TYPE, off=OG, geofa="rute_ty_k"),
)  # fmt: skip
_RUTE_EGNE = (
    felt("laengde", Type.TAL, "Længde (km)", "Beregnes af linjen.", standard=Standard.LAENGDE_KM, off=OG,
         geofa="laengde", krav=tom_eller("laengde", Mellem("laengde", 0.1, 500.99)),
         krav_tekst="Længde skal være mellem 0,1 og 500,99 km, eller feltet skal stå tomt."),
    felt("rundtur", Type.JA_NEJ, "Rundtur", "Ender, hvor den begynder.", standard=Standard.RUNDTUR, off=OG,
         geofa="rundtur"),
    kode("belaegn_k", "d_basis_belaegning", "Underlag", "Det meste af ruten. Afledes af strækningerne.", off=OG,
         geofa="belaegn_k"),
    kode("svaerhed_k", "d_5802_svaerhed", "Sværhedsgrad", "1 og 5 bruges kun på mountainbikeruter.", off=OG,
         geofa="svaerhed_k"),
    tekst("obs", 254, "Vær opmærksom på", "Græssende dyr, vådt terræn …", off=OG, geofa="obs", fane=Fane.ADGANG),
    kode("afm_rute_k", "d_basis_ja_nej", "Afmærket", "Er der pile eller pæle langs ruten?", off=OG,
         geofa="afm_rute_k", fane=Fane.BESKRIVELSE),
    kode("rutefarve_k", "d_5802_rutefarve", "Farve", "Farven på afmærkningen.", off=OG, geofa="rutefarve_k",
         fane=Fane.BESKRIVELSE),
    kode("rute_uty_k", "d_5802_rute_uty", "Rutekoncept", "Fx Kløversti, Hjertesti.", off=OG, geofa="rute_uty_k",
         fane=Fane.BESKRIVELSE),
    tekst("navndels", 128, "Delstrækning", "Navn på denne del af ruten.", off=OG, geofa="navndels",
          fane=Fane.BESKRIVELSE),
    tekst("straekn_nr", 128, "Rutenummer", "Nummeret på skiltene.", off=OG, geofa="straekn_nr",
          fane=Fane.BESKRIVELSE),
    kode("hierarki_k", "d_5802_hierarki", "Rutens rolle", "Hovedrute, alternativ …", off=OG, geofa="hierarki_k",
         fane=Fane.GEOFA),
    kode("kategori_k", "d_5802_kategori", "Lokal, regional, national", "Hvor stor er ruten?", off=OG,
         geofa="kategori_k", fane=Fane.GEOFA),
    kode("certifi_k", "d_5802_certifi", "Certificering", "Godkendelse af ruten.", off=OG, geofa="certifi_k",
         fane=Fane.GEOFA),
    felt("danmarksnaturstier", Type.JA_NEJ, "Danmarks Naturstier", "Kun efter godkendelse.", off=OG,
         geofa="danmarksnaturstier", fane=Fane.GEOFA),
)  # fmt: skip

RUTE = Tabel(
    navn="rute",
    titel="Ruter",
    beskrivelse="Vandre-, cykel-, køre- og andre ruter (GeoFA 5802).",
    noegle="objekt_id",
    geometri="MultiLineString",
    geometri_obligatorisk=True,
    felter=_felles_felter(5802, _RUTE_FOERSTE, _RUTE_EGNE),
    krav=(LUKKET_PERIODE,),
)

STRAEKNING = Tabel(
    navn="straekning",
    titel="Underlag på ruter",
    beskrivelse="Et stykke af en rute med samme underlag. Geometrien er stykket på jorden; fra og til er afledt.",
    noegle="straekning_id",
    geometri="LineString",
    geometri_obligatorisk=True,
    felter=(
        noegle("straekning_id", "Stræknings-id"),
        uuid("rute_id", "Rute", "Den rute, stykket hører til.", obligatorisk=True, off=O,
             henviser=Henvisning("rute", "objekt_id", VedSletning.SLET)),
        kode("underlag_k", "underlag", "Underlag", "Det underlag, man går eller kører på.", obligatorisk=True,
             standard=99, off=O),
        felt("bredde_m", Type.TAL, "Bredde (m)", "Det smalleste sted. Under 0,9 m er for smalt til kørestol.",
             off=O, krav=tom_eller("bredde_m", Mellem("bredde_m", 0.1, 50)),
             krav_tekst="Bredde skal være mellem 0,1 og 50 m."),
        kode("forhindring_k", "forhindring", "Forhindring", "Trappe, låge, bom …", off=O),
        tekst("note", 254, "Bemærkning", "Kan læses af alle.", off=O),
        felt("fra_m", Type.TAL, "Fra (m)", "Meter fra rutens begyndelse. Beregnes.", off=O, laast=True,
             krav=tom_eller("fra_m", Mellem("fra_m", 0, 1_000_000)),
             krav_tekst="Fra (m) må ikke være negativ."),
        felt("til_m", Type.TAL, "Til (m)", "Meter fra rutens begyndelse. Beregnes.", off=O, laast=True,
             krav=tom_eller("til_m", Mellem("til_m", 0, 1_000_000)),
             krav_tekst="Til (m) må ikke være negativ."),
        *STEMPLER,
    ),
    krav=(
        Krav("udstraekning", Enten((Tom("fra_m"), Tom("til_m"), IkkeFoer("til_m", "fra_m"))),
             "Til (m) må ikke være mindre end Fra (m).", "Tegn strækningen om i rutens retning."),
    ),
)  # fmt: skip

STED_TABELLER = (FACILITET_PUNKT, FACILITET_FLADE, RUTE)
