# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles: what may stand in one, those that ship, and what a guess makes of a source nobody has seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from moedested_plugin.domain.skema import tabel
from moedested_plugin.paths import resource
from moedested_plugin.sources.gaet import gaet_profil, naermeste, navnelighed
from moedested_plugin.sources.geofa_felter import temaer
from moedested_plugin.sources.laes import laes
from moedested_plugin.sources.laest import Kilde, KildeFelt
from moedested_plugin.sources.profil import FeltKort, Profil, ProfilFejl, laes_profil, profil_af
from moedested_plugin.sources.profiler import (
    find_profil,
    gem_profil,
    genkend,
    medfoelgende,
    profiler,
)
from moedested_plugin.sources.sag import koder_af
from moedested_plugin.store import Store

from .kilder import BAENKE, geojson

GOD = {
    "navn": "a",
    "titel": "A",
    "kilde": "A",
    "tabel": "facilitet_punkt",
    "felter": [{"felt": "navn", "fra": ["n"]}],
}


@pytest.mark.parametrize("profil", medfoelgende(), ids=lambda profil: profil.navn)
def test_a_profile_is_the_same_after_being_written_and_read(profil: Profil, tmp_path: Path) -> None:
    profil.gem(tmp_path / "profil.json")
    assert laes_profil(tmp_path / "profil.json") == profil


@pytest.mark.parametrize(("aendring", "besked"), [
    ({"navn": ""}, "Profilen mangler “navn”."),
    ({"tabel": "foto"}, "Profilen vil skrive i “foto”."),
    ({"felt": []}, "“felt” i profilen kendes ikke. Ret stavningen, eller fjern det."),
    ({"version": 2}, "Profilen er lavet med en nyere udgave af Mødested."),
    ({"felter": [{"felt": "nvan", "fra": ["n"]}]}, "Feltet nvan findes ikke i facilitet_punkt."),
    ({"felter": [{"felt": "rettet", "fra": ["n"]}]}, "Feltet rettet findes ikke i facilitet_punkt."),
    ({"felter": [{"felt": "navn", "fra": "n"}]}, "“fra” i profilen skal være en liste af tekster."),
    ({"felter": [{"felt": "navn"}, {"felt": "navn"}]}, "Feltet navn står to gange i profilen."),
    ({"felter": []}, "Profilen har ingen felter. Vælg mindst ét."),
    ({"geofa": 5802}, "GeoFA-temaet i profilen passer ikke til tabellen facilitet_punkt."),
    ({"saml": ["navn"]}, "Kun linjer kan samles. Fjern “saml” fra profilen."),
    ({"navn": "../ud"}, "Profilens navn må kun have bogstaver"),
    ({"laes": {"kodeord": "x"}}, "“kodeord” i profilen kendes ikke."),
])  # fmt: skip
def test_what_is_wrong_is_said(aendring: dict[str, Any], besked: str) -> None:
    with pytest.raises(ProfilFejl, match=besked.replace("(", r"\(")):
        profil_af({**GOD, **aendring})


@pytest.mark.parametrize("indhold", [b"", b"[]", b"{", b"\xff\xfe\x00", b"null"])
def test_a_file_that_is_no_profile_is_refused(tmp_path: Path, indhold: bytes) -> None:
    (tmp_path / "p.json").write_bytes(indhold)
    with pytest.raises(ProfilFejl):
        laes_profil(tmp_path / "p.json")


def test_every_shipped_file_is_named_as_its_profile() -> None:
    assert [sti.stem for sti in sorted(resource("profiler").glob("*.json"))] == [
        p.navn for p in medfoelgende()
    ]


@pytest.mark.parametrize("t", temaer(), ids=lambda t: str(t.nummer))
def test_the_geofa_profiles_take_every_field_by_each_of_its_names(t: Any) -> None:
    profil = next(p for p in medfoelgende() if p.navn == f"geofa_{t.nummer}_fil")
    navne = {kort.felt: kort.fra for kort in profil.alle_felter()}
    for felt in t.tabel.felter:
        if felt.geofa is not None:
            assert felt.geofa in navne[felt.navn]
            assert {kort for kort, lang in t.korte_navne.items() if lang == felt.geofa} <= set(
                navne[felt.navn]
            )


def test_the_codes_of_the_shipped_profiles_are_in_the_lists(store: Store) -> None:
    koder = {liste: set(navne.values()) for liste, navne in koder_af(store).items()}
    set_ = 0
    for profil in medfoelgende():
        beskrevet = tabel(profil.tabel)
        par = [(kort.felt, kode) for kort in profil.felter for kode in kort.vaerdier.values()]
        for felt, vaerdi in [*par, *profil.standarder.items()]:
            if beskrevet.felt(felt).kodeliste is not None:
                for kode in vaerdi if isinstance(vaerdi, list) else [vaerdi]:
                    liste = str(beskrevet.felt(felt).kodeliste)
                    assert kode in koder[liste], (profil.navn, felt, kode)
                    set_ += 1
    assert set_ > 50


