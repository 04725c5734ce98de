# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of readiness: can the map go out, and is there enough on it."""

from __future__ import annotations

from .betingelse import Alle, Ikke, hvis, udfyldt
from .genbrug import er
from .kontrol import Graense, Kontrol, beskriv
from .moedesteder import ER_AKTIV
from .offentlig import MOEDESTED_OFFENTLIGT, SYNLIG_FOR_ALLE
from .regler import Alvor
from .steder import FORSLAG, KLADDE

FOR_FAA = "parat.for_faa_aktive"
HOLDES_TILBAGE = "parat.holdes_tilbage"

MINDST_AKTIVE = Graense("mindst_aktive", "Mindste antal aktive mødesteder", 3, 0, 1000)

KONTROLLER: tuple[Kontrol, ...] = (
    beskriv(
        FOR_FAA, Alvor.ADVARSEL, ("moedested",), ("livscyklus_k",),
        "Kun {antal} aktive mødesteder er synlige for alle. Der skal være mindst {mindst}.",
        "Et kort med for få steder giver ingen lyst til at se igen.",
        "Gør flere mødesteder færdige, og sæt Synlighed til Synlig for alle.",
        graenser=(MINDST_AKTIVE,), kan_accepteres=False,
    ),
    beskriv(
        HOLDES_TILBAGE, Alvor.ADVARSEL, ("moedested", "facilitet_punkt", "facilitet_flade", "rute"), ("off_kode",),
        "{antal} under {tabel} holdes tilbage fra udgivelse på grund af fejl.",
        "De skulle på kortet, men kommer ikke ud, før fejlene er rettet.",
        "Ret fejlene under samme tabel i listen.",
        kan_accepteres=False,
    ),
    beskriv(
        "parat.aktiv_ikke_synlig", Alvor.ANBEFALING, ("moedested",), ("off_kode", "livscyklus_k"),
        "Mødestedet er aktivt, men Synlighed er ikke Synlig for alle.",
        "Borgeren kan ikke finde det.",
        "Sæt Synlighed til Synlig for alle, når foreningen har sagt ja.",
        krav=hvis(ER_AKTIV, SYNLIG_FOR_ALLE),
    ),
    beskriv(
        "parat.ikke_godkendt", Alvor.ADVARSEL, ("moedested",), ("godkendt_af", "godkendt_dato"),
        "Mødestedet er på kortet, men Godkendt af eller Godkendt den er ikke udfyldt.",
        "Foreningen skal have sagt ja til det, der står om den.",
        "Spørg foreningen, og udfyld Godkendt af og Godkendt den.",
        krav=hvis(MOEDESTED_OFFENTLIGT, Alle((udfyldt("godkendt_af"), udfyldt("godkendt_dato")))),
    ),
    beskriv(
        "parat.synlig_kladde", Alvor.ANBEFALING, ("facilitet_punkt", "facilitet_flade", "rute"), ("statuskode", "off_kode"),
        "Synlighed er Synlig for alle, men Status er endnu ikke Gældende.",
        "Den, der satte Synlighed, tror, at stedet kan ses.",
        "Sæt Status til Gældende, når det er rigtigt.",
        krav=Ikke(Alle((SYNLIG_FOR_ALLE, er("statuskode", KLADDE, FORSLAG)))),
    ),
    beskriv(
        "parat.tilknytning_ikke_synlig", Alvor.ANBEFALING, ("tilknytning",), ("rolle_k",),
        "{navn} er tilknyttet et mødested på kortet, men er ikke selv på kortet.",
        "Tilknytningen vises ikke for borgeren.",
        "Sæt stedets Status til Gældende og Synlighed til Synlig for alle.",
    ),
)  # fmt: skip
