# SPDX-License-Identifier: GPL-2.0-or-later
"""What the form forbids, the database refuses: every hard rule of every table, in both stores."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from moedested_plugin.domain.felt import Type
from moedested_plugin.domain.regler import regler_for
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel
from moedested_plugin.store import Store
from moedested_plugin.store.fejl import Afvist

from .conftest import Fremmed
from .raekker import FLADE, MOEDESTED, ORGANISATION, PUNKT, RUTE, fuld, gyldig, ny_id, tilfaelde

TABELLER = [beskrevet.navn for beskrevet in DOMAENETABELLER]
MED_NOEGLE = [navn for navn in TABELLER if tabel(navn).noegle]


def proev(store: Store, navn: str, raekke: dict[str, Any]) -> str | None:
    """Insert and take back; the code of the refusal."""
    fortryd = ZeroDivisionError("takes the row back")
    with (
        pytest.raises((Afvist, ZeroDivisionError)) as fanget,
        store.skriv("prøve", "AB") as skriver,
    ):
        skriver.indsaet(navn, [raekke])
        raise fortryd
    fejl: Any = fanget.value
    return None if fejl is fortryd else str(fejl.kode)


@pytest.mark.parametrize("navn", TABELLER)
def test_every_hard_rule_is_refused_when_broken_and_accepted_when_kept(
    fyldt: Store, navn: str
) -> None:
    forkert = []
    for sag in tilfaelde(navn):
        brudt, holdt = (proev(fyldt, navn, gyldig(navn) | mere) for mere in (sag.fejl, sag.godt))
        if brudt != sag.kode or holdt is not None:
            forkert.append((sag, brudt, holdt))
    assert forkert == []


@pytest.mark.parametrize("navn", MED_NOEGLE)
def test_every_hard_rule_is_refused_when_a_saved_row_is_changed(fyldt: Store, navn: str) -> None:
    raekke = gyldig(navn)
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet(navn, [raekke])
    noegle = raekke[tabel(navn).noegle]
    forkert = []
    for sag in tilfaelde(navn):
        kode = None
        try:
            with fyldt.skriv("prøve", "AB") as skriver:
                skriver.ret(navn, noegle, sag.fejl)
        except Afvist as fejl:
            kode = fejl.kode
        if kode != sag.kode and not (
            tabel(navn).noegle in sag.fejl and kode == f"{navn}.{tabel(navn).noegle}.uaendret"
        ):
            forkert.append((sag, kode))
    assert forkert == []


def test_every_hard_rule_has_a_case_or_a_default() -> None:
    haarde = {regel.kode for navn in TABELLER for regel in regler_for(navn) if regel.haard}
    proevet = {sag.kode for navn in TABELLER for sag in tilfaelde(navn)}
    faar_standard = haarde - proevet
    assert len(proevet) > 280
    assert {kode.rpartition(".")[2] for kode in faar_standard} == {"mangler"}


@pytest.mark.parametrize("navn", TABELLER)
def test_a_row_with_every_field_filled_comes_out_as_it_went_in(fyldt: Store, navn: str) -> None:
    raekke = fuld(navn)
    with fyldt.skriv("prøve", "AB") as skriver:
        assert skriver.indsaet(navn, [raekke]) == 1
    ude = [*fyldt.raekker(navn)][-1]
    assert {felt: ude[felt] for felt in raekke} == raekke
    assert {felt: type(ude[felt]) for felt in raekke} == {
        felt: type(v) for felt, v in raekke.items()
    }


@pytest.mark.parametrize("navn", TABELLER)
def test_an_unknown_code_is_refused_in_every_field(fyldt: Store, navn: str) -> None:
    forkert = []
    for felt in tabel(navn).felter:
        if felt.kodeliste is not None:
            kode: Any = [1, 99991] if felt.type is Type.KODER else 99991
            if (
                proev(fyldt, navn, gyldig(navn) | {felt.navn: kode})
                != f"{navn}.{felt.navn}.kodeliste"
            ):
                forkert.append(felt.navn)
    assert forkert == []


def test_a_code_no_longer_in_use_is_accepted(fyldt: Store) -> None:
    udgaaede = [
        raekke["kode"]
        for raekke in fyldt.raekker("kodeliste")
        if raekke["liste"] == "d_5800_facilitet"
        and not raekke["aktiv"]
        and int(str(raekke["kode"])) % 10 == 1
    ]
    assert udgaaede
    assert (
        proev(fyldt, "facilitet_punkt", gyldig("facilitet_punkt") | {"facil_ty_k": udgaaede[0]})
        is None
    )


@pytest.mark.parametrize("navn", MED_NOEGLE)
def test_a_reference_to_nothing_is_refused(fyldt: Store, navn: str) -> None:
    forkert = []
    for felt in tabel(navn).felter:
        if felt.henvisninger:
            raekke = gyldig(navn) | {felt.navn: ny_id()}
            if navn == "tilknytning" and felt.navn in ("facilitet_punkt_id", "facilitet_flade_id"):
                raekke["rute_id"] = None
            if proev(fyldt, navn, raekke) != f"{navn}.{felt.navn}.henvisning":
                forkert.append(felt.navn)
    assert forkert == []


def test_a_photo_belongs_to_a_row_of_the_table_it_names(fyldt: Store) -> None:
    objekter = {
        "moedested": MOEDESTED, "facilitet_punkt": PUNKT, "facilitet_flade": FLADE, "rute": RUTE,
    }  # fmt: skip
    svar = {
        (lag, ejer): proev(fyldt, "foto", gyldig("foto") | {"objekt_lag": lag, "objekt_id": noegle})
        for lag in objekter
        for ejer, noegle in objekter.items()
    }
    assert svar == {
        (lag, ejer): None if lag == ejer else "foto.objekt_id.henvisning" for lag, ejer in svar
    }
    foto = gyldig("foto")
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("foto", [foto])
    with pytest.raises(Afvist) as fejl, fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("foto", str(foto["foto_id"]), {"objekt_lag": "rute"})
    assert fejl.value.kode == "foto.objekt_id.henvisning"


def test_photos_go_with_what_they_show(fyldt: Store) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        for lag, noegle in (("moedested", MOEDESTED), ("rute", RUTE), ("facilitet_punkt", PUNKT)):
            skriver.indsaet("foto", [gyldig("foto") | {"objekt_lag": lag, "objekt_id": noegle}])
    with fyldt.skriv("prøve", "AB") as skriver:
        assert skriver.slet("rute", RUTE)
        assert skriver.slet("moedested", MOEDESTED)
    assert [r["objekt_lag"] for r in fyldt.raekker("foto")] == ["facilitet_punkt"]
    slettede = [post for post in fyldt.historik("foto") if post.art == "slettet"]
    assert sorted(str((post.raekke or {})["objekt_lag"]) for post in slettede) == [
        "moedested", "rute",
    ]  # fmt: skip


@pytest.mark.parametrize("navn", MED_NOEGLE)
def test_a_key_is_unique_and_never_changes(fyldt: Store, fremmed: Fremmed, navn: str) -> None:
    raekke, noegle = gyldig(navn), tabel(navn).noegle
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet(navn, [raekke])
    anden = gyldig(navn) | {noegle: raekke[noegle]}
    if navn == "tilknytning":
        anden |= {"rute_id": None, "facilitet_punkt_id": PUNKT}
    assert proev(fyldt, navn, anden) == f"{navn}.{noegle}.unik"
    hvor = f"where {noegle} = '{raekke[noegle]}'"
    assert (
        fremmed.afvises(f"update {navn} set {noegle} = '{ny_id()}' {hvor}")
        == f"{navn}.{noegle}.uaendret"
    )
    assert (
        fremmed.afvises(f"update {navn} set {noegle} = null {hvor}") == f"{navn}.{noegle}.uaendret"
    )


@pytest.mark.parametrize("navn", ["facilitet_punkt", "facilitet_flade", "rute"])
def test_an_objekt_id_is_unique_across_the_three_place_tables(fyldt: Store, navn: str) -> None:
    for optaget in {PUNKT, FLADE, RUTE}:
        assert proev(fyldt, navn, gyldig(navn) | {"objekt_id": optaget}) == f"{navn}.objekt_id.unik"


def test_combinations_occur_once(fyldt: Store) -> None:
    sager: dict[str, tuple[dict[str, Any], str]] = {
        "tilknytning": ({}, "tilknytning.rute_id.unik"),
        "medvirkende": ({"rolle_k": 1}, "medvirkende.rolle_k.unik"),
        "udstyr": ({"udstyr_nr": "M 1"}, "udstyr.udstyr_nr.unik"),
        "organisation": ({"navn": "Havnens Venner"}, "organisation.navn.unik"),
    }
    for navn, (mere, kode) in sager.items():
        with fyldt.skriv("prøve", "AB") as skriver:
            skriver.indsaet(navn, [gyldig(navn) | mere])
        assert proev(fyldt, navn, gyldig(navn) | mere) == kode
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "udstyr", [gyldig("udstyr"), gyldig("udstyr")]
        )  # no number: as many as you like


def test_selve_stedet_and_the_first_photo_occur_once(fyldt: Store) -> None:
    selve = gyldig("tilknytning") | {"rolle_k": 1}
    vist = gyldig("foto") | {"primaer": True}
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("tilknytning", [selve])
        skriver.indsaet("foto", [vist])
    to = gyldig("tilknytning") | {"rolle_k": 1, "rute_id": None, "facilitet_punkt_id": PUNKT}
    assert proev(fyldt, "tilknytning", to) == "tilknytning.moedested_id.hoejst_en"
    assert proev(fyldt, "tilknytning", to | {"rolle_k": 2}) is None
    assert proev(fyldt, "foto", gyldig("foto") | {"primaer": True}) == "foto.objekt_id.hoejst_en"
    assert proev(fyldt, "foto", gyldig("foto")) is None


def test_what_others_need_cannot_be_deleted_and_what_belongs_goes_along(fyldt: Store) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        for navn in ("straekning", "tilknytning", "medvirkende", "besoegstal", "aktivitet"):
            skriver.indsaet(navn, [gyldig(navn)])
        skriver.indsaet("udstyr", [gyldig("udstyr") | {"moedested_id": MOEDESTED}])
    for navn, noegle, kode in (
        ("rute", RUTE, "tilknytning.rute_id.henvisning"),
        ("organisation", ORGANISATION, "medvirkende.organisation_id.henvisning"),
    ):
        with pytest.raises(Afvist) as fejl, fyldt.skriv("prøve", "AB") as skriver:
            skriver.slet(navn, noegle)
        assert fejl.value.kode == kode
    with fyldt.skriv("prøve", "AB") as skriver:
        assert skriver.slet("moedested", MOEDESTED)
        assert skriver.slet("rute", RUTE)
        assert skriver.slet("organisation", ORGANISATION)
    for navn in (
        "moedested",
        "tilknytning",
        "medvirkende",
        "besoegstal",
        "aktivitet",
        "rute",
        "straekning",
    ):
        assert fyldt.antal(navn) == 0, navn
    assert [raekke["moedested_id"] for raekke in fyldt.raekker("udstyr")] == [None]
    slettede = {post.tabel for post in fyldt.historik() if post.art == "slettet"}
    assert {"tilknytning", "aktivitet", "straekning", "moedested"} <= slettede
    assert fyldt.historik("udstyr")[0].art == "rettet"


def test_geofa_codes_are_locked_and_own_codes_begin_at_100(fyldt: Store, fremmed: Fremmed) -> None:
    laast = "kodeliste.kode.laast"
    geofa = "where liste = 'd_basis_status' and kode = 1"
    assert fremmed.afvises(f"update kodeliste set navn = 'x' {geofa}") == laast
    assert fremmed.afvises(f"delete from kodeliste {geofa}") == laast
    egen = gyldig("kodeliste")
    assert proev(fyldt, "kodeliste", egen | {"liste": "d_basis_status"}) == laast
    assert proev(fyldt, "kodeliste", egen | {"kode": 99}) == laast
    assert proev(fyldt, "kodeliste", egen | {"liste": "min_egen"}) == laast
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("kodeliste", [egen])
        skriver.indsaet("moedested", [gyldig("moedested") | {"formaal_k": [100]}])
    assert fremmed.afvises("delete from kodeliste where kode = 100") == "kodeliste.kode.henvisning"
    assert (
        fremmed.afvises("update kodeliste set kode = 101 where kode = 100")
        == "kodeliste.kode.uaendret"
    )
    fremmed.udfoer(
        "update kodeliste set navn = 'Andet ord' where liste = 'formaal' and kode in (1, 100)"
    )
    fremmed.udfoer("delete from moedested where cast(formaal_k as text) like '%100%'")
    fremmed.udfoer("delete from kodeliste where kode = 100")


def test_a_refusal_undoes_the_whole_run(fyldt: Store) -> None:
    foer = fyldt.antal("moedested"), fyldt.antal("koersel"), len(fyldt.historik())
    gode = [gyldig("moedested"), gyldig("moedested")]
    with pytest.raises(Afvist), fyldt.skriv("import", "AB") as skriver:
        skriver.indsaet("moedested", gode)
        skriver.indsaet("moedested", [gyldig("moedested") | {"navn": "x"}])
    assert (fyldt.antal("moedested"), fyldt.antal("koersel"), len(fyldt.historik())) == foer
    with pytest.raises(ZeroDivisionError), fyldt.skriv("import", "AB") as skriver:
        skriver.indsaet("moedested", [gyldig("moedested")])
        raise ZeroDivisionError
    assert (fyldt.antal("moedested"), fyldt.antal("koersel"), len(fyldt.historik())) == foer


def test_a_refusal_says_nothing_of_the_row(fyldt: Store) -> None:
    hemmelig = gyldig("moedested") | {"intern_note": "Hemmeligt om Jens", "form_k": 77}
    with pytest.raises(Afvist) as fejl, fyldt.skriv("import", "AB") as skriver:
        skriver.indsaet("moedested", [hemmelig])
    assert "Jens" not in repr(fejl.value)
    assert fejl.value.__context__ is None or "Jens" not in repr(fejl.value.__context__)


def test_missing_values_become_the_defaults(fyldt: Store) -> None:
    foer = dt.datetime.now(dt.timezone.utc)
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", [gyldig("facilitet_punkt")])
        tomme = dict.fromkeys(
            ("moedested_id", "form_k", "off_kode", "oprettet", "raekke_version", "maalgruppe_k")
        )
        skriver.indsaet("moedested", [gyldig("moedested") | tomme])
    punkt, sted = ([*fyldt.raekker(navn)][-1] for navn in ("facilitet_punkt", "moedested"))
    assert (punkt["cvr_kode"], punkt["statuskode"], punkt["oprettet_af"], punkt["rettet_af"]) == (
        29188599,
        1,
        "AB",
        "AB",
    )
    assert (sted["form_k"], sted["off_kode"], sted["maalgruppe_k"], sted["raekke_version"]) == (
        1,
        2,
        [1],
        1,
    )
    assert len(str(sted["moedested_id"])) == 36
    assert abs(sted["oprettet"] - foer) < dt.timedelta(minutes=1)  # type: ignore[operator]


def test_the_geofa_user_comes_from_the_settings(fyldt: Store) -> None:
    uden = {felt: vaerdi for felt, vaerdi in gyldig("rute").items() if felt != "bruger_id"}
    assert proev(fyldt, "rute", uden) == "rute.bruger_id.mangler"
    fyldt.saet_indstilling("geofa_bruger", "gis@kommunen")
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("rute", [uden])
    ny = [*fyldt.raekker("rute")][-1]
    assert (ny["bruger_id"], ny["raekke_version"]) == ("gis@kommunen", 1)
    assert [post.art for post in fyldt.historik("rute", str(ny["objekt_id"]))] == ["oprettet"]