def felter(*navne: str) -> tuple[KildeFelt, ...]:
    return tuple(KildeFelt(navn, navn, "tekst") for navn in navne)


@pytest.mark.parametrize(("lag", "fil", "kolonner", "ventet"), [
    ("facilit_rasteplads", "x.gpkg", ("gruppe", "type"), ("naturlandet_punkt", "facilit_rasteplads")),
    ("data", "Facilit_rasteplads 2026.gpkg", ("gruppe", "type"), ("naturlandet_punkt", "facilit_rasteplads")),
    ("rute_cykel", "x.gpkg", ("gruppe", "type"), ("naturlandet_linje", "rute_cykel")),
    ("t_5800_fac_pkt", "x.gpkg", ("objekt_id", "facil_ty_k", "navn"), ("geofa_5800_fil", "5800")),
    ("t_5802_fac_li", "x.shp", ("OBJEKT_ID", "RUTE_TY_K"), ("geofa_5802_fil", "5802")),
    ("andet", "x.gpkg", ("gruppe", "type"), None),
])  # fmt: skip
def test_a_layer_is_known_by_its_name_and_columns(
    lag: str, fil: str, kolonner: tuple[str, ...], ventet: tuple[str, str] | None
) -> None:
    fundet = genkend(medfoelgende(), felter(*kolonner), lag, fil)
    assert (None if fundet is None else (fundet.navn, fundet.lag)) == ventet


def test_profiles_are_kept_in_the_store_and_found_by_name(store: Store, tmp_path: Path) -> None:
    gem_profil(store, BAENKE)
    assert find_profil(store, "BÆNKE ") == BAENKE
    assert profiler(store)[0] == BAENKE
    BAENKE.gem(tmp_path / "til naboen.json")
    assert find_profil(store, str(tmp_path / "til naboen.json")) == BAENKE
    with pytest.raises(ProfilFejl, match="findes ikke"):
        find_profil(store, "ukendt")


def test_a_guess_finds_fields_codes_and_key(store: Store, tmp_path: Path) -> None:
    raekker = [
        {"gid": nr, "stednavn": f"Sted {nr}", "facilitet": slags, "antal_pladser": str(nr), "hjemmeside": None, "sted": (nr * 9, 0)}
        for nr, slags in enumerate(["Bænk", "Shelter", "Toiletter", "Vulkan"], 1)
    ]  # fmt: skip
    with laes(Kilde(str(geojson(tmp_path / "nabo.geojson", raekker)))) as laest:
        forslag = gaet_profil(laest, koder_af(store))
    profil = forslag.profil
    assert (profil.tabel, profil.noegle, profil.type) == ("facilitet_punkt", ("gid",), "facilitet")
    fundne = {g.kort.felt: g for g in forslag.gaet}
    assert {felt: g.kort.fra[0] for felt, g in fundne.items()} == {
        "navn": "stednavn", "facil_ty_k": "facilitet", "antal_pl": "antal_pladser", "link": "hjemmeside", "noegle": "gid",
    }  # fmt: skip
    assert fundne["facil_ty_k"].ukendte == ("Vulkan",)
    assert fundne["facil_ty_k"].kort.vaerdier == {"Toiletter": 1012}
    assert 0 < fundne["facil_ty_k"].sikkerhed < fundne["navn"].sikkerhed
    assert profil_af(json.loads(json.dumps(profil.som_json()))) == profil


def test_a_column_whose_values_do_not_fit_is_not_taken(store: Store, tmp_path: Path) -> None:
    raekker = [{"antal_pl": "mange", "navn": f"Sted {nr}", "sted": (nr * 9, 0)} for nr in range(3)]
    with laes(Kilde(str(geojson(tmp_path / "nabo.geojson", raekker)))) as laest:
        assert "antal_pl" not in {g.kort.felt for g in gaet_profil(laest, koder_af(store)).gaet}


@pytest.mark.parametrize(
    ("tekst", "ventet"), [("Toiletter", 1), ("shelterplads", 2), ("Ø", None), ("Vulkan", None)]
)
def test_the_nearest_code(tekst: str, ventet: int | None) -> None:
    assert naermeste(tekst, {"toilet": 1, "shelter": 2}) == ventet


@pytest.mark.parametrize(
    ("kolonne", "mindst"), [("NAVN", 1), ("Name", 0.9), ("facil_ty_k", 0), ("navne", 0.5)]
)
def test_how_much_a_column_is_called_like_a_field(kolonne: str, mindst: float) -> None:
    assert navnelighed(tabel("facilitet_punkt").felt("navn"), kolonne) >= mindst


def test_a_value_may_be_left_out_instead_of_refusing_the_row() -> None:
    kort = profil_af(
        {**GOD, "felter": [{"felt": "handicap_k", "fra": ["h"], "ellers": None}]}
    ).felter[0]
    assert kort == FeltKort("handicap_k", ("h",), ellers=None)
    assert "ellers" in kort.som_json()
