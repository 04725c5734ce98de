# SPDX-License-Identifier: GPL-2.0-or-later
"""Places that another authority owns: read-only here, but for what is the municipality's own."""

from __future__ import annotations

from typing import Any

import pytest

from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.ejerskab import UNDTAGNE_KOERSLER, ejerens_felter
from moedested_plugin.domain.skema import tabel
from moedested_plugin.domain.steder import STED_TABELLER
from moedested_plugin.store import Store
from moedested_plugin.store.fejl import Afvist

from .conftest import Fremmed
from .raekker import MOEDESTED, geometri, gyldig

NATURSTYRELSEN = 33157274


def andres(store: Store, navn: str) -> str:
    raekke = gyldig(navn) | {"cvr_kode": NATURSTYRELSEN, "navn": "Statens"}
    with store.skriv("import", "AB") as skriver:
        skriver.indsaet(navn, [raekke])
    return str(raekke["objekt_id"])


def hent(store: Store, navn: str, noegle: str) -> dict[str, Any]:
    return next(store.raekker(navn, noegler=[noegle]))


@pytest.mark.parametrize("navn", [beskrevet.navn for beskrevet in STED_TABELLER])
def test_what_is_theirs_is_refused_and_what_is_ours_is_not(fyldt: Store, navn: str) -> None:
    noegle = andres(fyldt, navn)
    for vaerdier in (
        {"navn": "Vores"},
        {"off_kode": 3},
        {"cvr_kode": 29188599},
        {"geofa_ekstra": {"folder_k": 1}},
        {GEOMETRI: geometri(str(tabel(navn).geometri), 680500)},
    ):
        with pytest.raises(Afvist) as fanget, fyldt.skriv("prøve", "AB") as skriver:
            skriver.ret(navn, noegle, vaerdier)
        assert fanget.value.kode == f"{navn}.cvr_kode.andres", vaerdier
        assert str(fanget.value) == "Stedet ejes af en anden myndighed og rettes hos dem."
    with pytest.raises(Afvist) as fanget, fyldt.skriv("prøve", "AB") as skriver:
        skriver.slet(navn, noegle)
    assert fanget.value.kode == f"{navn}.cvr_kode.slettes"
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret(navn, noegle, {"intern_note": "Set af AB", "tilstand_k": 2, "navn": "Statens"})
        skriver.indsaet("tilknytning", [{"moedested_id": MOEDESTED, f"{navn}_id": noegle}])
    efter = hent(fyldt, navn, noegle)
    assert (efter["navn"], efter["intern_note"], efter["tilstand_k"]) == ("Statens", "Set af AB", 2)


@pytest.mark.parametrize("art", UNDTAGNE_KOERSLER)
def test_what_comes_from_its_owner_is_let_through(fyldt: Store, art: str) -> None:
    noegle = andres(fyldt, "rute")
    with fyldt.skriv(art, "AB") as skriver:
        skriver.ret("rute", noegle, {"navn": "Nyt hos dem", "statuskode": 4})
    assert hent(fyldt, "rute", noegle)["navn"] == "Nyt hos dem"
    with fyldt.skriv(art, "AB") as skriver:
        assert skriver.slet("rute", noegle)


def test_other_programs_meet_the_same_rule(fyldt: Store, fremmed: Fremmed) -> None:
    andres(fyldt, "facilitet_punkt")
    hvor = "WHERE navn = 'Statens'"
    assert (
        fremmed.afvises(f"UPDATE facilitet_punkt SET navn = 'x' {hvor}")  # nosec B608 - a test
        == "facilitet_punkt.cvr_kode.andres"
    )
    assert (
        fremmed.afvises(f"DELETE FROM facilitet_punkt {hvor}")  # nosec B608 - a test
        == "facilitet_punkt.cvr_kode.slettes"
    )
    fremmed.udfoer(f"UPDATE facilitet_punkt SET intern_note = 'x' {hvor}")  # nosec B608 - a test


def test_own_places_are_as_open_as_ever(fyldt: Store) -> None:
    raekke = gyldig("facilitet_punkt")
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", [raekke])
        skriver.ret(
            "facilitet_punkt", raekke["objekt_id"], {"navn": "Vores", "cvr_kode": NATURSTYRELSEN}
        )
    with pytest.raises(Afvist), fyldt.skriv("prøve", "AB") as skriver:  # handed over, it is theirs
        skriver.ret("facilitet_punkt", raekke["objekt_id"], {"navn": "Igen"})


def test_the_owner_has_what_goes_to_geofa_and_we_have_the_rest() -> None:
    felter = set(ejerens_felter(tabel("rute")))
    assert {
        "navn",
        "off_kode",
        "cvr_kode",
        "geofa_ekstra",
        "geofa_version",
        "laengde",
        "noegle",
    } <= felter
    vores = set(tabel("rute").feltnavne) - felter
    assert vores == {
        "lukket_fra", "lukket_til", "lukket_aarsag", "tilstand_k", "intern_note", "kilde_k", "oprettet",
        "oprettet_af", "rettet", "rettet_af", "raekke_version",
    }  # fmt: skip
    assert {"underlag_k", "ryglaen_k", "armlaen_k"}.isdisjoint(
        ejerens_felter(tabel("facilitet_punkt"))
    )
    assert ejerens_felter(tabel("moedested")) == ()
