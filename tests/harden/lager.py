# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes what could be read of a hostile file the rest of the way: mapped by guess, written, broken off, undone."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsFeedback

from moedested_plugin.sources.anvend import KanIkkeAnvendes, anvend
from moedested_plugin.sources.fejl import Annulleret, LaeseFejl
from moedested_plugin.sources.fortryd import fortryd_import
from moedested_plugin.sources.gaet import gaet_profil
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.profil import TABELLER, Profil, ProfilFejl
from moedested_plugin.sources.sag import koder_af
from moedested_plugin.store import Kommune, Store, StoreFejl, opret

KOMMUNE = Kommune(376, "Guldborgsund", 29188599)
#: After this much of the way it is too late to break off.
_SIDST = 95
_LEVENDE = ("<script", "<img", "onerror=")


def _med_krav(profil: Profil) -> Profil:
    """What a user is asked for and no file has: else most would stop there."""
    if profil.tabel != "moedested":
        return profil
    return replace(profil, standarder={**profil.standarder, "formaal_k": [1]})


class Lager:
    """One store, that is to be as it was after every case."""

    def __init__(self, mappe: Path) -> None:
        mappe.mkdir()
        self._sti = mappe / "lager.gpkg"
        self._store: Store = opret(str(self._sti), KOMMUNE)
        self._koder = koder_af(self._store)

    def luk(self) -> None:
        self._store.luk()

    def proev(self, kilde: Kilde, nr: int) -> dict[str, Any]:
        """What became of it: the sentence, or how many rows; and what was wrong, if anything."""
        foer = self._stand()
        ud: dict[str, Any] = {"galt": []}
        try:
            with laes(kilde) as laest:
                profil = _med_krav(gaet_profil(laest, self._koder).profil)
            self._bryd_af(kilde, profil, nr)
            if self._stand() != foer:
                ud["galt"].append("broken off, and yet changed")
            with lav_plan(self._store, kilde, profil) as plan:
                plan.afgoer("take")
                gjort = anvend(self._store, plan, "fuzz")
        except (LaeseFejl, ProfilFejl, KanIkkeAnvendes, StoreFejl) as fejl:
            ud["sagt"] = str(fejl)
            ud["galt"] += ["refused, and yet changed"] if self._stand() != foer else []
            return ud
        ud["nye"] = gjort.nye
        if gjort.koersel_id is not None:
            efter = self._stand()
            if efter[profil.tabel][0] - foer[profil.tabel][0] != gjort.nye:
                ud["galt"].append("other rows than it says")
            if self._levende(profil.tabel):
                ud["galt"].append("something executable came in")
            fortryd_import(self._store, gjort.koersel_id, "fuzz")
        if self._stand() != foer:
            ud["galt"].append("not as it was after undo")
        return ud

    def _bryd_af(self, kilde: Kilde, profil: Profil, nr: int) -> None:
        """Break the import off somewhere on its way, in the preview or in the writing."""
        feedback = QgsFeedback()
        feedback.progressChanged.connect(
            lambda naaet: feedback.cancel() if naaet >= nr * 7 % _SIDST else None
        )
        try:
            with lav_plan(
                self._store, kilde, profil, QgsFeedback() if nr % 2 else feedback
            ) as plan:
                plan.afgoer("take")
                gjort = anvend(self._store, plan, "fuzz", feedback)
        except Annulleret:
            return
        if gjort.koersel_id is not None:
            raise AssertionError("was not broken off")

    def _stand(self) -> dict[str, tuple[int, str]]:
        """Rows of each table that an import writes: how many, and a print of all that is in them."""
        ud = {}
        with closing(sqlite3.connect(self._sti)) as con:
            for tabel in (*TABELLER, "kildepost"):
                raekker = sorted(map(repr, con.execute(f"SELECT * FROM {tabel}")))  # nosec B608 - names of the model
                ud[tabel] = (len(raekker), hashlib.sha256("\n".join(raekker).encode()).hexdigest())
        return ud

    def _levende(self, tabel: str) -> bool:
        with closing(sqlite3.connect(self._sti)) as con:
            return any(
                ondt in str(celle).lower()
                for raekke in con.execute(f"SELECT * FROM {tabel}")  # nosec B608 - a name of the model
                for celle in raekke
                for ondt in _LEVENDE
            )
