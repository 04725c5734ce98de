# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider `moedested` of the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from moedested_plugin.paths import resource

PROVIDER_ID = "moedested"


class MoedestedProvider(QgsProcessingProvider):
    """Gives Processing the plugin's algorithms."""

    def id(self) -> str:
        """Stable: models and scripts name it."""
        return PROVIDER_ID

    def name(self) -> str:
        """What the toolbox shows."""
        return "Mødested"

    def icon(self) -> QIcon:
        """The plugin's own."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """The plugin's own, for high resolutions."""
        return str(resource("icons", "moedested.svg"))

    def loadAlgorithms(self) -> None:
        """Called when Processing wants the list."""
        from .createproject import CreateProject
        from .exportgeofa import ExportGeofa
        from .importsource import ImportSource
        from .persondata import Persondata
        from .printmaps import PrintMaps
        from .prunehistory import PruneHistory
        from .publish import Publish, Rollback
        from .validate import Validate

        self.addAlgorithm(CreateProject())
        self.addAlgorithm(ExportGeofa())
        self.addAlgorithm(ImportSource())
        self.addAlgorithm(Persondata())
        self.addAlgorithm(PrintMaps())
        self.addAlgorithm(PruneHistory())
        self.addAlgorithm(Publish())
        self.addAlgorithm(Rollback())
        self.addAlgorithm(Validate())
