# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of the project: one row each, by role.

Several layers may lie on one table. Their filters are disjoint and together cover it, so that every row stands in
exactly one layer where it can be edited, whatever its type.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from moedested_plugin.domain.felt import Tabel
from moedested_plugin.domain.skema import tabel
from moedested_plugin.domain.steder import (
    BAENK_TYPER,
    CYKEL_TYPER,
    KOERE_TYPER,
    VANDRE_TYPER,
)

#: Source of the rows that were taken to the field: they are received from there, but are no news to look at.
FELTKOPI = "feltkopi"


class Gruppe(enum.Enum):
    """Groups of the layer tree, from the top: QGIS draws what is higher over what is lower, so areas lie under routes.

    A layer order of its own would do that as well, but then QGIS puts every layer that the user adds at the bottom.
    """

    MOEDESTEDER = "Mødesteder"
    STEDER = "Steder"
    RUTER = "Ruter"
    OMRAADER = "Områder"
    AKTIVITETER = "Aktiviteter"
    NATURLANDET = "Naturlandet"
    TABELLER = "Tabeller"
    BAGGRUND = "Baggrund"


@dataclass(frozen=True)
class Lag:
    """One layer: `typer` are the only types it holds, `undtagen` those it leaves to others.

    `del_af` picks the one geometry type that the layer shows of a table with mixed geometries. `standardtype` is
    what a new row is. A layer to look things up in (`opslag`) is hidden and has every row of its table.
    """

    rolle: str
    tabelnavn: str
    gruppe: Gruppe
    titel: str
    typefelt: str = ""
    typer: tuple[int, ...] = ()
    undtagen: tuple[int, ...] = ()
    standardtype: int | None = None
    del_af: str | None = None
    kun_laes: bool = False
    opslag: bool = False
    #: Rows of this source are kept to compare with, not to look at.
    uden_kilde: str = ""

    @property
    def id(self) -> str:
        """The layer's id, the same in every project."""
        return f"moedested_{self.rolle}"

    @property
    def tabel(self) -> Tabel:
        """The table as the domain describes it."""
        return tabel(self.tabelnavn)

    @property
    def filter(self) -> str:
        """The layer's rows as SQL that SQLite and PostgreSQL read alike; '' for all."""
        if self.typer:
            return f'"{self.typefelt}" IN ({_raekke(self.typer)})'
        if self.undtagen:
            felt = f'"{self.typefelt}"'
            return f"{felt} IS NULL OR {felt} NOT IN ({_raekke(self.undtagen)})"
        return f"\"kilde\" <> '{self.uden_kilde}'" if self.uden_kilde else ""

    @property
    def geometri(self) -> str | None:
        """Geometry type of the layer; None for a table without."""
        return self.del_af or self.tabel.geometri


def _raekke(typer: tuple[int, ...]) -> str:
    return ", ".join(str(kode) for kode in typer)


_M, _S, _R = Gruppe.MOEDESTEDER, Gruppe.STEDER, Gruppe.RUTER
_O, _N, _T = Gruppe.OMRAADER, Gruppe.NATURLANDET, Gruppe.TABELLER
_FAC, _RUT = "facil_ty_k", "rute_ty_k"

#: In the order of the layer tree.
LAG: tuple[Lag, ...] = (
    Lag("moedested", "moedested", _M, "Mødesteder"),
    Lag("udstyr", "udstyr", _M, "Markører og kit"),
    Lag("facilitet", "facilitet_punkt", _S, "Faciliteter", _FAC, undtagen=BAENK_TYPER),
    Lag("baenk", "facilitet_punkt", _S, "Bænke", _FAC, BAENK_TYPER, standardtype=BAENK_TYPER[0]),
    Lag("vandrerute", "rute", _R, "Vandreruter", _RUT, VANDRE_TYPER, standardtype=VANDRE_TYPER[0]),
    Lag("cykelrute", "rute", _R, "Cykelruter", _RUT, CYKEL_TYPER, standardtype=CYKEL_TYPER[0]),
    Lag("koererute", "rute", _R, "Køreruter", _RUT, KOERE_TYPER, standardtype=KOERE_TYPER[0]),
    Lag("andenrute", "rute", _R, "Andre ruter", _RUT,
        undtagen=(*VANDRE_TYPER, *CYKEL_TYPER, *KOERE_TYPER)),
    Lag("straekning", "straekning", _R, "Underlag på ruter"),
    Lag("omraade", "facilitet_flade", _O, "Bygninger og områder", _FAC),
    Lag("aktivitet", "aktivitet", Gruppe.AKTIVITETER, "Aktiviteter"),
    Lag("kilde_punkt", "kildepost", _N, "Punkter som modtaget", del_af="Point", kun_laes=True,
        uden_kilde=FELTKOPI),
    Lag("netvaerk_punkt", "netvaerk", _N, "Stoppesteder", del_af="Point", kun_laes=True),
    Lag("kilde_linje", "kildepost", _N, "Linjer som modtaget", del_af="LineString", kun_laes=True,
        uden_kilde=FELTKOPI),
    Lag("netvaerk_linje", "netvaerk", _N, "Veje og stier at tegne efter", del_af="LineString",
        kun_laes=True),
    Lag("kilde_flade", "kildepost", _N, "Flader som modtaget", del_af="Polygon", kun_laes=True,
        uden_kilde=FELTKOPI),
    Lag("organisation", "organisation", _T, "Organisationer"),
    Lag("tilknytning", "tilknytning", _T, "Tilknytninger"),
    Lag("medvirkende", "medvirkende", _T, "Medvirkende"),
    Lag("besoegstal", "besoegstal", _T, "Besøgstal"),
    Lag("foto", "foto", _T, "Fotos"),
    Lag("kodeliste", "kodeliste", _T, "Kodelister"),
    Lag("opslag_punkt", "facilitet_punkt", _T, "Opslag: faciliteter", _FAC, kun_laes=True,
        opslag=True),
    Lag("opslag_flade", "facilitet_flade", _T, "Opslag: bygninger og områder", _FAC, kun_laes=True,
        opslag=True),
    Lag("opslag_rute", "rute", _T, "Opslag: ruter", _RUT, kun_laes=True, opslag=True),
)  # fmt: skip

LAG_AF_ROLLE = {lag.rolle: lag for lag in LAG}

#: Roles of the background, which is made by `background`.
BAGGRUND = ("by", "kommune", "kyst")


def lag_paa(tabelnavn: str) -> tuple[Lag, ...]:
    """Give the layers in which rows of the table are edited."""
    return tuple(lag for lag in LAG if lag.tabelnavn == tabelnavn and not lag.kun_laes)


def opslag_for(tabelnavn: str) -> Lag:
    """Give the layer in which any row of the table is found: its own, or the one to look up in."""
    return next(lag for lag in LAG if lag.tabelnavn == tabelnavn and (lag.opslag or not lag.filter))
