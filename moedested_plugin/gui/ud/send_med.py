# SPDX-License-Identifier: GPL-2.0-or-later
"""*Send med til GeoFA*: the facility at the core of each chosen mødested, with the type that fits best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr
from moedested_plugin.sources.send_med import (
    KanIkkeSendes,
    forslag,
    fortryd_send_med,
    send_med,
    typenavne,
)

from .opgave import Opgave, OpgaveDialog

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.gui.messages import Messages
    from moedested_plugin.gui.tasks import Tasks
    from moedested_plugin.sources.send_med import Forslag

_RAEKKER_VIST = 8


@dataclass(frozen=True)
class Spurgt:
    """What the store says of the chosen mødesteder."""

    forslag: Sequence[Forslag]
    typer: Mapping[int, str]


@dataclass
class Sendt:
    """What was made: name → key of the facility; and what was refused, with the sentence."""

    lavet: dict[str, str] = field(default_factory=dict)
    nej: list[tuple[Forslag, str]] = field(default_factory=list)


class SendMed(OpgaveDialog):
    """Shows each mødested with its type, or why it cannot go; one press makes them all."""

    def __init__(
        self,
        adresse: str,
        bruger: str,
        spurgt: Spurgt,
        tasks: Tasks,
        messages: Messages,
        parent: QWidget | None,
    ) -> None:
        super().__init__(tr("Send med til GeoFA"), tr("Send med"), tasks, messages, parent)
        self.setObjectName("MoedestedSendMed")
        self._adresse, self._bruger, self._spurgt = adresse, bruger, spurgt
        self.indhold.addWidget(
            wrapped(
                tr(
                    "Et mødested sendes ikke selv til GeoFA. Der laves en facilitet på stedet, knyttet til mødestedet som "
                    "Selve stedet. Den kommer med ved næste Eksportér til GeoFA."
                )
            )
        )
        self.tabel = QTableWidget(len(spurgt.forslag), 2)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setObjectName("typer")
        self.tabel.setHorizontalHeaderLabels([tr("Mødested"), tr("Type i GeoFA")])
        self.tabel.verticalHeader().hide()
        self.tabel.setWordWrap(True)
        self.tabel.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tabel.horizontalHeader().resizeSection(0, 220)
        self.tabel.horizontalHeader().setStretchLastSection(True)
        self._typer: dict[str, QComboBox] = {}
        for nr, led in enumerate(spurgt.forslag):
            self._raekke(nr, led)
        self.indhold.addWidget(self.tabel, 1)
        self._udfoer.setEnabled(bool(self._typer))
        self.resize(620, 170 + 40 * min(len(spurgt.forslag), _RAEKKER_VIST))
        self.tabel.resizeRowsToContents()

    def _raekke(self, nr: int, led: Forslag) -> None:
        self.tabel.setItem(nr, 0, _laast(led.navn))
        if led.hindring:
            self.tabel.setItem(nr, 1, _laast(led.hindring))
            return
        typer = QComboBox()
        for type_k, navn in self._spurgt.typer.items():
            typer.addItem(navn, type_k)
        typer.setCurrentIndex(typer.findData(led.type_k))
        self.tabel.setCellWidget(nr, 1, typer)
        self._typer[led.moedested_id] = typer

    def opgave(self) -> Opgave | None:
        """Make them."""
        valgte = [
            (led, int(self._typer[led.moedested_id].currentData()))
            for led in self._spurgt.forslag
            if led.moedested_id in self._typer
        ]
        if not valgte:
            self.sig(tr("Ingen af dem kan sendes. Læs hvorfor i listen."))
            return None
        return partial(_send, self._adresse, self._bruger, valgte)


def _laast(tekst: str) -> QTableWidgetItem:
    celle = QTableWidgetItem(tekst)
    celle.setFlags(Qt.ItemFlag.ItemIsEnabled)
    celle.setToolTip(tekst)
    return celle


def spoerg(adresse: str, noegler: Sequence[str], _feedback: QgsFeedback) -> Spurgt:
    """Ask the store of the chosen mødesteder."""
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return Spurgt(forslag(store, noegler), typenavne(store))


def _send(
    adresse: str, bruger: str, valgte: Sequence[tuple[Forslag, int]], feedback: QgsFeedback
) -> Sendt:
    from moedested_plugin.store import aabn
    from moedested_plugin.store.fejl import Afvist

    sendt = Sendt()
    with aabn(adresse, opgrader=False) as store:
        for nr, (led, type_k) in enumerate(valgte):
            if feedback.isCanceled():
                break
            try:
                sendt.lavet[led.navn] = send_med(store, led.moedested_id, bruger, type_k)
            except (KanIkkeSendes, Afvist) as fejl:
                sendt.nej.append((led, str(fejl)))
            feedback.setProgress(100 * (nr + 1) / len(valgte))
    return sendt


def fortryd(adresse: str, bruger: str, sendt: Sendt, _feedback: QgsFeedback) -> list[str]:
    """Take them away again; gives the keys of those that stay."""
    from moedested_plugin.store import aabn

    with aabn(adresse, opgrader=False) as store:
        return fortryd_send_med(store, sendt.lavet.values(), bruger)
