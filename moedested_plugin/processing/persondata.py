# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:persondata`: where a person's data stand, and away with them.

What is looked for comes in a file: QGIS keeps the parameters of what it has run in its own history, and a command line
can be read by everybody on the machine.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from moedested_plugin.i18n import oversat, tr

from .algoritme import Algoritme, efterse_rapport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from moedested_plugin.domain.eftersoegt import Eftersoegt
    from moedested_plugin.store.persondata import Fjernelse, Forekomst

#: So many lines of a long list are said; the report has them all.
_LINJER = 200


class Persondata(Algoritme):
    """A thin shell around `Gennemgang`."""

    i_hovedtraad = False

    SEARCH, REMOVE, TARGET, PHOTOS, REPORT = "SEARCH", "REMOVE", "TARGET", "PHOTOS", "REPORT"

    def name(self) -> str:
        """Stable: models and scripts name it."""
        return "persondata"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Find og fjern personoplysninger")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Viser, hvor en persons oplysninger står, og fjerner dem, når du siger til.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Skriv det, der skal findes, i en tekstfil: navn, mail, telefon og cpr-nummer på hver sin linje. Slet filen bagefter.\n\n"
            "Der søges i datalageret med historik, modtagne rækker, fund og logge, i sikkerhedskopierne, i fotos' filnavne og i alle "
            "gemte udgivelser.\n\n"
            "Kør først uden Fjern, og se listen. Med Fjern bliver oplysningerne taget ud, hvor de står; rækkerne bliver. "
            "Det kan ikke fortrydes. Udgiv bagefter, og kør så en gang til.\n\n"
            "I PostGIS skal du have ejerens rolle. Loggen får kun antal, aldrig selve oplysningerne."
        )

    def tags(self) -> list[str]:
        """What it is found by."""
        return ["mødested", "moedested", "gdpr", "persondata", "cpr", "slet", "privatliv"]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_store()
        self.addParameter(
            QgsProcessingParameterFile(
                self.SEARCH,
                tr("Tekstfil med det, der skal findes: en linje til hvert"),
                extension="txt",
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.REMOVE, tr("Fjern: tag det ud, hvor det står"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.TARGET,
                tr("Mål ud over datalagerets egne: stier til målfiler (.json) med ; imellem"),
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.PHOTOS,
                tr("Projektets mappe med fotos. Tom: mappen med datafilen"),
                Qgis.ProcessingFileParameterBehavior.Folder,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Rapport"), tr("JSON (*.json)"), optional=True, createByDefault=False
            )
        )  # fmt: skip
        self.addOutput(QgsProcessingOutputNumber("FOUND", tr("Fundet")))
        self.addOutput(QgsProcessingOutputNumber("REMOVED", tr("Fjernet")))
        self.addOutput(QgsProcessingOutputNumber("LEFT", tr("Står stadig")))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        """Find, and remove where that is asked for."""
        from moedested_plugin.publishing.fejl import UdgivelsesFejl
        from moedested_plugin.publishing.maal import laes_maal
        from moedested_plugin.publishing.persondata import Gennemgang
        from moedested_plugin.store import StoreFejl, aabn
        from moedested_plugin.store.persondata import Fjernelse

        feedback = feedback or QgsProcessingFeedback()
        rapport = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if rapport:
            efterse_rapport(Path(rapport))
        eftersoegt = _laest(Path(self.parameterAsFile(parameters, self.SEARCH, context)))
        flere = self.parameterAsString(parameters, self.TARGET, context).split(";")
        udfald = Fjernelse()
        try:
            with aabn(self.parameterAsString(parameters, self.STORE, context)) as store:
                gennemgang = Gennemgang(
                    store,
                    eftersoegt,
                    QgsApplication.userLoginName() or "ukendt",
                    self._fotomappe(parameters, context),
                    tuple(laes_maal(navn.strip(), store) for navn in flere if navn.strip()),
                )
                fundet = gennemgang.find()
                _fortael(fundet, feedback)
                if fundet and self.parameterAsBool(parameters, self.REMOVE, context):
                    udfald = gennemgang.fjern()
                    _fortael_rest(udfald, feedback)
        except (StoreFejl, UdgivelsesFejl) as fejl:
            raise QgsProcessingException(str(fejl)) from None
        if rapport:
            _skriv(Path(rapport), fundet, udfald)
        return {
            "FOUND": len(fundet),
            "REMOVED": len(udfald.fjernet),
            "LEFT": len(udfald.efterladt),
            **({self.REPORT: rapport} if rapport else {}),
        }

    def _fotomappe(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        from moedested_plugin.store import er_geopackage

        valgt = self.parameterAsFile(parameters, self.PHOTOS, context)
        store = self.parameterAsString(parameters, self.STORE, context)
        if valgt:
            return Path(valgt)
        return Path(store).absolute().parent if er_geopackage(store) else None


def _laest(sti: Path) -> Eftersoegt:
    from moedested_plugin.domain.eftersoegt import MINDST, Eftersoegt, ForKort

    try:
        indhold = sti.read_bytes()
    except OSError:
        raise QgsProcessingException(
            tr("Tekstfilen {} kan ikke læses. Vælg en anden.").format(sti)
        ) from None
    try:
        tekst = indhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = indhold.decode("cp1252", "replace")  # Notepad
    try:
        return Eftersoegt.af_linjer(tekst)
    except ForKort:
        raise QgsProcessingException(
            tr(
                "Hver linje i tekstfilen skal have mindst {} tegn, og der skal være mindst én."
            ).format(MINDST)
        ) from None


def _linje(sted: Forekomst) -> str:
    return " · ".join(del_ for del_ in (sted.sted, sted.tabel, sted.noegle, sted.felt) if del_)


def _fortael(fundet: Iterable[Forekomst], feedback: QgsProcessingFeedback) -> None:
    """Say where, never what."""
    linjer = [*map(_linje, fundet)]
    for linje in linjer[:_LINJER]:
        feedback.pushInfo(linje)
    if len(linjer) > _LINJER:
        feedback.pushInfo(tr("… og {} mere.").format(len(linjer) - _LINJER))
    feedback.pushInfo(tr("Fundet {} steder.").format(len(linjer)))


def _fortael_rest(udfald: Fjernelse, feedback: QgsProcessingFeedback) -> None:
    feedback.pushInfo(tr("Fjernet {} steder.").format(len(udfald.fjernet)))
    for sted, grund in udfald.efterladt[:_LINJER]:
        hvorfor = oversat(grund) if grund else tr("Det er en nøgle. Ret rækken i hånden.")
        feedback.pushWarning(tr("Står stadig: {}. {}").format(_linje(sted), hvorfor))


def _skriv(rapport: Path, fundet: Iterable[Forekomst], udfald: Fjernelse) -> None:
    indhold = {
        "fundet": [asdict(sted) for sted in fundet],
        "fjernet": [asdict(sted) for sted in udfald.fjernet],
        "efterladt": [{**asdict(sted), "grund": grund} for sted, grund in udfald.efterladt],
    }
    rapport.write_text(json.dumps(indhold, ensure_ascii=False, indent=1), encoding="utf-8")
