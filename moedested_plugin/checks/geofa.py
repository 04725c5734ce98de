# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what GeoFA would refuse or regret: two addresses, the same thing twice, a drawing too small or in another municipality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

from moedested_plugin.domain.betingelse import udfyldt
from moedested_plugin.domain.steder import GAELDENDE

from .fund import Fund, aftryk_af
from .opslag import Ser, kald, navn_paa, noegle_af

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

#: Fields of GeoFA with an address of the web that we have no form for.
_ADRESSEFELT = re.compile(r"(foto_?|film|folde_?)?link\w*", re.IGNORECASE)
_HTTP = re.compile(r"https?://\S+", re.IGNORECASE)
_FACILITET = ("facil_ty_k", "navn", "statuskode")


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of these checks."""
    yield from kald(_SER, udsnit, kontroller)


def _ekstra(udsnit: Udsnit, tabel: str) -> Iterator[tuple[Raekke, Mapping[str, object]]]:
    for raekke in udsnit.raekker(tabel, ("adr_id", "geofa_ekstra"), udfyldt("geofa_ekstra")):
        ekstra = raekke["geofa_ekstra"]
        if isinstance(ekstra, dict):
            yield raekke, ekstra


def _vejkode(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for tabel in kontrol.tabeller:
        for raekke, ekstra in _ekstra(udsnit, tabel):
            if raekke["adr_id"] and ekstra.get("vejkode"):
                yield Fund(
                    kontrol, tabel, noegle_af(tabel, raekke), felt="adr_id",
                    aftryk=aftryk_af(raekke["adr_id"], ekstra["vejkode"]),
                )  # fmt: skip


def _adresser(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for tabel in kontrol.tabeller:
        for raekke, ekstra in _ekstra(udsnit, tabel):
            for felt, vaerdi in ekstra.items():
                adresse = vaerdi.strip() if isinstance(vaerdi, str) else ""
                if adresse and _ADRESSEFELT.fullmatch(felt) and not _HTTP.match(adresse):
                    yield Fund(
                        kontrol, tabel, noegle_af(tabel, raekke), {"felt": felt}, "geofa_ekstra",
                        maerke=felt, aftryk=aftryk_af(adresse),
                    )  # fmt: skip


def _punkt_og_flade(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    punkt, flade = "facilitet_punkt", "facilitet_flade"
    par = ((p.a, p.b) for p in udsnit.naboer(punkt, flade, 0, _FACILITET))
    omvendt = () if udsnit.alt else ((p.b, p.a) for p in udsnit.naboer(flade, punkt, 0, _FACILITET))
    for a, b in (*par, *omvendt):
        ens = a["facil_ty_k"] == b["facil_ty_k"]
        if ens and a["statuskode"] == b["statuskode"] == GAELDENDE:
            yield Fund(
                kontrol, punkt, noegle_af(punkt, a), {"navn": navn_paa(udsnit, flade, b)}, "facil_ty_k",
                maerke=noegle_af(flade, b), aftryk=aftryk_af(a["facil_ty_k"]),
            )  # fmt: skip


def _geofence(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    """Inside, or for lines and areas with a vertex inside."""
    if udsnit.graense is None:
        return
    kommunen = QgsGeometry.createGeometryEngine(udsnit.graense.constGet())
    kommunen.prepareGeometry()
    for tabel in kontrol.tabeller:
        for noegle, geometri in udsnit.geometrier(tabel):
            if geometri.isEmpty() or kommunen.contains(geometri.constGet()):
                continue
            knaek = list(geometri.vertices())
            ude = [punkt for punkt in knaek if not kommunen.contains(punkt)]
            if ude and (tabel == "facilitet_punkt" or len(ude) == len(knaek)):
                sted = (ude[0].x(), ude[0].y())
                yield Fund(kontrol, tabel, noegle, sted=sted, aftryk=aftryk_af(*map(round, sted)))


def _for_lille(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    mindst = udsnit.indstillet.tal(kontrol.graenser[0])
    for noegle, geometri in udsnit.geometrier("facilitet_flade"):
        if geometri.area() < mindst:
            yield _stoerrelse(kontrol, noegle, geometri, "m2", geometri.area())


def _for_kort(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    mindst = udsnit.indstillet.tal(kontrol.graenser[0])
    for noegle, geometri in udsnit.geometrier("rute"):
        if geometri.length() < mindst:
            yield _stoerrelse(kontrol, noegle, geometri, "meter", geometri.length())


def _stoerrelse(
    kontrol: Kontrol, noegle: str, geometri: QgsGeometry, maal: str, tal: float
) -> Fund:
    vist = f"{tal:.1f}".replace(".", ",")
    foerst = next(geometri.vertices(), None)
    sted = None if foerst is None else (foerst.x(), foerst.y())
    return Fund(
        kontrol, kontrol.tabeller[0], noegle, {maal: vist}, sted=sted, aftryk=aftryk_af(vist)
    )


_SER: Mapping[str, Ser] = {
    "geofa.adresse_og_vejkode": _vejkode,
    "geofa.ekstra_adresse": _adresser,
    "geofa.punkt_og_flade": _punkt_og_flade,
    "geofa.punkt_uden_for_kommunen": _geofence,
    "geofa.intet_i_kommunen": _geofence,
    "geofa.for_lille_flade": _for_lille,
    "geofa.for_kort_rute": _for_kort,
}
