# SPDX-License-Identifier: GPL-2.0-or-later
"""The example data that `make demo` loads: complete, consistent, invented where it must be, real where it can be.

They are edited by hand, so what a slip could break is asked here and answered with the row's own name.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from moedested_plugin.domain.felt import Tabel, Type
from moedested_plugin.domain.genbrug import STEMPLER
from moedested_plugin.domain.kodelister import (
    BELAEGNING_AF_UNDERLAG,
    GEOFA_LISTER,
    LOKALE_LISTER,
    laes_geofa,
)
from moedested_plugin.domain.moedesteder import AKTIV, SELVE_STEDET
from moedested_plugin.domain.regler import brud
from moedested_plugin.domain.skema import tabel
from moedested_plugin.domain.steder import (
    BAENK_TYPER,
    CYKEL_TYPER,
    KOERE_TYPER,
    MTB_TYPER,
    VANDRE_TYPER,
)
from moedested_plugin.paths import resource

Raekke = dict[str, Any]
Punkt = tuple[float, float]

TABELLER = (
    "organisation",
    "moedested",
    "facilitet_punkt",
    "facilitet_flade",
    "rute",
    "straekning",
    "tilknytning",
    "udstyr",
    "medvirkende",
    "besoegstal",
    "aktivitet",
    "foto",
)
BYER = {
    "Nykøbing F",
    "Sundby",
    "Stubbekøbing",
    "Væggerløse",
    "Idestrup",
    "Gedser",
    "Nørre Alslev",
    "Guldborg",
    "Sakskøbing",
    "Nysted",
}
GULDBORGSUND_CVR = 29188599
OFFENTLIG = 1
NU = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)


def raekker(navn: str) -> list[Raekke]:
    """Give the rows of one file of the example data."""
    return list(json.loads(resource("demo", f"{navn}.json").read_text(encoding="utf-8")))


def alle() -> Iterator[tuple[str, Raekke]]:
    """Give every row with the name of its table."""
    for navn in TABELLER:
        for raekke in raekker(navn):
            yield navn, raekke


def kaldt(navn: str, raekke: Raekke) -> str:
    """Give the words by which a failing row is found in its file."""
    return f"{navn} {raekke.get('navn') or raekke.get('udstyr_nr') or raekke[tabel(navn).noegle]}"


def som_gemt(beskrevet: Tabel, raekke: Raekke) -> Raekke:
    """Give the row as the store holds it: stamped, and dates as dates."""
    stempel = {Type.HELTAL: 1, Type.TIDSPUNKT: NU, Type.TEKST: "demo"}
    gemt: Raekke = {felt.navn: stempel[felt.type] for felt in STEMPLER}
    for navn, vaerdi in raekke.items():
        er_dato = beskrevet.har(navn) and beskrevet.felt(navn).type is Type.DATO
        gemt[navn] = dt.date.fromisoformat(vaerdi) if er_dato else vaerdi
    return gemt


@lru_cache(maxsize=1)
def koder() -> dict[str, dict[int, bool]]:
    """Give every code list as code → still in use."""
    lister = {
        navn: {kode.kode: kode.aktiv for kode in liste} for navn, liste in LOKALE_LISTER.items()
    }
    for navn in GEOFA_LISTER:
        tekst = resource("geofa", "kodelister", f"{navn}.csv").read_text(encoding="utf-8-sig")
        lister[navn] = {kode.kode: kode.aktiv for kode in laes_geofa(navn, tekst)}
    return lister


def dele(wkt: str) -> tuple[str, list[list[Punkt]]]:
    """Read a WKT geometry: its type and its parts (rings, lines or single points) as points."""
    fundet = re.fullmatch(
        r"(MULTIPOINT|POINT|MULTILINESTRING|LINESTRING|MULTIPOLYGON) (\(.+\))", wkt
    )
    assert fundet, wkt[:60]
    assert wkt.count("(") == wkt.count(")"), wkt[:60]
    parter = re.findall(r"\(([^()]+)\)", fundet[2])
    return fundet[1], [[_punkt(par) for par in part.split(", ")] for part in parter]


def _punkt(par: str) -> Punkt:
    assert re.fullmatch(r"\d{6}\.\d \d{7}\.\d", par), par
    x, y = par.split()
    return float(x), float(y)


def meter(linje: list[Punkt]) -> list[float]:
    """Give the distance along the line at each of its points."""
    langs = [0.0]
    for fra, til in zip(linje, linje[1:]):
        langs.append(langs[-1] + math.dist(fra, til))
    return langs


def areal(ring: list[Punkt]) -> float:
    """Give the area of a closed ring (shoelace)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


# -- the shape of the rows ---------------------------------------------------------------------------------------


