# SPDX-License-Identifier: GPL-2.0-or-later
"""What is built to be looked at is what a publication of the same plan would give, wherever it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from moedested_plugin.checks.resultat import Resultat
from moedested_plugin.publishing.efterladte import Seddel, mappe_til_sedler, ryd_efterladte
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.forhaandsvisning import byg_forhaandsvisning
from moedested_plugin.publishing.holdte import forbehold
from moedested_plugin.publishing.kopi import laeser
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.plan import Plan, planlaeg
from moedested_plugin.publishing.raekker import TABELLER
from moedested_plugin.store import Store

from .udsted import Udsted, udsted

__all__ = ["udsted"]


@pytest.fixture(autouse=True)
def uden_bevis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    monkeypatch.setattr("moedested_plugin.publishing.bevis.projektfejl", lambda *_: [])


def _plan(lager: Store, maal: Maal) -> Plan:
    ude = udgiver(lager, maal, "AB").sted.gaeldende()
    return planlaeg(lager, ude, Resultat(()), forbehold(lager, "AB"))


def _ret(lager: Store) -> None:
    raekker = [
        r for r in lager.raekker("moedested") if r["off_kode"] == 1 and r["livscyklus_k"] == 3
    ]
    raekker = [r for r in raekker if r["geometri"] is not None]
    with lager.skriv("test", "kollega") as skriver:
        skriver.ret("moedested", str(raekker[0]["moedested_id"]), {"navn": "Ny stue ved åen"})
        skriver.ret("moedested", str(raekker[1]["moedested_id"]), {"off_kode": 2})


def _indhold(data: Path) -> dict[str, list[tuple[object, ...]]]:
    with laeser(data) as con:
        return {
            tabel.navn: con.execute(f'SELECT * FROM "{tabel.navn}" ORDER BY fid').fetchall()
            for tabel in TABELLER
        }


@pytest.mark.parametrize("hvor", ["mappe", "postgis"])
def test_it_is_what_would_go_out(
    lager: Store, maal: Maal, udsted: Udsted, tmp_path: Path, hvor: str
) -> None:
    til = {"mappe": maal, "postgis": udsted.maal}[hvor]
    with pytest.raises(UdgivelsesFejl, match="ikke udgivet noget endnu"):
        byg_forhaandsvisning(lager, udgiver(lager, til, "AB").sted, None)
    hvem = udgiver(lager, til, "AB")
    hvem.udgiv(_plan(lager, til))
    _ret(lager)
    plan = _plan(lager, til)
    assert not plan.fra_bunden
    # The same two publications to a folder beside are the answer.
    ved_siden = udgiver(lager, replace(maal, folder=str(tmp_path / "facit")), "AB")
    foer, efter = (byg_forhaandsvisning(lager, hvem.sted, en) for en in (None, plan))
    try:
        ved_siden.udgiv(_plan(lager, ved_siden.sted.maal))
        facit = _indhold(ved_siden.sted.gaeldende().data)  # type: ignore[union-attr]  # just published
        set_, gamle = _indhold(efter.mappe / "data.gpkg"), _indhold(foer.mappe / "data.gpkg")
        for tabel, raekker in facit.items():  # numbered as out there, not as in a first publication
            assert sorted(repr(r[1:]) for r in set_[tabel]) == sorted(repr(r[1:]) for r in raekker)
        assert "Ny stue ved åen" in str(set_["moedested"])
        assert "Ny stue ved åen" not in str(gamle["moedested"])
        assert len(gamle["moedested"]) == len(set_["moedested"]) + 1
        assert efter.projekt.is_file()
    finally:
        for en in (foer, efter):
            en.fjern()
            assert not en.mappe.exists()
    assert not list(mappe_til_sedler().glob("*.json"))


def test_what_a_killed_qgis_left_is_removed(lager: Store, maal: Maal) -> None:
    plan = _plan(lager, maal)
    visning = byg_forhaandsvisning(lager, udgiver(lager, maal, "AB").sted, plan)
    assert ryd_efterladte() == 0
    assert visning.projekt.is_file(), "its QGIS lives"
    visning.seddel.laas.unlock()  # as the death of QGIS does
    assert ryd_efterladte() == 0, "there was no program to stop"
    assert not visning.mappe.exists()
    assert not list(mappe_til_sedler().glob("*.json"))


def test_a_full_disk_leaves_nothing(
    lager: Store, maal: Maal, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapper: list[str] = []
    skriv = Seddel.skriv

    def husk(*led: object) -> Seddel:
        mapper.append(str(led[-1]))
        return skriv(*led)  # type: ignore[arg-type]  # handed on

    def fuld(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Seddel, "skriv", husk)
    monkeypatch.setattr("moedested_plugin.publishing.forhaandsvisning.skriv_kopi", fuld)
    with pytest.raises(UdgivelsesFejl, match="Gør plads på disken"):
        byg_forhaandsvisning(lager, udgiver(lager, maal, "AB").sted, _plan(lager, maal))
    assert len(mapper) == 1
    assert not Path(mapper[0]).exists()
