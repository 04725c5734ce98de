# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS Server of our own on 127.0.0.1 for one project: for the private proof, the preview and the demo."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment
from qgis.PyQt.QtNetwork import QHostAddress, QTcpServer

from moedested_plugin.i18n import tr

from .efterladte import HJEM, Seddel, mappe_til_sedler, ryd_efterladte
from .fejl import UdgivelsesFejl

VAERT = "127.0.0.1"
_PROGRAM = "qgis_mapserver"
_FORSOEG, _START_MS, _STOP_MS, _TRIN_MS = 3, 30_000, 10_000, 50
_LOG = 4_000
_UD, _FEJL = "ud.txt", "log.txt"
_LYTTER = "listening on"
#: Where the server looks for settings of the user's, and the one it finds there: layers of a database are opened one
#: after the other, for side by side each of them would make a connection of its own.
_INDSTILLINGER = "QGIS/QGIS3.ini"
_EN_FORBINDELSE = "[core]\nprovider-parallel-loading=false\n"
#: What a program needs to start, and nothing of what the user keeps in the environment.
MED = frozenset(
    ("path", "lang", "lc_all", "lc_ctype", "tz", "systemroot", "systemdrive", "windir", "comspec", "pathext", "temp", "tmp", "tmpdir",
     "number_of_processors", "programdata", "ld_library_path", "dyld_library_path", "qt_plugin_path", "qgis_prefix_path", "osgeo4w_root",
     "pythonhome", "gdal_data", "gdal_driver_path", "proj_lib", "proj_data", "pgservicefile", "pgsysconfdir", "pgpassfile")
)  # fmt: skip
_HEMMELIGT = re.compile(
    r"(?i)(password|passwd|pwd|token|apikey|authcfg)\s*=\s*('[^']*'|[^\s&;'\"]+)"
)
_ADRESSE = re.compile(r"(?i)\b[a-z][a-z0-9+.-]*://\S+")
_STI = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\s'\"<>|:]+){2,}")


def program() -> str | None:
    """Where the program is: on PATH, or where QGIS itself lies (OSGeo4W, the standalone installer, macOS)."""
    rod = Path(QgsApplication.prefixPath())
    return find_program(
        _PROGRAM,
        Path(QgsApplication.applicationDirPath()),
        Path(QgsApplication.libexecPath()),
        rod / "bin",
        *(rod.parent / navn / "bin" for navn in ("qgis-ltr", "qgis")),
        rod.parent.parent / "bin",
    )


def find_program(navn: str, *steder: Path) -> str | None:
    """The program on PATH, else in the first of these folders that has it, whatever the system calls it."""
    filer = (sted / fil for sted in steder for fil in (f"{navn}.exe", navn))
    fundet = next((fil for fil in filer if fil.is_file() and os.access(fil, os.X_OK)), None)
    return shutil.which(navn) or (str(fundet) if fundet is not None else None)


