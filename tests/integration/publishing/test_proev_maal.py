# SPDX-License-Identifier: GPL-2.0-or-later
"""*Test forbindelse* against real folders and a real QGIS Server, open to the world and behind a door that is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QStorageInfo

from moedested_plugin.project import opret_projekt
from moedested_plugin.publishing.forbered import forbered
from moedested_plugin.publishing.maal import FIL, Maal
from moedested_plugin.publishing.proev_maal import Dom, Linje, er_netdrev, proev
from moedested_plugin.store import aabn
from tests.ows import Server, Svar, ledig_port, qgis_server
from tests.servere import nginx_qgis


@pytest.fixture(scope="module")
def udgivet(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Maal:
    """The examples, published to a folder."""
    rod = tmp_path_factory.mktemp("proev")
    data = str(rod / "data.gpkg")
    opret_projekt(376, data, rod / "projekt.qgz", True, None, QgsFeedback())
    maal = Maal(FIL, "moedesteder", str(rod))
    with aabn(data) as store:
        klar = forbered(store, maal, "abc")
        klar.udgiver.udgiv(klar.plan)
    return maal


@pytest.fixture(scope="module")
def aaben(udgivet: Maal) -> Iterator[Maal]:
    """The service with nothing before it."""
    with qgis_server(udgivet.mappe / "service.qgz") as url:
        yield replace(udgivet, url=url)


def _af(linjer: list[Linje], ordet: str) -> list[Dom]:
    return [linje.dom for linje in linjer if ordet in linje.tekst]


def test_an_open_server_is_told_from_a_closed_one(udgivet: Maal, aaben: Maal) -> None:
    linjer = proev(aaben)
    assert any(linje.tekst.startswith("Tjenesten svarer: QGIS Server") for linje in linjer)
    assert _af(linjer, "Tjenesten viser udgivelsen ") == [Dom.OK]
    for aabning in ("MAP= er åben", "EXP_FILTER er åben", "FILTER med <Function> er åben"):
        assert _af(linjer, aabning) == [Dom.FEJL], aabning
    assert _af(linjer, "SLD er åben") == [Dom.ADVARSEL]
    with nginx_qgis(udgivet.mappe / "service.qgz", arbejdere=1) as tjener:  # our example
        linjer = proev(replace(udgivet, url=tjener.url))
    assert [linje for linje in linjer if linje.dom is not Dom.OK] == []
    assert {"MAP= er lukket.", "EXP_FILTER er lukket.", "FILTER med <Function> er lukket.", "SLD er lukket."} <= {
        linje.tekst for linje in linjer
    }  # fmt: skip


def test_a_server_that_shows_another_version_is_told(aaben: Maal, tmp_path: Path) -> None:
    anden = replace(aaben, folder=str(tmp_path))
    (linje,) = (linje for linje in proev(anden) if "periodic" in linje.tekst)
    assert linje.dom is Dom.FEJL
    assert "men mappen intet" in linje.tekst


def test_what_does_not_answer_as_a_service(udgivet: Maal, tmp_path: Path) -> None:
    tavs = replace(udgivet, url=f"http://127.0.0.1:{ledig_port()}/")
    assert (proev(tavs)[-1].dom, proev(tavs)[-1].tekst) == (
        Dom.FEJL, "127.0.0.1 kan ikke nås herfra."
    )  # fmt: skip
    with Server(lambda _dele, _handler: Svar(b"<html>hej</html>", type="text/html")) as side:
        sidst = proev(replace(udgivet, url=side.adresse))[-1]
        assert sidst.dom is Dom.FEJL
        assert "ikke som WMS" in sidst.tekst
        tom = replace(udgivet, url=side.adresse, folder=str(tmp_path))
        assert proev(tom)[-1].dom is Dom.ADVARSEL  # nothing is published there yet


def test_the_folder_is_really_written_in(udgivet: Maal, tmp_path: Path) -> None:
    foer = sorted(udgivet.mappe.rglob("*"))
    assert proev(udgivet)[0].dom is Dom.OK
    assert sorted(udgivet.mappe.rglob("*")) == foer
    borte = proev(replace(udgivet, folder=str(tmp_path / "z")))
    assert borte[0].dom is Dom.FEJL
    assert "findes ikke herfra" in borte[0].tekst
    fil = tmp_path / "fil"
    fil.touch()
    assert proev(replace(udgivet, folder=str(fil)))[0].dom is Dom.FEJL


@pytest.mark.parametrize("folder", ["\\\\server\\kort", "//server/kort"])
def test_a_share_is_a_network_drive(folder: str) -> None:
    assert er_netdrev(folder, QStorageInfo("/"))
    assert not er_netdrev("/srv/kort", QStorageInfo("/"))
