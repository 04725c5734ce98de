# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin's algorithms share: the icon, the thread they run in, the store, the report, and what they say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    Qgis,
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from moedested_plugin.i18n import tr
from moedested_plugin.paths import resource

if TYPE_CHECKING:
    from moedested_plugin.store import Store

#: So many lines of a long list are said; the report has them all.
LINJER = 100


class Algoritme(QgsProcessingAlgorithm):
    """A thin shell around one task. Subclasses import the task where they run it: QGIS starts them all at once."""

    #: Stable: models and scripts name it.
    ID: str
    #: What it is found by, beside the name of the plugin.
    ORD: tuple[str, ...]
    #: Layers, and a login that QGIS may ask for, belong there. A long task that touches neither says False.
    i_hovedtraad = True

    STORE = "STORE"
    REPORT = "REPORT"

    def createInstance(self) -> Algoritme:
        """A fresh one for each run."""
        return type(self)()

    def name(self) -> str:
        """Its id."""
        return self.ID

    def tags(self) -> list[str]:
        """What it is found by."""
        return ["mødested", "moedested", *self.ORD]

    def icon(self) -> QIcon:
        """The plugin's own."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """The plugin's own."""
        return str(resource("icons", "moedested.svg"))

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        """The thread it runs in."""
        if not self.i_hovedtraad:
            return super().flags()
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        """Called by QGIS, which may have nobody to tell."""
        return self.udfoer(parameters, context, feedback or QgsProcessingFeedback())

    def udfoer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Do it; gives the outputs. Raises `QgsProcessingException` with one sentence."""
        raise NotImplementedError

    def tilfoej_store(self) -> None:
        """Declare the store that is there already."""
        self.addParameter(
            QgsProcessingParameterString(
                self.STORE, tr("Data: fil (.gpkg) eller navnet på en PostGIS-forbindelse")
            )
        )

    @contextmanager
    def aabnet_store(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        *fejl: type[Exception],
        feedback: QgsProcessingFeedback | None = None,
        opgrader: bool = True,
    ) -> Iterator[Store]:
        """The store of the parameter, open. What it or a task (`fejl`) refuses is the one sentence that the user gets."""
        from moedested_plugin.store import StoreFejl, aabn

        adresse = self.parameterAsString(parameters, self.STORE, context)
        afslag: tuple[type[Exception], ...] = (StoreFejl, *fejl)
        try:
            with aabn(adresse, feedback, opgrader=opgrader) as store:
                yield store
        except afslag as grund:
            raise QgsProcessingException(str(grund)) from None

    def tilfoej_rapport(self, *, avanceret: bool = False) -> None:
        """Declare the report as JSON."""
        rapport = QgsProcessingParameterFileDestination(
            self.REPORT, tr("Rapport"), tr("JSON (*.json)"), optional=True, createByDefault=False
        )
        if avanceret:
            rapport.setFlags(rapport.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(rapport)

    def rapport(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        """Where the report goes; None when there is to be none. Ask before anything else: it may be no place to write."""
        sti = self.parameterAsFileOutput(parameters, self.REPORT, context)
        if not sti:
            return None
        efterse_rapport(Path(sti))
        return Path(sti)


def bruger() -> str:
    """Who runs it, for the history."""
    return QgsApplication.userLoginName() or "ukendt"


def fortael(sig: Callable[[str], None], linjer: Iterable[str], i_alt: int) -> None:
    """Say the first of the lines, and how many more there are."""
    for linje in islice(linjer, LINJER):
        sig(linje)
    if i_alt > LINJER:
        sig(tr("… og {} mere.").format(i_alt - LINJER))


def skriv_json(sti: Path, indhold: Mapping[str, Any]) -> None:
    """Write a report."""
    skriv_stykker(sti, [json.dumps(indhold, ensure_ascii=False, indent=1)])


def skriv_stykker(sti: Path, stykker: Iterable[str]) -> None:
    """Write a report that comes piece by piece."""
    try:
        with sti.open("w", encoding="utf-8") as fil:
            fil.writelines(stykker)
            fil.write("\n")
    except OSError:
        raise _kan_ikke_skrives(sti) from None


def efterse_rapport(sti: Path) -> None:
    """Before anything else: a report that cannot be written would come too late."""
    if not sti.parent.is_dir():
        raise QgsProcessingException(
            tr("Mappen {} findes ikke. Vælg en anden til rapporten.").format(sti.parent)
        )
    fandtes = sti.exists()
    try:
        with sti.open("a", encoding="utf-8"):
            pass
        if not fandtes:
            sti.unlink()
    except OSError:
        raise _kan_ikke_skrives(sti) from None


def _kan_ikke_skrives(sti: Path) -> QgsProcessingException:
    return QgsProcessingException(
        tr("Der kan ikke skrives i {}. Vælg et andet sted til rapporten.").format(sti)
    )
