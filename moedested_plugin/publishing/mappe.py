# SPDX-License-Identifier: GPL-2.0-or-later
"""A target that is a folder: immutable versions side by side, and one small file that points at the one to show.

<folder>/<service>/data/<version>/…     never changed once it is there
<folder>/<service>/service.qgz          THE pointer (service.map for MapServer)
<folder>/<service>/history.jsonl        one line for every publication and roll back
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import platform
import shutil
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from moedested_plugin.i18n import tr

from .fejl import UdgivelsesFejl
from .maal import MAPSERVER, Maal
from .udgave import Udgave, sha256

#: How many versions stay, the one that is shown among them. A worker of the server may still hold an older one.
BEHOLD = 5
_TMP, _NAESTE = ".tmp-", ".naeste-"
#: The one page for people without a map: of each version, and beside the pointer.
LISTE = "moedesteder.html"
_HISTORIK = "history.jsonl"
#: A file that another program is just reading cannot be replaced on Windows: tried so often, with so long between.
_FORSOEG, _PAUSE = 20, 0.25


@dataclass(frozen=True)
class Udgiver:
    """Who holds the lock."""

    bruger: str
    maskine: str
    siden: str

    @property
    def tid(self) -> str:
        """Since when, as people say it, in local time."""
        return f"{dt.datetime.fromisoformat(self.siden).astimezone():%d-%m-%Y kl. %H:%M}"


class Mappe:
    """The folder of one service."""

    def __init__(self, maal: Maal) -> None:
        self.maal = maal
        self.rod = maal.mappe
        self._laas, self._om_laas = self.rod / "udgiv.laas", self.rod / "udgiv.json"
        self.peger = self.rod / ("service.map" if maal.type == MAPSERVER else "service.qgz")

    @property
    def data(self) -> Path:
        """Where the versions lie."""
        return self.rod / "data"

    @property
    def naeste_peger(self) -> Path:
        """The pointer before it is swapped in; in the same folder, so that what it points at is the same."""
        return self.peger.with_name(f"{_NAESTE}{self.peger.name}")

    def udgaver(self) -> list[Udgave]:
        """The versions that are whole enough to be shown, newest first."""
        if not self.data.is_dir():
            return []
        fundne = [Udgave(sti) for sti in self.data.iterdir() if _har_manifest(sti)]
        return sorted(fundne, key=lambda udgave: udgave.version, reverse=True)

    def udgave(self, version: str) -> Udgave:
        """The version of that name."""
        for udgave in self.udgaver():
            if udgave.version == version:
                return udgave
        raise UdgivelsesFejl(
            tr("Udgivelsen {} findes ikke længere. De fem seneste bliver gemt.").format(version)
        )

    def gaeldende(self) -> Udgave | None:
        """The version that the pointer shows."""
        if not self.peger.is_file():
            return None
        peger = sha256(self.peger)
        for udgave in self.udgaver():
            if udgave.manifest.peger == peger:
                return udgave
        raise UdgivelsesFejl(
            tr(
                "{} er ikke lavet af Mødested eller er rettet siden. Flyt filen væk, og udgiv igen."
            ).format(self.peger)
        )

    @contextmanager
    def laast(self, af: str) -> Iterator[None]:
        """One publisher at a time. The lock of one that was killed on this machine is taken over."""
        self._opret()
        egen = QLockFile(str(self._laas))
        egen.setStaleLockTime(0)  # however long it takes: only a publisher that is gone has let go
        if not egen.tryLock(0):
            if egen.error() == QLockFile.LockError.LockFailedError:
                raise UdgivelsesFejl(self._hvem())
            raise _ingen_adgang(self.rod)
        try:
            hvem = {"bruger": af, "maskine": platform.node(), "siden": nu()}
            self._om_laas.write_text(json.dumps(hvem, ensure_ascii=False), encoding="utf-8")
            yield
        finally:
            with contextlib.suppress(OSError):
                self._om_laas.unlink(missing_ok=True)
            egen.unlock()

    def bryd_laas(self) -> None:
        """Take a forgotten lock away, after a person has said so."""
        for sti in (self._om_laas, self._laas):
            sti.unlink(missing_ok=True)

    def laest_af(self) -> Udgiver | None:
        """Who is publishing just now; None when nobody is, as far as one can see."""
        if not self._laas.is_file():
            return None
        try:
            return Udgiver(**json.loads(self._om_laas.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Udgiver("?", "?", "")

    def _hvem(self) -> str:
        udgiver = self.laest_af()
        if udgiver is None or not udgiver.siden:
            return tr("En anden er ved at udgive. Prøv igen om lidt.")
        return tr(
            "{} er ved at udgive fra {} siden {}. Prøv igen om lidt. Er det en glemt lås, så bryd den."
        ).format(udgiver.bruger, udgiver.maskine, udgiver.tid)

    def _opret(self) -> None:
        try:
            self.data.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise _ingen_adgang(self.rod) from None

    @contextmanager
    def ny(self, version: str) -> Iterator[Path]:
        """A folder to build a version in, out of sight; it takes its name when all of it is there."""
        sti = self.data / f"{_TMP}{version}"
        try:
            sti.mkdir()
            yield sti
            for fil in sti.iterdir():
                _paa_disken(fil)
            sti.rename(self.data / version)
        except OSError as fejl:
            raise _skrivefejl(self.rod, fejl) from None
        finally:
            if sti.is_dir():
                shutil.rmtree(sti, ignore_errors=True)

    def skift(self, udgave: Udgave) -> None:
        """Show this version: the one moment that readers notice."""
        try:
            for fra, til in ((self.peger.name, self.peger), (LISTE, self.rod / LISTE)):
                naeste = til.with_name(f"{_NAESTE}{til.name}")
                shutil.copyfile(udgave.sti / fra, naeste)
                _paa_disken(naeste)
                _erstat(naeste, til)
        except OSError as fejl:
            raise _skrivefejl(self.rod, fejl) from None

    def vis_intet(self) -> None:
        """Take the very first publication back."""
        self.peger.unlink(missing_ok=True)
        (self.rod / LISTE).unlink(missing_ok=True)

    def smid(self, udgave: Udgave) -> None:
        """Throw away a version that never was shown."""
        self.naeste_peger.unlink(missing_ok=True)
        shutil.rmtree(udgave.sti, ignore_errors=True)

    def ryd_op(self) -> None:
        """Remove what a publisher that was cut off has left, and versions nobody can want any more."""
        for sti in self.rod.glob(f"{_NAESTE}*"):
            sti.unlink(missing_ok=True)
        gaeldende = self.gaeldende()
        vist = {linje["version"] for linje in self.historik()}
        behold = {
            udgave.version for udgave in [u for u in self.udgaver() if u.version in vist][:BEHOLD]
        }
        if gaeldende is not None:
            behold.add(gaeldende.version)
        for sti in self.data.iterdir() if self.data.is_dir() else ():
            if sti.name not in behold:
                shutil.rmtree(sti, ignore_errors=True)

    def historik(self) -> list[dict[str, object]]:
        """Every publication and roll back, oldest first; a line that was cut off is left out."""
        sti = self.rod / _HISTORIK
        ud = []
        for linje in sti.read_text(encoding="utf-8").splitlines() if sti.is_file() else ():
            with contextlib.suppress(ValueError):
                laest = json.loads(linje)
                if isinstance(laest, dict) and isinstance(laest.get("version"), str):
                    ud.append(laest)
        return ud

    def log(self, art: str, version: str, af: str, mere: Mapping[str, object]) -> None:
        """Add a line to the history."""
        linje = {"art": art, "version": version, "tid": nu(), "af": af, **mere}
        sti = self.rod / _HISTORIK
        try:
            with sti.open("a", encoding="utf-8") as fil:
                fil.write(json.dumps(linje, ensure_ascii=False) + "\n")
            _paa_disken(sti)
        except OSError as fejl:
            raise _skrivefejl(self.rod, fejl) from None


def ny_version() -> str:
    """A name that sorts by time and is never given twice."""
    return f"{dt.datetime.now(dt.timezone.utc):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"


def nu() -> str:
    """The time, as it is written down."""
    return dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")


def _har_manifest(sti: Path) -> bool:
    if sti.name.startswith(_TMP):
        return False
    try:
        return Udgave(sti).manifest.version == sti.name
    except (OSError, ValueError):
        return False


def _paa_disken(sti: Path) -> None:
    """Do not trust the machine's memory with what is to be whole after a power cut."""
    with sti.open("rb+") as fil:
        os.fsync(fil.fileno())


def _erstat(fra: Path, til: Path) -> None:
    for nummer in range(_FORSOEG):
        try:
            fra.replace(til)
        except PermissionError:
            if nummer == _FORSOEG - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _ingen_adgang(rod: Path) -> UdgivelsesFejl:
    return UdgivelsesFejl(
        tr(
            "Der kan ikke skrives i {}. Se efter, om drevet er forbundet, og om du må skrive i mappen."
        ).format(rod)
    )


def _skrivefejl(rod: Path, fejl: OSError) -> UdgivelsesFejl:
    import errno

    if fejl.errno in (errno.ENOSPC, errno.EDQUOT):
        return UdgivelsesFejl(tr("Disken med {} er fuld. Gør plads, og udgiv igen.").format(rod))
    return _ingen_adgang(rod)
