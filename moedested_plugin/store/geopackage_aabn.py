# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes, opens and upgrades a GeoPackage store."""

from __future__ import annotations

import json
import logging
import os
import time
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.skema import EPSG, SKEMAVERSION, TABELLER
from moedested_plugin.domain.skema import tabel as tabel_af_navn
from moedested_plugin.gdal import osr
from moedested_plugin.i18n import tr

from . import geopackage_sql as sql
from . import geopackage_vagter as vagter
from .fejl import (
    FindesAllerede,
    ForNy,
    Skrivebeskyttet,
    skal_maa_opgraderes,
)
from .frisk import kodeliste_raekker
from .geopackage_fil import (
    beskadiget,
    findes_ikke,
    fremmed,
    kan_skrives,
    mappen_kan_skrives,
    som_saetninger,
    undersoeg,
)
from .ogr_sql import Forbindelse
from .vaerdier import literal

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from . import Kommune

from .geopackage import GeopackageStore, gem_indstilling, kopier

logger = logging.getLogger(__name__)

#: Of a file that is still empty. Rows with texts as long as ours waste much of a page of the usual 4 kB.
_SIDER = ("PRAGMA page_size = 8192", "VACUUM")
#: Number, size and time of each file that was found undamaged: reading a large one takes most of a second.
_efterset: dict[Path, tuple[int, int, int]] = {}
#: A file this new may change again and still bear the same time: those of some disks have steps of two seconds.
_NYLIGT_NS = 2_000_000_000


def opret_geopackage(
    adresse: str, kommune: Kommune, feedback: QgsFeedback | None = None
) -> GeopackageStore:
    """Make the file with tables, rules, code lists and settings; all of it or nothing."""
    sti = _absolut(adresse)
    if not sti.parent.is_dir():
        raise findes_ikke(sti)
    if sti.exists():
        raise FindesAllerede(tr("{} findes allerede. Vælg et andet navn.").format(sti.name))
    if not mappen_kan_skrives(sti.parent):
        raise Skrivebeskyttet(
            tr("Du må ikke skrive i mappen {}. Vælg en anden mappe.").format(sti.parent)
        )
    try:
        with som_saetninger(sti):
            _byg(sti, kommune)
    except BaseException:
        for rest in (
            sti,
            *(sti.with_name(sti.name + ende) for ende in ("-journal", "-wal", "-shm")),
        ):
            rest.unlink(missing_ok=True)
        raise
    return aabn_geopackage(str(sti), feedback)


def _byg(sti: Path, kommune: Kommune) -> None:
    forbindelse = Forbindelse.opret(str(sti))
    try:
        for saetning in _SIDER:
            forbindelse.udfoer(saetning)
        with forbindelse.transaktion():
            forbindelse.udfoer(sql.srs_sql(_wkt()))
            for saetning in sql.GRUNDLAG:
                forbindelse.udfoer(saetning)
            _byg_tabeller(forbindelse, kommune.cvr)
            gem_indstilling(forbindelse, "kommune", asdict(kommune))
            gem_indstilling(forbindelse, "geofa_bruger", "")
            _faerdig(forbindelse)
    finally:
        forbindelse.luk()
    _byg_rumlige_indekser(sti)


def _wkt() -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    return str(reference.ExportToWkt())


def _byg_tabeller(forbindelse: Forbindelse, cvr: int) -> None:
    """Every table and column that is not there yet."""
    findes = {navn for (navn,) in forbindelse.raekker(sql.TABELNAVNE)}
    for tabel in TABELLER:
        if tabel.navn not in findes:
            saetninger = sql.tabel_sql(tabel, cvr)
        else:
            kolonner = {navn for (navn,) in forbindelse.raekker(sql.kolonner_sql(tabel))}
            nye = [felt for felt in tabel.felter if felt.navn not in kolonner]
            saetninger = chain.from_iterable(
                sql.tilfoej_kolonne_sql(tabel, felt, cvr) for felt in nye
            )
        for saetning in (*saetninger, *sql.indekser_sql(tabel)):
            forbindelse.udfoer(saetning)


def _faerdig(forbindelse: Forbindelse) -> None:
    """Code lists, version, then the triggers and views: what goes in before them is no history."""
    raekker = [*kodeliste_raekker()]
    felter = [*raekker[0]]
    beskrevet = tabel_af_navn("kodeliste")
    vaerdier = [
        [literal(beskrevet.felt(felt), raekke[felt]) for felt in felter] for raekke in raekker
    ]
    forbindelse.udfoer(sql.kodeliste_sql(vaerdier, felter))
    gem_indstilling(forbindelse, "skemaversion", SKEMAVERSION)
    for saetning in vagter.afledt_sql():
        forbindelse.udfoer(saetning)


