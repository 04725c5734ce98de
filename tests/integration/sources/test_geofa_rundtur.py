# SPDX-License-Identifier: GPL-2.0-or-later
"""Import → export with the real reading in between: nothing of a GeoFA file is lost on the way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr

from moedested_plugin.sources.anvend import anvend
from moedested_plugin.sources.geofa_felter import tema
from moedested_plugin.sources.geofa_ud import eksporter_geofa
from moedested_plugin.sources.importer import lav_plan
from moedested_plugin.sources.laest import Kilde
from moedested_plugin.store import Store, opret
from tests.integration.store.conftest import KOMMUNE

from .geofa_raekker import FREMMED_CVR, fuld, mindst, vores

NUMRE = (5800, 5801, 5802)
UKENDT = {
    "Nyt felt": {"a": [1, {"b": "æ"}], "tal": 2.5, "ja": True},
    "nyt_tal": 7,
    "ny_tekst": 'Ø\' "x"',
}


def laes_alt(fil: Path) -> dict[str, list[dict[str, Any]]]:
    """Every layer as its rows, by id; JSON as what it says."""
    ud = {}
    for lag in ogr.Open(str(fil)):
        raekker = []
        for led in lag:
            raekke = json.loads(led.ExportToJson())["properties"]
            tekster = {
                n: json.loads(v) if isinstance(v, str) and v[:1] in "{[" else v
                for n, v in raekke.items()
            }
            raekker.append(
                {n: v for n, v in tekster.items() if v is not None}
                | {"wkt": led.GetGeometryRef().ExportToWkt()}
            )
        ud[lag.GetName()] = sorted(raekker, key=lambda r: str(r["objekt_id"]))
    return ud


def hent(store: Store, fil: Path, nummer: int) -> dict[str, int]:
    with lav_plan(store, Kilde(str(fil), lag=tema(nummer).lag), f"geofa_{nummer}_fil") as plan:
        antal = {str(art): n for art, n in plan.antal.items() if n}
        anvend(store, plan, "AB")
        return antal


@pytest.fixture
def fra_geofa(tmp_path: Path, qgis_app: object) -> Path:
    """A file as GeoFA has it: a row with every field and unknown ones, one with hardly any, and another authority's."""
    fil = tmp_path / "fra geofa.gpkg"
    with opret(str(tmp_path / "andre.gpkg"), KOMMUNE) as andre:
        with andre.skriv("import", "AB") as skriver:
            for nummer in NUMRE:
                for raekke in (fuld(nummer) | UKENDT, mindst(nummer)):
                    skriver.indsaet(tema(nummer).tabel.navn, [vores(nummer, raekke, kilde_k=3)])
        assert eksporter_geofa(andre, fil).antal == 6
    return fil


def test_a_file_comes_in_and_goes_out_as_it_was(
    store: Store, fra_geofa: Path, tmp_path: Path
) -> None:
    for nummer in NUMRE:
        assert hent(store, fra_geofa, nummer) == {"ny": 2}
    eksport = eksporter_geofa(store, tmp_path / "til geofa.gpkg")
    assert (eksport.antal, eksport.udeladte) == (6, ())
    foer, efter = laes_alt(fra_geofa), laes_alt(eksport.fil)
    for lag in foer:
        for gammel, ny in zip(foer[lag], efter[lag]):
            assert {n: v for n, v in ny.items() if gammel.get(n) != v} == {}, lag
            assert {n: v for n, v in gammel.items() if n not in ny} == {}, lag
    assert efter == foer
    fyldte = foer["t_5800_fac_pkt"]
    assert any(
        raekke.get("Nyt felt") == UKENDT["Nyt felt"] for raekke in fyldte
    )  # not lost on both sides
    assert any(raekke.get("facil_ty_k") == 1162 for raekke in fyldte)  # a code no longer in use
    assert all("MULTI" in raekke["wkt"] for raekker in foer.values() for raekke in raekker)
    for nummer in NUMRE:
        assert hent(store, eksport.fil, nummer) == {}  # and once more is no change


def test_others_rows_come_in_and_stay_at_home(
    store: Store, fra_geofa: Path, tmp_path: Path
) -> None:
    kilde = ogr.Open(str(fra_geofa), 1)
    lag = kilde.GetLayerByName("t_5800_fac_pkt")
    for led in list(lag):
        led.SetField("cvr_kode", FREMMED_CVR)
        lag.SetFeature(led)
    del lag, kilde
    assert hent(store, fra_geofa, 5800) == {"ny": 2}
    assert {r["cvr_kode"] for r in store.raekker("facilitet_punkt")} == {FREMMED_CVR}
    assert eksporter_geofa(store, tmp_path / "til geofa.gpkg").antal == 0
    kilde = ogr.Open(str(fra_geofa), 1)
    lag = kilde.GetLayerByName("t_5800_fac_pkt")
    for led in list(lag):
        led.SetField("navn", "Nyt hos dem")
        lag.SetFeature(led)
    del lag, kilde
    assert hent(store, fra_geofa, 5800) == {
        "aendret": 2
    }  # the import itself may still correct them
    assert {r["navn"] for r in store.raekker("facilitet_punkt")} == {"Nyt hos dem"}
