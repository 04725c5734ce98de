# SPDX-License-Identifier: GPL-2.0-or-later
"""Real map servers on this machine for the tests: QGIS Server, MapServer, and one that misbehaves as told.

Each listens on a free port of 127.0.0.1 only and goes with the block that started it.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

VAERT = "127.0.0.1"
_FORSOEG = 3
_STANDARD = {
    "QT_QPA_PLATFORM": "offscreen",
    "QGIS_SERVER_LOG_LEVEL": "2",
    "QGIS_SERVER_LOG_STDERR": "1",
}
_MANGLER = "{} mangler på maskinen. Kør .ci/install test, og prøv igen."


class Svar(NamedTuple):
    """What the misbehaving server says; `lov` is the length it promises, where that is a lie."""

    krop: bytes
    status: int = 200
    type: str = "text/xml"
    lov: int | None = None
    vent: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()


class Server:
    """A small HTTP server in this process; `kald` keeps what was asked."""

    def __init__(self, svar: Callable[[dict[str, str], Any], Svar]) -> None:
        self.kald: list[dict[str, str]] = []
        ydre = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                spoerg = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
                dele = {navn.lower(): led[0] for navn, led in spoerg.items()}
                ydre.kald.append(dele)
                gives = svar(dele, self)
                time.sleep(gives.vent)
                try:
                    self.send_response(gives.status)
                    for navn, vaerdi in (("Content-Type", gives.type), *gives.headers):
                        self.send_header(navn, vaerdi)
                    self.send_header(
                        "Content-Length", str(len(gives.krop) if gives.lov is None else gives.lov)
                    )
                    self.end_headers()
                    self.wfile.write(gives.krop)
                except (BrokenPipeError, ConnectionResetError):
                    return  # the client had had enough

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer((VAERT, 0), Handler)
        self._server.daemon_threads = True
        self._traad = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def adresse(self) -> str:
        return f"http://{VAERT}:{self._server.server_address[1]}/"

    def __enter__(self) -> Server:
        self._traad.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._traad.join(10)


def _program(navn: str) -> str:
    fundet = shutil.which(navn)
    if fundet is None:
        pytest.fail(_MANGLER.format(navn), pytrace=False)
    return fundet


def ledig_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as stik:
        stik.bind((VAERT, 0))
        return int(stik.getsockname()[1])


@contextmanager
def qgis_server(projekt: Path | str, **miljoe: str) -> Iterator[str]:
    """QGIS Server for one project (a file, or as the address of one in a database); gives its address."""
    with tempfile.TemporaryDirectory(prefix="moedested-") as mappe:
        log = Path(mappe) / "server.log"
        url, proces = _begynd(projekt, log, miljoe)
        try:
            yield url
        finally:
            sluttede = proces.poll()
            _stop(proces)
            if sluttede is not None:
                pytest.fail(f"QGIS Server sluttede ({sluttede}):\n{_hale(log)}", pytrace=False)


def _begynd(
    projekt: Path | str, log: Path, miljoe: dict[str, str]
) -> tuple[str, subprocess.Popen[bytes]]:
    program = _program("qgis_mapserver")
    for _ in range(_FORSOEG):  # another may take the port between the asking and the start
        adresse = f"{VAERT}:{ledig_port()}"
        with log.open("wb") as ud:
            proces = subprocess.Popen(
                [program, "-p", str(projekt), adresse],
                env=os.environ | _STANDARD | miljoe, stdout=ud, stderr=subprocess.STDOUT,
            )  # fmt: skip
        if _lytter(proces, log):
            return f"http://{adresse}/", proces
        _stop(proces)
    pytest.fail(f"QGIS Server kunne ikke starte:\n{_hale(log)}", pytrace=False)


@contextmanager
def mapserver(mapfil: Path) -> Iterator[str]:
    """MapServer as a CGI program behind a small server; gives the address of its WFS."""
    program = _program("mapserv")
    opsaetning = mapfil.with_suffix(".conf")  # MapServer 8 starts with none other
    opsaetning.write_text(f'CONFIG ENV MS_MAP_PATTERN "^{mapfil}$" END END', "utf-8")

    def svar(_dele: dict[str, str], handler: Any) -> Svar:
        miljoe = {
            **os.environ, "REQUEST_METHOD": "GET", "QUERY_STRING": urlsplit(handler.path).query,
            "SERVER_NAME": VAERT, "SERVER_PORT": str(handler.server.server_address[1]),
            "SCRIPT_NAME": "/", "MS_MAPFILE": str(mapfil), "MAPSERVER_CONFIG_FILE": str(opsaetning),
        }  # fmt: skip
        ud = subprocess.run(
            [program], env=miljoe, capture_output=True, check=False, timeout=60
        ).stdout
        hoved, _, krop = ud.partition(b"\r\n\r\n")
        type_ = next(
            (
                linje.partition(b":")[2].strip().decode()
                for linje in hoved.split(b"\r\n")
                if linje.lower().startswith(b"content-type")
            ),
            "text/xml",
        )
        return Svar(krop, type=type_)

    with Server(svar) as server:
        yield server.adresse


def _lytter(proces: subprocess.Popen[bytes], log: Path) -> bool:
    """Wait until it says that it listens: knocking at its door tells nothing of who opens, and may be what upsets it."""
    frist = time.monotonic() + 120
    while time.monotonic() < frist and proces.poll() is None:
        if b"listening on" in log.read_bytes():
            return True
        time.sleep(0.05)
    return False


def _hale(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-2000:]


def _stop(proces: subprocess.Popen[bytes]) -> None:
    proces.terminate()
    proces.wait(20)
