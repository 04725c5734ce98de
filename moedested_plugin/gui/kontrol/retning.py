# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts fixes into the edit buffer: one undo step per layer, nothing saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt import sip

from moedested_plugin.checks.rettelser import Slet, Svar, ret
from moedested_plugin.domain.betingelse import GEOMETRI, Vaerdi
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.gui.forbindelser import Forbindelser
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.project.lag import lag_paa
from moedested_plugin.project.raekke import geometri_af, qgisvaerdi

if TYPE_CHECKING:
    from moedested_plugin.checks.resultat import Post
    from moedested_plugin.checks.udsnit import Udsnit

    from .liste import Raekke

#: Gives the usable layer with that role.
LagAfRolle = Callable[[str], "QgsVectorLayer | None"]
#: Opens a layer for editing; False when that cannot be done.
Rediger = Callable[[QgsVectorLayer], bool]
#: Told how many have been mended in a layer; False when the user wants to stop.
GaaPaa = Callable[[int], bool]
_AD_GANGEN = 400


@dataclass
class Rettet:
    """How it went."""

    antal: int = 0
    #: Findings that no fix fits after all.
    ikke: int = 0
    #: Titles of layers that cannot be edited.
    laaste: list[str] = field(default_factory=list)
    #: Each layer that was changed, and where its undo steps stood then.
    trin: list[tuple[QgsVectorLayer, int]] = field(default_factory=list)

    def fortryd(self) -> None:
        """Take it all back, in layers where nothing has been done since."""
        for layer, nr in self.trin:
            if not sip.isdeleted(layer) and layer.isEditable() and layer.undoStack().index() == nr:
                layer.undoStack().undo()
                layer.triggerRepaint()

    def naar_afgjort(self, goer: Callable[[], None]) -> None:
        """Do this once, when it has been saved or given up."""
        lagene = Forbindelser()

        def afgjort() -> None:
            lagene.slip()
            goer()

        for layer, _ in self.trin:
            lagene.lyt(layer, layer.afterCommitChanges, afgjort)
            lagene.lyt(layer, layer.afterRollBack, afgjort)


def find_raekker(
    lag_af_rolle: LagAfRolle, tabel: str, noegler: Iterable[str]
) -> dict[str, tuple[QgsVectorLayer, int]]:
    """Key → layer and feature id of rows of one table, in the layers where they are edited, unsaved ones included."""
    mangler = set(noegler)
    felt = tabel_af_navn(tabel).noegle
    fundet: dict[str, tuple[QgsVectorLayer, int]] = {}
    for lag in lag_paa(tabel):
        layer = lag_af_rolle(lag.rolle) if mangler else None
        if layer is None:
            continue
        liste = sorted(mangler)
        for nr in range(0, len(liste), _AD_GANGEN):
            udvalg = ", ".join(_citat(noegle) for noegle in liste[nr : nr + _AD_GANGEN])
            oensket = QgsFeatureRequest().setFilterExpression(f'"{felt}" IN ({udvalg})')
            oensket.setSubsetOfAttributes([felt], layer.fields())
            for feature in layer.getFeatures(oensket):
                fundet[str(feature[felt])] = (layer, feature.id())
        mangler -= set(fundet)
    return fundet


def _citat(noegle: str) -> str:
    return "'" + noegle.replace("'", "''") + "'"


def ret_poster(
    poster: Sequence[Post], udsnit: Udsnit, lag_af_rolle: LagAfRolle, rediger: Rediger, gaa_paa: GaaPaa = lambda _: True,
) -> Rettet:  # fmt: skip
    """Mend what can be mended; a layer that cannot be edited is left as it is and named."""
    rettet = Rettet()
    for layer, egne in _pr_lag(poster, lag_af_rolle, rettet):
        svar = [(post, fid, ret(udsnit, post.fund)) for post, fid in egne]
        brugbare = [(post, fid, et) for post, fid, et in svar if et is not None]
        rettet.ikke += len(svar) - len(brugbare)
        if not brugbare:
            continue
        if not rediger(layer):
            rettet.laaste.append(oversat(layer.name()))
            continue
        antal = _i_et_trin(layer, brugbare, gaa_paa)
        if antal:
            rettet.antal += antal
            rettet.trin.append((layer, layer.undoStack().index()))
    return rettet


def _pr_lag(
    poster: Sequence[Post], lag_af_rolle: LagAfRolle, rettet: Rettet
) -> Iterable[tuple[QgsVectorLayer, list[tuple[Post, int]]]]:
    tabeller: dict[str, list[Post]] = {}
    for post in poster:
        tabeller.setdefault(post.fund.tabel, []).append(post)
    pr_lag: dict[str, tuple[QgsVectorLayer, list[tuple[Post, int]]]] = {}
    for tabel, egne in tabeller.items():
        fundne = find_raekker(lag_af_rolle, tabel, {post.fund.noegle for post in egne})
        for post in egne:
            if post.fund.noegle not in fundne:
                rettet.ikke += 1
                continue
            layer, fid = fundne[post.fund.noegle]
            pr_lag.setdefault(layer.id(), (layer, []))[1].append((post, fid))
    return pr_lag.values()


def _i_et_trin(
    layer: QgsVectorLayer, svar: Sequence[tuple[Post, int, Svar]], gaa_paa: GaaPaa
) -> int:
    rettelse = svar[0][0].fund.kontrol.rettelse
    layer.beginEditCommand(oversat(rettelse.value) if rettelse is not None else tr("Ret"))
    antal = 0
    for nr, (_, fid, et) in enumerate(svar):
        if not gaa_paa(nr):  # none of them, rather than some
            antal = 0
            break
        antal += _udfoer(layer, fid, et)
    if antal:
        layer.endEditCommand()
        layer.triggerRepaint()
    else:
        layer.destroyEditCommand()
    return antal


def _udfoer(layer: QgsVectorLayer, fid: int, svar: Svar) -> bool:
    if isinstance(svar, Slet):
        return bool(layer.deleteFeature(fid))
    return svar is not None and _saet(layer, fid, svar)


def _saet(layer: QgsVectorLayer, fid: int, vaerdier: Mapping[str, Vaerdi]) -> bool:
    from moedested_plugin.project.aabent import tabel_af

    beskrevet = tabel_af(layer)
    gik = bool(vaerdier)
    for navn, vaerdi in vaerdier.items():
        if navn == GEOMETRI:
            geometri = geometri_af(vaerdi if isinstance(vaerdi, bytes) else None)
            gik &= bool(layer.changeGeometry(fid, geometri))
            continue
        nummer = layer.fields().lookupField(navn)
        if nummer < 0:
            gik = False
            continue
        gik &= bool(
            layer.changeAttributeValue(fid, nummer, qgisvaerdi(beskrevet.felt(navn), vaerdi))
        )
    return gik


def fid_af(lag_af_rolle: LagAfRolle, raekke: Raekke) -> tuple[QgsVectorLayer, int] | None:
    """Layer and feature id of one row."""
    return find_raekker(lag_af_rolle, raekke[0], [raekke[1]]).get(raekke[1])
