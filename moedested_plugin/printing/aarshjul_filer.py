# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies beside the annual wheel: a calendar (ICS) and a table (CSV) of the same activities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from moedested_plugin.domain.dansk_csv import dansk_csv, uskadelig

from .aarshjul_ord import hvornaar
from .kalender import kalender

if TYPE_CHECKING:
    from .hjul_baner import Post, Slags
    from .udskriv import Grundlag


def skriv_filer(grundlag: Grundlag, aar: int, slags: Sequence[Slags], mappe: Path) -> list[Path]:
    """Write both into the folder; nothing where nothing happens in the year."""
    poster = [post for en in slags for post in en.poster]
    if not poster:
        return []
    ics, ark = mappe / f"aarshjul_{aar}.ics", mappe / f"aarshjul_{aar}.csv"
    # what was never changed is as old as the day
    midnat = dt.datetime.combine(grundlag.i_dag, dt.time(), dt.timezone.utc)
    navn = f"Mødesteder i {grundlag.hus.kommune}"
    aendret = grundlag.stof.aendret or midnat
    ics.write_bytes(kalender(navn, [post.aktivitet for post in poster], aar, aendret))
    ark.write_bytes(dansk_csv(_overskrifter(aar), (_raekke(post, aar) for post in poster)))
    return [ics, ark]


def _overskrifter(aar: int) -> list[str]:
    return [
        "Nr.", "Aktivitet", "Type", "Hvornår", f"Første gang i {aar}", f"Sidste gang i {aar}",
        f"Antal gange i {aar}", "Tidspunkt", "Målgruppe", "Mødested", "Sted", "By", "Arrangør", "Pris",
        "Beskrivelse", "Hjemmeside", "Tilmelding", "Aflyst", "Lukket i skoleferier",
    ]  # fmt: skip


def _raekke(post: Post, aar: int) -> list[str]:
    det = post.aktivitet
    celler = [
        post.kode, det.navn, det.type, hvornaar(det, aar), f"{post.dage[0]:%d-%m-%Y}",
        f"{post.dage[-1]:%d-%m-%Y}", str(len(post.dage)), det.klokken, ", ".join(det.maalgrupper),
        det.moedested, det.sted, det.by, det.arrangoer, det.pris, det.beskrivelse, det.link,
        det.tilmelding, _ja(det.aflyst), _ja(det.ferielukket),
    ]  # fmt: skip
    return [uskadelig(" ".join(celle.split())) for celle in celler]


def _ja(vaerdi: bool) -> str:
    return "Ja" if vaerdi else "Nej"
