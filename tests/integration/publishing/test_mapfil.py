# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import numpy.typing as npt
import pytest
from lxml import etree  # type: ignore[import-untyped]
from osgeo import gdal
from owslib.wms import WebMapService  # type: ignore[import-untyped]
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from moedested_plugin.project.styles import apply_style
from moedested_plugin.publishing.mapfil import skriv_mapfil, udeladte
from moedested_plugin.publishing.tjeneste import Oplysninger
from moedested_plugin.publishing.tjeneste_lag import GRUPPER, ROD, TJENESTELAG
from tests.integration.publishing.udgivet_data import (
    FJENDTLIGT,
    HEMMELIGT,
    SKJULT,
    med_hemmelighed,
)
from tests.ows import mapserver
from tests.udgivet_tjeneste import VERSION, Udgivet

Graa = npt.NDArray[np.float64]
TEGNEDE = [lag for lag in TJENESTELAG if lag.wms]
HENTEDE = [lag for lag in TJENESTELAG if lag.wfs]
UDSNIT = (655000.0, 6048000.0, 705000.0, 6100000.0)
PIXEL = 0.00028
STED = (691372.0, 6064335.0)  # Marielyst: a point, an area, a closed route
OPLYSNINGER = Oplysninger(
    titel="Mødesteder på Ærø", resume="Alt åbent", organisation="Ærø Kommune", mail="gis@example.dk",
    telefon="63 52 50 00", noegleord=("mødested", "ensomhed, trivsel"), gebyr="Ingen",
    betingelser="CC BY 4.0", metadata_url="https://example.dk/om?a=1&b=2", url="",
)  # fmt: skip


@dataclass(frozen=True)
class Tjeneste:
    """The service as mapserv answers it."""

    mapfil: Path

    def svar(self, sti: str = "", /, **dele: Any) -> tuple[bytes, bytes]:
        """Ask mapserv; gives the head and the body of the answer."""
        spoerg = "&".join(f"{navn}={quote(str(v), safe=',:')}" for navn, v in dele.items())
        miljoe = {
            **os.environ, "REQUEST_METHOD": "GET", "QUERY_STRING": spoerg, "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80", "SCRIPT_NAME": "/kort", "PATH_INFO": sti,
            "MAPSERVER_CONFIG_FILE": str(self.mapfil.with_suffix(".conf")),
        }  # fmt: skip
        if not sti:
            miljoe["MS_MAPFILE"] = str(self.mapfil)
        program = shutil.which("mapserv")
        assert program, "cgi-mapserver mangler. Kør .ci/install test."
        ud = subprocess.run([program], env=miljoe, capture_output=True, check=False, timeout=60)
        hoved, _, krop = ud.stdout.partition(b"\r\n\r\n")
        return hoved, krop

    def wfs(self, navn: str, **dele: Any) -> tuple[bytes, bytes]:
        faelles = {"SERVICE": "WFS", "VERSION": "2.0.0", "REQUEST": "GetFeature", "TYPENAMES": navn}
        return self.svar(**{**faelles, **dele})

    def kort(
        self,
        lag: str,
        ramme: tuple[float, ...],
        stoerrelse: tuple[int, int],
        crs: str = "EPSG:25832",
    ) -> Graa:
        _, krop = self.svar(
            SERVICE="WMS", VERSION="1.3.0", REQUEST="GetMap", LAYERS=lag, STYLES="", CRS=crs,
            BBOX=",".join(map(str, ramme)), WIDTH=stoerrelse[0], HEIGHT=stoerrelse[1],
            FORMAT="image/png",
        )  # fmt: skip
        billede = QImage.fromData(krop)
        assert not billede.isNull(), krop[:500]
        return graa(billede)


def graa(billede: QImage) -> Graa:
    """Give how much ink there is in each pixel."""
    en = billede.convertToFormat(QImage.Format.Format_Grayscale8)
    bits = en.constBits()
    bits.setsize(en.sizeInBytes())
    raekker = np.frombuffer(bits.asstring(), np.uint8).reshape(en.height(), en.bytesPerLine())
    return 255.0 - raekker[:, : en.width()].astype(np.float64)


