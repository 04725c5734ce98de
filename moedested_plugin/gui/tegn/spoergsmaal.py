# SPDX-License-Identifier: GPL-2.0-or-later
"""One question (spoergsmaal) in the message bar that a tool waits on; it goes when it is no longer asked."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QPushButton


class Spoergsmaal:
    """At most one at a time."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar
        self._vist: QgsMessageBarItem | None = None

    def sig(self, tekst: str) -> None:
        """Say something that holds until the next word; the same sentence is not said twice."""
        if self._vist is None or sip.isdeleted(self._vist) or self._vist.text() != tekst:
            self.stil(tekst, "", lambda: None)

    def stil(self, tekst: str, knap: str, ja: Callable[[], object]) -> None:
        """Ask; the button says yes, closing the line says no."""
        self.tag_vaek()
        linje = QgsMessageBar.createMessage("Mødested", tekst)
        if knap:
            trykket = QPushButton(knap, linje)
            trykket.setObjectName("ja")
            trykket.clicked.connect(lambda _=False: self._svaret(ja))
            linje.layout().addWidget(trykket)
        self._vist = linje
        self._bar.pushWidget(linje, Qgis.MessageLevel.Info, 0)

    def tag_vaek(self) -> None:
        """It is not asked any more."""
        linje, self._vist = self._vist, None
        if linje is not None and not sip.isdeleted(linje):
            self._bar.popWidget(linje)

    def _svaret(self, ja: Callable[[], object]) -> None:
        self.tag_vaek()
        ja()
