# SPDX-License-Identifier: GPL-2.0-or-later
"""All checks by code: those that follow from the rules of one row, and the lists of the groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from . import (
    kontroller_dubletter,
    kontroller_felter,
    kontroller_geofa,
    kontroller_geometri,
    kontroller_links,
    kontroller_livscyklus,
    kontroller_parat,
    kontroller_privatliv,
    kontroller_ruter,
    kontroller_sammenhaeng,
    kontroller_sprog,
)
from .betingelse import GEOMETRI
from .kontrol import Gruppe, Kontrol, Rettelse
from .regler import Regel, alle_regler
from .skema import tabel

#: The lists by the name of their finder, in the order of the documentation.
LISTER: Mapping[str, tuple[Kontrol, ...]] = {
    "felter": kontroller_felter.KONTROLLER,
    "livscyklus": kontroller_livscyklus.KONTROLLER,
    "sammenhaeng": kontroller_sammenhaeng.KONTROLLER,
    "geometri": kontroller_geometri.KONTROLLER,
    "dubletter": kontroller_dubletter.KONTROLLER,
    "ruter": kontroller_ruter.KONTROLLER,
    "links": kontroller_links.KONTROLLER,
    "privatliv": kontroller_privatliv.KONTROLLER,
    "sprog": kontroller_sprog.KONTROLLER,
    "geofa": kontroller_geofa.KONTROLLER,
    "parat": kontroller_parat.KONTROLLER,
}

_HVORFOR = {
    "mangler": "Uden feltet kan rækken hverken vises, søges frem eller sendes videre.",
    "for_lang": "Resten af teksten ville blive skåret af på kortet og i GeoFA.",
    "form": "Andre programmer kan ikke læse værdien, og borgeren får en forkert oplysning.",
    "kraeves": "Det er det, en borger spørger om først. Indtil det er udfyldt, holdes rækken tilbage.",
    "adresse": "Linket virker ikke, når borgeren trykker på det.",
    "mtb": "GeoFA bruger graderne til mountainbike. På en gåtur misforstås de.",
    "et_sted": "En tilknytning til to steder kan ikke tegnes.",
}
_ELLERS = "De to oplysninger modsiger hinanden, og borgeren kan ikke vide, hvilken der gælder."
_RETTELSER = {"adresse": Rettelse.FORSLAG_TIL_ADRESSE, "mangler": Rettelse.UDFYLD_STANDARD}


@lru_cache(maxsize=1)
def alle_kontroller() -> Mapping[str, Kontrol]:
    """Every check by its code, in the order of the documentation."""
    samlet = [_af_regel(regel) for regel in alle_regler().values()]
    for egne in LISTER.values():
        samlet += egne
    raekkefoelge = list(Gruppe)
    samlet.sort(key=lambda kontrol: raekkefoelge.index(kontrol.gruppe))
    return {kontrol.kode: kontrol for kontrol in samlet}


def grupper() -> Iterator[tuple[Gruppe, list[Kontrol]]]:
    """The checks of each group; every group has some."""
    for gruppe in Gruppe:
        yield (
            gruppe,
            [kontrol for kontrol in alle_kontroller().values() if kontrol.gruppe is gruppe],
        )


def _af_regel(regel: Regel) -> Kontrol:
    art = regel.kode.rpartition(".")[2]
    return Kontrol(
        regel.kode, _gruppe(regel), regel.alvor, (regel.tabel,), regel.felter, regel.besked,
        _HVORFOR.get(art, _ELLERS), regel.raad, krav=regel.krav, haard=regel.haard, rettelse=_rettelse(regel, art),
        kan_accepteres=not regel.haard,
    )  # fmt: skip


def _gruppe(regel: Regel) -> Gruppe:
    if regel.felt == GEOMETRI:
        return Gruppe.GEOMETRI
    if "livscyklus_k" in regel.felter:
        return Gruppe.LIVSCYKLUS
    if regel.kode.endswith((".mtb", "facil_ty_k.form")):
        return Gruppe.GEOFA
    return Gruppe.SAMMENHAENG if regel.tabel == "tilknytning" else Gruppe.FELTER


def _rettelse(regel: Regel, art: str) -> Rettelse | None:
    """What a person need not think about."""
    if art == "mangler" and (
        regel.felt == GEOMETRI or tabel(regel.tabel).felt(regel.felt).standard is None
    ):
        return None
    return _RETTELSER.get(art)
