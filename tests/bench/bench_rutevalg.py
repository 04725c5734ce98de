# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a click waits while a route is drawn, against QGIS's own search through a network of the same lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import numpy as np
from benchmark import Job
from qgis.analysis import (
    QgsGraph,
    QgsGraphAnalyzer,
    QgsGraphBuilder,
    QgsNetworkDistanceStrategy,
    QgsVectorLayerDirector,
)
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsLineString,
    QgsPointXY,
    QgsVectorLayer,
)

from moedested_plugin.drawing.graf import Graf, byg
from moedested_plugin.drawing.graf_linjer import Lagkilde, laes
from moedested_plugin.drawing.rutevej import andre, find, via

#: A network as large as the roads of a municipality: pieces of this many metres, so many a side.
TRIN, SIDE = 100.0, 70


def lav_lag() -> QgsVectorLayer:
    """A bent grid, one line for each piece so that QGIS's builder finds its nodes; every third drawn twice."""
    layer = QgsVectorLayer("LineString?crs=EPSG:25832", "veje", "memory")
    raekker = []
    for i in range(SIDE):
        for j in range(SIDE):
            for di, dj in ((1, 0), (0, 1)):
                linje = _stykke(i, j, di, dj)
                for _ in range(2 if (i + j) % 3 == 0 else 1):
                    en = QgsFeature()
                    en.setGeometry(QgsGeometry(linje.clone()))
                    raekker.append(en)
    layer.dataProvider().addFeatures(raekker)
    return layer


def _stykke(i: int, j: int, di: int, dj: int) -> QgsLineString:
    t = np.linspace(0, TRIN, 6)
    bue = 8 * np.sin(np.pi * t / TRIN)
    x, y = i * TRIN + di * t + dj * bue, j * TRIN + dj * t + di * bue
    return QgsLineString((690_000 + x).tolist(), (6_060_000 + y).tolist())


def steder() -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """From near one side to near the other, as far as a route goes."""
    langt = (SIDE - 1) * TRIN
    return [
        ((690_003.0, 6_060_000 + a * langt), (690_000 + langt, 6_060_003 + b * langt))
        for a, b in ((0.1, 0.9), (0.5, 0.2), (0.8, 0.6), (0.3, 0.3))
    ]


def jobs(folder: Path) -> Iterator[Job]:
    """Building once; a click as seconds and against QGIS's own search; and the other ways, which come a moment later."""
    layer = lav_lag()
    graf = byg_graf(layer)
    par = cycle(steder())
    qgis = _qgis_soeg(layer)
    yield Job("route, a click: wait", lambda: find(graf, next(par)), budget=0.05, times=8)
    yield Job(
        "route, a click: ratio to QgsGraphAnalyzer",
        lambda: find(graf, next(par)),
        budget=8,
        floor=qgis,
        times=8,
    )
    yield Job("route, the other ways: wait", lambda: _andre(graf, next(par)), budget=0.5, times=4)
    yield Job(
        "route, the network: ratio to QgsGraphBuilder",
        partial(byg_graf, layer),
        budget=3,
        floor=partial(_qgis_graf, layer),
        times=3,
    )


def byg_graf(layer: QgsVectorLayer) -> Graf:
    """Read and make our network."""
    kilder = [Lagkilde.af(layer, "")]
    return byg(laes(kilder, layer.crs(), QgsCoordinateTransformContext()))


def _andre(graf: Graf, par: tuple[tuple[float, float], tuple[float, float]]) -> object:
    return andre(graf, via(graf, par[0]), via(graf, par[1]))


def _qgis_graf(layer: QgsVectorLayer) -> tuple[QgsGraph, list[QgsPointXY]]:
    director = QgsVectorLayerDirector(
        layer, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth
    )
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(layer.crs(), True, 0.5)
    punkter = [QgsPointXY(*sted) for et_par in steder() for sted in et_par]
    bundet = director.makeGraph(builder, punkter)
    return builder.takeGraph(), bundet


def _qgis_soeg(layer: QgsVectorLayer):  # type: ignore[no-untyped-def]  # noqa: ANN202
    graf, bundet = _qgis_graf(layer)
    numre = [graf.findVertex(punkt) for punkt in bundet]
    par = cycle(list(zip(numre[::2], numre[1::2])))

    def soeg() -> object:
        fra, _ = next(par)
        return QgsGraphAnalyzer.dijkstra(graf, fra, 0)

    return soeg
