# SPDX-License-Identifier: GPL-2.0-or-later
"""What a project may not bring to a map for the public (vagt): rows from elsewhere, a filter that opens ours, labels that tell.

A project may come from somebody else, or a colleague may have put the internal note on the map for a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsDataSourceUri,
    QgsExpression,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from moedested_plugin.domain.felt import Offentlig
from moedested_plugin.i18n import tr
from moedested_plugin.paths import same_file
from moedested_plugin.store.postgis_sql import SKEMA

from .bestilling import UdskriftFejl

if TYPE_CHECKING:
    from moedested_plugin.domain.felt import Tabel
    from moedested_plugin.store import Store

_TEKSTER = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")
#: Comments, the end of a statement, and ways to quote that the two databases do not share.
_FARLIGE = ("--", "/*", ";", "'", '"', "$", "`", "[")
#: They see more than the row that is drawn, or the machine itself.
_SER_MERE = frozenset(
    {
        "env", "load_layer", "eval", "eval_template", "attributes", "represent_attributes", "get_feature", "get_feature_by_id",
        "get_features", "aggregate", "relation_aggregate", "concatenate", "concatenate_unique", "array_agg", "attribute",
    }
)  # fmt: skip
_ALLE = "*"


def efterse_kilde(layer: QgsMapLayer, store: Store, *, fra_lageret: bool) -> None:
    """Our rows come from the store that is printed, and a background never does. Raises `UdskriftFejl`."""
    if not isinstance(layer, QgsVectorLayer):
        return
    if _er_lagerets(layer, store) is not fra_lageret:
        raise UdskriftFejl(
            tr(
                "Laget {} henter ikke sine data, hvor det skal. Brug et projekt, der er lavet med Nyt projekt."
            ).format(layer.name())
        )


def _er_lagerets(layer: QgsVectorLayer, store: Store) -> bool:
    if layer.providerType() != store.provider:
        return False
    if store.provider == "postgres":
        # By the schema alone: the same database has many addresses, and a background may come from it by none of them.
        return bool(QgsDataSourceUri(layer.source()).schema() == SKEMA)
    sti = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path", "")
    return same_file(str(sti), store.adresse)


def efterse_filter(layer: QgsVectorLayer) -> str:
    """The layer's own filter, when it is one condition that can stand beside ours. Raises `UdskriftFejl`."""
    filter_ = str(layer.subsetString())
    rest = _TEKSTER.sub("", filter_)
    if "\\" in filter_ or any(tegn in rest for tegn in _FARLIGE) or not _i_balance(rest):
        raise UdskriftFejl(
            tr(
                "Laget {} har et filter, der ikke kan bruges på en udskrift. Fjern filteret i QGIS, og udskriv igen."
            ).format(layer.name())
        )
    return filter_


def _i_balance(udtryk: str) -> bool:
    dybde = 0
    for tegn in udtryk:
        dybde += (tegn == "(") - (tegn == ")")
        if dybde < 0:
            return False
    return dybde == 0


def efterse_etiketter(layer: QgsVectorLayer, tabel: Tabel) -> None:
    """Names on the map are made of what is public. Raises `UdskriftFejl`."""
    for udtryk in _udtryk(layer):
        interne = sorted(
            navn
            for navn in udtryk.referencedColumns()
            if navn == _ALLE or (tabel.har(navn) and tabel.felt(navn).off == Offentlig.INTERN)
        )
        hvad = [*interne, *sorted(_SER_MERE & set(udtryk.referencedFunctions()))]
        if hvad:
            raise UdskriftFejl(
                tr(
                    "Etiketterne på laget {} bruger {}, og det må ikke komme ud. Ret etiketterne i QGIS, og udskriv igen."
                ).format(layer.name(), ", ".join(hvad))
            )


def _udtryk(layer: QgsVectorLayer) -> Iterator[QgsExpression]:
    """Everything that the labels are worked out from."""
    etiketter: QgsAbstractVectorLayerLabeling | None = layer.labeling()
    if etiketter is None or not layer.labelsEnabled():
        return
    for provider in etiketter.subProviders():
        valg = QgsPalLayerSettings(etiketter.settings(provider))
        tekst = valg.fieldName
        yield QgsExpression(tekst if valg.isExpression else QgsExpression.quotedColumnRef(tekst))
        samling = valg.dataDefinedProperties()
        for noegle in samling.propertyKeys():
            egenskab: QgsProperty = samling.property(noegle)
            if egenskab.isActive():
                yield QgsExpression(egenskab.asExpression())
