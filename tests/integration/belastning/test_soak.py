# SPDX-License-Identifier: GPL-2.0-or-later
"""A few seconds of what `make soak` does for half an hour, and what it says of a lost update, a wrong answer and a leak."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.belastning.hovedbog import Kaede, Linje, uenigheder
from tests.belastning.soak import Blik, Hold, Soak, Udfald, vaekst
from tests.belastning.soak_tabel import galt
from tests.postgis import Klynge

A = ("moedested", "a")


@pytest.mark.slow
def test_a_short_soak_loses_nothing(postgis_klynge: Klynge, qgis_app: Any, tmp_path: Path) -> None:
    soak = Soak(
        postgis_klynge, tmp_path,
        Hold(2, redaktoerer=2, laesere=1, hvile=0.1, udgiv_hver=0.5, bevis=False, blik=0.3, mindst=8),
    )  # fmt: skip
    try:
        ud = soak.koer()
    finally:
        soak.luk()
    assert galt(ud) == []
    assert ud.uenigheder == []
    assert ud.forkerte == []
    assert len(ud.linjer) >= 8
    assert {linje.tabel for linje in ud.linjer} == {"moedested", "facilitet_punkt"}
    assert ud.svar["laeser"][0]["svar"]
    assert ud.svar["udgiver"][0]["fejl"] == []
    assert ud.svar["kontrollant"][0]["gange"]
    assert {blik.hvem for blik in ud.blikke} == {"redaktoer", "udgiver", "kontrollant", "laeser", "QGIS Server", "PostgreSQL"}  # fmt: skip


@pytest.mark.parametrize(
    ("linjer", "kaede", "galt"),
    [
        ([Linje("ny", *A, None, "1"), Linje("ret", *A, "1", "2")], Kaede(("1", "2"), True), []),
        # Two read 1; the second to save had not seen what the first saved.
        ([Linje("ret", *A, "1", "2"), Linje("ret", *A, "1", "3")], Kaede(("1", "2", "3"), True), ["gået tabt", "skrevet over uden at være set"]),
        # Reported as saved, and never in the database.
        ([Linje("ret", *A, "1", "2")], Kaede(("1",), True), ["gået tabt"]),
        ([Linje("ny", *A, None, "1")], None, ["aldrig været der"]),
        ([Linje("ny", *A, None, "1")], Kaede(("1",), False), ["ingen slettede den"]),
        ([Linje("slet", *A, "1", None)], Kaede(("1",), True), ["er slettet, men lever"]),
        ([Linje("slet", *A, "1", None)], Kaede(("1", "2"), False), ["skrevet over uden", "endte som 2"]),
        ([], Kaede(("1", "2"), True), ["skrevet over uden at være set"]),
    ],
)  # fmt: skip
def test_what_ledger_and_database_do_not_agree_on_is_named(
    linjer: list[Linje], kaede: Kaede | None, galt: list[str]
) -> None:
    fundet = uenigheder(linjer, {A: kaede} if kaede else {})
    assert len(fundet) == len(galt), fundet
    assert all(any(ord_ in en for en in fundet) for ord_ in galt), fundet


def test_a_process_that_only_grows_is_named_and_one_that_warms_up_is_not() -> None:
    def blikke(hvem: str, mb: float, filer: float, varm: float = 0.0) -> list[Blik]:
        return [
            Blik(tid, hvem, 0, 200 + mb * tid / 60 + varm * min(tid, 30), 20 + int(filer * tid / 60), 5, 2)
            for tid in range(0, 90, 3)
        ]  # fmt: skip

    stille, varmer = blikke("udgiver", 0, 0), blikke("laeser", 0, 0, varm=5)
    taber = blikke("redaktoer", 60, 0), blikke("kontrollant", 0, 6)
    fundet = vaekst([*stille, *varmer, *taber[0], *taber[1]], 90)
    assert {(v.hvem, v.hvad) for v in fundet if v.for_meget} == {("redaktoer", "mb"), ("kontrollant", "filer")}  # fmt: skip
    assert vaekst(stille[:6], 90) == [], "too little was seen to say anything"


def test_a_server_that_falls_often_is_named() -> None:
    ud = Udfald(Hold(1800), faldet=["QGIS Server 1 faldt (-6)"] * 3)
    assert galt(ud) == []
    assert len(galt(replace(ud, faldet=[*ud.faldet, "QGIS Server 2 faldt (-11)"]))) == 4
    assert galt(Udfald(Hold(2), faldet=["QGIS Server 0 faldt (-6)"])) != []


def test_an_answer_must_be_what_its_version_says() -> None:
    ud = Udfald(Hold(1), sandheder={"v1": frozenset("ab"), "v2": frozenset("ac")})

    def laest(*set_: list[Any], forkerte: tuple[str, ...] = ()) -> list[str]:
        ud.svar = {"laeser": [{"set": list(set_), "forkerte": list(forkerte)}]}
        return ud.forkerte

    assert laest(["v1", ["a", "b"]], ["v2", ["a", "c"]]) == []
    assert len(laest(["v1", ["a", "c"]], ["v3", ["a", "b"]])) == 2
    assert laest(forkerte=("11 moedesteder",)) == ["11 moedesteder"]
