# SPDX-License-Identifier: GPL-2.0-or-later
"""The local QGIS Server: it serves, it cannot read what is the user's, it stops, and it does not outlive QGIS for long."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from moedested_plugin.publishing import efterladte, lokal_server
from moedested_plugin.publishing.efterladte import Seddel, mappe_til_sedler, ryd_efterladte
from moedested_plugin.publishing.efterproev import IkkeNaaet, svar_fejl
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.lokal_server import LokalServer

from .servertjeneste import Kanarietjeneste


@pytest.fixture(scope="module")
def projekt(kanarier: Kanarietjeneste) -> Path:
    return kanarier.projekt


def _lever(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_serves_the_project_and_stops(
    kanarier: Kanarietjeneste, projekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ventet = kanarier.ventet
    monkeypatch.setenv("QGIS_AUTH_PASSWORD_FILE", "/hemmelig/kodeord")
    monkeypatch.setenv("QGIS_AUTH_DB_DIR_PATH", "/hemmelig")
    monkeypatch.setenv("PGPASSWORD", "hemmelig")
    assert LokalServer.findes()
    server = LokalServer(projekt, miljoe={"PRØVE": "ja"})
    with server:
        assert server.koerer
        assert svar_fejl(server.url, ventet) is None
        miljoe = Path(f"/proc/{server.pid}/environ").read_text("utf-8")
        assert "hemmelig" not in miljoe
        assert "PRØVE=ja" in miljoe
        steder = dict(linje.split("=", 1) for linje in miljoe.split("\0") if linje)
        assert steder["QGIS_AUTH_DB_DIR_PATH"] == steder["HOME"] != os.environ["HOME"]
        hjem, pid, url = Path(steder["HOME"]), server.pid, server.url
        assert "127.0.0.1" in url
        assert list(mappe_til_sedler().glob("*.json"))
        assert ryd_efterladte() == 0  # ours is alive, and so are we
        assert server.koerer
        log = server.log()
        assert str(projekt.parent) not in log
    assert not _lever(pid)
    assert not hjem.exists()
    assert list(mappe_til_sedler().glob("*")) == []
    with pytest.raises(IkkeNaaet):
        svar_fejl(url, ventet)
    server.stop()  # twice is once


def test_the_project_may_be_written_after_the_server_has_begun(
    kanarier: Kanarietjeneste, projekt: Path
) -> None:
    senere = projekt.with_name("senere.qgz")
    senere.touch()
    server = LokalServer(senere)
    server.begynd()
    try:
        server.start()
        senere.write_bytes(projekt.read_bytes())
        assert svar_fejl(server.url, kanarier.ventet) is None
    finally:
        server.stop()
        senere.unlink()
    assert list(mappe_til_sedler().glob("*")) == []


def test_two_at_once_and_a_port_that_was_taken_in_between(
    projekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LokalServer(projekt) as en:
        optaget = int(en.url.rstrip("/").rpartition(":")[2])
        porte = [optaget, lokal_server._ledig_port()]
        monkeypatch.setattr(lokal_server, "_ledig_port", lambda: porte.pop(0))
        with LokalServer(projekt) as to:
            assert en.url != to.url
            assert en.koerer
            assert to.koerer
            assert porte == []


def test_what_cannot_start_says_what_to_do(
    projekt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UdgivelsesFejl, match="Udgiv igen"):
        LokalServer(tmp_path / "findes ikke.qgz").start()
    monkeypatch.setattr(lokal_server, "program", lambda: sys.executable)  # starts, and ends at once
    with pytest.raises(UdgivelsesFejl, match="kunne ikke starte"):
        LokalServer(projekt).start()
    assert list(mappe_til_sedler().glob("*.json")) == []
    monkeypatch.setattr(lokal_server, "program", lambda: None)
    assert not LokalServer.findes()
    with pytest.raises(UdgivelsesFejl, match="ikke installeret"):
        LokalServer(projekt).start()


@pytest.mark.parametrize(
    ("ligger", "prefix", "app"),
    [
        # OSGeo4W and the standalone installer: the server's package puts it beside that QGIS, or beside the other one.
        ("apps/qgis-ltr/bin/qgis_mapserver.exe", "apps/qgis-ltr", "bin"),
        ("apps/qgis/bin/qgis_mapserver.exe", "apps/qgis-ltr", "apps/qgis-ltr/bin"),
        ("bin/qgis_mapserver.exe", "apps/qgis", "apps/qgis/bin"),
        # macOS, and a QGIS that was built by hand
        ("Contents/MacOS/bin/qgis_mapserver", "Contents/MacOS", "Contents/MacOS"),
        ("bin/qgis_mapserver", ".", "bin"),
    ],
)
def test_it_is_found_where_qgis_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ligger: str, prefix: str, app: str
) -> None:
    rod = tmp_path / "Program Files" / "QGIS på dansk"
    fil = rod / ligger
    fil.parent.mkdir(parents=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    for navn, sted in (("prefixPath", prefix), ("applicationDirPath", app), ("libexecPath", app)):
        monkeypatch.setattr(lokal_server.QgsApplication, navn, lambda sted=sted: str(rod / sted))
    assert lokal_server.program() is None
    fil.write_bytes(b"MZ")
    fil.chmod(0o755)
    assert lokal_server.program() == str(fil)
    assert LokalServer.findes()
    paa_path = tmp_path / "qgis_mapserver"  # what the user has chosen goes first
    paa_path.write_bytes(b"MZ")
    paa_path.chmod(0o755)
    assert lokal_server.program() == str(paa_path)


def test_what_a_program_needs_on_windows_is_handed_on(
    projekt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OSGeo4W's programs find Qt, GDAL, PROJ and Python by what the start of QGIS has set, in any spelling."""
    sat = {
        "Path": r"C:\OSGeo4W\bin", "SystemRoot": r"C:\Windows", "OSGEO4W_ROOT": r"C:\OSGeo4W", "PYTHONHOME": r"C:\OSGeo4W\apps\Python312",
        "QT_PLUGIN_PATH": r"C:\OSGeo4W\apps\qt5\plugins", "GDAL_DATA": r"C:\OSGeo4W\apps\gdal\share\gdal", "PROJ_DATA": r"C:\OSGeo4W\share\proj",
    }  # fmt: skip
    monkeypatch.setattr(lokal_server.os, "environ", {**sat, "AZURE_TOKEN": "hemmeligt"})
    monkeypatch.setattr(lokal_server.sys, "platform", "win32")
    server = LokalServer(projekt)
    server._hjem = Path("C:/Temp/å")
    miljoe = server._miljoe()
    assert {navn: miljoe.value(navn) for navn in sat} == sat
    assert not miljoe.contains("AZURE_TOKEN")
    assert miljoe.value("USERPROFILE") == miljoe.value("APPDATA") == "C:/Temp/å"


