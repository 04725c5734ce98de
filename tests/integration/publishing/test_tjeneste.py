# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import dataclasses
import getpass
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProject,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
)

from moedested_plugin import store as stores
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import TABELLER
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.tjeneste import brud, oplysninger, projektfejl, skriv_projekt
from moedested_plugin.publishing.tjeneste_lag import (
    GRUPPER,
    TJENESTELAG,
    Tjenestelag,
    snitflade,
)
from moedested_plugin.store.visninger import visning_kolonner
from tests.postgis import Klynge
from tests.udgivet_tjeneste import UDSNIT, VERSION, Udgivet

TEGNES = [lag for lag in TJENESTELAG if lag.wms]


# The one description ------------------------------------------------------------------------------------


def test_data_are_the_public_views_and_nothing_else() -> None:
    data = {lag.navn: tuple(f.navn for f in lag.felter) for lag in TJENESTELAG if lag.wfs}
    visninger = {
        visning.navn.removeprefix("off_"): tuple(k.navn for k in visning.kolonner)
        for visning in VISNINGER
    }
    stempel = ("version", "tid", "kommune", "kommunekode")
    assert data == {**visninger, "udgivelse": stempel}
    geometri = {lag.navn: lag.geometri for lag in TJENESTELAG if lag.wfs}
    assert all(
        ("geometri" in visning_kolonner(v)) == (geometri[v.navn.removeprefix("off_")] is not None)
        for v in VISNINGER
    )


def test_names_are_ascii_ids_are_long_enough_and_nothing_is_called_the_same() -> None:
    navne = [
        "kort",
        *(g.navn for g in GRUPPER.values()),
        *(lag.navn for lag in TJENESTELAG),
    ]
    assert len(set(navne)) == len(navne)
    assert all(re.fullmatch("[a-z][a-z_]*", navn) for navn in navne)
    assert all(len(lag.id) >= 11 for lag in TJENESTELAG)
    # WMSRestrictedLayers goes by title: one shared with a drawn layer or group would hide that too
    titler = [lag.titel for lag in TJENESTELAG]
    assert len(set(titler)) == len(titler)
    kun_data = {lag.titel for lag in TJENESTELAG if not lag.wms}
    assert not kun_data & {g.titel for g in GRUPPER.values()}
    for lag in TJENESTELAG:
        alias = [felt.alias for felt in lag.felter]
        assert len(set(alias)) == len(alias), lag.navn  # else two keys of GeoJSON are one


def test_who_would_miss_a_name_is_told_before() -> None:
    ude = {**snitflade(), "handleplan": ("navn",), "rute": (*snitflade()["rute"], "laengde_km")}
    assert brud(snitflade()) == []
    assert brud({"moedested": ("fid", "navn", "geometri")}) == []  # new ones break nobody
    (ene,) = brud({"aktivitet": ("navn", "Aktivitet", "geometri")})
    assert "geometri" in ene
    (ene,) = brud({"rute": ("Længde i km",)})  # the alias is the name in OGC API
    assert "Længde i km" in ene
    linjer = brud(ude)
    assert len(linjer) == 2
    assert "handleplan" in linjer[1] or "handleplan" in linjer[0]
    assert any("laengde_km" in linje and "rute" in linje for linje in linjer)


@pytest.mark.parametrize(
    ("valgt", "titel", "noegleord"),
    [
        (None, "Mødesteder i Guldborgsund Kommune", 6),
        ({"titel": " Mød hinanden ", "noegleord": ["a", "", "b"]}, "Mød hinanden", 2),
        ({"titel": 7, "noegleord": "a"}, "Mødesteder i Guldborgsund Kommune", 6),
        ([1], "Mødesteder i Guldborgsund Kommune", 6),
    ],
    ids=["nothing", "set", "wrong kinds", "no object"],
)
def test_the_service_introduces_itself(
    udgivet: Udgivet, tmp_path: Path, valgt: object, titel: str, noegleord: int
) -> None:
    lager = tmp_path / "lager.gpkg"
    shutil.copy(udgivet.projekt.with_name("lager.gpkg"), lager)
    with stores.aabn(str(lager)) as store:
        store.saet_indstilling("tjeneste", valgt)  # type: ignore[arg-type]
        om = oplysninger(store)
    assert om.titel == titel
    assert len(om.noegleord) == noegleord
    assert om.organisation == "Guldborgsund Kommune"


