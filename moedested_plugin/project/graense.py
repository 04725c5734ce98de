# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's border, kept in the store so that checks know it wherever they run, also without the project."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from qgis.core import QgsGeometry

if TYPE_CHECKING:
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
