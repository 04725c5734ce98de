# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's border: in the store, so that checks know it also without the project, and drawn in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from qgis.core import QgsProject

    from moedested_plugin.store import Store

NOEGLE = "kommunegraense"
_CENTIMETER = 2

_KENDTE: WeakKeyDictionary[Store, QgsGeometry | None] = WeakKeyDictionary()


def gem_graense(store: Store, graense: QgsGeometry) -> None:
    """Keep it, in EPSG:25832."""
    store.saet_indstilling(NOEGLE, graense.asWkt(_CENTIMETER))
    _KENDTE.pop(store, None)


def graense_af(store: Store) -> QgsGeometry | None:
    """Read once for an opened store; None where nobody has given it, or it cannot be understood."""
    if store not in _KENDTE:
        gemt = store.indstilling(NOEGLE)
        geometri = QgsGeometry.fromWkt(gemt) if isinstance(gemt, str) else QgsGeometry()
        _KENDTE[store] = None if geometri.isEmpty() else geometri
    return _KENDTE[store]


def tegn_graense(project: QgsProject, graense: QgsGeometry, kommunekode: int) -> str:
    """Draw it where the project's background has its border; gives what to say where that could not be written."""
    layer = project.mapLayer("moedested_kommune")
    if not isinstance(layer, QgsVectorLayer):  # taken away by somebody
        return ""
    ny = QgsFeature(layer.fields())
    ny.setGeometry(graense)
    ny["kommunekode"] = kommunekode
    kilde = layer.dataProvider()
    # The layer is shut for the user, not for us.
    skrevet = kilde.truncate() and kilde.addFeatures([ny])[0]
    layer.updateExtents(True)
    layer.triggerRepaint()
    if skrevet:
        return ""
    return tr(
        "Grænsen er gemt, men kan ikke tegnes på kortet. Se, om du må skrive i mappen med projektets baggrund."
    )
