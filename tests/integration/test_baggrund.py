# SPDX-License-Identifier: GPL-2.0-or-later
"""The background: what is shipped, what is cut out of it, and the national services with a key."""

from __future__ import annotations

import csv
import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeedback,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from moedested_plugin.paths import resource
from moedested_plugin.project import background, background_services
from moedested_plugin.project.background import (
    BY_EXPRESSION,
    POSTNR_EXPRESSION,
    BackgroundError,
    background_layers,
    denmark,
    nearest_town,
    read_boundary,
    town_extent,
    write_background,
)
from moedested_plugin.project.background_services import Provider, Service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GULDBORGSUND = 376
#: Longitude and latitude of the towns' centres, read off a map to a hundredth of a degree, and their postal code.
TOWNS = {
    "Nykøbing F": (11.87, 54.77, 4800),
    "Sundby": (11.85, 54.77, 4800),
    "Stubbekøbing": (12.04, 54.89, 4850),
    "Væggerløse": (11.93, 54.70, 4873),
    "Idestrup": (11.96, 54.74, 4872),
    "Gedser": (11.93, 54.58, 4874),
    "Nørre Alslev": (11.88, 54.90, 4840),
    "Guldborg": (11.75, 54.87, 4862),
    "Sakskøbing": (11.63, 54.80, 4990),
    "Nysted": (11.74, 54.66, 4880),
}
#: Made up: roughly the two halves of the municipality, with a hole and a Z that means nothing.
WEST = [[11.55, 54.64], [11.84, 54.64], [11.84, 54.92], [11.55, 54.92], [11.55, 54.64]]
EAST = [[11.86, 54.55], [12.18, 54.55], [12.18, 54.97], [11.86, 54.97], [11.86, 54.55]]
HOLE = [[11.60, 54.70], [11.60, 54.71], [11.61, 54.71], [11.61, 54.70], [11.60, 54.70]]


def municipalities() -> dict[int, str]:
    with resource("geofa", "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["kommunekode"]): row["name"] for row in csv.DictReader(file)}


def shipped(name: str) -> list[QgsFeature]:
    options = QgsVectorLayer.LayerOptions()
    options.forceReadOnly = True
    return list(QgsVectorLayer(f"{denmark()}|layername={name}", name, "ogr", options).getFeatures())


def to_metres(lon: float, lat: float) -> QgsPointXY:
    change = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem("EPSG:25832"),
        QgsProject.instance(),
    )
    return change.transform(QgsPointXY(lon, lat))


def geojson(path: Path, *polygons: list[list[list[float]]], **properties: Any) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[*vertex, -999.0] for vertex in ring] for ring in rings],
            },
        }
        for rings in polygons
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


@pytest.fixture
def own_boundary(tmp_path: Path) -> Path:
    return geojson(tmp_path / "Kommunegrænse æøå.geojson", [WEST, HOLE], [EAST], KOMKODE="0376")


# What is shipped


@pytest.mark.parametrize("code", municipalities())
def test_every_municipality_has_a_usable_extent(code: int) -> None:
    extent = town_extent(code)
    assert 30_000 <= extent.width() < 110_000
    assert 30_000 <= extent.height() < 110_000
    land = QgsGeometry.unaryUnion(
        [
            feature.geometry().clipped(extent)
            for feature in shipped("kyst")
            if feature.geometry().intersects(extent)
        ]
    )
    assert not land.isEmpty()


def test_guldborgsunds_ten_towns_are_in_place() -> None:
    towns = {town["navn"]: town for town in shipped("by") if town["kommunekode"] == GULDBORGSUND}
    for name, (lon, lat, postnr) in TOWNS.items():
        assert towns[name]["postnr"] == postnr, name
        assert towns[name].geometry().asPoint().distance(to_metres(lon, lat)) < 3_000, name
    assert towns["Sundby"]["postby"] == "Nykøbing F"
    assert "Alholm" not in towns


def test_postal_codes_of_towns_are_in_use() -> None:
    with resource("geofa", "postnumre.csv").open(encoding="utf-8", newline="") as file:
        used = {
            int(row["postnr"]): row["by"] for row in csv.DictReader(file) if row["aktiv"] == "1"
        }
    coded = [town for town in shipped("by") if town["postnr"]]
    assert len(coded) > 350
    assert [town["navn"] for town in coded if used.get(town["postnr"]) != town["postby"]] == []


def test_towns_name_known_municipalities() -> None:
    known = municipalities()
    codes = [town["kommunekode"] for town in shipped("by") if town["kommunekode"]]
    assert set(codes) == set(known)
    assert len(codes) > 440


def test_land_is_sound() -> None:
    land = [feature.geometry() for feature in shipped("kyst")]
    assert len(land) > 500
    assert all(part.isGeosValid() and part.wkbType() == Qgis.WkbType.Polygon for part in land)
    assert not any(a.intersects(b) for a, b in zip(land, land[1:]))


def test_a_fjord_behind_a_sluice_is_water() -> None:
    ringkoebing_fjord = QgsGeometry.fromPointXY(to_metres(8.23, 56.0))
    assert not any(feature.geometry().contains(ringkoebing_fjord) for feature in shipped("kyst"))


def test_towns_lie_on_land_or_by_the_quay() -> None:
    land = QgsGeometry.unaryUnion([feature.geometry() for feature in shipped("kyst")])
    wet = {town["navn"]: round(land.distance(town.geometry())) for town in shipped("by")}
    assert {name for name, metres in wet.items() if metres > 150} == {
        "Nibe",
        "Løgstør",
        "Hvalpsund",
    }
    assert (
        max(wet.values()) < 1_000
    )  # the Limfjord is the source's coarsest shore; resources/README.md says so


# What is cut out


def test_background_without_a_boundary(tmp_path: Path) -> None:
    before = hashlib.sha256(denmark().read_bytes()).hexdigest()
    made = write_background(
        tmp_path / "Mødested test" / "baggrund.gpkg", GULDBORGSUND, None, QgsFeedback()
    )
    assert [path.name for path in made.path.parent.iterdir()] == ["baggrund.gpkg"]
    by, kommune, kyst = background_layers(made.path)
    assert kommune.featureCount() == 0
    assert {town["navn"] for town in by.getFeatures()} > set(TOWNS)
    assert by.crs().authid() == kyst.crs().authid() == "EPSG:25832"
    assert all(made.extent.contains(to_metres(lon, lat)) for lon, lat, _ in TOWNS.values())
    assert hashlib.sha256(denmark().read_bytes()).hexdigest() == before


def test_background_with_own_boundary(tmp_path: Path, own_boundary: Path) -> None:
    made = write_background(tmp_path / "baggrund.gpkg", GULDBORGSUND, own_boundary, QgsFeedback())
    assert read_boundary(own_boundary, GULDBORGSUND).wkbType() == Qgis.WkbType.MultiPolygon  # no Z
    _, kommune, _ = background_layers(made.path)
    (row,) = kommune.getFeatures()
    assert row["kommunekode"] == GULDBORGSUND
    assert row.geometry().wkbType() == Qgis.WkbType.MultiPolygon
    assert row.geometry().isGeosValid()
    assert len(row.geometry().asGeometryCollection()) == 2
    assert not row.geometry().contains(QgsGeometry.fromPointXY(to_metres(11.605, 54.705)))
    assert made.extent.contains(to_metres(11.56, 54.65))
    assert made.extent == row.geometry().boundingBox()