def ramme(x: float, y: float, maalestok: float, stoerrelse: tuple[int, int]) -> tuple[float, ...]:
    halv = [antal * PIXEL * maalestok / 2 for antal in stoerrelse]
    return (x - halv[0], y - halv[1], x + halv[0], y + halv[1])


def opsaet(mapfil: Path) -> Tjeneste:
    mapfil.with_suffix(".conf").write_text(
        f'CONFIG ENV MS_MAP_PATTERN "^{mapfil}$" END MAPS "moedesteder" "{mapfil}" END END', "utf-8"
    )
    return Tjeneste(mapfil)


@pytest.fixture(scope="module", name="mappe")
def mappe_fixture(udgivet: Udgivet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("Mødested test")
    version = mappe / "data" / VERSION
    version.mkdir(parents=True)
    med_hemmelighed(udgivet.data, version / "data.gpkg")
    return mappe


@pytest.fixture(scope="module", name="tjeneste")
def tjeneste_fixture(mappe: Path) -> Tjeneste:
    linjer = skriv_mapfil(
        mappe / "service.map", f"data/{VERSION}/data.gpkg", OPLYSNINGER, VERSION, UDSNIT
    )
    assert linjer
    assert all(linje.startswith("forenklet: ") for linje in linjer)
    return opsaet(mappe / "service.map")


def antal_i(mappe: Path, tabel: str) -> int:
    datasaet = gdal.OpenEx(str(mappe / "data" / VERSION / "data.gpkg"), gdal.OF_VECTOR)
    return int(datasaet.GetLayerByName(tabel).GetFeatureCount())


# What it says of itself ---------------------------------------------------------------------------------


def test_capabilities_say_what_the_municipality_says(tjeneste: Tjeneste) -> None:
    _, krop = tjeneste.svar(SERVICE="WMS", REQUEST="GetCapabilities", VERSION="1.3.0")
    wms = WebMapService("http://x/", xml=krop, version="1.3.0")
    service = wms.identification
    assert service.title == OPLYSNINGER.titel
    assert service.abstract == OPLYSNINGER.resume
    assert service.keywords == ["mødested", "ensomhed trivsel", f"version:{VERSION}"]
    assert (service.fees, service.accessconstraints) == ("Ingen", "CC BY 4.0")
    assert wms.provider.contact.organization == OPLYSNINGER.organisation
    assert krop.count(OPLYSNINGER.mail.encode()) == krop.count(OPLYSNINGER.telefon.encode()) == 1
    grupper = {gruppe.navn: gruppe.titel for gruppe in GRUPPER.values()}
    titler = {ROD: OPLYSNINGER.titel, **grupper, **{lag.navn: lag.titel for lag in TEGNEDE}}
    assert {navn: wms[navn].title for navn in wms.contents} == titler
    for lag in TEGNEDE:
        assert wms[lag.navn].parent.name == lag.gruppe
        assert set(wms[lag.navn].crsOptions) >= {"EPSG:25832", "EPSG:3857", "EPSG:4326"}
    wfs = etree.fromstring(
        tjeneste.svar(SERVICE="WFS", REQUEST="GetCapabilities", VERSION="2.0.0")[1]
    )
    assert wfs.get("version") == "2.0.0"
    typer = wfs.iterfind(".//{*}FeatureType")
    assert {et.findtext("{*}Name"): et.findtext("{*}Title") for et in typer} == {
        f"moedested:{lag.navn}": lag.titel for lag in HENTEDE
    }
    assert f"version:{VERSION}" in [
        et.text for et in wfs.iterfind(".//{*}ServiceIdentification//{*}Keyword")
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        'Ende" END END LAYER NAME "indbrud" TYPE POINT END',
        "skråstreg \\",
        'skråstreg og citat \\" END MAP',
        "to\nlinjer\r\nog\ttabulator \x00 \x1b",
        "<b>æøåÆØÅ</b> & ' END # [navn] %version% ${HOME} 'i \"i",
    ],
)
@pytest.mark.usefixtures("qgis_app")
def test_no_text_breaks_out_of_the_mapfile(tmp_path: Path, tekst: str) -> None:
    tekster: dict[str, Any] = {
        felt.name: (tekst, "to") if felt.name == "noegleord" else tekst
        for felt in fields(Oplysninger)
    }
    fjendtlige = replace(OPLYSNINGER, **tekster)
    skriv_mapfil(tmp_path / "s.map", "data.gpkg", fjendtlige, tekst, UDSNIT)
    _, krop = opsaet(tmp_path / "s.map").svar(
        SERVICE="WMS", REQUEST="GetCapabilities", VERSION="1.3.0"
    )
    rod = etree.fromstring(krop)
    ventet = "".join(tegn if tegn.isprintable() else " " for tegn in tekst)
    w = {"w": "http://www.opengis.net/wms"}
    for sti in ("Title", "Abstract", "Fees", "AccessConstraints", ".//w:ContactOrganization"):
        fundet = rod.find(f"w:Service/{sti if ':' in sti else 'w:' + sti}", w)
        assert fundet is not None
        assert fundet.text == ventet
    navne = {et.text for et in rod.iterfind(".//w:Layer/w:Name", w)}
    assert navne == {ROD, *(g.navn for g in GRUPPER.values()), *(lag.navn for lag in TEGNEDE)}