# What the file holds ------------------------------------------------------------------------------------


def indhold(sti: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(sti) as fil:
        return {navn: fil.read(navn) for navn in fil.namelist()}


def test_the_file_knows_nothing_of_this_machine_nor_of_what_is_internal(udgivet: Udgivet) -> None:
    dele = indhold(udgivet.tjeneste)
    assert sum(navn.endswith(".qgs") for navn in dele) == 1
    xml = next(data for navn, data in dele.items() if navn.endswith(".qgs"))
    assert f"./data/{VERSION}/data.gpkg".encode() in xml
    sti = udgivet.tjeneste.parent
    forbudt = {
        *(del_.encode() for del_ in (str(sti.parent), "/home/", "/root", "/tmp", "/usr", ":\\", "file:")),
        *(del_.encode() for del_ in sti.parts[-3:]),
        b"saveUser", b"saveDateTime", b"authcfg", b"password", b"represent_value", b".svg", b"lager.gpkg",
    }  # fmt: skip
    assert not [tegn for tegn in forbudt for data in dele.values() if tegn in data]
    assert re.findall(rb"<author>([^<]*)</author>", xml) in ([], [b""])
    assert b"base64:" in xml
    bruger = getpass.getuser().encode()
    assert not re.search(rb"\b" + bruger + rb"\b", re.sub(rb"</?root|base64:[^\"]*", b"", xml))


def test_no_internal_column_is_named(udgivet: Udgivet) -> None:
    offentlige = {felt.navn for lag in TJENESTELAG for felt in lag.felter} | {"fid", "geometri"}
    interne = {
        felt.navn for tabel in TABELLER for felt in tabel.felter if "_" in felt.navn
    } - offentlige
    assert {"intern_note", "tilstand_k", "off_kode", "oprettet_af", "samtykke_k"} <= interne
    xml = next(d for n, d in indhold(udgivet.tjeneste).items() if n.endswith(".qgs")).decode()
    ord_ = set(re.findall(r"\w+", xml))
    assert not interne & ord_


# Styles, labels, map tips -------------------------------------------------------------------------------


def vektorlag(project: QgsProject, id_: str) -> QgsVectorLayer:
    layer = project.mapLayer(id_)
    assert isinstance(layer, QgsVectorLayer)
    return layer


def symboler(symbol: QgsSymbol) -> Iterator[QgsSymbol]:
    yield symbol
    for lag in symbol.symbolLayers():
        if lag.subSymbol() is not None:
            yield from symboler(lag.subSymbol())


def udtryk(layer: QgsVectorLayer) -> Iterator[str]:
    """Every expression of a layer: rules, symbols to the bottom, labels, map tip, name."""
    renderer, labels = layer.renderer(), layer.labeling()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    egenskaber = []
    for regel in renderer.rootRule().descendants():
        if not regel.isElse():
            yield regel.filterExpression()
        for symbol in symboler(regel.symbol()) if regel.symbol() else ():
            egenskaber += [symbol.dataDefinedProperties()]
            egenskaber += [lag.dataDefinedProperties() for lag in symbol.symbolLayers()]
    if isinstance(labels, QgsRuleBasedLabeling):
        for etiket in labels.rootRule().descendants():
            yield etiket.filterExpression()
            yield etiket.settings().fieldName
            egenskaber.append(etiket.settings().dataDefinedProperties())
    for samling in egenskaber:
        yield from (samling.property(noegle).asExpression() for noegle in samling.propertyKeys())
    yield from re.findall(r"\[%(.*?)%\]", layer.mapTipTemplate(), re.DOTALL)
    yield layer.displayExpression()
    yield layer.subsetString()


@pytest.mark.parametrize("lag", TEGNES, ids=lambda lag: lag.navn)
def test_every_expression_works_on_public_columns_alone(
    laest: QgsProject, lag: Tjenestelag
) -> None:
    layer = vektorlag(laest, lag.id)
    offentlige = {felt.navn for felt in lag.felter}
    fundet = [tekst for tekst in udtryk(layer) if tekst]
    assert len(fundet) > 3
    for tekst in fundet:
        led = QgsExpression(tekst)
        assert not led.hasParserError(), (tekst, led.parserErrorString())
        assert led.referencedColumns() <= offentlige, tekst
        # what looks into other layers, or into value lists that a service has not
        assert not led.referencedFunctions() & {
            "represent_value", "represent_attributes", "attributes", "aggregate", "get_feature", "env",
            "layer_property", "relation_aggregate", "eval", "attribute",
        }, tekst  # fmt: skip


def boble(project: QgsProject, layer: QgsVectorLayer, feature: QgsFeature) -> str:
    context = project.createExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.setFeature(feature)
    return str(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))


