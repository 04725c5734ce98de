# SPDX-License-Identifier: GPL-2.0-or-later
"""A copy of chosen rows that is out in the field (*feltkopi*): what it is known by, and how its rows come home.

What was taken out is kept in the store as *last received*, so that coming home is a three-way import like any other.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr
from moedested_plugin.project.lag import FELTKOPI
from moedested_plugin.store import sqlite_fil

from .profil import Profil, ProfilFejl
from .profiler import find_profil

if TYPE_CHECKING:
    from moedested_plugin.store import Store

PROFIL = KOERSEL = FELTKOPI
DATAFIL, PROJEKTFIL, FOTOMAPPE = "moedesteder.gpkg", "moedesteder.qgz", "DCIM"
#: In the copy: which one it is. In the store: those that are out, by their id.
MAERKE, UDE = "feltkopi", "feltkopier"
#: What goes along, each after what it refers to.
TABELLER = (
    "organisation", "moedested", "facilitet_punkt", "facilitet_flade", "rute", "straekning", "tilknytning", "udstyr",
    "medvirkende", "besoegstal", "aktivitet", "foto",
)  # fmt: skip


@dataclass(frozen=True)
class Maerke:
    """Which copy it is."""

    id: str
    navn: str
    tid: str
    af: str

    def lag(self, tabel: str) -> str:
        """What the table of this copy is called among the received rows."""
        return f"{tabel} {self.id}"


def find_datafil(sti: Path) -> Path:
    """The data of a copy: the file itself, or the one in the folder. Raises `ProfilFejl`."""
    fil = sti / DATAFIL if sti.is_dir() else sti
    if not fil.is_file():
        raise ProfilFejl(
            tr("{} er ikke en feltkopi. Vælg mappen, der blev lavet med Tag med i marken.").format(
                sti.name
            )
        )
    return fil


def laes_maerke(fil: Path) -> Maerke:
    """What the copy says of itself. Raises `ProfilFejl`."""
    sql = "SELECT vaerdi FROM indstilling WHERE noegle = ?"
    try:
        with closing(sqlite3.connect(sqlite_fil.uri(fil.resolve(), "mode=ro"), uri=True)) as con:
            fundet = con.execute(sql, (MAERKE,)).fetchone()
        indhold = json.loads(fundet[0])
        return Maerke(**{navn: str(indhold[navn]) for navn in ("id", "navn", "tid", "af")})
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        raise ProfilFejl(
            tr("{} er ikke en feltkopi. Vælg mappen, der blev lavet med Tag med i marken.").format(
                fil.name
            )
        ) from None


def kopier_ude(store: Store) -> Iterator[Maerke]:
    """The copies that the store knows of, the latest first."""
    kendte = store.indstilling(UDE, {})
    maerker = [Maerke(**led) for led in kendte.values()] if isinstance(kendte, dict) else []
    yield from sorted(maerker, key=lambda maerke: maerke.tid, reverse=True)


def husk(store: Store, maerke: Maerke) -> None:
    """Note that the copy is out."""
    kendte = store.indstilling(UDE, {})
    alle = dict(kendte) if isinstance(kendte, dict) else {}
    store.saet_indstilling(UDE, {**alle, maerke.id: asdict(maerke)})


def glem(store: Store, maerke: Maerke) -> None:
    """The copy is no more."""
    kendte = store.indstilling(UDE, {})
    if isinstance(kendte, dict) and maerke.id in kendte:
        store.saet_indstilling(UDE, {nr: led for nr, led in kendte.items() if nr != maerke.id})


def kendt(store: Store, fil: Path) -> Maerke:
    """The mark of a copy that was taken from this store. Raises `ProfilFejl` for any other."""
    maerke = laes_maerke(fil)
    if all(ude.id != maerke.id for ude in kopier_ude(store)):
        raise ProfilFejl(
            tr(
                "Feltkopien {} er taget fra andre data. Åbn det projekt, den kommer fra, og prøv igen."
            ).format(maerke.navn)
        )
    return maerke


def profil_til(store: Store, tabel: str, maerke: Maerke) -> Profil:
    """The profile by which a table of the copy comes home. Raises `ProfilFejl` for a table that does not go along."""
    if tabel not in TABELLER:
        raise ProfilFejl(
            tr("{} er ikke med i en feltkopi. Vælg en af: {}.").format(tabel, ", ".join(TABELLER))
        )
    profil = replace(find_profil(store, PROFIL), tabel=tabel, lag=maerke.lag(tabel))
    return replace(profil, noegle=(profil.beskrevet.noegle,))
