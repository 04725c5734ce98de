# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped server examples, running: nginx and four workers of QGIS Server or MapServer from `resources/server`.

They run as they stand there; only places and ports are filled in. Everything lies in a temporary folder, listens on 127.0.0.1, needs no root, and goes
with the block that started it (also when the test run is killed).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from moedested_plugin.paths import resource
from tests.ows import VAERT, ledig_port

ARBEJDERE = 4
_SITE, _ENHED = "nginx-moedested.conf", "moedested-qgis@.service"
_FORAN_SITE = "nginx-moedested-flere.conf"
_MAP_SITE, _MAP_ENHED, _MAP_CONF = (
    "nginx-moedested-mapserver.conf", "moedested-mapserver@.service", "mapserver.conf",
)  # fmt: skip
_DOER_MED = ("setpriv", "--pdeathsig", "TERM")
_HOVED = """
daemon off;
worker_processes 1;
pid {mappe}/nginx.pid;
error_log {mappe}/nginx.log;
events {{ worker_connections 128; }}
http {{
    access_log off;
    client_body_temp_path {mappe}/krop;
    fastcgi_temp_path {mappe}/fastcgi;
    proxy_temp_path {mappe}/proxy;
    uwsgi_temp_path {mappe}/uwsgi;
    scgi_temp_path {mappe}/scgi;
    include {mappe}/site.conf;
}}
"""


@dataclass
class Tjener:
    """The running servers: `url` is the address of WMS and WFS; `port` what nginx listens on."""

    port: int
    mappe: Path
    arbejdere: list[subprocess.Popen[bytes]] = field(default_factory=list)
    #: How each of them was started.
    starter: list[Callable[[], subprocess.Popen[bytes]]] = field(default_factory=list)

    def start(self, starter: Callable[[], subprocess.Popen[bytes]]) -> None:
        """One worker more."""
        self.starter.append(starter)
        self.arbejdere.append(starter())

    def genstart(self, nr: int) -> subprocess.Popen[bytes]:
        """Start a worker that fell, as systemd does (`Restart=always` in the unit), until it takes questions."""
        self.arbejdere[nr].wait()
        ny = self.arbejdere[nr] = self.starter[nr]()
        sokkel = str(self.mappe / f"moedested-{nr + 1}" / "qgis.sock")
        _vent_paa_svar(self, ny, "QGIS Server", socket.AF_UNIX, sokkel)
        return ny

    @property
    def vaert(self) -> str:
        return f"http://{VAERT}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.vaert}/moedesteder"

    @property
    def log(self) -> str:
        """What nginx and the workers complained about."""
        return "".join(fil.read_text("utf-8", "replace") for fil in self.mappe.glob("*.log"))


@contextmanager
def nginx_qgis(
    projekt: Path | str,
    *,
    regler: bool = True,
    arbejdere: int = ARBEJDERE,
    pgservice: Path | None = None,
    port: int | None = None,
    bagved: bool = False,
    **miljoe: str,
) -> Iterator[Tjener]:
    """Serve this project (a file, or as the address of one in a database) from the examples; `miljoe` is what the person would change in the unit.

    Without `regler` nginx lets everything through: only to see that an attack is one. Fewer workers start faster; nginx
    goes past those that are not there. `pgservice` is where the workers find the database; `port` where it was before.
    `bagved`: another nginx stands before it.
    """
    with _mappe(port) as tjener, ExitStack() as ryd:
        ryd.callback(_stop_alle, tjener)
        for nr in range(1, arbejdere + 1):
            tjener.start(partial(start_arbejder, tjener, projekt, nr, **miljoe))
        site = _site(
            tjener, _SITE, "/run/moedested-", regler=regler, pgservice=pgservice, bagved=bagved
        )
        for nr in range(1, arbejdere + 1):
            _vent_paa_fil(tjener.mappe / f"moedested-{nr}" / "qgis.sock", tjener)
        with _nginx(tjener, site):
            yield tjener


