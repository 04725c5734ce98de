# SPDX-License-Identifier: GPL-2.0-or-later
"""Made-up data spread over the 98 municipalities, the same every time: points and lines by file, moedesteder by hand.

Each municipality is a square at its largest town, as dense whatever the size, so that the country grows and not the crowd.
Where towns are nearer to each other than such a square is wide, it lies in the nearest place that is free.
"""

from __future__ import annotations

import datetime as dt
import math
import struct
import uuid
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from bench_import import LINJER, PUNKTER, Slags, kilde
from osgeo import ogr

from moedested_plugin.paths import resource
from moedested_plugin.project.kommuner import kommuner
from moedested_plugin.store import Kommune, Store

#: Who has the store, and whose sheets are printed.
VALGT = Kommune(376, "Guldborgsund", 29188599)
#: Metres between the points, between the routes from west to east, and of the square of a municipality at full size.
PUNKT_M, RUTE_M, KOMMUNE_M = 100, 1_300, 11_000
#: Lines to each point, and moedesteder of a municipality at least and to each thousand of its points.
LINJER_PR_PUNKT, MINDST, PR_TUSIND = 0.2, 3, 2
_FOERSTE_MOEDESTED = 30_000_000
_ANSVARLIG = str(uuid.UUID(int=1))
#: In force, so public; and as hard as a path may be.
_KODER = {"statuskode": 3, "svaerhed_k": 2}


class By(NamedTuple):
    """A municipality: its code, and its largest town (EPSG:25832)."""

    kode: int
    x: float
    y: float
    postnr: int
    postby: str


@lru_cache(maxsize=1)
def byer() -> tuple[By, ...]:
    """The 98, in the order of their codes."""
    stoerste: dict[int, tuple[int, By]] = {}
    datasaet = ogr.Open(str(resource("baggrund", "danmark.gpkg")))
    for by in datasaet.GetLayerByName("by"):
        if by["kommunekode"]:  # Christiansø is in none
            sted, kode = by.GetGeometryRef(), int(by["kommunekode"])
            egen = By(
                kode,
                sted.GetX(),
                sted.GetY(),
                int(by["postnr"] or 4800),
                by["postby"] or by["navn"],
            )
            fundet = int(by["indbyggere"] or 0), egen
            stoerste[kode] = max(fundet, stoerste.get(kode, fundet))
    optaget: set[tuple[int, int]] = set()
    return tuple(
        _paa_plads(stoerste[kommune.kode][1], optaget)
        for kommune in sorted(kommuner(), key=lambda k: k.kode)
    )


