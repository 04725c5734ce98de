# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:publish` and `moedested:rollback`: what goes out to the municipality's WMS and WFS, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)

from moedested_plugin.i18n import oversat, tr

from .algoritme import Algoritme, bruger, fortael, skriv_stykker

if TYPE_CHECKING:
    from moedested_plugin.publishing.aendringer import Aendring
    from moedested_plugin.publishing.plan import Plan
    from moedested_plugin.store import Store


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

        with self.aabnet_store(parameters, context, UdgivelsesFejl) as store:
            maal = laes_maal(self.parameterAsString(parameters, self.TARGET, context), store)
            yield store, maal, bruger()


class Publish(_Udgivelse):
    """A thin shell around `forbered` and `Udgiver.udgiv`."""

    ID, ORD = "publish", ("udgiv", "wms", "wfs", "publish", "tjeneste")

    DRYRUN = "DRYRUN"

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

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_maal()
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.DRYRUN, tr("Prøvekørsel: vis kun, hvad der ville ske"), defaultValue=False
            )
        )
        self.tilfoej_rapport()
        self.addOutput(QgsProcessingOutputString(self.VERSION, tr("Version")))
        for navn, titel in (
            ("ADDED", tr("Tilføjede")), ("CHANGED", tr("Ændrede")), ("REMOVED", tr("Fjernede")),
            ("HELD", tr("Holdt tilbage")),
        ):  # fmt: skip
            self.addOutput(QgsProcessingOutputNumber(navn, titel))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Publish, or say what would happen."""
        from moedested_plugin.publishing.aendringer import Art
        from moedested_plugin.publishing.forbered import forbered
        from moedested_plugin.publishing.rapport import som_json

        rapport = self.rapport(parameters, context)
        udgivet = None
        with self.aabnet(parameters, context) as (store, maal, af):
            klar = forbered(store, maal, af, feedback)
            _fortael(klar.plan, feedback)
            if not self.parameterAsBool(parameters, self.DRYRUN, context):
                udgivet = klar.udgiver.udgiv(klar.plan)
                for linje in udgivet.bemaerkninger:
                    feedback.pushWarning(linje)
        if rapport:
            skriv_stykker(rapport, som_json(klar.plan, udgivet))
        antal = klar.plan.per_art
        return {
            self.VERSION: udgivet.version if udgivet is not None else "",
            "ADDED": antal[Art.TILFOEJET],
            "CHANGED": antal[Art.AENDRET],
            "REMOVED": antal[Art.FJERNET],
            "HELD": len(klar.plan.holdte),
            **({self.REPORT: str(rapport)} if rapport else {}),
        }


def _fortael(plan: Plan, feedback: QgsProcessingFeedback) -> None:
    """Say what would happen."""
    for linje in plan.brud:
        feedback.pushWarning(linje)
    fortael(feedback.pushInfo, plan.advarsler, len(plan.advarsler))
    hjemme = (
        tr("Bliver hjemme: {} ({}). {}").format(holdt.navn, holdt.tabel, " ".join(holdt.grunde))
        for holdt in plan.holdte
    )
    fortael(feedback.pushWarning, hjemme, len(plan.holdte))
    fortael(feedback.pushInfo, map(_linje, plan.aendringer), len(plan.aendringer))


def _linje(aendring: Aendring) -> str:
    ord_for = {
        "TILFOEJET": tr("tilføjet"), "AENDRET": tr("ændret"), "FJERNET": tr("fjernet"),
    }  # fmt: skip
    felter = ", ".join(oversat(f.alias) for f in aendring.felter)
    linje = f"{ord_for[aendring.art.name]}: {aendring.navn} ({aendring.tabel})"
    return f"{linje}: {felter}" if felter else linje


class Rollback(_Udgivelse):
    """A thin shell around `Udgiver.tilbage`."""

    ID, ORD = "rollback", ("fortryd", "tilbage", "rollback", "wms", "wfs")

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

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_maal()
        self.addParameter(
            QgsProcessingParameterString(
                self.VERSION, tr("Version. Tom: den, der var ude før"), optional=True
            )
        )
        self.addOutput(QgsProcessingOutputString(self.VERSION, tr("Version")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Go back."""
        from moedested_plugin.publishing.forbered import udgiver

        with self.aabnet(parameters, context) as (store, maal, af):
            valgt = self.parameterAsString(parameters, self.VERSION, context).strip()
            udgivet = udgiver(store, maal, af, feedback).tilbage(valgt)
        for linje in udgivet.bemaerkninger:
            feedback.pushWarning(linje)
        return {self.VERSION: udgivet.version}