def test_map_tips_say_what_they_say_in_the_project(hjemme: QgsProject, laest: QgsProject) -> None:
    for lag in TEGNES:
        inde, ude = vektorlag(hjemme, f"moedested_{lag.rolle}"), vektorlag(laest, lag.id)
        noegle = lag.felter[0].navn
        hos_os = {f[noegle]: f for f in inde.getFeatures()}
        fundne = list(ude.getFeatures())
        assert fundne, lag.navn
        for feature in fundne:
            tekst = boble(hjemme, inde, hos_os[feature[noegle]])
            # the same for every published row, so left out there
            tekst = re.sub(r"<br>(Status|Synlighed): [^<]*", "", tekst)
            assert boble(laest, ude, feature) == tekst
            assert "NULL" not in tekst


# The proof ----------------------------------------------------------------------------------------------


def test_a_good_project_has_no_faults(udgivet: Udgivet) -> None:
    assert projektfejl(udgivet.tjeneste, udgivet.antal) == []


def test_the_file_can_be_moved_with_its_data(udgivet: Udgivet, tmp_path: Path) -> None:
    ny = tmp_path / "Et andet sted å"
    shutil.copytree(udgivet.tjeneste.parent, ny)
    assert projektfejl(ny / "service.qgz", udgivet.antal) == []


def test_what_is_wrong_is_said(udgivet: Udgivet, tmp_path: Path) -> None:
    def kilde(tabel: str) -> str:
        return udgivet.kilde("tilknytning" if tabel == "foto" else tabel)

    sti = tmp_path / "service.qgz"
    udgivet.skriv(sti, kilde=kilde)
    # a short id is made anew by QGIS; a table does not open; columns are gone; rows are missing
    dele = indhold(sti)
    navn = next(navn for navn in dele if navn.endswith(".qgs"))
    xml = dele[navn].decode().replace("tjeneste_rute", "rute")
    xml = xml.replace("layername=udstyr", "layername=udstyret")
    xml = xml.replace("<shortname>baenk</shortname>", "<shortname>rød grød</shortname>")
    with zipfile.ZipFile(sti, "w") as fil:
        fil.writestr(navn, xml)
    fejl = projektfejl(sti, {**udgivet.antal, "aktivitet": 1})
    for ventet in (
        "hører ikke til tjenesten", "Laget rute mangler", "Laget udstyr mangler",
        "Kolonnen billedtekst mangler i laget foto", "aktivitet har", "vil ikke have rød grød",
    ):  # fmt: skip
        assert any(ventet in linje for linje in fejl), (ventet, fejl)
    assert not any("moedested " in linje for linje in fejl)
    sti.write_bytes(b"noget andet")
    assert len(projektfejl(sti, udgivet.antal)) == 1
    sti.unlink()
    assert len(projektfejl(sti, udgivet.antal)) == 1


