# SPDX-License-Identifier: GPL-2.0-or-later
"""Python and SQLite answer every condition of the model alike, on random rows; the public views are what the model says.

Plain sqlite3 stands for every program that opens a GeoPackage: nothing here needs QGIS.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import string
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moedested_plugin.domain.betingelse import (
    Alle,
    Betingelse,
    EnAf,
    Enten,
    ErListe,
    ErObjekt,
    FoerDag,
    Ikke,
    IkkeFoer,
    Indeholder,
    Laengde,
    Ligner,
    Mellem,
    NetopEn,
    SidsteCiffer,
    Tom,
)
from moedested_plugin.domain.felt import JSON_TYPER, Felt, Tabel, Type
from moedested_plugin.domain.offentlig import VISNINGER
from moedested_plugin.domain.regler import alle_regler
from moedested_plugin.domain.skema import DOMAENETABELLER, TABELLER
from moedested_plugin.store.oversaet import (
    POSTGRES,
    SQLITE,
    betingelse_sql,
    navn,
)
from moedested_plugin.store.visninger import visning_kolonner, visning_sql

PROEVE = Tabel(
    navn="proeve",
    titel="Prøve",
    beskrivelse="",
    noegle="",
    geometri="Point",
    felter=(
        Felt("tekst", Type.TEKST, ""),
        Felt("id", Type.UUID, ""),
        Felt("heltal", Type.HELTAL, ""),
        Felt("tal", Type.TAL, ""),
        Felt("tal_to", Type.TAL, ""),
        Felt("ja_nej", Type.JA_NEJ, ""),
        Felt("dato", Type.DATO, ""),
        Felt("dato_to", Type.DATO, ""),
        Felt("koder", Type.KODER, ""),
        Felt("objekt", Type.OBJEKT, ""),
    ),
)

TEKSTER = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "",
            " ",
            "\t\n\r ",
            "abc",
            "Abc\n",
            "æøå",
            "04-01",
            "https://a.dk",
            "x'y",
            "[a]",
            "*",
            "🍎",
        ]
    ),
    st.text(
        alphabet=string.ascii_letters + string.digits + " \n\t-:/.[]^*?æøåÆ🍎'\\%_{}", max_size=12
    ),
)
TAL = st.one_of(
    st.none(), st.integers(-3, 12), st.sampled_from([0.1, 0.30000000000000004, 500.99, -0.5, 1e6])
)
DATOER = st.one_of(st.none(), st.dates(dt.date(2024, 2, 27), dt.date(2024, 3, 2)))
KODER: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.lists(st.integers(0, 5), max_size=4), st.just({}), st.just({"a": 1})
)
RAEKKER = st.fixed_dictionaries(
    {
        "tekst": TEKSTER,
        "id": TEKSTER,
        "heltal": st.one_of(st.none(), st.integers(-15, 15)),
        "tal": TAL,
        "tal_to": TAL,
        "ja_nej": st.one_of(st.none(), st.booleans()),
        "dato": DATOER,
        "dato_to": DATOER,
        "koder": KODER,
        "objekt": st.one_of(st.none(), st.just({}), st.just([]), st.just({"æ": [1, None]})),
        "geometri": st.sampled_from([None, b"GP\x00\x01" + bytes(25), b"GP\x00\x03" + bytes(57)]),
    }
)
FELTER = [felt.navn for felt in PROEVE.felter]
MOENSTRE = st.lists(
    st.sampled_from(
        [
            "*",
            "?*",
            "a*",
            "[a-c]*",
            "[^a]?",
            "[0-9][0-9]-[01][0-9]",
            "https://?*.?*",
            "x'?",
            "*\\*",
            "*{*",
        ]
    ),
    min_size=1,
    max_size=2,
).map(tuple)
BLADE = st.one_of(
    st.builds(Tom, st.sampled_from([*FELTER, "geometri"])),
    st.builds(
        EnAf, st.sampled_from(["heltal", "tal"]), st.tuples(st.integers(-2, 9), st.integers(-2, 9))
    ),
    st.builds(EnAf, st.just("tekst"), st.tuples(st.sampled_from(["", "abc", "x'y"]))),
    st.builds(EnAf, st.just("ja_nej"), st.tuples(st.booleans())),
    st.builds(
        Mellem,
        st.sampled_from(["heltal", "tal"]),
        st.sampled_from([-1, 0.1]),
        st.sampled_from([5, 500.99]),
    ),
    st.builds(SidsteCiffer, st.just("heltal"), st.tuples(st.integers(0, 9), st.integers(0, 9))),
    st.sampled_from(
        [IkkeFoer("dato", "dato_to"), IkkeFoer("tal", "tal_to"), IkkeFoer("heltal", "tal")]
    ),
    st.builds(FoerDag, st.just("dato"), st.dates(dt.date(2024, 2, 27), dt.date(2024, 3, 2))),
    st.builds(Laengde, st.just("tekst"), st.integers(0, 3), st.integers(3, 12)),
    st.builds(Ligner, st.sampled_from(["tekst", "id"]), MOENSTRE),
    st.builds(Indeholder, st.just("koder"), st.tuples(st.integers(0, 5), st.integers(0, 5))),
    st.builds(ErListe, st.sampled_from(["koder", "objekt"])),
    st.builds(ErObjekt, st.sampled_from(["koder", "objekt"])),
)


def _flere(led: st.SearchStrategy[Betingelse]) -> st.SearchStrategy[Betingelse]:
    flere = st.lists(led, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Alle, flere),
        st.builds(Enten, flere),
        st.builds(NetopEn, flere),
        st.builds(Ikke, led),
    )


BETINGELSER = st.recursive(BLADE, _flere, max_leaves=6)


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    forbindelse = sqlite3.connect(":memory:")
    for tabel in (PROEVE, *TABELLER):
        geometri = "" if tabel.geometri is None else ", geometri BLOB"
        kolonner = ", ".join(navn(felt) for felt in tabel.feltnavne)
        forbindelse.execute(
            f"CREATE TABLE {navn(tabel.navn)} (fid INTEGER PRIMARY KEY, {kolonner}{geometri})"
        )
    yield forbindelse
    forbindelse.close()


def _raa(tabel: Tabel, felt: str, vaerdi: Any) -> Any:
    if tabel.har(felt) and tabel.felt(felt).type in JSON_TYPER and vaerdi is not None:
        return json.dumps(vaerdi)
    return vaerdi.isoformat() if isinstance(vaerdi, dt.date) else vaerdi


def _sqlite(
    database: sqlite3.Connection, tabel: Tabel, betingelse: Betingelse, raekke: dict[str, Any]
) -> Any:
    database.execute(f"DELETE FROM {navn(tabel.navn)}")
    kolonner = ", ".join(navn(felt) for felt in raekke)
    database.execute(
        f"INSERT INTO {navn(tabel.navn)} ({kolonner}) VALUES ({', '.join('?' * len(raekke))})",
        [_raa(tabel, felt, vaerdi) for felt, vaerdi in raekke.items()],
    )
    sql = betingelse_sql(betingelse, tabel, SQLITE, "t.")
    return database.execute(f"SELECT {sql} FROM {navn(tabel.navn)} AS t").fetchone()[0]


@settings(max_examples=250, derandomize=True, deadline=None)
@given(betingelse=BETINGELSER, raekke=RAEKKER)
def test_python_and_sqlite_agree(
    database: sqlite3.Connection, betingelse: Betingelse, raekke: dict[str, Any]
) -> None:
    # NULL would be neither: every condition is answered by yes or no.
    assert _sqlite(database, PROEVE, betingelse, raekke) in (0, 1)
    assert bool(_sqlite(database, PROEVE, betingelse, raekke)) is betingelse.holder(raekke)


@pytest.mark.parametrize("tabel", DOMAENETABELLER, ids=lambda tabel: tabel.navn)
def test_every_rule_of_an_empty_row_is_answered_alike(
    database: sqlite3.Connection, tabel: Tabel
) -> None:
    tom: dict[str, Any] = dict.fromkeys(tabel.feltnavne)
    for regel in alle_regler().values():
        if regel.tabel == tabel.navn:
            assert bool(_sqlite(database, tabel, regel.krav, tom)) is regel.krav.holder(tom), (
                regel.kode
            )


def test_an_empty_geometry_is_none(database: sqlite3.Connection) -> None:
    for flag, tom in ((0x01, False), (0x11, True), (0x03, False), (0x13, True), (0x10, True)):
        raekke = {"geometri": b"GP\x00" + bytes([flag]) + bytes(25)}
        assert bool(_sqlite(database, PROEVE, Tom("geometri"), raekke)) is tom


@pytest.mark.parametrize("daarlig", ['navn"; DROP TABLE x', "navn x", "", "Navn", "1a"])
def test_only_names_of_the_model_become_identifiers(daarlig: str) -> None:
    with pytest.raises(ValueError):
        navn(daarlig)
    with pytest.raises((ValueError, KeyError)):
        betingelse_sql(Tom(daarlig), PROEVE, SQLITE)


def test_a_field_that_the_table_has_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        betingelse_sql(
            Tom("geometri"),
            next(tabel for tabel in DOMAENETABELLER if tabel.geometri is None),
            SQLITE,
        )


@pytest.mark.parametrize("visning", VISNINGER, ids=lambda visning: visning.navn)
def test_a_view_has_the_columns_of_the_model_and_no_other(
    database: sqlite3.Connection, visning: Any
) -> None:
    svar = database.execute(visning_sql(visning, SQLITE))
    assert tuple(kolonne[0] for kolonne in svar.description) == visning_kolonner(visning)
    for sql in (visning_sql(visning, SQLITE), visning_sql(visning, POSTGRES)):
        for internt in (
            "intern_note",
            "rettet_af",
            "oprettet_af",
            "tilstand_k",
            "kilde_id",
            '"cvr"',
            "bruger_id",
        ):
            assert internt not in sql


def test_texts_are_quoted() -> None:
    assert SQLITE.tekst("d'Or \\") == "'d''Or \\'"
    assert POSTGRES.tekst("d'Or") == "'d''Or'"
    assert POSTGRES.tekst("d'Or \\") == "E'd''Or \\\\'"


def test_a_number_is_a_number() -> None:
    with pytest.raises(TypeError):
        betingelse_sql(Mellem("tal", "0; DROP TABLE x", 1), PROEVE, SQLITE)  # type: ignore[arg-type]
