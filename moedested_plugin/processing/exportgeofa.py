# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:exportgeofa`: the municipality's own places as the three layers that GeoFA takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from moedested_plugin.i18n import tr
from moedested_plugin.sources.geofa_koder import PROFILER, Profil

from .algoritme import Algoritme, skriv_json

if TYPE_CHECKING:
    from moedested_plugin.sources.geofa_resultat import Eksport
    from moedested_plugin.store import Store


class ExportGeofa(Algoritme):
    """A thin shell around `eksporter_geofa`."""

    ID, ORD = "exportgeofa", ("geofa", "fkg", "eksport", "export", "5800", "5801", "5802")

    OUTPUT = "OUTPUT"
    PROFILE = "PROFILE"
    COUNT = "COUNT"
    LEFT_OUT = "LEFT_OUT"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Send til GeoFA")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Skriver kommunens egne faciliteter og ruter som de tre lag, GeoFA tager imod.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Skriver en GeoPackage med lagene t_5800_fac_pkt, t_5801_fac_fl og t_5802_fac_li, som kan lægges op i "
            "GeoFA-editor.\n\n"
            "Kommunens egne rækker med status Forslag eller højere kommer med, og alle egne rækker, der er hentet fra "
            "GeoFA. Interne felter kommer aldrig med. Rækker, som GeoFA ville afvise, bliver udeladt; loggen siger "
            "hvilke og hvorfor.\n\n"
            "Prøv altid filen i GeoFA's testmiljø først, og sæt aldrig flueben i at slette objekter, der ikke er i filen."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_store()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Fil til GeoFA"), tr("GeoPackage (*.gpkg)")
            )
        )
        profil = QgsProcessingParameterEnum(
            self.PROFILE, tr("GeoFA-version"), list(PROFILER), False, PROFILER[0]
        )
        profil.setUsesStaticStrings(True)
        self.addParameter(profil)
        self.tilfoej_rapport(avanceret=True)
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Antal skrevet")))
        self.addOutput(QgsProcessingOutputNumber(self.LEFT_OUT, tr("Antal udeladt")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Write the file, or nothing."""
        from moedested_plugin.sources.filer_ogr import UdFejl, nye_filer

        rapport = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if rapport and Path(rapport).suffix.lower() != ".json":
            raise QgsProcessingException(tr("Rapporten skal ende på .json."))
        with self.aabnet_store(
            parameters, context, UdFejl, feedback=feedback, opgrader=False
        ) as store:
            if rapport:
                # around the export: what is wrong with the folder of the report shall stop both
                with nye_filer(Path(rapport).parent, overskriv=True) as mappe:
                    eksport = self._eksport(parameters, context, feedback, store)
                    skriv_json(mappe / Path(rapport).name, eksport.som_json())
            else:
                eksport = self._eksport(parameters, context, feedback, store)
        for linje in eksport.linjer():
            feedback.pushInfo(linje)
        resultat: dict[str, Any] = {
            self.OUTPUT: str(eksport.fil),
            self.COUNT: eksport.antal,
            self.LEFT_OUT: len(eksport.udeladte),
        }
        return {**resultat, self.REPORT: rapport} if rapport else resultat

    def _eksport(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        store: Store,
    ) -> Eksport:
        from moedested_plugin.sources.geofa_ud import eksporter_geofa

        return eksporter_geofa(
            store,
            Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context)),
            cast("Profil", self.parameterAsEnumString(parameters, self.PROFILE, context)),
            overskriv=True,
            feedback=feedback,
        )
