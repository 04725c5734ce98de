# SPDX-License-Identifier: GPL-2.0-or-later
"""*Send med til GeoFA*: makes the facility at the core of a moedested, so that it goes to GeoFA like any other.

A moedested is a purpose and no GeoFA object; the place where it is held is.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf, Raekke
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.moedesteder import DIGITALT, SELVE_STEDET, UNDER_ETABLERING
from moedested_plugin.domain.offentlig import MOEDESTED_OFFENTLIGT, SYNLIG_FOR_ALLE
from moedested_plugin.domain.skema import tabel
from moedested_plugin.domain.steder import FORSLAG, GAELDENDE
from moedested_plugin.i18n import tr
from moedested_plugin.store import Store

from .geofa_ud import KILDE_OSM

# facil_ty_k
MOTION, FORSAMLINGSHUS, FORENINGSHUS, OPLEVELSESPUNKT, BAENK, VIRTUELT = (
    1112,
    5011,
    5061,
    2161,
    1371,
    1142,
)
#: What the core of a moedested can be to GeoFA, in the order of the choice.
TYPER = (MOTION, FORSAMLINGSHUS, FORENINGSHUS, OPLEVELSESPUNKT, BAENK, VIRTUELT)

_BEVAEGELSE, _NATUR, _KULTUR = 2, 3, 4  # formaal_k
_SIDDEPLADSER, _INDE = 8, frozenset((3, 6, 13, 16, 17, 18, 19, 20))  # faciliteter_k
_FORENING = 2  # organisation.type_k
#: Fields that go over as they are, ours on the left.
_SAMME = {
    "navn": "navn", "navn_uk": "navn_uk", "navn_d": "navn_d", "beskrivels": "beskrivels", "lang_beskr": "lang_beskr",
    "handicap_k": "handicap_k", "tilgaeng_beskriv": "tilgaeng_beskriv", "betaling_k": "betaling_k",
    "aabningstid": "saeson_bem", "adr_id": "adr_id", "link": "link", "underlag_k": "underlag_k", "kilde_k": "kilde_k",
    "off_kode": "off_kode", "moedested_id": "noegle", GEOMETRI: GEOMETRI,
}  # fmt: skip


class KanIkkeSendes(Exception):
    """The moedested cannot go to GeoFA; `str(fejl)` says why and what to do. Nothing was changed."""


@dataclass(frozen=True)
class Forslag:
    """What can be done with one moedested: the type that fits best, or why it cannot go."""

    moedested_id: str
    navn: str
    type_k: int
    hindring: str = ""


def forslag(store: Store, moedested_ider: Iterable[str]) -> list[Forslag]:
    """Ask of each, before anything is made."""
    ud = []
    for moedested_id in moedested_ider:
        try:
            moedested = _hent(store, moedested_id)
        except KanIkkeSendes as fejl:
            ud.append(Forslag(moedested_id, moedested_id, TYPER[0], str(fejl)))
            continue
        type_k = _type(moedested, _organisation(store, moedested))
        try:
            _skal_maa_ud(store, moedested)
            hindring = ""
        except KanIkkeSendes as fejl:
            hindring = str(fejl)
        ud.append(Forslag(moedested_id, str(moedested["navn"]), type_k, hindring))
    return ud


def typenavne(store: Store) -> dict[int, str]:
    """What the types are called."""
    hvor = Alle((EnAf("liste", ("d_5800_facilitet",)), EnAf("kode", TYPER)))
    navne = {
        int(str(r["kode"])): str(r["navn"])
        for r in store.raekker("kodeliste", ("kode", "navn"), hvor)
    }
    return {type_k: navne.get(type_k, str(type_k)) for type_k in TYPER}


def fortryd_send_med(store: Store, objekt_ider: Iterable[str], af: str) -> list[str]:
    """Take facilities that were just made away again; gives those that stay, since somebody has worked on them."""
    bliver = []
    for objekt_id in objekt_ider:
        facilitet = next(store.raekker("facilitet_punkt", noegler=[objekt_id]), None)
        if facilitet is None:
            continue
        knyttet = list(store.raekker("tilknytning", hvor=EnAf("facilitet_punkt_id", (objekt_id,))))
        roert = [led for led in (facilitet, *knyttet) if led["raekke_version"] != 1]
        if roert or len(knyttet) > 1 or store.antal("foto", EnAf("objekt_id", (objekt_id,))):
            bliver.append(objekt_id)
            continue
        with store.skriv("send_med fortrudt", af) as skriver:
            for led in knyttet:
                skriver.slet("tilknytning", str(led["tilknytning_id"]))
            skriver.slet("facilitet_punkt", objekt_id)
    return bliver


def send_med(store: Store, moedested_id: str, af: str, type_k: int | None = None) -> str:
    """Make the facility, tied to the moedested as *Selve stedet*; gives its `objekt_id`.

    `type_k` is one of `TYPER`; left out, the suggested one is taken. Raises `KanIkkeSendes`, or the store's own error.
    """
    moedested = _hent(store, moedested_id)
    _skal_maa_ud(store, moedested)
    organisation = _organisation(store, moedested)
    valgt = _type(moedested, organisation) if type_k is None else type_k
    if valgt not in TYPER:
        raise KanIkkeSendes(tr("Et mødested kan ikke sendes som den type. Vælg en fra listen."))
    objekt_id = str(uuid.uuid4())
    facilitet = _facilitet(moedested, organisation) | {
        "objekt_id": objekt_id,
        "facil_ty_k": valgt,
        **_ejer(store),
    }
    tilknytning: dict[str, Any] = {
        "moedested_id": moedested_id,
        "facilitet_punkt_id": objekt_id,
        "rolle_k": SELVE_STEDET,
    }
    with store.skriv("send_med", af) as skriver:
        skriver.indsaet("facilitet_punkt", [facilitet])
        skriver.indsaet("tilknytning", [tilknytning])
    return objekt_id


def _hent(store: Store, moedested_id: str) -> Raekke:
    fundet = next(store.raekker("moedested", noegler=[moedested_id]), None)
    if fundet is None:
        raise KanIkkeSendes(tr("Mødestedet findes ikke. Gem det først."))
    return fundet


def _organisation(store: Store, moedested: Raekke) -> Raekke:
    noegle = moedested["organisation_id"]
    if not isinstance(noegle, str):
        return {}
    return next(store.raekker("organisation", noegler=[noegle]), {})


def _skal_maa_ud(store: Store, moedested: Raekke) -> None:
    if moedested[GEOMETRI] is None:
        raise KanIkkeSendes(
            tr("Mødestedet har ingen plads på kortet. Sæt punktet, og gem, før det sendes med.")
        )
    if moedested["kilde_k"] == KILDE_OSM:
        raise KanIkkeSendes(tr("Mødestedet er fra OpenStreetMap og må ikke sendes til GeoFA."))
    if not SYNLIG_FOR_ALLE.holder(moedested):
        raise KanIkkeSendes(
            tr("Mødestedet er ikke synligt for alle. Sæt Synlighed til Synlig for alle først.")
        )
    if not MOEDESTED_OFFENTLIGT.holder(moedested):
        raise KanIkkeSendes(
            tr(
                "En idé eller et opløst mødested sendes ikke til GeoFA. Ret Livscyklus, hvis det er i gang."
            )
        )
    har = er("moedested_id", str(moedested["moedested_id"]))
    if any(t["rolle_k"] == SELVE_STEDET for t in store.raekker("tilknytning", ["rolle_k"], har)):
        raise KanIkkeSendes(
            tr(
                "Mødestedet har allerede en tilknytning med rollen Selve stedet. Det er den, der sendes til GeoFA."
            )
        )


def _type(moedested: Raekke, organisation: Raekke) -> int:
    formaal, faciliteter = _koder(moedested["formaal_k"]), _koder(moedested["faciliteter_k"])
    if moedested["form_k"] == DIGITALT:
        return VIRTUELT
    if faciliteter & _INDE:
        return FORENINGSHUS if organisation.get("type_k") == _FORENING else FORSAMLINGSHUS
    if _BEVAEGELSE in formaal:
        return MOTION
    if formaal & {_NATUR, _KULTUR}:
        return OPLEVELSESPUNKT
    return BAENK if _SIDDEPLADSER in faciliteter else FORSAMLINGSHUS


def _koder(vaerdi: object) -> frozenset[int]:
    return frozenset(vaerdi) if isinstance(vaerdi, list) else frozenset()


def _facilitet(moedested: Raekke, organisation: Raekke) -> dict[str, Any]:
    ud: dict[str, Any] = {
        til: moedested[fra] for fra, til in _SAMME.items() if moedested[fra] is not None
    }
    ud |= _oversaettelser(moedested)
    ud["statuskode"] = FORSLAG if moedested["livscyklus_k"] == UNDER_ETABLERING else GAELDENDE
    ud["kontak_ved"] = _kontakt(moedested, organisation)
    ud["ansvar_org"] = organisation.get("navn")
    ud["ansva_v_k"] = organisation.get("ansva_v_k")
    return ud


def _oversaettelser(moedested: Raekke) -> dict[str, Any]:
    """Ours hold 1000 characters: what is longer than GeoFA's short description is its long one."""
    ud: dict[str, Any] = {}
    lange: dict[str, Any] = {}
    for fra, sprog in (("beskriv_uk", "uk"), ("beskriv_d", "d")):
        vaerdi = moedested[fra]
        if not isinstance(vaerdi, str):
            continue
        kort = f"{sprog}_k_beskr"
        hoejst = tabel("facilitet_punkt").felt(kort).laengde or 0
        (ud if len(vaerdi) <= hoejst else lange)[
            kort if len(vaerdi) <= hoejst else f"{sprog}_l_beskr"
        ] = vaerdi
    return {**ud, "geofa_ekstra": lange} if lange else ud


def _kontakt(moedested: Raekke, organisation: Raekke) -> str | None:
    """The moedested's own; where it has none, the organisation's, as the form says."""
    kontakt = moedested["kontakt"] or organisation.get("kontakt_mail")
    telefon = moedested["telefon"] or organisation.get("kontakt_tlf")
    return ", ".join(dict.fromkeys(str(led) for led in (kontakt, telefon) if led)) or None


def _ejer(store: Store) -> Mapping[str, Any]:
    kommune = store.kommune
    if not kommune.cvr:
        raise KanIkkeSendes(
            tr("Mødestederne hører ikke til en kommune. Opret et projekt for kommunen først.")
        )
    return {
        "cvr_kode": kommune.cvr,
        "bruger_id": store.indstilling("geofa_bruger") or kommune.navn,
    }
