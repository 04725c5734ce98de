# SPDX-License-Identifier: GPL-2.0-or-later
"""Publishing to a running service: nginx and four workers of QGIS Server, set up as the shipped examples say."""

from __future__ import annotations

import json
import os
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.publishing.efterproev import Udfald
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.mappe import Mappe
from moedested_plugin.publishing.plan import planlaeg
from moedested_plugin.publishing.udgiv import Udgivet
from moedested_plugin.store import Store
from tests.ows import ledig_port
from tests.servere import nginx_mapserver, nginx_qgis

#: Swaps of the hammer. MOEDESTED_HAMMER makes it many (make harden).
HAMMER = int(os.environ.get("MOEDESTED_HAMMER", "4"))
KLIENTER = 4


def udgiv(lager: Store, maal: Maal, navn: str) -> Udgivet:
    """Rename the first moedested, and publish."""
    hvem = udgiver(lager, maal, "AB")
    noegle = min(
        str(r["moedested_id"])
        for r in lager.raekker("moedested")
        if r["off_kode"] == 1 and r["livscyklus_k"] == 3 and r["geometri"]
    )
    with lager.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", noegle, {"navn": navn})
    return hvem.udgiv(planlaeg(lager, hvem.sted.gaeldende(), Resultat(()), forbehold(lager, "AB")))


def hent(url: str, lag: str) -> list[dict[str, object]]:
    spoerg = {
        "SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetFeature", "TYPENAME": lag,
        "OUTPUTFORMAT": "application/json",
    }  # fmt: skip
    with urllib.request.urlopen(f"{url}?{urllib.parse.urlencode(spoerg)}", timeout=30) as svar:
        return [f["properties"] for f in json.load(svar)["features"]]


def test_the_public_address_is_looked_at(lager: Store, maal: Maal) -> None:
    assert LokalServer.findes(), "install qgis-server: .ci/install test"
    foerste = udgiv(lager, maal, "Navn 1")
    assert any("ingen adresse" in linje for linje in foerste.bemaerkninger)
    with nginx_qgis(Mappe(maal).peger) as tjener:
        med_adresse = replace(maal, url=tjener.url)
        anden = udgiv(lager, med_adresse, "Navn 2")
        assert anden.bemaerkninger == ()
        assert anden.efterproevning is not None
        assert anden.efterproevning.udfald is Udfald.RIGTIGT
        assert anden.efterproevning.svar >= 20
        assert "Navn 2" in [r["navn"] for r in hent(tjener.url, "moedested")]
        tilbage = udgiver(lager, med_adresse, "AB").tilbage()
        assert tilbage.efterproevning is not None
        assert tilbage.efterproevning.udfald is Udfald.RIGTIGT
        assert "Navn 1" in [r["navn"] for r in hent(tjener.url, "moedested")]


@pytest.fixture
def uden_bevis(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a QGIS Server of its own: the private proof is tried above."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))


def test_a_service_that_does_not_follow_is_rolled_back(lager: Store, maal: Maal) -> None:
    """The address leads to a server that shows something else for ever."""
    foerste = udgiv(lager, maal, "Navn 1")
    fast = replace(maal, service="andet")
    udgiv(lager, fast, "Navn 1")
    with (
        LokalServer(Mappe(fast).peger) as andet,
        pytest.raises(UdgivelsesFejl, match="den forrige version vises igen"),
    ):
        udgiv(lager, replace(maal, url=andet.url, wait=4.0), "Navn 2")
    gaeldende = Mappe(maal).gaeldende()
    assert gaeldende is not None
    assert gaeldende.version == foerste.version
    assert [linje["art"] for linje in Mappe(maal).historik()] == ["udgiv", "fortrudt"]
    assert udgiv(lager, maal, "Navn 3").version > foerste.version


def test_a_service_that_cannot_be_reached_keeps_the_new_version(
    lager: Store, maal: Maal, uden_bevis: None
) -> None:
    url = f"http://127.0.0.1:{ledig_port()}/"
    udgivet = udgiv(lager, replace(maal, url=url, wait=2.0), "Navn 1")
    assert udgivet.efterproevning is not None
    assert udgivet.efterproevning.udfald is Udfald.IKKE_NAAET
    assert any("kan ikke nås herfra" in linje for linje in udgivet.bemaerkninger)
    gaeldende = Mappe(maal).gaeldende()
    assert gaeldende is not None
    assert gaeldende.version == udgivet.version


def test_mapserver_follows_and_goes_back(lager: Store, maal: Maal) -> None:
    kort = replace(maal, type="mapserver")
    foerste = udgiv(lager, kort, "Navn 1")
    with nginx_mapserver(Mappe(kort).peger) as tjener:
        url = tjener.url
        anden = udgiv(lager, replace(kort, url=url), "Navn 2")
        assert anden.efterproevning is not None
        assert anden.efterproevning.udfald is Udfald.RIGTIGT, anden.efterproevning.grund
        assert any("forenklet" in linje for linje in anden.bemaerkninger)
        tilbage = udgiver(lager, replace(kort, url=url), "AB").tilbage()
        assert tilbage.version == foerste.version
        assert tilbage.efterproevning is not None
        assert tilbage.efterproevning.udfald is Udfald.RIGTIGT, tilbage.efterproevning.grund


class Klient(threading.Thread):
    """Fetches everything again and again; an answer is wrong when it is of two versions, or not whole."""

    def __init__(self, url: str, stop: threading.Event, antal: int) -> None:
        super().__init__(daemon=True)
        self.url, self.stop, self.antal = url, stop, antal
        self.svar, self.forkerte = 0, list[str]()
        self.versioner: list[str] = []

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                self.forkerte += self.efterse()
            except OSError as fejl:
                self.forkerte.append(repr(fejl))
            self.svar += 1

    def efterse(self) -> Iterator[str]:
        moedesteder = hent(self.url, "moedested")
        if len(moedesteder) != self.antal:
            yield f"{len(moedesteder)} moedesteder"
        (stempel,) = hent(self.url, "udgivelse")
        self.versioner.append(str(stempel["version"]))


@contextmanager
def klienter(url: str, antal: int) -> Iterator[list[Klient]]:
    stop = threading.Event()
    alle = [Klient(url, stop, antal) for _ in range(KLIENTER)]
    for klient in alle:
        klient.start()
    try:
        yield alle
    finally:
        stop.set()
        for klient in alle:
            klient.join(60)


def test_the_hammer(lager: Store, maal: Maal, uden_bevis: None) -> None:
    """Swap after swap while four clients read: not one wrong answer, and time never goes backwards for long."""
    udgivet = udgiv(lager, maal, "Navn 0")
    assert udgivet.plan is not None
    with nginx_qgis(Mappe(maal).peger) as tjener:
        versioner = [udgivet.version]
        with klienter(tjener.url, udgivet.plan.antal["moedested"]) as alle:
            for nummer in range(1, HAMMER + 1):
                nu = udgiv(lager, replace(maal, url=tjener.url), f"Navn {nummer}")
                assert nu.efterproevning is not None
                assert nu.efterproevning.udfald is Udfald.RIGTIGT, nu.efterproevning.grund
                versioner.append(nu.version)
        assert [k.forkerte for k in alle] == [[] for _ in alle]
        assert sum(k.svar for k in alle) > HAMMER
        assert {v for k in alle for v in k.versioner} <= set(versioner)
