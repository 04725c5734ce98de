# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on a real publication behind the shipped nginx and mapserver.conf, with the real MapServer as FastCGI behind them.

The store that it was published from is full of canaries and lies, with a mapfile over it, where the server can read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from moedested_plugin.publishing.maal import MAPSERVER
from tests.ows import Server, Svar
from tests.servere import nginx_mapserver

from .servertjeneste import KANARIE, Kanarietjeneste, bytes_af
from .test_angreb import AFVIST, Scene, _uden_ekko, _xml

WFS = "SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=moedested"
BILLEDE = "CRS=EPSG:25832&BBOX={ramme}&WIDTH=60&HEIGHT=60&FORMAT=image/png"
WMS = f"SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&LAYERS=moedested&{BILLEDE}"
INFO = f"{WMS.replace('GetMap', 'GetFeatureInfo')}&QUERY_LAYERS=moedested&I=30&J=30&INFO_FORMAT=text/html"


@pytest.fixture(scope="module")
def tjeneste(
    kanarier: Kanarietjeneste, tmp_path_factory: pytest.TempPathFactory
) -> Kanarietjeneste:
    ud = kanarier.som(type=MAPSERVER, folder=str(tmp_path_factory.mktemp("kort på øen")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("moedested_plugin.publishing.lokal_mapserver.program", lambda: None)
        ud.udgiv()
    return ud


@pytest.fixture(scope="module")
def hemmeligt(tjeneste: Kanarietjeneste) -> Path:
    """A mapfile that shows the whole store, beside it."""
    tekst = tjeneste.projekt.read_text("utf-8")
    data = f"data/{tjeneste.udgave.version}/data.gpkg"
    assert data in tekst
    fil = tjeneste.lager.with_suffix(".map")
    fil.write_text(tekst.replace(data, str(tjeneste.lager)), "utf-8")
    return fil


@pytest.fixture(scope="module")
def scene(tjeneste: Kanarietjeneste, hemmeligt: Path) -> Iterator[Scene]:
    with (
        nginx_mapserver(tjeneste.projekt) as tjener,
        Server(lambda _d, _h: Svar(b"<a/>")) as lytter,
    ):
        stier = (tjeneste.maal.folder, str(tjener.mappe), "data.gpkg", "service.map", "/usr/")
        yield Scene(tjener, tjeneste, hemmeligt, lytter, stier)


def _spoerg(scene: Scene, maal: str) -> tuple[int, bytes]:
    ramme = dict(scene.tjeneste.ventet.kort)["moedested"]
    lager = quote(str(scene.tjeneste.lager))
    maal = maal.replace("{ramme}", ",".join(map(str, ramme))).replace("{lager}", lager)
    return scene.spoerg(maal)


def test_no_byte_of_what_is_published_is_anybody_elses(tjeneste: Kanarietjeneste) -> None:
    filer = dict(bytes_af(Path(tjeneste.maal.folder)))
    assert any(navn.endswith("service.map") for navn in filer)
    for navn, indhold in filer.items():
        assert KANARIE.encode() not in indhold, navn
        assert str(tjeneste.lager.parent).encode() not in indhold, navn


# Refused before MapServer sees it ------------------------------------------------------------------


def _kort(navn: str, vaerdi: str) -> str:
    return f"?{WFS}&{quote(navn, safe='')}={quote(vaerdi, safe='{}')}"


SLD = quote(
    '<StyledLayerDescriptor version="1.0.0"><NamedLayer><Name>moedested</Name></NamedLayer></StyledLayerDescriptor>'
)
AFVISES = [
    # another mapfile
    f"?{WFS}&map={{projekt}}", f"?map={{projekt}}&{WFS}", f"?{WFS}&MAP={{projekt}}", f"?{WFS}&mAp={{projekt}}", f"?{WFS}&%6dap={{projekt}}",
    f"?{WFS}&m%61p={{projekt}}", f"?{WFS}&map=moedesteder", f"?{WFS}&map=MS_MAPFILE", f"?{WFS}&map=PATH", f"?{WFS}&map=/etc/passwd",
    f"?{WFS}&map=../../kommunens.map", f"?{WFS}&map", f"?{WFS}&map%20={{projekt}}", f"?{WFS}&+map={{projekt}}", f"?{WFS}&%00map={{projekt}}",
    f"?{WFS}&;map={{projekt}}", f"?{WFS}&&map={{projekt}}", f"?{WFS}&context={{lytter}}", f"?{WFS}&context=file:///etc/passwd", f"?{WFS}&CONTEXT={{projekt}}",
    "/moedesteder/ogcapi/collections?map={projekt}", "/moedesteder/ogcapi/collections/moedested/items?f=json&map={projekt}",
    # the mapfile changed from the address
    _kort("map.layer[moedested]", 'LAYER CONNECTION "{lager}" END'), _kort("map.layer[moedested].connection", "{lager}"),
    f"?{WFS}&map.layer[moedested]=CONNECTION+{{lager}}", f"?{WFS}&map_layer_moedested=CONNECTION+{{lager}}", f"?{WFS}&map_layer_0_connection={{lager}}",
    f"?{WFS}&map.layer[moedested].metadata=METADATA+gml_include_items+all+END", f"?{WFS}&MAP_LAYER_moedested_metadata=gml_include_items+all",
    f"?{WFS}&map.web=WEB+TEMPLATE+/etc/passwd+END", f"?{WMS}&map.imagepath=/tmp", f"?{WMS}&map_imagecolor=255+0+0", f"?{WMS}&map.size=9000+9000",
    f"?{WMS}&map_resolution=99999", f"?{WMS}&map_resolution=x", f"?{WMS}&map_resolution_x=1", f"?{WMS}&map_projection=init=epsg:4326",
    f"?{WMS}&map.layer[moedested].class[0].style[0]=SYMBOL+/etc/passwd", f"?{WMS}&moedested_class_0_style_0=x", f"?{WFS}&%25dato%25=1", f"?{WFS}&default_dato=1",
    # styles from elsewhere
    f"?{WMS}&SLD={{lytter}}", f"?{WMS}&sld=file:///etc/passwd", f"?{WMS}&S%4CD={{lytter}}", f"?{WMS}&SLD_BODY={SLD}", f"?{WMS}&sld_body={SLD}", f"?{WMS}&SLD%5FBODY={SLD}",
    # MapServer's own ways
    "?mode=browse", "?mode=itemquery&layers=all&qlayer=moedested&qitem=intern_note&qstring=/KAN/", "?mode=itemnquery&qlayer=moedested&qstring=1",
    "?mode=legend", "?mode=tile&tile=0+0+0&layers=all", "?mode=zoomin", f"?{WFS}&mode=map", f"?{WFS}&qstring=/KAN/", f"?{WFS}&qitem=intern_note",
    f"?{WFS}&qformat=csv", f"?{WFS}&queryfile=/etc/passwd", f"?{WFS}&savequery=true", f"?{WMS}&template=/etc/passwd", f"?{WMS}&img=a&imgxy=1+1", f"?{WMS}&id=../../a",
    # requests that a map service does not need
    "?SERVICE=WCS&REQUEST=GetCapabilities", "?SERVICE=SOS&REQUEST=GetCapabilities", "?SERVICE=W%43S&REQUEST=GetCapabilities", "?SERVICE=CSW",
    "?SERVICE=WMS&REQUEST=GetContext", "?SERVICE=WMS&REQUEST=GetMap&REQUEST=GetContext", "?SERVICE=WMS&REQUEST=GetSchemaExtension", "?SERVICE=WMS&REQUEST=Get%43ontext",
    "?SERVICE=WFS&VERSION=2.0.0&REQUEST=Transaction", "?SERVICE=WFS&VERSION=2.0.0&REQUEST=CreateStoredQuery", "?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetPropertyValue",
    f"?{WFS}&STOREDQUERY_ID=x", f"?{WFS}&FILTER={quote('<!DOCTYPE a [<!ENTITY f SYSTEM ' + chr(34) + 'file:///etc/passwd' + chr(34) + '>]><Filter>&f;</Filter>', safe='')}",
    # too much
    f"?{WMS.replace('WIDTH=60', 'WIDTH=100000')}", f"?{WMS}&HEIGHT=99999999999", f"?{WMS}&WIDTH=1e9", f"?{WMS}&WIDTH=-1", f"?{WMS}&DPI=100000", f"?{WFS}&FILTER={'x' * 20_000}",
    # other places
    "/", "/cgi-bin/mapserv", "/cgi-bin/mapserv?map={projekt}", "/moedesteder/", "/moedesteder/service.map", "/moedesteder/data/{version}/data.gpkg", "/mapserver.conf",
    "/moedesteder/../../etc/passwd", "/moedesteder/%2e%2e/etc/passwd", "/moedesteder/ogcapi/../../../etc/passwd", "/moedesteder/ogcapi/..%2f..%2fetc/passwd",
    "/moedesteder/ogcapi//etc/passwd", "/moedesteder/ogcapi/collections/..\\..\\etc", "/kommunens/ogcapi/collections", "/index/ogcapi/",
]  # fmt: skip


@pytest.mark.parametrize("angreb", AFVISES)
def test_it_is_refused(scene: Scene, angreb: str) -> None:
    status, svar = _spoerg(scene, angreb)
    assert status in AFVIST
    assert scene.afsloeret(svar) == []
    assert b"nginx" in svar or not svar.partition(b"\n\n")[2]  # MapServer never saw it
    assert b"Exception" not in svar
    assert scene.lytter.kald == []


@pytest.mark.parametrize("metode", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get"])
@pytest.mark.parametrize(
    "maal", ["/moedesteder", "/moedesteder/ogcapi/collections/moedested/items"]
)
def test_other_methods_are_refused(scene: Scene, metode: str, maal: str) -> None:
    krop = f"<GetFeature service='WFS' version='2.0.0' map='{scene.hemmeligt}'><Query typeNames='moedested'/></GetFeature>"
    status, svar = scene.spoerg(maal, metode, krop.encode())
    assert status in AFVIST
    assert scene.afsloeret(svar) == []


# Answered, but nothing is revealed -----------------------------------------------------------------


def _felt(felt: str, vaerdi: str) -> list[str]:
    """Requests that ask whether some row has this value in this field."""
    lig = f"<PropertyIsEqualTo><PropertyName>{felt}</PropertyName><Literal>{vaerdi}</Literal></PropertyIsEqualTo>"
    like = f'<PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><PropertyName>{felt}</PropertyName><Literal>{vaerdi[:3]}*</Literal></PropertyIsLike>'
    fes = lig.replace("PropertyName", "ValueReference")
    return [
        f"?{WFS.replace('2.0.0', '1.1.0').replace('TYPENAMES', 'TYPENAME')}&RESULTTYPE=hits&FILTER={_xml(lig)}",
        f"?{WFS.replace('2.0.0', '1.1.0').replace('TYPENAMES', 'TYPENAME')}&RESULTTYPE=hits&FILTER={_xml(like)}",
        f"?{WFS}&RESULTTYPE=hits&FILTER={_xml(fes).replace('ogc', 'fes%2F2.0')}",
        f"?{WMS}&FILTER={_xml(lig)}", f"?{INFO}&FILTER={_xml(lig)}",
        f"?{WFS}&FILTER={_xml(lig.replace(vaerdi, vaerdi + quote(chr(39)) + ' OR 1=1 --'))}",
    ]  # fmt: skip


@pytest.mark.parametrize("nr", range(6))
def test_no_value_can_be_guessed(scene: Scene, nr: int) -> None:
    for felt in ("intern_note", "rettet_af"):
        rigtigt = _spoerg(scene, _felt(felt, KANARIE)[nr])
        forkert = _spoerg(scene, _felt(felt, "XXXXXX")[nr])
        assert _uden_ekko(rigtigt) == _uden_ekko(forkert)
        assert scene.afsloeret(_uden_ekko(rigtigt)[1]) == []


_SOM_TEKST = (
    "<PropertyIsEqualTo><PropertyName>navn</PropertyName><Literal>{}</Literal></PropertyIsEqualTo>"
)
TAVSE = [
    f"?{WFS}", f"?{WFS}&OUTPUTFORMAT=geojson", f"?{WFS}&PROPERTYNAME=intern_note", f"?{WFS}&PROPERTYNAME=navn,intern_note", f"?{WFS}&SORTBY=intern_note", f"?{WFS}&SORTBY=navn;DROP",
    f"?{WFS}&TYPENAMES=organisation", f"?{WFS}&TYPENAMES=/etc/passwd", f"?{WFS}&TYPENAMES=moedested'", f"?{WFS}&BBOX=a,b,c,d", f"?{WFS}&SRSNAME=file:///etc/passwd",
    f"?{WFS}&COUNT=-1", f"?{WFS}&STARTINDEX=99999999999999999999", f"?{WFS}&RESOURCEID=moedested.x'%20OR%201=1", f"?{WFS}&FEATUREID=moedested.1,organisation.1",
    f"?{WFS}&FILTER=<Filter>", f"?{WFS}&FILTER={_xml(_SOM_TEKST.format(quote(chr(39)) + ' OR intern_note LIKE ' + quote(chr(39)) + 'K%25'))}",
    f"?{WFS}&FILTER={_xml(_SOM_TEKST.format('`cat /etc/passwd`'))}", f"?{WFS}&FILTER={_xml('<Function name=' + chr(34) + 'file_exists' + chr(34) + '><Literal>/etc/passwd</Literal></Function>')}",
    f"?{WFS}&FILTER={_xml(_SOM_TEKST.format('[intern_note]'))}", f"?{WFS}&FILTER={_xml(_SOM_TEKST.replace('navn', 'navn' + chr(34) + ' OR ' + chr(34) + '1').format('1'))}",
    f"?{WMS}&LAYERS=/etc/passwd", f"?{WMS}&STYLES=../../etc/passwd", f"?{WMS}&CRS=file:///etc/passwd", f"?{WMS}&BBOX=nan,nan,nan,nan", f"?{WMS}&FORMAT=application/x-worker",
    f"?{WMS}&FORMAT=../../etc", f"?{WMS.replace('WIDTH=60', 'WIDTH=9999')}", f"?{INFO}&FEATURE_COUNT=1000&RADIUS=bbox", f"?{INFO}&INFO_FORMAT=application/vnd.ogc.gml", f"?{INFO}&INFO_FORMAT=text/plain",
    f"?{INFO}&INFO_FORMAT=/etc/passwd", "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities", "?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities",
    "?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeFeatureType", "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=moedested&FORMAT=image/png&SLD_VERSION=1.1.0",
    "?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=moedested", "?SERVICE=WMS&VERSION=1.1.1&REQUEST=DescribeLayer&LAYERS=moedested&SLD_VERSION=1.1.0", "?SERVICE=WMS", "?", "?REQUEST=GetMap",
    "/moedesteder/ogcapi", "/moedesteder/ogcapi/api?f=json", "/moedesteder/ogcapi/?f=html", "/moedesteder/ogcapi/collections?f=json", "/moedesteder/ogcapi/collections/moedested/items?f=json&limit=1000",
    "/moedesteder/ogcapi/collections/organisation/items?f=json", "/moedesteder/ogcapi/collections/moedested/items/'?f=json", "/moedesteder/ogcapi/findes-ikke",
]  # fmt: skip


@pytest.mark.parametrize("angreb", TAVSE)
def test_nothing_is_revealed(scene: Scene, angreb: str) -> None:
    _, svar = _spoerg(scene, angreb)
    assert scene.afsloeret(svar) == []
    assert b"intern_note" not in svar or "intern_note" in angreb
    assert scene.lytter.kald == []


def test_no_layer_says_it_in_any_way(scene: Scene) -> None:
    assert len(scene.tjeneste.ventet.kort) > 8
    for lag, ramme in scene.tjeneste.ventet.kort:
        kort = f"LAYERS={lag}&STYLES=&CRS=EPSG:25832&BBOX={','.join(map(str, ramme))}&WIDTH=60&HEIGHT=60&FORMAT=image/png"
        klik = f"?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&{kort}&QUERY_LAYERS={lag}&I=30&J=30&FEATURE_COUNT=99&INFO_FORMAT="
        for maal in (f"{klik}text/html", f"{klik}text/plain", f"{klik}application/vnd.ogc.gml"):
            status, svar = scene.spoerg(maal)
            assert status == 200, maal
            assert scene.afsloeret(svar) == [], maal
    for tabel, antal in scene.tjeneste.ventet.antal.items():
        maal = f"?{WFS.replace('moedested', tabel)}&OUTPUTFORMAT=geojson"
        _, svar = scene.spoerg(maal)
        assert scene.afsloeret(svar) == [], maal
        assert len(json.loads(svar[svar.index(b"{") :])["features"]) == antal, tabel


# What clients really ask for still works, and the attacks are real ---------------------------------

GODE = [
    (f"?{WMS}&DPI=96&MAP_RESOLUTION=96&FORMAT_OPTIONS=dpi:96&TRANSPARENT=TRUE", b"PNG"),  # QGIS
    (f"?{WMS.replace('image/png', 'image%2Fpng')}&TILED=true&_=1732", b"PNG"),  # OpenLayers, jQuery
    (f"?{WMS.replace('EPSG:25832', 'EPSG%3A25832')}&EXCEPTIONS=XML&BGCOLOR=0xFFFFFF", b"PNG"),
    (f"?{WFS}&BBOX=640000,6030000,740000,6120000,EPSG:25832&COUNT=5&STARTINDEX=0", b"moedested:navn"),
    (f"?{WFS}&OUTPUTFORMAT=application/json;%20subtype=geojson&SRSNAME=urn:ogc:def:crs:EPSG::4326", b'"navn"'),
    (f"?{WFS}&RESULTTYPE=hits&nocache=a1", b'numberMatched="{antal}"'),
    ("?SERVICE=WFS&ACCEPTVERSIONS=2.0.0,1.1.0&REQUEST=GetCapabilities&", b"WFS_Capabilities"),
    ("/moedesteder/ogcapi/collections/moedested/items?f=json&limit=2&offset=1&bbox=11,54,13,56", b'"navn"'),
]  # fmt: skip


@pytest.mark.parametrize(("maal", "indhold"), GODE)
def test_what_clients_ask_for_works(scene: Scene, maal: str, indhold: bytes) -> None:
    status, svar = _spoerg(scene, maal)
    assert status == 200
    assert indhold.replace(b"{antal}", b"%d" % scene.tjeneste.antal["moedested"]) in svar


def test_without_the_rules_the_whole_store_is_out(
    tjeneste: Kanarietjeneste, hemmeligt: Path
) -> None:
    with (
        nginx_mapserver(tjeneste.projekt, regler=False, arbejdere=1) as tjener,
        Server(lambda _d, _h: Svar(b"")) as lytter,
    ):
        scene = Scene(tjener, tjeneste, hemmeligt, lytter, ())
        for navn in ("map", "%6dap"):
            assert KANARIE.encode() in scene.spoerg(f"?{WFS}&{navn}={{projekt}}")[1]
