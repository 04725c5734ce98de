# SPDX-License-Identifier: GPL-2.0-or-later
"""What the checks cost: all rules on a store against reading it once through PyQGIS and against `qgis:checkvalidity`; one edited row."""

from __future__ import annotations

import math
import sqlite3
import struct
import sys
import uuid
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from benchmark import Job
from qgis.core import QgsApplication, QgsVectorLayer

from moedested_plugin.checks.kontrol import Valg, kontroller, kontroller_raekker
from moedested_plugin.store import Kommune, Store, aabn, opret
from moedested_plugin.store.frisk import koder
from tests.postgis import Database, koerende_klynge

KOMMUNE = Kommune(376, "Guldborgsund", 29188599)
LAG = ("facilitet_punkt", "rute", "moedested")
KNAEK = 60
_TEKSTER = (
    "beskrivels",
    "lang_beskr",
    "note",
    "ansvar_org",
    "kontak_ved",
    "saeson_bem",
    "tilgaeng_beskriv",
)
_FASTE: dict[str, Any] = {
    "bruger_id": "bench", "statuskode": 3, "off_kode": 1, "kilde_k": 2, "handicap_k": 9, "saeson_k": 1,
    "betaling_k": 0, "kvalitet_k": 9, "tilgaeng_opl": {}, "geofa_ekstra": {},
}  # fmt: skip


def _punkt(nr: int) -> bytes:
    x, y = 650_000 + nr % 1000 * 30, 6_060_000 + nr // 1000 * 30
    return struct.pack("<BIIBIdd", 1, 4, 1, 1, 1, x + nr % 97 / 100, y)


def _linje(nr: int) -> bytes:
    x, y = 650_000 + nr % 200 * 150, 6_060_000 + nr // 200 * 90
    led = [v for k in range(KNAEK) for v in (x + k * 25, y + 20 * math.sin(k / 4 + nr))]
    return struct.pack(f"<BIIBII{2 * KNAEK}d", 1, 5, 1, 1, 2, KNAEK, *led)


def _moedested(nr: int) -> bytes:
    return struct.pack("<BIdd", 1, 1, 650_000 + nr * 10, 6_060_000)


@lru_cache(maxsize=1)
def _typer() -> tuple[int, ...]:
    """Every type of facility that may be a point, so that not all of them are benches."""
    return tuple(
        k.kode
        for k in koder()
        if k.liste == "d_5800_facilitet" and k.aktiv and k.kode % 10 in (1, 2)
    )


def _vaerdi(felt: str, nr: int) -> object:
    if felt == "facil_ty_k":
        return _typer()[nr % len(_typer())]
    return f"{felt} nummer {nr}, ved søen bag den gamle mølle"


def fyld(store: Store, antal: int, arbejde: Path) -> None:
    """Points, a fifth as many routes, and 300 moedesteder, by a work file."""
    arbejde.unlink(missing_ok=True)
    egne: dict[str, tuple[int, Any, dict[str, Any], tuple[str, ...]]] = {
        "facilitet_punkt": (antal, _punkt, {**_FASTE, "antal_pl": 4}, (*_TEKSTER, "facil_ty_k")),
        "rute": (antal // 5, _linje, {**_FASTE, "rute_ty_k": 5}, _TEKSTER),
        "moedested": (
            300,
            _moedested,
            {"livscyklus_k": 3, "formaal_k": [1]},
            ("navn", "beskrivels"),
        ),
    }
    with sqlite3.connect(arbejde) as forbindelse:
        for tabel, (hvor_mange, tegn, _, tekster) in egne.items():
            noegle = "moedested_id" if tabel == "moedested" else "objekt_id"
            kolonner = ", ".join((noegle, "geometri", "link", *tekster))
            forbindelse.execute(f"CREATE TABLE {tabel} ({kolonner})")
            forbindelse.executemany(
                f"INSERT INTO {tabel} VALUES ({', '.join('?' * (3 + len(tekster)))})",
                (
                    (
                        str(uuid.UUID(int=nr)), tegn(nr - _foerste(tabel)), f"https://havnen.dk/{nr}" if nr % 50 else "havnen.dk",
                        *(_vaerdi(felt, nr) for felt in tekster),
                    )
                    for nr in range(_foerste(tabel), _foerste(tabel) + hvor_mange)
                ),
            )  # fmt: skip
    with store.skriv_fra(arbejde, "bench", "AB") as skriver:
        for tabel, (_, _, faste, tekster) in egne.items():
            noegle = "moedested_id" if tabel == "moedested" else "objekt_id"
            skriver.indsaet(tabel, tabel, [noegle, "geometri", "link", *tekster], faste)


def _foerste(tabel: str) -> int:
    """Keys are unique across the tables of places."""
    return 10_000_000 * (1 + LAG.index(tabel))


def _lag(store: Store, tabel: str) -> QgsVectorLayer:
    lag = QgsVectorLayer(store.uri(tabel), tabel, store.provider)
    if not lag.isValid():
        raise RuntimeError(tabel)
    return lag


def laes_alt(store: Store) -> None:
    """Every row and geometry once through PyQGIS."""
    for tabel in LAG:
        for objekt in _lag(store, tabel).getFeatures():
            objekt.geometry().isNull()


def checkvalidity(store: Store) -> None:
    """QGIS's own check of the drawings alone, by GEOS."""
    import processing

    for tabel in LAG:
        valg = {
            "INPUT_LAYER": _lag(store, tabel),
            "METHOD": 2,
            "IGNORE_RING_SELF_INTERSECTION": False,
        }
        ud = dict.fromkeys(("VALID_OUTPUT", "INVALID_OUTPUT", "ERROR_OUTPUT"), "TEMPORARY_OUTPUT")
        processing.run("qgis:checkvalidity", valg | ud)


def fuld(store: Store) -> None:
    """All rules; the findings are kept."""
    if not kontroller(store, Valg(af="bench")).poster:
        raise RuntimeError(store.navn)


def en_raekke(store: Store, tabel: str) -> None:
    """One row with a new name."""
    kontroller_raekker(
        store, {tabel: {str(uuid.UUID(int=_foerste(tabel) + 7)): {"navn": "Nyt navn"}}}
    )


def _job(store: Store, hvad: str) -> Iterator[Job]:
    yield Job(
        f"full check against reading, {hvad}", partial(fuld, store), 4, partial(laes_alt, store), 3
    )
    yield Job(
        f"full check against checkvalidity, {hvad}",
        partial(fuld, store),
        2,
        partial(checkvalidity, store),
        1,
    )
    for tabel in LAG:
        yield Job(
            f"check an edited {tabel}, {hvad}", partial(en_raekke, store, tabel), 0.020, times=9
        )


def jobs(folder: Path) -> Iterator[Job]:
    """Both stores, at ten thousand and a hundred thousand points."""
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    arbejde = folder / "arbejde.sqlite"
    with koerende_klynge() as klynge:
        for antal in (10_000, 100_000):
            sti = str(folder / f"store {antal}.gpkg")
            with opret(sti, KOMMUNE) as store:
                fyld(store, antal, arbejde)
            with aabn(sti) as store:
                yield from _job(store, f"{antal}, GeoPackage")
            database = Database(klynge, klynge.ny_database())
            with opret(database.qgis_forbindelse(), KOMMUNE) as store:
                fyld(store, antal, arbejde)
                klynge.udfoer("analyze", database=database.navn)
                yield from _job(store, f"{antal}, PostGIS")
