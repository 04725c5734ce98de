# SPDX-License-Identifier: GPL-2.0-or-later
"""The model holds every table and field of the data model, and is sound in itself."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from moedested_plugin.domain import kodelister, moedesteder, offentlig, skema, steder
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Fane, Offentlig, Standard, Tabel, Type
from moedested_plugin.domain.genbrug import STEMPLER

DATAMODEL = list(
    csv.DictReader((Path(__file__).parent / "datamodel.csv").read_text("utf-8").splitlines())
)
FELTER = [(tabel, felt) for tabel in skema.TABELLER for felt in tabel.felter]
DOMAENEFELTER = [(tabel, felt) for tabel in skema.DOMAENETABELLER for felt in tabel.felter]


def navn(par: object) -> str:
    return getattr(par, "navn", str(par))


def test_every_table_of_the_data_model_is_there() -> None:
    assert {raekke["tabel"] for raekke in DATAMODEL} == {tabel.navn for tabel in skema.TABELLER}


@pytest.mark.parametrize("tabel", skema.TABELLER, ids=navn)
def test_every_field_of_the_data_model_is_there(tabel: Tabel) -> None:
    for raekke in DATAMODEL:
        if raekke["tabel"] != tabel.navn or not raekke["felt"]:
            continue
        felt = tabel.felt(raekke["felt"])
        if raekke["obligatorisk"] == "ja":
            assert felt.obligatorisk, felt.navn
        if raekke["obligatorisk"] == "(ja)":
            assert felt.kraevet_naar is not None, felt.navn
        assert (Offentlig.OFFENTLIG in felt.off) == (raekke["offentlig"] == "O"), felt.navn


@pytest.mark.parametrize("tabel", skema.TABELLER, ids=navn)
def test_fields_are_soundly_described(tabel: Tabel) -> None:
    for felt in tabel.felter:
        assert felt.alias, felt.navn
        assert felt.navn == felt.navn.lower()
        assert felt.navn.isascii()
        if felt.type in (Type.TEKST, Type.UUID):
            assert felt.laengde, felt.navn
        if felt.krav is not None and not tabel.system:
            assert felt.krav_tekst.endswith("."), felt.navn
        for betingelse in (felt.krav, felt.kraevet_naar, felt.vis_naar):
            if betingelse is not None:
                assert all(navn == GEOMETRI or tabel.har(navn) for navn in betingelse.felter())


@pytest.mark.parametrize("tabel", skema.DOMAENETABELLER, ids=navn)
def test_fields_speak_to_their_user(tabel: Tabel) -> None:
    for felt in tabel.felter:
        assert felt.hjaelp, felt.navn
        assert felt.hjaelp[-1] in '.…"?)', felt.navn
        if felt.kodeliste is not None:
            assert felt.kodeliste in {*kodelister.LOKALE_LISTER, *kodelister.GEOFA_LISTER}, (
                felt.navn
            )


@pytest.mark.parametrize("tabel", skema.DOMAENETABELLER, ids=navn)
def test_first_tab_has_at_most_ten_fields(tabel: Tabel) -> None:
    assert sum(felt.fane is Fane.VIGTIGST for felt in tabel.felter) <= 10


@pytest.mark.parametrize("tabel", skema.TABELLER, ids=navn)
def test_table_is_soundly_described(tabel: Tabel) -> None:
    assert tabel.titel
    assert tabel.beskrivelse.endswith(".")
    assert len(set(tabel.feltnavne)) == len(tabel.felter)
    if tabel.noegle:
        assert tabel.felt(tabel.noegle).obligatorisk
    for felter in tabel.unikke:
        assert all(tabel.har(felt) for felt in felter)
    for krav in tabel.krav:
        assert krav.tekst.endswith(".")
        assert krav.raad.endswith(".")


def test_references_point_to_a_key_of_an_earlier_table() -> None:
    raekkefoelge = [tabel.navn for tabel in skema.TABELLER]
    for tabel, felt in DOMAENEFELTER:
        if felt.henviser is not None:
            maal = skema.tabel(felt.henviser.tabel)
            assert maal.noegle == felt.henviser.felt
            assert raekkefoelge.index(maal.navn) < raekkefoelge.index(tabel.navn)


def test_references_to_a_table_are_found() -> None:
    assert {(tabel.navn, felt) for tabel, felt, _ in skema.henvisninger_til("rute")} == {
        ("straekning", "rute_id"),
        ("tilknytning", "rute_id"),
        ("foto", "objekt_id"),
    }
    for tabel in skema.DOMAENETABELLER:
        for felt in tabel.felter:
            for til in felt.henviser_en_af:
                assert skema.tabel(til.tabel).noegle == til.felt


def test_every_editable_table_is_stamped() -> None:
    for tabel in skema.DOMAENETABELLER:
        if tabel.navn != "kodeliste":
            assert set(STEMPLER) <= set(tabel.felter), tabel.navn


def test_geofa_names_are_geofas_own(facts: Path) -> None:
    for tabel, tema in (
        (steder.FACILITET_PUNKT, "5800"),
        (steder.FACILITET_FLADE, "5801"),
        (steder.RUTE, "5802"),
    ):
        assert sum(felt.geofa is not None for felt in tabel.felter) > 20
        with (facts / f"fields_{tema}.csv").open(encoding="utf-8") as fil:
            deres = {raekke["felt"]: raekke for raekke in csv.DictReader(fil)}
        for felt in tabel.felter:
            if felt.geofa is None:
                assert Offentlig.GEOFA not in felt.off or felt.navn == "geofa_ekstra"
                continue
            assert felt.geofa == felt.navn, "export is the identity"
            assert felt.geofa in deres
            if felt.type is Type.TEKST and deres[felt.geofa]["laengde"]:
                assert felt.laengde is not None
                assert felt.laengde <= int(deres[felt.geofa]["laengde"])
            if deres[felt.geofa]["kodeliste"]:
                assert felt.kodeliste == deres[felt.geofa]["kodeliste"]
            if deres[felt.geofa]["not_null_i_1_7"] == "ja":
                assert felt.obligatorisk


def test_never_in_a_public_view() -> None:
    hemmelige = {
        "intern_note",
        "oprettet_af",
        "rettet_af",
        "tilstand_k",
        "kilde_id",
        "samtykke_k",
        "bruger_id",
        "cvr",
    }
    hemmelige |= {
        "godkendt_af",
        "godkendt_dato",
        "pris_kr",
        "finansiering_k",
        "off_kode",
        "geofa_ekstra",
        "kilde_k",
    }
    assert hemmelige <= {felt.navn for _, felt in FELTER}, "one that is called something else now"
    for visning in offentlig.VISNINGER:
        assert not hemmelige & {kolonne.navn for kolonne in visning.kolonner}
        assert not (hemmelige - {"kilde_k"}) & {kolonne.felt for kolonne in visning.kolonner}


@pytest.mark.parametrize("visning", offentlig.VISNINGER, ids=navn)
def test_a_view_has_just_the_public_fields(visning: offentlig.Visning) -> None:
    navne = [kolonne.navn for kolonne in visning.kolonner]
    assert len(set(navne)) == len(navne)
    offentlige = {f.navn for f in visning.tabel.felter if Offentlig.OFFENTLIG in f.off}
    egne = {kolonne.felt for kolonne in visning.kolonner if not kolonne.art.name.startswith("ORG")}
    assert egne - {"kilde_k"} == offentlige | ({"moedested_id"} & egne)


def test_a_list_of_codes_never_goes_out_as_codes() -> None:
    for visning in offentlig.VISNINGER:
        for kolonne in visning.kolonner:
            if kolonne.art is offentlig.Kolonneart.FELT:
                assert visning.tabel.felt(kolonne.felt).type is not Type.KODER


def test_besoegstal_has_no_view() -> None:
    assert "besoegstal" not in {visning.tabel.navn for visning in offentlig.VISNINGER}


@pytest.fixture
def facts() -> Path:
    return Path(__file__).parents[2] / "resources" / "geofa"


def test_geofa_lists_are_read_with_inactive_codes_and_definitions(facts: Path) -> None:
    koder = {
        liste: list(
            kodelister.laes_geofa(liste, (facts / "kodelister" / f"{liste}.csv").read_text("utf-8"))
        )
        for liste in kodelister.GEOFA_LISTER
    }
    assert len(koder["d_basis_ansvarlig_myndighed"]) > 98
    typer = {kode.kode: kode for kode in koder["d_5800_facilitet"]}
    assert typer[1012].navn == "Toilet"
    assert typer[1012].definition
    assert typer[1012].geofa
    udgaaede = [kode for liste in koder.values() for kode in liste if not kode.aktiv]
    assert udgaaede
    assert all(kode.visning.endswith(" (udgået)") for kode in udgaaede)
    assert typer[1012].visning == "Toilet"
    assert {kode.kode for kode in koder["d_5802_rutetype"]} >= {
        *steder.VANDRE_TYPER,
        *steder.CYKEL_TYPER,
        *steder.KOERE_TYPER,
        *steder.MTB_TYPER,
    }
    assert set(steder.BAENK_TYPER) <= set(typer)


def test_local_lists_leave_room_for_the_municipality() -> None:
    for liste, koder in kodelister.LOKALE_LISTER.items():
        tal = [kode.kode for kode in koder]
        assert len(set(tal)) == len(tal), liste
        assert all(
            kode.liste == liste and kode.kode < kodelister.FOERSTE_EGEN_KODE for kode in koder
        )


def test_vulnerable_groups_are_not_public() -> None:
    skjulte = {k.kode for k in kodelister.LOKALE_LISTER["maalgruppe"] if not k.offentlig}
    assert skjulte == {15, 16, 17}
    assert all(
        k.offentlig
        for liste, koder in kodelister.LOKALE_LISTER.items()
        if liste != "maalgruppe"
        for k in koder
    )


def test_every_surface_has_its_geofa_code() -> None:
    assert set(kodelister.BELAEGNING_AF_UNDERLAG) == {
        k.kode for k in kodelister.LOKALE_LISTER["underlag"]
    }


@pytest.mark.parametrize(
    ("fra", "til", "saedvanligt"),
    [(1, 2, True), (2, 3, True), (3, 4, True), (4, 3, True), (4, 5, True), (1, 5, True), (2, 5, True), (5, 2, True),
     (None, 3, True), (3, 3, True), (1, 3, False), (3, 1, False), (5, 3, False), (3, 5, False)],
)  # fmt: skip
def test_steps_of_life(fra: int | None, til: int, saedvanligt: bool) -> None:
    assert moedesteder.er_saedvanligt_trin(fra, til) is saedvanligt


def test_each_kind_of_default_is_used_by_some_field() -> None:
    brugt = {felt.standard for _, felt in FELTER if isinstance(felt.standard, Standard)}
    assert brugt == set(Standard)
