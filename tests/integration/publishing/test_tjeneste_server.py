# SPDX-License-Identifier: GPL-2.0-or-later
"""The published project, asked over HTTP as others ask it, from a real QGIS Server."""

from __future__ import annotations

import itertools
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContextUtils,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from moedested_plugin.publishing.tjeneste_lag import GRUPPER, TJENESTELAG
from tests.ows import qgis_server
from tests.udgivet_tjeneste import VERSION, Udgivet

pytestmark = pytest.mark.slow

Pixels = npt.NDArray[np.int16]
WMS = "{http://www.opengis.net/wms}"
#: WMS counts a pixel as 0.28 mm.
PIXEL_M = 0.00028
STOERRELSE = (600, 450)
STED = "off_kode = 1 AND statuskode = 3"
#: Public rows of the editors' layers, as the public views choose them.
OFFENTLIGE = {
    "moedested": "off_kode = 1 AND livscyklus_k IN (2, 3, 4)",
    "udstyr": "type_k = 1 AND udstyr_status_k = 4 AND moedested_id IS NOT NULL",
    "straekning": f"rute_id IN (SELECT objekt_id FROM rute WHERE {STED})",
}


@pytest.fixture(scope="module")
def server(udgivet: Udgivet) -> Iterator[str]:
    with qgis_server(udgivet.tjeneste) as adresse:
        yield adresse.rstrip("/")


def svar_paa(spoerg: str | urllib.request.Request) -> bytes:
    try:
        with urllib.request.urlopen(spoerg, timeout=60) as svar:
            return bytes(svar.read())
    except urllib.error.HTTPError as fejl:
        fejl.close()  # it holds the connection
        raise


def hent(adresse: str, **dele: object) -> bytes:
    return svar_paa(f"{adresse}?{urlencode(dele)}" if dele else adresse)


def wms(server: str, request: str, **dele: object) -> bytes:
    return hent(server + "/", SERVICE="WMS", VERSION="1.3.0", REQUEST=request, **dele)


def wfs(server: str, request: str = "GetFeature", version: str = "1.1.0", **dele: Any) -> bytes:
    return hent(server + "/", SERVICE="WFS", VERSION=version, REQUEST=request, **dele)


def geojson(server: str, lag: str, **dele: Any) -> dict[str, Any]:
    return json.loads(wfs(server, TYPENAME=lag, OUTPUTFORMAT="application/json", **dele))


def pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    assert bits is not None
    bits.setsize(image.sizeInBytes())
    flat = np.frombuffer(bits.asstring(), np.uint8).reshape(image.height(), image.width(), 4)
    rgb: Pixels = flat[:, :, 2::-1].astype(np.int16)
    return rgb


def kort(
    server: str, crs: str, bbox: tuple[float, ...], lag: str = "kort", **dele: object
) -> Pixels:
    """Ask for a map on white."""
    svar = wms(
        server, "GetMap", LAYERS=lag, STYLES="", CRS=crs, BBOX=",".join(map(str, bbox)), FORMAT="image/png",
        WIDTH=STOERRELSE[0], HEIGHT=STOERRELSE[1], TRANSPARENT="FALSE", **dele,
    )  # fmt: skip
    billede = QImage.fromData(svar)
    assert not billede.isNull(), svar[:300]
    return pixels(billede)


def blaek(billede: Pixels) -> int:
    return int((billede.min(axis=2) < 200).sum())


def omkring(punkt: QgsPointXY, skala: float) -> QgsRectangle:
    bred, hoej = (side * PIXEL_M * skala / 2 for side in STOERRELSE)
    return QgsRectangle(punkt.x() - bred, punkt.y() - hoej, punkt.x() + bred, punkt.y() + hoej)


def bbox(r: QgsRectangle) -> tuple[float, float, float, float]:
    return r.xMinimum(), r.yMinimum(), r.xMaximum(), r.yMaximum()


