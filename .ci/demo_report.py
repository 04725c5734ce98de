# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks at what `.ci/demo` made, draws the map, and says in ten lines what is there and where."""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
)
from qgis.PyQt.QtCore import QSize

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from moedested_plugin.checks.gemte import sammentalt
from moedested_plugin.domain.betingelse import Ikke
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.domain.steder import ER_BAENK
from moedested_plugin.store import aabn


def draw(project: QgsProject, picture: Path) -> None:
    """The map as the project opens, as a picture."""
    settings = QgsMapSettings()
    settings.setLayers(project.layerTreeRoot().checkedLayers())
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(1600, 1200))
    settings.setOutputDpi(144)
    settings.setExtent(project.viewSettings().defaultViewExtent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(str(picture)):
        sys.exit(f"Kortet kunne ikke gemmes: {picture}")


def main() -> None:
    """Open, count, draw, tell."""
    demo = Path(sys.argv[1])
    application = QgsApplication([], True)
    application.initQgis()
    project = QgsProject.instance()
    if not project.read(str(demo / "guldborgsund.qgz")):
        sys.exit(f"Projektet kan ikke åbnes: {project.error()}")
    broken = [layer.name() for layer in project.mapLayers().values() if not layer.isValid()]
    if broken:
        sys.exit(f"Lag uden data: {', '.join(broken)}")
    draw(project, demo / "kort.png")
    with aabn(str(demo / "guldborgsund.gpkg")) as store:
        benches = store.antal("facilitet_punkt", ER_BAENK)
        others = store.antal("facilitet_punkt", Ikke(ER_BAENK)) + store.antal("facilitet_flade")
        by_life = store.optaelling("moedested", "livscyklus_k")
        found = sammentalt(store)
        if found is None:
            sys.exit("Kontrollen har ikke kørt.")
        errors, warnings, advice = (
            found.antal[how_bad] for how_bad in (Alvor.FEJL, Alvor.ADVARSEL, Alvor.ANBEFALING)
        )
        prints = sorted(each.stem for each in (demo / "udskrift").glob("*.pdf"))
        lines = [
            "Mødested, eksempel for Guldborgsund Kommune (alle organisationer er opdigtede)",
            f"  Mødesteder:    {store.antal('moedested')}, heraf {by_life.get(3, 0)} aktive",
            f"  Steder:        {benches} bænke, {others} andre faciliteter og områder",
            f"  Ruter:         {store.antal('rute')} med {store.antal('straekning')} stykker underlag",
            f"  Aktiviteter:   {store.antal('aktivitet')} over hele året",
            f"  Kontrol:       {errors} fejl, {warnings} advarsler, {advice} anbefalinger  ({demo / 'kontrol.html'})",
            f"  Udgivet:       {demo / 'ud'}  (kortet fra tjenesten: {demo / 'tjeneste.png'}, listen: {demo / 'ud/moedesteder/moedesteder.html'})",
            f"  Udskrevet:     {len(prints)} PDF, {', '.join(prints)}  ({demo / 'udskrift'})",
            f"  Projekt:       {demo / 'guldborgsund.qgz'}  ({len(project.mapLayers())} lag)",
            f"  Data:          {demo / 'guldborgsund.gpkg'}",
            f"  Kort:          {demo / 'kort.png'}",
            f"  Log:           {demo / 'log.txt'}",
            "  Åbn projektet i QGIS: make run PROJECT=build/demo/guldborgsund.qgz",
        ]
    print("\n".join(lines))
    project.clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
