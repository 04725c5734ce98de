# SPDX-License-Identifier: GPL-2.0-or-later
"""The published service as others meet it: QGIS, OWSLib, GDAL, and Leaflet in a browser."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.gdal import gdal
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import som_maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.raekker import TABELLER
from moedested_plugin.store import aabn
from tests.servere import nginx_qgis

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Debian's pyproj looks for its data beside a virtual Python
    from owslib.wfs import WebFeatureService  # type: ignore[import-untyped]
    from owslib.wms import WebMapService  # type: ignore[import-untyped]

LEAFLET = Path("/usr/share/javascript/leaflet")
NAVN = "Æblehaven på Ærø & Ål"


@dataclass(frozen=True)
class Ude:
    """A running service: its address, how many rows each table has, and where the moedested `NAVN` is."""

    url: str
    antal: dict[str, int]
    x: float
    y: float

    @property
    def ramme(self) -> tuple[float, float, float, float]:
        return self.x - 400, self.y - 300, self.x + 400, self.y + 300


@pytest.fixture(scope="module")
def ude(eksempel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ude]:
    mappe = tmp_path_factory.mktemp("klienter")
    sti = mappe / "lager.gpkg"
    shutil.copyfile(eksempel, sti)
    maal = som_maal({"type": "qgisserver-file", "folder": str(mappe / "ud"), "service": "kort"})
    with pytest.MonkeyPatch.context() as patch, aabn(str(sti)) as store:
        patch.setattr(LokalServer, "findes", staticmethod(lambda: False))
        sted = next(
            r for r in store.raekker("moedested")
            if r["off_kode"] == 1 and r["livscyklus_k"] == 3 and r["geometri"]
        )  # fmt: skip
        with store.skriv("prøve", "AB") as skriver:
            skriver.ret("moedested", str(sted["moedested_id"]), {"navn": NAVN})
        hvem = udgiver(store, maal, "AB")
        plan = planlaeg(store, None, Resultat(()), forbehold(store, "AB"))
        hvem.udgiv(plan)
    geometri = gdal_punkt(sted["geometri"])
    with nginx_qgis(Mappe(maal).peger) as tjener:
        yield Ude(tjener.url, dict(plan.antal), *geometri)


def gdal_punkt(wkb: object) -> tuple[float, float]:
    from moedested_plugin.gdal import ogr

    assert isinstance(wkb, bytes)
    punkt = ogr.CreateGeometryFromWkb(wkb)
    return punkt.GetX(), punkt.GetY()


def test_qgis_draws_the_wms(ude: Ude) -> None:
    lag = QgsRasterLayer(
        f"contextualWMSLegend=0&crs=EPSG:25832&format=image/png&layers=kort&styles&url={ude.url}",
        "kort",
        "wms",
    )
    assert lag.isValid(), lag.error().message()
    ind = QgsMapSettings()
    ind.setLayers([lag])
    ind.setDestinationCrs(lag.crs())
    ind.setExtent(QgsRectangle(*ude.ramme))
    ind.setOutputSize(QSize(400, 300))
    ind.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(ind)
    job.start()
    job.waitForFinished()
    billede = job.renderedImage()
    farver = {billede.pixel(x, y) for x in range(0, 400, 2) for y in range(0, 300, 2)}
    assert len(farver) > 10
    assert QColor(billede.pixel(200, 150)) != QColor("white")


def test_qgis_reads_the_wfs(ude: Ude) -> None:
    for tabel in TABELLER:
        lag = QgsVectorLayer(
            f"srsname='EPSG:25832' typename='{tabel.navn}' url='{ude.url}' version='1.1.0'",
            tabel.navn,
            "WFS",
        )
        assert lag.isValid(), (tabel.navn, lag.error().message())
        raekker = list(lag.getFeatures())
        assert len(raekker) == ude.antal[tabel.navn]
        if tabel.navn == "moedested":
            (sted,) = [r for r in raekker if r["navn"] == NAVN]
            punkt = sted.geometry().asPoint()
            assert (punkt.x(), punkt.y()) == pytest.approx((ude.x, ude.y), abs=0.01)
        if tabel.visning.geometri is None:
            assert all(r.geometry().isNull() for r in raekker)


def test_qgis_reads_the_ogc_api(ude: Ude) -> None:
    lag = QgsVectorLayer(f"typename='moedested' url='{ude.url}/wfs3'", "moedested", "OAPIF")
    assert lag.isValid(), lag.error().message()
    navne = {v for r in lag.getFeatures() for v in r.attributes() if isinstance(v, str)}
    assert NAVN in navne


def test_owslib_reads_both(ude: Ude) -> None:
    wms = WebMapService(ude.url, version="1.3.0")
    assert "Guldborgsund" in wms.identification.title
    assert any(ord_.startswith("version:") for ord_ in wms.identification.keywords)
    assert {"kort", "moedested", "baenk", "vandrerute"} <= set(wms.contents)
    billede = wms.getmap(
        layers=["moedested"],
        srs="EPSG:25832",
        bbox=ude.ramme,
        size=(200, 150),
        format="image/png",
        transparent=True,
    )
    assert billede.read()[:4] == b"\x89PNG"
    wfs = WebFeatureService(ude.url, version="1.1.0")
    typer = {navn.rpartition(":")[2] for navn in wfs.contents}
    assert {tabel.navn for tabel in TABELLER} <= typer
    navn = next(n for n in wfs.contents if n.rpartition(":")[2] == "moedested")
    assert NAVN.replace("&", "&amp;") in wfs.getfeature(typename=[navn]).read().decode(
        "utf-8"
    ) or NAVN in wfs.getfeature(typename=[navn], outputFormat="application/json").read().decode(
        "utf-8"
    )


def test_ogr_copies_it(ude: Ude, tmp_path: Path) -> None:
    datasaet = gdal.OpenEx(f"WFS:{ude.url}", gdal.OF_VECTOR)
    assert datasaet is not None
    kopi = gdal.VectorTranslate(
        str(tmp_path / "kopi.gpkg"), datasaet, layers=["rute"], format="GPKG"
    )
    lag = kopi.GetLayerByName("rute")
    assert lag.GetFeatureCount() == ude.antal["rute"]
    assert all(objekt.GetGeometryRef() is not None for objekt in lag)


SIDE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{leaflet}/leaflet.css">
<div id="kort" style="width:600px;height:400px"></div><script src="{leaflet}/leaflet.js"></script><script>
const svar = {{fliser: 0, fejl: [], steder: 0, klik: "", forklaring: false}};
const faerdig = () => {{ const pre = document.createElement("pre"); pre.id = "svar";
  pre.textContent = JSON.stringify(svar); document.body.replaceChildren(pre); }};
const kort = L.map("kort").setView([{lat}, {lon}], 16);
L.tileLayer.wms("{url}", {{layers: "kort", format: "image/png", transparent: true}})
  .on("tileload", () => svar.fliser++).on("tileerror", e => svar.fejl.push(String(e.error)))
  .on("load", async () => {{
    const wfs = await (await fetch("{url}?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature&TYPENAME=moedested&OUTPUTFORMAT=application/json")).json();
    svar.steder = L.geoJSON(wfs).getLayers().length;
    svar.klik = await (await fetch("{url}?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=moedested&QUERY_LAYERS=moedested&STYLES=" +
      "&CRS=EPSG:25832&BBOX={bbox}&WIDTH=800&HEIGHT=600&I=400&J=300&INFO_FORMAT=application/json&FI_POINT_TOLERANCE=20")).text();
    const billede = new Image();
    billede.onload = () => {{ svar.forklaring = billede.width > 20; faerdig(); }};
    billede.onerror = faerdig;
    billede.src = "{url}?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=moedested&FORMAT=image/png&STYLE=";
  }}).addTo(kort);
</script>"""