def sted(laest: QgsProject, navn: str) -> QgsPointXY:
    for feature in vektorlag(laest, "tjeneste_moedested").getFeatures():
        if feature["navn"] == navn:
            return feature.geometry().asPoint()
    raise KeyError(navn)


def vektorlag(project: QgsProject, id_: str) -> QgsVectorLayer:
    layer = project.mapLayer(id_)
    assert isinstance(layer, QgsVectorLayer)
    return layer


GEDSER = "Bænken mod syd"


# Capabilities -------------------------------------------------------------------------------------------


def test_wms_is_a_tree_with_ascii_names_and_danish_titles(server: str) -> None:
    rod = ET.fromstring(wms(server, "GetCapabilities"))
    oeverst = rod.find(f"{WMS}Capability/{WMS}Layer")
    assert oeverst is not None
    trae = {
        gruppe.findtext(f"{WMS}Name"): (
            gruppe.findtext(f"{WMS}Title"),
            {lag.findtext(f"{WMS}Name"): lag.findtext(f"{WMS}Title") for lag in gruppe.findall(f"{WMS}Layer")},
        )
        for gruppe in oeverst.findall(f"{WMS}Layer")
    }  # fmt: skip
    assert trae == {
        gruppe.navn: (
            gruppe.titel,
            {lag.navn: lag.titel for lag in TJENESTELAG if lag.gruppe == gruppe.navn},
        )
        for gruppe in GRUPPER.values()
    }
    assert oeverst.findtext(f"{WMS}Name") == "kort"
    for lag in oeverst.iter(f"{WMS}Layer"):
        crs = {e.text for e in lag.findall(f"{WMS}CRS")}
        assert crs == {"CRS:84", "EPSG:25832", "EPSG:3857", "EPSG:4326"}
        assert lag.findtext(f"{WMS}Abstract")


def test_wms_says_whose_it_is_on_what_terms_and_which_version(server: str) -> None:
    tjeneste = ET.fromstring(wms(server, "GetCapabilities")).find(f"{WMS}Service")
    assert tjeneste is not None
    noegleord = [e.text for e in tjeneste.iter(f"{WMS}Keyword")]
    assert f"version:{VERSION}" in noegleord
    assert "mødesteder" in noegleord
    assert tjeneste.findtext(f"{WMS}Title") == "Mødesteder i Guldborgsund Kommune"
    assert tjeneste.findtext(f"{WMS}Fees") == "Gratis"
    assert "Guldborgsund Kommune" in str(tjeneste.findtext(f"{WMS}AccessConstraints"))
    assert next(tjeneste.iter(f"{WMS}ContactOrganization")).text == "Guldborgsund Kommune"


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_wfs_has_the_public_tables_and_no_other(server: str, version: str) -> None:
    rod = ET.fromstring(wfs(server, "GetCapabilities", version))
    typer = [e for e in rod.iter() if e.tag.endswith("}FeatureType")]
    titler = {e.findtext("{*}Name"): e.findtext("{*}Title") for e in typer}
    assert titler == {lag.navn: lag.titel for lag in TJENESTELAG if lag.wfs}
    skrives = {"Insert", "Update", "Delete"}
    assert not [e for t in typer for e in t.iter() if skrives & {e.text, e.tag.split("}")[-1]}]


# The map ------------------------------------------------------------------------------------------------


def test_the_map_is_where_it_should_be_in_every_system(server: str, laest: QgsProject) -> None:
    punkt = sted(laest, GEDSER)
    utm = laest.crs()

    def i(crs: str, *, byttet: bool = False) -> Pixels:
        til = QgsCoordinateReferenceSystem(crs)
        omsat = QgsCoordinateTransform(utm, til, laest).transformBoundingBox(omkring(punkt, 4_000))
        ramme = bbox(omsat)
        if byttet:
            ramme = (ramme[1], ramme[0], ramme[3], ramme[2])
        return kort(server, crs, ramme, "moedested")

    midten = (slice(195, 255), slice(270, 330))
    for crs, byttet in (("EPSG:25832", False), ("EPSG:3857", False), ("EPSG:4326", True)):
        billede = i(crs, byttet=byttet)
        assert blaek(billede[midten]) > 150, crs  # the sign of the moedested
        assert blaek(billede[:100]) == 0, crs
    assert blaek(i("EPSG:4326")) == 0  # WMS 1.3: latitude first