def _byg_rumlige_indekser(sti: Path) -> None:
    """GDAL makes them on tables that it has seen when it opened the file."""
    forbindelse = Forbindelse.aabn(str(sti), skriv=True)
    try:
        findes = {navn for (navn,) in forbindelse.raekker(sql.TABELNAVNE)}
        for tabel in TABELLER:
            if tabel.geometri is not None and f"rtree_{tabel.navn}_{GEOMETRI}" not in findes:
                forbindelse.udfoer(sql.rumligt_indeks_sql(tabel))
    finally:
        forbindelse.luk()


def aabn_geopackage(
    adresse: str, feedback: QgsFeedback | None = None, *, opgrader: bool = True
) -> GeopackageStore:
    """Open the file; an older one is copied and upgraded first."""
    sti = _absolut(adresse)
    undersoeg(sti)
    skriv = kan_skrives(sti)
    with som_saetninger(sti):
        forbindelse = Forbindelse.aabn(str(sti), skriv=skriv)
        try:
            version = _version(forbindelse, sti)
            if version < SKEMAVERSION:
                skal_maa_opgraderes(sti.name, opgrader=opgrader)
                _opgrader(forbindelse, sti, version, skriv=skriv)
                forbindelse.luk()
                _byg_rumlige_indekser(sti)
                forbindelse = Forbindelse.aabn(str(sti), skriv=skriv)
            _skal_vaere_hel(forbindelse, sti)
        except BaseException:
            forbindelse.luk()
            raise
    if feedback is not None:
        feedback.setProgress(100)
    return GeopackageStore(sti, forbindelse, skriv=skriv)


def _absolut(adresse: str) -> Path:
    # Not resolve(): on Windows it turns a mapped drive into its UNC path, which SQLite opens less well.
    return Path(os.path.abspath(adresse))  # noqa: PTH100


def _version(forbindelse: Forbindelse, sti: Path) -> int:
    tabeller = {navn for (navn,) in forbindelse.raekker(sql.TABELNAVNE)}
    if not {"indstilling", "moedested"} <= tabeller:
        raise fremmed(sti)
    _efterse(forbindelse, sti)
    raa = forbindelse.foerste(sql.indstilling_sql("skemaversion"))
    if raa is None:
        raise fremmed(sti)
    version = json.loads(raa)
    if not isinstance(version, int):
        raise beskadiget(sti)
    if version > SKEMAVERSION:
        raise ForNy(
            tr(
                "{} er lavet med en nyere udgave af Mødested. Opdatér pluginet, og prøv igen."
            ).format(sti.name)
        )
    return version


def _efterse(forbindelse: Forbindelse, sti: Path) -> None:
    """Read all of the file for damage, unless it is as it was when that was last done."""
    tilstand = sti.stat()
    stempel = tilstand.st_ino, tilstand.st_size, tilstand.st_mtime_ns
    if _efterset.get(sti) == stempel:
        return
    if forbindelse.foerste(sql.HELBRED) != "ok":
        raise beskadiget(sti)
    if time.time_ns() - tilstand.st_mtime_ns > _NYLIGT_NS:
        _efterset[sti] = stempel


def _skal_vaere_hel(forbindelse: Forbindelse, sti: Path) -> None:
    findes = {navn for (navn,) in forbindelse.raekker(sql.TABELNAVNE)}
    if not findes.issuperset(tabel.navn for tabel in TABELLER):
        raise beskadiget(sti)


def _opgrader(forbindelse: Forbindelse, sti: Path, fra: int, *, skriv: bool) -> None:
    """Copy first, then change everything in one transaction; when that fails, the old store stands as it was."""
    if not skriv:
        raise Skrivebeskyttet(
            tr(
                "{} skal opgraderes, men er skrivebeskyttet. Flyt den til en mappe, du må skrive i."
            ).format(sti.name)
        )
    kopi = kopier(forbindelse, sti)
    kommune = json.loads(forbindelse.foerste(sql.indstilling_sql("kommune")) or "{}")
    with forbindelse.transaktion():
        for (afledt,) in forbindelse.raekker(vagter.VORES_AFLEDTE):
            forbindelse.udfoer(f"DROP {afledt}")
        for trin in range(fra, SKEMAVERSION):
            for saetning in sql.OPGRADERINGER.get(trin, ()):
                forbindelse.udfoer(saetning)
        _byg_tabeller(forbindelse, int(kommune.get("cvr", 0)))
        _faerdig(forbindelse)
    logger.info("Opgraderet fra skemaversion %s. Sikkerhedskopi: %s", fra, kopi)