def test_the_mapfile_knows_no_folder_of_this_machine(tjeneste: Tjeneste, mappe: Path) -> None:
    assert str(mappe) not in tjeneste.mapfil.read_text("utf-8")
    tegn = list((mappe / "data" / VERSION / "tegn").iterdir())
    assert {fil.suffix for fil in tegn} == {".svg", ".html"}
    assert [fil.name for fil in tegn if "param(" in fil.read_text("utf-8")] == []


# Maps ---------------------------------------------------------------------------------------------------


def qgis_kort(
    mappe: Path, rolle: str, udsnit: tuple[float, ...], stoerrelse: tuple[int, int]
) -> Graa:
    """Draw the same rows in QGIS, as QGIS Server would."""
    lag = next(et for et in TEGNEDE if et.navn == rolle)
    kilde = f"{mappe}/data/{VERSION}/data.gpkg|layername={lag.tabelnavn}"
    vektor = QgsVectorLayer(kilde + (f"|subset={lag.filter}" if lag.filter else ""), rolle, "ogr")
    apply_style(vektor, rolle, offentlig=True)
    return tegn([vektor], udsnit, stoerrelse)


def tegn(
    vektorer: list[QgsVectorLayer], udsnit: tuple[float, ...], stoerrelse: tuple[int, int]
) -> Graa:
    settings = QgsMapSettings()
    settings.setOutputDpi(25.4 / 0.28)
    settings.setOutputSize(QSize(*stoerrelse))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    settings.setExtent(QgsRectangle(*udsnit))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
    settings.setLayers(vektorer)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return graa(job.renderedImage())


