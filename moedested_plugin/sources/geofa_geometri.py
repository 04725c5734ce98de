# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawings on their way to GeoFA: what is wrong with them, and where a route begins and ends."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import QgsGeometry

from moedested_plugin.domain.betingelse import GEOMETRI, Alle, Ikke, Raekke
from moedested_plugin.domain.genbrug import er
from moedested_plugin.gdal import ogr
from moedested_plugin.i18n import tr
from moedested_plugin.project.lag import FELTKOPI
from moedested_plugin.store import Store

from .geofa_felter import EKSTRA, VERSION

ENDEPUNKTER = ("startpkt_x", "startpkt_y", "slutpkt_x", "slutpkt_y")
KILDE_GEOFA = 3
_VEST, _OEST, _SYD, _NORD = 441_000, 894_000, 6_049_000, 6_403_000
_MINDSTE_AREAL_M2, _MINDSTE_LAENGDE_M = 10, 1


def fejl_i_geometri(nummer: int, wkb: bytes | None) -> Iterator[str]:
    """What GeoFA's specification forbids of the drawing, as sentences."""
    geometri = QgsGeometry()
    if wkb:
        geometri.fromWkb(wkb)
    if geometri.isNull() or geometri.isEmpty():
        yield tr("Der mangler en tegning på kortet.")
        return
    kasse = geometri.boundingBox()
    inde = _VEST <= kasse.xMinimum() <= kasse.xMaximum() <= _OEST
    if not inde or not _SYD <= kasse.yMinimum() <= kasse.yMaximum() <= _NORD:
        yield tr("Tegningen ligger uden for Danmark. Er koordinaterne byttet om?")
    if nummer == 5801:
        if not geometri.isGeosValid():
            yield tr("Fladen krydser sig selv. Ret grænsen.")
        elif geometri.area() < _MINDSTE_AREAL_M2:
            yield tr("Fladen er mindre end 10 m².")
    if nummer == 5802 and geometri.length() < _MINDSTE_LAENGDE_M:
        yield tr("Ruten er kortere end 1 m.")


def i_dele(wkb: bytes) -> bytes:
    """The drawing in 2D and as one of several parts, so that two spellings of the same drawing are equal."""
    geometri = ogr.CreateGeometryFromWkb(wkb)
    geometri.FlattenTo2D()
    multi = {1: ogr.wkbMultiPoint, 2: ogr.wkbMultiLineString, 3: ogr.wkbMultiPolygon}
    flad = ogr.GT_Flatten(geometri.GetGeometryType())
    return bytes(ogr.ForceTo(geometri, multi.get(flad, flad)).ExportToWkb(ogr.wkbNDR))


class Endepunkter:
    """Gives each route its `startpkt_*` and `slutpkt_*`: as GeoFA had them, until the line was drawn anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._modtaget: dict[str, list[bytes]] = {}
        # What was taken to the field was ours, not what GeoFA has.
        hvor = Alle((er("tabel", "rute"), Ikke(er("kilde", FELTKOPI))))
        for post in store.raekker("kildepost", ["objekt_id", GEOMETRI], hvor):
            wkb = post[GEOMETRI]
            if isinstance(post["objekt_id"], str) and isinstance(wkb, bytes):
                self._modtaget.setdefault(post["objekt_id"], []).append(i_dele(wkb))

    def af(self, raekke: Raekke) -> Mapping[str, int | None]:
        """The four numbers of one row of `rute`."""
        ekstra, wkb = raekke.get(EKSTRA), raekke.get(GEOMETRI)
        gemt = ekstra if isinstance(ekstra, dict) else {}
        kendt = any(navn in gemt for navn in ENDEPUNKTER) or kom_fra_geofa(raekke)
        if not isinstance(wkb, bytes) or (kendt and not self._tegnet_om(raekke, i_dele(wkb))):
            return {navn: gemt.get(navn) for navn in ENDEPUNKTER}
        return _af_linjen(wkb)

    def _tegnet_om(self, raekke: Raekke, nu: bytes) -> bool:
        """By what was received last; where nothing tells, by whether the drawing was ever changed here."""
        noegle = str(raekke["objekt_id"])
        if noegle in self._modtaget:
            return nu not in self._modtaget[noegle]
        return any(
            post.geometri is not None and i_dele(post.geometri) != nu
            for post in self._store.historik("rute", noegle)
        )


def kom_fra_geofa(raekke: Raekke) -> bool:
    """Whether GeoFA has the row already."""
    return bool(raekke.get(VERSION)) or raekke.get("kilde_k") == KILDE_GEOFA


def _af_linjen(wkb: bytes) -> dict[str, int | None]:
    geometri: Any = ogr.CreateGeometryFromWkb(i_dele(wkb))
    punkter = [punkt for del_ in geometri for punkt in del_.GetPoints() or ()]
    ender = (punkter[0], punkter[-1]) if punkter else ()
    tal = [round(v) for punkt in ender for v in punkt[:2] if math.isfinite(v)]
    return (
        dict(zip(ENDEPUNKTER, tal)) if len(tal) == len(ENDEPUNKTER) else dict.fromkeys(ENDEPUNKTER)
    )
