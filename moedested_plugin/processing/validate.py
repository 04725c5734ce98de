# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:validate`: what is wrong in a store, as counts and a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from moedested_plugin.i18n import oversat, tr

from .algoritme import Algoritme, bruger, efterse_rapport

if TYPE_CHECKING:
    from moedested_plugin.checks.fund import Fund

#: The kinds of report, by the ending of the file.
RAPPORTER = (".json", ".html", ".pdf", ".gpkg")


class Validate(Algoritme):
    """A thin shell around `kontroller`. Findings are an answer, not a failure."""

    ID, ORD = "validate", ("kontrol", "fejl", "valider", "rapport", "validate")

    i_hovedtraad = False

    RULES = "RULES"
    EXTENT = "EXTENT"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Kontrollér data")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Finder fejl, advarsler og anbefalinger i datalageret, og skriver en rapport.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Gennemgår alle mødesteder, steder, ruter og aktiviteter med de kontroller, kommunen har slået til.\n\n"
            "Regler: koder med komma imellem, fx geometri eller felter.telefon_mangler. Tom: alle.\n\n"
            "Udstrækning: kun fund inden for udstrækningen tælles og kommer i rapporten.\n\n"
            "Rapporten bliver til JSON, HTML, PDF eller GeoPackage efter filens endelse. Accepterede fund tælles ikke med, "
            "men står i rapporten. Fundene gemmes også i datalageret, så kolleger ser de samme."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_store()
        self.addParameter(
            QgsProcessingParameterString(
                self.RULES, tr("Regler: koder med komma imellem. Tom: alle"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterExtent(self.EXTENT, tr("Udstrækning"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Rapport"),
                ";;".join(
                    (tr("JSON (*.json)"), tr("HTML (*.html)"), tr("PDF (*.pdf)"), tr("GeoPackage (*.gpkg)"))
                ),
                optional=True, createByDefault=False,
            )
        )  # fmt: skip
        self.addOutput(QgsProcessingOutputNumber("ERRORS", tr("Fejl")))
        self.addOutput(QgsProcessingOutputNumber("WARNINGS", tr("Advarsler")))
        self.addOutput(QgsProcessingOutputNumber("NOTES", tr("Anbefalinger")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Run the checks. Fails only when they could not be run or the report not be written."""
        from moedested_plugin.checks.kontrol import Valg, kontroller
        from moedested_plugin.checks.tekst import faellestekst
        from moedested_plugin.domain.regler import Alvor
        from moedested_plugin.domain.skema import tabel

        rapport = self.parameterAsFileOutput(parameters, self.REPORT, context)
        sti = _rapportens(rapport)
        valg = Valg(
            koder=_koder(self.parameterAsString(parameters, self.RULES, context)),
            ramme=self._ramme(parameters, context),
            af=bruger(),
        )
        with self.aabnet_store(parameters, context, OSError) as store:
            resultat = kontroller(store, valg, feedback)
            if resultat.afbrudt:
                raise QgsProcessingException(tr("Kontrollen blev afbrudt. Intet er gemt."))
            if sti is not None:
                from moedested_plugin.checks.rapport import skriv_rapport

                skriv_rapport(sti, resultat, store)
        samlet: dict[tuple[str, str], list[Fund]] = {}
        for post in resultat.poster:
            if not post.accepteret:
                samlet.setdefault((post.fund.kode, post.fund.tabel), []).append(post.fund)
        for (kode, tabel_), fund in samlet.items():
            lag = oversat(tabel(tabel_).titel)
            feedback.pushInfo(f"{faellestekst(fund)} · {lag} ({len(fund)}) [{kode}]")
        antal = resultat.antal
        feedback.pushInfo(
            tr("Fejl: {}, advarsler: {}, anbefalinger: {}.").format(
                *(antal[alvor] for alvor in Alvor)
            )
        )
        svar: dict[str, Any] = {
            "ERRORS": antal[Alvor.FEJL],
            "WARNINGS": antal[Alvor.ADVARSEL],
            "NOTES": antal[Alvor.ANBEFALING],
        }
        return {**svar, **({self.REPORT: rapport} if sti is not None else {})}

    def _ramme(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[float, float, float, float] | None:
        from moedested_plugin.domain.skema import EPSG

        crs = QgsCoordinateReferenceSystem.fromEpsgId(EPSG)
        boks = self.parameterAsExtent(parameters, self.EXTENT, context, crs)
        if boks.isNull():
            return None
        return boks.xMinimum(), boks.yMinimum(), boks.xMaximum(), boks.yMaximum()


def _koder(tekst: str) -> frozenset[str]:
    from moedested_plugin.checks.kontrol import ukendte_koder

    koder = frozenset(tekst.replace(",", " ").replace(";", " ").split())
    ukendte = ukendte_koder(koder)
    if ukendte:
        raise QgsProcessingException(
            tr(
                "Der er ingen regel, der hedder {}. Kør uden regler, og læs koderne i rapporten."
            ).format(", ".join(ukendte))
        )
    return koder


def _rapportens(rapport: str) -> Path | None:
    """Where it goes, of a kind that can be made; None when there is to be none."""
    if not rapport:
        return None
    sti = Path(rapport)
    if sti.suffix.lower() not in RAPPORTER:
        raise QgsProcessingException(tr("Rapporten skal ende på {}.").format(", ".join(RAPPORTER)))
    efterse_rapport(sti)
    return sti
