# SPDX-License-Identifier: GPL-2.0-or-later
"""`moedested:importsource`: a file or service into the store, as a preview or for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from moedested_plugin.i18n import tr
from moedested_plugin.paths import same_file
from moedested_plugin.sources.politik import POLITIKKER

from .algoritme import LINJER, Algoritme, bruger, fortael, skriv_json

if TYPE_CHECKING:
    from moedested_plugin.sources.anvend import Resultat
    from moedested_plugin.sources.plan import Plan
    from moedested_plugin.store import Store

#: What two layers of one PostGIS store have in common.
_DATABASE = ("dbname", "host", "port", "service", "schema")


class ImportSource(Algoritme):
    """A thin shell around `lav_plan` and `anvend`."""

    ID, ORD = "importsource", ("import", "geofa", "naturlandet", "hent", "kilde")

    i_hovedtraad = False

    INPUT = "INPUT"
    LAYER = "LAYER"
    PROFILE = "PROFILE"
    APPLY = "APPLY"
    CONFLICTS = "CONFLICTS"
    COUNTS = ("NEW", "CHANGED", "UNCHANGED", "GONE", "CONFLICT", "REJECTED")

    def __init__(self) -> None:
        super().__init__()
        self._ugemte: list[tuple[str, str]] = []

    def displayName(self) -> str:
        """What the toolbox shows."""
        return tr("Hent fra en kilde")

    def shortDescription(self) -> str:
        """One line."""
        return tr("Sammenligner en fil eller tjeneste med datalageret, og henter ændringerne ind.")

    def shortHelpString(self) -> str:
        """What stands beside the parameters."""
        return tr(
            "Læser en fil, en mappe eller en WFS, og viser, hvad der er nyt, ændret, borte, i konflikt eller afvist.\n\n"
            "Uden Gem ændringerne bliver intet ændret. Med bliver det hele gemt på én gang efter en sikkerhedskopi, og "
            "kan fortrydes, indtil der importeres igen. Rækker, der er borte hos kilden, bliver altid.\n\n"
            "Profilen siger, hvilke kolonner der hører til hvilke felter. Står den tom, bruges den, der kender laget.\n\n"
            "Konflikter: keep beholder vores, take tager kildens, report lader dem ligge til næste gang. En række, der "
            "ligner en, vi har, bliver knyttet til den med keep og take.\n\n"
            "Rapporten (.json) har hver ændring felt for felt og hver afvist række med grunden."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare parameters and outputs; ids are stable."""
        self.tilfoej_store()
        self.addParameter(
            QgsProcessingParameterString(
                self.INPUT, tr("Fil, mappe eller adresse (WFS)"), optional=True
            )
        )
        self.addParameter(QgsProcessingParameterString(self.LAYER, tr("Lag"), optional=True))
        self.addParameter(
            QgsProcessingParameterString(
                self.PROFILE,
                tr("Profil: navn eller fil (.json). Tom: den, der kender laget"),
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterBoolean(self.APPLY, tr("Gem ændringerne"), False))
        self.addParameter(
            QgsProcessingParameterEnum(
                self.CONFLICTS,
                tr("Konflikter"),
                list(POLITIKKER),
                defaultValue="report",
                usesStaticStrings=True,
            )
        )
        self.tilfoej_rapport()
        navne = {
            "NEW": tr("Nye"), "CHANGED": tr("Ændrede"), "UNCHANGED": tr("Uændrede"), "GONE": tr("Borte"),
            "CONFLICT": tr("Konflikter"), "REJECTED": tr("Afviste"),
        }  # fmt: skip
        for navn in self.COUNTS:
            self.addOutput(QgsProcessingOutputNumber(navn, navne[navn]))
        self.addOutput(QgsProcessingOutputString("RUN", tr("Kørsel")))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> bool:
        """Look for unsaved edits: layers belong to the main thread, where this is called."""
        del parameters, feedback
        self._ugemte = ugemte_lag(context.project())
        return True

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Preview, and apply when asked to."""
        from moedested_plugin.project.lag import FELTKOPI
        from moedested_plugin.sources.anvend import KanIkkeAnvendes
        from moedested_plugin.sources.fejl import LaeseFejl
        from moedested_plugin.sources.importer import lav_plan
        from moedested_plugin.sources.laest import Kilde
        from moedested_plugin.sources.profil import ProfilFejl

        kilde = Kilde(
            self.parameterAsString(parameters, self.INPUT, context).strip(),
            lag=self.parameterAsString(parameters, self.LAYER, context).strip() or None,
        )
        rapport = self.rapport(parameters, context)
        afslag = (LaeseFejl, ProfilFejl, KanIkkeAnvendes)
        with self.aabnet_store(parameters, context, *afslag) as store:
            profil = self.parameterAsString(parameters, self.PROFILE, context)
            if profil.strip().casefold() == FELTKOPI and not kilde.lag:
                return self._hjem(parameters, context, feedback, store, Path(kilde.sti), rapport)
            with lav_plan(store, kilde, profil, feedback) as plan:
                return self._udfoer(parameters, context, feedback, store, plan, rapport)

    def _hjem(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        store: Store,
        sti: Path,
        rapport: Path | None,
    ) -> dict[str, Any]:
        """A whole field copy: all its tables, and its photos into the folder of the store."""
        from moedested_plugin.project.lag import FELTKOPI
        from moedested_plugin.sources.feltkopi_hjem import hent_hjem

        oensket = self.parameterAsEnumString(parameters, self.CONFLICTS, context)
        gem = self.parameterAsBoolean(parameters, self.APPLY, context)
        hjem = hent_hjem(
            store,
            sti,
            _projektmappe(store, context.project()),
            bruger(),
            next(politik for politik in POLITIKKER if politik == oensket),
            feedback,
            gem=gem,
            ugemte=[navn for navn, kilde in self._ugemte if hoerer_til(kilde, store)],
        )
        for linje in hjem.linjer():
            feedback.pushInfo(linje)
        antal = {navn: hjem.i_alt(navn) for navn in self.COUNTS}
        if rapport:
            indhold = {"profil": FELTKOPI, "antal": hjem.antal, "linjer": list(hjem.linjer())}
            skriv_json(rapport, indhold)
        koersel = hjem.koersler[-1] if hjem.koersler else ""
        return {**antal, "RUN": koersel, **({self.REPORT: str(rapport)} if rapport else {})}

    def _udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        store: Store,
        plan: Plan,
        rapport: Path | None,
    ) -> dict[str, Any]:
        from moedested_plugin.sources.anvend import anvend
        from moedested_plugin.sources.rapport import skriv_rapport, taellinger

        oensket = self.parameterAsEnumString(parameters, self.CONFLICTS, context)
        plan.afgoer(next(politik for politik in POLITIKKER if politik == oensket))
        antal = taellinger(plan)
        resultat: Resultat | None = None
        if self.parameterAsBoolean(parameters, self.APPLY, context):
            aabne = [navn for navn, kilde in self._ugemte if hoerer_til(kilde, store)]
            resultat = anvend(store, plan, bruger(), feedback, ugemte=aabne)
        for bemaerkning in plan.maal.bemaerkninger:
            feedback.pushInfo(bemaerkning)
        afviste = (
            tr("Række {}: {}").format(aendring.raa_nr, aendring.grund)
            for aendring in plan.raekker(["afvist"], hoejst=LINJER)
        )
        fortael(feedback.pushWarning, afviste, antal["REJECTED"])
        feedback.pushInfo(
            tr(
                "Nye {NEW}, ændrede {CHANGED}, uændrede {UNCHANGED}, borte {GONE}, konflikter {CONFLICT}, afviste {REJECTED}."
            ).format(**antal)
        )
        if rapport:
            skriv_rapport(rapport, plan, resultat, antal)
        koersel = (resultat.koersel_id if resultat else None) or ""
        return {**antal, "RUN": koersel, **({self.REPORT: str(rapport)} if rapport else {})}


def _projektmappe(store: Store, projekt: QgsProject | None) -> Path:
    """Where the paths of photos begin: a GeoPackage lies in the folder of its project."""
    from moedested_plugin.sources.profil import ProfilFejl

    if store.provider == "ogr":
        return Path(store.adresse).parent
    if projekt is None or not projekt.absolutePath():
        raise ProfilFejl(
            tr("Åbn først kommunens projekt, så fotos fra marken har et sted at ligge.")
        )
    return Path(projekt.absolutePath())


def ugemte_lag(project: QgsProject | None) -> list[tuple[str, str]]:
    """(name, source) of the layers of the project that have edits which are not saved."""
    lag = project.mapLayers().values() if project is not None else ()
    return [
        (et.name(), et.source())
        for et in lag
        if isinstance(et, QgsVectorLayer) and et.isEditable() and et.isModified()
    ]


def hoerer_til(kilde: str, store: Store) -> bool:
    """Whether a layer's source is a table of the store."""
    register = QgsProviderRegistry.instance()
    dele, egne = (
        register.decodeUri(store.provider, uri) for uri in (kilde, store.uri("moedested"))
    )
    if store.provider == "ogr":
        return same_file(dele.get("path", ""), egne["path"])
    return all(dele.get(del_) == egne.get(del_) for del_ in _DATABASE)
