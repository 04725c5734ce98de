# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds links to nothing, closed places in use, organisations that are no more, and what is said twice."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import Enten, Ikke, udfyldt
from moedested_plugin.domain.faelles import FOTO_OBJEKTER
from moedested_plugin.domain.genbrug import er
from moedested_plugin.domain.kontroller_sammenhaeng import HENVISENDE
from moedested_plugin.domain.moedesteder import (
    AKTIV,
    AKTIV_OG_FYSISK,
    ER_AKTIV,
    OPLOEST,
    OPSAT,
    SELVE_STEDET,
    STED_FELTER,
)
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.domain.steder import GAELDENDE, IKKE_GAELDENDE
from moedested_plugin.paths import resource

from .fund import Fund, aftryk_af
from .krav import overstaaet
from .opslag import (
    Ser,
    er_lukket,
    kald,
    moedested_af,
    navn_paa,
    noegle_af,
    sted_af,
    sted_felter,
)

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

_LINK = ("moedested_id", "rolle_k", *STED_FELTER)


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """The findings of these checks."""
    yield from kald(_SER, udsnit, kontroller)


def _henvisning(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for tabel in HENVISENDE:
        felter = [felt for felt in tabel.felter if felt.henviser is not None]
        hvor = Enten(tuple(udfyldt(felt.navn) for felt in felter))
        for raekke in udsnit.raekker(tabel.navn, [felt.navn for felt in felter], hvor):
            for felt in felter:
                maal, vaerdi = felt.henviser, raekke[felt.navn]
                if maal is None or not vaerdi or udsnit.ved(maal.tabel, maal.felt, vaerdi, ()):
                    continue
                yield Fund(
                    kontrol, tabel.navn, noegle_af(tabel.navn, raekke), {"felt": felt.alias}, felt.navn,
                    maerke=felt.navn, aftryk=aftryk_af(vaerdi),
                )  # fmt: skip


def _selve_stedet(udsnit: Udsnit) -> Iterator[Raekke]:
    return udsnit.raekker("tilknytning", _LINK, er("rolle_k", SELVE_STEDET))


def _to_gange(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke in _selve_stedet(udsnit):
        moedested = raekke["moedested_id"]
        ens = (
            udsnit.ved("tilknytning", "moedested_id", moedested, ("rolle_k",)) if moedested else ()
        )
        if sum(anden["rolle_k"] == SELVE_STEDET for anden in ens) > 1:
            noegle = noegle_af("tilknytning", raekke)
            yield Fund(kontrol, "tilknytning", noegle, felt="rolle_k", aftryk=aftryk_af(moedested))


def _uden_sted(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke in udsnit.raekker("moedested", ("form_k", "livscyklus_k"), AKTIV_OG_FYSISK):
        noegle = noegle_af("moedested", raekke)
        if not udsnit.ved("tilknytning", "moedested_id", noegle, ()):
            yield Fund(kontrol, "moedested", noegle, aftryk=aftryk_af("intet"))


def _langt_vaek(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    hoejst = udsnit.indstillet.tal(kontrol.graenser[0])
    for raekke in _selve_stedet(udsnit):
        sted = sted_af(udsnit, raekke)
        her = udsnit.geometri("moedested", str(raekke["moedested_id"]))
        der = udsnit.geometri(sted[0], noegle_af(*sted)) if sted else None
        if her is None or der is None or (meter := her.distance(der)) <= hoejst:
            continue
        punkt = her.asPoint()
        yield Fund(
            kontrol, "tilknytning", noegle_af("tilknytning", raekke), {"meter": round(meter)}, "rolle_k",
            (punkt.x(), punkt.y()), aftryk=aftryk_af(round(meter)),
        )  # fmt: skip


def _lukket_i_brug(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke in udsnit.raekker("tilknytning", _LINK):
        moedested, sted = moedested_af(udsnit, raekke), sted_af(udsnit, raekke)
        if moedested is None or sted is None or moedested["livscyklus_k"] != AKTIV:
            continue
        tabel, det = sted
        if er_lukket(det, udsnit.i_dag):
            yield Fund(
                kontrol, "tilknytning", noegle_af("tilknytning", raekke),
                {"navn": navn_paa(udsnit, tabel, det)}, "rolle_k", aftryk=_lukning(det),
            )  # fmt: skip


def _lukning(raekke: Raekke) -> str:
    return aftryk_af(*(raekke[felt] for felt in ("statuskode", "lukket_fra", "lukket_til")))


_MULIGT_LUKKET = Enten((er("statuskode", IKKE_GAELDENDE), udfyldt("lukket_fra")))


def _paa_rute(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    meter = udsnit.indstillet.tal(kontrol.graenser[0])
    for tabel in kontrol.tabeller:
        felter = tuple(dict.fromkeys((*sted_felter(tabel), *sted_felter("rute"))))
        egne = tuple(felt for felt in felter if tabel_af_navn(tabel).har(felt))
        lukkede = {
            noegle_af(tabel, raekke)
            for raekke in udsnit.raekker(tabel, egne, _MULIGT_LUKKET)
            if er_lukket(raekke, udsnit.i_dag)
        }
        par = (
            [(p.a, p.b) for p in udsnit.naboer(tabel, "rute", meter, felter, kun=lukkede)]
            if lukkede
            else []
        )
        if not udsnit.alt:
            par += [(p.b, p.a) for p in udsnit.naboer("rute", tabel, meter, felter)]
        for sted, rute in par:
            aaben = rute["statuskode"] == GAELDENDE and not er_lukket(rute, udsnit.i_dag)
            if aaben and er_lukket(sted, udsnit.i_dag):
                navne = {
                    "navn": navn_paa(udsnit, tabel, sted),
                    "rute": navn_paa(udsnit, "rute", rute),
                }
                yield Fund(
                    kontrol, tabel, noegle_af(tabel, sted), navne, "lukket_fra",
                    maerke=noegle_af("rute", rute), aftryk=_lukning(sted),
                )  # fmt: skip


def _foto(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke in udsnit.raekker("foto", ("objekt_lag", "objekt_id")):
        lag, objekt = str(raekke["objekt_lag"]), raekke["objekt_id"]
        if lag in FOTO_OBJEKTER and not udsnit.ved(lag, tabel_af_navn(lag).noegle, objekt, ()):
            noegle = noegle_af("foto", raekke)
            yield Fund(kontrol, "foto", noegle, felt="objekt_id", aftryk=aftryk_af(objekt))


def _organisation(udsnit: Udsnit, noegle: object) -> Raekke | None:
    if not noegle:
        return None
    fundet = udsnit.ved("organisation", "organisation_id", str(noegle), ("navn", "aktiv"))
    return next(iter(fundet), None)


def _ikke_i_brug(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    hvor = {"moedested": ER_AKTIV, "aktivitet": Ikke(overstaaet(udsnit.i_dag))}
    for tabel, betingelse in hvor.items():
        felter = ("organisation_id", *betingelse.felter())
        for raekke in udsnit.raekker(tabel, felter, betingelse):
            organisation = _organisation(udsnit, raekke["organisation_id"])
            if organisation is not None and organisation["aktiv"] is False:
                yield Fund(
                    kontrol, tabel, noegle_af(tabel, raekke), {"organisation": organisation["navn"]},
                    "organisation_id", aftryk=aftryk_af(raekke["organisation_id"]),
                )  # fmt: skip


def _er_ansvarlig(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    for raekke in udsnit.raekker("medvirkende", ("moedested_id", "organisation_id")):
        moedested = moedested_af(udsnit, raekke)
        egen = raekke["organisation_id"]
        if moedested is not None and egen and moedested["organisation_id"] == egen:
            organisation = _organisation(udsnit, egen) or {}
            yield Fund(
                kontrol, "medvirkende", noegle_af("medvirkende", raekke),
                {"organisation": organisation.get("navn", "")}, "organisation_id", aftryk=aftryk_af(egen),
            )  # fmt: skip


def _udstyr(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    felter = ("moedested_id", "udstyr_status_k")
    for raekke in udsnit.raekker("udstyr", felter, er("udstyr_status_k", OPSAT)):
        moedested = moedested_af(udsnit, raekke)
        if moedested is not None and moedested["livscyklus_k"] == OPLOEST:
            yield Fund(
                kontrol, "udstyr", noegle_af("udstyr", raekke), {"navn": moedested["navn"]}, "moedested_id",
                aftryk=aftryk_af(raekke["moedested_id"]),
            )  # fmt: skip


@lru_cache(maxsize=1)
def _postnumre() -> Mapping[int, str]:
    with resource("geofa", "postnumre.csv").open(encoding="utf-8", newline="") as fil:
        return {int(raekke["postnr"]): raekke["by"] for raekke in csv.DictReader(fil)}


def _postnr(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    """A village may have a name of its own; a town that has a postal number of its own is another town."""
    byer = {by.casefold() for by in _postnumre().values()}
    findes_ikke = kontrol.kode.endswith("findes_ikke")
    for raekke in udsnit.raekker("moedested", ("postnr", "by"), udfyldt("postnr")):
        postnr, by = raekke["postnr"], str(raekke["by"] or "").strip()
        rigtig = _postnumre().get(postnr) if isinstance(postnr, int) else None
        anden = rigtig is not None and by.casefold() in byer - {rigtig.casefold()}
        if (rigtig is None) if findes_ikke else anden:
            vaerdier = {"postnr": postnr, "by": by, "rigtig": rigtig}
            yield Fund(
                kontrol, "moedested", noegle_af("moedested", raekke), vaerdier, kontrol.felter[0],
                aftryk=aftryk_af(postnr, by),
            )  # fmt: skip


def _overlapper(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    felter = ("moedested_id", "fra", "til")
    for raekke in udsnit.raekker("besoegstal", felter):
        noegle = noegle_af("besoegstal", raekke)
        andre = udsnit.ved("besoegstal", "moedested_id", raekke["moedested_id"], felter)
        if any(noegle_af("besoegstal", a) != noegle and _samtidig(a, raekke) for a in andre):
            yield Fund(
                kontrol,
                "besoegstal",
                noegle,
                felt="fra",
                aftryk=aftryk_af(raekke["fra"], raekke["til"]),
            )


def _samtidig(a: Raekke, b: Raekke) -> bool:
    dage = [raekke[felt] for raekke in (a, b) for felt in ("fra", "til")]
    a_fra, a_til, b_fra, b_til = (dag if isinstance(dag, dt.date) else dt.date.min for dag in dage)
    return a_fra <= b_til and b_fra <= a_til


_SER: Mapping[str, Ser] = {
    "sammenhaeng.henvisning": _henvisning,
    "sammenhaeng.selve_stedet_to_gange": _to_gange,
    "sammenhaeng.aktiv_uden_sted": _uden_sted,
    "sammenhaeng.selve_stedet_langt_vaek": _langt_vaek,
    "sammenhaeng.lukket_sted_i_brug": _lukket_i_brug,
    "sammenhaeng.lukket_paa_aaben_rute": _paa_rute,
    "sammenhaeng.foto_uden_objekt": _foto,
    "sammenhaeng.organisation_ikke_i_brug": _ikke_i_brug,
    "sammenhaeng.medvirkende_er_ansvarlig": _er_ansvarlig,
    "sammenhaeng.udstyr_paa_oploest": _udstyr,
    "sammenhaeng.postnr_og_by": _postnr,
    "sammenhaeng.postnr_findes_ikke": _postnr,
    "sammenhaeng.besoegstal_overlapper": _overlapper,
}
