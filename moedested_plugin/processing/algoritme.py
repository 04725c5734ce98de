# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin's algorithms share: the icon, the thread they run in, the store, and a report that can be written."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from moedested_plugin.i18n import tr
from moedested_plugin.paths import resource


class Algoritme(QgsProcessingAlgorithm):
    """A thin shell around one task. Subclasses import the task where they run it: QGIS starts them all at once."""

    #: Layers, and a login that QGIS may ask for, belong there. A long task that touches neither says False.
    i_hovedtraad = True

    STORE = "STORE"

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

    def tilfoej_store(self) -> None:
        """Declare the store that is there already."""
        self.addParameter(
            QgsProcessingParameterString(
                self.STORE, tr("Data: fil (.gpkg) eller navnet på en PostGIS-forbindelse")
            )
        )


def efterse_rapport(sti: Path) -> None:
    """Before anything else: a report that cannot be written would come too late."""
    if not sti.parent.is_dir():
        raise QgsProcessingException(
            tr("Mappen {} findes ikke. Vælg en anden til rapporten.").format(sti.parent)
        )
    fandtes = sti.exists()
    try:
        with sti.open("a", encoding="utf-8"):
            pass
        if not fandtes:
            sti.unlink()
    except OSError:
        raise QgsProcessingException(
            tr("Der kan ikke skrives i {}. Vælg et andet sted til rapporten.").format(sti)
        ) from None