def test_the_map_is_the_one_that_qgis_draws(
    server: str, hjemme: QgsProject, laest: QgsProject
) -> None:
    roller = [lag.rolle for lag in TJENESTELAG if lag.wms]
    layers = [hjemme.mapLayer(f"moedested_{rolle}") for rolle in roller]
    for rolle, layer in zip(roller, layers):
        led = [layer.subsetString(), OFFENTLIGE.get(rolle, STED)]
        layer.setSubsetString(" AND ".join(f"({tekst})" for tekst in led if tekst))
    steder = (sted(laest, GEDSER), sted(laest, "Kaffebordet på havnen"))
    views = [*itertools.product((2_000, 5_000, 25_000, 60_000, 120_000), steder)]
    # what has no name is labelled by its type, which QGIS looks up and the service has as text
    unavngivne = [
        feature.geometry().centroid().asPoint()
        for rolle in ("facilitet", "baenk", "omraade")
        for feature in vektorlag(laest, f"tjeneste_{rolle}").getFeatures()
        if not feature["navn"]
    ]
    assert len(unavngivne) > 5
    views += [(2_000, punkt) for punkt in unavngivne[:6]]
    for skala, punkt in views:
        ramme = omkring(punkt, skala)
        ude = kort(server, "EPSG:25832", bbox(ramme))
        inde = pixels(tegn(hjemme, layers, ramme))
        forskel = int((np.abs(ude - inde).max(axis=2) > 40).sum())
        assert blaek(inde) > 100, skala
        assert forskel <= 0.005 * blaek(inde), (skala, forskel, blaek(inde))


