# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures from the field: copied to the project's folder under safe names, never from or to anywhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PureWindowsPath

from moedested_plugin.domain.faelles import FOTOMAPPE
from moedested_plugin.i18n import tr
from moedested_plugin.store.oversaet import citer

from .filer_ogr import lovligt_navn
from .laest import TABEL, Laest

ENDELSER = frozenset((".jpg", ".jpeg", ".png", ".webp"))
_STOERST = 60_000_000
_BID = 1 << 20
_HTTP = ("http://", "https://")


@dataclass(frozen=True)
class Afvistfoto:
    """A picture that stays behind, and why."""

    sti: str
    grund: str


@dataclass
class Fotoplan:
    """What is to be copied: from → to."""

    projektmappe: Path
    kopier: dict[Path, Path] = field(default_factory=dict)
    afviste: list[Afvistfoto] = field(default_factory=list)

    def udfoer(self) -> list[Path]:
        """Copy; nothing is ever overwritten. Gives the new files, so that they can be taken away again."""
        lavet: list[Path] = []
        try:
            for fra, til in self.kopier.items():
                til.parent.mkdir(parents=True, exist_ok=True)
                with fra.open("rb") as ind, til.open("xb") as ud:
                    lavet.append(til)
                    while bid := ind.read(_BID):
                        ud.write(bid)
        except OSError:
            fjern(lavet)
            raise
        return lavet


def fjern(filer: list[Path]) -> None:
    """Take copies away again."""
    for fil in filer:
        fil.unlink(missing_ok=True)


def inden_for(rod: Path, sti: str) -> Path | None:
    """The file that a relative path means, when it lies in the folder, whatever links and dots it is made of."""
    som_windows = PureWindowsPath(sti)  # also knows the forward slash
    if not sti.strip() or "\0" in sti or som_windows.drive or som_windows.root:
        return None
    fast = rod.resolve()
    try:
        fundet = fast.joinpath(*som_windows.parts).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return fundet if fast in fundet.parents else None


def planlaeg(
    laest: Laest, kendte: Mapping[str, str], feltmappe: Path, projektmappe: Path
) -> Fotoplan:
    """Give every new picture among the received rows its place at home; rows of those that cannot come stay behind.

    `kendte`: the path that a photo has at home already, by its key.
    """
    plan = Fotoplan(projektmappe)
    kolonner = {felt.navn: citer(felt.kolonne) for felt in laest.felter}
    if not {"foto_id", "sti"} <= kolonner.keys():
        return plan
    noegle, sti = kolonner["foto_id"], kolonner["sti"]
    with closing(sqlite3.connect(laest.staging, isolation_level=None)) as con:
        raekker = con.execute(f"SELECT raa_nr, {noegle}, {sti} FROM {TABEL}").fetchall()  # nosec B608 - quoted by citer
        for nr, foto_id, raa in raekker:
            gammel = str(raa or "")
            if gammel.lower().startswith(_HTTP) or kendte.get(str(foto_id)) == gammel:
                continue
            fra = inden_for(feltmappe, gammel)
            grund = _grund(fra)
            if fra is None or grund:
                plan.afviste.append(Afvistfoto(gammel, grund))
                con.execute(f"DELETE FROM {TABEL} WHERE raa_nr = ?", (nr,))  # nosec B608 - names of ours
                continue
            til = _plads(plan, fra)
            ny = til.relative_to(projektmappe).as_posix()
            con.execute(f"UPDATE {TABEL} SET {sti} = ? WHERE raa_nr = ?", (ny, nr))  # nosec B608 - quoted by citer
    return plan


def _grund(fra: Path | None) -> str:
    if fra is None:
        return tr("Stien peger ud af mappen. Læg billedet i mappen, og vælg det igen.")
    if not fra.is_file():
        return tr("Billedet er der ikke. Kopiér det fra telefonen, og hent hjem igen.")
    if fra.suffix.lower() not in ENDELSER:
        return tr("Det er ikke et billede (jpg, png eller webp).")
    if fra.stat().st_size > _STOERST:
        return tr("Billedet er for stort. Gør det mindre, og hent hjem igen.")
    return ""


def _plads(plan: Fotoplan, fra: Path) -> Path:
    """A name that is free, or that already has this very picture."""
    if fra in plan.kopier:
        return plan.kopier[fra]
    taget = set(plan.kopier.values())
    til = next(
        navn
        for navn in _navne(plan.projektmappe / FOTOMAPPE, fra)
        if navn not in taget and (not navn.exists() or (navn.is_file() and _ens(fra, navn)))
    )
    if not til.exists():
        plan.kopier[fra] = til
    return til


def _navne(mappe: Path, fra: Path) -> Iterator[Path]:
    stamme, endelse = lovligt_navn(fra.stem), fra.suffix.lower()
    yield mappe / f"{stamme}{endelse}"
    yield from (mappe / f"{stamme} ({nummer}){endelse}" for nummer in count(2))


def _ens(a: Path, b: Path) -> bool:
    if a.stat().st_size != b.stat().st_size:
        return False
    with a.open("rb") as en, b.open("rb") as to:
        while bid := en.read(_BID):
            if bid != to.read(_BID):
                return False
    return True
