# SPDX-License-Identifier: GPL-2.0-or-later
"""Empty fields look empty while one of our projects is open; QGIS would write NULL in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject

if TYPE_CHECKING:
    from qgis.core import QgsSettingsEntryBool

    from .current_project import CurrentProject

#: QGIS's own word for "no value", when the user has chosen no other.
QGIS_ORD = "NULL"


class TommeFelter(QObject):
    """Changes QGIS's word for "no value", unless the user has chosen one, and gives it back.

    QGIS keeps the word in its settings at once, so `lagt_til_side` remembers across a crash that it is ours.
    """

    def __init__(self, current: CurrentProject, lagt_til_side: QgsSettingsEntryBool) -> None:
        super().__init__()
        self._current, self._lagt_til_side = current, lagt_til_side
        current.replaced.connect(self._foelg)
        self._foelg()

    def close(self) -> None:
        """Give the word back."""
        self._current.replaced.disconnect(self._foelg)
        self._giv_tilbage()
        self.deleteLater()

    def _foelg(self) -> None:
        if not self._current.is_moedested:
            self._giv_tilbage()
        elif QgsApplication.nullRepresentation() == QGIS_ORD:
            self._lagt_til_side.setValue(True)
            QgsApplication.setNullRepresentation("")

    def _giv_tilbage(self) -> None:
        if self._lagt_til_side.value():
            if not QgsApplication.nullRepresentation():
                QgsApplication.setNullRepresentation(QGIS_ORD)
            self._lagt_til_side.setValue(False)
