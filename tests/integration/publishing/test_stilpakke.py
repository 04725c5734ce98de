# SPDX-License-Identifier: GPL-2.0-or-later
"""The SLD package: other programs understand it, and draw what QGIS draws."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]
from qgis.core import (
    QgsDataSourceUri,
    QgsOgcUtils,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from moedested_plugin.domain.signatur import Signatur
from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.domain.skema import tabel
from moedested_plugin.project.lag import LAG_AF_ROLLE
from moedested_plugin.project.styles import apply_style
from moedested_plugin.publishing import bevis
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.postgis_visning import FASTE_VISNINGER
from moedested_plugin.publishing.sld import stilarter
from moedested_plugin.publishing.stilpakke import skriv_stilpakke
from moedested_plugin.publishing.tjeneste_lag import TJENESTELAG
from moedested_plugin.store import Store
from tests.integration.publishing.test_mapfil import lighed, ramme, tegn
from tests.integration.publishing.udsted import Udsted, skema, ud

SE, OGC, XLINK = (
    "{http://www.opengis.net/se}", "{http://www.opengis.net/ogc}", "{http://www.w3.org/1999/xlink}",
)  # fmt: skip
#: Where signs are drawn as such. Other programs place labels in their own way: without them.
SKALAER = {
    "moedested": 20_000, "udstyr": 7_000, "facilitet_punkt": 20_000, "facilitet_flade": 20_000, "rute": 20_000,
}  # fmt: skip


@pytest.fixture(scope="module", name="pakke")
def pakke_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("Stil æøå")
    assert skriv_stilpakke(mappe / "stil.zip")
    with zipfile.ZipFile(mappe / "stil.zip") as indhold:
        indhold.extractall(mappe / "ud")
    return mappe / "ud"


def stil(pakke: Path, navn: str) -> etree._Element:
    return etree.fromstring((pakke / f"{navn}.sld").read_bytes())


def test_the_package_is_whole_and_names_nothing_else(pakke: Path, tmp_path: Path) -> None:
    naevnt = set()
    for lag, _ in stilarter():
        rod = stil(pakke, lag.navn)
        visning = next(et for et in FASTE_VISNINGER if et.navn == lag.navn)
        brugt = {et.text for et in rod.iter(f"{OGC}PropertyName")}
        assert brugt <= {*visning.kolonner, *visning.hjaelp}
        naevnt |= {et.get(f"{XLINK}href") for et in rod.iter(f"{SE}OnlineResource")}
    filer = {fil.name for fil in pakke.iterdir()}
    assert {navn for navn in filer if navn.endswith(".svg")} == naevnt
    assert {navn for navn in filer if navn.endswith(".sld")} == {
        f"{lag.navn}.sld" for lag, _ in stilarter()
    }
    for navn in naevnt:
        svg = (pakke / navn).read_text("utf-8")
        assert etree.fromstring(svg.encode()).tag == "{http://www.w3.org/2000/svg}svg"
        assert "param(" not in svg
    assert "pub_live" in (pakke / "LAESMIG.txt").read_text("utf-8")
    skriv_stilpakke(tmp_path / "igen.zip")
    assert (tmp_path / "igen.zip").read_bytes() == (pakke.parent / "stil.zip").read_bytes()


def blade(soestre: tuple[Signatur, ...]) -> Iterator[str]:
    for signatur in soestre:
        if signatur.offentlig:
            if signatur.tegn is not None:
                yield signatur.tekst
            yield from blade(signatur.under)


def test_every_category_has_a_rule_with_a_title_and_a_filter_that_can_be_read(pakke: Path) -> None:
    for lag, roller in stilarter():
        assert all(tabel(lag.navn).felt(LAG_AF_ROLLE[rolle].typefelt).obligatorisk for rolle in roller if LAG_AF_ROLLE[rolle].typefelt), "else a row without type is not among the others"  # fmt: skip
        rod = stil(pakke, lag.navn)
        titler = {et.text for et in rod.iterfind(f".//{SE}Rule/{SE}Description/{SE}Title")}
        assert titler == {tekst for rolle in roller for tekst in blade(SIGNATURER[rolle])}
        for filter_ in rod.iter(f"{OGC}Filter"):
            dokument = QDomDocument()
            dokument.setContent(etree.tostring(filter_).decode("utf-8"), True)
            udtryk = QgsOgcUtils.expressionFromOgcFilter(dokument.documentElement())
            assert udtryk is not None
            assert not udtryk.hasParserError()
        navne = [et.text for et in rod.iterfind(f".//{SE}Rule/{SE}Name")]
        assert len(navne) == len(set(navne))
        for til in rod.iterfind(f".//{SE}Rule"):
            fra, op = (til.findtext(f"{SE}{s}ScaleDenominator") for s in ("Min", "Max"))
            assert int(fra or 0) < int(op or 10**9)


def kilde(udsted: Udsted, hvor: str, navn: str, geometri: str, filter_: str = "") -> str:
    uri = QgsDataSourceUri(f"service='{udsted.service}'")
    uri.setDataSource(hvor, navn, "geometri", filter_, "fid")
    uri.setSrid("25832")
    uri.setWkbType(QgsWkbTypes.parseType(geometri))
    return str(uri.uri(False))


def test_a_program_that_reads_sld_draws_what_qgis_draws(
    lager: Store, udsted: Udsted, pakke: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """QGIS itself, which reads the SLD file as any other, over the views; beside our own style over the version."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    monkeypatch.setattr(bevis, "projektfejl", lambda *_: [])
    version = ud(lager, udsted.maal).version
    for lag, roller in stilarter():
        assert lag.geometri is not None
        egne = []
        for rolle in reversed(roller):
            et = next(lag for lag in TJENESTELAG if lag.rolle == rolle)
            egne.append(QgsVectorLayer(kilde(udsted, skema(version), lag.navn, lag.geometri, et.filter), rolle, "postgres"))  # fmt: skip
            apply_style(egne[-1], rolle, offentlig=True)
        laest = QgsVectorLayer(kilde(udsted, "pub_live", lag.navn, lag.geometri), "x", "postgres")
        assert laest.isValid()
        fil = tmp_path / f"{lag.navn}.sld"
        sld = (pakke / fil.name).read_text("utf-8")
        fil.write_text(sld.replace('xlink:href="', f'xlink:href="{pakke}/'), "utf-8")
        besked, lykkedes = laest.loadSldStyle(str(fil))
        assert (besked, lykkedes) == ("", True)
        assert isinstance(laest.renderer(), QgsRuleBasedRenderer)
        assert laest.labelsEnabled()
        for et_lag in (*egne, laest):
            et_lag.setLabelsEnabled(False)
        if lag.navn not in SKALAER:  # the left of a line is its right to QGIS
            continue
        har_lukket = laest.fields().indexOf("lukket_nu") >= 0
        raekke = min(
            laest.getFeatures(), key=lambda et: (har_lukket and -et["lukket_nu"], et["fid"])
        )
        midt = raekke.geometry().pointOnSurface().asPoint()
        udsnit = ramme(midt.x(), midt.y(), SKALAER[lag.navn], (400, 400))
        fra_qgis, fra_sld = tegn(egne, udsnit, (400, 400)), tegn([laest], udsnit, (400, 400))
        assert fra_qgis.sum() > 0
        # Ups are downs to QGIS in SLD, and marks along a line are dashes: the rest is the same.
        assert lighed(fra_qgis, fra_sld) > 0.9, lag.navn
