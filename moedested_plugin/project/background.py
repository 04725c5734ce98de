# SPDX-License-Identifier: GPL-2.0-or-later
"""The plain background of a project: land, towns and the municipality's boundary, all without internet.

The shipped `resources/baggrund/danmark.gpkg` has land and towns. No boundary of the municipalities could be had under a
stated free licence, so that comes from the municipality's own file, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProviderRegistry,
    QgsRectangle,
    QgsSpatialIndex,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from moedested_plugin.i18n import tr
from moedested_plugin.paths import resource

from .background_style import style_by, style_kommune, style_kyst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsFeedback

CRS = "EPSG:25832"
#: Land and towns are kept this far outside the municipality, so that a sheet of paper or a wide screen does not show
#: where the land was cut.
MARGIN_M = 40_000
#: Around the towns of a municipality whose boundary is not known, and the least width and height it then has.
TOWN_MARGIN_M = 8_000
LEAST_SIZE_M = 30_000
#: A place further away than this has no nearest town (it lies at sea or abroad).
FAR_FROM_TOWN_M = 15_000
#: The shipped coast is off by up to about this much. A boundary of which less than this share is land is at sea.
COAST_ERROR_M = 250
MOSTLY_LAND = 0.85
#: Columns that say the municipality in the files of the national agencies.
CODE_COLUMNS = ("kommunekode", "komkode", "kom_kode")

COAST_CREDIT = "Kyst: GSHHG (LGPL 3.0 eller nyere)"
TOWN_CREDIT = "Byer: GeoNames (CC BY 4.0)"

# Default values of a form: plain QGIS, so they also work without the plugin. NULL without a point or a town layer.
_NEAREST = (
    "try(overlay_nearest('moedested_by', \"{column}\", filter:={filter}, limit:=1, max_distance:="
    + str(FAR_FROM_TOWN_M)
    + ")[0])"
)
BY_EXPRESSION = _NEAREST.format(column="navn", filter='"navn" IS NOT NULL')
POSTNR_EXPRESSION = _NEAREST.format(column="postnr", filter='"postnr" IS NOT NULL')


class BackgroundError(Exception):
    """Why no background could be made, as a Danish sentence that says what to do."""


@dataclass(frozen=True)
class Background:
    """What was written: the file, and where the municipality lies."""

    path: Path
    extent: QgsRectangle


@dataclass(frozen=True)
class Town:
    """A town (by) with its postal code and its municipality, each where known."""

    navn: str
    postnr: int | None
    kommunekode: int | None


def denmark() -> Path:
    """Give the shipped GeoPackage with the layers `kyst` and `by`."""
    return resource("baggrund", "danmark.gpkg")


def denmark_land() -> QgsGeometry:
    """Give the shipped land of Denmark and its neighbours as one geometry."""
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    return QgsGeometry.collectGeometry(
        [feature.geometry() for feature in _shipped("kyst").getFeatures(request)]
    )


def town_extent(kommunekode: int) -> QgsRectangle:
    """Give where the municipality lies, judged by its towns; raises where it has none."""
    return _extent_of(_towns_of(kommunekode))


def write_background(
    destination: Path, kommunekode: int, boundary: Path | None, feedback: QgsFeedback
) -> Background:
    """Write a fresh GeoPackage with the layers `kyst`, `by` and `kommune` around one municipality.

    `boundary` is the municipality's own file in any format that OGR reads; without it `kommune` stays empty. A file at
    `destination` is replaced only when all is well.
    """
    towns = _towns_of(kommunekode)
    area = own_boundary(boundary, kommunekode) if boundary else None
    extent = area.boundingBox() if area else _extent_of(towns)
    window = extent.buffered(MARGIN_M)
    _go_on(feedback, 30)

    land_layer, town_layer = _shipped("kyst"), _shipped("by")
    land = [
        part
        for feature in land_layer.getFeatures(QgsFeatureRequest(window))
        for part in _polygons(feature.geometry().clipped(window))
    ]
    if area:
        land = _land_fitted_to(area, land)
    _go_on(feedback, 60)
    fresh = destination.with_name(destination.stem + ".ny.gpkg")
    try:
        fresh.unlink(missing_ok=True)
        destination.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BackgroundError(_cannot_write(destination)) from error
    try:
        _write(fresh, "kyst", QgsFields(), Qgis.WkbType.Polygon, (_feature(part) for part in land))
        near = town_layer.getFeatures(QgsFeatureRequest(window))
        _write(
            fresh,
            "by",
            _without_fid(town_layer.fields()),
            Qgis.WkbType.Point,
            (_copy(town) for town in near),
        )
        code = QgsFields()
        code.append(QgsField("kommunekode", QMetaType.Type.Int))
        own = [_feature(area, kommunekode)] if area else []
        _write(fresh, "kommune", code, Qgis.WkbType.MultiPolygon, own)
        _go_on(feedback, 90)
    except BackgroundError:
        fresh.unlink(missing_ok=True)
        raise
    try:
        fresh.replace(destination)
    except OSError as error:  # Windows: a QGIS has it open
        fresh.unlink(missing_ok=True)
        raise BackgroundError(_cannot_write(destination)) from error
    feedback.setProgress(100)
    return Background(destination, extent)


def own_boundary(path: Path, kommunekode: int) -> QgsGeometry:
    """The same as `read_boundary`, where it is the municipality's own: it holds one of its towns."""
    area = read_boundary(path, kommunekode)
    if not any(area.contains(town.geometry()) for town in _towns_of(kommunekode)):
        raise BackgroundError(
            tr(
                "Grænsen i {file} dækker ingen af kommunens byer. Vælg en fil med kommunens egen grænse."
            ).format(file=_name(path))
        )
    return area


