# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts what follows from a route's line and surfaces (afledt) into the edit buffer, so that it is saved with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.domain.ejerskab import EJER
from moedested_plugin.domain.skema import tabel
from moedested_plugin.domain.underlag_langs import Stykke
from moedested_plugin.drawing.afledt import felter
from moedested_plugin.drawing.maal import Maal
from moedested_plugin.drawing.straekning_lag import lagte_af
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabelnavn_af
from moedested_plugin.project.raekke import er_null, qgisvaerdi, raekke_af

_RUTE, _STRAEKNING, _NOEGLE, _RUTE_ID = "rute", "straekning", "objekt_id", "rute_id"
#: With more routes than this, reading every stretch once is quicker than asking for those of each.
_FLEST_NOEGLER = 200


def lag_paa(project: QgsProject, tabelnavn: str) -> list[QgsVectorLayer]:
    """The layers of the table that are being edited."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and tabelnavn_af(layer) == tabelnavn
        and layer.isEditable()
    ]


def ved_gem(project: QgsProject) -> None:
    """Bring the routes that are about to be saved up to date.

    Only layers that are modified already: QGIS has made up its mind about the others when it asks the last of them.
    """
    underlag = next(iter(lag_paa(project, _STRAEKNING)), None)
    for layer in lag_paa(project, _RUTE):
        buffer = layer.editBuffer()
        if not buffer.isModified() or layer.isEditCommandActive():
            continue
        tegnede = {*buffer.addedFeatures(), *buffer.changedGeometries()}
        skriv(project, layer, {*tegnede, *buffer.changedAttributeValues()}, underlag, tegnede)


def skriv(
    project: QgsProject, layer: QgsVectorLayer, fids: Collection[int], underlag: QgsVectorLayer | None, tegnede: Collection[int] = (),
) -> bool:  # fmt: skip
    """Write what differs, as one undo step; `tegnede` were drawn anew. Whether there was anything to write."""
    if not fids:
        return False
    oensket = QgsFeatureRequest().setFilterFids(list(fids))
    ruter = [rute for rute in layer.getFeatures(oensket) if _er_vores(project, rute)]
    stykker = _straekninger(underlag, [str(rute[_NOEGLE]) for rute in ruter])
    nye: dict[int, dict[int, Any]] = {}
    for rute in ruter:
        nu = _forskel(layer, rute, stykker.get(str(rute[_NOEGLE]), ()), rute.id() in tegnede)
        if nu:
            nye[rute.id()] = nu
    if not nye:
        return False
    layer.beginEditCommand(tr("Afledte felter"))
    for fid, vaerdier in nye.items():
        # Nothing else follows from these; defaults would stamp the row once more for each field.
        layer.changeAttributeValues(fid, vaerdier, {}, True)
    layer.endEditCommand()
    return True


def _forskel(
    layer: QgsVectorLayer, rute: QgsFeature, straekninger: Iterable[QgsFeature], tegnet: bool
) -> dict[int, Any]:
    maal = Maal(rute.geometry())
    stykker: list[Stykke] = [et.stykke for et in lagte_af(straekninger, maal)]
    beskrevet = tabel(_RUTE)
    udledt = felter(maal, stykker, linjen=tegnet)
    staar = raekke_af(beskrevet, rute, udledt)
    return {
        layer.fields().lookupField(felt): qgisvaerdi(beskrevet.felt(felt), vaerdi)
        for felt, vaerdi in udledt.items()
        if felt in staar and staar[felt] != vaerdi
    }


def _er_vores(project: QgsProject, rute: QgsFeature) -> bool:
    """What another authority owns is corrected with them."""
    egen = QgsExpressionContextUtils.projectScope(project).variable("cvr")
    ejer = rute[EJER]
    return bool(er_null(ejer) or egen is None or int(ejer) == int(egen))


def _straekninger(
    underlag: QgsVectorLayer | None, noegler: Collection[str]
) -> Mapping[str, list[QgsFeature]]:
    ud: dict[str, list[QgsFeature]] = {}
    if underlag is None or not noegler:
        return ud
    oensket = QgsFeatureRequest()
    if len(noegler) <= _FLEST_NOEGLER:
        liste = ", ".join(QgsExpression.quotedString(noegle) for noegle in noegler)
        oensket.setFilterExpression(f'"{_RUTE_ID}" IN ({liste})')
    for feature in underlag.getFeatures(oensket):
        ud.setdefault(str(feature[_RUTE_ID]), []).append(feature)
    return ud
