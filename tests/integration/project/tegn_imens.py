# SPDX-License-Identifier: GPL-2.0-or-later
"""Run as a program: draw a map again and again in threads, while the project that is open changes.

usage: tegn_imens.py PROJECT TIMES
"""

from __future__ import annotations

import sys

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsApplication,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QSize


def med_etiketter(project: QgsProject) -> list[QgsVectorLayer]:
    """The layers of the project that have labels, with all of them at every scale."""
    fundne = []
    for layer in project.mapLayers().values():
        if not isinstance(layer, QgsVectorLayer):
            continue
        etiketter: QgsAbstractVectorLayerLabeling | None = layer.labeling()
        nyt = etiketter.clone() if etiketter is not None else None
        if isinstance(nyt, QgsRuleBasedLabeling):
            for regel in nyt.rootRule().descendants():
                regel.setMinimumScale(0)
                regel.setFilterExpression("")
            layer.setLabeling(nyt)
            layer.setScaleBasedVisibility(False)
            fundne.append(layer)
    return fundne


def main(projektfil: str, gange: int) -> None:
    """Draw, and set variables and title meanwhile, as a project that is opened does."""
    app = QgsApplication([], False)
    app.initQgis()
    project = QgsProject.instance()
    assert project.read(projektfil)
    layers = med_etiketter(project)
    kort = QgsMapSettings()
    kort.setOutputSize(QSize(700, 700))
    kort.setLayers(layers)
    kort.setDestinationCrs(project.crs())
    kort.setExtent(next(lag.extent() for lag in layers if lag.featureCount() > 20))
    skrevet = aendret = 0
    for _ in range(gange):
        kort.setExpressionContext(project.createExpressionContext())
        job = QgsMapRendererParallelJob(kort)
        job.start()
        while job.isActive():
            aendret += 1
            QgsExpressionContextUtils.setProjectVariable(project, "gang", aendret)
            project.setTitle(str(aendret))
            project.createExpressionContextScope()
            QCoreApplication.processEvents()
        skrevet += len(job.takeLabelingResults().allLabels())
    print(f"tegnet {gange} kort, {skrevet} etiketter, {aendret} ændringer")
    del layers, kort
    project.clear()
    app.exitQgis()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
