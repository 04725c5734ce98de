# SPDX-License-Identifier: GPL-2.0-or-later
"""Every row stands in exactly one layer where it can be edited."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsGeometry, QgsVectorLayer

from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.project.lag import BAGGRUND, LAG, LAG_AF_ROLLE, lag_paa, opslag_for
from moedested_plugin.store import Store

#: As the contract with styles, panel and publications has them.
ROLLER = {
    "moedested", "udstyr", "baenk", "facilitet", "omraade", "vandrerute", "cykelrute", "koererute", "andenrute",
    "straekning", "aktivitet", "organisation", "tilknytning", "medvirkende", "besoegstal", "foto", "kodeliste",
    "opslag_punkt", "opslag_flade", "opslag_rute", "kilde_punkt", "kilde_linje", "kilde_flade", "netvaerk_linje",
    "netvaerk_punkt", "kommune", "by", "kyst",
}  # fmt: skip
WKT = {
    "facilitet_punkt": "MultiPoint((685000 6075000))",
    "facilitet_flade": "MultiPolygon(((685000 6075000, 685010 6075000, 685000 6075010, 685000 6075000)))",
    "rute": "MultiLineString((685000 6075000, 686000 6075000))",
}


def test_there_is_a_layer_for_every_role_and_table() -> None:
    assert {lag.rolle for lag in LAG} | set(BAGGRUND) == ROLLER
    assert {lag.tabelnavn for lag in LAG} >= {tabel.navn for tabel in DOMAENETABELLER}
    assert all(len(lag.id) >= 11 for lag in LAG)
    assert LAG_AF_ROLLE["baenk"].id == "moedested_baenk"


@pytest.mark.parametrize("navn", sorted(WKT))
@pytest.mark.parametrize(
    "type_", [None, -1, 0, 1, 2, 3, 4, 5, 6, 11, 13, 14, 1371, 1201, 1012, 99999]
)
def test_filters_on_one_table_are_disjoint_and_cover_it(navn: str, type_: int | None) -> None:
    with closing(sqlite3.connect(":memory:")) as forbindelse:
        typefelt = lag_paa(navn)[0].typefelt
        forbindelse.execute(f'CREATE TABLE t ("{typefelt}" INTEGER)')
        forbindelse.execute("INSERT INTO t VALUES (?)", (type_,))
        traf = [
            lag.rolle
            for lag in lag_paa(navn)
            if forbindelse.execute(f"SELECT count(*) FROM t WHERE {lag.filter or '1'}").fetchone()[
                0
            ]
        ]
    assert len(traf) == 1


@pytest.mark.parametrize("navn", sorted(WKT))
def test_every_type_of_the_national_lists_falls_in_one_layer(navn: str, tomt_lager: Store) -> None:
    felt = tabel(navn).felt(lag_paa(navn)[0].typefelt)
    typer = [
        int(str(raekke["kode"]))
        for raekke in tomt_lager.raekker("kodeliste", ("liste", "kode"))
        if raekke["liste"] == felt.kodeliste
        and (felt.krav is None or felt.krav.holder({felt.navn: raekke["kode"]}))
    ]
    geometri = bytes(QgsGeometry.fromWkt(WKT[navn]).asWkb())
    with tomt_lager.skriv("prøve", "test") as skriver:
        skriver.indsaet(
            navn,
            [
                {"objekt_id": f"00000000-0000-4000-8000-{type_:012}", felt.navn: type_,
                 "bruger_id": "test", "oprindkode": 1, "cvr_kode": 29188599, "geometri": geometri}
                for type_ in typer
            ],
        )  # fmt: skip
    fundet: list[int] = []
    for lag in lag_paa(navn):
        vector_layer = QgsVectorLayer(f"{tomt_lager.uri(navn)}|subset={lag.filter}", "x", "ogr")
        egne = [feature[felt.navn] for feature in vector_layer.getFeatures()]
        assert not lag.typer or set(egne) <= set(lag.typer)
        fundet += egne
    assert len(typer) > 10
    assert sorted(fundet) == sorted(typer)


def test_a_row_is_looked_up_in_a_layer_without_filter() -> None:
    for beskrevet in DOMAENETABELLER:
        assert opslag_for(beskrevet.navn).filter == ""
    assert opslag_for("rute").rolle == "opslag_rute"
    assert opslag_for("moedested").rolle == "moedested"


def test_the_default_type_of_a_layer_is_one_of_its_own() -> None:
    for lag in LAG:
        assert lag.standardtype is None or lag.standardtype in lag.typer
    assert LAG_AF_ROLLE["facilitet"].standardtype is None