class LokalServer:
    """Runs while the block does. Start and stop it in the same thread."""

    def __init__(self, projekt: Path, *, miljoe: Mapping[str, str] | None = None) -> None:
        self._projekt, self._ekstra = projekt, dict(miljoe or {})
        self._proces: QProcess | None = None
        self._seddel: Seddel | None = None
        self._hjem: Path | None = None
        self._port = 0

    @staticmethod
    def findes() -> bool:
        """Whether a local server can be started here."""
        return program() is not None

    @property
    def url(self) -> str:
        """The address of WMS and WFS; OGC API Features lies under it at `wfs3/`."""
        return f"http://{VAERT}:{self._port}/"

    @property
    def koerer(self) -> bool:
        return self._proces is not None and self._proces.state() == QProcess.ProcessState.Running

    def lever(self) -> bool:
        """The same, from a thread without an event loop: there QProcess only hears of its end while it waits."""
        return self._proces is not None and not self._proces.waitForFinished(0) and self.koerer

    @property
    def pid(self) -> int:
        return int(self._proces.processId()) if self._proces is not None else 0

    def log(self) -> str:
        """The end of what the server complained about, without paths, addresses and passwords."""
        if self._hjem is None:
            return ""
        try:
            tekst = self._hjem_sti(_FEJL).read_text("utf-8", "replace")[-_LOG:]
        except OSError:
            return ""
        return _uden_hemmeligt(tekst)

    def __enter__(self) -> LokalServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start, where that has not begun, and wait until it listens; raises `UdgivelsesFejl`."""
        if self._proces is None:
            self.begynd()
        fundet = str(program())
        try:
            # Another program may take the port before the server does.
            startet = self._er_oppe() or any(
                self._proev(fundet) and self._er_oppe() for _ in range(_FORSOEG - 1)
            )
        except OSError:
            startet = False
        if not startet:
            self._opgiv()

    def begynd(self) -> None:
        """Start, and do not wait: it takes its time, and there may be other things to do. Raises `UdgivelsesFejl`."""
        fundet = program()
        if fundet is None:
            raise UdgivelsesFejl(
                tr(
                    "QGIS Server er ikke installeret her. Installér pakken qgis-server, eller gå videre uden."
                )
            )
        if not self._projekt.is_file():
            raise UdgivelsesFejl(tr("Projektet til tjenesten findes ikke. Udgiv igen."))
        ryd_efterladte()
        try:
            self._hjem = Path(tempfile.mkdtemp(prefix=HJEM))
            indstillinger = self._hjem_sti(_INDSTILLINGER)
            indstillinger.parent.mkdir()
            indstillinger.write_text(_EN_FORBINDELSE, "utf-8")
            begyndt = self._proev(fundet)
        except OSError:  # no room, or a profile that cannot be written
            begyndt = False
        if not begyndt:
            self._opgiv()

    def _opgiv(self) -> None:
        self.stop()
        raise UdgivelsesFejl(tr("Den lokale QGIS Server kunne ikke starte. Prøv igen."))

    def stop(self) -> None:
        """Kill it and wait until it is gone. Twice is once."""
        self._draeb()
        if self._hjem is not None:
            shutil.rmtree(self._hjem, ignore_errors=True)
            self._hjem = None

    def _proev(self, fundet: str) -> bool:
        """Let the program begin at a free port."""
        proces, port = QProcess(), _ledig_port()
        adresse = f"{VAERT}:{port}"
        proces.setProcessEnvironment(self._miljoe())
        proces.setWorkingDirectory(str(self._hjem))
        proces.setStandardInputFile(QProcess.nullDevice())
        # To a file: a pipe that nobody reads fills, and the server stops.
        proces.setStandardOutputFile(str(self._hjem_sti(_UD)))
        proces.setStandardErrorFile(str(self._hjem_sti(_FEJL)))
        self._proces, self._port = proces, port
        proces.start(fundet, ["-l", "2", adresse])
        if not proces.waitForStarted(_START_MS):
            return False
        self._seddel = Seddel.skriv(
            mappe_til_sedler(), int(proces.processId()), Path(fundet).name, adresse, str(self._hjem)
        )
        return True

    def _er_oppe(self) -> bool:
        """Wait until it listens; where it does not, it is gone afterwards."""
        if self._proces is not None and _lytter(self._proces, self._hjem_sti(_UD)):
            return True
        self._draeb()
        return False

    def _draeb(self) -> None:
        proces, self._proces = self._proces, None
        if proces is not None and proces.state() != QProcess.ProcessState.NotRunning:
            proces.kill()  # there is nothing to finish, and Windows knows no kinder way
            proces.waitForFinished(_STOP_MS)
        if self._seddel is not None:
            self._seddel.fjern()
            self._seddel = None

    def _hjem_sti(self, navn: str) -> Path:
        return Path(str(self._hjem)) / navn

    def _miljoe(self) -> QProcessEnvironment:
        """Enough to start, and an empty home: no profile, no stored passwords, no settings of the user's."""
        hjem = str(self._hjem)
        arvet = {navn: vaerdi for navn, vaerdi in os.environ.items() if navn.lower() in MED}
        eget = {
            "HOME": hjem, "USERPROFILE": hjem, "APPDATA": hjem, "LOCALAPPDATA": hjem, "XDG_CONFIG_HOME": hjem,
            "XDG_DATA_HOME": hjem, "XDG_CACHE_HOME": hjem, "XDG_RUNTIME_DIR": hjem, "QGIS_CUSTOM_CONFIG_PATH": hjem,
            "QGIS_AUTH_DB_DIR_PATH": hjem, "QGIS_OPTIONS_PATH": hjem, "QT_QPA_PLATFORM": "offscreen",
            "QGIS_SERVER_LOG_LEVEL": "2", "QGIS_SERVER_LOG_STDERR": "true",
            # Not by `-p`, which leaves out a project that is still to be written when the server starts.
            "QGIS_PROJECT_FILE": str(self._projekt),
        }  # fmt: skip
        miljoe = QProcessEnvironment()
        for navn, vaerdi in {**_postgres_filer(), **arvet, **eget, **self._ekstra}.items():
            miljoe.insert(navn, vaerdi)
        return miljoe


def _postgres_filer() -> dict[str, str]:
    """Where PostgreSQL's own files are: a project with `service=` needs them, and the home of the server is another."""
    hjem = Path.home()
    if sys.platform == "win32":
        mappe = Path(os.environ.get("APPDATA", str(hjem))) / "postgresql"
        filer = {
            "PGSERVICEFILE": mappe / ".pg_service.conf",
            "PGPASSFILE": mappe / "pgpass.conf",
        }
    else:
        filer = {"PGSERVICEFILE": hjem / ".pg_service.conf", "PGPASSFILE": hjem / ".pgpass"}
    return {navn: str(fil) for navn, fil in filer.items() if fil.is_file()}


def _ledig_port() -> int:
    lytter = QTcpServer()
    lytter.listen(QHostAddress(VAERT), 0)
    port = int(lytter.serverPort())
    lytter.close()
    return port


def _lytter(proces: QProcess, ud: Path) -> bool:
    """Wait until it says that it listens (another program may answer at its door); False when it ends first."""
    frist = time.monotonic() + _START_MS / 1000
    while time.monotonic() < frist:
        # Waiting for its end is also how it is seen without an event loop.
        if proces.waitForFinished(_TRIN_MS) or proces.state() != QProcess.ProcessState.Running:
            return False
        if _LYTTER in ud.read_text("utf-8", "replace"):
            return True
    return False


def _uden_hemmeligt(tekst: str) -> str:
    for moenster, i_stedet in ((_HEMMELIGT, r"\1=…"), (_ADRESSE, "…"), (_STI, "…")):
        tekst = moenster.sub(i_stedet, tekst)
    return tekst
