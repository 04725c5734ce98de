# SPDX-License-Identifier: GPL-2.0-or-later
"""The steps of a publication as they are taken, and the log of it."""

from __future__ import annotations

import datetime as dt

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from moedested_plugin.domain.farve import GROEN, ROED
from moedested_plugin.gui.widgets import readable, wrapped
from moedested_plugin.i18n import tr

#: The steps people see, and those of `publishing.udgiv` in each.
_TRIN = (("byg", "navngiv", "peger"), ("bevis",), ("skift",), ("efterproev",), ("log",))


_EFTERPROEV = 3


def _titler() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Byg"), tr("En ny version bygges ved siden af den, der vises.")),
        (tr("Bevis"), tr("Den nye version prøves, før andre kan se den.")),
        (tr("Skift"), tr("Den nye version vises. Herfra kan der ikke afbrydes.")),
        (tr("Efterprøv"), tr("Den offentlige adresse spørges, til den viser den nye version.")),
        (tr("Log"), tr("Udgivelsen skrives i historikken.")),
    )


class Gangside(QWidget):
    """`begynd`, then `trin` for each, then `slut`."""

    def __init__(self) -> None:
        super().__init__()
        self._nr = -1
        self.tilstande: list[QLabel] = []
        gitter = QGridLayout()
        gitter.setColumnStretch(2, 1)
        for nr, (titel, hvad) in enumerate(_titler()):
            tilstand, navn = QLabel("○"), QLabel(titel)
            tilstand.setAlignment(Qt.AlignmentFlag.AlignCenter)
            font = navn.font()
            font.setBold(True)
            navn.setFont(font)
            for spalte, del_ in enumerate((tilstand, navn, wrapped(hvad))):
                gitter.addWidget(del_, nr, spalte)
            self.tilstande.append(tilstand)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setObjectName("log")
        self.log.setAccessibleName(tr("Log"))
        self.log.setPlaceholderText(tr("Her står, hvad der sker, når du udgiver."))
        layout = QVBoxLayout(self)
        layout.addLayout(gitter)
        layout.addWidget(self.log, 1)

    def begynd(self, hvad: str) -> None:
        """All steps before us."""
        self._nr = -1
        for tilstand in self.tilstande:
            _saet(tilstand, "○", "")
        self.log.clear()
        self.skriv(hvad)

    def trin(self, navn: str) -> float:
        """The step is being taken; gives how far that is (per cent)."""
        nr = next((nr for nr, navne in enumerate(_TRIN) if navn in navne), None)
        if nr is None or nr == self._nr:
            return self._procent()
        for tilstand in self.tilstande[:nr]:
            _saet(tilstand, "✓", GROEN)
        self._nr = nr
        _saet(self.tilstande[nr], "▶", "")
        self.skriv(_titler()[nr][0])
        return self._procent()

    def _procent(self) -> float:
        return 100 * (self._nr + 0.5) / len(_TRIN)

    def slut(self, *linjer: str, gik: bool, efterproevet: bool = True) -> None:
        """It is over; `efterproevet` is whether the service has shown it."""
        if gik:
            for nr, tilstand in enumerate(self.tilstande):
                if nr == _EFTERPROEV and not efterproevet:
                    _saet(tilstand, "–", "")
                else:
                    _saet(tilstand, "✓", GROEN)
        elif self._nr >= 0:
            _saet(self.tilstande[self._nr], "✗", ROED)
        for linje in linjer:
            self.skriv(linje)

    def skriv(self, linje: str) -> None:
        """Add a line to the log."""
        nu = dt.datetime.now(dt.timezone.utc).astimezone()
        self.log.appendPlainText(f"{nu:%H:%M:%S}  {linje}")


def _saet(tilstand: QLabel, tegn: str, farve: str) -> None:
    tilstand.setText(tegn)
    tilstand.setStyleSheet(
        f"color: {readable(farve, tilstand.palette()).name()}; font-weight: bold" if farve else ""
    )
    tilstand.setAccessibleName(
        {
            "○": tr("venter"),
            "▶": tr("i gang"),
            "✓": tr("færdig"),
            "✗": tr("gik ikke"),
            "–": tr("ikke gjort"),
        }[tegn]
    )
