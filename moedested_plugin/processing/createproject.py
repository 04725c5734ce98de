# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:createproject`: store, background and project for a municipality in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from moedested_plugin.i18n import tr

from .algoritme import Algoritme


class CreateProject(Algoritme):
    """A thin shell around `opret_projekt`."""

    ID, ORD = "createproject", ("projekt", "geofa", "kommune", "create project")

    MUNICIPALITY = "MUNICIPALITY"
    PROJECT = "PROJECT"
    DEMO = "DEMO"
    BOUNDARY = "BOUNDARY"
    EXISTING = "EXISTING"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Nyt projekt for en kommune")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Opretter datalager, baggrund og QGIS-projekt med formularer og signaturer.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Opretter et nyt datalager (en GeoPackage eller et skema i en PostGIS-database), en baggrund og et "
            "QGIS-projekt for én kommune.\n\n"
            "Kommunen skrives som kode eller navn, fx 376 eller Guldborgsund. En GeoPackage skal ligge i samme "
            "mappe som projektet, så de kan flyttes sammen.\n\n"
            "Findes en af filerne allerede, bliver intet lavet. Går noget galt undervejs, bliver alt fjernet igen."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.addParameter(
            QgsProcessingParameterString(self.MUNICIPALITY, tr("Kommune (kode eller navn)"))
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.STORE, tr("Data: ny fil (.gpkg) eller navnet på en PostGIS-forbindelse")
            )
        )
        self.addParameter(QgsProcessingParameterString(self.PROJECT, tr("Projekt: ny fil (.qgz)")))
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.DEMO, tr("Læg opdigtede eksempler ind (kun Guldborgsund)"), False
            )
        )
        boundary = QgsProcessingParameterFile(
            self.BOUNDARY, tr("Egen fil med kommunens grænse"), optional=True
        )
        boundary.setFlags(boundary.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(boundary)
        existing = QgsProcessingParameterBoolean(
            self.EXISTING, tr("Datalageret findes: lav kun projektet"), False
        )
        existing.setFlags(existing.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(existing)
        self.addOutput(QgsProcessingOutputString(self.STORE, tr("Data")))
        self.addOutput(QgsProcessingOutputFile(self.PROJECT, tr("Projekt")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Make it all, or nothing."""
        # Imported here: QGIS loads every algorithm when it starts.
        from moedested_plugin.project import opret_projekt
        from moedested_plugin.project.background import BackgroundError
        from moedested_plugin.project.byg import ProjektFejl
        from moedested_plugin.project.kommuner import find_kommune
        from moedested_plugin.store import StoreFejl

        skrevet = self.parameterAsString(parameters, self.MUNICIPALITY, context)
        kommune = find_kommune(skrevet)
        if kommune is None:
            raise QgsProcessingException(
                tr(
                    "Kommunen {kommune} findes ikke. Skriv en af de 98 kommuners kode eller navn, fx 376 eller Guldborgsund."
                ).format(kommune=skrevet)
            )
        graense = self.parameterAsFile(parameters, self.BOUNDARY, context)
        try:
            resultat = opret_projekt(
                kommune.kode,
                self.parameterAsString(parameters, self.STORE, context),
                Path(self.parameterAsString(parameters, self.PROJECT, context)),
                self.parameterAsBoolean(parameters, self.DEMO, context),
                Path(graense) if graense else None,
                feedback,
                store_findes=self.parameterAsBoolean(parameters, self.EXISTING, context),
            )
        except (ProjektFejl, StoreFejl, BackgroundError) as fejl:
            raise QgsProcessingException(str(fejl)) from None
        feedback.pushInfo(
            tr("Lavet for {kommune}: {projekt}").format(
                kommune=resultat.kommune.navn, projekt=resultat.projektfil
            )
        )
        return {self.STORE: resultat.store, self.PROJECT: str(resultat.projektfil)}
