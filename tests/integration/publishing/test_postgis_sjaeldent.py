# SPDX-License-Identifier: GPL-2.0-or-later
"""What seldom happens to a publication in a database: rights, roles and rows that are not what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.publishing import postgis_data, postgis_eget, postgis_proev, postgis_sted
from moedested_plugin.publishing.fejl import UdgivelsesFejl
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.peger import LISTE
from moedested_plugin.publishing.postgis_adgang import Adgang
from moedested_plugin.publishing.postgis_sted import PostgisSted
from moedested_plugin.publishing.postgis_udgave import PostgisUdgave
from moedested_plugin.publishing.proev_maal import Dom, proev
from moedested_plugin.publishing.tilbageplan import planlaeg_tilbage
from moedested_plugin.store import Store
from tests.postgis import gem_forbindelse

from .falsk import GAMMEL, Falsk
from .udsted import Udsted, et_sted, klar, navne, ret, skema, ud


@pytest.fixture(autouse=True)
def uden_bevis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a QGIS Server and without reading the project back."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    monkeypatch.setattr("moedested_plugin.publishing.bevis.projektfejl", lambda *_: [])


@pytest.fixture
def falsk(qgis_app: Any) -> Iterator[Falsk]:
    with Falsk().koerer() as tjeneste:
        yield tjeneste


def linjer(maal: Maal) -> list[tuple[Dom, str]]:
    return [(linje.dom, linje.tekst) for linje in proev(maal)]


def test_the_very_first_version_is_taken_down_where_the_service_answers_wrongly(
    lager: Store, udsted: Udsted, tmp_path: Path, falsk: Falsk
) -> None:
    """With a folder for the list, and without one."""
    falsk.kort = falsk.data = GAMMEL
    maal = replace(udsted.maal, url=falsk.url, wait=0.5, folder=str(tmp_path / "ud"))
    for folder in ("", maal.folder):
        with pytest.raises(UdgivelsesFejl, match="den nye version er taget ned igen: Kortet hos"):
            ud(lager, replace(maal, folder=folder))
        sted = PostgisSted(maal)
        assert sted.gaeldende() is None
        assert sted.visninger() == ("pub_live", None)
        assert not udsted.sql("select 1 from information_schema.views where table_schema ~ 'pub_'")
        assert {linje["art"] for linje in sted.historik()} == {"fortrudt"}
    assert not (maal.mappe / LISTE).exists()
    ud(lager, replace(maal, url=""))
    assert navne(udsted)
    assert (maal.mappe / LISTE).is_file()
    falsk.kort = PostgisSted(maal).visninger()[1] or ""
    assert (Dom.OK, f"Tjenesten viser udgivelsen {falsk.kort}.") in linjer(maal)


def test_a_database_that_nothing_was_published_to(udsted: Udsted) -> None:
    sted = PostgisSted(udsted.maal)
    sted.bryd_laas()
    assert (sted.udgaver(), sted.historik(), sted.laest_af()) == ([], [], None)
    assert udsted.sql("select 1 from pg_namespace where nspname = 'udgivet'") == []
    anden: Any = object()
    with pytest.raises(TypeError):
        sted.faerdiggoer(anden, anden, {}, anden)
    adgang = Adgang(udsted.maal)
    with pytest.raises(RuntimeError), adgang.transaktion(), adgang.transaktion():
        pass
    adgang.luk()


def test_without_the_role_of_the_readers_it_says_whom_to_let_in(
    lager: Store, udsted: Udsted, monkeypatch: pytest.MonkeyPatch
) -> None:
    for modul in (postgis_data, postgis_eget, postgis_proev, postgis_sted):
        monkeypatch.setattr(modul, "LAESER", "findes_ikke")
    assert (
        Dom.ADVARSEL,
        "Rollen findes_ikke findes ikke. Giv selv korttjenestens bruger lov til at læse.",
    ) in linjer(udsted.maal)
    udgivet = ud(lager, udsted.maal)
    egne = f"skemaerne {postgis_eget.EGET} og {skema(udgivet.version)}."
    assert any("Rollen findes_ikke" in et and egne in et for et in udgivet.bemaerkninger)
    assert udsted.sql("select count(*) > 5 from pub_live.moedested") == [(True,)]


def test_who_is_publishing_is_said_by_the_test_of_the_target(lager: Store, udsted: Udsted) -> None:
    ud(lager, udsted.maal)
    with PostgisSted(udsted.maal).laast("Bo"):
        (sagt,) = (tekst for dom, tekst in linjer(udsted.maal) if "er ved at udgive" in tekst)
    assert sagt.startswith("Bo er ved at udgive fra ")


def test_an_entry_that_leads_to_another_database_is_found_out(lager: Store, udsted: Udsted) -> None:
    klynge = udsted.database.klynge
    anden = klynge.ny_database()
    try:
        klynge.udfoer(f'grant create on database "{anden}" to moedested_udgiver')
        navn = gem_forbindelse(
            f"service='{udsted.service}' dbname='{anden}' user='{udsted.udgiver}'"
        )
        maal = replace(udsted.maal, connection=navn)
        ventet = f"Indgangen {udsted.service} i pg_service.conf fører til en anden database end forbindelsen {navn}. Ret den ene af dem."
        assert linjer(maal)[0] == (Dom.FEJL, ventet)
        with pytest.raises(UdgivelsesFejl) as fanget:
            ud(lager, maal)
        assert str(fanget.value) == ventet
        assert udsted.skemaer() == []
    finally:
        klynge.slet_database(anden)


def test_a_database_without_postgis_is_said(lager: Store, udsted: Udsted) -> None:
    udsted.sql("drop extension postgis cascade")
    with pytest.raises(UdgivelsesFejl, match="create extension postgis"):
        ud(lager, udsted.maal)
    assert "mangler PostGIS" in linjer(udsted.maal)[0][1]


def test_a_version_that_is_not_whole_is_not_gone_back_to(lager: Store, udsted: Udsted) -> None:
    foerste = ud(lager, udsted.maal).version
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    ud(lager, udsted.maal)
    sted = PostgisSted(udsted.maal)
    udgave = sted.udgave(foerste)
    assert isinstance(udgave, PostgisUdgave)
    assert (udgave.er_hel, udgave.er_som_skrevet) == (True, True)
    assert udgave.raekker("moedested", []) == udgave.raekker("findes_ikke", ["x"]) == {}
    kilde = f"service='{udsted.service}' key='fid' table=\"{udgave.skema}\".\"udstyr\" (geometri)"
    assert udgave.slaa_op(kilde) is not None
    assert udgave.slaa_op(f"{kilde} sql=findes_ikke = 1") is None
    udsted.sql(f"drop table {udgave.skema}.foto")
    assert not udgave.er_som_skrevet
    with pytest.raises(UdgivelsesFejl, match="beskadiget"):
        planlaeg_tilbage(sted, foerste)
    begyndt = PostgisUdgave(Adgang(udsted.maal), "moedesteder", "halv")
    assert not begyndt.er_hel
    with pytest.raises(ValueError, match="halv"):
        _ = begyndt.manifest
    assert klar(lager, udsted.maal)[1].er_tom
