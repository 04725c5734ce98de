# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map shows and how it is drawn on: map themes, snapping, scales, extent."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsMapThemeCollection,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSnappingConfig,
    QgsVectorLayer,
)

from .lag import BAGGRUND, LAG, LAG_AF_ROLLE

SNAP_PIXELS = 12
_FANG = Qgis.SnappingTypes() | Qgis.SnappingType.Vertex | Qgis.SnappingType.Segment
SCALES = (
    500_000, 250_000, 150_000, 100_000, 75_000, 50_000, 25_000, 15_000, 10_000, 8_000, 5_000, 2_500,
    1_000, 500,
)  # fmt: skip

_KORT = tuple(lag.rolle for lag in LAG if lag.geometri is not None and not lag.kun_laes)
_KILDER = ("kilde_punkt", "kilde_linje", "kilde_flade")
_UDAD = tuple(rolle for rolle in _KORT if rolle not in {"straekning", "udstyr"})

#: Layers shown by each map theme, besides the background. The first is what a new project shows.
TEMAER: dict[str, tuple[str, ...]] = {
    "Redigering": (*_KORT, "netvaerk_linje"),
    "Kontrol": (*_KORT, *_KILDER),
    "Udgivelse": (*_UDAD, "straekning"),
    "Udskrift": _UDAD,
}

#: Layers that the cursor snaps to, besides all that are drawn in: what is traced.
_SPORES = ("kilde_linje", "netvaerk_linje")


def tilfoej_temaer(project: QgsProject) -> None:
    """Add the map themes, and show the first."""
    root = project.layerTreeRoot()
    for navn, roller in reversed(TEMAER.items()):
        synlige = {LAG_AF_ROLLE[rolle].id for rolle in roller} | {
            f"moedested_{r}" for r in BAGGRUND
        }
        record = QgsMapThemeCollection.MapThemeRecord()
        record.setHasExpandedStateInfo(False)
        record.setHasCheckedStateInfo(True)
        record.setCheckedGroupNodes({gruppe.name() for gruppe in root.findGroups()})
        for node in root.findLayers():
            if isinstance(node.layer(), QgsVectorLayer) and node.layer().isSpatial():
                node.setItemVisibilityChecked(node.layerId() in synlige)
            if node.layerId() in synlige:
                lag = QgsMapThemeCollection.MapThemeLayerRecord(node.layer())
                lag.isVisible = True
                lag.usingCurrentStyle = True
                lag.currentStyle = node.layer().styleManager().currentStyle()
                record.addLayerRecord(lag)
        project.mapThemeCollection().insert(navn, record)


def indret_tegning(project: QgsProject) -> None:
    """Snap to all that is drawn in and all that is traced; neighbours share their vertices."""
    snapping = QgsSnappingConfig(project)
    snapping.setEnabled(True)
    snapping.setMode(Qgis.SnappingMode.AdvancedConfiguration)
    snapping.setTypeFlag(_FANG)
    snapping.setTolerance(SNAP_PIXELS)
    snapping.setUnits(Qgis.MapToolUnit.Pixels)
    snapping.setIntersectionSnapping(True)
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            rolle = layer.id().removeprefix("moedested_")
            snapping.setIndividualLayerSettings(
                layer,
                QgsSnappingConfig.IndividualLayerSettings(
                    rolle in _KORT or rolle in _SPORES,
                    _FANG,
                    SNAP_PIXELS,
                    Qgis.MapToolUnit.Pixels,
                ),
            )
    project.setSnappingConfig(snapping)
    project.setTopologicalEditing(True)


def indret_udsnit(project: QgsProject, extent: QgsRectangle) -> None:
    """Let the project open on the municipality, and step through scales at which the map is drawn."""
    udsnit = QgsReferencedRectangle(extent.buffered(extent.width() / 30), project.crs())
    view = project.viewSettings()
    view.setDefaultViewExtent(udsnit)
    view.setPresetFullExtent(udsnit)
    view.setMapScales(list(SCALES))
    view.setUseProjectScales(True)
