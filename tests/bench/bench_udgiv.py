# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication costs: everything against `ogr2ogr` of the public rows, ten changes against everything.

Once from a file to a folder, once from a database to a database.
"""

from __future__ import annotations

import itertools
import os
import shutil
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench_import import KOMMUNE, LINJER, PUNKTER, kilde
from benchmark import Job

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.gdal import gdal
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.maal import Maal, som_maal
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.raekker import TABELLER
from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import aabn, opret
from tests.postgis import ADMIN, Database, koerende_klynge

#: Points; a fifth as many lines.
ANTAL = 100_000
_NUMRE = itertools.count()


def ogr2ogr(fra: Path, til: Path) -> None:
    """The floor: the public views to a new GeoPackage."""
    til.unlink(missing_ok=True)
    datasaet = gdal.OpenEx(str(fra), gdal.OF_VECTOR)
    for tabel in TABELLER:
        art = (
            {}
            if tabel.visning.geometri is None
            else {"geometryType": tabel.visning.geometri, "dstSRS": "EPSG:25832"}
        )
        gdal.VectorTranslate(
            str(til), datasaet, format="GPKG", SQLStatement=f"SELECT * FROM {tabel.visning.navn}", layerName=tabel.navn,
            accessMode="append" if til.exists() else None, **art,
        )  # fmt: skip


def ogr2ogr_i(database: Database, skema: str) -> None:
    """The same in a database: the public views to new tables of another schema."""
    database.udfoer(f"drop schema if exists {skema} cascade; create schema {skema}")
    dsn = " ".join(f"{n}='{v}'" for n, v in _dsn(database).items())
    for tabel in TABELLER:
        datasaet = gdal.OpenEx(f"PG:{dsn}", gdal.OF_VECTOR)
        art = (
            {}
            if tabel.visning.geometri is None
            else {"geometryType": tabel.visning.geometri, "dstSRS": "EPSG:25832"}
        )
        gdal.VectorTranslate(
            f"PG:{dsn} active_schema={skema}", datasaet, format="PostgreSQL", accessMode="append",
            SQLStatement=f"SELECT * FROM moedested.{tabel.visning.navn}", layerName=f"{skema}.{tabel.navn}", **art,
        )  # fmt: skip


def _dsn(database: Database) -> dict[str, object]:
    dsn = database.klynge.dsn(database.navn)
    return {**dsn, "password": str(dsn["password"]).replace("'", "\\'")}


def udgiv(store: str, maal: Maal) -> None:
    """Plan, build, prove, swap, log; the checks have a budget of their own."""
    with aabn(store) as aaben:
        hvem = udgiver(aaben, maal, "bench")
        plan = planlaeg(aaben, hvem.sted.gaeldende(), Resultat(()), forbehold(aaben, "bench"))
        hvem.udgiv(plan)


def alt(store: str, maal: Maal) -> None:
    """Into an empty folder."""
    shutil.rmtree(maal.folder, ignore_errors=True)
    udgiv(store, maal)


def ti(store: str, maal: Maal) -> None:
    """Change ten rows, and publish once more."""
    with aabn(store) as aaben:
        noegler = [
            str(r["objekt_id"])
            for r in itertools.islice(aaben.raekker("facilitet_punkt", ["objekt_id"]), 10)
        ]
        nummer = next(_NUMRE)
        with aaben.skriv("bench", "bench") as skriver:
            for noegle in noegler:
                skriver.ret("facilitet_punkt", noegle, {"navn": f"Navn {nummer}"})
    udgiv(store, maal)


def fyld(store: str, folder: Path) -> None:
    """Put 100 k public points and 20 k public lines into the store."""
    for alle, antal in ((PUNKTER, ANTAL), (LINJER, ANTAL // 5)):
        slags = alle._replace(koder={**alle.koder, "statuskode": 3})  # in force, so public
        fil = folder / f"kilde {slags.navn}.gpkg"
        if not fil.is_file():
            fil = kilde(fil, slags, antal, aendret=False)
        with aabn(store) as aaben, lav_plan(aaben, Kilde(str(fil)), slags.profil) as plan:
            anvend(aaben, plan, "bench")


def jobs(folder: Path) -> Iterator[Job]:
    """Give the jobs, first of files and then of a database."""
    store = folder / "store.gpkg"
    opret(str(store), KOMMUNE).luk()
    fyld(str(store), folder)
    maal = som_maal({"type": "qgisserver-file", "folder": str(folder / "ud"), "service": "bench"})
    hele = partial(alt, str(store), maal)
    yield Job(
        "publish, all, incl. proof", hele, 3, partial(ogr2ogr, store, folder / "kopi.gpkg"), 3
    )
    yield Job("publish, 10 changes", partial(ti, str(store), maal), 0.5, hele, 3)
    yield from database_jobs(folder)


def database_jobs(folder: Path) -> Iterator[Job]:
    """The same with PostGIS at both ends, on a server of their own."""
    with koerende_klynge() as klynge:
        database = Database(klynge, klynge.ny_database())
        store = database.qgis_forbindelse(ADMIN)
        opret(store, KOMMUNE).luk()
        fyld(store, folder)
        tjeneste = f"bench_{uuid.uuid4().hex[:8]}"
        fil = folder / "pg_service.conf"
        linjer = (f"{navn}={vaerdi}" for navn, vaerdi in klynge.dsn(database.navn).items())
        fil.write_text("\n".join([f"[{tjeneste}]", *linjer, ""]), "utf-8")
        os.environ["PGSERVICEFILE"] = str(fil)
        maal = som_maal(
            {"type": "qgisserver-postgis", "connection": f"service={tjeneste}", "service": "bench"}
        )

        def hele() -> None:
            forfra(database)
            udgiv(store, maal)

        yield Job(
            "publish, all, incl. proof, PostGIS", hele, 3, partial(ogr2ogr_i, database, "kopi"), 3
        )
        yield Job("publish, 10 changes, PostGIS", partial(ti, store, maal), 0.5, hele, 3)


def forfra(database: Database) -> None:
    """Nothing has been published."""
    for (skema,) in database.udfoer(
        "select nspname from pg_namespace where nspname ~ '^pub_' or nspname = 'moedested_udgivet'"
    ):
        database.udfoer(f'drop schema "{skema}" cascade')
