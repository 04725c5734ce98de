# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings what the user points at into a folder of ours, so that nothing is read or written beside it."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from qgis.PyQt.QtCore import QUrl

from moedested_plugin.i18n import tr
from moedested_plugin.store import sqlite_fil

from . import gtfs, pakke, slags, xml_vagt
from .fejl import LaeseFejl, MaaSpoerges, Valg

_STOERST = 4 << 30
_LUFT = 200 << 20  # what must be left on the disk for the rows themselves
_FORSOEG = 3
#: What lies beside data and tells of them: a read-me, metadata. Data are only so called when there are no others.
_OMTALE = frozenset((".txt", ".xml"))


@dataclass(frozen=True)
class Fundet:
    """One file, safely copied: where, what the user calls it, what kind it is, and the layer asked for."""

    sti: Path
    navn: str
    slags: slags.Slags
    lag: str | None


def find(adresse: str, lag: str | None, mappe: Path) -> Fundet:
    """Copy the source into `mappe`. Raises `LaeseFejl`, or `MaaSpoerges` where a folder or zip holds several."""
    sti = Path(QUrl(adresse).toLocalFile() if adresse.startswith("file:") else adresse)
    try:
        if sti.is_dir() and sti.suffix.lower() != ".gdb":
            kandidater = [(barn.name, barn) for barn in sorted(sti.iterdir()) if barn.is_file()]
            fil, lag = _vaelg(sti.name, kandidater, lag)
            return _hent(fil, lag, mappe)
        if not sti.exists():
            raise LaeseFejl(tr("Der er ingen fil i {}. Vælg en anden.").format(adresse[:200]))
        return _hent(sti, lag, mappe)
    except (OSError, ValueError) as fejl:
        raise LaeseFejl(
            tr("{} kan ikke læses ({}). Se efter, om den er åben i et andet program.").format(
                sti.name, getattr(fejl, "strerror", None) or tr("ugyldigt navn")
            )
        ) from fejl


def _hent(sti: Path, lag: str | None, mappe: Path) -> Fundet:
    art = slags.kend(sti)
    if art is slags.ZIP:
        ud = mappe / "zip"
        stops = gtfs.i_zip(sti) if lag is None else None
        if stops is not None:  # the rest of a timetable is large, and nothing for a map
            fil = pakke.pak_en_ud(sti, stops, ud)
            return Fundet(_kopi(fil, slags.CSV, mappe), fil.stem, slags.CSV, None)
        ude = pakke.pak_ud(sti, ud)
        gdb = next((fil for _, fil in ude if fil.parent.suffix.lower() == ".gdb"), None)
        if gdb is not None:
            return Fundet(gdb.parent, sti.stem, slags.GDB, lag)
        if sti.suffix.lower() == ".kmz":
            ude = _steder_i_kmz(ude)
        fil, lag = _vaelg(sti.name, ude, lag)
        art = slags.kend(fil)
        _kontroller(fil, art)
        return Fundet(_kopi(fil, art, mappe), fil.stem if fil.stem != "doc" else sti.stem, art, lag)
    if art is slags.DEL:
        sti = _hovedfil(sti)
        art = slags.kend(sti)
    _kontroller(sti, art)
    return Fundet(_kopi(sti, art, mappe), sti.stem, art, lag)


