# SPDX-License-Identifier: GPL-2.0-or-later
"""The stable views for other servers, and the files beside a database, follow whatever is shown."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import psycopg2
import pytest

from moedested_plugin.publishing import bevis
from moedested_plugin.publishing.forbered import udgiver
from moedested_plugin.publishing.lokal_server import LokalServer
from moedested_plugin.publishing.maal import Maal
from moedested_plugin.publishing.peger import LISTE
from moedested_plugin.publishing.postgis_sted import PostgisSted
from moedested_plugin.publishing.postgis_visning import FASTE_VISNINGER
from moedested_plugin.publishing.proev_maal import Dom, proev
from moedested_plugin.publishing.stilpakke import STILPAKKE
from moedested_plugin.publishing.tjeneste_lag import TJENESTELAG
from moedested_plugin.store import Store
from tests.integration.publishing.udsted import Udsted, et_sted, navne, ret, skema, ud


@pytest.fixture(autouse=True)
def uden_bevis(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof of a version has its own tests."""
    monkeypatch.setattr(LokalServer, "findes", staticmethod(lambda: False))
    monkeypatch.setattr(bevis, "projektfejl", lambda *_: [])


def kolonner(udsted: Udsted, visning: str) -> list[str]:
    return [
        navn
        for (navn,) in udsted.sql(
            f"select attname from pg_attribute where attrelid = 'pub_live.{visning}'::regclass and attnum > 0"
            " order by attnum"
        )
    ]


def test_other_servers_find_keys_geometry_types_and_words(lager: Store, udsted: Udsted) -> None:
    ud(lager, udsted.maal)
    fundne = udsted.sql(
        "select f_table_name, f_geometry_column, type, srid from geometry_columns where f_table_schema = 'pub_live'",
        udsted.laeser,
    )
    assert {(navn, geometri, type_.casefold(), srid) for navn, geometri, type_, srid in fundne} == {
        (lag.navn, "geometri", lag.geometri.casefold(), 25832)
        for lag in TJENESTELAG
        if lag.wfs and lag.geometri
    }
    for visning in FASTE_VISNINGER:
        alle = kolonner(udsted, visning.navn)
        assert alle == [*visning.kolonner, *visning.hjaelp]
        ((antal, forskellige, type_),) = udsted.sql(
            f"select count(fid), count(distinct fid), min(pg_typeof(fid)::text) from pub_live.{visning.navn}"
        )
        assert (antal, type_) in ((forskellige, "integer"), (0, None))
        uden_ord = udsted.sql(
            f"select attname from pg_attribute where attrelid = 'pub_live.{visning.navn}'::regclass and attnum > 0"
            " and coalesce(col_description(attrelid, attnum), '') = ''"
        )
        assert uden_ord == []
    assert udsted.sql(
        "select obj_description('pub_live.rute'::regclass), obj_description('pub_live'::regnamespace)"
    )[0][0].startswith("Ruter, alle typer (data). Alle ruter")


def test_the_label_says_what_is_closed_today(lager: Store, udsted: Udsted) -> None:
    version = ud(lager, udsted.maal).version
    udsted.sql(
        f"update {skema(version)}.facilitet_punkt set lukket_fra = null, lukket_til = null, navn = ' ';"
        f"update {skema(version)}.facilitet_punkt f set lukket_fra = d.fra, lukket_til = d.til, navn = d.navn"
        " from (select fid, row_number() over (order by fid) nr from pub_live.facilitet_punkt) n,"
        " (values (1, date '2020-01-31', null::date, 'A'), (2, '2020-01-01', '2999-12-05', 'B'),"
        " (3, '2020-01-01', '2020-02-01', 'C'), (4, '2999-01-01', null, 'D'), (5, null, '2999-05-01', 'E'))"
        " d(nr, fra, til, navn) where n.fid = f.fid and d.nr = n.nr"
    )
    assert udsted.sql(
        "select etiket, lukket_nu from pub_live.facilitet_punkt where btrim(navn) <> '' order by navn"
    ) == [
        ("A\nLukket fra 31. jan. 2020", 1), ("B\nLukket til og med 5. dec. 2999", 1), ("C", 0), ("D", 0),
        ("E\nLukket til og med 1. maj 2999", 1),
    ]  # fmt: skip
    uden_navn = udsted.sql(
        "select count(*) filter (where etiket = facil_ty_tekst), count(*) from pub_live.facilitet_punkt where btrim(navn) = ''"
    )
    assert uden_navn[0][0] == uden_navn[0][1] > 0
    sted = et_sted(lager)["moedested_id"]
    udsted.sql(
        f"update {skema(version)}.moedested set livscyklus_k = 4 where moedested_id = '{sted}'"
    )
    assert udsted.sql(
        f"select etiket = navn || chr(10) || '(på pause)' from pub_live.moedested where moedested_id = '{sted}'"
    ) == [(True,)]


