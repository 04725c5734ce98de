# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is wrong with a drawing: one pass over each table, every fault of a row, each at its exact place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.kontroller_geometri import (
    ALLE,
    FLADE_M2,
    FLADER,
    GENTAGET_M,
    GEOFA_X,
    GEOFA_Y,
    LAND_M,
    LINJE_M,
    LINJER,
    MANGE_PUNKTER,
    PUNKTER,
    SPIDS_GRADER,
    SPIDS_M,
)

from . import gyldig
from .fund import Fund, aftryk_af
from .naboer import geometri_af
from .omraade import Omraade, land
from .tal import dansk, koordinat
from .tegning import (
    Dele,
    Kaede,
    Maalt,
    Sted,
    areal,
    dele,
    er_flad,
    et_punkt,
    kaeder,
    punkter,
    sted,
)

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from moedested_plugin.domain.kontrol import Graense, Kontrol

    from .udsnit import Udsnit

#: A fault of a row: the end of its check's code, where, and what fills the sentence.
_Fejl = tuple[str, "Sted | None", dict[str, object]]
_UD_OG_IND = ("selvkrydsning", "selvberoering", "hul_udenfor", "dele_overlapper", "ugyldig")
#: Then lengths and areas mean nothing.
_ANDEN_VERDEN = ("grader", "byttede_akser")
_VERDEN = 180.0, 90.0
#: So often is the user's wish to stop looked at.
_TUR = 512


