# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds and stops local servers whose QGIS is gone: each has a note in the user's profile, locked by the QGIS that started it.

The lock is Qt's: it is free again when its process has ended, however it ended, on every system.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLockFile, QProcess

#: What the name of a server's own temporary folder begins with.
HJEM = "moedested-server-"
_VENT_MS = 10_000


def mappe_til_sedler() -> Path:
    """In the user's own profile: nobody else may tell us what to stop."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "moedested" / "servere"


@dataclass(frozen=True)
class Seddel:
    """The note of one running server."""

    fil: Path
    laas: QLockFile

    @classmethod
    def skriv(cls, mappe: Path, pid: int, program: str, sted: str, hjem: str = "") -> Seddel:
        """Write it, locked."""
        mappe.mkdir(parents=True, exist_ok=True)
        fil = mappe / f"{uuid.uuid4().hex}.json"
        laas = _laas(fil)
        laas.lock()
        fil.write_text(
            json.dumps({"pid": pid, "program": program, "sted": sted, "hjem": hjem}), "utf-8"
        )
        return cls(fil, laas)

    def fjern(self) -> None:
        """The server is gone."""
        self.fil.unlink(missing_ok=True)
        self.laas.unlock()


def ryd_efterladte(mappe: Path | None = None) -> int:
    """Stop the servers whose QGIS is gone, and take their notes away; gives how many were stopped."""
    stoppet = 0
    for fil in (mappe or mappe_til_sedler()).glob("*.json"):
        laas = _laas(fil)
        if not laas.tryLock(0):
            continue  # its QGIS is alive
        stoppet += _stop(fil)
        fil.unlink(missing_ok=True)
        laas.unlock()
    return stoppet


def _laas(fil: Path) -> QLockFile:
    laas = QLockFile(str(fil.with_suffix(".laas")))
    laas.setStaleLockTime(0)  # only the death of its owner frees it, never time
    return laas


def _stop(fil: Path) -> bool:
    try:
        seddel = json.loads(fil.read_text("utf-8"))
        pid, program, sted = int(seddel["pid"]), str(seddel["program"]), str(seddel["sted"])
        hjem = Path(str(seddel["hjem"]))
    except (OSError, ValueError, KeyError, TypeError):
        return False
    stoppet = pid > 1 and bool(sted) and _er_vores(pid, program, sted) and _draeb(pid)
    if hjem.name.startswith(HJEM) and hjem.parent == Path(tempfile.gettempdir()):
        shutil.rmtree(hjem, ignore_errors=True)
    return stoppet


def _er_vores(pid: int, program: str, sted: str) -> bool:
    """The number may belong to another program by now: ask the system what it is."""
    if sys.platform == "win32":
        svar = _koer("tasklist", "/FI", f"PID eq {pid}", "/FO", "CSV", "/NH")
        return program.lower() in svar.lower() and f'"{pid}"' in svar
    svar = _koer("ps", "-ww", "-o", "command=", "-p", str(pid))
    return program in svar and sted in svar  # the address is the last argument


def _draeb(pid: int) -> bool:
    if sys.platform == "win32":
        _koer("taskkill", "/F", "/PID", str(pid))
    else:
        _koer("kill", "-9", str(pid))
    return True


def _koer(navn: str, *argumenter: str) -> str:
    program = shutil.which(navn)
    if program is None:
        return ""
    proces = QProcess()
    proces.start(program, list(argumenter))
    proces.waitForFinished(_VENT_MS)  # False also when it was done before we asked
    if proces.state() != QProcess.ProcessState.NotRunning:
        proces.kill()
        proces.waitForFinished(_VENT_MS)
    return bytes(proces.readAllStandardOutput()).decode("utf-8", "replace")
