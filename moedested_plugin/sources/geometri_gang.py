# SPDX-License-Identifier: GPL-2.0-or-later
"""Passes over the geometries of the staging table: clean ones are only looked at, dirty ones rewritten or rejected."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from moedested_plugin.i18n import tr

from . import crs, geometri, geometri_rene, gpkg_blob, koordinater, sprog, staging
from .fejl import MaaSpoerges
from .laest import GEOMETRI, NUMMER, TABEL, Afvist

_LAES = f"SELECT {NUMMER}, {GEOMETRI} FROM {TABEL} WHERE {GEOMETRI} IS NOT NULL"  # nosec B608
_SKRIV = f"UPDATE {TABEL} SET {GEOMETRI} = ? WHERE {NUMMER} = ?"  # nosec B608
_SLET = f"DELETE FROM {TABEL} WHERE {NUMMER} = ?"  # nosec B608
_PUNKTER = frozenset((1, 4))
_RAEKKER_AD_GANGEN = 2_000
#: The last two bytes of a number that is none (NaN, infinite); a few real numbers look so too.
_IKKE_TAL = re.compile(rb"[\xf0-\xff][\x7f\xff]")


@dataclass
class Gang:
    """What the passes find: counts for the remarks, and the rows that go."""

    gjort: Counter[str] = field(default_factory=Counter)
    afviste: list[Afvist] = field(default_factory=list)
    #: The rows that have a place, and for each its box: min x, max x, min y, max y.
    numre: array[int] = field(default_factory=lambda: array("q"))
    bokse: array[float] = field(default_factory=lambda: array("d"))
    #: There are lines or areas, whose validity is looked at.
    mere_end_punkter: bool = False
    #: There are lines that are known to have length, as long as they stay where they are.
    linjer: bool = False

    def afvis(self, con: sqlite3.Connection, nummer: int, grund: str) -> None:
        """Take a row out, with the reason."""
        self.afviste.append(Afvist(nummer, grund))
        con.execute(_SLET, (nummer,))

    def bemaerkninger(self) -> list[str]:
        """Say what was done, one sentence for each kind."""
        saetninger = {
            "z": tr("{} havde højde (Z), som er fjernet."),
            "m": tr("{} havde mål (M), som er fjernet."),
            "kurve": tr("{} havde buer, som er gjort til rette linjestykker."),
            "samling": tr("{} var en samling af dele, som er gjort til én geometri."),
            "tom": tr("{} har ingen geometri."),
            "byttet": tr("{} havde byttet om på øst og nord; det er rettet."),
            "repareret": tr("{} havde en flade, der skar sig selv; den er repareret."),
        }
        return [
            saetning.format(sprog.raekker(self.gjort[art]))
            for art, saetning in saetninger.items()
            if self.gjort[art]
        ]


def flad(con: sqlite3.Connection, gang: Gang, srs_id: int) -> None:
    """First pass: every geometry becomes a 2D point, line or area, and its box is noted."""
    rettede: list[tuple[bytes | None, int]] = []
    for nummer, blob, daarlig in _uden_rene(con, gang):
        hoved = gpkg_blob.hoved(blob) if isinstance(blob, bytes) else None
        if hoved and not daarlig and hoved.boks and not hoved.tom and _er_ren(blob, hoved):
            gang.numre.append(nummer)
            gang.bokse.extend(hoved.boks)
            gang.mere_end_punkter |= hoved.type not in _PUNKTER
        else:
            resultat = _ret(blob if hoved else None)
            if resultat.grund:
                gang.afviste.append(Afvist(nummer, resultat.grund))
                continue
            gang.gjort.update(resultat.gjort)
            ny = resultat.geometri
            rettede.append((None if ny is None else geometri.blob_af(ny, srs_id), nummer))
            if ny is None:
                continue
            gang.mere_end_punkter |= ny.GetGeometryType() not in _PUNKTER
            gang.numre.append(nummer)
            gang.bokse.extend(ny.GetEnvelope())
    con.executemany(_SKRIV, rettede)
    con.executemany(_SLET, [(afvist.nummer,) for afvist in gang.afviste])


def _uden_rene(con: sqlite3.Connection, gang: Gang) -> Iterator[tuple[int, Any, bool]]:
    """Note the plain points and lines, a stack at a time; give all other rows, and whether they must be parsed."""
    laeser = con.execute(_LAES)
    while stak := laeser.fetchmany(_RAEKKER_AD_GANGEN):
        rene = geometri_rene.find([blob for _, blob in stak])
        gang.numre.extend(stak[plads][0] for plads in rene.pladser)
        gang.bokse.frombytes(rene.bokse.tobytes())
        gang.linjer |= rene.linjer
        if len(rene.pladser) < len(stak):
            fundet = set(rene.pladser)
            for plads, (nummer, blob) in enumerate(stak):
                if plads not in fundet:
                    yield nummer, blob, plads in rene.daarlige


def _er_ren(blob: bytes, hoved: gpkg_blob.Hoved) -> bool:
    return hoved.type in geometri.ALMINDELIGE and not _IKKE_TAL.search(blob, hoved.wkb_fra)


def _ret(blob: bytes | None) -> geometri.Rettet:
    hel = None if blob is None else geometri.af_blob(blob)
    if hel is None:
        return geometri.Rettet(grund=tr("Geometrien er ødelagt. Tegn den igen i kilden."))
    return geometri.ret(hel)


def efterse(con: sqlite3.Connection, gang: Gang, epsg: int | None, srs_id: int) -> None:
    """Second pass: nothing outside Denmark, no swapped axes. Raises when the whole source is wrong."""
    bokse = np.array(gang.bokse).reshape(-1, 4)
    if epsg is None:
        if len(bokse) == 0:
            return
        raise MaaSpoerges(
            tr(
                "Filen siger ikke, hvilket koordinatsystem den er i (første sted er {}). Vælg det."
            ).format(koordinater.eksempel(bokse)),
            "crs",
            crs.valg(koordinater.forslag(bokse)),
        )
    dom = koordinater.bedoem(bokse, epsg)
    numre = np.array(gang.numre, dtype=np.int64)
    for nummer in numre[dom.byttet].tolist():
        (blob,) = con.execute(
            f"SELECT {GEOMETRI} FROM {TABEL} WHERE {NUMMER} = ?",  # nosec B608 - only names that domain or `citer` has
            (nummer,),  # nosec B608 - only names that domain or `citer` has
        ).fetchone()  # nosec B608
        hel = geometri.af_blob(blob)
        if hel is not None:
            hel.SwapXY()
            con.execute(_SKRIV, (geometri.blob_af(hel, srs_id), nummer))
            gang.gjort["byttet"] += 1
    ude = ~(dom.inde | dom.byttet)
    for nummer, boks in zip(numre[ude].tolist(), bokse[ude]):
        gang.afvis(
            con,
            nummer,
            tr("Stedet ({}) ligger uden for Danmark. Ret koordinaterne i kilden.").format(
                koordinater.eksempel(boks.reshape(1, 4))
            ),
        )


def gyldige(con: sqlite3.Connection, gang: Gang, epsg: int) -> None:
    """Third pass, after the move to our CRS: areas are valid, lines have length."""
    if not gang.mere_end_punkter:
        return
    skrives: list[tuple[bytes, int]] = []
    afvises: list[tuple[int, str]] = []
    for nummer, blob in con.execute(_LAES):
        hoved = gpkg_blob.hoved(blob)
        if hoved is not None and hoved.type in _PUNKTER:
            continue
        hel = None if hoved is None else geometri.af_blob(blob)
        if hel is None:
            afvises.append((nummer, tr("Geometrien er ødelagt. Tegn den igen i kilden.")))
            continue
        resultat = geometri.gyldig(hel)
        if resultat is None:
            continue
        if resultat.grund:
            afvises.append((nummer, resultat.grund))
            continue
        gang.gjort.update(resultat.gjort)
        skrives.append((geometri.blob_af(resultat.geometri, epsg), nummer))
    con.executemany(_SKRIV, skrives)
    for nummer, grund in afvises:
        gang.afvis(con, nummer, grund)


def tabte(sti: Path, gang: Gang) -> None:
    """After the move to our CRS: reject the rows whose place could not be moved."""
    mangler = set(gang.numre)
    with staging.skriv(sti) as con:
        rest = {
            nummer
            for (nummer,) in con.execute(
                f"SELECT {NUMMER} FROM {TABEL} WHERE {GEOMETRI} IS NOT NULL"  # nosec B608 - only names that domain or `citer` has
            )
        }  # nosec B608
        findes = {afvist.nummer for afvist in gang.afviste}
        for nummer in sorted(mangler - rest - findes):
            gang.afvis(
                con, nummer, tr("Stedet kan ikke regnes om til UTM 32. Ret koordinaterne i kilden.")
            )


def findes(con: sqlite3.Connection) -> bool:
    """Whether any row has a geometry yet."""
    return con.execute(_LAES + " LIMIT 1").fetchone() is not None


def uden_sted(con: sqlite3.Connection) -> int:
    """How many rows have no geometry."""
    return int(con.execute(f"SELECT count(*) FROM {TABEL} WHERE {GEOMETRI} IS NULL").fetchone()[0])  # nosec B608
