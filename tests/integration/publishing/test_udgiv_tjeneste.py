# SPDX-License-Identifier: GPL-2.0-or-later
"""Publishing to a running service: nginx and four workers of QGIS Server, set up as the shipped examples say."""

from __future__ import annotations

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
from tests.integration.publishing.klienter import HAMMER, VENT, forkerte, hent, klienter
from tests.ows import ledig_port
from tests.servere import nginx_mapserver, nginx_qgis


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
    assert any("men ikke som WMS og WFS" in linje for linje in udgivet.bemaerkninger)
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


def test_a_worker_that_falls_is_not_noticed(lager: Store, maal: Maal, uden_bevis: None) -> None:
    """nginx asks another one in the same request; systemd starts it again."""
    udgiv(lager, maal, "Navn 1")
    with nginx_qgis(Mappe(maal).peger, arbejdere=2) as tjener:

        def vist() -> set[object]:
            return {raekke["version"] for _ in range(4) for raekke in hent(tjener.url, "udgivelse")}

        foer = vist()
        assert len(foer) == 1
        tjener.arbejdere[0].kill()
        tjener.arbejdere[0].wait()
        assert vist() == foer
        assert tjener.genstart(0).poll() is None
        assert vist() == foer


def test_the_hammer(lager: Store, maal: Maal, uden_bevis: None) -> None:
    """Swap after swap while four clients read: not one wrong answer, and time never goes backwards for long."""
    udgivet = udgiv(lager, maal, "Navn 0")
    assert udgivet.plan is not None
    with nginx_qgis(Mappe(maal).peger) as tjener:
        udgivne = {udgivet.version: "Navn 0"}
        with klienter(tjener.url, udgivet.plan.antal["moedested"]) as alle:
            for nummer in range(1, HAMMER + 1):
                nu = udgiv(lager, replace(maal, url=tjener.url, wait=VENT), f"Navn {nummer}")
                assert nu.efterproevning is not None
                assert nu.efterproevning.udfald is Udfald.RIGTIGT, nu.efterproevning.grund
                udgivne[nu.version] = f"Navn {nummer}"
        assert forkerte(alle, udgivne) == []
        assert sum(k.svar for k in alle) > HAMMER
