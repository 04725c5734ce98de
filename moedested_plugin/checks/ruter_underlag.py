# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is wrong with the surfaces of a route: off the route, across a gap, upon each other, too few, wrong metres."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import QgsGeometry, QgsPoint

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.kontroller_ruter import DAEKKER_PCT, FRA_RUTEN_M, METER_M

from .fund import Fund, aftryk_af
from .langs import Langs
from .tal import dansk
from .tegning import Kaede, Sted, dele, punkter, wkb_af

if TYPE_CHECKING:
    from moedested_plugin.domain.kontrol import Kontrol

    from .udsnit import Raekke, Udsnit

_RUTE, _STRAEKNING = "rute", "straekning"
_FELTER = ("rute_id", "fra_m", "til_m")
_KODER = (
    "underlag_daekker_ikke", "underlag_overlapper", "straekning_over_hul", "straekning_fra_ruten", "meter_passer_ikke",
)  # fmt: skip


@dataclass(frozen=True)
class _Strakt:
    """A stretch as it lies along its route."""

    raekke: Raekke
    wkb: bytes
    fra: float
    til: float

    @property
    def noegle(self) -> str:
        return str(self.raekke["straekning_id"])


def find(udsnit: Udsnit, til: Mapping[str, Kontrol]) -> Iterator[Fund]:
    """What the given checks find."""
    if til.keys().isdisjoint(_KODER):
        return
    for rute, straekninger in _efter_rute(udsnit):
        geometri = udsnit.geometri(_RUTE, rute)
        if udsnit.afbrudt():
            return
        if geometri is not None and straekninger:
            wkb = wkb_af(geometri)
            langs = Langs(dele(wkb))
            if langs.laengde > 0:
                yield from _Rute(udsnit, til, rute, wkb, langs, geometri).fund(straekninger)


def _efter_rute(udsnit: Udsnit) -> Iterator[tuple[str, Sequence[Raekke]]]:
    """The routes whose surfaces are looked at, each with all of them."""
    ruter: dict[str, list[Raekke]] = {}
    for raekke in udsnit.raekker(_STRAEKNING, _FELTER):
        ruter.setdefault(str(raekke["rute_id"]), []).append(raekke)
    if udsnit.alt:
        yield from ruter.items()
        return
    for raekke in udsnit.raekker(_RUTE, ()):
        ruter.setdefault(str(raekke["objekt_id"]), [])
    for rute in ruter:
        yield rute, udsnit.ved(_STRAEKNING, "rute_id", rute, _FELTER)


