# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo's project to print from, and what a finished print is asked by: pdftotext, pdfinfo, pdfimages, pictures."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from moedested_plugin.printing.bestilling import Bestilling, find_papir, find_skabelon
from moedested_plugin.printing.udskriv import Grundlag, Resultat, udskriv
from moedested_plugin.printing.valg import noegler_af_udtryk
from moedested_plugin.project import opret_projekt
from moedested_plugin.project.aabent import KUN_LAESES, store_adresse
from moedested_plugin.store import Store, aabn


@dataclass(frozen=True)
class Pdf:
    """A finished print, as the tools of the system see it."""

    sti: Path

    def tekst(self, side: int | None = None, som: str = "-layout") -> str:
        """The words as they lie on the page; with `-raw` in the order in which they are drawn."""
        valg = [] if side is None else ["-f", str(side), "-l", str(side)]
        return _koer("pdftotext", som, *valg, str(self.sti), "-")

    @property
    def info(self) -> dict[str, str]:
        linjer = _koer("pdfinfo", str(self.sti)).splitlines()
        return {
            navn.strip(): tekst.strip() for navn, _, tekst in (et.partition(":") for et in linjer)
        }

    @property
    def sider(self) -> int:
        return int(self.info["Pages"])

    @property
    def billeder(self) -> int:
        """How many raster pictures it holds."""
        return max(0, len(_koer("pdfimages", "-list", str(self.sti)).splitlines()) - 2)

    def png(self, mappe: Path, side: int = 1, dpi: int = 60) -> Path:
        ud = mappe / f"{self.sti.stem}-{side}"
        _koer(
            "pdftoppm",
            "-r",
            str(dpi),
            "-png",
            "-singlefile",
            "-f",
            str(side),
            str(self.sti),
            str(ud),
        )
        return ud.with_suffix(".png")


def _koer(*led: str) -> str:
    return subprocess.run(led, check=True, capture_output=True, text=True).stdout


@dataclass
class Trykkeri:
    """A project with its store, and orders on it."""

    project: QgsProject
    store: Store
    mappe: Path
    gange: list[Resultat] = field(default_factory=list)

    def grundlag(
        self,
        skabelon: str,
        papir: str = "",
        *,
        filter_: str = "",
        udsnit: QgsRectangle | None = None,
        sprog: str = "da",
        en_fil: bool = True,
        **valg: str,
    ) -> Grundlag:
        valgt = find_skabelon(skabelon)
        noegler = noegler_af_udtryk(self.project, valgt, filter_)
        bestilling = Bestilling(
            valgt, find_papir(papir, valgt), self.mappe / f"ud {len(self.gange)}", noegler, udsnit,
            sprog=sprog, en_fil=en_fil, valg=valg,
        )  # fmt: skip
        return Grundlag(bestilling, self.project, self.store)

    def udskriv(self, skabelon: str, papir: str = "", **mere: Any) -> Resultat:
        svar = udskriv(self.grundlag(skabelon, papir, **mere))
        self.gange.append(svar)
        return svar

    def pdf(self, skabelon: str, papir: str = "", **mere: Any) -> Pdf:
        """Print all into one file."""
        return Pdf(
            next(fil for fil in self.udskriv(skabelon, papir, **mere).filer if fil.suffix == ".pdf")
        )


#: Kept pictures, and how far a page may be from its own: fonts are hinted a little differently on each machine.
BILLEDER = Path(__file__).parents[2] / "samples" / "udskrift"
_GITTER, _AFVIGER, _VAERST = 48, 4.0, 60


def ens_billede(pdf: Pdf, navn: str, mappe: Path, side: int = 1, dpi: int = 50) -> None:
    """Compare a page with its kept picture, both shrunk to a coarse grey grid. Without one it is made, and fails once."""
    nyt = QImage(str(pdf.png(mappe, side, dpi))).convertToFormat(QImage.Format.Format_Grayscale8)
    kendt = BILLEDER / f"{navn}.png"
    if not kendt.is_file():
        kendt.parent.mkdir(exist_ok=True)
        nyt.save(str(kendt))
        pytest.fail(f"{kendt} was made: look at it, and keep it")
    gammelt = QImage(str(kendt)).convertToFormat(QImage.Format.Format_Grayscale8)
    assert (nyt.width(), nyt.height()) == (gammelt.width(), gammelt.height())
    forskelle = [abs(a - b) for a, b in zip(_groft(nyt), _groft(gammelt))]
    assert sum(forskelle) / len(forskelle) < _AFVIGER, f"{navn} looks different on the whole"
    assert max(forskelle) < _VAERST, f"a part of {navn} looks different"


def _groft(billede: QImage) -> list[int]:
    lille = billede.scaled(
        _GITTER,
        _GITTER,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return [lille.pixelColor(x, y).lightness() for y in range(_GITTER) for x in range(_GITTER)]


@pytest.fixture(scope="session")
def lavet_demo(qgis_app: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as it comes; copied by those who change it."""
    mappe = tmp_path_factory.mktemp("demo at udskrive")
    opret_projekt(376, str(mappe / "data.gpkg"), mappe / "projekt.qgz", True, None, QgsFeedback())
    return mappe


def aabent(mappe: Path, ud: Path) -> Iterator[Trykkeri]:
    project = QgsProject()
    assert project.read(str(mappe / "projekt.qgz"), KUN_LAESES)  # as `moedested:printmaps` does
    with aabn(store_adresse(project)) as store:
        yield Trykkeri(project, store, ud)
    project.clear()


@pytest.fixture(scope="module")
def demo(lavet_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trykkeri]:
    """The demo, for tests that only print it."""
    yield from aabent(lavet_demo, tmp_path_factory.mktemp("tryk"))


@pytest.fixture(scope="module")
def kopi_af_demo(lavet_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo of the module's own, to change once."""
    return Path(shutil.copytree(lavet_demo, tmp_path_factory.mktemp("egen") / "Mødested å"))


@pytest.fixture
def egen(lavet_demo: Path, tmp_path: Path) -> Iterator[Trykkeri]:
    """A demo of the test's own, to change before it is printed."""
    yield from aabent(Path(shutil.copytree(lavet_demo, tmp_path / "Mødested æ")), tmp_path)
