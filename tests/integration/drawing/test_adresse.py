# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses from a local service that answers, hangs, refuses the key and talks nonsense; and from a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from qgis.core import QgsApplication, QgsFeedback

from moedested_plugin.domain.skema import tabel
from moedested_plugin.drawing.adresse import AdresseFejl, Forslag, tager_adresse, vaerdier
from moedested_plugin.drawing.adresse_fil import Adressefil
from moedested_plugin.drawing.adresse_tjeneste import ADRESSEVAELGER, Adressevaelger, tjeneste
from moedested_plugin.project.background_services import (
    keep_key,
    send_keys_in_address,
    stop_sending,
)

NOEGLE = "min nøgle+1"
ID = "0a3f50c0-6cda-32b8-e044-0003ba298018"
FUND = [
    {"type": "navngivenvejpostnummer", "id": "x", "titel": "Nygade 4800 Nykøbing F"},
    {"type": "adresse", "id": ID, "titel": "Nygade 4, 4800 Nykøbing F"},
    {"type": "adresse", "titel": None},
    "vrøvl",
]
HUS = {
    "husnummertekst": "4",
    "vejnavn": "Nygade",
    "adgangspunkt": {"geometri": {"type": "Point", "coordinates": [686000.5, 6072000.25]}},
    "postnummer": {"navn": "Nykøbing F", "postnr": "4800"},
    "navngivenvejkommunedel": {"kommune": "0376", "vejkode": "0850"},
    "supplerendebynavn": None,
}


class Tjeneste:
    """Answers what it is told to: `svar` is status and body, None hangs until the test is over."""

    def __init__(self) -> None:
        self.spurgt: list[tuple[str, dict[str, list[str]]]] = []
        self.svar: tuple[int, bytes] | None = (200, b"{}")
        self.forbi = threading.Event()
        ydre = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                dele = urlsplit(self.path)
                ydre.spurgt.append((dele.path, parse_qs(dele.query)))
                if ydre.svar is None:
                    ydre.forbi.wait(30)
                    return
                self.send_response(ydre.svar[0])
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(ydre.svar[1])

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def json(self, svar: object) -> None:
        self.svar = 200, json.dumps(svar).encode()

    def luk(self) -> None:
        self.forbi.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Tjeneste]:
    server = Tjeneste()
    yield server
    server.luk()


@pytest.fixture
def kilde(server: Tjeneste, qgis_app: object) -> Iterator[Adressevaelger]:
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("kun til prøver", True)
    authcfg = keep_key(ADRESSEVAELGER, NOEGLE)
    sender = send_keys_in_address([tjeneste(server.url)])
    yield Adressevaelger(authcfg, 376, server.url, taalmod=400)
    stop_sending(sender)
    manager.removeAuthenticationConfig(authcfg)


def test_the_service_is_asked_within_the_municipality_with_the_users_own_key(
    server: Tjeneste, kilde: Adressevaelger
) -> None:
    server.json({"status": "ok", "beskrivelse": "", "fund": FUND})
    fundne = kilde.soeg(" nygade 4 ", QgsFeedback())
    assert [(led.tekst, bool(led.id)) for led in fundne] == [
        ("Nygade 4800 Nykøbing F", False),  # a road: the number is still to be written
        ("Nygade 4, 4800 Nykøbing F", True),
    ]
    sti, parametre = server.spurgt[0]
    assert sti == "/adresser/soeg"
    assert (parametre["tekst"], parametre["kommuneKode"]) == (["nygade 4"], ["0376"])
    assert parametre["token"] == [NOEGLE]

    server.json({"status": "ok", "adresse": {"id_lokalid": ID, "husnummer": HUS}})
    adresse = kilde.opslag(fundne[1], QgsFeedback())
    assert server.spurgt[1][0] == f"/adresser/{ID}"
    assert (adresse.x, adresse.y) == (686000.5, 6072000.25)
    assert vaerdier(adresse, tabel("moedested")) == {
        "sted": "Nygade 4", "postnr": 4800, "by": "Nykøbing F", "adr_id": ID,
    }  # fmt: skip
    assert vaerdier(adresse, tabel("facilitet_punkt")) == {"adr_id": ID}
    assert not tager_adresse(tabel("udstyr"))


@pytest.mark.parametrize(
    ("svar", "siger"),
    [
        (None, "svarer ikke"),
        ((401, b""), "afviste nøglen"),
        ((400, b"Mangler token"), "afviste nøglen"),
        ((503, b""), "svarer ikke"),
        ((200, b"<html>"), "ikke kan læses"),
        ((200, b'{"status": "fejl"}'), "ikke kan læses"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    server: Tjeneste, kilde: Adressevaelger, svar: tuple[int, bytes] | None, siger: str
) -> None:
    server.svar = svar
    with pytest.raises(AdresseFejl, match=siger) as fejl:
        kilde.soeg("nygade", QgsFeedback())
    assert NOEGLE not in str(fejl.value)


def test_an_address_of_another_municipality_is_not_taken(
    server: Tjeneste, kilde: Adressevaelger
) -> None:
    fremmed = {**HUS, "navngivenvejkommunedel": {"kommune": "0360"}}
    server.json({"adresse": {"husnummer": fremmed}})
    with pytest.raises(AdresseFejl, match="anden kommune"):
        kilde.opslag(Forslag("x", ID, "adresse"), QgsFeedback())
    # A house number with several addresses has a place, but no address id of its own.
    server.json({"husnummer": {**HUS, "adgangspunkt": {"koordinater": {"x": 1, "y": float(2)}}}})
    hus = kilde.opslag(Forslag("Nygade 4", ID, "husnummer"), QgsFeedback())
    assert (hus.adr_id, hus.x, hus.tekst) == ("", 1.0, "Nygade 4")


def test_the_municipalitys_own_file(tmp_path: Path, qgis_app: object) -> None:
    fil = tmp_path / "mine adresser æøå.csv"
    fil.write_text(
        "id,vejnavn,husnr,postnr,postnrnavn,kommunekode,x\n"
        f"{ID},Nygade,4,4800,Nykøbing F,0376,1\n"
        f"{ID},Nygade,14,4800,Nykøbing F,376,1\n"
        f"{ID},Nygade,4,4900,Nakskov,360,1\n"
        f"{ID},Gl. Nygade,4,4990,Sakskøbing,376,1\n",
        "utf-8",
    )
    kilde = Adressefil(str(fil), 376)
    fundne = kilde.soeg("nygade 4, nykø", QgsFeedback())
    assert [led.tekst for led in fundne] == ["Nygade 4, 4800 Nykøbing F"]
    assert [led.tekst[:12] for led in kilde.soeg("nyg 4", QgsFeedback())] == [
        "Gl. Nygade 4", "Nygade 4, 48",
    ]  # fmt: skip
    assert len(kilde.soeg("nyg 4800", QgsFeedback())) == 2
    assert kilde.soeg("%' OR 1=1", QgsFeedback()) == []
    adresse = kilde.opslag(fundne[0], QgsFeedback())
    assert (adresse.tekst, adresse.postnr, adresse.adr_id, adresse.x) == (
        "Nygade 4",
        4800,
        ID,
        None,
    )
    with pytest.raises(AdresseFejl, match="kan ikke åbnes"):
        Adressefil(str(tmp_path / "væk.gpkg"), 376).soeg("nygade", QgsFeedback())
    (tmp_path / "andet.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(AdresseFejl, match="ingen kolonne"):
        Adressefil(str(tmp_path / "andet.csv"), 376).soeg("nygade", QgsFeedback())