DRAEBT = """
import sys, time
from pathlib import Path
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from moedested_plugin.publishing.efterladte import mappe_til_sedler
from moedested_plugin.publishing.lokal_server import LokalServer
server = LokalServer(Path(sys.argv[1]))
server.start()
print(server.pid, server._hjem, mappe_til_sedler(), flush=True)
time.sleep(600)
"""


def test_a_server_whose_qgis_was_killed_is_stopped_at_the_next_start(
    projekt: Path, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DRAEBT, str(projekt)],
        env={**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)},
        stdout=subprocess.PIPE, text=True, cwd=Path(efterladte.__file__).parents[2],
    ) as qgis:  # fmt: skip
        try:
            assert qgis.stdout is not None
            nr, hjem, sted = qgis.stdout.readline().strip().split(" ", 2)
            assert Path(hjem).is_dir()
            pid, mappe = int(nr), Path(sted)
            assert tmp_path in mappe.parents
            assert ryd_efterladte(mappe) == 0  # its QGIS lives
            assert _lever(pid)
        finally:
            qgis.send_signal(signal.SIGKILL)
    try:
        assert _lever(pid)  # nothing else would have stopped it
        assert ryd_efterladte(mappe) == 1
        assert not Path(hjem).exists()
    except BaseException:
        os.kill(pid, signal.SIGKILL)
        raise
    frist = time.monotonic() + 20
    while _lever(pid) and time.monotonic() < frist:
        time.sleep(0.02)
    assert not _lever(pid)
    assert list(mappe.glob("*.json")) == []
    assert ryd_efterladte(mappe) == 0


@pytest.mark.parametrize(
    "indhold",
    ["", "{", "[]", '{"pid": "x"}', '{"pid": 0, "program": "", "sted": ""}', "os"],
)
def test_a_note_about_another_program_stops_nothing(tmp_path: Path, indhold: str) -> None:
    """The number may have been given to another: here to this very test run."""
    if indhold == "os":
        indhold = json.dumps(
            {
                "pid": os.getpid(),
                "program": "qgis_mapserver",
                "sted": "127.0.0.1:1",
                "hjem": str(tmp_path),
            }
        )
    (tmp_path / "a.json").write_text(indhold, "utf-8")
    assert ryd_efterladte(tmp_path) == 0
    assert not (tmp_path / "a.json").exists()


def test_a_note_of_a_living_qgis_is_left_alone(tmp_path: Path) -> None:
    seddel = Seddel.skriv(tmp_path, os.getpid(), "python", "")
    assert ryd_efterladte(tmp_path) == 0
    assert seddel.fil.exists()
    seddel.fjern()
    assert list(tmp_path.iterdir()) == []


def test_the_log_has_no_secrets() -> None:
    tekst = lokal_server._uden_hemmeligt(
        "Layer /srv/kommune/data.gpkg failed\nC:\\Users\\Åse Ø\\kort.qgz\npassword='a b' token=xyz authcfg=a1b2\n"
        "https://bruger:hemmelig@vært.dk/wms?token=1 svarer ikke"
    )
    for hemmeligt in ("kommune", "Users", "a b", "xyz", "a1b2", "bruger", "token=1"):
        assert hemmeligt not in tekst
    assert "failed" in tekst
    assert "svarer ikke" in tekst
