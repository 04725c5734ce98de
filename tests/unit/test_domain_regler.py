# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions and rules: each kind once true and once false, each rule once broken and once kept."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from moedested_plugin.domain import betingelse as b
from moedested_plugin.domain import diff
from moedested_plugin.domain.felt import Fane
from moedested_plugin.domain.regler import Alvor, alle_regler, brud, regler_for
from moedested_plugin.domain.skema import DOMAENETABELLER, tabel

NU = dt.datetime(2026, 5, 1, 12, tzinfo=dt.timezone.utc)
UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
STEMPLER: dict[str, b.Vaerdi] = {
    "oprettet": NU,
    "oprettet_af": "kg",
    "rettet": NU,
    "rettet_af": "kg",
    "raekke_version": 1,
}


@pytest.mark.parametrize(
    ("betingelse", "sand", "falsk"),
    [
        (b.Tom("f"), [None, "", " \t\n", [], {}], ["x", 0, False, [1], {"a": 1}]),
        (b.EnAf("f", (1, 3)), [1, 3], [2, None]),
        (b.EnAf("f", ("a",)), ["a"], ["A", None]),
        (b.Mellem("f", 0, 120), [0, 120, 65.5], [-1, 121, None, "5"]),
        (b.SidsteCiffer("f", (1, 2)), [1371, 1012], [5113, None, "1371"]),
        (b.Laengde("f", 3, 5), ["abc", "abcde", "æøå"], ["ab", "abcdef", None, 123]),
        (b.Ligner("f", ("a?c*",)), ["abc", "abcd", "a\nc"], ["ab", "xabc", None, 1]),
        (b.Ligner("f", ("[0-9][^0-9].",)), ["1x."], ["11.", "1xx", "1x.\n"]),
        (b.Ligner("f", ("x", "y")), ["x", "y"], ["z", "xy"]),
        (b.Indeholder("f", (98, 7)), [[1, 98], [7]], [[1], [], None, "98"]),
        (b.ErListe("f"), [[], [1]], [None, {}, "x"]),
        (b.ErObjekt("f"), [{}, {"a": 1}], [None, [], "x"]),
        (b.Alle((b.EnAf("f", (1, 2)), b.EnAf("f", (2, 3)))), [2], [1, 3]),
        (b.Enten((b.EnAf("f", (1,)), b.EnAf("f", (3,)))), [1, 3], [2]),
        (b.NetopEn((b.EnAf("f", (1, 2)), b.EnAf("f", (2, 3)))), [1, 3], [2, 4]),
        (b.Ikke(b.Tom("f")), ["x"], [None]),
        (b.hvis(b.EnAf("f", (1,)), b.EnAf("f", (2,))), [3, 2, None], [1]),
        (b.tom_eller("f", b.Mellem("f", 1, 2)), [None, 1], [3]),
        (b.udfyldt("f"), ["x", 0], [None, ""]),
    ],
    ids=lambda v: repr(v) if isinstance(v, b.Betingelse) else None,
)  # fmt: skip
def test_condition(betingelse: b.Betingelse, sand: list[b.Vaerdi], falsk: list[b.Vaerdi]) -> None:
    assert [v for v in sand if not betingelse.holder({"f": v})] == []
    assert [v for v in falsk if betingelse.holder({"f": v})] == []
    assert betingelse.felter() == ("f",)


def test_order_of_two_fields() -> None:
    ikke_foer = b.IkkeFoer("til", "fra")
    foer, efter = dt.date(2026, 1, 1), dt.date(2026, 2, 1)
    assert ikke_foer.holder({"fra": foer, "til": efter})
    assert ikke_foer.holder({"fra": foer, "til": foer})
    assert not ikke_foer.holder({"fra": efter, "til": foer})
    assert not ikke_foer.holder({"fra": efter})
    assert not ikke_foer.holder({"til": efter})
    assert ikke_foer.felter() == ("til", "fra")


def test_pattern_as_regular_expression_is_anchored_and_escaped() -> None:
    assert re.match(b.som_regulaert("a.b"), "a.b")
    assert not re.match(b.som_regulaert("a.b"), "axb")
    assert not re.match(b.som_regulaert("a"), "a\n")


@pytest.mark.parametrize(
    ("tekst", "vaerdi"),
    [("[1,2]", [1, 2]), ('{"a": 1}', {"a": 1}), ("x[", "x["), ("5", "5"), (None, None), ([1], [1])],
)
def test_json_text(tekst: b.Vaerdi, vaerdi: b.Vaerdi) -> None:
    assert b.fra_json(tekst) == vaerdi


def test_each_rule_has_code_sentence_and_advice() -> None:
    for kode, regel in alle_regler().items():
        assert kode == regel.kode
        assert kode.startswith(regel.tabel + ".")
        assert regel.besked.endswith((".", "?"))
        assert regel.raad
        assert regel.felter
        if regel.haard:
            assert regel.alvor is Alvor.FEJL
        assert regel.felt == b.GEOMETRI or tabel(regel.tabel).har(regel.felt)