@contextmanager
def nginx_mapserver(mapfil: Path, *, regler: bool = True, arbejdere: int = 2) -> Iterator[Tjener]:
    """The same for MapServer and this mapfile. Without `regler` also its own setup lets any mapfile be chosen."""
    with _mappe() as tjener, ExitStack() as ryd:
        opsaetning = _med(
            resource("server", _MAP_CONF).read_text("utf-8"),
            {"/srv/moedested/moedesteder/service.map": str(mapfil)}
            | ({} if regler else {'MS_MAP_NO_PATH "1"': "", '"^$"': '"."'}),
        )
        conf = tjener.mappe / "mapserver.conf"
        conf.write_text(opsaetning, "utf-8")
        for nr in range(1, arbejdere + 1):
            enhed = _med(
                resource("server", _MAP_ENHED).read_text("utf-8"),
                {"/run/moedested-map-": f"{tjener.mappe}/map-", "/etc/moedested-mapserver.conf": str(conf), "%i": str(nr)},
            )  # fmt: skip
            tjener.start(partial(_start, tjener, *_fra_enhed(enhed), f"map-{nr}"))
            ryd.callback(tjener.arbejdere[-1].wait)
            ryd.callback(tjener.arbejdere[-1].kill)  # as the unit says
        site = _site(tjener, _MAP_SITE, "/run/moedested-map-", "map-", regler=regler)
        for nr in range(1, arbejdere + 1):
            _vent_paa_fil(tjener.mappe / f"map-{nr}" / "map.sock", tjener)
        with _nginx(tjener, site):
            yield tjener


@contextmanager
def nginx_uden_svar() -> Iterator[tuple[Tjener, list[socket.socket]]]:
    """The example before four workers that take a call and never answer; its waiting times are a hundredth.

    Gives the sockets of the workers, to see who was asked.
    """
    with _mappe() as tjener, ExitStack() as ryd:
        sokler = []
        for nr in range(1, ARBEJDERE + 1):
            sti = tjener.mappe / f"moedested-{nr}" / "qgis.sock"
            sti.parent.mkdir()
            sokkel = ryd.enter_context(socket.socket(socket.AF_UNIX))
            sokkel.bind(str(sti))
            sokkel.listen()
            sokkel.setblocking(False)
            sokler.append(sokkel)
        tider = {"fastcgi_read_timeout 60s": "fastcgi_read_timeout 600ms",
                 "fastcgi_next_upstream_timeout 10s": "fastcgi_next_upstream_timeout 100ms"}  # fmt: skip
        with _nginx(tjener, _med(_site(tjener, _SITE, "/run/moedested-", regler=True), tider)):
            yield tjener, sokler


@contextmanager
def nginx_foran(*noder: Tjener) -> Iterator[Tjener]:
    """The example that stands before several servers, running before these two."""
    with _mappe() as tjener:
        udfyldt = {
            "listen 80;": f"listen {VAERT}:{tjener.port};",
            "server_name kort.example.dk": f"server_name {VAERT}",
            **{f"10.0.0.{nr}:80": f"{VAERT}:{node.port}" for nr, node in enumerate(noder, 11)},
        }
        site = _med(resource("server", _FORAN_SITE).read_text("utf-8"), udfyldt)
        with _nginx(tjener, site):
            yield tjener


@contextmanager
def _mappe(port: int | None = None) -> Iterator[Tjener]:
    for program in ("nginx", "spawn-fcgi", "setpriv"):
        if not _findes(program):
            pytest.fail(f"{program} mangler på maskinen. Kør .ci/install test, og prøv igen.", pytrace=False)  # fmt: skip
    mappe = Path(tempfile.mkdtemp(prefix="md-"))  # short: the path of a socket may have 107 letters
    try:
        yield Tjener(port or ledig_port(), mappe)
    finally:
        shutil.rmtree(mappe, ignore_errors=True)


