# SPDX-License-Identifier: GPL-2.0-or-later
"""Made-up data spread over the 98 municipalities, the same every time: points and lines by file, moedesteder by hand.

Each municipality lies around its largest town, as dense whatever the size, so that the country grows and not the crowd.
No two points are nearer than nine metres, also where the municipalities of a city lie in each other.
"""

from __future__ import annotations

import datetime as dt
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
#: Metres between the points, between the routes, and of an edge of the finest step that tells municipalities apart.
PUNKT_M, RUTE_X_M, RUTE_Y_M, TRIN_M = 90, 1_300, 60, 9
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
            egen = By(kode, sted.GetX(), sted.GetY(), int(by["postnr"] or 4800), by["postby"] or by["navn"])
            fundet = int(by["indbyggere"] or 0), egen
            stoerste[kode] = max(fundet, stoerste.get(kode, fundet))
    return tuple(stoerste[kommune.kode][1] for kommune in sorted(kommuner(), key=lambda k: k.kode))


def _plads(nr: int, bredde: int, x_m: float, y_m: float) -> tuple[float, float]:
    """South-west corner of number `nr`: in turn in every municipality, there in rows of `bredde` around the town."""
    i_alt = len(byer())
    by, plads = byer()[nr % i_alt], nr // i_alt
    egen = nr % i_alt
    x = by.x // PUNKT_M * PUNKT_M + egen % 10 * TRIN_M + (plads % bredde - bredde // 2) * x_m
    y = by.y // PUNKT_M * PUNKT_M + egen // 10 * TRIN_M + plads // bredde * y_m
    return x, y


def punkt(bredde: int, nr: int) -> ogr.Geometry:
    """A facility."""
    sted = ogr.Geometry(ogr.wkbPoint)
    sted.AddPoint_2D(*_plads(nr, bredde, PUNKT_M, PUNKT_M))
    return sted


def linje(bredde: int, nr: int) -> ogr.Geometry:
    """A route of 40 to 160 vertices."""
    x, y = _plads(nr, bredde, RUTE_X_M, RUTE_Y_M)
    sted = ogr.Geometry(ogr.wkbLineString)
    for led in range(40 + nr % 121):
        sted.AddPoint_2D(x + led * 7.3, y + (led * led + nr) % 17 * 1.7)
    return sted


def leverancer(folder: Path, antal: int) -> list[tuple[Slags, Path]]:
    """The files of two sources: so many points, and the lines that belong to them."""
    linjer = round(antal * LINJER_PR_PUNKT)
    bredde = max(1, round((antal / len(byer())) ** 0.5))
    ud = []
    for slags, sted, hvor_mange in (
        (PUNKTER, partial(punkt, bredde), antal),
        (LINJER, partial(linje, 8), linjer),
    ):
        koder = {navn: _KODER.get(navn, kode) for navn, kode in slags.koder.items()}
        offentlig = slags._replace(koder=koder, sted=sted)
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
    x, y = _plads(nr, 5, 5 * PUNKT_M, 5 * PUNKT_M)
    return struct.pack("<BIdd", 1, 1, x + 4.5, y + 4.5)
