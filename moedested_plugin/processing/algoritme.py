# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin's algorithms share: the icon, and the thread they run in."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm
from qgis.PyQt.QtGui import QIcon

from moedested_plugin.paths import resource


class Algoritme(QgsProcessingAlgorithm):
    """A thin shell around one task. Subclasses import the task where they run it: QGIS starts them all at once."""

    #: Layers, and a login that QGIS may ask for, belong there. A long task that touches neither says False.
    i_hovedtraad = True

    def createInstance(self) -> Algoritme:
        """A fresh one for each run."""
        return type(self)()

    def icon(self) -> QIcon:
        """The plugin's own."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """The plugin's own."""
        return str(resource("icons", "moedested.svg"))

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        """The thread it runs in."""
        if not self.i_hovedtraad:
            return super().flags()
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading
