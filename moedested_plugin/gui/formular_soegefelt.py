# SPDX-License-Identifier: GPL-2.0-or-later
"""A field that is searched by typing (the long lists of codes) counts as empty while it shows no code of the list.

QGIS takes a text that is no code for "nothing was changed": its mark stays green, OK stays open, and the old code is
saved under what the user has cleared or half written.
"""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.gui import QgsAttributeForm, QgsEditorWidgetWrapper
from qgis.PyQt.QtCore import QMetaObject, QObject, QTimer
from qgis.PyQt.QtWidgets import QLineEdit

from .formular_felt import widget_for


class Soegefelter(QObject):
    """Makes QGIS's own mark and OK say so, in one form."""

    def __init__(self, form: QgsAttributeForm, layer: QgsVectorLayer) -> None:
        super().__init__(form)
        self._form = form
        felter = layer.fields()
        self._felter = [
            felter.at(nummer).name()
            for nummer in range(felter.count())
            if layer.editorWidgetSetup(nummer).config().get("UseCompleter")
        ]
        self._uden_kode: set[str] = set()
        # QGIS looks at its constraints when it has told everybody of the new value.
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.timeout.connect(self.opdater)
        if self._felter:
            form.widgetValueChanged.connect(self._aendret)

    def close(self) -> None:
        """Leave the form to QGIS."""
        self._straks.stop()
        if self._felter:
            self._form.widgetValueChanged.disconnect(self._aendret)
        self.deleteLater()

    def opdater(self) -> None:
        """Let QGIS try each field that shows no code as the empty field it looks like."""
        for felt in tuple(self._uden_kode):
            widget = widget_for(self._form, felt)
            if not isinstance(widget, QLineEdit):
                continue
            wrapper = QgsEditorWidgetWrapper.fromWidget(widget)
            if wrapper.value() is None and wrapper.isValidConstraint():
                wrapper.updateConstraint(self._form.currentFormFeature())
                QMetaObject.invokeMethod(self._form, "synchronizeState")

    def _aendret(self, felt: str, vaerdi: object) -> None:
        if felt not in self._felter:
            return
        if vaerdi is None:
            self._uden_kode.add(felt)
            self._straks.start()
        else:
            self._uden_kode.discard(felt)
