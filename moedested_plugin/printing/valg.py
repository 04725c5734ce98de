# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows are printed (valg): by an expression, or those that changed since the last print."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsExpression, QgsFeatureRequest

from moedested_plugin.domain.skema import henvisninger_til
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import lag_af_rolle
from moedested_plugin.project.lag import LAG

from .bestilling import UdskriftFejl
from .stof import Stof

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qgis.core import QgsProject, QgsVectorLayer

    from moedested_plugin.domain.felt import Tabel
    from moedested_plugin.store import Store
    from moedested_plugin.store.base import HistorikPost

    from .bestilling import Skabelon

#: Key of the setting: when each product was last printed whole, ISO text by the product's id.
SENEST = "udskrift_senest"
#: Refers to what is printed, but is never printed itself.
_PAA_INTET_ARK = frozenset({"besoegstal"})
_HISTORIK_AD_GANGEN = 1_000


def noegler_af_udtryk(
    project: QgsProject, skabelon: Skabelon, udtryk: str
) -> frozenset[str] | None:
    """Business keys of the rows of the product's table for which the QGIS expression holds; None for an empty one.

    Raises `UdskriftFejl` where the expression is wrong, or where the product is not made of rows.
    """
    if not udtryk.strip():
        return None
    if not skabelon.tabel:
        raise UdskriftFejl(
            tr("{} har ingen rækker at vælge imellem. Lad filteret stå tomt.").format(
                skabelon.titel
            )
        )
    noegle = tabel_af_navn(skabelon.tabel).noegle
    fundet: set[str] = set()
    for layer in lag_med_raekker(project, skabelon):
        proevet = QgsExpression(udtryk)
        sammenhaeng = layer.createExpressionContext()
        mangler = set(proevet.referencedColumns()) - {*layer.fields().names(), "*"}
        if proevet.hasParserError() or mangler or not proevet.prepare(sammenhaeng):
            raise UdskriftFejl(
                tr(
                    "Filteret {} kan ikke forstås. Skriv det som i QGIS, fx \"by\" = 'Gedser'."
                ).format(udtryk)
            )
        request = QgsFeatureRequest(proevet, sammenhaeng)
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        fundet.update(str(feature[noegle]) for feature in layer.getFeatures(request))
    return frozenset(fundet)


def lag_med_raekker(project: QgsProject, skabelon: Skabelon) -> list[QgsVectorLayer]:
    """The project's layers in which the rows of the product are chosen."""
    fundet = (
        lag_af_rolle(project, lag.rolle)
        for lag in LAG
        if lag.tabelnavn == skabelon.tabel and not lag.opslag
    )
    return [layer for layer in fundet if layer is not None and layer.isValid()]


def markerede(project: QgsProject, skabelon: Skabelon) -> frozenset[str]:
    """Business keys of the rows that are selected in the project's layers."""
    if not skabelon.tabel:
        return frozenset()
    noegle = tabel_af_navn(skabelon.tabel).noegle
    return frozenset(
        str(feature[noegle])
        for layer in lag_med_raekker(project, skabelon)
        for feature in layer.selectedFeatures()
    )


def aendret_siden(store: Store, skabelon: Skabelon) -> frozenset[str] | None:
    """Business keys of the public rows that would look different now than at the last print; None where all would.

    A row counts as changed when it was changed itself, when something that hangs on it was (activity, link, photo,
    stretch), or when what it or they point to was (organisation, linked place).
    """
    siden = senest_udskrevet(store, skabelon)
    if siden is None or not skabelon.tabel:
        return None
    rettet: dict[str, list[HistorikPost]] = {}
    for post in _historik(store, siden):
        rettet.setdefault(post.tabel, []).append(post)
    tabel = tabel_af_navn(skabelon.tabel)
    fundet = _beroerte(store, tabel, tabel.noegle, rettet)
    for kilde, felt, _ in henvisninger_til(tabel.navn):
        if kilde.navn not in _PAA_INTET_ARK:
            fundet |= _beroerte(store, kilde, felt, rettet)
    stof = Stof(store)
    synlige = stof.moedesteder if tabel.navn == "moedested" else stof.raekker(tabel.navn)
    return frozenset(fundet & {str(raekke[tabel.noegle]) for raekke in synlige})


def _beroerte(
    store: Store, tabel: Tabel, felt: str, rettet: dict[str, list[HistorikPost]]
) -> set[str]:
    """Values of the field in the rows that were changed, or point to one that was: as they are, and as they were."""
    egne = rettet.get(tabel.navn, ())
    fundet = {str(post.raekke[felt]) for post in egne if post.raekke and post.raekke.get(felt)}
    noegler = {post.noegle for post in egne}
    peger = [
        (andet.navn, {post.noegle for post in rettet.get(henvisning.tabel, ())})
        for andet in tabel.felter
        for henvisning in andet.henvisninger
        if andet.navn != felt and henvisning.tabel in rettet
    ]
    felter = list(dict.fromkeys((tabel.noegle, felt, *(navn for navn, _ in peger))))
    for raekke in store.raekker(tabel.navn, felter) if noegler or peger else ():
        if raekke[tabel.noegle] in noegler or _en_af(raekke, peger):
            fundet.add(str(raekke[felt]))
    return fundet


def _en_af(raekke: dict[str, Any], peger: Iterable[tuple[str, Collection[str]]]) -> bool:
    return any(raekke[navn] in noegler for navn, noegler in peger)


def _historik(store: Store, siden: dt.datetime) -> list[HistorikPost]:
    """What was changed since then."""
    hoejst = _HISTORIK_AD_GANGEN
    while True:
        poster = store.historik(hoejst=hoejst)
        if len(poster) < hoejst or poster[-1].tid < siden:
            return [post for post in poster if post.tid >= siden]
        hoejst *= 4


def senest_udskrevet(store: Store, skabelon: Skabelon) -> dt.datetime | None:
    """When the product was last printed; None when never."""
    valgt = store.indstilling(SENEST)
    tekst = valgt.get(skabelon.id) if isinstance(valgt, dict) else None
    try:
        return dt.datetime.fromisoformat(tekst) if isinstance(tekst, str) else None
    except ValueError:
        return None


def husk_udskrevet(store: Store, skabelon: Skabelon, tid: dt.datetime) -> None:
    """Remember that the product was printed. A store that cannot be written remembers nothing."""
    if not store.kan_skrive:
        return
    valgt = store.indstilling(SENEST)
    store.saet_indstilling(
        SENEST, {**(valgt if isinstance(valgt, dict) else {}), skabelon.id: tid.isoformat()}
    )
