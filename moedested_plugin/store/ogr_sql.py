# SPDX-License-Identifier: GPL-2.0-or-later
"""SQL on a GeoPackage through OGR, with errors that can be told apart.

GDAL's own messages may hold the whole statement, row included, so they go no further than this module. Whether GDAL
raises or returns is a switch of the whole process that other plugins turn: both are borne.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from moedested_plugin.gdal import gdal, ogr
from moedested_plugin.i18n import tr

from .fejl import StoreFejl

_AFVIST = re.compile(r"moedested:(?P<kode>[\w.]+) · (?P<besked>[^\n]+)")
_ENTYDIG = re.compile(r"UNIQUE constraint failed: (?P<kolonner>[\w., ]+)")
_MANGLER = re.compile(r"NOT NULL constraint failed: (?P<kolonne>[\w.]+)")
_VENT_MS = 5000


class SqlFejl(Exception):
    """The database said no. Only what is safe to show of it is kept."""

    def __init__(self, tekst: str) -> None:
        super().__init__("SQL")
        afvist = [*_AFVIST.finditer(tekst)]
        self.afvist = (afvist[-1]["kode"], afvist[-1]["besked"].strip()) if afvist else None
        entydig = _ENTYDIG.search(tekst)
        self.entydig = tuple(entydig["kolonner"].strip().split(", ")) if entydig else None
        mangler = _MANGLER.search(tekst)
        self.mangler = mangler["kolonne"] if mangler else None
        self.laast = "database is locked" in tekst or "table is locked" in tekst
        self.skrivebeskyttet = (
            "readonly" in tekst or "read-only" in tekst or "unable to open" in tekst
        )
        self.beskadiget = "malformed" in tekst or "not a database" in tekst or "disk I/O" in tekst
        self.fuld = "disk is full" in tekst


@contextmanager
def _fejl_som_undtagelse() -> Iterator[None]:
    """Turn an error that GDAL only notes, or raises, into `SqlFejl`."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise SqlFejl(gdal.GetLastErrorMsg())
    except RuntimeError as fejl:
        raise SqlFejl(str(fejl)) from None
    finally:
        gdal.PopErrorHandler()
        gdal.ErrorReset()


_Henter = Callable[[Any, int], Any]
_GETTERE = {
    ogr.OFTInteger: ogr.Feature.GetFieldAsInteger,
    ogr.OFTInteger64: ogr.Feature.GetFieldAsInteger64,
    ogr.OFTReal: ogr.Feature.GetFieldAsDouble,
    ogr.OFTString: ogr.Feature.GetFieldAsString,
}


def _hentere(lag: Any) -> list[tuple[int, _Henter]]:  # noqa: ANN401
    """How to take each field of a row. `Feature.GetField` asks for the type of each value of each row again."""
    beskrevet = lag.GetLayerDefn()
    typer = [beskrevet.GetFieldDefn(nr).GetType() for nr in range(beskrevet.GetFieldCount())]
    return [(nr, _henter(type_)) for nr, type_ in enumerate(typer)]


@cache
def _henter(type_: int) -> _Henter:
    getter = _GETTERE.get(type_)
    if getter is None:
        return ogr.Feature.GetField  # type: ignore[no-any-return]

    def hent(objekt: Any, nr: int) -> Any:  # noqa: ANN401
        return getter(objekt, nr) if objekt.IsFieldSetAndNotNull(nr) else None

    return hent


class Forbindelse:
    """One open GeoPackage."""

    def __init__(self, datasaet: Any) -> None:  # noqa: ANN401
        self._datasaet = datasaet
        self.udfoer(f"PRAGMA busy_timeout = {_VENT_MS}")
        self.udfoer(
            "PRAGMA secure_delete = ON"
        )  # what is removed leaves nothing in the file's free space

    @classmethod
    def opret(cls, sti: str) -> Forbindelse:
        """A new, empty GeoPackage."""
        with _fejl_som_undtagelse():
            datasaet = ogr.GetDriverByName("GPKG").CreateDataSource(sti)
        if datasaet is None:  # pragma: no cover - GDAL has said why, in all cases we know
            raise SqlFejl("unable to open")
        return cls(datasaet)

    @classmethod
    def aabn(cls, sti: str, *, skriv: bool) -> Forbindelse:
        """An existing one. GDAL itself waits some seconds for another program that is just saving."""
        maade = gdal.OF_VECTOR | (gdal.OF_UPDATE if skriv else gdal.OF_READONLY)
        with _fejl_som_undtagelse():
            datasaet = gdal.OpenEx(sti, maade, ["GPKG"])
        if datasaet is None:  # pragma: no cover - GDAL has said why, in all cases we know
            raise SqlFejl("unable to open")
        return cls(datasaet)

    @property
    def aaben(self) -> Any:  # noqa: ANN401
        """The dataset; a sentence when the store is closed."""
        if self._datasaet is None:
            raise StoreFejl(tr("Mødestederne er lukket. Åbn dem igen."))
        return self._datasaet

    def udfoer(self, saetning: str) -> None:
        """Run a statement that gives no rows to keep."""
        self.raekker(saetning)

    def raekker(self, saetning: str) -> list[tuple[Any, ...]]:
        """Run a statement and take all rows it gives."""
        ud: list[tuple[Any, ...]] = []
        with _fejl_som_undtagelse():
            lag = self.aaben.ExecuteSQL(saetning)
            if lag is not None:
                try:
                    hentere = _hentere(lag)
                    ud += [tuple([hent(objekt, nr) for nr, hent in hentere]) for objekt in lag]
                finally:
                    self.aaben.ReleaseResultSet(lag)
        return ud

    def foerste(self, saetning: str) -> Any:  # noqa: ANN401
        """The first value of the first row; None when there is no row."""
        fundet = self.raekker(saetning)
        return fundet[0][0] if fundet else None

    @contextmanager
    def transaktion(self) -> Iterator[None]:
        """All of it, or nothing."""
        with _fejl_som_undtagelse():
            self.aaben.StartTransaction()
        try:
            yield
            with _fejl_som_undtagelse():
                self.aaben.CommitTransaction()
        except BaseException:
            gdal.PushErrorHandler("CPLQuietErrorHandler")
            try:
                self._datasaet.RollbackTransaction()
            finally:
                gdal.PopErrorHandler()
            raise

    def luk(self) -> None:
        """Let go of the file."""
        self._datasaet = None