def test_there_is_one_file_per_table_and_no_other() -> None:
    filer = {sti.stem for sti in resource("demo").glob("*.json")}
    assert filer == {*TABELLER, "undtagelse"}  # what is accepted is asked of the checks themselves


@pytest.mark.parametrize("navn", TABELLER)
def test_columns_are_those_of_the_model(navn: str) -> None:
    kendt = (
        {*tabel(navn).feltnavne, "geometri"} if tabel(navn).geometri else set(tabel(navn).feltnavne)
    )
    for raekke in raekker(navn):
        assert set(raekke) <= kendt, kaldt(navn, raekke)


@pytest.mark.parametrize("navn", TABELLER)
def test_every_row_is_finished(navn: str) -> None:
    for raekke in raekker(navn):
        fund = [b.regel.kode for b in brud(navn, som_gemt(tabel(navn), raekke))]
        assert fund == [], kaldt(navn, raekke)


def test_ids_are_version_4_uuids_and_unique() -> None:
    ider = [raekke[tabel(navn).noegle] for navn, raekke in alle()]
    v4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert [i for i in ider if not v4.fullmatch(i)] == []
    assert [i for i, antal in Counter(ider).items() if antal > 1] == []


def test_references_resolve() -> None:
    ider = {navn: {r[tabel(navn).noegle] for r in raekker(navn)} for navn in TABELLER}
    for navn, raekke in alle():
        for felt in tabel(navn).felter:
            if felt.henviser and raekke.get(felt.navn) is not None:
                assert raekke[felt.navn] in ider[felt.henviser.tabel], (
                    kaldt(navn, raekke),
                    felt.navn,
                )
    for foto in raekker("foto"):
        assert foto["objekt_id"] in ider[foto["objekt_lag"]], foto["sti"]


def test_codes_are_in_their_lists_and_in_use() -> None:
    for navn, raekke in alle():
        for felt in tabel(navn).felter:
            if felt.kodeliste and felt.navn in raekke:
                vaerdi = raekke[felt.navn]
                valgte = vaerdi if isinstance(vaerdi, list) else [vaerdi]
                ukendte = [kode for kode in valgte if not koder()[felt.kodeliste].get(kode)]
                assert ukendte == [], (kaldt(navn, raekke), felt.navn)


@pytest.mark.parametrize("navn", TABELLER)
def test_unique_combinations_are_unique(navn: str) -> None:
    for felter in tabel(navn).unikke:
        vaerdier = [
            tuple(r[f] for f in felter)
            for r in raekker(navn)
            if all(r.get(f) is not None for f in felter)
        ]
        assert len(vaerdier) == len(set(vaerdier)), felter
    for felter, betingelse, besked in tabel(navn).hoejst_en:
        vaerdier = [tuple(r.get(f) for f in felter) for r in raekker(navn) if betingelse.holder(r)]
        assert len(vaerdier) == len(set(vaerdier)), besked


# -- invented, and says so ---------------------------------------------------------------------------------------


def test_every_organisation_says_that_it_is_invented() -> None:
    assert [o["navn"] for o in raekker("organisation") if "eksempel" not in o["navn"]] == []


def test_names_of_maintainers_are_the_invented_organisations() -> None:
    kendte = {o["navn"] for o in raekker("organisation")} | {None}
    for navn in ("facilitet_punkt", "facilitet_flade", "rute"):
        assert {r.get("ansvar_org") for r in raekker(navn)} <= kendte


def test_mail_web_and_telephone_belong_to_nobody() -> None:
    for navn in TABELLER:
        tekst = resource("demo", f"{navn}.json").read_text(encoding="utf-8")
        assert [v for v in re.findall(r"[^\s\"@]+@([\w.-]+)", tekst) if v != "example.dk"] == []
        assert [
            v for v in re.findall(r"https?://([^/\"\s]+)", tekst) if v not in {"www.example.dk"}
        ] == []
    for navn, raekke in alle():
        for felt in ("telefon", "kontakt_tlf"):
            assert re.fullmatch(r"54 00 00 \d\d", raekke.get(felt, "54 00 00 00")), kaldt(
                navn, raekke
            )


def test_nothing_looks_like_a_cpr_number() -> None:
    cpr = re.compile(r"(?<![0-9a-f.])[0-3]\d[01]\d{3}[- ]?\d{4}(?![0-9a-f.])")
    for navn, raekke in alle():
        tekst = json.dumps({k: v for k, v in raekke.items() if k != "geometri"}, ensure_ascii=False)
        assert cpr.findall(tekst) == [], kaldt(navn, raekke)


def test_places_belong_to_the_municipality_and_to_no_person() -> None:
    for navn in ("facilitet_punkt", "facilitet_flade", "rute"):
        assert {(r["cvr_kode"], r["bruger_id"]) for r in raekker(navn)} == {
            (GULDBORGSUND_CVR, "eksempel")
        }


