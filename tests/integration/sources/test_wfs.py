# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers from a WFS: from a real QGIS Server, a real MapServer, and one that does all that servers do wrong."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsProject,
    QgsVectorLayer,
)

from moedested_plugin.sources import wfs
from moedested_plugin.sources.fejl import Annulleret, LaeseFejl, MaaSpoerges
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.wfs_filter import filter_xml
from moedested_plugin.sources.wfs_net import Taalmodighed
from tests.ows import Server, Svar, mapserver, qgis_server

HURTIG = Taalmodighed(side=10, sider=50, forsoeg=3, pause_ms=10, timeout_ms=1_500)
ANTAL = 25
GML = 'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:a="http://a"'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A GeoPackage with two layers to serve."""
    mappe = tmp_path / "server"
    mappe.mkdir()
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(25832)
    for navn, antal in (("baenke", 2_345), ("stier", 3)):
        datasaet = gdal.GetDriverByName("GPKG").Create(str(mappe / f"{navn}.gpkg"), 0, 0, 0, 0)
        lag = datasaet.CreateLayer(navn, srs, ogr.wkbPoint)
        lag.CreateField(ogr.FieldDefn("navn", ogr.OFTString))
        lag.CreateField(ogr.FieldDefn("kode", ogr.OFTString))
        lag.StartTransaction()
        for nr in range(antal):
            objekt = ogr.Feature(lag.GetLayerDefn())
            objekt["navn"], objekt["kode"] = f"Bænk & bord {nr}", "0376"
            objekt.SetGeometry(
                ogr.CreateGeometryFromWkt(f"POINT ({690000 + nr % 50} {6049000 + nr // 50})")
            )
            lag.CreateFeature(objekt)
        lag.CommitTransaction()
        del lag, datasaet
    return mappe


def proev_tjeneste(adresse: str) -> None:
    """What any real service must give."""
    with pytest.raises(MaaSpoerges) as fejl:
        laes(Kilde(adresse))
    assert len(fejl.value.valg) == 2
    with laes(Kilde(adresse, lag="baenke")) as laest:
        gives = list(laest.raekker())
    assert laest.crs == "EPSG:25832"
    assert sorted(str(raa.vaerdier["navn"]) for raa in gives) == sorted(
        f"Bænk & bord {nr}" for nr in range(2_345)
    )
    assert {raa.vaerdier["kode"] for raa in gives} == {"0376"}
    steder = [ogr.CreateGeometryFromWkb(raa.geometri) for raa in gives]
    assert len({(round(s.GetX(), 2), round(s.GetY(), 2)) for s in steder}) == 2_345
    with pytest.raises(LaeseFejl, match="findes ikke"):
        laes(Kilde(adresse, lag="ingen"))
    filter_ = "kode = '0376' AND (navn IN ('Bænk & bord 7', 'Bænk & bord 9') OR navn = 'ingen')"
    with laes(Kilde(adresse, lag="baenke", filter=filter_)) as laest:
        assert "Filteret er sendt til tjenesten." in laest.bemaerkninger
        assert "Filteret tog 0 rækker fra." in laest.bemaerkninger  # the service sent no more
        assert sorted(str(raa.vaerdier["navn"]) for raa in laest.raekker()) == [
            "Bænk & bord 7",
            "Bænk & bord 9",
        ]


def skriv_projekt(data: Path) -> Path:
    """A project that serves the layers. Nothing of it stays behind, which QGIS would not survive at its end."""
    projekt = QgsProject()
    projekt.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    lag = [QgsVectorLayer(str(data / f"{navn}.gpkg"), navn, "ogr") for navn in ("baenke", "stier")]
    for et in lag:
        projekt.addMapLayer(et)
        projekt.writeEntry("WFSLayersPrecision", "/" + et.id(), 8)
    projekt.writeEntry("WFSLayers", "/", [et.id() for et in lag])
    assert projekt.write(str(data / "p.qgs"))
    return data / "p.qgs"


@pytest.mark.slow
def test_qgis_server(data: Path) -> None:
    with qgis_server(skriv_projekt(data)) as adresse:
        proev_tjeneste(adresse)


@pytest.mark.slow
def test_mapserver_that_gives_only_a_thousand_at_a_time(data: Path) -> None:
    lag = "".join(
        f'LAYER NAME "{navn}" TYPE POINT STATUS ON CONNECTIONTYPE OGR CONNECTION "{data / navn}.gpkg" DATA "{navn}" '
        'PROJECTION "init=epsg:25832" END METADATA "wfs_title" "Lag" "wfs_srs" "EPSG:25832" "gml_include_items" "all" '
        '"wfs_enable_request" "*" END END\n'
        for navn in ("baenke", "stier")
    )
    (data / "m.map").write_text(
        'MAP NAME "t" EXTENT 400000 6000000 900000 6400000 SIZE 9 9 PROJECTION "init=epsg:25832" END\n'
        'WEB METADATA "wfs_title" "t" "wfs_onlineresource" "http://127.0.0.1/?" "wfs_srs" "EPSG:25832" '
        f'"wfs_enable_request" "*" "wfs_maxfeatures" "1000" END END\n{lag}END',
        "utf-8",
    )
    with mapserver(data / "m.map") as adresse:
        proev_tjeneste(adresse)


def kapabiliteter(*, bladrer: bool = True, json_: bool = False) -> Svar:
    side = "TRUE" if bladrer else "FALSE"
    format_ = (
        "<ows:Parameter name='outputFormat'><ows:Value>application/json</ows:Value></ows:Parameter>"
        if json_
        else ""
    )
    return Svar(
        f"""<?xml version="1.0"?><wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
        xmlns:ows="http://www.opengis.net/ows/1.1"><ows:OperationsMetadata>{format_}<ows:Constraint
        name="ImplementsResultPaging"><ows:DefaultValue>{side}</ows:DefaultValue></ows:Constraint></ows:OperationsMetadata>
        <FeatureTypeList><FeatureType><Name>a:lag</Name><Title>&lt;b&gt;Lag&lt;/b&gt;</Title><DefaultCRS>urn:ogc:def:crs:EPSG::25832</DefaultCRS>
        </FeatureType></FeatureTypeList></wfs:WFS_Capabilities>""".encode()
    )


def gml(fra: int, til: int, i_alt: str = str(ANTAL)) -> bytes:
    dele = "".join(
        f'<wfs:member><a:lag gml:id="lag.{nr}"><a:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::25832"><gml:pos>'
        f"{692000 + nr} 6049000</gml:pos></gml:Point></a:geom><a:nr>{nr}</a:nr></a:lag></wfs:member>"
        for nr in range(fra, til)
    )
    return f'<?xml version="1.0"?><wfs:FeatureCollection {GML} timeStamp="{fra}" numberMatched="{i_alt}">{dele}</wfs:FeatureCollection>'.encode()


def geojson(fra: int, til: int) -> bytes:
    features = [
        {"type": "Feature", "id": f"lag.{nr}", "properties": {"nr": nr},
         "geometry": {"type": "Point", "coordinates": [692000 + nr, 6049000]}}
        for nr in range(fra, til)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


class Tjeneste:
    """A WFS of 25 rows; `saerligt` may answer a request otherwise (None: as usual)."""

    def __init__(
        self, saerligt: Callable[[dict[str, str], int], Svar | None], **hvad: bool
    ) -> None:
        self.saerligt, self.hvad = saerligt, hvad
        self.i_alt = str(ANTAL)
        self._laas, self._nummer = threading.Lock(), 0

    def __call__(self, spoerg: dict[str, str], _: Any) -> Svar:
        if spoerg["request"] == "GetCapabilities":
            return kapabiliteter(**self.hvad)
        if spoerg.get("resulttype") == "hits":
            return Svar(gml(0, 0, self.i_alt))
        with self._laas:
            self._nummer += 1
        svar = self.saerligt(spoerg, self._nummer)
        if svar is not None:
            return svar
        fra = int(spoerg.get("startindex", 0))
        til = min(ANTAL, fra + int(spoerg.get("count", ANTAL)))
        if self.hvad.get("json_"):
            return Svar(geojson(fra, til), type="application/json")
        return Svar(gml(fra, max(fra, til), self.i_alt))


@contextmanager
def hentet(server: Server, mappe: Path, **mere: Any) -> Iterator[list[int]]:
    """The numbers of the rows in the pages."""
    gives = wfs.hent(Kilde(server.adresse, **mere), mappe, None, HURTIG)
    numre = []
    for side in gives.sider:
        datasaet = gdal.OpenEx(
            str(side),
            gdal.OF_VECTOR,
            open_options=["DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO"] if side.suffix == ".gml" else [],
        )
        lag = datasaet.GetLayer(0)
        numre += [int(objekt["nr"]) for objekt in lag]
        del lag, datasaet
    yield numre


def som_altid(_spoerg: dict[str, str], _nummer: int) -> None:
    return None


@pytest.mark.parametrize("json_", [False, True])
@pytest.mark.parametrize("bladrer", [False, True])
def test_all_rows_come_in_pages_or_at_once(tmp_path: Path, json_: bool, bladrer: bool) -> None:
    with Server(Tjeneste(som_altid, json_=json_, bladrer=bladrer)) as server:
        with hentet(server, tmp_path) as numre:
            assert numre == list(range(ANTAL))
        sider = [
            kald
            for kald in server.kald
            if kald["request"] == "GetFeature" and "resulttype" not in kald
        ]
        assert len(sider) == (
            4 if bladrer else 1
        )  # three with rows, and an empty one that says it is the last
        assert sider[0]["srsname"] == "urn:ogc:def:crs:EPSG::25832"


@pytest.mark.parametrize(
    ("afslag", "antal"),
    [
        (
            Svar(
                b"<ows:ExceptionReport xmlns:ows='http://x'>Intet filter</ows:ExceptionReport>", 400
            ),
            ANTAL,
        ),
        (Svar(b"", 400), ANTAL),
        (Svar(gml(0, 0, "0")), ANTAL),  # it knows the column under another name, perhaps
        (None, ANTAL),  # it does not know FILTER, and gives all
    ],
    ids=["says no", "cannot", "finds none", "does not listen"],
)
def test_a_service_that_cannot_filter_is_asked_for_all(
    tmp_path: Path, afslag: Svar | None, antal: int
) -> None:
    def svar(spoerg: dict[str, str], _nr: int) -> Svar | None:
        return afslag if "filter" in spoerg else None

    def uden_hits(spoerg: dict[str, str], handler: Any) -> Svar:
        if "filter" in spoerg and afslag is not None:
            return afslag
        return tjeneste(spoerg, handler)

    tjeneste = Tjeneste(svar)
    with Server(uden_hits) as server:
        gives = wfs.hent(Kilde(server.adresse, filter="nr < 5"), tmp_path, None, HURTIG)
        assert any("filter" in kald for kald in server.kald)
        assert "filter" not in server.kald[-1] or afslag is None
        assert (
            sum(
                "numberMatched" in side.read_text() and side.read_text().count("<wfs:member>")
                for side in gives.sider
            )
            == antal
        )
        with laes(Kilde(server.adresse, filter="nr IN ('3', '4')")) as laest:
            assert [raa.vaerdier["nr"] for raa in laest.raekker()] == ["3", "4"]


@pytest.mark.parametrize(
    ("sql", "xml"),
    [
        ("navn = 'O''Neill & <b>'", "<fes:PropertyIsEqualTo><fes:ValueReference>navn</fes:ValueReference>"
         "<fes:Literal>O&#x27;Neill &amp; &lt;b&gt;</fes:Literal></fes:PropertyIsEqualTo>"),
        ('"a b" >= -1.5', "<fes:PropertyIsGreaterThanOrEqualTo><fes:ValueReference>a b</fes:ValueReference>"
         "<fes:Literal>-1.5</fes:Literal></fes:PropertyIsGreaterThanOrEqualTo>"),
        ("a IS NOT NULL", "<fes:Not><fes:PropertyIsNull><fes:ValueReference>a</fes:ValueReference></fes:PropertyIsNull></fes:Not>"),
        ("NOT a = 1", None), ("a LIKE 'x%'", None), ("lower(a) = 'x'", None), ("a = b", None), ("a = 1; DROP TABLE x", None),
        ("a", None), ("(a = 1", None), ("a = 1)", None), ("", None), ("(" * 50 + "a = 1" + ")" * 50, None),
        ("a IN (" + ", ".join(map(str, range(500))) + ")", None),
    ],
)  # fmt: skip
def test_only_what_all_services_agree_on_is_sent(sql: str, xml: str | None) -> None:
    assert filter_xml(sql, "2.0.0") == (
        xml and f'<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">{xml}</fes:Filter>'
    )
    assert (filter_xml(sql, "1.1.0") is None) == (xml is None)


def test_json_in_metres_without_crs_is_read_as_asked_for(tmp_path: Path) -> None:
    with Server(Tjeneste(som_altid, json_=True)) as server, laes(Kilde(server.adresse)) as laest:
        assert (laest.antal, laest.crs, laest.navn) == (ANTAL, "EPSG:25832", "Lag")


@pytest.mark.parametrize(
    "fejl",
    [
        Svar(b"", 500), Svar(b"", 503), Svar(gml(10, 20)[:-60]), Svar(gml(10, 20)[:300], lov=9_999),
        Svar(b""), Svar(gml(10, 20), vent=2.0),
    ],
    ids=["500", "503", "broken GML", "hangs up", "nothing", "too slow"],
)  # fmt: skip
def test_a_page_that_fails_once_is_asked_for_again(tmp_path: Path, fejl: Svar) -> None:
    with (
        Server(Tjeneste(lambda _, nr: fejl if nr == 2 else None)) as server,
        hentet(server, tmp_path) as numre,
    ):
        assert numre == list(range(ANTAL))


def test_a_server_that_dies_halfway_leaves_what_was_had_for_next_time(tmp_path: Path) -> None:
    nede = True

    def doer(_spoerg: dict[str, str], nr: int) -> Svar | None:
        return Svar(b"", 500) if nede and nr > 2 else None

    with Server(Tjeneste(doer)) as server:
        with pytest.raises(LaeseFejl, match="svarer ikke"):
            wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)
        nede = False
        server.kald.clear()
        with hentet(server, tmp_path) as numre:
            assert numre == list(range(ANTAL))
        assert [k["startindex"] for k in server.kald if "startindex" in k] == ["20", "25"]
        server.kald.clear()  # what is finished is fetched anew
        with hentet(server, tmp_path) as numre:
            assert numre == list(range(ANTAL))
        assert "0" in [k.get("startindex") for k in server.kald]


@pytest.mark.parametrize(
    ("svar", "siger"),
    [
        (Svar(b"<ows:ExceptionReport xmlns:ows='http://x'><ows:Exception><ows:ExceptionText>Laget er "
              b"&lt;script&gt;lukket</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"), "siger nej: Laget er"),
        (Svar(b"<ows:ExceptionReport xmlns:ows='http://x'>Forkert</ows:ExceptionReport>", 400), "siger nej: Forkert"),
        (Svar(b"<!DOCTYPE html><html>Log ind", type="text/html"), "hjemmeside"),
        (Svar(b"", 401), "login"), (Svar(b"", 404), "404"),
        (Svar(b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"), "DOCTYPE|halvt"),
        (Svar(b"<kml/>"), "noget andet"), (Svar(b'{"fejl": 1}'), "noget andet"),
    ],
)  # fmt: skip
def test_a_no_is_said_in_the_services_own_words(tmp_path: Path, svar: Svar, siger: str) -> None:
    with Server(Tjeneste(lambda *_: svar)) as server:
        with pytest.raises(LaeseFejl, match=siger) as fejl:
            wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)
        assert "<script" not in str(fejl.value)


def test_the_same_page_for_ever_is_seen(tmp_path: Path) -> None:
    with Server(Tjeneste(lambda *_: Svar(gml(0, 10)))) as server:
        with pytest.raises(LaeseFejl, match="samme side"):
            wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)
        assert len(server.kald) < 12


def test_a_service_that_knows_no_start_is_asked_for_all(tmp_path: Path) -> None:
    def uden_start(spoerg: dict[str, str], _: int) -> Svar:
        return Svar(gml(0, 10 if "count" in spoerg else ANTAL))

    with Server(Tjeneste(uden_start)) as server, hentet(server, tmp_path) as numre:
        assert numre == list(range(ANTAL))


def test_fewer_rows_than_promised_is_no_success(tmp_path: Path) -> None:
    tjeneste = Tjeneste(som_altid)
    tjeneste.i_alt = "40"
    with Server(tjeneste) as server, pytest.raises(LaeseFejl, match="40 rækker, men gav kun 25"):
        wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)


def test_new_pages_for_ever_end(tmp_path: Path) -> None:
    def altid_nye(spoerg: dict[str, str], _: int) -> Svar:
        fra = int(spoerg.get("startindex", 0))
        return Svar(gml(fra, fra + 10, "unknown"))

    with Server(Tjeneste(altid_nye)) as server, pytest.raises(LaeseFejl, match="nye sider"):
        wfs.hent(Kilde(server.adresse), tmp_path, None, HURTIG)


def test_an_answer_without_end_is_cut(tmp_path: Path) -> None:
    lille = Taalmodighed(side=10, forsoeg=2, pause_ms=1, timeout_ms=3_000, stoerst=50_000)
    uendelig = Tjeneste(lambda *_: Svar(b"<a>" + b" " * 5_000_000))
    with Server(uendelig) as server, pytest.raises(LaeseFejl, match="for stort"):
        wfs.hent(Kilde(server.adresse), tmp_path, None, lille)


def test_cancel_is_obeyed(tmp_path: Path) -> None:
    feedback = QgsFeedback()

    def afbryd(_spoerg: dict[str, str], nr: int) -> Svar | None:
        if nr == 2:
            feedback.cancel()
        return None

    with Server(Tjeneste(afbryd)) as server, pytest.raises(Annulleret):
        wfs.hent(Kilde(server.adresse), tmp_path, feedback, HURTIG)


def test_login_goes_through_the_authentication_manager_and_is_not_kept(tmp_path: Path) -> None:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword(
        "kun til prøver", True
    )  # one for all tests: they share a profile
    konfig = QgsAuthMethodConfig("Basic")
    konfig.setName("Mødested prøve")
    konfig.setConfigMap({"username": "bruger", "password": "hemmeligt"})
    assert manager.storeAuthenticationConfig(konfig)[0]
    sete: list[str] = []

    def svar(spoerg: dict[str, str], handler: Any) -> Svar:
        sete.append(handler.headers.get("Authorization", ""))
        return Tjeneste(som_altid)(spoerg, handler)

    try:
        with Server(svar) as server, hentet(server, tmp_path, authcfg=konfig.id()) as numre:
            assert len(numre) == ANTAL
    finally:
        manager.removeAuthenticationConfig(konfig.id())
    assert all(hoved.startswith("Basic ") for hoved in sete)
    assert b"hemmeligt" not in b"".join(
        fil.read_bytes() for fil in tmp_path.rglob("*") if fil.is_file()
    )


def test_parameters_of_the_address_are_kept_and_nobody_home_is_said(tmp_path: Path) -> None:
    with Server(Tjeneste(som_altid)) as server:
        wfs.hent(
            Kilde(server.adresse + "?map=/a%20b&token=1&request=GetMap&typename=a:lag"),
            tmp_path,
            None,
            HURTIG,
        )
        assert {(kald["map"], kald["token"]) for kald in server.kald} == {("/a b", "1")}
        assert "GetMap" not in {kald["request"] for kald in server.kald}
        adresse = server.adresse
    with pytest.raises(LaeseFejl, match="svarer ikke"):
        wfs.hent(Kilde(adresse), tmp_path, None, HURTIG)
    with pytest.raises(LaeseFejl, match="webadresse"):
        wfs.hent(Kilde("http://"), tmp_path, None, HURTIG)


def gammel(version: str, srs: str, punkt: str) -> Callable[[dict[str, str], Any], Svar]:
    """A service that knows one old version and one CRS, whatever it is asked for; its words have no namespace of 2.0."""
    ns = 'xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:a="http://a"'

    def svar(spoerg: dict[str, str], _: Any) -> Svar:
        if spoerg["request"] == "GetCapabilities":
            return Svar(
                f'<?xml version="1.0"?><wfs:WFS_Capabilities version="{version}" {ns}><FeatureTypeList><FeatureType><Name>a:lag</Name>'
                f"<Title>Lag</Title><{'SRS' if version == '1.0.0' else 'DefaultSRS'}>{srs}</{'SRS' if version == '1.0.0' else 'DefaultSRS'}>"
                "</FeatureType></FeatureTypeList></wfs:WFS_Capabilities>".encode()
            )
        assert spoerg["version"] == version
        assert "typename" in spoerg
        return Svar(
            f'<?xml version="1.0"?><wfs:FeatureCollection {ns}><gml:featureMember><a:lag fid="lag.1"><a:geom>'
            f'<gml:Point srsName="{srs}">{punkt}</gml:Point></a:geom><a:nr>1</a:nr></a:lag></gml:featureMember></wfs:FeatureCollection>'.encode()
        )

    return svar


@pytest.mark.parametrize(
    ("version", "srs", "punkt"),
    [
        ("1.1.0", "urn:ogc:def:crs:EPSG::4326", "<gml:pos>54.75 12.0</gml:pos>"),
        ("1.1.0", "urn:x-ogc:def:crs:EPSG:4326", "<gml:pos>54.75 12.0</gml:pos>"),
        ("1.1.0", "EPSG:4326", "<gml:pos>12.0 54.75</gml:pos>"),
        ("1.1.0", "urn:ogc:def:crs:EPSG::4326", "<gml:pos>12.0 54.75</gml:pos>"),  # against the rule
        ("1.1.0", "urn:ogc:def:crs:EPSG::25832", "<gml:pos>693067.5 6071101.5</gml:pos>"),
        ("1.0.0", "EPSG:4326", "<gml:coordinates>12.0,54.75</gml:coordinates>"),
        ("1.0.0", "http://www.opengis.net/gml/srs/epsg.xml#25832",
         "<gml:coordinates decimal='.' cs=',' ts=' '>693067.5,6071101.5</gml:coordinates>"),
    ],
)  # fmt: skip
def test_an_old_service_gives_the_place_whatever_its_axes(
    version: str, srs: str, punkt: str
) -> None:
    with Server(gammel(version, srs, punkt)) as server, laes(Kilde(server.adresse)) as laest:
        (raa,) = laest.raekker()
        sted = ogr.CreateGeometryFromWkb(raa.geometri)
        assert (round(sted.GetX()), round(sted.GetY())) == (693068, 6071102)
        assert raa.vaerdier["nr"] in ("1", 1)
