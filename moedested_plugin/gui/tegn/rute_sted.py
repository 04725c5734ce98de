# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the mouse is, in the layer's own measure; the route under it; and what can be done to that route."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

    from moedested_plugin.drawing.graf import Graf
    from moedested_plugin.drawing.rutevej import Punkt
    from moedested_plugin.gui.current_project import CurrentProject

    from .rute_efter import RuteEfter
    from .vaerktoej import Tegneomgivelser

#: What can be drawn, as the roles of the layers; and what can be changed.
RUTER = ("vandrerute", "cykelrute", "koererute")
_ALLE = (*RUTER, "andenrute")
#: A click this near the network is on it (pixels), within these metres.
_TAET_PX, _TAET_M = 20, (10.0, 500.0)
#: A route or a point this near is under the mouse (pixels).
UNDER_PX = 8


class Sted:
    """Places of the map in the layer that is drawn in."""

    def __init__(self, canvas: QgsMapCanvas, layer: Callable[[], QgsVectorLayer | None]) -> None:
        self.canvas, self._layer = canvas, layer

    def i_laget(self, punkt: QgsPointXY) -> Punkt:
        """A point of the map in the layer's coordinates."""
        layer = self._layer()
        if layer is not None:
            punkt = self.canvas.mapSettings().mapToLayerCoordinates(layer, punkt)
        return punkt.x(), punkt.y()

    def meter(self, pixels: int) -> float:
        """So many pixels on the ground, in the layer's measure."""
        midt = self.canvas.extent().center()
        ved = QgsPointXY(midt.x() + pixels * self.canvas.mapUnitsPerPixel(), midt.y())
        return QgsPointXY(*self.i_laget(midt)).distance(QgsPointXY(*self.i_laget(ved)))

    def hoejst(self) -> float:
        """How far from the network a point may be and still be on it."""
        return min(max(self.meter(_TAET_PX), _TAET_M[0]), _TAET_M[1])

    def naer(self, en: QgsPointXY, anden: QgsPointXY) -> bool:
        """Whether two points of the map are the same for a shaking hand."""
        return en.distance(anden) <= UNDER_PX * self.canvas.mapUnitsPerPixel()

    def rute_under(
        self, punkt: QgsPointXY, current: CurrentProject
    ) -> tuple[QgsVectorLayer, int] | None:
        """The route nearest to the mouse: its layer and number."""
        bedst, ud = self.meter(UNDER_PX), None
        for rolle in _ALLE:
            layer = current.layer(rolle)
            if layer is None:
                continue
            midt = self.canvas.mapSettings().mapToLayerCoordinates(layer, punkt)
            boks = QgsRectangle.fromCenterAndSize(midt, 2 * bedst, 2 * bedst)
            for feature in layer.getFeatures(QgsFeatureRequest(boks).setNoAttributes()):
                langt = feature.geometry().closestSegmentWithContext(midt)[0] ** 0.5
                if langt <= bedst:
                    bedst, ud = langt, (layer, feature.id())
        return ud


def lav_menu(
    om: Tegneomgivelser, efter: RuteEfter, graf: Graf | None, sted: Sted, punkt: QgsPointXY
) -> QMenu | None:
    """What can be done to the route under the mouse; None where there is none that may be changed."""
    fundet = sted.rute_under(punkt, om.current)
    if fundet is None or not om.kan_rette() or not efter.maa_rettes(*fundet):
        return None
    menu = QMenu(sted.canvas)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if graf is not None:
        menu.addAction(tr("Træk i ruten"), partial(efter.ret_rute, *fundet, graf, sted.hoejst()))
    menu.addAction(tr("Vend retningen"), partial(efter.vend, *fundet))
    menu.addAction(tr("Del ruten her"), partial(efter.del_her, *fundet, sted.i_laget(punkt)))
    menu.addAction(tr("Saml med …"), partial(efter.saml_med, *fundet))
    menu.addAction(tr("Luk rundturen"), partial(efter.luk, *fundet, graf, sted.hoejst()))
    return menu
