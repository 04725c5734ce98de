# SPDX-License-Identifier: GPL-2.0-or-later
"""The conduct of a print: from an order to files, page by page; a page that fails is named, the others are made."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsAbstractLayoutIterator,
    QgsFeedback,
    QgsLayout,
    QgsLayoutExporter,
)

from moedested_plugin.domain.navne import filnavn
from moedested_plugin.i18n import tr

from .bestilling import UdskriftFejl
from .fliser import del_i_fliser, find_fliser
from .hus import Hus, hus
from .lag import offentlige_lag
from .ord import Ord
from .pdf import Dokument, PdfFejl, beskriv, er_hel
from .pdf_maerker import Side
from .stil import DPI
from .stof import Raekke, Stof

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProject

    from moedested_plugin.store import Store

    from .ark import Ark
    from .bestilling import Bestilling

_LOG = logging.getLogger(__name__)


@dataclass
class Grundlag:
    """What a product is made of: the order, the rows, the house style, the layers of the map."""

    bestilling: Bestilling
    project: QgsProject
    store: Store
    i_dag: dt.date = field(default_factory=lambda: dt.datetime.now().astimezone().date())
    feedback: QgsFeedback = field(default_factory=QgsFeedback)
    #: Sentences for the user that do not stop the print.
    bemaerkninger: list[str] = field(default_factory=list)

    @cached_property
    def stof(self) -> Stof:
        """The public rows."""
        return Stof(self.store)

    @cached_property
    def hus(self) -> Hus:
        """The house style."""
        return hus(self.store)

    @cached_property
    def lag(self) -> list[QgsMapLayer]:
        """The layers of a map for the public."""
        # an A2 hangs on a wall: signs grow with the paper, though less than its type
        forstoerrelse = max(1.0, self.bestilling.papir.skala**0.6)
        return offentlige_lag(self.project, self.store, forstoerrelse)

    def valgte(self, raekker: list[Raekke], noegle: str) -> list[Raekke]:
        """The rows of the order. Raises `UdskriftFejl` where none is left."""
        noegler = self.bestilling.noegler
        fundet = [raekke for raekke in raekker if noegler is None or raekke[noegle] in noegler]
        if not fundet:
            raise UdskriftFejl(
                tr(
                    "Der er intet at udskrive. Kun det, der er synligt for alle, udskrives: se felterne Synlighed, Livscyklus og Status."
                )
            )
        if noegler is not None and len(fundet) < len(noegler):
            self.bemaerkninger.append(
                tr("{} af de valgte er ikke synlige for alle og er ikke udskrevet.").format(
                    len(noegler) - len(fundet)
                )
            )
        return fundet


@dataclass(frozen=True)
class Blad:
    """One piece of a print that is made, and may fail, by itself: `lav` lays it out, `bilag` writes files beside it."""

    navn: str
    lav: Callable[[], Ark]
    bilag: Callable[[Path], list[Path]] | None = None


@dataclass(frozen=True)
class Fejlet:
    """A page that could not be made."""

    navn: str
    grund: str


@dataclass(frozen=True)
class Resultat:
    """The files of a print, what failed, and what is to be said."""

    filer: tuple[Path, ...]
    sider: int
    fejl: tuple[Fejlet, ...]
    bemaerkninger: tuple[str, ...]


class Afbrudt(Exception):
    """The user cancelled; nothing was left."""


def udskriv(grundlag: Grundlag) -> Resultat:
    """Print the order. Raises `UdskriftFejl`, or `Afbrudt`, and leaves the folder as it was."""
    bestilling = grundlag.bestilling
    blade = lav_blade(grundlag)
    mappe = bestilling.mappe
    var_der = mappe.exists()
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        arbejde = Path(tempfile.mkdtemp(prefix=".udskrift-", dir=mappe))
    except OSError:
        raise UdskriftFejl(
            tr("Der kan ikke skrives i mappen {}. Vælg en anden.").format(mappe)
        ) from None
    try:
        gang = _Gang(grundlag, arbejde, len(blade))
        stakke = [blade] if bestilling.samlet else [[blad] for blad in blade]
        navne = filnavne(bestilling, blade)
        for navn, stak in zip(navne, stakke):
            gang.skriv(arbejde / navn, stak)
        if not gang.skrevet:
            raise UdskriftFejl(
                tr("Intet kunne udskrives. {}: {}").format(gang.fejl[0].navn, gang.fejl[0].grund)
            )
        filer = _alle_paa_plads(gang, mappe)
    finally:
        shutil.rmtree(arbejde, ignore_errors=True)
        if not var_der:
            with contextlib.suppress(OSError):  # it has files in it
                mappe.rmdir()
    return Resultat(tuple(filer), gang.sider, tuple(gang.fejl), tuple(grundlag.bemaerkninger))


def lav_blade(grundlag: Grundlag) -> list[Blad]:
    """The pages of the order, not yet laid out. Raises `UdskriftFejl` where there is none."""
    blade = list(grundlag.bestilling.skabelon.blade(grundlag))
    if not blade:
        raise UdskriftFejl(tr("Der er intet at udskrive. Vælg noget andet."))
    return blade


def filnavne(bestilling: Bestilling, blade: list[Blad]) -> list[str]:
    """File names that sort as the pages do and bear their names."""
    sprog = "" if bestilling.sprog == "da" else f"_{bestilling.sprog}"
    if bestilling.samlet:
        return [f"{bestilling.filnavn or bestilling.skabelon.id}{sprog}.pdf"]
    ud: list[str] = []
    for blad in blade:
        grund = f"{bestilling.skabelon.id}_{filnavn(blad.navn)}{sprog}"
        navn, gange = grund, 1
        while f"{navn}.pdf" in ud:
            gange += 1
            navn = f"{grund}_{gange}"
        ud.append(f"{navn}.pdf")
    return ud


def _alle_paa_plads(gang: _Gang, mappe: Path) -> list[Path]:
    """Put the files where they belong. One of a series that is open elsewhere is named, the others come."""
    filer: list[Path] = []
    laaste: list[UdskriftFejl] = []
    for fil in gang.skrevet:
        try:
            filer.append(_paa_plads(fil, mappe))
        except UdskriftFejl as fejl:
            laaste.append(fejl)
            gang.fejl.append(Fejlet(fil.name, str(fejl)))
    if laaste and not filer:
        raise laaste[0]
    return filer


def _paa_plads(fil: Path, mappe: Path) -> Path:
    maal = mappe / fil.name
    try:
        return fil.replace(maal)
    except OSError:
        raise UdskriftFejl(
            tr(
                "{} kan ikke skrives. Luk den, hvis den er åben i et andet program, og prøv igen."
            ).format(maal)
        ) from None


def _ingen_plads(fil: Path) -> UdskriftFejl:
    return UdskriftFejl(tr("{} kan ikke skrives. Er der plads på drevet?").format(fil.name))


class _Gang:
    """One run: writes stacks of pages, and keeps count."""

    def __init__(self, grundlag: Grundlag, arbejde: Path, blade: int) -> None:
        self.grundlag = grundlag
        self.skrevet: list[Path] = []
        self.fejl: list[Fejlet] = []
        self.sider = 0
        self._arbejde = arbejde
        self._blade = blade
        self._faerdige = 0
        self._fliser = find_fliser(grundlag.bestilling.valg.get("fliser", ""))

    def skriv(self, fil: Path, stak: list[Blad]) -> None:
        """Write the pages into one file; none where all of them fail."""
        raekke = _Raekke(self, stak)
        if not raekke.klar():
            return
        svar, fejl = QgsLayoutExporter.exportToPdf(raekke, str(fil), pdf_indstillinger())
        self._standset()
        if raekke.opstaaet is not None:
            raise raekke.opstaaet
        # QGIS says Success of a file that a full drive has cut off
        if svar != QgsLayoutExporter.ExportResult.Success or not er_hel(fil):
            _LOG.warning("Export failed: %s %s", svar, fejl)
            raise _ingen_plads(fil)
        if self._fliser is not None:
            fliser = del_i_fliser(fil, self._fliser)
            raekke.laest = [
                Side(f"{raekke.laest[et.side - 1].titel} {et.raekke}.{et.kolonne}") for et in fliser
            ]
        self._beskriv(fil, raekke)
        self.skrevet.append(fil)
        self.sider += len(raekke.laest)
        for blad in raekke.lavet:
            if blad.bilag is not None:
                try:
                    self.skrevet += blad.bilag(self._arbejde)
                except OSError:
                    raise _ingen_plads(Path(blad.navn)) from None

    def _beskriv(self, fil: Path, raekke: _Raekke) -> None:
        """Give the file its title, language, list of contents and alternative texts. It can be read without."""
        bestilling, kommune = self.grundlag.bestilling, self.grundlag.hus.kommune
        ord_ = Ord(bestilling.sprog)
        flere = len(raekke.lavet) > 1 and not bestilling.skabelon.haefte
        titel = ord_("Mødesteder i {}").format(kommune) if flere else raekke.lavet[0].navn
        dokument = Dokument(
            titel, bestilling.sprog, ord_("Mødesteder i {}").format(kommune), kommune,
            (ord_("Mødesteder"), kommune), tuple(raekke.laest),
        )  # fmt: skip
        try:
            if not beskriv(fil, dokument):
                _LOG.info("%s was not tagged", fil.name)
        except PdfFejl as fejl:
            _LOG.warning("%s was not described: %s", fil.name, fejl)

    def lav(self, blad: Blad) -> Ark | None:
        """Lay a page out; None where it cannot be, and then the page is named."""
        self._standset()
        self._faerdige += 1
        self.grundlag.feedback.setProgress(100 * (self._faerdige - 1) / self._blade)
        try:
            return blad.lav()
        except Afbrudt:
            raise
        except UdskriftFejl as fejl:
            self.fejl.append(Fejlet(blad.navn, str(fejl)))
        except Exception:  # one page must not take the others with it
            _LOG.exception("A page of %s failed", self.grundlag.bestilling.skabelon.id)
            self.fejl.append(Fejlet(blad.navn, tr("Siden kunne ikke laves. Se loggen.")))
        return None

    def _standset(self) -> None:
        if self.grundlag.feedback.isCanceled():
            raise Afbrudt


class _Raekke(QgsAbstractLayoutIterator):
    """Hands the exporter one layout after the other, each made when its turn comes."""

    def __init__(self, gang: _Gang, stak: list[Blad]) -> None:
        super().__init__()
        self.lavet: list[Blad] = []
        self.laest: list[Side] = []
        self.opstaaet: Exception | None = None
        self._gang = gang
        self._kommende = iter(stak)
        self._antal = len(stak)
        self._naeste: tuple[Blad, Ark] | None = None
        self._ark: Ark | None = None

    def klar(self) -> bool:
        """Whether there is a page at all: the exporter makes no file without one."""
        self._find()
        return self._naeste is not None

    def _find(self) -> None:
        self._naeste = None
        for blad in self._kommende:
            ark = self._gang.lav(blad)
            if ark is not None:
                self._naeste = (blad, ark)
                return

    # QGIS calls these -----------------------------------------------------------------------------------

    def next(self) -> bool:
        """Go on to the next layout."""
        try:
            if self._naeste is None:
                self._find()
        except Exception as fejl:  # an exception must not pass through QGIS
            self.opstaaet = fejl
            return False
        if self._naeste is None:
            return False
        blad, self._ark = self._naeste
        self._naeste = None
        self.lavet.append(blad)
        self.laest += self._ark.laest(blad.navn)
        return True

    def layout(self) -> QgsLayout:
        """The present one."""
        return self._ark.layout  # type: ignore[union-attr]  # QGIS asks after `next`

    def count(self) -> int:
        """How many there are at most."""
        return self._antal

    def beginRender(self) -> bool:  # noqa: N802 (QGIS's name)
        """Nothing to prepare."""
        return True

    def endRender(self) -> bool:  # noqa: N802 (QGIS's name)
        """Nothing to tidy."""
        return True

    def filePath(self, base: str, extension: str) -> str:  # noqa: N802 (QGIS's name)
        """One file for all."""
        return f"{base}.{extension}"


def pdf_indstillinger() -> QgsLayoutExporter.PdfExportSettings:
    """Vector, and text as text: searchable, small, and read aloud."""
    valg = QgsLayoutExporter.PdfExportSettings()
    valg.dpi = DPI
    valg.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    valg.forceVectorOutput = True
    valg.exportMetadata = False
    valg.appendGeoreference = False
    valg.simplifyGeometries = True
    return valg