# -- enough of everything ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("navn", "mindst"),
    [("moedested", 14), ("facilitet_punkt", 45), ("facilitet_flade", 6), ("rute", 10), ("straekning", 25), ("aktivitet", 30)],
)  # fmt: skip
def test_there_are_enough_rows(navn: str, mindst: int) -> None:
    assert len(raekker(navn)) >= mindst


@pytest.mark.parametrize(
    ("navn", "felt", "liste"),
    [
        ("moedested", "form_k", "moedested_form"),
        ("moedested", "livscyklus_k", "livscyklus"),
        ("tilknytning", "rolle_k", "rolle"),
        ("aktivitet", "gentagelse_k", "gentagelse"),
        ("organisation", "type_k", "organisationstype"),
        ("udstyr", "type_k", "udstyr_type"),
        ("udstyr", "udstyr_status_k", "udstyr_status"),
        ("medvirkende", "rolle_k", "medvirkende_rolle"),
        ("foto", "samtykke_k", "samtykke"),
    ],
)
def test_every_code_of_the_list_occurs(navn: str, felt: str, liste: str) -> None:
    assert {r[felt] for r in raekker(navn)} == set(koder()[liste])


def test_every_town_has_a_moedested_on_the_map() -> None:
    assert {m["by"] for m in raekker("moedested") if m["geometri"]} >= BYER


def test_six_active_moedesteder_are_public() -> None:
    aktive = [
        m for m in raekker("moedested") if m["livscyklus_k"] == AKTIV and m["off_kode"] == OFFENTLIG
    ]
    assert len(aktive) >= 6


def test_every_month_and_every_weekday_has_something() -> None:
    aktiviteter = raekker("aktivitet")
    assert {maaned for a in aktiviteter for maaned in a.get("maaned_k", [])} == set(range(1, 13))
    assert {dag for a in aktiviteter for dag in a.get("ugedag_k", [])} == set(range(1, 8))


def test_one_activity_is_cancelled_one_is_over_and_most_go_on() -> None:
    aktiviteter = raekker("aktivitet")
    slut = [
        a.get("dato_til") or (a["dato_fra"] if a["gentagelse_k"] == 1 else "9999-12-31")
        for a in aktiviteter
    ]
    assert sum(a["aflyst"] for a in aktiviteter) == 1
    assert sum(dag < "2026-01-01" for dag in slut) >= 1
    assert sum(dag >= "2028-01-01" for dag in slut) >= 30


