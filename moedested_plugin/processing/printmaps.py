# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:printmaps`: sheets, signs, posters and the other products on paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputVariant,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
    QgsProject,
)

from moedested_plugin.i18n import tr
from moedested_plugin.paths import same_file

from .algoritme import Algoritme


class PrintMaps(Algoritme):
    """A thin shell around `printing.udskriv`."""

    ID, ORD = "printmaps", ("udskriv", "print", "pdf", "plakat", "skilt", "atlas")

    PROJECT = "PROJECT"
    TEMPLATE = "TEMPLATE"
    FILTER = "FILTER"
    PAPER = "PAPER"
    OUTPUT = "OUTPUT"
    FILES = "FILES"
    SERIES = "SERIES"
    LANGUAGE = "LANGUAGE"
    EXTENT = "EXTENT"
    OPTIONS = "OPTIONS"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Udskriv ark, skilte og plakater")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Laver PDF af mødesteder, ruter, årshjul, kort og status.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        from moedested_plugin.printing.bestilling import SKABELONER

        valg = "\n".join(
            f"{skabelon.id}: {', '.join(felt.navn for felt in skabelon.felter)}"
            for skabelon in SKABELONER.values()
            if skabelon.felter
        )
        hjaelp = tr(
            "Vælg en skabelon og et papir. Kun det, der er synligt for alle, udskrives; kortbilaget viser projektet, som det er.\n\n"
            "Filteret er et QGIS-udtryk på mødesteder, ruter eller aktiviteter, fx \"by\" = 'Gedser'. Tomt: dem alle.\n\n"
            "Kan en side ikke laves, nævnes den, og de andre laves."
        )
        return f"{hjaelp}\n\n" + tr("Skabelonernes egne valg (OPTIONS):") + f"\n{valg}"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        from moedested_plugin.printing.bestilling import SKABELONER, SPROG
        from moedested_plugin.printing.papir import PAPIRER

        projekt = QgsProcessingParameterFile(
            self.PROJECT,
            tr("Projekt (.qgz). Tomt: det, der er åbent"),
            optional=True,
            fileFilter=tr("QGIS-projekt (*.qgz *.qgs)"),
        )
        self.addParameter(projekt)
        skabelon = QgsProcessingParameterEnum(
            self.TEMPLATE, tr("Skabelon"), list(SKABELONER), defaultValue="moedestedsark"
        )
        skabelon.setUsesStaticStrings(True)
        self.addParameter(skabelon)
        self.addParameter(
            QgsProcessingParameterExpression(
                self.FILTER, tr("Filter. Tomt: alle, der er synlige for alle"), optional=True
            )
        )
        papir = QgsProcessingParameterEnum(
            self.PAPER,
            tr("Papir. Tomt: skabelonens eget"),
            [et.navn for et in PAPIRER],
            optional=True,
        )
        papir.setUsesStaticStrings(True)
        self.addParameter(papir)
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Mappe")))
        sprog = QgsProcessingParameterEnum(
            self.LANGUAGE, tr("Sprog på udskriften"), list(SPROG), defaultValue="da", optional=True
        )
        sprog.setUsesStaticStrings(True)
        for ekstra in (
            QgsProcessingParameterBoolean(
                self.SERIES, tr("En fil for hvert sted"), defaultValue=False
            ),
            sprog,
            QgsProcessingParameterExtent(
                self.EXTENT, tr("Udsnit, til kort over et område"), optional=True
            ),
            QgsProcessingParameterString(
                self.OPTIONS, tr("Skabelonens egne valg, som JSON"), optional=True
            ),
        ):
            ekstra.setFlags(ekstra.flags() | Qgis.ProcessingParameterFlag.Advanced)
            self.addParameter(ekstra)
        self.addOutput(QgsProcessingOutputVariant(self.FILES, tr("Filer")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Print, or say why not."""
        from moedested_plugin.printing.bestilling import (
            Bestilling,
            UdskriftFejl,
            find_papir,
            find_skabelon,
        )
        from moedested_plugin.printing.udskriv import Afbrudt, Grundlag, udskriv
        from moedested_plugin.printing.valg import noegler_af_udtryk
        from moedested_plugin.project.aabent import store_adresse
        from moedested_plugin.store import StoreFejl, aabn

        project = self._projekt(parameters, context)
        try:
            skabelon = find_skabelon(self.parameterAsEnumString(parameters, self.TEMPLATE, context))
            udtryk = self.parameterAsExpression(parameters, self.FILTER, context)
            udsnit = self.parameterAsExtent(parameters, self.EXTENT, context, project.crs())
            bestilling = Bestilling(
                skabelon,
                find_papir(self.parameterAsEnumString(parameters, self.PAPER, context), skabelon),
                Path(self.parameterAsString(parameters, self.OUTPUT, context)),
                noegler_af_udtryk(project, skabelon, udtryk),
                None if udsnit.isEmpty() else udsnit,
                sprog=self.parameterAsEnumString(parameters, self.LANGUAGE, context) or "da",
                en_fil=not self.parameterAsBool(parameters, self.SERIES, context),
                valg=_valg(self.parameterAsString(parameters, self.OPTIONS, context)),
            )
            with aabn(store_adresse(project)) as store:
                svar = udskriv(Grundlag(bestilling, project, store, feedback=feedback))
        except (UdskriftFejl, StoreFejl) as fejl:
            raise QgsProcessingException(str(fejl)) from None
        except Afbrudt:
            raise QgsProcessingException(tr("Afbrudt. Der er intet skrevet.")) from None
        for fejlet in svar.fejl:
            feedback.pushWarning(tr("Ikke udskrevet: {}. {}").format(fejlet.navn, fejlet.grund))
        for linje in svar.bemaerkninger:
            feedback.pushWarning(linje)
        for fil in svar.filer:
            feedback.pushInfo(str(fil))
        return {
            self.OUTPUT: str(bestilling.mappe),
            self.FILES: [str(fil) for fil in svar.filer],
        }

    def _projekt(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsProject:
        """The project of the parameter, or the open one. Raises when it is none of ours."""
        from moedested_plugin.project.aabent import KUN_LAESES, store_adresse

        sti = self.parameterAsString(parameters, self.PROJECT, context)
        # None where a script runs without a project, whatever the stubs say
        aabent: QgsProject | None = context.project()
        if aabent is not None and (not sti or same_file(sti, aabent.fileName())):
            project = aabent
        else:
            project = self._laest = QgsProject()  # lives as long as the run
            if not Path(sti).is_file() or not project.read(sti, KUN_LAESES):
                raise QgsProcessingException(
                    tr(
                        "Projektet {} kan ikke åbnes. Ret stien, eller åbn det i QGIS for at se hvorfor."
                    ).format(sti)
                )
        if not store_adresse(project):
            raise QgsProcessingException(
                tr("Det er ikke et Mødested-projekt. Vælg et, der er lavet med Nyt projekt.")
            )
        return project


def _valg(tekst: str) -> dict[str, str]:
    if not tekst.strip():
        return {}
    try:
        valg = json.loads(tekst)
    except ValueError:
        valg = None
    if not isinstance(valg, dict):
        raise QgsProcessingException(
            tr("Skabelonens valg skal skrives som {}.").format('{"titel": "Tur til Gedser"}')
        )
    return {str(navn): str(vaerdi) for navn, vaerdi in valg.items()}
