# SPDX-License-Identifier: GPL-2.0-or-later
"""A project that was opened (aabent): its layers by role, and the store that they lie in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

if TYPE_CHECKING:
    from moedested_plugin.domain.felt import Tabel

#: Custom properties by which a layer is known, never by its name.
ROLLE = "moedested/rolle"
TABEL = "moedested/tabel"

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


def tabelnavn_af(layer: QgsMapLayer) -> str:
    """The table that the layer lies on; empty when it is not one of ours."""
    return str(layer.customProperty(TABEL) or "")


def tabel_af(layer: QgsMapLayer) -> Tabel:
    """The table that a layer of ours lies on, as the domain describes it."""
    # Here: this module is asked while QGIS starts, when there is seldom a project of ours.
    from moedested_plugin.domain.skema import tabel

    return tabel(tabelnavn_af(layer))


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