def _steder_i_kmz(ude: list[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """The KML that holds places; the rest is styles, pictures and files that only name the others."""
    med = [
        (navn, fil)
        for navn, fil in ude
        if fil.suffix.lower() == ".kml" and b"<Placemark" in fil.read_bytes()
    ]
    return [post for post in med if post[0].lower() == "doc.kml"] or med or ude


def _kontroller(sti: Path, art: slags.Slags) -> None:
    hvorfor = slags.grund(art)
    if hvorfor is not None:
        raise LaeseFejl(hvorfor.format(sti.name))
    if art.xml:
        xml_vagt.kontroller(sti)
    if art.pakket:
        pakke.kontroller(sti)
        xml_vagt.kontroller_pakke(sti)
    if art is slags.TAB:
        slags.kontroller_tab(sti)


def _vaelg(
    navn: str, kandidater: list[tuple[str, Path]], lag: str | None
) -> tuple[Path, str | None]:
    """Choose the one file in a folder or zip that holds data; `lag` may name it ("a.shp", "a.gpkg|lag")."""
    data = [
        (indre, fil)
        for indre, fil in kandidater
        if (art := slags.kend(fil)) not in {slags.DEL, slags.ZIP} and slags.grund(art) is None
    ]
    kun_omtale = all(fil.suffix.lower() in _OMTALE for _, fil in data)
    if kun_omtale and any(slags.kend(fil) is slags.ZIP for _, fil in kandidater):
        raise LaeseFejl(tr("Der er en zip-fil inde i {}. Pak den ud først.").format(navn))
    if not data:
        raise LaeseFejl(tr("Der er ingen kortdata i {}. Vælg en anden fil.").format(navn))
    oensket, _, indre_lag = (lag or "").partition("|")
    for indre, fil in data:
        if oensket and oensket in {indre, PurePosixPath(indre).name, fil.stem}:
            return fil, indre_lag or None
    sikre = [(indre, fil) for indre, fil in data if fil.suffix.lower() not in _OMTALE]
    data = sikre or data
    if len(data) == 1:
        return data[0][1], lag
    raise MaaSpoerges(
        tr("Der er flere filer i {}. Vælg den, der skal læses.").format(navn),
        "lag",
        [Valg(indre, indre) for indre, _ in data],
    )


def _hovedfil(sti: Path) -> Path:
    """Give the file that a side file belongs to."""
    for barn in sorted(sti.parent.iterdir()):
        if barn.stem.lower() == sti.stem.lower() and barn.suffix.lower() in {
            ".shp",
            ".tab",
            ".mif",
        }:
            return barn
    raise LaeseFejl(
        tr("{} er kun en del af et lag. Vælg filen, der slutter på .shp, .tab eller .mif.").format(
            sti.name
        )
    )


def _kopi(sti: Path, art: slags.Slags, mappe: Path) -> Path:
    """Copy a file and the side files its kind may have, under plain names."""
    ind = mappe / "ind"
    ind.mkdir()
    if art is slags.GDB:
        maal = ind / "data.gdb"
        maal.mkdir()
        filer = [(fil, maal / fil.name) for fil in sti.iterdir() if fil.is_file()]
    else:
        maal = ind / f"data{art.endelse}"
        filer = [(sti, maal)]
        filer += [
            (barn, ind / f"data{barn.suffix.lower()}")
            for barn in (sti.parent.iterdir() if art.foelger else ())
            if barn.stem.lower() == sti.stem.lower()
            and barn.suffix.lower() in art.foelger
            and barn.suffix.lower() != art.endelse
        ]
    fylder = sum(fra.stat().st_size for fra, _ in filer)
    if fylder == 0:
        raise LaeseFejl(tr("{} er tom. Hent den igen.").format(sti.name))
    if fylder > _STOERST or fylder * 2 + _LUFT > shutil.disk_usage(ind).free:
        raise LaeseFejl(
            tr("{} er for stor til den plads, der er. Gør den mindre, eller ryd op.").format(
                sti.name
            )
        )
    if art in {slags.GPKG, slags.SQLITE}:
        _kopi_af_database(sti, maal)
    else:
        for fra, til in filer:
            shutil.copyfile(fra, til)
    return maal


def _kopi_af_database(sti: Path, maal: Path) -> None:
    """Let SQLite copy it; what SQLite cannot read is copied as it is, and whoever opens the copy says what is wrong."""
    try:
        sqlite_fil.kopier(sti, maal)
    except sqlite3.DatabaseError:
        wal = sti.with_name(sti.name + "-wal")
        if wal.is_file():
            _kopi_i_brug(sti, wal, maal)
        else:
            shutil.copyfile(sti, maal)


def _kopi_i_brug(sti: Path, wal: Path, maal: Path) -> None:
    """Copy a database that someone works in, with the journal that holds what they saved last."""
    til_wal = maal.with_name(maal.name + "-wal")
    for _ in itertools.repeat(None, _FORSOEG):
        foer = _stand(sti, wal)
        shutil.copyfile(sti, maal)
        if wal.is_file():
            shutil.copyfile(wal, til_wal)
        if foer == _stand(sti, wal):
            return
    raise LaeseFejl(tr("Der gemmes i {} lige nu. Prøv igen om lidt.").format(sti.name))


def _stand(*filer: Path) -> list[tuple[int, int] | None]:
    return [
        (fil.stat().st_mtime_ns, fil.stat().st_size) if fil.is_file() else None for fil in filer
    ]
