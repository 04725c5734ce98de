# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:persondata`: where a person's data stand, and away with them.

What is looked for comes in a file: QGIS keeps the parameters of what it has run in its own history, and a command line
can be read by everybody on the machine.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from moedested_plugin.i18n import oversat, tr

from .algoritme import Algoritme, bruger, fortael, skriv_json

if TYPE_CHECKING:
    from collections.abc import Collection

    from moedested_plugin.domain.eftersoegt import Eftersoegt
    from moedested_plugin.store.persondata import Fjernelse, Forekomst


class Persondata(Algoritme):
    """A thin shell around `Gennemgang`."""

    ID, ORD = "persondata", ("gdpr", "persondata", "cpr", "slet", "privatliv")

    i_hovedtraad = False

    SEARCH, REMOVE, TARGET, PHOTOS = "SEARCH", "REMOVE", "TARGET", "PHOTOS"

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Find og fjern personoplysninger")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Viser, hvor en persons oplysninger står, og fjerner dem, når du siger til.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Skriv det, der skal findes, i en tekstfil: navn, mail, telefon og CPR-nummer på hver sin linje. Slet filen bagefter.\n\n"
            "Der søges i datalageret med historik, modtagne rækker, fund og logge, i sikkerhedskopierne, i fotos' filnavne og i alle "
            "gemte udgivelser.\n\n"
            "Kør først uden Fjern, og se listen. Med Fjern bliver oplysningerne taget ud, hvor de står; rækkerne bliver. "
            "Det kan ikke fortrydes. Udgiv bagefter, og kør så en gang til.\n\n"
            "I PostGIS skal du have ejerens rolle. Loggen får kun antal, aldrig selve oplysningerne."
        )

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
        self.tilfoej_rapport()
        self.addOutput(QgsProcessingOutputNumber("FOUND", tr("Fundet")))
        self.addOutput(QgsProcessingOutputNumber("REMOVED", tr("Fjernet")))
        self.addOutput(QgsProcessingOutputNumber("LEFT", tr("Står stadig")))

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Find, and remove where that is asked for."""
        from moedested_plugin.publishing.fejl import UdgivelsesFejl
        from moedested_plugin.publishing.maal import laes_maal
        from moedested_plugin.publishing.persondata import Gennemgang
        from moedested_plugin.store.persondata import Fjernelse

        rapport = self.rapport(parameters, context)
        eftersoegt = _laest(Path(self.parameterAsFile(parameters, self.SEARCH, context)))
        flere = self.parameterAsString(parameters, self.TARGET, context).split(";")
        udfald = Fjernelse()
        with self.aabnet_store(parameters, context, UdgivelsesFejl) as store:
            gennemgang = Gennemgang(
                store,
                eftersoegt,
                bruger(),
                self._fotomappe(parameters, context),
                tuple(laes_maal(navn.strip(), store) for navn in flere if navn.strip()),
            )
            fundet = gennemgang.find()
            _fortael(fundet, feedback)
            if fundet and self.parameterAsBool(parameters, self.REMOVE, context):
                udfald = gennemgang.fjern()
                _fortael_rest(udfald, feedback)
        if rapport:
            skriv_json(rapport, _som_json(fundet, udfald))
        return {
            "FOUND": len(fundet),
            "REMOVED": len(udfald.fjernet),
            "LEFT": len(udfald.efterladt),
            **({self.REPORT: str(rapport)} if rapport else {}),
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


def _fortael(fundet: Collection[Forekomst], feedback: QgsProcessingFeedback) -> None:
    """Say where, never what."""
    fortael(feedback.pushInfo, map(_linje, fundet), len(fundet))
    feedback.pushInfo(tr("Fundet {} steder.").format(len(fundet)))


def _fortael_rest(udfald: Fjernelse, feedback: QgsProcessingFeedback) -> None:
    feedback.pushInfo(tr("Fjernet {} steder.").format(len(udfald.fjernet)))
    rest = (
        tr("Står stadig: {}. {}").format(
            _linje(sted),
            oversat(grund) if grund else tr("Det er en nøgle. Ret rækken i hånden."),
        )
        for sted, grund in udfald.efterladt
    )
    fortael(feedback.pushWarning, rest, len(udfald.efterladt))


def _som_json(fundet: Collection[Forekomst], udfald: Fjernelse) -> dict[str, Any]:
    return {
        "fundet": [asdict(sted) for sted in fundet],
        "fjernet": [asdict(sted) for sted in udfald.fjernet],
        "efterladt": [{**asdict(sted), "grund": grund} for sted, grund in udfald.efterladt],
    }
