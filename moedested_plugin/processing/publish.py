# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:publish` and `moedested:rollback`: what goes out to the municipality's WMS and WFS, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from moedested_plugin.i18n import tr

from .algoritme import Algoritme, efterse_rapport

if TYPE_CHECKING:
    from moedested_plugin.publishing.plan import Plan
    from moedested_plugin.store import Store

#: So many lines of a long list are said; the report has them all.
_LINJER = 50


class _Udgivelse(Algoritme):
    """What publishing and going back share: the store and the target."""

    i_hovedtraad = False

    TARGET = "TARGET"
    VERSION = "VERSION"

    def tilfoej_maal(self) -> None:
        """Declare the target."""
        self.tilfoej_store()
        self.addParameter(
            QgsProcessingParameterString(
                self.TARGET, tr("Mål: navn i datalageret eller sti til en målfil (.json)")
            )
        )

    @contextmanager
    def aabnet(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Iterator[tuple[Store, Any, str]]:
        """The store, the target, and who publishes; what goes wrong is one sentence."""
        from moedested_plugin.publishing.fejl import UdgivelsesFejl
        from moedested_plugin.publishing.maal import laes_maal
        from moedested_plugin.store import StoreFejl, aabn

        af = QgsApplication.userLoginName() or "ukendt"
        try:
            with aabn(self.parameterAsString(parameters, self.STORE, context)) as store:
                maal = laes_maal(self.parameterAsString(parameters, self.TARGET, context), store)
                yield store, maal, af
        except (StoreFejl, UdgivelsesFejl) as fejl:
            raise QgsProcessingException(str(fejl)) from None


class Publish(_Udgivelse):
    """A thin shell around `forbered` and `Udgiver.udgiv`."""

    DRYRUN = "DRYRUN"
    REPORT = "REPORT"

    def name(self) -> str:
        """Stable: models and scripts name it."""
        return "publish"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Udgiv til WMS og WFS")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Lægger de offentlige rækker ud på kommunens korttjeneste, og efterprøver dem.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Kontrollerer data, finder forskellen på det, der er ude nu, bygger en ny version ved siden af, prøver den, "
            "skifter til den, og efterprøver den offentlige adresse. Svarer tjenesten forkert, vises den forrige version igen.\n\n"
            "Rækker med fejl bliver hjemme; er de ude i forvejen, bliver deres seneste version stående.\n\n"
            "Prøvekørsel viser kun, hvad der ville ske.\n\n"
            "Kan køre hver nat: så kommer også det ud, der kun skyldes, at en dato er passeret."
        )

    def tags(self) -> list[str]:
        """What it is found by."""
        return ["mødested", "moedested", "udgiv", "wms", "wfs", "publish", "tjeneste"]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_maal()
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.DRYRUN, tr("Prøvekørsel: vis kun, hvad der ville ske"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                tr("Rapport"),
                tr("JSON (*.json)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputString(self.VERSION, tr("Version")))
        for navn, titel in (
            ("ADDED", tr("Tilføjede")), ("CHANGED", tr("Ændrede")), ("REMOVED", tr("Fjernede")),
            ("HELD", tr("Holdt tilbage")),
        ):  # fmt: skip
            self.addOutput(QgsProcessingOutputNumber(navn, titel))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        """Publish, or say what would happen."""
        from moedested_plugin.publishing.forbered import forbered
        from moedested_plugin.publishing.plan import Art
        from moedested_plugin.publishing.rapport import som_json

        feedback = feedback or QgsProcessingFeedback()
        rapport = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if rapport:
            efterse_rapport(Path(rapport))
        udgivet = None
        with self.aabnet(parameters, context) as (store, maal, af):
            klar = forbered(store, maal, af, feedback)
            _fortael(klar.plan, feedback)
            if not self.parameterAsBool(parameters, self.DRYRUN, context):
                udgivet = klar.udgiver.udgiv(klar.plan)
                for linje in udgivet.bemaerkninger:
                    feedback.pushWarning(linje)
        if rapport:
            tekst = json.dumps(som_json(klar.plan, udgivet), ensure_ascii=False, indent=1)
            Path(rapport).write_text(tekst, encoding="utf-8")
        antal = klar.plan.per_art
        return {
            self.VERSION: udgivet.version if udgivet is not None else "",
            "ADDED": antal[Art.TILFOEJET],
            "CHANGED": antal[Art.AENDRET],
            "REMOVED": antal[Art.FJERNET],
            "HELD": len(klar.plan.holdte),
            **({self.REPORT: rapport} if rapport else {}),
        }


def _fortael(plan: Plan, feedback: QgsProcessingFeedback) -> None:
    """Say what would happen."""
    for linje in plan.brud:
        feedback.pushWarning(linje)
    for linje in plan.advarsler[:_LINJER]:
        feedback.pushInfo(linje)
    for holdt in plan.holdte[:_LINJER]:
        feedback.pushWarning(
            tr("Bliver hjemme: {} ({}). {}").format(holdt.navn, holdt.tabel, " ".join(holdt.grunde))
        )
    ord_for = {
        "TILFOEJET": tr("tilføjet"), "AENDRET": tr("ændret"), "FJERNET": tr("fjernet"),
    }  # fmt: skip
    for aendring in plan.aendringer[:_LINJER]:
        felter = ", ".join(f.alias for f in aendring.felter)
        feedback.pushInfo(
            f"{ord_for[aendring.art.name]}: {aendring.navn} ({aendring.tabel})"
            + (f": {felter}" if felter else "")
        )
    if len(plan.aendringer) > _LINJER:
        feedback.pushInfo(tr("… og {} mere.").format(len(plan.aendringer) - _LINJER))


class Rollback(_Udgivelse):
    """A thin shell around `Udgiver.tilbage`."""

    def name(self) -> str:
        """Stable: models and scripts name it."""
        return "rollback"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Gå tilbage til en tidligere udgivelse")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Viser en tidligere udgivelse på kommunens korttjeneste igen.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "De fem seneste udgivelser ligger klar. Uden version vises den, der var ude før den nuværende.\n\n"
            "Rækker, der er taget væk af hensyn til privatliv, kommer ikke frem igen."
        )

    def tags(self) -> list[str]:
        """What it is found by."""
        return ["mødested", "moedested", "fortryd", "tilbage", "rollback", "wms", "wfs"]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_maal()
        self.addParameter(
            QgsProcessingParameterString(
                self.VERSION, tr("Version. Tom: den, der var ude før"), optional=True
            )
        )
        self.addOutput(QgsProcessingOutputString(self.VERSION, tr("Version")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        """Go back."""
        from moedested_plugin.publishing.forbered import udgiver

        feedback = feedback or QgsProcessingFeedback()
        with self.aabnet(parameters, context) as (store, maal, af):
            valgt = self.parameterAsString(parameters, self.VERSION, context).strip()
            udgivet = udgiver(store, maal, af, feedback).tilbage(valgt)
        for linje in udgivet.bemaerkninger:
            feedback.pushWarning(linje)
        return {self.VERSION: udgivet.version}
