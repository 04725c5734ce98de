# SPDX-License-Identifier: GPL-2.0-or-later
"""Closes (lukker) a place or a route for a time, and opens it again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsVectorLayer

from moedested_plugin.domain.betingelse import Vaerdi
from moedested_plugin.project.aabent import tabel_af
from moedested_plugin.project.raekke import domaenevaerdi, qgisvaerdi

FELTER = ("lukket_fra", "lukket_til", "lukket_aarsag")


@dataclass(frozen=True)
class Lukning:
    """From when, until when (None: until further notice), and why."""

    fra: dt.date
    til: dt.date | None = None
    aarsag: str = ""


def lukning_af(layer: QgsVectorLayer, feature: QgsFeature, i_dag: dt.date) -> Lukning | None:
    """What stands there of a closing that is on, or is to come; None when it is open and stays so."""
    tabel = tabel_af(layer)
    fra, til, aarsag = (domaenevaerdi(tabel.felt(navn), feature[navn]) for navn in FELTER)
    if not isinstance(fra, dt.date) or (isinstance(til, dt.date) and til < i_dag):
        return None
    return Lukning(fra, til if isinstance(til, dt.date) else None, str(aarsag or ""))


def luk(layer: QgsVectorLayer, fid: int, lukning: Lukning, tekst: str) -> bool:
    """Close it, as one step called `tekst` in the layer's undo stack. False, with nothing changed, where it is refused."""
    return _skriv(layer, fid, (lukning.fra, lukning.til, lukning.aarsag or None), tekst)


def aabn(layer: QgsVectorLayer, fid: int, tekst: str) -> bool:
    """Open it again."""
    return _skriv(layer, fid, (None, None, None), tekst)


def _skriv(layer: QgsVectorLayer, fid: int, vaerdier: tuple[Vaerdi, ...], tekst: str) -> bool:
    tabel, felter = tabel_af(layer), layer.fields()
    nye = {
        felter.lookupField(navn): qgisvaerdi(tabel.felt(navn), vaerdi)
        for navn, vaerdi in zip(FELTER, vaerdier)
    }
    layer.beginEditCommand(tekst)
    if layer.changeAttributeValues(fid, nye):
        layer.endEditCommand()
        return True
    layer.destroyEditCommand()
    return False
