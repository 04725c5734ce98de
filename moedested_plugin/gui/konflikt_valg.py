# SPDX-License-Identifier: GPL-2.0-or-later
"""Carries the answer to a conflict into the edit buffer and to the guard."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsVectorLayer, QgsVectorLayerUtils

from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.diff import STEMPELFELTER, FeltKonflikt
from moedested_plugin.i18n import tr
from moedested_plugin.project.raekke import feature_af, geometri_af, qgisvaerdi

from .konflikt import Konflikt

if TYPE_CHECKING:
    from .gem_vagt import GemVagt


class Svar(enum.Enum):
    """What the user decided about one row."""

    LUK = enum.auto()
    VALGT = enum.auto()
    FORTRYD = enum.auto()
    OPRET = enum.auto()
    OPGIV = enum.auto()


def udfoer(vagt: GemVagt, konflikt: Konflikt, svar: Svar, deres: Sequence[FeltKonflikt]) -> bool:
    """Do what was decided; False when the user wants to think, and nothing is to be saved yet."""
    if svar is Svar.LUK:
        return False
    if svar is Svar.OPGIV:
        vagt.opgiv(konflikt)
    elif svar is Svar.OPRET:
        _opret_igen(konflikt)
        vagt.opgiv(konflikt)
    else:
        vagt.godtag(konflikt)
        if svar is Svar.FORTRYD:
            mine = konflikt.raekke.aendring.vaerdier
            felter = [felt for felt in mine if felt not in STEMPELFELTER]
        else:
            felter = [felt.felt for felt in deres]
            if felter:
                vagt.tilsidesaet(konflikt, {felt.felt: felt.min for felt in deres})
        _tag_deres(konflikt, felter)
    return True


def _tag_deres(konflikt: Konflikt, felter: Sequence[str]) -> None:
    """Put the values of the database in place of mine, as one step that can be undone."""
    raekke = konflikt.raekke
    layer = raekke.layer
    if not felter:
        return
    layer.beginEditCommand(tr("Tag kollegaens rettelse"))
    for felt in felter:
        vaerdi = konflikt.deres.get(felt)
        if felt == GEOMETRI:
            wkb = vaerdi if isinstance(vaerdi, bytes) else None
            layer.changeGeometry(raekke.fid, geometri_af(wkb), True)
        else:
            _saet(layer, raekke.fid, felt, qgisvaerdi(raekke.tabel.felt(felt), vaerdi))
    layer.endEditCommand()
    layer.triggerRepaint()


def _saet(layer: QgsVectorLayer, fid: int, felt: str, vaerdi: object) -> None:
    nummer = layer.fields().lookupField(felt)
    layer.changeAttributeValue(fid, nummer, vaerdi, None, True)


def _opret_igen(konflikt: Konflikt) -> None:
    """Make the deleted row anew: as it was when it was deleted, with my changes, and its own key."""
    raekke = konflikt.raekke
    layer = raekke.layer
    hele: dict[str, Vaerdi] = {**konflikt.deres, **raekke.aendring.vaerdier}
    hele.pop("raekke_version", None)
    feature = QgsVectorLayerUtils.createFeature(layer)
    layer.addFeature(feature_af(raekke.tabel, hele, QgsFeature(feature)))
