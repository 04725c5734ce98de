# SPDX-License-Identifier: GPL-2.0-or-later
"""docs/drift.md on real servers: set up, publish at night from the very line of cron, watch, take away."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import sqlite3
import subprocess
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.paths import resource
from moedested_plugin.project import opret_projekt
from moedested_plugin.project.eksempel import skriv_eksempler
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import som_maal
from moedested_plugin.store import Kommune, opret
from tests.integration.publishing.udsted import klar
from tests.ows import ledig_port
from tests.servere import nginx_mapserver, nginx_qgis, nginx_uden_svar

from .it import DRIFT, kald

ROD = Path(__file__).parents[3]
SUND, GAMMEL, FORKERT, NEDE = range(4)
#: What cron gives a job, and nothing of ours.
CRON = {"SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}


def cronlinje(nat_sh: Path, nat_conf: Path) -> str:
    """The command of the shipped line, its two paths filled in."""
    (linje,) = (
        linje
        for linje in (DRIFT / "moedested.cron").read_text("utf-8").splitlines()
        if re.match(r"[\d*]", linje)
    )
    *tid, _konto, kommando = linje.split(maxsplit=6)
    assert len(tid) == 5
    assert "%" not in kommando, "means a new line to cron"
    for fra, til in (("/opt/moedested/nat.sh", nat_sh), ("/etc/moedested/nat.conf", nat_conf)):
        assert fra in kommando
        kommando = kommando.replace(fra, f"'{til}'")
    return kommando


def en_anden_gruppe() -> int:
    """A group that is not the first of the one who runs this, where there is one."""
    grupper = [65534] if os.geteuid() == 0 else os.getgroups()
    return next((gid for gid in grupper if gid != os.getegid()), os.getegid())


def nat_conf(til: Path, **vaerdier: object) -> Path:
    """The shipped file, its values filled in."""
    tekst = (DRIFT / "nat.conf").read_text("utf-8")
    for navn, vaerdi in vaerdier.items():
        tekst, antal = re.subn(rf"^{navn}=.*$", f"{navn}='{vaerdi}'", tekst, flags=re.MULTILINE)
        assert antal == 1, navn
    til.write_text(tekst, "utf-8")
    return til


def bestillingens_proever(vaert: str) -> list[tuple[str, str]]:
    """The calls that the order to IT says to try, and what each shall give."""
    tekst = (ROD / "docs" / "bestilling-til-it.md").read_text("utf-8")
    fundet = re.findall(r"\| `(curl [^`]+)` \| (\d{3}) \|", tekst)
    assert len(fundet) == 5
    return [(kald_.replace("https://____", vaert), svar) for kald_, svar in fundet]


def tilsyn(adresse: str, *led: object) -> tuple[int, str]:
    svar = kald(DRIFT / "tilsyn.sh", adresse, *led, miljoe=os.environ)
    assert not svar.stderr, svar.stderr
    return svar.returncode, svar.stdout


@pytest.mark.slow
def test_a_night_and_the_watch(qgis_app: Any, pluginzip: Path, tmp_path: Path) -> None:
    hjem = tmp_path / "nattens mappe på øen"
    hjem.mkdir()
    lager, profil = hjem / "lager.gpkg", hjem / "qgis"
    opret_projekt(376, str(lager), hjem / "p.qgz", True, None, QgsFeedback())
    svar = kald(
        DRIFT / "klargoer-qgis.sh", pluginzip, profil, miljoe={**CRON, "HOME": str(tmp_path)}
    )
    assert svar.returncode == 0, svar.stderr
    peger = hjem / "ud" / "moedesteder" / "service.qgz"
    gruppe = en_anden_gruppe()
    (hjem / "ud").mkdir()
    os.chown(hjem / "ud", -1, gruppe)
    (hjem / "ud").chmod(0o2750)  # as saet-op.sh leaves it
    with nginx_qgis(peger, arbejdere=1) as tjener:
        assert tilsyn(tjener.url)[0] == FORKERT, "nothing is published yet"
        maal = {
            "type": "qgisserver-file",
            "folder": "ud",
            "service": "moedesteder",
            "url": tjener.url,
        }
        (hjem / "maal.json").write_text(json.dumps(maal), "utf-8")
        conf = nat_conf(
            hjem / "nat.conf", STORE=lager, TARGET=hjem / "maal.json", PROFIL=profil, LOGMAPPE=hjem, PGSERVICEFILE="",
        )  # fmt: skip
        kommando = cronlinje(DRIFT / "nat.sh", conf)

        def nat() -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                ["/bin/sh", "-c", kommando], env={**CRON, "HOME": str(tmp_path)}, text=True, capture_output=True, check=False, cwd="/", timeout=300,
            )  # fmt: skip

        udfoert = nat()
        assert (udfoert.returncode, udfoert.stdout, udfoert.stderr) == (0, "", ""), (
            "cron sends no mail"
        )
        version = json.loads((hjem / "udgivelse.json").read_text("utf-8"))["version"]
        (linje,) = (hjem / "nat.log").read_text("utf-8").splitlines()
        assert linje.endswith(f"udgivet {version}")
        for fil in (hjem / "ud").rglob("*"):  # the server reads by its group, and may not write
            assert (fil.stat().st_gid, fil.stat().st_mode & 0o077) == (
                gruppe,
                0o050 if fil.is_dir() else 0o040,
            ), fil
        kode, sagt = tilsyn(tjener.url, 26)
        assert (kode, sagt.startswith(f"SUND: udgivelsen {version}, 0 timer")) == (SUND, True), sagt
        for kald_, svar_ in bestillingens_proever(tjener.vaert):
            assert (
                subprocess.run(
                    ["bash", "-c", kald_], capture_output=True, text=True, check=False
                ).stdout
                == svar_
            )
        # A night that fails says why, and leaves what was out.
        (hjem / "maal.json").write_text("{", "utf-8")
        gik_galt = nat()
        assert (gik_galt.returncode, "er ikke gyldig JSON" in gik_galt.stderr) == (1, True)
        assert "FEJL" in (hjem / "nat.log").read_text("utf-8").splitlines()[1]
        assert tilsyn(tjener.url)[0] == SUND
        # One that is still running is left alone.
        with (hjem / "nat.laas").open("w") as laas:
            import fcntl

            fcntl.flock(laas, fcntl.LOCK_EX)
            assert nat().returncode == 75
        # Nothing was published since: the data are as old as their own layer says.
        (data,) = [fil for fil in hjem.glob("ud/moedesteder/**/*.gpkg") if version in str(fil)]
        with closing(sqlite3.connect(data)) as gpkg, gpkg:
            gpkg.execute("update udgivelse set tid = '2026-01-01T02:15:00Z'")
        kode, sagt = tilsyn(tjener.url, 26)
        assert (kode, sagt.startswith("GAMMEL")) == (GAMMEL, True), sagt
        assert tilsyn(tjener.url, 0)[0] == SUND, "age does not matter"
        assert tilsyn(f"{tjener.vaert}/andet")[0] == FORKERT
        with closing(sqlite3.connect(data)) as gpkg, gpkg:
            gpkg.execute("update udgivelse set version = 'en-anden'")
        kode, sagt = tilsyn(tjener.url)
        assert (kode, "anden version" in sagt) == (FORKERT, True), sagt
        with closing(sqlite3.connect(data)) as gpkg, gpkg:
            gpkg.execute("update udgivelse set version = ?", [version])
        for arbejder in tjener.arbejdere:
            arbejder.kill()
            arbejder.wait()
        kode, sagt = tilsyn(tjener.url)
        assert (kode, sagt.startswith("NEDE")) == (NEDE, True), sagt
    assert tilsyn(f"http://127.0.0.1:{ledig_port()}/moedesteder")[0] == NEDE
    with nginx_qgis(peger, arbejdere=1, regler=False) as aaben:
        kode, sagt = tilsyn(aaben.url, 0)
        assert (kode, "er åben" in sagt) == (FORKERT, True), sagt


def test_mapserver_is_watched_by_the_same_script(
    qgis_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    maal = som_maal({"type": "mapserver", "folder": str(tmp_path), "service": "moedesteder"})
    with opret(str(tmp_path / "l.gpkg"), Kommune(376, "Guldborgsund", 29188599)) as store:
        skriv_eksempler(store, "AB")
        udgiver, plan = klar(store, maal)
        udgiver.udgiv(plan)
    with nginx_mapserver(maal.mappe / "service.map", arbejdere=1) as tjener:
        kode, sagt = tilsyn(tjener.url)
        assert (kode, sagt.startswith("SUND")) == (SUND, True), sagt


def test_a_call_that_is_too_heavy_takes_one_worker_and_not_them_all_in_turn() -> None:
    with nginx_uden_svar() as (tjener, arbejdere):
        try:
            with urllib.request.urlopen(
                f"{tjener.url}?SERVICE=WMS&REQUEST=GetCapabilities"
            ) as svar:
                sagt = svar.status
        except urllib.error.HTTPError as fejl:
            sagt = fejl.code
        assert sagt == 504
        spurgt, _, _ = select.select(arbejdere, [], [], 0)
        assert len(spurgt) == 1


def test_what_is_set_up_is_what_is_taken_away(tmp_path: Path) -> None:
    rod = tmp_path / "rod"
    (rod / "etc/nginx/sites-available").mkdir(parents=True)
    (rod / "etc/nginx/sites-available/nginx-moedested.conf").write_text("deres egen", "utf-8")
    sat = kald(
        DRIFT / "saet-op.sh", "kort.kommunen.dk", "steder_1", "/srv/kort", rod, miljoe=os.environ
    )
    assert sat.returncode == 0, sat.stderr
    site = (rod / "etc/nginx/sites-enabled/nginx-moedested.conf").read_text("utf-8")
    enhed = (rod / "etc/systemd/system/moedested-qgis@.service").read_text("utf-8")
    for tekst in (site, enhed):
        indhold = "\n".join(
            linje for linje in tekst.splitlines() if not linje.lstrip().startswith("#")
        )
        assert "example" not in indhold
        assert "moedesteder" not in indhold
    assert "location = /steder_1 {" in site
    assert "QGIS_PROJECT_FILE=/srv/kort/steder_1/service.qgz" in enhed
    assert (rod / "etc/nginx/sites-available/nginx-moedested.conf.foer").read_text(
        "utf-8"
    ) == "deres egen"
    # nginx and systemd take them.
    conf = tmp_path / "nginx.conf"
    conf.write_text(
        f"pid {tmp_path}/pid; events {{ }} http {{ access_log off;"
        + "".join(
            f"{n}_temp_path {tmp_path}/{n};"
            for n in ("client_body", "fastcgi", "proxy", "uwsgi", "scgi")
        )
        + f"include {rod}/etc/nginx/sites-enabled/nginx-moedested.conf; }}",
        "utf-8",
    )
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
    proevet = subprocess.run(
        [nginx, "-t", "-c", conf, "-e", tmp_path / "log"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert proevet.returncode == 0, proevet.stderr
    # What is installed runs from where it is installed.
    (rod / "opt/moedested/municipalities.csv").stat()
    for script in (rod / "opt/moedested").glob("*.sh"):
        assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    # The rest of what the page puts there.
    for fil in ("etc/cron.d/moedested", "etc/moedested/nat.conf", "var/log/moedested/nat.log", "var/lib/moedested/qgis/x",
                "etc/systemd/system/moedested-nat.timer", "etc/systemd/system/moedested-nat.service"):  # fmt: skip
        (rod / fil).parent.mkdir(parents=True, exist_ok=True)
        (rod / fil).touch()
    (rod / "srv/kort/steder_1/service.qgz").touch()
    begge = (("fjern-server.sh", "fjern"), ("saet-op.sh", "kort.kommunen.dk", "steder_1"))
    for daarlig in ("/", "/srv/../etc", "/etc", "/srv//"):
        for navn, *ord_ in begge:
            assert kald(DRIFT / navn, *ord_, daarlig, rod, miljoe=os.environ).returncode == 64
    assert kald(DRIFT / "fjern-server.sh", "fjern", "", rod, miljoe=os.environ).returncode == 0
    assert [fil for fil in rod.rglob("*") if not fil.is_dir()] == [
        rod / "srv/kort/steder_1/service.qgz"
    ]
    assert (
        kald(DRIFT / "fjern-server.sh", "fjern", "/srv/kort", rod, miljoe=os.environ).returncode
        == 0
    )
    assert [fil for fil in rod.rglob("*") if not fil.is_dir()] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_understands_every_unit(tmp_path: Path) -> None:
    enheder = [
        *DRIFT.glob("*.service"),
        *DRIFT.glob("*.timer"),
        *DRIFT.parent.glob("*.service"),
    ]
    assert len(enheder) >= 4
    for enhed in enheder:
        tekst = enhed.read_text("utf-8")
        for program in re.findall(r"^ExecStart=(\S+)", tekst, re.MULTILINE):
            assert Path(program).exists(), program
        ny = tmp_path / enhed.name.replace("@.", "@1.")
        ny.write_text(tekst, "utf-8")
        svar = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", ny],
            capture_output=True,
            text=True,
            check=False,
        )
        klager = [
            linje
            for linje in svar.stderr.splitlines()
            if enhed.name.partition("@")[0].split(".")[0] in linje
        ]
        assert klager == [], enhed.name


def test_the_folder_is_tried_by_the_account_that_uses_it(tmp_path: Path) -> None:
    mappe = tmp_path / "ud på nettet"
    mappe.mkdir()
    (mappe / "service.qgz").touch()
    skriv = kald(DRIFT / "proev-mappe.sh", "skriv", mappe, miljoe=os.environ)
    assert (skriv.returncode, "OK" in skriv.stdout) == (0, True)
    assert "PROJECT_CACHE_STRATEGY=" in skriv.stdout
    assert [fil.name for fil in mappe.iterdir()] == ["service.qgz"]
    laes = kald(DRIFT / "proev-mappe.sh", "laes", mappe, miljoe=os.environ)
    assert (laes.returncode, "må kun læse" in laes.stderr) == (1, True)
    assert kald(DRIFT / "proev-mappe.sh", "laes", mappe / "x", miljoe=os.environ).returncode == 1


@pytest.mark.parametrize("side", ["drift.md", "drift-flere-servere.md", "bestilling-til-it.md"])
def test_what_the_page_names_is_there(side: str) -> None:
    tekst = (ROD / "docs" / side).read_text("utf-8")
    veje = re.findall(r"\]\(([^)#]*)[^)]*\)", tekst)
    scripter = re.findall(r"[\w-]+\.sh\b", tekst)
    assert veje
    assert scripter
    assert [vej for vej in veje if not (ROD / "docs" / vej).exists()] == []
    assert [script for script in scripter if not (DRIFT / script).is_file()] == []


def test_shellcheck_has_nothing_to_say() -> None:
    svar = subprocess.run(
        ["shellcheck", "-x", *DRIFT.glob("*.sh")], capture_output=True, text=True, check=False
    )
    assert svar.returncode == 0, svar.stdout


@pytest.mark.parametrize("script", sorted(DRIFT.glob("*.sh")), ids=lambda sti: sti.name)
def test_each_script_is_strict_says_how_it_is_used_and_stands_on_the_page(script: Path) -> None:
    tekst = script.read_text("utf-8")
    assert tekst.startswith("#!/usr/bin/env bash\n# ")
    assert "\nset -euo pipefail\n" in tekst
    assert f"\n# brug: {script.name} " in tekst
    svar = kald(script, miljoe=os.environ)
    assert svar.returncode in (64, 78)
    assert "brug:" in svar.stderr
    assert script.name in (ROD / "docs" / "drift.md").read_text("utf-8")
    assert resource("server", "drift", script.name).is_file()
