# SPDX-License-Identifier: GPL-2.0-or-later
"""What GeoFA would refuse of a row, and what it would rather not see, each as a Danish sentence.

The facts stand in `resources/geofa`: types, lengths and lists per field in `fields_*.csv`, the rest in `regler.csv`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from moedested_plugin.domain.betingelse import GEOMETRI, Ligner, som_regulaert
from moedested_plugin.domain.genbrug import HTTP_MOENSTRE, UUID_MOENSTER
from moedested_plugin.domain.regler import alle_regler
from moedested_plugin.i18n import oversat, tr

from .geofa_felter import SAESON, GeofaFelt, Tema
from .geofa_geometri import fejl_i_geometri
from .geofa_koder import Profil, kendte, udgaaede

_UUID = re.compile(som_regulaert(UUID_MOENSTER))
_MAANED_DAG = re.compile(r"(?:0001-)?(\d\d)-(\d\d)\Z")
_CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d ?-? ?\d{4}(?!\d)")
#: Texts that hold a number or an address rather than words.
_IKKE_PROSA = frozenset(("noegle", "bruger_id", "husnr", "cvf_vejkode", "straekn_nr"))
_ADRESSER = re.compile(
    r"(?:link|foto_link|filmlink|foldelink|geofafoto)\d?\Z|(?:bookinglink|folde_link|gpx_link)\Z"
)
_STOERSTE_HELTAL = 2**31
_PYTHON: Mapping[str, tuple[type, ...]] = {
    "heltal": (int,), "tal": (int, float), "bool": (bool,), "json": (dict,), "tekst": (str,), "uuid": (str,),
    "dato": (str,),
}  # fmt: skip


def titel(tema: Tema, navn: str) -> str:
    """What the user calls the field."""
    return oversat(tema.egne[navn].alias) if navn in tema.egne else navn


def ligner_cpr(tekst: str) -> bool:
    """Whether a text holds what looks like a civil registration number."""
    return bool(_CPR.search(tekst))


def er_adresse(navn: str) -> bool:
    """Whether the GeoFA field holds a web address."""
    return bool(_ADRESSER.match(navn))


def afslag(tema: Tema, raekke: Mapping[str, Any], profil: Profil) -> list[str]:
    """Every reason why GeoFA would refuse this GeoFA row; empty when it would take it."""
    ud: list[str] = []
    for felt in tema.sendte:
        vaerdi = raekke.get(felt.navn)
        if vaerdi is not None:
            ud += _felt(tema, felt, vaerdi, profil)
        elif felt.obligatorisk:
            ud.append(tr("{felt} mangler.").format(felt=titel(tema, felt.navn)))
    ud += _egne_krav(tema, raekke)
    ud += fejl_i_geometri(tema.nummer, raekke.get(GEOMETRI))
    return ud


def _felt(tema: Tema, felt: GeofaFelt, vaerdi: object, profil: Profil) -> Iterator[str]:
    navn = titel(tema, felt.navn)
    if not _er(felt, vaerdi):
        yield tr("{felt} er af en forkert slags.").format(felt=navn)
    elif felt.laengde is not None and isinstance(vaerdi, str) and len(vaerdi) > felt.laengde:
        yield tr("{felt} må højst være på {antal} tegn.").format(felt=navn, antal=felt.laengde)
    elif felt.kodeliste is not None:
        koder = kendte(felt.kodeliste, profil)
        if koder is not None and vaerdi not in koder:
            yield tr("{felt}: GeoFA {profil} kender ikke koden {kode}.").format(
                felt=navn, profil=profil, kode=vaerdi
            )
    if felt.navn in SAESON and not _findes_dagen(str(vaerdi), aar=felt.type == "dato"):
        yield tr("{felt} er ikke en dag, GeoFA kan gemme: {dag}.").format(felt=navn, dag=vaerdi)
    if isinstance(vaerdi, str) and _er_prosa(felt) and ligner_cpr(vaerdi):
        yield tr("{felt} indeholder noget, der ligner et CPR-nummer. Fjern det.").format(felt=navn)


def _er(felt: GeofaFelt, vaerdi: object) -> bool:
    if not isinstance(vaerdi, _PYTHON[felt.type]) or isinstance(vaerdi, bool) != (
        felt.type == "bool"
    ):
        return False
    if felt.type == "heltal" and isinstance(vaerdi, int):
        return -_STOERSTE_HELTAL <= vaerdi < _STOERSTE_HELTAL
    return felt.type != "uuid" or bool(_UUID.match(str(vaerdi)))


def _er_prosa(felt: GeofaFelt) -> bool:
    return felt.type == "tekst" and felt.navn not in _IKKE_PROSA and not er_adresse(felt.navn)


def _findes_dagen(vaerdi: str, *, aar: bool) -> bool:
    """A day of every year; where GeoFA keeps a date it is one of the year 1, which had no 29 February."""
    fund = _MAANED_DAG.match(vaerdi)
    if fund is None:
        return False
    try:
        dt.date(1 if aar else 4, int(fund[1]), int(fund[2]))
    except ValueError:
        return False
    return True


def _egne_krav(tema: Tema, raekke: Mapping[str, Any]) -> Iterator[str]:
    """The bounds and the geometry of types, as the model says them."""
    for navn, felt in tema.egne.items():
        if felt.krav is None or navn in SAESON or felt.er_json or tema.felter[navn].type == "uuid":
            continue
        if raekke.get(navn) is not None and not felt.krav.holder({felt.navn: raekke[navn]}):
            yield oversat(felt.krav_tekst)


def raad(tema: Tema, raekke: Mapping[str, Any], *, ny: bool) -> list[str]:
    """What GeoFA takes, but a reader would stumble over."""
    ud = [
        tr("{felt} ligner ikke en webadresse.").format(felt=titel(tema, navn))
        for navn in raekke
        if er_adresse(navn) and raekke[navn] is not None and not _HTTP.holder({"x": raekke[navn]})
    ]
    if raekke.get("adr_id") and raekke.get("vejkode") is not None:
        ud.append(tr("Både adresse-id og vejkode er udfyldt. GeoFA vil helst kun have adresse-id."))
    mtb = alle_regler()["rute.svaerhed_k.mtb"]
    if tema.tabel.navn == mtb.tabel and not mtb.krav.holder(raekke):
        ud.append(oversat(mtb.besked))
    if ny:
        ud += [
            tr("{felt}: koden {kode} er udgået. Vælg en anden.").format(
                felt=titel(tema, felt.navn), kode=raekke[felt.navn]
            )
            for felt in tema.sendte
            if felt.kodeliste is not None and raekke.get(felt.navn) in udgaaede(felt.kodeliste)
        ]
    return ud


_HTTP = Ligner("x", HTTP_MOENSTRE)
