# SPDX-License-Identifier: GPL-2.0-or-later
"""The one door to OGR: named drivers only, no network, no side files, errors kept instead of printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from moedested_plugin.gdal import gdal, ogr, osr

#: What a file may not make OGR do: fetch, look beside it, or write there.
_INDSTILLINGER = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "NO",
    "GDAL_PAM_ENABLED": "NO",
    "GML_FIELDTYPES": "ALWAYS_STRING",  # a guess would make the code 0376 the number 376
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "GML_DOWNLOAD_WFS_SCHEMA": "NO",
    "GML_USE_SCHEMA_IMPORT": "NO",
    "LIBKML_EXTERNAL_STYLE": "NO",
    "LIBKML_RESOLVE_STYLE": "NO",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
    "OGR_SQLITE_LOAD_EXTENSIONS": "",
    "OGR_SQLITE_JOURNAL": "OFF",
    "OGR_SQLITE_SYNCHRONOUS": "OFF",
    "OGR_ORGANIZE_POLYGONS": "DEFAULT",
    "SHAPE_RESTORE_SHX": "YES",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "{none}",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "",
    "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "GDAL_HTTPS_PROXY": "127.0.0.1:9",
    "GDAL_HTTP_MAX_RETRY": "0",
    "GDAL_HTTP_CONNECTTIMEOUT": "1",
    "OGR_GEOJSON_MAX_OBJ_SIZE": "200",
    "OGR_ODS_HEADERS": "FORCE",  # a sheet of nothing but text has a header too
    "OGR_XLSX_HEADERS": "FORCE",
}
_MEST = 50

#: What OGR hands out; SWIG gives no types.
Geometri = Any
Lag = Any
Datasaet = Any
FeltDefinition = Any
Srs = Any


@contextmanager
def stille(**ekstra: str) -> Iterator[list[str]]:
    """Run OGR with our settings, for this thread only, and collect what it complains of."""
    klager: list[str] = []

    def klag(klasse: int, _nummer: int, tekst: str) -> None:
        if klasse >= gdal.CE_Failure and len(klager) < _MEST:
            klager.append(tekst)

    valg = {**_INDSTILLINGER, **ekstra}
    with ExitStack() as stak:
        for modul in (gdal, ogr, osr):
            # GDAL 3.7; before that errors are answers already.
            if hasattr(modul, "ExceptionMgr"):  # pragma: no cover - the GDAL of the tests has none
                stak.enter_context(modul.ExceptionMgr(useExceptions=False))
        for navn, vaerdi in valg.items():
            stak.callback(
                gdal.SetThreadLocalConfigOption, navn, gdal.GetThreadLocalConfigOption(navn)
            )
            gdal.SetThreadLocalConfigOption(navn, vaerdi)
        gdal.PushErrorHandler(klag)
        stak.callback(gdal.PopErrorHandler)
        yield klager


def navn_af(ting: Lag | FeltDefinition) -> str:
    """Give the name of a layer or field; SWIG hands out bytes when it is no UTF-8."""
    navn = ting.GetName()
    return navn.decode("utf-8", "replace") if isinstance(navn, bytes) else str(navn)


def art_af(lag: Lag) -> int | None:
    """Give the kind of geometry of a layer by OGR's number, 0 for any kind, or None when it has none."""
    art = ogr.GT_GetLinear(ogr.GT_Flatten(lag.GetGeomType()))
    return None if art == ogr.wkbNone else int(art)


def aabn(
    sti: Path, drivere: Sequence[str], valg: Mapping[str, str], klager: Sequence[str]
) -> Datasaet | None:
    """Open a file for reading with the first of the drivers that can without complaint; None when none can.

    GML that ends too soon opens, with a complaint; so a complaint counts as a no.
    """
    for navne in drivere:
        kendte = [navn for navn in navne.split("|") if gdal.GetDriverByName(navn) is not None]
        if not kendte:
            continue
        foer = len(klager)
        try:
            datasaet = gdal.OpenEx(
                str(sti),
                gdal.OF_VECTOR | gdal.OF_READONLY,
                allowed_drivers=kendte,
                open_options=[f"{navn_}={vaerdi}" for navn_, vaerdi in valg.items()],
            )
        except (RuntimeError, SystemError):
            # Another plugin may have asked for exceptions (before GDAL 3.7), or the complaint itself is no text.
            continue
        if datasaet is not None and len(klager) == foer:
            return datasaet
    return None
