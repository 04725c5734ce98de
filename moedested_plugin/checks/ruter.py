# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is wrong with a route as something to walk: gaps, loose ends, round trips, length. Surfaces and places follow."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.kontroller_ruter import (
    LAENGDE_PCT,
    NAESTEN_M,
    RUNDTUR_M,
    SAMME_PUNKT_M,
)

from . import ruter_steder, ruter_underlag
from .fund import Fund, aftryk_af
from .gitter import Gitter
from .huller import huller
from .krav import typens_navn
from .langs import loese_ender
from .punktsky import med_selskab
from .tal import dansk
from .tegning import Kaede, Sted, afstand, dele, laengde, sted, wkb_af

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from moedested_plugin.domain.betingelse import Vaerdi
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

_RUTE = "rute"
#: The length is kept with two decimals, and nobody counts the last ten metres.
_MINDSTE_FEJL_KM = 0.02
_FELTER = ("navn", "rute_ty_k", "rundtur", "laengde", "oprettet")
_FORM = ("hul", "rundtur_aaben", "rundtur_naesten", "rundtur_nej", "laengde", "naesten_forbundet")


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """What the given checks find."""
    til = {kontrol.kode.partition(".")[2]: kontrol for kontrol in kontroller}
    if not til.keys().isdisjoint(_FORM):
        yield from _Gang(udsnit, til).fund()
    for finder in (ruter_steder.baenke, ruter_underlag.find, ruter_steder.moedesteder):
        if not udsnit.afbrudt():
            yield from finder(udsnit, til)


@dataclass(frozen=True)
class _Ende:
    noegle: str
    sted: Sted


class _Ender:
    """Loose ends, as little as can be kept of each."""

    def __init__(self) -> None:
        self.noegler: list[str] = []
        self._xy = array("d")

    def laeg(self, noegle: str, loese: Sequence[Sted]) -> None:
        """Those of one route."""
        for punkt in loese:
            self.noegler.append(noegle)
            self._xy.extend(punkt)

    def steder(self) -> NDArray[np.float64]:
        """Their places, one row each."""
        return np.frombuffer(self._xy.tobytes()).reshape(-1, 2)

    def ende(self, nr: int) -> _Ende:
        """One of them."""
        return _Ende(self.noegler[nr], (self._xy[2 * nr], self._xy[2 * nr + 1]))


