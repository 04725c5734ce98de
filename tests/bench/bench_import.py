# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import costs against `ogr2ogr` of the same file: the first, and the preview of one with 1 % changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

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
_ADRESSER = frozenset(("link", "foto_link"))
_PAA_ENGELSK = "Number {} by the lake behind the old mill."
_PAA_TYSK = "Nummer {} am See hinter der alten Mühle."
_SAETNINGER = {
    "navn": "Søbredden {}", "navn_uk": "Lakeside {}", "navn_d": "Seeufer {}", "uk_k_beskr": _PAA_ENGELSK,
    "d_k_beskr": _PAA_TYSK, "ansvar_org": "Kommunen, afdeling {}",
}  # fmt: skip


class Slags(NamedTuple):
    """What is imported: a name for it, our table, codes beside the fourteen texts, and the shape of row `nr`."""

    navn: str
    tabel: str
    koder: Mapping[str, int]
    geometri: int
    sted: Callable[[int], ogr.Geometry]

    @property
    def profil(self) -> Profil:
        """Every column is one of our fields."""
        felter = [{"felt": navn, "fra": [navn]} for navn in (*_TEKSTER, *self.koder)]
        return profil_af(
            {
                "navn": f"bench_{self.tabel}", "titel": "Bench", "kilde": f"Bench {self.navn}", "lag": "bench", "tabel": self.tabel,
                "noegle": ["id"], "felter": felter, "standarder": {"kilde_k": 98},
            }
        )  # fmt: skip


def punkt(nr: int) -> ogr.Geometry:
    """A point of a grid of 30 m."""
    sted = ogr.Geometry(ogr.wkbPoint)
    sted.AddPoint_2D(600_000 + nr % 1000 * 30, 6_060_000 + nr // 1000 * 30)
    return sted


def linje(nr: int) -> ogr.Geometry:
    """A path of 40 to 160 points."""
    sted = ogr.Geometry(ogr.wkbLineString)
    x, y = 600_000 + nr % 200 * 150, 6_060_000 + nr // 200 * 150
    for led in range(40 + nr % 121):
        sted.AddPoint_2D(x + led * 7.3, y + (led * led + nr) % 17 * 1.7)
    return sted


PUNKTER = Slags(
    "points", "facilitet_punkt",
    {"facil_ty_k": 1371, **dict.fromkeys(("handicap_k", "saeson_k", "doegnaab_k", "vandhane_k", "betaling_k", "antal_pl",
                                          "kvalitet_k", "statuskode", "off_kode"), 1)},
    ogr.wkbPoint, punkt,
)  # fmt: skip
LINJER = Slags(
    "lines", "rute",
    {"rute_ty_k": 5, "belaegn_k": 9, **dict.fromkeys(("handicap_k", "saeson_k", "afm_rute_k", "svaerhed_k", "betaling_k",
                                                      "kvalitet_k", "statuskode", "off_kode"), 1)},
    ogr.wkbLineString, linje,
)  # fmt: skip


def _tekst(navn: str, nr: int) -> str:
    if navn in _ADRESSER:
        return f"https://nabokommunen.dk/{navn}/soeen-bag-den-gamle-moelle/{nr}"
    return _SAETNINGER.get(navn, "Nummer {} ved søen bag den gamle mølle.").format(nr)


def kilde(sti: Path, slags: Slags, antal: int, *, aendret: bool) -> Path:
    """Rows with 25 attributes; one in a hundred has another text when `aendret`."""
    datasaet = ogr.GetDriverByName("GPKG").CreateDataSource(str(sti))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(25832)
    lag = datasaet.CreateLayer("bench", srs, slags.geometri)
    for navn in ("id", *_TEKSTER):
        lag.CreateField(ogr.FieldDefn(navn, ogr.OFTString))
    for navn in slags.koder:
        lag.CreateField(ogr.FieldDefn(navn, ogr.OFTInteger))
    skema = lag.GetLayerDefn()
    datasaet.StartTransaction()
    for nr in range(antal):
        objekt = ogr.Feature(skema)
        objekt.SetField("id", f"nabo-{nr}")
        for navn in _TEKSTER:
            objekt.SetField(navn, _tekst(navn, nr))
        if aendret and nr % 100 == 0:
            objekt.SetField("beskrivels", f"malet igen {nr}")
        for navn, kode in slags.koder.items():
            objekt.SetField(navn, kode)
        objekt.SetGeometry(slags.sted(nr))
        lag.CreateFeature(objekt)
    datasaet.CommitTransaction()
    return sti


def ogr2ogr(fra: Path, til: Path) -> None:
    """Copy the file to a new GeoPackage."""
    til.unlink(missing_ok=True)
    gdal.VectorTranslate(str(til), str(fra), format="GPKG")


class Leverance(NamedTuple):
    """A file of a source, the next one from it, and what they hold."""

    slags: Slags
    fil: Path
    naeste: Path


def ogr2ogr_alle(leverancer: Sequence[Leverance], folder: Path) -> None:
    """The floor: copy every file."""
    for leverance in leverancer:
        ogr2ogr(leverance.fil, folder / "kopi.gpkg")


def foerste_import(store: Path, leverancer: Sequence[Leverance], tom: Path) -> None:
    """Read, compare and write into a store that is empty."""
    shutil.copyfile(tom, store)
    for slags, fil, _ in leverancer:
        with aabn(str(store)) as aaben, lav_plan(aaben, Kilde(str(fil)), slags.profil) as plan:
            if not anvend(aaben, plan, "bench").nye:
                raise RuntimeError(plan.antal)
    shutil.rmtree(store.parent / "sikkerhedskopier", ignore_errors=True)


def forhaandsvisning(store: Path, leverancer: Sequence[Leverance]) -> None:
    """Read and compare."""
    for slags, _, naeste in leverancer:
        with aabn(str(store)) as aaben, lav_plan(aaben, Kilde(str(naeste)), slags.profil) as plan:
            if not plan.antal["aendret"]:
                raise RuntimeError(plan.antal)


def jobs(folder: Path) -> Iterator[Job]:
    """Give first import and preview of the whole data set: points and lines, one file each."""
    tom, store = folder / "tom.gpkg", folder / "store.gpkg"
    opret(str(tom), KOMMUNE).luk()
    leverancer = [
        Leverance(
            slags,
            kilde(folder / f"kilde {slags.navn}.gpkg", slags, antal, aendret=False),
            kilde(folder / f"nyt {slags.navn}.gpkg", slags, antal, aendret=True),
        )
        for slags, antal in ((PUNKTER, 100_000), (LINJER, 20_000))
    ]
    hvad = "100 k points, 20 k lines"
    gulv = partial(ogr2ogr_alle, leverancer, folder)
    foerste = partial(foerste_import, store, leverancer, tom)
    yield Job(f"first import, {hvad}", foerste, 4, gulv, 3)
    vis = partial(forhaandsvisning, store, leverancer)
    yield Job(f"import preview, 1 % changed, {hvad}", vis, 2, gulv, 3)