class _Rute:
    """The surfaces of one route."""

    def __init__(
        self, udsnit: Udsnit, til: Mapping[str, Kontrol], noegle: str, wkb: bytes, langs: Langs, geometri: QgsGeometry,
    ) -> None:  # fmt: skip
        self._udsnit, self._til, self._noegle, self._wkb, self._langs = (
            udsnit,
            til,
            noegle,
            wkb,
            langs,
        )
        tal = udsnit.indstillet.tal
        self._fra_ruten_m, self._meter_m = tal(FRA_RUTEN_M), tal(METER_M)
        self._daekker_pct = tal(DAEKKER_PCT)
        self._geometri = geometri  # the engine does not own it
        self._motor = QgsGeometry.createGeometryEngine(geometri.constGet())
        self._motor.prepareGeometry()

    def fund(self, straekninger: Sequence[Raekke]) -> Iterator[Fund]:
        """Each stretch by itself, then together."""
        strakte: list[_Strakt] = []
        for raekke in straekninger:
            geometri = self._udsnit.geometri(_STRAEKNING, str(raekke["straekning_id"]))
            alle = [] if geometri is None else dele(wkb_af(geometri))
            if geometri is not None and len(alle) == 1 and alle[0] and len(alle[0][0]) > 2:
                yield from self._en(raekke, wkb_af(geometri), alle[0][0], strakte)
        strakte.sort(key=lambda s: (s.fra, s.til, s.noegle))
        yield from self._overlap(strakte)
        if len(strakte) == len(straekninger):  # a stretch off the route covers nobody knows what
            yield from self._daekning(strakte)

    def _en(
        self, raekke: Raekke, wkb: bytes, linje: Kaede, strakte: list[_Strakt]
    ) -> Iterator[Fund]:
        vaek = [p for p in punkter(linje) if not self._motor.distanceWithin(QgsPoint(*p), self._fra_ruten_m)]  # fmt: skip
        if vaek:
            meter, hvor = max((self._langs.fra(p), p) for p in vaek)
            yield from self._meld("straekning_fra_ruten", raekke, wkb, hvor, {"meter": dansk(meter, 1)})  # fmt: skip
        mulige = self._langs.strakte(linje, self._fra_ruten_m)
        if not mulige:
            return
        gemt = (raekke["fra_m"], raekke["til_m"])
        fra, til = next((m for m in mulige if self._passer(gemt, m)), mulige[0])
        if not self._passer(gemt, (fra, til)):
            vaerdier: dict[str, object] = {
                "gemt": " – ".join(
                    dansk(v, 0) if isinstance(v, (int, float)) else "?" for v in gemt
                ),
                "maalt": f"{dansk(fra, 0)} – {dansk(til, 0)}",
            }
            yield from self._meld("meter_passer_ikke", raekke, wkb, (linje[0], linje[1]), vaerdier)
        strakte.append(_Strakt(raekke, wkb, fra, til))
        for mark in self._langs.spring():
            if fra + self._meter_m < mark < til - self._meter_m:
                yield from self._meld("straekning_over_hul", raekke, wkb, self._langs.punkt(mark), {})  # fmt: skip

    def _passer(self, gemt: tuple[object, object], maalt: tuple[float, float]) -> bool:
        return all(
            isinstance(g, (int, float)) and abs(g - m) <= self._meter_m for g, m in zip(gemt, maalt)
        )

    def _overlap(self, strakte: Sequence[_Strakt]) -> Iterator[Fund]:
        for nr, sidst in enumerate(strakte):
            for foerst in strakte[:nr]:
                faelles = min(foerst.til, sidst.til) - sidst.fra
                if faelles > self._meter_m:
                    yield from self._meld(
                        "underlag_overlapper", sidst.raekke, sidst.wkb, self._langs.punkt(sidst.fra),
                        {"meter": dansk(faelles, 0)}, foerst.noegle, foerst.wkb,
                    )  # fmt: skip

    def _daekning(self, strakte: Sequence[_Strakt]) -> Iterator[Fund]:
        kontrol = self._til.get("underlag_daekker_ikke")
        naaet, daekket, foerste_hul = 0.0, 0.0, None
        for et in strakte:
            if et.fra > naaet + self._meter_m and foerste_hul is None:
                foerste_hul = naaet
            daekket += max(0.0, et.til - max(et.fra, naaet))
            naaet = max(naaet, et.til)
        pct = 100 * daekket / self._langs.laengde
        if kontrol and pct < self._daekker_pct:
            hvor = self._langs.punkt(naaet if foerste_hul is None else foerste_hul)
            yield Fund(
                kontrol, _RUTE, self._noegle, {"pct": dansk(int(pct), 0)}, GEOMETRI, hvor, "",
                aftryk_af(self._wkb, *(s.wkb for s in strakte)),
            )  # fmt: skip

    def _meld(
        self, kode: str, raekke: Raekke, wkb: bytes, hvor: Sted, vaerdier: dict[str, object], maerke: str = "",
        *ogsaa: object,
    ) -> Iterator[Fund]:  # fmt: skip
        kontrol = self._til.get(kode)
        if kontrol is not None:
            if kode == "straekning_over_hul":
                maerke = f"{hvor[0]:.2f} {hvor[1]:.2f}"
            yield Fund(
                kontrol, _STRAEKNING, str(raekke["straekning_id"]), vaerdier, kontrol.felter[0], hvor, maerke,
                aftryk_af(wkb, self._wkb, raekke["fra_m"], raekke["til_m"], *ogsaa),
            )  # fmt: skip
