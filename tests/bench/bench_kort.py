# SPDX-License-Identifier: GPL-2.0-or-later
"""What our signatures cost a map service: a tile in the published style against the same with one plain marker."""

from __future__ import annotations

import statistics
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from bench_import import linje
from benchmark import Job
from qgis.core import QgsProject, QgsSingleSymbolRenderer, QgsSymbol, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QUrl

from moedested_plugin.domain.signatur import Signatur
from moedested_plugin.domain.signaturer import SIGNATURER
from moedested_plugin.gdal import ogr
from moedested_plugin.publishing.aendringer import Aendringer
from moedested_plugin.publishing.kopi import skriv_kopi
from moedested_plugin.publishing.lokal_server import VAERT, LokalServer
from moedested_plugin.publishing.netkald import Forbindelse, IkkeNaaet, Svar
from moedested_plugin.publishing.plan import Plan
from moedested_plugin.publishing.planlager import NY, Indhold, Planlager
from moedested_plugin.publishing.raekker import TABEL_AF_NAVN, TABELLER, Raekke
from moedested_plugin.publishing.tjeneste import Oplysninger, skriv_projekt
from moedested_plugin.publishing.tjeneste_lag import ROD

#: A municipality of 30 by 30 km, from its south-western corner.
VEST, SYD, BREDDE = 600_000, 6_060_000, 30_000
#: 256 pixels of 0.28 mm at 1:25 000.
FLISE = 256 * 0.00028 * 25_000
FLISER = 10
_STEMPEL: dict[str, str | int] = {
    "version": "20260101T000000-00000000",
    "tid": "",
    "kommune": "",
    "kommunekode": 0,
}


def koder(*roller: str) -> list[int]:
    """Every code that the signatures of these roles tell apart."""

    def af(signaturer: tuple[Signatur, ...]) -> Iterator[int]:
        for signatur in signaturer:
            for valg in signatur.valg:
                if valg.felt in ("facil_ty_k", "rute_ty_k"):
                    yield from valg.koder
            yield from af(signatur.under)

    return sorted({kode for rolle in roller for kode in af(SIGNATURER[rolle])})


def spredt(nr: int) -> tuple[float, float]:
    """Even over the municipality, in no pattern."""
    return VEST + nr * 0.7548776662 % 1 * BREDDE, SYD + nr * 0.5698402910 % 1 * BREDDE


def raekker(tabel: str, antal: int) -> Iterator[Raekke]:
    """Rows of all kinds in turn, with what the signs say of accessibility and the like."""
    beskrevet = TABEL_AF_NAVN[tabel]
    punkt = tabel == "facilitet_punkt"
    typer = koder("facilitet", "baenk") if punkt else koder("vandrerute", "cykelrute", "andenrute")
    for nr in range(antal):
        x, y = spredt(nr)
        geometri = ogr.Geometry(ogr.wkbPoint)
        geometri.AddPoint_2D(x, y)
        if not punkt:
            geometri = ogr.Geometry(ogr.wkbLineString)
            for sted in linje(nr).GetPoints():
                geometri.AddPoint_2D(x + sted[0] % 150, y + sted[1] % 150)
        til = {"Point": ogr.wkbPoint, "MultiPoint": ogr.wkbMultiPoint}.get(
            str(beskrevet.visning.geometri), ogr.wkbMultiLineString
        )
        vaerdier: dict[str, int | str | bytes] = {
            "objekt_id": _noegle(nr), "navn": f"Nummer {nr}", "statuskode": 3, "handicap_k": nr % 2,
            ("facil_ty_k" if punkt else "rute_ty_k"): typer[nr % len(typer)],
            "geometri": bytes(ogr.ForceTo(geometri, til).ExportToWkb(ogr.wkbNDR)),
        }  # fmt: skip
        yield tuple(vaerdier.get(k) for k in beskrevet.kolonner)


def _noegle(nr: int) -> str:
    return str(uuid.UUID(int=nr))


def udgivet(folder: Path) -> Path:
    """The project of a publication with 100 k points and 20 k lines."""
    antal = {tabel.navn: 0 for tabel in TABELLER} | {"facilitet_punkt": 100_000, "rute": 20_000}
    lager, aftryk = Planlager(), {}
    for navn, i_alt in antal.items():
        lager.skriv(NY, TABEL_AF_NAVN[navn], raekker(navn, i_alt))
        aftryk[navn] = {_noegle(nr): (nr + 1, "") for nr in range(i_alt)}
    indhold = {tabel.navn: Indhold(lager, tabel, aftryk[tabel.navn]) for tabel in TABELLER}
    plan = Plan(None, Aendringer(), (), (), (), (), antal, aftryk, True, indhold, {})
    data = folder / "data.gpkg"
    skriv_kopi(data, plan, _STEMPEL, None)
    om = Oplysninger("Bench", "", "", "", "", (), "", "", "", "")
    ramme = (float(VEST), float(SYD), float(VEST + BREDDE), float(SYD + BREDDE))
    skriv_projekt(
        folder / "udgivet.qgz", lambda tabel: f"{data}|layername={tabel}", "ogr", om,
        str(_STEMPEL["version"]), ramme,
    )  # fmt: skip
    return folder / "udgivet.qgz"


def enkelt(udgivet: Path) -> Path:
    """The same project and the same labels, with one plain symbol for every layer."""
    projekt = QgsProject()
    projekt.read(str(udgivet))
    for layer in projekt.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            symbol = QgsSymbol.defaultSymbol(layer.geometryType())
            layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    ud = udgivet.with_name("enkelt.qgz")
    projekt.write(str(ud))
    projekt.clear()
    return ud


class Kort:
    """A map service of its own."""

    def __init__(self, projekt: Path) -> None:
        self._server = LokalServer(projekt)
        self._net: Forbindelse | None = None

    def fliser(self) -> float:
        """Ask for many tiles; the median of their seconds."""
        if self._net is None:
            self._server.start()
            self._net = Forbindelse(VAERT, "", 30_000)
        return statistics.median(self._flise(self._net, nr) for nr in range(FLISER))

    def _flise(self, net: Forbindelse, nr: int) -> float:
        x, y = (tal - FLISE / 2 for tal in spredt(nr + 7))
        spoerg = (
            f"SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS={ROD}&STYLES=&CRS=EPSG:25832&FORMAT=image/png&TRANSPARENT=TRUE"
            f"&WIDTH=256&HEIGHT=256&BBOX={x},{y},{x + FLISE},{y + FLISE}"
        )
        sloejfe, svar = QEventLoop(), list[object]()

        def modtag(et: Svar | IkkeNaaet) -> None:
            svar.append(et)
            sloejfe.quit()

        begyndt = time.perf_counter()
        net.spoerg(QUrl(f"{self._server.url}?{spoerg}"), modtag)
        sloejfe.exec()
        sekunder = time.perf_counter() - begyndt
        if not isinstance(svar[0], Svar) or not svar[0].data.startswith(b"\x89PNG"):
            raise RuntimeError(svar[0])
        return sekunder

    def stop(self) -> None:
        """Let go of it."""
        if self._net is not None:
            self._net.stop()
        self._server.stop()


def jobs(folder: Path) -> Iterator[Job]:
    """Give the job, with both services warm from its first pair."""
    stil = udgivet(folder)
    vores, gulv = Kort(stil), Kort(enkelt(stil))
    try:
        yield Job(
            "GetMap, 256 px tile at 1:25 000",
            vores.fliser,
            1.4,
            gulv.fliser,
            3,
            measures_itself=True,
        )
    finally:
        gulv.stop()
        vores.stop()
