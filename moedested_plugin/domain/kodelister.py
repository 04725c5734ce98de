# SPDX-License-Identifier: GPL-2.0-or-later
"""The code lists: GeoFA's (read from the facts in `resources/geofa`) and the local ones, which are ours."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

UDGAAET = " (udgået)"


@dataclass(frozen=True)
class Kode:
    """One code of one list."""

    liste: str
    kode: int
    navn: str
    aktiv: bool = True
    offentlig: bool = True
    definition: str | None = None
    sortering: int = 0
    geofa: bool = False
    siden: str | None = None

    @property
    def visning(self) -> str:
        """What the forms show: inactive codes say so."""
        return self.navn if self.aktiv else self.navn + UDGAAET


#: GeoFA's lists that the model uses; each is a file in `resources/geofa/kodelister`.
GEOFA_LISTER = (
    "d_5800_facilitet",
    "d_5800_kvalitet",
    "d_5800_kvalitetstjekket",
    "d_5800_saeson",
    "d_5802_certifi",
    "d_5802_hierarki",
    "d_5802_kategori",
    "d_5802_rute_uty",
    "d_5802_rutefarve",
    "d_5802_rutetype",
    "d_5802_svaerhed",
    "d_basis_ansva_v",
    "d_basis_ansvarlig_myndighed",
    "d_basis_belaegning",
    "d_basis_handicapegnet",
    "d_basis_ja_nej",
    "d_basis_offentlig",
    "d_basis_oprindelse",
    "d_basis_status",
)


def laes_geofa(liste: str, csv_tekst: str) -> Iterator[Kode]:
    """The codes in the text of one of GeoFA's list files."""
    for nummer, raekke in enumerate(csv.DictReader(csv_tekst.splitlines())):
        yield Kode(
            liste,
            int(raekke["kode"]),
            raekke["navn"],
            aktiv=raekke.get("aktiv", "1") != "0",
            definition=raekke.get("definition") or None,
            sortering=nummer,
            geofa=True,
            siden=raekke.get("siden_version") or None,
        )


def _liste(liste: str, koder: str, *, skjult: frozenset[int] = frozenset()) -> tuple[Kode, ...]:
    """The list written as "1 Name | 2 Name"; `skjult` are never public, so staff can sort without labelling people."""
    ud = []
    for nummer, led in enumerate(koder.split(" | ")):
        tal, navn = led.strip().split(" ", 1)
        ud.append(Kode(liste, int(tal), navn, offentlig=int(tal) not in skjult, sortering=nummer))
    return tuple(ud)


