# SPDX-License-Identifier: GPL-2.0-or-later
"""The report to the committee: right numbers, said what is counted, and no name, note or small group."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsGeometry

from moedested_plugin.checks.kontrol import kontroller
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.regler import Alvor
from moedested_plugin.printing.bestilling import UdskriftFejl
from moedested_plugin.printing.status_tal import Felt, StatusTal, tal
from moedested_plugin.printing.udskriv import udskriv
from moedested_plugin.store import Kommune, Store, opret
from tests.integration.store.raekker import grundlag, gyldig

from .conftest import Pdf, Trykkeri, ens_billede

I_DAG = dt.date(2026, 11, 21)
NYTAAR = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)


def felter(trykkeri: Trykkeri, siden: dt.datetime = NYTAAR) -> dict[str, Felt]:
    alle = StatusTal(trykkeri.store, I_DAG, siden).felter("siden nytår")
    return {felt.titel: felt for felt in alle}


def linjer(felt: Felt) -> dict[str, str]:
    return {linje.navn: linje.vaerdi for linje in felt.linjer}


@pytest.mark.parametrize("papir", ["A4", "A4 liggende"])
def test_two_pages_say_it_all(demo: Trykkeri, papir: str) -> None:
    pdf = demo.pdf("status", papir, siden="2026-01-01")
    tekst = re.sub(r"\s+", " ", pdf.tekst(som="-raw"))
    assert pdf.sider == 2
    assert pdf.billeder == 0
    aktive = sum(
        (et["livscyklus_k"], et["off_kode"]) == (3, 1) for et in demo.store.raekker("moedested")
    )
    assert f"Kommunen har {aktive} aktive mødesteder, som alle kan se; kravet er 3. Kravet er opfyldt." in tekst  # fmt: skip
    for titel in felter(demo):
        assert titel.split(" siden")[0] in tekst, titel
    assert "siden 1. januar 2026" in tekst
    assert "data pr. " in tekst
    assert "Side 2 af 2" in tekst


def test_it_looks_as_it_did(demo: Trykkeri, tmp_path: Path) -> None:
    ens_billede(demo.pdf("status", "A4", siden="2026-01-01"), "status", tmp_path)


def test_the_numbers_are_those_of_the_rows(demo: Trykkeri) -> None:
    talt = felter(demo)
    alle: list[dict[str, Any]] = list(demo.store.raekker("moedested"))
    livscyklus = linjer(talt["Mødesteder efter livscyklus"])
    assert livscyklus["Idé"] == str(sum(et["livscyklus_k"] == 1 for et in alle))
    assert sum(map(int, livscyklus.values())) == len(alle)
    byer = Counter(et["by"] for et in alle if et["livscyklus_k"] in (2, 3, 4))
    assert linjer(talt["Mødesteder efter by"])["Gedser"] == str(byer["Gedser"])
    assert linjer(talt["Mødesteder efter målgruppe"])["Seniorer"] == str(
        sum(2 in et["maalgruppe_k"] for et in alle if et["livscyklus_k"] in (2, 3, 4))
    )
    ruter: list[dict[str, Any]] = [et for et in demo.store.raekker("rute") if et["statuskode"] == 3]
    km = 0.0
    for rute in ruter:
        geometri = QgsGeometry()
        geometri.fromWkb(bytes(rute[GEOMETRI]))
        km += geometri.length() / 1000
    for titel in ("Ruter efter type", "Ruter efter underlag"):
        sammen = sum(float(et.split()[0].replace(",", ".")) for et in linjer(talt[titel]).values())
        assert sammen == pytest.approx(km, abs=0.6), titel
    beskrevet = sum(bool(et["tilgaeng_beskriv"] or et["tilgaeng_opl"]) for et in ruter)
    assert linjer(talt["Tilgængelighed er beskrevet"])["Ruter"] == f"{beskrevet} af {len(ruter)}"
    udstyr = list(demo.store.raekker("udstyr"))
    opsat = Counter(et["type_k"] for et in udstyr if et["udstyr_status_k"] == 4)
    assert linjer(talt["Markører og kit efter status"])["Opsat"] == f"{opsat[1]} + {opsat[2]}"


def test_only_what_all_can_see_meets_the_demand(egen: Trykkeri) -> None:
    aktive = [
        str(et["moedested_id"])
        for et in egen.store.raekker("moedested")
        if (et["livscyklus_k"], et["off_kode"]) == (3, 1)
    ]
    with egen.store.skriv("test", "test") as skriver:
        skriver.ret("moedested", aktive[0], {"off_kode": 2})
    assert StatusTal(egen.store, I_DAG, NYTAAR).aktive == len(aktive) - 1


def test_small_groups_and_what_is_internal_are_never_told(egen: Trykkeri) -> None:
    with egen.store.skriv("test", "KANARIE") as skriver:
        gamle = [str(et["besoegstal_id"]) for et in egen.store.raekker("besoegstal")]
        skriver.slet_mange("besoegstal", gamle)
        kladde = {**gyldig("moedested"), "navn": "KANARIE1", "intern_note": "KANARIE2", "godkendt_af": "KANARIE3"}  # fmt: skip
        skriver.indsaet("moedested", [kladde])
        besoeg = {**gyldig("besoegstal"), "moedested_id": kladde["moedested_id"], "note": "KANARIE4"}  # fmt: skip
        for nr, (aar, antal) in enumerate(((2024, 4), (2025, 5), (2026, 1500), (2026, 7))):
            skriver.indsaet("besoegstal", [
                {**besoeg, "besoegstal_id": f"00000000-0000-4000-8000-00000000000{nr}", "antal": antal,
                 "fra": dt.date(aar - 1, 12, 1), "til": dt.date(aar, 3, 1)}
            ])  # fmt: skip
    besoeg_felt = felter(egen)["Besøg, hvor der er talt"]
    assert linjer(besoeg_felt) == {
        "2024, talt på 1 sted": "under 5",
        "2025, talt på 1 sted": "5",
        "2026, talt på 1 sted": "1.507",
    }
    assert besoeg_felt.linjer[0].andel == 0
    tekst = egen.pdf("status", "A4").tekst()
    assert "under 5" in tekst
    assert "KANARIE" not in tekst


def test_changes_are_counted_since_then(egen: Trykkeri) -> None:
    nul = dict.fromkeys(("Mødesteder", "Aktiviteter", "Ruter"), "0 nye · 0 rettet · 0 slettet")
    siden = egen.store.historik(hoejst=1)[0].tid + dt.timedelta(microseconds=1000)
    assert nul.items() <= linjer(felter(egen, siden)["Ændringer siden nytår"]).items()
    en, to, *_ = (str(et["aktivitet_id"]) for et in egen.store.raekker("aktivitet"))
    nyt = {**gyldig("moedested"), "livscyklus_k": 4, "gyldig_fra": dt.date(2026, 11, 1)}
    with egen.store.skriv("test", "test") as skriver:
        skriver.ret("aktivitet", en, {"navn": "Et andet navn"})
        skriver.ret("aktivitet", to, {"navn": "Snart væk"})
        skriver.slet("aktivitet", to)
        skriver.indsaet("moedested", [nyt])
    talt = linjer(felter(egen, siden)["Ændringer siden nytår"])
    assert talt["Aktiviteter"] == "0 nye · 1 rettet · 1 slettet"
    assert talt["Mødesteder"] == "1 nye · 0 rettet · 0 slettet"
    foer = linjer(felter(egen)["Ændringer siden nytår"])["Blev aktive (Aktivt fra)"]
    assert int(foer) >= 1


def test_findings_are_those_of_the_last_run(egen: Trykkeri) -> None:
    assert felter(egen)["Kontrol af data"].note == "Kontrollen har endnu ikke kørt."
    svar = kontroller(egen.store)
    i_dag = dt.datetime.now().astimezone().date()
    senere = StatusTal(egen.store, i_dag + dt.timedelta(days=9), NYTAAR)
    (felt,) = (et for et in senere.felter("") if et.titel == "Kontrol af data")
    assert "for 9 dage siden" in felt.note
    assert list(linjer(felt).items()) == [
        (navn, str(svar.antal[alvor]))
        for navn, alvor in zip(("Fejl", "Advarsler", "Anbefalinger"), Alvor)
    ]
    assert svar.antal[Alvor.ADVARSEL] > 0


def test_both_stores_count_alike(tmp_path: Path, postgis_store: Store) -> None:
    besoeg = {**gyldig("besoegstal"), "antal": 12}
    udstyr = {**gyldig("udstyr"), "finansiering_k": 2}
    talt = []
    with opret(str(tmp_path / "data.gpkg"), Kommune(376, "Guldborgsund", 29188599)) as gpkg:
        for store in (gpkg, postgis_store):
            with store.skriv("prøve", "AB") as skriver:
                grundlag(skriver)
                skriver.indsaet("besoegstal", [besoeg])
                skriver.indsaet("udstyr", [udstyr])
                skriver.indsaet(
                    "straekning", [{**gyldig("straekning"), "fra_m": 0.0, "til_m": 50.0}]
                )
            i_dag = dt.datetime.now().astimezone().date()
            talt.append(StatusTal(store, i_dag, NYTAAR).felter("siden nytår"))
    assert talt[0] == talt[1]
    assert {felt.titel: linjer(felt) for felt in talt[0]}["Besøg, hvor der er talt"] == {
        "2026, talt på 1 sted": "12"
    }


def test_since_when_is_a_date_or_the_last_publication(egen: Trykkeri) -> None:
    with pytest.raises(UdskriftFejl, match="endnu ikke udgivet"):
        egen.udskriv("status", siden="udgivelse")
    with pytest.raises(UdskriftFejl, match="Datoen 1/1 kan ikke læses"):
        egen.udskriv("status", siden="1/1")
    with pytest.raises(UdskriftFejl, match="ikke kommet endnu"):
        egen.udskriv("status", siden="2999-01-01")
    with egen.store.skriv("udgivelse", "test") as skriver:
        skriver.indsaet("udgivelse", [
            {"udgivelse_id": "00000000-0000-4000-8000-000000000001", "maal": "x", "version": "1", "af": "KANARIE",
             "tid": dt.datetime(2026, 2, 3, 12, tzinfo=dt.timezone.utc)}
        ])  # fmt: skip
    assert "siden udgivelsen 3. februar 2026" in egen.pdf("status", siden="udgivelse").tekst()


def test_an_empty_municipality_lacks_three(egen: Trykkeri) -> None:
    with egen.store.skriv("test", "test") as skriver:
        for tabel in ("tilknytning", "straekning", "udstyr", "aktivitet", "besoegstal", "medvirkende", "moedested", "rute"):  # fmt: skip
            noegle = "objekt_id" if tabel == "rute" else f"{tabel}_id"
            skriver.slet_mange(tabel, [str(et[noegle]) for et in egen.store.raekker(tabel, [noegle])])  # fmt: skip
    grundlag = egen.grundlag("status", "A4 liggende")
    tekst = Pdf(udskriv(grundlag).filer[0]).tekst()
    assert "Kommunen har 0 aktive mødesteder" in tekst
    assert "Der mangler 3." in tekst
    assert "Ingen at tælle." in tekst
    assert "Kontrollen har endnu ikke kørt." in tekst


def test_numbers_are_written_the_danish_way() -> None:
    assert (tal(1507), tal(12.36, 1), tal(0)) == ("1.507", "12,4", "0")
