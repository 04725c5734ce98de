# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing an area on the map for the dialog, which steps aside meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .ramme import Rammevaerktoej

if TYPE_CHECKING:
    from qgis.core import QgsRectangle
    from qgis.gui import QgsMapCanvas


class Tegning(QObject):
    """The tool on the map, and the one that was there before. The frame stays to be seen until `slip`."""

    #: A `QgsRectangle`, or None when the user left.
    faerdig = pyqtSignal(object)

    def __init__(
        self, canvas: QgsMapCanvas, felt: tuple[float, float], maalestok: float | None
    ) -> None:
        super().__init__()
        self._canvas = canvas
        self._foer = canvas.mapTool()
        self.vaerktoej = Rammevaerktoej(canvas, *felt, maalestok)
        self.i_gang = False

    def begynd(self) -> None:
        """Let the user draw."""
        self.i_gang = True
        self.vaerktoej.tegnet.connect(self._tegnet)
        self.vaerktoej.forladt.connect(self._forladt)
        # choosing another tool is leaving, too
        self.vaerktoej.deactivated.connect(self._forladt)
        self._canvas.setMapTool(self.vaerktoej)
        self._canvas.setFocus()

    def slip(self) -> None:
        """Take everything from the map."""
        self.i_gang = False
        self._tilbage()
        self.vaerktoej.fjern()
        self.vaerktoej.deleteLater()
        self.deleteLater()

    def _tegnet(self, ramme: QgsRectangle) -> None:
        self._slut(ramme)

    def _forladt(self) -> None:
        if self.i_gang:
            self.vaerktoej.fjern()
        self._slut(None)

    def _slut(self, ramme: QgsRectangle | None) -> None:
        if self.i_gang:
            self.i_gang = False
            self._tilbage()
            self.faerdig.emit(ramme)

    def _tilbage(self) -> None:
        if self._canvas.mapTool() is self.vaerktoej:
            if self._foer is not None:
                self._canvas.setMapTool(self._foer)
            else:
                self._canvas.unsetMapTool(self.vaerktoej)
