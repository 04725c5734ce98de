# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on a real publication behind the shipped nginx example and the real QGIS Server: refused, or nothing is revealed.

The store that it was published from is full of canaries and lies, with a project over it, where the server can read it.
"""

from __future__ import annotations

import http.client
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from moedested_plugin.publishing.maal import POSTGIS
from tests.ows import VAERT, Server, Svar
from tests.servere import Tjener, nginx_qgis

from .servertjeneste import KANARIE, Kanarietjeneste, bytes_af
from .udsted import Udsted, udsted

__all__ = ["udsted"]

WFS = "SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=moedested"
BILLEDE = "CRS=EPSG:25832&BBOX=640000,6030000,740000,6120000&WIDTH=200&HEIGHT=180&FORMAT=image/png"
WMS = f"SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&LAYERS=moedested&{BILLEDE}"
INFO = f"{WMS.replace('GetMap', 'GetFeatureInfo')}&QUERY_LAYERS=moedested&I=100&J=90&INFO_FORMAT=application/json"
AFVIST = frozenset((400, 403, 404, 405, 414))


@dataclass(frozen=True)
class Scene:
    """What is attacked, and what an attacker would like to have."""

    tjener: Tjener
    tjeneste: Kanarietjeneste
    hemmeligt: Path
    lytter: Server
    stier: tuple[str, ...]

    def spoerg(
        self,
        maal: str,
        metode: str = "GET",
        krop: bytes | None = None,
        hoveder: Mapping[str, str] | None = None,
    ) -> tuple[int, bytes]:
        """Send exactly this; `{…}` in it are the places of the scene."""
        maal = maal.replace("{projekt}", quote(str(self.hemmeligt)))
        maal = maal.replace("{lytter}", self.lytter.adresse)
        maal = maal.replace("{version}", self.tjeneste.udgave.version)
        maal = f"/moedesteder{maal}" if maal.startswith("?") else maal
        forbindelse = http.client.HTTPConnection(VAERT, self.tjener.port, timeout=60)
        try:
            forbindelse.putrequest(metode, maal, skip_accept_encoding=True)
            for navn, vaerdi in (hoveder or {}).items():
                forbindelse.putheader(navn.replace("_", "-"), vaerdi)
            if krop is not None:
                forbindelse.putheader("Content-Length", str(len(krop)))
            forbindelse.endheaders(krop)
            svar = forbindelse.getresponse()
            alt = str(svar.headers).encode() + svar.read()
            return svar.status, alt
        finally:
            forbindelse.close()

    def afsloeret(self, svar: bytes) -> list[str]:
        """What the answer gave away."""
        tekst = svar.decode("utf-8", "replace")
        return [ord_ for ord_ in (KANARIE, "root:", *self.stier) if ord_ in tekst]


@pytest.fixture(scope="module")
def hemmeligt(kanarier: Kanarietjeneste) -> Path:
    """A project that shows the whole store, beside it."""
    fil = kanarier.lager.with_suffix(".qgz")
    projekt = QgsProject()
    lag = QgsVectorLayer(f"{kanarier.lager}|layername=moedested", "moedested", "ogr")
    lag.setId("kommunens_moedested")
    projekt.addMapLayer(lag)
    projekt.writeEntry("WFSLayers", "/", ["kommunens_moedested"])
    assert projekt.write(str(fil))
    projekt.clear()
    return fil


@pytest.fixture(scope="module")
def scene(kanarier: Kanarietjeneste, hemmeligt: Path) -> Iterator[Scene]:
    with nginx_qgis(kanarier.projekt) as tjener, Server(lambda _d, _h: Svar(b"<a/>")) as lytter:
        stier = (kanarier.maal.folder, str(tjener.mappe), "data.gpkg", "service.qgz")
        yield Scene(tjener, kanarier, hemmeligt, lytter, stier)


# What lies in the folder ---------------------------------------------------------------------------


def test_no_byte_of_what_is_published_is_anybody_elses(kanarier: Kanarietjeneste) -> None:
    set_ = [navn for navn, _ in bytes_af(Path(kanarier.maal.folder))]
    assert {"data.gpkg", "manifest.json", "moedesteder.html"} <= {Path(navn).name for navn in set_}
    assert any(navn.endswith("service.qgz/.qgs") for navn in set_)
    for navn, indhold in bytes_af(Path(kanarier.maal.folder)):
        assert KANARIE.encode() not in indhold, navn
        assert KANARIE.encode("utf-16-le") not in indhold, navn
        assert str(kanarier.lager.parent).encode() not in indhold, navn


def test_no_byte_in_the_database_is_anybody_elses(
    kanarier: Kanarietjeneste, udsted: Udsted
) -> None:
    tjeneste = kanarier.som(type=POSTGIS, folder="", connection=f"service={udsted.service}")
    tjeneste.udgiv()
    tabeller = udsted.sql(
        "select format('%I.%I', table_schema, table_name) from information_schema.tables"
        " where table_schema ~ '^pub_' or table_schema = 'moedested_udgivet'"
    )
    assert len(tabeller) > 20
    for (tabel,) in tabeller:
        raekker = udsted.sql(f"select t::text from {tabel} t")
        assert not [raekke for (raekke,) in raekker if KANARIE in raekke], tabel
    indhold = udsted.projekt()
    with zipfile.ZipFile(io.BytesIO(indhold)) as pakke:
        for navn in pakke.namelist():
            assert KANARIE.encode() not in pakke.read(navn), navn


# Refused before QGIS Server sees it ----------------------------------------------------------------


def _xml(indre: str) -> str:
    return quote(f'<Filter xmlns="http://www.opengis.net/ogc">{indre}</Filter>', safe="")


def _funktion(navn: str, *argumenter: str) -> str:
    led = "".join(f"<Literal>{et}</Literal>" for et in argumenter)
    return f'<PropertyIsEqualTo><Function name="{navn}">{led}</Function><Literal>1</Literal></PropertyIsEqualTo>'


SLD = quote(
    '<StyledLayerDescriptor version="1.1.0"><NamedLayer><Name>moedested</Name><UserStyle><FeatureTypeStyle><Rule><PointSymbolizer>'
    '<Graphic><ExternalGraphic><OnlineResource href="file:///etc/passwd"/><Format>image/svg+xml</Format></ExternalGraphic></Graphic>'
    "</PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>"
)
AFVISES = [
    # another project
    f"?{WFS}&MAP={{projekt}}", f"?MAP={{projekt}}&{WFS}", f"?{WFS}&map={{projekt}}", f"?{WFS}&Map={{projekt}}", f"?{WFS}&mAp={{projekt}}",
    f"?{WFS}&%4DAP={{projekt}}", f"?{WFS}&M%41P={{projekt}}", f"?{WFS}&MA%50={{projekt}}", f"?{WFS}&%6d%61%70={{projekt}}",
    f"?{WFS}&MAP%20={{projekt}}", f"?{WFS}&+MAP={{projekt}}", f"?{WFS}&MAP%00={{projekt}}", f"?{WFS}&%00MAP={{projekt}}",
    f"?{WFS}&MAP=&MAP={{projekt}}", f"?{WFS}&&MAP={{projekt}}", f"?{WFS}&MAP", f"?{WFS}&MAP%3D{{projekt}}",
    f"?{WFS}&MAP=postgresql://?dbname=x", f"?{WFS}&MAP=file:///etc/passwd", f"?{WFS}&MAP=../../kommunens.qgz",
    "?SERVICE=WMS&REQUEST=GetCapabilities&MAP={projekt}", "/moedesteder/wfs3/collections?MAP={projekt}",
    "/moedesteder/wfs3/collections/moedested/items.json?map={projekt}", "/moedesteder/wfs3/%3FMAP={projekt}/collections",
    # expressions
    f"?{WFS}&EXP_FILTER=file_exists('/etc/passwd')", f"?{WFS}&exp_filter=1=1", f"?{WFS}&EXP%5FFILTER=1=1", f"?{WFS}&E%58P_FILTER=1=1",
    f"?{WFS}&EXP_FILTER=@project_path%20LIKE%20'/%25'", f"?{WFS}&EXP_FILTER=layer_property('moedested','source')%20LIKE%20'/%25'",
    f"?{WFS}&FILTER={_xml(_funktion('file_exists', '/etc/passwd'))}", f"?{WFS}&filter={_xml(_funktion('layer_property', 'moedested', 'source'))}",
    f"?{WFS}&FILTER={_xml(_funktion('env', 'HOME')).replace('Function', '%46unction')}",
    f"?{WFS}&FILTER={_xml(_funktion('env', 'HOME')).replace('Function', 'F%75nction')}",
    f"?{WFS}&FILTER={quote('<!DOCTYPE a [<!ENTITY f SYSTEM ' + chr(34) + 'file:///etc/passwd' + chr(34) + '>]><Filter>&f;</Filter>', safe='')}",
    f"?{INFO}&FILTER={_xml(_funktion('file_exists', '/etc/passwd'))}",
    # styles, symbols and layers from elsewhere
    f"?{WMS}&SLD={{lytter}}", f"?{WMS}&sld={{lytter}}", f"?{WMS}&SLD=file:///etc/passwd", f"?{WMS}&S%4CD={{lytter}}",
    f"?{WMS}&SLD_BODY={SLD}", f"?{WMS}&sld_body={SLD}", f"?{WMS}&SLD%5FBODY={SLD}",
    f"?{WMS}&HIGHLIGHT_GEOM=POINT(690000%206080000)&HIGHLIGHT_SYMBOL={SLD}", f"?{WMS}&highlight_labelstring=x",
    f"?{WMS.replace('LAYERS=moedested', 'LAYERS=EXTERNAL_WMS:x')}&x:url={{lytter}}&x:layers=a&x:format=image/png&x:crs=EPSG:25832",
    f"?{WMS.replace('LAYERS=moedested', 'LAYERS=EXTERNAL%5FWMS:x')}&x%3Aurl={{lytter}}&x:layers=a",
    # requests that a map service does not need
    "?SERVICE=WMS&REQUEST=GetPrint&TEMPLATE=a&FORMAT=pdf", "?SERVICE=WMS&REQUEST=GetProjectSettings", "?SERVICE=WMS&REQUEST=GetContext",
    "?SERVICE=WMS&REQUEST=getcontext", "?SERVICE=WMS&REQUEST=Get%43ontext", "?SERVICE=WMS&REQUEST=GetMap&REQUEST=GetContext",
    "?SERVICE=WMS&REQUEST=GetSchemaExtension", "?SERVICE=WFS&VERSION=1.1.0&REQUEST=Transaction", "?SERVICE=WFS&REQUEST=LockFeature",
    "?SERVICE=WCS&REQUEST=GetCapabilities", "?SERVICE=WMTS&REQUEST=GetCapabilities", "?SERVICE=SampleService&REQUEST=a", "?SERVICE=W%4DTS",
    f"?{WMS.replace('image/png', 'application/dxf')}", f"?{WMS.replace('image/png', 'application/pdf')}", f"?{WMS.replace('image/png', 'application/%70df')}",
    f"?{WMS}&FORMAT=application/x-worker", f"?{WMS}&FILE_NAME=a.exe",
    # too much
    f"?{WMS.replace('WIDTH=200', 'WIDTH=100000')}", f"?{WMS}&HEIGHT=99999999999", f"?{WMS}&WIDTH=1e9", f"?{WMS}&WIDTH=-1", f"?{WMS}&WIDTH=%39999999",
    f"?{WMS}&DPI=100000", f"?{WMS}&MAP_RESOLUTION=100000", f"?{WFS}&FILTER={'x' * 20_000}",
    # other places
    "/", "/index.json", "/index.html", "/cgi-bin/qgis_mapserv.fcgi?SERVICE=WMS&REQUEST=GetCapabilities", "/moedesteder/", "/Moedesteder?" + WFS,
    "/moedesteder/../../../../etc/passwd", "/moedesteder/%2e%2e/%2e%2e/etc/passwd", "/moedesteder/service.qgz", "/moedesteder/data/data.gpkg",
    "/moedesteder/wfs3/static/../../../../etc/passwd", "/moedesteder/wfs3/static/..%2f..%2f..%2fetc/passwd",
    "/moedesteder/wfs3/static/..%252f..%252f..%252fetc/passwd", "/moedesteder/wfs3/static//etc/passwd", "/moedesteder/wfs3/static/..\\..\\etc",
    "/moedesteder/data/{version}/data.gpkg", "/moedesteder/wfs3/collections/moedested%27/items",
]  # fmt: skip


@pytest.mark.parametrize("angreb", AFVISES)
def test_it_is_refused(scene: Scene, angreb: str) -> None:
    kald = len(scene.lytter.kald)
    status, svar = scene.spoerg(angreb)
    assert status in AFVIST
    assert scene.afsloeret(svar) == []
    assert b"<ServiceException" not in svar  # by nginx: QGIS Server never saw it
    assert len(scene.lytter.kald) == kald


TRANSACTION = (
    b'<wfs:Transaction service="WFS" version="1.1.0" xmlns:wfs="http://www.opengis.net/wfs" xmlns:ogc="http://www.opengis.net/ogc">'
    b'<wfs:Delete typeName="moedested"><ogc:Filter><ogc:FeatureId fid="moedested.1"/></ogc:Filter></wfs:Delete></wfs:Transaction>'
)


@pytest.mark.parametrize(
    ("metode", "maal", "krop"),
    [
        ("POST", "/moedesteder", TRANSACTION),
        ("POST", "/moedesteder?SERVICE=WFS&REQUEST=GetFeature", b"MAP={projekt}"),
        ("POST", "/moedesteder/wfs3/collections/moedested/items", b'{"type":"Feature"}'),
        ("PUT", "/moedesteder/wfs3/collections/moedested/items/1", b'{"type":"Feature"}'),
        ("PATCH", "/moedesteder/wfs3/collections/moedested/items/1", b'{"modify":{"navn":"x"}}'),
        ("DELETE", "/moedesteder/wfs3/collections/moedested/items/1", None),
        ("OPTIONS", "/moedesteder", None),
        ("TRACE", "/moedesteder", None),
        ("PROPFIND", "/moedesteder", None),
        ("get", "/moedesteder?SERVICE=WMS&REQUEST=GetCapabilities", None),
    ],
)
def test_other_methods_are_refused(
    scene: Scene, metode: str, maal: str, krop: bytes | None
) -> None:
    status, svar = scene.spoerg(maal, metode, krop)
    assert status in AFVIST
    assert scene.afsloeret(svar) == []
    tilbage = len(re.findall(b"<qgs:moedested ", scene.spoerg(f"?{WFS}")[1]))
    assert tilbage == scene.tjeneste.antal["moedested"] > 5


# Answered, but nothing is revealed -----------------------------------------------------------------


def _felt(felt: str, vaerdi: str) -> list[str]:
    """Requests that ask whether some row has this value in this field, or for the field itself."""
    lig = f"<PropertyName>{felt}</PropertyName><Literal>{vaerdi}</Literal>"
    like = f'<PropertyIsLike wildCard="*" singleChar="." escapeChar="!"><PropertyName>{felt}</PropertyName><Literal>{vaerdi[:3]}*</Literal></PropertyIsLike>'
    gaet = quote(f"moedested:\"{felt}\" = '{vaerdi}'")
    return [
        f"?{WFS}&RESULTTYPE=hits&FILTER={_xml(f'<PropertyIsEqualTo>{lig}</PropertyIsEqualTo>')}",
        f"?{WFS}&RESULTTYPE=hits&FILTER={_xml(like)}",
        f"?{WMS}&FILTER={gaet}",
        f"?{INFO}&FILTER={gaet}",
        f"/moedesteder/wfs3/collections/moedested/items.json?{felt}={vaerdi}",
        f"/moedesteder/wfs3/collections/moedested/items.json?{felt}={vaerdi[:3]}*",
    ]


@pytest.mark.parametrize("nr", range(6))
def test_no_value_can_be_guessed(scene: Scene, nr: int) -> None:
    interne = [felt for tabel, felt in scene.tjeneste.felter if tabel == "moedested"]
    assert "intern_note" in interne
    for felt in interne:
        rigtigt = scene.spoerg(_felt(felt, KANARIE)[nr])
        forkert = scene.spoerg(_felt(felt, "XXXXXX")[nr])
        assert _uden_ekko(rigtigt) == _uden_ekko(forkert)
        assert scene.afsloeret(_uden_ekko(rigtigt)[1]) == []


def _uden_ekko(svar: tuple[int, bytes]) -> tuple[int, bytes]:
    """The answer without its time and without what was asked (links to itself repeat that)."""
    krop = re.sub(
        rb"\d\d:\d\d:\d\d|KANARI|XXXXXX|KAN\b|XXX\b|KAN(?=\*|%)|XXX(?=\*|%)", b"", svar[1]
    )
    return svar[0], re.sub(rb"Date: [^\r\n]*|Content-Length: \d+", b"", krop)


TAVSE = [
    f"?{WFS}", f"?{WFS}&SORTBY=intern_note", f"?{WFS}&SORTBY=intern_note%20D", f"?{WFS}&PROPERTYNAME=intern_note",
    f"?{WFS}&PROPERTYNAME=navn,intern_note", f"?{WFS}&PROPERTYNAME=*", f"?{WFS}&OUTPUTFORMAT=application/json", f"?{WFS}&OUTPUTFORMAT=GML2",
    f"?{WFS}&FEATUREID=moedested.1,moedested.9999", f"?{WFS}&MAXFEATURES=-1", f"?{WFS}&SORTBY=file_exists('/etc/passwd')",
    f"?{WFS}&TYPENAME=organisation", f"?{WFS}&TYPENAME=kildepost", f"?{WFS}&TYPENAME=/etc/passwd", f"?{WFS}&TYPENAME=moedested;drop",
    f"?{WFS}&BBOX=a,b,c,d", f"?{WFS}&BBOX=0,0,1e99,1e99", f"?{WFS}&SRSNAME=file:///etc/passwd", f"?{WFS}&FILTER=<Filter>",
    f"?{WMS}&FILTER=moedested:%22navn%22%20=%20file_exists%20(%20'/etc/passwd'%20)", f"?{WMS}&FILTER=moedested:1=1;DROP%20TABLE%20moedested",
    f"?{WMS}&LAYERS=/etc/passwd", f"?{WMS}&STYLES=../../etc/passwd", f"?{WMS}&CRS=file:///etc/passwd", f"?{WMS}&BBOX=nan,nan,nan,nan",
    f"?{WMS.replace('WIDTH=200', 'WIDTH=9999')}", f"?{WMS}&SELECTION=moedested:1", f"?{WMS}&OPACITIES=999999",
    INFO.join(("?", "&WITH_MAPTIP=TRUE&WITH_GEOMETRY=TRUE&WITH_DISPLAY_NAME=TRUE&FEATURE_COUNT=1000&FI_POINT_TOLERANCE=500")),
    INFO.join(("?", "&FILTER_GEOM=POLYGON((600000%206000000,800000%206000000,800000%206200000,600000%206200000,600000%206000000))&FEATURE_COUNT=1000")),
    "?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities", "?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetCapabilities", "?SERVICE=WFS&REQUEST=DescribeFeatureType",
    "?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=moedested", "?SERVICE=WMS&REQUEST=GetLegendGraphic&LAYER=moedested&FORMAT=application/json",
    "?SERVICE=WMS&VERSION=1.3.0&REQUEST=DescribeLayer&LAYERS=moedested&SLD_VERSION=1.1.0", "?", "?SERVICE=WMS", "?REQUEST=GetMap",
    "/moedesteder/wfs3/", "/moedesteder/wfs3/api", "/moedesteder/wfs3/collections.json", "/moedesteder/wfs3/collections/moedested/items.json?limit=1000",
    "/moedesteder/wfs3/collections/moedested/items.html", "/moedesteder/wfs3/collections/moedested/items.json?sortby=intern_note",
    "/moedesteder/wfs3/collections/moedested/items.json?properties=intern_note", "/moedesteder/wfs3/collections/moedested/items/9999.json",
    "/moedesteder/wfs3/collections/kildepost/items.json", "/moedesteder/wfs3/findes-ikke",
]  # fmt: skip


@pytest.mark.parametrize("angreb", TAVSE)
def test_nothing_is_revealed(scene: Scene, angreb: str) -> None:
    _, svar = scene.spoerg(angreb)
    assert scene.afsloeret(svar) == []
    assert b"intern_note" not in svar.replace(angreb.encode(), b"") or "intern_note" in angreb
    assert scene.lytter.kald == []


def test_no_layer_says_it_in_any_way(scene: Scene) -> None:
    """Close to something that is drawn: every answer to a click with its map tip, legend, map; every type as data."""
    ventet = scene.tjeneste.ventet
    assert len(ventet.kort) > 8
    maptip = set()
    for lag, ramme in ventet.kort:
        kort = f"LAYERS={lag}&STYLES=&CRS=EPSG:25832&BBOX={','.join(map(str, ramme))}&WIDTH=60&HEIGHT=60&FORMAT=image/png"
        klik = f"?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&{kort}&QUERY_LAYERS={lag}&I=30&J=30&FEATURE_COUNT=99"
        mere = "&WITH_MAPTIP=TRUE&WITH_DISPLAY_NAME=TRUE&WITH_GEOMETRY=TRUE&FI_POINT_TOLERANCE=40&FI_LINE_TOLERANCE=40&FI_POLYGON_TOLERANCE=40"
        formater = (
            "application/json",
            "text/html",
            "text/plain",
            "text/xml",
            "application/vnd.ogc.gml",
        )
        tegn = f"?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER={lag}&FORMAT="
        for maal in (
            *(f"{klik}{mere}&INFO_FORMAT={format_}" for format_ in formater),
            f"?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&{kort}", f"{tegn}image/png", f"{tegn}application/json",
            f"?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS={lag}",
        ):  # fmt: skip
            status, svar = scene.spoerg(maal)
            assert status == 200, maal
            assert scene.afsloeret(svar) == [], maal
            if b"maptip" in svar and b"</" in svar:
                maptip.add(lag)
    assert "moedested" in maptip
    for tabel, antal in ventet.antal.items():
        for format_ in ("GML2", "GML3", "application/json"):
            maal = f"?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME={tabel}&OUTPUTFORMAT={format_}"
            status, svar = scene.spoerg(maal)
            assert status == 200, maal
            assert scene.afsloeret(svar) == [], maal
            if format_.endswith("json"):
                assert len(re.findall(rb'"type": ?"Feature"', svar)) == antal, tabel


@pytest.mark.parametrize(
    "hoveder",
    [
        {"X_Qgis_Service_Url": "https://ond.example"},
        {"X_Qgis_Wms_Service_Url": "https://ond.example", "X_Qgis_Wfs_Service_Url": "https://ond.example"},
        {"X_Forwarded_Host": "ond.example", "X_Forwarded_Proto": "https", "Forwarded": "host=ond.example"},
        {"X_Original_Url": "/ond.example", "X_Rewrite_Url": "/ond.example", "X_Http_Method_Override": "DELETE"},
        {"Qgis_Project_File": "/etc/ond.example", "Proxy": "http://ond.example"},
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "maal", ["?SERVICE=WMS&REQUEST=GetCapabilities", "/moedesteder/wfs3/collections.json"]
)
def test_what_the_client_writes_in_the_head_changes_nothing(
    scene: Scene, maal: str, hoveder: dict[str, str]
) -> None:
    status, svar = scene.spoerg(maal, hoveder=hoveder)
    assert status == 200
    assert b"ond.example" not in svar
    assert scene.afsloeret(svar) == []


# What clients really ask for still works, and the attacks are real ---------------------------------

GODE = [
    (f"?{WMS}&DPI=96&MAP_RESOLUTION=96&FORMAT_OPTIONS=dpi:96&TRANSPARENT=TRUE", b"PNG"),  # QGIS
    (f"?{WMS.replace('image/png', 'image%2Fpng')}&TILED=true&_=1732", b"PNG"),  # OpenLayers, jQuery
    (f"?{WMS.replace('image/png', 'image/png;%20mode%3D8bit')}", b"PNG"),
    (f"?{WMS.replace('image/png', 'image/jpeg')}&BGCOLOR=0xFFFFFF&EXCEPTIONS=INIMAGE", b"JFIF"),
    (f"?{WMS.replace('EPSG:25832', 'EPSG%3A25832')}&EXCEPTIONS=XML", b"PNG"),
    (f"?{INFO}&FEATURE_COUNT=10", b"FeatureCollection"),
    (f"?{INFO.replace('application/json', 'text%2Fhtml')}&FORMAT=", b"<body>"),
    ("?service=WMS&request=GetLegendGraphic&layer=moedested&format=image/png&sld_version=1.1.0", b"PNG"),
    ("?SERVICE=WMS&REQUEST=GetLegendGraphics&LAYERS=moedested&FORMAT=image/png&WIDTH=&HEIGHT=", b"PNG"),
    (f"?{WFS}&BBOX=640000,6030000,740000,6120000,EPSG:25832&MAXFEATURES=5&STARTINDEX=0", b"qgs:navn"),
    (f"?{WFS}&OUTPUTFORMAT=text%2Fxml%3B%20subtype%3Dgml%2F3.1.1&SRSNAME=urn:ogc:def:crs:EPSG::25832", b"qgs:navn"),
    (f"?{WFS}&OUTPUTFORMAT=application/vnd.geo%2Bjson", b'"navn"'),
    (f"?{WFS}&RESULTTYPE=hits&FILTER={_xml('<PropertyIsNotEqualTo><PropertyName>navn</PropertyName><Literal>Bænken &amp; Ærø 12</Literal></PropertyIsNotEqualTo>')}",
     b'numberOfFeatures="{antal}"'),
    (f"?{WMS}&FILTER={quote(chr(109) + 'oedested:' + chr(34) + 'navn' + chr(34) + ' != ' + chr(39) + 'Ærø' + chr(39))}", b"PNG"),
    ("/moedesteder/wfs3/collections/moedested/items?bbox-crs=http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FOGC%2F1.3%2FCRS84&limit=10&f=json", b'"Navn"'),
]  # fmt: skip


@pytest.mark.parametrize(("maal", "indhold"), GODE)
def test_what_clients_ask_for_works(scene: Scene, maal: str, indhold: bytes) -> None:
    status, svar = scene.spoerg(maal)
    assert status == 200
    assert indhold.replace(b"{antal}", b"%d" % scene.tjeneste.antal["moedested"]) in svar


def test_without_the_rules_the_attacks_work(kanarier: Kanarietjeneste, hemmeligt: Path) -> None:
    """Without them, and with the project given by nginx or MAP= as many do it: the whole store is out."""
    projekt = kanarier.projekt
    vores = f"{WFS}&RESULTTYPE=hits&MAP={quote(str(projekt))}"
    with (
        nginx_qgis(projekt, regler=False, arbejdere=1, QGIS_PROJECT_FILE="") as tjener,
        Server(lambda _d, _h: Svar(b"")) as lytter,
    ):
        scene = Scene(tjener, kanarier, hemmeligt, lytter, ())
        for navn in ("MAP", "%4DAP"):
            assert KANARIE.encode() in scene.spoerg(f"?{WFS}&{navn}={{projekt}}")[1]
        for gaet, fundet in (("/", kanarier.antal["moedested"]), ("x", 0)):
            kilde = "<Function name='layer_property'><Literal>tjeneste_moedested</Literal><Literal>source</Literal></Function>"
            foerste = f"<Function name='substr'>{kilde}<Literal>1</Literal><Literal>1</Literal></Function>"
            lig = f"<PropertyIsEqualTo>{foerste}<Literal>{gaet}</Literal></PropertyIsEqualTo>"
            udtryk = quote(f"left(layer_property('tjeneste_moedested','source'),1) = '{gaet}'")
            for angreb in (f"FILTER={_xml(lig)}", f"EXP_FILTER={udtryk}"):
                svar = scene.spoerg(f"?{vores}&{angreb}")[1]
                assert f'numberOfFeatures="{fundet}"'.encode() in svar
