# SPDX-License-Identifier: GPL-2.0-or-later
"""A project that was opened (aabent): its layers by role, and the store that they lie in."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from .lag import ROLLE

#: For `QgsProject.read` where nobody edits. QGIS opens each layer to write first and then to read, and keeps a copy of
#: its style to go back to: without these a project on a GeoPackage is there in less than half the time.
KUN_LAESES = (
    Qgis.ProjectReadFlags()
    | Qgis.ProjectReadFlag.ForceReadOnlyLayers
    | Qgis.ProjectReadFlag.DontStoreOriginalStyles
)


def rolle_af(layer: QgsMapLayer) -> str:
    """What the layer is for; empty when it is not one of ours."""
    return str(layer.customProperty(ROLLE) or "")


def lag_af_rolle(project: QgsProject, rolle: str) -> QgsVectorLayer | None:
    """The project's layer with this role, usable or not."""
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and rolle_af(layer) == rolle:
            return layer
    return None


def store_adresse(project: QgsProject) -> str:
    """What STORE would be: the path of the GeoPackage, or the name of the PostGIS connection; '' in any other project."""
    layer = lag_af_rolle(project, "moedested")
    if layer is None:
        return ""
    if layer.providerType() == "ogr":
        dele = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        return str(dele.get("path", ""))
    return str(project.readEntry("moedested", "/store")[0])
