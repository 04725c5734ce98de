# SPDX-License-Identifier: GPL-2.0-or-later
"""The history goes when it is as old as the municipality has decided, and nothing younger does."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from moedested_plugin.processing.prunehistory import PruneHistory
from moedested_plugin.store import Store
from tests.integration.store.conftest import Fremmed, fremmed, fyldt, store
from tests.integration.store.raekker import MOEDESTED

__all__ = ["fremmed", "fyldt", "store"]


def ryd(store: Store, **parametre: Any) -> int:
    svar, _ = PruneHistory().create().run(
        {"STORE": store.adresse, **parametre},
        QgsProcessingContext(), QgsProcessingFeedback(False), catchExceptions=False,
    )  # fmt: skip
    return int(svar["REMOVED"])


def test_what_is_older_than_two_years_goes(fyldt: Store, fremmed: Fremmed) -> None:
    with fyldt.skriv("prøve", "AB") as skriver:
        skriver.ret("moedested", MOEDESTED, {"intern_note": "Ny"})
    foer = fyldt.historik()
    gamle = [post.fid for post in foer if post.art == "oprettet"]
    numre = ", ".join(map(str, gamle))
    fremmed.udfoer(f"UPDATE historik SET tid = '2023-01-01T00:00:00Z' WHERE fid IN ({numre})")  # nosec B608 - a test
    assert ryd(fyldt, MONTHS=1200) == 0
    assert ryd(fyldt) == len(gamle) > 0
    assert [post.fid for post in fyldt.historik()] == [p.fid for p in foer if p.fid not in gamle]
    assert fyldt.antal("moedested") == 1
    assert ryd(fyldt) == 0


@pytest.mark.parametrize(("maaneder", "duer"), [(1, True), (0, False), (-3, False)])
def test_all_of_it_cannot_go(qgis_app: Any, maaneder: int, duer: bool) -> None:
    algoritme = PruneHistory().create()
    parametre = {"STORE": "x.gpkg", "MONTHS": maaneder}
    assert algoritme.checkParameterValues(parametre, QgsProcessingContext())[0] is duer
