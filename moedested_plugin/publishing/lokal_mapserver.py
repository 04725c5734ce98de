# SPDX-License-Identifier: GPL-2.0-or-later
"""MapServer as a program that answers one request and ends: the private proof of a mapfile, with no server at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment, QUrl

from moedested_plugin.i18n import tr

from .efterproev import IkkeNaaet
from .lokal_server import MED, find_program
from .netkald import Svar
from .tjenestesvar import Tjeneste

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from .tjenestesvar import Ventet

_PROGRAM = "mapserv"
_VENT_MS, _SE_MS = 60_000, 200
_OK, _FEJL = 200, 500
_ADRESSE = "http://127.0.0.1/"
#: MapServer 8 starts with none other, and then takes no other mapfile than ours. 7 does not read it.
_OPSAETNING = 'CONFIG\n  ENV\n    MS_MAP_NO_PATH "1"\n  END\nEND\n'


def program() -> str | None:
    """Where the program is: on PATH, as a CGI program on Debian, with QGIS (OSGeo4W) or in MS4W."""
    rod = Path(QgsApplication.prefixPath())
    return find_program(
        _PROGRAM, Path("/usr/lib/cgi-bin"), Path(QgsApplication.applicationDirPath()), rod / "bin",
        rod.parent.parent / "bin", rod.parent / "mapserver" / "bin", Path("C:/ms4w/Apache/cgi-bin"),
    )  # fmt: skip


def mapfil_fejl(mapfil: Path, ventet: Ventet, feedback: QgsFeedback | None = None) -> str | None:
    """Look once at everything: None when right, else what is wrong; raises `IkkeNaaet` where it gives no answer."""
    fundet = program()
    if fundet is None:
        raise IkkeNaaet(tr("MapServer er ikke installeret her."))
    tjeneste = Tjeneste(QUrl(_ADRESSE), ventet)
    samtale = tjeneste.samtale(tjeneste.dele)
    with tempfile.TemporaryDirectory(prefix="moedested-mapserver-") as hjem:
        opsaetning = Path(hjem) / "mapserver.conf"
        opsaetning.write_text(_OPSAETNING, "utf-8")
        svar = None
        while True:
            try:
                adresse = samtale.send(svar)
            except StopIteration as slut:
                fejl: str | None = slut.value
                return fejl
            svar = _spoerg(fundet, adresse, mapfil, opsaetning, feedback)


def bevis_mapfil(
    mapfil: Path, ventet: Ventet, feedback: QgsFeedback | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is wrong with the service of the mapfile, and what could not be looked at from here."""
    if program() is None:
        uden = tr(
            "MapServer findes ikke på denne maskine. Data er talt efter, men kortet er ikke prøvet som WMS og WFS."
        )
        return (), (uden,)
    try:
        fejl = mapfil_fejl(mapfil, ventet, feedback)
    except IkkeNaaet as grund:
        return (), (tr("Den private prøve svarede ikke: {}").format(grund),)
    return (fejl,) if fejl else (), ()


def _spoerg(
    fundet: str, adresse: QUrl, mapfil: Path, opsaetning: Path, feedback: QgsFeedback | None
) -> Svar:
    miljoe = QProcessEnvironment()
    for navn, vaerdi in os.environ.items():
        if navn.lower() in MED:
            miljoe.insert(navn, vaerdi)
    for navn, vaerdi in {
        "REQUEST_METHOD": "GET", "QUERY_STRING": adresse.query(QUrl.ComponentFormattingOption.FullyEncoded),
        "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "SCRIPT_NAME": "/", "MS_MAPFILE": str(mapfil),
        "MAPSERVER_CONFIG_FILE": str(opsaetning), "HOME": str(opsaetning.parent),
    }.items():  # fmt: skip
        miljoe.insert(navn, vaerdi)
    proces = QProcess()
    proces.setProcessEnvironment(miljoe)
    proces.setWorkingDirectory(str(opsaetning.parent))
    proces.setStandardInputFile(QProcess.nullDevice())
    proces.setStandardErrorFile(QProcess.nullDevice())
    proces.start(fundet, [])
    for _ in range(_VENT_MS // _SE_MS):
        afbrudt = feedback is not None and feedback.isCanceled()
        if (
            afbrudt
            or proces.waitForFinished(_SE_MS)
            or proces.state() == QProcess.ProcessState.NotRunning
        ):
            break
    if proces.state() != QProcess.ProcessState.NotRunning:
        proces.kill()
        proces.waitForFinished(_SE_MS)
        raise IkkeNaaet(tr("MapServer svarede ikke."))
    return _svar(bytes(proces.readAllStandardOutput()))


def _svar(ud: bytes) -> Svar:
    """What a CGI program writes: a head, a blank line, the answer."""
    hoved, skel, krop = ud.replace(b"\r\n\r\n", b"\n\n", 1).partition(b"\n\n")
    if not skel:
        raise IkkeNaaet(tr("MapServer svarede ikke."))
    status = _OK
    for linje in hoved.splitlines():
        navn, _, vaerdi = linje.partition(b":")
        tal = vaerdi.split()
        if navn.strip().lower() == b"status" and tal:
            status = int(tal[0]) if tal[0].isdigit() else _FEJL
    return Svar(status, krop)
