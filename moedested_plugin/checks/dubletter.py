# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is drawn twice: one finding for each pair, on the row that came last."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, cast

import numpy as np

from moedested_plugin.domain.betingelse import GEOMETRI, udfyldt
from moedested_plugin.domain.kontroller_dubletter import (
    DUBLET_M,
    ENS_M,
    MOEDESTED_M,
    NAVN_M,
    REDUNDANS_M,
)
from moedested_plugin.domain.moedesteder import OPLOEST
from moedested_plugin.domain.navne import ens_navn, ligner_navn
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.domain.steder import BAENK_TYPER, IKKE_GAELDENDE
from moedested_plugin.i18n import tr

from .fund import Fund, aftryk_af
from .gitter import Gitter
from .krav import typens_navn
from .naboer import punkter_af
from .punktsky import med_selskab
from .sted import punkt_i
from .tal import dansk

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

_TYPE = {"facilitet_punkt": "facil_ty_k", "facilitet_flade": "facil_ty_k", "rute": "rute_ty_k"}


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """What the given checks find."""
    til = {kontrol.kode.partition(".")[2]: kontrol for kontrol in kontroller}
    if "facilitet" in til or "facilitet_navn" in til:
        yield from _faciliteter(udsnit, til)
    if "moedested" in til:
        yield from _moedesteder(udsnit, til["moedested"])
    for kode, tabel in (("rute", "rute"), ("flade", "facilitet_flade")):
        if kode in til and not udsnit.afbrudt():
            yield from _ens(udsnit, til[kode], tabel)
    if "punkt_og_flade" in til and not udsnit.afbrudt():
        yield from _punkt_og_flade(udsnit, til["punkt_og_flade"])


@dataclass(frozen=True)
class _Raekke:
    tabel: str
    raekke: Raekke

    @property
    def noegle(self) -> str:
        return cast("str", self.raekke[tabel_af_navn(self.tabel).noegle])

    @property
    def type(self) -> int | None:
        """A bench is a bench, with a table or without."""
        kode = cast("int | None", self.raekke.get(_TYPE[self.tabel]))
        return BAENK_TYPER[0] if kode in BAENK_TYPER else kode

    @property
    def navn(self) -> str:
        return str(self.raekke.get("navn") or "").strip()

    @property
    def gaelder(self) -> bool:
        """What is closed for good may lie under what came instead."""
        if self.tabel == "moedested":
            return self.raekke.get("livscyklus_k") != OPLOEST
        return self.raekke.get("statuskode") != IKKE_GAELDENDE

    def kom(self) -> tuple[int, str, str]:
        """Order of coming; what is not yet saved comes last."""
        oprettet = self.raekke.get("oprettet")
        return (1 if oprettet is None else 0, str(oprettet), self.noegle)


def _felter(tabel: str) -> list[str]:
    egne = ["livscyklus_k"] if tabel == "moedested" else [_TYPE[tabel], "statuskode"]
    return ["navn", "oprettet", *egne]


def _fund(
    udsnit: Udsnit, kontrol: Kontrol, a: _Raekke, b: _Raekke, afstand: float, *, paa: str = ""
) -> Fund:
    """On the one that came last, or on that of the table `paa`."""
    sidst, foerst = (a, b) if a.kom() >= b.kom() else (b, a)
    if paa and sidst.tabel != paa:
        sidst, foerst = foerst, sidst
    tegning, anden = (udsnit.geometri(r.tabel, r.noegle) for r in (sidst, foerst))
    vaerdier = {"anden": _kaldt(udsnit, foerst), "meter": dansk(afstand, 1)}
    wkb = [None if g is None else g.asWkb().data() for g in (tegning, anden)]
    return Fund(
        kontrol, sidst.tabel, sidst.noegle, vaerdier, GEOMETRI,
        None if tegning is None else punkt_i(tegning), foerst.noegle,
        aftryk_af(sidst.navn, foerst.navn, *wkb),
    )  # fmt: skip


def _kaldt(udsnit: Udsnit, raekke: _Raekke) -> str:
    """What to call the other one."""
    if raekke.navn:
        return raekke.navn
    type_ = "" if raekke.tabel == "moedested" else typens_navn(udsnit, raekke.tabel, raekke.raekke)
    return type_ or tr("et objekt uden navn")