def test_coast_follows_the_boundary_where_that_follows_the_coast(tmp_path: Path) -> None:
    # Land of the municipality, moved 100 m east: what sticks out along the shore is taken away, what is missing added.
    window = QgsRectangle(688_000, 6_052_000, 701_000, 6_080_000)
    land = [
        feature.geometry().clipped(window)
        for feature in shipped("kyst")
        if feature.geometry().intersects(window)
    ]
    area = QgsGeometry.unaryUnion(land)
    area.translate(100, 0)
    file = tmp_path / "graense.geojson"
    collection = {"type": "FeatureCollection",
                  "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
                  "features": [{"type": "Feature", "properties": {}, "geometry": json.loads(area.asJson(2))}]}  # fmt: skip
    file.write_text(json.dumps(collection), "utf-8")
    made = write_background(tmp_path / "baggrund.gpkg", GULDBORGSUND, file, QgsFeedback())
    drawn = QgsGeometry.unaryUnion(
        [feature.geometry() for feature in background_layers(made.path)[2].getFeatures()]
    )
    assert area.difference(drawn).area() < 1_000
    shore = QgsPointXY(area.boundingBox().xMaximum(), 6_060_000)
    strip = QgsRectangle(shore.x() - 12_000, 6_055_000, shore.x() + 2_000, 6_065_000)
    beyond = drawn.difference(area).clipped(strip)
    assert (
        beyond.area()
        < 0.05 * QgsGeometry.unaryUnion(land).difference(area).clipped(strip).area() + 20_000
    )


def test_only_rows_of_the_municipality_count(tmp_path: Path) -> None:
    path = geojson(tmp_path / "alle.geojson", [WEST], KOMKODE="0360")
    with pytest.raises(BackgroundError, match="har ingen flader for kommunen"):
        read_boundary(path, GULDBORGSUND)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("ikke et kort", "kan ikke læses"),
        ('{"type": "FeatureCollection", "features": []}', "kan ikke læses|har ingen flader"),
        (
            '{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[11.8, 54.7], [11.9, 54.8]]}}',
            "kan ikke læses som et kort med flader",
        ),
        (
            '{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[11.8, 54.7], [11.8, 54.7], [11.8, 54.7], [11.8, 54.7]]]}}',
            "har ingen flader",
        ),
        (
            '{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[9, 56], [9.1, 56], [9.1, 56.1], [9, 56]]]}}',
            "dækker ingen af kommunens byer",
        ),
    ],
    ids=["text", "empty", "line", "no area", "elsewhere"],
)
def test_a_broken_boundary_is_refused_and_nothing_is_changed(
    tmp_path: Path, content: str, sentence: str
) -> None:
    destination = tmp_path / "baggrund.gpkg"
    destination.write_bytes(b"the former one")
    broken = tmp_path / "graense.geojson"
    broken.write_text(content, "utf-8")
    with pytest.raises(BackgroundError, match=sentence):
        write_background(destination, GULDBORGSUND, broken, QgsFeedback())
    assert destination.read_bytes() == b"the former one"
    assert [path.name for path in tmp_path.glob("*.ny.gpkg*")] == []


def test_a_boundary_that_is_gone_or_without_crs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BackgroundError, match="findes ikke"):
        read_boundary(tmp_path / "væk.gpkg", GULDBORGSUND)
    file = tmp_path / "uden.shp"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    writer = QgsVectorFileWriter.create(
        str(file),
        QgsFields(),
        Qgis.WkbType.Polygon,
        QgsCoordinateReferenceSystem(),
        QgsCoordinateTransformContext(),
        options,
    )
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"))
    assert writer.addFeature(feature)
    del writer
    with pytest.raises(BackgroundError, match="koordinatsystem"):
        read_boundary(file, GULDBORGSUND)


def test_an_unknown_municipality_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BackgroundError, match="999"):
        write_background(tmp_path / "baggrund.gpkg", 999, None, QgsFeedback())


@pytest.mark.parametrize("percent", [0, 30, 60])
def test_a_cancelled_background_leaves_nothing(tmp_path: Path, percent: int) -> None:
    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda at: feedback.cancel() if at >= percent else None)
    feedback.setProgress(0.1 if percent == 0 else 0)
    with pytest.raises(BackgroundError, match="afbrød"):
        write_background(tmp_path / "baggrund.gpkg", GULDBORGSUND, None, feedback)
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "optaget").write_text("a file, not a folder", "utf-8")
    with pytest.raises(BackgroundError, match="kan ikke gemmes"):
        write_background(tmp_path / "optaget" / "baggrund.gpkg", GULDBORGSUND, None, QgsFeedback())


