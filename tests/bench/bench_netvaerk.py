# SPDX-License-Identifier: GPL-2.0-or-later
"""Routing on real networks, against QGIS's own search through the same network, and its own building of one.

`MOEDESTED_NET=a.gpkg:b.gpkg make bench` measures these files (with `;` between them on Windows): real networks may not be shipped.
"""

from __future__ import annotations

import os
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
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

from moedested_plugin.drawing.graf import TOLERANCE_M, Graf, byg, dele
from moedested_plugin.drawing.graf_linjer import Lagkilde, laes
from moedested_plugin.drawing.graf_soeg import punkter_af
from moedested_plugin.drawing.rutetegning import Tegning
from moedested_plugin.drawing.rutevej import HOEJST_FRA_NET_M, Punkt, andre, find, multilinje, via

UTM = QgsCoordinateReferenceSystem("EPSG:25832")
#: Parts of the way across the network, from west to east and from south to north.
_TVAERS = ((0.02, 0.98), (0.98, 0.02), (0.2, 0.7), (0.9, 0.4))


def jobs(_folder: Path) -> Iterator[Job]:
    """For every file: a click, a move, the other ways and the building; nothing where no file is named."""
    for sti in filter(None, os.environ.get("MOEDESTED_NET", "").split(os.pathsep)):
        layer = QgsVectorLayer(sti, "net", "ogr")
        if not layer.isValid():
            raise FileNotFoundError(sti)
        yield from _jobs(Path(sti).stem, layer)


def _jobs(navn: str, layer: QgsVectorLayer) -> Iterator[Job]:
    graf = byg_graf(layer)
    alle = paa_tvaers(graf)
    par, qgis = cycle(alle), _qgis_soeg(_stykker(graf), alle)
    yield Job(f"{navn}, a click: wait", lambda: find(graf, next(par)), budget=0.05, times=12)
    yield Job(
        f"{navn}, a click: ratio to QgsGraphAnalyzer",
        lambda: find(graf, next(par)), budget=8, floor=qgis, times=12,
    )  # fmt: skip
    tegning = Tegning(graf, HOEJST_FRA_NET_M)
    tegning.begynd(tegning.forslag(alle[0][0]))
    maal = cycle([til for _, til in alle])
    yield Job(f"{navn}, a move: wait", lambda: tegning.forslag(next(maal)), budget=0.05, times=12)
    yield Job(
        f"{navn}, the other ways: wait",
        lambda: _andre(graf, next(par)), budget=0.5, times=8,
    )  # fmt: skip
    yield Job(
        f"{navn}, the network: ratio to QgsGraphBuilder",
        partial(byg_graf, layer),
        budget=3,
        floor=partial(_qgis_graf, layer, alle),
        times=3,
    )


def byg_graf(layer: QgsVectorLayer) -> Graf:
    """Read and make our network."""
    return byg(laes([Lagkilde.af(layer, "")], UTM, QgsCoordinateTransformContext()))


def paa_tvaers(graf: Graf) -> list[tuple[Punkt, Punkt]]:
    """Long ways through the largest part of the network."""
    af = np.array(dele(graf))
    stoerste = np.flatnonzero(af == np.bincount(af).argmax())
    ud: list[tuple[Punkt, Punkt]] = []
    for langs in (graf.knude_x, graf.knude_y):
        orden = stoerste[np.argsort(np.array(langs)[stoerste], kind="stable")]
        for a, b in _TVAERS:
            fra, til = (int(orden[int(hvor * (orden.size - 1))]) for hvor in (a, b))
            ud.append(
                (
                    (graf.knude_x[fra], graf.knude_y[fra]),
                    (graf.knude_x[til], graf.knude_y[til]),
                )
            )
    return ud


def _andre(graf: Graf, par: tuple[Punkt, Punkt]) -> object:
    return andre(graf, via(graf, par[0]), via(graf, par[1]))


def _stykker(graf: Graf) -> QgsVectorLayer:
    """The same network noded: QGIS's builder joins lines only at their vertices."""
    layer = QgsVectorLayer("MultiLineString?crs=EPSG:25832", "stykker", "memory")
    raekker = []
    for nr in sorted({kant[2] for kanter in graf.ud for kant in kanter}):
        en = QgsFeature()
        en.setGeometry(_linje(graf, nr))
        raekker.append(en)
    layer.dataProvider().addFeatures(raekker)
    return layer


def _linje(graf: Graf, nr: int) -> QgsGeometry:
    """A piece, from node to node."""
    punkter = list(punkter_af(graf, (nr, graf.mark_fra[nr], graf.mark_til[nr])))
    fra, til = graf.fra[nr], graf.til[nr]
    punkter[0] = (graf.knude_x[fra], graf.knude_y[fra])
    punkter[-1] = (graf.knude_x[til], graf.knude_y[til])
    return multilinje([punkter])


def _qgis_graf(
    layer: QgsVectorLayer, alle: list[tuple[Punkt, Punkt]]
) -> tuple[QgsGraph, list[QgsPointXY]]:
    director = QgsVectorLayerDirector(
        layer, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth
    )
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(layer.crs(), True, TOLERANCE_M)
    bundet = director.makeGraph(builder, [QgsPointXY(*sted) for par in alle for sted in par])
    return builder.takeGraph(), bundet


def _qgis_soeg(layer: QgsVectorLayer, alle: list[tuple[Punkt, Punkt]]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    graf, bundet = _qgis_graf(layer, alle)
    numre = [graf.findVertex(punkt) for punkt in bundet]
    par = cycle(list(zip(numre[::2], numre[1::2])))

    def soeg() -> object:
        fra, til = next(par)
        trae, pris = QgsGraphAnalyzer.dijkstra(graf, fra, 0)
        if trae[til] < 0:
            raise RuntimeError("QGIS finds no way: the floor would measure less work")
        return pris

    return soeg
