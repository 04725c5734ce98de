# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes into a reading (`Kilde`) and what comes out of it (`Laest`): plain values, no layers."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union

from moedested_plugin.store.oversaet import citer

from . import gpkg_blob

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

FeltType = Literal["tekst", "heltal", "tal", "bool", "dato", "tid", "json"]
RaaVaerdi = Union[str, int, float, bool, dt.date, dt.datetime, list[Any], dict[str, Any], None]

#: The table in the staging GeoPackage, its row number and its geometry.
TABEL, NUMMER, GEOMETRI = "modtaget", "raa_nr", "geometri"


@dataclass(frozen=True)
class Kilde:
    """Where to read, and what the user has said about it. Only `sti` must be given."""

    #: A file, a folder, a zip, or the address (http, https) of a WFS.
    sti: str
    #: Layer, sheet or feature type; inside a zip or folder also the file ("a.shp" or "a.gpkg|lag").
    lag: str | None = None
    #: SQL condition on the columns as read.
    filter: str | None = None
    #: Python name of the encoding; stronger than what the file says.
    tegnsaet: str | None = None
    #: "EPSG:25832" or the like; stronger than what the file says.
    crs: str | None = None
    #: Columns that hold the place: (x, y) or one with WKT. Else guessed by name and content.
    koordinater: tuple[str, ...] | None = None
    #: The column that should be unique; repeated values are reported.
    noegle: str | None = None
    #: Login from QGIS's authentication manager, for a WFS.
    authcfg: str | None = None


@dataclass(frozen=True)
class KildeFelt:
    """One field: its name at the source, its column in the staging table, its type as read."""

    navn: str
    kolonne: str
    type: FeltType


@dataclass(frozen=True)
class Raa:
    """One row as read and cleaned. A `datetime` without time zone is the clock on the wall in Denmark."""

    nummer: int
    vaerdier: Mapping[str, RaaVaerdi]
    #: 2D WKB in EPSG:25832.
    geometri: bytes | None


@dataclass(frozen=True)
class Afvist:
    """A row that cannot come in: its number, why, and what to do."""

    nummer: int
    grund: str


@dataclass(frozen=True)
class Laest:
    """A source that has been read. The rows lie in a GeoPackage in a temporary folder until `luk`."""

    navn: str
    felter: tuple[KildeFelt, ...]
    antal: int
    #: "EPSG:n" of the source; None when it has no geometry.
    crs: str | None
    afviste: tuple[Afvist, ...]
    bemaerkninger: tuple[str, ...]
    #: GeoPackage with the table `modtaget` (`raa_nr`, the columns of `felter`, `geometri` in EPSG:25832).
    staging: Path
    #: Names of the columns that the places were read from.
    stedkolonner: tuple[str, ...]
    _mappe: Path = field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        art: type[BaseException] | None,
        fejl: BaseException | None,
        spor: TracebackType | None,
    ) -> None:
        self.luk()

    def luk(self) -> None:
        """Take the temporary folder away."""
        shutil.rmtree(self._mappe, ignore_errors=True)

    def raekker(self) -> Iterator[Raa]:
        """Give the rows in the order of the source, one at a time."""
        kolonner = ", ".join(citer(felt.kolonne) for felt in self.felter)
        sql = f"SELECT {NUMMER}, {GEOMETRI}{', ' + kolonner if kolonner else ''} FROM {TABEL} ORDER BY {NUMMER}"  # nosec B608 - quoted by citer
        navne = [felt.navn for felt in self.felter]
        laesere = [_LAESERE.get(felt.type, _som_den_er) for felt in self.felter]
        with closing(sqlite3.connect(self.staging)) as con:
            for nummer, blob, *vaerdier in con.execute(sql):
                yield Raa(
                    nummer,
                    {
                        navn: None if vaerdi is None else laeser(vaerdi)
                        for navn, laeser, vaerdi in zip(navne, laesere, vaerdier)
                    },
                    None if blob is None else gpkg_blob.wkb(blob),
                )


def _som_den_er(vaerdi: Any) -> RaaVaerdi:  # noqa: ANN401 - what SQLite holds
    return vaerdi  # type: ignore[no-any-return]


def _eller_tekst(laes: Callable[[Any], RaaVaerdi]) -> Callable[[Any], RaaVaerdi]:
    """Read a value; what is none of its type (the year 0) stays the text that it was."""

    def forsoeg(vaerdi: Any) -> RaaVaerdi:  # noqa: ANN401 - what SQLite holds
        try:
            return laes(vaerdi)
        except (ValueError, TypeError, RecursionError):
            return str(vaerdi)

    return forsoeg


def _tid(tekst: str) -> dt.datetime:
    return dt.datetime.fromisoformat(tekst[:-1] + "+00:00" if tekst.endswith("Z") else tekst)


_LAESERE: dict[FeltType, Callable[[Any], RaaVaerdi]] = {
    "bool": bool,
    "dato": _eller_tekst(dt.date.fromisoformat),
    "tid": _eller_tekst(_tid),
    "json": _eller_tekst(json.loads),
}
