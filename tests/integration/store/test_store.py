# SPDX-License-Identifier: GPL-2.0-or-later
"""What both stores promise beyond their rules: reading, writing, history, settings, copies, public views."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from qgis.core import QgsFeatureSource, QgsVectorLayer

from moedested_plugin.domain.aktiviteter import AKTIVITET
from moedested_plugin.domain.betingelse import GEOMETRI, Alle, EnAf, Indeholder, Tom, udfyldt
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.skema import SKEMAVERSION, SLAAS_OP, TABELLER
from moedested_plugin.sources.filer_kolonner import Vaerdier, kolonner
from moedested_plugin.store import Kommune, Store, aabn
from moedested_plugin.store.fejl import Afvist, StoreFejl
from moedested_plugin.store.frisk import koder
from moedested_plugin.store.visninger import visning_kolonner

from .conftest import KOMMUNE, Fremmed
from .raekker import (
    FLADE,
    MOEDESTED,
    ORGANISATION,
    PUNKT,
    RUTE,
    fuld,
    geometri,
    gyldig,
    ny_id,
    punkt,
)

UTC = dt.timezone.utc


def hent(store: Store, navn: str, noegle: str) -> dict[str, Any]:
    raekke: dict[str, Any]
    (raekke,) = store.raekker(navn, noegler=[noegle])
    return raekke


def test_a_new_store_knows_its_municipality_version_and_codes(store: Store) -> None:
    assert store.indstilling("kommune") == {"kode": 376, "navn": "Guldborgsund", "cvr": 29188599}
    assert store.indstilling("skemaversion") == SKEMAVERSION
    assert store.indstilling("geofa_bruger") == ""
    assert store.kan_skrive
    alle = {(raekke["liste"], raekke["kode"]): raekke for raekke in store.raekker("kodeliste")}
    assert len(alle) == len([*koder()])
    assert alle["maalgruppe", 15]["offentlig"] == 0
    assert alle["d_basis_status", 3]["geofa"] is True
    assert str(next(r["visning"] for r in alle.values() if not r["aktiv"])).endswith(" (udgået)")
    assert store.historik() == []
    fyldte = {tabel.navn for tabel in TABELLER if store.antal(tabel.navn)}
    assert fyldte == {"kodeliste", "indstilling"}


def test_it_opens_again_as_it_was(fyldt: Store) -> None:
    fyldt.luk()
    with aabn(fyldt.adresse) as igen:
        assert [r["moedested_id"] for r in igen.raekker("moedested")] == [MOEDESTED]
        assert (igen.navn, igen.adresse, igen.provider) == (
            fyldt.navn,
            fyldt.adresse,
            fyldt.provider,
        )


def test_rows_are_chosen_by_condition_key_and_field(fyldt: Store) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "moedested",
            [
                gyldig("moedested") | {"navn": f"Nr. {nr:02}", "formaal_k": [nr]}
                for nr in range(1, 9)
            ],
        )

    def navne(**mere: object) -> list[object]:
        return [raekke["navn"] for raekke in fyldt.raekker("moedested", ("navn",), **mere)]  # type: ignore[arg-type]

    assert navne()[1:] == [f"Nr. {nr:02}" for nr in range(1, 9)]
    assert navne(hvor=Indeholder("formaal_k", (2, 3))) == ["Nr. 02", "Nr. 03"]
    assert navne(hvor=Alle((Tom(GEOMETRI), EnAf("navn", ("Nr. 04",))))) == ["Nr. 04"]
    assert navne(noegler=[MOEDESTED, ny_id()]) == ["Kaffe på torvet"]
    assert navne(noegler=[]) == []
    assert fyldt.antal("moedested") == 9
    assert fyldt.antal("moedested", udfyldt(GEOMETRI)) == 0
    assert fyldt.optaelling("moedested", "livscyklus_k") == {1: 9}
    assert fyldt.optaelling("moedested", "navn", EnAf("navn", ("Nr. 01", "Nr. 02"))) == {
        "Nr. 01": 1,
        "Nr. 02": 1,
    }
    with pytest.raises(KeyError):
        next(fyldt.raekker("moedested", ("navn; drop table moedested",)))


def test_reading_many_rows_does_not_stand_in_the_way_of_writing(fyldt: Store) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        assert skriver.indsaet("moedested", (gyldig("moedested") for _ in range(5100))) == 5100
    laest = 0
    for raekke in fyldt.raekker("moedested", ("moedested_id",)):
        if laest == 10:
            with fyldt.skriv("prøve", "AB") as skriver:
                skriver.ret("moedested", str(raekke["moedested_id"]), {"navn": "Rettet undervejs"})
        laest += 1
    assert laest == 5101


@pytest.mark.parametrize(
    "tal", [0.1 + 0.2, 1 / 3, 12.345678901234567, 1e-7 + 1, 499.99999999999994]
)
def test_a_fraction_keeps_every_digit(fyldt: Store, tal: float) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        assert skriver.ret("rute", RUTE, {"laengde": tal})
    assert hent(fyldt, "rute", RUTE)["laengde"] == tal


def test_geometries_become_what_the_table_holds(fyldt: Store) -> None:
    hoejde = bytes.fromhex("01e9030000") + punkt()[5:] + bytes(8)  # POINT Z
    tom = bytes.fromhex("010400000000000000")  # MULTIPOINT EMPTY
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", [gyldig("facilitet_punkt") | {GEOMETRI: punkt()}])
        skriver.indsaet("moedested", [gyldig("moedested") | {GEOMETRI: hoejde}])
    assert [*fyldt.raekker("facilitet_punkt")][-1][GEOMETRI] == geometri("MultiPoint")
    assert [*fyldt.raekker("moedested")][-1][GEOMETRI] == punkt()
    for forkert in (tom, None):
        with pytest.raises(Afvist) as fejl, fyldt.skriv("prøve", "AB") as skriver:
            skriver.indsaet("facilitet_punkt", [gyldig("facilitet_punkt") | {GEOMETRI: forkert}])
        assert fejl.value.kode == "facilitet_punkt.geometri.mangler"


@pytest.mark.parametrize("forkert", [b"", b"skrammel", bytes.fromhex("0103000000ffffffff")])
def test_bytes_that_are_no_geometry_are_refused_in_words(fyldt: Store, forkert: bytes) -> None:
    with pytest.raises(StoreFejl) as fejl, fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("facilitet_punkt", [gyldig("facilitet_punkt") | {GEOMETRI: forkert}])
    assert str(fejl.value).endswith(".")


def test_a_nul_character_is_refused_in_words(fyldt: Store) -> None:
    with pytest.raises(Afvist, match="ulovligt tegn"), fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {"navn": "Før\0efter"})


def test_changing_or_deleting_what_is_not_there_says_so(fyldt: Store) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        assert not skriver.ret("moedested", ny_id(), {"navn": "Ingen"})
        assert not skriver.slet("moedested", ny_id())
        with pytest.raises(KeyError):
            skriver.ret("moedested", MOEDESTED, {"findes_ikke": 1})


def test_history_keeps_key_old_row_and_deleted_row_with_run_and_doer(fyldt: Store) -> None:
    raekke = fuld("facilitet_punkt") | {GEOMETRI: geometri("MultiPoint")}
    noegle = str(raekke["objekt_id"])
    with fyldt.skriv("import", "AB") as foerste:
        foerste.indsaet("facilitet_punkt", [raekke])
    with fyldt.skriv("formular", "CD") as anden:
        anden.ret(
            "facilitet_punkt",
            noegle,
            {"navn": "Nyt navn", GEOMETRI: geometri("MultiPoint", 681000.5)},
        )
        anden.ret("facilitet_punkt", noegle, {"navn": "Nyt navn"})  # nothing really changes
    with fyldt.skriv("formular", "EF") as tredje:
        tredje.slet("facilitet_punkt", noegle)
    slettet, rettet, oprettet = fyldt.historik("facilitet_punkt", noegle)
    assert (oprettet.art, oprettet.raekke, oprettet.geometri, oprettet.koersel_id) == (
        "oprettet",
        None,
        None,
        foerste.koersel_id,
    )
    assert (rettet.art, rettet.af, rettet.koersel_id) == ("rettet", "CD", anden.koersel_id)
    assert rettet.raekke is not None
    assert {felt: rettet.raekke[felt] for felt in raekke if felt != GEOMETRI} == {
        f: v for f, v in raekke.items() if f != GEOMETRI
    }
    assert rettet.geometri == raekke[GEOMETRI]
    assert (slettet.art, slettet.koersel_id) == ("slettet", tredje.koersel_id)
    assert slettet.raekke is not None
    assert (slettet.raekke["navn"], slettet.raekke["raekke_version"]) == (
        "Nyt navn",
        int(str(raekke["raekke_version"])) + 1,
    )
    assert slettet.geometri == geometri("MultiPoint", 681000.5)
    assert abs(slettet.tid - dt.datetime.now(UTC)) < dt.timedelta(minutes=1)
    assert [post.art for post in fyldt.historik(hoejst=2)] == ["slettet", "rettet"]
    koersler = {str(r["koersel_id"]): r for r in fyldt.raekker("koersel")}
    assert (koersler[foerste.koersel_id]["art"], koersler[foerste.koersel_id]["af"]) == (
        "import",
        "AB",
    )
    assert koersler[foerste.koersel_id]["sluttet"] is not None


def test_stamps_follow_real_changes_only(fyldt: Store) -> None:
    foer = hent(fyldt, "moedested", MOEDESTED)
    with fyldt.skriv("prøve", "CD") as skriver:
        skriver.ret("moedested", MOEDESTED, {"navn": foer["navn"], "formaal_k": [1]})
    uroert = hent(fyldt, "moedested", MOEDESTED)
    assert (uroert["rettet"], uroert["raekke_version"]) == (foer["rettet"], 1)
    with fyldt.skriv("prøve", "CD") as skriver:
        skriver.ret("moedested", MOEDESTED, {"formaal_k": [1, 2]})
    efter = hent(fyldt, "moedested", MOEDESTED)
    assert efter["rettet"] > foer["rettet"]
    assert (efter["raekke_version"], efter["rettet_af"], efter["oprettet"]) == (
        2,
        "CD",
        foer["oprettet"],
    )


def test_another_program_is_in_the_history_too(fyldt: Store, fremmed: Fremmed) -> None:
    fremmed.udfoer(f"update moedested set navn = 'Uden plugin' where moedested_id = '{MOEDESTED}'")
    fremmed.udfoer(f"delete from facilitet_punkt where objekt_id = '{PUNKT}'")
    slettet, rettet = fyldt.historik(hoejst=2)
    assert (rettet.art, rettet.koersel_id, slettet.art) == ("rettet", None, "slettet")
    assert rettet.raekke is not None
    assert rettet.raekke["navn"] == "Kaffe på torvet"
    assert hent(fyldt, "moedested", MOEDESTED)["raekke_version"] == 2


def test_a_changed_and_a_deleted_row_come_back(fyldt: Store) -> None:
    raekke = fuld("moedested") | {"organisation_id": ORGANISATION}
    noegle = str(raekke["moedested_id"])
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("moedested", [raekke])
    gemt = hent(fyldt, "moedested", noegle)
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", noegle, {"navn": "Forkert", GEOMETRI: None, "formaal_k": [3]})
        skriver.slet("moedested", noegle)
    slettet, rettet, oprettet = fyldt.historik("moedested", noegle)
    fyldt.gendan(slettet, "CD")
    assert hent(fyldt, "moedested", noegle)["navn"] == "Forkert"
    fyldt.gendan(rettet, "CD")
    igen = hent(fyldt, "moedested", noegle)
    stempler = {"rettet", "rettet_af", "raekke_version"}
    assert {f: v for f, v in igen.items() if f not in stempler} == {
        f: v for f, v in gemt.items() if f not in stempler
    }
    assert igen["rettet_af"] == "CD"
    with pytest.raises(Afvist):
        fyldt.gendan(oprettet, "CD")
    assert [post.art for post in fyldt.historik("moedested", noegle)] == [
        "rettet",
        "oprettet",
        "slettet",
        "rettet",
        "oprettet",
    ]


def test_bringing_back_is_refused_where_the_rules_say_no(fyldt: Store) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("tilknytning", [gyldig("tilknytning")])
        skriver.slet("moedested", MOEDESTED)
    slettet = next(post for post in fyldt.historik("tilknytning") if post.art == "slettet")
    with pytest.raises(Afvist) as fejl:
        fyldt.gendan(slettet, "CD")
    assert fejl.value.kode == "tilknytning.moedested_id.henvisning"


def test_a_code_comes_back(fyldt: Store) -> None:
    egen = gyldig("kodeliste")
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("kodeliste", [egen])
        assert skriver.ret("kodeliste", "formaal/100", {"navn": "Andet"})
        assert skriver.slet("kodeliste", "formaal/100")
    slettet, rettet, _ = fyldt.historik("kodeliste", "formaal/100")
    fyldt.gendan(slettet, "AB")
    fyldt.gendan(rettet, "AB")
    assert hent(fyldt, "kodeliste", "formaal/100")["navn"] == "Eget"


def test_what_lost_in_a_conflict_is_kept_and_can_come_back(fyldt: Store) -> None:
    tabt: dict[str, Any] = {
        "navn": "Min udgave",
        "gyldig_fra": dt.date(2026, 1, 2),
        "formaal_k": [2],
        "oprettet": dt.datetime(2026, 1, 1, 8, tzinfo=UTC),
    }
    fyldt.tilsidesaet("moedested", MOEDESTED, tabt, None, "CD")
    post = fyldt.historik("moedested", MOEDESTED)[0]
    assert (post.art, post.af, post.raekke) == ("tilsidesat", "CD", tabt)
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {GEOMETRI: punkt()})
    fyldt.gendan(post, "CD")
    nu = hent(fyldt, "moedested", MOEDESTED)
    assert (nu["navn"], nu["gyldig_fra"], nu["formaal_k"], nu[GEOMETRI]) == (
        "Min udgave",
        dt.date(2026, 1, 2),
        [2],
        punkt(),
    )
    fyldt.tilsidesaet("moedested", MOEDESTED, {}, punkt(1, 2), "CD")
    assert fyldt.historik("moedested", MOEDESTED)[0].geometri == punkt(1, 2)


def test_old_history_goes_after_a_copy(fyldt: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    linjer = len(fyldt.historik())
    kopier: list[str] = []
    monkeypatch.setattr(
        fyldt, "sikkerhedskopi", lambda: kopier.append(type(fyldt).sikkerhedskopi(fyldt))
    )
    assert fyldt.ryd_historik(dt.datetime.now(UTC) - dt.timedelta(days=1)) == 0
    assert not kopier
    assert fyldt.ryd_historik(dt.datetime.now(UTC) + dt.timedelta(days=1)) == linjer
    assert fyldt.historik() == []
    assert len(kopier) == 1


def test_who_has_the_same_long_text_is_looked_up_by_an_index(
    fyldt: Store, fremmed: Fremmed
) -> None:
    langt = "Kaffe på havnen. " * 170  # more than a common index of PostgreSQL can hold
    with fyldt.skriv("prøve", "AB") as skriver:
        assert skriver.ret("rute", RUTE, {SLAAS_OP: langt})
    hvor = EnAf(SLAAS_OP, (langt,))
    assert [r["objekt_id"] for r in fyldt.raekker("rute", ["objekt_id"], hvor)] == [RUTE]
    med = [t.navn for t in TABELLER if t.har(SLAAS_OP)]
    assert {"moedested", "rute", "facilitet_punkt", "facilitet_flade"} <= set(med)
    spoerg = (
        "SELECT indexname, tablename FROM pg_indexes WHERE schemaname = 'moedested'"
        if fyldt.provider == "postgres"
        else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"
    )
    indekser = [tabel for navn, tabel in fremmed.udfoer(spoerg) if navn.endswith(f"_{SLAAS_OP}")]
    assert sorted(indekser) == sorted(med)


def test_the_store_knows_its_municipality_or_says_that_it_does_not(store: Store) -> None:
    assert store.kommune == KOMMUNE
    store.saet_indstilling("kommune", None)
    assert store.kommune == Kommune(0, "", 0)


def test_settings_are_kept(store: Store) -> None:
    assert store.indstilling("profil") is None
    assert store.indstilling("profil", {"a": 1}) == {"a": 1}
    vaerdier: list[Any] = [{"æ": [1, 2.5, None, True]}, "tekst 'med'", 12, False, []]
    for vaerdi in vaerdier:
        store.saet_indstilling("profil", vaerdi)
        assert store.indstilling("profil") == vaerdi


def test_qgis_opens_every_table(fyldt: Store) -> None:
    for tabel in TABELLER:
        for art in (None,) if tabel.geometri != "Geometry" else ("Point", "LineString", "Polygon"):
            lag = QgsVectorLayer(
                fyldt.uri(tabel.navn, geometritype=art), tabel.navn, fyldt.provider
            )
            assert lag.isValid(), (tabel.navn, art)
            assert {"fid", *tabel.feltnavne} <= set(lag.fields().names()) | {GEOMETRI}
            assert lag.isSpatial() == (tabel.geometri is not None)
            if tabel.geometri is not None:
                assert lag.crs().authid() == "EPSG:25832"
                findes = QgsFeatureSource.SpatialIndexPresence.SpatialIndexPresent
                assert lag.hasSpatialIndex() == findes


def test_the_public_views_hold_public_rows_and_columns_only(fyldt: Store, fremmed: Fremmed) -> None:
    kanariefugl = "KANARIEFUGL"
    aktiv: dict[str, Any] = {
        "livscyklus_k": 3,
        "off_kode": 1,
        "intern_note": kanariefugl,
        "godkendt_af": kanariefugl,
        "kilde_id": kanariefugl,
    }
    gaeldende: dict[str, Any] = {
        "statuskode": 3,
        "off_kode": 1,
        "intern_note": kanariefugl,
        "tilstand_k": 1,
    }
    hemmelig = ny_id()
    with fyldt.skriv("prøve", kanariefugl) as skriver:
        skriver.ret(
            "moedested",
            MOEDESTED,
            aktiv
            | {"maalgruppe_k": [15, 2, 1], "organisation_id": ORGANISATION, GEOMETRI: punkt()},
        )
        skriver.indsaet(
            "moedested",
            [
                gyldig("moedested") | aktiv | {"form_k": 2},
                gyldig("moedested") | {"moedested_id": hemmelig},
            ],
        )
        for navn, noegle in (
            ("facilitet_punkt", PUNKT),
            ("facilitet_flade", FLADE),
            ("rute", RUTE),
        ):
            skriver.ret(navn, noegle, gaeldende)
            skriver.indsaet(navn, [gyldig(navn)])
        skriver.ret(
            "organisation", ORGANISATION, {"kontakt_mail": "post@venner.dk", "cvr": 12345678}
        )
        skriver.indsaet("medvirkende", [gyldig("medvirkende")])
        i_gaar, i_morgen = (
            dt.datetime.now(UTC).date() + dt.timedelta(days=dage) for dage in (-2, 2)
        )
        skriver.indsaet(
            "aktivitet",
            [
                gyldig("aktivitet") | {"dato_fra": i_morgen, "navn": "Ude"},
                gyldig("aktivitet") | {"dato_fra": i_gaar, "navn": "Forbi"},
                gyldig("aktivitet") | {"dato_fra": i_gaar, "navn": "Ude igen", "gentagelse_k": 2},
                gyldig("aktivitet")
                | {"dato_fra": i_morgen, "navn": "Hemmelig", "moedested_id": hemmelig},
            ],
        )
        skriver.indsaet("straekning", [gyldig("straekning")])
        skriver.indsaet(
            "udstyr",
            [
                gyldig("udstyr") | {"udstyr_status_k": 4, "moedested_id": sted, GEOMETRI: punkt()}
                for sted in (MOEDESTED, hemmelig, None)
            ],
        )
        skriver.indsaet(
            "tilknytning",
            [gyldig("tilknytning"), gyldig("tilknytning") | {"moedested_id": hemmelig}],
        )
        web = {"sti": "https://billeder.dk/1.jpg", "samtykke_k": 2}
        skriver.indsaet(
            "foto",
            [
                gyldig("foto") | web,
                gyldig("foto") | {"samtykke_k": 2},
                gyldig("foto") | web | {"samtykke_k": 1},
                gyldig("foto") | web | {"objekt_id": hemmelig},
            ],
        )
    antal = {
        visning.navn: fremmed.udfoer(f"select count(*) from {visning.navn}")[0][0]
        for visning in VISNINGER
    }
    assert antal == {
        "off_moedested": 1, "off_moedested_uden_sted": 1, "off_facilitet_punkt": 1, "off_facilitet_flade": 1, "off_rute": 1,
        "off_aktivitet": 2, "off_straekning": 1, "off_udstyr": 1, "off_tilknytning": 1, "off_foto": 1,
    }  # fmt: skip
    for visning in VISNINGER:
        kolonner = [kolonne for kolonne in visning_kolonner(visning) if kolonne != GEOMETRI]
        tekst = " || ' ' || ".join(f"coalesce(cast({kolonne} as text), '')" for kolonne in kolonner)
        for (raekke,) in fremmed.udfoer(f"select {tekst} as t from {visning.navn}"):
            assert kanariefugl not in raekke
            assert "12345678" not in raekke
    assert fremmed.udfoer("select maalgruppe_tekst, form_tekst, organisation_kontakt_mail, medvirkende = organisation as ens from off_moedested")[0][:3] == (
        "Alle; Seniorer", "Fysisk", "post@venner.dk",
    )  # fmt: skip


def test_an_activity_has_the_place_and_organiser_of_its_moedested_where_it_has_none(
    fyldt: Store, fremmed: Fremmed
) -> None:
    anden = gyldig("organisation") | {"navn": "Biblioteket"}
    i_morgen = dt.datetime.now(UTC).date() + dt.timedelta(days=2)
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.indsaet("organisation", [anden])
        skriver.ret(
            "moedested",
            MOEDESTED,
            {"livscyklus_k": 3, "off_kode": 1, "sted": "Torvet", "organisation_id": ORGANISATION},
        )
        egne: tuple[dict[str, Any], ...] = (
            {"navn": "A"},
            {"navn": "B", "sted": " "},
            {"navn": "C", "sted": "Bussen", "organisation_id": anden["organisation_id"]},
        )
        skriver.indsaet(
            "aktivitet", [gyldig("aktivitet") | {"dato_fra": i_morgen} | egen for egen in egne]
        )
    navn = next(r["navn"] for r in fyldt.raekker("organisation", noegler=[ORGANISATION]))
    assert fremmed.udfoer(
        "select navn, sted, organisation, organisation_id from off_aktivitet order by navn"
    ) == [
        ("A", "Torvet", navn, ORGANISATION),
        ("B", "Torvet", navn, ORGANISATION),
        ("C", "Bussen", "Biblioteket", anden["organisation_id"]),
    ]
    vaerdier = Vaerdier(fyldt, AKTIVITET, kolonner(AKTIVITET, internt=False), internt=False)
    filen = [vaerdier.af(raekke) for raekke in fyldt.raekker("aktivitet")]
    assert [(r["sted"], r["organisation"]) for r in filen] == [
        ("Torvet", navn), ("Torvet", navn), ("Bussen", "Biblioteket"),
    ]  # fmt: skip


def test_a_code_kept_internal_is_not_in_the_views(fyldt: Store, fremmed: Fremmed) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret(
            "moedested",
            MOEDESTED,
            {"livscyklus_k": 3, "off_kode": 1, "adgang_k": 7, "maalgruppe_k": [15]},
        )
        skriver.ret("kodeliste", "adgang/7", {"offentlig": 0})
    assert fremmed.udfoer(
        "select adgang_k, adgang_tekst, maalgruppe_tekst from off_moedested_uden_sted"
    ) == [(None, None, None)]