_LOKALE = (
    _liste("moedested_form", "1 Fysisk | 2 Digitalt | 3 Viden i spil | 4 Både fysisk og digitalt"),
    _liste("livscyklus", "1 Idé | 2 Under etablering | 3 Aktiv | 4 På pause | 5 Opløst"),
    _liste(
        "formaal",
        "1 Fællesskab | 2 Bevægelse og sundhed | 3 Naturoplevelse | 4 Kultur og historie | 5 Læring og viden | "
        "6 Hverdagshjælp og nabohjælp | 7 Frivillighed | 8 Ro og fordybelse | 9 Leg | 10 Mental trivsel | "
        "11 Støtte og mestring | 12 Digital hjælp | 13 Råd og vejledning | 14 Genbrug og bytte | "
        "15 Måltidsfællesskab | 98 Andet",
    ),
    _liste(
        "maalgruppe",
        "1 Alle | 2 Seniorer | 3 Mænd | 4 Kvinder | 5 Unge | 6 Børn og familier | 7 Mennesker med handicap | "
        "8 Nye borgere | 9 Turister | 10 Unge voksne | 11 Forældre med små børn | 12 Pårørende | "
        "13 Mennesker, der har mistet | 14 Nye i Danmark | 15 Mennesker med psykisk sårbarhed | "
        "16 Mennesker uden for arbejdsmarkedet | 17 Mennesker i udsatte livspositioner | 98 Andre",
        skjult=frozenset({15, 16, 17}),
    ),
    _liste(
        "aktivitetstype",
        "1 Gåtur | 2 Cykling | 3 Motion | 4 Spisning og kaffe | 5 Håndværk og værksted | 6 Natur og have | "
        "7 Musik og kultur | 8 Foredrag | 9 Spil og leg | 10 Snak og samvær | 11 Badning, sejlads og fiskeri | "
        "12 Kreativt og håndarbejde | 13 Læsning | 14 Samtalegruppe | 15 Kursus | 16 Digital hjælp | 17 Udflugt | "
        "18 Idræt og boldspil | 19 Dans | 20 Ro og afspænding | 21 Frivilligt arbejde | 22 Sang og kor | 98 Andet",
    ),
    _liste(
        "mst_facilitet",
        "1 Toilet | 2 Handicaptoilet | 3 Køkken | 4 Drikkevand | 5 Strøm | 6 Wifi | 7 Overdækning | 8 Siddepladser | "
        "9 Bålplads | 10 Parkering | 11 Cykelparkering | 12 Hjertestarter | 13 Teleslynge | 14 Niveaufri adgang | "
        "15 Handicapparkering | 16 Elevator | 17 Kaffe eller café | 18 Mødelokale | 19 Værksted | "
        "20 Computer til fri brug | 21 Hjælp til digital selvbetjening | 22 Opladning | 23 Legeplads | "
        "24 Pusleplads | 25 Opslagstavle eller oplysningspunkt | 26 Belysning | 27 Røg- og nikotinfrit | "
        "28 Have eller højbede",
    ),
    _liste(
        "underlag",
        "1 Asfalt eller beton | 2 Fliser eller brosten | 3 Stenmel eller fast grus | 4 Løst grus eller sand | "
        "5 Træ eller gangbro | 6 Græs | 7 Skovbund eller trampet sti | 8 Strand | 98 Andet | 99 Ukendt",
    ),
    _liste(
        "forhindring",
        "1 Trappe | 2 Låge eller stente | 3 Bom | 4 Vejkrydsning | 5 Stejlt | 6 Mudret ved regn | 98 Andet",
    ),
    _liste(
        "adgang",
        "1 Åbent for alle | 2 Kræver tilmelding | 3 Kun for medlemmer | 4 Efter aftale | "
        "5 Drop ind, også anonymt | 6 Kontakt før første gang | 7 Efter henvisning",
    ),
    _liste("rolle", "1 Selve stedet | 2 Facilitet | 3 Rute | 4 Adgangsvej"),
    _liste("gentagelse", "1 Ingen | 2 Ugentlig | 3 Hver anden uge | 4 Månedlig | 5 Årlig"),
    _liste(
        "ugedag", "1 Mandag | 2 Tirsdag | 3 Onsdag | 4 Torsdag | 5 Fredag | 6 Lørdag | 7 Søndag"
    ),
    _liste("uge_i_maaned", "1 Første | 2 Anden | 3 Tredje | 4 Fjerde | 5 Sidste"),
    _liste(
        "maaned",
        "1 Januar | 2 Februar | 3 Marts | 4 April | 5 Maj | 6 Juni | 7 Juli | 8 August | 9 September | "
        "10 Oktober | 11 November | 12 December",
    ),
    _liste(
        "organisationstype",
        "1 Kommune | 2 Forening | 3 Frivilliggruppe | 4 Virksomhed | 5 Statslig myndighed | 6 Uformelt netværk | "
        "7 Boligorganisation | 8 Kirke eller menighed | 9 Skole, bibliotek eller kulturinstitution | "
        "10 Social organisation | 11 Region | 98 Andet",
    ),
    _liste(
        "samtykke",
        "1 Afventer | 2 Ingen genkendelige personer | 3 Samtykke givet | 4 Må ikke vises",
    ),
    _liste("tilstand", "1 God | 2 Slidt | 3 Defekt | 4 Farlig, spærres | 9 Ukendt"),
    _liste(
        "kilde",
        "1 Kommunen | 2 Naturlandet Lolland-Falster | 3 GeoFA | 4 Forening | 5 Borger | "
        "6 Udinaturen eller Naturstyrelsen | 7 GeoDanmark | 8 Arrangementskalender | 9 OpenStreetMap | 98 Anden",
    ),
    _liste("udstyr_type", "1 Markør | 2 Mødestedskit"),
    _liste(
        "udstyr_status", "1 Foreslået | 2 Bestilt | 3 På lager | 4 Opsat | 5 Mangler | 6 Kasseret"
    ),
    _liste("finansiering", "1 Ikke afklaret | 2 Ansøgt | 3 Bevilget | 4 Betalt"),
    _liste("medvirkende_rolle", "1 Samarbejdspartner | 2 Lokaler | 3 Frivillige | 4 Støtter"),
)

#: The local lists by name. A municipality adds its own codes from 100.
LOKALE_LISTER: dict[str, tuple[Kode, ...]] = {koder[0].liste: koder for koder in _LOKALE}

#: Names of ours that mean another thing in another list: what a translator is shown instead.
TVETYDIGE = {("uge_i_maaned", "Anden"): "uge_i_maaned: Anden"}

#: First code that is the municipality's own.
FOERSTE_EGEN_KODE = 100

#: Our surface → GeoFA's `belaegn_k` (d_basis_belaegning).
BELAEGNING_AF_UNDERLAG = {1: 1, 2: 1, 3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 3, 98: 8, 99: 9}
