# SPDX-License-Identifier: GPL-2.0-or-later
"""The user asks whether the web addresses answer; a real server is at the other end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsGeometry

from moedested_plugin.checks import gemte, links, linksvar
from moedested_plugin.domain import webadresser
from moedested_plugin.store import Store
from tests.integration.checks.test_linksvar import Vaert
from tests.integration.gui.kontrolleret import Rum, rum
from tests.integration.gui.redigering import bo, punkt, ro, widgets
from tests.integration.store.raekker import gyldig

__all__ = ["bo", "rum", "widgets"]

SVARER_IKKE, FLYTTET = "links.svarer_ikke", "links.omdirigeret"


@pytest.fixture
def store(gpkg_store: Store) -> Store:
    return gpkg_store


@pytest.fixture
def vaert(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Vaert]:
    """A server that the world could reach, were it not on this machine; nothing is remembered from other tests."""
    monkeypatch.setattr(webadresser, "er_intern", lambda _: False)
    monkeypatch.setattr(
        links, "hukommelse", lambda _: linksvar.hukommelse(tmp_path / "husk" / "links.json")
    )
    vaert = Vaert()
    yield vaert
    vaert.luk()


@pytest.fixture(autouse=True)
def noegler(store: Store, vaert: Vaert) -> dict[str, str]:
    """Path → key of the moedested with that address."""
    ud = {}
    with store.skriv("prøve", "Anne") as skriver:
        for nr, sti in enumerate(("/ny", "/borte", "/gammel")):
            sted = bytes(QgsGeometry.fromWkt(punkt(690_000 + 500 * nr)).asWkb())
            raekke = gyldig("moedested") | {"navn": sti, "link": vaert.url(sti), "geometri": sted}
            skriver.indsaet("moedested", [raekke])
            ud[sti] = str(raekke["moedested_id"])
    return ud


def proev(rum: Rum) -> None:
    with rum.qtbot.waitSignal(rum.kontrollant.aendret, timeout=30_000):
        rum.dock._links.trigger()
    ro()


def test_links_are_asked_when_the_user_wants_it_and_stand_until_they_are_mended(
    rum: Rum, vaert: Vaert, store: Store, noegler: dict[str, str]
) -> None:
    rum.koer()
    assert (vaert.kald, rum.poster(SVARER_IKKE)) == ({}, [])  # never in a normal run

    proev(rum)
    assert [rum.liste.kaldes(p) for p in rum.poster(SVARER_IKKE)] == ["/borte"]
    assert [rum.liste.kaldes(p) for p in rum.poster(FLYTTET)] == ["/gammel"]
    assert "3 links er prøvet: 1 svarer ikke, 1 er flyttet" in rum.bo.bar.currentItem().text()
    assert {p.fund.kode for p in gemte.laes(store)} >= {SVARER_IKKE, FLYTTET}  # for colleagues

    spurgt = sum(vaert.kald.values())
    rum.koer()
    assert len(rum.poster(SVARER_IKKE)) == len(rum.poster(FLYTTET)) == 1
    proev(rum)
    assert sum(vaert.kald.values()) == spurgt  # answers are remembered for some days

    # a mended address is no longer told of, in the form and after the next run
    lag = rum.bo.lag("moedested")
    lag.startEditing()
    [borte] = [f for f in lag.getFeatures() if f["moedested_id"] == noegler["/borte"]]
    lag.changeAttributeValue(borte.id(), lag.fields().indexOf("link"), vaert.url("/ny"))
    rum.vent(lambda: rum.poster(SVARER_IKKE) == [])
    lag.rollBack()
    rum.vent(lambda: len(rum.poster(SVARER_IKKE)) == 1)
    with store.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", noegler["/borte"], {"link": vaert.url("/ny")})
    rum.koer()
    assert (rum.poster(SVARER_IKKE), len(rum.poster(FLYTTET))) == ([], 1)
    assert SVARER_IKKE not in {p.fund.kode for p in gemte.laes(store)}


def test_asking_can_be_stopped(
    rum: Rum, vaert: Vaert, store: Store, noegler: dict[str, str]
) -> None:
    with store.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", noegler["/ny"], {"link": vaert.url("/langsom")})
    rum.koer()
    rum.dock._links.trigger()
    rum.vent(lambda: vaert.kald["HEAD /langsom"] > 0)
    assert not rum.dock._koer.isEnabled()
    opgave = rum.kontrollant._opgave
    assert opgave is not None
    rum.tryk("_stands")
    rum.vent(lambda: opgave.is_over)
    assert rum.dock._koer.isEnabled()
    assert rum.dock._links.isEnabled()
    assert SVARER_IKKE not in {p.fund.kode for p in gemte.laes(store)}  # half an answer is none