def test_leaflet_in_a_browser(ude: Ude, tmp_path: Path) -> None:
    """Map, features, a click with Danish letters, and the legend."""
    assert (LEAFLET / "leaflet.js").is_file(), "libjs-leaflet mangler. Kør .ci/install test."
    program = shutil.which("chromium")
    assert program, "chromium mangler. Kør .ci/install test."
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsPointXY,
        QgsProject,
    )

    crs = QgsCoordinateReferenceSystem
    til = QgsCoordinateTransform(crs("EPSG:25832"), crs("EPSG:4326"), QgsProject.instance())
    sted = til.transform(QgsPointXY(ude.x, ude.y))
    side = tmp_path / "kort.html"
    bbox = ",".join(f"{tal:.2f}" for tal in ude.ramme)
    side.write_text(
        SIDE.format(leaflet=LEAFLET.as_uri(), url=ude.url, lat=sted.y(), lon=sted.x(), bbox=bbox),
        encoding="utf-8",
    )
    ud = subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-web-security", "--no-proxy-server",
         f"--user-data-dir={tmp_path / 'chromium'}", "--virtual-time-budget=60000", "--dump-dom", side.as_uri()],
        capture_output=True, check=True, timeout=120,
    ).stdout.decode()  # fmt: skip
    fundet = re.search(r'<pre id="svar">(.*?)</pre>', ud, re.DOTALL)
    assert fundet, ud[-800:]
    svar: dict[str, Any] = json.loads(html.unescape(fundet[1]))
    assert svar["fejl"] == []
    assert svar["fliser"] >= 4
    assert svar["steder"] == ude.antal["moedested"]
    assert NAVN in svar["klik"]
    assert svar["forklaring"]
