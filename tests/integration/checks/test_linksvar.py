# SPDX-License-Identifier: GPL-2.0-or-later
"""Web addresses are asked of a server that behaves badly in every way it can."""

from __future__ import annotations

import datetime as dt
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsFeedback

from moedested_plugin.checks.linksvar import Hukommelse, Svar, Udfald, svarer

I_DAG = dt.date(2026, 6, 1)
_FORBUDT_HEAD = ("/intet-head", "/head-lukker")


class Vaert:
    """Counts what it is asked, and how many requests are under way at once."""

    def __init__(self) -> None:
        ydre = self
        self.kald: Counter[str] = Counter()
        self.agenter: set[str] = set()
        self.flest = 0
        self._samtidig: Counter[str] = Counter()
        self._laas, self.slip = threading.Lock(), threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                ydre.svar(self, krop=False)

            def do_GET(self) -> None:
                ydre.svar(self, krop=True)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def url(self, sti: str, vaert: str = "127.0.0.1") -> str:
        return f"http://{vaert}:{self._server.server_address[1]}{sti}"

    def luk(self) -> None:
        self.slip.set()
        self._server.shutdown()
        self._server.server_close()

    def svar(self, handler: Any, *, krop: bool) -> None:
        vaert = handler.headers["Host"]
        with self._laas:
            self.kald[f"{handler.command} {handler.path}"] += 1
            self.agenter.add(handler.headers["User-Agent"])
            self._samtidig[vaert] += 1
            self.flest = max(self.flest, self._samtidig[vaert])
        if handler.path != "/langsom":
            self.slip.wait(0.02)  # long enough for another request to be seen beside this one
        with self._laas:
            # Before the answer: the client may ask again before this thread gets further.
            self._samtidig[vaert] -= 1
        try:
            self._svar(handler, krop)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _svar(self, handler: Any, krop: bool) -> None:
        sti = handler.path
        if sti == "/langsom":
            self.slip.wait(30)
        if sti == "/head-lukker" and not krop:
            handler.close_connection = True
            return
        status, videre = self._hvad(sti, krop)
        handler.send_response(status)
        if videre:
            handler.send_header("Location", videre)
        handler.send_header("Content-Length", "100000000" if sti == "/stor" else "5")
        handler.end_headers()
        if krop:
            handler.wfile.write(b"kaffe")

    def _hvad(self, sti: str, krop: bool) -> tuple[int, str]:
        if sti in _FORBUDT_HEAD or sti == "/stor":
            return (200 if krop else 405), ""
        videre = {
            "/ring": "/ring2", "/ring2": "/ring", "/gammel": "/ny?a=1", "/skraa": "/skraa/", "/uden": "/borte",
            "/over": self.url("/ny", "localhost"),
        }  # fmt: skip
        if sti in videre:
            return 302, videre[sti]
        return {"/borte": 404, "/fejl": 500, "/lukket": 403, "/slettet": 410}.get(sti, 200), ""


@pytest.fixture
def vaert() -> Iterator[Vaert]:
    vaert = Vaert()
    yield vaert
    vaert.luk()


def _efter_adresse(svar: Iterator[Svar]) -> dict[str, Svar]:
    return {et.adresse: et for et in svar}


def _spoerg(vaert: Vaert, stier: list[str], **mere: Any) -> dict[str, Svar]:
    adresser = [vaert.url(sti) for sti in stier]
    fundne = _efter_adresse(svarer(adresser, i_dag=I_DAG, pause_ms=1, **mere))
    return {sti: fundne[adresse] for sti, adresse in zip(stier, adresser)}


