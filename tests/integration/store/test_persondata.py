# SPDX-License-Identifier: GPL-2.0-or-later
"""A person's data are found and removed wherever a store keeps them, and nothing else is lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import psycopg2.extensions
import pytest

from moedested_plugin.domain.eftersoegt import FJERNET, Eftersoegt
from moedested_plugin.store import Store, aabn
from moedested_plugin.store.fejl import Afvist, Skrivebeskyttet
from moedested_plugin.store.persondata_postgis import PostgisTekster
from moedested_plugin.store.postgis import PostgisStore

from .conftest import Fremmed
from .raekker import MOEDESTED, ORGANISATION, RUTE, gyldig, ny_id

NAVN, MAIL, TLF = "Åse Bo Ørsted", "aase@eksempel.dk", "54 12 34 56"
#: Spaces that do not break, as a paste brings them, and a new line, which JSON writes as two signs.
TLF_FRA_WORD = "54\u00a012\u00a034\n56"
PERSON = Eftersoegt((NAVN, MAIL, TLF))
NU = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)
NATURSTYRELSEN = 33157274


@pytest.fixture
def med_person(fyldt: Store) -> Store:
    """The person is in rows now and before, in what came from a source, in exceptions, findings, settings, and a copy."""
    andres = gyldig("facilitet_punkt") | {
        "cvr_kode": NATURSTYRELSEN, "navn": "Shelter", "beskrivels": f"Spørg {NAVN} på {TLF}",
    }  # fmt: skip
    with fyldt.skriv("import", "AB") as skriver:
        skriver.ret(
            "moedested", MOEDESTED, {"intern_note": f"Nøgle hos {NAVN.upper()}, 5412 3456."}
        )
        skriver.ret("moedested", MOEDESTED, {"navn": "Kaffe på kajen"})
        skriver.ret(
            "organisation",
            ORGANISATION,
            {"kontakt_mail": MAIL, "navn": NAVN, "kontakt_rolle": "Formand"},
        )
        skriver.indsaet("facilitet_punkt", [andres])
        skriver.ret("rute", RUTE, {"geofa_ekstra": {"note": [f"Ring +45{TLF_FRA_WORD}", "Grus"]}})
        skriver.indsaet("kildepost", [{
            "kildepost_id": ny_id(), "kilde": "K", "lag": "L", "kilde_noegle": MAIL, "modtaget": NU, "set_senest": NU,
            "raekke": {"kontakt": NAVN, "type": "bænk"}, "navn": "Bænk",
        }])  # fmt: skip
        skriver.indsaet("undtagelse", [{
            "undtagelse_id": ny_id(), "regel": "r", "tabel": "rute", "begrundelse": f"{NAVN} siger ja", "initialer": "AB", "dato": NU,
        }])  # fmt: skip
        skriver.indsaet("fund", [{
            "fund_id": ny_id(), "regel": "r", "tabel": "rute", "alvor": "fejl", "tekst": f"Ring {TLF_FRA_WORD}", "foerst_set": NU,
        }])  # fmt: skip
    with fyldt.skriv("prøve", NAVN) as skriver:
        skriver.slet("udstyr", "findes ikke")
    fyldt.saet_indstilling("profiler", {NAVN: {"navn": "min"}})
    fyldt.sikkerhedskopi()
    return fyldt


def felter(steder: Any) -> set[tuple[str, str]]:
    return {(sted.tabel, sted.felt) for sted in steder}


I_LAGERET = {
    ("moedested", "intern_note"), ("organisation", "kontakt_mail"), ("organisation", "navn"),
    ("facilitet_punkt", "beskrivels"), ("rute", "geofa_ekstra"), ("kildepost", "raekke"), ("kildepost", "kilde_noegle"),
    ("undtagelse", "begrundelse"), ("fund", "tekst"), ("koersel", "af"), ("indstilling", "vaerdi"), ("historik", "raekke"),
}  # fmt: skip


def test_everything_is_found_in_the_store_and_in_its_copy(med_person: Store) -> None:
    steder = med_person.find_persondata(PERSON)
    navne = {sted.sted for sted in steder}
    assert len(navne) == 2
    for navn in navne:
        assert felter(sted for sted in steder if sted.sted == navn) == I_LAGERET
    assert not any(NAVN in str(sted) or MAIL in str(sted) for sted in steder)
    assert med_person.find_persondata(Eftersoegt(("Åse Borg", "88 77 66 55"))) == []


def test_all_of_it_goes_and_nothing_else(med_person: Store) -> None:
    foer = {
        navn: med_person.antal(navn) for navn in ("moedested", "organisation", "kildepost", "fund")
    }
    linjer = len(med_person.historik())
    udfald = med_person.fjern_persondata(PERSON, "GDPR")
    # Keys stay: a later import would not know the row again.
    assert felter(sted for sted, _ in udfald.efterladt) == {("kildepost", "kilde_noegle")}
    assert felter(udfald.fjernet) >= I_LAGERET - {("kildepost", "kilde_noegle")}
    assert felter(med_person.find_persondata(PERSON)) == {("kildepost", "kilde_noegle")}
    assert {navn: med_person.antal(navn) for navn in foer} == foer
    moedested = next(med_person.raekker("moedested"))
    assert (moedested["navn"], moedested["intern_note"]) == (
        "Kaffe på kajen",
        f"Nøgle hos {FJERNET}, {FJERNET}.",
    )
    organisation = next(med_person.raekker("organisation"))
    assert (organisation["navn"], organisation["kontakt_mail"], organisation["kontakt_rolle"]) == (
        FJERNET,
        None,
        "Formand",
    )
    assert next(med_person.raekker("rute"))["geofa_ekstra"] == {"note": [f"Ring {FJERNET}", "Grus"]}
    assert next(med_person.raekker("kildepost"))["raekke"] == {"kontakt": None, "type": "bænk"}
    shelter = next(r for r in med_person.raekker("facilitet_punkt") if r["navn"] == "Shelter")
    assert shelter["beskrivels"] == f"Spørg {FJERNET} på {FJERNET}"  # whoever owns it
    # The history grew by what was changed, and can still be brought back.
    historik = med_person.historik("moedested", MOEDESTED)
    assert len(med_person.historik()) > linjer
    med_person.gendan(next(post for post in historik if post.raekke), "AB")
    assert felter(med_person.find_persondata(PERSON)) == {("kildepost", "kilde_noegle")}


def test_the_log_says_how_much_and_not_what(med_person: Store) -> None:
    udfald = med_person.fjern_persondata(PERSON, "GDPR")
    (koersel,) = (r for r in med_person.raekker("koersel") if r["art"] == "persondata")
    resultat: Any = koersel["resultat"]
    assert koersel["af"] == "GDPR"
    assert set(resultat) == {"fjernet", "efterladt"}
    assert resultat["efterladt"] >= 1
    assert 0 < resultat["fjernet"] <= len(udfald.fjernet)


def test_no_trace_is_left_in_the_bytes_of_the_files(gpkg_store: Store) -> None:
    noegle = ny_id()
    with gpkg_store.skriv("prøve", "AB") as skriver:
        skriver.indsaet(
            "organisation",
            [gyldig("organisation") | {"organisation_id": noegle, "kontakt_mail": MAIL}],
        )
    kopi = Path(gpkg_store.sikkerhedskopi())
    udfald = gpkg_store.fjern_persondata(PERSON, "GDPR")
    assert not udfald.efterladt
    gpkg_store.luk()
    assert MAIL.encode() not in Path(gpkg_store.adresse).read_bytes()
    assert MAIL.encode() not in kopi.read_bytes()
    with aabn(
        str(kopi)
    ) as igen:  # the copy is as good a store as before: its rules and its history work
        with pytest.raises(Afvist), igen.skriv("prøve", "AB") as skriver:
            skriver.ret("organisation", noegle, {"navn": ""})
        with igen.skriv("prøve", "AB") as skriver:
            skriver.ret("organisation", noegle, {"navn": "Ny"})
        assert [post.art for post in igen.historik("organisation")] == ["rettet", "oprettet"]


def test_what_fails_midway_leaves_all_as_it_was(
    med_person: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    foer = med_person.find_persondata(PERSON)

    def afbrudt(*_: object) -> None:
        raise Skrivebeskyttet("afbrudt")

    for modul in ("geopackage", "postgis"):
        monkeypatch.setattr(f"moedested_plugin.store.{modul}.noter", afbrudt)
    with pytest.raises(Skrivebeskyttet):
        med_person.fjern_persondata(PERSON, "GDPR")
    assert med_person.find_persondata(PERSON) == foer


def test_a_users_name_goes_from_the_stamps_of_rows(fyldt: Store, fremmed: Fremmed) -> None:
    fremmed.udfoer(f"UPDATE moedested SET rettet_af = '{NAVN}', oprettet_af = '{NAVN}'")  # nosec B608 - a test
    udfald = fyldt.fjern_persondata(PERSON, "GDPR")
    assert not udfald.efterladt
    assert not fyldt.find_persondata(PERSON)


def test_the_types_of_columns_are_asked_for_once_per_table(postgis_store: PostgisStore) -> None:
    spurgt = []

    class Taeller(psycopg2.extensions.cursor):
        def execute(self, query: Any, vars: Any = None) -> None:  # noqa: A002 - as psycopg2 has it
            spurgt.append(query)
            super().execute(query, vars)

    with postgis_store.skriv("prøve", "AB") as skriver:
        for nummer in range(3):
            skriver.indsaet(
                "organisation",
                [gyldig("organisation") | {"organisation_id": ny_id(), "navn": f"Nr. {nummer}"}],
            )
    with postgis_store._aaben.cursor(cursor_factory=Taeller) as markoer:
        tekster = PostgisTekster(markoer, "moedested", "moedested")
        raekker = [*tekster.raekker("organisation", ["navn"], [("nr. ", False)])]
        assert len(raekker) == 3
        markoer.execute("begin")
        spurgt.clear()
        for nummer, (raekke, _) in enumerate(raekker):
            tekster.skriv("organisation", raekke, {"navn": f"Ny {nummer}", "kontakt_mail": None})
        markoer.execute("commit")
    assert sum("pg_attribute" in saetning for saetning in spurgt) == 1
    assert {str(r["navn"]) for r in postgis_store.raekker("organisation")} >= {
        "Ny 0",
        "Ny 1",
        "Ny 2",
    }
