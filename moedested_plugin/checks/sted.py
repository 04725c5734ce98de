# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a finding without a place of its own lies: on its object, or on the mødested or place that the row belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import Qgis

from moedested_plugin.domain.moedesteder import STED_FELTER
from moedested_plugin.domain.skema import tabel as tabel_af_navn

if TYPE_CHECKING:
    from qgis.core import QgsGeometry

    from .fund import Fund
    from .udsnit import Udsnit

Sted = tuple[float, float]


def punkt_i(geometri: QgsGeometry) -> Sted | None:
    """A point on the drawing: a vertex in the middle of a line, inside an area."""
    if geometri.isEmpty():
        return None
    if geometri.type() == Qgis.GeometryType.Polygon:
        midte = geometri.pointOnSurface()
        if not midte.isEmpty():
            geometri = midte
    antal = geometri.constGet().nCoordinates()
    punkt = geometri.vertexAt(antal // 2)
    return punkt.x(), punkt.y()


def steder(udsnit: Udsnit) -> Callable[[Fund], Fund]:
    """Gives findings their places; each object is looked up once."""
    kendte: dict[tuple[str, str], Sted | None] = {}

    def sted(tabel: str, noegle: str) -> Sted | None:
        if (tabel, noegle) not in kendte:
            kendte[tabel, noegle] = _find(udsnit, tabel, noegle, sted)
        return kendte[tabel, noegle]

    def med_sted(fund: Fund) -> Fund:
        if not fund.noegle:
            return fund
        fundet = sted(fund.tabel, fund.noegle)
        return fund if fundet is None else replace(fund, sted=fundet)

    return med_sted


def _find(
    udsnit: Udsnit, tabel: str, noegle: str, videre: Callable[[str, str], Sted | None]
) -> Sted | None:
    beskrevet = tabel_af_navn(tabel)
    if beskrevet.geometri is not None:
        geometri = udsnit.geometri(tabel, noegle)
        if geometri is not None:
            return punkt_i(geometri)
    if tabel == "foto":
        for raekke in udsnit.ved(tabel, beskrevet.noegle, noegle, ("objekt_lag", "objekt_id")):
            return videre(str(raekke["objekt_lag"]), str(raekke["objekt_id"]))
    if not beskrevet.har("moedested_id"):
        return None
    felter = ("moedested_id", *(felt for felt in STED_FELTER if beskrevet.har(felt)))
    for raekke in udsnit.ved(tabel, beskrevet.noegle, noegle, felter):
        for felt in felter:
            henviser = beskrevet.felt(felt).henviser
            if raekke[felt] and henviser is not None:
                fundet = videre(henviser.tabel, str(raekke[felt]))
                if fundet is not None:
                    return fundet
    return None
