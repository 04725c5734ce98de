# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that others read, replaced so that they see the old one or the new one, whole; and what to say when it fails."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl

NAESTE = ".naeste-"
_FULD = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
#: Bytes.
_LIDT = 2 << 20
#: A file that another program is just reading cannot be replaced on Windows: tried so often, with so long between.
_FORSOEG, _PAUSE = 20, 0.25


def naeste(sti: Path) -> Path:
    """Where the next of a file is written; in the same folder, so that what it points at is the same."""
    return sti.with_name(f"{NAESTE}{sti.name}")


def erstat(nye: Mapping[Path, Callable[[Path], object]]) -> None:
    """Replace these files, in this order, when all of them are written. Raises `OSError`."""
    try:
        for sti, skriv in nye.items():
            # Made anew in this folder, it may be read by those who may read here. What QGIS has laid there comes from the
            # publisher's own temporary folder, with that one's group (and on Windows its access list).
            naeste(sti).unlink(missing_ok=True)
            skriv(naeste(sti))
            paa_disken(naeste(sti))
        for sti in nye:
            _byt(naeste(sti), sti)
    finally:
        for sti in nye:
            with contextlib.suppress(OSError):
                naeste(sti).unlink(missing_ok=True)


def paa_disken(sti: Path) -> None:
    """Do not trust the machine's memory with what is to be whole after a power cut."""
    with sti.open("rb+") as fil:
        os.fsync(fil.fileno())


def _byt(fra: Path, til: Path) -> None:
    for nummer in range(_FORSOEG):  # pragma: no branch - the last try raises
        try:
            fra.replace(til)
        except PermissionError:
            if nummer == _FORSOEG - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def skriver(rod: Path) -> Iterator[None]:
    """Say in one sentence why something could not be written there. Not every writer tells: then the disk is asked."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as fejl:
        raise skrivefejl(rod, fejl) from None
    except (RuntimeError, UdgivelsesFejl) as fejl:  # GDAL and QGIS
        raise (_fuld(rod) if _er_fuld(rod) else fejl) from None


def skrivefejl(rod: Path, fejl: Exception | None = None) -> UdgivelsesFejl:
    """Say why it could not be written."""
    if getattr(fejl, "errno", None) in _FULD or _er_fuld(rod):
        return _fuld(rod)
    return UdgivelsesFejl(
        tr(
            "Der kan ikke skrives i {}. Se efter, om drevet er forbundet, og om du må skrive i mappen."
        ).format(rod)
    )


def _fuld(rod: Path) -> UdgivelsesFejl:
    return UdgivelsesFejl(tr("Disken med {} er fuld. Gør plads, og udgiv igen.").format(rod))


def _er_fuld(rod: Path) -> bool:
    """A version is larger than this, so what failed may have failed for that."""
    try:
        return shutil.disk_usage(rod).free < _LIDT
    except OSError:
        return False