def tegn(project: QgsProject, layers: list[Any], ramme: QgsRectangle) -> QImage:
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(*STOERRELSE))
    settings.setOutputDpi(0.0254 / PIXEL_M)
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setLabelingEngineSettings(project.labelingEngineSettings())
    settings.setExtent(ramme)
    settings.setLayers(layers)
    context = project.createExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    image = QImage(QSize(*STOERRELSE), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.end()
    return image


def test_legends_are_danish_and_drawn(server: str) -> None:
    for lag in TJENESTELAG:
        if not lag.wms:
            continue
        dele = {"LAYER": lag.navn, "STYLE": "default", "SLD_VERSION": "1.1.0"}
        billede = pixels(
            QImage.fromData(wms(server, "GetLegendGraphic", FORMAT="image/png", **dele))
        )
        assert blaek(billede) > 200, lag.navn
        svar = json.loads(wms(server, "GetLegendGraphic", FORMAT="application/json", **dele))
        assert svar["nodes"][0]["title"] == lag.titel
    assert {"Fysisk mødested", "På pause"} <= set(tekster(json.loads(
        wms(server, "GetLegendGraphic", FORMAT="application/json", LAYER="moedesteder", STYLE="")
    )))  # fmt: skip


def tekster(svar: Any) -> Iterator[str]:
    for node in svar.get("nodes", []) + svar.get("symbols", []):
        yield node.get("title", "")
        yield from tekster(node)


def klik(server: str, punkt: QgsPointXY, lag: str, form: str, **dele: object) -> str:
    b = bbox(omkring(punkt, 4_000))
    return wms(
        server, "GetFeatureInfo", LAYERS=lag, QUERY_LAYERS=lag, CRS="EPSG:25832", STYLES="", I=STOERRELSE[0] // 2,
        BBOX=",".join(map(str, b)), J=STOERRELSE[1] // 2, WIDTH=STOERRELSE[0], HEIGHT=STOERRELSE[1], INFO_FORMAT=form,
        **dele,
    ).decode()  # fmt: skip


def test_a_click_says_it_in_danish(server: str, laest: QgsProject) -> None:
    punkt = sted(laest, GEDSER)
    boble = klik(server, punkt, "moedested", "text/html", WITH_MAPTIP="HTML_FI_ONLY_MAPTIP")
    assert "<b>Bænken mod syd</b><br>Fysisk, Aktiv" in boble
    assert "Åbningstid: Altid." in boble
    (feature,) = json.loads(klik(server, punkt, "moedested", "application/json"))["features"]
    vist = feature["properties"]
    assert vist["Form"] == "Fysisk"
    assert vist["Målgruppe"] == "Alle; Nye borgere; Turister"
    felter = next(lag for lag in TJENESTELAG if lag.navn == "moedested").felter
    assert set(vist) == {felt.alias for felt in felter if not felt.teknisk}
    # a click on the whole map, which most programs ask for
    assert "Bænken mod syd" in klik(server, punkt, "kort", "text/plain", FEATURE_COUNT=10)
    for form in ("text/plain", "text/xml", "application/vnd.ogc.gml"):
        svar = klik(server, punkt, "moedested", form)
        assert "Bænken mod syd" in svar
        assert "Fysisk" in svar


@pytest.mark.parametrize("lag", ["facilitet_punkt", "rute", "aktivitet", "udgivelse"])
def test_what_is_data_only_is_not_drawn_and_cannot_be_clicked(
    server: str, laest: QgsProject, lag: str
) -> None:
    assert blaek(kort(server, "EPSG:25832", (669000, 6049000, 701000, 6088000), lag)) == 0
    with pytest.raises(urllib.error.HTTPError, match="400"):
        klik(server, sted(laest, GEDSER), lag, "application/json")


# Data ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lag", [lag for lag in TJENESTELAG if lag.wfs], ids=lambda lag: lag.navn)
def test_every_table_comes_as_gml_and_geojson(server: str, udgivet: Udgivet, lag: Any) -> None:
    antal, kolonner = udgivet.antal[lag.navn], {felt.navn for felt in lag.felter}
    svar = geojson(server, lag.navn)
    assert len(svar["features"]) == antal > 0
    for feature in svar["features"]:
        assert set(feature["properties"]) == kolonner | {"fid"}
        assert (feature["geometry"] is None) == (lag.geometri is None)
    for version, form in (("1.0.0", "GML2"), ("1.1.0", "GML3")):
        rod = ET.fromstring(wfs(server, version=version, TYPENAME=lag.navn, OUTPUTFORMAT=form))
        fundne = [e for e in rod.iter() if e.tag.endswith("}" + lag.navn)]
        assert len(fundne) == antal
        navne = {e.tag.split("}")[-1] for e in fundne[0]} - {"boundedBy"}
        # GML leaves out what is empty
        assert navne <= kolonner | {"fid", "geometry"}
        assert ("geometry" in navne) == (lag.geometri is not None)
    skema = ET.fromstring(wfs(server, "DescribeFeatureType", TYPENAME=lag.navn))
    beskrevet = {e.get("name"): e.get("alias") for e in skema.iter() if e.get("nillable")}
    assert {navn: alias for navn, alias in beskrevet.items() if navn != "fid"} == {
        felt.navn: felt.alias for felt in lag.felter
    }


def test_coordinates_come_in_the_order_that_each_format_has(server: str, laest: QgsProject) -> None:
    punkt = sted(laest, GEDSER)
    ens = {"FILTER": "<Filter><PropertyIsEqualTo><PropertyName>navn</PropertyName>"
           f"<Literal>{GEDSER}</Literal></PropertyIsEqualTo></Filter>"}  # fmt: skip
    (feature,) = geojson(server, "moedested", **ens)["features"]
    laengde, bredde = feature["geometry"]["coordinates"]
    assert 11 < laengde < 13
    assert 54 < bredde < 56
    (feature,) = geojson(server, "moedested", SRSNAME="EPSG:25832", **ens)["features"]
    assert feature["geometry"]["coordinates"] == pytest.approx([punkt.x(), punkt.y()])
    for srs, foerst in (("EPSG:4326", laengde), ("urn:ogc:def:crs:EPSG::4326", bredde)):
        rod = ET.fromstring(
            wfs(server, TYPENAME="moedested", SRSNAME=srs, OUTPUTFORMAT="GML3", **ens)
        )
        pos = next(e.text for e in rod.iter() if e.tag.endswith("}pos"))
        assert float(str(pos).split()[0]) == pytest.approx(foerst, abs=1e-5)


def test_type_and_target_group_can_be_filtered_as_text(server: str) -> None:
    alle = geojson(server, "moedested")["features"]
    ventet = {f["id"] for f in alle if "Seniorer" in f["properties"]["maalgruppe_tekst"]}
    assert 0 < len(ventet) < len(alle)
    led = (
        '<PropertyIsLike wildCard="*" singleChar="." escape="!">'
        "<PropertyName>maalgruppe_tekst</PropertyName><Literal>*Seniorer*</Literal></PropertyIsLike>"
    )
    fundet = geojson(server, "moedested", FILTER=f"<Filter>{led}</Filter>")["features"]
    assert {f["id"] for f in fundet} == ventet
    led = "<PropertyIsEqualTo><PropertyName>facil_ty_tekst</PropertyName><Literal>Shelter</Literal></PropertyIsEqualTo>"
    fundet = geojson(server, "facilitet_punkt", FILTER=f"<Filter>{led}</Filter>")["features"]
    assert fundet
    assert {f["properties"]["facil_ty_tekst"] for f in fundet} == {"Shelter"}


def test_ogc_api_features(server: str, udgivet: Udgivet) -> None:
    svar = json.loads(hent(f"{server}/wfs3/collections.json"))
    assert {s["id"] for s in svar["collections"]} == {lag.navn for lag in TJENESTELAG if lag.wfs}
    for navn in ("moedested", "moedested_uden_sted", "rute"):
        svar = json.loads(hent(f"{server}/wfs3/collections/{navn}/items.json?limit=1000"))
        assert svar["numberMatched"] == len(svar["features"]) == udgivet.antal[navn]
        ider = [f["id"] for f in svar["features"]]
        assert all(ider)
        assert len(set(ider)) == len(ider)
        uden = navn == "moedested_uden_sted"
        assert all((f["geometry"] is None) == uden for f in svar["features"])
        en = json.loads(hent(f"{server}/wfs3/collections/{navn}/items/{ider[0]}.json"))
        assert en["properties"] == svar["features"][0]["properties"]


def test_it_can_only_be_read(server: str, udgivet: Udgivet) -> None:
    slet = (
        '<Transaction xmlns="http://www.opengis.net/wfs" service="WFS" version="1.1.0"><Delete typeName="moedested">'
        '<Filter xmlns="http://www.opengis.net/ogc"><FeatureId fid="moedested.1"/></Filter></Delete></Transaction>'
    )
    spoerg = urllib.request.Request(
        f"{server}/?SERVICE=WFS&REQUEST=Transaction&VERSION=1.1.0", slet.encode(), {"Content-Type": "text/xml"}
    )  # fmt: skip
    with pytest.raises(urllib.error.HTTPError) as fejl:
        svar_paa(spoerg)
    assert fejl.value.code == 403
    assert len(geojson(server, "moedested")["features"]) == udgivet.antal["moedested"]
    assert sorted(p.name for p in udgivet.data.parent.iterdir()) == ["data.gpkg"]