def _paa_plads(by: By, optaget: set[tuple[int, int]]) -> By:
    """In the middle of the nearest square that nobody has."""
    kolonne, raekke = int(by.x // KOMMUNE_M), int(by.y // KOMMUNE_M)
    frie = {(kolonne + dx, raekke + dy) for dx in range(-5, 6) for dy in range(-5, 6)} - optaget
    midter = {((x + 0.5) * KOMMUNE_M, (y + 0.5) * KOMMUNE_M): (x, y) for x, y in frie}
    valgt = min(sorted(midter), key=lambda sted: math.dist(sted, (by.x, by.y)))
    optaget.add(midter[valgt])
    return by._replace(x=valgt[0], y=valgt[1])


def _plads(nr: int, antal: int) -> tuple[By, float, float]:
    """Number `nr` of so many, in turn in every municipality: which, and how far into its square (0 to 1)."""
    by, plads = byer()[nr % len(byer())], nr // len(byer())
    bredde = math.ceil((antal / len(byer())) ** 0.5)
    return by, (plads % bredde + 0.5) / bredde, (plads // bredde + 0.5) / bredde


def _side(punkter: int) -> float:
    """Metres of the side of the square that has room for a municipality's share of so many points."""
    return PUNKT_M * math.ceil((punkter / len(byer())) ** 0.5)


def punkt(punkter: int, nr: int) -> ogr.Geometry:
    """A facility."""
    (by, x, y), side = _plads(nr, punkter), _side(punkter)
    sted = ogr.Geometry(ogr.wkbPoint)
    sted.AddPoint_2D(by.x + (x - 0.5) * side, by.y + (y - 0.5) * side)
    return sted


def linje(punkter: int, nr: int) -> ogr.Geometry:
    """A route of 40 to 160 vertices, among the points; the routes fill the same square in columns."""
    by, plads, side = byer()[nr % len(byer())], nr // len(byer()), _side(punkter)
    i_alt = math.ceil(punkter * LINJER_PR_PUNKT / len(byer()))
    kolonner = max(1, round(side / RUTE_M))
    x = by.x - side / 2 + plads % kolonner * RUTE_M
    y = by.y - side / 2 + plads // kolonner * side / math.ceil(i_alt / kolonner) + PUNKT_M / 3
    sted = ogr.Geometry(ogr.wkbLineString)
    for led in range(40 + nr % 121):
        sted.AddPoint_2D(x + led * 7.3, y + (led * led + nr) % 17 * 0.5)
    return sted


def leverancer(folder: Path, antal: int) -> list[tuple[Slags, Path]]:
    """The files of two sources: so many points, and the lines that belong to them."""
    ud = []
    for slags, tegn, hvor_mange in (
        (PUNKTER, punkt, antal),
        (LINJER, linje, round(antal * LINJER_PR_PUNKT)),
    ):
        koder = {navn: _KODER.get(navn, kode) for navn, kode in slags.koder.items()}
        offentlig = slags._replace(koder=koder, sted=partial(tegn, antal))
        fil = folder / f"kilde {slags.navn}.gpkg"
        ud.append((offentlig, fil if fil.is_file() else kilde(fil, offentlig, hvor_mange, aendret=False)))  # fmt: skip
    return ud


def moedesteder_i(antal: int) -> int:
    """How many each municipality has."""
    return max(MINDST, round(antal / len(byer()) * PR_TUSIND / 1_000))


def noegler_i(kode: int, antal: int) -> frozenset[str]:
    """Business keys of the moedesteder of a municipality."""
    nr = [by.kode for by in byer()].index(kode)
    return frozenset(_noegle(nr + len(byer()) * led) for led in range(moedesteder_i(antal)))


def _noegle(nr: int) -> str:
    return str(uuid.UUID(int=_FOERSTE_MOEDESTED + nr))


def indsaet_moedesteder(store: Store, antal: int) -> int:
    """Put the moedesteder of all municipalities into the store: active, public, and nothing to complain of."""
    with store.skriv("belastning", "belastning") as skriver:
        skriver.indsaet(
            "organisation", [{"organisation_id": _ANSVARLIG, "navn": "Kommunen", "type_k": 1}]
        )
        return skriver.indsaet("moedested", map(_moedested, range(len(byer()) * moedesteder_i(antal))))  # fmt: skip


def _moedested(nr: int) -> dict[str, Any]:
    by, i_dag = byer()[nr % len(byer())], dt.date(2026, 1, 1)
    return {
        "moedested_id": _noegle(nr), "navn": f"Søbredden {nr}", "formaal_k": [1], "livscyklus_k": 3, "off_kode": 1,
        "beskrivels": f"Bænkene ved søen bag den gamle mølle, nummer {nr}.", "sted": "Ved søen", "by": by.postby,
        "postnr": by.postnr, "lokalomraade": by.postby, "organisation_id": _ANSVARLIG, "aktivitetsmulighed_k": [1],
        "aabningstid": "Altid åbent", "telefon": "54000000", "gyldig_fra": i_dag, "tjekket_dato": i_dag,
        "godkendt_dato": i_dag, "godkendt_af": "AB", "geometri": _wkb(nr),
    }  # fmt: skip


def _wkb(nr: int) -> bytes:
    """Two kilometres around the town."""
    by, plads = byer()[nr % len(byer())], nr // len(byer())
    return struct.pack(
        "<BIdd", 1, 1, by.x + plads % 5 * 400 - 1_000, by.y + plads // 5 * 400 - 1_000
    )
