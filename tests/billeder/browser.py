# SPDX-License-Identifier: GPL-2.0-or-later
"""The way to the published service in a browser: Leaflet in Chromium, and beside it the same view as QGIS draws it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from desktop_driver import iface
from qgis.core import (
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QPixmap
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

LEAFLET = Path("/usr/share/javascript/leaflet")
BREDDE, HOEJDE = 640, 520
#: Metres a pixel, as the maps of Danish authorities have it.
OPLOESNING = 1.6
#: A map in EPSG:25832, with the map of the service and what its moedesteder are called.
SIDE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{leaflet}/leaflet.css">
<style>body {{ margin: 0 }} #kort {{ width: {b}px; height: {h}px; background: white }}</style><div id="kort"></div>
<script src="{leaflet}/leaflet.js"></script><script>
const utm = L.extend({{}}, L.CRS.Simple, {{code: "EPSG:25832", transformation: new L.Transformation(1, 0, -1, 0),
  scale: z => 1 / {m} }});
const kort = L.map("kort", {{crs: utm, zoomAnimation: false, fadeAnimation: false, zoomSnap: 0}}).setView([{y}, {x}], 0);
L.tileLayer.wms("{url}", {{layers: "kort", format: "image/png", transparent: true, version: "1.1.1", tileSize: 1024}}).addTo(kort);
kort.attributionControl.addAttribution("Guldborgsund Kommune");
</script>"""


def ved_siden_af(x: str, y: str) -> Iterator[object]:
    """Publishes, serves it, and looks at it from both sides."""
    from moedested_plugin.publishing.lokal_server import LokalServer

    yield from import_module("billeder.udgiv").publiceret()
    midt = float(x), float(y)
    peger = Path(_mappe(), "ud", "moedesteder", "service.qgz")
    for _ in range(90):
        if not peger.is_file():
            yield 1000
    with LokalServer(peger) as server:
        browser = _browser(server.url, *midt)
    vindue = QWidget()
    felter = QGridLayout(vindue)
    billeder = (("QGIS", _qgis(*midt)), ("WMS i en browser (Leaflet)", browser))
    for nr, (titel, billede) in enumerate(billeder):
        felter.addWidget(QLabel(f"<b>{titel}</b>"), 0, nr)
        felt = QLabel()
        felt.setPixmap(billede)
        felt.setFrameShape(QLabel.Shape.Box)
        felter.addWidget(felt, 1, nr)
    vindue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    vindue.show()
    yield 800
    yield vindue
    vindue.close()


def _mappe() -> Path:
    """Where the project lies."""
    from qgis import utils

    return Path(utils.plugins["moedested_plugin"].shell.current.store_address).parent


def _browser(url: str, x: float, y: float) -> QPixmap:
    mappe = Path(tempfile.mkdtemp())
    side, billede = mappe / "kort.html", mappe / "kort.png"
    side.write_text(
        SIDE.format(leaflet=LEAFLET.as_uri(), url=url, x=x, y=y, b=BREDDE, h=HOEJDE, m=OPLOESNING),
        "utf-8",
    )
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("chromium")
    subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-web-security", "--no-proxy-server", "--hide-scrollbars",
         f"--window-size={BREDDE},{HOEJDE}", f"--user-data-dir={mappe / 'chromium'}", "--virtual-time-budget=60000",
         f"--screenshot={billede}", side.as_uri()],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    return QPixmap(str(billede))


def _qgis(x: float, y: float) -> QPixmap:
    """The layers that are served, as the project draws them; the background of QGIS is not served."""
    kort = QgsMapSettings(iface.mapCanvas().mapSettings())
    kort.setLayers([lag for lag in kort.layers() if "baggrund" not in lag.source()])
    kort.setOutputSize(QSize(BREDDE, HOEJDE))
    kort.setOutputDpi(25.4 / 0.28)  # a pixel of WMS is 0.28 mm
    kort.setBackgroundColor(QColor("white"))
    kort.setDevicePixelRatio(1)
    halv, op = BREDDE * OPLOESNING / 2, HOEJDE * OPLOESNING / 2
    kort.setExtent(QgsRectangle(x - halv, y - op, x + halv, y + op))
    udtryk = QgsProject.instance().createExpressionContext()
    udtryk.appendScope(QgsExpressionContextUtils.mapSettingsScope(kort))  # the scale of this map
    kort.setExpressionContext(udtryk)
    arbejde = QgsMapRendererSequentialJob(kort)
    arbejde.start()
    arbejde.waitForFinished()
    return QPixmap.fromImage(arbejde.renderedImage())
