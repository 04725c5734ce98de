# SPDX-License-Identifier: GPL-2.0-or-later
"""Room for the panel and the layers the very first time; after that QGIS remembers what the user has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

if TYPE_CHECKING:
    from qgis.core import QgsSettingsEntryBool
    from qgis.gui import QgisInterface

#: Least widths, in letters. In a new profile QGIS makes its own docks as narrow as they can be.
LAYERS_IN_LETTERS = 46
PANEL_IN_LETTERS = 48


class FirstPlace(QObject):
    """Widens the layers on the left and the panel on the right, once; it goes with the panel."""

    def __init__(
        self, iface: QgisInterface, panel: QDockWidget, placed: QgsSettingsEntryBool
    ) -> None:
        super().__init__(panel)
        self._main, self._panel, self._placed = iface.mainWindow(), panel, placed
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.place)
        if not placed.value():
            # While QGIS starts, it lays its docks out anew after the plugins have come.
            started = self._main.isVisible()
            ready = panel.visibilityChanged if started else iface.initializationCompleted
            ready.connect(self._wait)

    def close(self) -> None:
        """The settings are about to go: too late now."""
        self._soon.stop()
        self._soon.timeout.disconnect(self.place)

    def _wait(self, *_: object) -> None:
        self._soon.start(0)

    def place(self) -> None:
        """Nothing that is wider gets narrower."""
        panel, main = self._panel, self._main
        if self._placed.value() or not panel.isVisible() or not isinstance(main, QMainWindow):
            return
        self._placed.setValue(True)
        letter = panel.fontMetrics().averageCharWidth()
        docks, widths = [panel], [max(panel.width(), PANEL_IN_LETTERS * letter)]
        layers = main.findChild(QDockWidget, "Layers")
        if isinstance(layers, QDockWidget) and not layers.isFloating():
            docks.append(layers)
            widths.append(max(layers.width(), LAYERS_IN_LETTERS * letter))
        main.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