def test_a_second_run_replaces_the_first(tmp_path: Path, own_boundary: Path) -> None:
    path = tmp_path / "baggrund.gpkg"
    write_background(path, GULDBORGSUND, own_boundary, QgsFeedback())
    write_background(path, 825, None, QgsFeedback())
    by, kommune, _ = background_layers(path)
    assert kommune.featureCount() == 0
    names = {town["navn"] for town in by.getFeatures()}
    assert "Byrum" in names
    assert not names & set(TOWNS)


# How it looks and what forms ask it


def test_layers_know_their_role_and_stay_in_the_background(tmp_path: Path) -> None:
    made = write_background(tmp_path / "baggrund.gpkg", GULDBORGSUND, None, QgsFeedback())
    layers = background_layers(made.path)
    assert [layer.name() for layer in layers] == ["Byer", "Kommunegrænse", "Land"]
    assert [layer.id() for layer in layers] == [
        "moedested_by",
        "moedested_kommune",
        "moedested_kyst",
    ]
    assert [layer.customProperty("moedested/rolle") for layer in layers] == [
        "by",
        "kommune",
        "kyst",
    ]
    for layer in layers:
        assert layer.readOnly()
        assert layer.opacity() == 1
        assert not layer.flags() & QgsVectorLayer.LayerFlag.Identifiable
    assert "GeoNames" in layers[0].metadata().rights()[0]
    assert "GSHHG" in layers[2].metadata().rights()[0]


def test_nearest_town_and_the_expressions_agree(tmp_path: Path) -> None:
    made = write_background(tmp_path / "baggrund.gpkg", GULDBORGSUND, None, QgsFeedback())
    project = QgsProject.instance()
    project.clear()
    project.addMapLayers(background_layers(made.path))
    points_layer = QgsVectorLayer("Point?crs=EPSG:25832", "punkter", "memory")

    def ask(expression: str, geometry: QgsGeometry) -> Any:
        feature = QgsFeature()
        feature.setGeometry(geometry)
        context = QgsExpressionContext(
            QgsExpressionContextUtils.globalProjectLayerScopes(points_layer)
        )
        context.setFeature(feature)
        parsed = QgsExpression(expression)
        value = parsed.evaluate(context)
        assert not parsed.hasEvalError(), parsed.evalErrorString()
        return value

    for name, (lon, lat, postnr) in TOWNS.items():
        if name in {
            "Sundby",
            "Nykøbing F",
        }:  # 2 km from each other: a hundredth of a degree does not tell them apart
            continue
        point = to_metres(lon, lat)
        town = nearest_town(made.path, point)
        assert town is not None
        assert (town.navn, town.postnr, town.kommunekode) == (name, postnr, GULDBORGSUND)
        assert ask(BY_EXPRESSION, QgsGeometry.fromPointXY(point)) == name
        assert ask(POSTNR_EXPRESSION, QgsGeometry.fromPointXY(point)) == postnr
    at_sea = to_metres(12.5, 54.4)
    assert nearest_town(made.path, at_sea) is None
    assert not ask(BY_EXPRESSION, QgsGeometry.fromPointXY(at_sea))
    assert not ask(BY_EXPRESSION, QgsGeometry())  # a digital mødested
    project.clear()
    assert not ask(
        POSTNR_EXPRESSION, QgsGeometry.fromPointXY(to_metres(11.87, 54.77))
    )  # no town layer


# The national services

CAPABILITIES = """<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>t</Title><OnlineResource xlink:href="{url}"/></Service>
<Capability><Request><GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetCapabilities>
<GetMap><Format>image/jpeg</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetMap></Request>
<Layer><Title>t</Title><CRS>EPSG:25832</CRS><EX_GeographicBoundingBox><westBoundLongitude>7</westBoundLongitude><eastBoundLongitude>16</eastBoundLongitude><southBoundLatitude>54</southBoundLatitude><northBoundLatitude>58</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:25832" minx="400000" miny="6000000" maxx="900000" maxy="6400000"/>
<Layer><Name>kort</Name><Title>Kort</Title><CRS>EPSG:25832</CRS></Layer></Layer></Capability></WMS_Capabilities>"""
KEY = "nøgle&med=tegn hemmelig"


