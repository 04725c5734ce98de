# SPDX-License-Identifier: GPL-2.0-or-later
"""The ten steps *a mødested with two benches, a route of 3 km with two surfaces, linked*, drawn in a real QGIS: with the plugin,
and in the same project without it. What each of them costs stands in docs/tegning.md.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from qgis.core import QgsFeature, QgsFeedback, QgsGeometry, QgsPointXY, QgsVectorLayer

from moedested_plugin.project import opret_projekt
from tests.manus import sted


def lav_projekt(mappe: Path) -> Path:
    """A project with the examples, and with the roads of the script as they would have come in from a file."""
    projekt = mappe / "projekt.qgz"
    opret_projekt(376, str(mappe / "data.gpkg"), projekt, True, None, QgsFeedback())
    net = QgsVectorLayer(f"{mappe / 'data.gpkg'}|layername=netvaerk|geometrytype=LineString")
    veje = []
    for nr, vej in enumerate(sted.VEJE):
        en = QgsFeature(net.fields())
        punkter = [QgsPointXY(sted.X + x, sted.Y + y) for x, y in vej]
        en.setGeometry(QgsGeometry.fromPolylineXY(punkter))
        en.setAttributes([None] * len(net.fields()))
        for felt, vaerdi in (
            ("netvaerk_id", str(uuid.UUID(int=nr))),
            ("kilde", "eksempel"),
            ("type", "sti"),
        ):
            en[felt] = vaerdi
        veje.append(en)
    assert net.dataProvider().addFeatures(veje)[0]
    return projekt
