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
import platform
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLockFile

from moedested_plugin.i18n import tr
from moedested_plugin.store.persondata_geopackage import aabnet

from . import privat
from .bevis import Bevis, bevis
from .fejl import UdgivelsesFejl
from .filskift import NAESTE, erstat, naeste, paa_disken, skrivefejl, skriver
from .kopi import skriv_kopi
from .maal import Maal
from .peger import LISTE, skriv_liste_i, skriv_peger
from .sted import Manifest, Sted, Udgave, VedAtUdgive
from .udgave import DATA, MappeUdgave, andre_filer, sha256, skriv_manifest

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store.persondata import Tekster

    from .nye import Aftryk
    from .plan import Plan
    from .privat import Fjernet
    from .tjeneste_oplysninger import Oplysninger
    from .tjenestesvar import Ventet

_TMP = ".tmp-"
_HISTORIK = "history.jsonl"


class Mappe(Sted):
    """The folder of one service."""

    def __init__(self, maal: Maal) -> None:
        super().__init__(maal)
        self.rod = maal.mappe
        self._laas, self._om_laas = self.rod / "udgiv.laas", self.rod / "udgiv.json"
        self.peger = self.rod / ("service.map" if maal.maaltype.mapserver else "service.qgz")

    @property
    def data(self) -> Path:
        """Where the versions lie."""
        return self.rod / "data"

    @property
    def naeste_peger(self) -> Path:
        """The pointer before it is swapped in; in the same folder, so that what it points at is the same."""
        return naeste(self.peger)

    def udgaver(self) -> list[Udgave]:
        """The versions that are whole enough to be shown, newest first."""
        if not self.data.is_dir():
            return []
        fundne: list[Udgave] = [
            udgave for sti in self.data.iterdir() if _har_manifest(udgave := MappeUdgave(sti))
        ]
        return sorted(fundne, key=lambda udgave: udgave.version, reverse=True)

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
                raise self.optaget()
            raise skrivefejl(self.rod)
        try:
            hvem = {"bruger": af, "maskine": platform.node(), "siden": _nu()}
            with skriver(self.rod):
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

    def laest_af(self) -> VedAtUdgive | None:
        """Who is publishing just now; None when nobody is, as far as one can see."""
        if not self._laas.is_file():
            return None
        try:
            hvem = VedAtUdgive(**json.loads(self._om_laas.read_text(encoding="utf-8")))
            dt.datetime.fromisoformat(hvem.siden)
        except (OSError, ValueError, TypeError):
            return VedAtUdgive("?", "?", "")
        return hvem

    def _opret(self) -> None:
        try:
            self.data.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise skrivefejl(self.rod) from None

    def ny(
        self,
        plan: Plan,
        stempel: Mapping[str, str | int],
        fra: Udgave | None,
        om: Oplysninger,
        foer_navn: Callable[[], None],
    ) -> Udgave:
        """Build the data of a version out of sight; it takes its name when all of it is there."""
        version = str(stempel["version"])
        sti = self.data / f"{_TMP}{version}"
        try:
            with skriver(self.rod):
                sti.mkdir()
                skriv_kopi(
                    sti / DATA, plan, stempel, fra.data if isinstance(fra, MappeUdgave) else None
                )
                skriv_liste_i(sti, sti / DATA, om, version)
                foer_navn()
                for fil in sti.iterdir():
                    paa_disken(fil)
                sti.rename(self.data / version)
        finally:
            if sti.is_dir():
                shutil.rmtree(sti, ignore_errors=True)
        return MappeUdgave(self.data / version)

    def faerdiggoer(
        self, udgave: Udgave, manifest: Manifest, aftryk: Aftryk, om: Oplysninger
    ) -> tuple[str, ...]:
        """The pointer can only be made, and the service only be tried, where the data lie for good."""
        egen = _egen(udgave)
        with skriver(self.rod):
            bemaerkninger = skriv_peger(self.maal, self.naeste_peger, egen, om)
            shutil.copyfile(self.naeste_peger, egen.sti / self.peger.name)
            manifest = replace(manifest, sha256=sha256(egen.data), peger=sha256(self.naeste_peger))
            skriv_manifest(egen.sti, manifest, aftryk)
        return bemaerkninger

    def bevis(self, udgave: Udgave, ventet: Ventet, feedback: QgsFeedback | None) -> Bevis:
        """Look at the version by itself, before anybody else can see it."""
        return bevis(self.maal, self.naeste_peger, udgave, ventet, feedback)

    def skift(self, udgave: Udgave) -> tuple[str, ...]:
        """Show this version: the one moment that readers notice."""
        egen = _egen(udgave)
        with skriver(self.rod):
            erstat(
                {
                    til: partial(shutil.copyfile, egen.sti / til.name)
                    for til in (self.peger, self.rod / LISTE)
                }
            )
        return ()

    def vis_intet(self) -> None:
        """Take the very first publication back."""
        self.peger.unlink(missing_ok=True)
        (self.rod / LISTE).unlink(missing_ok=True)

    def smid(self, udgave: Udgave) -> None:
        """Throw away a version that never was shown."""
        self.naeste_peger.unlink(missing_ok=True)
        shutil.rmtree(_egen(udgave).sti, ignore_errors=True)

    def ryd_op(self) -> None:
        """Remove what a publisher that was cut off has left, and versions nobody can want any more."""
        for sti in self.rod.glob(f"{NAESTE}*"):
            sti.unlink(missing_ok=True)
        behold = self.beholdes()
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
        linje = {
            "art": art,
            "version": version,
            "tid": _nu(),
            "af": af,
            **mere,
        }
        sti = self.rod / _HISTORIK
        with skriver(self.rod), sti.open("a", encoding="utf-8") as fil:
            # A line that was cut off, on a full disk, must not take this one with it.
            fil.write("" if _ender_helt(sti) else "\n")
            fil.write(json.dumps(linje, ensure_ascii=False) + "\n")
            fil.flush()
            paa_disken(sti)

    def ret_historik(self, ny: Callable[[dict[str, object]], object]) -> None:
        """Change lines of it, in place whole."""
        sti, foer = self.rod / _HISTORIK, self.historik()
        efter = [ny(linje) for linje in foer]
        if efter != foer:
            tekst = "".join(json.dumps(linje, ensure_ascii=False) + "\n" for linje in efter)
            with skriver(self.rod):
                erstat({sti: lambda til: til.write_text(tekst, encoding="utf-8")})

    def tekster(self, udgave: Udgave) -> AbstractContextManager[Tekster]:
        """The texts of the public copy."""
        egen = _egen(udgave)
        return aabnet(egen.data, f"{self.rod.name}/{egen.version}", skriv=False)

    def om(self, udgave: Udgave) -> Iterator[tuple[str, str]]:
        """The files beside the data: the manifest, the list for people, the project."""
        yield from andre_filer(_egen(udgave).sti)

    def fjernede(self) -> set[Fjernet]:
        """Rows that were taken away to protect somebody."""
        return privat.laes(self.rod)

    def fjern_ogsaa(self, nye: Iterable[Fjernet]) -> None:
        """Add to them."""
        with skriver(self.rod):
            privat.tilfoej(self.rod, nye)


def _ender_helt(sti: Path) -> bool:
    return sti.read_bytes()[-1:] in (b"", b"\n")


def _nu() -> str:
    return dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")


def _egen(udgave: Udgave) -> MappeUdgave:
    if not isinstance(udgave, MappeUdgave):
        raise TypeError(udgave)
    return udgave


def _har_manifest(udgave: MappeUdgave) -> bool:
    if udgave.version.startswith(_TMP):
        return False
    try:
        return udgave.manifest.version == udgave.version
    except (OSError, ValueError):
        return False
