# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication costs: everything against `ogr2ogr` of the public rows, ten changes against everything."""

from __future__ import annotations

import itertools
import shutil
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


def udgiv(store: Path, maal: Maal) -> None:
    """Plan, build, prove, swap, log; the checks have a budget of their own."""
    with aabn(str(store)) as aaben:
        hvem = udgiver(aaben, maal, "bench")
        plan = planlaeg(aaben, hvem.sted.gaeldende(), Resultat(()), forbehold(aaben, "bench"))
        hvem.udgiv(plan)


def alt(store: Path, maal: Maal) -> None:
    """Into an empty folder."""
    shutil.rmtree(maal.folder, ignore_errors=True)
    udgiv(store, maal)


def ti(store: Path, maal: Maal) -> None:
    """Change ten rows, and publish once more."""
    with aabn(str(store)) as aaben:
        noegler = [
            str(r["objekt_id"])
            for r in itertools.islice(aaben.raekker("facilitet_punkt", ["objekt_id"]), 10)
        ]
        nummer = next(_NUMRE)
        with aaben.skriv("bench", "bench") as skriver:
            for noegle in noegler:
                skriver.ret("facilitet_punkt", noegle, {"navn": f"Navn {nummer}"})
    udgiv(store, maal)


def jobs(folder: Path) -> Iterator[Job]:
    """Give the two jobs on a store with 100 k public points and 20 k public lines."""
    store = folder / "store.gpkg"
    opret(str(store), KOMMUNE).luk()
    for alle, antal in ((PUNKTER, 100_000), (LINJER, 20_000)):
        slags = alle._replace(koder={**alle.koder, "statuskode": 3})  # in force, so public
        fil = kilde(folder / f"kilde {slags.navn}.gpkg", slags, antal, aendret=False)
        with aabn(str(store)) as aaben, lav_plan(aaben, Kilde(str(fil)), slags.profil) as plan:
            anvend(aaben, plan, "bench")
    maal = som_maal({"type": "qgisserver-file", "folder": str(folder / "ud"), "service": "bench"})
    hele = partial(alt, store, maal)
    yield Job(
        "publish, all, incl. proof", hele, 3, partial(ogr2ogr, store, folder / "kopi.gpkg"), 3
    )
    yield Job("publish, 10 changes", partial(ti, store, maal), 0.5, hele, 3)
