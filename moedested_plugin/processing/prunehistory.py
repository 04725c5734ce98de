# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:prunehistory`: the history of rows is kept for two years, or as long as the municipality has decided."""

from __future__ import annotations

import datetime as dt
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
)

from moedested_plugin.i18n import tr

from .algoritme import Algoritme

_MAANEDER = 24
_DAGE = 365.25 / 12


class PruneHistory(Algoritme):
    """A thin shell around `Store.ryd_historik`."""

    ID, ORD = "prunehistory", ("historik", "gdpr", "ryd", "slet", "prune")

    i_hovedtraad = False

    MONTHS, REMOVED = "MONTHS", "REMOVED"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Ryd gammel historik")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Sletter den historik, der er ældre, end kommunen vil gemme den.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Historikken har hver række, som den var, før den blev ændret eller slettet. Her slettes det, der er ældre end det "
            "antal måneder, du vælger. Mødestederne selv ændres ikke.\n\n"
            "Er der noget at slette, tages en sikkerhedskopi først. Slet den, når I ikke skal bruge den: den har det hele.\n\n"
            "Kør det hver måned, fx fra cron. I PostGIS skal du have ejerens rolle."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_store()
        self.addParameter(
            QgsProcessingParameterNumber(
                self.MONTHS,
                tr("Gem så mange måneder"),
                Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=_MAANEDER,
                minValue=1,
                maxValue=1200,
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.REMOVED, tr("Linjer slettet")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Prune, after a copy."""
        maaneder = self.parameterAsInt(parameters, self.MONTHS, context)
        aeldre_end = dt.datetime.now(dt.timezone.utc) - dt.timedelta(days=maaneder * _DAGE)
        with self.aabnet_store(parameters, context) as store:
            antal = store.ryd_historik(aeldre_end)
        feedback.pushInfo(tr("Slettet {} linjer historik.").format(antal))
        return {self.REMOVED: antal}