def test_what_the_addresses_answer(qgis_app: Any, vaert: Vaert) -> None:
    ventet = {
        "/ny": Udfald.VIRKER, "/skraa": Udfald.VIRKER, "/gammel": Udfald.FLYTTET, "/over": Udfald.FLYTTET,
        "/borte": Udfald.FINDES_IKKE, "/slettet": Udfald.FINDES_IKKE, "/uden": Udfald.FINDES_IKKE,
        "/fejl": Udfald.SERVERFEJL, "/lukket": Udfald.LOGIN, "/ring": Udfald.RINGER,
        "/intet-head": Udfald.VIRKER, "/head-lukker": Udfald.VIRKER, "/stor": Udfald.VIRKER,
    }  # fmt: skip
    svar = _spoerg(vaert, list(ventet))
    assert {sti: et.udfald for sti, et in svar.items()} == ventet
    assert svar["/gammel"].endelig == vaert.url("/ny?a=1")
    assert svar["/fejl"].status == 500
    assert {et.dato for et in svar.values()} == {I_DAG}
    assert all(et.tekst() for et in svar.values())
    assert vaert.flest == 1
    assert vaert.kald["GET /ny"] == 0  # the page itself is not fetched where its head answers
    assert all("QGIS" in agent for agent in vaert.agenter)


def test_nobody_there_and_a_server_that_never_answers(qgis_app: Any, vaert: Vaert) -> None:
    langsom, hurtig = vaert.url("/langsom"), vaert.url("/ny", "localhost")
    tom = Vaert()
    tom.luk()
    adresser = [langsom, hurtig, tom.url("/"), "http://findes-ikke.invalid/"]
    svar = list(svarer(adresser, i_dag=I_DAG, sekunder=2, pause_ms=1))
    assert svar[-1].adresse == langsom  # the slow one held nobody up
    udfald = {et.adresse: et.udfald for et in svar}
    assert udfald[langsom] is Udfald.FOR_LANGSOM
    assert udfald[hurtig] is Udfald.VIRKER
    assert udfald[tom.url("/")] is Udfald.INGEN_FORBINDELSE
    # Behind a proxy it is the proxy that says so.
    assert udfald[adresser[3]] in (Udfald.UKENDT_VAERT, Udfald.INGEN_FORBINDELSE)


def test_answers_are_remembered_for_some_days(qgis_app: Any, vaert: Vaert, tmp_path: Path) -> None:
    fil, adresser = tmp_path / "en mappe" / "links.json", [vaert.url("/ny"), vaert.url("/fejl")]
    # What may have been a passing trouble is asked again the next day.
    for dag, spurgt_ny, spurgt_fejl in ((0, 1, 1), (0, 1, 1), (1, 1, 2), (6, 1, 3), (7, 2, 4)):
        i_dag = I_DAG + dt.timedelta(days=dag)
        svar = _efter_adresse(svarer(adresser, husk=Hukommelse(fil), i_dag=i_dag, pause_ms=1))
        assert (vaert.kald["HEAD /ny"], vaert.kald["HEAD /fejl"]) == (spurgt_ny, spurgt_fejl), dag
        assert svar[adresser[0]].udfald is Udfald.VIRKER
        assert svar[adresser[0]].dato == (i_dag if dag in (0, 7) else I_DAG)
    fil.write_text('{"http://a.dk": 3, "x": {"udfald": "?"}}', "utf-8")
    assert Hukommelse(fil).om("http://a.dk", I_DAG, 7) is None
    assert Hukommelse(fil).om("x", I_DAG, 7) is None
    fil.write_text("[", "utf-8")
    assert Hukommelse(fil).om("x", I_DAG, 7) is None


def test_cancel_stops_a_request_that_is_under_way(qgis_app: Any, vaert: Vaert) -> None:
    feedback = QgsFeedback()
    svar = svarer([vaert.url("/ny"), vaert.url("/langsom")], feedback, pause_ms=1)
    assert next(svar).udfald is Udfald.VIRKER
    feedback.cancel()
    assert list(svar) == []


def test_it_works_in_a_thread_of_its_own(qgis_app: Any, vaert: Vaert) -> None:
    ud: list[Svar] = []
    traad = threading.Thread(target=lambda: ud.extend(svarer([vaert.url("/ny")], pause_ms=1)))
    traad.start()
    traad.join(60)
    assert [et.udfald for et in ud] == [Udfald.VIRKER]