def read_boundary(path: Path, kommunekode: int) -> QgsGeometry:
    """Give the municipality's area as one 2D multipolygon in EPSG:25832, from any polygons that OGR reads.

    Where the file says which municipality a row belongs to, only its own rows count: the national files hold all 98.
    """
    layer = _polygon_layer(path)
    if not layer.crs().isValid():
        raise BackgroundError(
            tr(
                "{file} siger ikke, hvilket koordinatsystem den er i. Gem den i EPSG:25832, og prøv igen."
            ).format(file=path.name)
        )
    request = QgsFeatureRequest()
    request.setDestinationCrs(QgsCoordinateReferenceSystem(CRS), QgsCoordinateTransformContext())
    request.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)  # mended below
    column = next(
        (field.name() for field in layer.fields().toList() if field.name().lower() in CODE_COLUMNS),
        None,
    )
    parts = []
    for feature in layer.getFeatures(
        request
    ):  # a row that cannot be transformed is left out by QGIS
        if column is None or _code(feature[column]) == kommunekode:
            parts += _polygons(feature.geometry())
    area = QgsGeometry.unaryUnion(parts)
    if not parts or area.isEmpty():
        raise BackgroundError(
            tr(
                "{file} har ingen flader for kommunen. Vælg en fil med kommunens grænse som flade."
            ).format(file=path.name)
        )
    area.convertToMultiType()
    return area


def background_layers(gpkg: Path) -> list[QgsVectorLayer]:
    """Give the styled layers Byer, Kommunegrænse and Land, topmost first. They can be read, not edited."""
    layers = []
    for role, name, credit, style in (
        ("by", tr("Byer"), TOWN_CREDIT, style_by),
        ("kommune", tr("Kommunegrænse"), "", style_kommune),
        ("kyst", tr("Land"), COAST_CREDIT, style_kyst),
    ):
        layer = QgsVectorLayer(f"{gpkg.as_posix()}|layername={role}", name, "ogr")
        if not layer.isValid():
            raise BackgroundError(_unreadable(gpkg))
        layer.setId(f"moedested_{role}")
        layer.setCustomProperty("moedested/rolle", role)
        metadata = layer.metadata()
        metadata.setRights([credit] if credit else [])
        layer.setMetadata(metadata)
        layer.setReadOnly(True)
        # The background is for looking at: a click in the map is meant for what lies upon it.
        layer.setFlags(QgsMapLayer.LayerFlag.Removable)
        style(layer)
        layers.append(layer)
    return layers


def nearest_town(gpkg: Path, point: QgsPointXY) -> Town | None:
    """Give the town nearest to `point` (EPSG:25832), or None far from every town."""
    layer = _layer(gpkg, "by")
    index = QgsSpatialIndex(
        layer.getFeatures(), None, QgsSpatialIndex.Flag.FlagStoreFeatureGeometries
    )
    found = index.nearestNeighbor(point, 1, FAR_FROM_TOWN_M)
    if not found:
        return None
    town = layer.getFeature(found[0])
    return Town(town["navn"], _code(town["postnr"]), _code(town["kommunekode"]))


def _land_fitted_to(area: QgsGeometry, land: list[QgsGeometry]) -> list[QgsGeometry]:
    """Let the coast of the municipality follow its own, more exact boundary. The neighbours keep their coarse coast."""
    whole = QgsGeometry.unaryUnion(land)
    if whole.intersection(area).area() < MOSTLY_LAND * area.area():
        return land  # the boundary runs out at sea and says nothing about the coast
    outside = whole.difference(area)
    without_slivers = outside.buffer(-COAST_ERROR_M, 4).buffer(COAST_ERROR_M, 4)
    further_away = outside.difference(area.buffer(3 * COAST_ERROR_M, 4))
    fitted = QgsGeometry.unaryUnion([area, without_slivers.intersection(outside), further_away])
    return _polygons(fitted)