def test_a_change_of_columns_keeps_what_others_may(lager: Store, udsted: Udsted) -> None:
    """An older version without a column and without a table is shown, and the newer one again."""
    foerste = ud(lager, udsted.maal).version
    alle = kolonner(udsted, "rute")
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    anden = ud(lager, udsted.maal).version
    gis = udsted.database.klynge.ny_bruger()
    udsted.sql(
        f"grant usage on schema pub_live to {gis}; grant select on pub_live.rute to {gis} with grant option;"
        f"grant select (navn, by) on pub_live.moedested_uden_sted to {gis}"
    )
    gammelt = skema(foerste)
    udsted.sql(
        f"alter table {gammelt}.rute drop column svaerhed_k;"
        f"alter table {gammelt}.moedested_uden_sted drop column by; drop table {gammelt}.foto"
    )
    sted = PostgisSted(udsted.maal)
    with sted.laast("AB"):
        assert sted.skift(sted.udgave(foerste)) == ()
    assert kolonner(udsted, "rute") == [navn for navn in alle if navn != "svaerhed_k"]
    assert udsted.sql("select to_regclass('pub_live.foto')") == [(None,)]
    assert udsted.sql("select count(navn) >= 0 from pub_live.moedested_uden_sted", gis) == [(True,)]
    with sted.laast("AB"):
        assert sted.skift(sted.udgave(anden)) == ()
    assert kolonner(udsted, "rute") == alle
    assert udsted.sql(
        f"select has_table_privilege('{gis}', 'pub_live.rute', 'select with grant option')"
    ) == [(True,)]
    assert udsted.sql("select count(*) > 0 from pub_live.rute", gis) == [(True,)]
    assert udsted.sql("select count(*) >= 0 from pub_live.foto", udsted.laeser) == [(True,)]
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        udsted.sql("select * from pub_live.moedested", gis)


def test_what_others_have_built_on_a_view_is_not_torn_down(lager: Store, udsted: Udsted) -> None:
    foerste = ud(lager, udsted.maal).version
    ret(lager, et_sted(lager)["moedested_id"], navn="Nyt navn")
    anden = ud(lager, udsted.maal).version
    udsted.sql(
        "create view public.deres as select fid, svaerhed_k from pub_live.rute;"
        f"alter table {skema(foerste)}.rute drop column svaerhed_k"
    )
    sted = PostgisSted(udsted.maal)
    with sted.laast("AB"):
        (linje,) = sted.skift(sted.udgave(foerste))
        assert "Andre har bygget noget oven på visningen pub_live.rute" in linje
        sted.ryd_op()
    assert udsted.sql("select version from pub_live.udgivelse") == [(anden,)]
    assert udsted.sql("select count(*) > 0 from public.deres") == [(True,)]
    assert len(udsted.skemaer()) == 2, "what the views still show is kept"


def test_the_list_and_the_look_lie_in_the_folder_of_the_target(
    lager: Store, udsted: Udsted, tmp_path: Path
) -> None:
    maal = replace(udsted.maal, folder=str(tmp_path / "Ud på nettet"))
    foerste = ud(lager, maal)
    liste, pakke = maal.mappe / LISTE, maal.mappe / STILPAKKE
    foer = liste.read_bytes()
    assert foerste.version.encode() in foer
    assert et_sted(lager)["navn"].encode() in foer
    with zipfile.ZipFile(pakke) as indhold:
        assert "moedested.sld" in indhold.namelist()
    ret(lager, et_sted(lager)["moedested_id"], navn="Æblehaven")
    ud(lager, maal)
    assert "Æblehaven".encode() in liste.read_bytes()
    assert udgiver(lager, maal, "AB").tilbage().version == foerste.version
    assert liste.read_bytes() == foer, "as it was, to the byte"
    assert {sti.name for sti in maal.mappe.iterdir()} == {LISTE, STILPAKKE}
    liste.unlink()
    liste.mkdir()  # nobody can write it
    ret(lager, et_sted(lager)["moedested_id"], navn="Pæretræet")
    sidste = ud(lager, maal)
    assert any("Listen med mødesteder fulgte ikke med" in et for et in sidste.bemaerkninger)
    assert "Pæretræet" in navne(udsted), "the service itself is out"
    assert {sti.name for sti in maal.mappe.iterdir()} == {LISTE, STILPAKKE}


def test_the_list_is_the_same_as_that_of_a_folder(
    lager: Store, udsted: Udsted, tmp_path: Path
) -> None:
    mappe = replace(udsted.maal, type="qgisserver-file", connection="", folder=str(tmp_path / "a"))
    base = replace(udsted.maal, folder=str(tmp_path / "b"))
    sider = []
    for maal in (mappe, base):
        version = ud(lager, maal).version
        sider.append((maal.mappe / LISTE).read_text("utf-8").replace(version, "V"))
    assert sider[0] == sider[1]


def test_the_connection_is_tried_for_real(
    lager: Store, udsted: Udsted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def linjer(maal: Maal) -> list[tuple[Dom, str]]:
        return [(linje.dom, linje.tekst) for linje in proev(maal)]

    uden_mappe = linjer(udsted.maal)
    assert [dom for dom, _ in uden_mappe] == [Dom.OK, Dom.OK, Dom.OK, Dom.ADVARSEL, Dom.ADVARSEL]
    assert "ikke udgivet noget" in uden_mappe[2][1]
    assert "Målet har ingen mappe" in uden_mappe[3][1]
    maal = replace(udsted.maal, folder=str(tmp_path))
    version = ud(lager, maal).version
    assert (Dom.OK, f"Databasen viser udgivelsen {version}.") in linjer(maal)
    udsted.sql("drop view pub_live.udgivelse")
    assert any(
        dom is Dom.ADVARSEL and "Visningerne i skemaet pub_live" in et for dom, et in linjer(maal)
    )
    assert (
        Dom.FEJL,
        "Mappen /findes/ikke findes ikke herfra. Se efter, om drevet er forbundet.",
    ) in (linjer(replace(maal, folder="/findes/ikke")))
    monkeypatch.setenv("PGSERVICEFILE", str(udsted.pg_service(udsted.laeser)))
    assert Dom.FEJL in {dom for dom, _ in linjer(maal)}
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "ingen.conf"))
    assert linjer(maal)[0][0] is Dom.FEJL
    assert not udsted.sql("select 1 from pg_namespace where nspname = 'moedested_proeve'")