def test_rules_name_their_field_by_its_alias() -> None:
    arter = ("mangler", "for_lang", "kraeves")
    fundne = [
        regel
        for regel in alle_regler().values()
        if regel.kode.rpartition(".")[2] in arter and regel.felt != b.GEOMETRI
    ]
    assert {regel.kode.rpartition(".")[2] for regel in fundne} == set(arter)
    for regel in fundne:
        assert tabel(regel.tabel).felt(regel.felt).alias in regel.besked


GYLDIGE: dict[str, dict[str, b.Vaerdi]] = {
    "moedested": {"moedested_id": UUID, "navn": "Torvet", "form_k": 1, "livscyklus_k": 1, "formaal_k": [1],
                  "maalgruppe_k": [1], "off_kode": 2, "kilde_k": 1},
    "facilitet_punkt": {"objekt_id": UUID, "facil_ty_k": 1371, "statuskode": 1, "off_kode": 2, "kilde_k": 1,
                        "oprindkode": 1, "kvalitet_k": 9, "cvr_kode": 29188599, "bruger_id": "gbs",
                        "geometri": b"x"},
    "rute": {"objekt_id": UUID, "rute_ty_k": 5, "statuskode": 1, "off_kode": 2, "kilde_k": 1, "oprindkode": 1,
             "kvalitet_k": 9, "cvr_kode": 29188599, "bruger_id": "gbs", "geometri": b"x"},
    "straekning": {"straekning_id": UUID, "rute_id": UUID, "underlag_k": 3, "geometri": b"x"},
    "tilknytning": {"tilknytning_id": UUID, "moedested_id": UUID, "rolle_k": 2, "rute_id": UUID},
    "udstyr": {"udstyr_id": UUID, "type_k": 1, "udstyr_status_k": 1},
    "medvirkende": {"medvirkende_id": UUID, "moedested_id": UUID, "organisation_id": UUID, "rolle_k": 1},
    "besoegstal": {"besoegstal_id": UUID, "moedested_id": UUID, "fra": dt.date(2026, 1, 1),
                   "til": dt.date(2026, 1, 31), "antal": 12},
    "aktivitet": {"aktivitet_id": UUID, "moedested_id": UUID, "navn": "Kaffe", "type_k": 4,
                  "dato_fra": dt.date(2026, 1, 1), "gentagelse_k": 1, "maalgruppe_k": [1], "aflyst": False},
    "organisation": {"organisation_id": UUID, "navn": "Foreningen", "type_k": 2, "aktiv": True},
    "foto": {"foto_id": UUID, "objekt_lag": "rute", "objekt_id": UUID, "sti": "a.jpg", "samtykke_k": 1,
             "primaer": False, "viser_tilgaengelighed": False},
    "kodeliste": {"liste": "formaal", "kode": 100, "navn": "Sang", "aktiv": 1, "visning": "Sang", "offentlig": 1,
                  "geofa": False},
}  # fmt: skip
GYLDIGE["facilitet_flade"] = {**GYLDIGE["facilitet_punkt"], "facil_ty_k": 1031}


@pytest.mark.parametrize("navn", [t.navn for t in DOMAENETABELLER])
def test_a_sound_row_breaks_no_rule(navn: str) -> None:
    assert brud(navn, {**STEMPLER, **GYLDIGE[navn]}) == []


