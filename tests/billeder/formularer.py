# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to the forms: new, filled with an example, with something missing; on a tab of their own choice."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_driver import iface
from qgis import utils
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QTabWidget, QWidget

from moedested_plugin.gui.formular_felt import widget_for

shell = utils.plugins["moedested_plugin"].shell

#: In the middle of Nykøbing.
_HER = {
    "point": "Point (686300 6073700)",
    "line": "LineString (686300 6073700, 686700 6073900, 687100 6073600)",
    "polygon": "Polygon ((686300 6073700, 686360 6073700, 686360 6073750, 686300 6073750, 686300 6073700))",
}


def ny(rolle: str, fane: str = "") -> Iterator[object]:
    """The form of a new row, as it opens."""
    layer = _lag(rolle)
    layer.startEditing()
    QTimer.singleShot(
        0,
        lambda: iface.vectorLayerTools().addFeature(layer, {}, _her(layer), iface.mainWindow()),
    )
    yield 1600
    window = _formular()
    yield from _vis(window, fane)
    yield window


def fyldt(rolle: str, fane: str = "", navn: str = "") -> Iterator[object]:
    """The form of an example: the one with that name, else the one with most filled in."""
    layer = _lag(rolle)
    layer.startEditing()
    yield from _aabn(layer, _eksempel(layer, navn))
    window = _formular()
    yield from _vis(window, fane)
    yield window


def laest(rolle: str, navn: str = "") -> Iterator[object]:
    """The form of a row that is only looked at."""
    layer = _lag(rolle)
    yield from _aabn(layer, _eksempel(layer, navn))
    window = _formular()
    yield from _vis(window, "")
    yield window


def mangler(rolle: str, *felter: str) -> Iterator[object]:
    """The form of an example where these fields have been emptied."""
    layer = _lag(rolle)
    layer.startEditing()
    # Only what QGIS hands out is known to Python as the dialog it is.
    window = iface.getFeatureForm(layer, _eksempel(layer, ""))
    window.show()
    yield 1500
    form = window.attributeForm()
    for felt in felter:
        navn, _, vaerdi = felt.partition("=")
        form.changeAttribute(navn, vaerdi or NULL)
        widget = widget_for(form, navn)
        if isinstance(widget, QLineEdit) and not vaerdi:
            widget.clear()  # as a person does it: a list to search in tells of nothing else
    yield 700
    yield from _vis(window, "")
    yield window


def _lag(rolle: str) -> QgsVectorLayer:
    layer = shell.current.layer(rolle)
    assert layer is not None, rolle
    iface.setActiveLayer(layer)
    return layer


def _her(layer: QgsVectorLayer) -> QgsGeometry:
    from qgis.core import QgsWkbTypes

    kind = QgsWkbTypes.geometryDisplayString(layer.geometryType()).lower()
    geometry = QgsGeometry.fromWkt(_HER[kind]) if kind in _HER else QgsGeometry()
    if geometry.isNull():
        return geometry
    return geometry.coerceToType(layer.wkbType())[0]


def _eksempel(layer: QgsVectorLayer, navn: str) -> QgsFeature:
    rows = list(layer.getFeatures())
    if navn:
        return next(row for row in rows if row["navn"] == navn)
    # The first in the alphabet of those with most to show, whatever the order of the rows.
    return max(sorted(rows, key=lambda row: str(row.attributes()[1:3])), key=_fylde)


def _fylde(row: QgsFeature) -> int:
    return sum(value not in (None, "") and str(value) != "NULL" for value in row.attributes())


def _aabn(layer: QgsVectorLayer, row: QgsFeature) -> Iterator[object]:
    dialog = iface.getFeatureForm(layer, row)
    dialog.show()
    yield 1500


def _formular() -> QWidget:
    return next(
        w for w in QApplication.topLevelWidgets()
        if w.isVisible() and w.metaObject().className() == "QgsAttributeDialog"
    )  # fmt: skip


def _vis(window: QWidget, fane: str) -> Iterator[object]:
    """Let the form find its size, and choose a tab; a blinking cursor would make each picture another."""
    window.activateWindow()
    first = next(
        (
            w
            for w in window.findChildren(QWidget)
            if isinstance(w, (QLineEdit, QComboBox)) and w.isVisible()
        ),
        None,
    )
    if first is not None:
        first.setFocus()
    yield 700
    if fane:
        for tabs in window.findChildren(QTabWidget):
            for nr in range(tabs.count()):
                if tabs.tabText(nr).strip() == fane:
                    tabs.setCurrentIndex(nr)
        yield 2500
        for liste in window.findChildren(QListView):
            if liste.metaObject().className() == "QgsFeatureListView" and liste.isVisible():
                # The first of the children, as a person would choose it.
                QTest.mouseClick(liste.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 10))
                yield 1500
                break
