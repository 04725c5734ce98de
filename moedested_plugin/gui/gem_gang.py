# SPDX-License-Identifier: GPL-2.0-or-later
"""One save, from the moment before it until control is back in QGIS: what was to be saved, what was heard, what to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QApplication

from moedested_plugin.domain.tekster import genkendt
from moedested_plugin.i18n import oversat, tr
from moedested_plugin.store import StoreFejl

from .gem_buffer import LagBuffer, Raekke
from .gem_kontrol import Fejl
from .konflikt import Konflikt

_AFVISNING = re.compile(r"moedested:\S+ · (?P<besked>[^\n]+)")
_LAAST = ("database is locked", "lock timeout", "SQLITE_BUSY")


class Gang:
    """Keeps what QGIS says while it saves out of sight: it may quote the row, private notes included."""

    def __init__(self, project: QgsProject, bar: QgsMessageBar, buffere: list[LagBuffer]) -> None:
        self.buffere = buffere
        self.fejl: list[Fejl] = []
        self.konflikter: list[Konflikt] = []
        self.hindring: StoreFejl | None = None
        self.versioner: dict[tuple[str, int], int] = {}
        self.versionslag: list[QgsVectorLayer] = []
        self.raekker: Sequence[Raekke] = ()
        self.sidste_linje = 0
        self.gemt = False
        self.sagt = ""
        self._laast = False
        self._project = project
        self._bar = bar
        self._linjer = bar.items()
        self._modal = QApplication.activeModalWidget()
        self._fejltekster = self._nuvaerende_fejl()
        self._stille = False

    @property
    def afslaaet(self) -> bool:
        """Something stands in the way of the save."""
        return bool(self.fejl or self.konflikter or self.hindring)

    @property
    def spoerger(self) -> bool:
        """It was no save: QGIS asks whether to save, discard or stay."""
        return QApplication.activeModalWidget() is not self._modal

    @property
    def fejlede(self) -> bool:
        """QGIS tried to save, and could not."""
        return bool(self._nye_linjer()) or self._nuvaerende_fejl() != self._fejltekster

    def begynd(self) -> None:
        """Silence QGIS's log until the save is over: PostgreSQL's errors print the whole row."""
        self._stille = not QgsApplication.messageLog().blockSignals(True)

    def slut(self) -> None:
        """The log speaks again."""
        if self._stille:
            QgsApplication.messageLog().blockSignals(False)
            self._stille = False

    def hoert(self, tekst: str) -> None:
        """QGIS passes on an error of the database: only our own sentences are kept."""
        fundet = _AFVISNING.search(tekst)
        if fundet:
            self.sagt = oversat(genkendt(fundet["besked"]))

    def ryd(self) -> None:
        """Take what QGIS has written into the message bar meanwhile out of it."""
        for linje in self._nye_linjer():
            self._bar.popWidget(linje)

    def levende(self) -> Iterator[LagBuffer]:
        """The buffers of layers that are still there."""
        return (buffer for buffer in self.buffere if not sip.isdeleted(buffer.layer))

    def afslag(self) -> str:
        """Why the save was stopped."""
        if self.fejl:
            return self._intet_er_gemt(self.fejl[0].tekst, len(self.fejl) - 1)
        if self.konflikter:
            return self._intet_er_gemt(self.konflikter[0].tekst, len(self.konflikter) - 1)
        hindring = self.hindring or StoreFejl()
        tekst = str(hindring)
        return tekst if hindring.siger_uroert else self._intet_er_gemt(tekst, 0)

    def hvorfor(self) -> str:
        """Why a save that was let through has failed, as far as it is known."""
        if self.sagt:
            return self._intet_er_gemt(self.sagt, 0)
        tekster = " ".join(tekst for lag in self._nuvaerende_fejl().values() for tekst in lag)
        if any(tegn in tekster for tegn in _LAAST):
            return self._intet_er_gemt(
                tr("Et andet program holder på filen. Luk det, og gem igen."), 0
            )
        return self._intet_er_gemt(
            tr("Datalageret svarede ikke, som det skulle. Dine rettelser står her endnu. Se efter, om disk og netværk er"
               " i orden, og gem igen."), 0,
        )  # fmt: skip

    @staticmethod
    def _intet_er_gemt(hvorfor: str, flere: int) -> str:
        tekst = tr("Intet er gemt. {0}").format(hvorfor)
        return f"{tekst} {tr('{0} mere.').format(flere)}" if flere else tekst

    def _nye_linjer(self) -> list[QgsMessageBarItem]:
        return [linje for linje in self._bar.items() if linje not in self._linjer]

    def _nuvaerende_fejl(self) -> dict[str, list[str]]:
        lagene = self._project.editBufferGroup().layers()
        return {layer.id(): layer.commitErrors() for layer in lagene}
