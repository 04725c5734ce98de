# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import costs against `ogr2ogr` of the same file: the first, and the preview of one with 1 % changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmark import Job
from osgeo import gdal, ogr, osr

from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.sources.profil import Profil, profil_af
from moedested_plugin.store import Kommune, aabn, opret

KOMMUNE = Kommune(376, "Guldborgsund", 29188599)
_TEKSTER = ("navn", "beskrivels", "lang_beskr", "note", "link", "foto_link", "ansvar_org", "kontak_ved", "navn_uk",
            "navn_d", "uk_k_beskr", "d_k_beskr", "saeson_bem", "tilgaeng_beskriv")  # fmt: skip
_TAL = ("facil_ty_k", "handicap_k", "saeson_k", "doegnaab_k", "vandhane_k", "betaling_k", "antal_pl", "kvalitet_k",
        "statuskode", "off_kode")  # fmt: skip
PROFIL: Profil = profil_af(
    {
        "navn": "bench", "titel": "Bench", "kilde": "Bench", "lag": "bench", "tabel": "facilitet_punkt", "noegle": ["id"],
        "felter": [{"felt": navn, "fra": [navn]} for navn in (*_TEKSTER, *_TAL)],
        "standarder": {"kilde_k": 98},
    }
)  # fmt: skip


def kilde(sti: Path, antal: int, *, aendret: bool) -> Path:
    """Points with 25 attributes; one in a hundred has another text when `aendret`."""
    datasaet = ogr.GetDriverByName("GPKG").CreateDataSource(str(sti))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(25832)
    lag = datasaet.CreateLayer("bench", srs, ogr.wkbPoint)
    for navn in ("id", *_TEKSTER):
        lag.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
    for navn in _TAL:
        lag.CreateField(ogr.FieldDefn(navn, ogr.OFTInteger))
    skema = lag.GetLayerDefn()
    datasaet.StartTransaction()
    for nr in range(antal):
        objekt = ogr.Feature(skema)
        objekt.SetField("id", f"nabo-{nr}")
        for navn in _TEKSTER:
            objekt.SetField(navn, f"{navn} nummer {nr}, ved søen bag den gamle mølle")
        if aendret and nr % 100 == 0:
            objekt.SetField("beskrivels", f"malet igen {nr}")
        for navn in _TAL:
            objekt.SetField(navn, 1)
        objekt.SetField("facil_ty_k", 1371)
        punkt = ogr.Geometry(ogr.wkbPoint)
        punkt.AddPoint_2D(600_000 + nr % 1000 * 30, 6_060_000 + nr // 1000 * 30)
        objekt.SetGeometry(punkt)
        lag.CreateFeature(objekt)
    datasaet.CommitTransaction()
    return sti


def ogr2ogr(fra: Path, til: Path) -> None:
    """Copy the file to a new GeoPackage."""
    til.unlink(missing_ok=True)
    gdal.VectorTranslate(str(til), str(fra), format="GPKG")


def foerste_import(store: Path, fra: Path, tom: Path) -> None:
    """Read, compare and write into a store that is empty."""
    shutil.copyfile(tom, store)
    with aabn(str(store)) as aaben, lav_plan(aaben, Kilde(str(fra)), PROFIL) as plan:
        anvend(aaben, plan, "bench")
    shutil.rmtree(store.parent / "sikkerhedskopier", ignore_errors=True)


def forhaandsvisning(store: Path, fra: Path) -> None:
    """Read and compare."""
    with aabn(str(store)) as aaben, lav_plan(aaben, Kilde(str(fra)), PROFIL) as plan:
        if not plan.antal["aendret"]:
            raise RuntimeError(plan.antal)


def jobs(folder: Path) -> Iterator[Job]:
    """Give first import and preview, at ten thousand and a hundred thousand rows."""
    tom = folder / "tom.gpkg"
    opret(str(tom), KOMMUNE).luk()
    for antal in (10_000, 100_000):
        fil = kilde(folder / f"kilde {antal}.gpkg", antal, aendret=False)
        nyt = kilde(folder / f"nyt {antal}.gpkg", antal, aendret=True)
        store = folder / f"store {antal}.gpkg"
        gulv = partial(ogr2ogr, fil, folder / "kopi.gpkg")
        gange = 3 if antal > 10_000 else 5
        yield Job(
            f"first import, {antal} rows", partial(foerste_import, store, fil, tom), 4, gulv, gange
        )
        yield Job(
            f"import preview, 1 % changed, {antal} rows",
            partial(forhaandsvisning, store, nyt),
            2,
            gulv,
            gange,
        )
