# SPDX-License-Identifier: GPL-2.0-or-later
"""Links (tilknytninger) between a moedested and the places around it: what to suggest, in which role, and making them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from moedested_plugin.domain.moedesteder import (
    ADGANGSVEJ,
    FACILITET,
    RUTE,
    SELVE_STEDET,
    STED_FELTER,
    TILKNYTNING,
)
from moedested_plugin.domain.steder import BAENK_TYPER, IKKE_GAELDENDE
from moedested_plugin.project.aabent import rolle_af, tabelnavn_af
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.raekke import er_null

from .ramt import omkring
from .visenavn import Visenavn

#: How far around a moedested places are suggested.
FORSLAG_M = 100.0
#: The place itself lies no further from the moedested; a path that ends so near leads to it.
VED_M = 30.0
# facil_ty_k: motionsmødested, forsamlingshus, foreningshus, oplevelsespunkt
_KERNER = frozenset((1112, 5011, 5061, 2161))
#: cykelparkering, holdeplads, parkeringsplads
ANKOMST_TYPER = frozenset((1162, 1291, 1351))
_ADGANGSVEJ_RUTE = 12  # rute_ty_k
_FELT = {
    "facilitet_punkt": STED_FELTER[0],
    "facilitet_flade": STED_FELTER[1],
    "rute": STED_FELTER[2],
}


@dataclass(frozen=True)
class Kandidat:
    """A link that could be made. `layer` and `fid` are the object to be shown: the place, or from a route the moedested."""

    layer: QgsVectorLayer
    fid: int
    navn: str
    meter: float
    moedested_id: str
    felt: str
    noegle: str
    rolle_k: int
    #: From the object one stands at to this one, for the map.
    linje: QgsGeometry


def forslag(
    steder: Iterable[QgsVectorLayer],
    tilknytning: QgsVectorLayer,
    moedested: QgsFeature,
    ankomst: Sequence[QgsGeometry] = (),
    meter: float = FORSLAG_M,
) -> list[Kandidat]:
    """The places around a moedested that are not tied to it, the nearest first; `ankomst` are stops and car parks."""
    noegle, her = str(moedested["moedested_id"]), moedested.geometry()
    if her.isNull() or her.isEmpty():
        return []
    kendte = _links(tilknytning, "moedested_id", noegle)
    taget = {str(link[felt]) for link in kendte for felt in STED_FELTER}
    fundne, typer = [], {}
    for layer in steder:
        navne = Visenavn(layer)
        for afstand, sted in omkring(layer, her, meter, felter=_felter(layer, navne)):
            if str(sted["objekt_id"]) not in taget and sted["statuskode"] != IKKE_GAELDENDE:
                kandidat = _kandidat(layer, sted, moedested, ankomst, navne.af(sted))
                fundne.append(replace(kandidat, meter=afstand))
                typer[kandidat.noegle] = _type(layer, sted)
    fundne.sort(key=lambda hver: hver.meter)
    if any(link["rolle_k"] == SELVE_STEDET for link in kendte):
        return fundne
    return _med_kerne(fundne, typer)


def kandidat_af(
    layer: QgsVectorLayer,
    sted: QgsFeature,
    moedested: QgsFeature,
) -> Kandidat:
    """The link of a moedested to this very place, however far away it lies."""
    return _kandidat(layer, sted, moedested, (), Visenavn(layer).af(sted))


def _kandidat(
    layer: QgsVectorLayer,
    sted: QgsFeature,
    moedested: QgsFeature,
    ankomst: Sequence[QgsGeometry],
    navn: str,
) -> Kandidat:
    her = moedested.geometry()
    har_sted = not (her.isNull() or her.isEmpty())
    return Kandidat(
        layer=layer,
        fid=sted.id(),
        navn=navn,
        meter=her.distance(sted.geometry()) if har_sted else 0.0,
        moedested_id=str(moedested["moedested_id"]),
        felt=_FELT[tabelnavn_af(layer)],
        noegle=str(sted["objekt_id"]),
        rolle_k=_rolle(layer, sted, her, ankomst),
        linje=her.shortestLine(sted.geometry()) if har_sted else QgsGeometry(),
    )


def ad_ankomsten(
    kandidater: Sequence[Kandidat], her: QgsGeometry, ankomst: Sequence[QgsGeometry]
) -> list[Kandidat]:
    """The same, where a route that turns out to lead there from a stop or a car park is an *Adgangsvej*."""

    def nu(kandidat: Kandidat) -> Kandidat:
        if kandidat.rolle_k == RUTE:
            oensket = QgsFeatureRequest(kandidat.fid).setNoAttributes()
            for rute in kandidat.layer.getFeatures(oensket):
                if _foerer_frem(rute.geometry(), her, ankomst):
                    return replace(kandidat, rolle_k=ADGANGSVEJ)
        return kandidat

    return [nu(kandidat) for kandidat in kandidater]


def passerede(
    moedesteder: QgsVectorLayer,
    tilknytning: QgsVectorLayer,
    rutelag: QgsVectorLayer,
    rute: QgsFeature,
    ankomst: Sequence[QgsGeometry] = (),
    meter: float = FORSLAG_M,
) -> list[Kandidat]:
    """The moedesteder that a route passes and that are not tied to it, the nearest first."""
    kendte = _links(tilknytning, _FELT["rute"], str(rute["objekt_id"]))
    taget = {str(link["moedested_id"]) for link in kendte}
    fundne = []
    navne = Visenavn(moedesteder)
    felter = _felter(moedesteder, navne)
    for _, moedested in omkring(moedesteder, rute.geometry(), meter, felter=felter):
        if str(moedested["moedested_id"]) not in taget:
            link = _kandidat(rutelag, rute, moedested, ankomst, navne.af(moedested))
            fundne.append(replace(link, layer=moedesteder, fid=moedested.id()))
    return sorted(fundne, key=lambda hver: hver.meter)


def tilknyt(tilknytning: QgsVectorLayer, kandidater: Iterable[Kandidat]) -> list[int]:
    """Put the links into the edit buffer, but for those that stand there already; gives their ids.

    A moedested that has its *Selve stedet* gets the next one as a facility: the store allows one.
    """
    nye = []
    for kandidat in kandidater:
        kendte = _links(tilknytning, "moedested_id", kandidat.moedested_id)
        if any(link[kandidat.felt] == kandidat.noegle for link in kendte):
            continue
        rolle = kandidat.rolle_k
        if rolle == SELVE_STEDET and any(link["rolle_k"] == SELVE_STEDET for link in kendte):
            rolle = RUTE if kandidat.felt == _FELT["rute"] else FACILITET
        link = QgsVectorLayerUtils.createFeature(
            tilknytning, QgsGeometry(), {}, tilknytning.createExpressionContext()
        )
        # Not given to `createFeature`: PostgreSQL tells QGIS of a unique pair as of two unique fields, and for the second
        # link of a moedested QGIS would make another key of its own, with '_1' at the end.
        link["moedested_id"] = kandidat.moedested_id
        link[kandidat.felt] = kandidat.noegle
        link["rolle_k"] = rolle
        if tilknytning.addFeature(link):
            nye.append(link.id())
    return nye


def uknyttede(tilknytning: QgsVectorLayer, kandidater: Sequence[Kandidat]) -> list[Kandidat]:
    """Those whose link does not stand in the layer, saved or not; asked in one question."""
    if not kandidater:
        return []
    noegler = {kandidat.moedested_id for kandidat in kandidater}
    kendte = {
        (str(link["moedested_id"]), felt, str(link[felt]))
        for link in _links(tilknytning, "moedested_id", *sorted(noegler))
        for felt in STED_FELTER
    }
    return [k for k in kandidater if (k.moedested_id, k.felt, k.noegle) not in kendte]


def _links(tilknytning: QgsVectorLayer, felt: str, *noegler: str) -> list[QgsFeature]:
    kolonne = QgsExpression.quotedColumnRef(TILKNYTNING.felt(felt).navn)
    hvor = f"{kolonne} IN ({', '.join(map(QgsExpression.quotedString, noegler))})"
    return list(tilknytning.getFeatures(QgsFeatureRequest().setFilterExpression(hvor)))


def _felter(layer: QgsVectorLayer, navne: Visenavn) -> list[str] | None:
    """What is read of an object that could be tied; None for all, where its name is made of who knows what."""
    navn = navne.felter
    if navn is None:
        return None
    kendte = set(layer.fields().names())
    lag = LAG_AF_ROLLE[rolle_af(layer)]
    egne = ("objekt_id", "moedested_id", "statuskode", lag.typefelt)
    return sorted(kendte & {*navn, *egne})


def _type(layer: QgsVectorLayer, sted: QgsFeature) -> int:
    vaerdi = sted[LAG_AF_ROLLE[rolle_af(layer)].typefelt]
    return 0 if er_null(vaerdi) else int(vaerdi)


def _rolle(
    layer: QgsVectorLayer, sted: QgsFeature, her: QgsGeometry, ankomst: Sequence[QgsGeometry]
) -> int:
    type_ = _type(layer, sted)
    if tabelnavn_af(layer) != "rute":
        return ADGANGSVEJ if type_ in ANKOMST_TYPER else FACILITET
    if type_ == _ADGANGSVEJ_RUTE or _foerer_frem(sted.geometry(), her, ankomst):
        return ADGANGSVEJ
    return RUTE


def _foerer_frem(rute: QgsGeometry, her: QgsGeometry, ankomst: Sequence[QgsGeometry]) -> bool:
    """Whether a route goes from a stop or a car park to the moedested."""
    if not ankomst or her.isEmpty() or rute.isEmpty():
        return False
    hjoerner = list(rute.vertices())
    ender = [QgsGeometry(ende.clone()) for ende in hjoerner[:1] + hjoerner[-1:]]
    for den_ene, den_anden in (ender, ender[::-1]):
        if den_ene.distance(her) <= VED_M and any(
            den_anden.distance(hver) <= VED_M for hver in ankomst
        ):
            return True
    return False


def _med_kerne(fundne: list[Kandidat], typer: dict[str, int]) -> list[Kandidat]:
    """Let the nearest house or such be the place itself; a bench only where there is nothing else."""
    for kerner in (_KERNER, frozenset(BAENK_TYPER)):
        for nr, kandidat in enumerate(fundne):
            if typer[kandidat.noegle] in kerner and kandidat.meter <= VED_M:
                fundne[nr] = replace(kandidat, rolle_k=SELVE_STEDET)
                return fundne
    return fundne
