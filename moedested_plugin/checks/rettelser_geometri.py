# SPDX-License-Identifier: GPL-2.0-or-later
"""Mends what needs no thought: gives the values to set in the row, or None where a person must look.

A fix mends every fault of its kind in the row, so that fixing many findings of one row one after the other does no harm.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Optional

from qgis.core import Qgis, QgsGeometry

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.kontrol import Rettelse
from moedested_plugin.domain.kontroller_geometri import (
    FLADER,
    GENTAGET_M,
    LINJER,
    SPIDS_GRADER,
    SPIDS_M,
)
from moedested_plugin.domain.kontroller_ruter import FORBIND_M, FRA_RUTEN_M, SAMME_PUNKT_M

from .huller import huller
from .langs import Langs, loese_ender
from .tegning import (
    Dele,
    Kaede,
    Maalt,
    Sted,
    afstand,
    dele,
    er_flad,
    laengde,
    punkter,
    som_kaede,
    som_wkb,
    sted,
    wkb_af,
)

if TYPE_CHECKING:
    from .fund import Fund
    from .udsnit import Udsnit

Nye = Optional[Mapping[str, Vaerdi]]
#: Making an area valid may not change it more than this.
_STOERSTE_FORSKEL = 0.01
#: The length that GeoFA takes.
_KM = 0.1, 500.99
_FAERREST_I_RING = 4


def ret(udsnit: Udsnit, fund: Fund) -> Nye:
    """The values to set in the row of the finding; None where it cannot be mended without a person."""
    rettelse = fund.kontrol.rettelse
    geometri = udsnit.geometri(fund.tabel, fund.noegle)
    if rettelse is None or rettelse not in RETTELSER or geometri is None:
        return None
    return RETTELSER[rettelse](udsnit, fund, geometri)


def _uden_gentagne(udsnit: Udsnit, fund: Fund, geometri: QgsGeometry) -> Nye:
    meter = udsnit.indstillet.tal(GENTAGET_M)
    wkb = wkb_af(geometri)
    alle = dele(wkb)
    if fund.tabel not in (*FLADER, *LINJER):
        beholdt: Dele = []
        for del_ in alle:
            if all(afstand(sted(del_[0], 0), sted(anden[0], 0)) > meter for anden in beholdt):
                beholdt.append(del_)
        return _ny(alle, beholdt, wkb)
    nye = []
    for del_ in alle:
        rene = [som_kaede(_adskilte(kaede, meter)) for kaede in del_]
        # Where nothing would be left, the chain is another fault and stays.
        nye.append([ny if _holder(ny, fund.tabel) else kaede for ny, kaede in zip(rene, del_)])
    return _ny(alle, nye, wkb)


def _adskilte(kaede: Kaede, meter: float) -> list[Sted]:
    """The vertices without those that stand still; both ends stay where they are."""
    ud: list[Sted] = []
    for punkt in punkter(kaede):
        if not ud or afstand(ud[-1], punkt) > meter:
            ud.append(punkt)
    slut = sted(kaede, -1)
    if ud[-1] != slut:
        ud[-1 if len(ud) > 1 else 1 :] = [slut]
    return ud


def _holder(kaede: Kaede, tabel: str) -> bool:
    if tabel in FLADER:
        return len(kaede) // 2 >= _FAERREST_I_RING and not er_flad(kaede)
    return len(kaede) // 2 > 1


def _ny(foer: Dele, efter: Dele, wkb: bytes) -> Nye:
    if efter == foer or not efter or not any(efter):
        return None
    return {GEOMETRI: som_wkb(efter, wkb)}


def _uden_tomme_dele(_: Udsnit, fund: Fund, geometri: QgsGeometry) -> Nye:
    wkb = wkb_af(geometri)
    alle = dele(wkb)
    if fund.tabel in FLADER:
        nye = [
            [del_[0], *(hul for hul in del_[1:] if not er_flad(hul))]
            for del_ in alle
            if del_ and not er_flad(del_[0])
        ]
    elif fund.tabel in LINJER:
        nye = [del_ for del_ in alle if del_ and laengde(del_[0]) > 0]
    else:
        nye = [del_ for del_ in alle if all(map(math.isfinite, del_[0]))]
    return _ny(alle, nye, wkb)


def _uden_spidser(udsnit: Udsnit, fund: Fund, geometri: QgsGeometry) -> Nye:
    grader, hoejst = udsnit.indstillet.tal(SPIDS_GRADER), udsnit.indstillet.tal(SPIDS_M)
    flade = fund.tabel in FLADER
    wkb = wkb_af(geometri)
    alle = dele(wkb)
    nye = [[_afrettet(kaede, grader, hoejst, flade=flade) for kaede in del_] for del_ in alle]
    if not all(_holder(kaede, fund.tabel) for del_ in nye for kaede in del_):
        return None
    return _ny(alle, nye, wkb)


def _afrettet(kaede: Kaede, grader: float, hoejst: float, *, flade: bool) -> Kaede:
    """Without its spikes; taking one away may leave the next, or the same vertex twice."""
    while len(kaede) > 4:
        vaek = {p for p, _ in Maalt(kaede).spidser(grader, hoejst, lukket=flade)}
        if not vaek:
            break
        if flade:
            rest = [p for p in punkter(kaede[:-2]) if p not in vaek]
            rest += rest[:1]
        else:
            alle = list(punkter(kaede))
            rest = [alle[0], *(p for p in alle[1:-1] if p not in vaek), alle[-1]]
        kaede = som_kaede(_adskilte(som_kaede(rest), 0.0)) if rest else ()
    return kaede


def _gyldig(_: Udsnit, __: Fund, geometri: QgsGeometry) -> Nye:
    """By GEOS, when it stays what it was: an area of nearly the same size."""
    foer = geometri.area()
    for metode in (Qgis.MakeValidMethod.Linework, Qgis.MakeValidMethod.Structure):
        hel = geometri.makeValid(metode)
        flader = [
            del_
            for del_ in hel.asGeometryCollection()
            if del_.type() == Qgis.GeometryType.Polygon and not del_.isEmpty()
        ]
        # The knots of a crossing are left as crumbs beside the area.
        mindst = _STOERSTE_FORSKEL * max((del_.area() for del_ in flader), default=0.0)
        samlet = QgsGeometry.collectGeometry([del_ for del_ in flader if del_.area() >= mindst])
        if not flader or not samlet.isGeosValid():
            continue
        if abs(samlet.area() - foer) <= _STOERSTE_FORSKEL * foer:
            samlet.convertToMultiType()
            return {GEOMETRI: samlet.asWkb().data()}
    return None


def _laengde(_: Udsnit, __: Fund, geometri: QgsGeometry) -> Nye:
    km = round(geometri.length() / 1000, 2)
    return {"laengde": km if _KM[0] <= km <= _KM[1] else None}


def _meter(udsnit: Udsnit, fund: Fund, geometri: QgsGeometry) -> Nye:
    for raekke in udsnit.af_noegler(fund.tabel, [fund.noegle], ("rute_id",)):
        rute = udsnit.geometri("rute", str(raekke["rute_id"]))
        linjer = [del_[0] for del_ in dele(wkb_af(geometri)) if del_]
        if rute is None or len(linjer) != 1:
            return None
        langs = Langs(dele(wkb_af(rute)))
        mulige = langs.strakte(linjer[0], udsnit.indstillet.tal(FRA_RUTEN_M))
        if mulige:
            return {"fra_m": round(mulige[0][0], 1), "til_m": round(mulige[0][1], 1)}
    return None


def _luk_rundtur(udsnit: Udsnit, _: Fund, geometri: QgsGeometry) -> Nye:
    wkb = wkb_af(geometri)
    linjer = [del_[0] for del_ in dele(wkb) if del_ and len(del_[0]) > 2]
    loese = loese_ender(linjer)
    if len(loese) != 2 or not (SAMME_PUNKT_M < afstand(*loese) < udsnit.indstillet.tal(FORBIND_M)):
        return None
    return {GEOMETRI: som_wkb([[k] for k in _forlaenget(linjer, loese[1], loese[0])], wkb)}


def _forbind(udsnit: Udsnit, _: Fund, geometri: QgsGeometry) -> Nye:
    wkb = wkb_af(geometri)
    linjer = [del_[0] for del_ in dele(wkb) if del_ and len(del_[0]) > 2]
    nye = linjer
    for hul in huller(linjer):
        if hul.meter < udsnit.indstillet.tal(FORBIND_M):
            nye = _forlaenget(nye, hul.fra, hul.til)
    if nye == linjer:
        return None
    return {GEOMETRI: som_wkb([[k] for k in _sammenlagt(nye)], wkb)}


def _forlaenget(linjer: list[Kaede], fra: Sted, til: Sted) -> list[Kaede]:
    """The lines with the one that has an end at either place drawn on to the other place."""
    for her, derhen in ((fra, til), (til, fra)):
        for nr, linje in enumerate(linjer):
            if sted(linje, -1) == her:
                return [*linjer[:nr], (*linje, *derhen), *linjer[nr + 1 :]]
            if sted(linje, 0) == her:
                return [*linjer[:nr], (*derhen, *linje), *linjer[nr + 1 :]]
    return linjer


def _sammenlagt(linjer: list[Kaede]) -> list[Kaede]:
    """Lines that follow each other as one."""
    ud = [linjer[0]]
    for linje in linjer[1:]:
        if sted(ud[-1], -1) == sted(linje, 0):
            ud[-1] = (*ud[-1], *linje[2:])
        else:
            ud.append(linje)
    return ud


RETTELSER: Mapping[Rettelse, Callable[[Udsnit, Fund, QgsGeometry], Nye]] = {
    Rettelse.FJERN_GENTAGNE_PUNKTER: _uden_gentagne,
    Rettelse.FJERN_TOMME_DELE: _uden_tomme_dele,
    Rettelse.FJERN_SPIDSER: _uden_spidser,
    Rettelse.GOER_GYLDIG: _gyldig,
    Rettelse.BEREGN_LAENGDE: _laengde,
    Rettelse.BEREGN_METER: _meter,
    Rettelse.LUK_RUNDTUR: _luk_rundtur,
    Rettelse.FORBIND_DELE: _forbind,
}
