# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes everything a municipality begins with: store, background, project. All of it, or nothing."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (  # type: ignore[attr-defined]  # the stubs know no exceptions
    QgsApplication,
    QgsFeedback,
    QgsProject,
    QgsProviderConnectionException,
)
from qgis.PyQt.QtCore import Qt

from moedested_plugin import store as stores
from moedested_plugin.i18n import tr
from moedested_plugin.store import Kommune, Store

from .background import Background, read_boundary, write_background
from .byg import ProjektFejl, byg_projekt
from .eksempel import KOMMUNEKODE, skriv_eksempler
from .graense import gem_graense
from .kommuner import find_kommune

logger = logging.getLogger(__name__)

#: Windows stops at 260, and SQLite adds a few of its own.
LAENGSTE_STI = 240
ULOVLIGE_TEGN = frozenset('<>:"|?*')


@dataclass(frozen=True)
class Bestilling:
    """What is to be made: for whom, and where."""

    kommunekode: int
    store_adresse: str
    projektfil: Path
    demo: bool = False
    graense: Path | None = None
    geofa_bruger: str = ""
    #: The store is there already, with its data: only a project (and its background) is made.
    store_findes: bool = False

    @property
    def baggrundsfil(self) -> Path:
        """The background lies beside the project and moves with it."""
        return self.projektfil.with_name(f"{self.projektfil.stem}_baggrund.gpkg")


@dataclass(frozen=True)
class Resultat:
    """What was made."""

    store: str
    projektfil: Path
    kommune: Kommune
    eksempler: int


def opret(bestilling: Bestilling, feedback: QgsFeedback) -> Resultat:
    """Make it; raises ProjektFejl, StoreFejl or BackgroundError, each with one sentence, and leaves nothing behind."""
    kommune = _kommune(bestilling)
    skal_kunne_laves(bestilling)
    with ExitStack() as fortryd:
        resultat = _lav(bestilling, kommune, feedback, fortryd)
        fortryd.pop_all()
    return resultat


def _lav(
    bestilling: Bestilling, kommune: Kommune, feedback: QgsFeedback, fortryd: ExitStack
) -> Resultat:
    adresse, projektfil = bestilling.store_adresse, bestilling.projektfil
    fortryd.callback(_fjern, bestilling.baggrundsfil)
    baggrund = write_background(
        bestilling.baggrundsfil, kommune.kode, _graense(bestilling), _del(feedback, 0, 15)
    )
    _bliv_ved(feedback)
    with ExitStack() as aabent:
        if bestilling.store_findes:
            store = aabent.enter_context(stores.aabn(adresse, feedback, opgrader=False))
            _skal_vaere_kommunens(store, kommune)
        else:
            store = aabent.enter_context(stores.opret(adresse, kommune, _del(feedback, 15, 40)))
            fortryd.callback(_fjern_store, adresse)
        _bliv_ved(feedback)
        antal = 0 if bestilling.store_findes else _fyld(bestilling, store, kommune)
        _bliv_ved(feedback)
        fortryd.callback(_fjern, projektfil)
        _skriv_projekt(bestilling, store, baggrund, kommune, _del(feedback, 50, 100))
        _bliv_ved(feedback)
        return Resultat(store.adresse, projektfil, kommune, antal)


def _fyld(bestilling: Bestilling, store: Store, kommune: Kommune) -> int:
    """Settings, boundary and examples of a new store; gives how many examples."""
    if bestilling.geofa_bruger:
        store.saet_indstilling("geofa_bruger", bestilling.geofa_bruger)
    graense = _graense(bestilling)
    if graense is not None:
        gem_graense(store, read_boundary(graense, kommune.kode))
    return skriv_eksempler(store, QgsApplication.userLoginName()) if bestilling.demo else 0


def _skal_vaere_kommunens(store: Store, kommune: Kommune) -> None:
    deres = store.indstilling("kommune", {})
    if not isinstance(deres, Mapping) or deres.get("kode") != kommune.kode:
        raise ProjektFejl(
            tr(
                "Mødestederne i {store} hører ikke til {kommune}. Vælg den kommune, de hører til."
            ).format(store=store.adresse, kommune=kommune.navn)
        )


def _skriv_projekt(
    bestilling: Bestilling,
    store: Store,
    baggrund: Background,
    kommune: Kommune,
    feedback: QgsFeedback,
) -> None:
    project = QgsProject()
    try:
        byg_projekt(project, store, bestilling.projektfil, baggrund, kommune, feedback)
    finally:
        project.clear()  # lets go of the files, which Windows would else not let us remove


# What can be seen to be wrong before anything is made ------------------------------------------------


def _kommune(bestilling: Bestilling) -> Kommune:
    kommune = find_kommune(str(bestilling.kommunekode))
    if kommune is None:
        raise ProjektFejl(
            tr(
                "Kommunen {kode} findes ikke. Skriv en af de 98 kommuners kode eller navn, fx 376 eller Guldborgsund."
            ).format(kode=bestilling.kommunekode)
        )
    if bestilling.demo and bestilling.store_findes:
        raise ProjektFejl(
            tr("Eksempler kan kun lægges i et nyt datalager. Lav projektet uden eksempler.")
        )
    if bestilling.demo and kommune.kode != KOMMUNEKODE:
        raise ProjektFejl(
            tr(
                "Eksemplerne ligger i Guldborgsund. Vælg kommune 376, eller lav projektet uden eksempler."
            )
        )
    return kommune