@pytest.mark.parametrize(
    ("navn", "aendring", "koder"),
    [
        ("moedested", {"navn": "ab"}, ["moedested.navn.form"]),
        ("moedested", {"navn": None}, ["moedested.navn.mangler"]),
        ("moedested", {"navn": "x" * 255}, ["moedested.navn.for_lang", "moedested.navn.form"]),
        ("moedested", {"formaal_k": []}, ["moedested.formaal_k.mangler"]),
        ("moedested", {"formaal_k": [98]}, ["moedested.formaal.kraeves"]),
        ("moedested", {"form_k": 3}, ["moedested.formaal.kraeves"]),
        ("moedested", {"form_k": 2}, ["moedested.link.kraeves"]),
        ("moedested", {"form_k": 2, "telefon": "54730000"}, []),
        ("moedested", {"livscyklus_k": 2}, ["moedested.geometri.kraeves"]),
        ("moedested", {"livscyklus_k": 2, "geometri": b"x"}, []),
        ("moedested", {"livscyklus_k": 5, "geometri": b"x"}, ["moedested.gyldig_til.kraeves"]),
        ("moedested", {"livscyklus_k": 3, "form_k": 3, "formaal": "x"},
         ["moedested.gyldig_fra.kraeves", "moedested.beskrivels.kraeves", "moedested.sted.kraeves",
          "moedested.organisation_id.kraeves", "moedested.aktivitetsmulighed_k.kraeves"]),
        ("moedested", {"gyldig_fra": dt.date(2026, 2, 1), "gyldig_til": dt.date(2026, 1, 1)}, ["moedested.periode"]),
        ("moedested", {"alder_fra": 30, "alder_til": 16}, ["moedested.alder"]),
        ("moedested", {"alder_fra": 130}, ["moedested.alder_fra.form"]),
        ("moedested", {"postnr": 48}, ["moedested.postnr.form"]),
        ("moedested", {"link": "www.x.dk"}, ["moedested.link.adresse"]),
        ("moedested", {"organisation_id": "1"}, ["moedested.organisation_id.form"]),
        ("facilitet_punkt", {"facil_ty_k": 5113}, ["facilitet_punkt.facil_ty_k.form"]),
        ("facilitet_punkt", {"facil_ty_k": None}, ["facilitet_punkt.facil_ty_k.mangler"]),
        ("facilitet_punkt", {"antal_pl": 10000}, ["facilitet_punkt.antal_pl.form"]),
        ("facilitet_punkt", {"saeson_st": "04-31"}, ["facilitet_punkt.saeson_st.form"]),
        ("facilitet_punkt", {"saeson_st": "04-30"}, []),
        ("facilitet_punkt", {"geometri": None}, ["facilitet_punkt.geometri.mangler"]),
        ("facilitet_punkt", {"geofa_ekstra": [1]}, ["facilitet_punkt.geofa_ekstra.form"]),
        ("facilitet_flade", {"facil_ty_k": 1012}, ["facilitet_flade.facil_ty_k.form"]),
        ("rute", {"laengde": 0.0}, ["rute.laengde.form"]),
        ("rute", {"statuskode": 3}, ["rute.navn.kraeves"]),
        ("rute", {"statuskode": 3, "kilde_k": 2}, []),
        ("rute", {"svaerhed_k": 5}, ["rute.svaerhed_k.mtb"]),
        ("rute", {"svaerhed_k": 5, "rute_ty_k": 4}, []),
        ("rute", {"lukket_fra": dt.date(2026, 2, 1), "lukket_til": dt.date(2026, 1, 1)}, ["rute.lukket_periode"]),
        ("straekning", {"fra_m": 10.0, "til_m": 5.0}, ["straekning.udstraekning"]),
        ("tilknytning", {"facilitet_punkt_id": UUID}, ["tilknytning.et_sted"]),
        ("tilknytning", {"rute_id": None}, ["tilknytning.et_sted"]),
        ("udstyr", {"udstyr_status_k": 4}, ["udstyr.opsat_dato.kraeves"]),
        ("besoegstal", {"antal": -1}, ["besoegstal.antal.form"]),
        ("aktivitet", {"klokken": "25:00-26:00"}, ["aktivitet.klokken.form"]),
        ("aktivitet", {"klokken": "14:00-16:00"}, []),
        ("aktivitet", {"gentagelse_k": 2}, ["aktivitet.ugedag_k.kraeves"]),
        ("organisation", {"cvr": 1234567}, ["organisation.cvr.form"]),
        ("foto", {"samtykke_k": 3}, ["foto.alt_tekst.kraeves", "foto.ophav.kraeves"]),
        ("foto", {"objekt_lag": "baenk"}, ["foto.objekt_lag.form"]),
        ("kodeliste", {"aktiv": 2}, ["kodeliste.aktiv.form"]),
    ],
)  # fmt: skip
def test_rule_is_broken(navn: str, aendring: dict[str, b.Vaerdi], koder: list[str]) -> None:
    raekke = {**STEMPLER, **GYLDIGE[navn], **aendring}
    assert [br.regel.kode for br in brud(navn, raekke)] == koder


def test_only_hard_rules_when_asked() -> None:
    raekke = {**STEMPLER, **GYLDIGE["moedested"], "livscyklus_k": 2, "navn": "a"}
    assert [br.regel.kode for br in brud("moedested", raekke, kun_haarde=True)] == [
        "moedested.navn.form"
    ]


def test_a_breach_knows_its_tab() -> None:
    uden_punkt, kort_navn = {"livscyklus_k": 2}, {"navn": "a"}
    gyldig = {**STEMPLER, **GYLDIGE["moedested"]}
    assert brud("moedested", {**gyldig, **kort_navn})[0].fane is Fane.VIGTIGST
    assert brud("moedested", {**gyldig, **uden_punkt})[0].fane is None


def test_hard_rules_come_first() -> None:
    for beskrevet in DOMAENETABELLER:
        haarde = [regel.haard for regel in regler_for(beskrevet.navn)]
        assert haarde == sorted(haarde, reverse=True)


def test_three_way_comparison() -> None:
    laest: dict[str, b.Vaerdi] = {"navn": "A", "by": "X", "sted": "1", "rettet": 1}
    assert diff.konflikter(laest, {"navn": "B"}, {**laest, "by": "Y"}) == [], (
        "different fields merge"
    )
    assert diff.konflikter(laest, {"navn": "B"}, {**laest, "navn": "B"}) == [], "same change twice"
    assert diff.konflikter(laest, {"navn": "A"}, {**laest, "navn": "C"}) == [], "mine taken back"
    assert diff.konflikter(laest, {"rettet": 2}, {**laest, "rettet": 3}) == [], (
        "a stamp is no conflict"
    )
    assert diff.konflikter(laest, {"navn": "B"}, {**laest, "navn": "C"}) == [
        diff.FeltKonflikt("navn", "A", "B", "C")
    ]
