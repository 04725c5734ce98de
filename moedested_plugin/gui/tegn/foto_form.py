# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets pictures be dropped on an attribute form: also on one in a window of its own, of which QGIS's main window hears nothing.

Without this a field of text would take the picture, as the text of its path.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QMimeData, QObject, Qt, pyqtBoundSignal, pyqtSignal
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QWidget

from moedested_plugin.gui.formular_felt import form_om, samme
from moedested_plugin.project.aabent import tabelnavn_af

_SLIP = frozenset((QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop))


class FotoForm(QObject):
    """Finds the forms when one of their fields gets the focus, as the advice in them does."""

    #: A picture was dropped: its path and the form.
    sluppet = pyqtSignal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._filtre: list[_Filter] = []
        QgsApplication.instance().focusChanged.connect(self._fokus)

    def close(self) -> None:
        """Leave the forms as they were."""
        QgsApplication.instance().focusChanged.disconnect(self._fokus)
        for filter_ in self._filtre:
            if not sip.isdeleted(filter_):
                filter_.deleteLater()
        self._filtre.clear()
        self.deleteLater()

    def _fokus(self, _fra: QWidget | None, til: QWidget | None) -> None:
        form = form_om(til)
        if form is None or not har_fotos(form.layer()):
            return
        self._filtre = [filter_ for filter_ in self._filtre if not sip.isdeleted(filter_)]
        kendt = next((filter_ for filter_ in self._filtre if samme(filter_.form, form)), None)
        if kendt is None:
            kendt = _Filter(form, self.sluppet)
            self._filtre.append(kendt)
        kendt.foelg()


class _Filter(QObject):
    """Lives in its form. What is dropped on the form or in one of its fields comes here first."""

    def __init__(self, form: QgsAttributeForm, sluppet: pyqtBoundSignal) -> None:
        super().__init__(form)
        self.form, self._sluppet = form, sluppet
        form.setAcceptDrops(True)

    def foelg(self) -> None:
        """Also in fields that have come since: installed once more, a filter is only moved to the front."""
        for widget in (self.form, *cast("list[QWidget]", self.form.findChildren(QWidget))):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    def eventFilter(self, _felt: QObject, event: QEvent) -> bool:
        """Take pictures; the rest is for the field."""
        if event.type() not in _SLIP:
            return False
        slip = cast("QDropEvent", event)
        billeder = _billeder_i(slip.mimeData())
        if not billeder:
            return False
        slip.setDropAction(Qt.DropAction.CopyAction)
        slip.accept()
        if event.type() == QEvent.Type.Drop:
            for fil in billeder:
                self._sluppet.emit(fil, self.form)
        return True


def har_fotos(layer: QgsVectorLayer | None) -> bool:
    """Whether its objects may have pictures; a form that is being made has no layer, whatever the stubs say."""
    from moedested_plugin.domain.faelles import FOTO_OBJEKTER

    return layer is not None and tabelnavn_af(layer) in FOTO_OBJEKTER


def _billeder_i(data: QMimeData | None) -> list[Path]:
    from moedested_plugin.drawing.foto import er_billede

    filer = [Path(url.toLocalFile()) for url in data.urls()] if data is not None else []
    return [fil for fil in filer if er_billede(fil)]
