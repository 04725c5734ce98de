# SPDX-License-Identifier: GPL-2.0-or-later
"""Instead (i stedet) of drawing the same again: link what is there to the mødested that is being worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsGeometry

from moedested_plugin.domain.moedesteder import STED_FELTER
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.drawing.kendt import nyt_objekt
from moedested_plugin.drawing.skridt import buffer_i
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import tabelnavn_af
from moedested_plugin.project.lag import LAG_AF_ROLLE

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from moedested_plugin.gui.current_project import CurrentProject

    from .vaerktoej import Tegneomgivelser


def moedested_i_arbejde(current: CurrentProject) -> str | None:
    """The key of the mødested that is being worked on: the one selected, else the one drawn last and not yet saved."""
    layer = current.layer("moedested")
    if layer is None:
        return None
    if layer.selectedFeatureCount() == 1:
        return str(layer.selectedFeatures()[0]["moedested_id"])
    buffer = buffer_i(layer)
    nye = buffer.addedFeatures() if buffer is not None else {}
    return str(nye[min(nye)]["moedested_id"]) if nye else None  # temporary ids count downwards


def knyt(
    om: Tegneomgivelser, moedested_id: str, layer: QgsVectorLayer, feature: QgsFeature
) -> bool:
    """Link the place to the mødested, in one step; False where it is linked already."""
    tabelnavn = tabelnavn_af(layer)
    tilknytning = om.current.layer("tilknytning")
    beskrevet = tabel_af_navn("tilknytning")
    felt = next(
        (
            navn
            for navn in STED_FELTER
            if (henviser := beskrevet.felt(navn).henviser) is not None
            and henviser.tabel == tabelnavn
        ),
        None,
    )
    if tilknytning is None or felt is None:
        return False
    noegle = str(feature[tabel_af_navn(tabelnavn).noegle])
    har = f"\"moedested_id\" = '{moedested_id}' AND \"{felt}\" = '{noegle}'"  # nosec B608 - an expression of QGIS
    if any(True for _ in tilknytning.getFeatures(har)):
        return False
    if not tilknytning.isEditable() and not om.iface.vectorLayerTools().startEditing(tilknytning):
        return False
    ny = nyt_objekt(
        tilknytning, LAG_AF_ROLLE["tilknytning"], QgsGeometry(),
        {"moedested_id": moedested_id, felt: noegle},
    )  # fmt: skip
    tilknytning.beginEditCommand(tr("Knyt til mødestedet"))
    lagt = bool(tilknytning.addFeature(ny))
    tilknytning.endEditCommand()
    return lagt