class KeyServer(HTTPServer):
    """A WMS that answers 403 to whoever does not show the key in the address."""

    asked: list[tuple[str, str | None]]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, KeyServer)
        query = {
            name.lower(): values[0] for name, values in parse_qs(urlsplit(self.path).query).items()
        }
        server.asked.append((query.get("request", ""), query.get("token")))
        allowed = query.get("token") == KEY
        body = (
            CAPABILITIES.format(url=f"http://localhost:{server.server_port}/wms").encode()
            if allowed
            else b"no"
        )
        self.send_response(200 if allowed else 403)
        self.send_header("Content-Type", "text/xml" if allowed else "text/plain")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Stay quiet."""


@pytest.fixture
def key_server() -> Iterator[KeyServer]:
    server = KeyServer(("localhost", 0), _Handler)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def provider() -> Iterator[Provider]:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("kun til prøver", True)
    made = Provider("Prøvetjenesten", "token", "https://example.org")
    yield made
    known = background_services.kept_key(made)
    if known:
        manager.removeAuthenticationConfig(known)


def service(server: KeyServer, provider: Provider) -> Service:
    return Service(
        "proeve", "Prøvekort", provider, f"http://localhost:{server.server_port}/wms", "kort"
    )


def test_no_layer_without_a_key(key_server: KeyServer, provider: Provider) -> None:
    assert background_services.service_layer(service(key_server, provider)) is None
    assert key_server.asked == []


def test_the_kept_key_opens_the_service_and_never_stands_in_the_project(
    key_server: KeyServer, provider: Provider, tmp_path: Path
) -> None:
    wanted = service(key_server, provider)
    authcfg = background_services.keep_key(provider, f" {KEY} ")
    preprocessor = background_services.send_keys_in_address([wanted])
    try:
        layer = background_services.service_layer(wanted)
    finally:
        background_services.stop_sending(preprocessor)
    assert isinstance(layer, QgsRasterLayer)
    assert layer.isValid(), (layer.error().summary(), key_server.asked)
    assert key_server.asked[0] == ("GetCapabilities", KEY)
    assert authcfg in layer.source()
    project = QgsProject.instance()
    project.clear()
    project.addMapLayer(layer)
    path = tmp_path / "projekt.qgs"
    assert project.write(str(path))
    saved = path.read_text("utf-8")
    assert authcfg in saved
    for part in ("nøgle", "med=tegn", "hemmelig"):
        assert part not in layer.source()
        assert part not in saved
    project.clear()


def test_without_the_plugin_the_key_stays_in_its_header(
    key_server: KeyServer, provider: Provider
) -> None:
    background_services.keep_key(provider, KEY)
    layer = background_services.service_layer(service(key_server, provider))
    assert layer is not None
    assert not layer.isValid()
    assert {token for _, token in key_server.asked} == {None}


def test_a_new_key_replaces_the_old(provider: Provider) -> None:
    first = background_services.keep_key(provider, "gammel")
    assert background_services.keep_key(provider, KEY) == first


def test_the_services_are_told_apart_and_ask_over_https() -> None:
    services = background_services.national_services()
    assert len({each.id for each in services}) == len(services) == 4
    assert all(each.url.startswith("https://") for each in services)
    assert {each.provider.parameter for each in services} == {"token", "apikey"}
    assert not any("token=" in each.url or "apikey=" in each.url for each in services)


def test_the_credit_of_every_layer_stands_in_the_readme() -> None:
    readme = resource("README.md").read_text("utf-8")
    for credit in (background.COAST_CREDIT, background.TOWN_CREDIT):
        assert credit.split(":")[1].split("(")[0].strip() in readme