def find(udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> Iterator[Fund]:
    """What the given checks find."""
    gang = _Gang(udsnit, kontroller)
    for tabel in ALLE:
        if not any(tabel in kontrol.tabeller for kontrol in kontroller):
            continue
        for nr, (noegle, wkb) in enumerate(udsnit.wkb(tabel)):
            if nr % _TUR == 0 and udsnit.afbrudt():
                return
            punkt = et_punkt(wkb)
            # Nearly all are: nothing more is made of them.
            if punkt is None or not gang.i_orden(*punkt):
                yield from gang.fund(tabel, noegle, wkb)


class _Gang:
    """One run: what is switched on, with which numbers."""

    def __init__(self, udsnit: Udsnit, kontroller: Sequence[Kontrol]) -> None:
        self._kontroller = {
            (tabel, kontrol.kode.partition(".")[2]): kontrol
            for kontrol in kontroller
            for tabel in kontrol.tabeller
        }
        slaaet_til = {kode for _, kode in self._kontroller}

        def tal(graense: Graense) -> float:
            return udsnit.indstillet.tal(graense)

        self._gentaget, self._grader, self._spids = tal(GENTAGET_M), tal(SPIDS_GRADER), tal(SPIDS_M)
        self._linje, self._flade, self._mange = tal(LINJE_M), tal(FLADE_M2), tal(MANGE_PUNKTER)
        self._land_m = tal(LAND_M)
        self._kommune = self._land = None
        if "uden_for_kommunen" in slaaet_til and udsnit.graense is not None:
            self._kommune = Omraade(udsnit.graense)
        if "langt_fra_land" in slaaet_til and (kyst := land()) is not None:
            self._land = Omraade(kyst, self._land_m)
        self._ugyldig = not slaaet_til.isdisjoint(_UD_OG_IND)
        self._moede = not slaaet_til.isdisjoint(("rute_krydser", "rute_oveni"))

    def fund(self, tabel: str, noegle: str, wkb: bytes) -> Iterator[Fund]:
        """The findings of one row."""
        punkt = et_punkt(wkb)
        if punkt is None:
            fejl = self._fejl(tabel, geometri_af(wkb), dele(wkb))
        else:
            fejl = self._punkt_fejl(punkt)
        aftryk = ""
        set_foer: set[tuple[str, str]] = set()
        for kode, hvor, vaerdier in fejl:
            kontrol = self._kontroller.get((tabel, kode))
            maerke = "" if hvor is None else f"{hvor[0]:.2f} {hvor[1]:.2f}"
            if kontrol is None or (kode, maerke) in set_foer:
                continue
            set_foer.add((kode, maerke))
            aftryk = aftryk or aftryk_af(wkb)
            yield Fund(kontrol, tabel, noegle, vaerdier, GEOMETRI, hvor, maerke, aftryk)

    def _fejl(self, tabel: str, geometri: QgsGeometry, alle: Dele) -> Iterator[_Fejl]:
        fyldte = [del_ for del_ in alle if del_ and not all(map(math.isnan, del_[0]))]
        if not fyldte:
            yield "tom", None, {}
            return
        yield from _antal_dele(alle, fyldte)
        alle_kaeder = list(kaeder(fyldte))
        if not all(math.isfinite(sum(kaede)) for kaede in alle_kaeder):
            hele = (p for kaede in alle_kaeder for p in punkter(kaede))
            yield "ikke_tal", next(filter(_er_tal, hele), None), {}
            return
        for fejl in self._sted_fejl(alle_kaeder):
            yield fejl
            if fejl[0] in _ANDEN_VERDEN:
                return
        if tabel in PUNKTER:
            yield from self._samme_punkt(alle_kaeder)
        elif tabel in LINJER:
            yield from self._linje_fejl(alle_kaeder, rute=tabel == "rute", geometri=geometri)
        elif tabel in FLADER:
            yield from self._flade_fejl(fyldte, geometri)
        antal = sum(map(len, alle_kaeder)) // 2
        if antal > self._mange:
            yield "mange_punkter", sted(alle_kaeder[0], 0), {"antal": antal}

    def _punkt_fejl(self, punkt: Sted) -> Iterator[_Fejl]:
        if _er_tal(punkt):
            yield from self._sted_fejl([punkt])
        else:  # an empty point is written as NaN
            yield ("tom" if all(map(math.isnan, punkt)) else "ikke_tal"), None, {}

    # Where in the world ------------------------------------------------------------------------------

    def i_orden(self, x: float, y: float) -> bool:
        """Whether a point is where it can be."""
        return (
            GEOFA_X[0] <= x <= GEOFA_X[1]
            and GEOFA_Y[0] <= y <= GEOFA_Y[1]
            and (self._kommune is None or self._kommune.naar(x, y))
            and (self._land is None or self._land.naar(x, y))
        )

    def _sted_fejl(self, alle: Sequence[Kaede]) -> Iterator[_Fejl]:
        x, y = alle[0][0], alle[0][1]
        if not all(_boks_i_danmark(kaede) for kaede in alle):
            yield _ude_af_verden([p for kaede in alle for p in punkter(kaede)])
            return
        for omraade, kode in ((self._kommune, "uden_for_kommunen"), (self._land, "langt_fra_land")):
            if omraade is not None and not any(
                omraade.naar(*p) for kaede in alle for p in punkter(kaede)
            ):
                yield kode, (x, y), {"meter": dansk(self._land_m, 0)}

    # Shape -------------------------------------------------------------------------------------------

    def _samme_punkt(self, steder: Sequence[Kaede]) -> Iterator[_Fejl]:
        if len(steder) > 1:
            ordnet = sorted(steder)
            samlet = Maalt(tuple(tal for punkt in ordnet for tal in punkt))
            for hvor, gange in samlet.gentagne(self._gentaget):
                yield "gentagne_punkter", hvor, {"gange": gange}

    def _kaede_fejl(self, maalt: Maalt, *, lukket: bool) -> Iterator[_Fejl]:
        for hvor, gange in maalt.gentagne(self._gentaget):
            yield "gentagne_punkter", hvor, {"gange": gange}
        for hvor, meter in maalt.spidser(self._grader, self._spids, lukket=lukket):
            yield "spids", hvor, {"meter": dansk(meter, 1)}

    def _linje_fejl(
        self, linjer: Sequence[Kaede], *, rute: bool, geometri: QgsGeometry
    ) -> Iterator[_Fejl]:
        i_alt = 0.0
        for linje in linjer:
            maalt = Maalt(linje)
            if maalt.laengde <= 0:
                yield "uden_udstraekning", sted(linje, 0), {}
                continue
            i_alt += maalt.laengde
            yield from self._kaede_fejl(maalt, lukket=False)
        if 0 < i_alt < self._linje:
            yield "for_kort", sted(linjer[0], 0), {"meter": dansk(i_alt, 2)}
        if rute and self._moede and not geometri.isSimple():
            for kode, hvor in gyldig.hvor_ruten_moeder_sig_selv([[linje] for linje in linjer]):
                yield kode, hvor, {}

    def _flade_fejl(self, alle: Dele, geometri: QgsGeometry) -> Iterator[_Fejl]:
        i_alt, fyldte = 0.0, []
        for del_ in alle:
            fyldte.append([ring for ring in del_ if not er_flad(ring)])
            for nr, ring in enumerate(del_):
                if ring not in fyldte[-1]:
                    yield "uden_udstraekning", sted(ring, 0), {}
                    continue
                i_alt += -areal(ring) if nr else areal(ring)
                yield from self._kaede_fejl(Maalt(ring), lukket=True)
        gyldig_ = geometri.isGeosValid()
        if gyldig_ and i_alt < self._flade:
            yield "for_lille", sted(alle[0][0], 0), {"areal": dansk(i_alt, 1)}
        if self._ugyldig and not gyldig_:
            yield from _ugyldig(
                fyldte, geometri, flade_ringe=sum(map(len, alle)) > sum(map(len, fyldte))
            )


def _ugyldig(alle: Dele, geometri: QgsGeometry, *, flade_ringe: bool) -> Iterator[_Fejl]:
    fundet = gyldig.fejl_i_flade(alle)
    for kode, hvor in fundet:
        yield kode, hvor, {}
    if fundet or flade_ringe:  # then enough is said
        return
    for fejl in geometri.validateGeometry(Qgis.GeometryValidationEngine.Geos):
        sted_ = (fejl.where().x(), fejl.where().y()) if fejl.hasWhere() else None
        yield "ugyldig", sted_, {"fejl": fejl.what()}


def _antal_dele(alle: Dele, fyldte: Dele) -> Iterator[_Fejl]:
    if len(fyldte) < len(alle):
        nr = next(i for i, del_ in enumerate(alle, 1) if del_ not in fyldte)
        yield "tom_del", sted(fyldte[0][0], 0), {"del_nr": nr, "dele": len(alle)}
    if len(fyldte) > 1:
        yield "flere_dele", sted(fyldte[1][0], 0), {"dele": len(fyldte)}


def _er_tal(punkt: Sted) -> bool:
    return math.isfinite(punkt[0]) and math.isfinite(punkt[1])


def _i_danmark(x: float, y: float) -> bool:
    return GEOFA_X[0] <= x <= GEOFA_X[1] and GEOFA_Y[0] <= y <= GEOFA_Y[1]


def _boks_i_danmark(kaede: Kaede) -> bool:
    x, y = kaede[::2], kaede[1::2]
    return _i_danmark(min(x), min(y)) and _i_danmark(max(x), max(y))


def _ude_af_verden(steder: Sequence[Sted]) -> _Fejl:
    """Which mistake puts a drawing outside Denmark."""
    x, y = next(p for p in steder if not _i_danmark(*p))
    kode, decimaler = "uden_for_danmark", 0
    if all(abs(a) <= _VERDEN[0] and abs(b) <= _VERDEN[1] for a, b in steder):
        kode, decimaler = "grader", 4
    elif all(_i_danmark(b, a) for a, b in steder):
        kode = "byttede_akser"
    return kode, (x, y), {"x": koordinat(x, decimaler), "y": koordinat(y, decimaler)}
