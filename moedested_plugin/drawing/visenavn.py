# SPDX-License-Identifier: GPL-2.0-or-later
"""What the project calls the objects of a layer: its display expression, made ready once for all that one click finds.

`QgsVectorLayerUtils.getFeatureDisplayString` reads the expression anew for each object, and ours holds the name of
every type there is: a dozen names cost a click as much as all its questions to the store.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from moedested_plugin.project.raekke import er_null


class Visenavn:
    """The names of one layer's objects; the layer itself gives its own to those that have none."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        # A copy: made ready for one layer it knows the columns by their numbers there.
        self._udtryk = QgsExpression(_laest(layer.displayExpression()))

    @property
    def felter(self) -> set[str] | None:
        """The fields that a name is made of; None where it may be any of them."""
        felter = self._udtryk.referencedColumns()
        if not felter or QgsFeatureRequest.ALL_ATTRIBUTES in felter:
            return None
        return set(felter)

    def af(self, feature: QgsFeature) -> str:
        """The name of this object."""
        kontekst = self._kontekst
        kontekst.setFeature(feature)
        navn = self._udtryk.evaluate(kontekst)
        return ("" if er_null(navn) else str(navn).strip()) or self._layer.name()

    @cached_property
    def _kontekst(self) -> QgsExpressionContext:
        """Made for the first name: most layers around a place hold nothing there."""
        kontekst = self._layer.createExpressionContext()
        self._udtryk.prepare(kontekst)
        return kontekst


@lru_cache(maxsize=32)
def _laest(udtryk: str) -> QgsExpression:
    """Read once: the next click asks the same layers."""
    return QgsExpression(udtryk)