class _Gang:
    """One look at every route."""

    def __init__(self, udsnit: Udsnit, til: Mapping[str, Kontrol]) -> None:
        self._udsnit = udsnit
        self._til = til
        self._rundtur_m = udsnit.indstillet.tal(RUNDTUR_M)
        self._laengde_pct = udsnit.indstillet.tal(LAENGDE_PCT)
        #: What is said of the form of each route; of most nothing.
        self._siges: dict[str, tuple[Vaerdi, Vaerdi]] = {
            str(raekke["objekt_id"]): (raekke["rundtur"], raekke["laengde"])
            for raekke in udsnit.raekker(_RUTE, ("rundtur", "laengde"))
            if raekke["rundtur"] is not None or raekke["laengde"] is not None
        }
        #: Those that have an end which nearly meets another.
        self._raekker: dict[str, Raekke] = {}

    def fund(self) -> Iterator[Fund]:
        """Every finding of the shape of the routes looked at."""
        ender = _Ender()
        for noegle, wkb in self._udsnit.wkb(_RUTE):
            if self._udsnit.afbrudt():
                return
            linjer = [del_[0] for del_ in dele(wkb) if del_ and len(del_[0]) > 2]
            if not linjer:
                continue
            rundtur, gemt = self._siges.get(noegle, (None, None))
            loese = _loese(linjer)
            ender.laeg(noegle, loese)
            for kode, hvor, vaerdier, maerke in self._form(linjer, loese, rundtur, gemt):
                if kode in self._til:
                    felt = self._til[kode].felter[0]
                    afhaenger = [
                        v for f, v in (("rundtur", rundtur), ("laengde", gemt)) if f == felt
                    ]
                    yield Fund(
                        self._til[kode], _RUTE, noegle, vaerdier, felt, hvor, maerke,
                        aftryk_af(wkb, *afhaenger),
                    )  # fmt: skip
        if "naesten_forbundet" in self._til:
            yield from self._naesten(ender)

    def _form(
        self, linjer: Sequence[Kaede], loese: Sequence[Sted], rundtur: Vaerdi, gemt: Vaerdi
    ) -> Iterator[tuple[str, Sted, dict[str, object], str]]:
        if len(linjer) > 1 and "hul" in self._til:
            for hul in huller(linjer):
                yield "hul", hul.fra, {"meter": dansk(hul.meter, 1)}, _maerke(hul.fra, hul.til)
        if len(loese) == 2:
            mangler = afstand(*loese)
            if rundtur and mangler > SAMME_PUNKT_M:
                kode = "rundtur_aaben" if mangler > self._rundtur_m else "rundtur_naesten"
                yield kode, loese[1], {"meter": dansk(mangler, 1)}, ""
        elif not loese and rundtur is False and _km(linjer) > 0:
            yield "rundtur_nej", sted(linjer[0], 0), {}, ""
        if isinstance(gemt, (int, float)) and "laengde" in self._til:
            km = _km(linjer)
            forskel = abs(gemt - km)
            if forskel > max(_MINDSTE_FEJL_KM, km * self._laengde_pct / 100):
                midte = linjer[len(linjer) // 2]
                hvor = sted(midte, len(midte) // 4)
                yield "laengde", hvor, {"gemt": dansk(gemt, 2), "maalt": dansk(km, 2)}, ""

    # Ends that nearly meet ---------------------------------------------------------------------------

    def _naesten(self, ender: _Ender) -> Iterator[Fund]:
        meter = self._udsnit.indstillet.tal(NAESTEN_M)
        egne = len(ender.noegler)
        if not self._udsnit.alt:
            self._laeg_andres(ender, meter)
        gitter = Gitter(meter)
        # Nearly all stand alone: of those nothing is made.
        alle = {
            nr: ender.ende(nr)
            for nr in compress(range(len(ender.noegler)), med_selskab(ender.steder(), meter))
        }
        for nr, ende in alle.items():
            gitter.laeg(*ende.sted, str(nr))
        fundet: list[tuple[float, _Ende, _Ende]] = []
        spurgt: set[int] = set()
        for nr, ende in alle.items():
            if nr >= egne:
                break
            naere = [(afstand(ende.sted, alle[n].sted), n) for n in map(int, gitter.omkring(*ende.sted)) if n != nr]  # fmt: skip
            # An end that meets another is where it should be.
            if any(langt <= SAMME_PUNKT_M for langt, _ in naere):
                continue
            spurgt.add(nr)
            moedt: list[Sted] = []
            for langt, anden, n in sorted((langt, alle[n].noegle, n) for langt, n in naere):
                # Where several meet one is named. Of two that both lie loose the pair comes once.
                ny = all(afstand(alle[n].sted, sted_) > SAMME_PUNKT_M for sted_ in moedt)
                if langt <= meter and anden != ende.noegle and ny and n not in spurgt:
                    moedt.append(alle[n].sted)
                    fundet.append((langt, ende, alle[n]))
        andre = {e.noegle for _, a, b in fundet for e in (a, b)}
        for raekke in self._udsnit.af_noegler(_RUTE, andre, _FELTER):
            self._raekker[str(raekke["objekt_id"])] = raekke
        for langt, a, b in fundet:
            sidst, foerst = (a, b) if self._kom(a) >= self._kom(b) else (b, a)
            navn = kaldt(self._udsnit, self._raekker[foerst.noegle])
            yield Fund(
                self._til["naesten_forbundet"], _RUTE, sidst.noegle,
                {"meter": dansk(langt, 1), "anden": navn}, GEOMETRI, sidst.sted,
                f"{_maerke(sidst.sted, foerst.sted)} {foerst.noegle}", aftryk_af(sidst.sted, foerst.sted),
            )  # fmt: skip

    def _kom(self, ende: _Ende) -> tuple[bool, str, str]:
        oprettet = self._raekker[ende.noegle]["oprettet"]
        return oprettet is None, str(oprettet), ende.noegle

    def _laeg_andres(self, ender: _Ender, meter: float) -> None:
        set_paa = {str(raekke["objekt_id"]) for raekke in self._udsnit.raekker(_RUTE, ())}
        andre = {
            str(par.b["objekt_id"]) for par in self._udsnit.naboer(_RUTE, _RUTE, meter, ("navn",))
        }
        for noegle in sorted(andre - set_paa):
            geometri = self._udsnit.geometri(_RUTE, noegle)
            if geometri is not None:
                linjer = [del_[0] for del_ in dele(wkb_af(geometri)) if del_ and len(del_[0]) > 2]
                ender.laeg(noegle, _loese(linjer))


def _km(linjer: Sequence[Kaede]) -> float:
    return sum(map(laengde, linjer)) / 1000


def _maerke(fra: Sted, til: Sted) -> str:
    return f"{fra[0]:.2f} {fra[1]:.2f} {til[0]:.2f} {til[1]:.2f}"


def _loese(linjer: Sequence[Kaede]) -> list[Sted]:
    if len(linjer) != 1:
        return loese_ender(linjer)
    ender = [sted(linjer[0], 0), sted(linjer[0], -1)]
    return ender if afstand(*ender) > SAMME_PUNKT_M else []


def kaldt(udsnit: Udsnit, raekke: Raekke) -> str:
    """What to call a route."""
    return str(raekke["navn"] or "").strip() or typens_navn(udsnit, _RUTE, raekke)
