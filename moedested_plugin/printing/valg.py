# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows are printed (valg): by an expression, or those that changed since the last print."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsExpression, QgsFeatureRequest

from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import lag_af_rolle
from moedested_plugin.project.lag import LAG

from .bestilling import UdskriftFejl

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from moedested_plugin.store import Store

    from .bestilling import Skabelon

#: Key of the setting: when each product was last printed whole, ISO text by the product's id.
SENEST = "udskrift_senest"


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
    for lag in LAG:
        if lag.tabelnavn != skabelon.tabel or lag.opslag:
            continue
        layer = lag_af_rolle(project, lag.rolle)
        if layer is None or not layer.isValid():
            continue
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
