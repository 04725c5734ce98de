# SPDX-License-Identifier: GPL-2.0-or-later
"""The stretches of a route as rows of their layer: read as they are edited, written as a plan says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayerUtils

from moedested_plugin.checks.tegning import Kaede, dele, som_wkb, wkb_af
from moedested_plugin.domain.skema import tabel
from moedested_plugin.domain.underlag_langs import UKENDT, Stykke
from moedested_plugin.project.raekke import geometri_af, raekke_af

from .straekning import Lagt, Plan

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from .maal import Maal

_FELTER = ("fra_m", "til_m", "underlag_k", "bredde_m", "forhindring_k", "note")
_CM = 2
_LINJE_WKB = b"\x01\x02\x00\x00\x00\x00\x00\x00\x00"


def paa_ruten(layer: QgsVectorLayer, rute_id: str) -> Iterator[QgsFeature]:
    """The rows of the route, saved or not."""
    udtryk = QgsExpression.createFieldEqualityExpression("rute_id", rute_id)
    yield from layer.getFeatures(QgsFeatureRequest().setFilterExpression(udtryk))


def laes(layer: QgsVectorLayer, rute_id: str) -> Iterator[tuple[Lagt, Kaede]]:
    """The rows with their line on the ground; the metres are those that were kept."""
    for feature in paa_ruten(layer, rute_id):
        yield Lagt(stykke_af(feature), feature.id()), linje_af(feature.geometry())


def lagte(layer: QgsVectorLayer, rute_id: str, maal: Maal) -> list[Lagt]:
    """The stretches that lie on the route, measured now. What lies off it is left alone."""
    return lagte_af(paa_ruten(layer, rute_id), maal)


def lagte_af(raekker: Iterable[QgsFeature], maal: Maal) -> list[Lagt]:
    """The same of rows that were read already."""
    ud = []
    for feature in raekker:
        stykke = stykke_af(feature)
        strakt = maal.strakt(linje_af(feature.geometry()), (stykke.fra, stykke.til))
        if strakt is not None:
            ud.append(Lagt(replace(stykke, fra=strakt[0], til=strakt[1]), feature.id()))
    return sorted(ud, key=lambda et: (et.fra, et.til))


def skriv(layer: QgsVectorLayer, rute_id: str, maal: Maal, plan: Plan) -> bool:
    """Put the plan into the edit buffer, within a command of the caller's. False where the layer refused."""
    gik = True
    if plan.slettede:
        gik = layer.deleteFeatures(plan.slettede)
    for fid, stykke in plan.rettede.items():
        gik = gik and layer.changeGeometry(fid, linje(maal, stykke))
        gik = gik and layer.changeAttributeValues(fid, _vaerdier(layer, stykke))
    for stykke in plan.nye:
        felter = {layer.fields().lookupField("rute_id"): rute_id, **_vaerdier(layer, stykke)}
        ny = QgsVectorLayerUtils.createFeature(layer, linje(maal, stykke), felter)
        gik = gik and layer.addFeature(ny)
    return gik


def udfoer(layer: QgsVectorLayer, tekst: str, goer: Callable[[], bool]) -> bool:
    """One undo step, or none where it went wrong midway."""
    layer.beginEditCommand(tekst)
    try:
        gik = goer()
    except BaseException:
        layer.destroyEditCommand()
        raise
    if gik:
        layer.endEditCommand()
    else:
        layer.destroyEditCommand()
    layer.triggerRepaint()
    return gik


def linje_af(geometri: QgsGeometry) -> Kaede:
    """The line of a stretch; empty where it has none, or several."""
    alle = [] if geometri.isNull() else dele(wkb_af(geometri))
    return alle[0][0] if len(alle) == 1 and alle[0] else ()


def linje(maal: Maal, stykke: Stykke) -> QgsGeometry:
    """A stretch on the ground."""
    return som_linje(maal.linje((stykke.fra, stykke.til)))


def som_linje(kaede: Kaede) -> QgsGeometry:
    """The line as a geometry."""
    return geometri_af(som_wkb([[kaede]], _LINJE_WKB))


def _vaerdier(layer: QgsVectorLayer, stykke: Stykke) -> dict[int, Any]:
    vaerdier: tuple[Any, ...] = (
        round(stykke.fra, _CM), round(stykke.til, _CM), stykke.underlag, stykke.bredde,
        stykke.forhindring, stykke.note or None,
    )  # fmt: skip
    return {layer.fields().lookupField(felt): v for felt, v in zip(_FELTER, vaerdier)}


def stykke_af(feature: QgsFeature) -> Stykke:
    """A row as it was kept."""
    raekke: dict[str, Any] = dict(raekke_af(tabel("straekning"), feature, _FELTER))
    return Stykke(
        raekke["fra_m"] or 0.0,
        raekke["til_m"] or 0.0,
        raekke["underlag_k"] or UKENDT,
        raekke["bredde_m"],
        raekke["forhindring_k"],
        str(raekke["note"] or ""),
    )