def _naboer(
    udsnit: Udsnit, tabel: str, andre: str, meter: float, kun: Collection[str] | None = None
) -> Iterator[tuple[_Raekke, _Raekke, float]]:
    felter = list(dict.fromkeys((*_felter(tabel), *_felter(andre))))
    for par in udsnit.naboer(tabel, andre, meter, felter, kun=kun):
        if udsnit.afbrudt():
            return
        a, b = _Raekke(tabel, par.a), _Raekke(andre, par.b)
        if a.gaelder and b.gaelder:
            yield a, b, par.afstand


def _faciliteter(udsnit: Udsnit, til: Mapping[str, Kontrol]) -> Iterator[Fund]:
    oveni, navn = til.get("facilitet"), til.get("facilitet_navn")
    taet, naer = udsnit.indstillet.tal(DUBLET_M), udsnit.indstillet.tal(NAVN_M)
    if oveni:
        for a, b, afstand in _naboer(udsnit, "facilitet_punkt", "facilitet_punkt", taet):
            if a.type == b.type:
                yield _fund(udsnit, oveni, a, b, afstand)
    kun = _af_samme_navn(udsnit) if navn and udsnit.alt else None
    if navn is None:
        return
    if kun != set():
        for a, b, afstand in _naboer(udsnit, "facilitet_punkt", "facilitet_punkt", naer, kun):
            if a.type == b.type and afstand > taet and _samme_navn(a, b):
                yield _fund(udsnit, navn, a, b, afstand)
    if not udsnit.afbrudt():
        yield from _flader_med_navn(udsnit, navn, naer)


def _af_samme_navn(udsnit: Udsnit) -> set[str]:
    """Points whose type and name another has too: few, where neighbours within 50 m may be very many."""
    hedder: dict[tuple[int | None, str], list[str]] = {}
    for raekke in udsnit.raekker("facilitet_punkt", ("navn", "facil_ty_k"), udfyldt("navn")):
        et = _Raekke("facilitet_punkt", raekke)
        hedder.setdefault((et.type, ens_navn(et.navn)), []).append(et.noegle)
    return {noegle for egne in hedder.values() if len(egne) > 1 for noegle in egne}


def _flader_med_navn(udsnit: Udsnit, navn: Kontrol, naer: float) -> Iterator[Fund]:
    ens = udsnit.indstillet.tal(ENS_M)
    for a, b, afstand in _naboer(udsnit, "facilitet_flade", "facilitet_flade", naer):
        if a.type == b.type and _samme_navn(a, b) and _hausdorff(udsnit, a, b) > ens:
            yield _fund(udsnit, navn, a, b, afstand)


def _samme_navn(a: _Raekke, b: _Raekke) -> bool:
    return bool(a.navn) and ens_navn(a.navn) == ens_navn(b.navn)


