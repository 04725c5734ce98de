# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles in and out of the mapping dialog: from a file or the store, to a file or the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from moedested_plugin.i18n import oversat, tr
from moedested_plugin.sources.profil import Profil, ProfilFejl, laes_profil, profil_af
from moedested_plugin.sources.profiler import egne_profiler, gem_profil, profiler
from moedested_plugin.store import StoreFejl

from .kortlaeg_udkast import Udkast

if TYPE_CHECKING:
    from moedested_plugin.store import Store

_FILTER = "JSON (*.json)"


class ProfilKnap(QToolButton):
    """The menu *Profil*."""

    #: A sentence for the user.
    sagt = pyqtSignal(str)

    def __init__(self, udkast: Udkast, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._udkast, self._store = udkast, store
        #: Names of the profiles that this one began as: they may be replaced.
        self._begyndt_som: set[str] = set()
        self.setText(tr("Profil"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.addAction(tr("Hent profil …"), self._vaelg_fil)
        self.kendte = menu.addMenu(tr("Brug en kendt profil"))
        menu.addAction(tr("Gem profil som …"), self._vaelg_ny_fil)
        menu.addAction(tr("Husk profilen"), self._husk)
        self.kendte.aboutToShow.connect(self._fyld)
        self.setMenu(menu)

    def hent(self, sti: Path) -> None:
        """Begin from the profile in a file; what is wrong with it is said, and nothing is changed."""
        try:
            self.brug(laes_profil(sti))
        except ProfilFejl as fejl:
            self.sagt.emit(str(fejl))

    def brug(self, profil: Profil) -> None:
        """Begin from a profile; the one before can be had back."""
        self._udkast.erstat(profil)
        self.begyndt_som(profil)
        self.sagt.emit(
            tr("Profilen {} er hentet. Fortryd giver den forrige tilbage.").format(
                oversat(profil.titel)
            )
        )

    def begyndt_som(self, profil: Profil) -> None:
        """The mapping began as this profile, so it may be kept in its place."""
        self._begyndt_som.add(profil.navn)

    def gem(self, sti: Path) -> None:
        """Write the profile to a file."""
        if sti.suffix.lower() != ".json":
            sti = sti.with_name(f"{sti.name}.json")
        try:
            profil_af(self._udkast.profil.som_json()).gem(sti)
        except ProfilFejl as fejl:
            self.sagt.emit(str(fejl))
        except OSError:
            self.sagt.emit(
                tr("Profilen kan ikke gemmes i {}. Vælg en anden mappe.").format(sti.parent)
            )
        else:
            self._udkast.er_gemt()
            self.sagt.emit(tr("Profilen er gemt i {}.").format(sti.name))

    def husk(self) -> bool:
        """Keep the profile in the store; whether that went well."""
        navn = self._udkast.profil.navn
        try:
            optagne = {profil.navn for profil in egne_profiler(self._store)}
            if navn in optagne - self._begyndt_som:
                self.sagt.emit(
                    tr("En anden profil hedder {}. Skriv et andet navn under Profil.").format(navn)
                )
                return False
            gem_profil(self._store, profil_af(self._udkast.profil.som_json()))
        except (ProfilFejl, StoreFejl) as fejl:
            self.sagt.emit(str(fejl))
            return False
        self._udkast.er_gemt()
        self._begyndt_som.add(navn)
        self.sagt.emit(tr("Profilen {} er husket.").format(navn))
        return True

    def _husk(self) -> None:
        self._udkast.goer_kendelig()
        self.husk()

    def _vaelg_fil(self) -> None:
        sti, _ = QFileDialog.getOpenFileName(self, tr("Hent profil"), "", _FILTER)
        if sti:
            self.hent(Path(sti))

    def _vaelg_ny_fil(self) -> None:
        sti, _ = QFileDialog.getSaveFileName(
            self, tr("Gem profil"), f"{self._udkast.profil.navn}.json", _FILTER
        )
        if sti:
            self.gem(Path(sti))

    def _fyld(self) -> None:
        self.kendte.clear()
        try:
            kendte = profiler(self._store)
        except (ProfilFejl, StoreFejl) as fejl:
            self.sagt.emit(str(fejl))
            return
        for profil in kendte:
            handling = self.kendte.addAction(oversat(profil.titel))
            handling.triggered.connect(lambda _=False, profil=profil: self.brug(profil))
