# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the list of findings true while rows are edited: checks them as they are changed, and again when they are saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer

from moedested_plugin.checks.kontrol import gem_raekker, kontroller_raekker, med_tilhoerende
from moedested_plugin.checks.objekter import Opslag
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.store import StoreFejl

from .redigerede import Redigerede

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from moedested_plugin.checks.redigeret import Rettede
    from moedested_plugin.checks.resultat import Post
    from moedested_plugin.domain.betingelse import Vaerdi

    from .kontrollant import Kontrollant
    from .liste import Raekke

#: Rows of one portion after a save: QGIS draws between them.
_PORTION = 25
#: So often is the list drawn while many rows wait (ms).
_TEGNES = 1_500
#: More saved rows at once are left to the next full run.
_HOEJST = 2_000


class Raekkevagt(QObject):
    """Works for one `Kontrollant`, from the moment its list is shown or the first row is edited."""

    def __init__(self, rum: Kontrollant) -> None:
        super().__init__()
        self._rum = rum
        self._redigerede = Redigerede(rum.current, self._kontroller)
        #: Rows that have been checked since the last save, and saved ones that wait for their turn.
        self._set: set[Raekke] = set()
        self._gemte: list[Raekke] = []
        self._ur = QTimer(self)
        self._ur.setSingleShot(True)
        self._ur.timeout.connect(self._naeste)
        self._tegner = QTimer(self)
        self._tegner.setSingleShot(True)
        self._tegner.timeout.connect(rum.tegn)
        rum.current.saved.connect(self._gemt)

    def close(self) -> None:
        """Let go of the project."""
        self._ur.stop()
        self._tegner.stop()
        self._rum.current.saved.disconnect(self._gemt)
        self._redigerede.close()
        self.deleteLater()

    def glem(self) -> None:
        """Another project."""
        self._ur.stop()
        self._set.clear()
        self._gemte.clear()

    def alle(self) -> None:
        """Check every unsaved row: the list has been made anew from what is saved."""
        self._redigerede.alle()

    def skrevet(self, layer: QgsVectorLayer, fid: int, raekke: dict[str, Vaerdi] | None) -> None:
        """Check a row soon as it stands in a form; None when the form is gone."""
        self._redigerede.skrevet(layer, fid, raekke)

    @property
    def roerte(self) -> set[Raekke]:
        """Rows that have been edited since the project was opened."""
        return self._redigerede.roerte

    def _kontroller(self, rettede: Rettede, vaek: set[Raekke]) -> None:
        """The rows as they are in the edit buffer."""
        if self._rum.liste is None:
            return
        raekker = {(tabel, noegle) for tabel, egne in rettede.items() for noegle in egne} | vaek
        try:
            poster = self._find(rettede, vaek)
        except StoreFejl as fejl:
            self._rum.messages.error(str(fejl))
            return
        self._set |= raekker
        self._saet(raekker, poster)

    def _find(self, rettede: Rettede, vaek: set[Raekke]) -> list[Post]:
        """Check, and learn what the rows with findings are called."""
        store = self._rum.store()
        slettede: dict[str, Collection[str]] = {
            tabel: {noegle for en, noegle in vaek if en == tabel} for tabel, _ in vaek
        }
        poster = kontroller_raekker(store, rettede, slettede=slettede) if rettede else []
        liste, opslag = self._rum.liste, Opslag(store)
        if liste is not None:
            raekker = {(post.fund.tabel, post.fund.noegle) for post in poster}
            nye = {raekke for raekke in raekker if self._hele(rettede, raekke)}
            for tabel, noegle in nye:
                hele = self._hele(rettede, (tabel, noegle))
                liste.objekter[tabel, noegle] = opslag.alene(tabel_af_navn(tabel), hele)
            liste.objekter.update(opslag.alle(raekker - nye - set(liste.objekter)))
        return poster

    @staticmethod
    def _hele(rettede: Rettede, raekke: Raekke) -> Mapping[str, Vaerdi]:
        return rettede.get(raekke[0], {}).get(raekke[1], {})

    def _saet(self, raekker: set[Raekke], poster: list[Post]) -> None:
        liste = self._rum.liste
        if liste is not None:
            liste.erstat(raekker, poster)
            liste.roerte |= raekker
            # Drawn anew, ten thousand findings take a moment: while many rows wait only now and then.
            if not self._tegner.isActive():
                self._tegner.start(_TEGNES if self._redigerede.venter or self._gemte else 0)

    def _gemt(self) -> None:
        """Check the saved rows as they stand in the store, and keep what was found for colleagues."""
        if self._rum.liste is None or not self._set:
            return
        if len(self._set) <= _HOEJST:
            self._gemte += sorted(self._set)
            self._ur.start(0)
        self._set.clear()

    def _naeste(self) -> None:
        portion, self._gemte = self._gemte[:_PORTION], self._gemte[_PORTION:]
        try:
            self._gem(set(portion))
        except StoreFejl as fejl:
            self._gemte.clear()
            self._rum.messages.error(str(fejl))
            return
        if self._gemte:
            self._ur.start(0)
        elif portion:
            self._rum.aendret.emit()

    def _gem(self, raekker: set[Raekke]) -> None:
        store = self._rum.store()
        noegler: dict[str, set[str]] = {}
        for tabel, noegle in raekker:
            noegler.setdefault(tabel, set()).add(noegle)
        rettede: dict[str, dict[str, Mapping[str, Vaerdi]]] = {}
        for tabel, egne in noegler.items():
            felt = tabel_af_navn(tabel).noegle
            for raekke in store.raekker(tabel, noegler=sorted(egne)):
                rettede.setdefault(tabel, {})[str(raekke[felt])] = raekke
        alle = med_tilhoerende(store, rettede)
        for tabel, med in alle.items():
            noegler.setdefault(tabel, set()).update(med)
        poster = self._find(alle, set())
        self._saet({(tabel, noegle) for tabel, egne in noegler.items() for noegle in egne}, poster)
        if store.kan_skrive and self._rum.maa_rette():
            egne_ = [p for p in poster if p.fund.noegle in noegler.get(p.fund.tabel, ())]
            gem_raekker(store, egne_, dict(noegler), self._rum.settings.bruger)