def test_an_activity_begins_on_one_of_its_own_days() -> None:
    for a in raekker("aktivitet"):
        dag = dt.date.fromisoformat(a["dato_fra"])
        sidste = (dag + dt.timedelta(days=7)).month != dag.month
        uger = {(dag.day - 1) // 7 + 1} | ({5} if sidste else set())
        assert dag.isoweekday() in a.get("ugedag_k", range(8)), a["navn"]
        assert uger & set(a.get("uge_i_maaned_k", range(6))), a["navn"]
        assert dag.month in a.get("maaned_k", range(13)), a["navn"]


def test_nothing_happens_outside_the_life_of_its_moedested() -> None:
    liv = {m["moedested_id"]: m for m in raekker("moedested")}
    for a in raekker("aktivitet"):
        m = liv[a["moedested_id"]]
        assert a["dato_fra"] >= m["gyldig_fra"], a["navn"]
        if "gyldig_til" in m:
            assert a["dato_til"] <= m["gyldig_til"], a["navn"]


def test_all_kinds_of_routes_and_both_shapes_occur() -> None:
    ruter = raekker("rute")
    typer = [r["rute_ty_k"] for r in ruter]
    for slags in (VANDRE_TYPER, CYKEL_TYPER, KOERE_TYPER, MTB_TYPER):
        assert set(slags) & set(typer), slags
    assert {r["rundtur"] for r in ruter} == {True, False}


@pytest.mark.parametrize("navn", ["facilitet_punkt", "rute"])
def test_some_are_drafts_hidden_closed_for_a_while_or_gone(navn: str) -> None:
    rows = raekker(navn)
    assert {(1, 2), (2, 3), (3, 1), (4, 2)} <= {(r["statuskode"], r["off_kode"]) for r in rows}
    assert any("lukket_fra" in r for r in rows)


def test_benches_differ_in_what_helps_people_rise() -> None:
    baenke = [r for r in raekker("facilitet_punkt") if r["facil_ty_k"] in BAENK_TYPER]
    assert len(baenke) >= 20
    assert {(r.get("ryglaen_k"), r.get("armlaen_k")) for r in baenke} >= {(1, 1), (1, 0), (0, 0)}
    assert len({r["facil_ty_k"] for r in raekker("facilitet_punkt")}) >= 20


def test_an_active_place_on_the_map_has_its_own_spot() -> None:
    selv = {t["moedested_id"] for t in raekker("tilknytning") if t["rolle_k"] == SELVE_STEDET}
    fysiske = {
        m["moedested_id"]
        for m in raekker("moedested")
        if m["livscyklus_k"] == AKTIV and m["geometri"]
    }
    assert fysiske <= selv


def test_some_equipment_is_in_stock_and_some_stands_at_a_moedested() -> None:
    udstyr = raekker("udstyr")
    assert any("moedested_id" not in u and u["geometri"] is None for u in udstyr)
    assert any("moedested_id" in u and u["geometri"] for u in udstyr)


def test_photos_without_consent_are_local_files_and_the_rest_are_addresses() -> None:
    ude = [(f["sti"].startswith(("http://", "https://")), f["samtykke_k"]) for f in raekker("foto")]
    assert {samtykke for paa_nettet, samtykke in ude if not paa_nettet} == {1, 4}
    assert {samtykke for paa_nettet, samtykke in ude if paa_nettet} == {2, 3}


def test_json_fields_are_filled_in_some_rows_with_known_properties() -> None:
    assert any("geofa_ekstra" in r for r in raekker("rute"))
    egenskaber = {
        k
        for n in ("facilitet_punkt", "facilitet_flade", "rute")
        for r in raekker(n)
        for k in r.get("tilgaeng_opl", {})
    }
    assert {"er_handicaptoilet", "bordbaenke_facilitets_beskrivelse", "er_niveaufri"} <= egenskaber


# -- geometry ----------------------------------------------------------------------------------------------------


def test_geometry_is_of_the_table_and_within_the_region() -> None:
    for navn, raekke in alle():
        wkt = raekke.get("geometri")
        if wkt is None:
            continue
        slags, parter = dele(wkt)
        assert slags == (tabel(navn).geometri or "").upper(), kaldt(navn, raekke)
        for x, y in (punkt for part in parter for punkt in part):
            assert 600_000 < x < 720_000, kaldt(navn, raekke)
            assert 6_040_000 < y < 6_110_000, kaldt(navn, raekke)


def test_areas_are_closed_and_at_least_ten_square_metres() -> None:
    for flade in raekker("facilitet_flade"):
        for ring in dele(flade["geometri"])[1]:
            assert ring[0] == ring[-1], flade["navn"]
            assert areal(ring) >= 10, flade["navn"]


def test_length_and_loop_of_a_route_follow_from_its_line() -> None:
    for rute in raekker("rute"):
        linjer = dele(rute["geometri"])[1]
        assert rute["laengde"] == round(sum(meter(linje)[-1] for linje in linjer) / 1000, 2), rute[
            "navn"
        ]
        assert rute["rundtur"] == (linjer[0][0] == linjer[-1][-1]), rute["navn"]
        assert 15 <= sum(map(len, linjer)) <= 60, rute["navn"]


def test_a_stretch_is_a_piece_of_its_route() -> None:
    ruter = {r["objekt_id"]: dele(r["geometri"])[1] for r in raekker("rute")}
    for straekning in raekker("straekning"):
        punkter = dele(straekning["geometri"])[1][0]
        begynder, steder = 0.0, []
        for linje in ruter[straekning["rute_id"]]:
            langs = [begynder + m for m in meter(linje)]
            sidste = len(punkter) - 1
            steder += [
                (round(langs[i], 1), round(langs[i + sidste], 1))
                for i in range(len(linje) - sidste)
                if linje[i : i + len(punkter)] == punkter
            ]
            begynder = langs[-1]
        assert steder == [(straekning["fra_m"], straekning["til_m"])], straekning["straekning_id"]


def test_stretches_of_a_route_do_not_overlap_and_give_its_surface() -> None:
    for rute in raekker("rute"):
        egne = sorted(
            (s["fra_m"], s["til_m"], s["underlag_k"])
            for s in raekker("straekning")
            if s["rute_id"] == rute["objekt_id"]
        )
        assert all(a[1] <= b[0] for a, b in zip(egne, egne[1:])), rute["navn"]
        meter_af: Counter[int] = Counter()
        for fra, til, underlag in egne:
            meter_af[BELAEGNING_AF_UNDERLAG[underlag]] += til - fra
        meter_af[9] += rute["laengde"] * 1000 - sum(meter_af.values())
        assert rute["belaegn_k"] == max(meter_af, key=lambda kode: meter_af[kode]), rute["navn"]


def test_the_surfaces_vary() -> None:
    assert len({s["underlag_k"] for s in raekker("straekning")}) >= 6