@contextmanager
def _nginx(tjener: Tjener, site: str) -> Iterator[None]:
    mappe = tjener.mappe
    (mappe / "site.conf").write_text(site, "utf-8")
    hoved = _HOVED.format(mappe=mappe)
    if os.geteuid() == 0:  # the sockets of our workers are ours alone
        hoved = f"user root;{hoved}"
    (mappe / "nginx.conf").write_text(hoved, "utf-8")
    nginx = subprocess.Popen(
        [*_DOER_MED, _findes("nginx"), "-p", str(mappe), "-c", str(mappe / "nginx.conf"), "-e", str(mappe / "nginx.log")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _vent_paa_svar(tjener, nginx, "nginx", socket.AF_INET, (VAERT, tjener.port))
        yield
    finally:
        _stop(nginx)


def _stop_alle(tjener: Tjener) -> None:
    for arbejder in tjener.arbejdere:
        _stop(arbejder)


def start_arbejder(
    tjener: Tjener, projekt: Path | str, nr: int, **miljoe: str
) -> subprocess.Popen[bytes]:
    """Start one worker as systemd would from the unit: its command, its environment, nothing else's."""
    tekst = _med(
        resource("server", _ENHED).read_text("utf-8"),
        {"/run/moedested-": f"{tjener.mappe}/moedested-", "%i": str(nr)},
    )
    fast, kommando = _fra_enhed(tekst)
    assert "QGIS_PROJECT_FILE" in fast
    fast["QGIS_PROJECT_FILE"] = str(projekt)
    return _start(tjener, fast | miljoe, kommando, f"moedested-{nr}")


def _start(
    tjener: Tjener, miljoe: dict[str, str], kommando: list[str], navn: str
) -> subprocess.Popen[bytes]:
    (tjener.mappe / navn).mkdir(exist_ok=True)
    with (tjener.mappe / f"{navn}.log").open("ab") as log:
        return subprocess.Popen(
            [*_DOER_MED, *kommando], env={"PATH": os.environ["PATH"], **miljoe},
            cwd=tjener.mappe, stdout=log, stderr=log,
        )  # fmt: skip


def _fra_enhed(tekst: str) -> tuple[dict[str, str], list[str]]:
    """The environment and the command of a unit of systemd."""
    miljoe = dict(
        linje.removeprefix("Environment=").split("=", 1)
        for linje in tekst.splitlines()
        if linje.startswith("Environment=")
    )
    kommando = re.search(r"^ExecStart=(.+)$", tekst, re.MULTILINE)
    assert kommando is not None
    return miljoe, shlex.split(kommando[1])


def _site(
    tjener: Tjener,
    fil: str,
    sokler: str,
    hos_os: str = "moedested-",
    *,
    regler: bool,
    pgservice: Path | None = None,
    bagved: bool = False,
) -> str:
    fjern = {} if regler else {"{ return 403; }": "{ }"}
    if pgservice is not None:
        linje = "fastcgi_param PGSERVICEFILE "
        fjern[f"#{linje}/etc/moedested/pg_service.conf"] = f'{linje}"{pgservice}"'
    if bagved:
        fjern |= {"#set_real_ip_from 10.0.0.10": f"set_real_ip_from {VAERT}", "#real_ip_header": "real_ip_header"}  # fmt: skip
    tekst = resource("server", fil).read_text("utf-8")
    udfyldt = {
        "listen 80;": f"listen {VAERT}:{tjener.port};",
        "https://kort.example.dk": tjener.vaert,
        "server_name kort.example.dk": f"server_name {VAERT}",
        sokler: f"{tjener.mappe}/{hos_os}",
    }
    if fil == _MAP_SITE:  # its mapfile says the address, or takes the one it was asked at
        del udfyldt["https://kort.example.dk"]
    return _med(tekst, fjern | udfyldt)


def _med(tekst: str, udfyldt: dict[str, str]) -> str:
    for fra, til in udfyldt.items():
        assert fra in tekst, fra
        tekst = tekst.replace(fra, til)
    return tekst


def _findes(program: str) -> str:
    return shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") or ""


def _stop(proces: subprocess.Popen[bytes]) -> None:
    proces.terminate()
    try:
        proces.wait(10)
    except subprocess.TimeoutExpired:
        proces.kill()
        proces.wait()


def _vent_paa_fil(fil: Path, tjener: Tjener) -> None:
    frist = time.monotonic() + 30
    while not fil.exists():
        if time.monotonic() > frist:
            pytest.fail(f"QGIS Server kunne ikke starte:\n{tjener.log}", pytrace=False)
        time.sleep(0.02)


def _vent_paa_svar(
    tjener: Tjener,
    proces: subprocess.Popen[bytes],
    navn: str,
    slags: socket.AddressFamily,
    adresse: tuple[str, int] | str,
) -> None:
    """Until it takes questions there."""
    frist = time.monotonic() + 30
    while proces.poll() is None and time.monotonic() < frist:
        with socket.socket(slags) as stik:
            stik.settimeout(1)
            if stik.connect_ex(adresse) == 0:
                return
        time.sleep(0.02)
    pytest.fail(f"{navn} kunne ikke starte:\n{tjener.log}", pytrace=False)
