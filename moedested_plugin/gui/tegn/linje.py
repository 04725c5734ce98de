# SPDX-License-Identifier: GPL-2.0-or-later
"""The toolbar (vaerktoejslinje) of the tools, and which of them is on. Each is loaded when it is first asked for."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QToolBar

from moedested_plugin.gui.widgets import icon
from moedested_plugin.i18n import tr

if TYPE_CHECKING:
    from .vaerktoej import Tegneomgivelser, Vaerktoej

#: The tool that the palette draws routes with.
RUTE = "RuteVaerktoej"


@dataclass(frozen=True)
class Knap:
    """A button: the module of this folder and the class in it, and the roles of the layers that it needs."""

    modul: str
    klasse: str
    tekst: str
    ikon: str
    roller: tuple[str, ...]


def knapper() -> tuple[Knap, ...]:
    """The tools, in the order of the toolbar; one line for each."""
    return (
        Knap("rute_vaerktoej", RUTE, tr("Tegn rute langs netværket"), "rute", ("vandrerute",)),
        Knap("underlag_vaerktoej", "MalUnderlag", tr("Mal underlag"), "underlag", ("straekning",)),
        Knap("tilknyt_vaerktoej", "Tilknyt", tr("Tilknyt steder til et mødested"), "tilknyt", ("moedested", "tilknytning")),
        Knap("luk_vaerktoej", "Luk", tr("Luk et sted eller en rute midlertidigt"), "luk", ("facilitet", "vandrerute")),
        Knap("oploes_vaerktoej", "Oploes", tr("Opløs et mødested"), "oploes", ("moedested", "udstyr", "aktivitet")),
    )  # fmt: skip


class TegnLinje(QObject):
    """Makes the actions, and lets one tool be on at a time."""

    def __init__(self, omgivelser: Tegneomgivelser) -> None:
        super().__init__()
        self._om = omgivelser
        self._lavet: dict[str, Vaerktoej] = {}
        self._taendt = ""
        self.handlinger: dict[str, QAction] = {}
        self._roller: dict[str, tuple[str, ...]] = {}
        for knap in knapper():
            handling = QAction(icon(knap.ikon), knap.tekst, self)
            handling.setCheckable(True)
            handling.setToolTip(knap.tekst)
            handling.triggered.connect(partial(self._trykket, knap))
            self.handlinger[knap.klasse] = handling
            self._roller[knap.klasse] = knap.roller
        omgivelser.current.replaced.connect(self._project_skiftet)
        omgivelser.current.edited.connect(self.vis)
        self.vis()

    def fyld(self, linje: QToolBar) -> None:
        """Put the buttons into a toolbar."""
        linje.addActions(list(self.handlinger.values()))

    def vis(self) -> None:
        """Grey what cannot be used now."""
        for klasse, handling in self.handlinger.items():
            lag = [self._om.current.layer(rolle) for rolle in self._roller[klasse]]
            handling.setEnabled(bool(lag) and None not in lag and self._om.kan_rette())

    def begynd(self, klasse: str) -> None:
        """Switch a tool on from elsewhere: the panel, a form, another tool."""
        if not self.handlinger[klasse].isChecked():
            self.handlinger[klasse].trigger()

    def langs_netvaerk(self, til: bool) -> None:
        """The palette wants a route drawn along the network, or no more."""
        if self.handlinger[RUTE].isChecked() is not til:
            self.handlinger[RUTE].trigger()

    def close(self) -> None:
        """Take everything away again."""
        self._om.current.replaced.disconnect(self._project_skiftet)
        self._om.current.edited.disconnect(self.vis)
        self._sluk()
        for vaerktoej in self._lavet.values():
            vaerktoej.close()
        self._lavet.clear()
        self._om.close()
        self.deleteLater()

    def _trykket(self, knap: Knap, taend: bool) -> None:
        # What waits in the form is put into its layer before anything else is begun.
        if taend and not self._om.tegner().frit():
            self.handlinger[knap.klasse].setChecked(False)
            return
        self._sluk(undtagen=knap.klasse)
        if not taend:
            self._sluk()
            return
        vaerktoej = self._lavet.get(knap.klasse) or self._lav(knap)
        self._taendt = knap.klasse
        if not vaerktoej.begynd():
            self._sluk()

    def _lav(self, knap: Knap) -> Vaerktoej:
        modul = importlib.import_module(f".{knap.modul}", __package__)
        vaerktoej: Vaerktoej = getattr(modul, knap.klasse)(self._om)
        vaerktoej.sluttet.connect(partial(self._sluttet, knap.klasse))
        self._lavet[knap.klasse] = vaerktoej
        return vaerktoej

    def _sluttet(self, klasse: str) -> None:
        self.handlinger[klasse].setChecked(False)
        if self._taendt == klasse:
            self._taendt = ""

    def _sluk(self, undtagen: str = "") -> None:
        taendt = self._taendt
        if taendt and taendt != undtagen:
            self._taendt = ""
            self.handlinger[taendt].setChecked(False)
            self._lavet[taendt].stands()

    def _project_skiftet(self) -> None:
        self._sluk()
        self.vis()


def titel() -> str:
    """What the toolbar is called."""
    return tr("Mødested: tegn")
