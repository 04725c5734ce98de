# SPDX-License-Identifier: GPL-2.0-or-later
"""What a print costs against the same map and text in a layout made by hand, among 100 k points and 20 k lines."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench_kontrol import fyld
from benchmark import Job
from qgis.core import (
    QgsFeedback,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from moedested_plugin.printing.bestilling import Bestilling, find_papir, find_skabelon
from moedested_plugin.printing.lag import ID
from moedested_plugin.printing.udskriv import Grundlag, pdf_indstillinger, udskriv
from moedested_plugin.project import opret_projekt
from moedested_plugin.store import Store, aabn

SIDER, SYNLIGE = 12, 100
#: The keys of `bench_kontrol.fyld`.
_FOERSTE_RUTE, _FOERSTE_MOEDESTED = 20_000_000, 30_000_000


class Tryk:
    """The project of the bench, and two ways to print it."""

    def __init__(self, mappe: Path, project: QgsProject, store: Store) -> None:
        self._mappe, self._project, self._store = mappe, project, store

    def _grundlag(self, skabelon: str, noegler: frozenset[str] | None, papir: str = "") -> Grundlag:
        valgt = find_skabelon(skabelon)
        bestilling = Bestilling(valgt, find_papir(papir, valgt), self._mappe / "vores", noegler)
        return Grundlag(bestilling, self._project, self._store)

    def vores(self, skabelon: str, noegler: frozenset[str] | None, papir: str = "") -> None:
        """As the user does it, from the order to the file."""
        svar = udskriv(self._grundlag(skabelon, noegler, papir))
        if svar.fejl:
            raise RuntimeError(svar.fejl)

    def atlas(self, skabelon: str, noegler: frozenset[str]) -> Callable[[], None]:
        """The first page as a layout of its own, run over the rows as an atlas: same items, layers and settings."""
        grundlag = self._grundlag(skabelon, noegler)
        ark = next(iter(grundlag.bestilling.skabelon.blade(grundlag))).lav()
        daekker = next(lag for lag in grundlag.lag if lag.id() == f"{ID}vandrerute")
        if not isinstance(daekker, QgsVectorLayer):
            raise TypeError(daekker)
        atlas = ark.layout.atlas()
        atlas.setCoverageLayer(daekker)
        atlas.setFilterFeatures(True)
        atlas.setFilterExpression("\"objekt_id\" IN ('{}')".format("','".join(sorted(noegler))))
        atlas.setEnabled(True)
        kort = ark.layout.itemById("kort")
        if not isinstance(kort, QgsLayoutItemMap):
            raise TypeError(kort)
        kort.setAtlasDriven(True)
        kort.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Fixed)

        def koer() -> None:
            svar, fejl = QgsLayoutExporter.exportToPdf(
                ark.layout.atlas(), str(self._mappe / "atlas.pdf"), pdf_indstillinger()
            )
            if svar != QgsLayoutExporter.ExportResult.Success:
                raise RuntimeError(fejl)

        koer.grundlag = grundlag  # type: ignore[attr-defined]  # its layers live as long as the job
        koer.ark = ark  # type: ignore[attr-defined]
        return koer

    def layout(self, skabelon: str, papir: str) -> Callable[[], None]:
        """The same as a layout in a project: opened, its legend kept to what the map shows by QGIS, and exported."""
        grundlag = self._grundlag(skabelon, None, papir)
        ark = next(iter(grundlag.bestilling.skabelon.blade(grundlag))).lav()
        skabelonen = QDomDocument()
        sammenhaeng = QgsReadWriteContext()
        self._project.addMapLayers(grundlag.lag, addToLegend=False)
        skabelonen.appendChild(ark.layout.writeXml(skabelonen, sammenhaeng))

        def koer() -> None:
            aabnet = QgsPrintLayout(self._project)
            aabnet.readXml(skabelonen.documentElement(), skabelonen, sammenhaeng)
            legend = aabnet.itemById("forklaring")
            if isinstance(legend, QgsLayoutItemLegend):
                legend.setLegendFilterByMapEnabled(True)
            svar = QgsLayoutExporter(aabnet).exportToPdf(
                str(self._mappe / "layout.pdf"), pdf_indstillinger()
            )
            if svar != QgsLayoutExporter.ExportResult.Success:
                raise RuntimeError(svar)

        return koer


def jobs(folder: Path) -> Iterator[Job]:
    """Sheets in a series against an atlas."""
    sti = folder / "store.gpkg"
    opret_projekt(376, str(sti), folder / "projekt.qgz", False, None, QgsFeedback())
    with aabn(str(sti)) as store:
        fyld(store, 100_000, folder / "arbejde.sqlite")
        with store.skriv("bench", "bench") as skriver:
            for nr in range(SYNLIGE):
                skriver.ret(
                    "moedested", str(uuid.UUID(int=_FOERSTE_MOEDESTED + nr)), {"off_kode": 1}
                )
    project = QgsProject()
    project.read(str(folder / "projekt.qgz"))
    with aabn(str(sti)) as store:
        tryk = Tryk(folder, project, store)
        ruter = frozenset(str(uuid.UUID(int=_FOERSTE_RUTE + nr * 900)) for nr in range(SIDER))
        yield Job(
            f"{SIDER} route sheets against an atlas", partial(tryk.vores, "ruteark", ruter), 1.2, tryk.atlas("ruteark", ruter), 2
        )  # fmt: skip
        # A layout in a project has its layers open already; one page must bear the opening alone, and that of the rows.
        for skabelon, navn in (("oversigt", "A2 overview"), ("plakat", "A2 poster")):
            yield Job(
                f"{navn} against the same layout", partial(tryk.vores, skabelon, None, "A2"), 2, tryk.layout(skabelon, "A2"), 3
            )  # fmt: skip
    project.clear()
