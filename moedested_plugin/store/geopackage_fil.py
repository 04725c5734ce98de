# SPDX-License-Identifier: GPL-2.0-or-later
"""The file of a GeoPackage: what it is, whether it can be written, and a sentence for whatever goes wrong with it."""

from __future__ import annotations

import errno
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import (  # type: ignore[attr-defined] # QGIS's stubs leave the exception out
    Qgis,
    QgsFileUtils,
    QgsNotSupportedException,
)

from moedested_plugin.domain.afvisning import entydige
from moedested_plugin.domain.regler import alle_regler
from moedested_plugin.i18n import tr

from . import sqlite_fil
from .fejl import Afvist, Beskadiget, FindesIkke, IkkeVoresFil, Laast, Skrivebeskyttet, StoreFejl
from .ogr_sql import SqlFejl

KOPIMAPPE = "sikkerhedskopier"
_LAAST_AF_WINDOWS = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def netvaerksraad(adresse: str) -> str | None:
    """A word of advice when the file lies on a network drive, where SQLite's locks cannot be trusted."""
    if not ligger_paa_netvaerk(adresse, _drevtype(adresse)):
        return None
    return tr(
        "{} ligger på et netværksdrev. Det går, når kun én arbejder i filen. Brug PostGIS, når flere redigerer."
    ).format(Path(adresse).name)


def ligger_paa_netvaerk(adresse: str, drevtype: Qgis.DriveType) -> bool:
    """A UNC path, or a drive letter that stands for one."""
    return adresse.startswith(("\\\\", "//")) or drevtype == Qgis.DriveType.Remote


def _drevtype(adresse: str) -> Qgis.DriveType:
    try:
        return QgsFileUtils.driveType(adresse)
    except QgsNotSupportedException:  # known on Windows only
        return Qgis.DriveType.Unknown


def laast(sti: Path) -> Laast:
    """Another program has it."""
    return Laast(
        tr(
            "{} er låst af et andet program. Luk det program, der har filen åben, og prøv igen."
        ).format(sti.name)
    )


def beskadiget(sti: Path) -> Beskadiget:
    """What is in it makes no sense."""
    return Beskadiget(
        tr("{} er beskadiget. Hent den seneste fra mappen {}.").format(sti.name, KOPIMAPPE)
    )


def fremmed(sti: Path) -> IkkeVoresFil:
    """It is a GeoPackage, but not a store."""
    return IkkeVoresFil(
        tr("{} er ikke lavet af Mødested. Vælg en anden fil, eller opret en ny.").format(sti.name)
    )


def skrivebeskyttet(sti: Path) -> Skrivebeskyttet:
    """It can be read only."""
    return Skrivebeskyttet(
        tr(
            "{} eller mappen, den ligger i, er skrivebeskyttet. Flyt filen til en mappe, du må skrive i."
        ).format(sti.name)
    )


def findes_ikke(sti: Path) -> FindesIkke:
    """It, or its folder, is not there."""
    if not sti.parent.is_dir():
        return FindesIkke(tr("Mappen {} findes ikke. Er drevet tilsluttet?").format(sti.parent))
    return FindesIkke(tr("{} findes ikke. Vælg en anden fil, eller opret en ny.").format(sti.name))


def undersoeg(sti: Path) -> None:
    """What the head of the file tells before it is opened in earnest: that would repair, lock or write."""
    if not sti.is_file():
        raise findes_ikke(sti)
    if sti.stat().st_size == 0:
        raise beskadiget(sti)
    try:
        maerke = sqlite_fil.kendemaerke(sti)
    except sqlite3.OperationalError:
        raise filfejl(sti, _afslag(sti, "rb")) from None
    except sqlite3.DatabaseError:
        raise beskadiget(sti) from None
    if maerke is None or not maerke.startswith(b"GP"):
        raise IkkeVoresFil(tr("{} er ikke en GeoPackage. Vælg en anden fil.").format(sti.name))


def _afslag(sti: Path, maade: str) -> OSError:
    """Why the machine does not open it. Only of a file that SQLite did not get either: see `sqlite_fil`."""
    try:
        with sti.open(maade):
            return OSError()
    except OSError as fejl:
        return fejl


def filfejl(sti: Path, fejl: OSError) -> StoreFejl:
    """The sentence for what the operating system said."""
    if getattr(fejl, "winerror", None) in _LAAST_AF_WINDOWS:
        return laast(sti)
    if isinstance(fejl, PermissionError) or fejl.errno in (errno.EROFS, errno.EPERM):
        return skrivebeskyttet(sti)
    return StoreFejl(tr("{} kan ikke læses. Prøv igen, eller flyt filen.").format(sti.name))


def kan_skrives(sti: Path) -> bool:
    """Whether file and folder can be written, by trying: rights on Windows and on network drives say little."""
    if sqlite_fil.kan_skrives(sti):
        return mappen_kan_skrives(sti.parent)
    if getattr(_afslag(sti, "r+b"), "winerror", None) in _LAAST_AF_WINDOWS:
        raise laast(sti)
    return False


def mappen_kan_skrives(mappe: Path) -> bool:
    """SQLite needs a journal beside the file."""
    proeve = mappe / f"~moedested-{uuid.uuid4().hex[:8]}.tmp"
    try:
        proeve.touch(exist_ok=False)
        proeve.unlink()
    except OSError:
        return False
    return True


def oversat(fejl: SqlFejl, sti: Path) -> StoreFejl:
    """A sentence for what the database said."""
    if fejl.afvist is not None:
        kode, besked = fejl.afvist
        return Afvist(besked, kode)
    if fejl.entydig is not None and fejl.entydig in entydige():
        afvisning = entydige()[fejl.entydig]
        return Afvist(afvisning.besked, afvisning.kode)
    if fejl.mangler is not None:
        regel = alle_regler().get(f"{fejl.mangler}.mangler")
        return (
            Afvist(regel.besked, regel.kode)
            if regel
            else Afvist(tr("Et felt mangler: {}.").format(fejl.mangler))
        )
    if fejl.laast:
        return laast(sti)
    if fejl.skrivebeskyttet:
        return skrivebeskyttet(sti)
    if fejl.beskadiget:
        return beskadiget(sti)
    if fejl.fuld:
        return StoreFejl(
            tr("Disken er fuld. Intet er ændret. Ryd op, og prøv igen."), siger_uroert=True
        )
    return StoreFejl(
        tr("{} kunne ikke gemme det. Intet er ændret. Prøv igen.").format(sti.name),
        siger_uroert=True,
    )


@contextmanager
def som_saetninger(sti: Path) -> Iterator[None]:
    """Turn the database's errors into sentences; the original, which may hold the row, goes no further."""
    try:
        yield
    except SqlFejl as fejl:
        raise oversat(fejl, sti) from None