def lighed(en: Graa, anden: Graa) -> float:
    """Give how alike two pictures are where the eye looks: in squares of 8 pixels."""

    def felter(billede: Graa) -> Graa:
        h, b = (side - side % 8 for side in billede.shape)
        ud: Graa = billede[:h, :b].reshape(h // 8, 8, b // 8, 8).mean(axis=(1, 3))
        return ud

    return float(np.corrcoef(felter(en).ravel(), felter(anden).ravel())[0, 1])


# Scales where the layer has signs but no labels, which the two place differently.
@pytest.mark.parametrize(
    ("rolle", "maalestok"),
    [
        ("moedested", 160_000),
        ("udstyr", 7_000),
        ("facilitet", 29_000),
        ("baenk", 20_000),
        ("omraade", 29_000),
        ("omraade", 80_000),
        ("vandrerute", 61_000),
        ("cykelrute", 61_000),
        ("koererute", 61_000),
        ("andenrute", 61_000),
        ("straekning", 6_500),
        ("straekning", 12_000),
    ],
)
def test_mapserver_draws_what_qgis_draws(
    tjeneste: Tjeneste, mappe: Path, rolle: str, maalestok: float
) -> None:
    lag = next(et for et in TEGNEDE if et.navn == rolle)
    kilde = f"{mappe}/data/{VERSION}/data.gpkg|layername={lag.tabelnavn}"
    vektor = QgsVectorLayer(kilde + (f"|subset={lag.filter}" if lag.filter else ""), "x", "ogr")
    noegle = lag.felter[0].navn
    raekke = min(
        (et for et in vektor.getFeatures() if rolle != "straekning" or et["forhindring_k"]),
        key=lambda et: et[noegle],
    )
    midt = raekke.geometry().pointOnSurface().asPoint()
    # few other lines: QGIS cuts them at the edge before it looks for their middle
    stoerrelse = (160, 160) if rolle == "straekning" else (400, 400)
    udsnit = ramme(midt.x(), midt.y(), maalestok, stoerrelse)
    fra_mapserver = tjeneste.kort(rolle, udsnit, stoerrelse)
    fra_qgis = qgis_kort(mappe, rolle, udsnit, stoerrelse)
    assert fra_mapserver.sum() > 0
    assert lighed(fra_mapserver, fra_qgis) > 0.9


def test_what_is_closed_today_is_marked(tjeneste: Tjeneste, mappe: Path) -> None:
    datasaet = gdal.OpenEx(str(mappe / "data" / VERSION / "data.gpkg"), gdal.OF_VECTOR)
    lag = datasaet.GetLayerByName("facilitet_punkt")
    blaek = {}
    for lukket in ("IS NOT NULL", "IS NULL"):
        lag.SetAttributeFilter(f"facil_ty_k = 1371 AND navn IS NULL AND lukket_fra {lukket}")
        raekke = lag.GetNextFeature()
        punkt = raekke.GetGeometryRef().Centroid()
        udsnit = ramme(punkt.GetX(), punkt.GetY(), 9_000, (32, 32))
        blaek[lukket] = tjeneste.kort("baenk", udsnit, (32, 32))[:16, 16:].sum()
    assert blaek["IS NOT NULL"] > 1.2 * blaek["IS NULL"] > 0


def test_nothing_is_drawn_beyond_its_scale(tjeneste: Tjeneste) -> None:
    for rolle, maalestok in (("facilitet", 76_000), ("straekning", 16_000), ("udstyr", 31_000)):
        assert not tjeneste.kort(rolle, ramme(*STED, maalestok, (300, 300)), (300, 300)).any()


def test_all_three_coordinate_systems_have_their_axes_right(tjeneste: Tjeneste) -> None:
    for crs, udsnit in (
        ("EPSG:3857", (1_330_000, 7_310_000, 1_335_000, 7_315_000)),
        ("EPSG:4326", (54.67, 11.94, 54.70, 11.99)),  # latitude first
    ):
        assert tjeneste.kort(ROD, udsnit, (300, 300), crs).any(), crs


def test_the_legend_has_a_line_for_each_sign(tjeneste: Tjeneste) -> None:
    _, krop = tjeneste.svar(
        SERVICE="WMS", VERSION="1.3.0", REQUEST="GetLegendGraphic", LAYER="vandrerute",
        FORMAT="image/png", SLD_VERSION="1.1.0", STYLE="default",
    )  # fmt: skip
    linjer = (graa(QImage.fromData(krop))[:, :28].sum(axis=1) > 0).astype(int)
    assert (np.diff(linjer) == 1).sum() >= 4


# A click ------------------------------------------------------------------------------------------------


def klik(tjeneste: Tjeneste, lag: str, info: str, sted: tuple[float, float] = STED) -> str:
    udsnit = ramme(*sted, 2_000, (100, 100))
    hoved, krop = tjeneste.svar(
        SERVICE="WMS", VERSION="1.3.0", REQUEST="GetFeatureInfo", LAYERS=lag, QUERY_LAYERS=lag,
        STYLES="", CRS="EPSG:25832", BBOX=",".join(map(str, udsnit)), WIDTH=100, HEIGHT=100, I=50,
        J=50, INFO_FORMAT=info, FORMAT="image/png", FEATURE_COUNT=10,
    )  # fmt: skip
    assert info.encode() in hoved, krop
    return krop.decode()


@pytest.mark.parametrize("info", ["text/html", "text/plain", "application/vnd.ogc.gml"])
def test_a_click_gives_public_fields_in_danish(tjeneste: Tjeneste, info: str) -> None:
    tekst = klik(tjeneste, "moedested,facilitet", info)
    assert "Vinterbaderne på Marielyst" in tekst
    assert "Væggerløse" in tekst
    for hemmeligt in (SKJULT, HEMMELIGT, "mf_", "fid"):
        assert hemmeligt not in tekst


def test_a_click_never_runs_what_a_row_says(tjeneste: Tjeneste, mappe: Path) -> None:
    fil = mappe / "data" / VERSION / "data.gpkg"
    datasaet = gdal.OpenEx(str(fil), gdal.OF_VECTOR | gdal.OF_UPDATE)
    lag = datasaet.GetLayerByName("moedested")
    lag.SetAttributeFilter("navn LIKE 'Bænken mod syd'")
    raekke = lag.GetNextFeature()
    raekke["lang_beskr"] = FJENDTLIGT
    lag.SetFeature(raekke)
    sted = (raekke.GetGeometryRef().GetX(), raekke.GetGeometryRef().GetY())
    del raekke, lag, datasaet
    html = klik(tjeneste, "moedested", "text/html", sted)
    assert "&lt;script&gt;alert(" in html
    assert "<script" not in html


# Data ---------------------------------------------------------------------------------------------------


_VERSIONER = (("2.0.0", "TYPENAMES"), ("1.1.0", "TYPENAME"), ("1.0.0", "TYPENAME"))


@pytest.mark.parametrize("lag", HENTEDE, ids=lambda lag: lag.navn)
def test_wfs_gives_every_row_and_exactly_the_public_columns(
    tjeneste: Tjeneste, mappe: Path, lag: Any
) -> None:
    geojson = json.loads(tjeneste.wfs(lag.navn, OUTPUTFORMAT="geojson")[1])
    assert len(geojson["features"]) == antal_i(mappe, lag.tabelnavn)
    for raekke in geojson["features"]:
        # numbers and dates that are missing are left out
        assert set(raekke["properties"]) <= {felt.navn for felt in lag.felter}
        assert (raekke["geometry"] is None) == (lag.geometri is None)
    for version, navn in (
        _VERSIONER if lag.navn in ("moedested", "rute", "aktivitet") else _VERSIONER[:1]
    ):
        _, gml = tjeneste.svar(
            SERVICE="WFS", VERSION=version, REQUEST="GetFeature", **{navn: lag.navn}
        )
        raekker = etree.fromstring(gml).findall(f".//{{urn:moedested}}{lag.navn}")
        assert len(raekker) == antal_i(mappe, lag.tabelnavn)
        egne = {etree.QName(et).localname for et in raekker[0].iterchildren("{urn:moedested}*")}
        assert egne - {"geometri"} == {felt.navn for felt in lag.felter}
        assert ("geometri" in egne) == (lag.geometri is not None)
        assert HEMMELIGT.encode() not in gml


def test_rows_that_mapserver_passes_over_are_counted(mappe: Path, tmp_path: Path) -> None:
    shutil.copy(mappe / "data" / VERSION / "data.gpkg", tmp_path / "data.gpkg")
    assert udeladte(tmp_path / "data.gpkg") == {}
    datasaet = gdal.OpenEx(str(tmp_path / "data.gpkg"), gdal.OF_VECTOR | gdal.OF_UPDATE)
    datasaet.ExecuteSQL("UPDATE udstyr SET geometri = NULL WHERE fid <= 2")
    del datasaet
    assert udeladte(tmp_path / "data.gpkg") == {"udstyr": 2}
    linjer = skriv_mapfil(tmp_path / "s.map", "data.gpkg", OPLYSNINGER, VERSION, UDSNIT)
    assert any("2 i Markører" in linje for linje in linjer)
    hits = opsaet(tmp_path / "s.map").wfs("udstyr", RESULTTYPE="hits")[1]
    assert int(etree.fromstring(hits).get("numberMatched")) == antal_i(mappe, "udstyr") - 2


def er_lig(felt: str, vaerdi: str) -> str:
    return (
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsLike wildCard="*"'
        f' singleChar="?" escapeChar="!"><fes:ValueReference>{felt}</fes:ValueReference>'
        f"<fes:Literal>{vaerdi}</fes:Literal></fes:PropertyIsLike></fes:Filter>"
    )


def test_a_hidden_column_cannot_be_asked_about(tjeneste: Tjeneste) -> None:
    _, synligt = tjeneste.wfs("moedested", FILTER=er_lig("navn", "Bænken mod*"))
    assert len(etree.fromstring(synligt).findall(".//{urn:moedested}moedested")) == 1
    sporg: tuple[dict[str, object], ...] = (
        {"FILTER": er_lig(SKJULT, "HEMMELIG*")},
        {"FILTER": er_lig(f"moedested:{SKJULT}", "HEMMELIG*")},
        {"PROPERTYNAME": SKJULT},
        {"SORTBY": SKJULT},
    )
    for dele in sporg:
        hoved, krop = tjeneste.wfs("moedested", **dele)
        assert b"ExceptionReport" in krop, (dele, hoved, krop[:300])
        assert HEMMELIGT.encode() not in krop


ROEDT = (
    '<StyledLayerDescriptor version="1.0.0"><NamedLayer><Name>moedested</Name><UserStyle>'
    "<FeatureTypeStyle><Rule><PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName>"
    "<Fill><CssParameter name='fill'>#ff0000</CssParameter></Fill></Mark><Size>60</Size></Graphic>"
    "</PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>"
)


@pytest.mark.parametrize(
    "ordre",
    [
        {"SLD_BODY": ROEDT},
        {"map.layer[moedested]": "CLASS STYLE COLOR 255 0 0 END END"},
        {"map_layer_moedested_data": "udgivelse"},
        {"map_size": "10 10"},
    ],
    ids=["style", "layer", "data", "size"],
)
def test_nobody_outside_says_how_it_is_drawn(tjeneste: Tjeneste, ordre: dict[str, str]) -> None:
    kort = {
        "SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": "moedested",
        "STYLES": "", "CRS": "EPSG:25832", "WIDTH": 200, "HEIGHT": 200, "FORMAT": "image/png",
        "BBOX": ",".join(map(str, ramme(*STED, 4_000, (200, 200)))),
    }  # fmt: skip
    foer = tjeneste.svar(**kort)[1]
    svar = tjeneste.svar(**{**kort, **ordre})[1]
    assert svar == foer or b"Exception" in svar


@pytest.mark.parametrize("mode", ["browse", "itemquery", "map"])
def test_mapservers_own_modes_are_closed(tjeneste: Tjeneste, mode: str) -> None:
    hoved, krop = tjeneste.svar(
        mode=mode, layers="all", qlayer="moedested", qitem=SKJULT, qstring="/HEMMELIG/", mapxy="0 0"
    )
    assert not krop.startswith(b"\x89PNG")
    assert b"is not supported by the current map configuration" in krop, (hoved, krop)


def test_nothing_can_be_written(tjeneste: Tjeneste) -> None:
    _, krop = tjeneste.svar(SERVICE="WFS", VERSION="2.0.0", REQUEST="Transaction")
    assert b"ExceptionReport" in krop


def test_ogc_api_gives_the_layers_that_have_a_place(tjeneste: Tjeneste) -> None:
    rod = "/moedesteder/ogcapi"
    _, samlinger = tjeneste.svar(f"{rod}/collections", f="json")
    assert {et["id"] for et in json.loads(samlinger)["collections"]} == {
        lag.navn for lag in HENTEDE if lag.geometri
    }
    _, krop = tjeneste.svar(f"{rod}/collections/moedested/items", f="json", limit=100)
    raekker = json.loads(krop)["features"]
    felter = {felt.navn for felt in next(et for et in HENTEDE if et.navn == "moedested").felter}
    assert {felt for raekke in raekker for felt in raekke["properties"]} == felter
    assert HEMMELIGT.encode() not in krop


def test_gdal_reads_it_over_http(tjeneste: Tjeneste, mappe: Path) -> None:
    with mapserver(tjeneste.mapfil) as adresse:
        wfs = gdal.OpenEx(f"WFS:{adresse}?VERSION=2.0.0", gdal.OF_VECTOR)
        assert wfs is not None
        for navn in ("aktivitet", "udstyr"):
            lag = wfs.GetLayerByName(f"moedested:{navn}")
            assert len(list(lag)) == antal_i(mappe, navn)