def _moedesteder(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    naer = udsnit.indstillet.tal(MOEDESTED_M)
    for a, b, afstand in _naboer(udsnit, "moedested", "moedested", naer):
        if ligner_navn(a.navn, b.navn):
            yield _fund(udsnit, kontrol, a, b, afstand)


# The same line or area -------------------------------------------------------------------------------


def _ens(udsnit: Udsnit, kontrol: Kontrol, tabel: str) -> Iterator[Fund]:
    meter = udsnit.indstillet.tal(ENS_M)
    kandidater = (
        _ens_bokse(udsnit, tabel, meter) if udsnit.alt else _ved_rettede(udsnit, tabel, meter)
    )
    for a, b in kandidater:
        if udsnit.afbrudt():
            return
        if a.type == b.type and a.gaelder and b.gaelder:
            afstand = _hausdorff(udsnit, a, b)
            if afstand <= meter:
                yield _fund(udsnit, kontrol, a, b, afstand)


def _ved_rettede(udsnit: Udsnit, tabel: str, meter: float) -> Iterator[tuple[_Raekke, _Raekke]]:
    for a, b, _ in _naboer(udsnit, tabel, tabel, meter):
        yield a, b


def _ens_bokse(udsnit: Udsnit, tabel: str, meter: float) -> Iterator[tuple[_Raekke, _Raekke]]:
    """Rows whose boxes agree. All lines that cross would be far more, and none of them is the same."""
    noegler: list[str] = []
    bokse = array("d")
    for noegle, geometri in udsnit.geometrier(tabel):
        r = geometri.boundingBox()
        noegler.append(noegle)
        bokse.extend((r.xMinimum(), r.yMinimum(), r.xMaximum(), r.yMaximum()))
    bredde = max(meter, 1.0)
    hjoerner = np.frombuffer(bokse).reshape(-1, 4)[:, :2]
    gitter = Gitter(bredde)
    par: list[tuple[str, str]] = []
    for nr in compress(range(len(noegler)), med_selskab(hjoerner, bredde)):
        boks = bokse[4 * nr : 4 * nr + 4]
        par += [
            (noegler[anden], noegler[nr])
            for anden in map(int, gitter.omkring(boks[0], boks[1]))
            if all(abs(u - v) <= meter for u, v in zip(boks, bokse[4 * anden : 4 * anden + 4]))
        ]
        gitter.laeg(boks[0], boks[1], str(nr))
    noegle_felt = tabel_af_navn(tabel).noegle
    i_par = {noegle for to in par for noegle in to}
    raekker = {
        cast("str", r[noegle_felt]): _Raekke(tabel, r)
        for r in udsnit.af_noegler(tabel, i_par, _felter(tabel))
    }
    for a, b in par:
        yield raekker[a], raekker[b]


def _hausdorff(udsnit: Udsnit, a: _Raekke, b: _Raekke) -> float:
    """How far the one is from the other where they are furthest apart."""
    x, y = udsnit.geometri(a.tabel, a.noegle), udsnit.geometri(b.tabel, b.noegle)
    if x is None or y is None or x.isEmpty() or y.isEmpty():
        return float("inf")
    afstand = x.hausdorffDistance(y)
    return float("inf") if afstand < 0 else afstand


# A point and an area ---------------------------------------------------------------------------------


def _punkt_og_flade(udsnit: Udsnit, kontrol: Kontrol) -> Iterator[Fund]:
    meter = udsnit.indstillet.tal(REDUNDANS_M)
    kun = _punkter_ved_flader(udsnit, meter) if udsnit.alt else None
    for punkt, flade, afstand in _naboer(udsnit, "facilitet_punkt", "facilitet_flade", meter, kun):
        if _samme_slags(punkt, flade):
            yield _fund(udsnit, kontrol, punkt, flade, afstand, paa="facilitet_punkt")
    if not udsnit.alt:
        rettede = {
            _Raekke("facilitet_punkt", r).noegle for r in udsnit.raekker("facilitet_punkt", [])
        }
        for flade, punkt, afstand in _naboer(udsnit, "facilitet_flade", "facilitet_punkt", meter):
            if punkt.noegle not in rettede and _samme_slags(punkt, flade):
                yield _fund(udsnit, kontrol, punkt, flade, afstand, paa="facilitet_punkt")


def _samme_slags(a: _Raekke, b: _Raekke) -> bool:
    """GeoFA's types end in how they are drawn: 1 both ways, 2 point, 3 area."""
    if a.type is None or b.type is None or a.type // 10 != b.type // 10:
        return False
    return not (a.navn and b.navn) or ligner_navn(a.navn, b.navn)


def _punkter_ved_flader(udsnit: Udsnit, meter: float) -> list[str]:
    """The points in the squares of the areas: few areas, many points."""
    gitter = Gitter(100.0)
    nogen = False
    for noegle, geometri in udsnit.geometrier("facilitet_flade"):
        r = geometri.boundingBox().buffered(meter)
        nogen = True
        gitter.laeg_boks((r.xMinimum(), r.yMinimum(), r.xMaximum(), r.yMaximum()), noegle)
    if not nogen:
        return []
    ved = [
        noegle
        for noegle, wkb in udsnit.wkb("facilitet_punkt")
        if any(gitter.har(*sted) for sted in punkter_af(wkb) or ())
    ]
    return [
        _Raekke("facilitet_punkt", raekke).noegle
        for raekke in udsnit.af_noegler("facilitet_punkt", ved, ["statuskode"])
        if raekke["statuskode"] != IKKE_GAELDENDE
    ]
