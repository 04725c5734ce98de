# SPDX-License-Identifier: GPL-2.0-or-later
"""The stops of a timetable (GTFS): `stops.txt`, alone or in its zip. Platforms, entrances and the like are left out."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from moedested_plugin.i18n import tr

from .csv_raekker import Tabel
from .laest import FeltType

STOPS = "stops.txt"
_ANDRE = frozenset(("routes.txt", "stop_times.txt", "trips.txt", "agency.txt"))
_SKAL = frozenset(("stop_id", "stop_lat", "stop_lon"))
#: `location_type` of what one gets on at, and of what gathers several of them.
_STOP, _STATION = "0", "1"


def i_zip(sti: Path) -> str | None:
    """The name of `stops.txt` in the zip of a timetable; None when it is another zip."""
    try:
        with zipfile.ZipFile(sti) as pakke:
            navne = {PurePosixPath(navn) for navn in pakke.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, IndexError):
        return None  # unpacking says what is wrong
    for navn in sorted(navne):
        if navn.name == STOPS and any(navn.with_name(andet) in navne for andet in _ANDRE):
            return str(navn)
    return None


def er_stop(navne: Collection[str]) -> bool:
    """Whether a table with these columns is `stops.txt`."""
    return _SKAL.issubset(navn.strip() for navn in navne)


class Stop:
    """The stations, and the stops that belong to none, as a table that is read like any other."""

    def __init__(self, tabel: Tabel) -> None:
        self._tabel = tabel
        self.afviste = tabel.afviste
        self._plads = {navn.strip(): nr for nr, navn in enumerate(tabel.navne)}
        self.typer: dict[str, FeltType] = {
            "stop_id": "tekst", "stop_name": "tekst", "stop_lat": "tekst", "stop_lon": "tekst", "type": "tekst"
        }  # fmt: skip
        self._stationer = {
            self._celle(raekke, "stop_id")
            for _, raekke in tabel.raekker()
            if self._celle(raekke, "location_type") == _STATION
        }
        self._udeladt = sum(self._slag(raekke) is None for _, raekke in tabel.raekker())

    @property
    def bemaerkninger(self) -> tuple[str, ...]:
        """What there is to know."""
        if not self._udeladt:
            return self._tabel.bemaerkninger
        udeladt = tr("Perroner, indgange og andet, der hører til en station, er udeladt: {}.")
        return (*self._tabel.bemaerkninger, udeladt.format(self._udeladt))

    def raekker(self) -> Iterator[tuple[int, list[object]]]:
        """Give (row number, values in the order of the columns)."""
        for nummer, raekke in self._tabel.raekker():
            slag = self._slag(raekke)
            if slag is not None:
                yield (
                    nummer,
                    [*(self._celle(raekke, navn) or None for navn in list(self.typer)[:-1]), slag],
                )

    def _slag(self, raekke: list[object]) -> str | None:
        slag = self._celle(raekke, "location_type") or _STOP
        if slag == _STATION:
            return "Station"
        if slag != _STOP or self._celle(raekke, "parent_station") in self._stationer:
            return None
        return "Stoppested"  # data of the store, in its language

    def _celle(self, raekke: list[object], navn: str) -> str:
        nr = self._plads.get(navn)
        vaerdi = None if nr is None else raekke[nr]
        return "" if vaerdi is None else str(vaerdi).strip()
