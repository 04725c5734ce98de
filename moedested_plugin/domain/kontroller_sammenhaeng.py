# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of what belongs together: links to nothing, closed places in use, an organisation that is no more."""

from __future__ import annotations

from .betingelse import hvis, udfyldt
from .faelles import FOTO
from .felt import Tabel
from .genbrug import er
from .kontrol import Graense, Kontrol, Rettelse, beskriv
from .moedesteder import OPSAT
from .regler import Alvor
from .skema import DOMAENETABELLER

#: Every table with a field that refers to another row.
HENVISENDE: tuple[Tabel, ...] = tuple(
    tabel for tabel in DOMAENETABELLER if any(felt.henviser for felt in tabel.felter)
)

KONTROLLER: tuple[Kontrol, ...] = (
    beskriv(
        "sammenhaeng.henvisning", Alvor.FEJL, tuple(tabel.navn for tabel in HENVISENDE), ("moedested_id",),
        "{felt} peger på noget, der ikke findes.",
        "Borgeren ser en halv oplysning, eller rækken vises slet ikke.",
        "Vælg en, der findes, eller slet rækken.",
        kan_accepteres=False,
    ),
    beskriv(
        "sammenhaeng.selve_stedet_to_gange", Alvor.FEJL, ("tilknytning",), ("rolle_k", "moedested_id"),
        "Mødestedet har mere end én tilknytning med rollen Selve stedet.",
        "Kortet kan kun sætte mødestedet ét sted.",
        "Giv den ene rollen Facilitet, eller fjern den.",
        kan_accepteres=False,
    ),
    beskriv(
        "sammenhaeng.aktiv_uden_sted", Alvor.ANBEFALING, ("moedested",), ("form_k", "livscyklus_k"),
        "Mødestedet er aktivt, men intet sted er tilknyttet.",
        "Uden tilknytning kan borgeren ikke se, hvilke bænke, toiletter og ruter der hører til.",
        "Tilknyt huset, bænken eller ruten på fanen Steder.",
    ),
    beskriv(
        "sammenhaeng.selve_stedet_langt_vaek", Alvor.ADVARSEL, ("tilknytning",), ("rolle_k",),
        "Selve stedet ligger {meter} m fra mødestedets punkt.",
        "Borgeren bliver vist hen et andet sted end der, hvor man mødes.",
        "Flyt mødestedets punkt, eller vælg et andet sted.",
        graenser=(Graense("meter_til_selve_stedet", "Længste afstand fra mødestedet til Selve stedet", 100, 5, 5000, "m"),),
    ),
    beskriv(
        "sammenhaeng.lukket_sted_i_brug", Alvor.ADVARSEL, ("tilknytning",), ("rolle_k",),
        "{navn} er lukket, men er tilknyttet et aktivt mødested.",
        "Borgeren regner med noget, der er lukket.",
        "Skriv det på mødestedet, find et andet sted, eller fjern tilknytningen.",
        rettelse=Rettelse.SLET_TILKNYTNING,
    ),
    beskriv(
        "sammenhaeng.lukket_paa_aaben_rute", Alvor.ADVARSEL, ("facilitet_punkt", "facilitet_flade"), ("lukket_fra", "statuskode"),
        "{navn} er lukket, men ligger på den åbne rute {rute}.",
        "Den, der har brug for en bænk eller et toilet undervejs, er strandet.",
        "Skriv det i rutens Vær opmærksom på, eller åbn stedet igen.",
        graenser=(Graense("meter_til_rute", "Så tæt på en rute ligger noget på den", 25, 1, 200, "m"),),
    ),
    beskriv(
        "sammenhaeng.foto_uden_objekt", Alvor.ADVARSEL, (FOTO.navn,), ("objekt_id", "objekt_lag"),
        "Fotoet hører til noget, der ikke findes længere.",
        "Fotoet vises ikke, men ligger stadig med navn på fotografen.",
        "Slet rækken, eller sæt fotoet på et andet sted.",
    ),
    beskriv(
        "sammenhaeng.organisation_ikke_i_brug", Alvor.ADVARSEL, ("moedested", "aktivitet"), ("organisation_id",),
        "{organisation} er ikke længere i brug, men står som ansvarlig.",
        "Borgeren ringer til nogen, der ikke er der mere.",
        "Vælg en anden i Ansvarlig, eller sæt I brug på organisationen.",
    ),
    beskriv(
        "sammenhaeng.medvirkende_er_ansvarlig", Alvor.ANBEFALING, ("medvirkende",), ("organisation_id",),
        "{organisation} står både som ansvarlig og som medvirkende.",
        "Navnet står to gange i boblen.",
        "Fjern rækken, eller vælg en anden organisation.",
    ),
    beskriv(
        "sammenhaeng.udstyr_uden_moedested", Alvor.ADVARSEL, ("udstyr",), ("moedested_id", "udstyr_status_k"),
        "Status er Opsat, men Mødested er ikke udfyldt.",
        "Skiltet viser hen til noget, der ikke er på kortet.",
        "Vælg mødestedet, eller ret Status.",
        krav=hvis(er("udstyr_status_k", OPSAT), udfyldt("moedested_id")),
    ),
    beskriv(
        "sammenhaeng.udstyr_paa_oploest", Alvor.ADVARSEL, ("udstyr",), ("moedested_id", "udstyr_status_k"),
        "Status er Opsat, men mødestedet {navn} er opløst.",
        "Et skilt ved et mødested, der ikke er mere, skuffer.",
        "Hent udstyret hjem, og ret Status.",
    ),
    beskriv(
        "sammenhaeng.postnr_og_by", Alvor.ANBEFALING, ("moedested",), ("by", "postnr"),
        "By er {by}, men postnr. {postnr} er {rigtig}.",
        "Breve, ruteplanlæggere og søgning følger postnummeret.",
        "Ret Postnr. eller By.",
    ),
    beskriv(
        "sammenhaeng.postnr_findes_ikke", Alvor.ADVARSEL, ("moedested",), ("postnr",),
        "Postnr. {postnr} findes ikke.",
        "Breve, ruteplanlæggere og søgning følger postnummeret.",
        "Ret Postnr.",
    ),
    beskriv(
        "sammenhaeng.besoegstal_overlapper", Alvor.ANBEFALING, ("besoegstal",), ("fra", "til"),
        "Perioden overlapper en anden optælling af det samme mødested.",
        "De samme besøg tælles to gange i statusrapporten.",
        "Ret Fra og Til, eller slet den ene.",
    ),
)  # fmt: skip
