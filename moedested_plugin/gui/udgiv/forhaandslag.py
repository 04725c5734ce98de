# SPDX-License-Identifier: GPL-2.0-or-later
"""The group of WMS layers that shows a preview in the open project. It is never saved with the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, QTimer

from moedested_plugin.domain.skema import EPSG
from moedested_plugin.i18n import tr
from moedested_plugin.publishing.tjeneste_lag import GRUPPER

if TYPE_CHECKING:
    from qgis.core import QgsProject
    from qgis.PyQt.QtXml import QDomDocument, QDomElement

#: Property of our group and our layers.
MAERKE = "moedested/forhaandsvisning"


class Forhaandslag(QObject):
    """The layers of one preview; `taget_ud` is called when a person has removed them all."""

    def __init__(self, project: QgsProject, url: str, taget_ud: Callable[[], None]) -> None:
        super().__init__()
        self._project, self._taget_ud = project, taget_ud
        uaendret = not project.isDirty()
        lag = [_wms_lag(url, gruppe.navn, gruppe.titel) for gruppe in GRUPPER.values()]
        self._ider = [each.id() for each in lag]
        gruppe = project.layerTreeRoot().insertGroup(0, tr("Forhåndsvisning (WMS)"))
        gruppe.setCustomProperty(MAERKE, True)
        project.addMapLayers(lag, False)
        for each in lag:
            gruppe.addLayer(each).setExpanded(False)
        if uaendret:  # nothing that could be saved has changed
            project.setDirty(False)
        project.writeProject.connect(self._skjul_gruppe)
        project.writeMapLayer.connect(_skjul_lag)
        project.layersRemoved.connect(self._fjernet)

    @property
    def lag(self) -> list[QgsMapLayer]:
        """Those that are still there."""
        findes = self._project.mapLayers()
        return [findes[lag_id] for lag_id in self._ider if lag_id in findes]

    def slip(self) -> None:
        """The project lets go of them itself: to remove layers while a .qgz is being closed crashes QGIS 3.40."""
        project = self._project
        project.writeProject.disconnect(self._skjul_gruppe)
        project.writeMapLayer.disconnect(_skjul_lag)
        project.layersRemoved.disconnect(self._fjernet)
        self.deleteLater()

    def fjern(self) -> None:
        """Take them out of the project."""
        self.slip()
        project = self._project
        uaendret = not project.isDirty()
        project.removeMapLayers([each.id() for each in self.lag])
        gruppe = self._gruppe()
        over = gruppe.parent() if gruppe is not None else None
        # A person may have put other layers in it.
        if isinstance(over, QgsLayerTreeGroup) and gruppe is not None and not gruppe.children():
            over.removeChildNode(gruppe)
        if uaendret:
            project.setDirty(False)

    def _gruppe(self) -> QgsLayerTreeGroup | None:
        grupper = self._project.layerTreeRoot().findGroups(True)
        return next((gruppe for gruppe in grupper if gruppe.customProperty(MAERKE)), None)

    def _fjernet(self, _ider: list[str]) -> None:
        if not self.lag:  # later: QGIS may just be removing the group they lie in
            QTimer.singleShot(0, self._taget_ud)

    def _skjul_gruppe(self, dokument: QDomDocument) -> None:
        """The tree has been written by now, the layers have not."""
        knuder = dokument.elementsByTagName("layer-tree-layer")
        vores = [knuder.at(nr).toElement() for nr in range(knuder.count())]
        for knude in vores:
            if knude.attribute("id") in self._ider:
                over = knude.parentNode()
                over.removeChild(knude)
                if over.firstChildElement("layer-tree-layer").isNull() and _er_vores(
                    over.toElement()
                ):
                    over.parentNode().removeChild(over)


def _er_vores(gruppe: QDomElement) -> bool:
    egenskaber = gruppe.firstChildElement("customproperties").elementsByTagName("Option")
    return any(
        egenskaber.at(nr).toElement().attribute("name") == MAERKE
        for nr in range(egenskaber.count())
    )


def _skjul_lag(lag: QgsMapLayer, element: QDomElement, _dokument: QDomDocument) -> None:
    """QGIS can not be told to leave a layer out, but it reads only what is called a layer."""
    if not lag.customProperty(MAERKE):
        return
    while not element.firstChild().isNull():
        element.removeChild(element.firstChild())
    navne = element.attributes()
    for navn in [navne.item(nr).nodeName() for nr in range(navne.count())]:
        element.removeAttribute(navn)
    element.setTagName("forhaandsvisning")


def _wms_lag(url: str, navn: str, titel: str) -> QgsRasterLayer:
    kilde = urlencode(
        {
            "contextualWMSLegend": 0, "crs": f"EPSG:{EPSG}", "dpiMode": 7, "featureCount": 10, "format": "image/png",
            "layers": navn, "styles": "", "url": url,
        },
        safe=":/",  # QGIS knows no CRS with a percent sign
    )  # fmt: skip
    lag = QgsRasterLayer(kilde, titel, "wms")
    lag.setCustomProperty(MAERKE, True)
    return lag
