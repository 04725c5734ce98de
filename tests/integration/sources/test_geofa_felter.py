# SPDX-License-Identifier: GPL-2.0-or-later
"""One description of GeoFA's fields: what comes in goes out again as it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from moedested_plugin.domain.felt import Type
from moedested_plugin.sources.geofa_felter import (
    EKSTRA,
    VERSION,
    GeofaFelt,
    tema,
    tema_af_tabel,
    temaer,
    til_geofa,
)

from .geofa_raekker import fra_geofa, fuld, mindst

NUMRE = (5800, 5801, 5802)
_TEKST = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda t: t.strip() != ""
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEKST,
    lambda b: st.lists(b, max_size=3) | st.dictionaries(_TEKST, b, max_size=3),
    max_leaves=6,
)
_MAANED_DAG = st.dates(dt.date(2023, 1, 1), dt.date(2023, 12, 31)).map(lambda d: f"{d:%m-%d}")
_VAERDIER = {
    "heltal": st.integers(0, 10_000), "tal": st.floats(0.1, 500), "bool": st.booleans(), "tekst": _TEKST,
    "uuid": st.uuids().map(str), "json": st.dictionaries(_TEKST, _JSON, max_size=4),
    "dato": _MAANED_DAG.map(lambda md: f"0001-{md}"),
}  # fmt: skip


def _felt(felt: GeofaFelt) -> st.SearchStrategy[Any]:
    if felt.navn.startswith("saeson_s") and felt.type == "tekst":
        return _MAANED_DAG
    return _VAERDIER[felt.type]


def _raekker(nummer: int) -> st.SearchStrategy[dict[str, Any]]:
    """A GeoFA row with some of its fields filled, and some that nobody knows yet."""
    kendte = st.fixed_dictionaries(
        {"kvalitet_k": st.integers(1, 9)},
        optional={
            f.navn: _felt(f)
            for f in tema(nummer).sendte
            if f.navn not in ("temakode", "kvalitet_k")
        },
    )
    ukendte = st.dictionaries(
        st.sampled_from(("nyt_felt", "Andet Felt", "ø")), _JSON.filter(bool), max_size=3
    )
    return st.builds(lambda a, b: {**a, **b}, kendte, ukendte)


@pytest.mark.parametrize("nummer", NUMRE)
def test_a_geofa_row_comes_back_as_it_was(nummer: int) -> None:
    @seed(58)
    @settings(max_examples=150, database=None, deadline=None)
    @given(_raekker(nummer))
    def proev(raekke: dict[str, Any]) -> None:
        ud = til_geofa(tema(nummer).tabel.navn, fra_geofa(nummer, raekke))
        assert {n: v for n, v in ud.items() if v is not None} == {
            "temakode": nummer,
            **{n: v for n, v in raekke.items() if not (isinstance(v, str) and not v.strip())},
        }

    proev()


@pytest.mark.parametrize("nummer", NUMRE)
def test_our_row_comes_back_as_it_was(nummer: int) -> None:
    raekke = fra_geofa(nummer, fuld(nummer) | {"nyt_felt": {"a": [1]}})
    assert fra_geofa(nummer, til_geofa(tema(nummer).tabel.navn, raekke)) == raekke


@pytest.mark.parametrize("nummer", NUMRE)
def test_every_field_of_the_model_is_geofas(nummer: int) -> None:
    t = tema(nummer)
    assert t.egne
    assert [navn for navn in t.egne if navn not in t.felter or not t.sendes(navn)] == []
    typer = {
        Type.HELTAL: "heltal", Type.TAL: "tal", Type.TEKST: "tekst", Type.UUID: "uuid", Type.JA_NEJ: "bool",
        Type.OBJEKT: "json",
    }  # fmt: skip
    andre = {
        n: (f.type, t.felter[n].type)
        for n, f in t.egne.items()
        if typer[f.type] != t.felter[n].type
    }
    assert set(andre) <= {"saeson_st", "saeson_sl"}
    for navn, felt in t.egne.items():
        assert felt.kodeliste == t.felter[navn].kodeliste, navn
        if felt.type is Type.TEKST and navn not in ("saeson_st", "saeson_sl"):
            assert felt.laengde == t.felter[navn].laengde, navn


@pytest.mark.parametrize("nummer", NUMRE)
def test_short_names_are_unique_and_short(nummer: int) -> None:
    t = tema(nummer)
    assert len(t.korte_navne) == len(t.felter)
    assert [kort for kort in t.korte_navne if len(kort) > 10] == []


def test_short_names_are_those_of_the_templates() -> None:
    korte = tema(5800).korte_navne
    assert (korte["kva_tjek_k"], korte["book_link"], korte["filmlink2"], korte["filmlink3"]) == (
        "kvalitetstjekket_k", "bookinglink", "filmlink2", "filmlink3",
    )  # fmt: skip


def test_geofas_own_fields_stay_for_display_and_are_not_sent_back() -> None:
    raekke = mindst(5800) | {
        "versions_id": "aaaaaaaa-0000-4000-8000-000000000000", "systid_fra": "2026-01-02T03:04:00+00:00",
        "systid_til": None, "oprettet": "2026-01-01T00:00:00", "beliggenhedskommune": 376, "facil_ty": "Bænk",
        "status": "Gældende", "cvr_navn": "Guldborgsund", "temanavn": "x", "vejnavn": "Vej", "fid": 7, "gml_id": "x.1",
    }  # fmt: skip
    ind = fra_geofa(5800, raekke)
    assert ind[VERSION] == "aaaaaaaa-0000-4000-8000-000000000000"
    assert ind[EKSTRA] == {
        "systid_fra": "2026-01-02T03:04:00+00:00", "oprettet": "2026-01-01T00:00:00", "beliggenhedskommune": 376,
        "vejnavn": "Vej",
    }  # fmt: skip
    ud = til_geofa("facilitet_punkt", ind)
    system = {n for t in temaer() for n, f in t.felter.items() if f.system}
    assert {"facil_ty", "status", "systid_til", "kommunekode"} < system
    assert not (
        system | {"versions_id", "systid_fra", "systid_til", "oprettet", "fid", "gml_id"}
    ) & set(ud)


@pytest.mark.parametrize(
    ("nummer", "vores", "ud"),
    [
        (5800, "04-01", "0001-04-01"), (5801, "10-31", "0001-10-31"), (5802, "04-01", "04-01"),
        (5802, "1. maj", "1. maj"), (5800, None, None), (5802, " ", None),
    ],
)  # fmt: skip
def test_a_season_is_month_and_day(nummer: int, vores: str | None, ud: str | None) -> None:
    assert til_geofa(tema(nummer).tabel.navn, {"saeson_st": vores})["saeson_st"] == ud


def test_what_our_field_says_is_stronger_than_what_is_kept_beside() -> None:
    ekstra = {"navn": "gammelt", "NAVN": "gammelt", "temakode": 1, "intern_note": "hemmelig", "rettet_af": "AB",
              "Folder_K": 1, "underlag_k": 3, "": 1}  # fmt: skip
    ud = til_geofa(
        "facilitet_punkt",
        {"navn": None, EKSTRA: ekstra, "intern_note": "hemmelig", "tilstand_k": 1},
    )
    assert {n: v for n, v in ud.items() if v is not None} == {
        "temakode": 5800,
        "kvalitet_k": 9,
        "folder_k": 1,
    }


def test_only_the_three_themes_are_known() -> None:
    assert tema_af_tabel("rute").lag == "t_5802_fac_li"
    with pytest.raises(KeyError):
        tema_af_tabel("moedested")
    with pytest.raises(KeyError):
        tema(5803)