def _layer(gpkg: Path, name: str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.forceReadOnly = (
        True  # else QGIS touches the file, which may lie in a folder of the installation
    )
    layer = QgsVectorLayer(f"{gpkg.as_posix()}|layername={name}", name, "ogr", options)
    if not layer.isValid():
        raise BackgroundError(_unreadable(gpkg))
    return layer


def _shipped(name: str) -> QgsVectorLayer:
    return _layer(denmark(), name)


def _towns_of(kommunekode: int) -> list[QgsFeature]:
    request = QgsFeatureRequest().setFilterExpression(f'"kommunekode" = {int(kommunekode)}')
    towns = list(_shipped("by").getFeatures(request))
    if not towns:
        raise BackgroundError(
            tr("Kommunekoden {code} kendes ikke. Vælg kommunen på listen.").format(code=kommunekode)
        )
    return towns


def _extent_of(towns: Iterable[QgsFeature]) -> QgsRectangle:
    extent = QgsRectangle()
    for town in towns:
        extent.combineExtentWith(town.geometry().asPoint())
    extent.grow(TOWN_MARGIN_M)
    return QgsRectangle.fromCenterAndSize(
        extent.center(), max(extent.width(), LEAST_SIZE_M), max(extent.height(), LEAST_SIZE_M)
    )


def _polygon_layer(path: Path) -> QgsVectorLayer:
    for sub in QgsProviderRegistry.instance().querySublayers(
        str(path), Qgis.SublayerQueryFlag.ResolveGeometryType
    ):
        if sub.providerKey() == "ogr" and sub.wkbType() is not None:
            options = QgsVectorLayer.LayerOptions()
            options.forceReadOnly = True
            layer = QgsVectorLayer(sub.uri(), path.stem, "ogr", options)
            if layer.isValid() and layer.geometryType() == Qgis.GeometryType.Polygon:
                return layer
    if not path.is_file():
        raise BackgroundError(tr("{file} findes ikke. Vælg filen igen.").format(file=path.name))
    raise BackgroundError(_unreadable(path))


def _polygons(geometry: QgsGeometry) -> list[QgsGeometry]:
    """Give the sound, plain 2D polygons of `geometry`: no Z, no arcs, no slivers of lines."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    geometry.convertToStraightSegment()
    shape = geometry.get()
    shape.dropZValue()
    shape.dropMValue()
    parts = geometry.makeValid().asGeometryCollection()
    return [
        part for part in parts if part.type() == Qgis.GeometryType.Polygon and not part.isEmpty()
    ]


def _code(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isdigit() else None


def _feature(geometry: QgsGeometry, *attributes: int) -> QgsFeature:
    feature = QgsFeature()
    feature.setGeometry(geometry)
    feature.setAttributes(list(attributes))
    return feature


def _without_fid(fields: QgsFields) -> QgsFields:
    kept = QgsFields()
    for field in fields.toList():
        if field.name() != "fid":
            kept.append(field)
    return kept


def _copy(town: QgsFeature) -> QgsFeature:
    feature = QgsFeature()
    feature.setGeometry(town.geometry())
    feature.setAttributes([town[field.name()] for field in _without_fid(town.fields()).toList()])
    return feature


def _write(
    path: Path, name: str, fields: QgsFields, kind: Qgis.WkbType, features: Iterable[QgsFeature]
) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    options.layerOptions = ["GEOMETRY_NAME=geom"]
    if path.exists():
        options.actionOnExistingFile = (
            QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        )
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        kind,
        QgsCoordinateReferenceSystem(CRS),
        QgsCoordinateTransformContext(),
        options,
    )
    written = writer.hasError() == QgsVectorFileWriter.WriterError.NoError and all(
        writer.addFeature(feature) for feature in features
    )
    del writer  # closes the file
    if not written:
        raise BackgroundError(_cannot_write(path))


def _go_on(feedback: QgsFeedback, percent: int) -> None:
    if feedback.isCanceled():
        raise BackgroundError(tr("Baggrunden blev ikke lavet, fordi du afbrød."))
    feedback.setProgress(percent)


def _name(path: Path | None) -> str:
    return path.name if path else ""


def _unreadable(path: Path) -> str:
    return tr("{file} kan ikke læses som et kort med flader. Vælg en anden fil.").format(
        file=path.name
    )


def _cannot_write(path: Path) -> str:
    return tr(
        "Baggrunden kan ikke gemmes i {folder}. Luk andre programmer, der bruger filen, eller vælg en mappe, du må skrive i."
    ).format(folder=path.parent)