def test_data_that_are_not_there_stop_it(udgivet: Udgivet, tmp_path: Path) -> None:
    sti = tmp_path / "s.qgz"
    with pytest.raises(UdgivelsesFejl, match="Tabellen moedested"):
        udgivet.skriv(sti, kilde=lambda tabel: f"{tmp_path}/nej.gpkg|layername={tabel}")
    assert not sti.exists()
    with pytest.raises(UdgivelsesFejl, match="kan ikke skrives"):
        udgivet.skriv(tmp_path / "findes ikke" / "s.qgz")


@pytest.mark.parametrize("hvem", ["user='eva'", "password='x'", "authcfg=abc1234"])
def test_a_source_that_says_who_logs_in_is_refused(
    udgivet: Udgivet, tmp_path: Path, hvem: str
) -> None:
    def kilde(tabel: str) -> str:
        return f'dbname=\'kort\' {hvem} table="pub"."{tabel}" (geometri)'

    with pytest.raises(UdgivelsesFejl, match="service="):
        skriv_projekt(tmp_path / "s.qgz", kilde, "postgres", udgivet.oplysninger, VERSION, UDSNIT)


def test_the_same_project_lies_over_a_database_by_its_service(
    udgivet: Udgivet, postgis_klynge: Klynge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dsn = postgis_klynge.dsn(postgis_klynge.ny_database())
    tjenester = tmp_path / "pg_service.conf"
    tjenester.write_text("[kort_proeve]\n" + "".join(f"{k}={v}\n" for k, v in dsn.items()), "utf-8")
    monkeypatch.setenv("PGSERVICEFILE", str(tjenester))
    gdal.VectorTranslate(
        "PG:service=kort_proeve", str(udgivet.data), format="PostgreSQL", options=["-preserve_fid"],
        layerCreationOptions=["FID=fid", "GEOMETRY_NAME=geometri"],
    )  # fmt: skip

    def kilde(tabel: str) -> str:
        uri = QgsDataSourceUri()
        uri.setConnection("kort_proeve", "", "", "")
        geometri = next(lag.geometri for lag in TJENESTELAG if lag.tabelnavn == tabel)
        uri.setDataSource("public", tabel, "geometri" if geometri else "", "", "fid")
        return str(uri.uri(False))

    sti = tmp_path / "s.qgz"
    skriv_projekt(sti, kilde, "postgres", udgivet.oplysninger, VERSION, UDSNIT)
    assert projektfejl(sti, udgivet.antal) == []
    dele = b"".join(indhold(sti).values())
    assert b"service='kort_proeve'" in dele
    assert b"user='" not in dele
    hemmeligt = (str(dsn[navn]).encode() for navn in ("host", "password", "port"))
    assert not [tegn for tegn in hemmeligt if re.search(rb"\b" + tegn + rb"\b", dele)]


def test_an_address_of_ones_own_and_a_link_to_the_metadata(
    udgivet: Udgivet, tmp_path: Path
) -> None:
    sti = tmp_path / "s.qgz"
    url, metadata = "https://kort.example.dk/moedesteder", "https://geodata.example.dk/1"
    om = dataclasses.replace(
        udgivet.oplysninger, url=url, metadata_url=metadata, mail="gis@example.dk"
    )
    udgivet.skriv(sti, oplysninger=om)
    project = QgsProject()
    assert project.read(str(sti))
    assert project.readEntry("WMSUrl", "/")[0] == project.readEntry("WFSUrl", "/")[0] == url
    assert project.readEntry("WMSContactMail", "/")[0] == "gis@example.dk"
    layer = project.mapLayer("tjeneste_moedested")
    assert [m.url for m in layer.serverProperties().metadataUrls()] == [metadata]
    assert all(layer.readOnly() for layer in project.mapLayers().values())
    project.clear()
