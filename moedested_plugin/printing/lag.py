# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a printed map: the project's own, with its signs, but only the rows that are public."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsDataSourceUri,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsProviderRegistry,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.i18n import tr
from moedested_plugin.project.aabent import rolle_af
from moedested_plugin.project.kodetekst import (
    Kodetekster,
    forny_kodetekster,
    kodetekster_i,
    med_tekster,
)
from moedested_plugin.project.lag import BAGGRUND, LAG_AF_ROLLE
from moedested_plugin.project.styles.etiketter import ret_etiketter
from moedested_plugin.project.temaer import TEMAER
from moedested_plugin.store.offentlige import kun_offentlige

from .bestilling import UdskriftFejl
from .lag_vagt import efterse_etiketter, efterse_filter, efterse_kilde

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: The ids of layers that are made here begin so.
ID = "moedested_udskrift_"
_STIL = (
    QgsMapLayer.StyleCategories()
    | QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Rendering
)
_REPRAESENT = re.compile(r"represent_value\((?:&quot;|\")\w+(?:&quot;|\")\)")


def offentlige_lag(
    project: QgsProject,
    store: Store,
    forstoerrelse: float = 1.0,
    roller: tuple[str, ...] = TEMAER["Udskrift"],
) -> list[QgsMapLayer]:
    """Give the layers of a map for the public, uppermost first: our roles' public rows, then the background.

    Signs and names are enlarged for paper that is read from further away. They are no layers of the project: keep
    them as long as they are drawn. Raises `UdskriftFejl`.
    """
    koder = kodetekster_i(store)
    taendt = taendte(project)
    ud: list[QgsMapLayer] = []
    for layer in project.layerTreeRoot().layerOrder():
        rolle = rolle_af(layer)
        if not layer.isValid():
            continue
        if rolle in roller and isinstance(layer, QgsVectorLayer):
            efterse_kilde(layer, store, fra_lageret=True)
            ud.append(_offentligt(layer, rolle, koder))
        elif rolle in BAGGRUND:
            efterse_kilde(layer, store, fra_lageret=False)
            ud.append(_kopi(layer) if forstoerrelse != 1 else layer)
        elif not rolle and not isinstance(layer, QgsVectorLayer) and layer.id() in taendt:
            ud.append(layer)  # a background of the user's own
    if not any(layer.id().startswith(ID) for layer in ud):
        raise UdskriftFejl(
            tr(
                "Projektet har ingen lag med mødesteder, der kan læses. Åbn det i QGIS, og se, hvad der mangler."
            )
        )
    if forstoerrelse != 1:
        for layer in ud:
            if isinstance(layer, QgsVectorLayer):
                _forstoer(layer, forstoerrelse)
    return ud


def _kopi(layer: QgsMapLayer) -> QgsMapLayer:
    """A layer to change. It keeps its id, by which a layout in the project finds the project's own."""
    kopi = layer.clone()
    kopi.setId(layer.id())
    return kopi


def _forstoer(layer: QgsVectorLayer, gange: float) -> None:
    renderer = layer.renderer().clone()
    for symbol in renderer.symbols(QgsRenderContext()):
        if isinstance(symbol, QgsMarkerSymbol):
            symbol.setSize(symbol.size() * gange)
        elif isinstance(symbol, QgsLineSymbol):
            symbol.setWidth(symbol.width() * gange)
    layer.setRenderer(renderer)

    def forstoer(valg: QgsPalLayerSettings) -> None:
        format_ = valg.format()
        format_.setSize(format_.size() * gange)
        valg.setFormat(format_)
        valg.dist *= gange

    ret_etiketter(layer, forstoer)


def saet_udtryk(
    valg: QgsPalLayerSettings, egenskab: QgsPalLayerSettings.Property, udtryk: str
) -> None:
    """Let a property of the label follow an expression."""
    egenskaber = valg.dataDefinedProperties()
    egenskaber.setProperty(egenskab, QgsProperty.fromExpression(udtryk))
    valg.setDataDefinedProperties(egenskaber)


def navngiv(lag: Sequence[QgsMapLayer], roller: tuple[str, ...] = ("moedested",)) -> None:
    """Let layers of these roles bear their names at every scale, not only from where the screen has room for them."""
    for layer in lag:
        if not isinstance(layer, QgsVectorLayer) or layer.id().removeprefix(ID) not in roller:
            continue
        nyt = layer.labeling().clone() if layer.labeling() is not None else None
        if isinstance(nyt, QgsRuleBasedLabeling):
            for regel in nyt.rootRule().descendants():
                regel.setMinimumScale(0)
            layer.setLabeling(nyt)


def taendte(project: QgsProject) -> set[str]:
    """Ids of the layers that are switched on."""
    return {node.layerId() for node in project.layerTreeRoot().findLayers() if node.isVisible()}


def _offentligt(layer: QgsVectorLayer, rolle: str, koder: Kodetekster) -> QgsVectorLayer:
    tabel = LAG_AF_ROLLE[rolle].tabelnavn
    visning = next(v for v in VISNINGER if v.tabel.navn == tabel and v.geometri is not None)
    filter_ = kun_offentlige(visning, layer.providerType())
    if eget := efterse_filter(layer):
        filter_ = f"({eget}) AND {filter_}"
    efterse_etiketter(layer, LAG_AF_ROLLE[rolle].tabel)
    valg = QgsVectorLayer.LayerOptions(layer.transformContext())
    valg.loadDefaultStyle = False
    nyt = QgsVectorLayer(_kilde(layer, filter_), layer.name(), layer.providerType(), valg)
    if not nyt.isValid():
        raise UdskriftFejl(
            tr("Laget {} kan ikke læses. Åbn projektet i QGIS, og se, hvad der mangler.").format(
                layer.name()
            )
        )
    nyt.setId(f"{ID}{rolle}")
    _med_stil(nyt, layer, rolle, koder)
    nyt.setMetadata(layer.metadata())
    return nyt


def _kilde(layer: QgsVectorLayer, filter_: str) -> str:
    """The layer's source with another filter. Not by `setSubsetString`: that opens the file once more, and may fail."""
    if layer.providerType() == "postgres":
        uri = QgsDataSourceUri(layer.source())
        uri.setSql(filter_)
        return uri.uri(False)
    registry = QgsProviderRegistry.instance()
    dele = registry.decodeUri(layer.providerType(), layer.source())
    return registry.encodeUri(layer.providerType(), {**dele, "subset": filter_})


def _med_stil(nyt: QgsVectorLayer, layer: QgsVectorLayer, rolle: str, koder: Kodetekster) -> None:
    """Draw it as the project does, with today's texts of codes.

    Where an expression of the user's asks QGIS for one, it is put in: QGIS looks through the project that is open,
    which is not the one that is printed when a script prints.
    """
    dokument = QDomDocument()
    sammenhaeng = QgsReadWriteContext()
    layer.exportNamedStyle(
        dokument,
        sammenhaeng,
        _STIL,
    )
    tabel = LAG_AF_ROLLE[rolle].tabel

    def tekster(fundet: re.Match[str]) -> str:
        return html.escape(med_tekster(html.unescape(fundet[0]), tabel, koder), quote=True)

    udskiftet = QDomDocument()
    udskiftet.setContent(_REPRAESENT.sub(tekster, dokument.toString()))
    nyt.importNamedStyle(udskiftet)
    forny_kodetekster(nyt, tabel, koder)
