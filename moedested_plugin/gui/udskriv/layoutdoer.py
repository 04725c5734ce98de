# SPDX-License-Identifier: GPL-2.0-or-later
"""Does what the dialog asks about the layouts of the project: add, open, bring up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QApplication

from moedested_plugin.i18n import tr
from moedested_plugin.printing.projektlayout import layouter, opdater_layout, tilfoej

if TYPE_CHECKING:
    from moedested_plugin.gui.udgiv.doer import UdOmgivelser
    from moedested_plugin.printing.layoutopdatering import Aendret
    from moedested_plugin.printing.udskriv import Grundlag

    from .dialog import UdskrivDialog


class Layoutdoer(QObject):
    """Goes with the dialog."""

    def __init__(self, rum: UdOmgivelser, dialog: UdskrivDialog) -> None:
        super().__init__(dialog)
        self._rum, self._dialog = rum, dialog
        dialog.layouter.aabn.connect(self.aabn)
        dialog.layouter.opdater.connect(self.opdater)
        dialog.faner.currentChanged.connect(lambda _nr: self._vis())
        self._vis()

    def tilfoej(self, grundlag: Grundlag, blad: int) -> None:
        """Add one piece of the order, and say where it is."""
        dialog, messages = self._dialog, self._rum.messages
        try:
            layout = tilfoej(grundlag, blad)
        except Exception as fejl:  # whatever it is, it is said
            dialog.sig(messages.sentence(tr("Layoutet"), fejl))
            return
        navn = layout.name()
        tekst = tr("Layoutet {} er føjet til projektet. Gem projektet for at beholde det.").format(navn)  # fmt: skip
        dialog.sig(tekst)
        messages.success(tekst, (tr("Åbn layoutet"), lambda: self.aabn(navn)))
        self._vis()

    def aabn(self, navn: str) -> None:
        """Open it in QGIS's own window for layouts."""
        layout = self._rum.current.project.layoutManager().layoutByName(navn)
        if layout is not None:
            self._rum.iface.openLayoutDesigner(layout)

    def opdater(self, navne: list[str]) -> None:
        """Bring these up to date, one after the other; what fails is said, the others are done."""
        rum = self._rum
        linjer: list[str] = []
        for navn in navne:
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
            try:
                svar = opdater_layout(rum.current.project, rum.store(), navn)
                linjer.append(tr("{0}: {1}").format(navn, _hvad(svar)))
            except Exception as fejl:  # whatever it is, it is said
                linjer.append(tr("{0}: {1}").format(navn, rum.messages.sentence(navn, fejl)))
            finally:
                QApplication.restoreOverrideCursor()
        self._dialog.layouter.sig("\n".join(linjer))

    def _vis(self) -> None:
        self._dialog.layouter.sig("")
        self._dialog.layouter.vis([et.name() for et in layouter(self._rum.current.project)])


def _hvad(svar: Aendret) -> str:
    led = []
    if not svar.noget:
        led.append(tr("Intet er ændret i data."))
    else:
        led.append(
            tr("{0} rettet, {1} kommet til, {2} taget væk.").format(
                len(svar.rettet), len(svar.nye), len(svar.fjernet)
            )
        )
    if svar.beholdt:
        led.append(
            tr("Rettet i hånden og beholdt, selv om data er ændret: {}.").format(
                ", ".join(svar.beholdt)
            )
        )
    return " ".join(led)