def skal_kunne_laves(bestilling: Bestilling) -> None:
    """Raise ProjektFejl with the first thing that stands in the way, before anything is made."""
    projektfil, adresse = bestilling.projektfil, bestilling.store_adresse
    if projektfil.suffix.lower() != ".qgz":
        raise ProjektFejl(
            tr("Projektets navn skal ende på .qgz. Ret {fil}.").format(fil=projektfil.name)
        )
    if not adresse.strip():
        raise ProjektFejl(
            tr(
                "Skriv, hvor data skal ligge: en fil, der ender på .gpkg, eller navnet på en forbindelse."
            )
        )
    nye = [projektfil, bestilling.baggrundsfil]
    if stores.er_geopackage(adresse) and not bestilling.store_findes:
        nye.insert(0, Path(adresse))
    for fil in nye:
        skal_vaere_ny(fil)
    mappen_skal_kunne_skrives(projektfil.parent)
    if stores.er_geopackage(adresse):
        _skal_ligge_ved_projektet(Path(adresse), projektfil)
    elif "/" in adresse or "\\" in adresse:
        raise ProjektFejl(
            tr("Datafilens navn skal ende på .gpkg. Ret {fil}.").format(fil=Path(adresse).name)
        )


def skal_vaere_ny(fil: Path) -> None:
    """Raise ProjektFejl when no file of that name can be made."""
    if ULOVLIGE_TEGN & set(fil.name):
        raise ProjektFejl(
            tr(
                "Filnavnet {fil} har et tegn, som Windows ikke kan bruge. Vælg et andet navn."
            ).format(fil=fil.name)
        )
    laengde = len(str(fil.absolute()))
    if laengde > LAENGSTE_STI:
        raise ProjektFejl(
            tr(
                "Stien til {fil} er på {laengde} tegn. Vælg en mappe med kortere sti; højst {hoejst} tegn."
            ).format(
                fil=f"{fil.stem[:20]}…{fil.suffix}" if len(fil.name) > 30 else fil.name,
                laengde=laengde,
                hoejst=LAENGSTE_STI,
            )
        )
    if fil.exists():
        raise ProjektFejl(
            tr("{fil} findes allerede. Vælg et andet navn, eller flyt den gamle fil.").format(
                fil=fil.name
            )
        )


def mappen_skal_kunne_skrives(mappe: Path) -> None:
    """Raise ProjektFejl when there is no such folder, or it may not be written."""
    if not mappe.is_dir():
        raise ProjektFejl(
            tr("Mappen {mappe} findes ikke. Opret den først, eller vælg en anden.").format(
                mappe=mappe
            )
        )
    try:
        # The only question that Windows answers truly: rights, quotas and read-only shares all count.
        with tempfile.TemporaryFile(dir=mappe):
            pass
    except OSError:
        raise ProjektFejl(
            tr("Du må ikke skrive i mappen {mappe}. Vælg en anden mappe.").format(mappe=mappe)
        ) from None


def _skal_ligge_ved_projektet(fil: Path, projektfil: Path) -> None:
    """The folder is what a colleague copies: with the data outside it the project would open empty."""
    if projektfil.parent.resolve() not in fil.resolve().parents:
        raise ProjektFejl(
            tr("Læg {fil} i samme mappe som projektet, så de kan flyttes sammen.").format(
                fil=fil.name
            )
        )
    mappen_skal_kunne_skrives(fil.parent)


def _graense(bestilling: Bestilling) -> Path | None:
    graense = bestilling.graense
    return graense if graense is not None and graense.name else None


# On the way ------------------------------------------------------------------------------------------


def _bliv_ved(feedback: QgsFeedback) -> None:
    if feedback.isCanceled():
        raise ProjektFejl(tr("Projektet blev ikke lavet, fordi du afbrød."))


def _del(feedback: QgsFeedback, fra: float, til: float) -> QgsFeedback:
    """Give the feedback of one step, which is this part of the whole."""
    trin = QgsFeedback()
    trin.progressChanged.connect(lambda p: feedback.setProgress(fra + (til - fra) * p / 100))
    # Directly: the thread that waits in the step has no event loop.
    feedback.canceled.connect(trin.cancel, Qt.ConnectionType.DirectConnection)  # type: ignore[call-arg]  # the stubs know one argument
    if feedback.isCanceled():
        trin.cancel()
    return trin


def _fjern_store(adresse: str) -> None:
    try:
        stores.fortryd_oprettelse(adresse)
    except (OSError, QgsProviderConnectionException) as fejl:
        logger.warning("Datalageret kunne ikke fjernes igen: %s", type(fejl).__name__)


def _fjern(fil: Path) -> None:
    for ende in ("", "-wal", "-shm", "-journal"):
        try:
            fil.with_name(fil.name + ende).unlink(missing_ok=True)
        except OSError:  # another program has opened it meanwhile
            logger.warning("Filen %s kunne ikke fjernes igen.", fil.name)
